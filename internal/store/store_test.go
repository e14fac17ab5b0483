package store_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/store/storetest"
)

func TestMain(m *testing.M) {
	if path := os.Getenv("SANAD_TEST_WRITER"); path != "" {
		write(path)
		return
	}
	// The database drivers keep their own pools; what is looked for here is workers and readers nobody ended.
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("database/sql.(*DB).connectionOpener"))
}

type sqliteFile string

func (f sqliteFile) Open(t *testing.T, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), string(f), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Backend { return sqliteFile(filepath.Join(t.TempDir(), "test.db")) })
}

// A directory may be called anything, and nobody but the owner reads what is in it.
func TestOpenPath(t *testing.T) {
	for _, name := range []string{"plain", "100% sure", "what?", "a#b", "قضية", "x&mode=memory"} {
		dir := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(context.Background(), filepath.Join(dir, "sanad.db"), store.Options{})
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		if err := s.Update(context.Background(), "", sanad.Actor{Name: "a", All: true}, "x", func(tx *store.Tx) error { return tx.SetSetting("a", "b") }); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) < 2 {
			t.Errorf("%q: only %d files: the database is elsewhere", name, len(files))
		}
		for _, f := range files {
			if info, err := f.Info(); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%q: %s has mode %v", name, f.Name(), info.Mode())
			}
		}
		if err := s.Close(); err != nil {
			t.Errorf("%q: close: %v", name, err)
		}
	}
	if _, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "none", "x.db"), store.Options{}); err == nil {
		t.Error("a database in a directory that is not there")
	}
	bad := filepath.Join(t.TempDir(), "bad.db")
	if err := os.WriteFile(bad, []byte(strings.Repeat("this is no database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(context.Background(), bad, store.Options{}); err == nil {
		t.Error("a file that is no database was opened")
	}
}

// TestKill kills a writing process again and again: what it said was written is there, whole, with its leaf. (A kill
// does not test the disk: that takes a simulated power cut.)
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kill.db")
	acked := 0
	for cycle := range 5 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "SANAD_TEST_WRITER="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(out)
		stop := 15 + 7*cycle
		for n := 0; in.Scan(); n++ {
			x, err := strconv.Atoi(in.Text())
			if err != nil {
				t.Fatalf("writer: %s", in.Text())
			}
			if acked = x; n == stop {
				cmd.Process.Kill()
			}
		}
		cmd.Wait()
		s := sqliteFile(path).Open(t, store.Options{})
		leaves := 0
		if err := s.Ledger(context.Background(), func(l *store.Ledger) error {
			return l.Leaves(true, func(store.RawLeaf) error { leaves++; return nil })
		}); err != nil {
			t.Fatal(err)
		}
		if err := s.View(context.Background(), "", store.Who{Actor: sanad.Actor{All: true}}, func(v *store.View) error {
			a, err := v.Setting("a")
			if err != nil {
				return err
			}
			b, err := v.Setting("b")
			if n, _ := strconv.Atoi(a); a != b || n < acked || n != leaves {
				t.Errorf("cycle %d: %d acknowledged; rows say %s and %s, %d leaves", cycle, acked, a, b, leaves)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if acked < 5*15 {
		t.Errorf("only %d writes were acknowledged: the test tests nothing", acked)
	}
}

// write is the process that TestKill kills: two rows and a leaf each time, said aloud when they are there.
func write(path string) {
	s, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		n := 0
		err := s.Update(context.Background(), "", sanad.Actor{Name: "w", All: true}, "write", func(tx *store.Tx) error {
			a, err := tx.Setting("a")
			if err != nil {
				return err
			}
			n, _ = strconv.Atoi(a)
			n++
			if err := tx.SetSetting("a", strconv.Itoa(n)); err != nil {
				return err
			}
			return tx.SetSetting("b", strconv.Itoa(n))
		})
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}
