package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"os"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// twoReports makes an investigation with two reports and returns the persons of a name in them.
func twoReports(t *testing.T, a *App, name, first, second, who string) (inv, left, right sanad.ID) {
	t.Helper()
	i, err := a.CreateInvestigation(context.Background(), high, name, "", false)
	if err != nil {
		t.Fatal(err)
	}
	a.mustAdd(t, i.ID, "A1", first, "")
	a.mustAdd(t, i.ID, "B1", second, "")
	found := func(ref string) sanad.ID {
		r, err := a.Report(context.Background(), store.Who{Actor: high}, i.ID, ref)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range r.Entities {
			if e.Schema == sanad.SchemaPerson && strings.Contains(e.Name, who) {
				return e.Found
			}
		}
		t.Fatalf("nobody called %s in %s: %+v", who, ref, r.Entities)
		return ""
	}
	return i.ID, found("A1"), found("B1")
}

func one(t *testing.T, a *App, inv, l, r sanad.ID) bool {
	t.Helper()
	d, err := a.Person(context.Background(), store.Who{Actor: high}, inv, l, true)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range d.Members {
		if m == r {
			return true
		}
	}
	return false
}

func TestSameOnNamesAloneWaitsForASecondPerson(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	inv, l, r := twoReports(t, a, "names", "Police arrested Yusuf Karim al-Alwani in Hit.", "Yusuf Karim al-Alwani was seen in Ramadi.", "Alwani")
	j, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Same, Reason: "the same name"})
	if err != nil {
		t.Fatal(err)
	}
	if !j.Pending || len(j.Joined) > 0 || one(t, a, inv, l, r) {
		t.Fatalf("a same on names alone joined: %+v", j)
	}
	if err := a.Confirm(ctx, high, inv, j.Judgement.ID); sanad.CodeOf(err) != sanad.Forbidden {
		t.Fatalf("its author confirmed it on the same day: %v", err)
	}
	if err := a.Confirm(ctx, sanad.Actor{Name: "another", All: true}, inv, j.Judgement.ID); err != nil {
		t.Fatal(err)
	}
	if !one(t, a, inv, l, r) {
		t.Fatal("a confirmed same did not join")
	}
	if _, err := a.Undo(ctx, high, inv, j.Judgement.ID); err != nil {
		t.Fatal(err)
	}
	if one(t, a, inv, l, r) {
		t.Fatal("undo left them joined")
	}
}

func TestSecondIdentifierJoinsAtOnce(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	inv, l, r := twoReports(t, a, "mothers", "Police arrested Yusuf Karim al-Alwani. His mother is Salma Nasir Jabbar.", "Yusuf Karim al-Alwani was seen in Ramadi. His mother is Salma Nasir Jabbar.", "Alwani")
	pair, err := a.Pair(ctx, store.Who{Actor: high}, inv, l, r, PairView{Full: true})
	if err != nil {
		t.Fatal(err)
	}
	if !pair.Second || len(pair.Joins) != 1 {
		t.Fatalf("second %v, joins %v", pair.Second, pair.Joins)
	}
	j, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Same, Reason: "the same mother"})
	if err != nil || j.Pending || len(j.Joined) != 1 {
		t.Fatalf("%+v, %v", j, err)
	}
}

func TestHardClashSuspends(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	inv, l, r := twoReports(t, a, "clash", "Yusuf Karim al-Alwani, born in 1965, was arrested in Hit.", "Yusuf Karim al-Alwani, born in 1990, was seen in Ramadi.", "Alwani")
	j, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Same, Reason: "I am sure", Second: "so is another"})
	if err != nil {
		t.Fatal(err)
	}
	if len(j.Conflicts) != 1 || len(j.Joined) > 0 || one(t, a, inv, l, r) {
		t.Fatalf("a join against two birth years was not suspended: %+v", j)
	}
}

