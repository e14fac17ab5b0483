package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// The arguments of a word are found by walking from it over the words that may stand between, never by nearness alone: the
// first noun that is no name is somebody else, and ends the walk.

// auxiliary reports whether an English word may stand between a subject and its verb.
func auxiliary(f string) bool {
	switch f {
	case "was", "were", "had", "has", "have", "having", "been", "being", "be", "is", "are", "did", "does", "do", "not", "n't", "never", "then", "later", "also", "both", "himself", "herself", "themselves",
		"still", "now", "once", "first", "may", "might", "could", "would", "will", "must", "should", "himself,", "soon", "all", "together", "alone", "there", "twice", "since", "often", "didn't", "hadn't", "wasn't", "weren't", "got", "always", "each":
		return true
	}
	return len(f) > 4 && strings.HasSuffix(f, "ly")
}

// groupStart returns the first token of the group of an English verb at pos: its auxiliaries, adverbs and dates.
func (c *clause) groupStart(pos int) int {
	i := pos
	for i > c.s.Start && c.at(i-1) < 0 && (c.dated[i-1] || auxiliary(c.tokens[i-1].Folded)) {
		i--
	}
	return i
}

// preposition reports whether an English word begins a phrase that may stand between a subject and its verb.
func preposition(f string) bool {
	switch f {
	case "of", "from", "in", "at", "on", "with", "near", "for", "during", "after", "before", "under", "inside", "outside", "without", "along", "among", "to", "into", "by", "about", "over":
		return true
	}
	return false
}

// owns reports whether the English verb at pos may be said of mention k before it: no other noun stands right before the verb,
// and nobody else speaks or acts between.
func (c *clause) owns(k, pos int) bool {
	m := &c.mentions[k]
	g := c.groupStart(pos)
	if g <= m.last || c.token(g-1).Folded == "account" && c.headOf(k) == "account" {
		return true
	}
	for i := m.last; i < g; i++ {
		switch f := c.tokens[i].Folded; {
		case speech(f) && !c.confessed(i):
			return false
		case f == "that" && i < g-1 && i > m.last:
			return false
		}
	}
	last := c.tokens[g-1]
	switch f := last.Folded; f {
	case "and", "then", "or", ",", ")", "-", "–", "—", "to", "\n":
		return true
	case "who", "that", "which":
		return c.describes(m.last, g-1)
	default:
		if last.Kind == text.Punctuation || preposition(f) {
			return true
		}
	}
	if o := c.at(g - 1); o >= 0 && c.mentions[o].kind == organization && !preposition(c.token(m.last).Folded) { // the network did it
		return false
	}
	switch first := c.token(m.last).Folded; {
	case preposition(first):
		for i := m.last; i < g; i++ {
			if t := c.tokens[i]; t.Text == "," || t.Folded == "and" {
				return false
			}
		}
		return true
	case first == "and":
		switch c.token(m.last + 1).Folded {
		case "his", "her", "two", "three", "four", "other", "others", "another", "some", "a", "an", "several", "five", "six", "unknown", "unidentified":
			return g-m.last <= 6
		}
	}
	for _, t := range c.triggers { // "Ahmed the emir of Hit ordered"
		if attackers(last.Folded) || c.actsBetween(m.last, g) {
			break
		}
		if (t.class == "role" || t.class == "trade" || t.class == "kin" || t.class == "confess" || t.class == "part" || t.class == "deny" || t.class == "hedge" || t.class == "neg") && t.first >= m.last && t.first-m.last <= 2 {
			return true
		}
	}
	return false
}

// confessed reports whether a word of speech is one of confession, whose speaker speaks of himself.
func (c *clause) confessed(i int) bool {
	for _, t := range c.triggers {
		if (t.class == "confess" || t.class == "deny") && t.first <= i && i < t.last {
			return true
		}
	}
	return false
}

// describes reports whether the words from a name to a relative pronoun describe the name: nothing, "one of the men", "the man".
func (c *clause) describes(from, who int) bool {
	if who-from > 8 {
		return false
	}
	if from < who && (c.tokens[from].Text == "," || c.tokens[from].Text == ")") {
		from++
	}
	if from >= who {
		return true
	}
	switch c.tokens[from].Folded {
	case "one", "the", "a", "an", "among", "was", "is", "were":
	default:
		return false
	}
	for i := from; i < who; i++ {
		if t := c.tokens[i]; t.Kind != text.Word || c.at(i) >= 0 || preposition(t.Folded) && t.Folded != "of" && t.Folded != "among" || speech(t.Folded) {
			return false
		}
	}
	return true
}

