package app

import (
	"context"
	"slices"
	"sort"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

// ReportList is a page of reports.
type ReportList struct {
	Total int               `json:"total"`
	Rows  []store.ReportRow `json:"rows"`
}

// Reports lists reports, newest first; query narrows to those that hold all its words.
func (a *App) Reports(ctx context.Context, who store.Who, inv sanad.ID, query string, f store.ReportFilter) (ReportList, error) {
	out := ReportList{Rows: []store.ReportRow{}}
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		var err error
		if strings.TrimSpace(query) != "" {
			if out.Rows, err = v.Search(text.QueryWords(query), 500); err != nil {
				return err
			}
			out.Rows = slices.DeleteFunc(out.Rows, func(r store.ReportRow) bool {
				return f.Source != "" && r.Source != f.Source || f.Language != "" && r.Language != f.Language
			})
			out.Total = len(out.Rows)
			lo := min(f.Offset, len(out.Rows))
			hi := len(out.Rows)
			if f.Limit > 0 {
				hi = min(lo+f.Limit, hi)
			}
			out.Rows = out.Rows[lo:hi]
			return nil
		}
		if out.Rows, err = v.Reports(f); err != nil {
			return err
		}
		if f.Source == "" && f.Language == "" {
			out.Total, err = v.CountReports()
			return err
		}
		all := f
		all.Limit, all.Offset = 0, 0
		rows, err := v.Reports(all)
		out.Total = len(rows)
		return err
	})
	if out.Rows == nil {
		out.Rows = []store.ReportRow{}
	}
	return out, err
}

// ClaimView is a claim as the report screen shows it.
type ClaimView struct {
	sanad.Claim
	Quote      string             `json:"quote,omitempty"`
	Status     sanad.ReviewStatus `json:"status"`
	ReviewedBy string             `json:"reviewed_by,omitempty"`
	Reason     string             `json:"reason,omitempty"`
	EntityName string             `json:"entity_name"`
	ValueRef   *sanad.Ref         `json:"value_ref,omitempty"` // what an entity-typed value stands for
}

// EntityView is something found in a report.
type EntityView struct {
	sanad.Ref
	Found sanad.ID `json:"found"` // its id in this report; Ref.ID is what judgements made of it
}

// ReportView is everything the report screen shows.
type ReportView struct {
	Report     store.ReportRow   `json:"report"`
	Text       sanad.Text        `json:"text"`
	Statements []sanad.Statement `json:"statements"`
	Claims     []ClaimView       `json:"claims"`
	Entities   []EntityView      `json:"entities"`
	Origin     *store.ReportRow  `json:"origin,omitempty"` // the report this one repeats
	How        string            `json:"how,omitempty"`
	Copies     []store.ReportRow `json:"copies"` // reports that repeat this one
}

// Report returns one report, by id or reference, with everything found in it.
func (a *App) Report(ctx context.Context, who store.Who, inv sanad.ID, idOrRef string) (ReportView, error) {
	out := ReportView{Statements: []sanad.Statement{}, Claims: []ClaimView{}, Entities: []EntityView{}, Copies: []store.ReportRow{}}
	err := a.see(ctx, who, inv, func(p *picture) error {
		var err error
		if out.Report, err = p.v.Report(idOrRef); err != nil {
			return err
		}
		id := out.Report.ID
		p.v.Note(id)
		out.Text, err = p.v.WorkingText(id)
		if err != nil && sanad.CodeOf(err) != sanad.NotFound {
			return err
		}
		if err := p.v.Statements([]sanad.ID{id}, func(s sanad.Statement) error {
			out.Statements = append(out.Statements, s)
			return nil
		}); err != nil {
			return err
		}
		runes := []rune(out.Text.Content)
		own := map[sanad.ID][]sanad.Claim{}
		schema := map[sanad.ID]string{}
		var claims []sanad.Claim
		if err := p.v.Claims(store.ClaimFilter{Reports: []sanad.ID{id}}, func(c sanad.Claim) error {
			claims = append(claims, c)
			own[c.Entity] = append(own[c.Entity], c)
			schema[c.Entity] = c.Schema
			return nil
		}); err != nil {
			return err
		}
		byPassage(claims)
		reviews, err := p.v.Reviews([]sanad.ID{id})
		if err != nil {
			return err
		}
		local := func(e sanad.ID) string { return caption([]sanad.Found{{Claims: own[e]}}) }
		for _, c := range claims {
			cv := ClaimView{Claim: c, Status: sanad.Proposed, EntityName: local(c.Entity)}
			if c.Span != nil && c.Span.End <= len(runes) {
				cv.Quote = string(runes[c.Span.Start:c.Span.End])
			}
			if r, ok := reviews[c.ID]; ok {
				cv.Status, cv.ReviewedBy, cv.Reason = r.Status, r.Author, r.Reason
			}
			if sanad.IsEntityProp(c.Schema, c.Prop) {
				ref := sanad.Ref{ID: p.canonical(sanad.ID(c.Value)), Name: local(sanad.ID(c.Value)), Schema: schema[sanad.ID(c.Value)]}
				cv.ValueRef = &ref
			}
			out.Claims = append(out.Claims, cv)
		}
		for e, s := range schema {
			if name := local(e); name != "" {
				out.Entities = append(out.Entities, EntityView{Ref: sanad.Ref{ID: p.canonical(e), Name: name, Schema: s}, Found: e})
			}
		}
		sort.Slice(out.Entities, func(i, j int) bool {
			x, y := out.Entities[i], out.Entities[j]
			if x.Schema != y.Schema {
				return x.Schema < y.Schema
			}
			if x.Name != y.Name {
				return x.Name < y.Name
			}
			return x.Found < y.Found
		})
		for _, l := range p.links {
			if l.Report == id {
				out.Origin, out.How = p.reports[l.DerivedFrom], l.How
			} else if p.roots[l.Report] == id {
				out.Copies = append(out.Copies, *p.reports[l.Report])
			}
		}
		return nil
	})
	return out, err
}

