package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/sim"
)

// corpus is one part as its author wrote it: who and what there is, and the reports in order.
type corpus struct {
	persons   []sim.GoldPerson
	orgs      []sim.GoldOrg
	incidents []sim.GoldIncident
	untrue    map[string]bool // relations that reports assert and the world does not hold, as written without polarity
	reports   []report
}

// report is one report: its text without marks, the marks, and the relations it states.
type report struct {
	sim.GoldSource
	controller string
	text       string
	marks      []mark
	relations  []relation
}

// mark is a marked span; id is a person, body or incident, or "!" for a span that counts neither way.
type mark struct {
	id, kind   string
	start, end int
	surface    string
}

// relation is one line below a report: a verb, the polarity it ends in, and its arguments.
type relation struct {
	line     string
	verb     string
	polarity byte // '+', '?' or '!'
	args     []string
}

func readPart(dir string) (*corpus, error) {
	c := &corpus{untrue: map[string]bool{}}
	cast, err := os.ReadFile(filepath.Join(dir, "cast.txt"))
	if err != nil {
		return nil, err
	}
	for n, line := range strings.Split(string(cast), "\n") {
		if err := c.castLine(line); err != nil {
			return nil, fmt.Errorf("cast.txt:%d: %w", n+1, err)
		}
	}
	for _, name := range []string{"english.txt", "arabic.txt"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		for _, block := range strings.Split("\n"+string(data), "\n=== ")[1:] {
			r, err := readReport(block)
			if err != nil {
				return nil, fmt.Errorf("%s: report %.12s: %w", name, block, err)
			}
			c.reports = append(c.reports, r)
		}
	}
	return c, nil
}

// castLine reads "P1 | English name | Arabic name | key=value; key=value", the same for bodies (O) and incidents
// (I, with type, date, English and Arabic place), or "untrue RELATION".
func (c *corpus) castLine(line string) error {
	if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
		return nil
	}
	if rel, ok := strings.CutPrefix(line, "untrue "); ok {
		c.untrue[rel] = true
		return nil
	}
	f := fields(line)
	switch {
	case line[0] == 'P' && len(f) >= 3:
		p := sim.GoldPerson{ID: f[0], NameEn: f[1], NameAr: f[2], Reports: []string{}}
		if len(f) > 3 {
			if err := describe(&p, f[3]); err != nil {
				return err
			}
		}
		c.persons = append(c.persons, p)
	case line[0] == 'O' && len(f) == 4:
		c.orgs = append(c.orgs, sim.GoldOrg{ID: f[0], Type: f[1], NameEn: f[2], NameAr: f[3]})
	case line[0] == 'I' && len(f) == 5:
		c.incidents = append(c.incidents, sim.GoldIncident{ID: f[0], Type: f[1], Date: f[2], Precision: precision(f[2]), Place: f[3], PlaceAr: f[4],
			Reports: []string{}, Participants: []sim.GoldParticipant{}})
	default:
		return fmt.Errorf("cannot read %q", line)
	}
	return nil
}

func describe(p *sim.GoldPerson, list string) error {
	for _, kv := range strings.Split(list, ";") {
		k, v, _ := strings.Cut(strings.TrimSpace(kv), "=")
		switch k {
		case "":
		case "born":
			n, err := strconv.Atoi(v)
			if err != nil {
				return fmt.Errorf("read birth year: %w", err)
			}
			p.BirthYear = n
		case "kunya":
			p.KunyaEn = v
		case "kunya_ar":
			p.KunyaAr = v
		case "father":
			p.Father = v
		case "mother":
			p.Mother = v
		case "town":
			p.Town = v
		case "document":
			p.Document = v
		case "namesake": // an innocent man who shares the name of the one given
			p.Innocent, p.NamesakeOf = true, &v
		default:
			return fmt.Errorf("%s: no such key %q", p.ID, k)
		}
	}
	return nil
}

func precision(edtf string) string {
	switch {
	case strings.Contains(edtf, "/"):
		return "range"
	case len(strings.TrimRight(edtf, "~?")) == 4:
		return "year"
	case len(strings.TrimRight(edtf, "~?")) == 7:
		return "month"
	}
	return "day"
}

func fields(line string) []string {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	return f
}

// readReport reads "ID | language | kind | source | reliability | date | controller", the marked text, "---" and the relations.
func readReport(block string) (report, error) {
	head, rest, _ := strings.Cut(block, "\n")
	f := fields(head)
	if len(f) < 6 {
		return report{}, fmt.Errorf("header %q has %d fields", head, len(f))
	}
	r := report{GoldSource: sim.GoldSource{Report: f[0], Language: f[1], Kind: f[2], Source: f[3], Reliability: f[4], ReportDate: f[5]}}
	if len(f) > 6 {
		r.controller = f[6]
	}
	body, below, found := strings.Cut(rest+"\n", "\n---\n")
	if !found {
		return r, fmt.Errorf("no line --- after the text")
	}
	var err error
	if r.text, r.marks, err = unmark(strings.TrimSpace(body) + "\n"); err != nil {
		return r, err
	}
	for _, line := range strings.Split(below, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		rel := relation{line: line, verb: strings.TrimRight(f[0], "?!"), polarity: '+', args: f[1:]}
		if last := f[0][len(f[0])-1]; last == '?' || last == '!' {
			rel.polarity = last
		}
		r.relations = append(r.relations, rel)
	}
	return r, nil
}

// unmark takes "[ID/kind:surface]" out of a text; marks may stand inside marks. Offsets count code points.
func unmark(s string) (string, []mark, error) {
	var out []rune
	var open, done []mark
	in := []rune(s)
	for i := 0; i < len(in); i++ {
		switch in[i] {
		case '[':
			colon := slices.Index(in[i:], ':')
			if colon < 0 {
				return "", nil, fmt.Errorf("a mark without colon: %.30s", string(in[i:]))
			}
			id, kind, _ := strings.Cut(string(in[i+1:i+colon]), "/")
			open = append(open, mark{id: id, kind: kind, start: len(out)})
			i += colon
		case ']':
			if len(open) == 0 {
				return "", nil, fmt.Errorf("a bracket closes nothing before %.30s", string(in[i:]))
			}
			m := open[len(open)-1]
			open = open[:len(open)-1]
			m.end, m.surface = len(out), string(out[m.start:])
			done = append(done, m)
		default:
			out = append(out, in[i])
		}
	}
	if len(open) > 0 {
		return "", nil, fmt.Errorf("a mark of %s never ends", open[0].id)
	}
	slices.SortStableFunc(done, func(a, b mark) int { return a.start - b.start })
	return string(out), done, nil
}
