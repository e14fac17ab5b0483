package app

import (
	"context"
	"fmt"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// The stages of a run, in order. Reading goes on while files are still being taken in.
const (
	stageRead    = "read"
	stageLineage = "lineage"
	stageJudge   = "judge" // of the demo only: the invented reviewer's judgements
	stageMatch   = "match"
	stageReread  = "reread" // texts read again, as a newer extractor reads them
)

// handle does one batch of a run.
func (a *App) handle(ctx context.Context, job store.Job) (func(*store.Tx) error, error) {
	switch job.Kind {
	case stageRead:
		return a.read(ctx, job)
	case stageLineage:
		return a.findCopies(ctx, job)
	case stageJudge:
		return a.judgeDemo(ctx, job)
	case stageMatch:
		return a.raiseQuestions(ctx, job)
	case stageReread:
		return a.takeReread(ctx, job)
	}
	return nil, sanad.Errorf(sanad.Invalid, "no stage %q", job.Kind)
}

// advance moves a run to its next stage when the present one is complete, and stores it.
func advance(t *store.Tx, run sanad.Run) (sanad.Run, error) {
	next := ""
	switch run.Stage {
	case stageRead:
		if !run.Closed || run.Done < run.Total {
			return run, t.PutRun(run)
		}
		if run.Total > 0 || run.Kind == "demo" {
			next = stageLineage
		}
	case stageLineage:
		next = stageMatch
		if run.Kind == "demo" {
			next = stageJudge
		}
	case stageJudge:
		next = stageMatch
	case stageReread:
		if run.Done < run.Total {
			return run, t.PutRun(run)
		}
		changed, err := t.Rereadings(store.RereadFilter{Run: run.ID})
		if err != nil {
			return run, err
		}
		if len(changed) > 0 {
			next = stageMatch
		}
	}
	if next == "" {
		run.State, run.Ended = sanad.Done, t.Now()
		return run, t.PutRun(run)
	}
	run.Stage = next // done and total stay those of the reading: how many reports the run brought
	if err := t.PutRun(run); err != nil {
		return run, err
	}
	return run, t.Enqueue(store.Job{Kind: next, Investigation: run.Investigation, Run: run.ID, Actor: run.Actor})
}

// step counts a finished batch and advances the run; nothing is written for a run that was cancelled.
func step(t *store.Tx, job store.Job, done int) error {
	run, err := t.Run(job.Run)
	if err != nil {
		return err
	}
	if run.State != sanad.Running {
		return nil
	}
	run.Done += done
	_, err = advance(t, run)
	return err
}

// runFailed records that a batch could not be done.
func (a *App) runFailed(job store.Job, cause error) {
	// The process may be on its way out; if so the batch is met again at the next start.
	_ = a.store.Update(context.Background(), job.Investigation, sanad.Actor{Name: job.Actor, All: true}, "fail run", func(t *store.Tx) error {
		run, err := t.Run(job.Run)
		if err != nil {
			return err
		}
		run.State, run.Ended, run.Message = sanad.Failed, t.Now(), fmt.Sprintf("%s: %v", job.Kind, cause)
		return t.PutRun(run)
	})
}

// closeOrphans closes runs whose intake died with its process. What they stored is read to the end.
func (a *App) closeOrphans(ctx context.Context) error {
	return a.store.Update(ctx, "", sanad.Actor{Name: "system", All: true}, "start", func(t *store.Tx) error {
		runs, err := t.Runs()
		if err != nil {
			return err
		}
		for _, r := range runs {
			if r.State == sanad.Running && !r.Closed && r.Kind != "demo" {
				r.Closed, r.Message = true, "interrupted"
				if _, err := advance(t, r); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// Run returns a run as it stands.
func (a *App) Run(ctx context.Context, actor sanad.Actor, id sanad.ID) (sanad.Run, error) {
	var run sanad.Run
	err := a.store.View(ctx, "", store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		run, err = v.Run(id)
		return err
	})
	return run, err
}

// Runs returns the runs of an investigation, newest first.
func (a *App) Runs(ctx context.Context, actor sanad.Actor, inv sanad.ID) ([]sanad.Run, error) {
	var runs []sanad.Run
	err := a.store.View(ctx, inv, store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		runs, err = v.Runs()
		return err
	})
	return runs, err
}

// CancelRun stops a run. What it has done so far stays.
func (a *App) CancelRun(ctx context.Context, actor sanad.Actor, inv, id sanad.ID) error {
	return a.store.Update(ctx, inv, actor, "cancel run", func(t *store.Tx) error {
		run, err := t.Run(id)
		if err != nil {
			return err
		}
		if run.State != sanad.Running {
			return sanad.Errorf(sanad.Conflicting, "this run has ended already")
		}
		run.State, run.Ended = sanad.Cancelled, t.Now()
		if err := t.PutRun(run); err != nil {
			return err
		}
		return t.CancelRun(id)
	})
}

// Wait returns when a run has ended, calling progress with every change. A run that failed is an error.
func (a *App) Wait(ctx context.Context, actor sanad.Actor, id sanad.ID, progress func(sanad.Run)) (sanad.Run, error) {
	for {
		run, err := a.Run(ctx, actor, id)
		if err != nil {
			return run, err
		}
		if progress != nil {
			progress(run)
		}
		switch run.State {
		case sanad.Done, sanad.Cancelled:
			return run, nil
		case sanad.Failed:
			return run, sanad.Errorf(sanad.Internal, "the work stopped: %s", run.Message).WithRemedy("start the same command again; what was done is kept")
		}
		select {
		case <-ctx.Done():
			return run, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}
