package match

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

// TestSecondIdentifier: names alone, however long, are never a second identifier; a clash undoes one.
func TestSecondIdentifier(t *testing.T) {
	long := []string{"Fawaz Muhammad Jubayr Idris al-Rawi"}
	for _, c := range []struct {
		what   string
		a, b   Person
		second bool
		hard   string
	}{
		{"names alone", Person{Names: long}, Person{Names: long}, false, ""},
		{"names, father, place", Person{Names: long, Father: []string{"Muhammad"}, BirthPlace: []string{"Rawa"}}, Person{Names: long, Father: []string{"محمد"}, BirthPlace: []string{"Rawa"}}, false, ""},
		{"mother's first name", Person{Names: long, Mother: []string{"Fatima"}}, Person{Names: long, Mother: []string{"فاطمة"}}, false, ""},
		{"mother's full name", Person{Names: long, Mother: []string{"Fatima Khalaf Hamad"}}, Person{Names: long, Mother: []string{"فاطمة خلف حمد"}}, true, ""},
		{"year of birth", Person{Names: long, Birth: []string{"1980"}}, Person{Names: long, Birth: []string{"1980-05-02"}}, true, ""},
		{"vague year of birth", Person{Names: long, Birth: []string{"1980~"}}, Person{Names: long, Birth: []string{"1980"}}, false, ""},
		{"document", Person{Names: long, Documents: []string{"passport: A 123456"}}, Person{Names: long, Documents: []string{"passport:a123456"}}, true, ""},
		{"phone", Person{Names: long, Phones: []string{"+964 790 123 4567"}}, Person{Names: long, Phones: []string{"0790 123 4567"}}, true, ""},
		{"other document, same year", Person{Names: long, Birth: []string{"1980"}, Documents: []string{"id:1111111"}}, Person{Names: long, Birth: []string{"1980"}, Documents: []string{"id:2222222"}}, false, "document_contradicts"},
		{"birth years apart", Person{Names: long, Birth: []string{"1980"}}, Person{Names: long, Birth: []string{"1983"}}, false, "birth_contradicts"},
		{"one of two birth years fits", Person{Names: long, Birth: []string{"1980", "1991"}}, Person{Names: long, Birth: []string{"1991"}}, true, ""},
		{"birth years near", Person{Names: long, Birth: []string{"1980"}}, Person{Names: long, Birth: []string{"1982"}}, false, ""},
		{"other mother", Person{Names: long, Mother: []string{"Fatima Khalaf"}}, Person{Names: long, Mother: []string{"Sumaya Dhiab"}}, false, "mother_contradicts"},
		{"other father in full chains", Person{Names: []string{"Ahmad Khalil Ibrahim al-Ani"}}, Person{Names: []string{"Ahmad Dhiab Mustafa al-Ani"}}, false, "father_contradicts"},
		{"other father in short chains", Person{Names: []string{"Ahmad Khalil"}}, Person{Names: []string{"Ahmad Dhiab"}}, false, ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			x := NewIndex()
			q := x.Score(&c.a, &c.b)
			if q.Second != c.second {
				t.Errorf("second %v: for %+v against %+v", q.Second, q.For, q.Against)
			}
			r, ok := x.Clash(&c.a, &c.b)
			if ok != (c.hard != "") || r.Code != c.hard {
				t.Errorf("clash %q, want %q", r.Code, c.hard)
			}
			if back := x.Score(&c.b, &c.a); back.Second != q.Second || back.P-q.P > 0.05 || q.P-back.P > 0.05 {
				t.Errorf("exchanged: %v %v, before %v %v", back.Second, back.P, q.Second, q.P)
			}
		})
	}
}

// TestDigestHasNoSides: the evidence is the same whichever of the two is named first, and does not become other evidence because others share the name.
func TestDigestHasNoSides(t *testing.T) {
	x := NewIndex()
	for i, n := range []string{"Yusuf Karim al-Alwani", "Yusuf Karim Hamad al-Alwani", "Yusuf al-Alwani"} {
		x.Add(Person{ID: sanad.ID(rune('a' + i)), Names: []string{n}, Birth: []string{"1980"}, Residence: []string{[]string{"Hit", "Ramadi", "Mosul"}[i]}})
	}
	before := map[string]string{}
	for range 2 {
		for _, p := range []string{"ab", "ac", "bc"} {
			l, r := sanad.ID(p[:1]), sanad.ID(p[1:])
			q, _ := x.Question(Ranked{Left: l, Right: r})
			back, _ := x.Question(Ranked{Left: r, Right: l})
			if q.Evidence != back.Evidence {
				t.Errorf("%s: %+v %+v, exchanged %+v %+v", p, q.For, q.Against, back.For, back.Against)
			}
			if was := before[p]; was != "" && was != q.Evidence {
				t.Errorf("%s: other evidence because others bear the name", p)
			}
			before[p] = q.Evidence
		}
		x.Add(Person{ID: "d", Names: []string{"Yusuf Karim al-Alwani"}})
	}
}

