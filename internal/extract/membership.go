package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// memberships finds who holds which role in which organization. An ordinary trade is no membership but an occupation.
func (c *clause) memberships() {
	roled := map[int]bool{} // entities that got a role in this sentence
	for _, t := range c.triggers {
		switch t.class {
		case "trade":
			if !c.insideMention(t) {
				for _, k := range c.roleHolders(t) {
					c.occupation(k, t)
				}
			}
		case "role":
			if !c.possessed(t) {
				c.role(t, roled)
			}
		}
	}
	c.outsiders(roled)
	for _, t := range c.triggers {
		if t.class == "does" {
			c.deed(t, roled)
		}
	}
	for _, t := range c.triggers { // «نائبه»: of whom has a role by now
		if t.class == "role" && c.possessed(t) {
			c.role(t, roled)
		}
	}
	for _, t := range c.triggers {
		if t.class == "member" {
			c.joining(t, roled)
		}
	}
}

func (c *clause) role(t trigger, roled map[int]bool) {
	if c.insideMention(t) || c.partOfTrade(t) || c.ownerOfRole(t) || c.othersRole(t) || strings.HasSuffix(c.tokens[t.first].Text, "إلى") { // «وإلى» is no «والي»
		return
	}
	if strings.HasSuffix(t.rule.id, ".member") && c.roleFollows(t) { // "a member of the hisba" is one role
		return
	}
	who, ok := c.otherHolder(t)
	if !ok {
		who = c.roleHolders(t)
	}
	if len(who) == 0 {
		return
	}
	org, held := c.belongs(t, who[0])
	office, only := "", false
	if roleFamily(t.rule.id, "") == "head" && c.tokens[t.first].IsArabic() {
		office, only = c.officeOf(t)
		held = held || only
	}
	if c.takenFor(t) {
		return
	}
	polarity := c.suspectedRole(t, c.rolePolarity(t))
	for _, k := range who {
		if !held {
			if _, job := t.attrs["job"]; job {
				c.occupation(k, t)
			}
			continue
		}
		roled[c.mentions[k].entity] = true
		word := c.roleWord(t)
		if office != "" {
			word = office
		}
		if t.rule.id == "role.en.emir" && c.mentions[k].last <= t.first && c.deputyOf(t) {
			word = "deputy " + word
		}
		c.membership(k, org, word, c.triggerSpan(t), c.presupposed(t, k, polarity), t.rule.id)
		if org >= 0 && org == c.lastOrg { // a list of its people goes on speaking of it
			c.lastOrgAt = c.sentenceNo
		}
	}
}

// roleWord returns the role a trigger names: the source's own words, or the one word that stands for many.
func (c *clause) roleWord(t trigger) string {
	if v := t.attrs["value"]; v != "" {
		return strings.ReplaceAll(v, "_", " ")
	}
	return c.words(t)
}

// rolePolarity is the polarity of a role: a denial in a further predicate is not of it, as in "is an accountant with the bank and has no
// link with the network".
func (c *clause) rolePolarity(t trigger) sanad.Polarity {
	all := c.triggers
	defer func() { c.triggers = all }()
	c.triggers = nil
	for _, o := range all {
		apart := false
		for i := t.last; o.class == "deny" && i <= o.first && i < c.s.End; i++ {
			f := c.tokens[i].Folded
			apart = apart || f == "and" || f == "but" || i == o.first && o.skip > 0 && strings.HasPrefix(f, "و") || strings.HasPrefix(f, "ولا") || f == "وليس" || f == "وليست"
		}
		if o.class == "neg" { // "he is not Omar Salih, the emir of Hit": who he is not, not what Omar is
			k := c.at(o.last)
			apart = k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == o.last && t.first >= c.mentions[k].last &&
				(c.token(c.mentions[k].last).Kind == text.Punctuation || c.tokens[t.first].IsArabic() && !strings.HasSuffix(c.tokens[t.first].Folded, "ا"))
		}
		if !apart {
			c.triggers = append(c.triggers, o)
		}
	}
	return c.polarityAt(t.first, t.last)
}

// takenFor reports whether a role is only what somebody was taken for: «أوقف على أنه صاحب المكتب», "mistaken for the emir".
func (c *clause) takenFor(t trigger) bool {
	for i := t.first - 1; i >= c.s.Start && i > t.first-4; i-- {
		switch c.tokens[i].Folded {
		case "انه", "انها", "كونه":
			return c.token(i-1).Folded == "علي"
		case "for":
			f := c.token(i - 1).Folded
			return f == "mistaken" || f == "him" && c.token(i-2).Folded == "mistook" || f == "taken"
		}
	}
	return false
}

