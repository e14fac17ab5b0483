package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// What stands right beside a name and tells its bearer from another of the name: his age, where he is from, a number.

// ageBeside reads the age in "Nizar Hamdan (34 years)", «نزار حمدان، ٣٤ عاما», "34-year-old Nizar Hamdan"; 0 when there is none.
func (p *page) ageBeside(m *mention) int {
	for j := m.last; j < m.last+3; j++ {
		switch t := p.token(j); {
		case t.Kind == text.Number && yearsWord(p.token(j+1).Folded):
			return p.numberNear(j, 1, 5, 110)
		case t.Kind != text.Punctuation:
			j = m.last + 3
		}
	}
	for j := m.first - 1; j > m.first-8 && j > 1; j-- {
		t := p.token(j)
		if t.Kind == text.Break || t.Text == "." || p.at(j) >= 0 {
			break
		}
		if (t.Folded == "year" || t.Folded == "year-old") && p.token(j-1).Text == "-" && p.token(j-2).Kind == text.Number {
			return p.numberNear(j-2, 1, 5, 110)
		}
	}
	return 0
}

func yearsWord(f string) bool {
	switch f {
	case "years", "yrs", "yo", "عاما", "عام", "سنه", "سنوات", "اعوام":
		return true
	}
	return false
}

// homeBeside reads the place in "Nizar Hamdan of Hit", "Nizar Hamdan (Hit)", «نزار حمدان من سكنة هيت»; empty when there is none.
func (p *page) homeBeside(m *mention) string {
	for j := m.last; j < m.last+5; j++ {
		if k := p.at(j); k >= 0 {
			if o := &p.mentions[k]; o.kind == place && j > m.last {
				return o.place.ID
			}
			return ""
		}
		switch p.token(j).Folded {
		case "(", ",", "،", "-", "–", "/", "|", "of", "from", "resident", "a", "من", "سكنه", "اهالي", "سكان", "ساكن", "قضاء", "ناحيه", "قريه", "مدينه":
		default:
			return ""
		}
	}
	return ""
}

// within reports whether one of two places lies in the other, as far as the gazetteer tells, so that one man may be from both.
func within(a, b string) bool {
	x, okX := places.ByID(a)
	y, okY := places.ByID(b)
	if !okX || !okY {
		return true
	}
	holds := func(x, y *places.Place) bool {
		switch x.Kind {
		case places.Country:
			return y.Country == x.ID
		case places.Governorate:
			return y.Governorate == x.ID
		}
		return x.District != "" && x.District == y.District && (x.Kind == places.District || y.Kind == places.District)
	}
	return holds(&x, &y) || holds(&y, &x)
}

// numberBeside reads the number in "Nizar Hamdan (2)" and "Nizar Hamdan II"; empty when there is none.
func (p *page) numberBeside(m *mention) string {
	t := p.token(m.last)
	if t.Text == "(" && p.token(m.last+2).Text == ")" && len(p.token(m.last+1).Folded) == 1 {
		t = p.token(m.last + 1)
		if t.Kind == text.Number || t.Folded == "i" || t.Folded == "ا" || t.Folded == "ب" || t.Folded == "a" || t.Folded == "b" {
			return t.Folded
		}
		return ""
	}
	if t.Text == "I" || t.Text == "II" || t.Text == "III" {
		return t.Folded
	}
	return ""
}

// contestTied keeps apart a name that is told as somebody's of the man of that name before it: "Nizar Hamdan … Nizar Hamdan, his
// neighbour".
func (r *identities) contestTied(c contest) {
	last := -1
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.kind != person {
			continue
		}
		if last >= 0 && m.prop == "name" && len(m.words) > 1 && r.tied(m.last) {
			if o := &r.mentions[last]; o.prop == "name" && r.compatible("name", o.words, m.words) {
				r.apart[i] = append(r.apart[i], last)
				c.add(r.page, "name", o.words)
				c.add(r.page, "name", m.words)
			}
		}
		if m.appositive < 0 {
			last = i
		}
	}
}

// tied reports whether the words at token i call somebody the neighbour, brother, friend of another: "his neighbour", «جاره».
func (p *page) tied(i int) bool {
	switch p.token(i).Text {
	case ",", "،", "(":
		i++
	}
	switch p.token(i).Folded {
	case "his", "her":
		switch p.token(i + 1).Folded {
		case "neighbour", "neighbor", "cousin", "brother", "sister", "friend", "nephew", "uncle", "colleague", "partner", "father", "son":
			return true
		}
	case "جاره", "شقيقه", "اخوه", "اخيه", "صديقه", "زميله", "ابنه", "والده", "نسيبه", "شريكه":
		return true
	case "ابن":
		switch p.token(i + 1).Folded {
		case "عمه", "خاله", "اخيه", "اخته", "عمته", "خالته":
			return true
		}
	}
	return false
}

