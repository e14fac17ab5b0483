// Package extract reads a report: it finds who and what is named, what is claimed of them, and who says so, with the
// passage of every claim.
//
// The reader is rules over lexica in Arabic and English, with a trained tagger of names beside them, and no network. It joins
// mentions within one report only. DESIGN.md tells how it works; the words that make rules speak are in rules/.
package extract

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Version is the id and version of the reader as Readings carry it.
const Version = "rules+models/4"

// originModel is the origin of the claim that somebody is named where only the model saw it, or how far the name goes.
const originModel = "model:names"

// Document is a text to read.
type Document struct {
	Report   sanad.ID // the report the text belongs to; every id derives from it
	Text     string
	Language string // ar, en or empty; a hint, scripts decide
	Dated    string // EDTF date of the report; relative dates count from it
}

// Extractor reads texts. Spans in a Reading are code points of Document.Text.
type Extractor interface {
	Read(ctx context.Context, doc Document) (sanad.Reading, error)
}

// New returns the reader made of rules. It is safe for concurrent use.
func New() Extractor { return &reader{lex: lex(), rules: rulebook(), models: builtIn()} }

type reader struct {
	lex    *lexicon
	rules  *ruleBook
	models models
}

// pieceSize bounds, in bytes, what is read at once. A report is far smaller; a book is read in pieces, and names are
// joined within a piece only.
const pieceSize = 1 << 20

// Read implements Extractor. It returns the context's error when cancelled.
func (x *reader) Read(ctx context.Context, doc Document) (sanad.Reading, error) {
	out := sanad.Reading{Extractor: Version}
	rest, offset := doc.Text, 0
	for len(rest) > 0 {
		piece := rest[:cutAt(rest, pieceSize)]
		rest = rest[len(piece):]
		d := doc
		d.Text = piece
		p := newPage(d, x.lex, x.rules)
		p.models = x.models
		p.offset = offset
		if err := p.read(ctx); err != nil {
			return sanad.Reading{}, err
		}
		out.Statements = append(out.Statements, p.reading.Statements...)
		out.Entities = append(out.Entities, p.reading.Entities...)
		out.Claims = append(out.Claims, p.reading.Claims...)
		offset += utf8.RuneCountInString(piece)
	}
	return out, nil
}

// cutAt returns where to cut s at or before size bytes: after an empty line, a line, a space, or a code point.
func cutAt(s string, size int) int {
	if len(s) <= size {
		return len(s)
	}
	for _, sep := range []string{"\n\n", "\n", " "} {
		if i := strings.LastIndex(s[size/2:size], sep); i >= 0 {
			return size/2 + i + len(sep)
		}
	}
	for size > 1 && !utf8.RuneStart(s[size]) {
		size--
	}
	return size
}

// read runs every step over the page.
func (p *page) read(ctx context.Context) error {
	if err := p.readByRules(ctx); err != nil {
		return err
	}
	p.learned()
	p.settleParts()
	return nil
}

// readByRules runs every step that needs no model of relations.
func (p *page) readByRules(ctx context.Context) error {
	var tag tagger = union{ruleTagger{p.lex}}
	p.fathers = ruleTagger{p.lex}.repeatedFathers(p)
	for i, s := range p.sentences {
		if i%128 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		p.mentions = append(p.mentions, p.withoutVerbs(p.withoutMoney(tag.tag(p, s)))...)
	}
	p.joinSplitNames()
	p.endsStrange()
	p.namedByMoney()
	p.addShortOrganizations()
	p.addShortForms()
	p.resolve()
	p.kinPersons()
	p.headSpeaker()
	for i, s := range p.sentences {
		if i%128 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		p.resume(i)
		p.readSentence(s)
		p.conclude()
	}
	p.tellAccount()
	return nil
}

// resume sets the sentence whose statement the next claims belong to; conclude ends them.
func (p *page) resume(no int) {
	s := p.sentences[no]
	p.sentence, p.sentenceNo, p.spoken = s, no, false
	if no < len(p.heard) {
		p.voice = p.heard[no].voice
	}
	span := p.wholeSpan(s)
	p.statement = sanad.DeriveID("q", string(p.doc.Report), itoa(span.Start), itoa(span.End))
}

