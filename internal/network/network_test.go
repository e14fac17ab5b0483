package network

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	sanad "github.com/sanad-workbench/sanad"
)

// lens calls everything by its id; "b2" was judged to be "b".
type lens struct{}

func (lens) Ref(id sanad.ID) sanad.Ref {
	if id == "b2" {
		id = "b"
	}
	schema := sanad.SchemaPerson
	if id[0] == 'g' {
		schema = sanad.SchemaNetwork
	}
	return sanad.Ref{ID: id, Name: string(id), Schema: schema}
}

func (lens) Cites([]sanad.Found, ...string) []*sanad.Cite { return []*sanad.Cite{{}} }

func (lens) Lines(reports []sanad.ID) (int, int) {
	seen := map[sanad.ID]bool{}
	for _, r := range reports {
		seen[r] = true
	}
	return len(seen), len(seen)
}

func found(report string, pol sanad.Polarity, pairs ...string) sanad.Found {
	f := sanad.Found{ID: sanad.ID(report + pairs[1]), Report: sanad.ID(report)}
	for i := 0; i < len(pairs); i += 2 {
		f.Claims = append(f.Claims, sanad.Claim{Prop: pairs[i], Value: pairs[i+1], Polarity: pol})
	}
	return f
}

func TestRank(t *testing.T) {
	for role, want := range map[string]int{
		"emir": 1, "Emir of Hit": 1, "the wali": 1, "أمير هيت": 1, "الأمير": 1, "والي الأنبار": 1, "رئيس الجماعة": 1,
		"deputy emir": 2, "نائب الأمير": 2, "assistant to the governor": 2, "vice-governor": 2,
		"commander": 3, "military commander": 3, "قائد عسكري": 3, "آمر": 3, "مسؤول الحدود": 3,
		"financier": 4, "treasurer": 4, "الممول": 4, "كاتب": 4, "hisba official": 4, "قاضي": 4, "مسؤول عام": 1,
		"driver of the emir": 5, "سائق الأمير": 5, "bodyguard of the wali": 5, "حارس الوالي": 5, "wife of the commander": 5,
		"member": 5, "beheading squad": 5, "mischief maker": 5, "services": 5, "موالي للتنظيم": 5, "مقاتل من القاطع الشمالي": 5, "headquarters cook": 5, "": 5,
	} {
		if got := Rank(role); got != want {
			t.Errorf("Rank(%q) = %d, want %d", role, got, want)
		}
	}
}

