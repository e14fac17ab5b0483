package blob

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

func open(t *testing.T) (*Dir, string) {
	t.Helper()
	root := filepath.Join(t.TempDir(), "blobs")
	d, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	return d, root
}

func TestRoundTrip(t *testing.T) {
	d, root := open(t)
	var hashes []string
	for _, data := range [][]byte{nil, []byte("one"), []byte("one"), bytes.Repeat([]byte{0, 0xff}, 1<<16)} {
		h, err := d.Put(data)
		if err != nil {
			t.Fatal(err)
		}
		got, err := d.Get(h)
		if err != nil || !bytes.Equal(got, data) || h != Hash(data) {
			t.Errorf("%d bytes came back as %d under %s: %v", len(data), len(got), h, err)
		}
		hashes = append(hashes, h)
	}
	if hashes[1] != hashes[2] {
		t.Error("the same bytes have two names")
	}
	n := 0
	last := ""
	if err := os.WriteFile(filepath.Join(root, hashes[1][:2], ".new-123"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.Each(func(hash string, open func() (io.ReadCloser, error)) error {
		f, err := open()
		if err != nil {
			return err
		}
		defer f.Close()
		data, err := io.ReadAll(f)
		if Hash(data) != hash || hash <= last {
			t.Errorf("Each: %s after %s", hash, last)
		}
		n++
		last = hash
		return err
	}); err != nil || n != 3 {
		t.Errorf("Each showed %d of 3: %v", n, err)
	}
	filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		info, _ := e.Info()
		if want := map[bool]os.FileMode{true: 0o700, false: 0o600}[e.IsDir()]; info.Mode().Perm() != want {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
}

// A damaged file is never given out, and is healed when its bytes come in again.
func TestDamage(t *testing.T) {
	d, root := open(t)
	h, err := d.Put([]byte("original"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, h[:2], h[2:])
	if err := os.WriteFile(path, []byte("0riginal"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Get(h); sanad.CodeOf(err) != sanad.Internal || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("error %v", err)
	}
	if _, err := d.Put([]byte("original")); err != nil {
		t.Fatal(err)
	}
	if got, err := d.Get(h); string(got) != "original" || err != nil {
		t.Errorf("after Put again: %q, %v", got, err)
	}
}

func TestNames(t *testing.T) {
	d, _ := open(t)
	for _, name := range []string{"", "..", "../../etc/passwd", strings.Repeat("0", 64), strings.Repeat("g", 64), strings.Repeat("A", 64), strings.Repeat("../", 21) + "x"} {
		if _, err := d.Get(name); sanad.CodeOf(err) != sanad.NotFound {
			t.Errorf("%q: error %v", name, err)
		}
	}
}
