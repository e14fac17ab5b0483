// Package api serves the workbench over HTTP: typed handlers described by OpenAPI 3.1, progress as server-sent events,
// and the web interface. It decides nothing: every handler calls one use case of app.
package api

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"mime"
	"net"
	"net/http"
	"path"
	"runtime/debug"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/web"
)

// Server is the HTTP side of one data directory.
type Server struct {
	app   *app.App
	actor sanad.Actor
	token string // of this start; whoever opens the printed address once gets a cookie
	hosts map[string]bool
	mux   *http.ServeMux
	huma  huma.API
	stop  context.Context
}

const cookieName = "sanad_session"

// NewToken returns a start-up token.
func NewToken() string {
	var b [24]byte
	rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// New makes the server for an address it will listen on. Only loopback addresses are served until accounts exist. stop
// ends the streams of events.
func New(stop context.Context, a *app.App, actor sanad.Actor, addr, token string) (*Server, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, sanad.Errorf(sanad.Invalid, "%q is not an address", addr).WithRemedy("use a form like 127.0.0.1:8484")
	}
	if err := CheckLoopback(addr); err != nil {
		return nil, err
	}
	s := &Server{app: a, actor: actor, token: token, mux: http.NewServeMux(), stop: stop, hosts: map[string]bool{}}
	for _, h := range []string{host, "127.0.0.1", "localhost", "::1"} {
		s.hosts[strings.ToLower(net.JoinHostPort(h, port))] = true
	}
	cfg := huma.DefaultConfig("Sanad", "1") // of the API, not of the program
	cfg.DocsPath, cfg.SchemasPath, cfg.OpenAPIPath = "", "", "/api/openapi"
	cfg.CreateHooks = nil // no $schema links: answers hold what they are about and nothing else
	huma.NewError = newError
	humago.MultipartMaxMemory = uploadLimit // in memory to its end: what a witness said must not lie in the temp directory
	s.huma = humago.New(s.mux, cfg)
	s.routes()
	s.mux.HandleFunc("/", s.files)
	return s, nil
}

// OpenAPI returns the description of the API as YAML.
func OpenAPI() ([]byte, error) {
	s, err := New(context.Background(), nil, sanad.Actor{}, "127.0.0.1:0", "")
	if err != nil {
		return nil, err
	}
	return s.huma.OpenAPI().YAML()
}

// CheckLoopback refuses addresses other machines can reach: there are no accounts yet that could keep them out.
func CheckLoopback(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return sanad.Errorf(sanad.Invalid, "%q is not an address", addr).WithRemedy("use a form like 127.0.0.1:8484")
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return sanad.Errorf(sanad.Forbidden, "%s can be reached from other machines, and there are no accounts yet", addr).
			WithRemedy("listen on 127.0.0.1, and reach it from elsewhere through ssh -L")
	}
	return nil
}

// csp lets the page run its own scripts and nothing else. Styles are set inline by the component library.
const csp = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
	"worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// ServeHTTP checks where a request comes from and who sends it, before anything else sees it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	defer func() {
		if p := recover(); p != nil && p != http.ErrAbortHandler {
			slog.Error("request failed", "method", r.Method, "panic", p, "stack", string(debug.Stack()))
			writeError(w, http.StatusInternalServerError, errOurs)
		} else if p != nil {
			panic(p)
		}
	}()
	h.Set("Content-Security-Policy", csp)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if !s.hosts[strings.ToLower(r.Host)] {
		writeError(w, http.StatusMisdirectedRequest, sanad.Errorf(sanad.Forbidden, "this server is not called %q", r.Host).WithRemedy("open the address it printed"))
		return
	}
	if o := r.Header.Get("Origin"); o != "" && !s.hosts[strings.ToLower(strings.TrimPrefix(o, "http://"))] {
		writeError(w, http.StatusForbidden, sanad.Errorf(sanad.Forbidden, "a page of another site may not speak to this server"))
		return
	}
	// A link from elsewhere may open the workbench; nothing from elsewhere, another port of this machine included, may
	// call it.
	api := strings.HasPrefix(r.URL.Path, "/api/")
	if f := r.Header.Get("Sec-Fetch-Site"); (api || r.Method != http.MethodGet && r.Method != http.MethodHead) && f != "" && f != "same-origin" && f != "none" {
		writeError(w, http.StatusForbidden, sanad.Errorf(sanad.Forbidden, "a page of another site may not speak to this server"))
		return
	}
	if t := r.URL.Query().Get("token"); t != "" && r.Method == http.MethodGet && !api {
		if !s.same(t) {
			writeError(w, http.StatusUnauthorized, sanad.Errorf(sanad.Unauthorized, "this address is from an earlier start").WithRemedy("open the address the server printed last"))
			return
		}
		http.SetCookie(w, &http.Cookie{Name: cookieName, Value: s.session(), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
		http.Redirect(w, r, path.Clean("/"+r.URL.Path), http.StatusSeeOther) // "//elsewhere" would be another site
		return
	}
	if api {
		h.Set("Cache-Control", "no-store")
		if !s.signedIn(r) {
			writeError(w, http.StatusUnauthorized, sanad.Errorf(sanad.Unauthorized, "nobody is signed in").WithRemedy("open the address the server printed"))
			return
		}
	}
	s.mux.ServeHTTP(w, r)
}

func (s *Server) same(token string) bool {
	return s.token != "" && subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) == 1
}

