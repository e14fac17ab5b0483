package vault

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"

	sanad "github.com/sanad-workbench/sanad"
)

var secret = Sealed{FileName: "statement of Karim the baker.docx", Bytes: []byte("Karim the baker saw the emir at the bridge\x00\xff")}

func open(t *testing.T, root string) *Vault {
	t.Helper()
	v, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// sealed is a vault with one sealed report.
func sealed(t *testing.T) (*Vault, string) {
	t.Helper()
	root := filepath.Join(t.TempDir(), "vault")
	v := open(t, root)
	if err := v.Seal("r1", secret); err != nil {
		t.Fatal(err)
	}
	return v, root
}

func TestSeal(t *testing.T) {
	v, root := sealed(t)
	for _, v := range []*Vault{v, open(t, root)} {
		got, err := v.Unseal("r1")
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(secret, got); d != "" {
			t.Errorf("(-want +got)\n%s", d)
		}
	}
	if err := v.Seal("r1", Sealed{FileName: "another"}); err != nil {
		t.Fatal(err)
	}
	if got, _ := v.Unseal("r1"); got.FileName != secret.FileName {
		t.Errorf("sealing again replaced it with %q", got.FileName)
	}
	if _, err := v.Unseal("r2"); sanad.CodeOf(err) != sanad.NotFound {
		t.Errorf("error %v", err)
	}
	for _, id := range []sanad.ID{"../r1", "", "r1/../r1", "custodian.key", "R1"} {
		if err := v.Seal(id, secret); err == nil {
			t.Errorf("sealed under %q", id)
		}
		if _, err := v.Unseal(id); sanad.CodeOf(err) != sanad.NotFound {
			t.Errorf("unseal %q: %v", id, err)
		}
	}
}

// Nothing under the directory tells what was sealed, in clear or in base64, and nobody but the owner reads it.
func TestNothingInClear(t *testing.T) {
	_, root := sealed(t)
	files := 0
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		if want := map[bool]os.FileMode{true: 0o700, false: 0o600}[e.IsDir()]; info.Mode().Perm() != want {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		if e.IsDir() {
			return nil
		}
		files++
		data, err := os.ReadFile(path)
		for _, word := range []string{"Karim", "baker", "emir", base64.StdEncoding.EncodeToString(secret.Bytes)[:16]} {
			if bytes.Contains(data, []byte(word)) || strings.Contains(path, word) {
				t.Errorf("%s tells %q", path, word)
			}
		}
		return err
	})
	if err != nil || files != 4 {
		t.Errorf("%d files, want key, custodians and two of the report (%v)", files, err)
	}
}

func TestDamage(t *testing.T) {
	for _, name := range []string{"r1.age", "r1.key.age"} {
		v, root := sealed(t)
		path := filepath.Join(root, name)
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(whole); i += 9 {
			data := bytes.Clone(whole)
			data[i] ^= 4
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if got, err := v.Unseal("r1"); err == nil && !cmp.Equal(got, secret) {
				t.Fatalf("%s with byte %d changed gave something else: %+v", name, i, got)
			} else if err == nil && i > len(whole)/2 {
				t.Errorf("%s with byte %d changed opened", name, i)
			}
		}
		for _, n := range []int{0, 10, len(whole) - 1} {
			if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := v.Unseal("r1"); err == nil {
				t.Errorf("%s cut to %d bytes opened", name, n)
			}
		}
		os.Remove(path)
		if _, err := v.Unseal("r1"); err == nil {
			t.Errorf("opened without %s", name)
		}
	}
}

// The custodian key may live elsewhere: sealing goes on, opening does not, and it works again when the key comes back.
func TestKeyElsewhere(t *testing.T) {
	_, root := sealed(t)
	key, away := filepath.Join(root, keyFile), filepath.Join(t.TempDir(), "key")
	if err := os.Rename(key, away); err != nil {
		t.Fatal(err)
	}
	v := open(t, root)
	if err := v.Seal("r2", secret); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Unseal("r2"); sanad.CodeOf(err) != sanad.Forbidden {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(key); err == nil {
		t.Error("another key was made")
	}
	if err := os.Rename(away, key); err != nil {
		t.Fatal(err)
	}
	if got, err := open(t, root).Unseal("r2"); err != nil || !cmp.Equal(got, secret) {
		t.Errorf("%+v, %v", got, err)
	}
}

// A lost list of custodians never costs the key.
func TestListLost(t *testing.T) {
	_, root := sealed(t)
	list := filepath.Join(root, "custodians.txt")
	os.Remove(list)
	if got, err := open(t, root).Unseal("r1"); err != nil || !cmp.Equal(got, secret) {
		t.Errorf("%+v, %v", got, err)
	}
	os.Remove(list)
	os.Remove(filepath.Join(root, keyFile))
	if _, err := Open(root); err == nil {
		t.Error("a vault with sealed reports and no custodian was given a new one")
	}
	for _, bad := range []string{"", "# nobody\n", "age1nonsense\n"} {
		if err := os.WriteFile(list, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(root); sanad.CodeOf(err) != sanad.Invalid {
			t.Errorf("custodians %q: error %v", bad, err)
		}
	}
}

// Each of several custodians can open alone.
func TestCustodians(t *testing.T) {
	root := t.TempDir()
	var keys []string
	var list strings.Builder
	for range 2 {
		id, err := age.GenerateX25519Identity()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, id.String())
		list.WriteString(id.Recipient().String() + "\n")
	}
	if err := os.WriteFile(filepath.Join(root, "custodians.txt"), []byte("# two\n"+list.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := open(t, root).Seal("r1", secret); err != nil {
		t.Fatal(err)
	}
	for i, k := range keys {
		if err := os.WriteFile(filepath.Join(root, keyFile), []byte(k), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := open(t, root).Unseal("r1"); err != nil || !cmp.Equal(got, secret) {
			t.Errorf("custodian %d: %+v, %v", i, got, err)
		}
	}
}
