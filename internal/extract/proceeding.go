package extract

import (
	"slices"
	"strconv"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// proceedings finds arrests, charges, verdicts, sentences and releases of named persons.
func (c *clause) proceedings() {
	c.listedSteps()
	c.penaltiesByNumber()
	for _, t := range c.triggers {
		if c.withinName(t) {
			continue
		}
		switch t.class {
		case "event":
			if c.takenByState(t) {
				r := *t.rule
				r.class = "arrest"
				t.rule = &r
				c.outcome(t, sanad.SchemaDetention, "")
			}
		case "arrest":
			if c.grips(t) || c.yetToCome(t) {
				continue
			}
			c.outcome(t, sanad.SchemaDetention, "")
		case "charge":
			if c.dropped() {
				c.outcome(t, sanad.SchemaVerdict, "dismissed")
				continue
			}
			c.outcome(t, sanad.SchemaCharge, c.chargeOf(t))
		case "verdict":
			switch v := t.attrs["value"]; {
			case v == "convicted" && c.reviewed(t): // the conviction a higher court looks at
			case t.attrs["form"] == "appeal" && !c.ofJudgment(t):
			case c.innocent(t):
			case strings.HasSuffix(t.rule.id, ".found") && c.notGuilty(t):
				c.outcome(t, sanad.SchemaVerdict, "acquitted")
			default:
				c.outcome(t, sanad.SchemaVerdict, v)
			}
		case "release":
			if c.hostage() || c.acquittedToo(t) || c.fromDuty(t) {
				continue
			}
			c.outcome(t, sanad.SchemaRelease, "released")
		case "sentence":
			if c.retold(t) || c.onlyAsked(t) || c.changed(t) || t.attrs["change"] != "" && !c.hasPunishmentWord() {
				continue
			}
			if t.attrs["before"] != "" { // "the fifteen-year sentence imposed on Omar"
				if v, at, ok := c.penaltyBehind(t.first); ok {
					c.sentence(t, c.sentencedOn(trigger{rule: t.rule, first: t.first, last: t.last - 1}), v, at)
				}
				continue
			}
			if v, at, ok := c.penalty(c.punishing(t)); ok && !(c.tokens[t.first].Folded == "received" && at-t.last > 3) {
				if c.respective(t, at) || c.freedBetween(t.last, at) {
					continue
				}
				c.outcome(t, sanad.SchemaSentence, v)
				c.furtherSentences(t, v, at)
			}
		}
	}
	c.ruledItem()
	c.penaltyCell()
	c.penaltyRows()
	c.penaltyList()
	c.nameAwaited()
}

// punishing returns the token behind which the punishment of a sentence is sought: "will hang" is its own.
func (c *clause) punishing(t trigger) int {
	if f := c.tokens[t.last-1].Folded; f == "hang" || f == "hanged" {
		return t.last - 1
	}
	if f := c.tokens[t.first].Folded; f == "served" || f == "has" || f == "had" { // "served four years of a ten-year sentence"
		for i := t.last; i < c.s.End && i < t.last+5; i++ {
			if f := c.token(i + 1).Folded; c.tokens[i].Folded == "of" && (f == "a" || f == "an" || f == "his" || f == "her") {
				return i
			}
		}
	}
	return t.last
}

// penaltyCell reads a punishment that fills a cell of a row by itself: "Omar Salih | arrested 4 May | Art. 4/1 | life, 3 January 2018".
func (c *clause) penaltyCell() {
	steps := false
	for _, t := range c.triggers {
		switch t.class {
		case "sentence":
			return
		case "arrest", "charge", "verdict":
			steps = true
		}
	}
	who := c.lineHead()
	if all := c.persons(c.s.Start, min(c.s.End, c.s.Start+6)); len(all) > 0 {
		who = all[0]
	}
	if who := c.penaltyOwner(); len(who) > 0 { // "Omar Salih was charged with theft. Six months, suspended."
		to := c.s.Start
		for to < c.s.End && (!cellMark(c.tokens[to].Text) || c.dated[to]) {
			to++
		}
		if v, at, ok := c.onlyPenalty(c.s.Start, to); ok && at-c.s.Start <= 3 {
			c.sentence(trigger{rule: &rule{id: "sentence.alone", class: "sentence", attrs: map[string]string{}}, first: c.s.Start, last: at + 1}, who, v, at)
		}
		return
	}
	if !steps || who < 0 {
		return
	}
	from := c.s.Start
	for i := c.s.Start; i <= c.s.End; i++ {
		if i < c.s.End && (c.dated[i] || !cellMark(c.tokens[i].Text)) {
			continue
		}
		if v, at, ok := c.onlyPenalty(from, i); ok && from > c.s.Start {
			t := trigger{rule: &rule{id: "sentence.cell", class: "sentence", attrs: map[string]string{}}, first: from, last: at + 1}
			c.sentence(t, []int{who}, v, at)
			return
		}
		from = i + 1
	}
}

// penaltyOwner returns whose a punishment is that stands as a sentence by itself: his whom the step before happened to, or in a court's
// report his whom the item is about, or the one accused's. "Omar Salih, a lieutenant. He denied it to the end. Six years."
func (c *clause) penaltyOwner() []int {
	switch {
	case len(c.persons(c.s.Start, c.s.End)) > 0:
	case len(c.tried) == 1 && c.sentenceNo-c.triedAt == 1:
		return c.tried
	case c.inJudgment() && c.s.End-c.s.Start <= 8:
		if k := c.caseHead(); k >= 0 {
			return []int{k}
		}
		if list := c.defendants(); len(list) == 1 {
			return list
		}
	}
	return nil
}

// caseHead returns the person whom an item of a court's list begins with, after its number: "Item 1, file 12/2022. Omar Salih, dismissed
// lieutenant."; -1 when the item names nobody there.
func (c *clause) caseHead() int {
	i := c.s.Start - 1
	for i >= 0 && i > c.s.Start-120 && c.tokens[i].Kind != text.Break {
		i--
	}
	list := c.persons(i+1, min(c.s.Start, i+12))
	if len(list) == 0 || c.official(list[0]) || c.token(i+1).Folded == "judge" {
		return -1
	}
	if prev := c.token(c.mentions[list[0]].first - 1); prev.Text == "." || prev.Text == ":" || prev.Text == "," || prev.Kind == text.Break {
		return list[0]
	}
	return -1
}

func cellMark(s string) bool {
	switch s {
	case ",", "،", ";", "؛", "|", "-", "–", "/", "(", ")", ".", ":":
		return true
	}
	return false
}

// onlyPenalty reads a punishment that is all that stands between two tokens, but for its date.
func (c *clause) onlyPenalty(from, to int) (value string, at int, ok bool) {
	words := 0
	for i := from; i < to; i++ {
		if c.dated[i] {
			continue
		}
		if c.at(i) >= 0 {
			return "", 0, false
		}
		switch c.tokens[i].Folded {
		case "death", "life", "hanging", "by", "sentence", "imprisonment", "prison", "year", "years", "month", "months", "in", "to", "on", "penalty", "for", "with", "hard", "labour", "suspended", "twice", "over", "اعدام", "الاعدام", "بالاعدام", "شنقا", "مؤبد", "موبد", "المؤبد", "الموبد", "السجن", "سجن", "حبس", "الحبس", "سنه", "سنوات", "شهر", "اشهر", "سنة", "بالسجن", "بالحبس", "في", "بتاريخ":
			words++
		default:
			if c.tokens[i].Kind == text.Word {
				if _, counted := text.CountAt(c.tokens, i); !counted {
					return "", 0, false
				}
			}
		}
	}
	if words == 0 || to-from > 9 {
		return "", 0, false
	}
	for i := from; i < to; i++ {
		if v, at, ok := c.penaltyAt(i, from); ok && at < to {
			return v, at, true
		}
	}
	return "", 0, false
}

// retold reports whether a noun for a sentence belongs to a verb that tells of it: "gave him a life sentence", "his death sentence was
// commuted to life".
func (c *clause) retold(t trigger) bool {
	if !strings.HasSuffix(t.rule.id, ".passed") {
		return false
	}
	for _, o := range c.triggers {
		if o.class != "sentence" || strings.HasSuffix(o.rule.id, ".passed") {
			continue
		}
		if f := c.tokens[o.first].Folded; o.last <= t.first && t.first-o.last <= 8 || o.first >= t.last && (o.first-t.last <= 3 || c.changedTo(o)) && (f == "commuted" || f == "reduced" || f == "sentence") {
			return true
		}
	}
	return false
}

// furtherSentences reads the rest of a list of punishments: "to life and Omar to ten years", «وعلى عمر بالسجن عشر سنوات»: each
// belongs to who is named between it and the one before.
func (c *clause) furtherSentences(t trigger, given string, at int) {
	for {
		v, next, ok := c.penaltyFrom(at + 1)
		if !ok {
			v, next, ok = c.yearsLeftOut(at, given)
		}
		if !ok || c.stageBetween(at, next) {
			return
		}
		given = v
		var who []int
		for _, k := range c.persons(at, next) {
			if !c.official(k) && !c.mentions[k].parent {
				who = c.group(k)
				break
			}
		}
		if prep := ""; len(who) > 0 { // "life for Omar, six years for Ali"; "a life term on Omar and six years on Ali"
			switch prep = c.token(c.mentions[who[0]].first - 1).Folded; prep {
			case "for", "on", "upon":
				if k := c.at(next + 3); c.token(next+2).Folded == prep && k >= 0 && c.mentions[k].kind == person {
					c.sentence(t, []int{k}, v, next)
					at = next
					continue
				}
				who = nil
			}
			if k := c.givenTo(next); len(who) > 0 && c.tokens[c.mentions[who[0]].first].IsArabic() && k >= 0 && c.onName(who[0]) { // «السجن المؤبد لعمر، والحبس ست سنوات لعلي»
				c.sentence(t, []int{k}, v, next)
				at = next
				continue
			}
		}
		if len(who) == 0 || c.mentions[who[0]].first <= at || next-c.mentions[who[len(who)-1]].last > 6 {
			return
		}
		c.sentence(t, who, v, next)
		at = next
	}
}

// respective reads "Omar and Ali were sentenced to death and ten years respectively" and reports whether it was that.
func (c *clause) respective(t trigger, at int) bool {
	who := c.outcomeSubjects(t)
	said := false
	for i := at; i < c.s.End; i++ {
		f := c.tokens[i].Folded
		said = said || f == "respectively" || f == "التوالي"
	}
	if !said || len(who) < 2 {
		return false
	}
	var values []string
	var ats []int
	for pos := at; ; {
		v, next, ok := c.penaltyFrom(pos)
		if !ok {
			break
		}
		values, ats = append(values, v), append(ats, next)
		pos = next + 2
	}
	if len(values) != len(who) {
		return false
	}
	for i, k := range who {
		c.sentence(t, []int{k}, values[i], ats[i])
	}
	return true
}

// sentence claims a punishment of each person.
func (c *clause) sentence(t trigger, who []int, v string, at int) {
	if len(who) == 0 {
		c.await(t, sanad.SchemaSentence, v)
	}
	for _, k := range who {
		key := sanad.SchemaSentence + string(c.entityOf(k)) + v + string(sanad.Affirmed) + itoa(c.s.Start)
		if c.seen[key] {
			continue
		}
		c.seen[key] = true
		c.stageClaim(c.sentenceClaim(t, k, v, at), sanad.SchemaSentence, t, c.entityOf(k), sanad.Affirmed)
	}
}

// sentenceClaim claims a punishment of one person, without its date.
func (c *clause) sentenceClaim(t trigger, k int, v string, at int) sanad.ID {
	id := c.newEntity(sanad.SchemaSentence, c.mentions[k].span)
	c.claim(id, sanad.SchemaSentence, "subject", string(c.entityOf(k)), "", c.mentions[k].span, sanad.Affirmed, t.rule.id)
	c.claim(id, sanad.SchemaSentence, "value", v, "", c.spanOf(at, at+1), sanad.Affirmed, t.rule.id)
	return id
}

// penaltyFrom reads the next punishment at token pos or after it in the sentence.
func (c *clause) penaltyFrom(pos int) (value string, at int, ok bool) {
	for i := pos; i < c.s.End; i++ {
		if v, at, ok := c.penaltyAt(i, pos); ok {
			return v, at, true
		}
	}
	return "", 0, false
}

// counsel reports whether a mention is introduced as somebody's lawyer or holds an office: a court's "on him" is not he.
func (c *clause) counsel(k int) bool {
	for i := c.mentions[k].first - 1; i >= 0 && i >= c.mentions[k].first-2; i-- {
		if strings.HasPrefix(strings.TrimLeft(c.tokens[i].Folded, "ول"), "المحامي") || strings.HasPrefix(c.tokens[i].Folded, "محامي") {
			return true
		}
	}
	return c.official(k)
}

// freedBetween reports whether a release is told between two tokens: what comes after it is no punishment.
func (c *clause) freedBetween(from, to int) bool {
	for _, o := range c.triggers {
		if o.first >= from && o.last <= to && o.class == "release" {
			return true
		}
	}
	return false
}

// grips reports whether what an Arabic word of arrest takes hold of is a limb: «أمسكت يديه».
func (c *clause) grips(t trigger) bool {
	f := strings.TrimPrefix(c.token(t.last).Folded, "ب")
	if c.token(t.last).Folded == "من" && strings.HasSuffix(c.tokens[t.last-1].Folded, "ه") { // «لزمه من شعره»
		f = c.token(t.last + 1).Folded
	}
	for _, limb := range []string{"شعر", "ياقت", "ايد", "يدي", "يده", "يدها", "قدمي", "رجلي", "راسه", "راسها", "رقبت", "ذراع", "كتف"} {
		if strings.HasPrefix(f, limb) {
			return true
		}
	}
	return false
}

// stageBetween reports whether another step of the law or a deed is told between two tokens.
func (c *clause) stageBetween(from, to int) bool {
	for _, o := range c.triggers {
		if o.first > from && o.last <= to && (stage(o) || o.class == "event" && !c.penal(o)) {
			return true
		}
	}
	return false
}

// numeral reports whether a word of denial is the "No." of a number.
func (c *clause) numeral(t trigger) bool {
	return t.class == "neg" && c.tokens[t.first].Folded == "no" && c.token(t.last).Text == "." && c.token(t.last+1).Kind == text.Number
}

// noSentence reports whether a trigger of a sentence is a word that says so only with a punishment beside it, such as "received" or
// "was handed", and has none.
func (c *clause) noSentence(t trigger) bool {
	if t.class != "sentence" {
		return false
	}
	if near, err := strconv.Atoi(t.attrs["near"]); err == nil { // «حبس عمر ثماني سنوات», "now serving three years"
		_, at, ok := c.penalty(t.last)
		return !ok || at-t.last >= near
	}
	switch c.tokens[t.first].Folded {
	case "jailed", "imprisoned", "received", "receives", "receive", "got", "gave", "given", "handed", "was", "were", "reduced", "commuted", "serving", "serves", "served", "imposed", "imposes", "is", "now":
		_, at, ok := c.penalty(t.last)
		return !ok || at-t.last > 12
	}
	return false
}

// acquittedToo reports whether a release only follows from an acquittal told before it in the sentence.
func (c *clause) acquittedToo(t trigger) bool {
	if _, at, ok := c.penaltyFrom(c.s.Start); ok && at < t.first { // punished for another charge, and free as that is served
		return false
	}
	for _, o := range c.triggers {
		if o.attrs["value"] != "acquitted" || o.last > t.first {
			continue
		}
		who := c.outcomeSubjects(o)
		return len(who) > 0 && len(without(c.outcomeSubjects(t), who)) == 0
	}
	return false
}

// innocent reports whether a word says that somebody is innocent, as anybody may, and not that a court found so.
func (c *clause) innocent(t trigger) bool {
	switch f := c.tokens[t.first].Folded; {
	case t.last-t.first > 1:
	case strings.HasPrefix(strings.TrimPrefix(f, "ب"), "براء") && !strings.HasPrefix(c.token(t.first-1).Folded, "ثبت"):
		return !c.ofJudgment(t) && !c.courtWord()
	case f == "بريء", f == "بريئا":
		return !c.ofJudgment(t) && c.dateBehind(t) == nil
	}
	return false
}

// courtWord reports whether the sentence names a court or what one does.
func (c *clause) courtWord() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		f := strings.TrimPrefix(c.tokens[i].Folded, "و")
		for _, w := range []string{"قرر", "قضت", "قضي", "حكم", "محكم", "المحكم", "قاض", "القاض", "نطق", "صدر"} {
			if strings.HasPrefix(f, w) {
				return true
			}
		}
	}
	return c.ruled() || c.courtDate() != nil
}

