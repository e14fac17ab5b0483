package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// clause is one sentence with its triggers, for the rules that make relations and events.
type clause struct {
	*page
	s         text.Span
	triggers  []trigger
	sufferers []int // the victims of the incident told last in the sentence
	here      []toldHere
}

// broken reports whether a new clause begins between two tokens.
func (c *clause) broken(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "which":
			if i == 0 || c.tokens[i-1].Text == "," || preposition(c.tokens[i-1].Folded) {
				return true
			}
		case ";", "؛", "but", "where", "while", "whereas", "however", "although", "though", "بينما", "لكن", "لكنه", "فيما", "ولكن", "ثم", "بل", "whom":
			return true
		}
	}
	return false
}

// persons returns the person mentions within tokens first..last.
func (c *clause) persons(first, last int) []int { return c.within(first, last, person) }

// joined reports whether mention b follows mention a in a list: nothing between but commas, "and", titles.
func (c *clause) joined(a, b int) bool {
	x, y := &c.mentions[a], &c.mentions[b]
	if y.appositive >= 0 && y.entity == x.entity && y.entity >= 0 || y.appositive == a {
		return true
	}
	linked := y.span.Start > c.tokens[y.first].Span.Start // a proclitic و
	if c.newSubject(x, y) || c.ownsNext(y) || c.kinOf(x) && c.token(x.last).Text == "," && y.first == x.last+1 {
		return false
	}
	if c.described(x.last, y.first, linked) {
		return true
	}
	depth := 0
	for i := x.last; i < y.first; i++ {
		t := c.tokens[i]
		if t.Text == "(" {
			depth++
		} else if t.Text == ")" {
			depth--
		}
		if depth > 0 {
			continue
		}
		switch t.Text {
		case ",", "،", "and", "&", "و", "-", "well", "\n", "•", "*":
			linked = true
			continue
		case "as":
			if c.token(i+1).Folded == "well" || c.token(i-1).Folded == "well" {
				continue
			}
			return false
		case "(", ")", "«", "»", "\"", "“", "”", "'", "'s", ".":
			continue
		}
		f := t.Folded
		if t.Kind == text.Number && len(t.Text) <= 2 || f == "كلا" || f == "من" && c.token(i-1).Folded == "كل" || f == "كل" {
			continue
		}
		if _, n := c.rules.match(c.page, i, "kin"); n > 0 && linked {
			continue
		}
		if c.lex.is("title_en", f) || c.lex.is("title_ar", f) || f == "the" || f == "his" || f == "her" || f == "their" || f == "my" || f == "also" || f == "both" {
			continue
		}
		switch f { // "Ahmed and an accomplice, Omar"
		case "a", "an", "another", "accomplice", "accomplices", "second", "man", "named", "called", "identified":
			if linked {
				continue
			}
		}
		if len(f) > 2 && f[:2] == "و" && c.lex.is("title_ar", f[2:]) {
			linked = true
			continue
		}
		if n := c.roleInList(i, y.first, linked); n > 0 { // «وسائقه طالب وناقل البريد فراس»
			linked = true
			i += n - 1
			continue
		}
		return false
	}
	return linked
}

// ownsNext reports whether an English name only says whose the next noun is: "Yasir, Omar's brother, was cleared".
func (c *clause) ownsNext(m *mention) bool {
	f := c.token(m.last).Text
	return (f == "'" || f == "’") && c.token(m.last+1).Folded == "s" && c.token(m.last+2).Kind == text.Word && c.kinWord(m.last+2)
}

// kinOf reports whether an English name only says whose relative the next one is: "a brother of Yasir, Omar, was detained".
func (c *clause) kinOf(m *mention) bool {
	return c.token(m.first-1).Folded == "of" && c.kinWord(m.first-2)
}

// newSubject reports whether a name after ", and" begins a clause of its own: "ordered the killing of A, and B carried it out".
func (c *clause) newSubject(x, y *mention) bool {
	if y.first-x.last < 2 || c.tokens[x.last].Text != "," || c.tokens[x.last+1].Folded != "and" {
		return false
	}
	governs, follows := false, false
	for _, t := range c.triggers {
		switch t.class {
		case "event", "part", "arrest", "sentence", "release", "pay":
			governs = governs || t.last <= x.first && x.first-t.last <= 6
			follows = follows || t.first >= y.last && t.first-y.last <= 1
		}
	}
	return governs && follows
}

