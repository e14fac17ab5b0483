package brief

import (
	"fmt"
	"slices"
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
	Latest     Latest
	sanad.Support
}

// Latest is the newest stage of a person's proceeding, "" when there is none, and whether it is only inferred; it travels with the name.
type Latest struct {
	Stage    string
	Inferred bool
}

// Member is somebody's role in a group.
type Member struct {
	Name, Role, Organization string
	Latest                   Latest
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

// Compose writes the sections. Every sentence carries its sources; what is denied follows what is said. What a model only inferred is never
// put as said: the sentence says that it may be so, and from the wording of which reports.
func Compose(b *Briefing, in Input) {
	w := NewWriter(b)
	p := phrases[b.Language]
	var lines []Line
	put := func(text string, cites []*sanad.Cite, against bool) {
		lines = append(lines, w.Line(text, cites, against))
	}
	denial := func(name string, s sanad.Support) {
		if s.Denied > 0 && s.Reports > 0 {
			no := only(s.Cites, sanad.Denied)
			text := fmt.Sprintf(p.may(p.denied, p.mayDenied, no), name, s.Denied)
			put(p.traced(text, no), no, true)
		}
	}
	latest := func(x Latest) string {
		switch {
		case x.Stage == "":
			return ""
		case x.Inferred:
			return " " + fmt.Sprintf(p.latestInferred, term(b.Language, x.Stage))
		}
		return " " + fmt.Sprintf(p.latest, term(b.Language, x.Stage))
	}
	for _, i := range in.Incidents {
		s := fmt.Sprintf(p.may(p.incident, p.mayIncident, i.Cites), term(b.Language, i.Type), orUnknown(i.Date, p.noDate), orUnknown(i.Place, p.noPlace))
		if i.Toll != "" {
			s += " " + fmt.Sprintf(p.toll, strings.ReplaceAll(i.Toll, "..", "–"))
		}
		put(s+" "+support(p, i.Support), i.Cites, false)
		for _, v := range i.Tolls {
			text := fmt.Sprintf(p.may(p.otherToll, p.mayOtherToll, v.Cites), strings.ReplaceAll(v.Value, "..", "–"))
			put(p.traced(text, v.Cites), v.Cites, true)
		}
		for _, x := range i.Parts {
			said := fmt.Sprintf(p.said(p.part, p.mayPart, p.mayNotPart, x.Support), x.Name, term(b.Language, x.Role)) + latest(x.Latest)
			put(said+" "+support(p, x.Support), x.Cites, x.Reports == 0 && x.Denied > 0)
			denial(x.Name, x.Support)
		}
	}
	w.Section(p.incidents, lines...)

	lines = nil
	for _, m := range in.Members {
		said := fmt.Sprintf(p.said(p.member, p.mayMember, p.mayNotMember, m.Support), m.Name, orUnknown(m.Role, p.aMember), orUnknown(m.Organization, p.aGroup)) + latest(m.Latest)
		put(said+" "+support(p, m.Support), m.Cites, m.Reports == 0 && m.Denied > 0)
		denial(m.Name, m.Support)
	}
	w.Section(p.members, lines...)

	lines = nil
	for _, pr := range in.Proceedings {
		for _, s := range pr.Stages {
			said := term(b.Language, s.Kind)
			if s.Value != "" {
				said += " (" + term(b.Language, s.Value) + ")"
			}
			if s.Date != "" {
				said += ", " + s.Date
			}
			put(fmt.Sprintf(p.said(p.stage, p.mayStage, p.mayNotStage, s.Support), pr.Name, said)+" "+support(p, s.Support), s.Cites, s.Kind == "acquittal" || s.Kind == "release" || s.Kind == "dismissal")
		}
	}
	w.Section(p.proceedings, lines...)

	lines = nil
	for _, x := range in.Payments {
		said := fmt.Sprintf(p.said(p.payment, p.mayPayment, p.mayNotPayment, x.Support), orUnknown(x.Payer, p.somebody), orUnknown(x.Beneficiary, p.somebody), strings.TrimSpace(x.Amount+" "+x.Currency), orUnknown(x.Date, p.noDate))
		put(said+" "+support(p, x.Support), x.Cites, x.Reports == 0 && x.Denied > 0)
		denial(orUnknown(x.Payer, p.somebody), x.Support)
	}
	w.Section(p.payments, lines...)

	lines = nil
	for _, x := range in.Operations {
		said := fmt.Sprintf(p.may(p.operation, p.mayOperation, x.Cites), orUnknown(x.Date, p.noDate), orUnknown(x.Place, p.noPlace))
		if x.Killed != "" {
			said += " " + fmt.Sprintf(p.killed, x.Killed)
		}
		if x.Captured != "" {
			said += " " + fmt.Sprintf(p.captured, x.Captured)
		}
		if len(x.Seized) > 0 {
			said += " " + fmt.Sprintf(p.seized, strings.Join(x.Seized, ", "))
		}
		put(p.traced(said, x.Cites), x.Cites, false)
	}
	w.Section(p.operations, lines...)
}

// inferred reports whether whatever affirms a line, or where nothing does all there is, is only inferred.
func inferred(cites []*sanad.Cite) bool {
	said := only(cites, sanad.Affirmed)
	return len(said) > 0 && !slices.ContainsFunc(said, func(c *sanad.Cite) bool { return !c.Inferred() })
}

// may returns how to put what rests on citations: as said, or as inferred.
func (p phrase) may(said, may string, cites []*sanad.Cite) string {
	if inferred(cites) {
		return may
	}
	return said
}

// said is may of what can be denied as well: a denial that is only inferred says nothing of somebody but that he may be said not to be it.
func (p phrase) said(said, may, mayNot string, s sanad.Support) string {
	if s.Reports == 0 && s.Denied > 0 {
		may = mayNot
	}
	return p.may(said, may, s.Cites)
}

// traced adds to a line that is only inferred from the wording of which reports it is.
func (p phrase) traced(text string, cites []*sanad.Cite) string {
	if inferred(cites) {
		text += " " + p.inferredFrom(cites)
	}
	return text
}

// inferredFrom names the reports from whose wording a line is inferred.
func (p phrase) inferredFrom(cites []*sanad.Cite) string {
	var refs []string
	for _, c := range only(cites, sanad.Affirmed) {
		if r := fmt.Sprintf(p.reference, c.Reference); !slices.Contains(refs, r) {
			refs = append(refs, r)
		}
	}
	list := strings.Join(refs[:min(mostCited, len(refs))], p.comma)
	if more := len(refs) - mostCited; more > 0 {
		list += fmt.Sprintf(p.andOthers, more)
	}
	return fmt.Sprintf(p.inferred, list)
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
	out := ""
	switch {
	case s.Reports == 0 && s.Denied > 0:
		out = p.onlyDenied
	case s.Reports == 0:
		out = p.onlyOpen
	case !inferred(s.Cites):
		if n := inferredReports(s.Cites); n > 0 {
			return fmt.Sprintf(p.supportPartly, s.Reports, s.Lines, n)
		}
		return fmt.Sprintf(p.support, s.Reports, s.Lines)
	}
	return strings.TrimSpace(p.traced(out, s.Cites))
}

// inferredReports counts the reports that affirm a line by nothing but what is inferred.
func inferredReports(cites []*sanad.Cite) int {
	read := map[sanad.ID]bool{}
	for _, c := range only(cites, sanad.Affirmed) {
		read[c.Report] = read[c.Report] || !c.Inferred()
	}
	n := 0
	for _, is := range read {
		if !is {
			n++
		}
	}
	return n
}

type phrase struct {
	incidents, members, proceedings, payments, operations                               string
	incident, toll, otherToll, part, latest, denied, member, aMember, aGroup, payment   string
	somebody, operation, killed, captured, seized, noDate, noPlace, support, onlyDenied string
	onlyOpen, supportPartly, latestInferred                                             string
	// Of what is only inferred: that it may be so, and from the wording of which reports.
	mayIncident, mayOtherToll, mayPart, mayDenied, mayMember, mayPayment, mayOperation, mayStage string
	mayNotPart, mayNotMember, mayNotPayment, mayNotStage                                         string
	stage, inferred, reference, comma, andOthers                                                 string
}

var phrases = map[string]phrase{
	"en": {
		incidents: "Incidents", members: "Roles as reported", proceedings: "Proceedings", payments: "Payments as reported", operations: "Operations and results",
		incident: "Reports tell of a %s (%s) in %s.", toll: "Dead: %s.", otherToll: "Other sources put the dead at %s.", part: "%s is named as %s.", latest: "Proceeding so far: %s.",
		denied: "For %s this is denied in %d report(s).", member: "%s is described as %s in %s.", aMember: "a member", aGroup: "a group", payment: "%s is said to have paid %s %s (%s).",
		somebody: "somebody unnamed", operation: "Operation of %s in %s.", killed: "Killed: %s.", captured: "Captured: %s.", seized: "Seized: %s.", noDate: "date unknown", noPlace: "an unnamed place",
		support: "(%d report(s), %d independent line(s).)", onlyDenied: "(Only denials.)", onlyOpen: "(No source affirms it; it is left open.)",
		supportPartly: "(%d report(s), %d independent line(s); from %d of the reports it is only inferred.)", latestInferred: "Proceeding so far, inferred and not confirmed by anybody: %s.",
		mayIncident: "There may have been: %s (%s) in %s.", mayOtherToll: "Other sources may put the dead at %s.", mayPart: "%s may be a %s.", mayDenied: "For %s this may be denied in %d report(s).",
		mayMember: "%s may be %s in %s.", mayPayment: "%s may have paid %s %s (%s).", mayOperation: "There may have been an operation of %s in %s.", stage: "%s: %s.", mayStage: "%s: perhaps %s.",
		mayNotPart: "%s may be said not to be a %s.", mayNotMember: "%s may be said not to be %s in %s.", mayNotPayment: "%s may be said not to have paid %s %s (%s).", mayNotStage: "%s: perhaps denied: %s.",
		inferred: "(Inferred from the wording of %s, not confirmed by anybody.)", reference: "%s", comma: ", ", andOthers: " and %d more"},
	"ar": {
		incidents: "الحوادث", members: "الأدوار كما وردت", proceedings: "الإجراءات القضائية", payments: "المدفوعات كما وردت", operations: "العمليات ونتائجها",
		incident: "تروي التقارير حادثة %s (%s) في %s.", toll: "القتلى: %s.", otherToll: "مصادر أخرى تذكر أن القتلى %s.", part: "يُذكر %s بوصفه %s.", latest: "الإجراء حتى الآن: %s.",
		denied: "أما %s فينفي ذلك عنه %d من التقارير.", member: "يوصف %s بأنه %s في %s.", aMember: "عضو", aGroup: "جماعة", payment: "يقال إن %s دفع إلى %s مبلغ %s (%s).",
		somebody: "شخصاً لم يُسمَّ", operation: "عملية %s في %s.", killed: "القتلى: %s.", captured: "المقبوض عليهم: %s.", seized: "المضبوطات: %s.", noDate: "تاريخ غير معروف", noPlace: "مكان لم يُسمَّ",
		support: "(عدد التقارير %d، مصادر مستقلة %d.)", onlyDenied: "(لا يوجد سوى النفي.)", onlyOpen: "(لا مصدر يؤكده.)",
		supportPartly: "(عدد التقارير %d، مصادر مستقلة %d؛ وهو من %d منها مستنتج فقط.)", latestInferred: "الإجراء حتى الآن، مستنتجاً لم يؤكده أحد: %s.",
		mayIncident: "ربما وقعت حادثة %s (%s) في %s.", mayOtherToll: "ربما تذكر مصادر أخرى أن القتلى %s.", mayPart: "ربما كان %s %s.", mayDenied: "أما %s فربما ينفي ذلك عنه %d من التقارير.",
		mayMember: "ربما كان %s بصفة %s في %s.", mayPayment: "ربما دفع %s إلى %s مبلغ %s (%s).", mayOperation: "ربما جرت عملية %s في %s.", stage: "%s: %s.", mayStage: "%s: ربما %s.",
		mayNotPart: "ربما نُفي أن يكون %s %s.", mayNotMember: "ربما نُفي أن يكون %s بصفة %s في %s.", mayNotPayment: "ربما نُفي أن يكون %s قد دفع إلى %s مبلغ %s (%s).", mayNotStage: "%s: ربما نُفي: %s.",
		inferred: "(مستنتج من صياغة %s، ولم يؤكده أحد.)", reference: "\u2068%s\u2069", comma: "، ", andOthers: " و%d غيرها"},
}
