package casework

import (
	"slices"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Stage is one step of a proceeding, as reports tell it.
type Stage struct {
	Kind      string     `json:"kind"` // arrest, charge, acquittal, conviction, dismissal, sentence, release, appeal, death
	Date      string     `json:"date,omitempty"`
	Place     string     `json:"place,omitempty"`
	Value     string     `json:"value,omitempty"` // the charge, the sentence, why released
	Authority *sanad.Ref `json:"authority,omitempty"`
	sanad.Support
}

// Proceeding is what happened to one person before authorities, newest stage first. There is no single status: the
// line shows every stage.
type Proceeding struct {
	Person sanad.Ref `json:"person"`
	Stages []Stage   `json:"stages"`
	Standing
	Reports int `json:"reports"`
}

// Standing is where a person's case stands. It goes with his name wherever it stands, and with it whether a model only inferred it.
type Standing struct {
	Latest          string `json:"latest"`                     // kind of the newest stage some report affirms, "" when none does
	LatestInferred  bool   `json:"latest_inferred,omitempty"`  //
	Cleared         bool   `json:"cleared"`                    // an acquittal, a dismissal or a release stands in some report: it travels with every view
	ClearedInferred bool   `json:"cleared_inferred,omitempty"` //
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
	type person struct {
		ref    sanad.Ref
		keys   []stageKey
		groups map[stageKey][]sanad.Found
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
			people = append(people, &person{ref: ref, groups: map[stageKey][]sanad.Found{}})
		}
		p := people[i]
		k := stageKey{kind, "", f.Value("date")}
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
		for _, g := range foldUndated(p.keys, p.groups) {
			pr.Stages = append(pr.Stages, stage(l, kindOf(g[0]), g, cites))
		}
		pr.Stages = inOrder(pr.Stages)
		pr.Standing = standing(pr.Stages)
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

// standing is where the stages of a proceeding, newest first, leave a person.
func standing(stages []Stage) Standing {
	var out Standing
	for _, s := range stages {
		if s.Reports == 0 { // what is only denied or doubted is not where a person stands
			continue
		}
		if out.Latest == "" {
			out.Latest, out.LatestInferred = s.Kind, s.OnlyInferred()
		}
		if s.Kind == "acquittal" || s.Kind == "release" || s.Kind == "dismissal" {
			out.ClearedInferred = s.OnlyInferred() && (out.ClearedInferred || !out.Cleared)
			out.Cleared = true
		}
	}
	return out
}

// order is the way of a case, for stages without dates.
var order = map[string]int{"arrest": 1, "charge": 2, "conviction": 3, "sentence": 4, "dismissal": 5, "acquittal": 5, "appeal": 6, "release": 7, "death": 8}

// inOrder puts the newest stage first: dated ones by date, an undated one before the newest dated stage that goes before
// it in the way of a case.
func inOrder(in []Stage) []Stage {
	var out, undated []Stage
	for _, s := range in {
		if s.Date == "" {
			undated = append(undated, s)
		} else {
			out = append(out, s)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if a, b := lastDay(out[i].Date), lastDay(out[j].Date); a != b {
			return a > b
		}
		return order[out[i].Kind] > order[out[j].Kind]
	})
	sort.SliceStable(undated, func(i, j int) bool { return order[undated[i].Kind] < order[undated[j].Kind] })
	for _, u := range undated {
		at := slices.IndexFunc(out, func(s Stage) bool { return order[s.Kind] <= order[u.Kind] })
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, u)
	}
	return out
}

// lastDay is the last day a date may mean, for sorting; a date that cannot be read sorts as it is written.
func lastDay(edtf string) string {
	if _, to, ok := text.Interval(edtf); ok {
		return to
	}
	return edtf
}

func stage(l Lens, kind string, g []sanad.Found, cites bool) Stage {
	s := Stage{Kind: kind, Date: bestDate(g), Value: most(g, "value"), Support: sanad.Weigh(g, l.Lines)}
	if kind == "conviction" || kind == "acquittal" || kind == "dismissal" {
		s.Value = ""
	}
	s.Place, _ = place(g)
	if a := most(g, "authority"); a != "" {
		ref := l.Ref(sanad.ID(a))
		s.Authority = &ref
	}
	if cites {
		s.Cites = l.Cites(g, "subject", "date", "value")
	}
	return s
}

// stageKey tells the stages of one proceeding apart.
type stageKey struct{ kind, value, date string }

// foldUndated returns the records of each stage. What undated reports say of a stage is added to the one dated stage of
// the same kind and value, when there is exactly one.
func foldUndated(keys []stageKey, groups map[stageKey][]sanad.Found) [][]sanad.Found {
	value := func(g []sanad.Found) string {
		if g[0].Schema == sanad.SchemaVerdict {
			return ""
		}
		return most(g, "value")
	}
	var out [][]sanad.Found
	var kinds []string
	for _, k := range keys {
		if k.date != "" {
			out, kinds = append(out, groups[k]), append(kinds, k.kind)
		}
	}
	dated := len(out)
	for _, k := range keys {
		if k.date != "" {
			continue
		}
		at, n := -1, 0
		for i, g := range out[:dated] {
			if v := value(groups[k]); kinds[i] == k.kind && (v == "" || v == value(g)) {
				at = i
				n++
			}
		}
		if n == 1 {
			out[at] = append(slices.Clone(out[at]), groups[k]...)
		} else {
			out = append(out, groups[k])
		}
	}
	return out
}
