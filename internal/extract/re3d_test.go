package extract

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// TestRelationsOfRe3d measures relations by type on texts nobody here wrote: who belongs to what, who is in charge of what, which
// two names are one. re3d annotates peoples, forces and places as freely as persons, of which this reader has only persons and
// organizations by name: recall is bounded by that. It is a measure; the floor is for precision.
func TestRelationsOfRe3d(t *testing.T) {
	folders, _ := filepath.Glob("../../../shared/data/re3d/*/relations.json")
	if len(folders) == 0 {
		t.Skip("SKIPPED: the re3d corpus is not here")
	}
	type relation struct {
		DocumentID                                     string
		SourceBegin, SourceEnd, TargetBegin, TargetEnd int
		Type                                           string
	}
	right, given, wanted := map[string]int{}, map[string]int{}, map[string]int{}
	for _, path := range folders {
		gold := map[string][]relation{}
		jsonLines(t, path, func(r relation) { gold[r.DocumentID] = append(gold[r.DocumentID], r) })
		jsonLines(t, filepath.Join(filepath.Dir(path), "documents.json"), func(d struct {
			ID   string `json:"_id"`
			Text string
		}) {
			seen := map[relation]bool{}
			for _, r := range gold[d.ID] {
				if !seen[r] {
					wanted[r.Type]++
				}
				seen[r] = true
			}
			used := map[int]bool{}
			for _, p := range related(read(t, d.Text, "")) {
				given[p.kind]++
				for i, r := range gold[d.ID] {
					if used[i] || r.Type != p.kind {
						continue
					}
					s, g := sanad.Span{Start: r.SourceBegin, End: r.SourceEnd}, sanad.Span{Start: r.TargetBegin, End: r.TargetEnd}
					if meet(p.a, s) && meet(p.b, g) || meet(p.a, g) && meet(p.b, s) {
						used[i] = true
						right[p.kind]++
						break
					}
				}
			}
		})
	}
	for _, kind := range slices.Sorted(maps.Keys(wanted)) {
		t.Logf("%-18s %4d wanted %4d given: P %.2f R %.2f F1 %.3f", kind, wanted[kind], given[kind], ratio(right[kind], given[kind]), ratio(right[kind], wanted[kind]), harmonic(right[kind], given[kind], wanted[kind]))
	}
	if n := right["InChargeOf"] + right["BelongsTo"] + right["IsSynonymOf"]; n == 0 {
		t.Error("not one relation was found")
	}
}

// tie is a relation between the passages of two names.
type tie struct {
	kind string
	a, b sanad.Span
}

// related lists the relations of a reading under re3d's names.
func related(r sanad.Reading) []tie {
	var out []tie
	spans := map[sanad.ID][]sanad.Span{}
	value := map[sanad.ID]map[string]sanad.Claim{}
	for _, c := range r.Claims {
		if sanad.IsNameProp(c.Prop) && (c.Schema == sanad.SchemaPerson || sanad.IsOrganization(c.Schema)) {
			spans[c.Entity] = append(spans[c.Entity], *c.Span)
		}
		if value[c.Entity] == nil {
			value[c.Entity] = map[string]sanad.Claim{}
		}
		if _, told := value[c.Entity][c.Prop]; !told {
			value[c.Entity][c.Prop] = c
		}
	}
	for _, e := range r.Entities {
		v := value[e.ID]
		switch {
		case e.Schema == sanad.SchemaMembership && v["organization"].Span != nil && v["member"].Span != nil:
			kind := "BelongsTo"
			for _, w := range []string{"head", "leader", "command", "emir", "chief", "director", "owner"} {
				if strings.Contains(strings.ToLower(v["role"].Value), w) {
					kind = "InChargeOf"
				}
			}
			out = append(out, tie{kind, *v["member"].Span, *v["organization"].Span})
		case sanad.IsOrganization(e.Schema):
			for i := 1; i < len(spans[e.ID]); i++ { // a short name given beside the long one
				if a, b := spans[e.ID][i-1], spans[e.ID][i]; b.Start-a.End <= 3 {
					out = append(out, tie{"IsSynonymOf", a, b})
				}
			}
		}
	}
	return out
}

func meet(a, b sanad.Span) bool { return a.Start < b.End && b.Start < a.End }

func jsonLines[T any](t *testing.T, path string, each func(T)) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("read %s: %v", path, err)
		}
		each(v)
	}
}
