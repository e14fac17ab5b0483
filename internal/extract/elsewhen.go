package extract

import (
	"strings"
	"time"

	"github.com/sanad-workbench/sanad/internal/text"
)

// elsewhen reports whether a sentence tells of another time than the operation the report is about: a sum ("since the first of the
// year", "in the last month", «منذ بداية العام») or the month of an earlier one ("In June").
func (c *clause) elsewhen() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		next := c.token(i + 1).Folded
		switch c.tokens[i].Folded {
		case "since":
			if c.dated[i+1] || next == "the" || next == "early" || next == "late" {
				return true
			}
		case "in", "over", "during", "within":
			if next == "the" && recent(c.token(i+2).Folded) && span(c.token(i+3).Folded, c.token(i+4).Folded) {
				return true
			}
		case "so":
			if next == "far" && c.token(i+2).Folded == "this" {
				return true
			}
		case "منذ", "ومنذ":
			if c.dated[i+1] || next == "بدايه" || next == "مطلع" || next == "اول" {
				return true
			}
		case "خلال", "وخلال":
			if strings.HasPrefix(next, "ال") && (c.token(i+2).Folded == "الماضيه" || c.token(i+2).Folded == "الاخيره" || c.token(i+2).Folded == "الجاري" || c.token(i+2).Folded == "المنصرمه") && span(next, "") {
				return true
			}
		}
	}
	return c.earlierMonth()
}

// recent reports a word for the time just past: the last, the past month.
func recent(f string) bool { return f == "last" || f == "past" || f == "previous" || f == "preceding" }

// span reports whether one of two words is a stretch of time that more than one operation fits in.
func span(a, b string) bool {
	for _, f := range [2]string{a, b} {
		switch f {
		case "week", "weeks", "month", "months", "year", "years", "days", "الاشهر", "الاسابيع", "السنوات", "الايام", "العام", "السنه", "الشهر", "الاعوام":
			return true
		}
	}
	return false
}

// earlierMonth reports whether a sentence opens with a month before that of the operation: "In June, insurgents …".
func (c *clause) earlierMonth() bool {
	d := c.dateIn(c.s.Start, c.s.Start+3, c.s.Start)
	if d == nil || d.Precision != "month" {
		return false
	}
	on := c.base.Format(time.DateOnly)
	if a := &c.account; a.date != nil && isDay(a.date) {
		on, _, _ = text.Interval(a.date.EDTF)
	} else if c.base.IsZero() {
		return false
	}
	_, to, ok := text.Interval(d.EDTF)
	return ok && to < on
}
