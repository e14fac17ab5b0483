package text

import (
	"strings"
	"unicode"
)

// SearchWords returns the words of s as the full-text index holds them: folded, separated by spaces, an Arabic word both
// as it stands and without its proclitic (و ف ب ل ك س and the article), since nobody can say which of the two a reader
// will type: وليد is a name, وأحمد is "and Ahmed".
func SearchWords(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for _, w := range FoldedWords(s) {
		b.WriteString(w)
		b.WriteByte(' ')
		if bare := withoutProclitic(w); bare != w {
			b.WriteString(bare)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// FoldedWords splits folded text into words: runs of letters and digits.
func FoldedWords(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// QueryWords returns the words to look for when somebody types s.
func QueryWords(s string) []string {
	var out []string
	for _, w := range FoldedWords(s) {
		if strings.HasPrefix(w, "ال") && len([]rune(w)) > 4 {
			w = strings.TrimPrefix(w, "ال")
		}
		out = append(out, w)
	}
	return out
}

// withoutProclitic strips at most one conjunction or preposition and the article from a folded Arabic word, leaving at
// least three letters.
func withoutProclitic(w string) string {
	r := []rune(w)
	if len(r) < 4 || !IsArabic(r[0]) {
		return w
	}
	rest := r
	switch r[0] {
	case 'و', 'ف', 'ب', 'ك', 'ل', 'س':
		rest = r[1:]
	}
	if len(rest) >= 5 && rest[0] == 'ا' && rest[1] == 'ل' {
		return string(rest[2:])
	}
	if r[0] == 'ل' && len(r) >= 5 && r[1] == 'ل' {
		return string(r[2:])
	}
	if len(rest) >= 3 && len(rest) < len(r) {
		return string(rest)
	}
	return w
}