// suspectedRole makes uncertain what is only suspected or charged: "suspected of being a courier", «بتهمة الانتماء».
func (c *clause) suspectedRole(t trigger, polarity sanad.Polarity) sanad.Polarity {
	if polarity != sanad.Affirmed {
		return polarity
	}
	for _, o := range c.triggers {
		if o.class == "part" && o.attrs["role"] == sanad.Suspect && o.last <= t.first && t.first-o.last <= 3 && !c.titleOf(o) {
			return sanad.Uncertain
		}
	}
	return polarity
}

// occupation claims what somebody works as.
func (c *clause) occupation(k int, t trigger) {
	polarity := c.polarityAt(t.first, t.last)
	if m := &c.mentions[k]; t.last == m.first || t.first > m.last && t.first-m.last <= 2 && c.tokens[t.first-1].Kind != text.Word && c.tokens[m.last].Kind != text.Word {
		polarity = sanad.Affirmed // "lawyer X said that Y denies it": a trade beside the name is not what is denied
	}
	c.claim(c.entityOf(k), sanad.SchemaPerson, "occupation", c.words(t), "", c.triggerSpan(t), polarity, t.rule.id)
}

// joining reads "joined", "works for", «ينتمي إلى» with a network or unit after it.
func (c *clause) joining(t trigger, roled map[int]bool) {
	org := c.organizationAfter(t.last)
	if org < 0 && !(c.tokens[t.first].IsArabic() && networkHead(colloquial(c.token(t.last).Folded))) {
		return
	}
	who := c.subject(t.first)
	if len(who) == 0 && c.tokens[t.first].IsArabic() {
		who = c.object(t.last, 3)
	}
	if f := c.tokens[t.first].Folded; len(who) == 0 && (strings.HasSuffix(f, "ه") || strings.HasPrefix(f, "his")) && f != "الحسبه" { // «لم يثبت انتماؤه», "his membership"
		if all := c.persons(c.s.Start, t.first); len(all) > 0 && !c.official(all[len(all)-1]) {
			who = all[len(all)-1:]
		} else if len(all) == 0 && c.lastWho >= 0 {
			who = []int{c.lastWho}
		}
	}
	role := "member"
	if c.tokens[t.first].IsArabic() {
		role = "عضو"
	}
	polarity := c.suspectedRole(t, c.polarityAt(t.first, t.last))
	for _, k := range who {
		if !roled[c.mentions[k].entity] {
			c.membership(k, org, role, c.triggerSpan(t), polarity, t.rule.id)
		}
	}
}

// outsiders reads "has no connection to the network", «ليس له علاقة بالتنظيم» as membership denied.
func (c *clause) outsiders(roled map[int]bool) {
	for _, t := range c.triggers {
		if t.class != "deny" {
			continue
		}
		org := -1
		for _, k := range c.networks() {
			if c.mentions[k].first >= t.last && c.mentions[k].first-t.last <= 6 {
				org = c.mentions[k].entity
			}
		}
		for i := t.last; org < 0 && i < t.last+5 && i < c.s.End; i++ {
			switch c.tokens[i].Folded {
			case "network", "cell", "group", "gang", "بالتنظيم", "بالشبكه", "بالخليه", "التنظيم", "الشبكه", "الخليه", "بالعصابه", "العصابه", "للتنظيم", "للعصابه", "بالجماعه", "بالمجموعه", "بالكتيبه", "بالسريه":
				org = c.lastOrg
			}
		}
		if org < 0 {
			continue
		}
		role := "member"
		if c.tokens[t.first].IsArabic() {
			role = "عضو"
		}
		who := c.subject(t.first)
		if all := c.persons(t.last, min(t.last+4, c.s.End)); len(all) > 0 && c.tokens[t.first].IsArabic() { // «لا علاقة لعمر بالتنظيم»
			who = c.group(all[0])
		}
		if k := c.lineHead(); len(who) == 0 && k >= 0 { // "NOT a member of …", in an entry about somebody
			who = []int{k}
		}
		if f := c.token(c.groupStart(t.first) - 1).Folded; len(who) == 0 && f == "i" && c.speaker >= 0 {
			who = []int{c.speaker}
		}
		for _, k := range who {
			if !roled[c.mentions[k].entity] {
				roled[c.mentions[k].entity] = true
				c.membership(k, org, role, c.triggerSpan(t), sanad.Denied, t.rule.id)
			}
		}
	}
}

// ownerOfRole reports whether a role only says whose another one is: the emir of "the emir's driver".
func (c *clause) ownerOfRole(t trigger) bool {
	f := c.token(t.last).Text
	return (f == "'" || f == "’") && c.token(t.last+1).Folded == "s" && c.isRole(t.last+2)
}

