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

// searchPool is how many persons a search compares: more than a screen shows, since one man has many spellings.
const searchPool = 2000

// Search returns the persons one of whose names is like name, in either script, best first, at most limit.
func (x *Index) Search(name string, limit int) []Hit {
	n := names.Parse(name)
	if len(n.Parts) == 0 {
		return nil
	}
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
	slices.SortFunc(x.touched, func(a, b uint32) int {
		if c := cmp.Compare(x.votes[b], x.votes[a]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	var hits []Hit
	for k, j := range x.touched {
		if k < searchPool {
			h := Hit{ID: x.persons[j].ID}
			for _, s := range x.persons[j].labels() {
				if p, _ := x.measure(name, s); p > h.P {
					h.P = p
				}
			}
			if h.P >= 0.2 || len(n.Parts) == 1 && h.P > 0 {
				hits = append(hits, h)
			}
		}
		x.votes[j] = 0
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.P, a.P) })
	return hits[:min(limit, len(hits))]
}
