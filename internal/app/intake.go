package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/blob"
	"github.com/sanad-workbench/sanad/internal/intake"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
	"github.com/sanad-workbench/sanad/internal/vault"
)

// batchSize is how many reports one job reads: large enough that the commit costs little beside the reading, small
// enough that a killed process loses seconds.
const batchSize = 100

// Given is what somebody says about a report that does not come from a sources file.
type Given struct {
	Source     sanad.Source
	Reference  string // vouched for; empty: made from the file's name, or random for a protected source
	Vouched    bool   // text and reference give nobody away: needed for files of a protected source
	Title      string
	Received   string
	Dated      string
	Language   string
	Label      string
	Conditions string
	Consent    string
	TakenBy    string
	Access     sanad.Access
}

// AddFiles takes in files and folders, reads them, finds copies and raises questions. It returns when the run has begun
// and every file is on disk; Wait waits for the rest. sources may be empty. again continues a run that was interrupted.
func (a *App) AddFiles(ctx context.Context, actor sanad.Actor, inv sanad.ID, paths []string, sources string, given Given, again *sanad.Run, progress func(done, total int)) (sanad.Run, error) {
	files, problems := intake.Collect(paths)
	rows := map[string]SourceRow{}
	if sources != "" {
		list, err := ReadSources(sources)
		if err != nil {
			return sanad.Run{}, err
		}
		abs, _ := filepath.Abs(sources)
		kept := files[:0:0]
		for _, f := range files { // the list itself is not a report, when it lies among them
			if p, _ := filepath.Abs(f.Path); p != abs {
				kept = append(kept, f)
			}
		}
		if files = kept; len(list) > 0 {
			if rows, err = attribute(sources, list, files); err != nil {
				return sanad.Run{}, err
			}
		}
	}
	if len(files) == 0 && len(problems) > 0 {
		p := problems[0]
		return sanad.Run{}, sanad.Errorf(sanad.Invalid, "%s: %s", p.File, p.Message).WithRemedy("%s", p.Remedy)
	}
	in, err := a.beginIntake(ctx, actor, inv, again)
	if err != nil {
		return sanad.Run{}, err
	}
	in.problems = problems
	r := &intake.Reader{Limits: intake.DefaultLimits}
	for i, f := range files {
		g := given
		row, ok := rows[f.Path]
		if ok {
			g = Given{Source: row.Source, Reference: row.Reference, Vouched: true, Received: row.Received, Dated: row.Dated, Language: row.Language, Label: given.Label}
		}
		r.Problem = func(p sanad.Problem) {
			if g.Source.Kind.Protected() {
				p.File = g.Reference // the file's own name may say who gave it
			}
			in.problems = append(in.problems, p)
		}
		n := 0
		r.Yield = func(it intake.Item) error {
			n++
			one := g
			if ok && n > 1 || ok && it.Name != filepath.Base(f.Path) {
				one.Reference = row.Reference + "#" + strings.TrimPrefix(it.Name, stem(f.Path)+"#")
			}
			return in.take(it, one)
		}
		if err := r.Open(ctx, f); err != nil {
			return in.run, in.abandon(err)
		}
		if progress != nil {
			progress(i+1, len(files))
		}
	}
	return in.finish()
}

// Upload is a file that came over the network or out of a form.
type Upload struct {
	Name string
	Data []byte
}

// AddUploads takes in files that are already in memory.
func (a *App) AddUploads(ctx context.Context, actor sanad.Actor, inv sanad.ID, uploads []Upload, given Given) (sanad.Run, error) {
	if given.Source.Kind.Protected() && !given.Vouched {
		return sanad.Run{}, sanad.Errorf(sanad.Invalid, "files of a protected source need somebody who vouches for their text").
			WithRemedy("check that text and reference give nobody away and tick the box, or type the statement in the form")
	}
	in, err := a.beginIntake(ctx, actor, inv, nil)
	if err != nil {
		return sanad.Run{}, err
	}
	r := &intake.Reader{Limits: intake.DefaultLimits}
	for _, u := range uploads {
		r.Problem = func(p sanad.Problem) {
			if given.Source.Kind.Protected() {
				p.File = "a file"
			}
			in.problems = append(in.problems, p)
		}
		r.Yield = func(it intake.Item) error { return in.take(it, given) }
		if err := r.Bytes(ctx, u.Name, u.Data); err != nil {
			return in.run, in.abandon(err)
		}
	}
	return in.finish()
}

