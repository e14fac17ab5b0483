package extract

import (
	"strings"

	names "github.com/sanad-workbench/sanad/internal/extract/tagger"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// arabicAt finds what is named at an Arabic token, which may carry a proclitic that is no part of the name.
func (g ruleTagger) arabicAt(p *page, s text.Span, i int) (mention, bool) {
	if m, ok := g.arabicOrganization(p, s, i); ok {
		return m, true
	}
	t := p.tokens[i]
	if m, ok := g.arabicTribe(p, s, i); ok {
		return m, true
	}
	pm, isPlace := places.MatchAt(p.tokens, i)
	if isPlace && (pm.Tokens > 1 || !isFather(t.Folded)) && g.arabicPlace(p, s, i, pm) {
		return mention{kind: place, first: i, last: i + pm.Tokens, span: pm.Span, place: g.choosePlace(p, i, i+pm.Tokens, pm.Places())}, true
	}
	if rest, to := strings.CutPrefix(t.Folded, "ل"); to && strings.HasPrefix(rest, "ل") && g.given[rest] { // «للؤي»: to Luay
		if last, prop, ok := g.arabicPerson(p, s, i, rest, true); ok {
			m := mention{kind: person, prop: prop, first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last])}
			m.span.Start += text.SkipIn(t.Text, 1)
			m.words[0] = rest
			return m, true
		}
	}
	for _, pre := range [...]string{"و", "ل", "ب"} { // «لضيف الله», whose first word is too short to be cut off alone
		rest, cut := strings.CutPrefix(t.Folded, pre)
		if !cut || len(rest) > 6 || g.wholeWord(t.Folded) || !compound(rest, p.token(i+1).Folded) || p.token(i+1).Folded != "الله" {
			continue
		}
		if last, prop, ok := g.arabicPerson(p, s, i, rest, true); ok {
			m := mention{kind: person, prop: prop, first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last])}
			m.span.Start += text.SkipIn(t.Text, 1)
			m.words[0] = rest
			return m, true
		}
	}
	for n, r := range text.Proclitics(t.Folded) {
		if n > 0 && g.wholeWord(t.Folded) && !(t.Text == "وعلي" && p.writesMaqsura() && g.nameWordBefore(p, i)) {
			break
		}
		if last, prop, ok := g.arabicPerson(p, s, i, r.Stem, n > 0); ok {
			m := mention{kind: person, prop: prop, first: i, last: last, span: p.spanOf(i, last)}
			m.span.Start += text.SkipIn(t.Text, r.Skip)
			m.words = nameWords(p.tokens[i:last])
			if r.Skip > 0 && len(m.words) > 0 {
				m.words[0] = strings.TrimPrefix(r.Stem, "ال")
				if len(r.Stem) < 8 {
					m.words[0] = r.Stem
				}
			}
			if isPlace && prop == "name" && m.last == i+1 && !g.given[r.Stem] && !g.titledArabic(p, i) {
				continue
			}
			if m.last == i+1 && r.Skip > 1 && strings.HasPrefix(t.Folded, "لل") { // "for the flowers", no Zuhur
				continue
			}
			return m, true
		}
	}
	return mention{}, false
}

// wholeWord reports whether an Arabic word is known as it stands, so that no proclitic is cut off it: كريم is no ك and ريم.
func (g ruleTagger) wholeWord(f string) bool {
	return g.given[f] || g.common[f] || g.is("stop_ar", f) || g.is("title_ar", f) || g.is("org_head_ar", f)
}

func isFather(f string) bool {
	switch f {
	case "ابو", "ابي", "ابا":
		return true
	}
	return false
}

// arabicName reports whether a folded word can stand in a chain of names.
func (g ruleTagger) arabicName(t text.Token, f string) bool {
	if f == "علي" && (strings.HasSuffix(t.Text, "ى") || t.Text == "عليّ") {
		return false // على is a preposition
	}
	return g.given[f] || g.common[f]
}

// nisba reports whether a word looks like a family or tribe name: الدليمي, العاني, السامرائي.
func (g ruleTagger) nisba(f string) bool {
	return strings.HasPrefix(f, "ال") && len(f) >= 10 && (strings.HasSuffix(f, "ي") || strings.HasSuffix(f, "يه")) &&
		!strings.HasSuffix(f, "يه") && !g.is("stop_ar", f) && !g.is("title_ar", f)
}

