package text

import (
	"math"
	"strconv"
	"strings"
)

// Money is an amount with its currency.
type Money struct {
	Span        Span
	First, Last int    // tokens, Last exclusive
	Amount      string // the best figure in digits
	Currency    string // ISO 4217
}

// currencies maps folded words and signs to ISO 4217. Dinar is Iraq's here, «ليرة» Syria's unless it is called Turkish.
var currencies = map[string]string{
	"$": "USD", "usd": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "دولار": "USD", "دولارا": "USD", "دولارات": "USD", "دولارين": "USD", "الدولارات": "USD",
	"بالدولار": "USD", "دولر": "USD", "bucks": "USD", "greenbacks": "USD", "اخضر": "USD",
	"iqd": "IQD", "id": "IQD", "dinar": "IQD", "dinars": "IQD", "دينار": "IQD", "دينارا": "IQD", "دنانير": "IQD", "د.ع": "IQD", "الدنانير": "IQD", "بالدينار": "IQD",
	"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "يورو": "EUR",
	"£": "GBP", "gbp": "GBP", "pounds": "GBP", "try": "TRY", "lira": "TRY", "liras": "TRY", "ليره": "SYP", "ليرات": "SYP",
	"sar": "SAR", "riyal": "SAR", "riyals": "SAR", "ريال": "SAR", "aed": "AED", "dirham": "AED", "dirhams": "AED", "درهم": "AED", "kwd": "KWD", "syp": "SYP",
}

// Currency returns the ISO 4217 code of a folded word or sign for a currency, and whether it is one.
func Currency(folded string) (code string, ok bool) {
	code, ok = currencies[folded]
	return code, ok
}

// qualifiers are words between an amount and its currency or after it that say whose currency it is.
var qualifiers = map[string]string{
	"us": "USD", "american": "USD", "iraqi": "IQD", "امريكي": "USD", "اميركي": "USD", "امريكيا": "USD", "اميركيا": "USD", "امريكيه": "USD", "عراقي": "IQD", "عراقيا": "IQD", "عراقيه": "IQD",
	"كويتي": "KWD", "اردني": "JOD", "تركيه": "TRY", "سوريه": "SYP",
	"syrian": "SYP", "turkish": "TRY", "kuwaiti": "KWD", "jordanian": "JOD", "saudi": "SAR",
}

// paperMoney is how people in Iraq count dollars: a "notebook" is ten thousand, a "paper" a hundred; in English the writers keep the words.
var paperMoney = map[string]float64{"دفتر": 10_000, "دفاتر": 10_000, "ورقه": 100, "ورقات": 100, "شده": 10_000, "شدات": 10_000,
	"daftar": 10_000, "daftars": 10_000, "dafatir": 10_000, "shadda": 10_000, "shaddas": 10_000, "waraqa": 100, "waraqas": 100}

// MoneyAt reads the amount of money that starts at token i: "$25,000", "IQD 25,000,000", "25 million dinars", «٢٥ مليون
// دينار», «خمسة دفاتر» (50,000 USD), "three grand". ok is false when token i starts none, or there is no such token.
func MoneyAt(tokens []Token, i int) (m Money, ok bool) {
	if i < 0 || i >= len(tokens) {
		return Money{}, false
	}
	m.First = i
	k := i
	if c := currencyBefore(tokens, i); c != "" {
		m.Currency = c
		k = i + 1
		if tokens[k].Text == "$" && k+1 < len(tokens) {
			k++
		}
	} else if tokens[i].Folded == "us" && i+2 < len(tokens) && tokens[i+1].Text == "$" {
		m.Currency, k = "USD", i+2
	}
	if m.Currency != "" && tokens[k].Kind != Number {
		return m, false
	}
	value, n := moneyFigure(tokens, k, m.Currency == "")
	if n == 0 {
		return m, false
	}
	end := k + n
	if m.Currency == "" {
		if !m.countIn(tokens, end, &value) {
			return m, false
		}
	} else {
		if end < len(tokens) && tokens[end].Folded == "grand" { // "$60 grand"
			value *= 1_000
			end++
		}
		if end < len(tokens) && currencies[tokens[end].Folded] == m.Currency {
			end++
		}
		m.Last = end
	}
	m.Amount = strconv.FormatFloat(math.Round(value*100)/100, 'f', -1, 64)
	m.Span = Span{tokens[i].Span.Start, tokens[m.Last-1].Span.End}
	return m, true
}

