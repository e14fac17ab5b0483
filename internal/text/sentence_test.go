package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSentencesOfLedgers holds that a row of a ledger is a sentence of its own and a wrapped line of prose is not.
func TestSentencesOfLedgers(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Qutayba Adnan | paid | 5,500 dollars in cash | Luay Sattar\nhis brother | paid | 600 dollars in cash | Luay Sattar\nend", []string{"Qutayba Adnan | paid | 5,500 dollars in cash | Luay Sattar", "his brother | paid | 600 dollars in cash | Luay Sattar", "end"}},
		{"14 sacks of flour were brought for the families by Adnan\n15 sacks of sugar came later", []string{"14 sacks of flour were brought for the families by Adnan", "15 sacks of sugar came later"}},
		{"the man who brought the flour for all the families was not seen\nin the town again", []string{"the man who brought the flour for all the families was not seen\nin the town again"}},
		{"1. Omar Salih, Hit\n2. Qais Latif, Ana\nIt was 1971. He fled.", []string{"1. Omar Salih, Hit", "2. Qais Latif, Ana", "It was 1971.", "He fled."}},
	} {
		tokens := Tokens(c.in)
		var got []string
		for _, s := range Sentences(tokens) {
			got = append(got, string([]rune(c.in)[tokens[s.Start].Span.Start:tokens[s.End-1].Span.End]))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q\n%s", c.in, d)
		}
	}
}
