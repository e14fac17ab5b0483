package main

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/sim"
)

// The vocabularies of the scoring format.
var (
	roles = strings.Fields("deputy_emir bookkeeper emir head broker trader hisba writer recruiter host courier driver financier fighter commander member")
	acts  = strings.Fields("public_execution massacre failed_plot kidnapping extortion bombing attack torture displacement destruction killing")
	parts = strings.Fields("perpetrator suspect victim witness")
	kinds = strings.Fields("name kunya nisba nickname")
	ends  = strings.Fields("arrest charge sentence acquittal release")
	edtf  = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?]?$`)
)

// builder gathers the gold while it walks through the reports, and every fault it meets.
type builder struct {
	c      *corpus
	g      *sim.Gold
	faults []error
	report *report
	known  map[string]bool // ids of the cast
}

// gold works out what the reports say; the error lists every fault.
func (c *corpus) gold() (*sim.Gold, error) {
	b := &builder{c: c, known: map[string]bool{}, g: &sim.Gold{Persons: c.persons, Orgs: c.orgs, Incidents: c.incidents}}
	b.cast()
	seen := map[string]bool{}
	for i := range c.reports {
		b.report = &c.reports[i]
		if seen[b.report.Report] {
			b.fault("this id stands twice")
		}
		seen[b.report.Report] = true
		b.g.Sources = append(b.g.Sources, b.report.GoldSource)
		source := sanad.Source{Code: b.report.Source, Kind: sanad.SourceKind(b.report.Kind), Reliability: b.report.Reliability}
		if err := source.Validate(); err != nil {
			b.fault("%v", err)
		}
		b.date(b.report.ReportDate)
		b.marks()
		for _, r := range b.report.relations {
			b.relation(r)
		}
		b.overlooked()
	}
	b.finish(seen)
	return b.g, errors.Join(b.faults...)
}

func (b *builder) fault(format string, args ...any) {
	where := "cast"
	if b.report != nil {
		where = b.report.Report
	}
	b.faults = append(b.faults, fmt.Errorf("%s: "+format, append([]any{where}, args...)...))
}

func (b *builder) cast() {
	add := func(id string) {
		if b.known[id] {
			b.fault("%s stands twice", id)
		}
		b.known[id] = true
	}
	for _, p := range b.c.persons {
		add(p.ID)
	}
	for _, o := range b.c.orgs {
		add(o.ID)
	}
	for _, i := range b.c.incidents {
		add(i.ID)
		if !slices.Contains(acts, i.Type) {
			b.fault("%s: no incident type %q", i.ID, i.Type)
		}
		b.date(i.Date)
	}
	for _, p := range b.c.persons {
		if p.NamesakeOf != nil && !b.known[*p.NamesakeOf] {
			b.fault("%s: namesake of %s, who is not there", p.ID, *p.NamesakeOf)
		}
	}
}

func (b *builder) date(s string) {
	from, to, ranged := strings.Cut(s, "/")
	if s != "" && (!edtf.MatchString(from) || ranged && (!edtf.MatchString(to) || to < from)) {
		b.fault("%q is no EDTF date", s)
	}
}

// marks enters the spans of a report.
func (b *builder) marks() {
	r := b.report
	for _, m := range r.marks {
		if m.surface != strings.TrimSpace(m.surface) || m.surface == "" || strings.ContainsAny(m.surface, "\n\"“”«»()") {
			b.fault("%s: %q has blanks, quotes or a line end", m.id, m.surface)
		}
		if m.id != "!" && !b.known[m.id] {
			b.fault("nobody is called %s (%q)", m.id, m.surface)
			continue
		}
		switch m.id[0] {
		case '!':
			b.g.Ignore = append(b.g.Ignore, sim.GoldSpan{Report: r.Report, Start: m.start, End: m.end})
		case 'P':
			if m.kind == "" {
				m.kind = "name"
			}
			if !slices.Contains(kinds, m.kind) {
				b.fault("no kind of mention %q", m.kind)
			}
			b.g.Mentions = append(b.g.Mentions, sim.GoldMention{Report: r.Report, Start: m.start, End: m.end, Surface: m.surface, Person: m.id, Kind: m.kind})
			p := find(b.g.Persons, func(p *sim.GoldPerson) bool { return p.ID == m.id })
			p.Reports = once(p.Reports, r.Report)
		case 'O':
			b.g.OrgMentions = append(b.g.OrgMentions, sim.GoldOrgMention{Report: r.Report, Start: m.start, End: m.end, Surface: m.surface, Org: m.id})
		case 'I':
			b.g.IncidentMentions = append(b.g.IncidentMentions, sim.GoldIncidentMention{Report: r.Report, Start: m.start, End: m.end, Surface: m.surface, Incident: m.id})
			i := find(b.g.Incidents, func(i *sim.GoldIncident) bool { return i.ID == m.id })
			i.Reports = once(i.Reports, r.Report)
		}
	}
}

// overlooked finds a marked name that stands again in the same text without a mark.
func (b *builder) overlooked() {
	text := []rune(b.report.text)
	for _, m := range b.report.marks {
		if m.id[0] != 'P' {
			continue
		}
		s := []rune(m.surface)
		for at := 0; at+len(s) <= len(text); at++ {
			end := at + len(s)
			if !slices.Equal(text[at:end], s) || at > 0 && unicode.IsLetter(text[at-1]) || end < len(text) && unicode.IsLetter(text[end]) {
				continue
			}
			if !slices.ContainsFunc(b.report.marks, func(o mark) bool { return o.id[0] != 'I' && o.start < end && at < o.end }) {
				b.fault("%q stands unmarked at %d", m.surface, at)
			}
		}
	}
}

// relation enters one line below a report.
func (b *builder) relation(r relation) {
	need := map[string]int{"member": 3, "in": 3, "pay": 5, "copy": 2}
	for _, e := range ends {
		need[e] = 2
	}
	if len(r.args) < need[r.verb] || need[r.verb] == 0 {
		b.fault("cannot read %q", r.line)
		return
	}
	for i, id := range r.args {
		understood := r.verb == "member" && i == 1 // "the emir of Hit": everybody knows of what
		if b.known[id] && !understood && !slices.ContainsFunc(b.report.marks, func(m mark) bool { return m.id == id }) {
			b.fault("%q speaks of %s, who is not marked in the text", r.line, id)
		}
	}
	switch r.verb {
	case "member":
		b.member(r)
	case "in":
		b.participant(r)
	case "pay":
		b.payment(r)
	case "copy":
		b.copied(r)
	default:
		b.outcome(r)
	}
}

func (b *builder) expect(id string, kinds string) {
	if !b.known[id] || !strings.Contains(kinds, id[:1]) {
		b.fault("%q is not one of the cast's %s", id, kinds)
	}
}

func (b *builder) member(r relation) {
	person, org, role := r.args[0], r.args[1], r.args[2]
	b.expect(person, "P")
	b.expect(org, "O")
	if !slices.Contains(roles, role) {
		b.fault("no role %q", role)
	}
	m := find(b.g.Memberships, func(m *sim.GoldMembership) bool { return m.Person == person && m.Network == org && m.Role == role })
	if m == nil {
		b.g.Memberships = append(b.g.Memberships, sim.GoldMembership{Person: person, Network: org, Role: role, Reports: []string{}, UncertainIn: []string{}, DeniedIn: []string{},
			True: true})
		m = &b.g.Memberships[len(b.g.Memberships)-1]
	}
	stated(r.polarity, b.report.Report, &m.Reports, &m.UncertainIn, &m.DeniedIn)
}

func (b *builder) participant(r relation) {
	incident, person, role := r.args[0], r.args[1], r.args[2]
	b.expect(incident, "I")
	b.expect(person, "P")
	if !slices.Contains(parts, role) {
		b.fault("no part %q", role)
	}
	i := find(b.g.Incidents, func(i *sim.GoldIncident) bool { return i.ID == incident })
	if i == nil {
		return
	}
	p := find(i.Participants, func(p *sim.GoldParticipant) bool { return p.Person == person && p.Role == role })
	if p == nil {
		i.Participants = append(i.Participants, sim.GoldParticipant{Person: person, Role: role, Reports: []string{}, UncertainIn: []string{}, DeniedIn: []string{},
			True: true})
		p = &i.Participants[len(i.Participants)-1]
	}
	stated(r.polarity, b.report.Report, &p.Reports, &p.UncertainIn, &p.DeniedIn)
}

// stated puts a report on the list of its polarity.
func stated(polarity byte, report string, affirmed, uncertain, denied *[]string) {
	into := map[byte]*[]string{'+': affirmed, '?': uncertain, '!': denied}[polarity]
	*into = once(*into, report)
}

func (b *builder) outcome(r relation) {
	person, date, detail := r.args[0], r.args[1], strings.Join(r.args[2:], " ")
	b.expect(person, "P")
	if date == "-" {
		date = ""
	}
	b.date(date)
	o := find(b.g.Outcomes, func(o *sim.GoldOutcome) bool {
		return o.Person == person && o.Kind == r.verb && o.Detail == detail && o.Date == date
	})
	if o == nil {
		b.g.Outcomes = append(b.g.Outcomes, sim.GoldOutcome{ID: fmt.Sprintf("C%d", len(b.g.Outcomes)+1), Person: person, Kind: r.verb, Date: date, Detail: detail})
		o = &b.g.Outcomes[len(b.g.Outcomes)-1]
	}
	o.Reports = once(o.Reports, b.report.Report)
}

func (b *builder) payment(r relation) {
	payer, beneficiary, currency, date := r.args[0], r.args[1], r.args[3], r.args[4]
	b.expect(payer, "PO")
	b.expect(beneficiary, "PO")
	amount, err := strconv.ParseFloat(r.args[2], 64)
	if err != nil || amount <= 0 {
		b.fault("%q is no amount", r.args[2])
	}
	if date == "-" {
		date = ""
	}
	b.date(date)
	p := find(b.g.Payments, func(p *sim.GoldPayment) bool {
		return p.Payer == payer && p.Beneficiary == beneficiary && p.Amount == amount && p.Currency == currency && p.Date == date
	})
	if p == nil {
		b.g.Payments = append(b.g.Payments, sim.GoldPayment{ID: fmt.Sprintf("M%d", len(b.g.Payments)+1), Payer: payer, Beneficiary: beneficiary, Amount: amount, Currency: currency, Date: date})
		p = &b.g.Payments[len(b.g.Payments)-1]
	}
	p.Reports = once(p.Reports, b.report.Report)
}

// copied enters that this report repeats an earlier one.
func (b *builder) copied(r relation) {
	l := find(b.g.Lineage, func(l *sim.GoldLineage) bool { return l.Origin == r.args[0] })
	if l == nil {
		b.g.Lineage = append(b.g.Lineage, sim.GoldLineage{ID: fmt.Sprintf("L%d", len(b.g.Lineage)+1), Origin: r.args[0], How: r.args[1]})
		l = &b.g.Lineage[len(b.g.Lineage)-1]
	}
	l.Derived = append(l.Derived, b.report.Report)
}

// finish checks what only the whole can show, and gives each person the first role that is true of him.
func (b *builder) finish(reports map[string]bool) {
	b.report = nil
	b.truth()
	for i := range b.g.Persons {
		p := &b.g.Persons[i]
		if len(p.Reports) == 0 {
			b.fault("%s is in no report", p.ID)
		}
		if m := find(b.g.Memberships, func(m *sim.GoldMembership) bool { return m.Person == p.ID && m.True && len(m.Reports) > 0 }); m != nil {
			p.Network, p.Role = m.Network, m.Role
		}
	}
	for _, i := range b.g.Incidents {
		if len(i.Reports) == 0 {
			b.fault("%s is in no report", i.ID)
		}
	}
	for _, o := range b.g.Orgs {
		if !slices.ContainsFunc(b.g.OrgMentions, func(m sim.GoldOrgMention) bool { return m.Org == o.ID }) {
			b.fault("%s is in no report", o.ID)
		}
	}
	for _, l := range b.g.Lineage {
		if !reports[l.Origin] {
			b.fault("%v copy %s, which is not there", l.Derived, l.Origin)
		}
	}
}

// truth marks what is not so: what the cast calls untrue, and what is only ever denied.
func (b *builder) truth() {
	left := maps.Clone(b.c.untrue)
	holds := func(asserted int, f ...string) bool {
		rel := strings.Join(f, " ")
		delete(left, rel)
		return asserted > 0 && !b.c.untrue[rel]
	}
	for i := range b.g.Memberships {
		m := &b.g.Memberships[i]
		m.True = holds(len(m.Reports)+len(m.UncertainIn), "member", m.Person, m.Network, m.Role)
	}
	for _, i := range b.g.Incidents {
		for k := range i.Participants {
			p := &i.Participants[k]
			p.True = holds(len(p.Reports)+len(p.UncertainIn), "in", i.ID, p.Person, p.Role)
		}
	}
	for _, rel := range slices.Sorted(maps.Keys(left)) {
		b.fault("untrue %q: no report says so", rel)
	}
}

func find[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

func once(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
