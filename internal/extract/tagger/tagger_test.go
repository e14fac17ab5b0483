package tagger

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func spansIn(m *Model, sentence string) []string {
	tokens := strings.Fields(sentence)
	var out []string
	for _, s := range m.Spans(tokens) {
		out = append(out, s.Kind.String()+" "+strings.Join(tokens[s.First:s.Last], " "))
	}
	return out
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		m        *Model
		sentence string
		want     []string
	}{
		{English(), "The spokesman , John Harding , said in London on Friday that Microsoft would pay .", []string{"PER John Harding", "LOC London", "ORG Microsoft"}},
		{English(), "Ahmed Hassan was arrested in Mosul by the Iraqi army .", []string{"PER Ahmed Hassan", "LOC Mosul"}},
		{English(), "They talked about the price of bread and went home .", nil},
		{English(), "President Omar Khalil met officials of the World Bank in Baghdad .", []string{"PER Omar Khalil", "ORG World Bank", "LOC Baghdad"}},
		{Arabic(), "قال محمد حسن إن القوات وصلت إلى بغداد أمس .", []string{"PER محمد حسن", "LOC بغداد"}},
		{Arabic(), "أعلنت الأمم المتحدة أنها سترسل مساعدات إلى سوريا .", []string{"ORG الأمم المتحدة", "LOC سوريا"}},
		{Arabic(), "ذهبوا إلى البيت وأكلوا الخبز .", nil},
	} {
		got := spansIn(c.m, c.sentence)
		for _, w := range c.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s\n got %q\nlacks %q", c.sentence, got, w)
			}
		}
		if c.want == nil && got != nil {
			t.Errorf("%s\n got %q, want nothing", c.sentence, got)
		}
	}
}

// TestLegal holds that whatever the tokens, labels make whole spans, Spans agrees with Tag, and both are deterministic.
func TestLegal(t *testing.T) {
	words := []string{"Ali", "al-Dulaimi", "Bank", "of", "Mosul", "the", ",", ".", "2014", "قال", "بغداد", "والموصل", "أبو", "@x", "#y", "", "\xff", "U.S.", "NATO", "in"}
	rapid.Check(t, func(t *rapid.T) {
		tokens := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(words), rapid.String()), 0, 30).Draw(t, "tokens")
		for _, m := range []*Model{English(), Arabic()} {
			tags := m.Tag(tokens)
			if len(tags) != len(tokens) {
				t.Fatalf("%d labels for %d tokens", len(tags), len(tokens))
			}
			before := outside
			for _, l := range append(slices.Clone(tags), outside) {
				if !mayFollow(before, l) {
					t.Fatalf("%v after %v", l, before)
				}
				before = l
			}
			spans := m.Spans(tokens)
			for i, s := range spans {
				if s.Confidence <= 0 || s.Confidence > 1 {
					t.Fatalf("confidence %v", s.Confidence)
				}
				spans[i].Confidence = 0
			}
			if want := spansOf(tags); !slices.Equal(spans, want) {
				t.Fatalf("spans %v, labels say %v", spans, want)
			}
			if !slices.Equal(tags, m.Tag(tokens)) {
				t.Fatal("tagged again, other labels")
			}
		}
	})
}

// TestDecode holds Viterbi against trying every legal sequence.
func TestDecode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "n")
		emit := make([]scores, n)
		for i := range emit {
			for l := range labels {
				emit[i][l] = float32(rapid.IntRange(-50, 50).Draw(t, "score"))
			}
		}
		var trans transitions
		for a := range labels {
			for b := range labels {
				trans[a][b] = float32((a*7+b*3)%11 - 5)
			}
		}
		trans.forbid()
		got := make([]Label, n)
		decode(emit, &trans, make([][labels]Label, n), got)
		best := float32(-1e9)
		var try func(i int, before Label, score float32)
		try = func(i int, before Label, score float32) {
			if i == n {
				if !before.open() {
					best = max(best, score)
				}
				return
			}
			for l := range Label(labels) {
				if mayFollow(before, l) {
					try(i+1, l, score+emit[i][l]+trans[before][l])
				}
			}
		}
		try(0, outside, 0)
		score, before := float32(0), outside
		for i, l := range got {
			score += emit[i][l] + trans[before][l]
			before = l
		}
		if score != best {
			t.Fatalf("%v scores %v, the best %v", got, score, best)
		}
	})
}

// TestProbability holds that over all spans starting at one token and being none the probabilities add up to one.
func TestProbability(t *testing.T) {
	emit := []scores{{1, 2, 0, 1, 3}, {2, 0, 1, 0, 1}, {0, 1, 2, 3, 0}}
	var trans transitions
	trans.forbid()
	var l lattice
	l.sum(emit, &trans, 0.5)
	sum := 0.0
	for k := PER; k <= LOC; k++ {
		for end := 1; end <= 3; end++ {
			tags := make([]Label, 3)
			for i := range end {
				p := inside
				switch {
				case end == 1:
					p = unit
				case i == 0:
					p = begin
				case i == end-1:
					p = last
				}
				tags[i] = labelOf(k, p)
			}
			sum += float64(l.probability(Span{First: 0, Last: end, Kind: k}, tags))
		}
	}
	for _, none := range []Label{outside, other} {
		sum += float64(l.probability(Span{First: 0, Last: 1}, []Label{none}))
	}
	if sum < 0.9999 || sum > 1.0001 {
		t.Fatalf("probabilities add up to %v", sum)
	}
}

