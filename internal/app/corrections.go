package app

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/exchange"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

// reviewedText is a report with what persons said of what was read in it.
type reviewedText struct {
	reference string
	text      sanad.Text
	runes     []rune
	tokens    []text.Token
	sentences []text.Span // index ranges into tokens
	claims    map[sanad.ID]sanad.Claim
	order     []sanad.Claim // in the order of the text
	names     map[sanad.ID][]exchange.Passage
	reviews   map[sanad.ID]sanad.Review // of the whole picture
}

// eachReviewed calls fn with every report of the picture in which a person reviewed or made a claim, in the order of the
// references.
func (p *picture) eachReviewed(fn func(*reviewedText) error) error {
	var ids []sanad.ID
	refs := map[sanad.ID]string{}
	if err := p.v.ReportIDs(func(id sanad.ID, reference string) error {
		ids, refs[id] = append(ids, id), reference
		return nil
	}); err != nil {
		return err
	}
	for part := range slices.Chunk(ids, 200) {
		texts := map[sanad.ID]*reviewedText{}
		decided := map[sanad.ID]bool{}
		if err := p.v.Claims(store.ClaimFilter{Reports: part}, func(c sanad.Claim) error {
			x := texts[c.Report]
			if x == nil {
				x = &reviewedText{reference: refs[c.Report], claims: map[sanad.ID]sanad.Claim{}, reviews: p.reviews}
				texts[c.Report] = x
			}
			x.claims[c.ID] = c
			x.order = append(x.order, c)
			decided[c.Report] = decided[c.Report] || x.verdict(c) != ""
			return nil
		}); err != nil {
			return err
		}
		if err := p.v.Texts(part, func(t sanad.Text) error {
			if decided[t.Report] {
				texts[t.Report].text = t
			}
			return nil
		}); err != nil {
			return err
		}
		for _, id := range part {
			if !decided[id] {
				continue
			}
			x := texts[id]
			x.cut()
			if err := fn(x); err != nil {
				return err
			}
		}
	}
	return nil
}

// cut finds the sentences of the text and the names of what is told of.
func (x *reviewedText) cut() {
	x.runes = []rune(x.text.Content)
	x.tokens = text.Tokens(x.text.Content)
	x.sentences = text.Sentences(x.tokens)
	byPassage(x.order)
	x.names = map[sanad.ID][]exchange.Passage{}
	for _, c := range x.order {
		if sanad.IsNameProp(c.Prop) && c.Span != nil && x.shown(c) {
			n := x.passage(*c.Span)
			if !slices.Contains(x.names[c.Entity], n) {
				x.names[c.Entity] = append(x.names[c.Entity], n)
			}
		}
	}
}

func (x *reviewedText) passage(s sanad.Span) exchange.Passage {
	s.End = min(s.End, len(x.runes))
	s.Start = min(s.Start, s.End)
	return exchange.Passage{Start: s.Start, End: s.End, Text: string(x.runes[s.Start:s.End])}
}

func (x *reviewedText) shown(c sanad.Claim) bool {
	s := x.reviews[c.ID].Status
	return s != sanad.Rejected && s != sanad.Corrected
}

// verdict is what a person said of a claim, "" when nobody said anything.
func (x *reviewedText) verdict(c sanad.Claim) string {
	s := x.reviews[c.ID].Status
	own := strings.HasPrefix(c.Origin, "user:")
	switch {
	case own && s == sanad.Accepted, own && s == "":
		return "added"
	case own && s == sanad.Rejected, s == sanad.Proposed:
		return "" // taken back
	}
	return string(s)
}

