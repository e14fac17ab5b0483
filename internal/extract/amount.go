package extract

import (
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// moneyAt reads the amount of money that starts at token i, also as people speak and write it beyond plain numbers: «مليون ونصف»,
// «مئتا ألف دينار», «مليون و250 ألف دينار», «بألف دولار», «دفترين ونص», "500,000 د.ع", "two thousand (2,000) dollars". Such a number is put as
// digits before the words after it, so that what makes an amount of a number and a currency stays in one place.
func (p *page) moneyAt(i int) (text.Money, bool) {
	if m, ok := p.sharedCurrency(i); ok {
		return m, true
	}
	m, ok := p.oneMoneyAt(i)
	if ok {
		p.takeRepeated(&m)
	}
	return m, ok
}

// oneMoneyAt reads an amount that has its currency itself.
func (p *page) oneMoneyAt(i int) (text.Money, bool) {
	v, n, unit := p.spokenNumber(i)
	rest := i + n
	if n == 0 {
		if v, n = p.plainFigure(i); n == 0 {
			if m, ok := p.hyphenedMoney(i); ok {
				return m, true
			}
			if m, ok := p.loneScale(i); ok {
				return m, true
			}
			return text.MoneyAt(p.tokens, i)
		}
		rest = i + n
		k, repeated := p.repeatedFigure(rest, v)
		if _, letters := currencyLetters(p.tokens, rest+k); !repeated && !letters {
			return text.MoneyAt(p.tokens, i)
		}
		rest += k
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
		window = append(window, letterCurrency(c, p.tokens[rest+2].Folded)...)
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

// plainFigure reads a number that text reads by itself and that nothing bounds, before what is not yet its currency: "(" or letters with
// points.
func (p *page) plainFigure(i int) (v float64, n int) {
	t := p.tokens[i]
	if t.Kind == text.Number {
		v, n = digits(t.Folded)
		if p.token(i+n).Text != "(" && p.scaleAt(i+n) == 0 && !englishScale(p.token(i+n).Folded) {
			return v, n
		}
	}
	c, ok := text.CountAt(p.tokens, i)
	if !ok || c.Low < 0 || c.Low != c.High {
		return 0, 0
	}
	return float64(c.Best), c.Last - i
}

// englishScale reports whether a word multiplies the digits before it.
func englishScale(f string) bool { return f == "thousand" || f == "million" || f == "billion" }

// repeatedFigure returns how many tokens a number in brackets takes at token i that says the one before it over: "two thousand (2,000)
// dollars".
func (p *page) repeatedFigure(i int, v float64) (int, bool) {
	if p.token(i).Text != "(" {
		return 0, false
	}
	c, ok := text.CountAt(p.tokens, i+1)
	if !ok || float64(c.Best) != v || p.token(c.Last).Text != ")" {
		return 0, false
	}
	return c.Last + 1 - i, true
}

// takeRepeated lengthens an amount by the bracket that says it over: "$2,000 (two thousand dollars)".
func (p *page) takeRepeated(m *text.Money) {
	if p.token(m.Last).Text != "(" {
		return
	}
	again, ok := p.oneMoneyAt(m.Last + 1)
	if !ok || again.Amount != m.Amount || again.Currency != m.Currency || p.token(again.Last).Text != ")" {
		return
	}
	m.Last = again.Last + 1
	m.Span.End = p.tokens[again.Last].Span.End
}

// hyphenedMoney reads an amount that stands before what it is paid for as one word: "a three-thousand-dollar bribe".
func (p *page) hyphenedMoney(i int) (text.Money, bool) {
	t := p.tokens[i]
	at := strings.LastIndexByte(t.Folded, '-')
	if at <= 0 || t.Kind != text.Word {
		return text.Money{}, false
	}
	if _, is := text.Currency(t.Folded[at+1:]); !is {
		return text.Money{}, false
	}
	number, currency := t, t
	number.Folded, currency.Folded = t.Folded[:at], t.Folded[at+1:]
	m, ok := text.MoneyAt([]text.Token{number, currency}, 0)
	m.First, m.Last, m.Span = i, i+1, t.Span
	return m, ok
}

// digits reads a number in digits.
func digits(f string) (float64, int) {
	v, ok := text.ParseDigits(f)
	if !ok {
		return 0, 0
	}
	return v, 1
}

// loneScale reads a scale that counts one of itself: "the other thousand dollars"; of "several thousand dollars" nobody knows how many.
func (p *page) loneScale(i int) (text.Money, bool) {
	t := p.tokens[i]
	if !englishScale(t.Folded) && t.Folded != "hundred" {
		return text.Money{}, false
	}
	switch p.token(i - 1).Folded {
	case "the", "another", "other", "further", "extra", "additional", "remaining", "first", "second", "last", "same", "that":
	default:
		return text.Money{}, false
	}
	one := t
	one.Folded = "one"
	m, ok := text.MoneyAt(append([]text.Token{one}, p.tokens[i:min(i+4, len(p.tokens))]...), 0)
	if !ok {
		return m, false
	}
	m.First, m.Last = i, m.Last+i-1
	return m, true
}

// currencyLetters returns how many tokens a currency in letters with points takes, «د.ع», «ل.س», "U.S. dollars".
func currencyLetters(tokens []text.Token, i int) (int, bool) {
	if i < 0 || i+2 >= len(tokens) || tokens[i+1].Text != "." {
		return 0, false
	}
	switch a, b := tokens[i].Folded, tokens[i+2].Folded; {
	case a == "د" && b == "ع", a == "ل" && (b == "س" || b == "ت"):
		return 3, true
	case a == "u" && b == "s":
		if i+3 < len(tokens) && tokens[i+3].Text == "." {
			return 4, true
		}
		return 3, true
	}
	return 0, false
}

// letterCurrency writes a currency in letters, by its first token and its second letter, in words.
func letterCurrency(t text.Token, second string) []text.Token {
	owner := t
	switch t.Folded {
	case "u":
		t.Folded = "us"
		return []text.Token{t}
	case "ل":
		t.Folded, owner.Folded = "ليره", "سوريه"
		if second == "ت" {
			owner.Folded = "تركيه"
		}
		return []text.Token{t, owner}
	}
	t.Folded = "دينار"
	return []text.Token{t}
}

// twos are the Arabic duals of the notes and bundles dollars are counted in.
var twos = map[string]string{"دفترين": "دفتر", "دفتران": "دفتر", "ورقتين": "ورقه", "ورقتان": "ورقه", "شدتين": "شده", "شدتان": "شده"}

// ones are those notes and bundles themselves.
var ones = map[string]bool{"دفتر": true, "ورقه": true, "شده": true}

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
			if v, n, unit = p.spokenHead(i, s); n > 0 {
				return v, n, unit
			}
		}
	}
	start := i
	if stem := strippedNumber(t); stem != "" {
		t.Folded = stem
		start = -1
	} else if strings.HasSuffix(t.Folded, "الاحد") && strings.HasPrefix(p.token(i+1).Folded, "عشر") { // «الأحد عشر ألفاً»
		t.Folded = "احد"
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
	shortened := t.Kind == text.Word && n > 1 && p.scaleAt(i+n-1) == 0 && shortOfThousands(c.Best)
	if shortened {
		v = float64(c.Best/million*million + c.Best%million*1_000)
	}
	scale := p.scaleAt(i + n - 1)
	if start < 0 && n == 1 {
		scale = scaleOf(t.Folded)
	}
	more, k := 0.0, 0
	if scale > 0 {
		more, k = p.runsOn(i+n, scale)
	}
	if k == 0 && start == i && !(two > 0 && two < n) && !shortened {
		return 0, 0, ""
	}
	return v + more, n + k, ""
}

const million = 1_000_000

// shortOfThousands reports whether a sum leaves its thousands out, as people do after a million: «مليون ومية» is one million one hundred
// thousand.
func shortOfThousands(v int64) bool { return v > million && v%million >= 100 && v%million < 1_000 }

// spokenHead reads a number by what it begins with, s, the word at token i or what is left of it without its proclitics: a dual, «دفترين», a
// construct two hundred, a fraction of a scale or a bundle, or one note or bundle.
func (p *page) spokenHead(i int, s string) (v float64, n int, unit string) {
	if u := twos[s]; u != "" {
		v, n = p.andFraction(i+1, 2, 1)
		return v, n + 1, u
	}
	if ones[s] {
		if v, n = p.andFraction(i+1, 1, 1); n == 0 {
			n = p.oneBundle(i + 1)
		}
		if n == 0 {
			return 0, 0, ""
		}
		return v, n + 1 - p.dollarsWord(i+n), s
	}
	if hundredsTwo[strings.TrimPrefix(s, "ال")] {
		v, n = p.scaled(i+1, 200)
		return v, n + 1, ""
	}
	share, taken := fraction[s], 1
	if (s == "ثلاثه" || s == "ثلاث" || s == "تلات") && p.token(i+1).Folded == "ارباع" {
		share, taken = .75, 2
	}
	if share == 0 {
		return 0, 0, ""
	}
	if m := p.scaleAt(i + taken); m > 0 {
		return share * m, taken + 1, ""
	}
	if f := p.token(i + taken).Folded; ones[f] {
		return share, taken + 1, f
	}
	return 0, 0, ""
}

// fraction are the shares of a million or a bundle.
var fraction = map[string]float64{"ربع": .25, "نصف": .5, "نص": .5}

// oneBundle returns 1 when token i says of a note or bundle that it is one of dollars: «دفتر دولار», «ورقة وحدة».
func (p *page) oneBundle(i int) int {
	switch p.token(i).Folded {
	case "واحد", "وحده", "واحده", "كامل", "كامله":
		return 1
	case "اخضر": // a green notebook
		return 0
	}
	return p.dollarsWord(i)
}

// dollarsWord returns 1 when a word for dollars stands at token i.
func (p *page) dollarsWord(i int) int {
	if c, is := text.Currency(p.token(i).Folded); is && c == "USD" {
		return 1
	}
	return 0
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

// runsOn reads what is added to a number that ends in thousands or millions: «ونصف», «ونصف المليون», «وربع», «و250 ألف», «وخمسمية ألف».
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
			v := c.Best
			if scale >= million && shortOfThousands(million+v) { // «مليون و250»
				v *= 1_000
			}
			return float64(v), c.Last - i
		}
	}
	return p.addedWords(i, scale)
}

