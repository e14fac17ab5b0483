package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// triedReach is how many tokens may stand between the word of a charge or judgment and the incident it is about.
const triedReach = 24

// triedFor returns who was charged, tried or judged for the incident that trigger t tells of, and what the court makes of
// them: "was charged on 9 January with driving the car used in the bombing", «حكم عليه بالسجن عن جريمة القتل». Who was
// acquitted of it has no part in it.
func (c *clause) triedFor(t trigger) (who []int, role string, polarity sanad.Polarity) {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		o := c.triggers[i]
		if o.last > t.first || !c.aboutIncident(o, t) {
			continue
		}
		role, polarity = sanad.Perpetrator, sanad.Affirmed
		switch o.class {
		case "charge":
			role = sanad.Suspect
		case "verdict":
			if o.attrs["value"] != "convicted" {
				polarity = sanad.Denied
			}
		case "release":
			if !c.forWant(o.last, t.first) {
				continue
			}
			polarity = sanad.Denied
		case "sentence":
			if _, _, ok := c.penalty(o.last); !ok {
				continue
			}
		default:
			continue
		}
		for _, k := range c.outcomeSubjects(o) {
			if !c.official(k) && c.mentions[k].first < t.first {
				who = append(who, k)
			}
		}
		return who, role, polarity
	}
	return nil, "", ""
}

// clearedAfter reports whether the sentence goes on to an acquittal, or to a release without bail, with nobody else named between:
// "arrested over the bombing and released the next day", "accused of the murder, was cleared".
func (c *clause) clearedAfter(from int) bool {
	for i := from; i < c.s.End && i < from+8; i++ {
		switch c.tokens[i].Folded {
		case "dropped", "withdrawn", "dismissed":
			if f := c.token(c.groupStart(i)).Folded; f == "were" || f == "was" || f == "is" || f == "are" || f == "have" || f == "has" {
				return true
			}
		}
	}
	for _, o := range c.triggers {
		if o.first < from || o.first-from > 16 || len(c.persons(from, o.first)) > 0 {
			continue
		}
		if o.class == "verdict" && o.attrs["value"] == "acquitted" {
			return true
		}
		if o.class == "release" {
			for i := o.first; i < min(c.s.End, o.last+8); i++ {
				switch c.tokens[i].Folded {
				case "bail", "pending", "serving", "ransom", "بكفاله", "كفاله", "فديه", "محكوميته":
					return false
				}
			}
			return true
		}
	}
	return false
}

// forWant reports whether the words between two tokens say that evidence was wanting.
func (c *clause) forWant(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "lack", "insufficient", "insufficiency", "want", "absence", "لعدم":
			return true
		}
	}
	return false
}

// aboutIncident reports whether a word that says for what stands between the word of a proceeding and an incident, and
// nothing that says when or where it was.
func (c *clause) aboutIncident(o, t trigger) bool {
	if t.first-o.last > triedReach || c.turns(o.last, t.first) {
		return false
	}
	about := false
	for i := o.last - 1; i < t.first; i++ {
		switch c.tokens[i].Folded {
		case "with", "for", "of", "over", "in", "عن", "بتهمه", "تهمه", "بجريمه", "لقيامه", "لاشتراكه", "بقضيه", "قضيه", "من", "لكونه", "لكونها", "لثبوت", "بالمساعده", "بالشروع", "بالتحريض", "بالاشتراك":
			about = true
		case "after", "before", "during", "since", "when", "said", "told", "following", "despite", "بعد", "قبل", "خلال", "منذ", "اثر", "قال", "لكن", ";", "؛":
			return false
		}
	}
	for _, x := range c.triggers { // another proceeding between has the incident for itself
		if x.first >= o.last && x.last <= t.first && (x.class == "arrest" || x.class == "release" || x.class == "charge" || x.class == "verdict") {
			return false
		}
	}
	return about || t.skip > 0 || o.class == "release" || c.tokens[t.first].IsArabic() && (strings.HasPrefix(c.tokens[t.first].Folded, "ب") || strings.HasPrefix(c.tokens[t.first].Folded, "ل"))
}

// turns reports whether the words between turn to another matter; a relative clause ("the car which …") does not.
func (c *clause) turns(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "but", "while", "whereas", "however", "although", "though", "بينما", "لكن", "لكنه", "فيما", "ولكن", "ثم":
			return true
		}
	}
	return false
}

// afterName returns the person a bare participle describes: "Lieutenant Salim, killed in the blast,".
func (c *clause) afterName(t trigger) []int {
	if f := c.token(t.first - 1).Text; f != "," && f != "(" {
		return nil
	}
	k := c.at(t.first - 2)
	if k < 0 || c.mentions[k].kind != person || c.mentions[k].parent {
		return nil
	}
	switch c.tokens[t.first].Folded {
	case "killed", "murdered", "shot", "slain", "kidnapped", "abducted", "tortured", "wounded", "assassinated", "executed", "beheaded":
		return []int{k}
	}
	return nil
}

