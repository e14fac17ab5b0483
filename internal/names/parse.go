package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

const (
	maxParts  = 16
	maxTokens = 64 // a name of more words is cut
)

// token is one word of a name.
type token struct {
	start, end int    // in code points
	from, to   int    // in bytes
	word       string // folded, without apostrophes
	arabic     bool
	letters    int
	role       role
	hyphen     bool // a hyphen stands before it
	comma      bool // a comma stands before it
	quoted     bool // inside double quotes or brackets
	hamza      bool // begins with a hamza letter, so "al" is no article
	dot        bool // a full stop follows
}

// Parse takes a personal name apart. It never fails: what it does not understand is Unknown, and a string without
// letters has no parts.
func Parse(s string) Name {
	n := Name{Raw: s, Script: text.ScriptOf(head(s))}
	toks, comma := tokenize(s, make([]token, 0, min(len(s)/4+1, 12)))
	if len(toks) == 0 {
		return n
	}
	p := parser{raw: head(s), toks: toks, parts: make([]Part, 0, min(len(toks), maxParts))}
	split := -1
	for i := 0; i < len(toks); {
		if toks[i].comma && comma == 1 && split < 0 && len(p.parts) > 0 && len(p.parts) <= 2 && !toks[i].quoted {
			split = len(p.parts)
		}
		i = p.next(i)
	}
	if split > 0 && split < len(p.parts) && !p.alias {
		turned := append([]Part{}, p.parts[split:]...)
		p.parts = append(turned, p.parts[:split]...)
	}
	n.Parts = classify(p.parts)
	return n
}

// head bounds the work for absurdly long strings: no name has 2,000 bytes.
func head(s string) string {
	if len(s) <= 2000 {
		return s
	}
	for i := range s {
		if i >= 2000 {
			return s[:i]
		}
	}
	return s
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '`', '´', 'ʹ':
		return true
	}
	return false
}

func tokenize(s string, toks []token) ([]token, int) {
	s = head(s)
	pos, commas := 0, 0
	var hyphen, comma bool
	quote := 0
	start, startByte := -1, 0
	closeTok := func(end, endByte int, r rune) {
		if start < 0 {
			return
		}
		raw := s[startByte:endByte]
		for strings.HasSuffix(raw, "'") || strings.HasSuffix(raw, "’") || strings.HasSuffix(raw, "`") || strings.HasSuffix(raw, "‘") {
			_, size := lastRune(raw)
			raw = raw[:len(raw)-size]
			endByte -= size
			end--
		}
		t := token{start: start, end: end, from: startByte, to: endByte, word: foldWord(raw), hyphen: hyphen, comma: comma, quoted: quote > 0, dot: r == '.'}
		for _, c := range raw {
			if text.IsArabic(c) {
				t.arabic = true
				t.hamza = c == 'أ' || c == 'إ' || c == 'آ'
				break
			}
			if unicode.IsLetter(c) {
				break
			}
		}
		t.role = roles[t.word]
		t.letters = utf8.RuneCountInString(t.word)
		start, hyphen, comma = -1, false, false
		if t.word == "" || len(toks) >= maxTokens {
			return
		}
		if cut := attachedArticle(raw, t); cut > 0 {
			a, b := t, t
			bytes := len(string([]rune(raw)[:cut]))
			a.to, b.from = t.from+2, t.from+bytes
			a.word, a.end, a.letters, a.role = t.word[:2], t.start+2, 2, article
			b.word, b.start, b.letters, b.hyphen, b.comma = t.word[2:], t.start+cut, t.letters-2, true, false
			b.role = roles[b.word]
			toks = append(toks, a)
			if len(toks) < maxTokens {
				toks = append(toks, b)
			}
			return
		}
		toks = append(toks, t)
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start < 0 {
				start, startByte = pos, i
			}
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == 'ـ' || isApostrophe(r):
			// inside a word these belong to it, elsewhere they say nothing
		default:
			closeTok(pos, i, r)
			switch r {
			case '-', '‐', '‑', '–', '—', '_':
				hyphen = true
			case ',', '،':
				comma = true
				commas++
			case '"', '”', '“', '«', '»', '„':
				if quote == 0 {
					quote = 1
				} else {
					quote = 0
				}
			case '(', '[':
				quote = 2
			case ')', ']':
				quote = 0
			}
		}
		pos++
	}
	closeTok(pos, len(s), 0)
	return toks, commas
}

func lastRune(s string) (rune, int) {
	r := []rune(s)
	c := r[len(r)-1]
	return c, len(string(c))
}

