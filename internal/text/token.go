package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a stretch of a text in code points, end exclusive.
type Span struct{ Start, End int }

// Len returns the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// Kind says what a token is made of.
type Kind uint8

// The kinds of token. Break is a line end: it ends no sentence by itself but helps to find where one ends.
const (
	Word Kind = iota
	Number
	Punctuation
	Break
)

// Token is a word, a number, one punctuation mark, or one line end. A word keeps the hyphens and apostrophes inside it
// (al-Dulaimi, Sha'ban); a number keeps the separators inside it (1,250.5). White space belongs to no token.
type Token struct {
	Text   string
	Folded string // Fold(Text)
	Span   Span
	Kind   Kind
}

// IsArabic reports whether the token starts with an Arabic letter.
func (t Token) IsArabic() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return IsArabic(r)
}

// Capitalized reports whether the token starts with an upper-case letter, an apostrophe or Latin ʿ aside.
func (t Token) Capitalized() bool {
	for _, r := range t.Text {
		if unicode.IsLetter(r) && r != 'ʿ' && r != 'ʾ' && r != 'ʼ' {
			return unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}

// longestToken bounds a token, so that a text without spaces cannot make one of a hundred megabytes.
const longestToken = 200

// Tokens cuts s into tokens, in order. Every position counts code points of s; bytes that are no UTF-8 count as one
// code point each.
func Tokens(s string) []Token {
	tokens := make([]Token, 0, len(s)/5+1)
	pos := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\n':
			tokens = append(tokens, Token{Text: "\n", Folded: "\n", Span: Span{pos, pos + 1}, Kind: Break})
			i, pos = i+n, pos+1
		case isLetter(r):
			bytes, runes := wordLength(s[i:])
			w := s[i : i+bytes]
			tokens = append(tokens, Token{Text: w, Folded: Fold(w), Span: Span{pos, pos + runes}, Kind: Word})
			i, pos = i+bytes, pos+runes
		case unicode.IsDigit(r):
			bytes, runes := numberLength(s[i:])
			w := s[i : i+bytes]
			tokens = append(tokens, Token{Text: w, Folded: Fold(w), Span: Span{pos, pos + runes}, Kind: Number})
			i, pos = i+bytes, pos+runes
		case unicode.IsSpace(r) || isInvisible(r):
			i, pos = i+n, pos+1
		default:
			w := s[i : i+n]
			tokens = append(tokens, Token{Text: w, Folded: w, Span: Span{pos, pos + 1}, Kind: Punctuation})
			i, pos = i+n, pos+1
		}
	}
	return tokens
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// isInvisible reports marks that direct or join letters and are seen by nobody.
func isInvisible(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff || r == 0x061c || r == 0x00ad || r == 'ـ'
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´':
		return true
	}
	return false
}

// wordLength returns the bytes and code points of the word s begins with.
func wordLength(s string) (bytes, runes int) {
	for bytes < len(s) && runes < longestToken {
		r, n := utf8.DecodeRuneInString(s[bytes:])
		switch {
		case isLetter(r) || r == 'ـ' || (isInvisible(r) && r != 0x200b):
		case r == '-' || r == '‑' || isApostrophe(r):
			next, m := utf8.DecodeRuneInString(s[bytes+n:])
			if m == 0 || !isLetter(next) || bytes == 0 {
				return bytes, runes
			}
			if isApostrophe(r) && (next == 's' || next == 'S') { // the English genitive is no part of a name
				after, m2 := utf8.DecodeRuneInString(s[bytes+n+m:])
				if m2 == 0 || !isLetter(after) {
					return bytes, runes
				}
			}
		default:
			return trimInvisible(s, bytes, runes)
		}
		bytes += n
		runes++
	}
	return trimInvisible(s, bytes, runes)
}

func trimInvisible(s string, bytes, runes int) (int, int) {
	for bytes > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:bytes])
		if !isInvisible(r) || runes == 1 {
			break
		}
		bytes -= n
		runes--
	}
	return bytes, runes
}

func numberLength(s string) (bytes, runes int) {
	for bytes < len(s) && runes < longestToken {
		r, n := utf8.DecodeRuneInString(s[bytes:])
		switch {
		case unicode.IsDigit(r):
		case r == '.' || r == ',' || r == '٬' || r == '٫' || r == '،':
			next, m := utf8.DecodeRuneInString(s[bytes+n:])
			if m == 0 || !unicode.IsDigit(next) || r == '،' {
				return bytes, runes
			}
		default:
			return bytes, runes
		}
		bytes += n
		runes++
	}
	return bytes, runes
}

// sentenceCap bounds a sentence in tokens: text without full stops is cut here.
const sentenceCap = 400

