package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/exchange"
	"github.com/sanad-workbench/sanad/internal/match"
	"github.com/sanad-workbench/sanad/internal/resolve"
	"github.com/sanad-workbench/sanad/internal/sim"
	"github.com/sanad-workbench/sanad/internal/store"
)

// invented marks the author of judgements that come with the demo: a scoring must not see them.
const invented = "(invented)"

// lookEvery is after how many answers the played reviewer who errs looks again at the joins that deserve it: a morning's.
const lookEvery = 500

// Evaluate scores an investigation against a known truth. With play it also lets two reviewers, a perfect and a fallible
// one, answer the live queue in memory; the investigation itself is not touched.
func (a *App) Evaluate(ctx context.Context, actor sanad.Actor, inv sanad.ID, gold string, play bool, most int) ([]sim.Metric, error) {
	g, err := sim.LoadGold(gold)
	if err != nil {
		return nil, sanad.Errorf(sanad.Invalid, "the truth in %s cannot be read: %v", gold, err).WithRemedy("give the folder with persons.json, mentions.json and the rest")
	}
	var out []sim.Metric
	err = a.see(ctx, store.Who{Actor: actor, Purpose: "evaluate"}, inv, func(p *picture) error {
		p.v.Note("evaluate")
		s := &scratch{a: a, p: p}
		s.p.history = slices.DeleteFunc(slices.Clone(p.history), func(j sanad.Judgement) bool { return strings.HasSuffix(j.Author, invented) })
		s.p.open = &openList{}
		s.start = s.p.history
		s.resolve()
		e := sim.Export{}
		var err error
		if e.Claims, err = s.Claims(ctx); err != nil {
			return err
		}
		if e.Questions, err = s.Questions(ctx, 0); err != nil {
			return err
		}
		for _, l := range p.links {
			e.Lineage = append(e.Lineage, sim.Descent{Report: p.reports[l.Report].Reference, DerivedFrom: []string{p.reports[l.DerivedFrom].Reference}})
		}
		out = sim.Score(g, e)
		if !play {
			return nil
		}
		for _, who := range []sim.Reviewer{{Most: most}, {ErrorRate: 0.05, Seed: 1, Most: most, Look: lookEvery}} {
			s.restart()
			m, err := sim.Review(ctx, g, s, who)
			if err != nil {
				return err
			}
			out = append(out, m...)
		}
		return nil
	})
	return out, err
}

// scratch is an investigation a played reviewer judges in memory. Its reviewers count as two persons.
type scratch struct {
	a      *App
	p      *picture
	start  []sanad.Judgement // what the investigation's own people judged
	n      int
	groups *groups
	stale  bool
	ranked []match.Ranked          // every open question, as of the last time somebody asked
	judged []sanad.ID              // whom answers since then touched
	again  map[[2]sanad.ID]offered // judgements offered for a second look
}

// offered is a judgement to look at again, by its place in the history, and the digest of what is known.
type offered struct {
	judgement int
	evidence  string
}

func (s *scratch) restart() {
	s.p.history, s.n, s.ranked, s.judged, s.again = slices.Clone(s.start), 0, nil, nil, nil
	s.resolve()
}

func (s *scratch) resolve() {
	sanad.Correct(s.p.history)
	s.p.identity = resolve.Resolve(s.p.history, everything{lens{s.p}})
	s.groups = newGroups()
	for _, g := range s.p.identity.Groups() {
		for _, m := range g[1:] {
			s.groups.join(g[0], m)
		}
	}
	s.stale = false
}

// everything is a lens to which nothing is hidden: the picture an investigation is scored on holds only what its viewer may see.
type everything struct{ lens }

// Visible returns true.
func (everything) Visible(sanad.ID) bool { return true }

func (s *scratch) fresh() {
	if s.stale {
		s.resolve()
	}
}

