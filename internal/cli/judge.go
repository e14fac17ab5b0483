package cli

import (
	"fmt"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/exchange"
)

type questionsCmd struct {
	investigation
	Limit   int  `help:"Questions at most." default:"20"`
	Weights bool `help:"Print instead what evidence is worth here where this investigation taught otherwise: log-odds by hand, here, and the judged pairs behind it."`
	Doubts  bool `help:"Print instead the judgements that deserve a second look: joins of two whom all that is known makes unlikely to be one, and the other way round."`
	JSON    bool `name:"json" help:"Print JSON."`
}

// Run shows the open questions.
func (c *questionsCmd) Run(e *env) error {
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	if c.Weights {
		return c.weights(e, a, inv)
	}
	if c.Doubts {
		return c.doubts(e, a, inv)
	}
	list, err := a.Questions(e.ctx, e.who("questions"), inv, 0, c.Limit)
	if err != nil {
		return err
	}
	if c.JSON {
		return e.json(list)
	}
	if list.Total == 0 {
		fmt.Fprintln(e.err, "No open questions.")
	}
	for _, q := range list.Rows {
		fmt.Fprintf(e.out, "%s  %s\n%s  %s\n", q.Left, q.LeftRef.Name, q.Right, q.RightRef.Name)
		for _, r := range q.For {
			fmt.Fprintf(e.out, "   + %s\n", exchange.Words(r))
		}
		for _, r := range q.Against {
			fmt.Fprintf(e.out, "   - %s\n", exchange.Words(r))
		}
		fmt.Fprintln(e.out)
	}
	if list.Total > len(list.Rows) {
		fmt.Fprintf(e.err, "%d more.\n", list.Total-len(list.Rows))
	}
	return nil
}

func (c *questionsCmd) doubts(e *env, a *app.App, inv sanad.ID) error {
	list, err := a.Doubts(e.ctx, e.who("doubts"), inv, 0, c.Limit, false)
	if err != nil {
		return err
	}
	if c.JSON {
		return e.json(list)
	}
	if list.Total == 0 {
		fmt.Fprintln(e.err, "No judgement deserves a second look.")
	}
	for _, d := range list.Rows {
		j := d.Judgement
		fmt.Fprintf(e.out, "%s  %s by %s; they are one with a probability of %.4f\n", j.ID, j.Verdict, j.Author, d.P)
		fmt.Fprintf(e.out, "   %s  %s (%d found)\n   %s  %s (%d found)\n\n", j.Left, d.Left.Name, d.Left.Members, j.Right, d.Right.Name, d.Right.Members)
	}
	if list.Total > len(list.Rows) {
		fmt.Fprintf(e.err, "%d more.\n", list.Total-len(list.Rows))
	}
	return nil
}

func (c *questionsCmd) weights(e *env, a *app.App, inv sanad.ID) error {
	list, err := a.Weights(e.ctx, e.who("weights"), inv)
	if err != nil {
		return err
	}
	if c.JSON {
		return e.json(list)
	}
	if len(list) == 0 {
		fmt.Fprintln(e.err, "Evidence weighs what was set by hand: nothing was learned here yet.")
	}
	for _, w := range list {
		fmt.Fprintf(e.out, "%-24s %6.2f %6.2f %6d\n", w.Code, w.ByHand, w.Here, w.Judged)
	}
	return nil
}

type judgeCmd struct {
	investigation
	Left    string   `arg:"" help:"Id of one side."`
	Right   string   `arg:"" help:"Id of the other."`
	Verdict string   `arg:"" help:"same, different or unsure."`
	Reason  string   `help:"Why. A same needs one." placeholder:"TEXT"`
	Among   []string `help:"With unsure: one more whom the left one may be; may be given several times." placeholder:"ID"`
	Again   string   `help:"A judgement on the two that this is a second look at: your own other word takes its place, anybody else's is a conflict." placeholder:"JUDGEMENT"`
	JSON    bool     `name:"json" help:"Print JSON."`
}

// Run judges. On the command line the user stands for two persons: he types the verdict in full.
func (c *judgeCmd) Run(e *env) error {
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	v := app.Verdict{Left: sanad.ID(c.Left), Right: sanad.ID(c.Right), Verdict: sanad.Verdict(c.Verdict), Reason: c.Reason, Second: "command line", Again: sanad.ID(c.Again)}
	for _, id := range c.Among {
		v.Among = append(v.Among, sanad.ID(id))
	}
	j, err := a.Judge(e.ctx, e.actor, inv, v)
	if err != nil {
		return err
	}
	if c.JSON {
		return e.json(j)
	}
	fmt.Fprintf(e.out, "%s %s\n", j.Judgement.ID, c.Verdict)
	if len(j.Joined) > 0 {
		fmt.Fprintf(e.out, "%d pairs are now one, as %s.\n", len(j.Joined), j.Canonical)
	}
	for _, x := range j.Conflicts {
		fmt.Fprintf(e.out, "Conflict, the join is suspended: %s against %s (%s).\n", x.LeftRef.Name, x.RightRef.Name, strings.ReplaceAll(x.Kind, "_", " "))
	}
	return nil
}

type undoCmd struct {
	investigation
	Judgement string `arg:"" optional:"" help:"Judgement to withdraw; your newest when left out."`
}

// Run withdraws a judgement.
func (c *undoCmd) Run(e *env) error {
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	j, err := a.Undo(e.ctx, e.actor, inv, sanad.ID(c.Judgement))
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "Withdrawn: %s %s (%s, %s)\n", j.ID, j.Verdict, j.Left, j.Right)
	return nil
}

type showCmd struct {
	What string `arg:"" enum:"report,person,incident,network,case" help:"report, person, incident, network or case."`
	ID   string `arg:"" optional:"" help:"Id or reference; the network needs none."`
	investigation
	AsOf string `help:"Show what was known at this moment." placeholder:"RFC3339"`
}

// Run prints a thing as JSON: what the screens show, with every citation.
func (c *showCmd) Run(e *env) error {
	if c.ID == "" && c.What != "network" {
		return sanad.Errorf(sanad.Invalid, "show %s needs an id", c.What).WithRemedy("sanad search finds ids; reports may be given by reference")
	}
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	who := e.who("show " + c.What)
	if who.AsOf, err = moment(c.AsOf); err != nil {
		return err
	}
	id := sanad.ID(c.ID)
	var v any
	switch c.What {
	case "report":
		v, err = a.Report(e.ctx, who, inv, c.ID)
	case "person":
		v, err = a.Person(e.ctx, who, inv, id, true)
	case "incident":
		v, err = a.Incident(e.ctx, who, inv, id, true)
	case "network":
		v, err = a.Network(e.ctx, who, inv, false)
	case "case":
		v, err = a.Proceeding(e.ctx, who, inv, id)
	}
	if err != nil {
		return err
	}
	return e.json(v)
}
