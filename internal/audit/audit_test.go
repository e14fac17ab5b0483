package audit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// table is a ledger in memory, whose rows anybody may change, as somebody with the database file can.
type table struct {
	leaves []Entry // in any order
	hashes map[int64][]byte
	points map[int64]string
}

func (l *table) Size() (n int64, err error) {
	for _, e := range l.leaves {
		n = max(n, e.N+1)
	}
	return n, nil
}

func (l *table) Entries(pending bool, fn func(Entry) error) error {
	var list []Entry
	for _, e := range l.leaves {
		if (e.N < 0) == pending {
			list = append(list, e)
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		if pending {
			return list[i].ID < list[j].ID
		}
		return list[i].N < list[j].N
	})
	for _, e := range list {
		if err := fn(e); err != nil {
			return err
		}
	}
	return nil
}

func (l *table) Number(id, n int64) error {
	for i := range l.leaves {
		if l.leaves[i].ID == id {
			l.leaves[i].N = n
		}
	}
	return nil
}

func (l *table) PutHash(pos int64, h []byte) error {
	if l.hashes[pos] != nil {
		return fmt.Errorf("hash %d is there", pos)
	}
	l.hashes[pos] = append([]byte(nil), h...)
	return nil
}

func (l *table) Hash(pos int64) ([]byte, error) {
	if h := l.hashes[pos]; h != nil {
		return h, nil
	}
	return nil, errors.New("no hash")
}

func (l *table) PutCheckpoint(n int64, note string) error {
	l.points[n] = note
	return nil
}

func (l *table) Checkpoints(fn func(int64, string) error) error {
	var ns []int64
	for n := range l.points {
		ns = append(ns, n)
	}
	sort.Slice(ns, func(i, j int) bool { return ns[i] < ns[j] })
	for _, n := range ns {
		if err := fn(n, l.points[n]); err != nil {
			return err
		}
	}
	return nil
}

func (l *table) write(body string) {
	l.leaves = append(l.leaves, Entry{ID: int64(len(l.leaves) + 1), N: -1, Body: body})
}

func newTable() *table { return &table{hashes: map[int64][]byte{}, points: map[int64]string{}} }

