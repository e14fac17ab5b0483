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
	p.poundsOf()
	currencies := p.currenciesTold()
	p.inThousands = len(currencies) > 0 && p.saysThousands()
	p.sumsIn, p.inSpeech = p.saysSums(), strings.ContainsAny(p.doc.Text, "گچ")
	var bare []text.Money
	for i := 0; i < len(p.tokens); i++ {
		if t := p.tokens[i]; t.Kind == text.Punctuation || p.dated[i] || p.paid[i] || !text.MayCount(t) && bundles[t.Folded] == 0 {
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
		if p.clashes(i, i+n) {
			i += n - 1
			continue
		}
		if p.inThousands && n == 1 && p.tokens[i].Kind == text.Number && v < 100_000 && p.endsSum(i+n) && !p.placed(i) && !numbersThing[p.token(i-1).Folded] {
			if c := p.currencyFor(i, n, v*1_000, currencies, bare); c != "" {
				bare = append(bare, p.bareAmount(i, n, v*1_000, c))
			}
			continue
		}
		if short := p.shortOfThousands(i, v); short > 0 && p.smallAmount(i, n, short) {
			v = short
		} else if !p.largeAmount(i, n, v, currencies) && (len(currencies) == 0 || !p.smallAmount(i, n, v)) {
			i += n - 1
			continue
		}
		if c := p.currencyFor(i, n, v, currencies, bare); c != "" {
			bare = append(bare, p.bareAmount(i, n, v, c))
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
	if t := p.tokens[i]; c.Low != c.High && (t.Kind == text.Number || ranges[t.Folded]) {
		return 0, 0
	}
	return float64(c.Best), c.Last - i
}

// ranges are the words that open a range, of years as often as of sums.
var ranges = wordSet("between from بين من مابين")

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

// currencyFor returns the currency of an amount of n tokens at token i that tells none: a word for it in the next breath, "Three thousand.
// Dollars.", the only one of the report that is counted in such figures, else that of the amount before, with its currency or, in bare, without. "" is
// for not known.
func (p *page) currencyFor(i, n int, v float64, told []string, bare []text.Money) string {
	if t := p.token(i + n); t.Text == "." || t.Text == "," || t.Text == "،" {
		if c, ok := text.Currency(p.token(i + n + 1).Folded); ok && p.token(i+n+2).Kind != text.Number {
			return c
		}
	}
	dinars := v >= leastDinars && (len(told) == 0 || len(told) == 1 && told[0] == "USD") && p.saidOfDinars(i, n, v, len(told) == 0)
	if dinars {
		return "IQD"
	}
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
	before, last := p.money[:at], -1
	for k := len(before) - 1; k >= 0 && last < 0; k-- {
		if fits(before[k].Currency) {
			last = k
		}
	}
	for k := len(bare) - 1; k >= 0 && (last < 0 || bare[k].First > before[last].First); k-- {
		if fits(bare[k].Currency) {
			return bare[k].Currency
		}
	}
	switch {
	case last >= 0:
		return before[last].Currency
	case v >= million:
		return "IQD"
	case at < len(p.money) && len(of) > 0:
		return p.money[at].Currency
	}
	return ""
}

// saidOfDinars reports whether a sum without a currency is one that is told in dinars without saying so, where no other currency but dollars is told,
// or none: a million and more, and in Iraqi speech or as wages a hundred thousand and more; in speech that names no currency at all, any.
func (p *page) saidOfDinars(i, n int, v float64, none bool) bool {
	if v >= million {
		return none || !p.inDollarsBefore(i, v)
	}
	if none {
		return p.inSpeech || v >= 100_000 && p.tokens[i].IsArabic()
	}
	return v >= 100_000 && (p.inSpeech || p.each(i+n))
}

// inDollarsBefore reports whether an amount in dollars stands before token i that is of the size of v.
func (p *page) inDollarsBefore(i int, v float64) bool {
	for k := p.moneyFrom(i) - 1; k >= 0; k-- {
		if w, err := strconv.ParseFloat(p.money[k].Amount, 64); err == nil && p.money[k].Currency == "USD" && w*10 >= v {
			return true
		}
	}
	return false
}

// poundsOf gives the pounds of a report that does not speak of Britain's to Syria.
func (p *page) poundsOf() {
	if !slices.ContainsFunc(p.money, func(m text.Money) bool { return m.Currency == "GBP" }) {
		return
	}
	for _, t := range p.tokens {
		switch t.Folded {
		case "£", "gbp", "sterling", "british", "britain", "england", "london", "uk":
			return
		}
	}
	for i := range p.money {
		if p.money[i].Currency == "GBP" {
			p.money[i].Currency = "SYP"
		}
	}
}

// largeAmount reports whether a number is written as sums are, in words of thousands or with its thousands set apart, and is money: after a word
// of payment, or, in a report that tells amounts, where nothing follows that it could count.
func (p *page) largeAmount(i, n int, v float64, told []string) bool {
	if v < 1_000 || numbersThing[p.token(i-1).Folded] || !p.writtenAsSum(i, n) || !p.endsAmount(i+n) {
		return false
	}
	if p.sumWord(i) || p.besideAmount(i) {
		return true
	}
	if verb := p.payVerb(i); verb > 0 && (n > 1 || verb <= 3 || p.fused(i) || p.tokens[i].Kind == text.Number) {
		return true
	}
	return (len(told) > 0 || p.inSpeech) && (n > 1 || p.tokens[i].Kind == text.Number || p.fused(i)) && p.endsSum(i+n) && (!p.placed(i) || p.token(i-1).Folded == "the") && p.token(i-1).Folded != "of" && !p.ofPeople(i)
}

// fused reports whether one Arabic word says how many thousands: «مليونين», «خمستالاف»; «ألف» alone is said of much.
func (p *page) fused(i int) bool {
	switch strippedNumber(p.tokens[i]) {
	case "الف", "مليون":
		return false
	}
	switch p.tokens[i].Folded {
	case "الف", "مليون", "مليار":
		return false
	}
	return true
}

// writtenAsSum reports whether a number of some tokens has its thousands in words or set apart: "five thousand", "5,000", «مليونين».
func (p *page) writtenAsSum(i, n int) bool {
	t := p.tokens[i]
	if t.Kind == text.Number {
		return n > 1 || strings.ContainsAny(t.Text, ",٬")
	}
	return n > 1 || t.IsArabic()
}

// ofPeople reports whether the sentence of the number at token i tells of people it may count, killed or fled.
func (p *page) ofPeople(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12 && !p.stops(k); k-- {
		if counted[strings.TrimPrefix(p.tokens[k].Folded, "و")] {
			return true
		}
	}
	for k := i; k < len(p.tokens) && k < i+5 && !p.stops(k); k++ {
		if counted[p.tokens[k].Folded] {
			return true
		}
	}
	return false
}

// counted are words of people and things told in thousands.
var counted = wordSet("people men women fighters families persons inhabitants residents refugees prisoners detainees members voters votes followers crowd soldiers troops civilians dead wounded killed fled displaced population holds houses housed barrels litres liters tons tonnes kilos rounds bullets metres meters kilometres " +
	"شخص اشخاص رجل رجال مقاتل مقاتلين عناصر نازحين سكان سجين معتقل شهيد نزح هرب قتل فر نزحوا هربوا قتلوا عايله عوايل قتيل جريح نازح نسمه جندي مدني برميل لتر طن كيلو طلقه متر دونم بيت")

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

// oldest is the greatest age a person is told of between commas.
const oldest = 110

// smallAmount reports whether a number that could count anything is money: after a word of payment or for a sum, with nothing after it that it
// counts, no year, age, or number of a thing.
func (p *page) smallAmount(i, n int, v float64) bool {
	t := p.tokens[i]
	if v < smallest || t.Kind == text.Number && (strings.HasPrefix(t.Folded, "0") || len(t.Folded) > 9) || numbersThing[p.token(i-1).Folded] || p.placed(i) && !p.comesTo(i) || !p.endsSum(i+n) {
		return false
	}
	if t.Kind == text.Number && n == 1 && len(t.Folded) == 4 && v >= 1900 && v <= 2100 && !p.each(i+n) {
		return false
	}
	if p.cash(i+n) || p.inHand(i+n) || p.comesTo(i) {
		return true
	}
	if v <= oldest && comma(p.token(i-1)) && (comma(p.token(i+n)) || p.token(i+n).Kind == text.Break) {
		return false
	}
	if p.sumWord(i) || p.each(i+n) || p.payFollows(i+n) || p.rowSum(i) || p.entrySum(i, i+n) || another[p.token(i-1).Folded] && p.paidBeside(i) {
		return true
	}
	verb := p.payVerb(i)
	if verb == 0 {
		return p.payVerbWithin(i, 2*bareReach) > 0 && p.paidBeside(i)
	}
	return !carries[strings.TrimPrefix(p.token(i-verb).Folded, "و")] || p.paidBeside(i) || pronoun[p.token(i-verb+1).Folded]
}

// comesTo reports whether the words before token i say what sums come to: "it came to 270".
func (p *page) comesTo(i int) bool {
	if p.token(i-1).Folded != "to" {
		return false
	}
	switch p.token(i - 2).Folded {
	case "came", "comes", "amounted", "amounts", "amounting", "added":
		return p.token(i-3).Folded == "it" || p.token(i-3).Folded == "that" || p.token(i-3).Folded == "which" || sums[p.token(i-3).Folded]
	}
	return false
}

// inHand reports whether the words from token i on put a sum into a hand: "put 500 in my hand".
func (p *page) inHand(i int) bool {
	if f := p.token(i).Folded; f != "in" && f != "into" && f != "on" {
		return strings.HasPrefix(f, "بايد") || strings.HasPrefix(f, "بيد")
	}
	for k := i + 1; k < i+5 && k < len(p.tokens) && p.tokens[k].Kind == text.Word; k++ {
		switch p.tokens[k].Folded {
		case "hand", "hands", "palm", "pocket":
			return true
		}
	}
	return false
}

// payFollows reports whether a clause about paying the sum begins at token i: "500 which he gave me", «الثلاثمئة التي أعطيتني».
func (p *page) payFollows(i int) bool {
	switch p.token(i).Folded {
	case "which", "that", "التي", "اللي", "الي":
		for k := i + 1; k < i+4 && k < len(p.tokens); k++ {
			if p.paysAt(k) {
				return true
			}
		}
	}
	return false
}

// paysAt reports whether a verb of giving or taking begins at token k.
func (p *page) paysAt(k int) bool {
	t, n := p.rules.match(p, k, "pay")
	return n > 0 && t.attrs["noun"] == "" || n == 0 && p.payStem(p.tokens[k])
}

// rowSum reports whether token i begins what a row tells, in a report that says what all its sums are in: "In: 500 from Omar Salih".
func (p *page) rowSum(i int) bool {
	t := p.token(i - 1)
	return p.sumsIn && (t.Text == ":" || t.Text == "|") && t.Span.End < p.tokens[i].Span.Start
}

// entrySum reports whether the number at token i, up to last, is all that an entry of an account tells after whom it is of: "To Haydar, because he only
// drove, 250."
func (p *page) entrySum(i, last int) bool {
	if last < len(p.tokens) && !p.stops(last) {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-2*bareReach; k-- {
		if k > 0 && !p.stops(k-1) && p.tokens[k-1].Text != ":" {
			continue
		}
		switch p.tokens[k].Folded {
		case "to", "الي":
			return true
		case "from", "من": // "From Mosul to Tal Afar, 63" is a distance
			return !slices.ContainsFunc(p.tokens[k:i], func(t text.Token) bool { return t.Folded == "to" || t.Folded == "الي" })
		}
		return false
	}
	return false
}

// saysSums reports whether a report says what all its sums are in.
func (p *page) saysSums() bool {
	for k := 0; k+1 < len(p.tokens); k++ {
		if !sumsTold[p.tokens[k].Folded] {
			continue
		}
		for j := k + 1; j < k+6 && j < len(p.tokens) && p.tokens[j].Kind == text.Word; j++ {
			if _, ok := text.Currency(strings.TrimPrefix(p.tokens[j].Folded, "ال")); ok && !p.paid[j] {
				return true
			}
		}
	}
	return false
}

// saysThousands reports whether a report says that its figures are in thousands: "all sums in thousands of dinars", «بآلاف الدنانير».
func (p *page) saysThousands() bool {
	for i, t := range p.tokens {
		switch t.Folded {
		case "thousands":
			before := p.token(i - 1).Folded
			if _, ok := text.Currency(p.token(i + 2).Folded); ok && p.token(i+1).Folded == "of" && (before == "in" || before == "are") && p.saidOfSums(i) {
				return true
			}
		case "بالاف":
			if _, ok := text.Currency(p.token(i + 1).Folded); ok && p.saidOfSums(i) {
				return true
			}
		}
	}
	return false
}

// saidOfSums reports whether a word for the sums of a report stands a few tokens before token i.
func (p *page) saidOfSums(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if sumsTold[p.tokens[k].Folded] {
			return true
		}
	}
	return false
}

// sumsTold are the words with which a report says what its sums are in.
var sumsTold = wordSet("sums amounts figures المبالغ مبالغ الارقام الحسابات")

// pronoun are the words for those who get something.
var pronoun = wordSet("me him her us them you")

// cash reports whether token i, or the one after a comma, says that a sum was in cash.
func (p *page) cash(i int) bool {
	if comma(p.token(i)) {
		i++
	}
	switch p.token(i).Folded {
	case "cash", "نقدا", "كاش":
		return true
	case "in":
		return p.token(i+1).Folded == "cash"
	}
	return false
}

// shortOfThousands returns the thousands a number in words means that follows an amount told in thousands in its sentence, 0 when it means none:
// «سلّم ستين ألف دولار فأوصل اثنين وخمسين».
func (p *page) shortOfThousands(i int, v float64) float64 {
	k := p.moneyFrom(i) - 1
	known := strings.Contains(p.tokens[i].Folded, "ال") // «المئتين» goes on about what was told
	if v < 10 || v >= 1_000 || v >= 100 && !known || p.tokens[i].Kind == text.Number || k < 0 || !known && p.stopsBetween(p.money[k].Last, i) {
		return 0
	}
	before, err := strconv.ParseFloat(p.money[k].Amount, 64)
	if err != nil || before < 10_000 || before > million || int64(before)%1_000 != 0 || v*1_000 > before {
		return 0
	}
	return v * 1_000
}

// stopsBetween reports whether a sentence ends between two tokens.
func (p *page) stopsBetween(first, last int) bool {
	for k := first; k < last; k++ {
		if p.stops(k) {
			return true
		}
	}
	return false
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
	case "per":
		return p.token(i+1).Kind == text.Word && p.token(i+1).Folded != "cent"
	case "a", "every", "each":
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
		"which", "reached", "he", "she", "they", "i", "we", "was", "went", "changed",
		"من", "الي", "في", "بيد", "نقدا", "كاش", "عن", "التي", "اللي", "واحد", "واحدا", "بالعمله", "لو", "اذا", "كنت", "كان", "كانت", "عبر", "ثم", "مقابل", "لقاء", "قبل", "بعد", "مقدما", "يوم", "علي", "مع", "بس", "حتي", "عند", "لما", "بيده", "منه", "منها", "منهم", "له", "لها", "لهم", "اليه", "فقط", "اخري":
		return true
	case "last", "next", "this":
		switch p.token(i + 1).Folded {
		case "month", "week", "year", "spring", "summer", "autumn", "winter", "time":
			return true
		}
	}
	if p.paysAt(i) {
		return true
	}
	if !t.IsArabic() {
		return false
	}
	if purpose[t.Folded] || strings.HasPrefix(t.Folded, "ل") && len(t.Folded) > 4 && !countedThing(t.Folded) {
		return true
	}
	if strings.HasSuffix(t.Text, "اً") && scaleOf(p.token(i-1).Folded) > 0 { // what is counted in thousands has no such ending
		return true
	}
	return strings.HasPrefix(t.Folded, "و") && len(t.Folded) > 6 && !countedThing(t.Folded)
}

// purpose are the Arabic words for what a sum is paid as, right after it: «خمسين ألف عيدية».
var purpose = wordSet("هديه عيديه ثمنا ثمن اجره اجرا مكافاه سلفه راتبا راتب فديه فداء مقدم عربون تعويضا تعويض دينا ايجار ايجارا كرا بخشيش رشوه حق مصرف مصروف بدل كلفه")

// countedThing lists beginnings of things whose first letter is also a word by itself, "and" or "to".
func countedThing(f string) bool {
	for _, s := range []string{"وحد", "ولد", "وثي", "وثا", "ورق", "وجب", "وزن", "وصل", "لتر", "ليره", "لواء", "لغم", "لوح", "لافت", "ليل", "ليال", "لاجي", "لتر"} {
		if strings.HasPrefix(f, s) {
			return true
		}
	}
	return false
}

// numbersThing are words before a number of a thing, "room 120", «المادة ٤٠٦», and before an age or year.
var numbersThing = wordSet("number no nr # room cell article unit house building apartment flat route highway road street block page case file id card passport phone tel brigade battalion division regiment company checkpoint gate camp zone sector district area grid km act law resolution order decision decree paragraph section form box row point hill post " +
	"age aged flight channel frequency line vehicle plate item entry voucher receipt serial model cal calibre caliber group wing hut ward " +
	"رقم الرقم الماده ماده الغرفه غرفه الزنزانه زنزانه قاعه اللواء لواء الفوج فوج الفرقه فرقه شارع الشارع محله زقاق دار الدار الكيلو كيلو القرار قرار قانون القانون الفقره القضيه المرقم المرقمه هويه الهويه جواز الجواز هاتف الهاتف الموبايل العدد عدد عددها عددهم عمره عمرها الساعه صفحه نموذج المربع بلوك وصل الوصل سند السند وعددهم")

// placed reports whether the number at token i says when or where, or goes on from a sign: "at 500", "the 120", "4/500".
func (p *page) placed(i int) bool {
	t := p.token(i - 1)
	return placesNumber[t.Folded] || t.Kind == text.Number && !p.paid[i-1] || t.Kind == text.Punctuation && t.Span.End == p.tokens[i].Span.Start && t.Text != "(" && t.Text != "«" && t.Text != "“" && t.Text != "\""
}

// placesNumber are words before such a number.
var placesNumber = wordSet("the in at to until till since after before through between في منذ حتي سنه عام العام")

// another are words before one more sum of several.
var another = wordSet("and another further additional extra plus منها منه منهن which")

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

// payVerb returns how many tokens before token i, in its sentence, the nearest word of payment begins, 0 for none.
func (p *page) payVerb(i int) int { return p.payVerbWithin(i, bareReach) }

func (p *page) payVerbWithin(i, reach int) int {
	for k := i - 1; k >= 0 && k >= i-reach && !p.stops(k); k-- {
		if p.paysAt(k) {
			return i - k
		}
	}
	return 0
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
	if p.bundleTold() && at > i {
		return true
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
	if at == i && verb > 2 || p.token(i-1).Folded == p.token(at).Folded {
		return false
	}
	f := strings.TrimPrefix(p.token(i-verb).Folded, "و")
	return verb > 0 && (!carries[f] || f == "sent" || f == "brought")
}

// bundleTold reports whether the report says what a bundle comes to: "A notebook is ten thousand dollars".
func (p *page) bundleTold() bool {
	for i := range p.money {
		for k := p.money[i].First - 1; k >= 0 && k >= p.money[i].First-4; k-- {
			if bundles[p.tokens[k].Folded] > 0 && p.money[i].Currency == "USD" {
				return true
			}
		}
	}
	return false
}
