package sim

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// Judgement is one line of judgements.jsonl: what an invented reviewer decided about two mentions.
type Judgement struct {
	Left    Passage `json:"left"`
	Right   Passage `json:"right"`
	Verdict string  `json:"verdict"` // same or different
	Reason  string  `json:"reason"`
}

// Passage is a span of a report, in code points, end exclusive.
type Passage struct {
	Report string `json:"report"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

func (a anchor) passage() Passage {
	return Passage{reference(int(a.report)), int(a.start), int(a.end)}
}

// judgements joins persons until four fifths of all true links between reports are decided, each by a spanning tree over the reports that
// name him: never one that has only a kunya or nisba. Namesakes are declared different.
func (w *World) judgements(l *ledger) []Judgement {
	r := w.stream(streamReviewer)
	total := 0
	for _, reports := range l.persons {
		total += pairs(len(reports))
	}
	var out []Judgement
	joined := 0
	for _, i := range r.Perm(len(w.persons)) {
		if joined >= total*4/5 {
			break
		}
		p := w.persons[i]
		var named []anchor
		for _, a := range l.anchors[i] {
			// A few reports are left as questions even for a person already joined.
			if a.named && r.IntN(40) > 0 {
				named = append(named, a)
			}
		}
		// The last person is joined only as far as is needed.
		for len(named) > 2 && joined+pairs(len(named)-1) >= total*4/5 {
			named = named[:len(named)-1]
		}
		joined += pairs(len(named))
		// Two by two, then four by four: each judgement keeps both groups as they were, which a chain would make quadratic.
		for step := 1; step < len(named); step *= 2 {
			for k := 0; k+step < len(named); k += 2 * step {
				out = append(out, Judgement{named[k].passage(), named[k+step].passage(), "same", w.sameReason(r.IntN(5), p)})
			}
		}
	}
	for _, p := range w.persons {
		if p.NamesakeOf == nil {
			continue
		}
		q := p.NamesakeOf
		a, b := firstNamed(l.anchors[p.index]), firstNamed(l.anchors[q.index])
		if a != nil && b != nil {
			out = append(out, Judgement{a.passage(), b.passage(), "different", fmt.Sprintf("other mother: %s here, %s there; born %d and %d",
				motherLatin(p), motherLatin(q), p.Birth, q.Birth)})
		}
	}
	return out
}

// firstNamed is the first anchor with more than a kunya or nisba, or nil.
func firstNamed(as []anchor) *anchor {
	for i := range as {
		if as[i].named {
			return &as[i]
		}
	}
	return nil
}

func pairs(n int) int { return n * (n - 1) / 2 }

func motherLatin(p *Person) string {
	return women[p.Mother].latin[0] + " " + men[p.MotherFather].latin[0]
}

// sameReason names what besides the name speaks for it.
func (w *World) sameReason(n int, p *Person) string {
	switch n {
	case 0:
		return fmt.Sprintf("both files give the mother as %s and the birth year as %d", motherLatin(p), p.Birth)
	case 1:
		return fmt.Sprintf("identity paper %d seen with both files", p.Document)
	case 2:
		return fmt.Sprintf("registry extract: born %d in %s, mother %s", p.Birth, p.Town.En, motherLatin(p))
	case 3:
		return fmt.Sprintf("birth year %d and mother's name %s confirmed by the officer of each source", p.Birth, motherLatin(p))
	}
	return fmt.Sprintf("same paper no. %d and same home, %s", p.Document, p.Town.En)
}

func writeJudgements(path string, js []Judgement) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("create judgements: %w", err)
	}
	defer f.Close()
	b := bufio.NewWriter(f)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for _, j := range js {
		if err := enc.Encode(j); err != nil {
			return fmt.Errorf("write judgements: %w", err)
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write judgements: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write judgements: %w", err)
	}
	return nil
}
