package extract

import (
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// moneyAt reads the amount of money that starts at token i, also as people speak and write it beyond plain numbers: «مليون ونصف»,
// «مئتا ألف دينار», «مليون و250 ألف دينار», «بألف دولار», «دفترين ونص», "500,000 د.ع". Such a number is put as digits before the words
// after it, so that what makes an amount of a number and a currency stays in one place.
func (p *page) moneyAt(i int) (text.Money, bool) {
	if m, ok := p.sharedCurrency(i); ok {
		return m, true
	}
	v, n, unit := p.spokenNumber(i)
	rest := i + n
	if n == 0 {
		if _, is := currencyLetters(p.tokens, i+1); !is || p.tokens[i].Kind != text.Number {
			return text.MoneyAt(p.tokens, i)
		}
		v, n = digits(p.tokens[i].Folded)
		if rest = i + n; n == 0 {
			return text.Money{}, false
		}
	}
	t := p.tokens[i]
	t.Kind, t.Folded = text.Number, strconv.FormatFloat(v, 'f', -1, 64)
	window := []text.Token{t}
	skipped := 0
	if unit != "" {
		t.Kind, t.Folded = text.Word, unit
		window = append(window, t)
		skipped = 1
	} else if k, is := currencyLetters(p.tokens, rest); is {
		c := p.tokens[rest]
		c.Folded = currencyWord(c.Folded)
		window = append(window, c)
		rest += k
		skipped = 1
	}
	from := len(window)
	window = append(window, p.tokens[min(rest, len(p.tokens)):min(rest+5, len(p.tokens))]...)
	m, ok := text.MoneyAt(window, 0)
	if !ok {
		return m, false
	}
	m.First = i
	m.Last = rest + max(0, m.Last-from)
	if skipped == 0 && m.Last <= i {
		return m, false
	}
	m.Span = text.Span{Start: p.tokens[i].Span.Start, End: p.tokens[m.Last-1].Span.End}
	return m, true
}

// digits reads a number in digits.
func digits(f string) (float64, int) {
	v, ok := text.ParseDigits(f)
	if !ok {
		return 0, 0
	}
	return v, 1
}

// currencyLetters returns how many tokens a currency in letters with points takes, «د.ع», "U.S. dollars".
func currencyLetters(tokens []text.Token, i int) (int, bool) {
	if i < 0 || i+2 >= len(tokens) || tokens[i+1].Text != "." {
		return 0, false
	}
	a, b := tokens[i].Folded, tokens[i+2].Folded
	if (a != "د" || b != "ع") && (a != "u" || b != "s") {
		return 0, false
	}
	if i+3 < len(tokens) && tokens[i+3].Text == "." && a == "u" {
		return 4, true
	}
	return 3, true
}

// currencyWord is the word a currency in letters stands for.
func currencyWord(f string) string {
	if f == "u" {
		return "us"
	}
	return "دينار"
}

// twos are the Arabic duals of the notes and bundles dollars are counted in.
var twos = map[string]string{"دفترين": "دفتر", "دفتران": "دفتر", "ورقتين": "ورقه", "شدتين": "شده"}

// hundredsTwo are the construct forms of two hundred.
var hundredsTwo = map[string]bool{"ميتا": true, "ميتي": true, "مايتا": true, "مايتي": true}

// spokenNumber reads an Arabic number that runs on after its first part or begins with a proclitic or a fraction; n is 0 when there is none
// or it is one that text reads by itself.
func (p *page) spokenNumber(i int) (v float64, n int, unit string) {
	t := p.tokens[i]
	if !t.IsArabic() && t.Kind != text.Number {
		return 0, 0, ""
	}
	if t.Kind == text.Word && (i == 0 || p.tokens[i-1].Kind != text.Number || p.tokens[i-1].Span.End != t.Span.Start) {
		for _, s := range proclitics(t.Folded) {
			if u := twos[s]; u != "" {
				v, n = p.andFraction(i+1, 2, 1)
				return v, n + 1, u
			}
			if hundredsTwo[s] {
				v, n = p.scaled(i+1, 200)
				return v, n + 1, ""
			}
			if s == "ربع" || s == "نصف" {
				share := map[string]float64{"ربع": .25, "نصف": .5}[s]
				if m := p.scaleAt(i + 1); m > 0 {
					return share * m, 2, ""
				}
			}
		}
	}
	start := i
	if stem := strippedNumber(t); stem != "" {
		t.Folded = stem
		start = -1
	}
	window := p.tokens[i:min(i+10, len(p.tokens))]
	if start < 0 {
		window = append([]text.Token{t}, window[1:]...)
	}
	window, two := withTwoHundred(window)
	c, ok := text.CountAt(window, 0)
	if !ok || c.Low < 0 || c.Low != c.High {
		return 0, 0, ""
	}
	v, n = float64(c.Best), c.Last
	if t.Kind == text.Number { // a fraction is lost in a count
		if x, is := digits(t.Folded); is > 0 && x != float64(int64(x)) {
			return 0, 0, ""
		}
	}
	scale := p.scaleAt(i + n - 1)
	if start < 0 && n == 1 {
		scale = scaleOf(t.Folded)
	}
	more, k := 0.0, 0
	if scale > 0 {
		more, k = p.runsOn(i+n, scale)
	}
	if k == 0 && start == i && !(two > 0 && two < n) {
		return 0, 0, ""
	}
	return v + more, n + k, ""
}

// withTwoHundred writes «ومئتي» within a number as text knows it, and returns where it stands, 0 for nowhere.
func withTwoHundred(window []text.Token) ([]text.Token, int) {
	for i := 1; i < len(window); i++ {
		if f := window[i].Folded; strings.HasPrefix(f, "و") && hundredsTwo[f[len("و"):]] {
			window = append([]text.Token{}, window...)
			window[i].Folded = "وميتين"
			return window, i
		}
	}
	return window, 0
}

// runsOn reads what is added to a number that ends in thousands or millions: «ونصف», «ونصف المليون», «وربع», «و250 ألف».
func (p *page) runsOn(i int, scale float64) (float64, int) {
	v, n := p.andFraction(i, 0, scale)
	if n > 0 {
		if p.scaleAt(i+n) == scale {
			n++
		}
		return v, n
	}
	if p.token(i).Folded == "و" && p.token(i+1).Kind == text.Number {
		if c, ok := text.CountAt(p.tokens, i+1); ok && c.Low == c.High && float64(c.Best) < scale {
			return float64(c.Best), c.Last - i
		}
	}
	return 0, 0
}

// andFraction adds «ونصف» or «وربع» of a unit to a number.
func (p *page) andFraction(i int, v, unit float64) (float64, int) {
	switch p.token(i).Folded {
	case "ونصف", "ونص":
		return v + unit/2, 1
	case "وربع":
		return v + unit/4, 1
	}
	return v, 0
}

// scaled multiplies a number by the thousand or million after it.
func (p *page) scaled(i int, v float64) (float64, int) {
	if m := p.scaleAt(i); m > 0 {
		return v * m, 1
	}
	return v, 0
}

// scaleAt returns what the word at token i multiplies by, 0 when it is no such word.
func (p *page) scaleAt(i int) float64 { return scaleOf(p.token(i).Folded) }

func scaleOf(f string) float64 {
	switch strings.TrimPrefix(f, "ال") {
	case "الف", "الاف", "الفا", "الفين", "الفان", "الفي", "ف":
		return 1_000
	case "مليون", "ملايين", "مليونا", "مليونين", "مليونان", "مليوني":
		return 1_000_000
	case "مليار", "مليارات", "مليارين":
		return 1_000_000_000
	}
	return 0
}

// strippedNumber returns an Arabic word without the proclitic «ب» or «ل» before a number: «بألف», «بخمسة»; "" when it has none.
func strippedNumber(t text.Token) string {
	if t.Kind != text.Word || !t.IsArabic() {
		return ""
	}
	f := strings.TrimPrefix(t.Folded, "و")
	for _, p := range []string{"ب", "ل"} {
		stem, has := strings.CutPrefix(f, p)
		if !has || len(stem) < 4 {
			continue
		}
		if _, ok := text.CountAt([]text.Token{{Text: stem, Folded: stem, Kind: text.Word}}, 0); ok && !vagueNumber(stem) {
			return stem
		}
	}
	return ""
}

// vagueNumber reports whether a word counts without a number: «عشرات».
func vagueNumber(f string) bool { return strings.HasSuffix(f, "ات") }

// proclitics are a folded word and what is left of it without «و» or «ب» before it.
func proclitics(f string) []string {
	out := []string{f}
	for _, s := range text.Proclitics(f)[1:] {
		out = append(out, s.Stem)
	}
	return out
}

// sharedCurrency reads the first of two amounts whose currency is told once: "2,000 and 3,500 dollars".
func (p *page) sharedCurrency(i int) (text.Money, bool) {
	t := p.tokens[i]
	if t.Kind != text.Number || p.token(i+1).Folded != "and" || p.token(i+2).Kind != text.Number || p.token(i-1).Text == "$" {
		return text.Money{}, false
	}
	v, n := digits(t.Folded)
	next, ok := text.MoneyAt(p.tokens, i+2)
	if n == 0 || !ok || v < 100 {
		return text.Money{}, false
	}
	return text.Money{Span: t.Span, First: i, Last: i + 1, Amount: strconv.FormatFloat(v, 'f', -1, 64), Currency: next.Currency}, true
}
