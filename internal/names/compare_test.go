package names

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"محمد علي حسن الراوي", "Muhammad Ali Hassan al-Rawi", true},
		{"Mohamed Aly Hasan Alrawi", "Muhammad Ali Hassan al-Rawi", true},
		{"AL-RAWI, Fawaz Muhammad", "Fawaz Mohammed al Rawi", true},
		{"عبد الرحمن خالد جاسم", "Abdulrahman Khaled Jassim", true},
		{"عبدالرحمن خالد جاسم", "عبد الرحمن خالد جاسم", true},
		{"Abu Hudhayfa al-Ansari", "أبو حذيفة الأنصاري", true},
		{"Saddam Husayn al-Jamal", "صدام حسين الجمل", true},
		{"Fathi Ishaq Adham", "فتحي إسحاق أدهم", true}, // th, sh, dh are two letters here
		{"Xasan Maxamed Cali", "Hassan Mohamed Ali", true},
		{"Sergei Ivanov", "Сергей Иванов", true},
		{"Ahmad Khalil Ibrahim", "Mahmoud Khalil Ibrahim", false}, // brothers
		{"Umar Sabawi Ibrahim Hasan al-Tikriti", "Ayman Sabawi Ibrahim Hasan al-Tikriti", false},
		{"Khalil Ibrahim Hasan", "Ahmad Khalil Ibrahim", false}, // father and son
		{"Fawaz Muhammad al-Rawi", "Mushtaq Talib al-Rawi", false},
		{"Ahmad Jasim", "Ahmad Salih", false},
		{"محمد علي", "Muhammad Khalid", false},
	} {
		if p := Similarity(Parse(c.a), Parse(c.b), nil); (p >= 0.5) != c.same {
			t.Errorf("%q and %q: %.3f, want same %v", c.a, c.b, p, c.same)
		}
	}
}

func TestOmittedIsNotContradicted(t *testing.T) {
	whole := Parse("Ahmad Khalil Ibrahim al-Dulaymi")
	omitted := Similarity(whole, Parse("Ahmad Khalil al-Dulaymi"), nil)
	other := Similarity(whole, Parse("Ahmad Khalil Salman al-Dulaymi"), nil)
	if omitted <= other {
		t.Errorf("a missing grandfather gives %.3f, a different one %.3f", omitted, other)
	}
}

func TestReasons(t *testing.T) {
	has := func(rs []sanad.Reason, code string) bool {
		return slices.ContainsFunc(rs, func(r sanad.Reason) bool { return r.Code == code })
	}
	c := Compare(Parse("Ahmad Khalil Ibrahim"), Parse("أحمد سلمان إبراهيم"), nil)
	if !has(c.For, "name_part_agrees") || !has(c.Against, "father_contradicts") {
		t.Errorf("reasons of different fathers: %+v", c)
	}
	c = Compare(Parse("Abu Umar"), Parse("Abu Hamza"), nil)
	if !has(c.Against, "kunya_differs") || !has(c.Against, "kunya_only") {
		t.Errorf("reasons of two kunyas: %+v", c)
	}
	c = Compare(Parse("Ahmad Khalil"), Parse("Ahmad Khalil Ibrahim"), nil)
	if !has(c.Against, "name_part_missing") || has(c.Against, "name_part_contradicts") {
		t.Errorf("reasons of a missing part: %+v", c)
	}
}

func TestNothingMatchesNothing(t *testing.T) {
	long := strings.Repeat("a", 10000)
	for _, s := range []string{"", " ", "😀", "12", "-", "\u202e", "Dr", "A", "أ", "A.B.", long, strings.Repeat("😀 ", 5000), strings.Repeat("١٢ ", 300), "\u0645\u0640\u0640", "\xff\xfe", ";", "born"} {
		for _, o := range []string{"", "Muhammad", s, "محمد علي حسن"} {
			if p := Similarity(Parse(s), Parse(o), nil); s != "Dr" && (o != s || len(s) < 9000 && s != "born") && p >= 0.5 {
				t.Errorf("%q and %q: %.3f", s, o, p)
			}
		}
	}
	if p := Similarity(Parse(""), Parse(""), nil); p != 0 {
		t.Errorf("two empty names score %v", p)
	}
}

func TestSimilarityIsSymmetric(t *testing.T) {
	words := strings.Fields("Muhammad محمد Ali علي Abu ابو al-Rawi الراوي bin Hasan حسن Abd al-Rahman عبد الرحمن Khalid خالد Mullah X")
	name := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 6).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := Parse(name.Draw(t, "a")), Parse(name.Draw(t, "b"))
		x, y := Similarity(a, b, nil), Similarity(b, a, nil)
		if d := x - y; d > 0.05 || d < -0.05 {
			t.Fatalf("%q, %q: %.4f, exchanged %.4f", a.Raw, b.Raw, x, y)
		}
		if x < 0 || x > 1 {
			t.Fatalf("%q, %q: %v", a.Raw, b.Raw, x)
		}
	})
}

