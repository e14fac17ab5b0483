package extract

import (
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// originParts is the origin of a part in an incident that no rule read but the model of parts sees.
const originParts = "model:parts"

// partReach is how far, in tokens and a score for each sentence between, from the words of an incident a person is named who is asked about.
const partReach = 250

// How sure the model must be of a part, as a probability, where rules read nothing of the report and where they read all: surer to accuse
// somebody than to call him a victim or a witness.
const (
	sureAccusedLow, sureAccusedHigh = 0.35, 0.95
	surePartLow, surePartHigh       = 0.20, 0.95
)

// untold is an incident that some words may tell of and no rule took for one.
type untold struct {
	kind  string
	words []text.Span // tokens
	date  *text.Date
	place int // mention, -1
	at    int // sentence
}

// mostWords bounds how many words of one incident are kept.
const mostWords = 12

// hearUntold keeps the words of the sentence that may tell of an incident but were not taken for one, by kind.
func (c *clause) hearUntold() {
	for _, t := range c.triggers {
		if t.class == "event" {
			c.mayTell(c.kindOf(t), text.Span{Start: t.first, End: t.last})
		}
	}
	for _, h := range c.heard[len(c.heard)-1].hints {
		if incidentKinds[h.kind] {
			c.mayTell(h.kind, h.at)
		}
	}
}

func (c *clause) mayTell(kind string, at text.Span) {
	if slices.ContainsFunc(c.events, func(e event) bool { return slices.Contains(e.heads, at.Start) }) {
		return
	}
	n := slices.IndexFunc(c.untold, func(u untold) bool { return u.kind == kind })
	if n < 0 {
		n = len(c.untold)
		c.untold = append(c.untold, untold{kind: kind, place: -1, at: c.sentenceNo})
	}
	u := &c.untold[n]
	if len(u.words) < mostWords && !slices.Contains(u.words, at) {
		u.words = append(u.words, at)
	}
	if u.date == nil {
		u.date = c.dateOf(at.Start, false)
	}
	if u.place < 0 {
		u.place = c.placeNear(at.Start, false)
	}
}

// partPair is a person and an incident: one told, or one no rule took.
type partPair struct {
	pair
	event  int // index into page.events, -1
	untold int // index into page.untold, -1
}

// partPairs returns the persons and incidents near enough to each other, in the order of the text. Incidents no rule took count where
// none of their kind was told.
func (p *page) partPairs(k *known) []partPair {
	var out []partPair
	pairUp := func(x partPair) {
		for e, named := range k.named {
			x.entity = e
			if p.near(&x.pair, named, partReach) {
				out = append(out, x)
			}
		}
	}
	for i := max(0, len(p.events)-mostEvents); i < len(p.events); i++ {
		pairUp(partPair{pair{kind: p.events[i].kind, heads: p.events[i].heads}, i, -1})
	}
	for i := range p.untold {
		u := &p.untold[i]
		if slices.ContainsFunc(p.events, func(e event) bool { return e.kind == u.kind }) {
			continue
		}
		x := partPair{pair{kind: u.kind}, -1, i}
		for _, t := range u.words {
			x.heads = append(x.heads, t.Start)
		}
		pairUp(x)
	}
	slices.SortFunc(out, func(a, b partPair) int {
		for _, d := range [...]int{b.event - a.event, a.untold - b.untold, a.anchor - b.anchor} {
			if d != 0 {
				return d
			}
		}
		return 0
	})
	return out
}

// describePart collects the features of a person and an incident.
func (p *page) describePart(f *features, x partPair, k *known) {
	p.describe(f, x.pair, k)
	f.add("read", bucket(int(5*k.parts), 0, 1, 2, 3, 4))
	who := p.entities[x.entity].id
	if x.event < 0 {
		f.add("untold")
	} else {
		e := &p.events[x.event]
		victims, doers := 0, 0
		for _, t := range e.told {
			if t.who == who {
				continue
			}
			victims += b2i(t.role == sanad.Victim)
			doers += b2i(t.accused())
		}
		f.add("told", bucket(victims, 0, 1, 3), bucket(doers, 0, 1, 3))
		f.add("told", bucket(victims, 0, 1, 3), bucket(doers, 0, 1, 3), bucket(int(5*k.parts), 0, 1, 2, 3, 4))
		if e.acted {
			f.add("acted")
		}
	}
	for i := range p.events {
		if i == x.event {
			continue
		}
		for _, t := range p.events[i].told {
			if t.who == who {
				f.add("elsewhere", t.role, string(t.polarity))
			}
		}
	}
	f.add("incidents", bucket(len(p.events), 0, 1, 2, 4))
}

// partAnswers are the answers of the model of parts.
var partAnswers = map[string]struct {
	role     string
	polarity sanad.Polarity
	accuses  bool
}{
	"accused":   {sanad.Suspect, sanad.Affirmed, true},
	"uncertain": {sanad.Suspect, sanad.Uncertain, true},
	"denied":    {sanad.Suspect, sanad.Denied, false},
	"victim":    {sanad.Victim, sanad.Affirmed, false},
	"witness":   {sanad.Witness, sanad.Affirmed, false},
}

// learnedParts lets the model say who else has a part in the incidents of the report. What a rule read of a person in an incident stands,
// and one person gets at most one part so, in the incident the model is surest of. It says suspect, never perpetrator: the
// model saw where the names stand, not who says what he did.
func (p *page) learnedParts(k *known) {
	type found struct {
		x partPair
		answer
	}
	model := p.models.parts
	best := map[int]found{} // by entity
	var order []int
	for _, x := range p.partPairs(k) {
		if x.event >= 0 && slices.ContainsFunc(p.events[x.event].told, func(t toldPart) bool { return t.who == p.entities[x.entity].id }) || p.holdsOffice(x.entity, k) {
			continue
		}
		f := k.blank()
		p.describePart(f, x, k)
		a := ask(model, f)
		bar := sure(surePartLow, surePartHigh, k.parts)
		if partAnswers[a.name].accuses {
			bar = sure(sureAccusedLow, sureAccusedHigh, k.parts)
		}
		if a.p < bar || a.p <= best[x.entity].p {
			continue
		}
		if best[x.entity].p == 0 {
			order = append(order, x.entity)
		}
		best[x.entity] = found{x, a}
	}
	for _, e := range order {
		a := best[e]
		p.takePart(a.x, partAnswers[a.name].role, partAnswers[a.name].polarity)
	}
}

// holdsOffice reports whether a person speaks or acts for an office wherever he is named: a judge, a lawyer, a spokesman.
func (p *page) holdsOffice(entity int, k *known) bool {
	holds, known := k.offices[entity]
	if !known {
		holds = p.seekOffice(entity, k)
		k.offices[entity] = holds
	}
	return holds
}

func (p *page) seekOffice(entity int, k *known) bool {
	for _, at := range k.named[entity] {
		no := p.sentenceOf(p.mentions[at].first)
		c := &clause{page: p, s: p.sentences[no]}
		if c.official(at) || c.announces(at) {
			return true
		}
	}
	return false
}

// takePart claims a part of the model's, and the incident where no rule took it for one.
func (p *page) takePart(x partPair, role string, polarity sanad.Polarity) {
	if x.event < 0 {
		x.event = p.takeUntold(&p.untold[x.untold])
	}
	e, m := &p.events[x.event], &p.mentions[x.anchor]
	who := p.entities[x.entity].id
	p.resume(p.sentenceOf(m.first))
	id := p.newEntity(sanad.SchemaParticipation, m.span)
	e.parts[string(who)+role], e.parts[string(who)+role+" "+string(polarity)] = true, true
	e.told = append(e.told, toldPart{id: id, who: who, mention: x.anchor, role: role, polarity: polarity, rule: originParts})
	p.claim(id, sanad.SchemaParticipation, "participant", string(who), "", m.span, polarity, originParts)
	p.claim(id, sanad.SchemaParticipation, "event", string(e.id), "", p.spanOf(x.head, x.head+1), polarity, originParts)
	p.claim(id, sanad.SchemaParticipation, "role", role, "", m.span, polarity, originParts)
	p.conclude()
}

// takeUntold makes an incident of words that no rule took for one, and returns its index; told again, it is the same.
func (p *page) takeUntold(u *untold) int {
	if at := slices.IndexFunc(p.events, func(e event) bool { return e.kind == u.kind }); at >= 0 {
		return at
	}
	p.resume(u.at)
	c := &clause{page: p, s: p.sentences[u.at]}
	span := p.spanOf(u.words[0].Start, u.words[0].End)
	e := event{id: p.newEntity(sanad.SchemaEvent, span), kind: u.kind, at: p.sentences[u.at].Start, parts: map[string]bool{}}
	for _, t := range u.words {
		e.heads = append(e.heads, t.Start)
		p.resume(p.sentenceOf(t.Start))
		p.claim(e.id, sanad.SchemaEvent, "subtype", u.kind, "", p.spanOf(t.Start, t.End), sanad.Affirmed, originParts)
		p.conclude()
	}
	p.resume(u.at)
	if u.date != nil {
		e.date = u.date.EDTF
		p.claim(e.id, sanad.SchemaEvent, "date", e.date, "", u.date.Span, sanad.Affirmed, originParts)
	}
	if u.place >= 0 {
		m := &p.mentions[u.place]
		e.place = m.place.ID
		p.claim(e.id, sanad.SchemaEvent, "place", c.valueOf(m), e.place, m.span, sanad.Affirmed, originParts)
	}
	p.conclude()
	p.events = append(p.events, e)
	return len(p.events) - 1
}
