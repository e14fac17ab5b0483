package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

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
			if k := c.afterOwner(t, next); k >= 0 {
				return c.listOfRole(t, k)
			}
			return c.listOfRole(t, next)
		}
	}
	// b. apposition before: "Ahmed, the courier of", «خالد، أمير التنظيم»
	if k := c.beforeApposition(t); k >= 0 {
		return c.listBefore(t, k)
	}
	// c. after its organization or place: "the network's emir in Hit, Ahmed", «أمير التنظيم في هيت خالد»
	if next >= 0 && c.looseGap(t.last, c.mentions[next].first) {
		return c.listOfRole(t, next)
	}
	if k := c.verbFirstHolder(t); k >= 0 {
		return []int{k}
	}
	if k := c.predicateHolder(t); k >= 0 {
		return c.group(k)
	}
	if who := c.became(t); len(who) > 0 {
		return who
	}
	if who := c.joinedAs(t); len(who) > 0 {
		return who
	}
	// d. an item of a list: "2. Faruq Nadhim / driver / arrested …", "Karrar Hussein, born 1990, mother: …, fighter in …"
	switch c.token(t.first - 1).Text {
	case ",", "،", "-", "–", "/", "|", ";", "؛", "(":
		if all := c.persons(c.s.Start, t.first); len(all) > 0 && c.mentions[all[0]].first-c.s.Start <= 4 {
			return all[:1]
		}
	}
	// the entry of a list the sentence belongs to: "1. Omar Salih, b. 1980. Courier."
	if t.first-c.s.Start <= 1 {
		if k := c.lineHead(); k >= 0 {
			return []int{k}
		}
	}
	// e. copula: "Ahmed was appointed emir", «كان أحمد يعمل سائقا»
	if !c.putTo(t) && c.copula(t) {
		if s := c.topic(t.first); len(s) > 0 {
			return s
		}
		if c.tokens[t.first].IsArabic() && c.lastWho >= 0 && len(c.persons(c.s.Start, t.first)) == 0 {
			return []int{c.lastWho}
		}
	}
	// f. a second role of the same person: "a member of the network and its financier"
	i := t.first - 1
	for i > c.s.Start && (c.tokens[i].Folded == "its" || c.tokens[i].Folded == "the" || c.tokens[i].Folded == "a" || c.tokens[i].Folded == "also") {
		i--
	}
	if c.token(i).Folded == "and" || t.skip > 0 && strings.HasPrefix(c.tokens[t.first].Folded, "و") {
		for n := len(c.triggers) - 1; n >= 0; n-- {
			if o := c.triggers[n]; (o.class == "role" || o.class == "trade") && o.last <= i+1 && o.last <= t.first && t.first-o.last <= 9 && len(c.persons(o.last, t.first)) == 0 {
				return c.roleHolders(o)
			}
		}
	}
	return nil
}

// listBefore returns the whole list before a plural role: "Omar and Ali, both fighters of", «عمر وعلي من عناصر»; else the one mention.
func (c *clause) listBefore(t trigger, k int) []int {
	if !pluralRole(c.tokens[t.last-1].Folded) {
		return []int{k}
	}
	list := c.group(k)
	if f := c.tokens[t.first].Folded; len(list) == 1 && (f == "عناصر" || f == "اعضاء" || f == "مقاتلين" || f == "مسلحين") && t.last-t.first == 1 { // «آوى عمر عناصر»: others
		return nil
	}
	return list
}

// pluralRole reports whether the last word of a role is a plural or dual.
func pluralRole(f string) bool {
	if f == "عناصر" || f == "اعضاء" || f == "جنود" || f == "افراد" || f == "اتباع" || f == "قاده" || f == "قيادات" {
		return true
	}
	if !strings.HasPrefix(f, "\xd8") && !strings.HasPrefix(f, "\xd9") {
		return strings.HasSuffix(f, "s") && !strings.HasSuffix(f, "ss")
	}
	for _, e := range []string{"ان", "ون", "ين"} {
		if strings.HasSuffix(f, e) && len(f) > 8 {
			return true
		}
	}
	return false
}

