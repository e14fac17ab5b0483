package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// roleFamily names what kind of role a rule tells of, so that "driver" and "drove for them" are one.
func roleFamily(rule, role string) string {
	f := rule[strings.LastIndex(rule, ".")+1:]
	does := strings.HasPrefix(rule, "do.")
	switch {
	case does && (f == "lead" || f == "leads" || f == "own" || f == "owns" || f == "owner" || f == "property" || f == "ownerof"):
		return "head"
	case does && f == "command":
		return "commander"
	case does && f == "fight":
		return "fighter"
	case does && f == "money":
		return "account"
	case does && f == "broker":
		return "exchange"
	case f == "messenger":
		return "courier"
	case f == "write", f == "writer":
		return "media"
	case f == "money", f == "finance", f == "collect", f == "role": // "role" is the field of a form
		return text.Fold(role)
	case f == "join" || strings.HasPrefix(rule, "deny."):
		return "member"
	}
	return f
}

// belongs returns the organization a role is held in, -1 when it is not named, and whether the role is one in a network at
// all: only a network has an emir; a driver or a director has the role only where the text ties it to one.
func (c *clause) belongs(t trigger, who int) (org int, ok bool) {
	_, strong := t.attrs["strong"]
	if org := c.linkedOrganization(t); org >= 0 {
		if c.armed(org) || c.entities[org].schema == sanad.SchemaNetwork {
			return org, true
		}
		if roleFamily(t.rule.id, "") == "commander" && c.entities[org].schema == sanad.SchemaUnit { // who commands a regiment of the state
			return org, true
		}
		if _, business := t.attrs["business"]; business && (c.company(org) || roleFamily(t.rule.id, "") == "head" && c.agency(org)) { // who owns an exchange house or heads an agency matters
			return org, true
		}
		return -1, false
	}
	if strong || c.ofSuperior(t) || c.servesNetwork(who) {
		return c.networkNear(), true
	}
	if org := c.ownerField(t); org >= 0 {
		return org, true
	}
	if c.ofOwner(t) || c.elsewhere(t) { // a network has no owner

		return -1, false
	}
	if c.token(t.last).Text == ":" && c.onNetwork && c.rowStart(t.first) { // "- Driver: Omar Salih", in a list of a network's people
		return c.networkNear(), true
	}
	if c.ofNetwork(t) {
		return c.networkNear(), true
	}
	// An ordinary role: the sentence, or the one before, must speak of a network and of nothing that happened to its holder.
	for _, o := range c.triggers {
		if o.class == "event" || o.class == "pay" || o.class == "deny" {
			return -1, false
		}
	}
	if org := c.networkNear(); org >= 0 && (c.sentenceNo-c.lastOrgAt <= 1 || len(c.networks()) > 0) {
		return org, true
	}
	return -1, (c.item(who) || c.mentions[who].first < c.s.Start && c.lineHead() == who) && c.onNetwork
}

// ofOwner reports whether a role is that of an owner.
func (c *clause) ofOwner(t trigger) bool {
	for i := t.first; i < t.last; i++ {
		switch c.tokens[i].Folded {
		case "owner", "co-owner", "proprietor", "partner", "مالك", "صاحب", "شريك":
			return true
		}
	}
	return false
}

// item reports whether a mention opens its sentence as an item of a list does.
func (c *clause) item(k int) bool {
	m := &c.mentions[k]
	switch c.token(m.last).Text {
	case ",", "،", "-", "–", "/", "|", ";", "؛", "(", ":":
		return m.first >= c.s.Start && m.first-c.s.Start <= 3 && c.token(m.first-1).Kind != text.Word
	}
	return false
}

// networkNear returns the network of the sentence, else the one spoken of last; -1 when none was named.
func (c *clause) networkNear() int {
	if all := c.networks(); len(all) > 0 {
		return c.mentions[all[0]].entity
	}
	return c.lastOrg
}

