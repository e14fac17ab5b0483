package reread

import (
	"cmp"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// mention is where something is named, with the one it was read as and the one it stands for.
type mention struct {
	span    sanad.Span
	schema  string
	machine sanad.ID // empty where only a person or a language model names it
	holder  sanad.ID // empty where a person rejected it
}

// mentions returns where the things of a report are named as they stand.
func (x *comparison) mentions() []mention {
	var out []mention
	seen := map[mention]bool{}
	add := func(m mention) {
		if !seen[m] {
			seen[m] = true
			out = append(out, m)
		}
	}
	for _, c := range x.Claims {
		if c.Span == nil || !sanad.IsNameProp(c.Prop) {
			continue
		}
		m := mention{span: *c.Span, schema: c.Schema, holder: c.Entity}
		if x.Machine(c) {
			m.machine = c.Entity
		}
		switch s := x.of(c); {
		case s == corrected:
			if to := x.becomes(c); to.Schema == c.Schema && x.old[to.Entity] != nil {
				m.holder = to.Entity
			}
			if m.machine == "" {
				continue
			}
		case s == rejected:
			if m.holder = ""; m.machine == "" {
				continue
			}
		}
		add(m)
	}
	return out
}

// becomes returns what persons made of a corrected claim in the end.
func (x *comparison) becomes(c sanad.Claim) sanad.Claim {
	seen := map[sanad.ID]bool{} // two corrections may name each other
	for x.of(c) == corrected && !seen[c.ID] {
		seen[c.ID] = true
		to, ok := x.known[x.Reviews[c.ID].Replacement]
		if !ok {
			break
		}
		c = to
	}
	return c
}

// edge says that an entity of the reading is named in the words of an old one; one of the two may be empty.
type edge struct{ new, holder, machine sanad.ID }

// edges finds who is named in whose words: in exactly the same ones, else in overlapping ones that no other name has.
func (x *comparison) edges(old []mention) []edge {
	type place struct {
		span   sanad.Span
		schema string
	}
	exact := map[place][]mention{}
	for _, m := range old {
		exact[place{m.span, m.schema}] = append(exact[place{m.span, m.schema}], m)
	}
	taken := map[place]bool{}
	for _, n := range x.newOrder {
		for _, s := range x.new[n].mentions {
			taken[place{s, x.new[n].schema}] = true
		}
	}
	var loose near[mention]
	for _, m := range old {
		if !taken[place{m.span, m.schema}] && m.holder != "" {
			loose.add(m.span, m)
		}
	}
	var out []edge
	for _, n := range x.newOrder {
		t := x.new[n]
		for _, s := range t.mentions {
			found := exact[place{s, t.schema}]
			if len(found) == 0 {
				loose.overlapping(s, func(m mention) {
					if m.schema != t.schema {
						return
					}
					if m.machine != "" { // in other words than before: what a person made of it is all that is known
						m.machine = m.holder
					}
					found = append(found, m)
				})
			}
			if slices.ContainsFunc(found, func(m mention) bool { return m.machine != "" }) {
				found = slices.DeleteFunc(slices.Clone(found), func(m mention) bool { return m.machine == "" })
			}
			for _, m := range found {
				out = append(out, edge{n, m.holder, m.machine})
			}
		}
	}
	return out
}

// alignRejected settles who is named only in words a person rejected: the one who was meant, if that brings nothing new of
// him, else somebody of whom nothing is said before a person names him.
func (x *comparison) alignRejected(edges []edge) []edge {
	held, meant := map[sanad.ID]bool{}, map[sanad.ID]sanad.ID{}
	holds := map[sanad.ID]bool{}
	for _, e := range edges {
		if e.holder == "" {
			meant[e.new] = e.machine
		} else {
			held[e.new], holds[e.holder], holds[e.machine] = true, true, true
		}
	}
	for _, n := range x.newOrder {
		o, ok := meant[n]
		if !ok || held[n] || holds[o] {
			continue
		}
		beyond := slices.ContainsFunc(x.new[n].mentions, func(s sanad.Span) bool { return !slices.Contains(x.old[o].mentions, s) })
		named := slices.ContainsFunc(x.old[o].claims, func(c sanad.Claim) bool { return sanad.IsNameProp(c.Prop) && x.shown(c) })
		if p := (pairs{{n, o}: 1}); !named && !beyond || x.fits(p) == len(x.new[n].claims)+len(x.ends[n]) {
			x.assign(p)
		}
	}
	return slices.DeleteFunc(edges, func(e edge) bool { return e.holder == "" })
}

// near finds what stands in overlapping words.
type near[T any] struct {
	list    []spanned[T]
	longest int
	sorted  bool
}

type spanned[T any] struct {
	span sanad.Span
	what T
}

func (n *near[T]) add(s sanad.Span, what T) {
	n.list = append(n.list, spanned[T]{s, what})
	n.longest, n.sorted = max(n.longest, s.Len()), false
}

func (n *near[T]) overlapping(s sanad.Span, fn func(T)) {
	if !n.sorted {
		slices.SortStableFunc(n.list, func(a, b spanned[T]) int { return bySpan(a.span, b.span) })
		n.sorted = true
	}
	from, _ := slices.BinarySearchFunc(n.list, s.Start-n.longest, func(a spanned[T], start int) int { return cmp.Compare(a.span.Start, start) })
	for _, x := range n.list[from:] {
		if x.span.Start >= s.End {
			return
		}
		if x.span.Overlaps(s) {
			fn(x.what)
		}
	}
}

// pairs counts the words two sides share.
type pairs map[[2]sanad.ID]int // new, old

func (p pairs) clean() bool {
	ofNew, ofOld := map[sanad.ID]sanad.ID{}, map[sanad.ID]sanad.ID{}
	for k := range p {
		if o, ok := ofNew[k[0]]; ok && o != k[1] {
			return false
		}
		if n, ok := ofOld[k[1]]; ok && n != k[0] {
			return false
		}
		ofNew[k[0]], ofOld[k[1]] = k[1], k[0]
	}
	return true
}

// covers reports whether p knows everything of the reading that q knows.
func (p pairs) covers(q pairs) bool {
	known := map[sanad.ID]bool{}
	for k := range p {
		known[k[0]] = true
	}
	for k := range q {
		if !known[k[0]] {
			return false
		}
	}
	return true
}

// fits counts the claims that stand as they are when the things of the reading take these old ids.
func (x *comparison) fits(p pairs) int {
	if x.said == nil {
		x.said = map[string]bool{}
		for _, c := range x.Claims {
			x.said[key(c)] = true
			if sanad.IsEntityProp(c.Schema, c.Prop) {
				x.said[end(c)] = true
			}
		}
		x.ends = map[sanad.ID][]sanad.Claim{}
		for _, c := range x.r.Claims {
			if sanad.IsEntityProp(c.Schema, c.Prop) {
				x.ends[sanad.ID(c.Value)] = append(x.ends[sanad.ID(c.Value)], c)
			}
		}
	}
	n := 0
	for k := range p {
		for _, c := range x.new[k[0]].claims {
			if c.Entity = k[1]; x.said[key(c)] {
				n++
			}
		}
		for _, c := range x.ends[k[0]] {
			if c.Value = string(k[1]); x.said[end(c)] {
				n++
			}
		}
	}
	return n
}

// end says what is an end of a relation where, whatever the relation is called.
func end(c sanad.Claim) string {
	c.Entity = ""
	return key(c)
}

// alignNamed gives named things of the reading the ids of those named in the same words, and finds the conflicts.
func (x *comparison) alignNamed() {
	mentions := x.mentions()
	edges := x.alignRejected(x.edges(mentions))
	var seen []sanad.ID // ends of edges, in the order of the text
	next := map[sanad.ID][]sanad.ID{}
	link := func(a, b sanad.ID) {
		for _, id := range [2]sanad.ID{a, b} {
			if _, ok := next[id]; !ok {
				seen = append(seen, id)
				next[id] = nil
			}
		}
		next[a], next[b] = append(next[a], b), append(next[b], a)
	}
	side := func(new bool, id sanad.ID) sanad.ID { // one entity may have the same id in both readings
		if new {
			return "n" + id
		}
		return "o" + id
	}
	for _, e := range edges {
		link(side(true, e.new), side(false, e.holder))
		if e.machine != "" {
			link(side(true, e.new), side(false, e.machine))
		}
	}
	component := map[sanad.ID]int{}
	n := 0
	for _, id := range seen {
		if _, ok := component[id]; ok {
			continue
		}
		component[id] = n
		for todo := []sanad.ID{id}; len(todo) > 0; todo = todo[1:] {
			for _, y := range next[todo[0]] {
				if _, ok := component[y]; !ok {
					component[y] = n
					todo = append(todo, y)
				}
			}
		}
		n++
	}
	held, read := make([]pairs, n), make([]pairs, n)
	for i := range n {
		held[i], read[i] = pairs{}, pairs{}
	}
	for _, e := range edges {
		i := component[side(true, e.new)]
		held[i][[2]sanad.ID{e.new, e.holder}]++
		if e.machine != "" {
			read[i][[2]sanad.ID{e.new, e.machine}]++
		}
	}
	for i := range n {
		switch {
		case read[i].clean() && read[i].covers(held[i]) && (!held[i].clean() || x.fits(read[i]) >= x.fits(held[i])):
			x.assign(read[i])
			g := group{kind: Parted}
			for k := range held[i] {
				if read[i][k] == 0 {
					g.old, g.new = append(g.old, k[1], x.assigned[k[0]]), append(g.new, k[0])
				}
			}
			if len(g.new) > 0 {
				x.addGroup(g)
			}
		case held[i].clean():
			x.assign(held[i])
		default:
			x.divide(held[i])
		}
	}
	x.retype(mentions)
	x.fresh(func(t *thing) bool { return namedOnly(t.schema) })
}

func (x *comparison) addGroup(g group) {
	slices.Sort(g.old)
	slices.Sort(g.new)
	g.old, g.new = slices.Compact(g.old), slices.Compact(g.new)
	g.parent = len(x.groups)
	x.groups = append(x.groups, g)
}

func (x *comparison) assign(p pairs) {
	for k := range p {
		x.assigned[k[0]] = k[1]
		x.matched[k[1]] = true
	}
}

// divide settles which of several entities of the reading keeps which old id, if the new reading is taken: first those a
// judgement names, then those a person accepted more of, then by the number of names shared.
func (x *comparison) divide(p pairs) {
	keys := make([][2]sanad.ID, 0, len(p))
	g := group{}
	for k := range p {
		keys = append(keys, k)
		g.new, g.old = append(g.new, k[0]), append(g.old, k[1])
	}
	slices.SortFunc(keys, func(a, b [2]sanad.ID) int {
		return cmp.Or(cmp.Compare(x.decided(b[1]), x.decided(a[1])), cmp.Compare(p[b], p[a]), x.firstOf(x.new, a[0], b[0]), x.firstOf(x.old, a[1], b[1]))
	})
	for _, k := range keys {
		if _, ok := x.assigned[k[0]]; !ok && !x.matched[k[1]] {
			x.assigned[k[0]], x.matched[k[1]] = k[1], true
		}
	}
	for _, k := range keys {
		if _, done := x.absorbed[k[1]]; !x.matched[k[1]] && !done {
			x.absorbed[k[1]] = x.assigned[k[0]] // an old one without a part of its own shares words only with those that have one
			g.blocked = g.blocked || x.Judged[k[1]]
		}
	}
	slices.Sort(g.old)
	slices.Sort(g.new)
	olds, news := len(slices.Compact(slices.Clone(g.old))), len(slices.Compact(slices.Clone(g.new)))
	switch {
	case olds == 1:
		g.kind = Split
	case news == 1:
		g.kind = Join
	default:
		g.kind = Mixed
	}
	x.addGroup(g)
}

// decided weighs how much persons decided about an old entity.
func (x *comparison) decided(id sanad.ID) int {
	n := 0
	if x.Judged[id] {
		n = len(x.Claims) + 1
	}
	for _, c := range x.old[id].claims {
		if x.of(c) == accepted {
			n++
		}
	}
	return n
}

// firstOf compares two entities of a reading by where they are first named.
func (x *comparison) firstOf(things map[sanad.ID]*thing, a, b sanad.ID) int {
	return cmp.Or(slices.CompareFunc(things[a].mentions, things[b].mentions, bySpan), cmp.Compare(a, b))
}

// retype finds things somebody reviewed or judged that the reading takes for another kind of thing.
func (x *comparison) retype(all []mention) {
	var old near[mention]
	for _, m := range all {
		if !x.matched[m.holder] && x.touched(m.holder) {
			old.add(m.span, m)
		}
	}
	for _, n := range x.newOrder {
		t := x.new[n]
		if _, ok := x.assigned[n]; ok || len(t.mentions) == 0 {
			continue
		}
		g := group{kind: Retyped, new: []sanad.ID{n}}
		for _, s := range t.mentions {
			old.overlapping(s, func(m mention) {
				if m.schema != t.schema {
					g.old = append(g.old, m.holder)
					g.blocked = g.blocked || x.Judged[m.holder]
				}
			})
		}
		if len(g.old) > 0 {
			x.addGroup(g)
		}
	}
}

func (x *comparison) touched(id sanad.ID) bool {
	return x.Judged[id] || x.old[id] != nil && slices.ContainsFunc(x.old[id].claims, func(c sanad.Claim) bool { return x.of(c) == accepted })
}

// namedOnly reports whether things of a schema are told apart by their names alone.
func namedOnly(schema string) bool {
	return schema == sanad.SchemaPerson || sanad.IsOrganization(schema)
}

// alignRest gives what has no name the ids of what says the same in the same passages: incidents first, then the
// relations, whose ends must agree.
func (x *comparison) alignRest() {
	values := func(t *thing, prop string, of func(sanad.ID) sanad.ID) []sanad.ID {
		var out []sanad.ID
		for _, c := range t.claims {
			if c.Prop == prop {
				out = append(out, of(sanad.ID(c.Value)))
			}
		}
		return out
	}
	ours := func(id sanad.ID) sanad.ID {
		if o, ok := x.assigned[id]; ok {
			return o
		}
		return id
	}
	theirs := func(id sanad.ID) sanad.ID {
		if o, ok := x.absorbed[id]; ok {
			return o
		}
		return id
	}
	score := func(n, o *thing) int {
		total := 0
		remains := !slices.ContainsFunc(o.claims, x.shown) // of something a person rejected: what says more is something else
		for _, c := range n.claims {
			if sanad.IsEntityProp(c.Schema, c.Prop) {
				old := values(o, c.Prop, theirs)
				for _, v := range values(n, c.Prop, ours) {
					if len(old) > 0 && !slices.Contains(old, v) {
						return 0 // another end: another relation
					}
				}
			}
			best := 0
			for _, d := range o.claims {
				if d.Prop != c.Prop || !here(c, d) {
					continue
				}
				value, was := c.Value, d.Value
				if sanad.IsEntityProp(c.Schema, c.Prop) {
					value, was = string(ours(sanad.ID(value))), string(theirs(sanad.ID(was)))
				}
				if value == was && c.Polarity == d.Polarity {
					best = 4
				} else {
					best = max(best, 2)
				}
			}
			if remains && best < 4 {
				return 0
			}
			total += best
		}
		if total > 0 && n.id == o.id {
			total++
		}
		return total
	}
	for _, relations := range []bool{false, true} {
		ofKind := func(t *thing) bool {
			return relations == slices.ContainsFunc(t.claims, func(c sanad.Claim) bool { return sanad.IsEntityProp(c.Schema, c.Prop) })
		}
		var rest near[*thing]
		for _, id := range x.oldOrder {
			t := x.old[id]
			if namedOnly(t.schema) || x.matched[id] || !ofKind(t) {
				continue
			}
			for _, c := range t.claims {
				if c.Span != nil {
					rest.add(*c.Span, t)
				}
			}
		}
		type fit struct {
			n, o  *thing
			score int
		}
		var fits []fit
		for _, id := range x.newOrder {
			n := x.new[id]
			if _, ok := x.assigned[id]; ok || namedOnly(n.schema) || !ofKind(n) {
				continue
			}
			// Nearly always it is there as it was; only the others are compared with everything left.
			if o := x.old[id]; o != nil && !x.matched[id] && o.schema == n.schema && ofKind(o) && x.sameClaims(n, o, ours) {
				x.assigned[id], x.matched[id] = id, true
				continue
			}
			tried := map[*thing]bool{}
			for _, c := range n.claims {
				if c.Span == nil {
					continue
				}
				rest.overlapping(*c.Span, func(o *thing) {
					if o.schema != n.schema || tried[o] || x.matched[o.id] {
						return
					}
					tried[o] = true
					if s := score(n, o); s > 0 {
						fits = append(fits, fit{n, o, s})
					}
				})
			}
		}
		slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.score, a.score) })
		for _, f := range fits {
			if _, ok := x.assigned[f.n.id]; !ok && !x.matched[f.o.id] {
				x.assigned[f.n.id], x.matched[f.o.id] = f.o.id, true
			}
		}
		x.fresh(ofKind)
	}
}

// sameClaims reports whether an entity of the reading says just what the old one of the same id says.
func (x *comparison) sameClaims(n, o *thing, ours func(sanad.ID) sanad.ID) bool {
	list := func(t *thing, of func(sanad.ID) sanad.ID) []string {
		out := make([]string, 0, len(t.claims))
		for _, c := range t.claims {
			if sanad.IsEntityProp(c.Schema, c.Prop) {
				c.Value = string(of(sanad.ID(c.Value)))
			}
			out = append(out, strings.Join([]string{c.Prop, c.Value, at(c.Span), string(c.Polarity)}, "\x00"))
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return slices.Equal(list(n, ours), list(o, func(id sanad.ID) sanad.ID { return id }))
}