// reviewed reports whether a word of conviction is the object of a higher court's word before it: "quashed the conviction of".
func (c *clause) reviewed(t trigger) bool {
	for _, o := range c.triggers {
		if o.attrs["form"] == "appeal" && o.last <= t.last && t.first-o.last <= 4 && o.first <= t.first {
			return true
		}
	}
	return false
}

// ofJudgment reports whether a word such as "overturned" or «نقض» is of a judgment, not of a car or a promise.
func (c *clause) ofJudgment(t trigger) bool {
	for i := max(c.s.Start, t.first-10); i < c.s.End && i < t.last+10; i++ {
		switch c.tokens[i].Folded {
		case "conviction", "convictions", "sentence", "sentences", "verdict", "judgment", "judgement", "appeal", "ruling", "retrial", "retried", "court", "trial",
			"الحكم", "حكم", "القرار", "قرار", "الطعن", "محكمه", "المحكمه", "التمييز", "محاكمه", "المحاكمه", "محاكمته", "الادانه", "العقوبه":
			return true
		}
	}
	return false
}

// notGuilty reports whether what somebody was found is "not guilty".
func (c *clause) notGuilty(t trigger) bool {
	for i := t.last; i < c.s.End && i < t.last+12; i++ {
		if c.tokens[i].Folded == "guilty" {
			return c.token(i-1).Folded == "not"
		}
	}
	return false
}

