package match

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// TestWeightsAreWrittenWhole: whatever an investigation teaches is read back as it was written, and nothing out of bounds is read.
func TestWeightsAreWrittenWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people, truth := invented(80, 10, rapid.Uint64().Draw(t, "seed"))
		x := indexOf(people)
		var judged []Judged
		for i := range rapid.IntRange(0, 60).Draw(t, "judged") {
			j := (i*7 + 3) % len(people)
			judged = append(judged, Judged{people[i].ID, people[j].ID, truth[i] == truth[j]})
		}
		w := x.Learn(judged)
		data, err := json.Marshal(w)
		if err != nil {
			t.Fatal(err)
		}
		var back Weights
		if err := json.Unmarshal(data, &back); err != nil || back != w {
			t.Fatalf("%v: %s", err, data)
		}
	})
	for _, bad := range []string{`{"shift":9}`, `{"log":{"names":[4]}}`, `{"log":3}`, `[`} {
		var w Weights
		if err := json.Unmarshal([]byte(bad), &w); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
	var w Weights
	if err := json.Unmarshal([]byte(`{"log":{"a_finding_of_another_version":[0.2]}}`), &w); err != nil || w != (Weights{}) {
		t.Errorf("weights of another version: %v", err)
	}
}
