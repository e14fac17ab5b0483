package extract

import (
	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// People are also told by their place in a list: "the latter", "the first two", "both", «أولهما», «الأخير»; and a row of a list by the
// name it begins with.

// listReach is how many tokens before a word such as "the latter" its list may stand.
const listReach = 60

// placedBefore returns whom words of place that end at token end stand for: "the former", "the first two", "both men".
func (c *clause) placedBefore(end int) []int {
	if end <= c.s.Start || c.at(end-1) >= 0 {
		return nil
	}
	f, before := c.token(end-1).Folded, c.token(end-2).Folded
	switch f {
	case "men", "women", "defendants", "brothers", "suspects", "pair":
		if before == "both" || f == "pair" && before == "the" {
			return c.listNamed(end-2, 2)
		}
		if n := countWord(before); n > 0 && (c.token(end-3).Folded == "the" || c.token(end-3).Folded == "all") {
			return c.listNamed(end-3, n)
		}
	case "both":
		return c.listNamed(end-1, 2)
	case "former", "اولهما", "latter", "ثانيهما":
		if c.token(end-1).IsArabic() || before == "the" {
			if two := c.listNamed(end-2, 2); len(two) == 2 {
				if f == "former" || f == "اولهما" {
					return two[:1]
				}
				return two[1:]
			}
		}
	case "two", "three", "four":
		if before == "the" && c.verbAt(end) { // "The two were picked up"
			if who := c.listNamed(end-2, countWord(f)); len(who) > 0 {
				return who
			}
			if who := c.defendants(); len(who) == countWord(f) {
				return who
			}
			return nil
		}
		if before == "first" && c.token(end-3).Folded == "the" {
			if all := c.listNamed(end-3, 0); len(all) > countWord(f) {
				return all[:countWord(f)]
			}
		}
		if before == "all" {
			return c.listNamed(end-2, countWord(f))
		}
	case "first", "second", "third":
		if before == "the" {
			if all := c.listNamed(end-2, 0); len(all) >= max(2, placeInList(f)) && !c.countsBetween(c.mentions[all[len(all)-1]].last, end-2) {
				return all[placeInList(f)-1 : placeInList(f)]
			}
		}
	case "neither":
		return c.listNamed(end-1, 2)
	case "كلاهما", "كليهما":
		return c.listNamed(end-1, 2)
	}
	return nil
}

// countWord returns the number a folded English word of a small group says, 0 when it says none.
func countWord(f string) int {
	switch f {
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	}
	return 0
}

// listNamed returns the list of persons named last before a token, nobody when it has not n persons (any number of at least two for
// 0). Two persons that are all a sentence names are a list of two.
func (c *clause) listNamed(pos, n int) []int {
	last := -1
	for k := c.mentionFrom(pos) - 1; k >= 0 && pos-c.mentions[k].last <= listReach; k-- {
		if c.mentions[k].kind != person || c.mentions[k].entity < 0 {
			continue
		}
		if last < 0 {
			last = k
		}
		list := []int{k}
		for j := k - 1; j >= 0 && c.mentions[j].kind == person && c.joined(j, list[0]); j-- {
			list = append([]int{j}, list...)
		}
		list = c.union(nil, list)
		if len(list) > 1 {
			if n == 0 || len(list) == n {
				return list
			}
			return nil
		}
	}
	if n != 2 || last < 0 {
		return nil
	}
	var two []int
	for k := last; k >= 0 && pos-c.mentions[k].last <= listReach && !c.sentenceBetween(c.mentions[k].last, c.mentions[last].first); k-- {
		if c.mentions[k].kind == person && c.mentions[k].entity >= 0 {
			two = append([]int{k}, two...)
		}
	}
	if two = c.union(nil, two); len(two) == 2 && !c.official(two[0]) && !c.official(two[1]) {
		return two
	}
	return nil
}

// countsBetween reports whether things are counted between two tokens, so that "the first" may be one of them.
func (c *clause) countsBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f := c.tokens[i].Folded; countWord(f) > 0 && c.token(i-1).Folded != "first" || f == "several" || f == "series" {
			return true
		}
	}
	return false
}

// sentenceBetween reports whether a sentence or line ends between two tokens.
func (c *clause) sentenceBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if t := c.tokens[i]; t.Kind == text.Break || t.Text == "." || t.Text == "!" || t.Text == "?" || t.Text == "؟" {
			return true
		}
	}
	return false
}