// arabicPerson reads a kunya or a chain of names whose first word, proclitic off, is stem.
func (g ruleTagger) arabicPerson(p *page, s text.Span, i int, stem string, cut bool) (last int, prop string, ok bool) {
	t := p.tokens[i]
	if isFather(stem) || stem == "ام" && !cut {
		if p.token(i+1).Folded == "غريب" { // the town
			return 0, "", false
		}
		return g.arabicKunya(p, s, i, stem)
	}
	titled := g.titledArabic(p, i)
	strong, total := 0, 0
	switch {
	case stem == "صلاح" && p.token(i+1).Folded == "الدين" && ofProvince(p.token(i-1).Folded): // the province
		return 0, "", false
	case stem == "عبد" && servedName(p.token(i+1).Folded), compound(stem, p.token(i+1).Folded):
		total++
		strong++
		last = i + 2
	case stem == "سميه" && strings.HasSuffix(t.Text, "ه"): // "his namesake", no Sumayya
		return 0, "", false
	case stem == "اشرف" && strings.HasPrefix(p.token(i+1).Folded, "علي"): // "he supervised (it)"
		return 0, "", false
	case strings.HasSuffix(t.Text, "ي") && stem == "مني" && !g.nameFollows(p, i+1): // "from me"
		return 0, "", false
	case g.roleWords(p, i), g.noName(p, i, stem, titled):
		return 0, "", false
	case stem == "باسم" && (p.token(i-1).Folded == "الناطق" || p.token(i-1).Folded == "المتحدث" || p.token(i-1).Folded == "متحدث" || p.token(i-1).Folded == "ناطق"):
		return 0, "", false // the spokesman "in the name of"
	case stem == "حياه" && cut && strings.HasPrefix(strings.TrimPrefix(p.token(i-1).Folded, "و"), "اود"): // "took the life of", no Hayat
		return 0, "", false
	case stem == "فجر" && (p.dated[min(i+1, len(p.dated)-1)] || weekday(p.token(i+1).Folded)): // the time of day
		return 0, "", false
	case stem == "صادق" && strings.HasPrefix(p.token(i+1).Folded, "علي"): // "approved it"
		return 0, "", false
	case stem == "لقاء" && !titled && !g.nameBefore(p, i): // "for", "a meeting with"
		return 0, "", false
	case stem == "نجله" && strings.HasSuffix(t.Text, "ه"): // "his son", no Najla
		return 0, "", false
	case stem == "علي" && !titled && !g.nameFollows(p, i+1) && !(g.common[p.token(i+1).Folded] && p.writesMaqsura()): // also how many write على
		return 0, "", false
	case g.arabicName(t, stem):
		if p.token(i+1).Folded == "الله" && stem != "نصر" && stem != "فضل" && stem != "سعد" {
			return 0, "", false
		}
		total++
		if !g.common[stem] {
			strong++
		}
		last = i + 1
	case strings.HasPrefix(stem, "عبدال") && len(stem) > 14:
		total++
		strong++
		last = i + 1
	case p.token(i-1).Folded == "اسمه" && strings.HasPrefix(stem, "ي"): // «اسمه يشبه اسم مطلوب»
		return 0, "", false
	case cut && g.nextListed(p, i, stem):
		total++
		last = i + 1
	case g.listedBefore(p, i, stem):
		total++
		last = i + 1
	case titled && !cut && len(stem) >= 6 && !strings.HasSuffix(t.Text, "اً") && !strings.HasSuffix(t.Text, "ًا") && stem != "قسرا" && !strings.HasPrefix(stem, "ال") && !g.is("stop_ar", stem) && !g.is("title_ar", stem) && !g.is("org_head_ar", stem):
		last = i + 1
		total++
	default:
		return 0, "", false
	}
	nisbas := 0
	for last < s.End && last < i+8 {
		x := p.tokens[last]
		f := x.Folded
		if x.Kind == text.Break && last+1 < s.End && (g.arabicName(p.tokens[last+1], p.tokens[last+1].Folded) || g.nisba(p.tokens[last+1].Folded)) {
			last++
			continue
		}
		if x.Kind != text.Word || !x.IsArabic() || p.dated[last] {
			break
		}
		if thing(f) || household(f) { // whose shop, whose family
			break
		}
		if f == "صاحب" && g.orgHead(p, last+1) { // the owner of an office
			break
		}
		if strings.HasPrefix(f, "ك") && !g.given[f] && total > 1 { // «كراتب»
			if t, n := p.rules.match(p, last, "pay"); n > 0 && t.skip > 0 {
				break
			}
		}
		if f == "خلف" && strings.HasPrefix(p.token(last+1).Folded, "ال") && !g.nisba(p.token(last+1).Folded) && !g.is("family_ar", p.token(last+1).Folded) { // behind bars
			break
		}
		if f == "مني" && strings.HasSuffix(x.Text, "ي") && !g.nameFollows(p, last+1) { // "from me"
			break
		}
		if f == "لقاء" && total > 1 && p.token(last+1).Kind == text.Word { // in return for
			break
		}
		if !g.given[f] && p.counts(last) { // twenty million
			break
		}
		if _, n := p.rules.match(p, last, "role"); n > 1 || f == "امير" && (isPlaceName(p, last+1) || g.orgHead(p, last+1) || networkWord(p.token(last+1).Folded) || networkHead(p.token(last+1).Folded)) { // Ahmed, emir of the hisba, is no Ahmed Amir
			break
		}
		if f == "بن" || f == "ابن" || f == "بنت" {
			if last+1 < s.End && p.tokens[last+1].Kind == text.Word && !g.is("stop_ar", p.tokens[last+1].Folded) && !g.is("title_ar", p.tokens[last+1].Folded) && nisbas == 0 {
				strong++
				last += 2
				total++
				continue
			}
			break
		}
		if nisbas == 0 && last+1 < s.End && compound(f, p.tokens[last+1].Folded) {
			strong++
			total++
			last += 2
			continue
		}
		if nisbas == 0 && f == "عبد" && last+1 < s.End && servedName(p.tokens[last+1].Folded) {
			strong++
			total++
			last += 2
			continue
		}
		if nisbas == 0 && (g.arabicName(x, f) || strings.HasPrefix(f, "عبدال")) {
			if !g.common[f] {
				strong++
			}
			total++
			last++
			continue
		}
		if before := p.tokens[last-1].Folded; nisbas == 0 && (last == i+1 && p.fathers[stem+" "+f] || p.fathers[before+" "+f]) { // as elsewhere in the report
			strong++
			total++
			last++
			continue
		}
		if nisbas == 0 && total > 1 && f == "داخل" && (p.token(last+1).Kind != text.Word || g.nisba(p.token(last+1).Folded)) { // a preposition ends no clause
			total++
			last++
			continue
		}
		if nisbas == 0 && hajji(f) && last+1 < s.End && g.arabicName(p.tokens[last+1], p.tokens[last+1].Folded) && p.token(last-1).Kind == text.Word { // «نسرين حجي بركات»
			total += 2
			strong++
			last += 2
			continue
		}
		if nisbas == 0 && strong > 0 && familyTitle(f) && !g.nameFollows(p, last+1) && !g.common[p.token(last+1).Folded] { // «بسام الخطيب»
			nisbas++
			total++
			last++
			continue
		}
		if nisbas == 0 && f == "متي" && strings.HasSuffix(x.Text, "ي") && last+1 < s.End && g.nameFollows(p, last+1) { // Matti, not متى
			total++
			last++
			continue
		}
		if nisbas == 0 && (strong > 0 || g.is("family_ar", f) && (titled || g.nameBefore(p, i) || g.actBefore(p, i))) && g.familyWord(p, last, total, g.noVerbBefore(p, i, titled)) {
			strong++
			nisbas++
			total++
			last++
			continue
		}
		if titled && nisbas == 0 && strings.HasPrefix(f, "ال") && !g.described(p, last) && len(f) >= 10 && !g.is("stop_ar", f) && !g.is("title_ar", f) && !g.is("nationality_ar", f) && p.token(last-1).Kind == text.Word && !p.rules.begins(f) {
			nisbas++
			total++
			last++
			continue
		}
		if nisbas == 0 && (g.chain[f] || total < 3 && (g.listed(p, last) || g.listedLast(p, last))) && !g.is("stop_ar", f) && !g.is("title_ar", f) && !g.is("org_head_ar", f) && !g.nisba(f) && !isFather(f) {
			total++
			last++
			continue
		}
		if g.nisba(f) && nisbas < 2 {
			if g.is("nationality_ar", f) && strong == 0 {
				break
			}
			nisbas++
			strong++
			total++
			last++
			continue
		}
		if (f == "البو" || f == "ال") && nisbas == 0 && last+1 < s.End && p.tokens[last+1].IsArabic() && total > 0 && !g.is("stop_ar", p.tokens[last+1].Folded) {
			if f == "البو" {
				break
			}
			nisbas++
			total++
			last += 2
			continue
		}
		// one unknown word inside a chain: محمد سطوحي الدليمي
		if nisbas == 0 && total > 0 && len(f) >= 6 && !strings.HasPrefix(f, "ال") && !g.is("stop_ar", f) && !g.is("title_ar", f) && last+1 < s.End &&
			!(strings.HasPrefix(f, "و") && g.arabicName(x, f[2:])) && !(strings.HasPrefix(f, "و") && g.is("stop_ar", f[2:])) && g.nisba(p.tokens[last+1].Folded) {
			total++
			last++
			continue
		}
		if nisbas == 0 && total == 1 && (strong == 1 || g.nameBefore(p, i) || !cut && p.token(i-1).Kind != text.Word) && last+1 < s.End && g.hardlyVerb(p, last) && g.arabicName(p.tokens[last+1], p.tokens[last+1].Folded) {
			total++
			last++
			continue
		}
		break
	}
	if total <= 2 && nisbas == 0 && last < s.End && (strong > 0 || titled || g.nameBefore(p, i)) && g.fatherLike(p, last) {
		total++
		last++
	}
	switch {
	case titled && (total > 1 || strong > 0 || g.common[stem]):
	case titled && g.strongTitle(p.token(i-1).Folded):
	case titled:
		return 0, "", false
	case total >= 2 && strong >= 1:
		if cut && g.common[stem] && total == 2 && nisbas == 1 && len(stem) < 6 {
			return 0, "", false
		}
	case total == 2 && !cut && nisbas == 0 && g.listedStart(p, i, stem):
		if !g.nameBefore(p, i) && !g.actBefore(p, i) {
			return 0, "", false
		}
	case total >= 2 && cut && nisbas == 0 && strings.HasPrefix(t.Folded, "و") && g.nameWordBefore(p, i): // the next of a list
	case total >= 3 && !cut, total >= 2 && !cut && g.common[stem] && p.rowHead(s, i):
	case total >= 2 && !cut && g.common[stem]: // two common words side by side are rarely a name by chance
		second := p.token(i + 1).Folded
		if nisbas == 0 && !g.nameBefore(p, i) && !everyOf(p, i) && (g.common[second] || !g.given[second] && !g.chain[second]) {
			return 0, "", false
		}
	case total == 1 && strong == 1 && (!cut || len(stem) >= 8 || last > i+1): // a name of two words: «لضيف الله»
	case total == 1 && !cut && g.common[stem] && g.partyOf(p, i):
	case total == 1 && !cut && g.common[stem] && g.nameBefore(p, i) && !(strings.HasPrefix(p.token(last).Folded, "ال") && !g.nisba(p.token(last).Folded)):
	default:
		return 0, "", false
	}
	return last, "name", true
}