// networkHead reports a word that stands for the network spoken of, in any of its forms.
func networkHead(f string) bool {
	switch f {
	case "network", "network's", "cell", "group", "gang", "organization", "organisation", "faction", "terrorist", "isis", "daesh", "caliphate",
		"الشبكه", "التنظيم", "الخليه", "المجموعه", "العصابه", "الجماعه", "للتنظيم", "للشبكه", "للخليه", "للمجموعه", "للجماعه", "بالتنظيم", "بالشبكه", "بالخليه", "بالمجموعه", "شبكه", "خليه", "تنظيم", "المقاتلين", "مقاتلي", "الدواعش", "دواعش", "صفوفه", "صفوفها", "الولايه", "ولايه", "قاطع", "القاطع", "خلايا", "الخلايا", "خلاياه", "خليته", "صفوفهم", "الفصيل":
		return true
	}
	return false
}

// networkWordAt reports whether the word at token i, proclitic off, stands for the network spoken of: «للدواعش», «بالتنظيم».
func (c *clause) networkWordAt(i int) bool {
	f := colloquial(c.token(i).Folded)
	if networkHead(f) {
		return true
	}
	if !c.token(i).IsArabic() {
		return false
	}
	for _, r := range text.Proclitics(f)[1:] {
		if networkHead(r.Stem) || networkHead("ال"+r.Stem) && strings.HasPrefix(f, "لل") {
			return true
		}
	}
	return false
}

// linkedOrganization returns the organization tied to a role by the words themselves: "driver of the X network", "X's
// driver", "works for X as a driver", «سائق لدى شبكة كذا»; -1 when none is.
func (c *clause) linkedOrganization(t trigger) int {
	orgs := c.within(c.s.Start, c.s.End, organization)
	for _, k := range orgs { // after, over prepositions, adjectives and places
		m := &c.mentions[k]
		if m.first < t.last || m.first-t.last > 9 {
			continue
		}
		if c.passable(t.last, m.first) {
			return m.entity
		}
		break
	}
	for i := len(orgs) - 1; i >= 0; i-- { // before: "the X network's driver", "an ISIS emir"
		m := &c.mentions[orgs[i]]
		if m.last > t.first || t.first-m.last > 4 {
			continue
		}
		if c.possessive(m.last, t.first) {
			return m.entity
		}
		break
	}
	for _, o := range c.triggers { // worked for X as a driver
		if o.class == "member" && !c.broken(min(o.first, t.first), max(o.last, t.last)) {
			for _, k := range orgs {
				if m := &c.mentions[k]; m.first >= o.last && m.first-o.last <= 4 && len(c.persons(min(m.last, t.first), max(m.first, t.last))) == 0 {
					return m.entity
				}
			}
		}
	}
	return -1
}

func (c *clause) possessive(from, to int) bool {
	for i := from; i < to; i++ {
		switch f := c.tokens[i].Folded; f {
		case "'", "’", "s", "former", "senior", "top", "local", "chief", "military", "network", "group", "cell", "most", "main":
		default:
			return false
		}
	}
	return true
}

// passable reports whether only words that lead from a role to its organization stand between two tokens.
func (c *clause) passable(from, to int) bool {
	for i := from; i < to; i++ {
		if k := c.at(i); k >= 0 && (c.mentions[k].kind == place || c.mentions[k].kind == person && i > from) {
			if c.mentions[k].kind == person {
				return false
			}
			i = c.mentions[k].last - 1
			continue
		}
		if c.isRole(i) {
			continue
		}
		switch f := c.tokens[i].Folded; f {
		case "of", "for", "in", "at", "with", "the", "a", "to", "and", "within", "inside", "from", "its", "so-called", "terrorist", "local", "armed", "on", "behalf", "notorious", "outlawed",
			"في", "لدي", "عند", "مع", "ل", "ضمن", "من", "داخل", "صفوف", "لصالح", "عناصر", "اعضاء", "قاطع", "ولايه", "تابع", "التابع", "منطقه", "مدينه", "قضاء", "ناحيه", "ما", "يسمي", "«", "\"", "“", "المسمي", "المسماه", "لحساب", "الارهابي":
		default:
			return false
		}
	}
	return true
}

