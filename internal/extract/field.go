package extract

import (
	"strconv"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// fieldLabels maps the folded words before a colon, in forms and notes, to what the field is.
var fieldLabels = map[string]string{
	"name": "name", "full name": "name", "subject name": "name", "الاسم": "name", "اسم المتهم": "name", "الاسم الكامل": "name", "الاسم الرباعي": "name", "المتهم": "name", "اسم الموقوف": "name", "detainee": "name", "suspect": "name", "defendant": "name", "accused": "name", "اسم المدان": "name", "المدان": "name", "الموقوف": "name", "المحكوم": "name", "المحكوم عليه": "name", "convict": "name", "prisoner": "name", "appellant": "name", "اسم المحكوم": "name", "المعتقل": "name", "person": "name",
	"date of arrest": "arrest", "arrested": "arrest", "arrest date": "arrest", "detained": "arrest", "تاريخ القبض": "arrest", "تاريخ الاعتقال": "arrest", "تاريخ التوقيف": "arrest", "تاريخ القاء القبض": "arrest", "arrest": "arrest", "detention": "arrest", "brought in": "arrest",
	"charge": "charge", "charges": "charge", "charged with": "charge", "التهمه": "charge", "ماده التهمه": "charge", "الماده": "charge", "offence": "charge", "المادة القانونية": "charge",
	"sentence": "sentence", "الحكم السابق": "sentence", "previous sentence": "sentence", "الحكم الصادر": "sentence", "مده الحكم": "sentence", "term": "sentence", "تاريخ الحكم": "judged", "القبض": "arrest", "detained on": "arrest", "arrested on": "arrest", "date detained": "arrest", "التوقيف": "arrest", "الاعتقال": "arrest", "date of detention": "arrest", "date in": "arrest", "disposal": "verdict", "تاريخ الحجز": "arrest", "الحكم": "sentence", "العقوبه": "sentence", "verdict": "verdict", "judgment": "verdict", "judgement": "verdict", "outcome": "verdict", "decision": "verdict", "القرار": "verdict", "قرار المحكمه": "verdict", "النتيجه": "verdict", "قرار الحكم": "verdict", "status": "verdict", "الحاله": "verdict", "الموقف": "verdict",
	"released": "release", "date of release": "release", "تاريخ الافراج": "release", "تاريخ اخلاء السبيل": "release", "release": "release", "release date": "release", "let out": "release", "let out on surety": "release", "bailed": "release", "released on bail": "release",
	"born": "born", "date of birth": "born", "dob": "born", "year of birth": "born", "التولد": "born", "المواليد": "born", "تاريخ الولاده": "born", "سنه الميلاد": "born", "تاريخ الميلاد": "born",
	"mother": "mother", "mother's name": "mother", "mother name": "mother", "اسم الام": "mother", "اسم والدته": "mother", "الام": "mother",
	"father": "father", "father's name": "father", "اسم الاب": "father",
	"alias": "alias", "aliases": "alias", "kunya": "alias", "known as": "alias", "الكنيه": "alias", "اللقب": "alias", "الاسم الحركي": "alias", "aka": "alias", "الشهره": "alias",
	"residence": "residence", "address": "residence", "محل السكن": "residence", "العنوان": "residence", "السكن": "residence", "محل الاقامه": "residence",
	"role": "role", "position": "role", "rank": "role", "المنصب": "role", "الصفه": "role", "الدور": "role", "الوظيفه": "role", "المهمه": "role", "function": "role",
	"paid from": "payer", "from": "payer", "payer": "payer", "sender": "payer", "paid by": "payer", "المرسل": "payer", "الدافع": "payer", "المحول": "payer", "من": "payer", "remitter": "payer", "اسم المرسل": "payer",
	"to": "payee", "beneficiary": "payee", "recipient": "payee", "receiver": "payee", "payee": "payee", "paid to": "payee", "المستلم": "payee", "المستفيد": "payee", "الي": "payee", "المرسل اليه": "payee", "اسم المستلم": "payee", "اسم المستفيد": "payee", "received by": "payee",
	"المبلغ المدفوع": "amount", "المبلغ المستلم": "amount", "الجهه الدافعه": "payer", "الجهه المستلمه": "payee", "الجهه المستفيده": "payee", "amount paid": "amount", "amount received": "amount", "collected by": "payee", "handed to": "payee", "delivered to": "payee", "credited to": "payee", "received from": "payer", "ordered by": "payer", "ordering party": "payer", "remitted by": "payer", "ransom": "amount", "استلمها": "payee", "قبضها": "payee", "دفعها": "payer", "القابض": "payee", "المقبوض منه": "payer",
	"amount": "amount", "sum": "amount", "المبلغ": "amount", "مبلغ الحواله": "amount", "مبلغ": "amount", "قيمه الحواله": "amount",
	"via": "via", "through": "via", "عن طريق": "via", "المكتب": "via", "بواسطه": "via", "office": "via", "الوسيط": "via",
	"date": "date", "التاريخ": "date", "value date": "date", "تاريخ الحواله": "date", "التاريخ الحواله": "date", "تاريخ": "date",
	"organization": "organization", "network": "organization", "group": "organization", "التنظيم": "organization", "الشبكه": "organization", "unit": "organization", "الجهه": "organization",
}

// record is what the fields above the one being read have said.
type record struct {
	who               int // mention, -1
	org               int // entity, -1
	payer, payee, via int // mentions, -1
	amount            *text.Money
	date              *text.Date
	last              int // sentence of the last field
	paid              bool
	payment           sanad.ID // the one made of this record
}

func newRecord() record { return record{who: -1, org: -1, payer: -1, payee: -1, via: -1, last: -10} }

// roleLabel reads a label that says of which body a role is, "Position in Islamic State", and returns what the field is with the body's entity, -1
// when it names none.
func (c *clause) roleLabel(start, colon int) (label string, org int) {
	for i := start + 1; i < colon; i++ {
		switch c.tokens[i].Folded {
		case "in", "within", "with", "at", "في", "لدي", "ضمن":
			if fieldLabels[text.Fold(c.textOf(start, i))] != "role" {
				return "", -1
			}
			if list := c.within(i, colon, organization); len(list) > 0 {
				return "role", c.mentions[list[0]].entity
			}
			return "role", -1
		}
	}
	return "", -1
}

// field reads a sentence of the form "label: value" and reports whether it is one. Fields that follow each other belong
// to one record; a second name, payer or amount begins the next.
func (c *clause) field() bool {
	colon := -1
	for i := c.s.Start; i < c.s.End && i < c.s.Start+6; i++ {
		if c.tokens[i].Text == ":" {
			colon = i
			break
		}
	}
	if colon <= c.s.Start {
		return false
	}
	start := c.s.Start
	for start < colon && c.tokens[start].Kind != text.Word {
		start++
	}
	label, of := fieldLabels[text.Fold(c.textOf(start, colon))], -1
	if label == "" {
		if label, of = c.roleLabel(start, colon); label == "" {
			return false
		}
	}
	switch label {
	case "payer", "payee", "amount", "date": // all in one line: the entry of a ledger
		if i := c.moneyFrom(c.s.Start); len(c.parties()) > 1 && i < len(c.money) && c.money[i].Last <= c.s.End {
			return false
		}
	}
	r := &c.record
	if c.sentenceNo-r.last > 3 {
		*r = newRecord()
		r.who = c.headName()
	}
	r.last = c.sentenceNo
	if of >= 0 {
		r.org = of
	}
	persons := c.persons(colon+1, c.s.End)
	parties := c.parties()
	first := func(list []int) int {
		for _, k := range list {
			if c.mentions[k].first > colon {
				return k
			}
		}
		return -1
	}
	rule := "field." + label
	own := func() (sanad.ID, bool) {
		if r.who < 0 {
			return "", false
		}
		return c.entityOf(r.who), true
	}
	evidence := c.spanOf(start, colon)
	if colon+1 < c.s.End {
		evidence = c.spanOf(colon+1, c.s.End)
	}
	d := c.dateIn(colon, c.s.End, colon)
	switch label {
	case "name":
		if len(persons) > 0 {
			org, date := r.org, r.date
			*r = newRecord()
			r.who, r.last, r.org, r.date = persons[0], c.sentenceNo, org, date
			if c.stageBetween(colon, c.s.End) { // "Accused: Omar Salih, born 1976, in custody since 4 May"
				return false
			}
		}
	case "arrest":
		if len(persons) > 0 { // "Arrested: Omar Salih, Ali Hasan"
			return false
		}
		if who, ok := own(); ok && d != nil {
			id := c.newEntity(sanad.SchemaDetention, d.Span)
			c.claim(id, sanad.SchemaDetention, "subject", string(who), "", d.Span, sanad.Affirmed, rule)
			c.claim(id, sanad.SchemaDetention, "date", d.EDTF, "", d.Span, sanad.Affirmed, rule)
		}
	case "charge":
		if who, ok := own(); ok && colon+1 < c.s.End {
			id := c.newEntity(sanad.SchemaCharge, evidence)
			c.claim(id, sanad.SchemaCharge, "subject", string(who), "", evidence, sanad.Affirmed, rule)
			c.claim(id, sanad.SchemaCharge, "value", c.textOf(colon+1, c.s.End), "", evidence, sanad.Affirmed, rule)
		}
	case "sentence", "verdict", "release":
		if len(persons) > 0 && (r.who < 0 || c.mentions[persons[0]].entity != c.mentions[r.who].entity) || r.who < 0 && len(c.accused()) > 1 { // it tells whom it is of
			return false
		}
		c.fieldOutcome(label, colon, evidence, d, rule)
	case "born":
		if who, ok := own(); ok {
			for j := colon + 1; j < c.s.End; j++ {
				if y := c.tokens[j]; y.Kind == text.Number && len(y.Folded) == 4 && !c.dated[j] {
					c.claim(who, sanad.SchemaPerson, "birthDate", y.Folded, "", y.Span, sanad.Affirmed, rule)
					break
				}
			}
			if d != nil {
				c.claim(who, sanad.SchemaPerson, "birthDate", d.EDTF, "", d.Span, sanad.Affirmed, rule)
			}
			if k := c.placeNear(colon, true); k >= 0 {
				c.claim(who, sanad.SchemaPerson, "birthPlace", c.valueOf(&c.mentions[k]), c.mentions[k].place.ID, c.mentions[k].span, sanad.Affirmed, rule)
			}
		}
	case "mother", "father":
		if who, ok := own(); ok && len(persons) > 0 {
			c.claim(who, sanad.SchemaPerson, label+"Name", c.valueOf(&c.mentions[persons[0]]), "", c.mentions[persons[0]].span, sanad.Affirmed, rule)
		}
	case "residence":
		if who, ok := own(); ok && colon+1 < c.s.End {
			normal := ""
			if k := c.placeNear(colon, true); k >= 0 {
				normal = c.mentions[k].place.ID
			}
			c.claim(who, sanad.SchemaPerson, "residence", c.textOf(colon+1, c.s.End), normal, evidence, sanad.Affirmed, rule)
		}
	case "organization":
		for _, k := range c.within(colon, c.s.End, organization) {
			r.org = c.mentions[k].entity
		}
	case "role":
		if r.who >= 0 && colon+1 < c.s.End {
			for _, t := range c.triggers {
				if t.class == "role" && t.first > colon {
					org := r.org
					if org < 0 {
						org = c.organizationOf(t)
					}
					c.membership(r.who, org, c.roleWord(t), c.triggerSpan(t), c.polarityAt(t.first, t.last), rule)
					return true
				}
			}
		}
	case "payer", "payee", "via":
		k := first(parties)
		if k < 0 {
			return false
		}
		if r.paid && label == "via" {
			c.claim(r.payment, sanad.SchemaPayment, "via", string(c.entityOf(k)), "", c.mentions[k].span, sanad.Affirmed, rule)
			return true
		}
		if r.paid || label == "payer" && r.payer >= 0 || label == "payee" && r.payee >= 0 {
			date := r.date
			*r = newRecord()
			r.last, r.date = c.sentenceNo, date
		}
		switch label {
		case "payer":
			r.payer = k
		case "payee":
			r.payee = k
		default:
			r.via = k
		}
		c.fieldPayment(rule)
	case "amount":
		for i := c.moneyFrom(colon); i < len(c.money) && c.money[i].First < c.s.End; i++ {
			if m := &c.money[i]; m.Last <= c.s.End {
				if r.amount != nil {
					date := r.date
					*r = newRecord()
					r.last, r.date = c.sentenceNo, date
				}
				r.amount = m
				c.fieldPayment(rule)
				break
			}
		}
	case "date":
		if d != nil {
			r.date = d
			if r.paid {
				c.claim(r.payment, sanad.SchemaPayment, "date", d.EDTF, "", d.Span, sanad.Affirmed, rule)
			}
		}
	default:
		return false
	}
	return true
}

// headName returns the person whose name alone is the sentence before: "Omar Salih. Arrested: 4 May 2017."; -1 when it is more.
func (c *clause) headName() int {
	if c.sentenceNo == 0 {
		return -1
	}
	s := c.sentences[c.sentenceNo-1]
	k := c.lastWho
	if k < 0 || c.mentions[k].first < s.Start || c.mentions[k].first-s.Start > 3 {
		return -1
	}
	for i := s.Start; i < s.End; i++ {
		if c.tokens[i].Kind == text.Word && c.at(i) < 0 {
			return -1
		}
	}
	return k
}

func (c *clause) fieldOutcome(label string, colon int, evidence text.Span, d *text.Date, rule string) {
	r := &c.record
	if r.who < 0 {
		return
	}
	schema, value := "", ""
	if v, _, ok := c.penalty(colon + 1); ok {
		schema, value = sanad.SchemaSentence, v
	}
	for _, t := range c.triggers {
		if t.first < colon || schema != "" {
			continue
		}
		switch t.class {
		case "verdict":
			schema, value = sanad.SchemaVerdict, t.attrs["value"]
		case "release":
			schema, value = sanad.SchemaRelease, "released"
		}
	}
	if schema == "" && label == "release" && d != nil {
		schema, value = sanad.SchemaRelease, "released"
	}
	if schema == "" {
		return
	}
	id := c.newEntity(schema, evidence)
	c.claim(id, schema, "subject", string(c.entityOf(r.who)), "", evidence, sanad.Affirmed, rule)
	c.claim(id, schema, "value", value, "", evidence, sanad.Affirmed, rule)
	if d != nil {
		c.claim(id, schema, "date", d.EDTF, "", d.Span, sanad.Affirmed, rule)
	}
}

// fieldPayment makes the payment of a record once both sides and the amount are known.
func (c *clause) fieldPayment(rule string) {
	r := &c.record
	if r.amount == nil || r.payer < 0 || r.payee < 0 || r.paid {
		return
	}
	r.paid = true
	id := c.newEntity(sanad.SchemaPayment, r.amount.Span)
	r.payment = id
	side := func(prop string, k int) {
		if k >= 0 {
			c.claim(id, sanad.SchemaPayment, prop, string(c.entityOf(k)), "", c.mentions[k].span, sanad.Affirmed, rule)
		}
	}
	side("payer", r.payer)
	side("beneficiary", r.payee)
	side("via", r.via)
	c.claim(id, sanad.SchemaPayment, "amount", r.amount.Amount, "", r.amount.Span, sanad.Affirmed, rule)
	c.claim(id, sanad.SchemaPayment, "currency", r.amount.Currency, "", r.amount.Span, sanad.Affirmed, rule)
	if r.date != nil {
		c.claim(id, sanad.SchemaPayment, "date", r.date.EDTF, "", r.date.Span, sanad.Affirmed, rule)
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
