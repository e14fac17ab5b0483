package sim

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"testing"
)

// desk is a small investigation: it asks about every pair of found entities of one person in a chain, and some of different persons,
// and suspends a join of entities of two given persons.
type desk struct {
	claims    []Claim
	queue     []Question
	groups    forest
	judged    map[[2]string]bool
	clash     func(a, b string) bool // of entities
	conflicts [][2]string
	doubting  bool
	joins     [][2]string
	again     map[[2]string]bool // looked at again
}

func newDesk(g *Gold, strangers int) *desk {
	o := &oracle{r: rand.New(rand.NewPCG(1, 1))}
	o.export(g)
	d := &desk{groups: forest{}, judged: map[[2]string]bool{}, again: map[[2]string]bool{}, clash: func(a, b string) bool { return false }}
	for _, l := range o.lines {
		c := Claim{EntityID: l["entity_id"].(string), Schema: l["schema"].(string), Prop: l["prop"].(string), Report: l["report"].(string)}
		if v, ok := l["value"].(string); ok {
			c.Value = v
		}
		if start, ok := l["start"].(int); ok {
			end := l["end"].(int)
			c.Start, c.End = &start, &end
		}
		d.claims = append(d.claims, c)
	}
	last := map[string]string{}
	var all []string
	for _, m := range g.Mentions {
		e := m.Report + "/" + m.Person
		if p := last[m.Person]; p != "" && p != e {
			d.queue = append(d.queue, Question{p, e, .9})
		}
		last[m.Person] = e
		all = append(all, e)
	}
	for range strangers {
		a, b := all[o.r.IntN(len(all))], all[o.r.IntN(len(all))]
		if a != b {
			d.queue = append(d.queue, Question{a, b, o.r.Float64()})
		}
	}
	slices.SortStableFunc(d.queue, func(a, b Question) int { return cmp.Compare(b.Score, a.Score) })
	return d
}

func (d *desk) Claims(context.Context) ([]Claim, error) {
	out := slices.Clone(d.claims)
	for i := range out {
		out[i].CanonicalID = d.groups.root(out[i].EntityID)
	}
	return out, nil
}

func (d *desk) Questions(_ context.Context, n int) ([]Question, error) {
	var out []Question
	for _, q := range d.queue {
		if !d.judged[[2]string{q.Left, q.Right}] && d.groups.root(q.Left) != d.groups.root(q.Right) && len(out) < n {
			out = append(out, q)
		}
	}
	return out, nil
}

// Doubts are the joins of two persons that nobody looked at again.
func (d *desk) Doubts(context.Context) ([]Question, error) {
	var out []Question
	if !d.doubting {
		return nil, nil
	}
	for _, j := range d.joins {
		if !d.again[j] && j[0][len("R00001/"):] != j[1][len("R00001/"):] {
			out = append(out, Question{Left: j[0], Right: j[1]})
		}
	}
	return out, nil
}

func (d *desk) Judge(_ context.Context, left, right, verdict string) error {
	k := [2]string{left, right}
	d.judged[k] = true
	if i := slices.Index(d.joins, k); i >= 0 {
		d.again[k] = true
		if verdict == "different" {
			d.joins = slices.Delete(d.joins, i, i+1)
			d.groups = forest{}
			for _, j := range d.joins {
				d.groups.join(j[0], j[1])
			}
		}
		return nil
	}
	if verdict != "same" {
		return nil
	}
	if d.clash(left, right) {
		d.conflicts = append(d.conflicts, [2]string{left, right})
		return nil
	}
	d.joins = append(d.joins, k)
	d.groups.join(left, right)
	return nil
}

func (d *desk) Canonical(context.Context) (map[string]string, error) {
	out := map[string]string{}
	for _, c := range d.claims {
		out[c.EntityID] = d.groups.root(c.EntityID)
	}
	return out, nil
}

func (d *desk) Conflicts(context.Context) ([][2]string, error) { return d.conflicts, nil }

func figures(ms []Metric) map[string]float64 {
	out := map[string]float64{}
	for _, m := range ms {
		out[m.Name] = m.Value
	}
	return out
}

func TestPerfectReviewer(t *testing.T) {
	_, g, _ := smallWorld(t, Options{Seed: 11, Members: 20, Reports: 150})
	ms, err := Review(t.Context(), g, newDesk(g, 60), Reviewer{})
	if err != nil {
		t.Fatal(err)
	}
	f := figures(ms)
	if f["adaptive_recall"] < .95 || f["adaptive_precision"] != 1 || f["innocents_joined_by_program"] != 0 || f["adaptive_suspended"] != 0 {
		t.Errorf("figures %v", ms)
	}
	if a, b, c := f["adaptive_questions_to_80"], f["adaptive_questions_to_90"], f["adaptive_questions_to_95"]; a <= 0 || b < a || c < b || c > f["adaptive_asked"] {
		t.Errorf("questions to 80, 90, 95: %v %v %v of %v", a, b, c, f["adaptive_asked"])
	}
	// The size of the batches changes what is asked when, not what is reached.
	one, err := Review(t.Context(), g, newDesk(g, 60), Reviewer{Batch: 1})
	if err != nil {
		t.Fatal(err)
	}
	if a, b := f["adaptive_questions_to_90"], figures(one)["adaptive_questions_to_90"]; a != b {
		t.Errorf("questions to 90: %v in batches of 50, %v one by one", a, b)
	}
}