// ofNetwork reports whether a word for the network stands with a role: "the group's driver", "its emir", «سائق الخلية».
func (c *clause) ofNetwork(t trigger) bool {
	for i := t.last; i < t.last+6 && i < c.s.End; i++ {
		if c.networkWordAt(i) {
			return c.passable(t.last, i)
		}
	}
	for i := t.first; i < t.last; i++ {
		if networkHead(c.tokens[i].Folded) {
			return true
		}
	}
	if c.tokens[t.first].IsArabic() { // «ونائبه»، «سائقهم»: of whom has a role in it
		return c.possessed(t) && c.onNetwork && len(c.roles) > 0
	}
	for i := t.first - 1; i >= c.s.Start && i >= t.first-4; i-- {
		switch f := c.tokens[i].Folded; f {
		case "its", "their":
			return c.onNetwork
		case "his", "her": // of whom has a role in it: "His deputy, Ali"
			return c.onNetwork && len(c.roles) > 0
		case "'", "’", "s", "former", "senior", "top", "chief", "main", "as", "a", "the", "personal":
		default:
			if c.isRole(i) && i+1 < t.first && c.token(i+2).Folded == "s" { // the emir's driver
				return c.onNetwork
			}
			if networkHead(f) {
				return true
			}
			return false
		}
	}
	return false
}

// elsewhere reports whether the words after a role name something that is no network: "head of the tribal council", «رئيس
// المجلس المحلي», "member of the Albu Fahd tribe".
func (c *clause) elsewhere(t trigger) bool {
	i := t.last
	arabic := c.tokens[t.first].IsArabic()
	switch f := c.token(i).Folded; f {
	case "of", "for", "at", "with", "في", "لدي", "عند", "من":
		i++
	default:
		if !arabic {
			return false
		}
	}
	for n := 0; n < 3; n++ {
		switch c.token(i).Folded {
		case "the", "a", "an", "his", "our", "my", "local":
			i++
		}
	}
	x := c.token(i)
	if x.Kind != text.Word || i >= c.s.End {
		return false
	}
	if k := c.at(i); k >= 0 {
		switch c.mentions[k].kind {
		case organization:
			return !c.armed(c.mentions[k].entity)
		case tribe:
			return true
		}
		return false
	}
	if networkHead(x.Folded) || c.isRole(i) || c.dated[i] {
		return false
	}
	if !arabic {
		switch x.Folded {
		case "finance", "funds", "money", "levies", "fighters", "hit", "district", "sector", "leaflets", "statements", "arms", "weapons", "explosives", "recruits", "military", "security", "zakat":
			return false
		}
		return true
	}
	if c.token(t.last).Folded == "في" || c.token(t.last).Folded == "من" || c.token(t.last).Folded == "لدي" || c.token(t.last).Folded == "عند" {
		return true
	}
	// A genitive: a noun with ال, or the heads of offices and families.
	if c.lex.is("org_head_ar", x.Folded) || c.lex.is("org_head_ar", strings.TrimPrefix(x.Folded, "ال")) {
		return !networkHead(x.Folded)
	}
	switch x.Folded {
	case "عشيره", "العشيره", "قبيله", "القبيله", "مدرسه", "المدرسه", "البلديه", "بلديه", "الشرطه", "الجيش", "الصحوه", "الحرس", "نقابه", "النقابه", "المدينه", "الحي", "القريه", "الحشد", "الدوله", "حمايه", "المحكمه", "الوزاره", "المستشفي", "اسعاف", "اجره", "تاكسي", "تكسي":
		return true
	}
	return false
}

// partOfTrade reports whether a role word is part of a trade: the driver of "taxi driver".
func (c *clause) partOfTrade(t trigger) bool {
	for _, o := range c.triggers {
		if o.class == "trade" && o.first <= t.first && t.last <= o.last {
			return true
		}
	}
	return false
}

