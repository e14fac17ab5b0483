package match

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/names"
)

// told is what the persons of a group say together: the man as all reports on him tell, not as the one at hand does. Person
// holds the values that are said often enough to be the group's and not one report's.
type told struct {
	Person
	number  uint32     // 0 is none
	persons []uint32   // of the group, in order
	called  []called   // full names, the fullest first; if there are none, whatever it is called
	epithet []called   // kunyas and nisbas
	clasher []*profile // one for each way in which a member can clash
}

// called is a name of a group and how much of what it is called this is: spellings of a name and shorter forms of it are one.
type called struct {
	*name
	said   int     // persons
	weight float64 // share of them
}

const (
	namesTold   = 12   // names kept of a group, ...
	valuesTold  = 4    // ... values of what a person has one or a few of, ...
	numbersTold = 24   // ... documents and phones
	clashesTold = 16   // members held against those of another group
	saidOften   = 0.25 // of the count of what is said most often: from there on it is the group's
	alikePart   = 0.5  // likeness from which a part of a shorter name is one of a fuller
	fullName    = 4    // parts of a name as full as any: of these the commonest leads
	pairsKept   = 1 << 20

	otherwise       = 0.15 // full names of two groups less likely of one man than this contradict, ...
	calledOtherwise = -4.0 // ... which is worth this, ...
	saidSurelyMore  = 1.65 // ... times this when saidSurely persons or more of both groups are named
	saidSurely      = 3
)

// circle returns what the persons of a group say together, computed anew only when the group has changed.
func (x *Index) circle(persons []uint32) *told {
	first := persons[0]
	if g := x.circles[first]; g != nil && slices.Equal(g.persons, persons) {
		return g
	}
	x.numbers++
	g := x.tell(slices.Clone(persons))
	g.number = x.numbers
	x.circles[first] = g
	return g
}

// tell sums up what persons say.
func (x *Index) tell(persons []uint32) *told {
	t := &told{persons: persons}
	of := map[uint32]int{}
	var profiles []uint32
	for _, i := range persons {
		k := x.persons[i].profile
		if of[k] == 0 {
			profiles = append(profiles, k)
		}
		of[k]++
	}
	slices.Sort(profiles)
	all := func(get func(*Person) []string) []count {
		at := map[string]int{}
		var out []count
		for _, k := range profiles {
			for _, v := range get(&x.profiles[k].Person) {
				i, ok := at[v]
				if !ok {
					i = len(out)
					at[v] = i
					out = append(out, count{value: v})
				}
				out[i].n += of[k]
			}
		}
		slices.SortFunc(out, func(a, b count) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.value, b.value)) })
		return out
	}
	most := func(get func(*Person) []string) []string { return oftenest(all(get), valuesTold, saidOften) }
	every := func(get func(*Person) []string) []string { return oftenest(all(get), numbersTold, 0) }

	given := all(func(p *Person) []string { return p.Names })
	epithets := all(func(p *Person) []string { return slices.Concat(p.Kunyas, p.Nisbas) })
	t.epithet = x.gather(epithets)
	t.called = x.gather(slices.Clone(given))
	if len(given) == 0 {
		t.called = t.epithet
	}
	for _, c := range t.called {
		if len(given) > 0 {
			t.Names = append(t.Names, c.Raw)
		}
	}
	t.Kunyas = most(func(p *Person) []string { return p.Kunyas })
	t.Nisbas = most(func(p *Person) []string { return p.Nisbas })
	t.Father = most(func(p *Person) []string { return p.Father })
	t.Mother = most(func(p *Person) []string { return p.Mother })
	t.Kin = every(func(p *Person) []string { return p.Kin })
	if s := most(func(p *Person) []string {
		if p.Sex == "" {
			return nil
		}
		return []string{p.Sex}
	}); len(s) == 1 {
		t.Sex = s[0]
	}
	t.Birth = most(func(p *Person) []string { return p.Birth })
	t.Died = most(func(p *Person) []string { return p.Died })
	t.Detained = every(func(p *Person) []string { return p.Detained })
	t.BirthPlace = most(func(p *Person) []string { return p.BirthPlace })
	t.Residence = most(func(p *Person) []string { return p.Residence })
	t.Occupation = most(func(p *Person) []string { return p.Occupation })
	t.Documents = every(func(p *Person) []string { return p.Documents })
	t.Phones = every(func(p *Person) []string { return p.Phones })
	t.Roles = most(func(p *Person) []string { return p.Roles })
	t.Groups = most(func(p *Person) []string { return p.Groups })
	x.lives(&t.Person, profiles)

	ways := map[string]bool{"": true}
	for _, k := range profiles {
		p := &x.profiles[k]
		if way := x.Clashing(&p.Person); !ways[way] && len(t.clasher) < clashesTold {
			ways[way] = true
			t.clasher = append(t.clasher, p)
		}
	}
	return t
}

