// Package text knows how Arabic and Latin writing works and nothing of what Sanad does with it: folding spellings that
// mean the same, tokens, sentences, scripts, dates.
//
// Every position it returns counts Unicode code points, never bytes.
package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as search and comparison see it: lower case, Latin without diacritics, Arabic without vowel marks,
// tatweel and direction marks, presentation forms made plain, the alefs one letter (ا), ى as ي, ة as ه, ؤ as و, ئ as ي,
// Persian ک and ی as their Arabic twins, every digit ASCII. White space is kept as it is. Fold(Fold(s)) == Fold(s).
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || ('A' <= c && c <= 'Z') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if f := foldArabic(r); f != keep {
			if f != drop {
				b.WriteRune(f)
			}
			continue
		}
		if r < 0x80 {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteRune(r)
			continue
		}
		for _, d := range norm.NFKD.String(string(r)) {
			if unicode.Is(unicode.Mn, d) {
				continue
			}
			if f := foldArabic(d); f != keep {
				if f != drop {
					b.WriteRune(f)
				}
				continue
			}
			b.WriteRune(foldLatin(unicode.ToLower(d)))
		}
	}
	return b.String()
}

const (
	keep rune = -1
	drop rune = -2
)

// foldArabic maps one rune of the Arabic block, a digit or an invisible mark; keep means it is none of these.
func foldArabic(r rune) rune {
	switch {
	case r >= 0x0610 && r <= 0x061a, r >= 0x064b && r <= 0x065f, r == 0x0670, r >= 0x06d6 && r <= 0x06ed && r != 0x06dd && r != 0x06de && r != 0x06e9:
		return drop
	case r == 'ـ', r == 0x061c, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff, r == 0x00ad:
		return drop
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ئ':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'ک':
		return 'ك'
	case 'ء':
		return 'ء'
	}
	return keep
}

// foldLatin maps the letters that do not decompose but are written plain in other sources.
func foldLatin(r rune) rune {
	switch r {
	case 'ı':
		return 'i'
	case 'ł':
		return 'l'
	case 'ø':
		return 'o'
	case 'đ', 'ð':
		return 'd'
	case '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '`', '´':
		return '\''
	}
	return r
}

// Script says what a text is written in.
type Script int

// The scripts Sanad tells apart.
const (
	Other Script = iota
	Latin
	Arabic
	Mixed
)

// ScriptOf returns the script of the letters in s: Mixed when both Latin and Arabic letters occur, Other when neither.
func ScriptOf(s string) Script {
	var latin, arabic bool
	for _, r := range s {
		switch {
		case IsArabic(r):
			arabic = true
		case r < 0x250 && unicode.IsLetter(r), r >= 0x1e00 && r <= 0x1eff:
			latin = true
		}
	}
	switch {
	case latin && arabic:
		return Mixed
	case latin:
		return Latin
	case arabic:
		return Arabic
	}
	return Other
}

// IsArabic reports whether r is a letter of the Arabic script, in plain or presentation form.
func IsArabic(r rune) bool {
	return (r >= 0x0620 && r <= 0x064a) || (r >= 0x066e && r <= 0x06d3) || (r >= 0x06fa && r <= 0x06ff) || (r >= 0x0750 && r <= 0x077f) ||
		(r >= 0xfb50 && r <= 0xfdff) || (r >= 0xfe70 && r <= 0xfefc)
}

// LanguageOf returns "ar" when most letters are Arabic, "en" when most are Latin, "" when there are none.
func LanguageOf(s string) string {
	var latin, arabic, n int
	for _, r := range s {
		if IsArabic(r) {
			arabic++
		} else if unicode.IsLetter(r) {
			latin++
		}
		if n++; n > 20000 {
			break
		}
	}
	switch {
	case arabic == 0 && latin == 0:
		return ""
	case arabic >= latin:
		return "ar"
	}
	return "en"
}
