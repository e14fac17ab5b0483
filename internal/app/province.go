package app

import (
	"context"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/store"
)

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
