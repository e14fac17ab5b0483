package extract

import (
	"context"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

// Example is somebody and something a report tells of, as a model of relation sees them: what its trainer learns from once somebody has
// said how the two stand to each other. Spans are code points of the text.
type Example struct {
	Relation string       // parts, roles, steps or payments: which model is asked
	Who      []sanad.Span // where he is named
	Words    []sanad.Span // the words that tell of the thing
	Kind     string       // of the incident, the step, the role
	Value    string       // the punishment of a sentence, the amount of a payment in digits
	Date     string       // of the incident, EDTF; "" when not told
	Told     bool         // a rule read how he stands to it
	Answer   string       // what the rules read of the two, in the model's words; relation.None when nothing
	Hint     bool         // no rule took the words for an incident
	Features []uint32
	Readable []string // the same features as words, in another order
}

// Examples reads a text by the rules alone and returns everything the models of relation would be asked. It returns the context's error
// when cancelled. Of a text of more than a megabyte the beginning is read.
func Examples(ctx context.Context, doc Document) ([]Example, error) {
	doc.Text = doc.Text[:cutAt(doc.Text, pieceSize)]
	p := newPage(doc, lex(), rulebook())
	if err := p.readByRules(ctx); err != nil {
		return nil, err
	}
	var out []Example
	k := p.gather()
	add := func(e Example, x pair, f *features) {
		if e.Answer == "" {
			e.Answer = relation.None
		}
		slices.Sort(f.hashes)
		e.Kind, e.Features = x.kind, f.hashes
		for _, w := range f.words {
			e.Readable = append(e.Readable, strings.Join(w, "|"))
		}
		for _, at := range k.sides[x.entity] {
			s := p.mentions[at].span
			e.Who = append(e.Who, sanad.Span{Start: s.Start, End: s.End})
		}
		for _, h := range x.heads {
			s := p.spanOf(h, h+1)
			e.Words = append(e.Words, sanad.Span{Start: s.Start, End: s.End})
		}
		out = append(out, e)
	}
	for _, x := range p.partPairs(k) {
		f := features{keep: true}
		p.describePart(&f, x, k)
		e := Example{Relation: "parts", Hint: x.event < 0}
		if x.event >= 0 {
			e.Date = p.events[x.event].date
			e.Answer = p.toldAs(x)
			e.Told = e.Answer != ""
		}
		add(e, x.pair, &f)
	}
	held, polarity := p.holds(), p.heldAs()
	for _, x := range p.rolePairs(k) {
		f := features{keep: true}
		who := p.entities[x.entity].id
		p.describeRole(&f, x, k, held[who])
		e := Example{Relation: "roles", Told: slices.Contains(held[who], x.kind)}
		if e.Told {
			e.Answer = string(polarity[who])
		}
		add(e, x.pair, &f)
	}
	suffered := p.suffered()
	for _, x := range p.stepPairs(k) {
		f := features{keep: true}
		who := p.entities[x.entity].id
		p.describeStep(&f, x, k, suffered[who])
		e := Example{Relation: "steps", Value: x.value, Told: slices.Contains(suffered[who], x.kind)}
		if step := strings.TrimSpace(x.kind + " " + x.value); slices.Contains(suffered[who], step) {
			e.Answer = string(sanad.Affirmed)
		}
		add(e, x.pair, &f)
	}
	paid := p.paidBy()
	for _, x := range p.sidePairs(k) {
		f := features{keep: true}
		p.describeSide(&f, x, k)
		e := Example{Relation: "payments", Value: p.money[x.money].Amount, Told: paid[x.money] != nil}
		for _, sides := range paid[x.money] {
			switch p.entities[x.entity].id {
			case sides[0]:
				e.Answer = "payer"
			case sides[1]:
				e.Answer = "beneficiary"
			}
		}
		add(e, x.pair, &f)
	}
	return out, nil
}

// toldAs returns what the rules read of a person in an incident, in the words of the model of parts; "" when nothing.
func (p *page) toldAs(x partPair) string {
	answer := ""
	for _, t := range p.events[x.event].told {
		switch {
		case t.who != p.entities[x.entity].id:
		case !t.accused():
			answer = t.role
		case t.polarity != sanad.Affirmed:
			return string(t.polarity)
		default:
			answer = "accused"
		}
	}
	return answer
}

// heldAs returns how the rules read that each person is a member of something.
func (p *page) heldAs() map[sanad.ID]sanad.Polarity {
	out := map[sanad.ID]sanad.Polarity{}
	for _, c := range p.reading.Claims {
		if c.Schema == sanad.SchemaMembership && c.Prop == "member" {
			out[sanad.ID(c.Value)] = c.Polarity
		}
	}
	return out
}
