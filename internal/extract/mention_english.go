package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	names "github.com/sanad-workbench/sanad/internal/extract/tagger"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// nameLike reports whether a Latin token can be part of a name: capitalised, or an article with a capital after its hyphen.
func nameLike(t text.Token) bool {
	if t.Kind != text.Word || t.IsArabic() {
		return false
	}
	if t.Capitalized() {
		return true
	}
	return articled(t) != ""
}

// articled returns the rest of a token such as al-Dulaimi, ad-Din, el-Masri, or "".
func articled(t text.Token) string {
	head, rest, ok := strings.Cut(t.Text, "-")
	if !ok || rest == "" || !isArticle(strings.ToLower(head)) || !(rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= 0x80 || rest[0] == '\'') {
		return ""
	}
	return rest
}

func isArticle(w string) bool {
	switch w {
	case "al", "el", "ul", "ar", "as", "ash", "an", "at", "ad", "az", "ath", "ez", "es", "er":
		return true
	}
	return false
}

// connector reports whether a token joins the parts of a Latin name.
func connector(f string) bool {
	switch f {
	case "al", "el", "bin", "ibn", "ben", "bint", "ul", "ud", "van", "von", "de", "der", "den", "da", "dos", "la":
		return true
	}
	return false
}

func isKunyaWord(f string) bool {
	switch f {
	case "abu", "abo", "aboo", "abou", "um", "umm", "om", "oum":
		return true
	}
	return false
}

func (g ruleTagger) englishAt(p *page, s text.Span, i int) (mention, bool) {
	t := p.tokens[i]
	if !nameLike(t) {
		if connector(t.Folded) && (t.Folded == "al" || t.Folded == "el") && nameLike(p.token(i+1)) || isKunyaWord(t.Folded) && t.Folded == "abu" && nameLike(p.token(i+1)) {
			// al Rawi, abu Omar
		} else {
			return mention{}, false
		}
	}
	if m, ok := g.englishOrganization(p, s, i); ok {
		return m, true
	}
	if g.is("tribe", t.Folded) && (t.Folded == "albu" || t.Folded == "albo") && nameLike(p.token(i+1)) {
		last := i + 2
		return mention{kind: tribe, first: i, last: last, span: p.spanOf(i, last)}, true
	}
	pm, isPlace := places.MatchAt(p.tokens, i)
	if isPlace && g.englishPlace(p, s, i, pm) {
		return mention{kind: place, first: i, last: i + pm.Tokens, span: pm.Span, place: g.choosePlace(p, i, i+pm.Tokens, pm.Places())}, true
	}
	if last, kind, ok := g.adminPlace(p, s, i); ok {
		return mention{kind: place, first: i, last: last, span: p.spanOf(i, last), place: places.Place{Kind: kind}}, true
	}
	if last, ok := g.kunya(p, s, i); ok {
		return mention{kind: person, prop: "kunya", first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last])}, true
	}
	if last, ok := g.englishPerson(p, s, i); ok {
		if g.ofGroup(p, s, i) {
			return mention{kind: organization, schema: sanad.SchemaNetwork, prop: "name", first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last])}, true
		}
		return mention{kind: person, prop: "name", first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last])}, true
	}
	if isPlace && pm.Tokens > 0 && p.tokens[i].Capitalized() && g.placeContext(p, i, i+pm.Tokens) {
		return mention{kind: place, first: i, last: i + pm.Tokens, span: pm.Span, place: g.choosePlace(p, i, i+pm.Tokens, pm.Places())}, true
	}
	return mention{}, false
}

