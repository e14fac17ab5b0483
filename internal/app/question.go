package app

import (
	"context"
	"slices"
	"sort"
	"strings"
	"sync"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/match"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/resolve"
	"github.com/sanad-workbench/sanad/internal/store"
)

// matcher guards an index, which one goroutine may use at a time.
type matcher struct {
	mu sync.Mutex
	ix *match.Index
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
	p.index = &matcher{ix: ix}
	return p.index, nil
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
	groups := map[sanad.ID]string{}
	for _, s := range []string{sanad.SchemaOrganization, sanad.SchemaNetwork, sanad.SchemaUnit} {
		if err := read(s, func(f sanad.Found) { groups[f.ID] = f.Value("name") }); err != nil {
			return nil, err
		}
	}
	err = read(sanad.SchemaMembership, func(f sanad.Found) {
		i, ok := at[sanad.ID(f.Value("member"))]
		if !ok || f.Polarity() == sanad.Denied {
			return
		}
		if r := f.Value("role"); r != "" {
			persons[i].Roles = append(persons[i].Roles, strings.ToLower(r))
		}
		if g := groups[sanad.ID(f.Value("organization"))]; g != "" {
			persons[i].Groups = append(persons[i].Groups, g)
		}
	})
	if err != nil {
		return nil, err
	}
	err = read(sanad.SchemaKinship, func(f sanad.Found) {
		i, ok := at[sanad.ID(f.Value("person"))]
		j, ok2 := at[sanad.ID(f.Value("relative"))]
		if !ok || !ok2 {
			return
		}
		if n := persons[j].Names; len(n) > 0 {
			persons[i].Kin = append(persons[i].Kin, n[0])
		}
		if n := persons[i].Names; len(n) > 0 {
			persons[j].Kin = append(persons[j].Kin, n[0])
		}
	})
	if err != nil {
		return nil, err
	}
	err = read(sanad.SchemaDetention, func(f sanad.Found) {
		if i, ok := at[sanad.ID(f.Value("subject"))]; ok && f.Value("date") != "" && f.Polarity() == sanad.Affirmed {
			persons[i].Detained = append(persons[i].Detained, f.Value("date"))
		}
	})
	if err != nil {
		return nil, err
	}
	ix := match.NewIndex()
	for _, m := range persons {
		ix.Add(m)
	}
	return ix, nil
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

// Question weighs two persons.
func (m *matcher) Question(a, b sanad.ID) sanad.Question {
	m.mu.Lock()
	defer m.mu.Unlock()
	q, _ := m.ix.Question(match.Ranked{Left: a, Right: b})
	return q
}

// Search finds persons by name.
func (m *matcher) Search(name string, limit int) []match.Hit {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Search(name, limit)
}

// Questions ranks the open questions.
func (m *matcher) Questions(identity match.Identity, limit int) []sanad.Question {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Questions(identity, limit)
}

// Rank ranks the open questions without their reasons.
func (m *matcher) Rank(identity match.Identity, limit int) []match.Ranked {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.Rank(identity, limit)
}

// Fill gives ranked questions their reasons.
func (m *matcher) Fill(list []match.Ranked) []sanad.Question {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := make([]sanad.Question, len(list))
	for i, r := range list {
		out[i], _ = m.ix.Question(r)
	}
	return out
}

// namesakeP is from where on two names count as nearly the same.
const namesakeP = 0.9

// Namesakes returns the found persons whose name is nearly the same as one of this person's.
func (m *matcher) Namesakes(id sanad.ID) []sanad.ID {
	m.mu.Lock()
	defer m.mu.Unlock()
	x, ok := m.ix.Person(id)
	if !ok || len(x.Names) == 0 {
		return nil
	}
	var out []sanad.ID
	for _, h := range m.ix.Search(x.Names[0], 500) {
		if h.P >= namesakeP && h.ID != id {
			out = append(out, h.ID)
		}
	}
	return out
}

// secondBetween reports whether a second identifier agrees between any two members of the groups, and none clashes.
func (p *picture) secondBetween(m *matcher, left, right []sanad.ID) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ix.SecondBetween(left, right)
}