// count is a value and how many persons say it.
type count struct {
	value string
	n     int
}

// oftenest returns the values said most, at most limit, each at least the given share of the first's times.
func oftenest(all []count, limit int, share float64) []string {
	var out []string
	for _, c := range all[:min(len(all), limit)] {
		if float64(c.n) >= share*float64(all[0].n) {
			out = append(out, c.value)
		}
	}
	return out
}

// gather makes names into those a group goes by. A shorter form or another spelling of a fuller name adds to that one's weight;
// what says too little (a single name, a kunya) says nothing of its own beside a fuller name.
func (x *Index) gather(all []count) []called {
	type given struct {
		*name
		n, parts int
	}
	var list []given
	named := false
	for _, c := range all {
		n := x.name(c.value)
		g := given{n, c.n, len(bearing(n))}
		named = named || full(n)
		list = append(list, g)
	}
	if named {
		list = slices.DeleteFunc(list, func(g given) bool { return !full(g.name) })
	}
	slices.SortStableFunc(list, func(a, b given) int { return cmp.Compare(min(b.parts, fullName), min(a.parts, fullName)) })
	var out []called
	sum := 0
	for _, g := range list {
		i := slices.IndexFunc(out, func(c called) bool { return shortOf(g.name, c.name) })
		switch {
		case i >= 0:
			out[i].said += g.n
		case len(out) < namesTold:
			out = append(out, called{name: g.name, said: g.n})
		default:
			continue
		}
		sum += g.n
	}
	for i := range out {
		out[i].weight = float64(out[i].said) / float64(sum)
	}
	return out
}

// bearing returns the parts of a name that tell of its bearer: not his titles.
func bearing(n *name) []names.Part {
	var out []names.Part
	for _, p := range n.Parts {
		if p.Kind != names.Title {
			out = append(out, p)
		}
	}
	return out
}

// shortOf reports whether every part of n is one of m's.
func shortOf(n, m *name) bool {
	return n.whole == m.whole || !slices.ContainsFunc(bearing(n), func(p names.Part) bool {
		return !slices.ContainsFunc(m.Parts, func(q names.Part) bool {
			return (p.Kind == names.Kunya) == (q.Kind == names.Kunya) && names.PartSimilarity(p, q) >= alikePart
		})
	})
}

// weighTold weighs two groups by what each says as a whole.
func (x *Index) weighTold(e *evidence, a, b *told) {
	e.z = prior
	na, nb := x.weighCalled(e, a, b)
	x.weighRest(e, &a.Person, &b.Person, na, nb)
	if e.hard {
		return
	}
	for _, p := range a.clasher {
		for _, q := range b.clasher {
			if r, ok := x.Clash(&p.Person, &q.Person); ok {
				e.clash(r.Code, r.Left, r.Right, r.Weight)
				return
			}
		}
	}
}

// weighCalled weighs the names of two groups and returns those that speak for them. Each name of the one counts, by how
// often it is said, with the likeliest of the other: a single report with a name of both is outvoted by what everybody else
// calls them. The side that the other explains better speaks, so that a man may have names which only one of them knows.
func (x *Index) weighCalled(e *evidence, a, b *told) (*name, *name) {
	la, lb := a.called, b.called
	switch {
	case len(a.Names) == 0 && len(b.Names) > 0:
		lb = slices.Concat(lb, b.epithet)
	case len(b.Names) == 0 && len(a.Names) > 0:
		la = slices.Concat(la, a.epithet)
	}
	if len(la) == 0 || len(lb) == 0 {
		return nil, nil
	}
	otherwise := calledOtherwise * surely(la, lb)
	z, na, nb := x.explained(la, lb, otherwise)
	if w, nb2, na2 := x.explained(lb, la, otherwise); w > z {
		z, na, nb = w, na2, nb2
	}
	x.nameReasons(e, z, na, nb)
	if len(a.Names) > 0 && len(b.Names) > 0 {
		x.anyAgree(e, a.Kunyas, b.Kunyas, kunyaSame, kunyaOther)
		x.anyAgree(e, a.Nisbas, b.Nisbas, nisbaSame, nisbaOther)
	}
	return na, nb
}

