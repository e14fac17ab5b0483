package app

import (
	"context"
	"strconv"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

// ReviewClaim records what a person says of a claim. A correction adds the claim it should have been.
func (a *App) ReviewClaim(ctx context.Context, actor sanad.Actor, inv, report, claim sanad.ID, status sanad.ReviewStatus, value, reason string) error {
	return a.store.Update(ctx, inv, actor, "review claim", func(t *store.Tx) error {
		c, err := t.Claim(report, claim)
		if err != nil {
			return err
		}
		r := sanad.Review{ID: sanad.NewID("v"), Claim: claim, Status: status, Reason: reason, Author: actor.Name}
		if err := dropReplacement(t, report, claim, actor.Name); err != nil {
			return err
		}
		switch status {
		case sanad.Accepted, sanad.Rejected, sanad.Proposed:
		case sanad.Corrected:
			if value = strings.TrimSpace(value); value == c.Value {
				return sanad.Errorf(sanad.Invalid, "a correction needs another value").WithRemedy("type what the passage says, or reject the claim")
			}
			if err := checkClaim(t, report, c.Schema, c.Prop, value); err != nil {
				return err
			}
			c.Value, c.Normal = value, ""
			if r.Replacement, err = putOwn(t, c, actor.Name); err != nil {
				return err
			}
		default:
			return sanad.Errorf(sanad.Invalid, "a claim cannot be %q", status).WithRemedy("accept, reject or correct it")
		}
		t.Log("claim", claim)
		t.Log("status", status)
		return t.PutReview(report, r)
	})
}

// putOwn records a person's own claim, accepted by himself, and returns its id.
func putOwn(t *store.Tx, c sanad.Claim, author string) (sanad.ID, error) {
	c.Origin, c.RecordedAt = "user:"+author, time.Time{}
	c.ID = sanad.ClaimID(c)
	if err := t.PutClaim(c); err != nil {
		return "", err
	}
	return c.ID, t.PutReview(c.Report, sanad.Review{ID: sanad.NewID("v"), Claim: c.ID, Status: sanad.Accepted, Author: author})
}

// dropReplacement rejects the claim an earlier correction put in place of this one: a correction is taken back whole.
func dropReplacement(t *store.Tx, report, claim sanad.ID, author string) error {
	reviews, err := t.Reviews([]sanad.ID{report})
	if err != nil {
		return err
	}
	old := reviews[claim]
	if old.Status != sanad.Corrected || old.Replacement == "" {
		return nil
	}
	return t.PutReview(report, sanad.Review{ID: sanad.NewID("v"), Claim: old.Replacement, Status: sanad.Rejected, Author: author})
}

// Split says that one mention of a found person or thing is somebody else: the claims that stand on that mention move to
// a new entity, as corrections that can be taken back one by one. Judgements on the old one stay; they are returned, since
// whoever made them saw both men as one.
func (a *App) Split(ctx context.Context, actor sanad.Actor, inv, report, mention sanad.ID) (Divided, error) {
	out := Divided{Judgements: []sanad.Judgement{}}
	err := a.store.Update(ctx, inv, actor, "split", func(t *store.Tx) error {
		m, err := t.Claim(report, mention)
		if err != nil {
			return err
		}
		if m.Span == nil || !sanad.IsNameProp(m.Prop) {
			return sanad.Errorf(sanad.Invalid, "that claim is no mention").WithRemedy("choose the name that is somebody else's")
		}
		reviews, err := t.Reviews([]sanad.ID{report})
		if err != nil {
			return err
		}
		var moved []sanad.Claim
		stays := false
		err = t.Claims(store.ClaimFilter{Reports: []sanad.ID{report}}, func(c sanad.Claim) error {
			if s := reviews[c.ID].Status; s == sanad.Rejected || s == sanad.Corrected {
				return nil
			}
			link := sanad.IsEntityProp(c.Schema, c.Prop) && c.Value == string(m.Entity)
			switch here := c.Span != nil && *c.Span == *m.Span; {
			case here && (link || c.Entity == m.Entity):
				moved = append(moved, c)
			case c.Entity == m.Entity && sanad.IsNameProp(c.Prop):
				stays = true
			}
			return nil
		})
		if err != nil {
			return err
		}
		if !stays {
			return sanad.Errorf(sanad.Invalid, "this is the only mention: there is nothing to split").WithRemedy("reject the claims that are wrong")
		}
		out.Entity = sanad.EntityID(report, m.Schema, *m.Span, 1<<20+1) // apart from what an extractor or a person's claim makes at the same place
		if err := t.PutEntity(sanad.Entity{ID: out.Entity, Report: report, Schema: m.Schema}); err != nil {
			return err
		}
		for _, c := range moved {
			old := c.ID
			if c.Entity == m.Entity {
				c.Entity = out.Entity
			} else {
				c.Value = string(out.Entity)
			}
			id, err := putOwn(t, c, actor.Name)
			if err != nil {
				return err
			}
			if err := t.PutReview(report, sanad.Review{ID: sanad.NewID("v"), Claim: old, Status: sanad.Corrected, Replacement: id, Author: actor.Name}); err != nil {
				return err
			}
		}
		all, err := t.Judgements()
		sanad.Correct(all)
		for _, j := range all {
			if j.Holds() && (j.Left == m.Entity || j.Right == m.Entity) {
				j.LeftGroup, j.RightGroup = nil, nil
				out.Judgements = append(out.Judgements, j)
			}
		}
		t.Log("entity", m.Entity)
		t.Log("split off", out.Entity)
		return err
	})
	return out, err
}

// Divided is what a split made.
type Divided struct {
	Entity     sanad.ID          `json:"entity"`     // the new one
	Judgements []sanad.Judgement `json:"judgements"` // made on the old one while it held both
}

// checkClaim refuses a value that its property cannot have, so that what a person types can be computed with.
func checkClaim(t *store.Tx, report sanad.ID, schema, prop, value string) error {
	value = strings.TrimSpace(value)
	kind, ok := sanad.TypeOf(schema, prop)
	switch {
	case !ok:
		return sanad.Errorf(sanad.Invalid, "nothing called %q can be said of a %s", prop, schema).WithRemedy("the list of properties shows what can")
	case value == "":
		return sanad.Errorf(sanad.Invalid, "a claim needs a value").WithRemedy("type what the passage says, or reject the claim")
	}
	switch kind {
	case sanad.EntityProp:
		if e, err := t.Entity(sanad.ID(value)); err != nil || e.Report != report {
			return sanad.Errorf(sanad.Invalid, "%s is one of the persons or things found in this report, not %q", prop, value).
				WithRemedy("choose it from the list; if it is not there, add it first: select its name and say what it is")
		}
	case sanad.DateProp:
		if _, _, ok := text.Interval(value); !ok {
			return sanad.Errorf(sanad.Invalid, "%q is no date", value).WithRemedy("write it as 2014-10-29, 2014-10, 2014, 2014-10-29/2014-11-03 or 2014-10~")
		}
	case sanad.CountProp:
		if _, _, _, ok := casework.Count(value); !ok {
			return sanad.Errorf(sanad.Invalid, "%q is no number", value).WithRemedy("write it as 12, or as low..best..high: 180..200..220")
		}
	case sanad.NumberProp:
		if _, err := strconv.ParseFloat(value, 64); err != nil {
			return sanad.Errorf(sanad.Invalid, "%q is no number", value).WithRemedy("write the digits alone, such as 25000 or 12.5")
		}
	}
	return nil
}

// NewClaim is a claim a person makes of a passage he selected.
type NewClaim struct {
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Schema string   `json:"schema"` // of the new entity, when Entity is empty
	Entity sanad.ID `json:"entity,omitempty"`
	Prop   string   `json:"prop"`
	Value  string   `json:"value"`
}

// AddClaim adds a claim of a person's own over a passage. With no entity given it is about a new one.
func (a *App) AddClaim(ctx context.Context, actor sanad.Actor, inv, report sanad.ID, n NewClaim) (sanad.Claim, error) {
	var c sanad.Claim
	err := a.store.Update(ctx, inv, actor, "add claim", func(t *store.Tx) error {
		txt, err := t.WorkingText(report)
		if err != nil {
			return err
		}
		if n.Start < 0 || n.End <= n.Start || n.End > len([]rune(txt.Content)) {
			return sanad.Errorf(sanad.Invalid, "the passage %d–%d is not in the text", n.Start, n.End).WithRemedy("select the words again")
		}
		span := sanad.Span{Start: n.Start, End: n.End}
		e := sanad.Entity{ID: n.Entity, Report: report, Schema: n.Schema}
		if n.Entity == "" {
			if err := checkClaim(t, report, n.Schema, n.Prop, n.Value); err != nil {
				return err
			}
			e.ID = sanad.EntityID(report, n.Schema, span, 1<<20) // apart from what an extractor finds at the same place
			if err := t.PutEntity(e); err != nil {
				return err
			}
		} else if e, err = t.Entity(n.Entity); err != nil {
			return err
		} else if e.Report != report {
			return sanad.Errorf(sanad.Invalid, "that was found in another report")
		} else if err := checkClaim(t, report, e.Schema, n.Prop, n.Value); err != nil {
			return err
		}
		c = sanad.Claim{Report: report, Entity: e.ID, Schema: e.Schema, Prop: n.Prop, Value: strings.TrimSpace(n.Value), Span: &span, Polarity: sanad.Affirmed, Kind: sanad.Reported}
		c.ID, err = putOwn(t, c, actor.Name)
		t.Log("claim", c.ID)
		return err
	})
	return c, err
}

// Assess writes an analyst's own conclusion beside a report. It is marked as what it is and never counts as a source.
func (a *App) Assess(ctx context.Context, actor sanad.Actor, inv, report sanad.ID, body string, span sanad.Span) (sanad.Statement, error) {
	s := sanad.Statement{ID: sanad.NewID("q"), Report: report, Span: span, Kind: sanad.Assessment, Polarity: sanad.Affirmed, Access: sanad.Inferred, Author: actor.Name, Body: strings.TrimSpace(body)}
	if s.Body == "" {
		return s, sanad.Errorf(sanad.Invalid, "the assessment is empty").WithRemedy("write what you conclude, and from what")
	}
	err := a.store.Update(ctx, inv, actor, "write assessment", func(t *store.Tx) error {
		if _, err := t.Report(string(report)); err != nil {
			return err
		}
		t.Log("statement", s.ID)
		return t.PutStatement(s)
	})
	return s, err
}
