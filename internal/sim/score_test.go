package sim

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// line is one line of an export.
type line map[string]any

// oracle writes the export of a program that reads everything right, but for a share of slips.
type oracle struct {
	r     *rand.Rand
	slips float64
	lines []line
	n     int
}

func (o *oracle) slip() bool { return o.r.Float64() < o.slips }

// rarely is a slip upon a slip.
func (o *oracle) rarely() bool {
	first := o.slip()
	return first && o.slip()
}

func (o *oracle) claim(entity, canonical, schema, prop string, value any, report string, span *place, pol polarity) {
	if o.rarely() {
		return
	}
	o.n++
	l := line{"id": fmt.Sprint("c", o.n), "entity_id": entity, "canonical_id": canonical, "schema": schema, "prop": prop, "value": value, "report": report,
		"start": nil, "end": nil, "polarity": polarityNames[pol]}
	if span != nil {
		l["start"], l["end"] = span.start, span.end
	}
	o.lines = append(o.lines, l)
}

// export tells the whole truth with slips: dropped and moved spans, wrong joins, wrong roles, dates, polarities and amounts.
func (o *oracle) export(g *Gold) {
	canonical := map[string]string{}
	entity := func(report, person string) string {
		e := report + "/" + person
		if _, ok := canonical[e]; !ok {
			canonical[e] = e
			if o.slip() {
				canonical[e] = "joined/" + person
			} else if o.rarely() {
				canonical[e] = "joined/" + g.Persons[o.r.IntN(len(g.Persons))].ID
			}
		}
		return e
	}
	for _, m := range g.Mentions {
		if o.slip() {
			continue
		}
		e := entity(m.Report, m.Person)
		if o.slip() { // a second entity for the same person
			e = entity(m.Report, m.Person+"b")
		}
		if o.slip() {
			m.Start += o.r.IntN(3)
			m.End += o.r.IntN(7)
		}
		o.claim(e, canonical[e], "Person", m.Kind, m.Surface, m.Report, &place{m.Start, m.End}, affirmed)
		if o.slip() {
			e := entity(m.Report, "spurious"+m.Person)
			o.claim(e, canonical[e], "Person", "name", "x", m.Report, &place{m.Start + 9, m.End + 15}, affirmed)
		}
	}
	for _, x := range g.Ignore {
		if o.slip() {
			e := entity(x.Report, "mother")
			o.claim(e, e, "Person", "name", "m", x.Report, &place{x.Start, x.End}, affirmed)
		}
	}
	for _, m := range g.OrgMentions {
		e := m.Report + "/" + m.Org
		o.claim(e, e, "Organization", "name", m.Surface, m.Report, &place{m.Start, m.End}, affirmed)
	}
	pol := func(p int) polarity {
		if o.slip() {
			return polarity(o.r.IntN(3))
		}
		return polarity(p)
	}
	role := func(s string) string {
		if o.slip() {
			return []string{"member", "قائد", "hawala broker", "nobody", "suspect", "executed", "executioner", "victim"}[o.r.IntN(8)]
		}
		return s
	}
	for _, m := range g.Memberships {
		for p, reports := range [][]string{m.Reports, m.UncertainIn, m.DeniedIn} {
			for _, r := range reports {
				e := fmt.Sprint(r, "/m/", m.Person, m.Role)
				said := pol(p)
				o.claim(e, e, "Membership", "member", entity(r, m.Person), r, nil, said)
				o.claim(e, e, "Membership", "organization", r+"/"+m.Network, r, nil, said)
				o.claim(e, e, "Membership", "role", role(m.Role), r, &place{3, 9}, said)
			}
		}
	}
	spans := map[string]GoldIncidentMention{}
	for _, m := range g.IncidentMentions {
		spans[m.Report+m.Incident] = m
	}
	for _, i := range g.Incidents {
		for _, r := range i.Reports {
			e := r + "/" + i.ID
			can := e
			if o.slip() {
				can = i.ID
			}
			var at *place
			if m, ok := spans[r+i.ID]; ok && !o.slip() {
				at = &place{m.Start, m.End}
			}
			o.claim(e, can, "Event", "subtype", role(i.Type), r, at, affirmed)
			if !o.slip() {
				o.claim(e, can, "Event", "date", i.Date, r, nil, affirmed)
			} else {
				o.claim(e, can, "Event", "date", i.Date[:7]+"~", r, nil, affirmed)
			}
			o.claim(e, can, "Event", "place", "near "+i.Place, r, nil, affirmed)
		}
		for _, p := range i.Participants {
			for k, reports := range [][]string{p.Reports, p.UncertainIn, p.DeniedIn} {
				for _, r := range reports {
					e := fmt.Sprint(r, "/p/", i.ID, p.Person, p.Role, k)
					said := pol(k)
					o.claim(e, e, "Participation", "event", r+"/"+i.ID, r, nil, said)
					o.claim(e, e, "Participation", "participant", entity(r, p.Person), r, nil, said)
					o.claim(e, e, "Participation", "role", role(p.Role), r, nil, said)
				}
			}
		}
	}
	for _, x := range g.Outcomes {
		schema := map[string]string{"arrest": "Detention", "charge": "Charge", "sentence": "Sentence", "acquittal": "Verdict", "release": "Release"}[x.Kind]
		for _, r := range x.Reports {
			e := r + "/" + x.ID
			o.claim(e, e, schema, "subject", entity(r, x.Person), r, nil, affirmed)
			o.claim(e, e, schema, "date", x.Date, r, nil, affirmed)
			value := x.Detail
			if x.Kind == "acquittal" && !o.slip() {
				value = "acquitted"
			}
			if x.Kind == "sentence" && o.slip() {
				value = "السجن ١٥ سنة"
			}
			o.claim(e, e, schema, "value", value, r, nil, affirmed)
		}
	}
	for _, x := range g.Payments {
		for _, r := range x.Reports {
			e := r + "/" + x.ID
			end := func(id string) string {
				if id[0] == 'P' {
					return entity(r, id)
				}
				return r + "/" + id
			}
			o.claim(e, e, "Payment", "payer", end(x.Payer), r, nil, affirmed)
			o.claim(e, e, "Payment", "beneficiary", end(x.Beneficiary), r, nil, affirmed)
			var amount any = fmt.Sprintf("%.0f", x.Amount)
			if o.slip() {
				amount = int(x.Amount)
			} else if o.slip() {
				amount = []string{"١٢ ألف", "1.500.000", "3 million dinars", "12,500.50 USD"}[o.r.IntN(4)]
			}
			o.claim(e, e, "Payment", "amount", amount, r, nil, affirmed)
			o.claim(e, e, "Payment", "date", x.Date, r, nil, affirmed)
		}
	}
	o.lines = append(o.lines, line{"entity_id": "odd", "schema": "Person", "prop": "name", "value": "odd", "report": "R00001", "start": 7, "end": 3})
}