// roleFollows reports whether a narrower role stands right after a word for member.
func (c *clause) roleFollows(t trigger) bool {
	for _, o := range c.triggers {
		if o.class == "role" && o.first >= t.last && o.first <= t.last+1 && !strings.HasSuffix(o.rule.id, ".member") {
			return true
		}
	}
	return false
}

// networks returns the mentions of networks in the sentence.
func (c *clause) networks() []int {
	var out []int
	for _, k := range c.within(c.s.Start, c.s.End, organization) {
		if c.mentions[k].schema == sanad.SchemaNetwork {
			out = append(out, k)
		}
	}
	return out
}

// inside reports a word that puts somebody into the organization named after it.
func inside(f string) bool {
	switch f {
	case "of", "for", "in", "at", "the", "with", "في", "لدي", "عند", "ل", "مع":
		return true
	}
	return false
}

// deed reads a role from what somebody does: "kept the ledger", "led by", «كان يجند».
func (c *clause) deed(t trigger, roled map[int]bool) {
	who, ok := c.otherHolder(t)
	switch {
	case ok:
	case t.attrs["by"] != "" || c.tokens[t.first].Folded == "بزعامه" || c.tokens[t.first].Folded == "بقياده" || c.tokens[t.first].Folded == "بامره" || c.tokens[t.first].Folded == "برئاسه" || c.tokens[t.first].Folded == "برياسه":
		who = c.firstAfter(t.last, 4)
		if len(who) == 0 { // «بقيادة المدعو …», over a place
			who = c.overOrganization(t.last)
		}
	case t.attrs["holder"] != "":
		if who = c.roleHolders(t); len(who) == 0 {
			who = c.subject(t.first)
		}
	default:
		if who = c.subject(t.first); c.lateHolder(t) >= 0 {
			who = []int{c.lateHolder(t)}
		}
		if len(who) == 0 && c.tokens[t.first].IsArabic() {
			if who = c.object(t.last, 1); len(who) == 0 {
				who = c.overOrganization(t.last)
			}
			if len(who) == 0 && c.lastWho >= 0 && len(c.persons(c.s.Start, c.s.End)) == 0 {
				who = []int{c.lastWho}
			}
		}
	}
	org, ok := c.deedFor(t)
	value := t.attrs["value"]
	if role, strong := c.officeRole(c.past(t.last, who)); strings.HasPrefix(t.rule.id, "do.ar.lead") && role != "" {
		value, ok = role, ok || strong
	}
	if !ok || c.underAppeal(t) {
		return
	}
	polarity := c.suspectedRole(t, c.polarityAt(t.first, t.last))
	if c.takenBack() {
		polarity = sanad.Denied
	}
	for _, k := range who {
		roled[c.mentions[k].entity] = true
		c.membership(k, org, strings.ReplaceAll(value, "_", " "), c.triggerSpan(t), polarity, t.rule.id)
	}
}

// underAppeal reports whether a deed is what somebody was sentenced for who now appeals: the court of appeal has not yet spoken.
func (c *clause) underAppeal(t trigger) bool {
	sentenced, appeals := false, false
	for _, o := range c.triggers {
		sentenced = sentenced || stage(o) && o.last <= t.first
	}
	for i := c.s.Start; i < t.first; i++ {
		switch c.tokens[i].Folded {
		case "appeal", "appellant", "استيناف", "المستانف", "طعن", "الطعن":
			appeals = true
		}
	}
	return sentenced && appeals
}

// takenBack reports whether the next sentence takes a confession back: "He takes everything back."
func (c *clause) takenBack() bool {
	if c.sentenceNo+1 >= len(c.sentences) {
		return false
	}
	next := c.sentences[c.sentenceNo+1]
	for i := next.Start; i < next.End && i < next.Start+12; i++ {
		if _, n := c.rules.match(c.page, i, "recant"); n > 0 {
			return true
		}
	}
	return false
}

// overOrganization returns the person after a verb and its object when that is an organization: «يقود شبكة الفجر المدعو خالد».
func (c *clause) overOrganization(pos int) []int {
	orgs := c.within(pos, min(c.s.End, pos+3), organization)
	if len(orgs) == 0 {
		orgs = c.within(pos, c.s.End, organization)
	}
	if len(orgs) == 0 || c.mentions[orgs[0]].first-pos > 1 {
		return nil
	}
	all := c.persons(c.mentions[orgs[0]].last, c.s.End)
	if len(all) == 0 || c.mentions[all[0]].first-c.mentions[orgs[0]].last > 2 || c.broken(pos, c.mentions[all[0]].first) || c.governed(all[0]) {
		return nil
	}
	return c.group(all[0])
}

// insideMention reports whether a trigger is part of a person's or organization's name.
func (c *clause) insideMention(t trigger) bool {
	k := c.at(t.first)
	return k >= 0 && (c.mentions[k].kind == person || c.mentions[k].kind == organization && c.mentions[k].last >= t.last)
}

