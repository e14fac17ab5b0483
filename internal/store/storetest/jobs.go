package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// patience is how long a test waits for a job; every wait ends as soon as what is waited for is there.
const patience = 15 * time.Second

func (d *desk) waitSetting(name, want string) {
	d.t.Helper()
	waitFor(d.t, name+" = "+want, func() bool {
		got := ""
		d.view(all, zero, func(v *store.View) (err error) {
			got, err = v.Setting(name)
			return err
		})
		return got == want
	})
}

func waitFor(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited too long for %s", what)
		}
	}
}

// count adds one to a counter kept in the store, inside the transaction of a job.
func count(tx *store.Tx, name string) error {
	old, err := tx.Setting(name)
	if err != nil {
		return err
	}
	n := 0
	fmt.Sscan(old, &n)
	return tx.SetSetting(name, fmt.Sprint(n+1))
}

func (d *desk) enqueue(jobs ...store.Job) {
	d.t.Helper()
	d.update(func(tx *store.Tx) error {
		for _, j := range jobs {
			j.Investigation, j.Actor = d.inv, "ana"
			if err := tx.Enqueue(j); err != nil {
				return err
			}
		}
		return nil
	})
}

// testJobChain: each batch's rows, its leaf and the next job commit together, each exactly once.
func testJobChain(t *testing.T, b Backend) {
	d := open(t, b)
	err := d.s.Update(ctx, d.inv, all, "early", func(tx *store.Tx) error { return tx.Enqueue(store.Job{Kind: "x"}) })
	if err == nil {
		t.Error("a job was taken before there were workers")
	}
	must(t, d.s.Work(ctx, 2, func(_ context.Context, j store.Job) (func(*store.Tx) error, error) {
		return func(tx *store.Tx) error {
			if j.Batch < 5 {
				next := j
				next.Batch++
				if err := tx.Enqueue(next); err != nil {
					return err
				}
			}
			return count(tx, "done")
		}, nil
	}, nil))
	d.enqueue(store.Job{Kind: "chain", Batch: 1, Reports: []sanad.ID{"r1", "r2"}})
	d.waitSetting("done", "5")
	n := 0
	for _, l := range d.leaves() {
		if l.Action == "chain" {
			n++
			if l.Actor != "ana" || l.Investigation != d.inv || fmt.Sprint(l.Details["batch"]) != fmt.Sprint(n) || fmt.Sprint(l.Details["reports"]) != "2" {
				t.Errorf("leaf %+v", l)
			}
		}
	}
	if n != 5 {
		t.Errorf("%d leaves for 5 batches", n)
	}
}

// testJobRetry: a batch that fails, before or in its transaction, is tried again and leaves its rows once.
func testJobRetry(t *testing.T, b Backend) {
	d := open(t, b)
	var tries atomic.Int32
	must(t, d.s.Work(ctx, 2, func(context.Context, store.Job) (func(*store.Tx) error, error) {
		n := tries.Add(1)
		if n == 1 {
			return nil, errors.New("computing failed")
		}
		return func(tx *store.Tx) error {
			if err := count(tx, "done"); err != nil {
				return err
			}
			if n == 2 {
				return errors.New("writing failed")
			}
			return nil
		}, nil
	}, func(store.Job, error) { t.Error("given up") }))
	d.enqueue(store.Job{Kind: "retry"})
	d.waitSetting("done", "1")
	if n := tries.Load(); n != 3 {
		t.Errorf("%d tries, want 3", n)
	}
}

// testJobPermanent: a batch whose input is at fault fails at once.
func testJobPermanent(t *testing.T, b Backend) {
	d := open(t, b)
	var tries atomic.Int32
	failed := make(chan error, 1)
	must(t, d.s.Work(ctx, 1, func(context.Context, store.Job) (func(*store.Tx) error, error) {
		tries.Add(1)
		return nil, sanad.Errorf(sanad.Invalid, "broken")
	}, func(j store.Job, err error) {
		if j.Kind != "broken" {
			t.Errorf("failed job %+v", j)
		}
		failed <- err
	}))
	d.enqueue(store.Job{Kind: "broken"})
	select {
	case err := <-failed:
		wantCode(t, "failure", err, sanad.Invalid)
	case <-time.After(patience):
		t.Fatal("never failed")
	}
	if n := tries.Load(); n != 1 {
		t.Errorf("%d tries", n)
	}
}