// session is the value of the cookie: it shows that its bearer knew the token, and is not the token.
func (s *Server) session() string {
	sum := sha256.Sum256([]byte("session\x00" + s.token))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func (s *Server) signedIn(r *http.Request) bool {
	if b, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return s.same(b)
	}
	c, err := r.Cookie(cookieName)
	return err == nil && subtle.ConstantTimeCompare([]byte(c.Value), []byte(s.session())) == 1
}

// files serves the web interface; every path that is no file is the page itself, whose script knows what to show.
func (s *Server) files(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		writeError(w, http.StatusMethodNotAllowed, sanad.Errorf(sanad.Invalid, "there is nothing here to change"))
		return
	}
	if strings.HasPrefix(r.URL.Path, "/api/") {
		writeError(w, http.StatusNotFound, sanad.Errorf(sanad.NotFound, "there is no %s", r.URL.Path))
		return
	}
	dist, err := fs.Sub(web.Static, "static/dist")
	if err != nil {
		writeError(w, http.StatusInternalServerError, err)
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	data, err := fs.ReadFile(dist, name)
	if err != nil || name == "" {
		name = "index.html"
		if data, err = fs.ReadFile(dist, name); err != nil {
			http.Error(w, "The web interface was not built into this program. Run: make build", http.StatusServiceUnavailable)
			return
		}
	}
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		w.Header().Set("Cache-Control", "no-cache")
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		w.Header().Set("Content-Type", t)
	}
	w.Write(data)
}

// apiError is the form every error leaves in.
type apiError struct {
	status  int
	Code    sanad.Code `json:"code" doc:"what kind of mistake it is"`
	Message string     `json:"message"`
	Remedy  string     `json:"remedy,omitempty"`
}

func (e *apiError) Error() string  { return e.Message }
func (e *apiError) GetStatus() int { return e.status }

var statuses = map[sanad.Code]int{
	sanad.Invalid: http.StatusUnprocessableEntity, sanad.NotFound: http.StatusNotFound, sanad.Conflicting: http.StatusConflict,
	sanad.Forbidden: http.StatusForbidden, sanad.Unauthorized: http.StatusUnauthorized, sanad.Busy: http.StatusServiceUnavailable, sanad.Internal: http.StatusInternalServerError,
}

// newError turns what huma finds wrong with a request into our form.
func newError(status int, msg string, errs ...error) huma.StatusError {
	e := &apiError{status: status, Code: sanad.Invalid, Message: msg}
	for c, s := range statuses {
		if s == status {
			e.Code = c
		}
	}
	for _, x := range errs {
		if x != nil {
			e.Message += ": " + x.Error()
		}
	}
	return e
}

// fail turns an error of a use case into our form; its cause stays in the log.
func fail(err error) error {
	if err == nil {
		return nil
	}
	var e *sanad.Error
	if errors.As(err, &e) && e.Code != sanad.Internal {
		return &apiError{status: statuses[e.Code], Code: e.Code, Message: e.Message, Remedy: e.Remedy}
	}
	if errors.Is(err, context.Canceled) {
		return &apiError{status: 499, Code: sanad.Invalid, Message: "cancelled"}
	}
	if e != nil {
		slog.Error("request failed", "error", err)
		return &apiError{status: http.StatusInternalServerError, Code: sanad.Internal, Message: e.Message, Remedy: e.Remedy}
	}
	slog.Error("request failed", "error", err)
	return &apiError{status: http.StatusInternalServerError, Code: sanad.Internal, Message: errOurs.Message, Remedy: errOurs.Remedy}
}

// errOurs is what is said of a mistake that is ours: its cause is for the log.
var errOurs = sanad.Errorf(sanad.Internal, "something went wrong here").WithRemedy("try again; if it comes back, the server's log says more")

func writeError(w http.ResponseWriter, status int, err error) {
	var e *sanad.Error
	if !errors.As(err, &e) {
		slog.Error("request failed", "error", err)
		e = errOurs
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(apiError{Code: e.Code, Message: e.Message, Remedy: e.Remedy}) // whoever asked may be gone
}

// Serve answers on a listener until stop is done.
func (s *Server) Serve(l net.Listener) error {
	srv := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 1 << 16}
	done := make(chan error, 1)
	go func() {
		<-s.stop.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		done <- srv.Shutdown(ctx)
	}()
	if err := srv.Serve(l); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return <-done
}

func readAll(f huma.FormFile) ([]byte, error) {
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("read upload: %w", err)
	}
	return data, nil
}
