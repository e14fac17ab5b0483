package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// memberships finds who holds which role in which organization.
func (c *clause) memberships() {
	roled := map[int]bool{} // entities that got a role in this sentence
	for _, t := range c.triggers {
		if t.class != "role" || c.insideMention(t) {
			continue
		}
		if strings.HasSuffix(t.rule.id, ".member") && c.roleFollows(t) { // "a member of the hisba" is one role
			continue
		}
		who := c.roleHolders(t)
		if len(who) == 0 {
			continue
		}
		org := c.organizationOf(t)
		if _, named := t.attrs["named"]; named && len(c.networks()) == 0 {
			continue
		}
		if _, bare := t.attrs["bare"]; bare && org < 0 && !c.onNetwork {
			continue
		}
		polarity := c.polarityAt(t.first, t.last)
		for _, k := range who {
			roled[c.mentions[k].entity] = true
			c.membership(k, org, c.words(t), c.triggerSpan(t), polarity, t.rule.id)
		}
	}
	c.outsiders(roled)
	for _, t := range c.triggers {
		if t.class == "does" {
			c.deed(t, roled)
		}
	}
	for _, t := range c.triggers {
		if t.class != "member" {
			continue
		}
		org := c.organizationAfter(t.last)
		if org < 0 {
			continue
		}
		who := c.subject(t.first)
		if len(who) == 0 && c.tokens[t.first].IsArabic() {
			who = c.object(t.last, 3)
		}
		polarity := c.polarityAt(t.first, t.last)
		for _, k := range who {
			if roled[c.mentions[k].entity] {
				continue
			}
			role := "member"
			if c.tokens[t.first].IsArabic() {
				role = "عضو"
			}
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
			if c.mentions[k].first >= t.last && c.mentions[k].first-t.last <= 3 {
				org = c.mentions[k].entity
			}
		}
		for i := t.last; org < 0 && i < t.last+3 && i < c.s.End; i++ {
			switch c.tokens[i].Folded {
			case "network", "cell", "group", "gang", "بالتنظيم", "بالشبكه", "بالخليه", "التنظيم", "الشبكه", "الخليه":
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
		for _, k := range c.subject(t.first) {
			if !roled[c.mentions[k].entity] {
				roled[c.mentions[k].entity] = true
				c.membership(k, org, role, c.triggerSpan(t), sanad.Denied, t.rule.id)
			}
		}
	}
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
	var who []int
	switch {
	case t.attrs["by"] != "" || c.tokens[t.first].Folded == "بزعامه" || c.tokens[t.first].Folded == "برئاسه" || c.tokens[t.first].Folded == "برياسه":
		who = c.firstAfter(t.last, 4)
	default:
		if who = c.subject(t.first); len(who) == 0 && c.tokens[t.first].IsArabic() {
			if who = c.object(t.last, 1); len(who) == 0 && c.lastWho >= 0 && len(c.persons(c.s.Start, c.s.End)) == 0 {
				who = []int{c.lastWho}
			}
		}
	}
	org := c.organizationOf(t)
	if org < 0 && !c.networkWords() {
		return
	}
	for _, k := range who {
		if roled[c.mentions[k].entity] {
			continue
		}
		roled[c.mentions[k].entity] = true
		c.membership(k, org, strings.ReplaceAll(t.attrs["value"], "_", " "), c.triggerSpan(t), c.polarityAt(t.first, t.last), t.rule.id)
	}
}

// networkWords reports whether the sentence speaks of a network without naming it.
func (c *clause) networkWords() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "network", "cell", "group", "gang", "organization", "organisation", "fighters", "الشبكه", "التنظيم", "الخليه", "للتنظيم", "للشبكه", "للخليه", "المقاتلين", "عناصر", "الشباب", "الدواعش", "شبكه", "خليه", "تنظيم", "it", "its":
			return true
		}
	}
	return false
}

