package app

import (
	"context"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/store"
)

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
