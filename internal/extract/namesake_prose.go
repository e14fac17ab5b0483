package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// How prose tells two men of one name apart without saying so: it introduces the second as somebody new, sets him against the first, or says
// which of them it means. All of these leave the two apart, which is the safe state; somebody who is told so of one man has one answer more to give.

// contestProse contests the names that are singled out, counted or set against their like.
func (r *identities) contestProse(c contest) {
	last := -1 // the person named before
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.kind != person {
			continue
		}
		if m.prop == "name" && len(m.words) > 1 {
			other := last >= 0 && r.mentions[last].prop == "name" && r.compatible("name", r.mentions[last].words, m.words)
			if r.singledOut(m) || other && (r.setAgainst(m) || r.pointedAt(m)) {
				c.add(r.page, "name", m.words)
			}
		}
		if m.appositive < 0 {
			last = i
		}
	}
}

// singledOut reports whether the words at a name say which of its bearers is meant: "the Nizar Hamdan they want", "our Nizar Hamdan",
// «نزار حمدان الذي يطلبونه», «نزار حمدان مال هيت».
func (p *page) singledOut(m *mention) bool {
	switch p.token(m.first - 1).Folded {
	case "the", "our", "this", "both", "two", "three": // but "the Nizar Hamdan group"
		next := p.token(m.last)
		if next.Kind != text.Word || next.Text == "'" || next.Folded == "'s" {
			return true
		}
		switch next.Folded {
		case "of", "from", "who", "whom", "they", "we", "you", "i", "in", "is", "was", "has", "had", "named", "on", "with", "the":
			return true
		}
		return false
	case "اثنين", "اثنان", "ثلاثه":
		return true
	}
	i := m.last
	switch p.token(i).Folded {
	case "they", "we", "you": // "Nizar Hamdan they want"
		return meantVerb(p.token(i + 1).Folded)
	case "who", "whom":
		return meantVerb(p.token(i + 2).Folded)
	case "الذي", "التي", "اللي", "الي", "اليي":
		for j := i + 1; j < i+3; j++ {
			if meantVerb(p.token(j).Folded) {
				return true
			}
		}
	case "مال", "مالت", "تبع":
		k := p.at(i + 1)
		return k >= 0 && p.mentions[k].kind == place
	}
	return false
}

// meantVerb reports a verb by which somebody is wanted, meant or known.
func meantVerb(f string) bool {
	switch f {
	case "want", "wanted", "mean", "meant", "seek", "know", "sought":
		return true
	case "مطلوب", "مقصود", "المقصود", "المطلوب":
		return true
	}
	for _, stem := range [...]string{"طلب", "قصد", "عني", "دور", "بحث", "عرف", "ريد"} {
		if i := strings.Index(f, stem); i > 0 && i <= 4 && len(f) > len(stem)+1 {
			return true
		}
	}
	return false
}

// setAgainst reports whether a name stands where the talk turns to somebody else: «أما نزار حمدان فصياد», "as for Nizar Hamdan".
func (p *page) setAgainst(m *mention) bool {
	switch p.token(m.first - 1).Folded {
	case "اما", "واما":
		return true
	case "for":
		return p.token(m.first-2).Folded == "as"
	}
	return false
}

// pointedAt reports whether a name explains whom a man is that the sentence points at: "that man, Nizar Hamdan, …".
func (p *page) pointedAt(m *mention) bool {
	if !comma(p.token(m.first - 1)) {
		return false
	}
	switch p.token(m.first - 3).Folded {
	case "that", "this", "ذلك", "ذاك", "هذا", "هذاك":
		return p.token(m.first-2).Kind == text.Word && p.at(m.first-2) < 0
	}
	return false
}

// newcomer reports whether a name comes as that of somebody new: "a fisherman named Nizar Hamdan", «رجل اسمه نزار حمدان».
func (p *page) newcomer(m *mention) bool {
	i := m.first - 1
	switch p.token(i).Folded {
	case "named", "called", "name":
	case "اسمه", "واسمه", "يدعي", "ويدعي", "يسمي", "ويسمي", "اسمها", "تدعي":
		noun := p.token(i - 1)
		return noun.Kind == text.Word && !strings.HasPrefix(noun.Folded, "ال") && p.at(i-1) < 0
	case "another", "a", "one":
		return true
	default:
		return false
	}
	for j := i - 1; j > i-5 && p.token(j).Kind == text.Word && p.at(j) < 0; j-- {
		switch p.token(j).Folded {
		case "a", "an", "another", "one":
			return true
		}
	}
	return false
}

// leads reports whether the sentence makes the bearer of a name head of something: "Nizar Hamdan runs the smuggling", «يقود نزار حمدان شبكة».
func (p *page) leads(m *mention) bool {
	i := m.last
	for i < m.last+aliasReach && (comma(p.token(i)) || p.at(i) >= 0 && p.mentions[p.at(i)].appositive >= 0 || p.namesAlias(i)) {
		i++
	}
	switch p.token(i).Folded {
	case "leads", "led", "runs", "ran", "heads", "headed", "commands", "commanded", "يقود", "قاد", "يراس", "يتزعم", "تزعم", "يدير":
		return true
	}
	switch p.token(m.first - 1).Folded {
	case "يقود", "قاد", "يقوده", "يقودها", "يقودهم", "قادها", "يراس", "يراسها", "يتزعم", "يتزعمها", "تزعم", "تزعمها", "بقياده", "بزعامه", "بامره":
		return true
	case "by":
		switch p.token(m.first - 2).Folded {
		case "led", "headed", "commanded", "run":
			return true
		}
	}
	return false
}

// aliasReach is how many tokens an alias between a name and its verb may take.
const aliasReach = 8

// namesAlias reports a word that leads from a name to another of the same person.
func (p *page) namesAlias(i int) bool {
	switch p.token(i).Folded {
	case "alias", "aka", "known", "called", "as", "المكني", "الملقب", "المعروف":
		return true
	}
	return false
}

// standing reads the word before a name that tells a man who is sought from one who is held.
func standing(f string) string {
	switch f {
	case "المطلوب", "والمطلوب", "الهارب", "الفار", "wanted", "fugitive":
		return "wanted"
	case "الموقوف", "والموقوف", "المحتجز", "المعتقل", "detainee", "prisoner", "detained":
		return "held"
	}
	return ""
}

// setOff reports whether a given name alone stands in the sentence of its long form with nothing said of it behind: an item of a list, somebody
// called by his name. A sentence that goes on speaking of the man it named in full has something to say of him.
func (p *page) setOff(short, long *mention) bool {
	return len(short.words) == 1 && short.words[0] == long.words[0] && p.sameSentence(long.last, short.first) && p.token(short.last).Kind != text.Word
}
