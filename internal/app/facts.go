package app

import (
	"cmp"
	"context"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/resolve"
	"github.com/sanad-workbench/sanad/internal/store"
)

// facts gathers what things that are one say of the given properties, the best supported first within a property.
func (p *picture) facts(things []sanad.Found, props ...string) []sanad.Fact {
	l := lens{p}
	var claims []resolve.FactClaim
	byID := map[sanad.ID]sanad.Claim{}
	for _, f := range things {
		for _, c := range f.Claims {
			if slices.Contains(props, c.Prop) {
				claims = append(claims, resolve.FactClaim{Claim: c, Line: l.line(c.Report)})
				byID[c.ID] = c
			}
		}
	}
	one := func(id sanad.ID) sanad.ID { // the things are one whatever their ids: canonical for values, not for subjects
		for _, f := range things {
			if f.ID == id {
				return "self"
			}
		}
		return p.canonical(id)
	}
	origin := func(report sanad.ID) sanad.ID {
		if root, ok := p.roots[report]; ok {
			return root
		}
		return report
	}
	out := []sanad.Fact{}
	for _, f := range resolve.Facts(claims, one, origin, func(sanad.ID) bool { return false }) {
		x := sanad.Fact{Prop: f.Prop, Value: f.Value, Normal: f.Normal, Contradicts: len(f.Rivals) > 0,
			Support: sanad.Support{Reports: f.Affirmed, Lines: f.Origins, Denied: f.Denied, Uncertain: f.Uncertain, Cites: []*sanad.Cite{}}}
		seen := map[sanad.ID]int{}
		said := sanad.Weigh(p.voices(f.Claims, byID), l.Lines)
		x.Inferred, x.InferredAgainst = said.Inferred, said.InferredAgainst
		for _, id := range f.Claims {
			c := byID[id]
			if seen[c.Report]++; seen[c.Report] > 2 {
				continue // a name is repeated all over a report: two passages show it
			}
			if cite := l.cite(c); cite != nil {
				x.Cites = append(x.Cites, cite)
			}
		}
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b sanad.Fact) int {
		return cmp.Or(cmp.Compare(slices.Index(props, a.Prop), slices.Index(props, b.Prop)), cmp.Compare(b.Reports, a.Reports))
	})
	return out
}

// voices returns the claims of a fact as one record a report, since a report has one voice of a fact.
func (p *picture) voices(ids []sanad.ID, claims map[sanad.ID]sanad.Claim) []sanad.Found {
	var out []sanad.Found
	for _, id := range ids { // in order of report
		c := claims[id]
		if n := len(out); n == 0 || out[n-1].Report != c.Report {
			out = append(out, sanad.Found{Report: c.Report, Inferred: true})
		}
		f := &out[len(out)-1]
		f.Claims = append(f.Claims, c)
		f.Inferred = f.Inferred && sanad.OnlyInferred(c.Origin, p.reviews[id].Status)
	}
	return out
}

// answers is what judgements made of the persons, as the matcher asks for it.
func (p *picture) answers() *resolve.Identity { return p.identity }

// Warm loads the newest investigations into memory, so that the first screens come quickly. Nothing is logged: nobody
// has read anything yet.
func (a *App) Warm(ctx context.Context, actor sanad.Actor) {
	list, err := a.Investigations(ctx, actor)
	if err != nil {
		return
	}
	for _, inv := range list[:min(2, len(list))] {
		// Whoever asks for a screen loads what is missing; a failure here is met again there, and shown.
		_ = a.see(ctx, store.Who{Actor: actor}, inv.ID, func(p *picture) error {
			if _, err := p.matcher(); err != nil {
				return err
			}
			_, err := a.openQuestions(p)
			return err
		})
	}
}

// Facts gathers claims into facts for casework.
func (l lens) Facts(things []sanad.Found, props ...string) []sanad.Fact {
	return l.p.facts(things, props...)
}
