package app

import (
	"context"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/resolve"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Side is one side of a pair: the person as he is known now, with the sentences each value comes from.
type Side struct {
	sanad.Ref
	Found     sanad.ID     `json:"found"`
	Reports   int          `json:"reports"`
	Lines     int          `json:"lines"`
	Namesakes Namesakes    `json:"namesakes"`
	Facts     []sanad.Fact `json:"facts"`
	Roles     []RoleView   `json:"roles"`
	Kin       []KinView    `json:"kin"`
	Parts     []PartView   `json:"parts"`
	casework.Standing
}

// Compared is a property of two sides held against each other.
type Compared struct {
	Prop string `json:"prop"`
	Mark string `json:"mark"` // agree, clash, left, right
}

// Pair is two persons side by side, with what speaks for and against their being one, and what a "same" would join.
type Pair struct {
	Question sanad.Question `json:"question"`
	Left     Side           `json:"left"`
	Right    Side           `json:"right"`
	Marks    []Compared     `json:"marks"`
	// Joins are pairs of found persons that a "same" would newly join, those that clash first: all of them, or the first of
	// JoinsTotal.
	Joins      []JoinPair      `json:"joins"`
	JoinsTotal int             `json:"joins_total"`
	Blocked    []ConflictView  `json:"blocked"`
	History    []JudgementView `json:"history"`
	// Others are the open questions that have one of the two on a side and somebody else on the other, those that settle most first.
	Others []Other `json:"others"`
	// LeftOver is an "unsure" that named several whom the one may be, all others of whom are ruled out by now.
	LeftOver *JudgementView `json:"left_over,omitempty"`
	Second   bool           `json:"second"` // a second identifier agrees: a "same" joins at once
	// Again is the judgement that joined them, when they are looked at again.
	Again *JudgementView `json:"again,omitempty"`
}

// PairView says how two persons are to be shown.
type PairView struct {
	// Alone shows each side as its one report tells it, and nothing of what was decided: for a pair whose answer is known.
	Alone bool
	// Again shows them as they would be without this judgement, which joined them.
	Again sanad.ID
	// Full shows every passage; else each line is shortened to a few.
	Full bool
}

// Other is one more person whom one side of a pair may be.
type Other struct {
	Side  string    `json:"side" enum:"left,right"` // who of the pair
	Found sanad.ID  `json:"found"`                  // who else, as found in one report
	Own   sanad.ID  `json:"own"`                    // the side as found in the report the question is about
	Ref   sanad.Ref `json:"ref"`
	// Report is the reference of the report that tells of him: many have one name.
	Report string `json:"report"`
}

// othersShown is how many further candidates of a pair's two sides are listed.
const othersShown = 9

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
func (a *App) Pair(ctx context.Context, who store.Who, inv, left, right sanad.ID, show PairView) (Pair, error) {
	var out Pair
	err := a.see(ctx, who, inv, func(p *picture) error {
		switch {
		case show.Alone:
			p = p.undecided()
		case show.Again != "":
			q, j, err := p.without(show.Again, left, right)
			if err != nil {
				return err
			}
			v := p.judgementView(j)
			p, out.Again = q, &v
		}
		for _, id := range []sanad.ID{left, right} {
			if f, ok := p.thing(id); !ok || f.Schema != sanad.SchemaPerson {
				return sanad.Errorf(sanad.NotFound, "no person %q", id).WithRemedy("ids come from questions and dossiers")
			}
		}
		m, err := p.matcher()
		if err != nil {
			return err
		}
		out.Question = p.questionRow(m.Question(p.answers(), left, right)).Question
		if out.Left, err = p.side(m, left); err != nil {
			return err
		}
		if out.Right, err = p.side(m, right); err != nil {
			return err
		}
		out.Marks = compare(out.Left, out.Right, out.Question)
		lg, rg := p.members(left), p.members(right)
		out.Blocked = []ConflictView{}
		out.Joins, out.JoinsTotal = p.joins(m, lg, rg)
		out.Second = out.Question.Second || m.SecondBetween(lg, rg)
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
		out.Others = []Other{}
		if !show.Alone && show.Again == "" {
			if out.Others, err = a.others(p, left, right); err != nil {
				return err
			}
		}
		if id, ok := p.identity.LastLeft(left, right); ok {
			i := slices.IndexFunc(p.history, func(j sanad.Judgement) bool { return j.ID == id })
			v := p.judgementView(p.history[i])
			out.LeftOver = &v
		}
		p.v.Note(out.Left.ID, out.Right.ID)
		return p.show(slices.Concat(out.Left.supports(), out.Right.supports()), show.Full)
	})
	return out, err
}

// others lists whom else the two may be.
func (a *App) others(p *picture, left, right sanad.ID) ([]Other, error) {
	out := []Other{}
	qs, err := a.openQuestions(p)
	if err != nil {
		return nil, err
	}
	side := map[sanad.ID]string{}
	for _, m := range p.members(left) {
		side[m] = "left"
	}
	for _, m := range p.members(right) {
		side[m] = "right"
	}
	seen := map[[2]sanad.ID]bool{}
	for _, q := range qs.list {
		s, t := side[q.Left], side[q.Right]
		if (s == "") == (t == "") {
			continue // of neither, or the question itself
		}
		k := [2]sanad.ID{p.canonical(q.Left), p.canonical(q.Right)}
		if seen[k] {
			continue
		}
		seen[k] = true
		o := Other{Side: s, Own: q.Left, Found: q.Right}
		if s == "" {
			o.Side, o.Own, o.Found = t, q.Right, q.Left
		}
		o.Ref = lens{p}.Ref(o.Found)
		f, _ := p.thing(o.Found)
		o.Report = p.reports[f.Report].Reference
		p.v.Note(o.Ref.ID)
		if out = append(out, o); len(out) == othersShown {
			break
		}
	}
	return out, nil
}

// joins lists what joining two groups joins, clashes first, and counts all of it.
func (p *picture) joins(m *matcher, left, right []sanad.ID) ([]JoinPair, int) {
	out := []JoinPair{}
	if p.canonical(left[0]) == p.canonical(right[0]) {
		return out, 0
	}
	pair := func(l, r sanad.ID) JoinPair {
		fl, _ := p.thing(l)
		fr, _ := p.thing(r)
		return JoinPair{Left: l, Right: r, LeftName: p.foundName(l), RightName: p.foundName(r), LeftRef: p.reports[fl.Report].Reference, RightRef: p.reports[fr.Report].Reference}
	}
	var plain []JoinPair
	for _, l := range left {
		for _, r := range right {
			if len(out) == joinsShown {
				break
			}
			if c, clash := m.Clash(l, r); clash {
				j := pair(l, r)
				j.Clash = &c
				out = append(out, j)
			} else if len(plain) < joinsShown {
				plain = append(plain, pair(l, r))
			}
		}
	}
	out = append(out, plain[:min(len(plain), joinsShown-len(out))]...)
	return out, len(left) * len(right)
}

// undecided is the picture before anybody judged anything.
func (p *picture) undecided() *picture {
	q := newPicture(p.base, p.v)
	q.identity = resolve.Resolve(nil, lens{p})
	return q
}

func (p *picture) side(m *matcher, id sanad.ID) (Side, error) {
	l := lens{p}
	c := p.canonical(id)
	things := p.memberThings(c)
	s := Side{Ref: l.Ref(id), Found: id, Standing: casework.Standing{Latest: "mentioned"}}
	in, reports := idsAndReports(things)
	s.Reports, s.Lines = l.Lines(reports)
	s.Namesakes = p.namesakes(m, c)
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
		s.Standing = pr.Standing
	}
	return s, err
}

// supports returns what every line of a side rests on.
func (s *Side) supports() []*sanad.Support {
	return slices.Concat(factSupports(s.Facts), supports(s.Roles, func(r *RoleView) *sanad.Support { return &r.Support }),
		supports(s.Kin, func(k *KinView) *sanad.Support { return &k.Support }), supports(s.Parts, func(x *PartView) *sanad.Support { return &x.Support }))
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
