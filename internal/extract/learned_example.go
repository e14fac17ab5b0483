package extract

import (
	"context"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// Example is a person and an incident of a report as the model of parts sees them: what its trainer learns from once somebody has said
// how the two stand to each other. Spans are code points of the text.
type Example struct {
	Who      []sanad.Span // where the person is named
	Incident []sanad.Span // the words that tell of the incident
	Kind     string       // of the incident
	Date     string       // of the incident, EDTF; "" when not told
	Told     bool         // a rule read a part of the person in it
	Features []uint32
	Words    []string // the same features as words, in another order
}

// Examples reads a text by the rules alone and returns every person and incident of which the model would be asked. It returns the
// context's error when cancelled. A text of more than a megabyte is read up to there.
func Examples(ctx context.Context, doc Document) ([]Example, error) {
	doc.Text = doc.Text[:cutAt(doc.Text, pieceSize)]
	p := newPage(doc, lex(), rulebook())
	if err := p.readByRules(ctx); err != nil {
		return nil, err
	}
	var out []Example
	k := p.gather()
	for _, x := range p.partPairs(k) {
		f := features{keep: true}
		p.describePart(&f, x, k)
		e := Example{Kind: x.kind, Features: f.set()}
		for _, w := range f.words {
			e.Words = append(e.Words, strings.Join(w, "|"))
		}
		for _, at := range k.named[x.entity] {
			s := p.mentions[at].span
			e.Who = append(e.Who, sanad.Span{Start: s.Start, End: s.End})
		}
		for _, h := range x.heads {
			s := p.spanOf(h, h+1)
			e.Incident = append(e.Incident, sanad.Span{Start: s.Start, End: s.End})
		}
		if x.event >= 0 {
			e.Date = p.events[x.event].date
			e.Told = slices.ContainsFunc(p.events[x.event].told, func(t toldPart) bool { return t.who == p.entities[x.entity].id })
		}
		out = append(out, e)
	}
	return out, nil
}
