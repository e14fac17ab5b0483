package main

import (
	"context"
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

// example is a pair with the annotators' answer.
type example struct {
	extract.Example
	label  string
	report string
	who    string // whom or what body the annotators know him as, "" when as nobody
}

// gold is what is annotated of a folder of reports; the format is that of test/gold.
type gold struct {
	mentions, bodies, told []span
	incidents              []incident
	memberships            []membership
	outcomes               []outcome
	payments               []payment
}

type (
	span struct {
		Report, Person, Org, Incident string
		Start, End                    int
	}
	// inReports lists the reports that tell something, by how they tell it.
	inReports struct {
		Reports     []string
		UncertainIn []string `json:"uncertain_in"`
		DeniedIn    []string `json:"denied_in"`
	}
	incident struct {
		ID, Type, Date string
		Reports        []string
		Participants   []struct {
			Person, Role string
			inReports
		}
	}
	membership struct {
		Person, Role string
		inReports
	}
	outcome struct {
		Person, Kind, Detail string
		Reports              []string
	}
	payment struct {
		Payer, Beneficiary string
		Amount             float64
		Reports            []string
	}
)

// in returns how a report tells of it: affirmed, uncertain, denied, or "" when it does not.
func (r inReports) in(report string) string {
	switch {
	case slices.Contains(r.DeniedIn, report):
		return string(sanad.Denied)
	case slices.Contains(r.UncertainIn, report):
		return string(sanad.Uncertain)
	case slices.Contains(r.Reports, report):
		return string(sanad.Affirmed)
	}
	return ""
}

// annotations reads what is annotated of the reports of a folder.
func annotations(folder string) (*gold, error) {
	var g gold
	for name, into := range map[string]any{"mentions": &g.mentions, "org_mentions": &g.bodies, "incident_mentions": &g.told, "incidents": &g.incidents,
		"memberships": &g.memberships, "outcomes": &g.outcomes, "payments": &g.payments} {
		b, err := os.ReadFile(filepath.Join(folder, "gold", name+".json"))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, into); err != nil {
			return nil, fmt.Errorf("read %s.json: %w", name, err)
		}
	}
	return &g, nil
}

// read reads the reports of a folder and labels their pairs by its annotations.
func read(folder string) ([]example, error) {
	g, err := annotations(folder)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(folder, "sources.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	column := func(name string) int { return slices.Index(rows[0], name) }
	var out []example
	for _, r := range rows[1:] {
		id := r[column("report")]
		b, err := os.ReadFile(filepath.Join(folder, "reports", id+".txt"))
		if err != nil {
			return nil, err
		}
		list, err := extract.Examples(context.Background(), extract.Document{Report: sanad.ID(id), Text: string(b), Language: r[column("language")], Dated: r[column("dated")]})
		if err != nil {
			return nil, err
		}
		for _, x := range list {
			who := g.whoIs(x, id)
			if label, ok := g.labelOf(x, id, who); ok {
				out = append(out, example{x, label, id, who})
			}
		}
	}
	return out, nil
}

//go:embed sentences.tsv
var sentences string

// readSentences reads the sentences of the tests of the rules, of which the rules read all there is, by relation.
func readSentences() (map[string][]example, error) {
	out := map[string][]example{}
	for n, line := range strings.Split(strings.TrimSuffix(sentences, "\n"), "\n") {
		r, s, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("sentences.tsv:%d: want a relation, a tab, a text", n+1)
		}
		list, err := extract.Examples(context.Background(), extract.Document{Report: sanad.ID("s" + strconv.Itoa(n)), Text: strings.ReplaceAll(s, `\n`, "\n"), Dated: "2016-03-20"})
		if err != nil {
			return nil, err
		}
		for _, x := range list {
			if x.Relation == r {
				out[r] = append(out[r], example{Example: x, label: x.Answer})
			}
		}
	}
	return out, nil
}

// labelOf says how a pair stands by the annotations of its report; not ok when nothing is to be learnt of it: an amount that is no number.
func (g *gold) labelOf(x extract.Example, report, who string) (string, bool) {
	label := relation.None
	switch x.Relation {
	case "parts":
		label = g.part(x, report, who)
	case "roles":
		for _, m := range g.memberships {
			if m.Person == who && m.Role == roleCode(x.Kind) && m.in(report) != "" {
				label = m.in(report)
			}
		}
	case "steps":
		for _, o := range g.outcomes {
			if o.Person == who && o.Kind == x.Kind && slices.Contains(o.Reports, report) && (o.Kind != "sentence" || o.Detail == x.Value) {
				label = string(sanad.Affirmed)
			}
		}
	case "payments":
		amount, err := strconv.ParseFloat(x.Value, 64)
		if err != nil {
			return "", false
		}
		for _, p := range g.payments {
			if p.Amount != amount || !slices.Contains(p.Reports, report) {
				continue
			}
			if p.Payer == who {
				label = "payer"
			} else if p.Beneficiary == who {
				label = "beneficiary"
			}
		}
	}
	return label, true
}

// roleCode returns the annotators' word for what the reader calls a role; most are the same.
func roleCode(code string) string {
	switch code {
	case "deputy":
		return "deputy_emir"
	case "owner":
		return "head"
	case "collector":
		return "financier"
	case "media":
		return "writer"
	}
	return code
}

// whoIs returns the annotated person or body that most of the names of a pair are.
func (g *gold) whoIs(x extract.Example, report string) string {
	votes := map[string]int{}
	for _, w := range x.Who {
		for _, list := range [][]span{g.mentions, g.bodies} {
			for _, m := range list {
				if m.Report == report && overlap(w, m)*2 >= max(w.End-w.Start, m.End-m.Start) {
					votes[m.Person+m.Org]++
				}
			}
		}
	}
	return most(votes)
}

// part returns the part somebody has in the incident that the words of a pair tell of.
func (g *gold) part(x extract.Example, report, who string) string {
	scores := map[string]int{}
	here := slices.DeleteFunc(slices.Clone(g.incidents), func(i incident) bool { return !slices.Contains(i.Reports, report) })
	for _, i := range here {
		if len(here) == 1 && !x.Hint { // a hint must be of its kind or stand in its words
			scores[i.ID]++
		}
		if n := min(len(x.Date), len(i.Date)); n >= 7 && x.Date[:n] == i.Date[:n] {
			scores[i.ID] += 2
		}
		if i.Type == x.Kind {
			scores[i.ID] += 2
		}
		if slices.ContainsFunc(x.Words, func(w sanad.Span) bool {
			return slices.ContainsFunc(g.told, func(m span) bool { return m.Report == report && m.Incident == i.ID && overlap(w, m) > 0 })
		}) {
			scores[i.ID] += 4
		}
	}
	for _, i := range here {
		if i.ID != most(scores) {
			continue
		}
		for _, p := range i.Participants {
			if p.Person != who || p.in(report) == "" {
				continue
			}
			if p.Role != sanad.Perpetrator && p.Role != sanad.Suspect {
				return p.Role
			}
			if polarity := p.in(report); polarity != string(sanad.Affirmed) {
				return polarity
			}
			return "accused"
		}
	}
	return relation.None
}

func overlap(a sanad.Span, m span) int { return min(a.End, m.End) - max(a.Start, m.Start) }

// most returns the key counted most, of equals the first; "" when nothing was counted.
func most(n map[string]int) string {
	keys := make([]string, 0, len(n))
	for k := range n {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	best := ""
	for _, k := range keys {
		if best == "" || n[k] > n[best] {
			best = k
		}
	}
	return best
}
