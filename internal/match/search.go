package match

import (
	"cmp"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/names"
)

// Hit is a person whose name is like the one searched for. It is a place to look, not an identification.
type Hit struct {
	ID sanad.ID
	P  float64 // of the names alone, by the best of the person's names
}

// searchPool is how many profiles a search compares at least: more than a screen shows, since one man has many spellings.
const searchPool = 100

// Search returns the persons one of whose names is like name, in either script, best first, at most limit.
func (x *Index) Search(name string, limit int) []Hit {
	n := names.Parse(name)
	if len(n.Parts) == 0 {
		return nil
	}
	x.file()
	probe := Person{Names: []string{name}}
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
	var hits []Hit
	asked := x.name(name)
	for _, j := range x.most(max(searchPool, 2*limit), func(uint32) bool { return true }) {
		best := 0.0
		for _, s := range x.profiles[j].labels() {
			p, _ := x.measure(asked, x.name(s))
			best = max(best, p)
		}
		if best >= 0.2 || len(n.Parts) == 1 && best > 0 {
			for _, m := range x.profiles[j].members {
				hits = append(hits, Hit{x.persons[m].id, best})
			}
		}
	}
	x.forget()
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.P, a.P) })
	return hits[:min(limit, len(hits))]
}
