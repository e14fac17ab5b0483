package extract

import (
	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// stage reports whether a trigger tells of a step of the law: an arrest, a charge, a judgment, a release.
func stage(t trigger) bool {
	switch t.class {
	case "arrest", "charge", "verdict", "sentence", "release":
		return true
	}
	return false
}

// outcomeDate returns when the step of the law told by a trigger happened, nil when its sentence does not say. Each step has its
// own: the date behind it before the next step or a deed ("arrested on 4 May, charged on 9 June", "sentenced on 3 January for the
// killing of Ali on 4 May 2015"), else the one before it that no step before has, else, of a judgment, that of its other half ("On 3
// January he was found guilty and sentenced to death").
func (c *clause) outcomeDate(t trigger) *text.Date {
	d := c.dateBehind(t)
	if d == nil {
		d = c.dateAhead(t)
	}
	if d != nil {
		if judgment(t) {
			c.judgedOn, c.judgedAt = d, c.sentenceNo
		}
		return d
	}
	if d := c.entryDate(); d != nil {
		return d
	}
	if d := c.operationDate(t); d != nil {
		return d
	}
	if t.class == "release" && (c.ruled() || c.courtWord()) {
		return c.courtDate()
	}
	if !judgment(t) {
		return nil
	}
	for _, o := range c.triggers {
		if o.first == t.first || o.class != "verdict" && o.class != "sentence" || c.broken(min(o.last, t.last), max(o.first, t.first)) {
			continue
		}
		if d := c.dateBehind(o); d != nil {
			return d
		}
		if d := c.dateAhead(o); d != nil {
			return d
		}
	}
	if d := c.courtDate(); d != nil {
		return d
	}
	if c.judgedOn != nil && c.sentenceNo-c.judgedAt <= judgedReach {
		return c.judgedOn
	}
	return nil
}

// judgedReach is over how many sentences a judgment goes on that was dated once: "On 30 May the court convicted both. Omar was sentenced to …".
const judgedReach = 3

// entryDate returns the date that opens the entry of a diary the sentence stands in, as a sentence of its own: "5 July. Omar gave himself
// up.", nil when there is none.
func (c *clause) entryDate() *text.Date {
	for n := c.sentenceNo - 1; n >= 0 && n >= c.sentenceNo-4; n-- {
		s := c.sentences[n]
		for i := s.End - 1; i < c.s.Start; i++ {
			if c.tokens[i].Kind == text.Break {
				return nil
			}
		}
		k := c.dateFrom(s.Start)
		if k == len(c.dates) || c.dates[k].Last > s.End {
			continue
		}
		d := &c.dates[k]
		for i := s.Start; i < s.End; i++ {
			if c.tokens[i].Kind == text.Word && !c.dated[i] {
				d = nil
				break
			}
		}
		if d != nil && (s.Start == 0 || c.tokens[s.Start-1].Kind == text.Break || c.tokens[s.Start].Kind == text.Break) {
			return d
		}
	}
	return nil
}

// dateBehind returns the first date after a step that no other step and no deed stands before.
func (c *clause) dateBehind(t trigger) *text.Date {
	for i := c.dateFrom(t.last); i < len(c.dates) && c.dates[i].Last <= c.s.End; i++ {
		d := &c.dates[i]
		if c.ofBirth(d) {
			continue
		}
		if c.ofRelative(t.last, d) {
			return nil
		}
		for _, o := range c.triggers {
			if o.first < t.last || o.first >= d.First {
				continue
			}
			if o.class == "event" && !c.penal(o) && !c.hangs(o, t) && !(t.class == "arrest" && o.attrs["type"] == "attack" && o.first-t.last <= 6) || stage(o) && !c.oneStep(t, o) && !c.sameDay(t, o) {
				return nil
			}
		}
		for _, o := range c.triggers { // "…, and on 9 June he was charged": the date of the next step
			if stage(o) && !c.oneStep(t, o) && o.first >= d.Last && c.opens(d, t.last) && !c.stepBetween(d.Last, o.first) {
				return nil
			}
		}
		return d
	}
	return nil
}

// ofRelative reports whether a date after token from is that of a relative clause begun since then: "arrested Omar, who was emir of Hit
// in 2014".
func (c *clause) ofRelative(from int, d *text.Date) bool {
	for i := d.First - 1; i >= from; i-- {
		switch f := c.tokens[i].Folded; f {
		case "who", "whom", "whose", "which", "الذي", "التي", "الذين":
			return true
		case ",", "،", ";", "؛":
			return false
		}
	}
	return false
}

// hangs reports whether a word for killing only says how a sentence is to be carried out.
func (c *clause) hangs(o, t trigger) bool {
	return t.class == "sentence" && o.attrs["type"] == "public_execution" && o.first-t.last <= 6
}

// oneStep reports whether two triggers tell of the same step in other words: "remanded in custody".
func (c *clause) oneStep(t, o trigger) bool {
	if o.class == "arrest" && t.class == "arrest" && distance(t.first, o.first) <= 6 {
		return true // remanded Omar in custody
	}
	return o.class == t.class && distance(t.first, o.first) <= 4 && len(c.persons(min(t.last, o.last), max(t.first, o.first))) == 0
}

// sameDay reports whether two steps are told in one breath, so that the date behind them is of both: "arrested and released on 20 February".
func (c *clause) sameDay(t, o trigger) bool {
	return t.class == "arrest" && (o.class == "release" || o.class == "charge") && (o.first-t.last == 1 && c.tokens[t.last].Folded == "and" || o.first == t.last && o.skip > 0)
}

// stepBetween reports whether a step of the law is told between two tokens.
func (c *clause) stepBetween(from, to int) bool {
	for _, o := range c.triggers {
		if stage(o) && o.first >= from && o.last <= to {
			return true
		}
	}
	return false
}

// opens reports whether a date after token from opens a part of the sentence of its own: a comma, "and" or a semicolon stands before
// it.
func (c *clause) opens(d *text.Date, from int) bool {
	i := d.First - 1
	for i > from {
		switch c.tokens[i].Folded {
		case "on", "in", "at", "the", "since", "early", "late", "في", "يوم", "بتاريخ", "عام", "سنه", "شهر", "منذ":
			i--
			continue
		}
		break
	}
	switch f := c.token(i).Folded; f {
	case ",", "،", "and", ";", "؛", "then", "ثم", "but", ".":
		return i >= from && (f == "and" || f == ";" || f == "؛" || f == "then" || f == "ثم" || f == "but" || i > from)
	case "وفي", "وبتاريخ", "ويوم":
		return true
	}
	switch c.token(i + 1).Folded {
	case "وفي", "وبتاريخ", "ويوم":
		return true
	}
	return false
}

// dateAhead returns the date before a step: the last one in its part of the sentence that belongs to no step or deed told before.
func (c *clause) dateAhead(t trigger) *text.Date {
	for i := c.dateFrom(t.first) - 1; i >= 0 && c.dates[i].First >= c.s.Start; i-- {
		d := &c.dates[i]
		opening := d.First-c.s.Start <= 2 && !c.stageBetween(d.Last-1, t.first) // "Eight months later he came before the court, which gave him …"
		if c.ofBirth(d) || d.Last > t.first || c.broken(d.Last, t.first) && !opening {
			continue
		}
		if c.strokeBetween(d.Last, t.first) { // of another column
			return nil
		}
		taken := false
		for _, o := range c.triggers {
			if o.last > d.First || o.first < c.s.Start || !stage(o) && (o.class != "event" || c.penal(o) || t.class == "arrest" && o.attrs["type"] == "attack") || stage(o) && c.oneStep(t, o) {
				continue
			}
			taken = taken || !c.opens(d, o.last)
		}
		if taken {
			return nil
		}
		for _, o := range c.triggers { // another step stands between: it is that one's, but for the two halves of a judgment
			if stage(o) && o.first >= d.Last && o.last <= t.first && !c.oneStep(t, o) && !(judgment(o) && judgment(t)) {
				return nil
			}
		}
		return d
	}
	return nil
}

// strokeBetween reports whether the stroke of a table stands between two tokens.
func (c *clause) strokeBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if c.tokens[i].Text == "|" {
			return true
		}
	}
	return false
}