// TestSecondBetween: between groups it is what some pair of them says, unless any pair clashes.
func TestSecondBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := NewIndex()
		var all []sanad.ID
		for i := range rapid.IntRange(2, 8).Draw(t, "n") {
			pick := func(label string, from ...string) []string {
				if v := rapid.SampledFrom(append(from, "")).Draw(t, label); v != "" {
					return []string{v}
				}
				return nil
			}
			p := Person{ID: sanad.ID(rune('a' + i)), Names: []string{rapid.SampledFrom([]string{"Ahmad Khalil Ibrahim al-Ani", "Ahmad Dhiab Mustafa al-Ani", "Ahmad al-Ani"}).Draw(t, "name")},
				Birth: pick("birth", "1980", "1981", "1990"), Mother: pick("mother", "Fatima Khalaf", "Sumaya Dhiab"), Phones: pick("phone", "07901234567"), Documents: pick("document", "id:1111111", "id:2222222")}
			x.Add(p)
			all = append(all, p.ID)
		}
		cut := rapid.IntRange(1, len(all)-1).Draw(t, "cut")
		want, clash := false, false
		for _, l := range all[:cut] {
			for _, r := range all[cut:] {
				q, _ := x.Question(Ranked{Left: l, Right: r})
				_, hard := x.ClashBetween(l, r)
				want, clash = want || q.Second, clash || hard
			}
		}
		if got := x.SecondBetween(all[:cut], all[cut:]); got != (want && !clash) {
			t.Fatalf("second %v, but of the pairs %v, clash %v", got, want, clash)
		}
	})
}

func TestEvidenceMovesP(t *testing.T) {
	x := NewIndex()
	p := func(a, b Person) float64 { return x.Score(&a, &b).P }
	name := Person{Names: []string{"Ahmad Jasim al-Ani"}}
	with := func(f func(*Person)) Person { q := name; f(&q); return q }
	base := p(name, name)
	if base > 0.995 {
		t.Errorf("a common name alone gives %.3f", base)
	}
	if got := p(with(func(q *Person) { q.Birth = []string{"1980"} }), with(func(q *Person) { q.Birth = []string{"1980"} })); got <= base {
		t.Errorf("same year %.3f, without %.3f", got, base)
	}
	if got := p(with(func(q *Person) { q.Birth = []string{"1980"} }), with(func(q *Person) { q.Birth = []string{"1990"} })); got > 0.3 {
		t.Errorf("ten years apart %.3f", got)
	}
	if got := p(with(func(q *Person) { q.Sex = "male" }), with(func(q *Person) { q.Sex = "female" })); got >= base/2 {
		t.Errorf("other sex %.3f", got)
	}
	dead := with(func(q *Person) { q.Died = []string{"2017-06"} })
	if got := p(dead, with(func(q *Person) { q.Detained = []string{"2019-01-28"} })); got >= base {
		t.Errorf("arrested after death %.3f, without %.3f", got, base)
	}
	if got := p(dead, with(func(q *Person) { q.Detained = []string{"2016"} })); got != base {
		t.Errorf("arrested before death %.3f, without %.3f", got, base)
	}
	kunya := Person{Kunyas: []string{"Abu Ahmad"}}
	if got := p(kunya, kunya); got > 0.5 {
		t.Errorf("a kunya alone %.3f", got)
	}
}

