package extract

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestReadOfAnything holds that texts of mixed scripts, marks of direction, rows, quotes and marks without words read without
// panic and with sound spans, whatever their order.
func TestReadOfAnything(t *testing.T) {
	parts := []string{"Nizar", "Hamdan", "al-Jumaili", "AL-RAWI,", "Abu", "Layth", "نزار", "حمدان", "وأبو", "ليث", "المكنى", "يسمونه", "known as", "whom they called", "is", "a second",
		"|", "\n", "\n\n", "1.", "2)", "-", "•", "14/01/2015 21:52 -", ":", ";", "؛", "«", "»", "\"", "(", ")", "a.k.a.", "i.e.", "Name:", "الكنية:", "born", "مواليد", "1971", "١٩٩٠",
		"\u200f", "\u200e", "\u2067", "\u2069", "\u202b", "\u0640", "\ufeff", "é", "日本", "👍", "\u0301", "'", "’s", "Hit", "هيت", "arrested", "قتل", "three insurgents", "overnight", "$500", "the Supreme Court", "."}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 1, 80).Draw(t, "parts"), rapid.SampledFrom([]string{" ", "", " \u200f"}).Draw(t, "between"))
		r, err := New().Read(context.Background(), Document{Report: "r1", Text: s, Dated: "2015-02-10"})
		if err != nil {
			t.Fatal(err)
		}
		n := len([]rune(s))
		for _, c := range r.Claims {
			if c.Span.Start < 0 || c.Span.End > n || c.Span.Len() <= 0 {
				t.Fatalf("%q: %s.%s at %v of %d", s, c.Schema, c.Prop, c.Span, n)
			}
		}
	})
}

// TestMarksOfDirectionChangeNothing holds that the marks word processors put around Arabic and English are no part of a name.
func TestMarksOfDirectionChangeNothing(t *testing.T) {
	plain := "Nizar Hamdan, المكنى أبو ليث, met Qais Latif in Hit."
	marked := "\u2067Nizar\u2069 Hamdan\u200e, \u202bالمكنى أبو ليث\u202c, \u200fmet Qais Latif\u200f in Hit."
	a, b := persons(t, plain), persons(t, marked)
	if fmt.Sprint(a) != fmt.Sprint(b) || len(a) == 0 {
		t.Errorf("plain %q, with marks %q", a, b)
	}
}

// TestHugeTexts reads 100 MB texts and a million names when SANAD_HUGE is set, and says how much memory that took: what is read at
// once is bounded, the answer is as long as it is.
func TestHugeTexts(t *testing.T) {
	if os.Getenv("SANAD_HUGE") == "" {
		t.Skip("SKIPPED: set SANAD_HUGE=1 to read 100 MB texts; nothing was measured")
	}
	for _, c := range []struct{ name, s string }{
		{"no spaces", strings.Repeat("خالدجاسمالدليمي", 3_500_000)},
		{"no names", strings.Repeat("they went to the market and bought bread for the house. ", 1_900_000)},
		{"a million names", strings.Repeat("Nizar Hamdan and Qais Latif came. \n", 500_000)},
	} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := New().Read(context.Background(), Document{Report: "r1", Text: c.s})
		if err != nil {
			t.Fatal(err)
		}
		claims := len(r.Claims)
		runtime.ReadMemStats(&after)
		t.Logf("%s: %d MB of text, %d claims, heap obtained from the system grew by %d MB", c.name, len(c.s)>>20, claims, int64(after.HeapSys-before.HeapSys)>>20)
		if claims == 0 && c.name == "a million names" {
			t.Error("no claim")
		}
		if c.name != "a million names" && int64(after.HeapSys-before.HeapSys) > 400<<20 {
			t.Error("reading what holds nothing takes memory that grows with the text")
		}
	}
}
