package names

import sanad "github.com/sanad-workbench/sanad"

// Comparison is what Compare finds. The weights of all its reasons, For (positive) and Against, add up to the log-odds of P; those
// of weight 0 are notes on what the others say.
type Comparison struct {
	P       float64        // probability that two names of one person look like this, calibrated on lists where half of all pairs are; 0.5 is its own threshold
	For     []sanad.Reason // strongest first
	Against []sanad.Reason // strongest first
}

// Similarity returns the P of Compare without the reasons. It allocates nothing. Names without parts score 0. freq may
// be nil.
func Similarity(a, b Name, freq Frequencies) float64 {
	al := alignments.Get().(*alignment)
	p := shipped.score(al, a.Parts, b.Parts, freq)
	alignments.Put(al)
	return p
}

// Measure returns the P of Compare and how much the agreement says: the surprise, in nats, of parts as rare as the agreeing
// ones agreeing by chance. The same two common names agreeing have a high P and a small surprise.
func Measure(a, b Name, freq Frequencies) (p, surprise float64) {
	al := alignments.Get().(*alignment)
	defer alignments.Put(al)
	p = shipped.score(al, a.Parts, b.Parts, freq)
	for k := range al.n {
		q := &al.pairs[k]
		if q.p >= metAt {
			w := min(worth[al.ka[q.a]], worth[al.kb[q.b]])
			surprise += float64(q.p*w) * 4 * float64(al.ra[q.a]+al.rb[q.b]) // 8 nats of a rarity of one, over two sides
		}
	}
	return p, surprise
}

func (m *model) score(al *alignment, a, b []Part, f Frequencies) float64 {
	z, ok := m.logOdds(al, a, b, f)
	if !ok {
		return 0
	}
	return float64(sigmoid(z))
}

// logOdds aligns two names and weighs them; not ok when one of them bears nothing that can be compared.
func (m *model) logOdds(al *alignment, a, b []Part, f Frequencies) (z float32, ok bool) {
	if !bears(a) || !bears(b) {
		return 0, false
	}
	m.align(al, a, b, f)
	al.pairVector(&al.v, a, b)
	return m.weigh(&al.v, &al.x), true
}

// weigh returns the log-odds the pair model gives to a vector: a line, and trees on top of it.
func (m *model) weigh(v *vector, x *[maxFeatures]int32) float32 {
	var z0, z1, z2, z3 float32 // four sums at a time, so that none waits for the one before
	for i := 0; i < pairFeatures; i += 4 {
		f, w, g := (*[4]float32)(v[i:i+4]), (*[4]float32)(m.pair[i:i+4]), (*[4]int32)(x[i:i+4])
		z0 += f[0] * w[0]
		z1 += f[1] * w[1]
		z2 += f[2] * w[2]
		z3 += f[3] * w[3]
		g[0], g[1], g[2], g[3] = inGrains(f[0]), inGrains(f[1]), inGrains(f[2]), inGrains(f[3])
	}
	return z0 + z1 + z2 + z3 + climb(m.trees, x)
}

// bears reports whether any part can be compared at all: a name of titles, digits or single letters only cannot.
func bears(parts []Part) bool {
	for i := range parts {
		if k := parts[i].code; k != codeTitle && k != codeInitial && parts[i].n >= 2 {
			return true
		}
	}
	return false
}

// PartSimilarity returns the probability that two parts are spellings of one name.
func PartSimilarity(a, b Part) float64 { return float64(shipped.same(&a, &b)) }
