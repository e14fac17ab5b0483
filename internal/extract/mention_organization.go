package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// longestOrganization bounds the tokens of an organization's name.
const longestOrganization = 9

func (g ruleTagger) organizationMention(p *page, first, last int, head string) mention {
	schema := sanad.SchemaOrganization
	switch {
	case g.is("org_network_en", head) || g.is("org_network_ar", head):
		schema = sanad.SchemaNetwork
	case g.is("org_unit_en", head) || g.is("org_unit_ar", head):
		schema = sanad.SchemaUnit
	}
	for i := first; i < last; i++ { // an intelligence cell, a counter-terrorism unit is the state's
		switch f := p.tokens[i].Folded; {
		case f == "intelligence", f == "security", f == "police", f == "counter-terrorism", f == "investigation", strings.Contains(f, "استخبار"), f == "الصقور" && last-first == 2, f == "مكافحه", strings.HasPrefix(f, "الامن"):
			if schema == sanad.SchemaNetwork {
				schema = sanad.SchemaOrganization
			}
		}
	}
	return mention{kind: organization, prop: "name", schema: schema, first: first, last: last, span: p.spanOf(first, last), words: nameWords(p.tokens[first:last])}
}

// englishOrganization reads a known name (ISIS, Islamic State) or a run of capitals with a head word in it: Karbala
// Criminal Court, Ministry of Interior, al-Noor Exchange Company, Black Banner network.
func (g ruleTagger) englishOrganization(p *page, s text.Span, i int) (mention, bool) {
	t := p.tokens[i]
	f := t.Folded
	if g.is("org_name_en", f) && (t.Capitalized() || articled(t) != "") && len(f) > 2 {
		if f == "un" && t.Text != "UN" || f == "cia" && t.Text != "CIA" || f == "is" {
			return mention{}, false
		}
		last := i + 1
		for last < s.End && last < i+6 && (nameLike(p.tokens[last]) && g.is("org_head_en", p.tokens[last].Folded)) {
			last++
		}
		return g.organizationMention(p, i, last, knownHead(f)), true
	}
	if f == "islamic" && t.Capitalized() && p.token(i+1).Folded == "state" {
		last := i + 2
		if p.token(last).Folded == "of" && (p.token(last+1).Folded == "iraq") {
			last += 2
			if p.token(last).Folded == "and" && nameLike(p.token(last+1)) {
				last += 2
			}
		}
		return g.organizationMention(p, i, last, "network"), true
	}
	if !nameLike(t) && !(t.Folded == "al" && nameLike(p.token(i+1))) {
		return mention{}, false
	}
	if last := i + 1; groupWord(f) && (articled(p.token(last)) != "" || p.token(last).Folded == "al" && nameLike(p.token(last+1))) {
		for last < s.End && last < i+5 && (articled(p.tokens[last]) != "" || p.tokens[last].Folded == "al" || p.tokens[last-1].Folded == "al") {
			last++
		}
		return g.organizationMention(p, i, last, "network"), true
	}
	if g.is("title_en", f) && !g.is("org_head_en", f) && f != "general" {
		return mention{}, false
	}
	// The run: capitals joined by of, for, and, &, the.
	last, head, headAt := i, "", -1
	capitals := 0
	for j := i; j < s.End && j < i+longestOrganization; j++ {
		x := p.tokens[j]
		xf := x.Folded
		switch {
		case nameLike(x) && !p.dated[j]:
			ordinary := g.is("stop_en", xf) && !orgAdjective(xf) && !(j > s.Start && x.Capitalized() && len(xf) > 4 && !functionWord(xf) && orgContinues(p, g, j+1, s.End))
			if ordinary && j == i {
				return mention{}, false
			}
			if ordinary && !(g.is("org_head_en", xf)) {
				j = s.End
				break
			}
			capitals++
			if g.is("org_head_en", xf) {
				head, headAt = xf, j
			}
			last = j + 1
		case (xf == "al" || xf == "el") && nameLike(p.token(j+1)):
		case j > i && xf == "of" && headAt < 0 && leadsToHead(p, j) && !peopleNoun(p.tokens[j-1].Folded) && !g.personOf(p, i, j): // Lions of the Desert battalion
		case j > i && (xf == "of" || xf == "for") && headAt >= 0 && nextCapital(p, j+1, s.End):
		case j > i && (xf == "and" || x.Text == "&") && nextCapital(p, j+1, s.End) && headAt >= 0 && !complete(head) && orgContinues(p, g, j+1, s.End):
		case j > i && (xf == "and" || x.Text == "&") && headAt < 0 && orgContinues(p, g, j+1, s.End) && !g.given[p.tokens[i].Folded]:
		case j > i && (xf == "the") && (p.tokens[j-1].Folded == "of" || p.tokens[j-1].Folded == "for") && nextCapital(p, j+1, s.End):
		case j > i && (headAt < 0 || headAt == j-1 && !networkWord(head)) && x.Kind == text.Word && networkWord(xf) && last == j:
			head, headAt, last = xf, j, j+1
			j = s.End
		default:
			j = s.End
		}
	}
	if headAt < 0 || last <= i {
		return mention{}, false
	}
	if f := p.token(last).Folded; last-i > 1 && last < s.End && g.is("org_network_en", f) && networkWord(f) { // "the Sons of the River gang"
		head = f
	}
	if last-i == 1 { // a head alone names nothing
		return mention{}, false
	}
	if capitals == 0 || onlyAdjectives(g, p.tokens[i:last]) && capitals < 2 {
		return mention{}, false
	}
	// A person's name that stops at a head: "Khalid Jasim Company" is a company; "Army Khalid" is not a name.
	if headAt == i && last-i >= 2 && p.token(i+1).Folded != "of" && p.token(i+1).Folded != "for" && !g.is("org_head_en", p.token(last-1).Folded) {
		return mention{}, false
	}
	return g.organizationMention(p, i, last, head), true
}

