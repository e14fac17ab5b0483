// Package blob keeps files under the SHA-256 of their bytes. What is written under a hash never changes and is never
// written twice.
package blob

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	sanad "github.com/sanad-workbench/sanad"
)

// Dir is a store of blobs in a local directory.
type Dir struct{ root string }

// Open opens or creates the blob store in a directory.
func Open(root string) (*Dir, error) {
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, fmt.Errorf("create blob directory: %w", err)
	}
	return &Dir{root}, nil
}

// Hash returns the name of a blob: its SHA-256 in hex.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func (d *Dir) path(hash string) (string, error) {
	if raw, err := hex.DecodeString(hash); err != nil || len(raw) != sha256.Size || hex.EncodeToString(raw) != hash {
		return "", sanad.Errorf(sanad.NotFound, "no file %q", hash)
	}
	return filepath.Join(d.root, hash[:2], hash[2:]), nil
}

// Put stores data and returns its hash. The file is on the disk, under its final name, when Put returns.
func (d *Dir) Put(data []byte) (string, error) {
	hash := Hash(data)
	path, err := d.path(hash)
	if err != nil {
		return "", err
	}
	if _, err := d.Get(hash); err == nil { // one that is damaged is written again
		return hash, nil
	}
	dir := filepath.Dir(path)
	if err := os.Mkdir(dir, 0o700); err == nil {
		if err := syncDir(d.root); err != nil {
			return "", fmt.Errorf("store blob: %w", err)
		}
	} else if !errors.Is(err, fs.ErrExist) {
		return "", fmt.Errorf("store blob: %w", err)
	}
	f, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return "", fmt.Errorf("store blob: %w", err)
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(data); err != nil {
		f.Close()
		return "", fmt.Errorf("store blob %s: %w", hash, err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return "", fmt.Errorf("store blob %s: %w", hash, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return "", fmt.Errorf("store blob %s: %w", hash, err)
	}
	if err := syncDir(dir); err != nil {
		return "", fmt.Errorf("store blob %s: %w", hash, err)
	}
	return hash, nil
}

// syncDir makes the names in a directory durable: a file is lost in a power cut when its name is.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Get returns the bytes of a blob after checking that they still have its hash.
func (d *Dir) Get(hash string) ([]byte, error) {
	path, err := d.path(hash)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, sanad.Errorf(sanad.NotFound, "no file %s", hash)
	}
	if err != nil {
		return nil, fmt.Errorf("read blob %s: %w", hash, err)
	}
	if Hash(data) != hash {
		return nil, sanad.Errorf(sanad.Internal, "file %s is damaged: its bytes no longer have its hash", hash).WithRemedy("restore it from a backup")
	}
	return data, nil
}

// Each calls fn with the hash of every blob, in order.
func (d *Dir) Each(fn func(hash string, open func() (io.ReadCloser, error)) error) error {
	return filepath.WalkDir(d.root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		hash := filepath.Base(filepath.Dir(path)) + filepath.Base(path)
		if own, err := d.path(hash); err != nil || own != path {
			return nil // left over from a write that was interrupted
		}
		return fn(hash, func() (io.ReadCloser, error) { return os.Open(path) })
	})
}
