package text

import "strings"

// Split is one way to read an Arabic word as proclitics and a stem.
type Split struct {
	Skip int    // code points of the original word before the stem
	Stem string // folded
}

// Proclitics returns the readings of a folded Arabic word, the whole word first, then without و or ف, then without ب ل ك
// alone or after و or ف; لل before a stem stands for ل and the article. word must be folded; a reading is given only
// when at least two letters are left. Skip counts letters of the folded word, which are those of the original when it
// has no vowel marks or tatweel; SkipIn turns it into code points of the original.
func Proclitics(word string) []Split {
	out := make([]Split, 1, 4)
	out[0] = Split{0, word}
	rest, skip := word, 0
	for step := 0; step < 3; step++ {
		var p string
		switch {
		case step == 0 && (strings.HasPrefix(rest, "و") || strings.HasPrefix(rest, "ف")):
			p = rest[:2]
		case strings.HasPrefix(rest, "لل") && len(rest) > 6:
			out = append(out, Split{skip + 2, rest[4:]}) // للرمادي: the stem الرمادي is not in the text, رمادي is
			return out
		case step < 2 && (strings.HasPrefix(rest, "ب") || strings.HasPrefix(rest, "ل") || strings.HasPrefix(rest, "ك")):
			p = rest[:2]
		}
		if p == "" {
			if step == 0 {
				continue
			}
			break
		}
		rest = rest[2:]
		skip++
		if len(rest) < 4 {
			break
		}
		out = append(out, Split{skip, rest})
		if step == 1 {
			break
		}
	}
	return out
}

// SkipIn returns how many code points of word stand before its n-th letter as Fold counts letters, so that marks and
// tatweel in the original do not shift a span.
func SkipIn(word string, n int) int {
	count, pos := 0, 0
	for _, r := range word {
		if f := foldArabic(r); f == drop {
			pos++
			continue
		}
		if count == n {
			return pos
		}
		count++
		pos++
	}
	return pos
}
