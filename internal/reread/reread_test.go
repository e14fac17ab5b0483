package reread

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	sanad "github.com/sanad-workbench/sanad"
)

const report = sanad.ID("r1")

// page is a report of the test's own making: claims are put down by slot, ten code points each.
type page struct {
	claims     []sanad.Claim
	statements []sanad.Statement
}

func slot(i int) sanad.Span { return sanad.Span{Start: 10 * i, End: 10*i + 6} }

func (p *page) claim(e sanad.ID, schema, prop, value string, s sanad.Span) sanad.Claim {
	c := sanad.Claim{Report: report, Entity: e, Schema: schema, Prop: prop, Value: value, Span: &s, Polarity: sanad.Affirmed, Origin: "rule:test", Kind: sanad.Reported}
	c.ID = sanad.ClaimID(c)
	if !slices.ContainsFunc(p.claims, func(x sanad.Claim) bool { return x.ID == c.ID }) {
		p.claims = append(p.claims, c)
	}
	return c
}

// person puts down somebody named in the given slots.
func (p *page) person(slots ...int) sanad.ID {
	id := sanad.EntityID(report, sanad.SchemaPerson, slot(slots[0]), 0)
	for _, i := range slots {
		p.claim(id, sanad.SchemaPerson, "name", fmt.Sprintf("name %d", i), slot(i))
	}
	return id
}

// part puts down that somebody took part in an incident; both are told of in the words of slot i.
func (p *page) part(who sanad.ID, i int, role string) (relation, event sanad.ID) {
	event = sanad.EntityID(report, sanad.SchemaEvent, sanad.Span{Start: 10 * i, End: 10*i + 9}, 0)
	p.claim(event, sanad.SchemaEvent, "subtype", "killing", sanad.Span{Start: 10 * i, End: 10*i + 9})
	relation = sanad.EntityID(report, sanad.SchemaParticipation, sanad.Span{Start: 10 * i, End: 10*i + 9}, 0)
	for n := 1; slices.ContainsFunc(p.claims, func(c sanad.Claim) bool { return c.Entity == relation }); n++ {
		relation = sanad.EntityID(report, sanad.SchemaParticipation, sanad.Span{Start: 10 * i, End: 10*i + 9}, n)
	}
	p.claim(relation, sanad.SchemaParticipation, "participant", string(who), slot(i))
	p.claim(relation, sanad.SchemaParticipation, "event", string(event), sanad.Span{Start: 10 * i, End: 10*i + 9})
	p.claim(relation, sanad.SchemaParticipation, "role", role, sanad.Span{Start: 10*i + 6, End: 10*i + 9})
	return relation, event
}

func (p *page) reading() sanad.Reading {
	return sanad.Reading{Extractor: "test/2", Claims: p.claims, Statements: p.statements}
}

func (p *page) standing() Standing {
	return Standing{Report: report, Claims: slices.Clone(p.claims), Statements: p.statements, Reviews: map[sanad.ID]sanad.Review{}, Judged: map[sanad.ID]bool{}, Choices: map[sanad.ID]sanad.Side{},
		Machine: func(c sanad.Claim) bool { return !isOwn(c) }}
}

func (s *Standing) review(c sanad.Claim, status sanad.ReviewStatus) {
	s.Reviews[c.ID] = sanad.Review{Claim: c.ID, Status: status}
}

// correct has a person say what a claim should have been.
func (s *Standing) correct(c sanad.Claim, change func(*sanad.Claim)) sanad.Claim {
	to := c
	change(&to)
	to.Origin = "user:ana"
	to.ID = sanad.ClaimID(to)
	s.Reviews[c.ID] = sanad.Review{Claim: c.ID, Status: sanad.Corrected, Replacement: to.ID}
	if !slices.ContainsFunc(s.Claims, func(x sanad.Claim) bool { return x.ID == to.ID }) {
		s.Claims = append(s.Claims, to)
	}
	s.review(to, sanad.Accepted)
	return to
}

