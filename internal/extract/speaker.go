package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// headSpeaker takes the person whose statement the head of a report says it is: "Record of questioning - Omar Salih",
// «محضر تدوين أقوال المتهم عمر صالح»; not where it says only whose relative speaks. He is who "I" is in a text that has that word.
func (p *page) headSpeaker() {
	p.speaker, p.recorded = -1, -1
	for i := 0; i < len(p.tokens) && i < heading; i++ {
		switch p.tokens[i].Folded {
		case "statement", "questioning", "interrogation", "interview", "testimony", "deposition", "confession", "account", "affidavit", "complaint", "شكوي", "افاده", "اقوال", "اعترافات", "اعتراف", "شهاده", "استجواب", "مقابله":
		default:
			continue
		}
		if k := p.headName(i + 1); k >= 0 {
			if p.recorded = k; p.speaksOfI() {
				p.speaker = k
			}
			return
		}
	}
}

// headReach is over how many tokens behind the word for a statement the name of its speaker is sought.
const headReach = 22

// headName returns the person a heading names from token i on, in its line or the one below.
func (p *page) headName(i int) int {
	breaks := 0
	for end := min(i+headReach, len(p.tokens)); i < end && breaks < 2; i++ {
		t := p.tokens[i]
		if t.Kind == text.Break {
			breaks++
			continue
		}
		k := p.at(i)
		if k < 0 || p.mentions[k].kind != person || p.mentions[k].first != i {
			if f := t.Folded; preposition(f) && f != "of" && f != "with" && f != "by" && f != "before" || relates(f) {
				return -1
			}
			continue
		}
		switch p.token(i - 1).Folded {
		case "judge", "by", "before", "officer", "investigator", "القاضي", "قبل", "امام", "المحقق", "العقيد", "الرائد", "النقيب", "الملازم", "المقدم":
			i = p.mentions[k].last - 1
			continue
		}
		return k
	}
	return -1
}

// relates reports whether a word of a heading says that somebody else than the one named speaks.
func relates(f string) bool {
	switch f {
	case "relative", "resident", "son", "daughter", "brother", "wife", "widow", "neighbour", "cousin", "late", "shopkeeper", "a", "an", "mother", "father",
		"ابن", "زوجه", "ارمله", "المرحوم", "احد", "اهالي", "من", "حول", "عن", "بشان", "قريب", "شقيق", "اخ", "والد", "والده", "جار", "بنت", "صاحب":
		return true
	}
	return false
}

// speaksOfI reports whether a text has a word for "I".
func (p *page) speaksOfI() bool {
	for _, t := range p.tokens {
		switch t.Folded {
		case "i", "me", "my", "انا", "اني", "اسمي", "كنت", "چنت", "عندي", "مني", "قلت", "گلت", "عملت", "لي", "شفت", "رايت", "شاهدت", "we", "us":
			return true
		}
		if t.IsArabic() && len(t.Folded) > 8 && strings.HasSuffix(t.Folded, "ني") && !strings.HasPrefix(t.Folded, "ال") { // «ضربني»
			return true
		}
	}
	return false
}

// goesOnSpeaking takes whose words are taken down for the subject of an Arabic sentence that begins with a verb of saying and names
// nobody: «أقر بأنه …», «كما نفى اشتراكه».
func (c *clause) goesOnSpeaking() {
	if c.recorded < 0 {
		return
	}
	i := c.s.Start
	for i < c.s.End && (c.tokens[i].Kind != text.Word || c.tokens[i].Folded == "كما" || c.tokens[i].Folded == "وكما") {
		i++
	}
	switch strings.TrimPrefix(c.token(i).Folded, "و") {
	case "اقر", "افاد", "نفي", "اعترف", "اضاف", "ذكر", "قال", "انكر", "ادعي", "اكد":
	default:
		return
	}
	switch f := c.token(i + 1).Folded; {
	case f == "انه", f == "بانه", f == "ان", f == "بان", f == "نفيا", c.suffixed(trigger{first: i + 1, last: i + 2}):
		c.lastWho = c.recorded
	}
}
