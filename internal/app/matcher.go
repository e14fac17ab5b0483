package app

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/match"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/store"
)

// matcher guards an index, which one goroutine may use at a time.
type matcher struct {
	mu     sync.Mutex
	ix     *match.Index
	asked  sync.Once // to prepare in the background
	isDone bool
}

// few is how many found persons are ranked at once, before anybody has time to notice.
const few = 3000

// ready reports whether ranking would answer at once. While it would not, what ranking needs is prepared in the background, a
// piece at a time, so that nobody who looks at a pair meanwhile waits for it.
func (m *matcher) ready(a *App) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.isDone || m.ix.Len() <= few {
		return true
	}
	m.asked.Do(func() {
		a.background(func(ctx context.Context) {
			for done := false; !done && ctx.Err() == nil; {
				m.mu.Lock()
				done = m.ix.Prepare(400)
				m.isDone = done
				m.mu.Unlock()
			}
		})
	})
	return false
}

// matcher returns the index over every person this audience may see, built when first asked for.
func (p *picture) matcher() (*matcher, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.index != nil {
		return p.index, nil
	}
	ix, err := indexPersons(func(schema string, fn func(sanad.Found)) error {
		list, err := p.load(schema)
		for _, f := range list {
			fn(f)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	w := match.Weights{}
	if p.storedQuestions() {
		w, err = readWeights(p.v, p.inv)
	} else {
		// What was judged when hangs on what is hidden: for this audience, weights come from what it may see, without judgements.
		w = ix.Learn(nil)
	}
	if err != nil {
		return nil, err
	}
	ix.Use(w)
	p.index = &matcher{ix: ix}
	return p.index, nil
}

// weightsOf names the setting that keeps what an investigation taught its matcher.
func weightsOf(inv sanad.ID) string { return "weights:" + string(inv) }

// readWeights returns the weights that were learned when questions were last raised.
func readWeights(v *store.View, inv sanad.ID) (w match.Weights, err error) {
	s, err := v.Setting(weightsOf(inv))
	if err != nil || s == "" {
		return w, err
	}
	return w, json.Unmarshal([]byte(s), &w)
}

// answersOf are the judgements a matcher may learn from: those that hold, but for the invented ones that come with the demo.
func answersOf(judgements []sanad.Judgement) []match.Judged {
	var out []match.Judged
	for _, j := range judgements {
		if j.Holds() && !j.Pending && j.Verdict != sanad.Unsure && !strings.HasSuffix(j.Author, invented) {
			out = append(out, match.Judged{Left: j.Left, Right: j.Right, Same: j.Verdict == sanad.Same})
		}
	}
	return out
}

// use weighs with other weights from now on.
func (m *matcher) use(w match.Weights) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if w != m.ix.Weights() {
		m.ix.Use(w)
		m.isDone, m.asked = false, sync.Once{}
	}
}

// Weights returns what the matcher's evidence is worth where it is not what was set by hand.
func (a *App) Weights(ctx context.Context, who store.Who, inv sanad.ID) ([]match.Weight, error) {
	out := []match.Weight{}
	err := a.see(ctx, who, inv, func(p *picture) error {
		m, err := p.matcher()
		if err != nil {
			return err
		}
		m.mu.Lock()
		defer m.mu.Unlock()
		out = append(out, m.ix.Weights().Changed()...)
		return nil
	})
	return out, err
}

// foundReader calls fn with every found entity of a schema, ordered by report and id.
type foundReader func(schema string, fn func(sanad.Found)) error

// readFound reads found entities one by one, with the claims nobody rejected, and keeps none of them: for jobs, which go
// over everything once.
func readFound(v *store.View) (foundReader, error) {
	reviews, err := v.Reviews(nil)
	if err != nil {
		return nil, err
	}
	return func(schema string, fn func(sanad.Found)) error {
		var f sanad.Found
		give := func() {
			if f.ID != "" {
				byPassage(f.Claims)
				fn(f)
			}
		}
		err := v.Claims(store.ClaimFilter{Schemata: []string{schema}}, func(c sanad.Claim) error {
			if s := reviews[c.ID].Status; s == sanad.Rejected || s == sanad.Corrected {
				return nil
			}
			if f.ID != c.Entity {
				give()
				f = sanad.Found{ID: c.Entity, Report: c.Report, Schema: schema}
			}
			f.Claims = append(f.Claims, c)
			return nil
		})
		give()
		return err
	}, nil
}

// indexPersons files what each report says of each person in the form the matcher weighs.
func indexPersons(read foundReader) (*match.Index, error) {
	var persons []match.Person
	at := map[sanad.ID]int{}
	err := read(sanad.SchemaPerson, func(f sanad.Found) {
		at[f.ID] = len(persons)
		persons = append(persons, saidOf(f))
	})
	if err != nil {
		return nil, err
	}
	if err := tellLives(read, persons, at); err != nil {
		return nil, err
	}
	ix := match.NewIndex()
	for _, m := range persons {
		ix.Add(m)
	}
	return ix, nil
}

// tellLives adds to persons what other things found in their reports say of them: groups, relatives, custody, incidents.
func tellLives(read foundReader, persons []match.Person, at map[sanad.ID]int) error {
	of := func(id string) *match.Person {
		if i, ok := at[sanad.ID(id)]; ok {
			return &persons[i]
		}
		return nil
	}
	type group struct {
		name string
		unit bool
	}
	groups := map[sanad.ID]group{}
	for _, s := range []string{sanad.SchemaOrganization, sanad.SchemaNetwork, sanad.SchemaUnit} {
		if err := read(s, func(f sanad.Found) { groups[f.ID] = group{f.Value("name"), s == sanad.SchemaUnit} }); err != nil {
			return err
		}
	}
	type incident struct{ subtype, date, place string }
	incidents := map[sanad.ID]incident{}
	for _, s := range []struct {
		schema string
		tell   func(sanad.Found)
	}{
		{sanad.SchemaMembership, func(f sanad.Found) {
			p := of(f.Value("member"))
			if p == nil || f.Polarity() == sanad.Denied {
				return
			}
			role, g := strings.ToLower(f.Value("role")), groups[sanad.ID(f.Value("organization"))]
			if role != "" {
				p.Roles = append(p.Roles, role)
			}
			if g.name != "" {
				p.Groups = append(p.Groups, g.name)
			}
			if d := f.Value("date"); d != "" && g.name != "" && f.Polarity() == sanad.Affirmed {
				p.Posts = append(p.Posts, match.Post{Role: role, Group: g.name, Date: d, Unit: g.unit})
			}
		}},
		{sanad.SchemaKinship, func(f sanad.Found) {
			p, q := of(f.Value("person")), of(f.Value("relative"))
			if p == nil || q == nil {
				return
			}
			if len(q.Names) > 0 {
				p.Kin = append(p.Kin, q.Names[0])
			}
			if len(p.Names) > 0 {
				q.Kin = append(q.Kin, p.Names[0])
			}
		}},
		{sanad.SchemaDetention, func(f sanad.Found) {
			if p := of(f.Value("subject")); p != nil && f.Value("date") != "" && f.Polarity() == sanad.Affirmed {
				p.Detained = append(p.Detained, f.Value("date"))
			}
		}},
		{sanad.SchemaRelease, func(f sanad.Found) {
			if p := of(f.Value("subject")); p != nil && f.Value("date") != "" && f.Polarity() == sanad.Affirmed {
				p.Released = append(p.Released, f.Value("date"))
			}
		}},
		{sanad.SchemaSentence, func(f sanad.Found) {
			if p := of(f.Value("subject")); p != nil && f.Polarity() == sanad.Affirmed {
				if t := match.Term(f.Value("date"), f.Value("value")); t != "" {
					p.Serving = append(p.Serving, t)
				}
			}
		}},
		{sanad.SchemaEvent, func(f sanad.Found) {
			if f.Polarity() == sanad.Affirmed {
				e := incident{subtype: f.Value("subtype"), date: f.Value("date"), place: f.Value("place")}
				if c := f.Claim("place"); c != nil && c.Normal != "" {
					e.place = c.Normal
				}
				incidents[f.ID] = e
			}
		}},
		{sanad.SchemaParticipation, func(f sanad.Found) {
			p, e := of(f.Value("participant")), incidents[sanad.ID(f.Value("event"))]
			if p != nil && e.date != "" && f.Polarity() == sanad.Affirmed {
				p.Acts = append(p.Acts, match.Act{Type: e.subtype, Role: f.Value("role"), Date: e.date, Place: e.place})
			}
		}},
	} {
		if err := read(s.schema, s.tell); err != nil {
			return err
		}
	}
	return nil
}

// saidOf is what a person's own claims say of him.
func saidOf(f sanad.Found) match.Person {
	m := match.Person{ID: f.ID, Report: f.Report}
	for _, c := range f.Claims {
		if c.Polarity == sanad.Denied {
			continue
		}
		add := func(list *[]string, v string) {
			if !slices.Contains(*list, v) {
				*list = append(*list, v)
			}
		}
		place := c.Value
		if c.Normal != "" {
			place = c.Normal
		}
		switch c.Prop {
		case "name", "alias":
			add(&m.Names, c.Value)
		case "kunya":
			add(&m.Kunyas, c.Value)
		case "nisba":
			add(&m.Nisbas, c.Value)
		case "fatherName":
			add(&m.Father, c.Value)
		case "motherName":
			add(&m.Mother, c.Value)
		case "birthDate":
			add(&m.Birth, c.Value)
		case "deathDate":
			add(&m.Died, c.Value)
		case "birthPlace":
			add(&m.BirthPlace, place)
		case "residence":
			add(&m.Residence, place)
		case "occupation":
			add(&m.Occupation, c.Value)
		case "document":
			add(&m.Documents, c.Value)
		case "phone":
			add(&m.Phones, c.Value)
		case "sex":
			m.Sex = c.Value
		}
	}
	return m
}

// Clash returns why two persons cannot be one.
func (m *matcher) Clash(a, b sanad.ID) (sanad.Reason, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.ClashBetween(a, b)
}

// Clashing returns what of a person can clash.
func (m *matcher) Clashing(id sanad.ID) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.ClashingOf(id)
}

// Question weighs two persons by all that is said of those they were judged to be.
func (m *matcher) Question(identity match.Identity, a, b sanad.ID) sanad.Question {
	m.mu.Lock()
	defer m.mu.Unlock()
	q, _ := m.ix.QuestionIn(identity, match.Ranked{Left: a, Right: b})
	return q
}

// Search finds persons by name.
func (m *matcher) Search(name string, limit int) []match.Hit {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Search(name, limit)
}

// Rank ranks the open questions without their reasons.
func (m *matcher) Rank(identity match.Identity, limit int) []match.Ranked {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Rank(identity, limit)
}

// Again ranks anew what judgements on some persons changed in a list.
func (m *matcher) Again(identity match.Identity, list []match.Ranked, judged []sanad.ID, limit int) []match.Ranked {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Again(identity, list, judged, limit)
}

// Fill gives ranked questions their reasons.
func (m *matcher) Fill(identity match.Identity, list []match.Ranked) []sanad.Question {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := make([]sanad.Question, len(list))
	for i, r := range list {
		out[i], _ = m.ix.QuestionIn(identity, r)
	}
	return out
}

// namesakeP is from where on two names count as nearly the same.
const namesakeP = 0.9

// Namesakes returns the found persons one of whose names is nearly the same.
func (m *matcher) Namesakes(name string) []sanad.ID {
	var out []sanad.ID
	for _, h := range m.Search(name, 500) {
		if h.P >= namesakeP {
			out = append(out, h.ID)
		}
	}
	return out
}

// Together returns how likely two sets of persons are one, by all that each says as a whole.
func (m *matcher) Together(left, right []sanad.ID) float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Together(left, right)
}