// repeatedFathers finds the words no list has that stand behind the same given name again and again in a report: «حمزة يابر شناوة … حمزة
// يابر». A verb or its object seldom does so, and at least once the name must go on with a known one, or end its clause.
func (g ruleTagger) repeatedFathers(p *page) map[string]bool {
	type seen struct {
		times int
		ends  bool
	}
	pairs := map[string]seen{}
	for i := 0; i+1 < len(p.tokens); i++ {
		t, x := p.tokens[i], p.tokens[i+1]
		if t.Kind != text.Word || !t.IsArabic() || x.Kind != text.Word {
			continue
		}
		stem := ""
		for n, r := range text.Proclitics(t.Folded) {
			if n > 0 && g.wholeWord(t.Folded) {
				break
			}
			if g.given[r.Stem] || g.common[r.Stem] {
				stem = r.Stem
				break
			}
		}
		if stem == "" || !g.unknownFather(p, i+1) || stem == "علي" && (g.is("stop_ar", x.Folded) || strings.HasSuffix(t.Text, "ى") || !p.writesMaqsura()) {
			continue
		}
		next := p.token(i + 2)
		key := stem + " " + x.Folded
		was := pairs[key]
		ends := g.arabicName(next, next.Folded) || next.Text == "،" || next.Text == "." || next.Text == "(" || g.is("calls", next.Folded)
		pairs[key] = seen{was.times + 1, was.ends || ends}
	}
	out := map[string]bool{}
	for key, v := range pairs {
		if first, _, _ := strings.Cut(key, " "); v.times > 1 && v.ends && (!g.common[first] || v.times > 2) {
			out[key] = true
		}
	}
	return out
}

