package extract

import (
	"strconv"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// A step is also dated by the one before it ("the next day", «بعد أسبوع من اعتقاله»), or by the operation it came of, told in the sentence before.

// stepDate is when the last step of the law told of somebody was.
type stepDate struct {
	edtf     string
	sentence int
}

// relativeReach is over how many sentences "a week later" counts from the step told before.
const relativeReach = 3

// sinceStep returns the date of a step that is told by how long after the person's last one it was, "" when it is not.
func (c *clause) sinceStep(t trigger, who sanad.ID) string {
	if d := c.sameMonth(t, who); d != "" {
		return d
	}
	years, months, days, said := c.lapse(t)
	if !said {
		return ""
	}
	last, ok := c.steps[who]
	if !ok && years == 0 && months == 0 { // "Within hours his cousin Omar was held as well"
		last, ok = c.steps[""]
	}
	if !ok || c.sentenceNo-last.sentence > relativeReach {
		return ""
	}
	if d, err := time.Parse("2006-01-02", last.edtf); err == nil {
		d = d.AddDate(years, months, days)
		switch {
		case years != 0:
			return d.Format("2006")
		case months != 0:
			return d.Format("2006-01")
		}
		return d.Format("2006-01-02")
	}
	if _, err := time.Parse("2006-01", last.edtf); err == nil && years == 0 && months == 0 && days <= 3 { // "in December" and a few days
		return last.edtf
	}
	return ""
}

// sameMonth reads a step's day of the month in which the one before was: «وأفرج عنه في السابع عشر منه», "on the 17th of the same month".
func (c *clause) sameMonth(t trigger, who sanad.ID) string {
	last, ok := c.steps[who]
	if !ok || len(last.edtf) < 7 || c.sentenceNo-last.sentence > 1 {
		return ""
	}
	for i := t.last; i < c.s.End && i < t.last+6; i++ {
		n, end := c.dayNumber(i)
		if n == 0 {
			continue
		}
		switch next, then := c.token(end).Folded, c.token(end+2).Folded; {
		case next == "منه":
		case next == "من" && c.token(end+1).Folded == "الشهر" && (then == "نفسه" || then == "ذاته"):
		case next == "of" && (c.token(end+1).Folded == "that" && then == "month" || c.token(end+1).Folded == "the" && then == "same"):
		default:
			return ""
		}
		return last.edtf[:7] + "-" + strconv.Itoa(n/10) + strconv.Itoa(n%10)
	}
	return ""
}

// dayNumber reads the number of a day at token i, in digits or an Arabic ordinal, and where it ends; 0 when there is none.
func (c *clause) dayNumber(i int) (n, end int) {
	f := c.token(i).Folded
	if c.token(i).Kind == text.Number || strings.HasSuffix(f, "th") {
		if n, err := strconv.Atoi(strings.TrimSuffix(f, "th")); err == nil && n >= 1 && n <= 31 {
			return n, i + 1
		}
		return 0, i
	}
	switch f {
	case "العشرين":
		return 20, i + 1
	case "الثلاثين":
		return 30, i + 1
	}
	for k, w := range []string{"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"} {
		if f != w && !(k == 0 && f == "الحادي") {
			continue
		}
		switch c.token(i + 1).Folded {
		case "عشر":
			return k + 11, i + 2
		case "والعشرين", "والعشرون":
			return k + 21, i + 2
		case "والثلاثين":
			return k + 31, i + 2
		}
		return k + 1, i + 1
	}
	return 0, i
}

// laterBehind reports whether how long after the step before it was is told right behind a step.
func (c *clause) laterBehind(t trigger) bool {
	_, _, _, ok := c.lapseIn(t, t.last, min(c.s.End, t.last+5))
	return ok
}

// lapse reads how long after the step before a step was, from the words beside it.
func (c *clause) lapse(t trigger) (years, months, days int, ok bool) {
	if years, months, days, ok = c.lapseIn(t, c.s.Start, min(t.first, c.s.Start+4)); ok { // "Within hours his cousin …"
		return years, months, days, ok
	}
	return c.lapseIn(t, max(c.s.Start, t.first-7), min(c.s.End, t.last+8))
}

func (c *clause) lapseIn(t trigger, from, to int) (years, months, days int, ok bool) {
	for i := from; i < to; i++ {
		if i > t.last && (c.tokens[i].Text == ";" || c.stageBetween(t.last-1, i)) || i < t.first && c.stageBetween(i-1, t.first-1) {
			continue
		}
		f, next := strings.TrimPrefix(c.tokens[i].Folded, "و"), c.token(i+1).Folded
		switch f {
		case "same":
			if next == "day" || next == "night" || next == "evening" || next == "afternoon" {
				return 0, 0, 0, true
			}
		case "day":
			if c.token(i-1).Folded == "the" && next == "before" {
				return 0, 0, -1, true
			}
		case "previous":
			if next == "day" {
				return 0, 0, -1, true
			}
		case "قبله", "قبلها":
			if n, unit, _ := c.span(i + 1); unit != "" {
				return inUnits(-n, unit)
			}
		case "next", "following":
			if next == "day" || next == "morning" {
				return 0, 0, 1, true
			}
		case "hours", "بساعات", "ساعات":
			switch prev := c.token(i - 1).Folded; {
			case next == "later", prev == "within", prev == "after", prev == "few", prev == "some", prev == "بعد", f == "بساعات":
				return 0, 0, 0, true
			}
		case "اليوم", "الليله":
			switch next {
			case "نفسه", "ذاته", "نفسها", "ذاتها":
				return 0, 0, 0, true
			case "التالي":
				return 0, 0, 1, true
			}
		case "بعد", "بعدها", "after", "a", "an":
			if n, unit, end := c.span(i + 1); unit != "" && (f == "بعد" || f == "بعدها" || f == "after" || c.token(end).Folded == "later" || c.token(end).Folded == "after") {
				return inUnits(n, unit)
			}
		default:
			if n, unit, end := c.span(i); unit != "" && n > 0 && (c.token(end).Folded == "later" || c.token(end).Folded == "after") {
				return inUnits(n, unit)
			}
		}
	}
	return 0, 0, 0, false
}

// span reads a length of time at token i: "three days", "week", «يومين», «ثلاثة أشهر», and where it ends; unit is "" when there is none.
func (c *clause) span(i int) (n int, unit string, end int) {
	f := strings.TrimPrefix(c.token(i).Folded, "ب")
	switch f {
	case "يوم", "day":
		return 1, "day", i + 1
	case "اسبوع", "week":
		return 7, "day", i + 1
	case "شهر", "month":
		return 1, "month", i + 1
	case "سنه", "عام", "year":
		return 1, "year", i + 1
	case "يومين":
		return 2, "day", i + 1
	case "اسبوعين":
		return 14, "day", i + 1
	case "شهرين":
		return 2, "month", i + 1
	case "سنتين", "عامين":
		return 2, "year", i + 1
	case "a", "one":
		return c.span(i + 1)
	}
	if i >= len(c.tokens) || i < len(c.dated) && c.dated[i] {
		return 0, "", i
	}
	count, ok := c.countAt(i)
	if !ok || count.First != i || count.Best > 60 {
		return 0, "", i
	}
	n = int(count.Best)
	switch c.token(count.Last).Folded {
	case "day", "days", "يوم", "يوما", "ايام":
		return n, "day", count.Last + 1
	case "week", "weeks", "اسابيع", "اسبوعا":
		return 7 * n, "day", count.Last + 1
	case "month", "months", "اشهر", "شهرا", "شهور":
		return n, "month", count.Last + 1
	case "hours", "ساعات", "ساعه":
		return n / 24, "day", count.Last + 1
	case "year", "years", "سنوات", "سنين", "اعوام":
		return n, "year", count.Last + 1
	}
	return 0, "", i
}

func inUnits(n int, unit string) (years, months, days int, ok bool) {
	switch unit {
	case "year":
		return n, 0, 0, true
	case "month":
		return 0, n, 0, true
	}
	return 0, 0, n, true
}

// operationDate returns the one day named in the sentence before an arrest that came of what that sentence tells: "A raid was carried out on 4
// May. It ended with the arrest of Omar", «وأسفرت العملية عن اعتقال عمر»; nil elsewhere.
func (c *clause) operationDate(t trigger) *text.Date {
	if t.class != "arrest" || c.sentenceNo == 0 || !c.ofOperation() {
		return nil
	}
	s := c.sentences[c.sentenceNo-1]
	var found *text.Date
	for i := c.dateFrom(s.Start); i < len(c.dates) && c.dates[i].Last <= s.End; i++ {
		if d := &c.dates[i]; d.Precision == "day" {
			if found != nil {
				return nil
			}
			found = d
		}
	}
	return found
}

// ofOperation reports whether the sentence goes on about an operation told before it.
func (c *clause) ofOperation() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		switch strings.TrimLeft(c.tokens[i].Folded, "وف") {
		case "operation", "raid", "search", "ambush":
			if prev := c.token(i - 1).Folded; prev == "the" || prev == "this" {
				return true
			}
		case "العمليه", "المداهمه", "خلالها", "الحمله", "الكمين", "المداهمات", "اثناءها":
			return true
		}
	}
	return false
}
