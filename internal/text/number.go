package text

import (
	"strconv"
	"strings"
)

// smallNumbers are the number words below a hundred, and the hundreds that are one word, of English and (folded) Arabic,
// standard and Iraqi.
var smallNumbers = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتين": 2, "اثنا": 2, "اثني": 2, "ثلاثه": 3, "ثلاث": 3, "اربعه": 4, "اربع": 4, "خمسه": 5, "خمس": 5,
	"سته": 6, "ست": 6, "سبعه": 7, "سبع": 7, "ثمانيه": 8, "ثماني": 8, "ثمان": 8, "تسعه": 9, "تسع": 9, "عشره": 10, "عشر": 10,
	"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60,
	"سبعون": 70, "سبعين": 70, "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
	"احدعش": 11, "دعش": 11, "اثنعش": 12, "اطنعش": 12, "ثلاثطعش": 13, "تلطعش": 13, "اربعطعش": 14, "خمسطعش": 15, "ستطعش": 16, "سبعطعش": 17,
	"ثمنطعش": 18, "تسعطعش": 19,
	"ميه": 100, "مايه": 100, "ميتان": 200, "ميتين": 200, "مايتان": 200, "مايتين": 200, "ثلاثميه": 300, "ثلاثمايه": 300, "اربعميه": 400, "اربعمايه": 400,
	"خمسميه": 500, "خمسمايه": 500, "ستميه": 600, "ستمايه": 600, "سبعميه": 700, "سبعمايه": 700, "ثمانميه": 800, "ثمانمايه": 800, "تسعميه": 900, "تسعمايه": 900,
}

// multipliers are the words that multiply what stands before them.
var multipliers = map[string]int64{
	"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "mn": 1_000_000, "bn": 1_000_000_000,
	"الف": 1_000, "الاف": 1_000, "الفا": 1_000, "مليون": 1_000_000, "ملايين": 1_000_000, "مليونا": 1_000_000, "مليار": 1_000_000_000, "مليارات": 1_000_000_000,
}

// duals are the Arabic words that say two of a multiplier.
var duals = map[string]int64{"الفين": 2_000, "الفان": 2_000, "مليونين": 2_000_000, "مليونان": 2_000_000, "مليارين": 2_000_000_000, "الفي": 2_000, "مليوني": 2_000_000, "ملياري": 2_000_000_000}

const largestNumber = 1e15

// numberAt reads the number that starts at token i, in digits or words of either language, with its multiplier ("25
// million", «خمسة وعشرون ألف»), and returns its value and how many tokens it takes; n is 0 when there is none.
func numberAt(tokens []Token, i int) (value float64, n int) {
	t := tokens[i]
	if t.Kind == Number {
		v, ok := ParseDigits(t.Folded)
		if !ok {
			return 0, 0
		}
		n = 1
		if i+1 < len(tokens) && tokens[i+1].Span.Start == t.Span.End { // 25k, 25m
			switch tokens[i+1].Folded {
			case "k":
				return v * 1_000, 2
			case "m":
				return v * 1_000_000, 2
			case "bn":
				return v * 1_000_000_000, 2
			}
		}
		for i+n < len(tokens) {
			m, ok := multipliers[tokens[i+n].Folded]
			if !ok || v*float64(m) > largestNumber {
				break
			}
			v *= float64(m)
			n++
		}
		return v, n
	}
	if t.Kind != Word {
		return 0, 0
	}
	if t.IsArabic() {
		return arabicNumberAt(tokens, i)
	}
	return englishNumberAt(tokens, i)
}

