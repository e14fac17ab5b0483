package match

import (
	"cmp"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Hit is a person whose name is like the one searched for. It is a place to look, not an identification.
type Hit struct {
	ID sanad.ID
	P  float64 // of the names alone, by the best of the person's names
}

// searchPool is how many profiles a search compares at least: more than a screen shows, since one man has many spellings.
const searchPool = 100

// Search returns the persons one of whose names is like the one wanted, in either script, best first, at most limit. Whoever bears it in
// the very spelling comes before those whose names are only like it: many of the commonest names are equally likely to be meant.
func (x *Index) Search(wanted string, limit int) []Hit {
	n := names.Parse(wanted)
	if len(n.Parts) == 0 {
		return nil
	}
	x.file()
	probe := Person{Names: []string{wanted}}
	x.touched = x.touched[:0]
	var singles []uint32
	x.eachKey(&probe, func(k key) {
		id, ok := x.keys[k.hash]
		if !ok {
			return
		}
		if k.single {
			singles = append(singles, id)
			return
		}
		x.vote(x.postings[id], k.weight)
	})
	for _, id := range singles {
		x.vote(x.postings[id], 1)
	}
	type found struct {
		Hit
		spelled bool
	}
	var hits []found
	asked := x.name(wanted)
	folded := text.Fold(asked.Raw)
	compared := map[*name]float64{}
	for _, j := range x.most(max(searchPool, 2*limit), func(uint32) bool { return true }) {
		best, spelled := 0.0, false
		for _, s := range x.profiles[j].labels() {
			m := x.name(s)
			if !slices.ContainsFunc(m.main, func(k string) bool { return slices.Contains(asked.main, k) }) {
				continue // one of his other names led here
			}
			p, ok := compared[m]
			if !ok {
				p, _ = x.measure(asked, m)
				compared[m] = p
			}
			best = max(best, p)
			spelled = spelled || m.whole == asked.whole && text.Fold(s) == folded
		}
		if best >= 0.2 || len(n.Parts) == 1 && best > 0 {
			for _, m := range x.profiles[j].members {
				hits = append(hits, found{Hit{x.persons[m].id, best}, spelled})
			}
		}
	}
	x.forget()
	slices.SortStableFunc(hits, func(a, b found) int {
		if a.spelled != b.spelled {
			if a.spelled {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.P, a.P)
	})
	out := make([]Hit, min(limit, len(hits)))
	for i := range out {
		out[i] = hits[i].Hit
	}
	return out
}
