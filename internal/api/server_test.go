package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
)

const (
	addr  = "127.0.0.1:8484"
	token = "the-token"
)

// bench is a server over a fresh data directory, with one investigation called "case".
func bench(t *testing.T) *Server {
	t.Helper()
	a, err := app.Open(context.Background(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	s, err := New(context.Background(), a, sanad.Actor{Name: "ana", All: true}, addr, token)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.CreateInvestigation(context.Background(), s.actor, "case", "Case", false); err != nil {
		t.Fatal(err)
	}
	return s
}

type edit func(r *http.Request)

func header(k, v string) edit { return func(r *http.Request) { r.Header.Set(k, v) } }

func signedIn(s *Server) edit {
	return func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookieName, Value: s.session()}) }
}

func ask(s *Server, method, target string, body io.Reader, edits ...edit) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://"+addr+target, body)
	for _, e := range edits {
		e(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// wantError checks that an answer has this status and our form of error, and gives nothing of the inside away.
func wantError(t *testing.T, what string, w *httptest.ResponseRecorder, status int) {
	t.Helper()
	var e struct{ Code, Message, Remedy string }
	d := json.NewDecoder(bytes.NewReader(w.Body.Bytes()))
	d.DisallowUnknownFields()
	if err := d.Decode(&e); w.Code != status || err != nil || e.Code == "" || e.Message == "" {
		t.Errorf("%s: status %d, want %d; body %q (%v)", what, w.Code, status, w.Body, err)
	}
	for _, no := range []string{"goroutine", ".go:", "SELECT", "sql:", "panic", "/root/", os.TempDir()} {
		if strings.Contains(w.Body.String(), no) {
			t.Errorf("%s: the answer tells %q: %s", what, no, w.Body)
		}
	}
	if strings.HasPrefix(w.Header().Get("Content-Type"), "application/") != true || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%s: headers %v", what, w.Header())
	}
}

func TestToken(t *testing.T) {
	s := bench(t)
	w := ask(s, "GET", "/?token="+token, nil)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/" {
		t.Fatalf("status %d to %q", w.Code, w.Header().Get("Location"))
	}
	cookies := w.Result().Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode || strings.Contains(cookies[0].Value, token) {
		t.Fatalf("cookies %+v", cookies)
	}
	if w := ask(s, "GET", "/api/session", nil, func(r *http.Request) { r.AddCookie(cookies[0]) }); w.Code != 200 || !strings.Contains(w.Body.String(), `"ana"`) {
		t.Errorf("with the cookie: %d %s", w.Code, w.Body)
	}
	if w := ask(s, "GET", "/api/session", nil, header("Authorization", "Bearer "+token)); w.Code != 200 {
		t.Errorf("with the token as bearer: %d", w.Code)
	}
	for name, w := range map[string]*httptest.ResponseRecorder{
		"wrong token":    ask(s, "GET", "/?token=wrong", nil),
		"part of it":     ask(s, "GET", "/?token="+token[:4], nil),
		"no cookie":      ask(s, "GET", "/api/session", nil),
		"wrong cookie":   ask(s, "GET", "/api/session", nil, func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookieName, Value: "x"}) }),
		"token as value": ask(s, "GET", "/api/session", nil, func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookieName, Value: token}) }),
		"wrong bearer":   ask(s, "GET", "/api/session", nil, header("Authorization", "Bearer ")),
		"token to api":   ask(s, "GET", "/api/session?token="+token, nil),
	} {
		wantError(t, name, w, http.StatusUnauthorized)
		if len(w.Result().Cookies()) > 0 {
			t.Errorf("%s: a cookie was set", name)
		}
	}
	w = ask(s, "GET", "//evil.example/x?token="+token, nil)
	if to := w.Header().Get("Location"); w.Code == http.StatusSeeOther && (strings.HasPrefix(to, "//") || strings.Contains(to, "://")) {
		t.Errorf("the token sends the browser to %q", to)
	}
	// A server without a token lets nobody in, an empty one included.
	bare, err := New(context.Background(), s.app, s.actor, addr, "")
	if err != nil {
		t.Fatal(err)
	}
	wantError(t, "no token at all", ask(bare, "GET", "/api/session", nil, header("Authorization", "Bearer ")), http.StatusUnauthorized)
}