// englishPlace decides whether a name of the gazetteer is meant here.
func (g ruleTagger) englishPlace(p *page, s text.Span, i int, m places.Match) bool {
	best := m.Places()[0]
	t := p.tokens[i]
	next := p.token(i + m.Tokens)
	if !t.Capitalized() && articled(t) == "" && t.Folded != "al" && t.Folded != "el" {
		return false
	}
	if len(t.Text) < 3 {
		return false
	}
	near := best.Country == "IQ" || best.Country == "SY" || best.Kind == places.Country
	// A name that goes on is a person's: Salman Jasim al-Rawi, Baghdad Street aside.
	if nameLike(next) && next.Kind == text.Word && !g.is("stop_en", next.Folded) && !g.is("org_head_en", next.Folded) && next.Span.Start == p.token(i+m.Tokens-1).Span.End+1 {
		if g.given[t.Folded] || g.western[t.Folded] || articled(next) != "" && best.Kind != places.Country && !near {
			return false
		}
	}
	if g.given[t.Folded] && m.Tokens == 1 && (!g.placeContext(p, i, i+m.Tokens) || p.genitive(i+1)) { // "in Jasim's barn"
		return false
	}
	if m.Tokens == 1 && (g.is("stop_en", t.Folded) || ambiguousPlace[m.Key]) && !g.placeContext(p, i, i+m.Tokens) {
		return false
	}
	if !near && m.Tokens == 1 && g.is("title_en", p.token(i-1).Folded) {
		return false
	}
	return true
}

// genitive reports whether the ending of a genitive stands at token i.
func (p *page) genitive(i int) bool {
	f := p.token(i).Text
	return (f == "'" || f == "’") && p.token(i+1).Folded == "s"
}

// ambiguousPlace lists keys of the gazetteer that are also words or names: they need a word that says a place is meant.
var ambiguousPlace = map[string]bool{"hit": true, "ana": true, "of": true, "march": true, "most": true, "mary": true, "balad": true, "ham": true,
	"walid": true, "rashad": true, "qasim": true, "furat": true, "hamza": true, "zubair": true, "rifai": true, "abbasi": true, "riyad": true, "ubaydi": true, "alam": true,
	"karma": true, "romana": true, "rawda": true, "salman": true, "tuz": true, "kut": true, "zab": true, "rabia": true, "ali": true, "bab": true, "furqan": true, "baghdadi": true}

// placeContext reports whether the words around say that a place is meant.
func (g ruleTagger) placeContext(p *page, first, last int) bool {
	switch p.token(first - 1).Folded {
	case "in", "at", "from", "to", "near", "of", "around", "outside", "towards", "toward", "between", "into", "town", "city", "district", "village", "area", "through", "and", "north", "south", "east", "west", "via", "leaving", "entered", "fell", "reached", "left":
		if p.token(first-1).Folded != "and" && p.token(first-1).Folded != "to" && p.token(first-1).Folded != "from" && p.token(first-1).Folded != "of" {
			return true
		}
		switch p.token(first - 2).Folded { // south of Riyadh
		case "north", "south", "east", "west", "outskirts", "city", "town", "province", "governorate", "district":
			return p.token(first-1).Folded == "of"
		}
		if !g.given[p.tokens[first].Folded] {
			return true
		}
	}
	switch p.token(last).Folded {
	case "district", "province", "governorate", "city", "town", "village", "area", "subdistrict", "sub-district", "crossing", "prison", "road", "bridge", "desert", "municipality", "airport", "fell", "market", "hospital", "checkpoint":
		return true
	}
	switch p.token(first - 1).Folded {
	case "في", "من", "الي", "قضاء", "ناحيه", "مدينه", "محافظه", "قريه", "منطقه", "بقضاء", "بمدينه", "قرب", "مدينة", "لقضاء", "غرب", "شرق", "شمال", "جنوب", "ومدينه", "وقضاء", "وناحيه", "بناحيه", "بمحافظه", "لمحافظه", "قلعه", "حي", "بحي", "معبر", "منفذ", "سجن":
		return true
	}
	return false
}

// choosePlace picks what a name means by the word beside it: Anbar province, قضاء هيت.
func (g ruleTagger) choosePlace(p *page, first, last int, list []places.Place) places.Place {
	want := ""
	switch p.token(last).Folded {
	case "province", "governorate":
		want = places.Governorate
	case "district":
		want = places.District
	}
	switch p.token(first - 1).Folded {
	case "محافظه", "بمحافظه", "لمحافظه", "ومحافظه":
		want = places.Governorate
	case "قضاء", "بقضاء", "لقضاء", "وقضاء":
		want = places.District
	}
	if want != "" {
		for _, x := range list {
			if x.Kind == want && x.Country == "IQ" {
				return x
			}
		}
	}
	return list[0]
}

