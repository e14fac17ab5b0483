package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// A heading may say the step and the list below only names: "Arrested: Omar Salih (6 May 2015), Ali Hasan (7 May 2015)", «قائمة المطلق سراحهم في
// ١ شباط ٢٠١٦: …».

// stepList is the list of names being read under such a heading.
type stepList struct {
	schema   string // "" outside a list
	date     *text.Date
	sentence int // of the heading or the last row
}

// listedSteps reads the names behind or below a heading that says what happened to all of them.
func (c *clause) listedSteps() {
	if colon := c.stepHeading(); colon >= 0 {
		all := c.persons(colon+1, c.s.End)
		if len(all) == 0 {
			return
		}
		c.stepNames(all, colon+1)
		return
	}
	if c.steplist.schema == "" {
		return
	}
	if c.sentenceNo-c.steplist.sentence > 1 || !c.bareRow() {
		c.steplist = stepList{}
		return
	}
	c.steplist.sentence = c.sentenceNo
	c.stepNames(c.persons(c.s.Start, c.s.End), c.s.Start)
}

// stepHeading remembers a heading that opens the sentence and returns its colon, -1 when there is none.
func (c *clause) stepHeading() int {
	colon := -1
	for i := c.s.Start; i < c.s.End && i < c.s.Start+14; i++ {
		if c.tokens[i].Text == ":" && !c.dated[i] {
			colon = i
			break
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			return -1
		}
	}
	if colon < 0 {
		return -1
	}
	schema := ""
	for i := c.s.Start; i < colon; i++ {
		switch strings.TrimLeft(c.tokens[i].Folded, "و") {
		case "arrested", "detained", "captured", "الموقوفون", "الموقوفين", "المعتقلون", "المعتقلين", "عليهم":
			if c.tokens[i].Folded != "عليهم" || strings.HasSuffix(c.token(i-1).Folded, "المقبوض") || strings.HasSuffix(c.token(i-1).Folded, "القبض") {
				schema = sanad.SchemaDetention
			}
		case "released", "freed", "سراحهم", "سبيلهم":
			schema = sanad.SchemaRelease
		case "عنهم": // «المفرج عنهم», not a signature «عنهم: فلان»
			if prev := c.token(i - 1).Folded; strings.HasSuffix(prev, "المفرج") || strings.HasSuffix(prev, "الافراج") {
				schema = sanad.SchemaRelease
			}
		case "release":
			if c.token(i+1).Folded == "list" || c.token(i+1).Folded == "order" {
				schema = sanad.SchemaRelease
			}
		case "who", "by", "not", "said", "statement", "where", "why", "interview", "of":
			if c.tokens[i].Folded != "of" || i+1 < len(c.dated) && !c.dated[i+1] {
				return -1
			}
		}
	}
	if schema == "" {
		return -1
	}
	c.steplist = stepList{schema: schema, sentence: c.sentenceNo}
	if k := c.dateFrom(c.s.Start); k < len(c.dates) && c.dates[k].Last <= colon {
		c.steplist.date = &c.dates[k]
	}
	return colon
}

// bareRow reports whether the sentence is a marked row of a list that begins with a name and tells of no step or deed itself.
func (c *clause) bareRow() bool {
	i := c.s.Start
	for i < c.s.End && i < c.s.Start+4 && c.tokens[i].Kind != text.Word {
		i++
	}
	if i == c.s.Start || c.at(i) < 0 || c.mentions[c.at(i)].kind != person {
		return false
	}
	for _, t := range c.triggers {
		if stage(t) || t.class == "event" {
			return false
		}
	}
	return true
}

// stepNames claims the step of each name of a list, with the date in brackets behind it or that of the heading; who is said to be at large
// has escaped it.
func (c *clause) stepNames(all []int, from int) {
	value := ""
	if c.steplist.schema == sanad.SchemaRelease {
		value = "released"
	}
	for n, k := range all {
		m := &c.mentions[k]
		end := c.s.End
		if n+1 < len(all) {
			end = c.mentions[all[n+1]].first
		}
		if n > 0 && !c.inList(c.mentions[all[n-1]].last, m.first) {
			return
		}
		if m.entity < 0 || m.parent || c.official(k) || c.ranked(k) || m.appositive >= 0 {
			continue
		}
		key := c.steplist.schema + string(c.entityOf(k)) + value + string(sanad.Affirmed) + itoa(c.s.Start)
		known := c.seen[key]
		c.seen[key] = true
		if known || c.atLarge(m.last, end) { // nor may the heading's word reach him by another way
			continue
		}
		date := c.steplist.date
		if d := c.dateIn(m.last, end, m.last); d != nil {
			date = d
		}
		const rule = "list.step"
		id := c.newEntity(c.steplist.schema, m.span)
		c.claim(id, c.steplist.schema, "subject", string(c.entityOf(k)), "", m.span, sanad.Affirmed, rule)
		if value != "" {
			c.claim(id, c.steplist.schema, "value", value, "", m.span, sanad.Affirmed, rule)
		}
		if date != nil {
			c.claim(id, c.steplist.schema, "date", date.EDTF, "", m.span, sanad.Affirmed, rule)
		}
	}
}

// inList reports whether a list goes on between two names: a mark or "and" right before the second, and no verb of a deed between.
func (c *clause) inList(from, to int) bool {
	prev := c.token(to - 1)
	if prev.Kind == text.Word && prev.Folded != "and" && !c.lex.is("title_en", prev.Folded) && !c.lex.is("title_ar", prev.Folded) && from < to {
		return false
	}
	return !c.eventBetween(from, to)
}

// atLarge reports whether the words between two tokens say that somebody was not taken.
func (c *clause) atLarge(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "large", "escaped", "fled", "wanted", "sought", "هارب", "هاربه", "طليق", "مطلوب":
			return true
		}
	}
	return false
}
