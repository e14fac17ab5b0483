// Package reread compares what an extractor finds in a report now with what stands there, and says what would change.
//
// Entities keep their ids by mention: what is named in the same words is the same thing, also when its first mention
// moved. What a person reviewed, made or judged stays as it is. Where the new reading splits one thing or joins two, or
// joins again what a person parted, the old reading of these things stands until somebody chooses. DESIGN.md tells how.
package reread

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// Standing is what stands in one report before it is read again.
type Standing struct {
	Report     sanad.ID
	Claims     []sanad.Claim             // that stand, whoever made them
	Aside      []sanad.Claim             // that an earlier rereading put aside
	Statements []sanad.Statement         // on record, those put aside among them
	Reviews    map[sanad.ID]sanad.Review // of claims: the one that holds
	Judged     map[sanad.ID]bool         // entities that a judgement names
	Choices    map[sanad.ID]sanad.Side   // of conflicts
	Machine    func(c sanad.Claim) bool  // whether the extractor being replaced made it; a person's and a language model's claims are not its
	known      map[sanad.ID]sanad.Claim  // Claims and Aside
}

// Kind says what the new reading does to the entities of a Conflict.
type Kind string

// The kinds of conflict.
const (
	Split   Kind = "split"   // the mentions of one fall to several
	Join    Kind = "join"    // several fall to one
	Mixed   Kind = "mixed"   // several to several
	Parted  Kind = "parted"  // a person parted what the new reading still joins, and it says more of the whole
	Retyped Kind = "retyped" // what somebody reviewed or judged as one kind of thing is another
)

// Conflict is a group of entities that the new reading divides in another way than what stands.
type Conflict struct {
	ID       sanad.ID
	Kind     Kind
	Old      []sanad.ID // entities that stand
	New      []Part     // what the new reading makes of their mentions
	Reviewed int        // how many claims of theirs a person reviewed or made
	Judged   []sanad.ID // those a judgement names
	Blocked  bool       // taking it would leave a judgement without its entity, or set two decisions of persons against each other: these come first
	Side     sanad.Side // as chosen; empty while nobody chose
	Change   Change     // what taking the new reading would do
}

// Open reports whether the conflict waits for a person.
func (c Conflict) Open() bool { return c.Side == "" || c.Side == sanad.NewReading && c.Blocked }

// Taken reports whether a person chose the new reading and nothing stands in the way.
func (c Conflict) Taken() bool { return c.Side == sanad.NewReading && !c.Blocked }

// Touched reports whether a person reviewed or judged something of it.
func (c Conflict) Touched() bool { return c.Reviewed > 0 || len(c.Judged) > 0 }

// Part is one entity of the new reading, under the id it would have.
type Part struct {
	ID       sanad.ID
	Mentions []sanad.Span
}

// Change is what taking a new reading, or one conflict of it, does to the claims of a report.
type Change struct {
	Add   []sanad.Claim
	Out   []sanad.Claim
	Moved []Move
}

// Empty reports whether nothing changes.
func (c Change) Empty() bool { return len(c.Add)+len(c.Out)+len(c.Moved) == 0 }

// Changed pairs the claims that only differ in how they are put: the same assertion in the same passage, in another
// statement, of another kind, or resolved to another place. gained and lost are the rest.
func (c Change) Changed() (changed [][2]sanad.Claim, gained, lost []sanad.Claim) {
	before := map[string]sanad.Claim{}
	for _, o := range c.Out {
		before[key(o)] = o
	}
	for _, a := range c.Add {
		if o, ok := before[key(a)]; ok {
			changed = append(changed, [2]sanad.Claim{o, a})
			delete(before, key(a))
		} else {
			gained = append(gained, a)
		}
	}
	for _, o := range c.Out {
		if x, ok := before[key(o)]; ok && x.ID == o.ID {
			lost = append(lost, o)
		}
	}
	return changed, gained, lost
}

