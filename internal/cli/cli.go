// Package cli is the command line. Each command calls one use case of app; here everything is wired together.
package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/alecthomas/kong"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/store"
)

// The exit codes.
const (
	exitOK       = 0
	exitInternal = 1
	exitUsage    = 2 // wrong input or arguments
	exitNotFound = 3
	exitConflict = 4
	exitBusy     = 5
	exitPartial  = 6 // done, but some files could not be taken in
)

// data is the flag every command has that works on a data directory.
type data struct {
	Data string `help:"Data directory." default:"./sanad-data" placeholder:"DIR" env:"SANAD_DATA"`
}

type investigation struct {
	data
	Inv string `short:"i" name:"investigation" help:"Investigation, by name." required:"" placeholder:"INV"`
}

type commands struct {
	Demo          demoCmd          `cmd:"" help:"Make the demo investigation: an invented world with its reports."`
	Serve         serveCmd         `cmd:"" help:"Serve the workbench in the browser."`
	Investigation investigationCmd `cmd:"" help:"Make and list investigations."`
	Add           addCmd           `cmd:"" help:"Add reports: files, folders, archives, tables."`
	Extract       extractCmd       `cmd:"" help:"Read files and print their claims, without a database."`
	Names         namesCmd         `cmd:"" help:"Take names apart, compare and score them."`
	Link          linkCmd          `cmd:"" help:"Link the records of one table or two."`
	Assist        assistCmd        `cmd:"" help:"Have a language model read reports once more; what it finds is only proposed."`
	Reread        rereadCmd        `cmd:"" help:"Read texts again with the present extractor: what would change, and take it."`
	Questions     questionsCmd     `cmd:"" help:"Show the open questions, in the order to ask."`
	Judge         judgeCmd         `cmd:"" help:"Answer a question: same, different or unsure."`
	Undo          undoCmd          `cmd:"" help:"Withdraw a judgement."`
	Search        searchCmd        `cmd:"" help:"Search persons, reports and places."`
	Show          showCmd          `cmd:"" help:"Show a report, a person, an incident, the network or a case."`
	Brief         briefCmd         `cmd:"" help:"Release a briefing and write it to a file."`
	Export        exportCmd        `cmd:"" help:"Export claims, questions, lineage, FollowTheMoney or CSV."`
	Simulate      simulateCmd      `cmd:"" help:"Invent a world and write its reports and its truth."`
	Eval          evalCmd          `cmd:"" help:"Score an investigation against a known truth."`
	Backup        backupCmd        `cmd:"" help:"Write the whole data directory into one file."`
	Restore       restoreCmd       `cmd:"" help:"Unpack a backup into a new data directory."`
	Audit         auditCmd         `cmd:"" help:"Check the audit log."`
	Version       versionCmd       `cmd:"" help:"Print the version."`
	OpenAPI       openapiCmd       `cmd:"" name:"openapi" help:"Print the description of the HTTP API (OpenAPI 3.1)."`
}

// env is what a command works with.
type env struct {
	ctx   context.Context
	args  []string
	cwd   string
	out   io.Writer
	err   io.Writer
	tty   bool     // err is a terminal: progress may be drawn over itself
	app   *app.App // the server's, when a command runs inside it
	actor sanad.Actor
	code  int // an exit code other than 0 although the command went through
}

// errElsewhere says that a server owns the data directory and must run the command.
var errElsewhere = errors.New("owned by a server")

// Main runs the program and returns its exit code.
func Main(ctx context.Context, args []string) int {
	// Reading is short-lived garbage beside a long-lived picture: collecting at half the default growth costs a little
	// time and saves a third of the memory. GOGC overrides it.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50)
	}
	cwd, err := os.Getwd()
	if err != nil {
		fmt.Fprintf(os.Stderr, "sanad: %v\n", err)
		return exitInternal
	}
	st, _ := os.Stderr.Stat()
	e := &env{ctx: ctx, args: args, cwd: cwd, out: os.Stdout, err: os.Stderr, tty: st != nil && st.Mode()&os.ModeCharDevice != 0, actor: app.Local()}
	return e.run()
}

// exit carries an exit code out of kong, which wants to end the process for --help.
type exit int

