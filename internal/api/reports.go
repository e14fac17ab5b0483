package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/store"
)

func (s *Server) reportRoutes() {
	get(s, "reports", "/i/{inv}/reports", "Reports, newest first", func(ctx context.Context, i *struct {
		Page
		Source   string `query:"source"`
		Language string `query:"language"`
	}) (app.ReportList, error) {
		w, id, err := s.read(ctx, i.In, "reports")
		if err != nil {
			return app.ReportList{}, err
		}
		return s.app.Reports(ctx, w, id, i.Query, store.ReportFilter{Source: sanad.ID(i.Source), Language: i.Language, Limit: i.Limit, Offset: i.Offset})
	})
	get(s, "report", "/i/{inv}/reports/{id}", "One report with everything found in it", func(ctx context.Context, i *One) (app.ReportView, error) {
		w, id, err := s.read(ctx, i.In, "report")
		if err != nil {
			return app.ReportView{}, err
		}
		return s.app.Report(ctx, w, id, i.ID)
	})
	get(s, "sources", "/i/{inv}/sources", "Sources with the number of their reports", func(ctx context.Context, i *In) ([]store.SourceCount, error) {
		w, id, err := s.read(ctx, *i, "sources")
		if err != nil {
			return nil, err
		}
		l, err := s.app.Sources(ctx, w, id)
		if l == nil {
			l = []store.SourceCount{}
		}
		return l, err
	})
	post(s, "review-claim", "/i/{inv}/reports/{id}/claims/{claim}/review", "Accept, reject or correct a claim", func(ctx context.Context, i *struct {
		One
		Claim string `path:"claim"`
		Body  struct {
			Status string `json:"status" enum:"accepted,rejected,corrected,proposed"`
			Value  string `json:"value,omitempty" doc:"what it should be, for a correction"`
			Reason string `json:"reason,omitempty"`
		}
	}) (struct{}, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.app.ReviewClaim(ctx, s.actor, inv, sanad.ID(i.ID), sanad.ID(i.Claim), sanad.ReviewStatus(i.Body.Status), i.Body.Value, i.Body.Reason)
	})
	post(s, "split", "/i/{inv}/reports/{id}/claims/{claim}/split", "Say that one mention is somebody else", func(ctx context.Context, i *struct {
		One
		Claim string `path:"claim"`
	}) (app.Divided, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return app.Divided{}, err
		}
		return s.app.Split(ctx, s.actor, inv, sanad.ID(i.ID), sanad.ID(i.Claim))
	})
	post(s, "add-claim", "/i/{inv}/reports/{id}/claims", "Add a claim of your own over a passage", func(ctx context.Context, i *struct {
		One
		Body app.NewClaim
	}) (sanad.Claim, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Claim{}, err
		}
		return s.app.AddClaim(ctx, s.actor, inv, sanad.ID(i.ID), i.Body)
	})
	post(s, "assess", "/i/{inv}/reports/{id}/assessments", "Write an assessment", func(ctx context.Context, i *struct {
		One
		Body struct {
			Body  string `json:"body" minLength:"1"`
			Start int    `json:"start,omitempty"`
			End   int    `json:"end,omitempty"`
		}
	}) (sanad.Statement, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Statement{}, err
		}
		return s.app.Assess(ctx, s.actor, inv, sanad.ID(i.ID), i.Body.Body, sanad.Span{Start: i.Body.Start, End: i.Body.End})
	})
	post(s, "transcribe", "/i/{inv}/reports/{id}/text", "Type what an exhibit says", func(ctx context.Context, i *struct {
		One
		Body struct {
			Text string `json:"text" minLength:"1"`
		}
	}) (sanad.Run, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Run{}, err
		}
		return s.app.Transcribe(ctx, s.actor, inv, sanad.ID(i.ID), i.Body.Text)
	})
	huma.Register(s.huma, huma.Operation{OperationID: "original", Method: http.MethodGet, Path: "/api/i/{inv}/reports/{id}/original", Summary: "The report as it came in"}, func(ctx context.Context, i *One) (*huma.StreamResponse, error) {
		w, id, err := s.read(ctx, i.In, "original")
		if err != nil {
			return nil, fail(err)
		}
		name, media, data, err := s.app.Original(ctx, w, id, i.ID)
		if err != nil {
			return nil, fail(err)
		}
		return download(name, media, data), nil
	})
}