// functionWord reports a word that is capitalised by its place only: it begins no name.
func functionWord(f string) bool {
	switch f {
	case "after", "before", "their", "these", "those", "there", "where", "while", "which", "under", "during", "since", "according", "until", "about", "other", "another", "every", "later", "earlier", "however", "meanwhile":
		return true
	}
	return false
}

// peopleNoun reports a word for people of an organization: it is no part of the name.
func peopleNoun(f string) bool {
	switch f {
	case "officers", "officer", "judges", "judge", "members", "member", "agents", "fighters", "men", "soldiers", "officials", "official", "sources", "spokesman", "leader", "leaders", "head", "commander", "investigators", "elements", "units", "patrols", "staff":
		return true
	}
	return false
}

// complete reports a head that ends a name: what follows "and" is another organization.
func complete(head string) bool {
	switch head {
	case "police", "army", "court", "company", "service", "agency", "bank", "ministry", "exchange", "network", "battalion", "brigade", "forces":
		return true
	}
	return false
}

// knownHead returns the head word that tells what an organization known by name alone is.
func knownHead(f string) string {
	switch strings.TrimPrefix(f, "al-") {
	case "peshmerga", "asayish", "unitad", "unami", "un", "nato", "fbi", "cia", "interpol", "hrw", "unhcr", "icrc", "cts", "ccci", "pmf", "pmu", "hashd", "sdf", "falcons", "inis", "nss", "fiia",
		"البيشمركه", "الاسايش", "الحشد", "الجيش", "الشرطه", "الصقور", "خليه":
		return "agency"
	}
	return "network"
}

// exchangeFollows reports whether the words after a shop say that it exchanges or sends money.
func exchangeFollows(p *page, i int) bool {
	for k := i; k < i+4; k++ {
		switch p.token(k).Folded {
		case "للصيرفه", "للصرافه", "للحوالات", "للتحويل", "لتحويل":
			return true
		}
	}
	return false
}

// networkWord lists the heads that may stand in lower case after a name.
func networkWord(f string) bool {
	switch f {
	case "network", "cell", "gang", "brigade", "battalion", "company", "exchange", "militia", "court", "directorate", "agency", "bureau", "group", "division", "regiment":
		return true
	}
	return false
}

// leadsToHead reports whether "of" at token j leads to a name and then a head in lower case.
func leadsToHead(p *page, j int) bool {
	k := j + 1
	if p.token(k).Folded == "the" {
		k++
	}
	for n := 0; n < 2 && nameLike(p.token(k)); n++ {
		k++
	}
	return k > j+1 && nameLike(p.token(k-1)) && networkWord(p.token(k).Folded)
}

// personOf reports whether the capitals from i to the "of" at j are a person's name, and what follows is where he sits: "Judge Mulhim Rashad
// Anwar of the Eleventh Criminal Court".
func (g ruleTagger) personOf(p *page, i, j int) bool {
	known := 0
	for k := i; k < j; k++ {
		f := p.tokens[k].Folded
		if articled(p.tokens[k]) == "" && !connector(f) && !g.given[f] && !g.chain[f] {
			continue
		}
		if !connector(f) {
			known++
		}
	}
	if j-i == 1 && known == 1 {
		return g.titledEnglish(p, i)
	}
	return known > 0 && (g.titledEnglish(p, i) || known >= 2 && (g.given[p.tokens[i].Folded] || g.chain[p.tokens[i].Folded]))
}

func orgAdjective(f string) bool {
	switch f {
	case "iraqi", "syrian", "islamic", "kurdish", "state", "security", "police", "army", "central", "court", "federal", "national", "western", "eastern", "northern", "southern", "american", "district", "desert", "river", "border", "caliphate", "night", "school", "hospital", "prison", "university", "camp", "law", "forces":
		return true
	}
	return false
}

