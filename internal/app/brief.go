package app

import (
	"context"
	"slices"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/brief"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/network"
	"github.com/sanad-workbench/sanad/internal/store"
)

// BriefOrder says what a briefing is to hold.
type BriefOrder struct {
	Title    string     `json:"title"`
	Language string     `json:"language"` // en or ar
	Persons  []sanad.ID `json:"persons,omitempty"`
	Incident []sanad.ID `json:"incidents,omitempty"`
	Most     int        `json:"most,omitempty"` // lines a section holds at most; 25 when 0
}

// DraftBrief composes a briefing of what the viewer sees now. Persons and incidents narrow it; with neither it covers
// the best-supported of everything. reports is all it rests on.
func (a *App) DraftBrief(ctx context.Context, who store.Who, inv sanad.ID, o BriefOrder) (b brief.Briefing, reports []sanad.ID, err error) {
	if o.Language != "ar" {
		o.Language = "en"
	}
	if o.Most == 0 {
		o.Most = 25
	}
	in, err := a.Investigation(ctx, who.Actor, string(inv))
	if err != nil {
		return b, nil, err
	}
	if o.Title == "" {
		o.Title = in.Title
	}
	b = brief.Briefing{Title: o.Title, Language: o.Language, Investigation: in.Name, Author: who.Actor.Name, Demo: in.Demo, Date: a.store.Clock().Format("2006-01-02")}
	err = a.see(ctx, who, inv, func(p *picture) error {
		input, cites, err := p.briefInput(o)
		if err != nil {
			return err
		}
		if err := p.quote(cites); err != nil {
			return err
		}
		brief.Compose(&b, input)
		if len(b.Sections) == 0 {
			return sanad.Errorf(sanad.Invalid, "there is nothing to brief on yet").WithRemedy("add reports, or choose persons and incidents with something said of them")
		}
		seen := map[sanad.ID]bool{}
		for _, c := range cites {
			if !seen[c.Report] {
				seen[c.Report] = true
				reports = append(reports, c.Report)
			}
		}
		slices.Sort(reports)
		p.v.Note("briefing")
		return nil
	})
	return b, reports, err
}

// ReleaseBrief composes a briefing, freezes and numbers it. While there is one user it says that one person released it.
func (a *App) ReleaseBrief(ctx context.Context, actor sanad.Actor, inv sanad.ID, o BriefOrder) (sanad.Brief, error) {
	b, reports, err := a.DraftBrief(ctx, store.Who{Actor: actor, Purpose: "release briefing"}, inv, o)
	if err != nil {
		return sanad.Brief{}, err
	}
	b.ReleasedBy, b.Alone = actor.Name, true
	var out sanad.Brief
	err = a.store.Update(ctx, inv, actor, "release briefing", func(t *store.Tx) error {
		old, err := t.Briefs()
		if err != nil {
			return err
		}
		b.Number = 1
		if len(old) > 0 {
			b.Number = old[0].Number + 1
		}
		b.Date = t.Now().Format("2006-01-02")
		t.Log("number", b.Number)
		out, err = t.PutBrief(sanad.Brief{Title: b.Title, Language: b.Language, Author: b.Author, ReleasedBy: b.ReleasedBy, Body: b.JSON(), Reports: reports})
		return err
	})
	return out, err
}

// Briefs lists the released briefings.
func (a *App) Briefs(ctx context.Context, who store.Who, inv sanad.ID) ([]sanad.Brief, error) {
	var out []sanad.Brief
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		var err error
		out, err = v.Briefs()
		return err
	})
	return out, err
}

// Brief returns a released briefing as it was frozen.
func (a *App) Brief(ctx context.Context, who store.Who, inv sanad.ID, number int) (brief.Briefing, error) {
	var out brief.Briefing
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		b, err := v.Brief(number)
		if err != nil {
			return err
		}
		v.Note(sanad.ID("briefing-" + b.RecordedAt.Format(time.RFC3339)))
		out, err = brief.FromJSON(b.Body)
		return err
	})
	return out, err
}

