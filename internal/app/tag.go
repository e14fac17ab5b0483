package app

import (
	"unicode"

	"github.com/sanad-workbench/sanad/internal/extract/tagger"
)

// Tag returns the IOB2 label of every token of a sentence (O, B-PER, I-PER, B-ORG, …), by the model of its script.
func Tag(tokens []string) []string {
	arabic, latin := 0, 0
	for _, t := range tokens {
		for _, r := range t {
			switch {
			case unicode.Is(unicode.Arabic, r):
				arabic++
			case unicode.Is(unicode.Latin, r):
				latin++
			}
		}
	}
	m := tagger.English()
	if arabic > latin {
		m = tagger.Arabic()
	}
	out := make([]string, len(tokens))
	for i := range out {
		out[i] = "O"
	}
	for _, s := range m.Spans(tokens) {
		for i := s.First; i < s.Last; i++ {
			out[i] = "I-" + s.Kind.String()
		}
		out[s.First] = "B-" + s.Kind.String()
	}
	return out
}
