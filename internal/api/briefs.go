package api

import (
	"context"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/brief"
)

func (s *Server) briefRoutes() {
	get(s, "briefs", "/i/{inv}/briefs", "Released briefings, newest first", func(ctx context.Context, i *In) ([]sanad.Brief, error) {
		w, id, err := s.read(ctx, *i, "briefings")
		if err != nil {
			return nil, err
		}
		l, err := s.app.Briefs(ctx, w, id)
		if l == nil {
			l = []sanad.Brief{}
		}
		return l, err
	})
	post(s, "draft-brief", "/i/{inv}/briefs/draft", "Compose a briefing without releasing it", func(ctx context.Context, i *struct {
		In
		Body app.BriefOrder
	}) (brief.Briefing, error) {
		w, id, err := s.read(ctx, i.In, "draft briefing")
		if err != nil {
			return brief.Briefing{}, err
		}
		b, _, err := s.app.DraftBrief(ctx, w, id, i.Body)
		return b, err
	})
	post(s, "release-brief", "/i/{inv}/briefs", "Release a briefing: frozen and numbered", func(ctx context.Context, i *struct {
		In
		Body app.BriefOrder
	}) (sanad.Brief, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Brief{}, err
		}
		return s.app.ReleaseBrief(ctx, s.actor, inv, i.Body)
	})
	huma.Register(s.huma, huma.Operation{OperationID: "brief-file", Method: http.MethodGet, Path: "/api/i/{inv}/briefs/{number}/{format}", Summary: "A released briefing as a file"}, func(ctx context.Context, i *struct {
		In
		Number int    `path:"number"`
		Format string `path:"format" enum:"html,md"`
	}) (*huma.StreamResponse, error) {
		w, id, err := s.read(ctx, i.In, "download briefing")
		if err != nil {
			return nil, fail(err)
		}
		b, err := s.app.Brief(ctx, w, id, i.Number)
		if err != nil {
			return nil, fail(err)
		}
		name := fmt.Sprintf("briefing-%d.%s", i.Number, i.Format)
		if i.Format == "md" {
			return send("attachment", name, "text/markdown; charset=utf-8", []byte(b.Markdown())), nil
		}
		page, err := b.HTML()
		if err != nil {
			return nil, fail(err)
		}
		return send("attachment", name, "text/html; charset=utf-8", []byte(page)), nil // our own page, and still kept, not shown
	})
}