// unknownFather reports whether the Arabic word at token i is known as nothing else, so that it may be a father's name.
func (g ruleTagger) unknownFather(p *page, i int) bool {
	t := p.tokens[i]
	f := t.Folded
	if t.Kind != text.Word || !t.IsArabic() || len(f) < 6 || len(f) > 14 || p.dated[i] || p.paid[i] || p.counts(i) || birthWord(f) || thing(f) || object(f) || household(f) || strings.HasPrefix(f, "ال") ||
		strings.HasPrefix(f, "لل") || g.behindProclitic(f) || g.arabicName(t, f) || g.is("stop_ar", f) || g.is("title_ar", f) || g.is("org_head_ar", f) || g.is("say_ar", f) || g.is("calls", f) || g.is("nationality_ar", f) ||
		g.is("trade_ar", f) || len(p.rules.first[f]) > 0 || p.rules.begins(f) || isPlaceName(p, i) {
		return false
	}
	for _, end := range []string{"ا", "ات", "ون", "ين", "هم", "ها", "ته", "نا", "ني"} {
		if strings.HasSuffix(f, end) {
			return false
		}
	}
	return !strings.ContainsRune(t.Text, 'ً')
}

// ofProvince reports a word that stands before the name of a province.
func ofProvince(f string) bool {
	switch f {
	case "جنايات", "محافظه", "استئناف", "شرطه", "قياده", "عمليات":
		return true
	}
	return false
}

// listed reports whether lists of names know the Arabic word at token i, whatever the rules' own lists say, and it is no word the
// reader knows otherwise.
func (g ruleTagger) listed(p *page, i int) bool {
	t := p.token(i)
	f := t.Folded
	if t.Kind != text.Word || !t.IsArabic() || len(f) < 6 || p.dated[i] || strings.HasPrefix(f, "ال") || g.is("stop_ar", f) || g.is("title_ar", f) || g.is("org_head_ar", f) || g.is("say_ar", f) || g.is("calls", f) || p.counts(i) || isPlaceName(p, i) || birthWord(f) {
		return false
	}
	if len(p.rules.first[f]) > 0 || !names.Arabic().Name(f) {
		return false
	}
	if verbLike(f) {
		return false
	}
	for _, end := range []string{"ا", "ه", "ات", "ون", "ين", "ت", "هم", "ها", "نا"} {
		if strings.HasSuffix(f, end) {
			return false
		}
	}
	return len(f) < 8 || !strings.HasSuffix(f, "ني") // «شافني»
}

// listedLast reports whether a word that might be a verb ends a name all the same: the lists of names know it, and the sentence goes on
// with a word that cannot be its object.
func (g ruleTagger) listedLast(p *page, i int) bool {
	t := p.token(i)
	f := t.Folded
	if t.Kind != text.Word || !t.IsArabic() || len(f) < 6 || p.dated[i] || strings.HasPrefix(f, "ال") || g.behindProclitic(f) ||
		g.is("stop_ar", f) || g.is("title_ar", f) || g.is("org_head_ar", f) || g.is("say_ar", f) || g.is("calls", f) || p.counts(i) || isPlaceName(p, i) || birthWord(f) || len(p.rules.first[f]) > 0 || !names.Arabic().Name(f) {
		return false
	}
	next := p.token(i + 1)
	if next.Kind == text.Word && next.IsArabic() && (g.given[next.Folded] || g.chain[next.Folded] && !g.is("stop_ar", next.Folded) && len(p.rules.first[next.Folded]) == 0) {
		return true
	}
	return next.Kind != text.Word || g.is("calls", next.Folded) || next.Folded == "لم" || next.Folded == "هو" || next.Folded == "الذي" || next.Folded == "ابو" || g.nisba(next.Folded) || strings.HasPrefix(next.Folded, "و") && p.tokens[i+1].IsArabic()
}

// behindProclitic reports whether an Arabic word may be a proclitic and a name or known word behind it.
func (g ruleTagger) behindProclitic(f string) bool {
	for _, pre := range []string{"و", "ب", "ل", "ف", "ك"} {
		if rest, is := strings.CutPrefix(f, pre); is && (pre == "و" || g.given[rest] || g.common[rest] || g.chain[rest] || g.is("stop_ar", rest) || g.is("title_ar", rest) || names.Arabic().Name(rest)) {
			return true
		}
	}
	return false
}

// listedBefore reports whether the Arabic word at token i may begin a name that only the lists of names know: one more follows it.
func (g ruleTagger) listedBefore(p *page, i int, stem string) bool {
	if p.token(i).Folded != stem || g.given[stem] || g.common[stem] || !g.listed(p, i) {
		return false
	}
	next := p.token(i + 1)
	if g.given[next.Folded] && !g.nameBefore(p, i) && !everyOf(p, i) && !g.titledArabic(p, i) { // that may be the name
		return false
	}
	return next.Kind == text.Word && (g.given[next.Folded] || g.chain[next.Folded] || g.listed(p, i+1)) && !g.is("stop_ar", next.Folded)
}