// AddText takes in a text that was pasted or typed: an article, or a statement taken from somebody.
func (a *App) AddText(ctx context.Context, actor sanad.Actor, inv sanad.ID, body string, given Given) (sanad.Run, error) {
	if strings.TrimSpace(body) == "" {
		return sanad.Run{}, sanad.Errorf(sanad.Invalid, "there is no text").WithRemedy("paste or type what the report says")
	}
	given.Vouched = true // typed by a person, who is told so in the form
	in, err := a.beginIntake(ctx, actor, inv, nil)
	if err != nil {
		return sanad.Run{}, err
	}
	body = strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\r", "\n")
	it := intake.Item{Name: "pasted", Path: "pasted text", Data: []byte(body), MediaType: "text/plain", Text: body, Tool: "typed/1", Title: given.Title}
	if it.Title == "" {
		it.Title, _, _ = strings.Cut(strings.TrimSpace(body), "\n")
		if r := []rune(it.Title); len(r) > 120 {
			it.Title = string(r[:120]) + "…"
		}
	}
	if err := in.take(it, given); err != nil {
		return in.run, in.abandon(err)
	}
	return in.finish()
}

// taking is an intake under way: items gather into batches, each stored in one transaction with the job that reads it.
type taking struct {
	a        *App
	ctx      context.Context
	actor    sanad.Actor
	inv      sanad.ID
	secret   string
	run      sanad.Run
	batch    []taken
	n        int // of batches
	problems []sanad.Problem
}

type taken struct {
	item  intake.Item
	given Given
}

func (a *App) beginIntake(ctx context.Context, actor sanad.Actor, inv sanad.ID, again *sanad.Run) (*taking, error) {
	in := &taking{a: a, ctx: ctx, actor: actor, inv: inv}
	err := a.store.Update(ctx, inv, actor, "begin intake", func(t *store.Tx) error {
		var err error
		if in.secret, err = t.Secret(); err != nil {
			return err
		}
		if again != nil {
			in.run = *again
			in.run.State, in.run.Closed, in.run.Message = sanad.Running, false, ""
		} else {
			in.run = sanad.Run{ID: sanad.NewID("w"), Investigation: inv, Kind: "add", State: sanad.Running, Stage: stageRead, Actor: actor.Name, Started: t.Now()}
		}
		t.Log("run", in.run.ID)
		return t.PutRun(in.run)
	})
	return in, err
}

func (in *taking) take(it intake.Item, g Given) error {
	in.batch = append(in.batch, taken{it, g})
	if len(in.batch) >= batchSize {
		return in.flush()
	}
	return nil
}

// sealers is how many originals are put on disk at once: mostly they wait for the disk.
const sealers = 8

// keep puts the original of an item on disk, sealed where its source is protected, and returns its report.
func (in *taking) keep(it intake.Item, g *Given) (sanad.Report, error) {
	if g.Source.Code == "" {
		g.Source = sanad.Source{Code: "unattributed", Kind: sanad.Document}
	}
	protected := g.Source.Kind.Protected()
	if protected && !g.Vouched {
		return sanad.Report{}, sanad.Errorf(sanad.Forbidden, "comes from a protected source and nobody vouches for its text").WithRemedy("give it a row in a sources file")
	}
	hash := blob.Hash(it.Data)
	r := sanad.Report{ID: sanad.DeriveID("r", in.secret, hash, g.Reference, g.Source.Code), Reference: g.Reference, Title: it.Title, MediaType: it.MediaType, Size: int64(len(it.Data)),
		FileName: it.Name, Received: g.Received, Dated: g.Dated, Language: g.Language, Label: g.Label, Conditions: g.Conditions, Consent: g.Consent,
		TakenBy: g.TakenBy, Access: g.Access, Protected: protected, Exhibit: it.Exhibit, Original: hash}
	if r.Dated == "" {
		r.Dated = it.Dated
	}
	if g.Title != "" {
		r.Title = g.Title
	}
	if r.Language == "" {
		r.Language = text.LanguageOf(it.Text)
	}
	if r.Title == "" && !protected {
		r.Title = it.Name
	}
	if !protected {
		_, err := in.a.blobs.Put(it.Data)
		return r, err
	}
	r.Sealed, r.FileName, r.Original = true, "", ""
	return r, in.a.vault.Seal(r.ID, vault.Sealed{FileName: it.Name, Bytes: it.Data})
}