// described reports whether the words between two names describe the first and the second is the next of the list: "Ahmed,
// the emir of Hit, and Omar", «أحمد، أمير هيت، وعمر».
func (c *clause) described(from, to int, linked bool) bool {
	if to-from < 3 || to-from > 14 || c.tokens[from].Text != "," && c.tokens[from].Text != "،" {
		return false
	}
	end := to - 1
	if c.tokens[end].Folded == "and" {
		end--
	} else if !linked {
		return false
	}
	if c.tokens[end].Text != "," && c.tokens[end].Text != "،" {
		return false
	}
	for _, t := range c.triggers {
		if t.first > from && t.last <= end && (t.class == "role" || t.class == "kin") {
			return true
		}
	}
	return false
}

// group returns the list of person mentions that mention k belongs to.
func (c *clause) group(k int) []int {
	all := c.persons(c.s.Start, c.s.End)
	pos := -1
	for i, m := range all {
		if m == k {
			pos = i
		}
	}
	if pos < 0 {
		return []int{k}
	}
	lo, hi := pos, pos
	for lo > 0 && c.joined(all[lo-1], all[lo]) {
		lo--
	}
	for hi+1 < len(all) && c.joined(all[hi], all[hi+1]) {
		hi++
	}
	return all[lo : hi+1]
}

// governed reports whether a preposition or a possessive makes mention k something else than a subject or object: "of X",
// "with X", "X's house".
func (c *clause) governed(k int) bool {
	m := &c.mentions[k]
	if m.parent {
		return true
	}
	i := m.first - 1
	for i > c.s.Start && (c.lex.is("title_en", c.tokens[i].Folded) || c.tokens[i].Folded == "the" || c.lex.is("title_ar", c.tokens[i].Folded) || c.tokens[i].Text == "." || c.tokens[i].Text == "«") {
		i--
	}
	switch c.token(i).Folded {
	case "of":
		return c.token(i-1).Folded != "appeal"
	case "من":
		if c.token(i-1).Folded == "كل" || c.token(i-1).Folded == "كلا" {
			return false
		}
		return true
	case "with", "from", "against", "near", "for", "under", "to", "about", "between", "than", "into", "beside", "via", "by",
		"مع", "عن", "الي", "ضد", "لدي", "عند", "علي":
		return true
	}
	if t := c.token(m.last); (t.Text == "'" || t.Text == "’") && c.token(m.last+1).Folded == "s" {
		return true
	}
	if f, to := strings.CutPrefix(c.token(i).Folded, "لل"); to && c.lex.is("title_ar", "ال"+f) { // «للمحقق طالب»
		return true
	}
	if m.span.Start > c.tokens[m.first].Span.Start { // a proclitic other than و and ف governs
		switch []rune(c.tokens[m.first].Folded)[0] {
		case 'ب', 'ل', 'ك':
			return true
		}
	}
	return false
}

// subject returns the persons who do what the word at token pos says: the nearest ungoverned list before it in its clause,
// or whom a pronoun there stands for.
func (c *clause) subject(pos int) []int {
	if pos < c.s.End && !c.tokens[pos].IsArabic() {
		return c.subjectEnglish(pos)
	}
	if who := c.placedBefore(c.verbStart(pos)); len(who) > 0 {
		return who
	}
	if who := c.placedSubject(pos); len(who) > 0 {
		return who
	}
	all := c.persons(c.s.Start, pos)
	for i := len(all) - 1; i >= 0; i-- {
		k := all[i]
		if c.broken(c.mentions[k].last, pos) || !c.saidOf(c.mentions[k].last, pos) {
			break
		}
		if c.governed(k) || c.headed(k) || c.relativeOf(k, pos) || c.speaks(k) || c.sufferer(k) || c.subjectOfRelative(k) && c.mentions[k].last < pos-1 || c.metOnly(k) {
			continue
		}
		return c.group(k)
	}
	if w := c.pronounBefore(pos); w >= 0 {
		return []int{w}
	}
	return nil
}