func nextCapital(p *page, j, end int) bool {
	for j < end && (p.tokens[j].Folded == "the" || p.tokens[j].Folded == "al") {
		j++
	}
	return j < end && nameLike(p.tokens[j]) && !p.dated[j]
}

// orgContinues reports whether a head stands within the next capitals: Intelligence and Counter-Terrorism Directorate.
func orgContinues(p *page, g ruleTagger, j, end int) bool {
	for k := j; k < end && k < j+4; k++ {
		if !nameLike(p.tokens[k]) {
			return false
		}
		if g.is("org_head_en", p.tokens[k].Folded) {
			return true
		}
	}
	return false
}

func onlyAdjectives(g ruleTagger, tokens []text.Token) bool {
	for _, t := range tokens {
		if !orgAdjective(t.Folded) && !g.is("org_head_en", t.Folded) {
			return false
		}
	}
	return true
}

// arabicOrganization reads a known name (داعش, القاعدة) or a head word with what follows it: شبكة النسر, وزارة الداخلية,
// محكمة جنايات كربلاء, شركة النور للصرافة.
func (g ruleTagger) arabicOrganization(p *page, s text.Span, i int) (mention, bool) {
	t := p.tokens[i]
	for n, r := range text.Proclitics(t.Folded) {
		if n > 0 && g.wholeWord(t.Folded) && !g.is("org_head_ar", r.Stem) {
			break
		}
		stem := r.Stem
		if g.is("org_name_ar", stem) || stem == "داعش" {
			m := g.organizationMention(p, i, i+1, knownHead(stem))
			m.span.Start += text.SkipIn(t.Text, r.Skip)
			return m, true
		}
		for _, ph := range g.phrases[stem] {
			if p.hasWords(i+1, ph[1:]) {
				last := i + len(ph)
				if strings.HasPrefix(p.token(last).Folded, "الاستخبار") {
					last++
				}
				m := g.organizationMention(p, i, last, knownHead(stem))
				m.span.Start += text.SkipIn(t.Text, r.Skip)
				return m, true
			}
		}
		if g.banner(p, s, i, stem) {
			m := g.organizationMention(p, i, i+2, "شبكه")
			m.words[0] = stem
			m.span.Start += text.SkipIn(t.Text, r.Skip)
			return m, true
		}
		if stem == "قياده" && !commands(p.token(i+1).Folded) { // «بقيادة مجزرة», «قيادة الدراجة»
			continue
		}
		if !g.is("org_head_ar", stem) && !(stem == "محل" && exchangeFollows(p, i+1)) || strings.HasPrefix(t.Folded, "لل") && n > 0 {
			continue
		}
		last := g.arabicNameOfOrganization(p, s, i+1)
		if last == i+1 {
			continue
		}
		m := g.organizationMention(p, i, last, stem)
		m.words[0] = stem
		m.span.Start += text.SkipIn(t.Text, r.Skip)
		return m, true
	}
	return mention{}, false
}

// banner reports whether an armed group is called after a banner, lions, swords, at token i: «راية الرمال», «فرسان البادية». A banner that
// is raised is none.
func (g ruleTagger) banner(p *page, s text.Span, i int, stem string) bool {
	switch stem {
	case "رايه", "رايات", "ليوث", "فرسان", "سيوف", "ذياب", "ذئاب", "نسور", "اسود", "طلايع", "طلائع", "احفاد", "اشبال", "جند", "انصار", "حراس":
	default:
		return false
	}
	next := p.token(i + 1)
	if i+1 >= s.End || !strings.HasPrefix(next.Folded, "ال") || len(next.Folded) < 10 || g.is("title_ar", next.Folded) || g.is("org_name_ar", next.Folded) || g.nisba(next.Folded) && stem != "ليوث" || pastWord(next.Folded) {
		return false
	}
	switch f := p.token(i - 1).Folded; {
	case strings.HasPrefix(f, "رفع"), strings.HasPrefix(f, "يرفع"), f == "تحت", f == "علم":
		return false
	}
	return true
}

