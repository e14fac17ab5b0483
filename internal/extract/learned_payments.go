package extract

import (
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract/relation"
	"github.com/sanad-workbench/sanad/internal/text"
)

// originPayments is the origin of a payment that no rule read but the model of payments sees.
const originPayments = "model:payments"

// How sure the model must be of both sides of a payment together, where rules read nothing of the kind in the report and where they read all.
const surePaymentLow, surePaymentHigh = 0.30, 0.90

// sidePair is somebody and an amount of money: did he pay it, or get it?
type sidePair struct {
	pair
	money int // index into page.money
}

// sideReach is how far from an amount somebody may be named who is asked about.
const sideReach = 220

// sidePairs returns the persons and organizations and the amounts near enough to each other, amount by amount.
func (p *page) sidePairs(k *known) []sidePair {
	var out []sidePair
	for i := range p.money {
		x := sidePair{pair{kind: p.money[i].Currency, own: "paid ", heads: []int{p.money[i].First}}, i}
		from := len(out)
		for e, named := range k.sides {
			x.entity = e
			if p.near(&x.pair, named, sideReach) {
				out = append(out, x)
			}
		}
		slices.SortFunc(out[from:], func(a, b sidePair) int { return a.anchor - b.anchor })
	}
	return out
}

// paidBy returns the amounts that a rule read a payment of, by index, and who is payer and beneficiary of each.
func (p *page) paidBy() map[int][][2]sanad.ID {
	type payment struct {
		sides [2]sanad.ID
		at    []int
	}
	all := map[sanad.ID]*payment{}
	for i := range p.reading.Claims {
		c := &p.reading.Claims[i]
		if c.Schema != sanad.SchemaPayment {
			continue
		}
		o := all[c.Entity]
		if o == nil {
			o = &payment{}
			all[c.Entity] = o
		}
		switch c.Prop {
		case "payer":
			o.sides[0] = sanad.ID(c.Value)
		case "beneficiary":
			o.sides[1] = sanad.ID(c.Value)
		case "amount":
			for m := range p.money {
				if p.money[m].Span.Start+p.offset == c.Span.Start {
					o.at = append(o.at, m)
				}
			}
		}
	}
	out := map[int][][2]sanad.ID{}
	for _, o := range all {
		for _, m := range o.at {
			out[m] = append(out[m], o.sides)
		}
	}
	return out
}

func (p *page) describeSide(f *features, x sidePair, k *known) {
	p.describe(f, x.pair, k)
	f.add("read", bucket(int(5*k.paid), 0, 1, 2, 3, 4))
	m := &p.mentions[x.anchor]
	if m.kind == organization {
		f.add("body", m.schema)
	}
	c := &clause{page: p, s: p.sentences[p.sentenceOf(x.head)]}
	money := &p.money[x.money]
	for d := 1; d <= 4; d++ {
		if money.First-d >= c.s.Start {
			f.add("beforemoney", small[d], k.stem(p, money.First-d))
			f.add("bagmoney", "L", k.stem(p, money.First-d))
		}
		if money.Last+d <= c.s.End {
			f.add("aftermoney", small[d], k.stem(p, money.Last+d-1))
			f.add("bagmoney", "R", k.stem(p, money.Last+d-1))
		}
	}
	prep, side := p.prepositionBefore(x.anchor), "L"
	if m.first > money.First {
		side = "R"
	}
	f.add("prep", prep)
	f.add("prep", prep, side)
	here := c.sides()
	for i, e := range here {
		if e == x.entity {
			f.add("order", bucket(i, 0, 1, 2), bucket(len(here), 1, 2, 3))
			f.add("order", bucket(i, 0, 1, 2), bucket(len(here), 1, 2, 3), prep)
			f.add("order and word", bucket(i, 0, 1, 2), k.stem(p, money.First-1))
		}
	}
	f.add("money and prep", k.stem(p, money.First-1), prep)
	f.add("amounts", bucket(len(p.money), 1, 2, 4))
}

// sides returns the persons and organizations of the sentence in the order of the text, each once.
func (c *clause) sides() []int {
	var out []int
	for k := c.mentionFrom(c.s.Start); k < len(c.mentions) && c.mentions[k].first < c.s.End; k++ {
		if m := &c.mentions[k]; (m.kind == person || m.kind == organization) && m.entity >= 0 && !m.parent && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
	}
	return out
}

// learnedPayments lets the model say between whom an amount passed of which no rule read a payment.
func (p *page) learnedPayments(k *known) {
	if len(p.money) == 0 {
		return
	}
	told, model := p.paidBy(), p.models.payments
	payer, beneficiary := slices.Index(model.Classes(), "payer"), slices.Index(model.Classes(), "beneficiary")
	if payer < 0 || beneficiary < 0 {
		return
	}
	pairs := p.sidePairs(k)
	for len(pairs) > 0 {
		n := 1
		for n < len(pairs) && pairs[n].money == pairs[0].money {
			n++
		}
		here := pairs[:n]
		pairs = pairs[n:]
		if told[here[0].money] != nil || n < 2 {
			continue
		}
		p.settleSides(here, k, model, payer, beneficiary)
	}
}

// settleSides chooses who paid an amount and who got it.
func (p *page) settleSides(here []sidePair, k *known, model *relation.Model, payer, beneficiary int) {
	type sides struct{ pays, gets float64 }
	said := make([]sides, len(here))
	probabilities := make([]float64, len(model.Classes()))
	for i, x := range here {
		f := k.blank()
		p.describeSide(f, x, k)
		model.Score(f.hashes, probabilities)
		said[i] = sides{probabilities[payer], probabilities[beneficiary]}
	}
	from, to, best := -1, -1, sure(surePaymentLow, surePaymentHigh, k.paid)
	for i := range said {
		for j := range said {
			if both := said[i].pays * said[j].gets; i != j && both >= best {
				from, to, best = i, j, both
			}
		}
	}
	if from >= 0 {
		p.takePayment(here[from], here[to])
	}
}

// takePayment claims a payment of the model's.
func (p *page) takePayment(from, to sidePair) {
	m := &p.money[from.money]
	no := p.sentenceOf(m.First)
	p.resume(no)
	c := &clause{page: p, s: p.sentences[no], triggers: p.heard[no].triggers}
	t := trigger{rule: &rule{id: originPayments, class: "pay", attrs: map[string]string{}}, first: m.First, last: m.Last}
	c.transfer(m, text.Span{Start: c.s.Start, End: c.s.End}, from.anchor, to.anchor, -1, t, sanad.Affirmed)
	p.conclude()
}
