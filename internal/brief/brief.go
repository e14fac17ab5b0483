// Package brief composes a briefing out of facts. It writes no sentence without a citation, states what is denied and
// contested beside what is said, names acquittals and releases with the person, says what it rests on, and tells what a model only
// inferred from what a report says.
package brief

import (
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// Briefing is a composed paper. Once released it is frozen: the document never changes again.
type Briefing struct {
	Title         string    `json:"title"`
	Language      string    `json:"language"` // en or ar
	Investigation string    `json:"investigation"`
	Number        int       `json:"number,omitempty"` // 0 while it is a draft
	Date          string    `json:"date"`
	Author        string    `json:"author"`
	ReleasedBy    string    `json:"released_by,omitempty"`
	Alone         bool      `json:"alone"` // author and releaser are one person
	Demo          bool      `json:"demo"`
	Summary       []Line    `json:"summary"`
	Sections      []Section `json:"sections"`
	Sources       []Source  `json:"sources"`
}

// Section is a part with a heading.
type Section struct {
	Heading string `json:"heading"`
	Lines   []Line `json:"lines"`
}

// Line is a sentence with the numbers of the sources it rests on.
type Line struct {
	Text     string `json:"text"`
	Sources  []int  `json:"sources"`
	Inferred []int  `json:"inferred,omitempty"` // of the sources, those from whose wording it is only inferred
	Against  bool   `json:"against,omitempty"`  // a denial, an acquittal, a contradiction: set apart, never left out
}

// Source is a numbered source at the end of the paper.
type Source struct {
	N           int    `json:"n"`
	Reference   string `json:"reference"`
	Source      string `json:"source"`
	Kind        string `json:"kind"`
	Reliability string `json:"reliability,omitempty"`
	Dated       string `json:"dated,omitempty"`
	Quote       string `json:"quote,omitempty"`
	Derived     bool   `json:"derived,omitempty"`
}

// Writer gathers lines and numbers their sources: one number a report and passage.
type Writer struct {
	B     *Briefing
	index map[string]int
}

// NewWriter starts a briefing.
func NewWriter(b *Briefing) *Writer { return &Writer{B: b, index: map[string]int{}} }

// mostCited is how many citations one sentence carries; the rest are in the dossier.
const mostCited = 6

// Line is a sentence with its citations numbered, those first from which it is not only inferred.
func (w *Writer) Line(text string, cites []*sanad.Cite, against bool) Line {
	l := Line{Text: text, Against: against}
	for _, inferred := range []bool{false, true} {
		for _, c := range cites {
			if c.Inferred() != inferred || len(l.Sources) == mostCited {
				continue
			}
			if n := w.number(c); !slices.Contains(l.Sources, n) {
				l.Sources = append(l.Sources, n)
				if inferred {
					l.Inferred = append(l.Inferred, n)
				}
			}
		}
	}
	return l
}

// number is that of the passage a citation stands for.
func (w *Writer) number(c *sanad.Cite) int {
	key := string(c.Report)
	if c.Span != nil {
		key += fmt.Sprint(c.Span.Start, c.Span.End)
	}
	n, ok := w.index[key]
	if !ok {
		n = len(w.B.Sources) + 1
		w.index[key] = n
		w.B.Sources = append(w.B.Sources, Source{N: n, Reference: c.Reference, Source: c.Source, Kind: string(c.SourceKind), Reliability: c.Reliability, Dated: c.Dated, Quote: c.Quote, Derived: c.Derived})
	}
	return n
}

// Section adds a part; lines without a source are refused, since what no source says has no place in a briefing.
func (w *Writer) Section(heading string, lines ...Line) {
	s := Section{Heading: heading}
	for _, l := range lines {
		if len(l.Sources) > 0 {
			s.Lines = append(s.Lines, l)
		}
	}
	if len(s.Lines) > 0 {
		w.B.Sections = append(w.B.Sections, s)
	}
}

// JSON is the frozen form.
func (b Briefing) JSON() string {
	out, err := json.Marshal(b)
	if err != nil {
		panic(fmt.Sprintf("marshal briefing: %v", err)) // plain data
	}
	return string(out)
}

// FromJSON reads the frozen form.
func FromJSON(s string) (Briefing, error) {
	var b Briefing
	err := json.Unmarshal([]byte(s), &b)
	return b, err
}

// mark is what a line cites a source by, marked where the line is only inferred from it.
func (l Line) mark(n int, w vocabulary) string {
	if slices.Contains(l.Inferred, n) {
		return fmt.Sprintf("[%d %s]", n, w.inferred)
	}
	return fmt.Sprintf("[%d]", n)
}

// infers reports whether any line is inferred from a source, so that the mark has to be explained.
func (b Briefing) infers() bool {
	marked := func(l Line) bool { return len(l.Inferred) > 0 }
	return slices.ContainsFunc(b.Summary, marked) || slices.ContainsFunc(b.Sections, func(s Section) bool { return slices.ContainsFunc(s.Lines, marked) })
}

// Markdown writes the paper as Markdown.
func (b Briefing) Markdown() string {
	w := words[b.Language]
	var s strings.Builder
	fmt.Fprintf(&s, "# %s\n\n", md(b.Title))
	fmt.Fprintf(&s, "%s\n\n", md(b.head()))
	if b.Demo {
		fmt.Fprintf(&s, "> **%s**\n\n", w.demo)
	}
	line := func(l Line) {
		mark := ""
		if l.Against {
			mark = "**" + w.against + "** "
		}
		fmt.Fprintf(&s, "- %s%s ", mark, md(l.Text))
		for _, n := range l.Sources {
			s.WriteString(l.mark(n, w))
		}
		s.WriteString("\n")
	}
	for _, l := range b.Summary {
		line(l)
	}
	for _, sec := range b.Sections {
		fmt.Fprintf(&s, "\n## %s\n\n", md(sec.Heading))
		for _, l := range sec.Lines {
			line(l)
		}
	}
	fmt.Fprintf(&s, "\n## %s\n\n", w.sources)
	if b.infers() {
		fmt.Fprintf(&s, "%s\n\n", w.inferredNote)
	}
	for _, x := range b.Sources {
		fmt.Fprintf(&s, "%d. %s\n", x.N, md(x.line(w)))
	}
	return s.String()
}

// md makes text harmless in Markdown: what a report says must not become a link or HTML.
func md(s string) string {
	return strings.NewReplacer("&", "&amp;", "://", "&#58;//", "www.", "www&#46;", "\r", " ", "\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\\", "\\\\", "<", "&lt;", ">", "&gt;", "[", "\\[", "]", "\\]", "*", "\\*", "_", "\\_", "`", "\\`", "\n", " ").Replace(s)
}

func (b Briefing) head() string {
	w := words[b.Language]
	parts := []string{b.Investigation, b.Date}
	if b.Number > 0 {
		parts = append(parts, fmt.Sprintf(w.number, b.Number))
	} else {
		parts = append(parts, w.draft)
	}
	parts = append(parts, fmt.Sprintf(w.author, b.Author))
	if b.ReleasedBy != "" {
		if b.Alone {
			parts = append(parts, w.alone)
		} else {
			parts = append(parts, fmt.Sprintf(w.released, b.ReleasedBy))
		}
	}
	return strings.Join(parts, " · ")
}

func (x Source) line(w vocabulary) string {
	s := x.Reference + ", " + x.Source
	if k := w.kinds[x.Kind]; k != "" {
		s += " (" + k
		if x.Reliability != "" {
			s += ", " + x.Reliability
		}
		s += ")"
	}
	if x.Dated != "" {
		s += ", " + x.Dated
	}
	if x.Derived {
		s += ", " + w.copy
	}
	if x.Quote != "" {
		s += ": “" + strings.Join(strings.Fields(x.Quote), " ") + "”"
	}
	return s
}

// HTML writes the paper as a page of its own that prints well and needs nothing else.
func (b Briefing) HTML() (string, error) {
	w := words[b.Language]
	dir := "ltr"
	if b.Language == "ar" {
		dir = "rtl"
	}
	type source struct {
		N    int
		Line string
	}
	var sources []source
	for _, x := range b.Sources {
		sources = append(sources, source{x.N, x.line(w)})
	}
	note := ""
	if b.infers() {
		note = w.inferredNote
	}
	type cited struct {
		N        int
		Mark     string
		Inferred bool
	}
	type line struct {
		Text, Against string
		Cites         []cited
	}
	lines := func(list []Line) []line {
		out := make([]line, len(list))
		for i, l := range list {
			out[i].Text = l.Text
			if l.Against {
				out[i].Against = w.against
			}
			for _, n := range l.Sources {
				out[i].Cites = append(out[i].Cites, cited{n, l.mark(n, w), slices.Contains(l.Inferred, n)})
			}
		}
		return out
	}
	type section struct {
		Heading string
		Lines   []line
	}
	sections := make([]section, len(b.Sections))
	for i, x := range b.Sections {
		sections[i] = section{x.Heading, lines(x.Lines)}
	}
	var s strings.Builder
	err := page.Execute(&s, map[string]any{"B": b, "Dir": dir, "Head": b.head(), "Summary": lines(b.Summary), "Sections": sections, "Sources": sources, "SourcesHeading": w.sources, "DemoText": w.demo,
		"InferredNote": note})
	return s.String(), err
}

var page = template.Must(template.New("brief").Parse(`<!doctype html>
<html lang="{{.B.Language}}" dir="{{.Dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.B.Title}}</title>
<style>
:root { color-scheme: light; }
body { font: 16px/1.6 "IBM Plex Sans Arabic", "Noto Naskh Arabic", Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1.25rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #ccc; padding-bottom: .2rem; break-after: avoid; }
.head { color: #555; margin: 0 0 1.5rem; }
.demo { border: 2px solid #b26a00; padding: .5rem .75rem; font-weight: 600; }
ul { padding-inline-start: 1.2rem; } li { margin: .35rem 0; break-inside: avoid; }
.against { list-style: "✗  "; } .against b { color: #8a1c1c; }
sup a { white-space: nowrap; text-decoration: none; color: #0b5394; padding-inline-start: .15em; }
sup a.inferred { color: #8a4b00; font-weight: 600; } .note { font-size: .85rem; color: #333; }
ol { font-size: .85rem; color: #333; padding-inline-start: 2.2rem; } ol li { overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } sup a { color: inherit; } @page { margin: 18mm; } }
</style>
</head>
<body>
<h1 dir="auto">{{.B.Title}}</h1>
<p class="head"><bdi>{{.Head}}</bdi></p>
{{if .B.Demo}}<p class="demo">{{.DemoText}}</p>{{end}}
{{define "lines"}}<ul>{{range .}}<li{{if .Against}} class="against"{{end}}>{{with .Against}}<b>{{.}}</b> {{end}}<span dir="auto">{{.Text}}</span>{{range .Cites}}<sup><a href="#s{{.N}}"{{if .Inferred}} class="inferred"{{end}}>{{.Mark}}</a></sup>{{end}}</li>
{{end}}</ul>{{end}}
{{with .Summary}}{{template "lines" .}}{{end}}
{{range .Sections}}<h2 dir="auto">{{.Heading}}</h2>
{{template "lines" .Lines}}
{{end}}
<h2>{{.SourcesHeading}}</h2>
{{with .InferredNote}}<p class="note">{{.}}</p>
{{end}}<ol>{{range .Sources}}<li id="s{{.N}}" dir="auto">{{.Line}}</li>
{{end}}</ol>
</body>
</html>
`))
