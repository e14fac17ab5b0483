package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/sse"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/brief"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/network"
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

// download sends bytes as a file to keep. A browser never runs or shows what a report holds, but for pictures and sound.
func download(name, media string, data []byte) *huma.StreamResponse {
	for _, p := range []string{"image/png", "image/jpeg", "image/gif", "image/webp", "audio/", "video/"} {
		if strings.HasPrefix(media, p) {
			return send("inline", name, media, data)
		}
	}
	return send("attachment", name, "application/octet-stream", data)
}

func send(disposition, name, media string, data []byte) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(c huma.Context) {
		c.SetHeader("Content-Type", media)
		c.SetHeader("Content-Disposition", disposition+"; filename*=UTF-8''"+escape(name))
		c.SetHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
		c.BodyWriter().Write(data)
	}}
}

func escape(name string) string {
	var b strings.Builder
	for _, c := range []byte(name) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func (s *Server) personRoutes() {
	get(s, "persons", "/i/{inv}/persons", "Persons, the most reported first", func(ctx context.Context, i *Page) (app.PersonList, error) {
		w, id, err := s.read(ctx, i.In, "persons")
		if err != nil {
			return app.PersonList{}, err
		}
		return s.app.Persons(ctx, w, id, i.Query, i.Offset, i.Limit)
	})
	get(s, "person", "/i/{inv}/persons/{id}", "Everything the reports say of one person", func(ctx context.Context, i *Whole) (app.Dossier, error) {
		w, id, err := s.read(ctx, i.In, "person")
		if err != nil {
			return app.Dossier{}, err
		}
		return s.app.Person(ctx, w, id, sanad.ID(i.ID), i.Full)
	})
	get(s, "questions", "/i/{inv}/questions", "The questions to ask next", func(ctx context.Context, i *Page) (app.QuestionList, error) {
		w, id, err := s.read(ctx, i.In, "questions")
		if err != nil {
			return app.QuestionList{}, err
		}
		return s.app.Questions(ctx, w, id, i.Offset, i.Limit)
	})
	get(s, "pair", "/i/{inv}/pair", "Two persons side by side", func(ctx context.Context, i *struct {
		In
		Left  string `query:"left" required:"true"`
		Right string `query:"right" required:"true"`
	}) (app.Pair, error) {
		w, id, err := s.read(ctx, i.In, "compare")
		if err != nil {
			return app.Pair{}, err
		}
		return s.app.Pair(ctx, w, id, sanad.ID(i.Left), sanad.ID(i.Right))
	})
	post(s, "judge", "/i/{inv}/judgements", "Answer a question", func(ctx context.Context, i *struct {
		In
		Body struct {
			Left    string `json:"left"`
			Right   string `json:"right"`
			Verdict string `json:"verdict" enum:"same,different,unsure"`
			Reason  string `json:"reason,omitempty"`
		}
	}) (app.Judged, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return app.Judged{}, err
		}
		return s.app.Judge(ctx, s.actor, inv, app.Verdict{Left: sanad.ID(i.Body.Left), Right: sanad.ID(i.Body.Right), Verdict: sanad.Verdict(i.Body.Verdict), Reason: i.Body.Reason})
	})
	get(s, "judgements", "/i/{inv}/judgements", "Judgements, newest first", func(ctx context.Context, i *struct {
		Page
		Pending bool `query:"pending" doc:"only proposals that wait for a second person"`
	}) (app.JudgementList, error) {
		w, id, err := s.read(ctx, i.In, "judgements")
		if err != nil {
			return app.JudgementList{}, err
		}
		return s.app.Judgements(ctx, w, id, i.Pending, i.Offset, i.Limit)
	})
	post(s, "undo", "/i/{inv}/judgements/{id}/undo", "Withdraw a judgement", func(ctx context.Context, i *One) (sanad.Judgement, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Judgement{}, err
		}
		return s.app.Undo(ctx, s.actor, inv, sanad.ID(i.ID))
	})
	post(s, "confirm", "/i/{inv}/judgements/{id}/confirm", "Confirm a match that rests on names alone", func(ctx context.Context, i *One) (struct{}, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.app.Confirm(ctx, s.actor, inv, sanad.ID(i.ID))
	})
	get(s, "conflicts", "/i/{inv}/conflicts", "Open conflicts", func(ctx context.Context, i *In) ([]app.ConflictView, error) {
		w, id, err := s.read(ctx, *i, "conflicts")
		if err != nil {
			return nil, err
		}
		return s.app.Conflicts(ctx, w, id)
	})
}

