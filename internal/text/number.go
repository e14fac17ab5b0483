package text

import (
	"strconv"
	"strings"
)

// smallNumbers are the number words below a hundred, and the hundreds that are one word, of English and (folded) Arabic,
// standard and as spoken in Iraq and Syria.
var smallNumbers = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتين": 2, "اثنا": 2, "اثني": 2, "ثلاثه": 3, "ثلاث": 3, "اربعه": 4, "اربع": 4, "خمسه": 5, "خمس": 5,
	"سته": 6, "ست": 6, "سبعه": 7, "سبع": 7, "ثمانيه": 8, "ثماني": 8, "ثمان": 8, "تسعه": 9, "تسع": 9, "عشره": 10, "عشر": 10,
	"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60,
	"سبعون": 70, "سبعين": 70, "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
	"احدعش": 11, "دعش": 11, "حدعش": 11, "حداعش": 11, "احداعش": 11, "اثنعش": 12, "اطنعش": 12, "طنعش": 12, "اتنعش": 12, "اثناعش": 12,
	"تنين": 2, "ثنين": 2, "اتنين": 2, "تلاته": 3, "تلات": 3, "تمانيه": 8, "تماني": 8, "تمان": 8, "تلاتين": 30, "تمانين": 80,
	"ميه": 100, "مايه": 100, "مءه": 100, "ميتان": 200, "ميتين": 200, "مايتان": 200, "مايتين": 200,
}