// kunya reads Abu or Umm with the name after it and a nisba after that.
func (g ruleTagger) kunya(p *page, s text.Span, i int) (last int, ok bool) {
	t := p.tokens[i]
	f := t.Folded
	if rest, joined := strings.CutPrefix(f, "abu-"); joined && len(rest) > 2 {
		last = i + 1
	} else {
		if !isKunyaWord(f) || i+1 >= s.End {
			return 0, false
		}
		j := i + 1
		if a := p.tokens[j].Folded; (a == "al" || a == "el") && j+1 < s.End {
			j++
		}
		n := p.tokens[j]
		if !nameLike(n) {
			return 0, false
		}
		if f != "abu" && f != "umm" && !g.given[n.Folded] {
			return 0, false
		}
		if (n.Folded == "abd" || n.Folded == "abdul" || n.Folded == "abdel") && j+1 < s.End {
			for j+1 < s.End && connector(p.tokens[j+1].Folded) {
				j++
			}
			if nameLike(p.token(j + 1)) {
				j++
			}
		}
		last = j + 1
	}
	for last < s.End && last < i+6 {
		n := p.tokens[last]
		if articled(n) != "" && !g.is("org_head_en", n.Folded) {
			last++
			continue
		}
		if (n.Folded == "al" || n.Folded == "el") && last+1 < s.End && p.tokens[last+1].Capitalized() {
			last += 2
			continue
		}
		break
	}
	return last, true
}

// ofGroup reports whether a name is that of the group somebody has a role in: "an emir of Rayat al-Sahra". A name that begins
// like a person's stays a person's: "the driver of Karim Jabbar".
func (g ruleTagger) ofGroup(p *page, s text.Span, i int) bool {
	if f := p.tokens[i].Folded; g.given[f] || g.western[f] || g.chain[f] {
		return false
	}
	switch p.token(i - 1).Folded {
	case "of", "for", "in", "with":
	default:
		return false
	}
	for k := max(s.Start, i-5); k < i-1; k++ {
		if r, n := p.rules.match(p, k, "role"); n > 0 && k+n == i-1 && r.class == "role" {
			return true
		}
		if _, n := p.rules.match(p, k, "member"); n > 0 && k+n >= i-1 && k+n <= i {
			return true
		}
	}
	return false
}