// Original returns the bytes of a report as they came in. Those of a protected source are opened from the vault, and
// the log says so.
func (a *App) Original(ctx context.Context, who store.Who, inv sanad.ID, idOrRef string) (name, media string, data []byte, err error) {
	err = a.store.View(ctx, inv, who, func(v *store.View) error {
		r, err := v.Report(idOrRef)
		if err != nil {
			return err
		}
		v.Note(r.ID)
		name, media = r.FileName, r.MediaType
		if r.Sealed {
			s, err := a.vault.Unseal(r.ID)
			name, data = r.Reference, s.Bytes
			return err
		}
		data, err = a.blobs.Get(r.Original)
		return err
	})
	return name, media, data, err
}

// Transcribe gives an exhibit the text a person typed from it, and has it read.
func (a *App) Transcribe(ctx context.Context, actor sanad.Actor, inv, report sanad.ID, body string) (sanad.Run, error) {
	var run sanad.Run
	if strings.TrimSpace(body) == "" {
		return run, sanad.Errorf(sanad.Invalid, "the text is empty").WithRemedy("type what the picture or recording says")
	}
	err := a.store.Update(ctx, inv, actor, "transcribe", func(t *store.Tx) error {
		r, err := t.Report(string(report))
		if err != nil {
			return err
		}
		if !r.Exhibit {
			return sanad.Errorf(sanad.Conflicting, "report %s has a text of its own", r.Reference).WithRemedy("write an assessment instead")
		}
		if _, err := t.WorkingText(report); err == nil {
			return sanad.Errorf(sanad.Conflicting, "somebody has typed the text of %s already", r.Reference)
		}
		x := sanad.Text{ID: sanad.NewID("t"), Report: report, Kind: sanad.Transcription, Tool: "typed/1 by " + actor.Name, Language: text.LanguageOf(body), Content: strings.ReplaceAll(body, "\r\n", "\n")}
		if err := t.PutText(x); err != nil {
			return err
		}
		if err := t.IndexText(report, text.SearchWords(body)); err != nil {
			return err
		}
		run = sanad.Run{ID: sanad.NewID("w"), Investigation: inv, Kind: "transcribe", State: sanad.Running, Stage: stageRead, Total: 1, Closed: true, Actor: actor.Name, Started: t.Now()}
		t.Log("run", run.ID)
		if err := t.PutRun(run); err != nil {
			return err
		}
		return t.Enqueue(store.Job{Kind: stageRead, Investigation: inv, Run: run.ID, Reports: []sanad.ID{report}, Actor: actor.Name})
	})
	return run, err
}

// Sources lists the sources whose reports the viewer may see.
func (a *App) Sources(ctx context.Context, who store.Who, inv sanad.ID) ([]store.SourceCount, error) {
	var out []store.SourceCount
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		var err error
		out, err = v.Sources()
		return err
	})
	return out, err
}
