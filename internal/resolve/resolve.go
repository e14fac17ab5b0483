// Package resolve turns judgements into identity: who is the same as whom, as one viewer may see it. The result is a pure
// function of the set of judgements; it is computed, never stored as truth. What cannot hold together becomes a conflict,
// and the contested join is held back: the safe state is apart.
package resolve

import (
	"cmp"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// View is what one viewer may see and know.
type View interface {
	// Visible reports whether the viewer may see an entity. A judgement that names or saw one he may not see does not count.
	Visible(id sanad.ID) bool
	// Clash returns why two entities cannot be one, if they cannot: a clash no living person can have.
	Clash(a, b sanad.ID) (sanad.Reason, bool)
	// Clashing returns what of an entity can clash, as a key: entities with one key clash with the same others, those
	// with the empty key with none. A man is told of in a thousand reports in some dozens of ways; only those are compared.
	Clashing(id sanad.ID) string
	// Weak reports whether an entity is known by kunya or nisba only.
	Weak(id sanad.ID) bool
}

// The kinds of conflict.
const (
	KindDifferent  = "different"   // would join two that were judged different
	KindClash      = "clash"       // would join two with a hard clash
	KindWeakBridge = "weak_bridge" // would join two groups through somebody known by kunya or nisba only
	KindUnseen     = "unseen"      // would join a pair that no author of a judgement saw together
)

// Identity is what judgements make of the entities.
type Identity struct {
	Conflicts []sanad.Conflict

	canonical map[sanad.ID]sanad.ID   // only of entities in groups of two or more
	members   map[sanad.ID][]sanad.ID // by canonical id, sorted
	different map[pair][]sanad.ID     // by canonical ids: the judgements that part them
	unsure    map[pair]string         // by found entities: evidence
	lastLeft  map[pair]sanad.ID       // the pair a judgement's other candidates leave over, and that judgement
	history   []event                 // every visible judgement, in order of time
}

// pair is two ids, the lesser first.
type pair [2]sanad.ID

func pairOf(a, b sanad.ID) pair {
	if b < a {
		a, b = b, a
	}
	return pair{a, b}
}

// event is a judgement and what came of it.
type event struct {
	sanad.Judgement
	what string
	size int // members of the group after it
}

// resolver is the state of one computation.
type resolver struct {
	view   View
	index  map[sanad.ID]int32
	ids    []sanad.ID
	root   []int32
	group  [][]int32   // members, at roots
	apart  [][]parting // at roots: the members' "different" judgements
	ties   [][]tie     // per entity: the judgements that joined it
	strong []bool      // at roots: has a member that is not weak
	weak   []bool
	seen   [][]sighting // lazily, per entity: where authors saw it
	sames  []sanad.Judgement

	left, right, faced marks // scratch of unseen

	key    []int32 // per entity: the number of its Clashing key, 0 for the empty one
	keys   map[string]int32
	speaks [][]int32         // at roots: one member for each key in the group
	known  map[[2]int32]bool // whether two keys clash
}

// tie is one judgement as seen from one of its entities.
type tie struct {
	other     int32
	judgement sanad.ID
}

// parting is a "different" judgement as seen from one of its entities.
type parting struct {
	own, other int32
	judgement  sanad.ID
}

// Resolve computes the identity. The order of judgements does not matter; withdrawn ones and those waiting for a second
// person join nothing and part nothing.
func Resolve(judgements []sanad.Judgement, view View) *Identity {
	r := &resolver{view: view, index: make(map[sanad.ID]int32, len(judgements)), keys: map[string]int32{"": 0}, known: map[[2]int32]bool{}}
	js := make([]sanad.Judgement, 0, len(judgements))
	for _, j := range judgements {
		if r.visible(j) && j.Left != j.Right {
			js = append(js, j)
		}
	}
	slices.SortFunc(js, func(a, b sanad.Judgement) int {
		return cmp.Or(a.RecordedAt.Compare(b.RecordedAt), strings.Compare(string(a.ID), string(b.ID)))
	})
	sanad.Correct(js)
	id := &Identity{canonical: map[sanad.ID]sanad.ID{}, members: map[sanad.ID][]sanad.ID{}, different: map[pair][]sanad.ID{}, unsure: map[pair]string{}, lastLeft: map[pair]sanad.ID{}}

	// "Different" binds whatever came before or after it.
	var parted []sanad.Judgement
	for _, j := range js {
		if !j.Holds() {
			continue
		}
		switch j.Verdict {
		case sanad.Different:
			parted = append(parted, j)
			l, q := r.entity(j.Left), r.entity(j.Right)
			r.apart[l] = append(r.apart[l], parting{l, q, j.ID})
			r.apart[q] = append(r.apart[q], parting{q, l, j.ID})
		case sanad.Unsure:
			id.unsure[pairOf(j.Left, j.Right)] = j.Evidence
			for _, c := range j.Among {
				id.unsure[pairOf(j.Left, c.ID)] = c.Evidence
			}
		case sanad.Same:
			if !j.Pending {
				r.sames = append(r.sames, j)
			}
		}
	}
	for _, j := range r.sames { // numbered first, so that whom their authors saw can be told by number
		r.entity(j.Left)
		r.entity(j.Right)
	}
	for _, j := range js {
		e := event{Judgement: j}
		switch {
		case j.WithdrawnAt != nil:
			e.what = Withdrawn
		case j.CorrectedBy != "":
			e.what = Corrected
		case j.Verdict == sanad.Different:
			e.what = KeptApart
		case j.Verdict == sanad.Unsure:
			e.what = LeftOpen
		case j.Pending:
			e.what = Waiting
		default:
			l, q := r.entity(j.Left), r.entity(j.Right)
			if c, ok := r.join(j, l, q); ok {
				e.what = Suspended
				id.Conflicts = append(id.Conflicts, c)
			} else {
				e.what = Joined
			}
			e.size = len(r.group[r.find(l)])
		}
		e.LeftGroup, e.RightGroup = nil, nil // the history tells who said what; what they saw stays with the judgement
		id.history = append(id.history, e)
	}
	// A join held back for what it hung on alone is no conflict when another judgement has made it meanwhile.
	id.Conflicts = slices.DeleteFunc(id.Conflicts, func(c sanad.Conflict) bool {
		return (c.Kind == KindWeakBridge || c.Kind == KindUnseen) && r.find(r.index[c.Left]) == r.find(r.index[c.Right])
	})
	for i := range r.ids {
		if r.root[i] != int32(i) || len(r.group[i]) < 2 {
			continue
		}
		g := make([]sanad.ID, 0, len(r.group[i]))
		for _, m := range r.group[i] {
			g = append(g, r.ids[m])
		}
		slices.Sort(g)
		for _, m := range g {
			id.canonical[m] = g[0]
		}
		id.members[g[0]] = g
	}
	for _, j := range parted {
		k := pairOf(id.Canonical(j.Left), id.Canonical(j.Right))
		id.different[k] = append(id.different[k], j.ID)
	}
	id.eliminate(js)
	return id
}

// eliminate opens what an "unsure" among several leaves over: once all others are ruled out, the one left is asked about again.
func (id *Identity) eliminate(js []sanad.Judgement) {
	for _, j := range js {
		if !j.Holds() || j.Verdict != sanad.Unsure || len(j.Among) == 0 {
			continue
		}
		left := append(slices.Clone(j.Among), sanad.Candidate{ID: j.Right, Evidence: j.Evidence})
		left = slices.DeleteFunc(left, func(c sanad.Candidate) bool { return id.Different(j.Left, c.ID) })
		if len(left) != 1 || id.Canonical(j.Left) == id.Canonical(left[0].ID) {
			continue
		}
		if k := pairOf(j.Left, left[0].ID); id.unsure[k] == left[0].Evidence { // else somebody left it open again since
			delete(id.unsure, k)
			id.lastLeft[k] = j.ID
		}
	}
}

func (r *resolver) visible(j sanad.Judgement) bool {
	return !slices.ContainsFunc(j.Touched(), func(e sanad.ID) bool { return !r.view.Visible(e) })
}

// entity returns the number of an entity, a group of its own at first.
func (r *resolver) entity(id sanad.ID) int32 {
	if i, ok := r.index[id]; ok {
		return i
	}
	i := int32(len(r.ids))
	r.index[id] = i
	r.ids = append(r.ids, id)
	r.root = append(r.root, i)
	r.group = append(r.group, []int32{i})
	r.apart = append(r.apart, nil)
	r.ties = append(r.ties, nil)
	w := r.view.Weak(id)
	r.weak = append(r.weak, w)
	r.strong = append(r.strong, !w)
	c := r.view.Clashing(id)
	k, ok := r.keys[c]
	if !ok {
		k = int32(len(r.keys))
		r.keys[c] = k
	}
	r.key = append(r.key, k)
	r.speaks = append(r.speaks, nil)
	if k > 0 {
		r.speaks[i] = []int32{i}
	}
	return i
}

// clashes returns why two entities cannot be one, computed once for their keys.
func (r *resolver) clashes(x, y int32) (sanad.Reason, bool) {
	k := [2]int32{min(r.key[x], r.key[y]), max(r.key[x], r.key[y])}
	if hard, ok := r.known[k]; ok && !hard {
		return sanad.Reason{}, false
	}
	reason, hard := r.view.Clash(r.ids[x], r.ids[y])
	r.known[k] = hard
	return reason, hard
}

// speakers returns one member a key of two groups together.
func (r *resolver) speakers(a, b int32) []int32 {
	out := r.speaks[a]
	for _, y := range r.speaks[b] {
		if !slices.ContainsFunc(out, func(x int32) bool { return r.key[x] == r.key[y] }) {
			out = append(out, y)
		}
	}
	return out
}

func (r *resolver) find(i int32) int32 {
	for r.root[i] != i {
		r.root[i] = r.root[r.root[i]]
		i = r.root[i]
	}
	return i
}

// join unites the groups of l and q unless something stands against it, which it returns.
func (r *resolver) join(j sanad.Judgement, l, q int32) (sanad.Conflict, bool) {
	a, b := r.find(l), r.find(q)
	if a != b {
		if c, ok := r.objection(j, l, q, a, b); ok {
			return c, true
		}
		if len(r.group[a]) < len(r.group[b]) {
			a, b = b, a
		}
		r.speaks[a], r.speaks[b] = r.speakers(a, b), nil
		r.root[b] = a
		r.group[a] = append(r.group[a], r.group[b]...)
		r.apart[a] = append(r.apart[a], r.apart[b]...)
		r.strong[a] = r.strong[a] || r.strong[b]
		r.group[b], r.apart[b] = nil, nil
	}
	r.ties[l] = append(r.ties[l], tie{q, j.ID})
	r.ties[q] = append(r.ties[q], tie{l, j.ID})
	return sanad.Conflict{}, false
}

// objection returns why groups a (of l) and b (of q) may not be joined by j, if so.
func (r *resolver) objection(j sanad.Judgement, l, q, a, b int32) (sanad.Conflict, bool) {
	conflict := func(kind string, x, y int32, reason sanad.Reason, more ...sanad.ID) (sanad.Conflict, bool) {
		parts := append(append([]sanad.ID{j.ID}, more...), append(r.path(l, x), r.path(q, y)...)...)
		slices.Sort(parts)
		return sanad.Conflict{Kind: kind, Left: r.ids[x], Right: r.ids[y], Suspended: j.ID, Judgements: slices.Compact(parts), Reason: reason}, true
	}
	side, other := a, b
	if len(r.apart[b]) < len(r.apart[a]) {
		side, other = b, a
	}
	for _, t := range r.apart[side] {
		if r.find(t.other) == other {
			x, y := t.own, t.other
			if side == b {
				x, y = y, x
			}
			return conflict(KindDifferent, x, y, sanad.Reason{Code: "judged_different", Left: string(r.ids[x]), Right: string(r.ids[y])}, t.judgement)
		}
	}
	if x, y, ok := r.unseen(j, a, b); ok {
		return conflict(KindUnseen, x, y, sanad.Reason{Code: "pair_not_seen", Left: string(r.ids[x]), Right: string(r.ids[y])})
	}
	for _, x := range r.speaks[a] {
		for _, y := range r.speaks[b] {
			if reason, ok := r.clashes(x, y); ok {
				return conflict(KindClash, x, y, reason)
			}
		}
	}
	if (r.weak[l] || r.weak[q]) && r.strong[a] && r.strong[b] && (len(r.group[a]) > 1 || len(r.group[b]) > 1) {
		x := l
		if !r.weak[l] {
			x = q
		}
		return conflict(KindWeakBridge, l, q, sanad.Reason{Code: "weak_bridge", Left: string(r.ids[x])})
	}
	return sanad.Conflict{}, false
}

// unseen returns a pair that j would join and that no author saw: j's own, or of another judgement in force.
func (r *resolver) unseen(j sanad.Judgement, a, b int32) (x, y int32, found bool) {
	r.left.clear(len(r.ids))
	r.right.clear(len(r.ids))
	r.face(&r.left, j.Left, j.LeftGroup)
	r.face(&r.right, j.Right, j.RightGroup)
	var strange []int32 // of the right group, to j's author
	for _, y := range r.group[b] {
		if !r.right.has(y) {
			strange = append(strange, y)
		}
	}
	for _, x := range r.group[a] {
		others := strange // whom j's author did not see beside x
		if !r.left.has(x) {
			others = r.group[b]
		}
		if len(others) == 0 {
			continue
		}
		r.opposite(x)
		for _, y := range others {
			if !r.faced.has(y) {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

// opposite marks whom some author saw on the other side of x.
func (r *resolver) opposite(x int32) {
	if r.seen == nil {
		r.seen = make([][]sighting, len(r.ids))
		for k, j := range r.sames {
			for side, ids := range [2][]sanad.ID{sideOf(j.Left, j.LeftGroup), sideOf(j.Right, j.RightGroup)} {
				for _, m := range ids {
					if i, ok := r.index[m]; ok {
						r.seen[i] = append(r.seen[i], sighting{int32(k), int8(side)})
					}
				}
			}
		}
	}
	r.faced.clear(len(r.ids))
	for _, s := range r.seen[x] {
		if j := r.sames[s.judgement]; s.side == 0 {
			r.face(&r.faced, j.Right, j.RightGroup)
		} else {
			r.face(&r.faced, j.Left, j.LeftGroup)
		}
	}
}

// face marks one side of a judgement.
func (r *resolver) face(m *marks, id sanad.ID, group []sanad.ID) {
	if i, ok := r.index[id]; ok {
		m.set(i)
	}
	for _, id := range group {
		if i, ok := r.index[id]; ok {
			m.set(i)
		}
	}
}

// sighting is a side of a judgement on which its author saw an entity.
type sighting struct {
	judgement int32
	side      int8
}

// marks is a set of entities that is cleared at no cost.
type marks struct {
	at  []int32
	now int32
}

func (m *marks) clear(n int) {
	m.now++
	if len(m.at) < n {
		m.at = append(m.at, make([]int32, n-len(m.at))...)
	}
}
func (m *marks) set(i int32)      { m.at[i] = m.now }
func (m *marks) has(i int32) bool { return m.at[i] == m.now }

func sideOf(id sanad.ID, group []sanad.ID) []sanad.ID { return append([]sanad.ID{id}, group...) }

// path returns the judgements that tie two members of a group together, the fewest.
func (r *resolver) path(from, to int32) []sanad.ID {
	if from == to {
		return nil
	}
	type step struct {
		at   int32
		prev int
		by   sanad.ID
	}
	queue := []step{{at: from, prev: -1}}
	visited := map[int32]bool{from: true}
	for i := 0; i < len(queue); i++ {
		for _, t := range r.ties[queue[i].at] {
			if visited[t.other] {
				continue
			}
			visited[t.other] = true
			queue = append(queue, step{t.other, i, t.judgement})
			if t.other == to {
				var out []sanad.ID
				for k := len(queue) - 1; queue[k].prev >= 0; k = queue[k].prev {
					out = append(out, queue[k].by)
				}
				return out
			}
		}
	}
	return nil
}