// Move is a claim a person accepted or made that goes with its words to another entity. To is among Add, or a copy.
type Move struct {
	From sanad.Claim
	To   sanad.Claim
}

// Realigned is an entity that keeps its id though the new reading would have given it another one.
type Realigned struct{ Old, New sanad.ID }

// Result is what reading a report again comes to.
type Result struct {
	Plain      Change // goes without asking
	Conflicts  []Conflict
	Statements []sanad.Statement // those the added claims may stand in
	Gained     []sanad.Entity    // things not found before, in Plain
	Lost       []sanad.Entity    // things no longer found, in Plain
	Realigned  []Realigned
	Kept       []sanad.Claim // no longer found, and standing because a person reviewed, judged or relies on them
	Settled    []sanad.Claim // newly found, and not taken because a person decided otherwise in the same passage
}

// Same reports whether the new reading changes nothing and asks nothing.
func (r Result) Same() bool {
	return r.Plain.Empty() && !slices.ContainsFunc(r.Conflicts, func(c Conflict) bool { return c.Open() || c.Taken() })
}

// reviewed is what a person said of a claim, as far as it matters here.
type reviewed uint8

const (
	untouched reviewed = iota
	accepted           // or made by a person
	rejected
	corrected
)

// shown reports whether nobody rejected or corrected a claim.
func (s *Standing) shown(c sanad.Claim) bool { return s.of(c) <= accepted }

func isOwn(c sanad.Claim) bool { return strings.HasPrefix(c.Origin, "user:") }

func (s *Standing) of(c sanad.Claim) reviewed {
	switch s.Reviews[c.ID].Status {
	case sanad.Accepted:
		return accepted
	case sanad.Rejected:
		return rejected
	case sanad.Corrected:
		return corrected
	}
	if isOwn(c) {
		return accepted
	}
	return untouched
}

// key says what a claim asserts, of what, where.
func key(c sanad.Claim) string {
	return strings.Join([]string{string(c.Entity), c.Schema, c.Prop, c.Value, at(c.Span), string(c.Polarity)}, "\x00")
}

func at(s *sanad.Span) string {
	if s == nil {
		return ""
	}
	return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End)
}

// here reports whether two claims stand in the same words.
func here(a, b sanad.Claim) bool {
	if a.Span == nil || b.Span == nil {
		return a.Span == b.Span
	}
	return a.Span.Overlaps(*b.Span)
}

// Compare says what changes when the new reading r of a report takes the place of the old one. It changes nothing itself.
func Compare(s Standing, r sanad.Reading) Result {
	if s.Machine == nil {
		s.Machine = func(c sanad.Claim) bool { return !isOwn(c) }
	}
	x := &comparison{Standing: s, r: r, assigned: map[sanad.ID]sanad.ID{}, absorbed: map[sanad.ID]sanad.ID{}, conflict: map[sanad.ID]int{}, matched: map[sanad.ID]bool{}}
	x.file()
	x.alignNamed()
	x.alignRest()
	x.mapClaims()
	x.contest()
	x.differ()
	x.refuse()
	x.move()
	x.rescue()
	return x.result()
}

// thing is an entity with its claims.
type thing struct {
	id       sanad.ID
	schema   string
	claims   []sanad.Claim
	mentions []sanad.Span
}

// group is a conflict in the making.
type group struct {
	kind     Kind
	old, new []sanad.ID // new ones under the ids of the reading
	blocked  bool
	parent   int // of a union of groups that share a relation; itself at the root
}

