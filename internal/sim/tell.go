package sim

import (
	"fmt"
	"slices"
	"strconv"
)

// tell writes a report. It depends on nothing but the world and the plan: the same report is told in the same words each time, so a
// copy can be made of it later without keeping it.
func (w *World) tell(p *plan) telling {
	switch p.descent {
	case copied, nearly, trimmed:
		return w.repeat(p, w.tell(p.origin))
	}
	t := newTeller(w, p, w.stream(streamWords+uint64(p.index)))
	facts := w.facts(p)
	switch {
	case p.descent == hearsay:
		t.hearsay(facts)
	case p.descent == corrected:
		t.correction(facts)
	case p.genre == genreStatement:
		t.statement(facts)
	case p.genre == genreAgency || p.genre == genreMemo:
		t.memo(facts)
	case p.genre == genreNews:
		t.news(facts)
	case p.genre == genreCourt:
		t.court(facts)
	case p.genre == genreList:
		t.list(facts)
	case p.genre == genreTransfer:
		t.transfers(facts)
	case p.genre == genreLetter:
		t.letter(facts)
	default:
		t.note(facts)
	}
	t.end()
	return t.out
}

// frame is how the speaker says he knows, before what he knows.
func (t *teller) frame() string {
	if t.access == "" || t.genre != genreStatement || !t.chance(.55) {
		return ""
	}
	set := t.book["frame."+t.access]
	return set[t.r.IntN(len(set))]
}

func (t *teller) filler(key string, p float64) {
	if t.chance(p) {
		t.access = ""
		t.say(key, bind{a: nil, town: t.somewhere(), date: Date{t.plan.dated, t.plan.dated}})
	}
}

func (t *teller) somewhere() *Town {
	for _, top := range t.plan.topics {
		if top.inc != nil {
			return top.inc.Town
		}
	}
	return &towns[t.plan.index%len(towns)]
}

func (t *teller) statement(facts []fact) {
	t.filler("open.statement", .8)
	if t.chance(.4) {
		t.paragraph()
	}
	for i, f := range facts {
		t.fact(f)
		if i < len(facts)-1 {
			t.filler("life", .35)
		}
	}
	for range t.r.IntN(4) {
		t.filler("life", .6)
	}
	t.filler("close.statement", .6)
}

func (t *teller) memo(facts []fact) {
	head := bind{town: t.somewhere(), text: map[string]string{"ref": fmt.Sprintf("%d/%d", 100+t.plan.index, t.plan.dated.Year()), "date": iso(t.plan.dated)}}
	if t.plan.voice.org != nil && t.plan.voice.kind == "agency" {
		t.line("head.agency", head)
	} else {
		t.line("head.memo", head)
	}
	t.line("head.subject", head)
	t.paragraph()
	numbered := t.chance(.6)
	for i, f := range facts {
		t.fact(f)
		if numbered {
			t.numberParagraph(i + 1)
			t.cur.after = "\n"
		}
		if t.chance(.25) {
			t.filler("desk", 1)
			if numbered {
				t.cur.after = "\n"
			}
		}
	}
	t.filler("close.agency", .6)
}

// numberParagraph puts a paragraph number before the sentence just written.
func (t *teller) numberParagraph(n int) {
	s := []rune(strconv.Itoa(n) + ". ")
	t.cur.text = append(s, t.cur.text...)
	for i := range t.cur.spans {
		t.cur.spans[i].start += len(s)
		t.cur.spans[i].end += len(s)
	}
}

func (t *teller) news(facts []fact) {
	t.line("head.news", bind{town: t.somewhere(), text: map[string]string{"date": iso(t.plan.dated)}})
	for i, f := range facts {
		t.fact(f)
		if t.chance(.4) {
			t.paragraph()
		}
		if i < len(facts)-1 {
			t.filler("news", .3)
		}
	}
	t.filler("news", .8)
	t.filler("close.news", .5)
}

func (t *teller) court(facts []fact) {
	t.line("head.court", bind{org: t.plan.voice.org, text: map[string]string{"ref": fmt.Sprintf("%d/ج/%d", 11+t.plan.index%900, t.plan.dated.Year()),
		"refEn": fmt.Sprintf("%d/C/%d", 11+t.plan.index%900, t.plan.dated.Year()), "date": iso(t.plan.dated)}})
	t.paragraph()
	for _, f := range facts {
		t.fact(f)
		t.filler("court", .4)
	}
	t.filler("close.court", .7)
}

func (t *teller) list(facts []fact) {
	t.line("head.list", bind{text: map[string]string{"date": iso(t.plan.dated)}})
	n := 0
	for _, f := range facts {
		if f.kind != factOutcome || f.out.Kind != "arrest" {
			continue
		}
		n++
		t.line("list.row", bind{a: f.who, town: f.out.Town, text: map[string]string{"no": strconv.Itoa(n), "date": f.out.Date.Format([]string{"2006-01-02", "02/01/2006"}[t.plan.index%2])}},
			outcomeClaim(f.out))
	}
	t.line("list.end", bind{text: map[string]string{"count": strconv.Itoa(n)}})
}

