package resolve

import (
	stdcmp "cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

// world is a View for tests.
type world struct {
	hidden map[sanad.ID]bool
	weak   map[sanad.ID]bool
	clash  map[pair]bool
}

func (w world) Visible(id sanad.ID) bool { return !w.hidden[id] }
func (w world) Weak(id sanad.ID) bool    { return w.weak[id] }
func (w world) Clashing(id sanad.ID) string {
	for p := range w.clash {
		if p[0] == id || p[1] == id {
			return string(id)
		}
	}
	return ""
}
func (w world) Clash(a, b sanad.ID) (sanad.Reason, bool) {
	return sanad.Reason{Code: "birth_contradicts", Hard: true}, w.clash[pairOf(a, b)]
}

var day = time.Date(2019, 2, 1, 9, 0, 0, 0, time.UTC)

// judge writes judgements as "e1 = e2", "e1 != e2", "e1 ? e2"; groups in brackets: "e1 [e1 e3] = e2 [e2]".
func judge(t testing.TB, lines ...string) []sanad.Judgement {
	var out []sanad.Judgement
	side := func(s string) (sanad.ID, []sanad.ID) {
		id, group, ok := strings.Cut(strings.TrimSpace(s), "[")
		e := sanad.ID(strings.TrimSpace(id))
		g := []sanad.ID{e}
		if ok {
			g = nil
			for _, m := range strings.Fields(strings.TrimSuffix(strings.TrimSpace(group), "]")) {
				g = append(g, sanad.ID(m))
			}
		}
		return e, g
	}
	for i, l := range lines {
		j := sanad.Judgement{ID: sanad.ID(fmt.Sprintf("j%d", i+1)), Author: "a", Reason: "r", RecordedAt: day.Add(time.Duration(i) * time.Hour)}
		for _, v := range []struct {
			sign    string
			verdict sanad.Verdict
		}{{"!=", sanad.Different}, {"=", sanad.Same}, {"?", sanad.Unsure}} {
			if a, b, ok := strings.Cut(l, v.sign); ok {
				j.Verdict = v.verdict
				j.Left, j.LeftGroup = side(a)
				j.Right, j.RightGroup = side(b)
				break
			}
		}
		if j.Verdict == "" {
			t.Fatalf("no verdict in %q", l)
		}
		out = append(out, j)
	}
	return out
}

func groups(id *Identity) string {
	var out []string
	for _, g := range id.Groups() {
		var s []string
		for _, m := range g {
			s = append(s, string(m))
		}
		out = append(out, strings.Join(s, "+"))
	}
	return strings.Join(out, " ")
}

func conflicts(id *Identity) string {
	var out []string
	for _, c := range id.Conflicts {
		out = append(out, fmt.Sprintf("%s %s/%s holds %s of %v", c.Kind, c.Left, c.Right, c.Suspended, c.Judgements))
	}
	return strings.Join(out, "; ")
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		name      string
		lines     []string
		world     world
		groups    string
		conflicts string
	}{
		{name: "chain", lines: []string{"b = c", "a = b [b c]"}, groups: "a+b+c"},
		{name: "different first", lines: []string{"a != c", "a = b", "b [a b] = c"}, groups: "a+b", conflicts: "different a/c holds j3 of [j1 j2 j3]"},
		{name: "different later", lines: []string{"a = b", "b [a b] = c", "a [a b c] != c [a b c]"}, groups: "a+b", conflicts: "different a/c holds j2 of [j1 j2 j3]"},
		{name: "clash deep in the groups", lines: []string{"a = b", "c = d", "b [a b] = c [c d]"}, world: world{clash: map[pair]bool{{"a", "d"}: true}},
			groups: "a+b c+d", conflicts: "clash a/d holds j3 of [j1 j2 j3]"},
		{name: "direct clash", lines: []string{"a = b"}, world: world{clash: map[pair]bool{{"a", "b"}: true}}, conflicts: "clash a/b holds j1 of [j1]"},
		{name: "weak leaf", lines: []string{"a = b", "a [a b] = w"}, world: world{weak: map[sanad.ID]bool{"w": true}}, groups: "a+b+w"},
		{name: "weak bridge", lines: []string{"a = w", "w [a w] = b"}, world: world{weak: map[sanad.ID]bool{"w": true}}, groups: "a+w", conflicts: "weak_bridge w/b holds j2 of [j2]"},
		{name: "weak bridge made strong", lines: []string{"a = w", "w [a w] = b", "a [a w] = b"}, world: world{weak: map[sanad.ID]bool{"w": true}}, groups: "a+b+w"},
		{name: "unseen", lines: []string{"a = b", "b = c"}, groups: "a+b", conflicts: "unseen a/c holds j2 of [j1 j2]"},
		{name: "unseen but seen by another", lines: []string{"a = b", "b = c", "a [a b] = c"}, groups: "a+b+c"},
		{name: "hidden member", lines: []string{"a = b", "b [a b] = c"}, world: world{hidden: map[sanad.ID]bool{"a": true}}, groups: ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			id := Resolve(judge(t, c.lines...), c.world)
			if got := groups(id); got != c.groups {
				t.Errorf("groups %q, want %q", got, c.groups)
			}
			if got := conflicts(id); got != c.conflicts {
				t.Errorf("conflicts %q, want %q", got, c.conflicts)
			}
		})
	}
}

