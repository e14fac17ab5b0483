package cli

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestGold scores the gold corpora of test/gold with the commands a stranger would type, and holds the figures against floors. The floors
// are a little below what was measured: they catch a rule that breaks others, and say nothing about how good the figures are.
func TestGold(t *testing.T) {
	gold, err := filepath.Abs(filepath.Join("..", "..", "test", "gold"))
	if err != nil {
		t.Fatal(err)
	}
	scorer := filepath.Join(gold, "..", "..", "..", "shared", "bench", "reports", "score.py")
	_, noPython := exec.LookPath("python3")
	_, noScorer := os.Stat(scorer)
	if noPython != nil || noScorer != nil {
		t.Logf("SKIPPED: the comparison with the public scorer, which is not beside the repository (%v %v)", noPython, noScorer)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/gold",
		Setup: func(e *testscript.Env) error {
			e.Setenv("USER", "tester")
			e.Setenv("GOLD", gold)
			e.Setenv("SCORER", scorer)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond != "scorer" {
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			return noPython == nil && noScorer == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"floor": floor, "agree": agree},
	})
}

// floor METRIC VALUE … fails when a figure of the last output is below its floor.
func floor(ts *testscript.TestScript, _ bool, args []string) {
	have := metrics(ts.ReadFile("stdout"))
	for i := 0; i+1 < len(args); i += 2 {
		least, err := strconv.ParseFloat(args[i+1], 64)
		ts.Check(err)
		got, ok := have[args[i]]
		if !ok || got < least {
			ts.Fatalf("%s is %.4f, below %.4f", args[i], got, least)
		}
	}
}

// agree FILE FILE fails when two scorers give a figure of one name differently; each must know the most of the other's figures.
func agree(ts *testscript.TestScript, _ bool, args []string) {
	a, b := metrics(ts.ReadFile(args[0])), metrics(ts.ReadFile(args[1]))
	shared := 0
	for name, x := range a {
		y, ok := b[name]
		if !ok {
			continue
		}
		shared++
		if math.Abs(x-y) > 0.0002 {
			ts.Fatalf("%s: %v in %s, %v in %s", name, x, args[0], y, args[1])
		}
	}
	if shared < 30 {
		ts.Fatalf("the two scorers have only %d figures in common", shared)
	}
}

// metrics reads lines "name value".
func metrics(text string) map[string]float64 {
	out := map[string]float64{}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) != 2 {
			continue
		}
		if v, err := strconv.ParseFloat(f[1], 64); err == nil {
			out[f[0]] = v
		}
	}
	return out
}
