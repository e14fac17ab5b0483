package names

import (
	"math/bits"
	"sync"
)

// pairing says which parts of two names go together.
type pairing struct {
	a, b   int8 // indices into the parts
	a2, b2 int8 // second part when two adjacent ones are joined to meet one; -1 otherwise
	p      float32
}

// kindCode is a Kind as a small number.
type kindCode uint8

const (
	codeUnknown kindCode = iota
	codeIsm
	codeFather
	codeGrandfather
	codeKunya
	codeLaqab
	codeNisba
	codeTitle
	codeNickname
	codeInitial
)

// kinds are the kinds by their codes.
var kinds = [...]Kind{codeUnknown: Unknown, codeIsm: Ism, codeFather: Father, codeGrandfather: Grandfather, codeKunya: Kunya, codeLaqab: Laqab,
	codeNisba: Nisba, codeTitle: Title, codeNickname: Nickname, codeInitial: Initial}

// alignment is all that Compare works from.
type alignment struct {
	na, nb   int
	ka, kb   [maxParts]kindCode
	wa, wb   [maxParts]float32 // weights: rarity times what the kind is worth
	ra, rb   [maxParts]float32 // rarity
	pa, pb   [maxParts]float32 // probability with which each part is met, 0 when alone
	to, from [maxParts]int8    // partner of each part of a, of b; -1 alone
	pairs    [maxParts]pairing
	n        int
	p        [maxParts][maxParts]float32

	// Room to work in.
	asked        [maxParts * maxParts]question
	cand         [maxCand]pairing
	bestA, bestB [maxParts]float32
	v            vector
	x            [maxFeatures]int32
}

// question is a pair of parts looked up in the table, and what was found first.
type question struct {
	a, b        int8
	hash, found uint64
}

// alignments keeps alignments, so that their room need not be cleared for every pair. What is in one is never read before it is
// written.
var alignments = sync.Pool{New: func() any { return new(alignment) }}

// worth is what a kind of part is worth in the coverage of a name, before the model weighs the rest.
var worth = [16]float32{codeUnknown: 1, codeIsm: 1, codeFather: 1, codeGrandfather: 1, codeKunya: 0.8, codeLaqab: 0.8, codeNisba: 0.8,
	codeTitle: 0.1, codeNickname: 0.5, codeInitial: 0.2}

const (
	metAt     = 0.5  // a pairing of at least this probability counts as agreement
	otherKind = 0.5  // share left to a title or kunya (Abu X) that meets a part which is none (X)
	joinAt    = 0.9  // parts that already agree this well are not tried joined
	joinCost  = 0.02 // how much likelier than single parts joined ones must be
	least     = 0.02 // parts less likely one are not paired
	maxCand   = 64   // candidates weighed; only names of many like parts have more
)

