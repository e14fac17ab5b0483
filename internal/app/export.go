package app

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/exchange"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Export formats.
const (
	FormatClaims    = "claims"
	FormatQuestions = "questions"
	FormatLineage   = "lineage"
	FormatFTM       = "ftm"
	FormatCSV       = "csv"

	FormatCorrections = "corrections" // what persons said of claims, as training data
	FormatIOB         = "iob"         // reviewed sentences with their names, as training data
)

// Formats lists the export formats.
var Formats = []string{FormatClaims, FormatQuestions, FormatLineage, FormatFTM, FormatCSV, FormatCorrections, FormatIOB}

// expiry is how long an export is meant to be kept; it says so itself.
const expiry = 90 * 24 * time.Hour

// DefaultReason is the reason of an export when none is given. It is logged like any other.
const DefaultReason = "working copy"

// Export writes an investigation in a format. Every export carries its reason, expiry and conditions, and is logged.
func (a *App) Export(ctx context.Context, who store.Who, inv sanad.ID, format, reason string, all bool, w io.Writer) error {
	if reason == "" {
		reason = DefaultReason
	}
	out := bufio.NewWriterSize(w, 1<<16)
	err := a.see(ctx, who, inv, func(p *picture) error {
		p.v.Note(sanad.ID("export:"+format), sanad.ID("reason:"+reason))
		head := exchange.Head{Reason: reason, Expiry: a.store.Clock().Add(expiry).Format("2006-01-02"), Conditions: p.conditions()}
		switch format {
		case FormatClaims:
			enc := exchange.NewEncoder(out)
			if err := enc.Head(head); err != nil {
				return err
			}
			return p.exportLines(all, enc.Claim)
		case FormatCorrections:
			enc := exchange.NewEncoder(out)
			if err := enc.Head(head); err != nil {
				return err
			}
			return p.corrections(enc)
		case FormatIOB:
			return p.iob(out, head)
		case FormatQuestions:
			qs, err := a.openQuestions(p)
			if err != nil {
				return err
			}
			enc := json.NewEncoder(out)
			enc.SetEscapeHTML(false)
			for lo := 0; lo < len(qs.list); lo += 5000 {
				full, err := p.fill(qs, qs.list[lo:min(lo+5000, len(qs.list))])
				if err != nil {
					return err
				}
				for _, q := range full {
					if err := enc.Encode(questionLine(q)); err != nil {
						return err
					}
				}
			}
			return nil
		case FormatLineage:
			enc := json.NewEncoder(out)
			for _, l := range p.links {
				if err := enc.Encode(exchange.Lineage{Report: p.reports[l.Report].Reference, DerivedFrom: p.reports[l.DerivedFrom].Reference, Similarity: l.Similarity, How: l.How}); err != nil {
					return err
				}
			}
			return nil
		case FormatFTM:
			f := exchange.NewFTM(out)
			if err := p.exportLines(all, f.Claim); err != nil {
				return err
			}
			return f.Close(head)
		case FormatCSV:
			c := csv.NewWriter(out)
			c.Write([]string{"# reason: " + head.Reason, "expires: " + head.Expiry, "conditions: " + strings.Join(head.Conditions, "; "), exchange.InferredNote})
			c.Write([]string{"id", "entity_id", "canonical_id", "schema", "prop", "value", "report", "start", "end", "quote", "polarity", "origin", "kind", "status", "recorded_at", "inferred"})
			err := p.exportLines(all, func(x exchange.Claim) error {
				num := func(n *int) string {
					if n == nil {
						return ""
					}
					return strconv.Itoa(*n)
				}
				row := []string{x.ID, x.EntityID, x.CanonicalID, x.Schema, x.Prop, x.Value, x.Report, num(x.Start), num(x.End), x.Quote, x.Polarity, x.Origin, x.Kind, x.Status, x.RecordedAt, strconv.FormatBool(x.Inferred())}
				for i := range row {
					row[i] = exchange.Harmless(row[i])
				}
				return c.Write(row)
			})
			c.Flush()
			if err == nil {
				err = c.Error()
			}
			return err
		}
		return sanad.Errorf(sanad.Invalid, "there is no export format %q", format).WithRemedy("use one of %s", strings.Join(Formats, ", "))
	})
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write export: %w", err)
	}
	return nil
}

