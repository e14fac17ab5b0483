package text

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Aḥmad al-Ḥusaynī", "ahmad al-husayni"},
		{"أَحْمَد", "احمد"},
		{"مـحـمـد", "محمد"},
		{"ﻣﺤﻤﺪ", "محمد"},
		{"فاطمة على", "فاطمه علي"},
		{"١٢ آذار ٢٠١٤", "12 اذار 2014"},
		{"\u200fHit\u200f", "hit"},
		{"ʿAbd", "'abd"},
		{"", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFoldIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}

func TestScriptOf(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Script
	}{{"Hit", Latin}, {"هيت", Arabic}, {"Hit هيت", Mixed}, {"12 / 3", Other}, {"Łódź", Latin}} {
		if got := ScriptOf(c.in); got != c.want {
			t.Errorf("ScriptOf(%q) = %v, want %v", c.in, got, c.want)
		}
	}
}