// after is what stands once everything that may be taken is.
func after(s Standing, r Result) Standing {
	out := s
	out.Reviews = maps.Clone(s.Reviews)
	out.Aside = slices.Clone(s.Aside)
	changes := []Change{r.Plain}
	for _, c := range r.Conflicts {
		if c.Taken() {
			changes = append(changes, c.Change)
		}
	}
	claims := slices.Clone(s.Claims)
	put := func(c sanad.Claim) {
		if !slices.ContainsFunc(claims, func(x sanad.Claim) bool { return x.ID == c.ID }) {
			if i := slices.IndexFunc(out.Aside, func(x sanad.Claim) bool { return x.ID == c.ID }); i >= 0 {
				c = out.Aside[i] // a row is never written twice
				out.Aside = slices.Delete(out.Aside, i, i+1)
			}
			claims = append(claims, c)
		}
	}
	for _, d := range changes {
		for _, o := range d.Out {
			claims = slices.DeleteFunc(claims, func(c sanad.Claim) bool { return c.ID == o.ID })
			out.Aside = append(out.Aside, o)
		}
	}
	for _, d := range changes {
		for _, a := range d.Add {
			put(a)
		}
		for _, m := range d.Moved {
			put(m.To)
			out.Reviews[m.From.ID] = sanad.Review{Claim: m.From.ID, Status: sanad.Corrected, Replacement: m.To.ID}
			out.review(m.To, sanad.Accepted)
		}
	}
	out.Claims, out.Statements = claims, nil
	for _, q := range slices.Concat(s.Statements, r.Statements) {
		if !slices.ContainsFunc(out.Statements, func(x sanad.Statement) bool { return x.ID == q.ID }) {
			out.Statements = append(out.Statements, q)
		}
	}
	return out
}

// tell lists claims for a failing test.
func tell(name string, s Standing, claims []sanad.Claim) string {
	out := name + ":\n"
	for _, c := range claims {
		r := s.Reviews[c.ID]
		out += fmt.Sprintf("  %s of %s %s: %s=%s at %v %s %s\n", c.ID, c.Entity, c.Schema, c.Prop, c.Value, *c.Span, r.Status, r.Replacement)
	}
	return out
}

func tellConflicts(s Standing, list []Conflict) string {
	out := ""
	for _, c := range list {
		out += fmt.Sprintf("%s %s side=%q old=%v new=%v judged=%v blocked=%v\n", c.ID, c.Kind, c.Side, c.Old, c.New, c.Judged, c.Blocked) + tell("add", s, c.Change.Add) + tell("out", s, c.Change.Out)
		for _, m := range c.Change.Moved {
			out += tell("moved", s, []sanad.Claim{m.From, m.To})
		}
	}
	return out
}

// live returns what the picture shows of each entity.
func live(s Standing) map[sanad.ID][]sanad.Claim {
	out := map[sanad.ID][]sanad.Claim{}
	for _, c := range s.Claims {
		if st := s.of(c); st != rejected && st != corrected {
			out[c.Entity] = append(out[c.Entity], c)
		}
	}
	return out
}

func find(t testing.TB, claims []sanad.Claim, e sanad.ID, prop string, i int) sanad.Claim {
	t.Helper()
	for _, c := range claims {
		if c.Entity == e && c.Prop == prop && c.Span.Start/10 == i {
			return c
		}
	}
	t.Fatalf("no %s of %s in slot %d", prop, e, i)
	return sanad.Claim{}
}

func TestTheFirstMentionMovedAndTheIdStays(t *testing.T) {
	var old, now page
	e := old.person(2, 5)
	n := now.person(1, 2, 5)
	now.part(n, 8, "victim")
	r := Compare(old.standing(), now.reading())
	if len(r.Conflicts) != 0 || len(r.Realigned) != 1 || r.Realigned[0] != (Realigned{e, n}) || len(r.Plain.Out) != 0 {
		t.Fatalf("%+v", r)
	}
	if got := find(t, r.Plain.Add, e, "name", 1); got.Value != "name 1" {
		t.Fatal(got)
	}
	for _, c := range r.Plain.Add {
		if c.Prop == "participant" && c.Value != string(e) {
			t.Fatalf("the participation is somebody else's: %+v", c)
		}
	}
	if len(r.Gained) != 2 { // the incident and the participation
		t.Fatalf("gained %v", r.Gained)
	}
}