// sentenceAt returns the tokens of the sentence around a position, and its span.
func (x *reviewedText) sentenceAt(at int) (tokens []text.Token, span sanad.Span, ok bool) {
	i, found := slices.BinarySearchFunc(x.sentences, at, func(s text.Span, at int) int { return cmp.Compare(x.tokens[s.Start].Span.Start, at) })
	if !found {
		i--
	}
	if i < 0 || x.tokens[x.sentences[i].End-1].Span.End <= at {
		return nil, span, false
	}
	s := x.sentences[i]
	tokens = x.tokens[s.Start:s.End]
	return tokens, sanad.Span{Start: tokens[0].Span.Start, End: tokens[len(tokens)-1].Span.End}, true
}

func (x *reviewedText) assertion(c sanad.Claim) exchange.Assertion {
	a := exchange.Assertion{ID: string(c.ID), EntityID: string(c.Entity), Subject: x.names[c.Entity], Schema: c.Schema, Prop: c.Prop, Value: c.Value, Object: []exchange.Passage{},
		Normal: c.Normal, Polarity: string(c.Polarity), Kind: string(c.Kind), Origin: c.Origin}
	if sanad.IsEntityProp(c.Schema, c.Prop) {
		a.Object = append(a.Object, x.names[sanad.ID(c.Value)]...)
	}
	if a.Subject == nil {
		a.Subject = []exchange.Passage{}
	}
	return a
}

// corrections writes what persons said of claims, as training data: a line a claim.
func (p *picture) corrections(enc *exchange.Encoder) error {
	return p.eachReviewed(func(x *reviewedText) error {
		instead := map[sanad.ID]bool{} // claims that stand for a corrected one are told with it
		for _, c := range x.order {
			if r := x.reviews[c.ID]; r.Status == sanad.Corrected {
				instead[r.Replacement] = true
			}
		}
		sum := sha256.Sum256([]byte(x.text.Content))
		for _, c := range x.order {
			verdict := x.verdict(c)
			if verdict == "" || verdict == "added" && instead[c.ID] {
				continue
			}
			r := x.reviews[c.ID]
			out := exchange.Correction{Report: x.reference, TextSHA256: hex.EncodeToString(sum[:]), Language: x.text.Language, Claim: x.assertion(c), Verdict: verdict, Reason: r.Reason, Reviewer: r.Author,
				ReviewedAt: r.RecordedAt.UTC().Format(time.RFC3339)}
			if r.ID == "" {
				out.Reviewer, out.ReviewedAt = strings.TrimPrefix(c.Origin, "user:"), c.RecordedAt.UTC().Format(time.RFC3339)
			}
			if c.Span != nil {
				q := x.passage(*c.Span)
				out.Start, out.End, out.Quote = &q.Start, &q.End, q.Text
				if _, s, ok := x.sentenceAt(c.Span.Start); ok {
					q := x.passage(sanad.Span{Start: s.Start, End: max(s.End, c.Span.End)})
					out.Sentence = &q
				}
			}
			if verdict == string(sanad.Corrected) {
				to, ok := x.claims[r.Replacement]
				if !ok {
					continue
				}
				a := x.assertion(to)
				out.Correct = &a
			}
			if err := enc.Correction(out); err != nil {
				return err
			}
		}
		return nil
	})
}

// placeProps are the properties whose value names a place.
var placeProps = map[string]bool{"place": true, "birthPlace": true, "residence": true}

// nameKind is the label of what a claim names in its own words, "" when it names nothing.
func nameKind(c sanad.Claim) string {
	switch {
	case placeProps[c.Prop]:
		return "LOC"
	case c.Prop != "name" && c.Schema != sanad.SchemaPerson || !sanad.IsNameProp(c.Prop):
		return ""
	case c.Schema == sanad.SchemaPerson:
		return "PER"
	case sanad.IsOrganization(c.Schema):
		return "ORG"
	}
	return ""
}

