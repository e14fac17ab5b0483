package extract

// ownerField returns the company that "owner: Omar Salih" beside its name, or in the line below it, is of; -1 when it is no such field.
func (c *clause) ownerField(t trigger) int {
	if c.token(t.last).Text != ":" || !c.ofOwner(t) {
		return -1
	}
	for k := c.mentionFrom(t.first) - 1; k >= 0 && t.first-c.mentions[k].first <= ownerReach; k-- {
		if m := &c.mentions[k]; m.kind == organization && m.entity >= 0 && c.company(m.entity) {
			return m.entity
		}
	}
	return -1
}

// ownerReach is how many tokens before "owner:" its company may be named.
const ownerReach = 14

// runsPartOf reports whether what somebody runs is none of its own name, but an office or branch of something: "runs the group's media office".
func (c *clause) runsPartOf(t trigger) bool {
	i := t.last
	if c.token(i).Folded == "the" {
		i++
	}
	k := c.at(i)
	return !c.tokens[t.first].IsArabic() && c.token(t.last-1).Folded != "branch" && (k < 0 || c.mentions[k].kind != organization || c.token(c.mentions[k].last).Text == "'" || c.token(c.mentions[k].last).Text == "’")
}
