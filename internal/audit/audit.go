// Package audit makes the log tamper-evident: leaves are numbered by one sequencer and hashed into a Merkle tree
// (RFC 6962, golang.org/x/mod/sumdb/tlog), whose head is signed as a checkpoint. Somebody who changes, removes, inserts
// or reorders an entry changes the tree; somebody who holds an older checkpoint can prove it.
package audit

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	sanad "github.com/sanad-workbench/sanad"
)

// Entry is a leaf as it is hashed.
type Entry struct {
	ID   int64 // where the store keeps it
	N    int64 // its number; -1 while it has none
	Body string
}

// Ledger is what the sequencer needs of the store, in one transaction.
type Ledger interface {
	Size() (int64, error)
	Entries(pending bool, fn func(Entry) error) error
	Number(id, n int64) error
	PutHash(pos int64, hash []byte) error
	Hash(pos int64) ([]byte, error)
	PutCheckpoint(n int64, note string) error
	Checkpoints(fn func(n int64, note string) error) error
}

// Log signs and verifies. Its key is made at first run.
type Log struct {
	signer   note.Signer
	verifier note.Verifier
}

// Open reads the signing key in a directory, or makes one at first run. name goes into every checkpoint. A log whose
// signing key is gone is not given another: what was signed could no longer be told from what was not.
func Open(dir, name string) (*Log, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create audit directory: %w", err)
	}
	skey, vkey := filepath.Join(dir, "audit.key"), filepath.Join(dir, "audit.pub")
	pub, err := os.ReadFile(vkey)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read public audit key: %w", err)
	}
	fresh := err != nil
	text, err := os.ReadFile(skey)
	switch {
	case errors.Is(err, fs.ErrNotExist) && fresh:
		s, v, err := note.GenerateKey(rand.Reader, name)
		if err != nil {
			return nil, fmt.Errorf("make audit key: %w", err)
		}
		if err := writeKey(skey, s, 0o600); err != nil {
			return nil, err
		}
		text, pub = []byte(s), []byte(v)
	case errors.Is(err, fs.ErrNotExist):
		return nil, sanad.Errorf(sanad.Invalid, "%s is missing, and the log is signed with it", skey).WithRemedy("restore it from a backup")
	case err != nil:
		return nil, fmt.Errorf("read audit key: %w", err)
	}
	signer, err := note.NewSigner(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, fmt.Errorf("read audit key %s: %w", skey, err)
	}
	if fresh {
		if len(pub) == 0 { // the process died between the two files
			if pub, err = publicOf(string(text)); err != nil {
				return nil, err
			}
		}
		if err := writeKey(vkey, string(pub), 0o644); err != nil {
			return nil, err
		}
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(pub)))
	if err != nil {
		return nil, fmt.Errorf("read public audit key %s: %w", vkey, err)
	}
	if verifier.KeyHash() != signer.KeyHash() || verifier.Name() != signer.Name() {
		return nil, sanad.Errorf(sanad.Conflicting, "%s and %s are not a pair", skey, vkey).WithRemedy("restore both from a backup")
	}
	return &Log{signer, verifier}, nil
}

// writeKey writes a key whole or not at all.
func writeKey(path, text string, mode fs.FileMode) error {
	if err := os.WriteFile(path+".new", []byte(strings.TrimSpace(text)+"\n"), mode); err != nil {
		return fmt.Errorf("write audit key: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("write audit key: %w", err)
	}
	return nil
}

// publicOf returns the public half of a signing key, which has the form PRIVATE+KEY+name+hash+base64 of an algorithm
// byte and the seed (golang.org/x/mod/sumdb/note).
func publicOf(skey string) ([]byte, error) {
	parts := strings.SplitN(strings.TrimSpace(skey), "+", 5)
	if len(parts) != 5 {
		return nil, fmt.Errorf("read audit key: it has %d parts", len(parts))
	}
	seed, err := base64.StdEncoding.DecodeString(parts[4])
	if err != nil || len(seed) != 1+ed25519.SeedSize {
		return nil, fmt.Errorf("read audit key: the seed is damaged")
	}
	pub, ok := ed25519.NewKeyFromSeed(seed[1:]).Public().(ed25519.PublicKey)
	if !ok {
		return nil, fmt.Errorf("read audit key: no Ed25519 key")
	}
	v, err := note.NewEd25519VerifierKey(parts[2], pub)
	return []byte(v), err
}

type reader struct{ l Ledger }

func (r reader) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, x := range indexes {
		h, err := r.l.Hash(x)
		if err != nil {
			return nil, err
		}
		if len(h) != tlog.HashSize {
			return nil, fmt.Errorf("tree hash %d has %d bytes", x, len(h))
		}
		copy(out[i][:], h)
	}
	return out, nil
}