// englishPerson reads a run of name tokens and decides whether it is a person's name.
func (g ruleTagger) englishPerson(p *page, s text.Span, i int) (last int, ok bool) {
	t := p.tokens[i]
	titled := g.titledEnglish(p, i) || g.namedAfterRole(p, i)
	if r, n := p.rules.match(p, i, "role"); n > 0 && !g.given[t.Folded] && nameLike(p.token(i+1)) && r.class == "role" { // "Courier Luqman Hadi"
		return 0, false
	}
	if g.is("stop_en", t.Folded) || g.is("title_en", t.Folded) && !(g.given[t.Folded] && titled) || g.is("org_head_en", t.Folded) || g.is("org_name_en", t.Folded) {
		return 0, false
	}
	if len(t.Text) < 2 || !titled && landWord(t.Folded) && (articled(p.token(i+1)) != "" || connector(p.token(i+1).Folded)) {
		return 0, false
	}
	strong, weak, western := 0, 0, 0
	n := 0
	j := i
	for j < s.End && n < 7 {
		x := p.tokens[j]
		if x.Kind == text.Break && j > i && nameLike(p.token(j+1)) && (g.given[p.token(j+1).Folded] || articled(p.token(j+1)) != "") {
			j++
			continue
		}
		f := x.Folded
		if j > i && isKunyaWord(f) {
			break
		}
		if connector(f) && j+1 < s.End && nameLike(p.tokens[j+1]) && (j > i || f == "al" || f == "el") && !(x.Capitalized() && f == "la") {
			if f == "al" || f == "el" || f == "bin" || f == "ibn" || f == "ben" || f == "bint" {
				strong++
			}
			j++
			continue
		}
		if !nameLike(x) {
			if len(x.Text) == 1 && x.Text == "." && j > i && len(p.tokens[j-1].Text) == 1 {
				j++
				continue
			}
			break
		}
		initial := j > i && len(f) == 1 && p.token(j+1).Text == "."
		if j > i && (f == "haji" || f == "hajji" || f == "haci") && g.given[p.token(j-1).Folded] && nameLike(p.token(j+1)) && (g.given[p.token(j+1).Folded] || g.chain[p.token(j+1).Folded]) { // a father's name: Nasrin Haji Barakat
			strong++
			n++
			j++
			continue
		}
		if g.is("stop_en", f) && !initial && !(j > i && g.given[f]) || g.is("org_head_en", f) || (j > i && g.is("title_en", f) && !g.given[f]) || g.is("org_name_en", f) {
			break
		}
		if p.dated[j] {
			break
		}
		if streetLike(f) {
			return 0, false
		}
		switch {
		case articled(x) != "" || strings.HasPrefix(f, "abd") && len(f) > 4 || strings.HasPrefix(f, "al-"):
			strong++
		case g.given[f]:
			strong++
		case g.western[f] && j == i:
			western++
		case g.chain[f] || len(f) >= 4 && g.skeletons[latinSkeleton(f)] && len(latinSkeleton(f)) >= 4:
			weak++
		}
		n++
		j++
	}
	for j > i && (p.tokens[j-1].Kind != text.Word || connector(p.tokens[j-1].Folded)) {
		j--
	}
	if n == 0 || j <= i {
		return 0, false
	}
	if g.is("org_head_en", p.token(j).Folded) && p.token(j).Capitalized() && !titled {
		return 0, false
	}
	if k := j + 1; n > 1 && p.genitive(j) { // Warda Women's Association
		if p.token(j).Text == "'" || p.token(j).Text == "’" {
			k++
		}
		if g.is("org_head_en", p.token(k).Folded) && p.token(k).Capitalized() && names.English().Ordinary(p.tokens[j-1].Folded) {
			return 0, false
		}
	}
	switch {
	case titled:
		if strong+weak+western == 0 && g.is("title_en", p.token(j).Folded) { // Deputy Emergency Situations Minister
			return 0, false
		}
		if n == 1 && !g.given[t.Folded] && articled(t) == "" && (isPlaceName(p, i) || len(t.Text) < 3) {
			return 0, false
		}
		return j, true
	case n == 1:
		known := g.given[t.Folded] && len(t.Folded) >= 3 || len(t.Folded) >= 5 && g.chain[t.Folded] && g.skeletons[latinSkeleton(t.Folded)] && len(latinSkeleton(t.Folded)) >= 3
		if known && !streetLike(p.token(j).Folded) && !g.is("org_head_en", p.token(j).Folded) {
			return j, true
		}
		return 0, false
	case strong > 0 && (g.given[t.Folded] || strong+weak >= 2 || !isPlaceName(p, i)):
		if articled(t) != "" && strong == 1 && weak == 0 { // al-Noor Xyz: not a person without more
			return 0, false
		}
		return j, true
	case weak >= 2, western > 0, weak == 1 && i > s.Start && !isPlaceName(p, i):
		return j, true
	}
	// Two or three capitalised words that speak, or have an age, are a person's name.
	if n >= 2 && n <= 3 && i > s.Start && !isPlaceName(p, i) {
		next := p.token(j)
		if next.Text == "," && p.token(j+1).Kind == text.Number && len(p.token(j+1).Text) == 2 && (p.token(j+2).Text == "," || p.token(j+2).Text == "-") {
			return j, true
		}
	}
	return 0, false
}

