package match

import "strings"

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

// precise reports whether the span is known to the year and not marked as vague.
func (s span) precise() bool { return !s.vague && s.hi-s.lo < year }

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