// storedQuestions is how many questions a run keeps: more than a team answers in years, and few enough to read quickly.
const storedQuestions = 250_000

// raiseQuestions ranks the questions of the whole investigation and stores them as a new generation. It reads what it needs
// and no more, instead of the whole picture: this is the job that sees everything at once.
func (a *App) raiseQuestions(ctx context.Context, job store.Job) (func(*store.Tx) error, error) {
	var m *matcher
	var ranked []match.Ranked
	var gen int
	actor := system(job.Actor)
	err := a.store.View(ctx, job.Investigation, store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		if gen, err = v.NextQuestionGen(); err != nil {
			return err
		}
		c, err := readCrowd(v)
		if err != nil {
			return err
		}
		identity, err := c.identity(v)
		if err != nil {
			return err
		}
		m, ranked = c.matcher, c.Rank(identity, storedQuestions)
		return nil
	})
	if err != nil {
		return nil, err
	}
	const chunk = 4000
	if err := a.store.Update(ctx, job.Investigation, actor, "prepare questions", func(t *store.Tx) error { return t.DropQuestions(gen) }); err != nil {
		return nil, err
	}
	for lo := 0; lo+chunk < len(ranked); lo += chunk {
		part := m.Fill(ranked[lo : lo+chunk])
		if err := a.store.Update(ctx, job.Investigation, actor, "prepare questions", func(t *store.Tx) error {
			t.Log("from", lo)
			return t.AddQuestions(gen, lo, part)
		}); err != nil {
			return nil, err
		}
	}
	rest := (max(len(ranked), 1) - 1) / chunk * chunk
	last := m.Fill(ranked[rest:])
	return func(t *store.Tx) error {
		t.Log("questions", len(ranked))
		if err := t.AddQuestions(gen, rest, last); err != nil {
			return err
		}
		if err := t.UseQuestions(gen); err != nil {
			return err
		}
		return step(t, job, 0)
	}, nil
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

