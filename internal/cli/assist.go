package cli

import (
	"fmt"
	"os"

	"github.com/sanad-workbench/sanad/internal/extract/assist"
)

type assistCmd struct {
	investigation
	Reports     []string `arg:"" help:"References of the reports to read." placeholder:"REPORT"`
	Endpoint    string   `help:"Base address of an OpenAI-compatible endpoint." placeholder:"URL" env:"SANAD_ASSIST_ENDPOINT" required:""`
	Model       string   `help:"Name of the model, as the endpoint knows it." env:"SANAD_ASSIST_MODEL" required:""`
	AllowRemote bool     `help:"Allow an address outside this machine and its local network."`
	Show        bool     `help:"Print what would be sent, and send nothing."`
}

// Run has a model read reports and proposes what it finds. The key comes from the environment alone: a command line is
// seen by every process of the machine.
func (c *assistCmd) Run(e *env) error {
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	o := assist.Options{Endpoint: c.Endpoint, Model: c.Model, Key: os.Getenv("SANAD_ASSIST_KEY"), Remote: c.AllowRemote}
	for _, ref := range c.Reports {
		if c.Show {
			body, err := a.AssistRequest(e.ctx, e.actor, inv, ref, o)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.out, "%s\n", body)
			continue
		}
		got, err := a.Assist(e.ctx, e.actor, inv, ref, o)
		if err != nil {
			return err
		}
		fmt.Fprintf(e.out, "%s: %d claims proposed, %d dropped for want of a quote in the report.\n", got.Reference, got.Claims, got.Dropped)
	}
	return nil
}
