package match

import (
	"math/rand/v2"
	"slices"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

// answered is an Identity that grows by answers, as a reviewer gives them.
type answered struct {
	joined
	apart map[[2]sanad.ID]bool // by canonical ids
}

func (a *answered) Different(l, r sanad.ID) bool {
	l, r = a.Canonical(l), a.Canonical(r)
	return a.apart[[2]sanad.ID{min(l, r), max(l, r)}]
}

// answer records what the truth says of two persons and returns everybody it touches.
func (a *answered) answer(l, r sanad.ID, same bool) []sanad.ID {
	touched := slices.Concat(a.Group(l), a.Group(r))
	cl, cr := a.Canonical(l), a.Canonical(r)
	if !same {
		a.apart[[2]sanad.ID{min(cl, cr), max(cl, cr)}] = true
		return touched
	}
	g := slices.Clone(touched)
	slices.Sort(g)
	for _, m := range g {
		a.joined[m] = g
	}
	now := g[0]
	for k := range a.apart {
		for i, c := range k {
			if c == cl || c == cr {
				o := k[1-i]
				a.apart[[2]sanad.ID{min(now, o), max(now, o)}] = true
			}
		}
	}
	return touched
}

func indexOf(people []Person) *Index {
	x := NewIndex()
	for _, p := range people {
		x.Add(p)
	}
	return x
}

// TestAgain: ranking again asks what ranking from the beginning would ask of those whom the answers touched, asks nothing twice and
// nothing decided, and leaves the others in their order.
func TestAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people, truth := invented(120, 15, rapid.Uint64().Draw(t, "seed"))
		x, fresh := indexOf(people), indexOf(people)
		is := &answered{joined{}, map[[2]sanad.ID]bool{}}
		list := x.Rank(is, 0)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "answers"), 1))
		for range rapid.IntRange(1, 12).Draw(t, "rounds") {
			before := list
			var touched []sanad.ID
			for range r.IntN(4) {
				if len(list) == 0 {
					break
				}
				q := list[min(r.IntN(len(list)), r.IntN(len(list)))]
				if is.Canonical(q.Left) != is.Canonical(q.Right) && !is.Different(q.Left, q.Right) {
					touched = append(touched, is.answer(q.Left, q.Right, truth[x.byID[q.Left]] == truth[x.byID[q.Right]])...)
				}
			}
			about := map[sanad.ID]bool{} // everybody likely one with somebody judged
			for i, e := range x.persons {
				if slices.ContainsFunc(touched, func(id sanad.ID) bool { return x.likely.find(x.byID[id]) == x.likely.find(uint32(i)) }) {
					about[is.Canonical(e.id)] = true
				}
			}
			list = x.Again(is, list, touched, 0)
			concerns := func(q Ranked) bool { return about[is.Canonical(q.Left)] || about[is.Canonical(q.Right)] }
			asked := map[[2]sanad.ID]bool{}
			for i, q := range list {
				l, r := is.Canonical(q.Left), is.Canonical(q.Right)
				k := [2]sanad.ID{min(l, r), max(l, r)}
				if l == r || is.Different(l, r) || asked[k] {
					t.Fatalf("%v is decided or asked twice", q)
				}
				asked[k] = true
				if i > 0 && q.Score > list[i-1].Score {
					t.Fatalf("%v comes after %v", q, list[i-1])
				}
			}
			others := func(list []Ranked) []Ranked { return slices.DeleteFunc(slices.Clone(list), concerns) }
			if !slices.Equal(others(before), others(list)) {
				t.Fatal("questions about others moved")
			}
			for _, q := range fresh.Rank(is, 0) {
				l, r := is.Canonical(q.Left), is.Canonical(q.Right)
				if concerns(q) && !asked[[2]sanad.ID{min(l, r), max(l, r)}] {
					t.Fatalf("nobody asks %v", q)
				}
			}
		}
	})
}

// TestAgainSettlesAsMuch measures what ranking only what answers touched costs in questions, against ranking everything after each answer.
func TestAgainSettlesAsMuch(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: plays eighty people told of six hundred times")
	}
	people, truth := invented(600, 80, 11)
	play := func(rank func(x *Index, is *answered, list []Ranked, touched []sanad.ID) []Ranked) (to80, to90 int) {
		x := indexOf(people)
		is := &answered{joined{}, map[[2]sanad.ID]bool{}}
		size := map[int]int{}
		total, links := 0, 0
		for _, w := range truth {
			total += size[w]
			size[w]++
		}
		list := x.Rank(is, 0)
		for n := 1; len(list) > 0; n++ {
			q := list[0]
			same := truth[x.byID[q.Left]] == truth[x.byID[q.Right]]
			if same {
				links += len(is.Group(q.Left)) * len(is.Group(q.Right))
			}
			list = rank(x, is, list, is.answer(q.Left, q.Right, same))
			if to80 == 0 && 10*links >= 8*total {
				to80 = n
			}
			if 10*links >= 9*total {
				return to80, n
			}
		}
		return to80, -1
	}
	all80, all90 := play(func(x *Index, is *answered, _ []Ranked, _ []sanad.ID) []Ranked { return x.Rank(is, 0) })
	own80, own90 := play(func(x *Index, is *answered, list []Ranked, touched []sanad.ID) []Ranked {
		return x.Again(is, list, touched, 0)
	})
	fixed80, fixed90 := play(func(x *Index, is *answered, list []Ranked, _ []sanad.ID) []Ranked {
		return slices.DeleteFunc(list, func(q Ranked) bool {
			return is.Canonical(q.Left) == is.Canonical(q.Right) || is.Different(q.Left, q.Right)
		})
	})
	t.Logf("to 80/90 %% of the links: everything anew %d/%d, what answers touched %d/%d, as first ranked %d/%d", all80, all90, own80, own90, fixed80, fixed90)
	if own80 > all80*11/10 || own90 > all90*12/10 {
		t.Errorf("ranking what answers touched takes %d/%d questions, ranking everything %d/%d", own80, own90, all80, all90)
	}
}