// reduced returns the person a description with a participle is put to: "Nasir Shubbar, the cardiologist assassinated outside his
// clinic".
func (c *clause) reduced(t trigger) []int {
	switch c.tokens[t.first].Folded {
	case "killed", "murdered", "shot", "slain", "kidnapped", "abducted", "tortured", "assassinated", "executed", "beheaded", "gunned":
	default:
		return nil
	}
	switch f := c.token(t.last).Folded; {
	case preposition(f), f == "outside", f == "when", c.dated[min(t.last, len(c.dated)-1)], f == "last", f == ".", f == ",":
	default:
		return nil
	}
	article := false
	for i := t.first - 1; i > c.s.Start && i > t.first-6; i-- {
		switch f := c.tokens[i].Folded; {
		case f == "the" || f == "a" || f == "an":
			article = true
		case f == ",":
			if k := c.at(i - 1); article && k >= 0 && c.mentions[k].kind == person {
				return []int{k}
			}
			return nil
		case c.tokens[i].Kind != text.Word || c.at(i) >= 0 || auxiliary(f) || f == "who":
			return nil
		}
	}
	return nil
}

// among returns the persons a counted passive names as part of its count: "Three policemen were killed, among them Omar
// Salih", «قتل ثلاثة بينهم عمر صالح».
func (c *clause) among(t trigger) []int {
	for i := t.last; i < t.last+12 && i+1 < c.s.End; i++ {
		if t := c.tokens[i].Text; t == ":" || t == "–" || t == "—" {
			return c.namesOf(i)
		}
		switch c.tokens[i].Folded {
		case ";", "؛", "by", "who", "arrested", "detained":
			return nil
		case "among", "including", "بينهم", "منهم", "ومنهم", "وبينهم", "هم":
			from := i + 1
			if f := c.token(from).Folded; f == "them" || f == "were" {
				from++
			}
			if all := c.persons(from, c.s.End); len(all) > 0 && c.mentions[all[0]].first-from <= 4 {
				return c.group(all[0])
			}
			return nil
		}
	}
	return nil
}

// findSpeaker takes the name a first-person statement is given under: "I am Omar Salih", «أنا عمر صالح».
func (p *page) findSpeaker(s text.Span) {
	if k := p.at(s.Start); k >= 0 && p.mentions[k].kind == person && p.mentions[k].first == s.Start && p.token(p.mentions[k].last).Text == ":" && p.mentions[k].last+2 < s.End {
		p.speaker = k // a line of a transcript: "OMAR SALIH: They took me …"
		return
	}
	if f := p.tokens[s.Start].Folded; (f == "ج" || f == "a") && s.Start+2 < s.End && p.askedName(s.Start) { // «س/ ما اسمك؟ ج/ عمر صالح»
		if k := p.at(s.Start + 2); k >= 0 && p.mentions[k].kind == person && p.mentions[k].first == s.Start+2 {
			p.speaker = k
			return
		}
	}
	for i := s.Start; i+1 < s.End; i++ {
		from := 0
		switch p.tokens[i].Folded {
		case "انا", "اني":
			from = i + 1
		case "اسمي":
			from = i + 1
		case "i":
			if p.token(i+1).Text == "," || p.token(i+1).Folded == "am" {
				from = i + 2
			}
		case "my":
			if p.token(i+1).Folded == "name" && p.token(i+2).Folded == "is" {
				from = i + 3
			}
		}
		for from > 0 && (p.lex.is("title_ar", p.token(from).Folded) || p.lex.is("title_en", p.token(from).Folded)) && p.at(from) < 0 {
			from++
		}
		if k := p.at(from); from > 0 && k >= 0 && p.mentions[k].kind == person && p.mentions[k].first == from {
			p.speaker = k
		}
	}
}

// askedName reports whether the words before token i ask who somebody is: "What is your name?", «ما اسمك».
func (p *page) askedName(i int) bool {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		switch p.tokens[j].Folded {
		case "اسمك", "name":
			return true
		}
	}
	return false
}

// firstPerson returns whom a first-person form speaks of: the speaker of the statement, when he has named himself.
func (c *clause) firstPerson(t trigger) []int {
	if c.speaker < 0 {
		return nil
	}
	last := c.tokens[t.last-1]
	switch next := c.token(t.last).Folded; {
	case last.IsArabic() && len(last.Folded) > 8 && (last.Folded[len(last.Folded)-4:] == "ني"):
		return []int{c.speaker}
	case last.Folded == "عني" || last.Folded == "سبيلي" || last.Folded == "سراحي" || next == "عني" || next == "سبيلي" || next == "سراحي":
		return []int{c.speaker}
	case last.IsArabic() && t.class == "arrest" && t.attrs["form"] == "verb" && len(last.Folded) > 8 && last.Folded[len(last.Folded)-2:] == "ت" && len(c.persons(t.last, min(t.last+6, c.s.End))) == 0:
		return []int{c.speaker} // «اعتقلت في …»: I was arrested
	case next == "me", !last.IsArabic() && slices.ContainsFunc(c.tokens[t.first:t.last], func(w text.Token) bool { return w.Folded == "me" }):
		return []int{c.speaker}
	}
	if !last.IsArabic() && c.token(t.first-1).Folded == "was" && c.token(t.first-2).Folded == "i" || c.token(t.first).Folded == "was" && c.token(t.first-1).Folded == "i" {
		return []int{c.speaker}
	}
	return nil
}