// align pairs the parts of two names greedily, the likeliest pair first.
func (m *model) align(al *alignment, a, b []Part, f Frequencies) {
	a, b = a[:min(len(a), maxParts)], b[:min(len(b), maxParts)]
	al.na, al.nb, al.n = len(a), len(b), 0
	for i := range a {
		k := a[i].code
		r := a[i].rarityAmong(f)
		al.ka[i], al.ra[i], al.wa[i], al.pa[i], al.to[i] = k, r, r*worth[k], 0, -1
	}
	for j := range b {
		k := b[j].code
		r := b[j].rarityAmong(f)
		al.kb[j], al.rb[j], al.wb[j], al.pb[j], al.from[j] = k, r, r*worth[k], 0, -1
	}
	cand, bestA, bestB := &al.cand, &al.bestA, &al.bestB
	clear(bestA[:al.na])
	clear(bestB[:al.nb])
	asked := 0 // all that memory is asked for at once, not to wait for each
	for i := range a {
		x := &a[i]
		for j := range b {
			y := &b[j]
			switch {
			case x.n == 0 || y.n == 0 || x.code == codeInitial || y.code == codeInitial || m.pairs == nil:
				al.p[i][j] = m.same(x, y)
			case x.hash == y.hash:
				al.p[i][j] = x.self
			case apart(x.need, x.may, y.need, y.may):
				al.p[i][j] = unlike
			default:
				h := pairHash(x.identity(), y.identity())
				al.asked[asked] = question{int8(i), int8(j), h, m.pairs.look(h)}
				asked++
			}
		}
	}
	for k := range asked {
		q := &al.asked[k]
		p, ok := answer(q.found, q.hash)
		if !ok {
			p = m.remembered(&a[q.a], &b[q.b], q.hash)
		}
		al.p[q.a][q.b] = p
	}
	n := 0
	for i := range a {
		for j := range b {
			p := al.p[i][j]
			if (al.ka[i] == codeTitle) != (al.kb[j] == codeTitle) || (al.ka[i] == codeKunya) != (al.kb[j] == codeKunya) {
				p *= otherKind
			}
			al.p[i][j] = p
			if p > least {
				bestA[i] = max(bestA[i], p)
				bestB[j] = max(bestB[j], p)
				if n < maxCand {
					cand[n] = pairing{int8(i), int8(j), -1, -1, p}
					n++
				}
			}
		}
	}
	n = m.joins(cand, n, al.ka[:], a, b, bestA, bestB, false)
	n = m.joins(cand, n, al.kb[:], b, a, bestB, bestA, true)
	for i := 1; i < n; i++ { // few: sort by insertion
		c := cand[i]
		j := i
		for ; j > 0 && c.before(&cand[j-1]); j-- {
			cand[j] = cand[j-1]
		}
		cand[j] = c
	}
	for i := range n {
		c := &cand[i]
		if al.to[c.a] >= 0 || al.from[c.b] >= 0 || c.a2 >= 0 && al.to[c.a2] >= 0 || c.b2 >= 0 && al.from[c.b2] >= 0 {
			continue
		}
		al.pairs[al.n] = *c
		al.n++
		al.to[c.a], al.from[c.b] = c.b, c.a
		al.pa[c.a], al.pb[c.b] = c.p, c.p
		if c.a2 >= 0 {
			al.to[c.a2], al.pa[c.a2] = c.b, c.p
		}
		if c.b2 >= 0 {
			al.from[c.b2], al.pb[c.b2] = c.a, c.p
		}
	}
}

// before reports whether a pairing is chosen before another: the likelier; of equals the one of parts at like places,
// then the earlier.
func (c *pairing) before(d *pairing) bool {
	cp, dp := c.p, d.p
	if c.a2 >= 0 || c.b2 >= 0 {
		cp -= joinCost
	}
	if d.a2 >= 0 || d.b2 >= 0 {
		dp -= joinCost
	}
	if cp != dp {
		return cp > dp
	}
	if x, y := absInt(c.a-c.b), absInt(d.a-d.b); x != y {
		return x < y
	}
	return c.a+c.b < d.a+d.b
}

func absInt(x int8) int8 {
	if x < 0 {
		return -x
	}
	return x
}

// joins finds where two adjacent parts of a, written together, are one part of b ("Khair Allah", "Khairallah").
func (m *model) joins(out *[maxCand]pairing, n int, ka []kindCode, a, b []Part, bestA, bestB *[maxParts]float32, swapped bool) int {
	for j := range b {
		z := &b[j]
		if bestB[j] > joinAt || z.n < 4 {
			continue
		}
		for i := 0; i+1 < len(a); i++ {
			if bestA[i] > joinAt && bestA[i+1] > joinAt {
				continue
			}
			x, y := &a[i], &a[i+1]
			if x.arabic != y.arabic || x.n == 0 || y.n == 0 || z.n <= x.n && z.n <= y.n || int(x.n)+int(y.n) > min(maxSymbols, int(z.n)+4) ||
				ka[i] == codeTitle || ka[i] == codeInitial || ka[i+1] == codeInitial {
				continue
			}
			if both := x.need | y.need; 3*bits.OnesCount16(both&^z.may|z.need&^(x.may|y.may)) > bits.OnesCount16(both|z.need) {
				continue
			}
			p := m.sameJoined(x, y, z) * 0.95
			if p > bestB[j]+0.05 && p > metAt && n < maxCand {
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

// sameJoined returns the probability that two parts written together spell a third.
func (m *model) sameJoined(x, y, z *Part) float32 {
	h := mix(mix(x.identity(), y.hash), z.identity())
	if m.pairs != nil {
		if p, ok := m.pairs.get(h); ok {
			return p
		}
	}
	joined := Part{Kind: Unknown, arabic: x.arabic, led: x.led}
	var syms [maxSymbols]uint8
	joined.setSymbols(m, append(append(syms[:0], x.syms[:x.n]...), y.syms[:y.n]...))
	p := quantised(m.work(&joined, z))
	if m.pairs != nil {
		m.pairs.put(h, p)
	}
	return p
}
