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
			case strings.HasSuffix(t.rule.id, ".found") && c.notGuilty(t):
				c.outcome(t, sanad.SchemaVerdict, "acquitted")
			default:
				c.outcome(t, sanad.SchemaVerdict, v)
			}
		case "release":
			if c.hostage() {
				continue
			}
			c.outcome(t, sanad.SchemaRelease, "released")
		case "sentence":
			if v, at, ok := c.penalty(t.last); ok && !(c.tokens[t.first].Folded == "received" && at-t.last > 3) {
				c.outcome(t, sanad.SchemaSentence, v)
			}
		}
	}
	c.ruledItem()
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
			case "حكمت", "قررت", "حكم", "قضت", "sentences", "sentenced", "ruled", "decided", "rules", "decides":
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
	subjects := slices.DeleteFunc(slices.Clone(c.outcomeSubjects(t)), c.official)
	if len(subjects) == 0 {
		return
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
		if d := c.dateIn(c.s.Start, c.s.End, t.first); schema == sanad.SchemaVerdict && c.dateOf(t.first, true) == nil && d != nil && !c.ofBirth(d) { // the verdict is of the day of its sentence
			c.claim(id, schema, "date", d.EDTF, "", d.Span, polarity, rule)
		} else {
			c.dateClaim(id, schema, t.first, polarity, rule)
		}
		if schema == sanad.SchemaDetention {
			c.placeClaim(id, schema, t.first, polarity, rule)
		}
		if authority >= 0 {
			o := &c.mentions[authority]
			c.claim(id, schema, "authority", string(c.entityOf(authority)), "", o.span, polarity, rule)
		}
	}
}

