package text

import (
	"strings"
	"time"

	hijri "github.com/hablullah/go-hijri"
)

// hijriMonths maps folded month names to their number. The ones of two words are in hijriMonthAt.
var hijriMonths = map[string]int64{
	"محرم": 1, "المحرم": 1, "صفر": 2, "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10,
	"muharram": 1, "safar": 2, "rajab": 7, "shaban": 8, "sha'ban": 8, "ramadan": 9, "ramadhan": 9, "shawwal": 10,
}

func hijriMonthAt(tokens []Token, i int) (int64, int) {
	f, next := at(tokens, i).Folded, at(tokens, i+1).Folded
	if m := hijriMonths[f]; m != 0 {
		return m, 1
	}
	second := next == "الثاني" || next == "الثانيه" || next == "الاخر" || next == "الاخره" || next == "al-thani" || next == "al-akhir" || next == "al-akhira"
	first := next == "الاول" || next == "الاولي" || next == "al-awwal" || next == "al-ula"
	switch f {
	case "ربيع", "rabi":
		if first {
			return 3, 2
		}
		if second {
			return 4, 2
		}
	case "جمادي", "جمادى", "jumada":
		if first {
			return 5, 2
		}
		if second {
			return 6, 2
		}
	case "ذو", "ذي":
		if next == "القعده" {
			return 11, 2
		}
		if next == "الحجه" {
			return 12, 2
		}
	}
	return 0, 0
}

// hijriDate reads a day and month of the Islamic calendar with its year: «15 رمضان 1434», "15 Ramadan 1434 AH".
func hijriDate(tokens []Token, i, day, k int) (Date, bool) {
	m, n := hijriMonthAt(tokens, k)
	if m == 0 {
		return Date{}, false
	}
	j := skipLink(tokens, k+n)
	y, ok := small(at(tokens, j))
	if !ok || y < 1300 || y > 1500 {
		return Date{}, false
	}
	j++
	switch at(tokens, j).Folded {
	case "ه", "ah", "هجري", "هجريه", "a.h":
		j++
	}
	return hijriDay(i, j, y, int(m), day)
}

func hijriDay(i, last, y, m, d int) (Date, bool) {
	if m < 1 || m > 12 || d < 1 || d > 30 || y < 1357 || y > 1499 { // the years the Umm al-Qura table covers
		return Date{}, false
	}
	h, err := hijri.CreateUmmAlQuraDate(time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		return Date{}, false
	}
	h.Year, h.Month, h.Day = int64(y), int64(m), int64(d)
	return dayAt(i, last, midnight(h.ToGregorian()), "hijri"), true
}