// listedStart reports whether a name begins with a word only the lists of names know.
func (g ruleTagger) listedStart(p *page, i int, stem string) bool {
	return p.token(i).Folded == stem && !g.given[stem] && !g.common[stem]
}

// actBefore reports whether the words before token i say that a person comes: whom an act was done to or by, or whom a preposition
// leads to.
func (g ruleTagger) actBefore(p *page, i int) bool {
	switch p.token(i - 1).Folded {
	case "علي", "الي", "من", "يد", "قبل", "سراح", "سبيل", "سبيله", "عن", "مع", "اعتقال", "مقتل", "اختطاف", "وان", "هو", "يدعي", "اسمه", ":", "،", "كل", "ضد", "بحق":
		return true
	}
	for back := 1; back <= 3; back++ {
		t, n := p.rules.match(p, i-back, "")
		if n == back && (t.class == "event" || t.class == "arrest" || t.class == "release" || t.class == "charge" || t.class == "sentence" || t.class == "verdict" || t.class == "pay" || t.class == "role") {
			return true
		}
	}
	return false
}

// roleWords reports whether a given name begins the words of a role instead: «أمين المال».
func (g ruleTagger) roleWords(p *page, i int) bool {
	t, n := p.rules.match(p, i, "role")
	if f := p.token(i).Folded; f == "امير" && isPlaceName(p, i+1) || f == "امين" && n > 1 {
		return true
	}
	return n > 1 && t.skip == 0 && g.common[p.token(i).Folded]
}

// orgHead reports whether the word at i, proclitic off, begins the name of an organization: مكتب, شركة.
func (g ruleTagger) orgHead(p *page, i int) bool {
	for _, r := range text.Proclitics(p.token(i).Folded) {
		if g.is("org_head_ar", r.Stem) || r.Stem == "محل" {
			return true
		}
	}
	return false
}

// fatherLike reports whether an unknown word right after a given name is likely its father's: it looks like no verb, plural,
// object or known word, and the sentence goes on with a word that cannot belong to it.
func (g ruleTagger) fatherLike(p *page, i int) bool {
	t := p.tokens[i]
	f := t.Folded
	if t.Kind != text.Word || !t.IsArabic() || p.dated[i] || len(f) < 6 || len(f) > 14 || birthWord(f) || p.counts(i) || strings.HasPrefix(f, "ال") || strings.HasPrefix(f, "ا") {
		return false
	}
	next := p.token(i + 1)
	if verbLike(f) && !g.is("calls", next.Folded) && !((next.Text == "(" || next.Text == "/" || next.Kind == text.Number) && p.inRow(i)) { // a proclitic or a verb; hardly where the name must end
		return false
	}
	for _, end := range []string{"ا", "ه", "ات", "ون", "ين", "ان", "ت", "هم", "ها"} {
		if strings.HasSuffix(f, end) {
			return false
		}
	}
	if len(f) >= 8 && (strings.HasSuffix(f, "كم") || strings.HasSuffix(f, "نا")) { // a verb and its object: «دلّكم»
		return false
	}
	if g.is("stop_ar", f) || g.is("title_ar", f) || g.is("org_head_ar", f) || g.is("say_ar", f) || len(p.rules.first[f]) > 0 || isPlaceName(p, i) {
		return false
	}
	return next.Kind != text.Word || g.is("stop_ar", next.Folded) || g.is("title_ar", next.Folded) || g.is("calls", next.Folded) || len(p.rules.first[next.Folded]) > 0 || g.nisba(next.Folded)
}

// household reports whether a folded word is one for somebody's family.
func household(f string) bool {
	switch f {
	case "عائله", "عايله", "اسره", "اهل", "اولاد", "ابناء", "زوجه", "اطفال":
		return true
	}
	return false
}

// hardlyVerb reports whether the unknown word between two given names can only be a name between them, and no verb with the second
// as its object: it has four letters or more and neither the form of a verb nor an ending.
func (g ruleTagger) hardlyVerb(p *page, i int) bool {
	t := p.tokens[i]
	f := []rune(t.Folded)
	if t.Kind != text.Word || !t.IsArabic() || p.dated[i] || len(f) < 4 || len(f) > 7 || f[1] == 'ا' || p.counts(i) || birthWord(t.Folded) {
		return false
	}
	switch f[0] {
	case 'ا', 'ت', 'ي', 'ن', 'و', 'ف', 'ب', 'ل':
		return false
	case 'س': // the mark of the future
		if f[1] == 'ي' || f[1] == 'ت' || f[1] == 'ن' {
			return false
		}
	}
	for _, end := range []string{"ا", "ه", "ات", "ون", "ين", "ت", "هم", "ها", "ني"} {
		if strings.HasSuffix(t.Folded, end) {
			return false
		}
	}
	return p.onlyName(i) && !g.is("stop_ar", t.Folded) && !isPlaceName(p, i)
}

// inRow reports whether token i stands in a line that begins with a number or a mark of a list, a few words on.
func (p *page) inRow(i int) bool {
	k := i
	for k > i-6 && p.token(k-1).Kind != text.Break {
		k--
	}
	return p.token(k-1).Kind == text.Break && p.token(k).Kind != text.Word
}

