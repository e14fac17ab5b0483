package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

// joined is an Identity of groups given as lists of ids.
type joined map[sanad.ID][]sanad.ID

func groupsOf(groups ...[]sanad.ID) joined {
	j := joined{}
	for _, g := range groups {
		slices.Sort(g)
		for _, m := range g {
			j[m] = g
		}
	}
	return j
}

func (j joined) Group(id sanad.ID) []sanad.ID {
	if g, ok := j[id]; ok {
		return g
	}
	return []sanad.ID{id}
}
func (j joined) Canonical(id sanad.ID) sanad.ID                  { return j.Group(id)[0] }
func (j joined) Different(a, b sanad.ID) bool                    { return false }
func (j joined) Unsure(a, b sanad.ID) (evidence string, ok bool) { return "", false }

// tellAll adds n persons of whom the same is said and returns their ids.
func tellAll(x *Index, n int, p Person) []sanad.ID {
	var out []sanad.ID
	for range n {
		p.ID = sanad.ID(fmt.Sprintf("e%04d", x.Len()))
		p.Report = "r" + p.ID
		x.Add(p)
		out = append(out, p.ID)
	}
	return out
}

// TestGroupsSpeak: two men of quite different full names are not one because a report gives the number of the one to the other, nor
// because both are somewhere called by the nisba alone.
func TestGroupsSpeak(t *testing.T) {
	x := NewIndex()
	phone := []string{"07901234567"}
	a := tellAll(x, 30, Person{Names: []string{"عبد اللطيف عمر الياقوتي"}})
	a = append(a, tellAll(x, 1, Person{Nisbas: []string{"الياقوتي"}, Phones: phone})...)
	b := tellAll(x, 20, Person{Names: []string{"عامر شلال فارس الياقوتي"}})
	b = append(b, tellAll(x, 1, Person{Nisbas: []string{"الياقوتي"}, Phones: phone})...)
	c := tellAll(x, 1, Person{Names: []string{"عامر شلال الياقوتي"}})
	identity := groupsOf(a, b)

	pair := Ranked{Left: a[30], Right: b[20]}
	alone, _ := x.Question(pair)
	q, ok := x.QuestionIn(identity, pair)
	if !ok || q.P > 0.1 || q.P > alone.P/5 {
		t.Errorf("p %.3f, of the two reports alone %.3f", q.P, alone.P)
	}
	against := slices.IndexFunc(q.Against, func(r sanad.Reason) bool { return r.Code == "name_part_contradicts" })
	if against < 0 {
		t.Errorf("no full name speaks against it: %+v", q.Against)
	}
	if !slices.ContainsFunc(q.For, func(r sanad.Reason) bool { return r.Code == "phone_agrees" }) {
		t.Errorf("the phone is not told of: %+v", q.For)
	}
	for i, r := range x.Rank(identity, 0) {
		with := slices.Contains(a, r.Left) || slices.Contains(a, r.Right)
		if i == 0 && with {
			t.Errorf("the two men are asked about first: %v", r)
		}
	}
	if q, _ := x.QuestionIn(identity, Ranked{Left: c[0], Right: b[20]}); q.P < 0.5 {
		t.Errorf("who is known by his nisba alone does not inherit his group's names: p %.3f", q.P)
	}
	if d := cmp.Diff(alone, first(x.QuestionIn(Apart{}, pair))); d != "" {
		t.Errorf("alone, the two weigh differently: %s", d)
	}
}

func first(q sanad.Question, _ bool) sanad.Question { return q }

// TestContradictionNeverRaises: a full name that contradicts those of the other side, said in one more report of a group, makes it no
// likelier that the two groups are one. Below what is asked about, one impossible name may be a little less so than another.
func TestContradictionNeverRaises(t *testing.T) {
	strange := []string{"Xerxes Wolfgang Pruitt", "Giuseppe Lombardo Ricci", "Vladimir Sergeyevich Petrov"}
	rapid.Check(t, func(t *rapid.T) {
		people, _ := invented(40, 6, rapid.Uint64().Draw(t, "seed"))
		x := NewIndex()
		var ids []sanad.ID
		for i, p := range people {
			p.Report = sanad.ID(fmt.Sprint("r", i))
			x.Add(p)
			ids = append(ids, p.ID)
		}
		more := tellAll(x, 1, Person{Names: []string{rapid.SampledFrom(strange).Draw(t, "name")}})
		cut := rapid.IntRange(1, 8).Draw(t, "left")
		a, b := ids[:cut], ids[cut:cut+rapid.IntRange(1, 8).Draw(t, "right")]
		pair := Ranked{Left: a[0], Right: b[0]}
		before, _ := x.QuestionIn(groupsOf(slices.Clone(a), slices.Clone(b)), pair)
		after, _ := x.QuestionIn(groupsOf(append(slices.Clone(a), more...), slices.Clone(b)), pair)
		named := func(ids []sanad.ID) bool {
			return slices.ContainsFunc(ids, func(id sanad.ID) bool { p, _ := x.Person(id); return len(p.Names) > 0 })
		}
		contradicts := !slices.ContainsFunc(b, func(id sanad.ID) bool {
			p, _ := x.Person(id)
			m, _ := x.Person(more[0])
			return slices.ContainsFunc(p.Names, func(s string) bool {
				return x.calledOdds(x.name(s), x.name(m.Names[0]), calledOtherwise) > calledOtherwise
			})
		})
		if named(a) && named(b) && contradicts && after.P > max(before.P, keepP)+1e-9 {
			t.Fatalf("with another full name %.4f, before %.4f", after.P, before.P)
		}
	})
}

// TestKeptGroups: what is kept of groups from one ranking to the next changes nothing: the questions are those of a new index.
func TestKeptGroups(t *testing.T) {
	people, truth := invented(300, 40, 9)
	fresh := func() *Index {
		x := NewIndex()
		for _, p := range people {
			x.Add(p)
		}
		return x
	}
	kept := fresh()
	r := rand.New(rand.NewPCG(4, 4))
	groups := map[int][]sanad.ID{}
	for range 12 {
		for range 15 {
			i := r.IntN(len(people))
			if g := groups[truth[i]]; !slices.Contains(g, people[i].ID) {
				groups[truth[i]] = append(g, people[i].ID)
			}
		}
		var all [][]sanad.ID
		for _, g := range groups {
			all = append(all, slices.Clone(g))
		}
		identity := groupsOf(all...)
		if d := cmp.Diff(fresh().Questions(identity, 0), kept.Questions(identity, 0)); d != "" {
			t.Fatal(d)
		}
	}
}
