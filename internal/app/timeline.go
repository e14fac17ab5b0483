package app

import (
	"context"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

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
	// No rule read it, or of one person that it has to do with him: a model inferred it and nobody has accepted that.
	Inferred bool `json:"inferred,omitempty"`
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
		in, inferred := person == "", person != ""
		for _, x := range i.Participants {
			if x.Who.ID == person {
				in, inferred = true, inferred && x.AllInferred()
			}
		}
		inferred = inferred || i.Inferred == i.Reports
		if in {
			add(Moment{Date: i.Date, Kind: "incident", Type: i.Type, Place: i.Place, Ref: &sanad.Ref{ID: i.ID, Name: i.Type, Schema: sanad.SchemaEvent}, Reports: i.Reports, Inferred: inferred})
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
			add(Moment{Date: s.Date, Kind: s.Kind, Type: s.Value, Title: ref.Name, Ref: &ref, Place: s.Place, Reports: s.Reports, Inferred: s.AllInferred()})
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
		m := Moment{Date: x.Date, Kind: "payment", Type: x.Amount + " " + x.Currency, Reports: x.Reports, Inferred: x.AllInferred()}
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
			add(Moment{Date: o.Date, Kind: "operation", Title: o.Name, Place: o.Place, Reports: o.Reports, Inferred: o.AllInferred()})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].From < out[j].From })
	return out, nil
}