// ruledItem reads an item of the list that a court's word of judgment opened: «حكمت المحكمة: - على فلان بالسجن المؤبد».
func (c *clause) ruledItem() {
	for _, t := range c.triggers {
		switch t.class {
		case "sentence", "verdict", "release", "arrest", "charge":
			return
		}
	}
	all := c.persons(c.s.Start, min(c.s.End, c.s.Start+12))
	if len(all) == 0 || c.official(all[0]) || !c.ruled() {
		return
	}
	m := &c.mentions[all[0]]
	v, at, ok := c.penalty(m.last)
	if !ok || at >= c.s.End || at-m.last > 12 {
		return
	}
	t := trigger{rule: &rule{id: "sentence.item", class: "sentence", attrs: map[string]string{"form": "noun"}}, first: m.last, last: at + 1}
	span := c.spanOf(at, at+1)
	for _, k := range c.group(all[0]) {
		id := c.newEntity(sanad.SchemaSentence, c.mentions[k].span)
		c.claim(id, sanad.SchemaSentence, "subject", string(c.entityOf(k)), "", c.mentions[k].span, sanad.Affirmed, t.rule.id)
		c.claim(id, sanad.SchemaSentence, "value", v, "", span, sanad.Affirmed, t.rule.id)
		c.dateClaim(id, sanad.SchemaSentence, at, sanad.Affirmed, t.rule.id)
	}
}

// ruledReach is how many tokens before an item the word of judgment over its list may stand.
const ruledReach = 160

// ruled reports whether a list opened by a court's word of judgment is being read.
func (c *clause) ruled() bool {
	for i := c.s.Start - 1; i > 0 && i > c.s.Start-ruledReach; i-- {
		if c.tokens[i].Text != ":" {
			continue
		}
		for j := i - 1; j >= 0 && j > i-14; j-- {
			switch c.tokens[j].Folded {
			case "حكمت", "قررت", "حكم", "قضت", "sentences", "sentenced", "ruled", "decided", "rules", "decides", "تجرم", "تحكم", "تقرر", "القرار":
				return true
			}
		}
		return false
	}
	return false
}

// hostage reports whether who was freed was a captive of others, not of the state.
func (c *clause) hostage() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "hostage", "hostages", "captive", "captives", "kidnappers", "captors", "ransom", "المخطوف", "مخطوف", "رهينه", "الرهينه", "فديه", "خاطفيه", "الخاطفين":
			return true
		}
	}
	return false
}

// dropped reports whether the charges of the sentence came to nothing.
func (c *clause) dropped() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "dropped", "dismissed", "withdrawn", "cancelled", "canceled", "اسقطت", "اسقاط", "الغاء", "الغيت":
			return true
		}
	}
	return false
}

