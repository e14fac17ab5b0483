// Package casework makes incidents, proceedings, operations and the board of provinces out of what the reports say and
// what people decided. It computes; it stores nothing and judges nobody.
package casework

import (
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Lens is how a viewer sees found things: which are one, what they are called, what is said of them.
type Lens interface {
	Ref(id sanad.ID) sanad.Ref                                       // of a found entity: the canonical thing it belongs to
	Facts(things []sanad.Found, props ...string) []sanad.Fact        // what they say, gathered, contradictions marked
	Cites(things []sanad.Found, props ...string) []*sanad.Cite       // the claims themselves
	Lines(reports []sanad.ID) (reportCount int, independent int)     // how many reports, how many independent lines
	Group(things []sanad.Found) (ids []sanad.ID, of [][]sanad.Found) // by canonical id, in a stable order
}

// Incident is what happened once, as one or more reports tell it.
type Incident struct {
	ID           sanad.ID      `json:"id"`
	Type         string        `json:"type"`
	Date         string        `json:"date,omitempty"`  // the best-supported date, EDTF
	Place        string        `json:"place,omitempty"` // in the words of the sources
	PlaceID      string        `json:"place_id,omitempty"`
	Province     string        `json:"province,omitempty"`
	Toll         string        `json:"toll,omitempty"` // low..best..high over all accounts
	Accounts     int           `json:"accounts"`       // found events judged to be this one
	Reports      int           `json:"reports"`
	Lines        int           `json:"lines"`
	Inferred     int           `json:"inferred,omitempty"` // of the reports, those in which no rule read that it happened: a model inferred it
	Facts        []sanad.Fact  `json:"facts,omitempty"`
	Acts         []Act         `json:"acts,omitempty"`
	Participants []Participant `json:"participants"`
	Members      []sanad.ID    `json:"members,omitempty"`
}

// Act is one kind of harm to one victim or group inside an incident. One victim may suffer many acts.
type Act struct {
	Type   string    `json:"type"`
	Victim sanad.Ref `json:"victim"`
	sanad.Support
}

// Participant is somebody's part in an incident. Perpetrator is what a report says, not a finding.
type Participant struct {
	Who  sanad.Ref `json:"who"`
	Role string    `json:"role"`
	sanad.Support
}

// Incidents gathers found events and participations into incidents, newest first. With cites is false the lists stay
// short: no facts, acts or cites.
func Incidents(l Lens, events, participations []sanad.Found, cites bool) []Incident {
	parts := map[sanad.ID][]sanad.Found{}
	for _, p := range participations {
		parts[sanad.ID(p.Value("event"))] = append(parts[sanad.ID(p.Value("event"))], p)
	}
	ids, groups := l.Group(events)
	out := make([]Incident, 0, len(ids))
	for i, id := range ids {
		g := groups[i]
		inc := Incident{ID: id, Accounts: len(g), Type: most(g, "subtype"), Date: bestDate(g), Toll: toll(g)}
		inc.Place, inc.PlaceID = place(g)
		inc.Province = Province(inc.PlaceID)
		var reports, read []sanad.ID
		var here []sanad.Found
		for _, e := range g {
			reports = append(reports, e.Report)
			if !e.Inferred {
				read = append(read, e.Report)
			}
			inc.Members = append(inc.Members, e.ID)
			here = append(here, parts[e.ID]...)
		}
		inc.Reports, inc.Lines = l.Lines(reports)
		said, _ := l.Lines(read)
		inc.Inferred = inc.Reports - said
		inc.Participants = participants(l, here, cites)
		if cites {
			inc.Facts = l.Facts(g, "subtype", "date", "place", "dead", "wounded", "abducted", "displaced", "count")
			for _, p := range inc.Participants {
				if p.Role == sanad.Victim {
					inc.Acts = append(inc.Acts, Act{Type: inc.Type, Victim: p.Who, Support: p.Support})
				}
			}
		}
		out = append(out, inc)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Date != out[j].Date {
			return out[i].Date > out[j].Date
		}
		return out[i].Reports > out[j].Reports
	})
	return out
}

