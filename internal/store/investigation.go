package store

import (
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	sanad "github.com/sanad-workbench/sanad"
)

// CreateInvestigation adds an investigation and binds the transaction to it. The name must be free.
func (t *Tx) CreateInvestigation(name, title string, demo bool) (sanad.Investigation, error) {
	if name == "" {
		return sanad.Investigation{}, sanad.Errorf(sanad.Invalid, "an investigation needs a name")
	}
	if _, err := t.InvestigationByName(name); err == nil {
		return sanad.Investigation{}, sanad.Errorf(sanad.Conflicting, "an investigation called %q is already there", name).WithRemedy("choose another name")
	}
	secret := t.s.key()
	inv := sanad.Investigation{ID: sanad.NewID("i"), Name: name, Title: title, Demo: demo, Created: t.at}
	if inv.Title == "" {
		inv.Title = name
	}
	t.inv = inv.ID
	return inv, t.exec("INSERT INTO investigation (id, name, title, demo, secret, created) VALUES (?, ?, ?, ?, ?, ?)",
		inv.ID, inv.Name, inv.Title, demo, secret, t.at)
}

func newSecret() string {
	var b [32]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

const investigationColumns = "id, name, title, demo, created"

func scanInvestigation(scan func(...any) error) (sanad.Investigation, error) {
	var i sanad.Investigation
	var created int64
	err := scan(&i.ID, &i.Name, &i.Title, &i.Demo, &created)
	i.Created = fromMicro(created)
	return i, err
}

// Investigations lists every investigation by name.
func (v *View) Investigations() ([]sanad.Investigation, error) {
	var out []sanad.Investigation
	err := v.each("SELECT "+investigationColumns+" FROM investigation ORDER BY name", nil, func(scan func(...any) error) error {
		i, err := scanInvestigation(scan)
		out = append(out, i)
		return err
	})
	return out, err
}

// InvestigationByName finds an investigation by name or id.
func (v *View) InvestigationByName(name string) (sanad.Investigation, error) {
	i, err := scanInvestigation(v.tx.QueryRowContext(v.ctx, "SELECT "+investigationColumns+" FROM investigation WHERE name = ? OR id = ?", name, name).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return i, sanad.Errorf(sanad.NotFound, "no investigation called %q", name).WithRemedy("sanad investigation list shows what is there")
	}
	if err != nil {
		return i, fmt.Errorf("read investigation %q: %w", name, err)
	}
	return i, nil
}

// Secret returns the key that report ids of this investigation are derived with.
func (v *View) Secret() (string, error) {
	var s string
	if err := v.tx.QueryRowContext(v.ctx, "SELECT secret FROM investigation WHERE id = ?", string(v.inv)).Scan(&s); err != nil {
		return "", fmt.Errorf("read key of investigation: %w", err)
	}
	return s, nil
}

// Version says how new an investigation's data is: Written grows with reports, claims, reviews and lineage, Judged with
// judgements and questions.
type Version struct{ Written, Judged int64 }

// Version returns the version the view reads.
func (v *View) Version() (Version, error) {
	var x Version
	err := v.tx.QueryRowContext(v.ctx, "SELECT version, judged FROM investigation WHERE id = ?", string(v.inv)).Scan(&x.Written, &x.Judged)
	if err != nil {
		return x, fmt.Errorf("read version of investigation: %w", err)
	}
	return x, nil
}

// PutSource adds a source or returns the one with the same code. A kind or controller that contradicts what is there is
// an error; an empty grade or controller is filled in.
func (t *Tx) PutSource(s sanad.Source) (sanad.Source, error) {
	if err := s.Validate(); err != nil {
		return s, err
	}
	old, err := t.sourceWhere("code = ?", s.Code)
	switch {
	case sanad.CodeOf(err) == sanad.NotFound:
		secret, err := t.Secret()
		if err != nil {
			return s, err
		}
		s.ID = sanad.DeriveID("s", secret, s.Code)
		return s, t.exec("INSERT INTO source (inv, id, code, kind, controller, reliability, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
			t.inv, s.ID, s.Code, s.Kind, s.Controller, s.Reliability, t.at)
	case err != nil:
		return s, err
	}
	if old.Kind != s.Kind {
		return old, sanad.Errorf(sanad.Conflicting, "the kind of source %s here is %s, not %s", s.Code, old.Kind, s.Kind).
			WithRemedy("correct the kind, or give this source another code")
	}
	if (old.Controller == "" && s.Controller != "") || (old.Reliability == "" && s.Reliability != "") {
		if s.Controller != "" {
			old.Controller = s.Controller
		}
		if s.Reliability != "" {
			old.Reliability = s.Reliability
		}
		t.wrote = true
		return old, t.exec("UPDATE source SET controller = ?, reliability = ? WHERE inv = ? AND id = ?", old.Controller, old.Reliability, t.inv, old.ID)
	}
	return old, nil
}

func (v *View) sourceWhere(cond string, args ...any) (sanad.Source, error) {
	var s sanad.Source
	err := v.tx.QueryRowContext(v.ctx, "SELECT id, code, kind, controller, reliability FROM source WHERE inv = ? AND "+cond,
		plain(append([]any{v.inv}, args...))...).Scan(&s.ID, &s.Code, &s.Kind, &s.Controller, &s.Reliability)
	if errors.Is(err, sql.ErrNoRows) {
		return s, sanad.Errorf(sanad.NotFound, "no such source")
	}
	if err != nil {
		return s, fmt.Errorf("read source: %w", err)
	}
	return s, nil
}

// SourceCount is a source with the number of its reports the viewer may see.
type SourceCount struct {
	sanad.Source
	Reports int `json:"reports"`
}

// Sources lists the sources with at least one report the actor may see.
func (v *View) Sources() ([]SourceCount, error) {
	cond, args := v.labels("r.label")
	known, more := v.known("r.recorded_at")
	args = append([]any{v.inv}, append(args, more...)...)
	var out []SourceCount
	err := v.each("SELECT s.id, s.code, s.kind, s.controller, s.reliability, COUNT(*) FROM source s JOIN report r ON r.inv = s.inv AND r.source = s.id"+
		" WHERE s.inv = ? AND "+cond+" AND "+known+" GROUP BY s.id, s.code, s.kind, s.controller, s.reliability ORDER BY s.code", args,
		func(scan func(...any) error) error {
			var s SourceCount
			err := scan(&s.ID, &s.Code, &s.Kind, &s.Controller, &s.Reliability, &s.Reports)
			out = append(out, s)
			return err
		})
	return out, err
}
