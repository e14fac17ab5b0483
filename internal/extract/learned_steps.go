package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// originSteps is the origin of a step of the law that no rule read but the model of steps sees.
const originSteps = "model:steps"

// How sure the model must be that a step of the law happened to somebody, where rules read nothing of the kind in the report and where they read all.
const sureStepLow, sureStepHigh = 0.92, 0.99

// Steps of the law as the model knows them. A sentence is known by its punishment.
const (
	stepArrest    = "arrest"
	stepCharge    = "charge"
	stepAcquittal = "acquittal"
	stepRelease   = "release"
	stepSentence  = "sentence"
)

// stepPair is a person and a step of the law of which the report speaks.
type stepPair struct {
	pair
	value string // of a sentence
	words []trigger
}

// stepReach is how far from the words of a step a person may be named who is asked about.
const stepReach = 150

// stepPairs returns the persons and steps near enough to each other.
func (p *page) stepPairs(k *known) []stepPair {
	type step struct{ kind, value string }
	found := map[step]*stepPair{}
	var order []step
	add := func(s step, t trigger) {
		x := found[s]
		if x == nil {
			x = &stepPair{pair: pair{kind: s.kind, own: "step "}, value: s.value}
			found[s] = x
			order = append(order, s)
		}
		if len(x.heads) < mostWords && !slices.Contains(x.heads, t.first) {
			x.heads, x.words = append(x.heads, t.first), append(x.words, t)
		}
	}
	for no := range p.heard {
		s := p.sentences[no]
		for _, t := range p.heard[no].triggers {
			switch {
			case t.class == "arrest":
				add(step{stepArrest, ""}, t)
			case t.class == "charge":
				add(step{stepCharge, ""}, t)
			case t.class == "release":
				add(step{stepRelease, ""}, t)
			case t.class == "verdict" && t.attrs["value"] == "acquitted":
				add(step{stepAcquittal, ""}, t)
			}
		}
		for _, h := range p.heard[no].hints {
			switch h.kind {
			case stepArrest, stepCharge, stepAcquittal, stepRelease:
				add(step{h.kind, ""}, trigger{rule: stepHints[h.kind], first: h.at.Start, last: h.at.End})
			}
		}
		c := &clause{page: p, s: s, triggers: p.heard[no].triggers}
		for i := s.Start; i < s.End; i++ {
			if v, at, ok := c.penaltyAt(i, i); ok && at == i {
				add(step{stepSentence, v}, trigger{rule: penaltyRule, first: i, last: i + 1})
			}
		}
	}
	var out []stepPair
	for _, s := range order {
		x := *found[s]
		for e, named := range k.named {
			x.entity = e
			if p.near(&x.pair, named, stepReach) {
				out = append(out, x)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b stepPair) int {
		if d := slices.Index(order, step{a.kind, a.value}) - slices.Index(order, step{b.kind, b.value}); d != 0 {
			return d
		}
		return a.anchor - b.anchor
	})
	return out
}

// penaltyRule stands for the words of a punishment.
var penaltyRule = &rule{id: originSteps, class: "sentence", attrs: map[string]string{}}

// stepHints stand for the words of hints.
var stepHints = map[string]*rule{}

func init() {
	for _, kind := range []string{stepArrest, stepCharge, stepAcquittal, stepRelease} {
		stepHints[kind] = &rule{id: "hint." + kind, class: kind, attrs: map[string]string{}}
	}
}

// suffered returns the steps each person is told to have come to by a rule, those of a sentence with its punishment.
func (p *page) suffered() map[sanad.ID][]string {
	subject, out := map[sanad.ID]sanad.ID{}, map[sanad.ID][]string{}
	add := func(who sanad.ID, step string) {
		if who != "" && !slices.Contains(out[who], step) {
			out[who] = append(out[who], step)
		}
	}
	for i := range p.reading.Claims {
		c := &p.reading.Claims[i]
		if c.Prop == "subject" {
			subject[c.Entity] = sanad.ID(c.Value)
		}
		switch c.Schema {
		case sanad.SchemaDetention:
			add(subject[c.Entity], stepArrest)
		case sanad.SchemaCharge:
			add(subject[c.Entity], stepCharge)
		case sanad.SchemaRelease:
			add(subject[c.Entity], stepRelease)
		case sanad.SchemaVerdict:
			if c.Prop == "value" && c.Value == "acquitted" {
				add(subject[c.Entity], stepAcquittal)
			}
		case sanad.SchemaSentence:
			add(subject[c.Entity], stepSentence)
			if c.Prop == "value" {
				add(subject[c.Entity], stepSentence+" "+c.Value)
			}
		}
	}
	return out
}

func (p *page) describeStep(f *features, x stepPair, k *known, suffered []string) {
	p.describe(f, x.pair, k)
	f.add("value", x.value)
	for _, s := range suffered {
		if !strings.HasPrefix(s, x.kind) {
			f.add("step", s, x.kind)
		}
	}
	c := &clause{page: p, s: p.sentences[p.sentenceOf(x.head)]}
	for d := 1; d <= 3; d++ {
		if x.head-d >= c.s.Start {
			f.add("beforehead", small[d], k.stem(p, x.head-d))
		}
		if x.head+d < c.s.End {
			f.add("afterhead", small[d], k.stem(p, x.head+d))
		}
	}
	for _, t := range x.words {
		if t.first == x.head {
			f.add("rule", t.rule.id)
		}
	}
}

// learnedSteps lets the model say to whom a step of the law happened that no rule gave him.
func (p *page) learnedSteps(k *known) {
	suffered := p.suffered()
	model := p.models.steps
	pairs := p.stepPairs(k)
	of := readOf(pairs, func(x stepPair) (string, bool) {
		step := strings.TrimSpace(x.kind + " " + x.value)
		return step, slices.Contains(suffered[p.entities[x.entity].id], step)
	})
	for _, x := range pairs {
		who := p.entities[x.entity].id
		if slices.Contains(suffered[who], x.kind) || p.holdsOffice(x.entity, k) {
			continue
		}
		f := k.blank()
		p.describeStep(f, x, k, suffered[who])
		if a := ask(model, f); a.p >= sure(sureStepLow, sureStepHigh, of(strings.TrimSpace(x.kind+" "+x.value))) {
			p.takeStep(x)
			suffered[who] = append(suffered[who], x.kind)
		}
	}
}

// takeStep claims a step of the model's.
func (p *page) takeStep(x stepPair) {
	t := x.words[slices.IndexFunc(x.words, func(t trigger) bool { return t.first == x.head })]
	no := p.sentenceOf(t.first)
	p.resume(no)
	c := &clause{page: p, s: p.sentences[no], triggers: p.heard[no].triggers}
	m := &p.mentions[x.anchor]
	who := p.entities[x.entity].id
	schema, value := sanad.SchemaDetention, ""
	switch x.kind {
	case stepCharge:
		schema, value = sanad.SchemaCharge, c.chargeOf(t)
	case stepRelease:
		schema, value = sanad.SchemaRelease, "released"
	case stepAcquittal:
		schema, value = sanad.SchemaVerdict, "acquitted"
	case stepSentence:
		schema, value = sanad.SchemaSentence, x.value
	}
	id := p.newEntity(schema, m.span)
	p.claim(id, schema, "subject", string(who), "", m.span, sanad.Affirmed, originSteps)
	if value != "" {
		p.claim(id, schema, "value", value, "", c.triggerSpan(t), sanad.Affirmed, originSteps)
	}
	c.stageClaim(id, schema, trigger{rule: &rule{id: originSteps, class: t.class, attrs: t.attrs}, first: t.first, last: t.last, skip: t.skip}, who, sanad.Affirmed)
	p.conclude()
}