// unitStems are the Arabic numbers from three to ten as they stand before a word they run together with: «خمسمية», «عشرتالاف», «أربعطعش».
var unitStems = map[string]int64{"ثلاث": 3, "ثلث": 3, "تلات": 3, "تلت": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثماني": 8, "ثمان": 8, "ثمن": 8, "تماني": 8, "تمان": 8, "تمن": 8, "تسع": 9, "عشر": 10}

// fusedThousands are thousands said as one word, «خمستالاف».
var fusedThousands = map[string]int64{}

// beforeScale are number words that mean something else unless a hundred or a scale follows: «ثلث تالاف» but «ثلث المبلغ», «ميت ألف» but
// «ميت منذ سنة».
var beforeScale = map[string]int64{"ثلث": 3, "تلت": 3, "ثمن": 8, "تمن": 8, "ميت": 100, "مايت": 100}

func init() {
	for stem, v := range unitStems {
		for _, hundred := range []string{"ميه", "مايه", "ميت", "مءه", "مايت"} {
			if v < 10 {
				smallNumbers[stem+hundred] = v * 100
			}
		}
		for _, teen := range []string{"طعش", "تعش", "عش"} {
			if v < 10 {
				smallNumbers[stem+teen] = 10 + v
			}
		}
		for _, thousand := range []string{"تالاف", "الاف", "تلاف"} {
			fusedThousands[stem+thousand] = v * 1_000
		}
	}
	for w, v := range smallNumbers { // the teens in the construct: «خمسطعشر ألف»
		if v > 10 && v < 20 && strings.HasSuffix(w, "عش") {
			smallNumbers[w+"ر"] = v
		}
	}
	smallNumbers["سطعش"] = 16
	fillCounting()
}

// multipliers are the words that multiply what stands before them.
var multipliers = map[string]int64{
	"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "mn": 1_000_000, "bn": 1_000_000_000,
	"الف": 1_000, "الاف": 1_000, "الفا": 1_000, "مليون": 1_000_000, "ملايين": 1_000_000, "مليونا": 1_000_000, "مليار": 1_000_000_000, "مليارات": 1_000_000_000,
	"تالاف": 1_000, "تلاف": 1_000, "ملاين": 1_000_000, "بليون": 1_000_000_000,
}

// plurals are English scales as a translator writes them after a number: "two millions". Alone they count nothing.
var plurals = map[string]int64{"hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}

// shares are the fractions of a scale: "a quarter of a million".
var shares = map[string]float64{"half": .5, "quarter": .25, "quarters": .25}

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
			if more, k := addedDigits(tokens, i+n, float64(m)); k > 0 {
				return v + more, n + k
			}
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

// addedDigits reads what is added in digits to a number that ends in a scale, by a smaller one: "1 million 200 thousand".
func addedDigits(tokens []Token, i int, scale float64) (float64, int) {
	k := i
	if k < len(tokens) && tokens[k].Folded == "and" {
		k++
	}
	if k+1 >= len(tokens) || tokens[k].Kind != Number {
		return 0, 0
	}
	v, ok := ParseDigits(tokens[k].Folded)
	m := multipliers[tokens[k+1].Folded]
	if !ok || m < 1_000 || v*float64(m) >= scale {
		return 0, 0
	}
	return v * float64(m), k + 2 - i
}

// english adds up an English number word by word.
type english struct {
	total, current float64
	scale          float64 // the last that was said, 0 for none
}

// add takes one word of the number; false when the word does not go on with it.
func (e *english) add(w string) bool {
	if v, ok := smallNumbers[w]; ok {
		if c := int64(e.current); c > 0 && c%100 != 0 && !(v < 10 && c%10 == 0) {
			return false
		}
		e.current += float64(v)
		return true
	}
	m := multipliers[w]
	if m == 0 {
		m = plurals[w]
	}
	if m == 0 || e.total+e.current == 0 {
		return false
	}
	if e.scale = float64(m); m == 100 || m == 12 {
		e.current *= float64(m)
	} else {
		e.total += e.current * float64(m)
		e.current = 0
	}
	return true
}

// addHyphened takes a word of several: "twenty-five", "five-hundred".
func (e *english) addHyphened(w string) bool {
	if !strings.Contains(w, "-") {
		return false
	}
	was := *e
	for _, part := range strings.Split(w, "-") {
		if part != "" && part[0] > 0x7f || !e.add(part) {
			*e = was
			return false
		}
	}
	return true
}

func englishNumberAt(tokens []Token, i int) (float64, int) {
	if v, n := shareAt(tokens, i); n > 0 {
		return v, n
	}
	var e english
	n := 0
	switch f := tokens[i].Folded; f {
	case "a", "an":
		if v, k := coupleAt(tokens, i); k > 0 {
			return v, k
		}
		if i+1 >= len(tokens) || multipliers[tokens[i+1].Folded] == 0 || tokens[i+1].IsArabic() {
			return 0, 0
		}
		e.current, n = 1, 1
	}
	for i+n < len(tokens) {
		t := tokens[i+n]
		if n > 0 && t.Folded == "and" {
			if share, k := andShareAt(tokens, i+n); k > 0 {
				if e.current > 0 {
					e.current += share
				} else {
					e.total += share * e.scale
				}
				n += k
				continue
			}
			if !e.goesOn(tokens, i+n) {
				break
			}
			n++
			continue
		}
		if t.Kind != Word || t.IsArabic() || !e.add(t.Folded) && !e.addHyphened(t.Folded) {
			break
		}
		if e.total > largestNumber || e.current > largestNumber {
			return 0, 0
		}
		n++
	}
	return e.total + e.current, n
}

// goesOn reports whether "and" at token i stands within the number: "two hundred and fifty", "one million and two hundred thousand"; a thousand
// and two thousand are two numbers.
func (e *english) goesOn(tokens []Token, i int) bool {
	if i+1 >= len(tokens) || smallNumbers[tokens[i+1].Folded] == 0 || tokens[i+1].IsArabic() {
		return false
	}
	if tokens[i-1].Folded == "hundred" {
		return true
	}
	if e.scale < 1_000 || e.current > 0 || i+2 >= len(tokens) || tokens[i+2].Folded != "hundred" && tokens[i+2].Folded != "thousand" {
		return false
	}
	next, _ := englishNumberAt(tokens[:min(i+8, len(tokens))], i+1)
	return next < e.scale
}

// shareAt reads a share of a scale: "half a million", "three quarters of a million", "quarter million".
func shareAt(tokens []Token, i int) (float64, int) {
	k, times := i, 1.0
	if f := tokens[k].Folded; f == "a" || f == "one" {
		k++
	} else if f == "three" {
		times = 3
		k++
	}
	if k >= len(tokens) || shares[tokens[k].Folded] == 0 || times == 3 && tokens[k].Folded != "quarters" {
		return 0, 0
	}
	share := times * shares[tokens[k].Folded]
	k++
	for k < len(tokens) && (tokens[k].Folded == "of" || tokens[k].Folded == "a") {
		k++
	}
	if k >= len(tokens) || tokens[k].IsArabic() || multipliers[tokens[k].Folded] < 100 {
		return 0, 0
	}
	return share * float64(multipliers[tokens[k].Folded]), k + 1 - i
}

// andShareAt reads "and a half" and "and a quarter".
func andShareAt(tokens []Token, i int) (float64, int) {
	if i+2 >= len(tokens) || tokens[i+1].Folded != "a" && tokens[i+1].Folded != "one" {
		return 0, 0
	}
	if s := shares[tokens[i+2].Folded]; s > 0 {
		return s, 3
	}
	return 0, 0
}

// coupleAt reads "a couple of thousand".
func coupleAt(tokens []Token, i int) (float64, int) {
	if i+2 >= len(tokens) || tokens[i+1].Folded != "couple" {
		return 0, 0
	}
	k := i + 2
	if tokens[k].Folded == "of" {
		k++
	}
	if k >= len(tokens) || multipliers[tokens[k].Folded] < 100 {
		return 0, 0
	}
	return 2 * float64(multipliers[tokens[k].Folded]), k + 1 - i
}

func arabicNumberAt(tokens []Token, i int) (float64, int) {
	var total, current float64
	n := 0
	for i+n < len(tokens) && tokens[i+n].Kind == Word {
		w := tokens[i+n].Folded
		apart := 0 // the و of this word stands by itself: «خمسة و عشرين»
		if n > 0 && w == "و" && i+n+1 < len(tokens) && numberWord(tokens, i+n+1) {
			apart, w = 1, tokens[i+n+1].Folded
		} else if n > 0 && strings.HasPrefix(w, "و") && len(w) > 4 && (w != "واحد" || i+n+1 < len(tokens) && tokens[i+n+1].Folded == "عشر") && w != "واحده" {
			w = w[len("و"):]
		} else if n > 0 {
			if _, ok := multipliers[w]; !ok && w != "عشر" && w != "عشره" && !hundredWord(w) {
				break
			}
		}
		v, ok := smallNumbers[w]
		if !ok && beforeScale[w] > 0 && scaleFollows(tokens, i+n+apart+1) {
			v, ok = beforeScale[w], true
		}
		if ok || n > 0 && hundredWord(w) {
			switch {
			case v == 10 && n > 0 && current > 0 && current < 10:
				current += 10 // خمسة عشر
			case hundredWord(w) && n > 0 && current >= 3 && current < 10:
				current *= 100
			case !ok || v < 100 && int64(current)%100 >= 10 || v < 10 && int64(current)%10 > 0:
				return total + current, n // ثلاثين وأربعين are two numbers
			default:
				current += float64(v)
			}
		} else if v, ok := fusedThousands[w]; ok && current == 0 {
			total += float64(v)
		} else if v, ok := duals[w]; ok {
			total += float64(v)
			current = 0
		} else if w == "احد" && i+n+1 < len(tokens) && (tokens[i+n+1].Folded == "عشر") {
			current += 1
		} else if (w == "نصف" || w == "نص") && i+n+1 < len(tokens) && multipliers[tokens[i+n+1].Folded] > 0 {
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
		n += 1 + apart
	}
	return total + current, n
}

// hundredWord reports whether a folded word is the hundred of «خمس مية» and «خمس ميت ألف».
func hundredWord(w string) bool {
	return w == "ميه" || w == "مايه" || w == "ميت" || w == "مءه"
}

// numberWord reports whether token i is a word of an Arabic number.
func numberWord(tokens []Token, i int) bool {
	f := tokens[i].Folded
	return tokens[i].IsArabic() && (smallNumbers[f] > 0 || fusedThousands[f] > 0 || duals[f] > 0 || multipliers[f] > 0 || beforeScale[f] > 0 && scaleFollows(tokens, i+1))
}

// scaleFollows reports whether token i is a hundred, a scale or a currency, so that the word before it is a number.
func scaleFollows(tokens []Token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	f := tokens[i].Folded
	return multipliers[f] > 0 || hundredWord(f) || currencies[f] != "" && tokens[i].IsArabic()
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
