package sim

import (
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSameOptionsSameFiles(t *testing.T) {
	o := Options{Seed: 5, Members: 40, Reports: 300}
	w, _, a := smallWorld(t, o)
	_, _, b := smallWorld(t, o)
	first := files(t, a)
	if d := cmp.Diff(first, files(t, b)); d != "" {
		t.Fatalf("two worlds of the same options differ:\n%s", d)
	}
	again := t.TempDir()
	if err := w.Write(again, nil); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(first, files(t, again)); d != "" {
		t.Fatalf("the same world written twice differs:\n%s", d)
	}
	o.Seed++
	_, _, c := smallWorld(t, o)
	if cmp.Equal(first["reports/R00001.txt"]+first["reports/R00002.txt"], files(t, c)["reports/R00001.txt"]+files(t, c)["reports/R00002.txt"]) {
		t.Error("another seed tells the same")
	}
}

// TestGold holds any world against the rules of the gold format.
func TestGold(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		o := Options{Seed: rapid.Uint64().Draw(rt, "seed"), Members: rapid.IntRange(10, 80).Draw(rt, "members"), Reports: rapid.IntRange(10, 120).Draw(rt, "reports")}
		_, g, dir := smallWorld(t, o)
		checkGold(rt, g, dir, o)
	})
}