func TestWaitingAndWithdrawnJoinNothing(t *testing.T) {
	js := judge(t, "a = b", "c = d", "e != f", "g ? h")
	js[0].Pending = true
	at := day.Add(24 * time.Hour)
	js[1].WithdrawnAt, js[1].WithdrawnBy = &at, "b"
	js[2].WithdrawnAt = &at
	js[3].Evidence = "x"
	id := Resolve(js, world{})
	if g := groups(id); g != "" {
		t.Errorf("groups %q", g)
	}
	if id.Different("e", "f") {
		t.Error("a withdrawn difference parts")
	}
	if e, ok := id.Unsure("h", "g"); !ok || e != "x" {
		t.Errorf("unsure %q %v", e, ok)
	}
	var got []string
	for _, s := range id.Explain("c") {
		got = append(got, s.What+" "+s.Author)
	}
	if d := cmp.Diff([]string{"joined a", "withdrawn b"}, got); d != "" {
		t.Error(d)
	}
}

// TestCorrection: who changes his mind says so with a judgement of its own, which can be taken back like any other.
func TestCorrection(t *testing.T) {
	js := judge(t, "a = b", "a [a b] != b [a b]", "a = b")
	js[1].Corrects, js[2].Corrects = "j1", "j2"
	at := day.Add(24 * time.Hour)
	for _, c := range []struct {
		n         int
		withdrawn bool // the last of them
		want      string
		different bool
	}{{1, false, "a+b", false}, {2, false, "", true}, {2, true, "a+b", false}, {3, false, "a+b", false}, {3, true, "", true}} {
		now := slices.Clone(js[:c.n])
		if c.withdrawn {
			now[c.n-1].WithdrawnAt = &at
		}
		id := Resolve(now, world{})
		if g := groups(id); g != c.want || len(id.Conflicts) > 0 {
			t.Errorf("%+v: groups %q, conflicts %v", c, g, id.Conflicts)
		}
		if id.Different("a", "b") != c.different {
			t.Errorf("%+v: different %v", c, !c.different)
		}
	}
	js[2].Pending = true
	if g := groups(Resolve(js, world{})); g != "" {
		t.Errorf("a correction that waits takes the place of what it corrects: groups %q", g)
	}
}

// TestOneOfSeveral: an "unsure" among several leaves each of them open until all others are ruled out; then the last one is asked about again.
func TestOneOfSeveral(t *testing.T) {
	js := judge(t, "a ? b", "a != c", "b = b2")
	js[0].Evidence, js[0].Among = "ab", []sanad.Candidate{{ID: "c", Evidence: "ac"}, {ID: "d", Evidence: "ad"}}
	open := func(id *Identity) string {
		var out []string
		for _, x := range []sanad.ID{"b", "c", "d"} {
			if e, ok := id.Unsure(x, "a"); ok {
				out = append(out, e)
			}
		}
		return strings.Join(out, " ")
	}
	id := Resolve(js, world{})
	if got := open(id); got != "ab ac ad" {
		t.Errorf("left open: %q", got)
	}
	if _, ok := id.LastLeft("a", "b"); ok {
		t.Error("b is the last one while d is not ruled out")
	}
	ruledOut := append(js, judge(t, "x = y", "x = z", "x = w", "d [d d2] != a")[3])
	ruledOut[3].ID, ruledOut[3].RecordedAt = "j9", day.Add(9*time.Hour)
	id = Resolve(ruledOut, world{})
	if got := open(id); got != "ac ad" {
		t.Errorf("with c and d ruled out, left open: %q", got)
	}
	if j, ok := id.LastLeft("b", "a"); !ok || j != "j1" {
		t.Errorf("last left by %q, %v", j, ok)
	}
	again := judge(t, "a ? b")[0]
	again.ID, again.RecordedAt, again.Evidence = "jA", day.Add(20*time.Hour), "more"
	if id = Resolve(append(slices.Clone(ruledOut), again), world{}); open(id) != "more ac ad" {
		t.Errorf("left open again on other evidence: %q", open(id))
	}
	if id = Resolve(ruledOut, world{hidden: map[sanad.ID]bool{"d": true}}); open(id) != "" {
		t.Errorf("who may not see d learns of the judgement: %q", open(id))
	}
}

