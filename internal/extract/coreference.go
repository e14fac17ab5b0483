package extract

import (
	"sort"
	"strings"

	names "github.com/sanad-workbench/sanad/internal/extract/tagger"
	"github.com/sanad-workbench/sanad/internal/text"
)

// orgKey returns what the names of one organization have in common.
func orgKey(ws []string) string {
	k := strings.Join(ws, " ")
	switch k {
	case "isis", "isil", "daesh", "islamic state", "داعش", "دوله اسلاميه", "تنظيم دوله اسلاميه", "تنظيم داعش", "islamic state of iraq", "islamic state of iraq and syria":
		return "islamic state"
	}
	k = strings.TrimPrefix(k, "تنظيم ")
	if i := strings.Index(k, " لل"); i > 0 { // «مكتب الواحة للصرافة» is «مكتب الواحة»
		k = k[:i]
	}
	return k
}

// linkAliases marks the names introduced beside another: "Khalid Jasim, known as Abu Omar", «خالد جاسم المكنى أبو عمر»,
// "Khalid Jasim (Abu Omar)", "Abu Omar, whose real name is Khalid Jasim".
func (p *page) linkAliases() {
	prev := -1
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.kind != person {
			continue
		}
		if prev >= 0 {
			a := &p.mentions[prev]
			gap := p.tokens[a.last:m.first]
			switch same := p.sameSentence(a.last-1, m.first); {
			case len(gap) <= 9 && same && p.aliasGap(a, m, gap),
				!same && len(gap) <= 14 && p.revealed(a, m),
				p.fieldAlias(a, m),
				len(gap) <= 14 && a.prop == "name" && m.prop != "name" && p.rowAlias(prev, m),
				m.prop != "name" && a.prop == "name" && len(gap) <= 40 && (!same || (p.onlyOne(prev) || pointsBack(gap)) && len(gap) <= 8) && p.pronounAlias(a, m):
				m.appositive = prev
			}
		}
		prev = i
	}
}

// pointsBack reports whether a gap takes up the man just named by a pronoun of its own: «هذا اللي يسموه».
func pointsBack(gap []text.Token) bool {
	for i := 0; i+1 < len(gap); i++ {
		switch gap[i].Folded {
		case "هذا", "هذي", "وهذا":
			return gap[i+1].Folded == "اللي" || gap[i+1].Folded == "الذي"
		}
	}
	return false
}

// fieldAlias reports whether a form gives the name in one field and the other name in one of the next: "Name: …", "Kunya: …".
func (p *page) fieldAlias(a, m *mention) bool {
	gap := p.sentenceOf(m.first) - p.sentenceOf(a.first)
	return m.prop != "name" && a.prop == "name" && gap <= 3 && p.label(m.first) == "alias" && (p.label(a.first) == "name" || gap == 0 && p.label(a.first) == "alias")
}

// label returns what the field is whose line token i stands in, "" when it is none.
func (p *page) label(i int) string {
	first := i
	for first > 0 && p.tokens[first-1].Kind != text.Break && i-first < 12 {
		first--
	}
	for k := first; k < i && k < first+6; k++ {
		if p.tokens[k].Text == ":" {
			for first < k && p.tokens[first].Kind != text.Word {
				first++
			}
			return fieldLabels[text.Fold(p.textOf(first, k))]
		}
	}
	return ""
}

// onlyOne reports whether a name is the first of its sentence, so that "him" behind it can mean nobody else.
func (p *page) onlyOne(k int) bool {
	s := p.sentences[min(p.sentenceOf(p.mentions[k].first), len(p.sentences)-1)]
	return len(p.within(s.Start, p.mentions[k].first, person)) == 0
}