// armed reports whether an organization is a network, or a unit that is not the state's.
func (c *clause) armed(e int) bool {
	switch c.entities[e].schema {
	case sanad.SchemaNetwork:
		return true
	case sanad.SchemaUnit:
	default:
		return false
	}
	for _, w := range c.orgWords[e] {
		switch w {
		case "army", "division", "police", "regiment", "federal", "iraqi", "border", "swat", "emergency", "rapid", "fifth", "seventh", "tenth", "فرقه", "جيش", "شرطه", "فوج", "حدود", "طوارئ", "اتحاديه", "سابعه", "خامسه", "عاشره":
			return false
		}
	}
	return true
}

// company reports whether an organization is a business: a company, an exchange house, an office, a showroom.
func (c *clause) company(e int) bool {
	for _, w := range c.orgWords[e] {
		switch strings.TrimPrefix(w, "لل") {
		case "company", "exchange", "trading", "bank", "store", "shop", "office", "enterprise", "co", "imports", "import", "petroleum", "contracting", "construction", "motors", "dealership", "transport", "logistics", "cement", "شركه", "مكتب", "صيرفه", "صرافه", "معرض", "مصرف", "محل":
			return true
		}
	}
	return false
}

// agency reports whether an organization is one of the state's that investigates or guards.
func (c *clause) agency(e int) bool {
	for _, w := range c.orgWords[e] {
		switch strings.TrimPrefix(w, "لل") {
		case "directorate", "agency", "service", "cell", "bureau", "section", "department", "intelligence", "investigation", "مديريه", "جهاز", "خليه", "وكاله", "شعبه", "قسم", "استخبارات", "مكافحه", "تحقيقيه":
			return true
		}
	}
	return false
}

// deedFor returns the organization a deed is done for, and whether it is done for a network at all.
func (c *clause) deedFor(t trigger) (org int, ok bool) {
	if strings.HasSuffix(t.rule.id, ".manages") && c.runsPartOf(t) {
		return -1, false
	}
	org = -1
	far := 1 << 30
	for _, k := range c.within(c.s.Start, c.s.End, organization) {
		m := &c.mentions[k]
		if owning := strings.Contains(t.rule.id, ".own") || strings.HasSuffix(t.rule.id, ".property"); owning && !c.company(m.entity) {
			continue
		} else if !owning && !c.armed(m.entity) {
			switch roleFamily(t.rule.id, "") {
			case "head", "account", "exchange":
				if !c.company(m.entity) && !(strings.HasSuffix(t.rule.id, ".manages") && c.agency(m.entity)) {
					continue
				}
			default:
				continue
			}
		}
		if d := distance(m.first, t.last); d < far {
			org, far = m.entity, d
		}
	}
	word := 1 << 30
	for i := c.s.Start; i < c.s.End; i++ {
		f := c.tokens[i].Folded
		if c.networkWordAt(i) || f == "fighters" || f == "عناصر" || f == "المقاتلين" {
			word = min(word, distance(i, t.first), distance(i, t.last-1))
		}
	}
	if strings.Contains(t.rule.id, ".own") || strings.HasSuffix(t.rule.id, ".property") {
		return org, org >= 0 && far <= 8
	}
	if strings.HasSuffix(t.rule.id, ".command") || strings.HasSuffix(t.rule.id, ".fight") || strings.HasSuffix(t.rule.id, ".head") {
		return org, org >= 0 && far <= 8
	}
	if roleFamily(t.rule.id, "") == "head" { // who leads what: the words stand side by side, and it is no attack that is led
		for _, o := range c.triggers {
			if o.class == "event" && o.last <= t.first && t.first-o.last <= 5 {
				return -1, false
			}
		}
		if org >= 0 && far <= 8 {
			return org, true
		}
		return c.lastOrg, word <= 6 && (c.lastOrg < 0 || org < 0)
	}
	if org >= 0 {
		return org, true
	}
	if word < 1<<30 {
		return c.lastOrg, true
	}
	return c.lastOrg, c.lastOrg >= 0 && c.sentenceNo-c.lastOrgAt <= 1
}
