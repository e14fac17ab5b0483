package cli

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestKilledDemoGoesOn kills the making of a demo at several moments and starts it again: whatever the moment, the end is
// the same as if nothing had happened.
func TestKilledDemoGoesOn(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "sanad")
	if out, err := exec.Command("go", "build", "-o", bin, "../../cmd/sanad").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	demo := func(dir string) *exec.Cmd {
		return exec.Command(bin, "demo", "--data", dir, "--members", "30", "--reports", "250")
	}
	calm := t.TempDir()
	if out, err := demo(calm).CombinedOutput(); err != nil {
		t.Fatalf("demo: %v\n%s", err, out)
	}
	want := claims(t, bin, calm)
	if len(want) < 1000 {
		t.Fatalf("a demo of 250 reports has %d claims", len(want))
	}
	hit := t.TempDir()
	for _, after := range []time.Duration{150, 400, 700, 1000} {
		c := demo(hit)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after * time.Millisecond)
		c.Process.Kill()
		c.Wait()
	}
	if out, err := demo(hit).CombinedOutput(); err != nil {
		t.Fatalf("demo after kills: %v\n%s", err, out)
	}
	if got := claims(t, bin, hit); !slices.Equal(got, want) {
		t.Fatalf("after kills there are %d claims, without %d, or they differ", len(got), len(want))
	}
	if out, err := exec.Command(bin, "audit", "verify", "--data", hit).CombinedOutput(); err != nil {
		t.Fatalf("audit verify: %v\n%s", err, out)
	}
}

// claims exports an investigation without what differs from run to run: ids and times.
func claims(t *testing.T, bin, dir string) []string {
	t.Helper()
	out, err := exec.Command(bin, "export", "-i", "demo", "--data", dir, "--format", "claims").Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, l := range bytes.Split(out, []byte("\n"))[1:] {
		var c struct {
			Schema, Prop, Report, Quote string
			Start, End                  int
		}
		if len(l) == 0 {
			continue
		}
		if err := json.Unmarshal(l, &c); err != nil {
			t.Fatal(err)
		}
		b, _ := json.Marshal(c)
		list = append(list, string(b))
	}
	slices.SortFunc(list, strings.Compare)
	return list
}
