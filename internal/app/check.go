package app

import (
	"context"
	"hash/fnv"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/match"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Checked is how a reviewer did on pairs whose answer is known.
type Checked struct {
	Asked  int `json:"asked"`
	Wrong  int `json:"wrong"`
	Unsure int `json:"unsure"`
}

// NextCheck is the next pair with a known answer to put before a reviewer, empty when there is none, and how he did so far.
type NextCheck struct {
	Left  sanad.ID `json:"left,omitempty"`
	Right sanad.ID `json:"right,omitempty"`
	Checked
}

// CheckAnswer is what became of an answer to a pair with a known answer.
type CheckAnswer struct {
	sanad.Check
	Wrong bool    `json:"wrong"`
	So    Checked `json:"so"` // with this one
}

// Check finds a pair of found persons whose answer is known beyond the names, among those the reviewer may see: judged
// "same" with a second identifier, or judged "different" with a hard clash. He sees each once.
func (a *App) Check(ctx context.Context, who store.Who, inv sanad.ID) (NextCheck, error) {
	var out NextCheck
	err := a.see(ctx, who, inv, func(p *picture) error {
		done, err := p.v.Checks()
		if err != nil {
			return err
		}
		out.Checked = checked(done)
		m, err := p.matcher()
		if err != nil || len(p.history) == 0 {
			return err
		}
		seen := map[[2]sanad.ID]bool{}
		for _, c := range done {
			seen[[2]sanad.ID{c.Left, c.Right}] = true
		}
		// A place of one's own to begin at, so that nobody can learn the order; then on from there.
		h := fnv.New32a()
		h.Write([]byte(who.Actor.Name))
		want := []sanad.Verdict{sanad.Same, sanad.Different}[len(done)%2]
		start := (int(h.Sum32()) + 7919*len(done)) % len(p.history)
		for _, verdict := range []sanad.Verdict{want, other(want)} {
			for i := range p.history {
				j := p.history[(start+i)%len(p.history)]
				if j.Verdict == verdict && !seen[[2]sanad.ID{j.Left, j.Right}] && p.known(m, j.Left, j.Right) == verdict {
					out.Left, out.Right = j.Left, j.Right
					p.v.Note(j.Left, j.Right)
					return nil
				}
			}
		}
		return nil
	})
	return out, err
}

func other(v sanad.Verdict) sanad.Verdict {
	if v == sanad.Same {
		return sanad.Different
	}
	return sanad.Same
}

// known returns what is known of a pair by more than its names: people decided it, and what the two reports say by
// themselves shows it. Else "".
func (p *picture) known(m *matcher, left, right sanad.ID) sanad.Verdict {
	l, ok := p.thing(left)
	r, ok2 := p.thing(right)
	if !ok || !ok2 || l.Schema != sanad.SchemaPerson || r.Schema != sanad.SchemaPerson || l.Report == r.Report {
		return ""
	}
	_, clash := m.Clash(left, right)
	switch {
	case p.canonical(left) == p.canonical(right) && !clash && m.Question(match.Apart{}, left, right).Second:
		return sanad.Same
	case clash && p.identity.Different(left, right):
		return sanad.Different
	}
	return ""
}

// AnswerCheck records what a reviewer says of a pair with a known answer and tells him what is known. Nothing is joined or
// parted by it.
func (a *App) AnswerCheck(ctx context.Context, actor sanad.Actor, inv, left, right sanad.ID, given sanad.Verdict) (CheckAnswer, error) {
	c := sanad.Check{Left: left, Right: right, Given: given, Author: actor.Name}
	var out CheckAnswer
	if !given.Valid() {
		return out, sanad.Errorf(sanad.Invalid, "%q is no verdict", given).WithRemedy("say same, different or unsure")
	}
	who := store.Who{Actor: actor, Purpose: "check"}
	err := a.see(ctx, who, inv, func(p *picture) error {
		m, err := p.matcher()
		if err != nil {
			return err
		}
		if c.Known = p.known(m, left, right); c.Known == "" {
			return sanad.Errorf(sanad.Conflicting, "the answer to this pair is no longer known").WithRemedy("go on with the next question")
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	err = a.store.Update(ctx, inv, actor, "check", func(t *store.Tx) error {
		c.RecordedAt = t.Now()
		return t.PutCheck(c)
	})
	if err != nil {
		return out, err
	}
	out.Check, out.Wrong = c, c.Wrong()
	return out, a.store.View(ctx, inv, who, func(v *store.View) error {
		done, err := v.Checks()
		out.So = checked(done)
		return err
	})
}

func checked(done []sanad.Check) Checked {
	c := Checked{Asked: len(done)}
	for _, x := range done {
		if x.Wrong() {
			c.Wrong++
		} else if x.Given == sanad.Unsure {
			c.Unsure++
		}
	}
	return c
}