// subjectEnglish returns the persons of whom the English verb at pos is said.
func (c *clause) subjectEnglish(pos int) []int {
	g := c.groupStart(pos)
	end := g
	if c.token(g).Folded == "both" {
		end++
	} else if c.token(g-1).Folded == "who" {
		end--
	}
	if who := c.placedBefore(end); len(who) > 0 {
		return who
	}
	switch c.token(g - 1).Folded {
	case "accused", "defendant", "appellant":
		i := g - 2
		if placeInList(c.token(i).Folded) > 0 {
			i--
		}
		if i >= c.s.Start && c.tokens[i].Folded == "the" {
			if who, _ := c.defendantAt(i); who >= 0 {
				return []int{who}
			}
		}
	case "he", "she":
		if w := c.pronounBefore(pos); w >= 0 {
			return []int{w}
		}
		return nil
	case "i":
		return c.self()
	case "they", "we", "nobody", "someone", "somebody", "it", "anyone", "you":
		return nil
	case "who", "whom":
		i := g - 2
		if c.token(i).Text == "," || c.token(i).Text == ")" {
			i--
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person && !c.mentions[k].parent {
			return c.group(k)
		}
		if c.token(g-2).Text == "," { // "Ahmed, of Hit, who …"
			for j := i; j > i-6 && j > c.s.Start; j-- {
				if c.tokens[j].Text == "," {
					if k := c.at(j - 1); k >= 0 && c.mentions[k].kind == person {
						return c.group(k)
					}
					break
				}
			}
		}
		if named := c.headless(g-1, pos); len(named) > 0 {
			return named
		}
		if named := c.knownAs(g - 1); len(named) > 0 {
			return named
		}
	}
	all := c.persons(c.s.Start, pos)
	for i := len(all) - 1; i >= 0; i-- {
		k := all[i]
		if c.broken(c.mentions[k].last, pos) {
			break
		}
		if !c.owns(k, pos) {
			break
		}
		if i > 0 && c.apposedObject(k, g) {
			continue
		}
		if c.governed(k) {
			if c.mentions[k].last >= g && c.headed(k) { // "the brother of Ahmed shot …"
				return nil
			}
			continue
		}
		if c.relativeOf(k, pos) || c.speaks(k) {
			continue
		}
		if other := c.otherSubject(k, g); len(other) > 0 {
			return other
		}
		return c.group(k)
	}
	if f := c.token(g - 1).Folded; f == "who" || f == "that" || f == "which" || attackers(f) || c.otherNoun(g-1) {
		return nil
	}
	if w := c.pronounBefore(pos); w >= 0 {
		return []int{w}
	}
	return nil
}

// otherNoun reports whether an English noun that is no name stands right before a verb, so that nobody spoken of before is its subject.
func (c *clause) otherNoun(i int) bool {
	t := c.token(i)
	if i < max(c.s.Start, c.standing.End) || t.Kind != text.Word || c.at(i) >= 0 || preposition(t.Folded) || speech(t.Folded) || auxiliary(t.Folded) {
		return false
	}
	switch c.token(i - 1).Folded {
	case "a", "an", "the", "two", "three", "four", "several", "some":
		return t.Folded != "accused" && t.Folded != "defendant" && t.Folded != "appellant" && t.Folded != "convict" && t.Folded != "suspect"
	}
	return false
}

// headless returns who the predicate names when a relative clause has no name before it: "the man who killed Ahmed is Talib",
// "those who took him were …". who is the pronoun's token.
func (c *clause) headless(who, pos int) []int {
	for i := pos; i < c.s.End && i < pos+16; i++ {
		switch c.tokens[i].Folded {
		case "is", "was", "are", "were":
			if c.token(i-1).Folded == "who" || c.token(i+1).Kind != text.Word && c.at(i+1) < 0 {
				continue
			}
			from := i + 1
			switch c.token(from).Folded {
			case "identified", "named", "recognised", "recognized", "later", "known":
				for from < i+4 && c.token(from).Folded != "as" {
					from++
				}
				from++
			}
			all := c.persons(from, c.s.End)
			if len(all) > 0 && c.mentions[all[0]].first-from <= 4 && c.plainGap(from, c.mentions[all[0]].first, 2) && !c.passiveAhead(i) {
				return c.group(all[0])
			}
			return nil
		case ".", ";", "that":
			return nil
		}
	}
	return nil
}

// passiveAhead reports whether a form of "be" at token i belongs to a verb right after it.
func (c *clause) passiveAhead(i int) bool {
	for _, t := range c.triggers {
		if t.first == i+1 && (t.class == "event" || t.class == "arrest" || t.class == "sentence" || t.class == "charge") {
			return true
		}
	}
	return false
}

// thing reports whether a folded noun is what a person owns and an attack on it is one on him.
func thing(f string) bool {
	switch f {
	case "house", "houses", "home", "homes", "shop", "shops", "store", "pharmacy", "clinic", "car", "vehicle", "farm", "orchard", "orchards", "office", "workshop", "bakery", "garage", "restaurant", "wheat", "crops", "crop", "harvest", "fields", "flock", "warehouse", "stall", "mill", "barn", "boat", "tractor", "minibus", "lorry", "tent", "church", "cattle", "convoy", "truck", "property", "land", "grove", "cafe",
		"منزل", "بيت", "دار", "محل", "دكان", "صيدليه", "عياده", "سياره", "عجله", "مزرعه", "بستان", "مكتب", "ورشه", "مخبز", "فرن", "مطعم", "موكب", "شاحنه", "ممتلكات", "بيوت", "منازل", "اراضي", "حقل", "مضيف", "ديوان", "داره", "مسكن":
		return true
	}
	return false
}

// headed reports whether mention k only says whose somebody or something is: "the brother of Ahmed", "Ahmed's house", «شقيق أحمد».
func (c *clause) headed(k int) bool {
	head := c.headOf(k)
	return head != ""
}

// headOf returns the folded noun that a name in the genitive belongs to, or "".
func (c *clause) headOf(k int) string {
	m := &c.mentions[k]
	if t := c.token(m.last); (t.Text == "'" || t.Text == "’") && c.token(m.last+1).Folded == "s" {
		i := m.last + 2
		for n := 0; n < 2 && c.token(i).Kind == text.Word; n++ {
			if f := c.token(i).Folded; thing(f) || c.kinWord(i) {
				return f
			}
			i++
		}
		return c.token(m.last + 2).Folded
	}
	i := m.first - 1
	for i > c.s.Start && (c.lex.is("title_en", c.tokens[i].Folded) && !c.kinWord(i) || c.tokens[i].Text == "." || c.tokens[i].Folded == "the") {
		i--
	}
	if c.tokens[m.first].IsArabic() {
		i = m.first - 1
		for n := 0; n < 2 && i > c.s.Start && c.lex.is("title_ar", c.token(i).Folded) && !c.genitiveKin(i); n++ {
			if f := c.token(i).Folded; strings.HasSuffix(f, "ي") || strings.HasSuffix(f, "ه") || strings.HasSuffix(f, "نا") { // my cousin, his brother
				return ""
			}
			i--
		}
		f := c.token(i).Folded
		for _, s := range text.Proclitics(f) {
			if thing(s.Stem) {
				return s.Stem
			}
		}
		if c.genitiveKin(i) {
			return f
		}
		return ""
	}
	if c.token(i).Folded == "of" && i-1 >= c.s.Start && c.tokens[i-1].Kind == text.Word {
		return c.tokens[i-1].Folded
	}
	return ""
}

// kinWord reports whether a word of kinship stands at a token.
func (c *clause) kinWord(i int) bool {
	_, n := c.rules.match(c.page, i, "kin")
	return n > 0
}

// genitiveKin reports whether an Arabic word of kinship at a token has the name after it for its owner: «شقيق أحمد» but not
// «شقيقه أحمد», «ابن عمي أحمد».
func (c *clause) genitiveKin(i int) bool {
	f := c.token(i).Folded
	if len(f) > 2 && strings.HasPrefix(f, "و") {
		f = f[2:]
	}
	switch f {
	case "شقيق", "اخو", "اخ", "والد", "ابن", "نجل", "زوجه", "زوج", "صهر", "نسيب", "عم", "خال", "بنت", "ام", "والده", "ابناء", "اولاد", "عايله", "عائله", "ذوي", "اهل", "ارمله", "قريب", "مرافق", "سايق", "جار", "صديق", "اشقاء", "اقارب", "حمايه":
		return c.token(i).Text != "والده" && c.token(i).Text != "شقيقه" && c.token(i).Text != "زوجه"
	}
	return false
}

// owner returns the persons whose house, shop or car stands beside a word: "burned the house of Ahmed", "Ahmed's shop was
// attacked", «أحرق منزل أحمد».
func (c *clause) owner(t trigger) []int {
	all := c.persons(max(c.s.Start, t.first-14), min(c.s.End, t.last+9))
	best, far := -1, 1<<30
	for _, k := range all {
		if !thing(c.headOf(k)) || c.headOf(k) == "حقل" && c.mentions[k].last-c.mentions[k].first == 1 || c.broken(min(c.mentions[k].last, t.last), max(c.mentions[k].first, t.first)) {
			continue
		}
		d := distance(c.mentions[k].first, t.first)
		if c.mentions[k].first < t.first && !c.tokens[t.first].IsArabic() && t.attrs["form"] != "passive" && !c.passive(t) {
			continue
		}
		if d < far {
			best, far = k, d
		}
	}
	if best < 0 {
		return nil
	}
	return c.group(best)
}

// familyOf returns whose family a word of driving out is about: "drove the family of Ahmed out", «طرد عائلة أحمد».
func (c *clause) familyOf(t trigger) []int {
	for _, k := range c.persons(max(c.s.Start, t.first-8), min(c.s.End, t.last+8)) {
		if c.mentions[k].first >= t.last && c.family(k) || c.mentions[k].last <= t.first && c.family(k) && c.passive(t) {
			return []int{k}
		}
	}
	return nil
}

// masdar reports whether an Arabic word that may be a verb is the noun of the act here: after a preposition or a noun such as
// "crime" or "charge".
func (c *clause) masdar(t trigger) bool {
	if !c.tokens[t.first].IsArabic() {
		return false
	}
	if t.skip > 0 {
		switch []rune(c.tokens[t.first].Folded)[t.skip-1] {
		case 'ب', 'ل', 'ك':
			return true
		}
	}
	f := c.token(t.first - 1).Folded
	if c.whoDid(t.first) {
		return false
	}
	if len(f) > 4 && strings.HasPrefix(f, "و") {
		f = f[2:]
	}
	switch f {
	case "في", "عن", "من", "علي", "بعد", "قبل", "الي", "حول", "بشان", "وراء", "خلال", "منذ", "اثر", "جريمه", "جرائم", "جرايم", "قضيه", "حادث", "حادثه", "عمليه", "عمليات", "تهمه", "بتهمه", "محاوله", "بجريمه", "بقضيه", "بعمليه", "بمحاوله", "لجريمه", "بحادث", "تم", "جري", "جرت", "ملف", "تنفيذ", "بتنفيذ", "واقعه", "ملابسات", "تفاصيل", "خلف", "ضد", "بسبب", "دون", "نفي", "انكر":
		return true
	}
	return false
}

// actors reports whether a folded Arabic word names those who act without a name: «مسلحون», «مجموعة».
func actors(f string) bool {
	if len(f) > 4 && strings.HasPrefix(f, "ال") {
		f = f[4:]
	}
	switch f {
	case "مسلحون", "مسلحين", "مسلح", "مسلحان", "مجهولون", "مجهولين", "مجهول", "مجهولان", "رجال", "عناصر", "افراد", "مجموعه", "قوه", "عصابه", "تنظيم", "داعش", "دواعش", "ارهابيون", "ارهابيين", "ملثمون", "ملثمين", "ملثم", "ملثمان", "شخص", "شخصان", "اشخاص", "جماعه", "مقاتلو", "مقاتلون", "مقاتلين", "خليه", "شبكه", "جنود", "شرطه", "جيش", "انتحاري", "قناص", "قوات", "ميليشيا", "جناه", "خاطفون", "خاطفين", "واحد", "مهاجمون", "جماعته", "جماعتهم", "منتسبين", "منتسبون", "منتسبي", "ناس", "اهالي", "شهود", "عايلته", "عائلته", "ذووه":
		return true
	}
	return false
}

// plainSubject returns the persons before an Arabic verb of whom it is said, pronouns left out.
func (c *clause) plainSubject(pos int) []int {
	if who := c.placedSubject(pos); len(who) > 0 {
		return who
	}
	all := c.persons(c.s.Start, pos)
	for i := len(all) - 1; i >= 0; i-- {
		m := &c.mentions[all[i]]
		if c.broken(m.last, pos) {
			return nil
		}
		for _, t := range c.triggers { // a verb between takes the person for itself
			if t.first >= m.last && t.last <= pos && (t.class == "event" || t.class == "arrest" || t.class == "pay" || t.class == "sentence" || t.class == "release") {
				return nil
			}
		}
		if !c.saidOf(m.last, pos) {
			return nil
		}
		if !c.governed(all[i]) && !c.speaks(all[i]) && !c.headed(all[i]) && !c.subjectOfRelative(all[i]) {
			return c.group(all[i])
		}
	}
	return nil
}

// saidOf reports whether the Arabic words from a name to a verb let the verb be said of the name: no "that", no "how", and no
// other actor right before the verb.
func (c *clause) saidOf(from, pos int) bool {
	for i := from; i < pos; i++ {
		switch f := c.tokens[i].Folded; f {
		case "ان", "بان", "وان", "كيف", "كيفيه", "لان", "عندما", "حين", "حيث", "انهم", "بانهم", "وانه", "وبانه", "وانهم":
			return false
		case "،", ",":
			if i == pos-1 {
				continue
			}
		}
	}
	return pos-1 < from || !actors(c.tokens[pos-1].Folded)
}

// peopleAfter reports whether the Arabic words at a token count or name people without a name: «ثلاثة مدنيين», «عددا من».
func (c *clause) peopleAfter(i int) bool {
	if n, ok := text.CountAt(c.tokens, i); ok && n.Last <= c.s.End && !c.dated[i] {
		switch c.token(n.Last).Folded {
		case "جلده", "طلقه", "طلقات", "مره", "مرات", "طعنه", "طعنات", "ضربه", "ضربات", "اطلاقه", "اطلاقات":
			return false
		}
		return true
	}
	f := c.token(i).Folded
	switch f {
	case "اسيرين", "شخصين", "رجلين", "جنديين", "شرطيين", "امراتين", "اثنين", "شقيقين", "طفلين", "ضابطين", "عنصرين", "شابين", "طالبين", "عاملين", "موظفين", "زوجين", "نازحين", "محتجزين", "مدنيا", "مواطنا", "اسيرا", "شرطيا", "ضابطا", "شابا", "امراه", "طفلا", "عنصرا":
		return true
	case "عددا", "عدد", "احد", "احدي", "مدنيين", "رجالا", "مواطنين", "العشرات", "عشرات", "المييات", "المئات", "مييات", "جنود", "جنودا", "ابناء", "اهالي", "عايلات", "عائلات", "عوايل", "عوائل", "الاهالي", "المدنيين", "شبابا", "الشباب", "جندي", "جنديا", "رجلا", "الجندي", "الاسري", "اسري", "الناس", "السكان", "سكان":
		return true
	}
	return false
}

// objectNoun reports whether a noun that is no name and no description of the one before stands at a token: what an Arabic
// verb is about when its subject is named first.
func (c *clause) objectNoun(i int) bool {
	t := c.token(i)
	if i >= c.s.End || t.Kind != text.Word || c.dated[i] {
		return false
	}
	if c.peopleAfter(i) {
		return true
	}
	switch t.Folded {
	case "في", "من", "علي", "الي", "عن", "مع", "يوم", "عام", "سنه", "ليله", "صباح", "مساء", "ظهر", "فجر", "امام", "قرب", "داخل", "خارج", "بعد", "قبل", "خلال", "اثناء", "عندما", "اثر", "جراء", "نتيجه", "وهو", "الذي", "اللي", "التي", "ثم", "حين", "لدي", "عند", "تحت", "برصاص", "بنيران", "بسبب", "لانه", "منذ", "حيث", "وكان", "وقد", "رميا", "ذبحا", "حرقا", "شنقا", "علنا", "غدرا", "قتيلا", "هناك", "هنا", "امس", "البارحه", "ايضا", "وحده", "مره", "فيما", "بينما", "عبر", "ضمن", "گدام", "يم", "كدام", "اليوم", "في.", "وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "بالقرب", "بيد", "بايدي", "هم":
		return false
	}
	if k := c.at(i); k >= 0 {
		return c.mentions[k].kind == organization || c.mentions[k].kind == tribe
	}
	if len(t.Folded) > 4 && (strings.HasPrefix(t.Folded, "و") || strings.HasPrefix(t.Folded, "ب") || strings.HasPrefix(t.Folded, "ل") || strings.HasPrefix(t.Folded, "ف")) {
		return thing(t.Folded)
	}
	if c.isRole(i) || c.kinWord(i) || strings.HasPrefix(t.Folded, "ال") && !thing(strings.TrimPrefix(t.Folded, "ال")) {
		return false
	}
	_, n := c.rules.match(c.page, i, "trade")
	return n == 0
}

// arabicVerb casts a verb that stands before or after its subject.
func (c *clause) arabicVerb(t trigger, limit int, who *cast) {
	who.perpetrators = c.by(t.last)
	if t.rule.with != nil && t.attrs["aim"] != "" {
		who.perpetrators, who.victims = c.aimed(t)
		return
	}
	if c.tokens[t.last-1].Folded == "بحياه" { // «أودت بحياة سنان»: what took the life is a shot or a blast
		who.victims = c.firstAfter(t.last, 4)
		who.perpetrators = without(c.shooterOf(t.first), who.victims)
		return
	}
	after := c.object(t.last, 8)
	before := c.plainSubject(t.first)
	own := c.relativeHead(t.first)
	if len(own) == 0 {
		own = c.embedded(t.first)
	} else {
		before = own
	}
	if leader := c.ledBefore(t); len(leader) > 0 { // «مسلحون بإمرة طالب قتلوا سنان»
		who.perpetrators, who.victims = leader, without(c.object(t.last, 4), leader)
		return
	}
	if leader, end := c.ledBy(t.last); len(leader) > 0 && c.token(t.last).Kind == text.Word {
		who.perpetrators, who.victims = leader, without(c.object(end, 4), leader)
		return
	}
	if len(own) > 0 && len(before) == 0 {
		before = own
	}
	if named := c.headlessArabic(t); len(named) > 0 { // «الذي قتل أحمد هو خالد»
		who.perpetrators, who.victims = named, without(after, named)
		if all := without(c.persons(c.s.Start, t.first), named); len(who.victims) == 0 && c.suffixed(t) && len(all) > 0 { // «أطلق سراح سنان وقال إن الذي خطفه هو طالب»
			who.victims = all[len(all)-1:]
		}
		return
	}
	last := []rune(c.tokens[t.first].Folded)
	if strings.HasSuffix(string(last), "ني") && len(after) > 0 { // «ضربني طالب»
		who.perpetrators, who.victims = after, c.self()
		return
	}
	pronoun := len(last) > 3 && (last[len(last)-1] == 'ه' || string(last[len(last)-2:]) == "هم" || string(last[len(last)-2:]) == "ها")
	plural := strings.HasSuffix(strings.TrimRight(string(last), "هام"), "و") || strings.HasSuffix(string(last), "وا")
	antecedent := func() []int {
		if many := len(last) > 4 && string(last[len(last)-2:]) == "هم"; many && len(before) < 2 { // them, not him
			return c.sufferers
		}
		if k := c.mournedBefore(t.first); k >= 0 {
			return []int{k}
		}
		if len(before) > 0 {
			return before
		}
		if all := c.persons(c.s.Start, t.first); len(before) == 0 && len(all) > 0 && c.speaks(all[0]) && !c.official(all[0]) { // «قال سنان إن … عذبه»
			return all[:1]
		}
		if k := c.victimOf(c.kindOf(t)); k >= 0 { // told again
			return []int{k}
		}
		if all := c.persons(c.s.Start, t.first); len(all) == 1 && !c.official(all[0]) { // «مصير سنان مجهول منذ أن خطفه طالب»
			return all
		}
		if c.lastWho >= 0 {
			return []int{c.lastWho}
		}
		return nil
	}
	if len(after) > 0 && c.outerSubject(t, after[0]) { // «يقود المجموعة التي هاجمت المركز المدعو طالب»
		who.perpetrators = after
		return
	}
	relative := false
	switch c.token(t.first - 1).Folded {
	case "الذي", "اللي", "التي", "الذين", "من":
		relative = true
		if c.tokens[t.first-1].Folded == "من" && len(own) == 0 { // «تحقيق مع من عذبه»: nobody named
			before = nil
		}
	}
	acted := actors(c.token(t.last).Folded) || c.at(t.last) >= 0 && c.mentions[c.at(t.last)].kind == organization
	switch {
	case len(who.perpetrators) > 0: // قتل فلان على يد فلان
		who.victims = without(after, who.perpetrators)
		if len(who.victims) == 0 {
			who.victims = before
		}
	case pronoun && len(after) > 0 && c.governed(after[0]): // ذبحوه للشيخ فلان: him, the sheikh
		who.victims = after
	case pronoun && len(after) > 0 && !acted: // قتله فلان
		who.perpetrators, who.victims = after, antecedent()
	case pronoun && plural, pronoun && acted: // أعدموه: they did, to him
		who.victims = antecedent()
	case pronoun && (relative && len(before) > 0 || strings.HasSuffix(string(last), "ته") && c.token(t.last).Kind == text.Word && c.objectNoun(t.last)): // الذي قتلته يد الغدر
		who.victims = antecedent()
	case pronoun && relative && len(own) == 0:
	case pronoun && len(who.perpetrators) == 0 && c.sharesFrame(t):
		who.perpetrators, who.victims = c.sharedFrame(t.first)
	case pronoun:
		who.perpetrators = before
		if all := without(c.persons(c.s.Start, t.first), before); len(all) > 0 && len(before) > 0 && !c.official(all[len(all)-1]) { // «قال سنان إن طالب عذبه»
			who.victims = all[len(all)-1:]
		}
	case plural && len(before) > 0 && len(after) > 0 && c.inCompany(c.mentions[before[len(before)-1]].last, t.first): // «طالب وجماعته قتلوا سنان»
		who.perpetrators, who.victims = c.union(before, c.fellows(c.s.Start, t.first)), after
	case plural && len(before) < 2: // قتلوا فلانا
		who.victims = after
		if len(after) == 0 && c.token(t.first-1).Folded != "الذين" {
			who.perpetrators = nil
		}
	case acted:
		who.victims = after
	case len(before) > 0 && len(after) > 0:
		who.perpetrators, who.victims = before, after
	case len(own) > 0 && len(after) > 0:
		who.perpetrators, who.victims = own, after
	case len(after) > 0:
		all := c.persons(t.last, limit)
		rest := all[min(len(after), len(all)):]
		lead := c.mentions[after[len(after)-1]].last
		switch {
		case len(rest) > 0 && !c.governed(rest[0]) && !c.headed(rest[0]) && c.mentions[rest[0]].first-lead <= 2 && c.titlesOnly(lead, c.mentions[rest[0]].first) && !c.kinBetween(after[len(after)-1], rest[0]):
			who.perpetrators, who.victims = after, c.group(rest[0])
		case c.mentions[after[0]].first == t.last && c.adverb(lead) && c.peopleAfter(lead+1): // قتل فلان بيده أسيرين هما …
			who.perpetrators = after
			if named := c.pickedOut(lead + 2); len(named) > 0 {
				who.victims = named
			}
		case c.mentions[after[0]].first == t.last && (c.peopleAfter(lead) || t.attrs["type"] != "killing" && t.attrs["type"] != "public_execution" && t.attrs["type"] != "kidnapping" && t.attrs["type"] != "torture" && c.objectNoun(lead)):
			who.perpetrators = after // قتل فلان ثلاثة مدنيين
			who.victims = c.pickedOut(lead + 1)
		default:
			who.victims = after
		}
	case len(before) > 0:
		if kin := c.kinVictim(t); len(kin) > 0 && c.suffixed(trigger{rule: t.rule, first: t.last, last: t.last + 1}) {
			who.perpetrators, who.victims = before, kin
		} else if c.objectNoun(t.last) || c.definiteObject(t) || c.titleObject(t) || c.token(t.first-1).Folded == "الذي" && c.tokens[t.first].Text != "قُتل" && c.token(t.last).Kind == text.Word && c.objectNoun(t.last) {
			who.perpetrators = before
		} else {
			who.victims = before // خالد قتل في …
		}
	}
}

// inCompany reports whether the words from a name to an Arabic verb add people without a name: «طالب وجماعته قتلوا».
func (c *clause) inCompany(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "وجماعته", "ومجموعته", "ورجاله", "وعناصره", "واخرون", "وآخرون", "واخرين", "وربعه", "واصحابه", "ومسلحون", "ومسلحوه", "وثلاثه", "واثنان", "واثنين", "ومعه", "وياه", "وشخص", "واخوته", "ومرافقوه", "وعصابته", "وافراد":
			return to-from <= 7
		}
	}
	return false
}

