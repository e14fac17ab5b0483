package extract

import "github.com/sanad-workbench/sanad/internal/text"

// letterHead and letterFoot are how many tokens at the beginning and the end of a letter say to whom and by whom it is.
const letterHead, letterFoot = 60, 30

// writer returns the mention of who speaks in the first person: who has named himself, or who signs the letter; -1 when nobody.
func (c *clause) writer() int {
	if c.speaker >= 0 {
		return c.speaker
	}
	for i := 0; i+2 < len(c.tokens) && i < letterHead/3; i++ { // the head of a mail
		f := c.tokens[i].Folded
		if (f == "from" || f == "من") && (c.tokens[i+1].Text == ":" || c.tokens[i+1].Text == "/") {
			if k := c.at(i + 2); k >= 0 && c.mentions[k].kind == person {
				return k
			}
		}
		if f == "from" || f == "من" { // a line of its own: "From Abu Omar"
			if k := c.at(i + 1); k >= 0 && c.mentions[k].kind == person && c.token(i-1).Kind == text.Break && c.token(c.mentions[k].last).Kind == text.Break {
				return k
			}
		}
	}
	if k := c.letterFrom(); k >= 0 {
		return k
	}
	for i := max(0, len(c.tokens)-letterFoot); i < len(c.tokens); i++ {
		switch c.tokens[i].Folded {
		case "brother", "signed", "yours", "servant", "كتبه", "حرره", "بقلم", "written", "اخوكم", "اخوك", "المخلص", "خادمكم", "التوقيع", "محبكم", "والسلام", "المفيد", "المشتكي", "الموقع":
			if c.tokens[i].Folded == "brother" && c.token(i-1).Folded != "your" {
				continue
			}
			for j := i + 1; j < len(c.tokens) && j <= i+6; j++ {
				if k := c.at(j); k >= 0 && c.mentions[k].kind == person {
					return k
				}
			}
		}
	}
	return c.namesHimself()
}

// addressee returns the mention of whom a letter is to: "To brother Omar", «إلى الأخ عمر»; -1 when it is none.
func (c *clause) addressee() int {
	for i := 0; i < len(c.tokens) && i < letterHead; i++ {
		switch c.tokens[i].Folded {
		case "to", "dear", "الي", "حضره", "beloved":
			for j := i + 1; j <= i+5 && j < len(c.tokens) && c.tokens[j].Kind != text.Punctuation; j++ {
				k := c.at(j)
				if k < 0 || c.mentions[k].kind != person {
					continue
				}
				switch c.token(c.mentions[k].first - 1).Folded {
				case "brother", "sheikh", "dear", "الاخ", "اخي", "اخينا", "الشيخ", "to":
					return k
				}
				return -1
			}
		}
	}
	return -1
}

// addressed reports whether a word of giving is said to the reader of a letter: "I sent you", «أرسلت لكم».
func (c *clause) addressed(t trigger) bool {
	for i := t.last; i < t.last+8 && i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "you", "لكم", "اليكم", "لك", "اليك":
			return true
		}
	}
	return false
}