// arabicNameOfOrganization returns where the name after a head word ends: quoted words, or words with ال, or one bare
// word, joined by و and ل.
func (g ruleTagger) arabicNameOfOrganization(p *page, s text.Span, j int) int {
	start := j
	if q := p.token(j).Text; q == "«" || q == "\"" || q == "“" {
		for k := j + 1; k < s.End && k < j+8; k++ {
			if x := p.tokens[k].Text; x == "»" || x == "\"" || x == "”" {
				return k
			}
		}
	}
	for j < s.End && j < start+longestOrganization {
		x := p.tokens[j]
		f := x.Folded
		if x.Kind != text.Word || !x.IsArabic() || p.dated[j] {
			break
		}
		switch {
		case j == start && f == "داعش":
			return j + 1
		case strings.HasPrefix(f, "ال") && len(f) >= 8:
			if g.is("title_ar", f) && j > start {
				return j
			}
			if pastWord(f) || p.rules.begins(f) {
				return j
			}
		case strings.HasPrefix(f, "وال") && len(f) >= 10 && j > start && !g.is("title_ar", f[2:]):
		case strings.HasPrefix(f, "لل") && len(f) >= 8 && j > start:
		case j == start && tellsOf(f): // "a cell belonging to …", "an armed group": no name
			return j
		case f == "ابو" && j+1 < s.End && j == start: // a cell named for its head: the head is a person
			return start
		case j == start && strings.HasPrefix(f, "ل") && len(f) >= 8 && !g.given[f]: // شبكة لتمويل …: a purpose, no name
			return j
		case j == start && len(f) >= 4 && !g.is("stop_ar", f) && (!g.given[f] || g.common[f] && !g.given[p.token(j+1).Folded] && !g.nisba(p.token(j+1).Folded)) && !g.is("title_ar", f):
		case j == start && g.given[f] && media(p.token(j-1).Folded) && p.token(j+1).Kind != text.Word:
			return j + 1
		case j == start && g.is("org_head_ar", f):
		case j == start && g.given[f] && g.is("org_unit_ar", p.token(j-1).Folded) && isPlaceName(p, j+1): // "the Thunder of Hamrin battalion"
		case j == start && isPlaceName(p, j), j > start && isPlaceName(p, j) && !g.is("stop_ar", f):
			m, _ := places.MatchAt(p.tokens, j)
			if j += m.Tokens - 1; !strings.HasPrefix(p.token(j+1).Folded, "لل") {
				return j + 1
			}
		case j == start+1 && !strings.HasPrefix(p.tokens[start].Folded, "ال") && len(f) >= 6 && !g.is("stop_ar", f) && !g.is("title_ar", f) && !p.rules.begins(f) && !verbLike(f) && !g.given[f]:
		case j == start+1 && g.is("org_head_ar", p.tokens[start].Folded) && !g.is("stop_ar", f) && !g.given[f]:
		default:
			return j
		}
		j++
	}
	return j
}

// verbLike reports whether an Arabic word may be a verb of the present, or carries a proclitic.
func verbLike(f string) bool {
	for _, p := range []string{"ي", "ت", "ب", "و", "ل", "ف", "ك", "ن"} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return false
}

// tellsOf reports a word that says what a cell, group or network is like, or whose, and so begins no name.
func tellsOf(f string) bool {
	switch f {
	case "تابعه", "تابع", "تتبع", "يتبع", "مرتبطه", "مرتبط", "مرتبطين", "مسلحه", "مسلح", "ارهابيه", "ارهابي", "نايمه", "نائمه", "سريه", "مكونه", "مولفه", "مؤلفه", "متهمه", "مطلوبه", "اجراميه", "خطيره",
		"كبيره", "صغيره", "جديده", "اخري", "محليه", "دوليه", "واسعه", "كامله", "متخصصه", "متورطه", "مواليه", "منتميه", "تضم", "يقودها", "يتزعمها", "يتراسها", "تعمل", "تنشط", "نفذت", "خططت", "كانت", "قامت":
		return true
	}
	return false
}

// pastWord reports a word with ال that ends the name of an organization.
func pastWord(f string) bool {
	switch f {
	case "الماضي", "الماضيه", "الحالي", "التي", "الذي", "الذين", "اليوم", "الاثنين", "الثلاثاء", "الاحد", "السبت", "الاربعاء", "الخميس", "الجمعه":
		return true
	}
	return false
}

// hasWords reports whether the folded tokens from i are these words.
func (p *page) hasWords(i int, ws []string) bool {
	for k, w := range ws {
		if p.token(i+k).Folded != w {
			return false
		}
	}
	return true
}

// media reports a word for what publishes news, proclitic on or off.
func media(f string) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(f, "ل"), "و") {
	case "وكاله", "كاله", "قناه", "صحيفه", "جريده", "اذاعه", "راديو", "فضاييه", "فضائيه", "شبكه":
		return true
	}
	return false
}

// commands reports whether a folded word behind «قيادة» makes it a body: «قيادة عمليات الأنبار», «قيادة الشرطة».
func commands(f string) bool {
	switch strings.TrimPrefix(f, "ال") {
	case "عمليات", "شرطه", "قوات", "قوه", "فرقه", "لواء", "جيش", "حرس", "حشد", "فوج", "طيران", "حدود", "فيلق", "مشتركه", "عامه", "مركزيه", "قطريه", "امن":
		return true
	}
	return false
}
