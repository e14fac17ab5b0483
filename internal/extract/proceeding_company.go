package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// Who is taken together with somebody is taken too: "was held at the farm together with Omar", «اعتقل ومعه عمر»; and so are a man and "his
// driver, Omar". An outcome told in a relative clause is its antecedent's: "Omar, whom the court had acquitted".

// takenWith adds to those a step happened to the persons whom words of company put beside them right behind it.
func (c *clause) takenWith(t trigger, who []int) []int {
	if t.class != "arrest" && t.class != "charge" && t.class != "release" {
		return who
	}
	for i := t.last; i < c.s.End && i < t.last+12; i++ {
		n := 0
		switch f, next := c.tokens[i].Folded, c.token(i+1).Folded; {
		case (f == "together" || f == "along") && next == "with":
			n = 2
		case f == "alongside", f == "برفقه", f == "بصحبه", f == "ومعه", f == "ومعها", f == "بمعيه", f == "رفقه":
			n = 1
		case c.tokens[i].Text == ";", c.tokens[i].Text == "؛", f == "by", f == "من" && next == "قبل", i > t.last && c.stageBetween(t.last-1, i+1):
			return who
		}
		if n == 0 {
			continue
		}
		all := c.persons(i+n, min(c.s.End, i+n+6))
		if len(all) == 0 || c.official(all[0]) || c.ranked(all[0]) || c.marked(i+n, c.mentions[all[0]].first) && !c.tokens[i].IsArabic() {
			return who
		}
		return c.union(who, c.group(all[0]))
	}
	return who
}

// withHis adds the man before "and his driver, Omar," or the one behind it, when a step was told of the other.
func (c *clause) withHis(t trigger, who []int) []int {
	first, last := &c.mentions[who[0]], &c.mentions[c.lastOf(who)]
	if k := c.hisBetween(first.first, false); k >= 0 && first.last <= t.first {
		return c.union([]int{k}, who)
	}
	if first.first >= t.last {
		if k := c.hisBetween(last.last, true); k >= 0 {
			return c.union(who, c.group(k))
		}
	}
	return who
}

// firstNamed returns the first person named between two tokens of the sentence, -1 when there is none.
func (c *clause) firstNamed(from, to int) int {
	if list := c.persons(from, min(c.s.End, to)); len(list) > 0 {
		return list[0]
	}
	return -1
}

// hisBetween returns the person on the other side of "and his driver," from a name that begins or ends at token at; -1 when there is none.
func (c *clause) hisBetween(at int, ahead bool) int {
	if ahead {
		if c.token(at).Text == "," {
			at++
		}
		if c.token(at).Folded != "and" || !possessive(c.token(at+1).Folded) {
			return -1
		}
		if k := c.firstNamed(at+2, at+7); k >= 0 && c.plainNoun(at+2, c.mentions[k].first) {
			return k
		}
		return -1
	}
	for i := at - 1; i > c.s.Start && i > at-6; i-- {
		if !possessive(c.tokens[i].Folded) {
			continue
		}
		if c.token(i-1).Folded != "and" || !c.plainNoun(i+1, at) {
			return -1
		}
		all := c.persons(c.s.Start, i-1)
		if len(all) == 0 {
			return -1
		}
		k := all[len(all)-1]
		if m := &c.mentions[k]; i-1-m.last > 8 || i-1 > m.last && c.token(m.last).Text != "," || c.governed(k) || c.headed(k) || c.actsBetween(m.last, i-1) || c.official(k) {
			return -1
		}
		return k
	}
	return -1
}

func possessive(f string) bool { return f == "his" || f == "her" || f == "their" || f == "its" }

// plainNoun reports whether one to three words without a verb or preposition stand between two tokens, with a comma at most behind them.
func (c *clause) plainNoun(from, to int) bool {
	if to > from && c.token(to-1).Text == "," {
		to--
	}
	if to-from < 1 || to-from > 3 {
		return false
	}
	for i := from; i < to; i++ {
		if f := c.tokens[i].Folded; preposition(f) || auxiliary(f) || c.marked(i, i+1) {
			return false
		}
	}
	return true
}

