package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"
	sanad "github.com/sanad-workbench/sanad"
)

// Job is one batch of work of a run. Handlers compute with no transaction open and return what is to be written.
type Job struct {
	Kind          string     `json:"kind"` // a stage: extract, lineage, match
	Investigation sanad.ID   `json:"investigation"`
	Run           sanad.ID   `json:"run"`
	Batch         int        `json:"batch"`
	Reports       []sanad.ID `json:"reports,omitempty"`
	Actor         string     `json:"actor"`
}

// Handler does a job. What it returns is run in the one transaction that also completes the job; a nil function
// writes nothing. Doing a job twice must give the same rows.
type Handler func(ctx context.Context, job Job) (func(*Tx) error, error)

type stageArgs struct {
	Job Job `json:"job"`
}

func (stageArgs) Kind() string { return "stage" }

// queue is the job queue over the same database and the same single writer, so that a job's rows, its completion and
// the next job commit together (River, research in docs/adr/0003).
type queue struct {
	client *river.Client[*sql.Tx]
	cancel context.CancelFunc
	once   sync.Once
}

func migrateQueue(ctx context.Context, db *sql.DB) error {
	m, err := rivermigrate.New(riversqlite.New(db), &rivermigrate.Config{Logger: quiet()})
	if err != nil {
		return err
	}
	_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

// maxAttempts is how often a batch is tried before its run fails. Being killed midway counts as an attempt.
const maxAttempts = 25

// Work starts the workers. failed is called when a batch has been tried often enough; it may be nil. The caller owns
// the data directory, so jobs that say "running" are left over from a process that died: they start again at once, but
// for those somebody cancelled meanwhile.
func (s *Store) Work(ctx context.Context, workers int, handle Handler, failed func(Job, error)) error {
	if _, err := s.write.ExecContext(ctx, "UPDATE river_job SET state = 'cancelled', finalized_at = datetime('now', 'subsec') WHERE state = 'running' AND NOT ("+notCancelled+")"); err != nil {
		return fmt.Errorf("resume jobs: %w", err)
	}
	if _, err := s.write.ExecContext(ctx, "UPDATE river_job SET state = 'available' WHERE state = 'running'"); err != nil {
		return fmt.Errorf("resume jobs: %w", err)
	}
	w := river.NewWorkers()
	river.AddWorker(w, &stageWorker{s: s, handle: handle, failed: failed})
	c, err := river.NewClient(riversqlite.New(s.write), &river.Config{
		ID: "owner", Logger: quiet(), Workers: w, PollOnly: true,
		Queues:        map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: workers}},
		FetchCooldown: 5 * time.Millisecond, FetchPollInterval: 50 * time.Millisecond,
		JobTimeout: -1, MaxAttempts: maxAttempts, RescueStuckJobsAfter: 6 * time.Hour,
		RetryPolicy: soon{},
	})
	if err != nil {
		return fmt.Errorf("make job queue: %w", err)
	}
	ctx, cancel := context.WithCancel(ctx)
	if err := c.Start(ctx); err != nil {
		cancel()
		return fmt.Errorf("start workers: %w", err)
	}
	s.queue = &queue{client: c, cancel: cancel}
	return nil
}

func (q *queue) stop() {
	q.once.Do(func() {
		ctx, done := context.WithTimeout(context.Background(), 20*time.Second)
		defer done()
		// Stop lets running batches finish; a batch that will not is cancelled and starts again next time.
		soft, doneSoft := context.WithTimeout(ctx, 5*time.Second)
		defer doneSoft()
		if q.client.Stop(soft) != nil {
			q.client.StopAndCancel(ctx)
		}
		q.cancel()
	})
}

// soon retries a failed batch quickly: failures here are locks and interrupts, and somebody is waiting.
type soon struct{}

func (soon) NextRetry(job *rivertype.JobRow) time.Time {
	return time.Now().Add(time.Duration(job.Attempt) * 200 * time.Millisecond)
}

