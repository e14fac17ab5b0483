package exchange

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	sanad "github.com/sanad-workbench/sanad"
)

func TestHarmless(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200f=cmd|' /C calc'!A0", "\ufeff+1", "＝1", "\t"} {
		if got := Harmless(s); got != "'"+s {
			t.Errorf("Harmless(%q) = %q", s, got)
		}
	}
	for _, s := range []string{"", " ", "a=1", "1-2", "محمد", "2014-10", "'=1", "\xff"} {
		if got := Harmless(s); got != s {
			t.Errorf("Harmless(%q) = %q", s, got)
		}
	}
}

// Every code of a reason that the sources of these packages name has words, and every word belongs to a code.
func TestWordsForEveryCode(t *testing.T) {
	code := regexp.MustCompile(`^[a-z]+(_[a-z]+)*_(agrees|contradicts|differs|missing|shared|rare|common|only|near|fits|bridge|seen|different|death|far|district|custody|sentence)$`)
	found := map[string]string{}
	for _, dir := range []string{"match", "names", "resolve"} {
		files, err := filepath.Glob(filepath.Join("..", dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no sources of %s: %v", dir, err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					if s, err := strconv.Unquote(l.Value); err == nil && code.MatchString(s) {
						found[s] = path
					}
				}
				return true
			})
		}
	}
	if len(found) < 20 {
		t.Fatalf("only %d codes found: %v", len(found), found)
	}
	for c, path := range found {
		if english[c] == "" {
			t.Errorf("%s: the code %s has no English words in words.go", path, c)
		}
	}
	for c := range english {
		if found[c] == "" {
			t.Errorf("words.go has words for %s, which no source names", c)
		}
		said := Words(sanad.Reason{Code: c, Left: "علي 100%", Right: "Ali %d", Count: 7})
		if strings.Contains(said, "%!") || strings.Contains(said, "_") || said == "" {
			t.Errorf("%s is said as %q", c, said)
		}
	}
	if got := Words(sanad.Reason{Code: "name_common", Left: "علي", Count: 11}); got != "the name is common here: علي (11 share it)" {
		t.Errorf("said %q", got)
	}
	if got := Words(sanad.Reason{Code: "brand_new"}); got != "brand new" {
		t.Errorf("an unknown code is said as %q", got)
	}
}

