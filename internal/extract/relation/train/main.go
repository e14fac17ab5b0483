// Command train learns the models of relation from annotated reports.
//
//	go run ./internal/extract/relation/train -o internal/extract/relation/parts.model test/gold/dev …
//
// With -out-by-part it learns, for each folder, from all the others, and prints how well the answers fit.
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "model file to write")
	byPart := flag.Bool("out-by-part", false, "learn from all folders but one, and score on that one, for each")
	strength := flag.Float64("c", 0.1, "how little weights are held back: inverse strength of the L2 penalty")
	flag.Parse()
	if err := run(*out, *byPart, *strength, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func run(out string, byPart bool, strength float64, folders []string) error {
	if len(folders) == 0 {
		return fmt.Errorf("name the folders of annotated reports: test/gold/dev …")
	}
	parts := make([]folder, len(folders))
	for i, f := range folders {
		var err error
		if parts[i], err = read(f); err != nil {
			return fmt.Errorf("read %s: %w", f, err)
		}
	}
	if byPart {
		var all tally
		for i, f := range folders {
			rest := concat(slices.Delete(slices.Clone(parts), i, i+1))
			m, err := learn(rest, strength)
			if err != nil {
				return err
			}
			t := score(m, parts[i].examples)
			t.parts, t.reached = parts[i].parts, parts[i].reached
			fmt.Printf("%-20s %s\n", filepath.Base(f), t)
			all.add(t)
		}
		fmt.Printf("%-20s %s\n", "all", all)
	}
	if out == "" {
		return nil
	}
	m, err := learn(concat(parts), strength)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d examples, %d features, %d bytes, SHA-256 %x\n", out, len(concat(parts)), m.Len(), b.Len(), sha256.Sum256(b.Bytes()))
	return nil
}

// folder is what one folder of annotated reports gives.
type folder struct {
	examples []example
	parts    int // parts in incidents that its reports tell
	reached  int // of these, how many stand in an example
}

func concat(folders []folder) []example {
	var out []example
	for _, f := range folders {
		out = append(out, f.examples...)
	}
	return out
}

// tally counts the answers other than "none": how many there should be, how many were given, how many of these are right.
type tally struct{ want, got, right, untoldGot, untoldRight, parts, reached, none int }

func (t *tally) add(o tally) {
	t.want += o.want
	t.got += o.got
	t.right += o.right
	t.untoldGot += o.untoldGot
	t.untoldRight += o.untoldRight
	t.parts += o.parts
	t.reached += o.reached
	t.none += o.none
}

func (t tally) String() string {
	p, r := float64(t.right)/float64(max(t.got, 1)), float64(t.right)/float64(max(t.want, 1))
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f of %d; of those no rule reads %d right of %d; pairs reach %d of %d parts, %d are of none", p, r, 2*p*r/max(p+r, 1e-9), t.want, t.untoldRight, t.untoldGot, t.reached, t.parts, t.none)
}

func score(m *relation.Model, list []example) tally {
	var t tally
	p := make([]float64, len(m.Classes()))
	for _, x := range list {
		m.Score(x.Features, p)
		best := 0
		for c := range p {
			if p[c] > p[best] {
				best = c
			}
		}
		got := m.Classes()[best]
		t.want += count(x.label != none)
		t.none += count(x.label == none)
		t.got += count(got != none)
		t.right += count(got != none && got == x.label)
		t.untoldGot += count(got != none && !x.Told)
		t.untoldRight += count(got != none && !x.Told && got == x.label)
	}
	return t
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// none is the answer that a pair has nothing to do with each other.
const none = "none"

// example is a pair with the annotators' answer.
type example struct {
	extract.Example
	label string
}

type (
	goldMention struct {
		Report, Person, Incident string
		Start, End               int
	}
	goldIncident struct {
		ID, Type     string
		Date         string
		Reports      []string
		Participants []struct {
			Person, Role string
			Reports      []string
			UncertainIn  []string `json:"uncertain_in"`
			DeniedIn     []string `json:"denied_in"`
		}
	}
)

// read reads the reports of a folder and labels their pairs by its annotations.
func read(name string) (folder, error) {
	var mentions, told []goldMention
	var incidents []goldIncident
	for list, into := range map[string]any{"mentions": &mentions, "incident_mentions": &told, "incidents": &incidents} {
		b, err := os.ReadFile(filepath.Join(name, "gold", list+".json"))
		if err != nil {
			return folder{}, err
		}
		if err := json.Unmarshal(b, into); err != nil {
			return folder{}, fmt.Errorf("read %s.json: %w", list, err)
		}
	}
	f, err := os.Open(filepath.Join(name, "sources.csv"))
	if err != nil {
		return folder{}, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return folder{}, err
	}
	column := func(name string) int { return slices.Index(rows[0], name) }
	var out folder
	reached := map[[3]string]bool{}
	for _, i := range incidents {
		for _, p := range i.Participants {
			out.parts += len(p.Reports) + len(p.UncertainIn) + len(p.DeniedIn)
		}
	}
	for _, r := range rows[1:] {
		id := r[column("report")]
		b, err := os.ReadFile(filepath.Join(name, "reports", id+".txt"))
		if err != nil {
			return folder{}, err
		}
		list, err := extract.Examples(context.Background(), extract.Document{Report: sanad.ID(id), Text: string(b), Language: r[column("language")], Dated: r[column("dated")]})
		if err != nil {
			return folder{}, err
		}
		for _, x := range list {
			label, who, incident := labelOf(x, id, mentions, told, incidents)
			out.examples = append(out.examples, example{x, label})
			if label != none {
				reached[[3]string{id, who, incident}] = true
			}
		}
	}
	out.reached = len(reached)
	return out, nil
}

// labelOf says how a pair stands by the annotations of its report.
func labelOf(x extract.Example, report string, mentions, told []goldMention, incidents []goldIncident) (label, who, incident string) {
	votes := map[string]int{}
	for _, w := range x.Who {
		for _, m := range mentions {
			if m.Report == report && overlap(w, m)*2 >= max(w.End-w.Start, m.End-m.Start) {
				votes[m.Person]++
			}
		}
	}
	who = most(votes)
	scores := map[string]int{}
	here := slices.DeleteFunc(slices.Clone(incidents), func(i goldIncident) bool { return !slices.Contains(i.Reports, report) })
	for _, i := range here {
		if len(here) == 1 {
			scores[i.ID]++
		}
		if n := min(len(x.Date), len(i.Date)); n >= 7 && x.Date[:n] == i.Date[:n] {
			scores[i.ID] += 2
		}
		if i.Type == x.Kind {
			scores[i.ID] += 2
		}
		if slices.ContainsFunc(x.Incident, func(w sanad.Span) bool {
			return slices.ContainsFunc(told, func(m goldMention) bool {
				return m.Report == report && m.Incident == i.ID && overlap(w, m) > 0
			})
		}) {
			scores[i.ID] += 4
		}
	}
	for _, i := range here {
		if i.ID != most(scores) {
			continue
		}
		for _, p := range i.Participants {
			if p.Person != who {
				continue
			}
			switch accused := p.Role == sanad.Perpetrator || p.Role == sanad.Suspect; {
			case slices.Contains(p.DeniedIn, report) && accused:
				return "denied", who, i.ID
			case slices.Contains(p.UncertainIn, report) && accused:
				return "uncertain", who, i.ID
			case slices.Contains(p.Reports, report) && accused:
				return "accused", who, i.ID
			case slices.Contains(p.Reports, report) || slices.Contains(p.UncertainIn, report):
				return p.Role, who, i.ID
			}
		}
	}
	return none, who, most(scores)
}

func overlap(a sanad.Span, m goldMention) int { return min(a.End, m.End) - max(a.Start, m.Start) }

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
