package match

import (
	"cmp"
	"math"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
)

// Identity is what judgements have made of the persons so far, as one viewer sees it.
type Identity interface {
	// Canonical returns the id of the group an entity is in; its own when it is alone.
	Canonical(sanad.ID) sanad.ID
	// Different reports whether the groups of two entities were judged different.
	Different(a, b sanad.ID) bool
	// Unsure returns the digest of the evidence on which the two were left open, if they were.
	Unsure(a, b sanad.ID) (evidence string, ok bool)
}

// Apart is the identity of an investigation without judgements.
type Apart struct{}

// Canonical returns id.
func (Apart) Canonical(id sanad.ID) sanad.ID { return id }

// Different returns false.
func (Apart) Different(a, b sanad.ID) bool { return false }

// Unsure returns false.
func (Apart) Unsure(a, b sanad.ID) (string, bool) { return "", false }

const (
	keepP    = 0.01 // pairs less likely than this are not asked about
	clusterP = 0.80 // pairs at least this likely make the clusters whose size an answer is worth
)

// How the worth of a question grows with the links behind it. Taken at face value, P times the links, the order trusts the
// likeliest of many pairs between two big clusters too much; these powers were chosen on listed and invented persons and
// save a sixth to a quarter of the questions that ordering by P alone takes (DESIGN.md).
const (
	likelihood = 2.0 // power of P
	within     = 0.6 // power of the links a question inside a likely cluster stands for
	across     = 0.2 // power of the links between two clusters
)

// fallback is what a further question about the same two clusters is worth: mostly it repeats the one before.
var fallback = [...]float64{1, 0.3, 0.08, 0.02}

// update scores the candidates of persons added since the last time.
func (x *Index) update() {
	if x.done == len(x.persons) {
		return
	}
	var pairs []uint64
	for i := x.done; i < len(x.persons); i++ {
		for _, j := range x.Candidates(i) {
			pairs = append(pairs, uint64(min(i, j))<<32|uint64(max(i, j)))
		}
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs)
	for _, q := range pairs {
		a, b := uint32(q>>32), uint32(q)
		e := evidence{quiet: true}
		x.weigh(&e, &x.persons[a], &x.persons[b])
		if p := sigmoid(e.z); p >= keepP {
			x.edges = append(x.edges, edge{a, b, float32(p)})
		}
	}
	x.done = len(x.persons)
}

// Questions returns the open questions, the one whose answer settles most first, at most limit (0: all). identity may be
// nil. Pairs that judgements decide, directly or through others, are not asked; pairs left unsure are asked again only when
// the evidence has changed.
//
// The order: likely pairs make clusters, and a cluster is asked for along a tree, likeliest pair first, each question worth
// more the likelier it is and the more links it stands for. Further pairs between the same clusters come later, for the case that
// the answer was no.
func (x *Index) Questions(identity Identity, limit int) []sanad.Question {
	if identity == nil {
		identity = Apart{}
	}
	x.update()
	ranked := x.rank(identity)
	var out []sanad.Question
	for _, r := range ranked {
		if limit > 0 && len(out) == limit {
			break
		}
		a, b := &x.persons[r.a], &x.persons[r.b]
		q := x.Score(a, b)
		if seen, ok := identity.Unsure(a.ID, b.ID); ok && seen == q.Evidence {
			continue
		}
		q.Score = r.score
		out = append(out, q)
	}
	return out
}

// scored is an edge in its place in the order.
type scored struct {
	edge
	score float64
	near  uint32 // whose questions it is asked with
}