// TestBounded holds that long tokens and long sentences cost what their length says and change nothing before them.
func TestBounded(t *testing.T) {
	long := strings.Repeat("ه", 10_000)
	tokens := make([]string, 0, 5000)
	for range 1000 {
		tokens = append(tokens, "Ahmed", "Hassan", long, strings.Repeat("A", 10_000), ".")
	}
	for _, m := range []*Model{English(), Arabic()} {
		if got := m.Tag(tokens); len(got) != len(tokens) {
			t.Fatalf("%d labels for %d tokens", len(got), len(tokens))
		}
		if got := m.Spans(nil); got != nil {
			t.Fatalf("spans %v in nothing", got)
		}
	}
	tokens = tokens[:5]
	m := English()
	m.Tag(tokens)
	if n := testing.AllocsPerRun(20, func() { m.Tag(tokens) }); n > 200 {
		t.Errorf("%v allocations for five tokens", n)
	}
}

// TestAdd16 holds the packed sum against adding one by one.
func TestAdd16(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &Model{}
		m.slots, m.rows = emptyRows(40)
		var want [width]int32
		var features []uint32
		values := map[uint32][width]int8{}
		for h := uint32(1); h <= 20; h++ {
			var row weights
			var v [width]int8
			for l := range width {
				v[l] = int8(rapid.IntRange(-128, 127).Draw(t, "weight"))
				row.set(l, v[l])
			}
			m.add(h*7919, row)
			values[h*7919] = v
		}
		for range rapid.IntRange(0, 600).Draw(t, "n") {
			h := rapid.Uint32Range(1, 25).Draw(t, "feature") * 7919
			features = append(features, h)
			for l, v := range values[h] {
				want[l] += int32(v)
			}
		}
		var got [width]int32
		m.add16(&got, features)
		if got != want {
			t.Fatalf("%v, one by one %v", got, want)
		}
	})
}

func TestConcurrent(t *testing.T) {
	tokens := strings.Fields("Ahmed Hassan was arrested in Mosul by the Iraqi army .")
	want := English().Spans(tokens)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				if got := English().Spans(tokens); !slices.Equal(got, want) {
					t.Errorf("%v, alone %v", got, want)
				}
			}
		})
	}
	wait.Wait()
}

// TestCard holds that MODEL.md tells of the models that are built in.
func TestCard(t *testing.T) {
	card, err := os.ReadFile("MODEL.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"english.model": englishModel, "arabic.model": arabicModel} {
		if sum := fmt.Sprintf("%x", sha256.Sum256(b)); !strings.Contains(string(card), sum) {
			t.Errorf("MODEL.md does not give the SHA-256 of %s: %s", name, sum)
		}
	}
	if n := len(englishModel) + len(arabicModel); n > 12<<20 {
		t.Errorf("the models have %d bytes", n)
	}
}

// TestDamaged holds that a damaged model is an error and no panic.
func TestDamaged(t *testing.T) {
	for _, n := range []int{0, 5, len(magic), len(magic) + 10, len(arabicModel) / 2} {
		if _, err := read(arabicModel[:n]); err == nil {
			t.Errorf("read %d bytes of a model without error", n)
		}
	}
}

// TestWeights holds that setting one label's weight leaves the others.
func TestWeights(t *testing.T) {
	m := &Model{}
	m.slots, m.rows = emptyRows(1)
	var row weights
	row.set(3, -128)
	row.set(4, 127)
	row.set(3, 5)
	m.add(9, row)
	var sum [width]int32
	m.add16(&sum, []uint32{9, 10, 9})
	if sum[3] != 10 || sum[4] != 254 || sum[0] != -256 {
		t.Fatalf("sums %v", sum)
	}
}

func FuzzTag(f *testing.F) {
	f.Add("Ahmed Hassan of Mosul")
	f.Add("قال محمد حسن في بغداد")
	f.Add("\xff\xfe @ # ١٢٣ \u200f")
	f.Fuzz(func(t *testing.T, s string) {
		tokens := strings.Split(s, " ")
		for _, m := range []*Model{English(), Arabic()} {
			end := 0
			for _, s := range m.Spans(tokens) {
				if s.First < end || s.Last <= s.First || s.Last > len(tokens) || s.Kind == None {
					t.Fatalf("span %v after %d", s, end)
				}
				end = s.Last
			}
		}
	})
}

func BenchmarkTag(b *testing.B) {
	for name, c := range map[string]struct {
		m        *Model
		sentence string
	}{
		"english": {English(), "The spokesman , John Harding , said in London on Friday that the company would not pay for what its workers had done in Mosul and Baghdad , the agency reported ."},
		"arabic":  {Arabic(), "وقال محمد حسن إن القوات الحكومية وصلت إلى بغداد أمس بعد أن أعلنت الأمم المتحدة أنها سترسل مساعدات إلى سوريا والعراق في الأيام المقبلة ."},
	} {
		b.Run(name, func(b *testing.B) {
			tokens := strings.Fields(c.sentence)
			for b.Loop() {
				c.m.Tag(tokens)
			}
			b.ReportMetric(float64(b.N*len(tokens))/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