// namedAfterRole reports whether a comma and a word for a leading role stand before token i: "the Taliban leader, Alaudin,".
func (g ruleTagger) namedAfterRole(p *page, i int) bool {
	if p.token(i-1).Text != "," {
		return false
	}
	switch p.token(i - 2).Folded {
	case "leader", "commander", "facilitator", "emir", "financier", "courier", "driver", "recruiter", "operative", "chief", "brother", "neighbour", "husband", "son", "soldier", "merchant", "trader", "accountant", "bookkeeper", "judge", "deputy":
	default:
		return false
	}
	j := i
	for nameLike(p.token(j)) && j < i+4 {
		j++
	}
	return p.token(j).Kind == text.Punctuation || p.token(j).Kind == text.Break
}

// landWord reports a word that before a name with an article makes it that of a place or house: Dar al-Sawari, Wadi al-Thawr.
func landWord(f string) bool {
	switch f {
	case "dar", "darb", "bayt", "beit", "souq", "suq", "souk", "tal", "tel", "tall", "wadi", "khan", "jabal", "ain", "ayn", "deir", "dayr", "qasr", "ras", "shatt", "bab":
		return true
	}
	return groupWord(f)
}

// groupWord reports a word that before a name with an article makes it that of an armed group: Ahrar al-Sham, Jund al-Aqsa.
func groupWord(f string) bool {
	switch f {
	case "tahrir", "ahrar", "jaysh", "jaish", "jund", "liwa", "ansar", "katibat", "kataib", "kata'ib", "faylaq", "harakat", "hizb", "hayat", "hay'at", "jabhat", "saraya", "asaib", "asa'ib", "usbat",
		"rayat", "rayah", "luyuth", "fursan", "suyuf", "usud", "nusur", "ahfad", "ashbal", "hurras", "sariyat", "junud", "tanzim", "firqat":
		return true
	}
	return false
}

func streetLike(f string) bool {
	switch f {
	case "street", "avenue", "masjid", "roman", "catholic", "christianity", "refinery", "river", "dam", "canal", "lake", "island", "mosque", "neighbourhood", "neighborhood", "district", "hospital", "school", "bridge", "camp", "base", "airport", "prison", "square", "market", "quarter", "village", "month", "telescope", "facility", "accord", "accords", "treaty", "hurricane", "typhoon", "tower", "stadium", "park", "valley", "mountain", "mountains", "hotel", "palace", "tribe", "clan":
		return true
	}
	return false
}

func isPlaceName(p *page, i int) bool {
	_, ok := places.MatchAt(p.tokens, i)
	return ok
}

// titledEnglish reports whether a title or rank stands before token i.
func (g ruleTagger) titledEnglish(p *page, i int) bool {
	k := i - 1
	if p.token(k).Text == "." {
		k--
	}
	t := p.token(k)
	if t.Kind != text.Word || !g.is("title_en", t.Folded) {
		return false
	}
	if t.Folded == "brother" || t.Folded == "cousin" || t.Folded == "nephew" || t.Folded == "citizen" || t.Folded == "suspect" || t.Folded == "martyr" {
		return true
	}
	return true
}

// nameWords returns the words of a name that can be compared with another mention's: folded, articles, hyphens and nasab
// words off, nisbas without their article.
func nameWords(tokens []text.Token) []string {
	var out []string
	for _, t := range tokens {
		if t.Kind != text.Word {
			continue
		}
		f := strings.Map(func(r rune) rune {
			if r == '\'' {
				return -1
			}
			return r
		}, t.Folded)
		if t.IsArabic() {
			if f == "بن" || f == "ابن" || f == "بنت" {
				continue
			}
			if strings.HasPrefix(f, "ال") && len(f) >= 8 {
				f = f[len("ال"):]
			}
			out = append(out, f)
			continue
		}
		for _, w := range strings.Split(f, "-") {
			if w == "" || isArticle(w) || w == "bin" || w == "ibn" || w == "ben" || w == "bint" {
				continue
			}
			out = append(out, w)
		}
	}
	return out
}