func (t *teller) transfers(facts []fact) {
	t.line("head.transfer", bind{text: map[string]string{"date": iso(t.plan.dated)}})
	for i, f := range facts {
		if f.kind != factPayment {
			continue
		}
		b, key := t.payment(f.pay)
		b.text["no"], b.text["date"] = strconv.Itoa(4000+f.pay.index*7+i), f.pay.Date.Format([]string{"2006-01-02", "02/01/2006"}[t.plan.index%2])
		t.line("row."+key, b, paymentClaim(f.pay))
	}
	t.filler("close.transfer", .5)
}

func (t *teller) letter(facts []fact) {
	t.line("head.letter", bind{text: map[string]string{"date": iso(t.plan.dated)}})
	for i, f := range facts {
		t.line("letter.row", bind{a: f.who, role: f.role, town: f.who.Town, text: map[string]string{"no": strconv.Itoa(i + 1), "pay": strconv.Itoa(50 + 10*t.r.IntN(20))}},
			claimed{kind: claimMember, who: f.who, role: f.role, true_: true})
	}
	t.filler("close.letter", .7)
}

func (t *teller) note(facts []fact) {
	t.line("head.note", bind{town: t.somewhere(), text: map[string]string{"date": iso(t.plan.dated)}})
	t.paragraph()
	for _, f := range facts {
		t.fact(f)
		t.filler("note", .35)
	}
	t.filler("close.note", .7)
}

// hearsay retells some of what one report said, as heard from others.
func (t *teller) hearsay(facts []fact) {
	t.filler("open.hearsay", 1)
	keep := 1 + t.r.IntN(3)
	retold := slices.DeleteFunc(slices.Clone(facts), func(f fact) bool { return f.kind == factIdentity })
	if len(retold) == 0 {
		retold = facts
	}
	for _, f := range retold[:min(keep, len(retold))] {
		f.access = "told"
		if f.pol == affirmed && f.role != "suspect" && f.role != "victim" && f.role != "witness" && (f.kind == factPart || f.kind == factMember) && t.chance(.4) {
			f.pol, f.access = uncertain, "rumour"
		}
		t.fact(f)
	}
	t.filler("close.hearsay", .6)
}

// correction takes back one thing an earlier report said.
func (t *teller) correction(facts []fact) {
	t.filler("open.correction", 1)
	k := slices.IndexFunc(facts, func(f fact) bool {
		return (f.kind == factPart && (f.role == "perpetrator" || f.role == "suspect") || f.kind == factMember) && f.pol != denied
	})
	if k < 0 {
		t.fact(facts[0])
	} else {
		f := facts[k]
		f.pol, f.access = denied, ""
		if f.kind == factPart {
			f.role = "perpetrator"
		}
		t.fact(f)
		t.filler("why.correction", .8)
		if f.inc != nil {
			t.fact(fact{kind: factEvent, inc: f.inc, true_: true})
		}
	}
	t.filler("close.correction", .7)
}

// fact says one thing.
func (t *teller) fact(f fact) {
	t.access = f.access
	switch f.kind {
	case factEvent:
		b := bind{inc: f.inc, date: f.inc.Date, exact: f.inc.Date.Precision() == "day" && t.chance(.75), town: f.inc.Town}
		if vs := f.inc.named("victim"); len(vs) > 0 {
			b.v = vs[t.r.IntN(len(vs))].Person
		}
		t.say("event."+f.inc.Type, b, claimed{kind: claimIncident, index: f.inc.index})
		if b.v != nil && t.emitted[b.v] {
			t.part(f.inc, b.v, "victim", affirmed, true)
		}
	case factPart:
		t.takePart(f)
	case factMember:
		key := "member." + polarityNames[f.pol]
		t.say(key, bind{a: f.who, role: f.role, town: f.who.Town})
		t.cur.claims = append(t.cur.claims, claimed{kind: claimMember, who: f.who, role: f.role, pol: f.pol, true_: f.true_})
	case factPayment:
		b, key := t.payment(f.pay)
		t.say(key, b, paymentClaim(f.pay))
	case factOutcome:
		t.outcome(f.out)
	case factOperation:
		o := f.op
		t.say("op", bind{date: Date{o.Date, o.Date}, exact: true, town: o.Town, text: map[string]string{
			"opname": t.pair(operationNames[o.Name].en, operationNames[o.Name].ar), "killed": t.number(o.Killed), "captured": t.number(o.Captured),
			"seized": t.pair(seizures[o.Seized].en, seizures[o.Seized].ar), "men": t.number(o.Men), "vehicles": t.number(o.Vehicles)}},
			claimed{kind: claimOperation, index: o.index})
	case factNeed:
		t.say("need", bind{town: f.need, text: map[string]string{"men": t.number(20 + 10*t.r.IntN(30)), "vehicles": t.number(2 + t.r.IntN(20)),
			"posts": t.number(2 + t.r.IntN(9))}})
	case factIdentity:
		t.say("identity", bind{a: f.who})
	case factKin:
		t.say("kin", bind{a: f.who, u: f.other})
	case factNotTheSame:
		t.say("notsame", bind{a: f.who, u: f.other})
	}
}

