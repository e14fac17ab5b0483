package resolve

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	sanad "github.com/sanad-workbench/sanad"
)

// TestUpdateIsResolve adds, withdraws and confirms judgements one at a time and holds each step against a computation
// from scratch.
func TestUpdateIsResolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		js, w := history(t)
		have := []sanad.Judgement{}
		id := Resolve(have, w)
		for _, j := range js {
			now := j
			now.WithdrawnAt, now.Pending = nil, j.Pending
			have = append(have, now)
			id = Update(id, have, []sanad.Judgement{now}, w)
			same(t, id, Resolve(have, w))
			if n := len(have); j.WithdrawnAt != nil {
				k := rapid.IntRange(0, n-1).Draw(t, "which")
				at := day.Add(200 * time.Hour)
				have = slices.Clone(have)
				have[k].WithdrawnAt = &at
				id = Update(id, have, have[k:k+1], w)
				same(t, id, Resolve(have, w))
			}
		}
	})
}

func same(t *rapid.T, got, want *Identity) {
	t.Helper()
	if d := cmp.Diff(groups(want), groups(got)); d != "" {
		t.Fatal(d)
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(Identity{}, event{}), cmpopts.EquateEmpty()); d != "" {
		t.Fatal(d)
	}
}
