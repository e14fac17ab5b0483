package cli

import (
	"fmt"
	"io"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
)

type rereadCmd struct {
	investigation
	Report    []string `help:"Only this report; may be repeated." placeholder:"REF"`
	Take      bool     `help:"Take what the present extractor reads; without it nothing is changed."`
	Decide    string   `help:"Decide a conflict: which reading stands." enum:",new,old" default:"" placeholder:"new|old"`
	Conflict  string   `help:"The conflict to decide." placeholder:"ID"`
	Untouched bool     `help:"Decide every conflict of which nobody reviewed or judged anything."`
	Reason    string   `help:"Why; a decision needs one." placeholder:"TEXT"`
	Undo      string   `help:"Take back what was taken under this run, or a decision." placeholder:"ID"`
	History   bool     `help:"Show what was taken and decided."`
	JSON      bool     `name:"json" help:"Print JSON."`
}

// Run shows what reading again would change, decides on it, takes it, or takes it back.
func (c *rereadCmd) Run(e *env) error {
	if (c.Conflict != "" || c.Untouched) != (c.Decide != "") {
		return sanad.Errorf(sanad.Invalid, "a decision needs a side and a conflict").WithRemedy("give --decide new or old with --conflict ID or --untouched, and --reason")
	}
	if n := count(c.Take, c.Decide != "", c.Undo != "", c.History); n > 1 {
		return sanad.Errorf(sanad.Invalid, "taking, deciding, undoing and the history are asked for one at a time").WithRemedy("run the command once for each")
	}
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	switch {
	case c.History:
		return c.history(e, a, inv)
	case c.Undo != "":
		return c.undo(e, a, inv)
	case c.Take:
		return c.take(e, a, inv)
	}
	sum, list, err := c.plan(e, a, inv)
	if err != nil {
		return err
	}
	if c.Decide != "" {
		return c.decide(e, a, inv, list)
	}
	if c.JSON {
		return e.json(struct {
			app.RereadSummary
			Changes []app.RereadReport `json:"changes"`
		}{sum, list})
	}
	tellPlan(e.out, sum, list)
	return nil
}

func count(flags ...bool) (n int) {
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}

func (c *rereadCmd) plan(e *env, a *app.App, inv sanad.ID) (app.RereadSummary, []app.RereadReport, error) {
	p := &progress{e: e}
	list := []app.RereadReport{}
	sum, err := a.PlanReread(e.ctx, e.who("plan reading again"), inv, c.Report, func(done, total int) { p.show("reread", done, total) }, func(r app.RereadReport) error {
		list = append(list, r)
		return nil
	})
	p.end()
	return sum, list, err
}

func (c *rereadCmd) take(e *env, a *app.App, inv sanad.ID) error {
	p := &progress{e: e}
	run, err := a.TakeReread(e.ctx, e.actor, inv, c.Report)
	if err == nil {
		run, err = a.Wait(e.ctx, e.actor, run.ID, func(r sanad.Run) { p.show(r.Stage, r.Done, r.Total) })
	}
	p.end()
	if err != nil {
		return err
	}
	h, err := a.RereadHistory(e.ctx, e.who("read again"), inv)
	if err != nil {
		return err
	}
	taken := app.TakenReading{Run: run.ID}
	for _, t := range h.Taken {
		if t.Run == run.ID {
			taken = t
		}
	}
	if c.JSON {
		return e.json(struct {
			Run   sanad.Run        `json:"run"`
			Taken app.TakenReading `json:"taken"`
		}{run, taken})
	}
	if taken.Reports == 0 {
		fmt.Fprintf(e.out, "%d reports read again: nothing changed.\n", run.Done)
		return nil
	}
	fmt.Fprintf(e.out, "%d reports read again: %d changed, %d claims added, %d put aside. sanad reread --undo %s takes it back.\n", run.Done, taken.Reports, taken.Added, taken.Out, run.ID)
	return nil
}

func (c *rereadCmd) decide(e *env, a *app.App, inv sanad.ID, list []app.RereadReport) error {
	decided := []sanad.Choice{}
	for _, r := range list {
		for _, k := range r.Conflicts {
			if string(k.ID) != c.Conflict && !(c.Untouched && k.Choice == nil && k.Reviewed == 0 && !anyJudged(k.Old)) {
				continue
			}
			choice, err := a.DecideReread(e.ctx, e.actor, inv, app.Contested{Report: string(r.Report), Conflict: k.ID}, sanad.Side(c.Decide), c.Reason)
			if err != nil {
				return err
			}
			decided = append(decided, choice)
		}
	}
	if len(decided) == 0 && c.Conflict != "" {
		return sanad.Errorf(sanad.NotFound, "reading again raises no conflict %q", c.Conflict).WithRemedy("sanad reread shows the conflicts with their ids")
	}
	if c.JSON {
		return e.json(decided)
	}
	for _, d := range decided {
		fmt.Fprintf(e.out, "%s: the %s reading stands (%s).\n", d.Conflict, d.Side, d.ID)
	}
	if c.Decide == string(sanad.NewReading) && len(decided) > 0 {
		fmt.Fprintln(e.err, "sanad reread --take takes it.")
	}
	return nil
}

func anyJudged(list []app.RereadEntity) bool {
	for _, e := range list {
		if e.Judged {
			return true
		}
	}
	return false
}

