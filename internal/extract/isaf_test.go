package extract

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// release is a press release with what an annotator found in it.
type release struct {
	text     string
	Start    string   `json:"start_date"`
	Province []string `json:"province"`
	Killed   int      `json:"min_killed"`
	Captured int      `json:"min_captured"`
}

func releases(t *testing.T) []release {
	t.Helper()
	f, err := os.Open("../../../shared/data/isaf-press-releases/isaf.jsonl")
	if err != nil {
		t.Skip("SKIPPED: the press releases are not here; this figure was not measured: ", err)
	}
	defer f.Close()
	var out []release
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct {
			Conversations []struct{ Value string }
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil || len(row.Conversations) < 3 {
			t.Fatalf("release %d: %v", len(out)+1, err)
		}
		r := release{text: row.Conversations[1].Value}
		if err := json.Unmarshal([]byte(row.Conversations[2].Value), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// TestPressReleases measures date, place and results of operations, read from the text alone, on the half of the releases
// that rules were never tuned on, and beside it on the other half.
func TestPressReleases(t *testing.T) {
	all := releases(t)
	for half, name := range []string{"tuned on", "held back"} {
		var n, date, province, killed, captured, undated, other int
		for i, r := range all {
			if i%2 != half {
				continue
			}
			n++
			got := operationOf(t, r.text)
			d, p := got.date == r.Start, inProvince(got.place, r.Province[0])
			if !d {
				switch given := daysOf(r.text); {
				case given == nil:
					undated++
				case !given[r.Start]:
					other++
				}
			}
			k, c := got.killed == r.Killed, got.captured == r.Captured
			date, province, killed, captured = date+one(d), province+one(p), killed+one(k), captured+one(c)
			if os.Getenv("SANAD_MISSES") != "" && half == 0 && !(d && p && k && c) {
				t.Logf("%d date %v %q want %q; place %v %q want %q; killed %d want %d; captured %d want %d\n%s", i, d, got.date, r.Start, p, got.place, r.Province[0], got.killed, r.Killed, got.captured, r.Captured, r.text)
			}
		}
		share := func(k int) float64 { return float64(k) / float64(n) }
		t.Logf("%s, %d releases: date %.3f, province %.3f, killed %.3f, captured %.3f", name, n, share(date), share(province), share(killed), share(captured))
		t.Logf("dates missed that cannot be known: %d releases give no day or year, %d none that leads to the day of the record; of the rest %.3f are right", undated, other, float64(date)/float64(n-undated-other))
		if half == 1 && (share(date) < 0.67 || share(province) < 0.9 || share(killed) < 0.88 || share(captured) < 0.75) {
			t.Error("the figures of the held-back half fell")
		}
	}
}

// daysOf returns every day a release can be read to give: those it writes, its own, the one before if it speaks of a night or of
// yesterday, and the weekdays it names. nil when it does not say on which day it is written.
func daysOf(s string) map[string]bool {
	p := newPage(Document{Report: "r", Text: s}, lex(), rulebook())
	if p.base.IsZero() {
		return nil
	}
	days := map[string]bool{p.base.Format(time.DateOnly): true}
	for _, d := range p.dates {
		if from, _, ok := text.Interval(d.EDTF); ok {
			days[from] = true
		}
	}
	for _, t := range p.tokens {
		switch t.Folded {
		case "yesterday", "night", "lastnight", "overnight":
			days[p.base.AddDate(0, 0, -1).Format(time.DateOnly)] = true
		}
		for back := range 7 {
			if day := p.base.AddDate(0, 0, -back); strings.EqualFold(t.Text, day.Weekday().String()) {
				days[day.Format(time.DateOnly)] = true
			}
		}
	}
	return days
}

// inProvince reports whether a place is told as lying in a province, whose name the record spells its own way: Paktiya, paktya;
// Sar-e Pul, sar_e_pul.
func inProvince(place, province string) bool {
	province = latinSkeleton(strings.ReplaceAll(province, "_", ""))
	words := strings.FieldsFunc(strings.ToLower(place), func(r rune) bool { return r == ' ' || r == ';' || r == ',' || r == '/' })
	for i := range words {
		for n := 1; n <= 3 && i+n <= len(words); n++ {
			if latinSkeleton(strings.Join(words[i:i+n], "")) == province {
				return true
			}
		}
	}
	return false
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

type told4 struct {
	date, place      string
	killed, captured int
}

// operationOf reads a text and takes the first operation told.
func operationOf(t *testing.T, s string) told4 {
	t.Helper()
	r, err := New().Read(context.Background(), Document{Report: "r", Text: s, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var out told4
	var first sanad.ID
	for _, c := range r.Claims {
		if c.Schema != sanad.SchemaOperation {
			continue
		}
		if first == "" {
			first = c.Entity
		}
		low := func() int {
			s, _, _ := strings.Cut(c.Value, "..")
			n, _ := strconv.Atoi(s)
			return n
		}
		switch {
		case c.Entity != first:
		case c.Prop == "date":
			if from, _, ok := text.Interval(c.Value); ok {
				out.date = from
			}
		case c.Prop == "place":
			out.place += c.Value + "; "
		case c.Prop == "killed":
			out.killed = low()
		case c.Prop == "captured":
			out.captured = low()
		}
	}
	return out
}
