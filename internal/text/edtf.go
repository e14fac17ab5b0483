package text

import (
	"strings"
	"time"
)

// Interval returns the first and the last day an EDTF date may mean, as 2006-01-02. A year, a month, a day, a range of
// these with a slash, each with a trailing ~ ? or %, are understood; an open end of a range is its other end.
func Interval(edtf string) (from, to string, ok bool) {
	a, b, isRange := strings.Cut(strings.TrimSpace(edtf), "/")
	if !isRange {
		b = a
	}
	if a == "" || a == ".." {
		a = b
	}
	if b == "" || b == ".." {
		b = a
	}
	if from, _, ok = days(a); !ok {
		return "", "", false
	}
	if _, to, ok = days(b); !ok {
		return "", "", false
	}
	if to < from {
		return "", "", false
	}
	return from, to, true
}

func days(s string) (first, last string, ok bool) {
	s = strings.TrimRight(s, "~?%")
	const day = "2006-01-02"
	switch len(s) {
	case 4:
		t, err := time.Parse("2006", s)
		return t.Format(day), t.AddDate(1, 0, -1).Format(day), err == nil
	case 7:
		t, err := time.Parse("2006-01", s)
		return t.Format(day), t.AddDate(0, 1, -1).Format(day), err == nil
	case 10:
		t, err := time.Parse(day, s)
		return s, s, err == nil && t.Format(day) == s
	}
	return "", "", false
}
