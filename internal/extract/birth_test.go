package extract

import (
	"slices"
	"testing"
)

// TestBornOnce: a date of birth is a second identifier, so the date of what the sentence tells next must never pass for one.
func TestBornOnce(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Sabah Nayef Turki, born 1979, 4 March 2016 arrested at Rutba.", []string{"1979"}},
		{"Sabah Nayef Turki (born 2 May 1979; arrested 4 March 2016).", []string{"1979-05-02"}},
		{"Sabah Nayef Turki, born in Rutba in 1979, was arrested in 2016.", []string{"1979"}},
		{"صباح نايف تركي مواليد 1979، اعتقل بتاريخ 4 آذار 2016 في الرطبة.", []string{"1979"}},
		{"صباح نايف تركي، تولد 1979 2016 الرطبة.", []string{"1979"}},
	} {
		var got []string
		for _, cl := range read(t, c.text, "2016-05-01").Claims {
			if cl.Prop == "birthDate" {
				got = append(got, cl.Value)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %v, want %v", c.text, got, c.want)
		}
	}
}
