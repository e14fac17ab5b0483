package app

import (
	"context"
	"slices"
	"sort"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// JudgementView is a judgement as a line of a history. The groups its author saw are told by their sizes.
type JudgementView struct {
	sanad.Judgement
	Schema    string `json:"schema"` // of the things judged
	LeftSize  int    `json:"left_size"`
	RightSize int    `json:"right_size"`
	LeftName  string `json:"left_name"`
	RightName string `json:"right_name"`
	// AmongNames are what the further candidates of an "unsure" are called, in the order of Among.
	AmongNames []string `json:"among_names,omitempty"`
	Suspended  bool     `json:"suspended"` // held back by an open conflict
}

// ConflictView is an open conflict.
type ConflictView struct {
	sanad.Conflict
	LeftRef  sanad.Ref `json:"left_ref"`
	RightRef sanad.Ref `json:"right_ref"`
}

// Verdict is an answer to a question.
type Verdict struct {
	Left    sanad.ID      `json:"left"`
	Right   sanad.ID      `json:"right"`
	Verdict sanad.Verdict `json:"verdict"`
	Reason  string        `json:"reason"`
	// Second is another person who looked and agrees. A "same" on names alone joins nothing without one.
	Second string `json:"second,omitempty"`
	// Among goes with an "unsure": the left one is the right one or one of these.
	Among []sanad.ID `json:"among,omitempty"`
	// Again is the judgement that joined the two, when this is a second look at it.
	Again sanad.ID `json:"again,omitempty"`
}

// Judged is what a judgement did.
type Judged struct {
	Judgement sanad.Judgement `json:"judgement"`
	Joined    [][2]sanad.ID   `json:"joined"`    // pairs of found entities that are now one
	Conflicts []ConflictView  `json:"conflicts"` // why a join is suspended
	Pending   bool            `json:"pending"`   // waits for a second person
	Canonical sanad.ID        `json:"canonical"` // what the left side belongs to now
}

// mostAmong is how many further candidates an "unsure" may name: more is no statement about anybody.
const mostAmong = 12

// among checks the further candidates of an "unsure" and notes what is known of each.
func (p *picture) among(m *matcher, in Verdict) ([]sanad.Candidate, error) {
	var out []sanad.Candidate
	taken := map[sanad.ID]bool{p.canonical(in.Left): true, p.canonical(in.Right): true}
	for _, id := range in.Among {
		f, ok := p.thing(id)
		if !ok || f.Schema != sanad.SchemaPerson {
			return nil, sanad.Errorf(sanad.NotFound, "no person has the id %q", id).WithRemedy("use an id that questions or a dossier shows")
		}
		if c := p.canonical(id); !taken[c] {
			taken[c] = true
			p.v.Note(c)
			out = append(out, sanad.Candidate{ID: id, Evidence: m.Question(p.answers(), in.Left, id).Evidence})
		}
	}
	return out, nil
}

// secondLook is how long the only user must wait before he confirms his own "same" on names alone.
const secondLook = 20 * time.Hour

// Judge records a judgement. It joins or parts exactly what its author saw: the members of both groups now are stored
// with it. Entities that are not persons (incidents, payments) may be judged too.
func (a *App) Judge(ctx context.Context, actor sanad.Actor, inv sanad.ID, in Verdict) (Judged, error) {
	var out Judged
	if !in.Verdict.Valid() {
		return out, sanad.Errorf(sanad.Invalid, "%q is no verdict", in.Verdict).WithRemedy("say same, different or unsure")
	}
	if in.Verdict == sanad.Same && strings.TrimSpace(in.Reason) == "" {
		return out, sanad.Errorf(sanad.Invalid, "a same needs a reason").WithRemedy("say what shows that they are one: a birth year, the mother's name, a document, a relative")
	}
	if in.Left == in.Right {
		return out, sanad.Errorf(sanad.Invalid, "both sides are the same thing already")
	}
	if len(in.Among) > 0 && in.Verdict != sanad.Unsure {
		return out, sanad.Errorf(sanad.Invalid, "further candidates go with unsure, not with %s", in.Verdict).WithRemedy("leave them out, or say unsure")
	}
	if len(in.Among) > mostAmong {
		return out, sanad.Errorf(sanad.Invalid, "%d candidates are too many", len(in.Among)).WithRemedy("name those it is really one of, at most %d", mostAmong)
	}
	var j sanad.Judgement
	var seen int64
	one := false // already
	who := store.Who{Actor: actor, Purpose: "judge"}
	err := a.see(ctx, who, inv, func(p *picture) error {
		l, ok := p.thing(in.Left)
		if !ok {
			return sanad.Errorf(sanad.NotFound, "nothing here has the id %q", in.Left).WithRemedy("use an id that questions or a dossier shows")
		}
		r, ok := p.thing(in.Right)
		if !ok {
			return sanad.Errorf(sanad.NotFound, "nothing here has the id %q", in.Right).WithRemedy("use an id that questions or a dossier shows")
		}
		if l.Schema != r.Schema {
			return sanad.Errorf(sanad.Invalid, "a %s cannot be a %s", strings.ToLower(l.Schema), strings.ToLower(r.Schema)).WithRemedy("compare two of a kind")
		}
		seen, one = p.judged, p.canonical(in.Left) == p.canonical(in.Right)
		if in.Again != "" {
			q, old, err := p.without(in.Again, in.Left, in.Right)
			if err != nil {
				return err
			}
			if old.Author == actor.Name && in.Verdict != sanad.Unsure && in.Verdict != old.Verdict {
				j.Corrects = old.ID
			}
			p = q
		}
		if p.canonical(in.Left) == p.canonical(in.Right) && in.Verdict == sanad.Same {
			return sanad.Errorf(sanad.Conflicting, "these two are one already").WithRemedy("their history says who decided it")
		}
		p.v.Note(p.canonical(in.Left), p.canonical(in.Right))
		in.Left, in.Right = p.byName(in.Left), p.byName(in.Right)
		j = sanad.Judgement{Corrects: j.Corrects, Left: in.Left, Right: in.Right, Verdict: in.Verdict, Reason: strings.TrimSpace(in.Reason), Author: actor.Name, Second: in.Second,
			LeftGroup: slices.Clone(p.identity.Group(in.Left)), RightGroup: slices.Clone(p.identity.Group(in.Right))}
		if l.Schema != sanad.SchemaPerson {
			return nil
		}
		ix, err := p.matcher()
		if err != nil {
			return err
		}
		q := ix.Question(p.answers(), in.Left, in.Right)
		second := q.Second || ix.SecondBetween(j.LeftGroup, j.RightGroup)
		j.Evidence = q.Evidence
		j.Pending = in.Verdict == sanad.Same && !second && in.Second == ""
		j.Among, err = p.among(ix, in)
		return err
	})
	if err != nil {
		return out, err
	}
	err = a.store.Update(ctx, inv, actor, "judge", func(t *store.Tx) error {
		v, err := t.Version()
		if err != nil {
			return err
		}
		if v.Judged != seen {
			return sanad.Errorf(sanad.Conflicting, "somebody else judged at the same moment").WithRemedy("look at the pair again")
		}
		j.ID = sanad.DeriveID("j", string(j.Left), string(j.Right), string(j.Verdict), j.Author, t.Now().Format(time.RFC3339Nano))
		t.Log("judgement", j.ID)
		t.Log("verdict", j.Verdict)
		return t.PutJudgement(j)
	})
	if err != nil {
		return out, err
	}
	out.Judgement, out.Pending = j, j.Pending
	return out, a.see(ctx, who, inv, func(p *picture) error {
		out.Canonical = p.canonical(j.Left)
		out.Joined = [][2]sanad.ID{}
		if j.Verdict == sanad.Same && !one && !j.Pending && out.Canonical == p.canonical(j.Right) {
			for _, x := range j.LeftGroup {
				for _, y := range j.RightGroup {
					out.Joined = append(out.Joined, [2]sanad.ID{x, y})
				}
			}
		}
		out.Conflicts = []ConflictView{}
		for _, c := range p.identity.Conflicts {
			if slices.Contains(c.Judgements, j.ID) || c.Suspended == j.ID {
				out.Conflicts = append(out.Conflicts, p.conflictView(c))
			}
		}
		return nil
	})
}

// Undo withdraws a judgement, in any order; id empty means the actor's newest one that still holds.
func (a *App) Undo(ctx context.Context, actor sanad.Actor, inv, id sanad.ID) (sanad.Judgement, error) {
	var out sanad.Judgement
	err := a.store.Update(ctx, inv, actor, "undo judgement", func(t *store.Tx) error {
		all, err := t.Judgements()
		if err != nil {
			return err
		}
		for _, j := range all {
			if j.WithdrawnAt == nil && (j.ID == id || id == "" && j.Author == actor.Name) {
				out = j
			}
		}
		if out.ID == "" {
			if id == "" {
				return sanad.Errorf(sanad.NotFound, "you have no judgement left to undo")
			}
			return sanad.Errorf(sanad.NotFound, "no judgement %s that still holds", id).WithRemedy("an identity's history shows its judgements")
		}
		t.Log("judgement", out.ID)
		return t.WithdrawJudgement(out.ID)
	})
	return out, err
}

// Confirm makes a pending "same" hold. A second person may do so at once; its author, while he is the only user, on
// another day.
func (a *App) Confirm(ctx context.Context, actor sanad.Actor, inv, id sanad.ID) error {
	return a.store.Update(ctx, inv, actor, "confirm judgement", func(t *store.Tx) error {
		all, err := t.Judgements()
		if err != nil {
			return err
		}
		for _, j := range all {
			if j.ID != id {
				continue
			}
			if j.Author == actor.Name && t.Now().Sub(j.RecordedAt) < secondLook {
				return sanad.Errorf(sanad.Forbidden, "this match rests on names alone, and you proposed it").
					WithRemedy("let another person confirm it, or look at it again tomorrow")
			}
			t.Log("judgement", id)
			return t.ConfirmJudgement(id, actor.Name)
		}
		return sanad.Errorf(sanad.NotFound, "no judgement %s", id)
	})
}

// JudgementList is a page of judgements.
type JudgementList struct {
	Total   int             `json:"total"`
	Pending int             `json:"pending"` // proposals that wait for a second person, of all pages
	Rows    []JudgementView `json:"rows"`
}

// Judgements lists the judgements the viewer may see, newest first, or only the proposals that wait for a second person;
// limit 0 means all.
func (a *App) Judgements(ctx context.Context, who store.Who, inv sanad.ID, pending bool, offset, limit int) (JudgementList, error) {
	out := JudgementList{Rows: []JudgementView{}}
	err := a.see(ctx, who, inv, func(p *picture) error {
		var list []sanad.Judgement
		for _, j := range slices.Backward(p.history) {
			waits := j.Pending && j.Holds()
			if waits {
				out.Pending++
			}
			if waits || !pending {
				list = append(list, j)
			}
		}
		out.Total = len(list)
		list = list[min(offset, len(list)):]
		if limit > 0 {
			list = list[:min(limit, len(list))]
		}
		for _, j := range list {
			out.Rows = append(out.Rows, p.judgementView(j))
		}
		return nil
	})
	return out, err
}

// Conflicts lists the open conflicts.
func (a *App) Conflicts(ctx context.Context, who store.Who, inv sanad.ID) ([]ConflictView, error) {
	out := []ConflictView{}
	err := a.see(ctx, who, inv, func(p *picture) error {
		for _, c := range p.identity.Conflicts {
			out = append(out, p.conflictView(c))
		}
		return nil
	})
	return out, err
}

func (p *picture) judgementView(j sanad.Judgement) JudgementView {
	v := JudgementView{Judgement: j, LeftSize: len(j.LeftGroup), RightSize: len(j.RightGroup), LeftName: p.foundName(j.Left), RightName: p.foundName(j.Right)}
	v.LeftGroup, v.RightGroup = nil, nil
	for _, c := range j.Among {
		v.AmongNames = append(v.AmongNames, p.foundName(c.ID))
	}
	if f, ok := p.thing(j.Left); ok {
		v.Schema = f.Schema
	}
	for _, c := range p.identity.Conflicts {
		v.Suspended = v.Suspended || c.Suspended == j.ID
	}
	return v
}

// foundName is what one report calls a found entity.
func (p *picture) foundName(id sanad.ID) string {
	f, ok := p.thing(id)
	if !ok {
		return ""
	}
	return caption([]sanad.Found{f})
}

func (p *picture) conflictView(c sanad.Conflict) ConflictView {
	l := lens{p}
	return ConflictView{Conflict: c, LeftRef: l.Ref(c.Left), RightRef: l.Ref(c.Right)}
}

func (p *picture) conflictsOf(in map[sanad.ID]bool) []ConflictView {
	out := []ConflictView{}
	for _, c := range p.identity.Conflicts {
		if in[c.Left] || in[c.Right] {
			out = append(out, p.conflictView(c))
		}
	}
	return out
}

// historyOf tells how an identity came to be: every judgement that touched one of its members, withdrawn ones too.
func (p *picture) historyOf(canonical sanad.ID) []JudgementView {
	in := map[sanad.ID]bool{}
	for _, m := range p.members(canonical) {
		in[m] = true
	}
	out := []JudgementView{}
	for _, j := range p.history {
		if in[j.Left] || in[j.Right] || slices.ContainsFunc(j.Among, func(c sanad.Candidate) bool { return in[c.ID] }) {
			out = append(out, p.judgementView(j))
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].RecordedAt.Before(out[j].RecordedAt) })
	return out
}
