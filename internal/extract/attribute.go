package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// attributes finds what is said of a person beside the name: birth, parents, residence, documents, telephone.
func (c *clause) attributes() {
	for i := c.s.Start; i < c.s.End; i++ {
		t := c.tokens[i]
		if t.Kind != text.Word {
			continue
		}
		switch f := t.Folded; f {
		case "born", "مواليد", "تولد", "ولد", "المولود", "birth", "dob", "والمولود", "تولده", "ومواليد":
			c.birth(i)
		case "mother", "والدته", "امه", "الام", "mother's":
			c.parent(i, "motherName")
		case "father", "والده", "الاب":
			c.parent(i, "fatherName")
		case "resident", "residing", "lives", "lived", "living", "resides", "يسكن", "ساكن", "سكنه", "يقيم", "سكان", "يقطن", "القاطن", "والساكن", "address", "عنوان":
			c.residence(i)
		case "phone", "telephone", "mobile", "tel", "هاتف", "موبايل", "رقم", "number", "جوال", "passport", "id", "هويه", "جواز", "الهويه", "الجواز", "identity":
			c.numbered(i)
		}
	}
}

// whose returns the person an attribute at token i belongs to: the nearest before it in the sentence, else the person
// spoken of last.
func (c *clause) whose(i int) int {
	all := c.persons(c.s.Start, i)
	if len(all) > 0 {
		return all[len(all)-1]
	}
	return c.lastWho
}

func (c *clause) birth(i int) {
	k := c.whose(i)
	if k < 0 {
		return
	}
	polarity := c.polarityAt(i, i+1)
	e := c.entityOf(k)
	// A man is born once and in one place: a further date or place is of what the sentence tells next, and so is everything after a word
	// that says neither.
	dated, placed := false, false
	for j := i + 1; j < c.s.End && j < i+8 && !(dated && placed); j++ {
		if d := c.dateFrom(j); d < len(c.dates) && c.dates[d].First == j {
			if dated {
				return
			}
			x := &c.dates[d]
			c.claim(e, sanad.SchemaPerson, "birthDate", x.EDTF, "", x.Span, polarity, "birth.date")
			dated, j = true, x.Last-1
			continue
		}
		if t := c.tokens[j]; t.Kind == text.Number && !c.dated[j] && len(t.Folded) == 4 && (strings.HasPrefix(t.Folded, "19") || strings.HasPrefix(t.Folded, "20")) {
			if dated {
				return
			}
			c.claim(e, sanad.SchemaPerson, "birthDate", t.Folded, "", t.Span, polarity, "birth.date")
			dated = true
			continue
		}
		if m := c.mentionAtToken(j); m >= 0 && c.mentions[m].kind == place {
			if placed {
				return
			}
			c.claim(e, sanad.SchemaPerson, "birthPlace", c.valueOf(&c.mentions[m]), c.mentions[m].place.ID, c.mentions[m].span, polarity, "birth.place")
			placed, j = true, c.mentions[m].last-1
			continue
		}
		if dated || placed {
			switch c.tokens[j].Folded {
			case "in", "at", "on", "of", ",", "،", "في", "عام", "سنه", "محافظه", "قضاء", "ناحيه", "قريه", "مدينه":
			default:
				return
			}
		}
	}
}

func (c *clause) mentionAtToken(i int) int {
	k := c.page.at(i)
	if k >= 0 && c.mentions[k].first == i {
		return k
	}
	return -1
}

// parent reads "his mother, Fatima Jasim", "mother's name: …", «والدته فاطمة جاسم».
func (c *clause) parent(i int, prop string) {
	j := i + 1
	for j < c.s.End && j < i+6 {
		switch c.tokens[j].Folded {
		case ",", "،", ":", "name", "is", "was", "named", "called", "'", "s", "اسمها", "اسمه", "تدعي", "يدعي", "هي", "هو", "’":
			j++
			continue
		}
		break
	}
	m := c.mentionAtToken(j)
	if m < 0 || c.mentions[m].kind != person || j-i > 5 {
		return
	}
	own := false
	switch c.token(i - 1).Folded {
	case "his", "her", "whose", "اسم":
		own = true
	}
	f := c.tokens[i].Folded
	if before := c.token(i - 1).Text; c.token(i+1).Text == ":" || before == "(" || before == "," || before == ";" || before == "،" { // "(born 1990, mother Najla Hamza)"
		own = true
	}
	if !own && f != "والدته" && f != "امه" && f != "والده" && f != "mother's" && c.token(i+1).Text != "'" {
		return
	}
	c.mentions[m].parent = true
	k := c.whose(i)
	if k < 0 || c.mentions[k].entity == c.mentions[m].entity {
		return
	}
	c.claim(c.entityOf(k), sanad.SchemaPerson, prop, c.valueOf(&c.mentions[m]), "", c.mentions[m].span, c.polarityAt(i, i+1), "parent."+prop)
}

func (c *clause) residence(i int) {
	k := c.whose(i)
	if k < 0 {
		return
	}
	for j := i + 1; j < c.s.End && j < i+6; j++ {
		if m := c.mentionAtToken(j); m >= 0 {
			if c.mentions[m].kind == place {
				c.claim(c.entityOf(k), sanad.SchemaPerson, "residence", c.valueOf(&c.mentions[m]), c.mentions[m].place.ID, c.mentions[m].span, c.polarityAt(i, i+1), "residence")
			}
			return
		}
	}
}

// numbered reads telephone and document numbers.
func (c *clause) numbered(i int) {
	prop := ""
	switch c.tokens[i].Folded {
	case "phone", "telephone", "mobile", "tel", "هاتف", "موبايل", "جوال":
		prop = "phone"
	case "passport", "id", "هويه", "جواز", "الهويه", "الجواز", "identity":
		prop = "document"
	default:
		for j := i - 1; j <= i+1; j += 2 {
			switch c.token(j).Folded {
			case "هاتفه", "هاتف", "الهاتف", "phone", "mobile":
				prop = "phone"
			case "هويته", "هويه", "الهويه", "جوازه", "identity":
				prop = "document"
			}
		}
	}
	if prop == "" {
		return
	}
	k := c.whose(i)
	if k < 0 {
		return
	}
	for j := i + 1; j < c.s.End && j < i+6; j++ {
		t := c.tokens[j]
		if t.Kind != text.Number || c.dated[j] || c.paid[j] {
			continue
		}
		end := j + 1
		digits := len(t.Folded)
		for end < c.s.End && (c.tokens[end].Kind == text.Number || c.tokens[end].Text == "-" || c.tokens[end].Text == " ") && end < j+9 {
			if c.tokens[end].Kind == text.Number {
				digits += len(c.tokens[end].Folded)
			}
			end++
		}
		if c.tokens[end-1].Kind != text.Number {
			end--
		}
		start := j
		if c.token(j-1).Text == "+" {
			start--
		}
		if digits < 5 || prop == "phone" && digits < 7 {
			return
		}
		c.claim(c.entityOf(k), sanad.SchemaPerson, prop, c.textOf(start, end), "", c.spanOf(start, end), c.polarityAt(i, i+1), "number."+prop)
		return
	}
}