func judgment(t trigger) bool { return t.class == "verdict" || t.class == "sentence" }

// courtDate returns the one date that the head of a judgment gives for it, nil when there is none or are several: "Judgment of 3 January
// 2018", «تاريخ الحكم: 3/1/2018».
func (c *clause) courtDate() *text.Date {
	var found *text.Date
	for i := range c.dates {
		d := &c.dates[i]
		if d.First > judgmentHead {
			break
		}
		if d.Precision != "day" {
			continue
		}
		of := c.underCourt(d)
		for k := d.First - 1; k >= 0 && k >= d.First-6 && !of; k-- {
			switch c.tokens[k].Folded {
			case "judgment", "judgement", "judgments", "judgements", "verdict", "verdicts", "ruling", "rulings", "sitting", "session", "decisions", "delivered", "pronounced", "sentences", "الحكم", "القرار", "قرار", "حكم", "النطق", "اصدار", "احكام", "قرارات", "جلسه", "الجلسه", "الاحكام", "reasons":
				of = true
			case ".":
				if c.token(k-1).Folded != "no" {
					k = 0
				}
			case "الاحاله", "احاله", "referral", "indictment":
				k = 0
			}
		}
		if !of && !c.inCourtHead(d) || c.personBeside(d) {
			continue
		}
		if found != nil && found.EDTF != d.EDTF {
			return nil
		}
		found = d
	}
	return found
}