func participants(l Lens, parts []sanad.Found, cites bool) []Participant {
	type key struct {
		who  sanad.ID
		role string
	}
	index := map[key]int{}
	var keys []key
	var groups [][]sanad.Found
	refs := map[sanad.ID]sanad.Ref{}
	for _, p := range parts {
		who := sanad.ID(p.Value("participant"))
		if who == "" {
			continue
		}
		ref := l.Ref(who)
		k := key{ref.ID, p.Value("role")}
		at, ok := index[k]
		if !ok {
			at = len(groups)
			index[k] = at
			keys, groups = append(keys, k), append(groups, nil)
			refs[ref.ID] = ref
		}
		groups[at] = append(groups[at], p)
	}
	out := make([]Participant, len(groups))
	for i, g := range groups {
		p := Participant{Who: refs[keys[i].who], Role: keys[i].role, Support: sanad.Weigh(g, l.Lines)}
		if cites {
			p.Cites = l.Cites(g, "role")
		}
		out[i] = p
	}
	rank := map[string]int{sanad.Victim: 0, sanad.Perpetrator: 1, sanad.Suspect: 2, sanad.Witness: 3}
	sort.SliceStable(out, func(i, j int) bool {
		if a, b := rank[out[i].Role], rank[out[j].Role]; a != b {
			return a < b
		}
		if out[i].Reports != out[j].Reports {
			return out[i].Reports > out[j].Reports
		}
		return out[i].Who.Name < out[j].Who.Name
	})
	return out
}

// most returns the value most reports give; ties go to the one that comes first in the alphabet.
func most(g []sanad.Found, prop string) string {
	n := map[string]int{}
	for _, f := range g {
		if v := f.Value(prop); v != "" {
			n[v]++
		}
	}
	best := ""
	for v, c := range n {
		if best == "" || c > n[best] || (c == n[best] && v < best) {
			best = v
		}
	}
	return best
}

// bestDate is the date most reports give; among equals the more precise one.
func bestDate(g []sanad.Found) string {
	n := map[string]int{}
	for _, f := range g {
		if v := f.Value("date"); v != "" {
			n[v]++
		}
	}
	best := ""
	for _, v := range slices.Sorted(maps.Keys(n)) {
		if best == "" || n[v] > n[best] || n[v] == n[best] && days(v) < days(best) {
			best = v
		}
	}
	return best
}

// days is how many days a date may mean; many when it cannot be read.
func days(edtf string) int {
	from, to, ok := text.Interval(edtf)
	a, err1 := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if !ok || err1 != nil || err2 != nil {
		return 1 << 30
	}
	return int(b.Sub(a).Hours() / 24)
}

func place(g []sanad.Found) (name, id string) {
	n := map[string]int{}
	first := map[string]string{}
	for _, f := range g {
		c := f.Claim("place")
		if c == nil {
			continue
		}
		k := c.Normal
		if k == "" {
			k = c.Value
		}
		n[k]++
		if first[k] == "" {
			first[k] = c.Value
		}
	}
	best := ""
	for k, c := range n {
		if best == "" || c > n[best] || (c == n[best] && k < best) {
			best = k
		}
	}
	if best == "" {
		return "", ""
	}
	if _, ok := places.ByID(best); ok {
		return first[best], best
	}
	return first[best], ""
}

// Province returns the ISO 3166-2 code of the province a gazetteer place lies in, "" when unknown.
func Province(placeID string) string {
	if p, ok := places.ByID(placeID); ok {
		return p.Governorate
	}
	return ""
}

// toll is the range of the dead over all accounts: the lowest low, the figure most reports give, the highest high. A
// report that tells of one dead man says nothing of how many there were, so single deaths count only when there is no
// other figure.
func toll(g []sanad.Found) string {
	type figure struct{ low, best, high int }
	var all, more []figure
	for _, f := range g {
		c := f.Claim("dead")
		if c == nil || c.Polarity == sanad.Denied {
			continue
		}
		l, b, h, ok := Count(c.Value)
		if !ok {
			continue
		}
		all = append(all, figure{l, b, h})
		if h > 1 {
			more = append(more, figure{l, b, h})
		}
	}
	if len(more) > 0 {
		all = more
	}
	if len(all) == 0 {
		return ""
	}
	low, high, votes := all[0].low, all[0].high, map[int]int{}
	for _, f := range all {
		low, high = min(low, f.low), max(high, f.high)
		votes[f.best]++
	}
	top := all[0].best
	for b, n := range votes {
		if n > votes[top] || n == votes[top] && b < top {
			top = b
		}
	}
	if low == high {
		return strconv.Itoa(top)
	}
	return strconv.Itoa(low) + ".." + strconv.Itoa(top) + ".." + strconv.Itoa(high)
}

// Count reads a number or a range low..best..high.
func Count(s string) (low, best, high int, ok bool) {
	parts := strings.Split(s, "..")
	var n [3]int
	for i, p := range parts {
		if i > 2 {
			return 0, 0, 0, false
		}
		v, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil {
			return 0, 0, 0, false
		}
		n[i] = v
	}
	switch len(parts) {
	case 1:
		return n[0], n[0], n[0], true
	case 2:
		return n[0], n[0], n[1], true
	}
	return n[0], n[1], n[2], true
}