func (t *teller) part(i *Incident, p *Person, role string, pol polarity, true_ bool) {
	t.cur.claims = append(t.cur.claims, claimed{kind: claimPart, index: i.index, who: p, role: role, pol: pol, true_: true_})
}

// takePart says what somebody was in an incident.
func (t *teller) takePart(f fact) {
	b := bind{a: f.who, inc: f.inc, date: f.inc.Date, exact: f.inc.Date.Precision() == "day" && t.chance(.6), town: f.inc.Town}
	if vs := f.inc.named("victim"); len(vs) > 0 {
		b.v = vs[t.r.IntN(len(vs))].Person
	}
	for _, q := range f.inc.Parts {
		if q.Role == "perpetrator" && q.True && q.Person != f.who && t.known[q.Person] == nil {
			b.b = q.Person
		}
	}
	key := "part." + f.role
	switch {
	case f.role == "perpetrator" && f.pol != affirmed:
		key = "part." + polarityNames[f.pol]
	case f.role == "perpetrator" && t.chance(.5):
		key = "part.perpetrator." + f.inc.Type
	case f.role == "victim":
		key = "part.victim." + harm(f.inc.Type)
	}
	t.say(key, b, claimed{kind: claimIncident, index: f.inc.index})
	t.part(f.inc, f.who, f.role, f.pol, f.true_)
	if b.v != nil && b.v != f.who && t.emitted[b.v] {
		t.part(f.inc, b.v, "victim", affirmed, true)
	}
	if b.b != nil && t.emitted[b.b] {
		t.part(f.inc, b.b, "perpetrator", f.pol, true)
	}
}

// harm groups incident types by what they do to a victim.
func harm(typ string) string {
	switch typ {
	case "killing", "massacre", "public_execution", "bombing", "attack":
		return "dead"
	case "kidnapping", "torture":
		return "taken"
	}
	return "wronged"
}

func (t *teller) payment(p *Payment) (bind, string) {
	b := bind{date: Date{p.Date, p.Date}, exact: true, text: map[string]string{"amount": t.amount(p.Amount, p.Currency)}}
	switch {
	case p.Payer.org != nil:
		b.org, b.u = p.Payer.org, p.Beneficiary.person
		return b, "pay.op"
	case p.Beneficiary.org != nil:
		b.a, b.org = p.Payer.person, p.Beneficiary.org
		return b, "pay.po"
	}
	b.a, b.u, b.org = p.Payer.person, p.Beneficiary.person, p.Via
	return b, "pay.pp"
}

// amount words a sum of money.
func (t *teller) amount(n int, currency string) string {
	grouped := func(n int) string {
		s := strconv.Itoa(n)
		for i := len(s) - 3; i > 0; i -= 3 {
			s = s[:i] + "," + s[i:]
		}
		return s
	}
	digits := func(s string) string {
		if t.arabic && t.habit.haa {
			return easternDigits.Replace(s)
		}
		return s
	}
	unit := t.pair(map[string]string{"USD": "dollars", "IQD": "dinars"}[currency], map[string]string{"USD": "دولار", "IQD": "دينار"}[currency])
	switch k := t.r.IntN(4); {
	case k == 0 && n%1000000 == 0:
		return digits(strconv.Itoa(n/1000000)) + t.pair(" million ", " مليون ") + unit
	case k == 0 && currency == "USD" && n%1000 == 0:
		return digits(strconv.Itoa(n/1000)) + t.pair(" thousand ", " ألف ") + unit
	case k == 1 && !t.arabic && currency == "USD":
		return "$" + grouped(n)
	case k <= 2 && !t.arabic:
		return currency + " " + grouped(n)
	case k == 3 && t.arabic:
		return digits(strconv.Itoa(n)) + " " + unit
	}
	return digits(grouped(n)) + " " + unit
}

func (t *teller) outcome(o *Outcome) {
	key := "out." + o.Kind
	b := bind{a: o.Person, org: o.Court, date: Date{o.Date, o.Date}, exact: t.chance(.9), town: o.Town}
	switch {
	case o.Kind == "sentence":
		key += "." + o.Term
		b.text = map[string]string{"years": t.number(o.Years)}
	case o.Mistake:
		key += ".mistake"
	}
	t.say(key, b, outcomeClaim(o))
}

func outcomeClaim(o *Outcome) claimed {
	return claimed{kind: claimOutcome, index: o.index, who: o.Person, true_: true}
}
func paymentClaim(p *Payment) claimed {
	return claimed{kind: claimPayment, index: p.index, true_: true}
}