// briefInput chooses what a briefing holds and gathers every citation in it.
func (p *picture) briefInput(o BriefOrder) (brief.Input, []*sanad.Cite, error) {
	var in brief.Input
	var cites []*sanad.Cite
	l := lens{p}
	chosen := map[sanad.ID]bool{}
	for _, id := range o.Persons {
		chosen[p.canonical(id)] = true
	}
	events := map[sanad.ID]bool{}
	for _, id := range o.Incident {
		events[p.canonical(id)] = true
	}
	narrow := len(chosen)+len(events) > 0
	keep := func(list []*sanad.Cite) []*sanad.Cite {
		cites = append(cites, list...)
		return list
	}
	kept := func(s sanad.Support) sanad.Support {
		keep(s.Cites)
		return s
	}
	records, err := p.all(casework.ProceedingSchemata...)
	if err != nil {
		return in, nil, err
	}
	proceedings := casework.Proceedings(l, records, true)
	latest := map[sanad.ID]brief.Latest{}
	for _, pr := range proceedings {
		latest[pr.Person.ID] = brief.Latest{Stage: pr.Latest, Inferred: pr.LatestInferred}
	}
	incidents, err := p.incidents(true)
	if err != nil {
		return in, nil, err
	}
	if !narrow {
		slices.SortStableFunc(incidents, func(x, y casework.Incident) int { return y.Reports - x.Reports })
	}
	named := map[sanad.ID]bool{}
	for _, x := range incidents {
		if len(in.Incidents) == o.Most {
			break
		}
		if narrow && !events[x.ID] && !slices.ContainsFunc(x.Participants, func(q casework.Participant) bool { return chosen[q.Who.ID] }) {
			continue
		}
		e := brief.Incident{Type: x.Type, Date: x.Date, Place: x.Place, Toll: x.Toll, Support: sanad.Support{Reports: x.Reports, Lines: x.Lines}}
		for _, f := range x.Facts {
			switch f.Prop {
			case "subtype":
				e.Cites = append(e.Cites, f.Cites...)
			case "dead":
				if f.Contradicts {
					e.Tolls = append(e.Tolls, brief.Value{Value: f.Value, Cites: keep(f.Cites)})
				}
			}
		}
		keep(e.Cites)
		for _, q := range x.Participants {
			if narrow && len(chosen) > 0 && !chosen[q.Who.ID] && !events[x.ID] {
				continue
			}
			if len(e.Parts) == 12 || q.Who.Name == "" {
				continue
			}
			named[q.Who.ID] = true
			e.Parts = append(e.Parts, brief.Part{Name: q.Who.Name, Role: q.Role, Latest: latest[q.Who.ID],
				Support: kept(q.Support)})
		}
		in.Incidents = append(in.Incidents, e)
	}
	members, err := p.things(sanad.SchemaMembership)
	if err != nil {
		return in, nil, err
	}
	graph := network.Build(l, members, nil, true)
	names := map[sanad.ID]string{}
	for _, n := range graph.Nodes {
		names[n.ID] = n.Name
	}
	slices.SortStableFunc(graph.Edges, func(x, y network.Edge) int {
		if a, b := network.Rank(x.Role), network.Rank(y.Role); a != b {
			return a - b
		}
		return y.Reports - x.Reports
	})
	for _, e := range graph.Edges {
		if len(in.Members) == o.Most {
			break
		}
		if e.Kind != "member" || narrow && !chosen[e.From] {
			continue
		}
		named[e.From] = true
		in.Members = append(in.Members, brief.Member{Name: names[e.From], Role: e.Role, Organization: names[e.To], Latest: latest[e.From],
			Support: kept(e.Support)})
	}
	// Whoever is named above has his proceeding here, an acquittal or release first of all.
	slices.SortStableFunc(proceedings, func(x, y casework.Proceeding) int {
		switch {
		case named[x.Person.ID] != named[y.Person.ID]:
			if named[x.Person.ID] {
				return -1
			}
			return 1
		case x.Cleared != y.Cleared:
			if x.Cleared {
				return -1
			}
			return 1
		}
		return y.Reports - x.Reports
	})
	for _, pr := range proceedings {
		if narrow && !chosen[pr.Person.ID] && !named[pr.Person.ID] || pr.Person.Name == "" {
			continue
		}
		if len(in.Proceedings) >= o.Most && !(named[pr.Person.ID] && pr.Cleared) {
			continue
		}
		q := brief.Proceeding{Name: pr.Person.Name}
		for _, s := range pr.Stages {
			q.Stages = append(q.Stages, brief.Stage{Kind: s.Kind, Date: s.Date, Value: s.Value, Support: kept(s.Support)})
		}
		in.Proceedings = append(in.Proceedings, q)
	}
	pays, err := p.things(sanad.SchemaPayment)
	if err != nil {
		return in, nil, err
	}
	for _, x := range p.payments(pays) {
		if len(in.Payments) == o.Most {
			break
		}
		if narrow && (x.Payer == nil || !chosen[x.Payer.ID]) && (x.Beneficiary == nil || !chosen[x.Beneficiary.ID]) || x.Amount == "" {
			continue
		}
		q := brief.Payment{Amount: x.Amount, Currency: x.Currency, Date: x.Date, Support: kept(x.Support)}
		if x.Payer != nil {
			q.Payer = x.Payer.Name
		}
		if x.Beneficiary != nil {
			q.Beneficiary = x.Beneficiary.Name
		}
		in.Payments = append(in.Payments, q)
	}
	if narrow {
		return in, cites, nil
	}
	ops, err := p.things(sanad.SchemaOperation)
	if err != nil {
		return in, nil, err
	}
	for _, x := range casework.Operations(l, ops) {
		if len(in.Operations) == o.Most {
			break
		}
		in.Operations = append(in.Operations, brief.Operation{Name: x.Name, Date: x.Date, Place: x.Place, Killed: x.Killed, Captured: x.Captured, Seized: x.Seized, Support: kept(x.Support)})
	}
	return in, cites, nil
}