func (o *oracle) questions(g *Gold) []line {
	byPerson := map[string][]string{}
	for _, m := range g.Mentions {
		e := m.Report + "/" + m.Person
		if l := byPerson[m.Person]; len(l) == 0 || l[len(l)-1] != e {
			byPerson[m.Person] = append(l, e)
		}
	}
	var out []line
	for _, p := range g.Persons {
		for i, e := range byPerson[p.ID] {
			if i > 0 && !o.slip() {
				out = append(out, line{"left": byPerson[p.ID][o.r.IntN(i)], "right": e, "score": float64(o.r.IntN(50)) / 50})
			}
			if o.slip() {
				q := g.Persons[o.r.IntN(len(g.Persons))]
				if l := byPerson[q.ID]; len(l) > 0 {
					out = append(out, line{"left": l[0], "right": e, "score": o.r.Float64()})
				}
			}
		}
	}
	return append(out, line{"left": "nobody", "right": "nowhere", "score": 1}, line{"left": "R00001/N1", "right": "R00002/N1", "score": "0.5"})
}

func jsonLines(t *testing.T, lines []line) []byte {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, l := range lines {
		if err := enc.Encode(l); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func shared(t *testing.T, elem ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	p := filepath.Join(append([]string{dir, "..", "shared"}, elem...)...)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("SKIPPED: %s is not here: the port of the scores is NOT compared with the original", p)
	}
	return p
}

func smallWorld(t *testing.T, o Options) (*World, *Gold, string) {
	t.Helper()
	w, err := Generate(o)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := w.Write(dir, nil); err != nil {
		t.Fatal(err)
	}
	g, err := LoadGold(filepath.Join(dir, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	return w, g, dir
}

func readExport(t *testing.T, claims, questions, lineage []byte) Export {
	t.Helper()
	var e Export
	var err error
	if e.Claims, e.BadLines, err = ReadClaims(bytes.NewReader(claims)); err != nil {
		t.Fatal(err)
	}
	if e.Questions, err = ReadQuestions(bytes.NewReader(questions)); err != nil {
		t.Fatal(err)
	}
	if e.Lineage, err = ReadLineage(bytes.NewReader(lineage)); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestScoreEqualsTheOriginal(t *testing.T) {
	script := shared(t, "bench", "reports", "score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("SKIPPED: no python3: the port of the scores is NOT compared with the original")
	}
	for _, slips := range []float64{0, .1, .35} {
		t.Run(fmt.Sprint("slips ", slips), func(t *testing.T) {
			_, g, dir := smallWorld(t, Options{Seed: 7, Members: 30, Reports: 220})
			o := &oracle{r: rand.New(rand.NewPCG(3, 4)), slips: slips}
			o.export(g)
			claims := append(jsonLines(t, o.lines), "not json\n[1]\n{\"export\":{\"reason\":\"test\"}}\n"...)
			questions := jsonLines(t, o.questions(g))
			var descent []line
			for i, l := range g.Lineage {
				for _, d := range l.Derived {
					if !o.slip() {
						descent = append(descent, line{"report": d, "derived_from": l.Origin})
					}
				}
				if o.slip() {
					descent = append(descent, line{"report": l.Origin + ".txt", "derived_from": []string{g.Lineage[(i+1)%len(g.Lineage)].Origin}})
				}
			}
			lineage := jsonLines(t, descent)
			files := map[string][]byte{"claims": claims, "questions": questions, "lineage": lineage}
			args := []string{script, "--gold", filepath.Join(dir, "gold")}
			for _, name := range []string{"claims", "questions", "lineage"} {
				path := filepath.Join(dir, name+".jsonl")
				if err := os.WriteFile(path, files[name], 0o600); err != nil {
					t.Fatal(err)
				}
				args = append(args, "--"+name, path)
			}
			cmd := exec.Command(python, args...)
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			want, err := cmd.Output()
			if err != nil {
				t.Fatalf("run score.py: %v\n%s", err, stderr.String())
			}
			var got strings.Builder
			for _, m := range Score(g, readExport(t, claims, questions, lineage)) {
				fmt.Fprintln(&got, m)
			}
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); d != "" {
				t.Errorf("figures differ from the original (-python +go):\n%s", d)
			}
		})
	}
}
