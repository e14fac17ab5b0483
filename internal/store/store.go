// Package store keeps everything in SQL, behind two doors: View to read and Update to write. The visibility filter is
// compiled into every query a View makes, and what it read is logged before the answer leaves; an Update is one
// transaction of rows, one audit leaf and the next job. There is no third way to the data.
package store

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	sanad "github.com/sanad-workbench/sanad"
	_ "modernc.org/sqlite" // the embedded database
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is an open database. It is safe for concurrent use; one process owns it at a time.
type Store struct {
	write *sql.DB // one connection, immediate transactions, shared with the job queue
	read  *sql.DB // query-only connections
	queue *queue
	now   func() time.Time
	key   func() string
}

// Options change how a database is opened; tests use them to make everything repeatable.
type Options struct {
	Now    func() time.Time // the clock; time.Now when nil
	Secret func() string    // the key of a new investigation; random when nil
}

// Open opens or creates the SQLite database in the file at path and brings its schema up to date. It refuses to go on
// when the database would not survive a power cut (synchronous other than FULL).
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	// The file is made here, for its owner alone; SQLite gives its journal the same mode.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	base := "file:" + (&url.URL{Path: path}).EscapedPath() + "?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)"
	w, err := sql.Open("sqlite", base+"&_txlock=immediate&_pragma=cache_size(-32000)&_pragma=wal_autocheckpoint(4000)")
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", path, err)
	}
	w.SetMaxOpenConns(1)
	s := &Store{write: w, now: o.Now, key: o.Secret}
	if s.now == nil {
		s.now = time.Now
	}
	if s.key == nil {
		s.key = newSecret
	}
	fail := func(err error) (*Store, error) {
		w.Close()
		return nil, err
	}
	var sync int
	if err := w.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&sync); err != nil {
		return fail(fmt.Errorf("open database %s: %w", path, err))
	}
	if sync != 2 {
		return fail(sanad.Errorf(sanad.Internal, "database %s is not durable: synchronous is %d, must be FULL", path, sync))
	}
	if err := migrateQueue(ctx, w); err != nil {
		return fail(fmt.Errorf("migrate job tables of %s: %w", path, err))
	}
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fail(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, w, sub, goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return fail(fmt.Errorf("read migrations: %w", err))
	}
	if _, err := p.Up(ctx); err != nil {
		return fail(fmt.Errorf("migrate %s: %w", path, err))
	}
	r, err := sql.Open("sqlite", base+"&_pragma=query_only(1)&_pragma=cache_size(-8000)")
	if err != nil {
		return fail(fmt.Errorf("open database %s for reading: %w", path, err))
	}
	r.SetMaxOpenConns(max(4, runtime.NumCPU()))
	s.read = r
	return s, nil
}

// Close stops the workers and closes the database.
func (s *Store) Close() error {
	if s.queue != nil {
		s.queue.stop()
	}
	rerr := s.read.Close()
	if _, err := s.write.Exec("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		s.write.Close()
		return fmt.Errorf("close database: %w", err)
	}
	if err := s.write.Close(); err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return rerr
}

// BackupTo writes a consistent copy of the database to a new file at path.
func (s *Store) BackupTo(ctx context.Context, path string) error {
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fmt.Errorf("copy database to %s: %w", path, err)
	}
	return nil
}

// Who says who reads, why, and as of when. AsOf zero is now; a past date hides what was recorded later, but access is
// always today's.
type Who struct {
	Actor   sanad.Actor
	Purpose string
	AsOf    time.Time
}

// View reads one consistent state of an investigation. inv may be empty for what belongs to none (the list of
// investigations). When fn has read a person or a sealed thing (View.Note), one audit leaf saying so is durable before
// View returns.
func (s *Store) View(ctx context.Context, inv sanad.ID, who Who, fn func(*View) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("begin reading: %w", err)
	}
	defer tx.Rollback()
	v := &View{ctx: ctx, tx: tx, inv: inv, who: who}
	if err := fn(v); err != nil {
		return err
	}
	if len(v.notes) == 0 {
		return nil
	}
	tx.Rollback()
	l := Leaf{Actor: who.Actor.Name, Action: "read", Investigation: inv, Purpose: who.Purpose, Things: v.notes}
	if v.unnamed > 0 {
		l.Details = map[string]any{"more": v.unnamed}
	}
	return s.leafOnly(ctx, l)
}

// View is a door open for reading. Its methods return only what the actor may see.
type View struct {
	ctx   context.Context
	tx    *sql.Tx
	inv   sanad.ID
	who   Who
	notes []string

	unnamed int // things read beyond those the leaf names
}

// Investigation returns the id this view is bound to.
func (v *View) Investigation() sanad.ID { return v.inv }

// Actor returns who reads.
func (v *View) Actor() sanad.Actor { return v.who.Actor }

// AsOf returns the date of the view; zero is now.
func (v *View) AsOf() time.Time { return v.who.AsOf }

// maxNotes is how many things the leaf of one View names; of more it gives the number.
const maxNotes = 200

// Note records that a person or a sealed thing was read, for the audit leaf of this view.
func (v *View) Note(things ...sanad.ID) {
	for _, t := range things {
		if len(v.notes) < maxNotes {
			v.notes = append(v.notes, string(t))
		} else {
			v.unnamed++
		}
	}
}