// topic returns the persons a phrase at token pos is about: the nearest ungoverned list before it, whatever stands between.
func (c *clause) topic(pos int) []int {
	all := c.persons(c.s.Start, pos)
	for i := len(all) - 1; i >= 0; i-- {
		if c.broken(c.mentions[all[i]].last, pos) {
			break
		}
		if c.governed(all[i]) || c.relativeOf(all[i], pos) || c.speaks(all[i]) {
			continue
		}
		return c.group(all[i])
	}
	if w := c.pronounBefore(pos); w >= 0 {
		return []int{w}
	}
	return nil
}

// speaks reports whether a mention is only who says what the sentence tells: "Colonel Haider said that …".
func (c *clause) speaks(k int) bool {
	m := &c.mentions[k]
	if speech(c.token(m.last).Folded) || c.token(m.last).Text == "," && speech(c.token(m.last+1).Folded) {
		return true
	}
	if speech(c.token(m.first-1).Folded) && !c.tokens[m.first].IsArabic() { // "said Khalid." but not "said Khalid ordered it"
		return c.token(m.last).Kind != text.Word
	}
	for i := m.first - 1; i >= c.s.Start && i >= m.first-4; i-- {
		f := c.tokens[i].Folded
		if speech(f) || len(f) > 2 && f[:2] == "و" && speech(f[2:]) {
			return c.tokens[i].IsArabic()
		}
		if !c.lex.is("title_ar", f) && !c.lex.is("title_en", f) {
			break
		}
	}
	return c.officeSpeaks(k)
}

// alone reports whether nobody else is named in the sentence of mention k.
func (c *clause) alone(k int) bool {
	if k < 0 {
		return false
	}
	s := c.sentences[c.sentenceOf(c.mentions[k].first)]
	for _, o := range c.within(s.Start, s.End, person) {
		if c.mentions[o].entity != c.mentions[k].entity {
			return false
		}
	}
	return true
}

// announces reports whether a mention is of one who speaks by his office: a spokesman, an officer, a minister. What is told next of "him" is
// told of somebody he spoke of.
func (c *clause) announces(k int) bool {
	speaks := c.speaks(k)
	if speaks && (c.ranked(k) || c.officeSpeaks(k)) {
		return true
	}
	for i := c.mentions[k].first - 1; i >= c.s.Start && i >= c.mentions[k].first-3; i-- {
		switch c.tokens[i].Folded {
		case "spokesman", "spokeswoman", "spokesperson", "الناطق", "المتحدث":
			return true
		case "minister", "governor", "mayor", "chief", "director", "official", "president", "secretary", "الوزير", "المحافظ":
			return speaks
		}
	}
	return false
}

// officeSpeaks reports whether an Arabic name is the subject of a verb of speech by its office: «قال الناطق باسم الوزارة العميد فلان إن …».
func (c *clause) officeSpeaks(k int) bool {
	m := &c.mentions[k]
	if !c.tokens[m.first].IsArabic() || m.span.Start > c.tokens[m.first].Span.Start {
		return false
	}
	office := false
	for i := m.first - 1; i >= c.s.Start && i >= m.first-10; i-- {
		f := c.tokens[i].Folded
		if j := c.at(i); j >= 0 && c.mentions[j].kind == person || c.tokens[i].Kind != text.Word || f == "ان" || f == "انه" || f == "عن" {
			return false
		}
		if speech(f) || strings.HasPrefix(f, "و") && speech(f[2:]) {
			return office
		}
		switch strings.TrimPrefix(f, "ال") {
		case "ناطق", "متحدث", "قايد", "مدير", "رييس", "وزير", "محافظ", "عضو", "نايب", "ضابط", "مسوول", "مستشار", "امر", "وكيل":
			office = true
		}
	}
	return false
}

func speech(f string) bool {
	switch f {
	case "said", "says", "told", "stated", "states", "reported", "reports", "added", "announced", "declared", "explained", "confirmed", "testified", "recalled", "answered", "replied", "responded",
		"قال", "قالت", "ذكر", "ذكرت", "افاد", "افادت", "اكد", "اكدت", "اعلن", "اعلنت", "اضاف", "صرح", "اوضح", "روي", "كال":
		return true
	}
	return false
}

// relativeOf reports whether a mention stands in an apposition that is over before pos: "Ahmed, brother of Khalid, ...".
func (c *clause) relativeOf(k, pos int) bool {
	m := &c.mentions[k]
	prev := c.token(m.first - 1).Folded
	_, n := c.rules.match(c.page, m.first-1, "kin")
	return n > 0 && prev != "brother" && c.token(m.last).Text == ","
}