func TestUnsureAsksAgainOnlyWithMoreEvidence(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	inv, l, r := twoReports(t, a, "unsure", "Police arrested Yusuf Karim al-Alwani in Hit.", "Yusuf Karim al-Alwani was seen in Ramadi.", "Alwani")
	open := func() bool {
		qs, err := a.Questions(ctx, store.Who{Actor: high}, inv, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range qs.Rows {
			if q.Left == l && q.Right == r || q.Left == r && q.Right == l {
				return true
			}
		}
		return false
	}
	if !open() {
		t.Fatal("the pair was not asked")
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Unsure}); err != nil {
		t.Fatal(err)
	}
	if open() {
		t.Fatal("asked again on the same evidence")
	}
	// A person adds what the passage says of his birth: there is more to judge by.
	rep, err := a.Report(ctx, store.Who{Actor: high}, inv, "A1")
	if err != nil {
		t.Fatal(err)
	}
	rep2, err := a.Report(ctx, store.Who{Actor: high}, inv, "B1")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ report, entity sanad.ID }{{rep.Report.ID, l}, {rep2.Report.ID, r}} {
		if _, err := a.AddClaim(ctx, high, inv, x.report, NewClaim{Start: 0, End: 6, Entity: x.entity, Prop: "birthDate", Value: "1980-02-03"}); err != nil {
			// the two sides are in different reports; which is which depends on the pair
			t.Fatal(err)
		}
	}
	a.mustAdd(t, inv, "C1", "Nothing else was said.", "")
	if !open() {
		t.Fatal("not asked again although there is more evidence")
	}
}

