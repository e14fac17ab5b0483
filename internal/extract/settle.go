package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// toldPart is one part in an incident as the report told it.
type toldPart struct {
	id       sanad.ID // of the participation
	who      sanad.ID
	mention  int
	role     string
	polarity sanad.Polarity
	rule     string
	court    bool // it is the outcome of a proceeding
}

// accused reports whether a part is that of one who did it or is said to.
func (t toldPart) accused() bool { return t.role == sanad.Suspect || t.role == sanad.Perpetrator }

// cleared reports whether a part is denied by an acquittal or a release, not by him whom it accuses.
func (t toldPart) cleared() bool {
	return t.polarity == sanad.Denied && (t.court || strings.HasPrefix(t.rule, "acquit") || strings.HasPrefix(t.rule, "release") || strings.HasPrefix(t.rule, "dismiss"))
}

// settleParts takes back that somebody is suspected of what the report also says he did not do: who is accused first and then denies it
// unjudged, or is cleared, has the denied part alone. A convict's denial takes nothing back and is none.
func (p *page) settleParts() {
	drop := map[sanad.ID]bool{}
	c, convicts := &clause{page: p}, p.punished()
	for i := range p.events {
		told := p.events[i].told
		for at, d := range told {
			if d.polarity != sanad.Denied || !d.accused() {
				continue
			}
			if !d.cleared() && (convicts[d.who] || c.condemned(d.mention)) {
				drop[d.id] = slices.ContainsFunc(told, func(x toldPart) bool { return x.who == d.who && x.accused() && x.polarity == sanad.Affirmed })
				continue
			}
			for before, x := range told {
				if x.who == d.who && x.accused() && x.polarity != sanad.Denied && (x.role == sanad.Suspect || before < at && d.cleared()) {
					drop[x.id] = true
				}
			}
		}
	}
	if len(drop) == 0 {
		return
	}
	p.reading.Claims = slices.DeleteFunc(p.reading.Claims, func(c sanad.Claim) bool { return drop[c.Entity] })
	p.reading.Entities = slices.DeleteFunc(p.reading.Entities, func(e sanad.Entity) bool { return drop[e.ID] })
}

// punished returns the persons whom the report says were sentenced, and acquitted of nothing.
func (p *page) punished() map[sanad.ID]bool {
	out := map[sanad.ID]bool{}
	for _, c := range p.reading.Claims {
		if c.Schema == sanad.SchemaSentence && c.Prop == "subject" && c.Polarity == sanad.Affirmed {
			out[sanad.ID(c.Value)] = true
		}
	}
	for i := range p.events {
		for _, t := range p.events[i].told {
			if t.cleared() {
				delete(out, t.who)
			}
		}
	}
	return out
}