// currencyBefore returns the currency a word or sign before a number says, "" for none. "ID 4521" numbers a document.
func currencyBefore(tokens []Token, i int) string {
	c, ok := currencies[tokens[i].Folded]
	if !ok || i+1 >= len(tokens) || !writtenAsCode(tokens[i]) {
		return ""
	}
	if tokens[i].Folded == "id" && !largeFigure(tokens, i+1) {
		return ""
	}
	return c
}

// writtenAsCode tells the codes that are words of English too, "try", "id", by their capitals.
func writtenAsCode(t Token) bool {
	return t.Folded != "try" && t.Folded != "id" || t.Text == strings.ToUpper(t.Text)
}

// largeFigure reports whether the number at token i is written as sums are: 500,000 or "5 million".
func largeFigure(tokens []Token, i int) bool {
	t := tokens[i]
	return t.Kind == Number && (grouped(t.Folded, ',') || grouped(t.Folded, '.') || i+1 < len(tokens) && multipliers[tokens[i+1].Folded] > 0)
}

// moneyFigure reads the number of an amount, with the words that bound it when bounded, and how many tokens it takes.
func moneyFigure(tokens []Token, k int, bounded bool) (value float64, n int) {
	if bounded && vagueFigure(tokens, k) {
		return 0, 0
	}
	if v, spaced := spacedDigits(tokens, k); spaced > 0 {
		return v, spaced
	}
	if bounded && aGrand(tokens, k) {
		return 1, 1
	}
	value, n = numberAt(tokens, k)
	if n > 0 || !bounded { // a fraction is lost in a count: 2.5 million is kept by the number
		return value, n
	}
	if c, counted := CountAt(tokens, k); counted && c.Low >= 0 {
		return float64(c.Best), c.Last - k
	}
	return 0, 0
}

// vagueFigure reports whether what token k counts is no figure: "hundreds of dollars", «ملايين الدنانير».
func vagueFigure(tokens []Token, k int) bool {
	f := tokens[k].Folded
	if _, vague := vagueCounts[f]; vague {
		return true
	}
	switch f {
	case "الاف", "ملايين", "ملاين", "مليارات", "تالاف", "تلاف":
		return true
	}
	return false
}

// spacedDigits reads a number whose thousands are set apart with spaces: "1 500 000". n is 0 when it is none.
func spacedDigits(tokens []Token, k int) (value float64, n int) {
	if tokens[k].Kind != Number || len(tokens[k].Folded) > 3 || tokens[k].Folded[0] == '0' {
		return 0, 0
	}
	digits := tokens[k].Folded
	for n = 1; k+n < len(tokens) && n < 4; n++ {
		t := tokens[k+n]
		if t.Kind != Number || len(t.Folded) != 3 || t.Span.Start != tokens[k+n-1].Span.End+1 {
			break
		}
		digits += t.Folded
	}
	if n < 2 {
		return 0, 0
	}
	v, ok := ParseDigits(digits)
	if !ok {
		return 0, 0
	}
	return v, n
}