// insideMention reports whether a trigger is part of a person's or organization's name.
func (c *clause) insideMention(t trigger) bool {
	k := c.at(t.first)
	return k >= 0 && (c.mentions[k].kind == person || c.mentions[k].kind == organization && c.mentions[k].last >= t.last)
}

func (c *clause) membership(k, org int, role string, evidence text.Span, polarity sanad.Polarity, rule string) {
	who := c.entityOf(k)
	key := "membership" + string(who) + "|" + itoa(org+1) + "|" + text.Fold(role) + string(polarity)
	if c.seen[key] {
		return
	}
	c.seen[key] = true
	m := &c.mentions[k]
	span := m.span
	if m.first < c.s.Start || m.last > c.s.End {
		span = evidence
	}
	id := c.newEntity(sanad.SchemaMembership, span)
	c.claim(id, sanad.SchemaMembership, "member", string(who), "", span, polarity, rule)
	c.claim(id, sanad.SchemaMembership, "role", role, "", evidence, polarity, rule)
	if org >= 0 {
		at := evidence
		for _, o := range c.within(c.s.Start, c.s.End, organization) {
			if c.mentions[o].entity == org {
				at = c.mentions[o].span
			}
		}
		c.claim(id, sanad.SchemaMembership, "organization", string(c.entities[org].id), "", at, polarity, rule)
	}
	if d := c.dateIn(c.s.Start, c.s.End, k); d != nil && c.sinceBefore(d) {
		c.claim(id, sanad.SchemaMembership, "date", d.EDTF, "", d.Span, polarity, rule)
	}
}

// sinceBefore reports whether a date says when a role was held: since 2014, in 2015.
func (c *clause) sinceBefore(d *text.Date) bool {
	switch c.token(d.First - 1).Folded {
	case "since", "in", "from", "until", "منذ", "في", "عام", "سنه", "حتي", "خلال":
		return true
	}
	return false
}

// roleHolders returns who holds the role a trigger names.
func (c *clause) roleHolders(t trigger) []int {
	// a. right after: "courier Ahmed", «الأمير خالد»
	next := -1
	for _, k := range c.persons(t.last, c.s.End) {
		next = k
		break
	}
	if next >= 0 && c.plainGap(t.last, c.mentions[next].first, 1) && !(c.mentions[next].span.Start > c.tokens[c.mentions[next].first].Span.Start) {
		if !(c.tokens[t.first].IsArabic() && c.beforeApposition(t) >= 0 && c.token(t.last).Kind == text.Punctuation) {
			return c.listOfRole(t, next)
		}
	}
	// b. apposition before: "Ahmed, the courier of", «خالد، أمير التنظيم»
	if k := c.beforeApposition(t); k >= 0 {
		return []int{k}
	}
	// c. after its organization or place: "the network's emir in Hit, Ahmed", «أمير التنظيم في هيت خالد»
	if next >= 0 && c.looseGap(t.last, c.mentions[next].first) {
		return c.listOfRole(t, next)
	}
	// d. an item of a list: "2. Faruq Nadhim / driver / arrested …", "Karrar Hussein, born 1990, mother: …, fighter in …"
	switch c.token(t.first - 1).Text {
	case ",", "،", "-", "–", "/", "|", ";", "؛", "(":
		if all := c.persons(c.s.Start, t.first); len(all) > 0 && c.mentions[all[0]].first-c.s.Start <= 4 {
			return all[:1]
		}
	}
	// e. copula: "Ahmed was appointed emir", «كان أحمد يعمل سائقا»
	if c.copula(t) {
		if s := c.subject(t.first); len(s) > 0 {
			return s
		}
		if c.tokens[t.first].IsArabic() && c.lastWho >= 0 && len(c.persons(c.s.Start, t.first)) == 0 {
			return []int{c.lastWho}
		}
	}
	return nil
}

// listOfRole returns the whole list after a plural role, else the one mention.
func (c *clause) listOfRole(t trigger, k int) []int {
	f := c.tokens[t.last-1].Folded
	if strings.HasSuffix(f, "s") && !c.tokens[t.first].IsArabic() || f == "عناصر" || f == "اعضاء" || f == "جنود" {
		return c.group(k)
	}
	return []int{k}
}