// foldWord folds a word and drops apostrophes, which stand for letters that most spellings leave out.
func foldWord(raw string) string {
	var plain [48]byte
	n := 0
	for i := 0; i < len(raw) && i < len(plain) && raw[i] < 0x80; i++ {
		c := raw[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			plain[n] = c
			n++
		}
		if i == len(raw)-1 {
			if n == len(raw) && string(plain[:n]) == raw {
				return raw
			}
			return string(plain[:n])
		}
	}
	w := text.Fold(raw)
	if strings.IndexByte(w, '\'') >= 0 {
		w = strings.ReplaceAll(w, "'", "")
	}
	if i := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		w = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, w)
	}
	return w
}

// attachedArticle returns how many code points of a raw Latin word are an article and its apostrophe or capital
// ("al'Issawi", "AlHussein"), 0 when there is none.
func attachedArticle(raw string, t token) int {
	if t.arabic || len(t.word) < 5 || !(strings.HasPrefix(t.word, "al") || strings.HasPrefix(t.word, "el")) {
		return 0
	}
	r := []rune(raw)
	if len(r) < 4 {
		return 0
	}
	if isApostrophe(r[2]) {
		return 3
	}
	if unicode.IsUpper(r[2]) && unicode.IsLower(r[1]) && unicode.IsLower(r[3]) {
		return 2
	}
	return 0
}

type parser struct {
	raw   string
	toks  []token
	parts []Part
	alias bool // what follows is a nickname
}

// next reads one part beginning at token i and returns the token after it.
func (p *parser) next(i int) int {
	t := &p.toks[i]
	if i > 0 && t.is(aliasWord) || (t.word == "known" && i+1 < len(p.toks) && p.toks[i+1].word == "as") ||
		(t.word == "k" && i > 0 && i+1 < len(p.toks) && p.toks[i-1].word == "a" && p.toks[i+1].word == "a") {
		if t.word == "known" || t.word == "k" {
			i++
			if t.word == "k" && len(p.parts) > 0 && p.parts[len(p.parts)-1].Kind == Initial {
				p.parts = p.parts[:len(p.parts)-1]
			}
		}
		p.alias = true
		if i+1 < len(p.toks) && t.arabic {
			if w, ok := strings.CutPrefix(p.toks[i+1].word, "ب"); ok && len([]rune(w)) >= 2 {
				p.toks[i+1].word, p.toks[i+1].role = w, roles[w]
				p.toks[i+1].start++
				p.toks[i+1].from += len("ب")
			}
		}
		return i + 1
	}
	part, j := p.part(i, 0)
	if len(p.parts) < maxParts && part.Folded != "" {
		if (t.quoted || p.alias) && part.Kind != Kunya {
			part.Kind = Nickname
		}
		p.parts = append(p.parts, part)
	}
	return j
}

// part reads a part at token i. depth bounds nesting ("Abu Abu Abu …").
func (p *parser) part(i, depth int) (Part, int) {
	t := &p.toks[i]
	more := i+1 < len(p.toks) && depth < 4 && !p.toks[i+1].comma
	switch {
	case more && (t.is(article) || t.is(assimilated) && p.toks[i+1].hyphen && p.toks[i+1].word[0] == t.word[len(t.word)-1]):
		q, j := p.part(i+1, depth+1)
		q.article = true
		if roles[q.Folded]&titleWord != 0 {
			q.Kind = Title
		}
		return p.span(q, t), j
	case more && t.is(nasabWord) && !(t.word == "ولد" && i == 0):
		q, j := p.part(i+1, depth+1)
		if q.Kind == Unknown || q.Kind == Title || q.Kind == "" {
			q.Kind = Father
		}
		if q.Kind == Kunya { // "bin Abi Talib": a father known by his kunya
			q.Kind = Father
		}
		return q, j
	case more && t.is(abuWord):
		if t.word == "abul" {
			p.toks[i+1].hyphen = true
		}
		q, j := p.part(i+1, depth+1)
		q.Kind = Kunya
		return p.span(q, t), j
	case more && t.is(abdWord) && !p.toks[i+1].is(nasabWord) && !p.toks[i+1].is(abuWord):
		k := i + 1
		for k+1 < len(p.toks) && (p.toks[k].is(article) || p.toks[k].is(assimilated)) {
			k++
		}
		rest := &p.toks[k]
		w := rest.word
		if r, ok := strings.CutPrefix(w, "ال"); ok && len([]rune(r)) >= 3 {
			w = r
		}
		joined := "abd" + w
		if rest.arabic {
			joined = "عبد" + w
		}
		if w == "allah" || w == "ullah" || w == "الله" || w == "لله" || w == "اله" || w == "lah" || w == "llah" {
			joined = either(rest.arabic, "عبدالله", "abdallah")
		}
		return p.make(joined, t, rest), k + 1
	}
	return p.word(i)
}