// undo takes back a run or a decision: their ids tell them apart.
func (c *rereadCmd) undo(e *env, a *app.App, inv sanad.ID) error {
	h, err := a.RereadHistory(e.ctx, e.who("undo reading again"), inv)
	if err != nil {
		return err
	}
	for _, d := range h.Choices {
		if string(d.ID) == c.Undo {
			if err := a.WithdrawReread(e.ctx, e.actor, inv, string(d.Report), d.ID); err != nil {
				return err
			}
			fmt.Fprintf(e.out, "Withdrawn: the %s reading of %s in %s.\n", d.Side, d.Conflict, d.Reference)
			return nil
		}
	}
	p := &progress{e: e}
	n, err := a.UndoReread(e.ctx, e.actor, inv, sanad.ID(c.Undo), func(done, total int) { p.show("undo", done, total) })
	p.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%d changes taken back.\n", n)
	return nil
}

func (c *rereadCmd) history(e *env, a *app.App, inv sanad.ID) error {
	h, err := a.RereadHistory(e.ctx, e.who("history of reading again"), inv)
	if err != nil {
		return err
	}
	if c.JSON {
		return e.json(h)
	}
	for _, t := range h.Taken {
		fmt.Fprintf(e.out, "%s\t%s\t%s\t%s\t%d reports, %d claims added, %d put aside", t.Run, t.At.Format("2006-01-02 15:04"), t.Author, t.Extractor, t.Reports, t.Added, t.Out)
		if t.UndoneAt != nil {
			fmt.Fprintf(e.out, "\ttaken back by %s", t.UndoneBy)
		}
		fmt.Fprintln(e.out)
	}
	for _, d := range h.Choices {
		fmt.Fprintf(e.out, "%s\t%s\t%s\t%s reading in %s\t%s", d.ID, d.RecordedAt.Format("2006-01-02 15:04"), d.Author, d.Side, d.Reference, oneLine(d.Reason))
		if d.WithdrawnAt != nil {
			fmt.Fprintf(e.out, "\twithdrawn by %s", d.WithdrawnBy)
		}
		fmt.Fprintln(e.out)
	}
	if len(h.Taken)+len(h.Choices) == 0 {
		fmt.Fprintln(e.err, "Nothing was read again yet.")
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// tellPlan writes counts first, then what waits for a person, then the rest, report by report.
func tellPlan(w io.Writer, s app.RereadSummary, list []app.RereadReport) {
	fmt.Fprintf(w, "%s reads %d reports again: %d unchanged, %d would change or wait for a decision.\n", s.Extractor, s.Reports, s.Unchanged, s.Reports-s.Unchanged)
	for _, x := range []struct {
		n    int
		what string
	}{{s.Gained, "claims gained"}, {s.Lost, "claims lost"}, {s.Changed, "claims put otherwise"}, {s.EntitiesGained, "things gained"}, {s.EntitiesLost, "things lost"},
		{s.Realigned, "things whose first mention moved; they keep their id"}, {s.Kept, "claims no longer found that stand, because a person decided"}, {s.Settled, "claims found and not taken, because a person decided otherwise"},
		{s.Open, "conflicts that wait for a decision"}, {s.Touched, "of them about what somebody reviewed or judged"}, {s.Decided, "conflicts decided"}} {
		if x.n > 0 {
			fmt.Fprintf(w, "%7d %s\n", x.n, x.what)
		}
	}
	for _, r := range list {
		fmt.Fprintf(w, "\n%s  %s\n", r.Reference, oneLine(r.Title))
		for _, k := range r.Conflicts {
			tellConflict(w, k)
		}
		for _, x := range []struct {
			mark string
			list []app.RereadClaim
		}{{"+", r.GainedClaims}, {"-", r.LostClaims}, {"~", r.ChangedClaims}, {"=", r.KeptClaims}, {"!", r.SettledClaims}} {
			for _, c := range x.list {
				tellClaim(w, "  "+x.mark, c)
			}
		}
		for _, x := range r.RealignedEntities {
			fmt.Fprintf(w, "  > %s keeps its id %s\n", x.Name, x.ID)
		}
	}
}

func tellConflict(w io.Writer, k app.RereadConflict) {
	names := func(list []app.RereadEntity) string {
		var out []string
		for _, e := range list {
			n := e.Name
			if n == "" {
				n = string(e.ID)
			}
			if e.Judged {
				n += " (judged)"
			}
			if e.Keeps {
				n += " (keeps the id)"
			}
			out = append(out, n)
		}
		return strings.Join(out, " | ")
	}
	fmt.Fprintf(w, "  ? %s %s: %s → %s", k.ID, k.Kind, names(k.Old), names(k.New))
	if k.Reviewed > 0 {
		fmt.Fprintf(w, "; %d reviewed claims", k.Reviewed)
	}
	if k.Choice != nil {
		fmt.Fprintf(w, "; decided: the %s reading (%s: %s)", k.Choice.Side, k.Choice.Author, oneLine(k.Choice.Reason))
	}
	if k.Blocked {
		fmt.Fprint(w, "; the new reading cannot be taken before a judgement is withdrawn")
	}
	fmt.Fprintln(w)
	for _, c := range k.Gained {
		tellClaim(w, "    +", c)
	}
	for _, c := range k.Lost {
		tellClaim(w, "    -", c)
	}
	for _, c := range k.Moved {
		tellClaim(w, "    >", c)
	}
}

func tellClaim(w io.Writer, mark string, c app.RereadClaim) {
	value := c.Value
	if c.ValueName != "" {
		value = c.ValueName
	}
	fmt.Fprintf(w, "%s %s", mark, c.Schema)
	if c.EntityName != "" {
		fmt.Fprintf(w, " %s", oneLine(c.EntityName))
	}
	fmt.Fprintf(w, ": %s = %s", c.Prop, oneLine(value))
	if c.Polarity != sanad.Affirmed {
		fmt.Fprintf(w, " (%s)", c.Polarity)
	}
	if c.Quote != "" {
		fmt.Fprintf(w, "  “%s”", oneLine(c.Quote))
	}
	fmt.Fprintln(w)
}