func TestOtherSites(t *testing.T) {
	s := bench(t)
	in := signedIn(s)
	for _, c := range []struct {
		name, method, target string
		edit                 edit
		status               int
	}{
		{"our name", "GET", "/api/session", func(r *http.Request) { r.Host = "localhost:8484" }, 200},
		{"our address of six", "GET", "/api/session", func(r *http.Request) { r.Host = "[::1]:8484" }, 200},
		{"a name that was bound anew", "GET", "/api/session", func(r *http.Request) { r.Host = "evil.example:8484" }, 421},
		{"another port", "GET", "/api/session", func(r *http.Request) { r.Host = "127.0.0.1:9999" }, 421},
		{"the page too", "GET", "/", func(r *http.Request) { r.Host = "evil.example" }, 421},
		{"our origin", "POST", "/api/investigations", header("Origin", "http://"+addr), 200},
		{"another origin", "POST", "/api/investigations", header("Origin", "https://evil.example"), 403},
		{"origin of no page", "POST", "/api/investigations", header("Origin", "null"), 403},
		{"another port as origin", "GET", "/api/session", header("Origin", "http://127.0.0.1:3000"), 403},
		{"a form elsewhere", "POST", "/api/investigations", header("Sec-Fetch-Site", "cross-site"), 403},
		{"another port", "POST", "/api/investigations", header("Sec-Fetch-Site", "same-site"), 403},
		{"another port reads", "GET", "/api/session", header("Sec-Fetch-Site", "same-site"), 403},
		{"our page", "GET", "/api/session", header("Sec-Fetch-Site", "same-origin"), 200},
		{"typed by hand", "GET", "/api/session", header("Sec-Fetch-Site", "none"), 200},
	} {
		w := ask(s, c.method, c.target, strings.NewReader(`{"name":"n`+strings.ReplaceAll(c.name, " ", "-")+`"}`), in, header("Content-Type", "application/json"), c.edit)
		if c.status != 200 {
			wantError(t, c.name, w, c.status)
		} else if w.Code != 200 {
			t.Errorf("%s: %d %s", c.name, w.Code, w.Body)
		}
	}
	if w := ask(s, "GET", "/", nil, header("Sec-Fetch-Site", "cross-site")); w.Code != 200 && w.Code != http.StatusServiceUnavailable {
		t.Errorf("a link from elsewhere to the first page: %d", w.Code)
	}
}

func TestPolicy(t *testing.T) {
	s := bench(t)
	for _, target := range []string{"/", "/api/session", "/nothing", "/?token=wrong"} {
		got := ask(s, "GET", target, nil).Header().Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self';", "base-uri 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: policy %q lacks %q", target, got, want)
			}
		}
		if strings.Contains(got, "unsafe-eval") || strings.Contains(got, "script-src 'self' '") || strings.Contains(got, "*") {
			t.Errorf("%s: policy %q", target, got)
		}
	}
	if got := ask(s, "GET", "/api/session", nil, signedIn(s)).Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("an answer may be kept: %q", got)
	}
}

// operations are all operations of the description, as method and path with its parameters filled in.
func operations(t *testing.T, s *Server) (out [][2]string) {
	t.Helper()
	fill := strings.NewReplacer("{inv}", "case", "{id}", "x", "{claim}", "c", "{choice}", "h", "{conflict}", "k", "{number}", "1", "{format}", "html")
	for path, item := range s.huma.OpenAPI().Paths {
		for method, op := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PUT": item.Put, "DELETE": item.Delete, "PATCH": item.Patch} {
			if op != nil {
				out = append(out, [2]string{method, fill.Replace(path)})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i][1]+out[i][0] < out[j][1]+out[j][0] })
	return out
}

