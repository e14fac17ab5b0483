package text

import (
	"fmt"
	"strings"
	"time"
)

// Date is a time a text names, resolved as far as it says.
type Date struct {
	Span        Span
	First, Last int    // tokens, Last exclusive
	EDTF        string // 2014-10-29, 2014-10, 2014, 2014-10-21/2014-10-31, 2014-07-26~
	Precision   string // day, month, year, range
	How         string // absolute, relative, hijri, feast
	from, to    time.Time
}

// months maps folded names of months to their number: English, Levantine and Iraqi, Gregorian Arabic, Maghrebi. The

// Levantine ones of two words are in monthAt.
var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6, "تموز": 7, "اب": 8, "ايلول": 9,
	"يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6, "يونيه": 6, "يوليو": 7, "يوليه": 7, "اغسطس": 8, "سبتمبر": 9, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
	"جانفي": 1, "فيفري": 2, "افريل": 4, "ماي": 5, "جوان": 6, "جويليه": 7, "اوت": 8,
}

var seasons = map[string]time.Month{
	"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12, "ربيع": 3, "صيف": 6, "خريف": 9, "شتاء": 12,
}

// parts are words that narrow a month or a year: the third of it they mean.
var parts = map[string]int{
	"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3,
	"اوايل": 1, "مطلع": 1, "بدايه": 1, "بدايات": 1, "منتصف": 2, "اواسط": 2, "وسط": 2, "نصف": 2, "اواخر": 3, "نهايه": 3, "اخر": 3,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"الاحد": 0, "الاثنين": 1, "الثلاثاء": 2, "الاربعاء": 3, "الخميس": 4, "الجمعه": 5, "السبت": 6, "الثلاثا": 2, "الاربعا": 3,
}

// Dates returns the dates in tokens, in order. base is the report's date: relative dates and dates without a year count

// from it; with a zero base they are left out. "Two days later" counts from the date named before it.
func Dates(tokens []Token, base time.Time) []Date {
	var out []Date
	var anchor time.Time
	for i := 0; i < len(tokens); {
		from := base
		if anchor.After(base) { // the text speaks of a time after the date given for it: months without a year follow it
			from = anchor.AddDate(0, 8, 0)
		}
		d, ok := dateAt(tokens, i, base, from, anchor)
		if !ok {
			i++
			continue
		}
		d.Span = Span{tokens[d.First].Span.Start, tokens[d.Last-1].Span.End}
		if tokens[d.First].IsArabic() {
			if f := tokens[d.First].Folded; (f[:2] == "و" || f[:2] == "ب" || f[:2] == "ل" || f[:2] == "ف") && months[f] == 0 && parts[f] == 0 {
				if _, s := stemIn(f, func(w string) bool { return months[w] != 0 || parts[w] != 0 || seasons[w] != 0 }); s > 0 {
					d.Span.Start += SkipIn(tokens[d.First].Text, s)
				}
			}
		}
		out = append(out, d)
		if d.Precision == "day" {
			anchor = d.from
		}
		i = max(d.Last, i+1)
	}
	return out
}

// stemIn returns the first reading of a folded Arabic word that is known, and how many letters stand before it.
func stemIn(word string, known func(string) bool) (string, int) {
	if known(word) {
		return word, 0
	}
	if len(word) < 6 || word[0] < 0x80 {
		return "", -1
	}
	for _, s := range Proclitics(word)[1:] {
		if known(s.Stem) {
			return s.Stem, s.Skip
		}
	}
	return "", -1
}

// dateAt reads the date that starts at token i. Relative dates count from base or anchor; a missing year is the latest

// that is not after yearBase.
func dateAt(tokens []Token, i int, base, yearBase, anchor time.Time) (Date, bool) {
	t := tokens[i]
	if t.Kind == Number {
		return numericDate(tokens, i, yearBase)
	}
	if t.Kind != Word {
		return Date{}, false
	}
	if d, ok := wordDate(tokens, i, yearBase); ok {
		return d, true
	}
	if base.IsZero() {
		return Date{}, false
	}
	return relativeDate(tokens, i, base, anchor)
}

func day(i, last int, y, m, d int, how string) (Date, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if m < 1 || m > 12 || t.Day() != d || y < 1900 || y > 2100 {
		return Date{}, false
	}
	return Date{First: i, Last: last, EDTF: t.Format("2006-01-02"), Precision: "day", How: how, from: t, to: t}, true
}

func dayAt(i, last int, t time.Time, how string) Date {
	return Date{First: i, Last: last, EDTF: t.Format("2006-01-02"), Precision: "day", How: how, from: t, to: t}
}