// pronounBefore returns the mention a subject pronoun before pos stands for: the person spoken of last.
func (c *clause) pronounBefore(pos int) int {
	for i := pos - 1; i >= c.s.Start && i > pos-14; i-- {
		if i < c.standing.End {
			return c.standsFor
		}
		switch c.tokens[i].Folded {
		case "he", "she", "him", "his", "who", "appellant", "accused", "defendant", "convict", "suspect", "هو", "وهو", "انه", "بانه", "وانه", "كان", "وكان", "الذي", "المتهم", "المذكور", "المذكوره", "اليه", "له", "عليه", "بحقه", "هي":
			if c.byNumber(i) {
				who, _ := c.defendantAt(i)
				return who
			}
			before := c.persons(c.s.Start, c.firstThat(i))
			announced := false
			for n := len(before) - 1; n >= 0; n-- {
				k := before[n]
				if c.announces(k) {
					announced = true
					continue
				}
				if !c.official(k) && (len(c.tokens[i].Folded) <= 6 || !c.speaks(k)) {
					return k
				}
			}
			if announced && !c.alone(c.lastWho) { // of several he may mean any
				return -1
			}
			return c.lastWho
		case ";", "؛":
			return -1
		}
	}
	return -1
}

// byNumber reports whether a word such as "accused" at token i has its number beside it: "the second accused", «المتهم الثاني».
func (c *clause) byNumber(i int) bool {
	if c.tokens[i].IsArabic() {
		return placeInList(c.token(i+1).Folded) > 0
	}
	return placeInList(c.token(i-1).Folded) > 0
}

// subjectOfSentence returns the first ungoverned person of the sentence: the one the next "he" means.
func (c *clause) subjectOfSentence() int {
	for _, k := range c.persons(c.s.Start, c.s.End) {
		if !c.governed(k) && !c.official(k) && !c.testifies(k) && !c.announces(k) {
			return k
		}
	}
	return -1
}

// aboutHim reports whether an English sentence goes on about who was spoken of before: "he" is its subject before anybody is named.
func (c *clause) aboutHim() bool {
	for i := c.s.Start; i < c.s.End && i < c.s.Start+12; i++ {
		switch c.tokens[i].Folded {
		case "he", "she":
			return true
		case "said", "told", ":":
			return false
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			return false
		}
	}
	return false
}

// testifies reports whether a mention is of a witness called so, who is not the man the report is about.
func (c *clause) testifies(k int) bool {
	switch c.token(c.mentions[k].last).Folded {
	case "testified", "شهد":
		return true
	}
	switch c.token(c.mentions[k].first - 1).Folded {
	case "witness", "الشاهد", "الشاهده", "والشاهد":
		return true
	}
	return false
}

// official reports whether a mention is of somebody of the court or the defence, by the word before it: "Judge Faris", «المحامية هدى».
func (c *clause) official(k int) bool {
	start := min(c.s.Start, c.sentences[c.sentenceOf(c.mentions[k].first)].Start)
	for i := c.mentions[k].first - 1; i >= start && i >= c.mentions[k].first-3; i-- {
		switch c.tokens[i].Folded {
		case "judge", "lawyer", "counsel", "advocate", "prosecutor", "attorney", "justice", "القاضي", "قاضي", "القاضيه", "المحامي", "المحاميه", "محاميه", "محاميته", "وكيله", "المدعي", "والمحامي", "والمحاميه":
			return true
		case ",", ":", "his", "her", "the", "العام", "السيد", "السيده":
		default:
			return false
		}
	}
	return false
}

// asks reports whether the sentence is a question, which asserts nothing of anybody's part.
func (c *clause) asks() bool {
	for i := c.s.End - 1; i >= c.s.Start && i >= c.s.End-3; i-- {
		switch c.tokens[i].Text {
		case "?", "؟":
			return true
		}
	}
	return false
}

