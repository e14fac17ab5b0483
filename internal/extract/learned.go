package extract

import (
	"github.com/sanad-workbench/sanad/internal/extract/relation"
	"github.com/sanad-workbench/sanad/internal/text"
)

// heard is what a sentence was heard to say: the words of the rules in it, who stands as their arguments, and its voice.
type heard struct {
	triggers  []trigger
	arguments []arguments // of each trigger
	hints     []heardHint
	voice     voice
}

// heardHint is a hint that stands in a sentence.
type heardHint struct {
	kind string
	at   text.Span // tokens
}

// arguments are the mentions that stand as subject and object of a trigger.
type arguments struct {
	subject, object []int
	passive         bool
}

// hear keeps the words of the sentence.
func (c *clause) hear() {
	h := heard{triggers: c.triggers, arguments: make([]arguments, len(c.triggers)), voice: c.voice}
	all := hints()
	for i := c.s.Start; i < c.s.End; i++ {
		c.hintIn(all, i, c.s, func(x *hint, n int) { h.hints = append(h.hints, heardHint{x.kind, text.Span{Start: i, End: i + n}}) })
	}
	c.heard = append(c.heard, h)
}

// hearArguments keeps who stands as subject and object of each word that tells of an act, while it is known who "he" is.
func (c *clause) hearArguments() {
	h := &c.heard[len(c.heard)-1]
	for i, t := range c.triggers {
		switch t.class {
		case "part", "cast":
			h.arguments[i] = arguments{subject: c.partSubject(t), object: c.object(t.last, 2)}
		case "event", "arrest", "charge", "confess", "deny", "saw", "told", "accuse", "verdict", "sentence", "release", "handle", "does", "pay", "member", "role":
			h.arguments[i] = arguments{subject: c.subject(t.first), object: c.object(t.last, 2), passive: t.class == "event" && t.attrs["form"] == "verb" && c.passive(t)}
		}
	}
}

// models are those of relation that the reader asks: all of them, or none to read by the rules alone.
type models struct{ parts, roles, steps, payments *relation.Model }

func builtIn() models {
	return models{relation.Parts(), relation.Roles(), relation.Steps(), relation.Payments()}
}

// learned lets the models of relation say what no rule read: who else has a part in an incident, holds a role, was arrested or judged,
// paid whom. What a rule read stands.
func (p *page) learned() {
	if p.models == (models{}) {
		return
	}
	k := p.gather()
	p.learnedParts(k)
	p.learnedRoles(k)
	p.learnedSteps(k)
	p.learnedPayments(k)
}

// answer is what a model says of a pair.
type answer struct {
	name string
	p    float64
}

// ask returns the likeliest answer of a model but that the two have nothing to do with each other.
func ask(m *relation.Model, f *features) answer {
	p := make([]float64, len(m.Classes()))
	m.Score(f.hashes, p)
	var best answer
	for i, name := range m.Classes() {
		if name != relation.None && p[i] > best.p {
			best = answer{name, p[i]}
		}
	}
	return best
}

// readOf returns how much rules read of a thing that persons are paired with: all, when they gave it to somebody, else the share of the things
// that they gave to somebody.
func readOf[T any](pairs []T, of func(T) (thing string, told bool)) func(thing string) float64 {
	things := map[string]bool{}
	for _, x := range pairs {
		thing, is := of(x)
		things[thing] = things[thing] || is
	}
	n := 0
	for _, is := range things {
		n += b2i(is)
	}
	return func(thing string) float64 {
		if things[thing] {
			return 1
		}
		return float64(n) / float64(max(1, len(things)))
	}
}