func TestQuestionsFollowJudgements(t *testing.T) {
	x := NewIndex()
	for i, n := range []string{"Fawaz Idris al-Rawi", "فواز إدريس الراوي", "Fawwaz Idrees Alrawi", "Khalid Mustafa"} {
		id := string(rune('a' + i))
		x.Add(Person{ID: sanad.ID(id), Report: sanad.ID("r" + id), Names: []string{n}})
	}
	pairs := func(qs []sanad.Question) (out []string) {
		for _, q := range qs {
			out = append(out, string(q.Left+q.Right))
		}
		slices.Sort(out)
		return out
	}
	if d := cmp.Diff([]string{"ab", "ac", "bc"}, pairs(x.Questions(nil, 0))); d != "" {
		t.Error(d)
	}
	id := judged{same: map[sanad.ID]sanad.ID{"b": "a"}, unsure: map[[2]sanad.ID]string{}}
	if qs := x.Questions(id, 0); len(qs) != 1 || qs[0].Right != "c" { // one question between two groups
		t.Error(pairs(qs))
	}
	if d := cmp.Diff([]string(nil), pairs(x.Questions(judged{same: map[sanad.ID]sanad.ID{"b": "a", "c": "a"}}, 0))); d != "" {
		t.Error(d)
	}
	id.different = true
	if d := cmp.Diff([]string(nil), pairs(x.Questions(id, 0))); d != "" {
		t.Error(d)
	}
	id = judged{unsure: map[[2]sanad.ID]string{}}
	for _, q := range x.Questions(nil, 0) {
		id.unsure[[2]sanad.ID{q.Left, q.Right}] = q.Evidence
	}
	if qs := x.Questions(id, 0); len(qs) != 0 {
		t.Errorf("asked again without new evidence: %v", pairs(qs))
	}
	id.unsure[[2]sanad.ID{"a", "b"}] = "something else was known then"
	qs := x.Questions(id, 0)
	if d := cmp.Diff([]string{"ab"}, pairs(qs)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(qs, Withdraw(x.Questions(nil, 0), id), cmp.Transformer("ids", func(q sanad.Question) string { return string(q.Left + q.Right) })); d != "" {
		t.Error(d)
	}
}

// judged is an Identity for tests.
type judged struct {
	same      map[sanad.ID]sanad.ID
	different bool
	unsure    map[[2]sanad.ID]string
}

func (j judged) Canonical(id sanad.ID) sanad.ID {
	if c, ok := j.same[id]; ok {
		return c
	}
	return id
}
func (j judged) Different(a, b sanad.ID) bool { return j.different }
func (j judged) Unsure(a, b sanad.ID) (string, bool) {
	e, ok := j.unsure[[2]sanad.ID{a, b}]
	return e, ok
}

func TestQuestionsAreDeterministic(t *testing.T) {
	people, _ := invented(800, 120, 11)
	ask := func() []sanad.Question {
		x := NewIndex()
		for _, p := range people {
			x.Add(p)
		}
		return x.Questions(nil, 0)
	}
	first := ask()
	if d := cmp.Diff(first, ask()); d != "" {
		t.Error(d)
	}
	seen := map[[2]sanad.ID]bool{}
	for i, q := range first {
		k := [2]sanad.ID{min(q.Left, q.Right), max(q.Left, q.Right)}
		if seen[k] || q.Left == q.Right {
			t.Fatalf("%v asked twice", k)
		}
		seen[k] = true
		if i > 0 && q.Score > first[i-1].Score {
			t.Fatalf("question %d scores above the one before", i)
		}
		if q.P < 0 || q.P > 1 || q.Evidence == "" {
			t.Fatalf("question %+v", q)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		in      string
		ok      bool
		days    int
		precise bool
	}{
		{"1980", true, year, true}, {"1980-05", true, month, true}, {"1980-05-02", true, 1, true}, {"1980~", true, year, false},
		{"198X", true, 10 * year, false}, {"1980/1985", true, 6 * year, false}, {"1980-12-31/1981-01-01", true, 2, true},
		{"", false, 0, false}, {"May 1980", false, 0, false}, {"80", false, 0, false}, {"1985/1980", false, 0, false}, {"1980-13", false, 0, false},
	} {
		s, ok := parseSpan(c.in)
		if ok != c.ok || ok && (s.hi-s.lo+1 != c.days || s.precise() != c.precise) {
			t.Errorf("parseSpan(%q) = %+v, %v", c.in, s, ok)
		}
	}
}

func FuzzSpan(f *testing.F) {
	for _, s := range []string{"1980", "198X", "1980/..", "../1980", "1980-05-02/1980-06", "/", "//", "1980-XX-XX", "9999~?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, ok := parseSpan(s); ok && (v.lo > v.hi || v.lo < 0 || v.gap(v) != 0) {
			t.Fatalf("parseSpan(%q) = %+v", s, v)
		}
	})
}

func TestGapIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(l string) span {
			lo := rapid.IntRange(0, 1000).Draw(t, l)
			return span{lo: lo, hi: lo + rapid.IntRange(0, 500).Draw(t, l+" length")}
		}
		a, b := draw("a"), draw("b")
		if a.gap(b) != b.gap(a) || (a.gap(b) == 0) != (a.lo <= b.hi && b.lo <= a.hi) {
			t.Fatalf("%v %v: %d, %d", a, b, a.gap(b), b.gap(a))
		}
	})
}