// outcome makes one entity for each person the trigger speaks of.
func (c *clause) outcome(t trigger, schema, value string) {
	subjects := slices.DeleteFunc(slices.Clone(c.besides(t, c.outcomeSubjects(t))), c.official)
	if schema == sanad.SchemaDetention || schema == sanad.SchemaRelease {
		subjects = slices.DeleteFunc(subjects, func(k int) bool { return c.captive(t, k) })
	}
	if len(subjects) == 0 {
		c.await(t, schema, value)
		if judgment(t) { // "Five men were convicted on Monday": the day of the judgments told next
			c.outcomeDate(t)
		}
		return
	}
	c.tried, c.triedAt = subjects, c.sentenceNo
	if value == "convicted" {
		c.guilty = c.union(c.guilty, subjects)
	}
	polarity := c.outcomePolarity(t)
	span := c.triggerSpan(t)
	rule := t.rule.id
	authority := c.authority(t)
	for _, k := range subjects {
		m := &c.mentions[k]
		key := schema + string(c.entityOf(k)) + value + string(polarity) + itoa(c.s.Start)
		if schema == sanad.SchemaCharge {
			key = schema + string(c.entityOf(k)) + itoa(c.s.Start)
		}
		if c.seen[key] {
			continue
		}
		c.seen[key] = true
		evidence := m.span
		if m.first < c.s.Start || m.last > c.s.End {
			evidence = span
		}
		id := c.newEntity(schema, evidence)
		c.claim(id, schema, "subject", string(c.entityOf(k)), "", evidence, polarity, rule)
		if value != "" {
			c.claim(id, schema, "value", value, "", span, polarity, rule)
		}
		c.stageClaim(id, schema, t, c.entityOf(k), polarity)
		if schema == sanad.SchemaDetention {
			c.placeClaim(id, schema, t.first, polarity, rule)
		}
		if authority >= 0 {
			o := &c.mentions[authority]
			c.claim(id, schema, "authority", string(c.entityOf(authority)), "", o.span, polarity, rule)
		}
	}
}

// captive reports whether who is said to be held or freed is the victim of an abduction told before, and nobody of the state acts: his
// captors hold him or let him go.
func (c *clause) captive(t trigger, k int) bool {
	if f := c.token(t.last).Folded; f == "hostage" || f == "captive" || f == "رهينه" {
		return true
	}
	taken := false
	for i := max(0, len(c.events)-mostEvents); i < len(c.events); i++ {
		taken = taken || c.events[i].kind == "kidnapping" && c.events[i].parts[string(c.entityOf(k))+sanad.Victim]
	}
	if !taken {
		return false
	}
	for _, o := range c.triggers {
		if o.class == "force" || o.class == "charge" || o.class == "sentence" || o.class == "verdict" {
			return false
		}
	}
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "court", "judge", "charge", "bail", "arrested", "custody", "prison", "المحكمه", "القاضي", "قاضي", "السجن", "بكفاله", "التوقيف", "اعتقل", "المركز":
			return false
		}
	}
	return true
}

// outcomePolarity: a denial in the sentence is usually of the crime, not of the arrest; only a negation of the verb itself
// denies it.
func (c *clause) outcomePolarity(t trigger) sanad.Polarity {
	if c.voice.wrong {
		return sanad.Denied
	}
	switch c.token(t.first - 1).Folded {
	case "ما", "وما", "لم", "ولم", "ماكو", "دون", "بدون":
		return sanad.Denied
	}
	polarity := sanad.Affirmed
	for _, n := range c.triggers {
		if n.class == "neg" && n.last <= t.first && t.first-n.last <= 3 && t.class != "verdict" && !c.broken(n.last, t.first) {
			return sanad.Denied
		}
		if n.class == "neg" && t.class == "verdict" && n.last <= t.first && t.first-n.last <= 2 {
			return sanad.Denied
		}
		if n.class == "hedge" && c.tokens[n.first].Folded != "alleged" && n.last <= t.first && t.first-n.last <= 6 && !c.broken(n.last, t.first) {
			polarity = sanad.Uncertain
		}
	}
	return polarity
}

