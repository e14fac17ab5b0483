package app

import (
	"context"
	"slices"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/reread"
	"github.com/sanad-workbench/sanad/internal/store"
)

// TakeReread takes the present extractor's reading of reports (all when references is empty) in the place of the earlier
// one: everything but conflicts nobody decided for the new reading. It returns when the work has begun; Wait waits for it.
func (a *App) TakeReread(ctx context.Context, actor sanad.Actor, inv sanad.ID, references []string) (sanad.Run, error) {
	var run sanad.Run
	err := a.store.Update(ctx, inv, actor, "read again", func(t *store.Tx) error {
		runs, err := t.Runs()
		if err != nil {
			return err
		}
		for _, r := range runs {
			if r.State == sanad.Running {
				return sanad.Errorf(sanad.Conflicting, "other work on this investigation is under way").WithRemedy("wait until it is done, or cancel it")
			}
		}
		ids, err := rereadable(&t.View, references)
		if err != nil {
			return err
		}
		run = sanad.Run{ID: sanad.NewID("w"), Investigation: inv, Kind: "reread", State: sanad.Running, Stage: stageReread, Total: len(ids), Closed: true, Actor: actor.Name, Started: t.Now()}
		t.Log("run", run.ID)
		t.Log("reports", len(ids))
		if len(ids) == 0 {
			run, err = advance(t, run)
			return err
		}
		if err := t.PutRun(run); err != nil {
			return err
		}
		n := 0
		for part := range slices.Chunk(ids, batchSize) {
			if err := t.Enqueue(store.Job{Kind: stageReread, Investigation: inv, Run: run.ID, Batch: n, Reports: part, Actor: actor.Name}); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	if err == nil {
		a.plans.drop(inv)
	}
	return run, err
}

// takeReread does one batch: the texts are read with no transaction open; what stands is looked at in the transaction that
// changes it, so that a review made meanwhile counts.
func (a *App) takeReread(ctx context.Context, job store.Job) (func(*store.Tx) error, error) {
	var list []*rereading
	err := a.store.View(ctx, job.Investigation, store.Who{Actor: system(job.Actor)}, func(v *store.View) error {
		var err error
		list, err = gather(v, job.Reports, nil)
		return err
	})
	if err != nil {
		return nil, err
	}
	read := map[sanad.ID]*rereading{}
	for _, x := range list {
		if err := a.readAgain(ctx, x); err != nil {
			return nil, err
		}
		read[x.row.ID] = x
	}
	return func(t *store.Tx) error {
		judged, err := a.judgedEntities(&t.View)
		if err != nil {
			return err
		}
		fresh, err := gather(&t.View, job.Reports, judged)
		if err != nil {
			return err
		}
		changed := 0
		for _, x := range fresh {
			old := read[x.row.ID]
			if old == nil || old.text.ID != x.text.ID {
				continue // a text that came meanwhile is read by the run that brought it
			}
			x.reading = old.reading
			x.result = reread.Compare(x.standing, x.reading)
			n, err := x.take(t, job.Run, job.Actor)
			if err != nil {
				return err
			}
			changed += min(n, 1)
		}
		t.Log("changed", changed)
		return step(t, job, len(job.Reports))
	}, nil
}

// take writes what may be taken of a report and returns how many changes that were: the plain one, and one a conflict.
func (x *rereading) take(t *store.Tx, run sanad.ID, author string) (int, error) {
	id := x.row.ID
	if err := t.PutReading(id, x.text.ID, sanad.Reading{Extractor: x.reading.Extractor}); err != nil {
		return 0, err
	}
	type one struct {
		conflict sanad.ID
		change   reread.Change
	}
	changes := []one{{"", x.result.Plain}}
	for _, c := range x.result.Conflicts {
		if c.Taken() {
			changes = append(changes, one{c.ID, c.Change})
		}
	}
	touched := map[sanad.ID]bool{}
	touch := func(c sanad.Claim) {
		touched[c.Entity] = true
		if c.Statement != "" {
			touched[c.Statement] = true
		}
	}
	n := 0
	for _, d := range changes {
		if d.change.Empty() {
			continue
		}
		n++
		r := sanad.Rereading{ID: sanad.DeriveID("g", string(run), string(id), string(d.conflict)), Report: id, Run: run, Conflict: d.conflict, Extractor: x.reading.Extractor, Author: author, Added: []sanad.ID{}, Out: []sanad.ID{}}
		for _, c := range d.change.Out {
			r.Out = append(r.Out, c.ID)
			touch(c)
		}
		if err := t.Supersede(id, r.Out...); err != nil {
			return 0, err
		}
		said := map[sanad.ID]bool{}
		for _, c := range d.change.Add {
			said[c.Statement] = true
		}
		for _, q := range x.result.Statements {
			if said[q.ID] {
				if err := t.PutStatement(q); err != nil {
					return 0, err
				}
			}
		}
		put := func(c sanad.Claim) error {
			if err := t.PutEntity(sanad.Entity{ID: c.Entity, Report: id, Schema: c.Schema}); err != nil {
				return err
			}
			r.Added = append(r.Added, c.ID)
			touch(c)
			return t.PutClaim(c)
		}
		for _, c := range d.change.Add {
			if err := put(c); err != nil {
				return 0, err
			}
		}
		choice := x.choices[d.conflict]
		for _, m := range d.change.Moved {
			touch(m.From)
			r.Moved = append(r.Moved, sanad.Moved{From: m.From.ID, To: m.To.ID})
			if !slices.Contains(r.Added, m.To.ID) && !slices.ContainsFunc(x.standing.Claims, func(c sanad.Claim) bool { return c.ID == m.To.ID }) {
				m.To.Origin, m.To.RecordedAt = "user:"+choice.Author, time.Time{}
				if err := put(m.To); err != nil {
					return 0, err
				}
			}
			for _, v := range []sanad.Review{{Claim: m.From.ID, Status: sanad.Corrected, Replacement: m.To.ID}, {Claim: m.To.ID, Status: sanad.Accepted}} {
				v.ID, v.Reason, v.Author = sanad.NewID("v"), choice.Reason, choice.Author
				if err := t.PutReview(id, v); err != nil {
					return 0, err
				}
			}
		}
		if err := t.PutRereading(r); err != nil {
			return 0, err
		}
	}
	return n, settle(t, id, touched)
}

// settle makes entities and statements of a report stand while a claim of theirs does, and no longer.
func settle(t *store.Tx, report sanad.ID, touched map[sanad.ID]bool) error {
	if len(touched) == 0 {
		return nil
	}
	used := map[sanad.ID]bool{}
	if err := t.Claims(store.ClaimFilter{Reports: []sanad.ID{report}}, func(c sanad.Claim) error {
		used[c.Entity], used[c.Statement] = true, true
		return nil
	}); err != nil {
		return err
	}
	for id := range touched {
		put := t.Supersede
		if used[id] {
			put = t.Restore
		}
		if err := put(report, id); err != nil {
			return err
		}
	}
	return nil
}

// UndoReread takes a whole taken reading back: the earlier one stands again, but for claims somebody reviewed since. It
// goes report by report and may be repeated. It returns how many changes were taken back.
func (a *App) UndoReread(ctx context.Context, actor sanad.Actor, inv, run sanad.ID, progress func(done, total int)) (int, error) {
	var list []sanad.Rereading
	err := a.store.View(ctx, inv, store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		list, err = v.Rereadings(store.RereadFilter{Run: run})
		return err
	})
	if err != nil {
		return 0, err
	}
	if len(list) == 0 {
		return 0, sanad.Errorf(sanad.NotFound, "reading again changed nothing under %q", run).WithRemedy("the history of reading again shows what was taken")
	}
	list = slices.DeleteFunc(list, func(r sanad.Rereading) bool { return r.UndoneAt != nil })
	slices.Reverse(list) // conflicts were taken after what they stand on
	done := 0
	for part := range slices.Chunk(list, batchSize) {
		if err := a.store.Update(ctx, inv, actor, "undo reading again", func(t *store.Tx) error {
			t.Log("run", run)
			t.Log("changes", len(part))
			for _, r := range part {
				if err := undoRereading(t, r); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return done, err
		}
		if done += len(part); progress != nil {
			progress(done, len(list))
		}
	}
	if done == 0 {
		return 0, nil
	}
	a.plans.drop(inv)
	return done, a.askAgain(ctx, actor, inv)
}

// undoRereading takes back what one change did to one report.
func undoRereading(t *store.Tx, r sanad.Rereading) error {
	all, err := t.Rereadings(store.RereadFilter{Reports: []sanad.ID{r.Report}})
	if err != nil {
		return err
	}
	ours := map[sanad.ID]bool{}
	for _, list := range [][]sanad.ID{r.Added, r.Out} {
		for _, id := range list {
			ours[id] = true
		}
	}
	later := false
	for _, x := range all {
		if x.UndoneAt == nil && later && x.Run != r.Run && slices.ContainsFunc(slices.Concat(x.Added, x.Out), func(id sanad.ID) bool { return ours[id] }) {
			return sanad.Errorf(sanad.Conflicting, "a later reading changed the same claims of a report").WithRemedy("take the later one back first")
		}
		later = later || x.ID == r.ID
	}
	reviews, err := t.Reviews([]sanad.ID{r.Report})
	if err != nil {
		return err
	}
	moved := map[sanad.ID]bool{}
	for _, m := range r.Moved {
		if v := reviews[m.From]; v.Status != sanad.Corrected || v.Replacement != m.To {
			continue // somebody decided otherwise since
		}
		moved[m.To] = true
		if err := t.PutReview(r.Report, sanad.Review{ID: sanad.NewID("v"), Claim: m.From, Status: sanad.Accepted, Author: t.Actor().Name, Reason: "the new reading was taken back"}); err != nil {
			return err
		}
	}
	var gone []sanad.ID
	for _, id := range r.Added {
		if s := reviews[id].Status; moved[id] || s == "" || s == sanad.Proposed {
			gone = append(gone, id)
		}
	}
	if err := t.Supersede(r.Report, gone...); err != nil {
		return err
	}
	if err := t.Restore(r.Report, r.Out...); err != nil {
		return err
	}
	touched := map[sanad.ID]bool{}
	if err := t.Claims(store.ClaimFilter{Reports: []sanad.ID{r.Report}, Aside: true}, func(c sanad.Claim) error {
		if ours[c.ID] {
			touched[c.Entity] = true
			if c.Statement != "" {
				touched[c.Statement] = true
			}
		}
		return nil
	}); err != nil {
		return err
	}
	if err := settle(t, r.Report, touched); err != nil {
		return err
	}
	return t.UndoRereading(r.Report, r.ID)
}

// askAgain has the questions raised anew, unless work that ends with that is under way.
func (a *App) askAgain(ctx context.Context, actor sanad.Actor, inv sanad.ID) error {
	return a.store.Update(ctx, inv, actor, "raise questions again", func(t *store.Tx) error {
		runs, err := t.Runs()
		if err != nil {
			return err
		}
		if slices.ContainsFunc(runs, func(r sanad.Run) bool { return r.State == sanad.Running }) {
			return nil
		}
		run := sanad.Run{ID: sanad.NewID("w"), Investigation: inv, Kind: "match", State: sanad.Running, Stage: stageMatch, Closed: true, Actor: actor.Name, Started: t.Now()}
		t.Log("run", run.ID)
		if err := t.PutRun(run); err != nil {
			return err
		}
		return t.Enqueue(store.Job{Kind: stageMatch, Investigation: inv, Run: run.ID, Actor: actor.Name})
	})
}

// Contested names a conflict between two readings of a report.
type Contested struct {
	Report   string   `json:"report"` // id or reference
	Conflict sanad.ID `json:"conflict"`
}

// DecideReread records which reading of contested things stands, with a reason. The old one stands at once; the new one is
// taken when reading again is taken.
func (a *App) DecideReread(ctx context.Context, actor sanad.Actor, inv sanad.ID, what Contested, side sanad.Side, reason string) (sanad.Choice, error) {
	reason = strings.TrimSpace(reason)
	switch {
	case side != sanad.NewReading && side != sanad.OldReading:
		return sanad.Choice{}, sanad.Errorf(sanad.Invalid, "%q is no side", side).WithRemedy("choose new or old")
	case reason == "":
		return sanad.Choice{}, sanad.Errorf(sanad.Invalid, "a decision needs a reason").WithRemedy("say what in the report tells you so")
	}
	x, err := a.rereadOne(ctx, store.Who{Actor: actor, Purpose: "decide on reading again"}, inv, what.Report)
	if err != nil {
		return sanad.Choice{}, err
	}
	i := slices.IndexFunc(x.result.Conflicts, func(c reread.Conflict) bool { return c.ID == what.Conflict })
	if i < 0 {
		return sanad.Choice{}, sanad.Errorf(sanad.NotFound, "reading %s again raises no conflict %q now", x.row.Reference, what.Conflict).WithRemedy("look again at what would change")
	}
	if side == sanad.NewReading && x.result.Conflicts[i].Blocked {
		return sanad.Choice{}, sanad.Errorf(sanad.Conflicting, "the new reading would take a judgement's person away, or set two reviews against each other").
			WithRemedy("withdraw the judgement or settle the reviews first, or answer whether the two are the same as a question")
	}
	c := sanad.Choice{ID: sanad.NewID("h"), Report: x.row.ID, Conflict: what.Conflict, Side: side, Reason: reason, Author: actor.Name}
	return c, a.store.Update(ctx, inv, actor, "decide on reading again", func(t *store.Tx) error {
		t.Log("report", c.Report)
		t.Log("conflict", c.Conflict)
		t.Log("side", string(side))
		c.RecordedAt = t.Now()
		if old, ok := x.choices[c.Conflict]; ok {
			if err := t.WithdrawChoice(c.Report, old.ID); err != nil && sanad.CodeOf(err) != sanad.NotFound {
				return err
			}
		}
		return t.PutChoice(c)
	})
}

// WithdrawReread takes a decision on a conflict back; where the new reading was taken on its strength, that too.
func (a *App) WithdrawReread(ctx context.Context, actor sanad.Actor, inv sanad.ID, report string, choice sanad.ID) error {
	undone := false
	err := a.store.Update(ctx, inv, actor, "withdraw decision on reading again", func(t *store.Tx) error {
		undone = false
		r, err := t.Report(report)
		if err != nil {
			return err
		}
		list, err := t.Choices([]sanad.ID{r.ID})
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(c sanad.Choice) bool { return c.ID == choice })
		if i < 0 {
			return sanad.Errorf(sanad.NotFound, "no decision %s on report %s", choice, r.Reference)
		}
		if err := t.WithdrawChoice(r.ID, choice); err != nil {
			return err
		}
		t.Log("report", r.ID)
		t.Log("conflict", list[i].Conflict)
		taken, err := t.Rereadings(store.RereadFilter{Reports: []sanad.ID{r.ID}})
		if err != nil {
			return err
		}
		for _, x := range slices.Backward(taken) {
			if x.Conflict == list[i].Conflict && x.UndoneAt == nil && list[i].Side == sanad.NewReading {
				undone = true
				return undoRereading(t, x)
			}
		}
		return nil
	})
	if err != nil || !undone {
		return err
	}
	return a.askAgain(ctx, actor, inv)
}

// RereadHistory is what was decided and taken, newest first.
type RereadHistory struct {
	Taken   []TakenReading `json:"taken"`
	Choices []RereadChoice `json:"choices"`
}

// TakenReading is one time a newer reading was taken.
type TakenReading struct {
	Run       sanad.ID   `json:"run"`
	Extractor string     `json:"extractor"`
	Author    string     `json:"author"`
	At        time.Time  `json:"at"`
	Reports   int        `json:"reports"` // changed
	Added     int        `json:"added"`   // claims
	Out       int        `json:"out"`
	Conflicts int        `json:"conflicts"` // taken as somebody decided
	UndoneAt  *time.Time `json:"undone_at,omitempty"`
	UndoneBy  string     `json:"undone_by,omitempty"`
}

// RereadChoice is a decision with the report it is on.
type RereadChoice struct {
	sanad.Choice
	Reference string `json:"reference"`
	Taken     bool   `json:"taken"` // the new reading was taken on its strength
}

// RereadHistory returns what was decided and taken, as far as the viewer may see the reports.
func (a *App) RereadHistory(ctx context.Context, who store.Who, inv sanad.ID) (RereadHistory, error) {
	out := RereadHistory{Taken: []TakenReading{}, Choices: []RereadChoice{}}
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		list, err := v.Rereadings(store.RereadFilter{})
		if err != nil {
			return err
		}
		at := map[sanad.ID]int{}
		reports := map[[2]sanad.ID]bool{}
		whole := map[sanad.ID]bool{} // runs every change of which is undone
		taken := map[[2]sanad.ID]bool{}
		for _, r := range list {
			i, ok := at[r.Run]
			if !ok {
				i = len(out.Taken)
				at[r.Run] = i
				whole[r.Run] = true
				out.Taken = append(out.Taken, TakenReading{Run: r.Run, Extractor: r.Extractor, Author: r.Author, At: r.RecordedAt})
			}
			x := &out.Taken[i]
			if !reports[[2]sanad.ID{r.Run, r.Report}] {
				reports[[2]sanad.ID{r.Run, r.Report}] = true
				x.Reports++
			}
			x.Added += len(r.Added)
			x.Out += len(r.Out)
			if r.Conflict != "" {
				x.Conflicts++
				taken[[2]sanad.ID{r.Report, r.Conflict}] = r.UndoneAt == nil
			}
			if r.UndoneAt == nil {
				whole[r.Run] = false
			} else if x.UndoneAt == nil || r.UndoneAt.After(*x.UndoneAt) {
				x.UndoneAt, x.UndoneBy = r.UndoneAt, r.UndoneBy
			}
		}
		for i := range out.Taken {
			if x := &out.Taken[i]; !whole[x.Run] {
				x.UndoneAt, x.UndoneBy = nil, ""
			}
		}
		slices.Reverse(out.Taken)
		choices, err := v.Choices(nil)
		if err != nil || len(choices) == 0 {
			return err
		}
		refs := map[sanad.ID]string{}
		if err := v.ReportIDs(func(id sanad.ID, ref string) error {
			refs[id] = ref
			return nil
		}); err != nil {
			return err
		}
		for _, c := range slices.Backward(choices) {
			out.Choices = append(out.Choices, RereadChoice{Choice: c, Reference: refs[c.Report],
				Taken: c.WithdrawnAt == nil && c.Side == sanad.NewReading && taken[[2]sanad.ID{c.Report, c.Conflict}]})
		}
		return nil
	})
	return out, err
}
