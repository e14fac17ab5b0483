package brief

import (
	"flag"
	"fmt"
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

// guess is a citation from which a model inferred what the line says, accepted by somebody or not.
func guess(report string, pol sanad.Polarity, status sanad.ReviewStatus) *sanad.Cite {
	c := cite(report, pol)
	c.Origin, c.Status = "model:parts", string(status)
	return c
}

// sample is a paper with everything in it, names that attack the page included.
func sample(language string) Briefing {
	b := Briefing{Title: "Paper <b>one</b>", Language: language, Investigation: "Case & court", Date: "2019-02-01", Author: "ana", Demo: true, Number: 3, ReleasedBy: "ana", Alone: true,
		Summary: []Line{{Text: "A summary.", Sources: []int{1}, Against: true}}}
	yes, no := []*sanad.Cite{cite("R1", sanad.Affirmed), cite("R2", sanad.Affirmed)}, []*sanad.Cite{cite("R3", sanad.Denied)}
	both := append(append([]*sanad.Cite{}, yes...), no...)
	two := sanad.Support{Reports: 2, Lines: 1, Cites: yes}
	denied := sanad.Support{Denied: 1, Cites: no}
	maybe := sanad.Support{Reports: 1, Lines: 1, Inferred: 1, Cites: []*sanad.Cite{guess("R4", sanad.Affirmed, sanad.Proposed)}}
	partly := sanad.Support{Reports: 3, Lines: 2, Inferred: 1, Cites: append([]*sanad.Cite{guess("R4", sanad.Affirmed, sanad.Proposed)}, yes...)}
	contested := sanad.Support{Reports: 2, Lines: 1, Denied: 1, Cites: both}
	hostile := `Ali "</span><img src=x onerror=alert(1)>" ` + "\u202e" + `[x](javascript:alert(1)) *b* www.evil.example`
	Compose(&b, Input{
		Incidents: []Incident{{Type: "massacre", Date: "2014-10", Place: "هيت", Toll: "186..200", Support: two, Tolls: []Value{{Value: "70", Cites: no}},
			Parts: []Part{{Name: hostile, Role: "perpetrator", Latest: Latest{Stage: "acquittal"}, Support: contested}, {Name: "علي", Role: "victim", Support: denied}, {Name: "Yusuf", Role: "suspect", Latest: Latest{Stage: "arrest", Inferred: true}, Support: maybe}}}},
		Members:     []Member{{Name: "علي", Role: "أمير", Support: contested}, {Name: "Omar", Organization: "Brigade", Support: denied}, {Name: "Nobody said it", Support: sanad.Support{}}, {Name: "Hamad", Role: "driver", Support: partly}},
		Proceedings: []Proceeding{{Name: "علي", Stages: []Stage{{Kind: "acquittal", Date: "2016", Support: two}, {Kind: "sentence", Value: "life", Support: two}}}, {Name: "Yusuf", Stages: []Stage{{Kind: "arrest", Date: "2015", Support: maybe}}}},
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
		if len(b.Sources) != 4 {
			t.Errorf("%s: %d sources, want 4: one a report and passage", lang, len(b.Sources))
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

// What nobody but a model takes a report to say is never put as said: the line names the report it is inferred from, its citation is marked
// in every format and language, and the mark is explained. What a person accepted, or a rule read as well, is.
func TestInferred(t *testing.T) {
	support := func(cites ...*sanad.Cite) sanad.Support {
		s := sanad.Support{Cites: cites}
		for _, c := range cites {
			switch c.Polarity {
			case sanad.Affirmed:
				s.Reports++
				s.Lines++
			case sanad.Denied:
				s.Denied++
			default:
				s.Uncertain++
			}
		}
		return s
	}
	maybe := func(report string) *sanad.Cite { return guess(report, sanad.Affirmed, sanad.Proposed) }
	for _, c := range []struct {
		name    string
		support sanad.Support
		lines   []string // English, without the name
		marked  []int
		arabic  string
	}{
		{"inferred", support(maybe("R1"), maybe("R2")), []string{"may be a suspect. (Inferred from the wording of R1, R2, not confirmed by anybody.)"}, []int{1, 2}, "ربما كان"},
		{"accepted", support(guess("R1", sanad.Affirmed, sanad.Accepted)), []string{"is named as suspect. (1 report(s), 1 independent line(s).)"}, nil, "يُذكر"},
		{"one report says it", support(maybe("R1"), cite("R2", sanad.Affirmed)),
			[]string{"is named as suspect. (2 report(s), 2 independent line(s); from 1 of the reports it is only inferred.)"}, []int{2}, "وهو من 1 منها مستنتج فقط"},
		{"denied in words", support(maybe("R1"), cite("R2", sanad.Denied)),
			[]string{"may be a suspect. (Inferred from the wording of R1, not confirmed by anybody.)", "this is denied in 1 report(s)."}, []int{2}, "ربما كان"},
		{"denial inferred", support(cite("R1", sanad.Affirmed), guess("R2", sanad.Denied, sanad.Proposed)),
			[]string{"is named as suspect. (1 report(s), 1 independent line(s).)", "this may be denied in 1 report(s). (Inferred from the wording of R2, not confirmed by anybody.)"}, []int{2}, "فربما ينفي"},
		{"only a denial, inferred", support(guess("R1", sanad.Denied, sanad.Proposed)),
			[]string{"may be said not to be a suspect. (Only denials.) (Inferred from the wording of R1, not confirmed by anybody.)"}, []int{1}, "ربما نُفي أن يكون"},
		{"left open", support(guess("R1", sanad.Uncertain, sanad.Proposed)),
			[]string{"may be a suspect. (No source affirms it; it is left open.) (Inferred from the wording of R1, not confirmed by anybody.)"}, []int{1}, "ربما كان"},
		{"many", support(maybe("R1"), maybe("R2"), maybe("R3"), maybe("R4"), maybe("R5"), maybe("R6"), maybe("R7")),
			[]string{"(Inferred from the wording of R1, R2, R3, R4, R5, R6 and 1 more, not confirmed by anybody.)"}, []int{1, 2, 3, 4, 5, 6}, "R6\u2069 و1 غيرها"},
		{"read one leads", support(maybe("R1"), maybe("R2"), maybe("R3"), maybe("R4"), maybe("R5"), maybe("R6"), cite("R7", sanad.Affirmed)),
			[]string{"is named as suspect. (7 report(s), 7 independent line(s); from 6 of the reports it is only inferred.)"}, []int{2, 3, 4, 5, 6}, "يُذكر"},
	} {
		for lang, w := range words {
			b := Briefing{Title: "t", Language: lang}
			Compose(&b, Input{Incidents: []Incident{{Type: "killing", Support: support(cite("R0", sanad.Affirmed)), Parts: []Part{{Name: "Yusuf", Role: "suspect", Support: c.support}}}}})
			lines := b.Sections[0].Lines[1:]
			if len(lines) != len(c.lines) {
				t.Fatalf("%s: %d lines, want %d: %v", c.name, len(lines), len(c.lines), lines)
			}
			if lang == "en" {
				for i, want := range c.lines {
					if !strings.HasSuffix(lines[i].Text, want) {
						t.Errorf("%s: %q does not end with %q", c.name, lines[i].Text, want)
					}
				}
			} else if all := lines[0].Text + lines[len(lines)-1].Text; !strings.Contains(all, c.arabic) {
				t.Errorf("%s: %q holds no %q", c.name, all, c.arabic)
			}
			marked := map[int]bool{}
			for _, l := range lines {
				for _, n := range l.Inferred {
					marked[n-1] = true
				}
			}
			page, err := b.HTML()
			if err != nil {
				t.Fatal(err)
			}
			for format, paper := range map[string]string{"html": page, "md": b.Markdown()} {
				for n := range len(b.Sources) {
					if mark := fmt.Sprintf("[%d %s]", n+1, w.inferred); strings.Contains(paper, mark) != marked[n] {
						t.Errorf("%s, %s, %s: the mark %q is there or not, wrongly", c.name, lang, format, mark)
					}
				}
				if strings.Contains(paper, w.inferredNote) != (len(marked) > 0) {
					t.Errorf("%s, %s, %s: the mark is explained where there is none, or not where there is one", c.name, lang, format)
				}
			}
			if len(marked) != len(c.marked) {
				t.Errorf("%s, %s: marked %v, want as many as %v", c.name, lang, marked, c.marked)
			}
		}
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