// pronounAlias reports whether a kunya or nickname is given to the person a, spoken of before: "We called him Abu Qaqaa",
// «وكنيته أبو القعقاع», «هذا اللي يسموه أبو ليث». "They called their commander Abu Layth" and «رجلا ينادونه أبو ليث» speak of
// somebody else: between the two stands nobody.
func (p *page) pronounAlias(a, m *mention) bool {
	at := -1 // where the words of calling begin
	for back := 1; back <= 3 && at < 0; back++ {
		k := m.first - back
		if p.lex.is("calls", p.token(k).Folded) && back == 1 {
			at = k
			break
		}
		if t, n := p.rules.match(p, k, "alias"); n > 0 && t.last >= m.first-1 {
			f, f1 := p.token(t.last-1).Folded, p.token(t.first-1).Folded
			if !(p.token(m.first-1).Folded == "him" || strings.HasSuffix(f, "ه") && p.tokens[t.first].IsArabic() || f1 == "his" || f1 == "is" || f1 == "was") {
				return false
			}
			at = k
		}
	}
	if at < 0 {
		return false
	}
	from := max(a.last, p.sentences[min(p.sentenceOf(at), len(p.sentences)-1)].Start)
	words := 0
	for i := from; i < at; i++ {
		if p.tokens[i].Kind == text.Word {
			words++
		}
		if p.somebody(i, i >= a.last+3 || from > a.last) {
			return false
		}
	}
	return words <= 3 || from == a.last
}

// somebody reports whether the word at token i brings up a person without a name: a man, somebody, or, when roles count, their
// commander.
func (p *page) somebody(i int, roles bool) bool {
	switch f := p.tokens[i].Folded; f {
	case "man", "woman", "boy", "youth", "someone", "somebody", "one", "person", "men", "another", "other", "stranger", "fighter",
		"رجل", "رجلا", "الرجل", "واحد", "واحدا", "شخص", "شخصا", "شاب", "شابا", "امراه", "اخر", "الاخر", "ملثم", "مقاتل", "مقاتلا", "بعضهم", "احدهم", "ولد":
		return true
	}
	for _, class := range [...]string{"role", "trade"} {
		if _, n := p.rules.match(p, i, class); n > 0 && roles {
			return true
		}
	}
	return false
}

// rowAlias reports whether a kunya belongs to the name before it by the form of the text alone: nothing but what tells a person
// from others (a year and place of birth, a nationality, words such as "a.k.a.") stands between, and either those words say that
// another name follows, or both stand in a numbered row or in a row of a table whose column says so.
func (p *page) rowAlias(name int, m *mention) bool {
	a := &p.mentions[name]
	said, born, kind := false, false, false
	for i := a.last; i < m.first; i++ {
		t := p.tokens[i]
		if t.Kind == text.Break {
			return false
		}
		if k := p.at(i); k >= 0 && p.mentions[k].kind == place || p.dated[i] || t.Kind == text.Word && p.token(i-1).Kind == text.Number && isPlaceName(p, i) {
			continue
		}
		if _, n := p.rules.match(p, i, "alias"); n > 0 {
			said = true
			i += n - 1
			continue
		}
		switch f := t.Folded; {
		case t.Kind == text.Number:
		case t.Kind == text.Punctuation:
			said = said || t.Text == "="
		case f == "a" && p.token(i+1).Text == "." && p.token(i+2).Folded == "k":
			said = true
			for i+1 < m.first && len(p.tokens[i+1].Text) == 1 && p.tokens[i+1].Text != "," {
				i++
			}
		case birthWord(f):
			born = true
		case f == "of", f == "from", f == "in", f == "من", f == "the", f == "his", f == "and" && p.token(i+1).Folded == "kunya":
		case p.lex.is("stop_en", f) && t.Capitalized(), p.lex.is("nationality_ar", f), p.lex.is("nationality_ar", "ال"+f):
			kind = true
		default:
			return false
		}
	}
	last := p.token(m.first - 1).Text
	switch {
	case said:
		return true
	case last == "|":
		return fieldLabels[p.columnHead(m.first)] == "alias"
	case born:
		return last == "," || last == "،" || last == ";" || last == "؛" || last == "(" || last == "."
	}
	return kind && p.numberedRow(a.first)
}

func birthWord(f string) bool {
	switch f {
	case "born", "b", "dob", "birth", "date", "مواليد", "تولد", "التولد", "المواليد", "المولود", "ولد", "تولده":
		return true
	}
	return false
}

