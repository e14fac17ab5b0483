package app

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/match"
	"github.com/sanad-workbench/sanad/internal/resolve"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Doubt is a judgement that deserves a second look: it joined two whom everything known today makes unlikely to be one, or parted two
// who very likely are.
type Doubt struct {
	Judgement JudgementView `json:"judgement"`
	Left      DoubtSide     `json:"left"`
	Right     DoubtSide     `json:"right"`
	P         float64       `json:"p"` // how likely they are one, by all that both sides say as a whole
}

// DoubtSide is one side of the judgement as it would be without it.
type DoubtSide struct {
	Name    string `json:"name"`    // what its reports call it
	Members int    `json:"members"` // found persons
}

// DoubtList is a page of judgements to look at again, the most surprising first.
type DoubtList struct {
	Total int     `json:"total"`
	Rows  []Doubt `json:"rows"`
	// Unknown says that nobody has asked yet and that finding out would take a while.
	Unknown bool `json:"unknown,omitempty"`
}

// doubt is a judgement to look at again.
type doubt struct {
	judgement   sanad.Judgement
	left, right []sanad.ID // found persons on both sides
	p           float64    // that they are one
	surprise    float64    // how unlikely the verdict is
}

// doubtList is the judgements of a picture to look at again, computed once.
type doubtList struct {
	mu    sync.Mutex
	list  []doubt
	ready bool
}

// Doubts lists the judgements to look at again; with handy only if that can be said at once, for a screen that must not wait.
func (a *App) Doubts(ctx context.Context, who store.Who, inv sanad.ID, offset, limit int, handy bool) (DoubtList, error) {
	out := DoubtList{Rows: []Doubt{}}
	err := a.see(ctx, who, inv, func(p *picture) error {
		if out.Unknown = handy && !p.handy(); out.Unknown {
			return nil
		}
		list, err := p.doubts()
		if err != nil {
			return err
		}
		out.Total = len(list)
		list = list[min(offset, len(list)):]
		if limit > 0 {
			list = list[:min(limit, len(list))]
		}
		for _, d := range list {
			p.v.Note(p.canonical(d.judgement.Left), p.canonical(d.judgement.Right))
			out.Rows = append(out.Rows, Doubt{Judgement: p.judgementView(d.judgement), Left: p.doubtSide(d.left), Right: p.doubtSide(d.right), P: d.p})
		}
		return nil
	})
	return out, err
}

// fewReports is up to how many reports the persons of an investigation are weighed before anybody notices.
const fewReports = 1500

// handy reports whether the matcher is there, or there at once.
func (p *picture) handy() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.index != nil || len(p.reports) <= fewReports
}

func (p *picture) doubtSide(members []sanad.ID) DoubtSide {
	var things []sanad.Found
	for _, m := range members {
		if f, ok := p.thing(m); ok {
			things = append(things, f)
		}
	}
	return DoubtSide{Name: caption(things), Members: len(members)}
}

// doubts returns the judgements to look at again. Whoever looked and answered on what is known now has done so.
func (p *picture) doubts() ([]doubt, error) {
	d := p.doubted
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ready {
		return d.list, nil
	}
	list, err := p.findDoubts()
	if err == nil {
		d.list, d.ready = list, true
	}
	return list, err
}

func (p *picture) findDoubts() ([]doubt, error) {
	m, err := p.matcher()
	if err != nil {
		return nil, err
	}
	at := make(map[sanad.ID]int, len(p.history))
	on := map[[2]sanad.ID][]int{} // judgements on a pair
	for i, j := range p.history {
		at[j.ID] = i
		k := pairKey(j.Left, j.Right)
		on[k] = append(on[k], i)
	}
	var out []doubt
	add := func(d doubt) {
		newer := slices.DeleteFunc(slices.Clone(on[pairKey(d.judgement.Left, d.judgement.Right)]), func(i int) bool {
			return i <= at[d.judgement.ID] || !p.history[i].Holds()
		})
		if len(newer) > 0 {
			evidence := m.Between(d.judgement.Left, d.judgement.Right, d.left, d.right).Evidence
			if slices.ContainsFunc(newer, func(i int) bool { return p.history[i].Evidence == evidence }) {
				return
			}
		}
		out = append(out, d)
	}
	for b := range p.identity.Bridges(nil) {
		j := p.history[at[b.Judgement]]
		if !p.isPerson(j.Left) {
			continue
		}
		if likely := m.Together(b.Left, b.Right); likely < match.DoubtJoin {
			add(doubt{judgement: j, left: b.Left, right: b.Right, p: likely, surprise: 1 - likely})
		}
	}
	for _, j := range p.history {
		if j.Verdict != sanad.Different || !j.Holds() || !p.isPerson(j.Left) {
			continue
		}
		if likely := m.Likely(p.identity, j.Left, j.Right); likely > match.DoubtApart {
			add(doubt{judgement: j, left: p.members(j.Left), right: p.members(j.Right), p: likely, surprise: likely})
		}
	}
	slices.SortFunc(out, func(a, b doubt) int {
		return cmp.Or(cmp.Compare(b.surprise, a.surprise), strings.Compare(string(a.judgement.ID), string(b.judgement.ID)))
	})
	return out, nil
}

func (p *picture) isPerson(id sanad.ID) bool {
	f, ok := p.thing(id)
	return ok && f.Schema == sanad.SchemaPerson
}

func pairKey(a, b sanad.ID) [2]sanad.ID { return [2]sanad.ID{min(a, b), max(a, b)} }

// without is the picture as it would be without a judgement on left and right, and the judgement.
func (p *picture) without(judgement, left, right sanad.ID) (*picture, sanad.Judgement, error) {
	i := slices.IndexFunc(p.history, func(j sanad.Judgement) bool { return j.ID == judgement })
	if i < 0 {
		return nil, sanad.Judgement{}, sanad.Errorf(sanad.NotFound, "no judgement %s", judgement).WithRemedy("an identity's history shows its judgements")
	}
	history := slices.Clone(p.history)
	history[i].WithdrawnAt = &time.Time{}
	q := newPicture(p.base, p.v)
	q.identity, q.history = resolve.Update(p.identity, history, history[i:i+1], lens{p}), p.history
	if q.canonical(left) == q.canonical(right) {
		return nil, sanad.Judgement{}, sanad.Errorf(sanad.Conflicting, "other judgements join these two as well").WithRemedy("look at each of them in their history")
	}
	return q, p.history[i], nil
}
