package extract

import (
	"github.com/sanad-workbench/sanad/internal/text"
)

// A table drawn with tabs or runs of spaces is read as one drawn with strokes: where a column ends, a stroke is put among the tokens.

// columnGap is how many spaces part two columns; a tab does alone.
const columnGap = 3

// withStrokes returns the tokens of s with a stroke in each gap between two columns. A line is a row when it has two gaps, or one and a
// line beside it has one too.
func withStrokes(s string, tokens []text.Token) []text.Token {
	gaps := columnGaps(s)
	if len(gaps) == 0 {
		return tokens
	}
	isGap := func(end, next int) bool {
		_, ok := gaps[end]
		return ok && end < next
	}
	var lines []int // gaps by line
	line := 0
	lines = append(lines, 0)
	for i, t := range tokens {
		if t.Kind == text.Break {
			line++
			lines = append(lines, 0)
		} else if i+1 < len(tokens) && tokens[i+1].Kind != text.Break && isGap(t.Span.End, tokens[i+1].Span.Start) {
			lines[line]++
		}
	}
	row := func(n int) bool {
		return lines[n] > 1 || lines[n] == 1 && (n > 0 && lines[n-1] > 0 || n+1 < len(lines) && lines[n+1] > 0)
	}
	out := make([]text.Token, 0, len(tokens)+len(gaps))
	line = 0
	for i, t := range tokens {
		out = append(out, t)
		if t.Kind == text.Break {
			line++
		} else if i+1 < len(tokens) && tokens[i+1].Kind != text.Break && isGap(t.Span.End, tokens[i+1].Span.Start) && row(line) {
			out = append(out, text.Token{Text: "|", Folded: "|", Kind: text.Punctuation, Span: text.Span{Start: t.Span.End, End: gaps[t.Span.End]}})
		}
	}
	return out
}

// columnGaps returns the ends of the gaps of s by their starts, in code points.
func columnGaps(s string) map[int]int {
	var out map[int]int
	from, spaces, tab := 0, 0, false
	at := 0
	for _, r := range s {
		switch r {
		case ' ', '\u00a0', '\t':
			if spaces == 0 {
				from = at
			}
			spaces++
			tab = tab || r == '\t'
		default:
			if (spaces >= columnGap || tab) && r != '\n' && from > 0 {
				if out == nil {
					out = map[int]int{}
				}
				out[from] = at
			}
			spaces, tab = 0, false
		}
		at++
	}
	return out
}