// numberedRow reports whether token i is the first word of a line that begins with the number of a row: "6)", "6.", "6-".
func (p *page) numberedRow(i int) bool {
	mark := p.token(i - 1).Text
	return (mark == ")" || mark == "." || mark == "-") && p.token(i-2).Kind == text.Number && p.token(i-3).Kind == text.Break
}

// columnHead returns the folded words at the head of the column in which token i stands, in a table with bars.
func (p *page) columnHead(i int) string {
	line := func(i int) (from, to int) {
		for from = i; from > 0 && p.tokens[from-1].Kind != text.Break; from-- {
		}
		for to = i; to < len(p.tokens) && p.tokens[to].Kind != text.Break; to++ {
		}
		return from, to
	}
	column := func(from, to int) (n int) {
		for k := from; k < to; k++ {
			if p.tokens[k].Text == "|" && k > from {
				n++
			}
		}
		return n
	}
	from, _ := line(i)
	want := column(from, i)
	for rows := 0; rows < mostNamesakes && from > 1; rows++ {
		above, to := line(from - 2)
		if column(above, to) == 0 {
			break
		}
		from = above
	}
	first, to := line(from)
	n, start := 0, first
	for k := first; k <= to; k++ {
		if k == to || p.tokens[k].Text == "|" && k > first {
			if n == want {
				for start < k && p.tokens[start].Text == "|" {
					start++
				}
				return text.Fold(p.textOf(start, k))
			}
			n, start = n+1, k+1
		}
	}
	return ""
}

// sentenceOf returns the number of the sentence token i stands in.
func (p *page) sentenceOf(i int) int {
	return sort.Search(len(p.sentences), func(k int) bool { return p.sentences[k].End > i })
}

func (p *page) sameSentence(a, b int) bool {
	k := p.sentenceOf(a)
	return k < len(p.sentences) && p.sentences[k].Start <= a && b < p.sentences[k].End
}

func (p *page) aliasGap(a, m *mention, gap []text.Token) bool {
	different := a.prop != m.prop // a kunya beside a name
	words := 0
	for _, t := range gap {
		if t.Kind == text.Word || t.Kind == text.Number {
			words++
		}
	}
	if len(gap) == 0 {
		if m.span.Start > p.tokens[m.first].Span.Start { // «أكرم فتحي وأبي سياف» are two
			return false
		}
		return different && a.prop == "name" && m.prop == "kunya" && !p.verbBefore(a)
	}
	switch {
	case words == 0 && len(gap) == 1 && gap[0].Text == "@":
		return true
	case len(gap) == 1 && gap[0].Folded == "the" && a.prop == "name" && m.prop == "alias": // Yasin the Lame
		return true
	}
	for i := range gap { // (also written KARAOGLU, Mehmed), "Abu Zahra", i.e. Alaa
		switch f := gap[i].Folded; {
		case f == "also" && i+1 < len(gap) && i+3 >= len(gap) && (gap[i+1].Folded == "written" || gap[i+1].Folded == "spelled" || gap[i+1].Folded == "spelt"):
			return true
		case f == "i" && different && i+4 == len(gap) && gap[i+1].Text == "." && gap[i+2].Folded == "e" && words == 2:
			return true
		}
	}
	if p.orKunya(a, m, gap) || m.prop != "name" && len(gap) > 3 && gap[0].Text == "," && gap[1].Folded == "known" && p.knownThere(p.sentenceSpan(a.first), m.first-1) {
		return true
	}
	if words == 0 {
		open := gap[len(gap)-1].Text
		return different && len(gap) <= 2 && (open == "(" || open == "\"" || open == "“" || open == "«" || open == "/" || open == "-" || open == "–" || open == "'" || open == "‘") ||
			different && len(gap) == 1 && (open == "," || open == "،") && a.prop == "name" && m.prop == "kunya" && !p.listed(m) && !p.accordingTo(a)
	}
	if different && p.isSaid(a, m, gap) {
		return true
	}
	if p.calledBy(gap) && m.prop != "name" {
		return true
	}
	if p.describedAlias(a, gap) && m.prop != "name" {
		return true
	}
	for i := range gap { // the words of the alias follow the first name at once: "X, known as Y", not "X and a man called Y"
		if _, n := p.rules.match(p, a.last+i, "alias"); n > 0 {
			if i+n < len(gap) && strings.HasSuffix(gap[i].Folded, "يعرف") && n == 1 && attached(gap[i+n].Folded) { // «يعرف بيت فلان» gives no name
				return false
			}
			return p.leadsTo(a.last+i+n, m.first)
		}
		switch t := gap[i]; t.Folded {
		case "who", "is", "was", "also", "he", "she", "s", "الذي", "هو", "كان", "وهو", "و", "whose", "believed", "to", "be", "commonly", "widely", "everybody", "everyone", "we", "people", "they", "him", "locals", "all", "residents":
		case "and": // "and everyone calls him"
			if i+1 == len(gap) || !everybody(gap[i+1].Folded) {
				return false
			}
		default:
			if t.Kind == text.Number || yearsWord(t.Folded) { // his age
				continue
			}
			if t.Kind != text.Punctuation || t.Text == ";" || t.Text == "." {
				return false
			}
		}
	}
	return false
}