// countIn reads what the figure of an amount counts, from token end on: a currency with whose it is, or the notes dollars are counted in.
// It sets where the amount ends.
func (m *Money) countIn(tokens []Token, end int, value *float64) bool {
	j := end
	if j < len(tokens) && (tokens[j].Folded == "of" || tokens[j].Folded == "من" || tokens[j].Text == "-") {
		j++
	}
	owner := ""
	if j < len(tokens) {
		if q, is := qualifiers[tokens[j].Folded]; is {
			owner = q
			j++
		}
	}
	if j >= len(tokens) {
		return false
	}
	t := tokens[j]
	switch f, paper := paperMoney[t.Folded]; {
	case paper:
		*value *= f
		m.Currency = "USD"
		if j+1 < len(tokens) && currencies[tokens[j+1].Folded] == "USD" { // «دفتر دولار»
			j++
		}
	case t.Folded == "grand":
		if j+1 < len(tokens) && tokens[j+1].Kind == Word && currencies[tokens[j+1].Folded] == "" && notGrand[tokens[j+1].Folded] {
			return false
		}
		*value *= 1_000
		m.Currency = "USD"
	default:
		c, is := currencies[t.Folded]
		if !is || !writtenAsCode(t) || weight(tokens, j, owner) || (t.Folded == "id" || t.Folded == "اخضر") && *value < 100 {
			return false
		}
		m.Currency = c
	}
	if owner != "" {
		m.Currency = owner
	}
	m.Last = j + 1
	if m.Last < len(tokens) {
		if q, is := qualifiers[tokens[m.Last].Folded]; is && tokens[m.Last].IsArabic() {
			m.Currency = q
			m.Last++
		}
	}
	return true
}

// aGrand reports whether "a grand" at token k is a thousand dollars: a grand mosque is none.
func aGrand(tokens []Token, k int) bool {
	if tokens[k].Folded != "a" || k+1 >= len(tokens) || tokens[k+1].Folded != "grand" {
		return false
	}
	if k+2 >= len(tokens) || tokens[k+2].Kind != Word {
		return true
	}
	switch tokens[k+2].Folded {
	case "a", "each", "for", "to", "from", "in", "per", "and", "every", "cash", "by", "on", "at":
		return true
	}
	return false
}

// notGrand are what is grand and no thousand dollars: "two grand ayatollahs".
var notGrand = map[string]bool{"ayatollah": true, "ayatollahs": true, "mosque": true, "mosques": true, "mufti": true, "muftis": true, "imam": true, "imams": true, "hotel": true, "jury": true, "juries": true, "cherokee": true, "bazaar": true}

// weight reports whether the pounds at token j weigh something: "50 pounds of explosives".
func weight(tokens []Token, j int, owner string) bool {
	return owner == "" && tokens[j].Folded == "pounds" && j+1 < len(tokens) && tokens[j+1].Folded == "of"
}

// counting are the folded words a count or an amount may begin with.
var counting = map[string]bool{"a": true, "an": true, "us": true, "u": true, "between": true, "from": true, "at": true, "no": true, "more": true, "fewer": true, "less": true, "up": true, "half": true, "quarter": true,
	"بين": true, "مابين": true, "من": true, "اكثر": true, "ازيد": true, "يزيد": true, "اقل": true, "باكثر": true, "لاكثر": true, "ما": true, "احد": true, "ربع": true, "نصف": true, "نص": true,
	"دفترين": true, "دفتران": true, "ورقتين": true, "ورقتان": true, "شدتين": true, "شدتان": true, "ميتا": true, "ميتي": true, "مايتا": true, "مايتي": true}

// fillCounting adds the words of numbers and money, once those are complete.
func fillCounting() {
	for _, m := range []map[string]int64{smallNumbers, unitStems, fusedThousands, beforeScale, multipliers, duals} {
		for w := range m {
			counting[w] = true
		}
	}
	for w := range boundWords {
		counting[w] = true
	}
	for w := range vagueCounts {
		counting[w] = true
	}
	for w := range currencies {
		counting[w] = true
	}
	for w := range paperMoney {
		counting[w] = true
	}
}

// MayCount reports whether a count or an amount may begin with a token: false is certain. It keeps the search for them off most words.
func MayCount(t Token) bool {
	switch t.Kind {
	case Number:
		return true
	case Break:
		return false
	}
	f := t.Folded
	if counting[f] {
		return true
	}
	if t.Kind == Punctuation {
		return false
	}
	if !t.IsArabic() {
		i := strings.IndexByte(f, '-')
		return i > 0 && counting[f[:i]]
	}
	for _, p := range [...]string{"و", "ف", "ب", "ل", "ك", "ال", "ل"} {
		if stem, has := strings.CutPrefix(f, p); has {
			if f = stem; counting[f] {
				return true
			}
		}
	}
	return false
}
