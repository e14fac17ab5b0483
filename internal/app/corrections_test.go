package app

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/exchange"
	"github.com/sanad-workbench/sanad/internal/store"
)

func exported(t *testing.T, a *App, inv sanad.ID, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := a.Export(context.Background(), store.Who{Actor: high}, inv, format, "training", false, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCorrectionsAreTrainingData(t *testing.T) {
	ctx := context.Background()
	a := testAppAt(t, ticking())
	inv := investigation(t, a, "training")
	const body = "الشاهد قال هذا. Police arrested Yusuf Karim in Hit on 12 March 2015.\nHamad Saad al-Dulaimi was killed in Ramadi."
	a.mustAdd(t, inv, "A1", body, "")
	rep, err := a.Report(ctx, store.Who{Actor: high}, inv, "A1")
	if err != nil {
		t.Fatal(err)
	}
	if got := exported(t, a, inv, FormatCorrections); strings.Count(got, "\n") != 1 {
		t.Fatalf("nobody reviewed anything: %s", got)
	}
	review := func(prop, value string, s sanad.ReviewStatus, to string) {
		t.Helper()
		n := 0
		for _, c := range rep.Claims {
			if c.Prop == prop && c.Value == value {
				n++
				if err := a.ReviewClaim(ctx, high, inv, rep.Report.ID, c.ID, s, to, "the passage says so"); err != nil {
					t.Fatal(err)
				}
			}
		}
		if n == 0 {
			t.Fatalf("no claim %s %s in %+v", prop, value, rep.Claims)
		}
	}
	review("name", "Yusuf Karim", sanad.Accepted, "")
	review("place", "Hit", sanad.Accepted, "")
	review("name", "Hamad Saad al-Dulaimi", sanad.Corrected, "Hamad Saad")

	var lines []exchange.Correction
	for i, l := range strings.Split(strings.TrimSpace(exported(t, a, inv, FormatCorrections)), "\n") {
		if i == 0 {
			if !strings.Contains(l, `"reason":"training"`) || !strings.Contains(l, `"expiry"`) {
				t.Fatal(l)
			}
			continue
		}
		var c exchange.Correction
		if err := json.Unmarshal([]byte(l), &c); err != nil {
			t.Fatal(err)
		}
		runes := []rune(body)
		if string(runes[*c.Start:*c.End]) != c.Quote || string(runes[c.Sentence.Start:c.Sentence.End]) != c.Sentence.Text || !strings.Contains(c.Sentence.Text, c.Quote) || len(c.TextSHA256) != 64 || c.Reviewer != "high" || c.Reason == "" {
			t.Fatalf("%+v", c)
		}
		lines = append(lines, c)
	}
	verdicts := map[string]int{}
	for _, c := range lines {
		verdicts[c.Verdict]++
		if c.Verdict == "corrected" && (c.Correct == nil || c.Correct.Value != "Hamad Saad" || c.Claim.Value != "Hamad Saad al-Dulaimi") {
			t.Fatalf("%+v", c)
		}
		if len(c.Claim.Subject) == 0 && c.Claim.Schema == sanad.SchemaPerson {
			t.Fatalf("a person without a name: %+v", c)
		}
	}
	if verdicts["corrected"] != 1 || verdicts["accepted"] < 2 || verdicts["added"] != 0 {
		t.Fatal(verdicts)
	}

	// Of the second sentence the place is not reviewed: it is no training data yet.
	got := exported(t, a, inv, FormatIOB)
	if !strings.HasPrefix(got, "# reason: training\n# expires: ") || !strings.Contains(got, "arrested\tO\nYusuf\tB-PER\nKarim\tI-PER\nin\tO\nHit\tB-LOC\n") || strings.Contains(got, "Hamad") {
		t.Fatal(got)
	}
	review("place", "Ramadi", sanad.Rejected, "")
	if got := exported(t, a, inv, FormatIOB); !strings.Contains(got, "Hamad\tB-PER\nSaad\tI-PER\nal-Dulaimi\tO\nwas\tO\nkilled\tO\nin\tO\nRamadi\tO\n") {
		t.Fatal(got)
	}
	// A correction in words the sentence does not have cannot be labelled.
	review("name", "Hamad Saad al-Dulaimi", sanad.Corrected, "Hammad the Tall")
	if got := exported(t, a, inv, FormatIOB); strings.Contains(got, "Saad") {
		t.Fatal(got)
	}
	// What a person adds is told as what no reader found; once he takes it back it is not.
	c, err := a.AddClaim(ctx, high, inv, rep.Report.ID, NewClaim{Start: 0, End: 6, Schema: sanad.SchemaPerson, Prop: "alias", Value: "الشاهد"})
	if err != nil {
		t.Fatal(err)
	}
	if got := exported(t, a, inv, FormatCorrections); strings.Count(got, `"verdict":"added"`) != 1 {
		t.Fatal(got)
	}
	if got := exported(t, a, inv, FormatIOB); !strings.Contains(got, "الشاهد\tB-PER\nقال\tO\n") {
		t.Fatal(got)
	}
	if err := a.ReviewClaim(ctx, high, inv, rep.Report.ID, c.ID, sanad.Rejected, "", ""); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, a, inv, FormatCorrections); strings.Contains(got, `"verdict":"added"`) {
		t.Fatal(got)
	}
}

func TestTrainingDataOfWhoMaySeeIt(t *testing.T) {
	ctx := context.Background()
	a := testAppAt(t, ticking())
	inv := investigation(t, a, "hidden")
	a.mustAdd(t, inv, "A1", "Police arrested Yusuf Karim al-Alwani in Hit.", "secret")
	rep, err := a.Report(ctx, store.Who{Actor: high}, inv, "A1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range rep.Claims {
		if err := a.ReviewClaim(ctx, high, inv, rep.Report.ID, c.ID, sanad.Accepted, "", ""); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{FormatCorrections, FormatIOB} {
		var b bytes.Buffer
		if err := a.Export(ctx, store.Who{Actor: low}, inv, f, "", false, &b); err != nil || strings.Contains(b.String(), "Alwani") {
			t.Fatalf("%s: %v\n%s", f, err, b.String())
		}
		if got := exported(t, a, inv, f); !strings.Contains(got, "Alwani") {
			t.Fatal(got)
		}
	}
}