// Sequence numbers every pending leaf, adds it to the tree and signs the new head. It returns how many it numbered.
func (l *Log) Sequence(led Ledger) (int, error) {
	n, err := led.Size()
	if err != nil {
		return 0, err
	}
	var pending []Entry
	if err := led.Entries(true, func(e Entry) error {
		pending = append(pending, e)
		return nil
	}); err != nil {
		return 0, err
	}
	if len(pending) == 0 {
		return 0, nil
	}
	for _, e := range pending {
		hashes, err := tlog.StoredHashes(n, []byte(e.Body), reader{led})
		if err != nil {
			return 0, fmt.Errorf("hash leaf %d: %w", n, err)
		}
		pos := tlog.StoredHashIndex(0, n)
		for i, h := range hashes {
			if err := led.PutHash(pos+int64(i), h[:]); err != nil {
				return 0, err
			}
		}
		if err := led.Number(e.ID, n); err != nil {
			return 0, err
		}
		n++
	}
	head, err := tlog.TreeHash(n, reader{led})
	if err != nil {
		return 0, fmt.Errorf("hash tree of %d: %w", n, err)
	}
	signed, err := note.Sign(&note.Note{Text: string(tlog.FormatTree(tlog.Tree{N: n, Hash: head}))}, l.signer)
	if err != nil {
		return 0, fmt.Errorf("sign checkpoint: %w", err)
	}
	return len(pending), led.PutCheckpoint(n, string(signed))
}

// Result is what Verify found.
type Result struct {
	Leaves      int64  `json:"leaves"`
	Checkpoints int    `json:"checkpoints"`
	Head        string `json:"head"` // the newest signed checkpoint: keep it elsewhere, it proves this log later
}

// Verify computes the whole tree anew from the leaves and holds it against every signed checkpoint. An error says what
// was changed, as near as can be told.
func (l *Log) Verify(led Ledger) (Result, error) {
	var res Result
	mem := memory{}
	heads := map[int64]tlog.Hash{}
	type checkpoint struct {
		n    int64
		text string
	}
	var points []checkpoint
	if err := led.Checkpoints(func(n int64, text string) error {
		points = append(points, checkpoint{n, text})
		return nil
	}); err != nil {
		return res, err
	}
	next := 0
	var last int64
	err := led.Entries(false, func(e Entry) error {
		if e.N != res.Leaves {
			return sanad.Errorf(sanad.Conflicting, "audit log: entry %d is missing", res.Leaves)
		}
		if e.ID <= last {
			return sanad.Errorf(sanad.Conflicting, "audit log: entry %d is out of order", e.N)
		}
		last = e.ID
		hashes, err := tlog.StoredHashes(e.N, []byte(e.Body), &mem)
		if err != nil {
			return err
		}
		mem.hashes = append(mem.hashes, hashes...)
		for i, h := range hashes {
			stored, err := led.Hash(tlog.StoredHashIndex(0, e.N) + int64(i))
			if err != nil || string(stored) != string(h[:]) {
				if i == 0 {
					return sanad.Errorf(sanad.Conflicting, "audit log: entry %d was changed after it was written", e.N)
				}
				return sanad.Errorf(sanad.Conflicting, "audit log: the hashes up to entry %d were changed after they were written", e.N)
			}
		}
		res.Leaves++
		for next < len(points) && points[next].n == res.Leaves {
			if heads[res.Leaves], err = tlog.TreeHash(res.Leaves, &mem); err != nil {
				return err
			}
			next++
		}
		return nil
	})
	if err != nil {
		return res, err
	}
	for _, p := range points {
		n, err := note.Open([]byte(p.text), note.VerifierList(l.verifier))
		if err != nil {
			return res, sanad.Errorf(sanad.Conflicting, "audit log: the checkpoint of %d entries is not signed by this log's key", p.n)
		}
		tree, err := tlog.ParseTree([]byte(n.Text))
		if err != nil {
			return res, fmt.Errorf("read checkpoint of %d entries: %w", p.n, err)
		}
		if head, ok := heads[tree.N]; !ok || tree.N != p.n || head != tree.Hash {
			return res, sanad.Errorf(sanad.Conflicting, "audit log: its first %d entries are not those that were signed", tree.N).
				WithRemedy("compare with a backup: an entry was changed, removed or inserted")
		}
		res.Checkpoints++
		res.Head = p.text
	}
	if res.Leaves > 0 && (len(points) == 0 || points[len(points)-1].n != res.Leaves) {
		return res, sanad.Errorf(sanad.Conflicting, "audit log: %d entries are numbered but the newest checkpoint does not cover them", res.Leaves)
	}
	return res, nil
}

type memory struct{ hashes []tlog.Hash }

func (m *memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, x := range indexes {
		if x >= int64(len(m.hashes)) {
			return nil, fmt.Errorf("no hash %d", x)
		}
		out[i] = m.hashes[x]
	}
	return out, nil
}