// testJobRolledBack: a job enqueued in an Update that fails never was.
func testJobRolledBack(t *testing.T, b Backend) {
	d := open(t, b)
	var ghosts atomic.Int32
	must(t, d.s.Work(ctx, 1, func(_ context.Context, j store.Job) (func(*store.Tx) error, error) {
		if j.Kind == "ghost" {
			ghosts.Add(1)
		}
		return func(tx *store.Tx) error { return tx.SetSetting("done", j.Kind) }, nil
	}, nil))
	err := d.s.Update(ctx, d.inv, all, "fails", func(tx *store.Tx) error {
		if err := tx.Enqueue(store.Job{Kind: "ghost", Investigation: d.inv}); err != nil {
			return err
		}
		return errors.New("stop")
	})
	if err == nil {
		t.Error("no error")
	}
	d.enqueue(store.Job{Kind: "real"})
	d.waitSetting("done", "real")
	if ghosts.Load() != 0 {
		t.Error("a job of a failed update ran")
	}
}

// testJobCancel: waiting batches of a cancelled run never run; those of another run do.
func testJobCancel(t *testing.T, b Backend) {
	d := open(t, b)
	gate := make(chan struct{})
	must(t, d.s.Work(ctx, 1, func(_ context.Context, j store.Job) (func(*store.Tx) error, error) {
		if j.Kind == "gate" {
			<-gate
		}
		return func(tx *store.Tx) error { return count(tx, string(j.Run)) }, nil
	}, nil))
	d.enqueue(store.Job{Kind: "gate", Run: "first"})
	d.enqueue(store.Job{Kind: "x", Run: "mine", Batch: 1}, store.Job{Kind: "x", Run: "mine", Batch: 2}, store.Job{Kind: "x", Run: "other"})
	d.update(func(tx *store.Tx) error { return tx.CancelRun("mine") })
	close(gate)
	d.waitSetting("other", "1")
	d.waitSetting("first", "1")
	d.waitSetting("mine", "")
}

// testJobCancelRunning: a batch under way when its run is cancelled writes nothing.
func testJobCancelRunning(t *testing.T, b Backend) {
	d := open(t, b)
	began, gate := make(chan struct{}), make(chan struct{})
	must(t, d.s.Work(ctx, 1, func(_ context.Context, j store.Job) (func(*store.Tx) error, error) {
		if j.Kind == "slow" {
			close(began)
			<-gate
		}
		return func(tx *store.Tx) error { return count(tx, j.Kind) }, nil
	}, func(_ store.Job, err error) { t.Errorf("a cancelled batch counts as failed: %v", err) }))
	d.enqueue(store.Job{Kind: "slow", Run: "mine"})
	<-began
	d.update(func(tx *store.Tx) error { return tx.CancelRun("mine") })
	close(gate)
	d.enqueue(store.Job{Kind: "after"})
	d.waitSetting("after", "1")
	d.waitSetting("slow", "")
}

// testJobCrash: a process dies in the middle of a batch. The next one does it again, and what the dead one still tries
// to write is refused: the rows are there once.
func testJobCrash(t *testing.T, b Backend) {
	d := open(t, b)
	began, gate, over := make(chan struct{}), make(chan struct{}), make(chan struct{})
	must(t, d.s.Work(ctx, 1, func(context.Context, store.Job) (func(*store.Tx) error, error) {
		close(began)
		<-gate
		return func(tx *store.Tx) error { return count(tx, "done") }, nil
	}, nil))
	d.enqueue(store.Job{Kind: "batch"}, store.Job{Kind: "batch"})
	<-began
	again := b.Open(t, store.Options{Now: newClock().now})
	must(t, again.Work(ctx, 1, func(context.Context, store.Job) (func(*store.Tx) error, error) {
		return func(tx *store.Tx) error { return count(tx, "done") }, nil
	}, nil))
	d.waitSetting("done", "2")
	must(t, again.Close())
	go func() {
		close(gate)
		close(over)
	}()
	<-over
	must(t, d.s.Close()) // waits for the late batch
	last := b.Open(t, store.Options{Now: newClock().now})
	d.s = last
	d.waitSetting("done", "2")
}
