package names

import (
	"math"
	"slices"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

// addsUp checks that the weights of a comparison's reasons make its log-odds, and that their signs are where they belong.
func addsUp(t interface {
	Helper()
	Errorf(string, ...any)
}, a, b Name, c Comparison) {
	t.Helper()
	z := 0.0
	for _, r := range c.For {
		if r.Weight < 0 {
			t.Errorf("%q, %q: %+v speaks for", a.Raw, b.Raw, r)
		}
		z += r.Weight
	}
	for _, r := range c.Against {
		if r.Weight > 0 {
			t.Errorf("%q, %q: %+v speaks against", a.Raw, b.Raw, r)
		}
		z += r.Weight
	}
	if p := 1 / (1 + math.Exp(-z)); c.P > 0 && math.Abs(p-c.P) > 1e-4 {
		t.Errorf("%q, %q: the reasons make %.5f, P is %.5f: %+v", a.Raw, b.Raw, p, c.P, c)
	}
}

// TestReasonsAddUp: all that a comparison says is in its reasons.
func TestReasonsAddUp(t *testing.T) {
	words := strings.Fields("Muhammad محمد Ali علي Abu ابو al-Rawi الراوي bin Hasan حسن Abd al-Rahman عبد الرحمن Khalid خالد Mullah Khair Allah خيرالله Qusay قصي Mutlaq X \"Saqr\" Basim")
	name := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 12).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := Parse(name.Draw(t, "a")), Parse(name.Draw(t, "b"))
		addsUp(t, a, b, Compare(a, b, nil))
		counts := &Counts{}
		for range 3000 {
			counts.Add(a)
		}
		addsUp(t, a, b, Compare(a, b, counts))
	})
}

// TestEveryPartIsSpokenOf: no part of either name but a title is passed over in silence.
func TestEveryPartIsSpokenOf(t *testing.T) {
	for _, r := range devPairs(t)[:400] {
		a, b := Parse(r[1]), Parse(r[2])
		c := Compare(a, b, nil)
		addsUp(t, a, b, c)
		if c.P == 0 {
			continue
		}
		all := append(slices.Clone(c.For), c.Against...)
		for _, p := range a.Parts {
			if p.Kind != Title && !slices.ContainsFunc(all, func(r sanad.Reason) bool { return strings.Contains(r.Left, p.Text) }) {
				t.Errorf("%q, %q: nothing said of %q", a.Raw, b.Raw, p.Text)
			}
		}
	}
}

// TestReasonsMeanWhatTheySay: over real pairs, what agrees hardly ever speaks against, what contradicts hardly ever for.
func TestReasonsMeanWhatTheySay(t *testing.T) {
	right, wrong := map[string]int{}, map[string]int{}
	for _, r := range devPairs(t) {
		c := Compare(Parse(r[1]), Parse(r[2]), nil)
		for _, r := range c.For {
			if strings.HasSuffix(r.Code, "agrees") {
				right[r.Code]++
			} else if r.Weight > 0.1 {
				wrong[r.Code]++
			}
		}
		for _, r := range c.Against {
			if strings.HasSuffix(r.Code, "agrees") && r.Weight < -0.1 {
				wrong[r.Code]++
			} else if r.Weight < 0 {
				right[r.Code]++
			}
		}
	}
	for _, code := range []string{"name_part_agrees", "name_part_contradicts", "father_contradicts"} {
		if n, w := right[code], wrong[code]; 20*w > n {
			t.Errorf("%s: %d as it says, %d otherwise", code, n, w)
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	rows := devPairs(b)
	for i := range b.N {
		r := rows[i%len(rows)]
		Compare(Parse(r[1]), Parse(r[2]), nil)
	}
}