func TestALongerNameIsTheSameMention(t *testing.T) {
	var old, now page
	e := old.person(1)
	id := sanad.EntityID(report, sanad.SchemaPerson, sanad.Span{Start: 10, End: 19}, 0)
	now.claim(id, sanad.SchemaPerson, "name", "name 1 and more", sanad.Span{Start: 10, End: 19})
	r := Compare(old.standing(), now.reading())
	if len(r.Plain.Add) != 1 || r.Plain.Add[0].Entity != e || len(r.Plain.Out) != 1 || len(r.Lost)+len(r.Gained) != 0 {
		t.Fatalf("%+v", r)
	}
}

func TestSplitWaitsForAPerson(t *testing.T) {
	var old, now page
	e := old.person(1, 4)
	part, event := old.part(e, 6, "perpetrator")
	now.person(1)
	other := now.person(4)
	now.part(other, 6, "perpetrator")
	s := old.standing()
	r := Compare(s, now.reading())
	if len(r.Conflicts) != 1 || r.Conflicts[0].Kind != Split || !r.Conflicts[0].Open() || r.Conflicts[0].Touched() || !r.Plain.Empty() || r.Same() {
		t.Fatalf("%+v", r)
	}
	// Nobody chose: all stands, the participation too.
	if got := after(s, r); len(got.Claims) != len(s.Claims) {
		t.Fatalf("%d claims stand, %d did", len(got.Claims), len(s.Claims))
	}
	s.Judged[e] = true
	s.Choices[r.Conflicts[0].ID] = sanad.NewReading
	r = Compare(s, now.reading())
	if c := r.Conflicts[0]; !c.Taken() || c.Blocked || len(c.Judged) != 1 {
		t.Fatalf("%+v", c)
	}
	got := live(after(s, r))
	if len(got[e]) != 1 || got[e][0].Span.Start != 10 || len(got[other]) != 1 {
		t.Fatalf("after the split %v", got)
	}
	if len(got[part]) != 0 || len(got[event]) != 1 {
		t.Fatalf("the participation of the first is still there, or the incident is not: %v", got)
	}
}

func TestSplitTakesAcceptedClaimsWithTheirWords(t *testing.T) {
	var old, now page
	e := old.person(1, 4)
	born := old.claim(e, sanad.SchemaPerson, "birthDate", "1980", sanad.Span{Start: 47, End: 49})
	stays := old.claim(e, sanad.SchemaPerson, "occupation", "baker", sanad.Span{Start: 17, End: 19})
	now.person(1)
	other := now.person(4)
	now.claim(other, sanad.SchemaPerson, "birthDate", "1980", sanad.Span{Start: 47, End: 49})
	s := old.standing()
	s.review(born, sanad.Accepted)
	s.review(stays, sanad.Accepted)
	r := Compare(s, now.reading())
	if c := r.Conflicts[0]; c.Reviewed != 2 || len(c.Change.Moved) != 1 || c.Change.Moved[0].From.ID != born.ID || c.Change.Moved[0].To.Entity != other {
		t.Fatalf("%+v", c)
	}
	s.Choices[r.Conflicts[0].ID] = sanad.NewReading
	got := live(after(s, Compare(s, now.reading())))
	if len(got[e]) != 2 || len(got[other]) != 2 {
		t.Fatalf("%v", got)
	}
}

func TestJoinOfTwoJudgedIsBlocked(t *testing.T) {
	var old, now page
	a, b := old.person(1), old.person(4)
	rel, _ := old.part(b, 6, "victim")
	n := now.person(1, 4)
	now.part(n, 6, "victim")
	s := old.standing()
	id := Compare(s, now.reading()).Conflicts[0].ID
	s.Choices[id] = sanad.NewReading

	s.Judged = map[sanad.ID]bool{b: true} // the judged one keeps its id
	s.review(find(t, s.Claims, rel, "role", 6), sanad.Accepted)
	r := Compare(s, now.reading())
	if c := r.Conflicts[0]; c.Kind != Join || c.Blocked || !c.Taken() {
		t.Fatalf("%+v", c)
	}
	got := live(after(s, r))
	if len(got[b]) != 2 || len(got[a]) != 0 || len(got[rel]) != 3 {
		t.Fatalf("%v", got)
	}
	s.Judged[a] = true
	r = Compare(s, now.reading())
	if c := r.Conflicts[0]; !c.Blocked || c.Taken() || !c.Open() {
		t.Fatalf("a join that leaves a judgement without its person went through: %+v", c)
	}
}