// TestOneLetterApart: two common names that one letter tells apart are no answer, whatever follows them.
func TestOneLetterApart(t *testing.T) {
	for _, c := range [][2]string{{"Basim Khalid", "Qasim Khalid"}, {"باسم خالد", "قاسم خالد"}, {"Basim Hamad Khalaf", "Qasim Hamad Khalaf"}, {"Basim", "Qasim"}, {"Hasan Jabbar", "Hussein Jabbar"},
		{"Salim Jabbar", "Salam Jabbar"}, {"Ahmad Jabbar", "Hamad Jabbar"}, {"Said Jabbar", "Saad Jabbar"}, {"سالم جبار", "سليم جبار"}, {"Amir Jabbar", "Umar Jabbar"}} {
		if p := Similarity(Parse(c[0]), Parse(c[1]), nil); p > 0.55 {
			t.Errorf("%q and %q: %.3f", c[0], c[1], p)
		}
	}
}

// TestTyposOnlyLower: no change of one letter makes a name much more like itself (a little: a misspelled part is a rarer one), and the name is always like itself.
func TestTyposOnlyLower(t *testing.T) {
	scripts := [][]string{strings.Fields("Muhammad Khalid Ibrahim Dulaymi Salman Hussein Qasim"), strings.Fields("محمد خالد ابراهيم سلمان حسين قاسم مطلك")}
	typos := []string{"bkzst", "بكزست"}
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(0, 1).Draw(t, "script")
		w := rapid.SliceOfNDistinct(rapid.SampledFrom(scripts[k]), 3, 5, rapid.ID[string]).Draw(t, "words")
		whole := strings.Join(w, " ")
		i := rapid.IntRange(0, len(w)-1).Draw(t, "word")
		r := []rune(w[i])
		r[rapid.IntRange(0, len(r)-1).Draw(t, "letter")] = rapid.SampledFrom([]rune(typos[k])).Draw(t, "typo")
		w[i] = string(r)
		a, b := Parse(whole), Parse(strings.Join(w, " "))
		same, typo := Similarity(a, a, nil), Similarity(a, b, nil)
		if same < 0.9 || typo > same+0.05 {
			t.Fatalf("%q: itself %.3f, %q %.3f", whole, same, b.Raw, typo)
		}
	})
}

// TestLeavingOutBeatsChanging: a name without its last link is likelier the same person's than one with another link.
func TestLeavingOutBeatsChanging(t *testing.T) {
	for _, c := range []struct{ whole, omitted, changed string }{
		{"Ahmad Khalil Ibrahim", "Ahmad Khalil", "Ahmad Khalil Salman"},
		{"أحمد خليل إبراهيم", "أحمد خليل", "أحمد خليل سلمان"},
		{"أحمد خليل إبراهيم", "Ahmad Khalil", "Ahmad Khalil Salman"},
		{"Qasim Jabbar Mutlaq al-Dulaymi", "Qasim Jabbar al-Dulaymi", "Qasim Jabbar Salih al-Dulaymi"},
		{"Khalid Jasim", "Khalid Jasim al-Rawi", "Khalid Hamad"},
	} {
		a := Parse(c.whole)
		omitted, changed := Similarity(a, Parse(c.omitted), nil), Similarity(a, Parse(c.changed), nil)
		if omitted <= changed {
			t.Errorf("%q: %q %.3f, %q %.3f", c.whole, c.omitted, omitted, c.changed, changed)
		}
	}
}

// TestKunyaAloneIsWeak: a kunya and a name that only its son bears say little.
func TestKunyaAloneIsWeak(t *testing.T) {
	for _, c := range [][2]string{{"Abu Khalid", "Khalid Jasim"}, {"أبو عمر", "عمر جاسم الدليمي"}, {"Abu Hamza", "Abu Umar"}} {
		if p := Similarity(Parse(c[0]), Parse(c[1]), nil); p >= 0.5 {
			t.Errorf("%q and %q: %.3f", c[0], c[1], p)
		}
	}
}

