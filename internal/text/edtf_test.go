package text

import "testing"

func TestInterval(t *testing.T) {
	for _, c := range []struct {
		in, from, to string
		ok           bool
	}{
		{"2014", "2014-01-01", "2014-12-31", true},
		{"2014-02", "2014-02-01", "2014-02-28", true},
		{"2016-02~", "2016-02-01", "2016-02-29", true},
		{"2014-10-29/2014-11-03", "2014-10-29", "2014-11-03", true},
		{"../2014-05", "2014-05-01", "2014-05-31", true},
		{"2014-05/", "2014-05-01", "2014-05-31", true},
		{"2014-13", "", "", false},
		{"2014-02-30", "", "", false},
		{"2015/2014", "", "", false},
		{"soon", "", "", false},
		{"", "", "", false},
	} {
		from, to, ok := Interval(c.in)
		if ok != c.ok || ok && (from != c.from || to != c.to) {
			t.Errorf("Interval(%q) = %q, %q, %v; want %q, %q, %v", c.in, from, to, ok, c.from, c.to, c.ok)
		}
	}
}
