package match

import (
	"cmp"
	"math"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Hit is a person whose name is like the one searched for. It is a place to look, not an identification.
type Hit struct {
	ID sanad.ID
	P  float64 // of the names alone, by the best of the person's names
}

const (
	searchPool  = 100 // profiles a search looks at, at least: more than a screen shows, since one man has many spellings
	searchNames = 64  // of their names, those that share most with the one wanted are compared
)

// Search returns the persons one of whose names is like the one wanted, in either script, best first, at most limit. Whoever bears it in
// the very spelling comes before those whose names are only like it: many of the commonest names are equally likely to be meant.
func (x *Index) Search(wanted string, limit int) []Hit {
	asked := x.name(wanted)
	if len(asked.Parts) == 0 {
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
	for _, k := range asked.glued {
		if id, ok := x.keys[k]; ok {
			singles = append(singles, id)
		}
	}
	for _, id := range singles {
		x.vote(x.postings[id], 1)
	}
	pool := x.most(max(searchPool, 2*limit), func(uint32) bool { return true })
	x.forget()

	compared := x.likest(asked, pool, max(searchNames, limit))
	type found struct {
		Hit
		spelled bool
	}
	var hits []found
	folded := text.Fold(asked.Raw)
	for _, j := range pool {
		best, spelled := 0.0, false
		for _, m := range x.profiles[j].called {
			best = max(best, compared[m])
			spelled = spelled || m.whole == asked.whole && text.Fold(m.Raw) == folded
		}
		if best >= 0.2 || len(asked.Parts) == 1 && best > 0 {
			for _, m := range x.profiles[j].members {
				hits = append(hits, found{Hit{x.persons[m].id, best}, spelled})
			}
		}
	}
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

// likest compares a name with those of profiles that share most of its parts, n of them at most, and returns how likely each is its
// bearer's. A name that shares none is another of those the bearer goes by: not it led here.
func (x *Index) likest(asked *name, pool []uint32, n int) map[*name]float64 {
	type near struct {
		*name
		shared float64
	}
	var worth [2 * keyParts]float64
	keys := slices.Concat(asked.hashes, asked.glued)
	for i, k := range keys {
		worth[i] = 1
		if id, ok := x.keys[k]; ok {
			worth[i] = math.Log2(4 * postingCap / float64(len(x.postings[id])+1))
		}
	}
	seen := make(map[*name]float64, 2*len(pool))
	var all []near
	for _, j := range pool {
		for _, m := range x.profiles[j].called {
			if _, ok := seen[m]; ok {
				continue
			}
			seen[m] = 0
			shared := 0.0
			for i, k := range keys {
				if slices.Contains(m.hashes, k) || slices.Contains(m.glued, k) {
					shared += worth[i]
				}
			}
			if m.whole == asked.whole {
				shared = math.Inf(1)
			}
			if shared > 0 {
				all = append(all, near{m, shared})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(b.shared, a.shared) })
	for _, m := range all[:min(n, len(all))] {
		seen[m.name], _ = x.measure(asked, m.name)
	}
	return seen
}
