package text

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// base is a Thursday.
var base = time.Date(2014, 11, 6, 0, 0, 0, 0, time.UTC)

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"on 2014-10-29 he came", "2014-10-29"},
		{"12 March 2014", "2014-03-12"},
		{"the 12th of March, 2014", "2014-03-12"},
		{"March 12, 2014", "2014-03-12"},
		{"Mar. 12, 2014", "2014-03-12"},
		{"12/03/2014", "2014-03-12"},
		{"10/29/2014", "2014-10-29"},
		{"12.03.2014", "2014-03-12"},
		{"October 2014", "2014-10"},
		{"in 2013", "2013"},
		{"in October", "2014-10"},
		{"on 29 October", "2014-10-29"},
		{"in December", "2013-12"},
		{"late October 2014", "2014-10-21/2014-10-31"},
		{"mid-2016", "2016-05/2016-08"},
		{"early 2015", "2015-01/2015-04"},
		{"autumn 2014", "2014-09/2014-11"},
		{"the night of 29 to 30 October 2014", "2014-10-29/2014-10-30"},
		{"between 29 October and 3 November 2014", "2014-10-29/2014-11-03"},
		{"from 2013 to 2015", "2013/2015"},
		{"yesterday", "2014-11-05"},
		{"last Tuesday", "2014-11-04"},
		{"on Thursday", "2014-11-06"},
		{"three days ago", "2014-11-03"},
		{"on 1 October 2014 and two days later", "2014-10-01 2014-10-03"},
		{"two days before Eid", "2014-10-02~"},
		{"last month", "2014-10"},
		{"15 Ramadan 1434", "2013-07-23"},
		{"١٢ آذار ٢٠١٤", "2014-03-12"},
		{"في 12 مارس 2014", "2014-03-12"},
		{"3 كانون الثاني 2012", "2012-01-03"},
		{"29 تشرين الأول من عام 2014", "2014-10-29"},
		{"۲۹/۱۰/۲۰۱۴", "2014-10-29"},
		{"15 رمضان 1434", "2013-07-23"},
		{"منتصف 2016", "2016-05/2016-08"},
		{"أواخر تشرين الأول 2014", "2014-10-21/2014-10-31"},
		{"خريف 2014", "2014-09/2014-11"},
		{"في عام 2013", "2013"},
		{"ليلة 29 إلى 30 تشرين الأول 2014", "2014-10-29/2014-10-30"},
		{"أمس", "2014-11-05"},
		{"قبل يومين", "2014-11-04"},
		{"قبل ثلاثة أيام", "2014-11-03"},
		{"يوم الثلاثاء الماضي", "2014-11-04"},
		{"الشهر الماضي", "2014-10"},
		{"قبل العيد بيومين", "2014-10-02~"},
		{"شهر 10 2014", "2014-10"},
		{"في الشهر العاشر من عام 2014", "2014-10"},
		{"يوم الأربعاء الموافق 29/10/2014", "2014-10-29"},
		{"12 تموز/يوليو 2014", "2014-07-12"},
		{"he may march on", ""},
		{"paid 2014 dinars", ""},
		{"رأى شعبان ورجب", ""},
		{"اب احمد", ""},
	} {
		var got []string
		for _, d := range Dates(Tokens(c.in), base) {
			got = append(got, d.EDTF)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Dates(%q) = %q, want %q", c.in, s, c.want)
		}
	}
}

