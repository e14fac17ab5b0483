package app

import (
	"context"
	"slices"
	"sync"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// PlanState is how far a plan of reading again is.
type PlanState string

// The states of a plan.
const (
	PlanNone      PlanState = "none" // nobody asked yet
	PlanRunning   PlanState = "running"
	PlanReady     PlanState = "ready"
	PlanCancelled PlanState = "cancelled"
	PlanFailed    PlanState = "failed"
)

// RereadRow is a report in which reading again would change something, in numbers.
type RereadRow struct {
	Report    sanad.ID `json:"report"`
	Reference string   `json:"reference"`
	Title     string   `json:"title"`
	Dated     string   `json:"dated,omitempty"`
	RereadCounts
}

// RereadPlan is a plan of reading again as a server keeps it for one viewer: in memory, never stored.
type RereadPlan struct {
	State   PlanState     `json:"state"`
	Done    int           `json:"done"` // reports read
	Total   int           `json:"total"`
	Message string        `json:"message,omitempty"`
	At      time.Time     `json:"at,omitzero"`
	Stale   bool          `json:"stale"` // something was written since
	Summary RereadSummary `json:"summary"`
	Rows    []RereadRow   `json:"rows"`  // the page asked for: what waits for a person first
	Found   int           `json:"found"` // how many rows there are of the kind asked for
}

// plans holds the plans of a running process, one an investigation and audience.
type plans struct {
	mu sync.Mutex
	of map[[2]string]*planning
}

type planning struct {
	plan    RereadPlan
	rows    []RereadRow
	written int64 // version of the investigation when it began
	cancel  context.CancelFunc
}

func planKey(actor sanad.Actor, inv sanad.ID) [2]string {
	return [2]string{string(inv), audience(actor, time.Time{})}
}

// StartReread begins a plan of reading everything again, in place of an earlier one; RereadPlan shows how far it is.
func (a *App) StartReread(ctx context.Context, actor sanad.Actor, inv sanad.ID) (RereadPlan, error) {
	var version store.Version
	if err := a.store.View(ctx, inv, store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		version, err = v.Version()
		return err
	}); err != nil {
		return RereadPlan{}, err
	}
	bg, cancel := context.WithCancel(context.WithoutCancel(ctx))
	p := &planning{plan: RereadPlan{State: PlanRunning, At: a.store.Clock()}, written: version.Written, cancel: cancel}
	a.plans.mu.Lock()
	if a.plans.of == nil {
		a.plans.of = map[[2]string]*planning{}
	}
	key := planKey(actor, inv)
	if old := a.plans.of[key]; old != nil {
		old.cancel()
	}
	a.plans.of[key] = p
	a.plans.mu.Unlock()
	a.done.Add(1)
	go func() {
		defer a.done.Done()
		defer cancel()
		sum, err := a.PlanReread(bg, store.Who{Actor: actor, Purpose: "plan reading again"}, inv, nil, func(done, total int) {
			a.plans.mu.Lock()
			p.plan.Done, p.plan.Total = done, total
			a.plans.mu.Unlock()
		}, func(r RereadReport) error {
			a.plans.mu.Lock()
			p.rows = append(p.rows, r.row())
			a.plans.mu.Unlock()
			return nil
		})
		a.plans.mu.Lock()
		defer a.plans.mu.Unlock()
		p.plan.Summary = sum
		switch {
		case bg.Err() != nil:
			p.plan.State = PlanCancelled
		case err != nil:
			p.plan.State, p.plan.Message = PlanFailed, err.Error()
		default:
			p.plan.State = PlanReady
		}
	}()
	return a.RereadPlan(ctx, actor, inv, false, 0, 0)
}

func (r RereadReport) row() RereadRow {
	return RereadRow{Report: r.Report, Reference: r.Reference, Title: r.Title, Dated: r.Dated, RereadCounts: r.RereadCounts}
}

// RereadPlan returns the viewer's plan with a page of its reports, those that wait for a person first; open narrows to
// them. limit 0 is no rows.
func (a *App) RereadPlan(ctx context.Context, actor sanad.Actor, inv sanad.ID, open bool, offset, limit int) (RereadPlan, error) {
	var version store.Version
	if err := a.store.View(ctx, inv, store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		version, err = v.Version()
		return err
	}); err != nil {
		return RereadPlan{}, err
	}
	a.plans.mu.Lock()
	defer a.plans.mu.Unlock()
	p := a.plans.of[planKey(actor, inv)]
	if p == nil {
		return RereadPlan{State: PlanNone, Rows: []RereadRow{}}, nil
	}
	out := p.plan
	out.Stale = version.Written != p.written
	rows := slices.Clone(p.rows)
	if open {
		rows = slices.DeleteFunc(rows, func(r RereadRow) bool { return r.Open == 0 })
	}
	slices.SortStableFunc(rows, func(x, y RereadRow) int {
		rank := func(r RereadRow) int {
			switch {
			case r.Touched > 0:
				return 0
			case r.Open > 0:
				return 1
			}
			return 2
		}
		return rank(x) - rank(y)
	})
	out.Found = len(rows)
	lo := min(offset, len(rows))
	out.Rows = append([]RereadRow{}, rows[lo:min(lo+limit, len(rows))]...)
	return out, nil
}

// CancelRereadPlan stops the viewer's plan. Nothing was written, so nothing is left.
func (a *App) CancelRereadPlan(actor sanad.Actor, inv sanad.ID) {
	a.plans.mu.Lock()
	defer a.plans.mu.Unlock()
	if p := a.plans.of[planKey(actor, inv)]; p != nil {
		p.cancel()
	}
}

// drop forgets every plan of an investigation, or all of them when inv is empty: what they say no longer holds.
func (p *plans) drop(inv sanad.ID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for k, x := range p.of {
		if inv == "" || k[0] == string(inv) {
			x.cancel()
			delete(p.of, k)
		}
	}
}

// note puts what is known of one report now into the viewer's plan.
func (p *plans) note(actor sanad.Actor, inv sanad.ID, r RereadReport) {
	p.mu.Lock()
	defer p.mu.Unlock()
	x := p.of[planKey(actor, inv)]
	if x == nil || x.plan.State != PlanReady {
		return
	}
	i := slices.IndexFunc(x.rows, func(o RereadRow) bool { return o.Report == r.Report })
	if i < 0 {
		return
	}
	was := x.rows[i].RereadCounts
	x.rows[i] = r.row()
	x.plan.Summary.RereadCounts.add(RereadCounts{Gained: -was.Gained, Lost: -was.Lost, Changed: -was.Changed, EntitiesGained: -was.EntitiesGained, EntitiesLost: -was.EntitiesLost,
		Realigned: -was.Realigned, Kept: -was.Kept, Settled: -was.Settled, Open: -was.Open, Touched: -was.Touched, Decided: -was.Decided})
	x.plan.Summary.RereadCounts.add(r.RereadCounts)
}
