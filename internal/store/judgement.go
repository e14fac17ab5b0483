package store

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
)

type seenGroups struct {
	Left     []sanad.ID        `json:"left"`
	Right    []sanad.ID        `json:"right"`
	Among    []sanad.Candidate `json:"among,omitempty"`
	Corrects sanad.ID          `json:"corrects,omitempty"`
}

// PutJudgement records a judgement.
func (t *Tx) PutJudgement(j sanad.Judgement) error {
	t.judged = true
	return t.exec("INSERT INTO judgement (inv, id, left_id, right_id, verdict, reason, author, groups, evidence, second, pending, recorded_at, confirmed_at, withdrawn_at, withdrawn_by)"+
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')",
		t.inv, j.ID, j.Left, j.Right, j.Verdict, j.Reason, j.Author, jsonText(seenGroups{j.LeftGroup, j.RightGroup, j.Among, j.Corrects}), j.Evidence, j.Second, j.Pending, t.at)
}

// WithdrawJudgement takes a judgement back. It stays on record.
func (t *Tx) WithdrawJudgement(id sanad.ID) error {
	t.judged = true
	n, err := t.execN("UPDATE judgement SET withdrawn_at = ?, withdrawn_by = ? WHERE inv = ? AND id = ? AND withdrawn_at = 0", t.at, t.who.Actor.Name, t.inv, id)
	if err == nil && n == 0 {
		return sanad.Errorf(sanad.NotFound, "no judgement %s that still holds", id).WithRemedy("an identity's history shows its judgements")
	}
	return err
}

// ConfirmJudgement makes a pending "same" hold: second is who confirmed it.
func (t *Tx) ConfirmJudgement(id sanad.ID, second string) error {
	t.judged = true
	n, err := t.execN("UPDATE judgement SET pending = 0, second = ?, confirmed_at = ? WHERE inv = ? AND id = ? AND pending = 1 AND withdrawn_at = 0", second, t.at, t.inv, id)
	if err == nil && n == 0 {
		return sanad.Errorf(sanad.NotFound, "no judgement %s that waits for a second person", id)
	}
	return err
}

// Judgements returns every judgement recorded by the date of the view, oldest first, as it stood at that date. Those
// whose author saw something the actor may not see are left out by the caller, who knows which entities are visible.
func (v *View) Judgements() ([]sanad.Judgement, error) {
	known, args := v.known("recorded_at")
	var out []sanad.Judgement
	err := v.each("SELECT id, left_id, right_id, verdict, reason, author, groups, evidence, second, pending, recorded_at, confirmed_at, withdrawn_at, withdrawn_by"+
		" FROM judgement WHERE inv = ? AND "+known+" ORDER BY recorded_at, id", append([]any{v.inv}, args...), func(scan func(...any) error) error {
		var j sanad.Judgement
		var groups string
		var at, confirmed, withdrawn int64
		if err := scan(&j.ID, &j.Left, &j.Right, &j.Verdict, &j.Reason, &j.Author, &groups, &j.Evidence, &j.Second, &j.Pending, &at, &confirmed, &withdrawn, &j.WithdrawnBy); err != nil {
			return err
		}
		var g seenGroups
		if err := json.Unmarshal([]byte(groups), &g); err != nil {
			return fmt.Errorf("read groups of judgement %s: %w", j.ID, err)
		}
		j.LeftGroup, j.RightGroup, j.Among, j.Corrects, j.RecordedAt = g.Left, g.Right, g.Among, g.Corrects, fromMicro(at)
		asOf := v.who.AsOf
		if w := fromMicro(withdrawn); withdrawn != 0 && (asOf.IsZero() || !w.After(asOf)) {
			j.WithdrawnAt = &w
		} else {
			j.WithdrawnBy = ""
		}
		if confirmed != 0 && !asOf.IsZero() && fromMicro(confirmed).After(asOf) {
			j.Pending, j.Second = true, ""
		}
		out = append(out, j)
		return nil
	})
	return out, err
}

type reasons struct {
	For     []sanad.Reason `json:"for"`
	Against []sanad.Reason `json:"against"`
}

// AddQuestions writes questions of a generation that is not current yet; from is the rank of the first one.
func (t *Tx) AddQuestions(gen, from int, qs []sanad.Question) error {
	for i, q := range qs {
		if err := t.exec("INSERT INTO question (inv, gen, n, left_id, right_id, score, p, second, evidence, reasons)"+
			" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
			t.inv, gen, from+i, q.Left, q.Right, q.Score, q.P, q.Second, q.Evidence, jsonText(reasons{q.For, q.Against})); err != nil {
			return err
		}
	}
	return nil
}

// NextQuestionGen returns the number of the generation to write next.
func (v *View) NextQuestionGen() (int, error) {
	return v.count("SELECT question_gen + 1 FROM investigation WHERE id = ?", v.inv)
}

// UseQuestions makes a generation the current one and drops all others.
func (t *Tx) UseQuestions(gen int) error {
	t.judged = true
	if err := t.exec("UPDATE investigation SET question_gen = ? WHERE id = ?", gen, t.inv); err != nil {
		return err
	}
	return t.exec("DELETE FROM question WHERE inv = ? AND gen <> ?", t.inv, gen)
}

