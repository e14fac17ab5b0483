package match

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"strconv"

	sanad "github.com/sanad-workbench/sanad"
)

// Judged is a pair of persons and what the investigation's own people said of them.
type Judged struct {
	Left, Right sanad.ID
	Same        bool
}

// step is a finding that a pair reached and what it is worth by hand.
type step struct {
	found finding
	worth float64
}

// lesson is a pair to learn from.
type lesson struct {
	steps []step
	z     float64 // what is fixed: the prior and what is never learned
	same  float64 // 1, 0 or between, of a judged pair
	mass  float64 // how many judgements it counts for
	soft  bool    // same is what weights set by hand say, not a judgement
}

const (
	sampleProfiles = 1000 // profiles whose candidates are looked at without labels
	sampleEach     = 10   // of the pairs of the sample, one in so many anchors what is learned from judgements

	rounds    = 4   // of expectation and maximization
	sure      = 3.0 // log-odds from which a pair tells something of a comparison: of doubtful ones too many are put down wrongly
	softShare = 0.2 // what the program tells itself is worth less than it seems, since pairs repeat each other

	passes      = 25   // of Newton's method over every weight
	spread      = 0.35 // standard deviation of the logarithm of a factor before anything is known, ...
	spreadNames = 0.2  // ... of the two factors of names, whose model is trained, ...
	spreadShift = 0.4  // ... and of the shift
	mostShift   = 1.5  // the shift stays within
	anchor      = 300  // judgements that P of the candidate pairs as it was is worth, so that what was asked does not bend what was not
	wrongShare  = 0.04 // of judgements, expected to be wrong
)

// Learn makes weights of what the investigation itself shows: first, without labels, of how often each finding is made of pairs that all
// other evidence takes for one and by those it does not (Fellegi and Sunter's m and u, by expectation and maximization); then of
// the judgements, by logistic regression that takes some of them for wrong. Both start from the weights set by hand, so that little
// evidence changes little. What Learn returns depends on the persons and the judgements alone, not on the order of either. Give it to Use.
func (x *Index) Learn(judged []Judged) Weights {
	was := x.weights
	x.weights = Weights{}
	defer func() { x.weights = was }()
	x.roomy()
	x.file()
	var w Weights
	sample := x.sample()
	w.estimate(sample)
	for i := range sample {
		l := &sample[i]
		l.same, l.soft, l.mass = sigmoid(w.weigh(l)), true, anchor*sampleEach/float64(len(sample))
	}
	w.refine(x.lessons(judged), sample)
	return w
}

// Weights returns the weights in use.
func (x *Index) Weights() Weights { return x.weights }

// Use weighs with w from now on. Pairs scored already are scored anew when next asked for.
func (x *Index) Use(w Weights) {
	if w == x.weights {
		return
	}
	x.weights = w
	x.edges, x.done, x.ready = nil, 0, preparing{}
	x.forgetGroups()
}

// content is a hash of what is said of a profile that is the same in every process.
func (p *profile) content() uint64 {
	h := fnv.New64a()
	write := func(list ...string) {
		for _, s := range list {
			h.Write([]byte(s))
			h.Write([]byte{1})
		}
		h.Write([]byte{2})
	}
	for _, list := range p.said() {
		write(list...)
	}
	for _, a := range p.Acts {
		write(a.Type, a.Role, a.Date, a.Place)
	}
	for _, o := range p.Posts {
		write(o.Role, o.Group, o.Date, strconv.FormatBool(o.Unit))
	}
	return h.Sum64()
}