// outcomePolarity: a denial in the sentence is usually of the crime, not of the arrest; only a negation of the verb itself
// denies it.
func (c *clause) outcomePolarity(t trigger) sanad.Polarity {
	if c.voice.wrong {
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
	arabic := c.tokens[t.first].IsArabic()
	switch t.attrs["form"] {
	case "self": // turned himself in
		if arabic {
			if k := c.at(t.last); k >= 0 && c.mentions[k].kind == person {
				return []int{k}
			}
		}
		return c.subject(t.first)
	case "appeal":
		return c.judged(t)
	}
	if !arabic && t.first-c.s.Start <= 1 && len(c.object(t.last, 3)) == 0 { // "Arrested 19 November at Rabia.", in an entry about somebody
		if k := c.lineHead(); k >= 0 {
			return []int{k}
		}
	}
	if arabic {
		last := c.tokens[t.last-1].Folded
		next := c.token(t.last).Folded
		pronoun := next == "عليه" || next == "عليها" || next == "عنه" || next == "بحقه" || next == "اليه" || last == "عليه" || last == "عنه" || last == "اليه" || last == "له" || last == "سبيله" || last == "سراحه" || last == "براءته" || last == "خلوه" || last == "طلعوه" ||
			len(last) > 8 && t.attrs["form"] == "verb" && (last[len(last)-2:] == "ه")
		if strings.HasSuffix(last, "ته") && t.class != "charge" || strings.HasSuffix(last, "وه") {
			pronoun = true
		}
		if !pronoun {
			if after := c.afterOn(t); len(after) > 0 {
				return after
			}
		}
		if s := c.nearestBefore(t); len(s) > 0 {
			return s
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
		if c.tokens[t.first].Folded == "his" && c.lastWho >= 0 {
			if s := c.subject(t.first); len(s) > 0 {
				return s
			}
			return []int{c.lastWho}
		}
		return nil
	}
	if f := c.token(t.last).Folded; (f == "him" || f == "her") && !c.passive(t) { // "convicted him"
		if before := c.persons(c.s.Start, t.first); len(before) > 0 {
			return before[len(before)-1:]
		}
		if c.lastWho >= 0 {
			return []int{c.lastWho}
		}
		return nil
	}
	if f := c.token(t.first - 1).Text; f == "," || f == "(" { // "Omar, sentenced to death in absentia, …"
		if k := c.at(t.first - 2); k >= 0 && c.mentions[k].kind == person && !c.mentions[k].parent && len(c.object(t.last, 3)) == 0 {
			return c.group(k)
		}
	}
	if c.passive(t) || c.impliedPassive(t) {
		if s := c.subject(t.first); len(s) > 0 {
			return s
		}
		if f := c.token(t.first - 1); f.Kind == text.Punctuation && f.Text != "." { // "Karrar Hussein, fighter; detained 11 April"
			if k := c.subjectOfSentence(); k >= 0 && c.mentions[k].first-c.s.Start <= 6 {
				return []int{k}
			}
		}
		if after := c.firstAfter(t.last, 6); len(after) > 0 && c.token(t.last).Text == ":" {
			return after
		}
		return nil
	}
	if after := c.object(t.last, 12); len(after) > 0 {
		return after
	}
	if t.class == "sentence" && c.tokens[t.first].Folded == "handed" && c.lastWho >= 0 && len(c.persons(c.s.Start, t.first)) == 0 {
		return []int{c.lastWho}
	}
	if t.class == "sentence" || t.class == "verdict" || t.class == "charge" || t.class == "release" {
		switch c.tokens[t.first].Folded {
		case "sentence", "the", "sentencing", "charges", "conviction", "acquittal", "reduced", "commuted", "his", "her", "serving", "serves", "gets", "imposed", "imposes", "case", "penalty", "filed", "brought":
			who := c.topic(t.first)
			if f := c.tokens[t.first].Folded; len(who) == 0 && c.lastWho >= 0 && (f == "his" || f == "her") {
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
	case "has", "had", "have", "stands", "stand", "walked", "was", "were", "faces", "face", "facing", "received", "given", "is", "got", "gets", "serving", "serves", "taken", "not", "jailed", "imprisoned":
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
			if o.first >= t.last && o.last <= m.first && (o.class == "event" && !c.penal(o) || o.class == "release" && t.class != "release" || o.class == "sentence" && t.class != "sentence" || o.class == "part" && o.attrs["role"] != "victim") {
				return nil
			}
		}
		// the judge who gives the order is no subject
		prev := c.token(m.first - 1).Folded
		if c.official(k) || prev == "القاضي" || prev == "الناطق" || prev == "المتحدث" || prev == "العقيد" || prev == "اللواء" {
			continue
		}
		return c.group(k)
	}
	return nil
}

func (c *clause) nearestBefore(t trigger) []int {
	all := c.persons(c.s.Start, t.first)
	for i := len(all) - 1; i >= 0; i-- {
		if c.broken(c.mentions[all[i]].last, t.first) {
			return nil
		}
		if i > 0 && c.governed(all[i]) && !c.governed(all[0]) || c.speaks(all[i]) || c.official(all[i]) || c.headed(all[i]) {
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
		f := c.tokens[i].Folded
		next := c.token(i + 1).Folded
		switch f {
		case "death", "hang", "hanging", "gallows", "scaffold", "execution", "بالاعدام", "باعدام", "اعدام", "الاعدام", "والاعدام", "شنقا":
			if i >= pos || f == "death" || c.tokens[i].IsArabic() {
				return "death", i, true
			}
		case "life":
			return "life", i, true
		case "الموبد", "بالموبد", "موبد", "بالسجن_المؤبد", "مؤبد":
			return "life", i, true
		case "مدي":
			if next == "الحياه" {
				return "life", i, true
			}
		}
		if i < pos || c.dated[i] {
			continue
		}
		if n, counted := c.countAt(i); counted && n.First == i {
			switch c.token(n.Last).Folded {
			case "year", "years", "yrs", "yr", "سنه", "سنوات", "عام", "عاما", "اعوام", "years'":
				return strconv.FormatInt(n.Best, 10) + " years", i, true
			case "-":
				if f := c.token(n.Last + 1).Folded; f == "year" || f == "years" {
					return strconv.FormatInt(n.Best, 10) + " years", i, true
				}
			case "month", "months", "شهر", "شهرا", "اشهر":
				return strconv.FormatInt(n.Best, 10) + " months", i, true
			}
		}
		if w, y := yearCompound(f); y > 0 {
			_ = w
			return strconv.Itoa(y) + " years", i, true
		}
	}
	return "", 0, false
}

// countAt reads the number at token i; an Arabic number word may carry the preposition ب: «بعشر سنوات».
func (c *clause) countAt(i int) (text.Count, bool) {
	n, ok := text.CountAt(c.tokens, i)
	if t := c.tokens[i]; !ok && t.Kind == text.Word && strings.HasPrefix(t.Folded, "ب") && i+1 < len(c.tokens) {
		few := append([]text.Token(nil), c.tokens[i:min(i+5, len(c.tokens))]...)
		few[0].Folded = strings.TrimPrefix(t.Folded, "ب")
		if n, ok = text.CountAt(few, 0); ok {
			n.First, n.Last = n.First+i, n.Last+i
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

// authority returns the organization that acts in a proceeding: the nearest one that is no network, or -1.
func (c *clause) authority(t trigger) int {
	best := -1
	for _, k := range c.within(c.s.Start, c.s.End, organization) {
		m := &c.mentions[k]
		if m.schema == sanad.SchemaNetwork {
			continue
		}
		if best < 0 || distance(m.first, t.first) < distance(c.mentions[best].first, t.first) {
			best = k
		}
	}
	return best
}
