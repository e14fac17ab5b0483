package resolve

import (
	"iter"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
)

// Bridge is a judgement on which alone a group hangs: without it the group would fall into two parts.
type Bridge struct {
	Judgement   sanad.ID
	Left, Right []sanad.ID // the parts with the left and the right one of the judgement, sorted
}

// Bridges yields the bridges of the groups that of chooses by their canonical ids (nil: of all groups), group by group. A join that
// other judgements uphold as well is no bridge. The parts of a bridge go by the judgements that joined the group; without it one
// that came later might be held back too.
func (id *Identity) Bridges(of func(canonical sanad.ID) bool) iter.Seq[Bridge] {
	ties := map[sanad.ID][]event{}
	var groups []sanad.ID
	for _, e := range id.history {
		if e.what != Joined {
			continue
		}
		c := id.Canonical(e.Left)
		if of != nil && !of(c) {
			continue
		}
		if ties[c] == nil {
			groups = append(groups, c)
		}
		ties[c] = append(ties[c], e)
	}
	slices.Sort(groups)
	return func(yield func(Bridge) bool) {
		for _, c := range groups {
			if !bridges(id.Group(c), ties[c], yield) {
				return
			}
		}
	}
}

// bridges finds them in one walk over the group (Tarjan 1974): a tie to a part from which no other tie leads back is one. The members
// of such a part stand together in the order of the walk.
func bridges(group []sanad.ID, ties []event, yield func(Bridge) bool) bool {
	type end struct{ other, tie int }
	at := make(map[sanad.ID]int, len(group))
	for i, m := range group {
		at[m] = i
	}
	ends := make([][]end, len(group))
	for n, t := range ties {
		l, r := at[t.Left], at[t.Right]
		ends[l] = append(ends[l], end{r, n})
		ends[r] = append(ends[r], end{l, n})
	}
	place := make([]int, len(group)) // in the order of the walk, from 1
	back := make([]int, len(group))  // the earliest place that ties of the part behind lead back to
	walk := make([]int, 0, len(group))
	type step struct{ at, by, next int }
	enter := func(m int) {
		walk = append(walk, m)
		place[m], back[m] = len(walk), len(walk)
	}
	enter(0)
	path := []step{{at: 0, by: -1}}
	for len(path) > 0 {
		s := &path[len(path)-1]
		if s.next < len(ends[s.at]) {
			e := ends[s.at][s.next]
			s.next++
			switch {
			case e.tie == s.by:
			case place[e.other] > 0:
				back[s.at] = min(back[s.at], place[e.other])
			default:
				enter(e.other)
				path = append(path, step{at: e.other, by: e.tie})
			}
			continue
		}
		m, by := s.at, s.by
		path = path[:len(path)-1]
		if by < 0 {
			break
		}
		from := path[len(path)-1].at
		back[from] = min(back[from], back[m])
		if back[m] < place[m] {
			continue
		}
		behind := make(map[int]bool, len(walk)-place[m]+1)
		for _, k := range walk[place[m]-1:] {
			behind[k] = true
		}
		b := Bridge{Judgement: ties[by].ID}
		for i, member := range group { // sorted, so the parts are too
			if behind[i] == behind[at[ties[by].Left]] {
				b.Left = append(b.Left, member)
			} else {
				b.Right = append(b.Right, member)
			}
		}
		if !yield(b) {
			return false
		}
	}
	return true
}
