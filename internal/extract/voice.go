package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// voice is who speaks in a sentence, how that voice knows, and what kind of statement it makes.
type voice struct {
	asserter string
	access   sanad.Access
	polarity sanad.Polarity
	kind     sanad.StatementKind
	duress   bool
	recanted bool
	doubted  bool // a remark below says that what is told here is not verified
	wrong    bool // the next sentence says so: "This was wrong."
}

// voiceOf reads the voice of a sentence from its words of speech.
func (p *page) voiceOf(s text.Span, triggers []trigger) voice {
	v := voice{polarity: sanad.Affirmed, kind: sanad.Reported}
	for _, t := range triggers {
		switch t.class {
		case "confess":
			v.kind = sanad.Confessed
		case "saw":
			v.access = sanad.SawIt
		case "told":
			v.access = sanad.ToldBy
		case "rumour":
			if v.access == "" {
				v.access = sanad.Rumour
			}
		case "duress":
			v.duress = true
		case "recant":
			v.recanted = true
		case "deny":
			v.polarity = sanad.Denied
		case "hedge":
			if v.polarity == sanad.Affirmed {
				v.polarity = sanad.Uncertain
			}
		}
	}
	v.asserter = p.asserter(s)
	v.doubted = p.doubtedBelow(s.End)
	v.wrong = p.calledWrong()
	return v
}

// calledWrong reports whether the sentence after the one being read takes it back: "This was wrong.", «وهذا خطأ», «والصحيح أن».
func (p *page) calledWrong() bool {
	if p.sentenceNo+1 >= len(p.sentences) {
		return false
	}
	next := p.sentences[p.sentenceNo+1]
	subject := false
	for i := next.Start; i < next.End && i < next.Start+5; i++ {
		switch p.tokens[i].Folded {
		case "this", "that", "هذا", "وهذا", "وهو":
			subject = true
		case "was", "is", "entirely", "completely", "simply", "an", "a":
		case "wrong", "false", "untrue", "incorrect", "error", "mistake", "lie", "slander", "خطا", "كذب", "باطل":
			return subject
		case "غير":
			f := p.token(i + 1).Folded
			return subject && (f == "صحيح" || f == "صحيحه")
		case "والصحيح", "الصحيح", "والصواب":
			return i == next.Start
		default:
			return false
		}
	}
	return false
}

// remarkReach is how many tokens after a sentence a remark on the whole message may stand.
const remarkReach = 200

// doubtedBelow reports whether a remark of the one who took the message down, after token i, says that it is not verified:
// "Comment of the officer: treat with caution", "Remark: not verified".
func (p *page) doubtedBelow(i int) bool {
	for n := i; n < len(p.tokens) && n < i+remarkReach; n++ {
		switch p.tokens[n].Folded {
		case "remark", "comment", "handler", "caveat", "officer's", "ملاحظه", "تعليق", "هامش", "التعليق":
		default:
			continue
		}
		if p.token(n-1).Kind == text.Word && p.tokens[n].Folded != "officer's" { // "he made no comment"
			continue
		}
		for j := n + 1; j < len(p.tokens) && j < n+45; j++ {
			switch p.tokens[j].Folded {
			case "unverified", "uncorroborated", "caution":
				return true
			case "verified", "confirmed", "corroborated":
				if f := p.token(j - 1).Folded; f == "not" || f == "above" || f == "be" && p.token(j-2).Folded == "not" {
					return true
				}
			case "بحذر", "بتحفظ":
				return true
			case "موكده", "مقيمه", "موكد", "متحققه":
				if p.token(j-1).Folded == "غير" {
					return true
				}
			}
		}
	}
	return false
}

// asserter returns the words that name who says what the sentence says, or "" when it is the report itself.
func (p *page) asserter(s text.Span) string {
	for i := s.Start; i < s.End; i++ {
		t := p.tokens[i]
		if t.Kind != text.Word {
			continue
		}
		if t.Folded == "according" && p.token(i+1).Folded == "to" {
			return p.nounPhrase(i+2, s.End)
		}
		if (t.Folded == "حسب" || t.Folded == "بحسب" || t.Folded == "وفق") && i+1 < s.End {
			return p.nounPhrase(i+1, s.End)
		}
		f := t.Folded
		if p.lex.is("say_en", f) && i > s.Start {
			start := i
			for start > s.Start && start > i-6 && p.tokens[start-1].Kind == text.Word && !p.lex.is("say_en", p.tokens[start-1].Folded) && !clauseWord(p.tokens[start-1].Folded) {
				start--
			}
			if start < i {
				return p.textOf(start, i)
			}
		}
		if strings.HasPrefix(f, "و") && p.lex.is("say_ar", f[2:]) {
			f = f[2:]
		}
		if p.lex.is("say_ar", f) && i+1 < s.End {
			if w := p.nounPhrase(i+1, s.End); w != "" {
				return w
			}
		}
	}
	return ""
}