// Every route answers 401 without a session, and never with more than our form of error when what it is asked for is
// not there.
func TestEveryRoute(t *testing.T) {
	s := bench(t)
	ops := operations(t, s)
	if len(ops) < 30 {
		t.Fatalf("only %d operations", len(ops))
	}
	in := signedIn(s)
	for _, op := range append(ops, [2]string{"GET", "/api/openapi.yaml"}, [2]string{"GET", "/api/nothing"}) {
		method, path := op[0], op[1]
		if strings.Contains(path, "{") {
			t.Errorf("%s %s has a parameter this test does not know", method, path)
		}
		wantError(t, method+" "+path, ask(s, method, path, strings.NewReader("{}"), header("Content-Type", "application/json")), http.StatusUnauthorized)
		if strings.HasSuffix(path, "/events") || path == "/api/openapi.yaml" {
			continue
		}
		missing := strings.Replace(path, "/case", "/no such case", 1)
		for _, target := range []string{path, strings.ReplaceAll(missing, " ", "%20"), strings.ReplaceAll(path, "/x", "/%27%22%3Cscript%3E%00..%2f")} {
			for _, body := range []string{"{}", "not json", `{"left":"x","right":"y","verdict":"same","text":"x","body":"x","status":"accepted"}`} {
				w := ask(s, method, target, strings.NewReader(body), in, header("Content-Type", "application/json"))
				if w.Code >= 500 {
					t.Errorf("%s %s with %s: %d %s", method, target, body, w.Code, w.Body)
				}
				if w.Code >= 400 {
					wantError(t, method+" "+target, w, w.Code)
				}
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	s := bench(t)
	in := signedIn(s)
	wantError(t, "unknown path", ask(s, "GET", "/api/nothing", nil, in), http.StatusNotFound)
	wantError(t, "unknown path with quotes", ask(s, "GET", "/api/%22%0a%e2%80%a8%ff", nil, in), http.StatusNotFound)
	for _, m := range []string{"DELETE", "PUT", "POST", "PATCH"} {
		w := ask(s, m, "/api/session", nil, in)
		wantError(t, m+" where there is only GET", w, http.StatusMethodNotAllowed)
		if w.Header().Get("Allow") == "" {
			t.Errorf("%s: no Allow header", m)
		}
	}
	wantError(t, "unknown date", ask(s, "GET", "/api/i/case?as_of=yesterday", nil, in), http.StatusUnprocessableEntity)
	wantError(t, "a body of two megabytes", ask(s, "POST", "/api/investigations", strings.NewReader(`{"name":"`+strings.Repeat("a", 2<<20)+`"}`), in, header("Content-Type", "application/json")), http.StatusRequestEntityTooLarge)
}

func TestFiles(t *testing.T) {
	s := bench(t)
	page := ask(s, "GET", "/", nil)
	if page.Code == http.StatusServiceUnavailable {
		t.Skip("THE WEB INTERFACE IS NOT BUILT: its files are not tested")
	}
	for _, target := range []string{"/../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "/assets/../../../go.mod", "/assets/%2e%2e/%2e%2e/embed.go", "/i/case/persons", "/static/dist", "/assets", "/assets/"} {
		w := ask(s, "GET", target, nil)
		if body := w.Body.String(); w.Code == 200 && body != page.Body.String() {
			t.Errorf("%s: gave %.80q", target, body)
		}
	}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Host = addr
		s.ServeHTTP(w, r)
	}))
	defer srv.Close()
	res, err := http.Head(srv.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if n, _ := io.Copy(io.Discard, res.Body); res.StatusCode != 200 || n != 0 || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		t.Errorf("HEAD: %d, %d bytes, %v", res.StatusCode, n, res.Header)
	}
}

// A handler that panics answers in our form; the cause is for the log alone.
func TestPanic(t *testing.T) {
	s := bench(t)
	s.mux.HandleFunc("GET /api/broken", func(http.ResponseWriter, *http.Request) { panic("Karim the baker") })
	w := ask(s, "GET", "/api/broken", nil, signedIn(s))
	wantError(t, "panic", w, http.StatusInternalServerError)
	if strings.Contains(w.Body.String(), "Karim") {
		t.Errorf("the answer tells the cause: %s", w.Body)
	}
}