// iob writes the sentences whose every name claim a person reviewed, in IOB2: a token and a label a line, an empty line
// between sentences, lines that begin with "# " telling where a sentence stands. What was accepted or corrected is
// labelled; a correction whose words do not stand in the sentence leaves the sentence out.
func (p *picture) iob(out *bufio.Writer, head exchange.Head) error {
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	fmt.Fprintf(out, "# reason: %s\n# expires: %s\n# conditions: %s\n\n", flat(head.Reason), head.Expiry, flat(strings.Join(head.Conditions, "; ")))
	return p.eachReviewed(func(x *reviewedText) error {
		type told struct {
			claims []sanad.Claim
			no     bool // not every name was reviewed, or one cannot be shown
		}
		by := map[int]*told{} // by start of sentence
		for _, c := range x.order {
			if nameKind(c) == "" || c.Span == nil {
				continue
			}
			_, s, ok := x.sentenceAt(c.Span.Start)
			if !ok {
				continue
			}
			t := by[s.Start]
			if t == nil {
				t = &told{}
				by[s.Start] = t
			}
			t.claims = append(t.claims, c)
			status := x.reviews[c.ID].Status
			own := strings.HasPrefix(c.Origin, "user:")
			t.no = t.no || !own && (status == "" || status == sanad.Proposed)
		}
		for _, s := range x.sentences {
			tokens, span, _ := x.sentenceAt(x.tokens[s.Start].Span.Start)
			t := by[span.Start]
			if t == nil || t.no {
				continue
			}
			labels, ok := x.labels(tokens, span, t.claims)
			if !ok {
				continue
			}
			fmt.Fprintf(out, "# %s %d-%d\n", flat(x.reference), span.Start, span.End)
			for i, tok := range tokens {
				if tok.Kind != text.Break {
					fmt.Fprintf(out, "%s\t%s\n", tok.Text, labels[i])
				}
			}
			fmt.Fprintln(out)
		}
		return nil
	})
}

// labels gives the tokens of a sentence their IOB2 labels; ok is false when a name does not stand in it as it should be, or
// two names overlap and neither is part of the other.
func (x *reviewedText) labels(tokens []text.Token, sentence sanad.Span, claims []sanad.Claim) (labels []string, ok bool) {
	labels = make([]string, len(tokens))
	owner := make([]sanad.Span, len(tokens))
	for i := range labels {
		labels[i] = "O"
	}
	type name struct {
		span sanad.Span
		kind string
	}
	var names []name
	for _, c := range claims {
		if !x.shown(c) {
			continue // rejected, or its correction is among the claims
		}
		s := *c.Span
		if strings.HasPrefix(c.Origin, "user:") && sanad.IsNameProp(c.Prop) && text.Fold(c.Value) != text.Fold(x.passage(s).Text) {
			if s, ok = x.find(c.Value, s, sentence); !ok {
				return nil, false
			}
		}
		names = append(names, name{s, nameKind(c)})
	}
	// The longest name first: a short form inside it is no name of its own.
	slices.SortStableFunc(names, func(a, b name) int {
		return cmp.Or(cmp.Compare(b.span.Len(), a.span.Len()), cmp.Compare(a.span.Start, b.span.Start))
	})
	for _, n := range names {
		first := true
		for i, t := range tokens {
			if t.Kind == text.Break || t.Span.End <= n.span.Start || t.Span.Start >= n.span.End {
				continue
			}
			if labels[i] != "O" {
				if !owner[i].Contains(n.span) {
					return nil, false
				}
				continue
			}
			labels[i], owner[i] = "I-"+n.kind, n.span
			if first {
				labels[i], first = "B-"+n.kind, false
			}
		}
	}
	return labels, true
}

// find returns where words stand in a sentence, overlapping a span.
func (x *reviewedText) find(words string, near, sentence sanad.Span) (sanad.Span, bool) {
	want := []rune(words)
	for at := sentence.Start; at+len(want) <= min(sentence.End, len(x.runes)); at++ {
		s := sanad.Span{Start: at, End: at + len(want)}
		if s.Overlaps(near) && slices.Equal(x.runes[at:s.End], want) {
			return s, true
		}
	}
	return near, false
}