func englishNumberAt(tokens []Token, i int) (float64, int) {
	var total, current float64
	n := 0
	if tokens[i].Folded == "half" && i+1 < len(tokens) {
		k := i + 1
		if tokens[k].Folded == "a" && k+1 < len(tokens) {
			k++
		}
		if m, ok := multipliers[tokens[k].Folded]; ok {
			return float64(m) / 2, k - i + 1
		}
		return 0, 0
	}
	if f := tokens[i].Folded; f == "a" || f == "an" {
		if i+1 >= len(tokens) || multipliers[tokens[i+1].Folded] == 0 || tokens[i+1].IsArabic() {
			return 0, 0
		}
		current, n = 1, 1
	}
	for i+n < len(tokens) {
		w := tokens[i+n].Folded
		if w == "and" && n > 0 && i+n+1 < len(tokens) && tokens[i+n-1].Folded == "hundred" && smallNumbers[tokens[i+n+1].Folded] > 0 {
			n++
			continue
		}
		if w == "and" && n > 0 && i+n+2 < len(tokens) && tokens[i+n+1].Folded == "a" && tokens[i+n+2].Folded == "half" {
			current += .5
			n += 3
			continue
		}
		if v, ok := smallNumbers[w]; ok && !tokens[i+n].IsArabic() {
			if current > 0 && int64(current)%100 != 0 && !(v < 10 && int64(current)%10 == 0) {
				break
			}
			current += float64(v)
		} else if a, b, ok := strings.Cut(w, "-"); ok && smallNumbers[a] >= 20 && smallNumbers[b] > 0 {
			current += float64(smallNumbers[a] + smallNumbers[b])
		} else if m, ok := multipliers[w]; ok && !tokens[i+n].IsArabic() && (n > 0) {
			if m == 100 || m == 12 {
				current *= float64(m)
			} else {
				total += current * float64(m)
				current = 0
			}
			if total > largestNumber {
				return 0, 0
			}
		} else {
			break
		}
		n++
	}
	return total + current, n
}

func arabicNumberAt(tokens []Token, i int) (float64, int) {
	var total, current float64
	n := 0
	for i+n < len(tokens) && tokens[i+n].Kind == Word {
		w := tokens[i+n].Folded
		if n > 0 && strings.HasPrefix(w, "و") && len(w) > 4 && w != "واحد" && w != "واحده" {
			w = w[len("و"):]
		} else if n > 0 {
			if _, ok := multipliers[w]; !ok && w != "عشر" && w != "عشره" && w != "ميه" && w != "مايه" {
				break
			}
		}
		if v, ok := smallNumbers[w]; ok {
			switch {
			case v == 10 && n > 0 && current > 0 && current < 10:
				current += 10 // خمسة عشر
			case v == 100 && n > 0 && current >= 3 && current < 10:
				current *= 100
			case v < 100 && int64(current)%100 >= 10 || v < 10 && int64(current)%10 > 0:
				return total + current, n // ثلاثين وأربعين are two numbers
			default:
				current += float64(v)
			}
		} else if v, ok := duals[w]; ok {
			total += float64(v)
			current = 0
		} else if w == "احد" && i+n+1 < len(tokens) && (tokens[i+n+1].Folded == "عشر") {
			current += 1
		} else if w == "نصف" && i+n+1 < len(tokens) && multipliers[tokens[i+n+1].Folded] > 0 {
			current += .5
		} else if m, ok := multipliers[w]; ok {
			if current == 0 {
				current = 1
			}
			if n == 0 && constructDual(tokens, i) {
				current = 2
			}
			total += current * float64(m)
			current = 0
			if total > largestNumber {
				return 0, 0
			}
		} else {
			break
		}
		n++
	}
	return total + current, n
}

// constructDual reports whether «ألفا» or «مليونا» at token i is the dual before what it counts, «ألفا دولار»: one thousand has no such
// ending there, and written as an object, «ألفاً», it is not followed by what it counts at once.
func constructDual(tokens []Token, i int) bool {
	w := tokens[i].Folded
	return (w == "الفا" || w == "مليونا") && !strings.Contains(tokens[i].Text, "ً") && i+1 < len(tokens) && (tokens[i+1].Folded == "دولار" || tokens[i+1].Folded == "دينار")
}

// ParseDigits reads a folded number token with the separators people use: 1,250,000 and 1.250.000 and 1,250.5 and ٣٫٥.
func ParseDigits(s string) (float64, bool) {
	s = strings.NewReplacer("٬", ",", "٫", ".").Replace(s)
	if strings.Count(s, ".") > 1 || (strings.Count(s, ".") == 1 && grouped(s, '.') && !strings.Contains(s, ",")) {
		if !grouped(s, '.') {
			return 0, false
		}
		s = strings.ReplaceAll(s, ".", "")
	}
	if strings.Contains(s, ",") {
		whole, frac, _ := strings.Cut(s, ".")
		switch {
		case grouped(whole, ','):
			s = strings.ReplaceAll(whole, ",", "")
			if frac != "" {
				s += "." + frac
			}
		case strings.Count(s, ",") == 1 && frac == "":
			s = strings.Replace(s, ",", ".", 1)
		default:
			return 0, false
		}
	}
	if len(s) > 18 {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && v <= largestNumber
}

// grouped reports whether s is digits in groups of three.
func grouped(s string, sep byte) bool {
	parts := strings.Split(s, string(sep))
	if len(parts) < 2 || len(parts[0]) == 0 || len(parts[0]) > 3 {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return true
}