func TestRolesOf(t *testing.T) {
	got := RolesOf(map[string]int{"amir": 2, "أميراً": 3, "hisba official": 4, "cook": 1}, nil)
	want := []Role{{Code: "emir", Words: []string{"أميراً", "amir"}}, {Code: "hisba", Words: []string{"hisba official"}}, {Words: []string{"cook"}}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestBuild(t *testing.T) {
	members := []sanad.Found{
		found("r1", sanad.Affirmed, "member", "a", "organization", "g", "role", "emir"),
		found("r2", sanad.Affirmed, "member", "a", "organization", "g", "role", "emir"),
		found("r3", sanad.Denied, "member", "a", "organization", "g", "role", "wali"),
		found("r1", sanad.Denied, "member", "c", "organization", "g", "role", "guard"), // only denied: not drawn
		found("r1", sanad.Uncertain, "member", "b", "organization", "g", "role", "financier"),
		found("r1", sanad.Denied, "member", "b2", "organization", "g9"),
		found("r1", sanad.Affirmed, "member", "a", "superior", "a"), // nobody is his own superior
		found("r1", sanad.Affirmed, "organization", "g"),
	}
	payments := []sanad.Found{
		found("r1", sanad.Affirmed, "payer", "a", "beneficiary", "b2", "amount", "5000", "currency", "USD"),
		found("r2", sanad.Affirmed, "payer", "a", "beneficiary", "b", "amount", "5000", "currency", "USD"),
		found("r3", sanad.Denied, "payer", "a", "beneficiary", "b", "amount", "9", "currency", "IQD"),
		found("r1", sanad.Affirmed, "payer", "a"),
	}
	g := Build(lens{}, members, payments, false)
	wantEdges := []Edge{
		{From: "a", To: "b", Kind: "payment", Support: sanad.Support{Reports: 2, Lines: 2, Denied: 1}, Amounts: []string{"5000 USD"}},
		{From: "a", To: "g", Kind: "member", Role: "emir", Support: sanad.Support{Reports: 2, Lines: 2, Denied: 1}},
		{From: "b", To: "g", Kind: "member", Role: "financier", Support: sanad.Support{Uncertain: 1}},
	}
	if d := cmp.Diff(wantEdges, g.Edges); d != "" {
		t.Errorf("edges (-want +got)\n%s", d)
	}
	ref := lens{}.Ref
	wantNodes := []Node{
		{Ref: ref("a"), Rank: 1, Roles: []Role{{Code: "emir", Words: []string{"emir"}}}, Groups: []string{"g"}, Degree: 2, Reports: 2, Lines: 2},
		{Ref: ref("b"), Rank: 5, Groups: []string{"g"}, Degree: 2, Reports: 2, Lines: 2},
		{Ref: ref("g"), Degree: 2, Reports: 2, Lines: 2},
	}
	if d := cmp.Diff(wantNodes, g.Nodes); d != "" {
		t.Errorf("nodes (-want +got)\n%s", d)
	}
	if cited := Build(lens{}, members, payments, true); len(cited.Edges[0].Cites) == 0 {
		t.Error("no sources when asked for")
	}
}

func TestPath(t *testing.T) {
	g := Graph{Edges: []Edge{{From: "a", To: "c"}, {From: "b", To: "a"}, {From: "c", To: "d"}, {From: "b", To: "d"}, {From: "d", To: "e", Kind: "open"}}}
	for _, c := range []struct {
		from, to sanad.ID
		want     []sanad.ID
	}{{"a", "d", []sanad.ID{"a", "b", "d"}}, {"d", "a", []sanad.ID{"d", "b", "a"}}, {"a", "a", []sanad.ID{"a"}}, {"a", "e", nil}, {"a", "z", nil}} {
		if d := cmp.Diff(c.want, Path(g, c.from, c.to)); d != "" {
			t.Errorf("%s to %s (-want +got)\n%s", c.from, c.to, d)
		}
	}
}

// Whoever is only inferred to lead stands where what was read of him puts him, and the guess is marked.
func TestInferred(t *testing.T) {
	guess := func(f sanad.Found) sanad.Found {
		f.Inferred = true
		return f
	}
	g := Build(lens{}, []sanad.Found{
		found("1", sanad.Affirmed, "member", "a", "organization", "g", "role", "driver"),
		guess(found("2", sanad.Affirmed, "member", "a", "organization", "g", "role", "emir")),
		guess(found("3", sanad.Affirmed, "member", "a", "organization", "g", "role", "emir")),
		guess(found("2", sanad.Affirmed, "member", "b", "organization", "g", "role", "emir")),
	}, nil, false)
	type seen struct {
		Rank, Reports, Inferred int
		Roles                   []Role
	}
	got := map[sanad.ID]seen{}
	for _, n := range g.Nodes {
		got[n.ID] = seen{n.Rank, n.Reports, n.Inferred, n.Roles}
	}
	emir := Role{Code: "emir", Words: []string{"emir"}, Inferred: true}
	want := map[sanad.ID]seen{"a": {5, 3, 2, []Role{{Code: "driver", Words: []string{"driver"}}, emir}}, "b": {1, 1, 1, []Role{emir}}, "g": {0, 3, 2, nil}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if e := g.Edges[0]; e.Role != "driver" || e.Inferred != 2 || e.OnlyInferred() {
		t.Errorf("edge %+v", e)
	}
	if e := g.Edges[1]; e.Role != "emir" || !e.OnlyInferred() {
		t.Errorf("edge %+v", e)
	}
}