// listOfRole returns the whole list after a plural role, else the one mention.
func (c *clause) listOfRole(t trigger, k int) []int {
	f := c.tokens[t.last-1].Folded
	if pluralRole(f) {
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
		case "السابق", "الحالي", "الجديد", "البارز", "المزعوم", "المقتول", "named", "called", "the", "a", "المدعو", "يدعي", "السيد", "الشيخ", "اسمه", "sheikh", "haji", "حجي", "الحاج", "is", "was", "هو", "كان":
			n++
			continue
		}
		if t.Text == "." && c.lex.is("title_en", c.token(i-1).Folded) || c.rank(i) {
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
	copula := false
	for ; i >= c.s.Start && n < 6; i-- {
		if c.tokens[i].Text == ")" { // what stands in brackets only tells more of the name before
			for j := i - 1; j >= c.s.Start && j > i-16; j-- {
				if c.tokens[j].Text == "(" {
					i = j
					break
				}
			}
			n++
			continue
		}
		k := c.at(i)
		if k >= 0 && c.mentions[k].kind == person {
			if c.mentions[k].parent || copula && c.headed(k) || c.tokens[t.first].IsArabic() && i == t.first-1 && c.genitiveKin(c.mentions[k].first-1) {
				return -1 // "the brother of Ahmed is a courier"
			}
			return k // even of another part of the sentence: "the house of Ahmed, emir of …"
		}
		if k >= 0 && c.mentions[k].kind == organization && i == c.mentions[k].last-1 { // Ahmed, an ISIS emir; Ahmed, the network's emir
			i = c.mentions[k].first
			n++
			continue
		}
		if c.tokens[i].Folded == "time" && c.token(i-1).Folded == "that" && c.token(i-2).Folded == "at" {
			i -= 2
			n++
			continue
		}
		switch f := c.tokens[i].Folded; f {
		case "من", "بين", "ضمن":
			if !pluralRole(c.tokens[t.last-1].Folded) {
				return -1
			}
			n++
		case ",", "،", "the", "a", "an", "former", "senior", "its", "their", "local", "known", "as", "described", "identified", "(", ")", "|", "'", "’", "s", "-", "–", "one", "of", "wanted", "alleged", "suspected", "isis", "most", "top", "also", "leading",
			"وهو", "هو", "احد", "ابرز", "السابق", "بصفته", "بصفه", "ك", "جان", "چان", "الملقب", "ويعمل", "يعمل", "group", "network", "cell", "organization", "organisation", "who", "is", "was", "works", "worked", "served", "acted", "acts", "كان", "وكان", "المعروف", "»", "\"", "”", "كونه", "باعتباره", ":", "became", "he", "aged", "by", "profession", "both", "all", "being", "ما", "يسمي", "بما", "المسمي", "كان.", "يعد", "ويعد", "اهم", "كبار", "كلاهما", "وهما", "وهم", "become", "be", "to", "been", "named", "now", "then", "later", "still", "reputed", "reputedly", "allegedly", "once", "himself", "mere", "simple", "only", "just":
			copula = copula || f == "is" || f == "was" || f == "became"
			if f == "to" && c.token(i-1).Folded != "appointed" && c.token(i-1).Folded != "promoted" && c.token(i+1).Folded != "be" && c.token(i+1).Folded != "become" {
				return -1
			}
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
	if to-from > 9 || to > from && with(c.tokens[to-1].Folded) {
		return false
	}
	for i := from; i < to; i++ {
		if k := c.at(i); k >= 0 && (c.mentions[k].kind == organization || c.mentions[k].kind == place || c.mentions[k].kind == tribe) {
			i = c.mentions[k].last - 1
			continue
		}
		switch f := c.tokens[i].Folded; f {
		case ",", "،", "|", "of", "in", "for", "the", "at", "and", "«", "»", "\"", "(", "-", "–", "في", "ب", "ل", "المدعو", "التنظيم", "الشبكه", "الخليه", "لدي", "عند", "ويه", "الدواعش", "واسمه", "ويدعي", "network", "group", "cell", "organization", "organisation", "area", "منطقه", "قضاء", "مدينه", "ناحيه", "قاطع", ":", "هو", "is", "was", "كان", "المدعوه.", "العراق", "الشام", "بالتنظيم", "للتنظيم", "للشبكه", "للخليه", "بالشبكه", "named", "called", "a", "an", "man", "one", "اسمه", "يدعي", "رجل", "المدعوه", "واحد", "state", "province", "district", "our", "quarter", "town", "city", "village", "there", "my", "street":
			if f == "and" && c.at(i+1) >= 0 && c.mentions[c.at(i+1)].kind == person {
				return false
			}
		default:
			if c.rank(i) || f == "." && c.rank(i-1) {
				continue
			}
			return false
		}
	}
	return true
}

// copula reports whether the words before a role make it the predicate of a subject.
func (c *clause) copula(t trigger) bool {
	for i := t.first - 1; i >= c.s.Start && i > t.first-10; i-- {
		switch colloquial(c.tokens[i].Folded) {
		case "by", "against", "from", "with", "ضد":
			return false
		case "been", "be", "become", "belonged", "employed", "hired", "identified", "described", "listed", "recorded", "known", "charged", "tasked", "entrusted", "joined", "chosen", "elected", "was", "is", "became", "as", "appointed", "named", "acted", "served", "serves", "worked", "works", "acting", "serving", "role", "position", "post", "rank", "were", "made", "promoted", "working", "being", "job",
			"كان", "جان", "اصبح", "يعمل", "عمل", "عمله", "وعمله", "يشتغل", "اشتغل", "شغله", "تولي", "شغل", "يشغل", "منصب", "بصفه", "بصفته", "عين", "وكان", "مهمه", "يتولي", "صار", "كونه", "وهو", "هو", "رتبه", "انه", "بانه", "ليس", "يكن", "وعمل", "وظيفه", "دور", "ويعمل", "اصبحت", "مو", "مش", "يكون", "بعمله", "بالعمل", "والعمل", "العمل", "تعيينه", "عينه", "عينته", "عينت", "نصب", "نصبه", "نصبته", "بوصفه", "باعتباره", "يعد", "ويعد", "يعتبر", "كلف", "مكلفا", "اشتغاله", "تسلم", "تسنم", "يدعي", "كصاحب", "بدور":
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
