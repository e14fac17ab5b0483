package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzText holds, for every parser of the package, that it does not panic, that its spans lie in the text and in order, and that a
// date it reads is one that Interval understands.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"On 29 October 2014 he paid $5,000 (about 12,5 million dinars) to twenty-five men. Overnight, 31,2011",
		"في ٢٩ تشرين الأول ٢٠١٤ دفع ٢٥ مليون دينار إلى خمسة وعشرين رجلا، رجب ١٤٣٩ هـ، قبل العيد بيومين",
		"1. AL-X, Y\n2) Z | 12/03/2014 | \u200fabc\u200e \u2067x\u2069 \xff\xfe 2014-10/2015",
	} {
		f.Add(s)
	}
	base := time.Date(2015, 2, 10, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		n := 0
		for range s {
			n++
		}
		tokens := Tokens(s)
		end := 0
		for _, x := range tokens {
			if x.Span.Start < end || x.Span.End > n || x.Span.Len() <= 0 || x.Text == "" {
				t.Fatalf("token %q at %v after %d of %d", x.Text, x.Span, end, n)
			}
			if utf8.RuneCountInString(x.Text) > longestToken {
				t.Fatalf("a token of %d code points", utf8.RuneCountInString(x.Text))
			}
			end = x.Span.End
			for _, r := range Proclitics(x.Folded) {
				if !strings.HasSuffix(x.Folded, r.Stem) && r.Skip > 0 {
					t.Fatalf("%q has the stem %q", x.Folded, r.Stem)
				}
				if k := SkipIn(x.Text, r.Skip); k < 0 || k > x.Span.Len() {
					t.Fatalf("%d of %q skipped", k, x.Text)
				}
			}
		}
		end = 0
		for _, x := range Sentences(tokens) {
			if x.Start < end || x.End > len(tokens) || x.Len() <= 0 || x.Len() > sentenceCap {
				t.Fatalf("sentence %v after %d of %d", x, end, len(tokens))
			}
			end = x.End
		}
		end = 0
		for _, d := range Dates(tokens, base) {
			if d.First < end || d.Last > len(tokens) || d.Last <= d.First || d.Span.Len() <= 0 || d.Span.End > n {
				t.Fatalf("date %+v after %d", d, end)
			}
			end = d.Last
			if _, _, ok := Interval(d.EDTF); !ok {
				t.Fatalf("%q of %q is no EDTF", d.EDTF, Join(tokens[d.First:d.Last]))
			}
		}
		for i := -1; i <= len(tokens); i++ {
			if c, ok := CountAt(tokens, i); ok && (c.First != i || c.Last <= i || c.Last > len(tokens)) {
				t.Fatalf("count %+v at %d of %d", c, i, len(tokens))
			}
			if m, ok := MoneyAt(tokens, i); ok && (m.Last <= m.First || m.Last > len(tokens)) {
				t.Fatalf("money %+v at %d of %d", m, i, len(tokens))
			}
		}
		Interval(s)
		Fold(s)
	})
}