// Claims returns the claims as an export would hold them.
func (s *scratch) Claims(context.Context) ([]sim.Claim, error) {
	s.fresh()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	if err := s.p.exportLines(false, func(c exchange.Claim) error { return enc.Encode(c) }); err != nil {
		return nil, err
	}
	claims, _, err := sim.ReadClaims(&b)
	return claims, err
}

// Questions returns the n questions to ask next, all for 0.
func (s *scratch) Questions(_ context.Context, n int) ([]sim.Question, error) {
	s.fresh()
	m, err := s.p.matcher()
	if err != nil {
		return nil, err
	}
	if s.ranked == nil {
		s.ranked = m.Rank(s.p.answers(), 0)
	} else if len(s.judged) > 0 {
		s.ranked = m.Again(s.p.answers(), s.ranked, s.judged, 0)
	}
	s.judged = s.judged[:0]
	var out []sim.Question
	for _, r := range s.ranked {
		if n > 0 && len(out) == n {
			break
		}
		out = append(out, sim.Question{Left: string(r.Left), Right: string(r.Right), Score: r.Score})
	}
	return out, nil
}

// Doubts returns the judgements to look at again.
func (s *scratch) Doubts(context.Context) ([]sim.Question, error) {
	s.fresh()
	list, err := s.p.findDoubts()
	if err != nil {
		return nil, err
	}
	m, err := s.p.matcher()
	if err != nil {
		return nil, err
	}
	s.again = map[[2]sanad.ID]offered{}
	var out []sim.Question
	for _, d := range list {
		l, r := d.judgement.Left, d.judgement.Right
		i := slices.IndexFunc(s.p.history, func(j sanad.Judgement) bool { return j.ID == d.judgement.ID })
		s.again[pairKey(l, r)] = offered{i, m.Between(l, r, d.left, d.right).Evidence}
		out = append(out, sim.Question{Left: string(l), Right: string(r), Score: d.surprise})
	}
	return out, nil
}

// Judge answers a question.
func (s *scratch) Judge(_ context.Context, left, right, verdict string) error {
	l, r := sanad.ID(left), sanad.ID(right)
	m, err := s.p.matcher()
	if err != nil {
		return err
	}
	s.n++
	at := s.a.store.Clock()
	j := sanad.Judgement{ID: sanad.ID(fmt.Sprintf("jplayed%08d", s.n)), Left: l, Right: r, Verdict: sanad.Verdict(verdict), Reason: "played", Author: "played reviewer", Second: "second played reviewer",
		RecordedAt: at, LeftGroup: s.groups.of(l), RightGroup: s.groups.of(r)}
	if d, ok := s.again[pairKey(l, r)]; ok {
		j.Evidence = d.evidence
		if old := s.p.history[d.judgement]; old.Verdict != j.Verdict && j.Verdict != sanad.Unsure {
			j.Corrects = old.ID
		}
		delete(s.again, pairKey(l, r))
	} else {
		j.Evidence = m.Question(s.p.answers(), l, r).Evidence
	}
	if j.Verdict == sanad.Same {
		s.groups.join(l, r)
	}
	s.judged = append(s.judged, j.Touched()...)
	s.p.history = append(s.p.history, j)
	s.stale = true
	return nil
}

// Canonical returns what every person found belongs to now.
func (s *scratch) Canonical(context.Context) (map[string]string, error) {
	s.fresh()
	persons, err := s.p.things(sanad.SchemaPerson)
	if err != nil {
		return nil, err
	}
	out := make(map[string]string, len(persons))
	for _, f := range persons {
		out[string(f.ID)] = string(s.p.canonical(f.ID))
	}
	return out, nil
}

// Conflicts returns the pairs in open conflicts.
func (s *scratch) Conflicts(context.Context) ([][2]string, error) {
	s.fresh()
	var out [][2]string
	for _, c := range s.p.identity.Conflicts {
		out = append(out, [2]string{string(c.Left), string(c.Right)})
	}
	return out, nil
}
