package names

import (
	"slices"

	sanad "github.com/sanad-workbench/sanad"
)

// Comparison is what Compare finds.
type Comparison struct {
	P       float64        // probability that two names of one person look like this, calibrated on lists where half of all pairs are; 0.5 is its own threshold
	For     []sanad.Reason // strongest first
	Against []sanad.Reason // strongest first
}

// Similarity returns the P of Compare without the reasons. It allocates nothing. Names without parts score 0. freq may
// be nil.
func Similarity(a, b Name, freq Frequencies) float64 {
	var al alignment
	return shipped.score(&al, a.Parts, b.Parts, freq)
}

// Measure returns the P of Compare and how much the agreement says: the surprise, in nats, of parts as rare as the agreeing
// ones agreeing by chance. The same two common names agreeing have a high P and a small surprise.
func Measure(a, b Name, freq Frequencies) (p, surprise float64) {
	var al alignment
	p = shipped.score(&al, a.Parts, b.Parts, freq)
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
	if !bears(a) || !bears(b) {
		return 0
	}
	m.align(al, a, b, f)
	var v vector
	al.pairVector(&v, a, b)
	return float64(sigmoid(m.weigh(&v)))
}

// weigh returns the log-odds the pair model gives to a vector: a line, and trees on top of it.
func (m *model) weigh(v *vector) float32 {
	var x [maxFeatures]int32
	var z0, z1, z2, z3 float32 // four sums at a time, so that none waits for the one before
	for i := 0; i < pairFeatures; i += 4 {
		f, w, g := (*[4]float32)(v[i:i+4]), (*[4]float32)(m.pair[i:i+4]), (*[4]int32)(x[i:i+4])
		z0 += f[0] * w[0]
		z1 += f[1] * w[1]
		z2 += f[2] * w[2]
		z3 += f[3] * w[3]
		g[0], g[1], g[2], g[3] = inGrains(f[0]), inGrains(f[1]), inGrains(f[2]), inGrains(f[3])
	}
	return z0 + z1 + z2 + z3 + climb(m.trees, &x)
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

// Compare weighs whether two names may be of one person. The reasons are those of the parts: agreeing, contradicting
// (both names have a part the other lacks), missing on one side. freq says how common parts are; nil takes the shipped
// counts.
func Compare(a, b Name, freq Frequencies) Comparison {
	var al alignment
	c := Comparison{P: shipped.score(&al, a.Parts, b.Parts, freq)}
	if al.na == 0 {
		return c
	}
	count := func(p *Part) int {
		if freq == nil {
			return 0
		}
		return freq.Count(p.Key)
	}
	add := func(code string, left, right string, n int, w float64) {
		r := sanad.Reason{Code: code, Left: left, Right: right, Count: n, Weight: w}
		if w > 0 {
			c.For = append(c.For, r)
		} else {
			c.Against = append(c.Against, r)
		}
	}
	for k := range al.n {
		q := al.pairs[k]
		if q.p < metAt {
			continue
		}
		l, r := &a.Parts[q.a], &b.Parts[q.b]
		code := "name_part_agrees"
		if l.Kind == Kunya && r.Kind == Kunya {
			code = "kunya_agrees"
		}
		w := float64(q.p*min(al.wa[q.a], al.wb[q.b])) * 3
		add(code, joinedText(a, q.a, q.a2), joinedText(b, q.b, q.b2), count(l), w)
	}
	var left, right []int
	for i := range al.na {
		if al.pa[i] < metAt {
			left = append(left, i)
		}
	}
	for j := range al.nb {
		if al.pb[j] < metAt {
			right = append(right, j)
		}
	}
	for _, i := range left {
		p := &a.Parts[i]
		if p.Kind == Title {
			continue
		}
		j := slices.IndexFunc(right, func(j int) bool { return j >= 0 && b.Parts[j].Kind == p.Kind })
		if j < 0 && p.Kind != Kunya {
			j = slices.IndexFunc(right, func(j int) bool {
				return j >= 0 && b.Parts[j].Kind != Kunya && b.Parts[j].Kind != Title && b.Parts[j].Kind != Initial && b.Parts[j].Kind != Nickname
			})
		}
		if j < 0 {
			add("name_part_missing", p.Text, "", count(p), -0.3*float64(al.wa[i]))
			continue
		}
		q := &b.Parts[right[j]]
		code, w := "name_part_contradicts", 2.5
		switch {
		case p.Kind == Kunya && q.Kind == Kunya:
			code, w = "kunya_differs", 0.5
		case p.Kind == Father && q.Kind == Father:
			code, w = "father_contradicts", 3.5
		case p.Kind == Initial || q.Kind == Initial || p.Kind == Nickname || q.Kind == Nickname:
			code, w = "name_part_missing", 0.3
		}
		add(code, p.Text, q.Text, 0, -w*float64(min(al.wa[i], al.wb[right[j]])))
		right[j] = -1
	}
	for _, j := range right {
		if j < 0 || b.Parts[j].Kind == Title {
			continue
		}
		add("name_part_missing", "", b.Parts[j].Text, count(&b.Parts[j]), -0.3*float64(al.wb[j]))
	}
	if a.Weak() || b.Weak() {
		add("kunya_only", a.Raw, b.Raw, 0, -1)
	}
	if rare, n, l, r := al.rarest(a.Parts, b.Parts, count); rare >= 0.9 {
		add("name_rare", l, r, n, 0.5)
	} else if rare > 0 && rare < 0.5 {
		add("name_common", l, r, n, -0.7)
	}
	byWeight := func(x, y sanad.Reason) int {
		d := abs(y.Weight) - abs(x.Weight)
		switch {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	}
	slices.SortStableFunc(c.For, byWeight)
	slices.SortStableFunc(c.Against, byWeight)
	return c
}

func joinedText(n Name, i, j int8) string {
	if j < 0 {
		return n.Parts[i].Text
	}
	return n.Parts[i].Text + " " + n.Parts[j].Text
}

// rarest returns the rarity of the rarest agreeing part, 0 when none agrees.
func (al *alignment) rarest(a, b []Part, count func(*Part) int) (rare float32, n int, left, right string) {
	for k := range al.n {
		q := al.pairs[k]
		if q.p < metAt || a[q.a].Kind == Title {
			continue
		}
		if r := al.ra[q.a]; r > rare {
			rare, n, left, right = r, count(&a[q.a]), a[q.a].Text, b[q.b].Text
		}
	}
	return rare, n, left, right
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// PartSimilarity returns the probability that two parts are spellings of one name.
func PartSimilarity(a, b Part) float64 { return float64(shipped.same(&a, &b)) }