// sample returns candidate pairs that depend on the persons alone: those of the profiles of the smallest hashes, by keys of which
// the index keeps every profile.
func (x *Index) sample() []lesson {
	type hashed struct {
		content uint64
		profile uint32
	}
	content := make([]uint64, len(x.profiles))
	all := make([]hashed, len(x.profiles))
	for k := range x.profiles {
		content[k] = x.profiles[k].content()
		all[k] = hashed{content[k], uint32(k)}
	}
	slices.SortFunc(all, func(a, b hashed) int { return cmp.Compare(a.content, b.content) })
	byContent := func(a, b uint32) int { return cmp.Compare(content[a], content[b]) }
	var pairs [][2]uint32
	for _, h := range all[:min(len(all), sampleProfiles)] {
		k := h.profile
		p := &x.profiles[k]
		x.eachKey(&p.Person, func(key key) {
			id, ok := x.keys[key.hash]
			if ok && !key.single && key.weight == 4 && len(x.postings[id]) < postingCap {
				x.vote(x.postings[id], key.weight)
			}
		})
		near := slices.DeleteFunc(slices.Clone(x.touched), func(j uint32) bool {
			q := &x.profiles[j]
			return j == k || len(p.members) == 1 && len(q.members) == 1 && p.Report == q.Report && p.Report != ""
		})
		slices.SortFunc(near, func(a, b uint32) int { return cmp.Or(cmp.Compare(x.votes[b], x.votes[a]), byContent(a, b)) })
		x.forget()
		for _, j := range near[:min(len(near), candidatesLeast)] {
			if byContent(j, k) < 0 {
				pairs = append(pairs, [2]uint32{j, k})
			} else {
				pairs = append(pairs, [2]uint32{k, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]uint32) int { return cmp.Or(byContent(a[0], b[0]), byContent(a[1], b[1])) })
	pairs = slices.Compact(pairs)
	out := make([]lesson, len(pairs))
	for i, p := range pairs {
		out[i] = x.lesson(&x.profiles[p[0]].Person, &x.profiles[p[1]].Person)
	}
	return out
}

func (x *Index) lesson(a, b *Person) lesson {
	var steps []step
	e := evidence{quiet: true, steps: &steps}
	x.weigh(&e, a, b)
	l := lesson{z: e.z}
	for _, s := range steps {
		if findings[s.found].of != fixed {
			l.steps = append(l.steps, s)
			l.z -= s.worth
		}
	}
	return l
}

// lessons returns the judged pairs, each pair of profiles once however often its people were judged.
func (x *Index) lessons(judged []Judged) []lesson {
	type verdicts struct{ same, different int }
	type pair struct {
		a, b uint64 // content
		p, q uint32
	}
	said := map[pair]verdicts{}
	for _, j := range judged {
		a, ok := x.byID[j.Left]
		b, okb := x.byID[j.Right]
		if !ok || !okb {
			continue
		}
		k := pair{p: x.persons[a].profile, q: x.persons[b].profile}
		k.a, k.b = x.profiles[k.p].content(), x.profiles[k.q].content()
		if k.a > k.b {
			k = pair{k.b, k.a, k.q, k.p}
		}
		v := said[k]
		if j.Same {
			v.same++
		} else {
			v.different++
		}
		said[k] = v
	}
	order := make([]pair, 0, len(said))
	for k := range said {
		order = append(order, k)
	}
	slices.SortFunc(order, func(k, l pair) int { return cmp.Or(cmp.Compare(k.a, l.a), cmp.Compare(k.b, l.b)) })
	out := make([]lesson, 0, len(order))
	for _, k := range order {
		l := x.lesson(&x.profiles[k.p].Person, &x.profiles[k.q].Person)
		v := said[k]
		l.same = float64(v.same) / float64(v.same+v.different)
		out = append(out, l)
	}
	alike := map[[2]float64]float64{}
	for i := range out {
		alike[out[i].named()]++
	}
	for i := range out {
		out[i].mass = 1 / math.Sqrt(alike[out[i].named()])
	}
	return out
}

// named tells pairs of the same two names from others.
func (l *lesson) named() (of [2]float64) {
	for _, s := range l.steps {
		if s.found <= nameSurprise {
			of[s.found] = s.worth
		}
	}
	return of
}

func (w *Weights) weigh(l *lesson) float64 {
	z := l.z + w.shift
	for _, s := range l.steps {
		z += s.worth * w.factor(s.found)
	}
	return z
}

// estimate learns from pairs without labels. How likely a pair is to be one is taken, for each comparison, from everything but that
// comparison, so that no agreement confirms itself; names are not learned so.
func (w *Weights) estimate(pairs []lesson) {
	for range rounds {
		var m, u, worth [findingCount]float64
		var of [comparisons][2]float64
		for i := range pairs {
			l := &pairs[i]
			z := w.weigh(l)
			for c := ofFather; c < comparisons; c++ {
				without, met := z, false
				for _, s := range l.steps {
					if findings[s.found].of == c {
						without -= s.worth * w.factor(s.found)
						met = true
					}
				}
				if !met {
					continue
				}
				if without > -sure && without < sure {
					continue
				}
				r := sigmoid(without)
				of[c][0] += r
				of[c][1] += 1 - r
				for _, s := range l.steps {
					if findings[s.found].of == c {
						m[s.found] += r
						u[s.found] += 1 - r
						worth[s.found] += s.worth
					}
				}
			}
		}
		next := *w
		for l := range findings {
			c := findings[l].of
			n := m[l] + u[l]
			if c <= ofNames || !finding(l).learned() || n == 0 {
				continue
			}
			const half = 0.5
			found := math.Log((m[l]+half)/(of[c][0]+2*half)) - math.Log((u[l]+half)/(of[c][1]+2*half))
			byHand := worth[l] / n
			ratio := math.Log(mostFactor)
			if q := found / byHand; q <= 1/mostFactor {
				ratio = -ratio
			} else if q < mostFactor {
				ratio = math.Log(q)
			}
			// The variance of found, as one of the logarithm of the factor.
			variance := (1/(m[l]+half) + 1/(u[l]+half)) / (byHand * byHand) / softShare
			next.log[l] = ratio * spread * spread / (spread*spread + variance)
		}
		*w = next
	}
}

// refine learns from judged pairs: the factors that make the judgements likeliest, near those there are. A share of the judgements is
// taken for wrong, so that no single one pulls hard.
func (w *Weights) refine(pairs, sample []lesson) {
	if len(pairs) == 0 {
		return
	}
	at := *w
	judged := pairs
	for i := 0; i < len(sample); i += sampleEach {
		pairs = append(pairs, sample[i])
	}
	for i := range judged {
		for _, s := range judged[i].steps {
			w.pairs[s.found]++
		}
	}
	var reached [findingCount][]int32
	for i := range pairs {
		for j, s := range pairs[i].steps {
			if s.found.learned() && !slices.ContainsFunc(pairs[i].steps[:j], func(t step) bool { return t.found == s.found }) {
				reached[s.found] = append(reached[s.found], int32(i))
			}
		}
	}
	z := make([]float64, len(pairs))
	for range passes {
		for i := range pairs {
			z[i] = w.weigh(&pairs[i])
		}
		// One Newton step for the shift, then one for each factor.
		gradient, curvature := -w.shift/(spreadShift*spreadShift), 1/(spreadShift*spreadShift)
		for i := range pairs {
			g, c := pairs[i].pull(z[i])
			gradient, curvature = gradient+g, curvature+c
		}
		d := min(max(gradient/curvature, -0.5), 0.5)
		d = min(max(w.shift+d, -mostShift), mostShift) - w.shift
		w.shift += d
		for i := range z {
			z[i] += d
		}
		for l := range findings {
			if len(reached[l]) == 0 {
				continue
			}
			f := w.factor(finding(l))
			spread := spread
			if findings[l].of == ofNames {
				spread = spreadNames
			}
			gradient, curvature := -(w.log[l]-at.log[l])/(spread*spread), 1/(spread*spread)
			for _, i := range reached[l] {
				v := 0.0
				for _, s := range pairs[i].steps {
					if s.found == finding(l) {
						v += s.worth * f
					}
				}
				g, c := pairs[i].pull(z[i])
				gradient += g * v
				curvature += c * v * v
			}
			d := min(max(gradient/curvature, -0.3), 0.3)
			was := w.log[l]
			w.log[l] = min(max(was+d, -math.Log(mostFactor)), math.Log(mostFactor))
			change := w.factor(finding(l)) - f
			for _, i := range reached[l] {
				for _, s := range pairs[i].steps {
					if s.found == finding(l) {
						z[i] += s.worth * change
					}
				}
			}
		}
	}
}

// pull is the derivative, and the curvature, of the logarithm of how likely a verdict is, by the log-odds.
func (l *lesson) pull(z float64) (gradient, curvature float64) {
	p := sigmoid(z)
	if l.soft {
		return l.mass * (l.same - p), l.mass * p * (1 - p)
	}
	slope := (1 - 2*wrongShare) * p * (1 - p)
	q := wrongShare + (1-2*wrongShare)*p
	gradient = slope * (l.same/q - (1-l.same)/(1-q))
	return l.mass * gradient, l.mass * slope * slope / (q * (1 - q))
}