// DropQuestions removes a generation that was begun and not finished.
func (t *Tx) DropQuestions(gen int) error {
	return t.exec("DELETE FROM question WHERE inv = ? AND gen = ?", t.inv, gen)
}

// RankedQuestion is a stored question without its reasons.
type RankedQuestion struct {
	N           int // its place in the order to ask
	Left, Right sanad.ID
	Evidence    string
}

// QuestionGen returns the number of the current generation.
func (v *View) QuestionGen() (int, error) {
	return v.count("SELECT question_gen FROM investigation WHERE id = ?", v.inv)
}

// RankedQuestions returns the questions of the current generation in the order to ask. They were computed over every
// report of the investigation: a viewer who may not see all of it must be given questions computed from what he may
// see (see app), so for him this returns an error.
func (v *View) RankedQuestions() ([]RankedQuestion, error) {
	if !v.who.Actor.All {
		return nil, errStoredQuestions
	}
	same := interner{}
	out := []RankedQuestion{}
	err := v.each("SELECT q.n, q.left_id, q.right_id, q.evidence FROM question q"+
		" JOIN investigation i ON i.id = q.inv AND i.question_gen = q.gen WHERE q.inv = ? ORDER BY q.n", []any{v.inv}, func(scan func(...any) error) error {
		var q RankedQuestion
		if err := scan(&q.N, &q.Left, &q.Right, &q.Evidence); err != nil {
			return err
		}
		q.Left, q.Right = sanad.ID(same.string(string(q.Left))), sanad.ID(same.string(string(q.Right)))
		out = append(out, q)
		return nil
	})
	return out, err
}

var errStoredQuestions = sanad.Errorf(sanad.Internal, "stored questions are only for who may see everything")

// Questions calls fn with the questions of the current generation at the given places of the order, with their reasons.
func (v *View) Questions(places []int, fn func(n int, q sanad.Question) error) error {
	if !v.who.Actor.All {
		return errStoredQuestions
	}
	if len(places) == 0 {
		return nil
	}
	args := []any{v.inv}
	marks := strings.Repeat(", ?", len(places))[2:]
	for _, n := range places {
		args = append(args, n)
	}
	return v.each("SELECT q.n, q.left_id, q.right_id, q.score, q.p, q.second, q.evidence, q.reasons FROM question q"+
		" JOIN investigation i ON i.id = q.inv AND i.question_gen = q.gen WHERE q.inv = ? AND q.n IN ("+marks+") ORDER BY q.n", args, func(scan func(...any) error) error {
		var n int
		var q sanad.Question
		var text string
		if err := scan(&n, &q.Left, &q.Right, &q.Score, &q.P, &q.Second, &q.Evidence, &text); err != nil {
			return err
		}
		var r reasons
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			return fmt.Errorf("read reasons of a question: %w", err)
		}
		q.For, q.Against = r.For, r.Against
		return fn(n, q)
	})
}

