package extract

import (
	"slices"

	sanad "github.com/sanad-workbench/sanad"
)

// outweighed reports whether a part is already told the other way: who is cleared of an incident or denies it is not its suspect besides, however
// often he is called accused of it.
func (e *event) outweighed(who, role string, polarity sanad.Polarity) bool {
	denied := " " + string(sanad.Denied)
	cleared := e.parts[who+sanad.Suspect+denied] || e.parts[who+sanad.Perpetrator+denied]
	return cleared && role == sanad.Suspect && polarity != sanad.Denied
}

// endsSuspicion reports whether a denial speaks of all that somebody is suspected of: an Arabic judgment tells of denials that it then does not
// believe, so that only its word of acquittal or release does.
func (c *clause) endsSuspicion(t trigger) bool {
	return !c.tokens[t.first].IsArabic() || t.rule != nil && (t.class == "verdict" || t.class == "release")
}

// withdraw takes back that somebody is suspected of an incident, once the report says that he is cleared of it or denies it.
func (p *page) withdraw(e *event, who sanad.ID) {
	key := string(who) + sanad.Suspect
	if !e.parts[key+" "+string(sanad.Affirmed)] && !e.parts[key+" "+string(sanad.Uncertain)] {
		return
	}
	delete(e.parts, key+" "+string(sanad.Affirmed))
	delete(e.parts, key+" "+string(sanad.Uncertain))
	gone := map[sanad.ID]int{}
	for _, c := range p.reading.Claims {
		if c.Schema != sanad.SchemaParticipation || c.Polarity == sanad.Denied {
			continue
		}
		if c.Prop == "participant" && c.Value == string(who) || c.Prop == "event" && c.Value == string(e.id) || c.Prop == "role" && c.Value == sanad.Suspect {
			gone[c.Entity]++
		}
	}
	p.reading.Claims = slices.DeleteFunc(p.reading.Claims, func(c sanad.Claim) bool { return gone[c.Entity] == 3 })
	p.reading.Entities = slices.DeleteFunc(p.reading.Entities, func(x sanad.Entity) bool { return gone[x.ID] == 3 })
}
