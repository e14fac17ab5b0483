package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/exchange"
	"github.com/sanad-workbench/sanad/internal/intake"
	"github.com/sanad-workbench/sanad/internal/text"
)

type demoCmd struct {
	data
	Seed    uint64 `help:"Seed of the invented world." default:"1"`
	Members int    `help:"Members of the invented network." default:"200"`
	Reports int    `help:"Reports." default:"5000"`
}

// Run makes the demo investigation, or goes on where it was interrupted.
func (c *demoCmd) Run(e *env) error {
	a, done, err := e.open(c.data, true)
	if err != nil {
		return err
	}
	defer done()
	return makeDemo(e, a, app.DemoOptions{Seed: c.Seed, Members: c.Members, Reports: c.Reports})
}

func makeDemo(e *env, a *app.App, o app.DemoOptions) error {
	p := &progress{e: e}
	start := time.Now()
	inv, err := a.Demo(e.ctx, e.actor, o, p.show)
	p.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "Investigation %q is ready (%.1f s).\n", inv.Name, time.Since(start).Seconds())
	return nil
}

type investigationCmd struct {
	Create struct {
		data
		Name  string `arg:"" help:"Name."`
		Title string `help:"One line that says what it is about."`
	} `cmd:"" help:"Make an investigation."`
	List struct {
		data
		JSON bool `name:"json" help:"Print JSON."`
	} `cmd:"" help:"List the investigations."`
}

// Run makes an investigation, or lists them: a name is given only to create, which needs one.
func (c *investigationCmd) Run(e *env) error {
	if c.Create.Name != "" {
		a, done, err := e.open(c.Create.data, true)
		if err != nil {
			return err
		}
		defer done()
		inv, err := a.CreateInvestigation(e.ctx, e.actor, c.Create.Name, c.Create.Title, false)
		if err == nil {
			fmt.Fprintf(e.out, "Investigation %q is there.\n", inv.Name)
		}
		return err
	}
	a, done, err := e.open(c.List.data, false)
	if err != nil {
		return err
	}
	defer done()
	list, err := a.Investigations(e.ctx, e.actor)
	if err != nil {
		return err
	}
	if c.List.JSON {
		return e.json(list)
	}
	for _, i := range list {
		fmt.Fprintf(e.out, "%s\t%s\n", i.Name, i.Title)
	}
	return nil
}

type addCmd struct {
	investigation
	Paths   []string `arg:"" help:"Files, folders, archives." placeholder:"PATH"`
	Sources string   `help:"Table that says whose report each file is." placeholder:"FILE.csv"`
	Source  string   `help:"Source of files without a row: a code such as SRC-0142, or a name." placeholder:"CODE"`
	Kind    string   `help:"Kind of that source." enum:"resident,officer,agency,outlet,court,organization,document,list" default:"document"`
	Label   string   `help:"Handling label of the reports."`
	Quiet   bool     `short:"q" help:"Print problems only."`
	JSON    bool     `name:"json" help:"Print the run as JSON."`
}

// Run adds reports and returns when they are read and questions are raised.
func (c *addCmd) Run(e *env) error {
	a, done, err := e.open(c.data, true)
	if err != nil {
		return err
	}
	defer done()
	given := app.Given{Label: c.Label}
	if c.Source != "" {
		given.Source = sanad.Source{Code: c.Source, Kind: sanad.SourceKind(c.Kind)}
		if err := given.Source.Validate(); err != nil {
			return err
		}
		if given.Source.Kind.Protected() {
			return sanad.Errorf(sanad.Invalid, "reports of a %s need a row each in a sources file", c.Kind).
				WithRemedy("the row vouches that text and reference give nobody away: use --sources")
		}
	}
	inv, err := a.Investigation(e.ctx, e.actor, c.Inv)
	if sanad.CodeOf(err) == sanad.NotFound {
		if c.Sources != "" { // a faulty sources file must leave nothing behind, no empty investigation either
			if _, err := app.ReadSources(e.path(c.Sources)); err != nil {
				return err
			}
		}
		inv, err = a.CreateInvestigation(e.ctx, e.actor, c.Inv, "", false)
	}
	if err != nil {
		return err
	}
	paths := make([]string, len(c.Paths))
	for i, p := range c.Paths {
		paths[i] = e.path(p)
	}
	p := &progress{e: e}
	show := func(stage string, done, total int) {
		if !c.Quiet {
			p.show(stage, done, total)
		}
	}
	run, err := a.AddFiles(e.ctx, e.actor, inv.ID, paths, e.path(c.Sources), given, nil, func(done, total int) { show("intake", done, total) })
	if err == nil {
		run, err = a.Wait(e.ctx, e.actor, run.ID, func(r sanad.Run) { show(r.Stage, r.Done, r.Total) })
	}
	p.end()
	if err != nil {
		return err
	}
	for _, x := range run.Problems {
		where := x.File
		if x.Place != "" {
			where += ", " + x.Place
		}
		fmt.Fprintf(e.err, "sanad: %s: %s\n", where, x.Message)
		if x.Remedy != "" {
			fmt.Fprintf(e.err, "  %s\n", x.Remedy)
		}
		e.code = exitPartial
	}
	if c.JSON {
		return e.json(run)
	}
	if !c.Quiet {
		fmt.Fprintf(e.out, "%d new reports in %q; %d problems.\n", run.Total, inv.Name, len(run.Problems))
	}
	return nil
}