// rowHead returns the person a row of a list begins with when the token at pos stands in a later cell of it and nobody else is named
// between, -1 otherwise: "4 - Omar Salih - driver - life for the bombing".
func (c *clause) rowHead(pos int) int {
	i := c.s.Start
	for i < pos && c.tokens[i].Kind != text.Word {
		i++
	}
	if i == c.s.Start && !(c.token(i+1).Kind == text.Punctuation && c.at(i) < 0) {
		return -1
	}
	for i < pos && c.at(i) < 0 && i < c.s.Start+8 {
		i++
	}
	k := c.at(i)
	if k < 0 || c.mentions[k].kind != person || c.mentions[k].last > pos {
		return -1
	}
	cells := 0
	for j := c.mentions[k].last; j < pos; j++ {
		switch c.tokens[j].Text {
		case "-", "–", "—", "/", "|":
			cells++
		case ".":
			return -1
		}
		if o := c.at(j); o >= 0 && c.mentions[o].kind == person && c.mentions[o].entity != c.mentions[k].entity {
			return -1
		}
	}
	if cells < 2 {
		return -1
	}
	return k
}

// afterDescription returns the person named after a description that begins at a token: "the owner of the tent, Omar Salih", "a local
// man, Omar Salih", «صاحب المحل عمر صالح»; -1 when none is.
func (c *clause) afterDescription(i int) int {
	all := c.persons(i, min(c.s.End, i+9))
	if len(all) == 0 {
		return -1
	}
	first := c.mentions[all[0]].first
	switch c.token(i).Folded {
	case "صاحب", "مالك", "صاحبه":
		if first-i > 0 && first-i <= 3 && c.descriptive(i+1, first) {
			return all[0]
		}
	case "the", "a", "an", "his", "their":
		if c.token(first-1).Text != "," {
			return -1
		}
		for j := i; j < first-1; j++ {
			t := c.tokens[j]
			if t.Kind != text.Word || c.at(j) >= 0 && c.mentions[c.at(j)].kind == person || c.kinWord(j) || auxiliary(t.Folded) || preposition(t.Folded) && t.Folded != "of" || speech(t.Folded) || c.actsHere(j) {
				return -1
			}
		}
		return all[0]
	}
	return -1
}

// onlyTells reports whether a mention in the sentence is of one who only tells what it says: the spokesman of an office, whom the
// words are taken from, a lawyer who speaks for another.
func (c *clause) onlyTells(k int) bool {
	m := &c.mentions[k]
	if m.first < c.s.Start || m.last > c.s.End || c.voice.kind == sanad.Confessed {
		return false
	}
	for i := m.first - 1; i >= c.s.Start && i > m.first-5; i-- {
		switch c.tokens[i].Folded {
		case "بحسب", "حسب", "وفق", "according": // «بحسب قائد العملية العقيد عمر»
			return true
		case "محاميته", "محاميه", "وكيله", "وكيلته", "المحاميه":
			return i >= m.first-2
		case ",", "،", "ان":
			return c.officeSpeaks(k)
		}
	}
	return c.officeSpeaks(k) || c.official(k) && c.speaks(k)
}

// recordLine reports whether a line is a whole record, with fields parted by strokes: "1. Name: A / Role: B / Wanted for: C".
func (c *clause) recordLine() bool {
	colons, strokes := 0, 0
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Text {
		case ":":
			colons++
		case "/", "|":
			strokes++
		}
	}
	return colons > 2 && strokes > 1
}

// punishedFor reports whether a punishment for it stands right before a trigger in its cell: "life for the bombing", «مؤبد عن خطف».
func (c *clause) punishedFor(t trigger) bool {
	f := c.token(t.first - 1).Folded
	if f == "the" {
		f = c.token(t.first - 2).Folded
	}
	if f != "for" && f != "over" && f != "عن" {
		return false
	}
	for i := t.first - 2; i >= c.s.Start && i > t.first-14; i-- {
		switch c.tokens[i].Text {
		case "-", "–", "—", "/", "|":
			return false
		}
		if _, _, ok := c.penaltyAt(i, i); ok {
			return true
		}
	}
	return false
}