func TestPreview(t *testing.T) {
	w := world{clash: map[pair]bool{{"b", "c"}: true}}
	id := Resolve(judge(t, "a = b", "x != c"), w)
	p := id.Preview("a", "c", w)
	if d := cmp.Diff([][2]sanad.ID{{"a", "c"}, {"b", "c"}}, p.Pairs); d != "" {
		t.Error(d)
	}
	if len(p.Conflicts) != 1 || p.Conflicts[0].Kind != KindClash {
		t.Errorf("conflicts %+v", p.Conflicts)
	}
	if p := id.Preview("x", "c", w); len(p.Conflicts) != 1 || p.Conflicts[0].Kind != KindDifferent {
		t.Errorf("conflicts %+v", p.Conflicts)
	}
}

// history draws judgements as a careful author makes them: each sees the groups as they are.
func history(t *rapid.T) ([]sanad.Judgement, world) {
	w := world{hidden: map[sanad.ID]bool{}, weak: map[sanad.ID]bool{}, clash: map[pair]bool{}}
	ids := make([]sanad.ID, 9)
	for i := range ids {
		ids[i] = sanad.ID(fmt.Sprintf("e%d", i))
		w.weak[ids[i]] = rapid.IntRange(0, 4).Draw(t, "weak") == 0
	}
	for range rapid.IntRange(0, 4).Draw(t, "clashes") {
		w.clash[pairOf(rapid.SampledFrom(ids).Draw(t, "x"), rapid.SampledFrom(ids).Draw(t, "y"))] = true
	}
	var js []sanad.Judgement
	for i := range rapid.IntRange(0, 14).Draw(t, "judgements") {
		id := Resolve(js, w)
		l, r := rapid.SampledFrom(ids).Draw(t, "left"), rapid.SampledFrom(ids).Draw(t, "right")
		if l == r {
			continue
		}
		j := sanad.Judgement{ID: sanad.ID(fmt.Sprintf("j%02d", i)), Left: l, Right: r, RecordedAt: day.Add(time.Duration(rapid.IntRange(0, 6).Draw(t, "hour")) * time.Hour),
			Verdict:   rapid.SampledFrom([]sanad.Verdict{sanad.Same, sanad.Same, sanad.Same, sanad.Different, sanad.Unsure}).Draw(t, "verdict"),
			LeftGroup: slices.Clone(id.Group(l)), RightGroup: slices.Clone(id.Group(r)), Pending: rapid.IntRange(0, 9).Draw(t, "pending") == 0}
		if j.Verdict == sanad.Unsure {
			for _, c := range rapid.SliceOfN(rapid.SampledFrom(ids), 0, 3).Draw(t, "among") {
				if c != l && c != r {
					j.Among = append(j.Among, sanad.Candidate{ID: c, Evidence: rapid.SampledFrom([]string{"", "x"}).Draw(t, "evidence")})
				}
			}
		}
		if len(js) > 0 && rapid.IntRange(0, 5).Draw(t, "corrects") == 0 {
			k := js[rapid.IntRange(0, len(js)-1).Draw(t, "what")]
			j.Left, j.Right, j.Corrects = k.Left, k.Right, k.ID
			j.LeftGroup, j.RightGroup, j.Among = slices.Clone(id.Group(k.Left)), slices.Clone(id.Group(k.Right)), nil
		}
		if rapid.IntRange(0, 4).Draw(t, "withdrawn") == 0 {
			at := day.Add(100 * time.Hour)
			j.WithdrawnAt = &at
		}
		js = append(js, j)
	}
	if rapid.Bool().Draw(t, "hide") {
		w.hidden[rapid.SampledFrom(ids).Draw(t, "hidden")] = true
	}
	return js, w
}

func TestIdentityIsAFunctionOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		js, w := history(t)
		want := Resolve(js, w)
		shuffled := rapid.Permutation(js).Draw(t, "order")
		got := Resolve(shuffled, w)
		if d := cmp.Diff(groups(want), groups(got)); d != "" {
			t.Fatal(d)
		}
		if d := cmp.Diff(want.Conflicts, got.Conflicts); d != "" {
			t.Fatal(d)
		}
		// Withdrawn is as if never made.
		var without []sanad.Judgement
		for _, j := range js {
			if j.WithdrawnAt == nil && !(j.Pending && j.Verdict == sanad.Same) {
				without = append(without, j)
			}
		}
		if g := groups(Resolve(without, w)); g != groups(want) {
			t.Fatalf("without the withdrawn ones %q, with them %q", g, groups(want))
		}
	})
}

func TestIdentityKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		js, w := history(t)
		id := Resolve(js, w)
		saw := map[pair]bool{}
		js = slices.DeleteFunc(js, func(j sanad.Judgement) bool {
			return slices.ContainsFunc(append(j.Touched()[:2:2], slices.Concat(j.LeftGroup, j.RightGroup)...), func(m sanad.ID) bool { return w.hidden[m] })
		})
		slices.SortFunc(js, func(a, b sanad.Judgement) int {
			return stdcmp.Or(a.RecordedAt.Compare(b.RecordedAt), strings.Compare(string(a.ID), string(b.ID)))
		})
		sanad.Correct(js)
		for _, j := range js {
			if !j.Holds() {
				continue
			}
			if j.Verdict == sanad.Different {
				if id.Canonical(j.Left) == id.Canonical(j.Right) {
					t.Fatalf("%s and %s were judged different and are one", j.Left, j.Right)
				}
				if !id.Different(j.Left, j.Right) || !id.Different(id.Canonical(j.Right), j.Left) {
					t.Fatal("the groups of a difference are not different")
				}
			}
			if j.Verdict == sanad.Same && !j.Pending {
				held := slices.ContainsFunc(id.Conflicts, func(c sanad.Conflict) bool { return c.Suspended == j.ID })
				if !held && id.Canonical(j.Left) != id.Canonical(j.Right) {
					t.Fatalf("%s neither joins nor is in conflict", j.ID)
				}
				for _, a := range j.LeftGroup {
					for _, b := range j.RightGroup {
						saw[pairOf(a, b)] = true
					}
				}
			}
		}
		for _, g := range id.Groups() {
			if g[0] != slices.Min(g) || len(g) < 2 {
				t.Fatalf("group %v", g)
			}
			for i, a := range g {
				if w.hidden[a] || id.Canonical(a) != g[0] {
					t.Fatalf("member %s of %v", a, g)
				}
				for _, b := range g[:i] {
					if w.clash[pairOf(a, b)] {
						t.Fatalf("%s and %s clash and are one", a, b)
					}
					if !saw[pairOf(a, b)] {
						t.Fatalf("nobody saw %s and %s together", a, b)
					}
				}
			}
		}
		for _, c := range id.Conflicts {
			if !slices.Contains(c.Judgements, c.Suspended) {
				t.Fatalf("%+v", c)
			}
		}
	})
}

func TestManyJudgements(t *testing.T) {
	var js []sanad.Judgement
	for i := range 200_000 {
		base := i / 20 * 21
		var group []sanad.ID
		for k := range i%20 + 1 {
			group = append(group, sanad.ID(fmt.Sprintf("e%07d", base+k)))
		}
		r := sanad.ID(fmt.Sprintf("e%07d", base+i%20+1))
		js = append(js, sanad.Judgement{ID: sanad.ID(fmt.Sprintf("j%07d", i)), Left: group[len(group)-1], Right: r, LeftGroup: group, RightGroup: []sanad.ID{r}, Verdict: sanad.Same, RecordedAt: day.Add(time.Duration(i) * time.Second)})
	}
	start := time.Now()
	id := Resolve(js, world{})
	t.Logf("200,000 judgements in %v, %d groups", time.Since(start), len(id.Groups()))
	if len(id.Groups()) != 10_000 || len(id.Conflicts) != 0 {
		t.Errorf("%d groups, %d conflicts", len(id.Groups()), len(id.Conflicts))
	}
}

