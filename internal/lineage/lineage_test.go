package lineage

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

const original = `On the morning of 29 October the men were taken from the houses near the river and driven to the old quarry,
where witnesses heard shooting until noon. A resident counted eleven trucks on the road to the north and named the driver of the first.`

func TestFind(t *testing.T) {
	arabic := "في صباح التاسع والعشرين من تشرين الاول اقتيد الرجال من البيوت القريبة من النهر الى المقلع القديم وسمع الشهود اطلاق النار حتى الظهر"
	docs := []Doc{
		{ID: "a", Text: original, Dated: "2014-11-02", Order: 1},
		{ID: "b", Text: strings.ToUpper(original) + "\n", Dated: "2014-11-05", Order: 0},
		{ID: "c", Text: strings.Replace(original, "eleven trucks", "twelve lorries", 1) + " The mayor confirmed it.", Order: 4},
		{ID: "d", Text: "The men were taken from the houses near the river and driven to the old quarry, where witnesses heard shooting until noon.", Dated: "2014-12", Order: 5},
		{ID: "e", Text: "Prices of bread rose again in the market of Hit, and the bakers said that flour from the north no longer arrives in time.", Order: 6},
		{ID: "f", Text: arabic, Order: 7},
		{ID: "g", Text: strings.ReplaceAll(arabic, "ا", "أ"), Order: 8},
		{ID: "h", Text: "", Order: 9},
		{ID: "i", Text: "", Order: 10},
		{ID: "j", Text: "No news today", Order: 11},
		{ID: "k", Text: "No news today", Order: 12},
	}
	type short struct{ Report, From, How string }
	var got []short
	for _, l := range Find(docs) {
		got = append(got, short{string(l.Report), string(l.DerivedFrom), l.How})
	}
	want := []short{{"b", "a", Exact}, {"c", "a", Near}, {"d", "a", Excerpt}, {"g", "f", Exact}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestOrigins(t *testing.T) {
	got := Origins([]Link{{Report: "c", DerivedFrom: "b"}, {Report: "b", DerivedFrom: "a"}, {Report: "x", DerivedFrom: "y"}, {Report: "y", DerivedFrom: "x"}})
	if got["c"] != "a" || got["b"] != "a" || got["a"] != "" {
		t.Errorf("origins %v", got)
	}
}

func invented(n int, copies float64, seed uint64) []Doc {
	r := rand.New(rand.NewPCG(seed, 2))
	word := func() string { return fmt.Sprintf("w%d", int(float64(20000)*r.Float64()*r.Float64()*r.Float64())) }
	var docs []Doc
	for i := range n {
		var words []string
		if i > 10 && r.Float64() < copies {
			words = strings.Fields(docs[r.IntN(i)].Text)
			for range len(words) / 20 {
				words[r.IntN(len(words))] = word()
			}
		} else {
			words = strings.Fields("report of the office on the events of the day in the district as told to the officer")
			for range 60 + r.IntN(140) {
				words = append(words, word())
			}
		}
		docs = append(docs, Doc{ID: sanad.ID(fmt.Sprint("r", i)), Text: strings.Join(words, " "), Order: i})
	}
	return docs
}

// TestNoCycles: every chain of origins ends in a report that repeats nothing.
func TestNoCycles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := invented(60, 0.5, rapid.Uint64().Draw(t, "seed"))
		for i := range docs {
			docs[i].Dated = rapid.SampledFrom([]string{"", "2014", "2014-10", "2014-10-29", "2015~"}).Draw(t, "dated")
		}
		links := Find(docs)
		derived := map[sanad.ID]bool{}
		for _, l := range links {
			if derived[l.Report] {
				t.Fatalf("%s has two origins", l.Report)
			}
			derived[l.Report] = true
		}
		for r, o := range Origins(links) {
			if derived[o] || r == o {
				t.Fatalf("origin %s of %s is itself derived", o, r)
			}
		}
	})
}

func TestMany(t *testing.T) {
	n := 10000
	docs := invented(n, 0.3, 1)
	start := time.Now()
	links := Find(docs)
	took := time.Since(start)
	t.Logf("%d reports, %d links in %v", n, len(links), took)
	if len(links) < n*28/100 || len(links) > n*32/100 {
		t.Errorf("%d links of about %d", len(links), n*3/10)
	}
}

func FuzzFind(f *testing.F) {
	f.Add(original, "x")
	f.Add("", "")
	f.Add(strings.Repeat("a b c ", 500), "a b c a b c d")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, l := range Find([]Doc{{ID: "a", Text: a}, {ID: "b", Text: b, Order: 1}}) {
			if l.Report == l.DerivedFrom || !(l.Similarity > 0 && l.Similarity <= 1) {
				t.Fatalf("%+v", l)
			}
		}
	})
}