// conclude adds the statement of the sentence when something was claimed in it for the first time.
func (p *page) conclude() {
	if !p.spoken || p.stated[p.statement] {
		return
	}
	p.stated[p.statement] = true
	p.reading.Statements = append(p.reading.Statements, sanad.Statement{ID: p.statement, Report: p.doc.Report, Span: p.wholeSpan(p.sentence), Asserter: p.voice.asserter,
		Access: p.voice.access, Polarity: p.voice.polarity, Kind: p.voice.kind, Duress: p.voice.duress, Recanted: p.voice.recanted})
}

// wholeSpan returns where a sentence stands in the whole text.
func (p *page) wholeSpan(s text.Span) sanad.Span {
	span := p.spanOf(s.Start, s.End)
	return sanad.Span{Start: span.Start + p.offset, End: span.End + p.offset}
}

// readSentence makes the claims of one sentence and the statement they belong to.
func (p *page) readSentence(s text.Span) {
	triggers := p.rules.triggers(p, s)
	p.voice = p.voiceOf(s, triggers)
	c := &clause{page: p, s: s, triggers: triggers}
	c.triggers = slices.DeleteFunc(c.triggers, func(t trigger) bool {
		return c.noSentence(t) || c.numeral(t) || c.commander(t) || c.blessing(t) || c.surrendersMoney(t) || c.thingTaken(t) || c.hedgesNumber(t) || t.class == "deny" && c.neverTaken(t)
	})
	c.hear()
	p.findSpeaker(s)
	c.definite()
	c.listHeading()
	c.goesOnSpeaking()
	c.defendantStands()
	c.tableRow()

	for k := p.mentionFrom(s.Start); k < len(p.mentions) && p.mentions[k].first < s.End; k++ {
		m := &p.mentions[k]
		if m.entity >= 0 && !m.silent {
			e := p.entities[m.entity]
			value := string([]rune(p.textOf(m.first, m.last))[m.span.Start-p.tokens[m.first].Span.Start:])
			rule := "mention." + m.prop
			if m.model {
				rule = originModel
			}
			p.claim(e.id, e.schema, m.prop, value, "", m.span, sanad.Affirmed, rule)
		}
	}
	if c.field() {
		if c.chargeLine() || c.recordLine() {
			c.incidents()
		}
	} else {
		c.hearArguments()
		c.attributes()
		c.memberships()
		c.kinships()
		c.incidents()
		c.hearUntold()
		c.proceedings()
		c.payments()
		c.operations()
	}

	before, announced := p.lastWho, false
	for k := p.mentionFrom(s.Start); k < len(p.mentions) && p.mentions[k].first < s.End; k++ {
		switch m := &p.mentions[k]; {
		case m.kind == person && c.announces(k):
			announced = true
		case m.kind == person && c.official(k):
		case m.kind == person:
			p.lastWho = k
		case m.kind == organization && m.schema == sanad.SchemaNetwork:
			p.lastOrg, p.lastOrgAt = m.entity, p.sentenceNo
		case m.kind == place:
			p.lastPlace = k
		}
	}
	if announced && p.lastWho == before && !c.alone(before) {
		p.lastWho = -1
	}
	if w := c.subjectOfSentence(); w >= 0 {
		p.lastWho = w
	} else if before >= 0 && p.lastWho >= 0 && p.mentions[p.lastWho].first >= s.Start && c.testifies(p.lastWho) {
		p.lastWho = before
	}
	if before >= 0 && c.aboutHim() {
		p.lastWho = before
	}
	if c.standsFor >= 0 && c.onlyGoverned() { // «كان المدان يحمل الرسائل بين الأمير عمر والجماعة»
		p.lastWho = c.standsFor
	}
	if cast := c.castOf(); len(cast) > 0 {
		p.cast = cast
	}
}