// addedWords reads the words that go on after digits: «3 ملايين وخمسمية ألف».
func (p *page) addedWords(i int, scale float64) (float64, int) {
	t := p.token(i)
	stem, has := strings.CutPrefix(t.Folded, "و")
	if !has || len(stem) < 4 || scale < million {
		return 0, 0
	}
	t.Folded = stem
	window := append([]text.Token{t}, p.tokens[i+1:min(i+8, len(p.tokens))]...)
	c, ok := text.CountAt(window, 0)
	if !ok || c.Low != c.High || vagueNumber(stem) || float64(c.Best) >= scale || c.Best < 1_000 {
		return 0, 0
	}
	return float64(c.Best), c.Last
}

// andFraction adds «ونصف», «وربع» or «وثلاثة أرباع» of a unit to a number, or takes «إلا ربع» from it.
func (p *page) andFraction(i int, v, unit float64) (float64, int) {
	f, n := p.token(i).Folded, 1
	if f == "و" {
		f, n = "و"+p.token(i+1).Folded, 2
	}
	switch f {
	case "ونصف", "ونص", "ونصفا":
		return v + unit/2, n
	case "وربع", "وربعا":
		return v + unit/4, n
	case "وثلاثه", "وتلات", "وثلاث":
		if p.token(i+n).Folded == "ارباع" {
			return v + unit*.75, n + 1
		}
	case "الا":
		if p.token(i+1).Folded == "ربع" {
			return v - unit/4, 2
		}
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
	switch f {
	case "الف", "الاف", "الفا", "الفين", "الفان", "الفي", "الالف", "الالاف", "تالاف", "تلاف":
		return 1_000
	}
	switch strings.TrimPrefix(f, "ال") {
	case "مليون", "ملايين", "ملاين", "مليونا", "مليونين", "مليونان", "مليوني":
		return 1_000_000
	case "مليار", "مليارات", "مليارين":
		return 1_000_000_000
	}
	return 0
}

// strippedNumber returns an Arabic word without the proclitics «و», «ف», «ب», «ل» and the article before a number: «بألف», «وخمسمية», «الأربعة
// آلاف»; "" when it has none.
func strippedNumber(t text.Token) string {
	if t.Kind != text.Word || !t.IsArabic() {
		return ""
	}
	f := t.Folded
	for _, p := range []string{"و", "ف", "ب", "ل", "ال"} {
		stem, has := strings.CutPrefix(f, p)
		if !has {
			continue
		}
		if countsAlone(stem) {
			return stem
		}
		if p != "ال" {
			f = stem
		}
	}
	if stem, has := strings.CutPrefix(f, "ل"); has && countsAlone(stem) { // للألف
		return stem
	}
	return ""
}

// countsAlone reports whether a folded word is a number by itself.
func countsAlone(stem string) bool {
	if len(stem) < 4 || vagueNumber(stem) {
		return false
	}
	_, ok := text.CountAt([]text.Token{{Text: stem, Folded: stem, Kind: text.Word}}, 0)
	return ok
}

// vagueNumber reports whether a word counts without a number: «عشرات», «الآلاف».
func vagueNumber(f string) bool {
	switch f {
	case "الاف", "ملايين", "ملاين", "تالاف", "تلاف":
		return true
	}
	return strings.HasSuffix(f, "ات")
}

// proclitics are a folded word and what is left of it without «و» or «ب» before it.
func proclitics(f string) []string {
	out := []string{f}
	for _, s := range text.Proclitics(f)[1:] {
		out = append(out, s.Stem)
	}
	return out
}

// sharedLength is how many amounts at most have their currency told after the last.
const sharedLength = 6

// sharedCurrency reads an amount whose currency is told once, after the last of several: "2,000 and 3,500 dollars", "300, 500 and 700 dollars",
// "ten and fifteen thousand dollars".
func (p *page) sharedCurrency(i int) (text.Money, bool) {
	none := text.Money{}
	t := p.tokens[i]
	joined, gap := p.joins(i + 1)
	if t.Kind == text.Number && gap > 0 && p.token(i+1+gap).Kind == text.Number && p.token(i-1).Text != "$" {
		v, n := digits(t.Folded)
		if n == 0 {
			return none, false
		}
		for k, count := i+1+gap, 1; count < sharedLength && p.token(k).Kind == text.Number && !p.isDated(k); count++ {
			if next, ok := p.oneMoneyAt(k); ok && joined {
				return sharedMoney(text.Money{Span: t.Span, First: i, Last: i + 1}, v, next)
			}
			and, n := p.joins(k + 1)
			if n == 0 {
				break
			}
			joined, k = joined || and, k+1+n
		}
		return none, false
	}
	c, ok := text.CountAt(p.tokens, i)
	if !ok || c.First != i || c.Low != c.High || p.token(c.Last).Folded != "and" {
		return none, false
	}
	next, ok := text.MoneyAt(p.tokens, c.Last+1)
	if !ok {
		return none, false
	}
	return sharedMoney(text.Money{Span: c.Span, First: i, Last: c.Last}, float64(c.Best), next)
}

// sharedMoney gives an amount the currency of the one after it, and its scale when it says none: of "ten and fifteen thousand dollars" the
// first is ten thousand. Small numbers beside an amount count something else.
func sharedMoney(m text.Money, v float64, next text.Money) (text.Money, bool) {
	w, err := strconv.ParseFloat(next.Amount, 64)
	if err != nil {
		return m, false
	}
	if v < 1_000 && next.Last-next.First > 2 {
		for _, scale := range []float64{million, 1_000} {
			if w >= scale && w < 1_000*scale && v*scale < 10*w && v*scale > w/10 {
				v *= scale
				break
			}
		}
	}
	m.Amount, m.Currency = strconv.FormatFloat(v, 'f', -1, 64), next.Currency
	return m, v >= 100
}

// joins returns how many tokens join two numbers of a row at token i, and whether they join its last: "and", ", and", «و».
func (p *page) joins(i int) (last bool, n int) {
	switch p.token(i).Folded {
	case "and", "or", "و", "او":
		return true, 1
	case ",", "،":
		if f := p.token(i + 1).Folded; f == "and" || f == "or" || f == "و" {
			return true, 2
		}
		return false, 1
	}
	return false, 0
}

// isDated reports whether token i belongs to a date.
func (p *page) isDated(i int) bool { return i >= 0 && i < len(p.dated) && p.dated[i] }
