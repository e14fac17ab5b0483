package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// What Arabic says of a role by other words than its name: by the office that somebody heads, by the post he took, by a predicate
// behind the role.

// officeRole returns the role of him who heads the office, unit or region named within a few tokens of pos: the head of the diwan of
// the hisba is of the hisba, that of a sector an emir; "" when the words name none. strong says that only a network has such an office.
func (c *clause) officeRole(pos int) (role string, strong bool) {
	for i := pos; i < c.s.End && i < pos+3; i++ {
		f := c.token(i).Folded
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person || c.tokens[i].Kind != text.Word {
			return "", false
		}
		switch f {
		case "الحسبه", "حسبه":
			return "الحسبة", true
		case "المضافه", "مضافه", "المضافات":
			return "مضيف", true
		case "الاعلامي", "الاعلام":
			return "الإعلام", false
		case "التجنيد":
			return "مجند", false
		case "القاطع", "الولايه", "الاماره", "اماره":
			return "أمير", true
		case "ولايه", "قاطع":
			if i == pos {
				return "أمير", true
			}
		case "مفرزه", "كتيبه", "سريه", "فصيل", "فوج", "لواء", "المفرزه", "الكتيبه", "السريه", "المفارز":
			return "قائد", false
		}
		if f == "بيت" && c.token(i+1).Folded == "المال" || f == "الزكاه" {
			return "ممول", true
		}
		if !c.lex.is("org_head_ar", f) && f != "ديوان" && f != "شؤون" && f != "عمليه" {
			return "", false
		}
	}
	return "", false
}

// definiteRole returns the form with the article of a role of two words: «ناقل البريد» of «ناقل بريد».
func definiteRole(class string, ws []string) []string {
	if class != "role" || len(ws) != 2 || ws[0][0] < 0x80 || strings.HasPrefix(ws[1], "ال") || len(ws[1]) < 6 || len(ws[0]) < 6 || ws[0] == "نائب" || ws[0] == "نايب" {
		return nil
	}
	return []string{ws[0], "ال" + ws[1]}
}

// ownedRoles returns the forms of a role of one word with the pronoun of its network or superior: «ممولها», «كاتبه», «مجندهم».
func ownedRoles(class string, ws []string) [][]string {
	if class != "role" || len(ws) != 1 {
		return nil
	}
	switch w := ws[0]; w {
	case "ممول", "كاتب", "مجند", "وسيط", "محاسب", "امير", "ناقل", "مضيف", "خازن", "قائد", "قايد", "سائق", "سايق", "مراسل", "صراف", "مهرب", "مسؤول":
		return [][]string{{w + "ها"}, {w + "هم"}, {w + "ه"}}
	}
	return nil
}

// possessed reports whether an Arabic role of one word ends with a pronoun: «ممولها».
func (c *clause) possessed(t trigger) bool {
	w := c.tokens[t.last-1]
	return t.last-t.first == 1 && w.IsArabic() && (strings.HasSuffix(w.Folded, "ه") && !strings.HasSuffix(w.Text, "ة") || strings.HasSuffix(w.Folded, "هم") || strings.HasSuffix(w.Folded, "ها"))
}