func TestAnAbsorbedPersonTakesHisAcceptedClaimsAlong(t *testing.T) {
	var old, now page
	a, b := old.person(1), old.person(4)
	rel, _ := old.part(b, 6, "victim")
	n := now.person(1, 4)
	now.part(n, 6, "victim")
	s := old.standing()
	s.review(find(t, s.Claims, rel, "participant", 6), sanad.Accepted)
	s.Choices[Compare(s, now.reading()).Conflicts[0].ID] = sanad.NewReading
	next := after(s, Compare(s, now.reading()))
	got := live(next)
	ends := map[string]string{}
	for _, c := range got[rel] {
		ends[c.Prop] = c.Value
	}
	if len(got[a]) != 2 || len(got[b]) != 0 || ends["participant"] != string(a) || ends["role"] != "victim" {
		t.Fatalf("%v", got)
	}
	if !Compare(next, now.reading()).Same() {
		t.Fatal("reading again after the join changes something")
	}
}

func TestReviewsStand(t *testing.T) {
	var old, now page
	e := old.person(1)
	born := func(p *page, v string, from int) sanad.Claim {
		return p.claim(e, sanad.SchemaPerson, "birthDate", v, sanad.Span{Start: from, End: 30})
	}
	wrong := born(&old, "1980", 20)
	now.person(1)
	for _, c := range []struct {
		name   string
		review func(s *Standing)
		now    string
		from   int
		plain  bool // whether anything changes
		kept   int
		held   int // found, and not taken
	}{
		{"rejected and found again in other words", func(s *Standing) { s.review(wrong, sanad.Rejected) }, "1980", 22, false, 0, 0},
		{"rejected and no longer found", func(s *Standing) { s.review(wrong, sanad.Rejected) }, "", 0, false, 0, 0},
		{"rejected and another value found", func(s *Standing) { s.review(wrong, sanad.Rejected) }, "1985", 20, true, 0, 0},
		{"accepted and no longer found", func(s *Standing) { s.review(wrong, sanad.Accepted) }, "", 0, false, 1, 0},
		{"accepted and another value found", func(s *Standing) { s.review(wrong, sanad.Accepted) }, "1985", 20, false, 1, 1},
		{"corrected and the correction found", func(s *Standing) { s.correct(wrong, func(c *sanad.Claim) { c.Value = "1985" }) }, "1985", 20, false, 0, 0},
		{"corrected and a third value found", func(s *Standing) { s.correct(wrong, func(c *sanad.Claim) { c.Value = "1985" }) }, "1990", 20, false, 0, 1},
		{"taken back and no longer found", func(s *Standing) { s.review(wrong, sanad.Proposed) }, "", 0, true, 0, 0},
		{"untouched, another value found", func(*Standing) {}, "1985", 20, true, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := page{claims: slices.Clone(now.claims)}
			if c.now != "" {
				born(&p, c.now, c.from)
			}
			s := old.standing()
			c.review(&s)
			r := Compare(s, p.reading())
			if r.Plain.Empty() == c.plain || len(r.Kept) != c.kept || len(r.Settled) != c.held || len(r.Conflicts) != 0 {
				t.Fatalf("%+v", r)
			}
		})
	}
}

func TestWhatWasAcceptedKeepsItsEnds(t *testing.T) {
	var old, now page
	e := old.person(1)
	rel, event := old.part(e, 3, "suspect")
	s := old.standing()
	s.review(find(t, s.Claims, rel, "role", 3), sanad.Accepted)
	r := Compare(s, now.reading()) // finds nothing at all
	got := live(after(s, r))
	if len(got[rel]) != 3 || len(got[event]) != 1 || len(got[e]) != 1 {
		t.Fatalf("an accepted role hangs in the air: %v", got)
	}
	if !Compare(after(s, r), now.reading()).Same() {
		t.Fatal("reading again changes something")
	}
}

