package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// sameYear gives a month or day whose year is told as "of that year", «من السنة نفسها», the year of the date told before it.
func (p *page) sameYear() {
	for i := 1; i < len(p.dates); i++ {
		d := &p.dates[i]
		year := p.dates[i-1].EDTF
		if !p.ofThatYear(d.Last) || len(year) < 4 || len(d.EDTF) < 7 || strings.ContainsAny(d.EDTF, "/.") || strings.ContainsAny(year[:4], "X?~") {
			continue
		}
		d.EDTF = year[:4] + d.EDTF[4:]
	}
}

// ofThatYear reports whether the words at token i take up the year told before.
func (p *page) ofThatYear(i int) bool {
	f, next, last := p.token(i).Folded, p.token(i+1).Folded, p.token(i+2).Folded
	if f == "," {
		f, next, last = next, last, p.token(i+3).Folded
	}
	switch f {
	case "of":
		return (next == "that" || next == "the" && last == "same") && p.tokenIs(i, 4, "year")
	case "that", "the":
		return next == "same" && last == "year" || next == "year" && f == "that"
	case "من":
		switch next {
		case "السنه", "العام":
			return last == "نفسها" || last == "نفسه" || last == "ذاته" || last == "ذاتها"
		case "تلك", "ذلك", "نفس", "ذات":
			return last == "السنه" || last == "العام"
		}
	}
	return false
}

// tokenIs reports whether a word is among the n tokens from token i on.
func (p *page) tokenIs(i, n int, word string) bool {
	for j := i; j < i+n; j++ {
		if p.token(j).Kind == text.Word && p.token(j).Folded == word {
			return true
		}
	}
	return false
}