func ftm(t *testing.T, claims ...Claim) map[string]ftmEntity {
	t.Helper()
	var b bytes.Buffer
	f := NewFTM(&b)
	for _, c := range claims {
		if c.Polarity == "" {
			c.Polarity = "affirmed"
		}
		if c.CanonicalID == "" {
			c.CanonicalID = c.EntityID
		}
		if err := f.Claim(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(Head{Reason: "r", Expiry: "2019-03-01", Conditions: []string{"c"}}); err != nil {
		t.Fatal(err)
	}
	out := map[string]ftmEntity{}
	last := ""
	for i, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		var e ftmEntity
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if i == 0 {
			if e.Schema != "Note" || len(e.Properties["description"]) != 4 || e.Properties["description"][2] != InferredNote {
				t.Errorf("head %+v", e)
			}
			continue
		}
		if e.ID <= last {
			t.Errorf("%s after %s", e.ID, last)
		}
		last = e.ID
		out[e.ID] = e
	}
	return out
}

func TestFTM(t *testing.T) {
	link := func(id, prop, value, polarity string) Claim {
		return Claim{EntityID: id, Schema: sanad.SchemaParticipation, Prop: prop, Value: value, Polarity: polarity}
	}
	got := ftm(t,
		Claim{EntityID: "e1", Schema: sanad.SchemaPerson, Prop: "name", Value: "علي"},
		Claim{EntityID: "e2", CanonicalID: "e1", Schema: sanad.SchemaPerson, Prop: "name", Value: "Ali"},
		Claim{EntityID: "e2", CanonicalID: "e1", Schema: sanad.SchemaPerson, Prop: "kunya", Value: "Abu Omar"},
		Claim{EntityID: "e1", Schema: sanad.SchemaPerson, Prop: "birthDate", Value: "1980~"},
		Claim{EntityID: "e1", Schema: sanad.SchemaPerson, Prop: "alias", Value: "denied", Polarity: "denied"},
		Claim{EntityID: "e1", Schema: sanad.SchemaPerson, Prop: "phone", Value: "+9647701234567"},
		Claim{EntityID: "e1", Schema: sanad.SchemaPerson, Prop: "phone", Value: "0770 123"},
		Claim{EntityID: "x1", Schema: sanad.SchemaEvent, Prop: "subtype", Value: "killing"},
		Claim{EntityID: "x1", Schema: sanad.SchemaEvent, Prop: "date", Value: "2014-10-29/2014-11-03"},
		link("p1", "participant", "e2", ""), link("p1", "event", "x1", ""), link("p1", "role", "witness", ""),
		link("p2", "participant", "e1", ""), link("p2", "event", "x1", ""), link("p2", "role", "perpetrator", "denied"),
		link("p3", "participant", "e1", ""), link("p3", "event", "gone", ""),
		link("p4", "participant", "e1", "uncertain"), link("p4", "event", "x1", ""),
		Claim{EntityID: "d1", Schema: sanad.SchemaDetention, Prop: "date", Value: "2014"},
	)
	want := map[string]ftmEntity{
		"e1": {ID: "e1", Schema: "Person", Datasets: []string{"sanad"}, Referents: []string{"e2"}, Properties: map[string][]string{"name": {"علي", "Ali"}, "weakAlias": {"Abu Omar"}, "birthDate": {"1980"}, "phone": {"+9647701234567"}}},
		"x1": {ID: "x1", Schema: "Event", Datasets: []string{"sanad"}, Referents: []string{}, Properties: map[string][]string{"name": {"killing"}, "date": {"2014"}}},
		"p1": {ID: "p1", Schema: "UnknownLink", Datasets: []string{"sanad"}, Referents: []string{}, Properties: map[string][]string{"subject": {"e1"}, "object": {"x1"}, "role": {"witness"}}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// FollowTheMoney has no place for what is only inferred but the words of a summary. What a rule or a person says as well needs none.
func TestFTMInferred(t *testing.T) {
	claim := func(id, schema, prop, value, report, origin string, status sanad.ReviewStatus) Claim {
		return Claim{EntityID: id, CanonicalID: strings.TrimRight(id, "'"), Schema: schema, Prop: prop, Value: value, Report: report, Origin: origin, Status: string(status)}
	}
	part := func(id, role, origin string, status sanad.ReviewStatus) []Claim {
		return []Claim{claim(id, sanad.SchemaParticipation, "participant", "e1", "R-1", origin, status), claim(id, sanad.SchemaParticipation, "event", "x1", "R-1", origin, status),
			claim(id, sanad.SchemaParticipation, "role", role, "R-1", origin, status)}
	}
	claims := []Claim{
		claim("e1", sanad.SchemaPerson, "name", "Ali", "R-1", "model:names", sanad.Proposed),
		claim("x1", sanad.SchemaEvent, "subtype", "killing", "R-1", "rule:e", sanad.Proposed),
		claim("x1'", sanad.SchemaEvent, "subtype", "killing", "R-2", "model:parts", sanad.Proposed),
		claim("x1'", sanad.SchemaEvent, "place", "Hit", "R-2", "model:parts", sanad.Proposed),
	}
	claims = append(claims, part("p1", "suspect", "model:parts", sanad.Proposed)...)
	claims = append(claims, part("p2", "suspect", "model:parts", sanad.Accepted)...)
	claims = append(claims, part("p3", "witness", "rule:p", sanad.Proposed)...)
	claims = append(claims, part("p4", "witness", "rule:p", sanad.Proposed)[:2]...)
	claims = append(claims, part("p4", "witness", "model:parts", sanad.Proposed)[2])
	got := map[string]string{}
	for id, e := range ftm(t, claims...) {
		got[id] = strings.Join(e.Properties["summary"], "|")
	}
	want := map[string]string{"e1": "", "x1": "location: inferred from the wording of R-2, not confirmed by anybody", "p1": "inferred from the wording of R-1, not confirmed by anybody", "p2": "", "p3": "",
		"p4": "role: inferred from the wording of R-1, not confirmed by anybody"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestPrefixDate(t *testing.T) {
	for in, want := range map[string]string{"2014": "2014", "2014-10": "2014-10", "2014-10-29": "2014-10-29", "2014-10~": "2014-10", "2016?": "2016", "2014-10-29/2014-10-31": "2014-10",
		"2014-10-29/2014-11-03": "2014", "2013/2014": "", "2014-01-01/2014-12-31": "2014", "../2014": "", "2014/..": "", "2014-13": "", "2014-02-30": "", "": "", "soon": "", "2014-XX": ""} {
		if got := prefixDate(in); got != want {
			t.Errorf("prefixDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEncoder(t *testing.T) {
	var b bytes.Buffer
	e := NewEncoder(&b)
	start, end := 0, 3
	if err := e.Head(Head{Reason: "working copy", Expiry: "2019-03-01", Conditions: []string{}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []Claim{{ID: "c1", Value: "<b>", Start: &start, End: &end}, {ID: "c2"}} {
		if err := e.Claim(c); err != nil {
			t.Fatal(err)
		}
	}
	want := `{"export":{"reason":"working copy","expiry":"2019-03-01","conditions":[]}}
{"id":"c1","entity_id":"","canonical_id":"","schema":"","prop":"","value":"<b>","report":"","start":0,"end":3,"quote":"","polarity":"","origin":"","kind":"","status":"","recorded_at":""}
{"id":"c2","entity_id":"","canonical_id":"","schema":"","prop":"","value":"","report":"","start":null,"end":null,"quote":"","polarity":"","origin":"","kind":"","status":"","recorded_at":""}
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}
