package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// older makes a data directory look as if an earlier extractor had read it, for the scripts: it found no birth dates, and
// took all persons of a report for one. Usage: older DIR INV.
func older() {
	if err := makeOlder(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func makeOlder(dir, name string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(dir, "sanad.db"), store.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	actor := sanad.Actor{Name: "older", All: true}
	var inv sanad.ID
	if err := s.View(ctx, "", store.Who{Actor: actor}, func(v *store.View) error {
		i, err := v.InvestigationByName(name)
		inv = i.ID
		return err
	}); err != nil {
		return err
	}
	return s.Update(ctx, inv, actor, "make older", func(t *store.Tx) error {
		var claims []sanad.Claim
		if err := t.Claims(store.ClaimFilter{}, func(c sanad.Claim) error {
			claims = append(claims, c)
			return nil
		}); err != nil {
			return err
		}
		first := map[sanad.ID]sanad.Claim{} // by report: who is named first
		for _, c := range claims {
			if f, ok := first[c.Report]; c.Schema == sanad.SchemaPerson && c.Prop == "name" && (!ok || c.Span.Start < f.Span.Start) {
				first[c.Report] = c
			}
		}
		for _, c := range claims {
			old, f := c, first[c.Report]
			if c.Schema == sanad.SchemaPerson {
				c.Entity = f.Entity
			}
			if sanad.IsEntityProp(c.Schema, c.Prop) && strings.Contains("member participant subject payer beneficiary", c.Prop) {
				c.Value = string(f.Entity)
			}
			birth := c.Prop == "birthDate"
			if c.ID = sanad.ClaimID(c); c.ID == old.ID && !birth {
				continue
			}
			if err := t.Supersede(c.Report, old.ID); err != nil {
				return err
			}
			if !birth {
				if err := t.PutClaim(c); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
