//go:build train

package tagger

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// TestTrain holds that training is deterministic, learns what it is shown, and that a written model reads back the same.
func TestTrain(t *testing.T) {
	data := []Sentence{
		{strings.Fields("Zarbo lives in Quux ."), strings.Fields("B-PER O O B-LOC O")},
		{strings.Fields("Old Zarbo Vint left Quux City ."), strings.Fields("O B-PER I-PER O B-LOC I-LOC O")},
		{strings.Fields("The Frob Board met ."), strings.Fields("O B-ORG I-ORG O O")},
	}
	lex, err := BuildLexicon(t.TempDir(), "en")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Epochs: 20, MinCount: 1, Drop: 0.1, Tie: 0.3, Models: 2, Seed: 1, Sureness: 0.1}
	m := Train(lex, data, o)
	b := m.Bytes()
	if !bytes.Equal(b, Train(lex, data, o).Bytes()) {
		t.Error("trained again, another model")
	}
	back, err := ReadModel(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range data {
		got := back.Spans(s.Tokens)
		if !slices.Equal(got, m.Spans(s.Tokens)) {
			t.Errorf("%v: read back, tags otherwise", s.Tokens)
		}
		for i := range got {
			got[i].Confidence = 0
		}
		if !slices.Equal(got, s.Gold()) {
			t.Errorf("%v: %v, shown %v", s.Tokens, got, s.Gold())
		}
	}
}