// everybody reports a word for people in general, who give a man his other name.
func everybody(f string) bool {
	switch f {
	case "everyone", "everybody", "people", "they", "we", "all", "locals", "residents":
		return true
	}
	return false
}

// accordingTo reports whether a name ends the words that say whose account it is: what follows their comma begins the sentence proper.
func (p *page) accordingTo(a *mention) bool {
	i := a.first - 1
	for p.lex.is("title_en", p.token(i).Folded) || p.lex.is("title_ar", p.token(i).Folded) {
		i--
	}
	switch p.token(i).Folded {
	case "to":
		return p.token(i-1).Folded == "according"
	case "بحسب", "حسب", "وفق", "وحسب", "ووفق", "وبحسب", "عن", "لدي":
		return true
	}
	return a.span.Start > p.tokens[a.first].Span.Start && strings.HasPrefix(p.token(i).Folded, "وفقا")
}

// revealed reports whether the sentence of a name begins by saying that it is the true one of the man whom the sentence before ends with
// by a kunya or nickname, or the other way round: "… greet Abu Kumayl. That is Asad Nuri", «… أبو أوس. اسمه الصريح دريد حاتم».
func (p *page) revealed(a, m *mention) bool {
	if p.askedWhich(a, m) {
		return true
	}
	fuller := a.prop == "name" && m.prop == "name" && len(a.words) == 1 && len(m.words) > 1 && a.words[0] == m.words[0]
	if (a.prop == "name") == (m.prop == "name") && !fuller || p.sentenceOf(m.first)-p.sentenceOf(a.first) != 1 {
		return false
	}
	i := a.last
	for i < m.first && p.tokens[i].Kind != text.Word {
		if t := p.tokens[i].Text; t == "?" || t == "؟" {
			return false
		}
		i++
	}
	if i < m.first && i != p.sentences[p.sentenceOf(m.first)].Start && p.sentenceOf(i) != p.sentenceOf(m.first) {
		return false
	}
	var words []string
	for ; i < m.first; i++ {
		switch t := p.tokens[i]; {
		case t.Kind == text.Word:
			words = append(words, t.Folded)
		case t.Text != ":" && t.Text != "," && !isQuote(t.Text):
			return false
		}
	}
	said := strings.Join(words, " ")
	if n := len(words); n > 3 && n <= 7 && strings.HasSuffix(said, " that this was") { // "She later learnt that this was"
		said = "this was"
	}
	switch said {
	case "that is", "that was", "this is", "this was", "that would be", "we take this to be", "we take him to be", "we have been able to establish who he is", "we know who he is", "we know who this is",
		"هذا", "هذا هو", "وهذا", "وهذا هو", "ذلك هو", "وهو نفسه", "هو نفسه":
		return m.prop == "name"
	}
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	switch words[0] {
	case "his", "her":
		last := words[len(words)-1]
		if last == "is" || last == "was" {
			words = words[:len(words)-1]
		}
		return words[len(words)-1] == "name" && (len(words) == 2 || trueName(words[1]))
	case "اسمه", "واسمه", "اسمها", "واسمها":
		if last := words[len(words)-1]; last == "هو" || last == "هي" {
			words = words[:len(words)-1]
		}
		return len(words) <= 2 && (len(words) == 1 || trueName(words[1]))
	}
	return false
}

