package sim

import (
	"cmp"
	"fmt"
	"slices"
)

// claimKind is what a claimed thing is about.
type claimKind int

const (
	claimIncident claimKind = iota
	claimPart
	claimMember
	claimOutcome
	claimPayment
	claimOperation
)

// claimed is one thing a sentence says, as the gold keeps it.
type claimed struct {
	kind  claimKind
	index int // of the incident, outcome, payment or operation
	who   *Person
	role  string
	pol   polarity
	true_ bool
}

// ledger gathers over all reports who says what. It holds numbers of reports only.
type ledger struct {
	w         *World
	persons   [][]int32 // reports that name each person
	anchors   [][]anchor
	incidents [][]int32
	parts     map[partKey]*told
	members   map[partKey]*told
	outcomes  [][]int32
	payments  [][]int32
	ops       [][]int32
	orgs      map[string]bool
	lineage   map[lineKey][]int32
	templates map[string]int
}

type partKey struct {
	incident int // -1 for a membership
	person   int
	role     string
}

type lineKey struct {
	origin int
	how    descent
}

// told is in which reports a thing is affirmed, doubted and denied.
type told struct {
	in    [3][]int32
	true_ bool
}

// anchor is a mention by which a reviewer can point at a person in a report. Named is false when only a kunya or nisba is given.
type anchor struct {
	report     int32
	start, end int32
	named      bool
}

func newLedger(w *World) *ledger {
	return &ledger{w: w, persons: make([][]int32, len(w.persons)), anchors: make([][]anchor, len(w.persons)), incidents: make([][]int32, len(w.incidents)),
		parts: map[partKey]*told{}, members: map[partKey]*told{}, outcomes: make([][]int32, len(w.outcomes)), payments: make([][]int32, len(w.payments)),
		ops: make([][]int32, len(w.operations)), orgs: map[string]bool{}, lineage: map[lineKey][]int32{}, templates: map[string]int{}}
}

// once appends a report unless it is there already; reports come in rising order.
func once(s []int32, report int) []int32 {
	if n := len(s); n > 0 && s[n-1] == int32(report) {
		return s
	}
	return append(s, int32(report))
}

func (l *ledger) report(p *plan, t telling) {
	for _, s := range t.sentences {
		for _, c := range s.claims {
			l.claim(p.index, c)
		}
	}
	if p.origin != nil && p.descent != corrected {
		k := lineKey{p.origin.index, p.descent}
		l.lineage[k] = append(l.lineage[k], int32(p.index))
	}
	for _, id := range t.templates {
		l.templates[id]++
	}
}

func (l *ledger) claim(report int, c claimed) {
	record := func(m map[partKey]*told, k partKey) {
		t := m[k]
		if t == nil {
			t = &told{true_: c.true_}
			m[k] = t
		}
		t.in[c.pol] = once(t.in[c.pol], report)
	}
	switch c.kind {
	case claimIncident:
		l.incidents[c.index] = once(l.incidents[c.index], report)
	case claimPart:
		record(l.parts, partKey{c.index, c.who.index, c.role})
	case claimMember:
		record(l.members, partKey{-1, c.who.index, c.role})
	case claimOutcome:
		l.outcomes[c.index] = once(l.outcomes[c.index], report)
	case claimPayment:
		l.payments[c.index] = once(l.payments[c.index], report)
	case claimOperation:
		l.ops[c.index] = once(l.ops[c.index], report)
	}
}

// see notes a mention of a person. The best anchor of a report is its first name of two words or more.
func (l *ledger) see(p, report, start, end int, f nameForm) {
	l.persons[p] = once(l.persons[p], report)
	named := f.kind() == "name" && f != formOwn
	as := l.anchors[p]
	a := anchor{int32(report), int32(start), int32(end), named}
	if n := len(as); n == 0 || as[n-1].report != int32(report) {
		l.anchors[p] = append(as, a)
	} else if named && !as[n-1].named {
		as[n-1] = a
	}
}

func reference(i int) string { return fmt.Sprintf("R%05d", i+1) }

func references(s []int32) []string {
	out := make([]string, len(s))
	for i, n := range s {
		out[i] = reference(int(n))
	}
	return out
}

func (l *ledger) goldPersons() []GoldPerson {
	var out []GoldPerson
	for _, p := range l.w.persons {
		if len(l.persons[p.index]) == 0 {
			continue
		}
		h := habit{apostrof: true}
		g := GoldPerson{ID: p.ID, NameEn: h.latin(p, formFull), NameAr: h.arabic(p, formFull, false), BirthYear: p.Birth, Father: men[p.Father].latin[0],
			Mother: women[p.Mother].latin[0] + " " + men[p.MotherFather].latin[0], Town: p.Town.En, Document: fmt.Sprint(p.Document),
			Network: p.Network, Role: p.Role, Innocent: p.Innocent, Reports: references(l.persons[p.index])}
		if p.Kunya >= 0 {
			g.KunyaEn, g.KunyaAr = h.latin(p, formKunya), h.arabic(p, formKunya, false)
		}
		if p.NamesakeOf != nil {
			g.NamesakeOf = &p.NamesakeOf.ID
		}
		out = append(out, g)
	}
	return out
}