func (s *Server) caseRoutes() {
	get(s, "incidents", "/i/{inv}/incidents", "Incidents, newest first", func(ctx context.Context, i *In) ([]casework.Incident, error) {
		w, id, err := s.read(ctx, *i, "incidents")
		if err != nil {
			return nil, err
		}
		return s.app.Incidents(ctx, w, id)
	})
	get(s, "incident", "/i/{inv}/incidents/{id}", "One incident with its acts and participants", func(ctx context.Context, i *Whole) (app.IncidentView, error) {
		w, id, err := s.read(ctx, i.In, "incident")
		if err != nil {
			return app.IncidentView{}, err
		}
		return s.app.Incident(ctx, w, id, sanad.ID(i.ID), i.Full)
	})
	get(s, "proceedings", "/i/{inv}/proceedings", "Proceedings, newest first", func(ctx context.Context, i *In) ([]casework.Proceeding, error) {
		w, id, err := s.read(ctx, *i, "proceedings")
		if err != nil {
			return nil, err
		}
		return s.app.Proceedings(ctx, w, id)
	})
	get(s, "proceeding", "/i/{inv}/proceedings/{id}", "The proceeding of one person", func(ctx context.Context, i *One) (casework.Proceeding, error) {
		w, id, err := s.read(ctx, i.In, "proceeding")
		if err != nil {
			return casework.Proceeding{}, err
		}
		return s.app.Proceeding(ctx, w, id, sanad.ID(i.ID))
	})
	get(s, "network", "/i/{inv}/network", "Who stands where, and who paid whom", func(ctx context.Context, i *struct {
		In
		Open bool `query:"open" doc:"with the open proposals, which nobody decided"`
	}) (network.Graph, error) {
		w, id, err := s.read(ctx, i.In, "network")
		if err != nil {
			return network.Graph{}, err
		}
		return s.app.Network(ctx, w, id, i.Open)
	})
	get(s, "edge", "/i/{inv}/network/edge", "What one line of the network rests on", func(ctx context.Context, i *struct {
		In
		From string `query:"from" required:"true"`
		To   string `query:"to" required:"true"`
	}) (network.Graph, error) {
		w, id, err := s.read(ctx, i.In, "network")
		if err != nil {
			return network.Graph{}, err
		}
		return s.app.EdgeCites(ctx, w, id, sanad.ID(i.From), sanad.ID(i.To))
	})
	get(s, "payments", "/i/{inv}/payments", "Payments, newest first", func(ctx context.Context, i *In) ([]app.PaymentView, error) {
		w, id, err := s.read(ctx, *i, "payments")
		if err != nil {
			return nil, err
		}
		return s.app.Payments(ctx, w, id)
	})
	get(s, "timeline", "/i/{inv}/timeline", "Everything dated, oldest first", func(ctx context.Context, i *struct {
		In
		Person string `query:"person"`
	}) ([]app.Moment, error) {
		w, id, err := s.read(ctx, i.In, "timeline")
		if err != nil {
			return nil, err
		}
		return s.app.Timeline(ctx, w, id, sanad.ID(i.Person))
	})
	get(s, "provinces", "/i/{inv}/provinces", "The board of provinces", func(ctx context.Context, i *In) ([]casework.ProvinceBoard, error) {
		w, id, err := s.read(ctx, *i, "provinces")
		if err != nil {
			return nil, err
		}
		return s.app.Provinces(ctx, w, id)
	})
}

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