// askedWhich reports whether a question asks which man of a name is meant and the answer gives the name in full: "Which Omar? Omar Salih."
func (p *page) askedWhich(a, m *mention) bool {
	if a.prop != "name" || m.prop != "name" || len(a.words) != 1 || len(m.words) < 2 || a.words[0] != m.words[0] || m.first-a.last > 4 {
		return false
	}
	for i := a.last; i < m.first; i++ {
		if p.tokens[i].Kind == text.Word && len(p.tokens[i].Folded) > 2 {
			return false
		}
	}
	if t := p.token(a.last).Text; t != "?" && t != "؟" {
		return false
	}
	switch p.token(a.first - 1).Folded {
	case "which", "what", "اي", "ايهم", "ياهو", "يا":
		return true
	}
	return false
}

// trueName reports a word for somebody's own name, behind or before the word "name".
func trueName(f string) bool {
	switch f {
	case "true", "real", "full", "proper", "given", "actual", "الصريح", "الحقيقي", "الكامل", "الثلاثي", "الاصلي":
		return true
	}
	return false
}

// orKunya reports whether a name said to be somebody's is followed by another between commas: «فهو بسام إدريس، أو أبو تيم، وقد».
func (p *page) orKunya(a, m *mention, gap []text.Token) bool {
	if a.prop != "name" || m.prop != "kunya" || len(gap) != 2 || gap[0].Text != "," && gap[0].Text != "،" || gap[1].Folded != "or" && gap[1].Folded != "او" {
		return false
	}
	if end := p.token(m.last).Text; end != "," && end != "،" && end != "." {
		return false
	}
	switch p.token(a.first - 1).Folded {
	case "is", "was", "named", "name", "هو", "فهو", "وهو", "اسمه", "يدعي", "واسمه":
		return true
	}
	return false
}

// attached reports a word that begins with the preposition "by" and stands for no name: the last word of "known by" was found in it.
func attached(f string) bool {
	switch f {
	case "ب", "بين", "باسم", "بلقب", "بكنيه", "بكنيته", "بالكنيه", "باللقب", "بلقبه":
		return false
	}
	return strings.HasPrefix(f, "ب")
}

// describedAlias reports whether only what somebody is stands between his name and the word for his other one: "Omar Salih, emir of Hit,
// known as", «عمر صالح أمير هيت، المكنى».
func (p *page) describedAlias(a *mention, gap []text.Token) bool {
	for i := len(gap) - 1; i > 0; i-- {
		_, n := p.rules.match(p, a.last+i, "alias")
		if n == 0 {
			continue
		}
		if !p.leadsTo(a.last+i+n, a.last+len(gap)) {
			return false
		}
		if f := gap[i-1].Text; f != "," && f != "،" && f != ")" && !strings.HasPrefix(gap[i].Folded, "الم") {
			return false
		}
		for k := 0; k < 3 && k < i; k++ {
			for _, class := range [...]string{"role", "trade"} {
				if _, n := p.rules.match(p, a.last+k, class); n > 0 {
					return true
				}
			}
		}
		return false
	}
	return false
}

// leadsTo reports whether only words that lead up to another name stand between two tokens: "called him out and Omar" names somebody
// else.
func (p *page) leadsTo(from, to int) bool {
	for i := from; i < to; i++ {
		t := p.tokens[i]
		if t.Kind != text.Word || p.lex.is("calls", t.Folded) || p.lex.is("title_en", t.Folded) || p.lex.is("title_ar", t.Folded) {
			continue
		}
		if _, n := p.rules.match(p, i, "alias"); n > 0 {
			i += n - 1
			continue
		}
		switch t.Folded {
		case "out", "away", "over", "and", "back", "up", "when", "who", "then", "و", "عندما", "ثم":
			return false
		}
	}
	return true
}

