// Package app holds the use cases, one file a stage: the only place where a stage meets storage, access and audit.
package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/audit"
	"github.com/sanad-workbench/sanad/internal/blob"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/vault"
)

// Version is the version of the program; the build sets it.
var Version = "dev"

// App is an open data directory with everything that works on it. It is safe for concurrent use.
type App struct {
	Dir   string
	store *store.Store
	blobs *blob.Dir
	vault *vault.Vault
	log   *audit.Log

	extractor extract.Extractor
	lock      *os.File
	pictures  pictures
	plans     plans
	living    context.Context // ends when the directory is given up
	stop      context.CancelFunc
	done      sync.WaitGroup
}

// workers is how many batches are worked on at once. Two cores read two batches; more would only wait for the writer.
const workers = 2

// Open opens or creates a data directory and takes ownership of it: one process at a time. When another one owns it
// the error has the code Busy.
func Open(ctx context.Context, dir string) (*App, error) { return open(ctx, dir, store.Options{}) }

func open(ctx context.Context, dir string, o store.Options) (*App, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create data directory: %w", err)
	}
	lock, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open lock of %s: %w", dir, err)
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		lock.Close()
		return nil, sanad.Errorf(sanad.Busy, "another sanad process is using %s", dir).WithRemedy("wait for it to finish, or stop it")
	}
	a := &App{Dir: dir, lock: lock, extractor: extract.New()}
	fail := func(err error) (*App, error) {
		a.Close()
		return nil, err
	}
	if a.blobs, err = blob.Open(filepath.Join(dir, "blobs")); err != nil {
		return fail(err)
	}
	if a.vault, err = vault.Open(filepath.Join(dir, "vault")); err != nil {
		return fail(err)
	}
	if a.log, err = audit.Open(dir, "sanad"); err != nil {
		return fail(err)
	}
	if a.store, err = store.Open(ctx, filepath.Join(dir, "sanad.db"), o); err != nil {
		return fail(err)
	}
	if err := a.store.Work(ctx, workers, a.handle, a.runFailed); err != nil {
		return fail(err)
	}
	if err := a.closeOrphans(ctx); err != nil {
		return fail(err)
	}
	bg, stop := context.WithCancel(context.WithoutCancel(ctx))
	a.living, a.stop = bg, stop
	a.background(a.sequence)
	return a, nil
}

// background runs f beside everything else; f ends when its context does, which Close waits for.
func (a *App) background(f func(context.Context)) {
	a.done.Add(1)
	go func() {
		defer a.done.Done()
		f(a.living)
	}()
}

// Close lets running batches finish, numbers the audit log and gives up the directory.
func (a *App) Close() error {
	if a.stop != nil {
		a.stop()
		a.plans.drop("")
		a.done.Wait()
	}
	var errs []error
	if a.store != nil {
		if a.log != nil && a.stop != nil {
			errs = append(errs, a.number(context.Background()))
		}
		errs = append(errs, a.store.Close())
	}
	if a.lock != nil {
		errs = append(errs, a.lock.Close())
	}
	return errors.Join(errs...)
}

// Exists reports whether there is a data directory at dir.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "sanad.db"))
	return !errors.Is(err, fs.ErrNotExist)
}

// sequence numbers new audit leaves every now and then, apart from the transactions that wrote them.
func (a *App) sequence(ctx context.Context) {
	t := time.NewTicker(5 * time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			// A failure here is met again at the next tick, and by `audit verify`, which says so to a person.
			_ = a.number(ctx)
		}
	}
}

func (a *App) number(ctx context.Context) error {
	return a.store.Ledger(ctx, func(l *store.Ledger) error {
		_, err := a.log.Sequence(ledger{l})
		return err
	})
}

// ledger fits the store's ledger to what audit asks for.
type ledger struct{ *store.Ledger }

func (l ledger) Entries(pending bool, fn func(audit.Entry) error) error {
	return l.Leaves(pending, func(r store.RawLeaf) error { return fn(audit.Entry{ID: r.ID, N: r.N, Body: r.Body}) })
}

// VerifyAudit numbers what waits, then checks the whole audit log.
func (a *App) VerifyAudit(ctx context.Context) (audit.Result, error) {
	var res audit.Result
	if err := a.number(ctx); err != nil {
		return res, fmt.Errorf("number audit log: %w", err)
	}
	err := a.store.Ledger(ctx, func(l *store.Ledger) error {
		var err error
		res, err = a.log.Verify(ledger{l})
		return err
	})
	return res, err
}

// AuditEntry is a line of the audit log as people read it.
type AuditEntry struct {
	N int64 `json:"n"`
	store.Leaf
}

// AuditTail returns the newest n entries of the audit log, newest first.
func (a *App) AuditTail(ctx context.Context, n int) ([]AuditEntry, error) {
	if err := a.number(ctx); err != nil {
		return nil, fmt.Errorf("number audit log: %w", err)
	}
	var ring []AuditEntry
	err := a.store.Ledger(ctx, func(l *store.Ledger) error {
		return l.Leaves(false, func(r store.RawLeaf) error {
			leaf, err := r.Leaf()
			if err != nil {
				return fmt.Errorf("read audit entry %d: %w", r.N, err)
			}
			if ring = append(ring, AuditEntry{r.N, leaf}); len(ring) > 2*n {
				ring = append(ring[:0], ring[len(ring)-n:]...)
			}
			return nil
		})
	})
	if len(ring) > n {
		ring = ring[len(ring)-n:]
	}
	for i, j := 0, len(ring)-1; i < j; i, j = i+1, j-1 {
		ring[i], ring[j] = ring[j], ring[i]
	}
	return ring, err
}

// Local is the one user of a data directory until accounts exist. He may see everything.
func Local() sanad.Actor {
	name := os.Getenv("USER")
	if name == "" {
		name = "local"
	}
	return sanad.Actor{Name: name, All: true}
}

// CreateInvestigation makes an investigation.
func (a *App) CreateInvestigation(ctx context.Context, actor sanad.Actor, name, title string, demo bool) (sanad.Investigation, error) {
	var inv sanad.Investigation
	err := a.store.Update(ctx, "", actor, "create investigation", func(t *store.Tx) error {
		var err error
		inv, err = t.CreateInvestigation(name, title, demo)
		return err
	})
	return inv, err
}

// Investigations lists every investigation.
func (a *App) Investigations(ctx context.Context, actor sanad.Actor) ([]sanad.Investigation, error) {
	var out []sanad.Investigation
	err := a.store.View(ctx, "", store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		out, err = v.Investigations()
		return err
	})
	return out, err
}

// Investigation finds an investigation by name or id.
func (a *App) Investigation(ctx context.Context, actor sanad.Actor, name string) (sanad.Investigation, error) {
	var out sanad.Investigation
	err := a.store.View(ctx, "", store.Who{Actor: actor}, func(v *store.View) error {
		var err error
		out, err = v.InvestigationByName(name)
		return err
	})
	return out, err
}