func (e *env) run() (code int) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case exit:
			code = int(r)
		default:
			// A mistake of ours. What it says helps whoever reports it; a stack trace would not help the user.
			fmt.Fprintf(e.err, "sanad: something went wrong inside: %v\n  Nothing half-done was kept. Please report it with the command you ran.\n", r)
			code = exitInternal
		}
	}()
	var c commands
	parser, err := kong.New(&c, kong.Name("sanad"), kong.Description("Sanad cross-checks reports into a sourced picture of who did what, where and when."),
		kong.Writers(e.out, e.err), kong.Exit(func(n int) { panic(exit(n)) }), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.Vars{"version": app.Version})
	if err != nil {
		fmt.Fprintf(e.err, "sanad: %v\n", err)
		return exitInternal
	}
	if len(e.args) == 0 {
		e.args = []string{"--help"}
	}
	k, err := parser.Parse(e.args)
	if err != nil {
		fmt.Fprintf(e.err, "sanad: %v\n", err)
		fmt.Fprintln(e.err, "Run sanad --help, or sanad COMMAND --help.")
		return exitUsage
	}
	err = k.Run(e)
	if errors.Is(err, errElsewhere) {
		return e.forward(dataOf(k))
	}
	if err != nil {
		return e.fail(err)
	}
	return e.code
}

// dataOf finds the data directory a parsed command names.
func dataOf(k *kong.Context) string {
	for _, f := range k.Flags() {
		if f.Name == "data" {
			return k.FlagValue(f).(string)
		}
	}
	return ""
}

func (e *env) fail(err error) int {
	var s *sanad.Error
	if errors.As(err, &s) {
		fmt.Fprintf(e.err, "sanad: %s\n", s.Message)
		if s.Err != nil {
			fmt.Fprintf(e.err, "  because: %v\n", s.Err)
		}
		if s.Remedy != "" {
			fmt.Fprintf(e.err, "  %s\n", s.Remedy)
		}
	} else {
		fmt.Fprintf(e.err, "sanad: %v\n", err)
	}
	switch sanad.CodeOf(err) {
	case sanad.Invalid:
		return exitUsage
	case sanad.NotFound:
		return exitNotFound
	case sanad.Conflicting, sanad.Forbidden:
		return exitConflict
	case sanad.Busy:
		return exitBusy
	}
	return exitInternal
}

// path makes a path of the user's absolute: a command may run inside a server with another working directory.
func (e *env) path(p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(e.cwd, p)
}

// open opens the data directory, creating it only when create is set. Commands call it first: when a server owns the
// directory nothing has happened yet, and the command runs there.
func (e *env) open(d data, create bool) (*app.App, func(), error) {
	if e.app != nil {
		return e.app, func() {}, nil
	}
	dir := e.path(d.Data)
	if !create && !app.Exists(dir) {
		return nil, nil, sanad.Errorf(sanad.NotFound, "there is no data directory %s", dir).WithRemedy("name another with --data, or begin with sanad demo or sanad add")
	}
	a, err := app.Open(e.ctx, dir)
	if sanad.CodeOf(err) == sanad.Busy && serving(dir) {
		return nil, nil, errElsewhere
	}
	if err != nil {
		return nil, nil, err
	}
	return a, func() {
		if err := a.Close(); err != nil {
			fmt.Fprintf(e.err, "sanad: close data directory: %v\n", err)
		}
	}, nil
}

// in opens the data directory and finds the investigation.
func (e *env) in(i investigation) (*app.App, sanad.ID, func(), error) {
	a, done, err := e.open(i.data, false)
	if err != nil {
		return nil, "", nil, err
	}
	inv, err := a.Investigation(e.ctx, e.actor, i.Inv)
	if err != nil {
		done()
		return nil, "", nil, err
	}
	return a, inv.ID, done, nil
}

func (e *env) who(purpose string) store.Who { return store.Who{Actor: e.actor, Purpose: purpose} }

// json prints a value.
func (e *env) json(v any) error {
	enc := json.NewEncoder(e.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// output opens the file a command writes to, standard output for "" and "-". Nothing stands under the final name before
// commit is called.
func (e *env) output(name string) (w io.Writer, commit func() error, abandon func(), err error) {
	if name == "" || name == "-" {
		return e.out, func() error { return nil }, func() {}, nil
	}
	path := e.path(name)
	f, err := os.CreateTemp(filepath.Dir(path), ".sanad-*")
	if err != nil {
		return nil, nil, nil, sanad.Errorf(sanad.Invalid, "%s cannot be written: %v", name, err).WithRemedy("check that the folder is there and may be written to")
	}
	return f, func() error {
			if err := errors.Join(f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
				return fmt.Errorf("write %s: %w", name, err)
			}
			return os.Rename(f.Name(), path)
		}, func() {
			f.Close()
			os.Remove(f.Name())
		}, nil
}