// Enqueue adds a job to this transaction. Workers must have been started.
func (t *Tx) Enqueue(j Job) error {
	if t.s.queue == nil {
		return sanad.Errorf(sanad.Internal, "no workers to enqueue %s for", j.Kind)
	}
	if _, err := t.s.queue.client.InsertTx(t.ctx, t.tx, stageArgs{j}, &river.InsertOpts{MaxAttempts: maxAttempts}); err != nil {
		return fmt.Errorf("enqueue %s: %w", j.Kind, err)
	}
	return nil
}

type stageWorker struct {
	river.WorkerDefaults[stageArgs]
	s      *Store
	handle Handler
	failed func(Job, error)
}

// Work computes with no transaction open; then one transaction holds the fence, the rows, the next job, the completion
// and the audit leaf.
func (w *stageWorker) Work(ctx context.Context, job *river.Job[stageArgs]) error {
	j := job.Args.Job
	err := w.work(ctx, job, j)
	if err != nil && ctx.Err() == nil && (job.Attempt >= job.MaxAttempts || permanent(err)) {
		if w.failed != nil {
			w.failed(j, err)
		}
		return river.JobCancel(err)
	}
	return err
}

// notCancelled holds for a job nobody cancelled: of a running one the queue only keeps that somebody asked.
const notCancelled = "json_extract(metadata, '$.cancel_attempted_at') IS NULL"

// permanent reports whether trying again cannot help: the input is at fault, not the moment.
func permanent(err error) bool {
	switch sanad.CodeOf(err) {
	case sanad.Invalid, sanad.NotFound, sanad.Conflicting, sanad.Forbidden:
		return true
	}
	return false
}

func (w *stageWorker) work(ctx context.Context, job *river.Job[stageArgs], j Job) error {
	write, err := w.handle(ctx, j)
	if err != nil {
		return err
	}
	tx, err := w.s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin %s: %w", j.Kind, err)
	}
	defer tx.Rollback()
	var mine, open bool
	err = tx.QueryRowContext(ctx, "SELECT state = 'running' AND attempt = ?, "+notCancelled+" FROM river_job WHERE id = ?", job.Attempt, job.ID).Scan(&mine, &open)
	switch {
	case err != nil:
		return fmt.Errorf("check batch %d of %s: %w", j.Batch, j.Kind, err)
	case !mine:
		// Not a cancellation: the queue would cancel the attempt that took over.
		return fmt.Errorf("batch %d of %s was taken over", j.Batch, j.Kind)
	case !open:
		return river.JobCancel(fmt.Errorf("batch %d of %s was cancelled", j.Batch, j.Kind))
	}
	err = w.s.run(ctx, tx, j.Investigation, sanad.Actor{Name: j.Actor, All: true}, j.Kind, func(t *Tx) error {
		t.Log("batch", j.Batch)
		if len(j.Reports) > 0 {
			t.Log("reports", len(j.Reports))
		}
		if write == nil {
			return nil
		}
		return write(t)
	})
	if err != nil {
		return err
	}
	if _, err := river.JobCompleteTx[*riversqlite.Driver](ctx, tx, job); err != nil {
		return fmt.Errorf("complete %s: %w", j.Kind, err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit %s: %w", j.Kind, err)
	}
	return nil
}

// CancelRun stops every waiting batch of a run.
func (t *Tx) CancelRun(run sanad.ID) error {
	ids := []int64{}
	err := t.each("SELECT id, json(args) FROM river_job WHERE state IN ('available', 'retryable', 'scheduled', 'running')", nil, func(scan func(...any) error) error {
		var id int64
		var raw []byte
		if err := scan(&id, &raw); err != nil {
			return err
		}
		var a stageArgs
		if err := json.Unmarshal(raw, &a); err != nil {
			return fmt.Errorf("read job %d: %w", id, err)
		}
		if a.Job.Run == run {
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := t.s.queue.client.JobCancelTx(t.ctx, t.tx, id); err != nil {
			return fmt.Errorf("cancel batch: %w", err)
		}
	}
	return nil
}
