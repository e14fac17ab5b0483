package sim

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
)

// Investigation is a live investigation as a reviewer meets it. An entity is one found in a report.
type Investigation interface {
	// Claims exports the claims; canonical ids reflect the judgements so far.
	Claims(ctx context.Context) ([]Claim, error)
	// Questions are the n open questions to ask next, ranked anew after each answer.
	Questions(ctx context.Context, n int) ([]Question, error)
	// Judge answers same, different or unsure. A join that comes back as a conflict is suspended; that is no error.
	Judge(ctx context.Context, left, right, verdict string) error
	// Doubts are joins that deserve a second look; answering one is a judgement like any other.
	Doubts(ctx context.Context) ([]Question, error)
	// Canonical is the canonical id of every found entity now.
	Canonical(ctx context.Context) (map[string]string, error)
	// Conflicts are the pairs of found entities in open conflicts.
	Conflicts(ctx context.Context) ([][2]string, error)
}

// Reviewer answers questions from the truth, and errs in a share of them.
type Reviewer struct {
	ErrorRate float64 // 0 for one who never errs
	Seed      uint64  // of the errors
	Most      int     // questions answered at most; 0 means 20000
	Batch     int     // questions asked for at a time; 0 means 50
	Look      int     // answers after which he looks again at the joins that deserve it, and at the end; 0: never
}

// Review plays a reviewer over the live queue until 95 % of the true links between reports are joined, nothing new is asked, or Most
// questions are answered. A verdict is what the truth says of the persons both sides name; a side that names nobody is left unsure.
//
// For one who never errs the figures are adaptive_questions_to_80/90/95 (-1 when not reached), adaptive_reached_80/90/95,
// adaptive_recall, adaptive_precision, adaptive_asked, adaptive_suspended and innocents_joined_by_program. For one who errs they are
// adaptive_fallible_asked, _looked_again (answers that were second looks), _recall, _precision, _wrong_answers, _wrong_joins (pairs of persons under one canonical id at the end),
// _innocents_joined (innocents a wrong "same" put with somebody else, suspended or not), _innocents_surfaced (of these, in an open
// conflict) and _innocents_left_joined (innocents under one canonical id with somebody else at the end).
func Review(ctx context.Context, g *Gold, inv Investigation, who Reviewer) ([]Metric, error) {
	claims, err := inv.Claims(ctx)
	if err != nil {
		return nil, fmt.Errorf("export claims for review: %w", err)
	}
	if who.Most == 0 {
		who.Most = 20000
	}
	if who.Batch == 0 {
		who.Batch = 50
	}
	s := newScoring(g, newPrediction(claims))
	s.innocents()
	before := len(s.innocent)
	r := &review{s: s, inv: inv, who: who, rng: rand.New(rand.NewPCG(who.Seed, streamReviewer)), reached: map[int]int{}, answered: map[[2]string]bool{},
		wrong: map[string]bool{}}
	if err := r.play(ctx); err != nil {
		return nil, err
	}
	last, err := inv.Canonical(ctx)
	if err != nil {
		return nil, fmt.Errorf("read canonical ids: %w", err)
	}
	r.adopt(last)
	conflicts, err := inv.Conflicts(ctx)
	if err != nil {
		return nil, fmt.Errorf("list conflicts after review: %w", err)
	}
	s.out = nil
	t := r.state.three()
	if who.ErrorRate == 0 {
		for _, at := range levels {
			n, ok := r.reached[at]
			if !ok {
				n = -1
			}
			s.count(fmt.Sprintf("adaptive_questions_to_%d", at), n)
			s.share(fmt.Sprintf("adaptive_reached_%d", at), float64(min(1, max(0, n+1))))
		}
		s.count("adaptive_asked", r.asked)
		s.share("adaptive_precision", t.p)
		s.share("adaptive_recall", t.r)
		s.count("adaptive_suspended", len(conflicts))
		s.count("innocents_joined_by_program", before)
		return s.out, nil
	}
	surfaced := map[string]bool{}
	for _, c := range conflicts {
		for _, e := range c {
			if p := s.person(e, ""); r.wrong[p] {
				surfaced[p] = true
			}
		}
	}
	pairsJoined, left := s.together()
	s.count("adaptive_fallible_asked", r.asked)
	s.count("adaptive_fallible_looked_again", r.looked)
	s.share("adaptive_fallible_precision", t.p)
	s.share("adaptive_fallible_recall", t.r)
	s.count("adaptive_fallible_wrong_answers", r.errors)
	s.count("adaptive_fallible_wrong_joins", pairsJoined)
	s.count("adaptive_fallible_innocents_joined", len(r.wrong))
	s.count("adaptive_fallible_innocents_surfaced", len(surfaced))
	s.count("adaptive_fallible_innocents_left_joined", left)
	return s.out, nil
}

var levels = []int{80, 90, 95}

// review is one session of a reviewer.
type review struct {
	s        *scoring
	inv      Investigation
	who      Reviewer
	rng      *rand.Rand
	state    *clustering
	groups   forest            // canonical ids of the last count, joined by the answers since
	content  map[string]string // root → its cluster in state
	asked    int
	looked   int // of these, second looks
	lately   int // asked at the last second look
	errors   int // wrong verdicts
	reached  map[int]int
	answered map[[2]string]bool
	wrong    map[string]bool // innocents put with somebody else by a wrong verdict
}

