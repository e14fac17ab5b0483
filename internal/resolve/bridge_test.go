package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	sanad "github.com/sanad-workbench/sanad"
)

// TestBridges holds the walk against leaving out one judgement after the other.
func TestBridges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		js, w := history(t)
		id := Resolve(js, w)
		var want []Bridge
		for _, left := range id.history {
			if left.what != Joined {
				continue
			}
			u := union{}
			for _, e := range id.history {
				if e.what == Joined && e.ID != left.ID {
					u[u.find(e.Left)] = u.find(e.Right)
				}
			}
			if u.find(left.Left) == u.find(left.Right) {
				continue
			}
			b := Bridge{Judgement: left.ID}
			for _, m := range id.Group(left.Left) {
				if u.find(m) == u.find(left.Left) {
					b.Left = append(b.Left, m)
				} else {
					b.Right = append(b.Right, m)
				}
			}
			want = append(want, b)
		}
		got := slices.Collect(id.Bridges(nil))
		slices.SortFunc(got, func(a, b Bridge) int { return strings.Compare(string(a.Judgement), string(b.Judgement)) })
		slices.SortFunc(want, func(a, b Bridge) int { return strings.Compare(string(a.Judgement), string(b.Judgement)) })
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestBridgesOfOneGroup(t *testing.T) {
	id := Resolve(judge(t, "a = b", "b [a b] = c", "c [a b c] = a [a b c]", "c [a b c] = d", "x = y"), world{})
	var got []string
	for b := range id.Bridges(func(c sanad.ID) bool { return c == "a" }) {
		got = append(got, fmt.Sprint(b.Left, b.Right))
	}
	if d := cmp.Diff([]string{"[a b c] [d]"}, got); d != "" {
		t.Error(d)
	}
}
