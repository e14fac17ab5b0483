package extract

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// bareMoney finds the amounts after a word of payment that leave their currency out, as reports do once it is told: "gave him five
// thousand of it", «سلّمه ٥٠٠», "a day's wage of 25,000".
func (p *page) bareMoney() {
	currencies := p.currenciesTold()
	var bare []text.Money
	for i := 0; i < len(p.tokens); i++ {
		if t := p.tokens[i]; t.Kind == text.Break || t.Kind == text.Punctuation || p.dated[i] || p.paid[i] {
			continue
		}
		v, n := p.bareFigure(i)
		if b := bundles[p.token(i+n).Folded]; b > 0 && !p.clashes(i, i+n+1) {
			if p.bundlePaid(i, i+n, currencies) {
				bare = append(bare, p.bareAmount(i, n+1, max(v, 1)*b, "USD"))
			}
			i += n
			continue
		}
		if n == 0 {
			continue
		}
		if !p.clashes(i, i+n) && (p.largeAmount(i, n, v) || len(currencies) > 0 && p.smallAmount(i, n, v)) {
			if c := p.currencyFor(i, v, currencies); c != "" {
				bare = append(bare, p.bareAmount(i, n, v, c))
			}
		}
		i += n - 1
	}
	for _, m := range bare {
		p.money = append(p.money, m)
		for k := m.First; k < m.Last; k++ {
			p.paid[k] = true
		}
	}
	sort.SliceStable(p.money, func(a, b int) bool { return p.money[a].First < p.money[b].First })
}

func (p *page) bareAmount(i, n int, v float64, currency string) text.Money {
	return text.Money{Span: text.Span{Start: p.tokens[i].Span.Start, End: p.tokens[i+n-1].Span.End}, First: i, Last: i + n, Amount: strconv.FormatFloat(v, 'f', -1, 64), Currency: currency}
}

// clashes reports whether one of some tokens belongs to a date or an amount.
func (p *page) clashes(first, last int) bool {
	for k := first; k < last; k++ {
		if p.dated[k] || p.paid[k] {
			return true
		}
	}
	return false
}

// bareFigure reads the number at token i, as it is spoken too; n is 0 when there is none.
func (p *page) bareFigure(i int) (v float64, n int) {
	if v, n, unit := p.spokenNumber(i); n > 0 && unit == "" {
		return v, n
	}
	c, ok := text.CountAt(p.tokens, i)
	if !ok || c.First != i || c.Low < 0 {
		return 0, 0
	}
	return float64(c.Best), c.Last - i
}