// seen returns a condition, with its arguments, that holds only for reports the actor may see at the date of the view.
// Every query over what came out of reports carries it. col is the column with the report's id.
func (v *View) seen(col string) (string, []any) {
	if v.who.Actor.All && v.who.AsOf.IsZero() {
		return "1 = 1", nil
	}
	var b strings.Builder
	b.WriteString("EXISTS (SELECT 1 FROM report seen WHERE seen.inv = ? AND seen.id = " + col)
	args := []any{v.inv}
	cond, more := v.labels("seen.label")
	b.WriteString(" AND " + cond)
	args = append(args, more...)
	if !v.who.AsOf.IsZero() {
		b.WriteString(" AND seen.recorded_at <= ?")
		args = append(args, v.who.AsOf.UnixMicro())
	}
	b.WriteString(")")
	return b.String(), args
}

func (v *View) labels(col string) (string, []any) {
	if v.who.Actor.All {
		return "1 = 1", nil
	}
	args := []any{""}
	q := col + " IN (?"
	for _, l := range v.who.Actor.Labels {
		q += ", ?"
		args = append(args, l)
	}
	return q + ")", args
}

// known returns a condition that holds for rows recorded by the date of the view.
func (v *View) known(col string) (string, []any) {
	if v.who.AsOf.IsZero() {
		return "1 = 1", nil
	}
	return col + " <= ?", []any{v.who.AsOf.UnixMicro()}
}

// Tx is a door open for writing: rows, one audit leaf and the next jobs, all or nothing.
type Tx struct {
	View
	s     *Store
	leaf  Leaf
	stmts map[string]*sql.Stmt
	at    time.Time

	wrote  bool // reports, claims, reviews or lineage: what viewers hold in memory is stale
	judged bool // judgements or questions
}

// Update runs fn in one transaction. action names what is done, for the audit leaf; fn may add details with Tx.Log.
// When fn returns an error nothing is written.
func (s *Store) Update(ctx context.Context, inv sanad.ID, actor sanad.Actor, action string, fn func(*Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin writing: %w", err)
	}
	defer tx.Rollback()
	if err := s.run(ctx, tx, inv, actor, action, fn); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit %s: %w", action, err)
	}
	return nil
}

// run calls fn inside tx and writes its leaf.
func (s *Store) run(ctx context.Context, tx *sql.Tx, inv sanad.ID, actor sanad.Actor, action string, fn func(*Tx) error) error {
	t := &Tx{View: View{ctx: ctx, tx: tx, inv: inv, who: Who{Actor: actor}}, s: s, at: s.now().UTC(), stmts: map[string]*sql.Stmt{}}
	t.leaf = Leaf{Actor: actor.Name, Action: action, Investigation: inv}
	if err := fn(t); err != nil {
		return err
	}
	if t.inv != "" && (t.wrote || t.judged) {
		if err := t.exec("UPDATE investigation SET version = version + ?, judged = judged + ? WHERE id = ?", t.wrote, t.judged, t.inv); err != nil {
			return err
		}
	}
	t.leaf.Investigation = t.inv
	return t.writeLeaf()
}

// Now returns the time of the transaction: every row it writes carries it.
func (t *Tx) Now() time.Time { return t.at }

// Log adds a detail to the audit leaf of this transaction. Never put a name, a pseudonym beside a person, or text of a
// report there.
func (t *Tx) Log(key string, value any) {
	if t.leaf.Details == nil {
		t.leaf.Details = map[string]any{}
	}
	t.leaf.Details[key] = value
}

// exec runs a statement, prepared once a transaction.
func (t *Tx) exec(q string, args ...any) error {
	_, err := t.execN(q, args...)
	return err
}

func (t *Tx) execN(q string, args ...any) (int64, error) {
	st := t.stmts[q]
	if st == nil {
		var err error
		if st, err = t.tx.PrepareContext(t.ctx, q); err != nil {
			return 0, fmt.Errorf("prepare %q: %w", firstWords(q), err)
		}
		t.stmts[q] = st
	}
	res, err := st.ExecContext(t.ctx, plain(args)...)
	if err != nil {
		return 0, fmt.Errorf("run %q: %w", firstWords(q), err)
	}
	n, err := res.RowsAffected()
	return n, err
}

// plain turns named string types into strings: drivers know only the basic ones.
func plain(args []any) []any {
	for i, a := range args {
		switch x := a.(type) {
		case sanad.ID:
			args[i] = string(x)
		case sanad.Polarity:
			args[i] = string(x)
		case sanad.Access:
			args[i] = string(x)
		case sanad.StatementKind:
			args[i] = string(x)
		case sanad.SourceKind:
			args[i] = string(x)
		case sanad.TextKind:
			args[i] = string(x)
		case sanad.ReviewStatus:
			args[i] = string(x)
		case sanad.Verdict:
			args[i] = string(x)
		case sanad.RunState:
			args[i] = string(x)
		case time.Time:
			args[i] = micro(x)
		case bool:
			args[i] = 0
			if x {
				args[i] = 1
			}
		}
	}
	return args
}

func firstWords(q string) string {
	f := strings.Fields(q)
	return strings.Join(f[:min(4, len(f))], " ")
}

func micro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicro(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}

// each runs a query and calls fn for every row; scan reads the columns.
func (v *View) each(q string, args []any, fn func(scan func(...any) error) error) error {
	rows, err := v.tx.QueryContext(v.ctx, q, plain(args)...)
	if err != nil {
		return fmt.Errorf("query %q: %w", firstWords(q), err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// count runs a query that returns one number.
func (v *View) count(q string, args ...any) (int, error) {
	var n int
	err := v.tx.QueryRowContext(v.ctx, q, plain(args)...).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("query %q: %w", firstWords(q), err)
	}
	return n, nil
}

func jsonText(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("marshal %T: %v", v, err)) // only plain data comes here
	}
	return string(b)
}