func TestWriteError(t *testing.T) {
	for _, message := range []string{"a\x00b", "\u2028</script>", `"quoted" \ back`, "قضية", "\xff"} {
		w := httptest.NewRecorder()
		writeError(w, 400, sanad.Errorf(sanad.Invalid, "%s", message))
		var e map[string]string
		if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || e["message"] != strings.ToValidUTF8(message, "\ufffd") {
			t.Errorf("%q came as %q (%v)", message, e["message"], err)
		}
	}
}

// What a report holds is never shown by the browser as a page, whatever the report calls itself.
func TestOriginal(t *testing.T) {
	s := bench(t)
	in := signedIn(s)
	hostile := map[string]string{"page.html": "<p>Karim Jasim was seen in Hit on 3 May 2014.</p><script>alert(1)</script>", "a\"b\r\nX: y.txt": "Hamad Khalaf was seen in Ramadi.", "photo.png": "\x89PNG\r\n\x1a\n\x00\x00", "note.md": "# <b>x</b>"}
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	for _, name := range []string{"page.html", "photo.png", "note.md"} {
		f, err := m.CreateFormFile("files", name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(hostile[name]))
	}
	m.WriteField("source", "Outlet")
	m.WriteField("kind", "outlet")
	m.WriteField("vouched", "false")
	m.Close()
	w := ask(s, "POST", "/api/i/case/files", &body, in, header("Content-Type", m.FormDataContentType()))
	var run sanad.Run
	if err := json.Unmarshal(w.Body.Bytes(), &run); w.Code != 200 || err != nil {
		t.Fatalf("add files: %d %s", w.Code, w.Body)
	}
	for end := time.Now().Add(20 * time.Second); run.State == sanad.Running; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the files were never read")
		}
		if err := json.Unmarshal(ask(s, "GET", "/api/i/case/runs/"+string(run.ID), nil, in).Body.Bytes(), &run); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ ref, disposition, media string }{
		{"page", "attachment", "application/octet-stream"}, {"note", "attachment", "application/octet-stream"}, {"photo", "inline", "image/png"},
	} {
		w := ask(s, "GET", "/api/i/case/reports/"+c.ref+"/original", nil, in)
		h := w.Header()
		if w.Code != 200 || !strings.HasPrefix(h.Get("Content-Disposition"), c.disposition+";") || h.Get("Content-Type") != c.media || !strings.Contains(h.Get("Content-Security-Policy"), "sandbox") || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %d, headers %v", c.ref, w.Code, h)
		}
	}
	if got := ask(s, "GET", "/api/i/case/reports/page/original", nil, in).Body.String(); got != hostile["page.html"] {
		t.Errorf("the original came back as %q", got)
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{"a.txt": "a.txt", "a b\"\r\n;x": "a%20b%22%0D%0A%3Bx", "قضية": "%D9%82%D8%B6%D9%8A%D8%A9", "../x": "..%2Fx"} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCheckLoopback(t *testing.T) {
	for addr, code := range map[string]sanad.Code{"127.0.0.1:1": "", "localhost:1": "", "[::1]:1": "", "127.8.8.8:1": "", "0.0.0.0:1": sanad.Forbidden, ":1": sanad.Forbidden, "[::]:1": sanad.Forbidden,
		"192.168.1.2:1": sanad.Forbidden, "example.org:1": sanad.Forbidden, "nonsense": sanad.Invalid} {
		if got := sanad.CodeOf(CheckLoopback(addr)); got != code {
			t.Errorf("%s: %q, want %q", addr, got, code)
		}
	}
}

// The file in the repository is what the server prints.
func TestOpenAPI(t *testing.T) {
	got, err := OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(bytes.TrimSpace(got), []byte("components:")) || !bytes.Contains(got, []byte("openapi: 3.1")) {
		t.Errorf("description begins %.80q", got)
	}
}