// familyWord reports whether the word at token i, right behind a given name, is a family's name by the list: «يامن الجبر». One that is
// also a word must end what is said there, unless father and grandfather stand before it.
func (g ruleTagger) familyWord(p *page, i, total int, noVerb bool) bool {
	t := p.tokens[i]
	f := t.Folded
	if !strings.HasPrefix(f, "ال") || len(f) < 10 || p.dated[i] || g.described(p, i) {
		return false
	}
	next := p.token(i + 1)
	ends := next.Kind != text.Word || g.is("stop_ar", next.Folded)
	if g.is("family_ar", f) {
		return !g.is("title_ar", f) || total > 1 || ends
	}
	// One that lists of names have; or one nobody knows, where no verb stands before that might have it as its object: «سلّم أحمد الدفتر».
	stem := f[len("ال"):]
	if g.is("stop_ar", f) || g.is("title_ar", f) || g.is("nationality_ar", f) || g.is("org_head_ar", stem) || g.is("stop_ar", stem) || g.is("trade_ar", stem) || g.is("org_name_ar", f) || thing(f) || thing(stem) || object(stem) || pastWord(f) || p.rules.begins(f) || isPlaceName(p, i) {
		return false
	}
	for _, class := range [...]string{"trade", "role"} {
		if _, n := p.rules.match(p, i, class); n > 0 {
			return false
		}
	}
	if pluralEnd(f) {
		return false
	}
	if names.Arabic().Name(f) {
		return noVerb && (ends || total > 1) || total > 1 && ends
	}
	return noVerb && ends && len(p.rules.first[f]) == 0 && len(p.rules.first[stem]) == 0
}

func dash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "ـ" }

// noVerbBefore reports whether the word before a name is none that the name can be the subject of, so that a word behind the name is not
// its object: a preposition, a title, a word with an article, a mark.
func (g ruleTagger) noVerbBefore(p *page, i int, titled bool) bool {
	if titled || p.token(i-1).Kind != text.Word || strings.HasPrefix(p.token(i-1).Folded, "ال") {
		return true
	}
	switch p.token(i - 1).Folded {
	case "علي", "الي", "من", "يد", "عن", "مع", "هو", "وهو", "فهو", "ان", "بان", "وان", "بين", "ضد", "قبل", "لدي", "ابن", "بن":
		return true
	}
	return false
}

// object reports a word, article off, for a thing that is often handed over, opened or found.
func object(f string) bool {
	switch f {
	case "مفتاح", "دفتر", "هاتف", "جوال", "موبايل", "سلاح", "رشاش", "مسدس", "مال", "مبلغ", "باب", "بيت", "دار", "طابق", "حاسوب", "ظرف", "كيس", "صندوق", "جواز", "دولار", "دينار", "ليل", "نهار", "صباح", "مساء", "طريق", "خبر", "امر", "اسم", "رقم", "وصل", "صك", "عقد", "ملف", "حزام", "لغم", "تهمه", "جمعه", "سبت", "حق", "دم", "موت", "سجن", "جيش", "عمل", "سوق", "جامع", "مسجد", "مقر", "ذهب", "سم", "ماء", "خبز", "وقود", "بنزين", "نار", "رصاص", "عبوه", "قنبله", "خط", "قسم", "بيعه", "امان", "صوت", "علم", "ثمن", "خمر", "بريد", "سر":
		return true
	}
	return false
}