// Likely returns how likely the groups of two persons are one.
func (m *matcher) Likely(identity match.Identity, left, right sanad.ID) float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Likely(identity, left, right)
}

// Between weighs two persons by all that the sets they are in say as a whole.
func (m *matcher) Between(left, right sanad.ID, leftGroup, rightGroup []sanad.ID) sanad.Question {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Between(left, right, leftGroup, rightGroup)
}

// SecondBetween reports whether a second identifier agrees between any two members of the groups, and none clashes.
func (m *matcher) SecondBetween(left, right []sanad.ID) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.SecondBetween(left, right)
}

// crowd is every person of an investigation as the matcher weighs them, and what resolving judgements on them asks.
type crowd struct {
	*matcher
	strong map[sanad.ID]bool
}

func readCrowd(v *store.View) (crowd, error) {
	c := crowd{strong: map[sanad.ID]bool{}}
	read, err := readFound(v)
	if err != nil {
		return c, err
	}
	weak := map[string]bool{} // of names: one is told of a thousand times
	ix, err := indexPersons(func(schema string, fn func(sanad.Found)) error {
		return read(schema, func(f sanad.Found) {
			if schema == sanad.SchemaPerson && named(f, weak) {
				c.strong[f.ID] = true
			}
			fn(f)
		})
	})
	c.matcher = &matcher{ix: ix}
	return c, err
}

// Visible reports whether there is such a person.
func (c crowd) Visible(id sanad.ID) bool { return c.ix.Has(id) }

// Weak reports whether a person is known in this report by no more than a kunya, a nisba or a single name.
func (c crowd) Weak(id sanad.ID) bool { return !c.strong[id] }

// named reports whether a found person has a name that tells him from others; weak remembers which names do not.
func named(f sanad.Found, weak map[string]bool) bool {
	for _, c := range f.Claims {
		if c.Prop != "name" {
			continue
		}
		w, ok := weak[c.Value]
		if !ok {
			w = names.Parse(c.Value).Weak()
			weak[c.Value] = w
		}
		if !w {
			return true
		}
	}
	return false
}
