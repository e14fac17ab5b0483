package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/store"
)

// body wraps an answer.
type body[T any] struct{ Body T }

// In names the investigation of a request and the date of the view.
type In struct {
	Inv  string `path:"inv" doc:"name or id of the investigation"`
	AsOf string `query:"as_of" doc:"show what was known at this moment (RFC 3339)"`
}

// get and post register a handler with its place in the description.
func get[I, O any](s *Server, id, path, summary string, h func(context.Context, *I) (O, error)) {
	handle(s, http.MethodGet, id, path, summary, h)
}

func post[I, O any](s *Server, id, path, summary string, h func(context.Context, *I) (O, error)) {
	handle(s, http.MethodPost, id, path, summary, h)
}

func handle[I, O any](s *Server, method, id, path, summary string, h func(context.Context, *I) (O, error)) {
	huma.Register(s.huma, huma.Operation{OperationID: id, Method: method, Path: "/api" + path, Summary: summary, MaxBodyBytes: 1 << 20}, func(ctx context.Context, i *I) (*body[O], error) {
		o, err := h(ctx, i)
		if err != nil {
			return nil, fail(err)
		}
		return &body[O]{o}, nil
	})
}

// who is the reader of a request.
func (s *Server) who(purpose, asOf string) (store.Who, error) {
	w := store.Who{Actor: s.actor, Purpose: purpose}
	if asOf != "" {
		t, err := time.Parse(time.RFC3339, asOf)
		if err != nil {
			return w, sanad.Errorf(sanad.Invalid, "%q is no moment", asOf).WithRemedy("write it like 2019-02-01T00:00:00Z")
		}
		w.AsOf = t
	}
	return w, nil
}

// inv finds the investigation of a request.
func (s *Server) inv(ctx context.Context, name string) (sanad.ID, error) {
	i, err := s.app.Investigation(ctx, s.actor, name)
	return i.ID, err
}

// read finds investigation and reader of a request.
func (s *Server) read(ctx context.Context, i In, purpose string) (store.Who, sanad.ID, error) {
	w, err := s.who(purpose, i.AsOf)
	if err != nil {
		return w, "", err
	}
	id, err := s.inv(ctx, i.Inv)
	return w, id, err
}

// Session says who is signed in.
type Session struct {
	User    string `json:"user"`
	Version string `json:"version"`
}

// Page is a page of a list, narrowed by a query.
type Page struct {
	In
	Query  string `query:"q"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"500" default:"50"`
}

// One names one thing of an investigation.
type One struct {
	In
	ID string `path:"id"`
}

// Whole names one thing and says whether every passage behind it is wanted.
type Whole struct {
	One
	Full bool `query:"full" doc:"every passage; without it each line keeps the first few, its denials and doubts among them, and counts the rest"`
}

func (s *Server) routes() {
	get(s, "session", "/session", "Who is signed in", func(ctx context.Context, _ *struct{}) (Session, error) {
		return Session{s.actor.Name, app.Version}, nil
	})
	get(s, "schemata", "/schemata", "What can be said of things of each kind", func(ctx context.Context, _ *struct{}) ([]sanad.SchemaProps, error) {
		return sanad.Properties(), nil
	})
	get(s, "investigations", "/investigations", "Every investigation", func(ctx context.Context, _ *struct{}) ([]sanad.Investigation, error) {
		l, err := s.app.Investigations(ctx, s.actor)
		if l == nil {
			l = []sanad.Investigation{}
		}
		return l, err
	})
	post(s, "create-investigation", "/investigations", "Make an investigation", func(ctx context.Context, i *struct {
		Body struct {
			Name  string `json:"name" minLength:"1" maxLength:"80" pattern:"^[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*$"`
			Title string `json:"title,omitempty" maxLength:"200"`
		}
	}) (sanad.Investigation, error) {
		return s.app.CreateInvestigation(ctx, s.actor, i.Body.Name, i.Body.Title, false)
	})
	get(s, "home", "/i/{inv}", "The first screen of an investigation", func(ctx context.Context, i *In) (app.Home, error) {
		w, id, err := s.read(ctx, *i, "home")
		if err != nil {
			return app.Home{}, err
		}
		return s.app.Home(ctx, w, id)
	})
	get(s, "search", "/i/{inv}/search", "Search persons, reports and places", func(ctx context.Context, i *Page) (app.SearchResult, error) {
		w, id, err := s.read(ctx, i.In, "search")
		if err != nil {
			return app.SearchResult{}, err
		}
		return s.app.Search(ctx, w, id, i.Query, i.Limit)
	})
	s.reportRoutes()
	s.rereadRoutes()
	s.personRoutes()
	s.caseRoutes()
	s.intakeRoutes()
	s.briefRoutes()
	get(s, "audit", "/audit", "The newest entries of the audit log", func(ctx context.Context, i *struct {
		Limit int `query:"limit" minimum:"1" maximum:"500" default:"100"`
	}) ([]app.AuditEntry, error) {
		return s.app.AuditTail(ctx, i.Limit)
	})
}