// object returns the persons right after a word that ends at token pos: the first list after it, with no preposition,
// verb or clause between, at most reach tokens away.
func (c *clause) object(pos, reach int) []int {
	if who := c.placedAt(pos); len(who) > 0 {
		return who
	}
	all := c.persons(pos, c.s.End)
	if len(all) == 0 {
		return nil
	}
	m := &c.mentions[all[0]]
	if m.first-pos > reach || c.broken(pos, m.first) || c.speaks(all[0]) {
		return nil
	}
	for _, t := range c.triggers {
		if t.first >= pos && t.first < m.first && (t.class == "event" && t.attrs["form"] != "noun" || t.class == "arrest" || t.class == "sentence" || t.class == "release" || t.class == "pay" || t.class == "part" && !(t.attrs["role"] == sanad.Victim && t.attrs["after"] == "" && t.last == m.first)) {
			return nil
		}
	}
	for i := pos; i < m.first; i++ {
		switch c.tokens[i].Folded {
		case "،", "ان", "بان", "الي", "مشيرا", "مشيره", "وان", "الذي", "التي", "الذين", "كان", "كانت", "هو", "هي", "وهو", "وهي":
			return nil
		case "by", "with", "after", "before", "because", "for", "when", "from", "in", "at", "to", "into", "during", "as", "who", "while", "near", "against", "under", "علي", "مع", "بعد", "قبل", "لان", "من", "بسبب", "قرب", "ضد", "بيد":
			if c.tokens[i].Folded == "من" && (c.token(i+1).Folded == "بينهم" || c.token(i-1).Folded == "كل" || c.token(i-1).Folded == "كلا" || c.token(i+1).Folded == "قبل") {
				continue
			}
			return nil
		}
	}
	if m.span.Start > c.tokens[m.first].Span.Start && []rune(c.tokens[m.first].Folded)[0] == 'ب' || c.relativeVerbIn(pos, m.first) {
		return nil
	}
	if c.headed(all[0]) && !beheads(c.headOf(all[0])) && c.token(pos).Folded != "of" && c.token(pos-1).Folded != "of" { // his house or his brother, not he
		return nil
	}
	return c.group(all[0])
}

// beheads reports whether what is cut is a part of a person that he does not live without.
func beheads(f string) bool { return f == "head" || f == "throat" }

// by returns the persons after a word of agency: by, على يد, من قبل.
func (c *clause) by(pos int) []int {
	for i := pos; i < c.s.End; i++ {
		n := 0
		switch c.tokens[i].Folded {
		case "وان", "وانه", "وبان", "وبانه": // another thing is told
			return c.relativeAgent(pos)
		case "by":
			n = 1
		case "at":
			if f := c.token(i + 2).Folded; c.token(i+1).Folded == "the" && (f == "hands" || f == "hand") {
				n = 4
			}
		case "علي":
			if f := c.token(i + 1).Folded; f == "يد" || f == "ايدي" || f == "ايد" || f == "ايدين" {
				n = 2
			}
		case "بيد", "بايدي":
			n = 1
		case "برصاص", "بنيران", "بطلق":
			if k := c.at(i + 1); k >= 0 && c.mentions[k].kind == person {
				n = 1
			} else if who := c.relativeAgent(i + 1); len(who) > 0 {
				return who
			} else if k := c.called(i + 1); k >= 0 {
				return c.group(k)
			}
		case "من":
			if c.token(i+1).Folded == "قبل" {
				n = 2
			}
		}
		if n > 0 {
			if c.broken(pos, i) {
				return nil
			}
			all := c.persons(i+n, c.s.End)
			if len(all) > 0 && c.mentions[all[0]].first-(i+n) <= 4 {
				if t := c.token(c.mentions[all[0]].last); t.Text == "'" || t.Text == "’" || n < 4 && c.token(c.mentions[all[0]].first-1).Folded == "of" { // by Talib's men
					return nil
				}
				if i > pos && c.ofOtherVerb(i-1) { // "tortured in the prison run by Talib"
					return nil
				}
				return c.group(all[0])
			}
			return nil
		}
	}
	return c.relativeAgent(pos)
}

// ofOtherVerb reports whether the participle at token i, to which "by" belongs, is of no incident.
func (c *clause) ofOtherVerb(i int) bool {
	switch f := c.token(i).Folded; {
	case f == "run", f == "owned", f == "written", f == "known", f == "given", f == "held", f == "rented", f == "signed", f == "named", f == "accompanied", f == "joined", f == "followed", f == "described":
		return !c.actsHere(i)
	}
	return false
}

