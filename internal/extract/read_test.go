package extract

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

const englishSample = `Statement of a resident of Hit. I saw Khalid Jasim al-Dulaimi, known as Abu Omar, shoot my neighbour Ahmed Salih Hammadi on 29 October 2014.
Security forces arrested Omar Faruq al-Ani and Laith Mahdi in Ramadi on 12 January 2015. Al-Ani, the financier of the Black Falcons network, was sentenced to death.
On 5 May 2014 Abu Hamza paid 25 million dinars to Yasin Taha al-Rawi through the al-Noor Exchange Company. It is not confirmed that he was a courier.
`

const arabicSample = `أفاد أحد سكان هيت أن خالد جاسم الدليمي المكنى أبو عمر كان أمير الحسبة في تنظيم داعش. وفي 29 تشرين الأول 2014 شارك أبو عمر في مجزرة راح ضحيتها نحو أربعين رجلا.
ألقت القوات الأمنية القبض على عمر فاروق العاني في الرمادي يوم 12/1/2015. سلم أبو حمزة مبلغ ٢٥ مليون دينار إلى ياسين طه الراوي عن طريق مكتب النور للصرافة.
`

func check(t testing.TB, s string, r sanad.Reading) {
	t.Helper()
	runes := []rune(s)
	n := len(runes)
	entities := map[sanad.ID]string{}
	for _, e := range r.Entities {
		if entities[e.ID] != "" {
			t.Fatalf("entity %s twice", e.ID)
		}
		entities[e.ID] = e.Schema
	}
	statements := map[sanad.ID]sanad.Span{}
	for _, q := range r.Statements {
		if q.Span.Start < 0 || q.Span.End > n || q.Span.Len() <= 0 {
			t.Fatalf("statement span %v of %d", q.Span, n)
		}
		if _, dup := statements[q.ID]; dup {
			t.Fatalf("statement %s twice", q.ID)
		}
		statements[q.ID] = q.Span
	}
	claims := map[sanad.ID]bool{}
	for _, c := range r.Claims {
		if claims[c.ID] {
			t.Fatalf("claim %s twice", c.ID)
		}
		claims[c.ID] = true
		if c.Span == nil || c.Span.Start < 0 || c.Span.End > n || c.Span.Len() <= 0 {
			t.Fatalf("claim %+v has span %v of %d", c, c.Span, n)
		}
		if entities[c.Entity] != c.Schema {
			t.Fatalf("claim of %s on an entity that is %q", c.Schema, entities[c.Entity])
		}
		if sanad.IsEntityProp(c.Schema, c.Prop) && entities[sanad.ID(c.Value)] == "" {
			t.Fatalf("%s.%s points to nothing: %q", c.Schema, c.Prop, c.Value)
		}
		if _, ok := statements[c.Statement]; !ok {
			t.Fatalf("claim %s.%s without its statement", c.Schema, c.Prop)
		}
		if sanad.IsNameProp(c.Prop) && c.Schema == sanad.SchemaPerson {
			if got := string(runes[c.Span.Start:c.Span.End]); strings.Join(strings.Fields(text.Fold(got)), " ") != strings.Join(strings.Fields(text.Fold(c.Value)), " ") {
				t.Fatalf("name %q stands where %q is", c.Value, got)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(englishSample)
	f.Add(arabicSample)
	f.Add("Name: Khalid Jasim\nFrom: Abu Omar\nTo: Laith Mahdi\nAmount: $5,000\n")
	f.Add("«خالد» المكنى بالمهندس (أبو عمر) و\u200fمحمد\u200e Abu \xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "�")
		}
		r, err := New().Read(context.Background(), Document{Report: "r1", Text: s, Dated: "2015-02-10"})
		if err != nil {
			t.Fatal(err)
		}
		check(t, s, r)
	})
}

func TestReadIsDeterministic(t *testing.T) {
	a, b := read(t, englishSample+arabicSample, "2015-02-10"), read(t, englishSample+arabicSample, "2015-02-10")
	if len(a.Claims) == 0 || len(a.Claims) != len(b.Claims) {
		t.Fatalf("%d and %d claims", len(a.Claims), len(b.Claims))
	}
	for i := range a.Claims {
		if a.Claims[i].ID != b.Claims[i].ID {
			t.Fatalf("claim %d differs", i)
		}
	}
}

func TestReadLongAndUnbrokenTexts(t *testing.T) {
	for name, s := range map[string]string{
		"no spaces":   strings.Repeat("خالدجاسمالدليمي", 60_000),
		"no stops":    strings.Repeat("Khalid Jasim and ", 20_000),
		"only breaks": strings.Repeat("\n", 100_000),
		"two pieces":  strings.Repeat(englishSample, 3_000),
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, s, "")
			check(t, s, r)
			if name == "two pieces" && len(r.Claims) < 30_000 {
				t.Errorf("only %d claims", len(r.Claims))
			}
		})
	}
}

func TestReadStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New().Read(ctx, Document{Report: "r1", Text: englishSample}); err == nil {
		t.Error("a cancelled reading returned no error")
	}
}

func BenchmarkRead(b *testing.B) {
	for name, s := range map[string]string{"english": strings.Repeat(englishSample, 5), "arabic": strings.Repeat(arabicSample, 5)} {
		b.Run(name, func(b *testing.B) {
			words := len(strings.Fields(s))
			x := New()
			for b.Loop() {
				if _, err := x.Read(context.Background(), Document{Report: "r1", Text: s, Dated: "2015-02-10"}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
