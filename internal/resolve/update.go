package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// Update returns what Resolve(judgements, view) would, at the cost of what changed: prev is what Resolve gave for the same
// judgements but for those in changed, which were added, withdrawn or confirmed since. Judgements that share no entity, not
// even one their authors saw, cannot touch each other, so only what hangs together with the changed ones is computed anew.
func Update(prev *Identity, judgements, changed []sanad.Judgement, view View) *Identity {
	parts := connected(judgements, changed)
	in := map[sanad.ID]bool{}
	for _, j := range changed {
		for _, e := range j.Touched() {
			in[parts.find(e)] = true
		}
	}
	near := func(e sanad.ID) bool { return in[parts.find(e)] }
	var own []sanad.Judgement
	for _, j := range judgements {
		if near(j.Left) {
			own = append(own, j)
		}
	}
	fresh := Resolve(own, view)
	id := &Identity{canonical: maps.Clone(prev.canonical), members: maps.Clone(prev.members), different: maps.Clone(prev.different), unsure: maps.Clone(prev.unsure), lastLeft: maps.Clone(prev.lastLeft)}
	maps.DeleteFunc(id.canonical, func(e, _ sanad.ID) bool { return near(e) })
	maps.DeleteFunc(id.members, func(e sanad.ID, _ []sanad.ID) bool { return near(e) })
	maps.DeleteFunc(id.different, func(p pair, _ []sanad.ID) bool { return near(p[0]) })
	maps.DeleteFunc(id.unsure, func(p pair, _ string) bool { return near(p[0]) })
	maps.DeleteFunc(id.lastLeft, func(p pair, _ sanad.ID) bool { return near(p[0]) })
	maps.Copy(id.canonical, fresh.canonical)
	maps.Copy(id.members, fresh.members)
	maps.Copy(id.different, fresh.different)
	maps.Copy(id.unsure, fresh.unsure)
	maps.Copy(id.lastLeft, fresh.lastLeft)
	for _, e := range prev.history {
		if !near(e.Left) {
			id.history = append(id.history, e)
		}
	}
	id.history = append(id.history, fresh.history...)
	slices.SortFunc(id.history, func(a, b event) int {
		return cmp.Or(a.RecordedAt.Compare(b.RecordedAt), strings.Compare(string(a.ID), string(b.ID)))
	})
	place := make(map[sanad.ID]int, len(id.history))
	for i, e := range id.history {
		place[e.ID] = i
	}
	for _, c := range prev.Conflicts {
		if !near(c.Left) {
			id.Conflicts = append(id.Conflicts, c)
		}
	}
	id.Conflicts = append(id.Conflicts, fresh.Conflicts...)
	slices.SortStableFunc(id.Conflicts, func(a, b sanad.Conflict) int { return cmp.Compare(place[a.Suspended], place[b.Suspended]) })
	return id
}

// union is union-find over ids.
type union map[sanad.ID]sanad.ID

func (u union) find(e sanad.ID) sanad.ID {
	for {
		p, ok := u[e]
		if !ok || p == e {
			return e
		}
		if q, ok := u[p]; ok {
			u[e] = q
		}
		e = p
	}
}

func connected(lists ...[]sanad.Judgement) union {
	u := union{}
	for _, js := range lists {
		for _, j := range js {
			root := u.find(j.Left)
			for _, e := range j.Touched() {
				if r := u.find(e); r != root {
					u[r] = root
				}
			}
		}
	}
	return u
}