// passive reports whether a form of "be" makes the English verb at token pos passive, or it is a bare participle.
func (c *clause) passive(t trigger) bool {
	if strings.HasSuffix(c.tokens[t.first].Folded, "ing") && c.token(t.first-1).Folded != "being" {
		return false
	}
	if c.takenPeople(t) {
		return true
	}
	for i := t.first - 1; i >= c.s.Start && i >= t.first-6; i-- {
		f := c.tokens[i].Folded
		switch f {
		case "was", "were", "been", "being", "is", "are", "be", "got", "wasn't", "weren't":
			return true
		}
		if c.at(i) >= 0 || !auxiliary(f) && !c.dated[i] && f != "again" && f != "found" && f != "and" || f == "and" && !strings.HasSuffix(c.token(i-1).Folded, "ly") {
			break
		}
	}
	if f := c.token(t.first - 1).Folded; f == "and" || f == "then" { // was stopped and led away
		for i := t.first - 2; i > c.s.Start && i > t.first-12; i-- {
			if f := c.tokens[i].Folded; c.tokens[i].Text == ";" || c.tokens[i].Folded == "who" || c.tokens[i].Folded == "and" && i < t.first-2 {
				break
			} else if (strings.HasSuffix(f, "ed") || strings.HasSuffix(f, "en") || f == "shot" || f == "hung" || f == "held" || f == "put" || f == "shut" || f == "led") && c.at(i) < 0 {
				switch c.token(i - 1).Folded {
				case "was", "were", "been":
					return len(c.object(t.last, 3)) == 0
				}
			}
		}
	}
	w := c.tokens[t.first].Folded
	if len(w) > 3 && (w[len(w)-2:] == "ed" || w == "shot" || w == "slain" || w == "beaten" || w == "held" || w == "taken" || w == "caught") && len(c.object(t.last, 5)) == 0 {
		if t.class != "pay" && (t.last >= c.s.End || c.dated[t.last]) {
			return true
		}
		switch c.token(t.last).Folded {
		case "by", "in", "on", "at", "\n", "|", "(", ")", "-", "during", "near", "outside", "along", "after", "and", "with", "for", ".", ",", "from", "without", "last", "of":
			prev := c.token(t.first - 1)
			return prev.Folded == "both" || prev.Folded == "all" || prev.Kind != text.Word || c.at(t.first-1) >= 0 || prev.Folded == "reportedly" || prev.Folded == "allegedly" || c.token(t.last).Folded == "by"
		}
	}
	return false
}

// entityOf returns the entity id of a mention.
func (c *clause) entityOf(k int) sanad.ID { return c.entities[c.mentions[k].entity].id }

// triggerSpan returns the span of a trigger's words, its proclitic off.
func (c *clause) triggerSpan(t trigger) text.Span {
	s := c.spanOf(t.first, t.last)
	s.Start += text.SkipIn(c.tokens[t.first].Text, t.skip)
	return s
}

// words returns the source's own words of a trigger, its proclitic off.
func (c *clause) words(t trigger) string {
	w := []rune(c.textOf(t.first, t.last))
	return string(w[text.SkipIn(c.tokens[t.first].Text, t.skip):])
}

// placeNear returns the place mention of the sentence nearest to a token, or -1.
func (c *clause) placeNear(pos int, outcome bool) int {
	best := -1
	for _, k := range c.within(c.s.Start, c.s.End, place) {
		if c.dateline(k) || c.ofOrigin(k) || outcome && c.ofPost(k) || c.claimed(c.mentions[k].first, pos, outcome) {
			continue
		}
		if best >= 0 && c.mentions[k].place.Kind == places.Country && c.mentions[best].place.Kind != places.Country {
			continue
		}
		if best >= 0 && c.mentions[best].place.Kind == places.Country && c.mentions[k].place.Kind != places.Country {
			best = k
			continue
		}
		if best < 0 || distance(c.mentions[k].first, pos) < distance(c.mentions[best].first, pos) {
			best = k
		}
	}
	return best
}

