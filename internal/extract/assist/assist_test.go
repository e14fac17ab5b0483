package assist

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
)

const report = "قال شاهد إن كريم جبار قُتل. Karim Jabbar was killed in Hit on 12 March 2016 by Salim Nasir."

// plays is an endpoint that answers with what a test gives it.
func plays(t *testing.T, answer func(w http.ResponseWriter, r *http.Request)) *Reader {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(answer))
	t.Cleanup(s.Close)
	x, err := New(Options{Endpoint: s.URL + "/v1", Model: "played", Key: "k", Timeout: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func completes(content string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": content}}}})
	}
}

func ask(t *testing.T, x *Reader) (sanad.Reading, int, error) {
	t.Helper()
	return x.Ask(context.Background(), extract.Document{Report: "r1", Text: report})
}

func TestGoodAnswer(t *testing.T) {
	x := plays(t, func(w http.ResponseWriter, r *http.Request) {
		var q request
		if err := json.NewDecoder(r.Body).Decode(&q); err != nil || q.Messages[1].Content != report || r.Header.Get("Authorization") != "Bearer k" || r.URL.Path != "/v1/chat/completions" {
			t.Errorf("asked %+v, %v, %s", q, err, r.URL.Path)
		}
		completes("```json\n"+`{"claims":[
			{"entity":"p1","schema":"Person","prop":"name","value":"Karim Jabbar","quote":"Karim Jabbar","polarity":"affirmed"},
			{"entity":"p1","schema":"Person","prop":"name","value":"كريم جبار","quote":"كريم جبار"},
			{"entity":"e1","schema":"Event","prop":"subtype","value":"killing","quote":"was killed","polarity":"affirmed"},
			{"entity":"x1","schema":"Participation","prop":"participant","value":"p1","quote":"Karim Jabbar was killed","polarity":"uncertain"},
			{"entity":"x1","schema":"Participation","prop":"event","value":"e1","quote":"Karim Jabbar was killed","polarity":"uncertain"}]}`+"\n```")(w, r)
	})
	got, dropped, err := ask(t, x)
	if err != nil || dropped != 0 || len(got.Claims) != 5 || len(got.Entities) != 3 {
		t.Fatalf("%d claims, %d entities, %d dropped, %v", len(got.Claims), len(got.Entities), dropped, err)
	}
	text := []rune(report)
	for _, c := range got.Claims {
		if c.Origin != "model:played" || c.Span == nil || sanad.IsNameProp(c.Prop) && string(text[c.Span.Start:c.Span.End]) != c.Value {
			t.Errorf("claim %+v", c)
		}
	}
	if p := got.Claims[3]; p.Value != string(got.Claims[0].Entity) || p.Polarity != sanad.Uncertain {
		t.Errorf("the link: %+v", p)
	}
	if got.Claims[0].Entity != sanad.EntityID("r1", "Person", *got.Claims[0].Span, 0) {
		t.Error("a person found at a passage has another id than a reader by rules would give")
	}
}

func TestLiesAreDropped(t *testing.T) {
	lies := []string{
		`{"entity":"p1","schema":"Person","prop":"name","value":"Omar Farid","quote":"Omar Farid was there"}`,    // not in the report
		`{"entity":"p1","schema":"Person","prop":"name","value":"Omar Farid","quote":"Karim Jabbar was killed"}`, // a true quote, another name
		`{"entity":"p1","schema":"Person","prop":"name","value":"karim jabbar","quote":"karim jabbar"}`,          // not letter for letter
		`{"entity":"p1","schema":"Person","prop":"guilt","value":"high","quote":"Karim Jabbar"}`,                 // no such property
		`{"entity":"x","schema":"Participation","prop":"participant","value":"nobody","quote":"Karim Jabbar"}`,   // points nowhere
		`{"entity":"","schema":"Person","prop":"name","value":"Karim Jabbar","quote":"Karim Jabbar"}`,            // about nothing
		`{"entity":"p1","schema":"Person","prop":"name","value":["Karim Jabbar"],"quote":"Karim Jabbar"}`,        // no text
		`{"entity":"p1","schema":"Person","prop":"name","value":"Karim Jabbar","quote":""}`,                      // no quote
	}
	got, dropped, err := ask(t, plays(t, completes(`{"claims":[`+strings.Join(lies, ",")+`]}`)))
	if err != nil || len(got.Claims) != 0 || dropped != len(lies) {
		t.Errorf("%d of %d dropped, kept %+v, %v", dropped, len(lies), got.Claims, err)
	}
}

func TestBadAnswersAreErrorsWithARemedy(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("a redirect was followed") }))
	defer elsewhere.Close()
	for name, answer := range map[string]func(http.ResponseWriter, *http.Request){
		"prose":   completes("I am sorry, I cannot."),
		"no json": func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>") },
		"nothing": func(http.ResponseWriter, *http.Request) {},
		"failure": func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "out of memory", http.StatusInternalServerError)
		},
		"redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, elsewhere.URL, http.StatusTemporaryRedirect)
		},
		"too long": func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, answerLimit+10)) },
		"broken": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "{")
		},
		"slow": func(_ http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body) // so that the server notices when the asker has gone
			<-r.Context().Done()
		},
		"array":     completes("[]"),
		"bad types": completes(`{"claims":[{"entity":7}]}`),
	} {
		t.Run(name, func(t *testing.T) {
			got, _, err := ask(t, plays(t, answer))
			if err == nil || sanad.CodeOf(err) == sanad.Internal || len(got.Claims) != 0 {
				t.Errorf("got %+v, %v", got.Claims, err)
			}
		})
	}
}

func TestOnlyLocalAddresses(t *testing.T) {
	x, err := New(Options{Endpoint: "http://192.0.2.1/v1", Model: "m", Timeout: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := ask(t, x); sanad.CodeOf(err) != sanad.Forbidden {
		t.Errorf("a remote address: %v", err)
	}
	for _, bad := range []string{"", "127.0.0.1:8080", "ftp://127.0.0.1", "file:///etc/passwd"} {
		if _, err := New(Options{Endpoint: bad, Model: "m"}); err == nil {
			t.Errorf("%q was taken for an endpoint", bad)
		}
	}
	if _, err := New(Options{Endpoint: "http://127.0.0.1"}); err == nil {
		t.Error("no model was taken for one")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	x := plays(t, completes("{}"))
	if _, _, err := x.Ask(ctx, extract.Document{Report: "r", Text: "x"}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func FuzzGround(f *testing.F) {
	f.Add(report, `[{"entity":"p1","schema":"Person","prop":"name","value":"Karim Jabbar","quote":"Karim Jabbar"}]`)
	x, err := New(Options{Endpoint: "http://127.0.0.1", Model: "m"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body, claims string) {
		var list []said
		if json.Unmarshal([]byte(claims), &list) != nil {
			return
		}
		got, dropped := x.ground(extract.Document{Report: "r", Text: body}, list)
		if len(got.Claims)+dropped != len(list) {
			t.Fatalf("%d kept, %d dropped of %d", len(got.Claims), dropped, len(list))
		}
		n := len([]rune(body))
		for _, c := range got.Claims {
			if c.Span == nil || c.Span.Start < 0 || c.Span.End > n || c.Span.Start >= c.Span.End {
				t.Fatalf("a claim outside the text: %+v", c)
			}
		}
	})
}