// inCourtHead reports whether a date stands in one of the first lines of a court's report that only say which court it is and when: "Eighth
// Criminal Court of Anbar, 2 November 2021", «باسم الشعب / ٩ نيسان ٢٠١٩».
func (c *clause) inCourtHead(d *text.Date) bool {
	lines, court := 0, false
	from := d.First
	for from > 0 && c.tokens[from-1].Kind != text.Break {
		from--
	}
	for i := 0; i < d.Last; i++ {
		t := c.tokens[i]
		if t.Kind == text.Break && c.token(i+1).Kind != text.Break && i > 0 {
			lines++
		}
		switch t.Folded {
		case "court", "tribunal", "محكمه", "جنايات":
			court = true
		}
	}
	words, end := 0, from
	for ; end < len(c.tokens) && c.tokens[end].Kind != text.Break; end++ {
		t := c.tokens[end]
		if t.Kind != text.Word || c.dated[end] {
			continue
		}
		if words++; c.rules.begins(t.Folded) || auxiliary(t.Folded) && !c.tokens[end].Capitalized() {
			return false
		}
		switch t.Folded {
		case "الاحاله", "احاله", "referral", "indictment", "referred", "arrest", "hearing":
			return false
		}
	}
	return court && lines <= 3 && words <= 12
}

// personBeside reports whether a person who is no judge is named beside a date.
func (c *clause) personBeside(d *text.Date) bool {
	for _, k := range c.persons(max(0, d.First-6), min(len(c.tokens), d.Last+4)) {
		judge := false
		for i := c.mentions[k].first - 1; i >= 0 && i >= c.mentions[k].first-2; i-- {
			f := c.tokens[i].Folded
			judge = judge || f == "judge" || f == "القاضي" || f == "justice"
		}
		if !judge {
			return true
		}
	}
	return false
}

// underCourt reports whether a date begins the line right below the name of a court, and ends it or a sentence there.
func (c *clause) underCourt(d *text.Date) bool {
	if c.token(d.First-1).Kind != text.Break || d.First < 2 || c.token(d.Last).Kind != text.Break && c.token(d.Last).Text != "." {
		return false
	}
	for k := d.First - 2; k >= 0 && c.tokens[k].Kind != text.Break; k-- {
		if f := c.tokens[k].Folded; f == "court" || f == "tribunal" || f == "محكمه" {
			return true
		}
	}
	return false
}

// judgmentHead is within how many tokens the head of a judgment says when it was given.
const judgmentHead = 90

// stageClaim adds its date to a step of the law that happened to a person.
func (c *clause) stageClaim(entity sanad.ID, schema string, t trigger, who sanad.ID, polarity sanad.Polarity) {
	edtf, span := "", c.triggerSpan(t)
	if c.dateBehind(t) == nil && c.laterBehind(t) { // "arrested on 4 May and let go after two days"
		edtf = c.sinceStep(t, who)
	}
	if d := c.outcomeDate(t); d != nil && edtf == "" {
		edtf = d.EDTF
		if d.First >= c.s.Start && d.Last <= c.s.End { // else told in the head of the judgment
			span = d.Span
		}
	}
	if edtf == "" {
		edtf = c.sinceStep(t, who)
	}
	if edtf == "" {
		return
	}
	c.steps[who] = stepDate{edtf, c.sentenceNo}
	c.steps[""] = c.steps[who]
	c.claim(entity, schema, "date", edtf, "", span, polarity, t.rule.id)
}
