package app

import (
	"context"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/extract/assist"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Assisted is what a model's reading of one report came to.
type Assisted struct {
	Reference string `json:"reference"`
	Claims    int    `json:"claims"`  // proposed, with a quote that stands in the report
	Dropped   int    `json:"dropped"` // answered without one
}

// Assist has a model read a report once more. What it finds is proposed beside what the rules found, marked with the
// model's name. A protected source's report leaves this machine for no remote address.
func (a *App) Assist(ctx context.Context, actor sanad.Actor, inv sanad.ID, reference string, o assist.Options) (Assisted, error) {
	x, err := assist.New(o)
	if err != nil {
		return Assisted{}, err
	}
	doc, text, err := a.assisted(ctx, actor, inv, reference, o.Remote)
	if err != nil {
		return Assisted{}, err
	}
	reading, dropped, err := x.Ask(ctx, doc)
	if err != nil {
		return Assisted{}, err
	}
	return Assisted{reference, len(reading.Claims), dropped}, a.store.Update(ctx, inv, actor, "assisted reading", func(t *store.Tx) error {
		t.Log("report", doc.Report)
		t.Log("model", o.Model)
		return t.PutReading(doc.Report, text, reading)
	})
}

// AssistRequest returns what Assist would send for a report, and sends nothing.
func (a *App) AssistRequest(ctx context.Context, actor sanad.Actor, inv sanad.ID, reference string, o assist.Options) ([]byte, error) {
	x, err := assist.New(o)
	if err != nil {
		return nil, err
	}
	doc, _, err := a.assisted(ctx, actor, inv, reference, o.Remote)
	if err != nil {
		return nil, err
	}
	return x.Request(doc)
}

func (a *App) assisted(ctx context.Context, actor sanad.Actor, inv sanad.ID, reference string, remote bool) (doc extract.Document, text sanad.ID, err error) {
	err = a.store.View(ctx, inv, store.Who{Actor: actor, Purpose: "assisted reading"}, func(v *store.View) error {
		r, err := v.Report(reference)
		if err != nil {
			return err
		}
		if remote && (r.Protected || r.Sealed) {
			return sanad.Errorf(sanad.Forbidden, "report %s is a protected source's and is sent to no remote address", reference).WithRemedy("ask a model on this machine, without --allow-remote")
		}
		t, err := v.WorkingText(r.ID)
		if err != nil {
			return err
		}
		v.Note(r.ID)
		doc, text = extract.Document{Report: r.ID, Text: t.Content, Language: t.Language, Dated: r.Dated}, t.ID
		return nil
	})
	return doc, text, err
}
