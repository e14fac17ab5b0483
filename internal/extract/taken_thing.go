package extract

import "strings"

// thingTaken reports whether what is said to be seized or taken from somebody is a thing, so that nobody is abducted: "ledgers seized from Omar".
func (c *clause) thingTaken(t trigger) bool {
	if t.class != "event" || t.attrs["type"] != "kidnapping" || c.tokens[t.first].IsArabic() {
		return false
	}
	i := t.first
	for f := c.tokens[i].Folded; f == "was" || f == "were"; f = c.tokens[i].Folded {
		i++
	}
	switch c.tokens[i].Folded {
	case "seized", "taken", "snatched", "grabbed", "took", "seizing", "taking":
	default:
		return false
	}
	for i = c.groupStart(t.first) - 1; i >= c.s.Start && i > t.first-6; i-- {
		switch f := strings.TrimSuffix(c.tokens[i].Folded, "s"); f {
		case "ledger", "document", "paper", "weapon", "notebook", "phone", "letter", "book", "file", "computer", "laptop", "cash", "money", "record", "photograph", "explosive", "list", "receipt", "dollar", "dinar", "material", "item", "note", "disk", "card", "passport", "oil", "grain", "cattle", "sheep":
			return true
		case "which", "that", "and":
		default:
			return false
		}
	}
	return false
}

// takenPeople reports whether an English participle describes people told of in the plural, who suffer it: "women and girls carried off from Sinjar".
func (c *clause) takenPeople(t trigger) bool {
	switch c.token(t.last).Folded {
	case "from", "in", "by", "on", "near", "during", "at", "since":
	default:
		return false
	}
	switch c.token(t.first - 1).Folded {
	case "girls", "women", "boys", "men", "people", "children", "villagers", "civilians", "soldiers", "policemen", "hostages", "captives", "prisoners", "persons", "families", "residents", "workers", "students", "officers", "recruits":
		return c.at(t.first-1) < 0
	}
	return false
}