// outcomeSubjects returns who was arrested, charged, tried or released.
func (c *clause) outcomeSubjects(t trigger) []int {
	if me := c.firstPerson(t); len(me) > 0 {
		return me
	}
	if whose := c.owned(t); len(whose) > 0 {
		return whose
	}
	if t.attrs["own"] != "" {
		return nil
	}
	if same := c.goesOn(t); len(same) > 0 {
		return same
	}
	for _, find := range []func(trigger) []int{c.allOfThem, c.together, c.byPlace, c.onTheOne, c.whomObject, c.bareStep, c.inverted} {
		if who := find(t); len(who) > 0 {
			return who
		}
	}
	if k := c.whomBefore(t.first); k >= 0 && t.class == "arrest" && !c.passive(t) {
		return c.group(k)
	}
	arabic := c.tokens[t.first].IsArabic()
	switch t.attrs["form"] {
	case "self": // turned himself in
		if arabic {
			if k := c.at(t.last); k >= 0 && c.mentions[k].kind == person {
				return []int{k}
			}
			if who := c.subject(t.first); len(who) > 0 {
				return who
			}
			return c.onlyOne(t)
		}
		return c.subject(t.first)
	case "appeal":
		return c.judged(t)
	}
	if !arabic && (t.first-c.s.Start <= 1 || c.opensNote(t)) && len(c.object(t.last, 3)) == 0 { // "Arrested 19 November at Rabia.", in an entry about somebody
		if k := c.lineHead(); k >= 0 {
			return []int{k}
		}
	}
	if arabic {
		last := c.tokens[t.last-1].Folded
		next := c.token(t.last).Folded
		pronoun := next == "عليه" || next == "عليها" || next == "عنه" || next == "بحقه" || next == "اليه" || last == "عليه" || last == "عنه" || last == "اليه" || last == "له" || last == "سبيله" || last == "سراحه" || last == "براءته" || last == "خلوه" || last == "طلعوه" || t.class == "release" && c.hisWay(t) ||
			len(last) > 8 && t.attrs["form"] == "verb" && (last[len(last)-2:] == "ه")
		if strings.HasSuffix(last, "ته") && t.class != "charge" || strings.HasSuffix(last, "وه") || strings.HasSuffix(last, "ناه") {
			pronoun = true
		}
		switch last {
		case "اعتقاله", "توقيفه", "احتجازه", "محاكمته", "احالته", "حكمته", "احالوه":
			pronoun = true
		}
		if same := c.andJudged(t); len(same) > 0 {
			return same
		}
		if some := c.takenAmong(t); len(some) > 0 {
			return some
		}
		if !pronoun {
			if after := c.afterOn(t); len(after) > 0 {
				return after
			}
		} else if one := c.soleAccused(t); len(one) > 0 {
			return one
		} else if o, ok := c.stepBefore(t); ok {
			if who := c.outcomeSubjects(o); len(who) > 0 {
				return who
			}
		} else if k := c.heTried(t); k >= 0 && len(c.persons(c.s.Start, t.first)) == 0 {
			return []int{k}
		} else if list := c.defendants(); (t.class == "sentence" || t.class == "verdict") && len(list) == 1 && c.lastWho >= 0 && c.counsel(c.lastWho) && len(c.persons(c.s.Start, t.first)) == 0 {
			return list
		}
		if k := c.lineHead(); k >= 0 && t.first-c.s.Start <= 1 && !pronoun && len(c.persons(c.s.Start, c.s.End)) == 0 {
			return []int{k}
		}
		if c.lastWho >= 0 && t.first-c.s.Start <= 2 && t.class != "charge" && len(c.persons(c.s.Start, c.s.End)) == 0 && !actors(next) && !strings.HasSuffix(last, "ت") && t.attrs["form"] != "self" && (t.skip > 0 || t.last < len(c.dated) && (c.dated[t.last] || t.last+1 < len(c.dated) && c.dated[t.last+1]) || c.token(t.first-1).Folded == "وقد" || c.token(t.first-1).Folded == "قد") { // «واعتقل في 4 أيار»
			return []int{c.lastWho}
		}
		switch c.token(t.first - 1).Folded {
		case "الذي", "التي", "اللي", "والذي":
			if k := c.at(t.first - 2); k >= 0 && c.mentions[k].kind == person && !c.official(k) {
				return []int{k}
			}
		}
		if last == "علي" || !pronoun && next == "علي" { // whom it names, it names behind: «ألقت القبض على تسعة»
			return nil
		}
		if s := c.nearestBefore(t); len(s) > 0 {
			return s
		}
		if one := c.onlyOne(t); pronoun && len(one) > 0 {
			return one
		}
		if pronoun {
			if after := c.object(t.last, 6); len(after) > 0 && t.class == "charge" {
				return after
			}
		}
		if c.lastWho >= 0 && pronoun {
			return []int{c.lastWho}
		}
		return nil
	}
	if t.attrs["form"] == "noun" {
		if after := c.firstAfter(t.last, 8); len(after) > 0 {
			return after
		}
		if c.tokens[t.first].Folded == "his" {
			if before := c.persons(c.s.Start, t.first); len(before) > 0 && !c.official(before[len(before)-1]) && !c.governed(before[len(before)-1]) {
				return before[len(before)-1:]
			}
		}
		if c.tokens[t.first].Folded == "his" && c.lastWho >= 0 {
			if s := c.subject(t.first); len(s) > 0 {
				return s
			}
			return []int{c.lastWho}
		}
		return nil
	}
	if c.him(t) && !c.passive(t) { // "convicted him", "found him guilty"
		if o, ok := c.stepBefore(t); ok {
			if who := c.outcomeSubjects(o); len(who) > 0 {
				return who
			}
		}
		if one := c.soleAccused(t); len(one) > 0 {
			return one
		}
		if before := c.persons(c.s.Start, t.first); len(before) > 0 {
			return before[len(before)-1:]
		}
		if k := c.heTried(t); k >= 0 {
			return []int{k}
		}
		if c.lastWho >= 0 {
			return []int{c.lastWho}
		}
		return nil
	}
	name := t.first
	switch c.token(name - 1).Folded {
	case "also", "later", "since", "previously", "once", "already", "now":
		name--
	}
	if f := c.token(name - 1).Text; f == "," || f == "(" { // "Omar, sentenced to death in absentia, …"
		if k := c.at(name - 2); k >= 0 && c.mentions[k].kind == person && !c.mentions[k].parent && len(c.object(t.last, 3)) == 0 {
			return c.group(k)
		}
	}
	if c.passive(t) || c.impliedPassive(t) {
		if f := c.token(c.groupStart(t.first) - 1).Folded; f == "he" || f == "she" {
			if k := c.heTried(t); k >= 0 && len(c.persons(c.s.Start, t.first)) == 0 {
				return []int{k}
			}
		}
		if s := c.subject(t.first); len(s) > 0 {
			return s
		}
		if f := c.token(t.first - 1); f.Kind == text.Punctuation && f.Text != "." { // "Karrar Hussein, fighter; detained 11 April"
			if k := c.subjectOfSentence(); k >= 0 && c.mentions[k].first-c.s.Start <= 6 && !c.headed(k) {
				return []int{k}
			}
		}
		if after := c.firstAfter(t.last, 6); len(after) > 0 && c.token(t.last).Text == ":" {
			return after
		}
		return c.namedAfter(t)
	}
	if after := c.object(t.last, 12); len(after) > 0 {
		return after
	}
	if some := c.takenAmong(t); len(some) > 0 {
		return some
	}
	if t.class == "sentence" {
		if on := c.sentencedOn(t); len(on) > 0 {
			return on
		}
	}
	if t.class == "sentence" && c.tokens[t.first].Folded == "handed" && c.lastWho >= 0 && len(c.persons(c.s.Start, t.first)) == 0 {
		return []int{c.lastWho}
	}
	if t.class == "sentence" || t.class == "verdict" || t.class == "charge" || t.class == "release" {
		switch c.tokens[t.first].Folded {
		case "sentence", "the", "sentencing", "charges", "conviction", "acquittal", "reduced", "commuted", "his", "her", "serving", "serves", "gets", "imposed", "imposes", "fixes", "fixed", "case", "penalty", "filed", "brought":
			who := c.topic(t.first)
			if f := c.tokens[t.first].Folded; len(who) == 0 && c.lastWho >= 0 && (f == "his" || f == "her" || t.first-c.s.Start <= 1 && len(c.persons(c.s.Start, c.s.End)) == 0 && c.sentenceNo-c.triedAt <= 2) {
				who = []int{c.lastWho}
			}
			return who
		}
		for i := t.first; i < t.last; i++ {
			if f := c.tokens[i].Folded; f == "sentence" || f == "charges" || f == "charge" {
				return c.topic(t.first)
			}
		}
		if t.class == "release" {
			return c.subject(t.first)
		}
	}
	return nil
}

// him reports whether a pronoun is the object of an English step, behind it or within its words.
func (c *clause) him(t trigger) bool {
	for i := t.first; i <= t.last && i < c.s.End; i++ {
		if f := c.tokens[i].Folded; f == "him" || f == "her" {
			return true
		}
	}
	return false
}

// inverted returns the subjects of a sentence that begins with the participle: "Detained on 16 March were Omar, a driver, and Ali",
// "Rounded up that night were: their emir, Omar; and Ali".
func (c *clause) inverted(t trigger) []int {
	among := c.tokens[c.s.Start].Folded == "among" && t.first-c.s.Start <= 5 // "Among those rounded up were"
	if c.tokens[t.first].IsArabic() || t.first != c.s.Start && !among || t.class != "arrest" && t.class != "sentence" && t.class != "release" && t.class != "charge" {
		return nil
	}
	be := t.last
	for ; be < c.s.End && be < t.last+14; be++ {
		if f := c.tokens[be].Folded; f == "were" || f == "was" {
			break
		}
		if k := c.at(be); k >= 0 && c.mentions[k].kind == person {
			return nil
		}
	}
	if f := c.token(be).Folded; f != "were" && f != "was" {
		return nil
	}
	var out []int
	for _, k := range c.persons(be, c.s.End) {
		m := &c.mentions[k]
		if c.headed(k) || m.parent || m.appositive >= 0 {
			continue
		}
		i := m.first - 1 // over a description: "the ring's boss, Omar"
		for n := 0; n < 8 && i > be && (c.tokens[i].Kind == text.Word && c.tokens[i].Folded != "and" || c.tokens[i].Text == "'" || n == 0 && c.tokens[i].Text == ","); n++ {
			i--
		}
		list := c.tokens[i].Text == ";" && t.class != "sentence" || c.tokens[i].Folded == "and" && (c.token(i-1).Text == "," || c.token(i-1).Text == ";" || len(out) > 0 && c.mentions[out[len(out)-1]].last == i)
		if len(out) == 0 && i <= be+1 || len(out) > 0 && list || len(out) > 0 && c.joined(out[len(out)-1], k) {
			out = append(out, k)
		}
	}
	return out
}