func TestFacts(t *testing.T) {
	claim := func(id, report, entity, prop, value, line string, p sanad.Polarity) FactClaim {
		return FactClaim{sanad.Claim{ID: sanad.ID(id), Report: sanad.ID(report), Entity: sanad.ID(entity), Schema: "Person", Prop: prop, Value: value, Polarity: p}, line}
	}
	claims := []FactClaim{
		claim("c1", "r1", "e1", "birthDate", "1980", "x", sanad.Affirmed),
		claim("c2", "r2", "e2", "birthDate", "1980", "y", sanad.Affirmed),
		claim("c3", "r3", "e1", "birthDate", "1980", "z", sanad.Affirmed), // repeats r1
		claim("c4", "r4", "e1", "birthDate", "1980", "y", sanad.Affirmed), // same controller as r2
		claim("c5", "r5", "e1", "birthDate", "1980", "v", sanad.Denied),
		claim("c6", "r6", "e1", "birthDate", "1984", "w", sanad.Affirmed),
		claim("c7", "r6", "e1", "birthDate", "1980-05", "w", sanad.Affirmed),
		claim("c8", "r7", "e1", "birthDate", "1999", "w", sanad.Affirmed), // rejected
		claim("c9", "r7", "e3", "birthDate", "1984", "w", sanad.Affirmed), // somebody else
	}
	canonical := func(id sanad.ID) sanad.ID {
		return map[sanad.ID]sanad.ID{"e2": "e1"}[id] + id[:len(id)*bit(id != "e2")]
	}
	origin := func(r sanad.ID) sanad.ID {
		if r == "r3" {
			return "r1"
		}
		return r
	}
	facts := Facts(claims, canonical, origin, func(c sanad.ID) bool { return c == "c8" })
	if len(facts) != 4 {
		t.Fatalf("facts %+v", facts)
	}
	want := Fact{Entity: "e1", Schema: "Person", Prop: "birthDate", Value: "1980", Normal: "1980", Claims: []sanad.ID{"c1", "c2", "c3", "c4", "c5"},
		Affirmed: 4, Denied: 1, Reports: 5, Origins: 2, Rivals: []string{"1984"}}
	if d := cmp.Diff(want, facts[0]); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"1984"}, facts[1].Rivals); d != "" { // 1980-05 fits 1980
		t.Error(d)
	}
	if len(facts[3].Rivals) != 0 {
		t.Errorf("rivals of another person %v", facts[3].Rivals)
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestFactsDoNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var claims []FactClaim
		for i := range rapid.IntRange(0, 20).Draw(t, "n") {
			claims = append(claims, FactClaim{sanad.Claim{ID: sanad.ID(fmt.Sprintf("c%02d", i)), Report: rapid.SampledFrom([]sanad.ID{"r1", "r2", "r3"}).Draw(t, "r"),
				Entity: rapid.SampledFrom([]sanad.ID{"e1", "e2"}).Draw(t, "e"), Schema: "Person", Prop: rapid.SampledFrom([]string{"birthDate", "fatherName"}).Draw(t, "p"),
				Value: rapid.SampledFrom([]string{"Ali", "علي", "1980", "Hasan", "ALI"}).Draw(t, "v"), Polarity: rapid.SampledFrom([]sanad.Polarity{sanad.Affirmed, sanad.Denied, sanad.Uncertain}).Draw(t, "pol")},
				rapid.SampledFrom([]string{"", "x", "y"}).Draw(t, "line")})
		}
		self := func(id sanad.ID) sanad.ID { return id }
		none := func(sanad.ID) bool { return false }
		line := map[sanad.ID]string{}
		for i := range claims { // a report has one line
			if l, ok := line[claims[i].Report]; ok {
				claims[i].Line = l
			}
			line[claims[i].Report] = claims[i].Line
		}
		want := Facts(slices.Clone(claims), self, self, none)
		got := Facts(rapid.Permutation(claims).Draw(t, "order"), self, self, none)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
		for _, f := range want {
			if f.Origins > f.Affirmed || f.Affirmed+f.Denied+f.Uncertain != f.Reports || len(f.Claims) < f.Reports {
				t.Fatalf("%+v", f)
			}
		}
	})
}