// fill writes n leaves, numbered in some batches.
func fill(t rapid.TB, log *Log, n int, batch func(i int) bool) *table {
	l := newTable()
	for i := range n {
		l.write(fmt.Sprintf(`{"n":%d}`, i))
		if batch(i) {
			if _, err := log.Sequence(l); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := log.Sequence(l); err != nil {
		t.Fatal(err)
	}
	return l
}

func open(t *testing.T) *Log {
	t.Helper()
	log, err := Open(t.TempDir(), "test")
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func TestSequence(t *testing.T) {
	log := open(t)
	l := newTable()
	if n, err := log.Sequence(l); n != 0 || err != nil {
		t.Errorf("an empty log: %d, %v", n, err)
	}
	if res, err := log.Verify(l); err != nil || res.Leaves != 0 {
		t.Errorf("an empty log: %+v, %v", res, err)
	}
	for i, batch := range []int{1, 3, 5, 1, 300} {
		for k := range batch {
			l.write(fmt.Sprint(i, k))
		}
		if n, err := log.Sequence(l); n != batch || err != nil {
			t.Fatalf("numbered %d of %d: %v", n, batch, err)
		}
	}
	l.write("waits")
	res, err := log.Verify(l)
	if err != nil || res.Leaves != 310 || res.Checkpoints != 5 || !strings.Contains(res.Head, "\n310\n") {
		t.Errorf("%+v, %v", res, err)
	}
}

// Whatever is done to a stored log is found.
func TestTampering(t *testing.T) {
	log, other := open(t), open(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "leaves")
		l := fill(t, log, n, func(int) bool { return rapid.Bool().Draw(t, "batch") })
		if _, err := log.Verify(l); err != nil {
			t.Fatalf("an honest log: %v", err)
		}
		at := rapid.IntRange(0, n-1).Draw(t, "at")
		to := rapid.IntRange(0, n-1).Filter(func(i int) bool { return i != at }).Draw(t, "to")
		flip := func(b []byte) {
			i := rapid.IntRange(0, len(b)-1).Draw(t, "byte")
			b[i] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		}
		kind := rapid.SampledFrom([]string{"flip", "delete", "delete and renumber", "swap bodies", "swap numbers", "insert", "append", "truncate", "renumber", "unnumber",
			"flip hash", "delete hash", "flip leaf and hash", "flip checkpoint", "delete newest checkpoint", "sign anew"}).Draw(t, "kind")
		switch kind {
		case "flip":
			b := []byte(l.leaves[at].Body)
			flip(b)
			l.leaves[at].Body = string(b)
		case "flip leaf and hash":
			l.leaves[at].Body += " "
			l.hashes = map[int64][]byte{}
			points := l.points
			l.points = map[int64]string{}
			for i := range l.leaves {
				l.leaves[i].N = -1
			}
			if _, err := other.Sequence(l); err != nil {
				t.Fatal(err)
			}
			l.points = points
		case "delete":
			l.leaves = append(l.leaves[:at], l.leaves[at+1:]...)
		case "delete and renumber":
			l.leaves = append(l.leaves[:at], l.leaves[at+1:]...)
			for i := at; i < len(l.leaves); i++ {
				l.leaves[i].N--
			}
		case "swap bodies":
			l.leaves[at].Body, l.leaves[to].Body = l.leaves[to].Body, l.leaves[at].Body
		case "swap numbers":
			l.leaves[at].N, l.leaves[to].N = l.leaves[to].N, l.leaves[at].N
		case "insert":
			for i := at; i < n; i++ {
				l.leaves[i].N++
				l.leaves[i].ID++
			}
			l.leaves = append(l.leaves, Entry{ID: int64(at + 1), N: int64(at), Body: "forged"})
		case "append":
			l.leaves = append(l.leaves, Entry{ID: int64(n + 1), N: int64(n), Body: "forged"})
		case "truncate":
			l.leaves = l.leaves[:at]
		case "renumber":
			l.leaves[at].N += int64(n)
		case "unnumber":
			l.leaves[at].N = -1
		case "flip hash":
			flip(l.hashes[int64(rapid.IntRange(0, len(l.hashes)-1).Draw(t, "hash"))])
		case "delete hash":
			delete(l.hashes, int64(rapid.IntRange(0, len(l.hashes)-1).Draw(t, "hash")))
		case "flip checkpoint":
			b := []byte(l.points[int64(n)])
			flip(b)
			l.points[int64(n)] = string(b)
		case "delete newest checkpoint":
			delete(l.points, int64(n))
		case "sign anew":
			l = fill(t, other, n, func(int) bool { return false })
		}
		if _, err := log.Verify(l); err == nil {
			t.Fatalf("%s of entry %d of %d was not found", kind, at, n)
		}
	})
}

func TestKeys(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	log, err := Open(dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	for name, mode := range map[string]os.FileMode{"": 0o700, "audit.key": 0o600} {
		st, err := os.Stat(filepath.Join(dir, name))
		if err != nil || st.Mode().Perm() != mode {
			t.Errorf("%q has mode %v, want %v (%v)", name, st.Mode().Perm(), mode, err)
		}
	}
	l := fill(t, log, 3, func(int) bool { return false })
	same := func(what string) {
		t.Helper()
		again, err := Open(dir, "test")
		if err != nil {
			t.Errorf("%s: %v", what, err)
			return
		}
		if _, err := again.Verify(l); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	same("opened again")
	pub, err := os.ReadFile(filepath.Join(dir, "audit.pub"))
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(dir, "audit.pub"))
	same("without the public key")
	if now, _ := os.ReadFile(filepath.Join(dir, "audit.pub")); string(now) != string(pub) {
		t.Errorf("public key %q, was %q", now, pub)
	}
	os.Rename(filepath.Join(dir, "audit.key"), filepath.Join(dir, "away"))
	if _, err := Open(dir, "test"); err == nil {
		t.Error("a log without its signing key was given another")
	}
	if now, _ := os.ReadFile(filepath.Join(dir, "audit.pub")); string(now) != string(pub) {
		t.Error("the public key was replaced")
	}
	other := t.TempDir()
	if _, err := Open(other, "test"); err != nil {
		t.Fatal(err)
	}
	os.Rename(filepath.Join(other, "audit.key"), filepath.Join(dir, "audit.key"))
	if _, err := Open(dir, "test"); err == nil {
		t.Error("two halves of different keys were taken for a pair")
	}
}
