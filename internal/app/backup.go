package app

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Backup writes the whole data directory into one file: a consistent copy of the database, the blobs, the vault with
// its custodian key, and the audit key. Whoever has the file has everything; it is written with mode 0600.
func (a *App) Backup(ctx context.Context, actor sanad.Actor, path string) error {
	if _, err := os.Stat(path); err == nil {
		return sanad.Errorf(sanad.Conflicting, "%s is there already", path).WithRemedy("choose another name: a backup never overwrites a file")
	}
	if err := a.store.Update(ctx, "", actor, "backup", func(*store.Tx) error { return nil }); err != nil {
		return err
	}
	if err := a.number(ctx); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(a.Dir, ".backup-*")
	if err != nil {
		return fmt.Errorf("prepare backup: %w", err)
	}
	defer os.RemoveAll(tmp)
	db := filepath.Join(tmp, "sanad.db")
	if err := a.store.BackupTo(ctx, db); err != nil {
		return err
	}
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	defer os.Remove(part)
	z := gzip.NewWriter(f)
	t := tar.NewWriter(z)
	err = addFile(t, db, "sanad.db")
	for _, name := range []string{"audit.key", "audit.pub"} {
		err = errors.Join(err, addFile(t, filepath.Join(a.Dir, name), name))
	}
	for _, dir := range []string{"blobs", "vault"} {
		err = errors.Join(err, filepath.WalkDir(filepath.Join(a.Dir, dir), func(p string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".new-") || strings.HasSuffix(e.Name(), ".new") {
				return err
			}
			rel, err := filepath.Rel(a.Dir, p)
			if err != nil {
				return err
			}
			return addFile(t, p, filepath.ToSlash(rel))
		}))
	}
	if err = errors.Join(err, t.Close(), z.Close(), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	return nil
}

func addFile(t *tar.Writer, path, name string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return err
	}
	if err := t.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: st.Size(), ModTime: st.ModTime()}); err != nil {
		return err
	}
	_, err = io.CopyN(t, f, st.Size())
	return err
}

// Restore unpacks a backup into a directory that must not hold anything yet. Nothing is left there when it fails.
func Restore(path, dir string) (err error) {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return sanad.Errorf(sanad.Conflicting, "%s is not empty", dir).WithRemedy("restore into a new directory")
	}
	f, err := os.Open(path)
	if err != nil {
		return sanad.Errorf(sanad.Invalid, "the backup cannot be opened: %v", err).WithRemedy("check the path")
	}
	defer f.Close()
	bad := func(err error) error {
		return sanad.Errorf(sanad.Invalid, "%s is no backup of sanad, or is damaged: %v", path, err).WithRemedy("try another copy of the backup")
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return bad(err)
	}
	tmp := strings.TrimRight(dir, "/") + ".part"
	if err := os.MkdirAll(tmp, 0o700); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	defer os.RemoveAll(tmp)
	t := tar.NewReader(z)
	have := false
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return bad(err)
		}
		if !filepath.IsLocal(h.Name) || h.Typeflag != tar.TypeReg {
			return bad(fmt.Errorf("it holds %q", h.Name))
		}
		to := filepath.Join(tmp, filepath.FromSlash(h.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return fmt.Errorf("restore: %w", err)
		}
		out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
		if err != nil {
			return fmt.Errorf("restore: %w", err)
		}
		_, err = io.Copy(out, t)
		if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
			return bad(err)
		}
		have = have || h.Name == "sanad.db"
	}
	if !have {
		return bad(errors.New("it holds no database"))
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("restore: %w", err)
	}
	return os.Rename(tmp, dir)
}