// word reads a part that begins with an ordinary word: it may carry a glued particle, or be the first half of X al-Din.
func (p *parser) word(i int) (Part, int) {
	t := &p.toks[i]
	j := i + 1
	if t.letters == 1 && !t.arabic {
		q := p.make(t.word, t, t)
		q.Kind = Initial
		return q, j
	}
	if t.is(titleWord) || t.is(titleSuffix) {
		q := p.make(t.word, t, t)
		q.Kind = Title
		return q, j
	}
	if w := gluedAbu(t.word); w != "" {
		q := p.make(w, t, t)
		q.Kind = Kunya
		return q, j
	}
	word, al, last := t.word, false, t
	if t.arabic {
		if r, ok := strings.CutPrefix(word, "ال"); ok && !t.hamza && len([]rune(r)) >= 3 && !t.is(notArticle) {
			word, al = r, true
		}
	}
	if isAbdallah(word) {
		word = either(t.arabic, "عبدالله", "abdallah")
	} else if w := gluedAbd(word); w != "" {
		word = either(t.arabic, "عبد", "abd") + w
	}
	if !al && j < len(p.toks) && !p.toks[j].comma {
		u := &p.toks[j]
		switch {
		case u.is(dinJoined) || u.word == "الدين" || (u.is(dinWord) && u.hyphen):
			word, last, j = word+din(t.arabic), u, j+1
		case (u.is(article) || u.is(assimilated)) && j+1 < len(p.toks) && p.toks[j+1].is(dinWord):
			word, last, j = word+din(t.arabic), &p.toks[j+1], j+2
		}
	}
	q := p.make(word, t, last)
	q.article = al
	if !t.arabic {
		q.glued = int8(gluedArticle(word))
	}
	return q, j
}

func din(arabic bool) string { return either(arabic, "دين", "din") }

func either(arabic bool, a, l string) string {
	if arabic {
		return a
	}
	return l
}

// span widens a part to begin at a token before it.
func (p *parser) span(q Part, first *token) Part {
	q.Span.Start = first.start
	q.Text = p.raw[first.from:q.to]
	return q
}

// make builds a part of a folded word that stands from one token to another.
func (p *parser) make(word string, first, last *token) Part {
	arabic := last.arabic
	q := Part{Kind: Unknown, Folded: word, arabic: arabic, to: int32(last.to), Span: sanad.Span{Start: first.start, End: last.end}}
	q.Text = p.raw[first.from:last.to]
	var s []uint8
	if arabic {
		s = arabicSymbols(q.syms[:0], word)
	} else {
		s = latinSymbols(q.syms[:0], word)
	}
	q.n = int8(len(s))
	q.Key = skeleton(s, arabic)
	q.mask = classMask(q.Key)
	q.info = information(s, arabic)
	return q
}

// classify names the parts that the words themselves did not: the chain, epithets, nisbas.
func classify(parts []Part) []Part {
	open := 0 // parts that could be an ism
	for _, q := range parts {
		if q.Kind == Unknown || q.Kind == Father {
			open++
		}
	}
	if open == 0 { // only titles, kunyas and the like: a lone title word is a name after all
		for i := range parts {
			if parts[i].Kind == Title && i == len(parts)-1 && i == 0 {
				parts[i].Kind = Ism
			}
		}
	}
	chain := 0
	for i := range parts {
		q := &parts[i]
		switch q.Kind {
		case Father:
			chain++
			if chain == 1 { // "bin Laden" alone: what comes first in a name is not known to be the ism
				chain = 2
			} else if chain > 2 {
				q.Kind = Grandfather
			}
			continue
		case Unknown:
		default:
			continue
		}
		end := i == len(parts)-1 || parts[i+1].Kind == Title || parts[i+1].Kind == Nickname || parts[i+1].article
		last := []rune(q.Folded)
		yod := false
		if n := len(last); n >= 4 || n >= 3 && q.article {
			switch last[n-1] {
			case 'i', 'y', 'ي':
				yod = true
			case 'e':
				yod = last[n-2] == 'e'
			case 'h', 'ه':
				yod = n > 4 && (last[n-2] == 'ي' || strings.HasSuffix(q.Folded, "iyah") || strings.HasSuffix(q.Folded, "iyyah"))
			}
		}
		switch {
		case (q.article || q.glued > 0) && yod && (end || chain > 0):
			q.Kind = Nisba
		case q.article && (chain > 0 || open > 1 && i == len(parts)-1):
			q.Kind = Laqab
		case q.article && open == 1 && len(parts) > 1:
			q.Kind = Laqab
		default:
			chain++
			q.Kind = [...]Kind{Ism, Father, Grandfather}[min(chain, 3)-1]
		}
	}
	return parts
}