func (r *review) play(ctx context.Context) error {
	if err := r.refresh(ctx); err != nil {
		return err
	}
	r.note(nil)
	for r.asked < r.who.Most {
		if _, done := r.reached[levels[len(levels)-1]]; done {
			break
		}
		questions, err := r.inv.Questions(ctx, r.who.Batch)
		if err != nil {
			return fmt.Errorf("ask for questions: %w", err)
		}
		progress, err := r.batch(ctx, questions)
		if err != nil {
			return err
		}
		if len(progress) == 0 {
			break
		}
		if err := r.refresh(ctx); err != nil {
			return err
		}
		r.note(progress)
		if r.who.Look > 0 && r.asked-r.lately >= r.who.Look {
			if err := r.look(ctx); err != nil {
				return err
			}
		}
	}
	if r.who.Look == 0 {
		return nil
	}
	return r.look(ctx)
}

// look answers once more for the joins that deserve a second look.
func (r *review) look(ctx context.Context) error {
	doubts, err := r.inv.Doubts(ctx)
	if err != nil {
		return fmt.Errorf("ask for doubts: %w", err)
	}
	for _, q := range doubts {
		verdict, _ := r.answer(q)
		if err := r.inv.Judge(ctx, q.Left, q.Right, verdict); err != nil {
			return fmt.Errorf("judge %s and %s again: %w", q.Left, q.Right, err)
		}
		r.asked++
		r.looked++
	}
	r.lately = r.asked
	return r.refresh(ctx)
}

// answer is what the reviewer says: what the truth is of the persons both sides name, or the opposite when he errs.
func (r *review) answer(q Question) (verdict string, wrong bool) {
	left, right := r.s.person(q.Left, ""), r.s.person(q.Right, "")
	verdict = "different"
	switch {
	case left == "" || right == "":
		return "unsure", false
	case left == right:
		verdict = "same"
	}
	if r.who.ErrorRate == 0 || r.rng.Float64() >= r.who.ErrorRate {
		return verdict, false
	}
	r.errors++
	if verdict == "same" {
		return "different", true
	}
	return "same", true
}

// batch answers questions and returns, for each answer given, how many true links would then be joined if none were suspended.
func (r *review) batch(ctx context.Context, questions []Question) ([]int, error) {
	name := func(root string) string {
		if n, ok := r.content[root]; ok {
			return n
		}
		return root
	}
	var progress []int
	for _, q := range questions {
		k := [2]string{min(q.Left, q.Right), max(q.Left, q.Right)}
		if r.answered[k] || r.asked >= r.who.Most {
			continue
		}
		x, y := r.groups.root(r.s.p.can[q.Left]), r.groups.root(r.s.p.can[q.Right])
		if x == y {
			continue // joined by an earlier answer
		}
		r.answered[k] = true
		r.asked++
		verdict, wrong := r.answer(q)
		if verdict == "same" && wrong {
			for _, e := range []string{q.Left, q.Right} {
				if p := r.s.person(e, ""); r.s.persons[p].Innocent {
					r.wrong[p] = true
				}
			}
		}
		if err := r.inv.Judge(ctx, q.Left, q.Right, verdict); err != nil {
			return nil, fmt.Errorf("judge %s and %s: %w", q.Left, q.Right, err)
		}
		if verdict == "same" {
			r.groups.join(x, y)
			r.content[x] = r.state.join(name(x), name(y))
		}
		progress = append(progress, r.state.right)
	}
	return progress, nil
}

// refresh reads the canonical ids as they now are. Only where they are not what the answers alone would make of them, as when a join was
// suspended, are the links counted anew.
func (r *review) refresh(ctx context.Context) error {
	can, err := r.inv.Canonical(ctx)
	if err != nil {
		return fmt.Errorf("read canonical ids: %w", err)
	}
	if r.state != nil && r.expected(can) {
		return nil
	}
	r.adopt(can)
	r.state = r.s.clustering()
	r.groups, r.content = forest{}, map[string]string{}
	return nil
}

// expected says whether the canonical ids group the entities as the answers do.
func (r *review) expected(can map[string]string) bool {
	to, from := map[string]string{}, map[string]string{}
	for _, e := range r.s.people {
		start := r.s.p.can[e]
		root, now := r.groups.root(start), start
		if c, ok := can[e]; ok {
			now = c
		}
		if c, ok := to[root]; ok && c != now {
			return false
		}
		if c, ok := from[now]; ok && c != root {
			return false
		}
		to[root], from[now] = now, root
	}
	return true
}

func (r *review) adopt(can map[string]string) {
	for e := range r.s.p.can {
		if c, ok := can[e]; ok {
			r.s.p.can[e] = c
		}
	}
}

// note records which levels the confirmed state has reached, and after how many answers of the last batch.
func (r *review) note(progress []int) {
	for _, at := range levels {
		if _, ok := r.reached[at]; ok || r.state.links == 0 {
			continue
		}
		enough := float64(at)/100*float64(r.state.links) - 1e-9
		if float64(r.state.right) < enough {
			continue
		}
		n := slices.IndexFunc(progress, func(right int) bool { return float64(right) >= enough })
		if n < 0 {
			n = len(progress) - 1
		}
		r.reached[at] = r.asked - len(progress) + n + 1
	}
}

// together counts the pairs of persons under one canonical id, and the innocents among them.
func (s *scoring) together() (pairsOfPersons, innocents int) {
	clusters := map[string]map[string]bool{}
	for n := range s.nodes {
		if t := s.votes[n]; len(t) > 0 {
			can := s.p.can[n.entity]
			if clusters[can] == nil {
				clusters[can] = map[string]bool{}
			}
			clusters[can][t.top()] = true
		}
	}
	joined, bad := map[[2]string]bool{}, map[string]bool{}
	for _, c := range clusters {
		for x := range c {
			for y := range c {
				if x < y {
					joined[[2]string{x, y}] = true
				}
				if x != y && s.persons[x].Innocent {
					bad[x] = true
				}
			}
		}
	}
	return len(joined), len(bad)
}