// TestProtectedSourcesLieInTheVaultAlone looks for the original's words and file name everywhere in the data directory.
func TestProtectedSourcesLieInTheVaultAlone(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	dir := t.TempDir()
	secret := "original bytes of zebra-quagga"
	name := "told-by-umm-hassan.txt"
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(secret), 0o600); err != nil {
		t.Fatal(err)
	}
	inv, err := a.CreateInvestigation(ctx, high, "protected", "", false)
	if err != nil {
		t.Fatal(err)
	}
	// Without anybody who vouches it is refused.
	_, err = a.AddUploads(ctx, high, inv.ID, []Upload{{Name: name, Data: []byte(secret)}}, Given{Source: sanad.Source{Code: "SRC-0142", Kind: sanad.Resident}})
	if sanad.CodeOf(err) != sanad.Invalid {
		t.Fatalf("an unvouched file of a resident was taken: %v", err)
	}
	// A typed statement: its text is the working text, its reference random.
	run, err := a.AddText(ctx, high, inv.ID, "He saw Yusuf Karim al-Alwani in Hit.", Given{Source: sanad.Source{Code: "SRC-0142", Kind: sanad.Resident}, TakenBy: "officer 7", Access: sanad.SawIt, Consent: "court"})
	if err == nil {
		_, err = a.Wait(ctx, high, run.ID, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	list, err := a.Reports(ctx, store.Who{Actor: high}, inv.ID, "", store.ReportFilter{})
	if err != nil || len(list.Rows) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	r := list.Rows[0]
	if !strings.HasPrefix(r.Reference, "P-") || !r.Sealed || r.FileName != "" || r.Original != "" || r.Access != sanad.SawIt {
		t.Fatalf("report %+v", r.Report)
	}
	// A vouched file: sealed, and neither its bytes nor its name in clear anywhere. (Its text is another thing: it is vouched for.)
	up, err := a.AddUploads(ctx, high, inv.ID, []Upload{{Name: name, Data: []byte("\xef\xbb\xbf" + secret)}}, Given{Vouched: true, Reference: "S-9", Source: sanad.Source{Code: "SRC-0142", Kind: sanad.Resident}})
	if err == nil {
		_, err = a.Wait(ctx, high, up.ID, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(a.Dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.Contains(string(data), "umm-hassan") || strings.Contains(path, "umm-hassan") {
			t.Errorf("%s holds the file name", path)
		}
		if strings.Contains(string(data), "\xef\xbb\xbf"+secret) {
			t.Errorf("%s holds the original bytes in clear", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	got, _, data, err := a.Original(ctx, store.Who{Actor: high}, inv.ID, "S-9")
	if err != nil || string(data) != "\xef\xbb\xbf"+secret || got != "S-9" {
		t.Fatalf("%q %q %v", got, data, err)
	}
	// Opening it is in the log.
	tail, err := a.AuditTail(ctx, 5)
	if err != nil {
		t.Fatal(err)
	}
	if tail[0].Action != "read" || len(tail[0].Things) != 1 {
		t.Fatalf("the newest entry is %+v", tail[0])
	}
}

func TestKnownPairsDecideNothing(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	inv, l, r := twoReports(t, a, "known", "Police arrested Yusuf Karim al-Alwani, identity document 44120987, in Hit.", "Yusuf Karim al-Alwani, identity document 44120987, was seen in Ramadi.", "Alwani")
	who := store.Who{Actor: high}
	if c, err := a.Check(ctx, who, inv); err != nil || c.Left != "" {
		t.Fatalf("nothing is known yet: %+v, %v", c, err)
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Same, Reason: "one document"}); err != nil {
		t.Fatal(err)
	}
	c, err := a.Check(ctx, who, inv)
	if err != nil || c.Left != l || c.Right != r {
		t.Fatalf("got %+v, %v; want %s and %s", c, err, l, r)
	}
	p, err := a.Pair(ctx, who, inv, l, r, PairView{Alone: true, Full: true})
	if err != nil {
		t.Fatal(err)
	}
	if p.Left.ID == p.Right.ID || p.Left.Reports != 1 || len(p.History) != 0 {
		t.Errorf("the pair shows what was decided: %+v", p)
	}
	out, err := a.AnswerCheck(ctx, high, inv, l, r, sanad.Different)
	if err != nil || !out.Wrong || out.Known != sanad.Same || out.So != (Checked{Asked: 1, Wrong: 1}) {
		t.Errorf("got %+v, %v", out, err)
	}
	if !one(t, a, inv, l, r) {
		t.Error("an answer to a known pair parted it")
	}
	if c, err := a.Check(ctx, who, inv); err != nil || c.Left != "" || c.Asked != 1 {
		t.Errorf("the same pair again: %+v, %v", c, err)
	}
	if _, err := a.AnswerCheck(ctx, high, inv, l, l, sanad.Same); err == nil {
		t.Error("a pair nobody knows was taken")
	}
}

// TestOneOfSeveral: an answer may leave a person open among several; ruling out the others asks about the last one again, and a viewer
// who may not see one of them learns nothing of it.
func TestOneOfSeveral(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	inv, l, r := twoReports(t, a, "several", "Police arrested Yusuf Karim al-Alwani in Hit.", "Yusuf Karim al-Alwani was seen in Ramadi.", "Alwani")
	a.mustAdd(t, inv, "C1", "Yusuf Karim Hamad al-Alwani drove the car.", "")
	a.mustAdd(t, inv, "D1", "Yusuf Karim al-Alwani the teacher was seen in Haditha.", "secret")
	found := func(ref string) sanad.ID {
		rep, err := a.Report(ctx, store.Who{Actor: high}, inv, ref)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range rep.Entities {
			if e.Schema == sanad.SchemaPerson {
				return e.Found
			}
		}
		t.Fatalf("nobody in %s", ref)
		return ""
	}
	c, d := found("C1"), found("D1")
	asked := func(who sanad.Actor, x, y sanad.ID) bool {
		list, err := a.Questions(ctx, store.Who{Actor: who}, inv, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range list.Rows {
			if q.Left == x && q.Right == y || q.Left == y && q.Right == x {
				return true
			}
		}
		return false
	}
	p, err := a.Pair(ctx, store.Who{Actor: high}, inv, l, r, PairView{Full: true})
	if err != nil {
		t.Fatal(err)
	}
	others := map[sanad.ID]bool{}
	for _, o := range p.Others {
		if o.Side == "left" {
			others[o.Found] = true
		}
	}
	if !others[c] || !others[d] || others[r] {
		t.Errorf("whom else the left one may be: %+v", p.Others)
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Different, Among: []sanad.ID{c}}); sanad.CodeOf(err) != sanad.Invalid {
		t.Errorf("different among several: %v", err)
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Unsure, Among: []sanad.ID{"nobody"}}); sanad.CodeOf(err) != sanad.NotFound {
		t.Errorf("a candidate who is not there: %v", err)
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Unsure, Among: []sanad.ID{c, d, c}}); err != nil {
		t.Fatal(err)
	}
	for _, x := range []sanad.ID{r, c, d} {
		if asked(high, l, x) {
			t.Errorf("%s is asked about although it is left open", x)
		}
	}
	low := sanad.Actor{Name: "low"}
	if !asked(low, l, r) {
		t.Error("who may not see one of the candidates must be asked as if nobody had answered")
	}
	for _, x := range []sanad.ID{c, d} {
		if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: x, Verdict: sanad.Different}); err != nil {
			t.Fatal(err)
		}
	}
	if !asked(high, l, r) {
		t.Error("the last one left is not asked about")
	}
	if p, err = a.Pair(ctx, store.Who{Actor: high}, inv, l, r, PairView{Full: true}); err != nil || p.LeftOver == nil || len(p.LeftOver.Among) != 2 {
		t.Errorf("the pair does not say what is left over: %v, %+v", err, p.LeftOver)
	}
}

// TestAnswersTeach: what an investigation's people judged changes what evidence is worth in it, when questions are next raised, and
// nowhere else.
func TestAnswersTeach(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	names := []string{"Ahmad Khalil", "Basim Nayef", "Hatem Sabri", "Jalal Odeh", "Munir Fadel", "Nadim Ayoub", "Qusay Haydar", "Ramzi Tawfiq", "Shakir Lutfi", "Wisam Jamil", "Yasin Badr", "Zaki Murad"}
	fill := func(name string) sanad.ID {
		i, err := a.CreateInvestigation(ctx, high, name, "", false)
		if err != nil {
			t.Fatal(err)
		}
		for n, who := range names {
			for k := range 4 {
				a.mustAdd(t, i.ID, fmt.Sprintf("%s-%d-%d", name, n, k), fmt.Sprintf("%s al-Alwani, a baker born in 19%d and living in Ramadi, was seen at the gate %d.", who, 70+n, k), "")
			}
		}
		return i.ID
	}
	one, other := fill("teaching"), fill("untaught")
	weights := func(inv sanad.ID) string {
		list, err := a.Weights(ctx, store.Who{Actor: high}, inv)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(list)
	}
	before, untaught := weights(one), weights(other)
	list, err := a.Questions(ctx, store.Who{Actor: high}, one, 0, 60)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range list.Rows {
		// A reviewer to whom the same place and trade mean nothing.
		if _, err := a.Judge(ctx, high, one, Verdict{Left: q.Left, Right: q.Right, Verdict: sanad.Different}); err != nil {
			t.Fatal(err)
		}
	}
	if got := weights(one); got != before {
		t.Errorf("weights moved between two questions: %s", got)
	}
	a.mustAdd(t, one, "teaching-last", "Nothing happened in Ramadi.", "")
	if got := weights(one); got == before {
		t.Errorf("%d answers taught nothing: %s", len(list.Rows), got)
	}
	if got := weights(other); got != untaught {
		t.Errorf("another investigation learned: %s", got)
	}
}

// TestPlacesAsSaid: reasons call a place as the report on that side does, not as the gazetteer does.
func TestPlacesAsSaid(t *testing.T) {
	a := testApp(t)
	inv, l, r := twoReports(t, a, "places", "يوسف كريم حمد العلواني من سكنة هيت، مواليد 1980، اعتقل في الرمادي.", "Yusuf Karim Hamad al-Alwani, born in 1980, a resident of Hit, was seen in Ramadi.", "")
	p, err := a.Pair(context.Background(), store.Who{Actor: high}, inv, l, r, PairView{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range p.Question.For {
		if strings.HasPrefix(x.Code, "residence") {
			if x.Left != "هيت" || x.Right != "Hit" {
				t.Errorf("got %q and %q", x.Left, x.Right)
			}
			return
		}
	}
	t.Errorf("no reason about the residence: %+v", p.Question)
}
