package extract

import (
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// genericAct reports whether an English word names acts of a kind and no incident: "he financed attacks", "involved in bombings". A number, a
// determiner, a place, a day or a victim beside it makes it one.
func (c *clause) genericAct(t trigger) bool {
	if t.class != "event" || c.tokens[t.first].IsArabic() || t.last-t.first > 1 {
		return false
	}
	switch c.tokens[t.first].Folded {
	case "attacks", "bombings", "killings", "kidnappings", "abductions", "assassinations", "beheadings", "executions", "ambushes":
	default:
		return false
	}
	switch prev := c.token(t.first - 1); prev.Folded {
	case "financed", "financing", "funded", "funding", "organised", "organized", "planned", "planning", "bankrolled", "in", "of", "for", "ordered", "directed", "terrorist", "and", "armed", "out", "committed":
	default:
		return false
	}
	if t.last < c.s.End && c.tokens[t.last].Folded == "of" {
		return false
	}
	for i := t.last; i < t.last+7 && i < c.s.End; i++ {
		if k := c.at(i); c.dated[i] || k >= 0 && c.mentions[k].kind != organization || c.tokens[i].Kind == text.Number {
			return false
		}
	}
	return true
}

// headlessVictim reports whether the subject of an English passive is a clause without a name: "Whoever he touched was shot".
func (c *clause) headlessVictim(t trigger) bool {
	if c.tokens[t.first].IsArabic() || !c.passive(t) {
		return false
	}
	for i := c.groupStart(t.first) - 1; i >= c.s.Start && i > t.first-9; i-- {
		switch c.tokens[i].Folded {
		case "whoever", "anyone", "everyone", "those", "whomever", "anybody", "everybody":
			return true
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person || c.tokens[i].Kind == text.Punctuation {
			return false
		}
	}
	return false
}

// ledBody reports whether a phrase such as "led by" says who leads a body that acts, and not who led the act: "the gang led by Omar kidnapped
// Ali", but "gunmen led by Omar".
func (c *clause) ledBody(p trigger) bool {
	i := p.first
	for ; i < p.last && c.tokens[i].Folded != "led" && c.tokens[i].Folded != "headed" && c.tokens[i].Folded != "commanded"; i++ {
	}
	if i == p.last || c.token(i+1).Folded != "by" {
		return false
	}
	switch c.token(i - 1).Folded {
	case "gang", "network", "cell", "group", "organisation", "organization", "ring", "faction", "battalion", "militia", "movement", "brigade":
		return true
	}
	k := c.at(i - 1)
	return k >= 0 && c.mentions[k].kind == organization
}

// neverTaken reports whether "has never been" only says of somebody that he was not caught.
func (c *clause) neverTaken(d trigger) bool {
	if c.tokens[d.last-1].Folded != "been" {
		return false
	}
	switch c.token(d.last).Folded {
	case "caught", "arrested", "found", "captured", "tried", "seen", "identified", "punished", "brought", "apprehended", "prosecuted":
		return true
	}
	return false
}

// verbAt reports whether an English verb or auxiliary stands at a token.
func (c *clause) verbAt(i int) bool {
	switch c.token(i).Folded {
	case "was", "were", "had", "have", "are", "did", "denied", "deny", "confessed", "admitted", "received", "got", "took", "shot", "killed", "each":
		return true
	}
	return false
}

// nameAfterDeed returns who is named behind a comma after a deed of "the man who": "The man who wielded the knife, Omar Salih, fled"; -1 when nobody.
func (c *clause) nameAfterDeed(p trigger) int {
	who := c.groupStart(p.first) - 1
	if c.tokens[p.first].IsArabic() || c.token(who).Folded != "who" {
		return -1
	}
	switch c.token(who - 1).Folded {
	case "man", "woman", "one", "gunman", "fighter", "person", "driver", "boy", "officer":
	default:
		return -1
	}
	if c.token(who-2).Folded != "the" || c.at(who-1) >= 0 {
		return -1
	}
	for i := p.last; i < c.s.End && i < p.last+8; i++ {
		if t := c.tokens[i]; t.Text != "," {
			if t.Kind != text.Word || c.at(i) >= 0 {
				return -1
			}
			continue
		}
		if k := c.at(i + 1); k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == i+1 {
			return k
		}
		return -1
	}
	return -1
}

// victimApposed returns who is named behind "of a prisoner," after an act, -1 when nobody: "the torture of a prisoner, Omar Salih".
func (c *clause) victimApposed(i int) int {
	if c.token(i).IsArabic() {
		return -1
	}
	if c.token(i).Folded == "of" {
		i++
	}
	return c.afterDescription(i)
}

// takenIn reports whether "was taken in" is of the law, "was taken in on 4 May over the killing", and makes nobody its victim.
func (c *clause) takenIn(p trigger) bool {
	return p.attrs["role"] == sanad.Victim && slices.ContainsFunc(c.triggers, func(t trigger) bool {
		return t.class == "arrest" && t.first < p.last && p.first < t.last
	})
}
