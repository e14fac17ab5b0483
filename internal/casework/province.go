package casework

import (
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
)

// Operation is one operation against a network, with its results, as reports tell it.
type Operation struct {
	ID        sanad.ID   `json:"id"`
	Name      string     `json:"name,omitempty"`
	Date      string     `json:"date,omitempty"`
	Place     string     `json:"place,omitempty"`
	PlaceID   string     `json:"place_id,omitempty"`
	Province  string     `json:"province,omitempty"`
	Authority *sanad.Ref `json:"authority,omitempty"`
	Killed    string     `json:"killed,omitempty"`
	Captured  string     `json:"captured,omitempty"`
	Seized    []string   `json:"seized,omitempty"`
	sanad.Support
}

// Operations gathers found operations, newest first.
func Operations(l Lens, found []sanad.Found) []Operation {
	ids, groups := l.Group(found)
	out := make([]Operation, 0, len(ids))
	for i, id := range ids {
		g := groups[i]
		o := Operation{ID: id, Name: most(g, "name"), Date: bestDate(g), Killed: most(g, "killed"), Captured: most(g, "captured")}
		o.Place, o.PlaceID = place(g)
		o.Province = Province(o.PlaceID)
		o.Support = sanad.Weigh(g, l.Lines)
		seen := map[string]bool{}
		for _, f := range g {
			for _, s := range f.Values("seized") {
				if !seen[s] {
					seen[s] = true
					o.Seized = append(o.Seized, s)
				}
			}
		}
		if a := most(g, "authority"); a != "" {
			ref := l.Ref(sanad.ID(a))
			o.Authority = &ref
		}
		o.Cites = l.Cites(g, "date", "place", "killed", "captured", "seized")
		out = append(out, o)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Date > out[j].Date })
	return out
}

// Deployment is what stands in a place, or is wanting there: people, equipment, needs.
type Deployment struct {
	ID        sanad.ID      `json:"id"`
	Unit      string        `json:"unit,omitempty"`
	Place     string        `json:"place,omitempty"`
	Province  string        `json:"province,omitempty"`
	Date      string        `json:"date,omitempty"`
	Personnel string        `json:"personnel,omitempty"`
	Equipment []string      `json:"equipment,omitempty"`
	Need      []string      `json:"need,omitempty"`
	Cites     []*sanad.Cite `json:"cites,omitempty"`
}

// ProvinceBoard is the situation in one province: counts of what reports say, never a score.
type ProvinceBoard struct {
	Code        string       `json:"code"` // ISO 3166-2
	NameEN      string       `json:"name_en"`
	NameAR      string       `json:"name_ar"`
	Lat         float64      `json:"lat"`
	Lon         float64      `json:"lon"`
	Incidents   int          `json:"incidents"`
	Inferred    int          `json:"inferred,omitempty"` // of the incidents, those that are only inferred
	ByType      []TypeCount  `json:"by_type"`
	Operations  []Operation  `json:"operations"`
	Deployments []Deployment `json:"deployments"`
	Killed      int          `json:"killed"`   // in operations, best figures of the accounts
	Captured    int          `json:"captured"` //
	Personnel   int          `json:"personnel"`
	Latest      string       `json:"latest,omitempty"` // date of the newest thing here
}

// TypeCount counts incidents of a type.
type TypeCount struct {
	Type  string `json:"type"`
	Count int    `json:"count"`
}

// Provinces makes the board: every province of Iraq, those where something is told first.
func Provinces(l Lens, incidents []Incident, operations []Operation, deployments []sanad.Found) []ProvinceBoard {
	gov := places.Governorates()
	out := make([]ProvinceBoard, len(gov))
	index := map[string]*ProvinceBoard{}
	types := map[string]map[string]int{}
	for i, g := range gov {
		code := g.Governorate
		out[i] = ProvinceBoard{Code: code, NameEN: g.NameEN, NameAR: g.NameAR, Lat: g.Lat, Lon: g.Lon, Operations: []Operation{}, Deployments: []Deployment{}, ByType: []TypeCount{}}
		index[code] = &out[i]
		types[code] = map[string]int{}
	}
	newest := func(b *ProvinceBoard, date string) {
		if date > b.Latest {
			b.Latest = date
		}
	}
	for _, x := range incidents {
		if b := index[x.Province]; b != nil {
			b.Incidents++
			if x.Inferred == x.Reports {
				b.Inferred++
			}
			types[x.Province][x.Type]++
			newest(b, x.Date)
		}
	}
	for _, o := range operations {
		b := index[o.Province]
		if b == nil {
			continue
		}
		b.Operations = append(b.Operations, o)
		if _, n, _, ok := Count(o.Killed); ok {
			b.Killed += n
		}
		if _, n, _, ok := Count(o.Captured); ok {
			b.Captured += n
		}
		newest(b, o.Date)
	}
	for _, f := range deployments {
		name, id := place([]sanad.Found{f})
		b := index[Province(id)]
		if b == nil {
			continue
		}
		unit := f.Value("unit")
		if c := f.Claim("unit"); c != nil && sanad.IsEntityProp(f.Schema, "unit") && unit != "" {
			unit = l.Ref(sanad.ID(unit)).Name
		}
		d := Deployment{ID: f.ID, Unit: unit, Place: name, Province: b.Code, Date: f.Value("date"), Personnel: f.Value("personnel"),
			Equipment: f.Values("equipment"), Need: f.Values("need"), Cites: l.Cites([]sanad.Found{f}, "place", "personnel", "equipment", "need")}
		b.Deployments = append(b.Deployments, d)
		if _, n, _, ok := Count(d.Personnel); ok {
			b.Personnel += n
		}
		newest(b, d.Date)
	}
	for i := range out {
		b := &out[i]
		for t, n := range types[b.Code] {
			b.ByType = append(b.ByType, TypeCount{t, n})
		}
		sort.Slice(b.ByType, func(i, j int) bool {
			if b.ByType[i].Count != b.ByType[j].Count {
				return b.ByType[i].Count > b.ByType[j].Count
			}
			return b.ByType[i].Type < b.ByType[j].Type
		})
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := len(out[i].Operations)+out[i].Incidents+len(out[i].Deployments), len(out[j].Operations)+out[j].Incidents+len(out[j].Deployments)
		if a != b {
			return a > b
		}
		return out[i].Code < out[j].Code
	})
	return out
}
