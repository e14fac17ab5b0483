package text

import (
	"fmt"
	"strings"
	"time"
)

// bareYear accepts four digits as a year when the words around do not make them a number of things.
func bareYear(tokens []Token, i, y int) (Date, bool) {
	prev, next := at(tokens, i-1), at(tokens, i+1)
	switch prev.Folded {
	case "in", "since", "during", "until", "of", "by", "from", "to", "before", "after", "year", "and", "between", "(", "through",
		"عام", "سنه", "العام", "لعام", "لسنه", "عامي", "منذ", "في", "خلال", "بعام", "بسنه", "وعام", "مواليد", "born", "since the":
	default:
		return Date{}, false
	}
	if next.Kind == Word && (prev.Folded == "of" || prev.Folded == "and" || prev.Folded == "to" || prev.Folded == "from" || prev.Folded == "after" || prev.Folded == "before" || prev.Folded == "في") && !yearMayPrecede(next) {
		return Date{}, false
	}
	if (next.Text == "-" || next.Text == "–" || next.Folded == "to" || next.Folded == "and") && next.Kind != Break {
		if z, is := isYear(at(tokens, i+2)); is && z > y && (next.Folded != "and" || prev.Folded == "between") {
			d := Date{First: i, Last: i + 3, EDTF: fmt.Sprintf("%04d/%04d", y, z), Precision: "range", How: "absolute"}
			d.from, d.to = time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(z, 12, 31, 0, 0, 0, 0, time.UTC)
			return d, true
		}
	}
	return yearDate(i, i+1, y, "absolute"), true
}

func yearMayPrecede(t Token) bool {
	switch t.Folded {
	case "and", "when", "in", "at", "he", "she", "they", "by", "with", "the", "to", "until", "for", "as", "on", "near", "while", "after", "before", "but", "who", "from":
		return true
	}
	return t.IsArabic()
}

// wordDate reads the dates that begin with a word and need no base but for a missing year.
func wordDate(tokens []Token, i int, base time.Time) (Date, bool) {
	t := tokens[i]
	f := t.Folded
	if t.IsArabic() {
		if f == "شهر" || f == "بشهر" || f == "الشهر" {
			if m, n := numberedMonth(tokens, i+1); m != 0 {
				if y, next, ok := yearAfter(tokens, i+1+n, m, base); ok {
					return monthDate(i, next, y, m, "absolute"), true
				}
			}
		}
		if s, skip := stemIn(f, func(w string) bool { return parts[w] != 0 }); skip >= 0 {
			return vague(tokens, i, parts[s], i+1, base)
		}
		if ord := arabicOrdinal(f); ord > 0 { // الأول من آذار
			if m, w := monthAt(tokens, skipLink(tokens, i+1)); m != 0 && at(tokens, i+1).Folded == "من" {
				k := skipLink(tokens, i+1)
				if y, next, ok := yearAfter(tokens, k+w, m, base); ok {
					return day(i, next, y, int(m), ord, "absolute")
				}
			}
		}
		if s, skip := stemIn(f, func(w string) bool { return seasons[w] != 0 }); skip >= 0 {
			if y, is := isYear(at(tokens, skipLink(tokens, i+1))); is {
				return season(i, skipLink(tokens, i+1)+1, y, seasons[s]), true
			}
			return Date{}, false
		}
	} else {
		switch {
		case strings.HasPrefix(f, "mid-"):
			if m := months[f[4:]]; m != 0 {
				if y, next, ok := yearAfter(tokens, i+1, m, base); ok {
					return third(i, next, y, m, 2), true
				}
			}
		case parts[f] != 0:
			j := i + 1
			if (f == "beginning" || f == "start" || f == "end" || f == "middle") && at(tokens, j).Folded != "of" {
				return Date{}, false
			}
			if at(tokens, j).Text == "-" || at(tokens, j).Folded == "to" && f == "mid" {
				j++
			}
			return vague(tokens, i, parts[f], j, base)
		case seasons[f] != 0:
			if y, is := isYear(at(tokens, skipLink(tokens, i+1))); is {
				return season(i, skipLink(tokens, i+1)+1, y, seasons[f]), true
			}
			return Date{}, false
		}
	}
	m, n := monthAt(tokens, i)
	if m == 0 {
		return hijriMonth(tokens, i)
	}
	// March 12, 2014; March 12
	if !t.IsArabic() {
		if d, ok := small(at(tokens, i+n)); ok && d >= 1 && d <= 31 && len(at(tokens, i+n).Folded) <= 2 {
			j := i + n + 1
			if s := at(tokens, j).Folded; s == "st" || s == "nd" || s == "rd" || s == "th" {
				j++
			}
			second := 0
			if sep := at(tokens, j).Folded; sep == "-" || sep == "–" || sep == "to" {
				if k, ok := small(at(tokens, j+1)); ok && k > d && k <= 31 {
					second = k
					j += 2
				}
			}
			if y, next, ok := yearAfter(tokens, j, m, base); ok {
				first, ok := day(i, next, y, int(m), d, "absolute")
				if ok && second > 0 {
					if last, ok := day(i, next, y, int(m), second, "absolute"); ok {
						return rangeDate(i, next, first.from, last.from, "absolute"), true
					}
				}
				return first, ok
			}
			return Date{}, false
		}
	}
	// a month and a year; a month alone only after a word that makes it a date
	j := skipLink(tokens, i+n)
	if sep := at(tokens, i+n).Folded; sep == "-" || sep == "–" || sep == "to" || sep == "and" {
		if m2, n2 := monthAt(tokens, i+n+1); m2 != 0 && m2 > m {
			if y, is := isYear(at(tokens, skipLink(tokens, i+n+1+n2))); is {
				a, b := monthDate(i, 0, y, m, ""), monthDate(i, 0, y, m2, "")
				return Date{First: i, Last: skipLink(tokens, i+n+1+n2) + 1, EDTF: a.EDTF + "/" + b.EDTF, Precision: "range", How: "absolute", from: a.from, to: b.to}, true
			}
		}
	}
	if y, is := isYear(at(tokens, j)); is {
		return monthDate(i, j+1, y, m, "absolute"), true
	}
	if base.IsZero() {
		return Date{}, false
	}
	switch at(tokens, i-1).Folded {
	case "in", "since", "last", "during", "until", "by", "this", "of", "شهر", "بشهر", "خلال", "منذ", "في", "from", "لشهر":
		if !t.IsArabic() && !t.Capitalized() {
			return Date{}, false
		}
		if t.IsArabic() && m == 8 && at(tokens, i-1).Folded != "شهر" { // اب is also a father
			return Date{}, false
		}
		y, next, ok := yearAfter(tokens, i+n, m, base)
		return monthDate(i, next, y, m, "absolute"), ok
	}
	return Date{}, false
}