// isSaid reports whether one name is said to be the other's: "Abu Anas is Luqman Sabah", «أبو حذيفة هو عبد القادر», with no
// word of doubt or denial before.
func (p *page) isSaid(a, m *mention, gap []text.Token) bool {
	is := false
	for _, t := range gap {
		switch t.Folded {
		case "is", "was", "هو", "فهو", "وهو":
			is = true
		case "نعرفه", "اعرفه", "معروف": // «أبو يمان نعرفه، هذا ذياب»
			is = gap[len(gap)-1].Folded == "هذا"
		case "believed", "to", "be", "really", "actually", "in", "fact", "none", "other", "than", "نفسه", "هذا", "هذه", ",", "،":
		default:
			if !p.lex.is("title_en", t.Folded) && !p.lex.is("title_ar", t.Folded) {
				return false
			}
		}
	}
	if f := p.token(m.last + 1).Folded; !is || f == "s" && p.token(m.last).Kind == text.Punctuation { // Abu Omar is Khalid's brother
		return false
	}
	before := a.first - 1
	for p.lex.is("title_en", p.token(before).Folded) || p.lex.is("title_ar", p.token(before).Folded) {
		before--
	}
	switch f := p.token(before).Folded; f { // "beside Khalid was Abu Omar" names two
	case "that", "ان", "بان", "اما", "والمدعو":
	default:
		if p.token(before).Kind == text.Word && (p.lex.is("stop_en", f) || p.lex.is("stop_ar", f)) {
			return false
		}
	}
	s := p.sentences[min(p.sentenceOf(a.first), len(p.sentences)-1)]
	if end := p.token(s.End - 1).Text; end == "?" || end == "؟" {
		return false
	}
	for i := max(s.Start, a.first-12); i < a.first; i++ {
		if f := p.token(i).Folded; f == "believed" || strings.HasSuffix(f, "يعتقد") { // an analyst's word: it is who the report takes him for
			continue
		}
		for _, class := range [...]string{"deny", "neg", "hedge", "rumour"} {
			if _, n := p.rules.match(p, i, class); n > 0 {
				return false
			}
		}
	}
	return true
}

// calledBy reports whether the gap says who gives the man before it his other name: "whom the regulars called".
func (p *page) calledBy(gap []text.Token) bool {
	i := 0
	for i < len(gap) && gap[i].Kind == text.Punctuation {
		i++
	}
	if i == len(gap) || gap[i].Folded != "whom" || len(gap)-i > 6 {
		return false
	}
	if len(gap)-i > 2 && gap[len(gap)-1].Folded == "the" {
		gap = gap[:len(gap)-1]
	}
	for _, t := range gap[i+1 : len(gap)-1] {
		switch t.Folded {
		case "a", "an", "man", "one", "woman":
			return false
		}
		if t.Kind != text.Word {
			return false
		}
	}
	switch gap[len(gap)-1].Folded {
	case "called", "call", "nicknamed", "calls", "named":
		return true
	case "as":
		f := gap[len(gap)-2].Folded
		return f == "knew" || f == "know"
	}
	return false
}

// verbBefore reports whether an Arabic verb of an act stands right before a name: then a kunya right after the name may be
// whom it was done to. «قتل خالد جاسم أبو عمر»
func (p *page) verbBefore(m *mention) bool {
	if !p.tokens[m.first].IsArabic() {
		return false
	}
	i := m.first - 1
	for p.lex.is("title_ar", p.token(i).Folded) {
		i--
	}
	for _, class := range [...]string{"event", "arrest", "pay", "part"} {
		if _, n := p.rules.match(p, i, class); n > 0 {
			return true
		}
	}
	return false
}

