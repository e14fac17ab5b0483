package text

import (
	"math"
	"strconv"
	"strings"
)

// Count is how many, as a text says it.
type Count struct {
	Span        Span
	First, Last int   // tokens, Last exclusive
	Low, High   int64 // -1 where the text leaves the end open: "at least 17" has no High
	Best        int64
}

// String writes the count as the claims do: "17", or "17..18..20" with an open end left empty.
func (c Count) String() string {
	if c.Low == c.Best && c.High == c.Best {
		return strconv.FormatInt(c.Best, 10)
	}
	end := func(n int64) string {
		if n < 0 {
			return ""
		}
		return strconv.FormatInt(n, 10)
	}
	return end(c.Low) + ".." + strconv.FormatInt(c.Best, 10) + ".." + end(c.High)
}

type bound uint8

const (
	exactly bound = iota
	roughly
	atLeast
	atMost
)

// boundWords stand directly before a number. Arabic ones are folded.
var boundWords = map[string]bound{
	"about": roughly, "around": roughly, "approximately": roughly, "some": roughly, "nearly": roughly, "almost": roughly, "roughly": roughly, "circa": roughly,
	"estimated": roughly, "over": atLeast, "least": atLeast, "than": atLeast, "exceeding": atLeast, "minimum": atLeast, "most": atMost,
	"نحو": roughly, "حوالي": roughly, "قرابه": roughly, "زهاء": roughly, "تقريبا": roughly, "بنحو": roughly, "بحوالي": roughly, "حوالى": roughly, "يقارب": roughly, "قاربت": roughly, "لنحو": roughly,
	"من": atLeast, "عن": atLeast, "فوق": atLeast,
}

// vagueCounts are words that stand for a count by themselves: low, best, high.
var vagueCounts = map[string][3]int64{
	"dozens": {24, 36, 99}, "scores": {40, 60, 99}, "hundreds": {200, 300, 999}, "thousands": {2000, 3000, 9999}, "several": {3, 5, 9},
	"عشرات": {20, 40, 99}, "العشرات": {20, 40, 99}, "ميات": {200, 300, 999}, "الميات": {200, 300, 999}, "مءات": {200, 300, 999},
}

// CountAt reads the count that starts at token i: a number in digits or words with the words that bound it ("about forty",
// "more than 200", "between 30 and 40", «أكثر من 200», «نحو أربعين»). ok is false when token i starts none, or there is no such token.
func CountAt(tokens []Token, i int) (c Count, ok bool) {
	if i < 0 || i >= len(tokens) {
		return Count{}, false
	}
	t := tokens[i]
	c.First = i
	if v, vague := vagueCounts[t.Folded]; vague {
		c.Low, c.Best, c.High, c.Last = v[0], v[1], v[2], i+1
		if i+2 < len(tokens) && tokens[i+1].Folded == "of" {
			c.Last = i + 1
		}
		c.Span = Span{t.Span.Start, t.Span.End}
		return c, true
	}
	switch t.Folded {
	case "between", "from", "بين", "مابين", "من":
		if lo, n := numberHere(tokens, i+1); n > 0 {
			j := i + 1 + n
			if j < len(tokens) {
				var hi float64
				var m int
				switch f := tokens[j].Folded; {
				case f == "and" || f == "to" || f == "الي" || f == "و":
					hi, m = numberHere(tokens, j+1)
					m++
				case strings.HasPrefix(f, "و"):
					hi, m = prefixedNumber(tokens, j)
				}
				if m > 1 || (m == 1 && hi > 0) {
					if hi > lo && (t.Folded != "from" || tokens[j].Folded == "to") {
						return finish(tokens, Count{First: i, Last: j + m, Low: int64(lo), High: int64(hi), Best: int64(math.Round((lo + hi) / 2))}), true
					}
				}
			}
		}
		return c, false
	}
	b, k := exactly, i
	switch f := t.Folded; {
	case (f == "at" || f == "no") && i+2 < len(tokens) && (tokens[i+1].Folded == "least" || tokens[i+1].Folded == "fewer" || tokens[i+1].Folded == "less"):
		b, k = atLeast, i+2
		if f == "no" {
			k++
		}
	case f == "at" && i+2 < len(tokens) && tokens[i+1].Folded == "most":
		b, k = atMost, i+2
	case (f == "more" || f == "fewer" || f == "less") && i+2 < len(tokens) && tokens[i+1].Folded == "than":
		b, k = atLeast, i+2
		if f != "more" {
			b = atMost
		}
	case f == "up" && i+2 < len(tokens) && tokens[i+1].Folded == "to":
		b, k = atMost, i+2
	case (f == "اكثر" || f == "ازيد" || f == "يزيد" || f == "اقل" || f == "باكثر" || f == "لاكثر") && i+2 < len(tokens) && (tokens[i+1].Folded == "من" || tokens[i+1].Folded == "عن"):
		b, k = atLeast, i+2
		if f == "اقل" {
			b = atMost
		}
	case f == "ما" && i+3 < len(tokens) && (tokens[i+1].Folded == "يقارب" || (tokens[i+1].Folded == "لا" && tokens[i+2].Folded == "يقل")):
		b, k = roughly, i+2
		if tokens[i+1].Folded == "لا" {
			b, k = atLeast, i+4
		}
	default:
		if w, ok := boundWords[f]; ok && w == roughly || f == "over" || f == "exceeding" || f == "فوق" {
			b, k = w, i+1
		}
	}
	v, n := numberHere(tokens, k)
	if n == 0 || v != math.Trunc(v) && v < 1 || ordinal(tokens, k+n) {
		return c, false
	}
	c.Best, c.Low, c.High, c.Last = int64(v), int64(v), int64(v), k+n
	// 30-40, 30 to 40, 30 or 40
	if c.Last+1 < len(tokens) && b != atLeast {
		switch tokens[c.Last].Text {
		case "-", "–", "to", "or", "إلى", "الى", "أو":
			if hi, m := numberHere(tokens, c.Last+1); m > 0 && hi > v && hi < 1e6 {
				c.Low, c.High, c.Best = int64(v), int64(hi), int64(math.Round((v+hi)/2))
				c.Last += 1 + m
				return finish(tokens, c), true
			}
		}
	}
	switch b {
	case roughly:
		margin := int64(math.Round(v / 10))
		c.Low, c.High = c.Best-margin, c.Best+margin
	case atLeast:
		c.High = -1
	case atMost:
		c.Low = -1
	}
	return finish(tokens, c), true
}

// ordinal reports whether token i is the ending of an ordinal: the 7th Division counts nobody.
func ordinal(tokens []Token, i int) bool {
	if i >= len(tokens) || tokens[i].Span.Start != tokens[i-1].Span.End {
		return false
	}
	switch tokens[i].Folded {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

func finish(tokens []Token, c Count) Count {
	c.Span = Span{tokens[c.First].Span.Start, tokens[c.Last-1].Span.End}
	return c
}

func numberHere(tokens []Token, i int) (float64, int) {
	if i >= len(tokens) {
		return 0, 0
	}
	return numberAt(tokens, i)
}

// prefixedNumber reads a number whose first word carries و: «بين ثلاثين وأربعين», «بين 30 و40».
func prefixedNumber(tokens []Token, i int) (float64, int) {
	w := strings.TrimPrefix(tokens[i].Folded, "و")
	if w == "" {
		v, n := numberHere(tokens, i+1)
		if n > 0 {
			return v, n + 1
		}
		return 0, 0
	}
	if v, ok := smallNumbers[w]; ok {
		return float64(v), 1
	}
	return 0, 0
}
