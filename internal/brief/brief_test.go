package brief

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	sanad "github.com/sanad-workbench/sanad"
)

var update = flag.Bool("update", false, "write the golden files anew")

func cite(report string, pol sanad.Polarity) *sanad.Cite {
	return &sanad.Cite{Report: sanad.ID(report), Reference: report, Source: "SRC-1", SourceKind: sanad.Resident, Reliability: "B", Dated: "2014-10-30", Span: &sanad.Span{Start: 1, End: 9},
		Quote: "they said <script>alert(1)</script>\n[so](http://evil.example)", Polarity: pol}
}

// sample is a paper with everything in it, names that attack the page included.
func sample(language string) Briefing {
	b := Briefing{Title: "Paper <b>one</b>", Language: language, Investigation: "Case & court", Date: "2019-02-01", Author: "ana", Demo: true, Number: 3, ReleasedBy: "ana", Alone: true,
		Summary: []Line{{Text: "A summary.", Sources: []int{1}, Against: true}}}
	yes, no := []*sanad.Cite{cite("R1", sanad.Affirmed), cite("R2", sanad.Affirmed)}, []*sanad.Cite{cite("R3", sanad.Denied)}
	both := append(append([]*sanad.Cite{}, yes...), no...)
	two := sanad.Support{Reports: 2, Lines: 1, Cites: yes}
	denied := sanad.Support{Denied: 1, Cites: no}
	contested := sanad.Support{Reports: 2, Lines: 1, Denied: 1, Cites: both}
	hostile := `Ali "</span><img src=x onerror=alert(1)>" ` + "\u202e" + `[x](javascript:alert(1)) *b* www.evil.example`
	Compose(&b, Input{
		Incidents: []Incident{{Type: "massacre", Date: "2014-10", Place: "هيت", Toll: "186..200", Support: two, Tolls: []Value{{Value: "70", Cites: no}},
			Parts: []Part{{Name: hostile, Role: "perpetrator", Latest: "acquittal", Support: contested}, {Name: "علي", Role: "victim", Support: denied}}}},
		Members:     []Member{{Name: "علي", Role: "أمير", Support: contested}, {Name: "Omar", Organization: "Brigade", Support: denied}, {Name: "Nobody said it", Support: sanad.Support{}}},
		Proceedings: []Proceeding{{Name: "علي", Stages: []Stage{{Kind: "acquittal", Date: "2016", Support: two}, {Kind: "sentence", Value: "life", Support: two}}}},
		Payments:    []Payment{{Payer: "A", Amount: "5000", Currency: "USD", Support: contested}, {Beneficiary: "B", Amount: "1", Support: denied}},
		Operations:  []Operation{{Place: "هيت", Killed: "3", Captured: "2", Seized: []string{"rifles"}, Support: two}},
	})
	return b
}

func TestGolden(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		b := sample(lang)
		page, err := b.HTML()
		if err != nil {
			t.Fatal(err)
		}
		for ext, got := range map[string]string{"html": page, "md": b.Markdown()} {
			path := filepath.Join("testdata", "paper."+lang+"."+ext)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("%s (-want +got); go test -update writes it anew\n%s", path, d)
			}
		}
	}
}

var tag = regexp.MustCompile(`<(/?)([a-z0-9]+)`)

// What a report says becomes no element, no link and no style of the paper.
func TestHostile(t *testing.T) {
	b := sample("en")
	page, err := b.HTML()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range tag.FindAllStringSubmatch(page, -1) {
		if m[2] == "script" || m[2] == "img" {
			t.Errorf("the page has an element %s", m[0])
		}
	}
	for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(m[1], "#s") {
			t.Errorf("the page links to %s", m[1])
		}
	}
	paper := b.Markdown()
	for _, no := range []string{"<script", "<img", "](http", "](javascript", "http://", "www.", "\u202e", " *b* "} {
		if strings.Contains(strings.ReplaceAll(paper, `\]`, ""), no) {
			t.Errorf("the Markdown holds %q", no)
		}
	}
}

// Every line of a section has a source, every source is there, and what nobody said is not.
func TestEveryLineHasASource(t *testing.T) {
	for _, lang := range []string{"en", "ar"} {
		b := sample(lang)
		if len(b.Sections) != 5 {
			t.Errorf("%s: %d sections", lang, len(b.Sections))
		}
		for _, s := range b.Sections {
			for _, l := range s.Lines {
				if len(l.Sources) == 0 {
					t.Errorf("%s: no source: %s", lang, l.Text)
				}
				for _, n := range l.Sources {
					if n < 1 || n > len(b.Sources) || b.Sources[n-1].N != n {
						t.Errorf("%s: source %d is not there: %s", lang, n, l.Text)
					}
				}
				if strings.Contains(l.Text, "Nobody") || strings.Contains(l.Text, "%!") {
					t.Errorf("%s: %s", lang, l.Text)
				}
			}
		}
		if len(b.Sources) != 3 {
			t.Errorf("%s: %d sources, want 3: one a report and passage", lang, len(b.Sources))
		}
	}
}

// A denial is set apart, and cites who denies.
func TestDenials(t *testing.T) {
	b := sample("en")
	text := map[bool]int{}
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			only := strings.Contains(l.Text, "Only denials") || strings.Contains(l.Text, "is denied in")
			if only {
				text[l.Against]++
				if len(l.Sources) != 1 || b.Sources[l.Sources[0]-1].Reference != "R3" {
					t.Errorf("%q cites %v", l.Text, l.Sources)
				}
			}
		}
	}
	if text[false] != 0 || text[true] != 6 {
		t.Errorf("%d denials are set apart and %d are not, want 6 and 0", text[true], text[false])
	}
}

func TestFrozen(t *testing.T) {
	b := sample("ar")
	got, err := FromJSON(b.JSON())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(b, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if _, err := FromJSON("{"); err == nil {
		t.Error("half a paper was read")
	}
}