func (x *Index) rank(identity Identity) []scored {
	group, size := x.groups(identity)
	open := make([]edge, 0, len(x.edges))
	for _, e := range x.edges {
		if group[e.a] == group[e.b] {
			continue
		}
		if identity.Different(x.persons[e.a].ID, x.persons[e.b].ID) {
			continue
		}
		open = append(open, e)
	}
	slices.SortFunc(open, func(e, f edge) int {
		if c := cmp.Compare(f.p, e.p); c != 0 {
			return c
		}
		if c := cmp.Compare(e.a, f.a); c != 0 {
			return c
		}
		return cmp.Compare(e.b, f.b)
	})

	// Clusters of likely pairs: what the persons here probably are.
	cluster := newForest(len(x.persons))
	for i, g := range group {
		cluster.join(uint32(i), g)
	}
	for _, e := range open {
		if e.p >= clusterP {
			cluster.join(e.a, e.b)
		}
	}
	members := make([]float64, len(x.persons))
	for i := range x.persons {
		members[cluster.find(uint32(i))]++
	}

	tree := newForest(len(x.persons))
	second := newForest(len(x.persons))
	for i, g := range group {
		tree.join(uint32(i), g)
		second.join(uint32(i), g)
	}
	between := map[uint64]int{}
	out := make([]scored, 0, len(open))
	for _, e := range open {
		ca, cb := cluster.find(e.a), cluster.find(e.b)
		s := scored{edge: e, near: min(ca, cb)}
		p := math.Pow(float64(e.p), likelihood)
		if ca == cb {
			// A tree edge of a cluster of n stands for about n/2 links, and for all of its two groups at once.
			gain := math.Pow(max(members[ca]/2, float64(size[group[e.a]])*float64(size[group[e.b]])), within)
			switch {
			case tree.join(e.a, e.b):
				s.score = p * gain
			case second.join(e.a, e.b):
				s.score = p * gain * fallback[1]
			default:
				s.score = p * gain * fallback[3]
			}
		} else {
			k := uint64(min(ca, cb))<<32 | uint64(max(ca, cb))
			n := between[k]
			between[k]++
			s.score = p * math.Pow(members[ca]*members[cb], across) * fallback[min(n, len(fallback)-1)]
		}
		out = append(out, s)
	}
	// Scores are rounded to steps of ten per cent, and within a step the questions of one cluster come together.
	for i := range out {
		out[i].score = math.Exp(math.Round(math.Log(out[i].score)*10) / 10)
	}
	slices.SortStableFunc(out, func(s, t scored) int {
		if c := cmp.Compare(t.score, s.score); c != 0 {
			return c
		}
		return cmp.Compare(s.near, t.near)
	})
	return out
}

// groups returns for every person a representative of the group judgements put it in, and the groups' sizes.
func (x *Index) groups(identity Identity) (group []uint32, size []int) {
	group, size = make([]uint32, len(x.persons)), make([]int, len(x.persons))
	first := map[sanad.ID]uint32{}
	for i := range x.persons {
		c := identity.Canonical(x.persons[i].ID)
		g, ok := first[c]
		if !ok {
			g = uint32(i)
			first[c] = g
		}
		group[i] = g
		size[g]++
	}
	return group, size
}

// Decided reports whether judgements already decide a question: both in one group, or their groups judged different.
func Decided(identity Identity, q sanad.Question) bool {
	if identity.Canonical(q.Left) == identity.Canonical(q.Right) || identity.Different(q.Left, q.Right) {
		return true
	}
	seen, ok := identity.Unsure(q.Left, q.Right)
	return ok && seen == q.Evidence
}

// Withdraw returns the questions that judgements leave open, in the same order.
func Withdraw(questions []sanad.Question, identity Identity) []sanad.Question {
	var open []sanad.Question
	for _, q := range questions {
		if !Decided(identity, q) {
			open = append(open, q)
		}
	}
	return open
}

// forest is union-find with path halving.
type forest []uint32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = uint32(i)
	}
	return f
}

func (f forest) find(i uint32) uint32 {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

// join unites two sets, under the lower root, and reports whether they were apart.
func (f forest) join(i, j uint32) bool {
	i, j = f.find(i), f.find(j)
	if i == j {
		return false
	}
	f[max(i, j)] = min(i, j)
	return true
}