// explained weighs each name of one side with the likeliest of the other, and returns the weightiest name and its likeliest;
// contradicted is what names that contradict each other are worth.
func (x *Index) explained(la, lb []called, contradicted float64) (z float64, na, nb *name) {
	sum, most := 0.0, 0.0
	for _, n := range la {
		best, nearest := math.Inf(-1), (*name)(nil)
		for _, m := range lb {
			if w := x.calledOdds(n.name, m.name, contradicted); w > best {
				best, nearest = w, m.name
			}
		}
		z += n.weight * best
		sum += n.weight
		if n.weight > most {
			most, na, nb = n.weight, n.name, nearest
		}
	}
	return z / sum, na, nb
}

// calledOdds is what a name of one group and one of another say. Full names that contradict each other are worth the same whatever
// else they have in common: a nisba that both bear is no reason to take two men for one.
func (x *Index) calledOdds(n, m *name, contradicted float64) float64 {
	if p, _ := x.measure(n, m); p < otherwise && full(n) && full(m) {
		return contradicted
	}
	return max(x.nameOdds(n, m), calledOtherwise)
}

// surely is by how much a contradiction of two groups' names grows with the reports that name them: one report may garble a
// name, several do not.
func surely(la, lb []called) float64 {
	n := min(said(la), said(lb), saidSurely)
	return 1 + (saidSurelyMore-1)*float64(n-1)/(saidSurely-1)
}

func said(l []called) int {
	n := 0
	for _, c := range l {
		n += c.said
	}
	return n
}

// full reports whether a name has two parts or more that tell its bearer from others.
func full(n *name) bool { return !n.Weak() && len(bearing(n)) > 1 }

// together returns how likely two groups are one, kept until one of them changes.
func (x *Index) together(a, b *told) float32 {
	k := uint64(min(a.number, b.number))<<32 | uint64(max(a.number, b.number))
	if p, ok := x.between[k]; ok {
		return p
	}
	if len(x.between) >= pairsKept {
		clear(x.between)
	}
	e := evidence{quiet: true}
	x.weighTold(&e, a, b)
	p := float32(sigmoid(e.z))
	x.between[k] = p
	return p
}

// forgetGroups drops what was computed of groups: with new persons here, what is rare has changed.
func (x *Index) forgetGroups() {
	clear(x.circles)
	clear(x.between)
	clear(x.halves)
}

// QuestionIn weighs a ranked pair as identity has it: by all that the groups of the two say together, with the groups' names and
// values as reasons. Two who are alone weigh as Question has them. ok is false when one of the two is not here.
func (x *Index) QuestionIn(identity Identity, r Ranked) (q sanad.Question, ok bool) {
	a, ok := x.byID[r.Left]
	b, okb := x.byID[r.Right]
	if !ok || !okb {
		return sanad.Question{Left: r.Left, Right: r.Right}, false
	}
	left, right := x.groupOf(identity, a), x.groupOf(identity, b)
	if len(left)+len(right) == 2 {
		return x.Question(r)
	}
	return x.questionTold(r, x.circle(left), x.circle(right)), true
}

func (x *Index) questionTold(r Ranked, a, b *told) sanad.Question {
	var e evidence
	x.weighTold(&e, a, b)
	q := e.question()
	q.Left, q.Right, q.Score = r.Left, r.Right, r.Score
	return q
}

// groupOf returns the persons here of somebody's group, in order.
func (x *Index) groupOf(identity Identity, i uint32) []uint32 {
	id := x.persons[i].id
	var out []uint32
	if g, ok := identity.(interface{ Group(sanad.ID) []sanad.ID }); ok {
		for _, m := range g.Group(id) {
			if k, ok := x.byID[m]; ok {
				out = append(out, k)
			}
		}
		slices.Sort(out)
		return out
	}
	c := identity.Canonical(id)
	for k := range x.persons {
		if identity.Canonical(x.persons[k].id) == c {
			out = append(out, uint32(k))
		}
	}
	return out
}

// later holds pairs whose groups make them less likely than the two persons alone would be, likeliest first.
type later []open

func (l later) Len() int           { return len(l) }
func (l later) Less(i, j int) bool { return likelier(l[i], l[j]) < 0 }
func (l later) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }

// Push is for container/heap.
func (l *later) Push(v any) { *l = append(*l, v.(open)) }

// Pop is for container/heap.
func (l *later) Pop() any {
	o := (*l)[len(*l)-1]
	*l = (*l)[:len(*l)-1]
	return o
}

// due takes the pairs at least as likely as p from l, likeliest first.
func (l *later) due(p float32, take func(open)) {
	for len(*l) > 0 && (*l)[0].p >= p {
		take(heap.Pop(l).(open))
	}
}

func likelier(a, b open) int {
	return cmp.Or(cmp.Compare(b.p, a.p), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
}