type extractCmd struct {
	Files    []string `arg:"" help:"Files to read." placeholder:"FILE"`
	IOB      bool     `name:"iob" help:"The files hold a token and a label a line, a blank line between sentences: print each token with the label the model gives it."`
	Language string   `help:"Language, when known (ar, en)."`
	Dated    string   `help:"Date of the text; relative dates count from it." placeholder:"YYYY-MM-DD"`
}

// Run prints the claims of files as JSON lines.
func (c *extractCmd) Run(e *env) error {
	if c.IOB {
		for _, f := range c.Files {
			if err := e.tagFile(f); err != nil {
				return err
			}
		}
		return nil
	}
	paths := make([]string, len(c.Files))
	for i, p := range c.Files {
		paths[i] = e.path(p)
	}
	files, problems := intake.Collect(paths)
	enc := exchange.NewEncoder(e.out)
	now := time.Now().UTC()
	r := &intake.Reader{Limits: intake.DefaultLimits, Problem: func(p sanad.Problem) { problems = append(problems, p) }, Yield: func(it intake.Item) error {
		ref := strings.TrimSuffix(it.Name, filepath.Ext(it.Name))
		if it.Exhibit {
			problems = append(problems, sanad.Problem{File: it.Path, Message: "is a picture or recording", Remedy: "type what it says into a text file"})
			return nil
		}
		lang := c.Language
		if lang == "" {
			lang = text.LanguageOf(it.Text)
		}
		dated := c.Dated
		if dated == "" {
			dated = it.Dated
		}
		return app.ExtractLines(e.ctx, ref, it.Text, lang, dated, now, enc.Claim)
	}}
	for _, f := range files {
		if err := r.Open(e.ctx, f); err != nil {
			return err
		}
	}
	for _, p := range problems {
		fmt.Fprintf(e.err, "sanad: %s: %s\n", p.File, p.Message)
		e.code = exitPartial
	}
	if len(problems) > 0 && len(problems) >= len(files) {
		e.code = exitUsage
	}
	return nil
}

type searchCmd struct {
	investigation
	Query []string `arg:"" help:"A name in either script, or words."`
	Limit int      `help:"Rows of each kind at most." default:"20"`
	JSON  bool     `name:"json" help:"Print JSON."`
}

// Run searches.
func (c *searchCmd) Run(e *env) error {
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	res, err := a.Search(e.ctx, e.who("search"), inv, strings.Join(c.Query, " "), c.Limit)
	if err != nil {
		return err
	}
	if c.JSON {
		return e.json(res)
	}
	for _, p := range res.Persons {
		if p.LatestInferred {
			p.Latest += " (inferred)"
		}
		fmt.Fprintf(e.out, "person\t%s\t%s\t%d reports\t%s\t%s\n", p.ID, p.Name, p.Reports, p.Latest, strings.Join(p.Spellings, "; "))
	}
	for _, r := range res.Reports {
		fmt.Fprintf(e.out, "report\t%s\t%s\t%s\t%s\n", r.Reference, r.Dated, r.SourceCode, strings.Join(strings.Fields(r.Quote), " "))
	}
	for _, p := range res.Places {
		fmt.Fprintf(e.out, "place\t%s\t%s\t%s\t%.4f,%.4f\n", p.ID, p.NameEN, p.NameAR, p.Lat, p.Lon)
	}
	if len(res.Persons)+len(res.Reports)+len(res.Places) == 0 {
		fmt.Fprintln(e.err, "Nothing found. Try another spelling, fewer words, or the other script.")
	}
	return nil
}