// victimOf returns a mention of the one victim of the incident told last when it is of a kind, -1 otherwise.
func (c *clause) victimOf(kind string) int {
	if len(c.events) == 0 {
		return -1
	}
	e := &c.events[c.recent]
	if c.s.Start-e.at > castReach || e.kind != kind && kind != "killing" {
		return -1
	}
	found := -1
	for k := c.mentionFrom(c.s.Start) - 1; k >= 0 && c.s.Start-c.mentions[k].first < castReach; k-- {
		m := &c.mentions[k]
		if m.kind != person || m.entity < 0 || !e.parts[string(c.entityOf(k))+"victim"] {
			continue
		}
		if found >= 0 && c.mentions[found].entity != m.entity {
			return -1
		}
		found = k
	}
	return found
}

// headlessArabic returns who a predicate after an Arabic relative clause without a name names: «الذي أمر به هو خالد», «اللي قتله
// واحد اسمه خالد».
func (c *clause) headlessArabic(t trigger) []int {
	i := t.first - 1
	for i > c.s.Start && (c.tokens[i].Folded == "قد" || c.tokens[i].Folded == "كان") {
		i--
	}
	if k := c.personShown(i); k > 0 {
		return c.predicate(t.last)
	}
	switch c.token(i).Folded {
	case "الذي", "اللي", "من", "الي", "والذي", "واللي", "والي", "والا":
	default:
		return nil
	}
	if k := c.at(i - 1); k >= 0 && c.mentions[k].kind == person {
		return nil
	}
	if k := c.at(t.last); k >= 0 && c.mentions[k].kind == person && c.suffixed(t) && c.token(i).Folded != "من" && !c.governed(k) { // «اللي قتله طالب»
		return c.group(k)
	}
	return c.predicate(t.last)
}

