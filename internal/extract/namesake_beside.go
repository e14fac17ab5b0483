package extract

import (
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