func monthDate(i, last, y int, m time.Month, how string) Date {
	from := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	return Date{First: i, Last: last, EDTF: from.Format("2006-01"), Precision: "month", How: how, from: from, to: from.AddDate(0, 1, -1)}
}

func yearDate(i, last, y int, how string) Date {
	from := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
	return Date{First: i, Last: last, EDTF: fmt.Sprintf("%04d", y), Precision: "year", How: how, from: from, to: from.AddDate(1, 0, -1)}
}

func rangeDate(i, last int, from, to time.Time, how string) Date {
	return Date{First: i, Last: last, EDTF: from.Format("2006-01-02") + "/" + to.Format("2006-01-02"), Precision: "range", How: how, from: from, to: to}
}

func isYear(t Token) (int, bool) {
	if t.Kind != Number {
		return 0, false
	}
	n, ok := small(t)
	return n, ok && len(t.Folded) == 4 && n >= 1900 && n <= 2100
}

// small returns the value of a token of at most four digits.
func small(t Token) (int, bool) {
	if t.Kind != Number || len(t.Folded) > 4 {
		return 0, false
	}
	n := 0
	for _, c := range []byte(t.Folded) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

func at(tokens []Token, i int) Token {
	if i < 0 || i >= len(tokens) {
		return Token{Kind: Break}
	}
	return tokens[i]
}

// skipLink skips the little words between the parts of a date: of, the, من, شهر, عام, سنة, لعام, commas.
func skipLink(tokens []Token, i int) int {
	for n := 0; n < 3; n++ {
		switch at(tokens, i).Folded {
		case "of", "the", ",", "،", "من", "شهر", "عام", "سنه", "لعام", "لسنه", "العام", "in":
			i++
		default:
			return i
		}
	}
	return i
}

// monthAt reads a month name at i, one word or two, and returns the tokens it takes.
func monthAt(tokens []Token, i int) (time.Month, int) {
	t := at(tokens, i)
	if t.Kind != Word {
		return 0, 0
	}
	f := t.Folded
	stem := f
	if t.IsArabic() {
		s, skip := stemIn(f, func(w string) bool { return months[w] != 0 || w == "كانون" || w == "تشرين" })
		if skip < 0 {
			return 0, 0
		}
		stem = s
	}
	if stem == "كانون" || stem == "تشرين" {
		first := stem == "كانون"
		switch at(tokens, i+1).Folded {
		case "الثاني", "ثاني", "2":
			if first {
				return time.January, 2
			}
			return time.November, 2
		case "الاول", "اول", "1":
			if first {
				return time.December, 2
			}
			return time.October, 2
		}
		return 0, 0
	}
	m := months[stem]
	if m == 0 {
		return 0, 0
	}
	n := 1
	if len(stem) <= 4 && stem[0] < 0x80 && at(tokens, i+1).Text == "." && at(tokens, i+1).Span.Start == t.Span.End {
		n = 2
	}
	if (stem == "may" || stem == "march" || stem == "mar") && !t.Capitalized() {
		return 0, 0
	}
	if stem[0] >= 0x80 && at(tokens, i+1).Text == "/" || at(tokens, i+1).Text == "(" && months[strings.TrimSpace(at(tokens, i+2).Folded)] == m {
		if m2, k := monthAt(tokens, i+2); k > 0 && m2 == m { // حزيران/يونيو, شباط (فبراير)
			n = 2 + k
			if at(tokens, i+n).Text == ")" {
				n++
			}
		}
	}
	return m, n
}

// yearAfter reads a year at i after the little words that may stand before it; guessed is set when there is none and the

// base gives it: the latest such month not after the base.
func yearAfter(tokens []Token, i int, m time.Month, base time.Time) (y, next int, ok bool) {
	j := skipLink(tokens, i)
	if y, is := isYear(at(tokens, j)); is {
		j++
		if f := at(tokens, j).Folded; f == "م" || f == "ميلادي" || f == "ميلاديه" {
			j++
		}
		return y, j, true
	}
	switch at(tokens, i).Folded {
	case "الماضي", "المنصرم", "last":
		i++
	}
	if base.IsZero() {
		return 0, i, false
	}
	y = base.Year()
	if m > base.Month() {
		y--
	}
	return y, i, true
}

// numericDate reads the dates that begin with a digit.
func numericDate(tokens []Token, i int, base time.Time) (Date, bool) {
	t := tokens[i]
	if strings.Count(t.Folded, ".") == 2 { // 12.03.2014
		var d, m, y int
		if n, _ := fmt.Sscanf(t.Folded, "%d.%d.%d", &d, &m, &y); n == 3 && y > 1900 {
			return day(i, i+1, y, m, d, "absolute")
		}
		return Date{}, false
	}
	n, ok := small(t)
	if !ok {
		return Date{}, false
	}
	if d, ok := slashDate(tokens, i, n); ok {
		return d, true
	}
	j := i + 1
	if f := at(tokens, j).Folded; (f == "st" || f == "nd" || f == "rd" || f == "th") && at(tokens, j).Span.Start == t.Span.End {
		j++
	}
	// 29 to 30 October, 29-30 October, 29 and 30 October
	second := 0
	switch at(tokens, j).Folded {
	case "to", "-", "–", "and", "الي", "و", "حتي", "—":
		if k, ok := small(at(tokens, j+1)); ok && k <= 31 && k > n {
			e := j + 2
			if f := at(tokens, e).Folded; f == "st" || f == "nd" || f == "rd" || f == "th" {
				e++
			}
			if m, _ := monthAt(tokens, skipLink(tokens, e)); m != 0 {
				second, j = k, e
			}
		}
	}
	k := skipLink(tokens, j)
	if n >= 1 && n <= 31 {
		if m, w := monthAt(tokens, k); m != 0 {
			y, next, ok := yearAfter(tokens, k+w, m, base)
			if !ok {
				return Date{}, false
			}
			d, ok := day(i, next, y, int(m), n, "absolute")
			if !ok {
				return Date{}, false
			}
			if second > 0 {
				if e, ok := day(i, next, y, int(m), second, "absolute"); ok {
					return rangeDate(i, next, d.from, e.from, "absolute"), true
				}
			}
			return extend(tokens, d, base), true
		}
		if d, ok := hijriDate(tokens, i, n, k); ok {
			return d, true
		}
	}
	if y, is := isYear(t); is {
		return bareYear(tokens, i, y)
	}
	return Date{}, false
}

// extend turns a day into a range when another day follows: "29 October - 3 November 2014", "from 29 October to 3 November".
func extend(tokens []Token, d Date, base time.Time) Date {
	switch at(tokens, d.Last).Folded {
	case "to", "-", "–", "—", "until", "الي", "حتي", "ولغايه", "لغايه":
	case "and":
		if f := at(tokens, d.First-1).Folded; f != "between" {
			return d
		}
	default:
		return d
	}
	j := d.Last + 1
	if at(tokens, j).Kind != Number {
		return d
	}
	e, ok := numericDate(tokens, j, base)
	if !ok || e.Precision != "day" {
		return d
	}
	if d.from.After(e.from) && d.from.Year() != e.from.Year() { // the first day had no year of its own
		d.from = time.Date(e.from.Year(), d.from.Month(), d.from.Day(), 0, 0, 0, 0, time.UTC)
	}
	if y := at(tokens, d.Last-1); y.Kind == Word && e.from.Year() != d.from.Year() {
		d.from = time.Date(e.from.Year(), d.from.Month(), d.from.Day(), 0, 0, 0, 0, time.UTC)
	}
	if d.from.After(e.from) {
		return d
	}
	return rangeDate(d.First, e.Last, d.from, e.from, "absolute")
}

// slashDate reads 2014-10-29, 12/03/2014 (day first), 12-3-2014, 12 / 3 / 2014 and 03/2014.
func slashDate(tokens []Token, i, n int) (Date, bool) {
	sep := at(tokens, i+1).Text
	if sep != "/" && sep != "-" && sep != "\\" && sep != "–" {
		return Date{}, false
	}
	m, ok := small(at(tokens, i+2))
	if !ok {
		return Date{}, false
	}
	if at(tokens, i+3).Text == sep {
		k, ok := small(at(tokens, i+4))
		if !ok {
			return Date{}, false
		}
		switch {
		case len(tokens[i].Folded) == 4:
			return day(i, i+5, n, m, k, "absolute")
		case len(tokens[i+4].Folded) == 4 && k < 1500 && k > 1300:
			return hijriDay(i, i+5, k, m, n)
		case len(tokens[i+4].Folded) == 4:
			if d, ok := day(i, i+5, k, m, n, "absolute"); ok {
				return d, true
			}
			return day(i, i+5, k, n, m, "absolute") // 10/29/2014 can only be month first
		case len(tokens[i+4].Folded) == 2 && sep == "/":
			return day(i, i+5, 2000+k, m, n, "absolute")
		}
		return Date{}, false
	}
	if y, is := isYear(at(tokens, i+2)); is && n >= 1 && n <= 12 && (sep == "/" || len(tokens[i].Folded) == 2) {
		return monthDate(i, i+3, y, time.Month(n), "absolute"), true
	}
	if y, is := isYear(tokens[i]); is && m >= 1 && m <= 12 && len(tokens[i+2].Folded) == 2 && sep != "–" {
		return monthDate(i, i+3, y, time.Month(m), "absolute"), true
	}
	return Date{}, false
}