// flush stores a batch: blobs and sealed originals first, then rows and the job that reads them in one transaction. What
// a crash leaves behind of the first half is found again under the same hash.
func (in *taking) flush() error {
	if len(in.batch) == 0 {
		return nil
	}
	type ready struct {
		report sanad.Report
		text   string
		tool   string
		words  string
		source sanad.Source
	}
	rs := make([]ready, len(in.batch))
	faults := make([]error, len(in.batch))
	var wg sync.WaitGroup
	slots := make(chan struct{}, sealers)
	for i, x := range in.batch {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wg.Done() }()
			rs[i].report, faults[i] = in.keep(x.item, &x.given)
			rs[i].text, rs[i].tool, rs[i].source = x.item.Text, x.item.Tool, x.given.Source
			rs[i].words = text.SearchWords(x.item.Text)
		}()
	}
	wg.Wait()
	kept := rs[:0]
	for i, err := range faults {
		switch {
		case sanad.CodeOf(err) == sanad.Forbidden:
			in.problems = append(in.problems, sanad.Problem{File: "a file", Message: err.Error()})
		case err != nil:
			return err
		default:
			kept = append(kept, rs[i])
		}
	}
	rs = kept
	in.batch = in.batch[:0]
	var problems []sanad.Problem
	run := in.run
	err := in.a.store.Update(in.ctx, in.inv, in.actor, "take in", func(t *store.Tx) error {
		problems = problems[:0]
		run, _ = t.Run(in.run.ID) // jobs of this run move its counters meanwhile
		job := store.Job{Kind: stageRead, Investigation: in.inv, Run: in.run.ID, Batch: in.n, Actor: in.actor.Name}
		for _, x := range rs {
			src, err := t.PutSource(x.source)
			if err != nil {
				if sanad.CodeOf(err) == sanad.Internal {
					return err
				}
				problems = append(problems, sanad.Problem{File: x.report.Reference, Message: err.Error()})
				continue
			}
			x.report.Source = src.ID
			if x.report.Reference, err = freeReference(t, x.report); err != nil {
				if sanad.CodeOf(err) != sanad.Conflicting {
					return err
				}
				problems = append(problems, sanad.Problem{File: x.report.Reference, Message: err.Error(), Remedy: "give the new report another reference"})
				continue
			}
			fresh, err := t.PutReport(x.report, in.run.ID)
			if err != nil {
				return err
			}
			if !fresh || x.report.Exhibit {
				continue
			}
			if err := t.PutText(sanad.Text{ID: sanad.DeriveID("t", string(x.report.ID), x.tool), Report: x.report.ID, Kind: sanad.Extracted, Tool: x.tool, Language: x.report.Language, Content: x.text}); err != nil {
				return err
			}
			if err := t.IndexText(x.report.ID, x.words); err != nil {
				return err
			}
			job.Reports = append(job.Reports, x.report.ID)
		}
		t.Log("run", in.run.ID)
		t.Log("reports", len(rs))
		run.Total += len(job.Reports)
		if err := t.PutRun(run); err != nil {
			return err
		}
		if len(job.Reports) == 0 {
			return nil
		}
		return t.Enqueue(job)
	})
	in.n++
	in.run = run
	in.problems = append(in.problems, problems...)
	return err
}

// freeReference chooses what a report is called: what its sources row gives, which must be free; else the file's name,
// with ~2 and so on; for a protected source without a row, something random.
func freeReference(t *store.Tx, r sanad.Report) (string, error) {
	free := func(ref string) (bool, error) {
		id, taken, err := t.ReferenceTaken(ref)
		return !taken || id == r.ID, err
	}
	if r.Reference != "" {
		ok, err := free(r.Reference)
		if err == nil && !ok {
			err = sanad.Errorf(sanad.Conflicting, "another report is called %s already", r.Reference)
		}
		return r.Reference, err
	}
	if r.Protected {
		return "P-" + string(sanad.NewID(""))[:8], nil
	}
	base := stem(r.FileName)
	for n := 1; ; n++ {
		ref := base
		if n > 1 {
			ref = fmt.Sprintf("%s~%d", base, n)
		}
		if ok, err := free(ref); err != nil || ok {
			return ref, err
		}
	}
}

// finish stores the last batch and says that no more will come.
func (in *taking) finish() (sanad.Run, error) {
	if err := in.flush(); err != nil {
		return in.run, in.abandon(err)
	}
	err := in.a.store.Update(in.ctx, in.inv, in.actor, "end intake", func(t *store.Tx) error {
		run, err := t.Run(in.run.ID)
		if err != nil {
			return err
		}
		run.Closed = true
		run.Problems = append(run.Problems, in.problems...)
		t.Log("run", run.ID)
		t.Log("problems", len(run.Problems))
		in.run, err = advance(t, run)
		return err
	})
	return in.run, err
}

// abandon closes a run that cannot go on; what it stored stays and is read.
func (in *taking) abandon(cause error) error {
	ctx := context.WithoutCancel(in.ctx)
	err := in.a.store.Update(ctx, in.inv, in.actor, "abandon intake", func(t *store.Tx) error {
		run, err := t.Run(in.run.ID)
		if err != nil {
			return err
		}
		run.Closed, run.Message = true, "interrupted"
		run.Problems = append(run.Problems, in.problems...)
		_, err = advance(t, run)
		return err
	})
	if err != nil {
		return fmt.Errorf("%w (and closing the run: %w)", cause, err)
	}
	return cause
}