// singleBeside reads whether he is said to be married right after the name: "yes" for single, "no" for married, empty when nothing is said.
func (p *page) singleBeside(m *mention) string {
	for j := m.last; j < m.last+4; j++ {
		switch p.token(j).Folded {
		case "unmarried", "single", "bachelor", "اعزب", "عازب":
			return "yes"
		case "married", "متزوج":
			return "no"
		case "father", "اب":
			if f := p.token(j + 1).Folded; f == "of" && p.at(j+2) < 0 || strings.HasPrefix(f, "ل") && p.at(j+1) < 0 {
				return "no"
			}
			return ""
		case ",", "،", "(", "-", "–", "/", "|", "is", "was", "وهو":
		default:
			return ""
		}
	}
	return ""
}

// besideReach is how many tokens from a name its bearer's arrest and role are looked for.
const besideReach = 7

// sentenceSpan returns the sentence token i is in.
func (p *page) sentenceSpan(i int) text.Span {
	if k := p.sentenceOf(i); k < len(p.sentences) {
		return p.sentences[k]
	}
	return text.Span{Start: i, End: i}
}

// around calls f with the tokens before and behind a name, in its sentence and as far as nobody else is named, until f says that it is enough.
func (p *page) around(m *mention, reach int, f func(i int) bool) {
	s := p.sentenceSpan(m.first)
	other := func(i int) bool {
		k := p.at(i)
		return k >= 0 && p.mentions[k].kind == person
	}
	for i := m.first - 1; i >= max(s.Start, m.first-reach) && !other(i); i-- {
		if f(i) {
			return
		}
	}
	for i := m.last; i < min(s.End, m.last+reach) && !other(i); i++ {
		if f(i) {
			return
		}
	}
}

// heldOn returns the day of the arrest told beside a name, when the sentence has one date and does not say that it was not the first time.
func (p *page) heldOn(m *mention) string {
	s := p.sentenceSpan(m.first)
	d := p.dateFrom(s.Start)
	if d >= len(p.dates) || p.dates[d].Last > s.End || d+1 < len(p.dates) && p.dates[d+1].First < s.End || len(p.dates[d].EDTF) != len("2014-10-29") {
		return ""
	}
	for i := s.Start; i < s.End; i++ {
		switch p.tokens[i].Folded {
		case "again", "rearrested", "re", "second", "مجددا", "ثانيه", "اخري", "اعاده":
			return ""
		}
	}
	held := ""
	p.around(m, besideReach, func(i int) bool {
		if _, n := p.rules.match(p, i, "arrest"); n > 0 {
			held = p.dates[d].EDTF
		}
		return held != ""
	})
	return held
}

// roleBeside reports whether a role of armed groups stands beside a name.
func (p *page) roleBeside(m *mention) bool {
	found := false
	p.around(m, besideReach, func(i int) bool {
		t, n := p.rules.match(p, i, "role")
		found = n > 0 && t.attrs["job"] == ""
		return found
	})
	return found
}

// tradeBefore finds the trade somebody is introduced by: "a baker from our street, Nizar Hamdan", «خبازا من شارعنا هو نزار حمدان».
func (p *page) tradeBefore(m *mention) (found trigger, words int) {
	switch p.token(m.first - 1).Folded {
	case ",", "named", "called", "هو", "يدعي", "اسمه":
	default:
		return trigger{}, 0
	}
	s := p.sentenceSpan(m.first)
	for i := m.first - 2; i >= max(s.Start, m.first-besideReach); i-- {
		if k := p.at(i); k >= 0 && p.mentions[k].kind == person {
			return trigger{}, 0
		}
		if t, n := p.rules.match(p, i, "trade"); n > 0 {
			return t, n
		}
	}
	return trigger{}, 0
}

// nameSpokenOf reports whether not the bearer but the name is spoken of, as it stands on a list: "the name Nizar Hamdan was on the list".
func (p *page) nameSpokenOf(m *mention) bool {
	if f := p.token(m.first - 1).Folded; f != "اسم" && !(f == "name" && p.token(m.first-2).Folded == "the") {
		return false
	}
	s := p.sentenceSpan(m.first)
	for i := s.Start; i < s.End; i++ {
		switch p.tokens[i].Folded {
		case "list", "lists", "warrant", "register", "database", "computer", "قائمه", "قايمه", "القائمه", "القايمه", "قوائم", "قوايم", "لائحه", "لايحه", "مذكره", "المذكره", "الحاسبه", "حاسبه", "سجل", "السجل":
			return true
		}
	}
	return false
}

// childWord reports a word before the name of a child.
func childWord(f string) bool {
	switch f {
	case "child", "boy", "girl", "baby", "infant", "toddler", "schoolboy", "schoolgirl", "الطفل", "الطفله", "الرضيع", "الرضيعه", "الصبي", "الصبيه", "طفل", "طفله", "والطفل", "والطفله":
		return true
	}
	return false
}
