package casework

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	sanad "github.com/sanad-workbench/sanad"
)

// lens sees things as their own, but for ids that end in ', which were judged to be the one without. Reports whose name
// begins alike up to a dot are copies of one another.
type lens struct{}

func canonical(id sanad.ID) sanad.ID { return sanad.ID(strings.TrimRight(string(id), "'")) }

func (lens) Ref(id sanad.ID) sanad.Ref {
	return sanad.Ref{ID: canonical(id), Name: string(canonical(id)), Schema: sanad.SchemaPerson}
}
func (lens) Facts([]sanad.Found, ...string) []sanad.Fact { return []sanad.Fact{{}} }
func (lens) Cites(things []sanad.Found, _ ...string) (out []*sanad.Cite) {
	for _, f := range things {
		out = append(out, &sanad.Cite{Report: f.Report})
	}
	return out
}
func (lens) Lines(reports []sanad.ID) (int, int) {
	seen, lines := map[sanad.ID]bool{}, map[string]bool{}
	for _, r := range reports {
		seen[r] = true
		origin, _, _ := strings.Cut(string(r), ".")
		lines[origin] = true
	}
	return len(seen), len(lines)
}
func (lens) Group(things []sanad.Found) (ids []sanad.ID, of [][]sanad.Found) {
	at := map[sanad.ID]int{}
	for _, f := range things {
		id := canonical(f.ID)
		i, ok := at[id]
		if !ok {
			i = len(ids)
			at[id] = i
			ids, of = append(ids, id), append(of, nil)
		}
		of[i] = append(of[i], f)
	}
	return ids, of
}

// found makes a record from "prop=value" pairs; its polarity is that of all its claims.
func found(schema, id, report string, pol sanad.Polarity, pairs ...string) sanad.Found {
	f := sanad.Found{ID: sanad.ID(id), Report: sanad.ID(report), Schema: schema}
	for _, p := range pairs {
		k, v, _ := strings.Cut(p, "=")
		f.Claims = append(f.Claims, sanad.Claim{Prop: k, Value: v, Polarity: pol})
	}
	return f
}