// owned returns whose arrest, acquittal or release is told: "Omar's arrest on 4 May".
func (c *clause) owned(t trigger) []int {
	if f := c.token(t.first - 1).Folded; f == "s" && (c.token(t.first-2).Text == "'" || c.token(t.first-2).Text == "’") {
		if k := c.at(t.first - 3); k >= 0 && c.mentions[k].kind == person && !c.tokens[t.first].IsArabic() {
			return []int{k}
		}
	}
	if t.attrs["own"] != "" {
		switch c.token(t.first - 1).Folded {
		case "his", "her":
			if k := c.pronounBefore(t.first); k >= 0 {
				return []int{k}
			}
		}
	}
	return nil
}

// allOfThem returns the people of a case when the step happened to them together: "They had been charged", "the three accused were",
// «وجهت إليهم التهمة».
func (c *clause) allOfThem(t trigger) []int {
	cast := c.cast
	if len(cast) < 2 {
		cast = c.defendants()
	}
	if len(cast) < 2 || len(c.persons(c.s.Start, min(c.s.End, t.last+4))) > 0 {
		return nil
	}
	if c.tokens[t.first].IsArabic() {
		last, next := c.tokens[t.last-1].Folded, c.token(t.last).Folded
		for _, f := range []string{last, next} {
			switch f {
			case "اليهم", "عليهم", "عنهم", "بحقهم", "سراحهم", "سبيلهم", "اليهما", "عليهما", "عنهما", "بحقهما", "المتهمون", "المتهمين", "المتهمان":
				return cast
			}
		}
		switch c.token(t.first - 1).Folded {
		case "المتهمون", "المتهمين", "المتهمان":
			return cast
		}
		return nil
	}
	if !c.passive(t) && !c.impliedPassive(t) {
		return nil
	}
	i := c.groupStart(t.first) - 1
	switch c.token(i).Folded {
	case "they", "both":
		return cast
	case "three", "four", "five": // "All three were"
		if c.token(i-1).Folded == "all" && len(cast) == map[string]int{"three": 3, "four": 4, "five": 5}[c.token(i).Folded] {
			return cast
		}
	case "accused", "defendants", "suspects", "detainees", "men", "appellants", "prisoners":
		switch c.token(i - 1).Folded {
		case "the", "all", "these", "both":
			return cast
		case "two":
			return cast[:min(2, len(cast))]
		case "three", "four", "five", "six":
			return cast
		}
	}
	return nil
}

// castOf returns the people of a case that the sentence lists: "The defendants A, B and C were tried", "Accused: 1. A; 2. B"; nil when it
// does not.
func (c *clause) castOf() []int {
	end := c.s.End
	if c.token(c.s.Start+1).Text == ":" { // "Accused: 1. A; 2. B": the whole line
		for end < len(c.tokens) && end < c.s.Start+castReach && c.tokens[end].Kind != text.Break {
			end++
		}
	}
	all := c.persons(c.s.Start, end)
	if len(all) < 2 {
		return nil
	}
	for i := c.s.Start; i < c.mentions[all[0]].first; i++ {
		switch c.tokens[i].Folded {
		case "accused", "defendants", "suspects", "detainees", "against", "appellants", "المتهمون", "المتهمين", "المتهمان", "المتهمون:", "ضد", "المدانين", "الموقوفين":
		default:
			continue
		}
		var out []int
		for n, k := range all {
			if c.official(k) || c.mentions[k].parent || c.mentions[k].appositive >= 0 {
				continue
			}
			if n > 0 && len(out) > 0 && !c.joined(all[n-1], k) && !c.listMark(c.mentions[all[n-1]].last, c.mentions[k].first) {
				break
			}
			out = append(out, k)
		}
		if len(out) > 1 {
			return out
		}
		return nil
	}
	if list := c.group(all[0]); len(list) > 1 {
		for _, t := range c.triggers {
			if stage(t) {
				return list
			}
		}
	}
	return nil
}

// listMark reports whether only marks and numbers stand between two tokens.
func (c *clause) listMark(from, to int) bool {
	for i := from; i < to; i++ {
		if c.tokens[i].Kind == text.Word && c.tokens[i].Folded != "and" && c.tokens[i].Folded != "و" {
			return false
		}
	}
	return true
}

// ordinal returns which one of a case the words at token i name: "The first defendant", «المتهم الثاني»; -1 when none.
func (c *clause) placeInList(i int) (which, last int) {
	if c.token(i).Folded == "the" {
		i++
	}
	f, next := c.token(i).Folded, c.token(i+1).Folded
	if next == "defendant" || next == "accused" || next == "suspect" {
		switch f {
		case "first":
			return 0, i + 2
		case "second":
			return 1, i + 2
		case "third":
			return 2, i + 2
		}
	}
	if strings.HasSuffix(f, "المتهم") || strings.HasSuffix(f, "للمتهم") {
		switch next {
		case "الاول":
			return 0, i + 2
		case "الثاني":
			return 1, i + 2
		case "الثالث":
			return 2, i + 2
		}
	}
	return -1, i
}

// heTried returns whom "he" of a further step of the law stands for when the step before happened to one man: "He was sentenced", with
// others named between; -1 when it is not plain.
func (c *clause) heTried(t trigger) int {
	if len(c.tried) != 1 || c.sentenceNo-c.triedAt > 2 || c.sentenceNo == c.triedAt || t.class == "arrest" || t.class == "release" {
		return -1
	}
	return c.tried[0]
}

// stepBefore returns the last step of the law told before a trigger in its sentence.
func (c *clause) stepBefore(t trigger) (trigger, bool) {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		if o := c.triggers[i]; stage(o) && o.last <= t.first && o.attrs["form"] != "appeal" {
			return o, true
		}
	}
	return trigger{}, false
}

// goesOn returns who the step before happened to when a participle only goes on with it: "was arrested on 4 May, charged under
// Article 4 and sentenced to death", "arrested 4 May - released 9 June".
func (c *clause) goesOn(t trigger) []int {
	if c.tokens[t.first].IsArabic() || t.attrs["form"] == "noun" || t.attrs["form"] == "appeal" || !strings.HasSuffix(c.tokens[t.last-1].Folded, "ed") && !strings.HasSuffix(c.tokens[t.first].Folded, "ed") && c.tokens[t.first].Folded != "freed" && c.tokens[t.first].Folded != "set" && c.tokens[t.first].Folded != "held" {
		return nil
	}
	prev := c.token(t.first - 1)
	switch prev.Folded {
	case "and", "then", "later", "subsequently", "eventually", "finally", "but", "before", "being", ",", ";", "-", "–", "/", "|", "(", "was", "were", "been", ".":
	default:
		return nil
	}
	if f := c.token(t.last).Folded; f == "him" || f == "her" || f == "them" {
		return nil
	}
	o, ok := c.stepBefore(t)
	if !ok || len(c.persons(o.last, t.first)) > 0 || len(c.object(t.last, 3)) > 0 || c.subjectBetween(o.last, t.first) || prev.Folded == "." {
		return nil
	}
	if prev.Folded == "," && !c.passive(o) && len(c.object(o.last, 12)) > 0 { // "police arrested Omar, charged …"
		return nil
	}
	return c.outcomeSubjects(o)
}