// currenciesTold returns the currencies a report uses: of its amounts, and of the words that say what it counts in, "all sums are in dollars".
func (p *page) currenciesTold() []string {
	var out []string
	add := func(c string) {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	for i := range p.money {
		add(p.money[i].Currency)
	}
	for i, t := range p.tokens {
		if t.Kind == text.Word && !p.paid[i] && len(t.Folded) >= 5 && t.Folded != "pounds" && t.Folded != "اخضر" {
			if c, ok := text.Currency(strings.TrimPrefix(t.Folded, "ال")); ok {
				add(c)
			}
		}
	}
	return out
}

// leastDinars is the smallest sum of money counted in dinars or Syrian pounds.
const leastDinars = 1_000

// currencyFor returns the currency of an amount at token i that tells none: the only one of the report that is counted in such figures, else
// that of the amount before. A million and more without one are dinars; "" is for not known.
func (p *page) currencyFor(i int, v float64, told []string) string {
	fits := func(c string) bool { return v >= leastDinars || c != "IQD" && c != "SYP" || len(told) == 1 }
	var of []string
	for _, c := range told {
		if fits(c) {
			of = append(of, c)
		}
	}
	if len(of) == 1 {
		return of[0]
	}
	at := p.moneyFrom(i)
	for k := at - 1; k >= 0; k-- {
		if fits(p.money[k].Currency) {
			return p.money[k].Currency
		}
	}
	switch {
	case v >= million:
		return "IQD"
	case at < len(p.money) && len(of) > 0:
		return p.money[at].Currency
	}
	return ""
}

// largeAmount reports whether a number is written as sums are, in words of thousands or with its thousands set apart, after a word of payment.
func (p *page) largeAmount(i, n int, v float64) bool {
	if v < 1_000 || n < 2 && !strings.Contains(p.tokens[i].Text, ",") || !p.endsAmount(i+n) || numbersThing[p.token(i-1).Folded] {
		return false
	}
	return p.payBefore(i) || p.sumWord(i) || p.besideAmount(i)
}

// besideAmount reports whether an amount of the same sentence stands before a number that goes on with it: "gave the driver two thousand dollars
// and the guard a thousand".
func (p *page) besideAmount(i int) bool {
	and := false
	for k := i - 1; k >= 0 && k >= i-6 && !p.stops(k); k-- {
		if p.paid[k] {
			return and
		}
		switch p.tokens[k].Folded {
		case "and", ":", "،", ",":
			and = true
		}
		and = and || p.tokens[k].IsArabic() && strings.HasPrefix(p.tokens[k].Folded, "و")
	}
	return false
}

// smallest is what a number without a currency must come to, to be taken for money.
const smallest = 50

// smallAmount reports whether a number that could count anything is money: after a word of payment or for a sum, with nothing after it that it
// counts, no year, age, or number of a thing.
func (p *page) smallAmount(i, n int, v float64) bool {
	t := p.tokens[i]
	if v < smallest || t.Kind == text.Number && (strings.HasPrefix(t.Folded, "0") || len(t.Folded) > 9) || numbersThing[p.token(i-1).Folded] || placesNumber[p.token(i-1).Folded] || !p.endsSum(i+n) {
		return false
	}
	if t.Kind == text.Number && n == 1 && len(t.Folded) == 4 && v >= 1900 && v <= 2100 && !p.each(i+n) {
		return false
	}
	if comma(p.token(i-1)) && (comma(p.token(i+n)) || p.token(i+n).Kind == text.Break) && !p.paidBeside(i) { // an age
		return false
	}
	if p.sumWord(i) || another[p.token(i-1).Folded] && p.paidBeside(i) {
		return true
	}
	verb := p.payVerb(i)
	if verb == "" {
		return false
	}
	return !carries[verb] || p.each(i+n) || p.paidBeside(i)
}

// carries are words of payment that are as often said of men and goods.
var carries = map[string]bool{"took": true, "takes": true, "take": true, "taking": true, "taken": true, "moved": true, "moving": true, "brought": true, "brings": true, "bringing": true, "carried": true, "sent": true, "sends": true, "send": true, "sending": true,
	"dispatched": true, "supplied": true, "provided": true, "smuggled": true, "delivered": true, "delivers": true, "routed": true, "picked": true, "نقل": true, "ارسل": true, "جمع": true, "زود": true, "اخذ": true, "بعث": true, "نقد": true}

// paidBeside reports whether another amount stands a few tokens before token i in its sentence.
func (p *page) paidBeside(i int) bool {
	for k := i - 1; k >= 0 && k >= i-20 && !p.stops(k); k-- {
		if p.paid[k] {
			return true
		}
	}
	return false
}

func comma(t text.Token) bool { return t.Text == "," || t.Text == "،" }

// each reports whether token i says how often or to how many a sum is paid: "250 a month", «٤٠٠ شهرياً».
func (p *page) each(i int) bool {
	switch p.token(i).Folded {
	case "a", "per", "every", "each":
		switch p.token(i + 1).Folded {
		case "month", "week", "day", "year", "head", "man", "person", "fighter", "family", "trip", "run", "piece", "night", "time", "hour", "quarter":
			return true
		}
		return p.token(i).Folded == "each"
	case "monthly", "weekly", "daily", "yearly", "apiece", "شهريا", "يوميا", "اسبوعيا", "سنويا", "بالشهر", "باليوم", "بالاسبوع", "لكل", "كل":
		return true
	}
	return false
}

// endsSum reports whether nothing that a number could count stands at token i, after it.
func (p *page) endsSum(i int) bool {
	t := p.token(i)
	if t.Kind == text.Break {
		return p.token(i+1).Kind != text.Word || p.endsSum(i+1) || p.token(i+1).Capitalized()
	}
	if t.Kind == text.Punctuation {
		switch t.Text {
		case "-", "–", "/", ":", "%", "٪", "°", "(", "|":
			return false
		case ",", "،":
			return p.token(i+1).Kind != text.Number
		}
		return true
	}
	if t.Kind != text.Word {
		return false
	}
	if p.each(i) || p.dated[i] {
		return true
	}
	switch t.Folded {
	case "and", "or", "و", "او":
		return p.token(i+1).Kind != text.Number && !p.dated[min(i+1, len(p.dated)-1)]
	case "more":
		return p.endsSum(i + 1)
	case "of":
		f := p.token(i + 1).Folded
		return f == "it" || f == "that" || f == "this"
	case "from", "to", "for", "by", "through", "via", "back", "up", "down", "upfront", "now", "then", "when", "as", "but", "so", "on", "in", "at", "already", "again", "with", "after", "before", "once", "out", "over", "into", "while", "because", "himself", "cash",
		"من", "الي", "في", "بيد", "نقدا", "كاش", "عن", "عبر", "ثم", "مقابل", "لقاء", "قبل", "بعد", "مقدما", "يوم", "علي", "مع", "بس", "حتي", "عند", "لما", "بيده", "منه", "منها", "منهم", "له", "لها", "لهم", "اليه", "فقط", "اخري":
		return true
	}
	return t.IsArabic() && strings.HasPrefix(t.Folded, "و") && len(t.Folded) > 6 && !countedThing(t.Folded)
}

// countedThing lists things that begin with the letter that also joins sentences.
func countedThing(f string) bool {
	for _, s := range []string{"وحد", "ولد", "وثي", "وثا", "ورق", "وجب", "وزن", "وصل"} {
		if strings.HasPrefix(f, s) {
			return true
		}
	}
	return false
}

// numbersThing are words before a number of a thing, "room 120", «المادة ٤٠٦», and before an age or year.
var numbersThing = wordSet("number no nr # room cell article unit house building apartment flat route highway road street block page case file id card passport phone tel brigade battalion division regiment company checkpoint gate camp zone sector district area grid km act law resolution order decision decree paragraph section form box row point hill post " +
	"age aged flight channel frequency line vehicle plate item entry voucher receipt serial model cal calibre caliber group wing hut ward " +
	"رقم الرقم الماده ماده الغرفه غرفه الزنزانه زنزانه قاعه اللواء لواء الفوج فوج الفرقه فرقه شارع الشارع محله زقاق دار الدار الكيلو كيلو القرار قرار قانون القانون الفقره القضيه المرقم المرقمه هويه الهويه جواز الجواز هاتف الهاتف الموبايل العدد عدد عددها عددهم سنه عام العام عمره عمرها الساعه صفحه نموذج المربع بلوك وصل الوصل سند السند وعددهم")

// placesNumber are words and signs before a number that says when or where, or goes on from a sign: "at 500", "the 120", "4/500".
var placesNumber = wordSet("the in at until till since after before through between - / : . @ ° في منذ حتي")

// another are words before one more sum of several.
var another = wordSet("another further additional extra plus")

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// sumWord reports whether a word for a sum stands right before token i: "a day's wage of 25,000", «وقدره ٥٠٠».
func (p *page) sumWord(i int) bool {
	switch p.token(i - 1).Folded {
	case "of", "was", "is", "were", "been", "being":
		return sums[p.token(i-2).Folded]
	case "worth":
		return true
	}
	for k := i - 1; k >= i-2 && p.token(k).IsArabic(); k-- {
		if sums[strings.TrimPrefix(strings.TrimLeft(p.token(k).Folded, "وب"), "ال")] {
			return true
		}
	}
	return false
}

// sums are words for a sum of money.
var sums = wordSet("wage wages salary stipend fee fees sum sums amount amounts price ransom bonus allowance rent payment cost commission bribe advance deposit loan debt balance fine pay tip instalment installment remittance " +
	"مبلغ مبلغا راتب راتبه راتبا اجره اجرته اجرتهم يوميه يوميته فديه عموله عمولته سعر سعره ثمن ثمنه قيمه قيمتها قيمته قدره قدرها مقداره رشوه اكراميه دفعه قسط ايجار ايجاره دين دينه")

// endsAmount reports whether the token after a number cannot be what is counted.
func (p *page) endsAmount(i int) bool {
	t := p.token(i)
	if t.Kind != text.Word {
		return t.Kind != text.Number
	}
	switch t.Folded {
	case "from", "to", "for", "of", "in", "on", "at", "by", "each", "and", "through", "via", "more", "already", "this", "with", "back", "out", "over", "من", "الي", "في", "بيد", "نقدا", "عن", "عبر", "عدا", "لكل", "كل", "علي", "ل", "مقدما", "يوم", "و":
		return true
	}
	return p.dated[i] || p.each(i) || p.endsSum(i)
}

// stops reports whether the words before token k belong to another sentence or row than those after.
func (p *page) stops(k int) bool {
	t := p.tokens[k]
	if t.Kind == text.Break {
		return p.token(k-1).Kind == text.Break || p.token(k+1).Kind != text.Word || p.token(k-1).Kind == text.Punctuation
	}
	return t.Text == "." || t.Text == "?" || t.Text == "!" || t.Text == "؟" || t.Text == ";" || t.Text == "|"
}

// bareReach is how many tokens before an amount its word of payment stands at most.
const bareReach = 6

// payBefore reports whether a word of payment stands a few tokens before token i, in its sentence.
func (p *page) payBefore(i int) bool { return p.payVerb(i) != "" }

// payVerb returns the first word of the word of payment nearest before token i, in its sentence, "" for none.
func (p *page) payVerb(i int) string {
	for k := i - 1; k >= 0 && k >= i-bareReach && !p.stops(k); k-- {
		t, n := p.rules.match(p, k, "pay")
		if n > 0 && t.attrs["noun"] == "" {
			return p.tokens[k].Folded
		}
		if n == 0 && p.payStem(p.tokens[k]) {
			return p.tokens[k].Folded
		}
	}
	return ""
}

// suffixes are the pronouns an Arabic verb of giving takes, the longest first: «سلّمه», «انطاهم», «دزلي».
var suffixes = []string{"هالهم", "لهم", "وهم", "هم", "ها", "ني", "له", "لي", "نا", "ه", "ك"}

// payStem reports whether an Arabic word is one of payment without the pronoun it ends in.
func (p *page) payStem(t text.Token) bool {
	if !t.IsArabic() || len(t.Folded) < 8 {
		return false
	}
	f := colloquial(strings.TrimPrefix(strings.TrimPrefix(t.Folded, "و"), "ف"))
	for _, s := range suffixes {
		stem, has := strings.CutSuffix(f, s)
		if !has || len(stem) < 4 {
			continue
		}
		for _, ph := range p.rules.first[stem] {
			if ph.rule.class == "pay" && len(ph.words) == 1 && ph.rule.attrs["noun"] == "" {
				return true
			}
		}
	}
	return false
}

// bundles are the words of English and Arabic for the notes and bundles dollars are counted in, that are words for paper too.
var bundles = map[string]float64{"notebook": 10_000, "notebooks": 10_000, "دفتر": 10_000, "شده": 10_000, "ورقه": 100, "دفترا": 10_000}

// bundlePaid reports whether the bundles that token at names, counted from token i on, are of dollars: only a word of giving tells them from books
// and sheets, "sent him two notebooks", «سلّمه دفتر», in a report that counts in dollars.
func (p *page) bundlePaid(i, at int, told []string) bool {
	if !slices.Contains(told, "USD") || !p.endsSum(at+1) {
		return false
	}
	switch next := p.token(at + 2).Folded; p.token(at + 1).Folded {
	case "with", "in", "on", "في", "مع", "علي":
		return false
	case "and":
		if next == "a" || next == "an" || next == "the" || next == "his" || next == "some" {
			return false
		}
	}
	verb := p.payVerb(i)
	return verb != "" && (!carries[verb] || verb == "sent")
}
