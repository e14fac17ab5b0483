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
func (m *model) information(s []uint8, arabic bool) float32 {
	u := &m.uni[0]
	if arabic {
		u = &m.uni[1]
	}
	var sum float32
	for _, x := range s {
		sum += u[x]
	}
	return sum
}

// tokenFeatures is the length of the vector that the token model weighs.
const tokenFeatures = 18

// tokenVector fills x with what speaks for two parts being spellings of one name, except the joining of parts.
func (m *model) tokenVector(x *[tokenFeatures]float32, a, b *Part, sc scripts, keys float32) {
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
		x[7] = keys
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
	x[16], x[17] = a.known(b)
}

const (
	keysApart    = 0.2   // less alike skeletons are not compared further
	unlike       = 0.001 // what two parts get that are not compared further
	tailLost     = 0.5   // the same for "ullah", "al-Din": Salah, Salah al-Din
	twoNames     = 0.7   // of parts known for two names, however alike: Salim, Salam
	splitDigraph = 0.95
	abdLost      = 0.6 // share of the probability left when "Abd" stands on one side only: Abd al-Baqi, Baqi
)

// same returns the probability that two parts spell one name.
func (m *model) same(a, b *Part) float32 {
	if a.n == 0 || b.n == 0 {
		if a.Folded == b.Folded {
			return 0.97
		}
		return unlike
	}
	if a.code == codeInitial || b.code == codeInitial {
		return sameInitial(a, b)
	}
	return m.sameWord(a, b)
}

func sameInitial(a, b *Part) float32 {
	switch {
	case a.Key == "" || b.Key == "" || a.Key[0] != b.Key[0]:
		return 0.01
	case a.code == b.code:
		return 0.9
	}
	return 0.4
}

// apart reports whether two parts lack so many of each other's consonants that they cannot spell one name; see consonants.
func apart(need1, may1, need2, may2 uint16) bool {
	miss := bits.OnesCount16(need1&^may2) + bits.OnesCount16(need2&^may1)
	size := bits.OnesCount16(need1 | need2)
	return 2*miss > size && (miss > 1 || size == 1)
}

// sameWord is same for two parts with symbols of which none is an initial.
func (m *model) sameWord(a, b *Part) float32 {
	if a.hash == b.hash && m.pairs != nil {
		return a.self
	}
	if apart(a.need, a.may, b.need, b.may) {
		return unlike
	}
	if m.pairs == nil {
		return m.work(a, b)
	}
	return m.remembered(a, b, pairHash(a.identity(), b.identity()))
}

// remembered is work with the table; h is the hash of the pair.
func (m *model) remembered(a, b *Part, h uint64) float32 {
	p, ok := m.pairs.get(h)
	if !ok {
		p = quantised(m.work(a, b))
		m.pairs.put(h, p)
	}
	return p
}

// identity is the hash of all that work looks at.
func (p *Part) identity() uint64 {
	if p.led {
		return p.hash ^ 0x5851f42d4c957f2d
	}
	return p.hash
}

// pairHash is the same whichever part comes first.
func pairHash(a, b uint64) uint64 { return mix(min(a, b), max(a, b)) }

// work compares two parts as they stand and, where that may be wrong, without a glued article or without "abd".
func (m *model) work(a, b *Part) float32 {
	if b.hash < a.hash {
		a, b = b, a
	}
	p := m.plain(a, b)
	if p < 0.9 && (a.glued > 0 && b.led || b.glued > 0 && a.led) {
		x, y := *a, *b
		if b.led {
			x.trim(m, a.glued)
		}
		if a.led {
			y.trim(m, b.glued)
		}
		p = max(p, m.plain(&x, &y))
	}
	if p < 0.5 && (a.abd > 0) != (b.abd > 0) {
		x, y := *a, *b
		x.trim(m, a.abd)
		y.trim(m, b.abd)
		p = max(p, abdLost*m.plain(&x, &y))
	}
	if p < 0.9 && a.digraph != b.digraph {
		x, y := *a, *b
		x.split(m)
		y.split(m)
		p = max(p, splitDigraph*m.plain(&x, &y))
	}
	if p < 0.5 && (a.tail > 0) != (b.tail > 0) {
		x, y := *a, *b
		x.cut(m, a.tail)
		y.cut(m, b.tail)
		p = max(p, tailLost*m.plain(&x, &y))
	}
	return p
}

// split reads the digraphs of a Latin part as two letters: Fathi (فتحي), Ishaq (إسحاق), Adham (أدهم).
func (p *Part) split(m *model) {
	if !p.digraph {
		return
	}
	var syms [maxSymbols]uint8
	s := syms[:0]
	for _, x := range p.syms[:p.n] {
		if y := digraphs[x]; y != 0 && len(s)+2 <= maxSymbols {
			s = append(s, y, 'h'-'a'+1)
		} else if len(s) < maxSymbols {
			s = append(s, x)
		}
	}
	p.syms = [maxSymbols]uint8{}
	p.setSymbols(m, s)
}

// cut takes symbols off the end.
func (p *Part) cut(m *model, n int8) {
	if n > 0 {
		var syms [maxSymbols]uint8
		rest := append(syms[:0], p.syms[:p.n-n]...)
		p.syms = [maxSymbols]uint8{}
		p.setSymbols(m, rest)
	}
}

// trim takes symbols off the head.
func (p *Part) trim(m *model, n int8) {
	if n > 0 {
		var syms [maxSymbols]uint8
		rest := append(syms[:0], p.syms[n:p.n]...)
		p.syms = [maxSymbols]uint8{}
		p.setSymbols(m, rest)
	}
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
	keys := keyLikeness(a.Key, b.Key)
	if keys < keysApart {
		return unlike
	}
	var x [tokenFeatures]float32
	m.tokenVector(&x, a, b, sc, keys)
	w := &m.token[sc]
	var z float32
	for i := range x {
		z += x[i] * w[i]
	}
	if trees := m.tokenTrees[sc]; len(trees) > 0 {
		var g [maxFeatures]int32
		for i := range x {
			g[i] = inGrains(x[i])
		}
		z += climb(trees, &g)
	}
	p := sigmoid(z)
	if x[17] > 0 {
		p *= twoNames
	}
	return p
}

// kin are classes of the skeleton that one letter may fall into by the habit of the writer (ض as d or z, ث as t or s, ج as j
// or g, ق as k or g, خ as kh or k or h); two that share a bit are half unlike.
var kin = [128]uint8{'d': 1, 'z': 1, 't': 2, 's': 2 | 16, 'j': 4, 'g': 4 | 8, 'k': 8 | 32, 'x': 32 | 64, 'h': 64, 'S': 16}

// keyLikeness is one minus the Levenshtein distance of two skeletons over the longer length; kin cost a half.
func keyLikeness(a, b string) float32 {
	if a == b {
		return 1
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var row [maxSymbols + 2]uint8
	for j := range len(b) + 1 {
		row[j] = uint8(2 * j)
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = uint8(2*i + 2)
		for j := 1; j <= len(b); j++ {
			d := diag
			if x, y := a[i], b[j-1]; x != y {
				d += 2
				if kin[x&127]&kin[y&127] != 0 {
					d--
				}
			}
			d = min(d, row[j]+2, row[j-1]+2)
			diag, row[j] = row[j], d
		}
	}
	return 1 - float32(row[len(b)])/float32(2*max(len(a), len(b)))
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
