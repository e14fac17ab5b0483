package match

import (
	"cmp"
	"container/heap"
	"iter"
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

// Group returns id alone.
func (Apart) Group(id sanad.ID) []sanad.ID { return []sanad.ID{id} }

// Canonical returns id.
func (Apart) Canonical(id sanad.ID) sanad.ID { return id }

// Different returns false.
func (Apart) Different(a, b sanad.ID) bool { return false }

// Unsure returns false.
func (Apart) Unsure(a, b sanad.ID) (string, bool) { return "", false }

const (
	keepP    = 0.01  // pairs less likely than this are not asked about, ...
	keepAllP = 0.002 // ... than this in a small investigation, whose people come to the end of the list
	clusterP = 0.80  // pairs at least this likely make the clusters whose size an answer is worth
	reportP  = 0.05  // two reports this likely of one man are asked about, late, even where all else their groups say makes it unlikely
)

// How the worth of a question grows with the links behind it. Taken at face value, P times the links, the order trusts the
// likeliest of many pairs between two big clusters too much; these powers were chosen on listed and invented persons, of whom
// everything is ranked once or what answers touched again and again (DESIGN.md).
const (
	likelihood = 2.0 // power of P
	within     = 0.3 // power of the links a question inside a likely cluster stands for
	across     = 0.3 // power of the links between two clusters
	next       = 0.8 // of each further question about somebody: he is mostly one of the first few, so everybody's first comes before anybody's third
)

// fallback is what a further question about the same two clusters is worth: mostly it repeats the one before.
var fallback = [...]float64{1, 0.3, 0.08, 0.02}

// preparing is ranking's groundwork half done.
type preparing struct {
	met     int      // profiles whose candidates are found
	pairs   []uint64 // candidates of profiles added since the last time
	sorted  bool
	weighed int // of pairs
}

// Prepare finds and weighs candidates of persons added since the last time, at most about so many at a time, and reports whether
// all is done. Ranking does what is left of it; somebody who must not keep others waiting does it piece by piece before.
func (x *Index) Prepare(most int) (done bool) {
	if x.done == len(x.profiles) {
		return true
	}
	r := &x.ready
	if r.met == x.done {
		x.roomy()
		x.forgetGroups()
	}
	for ; r.met < len(x.profiles) && most > 0; most-- {
		i := uint32(r.met)
		for _, j := range x.nearest(i) {
			r.pairs = append(r.pairs, uint64(min(i, j))<<32|uint64(max(i, j)))
		}
		r.pairs = append(r.pairs, uint64(i)<<32|uint64(i)) // the next one of whom the same is said
		r.met++
		r.sorted = false
	}
	if r.met < len(x.profiles) {
		return false
	}
	if !r.sorted {
		rest := r.pairs[r.weighed:]
		slices.Sort(rest)
		r.pairs, r.sorted = r.pairs[:r.weighed+len(slices.Compact(rest))], true
	}
	least := x.least()
	for ; r.weighed < len(r.pairs) && most > 0; most-- {
		a, b := uint32(r.pairs[r.weighed]>>32), uint32(r.pairs[r.weighed])
		e := evidence{quiet: true}
		x.weigh(&e, &x.profiles[a].Person, &x.profiles[b].Person)
		if p := float32(sigmoid(e.z)); p >= least {
			x.edges = append(x.edges, edge{a, b, p})
		}
		r.weighed++
	}
	if r.weighed < len(r.pairs) {
		return false
	}
	slices.SortFunc(x.edges, func(e, f edge) int {
		return cmp.Or(cmp.Compare(f.p, e.p), cmp.Compare(e.a, f.a), cmp.Compare(e.b, f.b))
	})
	x.done = len(x.profiles)
	x.ready = preparing{met: x.done}
	x.around, x.likely = adjacency{}, nil
	return true
}

// least is how likely a pair must be to be asked about.
func (x *Index) least() float32 {
	if x.enough() > candidatesLeast {
		return keepAllP
	}
	return keepP
}

// Ranked is a question in its place in the order to ask, without its reasons.
type Ranked struct {
	Left, Right sanad.ID
	Score       float64

	a, b uint32 // their numbers, when Rank made it
}

// Questions returns the open questions with their reasons, in the order of Rank, at most limit (0: all).
func (x *Index) Questions(identity Identity, limit int) []sanad.Question {
	if identity == nil {
		identity = Apart{}
	}
	ranked := x.Rank(identity, limit)
	out := make([]sanad.Question, 0, len(ranked))
	for _, r := range ranked {
		q, _ := x.QuestionIn(identity, r)
		out = append(out, q)
	}
	return out
}

// Question weighs a ranked pair; ok is false when one of the two is not here.
func (x *Index) Question(r Ranked) (q sanad.Question, ok bool) {
	a, ok := x.Person(r.Left)
	b, okb := x.Person(r.Right)
	if !ok || !okb {
		return sanad.Question{Left: r.Left, Right: r.Right}, false
	}
	q = x.Score(&a, &b)
	q.Score = r.Score
	return q, true
}

// Rank returns the open questions, the one whose answer settles most first, at most limit (0: all). identity may be nil.
// Between two groups one question is asked, of the two persons likeliest to be one. Pairs that judgements decide, directly or
// through others, are not asked; pairs left unsure are asked again only when the evidence has changed.
//
// The order: likely pairs make clusters, and a cluster is asked for along a tree, likeliest pair first, each question worth
// more the likelier it is and the more links it stands for. Further pairs between the same clusters come later, for the case that
// the answer was no.
func (x *Index) Rank(identity Identity, limit int) []Ranked {
	if identity == nil {
		identity = Apart{}
	}
	for !x.Prepare(1 << 20) {
	}
	group, size := x.groups(identity)
	found := x.opens(identity, group, size, slices.Values(x.edges), nil)
	x.likely = newForest(len(x.persons))
	return x.listed(identity, x.worth(found, group, size, nil), limit)
}

// listed gives scored pairs the form in which they are asked about, without those left unsure on the evidence there is.
func (x *Index) listed(identity Identity, scored []scored, limit int) []Ranked {
	out := make([]Ranked, 0, len(scored))
	for _, s := range scored {
		if limit > 0 && len(out) == limit {
			break
		}
		r := Ranked{Left: x.persons[s.a].id, Right: x.persons[s.b].id, Score: s.score, a: s.a, b: s.b}
		if seen, ok := identity.Unsure(r.Left, r.Right); ok {
			// The answer was given on what was shown: of the two persons, or of what their groups say.
			if q, _ := x.Question(r); q.Evidence == seen {
				continue
			}
			if q, _ := x.QuestionIn(identity, r); q.Evidence == seen {
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// open is a pair of groups that may be one, by the two of their persons that are likeliest to be.
type open struct {
	a, b uint32 // persons
	p    float32
	late bool // both groups have likelier questions enough
}

// scored is an open pair in its place in the order.
type scored struct {
	open
	score float64
	near  uint32 // whose questions it is asked with
}

// Two profiles that many groups have are not asked about group by group: each group is asked about with the facesAsked largest
// ones of the other side, or with the largest when it is not likely that the two are one.
const facesAsked = 4

// The groupAsked likeliest questions about a group are asked before anybody's further ones.
const groupAsked = 14

// opens returns the likeliest pair between any two groups that judgements leave open, likeliest first, of those that the edges
// lead to; with about, only pairs of which one group is in it. The edges come likeliest first.
func (x *Index) opens(identity Identity, group []uint32, size []int, edges iter.Seq[edge], about map[uint32]bool) []open {
	faces := x.faces(group, size)
	var out []open
	asked := make([]uint8, len(x.persons))
	limit := uint8(x.enough()) // questions kept about one group, but for those among the likeliest of the other group
	seen := map[uint64]struct{}{}
	members := x.members(group, size)
	take := func(o open) {
		g, h := group[o.a], group[o.b]
		if asked[g] < limit || asked[h] < limit {
			o.late = asked[g] >= groupAsked && asked[h] >= groupAsked
			out = append(out, o)
			asked[g], asked[h] = min(asked[g]+1, limit), min(asked[h]+1, limit)
		}
	}
	var put later
	ask := func(a, b uint32, p float32) {
		g, h := min(group[a], group[b]), max(group[a], group[b])
		if g == h || asked[g] == limit && asked[h] == limit || x.persons[a].report == x.persons[b].report && x.persons[a].report != "" {
			return
		}
		if about != nil && !about[g] && !about[h] {
			return
		}
		k := uint64(g)<<32 | uint64(h)
		if _, ok := seen[k]; ok || identity.Different(x.persons[a].id, x.persons[b].id) {
			return
		}
		seen[k] = struct{}{}
		o := open{a: min(a, b), b: max(a, b), p: p}
		if size[g] > 1 || size[h] > 1 {
			o.p = x.together(x.circle(members(g)), x.circle(members(h)))
			if a, b, ok := x.named(a, b, members(group[a]), members(group[b])); ok {
				o.a, o.b = min(a, b), max(a, b)
			}
		}
		switch {
		case o.p >= p:
			take(o)
		case o.p >= x.least() || p >= reportP:
			heap.Push(&put, o)
		}
	}
	for e := range edges {
		put.due(e.p, take)
		left, right := faces(e.a), faces(e.b)
		most := 1
		if e.p >= 0.5 || len(left)*len(right) <= facesAsked*facesAsked {
			most = facesAsked
		}
		for i, a := range left {
			for j, b := range right {
				if i >= most && j >= most {
					break
				}
				if e.a != e.b || i < j {
					ask(a, b, e.p)
				}
			}
		}
	}
	put.due(0, take)
	slices.SortStableFunc(out, func(a, b open) int { return cmp.Compare(b.p, a.p) })
	return out
}

// named returns two persons who have names, of the groups of a and b, when one of these is known by a kunya or nisba only: a "same" on
// such a one would bridge two groups of named men, and be held back. ok is false when the two can be asked about as they are, or when
// one of the groups has nobody with a name.
func (x *Index) named(a, b uint32, left, right []uint32) (l, r uint32, ok bool) {
	weak := func(i uint32) bool { return x.Weak(&x.profiles[x.persons[i].profile].Person) }
	if !weak(a) && !weak(b) {
		return a, b, false
	}
	pick := func(own uint32, group []uint32, beside uint32) (uint32, bool) {
		if !weak(own) {
			return own, true
		}
		i := slices.IndexFunc(group, func(i uint32) bool {
			return !weak(i) && (x.persons[i].report != x.persons[beside].report || x.persons[i].report == "")
		})
		if i < 0 {
			return own, false
		}
		return group[i], true
	}
	if l, ok = pick(a, left, b); !ok {
		return a, b, false
	}
	r, ok = pick(b, right, l)
	return l, r, ok && (x.persons[l].report != x.persons[r].report || x.persons[l].report == "")
}

// members returns a function that gives the persons of a group, in order.
func (x *Index) members(group []uint32, size []int) func(uint32) []uint32 {
	start := make([]uint32, len(group)+1)
	for i := range group {
		start[i+1] = start[i] + uint32(size[i])
	}
	all, next := make([]uint32, len(group)), slices.Clone(start)
	for i, g := range group {
		all[next[g]] = uint32(i)
		next[g]++
	}
	return func(g uint32) []uint32 { return all[start[g]:start[g+1]:start[g+1]] }
}

// faces returns a function that gives, for a profile, one person of each group that has it, the largest groups first.
func (x *Index) faces(group []uint32, size []int) func(uint32) []uint32 {
	known := make([][]uint32, len(x.profiles))
	return func(k uint32) []uint32 {
		members := x.profiles[k].members
		if len(members) == 1 {
			return members
		}
		if known[k] != nil {
			return known[k]
		}
		out := make([]uint32, 0, len(members))
		in := map[uint32]bool{}
		for _, m := range members {
			if g := group[m]; size[g] > 1 && !in[g] {
				in[g] = true
				out = append(out, m)
			}
		}
		slices.SortStableFunc(out, func(a, b uint32) int { return cmp.Compare(size[group[b]], size[group[a]]) })
		for _, m := range members {
			if size[group[m]] == 1 {
				out = append(out, m)
			}
		}
		known[k] = out
		return out
	}
}

// worth gives open pairs, likeliest first, their place in the order. before says how many questions about others are asked of the
// cluster of a person anyway, ahead of one of a given worth; nil when these are all there are.
func (x *Index) worth(open []open, group []uint32, size []int, before func(person uint32, worth float64) int) []scored {
	// Clusters of likely pairs: what the persons here probably are.
	cluster := x.likely
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
	asked := make([]int, len(x.persons)) // of a cluster about others
	out := make([]scored, 0, len(open))
	for _, e := range open {
		ca, cb := cluster.find(e.a), cluster.find(e.b)
		s := scored{open: e, near: min(ca, cb)}
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
			a, b := asked[ca], asked[cb]
			asked[ca]++
			asked[cb]++
			if before != nil {
				a, b = max(a, before(e.a, s.score)), max(b, before(e.b, s.score))
			}
			s.score *= math.Pow(next, float64(min(a, b, 200)))
		}
		if s.late {
			s.score *= fallback[3] * fallback[3]
		}
		out = append(out, s)
	}
	// Scores are rounded to steps of ten per cent, and within a step the questions of one cluster come together.
	for i := range out {
		out[i].score = math.Exp(math.Round(math.Log(out[i].score)*10) / 10)
	}
	slices.SortStableFunc(out, func(s, t scored) int {
		return cmp.Or(cmp.Compare(t.score, s.score), cmp.Compare(s.near, t.near))
	})
	return out
}

// groups returns for every person a representative of the group judgements put it in, and the groups' sizes.
func (x *Index) groups(identity Identity) (group []uint32, size []int) {
	group, size = make([]uint32, len(x.persons)), make([]int, len(x.persons))
	first := map[sanad.ID]uint32{}
	for i := range x.persons {
		c := identity.Canonical(x.persons[i].id)
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