func TestFallibleReviewer(t *testing.T) {
	_, g, _ := smallWorld(t, Options{Seed: 12, Members: 60, Reports: 200})
	innocent := map[string]bool{}
	for _, p := range g.Persons {
		innocent[p.ID] = p.Innocent
	}
	person := func(e string) string { return e[len("R00001/"):] }
	who := Reviewer{ErrorRate: .5, Seed: 4}
	for _, guarded := range []bool{false, true} {
		d := newDesk(g, 600)
		if guarded {
			d.clash = func(a, b string) bool { return person(a) != person(b) && (innocent[person(a)] || innocent[person(b)]) }
		}
		ms, err := Review(t.Context(), g, d, who)
		if err != nil {
			t.Fatal(err)
		}
		f := figures(ms)
		if f["adaptive_fallible_wrong_answers"] == 0 || f["adaptive_fallible_wrong_joins"] == 0 || f["adaptive_fallible_innocents_joined"] == 0 {
			t.Fatalf("a reviewer who errs half the time: %v", ms)
		}
		surfaced, left := f["adaptive_fallible_innocents_surfaced"], f["adaptive_fallible_innocents_left_joined"]
		if guarded && (surfaced != f["adaptive_fallible_innocents_joined"] || left != 0) {
			t.Errorf("every join of an innocent is suspended, yet %v surfaced and %v are left: %v", surfaced, left, ms)
		}
		if !guarded && (surfaced != 0 || left == 0) {
			t.Errorf("nothing is suspended, yet %v surfaced and %v are left", surfaced, left)
		}
	}
}

// TestSecondLook: wrong joins that are offered again are mostly undone, and each second look is an answer.
func TestSecondLook(t *testing.T) {
	_, g, _ := smallWorld(t, Options{Seed: 12, Members: 60, Reports: 200})
	play := func(look int) map[string]float64 {
		d := newDesk(g, 600)
		d.doubting = true
		ms, err := Review(t.Context(), g, d, Reviewer{ErrorRate: .1, Seed: 4, Look: look})
		if err != nil {
			t.Fatal(err)
		}
		return figures(ms)
	}
	never, often := play(0), play(50)
	if never["adaptive_fallible_looked_again"] != 0 || often["adaptive_fallible_looked_again"] == 0 {
		t.Errorf("looked again %v and %v times", never["adaptive_fallible_looked_again"], often["adaptive_fallible_looked_again"])
	}
	if a, b := never["adaptive_fallible_wrong_joins"], often["adaptive_fallible_wrong_joins"]; a < 5 || b > a/4 {
		t.Errorf("wrong joins %v, with second looks %v", a, b)
	}
	if a, b := never["adaptive_fallible_precision"], often["adaptive_fallible_precision"]; b <= a {
		t.Errorf("precision %v, with second looks %v", a, b)
	}
}

// TestTallier compares the counts with a plain listing of pairs, through random joins.
func TestTallier(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 0))
		language := map[string]string{"a": "en", "b": "ar", "c": "en", "d": "ar"}
		tl := &tallier{language: language, clusters: map[string]*cluster{}, in: map[item]map[string]bool{}}
		plain := map[string]map[item]bool{}
		names := []string{"1", "2", "3", "4", "5"}
		for range 25 {
			i := item{string("abcd"[r.IntN(4)]), []string{"x", "y", "spurious:z"}[r.IntN(3)]}
			n := names[r.IntN(len(names))]
			tl.add(n, i)
			if plain[n] == nil {
				plain[n] = map[item]bool{}
			}
			plain[n][i] = true
		}
		check := func() {
			seen := map[[2]item]bool{}
			right, crossing := 0, 0
			for _, c := range plain {
				for i := range c {
					for j := range c {
						k := [2]item{i, j}
						if i.report >= j.report || seen[k] {
							continue
						}
						seen[k] = true
						if i.label == j.label && i.label[0] != 's' {
							right++
							if language[i.report] != language[j.report] {
								crossing++
							}
						}
					}
				}
			}
			if tl.predicted != len(seen) || tl.right != right || tl.crossing != crossing {
				t.Fatalf("seed %d: counted %d %d %d, want %d %d %d", seed, tl.predicted, tl.right, tl.crossing, len(seen), right, crossing)
			}
		}
		check()
		for len(names) > 1 {
			a, b := names[0], names[1]
			kept := tl.join(a, b)
			merged := map[item]bool{}
			for _, n := range []string{a, b} {
				for i := range plain[n] {
					merged[i] = true
				}
				delete(plain, n)
			}
			plain[kept] = merged
			names = append([]string{kept}, names[2:]...)
			check()
		}
	}
}