func clauseWord(f string) bool {
	switch f {
	case "that", "and", "but", "when", "while", "which", "who", "because", "after", "before", "as":
		return true
	}
	return false
}

// nounPhrase returns the words from i up to a verb of the clause, a that, or punctuation, at most six.
func (p *page) nounPhrase(i, end int) string {
	j := i
	for j < end && j < i+6 && p.tokens[j].Kind == text.Word {
		f := p.tokens[j].Folded
		if k := p.at(j); k >= 0 && p.mentions[k].kind == person {
			return p.textOf(i, p.mentions[k].last)
		}
		if clauseWord(f) || p.lex.is("say_en", f) || f == "ان" || f == "انه" || f == "انها" || f == "بان" || f == "بانه" || f == "انهم" || f == "عن" || f == "في" && j > i || f == "لي" || f == "لنا" {
			break
		}
		if j > i && strings.HasPrefix(f, "ان") && len(f) <= 8 && p.tokens[j].IsArabic() && (f == "انني" || f == "اننا") {
			break
		}
		j++
	}
	return p.textOf(i, j)
}

// polarityAt says whether what the trigger at tokens first..last asserts is affirmed, denied or uncertain: by denials and
// doubts in its sentence, and by a negation close before it.
func (c *clause) polarityAt(first, last int) sanad.Polarity {
	if c.voice.wrong {
		return sanad.Denied
	}
	uncertain := false
	for _, t := range c.triggers {
		switch t.class {
		case "deny":
			before := t.first < first
			if !before && t.skip > 0 && c.voice.kind == sanad.Confessed { // «أقر بالخطف وأنكر القتل»
				continue
			}
			if (!c.broken(min(t.first, first), max(t.last, last)) || before && !c.rather(t.last, first)) && !(before && c.spent(t, first)) {
				return sanad.Denied
			}
		case "hedge":
			if t.first < last && !c.broken(t.last, first) || t.first >= last && t.first-last < 12 && !c.broken(last, t.first) {
				uncertain = true
			}
		}
	}
	for _, t := range c.triggers {
		if t.class != "neg" || t.first >= last || c.lasts(t.last) {
			continue
		}
		gap := first - t.last
		reach := 7
		if c.tokens[t.first].IsArabic() {
			reach = 4
		}
		if gap >= -2 && gap <= reach && !c.broken(t.last, first) && !c.hedged(t) && !c.whenBetween(t.last, first) {
			return sanad.Denied
		}
	}
	if uncertain || c.voice.doubted {
		return sanad.Uncertain
	}
	return sanad.Affirmed
}

// rather reports whether «بل» or "but" between two tokens turns from what is denied to what is said instead: "denied taking part but admitted paying";
// not "denied not only the killing but the bombing".
func (c *clause) rather(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "only", "also":
			return false
		case "بل":
			return true
		case "but":
			f := c.token(i + 1).Folded
			return f != "also" && f != "neither" && f != "nor" && f != "any" && f != "the"
		}
	}
	return false
}

// spent reports whether a denial does not reach token to: it stood in a relative clause that is over ("Laith, who denied it, was
// beaten"), or a verb of its own or a new word of saying follows it ("denied taking part and had been beaten", "and added that").
func (c *clause) spent(deny trigger, to int) bool {
	relative := false
	for i := max(c.s.Start, deny.first-2); i < deny.first; i++ {
		switch c.tokens[i].Folded {
		case "who", "which", "الذي", "التي", "الذين":
			relative = true
		}
	}
	that := false
	for i := deny.last; i < to; i++ {
		switch f := c.tokens[i].Folded; f {
		case ";", "؛":
			return true
		case ",", "،":
			if relative {
				return true
			}
		case "اذ", "وان", "فان":
			if c.tokens[deny.first].Folded == "لم" || c.tokens[deny.first].Folded == "فلم" { // what nothing proves is told; who did it is another matter
				return true
			}
			that = that || f != "اذ"
		case "that", "ان", "انه", "انها", "انهم", "بان", "بانه":
			that = true
		case "and", "but":
			switch c.token(i + 1).Folded {
			case "was", "were", "had", "has", "is":
				if !that {
					return true
				}
			case "said", "added", "told", "says", "stated", "stressed":
				return true
			}
		case "واضاف", "واضافت", "واكد", "واكدت", "وقال", "وقالت", "وذكر", "وذكرت", "مضيفا", "موكدا", "مؤكدا":
			return true
		}
	}
	return false
}

// hedged reports whether a negation is part of a doubt: "could not confirm".
func (c *clause) hedged(t trigger) bool {
	for _, h := range c.triggers {
		if h.class == "hedge" && h.first <= t.first+1 && t.first < h.last+1 {
			return true
		}
	}
	return false
}

// blessing reports whether "may" asks for God's grace, as letters do, and doubts nothing.
func (c *clause) blessing(t trigger) bool {
	if t.class != "hedge" || c.tokens[t.first].Folded != "may" {
		return false
	}
	f := c.token(t.last).Folded
	return f == "god" || f == "allah" || f == "peace"
}