// listed reports whether a mention looks like the next item of a list rather than an apposition: "A, Abu B and Abu C".
func (p *page) listed(m *mention) bool {
	switch p.token(m.last).Folded {
	case "and", "و":
		return true
	case ",", "،":
		k := p.at(m.last + 1)
		return k >= 0 && p.mentions[k].kind == person
	}
	return strings.HasPrefix(p.token(m.last).Folded, "و") && p.at(m.last) >= 0 && p.mentions[p.at(m.last)].kind == person
}

// addShortForms finds the mentions that are names only because a fuller form stands elsewhere in the report: a family
// name alone, a given name that is also a word.
func (p *page) addShortForms() {
	known := map[string]int{} // word → how many full names have it first or last
	full := map[string]bool{}
	last := map[string]bool{} // last words of names in full
	for _, m := range p.mentions {
		if m.kind == person && m.prop == "name" && len(m.words) == 1 && p.lex.common[m.words[0]] && p.lex.given[m.words[0]] { // a name that is also a word, told once as a name
			known[m.words[0]]++
		}
		if m.kind != person || m.prop != "name" || len(m.words) < 2 {
			continue
		}
		k := strings.Join(m.words, " ")
		if full[k] {
			continue
		}
		full[k] = true
		known[m.words[0]]++
		if w := m.words[len(m.words)-1]; w != m.words[0] {
			known[w]++
			last[w] = last[w] || len(m.words) >= 3
		}
	}
	aliases := map[string][]string{} // first word → an alias introduced in the report
	for _, m := range p.mentions {
		if m.prop == "alias" && len(m.words) > 0 {
			w := m.words
			if w[0] == "the" && len(w) > 1 {
				w = w[1:]
			}
			aliases[w[0]] = w
		}
	}
	if len(known) == 0 && len(aliases) == 0 {
		return
	}
	var out []mention
	next := 0
	for i := 0; i < len(p.tokens); i++ {
		for next < len(p.mentions) && p.mentions[next].first < i {
			next++
		}
		if next < len(p.mentions) && p.mentions[next].first == i {
			m := p.mentions[next]
			if m.kind != organization && (m.kind != place || m.last-m.first > 1 || known[wordKey(p.tokens[i])] == 0 || p.placeMeant(m)) {
				out = append(out, m)
				i = m.last - 1
				continue
			}
			if m.kind == organization {
				out = append(out, m)
				i = m.last - 1
				continue
			}
		}
		if m, ok := p.aliasAt(i, aliases); ok {
			out = append(out, m)
			i = m.last - 1
			continue
		}
		if m, ok := p.shortAt(i, known, last); ok {
			out = append(out, m)
		} else if next < len(p.mentions) && p.mentions[next].first == i {
			out = append(out, p.mentions[next])
			i = p.mentions[next].last - 1
		}
	}
	for i := range out {
		out[i].appositive = -1
	}
	p.mentions = out
}

// aliasAt makes a mention of a nickname the report has introduced: "The Engineer", «المهندس».
func (p *page) aliasAt(i int, aliases map[string][]string) (mention, bool) {
	t := p.tokens[i]
	if t.Kind != text.Word || len(aliases) == 0 {
		return mention{}, false
	}
	w := aliases[wordKey(t)]
	if len(w) == 0 || t.IsArabic() && !strings.HasPrefix(t.Folded, "ال") || !t.IsArabic() && !t.Capitalized() || i+len(w) > len(p.tokens) {
		return mention{}, false
	}
	for k := range w {
		if wordKey(p.tokens[i+k]) != w[k] {
			return mention{}, false
		}
	}
	if !t.IsArabic() && (names.English().Ordinary(t.Folded) || p.lex.is("title_en", t.Folded)) && (p.token(i-1).Folded != "the" || nameLike(p.token(i+len(w)))) {
		return mention{}, false
	}
	if p.lex.is("title_ar", t.Folded) && p.lex.given[p.token(i+len(w)).Folded] { // the title of somebody else
		return mention{}, false
	}
	return mention{kind: person, prop: "alias", first: i, last: i + len(w), span: p.spanOf(i, i+len(w)), words: w, entity: -1}, true
}