// subjectBetween reports whether a pronoun or a new noun acts between two tokens.
func (c *clause) subjectBetween(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "who", "which", "others", "men", "people", "suspects", "they", "i", "we", "court", "another", "brother", "son":
			return c.tokens[i].Folded != "court"
		}
	}
	return false
}

// namedAfter returns whom a passive without a subject of its own names after it: "Those arrested on 4 May were Omar and Ali", "The following
// were detained: Omar and Ali".
func (c *clause) namedAfter(t trigger) []int {
	all := c.persons(t.last, c.s.End)
	if len(all) == 0 || len(c.persons(c.s.Start, t.first)) > 0 {
		return nil
	}
	m := &c.mentions[all[0]]
	if m.first-t.last > 14 || c.broken(t.last, m.first) {
		return nil
	}
	for i := t.last; i < m.first; i++ {
		switch c.tokens[i].Folded {
		case ":", "were", "was", "are", "is", "include", "included", "including":
			if c.plainGap(i+1, m.first, 2) {
				return c.group(all[0])
			}
			return nil
		}
	}
	return nil
}

// sentencedOn returns on whom a sentence is passed: "handed down a life sentence to Omar", "a death sentence was passed on Omar".
func (c *clause) sentencedOn(t trigger) []int {
	all := slices.DeleteFunc(c.persons(t.last, c.s.End), c.official)
	if len(all) == 0 || c.mentions[all[0]].first-t.last > 14 || c.broken(t.last, c.mentions[all[0]].first) {
		return nil
	}
	i := c.mentions[all[0]].first - 1
	for i > t.last && (c.lex.is("title_en", c.tokens[i].Folded) || c.tokens[i].Folded == "the" || c.tokens[i].Text == ",") {
		i--
	}
	switch c.token(i).Folded {
	case "on", "to", "upon", "against", "for":
		return c.group(all[0])
	}
	return nil
}

// judged returns whose conviction or sentence a higher court deals with: "quashed the conviction of Omar", «الحكم بحق عمر».
func (c *clause) judged(t trigger) []int {
	for _, k := range c.persons(t.last, c.s.End) {
		if c.mentions[k].first-t.last > 14 || c.broken(t.last, c.mentions[k].first) {
			break
		}
		if !c.official(k) {
			return c.group(k)
		}
	}
	all := c.persons(c.s.Start, t.first)
	for i := len(all) - 1; i >= 0; i-- {
		if !c.official(all[i]) && !c.speaks(all[i]) {
			return all[i : i+1]
		}
	}
	return nil
}

// lineHead returns the person an entry of a list is about: the line the sentence belongs to begins with the name, after a number
// or mark at most; -1 when the sentence is none of a later sentence of such an entry.
func (c *clause) lineHead() int {
	i := c.s.Start - 1
	for i >= 0 && i > c.s.Start-80 && c.tokens[i].Kind != text.Break {
		i--
	}
	if i < 0 || c.tokens[i].Kind == text.Break {
		i++
	}
	marked := false
	for n := 0; n < 6 && i < c.s.Start && c.tokens[i].Kind != text.Word; n++ {
		marked = true
		i++
	}
	for n := 0; n < 4 && i+n < c.s.Start; n++ { // "Third case: Omar Salih", «الحالة الثالثة: عمر صالح»
		if c.tokens[i+n].Text == ":" && n > 0 {
			marked, i = true, i+n+1
			break
		}
		if c.at(i+n) >= 0 {
			break
		}
	}
	for i < c.s.Start && (c.lex.is("title_en", c.tokens[i].Folded) || c.lex.is("title_ar", c.tokens[i].Folded)) {
		i++
	}
	if i >= c.s.Start || !marked {
		return -1
	}
	if k := c.at(i); k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == i {
		return k
	}
	return -1
}

// impliedPassive reports whether a phrase says its subject is the one it happens to: "faces charges", "was given".
func (c *clause) impliedPassive(t trigger) bool {
	switch c.tokens[t.first].Folded {
	case "taken": // "had taken its passenger, Omar, into custody"
		return len(c.object(t.last, 6)) == 0
	case "has", "had", "have", "stands", "stand", "walked", "was", "were", "faces", "face", "facing", "received", "given", "is", "got", "gets", "serving", "serves", "served", "not", "jailed", "imprisoned", "fell", "went", "goes", "stood", "drew", "faced", "remains", "remain", "came", "will", "must", "are", "spent", "now", "in", "behind", "each":
		return true
	}
	return false
}

// afterOn returns the persons after an Arabic trigger; a subject of another kind (القوات، المحكمة) may stand between.
func (c *clause) afterOn(t trigger) []int {
	for _, k := range c.persons(t.last, c.s.End) {
		m := &c.mentions[k]
		if m.first-t.last > 14 || c.broken(t.last, m.first) || c.headed(k) {
			return nil
		}
		for _, o := range c.triggers {
			if o.first >= t.last && o.last <= m.first && (o.class == "event" && !c.penal(o) && !c.ofFormerWork(t, o) || o.class == "release" && t.class != "release" || o.class == "sentence" && t.class != "sentence" || o.class == "part" && o.attrs["role"] != "victim" && o.last < m.first) {
				return nil
			}
		}
		// the judge who gives the order is no subject
		prev := c.token(m.first - 1).Folded
		if c.ranked(k) && c.namesAnother(k, 3) { // «اعتقل الملازم عمر المهرب عليا»
			continue
		}
		if c.official(k) || prev == "القاضي" || prev == "الناطق" || prev == "المتحدث" || prev == "العقيد" || prev == "اللواء" {
			continue
		}
		return c.group(k)
	}
	return nil
}

// underAct reports whether a word for a deed stands right before a mention: who it was done to is not who is tried for it.
func (c *clause) underAct(k int) bool {
	for _, t := range c.triggers {
		if t.class == "event" && t.last <= c.mentions[k].first && c.mentions[k].first-t.last <= 1 {
			return true
		}
	}
	return false
}

func (c *clause) nearestBefore(t trigger) []int {
	all := c.persons(c.s.Start, t.first)
	for i := len(all) - 1; i >= 0; i-- {
		if c.broken(c.mentions[all[i]].last, t.first) {
			return nil
		}
		if i > 0 && (c.governed(all[i]) || c.underAct(all[i])) && !c.governed(all[0]) || c.speaks(all[i]) || c.official(all[i]) || c.headed(all[i]) || c.suffixed(t) && c.subjectOfRelative(all[i]) {
			continue
		}
		return c.group(all[i])
	}
	if k := c.pronounBefore(t.last); k >= 0 {
		return []int{k}
	}
	return nil
}