// pluralEnd reports whether a word has the ending of a plural or of a feminine, as family names seldom have.
func pluralEnd(f string) bool {
	for _, end := range [...]string{"ات", "ون", "ين", "ه", "اء"} {
		if strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}

// described reports whether a further word with an article follows the one at token i, as an adjective or number agrees with its noun:
// «أخي دلشاد الطابق الرابع». Two family names may follow each other.
func (g ruleTagger) described(p *page, i int) bool {
	f := p.token(i + 1).Folded
	return strings.HasPrefix(f, "ال") && len(f) >= 10 && !g.nisba(f) && !g.is("family_ar", f) && !g.is("stop_ar", f)
}

// noName reports whether a given name is the word it also is: "the owner of an office", "told the kidnappers", "a machine gunner", "very
// calm", «روى الشيخ».
func (g ruleTagger) noName(p *page, i int, stem string, titled bool) bool {
	next := p.token(i + 1).Folded
	object := strings.HasPrefix(next, "ال") && len(next) >= 10 && !g.nisba(next) && !g.is("family_ar", next)
	before := p.token(i - 1).Folded
	switch before {
	case "انا", "اني", "احنا", "واني", "وانا":
		if strings.HasSuffix(stem, "ت") || stem == "صاحب" { // "I raised"
			return true
		}
	case "نهر", "خان", "تل", "حي", "جسر", "سوق", "شارع", "ساحه", "معمل", "ناحيه", "قضاء", "قريه", "مدينه", "بخان", "بحي", "بسوق", "مقبره", "مزار", "جامع", "مسجد", "مرقد", "مدرسه", "كليه", "جامعه":
		if !titled && !g.nameFollows(p, i+1) { // called after a man
			return true
		}
	case "ابو", "ابي", "ابا":
		if stem == "غريب" { // the town
			return true
		}
	}
	if p.token(i-1).Text == "(" && p.token(i+1).Text == ")" && dash(p.token(i+2).Text) { // the agency in the head of its news: «أربيل (كاروان) -»
		return true
	}
	switch next {
	case "للانباء", "الاخباريه", "الاخباري", "للاعلام", "نيوز", "الفضاييه", "الفضائيه":
		return true
	}
	switch stem {
	case "احد":
		return true
	case "سلمي": // "greet him for me"
		return strings.HasPrefix(next, "علي") || next == "لي"
	case "حسن": // a loan without interest, good conduct
		return before == "قرض" || before == "سلوك"
	case "مالك": // the owner of the mills
		return object && !titled && !g.listed(p, i+1)
	case "عياده": // the doctor's clinic
		return g.is("title_ar", next) || object
	case "تامر": // "conspired", no Tamir
		return strings.Contains(p.tokens[i].Text, "آ")
	case "فائق", "فايق":
		return strings.HasPrefix(next, "الاحترام") || strings.HasPrefix(next, "التقدير") || strings.HasPrefix(next, "الشكر")
	case "صاحب":
		return g.orgHead(p, i+1) || g.is("trade_ar", strings.TrimPrefix(next, "ال"))
	case "ارشد", "اشرف", "الهم":
		return object && !titled
	case "رامي":
		return strings.HasPrefix(next, "الرشاش") || strings.HasPrefix(next, "القناب") || strings.HasPrefix(next, "القاذف") || strings.HasPrefix(next, "البندقي")
	case "روي", "رؤي", "نهي":
		return strings.HasSuffix(p.tokens[i].Text, "ى") && !strings.ContainsAny(p.tokens[i].Text, "ؤ") && (g.is("title_ar", next) || object || strings.HasPrefix(next, "عن"))
	}
	if g.common[stem] {
		return next == "كلش" || next == "جدا" || next == "للغايه"
	}
	return false
}

// hajji reports the word that Yazidis and Kurds bear as a father's name; with an article it is a title.
func hajji(f string) bool {
	return f == "حجي" || f == "حاجي"
}

// familyTitle reports a title that right behind a given name, and before no other, is a family's name.
func familyTitle(f string) bool {
	switch f {
	case "الخطيب", "الامام", "الملا", "الاغا", "الوجيه", "الحاج", "الحجي":
		return true
	}
	return false
}

// servedName reports whether a word makes one name with «عبد» before it: عبد الرحمن, not «عبد الذي».
func servedName(f string) bool {
	switch f {
	case "الذي", "التي", "الذين", "اللذان", "اللذين", "اللي", "الي":
		return false
	}
	return strings.HasPrefix(f, "ال")
}

// compound reports whether two words are one name: نصر الله, صلاح الدين.
func compound(f, next string) bool {
	switch next {
	case "الله":
		switch f {
		case "عبد", "نصر", "فضل", "خير", "رزق", "جار", "عطا", "حسب", "سعد", "هبه", "نعمه", "لطف", "ضيف", "جاد", "عون", "حمد", "مال", "دخيل", "حبيب":
			return true
		}
	case "الدين":
		switch f {
		case "صلاح", "نور", "سيف", "علاء", "بهاء", "محيي", "محي", "عز", "شهاب", "نجم", "شمس", "فخر", "جمال", "كمال", "بدر", "تاج", "خير", "ضياء", "حسام", "عماد", "سعد", "جلال", "زين", "شرف", "صفي", "معز", "نصر", "برهان", "قمر", "عصام":
			return true
		}
	}
	return false
}

// nameFollows reports whether token i continues a name beyond doubt: a given name, بن, or a family name that is known.
func (g ruleTagger) nameFollows(p *page, i int) bool {
	f := p.token(i).Folded
	return f == "بن" || f == "عبد" || g.given[f] || g.chain[f] && !g.is("stop_ar", f) && !g.is("nationality_ar", f)
}

// nameBefore reports whether the word before says that a person comes: a verb of speech, «اسمه», «المدعو».
func (g ruleTagger) nameBefore(p *page, i int) bool {
	f := p.token(i - 1).Folded
	switch f {
	case "ان", "بان", "وان", "اما", "هو", "هما", "وهما", "كان", "وكان", "يا", "ويا", "وياه", "ويه":
		return true
	}
	return g.is("title_ar", f) || g.is("say_ar", f)
}

// partyOf reports whether the single word at token i is a party of an amount of money: «من كرار إلى منتظر ٥٠٠٠ دولار», «سلمت منتظر ٥٠٠٠ دولار».
func (g ruleTagger) partyOf(p *page, i int) bool {
	paid := func(i int) bool { return i < len(p.paid) && p.paid[i] }
	before, next := p.token(i-1).Folded, p.token(i+1).Folded
	switch before {
	case "من":
		return next == "الي" && (paid(i+3) || paid(i+4) || paid(i+5))
	case "الي":
		return paid(i+1) && (p.token(i-3).Folded == "من" || p.token(i-4).Folded == "من")
	}
	if !paid(i + 1) {
		return false
	}
	_, n := p.rules.match(p, i-1, "pay")
	return n > 0
}

func (g ruleTagger) titledArabic(p *page, i int) bool {
	f := p.token(i - 1).Folded
	if p.token(i-1).Text == ":" || p.token(i-1).Text == "«" || p.token(i-1).Text == "\"" {
		f = p.token(i - 2).Folded
	}
	if g.is("title_ar", f) {
		return true
	}
	for _, r := range text.Proclitics(f)[1:] {
		if g.is("title_ar", r.Stem) || g.is("title_ar", "ال"+r.Stem) {
			return true
		}
	}
	return false
}

// strongTitle reports whether a title introduces a name even if no word of it is known.
func (g ruleTagger) strongTitle(f string) bool {
	switch f {
	case "المدعو", "المدعوه", "والمدعو", "بالمدعو", "للمدعو", "اسمه", "يدعي", "ويدعي":
		return true
	}
	return false
}

func (g ruleTagger) arabicKunya(p *page, s text.Span, i int, stem string) (int, string, bool) {
	j := i + 1
	if j >= s.End || p.tokens[j].Kind != text.Word || !p.tokens[j].IsArabic() {
		return 0, "", false
	}
	f := p.tokens[j].Folded
	if inLaw(f) || g.is("kind_ar", f) || g.is("trade_ar", strings.TrimPrefix(f, "ال")) { // the father of the girl, of the dead man; the man of the shop
		return 0, "", false
	}
	if stem == "ام" && !g.given[f] {
		return 0, "", false
	}
	if g.is("stop_ar", f) && !g.given[f] && !g.common[f] || g.is("title_ar", f) || f == "علي" && strings.HasSuffix(p.tokens[j].Text, "ى") && stem != "ابو" {
		return 0, "", false
	}
	if stem == "ابي" && !g.given[f] && !g.common[f] && !g.chain[f] {
		switch p.token(i - 1).Folded { // أبي is also "my father"
		case "الي", "من", "مع", "عن", "علي", "لدي", "الاخ", "الشيخ", "المدعو", "الماليه", "الامير", "امير", "المكني":
		default:
			return 0, "", false
		}
	}
	last := j + 1
	if f == "عبد" && last < s.End && servedName(p.tokens[last].Folded) {
		last++
	}
	for last < s.End && last < i+5 && p.tokens[last].Kind == text.Word && g.nisba(p.tokens[last].Folded) && !g.is("nationality_ar", p.tokens[last].Folded) {
		last++
	}
	if last < s.End && p.tokens[last].Kind == text.Word && last == j+1 && g.is("nationality_ar", p.tokens[last].Folded) && strings.HasSuffix(p.tokens[last].Folded, "ي") && p.token(last+1).Folded != "الجنسيه" {
		last++
	}
	return last, "kunya", true
}

// inLaw reports a word for a relative of the speaker's by marriage: «أبو مرتي» is his father-in-law.
func inLaw(f string) bool {
	switch f {
	case "مرتي", "زوجتي", "زوجي", "خطيبتي", "خطيبي", "مرته", "زوجته", "زوجها", "رجلي", "عيالي", "اولادي", "ولادي", "جهالي", "بناتي", "عيالها", "نسيبي", "صاحبي", "جاري":
		return true
	}
	return false
}

// arabicPlace decides whether a name of the gazetteer is meant at an Arabic word.
func (g ruleTagger) arabicPlace(p *page, s text.Span, i int, m places.Match) bool {
	best := m.Places()[0]
	f := p.tokens[i].Folded
	if m.Tokens > 1 {
		name := m.Tokens == 2 && compound(f, p.token(i+1).Folded) && g.nameFollows(p, i+2) // صلاح الدين خضير
		return !name || g.placeContext(p, i, i+m.Tokens) && !g.nameFollows(p, i+2)
	}
	context := g.placeContext(p, i, i+m.Tokens)
	if len(f) < 6 && !context {
		return false
	}
	if arabicAmbiguousPlace[m.Key] && !context {
		return false
	}
	if (g.is("stop_ar", f) || g.is("title_ar", f) || g.is("org_head_ar", f)) && !context {
		return false
	}
	if g.given[f] || g.common[f] {
		switch p.token(i - 1).Folded {
		case "قضاء", "ناحيه", "مدينه", "محافظه", "قريه", "منطقه", "حي", "بقضاء", "بمدينه", "بناحيه", "بحي", "بمنطقه":
		default:
			return false
		}
	}
	switch { // a small place needs a word that says a place is meant
	case context, best.Country == "IQ", best.Kind == places.Country:
	case best.Country == "SY":
		if best.Population < 20_000 {
			return false
		}
	case m.Split || best.Population < 300_000:
		return false
	}
	// after a given name it is a nisba or a father's name
	if prev := p.token(i - 1); g.arabicName(prev, prev.Folded) && !context {
		return false
	}
	return true
}

// arabicAmbiguousPlace lists keys that are also common Arabic words.
var arabicAmbiguousPlace = map[string]bool{"عنه": true, "قائم": true, "قايم": true, "وليد": true, "فرات": true, "رشاد": true, "بلد": true, "حي": true, "دور": true, "علم": true,
	"قاسم": true, "رياض": true, "حضر": true, "مدينه": true, "حريه": true, "شيخان": true, "عباسي": true, "زبير": true, "رفاعي": true, "عبيدي": true, "بغدادي": true, "زاب": true,
	"ربيعه": true, "صينيه": true, "راوه": true, "سلمان": true, "حمزه": true, "خالص": true, "كار": true, "بنك": true, "باب": true, "رمانه": true, "كرمه": true, "امارات": false,
	"وان": true, "عماره": true, "شوش": true, "قدس": true, "خضر": true, "بريده": true, "سعيد": true, "منصور": true, "جديده": true, "غربيه": true}

// arabicTribe reads البو نمر, البونمر, عشيرة الجغايفة.
func (g ruleTagger) arabicTribe(p *page, s text.Span, i int) (mention, bool) {
	f := p.tokens[i].Folded
	skip := 0
	for _, r := range text.Proclitics(f) {
		if r.Stem == "البو" || strings.HasPrefix(r.Stem, "البو") && len(r.Stem) >= 14 {
			f, skip = r.Stem, r.Skip
			break
		}
	}
	var last int
	switch {
	case f == "البو" && i+1 < s.End && p.tokens[i+1].Kind == text.Word:
		last = i + 2
	case strings.HasPrefix(f, "البو") && len(f) >= 14 && !g.nisba(f):
		if list := places.Find(p.tokens[i].Text); len(list) > 0 {
			return mention{}, false
		}
		last = i + 1
	case (f == "عشيره" || f == "قبيله" || f == "عشاير") && i+1 < s.End && p.tokens[i+1].Kind == text.Word && !g.is("stop_ar", p.tokens[i+1].Folded):
		last = i + 2
		if p.tokens[i+1].Folded == "البو" && i+2 < s.End {
			last++
		}
	default:
		return mention{}, false
	}
	m := mention{kind: tribe, first: i, last: last, span: p.spanOf(i, last)}
	m.span.Start += text.SkipIn(p.tokens[i].Text, skip)
	return m, true
}
