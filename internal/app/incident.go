package app

import (
	"context"
	"slices"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Incidents lists every incident.
func (a *App) Incidents(ctx context.Context, who store.Who, inv sanad.ID) ([]casework.Incident, error) {
	out := []casework.Incident{}
	err := a.see(ctx, who, inv, func(p *picture) error {
		var err error
		out, err = p.incidents(false)
		return err
	})
	return out, err
}

func (p *picture) incidents(cites bool) ([]casework.Incident, error) {
	events, err := p.things(sanad.SchemaEvent)
	if err != nil {
		return nil, err
	}
	parts, err := p.things(sanad.SchemaParticipation)
	if err != nil {
		return nil, err
	}
	return casework.Incidents(lens{p}, events, parts, cites), nil
}

// IncidentView is one incident with other accounts that may tell of the same.
type IncidentView struct {
	casework.Incident
	Accounts []Account           `json:"told_by"`
	MaybeToo []casework.Incident `json:"maybe_too"` // same type, dates that touch, same place: nobody decided yet
	History  []JudgementView     `json:"history"`
}

// Account is one report's telling of an incident.
type Account struct {
	Found     sanad.ID      `json:"found"`
	Report    sanad.ID      `json:"report"`
	Reference string        `json:"reference"`
	Source    string        `json:"source"`
	Dated     string        `json:"dated,omitempty"`
	Date      string        `json:"date,omitempty"`
	Place     string        `json:"place,omitempty"`
	Toll      string        `json:"toll,omitempty"`
	Derived   bool          `json:"derived"`
	Cites     []*sanad.Cite `json:"cites"`
}

// Incident returns one incident. Unless full is set, each line of it is shortened to a few passages.
func (a *App) Incident(ctx context.Context, who store.Who, inv, id sanad.ID, full bool) (IncidentView, error) {
	var out IncidentView
	err := a.see(ctx, who, inv, func(p *picture) error {
		all, err := p.incidents(false)
		if err != nil {
			return err
		}
		f, ok := p.thing(id)
		if !ok || f.Schema != sanad.SchemaEvent {
			return sanad.Errorf(sanad.NotFound, "no incident %q", id).WithRemedy("the list of incidents shows what is there")
		}
		canonical := p.canonical(id)
		events := p.memberThings(canonical)
		parts, err := p.things(sanad.SchemaParticipation)
		if err != nil {
			return err
		}
		in, _ := idsAndReports(events)
		var here []sanad.Found
		for _, x := range parts {
			if in[sanad.ID(x.Value("event"))] {
				here = append(here, x)
			}
		}
		out.Incident = casework.Incidents(lens{p}, events, here, true)[0]
		out.MaybeToo = casework.Similar(out.Incident, all)
		var cites []*sanad.Cite
		for _, e := range events {
			r := p.reports[e.Report]
			_, derived := p.roots[e.Report]
			acc := Account{Found: e.ID, Report: e.Report, Reference: r.Reference, Source: r.SourceCode, Dated: r.Dated, Date: e.Value("date"), Place: e.Value("place"), Toll: e.Value("dead"),
				Derived: derived, Cites: lens{p}.Cites([]sanad.Found{e}, "subtype", "date", "dead")}
			acc.Cites = acc.Cites[:min(1, len(acc.Cites))] // the report itself shows the rest
			cites = append(cites, acc.Cites...)
			out.Accounts = append(out.Accounts, acc)
		}
		sort.SliceStable(out.Accounts, func(i, j int) bool { return out.Accounts[i].Dated < out.Accounts[j].Dated })
		for _, x := range out.Participants {
			p.v.Note(x.Who.ID)
		}
		out.History = p.historyOf(canonical)
		if err := p.quote(cites); err != nil {
			return err
		}
		return p.show(slices.Concat(factSupports(out.Facts), supports(out.Participants, func(x *casework.Participant) *sanad.Support { return &x.Support }),
			supports(out.Acts, func(x *casework.Act) *sanad.Support { return &x.Support })), full)
	})
	return out, err
}