// held is a membership already told in the report: it is claimed again, not made again.
type held struct {
	id       sanad.ID
	org      int // entity, -1 when none was named
	polarity sanad.Polarity
}

// membership claims that a person holds a role in an organization. A role told again of the same person and organization is
// the same membership, with one claim more.
func (c *clause) membership(k, org int, role string, evidence text.Span, polarity sanad.Polarity, rule string) {
	who := c.entityOf(k)
	key := string(who) + "|" + roleFamily(rule, role)
	var h *held
	for i := range c.held[key] {
		x := &c.held[key][i]
		if x.polarity == polarity && (x.org == org || x.org < 0 || org < 0) {
			h = x
			break
		}
	}
	m := &c.mentions[k]
	span := m.span
	if m.first < c.s.Start || m.last > c.s.End {
		span = evidence
	}
	if h == nil {
		if roleFamily(rule, role) == "member" && polarity == sanad.Affirmed && c.roles[who] { // a narrower role is told already
			return
		}
		c.roles[who] = true
		id := c.newEntity(sanad.SchemaMembership, span)
		c.held[key] = append(c.held[key], held{id: id, org: -1, polarity: polarity})
		h = &c.held[key][len(c.held[key])-1]
		c.claim(id, sanad.SchemaMembership, "member", string(who), "", span, polarity, rule)
	}
	c.claim(h.id, sanad.SchemaMembership, "role", role, "", evidence, polarity, rule)
	if org >= 0 && h.org != org {
		h.org = org
		at := evidence
		for _, o := range c.within(c.s.Start, c.s.End, organization) {
			if c.mentions[o].entity == org {
				at = c.mentions[o].span
			}
		}
		c.claim(h.id, sanad.SchemaMembership, "organization", string(c.entities[org].id), "", at, polarity, rule)
	}
	if over := c.superior(k); over >= 0 && c.mentions[over].entity != c.mentions[k].entity {
		c.claim(h.id, sanad.SchemaMembership, "superior", string(c.entityOf(over)), "", c.mentions[over].span, polarity, rule)
	}
	if d := c.dateIn(c.s.Start, c.s.End, c.tokenAt(evidence)); d != nil && c.sinceBefore(d) {
		c.claim(h.id, sanad.SchemaMembership, "date", d.EDTF, "", d.Span, polarity, rule)
	}
}

// superior returns the person a member is said to be under: "reported to Omar", "under the command of Omar", «مسؤوله المباشر عمر»;
// -1 when nobody is named.
func (c *clause) superior(k int) int {
	for _, t := range c.triggers {
		if t.class != "under" || t.last <= c.mentions[k].last && c.mentions[k].first >= c.s.Start {
			continue
		}
		if who := c.firstAfter(t.last, 3); len(who) > 0 {
			return who[0]
		}
	}
	return -1
}

// sinceBefore reports whether a date says when a role was held: since 2014, in 2015.
func (c *clause) sinceBefore(d *text.Date) bool {
	switch c.token(d.First - 1).Folded {
	case "since", "in", "from", "until", "منذ", "في", "عام", "سنه", "حتي", "خلال":
		return true
	}
	return false
}

// organizationOf returns the entity of the organization a role belongs to: named right after or before it, else the
// network of the sentence, else the network spoken of last. -1 when none was named.
func (c *clause) organizationOf(t trigger) int {
	best, far := -1, 1<<30
	for _, k := range c.within(c.s.Start, c.s.End, organization) {
		m := &c.mentions[k]
		d := m.first - t.last
		if d < 0 {
			d = t.first - m.last + 3 // after is likelier
		}
		if m.schema != sanad.SchemaNetwork {
			if m.first < t.last || m.first-t.last > 3 || m.first > t.last && !inside(c.token(m.first-1).Folded) {
				continue
			}
			d += 8
		}
		if d < far {
			best, far = m.entity, d
		}
	}
	if best >= 0 && far < 30 {
		return best
	}
	return c.lastOrg
}

func (c *clause) organizationAfter(pos int) int {
	for _, k := range c.within(pos, c.s.End, organization) {
		if c.mentions[k].first-pos <= 5 && c.armed(c.mentions[k].entity) {
			return c.mentions[k].entity
		}
	}
	if c.lastOrg >= 0 {
		switch c.token(pos).Folded {
		case "the", "it", "them", "التنظيم", "الشبكه", "الخليه":
			return c.lastOrg
		}
	}
	return -1
}

// tokenAt returns the token of the sentence that a span begins at, its first token when none does.
func (c *clause) tokenAt(s text.Span) int {
	for i := c.s.Start; i < c.s.End; i++ {
		if c.tokens[i].Span.End > s.Start {
			return i
		}
	}
	return c.s.Start
}