func TestCounts(t *testing.T) {
	for _, c := range []struct {
		in   string
		at   int
		want string
	}{
		{"about forty men", 0, "36..40..44"},
		{"between 30 and 40 men", 0, "30..35..40"},
		{"30 to 40", 0, "30..35..40"},
		{"17 men", 0, "17"},
		{"at least 17", 0, "17..17.."},
		{"more than 200", 0, "200..200.."},
		{"up to 50", 0, "..50..50"},
		{"a hundred and twenty", 0, "120"},
		{"twenty-five", 0, "25"},
		{"dozens of men", 0, "24..36..99"},
		{"نحو أربعين رجلا", 0, "36..40..44"},
		{"أكثر من 200", 0, "200..200.."},
		{"بين ثلاثين وأربعين", 0, "30..35..40"},
		{"خمسة وعشرون", 0, "25"},
		{"ما لا يقل عن 17", 0, "17..17.."},
		{"ثلاثمائة", 0, "300"},
		{"خمسة عشر ألف", 0, "15000"},
		{"خمسطعش نفر", 0, "15"},
		{"the men", 0, ""},
	} {
		got := ""
		if n, ok := CountAt(Tokens(c.in), c.at); ok {
			got = n.String()
		}
		if got != c.want {
			t.Errorf("CountAt(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMoney(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"$25,000 in cash", "25000 USD"},
		{"25 million dinars", "25000000 IQD"},
		{"2.5 million Iraqi dinars", "2500000 IQD"},
		{"IQD 25,000,000", "25000000 IQD"},
		{"12,000 USD", "12000 USD"},
		{"US$ 3,000", "3000 USD"},
		{"ten thousand dollars", "10000 USD"},
		{"٢٥ مليون دينار عراقي", "25000000 IQD"},
		{"عشرة آلاف دولار", "10000 USD"},
		{"ألفي دولار", "2000 USD"},
		{"ألفا دولار", "2000 USD"},
		{"مليونا دينار", "2000000 IQD"},
		{"عشرون ألفا دولار", "20000 USD"},
		{"مليوني دينار", "2000000 IQD"},
		{"خمسة دفاتر", "50000 USD"},
		{"3500000 دينار", "3500000 IQD"},
		{"٢٬٥٠٠ دولار", "2500 USD"},
		{"forty men", ""},
	} {
		got := ""
		if m, ok := MoneyAt(Tokens(c.in), 0); ok {
			got = m.Amount + " " + m.Currency
		}
		if got != c.want {
			t.Errorf("MoneyAt(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTokens(t *testing.T) {
	var got []string
	for _, x := range Tokens("Al-Dulaimi's men, 1,250.5 (e.g. Sha'ban)\nفي «الأنبار»،") {
		got = append(got, x.Text)
	}
	want := "Al-Dulaimi|'|s|men|,|1,250.5|(|e|.|g|.|Sha'ban|)|\n|في|«|الأنبار|»|،"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("Tokens = %s\nwant     %s", s, want)
	}
}

func TestTokensCoverTheirSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		runes, last := []rune(s), 0
		tokens := Tokens(s)
		for _, x := range tokens {
			if x.Span.Start < last || x.Span.End <= x.Span.Start || x.Span.End > len(runes) {
				t.Fatalf("span %v after %d in %d", x.Span, last, len(runes))
			}
			if got := string(runes[x.Span.Start:x.Span.End]); got != x.Text {
				t.Fatalf("token %q at %v is %q", x.Text, x.Span, got)
			}
			last = x.Span.End
		}
		end := 0
		for _, p := range Sentences(tokens) {
			if p.Start < end || p.End <= p.Start || p.End > len(tokens) {
				t.Fatalf("sentence %v after %d of %d", p, end, len(tokens))
			}
			end = p.End
		}
	})
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"He came. She left.", 2},
		{"Dr. Salim came at 3.5 p.m. today.", 1},
		{"He met Gary J. Volesky in May.", 1},
		{"وصل الرجل. غادر أخوه.", 2},
		{"Date: 12 March 2014\nSource: A\n\nHe came.", 3},
		{"- one\n- two", 2},
		{"a long line of running text that goes on and on and is\nwrapped here.", 1},
		{"", 0},
	} {
		if got := len(Sentences(Tokens(c.in))); got != c.want {
			t.Errorf("Sentences(%q): %d, want %d", c.in, got, c.want)
		}
	}
}

func FuzzDates(f *testing.F) {
	f.Add("the night of 29 to 30 October 2014, $25,000, at least 17")
	f.Add("١٢ آذار ٢٠١٤ قبل العيد بيومين، ٢٥ مليون دينار، نحو أربعين")
	f.Add("15 رمضان 1300")
	f.Fuzz(func(t *testing.T, s string) {
		tokens := Tokens(s)
		for _, d := range Dates(tokens, base) {
			if d.First >= d.Last || d.Span.Len() <= 0 || d.EDTF == "" {
				t.Fatalf("bad date %+v", d)
			}
		}
		for i := range tokens {
			if c, ok := CountAt(tokens, i); ok && (c.Last <= i || c.Last > len(tokens)) {
				t.Fatalf("bad count %+v", c)
			}
			if m, ok := MoneyAt(tokens, i); ok && (m.Last <= i || m.Last > len(tokens) || m.Currency == "") {
				t.Fatalf("bad money %+v", m)
			}
		}
	})
}
