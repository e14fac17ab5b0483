package app

import (
	"context"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Home is the first screen: what there is, what waits, what is under way.
type Home struct {
	Investigation sanad.Investigation `json:"investigation"`
	Reports       int                 `json:"reports"`
	Sources       int                 `json:"sources"`
	Copies        int                 `json:"copies"`
	Mentions      int                 `json:"mentions"` // persons as found, one a report
	Incidents     int                 `json:"incidents"`
	Proceedings   int                 `json:"proceedings"`
	Payments      int                 `json:"payments"`
	Questions     int                 `json:"questions"`
	Judgements    int                 `json:"judgements"`
	Briefs        int                 `json:"briefs"`
	Runs          []sanad.Run         `json:"runs"`
	Languages     []LanguageCount     `json:"languages"`
}

// LanguageCount counts reports of a language.
type LanguageCount struct {
	Language string `json:"language"`
	Reports  int    `json:"reports"`
}

// Home returns the first screen. It counts in the database and computes nothing, so that it comes at once.
func (a *App) Home(ctx context.Context, who store.Who, inv sanad.ID) (Home, error) {
	var h Home
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		var err error
		if h.Investigation, err = v.InvestigationByName(string(inv)); err != nil {
			return err
		}
		if h.Reports, err = v.CountReports(); err != nil {
			return err
		}
		sources, err := v.Sources()
		if err != nil {
			return err
		}
		h.Sources = len(sources)
		for _, x := range []struct {
			n       *int
			schemas []string
		}{{&h.Mentions, []string{sanad.SchemaPerson}}, {&h.Incidents, []string{sanad.SchemaEvent}}, {&h.Payments, []string{sanad.SchemaPayment}}, {&h.Proceedings, casework.ProceedingSchemata}} {
			for _, s := range x.schemas {
				n, err := v.CountEntities(s)
				if err != nil {
					return err
				}
				*x.n += n
			}
		}
		links, err := visibleLineage(v)
		if err != nil {
			return err
		}
		h.Copies = len(links)
		if v.Actor().All {
			if h.Questions, err = v.CountQuestions(); err != nil {
				return err
			}
			if h.Judgements, err = v.CountJudgements(); err != nil {
				return err
			}
		}
		briefs, err := v.Briefs()
		if err != nil {
			return err
		}
		h.Briefs = len(briefs)
		if h.Languages, err = languages(v); err != nil {
			return err
		}
		h.Runs, err = v.Runs()
		h.Runs = h.Runs[:min(5, len(h.Runs))]
		if h.Runs == nil {
			h.Runs = []sanad.Run{}
		}
		return err
	})
	return h, err
}

func languages(v *store.View) ([]LanguageCount, error) {
	counts, err := v.CountLanguages()
	out := []LanguageCount{}
	for l, n := range counts {
		out = append(out, LanguageCount{l, n})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Language < out[j].Language })
	return out, err
}
