package names

import "math/bits"

// The edit model scores how much likelier two parts are as two spellings of one name than by chance. It is a memoryless
// transducer (Ristad and Yianilos, 1998): a pair of spellings arises by steps that write a symbol on both sides, on one
// side only, or, from Arabic to Latin, one letter against two symbols (ي against "iy", ش against the "sh" that is one
// symbol here). Every step has a joint probability learned by EM; its score is the log of that over the probabilities of
// its symbols alone. Scores are in hundredths of a nat; symbol 0 is "nothing".
type edits struct {
	sub [alphabet][alphabet]int16
	dub *[alphabet][alphabet][alphabet]int16 // Arabic letter against two Latin symbols; nil within one script
}

// scripts names the three edit models: both Latin, both Arabic, Arabic against Latin.
type scripts uint8

const (
	latinLatin scripts = iota
	arabicArabic
	arabicLatin
)

const noStep = -2000

// likeness returns the best score of a path through the transducer, in nats; a is the Arabic one where scripts differ.
func (e *edits) likeness(a, b []uint8) float32 {
	var prev, cur [maxSymbols + 1]int32
	if len(a) > maxSymbols {
		a = a[:maxSymbols]
	}
	if len(b) > maxSymbols {
		b = b[:maxSymbols]
	}
	ins := &e.sub[0]
	for j := 1; j <= len(b); j++ {
		prev[j] = prev[j-1] + int32(ins[b[j-1]])
	}
	for _, x := range a {
		row := &e.sub[x]
		del := int32(row[0])
		cur[0] = prev[0] + del
		if e.dub != nil {
			dub := &e.dub[x]
			for j := 1; j <= len(b); j++ {
				y := b[j-1]
				best := prev[j-1] + int32(row[y])
				if s := prev[j] + del; s > best {
					best = s
				}
				if s := cur[j-1] + int32(ins[y]); s > best {
					best = s
				}
				if j > 1 {
					if s := prev[j-2] + int32(dub[b[j-2]][y]); s > best {
						best = s
					}
				}
				cur[j] = best
			}
		} else {
			for j := 1; j <= len(b); j++ {
				y := b[j-1]
				best := prev[j-1] + int32(row[y])
				if s := prev[j] + del; s > best {
					best = s
				}
				if s := cur[j-1] + int32(ins[y]); s > best {
					best = s
				}
				cur[j] = best
			}
		}
		prev, cur = cur, prev
	}
	return float32(prev[len(b)]) / 100
}

// information returns the surprise of a word's symbols under chance, in nats.
func information(s []uint8, arabic bool) float32 {
	u := &shipped.uni[0]
	if arabic {
		u = &shipped.uni[1]
	}
	var sum float32
	for _, x := range s {
		sum += u[x]
	}
	return sum
}

// tokenFeatures is the length of the vector that the token model weighs.
const tokenFeatures = 16

// tokenVector fills x with what speaks for two parts being spellings of one name, except the joining of parts.
func (m *model) tokenVector(x *[tokenFeatures]float32, a, b *Part, sc scripts) {
	as, bs := a.syms[:a.n], b.syms[:b.n]
	same := sc != arabicLatin && a.n == b.n && a.syms == b.syms
	l := m.edit[sc].likeness(as, bs)
	lo, hi := a.info, b.info
	if lo > hi {
		lo, hi = hi, lo
	}
	x[0] = 1
	x[1] = clip(l, -8, 20) / 8
	x[2] = clip(l/(lo+1), -1, 1)
	x[3] = clip(l/(hi+1), -1, 1)
	x[4] = bit(same)
	keySame := a.Key == b.Key
	x[5] = bit(keySame)
	if same {
		x[6], x[7] = 1, 1
	} else {
		if sc != arabicLatin {
			x[6] = jaroWinkler(as, bs)
		}
		x[7] = 1
		if !keySame {
			x[7] = keyLikeness(a.Key, b.Key)
		}
	}
	x[8] = clip(hi-l, 0, 20) / 8
	n := min(a.n, b.n)
	x[9] = bit(n <= 2)
	x[10] = bit(n == 3)
	x[11] = float32(max(a.n, b.n)-n) / 4
	x[12] = bit(len(a.Key) > 0 && len(b.Key) > 0 && a.Key[0] == b.Key[0])
	x[13] = max(0, x[2]-0.5)
	x[14] = max(0, x[3]-0.4)
	x[15] = x[7] * x[7]
}

