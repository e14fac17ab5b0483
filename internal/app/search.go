package app

import (
	"context"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Hit is a report that holds the words looked for, with a passage.
type Hit struct {
	store.ReportRow
	Quote string       `json:"quote"`
	Marks []sanad.Span `json:"marks"` // the words inside Quote
}

// SearchResult is what a search found.
type SearchResult struct {
	Persons []PersonRow    `json:"persons"`
	Reports []Hit          `json:"reports"`
	Places  []places.Place `json:"places"`
}

// Search looks for persons by name, in any spelling of either script, for reports by their words, and for places. A
// person found is somebody whose name is like the one typed: a name never identifies.
func (a *App) Search(ctx context.Context, who store.Who, inv sanad.ID, query string, limit int) (SearchResult, error) {
	out := SearchResult{Persons: []PersonRow{}, Reports: []Hit{}, Places: []places.Place{}}
	if strings.TrimSpace(query) == "" {
		return out, sanad.Errorf(sanad.Invalid, "there is nothing to search for").WithRemedy("type a name or a word")
	}
	persons, err := a.Persons(ctx, who, inv, query, 0, limit)
	if err != nil {
		return out, err
	}
	out.Persons = persons.Rows
	words := text.QueryWords(query)
	err = a.store.View(ctx, inv, who, func(v *store.View) error {
		rows, err := v.Search(words, limit)
		if err != nil {
			return err
		}
		at := map[sanad.ID]int{}
		var ids []sanad.ID
		for _, r := range rows {
			at[r.ID] = len(out.Reports)
			out.Reports = append(out.Reports, Hit{ReportRow: r, Marks: []sanad.Span{}})
			ids = append(ids, r.ID)
		}
		if len(ids) == 0 {
			return nil
		}
		return v.Texts(ids, func(t sanad.Text) error {
			h := &out.Reports[at[t.Report]]
			h.Quote, h.Marks = snippet(t.Content, words)
			return nil
		})
	})
	if err != nil {
		return out, err
	}
	out.Places = append(out.Places, places.Find(query)...)
	out.Places = out.Places[:min(5, len(out.Places))]
	return out, nil
}

// snippet returns the passage around the first word found and where the words stand in it.
func snippet(content string, words []string) (string, []sanad.Span) {
	marks := []sanad.Span{}
	toks := text.Tokens(content)
	hit := func(folded string) bool {
		for _, w := range words {
			if folded == w || strings.HasSuffix(folded, w) && len(folded)-len(w) <= 6 && text.ScriptOf(w) == text.Arabic {
				return true
			}
		}
		return false
	}
	runes := []rune(content)
	from, to := 0, min(len(runes), 240)
	found := false
	for _, t := range toks {
		if !hit(text.Fold(t.Text)) {
			continue
		}
		if !found {
			found = true
			from = max(0, t.Span.Start-90)
			for from > 0 && runes[from] != ' ' && runes[from] != '\n' {
				from--
			}
			to = min(len(runes), from+260)
		}
		if t.Span.End <= to {
			marks = append(marks, sanad.Span{Start: t.Span.Start - from, End: t.Span.End - from})
		}
	}
	return string(runes[from:to]), marks
}