// Sentences cuts tokens into sentences, as index ranges into tokens (Start inclusive, End exclusive) without the line
// ends around them. A sentence ends at . ! ? ؟ ۔ followed by something that can begin one, at an empty line, at a line
// end before a list mark or after a short line that does not run on, and after sentenceCap tokens.
func Sentences(tokens []Token) []Span {
	var out []Span
	start := 0
	cut := func(end int) {
		a, b := start, end
		for a < b && tokens[a].Kind == Break {
			a++
		}
		for b > a && tokens[b-1].Kind == Break {
			b--
		}
		if b > a {
			out = append(out, Span{a, b})
		}
		start = end
	}
	for i := range tokens {
		if i-start >= sentenceCap {
			cut(i)
		}
		switch tokens[i].Kind {
		case Break:
			if endsAtLine(tokens, start, i) {
				cut(i + 1)
			}
		case Punctuation:
			switch tokens[i].Text {
			case ".", "!", "?", "؟", "۔", "…":
				j := i + 1
				for j < len(tokens) && closes(tokens[j].Text) {
					j++
				}
				if endsSentence(tokens, i, j) {
					cut(j)
				}
			}
		}
	}
	cut(len(tokens))
	return out
}

func closes(s string) bool {
	switch s {
	case ")", "]", "\"", "'", "”", "’", "»":
		return true
	}
	return false
}

// abbreviations are words whose full stop ends no sentence, folded.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "st": true, "lt": true, "col": true, "gen": true, "maj": true, "capt": true, "sgt": true,
	"brig": true, "prof": true, "no": true, "art": true, "vs": true, "approx": true, "e": true, "i": true, "cf": true, "jr": true, "sr": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true,
	"dec": true, "u": true, "s": true, "a": true, "b": true, "c": true, "m": true, "k": true, "h": true, "د": true, "م": true, "أ": true, "ا": true, "ق": true, "رقم": true,
}

func endsSentence(tokens []Token, i, j int) bool {
	if tokens[i].Text == "." && i > 0 {
		prev := tokens[i-1]
		if prev.Kind == Number && len(prev.Folded) <= 3 && (i == 1 || tokens[i-2].Kind == Break) && j < len(tokens) && tokens[j].Kind != Break {
			return false // the number of a row
		}
		if prev.Span.Len() == 1 && prev.Capitalized() && prev.Text != "I" && prev.Span.End == tokens[i].Span.Start && j < len(tokens) && tokens[j].Capitalized() {
			return false // an initial: Gary J. Volesky
		}
		if abbreviations[prev.Folded] && prev.Span.End == tokens[i].Span.Start && j < len(tokens) && tokens[j].Kind != Break {
			return false
		}
	}
	if j >= len(tokens) || tokens[j].Kind == Break {
		return true
	}
	next := tokens[j]
	if next.Span.Start == tokens[j-1].Span.End && next.Kind != Break { // no space: 3.5, U.S.A, a.b
		return next.IsArabic()
	}
	if next.Kind == Word && !next.IsArabic() && !next.Capitalized() && tokens[i].Text != "!" && tokens[i].Text != "?" {
		return false
	}
	return true
}

// endsAtLine reports whether the line end at i ends a sentence: an empty line follows, the next line is a list item, the
// line reads as a heading or field, or the next line starts like a new sentence after a short line.
func endsAtLine(tokens []Token, start, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].Kind == Break {
		return true
	}
	next := tokens[i+1]
	switch next.Text {
	case "-", "*", "•", "–", "—", "|", "#", "·":
		return true
	}
	if next.Kind == Number && i+2 < len(tokens) && (tokens[i+2].Text == "." || tokens[i+2].Text == ")" || tokens[i+2].Text == "-") {
		return true
	}
	line := i - 1
	for line >= start && tokens[line].Kind != Break {
		line--
	}
	first, n := line+1, i-line-1
	if n == 0 {
		return true
	}
	last := tokens[i-1]
	if last.Text == ":" {
		return true
	}
	switch tokens[first].Text {
	case "-", "*", "•", "–", "—", "|", "#", "·":
		return true
	}
	if next.Kind == Number && tokens[first].Kind == Number || tableRow(tokens[first:i]) { // the rows of a ledger
		return true
	}
	for k := first; k < i && k < first+6; k++ { // a field such as "Date: 12 March"
		if tokens[k].Text == ":" {
			return true
		}
	}
	for k := i + 1; k < len(tokens) && k < i+7 && tokens[k].Kind != Break; k++ {
		if tokens[k].Text == ":" {
			return true
		}
	}
	// Running text that was wrapped fills its lines; a short line was ended on purpose.
	width := last.Span.End - tokens[first].Span.Start
	return width < 45 && (next.IsArabic() || next.Capitalized() || next.Kind == Number)
}

// tableRow reports whether the tokens of a line are cells with bars between.
func tableRow(line []Token) bool {
	bars := 0
	for _, t := range line {
		if t.Text == "|" {
			bars++
		}
	}
	return bars >= 2
}

// Join returns the source text of tokens with single spaces where there was white space, for keys and values.
func Join(tokens []Token) string {
	switch len(tokens) {
	case 0:
		return ""
	case 1:
		return tokens[0].Text
	}
	var b strings.Builder
	for i, t := range tokens {
		if t.Kind == Break {
			continue
		}
		if b.Len() > 0 && (tokens[i-1].Kind == Break || tokens[i-1].Span.End < t.Span.Start) {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}
