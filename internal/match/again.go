package match

import (
	"slices"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
)

// adjacency lists for every profile the edges it is an end of, by their numbers, likeliest first.
type adjacency struct {
	start []uint32 // one a profile, and the end
	edges []uint32
}

func (a adjacency) of(profile uint32) []uint32 { return a.edges[a.start[profile]:a.start[profile+1]] }

func adjacent(edges []edge, profiles int) adjacency {
	a := adjacency{start: make([]uint32, profiles+1)}
	each := func(f func(k uint32, n int)) {
		for n, e := range edges {
			f(e.a, n)
			if e.b != e.a {
				f(e.b, n)
			}
		}
	}
	each(func(k uint32, _ int) { a.start[k+1]++ })
	for k := range profiles {
		a.start[k+1] += a.start[k]
	}
	a.edges = make([]uint32, a.start[profiles])
	next := slices.Clone(a.start)
	each(func(k uint32, n int) {
		a.edges[next[k]] = uint32(n)
		next[k]++
	})
	return a
}

// Again ranks anew what judgements changed: list is what Rank or Again gave before, judged are persons the judgements given or
// withdrawn since then speak of, and identity is what they make of everybody now. Questions about the likely clusters these persons are
// in are withdrawn, raised and weighed anew; all others keep their place. It costs what is known of those clusters, not of everybody; a
// list that no ranking of these persons made, and judgements on very many, are ranked from the beginning.
func (x *Index) Again(identity Identity, list []Ranked, judged []sanad.ID, limit int) []Ranked {
	if x.done != len(x.profiles) || len(x.likely) != len(x.persons) {
		return x.Rank(identity, limit)
	}
	group, size := x.groups(identity)
	// A cluster is asked for along a tree, so whoever is likely one with somebody judged is ranked with him. Groups are within
	// clusters, but for one that a judgement has just made of two.
	touched := map[uint32]bool{}
	for _, id := range judged {
		if i, ok := x.byID[id]; ok {
			touched[x.likely.find(i)] = true
		}
	}
	about := map[uint32]bool{}
	var profiles []uint32
	for i, g := range group {
		if touched[x.likely.find(uint32(i))] {
			about[g] = true
			profiles = append(profiles, x.persons[i].profile)
		}
	}
	if len(profiles) > len(x.persons)/3+100 {
		return x.Rank(identity, limit)
	}
	inside := make([]bool, len(group))
	for i := range group {
		inside[i] = touched[x.likely.find(uint32(i))]
	}
	for i := range group {
		if inside[i] {
			x.likely[i] = uint32(i)
		}
	}
	slices.Sort(profiles)
	profiles = slices.Compact(profiles)
	if len(x.around.start) == 0 {
		x.around = adjacent(x.edges, len(x.profiles))
	}
	var edges []uint32
	for _, k := range profiles {
		edges = append(edges, x.around.of(k)...)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	found := x.opens(identity, group, size, func(yield func(edge) bool) {
		for _, n := range edges {
			if !yield(x.edges[n]) {
				return
			}
		}
	}, about)

	// What is asked of the others anyway, best first: a question about somebody of whom much is asked can wait.
	rest := make([]Ranked, 0, len(list))
	scores := map[uint32][]float64{}
	for _, o := range found {
		for _, i := range [2]uint32{o.a, o.b} {
			if !about[group[i]] {
				scores[group[i]] = nil
			}
		}
	}
	for _, r := range list {
		g, h := group[r.a], group[r.b]
		if about[g] || about[h] || g == h {
			continue
		}
		rest = append(rest, r)
		for _, i := range [2]uint32{g, h} {
			if l, ok := scores[i]; ok {
				scores[i] = append(l, r.Score)
			}
		}
	}
	ahead := func(person uint32, worth float64) int {
		l := scores[group[person]]
		return sort.Search(len(l), func(i int) bool { return l[i] < worth })
	}
	raised := x.listed(identity, x.worth(found, group, size, ahead), 0)

	out := make([]Ranked, 0, len(rest)+len(raised))
	for _, r := range rest {
		for len(raised) > 0 && raised[0].Score > r.Score {
			out = append(out, raised[0])
			raised = raised[1:]
		}
		out = append(out, r)
	}
	out = append(out, raised...)
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out
}