// predicate returns the persons after the first copula or word for a name that follows token pos: «… هو خالد», «… واحد اسمه خالد».
func (c *clause) predicate(pos int) []int {
	for i := pos; i < c.s.End && i < pos+14; i++ {
		switch c.tokens[i].Folded {
		case "هو", "هم", "هي", "هما", "فهو", "فهي", "فهم", "فهما", "اسمه", "يدعي", "المدعو":
			all := c.persons(i+1, c.s.End)
			if len(all) > 0 && c.mentions[all[0]].first-i <= 3 {
				return c.group(all[0])
			}
		case "،", "؛", ".":
			return nil
		}
	}
	return nil
}

// kinBetween reports whether the second person only says whose relative the first is: «اختطف رعد عويد ابن عم طالب».
func (c *clause) kinBetween(a, b int) bool {
	for _, t := range c.triggers {
		if t.class == "kin" && t.first >= c.mentions[a].last && t.last <= c.mentions[b].first {
			return true
		}
	}
	return false
}

// withoutVerbs takes off a name the verb «أشرف على» (supervised), which is a given name too, and «فجّر» (blew up) before it.
func (p *page) withoutVerbs(list []mention) []mention {
	out := list[:0]
	for _, m := range list {
		if next := p.token(m.last).Folded; m.kind == person && p.tokens[m.last-1].Folded == "اشرف" && (next == "علي" || m.last-m.first == 1 && (next == "المدعو" || next == "المتهم" || next == "القيادي" || next == "الامير")) {
			if m.last--; m.last == m.first {
				continue
			}
			m.span.End = p.tokens[m.last-1].Span.End
		}
		if first := p.tokens[m.first].Folded; m.kind == person && m.last-m.first > 1 && (first == "فجر" || first == "اشرف" && m.last-m.first > 2 && p.token(m.last).Folded == "علي") {
			m.first++
			m.span.Start = p.tokens[m.first].Span.Start
		}
		out = append(out, m)
	}
	return out
}