// predicateHolder returns whom a pronoun of being behind an Arabic role and its genitives names: «المسؤول عن المضافة هو طالب»; -1
// when a verb, a name or a comma comes first.
func (c *clause) predicateHolder(t trigger) int {
	if !c.tokens[t.first].IsArabic() {
		return -1
	}
	for i := t.last; i < c.s.End && i < t.last+7; i++ {
		switch f := c.tokens[i].Folded; f {
		case "هو", "فهو", "هي", "فهي", "يدعي", "اسمه":
			if k := c.at(i + 1); k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == i+1 {
				return k
			}
			if c.lex.is("title_ar", c.token(i+1).Folded) {
				if k := c.at(i + 2); k >= 0 && c.mentions[k].kind == person {
					return k
				}
			}
			return -1
		case "الذي", "التي", "ان", "انه", "قد", "كان":
			return -1
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person || c.tokens[i].Kind != text.Word || c.actsHere(i) {
			return -1
		}
	}
	return -1
}

// became returns who became what a role says in a clause that leaves its subject to the one before: «التحق طالب بالتنظيم ثم صار أميرا»;
// nobody when several are named before.
func (c *clause) became(t trigger) []int {
	i := t.first - 1
	switch c.token(i).Folded {
	case "صار", "اصبح", "وصار", "واصبح", "فصار", "عين", "وعين", "غدا", "بات", "رقي", "ورقي", "فاصبح":
	default:
		return nil
	}
	if all := c.union(nil, c.persons(c.s.Start, i)); len(all) == 1 && !c.official(all[0]) && !c.speaks(all[0]) {
		return all
	}
	return nil
}

// joinedAs returns who joined a network as what an Arabic accusative behind it says: «التحق طالب بصفوف التنظيم مقاتلا».
func (c *clause) joinedAs(t trigger) []int {
	if !c.tokens[t.first].IsArabic() || !strings.HasSuffix(c.tokens[t.first].Folded, "ا") {
		return nil
	}
	for i := len(c.triggers) - 1; i >= 0; i-- {
		if o := c.triggers[i]; o.class == "member" && joins(c.tokens[o.first].Folded) && o.last <= t.first && t.first-o.last <= 8 && len(c.persons(o.last+2, t.first)) == 0 {
			who := c.subject(o.first)
			if after := c.object(o.last, 2); len(who) == 0 || len(after) > 0 {
				who = after
			}
			return who
		}
	}
	return nil
}

// joins reports whether a folded Arabic word of membership is the verb of joining or its noun.
func joins(f string) bool {
	for _, stem := range []string{"التحق", "التحاق", "انتمي", "ينتمي", "انضم", "ينضم", "انضمام", "بايع", "انخرط"} {
		if strings.Contains(f, stem) {
			return true
		}
	}
	return false
}

// servesNetwork reports whether the sentence says that its one person works for a network: «يبيع النفط للتنظيم», «يعمل لصالح داعش».
func (c *clause) servesNetwork(who int) bool {
	if len(c.union(nil, c.persons(c.s.Start, c.s.End))) != 1 || c.speaks(who) || !c.tokens[c.s.Start].IsArabic() && !c.tokens[c.mentions[who].first].IsArabic() {
		return false
	}
	works := false
	for i := c.s.Start; i < c.s.End; i++ {
		f := strings.TrimPrefix(c.tokens[i].Folded, "و")
		switch f {
		case "يعمل", "عمل", "يشتغل", "يبيع", "باع", "يورد", "ورد", "يجهز", "جهز", "ينقل", "نقل", "يشتري", "اشتري", "يصنع", "يطبع", "يوفر", "وفر", "يخدم", "خدم", "يهرب", "يموله", "يوصل":
			works = true
			continue
		}
		if !works {
			continue
		}
		next := c.token(i + 1).Folded
		if (f == "لصالح" || f == "لحساب" || f == "مع" || f == "عند" || f == "لدي") && (networkHead(colloquial(next)) || c.networkAt(i+1)) {
			return true
		}
		if strings.HasPrefix(f, "لل") && c.networkWordAt(i) || strings.HasPrefix(f, "ل") && c.networkAt(i) {
			return true
		}
	}
	return false
}

// networkAt reports whether a network is named at a token.
func (c *clause) networkAt(i int) bool {
	k := c.at(i)
	return k >= 0 && c.mentions[k].kind == organization && c.mentions[k].entity >= 0 && c.armed(c.mentions[k].entity)
}

// ofSuperior reports whether the holder of another role is whose servant an Arabic role is: «سائق الأمير», «سائقا لدى أمير القاطع».
func (c *clause) ofSuperior(t trigger) bool {
	if !c.tokens[t.first].IsArabic() {
		return false
	}
	if role, strong := c.officeRole(t.last); role != "" && strong { // «محاسب بيت المال»
		return true
	}
	for _, o := range c.triggers {
		if _, strong := o.attrs["strong"]; o.class == "role" && strong && !strings.HasSuffix(c.tokens[o.first].Text, "ى") && o.first >= t.last && o.first-t.last <= 2 && c.passable(t.last, o.first) {
			return true
		}
	}
	return false
}

// subjectOfRelative reports whether an Arabic name is only the subject of a relative clause that is over: «خلية يقودها طالب».
func (c *clause) subjectOfRelative(k int) bool {
	i := c.mentions[k].first - 1
	for i > c.s.Start && c.lex.is("title_ar", c.tokens[i].Folded) {
		i--
	}
	return i >= c.s.Start && c.tokens[i].IsArabic() && c.relativeVerbIn(i, i+1)
}

// metOnly reports whether an Arabic name is the object of a verb of meeting or serving whose subject was named before: «التقى طالب … وبايع
// الأمير أبا حفص».
func (c *clause) metOnly(k int) bool {
	i := c.mentions[k].first - 1
	for i > c.s.Start && (c.lex.is("title_ar", c.tokens[i].Folded) || c.isRole(i)) {
		i--
	}
	switch c.token(i).Folded {
	case "امره", "بامره", "امرة", "قياده", "اشراف", "وبايع", "وقابل", "والتقي", "وزار", "وساعد", "ورافق", "وعرف", "وخدم":
		return len(c.persons(c.s.Start, i)) > 0
	}
	return false
}

// with reports whether a folded Arabic word leads to him for whom somebody else has a role: «مقاتلا عند طالب».
func with(f string) bool {
	return f == "عند" || f == "لدي" || f == "ويه"
}

// officeOf returns the role of a head by the office behind his title: «المسؤول عن المضافة», «رئيس ديوان الحسبة».
func (c *clause) officeOf(t trigger) (role string, strong bool) {
	pos := t.last
	if c.token(pos).Folded == "عن" || c.token(pos).Folded == "في" {
		pos++
	}
	return c.officeRole(pos)
}

// ofPost reports whether a place only says over what somebody held an office: «أمير قاطع الشورة», "the emir of Hit".
func (c *clause) ofPost(k int) bool {
	i := c.mentions[k].first
	for n := 0; n < 3 && i > c.s.Start; n++ {
		switch c.tokens[i-1].Folded {
		case "قاطع", "ولايه", "مدينه", "قضاء", "ناحيه", "منطقه", "of", "the", "district", "sector", "في":
			i--
		}
	}
	if i == c.mentions[k].first && !c.tokens[i].IsArabic() {
		return false
	}
	for _, t := range c.triggers {
		_, strong := t.attrs["strong"]
		if t.class == "role" && strong && t.first < c.mentions[k].first && c.mentions[k].first < t.last {
			return true
		}
		if t.class == "role" && strong && t.last == i {
			return c.tokens[i].Folded != "في" && c.tokens[i].Folded != "in"
		}
	}
	return false
}

// putTo reports whether an Arabic role is an apposition behind a comma, and so of the words before it, named or not: «هو فلان نفسه، أمير
// الميادين».
func (c *clause) putTo(t trigger) bool {
	f := c.token(t.first - 1).Text
	return c.tokens[t.first].IsArabic() && t.skip == 0 && (f == "،" || f == ",")
}

// afterOwner returns the holder of an Arabic role when the name right behind it is only his whose accountant or driver he is: «محاسب
// المياديني فراس حمود»; -1 otherwise.
func (c *clause) afterOwner(t trigger, owner int) int {
	m := &c.mentions[owner]
	if !c.tokens[t.first].IsArabic() || strings.HasPrefix(c.tokens[t.last-1].Folded, "ال") || m.first != t.last || c.possessed(t) {
		return -1
	}
	k := c.at(m.last)
	if k < 0 || c.mentions[k].kind != person || c.mentions[k].first != m.last || c.mentions[k].entity == m.entity || c.mentions[k].span.Start > c.tokens[m.last].Span.Start || m.prop == "kunya" {
		return -1
	}
	return k
}

// titleOf reports whether an Arabic word of accusation is only the title of the name behind it: «المطلوب طالب هو أمير …».
func (c *clause) titleOf(t trigger) bool {
	k := c.at(t.last)
	return t.last-t.first == 1 && strings.HasPrefix(c.tokens[t.first].Folded, "ال") && k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == t.last
}

// verbFirstHolder returns who stands between an Arabic verb of holding a post and the role: «تولى طالب مسؤولية تجنيد»; -1 when nobody does.
func (c *clause) verbFirstHolder(t trigger) int {
	i := t.first - 1
	for n := 0; n < 2 && i > c.s.Start; n++ {
		switch c.tokens[i].Folded {
		case "مسؤوليه", "مسووليه", "منصب", "مهمه", "دور", "موقع", "وظيفه", "مهام", "اداره", "عمليه", "ملف", "رتبه", "بصفه", "بمنصب":
			i--
		}
	}
	k := c.at(i)
	if !c.tokens[t.first].IsArabic() || k < 0 || c.mentions[k].kind != person || c.mentions[k].last != i+1 || c.mentions[k].parent {
		return -1
	}
	for i = c.mentions[k].first - 1; i > c.s.Start && c.lex.is("title_ar", c.tokens[i].Folded); i-- {
	}
	switch strings.TrimPrefix(c.token(i).Folded, "و") {
	case "تولي", "يتولي", "شغل", "يشغل", "تسلم", "تسنم", "عمل", "يعمل", "اشتغل", "عين", "اصبح", "صار", "مارس", "يمارس", "ادي", "تقلد", "نصب":
		return k
	}
	return -1
}

// lateHolder returns the subject behind an Arabic verb that opens its clause and the verb's object, told by a title or kinship: «ويدير
// شؤونها الإعلامية شقيقه طالب»; -1 when none is.
func (c *clause) lateHolder(t trigger) int {
	if t.skip == 0 || !c.tokens[t.first].IsArabic() || t.first > c.s.Start && c.tokens[t.first-1].Kind == text.Word {
		return -1
	}
	all := c.persons(t.last, min(c.s.End, t.last+6))
	if len(all) == 0 || c.mentions[all[0]].first == t.last || c.governed(all[0]) || c.broken(t.last, c.mentions[all[0]].first) {
		return -1
	}
	first := c.mentions[all[0]].first
	if f := c.token(first - 1).Folded; !c.lex.is("title_ar", f) && !c.kinWord(first-1) && f != "المدعو" {
		return -1
	}
	for i := t.last; i < first-1; i++ {
		if f := c.tokens[i].Folded; c.tokens[i].Kind != text.Word || f == "ان" || f == "الذي" || f == "التي" || f == "من" || f == "الي" || f == "علي" || c.actsHere(i) {
			return -1
		}
	}
	return all[0]
}