type failer interface {
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

func checkGold(t failer, g *Gold, dir string, o Options) {
	texts := map[string][]rune{}
	for _, s := range g.Sources {
		data, err := os.ReadFile(filepath.Join(dir, "reports", s.Report+".txt"))
		if err != nil {
			t.Fatalf("read report: %v", err)
		}
		texts[s.Report] = []rune(string(data))
	}
	if len(texts) != o.Reports {
		t.Errorf("%d reports, want %d", len(texts), o.Reports)
	}
	persons, orgs, incidents := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, p := range g.Persons {
		persons[p.ID] = true
	}
	for _, x := range g.Orgs {
		orgs[x.ID] = true
	}
	for _, x := range g.Incidents {
		incidents[x.ID] = true
	}
	surface := func(report string, start, end int, want string) {
		text := texts[report]
		if start < 0 || end > len(text) || start >= end || string(text[start:end]) != want {
			t.Errorf("%s %d-%d does not read %q", report, start, end, want)
			return
		}
		if unicode.IsSpace(text[start]) || unicode.IsSpace(text[end-1]) || strings.ContainsRune("«»\"()،,", text[start]) {
			t.Errorf("%s: %q begins or ends badly", report, want)
		}
		if end < len(text) && unicode.IsLetter(text[end]) {
			t.Errorf("%s: %q ends inside a word", report, want)
		}
	}
	for i, m := range g.Mentions {
		surface(m.Report, m.Start, m.End, m.Surface)
		if !persons[m.Person] {
			t.Errorf("mention of unknown person %s", m.Person)
		}
		if i > 0 && g.Mentions[i-1].Report == m.Report && g.Mentions[i-1].End > m.Start {
			t.Errorf("%s: mentions %q and %q overlap", m.Report, g.Mentions[i-1].Surface, m.Surface)
		}
	}
	for _, m := range g.OrgMentions {
		surface(m.Report, m.Start, m.End, m.Surface)
		if !orgs[m.Org] {
			t.Errorf("mention of unknown body %s", m.Org)
		}
	}
	for _, m := range g.IncidentMentions {
		surface(m.Report, m.Start, m.End, m.Surface)
		if !incidents[m.Incident] {
			t.Errorf("mention of unknown incident %s", m.Incident)
		}
	}
	told := func(what string, groups ...[]string) {
		n := 0
		for _, reports := range groups {
			n += len(reports)
			for _, r := range reports {
				if texts[r] == nil {
					t.Errorf("%s is told in unknown report %s", what, r)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s is told nowhere", what)
		}
	}
	for _, p := range g.Persons {
		told(p.ID, p.Reports)
		if p.Innocent != (p.NamesakeOf != nil) {
			t.Errorf("%s: innocent %v, namesake of %v", p.ID, p.Innocent, p.NamesakeOf)
		}
	}
	for _, m := range g.Memberships {
		told("membership of "+m.Person, m.Reports, m.UncertainIn, m.DeniedIn)
		if !persons[m.Person] || m.Role == "" || m.Network == "" {
			t.Errorf("membership %+v", m)
		}
	}
	for _, i := range g.Incidents {
		told(i.ID, i.Reports)
		for _, p := range i.Participants {
			told(i.ID+" "+p.Person, p.Reports, p.UncertainIn, p.DeniedIn)
			if !persons[p.Person] {
				t.Errorf("%s: unknown participant %s", i.ID, p.Person)
			}
			for _, r := range append(append([]string{}, p.Reports...), p.DeniedIn...) {
				if !slices.Contains(i.Reports, r) {
					t.Errorf("%s: participant told in %s, the incident not", i.ID, r)
				}
			}
		}
	}
	for _, x := range g.Outcomes {
		told(x.ID, x.Reports)
		if !persons[x.Person] {
			t.Errorf("outcome of unknown person %s", x.Person)
		}
	}
	for _, x := range g.Payments {
		told(x.ID, x.Reports)
		for _, id := range []string{x.Payer, x.Beneficiary} {
			if !persons[id] && !orgs[id] {
				t.Errorf("payment %s between unknown %s", x.ID, id)
			}
		}
	}
	for _, l := range g.Lineage {
		told("copies of "+l.Origin, l.Derived)
		for _, d := range l.Derived {
			if d <= l.Origin {
				t.Errorf("%s comes from the later %s", d, l.Origin)
			}
		}
	}
}

// TestStory holds the world of the default size against the story it must tell.
func TestStory(t *testing.T) {
	w, g, dir := smallWorld(t, Options{Seed: 1})
	checkGold(t, g, dir, Options{Reports: 5000})
	inArabic, words, kinds := 0, 0, map[string]int{}
	for _, s := range g.Sources {
		if s.Language == "ar" {
			inArabic++
		}
		kinds[s.Kind]++
	}
	if inArabic < 2200 || inArabic > 2800 {
		t.Errorf("%d of 5000 reports are Arabic, want about half", inArabic)
	}
	for _, k := range []string{"resident", "officer", "agency", "outlet", "court", "organization", "document", "list"} {
		if kinds[k] == 0 {
			t.Errorf("no source of kind %s", k)
		}
	}
	real := []string{"islamic state", "isis", "isil", "daesh", "الدولة الإسلامية", "داعش", "al-qaeda", "القاعدة", "albu nimr", "البو نمر", "falcons", "الصقور", "hezbollah", "hamas"}
	for name, text := range files(t, filepath.Join(dir, "reports")) {
		words += len(strings.Fields(text))
		low := " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }), " ") + " "
		for _, bad := range real {
			if strings.Contains(low, " "+bad+" ") {
				t.Errorf("%s speaks of %s", name, bad)
			}
		}
		if strings.ContainsAny(text, "{}[]<>") || strings.Contains(text, ",,") || strings.Contains(text, "..") || strings.Contains(text, "  ") {
			t.Errorf("%s has a remnant of a template: %q", name, text)
		}
	}
	if mean := words / 5000; mean < 70 || mean > 160 {
		t.Errorf("a report has %d words on average, want 80 to 150", mean)
	}
	innocents, members := 0, 0
	for _, p := range g.Persons {
		if p.Innocent {
			innocents++
		}
		if p.Network == covertID {
			members++
		}
	}
	if innocents < 36 || members < 190 {
		t.Errorf("%d innocent namesakes and %d members are told of, want about 40 and 200", innocents, members)
	}
	l := newLedger(w)
	for i := range w.plans {
		l.report(&w.plans[i], w.tell(&w.plans[i]))
	}
	all := 0
	for _, book := range []phrasebook{english, arabic} {
		for key, set := range book {
			if !strings.HasPrefix(key, "frame.") && key != "head.forward" {
				all += len(set)
			}
		}
	}
	if used := len(l.templates); used < 300 {
		t.Errorf("%d kinds of sentence used of %d, want 300", used, all)
	}
	for _, how := range descentNames {
		if how == "" {
			continue
		}
		n := 0
		for _, x := range g.Lineage {
			if strings.Contains(x.How, how) {
				n++
			}
		}
		if n == 0 {
			t.Errorf("nothing derived by %s", how)
		}
	}
	checkJudgements(t, g, dir)
}

func checkJudgements(t *testing.T, g *Gold, dir string) {
	t.Helper()
	at := map[Passage]GoldMention{}
	links, told := 0, map[string]map[string]bool{}
	named := map[[2]string]bool{}
	for _, m := range g.Mentions {
		at[Passage{m.Report, m.Start, m.End}] = m
		if told[m.Person] == nil {
			told[m.Person] = map[string]bool{}
		}
		told[m.Person][m.Report] = true
		if m.Kind == "name" {
			named[[2]string{m.Person, m.Report}] = true
		}
	}
	for _, reports := range told {
		links += pairs(len(reports))
	}
	data, err := os.ReadFile(filepath.Join(dir, "judgements.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	groups, different := forest{}, 0
	for _, row := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var j Judgement
		if err := json.Unmarshal([]byte(row), &j); err != nil {
			t.Fatal(err)
		}
		a, b := at[j.Left], at[j.Right]
		if (a.Person == b.Person) != (j.Verdict == "same") || a.Person == "" || b.Person == "" || j.Reason == "" {
			t.Fatalf("judgement %+v on %s and %s", j, a.Person, b.Person)
		}
		if j.Verdict == "different" {
			different++
			continue
		}
		for _, m := range []GoldMention{a, b} {
			if !named[[2]string{m.Person, m.Report}] {
				t.Errorf("%s is joined in %s, which has only a kunya or nisba", m.Person, m.Report)
			}
		}
		groups.join(a.Person+" "+a.Report, b.Person+" "+b.Report)
	}
	sizes := map[string]int{}
	for p, reports := range told {
		for r := range reports {
			sizes[groups.root(p+" "+r)]++
		}
	}
	joined := 0
	for _, n := range sizes {
		joined += pairs(n)
	}
	if share := float64(joined) / float64(links); share < .79 || share > .81 {
		t.Errorf("the reviewer joined %.3f of the true links, want 0.80", share)
	}
	if different == 0 {
		t.Error("no namesake was declared different")
	}
}

func TestSourcesFile(t *testing.T) {
	_, g, dir := smallWorld(t, Options{Seed: 2, Members: 20, Reports: 60})
	f, err := os.Open(filepath.Join(dir, "sources.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"report", "source", "kind", "reliability", "controller", "received", "dated", "language"}, rows[0]); d != "" {
		t.Fatal(d)
	}
	for i, row := range rows[1:] {
		if row[0] != g.Sources[i].Report || row[7] != g.Sources[i].Language {
			t.Errorf("row %v does not fit %+v", row, g.Sources[i])
		}
		if (row[2] == "resident" || row[2] == "officer") && !strings.HasPrefix(row[1], "SRC-") && !strings.HasPrefix(row[1], "OFF-") {
			t.Errorf("%s names a protected source: %s", row[0], row[1])
		}
		if row[5] < row[6] {
			t.Errorf("%s was received on %s and written on %s", row[0], row[5], row[6])
		}
	}
}

func TestGenerateRefuses(t *testing.T) {
	for _, o := range []Options{{Members: 3}, {Reports: 5}, {Members: -1}, {Reports: 3_000_000}} {
		if _, err := Generate(o); err == nil {
			t.Errorf("%+v: want an error", o)
		}
	}
}

// TestRoleWords makes sure that the words by which a role is told are read as that role by the scores.
func TestRoleWords(t *testing.T) {
	for role, words := range roleWords {
		for _, word := range append(append([]string{}, words.en...), words.ar...) {
			if got := class(roleRules, word); got != role {
				t.Errorf("%q is read as %q, want %q", word, got, role)
			}
		}
	}
	for typ, words := range incidentNames {
		for _, word := range append(append([]string{}, words.en...), words.ar...) {
			if got := class(eventRules, word); got != typ {
				t.Errorf("%q is read as %q, want %q", word, got, typ)
			}
		}
	}
}

// TestTemplates opens every template: each slot must be known and every bracket closed.
func TestTemplates(t *testing.T) {
	w, err := Generate(Options{Seed: 3, Members: 20, Reports: 20})
	if err != nil {
		t.Fatal(err)
	}
	text := map[string]string{}
	for _, k := range strings.Fields("ref refEn date no count pay amount opname killed captured seized men vehicles posts years") {
		text[k] = "7"
	}
	inc := w.incidents[0]
	for _, inArabic := range []bool{false, true} {
		p := plan{arabic: inArabic, voice: w.agency[0]}
		book := english
		if inArabic {
			book = arabic
		}
		for key, set := range book {
			for i, template := range set {
				b := bind{a: w.persons[0], b: w.persons[1], v: w.persons[2], u: w.persons[3], inc: inc, org: covert, date: inc.Date, town: inc.Town, role: "emir", text: text}
				for seed := range uint64(6) {
					tell := newTeller(w, &p, w.stream(streamWords+seed))
					tell.expand(template, b)
					if len(tell.cur.text) == 0 || strings.ContainsAny(string(tell.cur.text), "{}[]<>") {
						t.Errorf("%s#%d: %q", key, i, string(tell.cur.text))
					}
				}
			}
		}
		for key := range english {
			if len(arabic[key]) == 0 {
				t.Errorf("%s is not said in Arabic", key)
			}
		}
	}
}

func TestHijri(t *testing.T) {
	for _, c := range []struct {
		day     string
		y, m, d int
	}{{"2013-07-23", 1434, 9, 14}, {"2014-10-25", 1436, 1, 1}, {"2000-04-06", 1421, 1, 1}, {"1970-01-01", 1389, 10, 22}} {
		at, err := time.Parse("2006-01-02", c.day)
		if err != nil {
			t.Fatal(err)
		}
		y, m, d := hijri(at)
		// The tabular calendar and the one by sighting may differ by a day.
		if y != c.y || m != c.m || d < c.d-1 || d > c.d+1 {
			t.Errorf("%s is %d-%d-%d, want about %d-%d-%d", c.day, y, m, d, c.y, c.m, c.d)
		}
	}
}