// numberedMonth reads the month after شهر when it is a number: «شهر 10», «الشهر العاشر».
func numberedMonth(tokens []Token, i int) (time.Month, int) {
	if n, ok := small(at(tokens, i)); ok && n >= 1 && n <= 12 {
		return time.Month(n), 1
	}
	if at(tokens, i).Kind != Word {
		return 0, 0
	}
	if n := arabicOrdinal(at(tokens, i).Folded); n > 0 && n <= 12 {
		return time.Month(n), 1
	}
	if v, n := numberAt(tokens, i); n == 1 && v >= 1 && v <= 12 && at(tokens, i).IsArabic() {
		return time.Month(v), 1
	}
	return 0, 0
}

func arabicOrdinal(f string) int {
	switch f {
	case "الاول":
		return 1
	case "الثاني":
		return 2
	case "الثالث":
		return 3
	case "الرابع":
		return 4
	case "الخامس":
		return 5
	case "السادس":
		return 6
	case "السابع":
		return 7
	case "الثامن":
		return 8
	case "التاسع":
		return 9
	case "العاشر":
		return 10
	}
	return 0
}

// vague reads what a part word narrows, from token j: a month, a year, or a month of a guessed year.
func vague(tokens []Token, i, part, j int, base time.Time) (Date, bool) {
	j = skipLink(tokens, j)
	if m, n := monthAt(tokens, j); m != 0 {
		if y, next, ok := yearAfter(tokens, j+n, m, base); ok {
			return third(i, next, y, m, part), true
		}
		return Date{}, false
	}
	if at(tokens, j).Folded == "عام" || at(tokens, j).Folded == "سنه" {
		j++
	}
	if y, is := isYear(at(tokens, j)); is {
		from := time.Date(y, time.Month(part*4-3), 1, 0, 0, 0, 0, time.UTC)
		d := Date{First: i, Last: j + 1, Precision: "range", How: "absolute", from: from, to: from.AddDate(0, 4, -1)}
		d.EDTF = d.from.Format("2006-01") + "/" + d.to.Format("2006-01")
		return d, true
	}
	return Date{}, false
}

// third is a third of a month: days 1–10, 11–20, 21 to the end.
func third(i, last, y int, m time.Month, part int) Date {
	from := time.Date(y, m, part*10-9, 0, 0, 0, 0, time.UTC)
	to := time.Date(y, m, part*10, 0, 0, 0, 0, time.UTC)
	if part == 3 {
		to = time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return rangeDate(i, last, from, to, "absolute")
}

func season(i, last, y int, m time.Month) Date {
	from := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	if m == 12 { // the winter of a year is taken to begin in the December before it
		from = time.Date(y-1, 12, 1, 0, 0, 0, 0, time.UTC)
	}
	d := Date{First: i, Last: last, Precision: "range", How: "absolute", from: from, to: from.AddDate(0, 3, -1)}
	d.EDTF = d.from.Format("2006-01") + "/" + d.to.Format("2006-01")
	return d
}