// whomObject returns the antecedent of "whom" when it is the object of an English step: "Omar, whom the court had acquitted in February".
func (c *clause) whomObject(t trigger) []int {
	if c.tokens[t.first].IsArabic() || c.passive(t) {
		return nil
	}
	for i := t.first - 1; i > c.s.Start && i > t.first-10; i-- {
		if f := c.tokens[i].Folded; f != "whom" {
			if c.marked(i, i+1) || f == "who" {
				return nil
			}
			continue
		}
		at := i - 1
		if c.token(at).Text == "," {
			at--
		}
		if k := c.at(at); k >= 0 && !c.mentions[k].parent {
			return []int{k}
		}
		return nil
	}
	return nil
}

// onTheOne returns the accused whose number stands before an English participle or behind a verb of judgment: "the third, acquitted", "acquits
// the third".
func (c *clause) onTheOne(t trigger) []int {
	if c.tokens[t.first].IsArabic() || !judgment(t) {
		return nil
	}
	list := c.accused()
	if len(list) < 2 {
		return nil
	}
	i := t.first - 1
	if c.token(i).Text == "," {
		i--
	}
	if n := placeInList(c.token(i).Folded); n > 0 && n <= len(list) && c.token(i-1).Folded == "the" && (i-1 == c.s.Start || c.marked(i-2, i-1) || c.token(i-2).Folded == "and") {
		return list[n-1 : n]
	}
	if n := placeInList(c.token(t.last + 1).Folded); n > 0 && n <= len(list) && c.token(t.last).Folded == "the" {
		switch next := c.token(t.last + 2); {
		case next.Folded == "count", next.Folded == "charge", next.Folded == "offence":
			return nil
		}
		return list[n-1 : n]
	}
	return nil
}

// onlyOne returns the one person a sentence names before a step, nobody when it names several or only somebody of the court.
func (c *clause) onlyOne(t trigger) []int {
	var out []int
	for _, k := range c.persons(c.s.Start, t.first) {
		if !c.official(k) && !c.ranked(k) && !c.mentions[k].parent {
			out = c.union(out, []int{k})
		}
	}
	if len(out) != 1 || c.speaks(out[0]) || !judgment(t) && c.wasVictim(out[0]) {
		return nil
	}
	return out
}

// bareStep returns whom a note means that begins with the participle and names nobody, right after steps of one man: "Referred for trial on
// 14 February."
func (c *clause) bareStep(t trigger) []int {
	if c.tokens[t.first].IsArabic() || !c.opensNote(t) || !strings.HasSuffix(c.tokens[t.first].Folded, "ed") || len(c.tried) != 1 || c.sentenceNo-c.triedAt > 2 || len(c.persons(c.s.Start, c.s.End)) > 0 || c.lineHead() >= 0 {
		return nil
	}
	for k := c.mentionFrom(c.s.Start) - 1; k >= 0; k-- {
		if c.mentions[k].kind == person { // nobody else is named since
			if c.mentions[k].entity == c.mentions[c.tried[0]].entity {
				return c.tried
			}
			return nil
		}
	}
	return nil
}

// opensNote reports whether a step begins its sentence, after a date at most: "9 May: charged."
func (c *clause) opensNote(t trigger) bool {
	for i := c.s.Start; i < t.first; i++ {
		if !c.dated[i] && c.tokens[i].Kind == text.Word {
			return false
		}
	}
	return true
}

// onlyAsked reports whether a punishment is only asked for, threatened or possible: "the prosecutor asked for the death penalty", "he faces
// life if convicted", «طالب الادعاء بإعدامه».
func (c *clause) onlyAsked(t trigger) bool {
	for i := t.first; i >= c.s.Start && i > t.first-6; i-- {
		switch f := c.tokens[i].Folded; f {
		case "asked", "asks", "asking", "sought", "seeks", "seek", "seeking", "demanded", "demands", "demanding", "requested", "requests", "calling", "risks", "risk", "faces", "face", "facing", "faced", "punishable", "could", "might",
			"طالب", "طالبت", "يطالب", "تطالب", "مطالبا", "طلب", "طلبت", "يواجه", "تواجه", "يواجهون", "المطالبه":
			return !c.stageBetween(i, t.first)
		case ",", "،", ";", "؛", ".", "but", "لكن", "and":
			return false
		}
	}
	return false
}