// TestCachesAnswerAlike: what the tables remember changes no score, whatever was compared before.
func TestCachesAnswerAlike(t *testing.T) {
	cold := mustLoad(modelJSON)
	for _, c := range [][2]string{{"Muhammad Ali al-Rawi", "محمد علي الراوي"}, {"Khair Allah Salih", "Khairallah Saleh"}, {"Benhammedi", "bin Hammidi"}} {
		a, b := Parse(c[0]), Parse(c[1])
		cold.pairs = new(pairTable)
		var x, y, z alignment
		first := cold.score(&x, a.Parts, b.Parts, nil)
		again := cold.score(&y, a.Parts, b.Parts, nil)
		warm := shipped.score(&z, a.Parts, b.Parts, nil)
		if first != again || first != warm {
			t.Errorf("%q and %q: %v, again %v, warm %v", c[0], c[1], first, again, warm)
		}
	}
}

// TestRarityMatters: the same agreement says less when the investigation is full of the name.
func TestRarityMatters(t *testing.T) {
	a, b := Parse("Idris Qahtan"), Parse("إدريس قحطان")
	common := &Counts{}
	for range 5000 {
		common.Add(a)
	}
	rare := &Counts{Persons: 5000}
	if x, y := Similarity(a, b, common), Similarity(a, b, rare); x > y {
		t.Errorf("common %.3f, rare %.3f", x, y)
	}
	if c := Compare(a, b, common); !slices.ContainsFunc(c.Against, func(r sanad.Reason) bool { return r.Code == "name_common" && r.Count == 5000 }) {
		t.Errorf("no name_common in %+v", c.Against)
	}
}

// TestDevelopmentPairs holds the shipped model to what it reached when it was made, on the pairs it was made from.
func TestDevelopmentPairs(t *testing.T) {
	rows := devPairs(t)
	tp, fp, fn := 0, 0, 0
	for _, r := range rows {
		yes := Similarity(Parse(r[1]), Parse(r[2]), nil) >= 0.5
		switch {
		case yes && r[3] == "1":
			tp++
		case yes:
			fp++
		case r[3] == "1":
			fn++
		}
	}
	if f1 := 2 * float64(tp) / float64(2*tp+fp+fn); f1 < 0.90 {
		t.Errorf("F1 on the development pairs %.4f", f1)
	}
}

func devPairs(t testing.TB) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "bench", "names", "pairs_dev.csv"))
	if err != nil {
		t.Skipf("SKIPPED: no benchmark data beside the repository: %v", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func FuzzSimilarity(f *testing.F) {
	f.Add("محمد علي", "Muhammad Ali")
	f.Add("", "a")
	f.Add("ﻣﺤﻤﺪ\u202e", "x😀y")
	f.Add(strings.Repeat("a", 10000), strings.Repeat("ab ", 4000))
	f.Fuzz(func(t *testing.T, a, b string) {
		p := Similarity(Parse(a), Parse(b), nil)
		if !(p >= 0 && p <= 1) {
			t.Fatalf("%q, %q: %v", a, b, p)
		}
		// However odd a string, it is not like everybody.
		like := 0
		for _, o := range []string{"Muhammad Ali Hasan", "خالد جاسم الدليمي", "Abu Hudhayfa al-Ansari", "John Smith", "فاطمة حسين", "Mullah Omar", "Qusay Mutlaq", "X 12"} {
			if Similarity(Parse(a), Parse(o), nil) >= 0.5 {
				like++
			}
		}
		if like > 4 {
			t.Fatalf("%q is like %d of eight different names", a, like)
		}
		c := Compare(Parse(a), Parse(b), nil)
		if c.P != p {
			t.Fatalf("%q, %q: Compare %v, Similarity %v", a, b, c.P, p)
		}
		addsUp(t, Parse(a), Parse(b), c)
	})
}

// BenchmarkRaw goes round the 3,968 distinct pairs of the benchmark from their strings; from the second round on, words and pairs of
// parts are remembered. BenchmarkFirstSight is the same with nothing remembered at the start of each round: the first round.
func BenchmarkRaw(b *testing.B) {
	rows := devPairs(b)
	b.ResetTimer()
	for i := range b.N {
		r := rows[i%len(rows)]
		Similarity(Parse(r[1]), Parse(r[2]), nil)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkFirstSight(b *testing.B) {
	rows := devPairs(b)
	words, pairs := shipped.words, shipped.pairs
	defer func() { shipped.words, shipped.pairs = words, pairs }()
	b.ResetTimer()
	for i := range b.N {
		if i%len(rows) == 0 {
			b.StopTimer()
			shipped.words, shipped.pairs = &wordTable{m: shipped}, new(pairTable)
			b.StartTimer()
		}
		r := rows[i%len(rows)]
		Similarity(Parse(r[1]), Parse(r[2]), nil)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkPrepared(b *testing.B) {
	rows := devPairs(b)
	var l, r []Name
	for _, row := range rows {
		l, r = append(l, Parse(row[1])), append(r, Parse(row[2]))
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		Similarity(l[i%len(rows)], r[i%len(rows)], nil)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}
