// Package gold holds the gold corpus; its test keeps corpus and sources together. See README.md.
package gold

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sanad-workbench/sanad/internal/sim"
)

// The parts of the corpus, as make writes them; and which is tuned on with which is measured with, each pair by a maker of its own.
var (
	parts = []string{"dev", "test", "dev2", "test2", "dev3", "test3", "dev4", "dev5", "test4", "dev6", "dev7", "test5", "dev8", "dev9", "dev10", "dev11", "dev12", "dev13", "dev14", "dev15", "dev16", "dev17", "dev18"}
	pairs = [][2]string{{"dev", "test"}, {"dev2", "test2"}, {"dev3", "test3"}, {"dev5", "test4"}}
)

// TestGenerated makes the corpus again and compares every file, so that nobody mends a span by hand.
func TestGenerated(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "./make", "-in", ".", "-out", dir).CombinedOutput(); err != nil {
		t.Fatalf("make the corpus: %v\n%s", err, out)
	}
	for _, part := range parts {
		want, have := files(t, filepath.Join(dir, part)), files(t, part)
		for name, data := range have {
			if strings.HasPrefix(name, "source"+string(filepath.Separator)) {
				continue
			}
			if !bytes.Equal(data, want[name]) {
				t.Errorf("%s/%s differs from its sources: run go run ./test/gold/make", part, name)
			}
			delete(want, name)
		}
		for name := range want {
			t.Errorf("%s/%s is missing: run go run ./test/gold/make", part, name)
		}
	}
}

func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		out[name], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatalf("read %s: %v", dir, err)
	}
	return out
}

// TestSize holds what the README promises: how many reports, how many of them Arabic, and the two parts' shares.
func TestSize(t *testing.T) {
	count := map[string]int{}
	for _, part := range parts {
		for _, s := range load(t, part).Sources {
			count[part]++
			count[part+" "+s.Language]++
		}
		ar, en := count[part+" ar"], count[part+" en"]
		if part == "dev5" { // the one with more Arabic
			en += 12
		}
		if ar != en {
			t.Errorf("%s has %d Arabic reports, want %d beside its %d English ones", part, ar, en, count[part+" en"])
		}
	}
	for _, p := range pairs {
		dev, test := count[p[0]], count[p[1]]
		if all := dev + test; all < 60 || test*4 < all || test*5 > all*2 {
			t.Errorf("%d reports to tune on in %s and %d to test on in %s; want 60 in all and about a third of them to test on", dev, p[0], test, p[1])
		}
	}
}

// TestSpans reads every span back from the report it points into.
func TestSpans(t *testing.T) {
	for _, part := range parts {
		texts := map[string][]rune{}
		g := load(t, part)
		for _, s := range g.Sources {
			data, err := os.ReadFile(filepath.Join(part, "reports", s.Report+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.ContainsAny(data, "[]\r") || bytes.Contains(data, []byte("---")) {
				t.Errorf("%s holds a mark or a line end of another system", s.Report)
			}
			texts[s.Report] = []rune(string(data))
		}
		check := func(report string, start, end int, surface string) {
			if text := texts[report]; start < 0 || end > len(text) || start >= end || string(text[start:end]) != surface {
				t.Errorf("%s %d-%d is not %q", report, start, end, surface)
			}
		}
		for _, m := range g.Mentions {
			check(m.Report, m.Start, m.End, m.Surface)
		}
		for _, m := range g.OrgMentions {
			check(m.Report, m.Start, m.End, m.Surface)
		}
		for _, m := range g.IncidentMentions {
			check(m.Report, m.Start, m.End, m.Surface)
		}
		for _, m := range g.Ignore {
			if text := texts[m.Report]; m.Start < 0 || m.End > len(text) || m.Start >= m.End {
				t.Errorf("%s %d-%d lies outside the report", m.Report, m.Start, m.End)
			}
		}
	}
}

// TestWorlds holds the parts apart: no name of one, in either script, is in another, or tuning on one would tune on the next.
func TestWorlds(t *testing.T) {
	names := func(part string) (out []string) {
		g := load(t, part)
		for _, p := range g.Persons {
			out = append(out, p.NameEn, p.NameAr)
		}
		for _, o := range g.Orgs {
			if o.NameEn != "Islamic State" { // the one body that is not invented
				out = append(out, o.NameEn, o.NameAr)
			}
		}
		return out
	}
	in := map[string]string{}
	for _, part := range parts {
		own := names(part)
		if len(own) == 0 {
			t.Errorf("%s names nobody", part)
		}
		for _, n := range own {
			if in[n] != "" && in[n] != part {
				t.Errorf("%s is in both %s and %s", n, in[n], part)
			}
			in[n] = part
		}
	}
}

// TestHard holds that the corpus keeps what makes it hard: innocents beside the men whose name they share, denials and
// doubts, people whom a court let go, in both parts.
func TestHard(t *testing.T) {
	for _, part := range parts {
		g := load(t, part)
		n := map[string]int{}
		for _, p := range g.Persons {
			if p.Innocent {
				n["namesakes"]++
			}
		}
		for _, i := range g.Incidents {
			for _, p := range i.Participants {
				n["denied parts"] += len(p.DeniedIn)
				n["uncertain parts"] += len(p.UncertainIn)
				if !p.True && len(p.Reports) > 0 {
					n["false accusations"]++
				}
			}
		}
		for _, m := range g.Memberships {
			n["denied memberships"] += len(m.DeniedIn)
		}
		for _, o := range g.Outcomes {
			n[o.Kind]++
		}
		n["payments"] = len(g.Payments)
		for what, least := range map[string]int{"namesakes": 3, "denied parts": 5, "uncertain parts": 3, "false accusations": 2, "denied memberships": 5,
			"arrest": 5, "charge": 3, "sentence": 4, "acquittal": 1, "release": 4, "payments": 5} {
			if n[what] < least {
				t.Errorf("%s has %d %s, want %d", part, n[what], what, least)
			}
		}
	}
}

func load(t *testing.T, part string) *sim.Gold {
	t.Helper()
	g, err := sim.LoadGold(filepath.Join(part, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	return g
}
