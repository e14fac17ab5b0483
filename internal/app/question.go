package app

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/match"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/resolve"
	"github.com/sanad-workbench/sanad/internal/store"
)

// storedQuestions is how many questions a run keeps: more than a team answers in years, and few enough to read quickly.
const storedQuestions = 250_000

// raiseQuestions ranks the questions of the whole investigation and stores them as a new generation. It reads what it needs
// and no more, instead of the whole picture: this is the job that sees everything at once.
func (a *App) raiseQuestions(ctx context.Context, job store.Job) (func(*store.Tx) error, error) {
	var m *matcher
	var identity *resolve.Identity
	var ranked []match.Ranked
	var gen int
	var learned []byte
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
		judgements, err := v.Judgements()
		if err != nil {
			return err
		}
		sanad.Correct(judgements)
		identity = resolve.Resolve(judgements, c)
		w := c.ix.Learn(answersOf(judgements))
		if learned, err = json.Marshal(w); err != nil {
			return err
		}
		c.ix.Use(w)
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
		part := m.Fill(identity, ranked[lo:lo+chunk])
		if err := a.store.Update(ctx, job.Investigation, actor, "prepare questions", func(t *store.Tx) error {
			t.Log("from", lo)
			return t.AddQuestions(gen, lo, part)
		}); err != nil {
			return nil, err
		}
	}
	rest := (max(len(ranked), 1) - 1) / chunk * chunk
	last := m.Fill(identity, ranked[rest:])
	return func(t *store.Tx) error {
		t.Log("questions", len(ranked))
		if err := t.AddQuestions(gen, rest, last); err != nil {
			return err
		}
		if err := t.SetSetting(weightsOf(job.Investigation), string(learned)); err != nil {
			return err
		}
		if err := t.UseQuestions(gen); err != nil {
			return err
		}
		return step(t, job, 0)
	}, nil
}

// openQuestions returns the questions that judgements leave open, best first, without their reasons (see fill). Whoever
// may see everything gets the stored ones until he judges; then what his answers touch is ranked anew. Everybody else gets
// questions computed from what he may see, so that nothing hidden shows in their order.
func (a *App) openQuestions(p *picture) (questions, error) {
	p.open.mu.Lock()
	defer p.open.mu.Unlock()
	if p.open.ready {
		return p.open.questions, nil
	}
	if p.storedQuestions() {
		if anew, err := a.rankable(p); err != nil {
			return questions{}, err
		} else if !anew {
			list, err := p.stillOpen()
			if err == nil && !p.open.moved { // else, when what a new ranking needs is there, the next one to ask gets it
				p.open.ready, p.open.list = true, list
			}
			return questions{list: list}, err
		}
	}
	m, err := p.matcher()
	if err != nil {
		return questions{}, err
	}
	var q questions
	// What Again gives depends on what was asked before, which may be hidden: that is for who may see everything.
	if p.open.ranked == nil || !p.storedQuestions() {
		q.ranked = m.Rank(p.answers(), storedQuestions)
	} else {
		q.ranked = m.Again(p.answers(), p.open.ranked, p.open.judged, storedQuestions)
	}
	q.list = make([]store.RankedQuestion, len(q.ranked))
	for n, r := range q.ranked {
		q.list[n] = store.RankedQuestion{N: n, Left: r.Left, Right: r.Right}
	}
	p.open.ready, p.open.questions, p.open.judged = true, q, nil
	return q, nil
}

// rankable reports whether questions are to be ranked anew and can be at once.
func (a *App) rankable(p *picture) (bool, error) {
	if !p.open.moved {
		return false, nil
	}
	m, err := p.matcher()
	if err != nil {
		return false, err
	}
	return m.ready(a), nil
}

// stillOpen returns the stored questions that judgements leave open.
func (p *picture) stillOpen() ([]store.RankedQuestion, error) {
	all, err := p.ranked()
	if err != nil {
		return nil, err
	}
	var list []store.RankedQuestion
	for _, q := range all {
		if !match.Decided(p.answers(), sanad.Question{Left: q.Left, Right: q.Right, Evidence: q.Evidence}) {
			list = append(list, q)
		}
	}
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

// fill returns some of the questions with their reasons.
func (p *picture) fill(of questions, list []store.RankedQuestion) ([]sanad.Question, error) {
	out := make([]sanad.Question, len(list))
	if of.ranked != nil {
		m, err := p.matcher()
		if err != nil {
			return nil, err
		}
		ranked := make([]match.Ranked, len(list))
		for i, q := range list {
			ranked[i] = of.ranked[q.N]
		}
		return m.Fill(p.answers(), ranked), nil
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
		out.Total = len(qs.list)
		lo := min(offset, len(qs.list))
		hi := len(qs.list)
		if limit > 0 {
			hi = min(lo+limit, hi)
		}
		full, err := p.fill(qs, qs.list[lo:hi])
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
	q.For, q.Against = p.asSaid(q, q.For), p.asSaid(q, q.Against)
	return QuestionView{Question: q, LeftRef: l.Ref(q.Left), RightRef: l.Ref(q.Right)}
}

// asSaid returns reasons with places called as the reports call them: the matcher knows a place by its id in the gazetteer.
func (p *picture) asSaid(q sanad.Question, reasons []sanad.Reason) []sanad.Reason {
	var out []sanad.Reason
	for i, r := range reasons {
		prop := ""
		switch what, _, _ := strings.Cut(r.Code, "_"); what {
		case "birthplace":
			prop = "birthPlace"
		case "residence":
			prop = "residence"
		default:
			continue
		}
		if out == nil {
			out = slices.Clone(reasons)
		}
		out[i].Left, out[i].Right = p.placeSaid(q.Left, prop, r.Left), p.placeSaid(q.Right, prop, r.Right)
	}
	if out == nil {
		return reasons
	}
	return out
}

// placeSaid returns what reports on a person call a place that the gazetteer calls name.
func (p *picture) placeSaid(person sanad.ID, prop, name string) string {
	for _, m := range p.members(person) {
		f, _ := p.thing(m)
		for _, c := range f.Claims {
			if c.Prop != prop || c.Normal == "" {
				continue
			}
			if at, ok := places.ByID(c.Normal); ok && at.NameEN == name {
				return c.Value
			}
		}
	}
	return name
}