func TestAPersonsSplitIsNotJoinedAgain(t *testing.T) {
	var old page
	e := old.person(1, 4)
	s := old.standing()
	apart := sanad.ID("eapart")
	s.correct(find(t, s.Claims, e, "name", 4), func(c *sanad.Claim) { c.Entity = apart })
	if r := Compare(s, old.reading()); !r.Same() || len(r.Conflicts) != 0 {
		t.Fatalf("the same reading raises a conflict: %+v", r)
	}
	// A reading that joins them again and says more of the whole: nobody knows of which of the two.
	now := page{claims: slices.Clone(old.claims)}
	now.claim(e, sanad.SchemaPerson, "birthDate", "1980", sanad.Span{Start: 47, End: 49})
	if r := Compare(s, now.reading()); len(r.Conflicts) != 1 || r.Conflicts[0].Kind != Parted || !r.Plain.Empty() {
		t.Fatalf("%+v", r)
	}
	// A reading that sees what the person saw needs no asking, and the second keeps the id the person's split gave.
	var sees page
	sees.person(1)
	n := sees.person(4)
	sees.claim(n, sanad.SchemaPerson, "birthDate", "1980", sanad.Span{Start: 47, End: 49})
	r := Compare(s, sees.reading())
	if len(r.Conflicts) != 0 || len(r.Plain.Add) != 1 || r.Plain.Add[0].Entity != apart {
		t.Fatalf("%+v", r)
	}
}

func TestAnotherParticipantIsAnotherParticipation(t *testing.T) {
	var old, now page
	a, b := old.person(1), old.person(4)
	rel, _ := old.part(a, 6, "perpetrator")
	now.person(1)
	now.person(4)
	now.part(b, 6, "perpetrator") // the same passage, the same id, another man
	s := old.standing()
	s.review(find(t, s.Claims, rel, "role", 6), sanad.Accepted)
	got := live(after(s, Compare(s, now.reading())))
	for id, claims := range got {
		for _, c := range claims {
			if c.Prop == "participant" && (c.Value == string(a)) != (id == rel) {
				t.Fatalf("what was accepted of one is said of the other: %v", got)
			}
		}
	}
	if len(got[rel]) != 3 {
		t.Fatalf("%v", got)
	}
}

func TestRetypedOnlyAsksWhereSomebodyDecided(t *testing.T) {
	var old, now page
	e := old.person(1)
	id := sanad.EntityID(report, sanad.SchemaOrganization, slot(1), 0)
	now.claim(id, sanad.SchemaOrganization, "name", "name 1", slot(1))
	s := old.standing()
	if r := Compare(s, now.reading()); len(r.Conflicts) != 0 || len(r.Lost) != 1 || len(r.Gained) != 1 {
		t.Fatalf("%+v", r)
	}
	s.Judged[e] = true
	if r := Compare(s, now.reading()); len(r.Conflicts) != 1 || r.Conflicts[0].Kind != Retyped || !r.Conflicts[0].Blocked || !r.Plain.Empty() {
		t.Fatalf("%+v", r)
	}
}

func TestAnotherVoiceIsAChange(t *testing.T) {
	var old page
	e := old.person(1)
	old.claims[0].Statement = "q1"
	old.statements = []sanad.Statement{{ID: "q1", Report: report, Span: sanad.Span{Start: 0, End: 50}, Polarity: sanad.Affirmed, Kind: sanad.Reported}}
	now := page{claims: slices.Clone(old.claims), statements: slices.Clone(old.statements)}
	now.statements[0].Asserter, now.statements[0].Kind = "the prisoner", sanad.Confessed
	now.claims[0].Kind = sanad.Confessed
	s := old.standing()
	r := Compare(s, now.reading())
	changed, gained, lost := r.Plain.Changed()
	if len(changed) != 1 || len(gained)+len(lost) != 0 || changed[0][1].Kind != sanad.Confessed || len(r.Statements) != 1 || r.Statements[0].ID == "q1" {
		t.Fatalf("%+v", r)
	}
	next := after(s, r)
	if !Compare(next, now.reading()).Same() {
		t.Fatal("reading again changes something")
	}
	// And back: the first row stands again.
	back := after(next, Compare(next, old.reading()))
	if !Compare(back, old.reading()).Same() || len(back.Claims) != 1 || back.Claims[0].Entity != e || back.Claims[0].Kind != sanad.Reported {
		t.Fatalf("%+v", back.Claims)
	}
}

