package match

import (
	"fmt"
	"slices"
	"strings"
)

// span is a stretch of time in days of a calendar of 12 months of 31 days, which orders dates and measures years well
// enough to compare lives.
type span struct {
	lo, hi int
	vague  bool // marked "~", "?" or "%"
}

const (
	month = 31
	year  = 12 * month
)

// parseSpan reads the EDTF dates that Sanad writes: 2014, 2014-10, 2014-10-29, 198X, 1980~, A/B, open ends as "..".
func parseSpan(s string) (span, bool) {
	if a, b, ok := strings.Cut(s, "/"); ok {
		x, okx := parseSpan(a)
		y, oky := parseSpan(b)
		switch {
		case okx && oky && x.lo <= y.hi:
			return span{x.lo, y.hi, x.vague || y.vague}, true
		case okx && (b == "" || b == ".."):
			return span{x.lo, 9999 * year, true}, true
		case oky && (a == "" || a == ".."):
			return span{0, y.hi, true}, true
		}
		return span{}, false
	}
	t := strings.TrimRight(s, "~?%")
	vague := t != s
	f := strings.Split(t, "-")
	if len(f) > 3 || len(f[0]) != 4 {
		return span{}, false
	}
	lo, hi := 0, 0
	for _, c := range f[0] {
		switch {
		case c >= '0' && c <= '9':
			lo, hi = lo*10+int(c-'0'), hi*10+int(c-'0')
		case c == 'X' || c == 'u':
			lo, hi = lo*10, hi*10+9
		default:
			return span{}, false
		}
	}
	sp := span{lo * year, hi*year + year - 1, vague}
	if len(f) > 1 {
		m, ok := two(f[1], 12)
		if !ok {
			return sp, f[1] == "XX"
		}
		sp.lo += (m - 1) * month
		sp.hi = sp.lo + month - 1
	}
	if len(f) > 2 {
		d, ok := two(f[2], 31)
		if !ok {
			return sp, f[2] == "XX"
		}
		sp.lo += d - 1
		sp.hi = sp.lo
	}
	return sp, true
}

func two(s string, limit int) (int, bool) {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	n := int(s[0]-'0')*10 + int(s[1]-'0')
	return n, n >= 1 && n <= limit
}

// within reports whether the span is no longer than so many days and not marked as vague.
func (s span) within(days int) bool { return !s.vague && s.hi-s.lo < days }

// precise reports whether the span is known to the year and not marked as vague.
func (s span) precise() bool { return s.within(year) }

// gap returns the days between two spans, 0 when they overlap.
func (s span) gap(t span) int {
	switch {
	case s.hi < t.lo:
		return t.lo - s.hi
	case t.hi < s.lo:
		return s.lo - t.hi
	}
	return 0
}

// custody returns the times behind bars that arrests and releases of one person make, as EDTF intervals: from an arrest to the next
// release, if no other arrest lies between, before which he must have been free again. Dates that cannot be read are left out.
func custody(arrests, releases []string) []string {
	if len(arrests) == 0 || len(releases) == 0 {
		return nil
	}
	after := func(from span, dates []string) (first span, date string) {
		for _, d := range dates {
			if s, ok := parseSpan(d); ok && s.lo > from.hi && (date == "" || s.lo < first.lo) {
				first, date = s, d
			}
		}
		return first, date
	}
	var out []string
	for _, a := range arrests {
		from, ok := parseSpan(a)
		if !ok {
			continue
		}
		to, release := after(from, releases)
		again, other := after(from, arrests)
		if release != "" && (other == "" || again.lo > to.lo) && !strings.Contains(a+release, "/") && !slices.Contains(out, a+"/"+release) {
			out = append(out, a+"/"+release)
		}
	}
	return out
}

// Term returns the time a sentence takes as an EDTF interval, "" when its date or its length ("12 years", "6 months") cannot be
// read: for life and death nobody says how long.
func Term(date, length string) string {
	s, ok := parseSpan(date)
	n, unit := 0, ""
	if _, err := fmt.Sscanf(length, "%d %s", &n, &unit); err != nil || !ok || !s.within(year) || strings.Contains(date, "/") || n <= 0 || n > 99 {
		return ""
	}
	months := n
	switch strings.TrimSuffix(unit, "s") {
	case "year":
		months = 12 * n
	case "month":
	default:
		return ""
	}
	end := s.hi/month + months // in months of the calendar of spans
	return fmt.Sprintf("%s/%04d-%02d", date, end/12, end%12+1)
}