// PutBrief freezes a briefing under the next number.
func (t *Tx) PutBrief(b sanad.Brief) (sanad.Brief, error) {
	n, err := t.count("SELECT COALESCE(MAX(number), 0) + 1 FROM brief WHERE inv = ?", t.inv)
	if err != nil {
		return b, err
	}
	b.Number, b.RecordedAt = n, t.at
	return b, t.exec("INSERT INTO brief (inv, number, title, language, author, released_by, body, reports, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		t.inv, b.Number, b.Title, b.Language, b.Author, b.ReleasedBy, b.Body, jsonText(b.Reports), t.at)
}

// Briefs returns the released briefings that rest on nothing the actor may not see, newest first.
func (v *View) Briefs() ([]sanad.Brief, error) {
	known, args := v.known("recorded_at")
	visible := map[sanad.ID]bool{}
	if !v.who.Actor.All {
		if err := v.ReportIDs(func(id sanad.ID, _ string) error { visible[id] = true; return nil }); err != nil {
			return nil, err
		}
	}
	var out []sanad.Brief
	err := v.each("SELECT number, title, language, author, released_by, body, reports, recorded_at FROM brief WHERE inv = ? AND "+known+" ORDER BY number DESC",
		append([]any{v.inv}, args...), func(scan func(...any) error) error {
			var b sanad.Brief
			var reports string
			var at int64
			if err := scan(&b.Number, &b.Title, &b.Language, &b.Author, &b.ReleasedBy, &b.Body, &reports, &at); err != nil {
				return err
			}
			if err := json.Unmarshal([]byte(reports), &b.Reports); err != nil {
				return fmt.Errorf("read sources of briefing %d: %w", b.Number, err)
			}
			b.RecordedAt = fromMicro(at)
			if !v.who.Actor.All {
				for _, r := range b.Reports {
					if !visible[r] {
						return nil
					}
				}
			}
			out = append(out, b)
			return nil
		})
	return out, err
}

// Brief finds a released briefing by number.
func (v *View) Brief(number int) (sanad.Brief, error) {
	all, err := v.Briefs()
	if err != nil {
		return sanad.Brief{}, err
	}
	for _, b := range all {
		if b.Number == number {
			return b, nil
		}
	}
	return sanad.Brief{}, sanad.Errorf(sanad.NotFound, "no briefing number %d", number)
}

// PutRun adds or replaces a run.
func (t *Tx) PutRun(r sanad.Run) error {
	return t.exec("INSERT INTO run (id, inv, kind, state, stage, total, done, closed, message, problems, actor, started, ended)"+
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, stage = excluded.stage, total = excluded.total,"+
		" done = excluded.done, closed = excluded.closed, message = excluded.message, problems = excluded.problems, ended = excluded.ended",
		r.ID, r.Investigation, r.Kind, r.State, r.Stage, r.Total, r.Done, r.Closed, r.Message, jsonText(r.Problems), r.Actor, r.Started, r.Ended)
}

const runColumns = "id, inv, kind, state, stage, total, done, closed, message, problems, actor, started, ended"

func scanRun(scan func(...any) error) (sanad.Run, error) {
	var r sanad.Run
	var problems string
	var started, ended int64
	if err := scan(&r.ID, &r.Investigation, &r.Kind, &r.State, &r.Stage, &r.Total, &r.Done, &r.Closed, &r.Message, &problems, &r.Actor, &started, &ended); err != nil {
		return r, err
	}
	r.Started, r.Ended = fromMicro(started), fromMicro(ended)
	return r, json.Unmarshal([]byte(problems), &r.Problems)
}

// Run finds a run by id.
func (v *View) Run(id sanad.ID) (sanad.Run, error) {
	runs, err := v.runs("id = ?", id)
	if err == nil && (len(runs) == 0 || !v.who.Actor.All && runs[0].Actor != v.who.Actor.Name) {
		err = sanad.Errorf(sanad.NotFound, "no run %s", id)
	}
	if err != nil {
		return sanad.Run{}, err
	}
	return runs[0], nil
}

// Runs returns the runs of the investigation, newest first; of all investigations when the view is bound to none. What a
// run counts may be hidden: who may not see everything sees only the runs he started.
func (v *View) Runs() ([]sanad.Run, error) {
	cond, args := "1 = 1", []any{}
	if v.inv != "" {
		cond, args = "inv = ?", []any{v.inv}
	}
	if !v.who.Actor.All {
		cond += " AND actor = ?"
		args = append(args, v.who.Actor.Name)
	}
	return v.runs(cond, args...)
}

func (v *View) runs(cond string, args ...any) ([]sanad.Run, error) {
	var out []sanad.Run
	err := v.each("SELECT "+runColumns+" FROM run WHERE "+cond+" ORDER BY started DESC, id", args, func(scan func(...any) error) error {
		r, err := scanRun(scan)
		out = append(out, r)
		return err
	})
	return out, err
}

// Setting returns a stored setting; empty when there is none.
func (v *View) Setting(name string) (string, error) {
	var s string
	err := v.each("SELECT value FROM setting WHERE name = ?", []any{name}, func(scan func(...any) error) error { return scan(&s) })
	return s, err
}

// SetSetting stores a setting.
func (t *Tx) SetSetting(name, value string) error {
	return t.exec("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
}

// Clock returns the store's clock, so that everything dated here is dated by one clock.
func (s *Store) Clock() time.Time { return s.now().UTC() }

// CountQuestions returns how many questions the current generation holds, answered or not.
func (v *View) CountQuestions() (int, error) {
	return v.count("SELECT COUNT(*) FROM question q JOIN investigation i ON i.id = q.inv AND i.question_gen = q.gen WHERE q.inv = ?", v.inv)
}

// CountJudgements returns how many judgements hold.
func (v *View) CountJudgements() (int, error) {
	return v.count("SELECT COUNT(*) FROM judgement WHERE inv = ? AND withdrawn_at = 0", v.inv)
}

// PutCheck records what a reviewer said of a pair with a known answer. The same pair again changes nothing.
func (t *Tx) PutCheck(c sanad.Check) error {
	return t.exec("INSERT INTO known_pair (inv, author, left_id, right_id, known, given, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		t.inv, c.Author, c.Left, c.Right, c.Known, c.Given, t.at)
}

// Checks returns the actor's own checks, oldest first: how often somebody errs is nobody else's business.
func (v *View) Checks() ([]sanad.Check, error) {
	known, args := v.known("recorded_at")
	var out []sanad.Check
	err := v.each("SELECT left_id, right_id, known, given, recorded_at FROM known_pair WHERE inv = ? AND author = ? AND "+known+" ORDER BY recorded_at, left_id, right_id",
		append([]any{v.inv, v.who.Actor.Name}, args...), func(scan func(...any) error) error {
			c := sanad.Check{Author: v.who.Actor.Name}
			var at int64
			if err := scan(&c.Left, &c.Right, &c.Known, &c.Given, &at); err != nil {
				return err
			}
			c.RecordedAt = fromMicro(at)
			out = append(out, c)
			return nil
		})
	return out, err
}
