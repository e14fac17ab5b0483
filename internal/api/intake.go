package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/sse"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
)

// uploadLimit is the largest upload in bytes; the command line takes larger folders.
const uploadLimit = 1 << 30

func (s *Server) intakeRoutes() {
	huma.Register(s.huma, huma.Operation{OperationID: "add-files", Method: http.MethodPost, Path: "/api/i/{inv}/files", Summary: "Add files", MaxBodyBytes: uploadLimit}, func(ctx context.Context, i *struct {
		Inv     string `path:"inv"`
		RawBody huma.MultipartFormFiles[struct {
			Files   []huma.FormFile `form:"files" required:"true"`
			Source  string          `form:"source" required:"false"`
			Kind    string          `form:"kind" required:"false"`
			Vouched bool            `form:"vouched" required:"false"`
		}]
	}) (*body[sanad.Run], error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return nil, fail(err)
		}
		form := i.RawBody.Data()
		var ups []app.Upload
		for _, f := range form.Files {
			data, err := readAll(f)
			if err != nil {
				return nil, fail(err)
			}
			ups = append(ups, app.Upload{Name: f.Filename, Data: data})
		}
		given := app.Given{Vouched: form.Vouched}
		if form.Source != "" {
			given.Source = sanad.Source{Code: form.Source, Kind: sanad.SourceKind(form.Kind)}
			if err := given.Source.Validate(); err != nil {
				return nil, fail(err)
			}
		}
		run, err := s.app.AddUploads(ctx, s.actor, inv, ups, given)
		if err != nil {
			return nil, fail(err)
		}
		return &body[sanad.Run]{run}, nil
	})
	post(s, "add-text", "/i/{inv}/texts", "Add a pasted text or a typed statement", func(ctx context.Context, i *struct {
		In
		Body NewText
	}) (sanad.Run, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Run{}, err
		}
		b := i.Body
		src := sanad.Source{Code: b.Source, Kind: sanad.SourceKind(b.Kind), Reliability: b.Reliability}
		if src.Code != "" {
			if err := src.Validate(); err != nil {
				return sanad.Run{}, err
			}
		}
		return s.app.AddText(ctx, s.actor, inv, b.Text, app.Given{Source: src, Reference: b.Reference, Title: b.Title, Dated: b.Dated, Received: b.Received, Conditions: b.Conditions,
			Consent: b.Consent, TakenBy: b.TakenBy, Access: sanad.Access(b.Access)})
	})
	get(s, "runs", "/i/{inv}/runs", "Work under way and done, newest first", func(ctx context.Context, i *In) ([]sanad.Run, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return nil, err
		}
		l, err := s.app.Runs(ctx, s.actor, inv)
		if l == nil {
			l = []sanad.Run{}
		}
		return l, err
	})
	get(s, "run", "/i/{inv}/runs/{id}", "One piece of work", func(ctx context.Context, i *One) (sanad.Run, error) {
		return s.app.Run(ctx, s.actor, sanad.ID(i.ID))
	})
	post(s, "cancel-run", "/i/{inv}/runs/{id}/cancel", "Stop a piece of work", func(ctx context.Context, i *One) (struct{}, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.app.CancelRun(ctx, s.actor, inv, sanad.ID(i.ID))
	})
	sse.Register(s.huma, huma.Operation{OperationID: "run-events", Method: http.MethodGet, Path: "/api/i/{inv}/runs/{id}/events", Summary: "Progress of a piece of work"},
		map[string]any{"run": sanad.Run{}}, func(ctx context.Context, i *One, send sse.Sender) {
			t := time.NewTicker(250 * time.Millisecond)
			defer t.Stop()
			for {
				run, err := s.app.Run(ctx, s.actor, sanad.ID(i.ID))
				if err != nil || send.Data(run) != nil || run.State != sanad.Running {
					return
				}
				select {
				case <-ctx.Done():
					return
				case <-s.stop.Done():
					return
				case <-t.C:
				}
			}
		})
}

// NewText is a pasted text or a typed statement.
type NewText struct {
	Text        string `json:"text" minLength:"1"`
	Title       string `json:"title,omitempty"`
	Source      string `json:"source,omitempty" doc:"code or name; residents and officers by code only"`
	Kind        string `json:"kind,omitempty" enum:"resident,officer,agency,outlet,court,organization,document,list"`
	Reliability string `json:"reliability,omitempty" enum:"A,B,C,D,E,F"`
	Reference   string `json:"reference,omitempty"`
	Dated       string `json:"dated,omitempty"`
	Received    string `json:"received,omitempty"`
	Conditions  string `json:"conditions,omitempty"`
	Consent     string `json:"consent,omitempty"`
	TakenBy     string `json:"taken_by,omitempty"`
	Access      string `json:"access,omitempty" enum:"saw_it,told_by_witness,rumour,document,inference"`
}