type comparison struct {
	Standing
	r sanad.Reading

	old, new           map[sanad.ID]*thing
	oldOrder, newOrder []sanad.ID

	assigned map[sanad.ID]sanad.ID // an entity of the reading → the id it has here
	used     map[sanad.ID]bool     // ids that are somebody's
	absorbed map[sanad.ID]sanad.ID // an old one that would be part of another → that one
	matched  map[sanad.ID]bool     // old ones the reading finds again
	groups   []group
	conflict map[sanad.ID]int // an entity, old or under its assigned id → index into groups

	said map[string]bool            // keys of what stands, and its ends
	ends map[sanad.ID][]sanad.Claim // of relations of the reading, by what is at the end

	statements map[sanad.ID]sanad.Statement // of the reading, under the ids they have here
	claims     []sanad.Claim                // of the reading, as they would stand
	plain      Change
	changes    map[int]*Change // by root of groups
	kept       []sanad.Claim
	settled    []sanad.Claim
	realigned  []Realigned
}

func collect(claims []sanad.Claim) (map[sanad.ID]*thing, []sanad.ID) {
	type place struct {
		id   sanad.ID
		span sanad.Span
	}
	things := map[sanad.ID]*thing{}
	seen := map[place]bool{}
	var order []sanad.ID
	for _, c := range claims {
		t := things[c.Entity]
		if t == nil {
			t = &thing{id: c.Entity, schema: c.Schema}
			things[c.Entity] = t
			order = append(order, c.Entity)
		}
		t.claims = append(t.claims, c)
		if sanad.IsNameProp(c.Prop) && c.Span != nil && !seen[place{c.Entity, *c.Span}] {
			seen[place{c.Entity, *c.Span}] = true
			t.mentions = append(t.mentions, *c.Span)
		}
	}
	for _, t := range things {
		slices.SortFunc(t.mentions, bySpan)
	}
	return things, order
}