// hijriMonth reads a month of the Islamic calendar with its year and no day: "Rajab 1439", «رجب ١٤٣٩ هـ».
func hijriMonth(tokens []Token, i int) (Date, bool) {
	m, n := hijriMonthAt(tokens, i)
	if m == 0 {
		return Date{}, false
	}
	j := skipLink(tokens, i+n)
	y, ok := small(at(tokens, j))
	if !ok || y < 1357 || y > 1499 {
		return Date{}, false
	}
	first, ok := hijriDay(i, j, y, int(m), 1)
	if !ok {
		return Date{}, false
	}
	next, ok := hijriDay(i, j, y+int(m)/12, int(m)%12+1, 1)
	if !ok {
		return Date{}, false
	}
	j++
	switch at(tokens, j).Folded {
	case "ه", "ah", "هجري", "هجريه":
		j++
	}
	return rangeDate(i, j, first.from, next.from.AddDate(0, 0, -1), "hijri"), true
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// feast returns the day of a feast nearest to the base, not more than a week after it: 1 Shawwal or 10 Dhu al-Hijja.
func feast(base time.Time, month, day int64) (time.Time, bool) {
	h, err := hijri.CreateUmmAlQuraDate(base)
	if err != nil {
		return time.Time{}, false
	}
	h.Month, h.Day = month, day
	t := midnight(h.ToGregorian())
	if t.After(base.AddDate(0, 0, 7)) {
		h.Year--
		t = midnight(h.ToGregorian())
	}
	return t, true
}

// feastAt reads the name of a feast; a bare Eid is the nearer of the two.
func feastAt(tokens []Token, i int, base time.Time) (time.Time, int) {
	f := at(tokens, i).Folded
	stem, _ := stemIn(f, func(w string) bool { return w == "عيد" || w == "العيد" })
	if f != "eid" && stem == "" {
		return time.Time{}, 0
	}
	n := 1
	next := at(tokens, i+1).Folded
	var t time.Time
	var ok bool
	switch {
	case strings.Contains(next, "fitr") || next == "الفطر":
		t, ok = feast(base, 10, 1)
		n = 2
	case strings.Contains(next, "adha") || next == "الاضحي":
		t, ok = feast(base, 12, 10)
		n = 2
	case stem == "عيد":
		return time.Time{}, 0 // عيد is also a name
	default:
		a, ok1 := feast(base, 10, 1)
		b, ok2 := feast(base, 12, 10)
		t, ok = a, ok1 && ok2
		if b.After(a) {
			t = b
		}
	}
	if !ok {
		return time.Time{}, 0
	}
	return t, n
}

func approximately(i, last int, t time.Time) Date {
	d := dayAt(i, last, t, "feast")
	d.EDTF += "~"
	return d
}

// units are the words that count days; months and years are negative markers resolved by calendar.
var units = map[string]int{
	"day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7, "month": -1, "months": -1, "year": -12, "years": -12,
	"يوم": 1, "ايام": 1, "يوما": 1, "ليله": 1, "ليال": 1, "اسبوع": 7, "اسابيع": 7, "شهر": -1, "اشهر": -1, "شهرا": -1, "سنه": -12, "سنوات": -12, "عام": -12, "اعوام": -12,
}

var dualUnits = map[string]int{"يومين": 2, "ليلتين": 2, "اسبوعين": 14, "شهرين": -2, "سنتين": -24, "عامين": -24}

func move(t time.Time, unit, sign int) time.Time {
	if unit > 0 {
		return t.AddDate(0, 0, sign*unit)
	}
	return t.AddDate(0, -sign*unit, 0)
}

// moved is the date a number of units away from t, as precise as the unit: days to the day, weeks to about a day,
// months and years to the month.
func moved(i, last int, t time.Time, count, unit, sign int) Date {
	u := unit * count
	to := move(t, u, sign)
	if unit < 0 && unit > -12 {
		return monthDate(i, last, to.Year(), to.Month(), "relative")
	}
	if unit <= -12 {
		return yearDate(i, last, to.Year(), "relative")
	}
	d := dayAt(i, last, to, "relative")
	if unit == 7 {
		d.EDTF += "~"
	}
	return d
}

// relativeDate reads what counts from the report's date (yesterday, last Tuesday, three days ago) or from the date named
// before (two days later, the next day).
func relativeDate(tokens []Token, i int, base, anchor time.Time) (Date, bool) {
	t := tokens[i]
	if t.IsArabic() {
		return arabicRelative(tokens, i, base, anchor)
	}
	f := t.Folded
	switch f {
	case "today", "tonight":
		return dayAt(i, i+1, base, "relative"), true
	case "yesterday":
		return dayAt(i, i+1, base.AddDate(0, 0, -1), "relative"), true
	case "lastnight":
		return dayAt(i, i+1, base.AddDate(0, 0, -1), "relative"), true
	case "overnight": // the night before the report, which has two days
		switch at(tokens, i-1).Folded {
		case "stay", "stayed", "stays", "staying", "remain", "remained", "an":
			if next := at(tokens, i+1).Folded; next != "operation" && next != "raid" && next != "attack" && next != "mission" {
				return Date{}, false
			}
		}
		return rangeDate(i, i+1, base.AddDate(0, 0, -1), base, "relative"), true
	case "tomorrow":
		return dayAt(i, i+1, base.AddDate(0, 0, 1), "relative"), true
	case "last", "past", "this", "next":
		next := at(tokens, i+1).Folded
		if w, ok := weekdays[next]; ok {
			return dayAt(i, i+2, weekdayFrom(base, w, f), "relative"), true
		}
		sign := map[string]int{"last": -1, "past": -1, "this": 0, "next": 1}[f]
		switch next {
		case "night":
			if f == "last" {
				return dayAt(i, i+2, base.AddDate(0, 0, -1), "relative"), true
			}
		case "week":
			monday := base.AddDate(0, 0, -(int(base.Weekday())+6)%7+7*sign)
			return rangeDate(i, i+2, monday, monday.AddDate(0, 0, 6), "relative"), true
		case "month":
			first := time.Date(base.Year(), base.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, sign, 0)
			return monthDate(i, i+2, first.Year(), first.Month(), "relative"), true
		case "year":
			return yearDate(i, i+2, base.Year()+sign, "relative"), true
		}
		if m, n := monthAt(tokens, i+1); m != 0 && f != "next" {
			if _, is := isYear(at(tokens, skipLink(tokens, i+1+n))); !is {
				if y, next, ok := yearAfter(tokens, i+1+n, m, base); ok {
					return monthDate(i, next, y, m, "relative"), true
				}
			}
		}
		return Date{}, false
	case "the":
		if n := at(tokens, i+1).Folded; n == "next" || n == "following" || n == "same" || n == "previous" {
			step, ok := map[string]int{"next": 1, "following": 1, "same": 0, "previous": -1}[n]
			if w := at(tokens, i+2).Folded; ok && !anchor.IsZero() && (w == "day" || w == "morning" || w == "night" || w == "evening") {
				return dayAt(i, i+3, anchor.AddDate(0, 0, step), "relative"), true
			}
		}
		return Date{}, false
	case "eid":
		if e, n := feastAt(tokens, i, base); n > 0 {
			return approximately(i, i+n, e), true
		}
		return Date{}, false
	}
	if w, ok := weekdays[f]; ok && t.Capitalized() {
		j := i + 1
		if at(tokens, j).Text == "," || at(tokens, j).Folded == "the" { // Tuesday, 12 March: the date follows
			if at(tokens, j+1).Kind == Number {
				return Date{}, false
			}
			if m, _ := monthAt(tokens, j+1); m != 0 {
				return Date{}, false
			}
		}
		if at(tokens, j).Kind == Number {
			return Date{}, false
		}
		return dayAt(i, i+1, weekdayFrom(base, w, "this"), "relative"), true // in a report of a Sunday, "on Sunday" is today
	}
	count, n := 0, 0
	if v, k := numberAt(tokens, i); k > 0 && v < 1000 {
		count, n = int(v), k
	} else if f == "a" || f == "one" {
		count, n = 1, 1
	} else if f == "several" {
		return Date{}, false
	}
	if n == 0 {
		return Date{}, false
	}
	unit := units[at(tokens, i+n).Folded]
	if unit == 0 {
		return Date{}, false
	}
	j := i + n + 1
	if anchor.IsZero() {
		anchor = base
	}
	switch at(tokens, j).Folded {
	case "ago":
		return moved(i, j+1, base, count, unit, -1), true
	case "earlier":
		return moved(i, j+1, anchor, count, unit, -1), true
	case "later":
		return moved(i, j+1, anchor, count, unit, 1), true
	case "before", "after":
		sign := 1
		if at(tokens, j).Folded == "before" {
			sign = -1
		}
		k := j + 1
		if at(tokens, k).Folded == "the" {
			k++
		}
		if e, m := feastAt(tokens, k, base); m > 0 {
			return approximately(i, k+m, move(e, unit*count, sign)), true
		}
	}
	return Date{}, false
}

// weekdayFrom resolves a weekday against the base: the last one before it, the one of this week, the next one after it.
func weekdayFrom(base time.Time, w time.Weekday, which string) time.Time {
	back := (int(base.Weekday()) - int(w) + 7) % 7
	switch which {
	case "next":
		return base.AddDate(0, 0, 7-back)
	case "this":
		return base.AddDate(0, 0, -back)
	}
	if back == 0 {
		back = 7
	}
	return base.AddDate(0, 0, -back)
}

func arabicRelative(tokens []Token, i int, base, anchor time.Time) (Date, bool) {
	f := tokens[i].Folded
	next := at(tokens, i+1).Folded
	past := func(s string) bool {
		switch s {
		case "الماضي", "الماضيه", "المنصرم", "المنصرمه", "الفايت", "الفايته", "الفات", "السابق":
			return true
		}
		return false
	}
	switch f {
	case "امس", "البارحه", "مبارح", "امبارح":
		n := 1
		if next == "الاول" || next == "اول" {
			return dayAt(i, i+2, base.AddDate(0, 0, -2), "relative"), true
		}
		return dayAt(i, i+n, base.AddDate(0, 0, -1), "relative"), true
	case "غدا", "باجر":
		return dayAt(i, i+1, base.AddDate(0, 0, 1), "relative"), true
	case "اليوم":
		if (next == "التالي" || next == "الثاني") && !anchor.IsZero() {
			return dayAt(i, i+2, anchor.AddDate(0, 0, 1), "relative"), true
		}
		if (next == "نفسه" || next == "ذاته") && !anchor.IsZero() {
			return dayAt(i, i+2, anchor, "relative"), true
		}
		if p := at(tokens, i-1).Folded; p == "هذا" || i == 0 || p == "," || p == "،" {
			return dayAt(i, i+1, base, "relative"), true
		}
		return Date{}, false
	case "الاسبوع":
		if past(next) {
			monday := base.AddDate(0, 0, -(int(base.Weekday())+6)%7-7)
			return rangeDate(i, i+2, monday, monday.AddDate(0, 0, 6), "relative"), true
		}
	case "الشهر":
		if past(next) {
			first := time.Date(base.Year(), base.Month()-1, 1, 0, 0, 0, 0, time.UTC)
			return monthDate(i, i+2, first.Year(), first.Month(), "relative"), true
		}
	case "العام", "السنه":
		if past(next) {
			return yearDate(i, i+2, base.Year()-1, "relative"), true
		}
	case "يوم", "مساء", "صباح", "فجر", "ليله", "ظهر", "عصر":
		if w, ok := weekdays[next]; ok && !dateFollows(tokens, i+2) {
			last, which := i+2, "this"
			if past(at(tokens, last).Folded) {
				last, which = last+1, "last"
			}
			return dayAt(i, last, weekdayFrom(base, w, which), "relative"), true
		}
	case "قبل", "بعد":
		sign, from := -1, base
		if f == "بعد" {
			sign, from = 1, anchor
			if anchor.IsZero() {
				from = base
			}
		}
		if u := dualUnits[next]; u != 0 {
			return moved(i, i+2, from, 1, u, sign), true
		}
		if e, n := feastAt(tokens, i+1, base); n > 0 { // قبل العيد بيومين
			w := strings.TrimPrefix(at(tokens, i+1+n).Folded, "ب")
			if u := dualUnits[w]; u != 0 {
				return approximately(i, i+2+n, move(e, u, sign)), true
			}
			if u := units[w]; u != 0 {
				return approximately(i, i+2+n, move(e, u, sign)), true
			}
			if v, k := prefixedBy("ب", tokens, i+1+n); k > 0 {
				if u := units[at(tokens, i+1+n+k).Folded]; u != 0 {
					return approximately(i, i+2+n+k, move(e, u*v, sign)), true
				}
			}
			return Date{}, false
		}
		if v, n := numberHere(tokens, i+1); n > 0 && v < 1000 {
			if u := units[at(tokens, i+1+n).Folded]; u != 0 {
				return moved(i, i+2+n, from, int(v), u, sign), true
			}
		}
		if u := units[next]; u != 0 {
			return moved(i, i+2, from, 1, u, sign), true
		}
	}
	if w, ok := weekdays[f]; ok && past(next) {
		return dayAt(i, i+2, weekdayFrom(base, w, "last"), "relative"), true
	}
	return Date{}, false
}

// dateFollows reports whether a full date stands where a weekday was just named: «يوم الثلاثاء 12 آذار».
func dateFollows(tokens []Token, i int) bool {
	for k := 0; k < 3; k++ {
		switch at(tokens, i).Folded {
		case "الموافق", "الموافقه", "المصادف", ",", "،", "(":
			i++
		}
	}
	return at(tokens, i).Kind == Number
}

// prefixedBy reads a number whose first word carries a one-letter proclitic: «بثلاثة».
func prefixedBy(proclitic string, tokens []Token, i int) (int, int) {
	f := at(tokens, i).Folded
	if w := strings.TrimPrefix(f, proclitic); w != f {
		if v, ok := smallNumbers[w]; ok {
			return int(v), 1
		}
		if w == "" {
			if v, n := numberHere(tokens, i+1); n > 0 {
				return int(v), n + 1
			}
		}
	}
	return 0, 0
}
