package names

import "math/bits"

// pairing says which parts of two names go together.
type pairing struct {
	a, b   int8 // indices into the parts
	a2, b2 int8 // second part when two adjacent ones are joined to meet one; -1 otherwise
	p      float32
}

// alignment is all that Compare works from.
type alignment struct {
	na, nb   int
	wa, wb   [maxParts]float32 // weights: rarity times what the kind is worth
	ra, rb   [maxParts]float32 // rarity
	p        [maxParts][maxParts]float32
	pa, pb   [maxParts]float32 // probability with which each part is met, 0 when alone
	to, from [maxParts]int8    // partner of each part of a, of b; -1 alone
	pairs    [maxParts]pairing
	n        int
}

// kindWeight is what a kind of part is worth in the coverage of a name, before the model weighs the rest.
func kindWeight(k Kind) float32 {
	switch k {
	case Title:
		return 0.1
	case Initial:
		return 0.2
	case Nickname:
		return 0.5
	case Kunya, Nisba, Laqab:
		return 0.8
	}
	return 1
}

const (
	metAt  = 0.5 // a pairing of at least this probability counts as agreement
	joinAt = 0.9 // parts that already agree this well are not tried joined
)

// align pairs the parts of two names greedily, the likeliest pair first.
func (m *model) align(al *alignment, a, b []Part, f Frequencies) {
	al.na, al.nb, al.n = min(len(a), maxParts), min(len(b), maxParts), 0
	for i := range al.na {
		al.ra[i] = m.rarity(&a[i], f)
		al.wa[i] = al.ra[i] * kindWeight(a[i].Kind)
		al.pa[i], al.to[i] = 0, -1
	}
	for j := range al.nb {
		al.rb[j] = m.rarity(&b[j], f)
		al.wb[j] = al.rb[j] * kindWeight(b[j].Kind)
		al.pb[j], al.from[j] = 0, -1
	}
	var bestA, bestB [maxParts]float32
	for i := range al.na {
		for j := range al.nb {
			p := m.same(&a[i], &b[j])
			if (a[i].Kind == Title) != (b[j].Kind == Title) {
				p *= 0.5
			}
			al.p[i][j] = p
			bestA[i] = max(bestA[i], p)
			bestB[j] = max(bestB[j], p)
		}
	}
	var cand [2 * maxParts]pairing
	nc := 0
	nc = m.joins(cand[:], nc, a[:al.na], b[:al.nb], &bestA, &bestB, false)
	nc = m.joins(cand[:], nc, b[:al.nb], a[:al.na], &bestB, &bestA, true)
	for {
		best := pairing{a: -1, p: 0.02}
		for i := range al.na {
			if al.to[i] >= 0 {
				continue
			}
			for j := range al.nb {
				if al.from[j] < 0 {
					// of equally likely ones the pair in order: parts at like places first
					p := al.p[i][j]
					if p > best.p+1e-6 {
						best = pairing{int8(i), int8(j), -1, -1, p}
					}
				}
			}
		}
		for _, c := range cand[:nc] {
			free := al.to[c.a] < 0 && al.from[c.b] < 0 && (c.a2 < 0 || al.to[c.a2] < 0) && (c.b2 < 0 || al.from[c.b2] < 0)
			if free && c.p > best.p+0.02 {
				best = c
			}
		}
		if best.a < 0 || al.n == maxParts {
			return
		}
		al.pairs[al.n] = best
		al.n++
		al.to[best.a], al.from[best.b] = best.b, best.a
		al.pa[best.a], al.pb[best.b] = best.p, best.p
		if best.a2 >= 0 {
			al.to[best.a2], al.pa[best.a2] = best.b, best.p
		}
		if best.b2 >= 0 {
			al.from[best.b2], al.pb[best.b2] = best.a, best.p
		}
	}
}

// joins finds where two adjacent parts of a, written together, are one part of b ("Khair Allah", "Khairallah").
func (m *model) joins(out []pairing, n int, a, b []Part, bestA, bestB *[maxParts]float32, swapped bool) int {
	for i := 0; i+1 < len(a); i++ {
		x, y := &a[i], &a[i+1]
		if x.arabic != y.arabic || x.n == 0 || y.n == 0 || int(x.n)+int(y.n) > maxSymbols {
			continue
		}
		var joined Part
		made := false
		for j := range b {
			z := &b[j]
			if bestB[j] > joinAt || z.n < 4 || z.n <= x.n && z.n <= y.n || bestA[i] > joinAt && bestA[i+1] > joinAt {
				continue
			}
			if 4*bits.OnesCount32((x.mask|y.mask)&z.mask) < 3*bits.OnesCount32(x.mask|y.mask) || x.mask&z.mask != x.mask {
				continue
			}
			if !made {
				made = true
				joined = *x
				joined.n = int8(int(x.n) + copy(joined.syms[x.n:], y.syms[:y.n]))
				joined.Key = skeleton(joined.syms[:joined.n], x.arabic)
				joined.mask = x.mask | y.mask
				joined.info = x.info + y.info
				joined.glued = 0
			}
			p := m.same(&joined, z) * 0.95
			if p > bestB[j]+0.05 && p > metAt && n < len(out) {
				if swapped {
					out[n] = pairing{int8(j), int8(i), -1, int8(i + 1), p}
				} else {
					out[n] = pairing{int8(i), int8(j), int8(i + 1), -1, p}
				}
				n++
			}
		}
	}
	return n
}