// takenAmong returns whom a step told of people in number names among them: "detained dozens of men, among them Omar", «اعتقل الجيش العشرات
// بعد التفجير ومن بينهم عمر».
func (c *clause) takenAmong(t trigger) []int {
	if t.class != "arrest" && t.class != "release" {
		return nil
	}
	for i := t.last; i < c.s.End && i < t.last+18; i++ {
		switch f := strings.TrimLeft(c.tokens[i].Folded, "و"); f {
		case ";", "؛":
			return nil
		case "بينهم", "منهم", "ضمنهم", "ابرزهم", "مقدمتهم", "including", "them":
			if f == "them" && c.token(i-1).Folded != "among" {
				continue
			}
			k := c.firstNamed(i+1, i+5)
			if k < 0 || c.stepBetween(t.last, i) || c.official(k) || !c.manyTaken(t.last, i) {
				return nil
			}
			return c.group(k)
		}
	}
	return nil
}

// manyTaken reports whether people without names are counted between two tokens.
func (c *clause) manyTaken(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "men", "people", "suspects", "members", "persons", "militants", "fighters", "civilians", "youths", "residents", "مطلوبين", "المطلوبين", "متهمين", "المتهمين", "اشخاص", "عناصر", "شخصين", "رجلين", "شقيقين", "شابين", "مسلحين", "الرجال", "رجال", "شبان", "الشبان", "ارهابيين":
			return true
		}
		if c.tokens[i].IsArabic() && c.peopleAfter(i) {
			return true
		}
	}
	return false
}

// namesAnother reports whether another person is named within a few tokens behind a mention, not joined to it.
func (c *clause) namesAnother(k, reach int) bool {
	m := &c.mentions[k]
	for _, o := range c.persons(m.last, min(c.s.End, m.last+reach)) {
		return !c.joined(k, o)
	}
	return false
}

// andJudged returns whom the step before happened to when an Arabic judgment only goes on with «و» and its punishment: «وأدين عمر وحكم بسبع
// سنوات».
func (c *clause) andJudged(t trigger) []int {
	bailed := t.class == "release" && c.tokens[t.last-1].Folded == "بكفاله" // «أوقف عمر في ٤ أيار وأطلق بكفالة في ٩ أيار»
	if t.skip == 0 || !bailed && (t.class != "sentence" || strings.HasPrefix(c.tokens[t.last-1].Folded, "علي") || !strings.HasPrefix(c.token(t.last).Folded, "ب")) || c.at(t.last) >= 0 {
		return nil
	}
	o, ok := c.stepBefore(t)
	if !ok || t.first-o.last > 8 || len(c.persons(o.last, t.first)) > 0 && t.class == "release" {
		return nil
	}
	return c.outcomeSubjects(o)
}

// fromDuty reports whether somebody is only let off a promise or an office: "released him from his pledge".
func (c *clause) fromDuty(t trigger) bool {
	for i := t.last; i < c.s.End && i < t.last+8; i++ {
		if c.tokens[i].Folded != "from" || !possessive(c.token(i+1).Folded) {
			continue
		}
		switch c.token(i + 2).Folded {
		case "pledge", "oath", "duties", "duty", "debt", "contract", "obligation", "obligations", "promise", "post":
			return true
		}
	}
	return false
}

// ofFormerWork reports whether a noun for a deed only says where the one let go or taken had worked: «أطلق سراح الكاتب السابق في جباية التنظيم عمر».
func (c *clause) ofFormerWork(t, deed trigger) bool {
	return (t.class == "release" || t.class == "arrest") && deed.attrs["form"] == "noun" && deed.skip == 0 && c.token(deed.first-1).Folded == "في"
}

// hisWay reports whether an Arabic release says «سبيله» or «سراحه» right behind it or behind its subject: «أخلت المحكمة سبيله».
func (c *clause) hisWay(t trigger) bool {
	for i := t.last; i < c.s.End && i < t.last+3; i++ {
		switch c.tokens[i].Folded {
		case "سبيله", "سراحه", "سبيلها", "سراحها":
			return true
		}
		if c.at(i) >= 0 && c.mentions[c.at(i)].kind == person {
			return false
		}
	}
	return false
}

// yetToCome reports whether an arrest is only awaited or ordered: «لحين القبض عليه», a warrant not executed.
func (c *clause) yetToCome(t trigger) bool {
	if strings.HasSuffix(t.rule.id, ".warrant") { // "the warrant for Omar was never executed"
		for i := t.last; i < c.s.End; i++ {
			switch c.tokens[i].Folded {
			case "not", "never", "yet", "be", "n't":
				return true
			}
		}
	}
	for i := t.first - 1; i >= c.s.Start && i >= t.first-2; i-- {
		switch c.tokens[i].Folded {
		case "حين", "لحين", "بانتظار", "ريثما", "بعدم":
			return true
		}
	}
	return false
}