func bySpan(a, b sanad.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func (x *comparison) file() {
	x.old, x.oldOrder = collect(x.Claims)
	x.new, x.newOrder = collect(x.r.Claims)
	x.known = make(map[sanad.ID]sanad.Claim, len(x.Claims)+len(x.Aside))
	for _, c := range slices.Concat(x.Aside, x.Claims) {
		x.known[c.ID] = c
	}
	x.used = map[sanad.ID]bool{}
	for _, id := range x.oldOrder {
		x.used[id] = true
	}
}

// fresh gives the entities of the reading that take no old one's id one of their own: that of the reading, unless
// something else here has it.
func (x *comparison) fresh(which func(*thing) bool) {
	for _, n := range x.newOrder {
		if _, ok := x.assigned[n]; ok || !which(x.new[n]) {
			continue
		}
		id := n
		for i := 1; x.used[id]; i++ {
			id = sanad.DeriveID("e", string(n), "again", strconv.Itoa(i))
		}
		x.used[id] = true
		x.assigned[n] = id
	}
}

// mapClaims puts the claims of the reading under the ids their entities and statements have here.
func (x *comparison) mapClaims() {
	for _, n := range x.newOrder {
		if o := x.assigned[n]; o != n && x.old[o] != nil {
			x.realigned = append(x.realigned, Realigned{o, n})
		}
	}
	record := map[sanad.ID]sanad.Statement{}
	for _, s := range x.Standing.Statements {
		record[s.ID] = s
	}
	name := map[sanad.ID]sanad.ID{}
	x.statements = map[sanad.ID]sanad.Statement{}
	for _, s := range x.r.Statements {
		id := s.ID
		if old, ok := record[id]; ok && !sameVoice(old, s) {
			id = sanad.DeriveID("q", string(s.ID), s.Asserter, string(s.Access), string(s.Polarity), string(s.Kind), strconv.FormatBool(s.Duress), strconv.FormatBool(s.Recanted))
		}
		name[s.ID] = id
		s.ID = id
		x.statements[id] = s
	}
	for id, s := range x.statements {
		if to, ok := name[s.RespondsTo]; ok {
			s.RespondsTo = to
			x.statements[id] = s
		}
	}
	for _, c := range x.r.Claims {
		c.Entity = x.assigned[c.Entity]
		if sanad.IsEntityProp(c.Schema, c.Prop) {
			if to, ok := x.assigned[sanad.ID(c.Value)]; ok {
				c.Value = string(to)
			}
		}
		if id, ok := name[c.Statement]; ok {
			c.Statement = id
		}
		c.ID = sanad.ClaimID(c)
		if k, ok := x.known[c.ID]; ok && !x.sameWay(k, c) {
			c.ID = x.versionID(c)
		}
		x.claims = append(x.claims, c)
	}
}

// versionID is the id of a claim that says what one here says and is put in another way.
func (x *comparison) versionID(c sanad.Claim) sanad.ID {
	return sanad.DeriveID("c", string(sanad.ClaimID(c)), c.Normal, string(c.Kind), string(c.Statement))
}

func sameVoice(a, b sanad.Statement) bool {
	return a.Asserter == b.Asserter && a.Access == b.Access && a.Polarity == b.Polarity && a.Kind == b.Kind && a.Duress == b.Duress && a.Recanted == b.Recanted
}

// sameWay reports whether two claims that say the same are put the same way too. Which rule made them does not matter.
func (x *comparison) sameWay(a, b sanad.Claim) bool {
	return a.Normal == b.Normal && a.Kind == b.Kind && a.Statement == b.Statement
}

// root returns the group a group belongs to.
func (x *comparison) root(g int) int {
	for x.groups[g].parent != g {
		g = x.groups[g].parent
	}
	return g
}

// contest spreads conflicts to the relations of contested entities: a membership of somebody who may be two is contested
// itself. A relation between two conflicts makes them one.
func (x *comparison) contest() {
	for g, gr := range x.groups {
		for _, id := range gr.old {
			x.conflict[id] = g
		}
		for _, id := range gr.new {
			x.conflict[x.assigned[id]] = g
		}
	}
	for _, c := range slices.Concat(x.Claims, x.claims) {
		if !sanad.IsEntityProp(c.Schema, c.Prop) {
			continue
		}
		g, ok := x.conflict[sanad.ID(c.Value)]
		if !ok {
			continue
		}
		if h, there := x.conflict[c.Entity]; there {
			a, b := x.root(g), x.root(h)
			x.groups[max(a, b)].parent = min(a, b)
		} else {
			x.conflict[c.Entity] = g
		}
	}
}

// into returns the change a claim belongs to: that of a conflict, or the plain one.
func (x *comparison) into(c sanad.Claim) *Change {
	g, ok := x.conflict[c.Entity]
	if !ok && sanad.IsEntityProp(c.Schema, c.Prop) {
		g, ok = x.conflict[sanad.ID(c.Value)]
	}
	if !ok {
		return &x.plain
	}
	g = x.root(g)
	if x.changes[g] == nil {
		x.changes[g] = &Change{}
	}
	return x.changes[g]
}

// differ compares the claims.
func (x *comparison) differ() {
	x.changes = map[int]*Change{}
	byKey := map[string]sanad.Claim{}
	byProp := map[string][]sanad.Claim{} // what persons decided, by entity and property
	noName := map[string][]sanad.Claim{} // names a person rejected, whose they were read as aside
	for _, c := range x.Claims {
		if o, ok := byKey[key(c)]; !ok || x.of(o) == untouched {
			byKey[key(c)] = c
		}
		if x.of(c) != untouched {
			p := string(c.Entity) + " " + c.Prop
			byProp[p] = append(byProp[p], c)
		}
		if x.of(c) == rejected && sanad.IsNameProp(c.Prop) {
			noName[c.Schema+c.Value] = append(noName[c.Schema+c.Value], c)
		}
	}
	found := map[string]bool{} // keys of old claims the reading finds again
	for _, n := range x.claims {
		if o, ok := byKey[key(n)]; ok {
			found[key(o)] = true
			if x.of(o) == untouched && x.Machine(o) && !x.sameWay(o, n) {
				d := x.into(n)
				d.Add = append(d.Add, n)
				d.Out = append(d.Out, o)
			}
			continue
		}
		same, settled := false, false
		for _, o := range byProp[string(n.Entity)+" "+n.Prop] {
			if !here(o, n) {
				continue
			}
			switch {
			case o.Value == n.Value && o.Polarity == n.Polarity:
				same = true
			case x.of(o) != rejected:
				settled = true
			}
		}
		if sanad.IsNameProp(n.Prop) && slices.ContainsFunc(noName[n.Schema+n.Value], func(o sanad.Claim) bool { return here(o, n) }) {
			settled = true
		}
		switch {
		case same:
		case settled:
			x.settled = append(x.settled, n)
		default:
			d := x.into(n)
			d.Add = append(d.Add, n)
		}
	}
	for _, o := range x.Claims {
		if !x.Machine(o) || found[key(o)] {
			continue
		}
		switch x.of(o) {
		case untouched:
			d := x.into(o)
			d.Out = append(d.Out, o)
		case accepted:
			x.kept = append(x.kept, o)
		}
	}
	// A person parted what the reading still joins: only if it says more of the whole is there anything to ask.
	for g := range x.groups {
		if x.groups[g].kind != Parted || x.root(g) != g || x.changes[g] == nil || len(x.changes[g].Add) > 0 {
			continue
		}
		x.plain.Out = append(x.plain.Out, x.changes[g].Out...)
		delete(x.changes, g)
	}
}

// refuse leaves out what the reading says of somebody whose every mention a person rejected, or of an incident of which
// nothing is left: nobody is named there, nothing is told there.
func (x *comparison) refuse() {
	named, told := map[sanad.ID]bool{}, map[sanad.ID]bool{}
	all := []*Change{&x.plain}
	for _, d := range x.changes {
		all = append(all, d)
	}
	for _, d := range all {
		for _, a := range d.Add {
			named[a.Entity] = named[a.Entity] || sanad.IsNameProp(a.Prop)
			told[a.Entity] = true
		}
	}
	refused := map[sanad.ID]bool{}
	for _, n := range x.newOrder {
		if id := x.assigned[n]; len(x.new[n].mentions) > 0 && x.old[id] == nil && !named[id] {
			refused[id] = true
		}
	}
	for id, t := range x.old {
		if again := len(t.mentions) > 0 && named[id] || len(t.mentions) == 0 && told[id]; !again && !slices.ContainsFunc(t.claims, x.shown) {
			refused[id] = true
		}
	}
	if len(refused) == 0 {
		return
	}
	for _, c := range x.claims { // a relation without one of its ends is none, unless it stood before
		if sanad.IsEntityProp(c.Schema, c.Prop) && refused[sanad.ID(c.Value)] && x.old[c.Entity] == nil {
			refused[c.Entity] = true
		}
	}
	for _, d := range all {
		d.Add = slices.DeleteFunc(d.Add, func(c sanad.Claim) bool {
			no := refused[c.Entity] || sanad.IsEntityProp(c.Schema, c.Prop) && refused[sanad.ID(c.Value)]
			if no {
				x.settled = append(x.settled, c)
			}
			return no
		})
	}
}

// move finds where the claims of persons go when contested entities are divided anew.
func (x *comparison) move() {
	for g, d := range x.changes {
		byWords := map[string][]sanad.Claim{}
		words := func(c sanad.Claim) string {
			return strings.Join([]string{c.Schema, c.Prop, c.Value, string(c.Polarity)}, "\x00")
		}
		for _, a := range d.Add {
			byWords[words(a)] = append(byWords[words(a)], a)
		}
		for _, c := range x.Claims {
			if h, ok := x.conflict[c.Entity]; !ok || x.root(h) != g || x.of(c) != accepted {
				continue
			}
			to, follows := x.follow(c)
			done := false
			for _, a := range byWords[words(to)] {
				if here(a, c) {
					d.Moved, done = append(d.Moved, Move{c, a}), true
					break
				}
			}
			if s := x.Reviews[to.ID].Status; !done && follows && (s == sanad.Rejected || s == sanad.Corrected) {
				x.groups[g].blocked = true // of the two that would be one, persons decided contrary things
			}
			if !done && follows {
				d.Moved = append(d.Moved, Move{c, to})
			}
		}
	}
}

// rescue keeps what persons' decisions rest on: an accepted claim needs somebody it is about, a judgement needs the one
// it was made on.
func (x *comparison) rescue() {
	out := map[sanad.ID]bool{}
	moved := map[sanad.ID]bool{}
	changes := []*Change{&x.plain}
	for _, c := range x.conflicts() {
		if c.Taken() {
			changes = append(changes, x.changes[c.root])
		}
	}
	after := map[sanad.ID][]sanad.Claim{} // the claims of each entity that would stand
	for _, d := range changes {
		for _, c := range d.Out {
			out[c.ID] = true
		}
		for _, m := range d.Moved {
			moved[m.From.ID] = true
			after[m.To.Entity] = append(after[m.To.Entity], m.To)
		}
		for _, c := range d.Add {
			after[c.Entity] = append(after[c.Entity], c)
		}
	}
	for _, c := range x.Claims {
		if !out[c.ID] && !moved[c.ID] && x.shown(c) {
			after[c.Entity] = append(after[c.Entity], c)
		}
	}
	var gone []sanad.Claim
	frame := func(c sanad.Claim) bool {
		return sanad.IsNameProp(c.Prop) || sanad.IsEntityProp(c.Schema, c.Prop) || c.Prop == "subtype"
	}
	for again := true; again; {
		again = false
		need := map[sanad.ID]bool{}
		for id := range x.Judged {
			need[id] = true
		}
		for id, claims := range after {
			for _, c := range claims {
				// A relation that stands for some reason needs its ends, and whoever is told of needs a name.
				if namedOnly(c.Schema) || !out[c.ID] && (x.of(c) == accepted || !x.Machine(c)) {
					need[id] = true
				}
				if sanad.IsEntityProp(c.Schema, c.Prop) {
					need[sanad.ID(c.Value)] = true
				}
			}
		}
		for id := range need {
			t := x.old[id]
			if t == nil {
				continue
			}
			has := map[string]bool{}
			for _, c := range after[id] {
				has[purpose(c)] = true
			}
			framed := slices.ContainsFunc(t.claims, func(c sanad.Claim) bool { return frame(c) && x.shown(c) })
			for _, c := range t.claims {
				if !out[c.ID] || has[purpose(c)] || framed && !frame(c) || !framed && len(has) > 0 {
					continue
				}
				again = true
				if to, ok := x.follow(c); ok && x.takes(c, changes) {
					// Its end is part of another now, so it goes there instead of staying behind.
					delete(out, c.ID)
					gone = append(gone, c)
					if d := x.into(c); !slices.ContainsFunc(after[to.Entity], func(a sanad.Claim) bool { return key(a) == key(to) }) {
						d.Add = append(d.Add, to)
						after[to.Entity] = append(after[to.Entity], to)
					}
					continue
				}
				delete(out, c.ID)
				after[id] = append(after[id], c)
				x.kept = append(x.kept, c)
			}
		}
	}
	for _, c := range gone {
		out[c.ID] = true
	}
	for _, d := range changes {
		d.Out = slices.DeleteFunc(d.Out, func(c sanad.Claim) bool { return !out[c.ID] })
	}
}

// follow returns a claim as it reads once what was absorbed is part of another; ok is false when nothing was.
func (x *comparison) follow(c sanad.Claim) (to sanad.Claim, ok bool) {
	to = c
	if e, there := x.absorbed[c.Entity]; there {
		to.Entity, ok = e, true
	}
	if sanad.IsEntityProp(c.Schema, c.Prop) {
		if e, there := x.absorbed[sanad.ID(c.Value)]; there {
			to.Value, ok = string(e), true
		}
	}
	if to.ID = sanad.ClaimID(to); ok {
		if k, known := x.known[to.ID]; known && !x.sameWay(k, to) {
			to.ID = x.versionID(to)
		}
	}
	return to, ok
}

// takes reports whether the change a claim belongs to is among those taken.
func (x *comparison) takes(c sanad.Claim, taken []*Change) bool {
	return slices.Contains(taken, x.into(c))
}

// purpose is what a claim is for in the frame of its entity: any name will do as a name, each end of a relation is one.
func purpose(c sanad.Claim) string {
	if sanad.IsNameProp(c.Prop) {
		return "name"
	}
	return c.Prop
}

type rooted struct {
	Conflict
	root int
}

// conflicts returns the conflicts there are, in the order of the text.
func (x *comparison) conflicts() []rooted {
	members := map[int][]int{}
	for g := range x.groups {
		members[x.root(g)] = append(members[x.root(g)], g)
	}
	var out []rooted
	for g := range x.groups {
		d := x.changes[g]
		if x.root(g) != g || d == nil || d.Empty() {
			continue
		}
		c := rooted{root: g, Conflict: Conflict{Kind: x.groups[g].kind}}
		parts := []string{string(x.Report)}
		for _, m := range members[g] {
			gr := x.groups[m]
			if m != g {
				c.Kind = Mixed
			}
			c.Blocked = c.Blocked || gr.blocked
			for _, id := range gr.old {
				if !slices.Contains(c.Old, id) {
					c.Old = append(c.Old, id)
				}
			}
			for _, n := range gr.new {
				c.New = append(c.New, Part{x.assigned[n], x.new[n].mentions})
			}
		}
		slices.Sort(c.Old)
		slices.SortFunc(c.New, func(a, b Part) int { return slices.CompareFunc(a.Mentions, b.Mentions, bySpan) })
		parts = append(parts, string(c.Kind))
		for _, id := range c.Old {
			parts = append(parts, string(id))
			if x.Judged[id] {
				c.Judged = append(c.Judged, id)
			}
		}
		for _, p := range c.New {
			spans := make([]string, len(p.Mentions))
			for i := range p.Mentions {
				spans[i] = at(&p.Mentions[i])
			}
			parts = append(parts, strings.Join(spans, " "))
		}
		for _, cl := range x.Claims {
			if h, ok := x.conflict[cl.Entity]; ok && x.root(h) == g && x.of(cl) != untouched {
				c.Reviewed++
			}
		}
		c.ID = sanad.DeriveID("k", parts...)
		c.Side = x.Choices[c.ID]
		out = append(out, c)
	}
	return out
}

func (x *comparison) result() Result {
	res := Result{Plain: x.plain, Kept: x.kept, Settled: x.settled, Realigned: x.realigned}
	for _, c := range x.conflicts() {
		c.Change = *x.changes[c.root]
		res.Conflicts = append(res.Conflicts, c.Conflict)
	}
	used := map[sanad.ID]bool{}
	gone := map[sanad.ID]int{}
	for _, c := range x.plain.Out {
		gone[c.Entity]++
	}
	seen := map[sanad.ID]bool{}
	for _, c := range x.plain.Add {
		gone[c.Entity] = -1 // the entity stays, whatever went
		if x.old[c.Entity] == nil && !seen[c.Entity] {
			seen[c.Entity] = true
			res.Gained = append(res.Gained, sanad.Entity{ID: c.Entity, Report: x.Report, Schema: c.Schema})
		}
	}
	for _, id := range x.oldOrder {
		if t := x.old[id]; gone[id] == len(t.claims) {
			res.Lost = append(res.Lost, sanad.Entity{ID: id, Report: x.Report, Schema: t.schema})
		}
	}
	for _, d := range append([]Conflict{{Change: x.plain}}, res.Conflicts...) {
		for _, c := range d.Change.Add {
			used[c.Statement] = true
		}
	}
	for _, s := range x.r.Statements {
		for id, as := range x.statements {
			if as.Span == s.Span && used[id] {
				res.Statements = append(res.Statements, as)
				delete(used, id)
			}
		}
	}
	return res
}