// identity is what the judgements make of the persons.
func (c crowd) identity(v *store.View) (*resolve.Identity, error) {
	judgements, err := v.Judgements()
	if err != nil {
		return nil, err
	}
	return resolve.Resolve(judgements, c), nil
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

// openQuestions returns the questions that judgements leave open, best first, without their reasons (see fill). Whoever
// may see everything gets the stored ones; everybody else gets questions computed from what he may see, so that nothing
// hidden shows in their order.
func (a *App) openQuestions(p *picture) ([]store.RankedQuestion, error) {
	p.open.mu.Lock()
	defer p.open.mu.Unlock()
	if p.open.ready {
		return p.open.list, nil
	}
	var list []store.RankedQuestion
	if p.storedQuestions() {
		all, err := p.ranked()
		if err != nil {
			return nil, err
		}
		for _, q := range all {
			if !match.Decided(p.answers(), sanad.Question{Left: q.Left, Right: q.Right, Evidence: q.Evidence}) {
				list = append(list, q)
			}
		}
	} else {
		m, err := p.matcher()
		if err != nil {
			return nil, err
		}
		p.open.full = map[int]sanad.Question{} // without reasons until they are asked for
		for n, q := range m.Rank(p.answers(), storedQuestions) {
			p.open.full[n] = sanad.Question{Left: q.Left, Right: q.Right, Score: q.Score}
			list = append(list, store.RankedQuestion{N: n, Left: q.Left, Right: q.Right})
		}
	}
	p.open.ready, p.open.list = true, list
	return list, nil
}

func (p *picture) storedQuestions() bool { return p.actor.All && p.v.AsOf().IsZero() }

// ranked returns the stored questions of the current generation, kept until there is another one.
func (p *picture) ranked() ([]store.RankedQuestion, error) {
	gen, err := p.v.QuestionGen()
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.questionGen != gen || p.questions == nil {
		list, err := p.v.RankedQuestions()
		if err != nil {
			return nil, err
		}
		p.questions, p.questionGen = list, gen
	}
	return p.questions, nil
}

// fill returns questions with their reasons.
func (p *picture) fill(list []store.RankedQuestion) ([]sanad.Question, error) {
	out := make([]sanad.Question, len(list))
	if !p.storedQuestions() {
		m, err := p.matcher()
		if err != nil {
			return nil, err
		}
		ranked := make([]match.Ranked, len(list))
		p.open.mu.Lock()
		for i, q := range list {
			ranked[i] = match.Ranked{Left: q.Left, Right: q.Right, Score: p.open.full[q.N].Score}
		}
		p.open.mu.Unlock()
		return m.Fill(ranked), nil
	}
	const chunk = 500
	for lo := 0; lo < len(list); lo += chunk {
		part := list[lo:min(lo+chunk, len(list))]
		at := make(map[int]int, len(part))
		ns := make([]int, len(part))
		for i, q := range part {
			at[q.N], ns[i] = lo+i, q.N
		}
		if err := p.v.Questions(ns, func(n int, q sanad.Question) error {
			out[at[n]] = q
			return nil
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// QuestionView is a question as the list shows it.
type QuestionView struct {
	sanad.Question
	LeftRef  sanad.Ref `json:"left_ref"`
	RightRef sanad.Ref `json:"right_ref"`
}

// QuestionList is a page of open questions.
type QuestionList struct {
	Total int            `json:"total"`
	Rows  []QuestionView `json:"rows"`
}

// Questions lists the open questions in the order to ask.
func (a *App) Questions(ctx context.Context, who store.Who, inv sanad.ID, offset, limit int) (QuestionList, error) {
	out := QuestionList{Rows: []QuestionView{}}
	err := a.see(ctx, who, inv, func(p *picture) error {
		qs, err := a.openQuestions(p)
		if err != nil {
			return err
		}
		out.Total = len(qs)
		lo := min(offset, len(qs))
		hi := len(qs)
		if limit > 0 {
			hi = min(lo+limit, hi)
		}
		full, err := p.fill(qs[lo:hi])
		if err != nil {
			return err
		}
		for _, q := range full {
			v := p.questionRow(q)
			p.v.Note(v.LeftRef.ID, v.RightRef.ID)
			out.Rows = append(out.Rows, v)
		}
		return nil
	})
	return out, err
}

func (p *picture) questionRow(q sanad.Question) QuestionView {
	l := lens{p}
	if q.For == nil {
		q.For = []sanad.Reason{}
	}
	if q.Against == nil {
		q.Against = []sanad.Reason{}
	}
	return QuestionView{Question: q, LeftRef: l.Ref(q.Left), RightRef: l.Ref(q.Right)}
}

// Side is one side of a pair: the person as he is known now, with the sentences each value comes from.
type Side struct {
	sanad.Ref
	Found    sanad.ID     `json:"found"`
	Reports  int          `json:"reports"`
	Lines    int          `json:"lines"`
	SharedBy int          `json:"shared_by"` // other persons here whose name is nearly the same
	Facts    []sanad.Fact `json:"facts"`
	Roles    []RoleView   `json:"roles"`
	Kin      []KinView    `json:"kin"`
	Parts    []PartView   `json:"parts"`
	Latest   string       `json:"latest"`
	Cleared  bool         `json:"cleared"`
}

// Compared is a property of two sides held against each other.
type Compared struct {
	Prop string `json:"prop"`
	Mark string `json:"mark"` // agree, clash, left, right
}

// Pair is two persons side by side, with what speaks for and against their being one, and what a "same" would join.
type Pair struct {
	Question sanad.Question  `json:"question"`
	Left     Side            `json:"left"`
	Right    Side            `json:"right"`
	Marks    []Compared      `json:"marks"`
	Joins    []JoinPair      `json:"joins"` // every pair of found persons that a "same" would newly join
	Blocked  []ConflictView  `json:"blocked"`
	History  []JudgementView `json:"history"`
	Second   bool            `json:"second"` // a second identifier agrees: a "same" joins at once
}

// JoinPair is a pair that a judgement would newly join.
type JoinPair struct {
	Left      sanad.ID      `json:"left"`
	Right     sanad.ID      `json:"right"`
	LeftName  string        `json:"left_name"`
	RightName string        `json:"right_name"`
	LeftRef   string        `json:"left_report"`
	RightRef  string        `json:"right_report"`
	Clash     *sanad.Reason `json:"clash,omitempty"`
}

// pairFacts are the properties a pair is compared by.
var pairFacts = []string{"name", "alias", "kunya", "nisba", "fatherName", "motherName", "birthDate", "birthPlace", "residence", "tribe", "occupation", "document", "phone", "deathDate"}

// joinsShown is how many pairs a preview lists at most; their number is always told.
const joinsShown = 500

// Pair returns two persons side by side.
func (a *App) Pair(ctx context.Context, who store.Who, inv, left, right sanad.ID) (Pair, error) {
	var out Pair
	err := a.see(ctx, who, inv, func(p *picture) error {
		for _, id := range []sanad.ID{left, right} {
			if f, ok := p.thing(id); !ok || f.Schema != sanad.SchemaPerson {
				return sanad.Errorf(sanad.NotFound, "no person %q", id).WithRemedy("ids come from questions and dossiers")
			}
		}
		m, err := p.matcher()
		if err != nil {
			return err
		}
		out.Question = p.questionRow(m.Question(left, right)).Question
		if out.Left, err = p.side(m, left); err != nil {
			return err
		}
		if out.Right, err = p.side(m, right); err != nil {
			return err
		}
		out.Marks = compare(out.Left, out.Right, out.Question)
		lg, rg := p.members(left), p.members(right)
		out.Joins, out.Blocked = []JoinPair{}, []ConflictView{}
		if p.canonical(left) != p.canonical(right) {
			for _, l := range lg {
				for _, r := range rg {
					if len(out.Joins) == joinsShown {
						break
					}
					j := JoinPair{Left: l, Right: r, LeftName: p.foundName(l), RightName: p.foundName(r)}
					fl, _ := p.thing(l)
					fr, _ := p.thing(r)
					j.LeftRef, j.RightRef = p.reports[fl.Report].Reference, p.reports[fr.Report].Reference
					if c, clash := m.Clash(l, r); clash {
						j.Clash = &c
					}
					out.Joins = append(out.Joins, j)
				}
			}
			sort.SliceStable(out.Joins, func(i, j int) bool { return out.Joins[i].Clash != nil && out.Joins[j].Clash == nil })
		}
		out.Second = out.Question.Second || p.secondBetween(m, lg, rg)
		in := map[sanad.ID]bool{}
		for _, x := range slices.Concat(lg, rg) {
			in[x] = true
		}
		out.Blocked = p.conflictsOf(in)
		out.History = []JudgementView{}
		for _, j := range p.history {
			if in[j.Left] && in[j.Right] {
				out.History = append(out.History, p.judgementView(j))
			}
		}
		p.v.Note(out.Left.ID, out.Right.ID)
		var cites []*sanad.Cite
		for _, s := range []Side{out.Left, out.Right} {
			for _, f := range s.Facts {
				cites = append(cites, f.Cites...)
			}
			for _, r := range s.Roles {
				cites = append(cites, r.Cites...)
			}
			for _, k := range s.Kin {
				cites = append(cites, k.Cites...)
			}
			for _, x := range s.Parts {
				cites = append(cites, x.Cites...)
			}
		}
		return p.quote(cites)
	})
	return out, err
}

func (p *picture) side(m *matcher, id sanad.ID) (Side, error) {
	l := lens{p}
	c := p.canonical(id)
	things := p.memberThings(c)
	s := Side{Ref: l.Ref(id), Found: id, Latest: "mentioned"}
	in := map[sanad.ID]bool{}
	var reports []sanad.ID
	for _, f := range things {
		in[f.ID] = true
		reports = append(reports, f.Report)
	}
	s.Reports, s.Lines = l.Lines(reports)
	s.SharedBy = p.sharedBy(m, c)
	s.Facts = p.facts(things, pairFacts...)
	var err error
	if s.Roles, err = p.roles(in); err != nil {
		return s, err
	}
	if s.Kin, err = p.kin(in); err != nil {
		return s, err
	}
	if s.Parts, err = p.parts(c); err != nil {
		return s, err
	}
	pr, err := p.proceeding(c, false)
	if err == nil && pr.Latest != "" {
		s.Latest, s.Cleared = pr.Latest, pr.Cleared
	}
	return s, err
}

// compare marks each property: what the matcher found to agree or clash, else on which side alone it is known.
func compare(l, r Side, q sanad.Question) []Compared {
	has := func(s Side) map[string]bool {
		out := map[string]bool{}
		for _, f := range s.Facts {
			out[f.Prop] = true
		}
		return out
	}
	left, right := has(l), has(r)
	verdict := map[string]string{}
	props := map[string]string{"father": "fatherName", "mother": "motherName", "birth": "birthDate", "document": "document", "phone": "phone", "birthplace": "birthPlace",
		"residence": "residence", "occupation": "occupation", "kunya": "kunya", "nisba": "nisba", "death": "deathDate"}
	note := func(list []sanad.Reason, mark string) {
		for _, x := range list {
			key, _, _ := strings.Cut(x.Code, "_")
			if p := props[key]; p != "" && verdict[p] == "" {
				verdict[p] = mark
			}
		}
	}
	note(q.Against, "clash")
	note(q.For, "agree")
	var out []Compared
	for _, p := range pairFacts {
		switch {
		case left[p] && right[p]:
			if verdict[p] != "" {
				out = append(out, Compared{p, verdict[p]})
			} else {
				out = append(out, Compared{p, "both"})
			}
		case left[p]:
			out = append(out, Compared{p, "left"})
		case right[p]:
			out = append(out, Compared{p, "right"})
		}
	}
	return out
}

// Home is the first screen: what there is, what waits, what is under way.
type Home struct {
	Investigation sanad.Investigation `json:"investigation"`
	Reports       int                 `json:"reports"`
	Sources       int                 `json:"sources"`
	Copies        int                 `json:"copies"`
	Mentions      int                 `json:"mentions"` // persons as found, one a report
	Incidents     int                 `json:"incidents"`
	Proceedings   int                 `json:"proceedings"`
	Payments      int                 `json:"payments"`
	Questions     int                 `json:"questions"`
	Judgements    int                 `json:"judgements"`
	Briefs        int                 `json:"briefs"`
	Runs          []sanad.Run         `json:"runs"`
	Languages     []LanguageCount     `json:"languages"`
}

// LanguageCount counts reports of a language.
type LanguageCount struct {
	Language string `json:"language"`
	Reports  int    `json:"reports"`
}

// Home returns the first screen. It counts in the database and computes nothing, so that it comes at once.
func (a *App) Home(ctx context.Context, who store.Who, inv sanad.ID) (Home, error) {
	var h Home
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		var err error
		if h.Investigation, err = v.InvestigationByName(string(inv)); err != nil {
			return err
		}
		if h.Reports, err = v.CountReports(); err != nil {
			return err
		}
		sources, err := v.Sources()
		if err != nil {
			return err
		}
		h.Sources = len(sources)
		for _, x := range []struct {
			n       *int
			schemas []string
		}{{&h.Mentions, []string{sanad.SchemaPerson}}, {&h.Incidents, []string{sanad.SchemaEvent}}, {&h.Payments, []string{sanad.SchemaPayment}}, {&h.Proceedings, casework.ProceedingSchemata}} {
			for _, s := range x.schemas {
				n, err := v.CountEntities(s)
				if err != nil {
					return err
				}
				*x.n += n
			}
		}
		links, err := visibleLineage(v)
		if err != nil {
			return err
		}
		h.Copies = len(links)
		if v.Actor().All {
			if h.Questions, err = v.CountQuestions(); err != nil {
				return err
			}
			if h.Judgements, err = v.CountJudgements(); err != nil {
				return err
			}
		}
		briefs, err := v.Briefs()
		if err != nil {
			return err
		}
		h.Briefs = len(briefs)
		if h.Languages, err = languages(v); err != nil {
			return err
		}
		h.Runs, err = v.Runs()
		h.Runs = h.Runs[:min(5, len(h.Runs))]
		if h.Runs == nil {
			h.Runs = []sanad.Run{}
		}
		return err
	})
	return h, err
}

func languages(v *store.View) ([]LanguageCount, error) {
	counts, err := v.CountLanguages()
	out := []LanguageCount{}
	for l, n := range counts {
		out = append(out, LanguageCount{l, n})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Language < out[j].Language })
	return out, err
}
