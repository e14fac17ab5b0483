package brief

import (
	"fmt"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// Incident is what the paper says of one incident.
type Incident struct {
	Type, Date, Place, Toll string
	sanad.Support
	Tolls []Value // figures that differ, each with its source
	Parts []Part
}

// Value is one of several that contradict each other.
type Value struct {
	Value string
	Cites []*sanad.Cite
}

// Part is somebody's part in an incident.
type Part struct {
	Name, Role string
	Latest     string // newest stage of the person's proceeding; it travels with the name
	sanad.Support
}

// Member is somebody's role in a group.
type Member struct {
	Name, Role, Organization, Latest string
	sanad.Support
}

// Stage is one step of a proceeding.
type Stage struct {
	Kind, Date, Value string
	sanad.Support
}

// Proceeding is a person's way through the courts.
type Proceeding struct {
	Name   string
	Stages []Stage
}

// Payment is one payment.
type Payment struct {
	Payer, Beneficiary, Amount, Currency, Date string
	sanad.Support
}

// Operation is one operation with results.
type Operation struct {
	Name, Date, Place, Killed, Captured string
	Seized                              []string
	sanad.Support
}

// Input is what a briefing is composed of, in the order the paper shows it.
type Input struct {
	Incidents   []Incident
	Members     []Member
	Proceedings []Proceeding
	Payments    []Payment
	Operations  []Operation
}

// Compose writes the sections. Every sentence carries its sources; what is denied follows what is said.
func Compose(b *Briefing, in Input) {
	w := NewWriter(b)
	p := phrases[b.Language]
	var lines []Line
	for _, i := range in.Incidents {
		s := fmt.Sprintf(p.incident, term(b.Language, i.Type), orUnknown(i.Date, p.noDate), orUnknown(i.Place, p.noPlace))
		if i.Toll != "" {
			s += " " + fmt.Sprintf(p.toll, strings.ReplaceAll(i.Toll, "..", "–"))
		}
		lines = append(lines, Line{Text: s + " " + support(p, i.Support), Sources: w.Cite(i.Cites)})
		for _, v := range i.Tolls {
			lines = append(lines, Line{Text: fmt.Sprintf(p.otherToll, strings.ReplaceAll(v.Value, "..", "–")), Sources: w.Cite(v.Cites), Against: true})
		}
		for _, x := range i.Parts {
			said := fmt.Sprintf(p.part, x.Name, term(b.Language, x.Role))
			if x.Latest != "" {
				said += " " + fmt.Sprintf(p.latest, term(b.Language, x.Latest))
			}
			lines = append(lines, Line{Text: said + " " + support(p, x.Support), Sources: w.Cite(x.Cites), Against: x.Reports == 0 && x.Denied > 0})
			if x.Denied > 0 && x.Reports > 0 {
				lines = append(lines, Line{Text: fmt.Sprintf(p.denied, x.Name, x.Denied), Sources: w.Cite(only(x.Cites, sanad.Denied)), Against: true})
			}
		}
	}
	w.Section(p.incidents, lines...)

	lines = nil
	for _, m := range in.Members {
		said := fmt.Sprintf(p.member, m.Name, orUnknown(m.Role, p.aMember), orUnknown(m.Organization, p.aGroup))
		if m.Latest != "" {
			said += " " + fmt.Sprintf(p.latest, term(b.Language, m.Latest))
		}
		lines = append(lines, Line{Text: said + " " + support(p, m.Support), Sources: w.Cite(m.Cites), Against: m.Reports == 0 && m.Denied > 0})
		if m.Denied > 0 && m.Reports > 0 {
			lines = append(lines, Line{Text: fmt.Sprintf(p.denied, m.Name, m.Denied), Sources: w.Cite(only(m.Cites, sanad.Denied)), Against: true})
		}
	}
	w.Section(p.members, lines...)

	lines = nil
	for _, pr := range in.Proceedings {
		for _, s := range pr.Stages {
			said := pr.Name + ": " + term(b.Language, s.Kind)
			if s.Value != "" {
				said += " (" + term(b.Language, s.Value) + ")"
			}
			if s.Date != "" {
				said += ", " + s.Date
			}
			lines = append(lines, Line{Text: said + ". " + support(p, s.Support), Sources: w.Cite(s.Cites), Against: s.Kind == "acquittal" || s.Kind == "release" || s.Kind == "dismissal"})
		}
	}
	w.Section(p.proceedings, lines...)

	lines = nil
	for _, x := range in.Payments {
		said := fmt.Sprintf(p.payment, orUnknown(x.Payer, p.somebody), orUnknown(x.Beneficiary, p.somebody), strings.TrimSpace(x.Amount+" "+x.Currency), orUnknown(x.Date, p.noDate))
		lines = append(lines, Line{Text: said + " " + support(p, x.Support), Sources: w.Cite(x.Cites), Against: x.Reports == 0 && x.Denied > 0})
		if x.Denied > 0 && x.Reports > 0 {
			lines = append(lines, Line{Text: fmt.Sprintf(p.denied, orUnknown(x.Payer, p.somebody), x.Denied), Sources: w.Cite(only(x.Cites, sanad.Denied)), Against: true})
		}
	}
	w.Section(p.payments, lines...)

	lines = nil
	for _, x := range in.Operations {
		said := fmt.Sprintf(p.operation, orUnknown(x.Date, p.noDate), orUnknown(x.Place, p.noPlace))
		if x.Killed != "" {
			said += " " + fmt.Sprintf(p.killed, x.Killed)
		}
		if x.Captured != "" {
			said += " " + fmt.Sprintf(p.captured, x.Captured)
		}
		if len(x.Seized) > 0 {
			said += " " + fmt.Sprintf(p.seized, strings.Join(x.Seized, ", "))
		}
		lines = append(lines, Line{Text: said, Sources: w.Cite(x.Cites)})
	}
	w.Section(p.operations, lines...)
}

func orUnknown(s, unknown string) string {
	if s == "" {
		return unknown
	}
	return s
}

// only returns the citations of one polarity first: a denial must show who denies.
func only(cites []*sanad.Cite, pol sanad.Polarity) []*sanad.Cite {
	var out []*sanad.Cite
	for _, c := range cites {
		if c.Polarity == pol {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return cites
	}
	return out
}

func support(p phrase, s sanad.Support) string {
	if s.Reports == 0 {
		if s.Denied > 0 {
			return p.onlyDenied
		}
		return p.onlyOpen
	}
	return fmt.Sprintf(p.support, s.Reports, s.Lines)
}

type phrase struct {
	incidents, members, proceedings, payments, operations                               string
	incident, toll, otherToll, part, latest, denied, member, aMember, aGroup, payment   string
	somebody, operation, killed, captured, seized, noDate, noPlace, support, onlyDenied string
	onlyOpen                                                                            string
}

var phrases = map[string]phrase{
	"en": {
		incidents: "Incidents", members: "Roles as reported", proceedings: "Proceedings", payments: "Payments as reported", operations: "Operations and results",
		incident: "Reports tell of a %s (%s) in %s.", toll: "Dead: %s.", otherToll: "Other sources put the dead at %s.", part: "%s is named as %s.", latest: "Proceeding so far: %s.",
		denied: "For %s this is denied in %d report(s).", member: "%s is described as %s in %s.", aMember: "a member", aGroup: "a group", payment: "%s is said to have paid %s %s (%s).",
		somebody: "somebody unnamed", operation: "Operation of %s in %s.", killed: "Killed: %s.", captured: "Captured: %s.", seized: "Seized: %s.", noDate: "date unknown", noPlace: "an unnamed place",
		support: "(%d report(s), %d independent line(s).)", onlyDenied: "(Only denials.)", onlyOpen: "(No source affirms it; it is left open.)"},
	"ar": {
		incidents: "الحوادث", members: "الأدوار كما وردت", proceedings: "الإجراءات القضائية", payments: "المدفوعات كما وردت", operations: "العمليات ونتائجها",
		incident: "تروي التقارير حادثة %s (%s) في %s.", toll: "القتلى: %s.", otherToll: "مصادر أخرى تذكر أن القتلى %s.", part: "يُذكر %s بوصفه %s.", latest: "الإجراء حتى الآن: %s.",
		denied: "أما %s فينفي ذلك عنه %d من التقارير.", member: "يوصف %s بأنه %s في %s.", aMember: "عضو", aGroup: "جماعة", payment: "يقال إن %s دفع إلى %s مبلغ %s (%s).",
		somebody: "شخصاً لم يُسمَّ", operation: "عملية %s في %s.", killed: "القتلى: %s.", captured: "المقبوض عليهم: %s.", seized: "المضبوطات: %s.", noDate: "تاريخ غير معروف", noPlace: "مكان لم يُسمَّ",
		support: "(عدد التقارير %d، مصادر مستقلة %d.)", onlyDenied: "(لا يوجد سوى النفي.)", onlyOpen: "(لا مصدر يؤكده.)"},
}
