package casework

import (
	"sort"

	sanad "github.com/sanad-workbench/sanad"
)

// Stage is one step of a proceeding, as reports tell it.
type Stage struct {
	Kind      string        `json:"kind"` // arrest, charge, acquittal, conviction, dismissal, sentence, release, appeal, death
	Date      string        `json:"date,omitempty"`
	Place     string        `json:"place,omitempty"`
	Value     string        `json:"value,omitempty"` // the charge, the sentence, why released
	Authority *sanad.Ref    `json:"authority,omitempty"`
	Reports   int           `json:"reports"`
	Lines     int           `json:"lines"`
	Denied    int           `json:"denied"`
	Uncertain int           `json:"uncertain"`
	Cites     []*sanad.Cite `json:"cites,omitempty"`
}

// Proceeding is what happened to one person before authorities, newest stage first. There is no single status: the
// line shows every stage.
type Proceeding struct {
	Person  sanad.Ref `json:"person"`
	Stages  []Stage   `json:"stages"`
	Cleared bool      `json:"cleared"` // an acquittal, a dismissal or a release stands in some report: it travels with every view
	Latest  string    `json:"latest"`  // kind of the newest stage
	Reports int       `json:"reports"`
}

// kindOf names the stage a found record is.
func kindOf(f sanad.Found) string {
	switch f.Schema {
	case sanad.SchemaDetention:
		return "arrest"
	case sanad.SchemaCharge:
		return "charge"
	case sanad.SchemaSentence:
		return "sentence"
	case sanad.SchemaRelease:
		return "release"
	case sanad.SchemaVerdict:
		switch f.Value("value") {
		case "acquitted":
			return "acquittal"
		case "dismissed":
			return "dismissal"
		}
		return "conviction"
	}
	return ""
}

// ProceedingSchemata are the schemata that make stages.
var ProceedingSchemata = []string{sanad.SchemaDetention, sanad.SchemaCharge, sanad.SchemaVerdict, sanad.SchemaSentence, sanad.SchemaRelease}

// Proceedings gathers stages by person; persons whose newest stage is newest come first.
func Proceedings(l Lens, records []sanad.Found, cites bool) []Proceeding {
	type key struct{ kind, value, date string }
	type person struct {
		ref    sanad.Ref
		keys   []key
		groups map[key][]sanad.Found
		all    []sanad.ID
	}
	index := map[sanad.ID]int{}
	var people []*person
	for _, f := range records {
		subject := sanad.ID(f.Value("subject"))
		kind := kindOf(f)
		if subject == "" || kind == "" {
			continue
		}
		ref := l.Ref(subject)
		i, ok := index[ref.ID]
		if !ok {
			i = len(people)
			index[ref.ID] = i
			people = append(people, &person{ref: ref, groups: map[key][]sanad.Found{}})
		}
		p := people[i]
		k := key{kind, "", f.Value("date")}
		if kind == "sentence" || kind == "charge" {
			k.value = f.Value("value")
		}
		if _, ok := p.groups[k]; !ok {
			p.keys = append(p.keys, k)
		}
		p.groups[k] = append(p.groups[k], f)
		p.all = append(p.all, f.Report)
	}
	out := make([]Proceeding, 0, len(people))
	for _, p := range people {
		pr := Proceeding{Person: p.ref}
		pr.Reports, _ = l.Lines(p.all)
		for _, k := range p.keys {
			pr.Stages = append(pr.Stages, stage(l, k.kind, p.groups[k], cites))
		}
		pr.Stages = foldUndated(pr.Stages)
		sort.SliceStable(pr.Stages, func(i, j int) bool {
			a, b := pr.Stages[i], pr.Stages[j]
			if da, db := a.Date, b.Date; da != db && da != "" && db != "" {
				return da > db
			}
			return order[a.Kind] > order[b.Kind]
		})
		for _, s := range pr.Stages {
			if s.Reports > 0 && (s.Kind == "acquittal" || s.Kind == "release" || s.Kind == "dismissal") {
				pr.Cleared = true
			}
		}
		pr.Latest = pr.Stages[0].Kind
		out = append(out, pr)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if a, b := out[i].Stages[0].Date, out[j].Stages[0].Date; a != b {
			return a > b
		}
		return out[i].Person.Name < out[j].Person.Name
	})
	return out
}

// order is the way of a case, for stages without dates.
var order = map[string]int{"arrest": 1, "charge": 2, "conviction": 3, "sentence": 4, "dismissal": 5, "acquittal": 5, "appeal": 6, "release": 7, "death": 8}

func stage(l Lens, kind string, g []sanad.Found, cites bool) Stage {
	s := Stage{Kind: kind, Date: bestDate(g), Value: most(g, "value")}
	if kind == "conviction" || kind == "acquittal" || kind == "dismissal" {
		s.Value = ""
	}
	s.Place, _ = place(g)
	if a := most(g, "authority"); a != "" {
		ref := l.Ref(sanad.ID(a))
		s.Authority = &ref
	}
	var affirm []sanad.ID
	for _, f := range g {
		switch f.Polarity() {
		case sanad.Denied:
			s.Denied++
		case sanad.Uncertain:
			s.Uncertain++
		default:
			affirm = append(affirm, f.Report)
		}
	}
	s.Reports, s.Lines = l.Lines(affirm)
	if cites {
		s.Cites = l.Cites(g, "subject", "date", "value")
	}
	return s
}

// foldUndated adds what undated reports say of a stage to the one dated stage of the same kind and value, when there is
// exactly one.
func foldUndated(in []Stage) []Stage {
	var out []Stage
	for _, s := range in {
		if s.Date != "" {
			out = append(out, s)
		}
	}
	for _, s := range in {
		if s.Date != "" {
			continue
		}
		at, n := -1, 0
		for i, d := range out {
			if d.Date != "" && d.Kind == s.Kind && (d.Value == s.Value || s.Value == "") {
				at = i
				n++
			}
		}
		if n != 1 {
			out = append(out, s)
			continue
		}
		d := &out[at]
		d.Reports += s.Reports
		d.Lines = max(d.Lines, s.Lines)
		d.Denied += s.Denied
		d.Uncertain += s.Uncertain
		d.Cites = append(d.Cites, s.Cites...)
	}
	return out
}