// same returns the probability that two parts spell one name.
func (m *model) same(a, b *Part) float32 {
	if a.n == 0 || b.n == 0 {
		if a.Folded == b.Folded {
			return 0.97
		}
		return 0.001
	}
	if a.Kind == Initial || b.Kind == Initial {
		if len(a.Key) > 0 && len(b.Key) > 0 && a.Key[0] == b.Key[0] {
			if a.Kind == b.Kind {
				return 0.9
			}
			return 0.4
		}
		return 0.01
	}
	common := bits.OnesCount32(a.mask & b.mask)
	if 2*common < min(bits.OnesCount32(a.mask), bits.OnesCount32(b.mask)) {
		return 0.001
	}
	p := m.plain(a, b)
	if p < 0.9 && (a.glued > 0 && (b.article || b.glued > 0) || b.glued > 0 && a.article) {
		sa, sb := *a, *b
		if a.glued > 0 {
			sa.trim()
		}
		if b.glued > 0 {
			sb.trim()
		}
		if q := m.plain(&sa, &sb); q > p {
			p = q
		}
	}
	return p
}

// trim takes a glued article off.
func (p *Part) trim() {
	s := p.syms[p.glued:p.n]
	var syms [maxSymbols]uint8
	p.n = int8(copy(syms[:], s))
	p.syms = syms
	p.Key = skeleton(p.syms[:p.n], p.arabic)
	p.info = information(p.syms[:p.n], p.arabic)
	p.mask = classMask(p.Key)
	p.glued = 0
}

func (m *model) plain(a, b *Part) float32 {
	sc := latinLatin
	switch {
	case a.arabic && b.arabic:
		sc = arabicArabic
	case a.arabic:
		sc = arabicLatin
	case b.arabic:
		sc = arabicLatin
		a, b = b, a
	}
	var x [tokenFeatures]float32
	m.tokenVector(&x, a, b, sc)
	w := &m.token[sc]
	var z float32
	for i := range x {
		z += x[i] * w[i]
	}
	return sigmoid(z)
}

// keyLikeness is one minus the Levenshtein distance of two skeletons over the longer length.
func keyLikeness(a, b string) float32 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var row [maxSymbols + 2]uint8
	for j := range len(b) + 1 {
		row[j] = uint8(j)
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = uint8(i + 1)
		for j := 1; j <= len(b); j++ {
			d := diag
			if a[i] != b[j-1] {
				d++
			}
			d = min(d, row[j]+1, row[j-1]+1)
			diag, row[j] = row[j], d
		}
	}
	return 1 - float32(row[len(b)])/float32(max(len(a), len(b)))
}

// jaroWinkler is the classic measure over symbols (Winkler, 1990).
func jaroWinkler(a, b []uint8) float32 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	window := max(len(a), len(b))/2 - 1
	if window < 0 {
		window = 0
	}
	var hitA, hitB uint32
	m := 0
	for i, x := range a {
		for j := max(0, i-window); j < min(len(b), i+window+1); j++ {
			if hitB&(1<<j) == 0 && b[j] == x {
				hitA |= 1 << i
				hitB |= 1 << j
				m++
				break
			}
		}
	}
	if m == 0 {
		return 0
	}
	t, j := 0, 0
	for i, x := range a {
		if hitA&(1<<i) == 0 {
			continue
		}
		for hitB&(1<<j) == 0 {
			j++
		}
		if x != b[j] {
			t++
		}
		j++
	}
	f := float32(m)
	jaro := (f/float32(len(a)) + f/float32(len(b)) + (f-float32(t)/2)/f) / 3
	prefix := 0
	for prefix < min(4, len(a), len(b)) && a[prefix] == b[prefix] {
		prefix++
	}
	return jaro + float32(prefix)*0.1*(1-jaro)
}