// conditions gathers the conditions of use of everything in the picture.
func (p *picture) conditions() []string {
	out := []string{"a name never identifies: check a second identifier before any act", "each row is what a report says, not a finding"}
	seen := map[string]bool{}
	var more []string
	for _, r := range p.reports {
		if r.Conditions != "" && !seen[r.Conditions] {
			seen[r.Conditions] = true
			more = append(more, r.Conditions)
		}
	}
	slices.Sort(more)
	return append(out, more...)
}

// exportLines calls fn with every claim as a line, report by report.
func (p *picture) exportLines(all bool, fn func(exchange.Claim) error) error {
	type ref struct {
		id  sanad.ID
		ref string
	}
	var refs []ref
	if err := p.v.ReportIDs(func(id sanad.ID, reference string) error {
		refs = append(refs, ref{id, reference})
		return nil
	}); err != nil {
		return err
	}
	const chunk = 200
	for lo := 0; lo < len(refs); lo += chunk {
		part := refs[lo:min(lo+chunk, len(refs))]
		ids := make([]sanad.ID, len(part))
		for i, r := range part {
			ids[i] = r.id
		}
		texts := map[sanad.ID][]rune{}
		if err := p.v.Texts(ids, func(t sanad.Text) error {
			texts[t.Report] = []rune(t.Content)
			return nil
		}); err != nil {
			return err
		}
		claims := map[sanad.ID][]sanad.Claim{}
		if err := p.v.Claims(store.ClaimFilter{Reports: ids}, func(c sanad.Claim) error {
			claims[c.Report] = append(claims[c.Report], c)
			return nil
		}); err != nil {
			return err
		}
		for _, r := range part {
			for _, c := range claims[r.id] {
				status := p.reviews[c.ID].Status
				if status == "" {
					status = sanad.Proposed
				}
				if (status == sanad.Rejected || status == sanad.Corrected) && !all {
					continue
				}
				if err := fn(line(c, r.ref, string(status), string(p.canonical(c.Entity)), texts[r.id])); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// line makes the exported form of a claim.
func line(c sanad.Claim, reference, status, canonical string, text []rune) exchange.Claim {
	x := exchange.Claim{ID: string(c.ID), EntityID: string(c.Entity), CanonicalID: canonical, Schema: c.Schema, Prop: c.Prop, Value: c.Value, Report: reference,
		Polarity: string(c.Polarity), Origin: c.Origin, Kind: string(c.Kind), Status: status, RecordedAt: c.RecordedAt.UTC().Format(time.RFC3339)}
	if sanad.IsOrganization(c.Schema) {
		x.Schema = sanad.SchemaOrganization
	}
	if c.Span != nil && c.Span.End <= len(text) {
		s, e := c.Span.Start, c.Span.End
		x.Start, x.End, x.Quote = &s, &e, string(text[s:e])
	}
	return x
}

// ExtractLines reads a text and returns its claims in the exported form, without any database.
func ExtractLines(ctx context.Context, reference, body, language, dated string, now time.Time, fn func(exchange.Claim) error) error {
	r, err := Extract(ctx, sanad.DeriveID("r", reference, body), body, language, dated)
	if err != nil {
		return err
	}
	runes := []rune(body)
	for _, c := range r.Claims {
		c.RecordedAt = now
		if err := fn(line(c, reference, string(sanad.Proposed), string(c.Entity), runes)); err != nil {
			return err
		}
	}
	return nil
}

func questionLine(q sanad.Question) exchange.Question {
	x := exchange.Question{Left: string(q.Left), Right: string(q.Right), Score: q.Score, P: q.P, For: []string{}, Against: []string{}}
	for _, r := range q.For {
		x.For = append(x.For, exchange.Words(r))
	}
	for _, r := range q.Against {
		x.Against = append(x.Against, exchange.Words(r))
	}
	return x
}