func (p *page) placeMeant(m mention) bool {
	return ruleTagger{p.lex}.placeContext(p, m.first, m.last)
}

func wordKey(t text.Token) string {
	w := nameWords([]text.Token{t})
	if len(w) != 1 {
		return ""
	}
	return w[0]
}

// givenAt reports whether the word at token i is an Arabic given name, with a proclitic or without: what stands beside it belongs to that
// name.
func (p *page) givenAt(i int) bool {
	for _, r := range text.Proclitics(p.token(i).Folded) {
		if p.lex.given[r.Stem] && !strings.HasSuffix(p.token(i).Text, "ى") { // but «على»
			return true
		}
	}
	return false
}

// onlyName reports whether the Arabic word at token i is, for all the reader knows, nothing but a name.
func (p *page) onlyName(i int) bool {
	f := p.tokens[i].Folded
	return len(f) >= 6 && len(p.rules.first[f]) == 0 && !p.lex.is("title_ar", f) && !p.lex.is("org_head_ar", f) && !p.lex.is("say_ar", f) &&
		!(isPlaceName(p, i) && ruleTagger{p.lex}.placeContext(p, i, i+1))
}

// leadsToWhom reports a preposition behind which a word that is also a name is rather the name.
func leadsToWhom(f string) bool {
	switch f {
	case "الي", "مع", "من", "عن", "لدي", "ضد", "بحق", "قبل", "علي":
		return true
	}
	return false
}

// shortAt makes a mention of the single word at i when full names know it. A word that no list has for a name must end a name of
// three words.
func (p *page) shortAt(i int, known map[string]int, last map[string]bool) (mention, bool) {
	t := p.tokens[i]
	if t.Kind != text.Word || p.dated[i] || len(t.Folded) < 4 {
		return mention{}, false
	}
	m := mention{kind: person, prop: "name", first: i, last: i + 1, span: t.Span, entity: -1}
	if !t.IsArabic() {
		if !nameLike(t) || p.lex.is("stop_en", t.Folded) || p.lex.is("org_head_en", p.token(i+1).Folded) {
			return mention{}, false
		}
		k := wordKey(t)
		if known[k] == 0 || streetLike(p.token(i+1).Folded) {
			return mention{}, false
		}
		if nameLike(p.token(i+1)) && p.at(i+1) < 0 && !p.lex.is("stop_en", p.token(i+1).Folded) {
			return mention{}, false
		}
		m.words = []string{k}
		return m, true
	}
	if strings.HasPrefix(p.token(i+1).Folded, "علي") && t.Folded == "صادق" { // "approved it"
		return mention{}, false
	}
	if next := p.at(i + 1); p.lex.common[wordKey(t)] && p.lex.given[p.token(i+1).Folded] && next >= 0 && p.mentions[next].first == i+1 && p.mentions[next].kind == person && !p.lex.given[t.Folded] { // what he is: «الفلاح جاسم»
		return mention{}, false
	}
	for n, r := range text.Proclitics(t.Folded) {
		k := r.Stem
		if strings.HasPrefix(k, "ال") && len(k) >= 8 {
			k = k[len("ال"):]
		} else if n == 0 && !p.lex.given[k] && !p.lex.common[k] && !(last[k] && p.onlyName(i) && !p.givenAt(i-1)) {
			continue
		}
		if n > 0 && (p.lex.is("stop_ar", t.Folded) || p.lex.given[t.Folded] || len(r.Stem) < 8) {
			break
		}
		if known[k] == 0 || p.lex.is("stop_ar", r.Stem) {
			continue
		}
		if p.lex.common[k] && !strings.HasPrefix(r.Stem, "ال") && k == r.Stem && !p.lex.given[k] && !(ruleTagger{p.lex}).nameBefore(p, i) && !leadsToWhom(p.token(i-1).Folded) {
			continue
		}
		m.words = []string{k}
		m.span.Start += text.SkipIn(t.Text, r.Skip)
		return m, true
	}
	return mention{}, false
}
