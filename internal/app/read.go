package app

import (
	"cmp"
	"context"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/lineage"
	"github.com/sanad-workbench/sanad/internal/store"
)

// system is the actor of jobs: it sees everything of the investigation it works for.
func system(name string) sanad.Actor { return sanad.Actor{Name: name, All: true} }

// read does the reading of one batch of reports: the newest text of each goes through the extractor.
func (a *App) read(ctx context.Context, job store.Job) (func(*store.Tx) error, error) {
	type input struct {
		text  sanad.Text
		dated string
	}
	inputs := map[sanad.ID]input{}
	err := a.store.View(ctx, job.Investigation, store.Who{Actor: system(job.Actor)}, func(v *store.View) error {
		rows, err := v.Reports(store.ReportFilter{IDs: job.Reports})
		if err != nil {
			return err
		}
		for _, r := range rows {
			inputs[r.ID] = input{dated: r.Dated}
		}
		return v.Texts(job.Reports, func(t sanad.Text) error {
			in := inputs[t.Report]
			in.text = t
			inputs[t.Report] = in
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	readings := make([]sanad.Reading, len(job.Reports))
	for i, id := range job.Reports {
		in := inputs[id]
		readings[i], err = a.extractor.Read(ctx, extract.Document{Report: id, Text: in.text.Content, Language: in.text.Language, Dated: in.dated})
		if err != nil {
			return nil, err
		}
	}
	return func(t *store.Tx) error {
		for i, id := range job.Reports {
			if err := t.PutReading(id, inputs[id].text.ID, readings[i]); err != nil {
				return err
			}
		}
		return step(t, job, len(job.Reports))
	}, nil
}

// findCopies looks for reports that repeat others, over the whole investigation.
func (a *App) findCopies(ctx context.Context, job store.Job) (func(*store.Tx) error, error) {
	var docs []lineage.Doc
	err := a.store.View(ctx, job.Investigation, store.Who{Actor: system(job.Actor)}, func(v *store.View) error {
		var err error
		docs, err = documents(v)
		return err
	})
	if err != nil {
		return nil, err
	}
	links := lineage.Find(docs)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return func(t *store.Tx) error {
		t.Log("copies", len(links))
		if err := t.PutLineage(links); err != nil {
			return err
		}
		return step(t, job, 0)
	}, nil
}

// Extract reads a text without any database, for the command line.
func Extract(ctx context.Context, report sanad.ID, body, language, dated string) (sanad.Reading, error) {
	return extract.New().Read(ctx, extract.Document{Report: report, Text: body, Language: language, Dated: dated})
}

// documents returns the newest text of every report the viewer may see.
func documents(v *store.View) ([]lineage.Doc, error) {
	rows, err := v.Reports(store.ReportFilter{})
	if err != nil {
		return nil, err
	}
	about := make(map[sanad.ID]*store.ReportRow, len(rows))
	for i := range rows {
		about[rows[i].ID] = &rows[i]
	}
	order := receiptOrder(rows)
	var docs []lineage.Doc
	err = v.Texts(nil, func(t sanad.Text) error {
		r := about[t.Report]
		d := lineage.Doc{ID: t.Report, Text: t.Content, Language: t.Language, Dated: r.Dated, Order: order[t.Report]}
		if n := len(docs); n > 0 && docs[n-1].ID == t.Report {
			docs[n-1] = d
		} else {
			docs = append(docs, d)
		}
		return nil
	})
	return docs, err
}

// receiptOrder numbers reports by when they were received, as their sources say, then as they were recorded.
func receiptOrder(rows []store.ReportRow) map[sanad.ID]int {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b store.ReportRow) int {
		return cmp.Or(cmp.Compare(a.Received, b.Received), a.RecordedAt.Compare(b.RecordedAt), cmp.Compare(a.Reference, b.Reference))
	})
	order := make(map[sanad.ID]int, len(sorted))
	for i, r := range sorted {
		order[r.ID] = i
	}
	return order
}