// plainGap reports whether only punctuation, articles or words like "named" stand between two tokens.
func (c *clause) plainGap(from, to, most int) bool {
	if to < from {
		return false
	}
	n := 0
	for i := from; i < to; i++ {
		t := c.tokens[i]
		if t.Kind == text.Punctuation && t.Text != ";" && t.Text != ")" && t.Text != "." && t.Text != "؛" {
			n++
			continue
		}
		switch t.Folded {
		case "named", "called", "the", "a", "المدعو", "يدعي", "السيد", "الشيخ", "اسمه", "sheikh", "haji", "حجي", "الحاج", "is", "was", "هو", "كان":
			n++
			continue
		}
		if t.Text == "." && c.lex.is("title_en", c.token(i-1).Folded) {
			continue
		}
		return false
	}
	return n <= most+2
}

// beforeApposition returns the person a role describes when it follows the name with only a comma, an article or an
// adjective between, or -1.
func (c *clause) beforeApposition(t trigger) int {
	i := t.first - 1
	n := 0
	for ; i >= c.s.Start && n < 6; i-- {
		k := c.at(i)
		if k >= 0 && c.mentions[k].kind == person {
			if c.mentions[k].parent {
				return -1
			}
			return k // even of another part of the sentence: "the house of Ahmed, emir of …"
		}
		if k >= 0 && c.mentions[k].kind == organization && i == c.mentions[k].last-1 { // Ahmed, an ISIS emir; Ahmed, the network's emir
			i = c.mentions[k].first
			n++
			continue
		}
		switch f := c.tokens[i].Folded; f {
		case ",", "،", "the", "a", "an", "former", "senior", "its", "their", "local", "known", "as", "described", "identified", "(", ")", "|", "'", "’", "s", "-", "–", "one", "of", "wanted", "alleged", "suspected", "isis", "most", "top", "also", "leading",
			"وهو", "هو", "احد", "ابرز", "السابق", "بصفته", "بصفه", "ك", "الملقب", "ويعمل", "يعمل", "group", "network", "cell", "organization", "organisation", "who", "is", "was", "works", "worked", "served", "acted", "acts", "كان", "وكان", "المعروف", "»", "\"", "”", "كونه", "باعتباره", ":", "became", "he", "aged", "by", "profession":
			if f == "by" || f == "of" && c.token(i-1).Folded != "one" {
				return -1
			}
			n++
		default:
			if c.tokens[i].Kind == text.Number && n <= 2 {
				n++
				continue
			}
			return -1
		}
	}
	return -1
}