func TestCount(t *testing.T) {
	for in, want := range map[string]string{"7": "7 7 7 true", "3..5": "3 3 5 true", "3..4..9": "3 4 9 true", " 3 .. 4": "3 3 4 true", "": "0 0 0 false", "some": "0 0 0 false", "1..2..3..4": "0 0 0 false", "1..": "0 0 0 false"} {
		l, b, h, ok := Count(in)
		if got := fmt.Sprint(l, b, h, ok); got != want {
			t.Errorf("Count(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestToll(t *testing.T) {
	for _, c := range []struct {
		dead []string
		want string
	}{{nil, ""}, {[]string{"many"}, ""}, {[]string{"200"}, "200"}, {[]string{"200", "186", "200"}, "186..200..200"}, {[]string{"0..5", "5"}, "0..0..5"}, {[]string{"30..40..50", "70"}, "30..40..70"}} {
		var g []sanad.Found
		for i, d := range c.dead {
			g = append(g, found(sanad.SchemaEvent, fmt.Sprint("x", i), fmt.Sprint("r", i), sanad.Affirmed, "dead="+d))
		}
		if got := toll(g); got != c.want {
			t.Errorf("toll(%v) = %q, want %q", c.dead, got, c.want)
		}
	}
}

func TestBestDate(t *testing.T) {
	for _, c := range []struct {
		dates []string
		want  string
	}{{nil, ""}, {[]string{"2014", "2014-10", "2014-10-29"}, "2014-10-29"}, {[]string{"2014-10-29/2014-11-03", "2014-10-29"}, "2014-10-29"}, {[]string{"2015", "2015", "2014-10-29"}, "2015"}, {[]string{"soon", "2014"}, "2014"}} {
		var g []sanad.Found
		for _, d := range c.dates {
			g = append(g, found(sanad.SchemaEvent, "x", "r", sanad.Affirmed, "date="+d))
		}
		if got := bestDate(g); got != c.want {
			t.Errorf("bestDate(%v) = %q, want %q", c.dates, got, c.want)
		}
	}
}

func TestIncidents(t *testing.T) {
	events := []sanad.Found{
		found(sanad.SchemaEvent, "x", "a", sanad.Affirmed, "subtype=massacre", "date=2014-10-29", "dead=200", "place=Hit"),
		found(sanad.SchemaEvent, "x'", "a.copy", sanad.Affirmed, "subtype=massacre", "date=2014-10", "dead=186"),
		found(sanad.SchemaEvent, "y", "b", sanad.Affirmed, "subtype=killing", "date=2015"),
	}
	part := func(id, report string, pol sanad.Polarity, who, event, role string) sanad.Found {
		return found(sanad.SchemaParticipation, id, report, pol, "participant="+who, "event="+event, "role="+role)
	}
	parts := []sanad.Found{
		part("p1", "a", sanad.Affirmed, "man", "x", sanad.Perpetrator), part("p2", "a.copy", sanad.Affirmed, "man'", "x'", sanad.Perpetrator),
		part("p3", "c", sanad.Denied, "man", "x", sanad.Perpetrator), part("p4", "c", sanad.Denied, "man", "x", sanad.Perpetrator),
		part("p5", "d", sanad.Uncertain, "man", "x", sanad.Perpetrator), part("p6", "a", sanad.Affirmed, "boy", "x", sanad.Victim),
		part("p7", "a", sanad.Affirmed, "", "x", sanad.Victim), part("p8", "a", sanad.Affirmed, "man", "x", sanad.Witness),
	}
	got := Incidents(lens{}, events, parts, true)
	if len(got) != 2 || got[0].ID != "y" || got[1].ID != "x" {
		t.Fatalf("incidents %+v; want y, the newer, then x", got)
	}
	x := got[1]
	if x.Accounts != 2 || x.Reports != 2 || x.Lines != 1 || x.Toll == "" || len(x.Acts) != 1 || x.Acts[0].Victim.ID != "boy" || len(x.Facts) == 0 {
		t.Errorf("incident %+v", x)
	}
	var roles []string
	for _, p := range x.Participants {
		roles = append(roles, fmt.Sprintf("%s %s: %d of %d, denied %d, open %d", p.Who.ID, p.Role, p.Lines, p.Reports, p.Denied, p.Uncertain))
	}
	want := []string{"boy victim: 1 of 1, denied 0, open 0", "man perpetrator: 1 of 2, denied 1, open 1", "man witness: 1 of 1, denied 0, open 0"}
	if d := cmp.Diff(want, roles); d != "" {
		t.Errorf("participants (-want +got)\n%s", d)
	}
}

func TestProceedings(t *testing.T) {
	rec := func(schema, report string, pol sanad.Polarity, pairs ...string) sanad.Found {
		return found(schema, report+schema+strings.Join(pairs, ""), report, pol, append([]string{"subject=man"}, pairs...)...)
	}
	for _, c := range []struct {
		name    string
		records []sanad.Found
		stages  []string
		latest  string
		cleared bool
	}{
		{"acquitted, then arrested again", []sanad.Found{rec(sanad.SchemaDetention, "a", sanad.Affirmed, "date=2015-03"), rec(sanad.SchemaVerdict, "a", sanad.Affirmed, "date=2016", "value=acquitted"), rec(sanad.SchemaDetention, "b", sanad.Affirmed, "date=2018-01-02")},
			[]string{"arrest 2018-01-02 1", "acquittal 2016 1", "arrest 2015-03 1"}, "arrest", true},
		{"without dates, in the way of a case", []sanad.Found{rec(sanad.SchemaRelease, "a", sanad.Affirmed), rec(sanad.SchemaDetention, "a", sanad.Affirmed), rec(sanad.SchemaSentence, "a", sanad.Affirmed, "value=life"), rec(sanad.SchemaCharge, "a", sanad.Affirmed, "value=murder")},
			[]string{"release  1", "sentence  1", "charge  1", "arrest  1"}, "release", true},
		{"an undated stage finds its place", []sanad.Found{rec(sanad.SchemaDetention, "a", sanad.Affirmed, "date=2018"), rec(sanad.SchemaCharge, "a", sanad.Affirmed, "value=x"), rec(sanad.SchemaRelease, "a", sanad.Affirmed, "date=2016")},
			[]string{"charge  1", "arrest 2018 1", "release 2016 1"}, "charge", true},
		{"undated joins the dated one, once a report", []sanad.Found{rec(sanad.SchemaDetention, "a", sanad.Affirmed, "date=2015"), rec(sanad.SchemaDetention, "a", sanad.Affirmed), rec(sanad.SchemaDetention, "b", sanad.Affirmed)},
			[]string{"arrest 2015 2"}, "arrest", false},
		{"two dated ones: undated stays", []sanad.Found{rec(sanad.SchemaDetention, "a", sanad.Affirmed, "date=2015"), rec(sanad.SchemaDetention, "b", sanad.Affirmed, "date=2016"), rec(sanad.SchemaDetention, "c", sanad.Affirmed)},
			[]string{"arrest  1", "arrest 2016 1", "arrest 2015 1"}, "arrest", false},
		{"two sentences contradict", []sanad.Found{rec(sanad.SchemaSentence, "a", sanad.Affirmed, "date=2015", "value=death"), rec(sanad.SchemaSentence, "b", sanad.Affirmed, "date=2015", "value=life"), rec(sanad.SchemaSentence, "c", sanad.Affirmed, "value=life")},
			[]string{"sentence 2015 1", "sentence 2015 2"}, "sentence", false},
		{"a denied conviction is not where he stands", []sanad.Found{rec(sanad.SchemaDetention, "a", sanad.Affirmed, "date=2015"), rec(sanad.SchemaVerdict, "a", sanad.Denied, "date=2016", "value=convicted")},
			[]string{"conviction 2016 0", "arrest 2015 1"}, "arrest", false},
		{"a denied release clears nobody", []sanad.Found{rec(sanad.SchemaRelease, "a", sanad.Denied, "date=2015")}, []string{"release 2015 0"}, "", false},
		{"dismissal", []sanad.Found{rec(sanad.SchemaVerdict, "a", sanad.Affirmed, "value=dismissed")}, []string{"dismissal  1"}, "dismissal", true},
		{"about", []sanad.Found{rec(sanad.SchemaDetention, "a", sanad.Affirmed, "date=2014~"), rec(sanad.SchemaCharge, "a", sanad.Affirmed, "date=2014-06", "value=x")}, []string{"arrest 2014~ 1", "charge 2014-06 1"}, "arrest", false},
	} {
		got := Proceedings(lens{}, c.records, true)
		if len(got) != 1 {
			t.Errorf("%s: %d proceedings", c.name, len(got))
			continue
		}
		var stages []string
		for _, s := range got[0].Stages {
			stages = append(stages, fmt.Sprint(s.Kind, " ", s.Date, " ", s.Reports))
		}
		if d := cmp.Diff(c.stages, stages); d != "" {
			t.Errorf("%s: stages (-want +got)\n%s", c.name, d)
		}
		if got[0].Latest != c.latest || got[0].Cleared != c.cleared {
			t.Errorf("%s: latest %q, cleared %v; want %q, %v", c.name, got[0].Latest, got[0].Cleared, c.latest, c.cleared)
		}
	}
}

// Dated stages stand newest first, whatever undated ones are among them, and no stage is lost.
func TestInOrder(t *testing.T) {
	kinds := []string{"arrest", "charge", "conviction", "sentence", "acquittal", "release"}
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Stage {
			return Stage{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Date: rapid.SampledFrom([]string{"", "", "2014", "2015-03", "2016-01-02", "2018"}).Draw(t, "date")}
		}), 0, 9).Draw(t, "stages")
		out := inOrder(in)
		if len(out) != len(in) {
			t.Fatalf("%d of %d stages", len(out), len(in))
		}
		last := "9999"
		for _, s := range out {
			if s.Date == "" {
				continue
			}
			if d := lastDay(s.Date); d > last {
				t.Fatalf("%v", out)
			} else {
				last = d
			}
		}
	})
}