type briefCmd struct {
	investigation
	Output   string   `short:"o" required:"" help:"File to write: .html or .md." placeholder:"FILE"`
	Title    string   `help:"Title; that of the investigation when empty."`
	Language string   `help:"Language of the paper." enum:"en,ar" default:"en"`
	Person   []string `help:"Only what concerns this person; may be repeated." placeholder:"ID"`
	Incident []string `help:"Only what concerns this incident; may be repeated." placeholder:"ID"`
}

// Run releases a briefing and writes it.
func (c *briefCmd) Run(e *env) error {
	ext := strings.ToLower(filepath.Ext(c.Output))
	if ext != ".html" && ext != ".md" {
		return sanad.Errorf(sanad.Invalid, "%s: a briefing is written as .html or .md", c.Output).WithRemedy("choose one of the two")
	}
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	w, commit, abandon, err := e.output(c.Output)
	if err != nil {
		return err
	}
	defer abandon()
	o := app.BriefOrder{Title: c.Title, Language: c.Language}
	for _, p := range c.Person {
		o.Persons = append(o.Persons, sanad.ID(p))
	}
	for _, i := range c.Incident {
		o.Incident = append(o.Incident, sanad.ID(i))
	}
	rel, err := a.ReleaseBrief(e.ctx, e.actor, inv, o)
	if err != nil {
		return err
	}
	b, err := a.Brief(e.ctx, e.who("write briefing"), inv, rel.Number)
	if err != nil {
		return err
	}
	out := b.Markdown()
	if ext == ".html" {
		if out, err = b.HTML(); err != nil {
			return err
		}
	}
	if _, err := io.WriteString(w, out); err != nil {
		return fmt.Errorf("write %s: %w", c.Output, err)
	}
	if err := commit(); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "Briefing %d is in %s.\n", rel.Number, c.Output)
	return nil
}

type exportCmd struct {
	investigation
	Format string `help:"What to write: claims, questions, lineage, ftm, csv; corrections and iob are training data." enum:"claims,questions,lineage,ftm,csv,corrections,iob" default:"claims"`
	Reason string `help:"Why; it goes into the file and the log."`
	Output string `short:"o" help:"File to write; standard output when empty." placeholder:"FILE"`
	All    bool   `help:"Rejected claims too."`
}

// Run exports.
func (c *exportCmd) Run(e *env) error {
	a, inv, done, err := e.in(c.investigation)
	if err != nil {
		return err
	}
	defer done()
	w, commit, abandon, err := e.output(c.Output)
	if err != nil {
		return err
	}
	defer abandon()
	if err := a.Export(e.ctx, e.who("export"), inv, c.Format, c.Reason, c.All, w); err != nil {
		return err
	}
	return commit()
}

type backupCmd struct {
	data
	File string `arg:"" help:"File to write." placeholder:"FILE.tar.gz"`
}

// Run writes a backup.
func (c *backupCmd) Run(e *env) error {
	a, done, err := e.open(c.data, false)
	if err != nil {
		return err
	}
	defer done()
	if err := a.Backup(e.ctx, e.actor, e.path(c.File)); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "The data directory is in %s. It holds everything, sealed originals and their key too: keep it like them.\n", c.File)
	return nil
}

type restoreCmd struct {
	data
	File string `arg:"" help:"Backup to unpack." placeholder:"FILE.tar.gz"`
}

// Run restores a backup.
func (c *restoreCmd) Run(e *env) error {
	if err := app.Restore(e.path(c.File), e.path(c.Data)); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "Restored into %s.\n", c.Data)
	return nil
}

type auditCmd struct {
	Verify struct {
		data
		JSON bool `name:"json" help:"Print JSON."`
	} `cmd:"" help:"Check that no entry of the log was changed, removed or inserted."`
}

// Run verifies the audit log.
func (c *auditCmd) Run(e *env) error {
	a, done, err := e.open(c.Verify.data, false)
	if err != nil {
		return err
	}
	defer done()
	res, err := a.VerifyAudit(e.ctx)
	if err != nil {
		return err
	}
	if c.Verify.JSON {
		return e.json(res)
	}
	fmt.Fprintf(e.out, "The audit log is whole: %d entries, %d signed checkpoints.\n%s", res.Leaves, res.Checkpoints, res.Head)
	return nil
}

type versionCmd struct{}

// Run prints the version.
func (c *versionCmd) Run(e *env) error {
	fmt.Fprintf(e.out, "sanad %s\n", app.Version)
	return nil
}