func sortedKeys(m map[partKey]*told) []partKey {
	keys := make([]partKey, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b partKey) int {
		return cmp.Or(cmp.Compare(a.incident, b.incident), cmp.Compare(a.person, b.person), cmp.Compare(a.role, b.role))
	})
	return keys
}

func (l *ledger) goldMemberships() []GoldMembership {
	var out []GoldMembership
	for _, k := range sortedKeys(l.members) {
		t, p := l.members[k], l.w.persons[k.person]
		network := p.Network
		if network == "" {
			network = covertID
		}
		out = append(out, GoldMembership{p.ID, network, k.role, references(t.in[0]), references(t.in[1]), references(t.in[2]), p.Network != "" && p.Role == k.role})
	}
	return out
}

func (l *ledger) goldIncidents() []GoldIncident {
	parts := make([][]GoldParticipant, len(l.w.incidents))
	for _, k := range sortedKeys(l.parts) {
		t := l.parts[k]
		parts[k.incident] = append(parts[k.incident], GoldParticipant{l.w.persons[k.person].ID, k.role, references(t.in[0]), references(t.in[1]), references(t.in[2]),
			t.true_})
	}
	var out []GoldIncident
	for i, inc := range l.w.incidents {
		if len(l.incidents[i]) == 0 {
			continue
		}
		g := GoldIncident{ID: inc.ID, Type: inc.Type, Date: inc.Date.EDTF(), Precision: inc.Date.Precision(), Place: inc.Town.En, PlaceAr: inc.Town.Ar,
			Reports: references(l.incidents[i]), Participants: parts[i]}
		if inc.Toll.Best > 0 {
			g.Toll = &inc.Toll
		}
		if g.Participants == nil {
			g.Participants = []GoldParticipant{}
		}
		out = append(out, g)
	}
	return out
}

func (l *ledger) goldOutcomes() []GoldOutcome {
	var out []GoldOutcome
	for i, o := range l.w.outcomes {
		if len(l.outcomes[i]) > 0 {
			out = append(out, GoldOutcome{o.ID, o.Person.ID, o.Kind, iso(o.Date), o.Detail(), references(l.outcomes[i])})
		}
	}
	return out
}

func (l *ledger) goldPayments() []GoldPayment {
	var out []GoldPayment
	for i, p := range l.w.payments {
		if len(l.payments[i]) > 0 {
			out = append(out, GoldPayment{p.ID, p.Payer.id(), p.Beneficiary.id(), float64(p.Amount), p.Currency, iso(p.Date), references(l.payments[i])})
		}
	}
	return out
}

func (l *ledger) goldOrgs() []GoldOrg {
	var out []GoldOrg
	for _, o := range orgs() {
		if l.orgs[o.ID] {
			out = append(out, GoldOrg{o.ID, o.Type, o.En[0], o.Ar[0]})
		}
	}
	return out
}

// goldOperation is a raid with what it brought: beside the format of the scores, for the province board.
type goldOperation struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Province string   `json:"province"`
	Place    string   `json:"place"`
	Date     string   `json:"date"`
	Killed   int      `json:"killed"`
	Captured int      `json:"captured"`
	Seized   string   `json:"seized"`
	Reports  []string `json:"reports"`
}

func (l *ledger) goldOperations() []goldOperation {
	var out []goldOperation
	for i, o := range l.w.operations {
		if len(l.ops[i]) > 0 {
			out = append(out, goldOperation{o.ID, operationNames[o.Name].en, provinces[o.Town.Province].En, o.Town.En, iso(o.Date), o.Killed, o.Captured,
				seizures[o.Seized].en, references(l.ops[i])})
		}
	}
	return out
}

func (l *ledger) goldLineage() []GoldLineage {
	keys := make([]lineKey, 0, len(l.lineage))
	for k := range l.lineage {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b lineKey) int { return cmp.Or(cmp.Compare(a.origin, b.origin), cmp.Compare(a.how, b.how)) })
	var out []GoldLineage
	for i := 0; i < len(keys); {
		// The scores look at whole groups: all that comes from one origin is one record.
		j, g := i, GoldLineage{ID: fmt.Sprintf("L%04d", len(out)+1), Origin: reference(keys[i].origin)}
		var derived []int32
		for ; j < len(keys) && keys[j].origin == keys[i].origin; j++ {
			derived = append(derived, l.lineage[keys[j]]...)
			if g.How != "" {
				g.How += "+"
			}
			g.How += descentNames[keys[j].how]
		}
		slices.Sort(derived)
		g.Derived = references(derived)
		out = append(out, g)
		i = j
	}
	return out
}