// drawPage draws a report: who is named where, what is said of them, and who took part in what.
func drawPage(t *rapid.T, label string) *page {
	const slots = 7
	p := &page{}
	groups := map[int][]int{}
	for i := range slots {
		if g := rapid.IntRange(-1, 4).Draw(t, fmt.Sprintf("%s who %d", label, i)); g >= 0 {
			groups[g] = append(groups[g], i)
		}
	}
	var ids []sanad.ID
	for g := range 5 {
		if len(groups[g]) == 0 {
			continue
		}
		first := groups[g][0]
		s := slot(first)
		if rapid.IntRange(0, 4).Draw(t, fmt.Sprintf("%s longer %d", label, g)) == 0 {
			s.End += 2
		}
		id := sanad.EntityID(report, sanad.SchemaPerson, s, 0)
		p.claim(id, sanad.SchemaPerson, "name", fmt.Sprintf("name %d %d", first, s.End), s)
		for _, i := range groups[g][1:] {
			p.claim(id, sanad.SchemaPerson, "name", fmt.Sprintf("name %d %d", i, slot(i).End), slot(i))
		}
		ids = append(ids, id)
	}
	for i := range slots {
		if len(ids) == 0 {
			break
		}
		who := rapid.SampledFrom(ids).Draw(t, fmt.Sprintf("%s subject %d", label, i))
		switch rapid.IntRange(0, 3).Draw(t, fmt.Sprintf("%s says %d", label, i)) {
		case 0:
			p.claim(who, sanad.SchemaPerson, "birthDate", rapid.SampledFrom([]string{"1980", "1985"}).Draw(t, fmt.Sprintf("%s born %d", label, i)), sanad.Span{Start: 10*i + 8, End: 10*i + 10})
		case 1:
			p.part(who, i, rapid.SampledFrom([]string{"perpetrator", "victim"}).Draw(t, fmt.Sprintf("%s role %d", label, i)))
		}
	}
	return p
}

// drawDecisions has persons review, correct, split and judge.
func drawDecisions(t *rapid.T, s *Standing) {
	for i, c := range slices.Clone(s.Claims) {
		switch rapid.IntRange(0, 11).Draw(t, fmt.Sprintf("review %d", i)) {
		case 0:
			s.review(c, sanad.Accepted)
		case 1:
			s.review(c, sanad.Rejected)
		case 2:
			s.review(c, sanad.Proposed)
		case 3:
			switch {
			case sanad.IsNameProp(c.Prop):
				s.correct(c, func(c *sanad.Claim) { c.Entity = sanad.EntityID(report, c.Schema, *c.Span, 1<<20+1) })
			case !sanad.IsEntityProp(c.Schema, c.Prop):
				s.correct(c, func(c *sanad.Claim) { c.Value += " corrected" })
			}
		}
	}
	shown := live(*s)
	for i, id := range slices.Sorted(maps.Keys(shown)) {
		if shown[id][0].Schema == sanad.SchemaPerson && rapid.IntRange(0, 3).Draw(t, fmt.Sprintf("judged %d", i)) == 0 {
			s.Judged[id] = true
		}
	}
}

func TestTheSameReadingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPage(t, "old")
		s := p.standing()
		drawDecisions(t, &s)
		if r := Compare(s, p.reading()); !r.Same() || len(r.Conflicts) != 0 {
			t.Fatalf("%+v", r)
		}
	})
}

// dangling returns relations the picture shows whose end it does not.
func dangling(s Standing) (out []sanad.ID) {
	shown := live(s)
	for _, claims := range shown {
		for _, c := range claims {
			if sanad.IsEntityProp(c.Schema, c.Prop) && len(shown[sanad.ID(c.Value)]) == 0 {
				out = append(out, c.ID)
			}
		}
	}
	return out
}

func TestReadingAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, now := drawPage(t, "old"), drawPage(t, "new")
		s := old.standing()
		drawDecisions(t, &s)
		first := Compare(s, now.reading())
		for i, c := range first.Conflicts {
			if side := rapid.SampledFrom([]sanad.Side{"", sanad.NewReading, sanad.OldReading}).Draw(t, fmt.Sprintf("choice %d", i)); side != "" {
				s.Choices[c.ID] = side
			}
		}
		r := Compare(s, now.reading())
		next := after(s, r)
		story := func() string {
			return tell("old", s, s.Claims) + tell("new", s, now.claims) + tell("next", next, next.Claims) + fmt.Sprintln("judged", s.Judged) + tellConflicts(s, r.Conflicts)
		}

		// Nobody who decided finds his decision gone.
		standing := map[sanad.ID]bool{}
		for _, c := range next.Claims {
			if standing[c.ID] {
				t.Fatalf("claim %s stands twice", c.ID)
			}
			standing[c.ID] = true
		}
		moved := map[sanad.ID]bool{}
		for _, c := range r.Conflicts {
			for _, m := range c.Change.Moved {
				moved[m.From.ID] = moved[m.From.ID] || c.Taken()
			}
		}
		for _, c := range s.Claims {
			if s.of(c) == untouched {
				continue
			}
			if !standing[c.ID] {
				t.Fatalf("reviewed claim %+v stands no more", c)
			}
			if !moved[c.ID] && next.Reviews[c.ID] != s.Reviews[c.ID] {
				t.Fatalf("the review of %s is another one", c.ID)
			}
		}
		shown, before := live(next), live(s)
		for id := range s.Judged {
			if len(before[id]) > 0 && len(shown[id]) == 0 {
				t.Fatalf("a judgement names %s, and nothing is left of it\n%s", id, story())
			}
		}
		// What is not contested keeps an id only in its own words.
		contested := map[sanad.ID]bool{}
		for _, c := range r.Conflicts {
			for _, id := range c.Old {
				contested[id] = true
			}
			for _, p := range c.New {
				contested[p.ID] = true
			}
			if c.Open() && c.Side == sanad.NewReading && !c.Blocked || c.Blocked && c.Taken() {
				t.Fatalf("%+v is open and taken", c)
			}
		}
		spans := func(claims []sanad.Claim) (out []sanad.Span) {
			for _, c := range claims {
				if sanad.IsNameProp(c.Prop) {
					out = append(out, *c.Span)
				}
			}
			return out
		}
		for id, claims := range shown {
			was := spans(before[id])
			if contested[id] || len(was) == 0 {
				continue
			}
			if !slices.ContainsFunc(spans(claims), func(n sanad.Span) bool { return slices.ContainsFunc(was, n.Overlaps) }) {
				t.Fatalf("%s was named at %v and is now at %v\n%s", id, was, spans(claims), story())
			}
		}
		if len(dangling(s)) == 0 && len(dangling(next)) != 0 {
			t.Fatalf("relations without an end: %v\n%s", dangling(next), story())
		}

		// Once taken, reading again asks what was left open and changes nothing.
		again := Compare(next, now.reading())
		if !again.Plain.Empty() {
			t.Fatalf("a second time:\n%s%s%s", tell("add", next, again.Plain.Add), tell("out", next, again.Plain.Out), story())
		}
		var open, still []sanad.ID
		for _, c := range r.Conflicts {
			if c.Open() {
				open = append(open, c.ID)
			}
		}
		for _, c := range again.Conflicts {
			if c.Taken() {
				t.Fatalf("taken twice: %+v", c)
			}
			if c.Open() {
				still = append(still, c.ID)
			}
		}
		slices.Sort(open)
		slices.Sort(still)
		if !slices.Equal(open, still) {
			t.Fatalf("open conflicts were %v, are %v\n%s\nagain\n%s", open, still, story(), tellConflicts(next, again.Conflicts))
		}
	})
}