// ofOrigin reports whether a place only says in brackets where somebody is from: "(b. 1988, Abu Ghraib)".
func (c *clause) ofOrigin(k int) bool {
	for i := c.mentions[k].first - 1; i >= c.s.Start && i >= c.mentions[k].first-7; i-- {
		switch c.tokens[i].Text {
		case ")":
			return false
		case "(":
			f := c.token(i + 1).Folded
			return f == "b" || f == "born" || f == "مواليد" || f == "تولد" || f == "من"
		}
	}
	return false
}

// dateline reports whether a place only says where a news report was written: "BAGHDAD (Agency) -", «بغداد - ».
func (c *clause) dateline(k int) bool {
	m := &c.mentions[k]
	if c.bracketDateline(m) {
		return true
	}
	if m.first > c.s.Start+3 || c.sentenceNo > 2 {
		return false
	}
	for i := m.last; i < m.last+7 && i < c.s.End; i++ {
		switch c.tokens[i].Text {
		case "-", "–", "—":
			return true
		case "(", ")", ",", "،", "/":
			continue
		}
		if k := c.at(i); c.tokens[i].Kind == text.Word && !c.tokens[i].Capitalized() && k < 0 {
			return false
		}
	}
	return false
}

// bracketDateline reports whether a place says where a release was written: "KABUL, Afghanistan (March 24, 2011)".
func (c *clause) bracketDateline(m *mention) bool {
	for i := m.last; i < m.last+5; i++ {
		switch t := c.token(i); {
		case t.Text == "(":
			return c.token(i+1).Kind != text.Break && i+1 < len(c.dated) && c.dated[i+1]
		case t.Text == ",", t.Text == "\n", c.at(i) >= 0 && t.Capitalized():
		default:
			return false
		}
	}
	return false
}

// dateOf returns the date nearest to token pos that does not belong to something else told between: the date of a crime is
// not that of the verdict.
func (c *clause) dateOf(pos int, outcome bool) *text.Date {
	var best *text.Date
	for i := c.dateFrom(c.s.Start); i < len(c.dates) && c.dates[i].First < c.s.End; i++ {
		d := &c.dates[i]
		if d.Last > c.s.End || c.claimed(d.First, pos, outcome) || c.ofBirth(d) {
			continue
		}
		if best == nil || distance(d.First, pos) < distance(best.First, pos) {
			best = d
		}
	}
	return best
}

// claimed reports whether a trigger of the other family stands between a date or place at a token and token pos.
func (c *clause) claimed(at, pos int, outcome bool) bool {
	lo, hi := min(at, pos), max(at, pos)
	for _, t := range c.triggers {
		if t.first <= lo || t.last > hi {
			continue
		}
		switch t.class {
		case "event":
			if outcome && at > pos {
				return true
			}
		case "arrest", "charge", "verdict", "sentence", "release":
			if !outcome {
				return true
			}
			if at > pos && t.first > pos+1 { // the next outcome's date: "charged in May and acquitted in June"
				return true
			}
		}
	}
	return false
}

// ofBirth reports whether a date is of somebody's birth.
func (c *clause) ofBirth(d *text.Date) bool {
	for i := d.First - 1; i >= c.s.Start && i >= d.First-3; i-- {
		switch c.tokens[i].Folded {
		case "born", "b", "dob", "مواليد", "تولد", "birth":
			return true
		}
	}
	return false
}

// dateClaim and placeClaim add the time and place of an event told around token pos.
func (c *clause) dateClaim(entity sanad.ID, schema string, pos int, polarity sanad.Polarity, rule string) {
	if d := c.dateOf(pos, schema != sanad.SchemaPayment && schema != sanad.SchemaOperation && schema != sanad.SchemaDeployment); d != nil {
		c.claim(entity, schema, "date", d.EDTF, "", d.Span, polarity, rule)
	}
}

func (c *clause) placeClaim(entity sanad.ID, schema string, pos int, polarity sanad.Polarity, rule string) {
	if k := c.placeNear(pos, schema == sanad.SchemaDetention); k >= 0 {
		m := &c.mentions[k]
		c.claim(entity, schema, "place", c.valueOf(m), m.place.ID, m.span, polarity, rule)
	}
}

// valueOf returns the text of a mention as it stands.
func (c *clause) valueOf(m *mention) string {
	w := []rune(c.textOf(m.first, m.last))
	n := m.span.Start - c.tokens[m.first].Span.Start
	if n > len(w) {
		n = 0
	}
	return string(w[n:])
}