func TestSimilar(t *testing.T) {
	x := Incident{ID: "x", Type: "killing", Date: "2014-10", Place: "Hit", PlaceID: "iq-hit", Province: "IQ-AN"}
	nowhere := Incident{ID: "n", Type: "killing", Date: "2014-10"}
	all := []Incident{x, nowhere,
		{ID: "same", Type: "killing", Date: "2014-10-29", PlaceID: "iq-hit", Province: "IQ-AN"},
		{ID: "province only", Type: "killing", Date: "2014", Province: "IQ-AN"},
		{ID: "another town", Type: "killing", Date: "2014-10-29", PlaceID: "iq-ramadi", Province: "IQ-AN"},
		{ID: "another type", Type: "bombing", Date: "2014-10-29", PlaceID: "iq-hit"},
		{ID: "another time", Type: "killing", Date: "2014-11", PlaceID: "iq-hit"},
		{ID: "no date", Type: "killing", PlaceID: "iq-hit"},
		{ID: "nowhere too", Type: "killing", Date: "2014-10"},
		{ID: "named", Type: "killing", Date: "2014-10", Place: "قرية البو نمر"}}
	names := func(l []Incident) (out []string) {
		for _, i := range l {
			out = append(out, string(i.ID))
		}
		return out
	}
	if d := cmp.Diff([]string{"same", "province only"}, names(Similar(x, all))); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if got := Similar(nowhere, all); len(got) != 0 {
		t.Errorf("two incidents nobody placed are offered as one: %v", names(got))
	}
	if got := names(Similar(Incident{ID: "z", Type: "killing", Date: "2014", Place: "قرية البو نمر"}, all)); cmp.Diff([]string{"named"}, got) != "" {
		t.Errorf("by the words of a place: %v", got)
	}
}

