package text

import (
	"math"
	"strconv"
)

// Money is an amount with its currency.
type Money struct {
	Span        Span
	First, Last int    // tokens, Last exclusive
	Amount      string // the best figure in digits
	Currency    string // ISO 4217
}

// currencies maps folded words and signs to ISO 4217. Dinar is Iraq's here.
var currencies = map[string]string{
	"$": "USD", "usd": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "دولار": "USD", "دولارا": "USD", "دولارات": "USD", "دولارين": "USD", "الدولارات": "USD",
	"iqd": "IQD", "id": "IQD", "dinar": "IQD", "dinars": "IQD", "دينار": "IQD", "دينارا": "IQD", "دنانير": "IQD", "د.ع": "IQD", "الدنانير": "IQD",
	"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "يورو": "EUR",
	"£": "GBP", "gbp": "GBP", "pounds": "GBP", "try": "TRY", "lira": "TRY", "liras": "TRY", "ليره": "TRY",
	"sar": "SAR", "riyal": "SAR", "riyals": "SAR", "ريال": "SAR", "aed": "AED", "dirham": "AED", "dirhams": "AED", "درهم": "AED", "kwd": "KWD", "syp": "SYP",
}

// qualifiers are words between an amount and its currency or after it that say whose currency it is.
var qualifiers = map[string]string{
	"us": "USD", "american": "USD", "iraqi": "IQD", "امريكي": "USD", "اميركي": "USD", "عراقي": "IQD", "كويتي": "KWD", "اردني": "JOD", "تركيه": "TRY", "سوريه": "SYP",
	"syrian": "SYP", "turkish": "TRY", "kuwaiti": "KWD", "jordanian": "JOD", "saudi": "SAR",
}

// paperMoney is how people in Iraq count dollars: a "notebook" is ten thousand, a "paper" a hundred.
var paperMoney = map[string]float64{"دفتر": 10_000, "دفاتر": 10_000, "دفترين": 20_000, "ورقه": 100, "ورقات": 100, "شده": 10_000, "شدات": 10_000}

// MoneyAt reads the amount of money that starts at token i: "$25,000", "IQD 25,000,000", "25 million dinars", «٢٥ مليون
// دينار», «خمسة دفاتر» (50,000 USD). ok is false when token i starts none, or there is no such token.
func MoneyAt(tokens []Token, i int) (m Money, ok bool) {
	if i < 0 || i >= len(tokens) {
		return Money{}, false
	}
	m.First = i
	k := i
	if c, sign := currencies[tokens[i].Folded]; sign && i+1 < len(tokens) {
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
	var value float64
	var n int
	if c, counted := CountAt(tokens, k); counted && m.Currency == "" && c.Low >= 0 {
		value, n = float64(c.Best), c.Last-k
		if v, vn := numberAt(tokens, k); vn > 0 { // a fraction is lost in a count: 2.5 million is kept by the number
			value, n = v, vn
		}
	} else {
		value, n = numberAt(tokens, k)
	}
	if n == 0 {
		return m, false
	}
	end := k + n
	if m.Currency == "" {
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
			return m, false
		}
		if f, paper := paperMoney[tokens[j].Folded]; paper {
			if f == 20_000 {
				return m, false
			}
			value *= f
			m.Currency = "USD"
		} else if c, is := currencies[tokens[j].Folded]; is && c != "" {
			m.Currency = c
		} else {
			return m, false
		}
		if owner != "" {
			m.Currency = owner
		}
		end = j + 1
		if end < len(tokens) {
			if q, is := qualifiers[tokens[end].Folded]; is && tokens[end].IsArabic() {
				m.Currency = q
				end++
			}
		}
	} else if end < len(tokens) && currencies[tokens[end].Folded] == m.Currency {
		end++
	}
	m.Last = end
	m.Amount = strconv.FormatFloat(math.Round(value*100)/100, 'f', -1, 64)
	m.Span = Span{tokens[i].Span.Start, tokens[end-1].Span.End}
	return m, true
}
