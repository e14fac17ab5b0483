package sim

import (
	"bytes"
	"testing"
)

func FuzzReadExports(f *testing.F) {
	f.Add([]byte(`{"export":{"reason":"x"}}` + "\n" + `{"id":"1","entity_id":"e","schema":"Person","prop":"name","value":"علي","report":"R1.txt","start":0,"end":3}`))
	f.Add([]byte("\ufeff{\"left\":\"a\",\"right\":\"b\",\"score\":\"0.5\"}\n[]\nnull\n{\"derived_from\":[\"x\",1]}"))
	f.Add([]byte(`{"entity_id":1,"start":1.5,"end":true,"value":12000.0}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		claims, bad, err := ReadClaims(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(data, []byte("\n")) + 1; len(claims)+bad > n {
			t.Fatalf("%d claims and %d bad lines in %d lines", len(claims), bad, n)
		}
		for _, c := range claims {
			if c.EntityID == "" {
				t.Fatalf("a claim of nothing: %+v", c)
			}
		}
		questions, err := ReadQuestions(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		lineage, err := ReadLineage(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		g := &Gold{Sources: []GoldSource{{Report: "R1", Language: "en"}}, Persons: []GoldPerson{{ID: "P1"}},
			Mentions: []GoldMention{{Report: "R1", Start: 0, End: 3, Person: "P1", Kind: "name"}}}
		for _, m := range Score(g, Export{Claims: claims, Questions: questions, Lineage: lineage, BadLines: bad}) {
			if m.Value != m.Value || !m.Count && (m.Value < 0 || m.Value > 1) {
				t.Fatalf("%s is %v", m.Name, m.Value)
			}
		}
	})
}
