// Package vault is the only place where it can be read who a protected source is: it holds the original bytes and the
// file name of what such sources gave, sealed with age. Every report has a key of its own, and that key is wrapped to
// the custodians; destroying one report's wrapped key destroys its original and nothing else.
//
// On one machine there is one custodian, whose key is made at first run and lies beside the vault: that protects an
// original from a lost backup of the database, not from somebody who takes the whole directory. Move the custodian key
// off the machine for more.
package vault

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"filippo.io/age"
	sanad "github.com/sanad-workbench/sanad"
)

// Vault seals and opens originals in one directory.
type Vault struct {
	root       string
	custodians []age.Recipient
	sealing    [64]sync.Mutex      // by id: a report sealed twice at once must not get the key of one and the bytes of the other
	key        *age.X25519Identity // nil when the custodian key is kept elsewhere: sealing works, opening does not
}

const keyFile = "custodian.key"

// Open opens the vault in a directory, making a custodian key at first run.
func Open(root string) (*Vault, error) {
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, fmt.Errorf("create vault: %w", err)
	}
	v := &Vault{root: root}
	text, err := os.ReadFile(filepath.Join(root, keyFile))
	switch {
	case err == nil:
		if v.key, err = age.ParseX25519Identity(strings.TrimSpace(string(text))); err != nil {
			return nil, fmt.Errorf("read custodian key %s: %w", filepath.Join(root, keyFile), err)
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("read custodian key: %w", err)
	}
	pub := filepath.Join(root, "custodians.txt")
	if _, err := os.Stat(pub); errors.Is(err, fs.ErrNotExist) {
		// A key that is there is never replaced: what it sealed could not be opened any more.
		if v.key == nil {
			if sealed, _ := filepath.Glob(filepath.Join(root, "*.age")); len(sealed) > 0 {
				return nil, sanad.Errorf(sanad.Invalid, "%s is missing, and %s holds what was sealed to the custodians in it", pub, root).WithRemedy("restore it from a backup")
			}
			if v.key, err = age.GenerateX25519Identity(); err != nil {
				return nil, fmt.Errorf("make custodian key: %w", err)
			}
			if err := writeFile(filepath.Join(root, keyFile), []byte(v.key.String()+"\n")); err != nil {
				return nil, err
			}
		}
		if err := writeFile(pub, []byte(v.key.Recipient().String()+"\n")); err != nil {
			return nil, err
		}
	}
	list, err := os.ReadFile(pub)
	if err != nil {
		return nil, fmt.Errorf("read custodians: %w", err)
	}
	for n, line := range strings.Split(string(list), "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r, err := age.ParseX25519Recipient(line)
		if err != nil {
			return nil, sanad.Errorf(sanad.Invalid, "%s:%d is not an age recipient", pub, n+1).WithRemedy("one age1… key a line")
		}
		v.custodians = append(v.custodians, r)
	}
	if len(v.custodians) == 0 {
		return nil, sanad.Errorf(sanad.Invalid, "%s names no custodian", pub).WithRemedy("add an age recipient; nothing can be sealed without one")
	}
	return v, nil
}

// Sealed is what a protected report had before it was sealed.
type Sealed struct {
	FileName string `json:"file_name"`
	Bytes    []byte `json:"bytes"`
}

// Seal stores an original for a report. The name of the file in the vault is the report's id, which is random to
// everybody outside the investigation. Sealing the same report again keeps what is there.
func (v *Vault) Seal(report sanad.ID, s Sealed) error {
	h := fnv.New32a()
	h.Write([]byte(report))
	mu := &v.sealing[h.Sum32()%uint32(len(v.sealing))]
	mu.Lock()
	defer mu.Unlock()
	path, err := v.path(report, ".age")
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	own, err := age.GenerateX25519Identity()
	if err != nil {
		return fmt.Errorf("make report key: %w", err)
	}
	body, err := json.Marshal(s)
	if err != nil {
		return err
	}
	sealed, err := encrypt(body, own.Recipient())
	if err != nil {
		return fmt.Errorf("seal report %s: %w", report, err)
	}
	wrapped, err := encrypt([]byte(own.String()), v.custodians...)
	if err != nil {
		return fmt.Errorf("wrap key of report %s: %w", report, err)
	}
	if err := writeFile(strings.TrimSuffix(path, ".age")+".key.age", wrapped); err != nil {
		return err
	}
	return writeFile(path, sealed)
}

// path names a file of a report. An id is letters and digits: anything else would lead elsewhere.
func (v *Vault) path(report sanad.ID, ext string) (string, error) {
	for _, r := range report {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return "", sanad.Errorf(sanad.NotFound, "nothing is sealed for report %q", report)
		}
	}
	if report == "" {
		return "", sanad.Errorf(sanad.NotFound, "nothing is sealed for a report without id")
	}
	return filepath.Join(v.root, string(report)+ext), nil
}

// Unseal returns what was sealed for a report.
func (v *Vault) Unseal(report sanad.ID) (Sealed, error) {
	var out Sealed
	if v.key == nil {
		return out, sanad.Errorf(sanad.Forbidden, "the custodian key is not on this machine").WithRemedy("a custodian must open it where the key is")
	}
	keyPath, err := v.path(report, ".key.age")
	if err != nil {
		return out, err
	}
	wrapped, err := os.ReadFile(keyPath)
	if errors.Is(err, fs.ErrNotExist) {
		return out, sanad.Errorf(sanad.NotFound, "nothing is sealed for report %s", report)
	}
	if err != nil {
		return out, fmt.Errorf("read key of report %s: %w", report, err)
	}
	text, err := decrypt(wrapped, v.key)
	if err != nil {
		return out, fmt.Errorf("unwrap key of report %s: %w", report, err)
	}
	own, err := age.ParseX25519Identity(string(text))
	if err != nil {
		return out, fmt.Errorf("unwrap key of report %s: %w", report, err)
	}
	sealed, err := os.ReadFile(strings.TrimSuffix(keyPath, ".key.age") + ".age")
	if err != nil {
		return out, fmt.Errorf("read sealed report %s: %w", report, err)
	}
	body, err := decrypt(sealed, own)
	if err != nil {
		return out, fmt.Errorf("open sealed report %s: %w", report, err)
	}
	return out, json.Unmarshal(body, &out)
}

func encrypt(data []byte, to ...age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to...)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func decrypt(data []byte, id age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(data), id)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func writeFile(path string, data []byte) error {
	tmp := path + ".new"
	f, err := os.OpenFile(tmp, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("write vault: %w", err)
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return fmt.Errorf("write vault: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write vault: %w", err)
	}
	if err := os.Rename(tmp, path); err != nil {
		return fmt.Errorf("write vault: %w", err)
	}
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("write vault: %w", err)
	}
	return errors.Join(d.Sync(), d.Close()) // the name must survive a power cut too
}