// firstAfter returns the first list of persons within reach after a token.
func (c *clause) firstAfter(pos, reach int) []int {
	all := c.persons(pos, c.s.End)
	if len(all) == 0 || c.mentions[all[0]].first-pos > reach || c.broken(pos, c.mentions[all[0]].first) {
		return nil
	}
	if c.headed(all[0]) && c.token(c.mentions[all[0]].first-1).Folded != "of" { // his nephew, not he
		return nil
	}
	return c.group(all[0])
}

// chargeOf returns the words that say what somebody is charged with.
func (c *clause) chargeOf(t trigger) string {
	i := t.last
	for i < c.s.End && i < t.last+14 {
		switch f := c.tokens[i].Folded; f {
		case "with", "of", "under", "ب", "بتهمه", "وفق", "بموجب", "تهمه":
			i++
			j := i
			for j < c.s.End && j < i+10 && c.chargeWord(j) {
				j++
			}
			if j > i {
				return c.textOf(i, j)
			}
		}
		if c.at(i) < 0 && i == t.last && c.tokens[i-1].Folded == "with" {
			j := i
			for j < c.s.End && j < i+10 && c.chargeWord(j) {
				j++
			}
			if j > i {
				return c.textOf(i, j)
			}
		}
		i++
	}
	return c.words(t)
}

// chargeWord reports whether token i can be part of a charge's words; "Art. 4/1" keeps its marks.
func (c *clause) chargeWord(i int) bool {
	t := c.tokens[i]
	switch t.Text {
	case ".":
		return c.token(i-1).Folded == "art"
	case "/", "(", ")":
		return true
	}
	return (t.Kind == text.Word || t.Kind == text.Number) && !c.dated[i] && t.Folded != "الي" && t.Folded != "on"
}

// penalty reads the punishment after token pos: death, life, "N years", "N months".
func (c *clause) penalty(pos int) (value string, at int, ok bool) {
	start := pos - 3
	if start < c.s.Start {
		start = c.s.Start
	}
	for i := start; i < c.s.End && i < pos+28; i++ {
		if v, at, ok := c.penaltyAt(i, pos); ok {
			return v, at, true
		}
	}
	return "", 0, false
}

// penaltyAt reads the punishment at token i, of those that the word at pos may lead to.
func (c *clause) penaltyAt(i, pos int) (value string, at int, ok bool) {
	f := c.tokens[i].Folded
	next := c.token(i + 1).Folded
	switch f {
	case "death", "hang", "hanging", "gallows", "scaffold", "execution", "بالاعدام", "باعدام", "اعدام", "الاعدام", "والاعدام", "شنقا":
		if i >= pos || f == "death" || f == "hang" && i == pos-1 || c.tokens[i].IsArabic() {
			return "death", i, true
		}
	case "life":
		return "life", i, true
	case "ultimate", "capital":
		if next == "penalty" || next == "punishment" || next == "sentence" {
			return "death", i, true
		}
	case "الموبد", "بالموبد", "موبد", "بالسجن_المؤبد", "مؤبد":
		return "life", i, true
	case "مدي":
		if next == "الحياه" {
			return "life", i, true
		}
	}
	if i < pos || c.dated[i] {
		return "", 0, false
	}
	if n, counted := c.countAt(i); counted && n.First == i {
		switch c.token(n.Last).Folded {
		case "year", "years", "yrs", "yr", "سنه", "سنوات", "عام", "عاما", "اعوام", "years'", "سنين":
			return strconv.FormatInt(n.Best, 10) + " years", i, true
		case "-":
			if f := c.token(n.Last + 1).Folded; f == "year" || f == "years" {
				return strconv.FormatInt(n.Best, 10) + " years", i, true
			}
		case "month", "months", "شهر", "شهرا", "اشهر", "شهور":
			return strconv.FormatInt(n.Best, 10) + " months", i, true
		}
	}
	if v := c.oneUnit(i); v != "" {
		return v, i, true
	}
	if w, y := yearCompound(f); y > 0 {
		_ = w
		return strconv.Itoa(y) + " years", i, true
	}
	return "", 0, false
}

// countAt reads the number at token i; an Arabic number word may carry the preposition ب: «بعشر سنوات».
func (c *clause) countAt(i int) (text.Count, bool) {
	switch strings.TrimPrefix(c.tokens[i].Folded, "ب") {
	case "اثنتي", "اثنتا", "اثني", "اثنا":
		if next := c.token(i + 1).Folded; next == "عشره" || next == "عشر" {
			return text.Count{First: i, Last: i + 2, Low: 12, Best: 12, High: 12, Span: c.spanOf(i, i+2)}, true
		}
	}
	n, ok := text.CountAt(c.tokens, i)
	if t := c.tokens[i]; !ok && t.Kind == text.Word && t.IsArabic() && i+1 < len(c.tokens) {
		for _, prefix := range []string{"ب", "و", "وب"} { // «بعشر سنوات», «وخمس سنوات»
			stem, has := strings.CutPrefix(t.Folded, prefix)
			if !has || ok {
				continue
			}
			few := append([]text.Token(nil), c.tokens[i:min(i+5, len(c.tokens))]...)
			few[0].Folded = stem
			if n, ok = text.CountAt(few, 0); ok {
				n.First, n.Last = n.First+i, n.Last+i
			}
		}
	}
	return n, ok
}

// yearCompound reads "fifteen-year", «سنتين».
func yearCompound(f string) (string, int) {
	switch f {
	case "سنتين", "عامين":
		return f, 2
	}
	for _, suffix := range []string{"-year", "-years"} {
		if len(f) > len(suffix) && f[len(f)-len(suffix):] == suffix {
			tokens := text.Tokens(f[:len(f)-len(suffix)])
			if len(tokens) == 1 {
				if n, ok := text.CountAt(tokens, 0); ok {
					return f, int(n.Best)
				}
			}
		}
	}
	return "", 0
}

// inRelative reports whether a relative clause about a person begins right before what stands at a token: «عمر الذي كان كاتبا في ديوان …».
func (c *clause) inRelative(at int) bool {
	for i := at - 1; i >= c.s.Start && i >= at-8; i-- {
		switch c.tokens[i].Folded {
		case "who", "الذي", "التي":
			k := c.at(i - 1)
			if k < 0 && (c.token(i-1).Text == "," || c.token(i-1).Text == "،") {
				k = c.at(i - 2)
			}
			return k >= 0 && c.mentions[k].kind == person
		}
	}
	return false
}

// authority returns the organization that acts in a proceeding: the nearest one that is no network, or -1.
func (c *clause) authority(t trigger) int {
	best := -1
	for _, k := range c.within(c.s.Start, c.s.End, organization) {
		m := &c.mentions[k]
		if m.schema == sanad.SchemaNetwork || c.inRelative(m.first) {
			continue
		}
		if best < 0 || distance(m.first, t.first) < distance(c.mentions[best].first, t.first) {
			best = k
		}
	}
	return best
}