// looseGap reports whether only an organization, a place and little words stand between a role and a name after it.
func (c *clause) looseGap(from, to int) bool {
	if to-from > 9 {
		return false
	}
	for i := from; i < to; i++ {
		if k := c.at(i); k >= 0 && (c.mentions[k].kind == organization || c.mentions[k].kind == place || c.mentions[k].kind == tribe) {
			i = c.mentions[k].last - 1
			continue
		}
		switch f := c.tokens[i].Folded; f {
		case ",", "،", "|", "of", "in", "for", "the", "at", "and", "«", "»", "\"", "(", "-", "–", "في", "ب", "ل", "المدعو", "التنظيم", "الشبكه", "الخليه", "لدي", "network", "group", "cell", "organization", "organisation", "area", "منطقه", "قضاء", "مدينه", "ناحيه", "قاطع", ":", "هو", "is", "was", "كان", "بالتنظيم", "للتنظيم", "للشبكه", "للخليه", "بالشبكه", "named", "called", "state", "province", "district", "our", "quarter", "town", "city", "village", "there", "my", "street":
			if f == "and" && c.at(i+1) >= 0 && c.mentions[c.at(i+1)].kind == person {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// copula reports whether the words before a role make it the predicate of a subject.
func (c *clause) copula(t trigger) bool {
	for i := t.first - 1; i >= c.s.Start && i > t.first-10; i-- {
		switch c.tokens[i].Folded {
		case "was", "is", "became", "as", "appointed", "named", "acted", "served", "serves", "worked", "works", "acting", "serving", "role", "position", "post", "rank", "were", "made", "promoted", "working", "being", "job",
			"كان", "اصبح", "يعمل", "عمل", "عمله", "وعمله", "يشتغل", "اشتغل", "شغله", "تولي", "شغل", "يشغل", "منصب", "بصفه", "بصفته", "عين", "وكان", "مهمه", "يتولي", "صار", "كونه", "وهو", "هو", "رتبه", "انه", "بانه", "ليس", "يكن", "وعمل", "وظيفه", "دور", "ويعمل", "اصبحت", "مو", "مش":
			return true
		case ";", "؛", ".", "who":
			return false
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			return false
		}
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
		if c.mentions[k].first-pos <= 5 {
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

// kinships finds who is whose brother, son, wife.
func (c *clause) kinships() {
	for _, t := range c.triggers {
		if t.class != "kin" || c.insideMention(t) {
			continue
		}
		person, relative := c.kin(t)
		if person < 0 || relative < 0 || c.mentions[person].entity == c.mentions[relative].entity {
			continue
		}
		polarity := sanad.Affirmed // a denial beside it is of something else
		rule := t.rule.id
		id := c.newEntity(sanad.SchemaKinship, c.triggerSpan(t))
		span := func(k int) text.Span {
			if c.mentions[k].first < c.s.Start || c.mentions[k].last > c.s.End {
				return c.triggerSpan(t)
			}
			return c.mentions[k].span
		}
		c.claim(id, sanad.SchemaKinship, "person", string(c.entityOf(person)), "", span(person), polarity, rule)
		c.claim(id, sanad.SchemaKinship, "relative", string(c.entityOf(relative)), "", span(relative), polarity, rule)
		c.claim(id, sanad.SchemaKinship, "relation", c.words(t), "", c.triggerSpan(t), polarity, rule)
	}
}

// kin returns the person and the relative of a word of kinship: the relative is the person's brother, father, wife.
func (c *clause) kin(t trigger) (person, relative int) {
	after := func(pos, reach int) int {
		for _, k := range c.persons(pos, c.s.End) {
			if c.mentions[k].first-pos <= reach && c.plainGap(pos, c.mentions[k].first, 1) {
				return k
			}
			break
		}
		return -1
	}
	before := func(pos, reach int) int {
		all := c.persons(c.s.Start, pos)
		if len(all) == 0 || pos-c.mentions[all[len(all)-1]].last > reach {
			return -1
		}
		return all[len(all)-1]
	}
	if c.tokens[t.first].IsArabic() {
		last := []rune(c.tokens[t.last-1].Folded)
		his := last[len(last)-1] == 'ه' && c.tokens[t.last-1].Text != "عمة" && !strings.HasSuffix(c.tokens[t.last-1].Text, "ة")
		k := after(t.last, 2)
		switch {
		case his && k >= 0: // شقيقه أحمد
			who := before(t.first, 14)
			if who < 0 {
				who = c.lastWho
			}
			return who, k
		case k >= 0: // أحمد شقيق خالد
			return k, before(t.first, 4)
		}
		return -1, -1
	}
	if c.token(t.last).Folded == "of" {
		k := after(t.last+1, 3)
		rel := before(t.first, 4)
		if rel < 0 && k >= 0 { // the brother of Khalid, Ahmed
			rel = after(c.mentions[k].last, 2)
		}
		return k, rel
	}
	k := after(t.last, 2)
	if k < 0 {
		return -1, -1
	}
	switch c.token(t.first - 1).Folded {
	case "his", "her":
		who := before(t.first, 20)
		if who < 0 {
			who = c.lastWho
		}
		return who, k
	case "s":
		return before(t.first-1, 2), k
	}
	return -1, -1
}
