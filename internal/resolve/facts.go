package resolve

import (
	"cmp"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/text"
)

// FactClaim is a claim with the line it came by: the source's controller, or the source where it has none. Two sources of
// one controller are one line of information.
type FactClaim struct {
	sanad.Claim
	Line string
}

// Fact is what several claims say alike of the same entities: computed, never stored as truth.
type Fact struct {
	Entity    sanad.ID   `json:"entity"` // canonical
	Schema    string     `json:"schema"`
	Prop      string     `json:"prop"`
	Value     string     `json:"value"`  // the wording most claims have
	Normal    string     `json:"normal"` // by which claims were found to say the same
	Claims    []sanad.ID `json:"claims"` // in order of report and id
	Affirmed  int        `json:"affirmed"`
	Denied    int        `json:"denied"`
	Uncertain int        `json:"uncertain"`        // reports that say so, denials first, of each report one voice
	Reports   int        `json:"reports"`          // that say anything of it
	Origins   int        `json:"origins"`          // independent ones among the reports that affirm it
	Rivals    []string   `json:"rivals,omitempty"` // values of other facts that cannot hold beside this one; both stand
}

// singleValued are the properties of which a person has one.
var singleValued = map[string]bool{"birthDate": true, "deathDate": true, "birthPlace": true, "fatherName": true, "motherName": true}

// Facts groups claims that say the same of the same canonical entities, ordered by entity, schema, property and value.
// canonical resolves entities, origin gives the root of a report's lineage (the report itself when it repeats nothing),
// rejected tells claims a person rejected: they count for nothing.
func Facts(claims []FactClaim, canonical, origin func(sanad.ID) sanad.ID, rejected func(sanad.ID) bool) []Fact {
	type key struct {
		entity             sanad.ID
		schema, prop, norm string
	}
	by := map[key][]FactClaim{}
	var keys []key
	for _, c := range claims {
		if rejected(c.ID) {
			continue
		}
		k := key{canonical(c.Entity), c.Schema, c.Prop, normal(c.Claim, canonical)}
		if by[k] == nil {
			keys = append(keys, k)
		}
		by[k] = append(by[k], c)
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(strings.Compare(string(a.entity), string(b.entity)), strings.Compare(a.schema, b.schema), strings.Compare(a.prop, b.prop), strings.Compare(a.norm, b.norm))
	})
	facts := make([]Fact, 0, len(keys))
	for _, k := range keys {
		f := weigh(by[k], origin)
		f.Entity, f.Schema, f.Prop, f.Normal = k.entity, k.schema, k.prop, k.norm
		facts = append(facts, f)
	}
	for lo := 0; lo < len(facts); {
		hi := lo + 1
		for hi < len(facts) && facts[hi].Entity == facts[lo].Entity && facts[hi].Schema == facts[lo].Schema && facts[hi].Prop == facts[lo].Prop {
			hi++
		}
		if singleValued[facts[lo].Prop] {
			rivals(facts[lo:hi])
		}
		lo = hi
	}
	return facts
}

// normal returns the form by which two values are one.
func normal(c sanad.Claim, canonical func(sanad.ID) sanad.ID) string {
	switch {
	case sanad.IsEntityProp(c.Schema, c.Prop):
		return string(canonical(sanad.ID(c.Value)))
	case c.Normal != "":
		return c.Normal
	}
	return strings.Join(strings.Fields(text.Fold(c.Value)), " ")
}

func weigh(claims []FactClaim, origin func(sanad.ID) sanad.ID) Fact {
	slices.SortFunc(claims, func(a, b FactClaim) int {
		return cmp.Or(strings.Compare(string(a.Report), string(b.Report)), strings.Compare(string(a.ID), string(b.ID)))
	})
	var f Fact
	says := map[sanad.ID]sanad.Polarity{}
	wording := map[string]int{}
	var reports []sanad.ID
	line := map[sanad.ID]string{}
	for _, c := range claims {
		f.Claims = append(f.Claims, c.ID)
		if n := wording[c.Value] + 1; f.Value == "" || n > wording[f.Value] || n == wording[f.Value] && c.Value < f.Value {
			wording[c.Value] = n
			f.Value = c.Value
		} else {
			wording[c.Value] = n
		}
		was, ok := says[c.Report]
		if !ok {
			reports = append(reports, c.Report)
			line[c.Report] = c.Line
		}
		if !ok || voice(c.Polarity) > voice(was) {
			says[c.Report] = c.Polarity
		}
	}
	// Reports of one lineage, or of one line of information, are one origin.
	var parent = map[string]string{}
	var find func(string) string
	find = func(s string) string {
		p, ok := parent[s]
		if !ok || p == s {
			return s
		}
		root := find(p)
		parent[s] = root
		return root
	}
	for _, r := range reports {
		switch says[r] {
		case sanad.Denied:
			f.Denied++
			continue
		case sanad.Uncertain:
			f.Uncertain++
			continue
		}
		f.Affirmed++
		root := "r" + string(origin(r))
		if line[r] != "" {
			parent[find(root)] = find("l" + line[r])
		}
	}
	origins := map[string]bool{}
	for _, r := range reports {
		if says[r] != sanad.Denied && says[r] != sanad.Uncertain {
			origins[find("r"+string(origin(r)))] = true
		}
	}
	f.Reports, f.Origins = len(reports), len(origins)
	return f
}

// voice orders what a report says when it says several things: a denial is heard first.
func voice(p sanad.Polarity) int {
	switch p {
	case sanad.Denied:
		return 2
	case sanad.Uncertain:
		return 1
	}
	return 0
}

// rivals fills in, for facts of one single-valued property, which of them cannot hold together.
func rivals(facts []Fact) {
	for i := range facts {
		for j := range facts {
			if i == j || facts[i].Affirmed+facts[i].Uncertain == 0 || facts[j].Affirmed+facts[j].Uncertain == 0 {
				continue
			}
			if !agree(facts[i].Prop, facts[i].Normal, facts[j].Normal) {
				facts[i].Rivals = append(facts[i].Rivals, facts[j].Value)
			}
		}
	}
}

func agree(prop, a, b string) bool {
	switch prop {
	case "birthDate", "deathDate":
		a, b = strings.TrimRight(a, "~?%"), strings.TrimRight(b, "~?%")
		return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	case "fatherName", "motherName":
		x, y := names.Parse(a), names.Parse(b)
		if len(x.Parts) == 0 || len(y.Parts) == 0 {
			return false
		}
		return names.PartSimilarity(x.Parts[0], y.Parts[0]) >= 0.5
	}
	return false
}
