package app

import (
	"context"
	"slices"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/network"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Facts gathers claims into facts for casework.
func (l lens) Facts(things []sanad.Found, props ...string) []sanad.Fact {
	return l.p.facts(things, props...)
}

// load returns the found things of several schemata.
func (p *picture) all(schemata ...string) ([]sanad.Found, error) {
	var out []sanad.Found
	for _, s := range schemata {
		list, err := p.things(s)
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}

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
		in := map[sanad.ID]bool{}
		for _, e := range events {
			in[e.ID] = true
		}
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

// Proceedings lists every person's proceeding.
func (a *App) Proceedings(ctx context.Context, who store.Who, inv sanad.ID) ([]casework.Proceeding, error) {
	out := []casework.Proceeding{}
	err := a.see(ctx, who, inv, func(p *picture) error {
		records, err := p.all(casework.ProceedingSchemata...)
		if err != nil {
			return err
		}
		out = casework.Proceedings(lens{p}, records, false)
		p.v.Note("all-proceedings")
		return nil
	})
	return out, err
}

// Proceeding returns the proceeding of one person.
func (a *App) Proceeding(ctx context.Context, who store.Who, inv, person sanad.ID) (casework.Proceeding, error) {
	var out casework.Proceeding
	err := a.see(ctx, who, inv, func(p *picture) error {
		f, ok := p.thing(person)
		if !ok || f.Schema != sanad.SchemaPerson {
			return sanad.Errorf(sanad.NotFound, "no person %q", person)
		}
		p.v.Note(p.canonical(person))
		var err error
		out, err = p.proceeding(p.canonical(person), true)
		return err
	})
	return out, err
}

func (p *picture) proceeding(canonical sanad.ID, cites bool) (casework.Proceeding, error) {
	records, err := p.all(casework.ProceedingSchemata...)
	if err != nil {
		return casework.Proceeding{}, err
	}
	in := map[sanad.ID]bool{}
	for _, m := range p.members(canonical) {
		in[m] = true
	}
	var own []sanad.Found
	for _, r := range records {
		if in[sanad.ID(r.Value("subject"))] {
			own = append(own, r)
		}
	}
	if len(own) == 0 {
		return casework.Proceeding{Person: lens{p}.Ref(canonical), Stages: []casework.Stage{}}, nil
	}
	pr := casework.Proceedings(lens{p}, own, cites)[0]
	var all []*sanad.Cite
	for _, s := range pr.Stages {
		all = append(all, s.Cites...)
	}
	return pr, p.quote(all)
}

// Network returns the picture by rank and group. With open it also holds the best open proposals between its persons,
// which nobody decided.
func (a *App) Network(ctx context.Context, who store.Who, inv sanad.ID, open bool) (network.Graph, error) {
	var out network.Graph
	err := a.see(ctx, who, inv, func(p *picture) error {
		members, err := p.things(sanad.SchemaMembership)
		if err != nil {
			return err
		}
		payments, err := p.things(sanad.SchemaPayment)
		if err != nil {
			return err
		}
		out = network.Build(lens{p}, members, payments, false)
		p.v.Note("network")
		if !open {
			return nil
		}
		in := map[sanad.ID]bool{}
		for _, n := range out.Nodes {
			in[n.ID] = true
		}
		qs, err := a.openQuestions(p)
		if err != nil {
			return err
		}
		const most = 200
		for _, q := range qs {
			l, r := p.canonical(q.Left), p.canonical(q.Right)
			if in[l] && in[r] && l != r && len(out.Edges) < most+len(members) {
				out.Edges = append(out.Edges, network.Edge{From: l, To: r, Kind: "open"})
			}
		}
		return nil
	})
	return out, err
}

// EdgeCites returns what one line of the network rests on.
func (a *App) EdgeCites(ctx context.Context, who store.Who, inv, from, to sanad.ID) (network.Graph, error) {
	var out network.Graph
	err := a.see(ctx, who, inv, func(p *picture) error {
		l := lens{p}
		var pick [2][]sanad.Found
		for i, s := range []string{sanad.SchemaMembership, sanad.SchemaPayment} {
			list, err := p.things(s)
			if err != nil {
				return err
			}
			props := [][2]string{{"member", "organization"}, {"payer", "beneficiary"}}[i]
			for _, f := range list {
				if l.Ref(sanad.ID(f.Value(props[0]))).ID == from && l.Ref(sanad.ID(f.Value(props[1]))).ID == to {
					pick[i] = append(pick[i], f)
				}
			}
		}
		p.v.Note(from, to)
		out = network.Build(l, pick[0], pick[1], true)
		var cites []*sanad.Cite
		for _, e := range out.Edges {
			cites = append(cites, e.Cites...)
		}
		return p.quote(cites)
	})
	return out, err
}

// PaymentView is a payment as one or more reports tell it: those that give the same payer, beneficiary, amount and date.
type PaymentView struct {
	ID          sanad.ID   `json:"id"`
	Payer       *sanad.Ref `json:"payer,omitempty"`
	Beneficiary *sanad.Ref `json:"beneficiary,omitempty"`
	Via         string     `json:"via,omitempty"`
	Amount      string     `json:"amount"`
	Currency    string     `json:"currency"`
	Date        string     `json:"date,omitempty"`
	sanad.Support
}

// Payments lists every payment, newest first.
func (a *App) Payments(ctx context.Context, who store.Who, inv sanad.ID) ([]PaymentView, error) {
	out := []PaymentView{}
	err := a.see(ctx, who, inv, func(p *picture) error {
		list, err := p.things(sanad.SchemaPayment)
		if err != nil {
			return err
		}
		out = p.payments(list)
		var cites []*sanad.Cite
		for _, x := range out {
			cites = append(cites, x.Cites...)
		}
		p.v.Note("payments")
		return p.quote(cites)
	})
	return out, err
}

func (p *picture) payments(list []sanad.Found) []PaymentView {
	l := lens{p}
	type key struct {
		payer, beneficiary     sanad.ID
		amount, currency, date string
	}
	at := map[key]int{}
	var groups [][]sanad.Found
	for _, f := range list {
		k := key{amount: f.Value("amount"), currency: f.Value("currency"), date: f.Value("date")}
		if v := f.Value("payer"); v != "" {
			k.payer = p.canonical(sanad.ID(v))
		}
		if v := f.Value("beneficiary"); v != "" {
			k.beneficiary = p.canonical(sanad.ID(v))
		}
		i, ok := at[k]
		if !ok || k.payer == "" || k.beneficiary == "" || k.amount == "" { // what leaves something open is not said to be the same
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	out := []PaymentView{}
	for _, g := range groups {
		f := g[0]
		x := PaymentView{ID: f.ID, Amount: f.Value("amount"), Currency: f.Value("currency"), Date: f.Value("date"), Support: l.support(g, "amount")}
		x.Shorten(citesShown)
		ref := func(prop string) *sanad.Ref {
			if v := f.Value(prop); v != "" {
				r := l.Ref(sanad.ID(v))
				return &r
			}
			return nil
		}
		x.Payer, x.Beneficiary = ref("payer"), ref("beneficiary")
		if v := f.Value("via"); v != "" {
			if x.Via = v; ref("via") != nil && ref("via").Name != "" {
				x.Via = ref("via").Name
			}
		}
		out = append(out, x)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Date != out[j].Date {
			return out[i].Date > out[j].Date
		}
		return out[i].ID < out[j].ID
	})
	return out
}

// Provinces returns the board.
func (a *App) Provinces(ctx context.Context, who store.Who, inv sanad.ID) ([]casework.ProvinceBoard, error) {
	var out []casework.ProvinceBoard
	err := a.see(ctx, who, inv, func(p *picture) error {
		incidents, err := p.incidents(false)
		if err != nil {
			return err
		}
		ops, err := p.things(sanad.SchemaOperation)
		if err != nil {
			return err
		}
		dep, err := p.things(sanad.SchemaDeployment)
		if err != nil {
			return err
		}
		out = casework.Provinces(lens{p}, incidents, casework.Operations(lens{p}, ops), dep)
		return nil
	})
	return out, err
}

// Moment is a point or a stretch of the timeline.
type Moment struct {
	Date    string     `json:"date"` // EDTF
	From    string     `json:"from"` // first and last day it may mean
	To      string     `json:"to"`
	Kind    string     `json:"kind"` // incident, arrest, charge, …, payment, operation
	Type    string     `json:"type,omitempty"`
	Title   string     `json:"title"`
	Ref     *sanad.Ref `json:"ref,omitempty"`
	Place   string     `json:"place,omitempty"`
	Reports int        `json:"reports"`
}

// Timeline returns everything dated, oldest first. person narrows it to one person.
func (a *App) Timeline(ctx context.Context, who store.Who, inv, person sanad.ID) ([]Moment, error) {
	out := []Moment{}
	err := a.see(ctx, who, inv, func(p *picture) error {
		var err error
		out, err = p.timeline(person)
		return err
	})
	return out, err
}

func (p *picture) timeline(person sanad.ID) ([]Moment, error) {
	l := lens{p}
	out := []Moment{}
	if person != "" {
		person = p.canonical(person)
	}
	add := func(m Moment) {
		var ok bool
		if m.From, m.To, ok = text.Interval(m.Date); ok {
			out = append(out, m)
		}
	}
	incidents, err := p.incidents(false)
	if err != nil {
		return nil, err
	}
	for _, i := range incidents {
		in := person == ""
		for _, x := range i.Participants {
			in = in || x.Who.ID == person
		}
		if in {
			add(Moment{Date: i.Date, Kind: "incident", Type: i.Type, Place: i.Place, Ref: &sanad.Ref{ID: i.ID, Name: i.Type, Schema: sanad.SchemaEvent}, Reports: i.Reports})
		}
	}
	records, err := p.all(casework.ProceedingSchemata...)
	if err != nil {
		return nil, err
	}
	for _, pr := range casework.Proceedings(l, records, false) {
		if person != "" && pr.Person.ID != person {
			continue
		}
		for _, s := range pr.Stages {
			ref := pr.Person
			add(Moment{Date: s.Date, Kind: s.Kind, Type: s.Value, Title: ref.Name, Ref: &ref, Place: s.Place, Reports: s.Reports})
		}
	}
	pays, err := p.things(sanad.SchemaPayment)
	if err != nil {
		return nil, err
	}
	for _, x := range p.payments(pays) {
		if person != "" && (x.Payer == nil || x.Payer.ID != person) && (x.Beneficiary == nil || x.Beneficiary.ID != person) {
			continue
		}
		m := Moment{Date: x.Date, Kind: "payment", Type: x.Amount + " " + x.Currency, Reports: x.Reports}
		if x.Payer != nil {
			m.Title, m.Ref = x.Payer.Name, x.Payer
		}
		if x.Beneficiary != nil {
			m.Title += " → " + x.Beneficiary.Name
		}
		add(m)
	}
	if person == "" {
		ops, err := p.things(sanad.SchemaOperation)
		if err != nil {
			return nil, err
		}
		for _, o := range casework.Operations(l, ops) {
			add(Moment{Date: o.Date, Kind: "operation", Title: o.Name, Place: o.Place, Reports: o.Reports})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].From < out[j].From })
	return out, nil
}
