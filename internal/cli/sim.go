package cli

import (
	"encoding/json"
	"fmt"
	"os"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/api"
	"github.com/sanad-workbench/sanad/internal/sim"
)

type simulateCmd struct {
	Seed    uint64 `help:"Seed: the same seed gives the same world." default:"1"`
	Members int    `help:"Members of the invented network." default:"200"`
	Reports int    `help:"Reports." default:"5000"`
	Output  string `short:"o" required:"" help:"Folder to write; it must be new or empty." placeholder:"DIR"`
}

// Run invents a world.
func (c *simulateCmd) Run(e *env) error {
	dir := e.path(c.Output)
	if l, err := os.ReadDir(dir); err == nil && len(l) > 0 {
		return sanad.Errorf(sanad.Conflicting, "%s is not empty", c.Output).WithRemedy("choose a new folder")
	}
	w, err := sim.Generate(sim.Options{Seed: c.Seed, Members: c.Members, Reports: c.Reports})
	if err != nil {
		return sanad.Errorf(sanad.Invalid, "%v", err)
	}
	p := &progress{e: e}
	err = w.Write(dir, func(done, total int) { p.show("simulate", done, total) })
	p.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "The world is in %s: reports, sources.csv, gold, judgements.jsonl.\n", c.Output)
	return nil
}

type evalCmd struct {
	investigation
	Gold   string `required:"" help:"Folder with the truth." placeholder:"DIR"`
	Static bool   `help:"Leave out the played reviewers."`
	Most   int    `help:"Questions a played reviewer answers at most." default:"20000"`
	JSON   bool   `name:"json" help:"Print JSON."`
}

// Run scores.
func (c *evalCmd) Run(e *env) error {
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	metrics, err := a.Evaluate(e.ctx, e.actor, inv, e.path(c.Gold), !c.Static, c.Most)
	if err != nil {
		return err
	}
	if c.JSON {
		out := map[string]json.Number{}
		for _, m := range metrics {
			var name, value string
			fmt.Sscan(m.String(), &name, &value)
			out[name] = json.Number(value)
		}
		return e.json(out)
	}
	for _, m := range metrics {
		fmt.Fprintln(e.out, m)
	}
	return nil
}

type openapiCmd struct{}

// Run prints the description of the API.
func (c *openapiCmd) Run(e *env) error {
	y, err := api.OpenAPI()
	if err != nil {
		return err
	}
	_, err = e.out.Write(y)
	return err
}