func TestStandingInferred(t *testing.T) {
	stage := func(kind string, reports, inferred int) Stage {
		return Stage{Kind: kind, Support: sanad.Support{Reports: reports, Inferred: inferred}}
	}
	for _, c := range []struct {
		name   string
		stages []Stage
		want   Standing
	}{
		{"none", nil, Standing{}},
		{"read", []Stage{stage("release", 2, 1), stage("arrest", 1, 1)}, Standing{Latest: "release", Cleared: true}},
		{"inferred", []Stage{stage("release", 1, 1), stage("arrest", 1, 0)}, Standing{Latest: "release", LatestInferred: true, Cleared: true, ClearedInferred: true}},
		{"cleared in words before", []Stage{stage("release", 1, 1), stage("acquittal", 1, 0)}, Standing{Latest: "release", LatestInferred: true, Cleared: true}},
		{"cleared in words after", []Stage{stage("acquittal", 1, 0), stage("release", 1, 1)}, Standing{Latest: "acquittal", Cleared: true}},
		{"only denied", []Stage{stage("release", 0, 0), stage("arrest", 1, 1)}, Standing{Latest: "arrest", LatestInferred: true}},
	} {
		if got := standing(c.stages); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestIncidentInferred(t *testing.T) {
	guess := found(sanad.SchemaEvent, "b", "2", sanad.Affirmed, "subtype=killing", "place=Hit")
	guess.Inferred = true
	got := Incidents(lens{}, []sanad.Found{found(sanad.SchemaEvent, "a", "1", sanad.Affirmed, "subtype=killing"), guess, found(sanad.SchemaEvent, "a'", "3", sanad.Affirmed, "subtype=killing")}, nil, false)
	for _, i := range got {
		if want := map[sanad.ID]int{"a": 0, "b": 1}[i.ID]; i.Inferred != want {
			t.Errorf("%s: inferred in %d reports, want %d", i.ID, i.Inferred, want)
		}
	}
}
