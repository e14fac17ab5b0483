package names

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

const (
	maxParts  = 16
	maxTokens = 64 // a name of more words is cut
)

// token is one word of a name where it stands.
type token struct {
	*word
	start, end int32 // in code points
	from, to   int32 // in bytes
	hyphen     bool  // a hyphen stands before it
	comma      bool  // a comma stands before it
	quoted     bool  // inside double quotes or brackets
}

// Parse takes a personal name apart. It never fails: what it does not understand is Unknown, and a string without
// letters has no parts.
func Parse(s string) Name {
	n := Name{Raw: s}
	s = head(s)
	p := parsers.Get().(*parser)
	defer p.release()
	p.raw, p.words, p.toks = s, shipped.words, p.buf[:0]
	comma := p.tokenize()
	switch {
	case p.latin && p.arabic:
		n.Script = text.Mixed
	case p.latin:
		n.Script = text.Latin
	case p.arabic:
		n.Script = text.Arabic
	}
	if len(p.toks) == 0 {
		return n
	}
	p.parts = p.room[:0]
	split := -1
	for i := 0; i < len(p.toks); {
		if t := &p.toks[i]; t.comma && comma == 1 && split < 0 && len(p.parts) > 0 && len(p.parts) <= 2 && !t.quoted {
			split = len(p.parts)
		}
		i = p.next(i)
	}
	if split > 0 && split < len(p.parts) && !p.alias {
		n.Parts = append(append(make([]Part, 0, len(p.parts)), p.parts[split:]...), p.parts[:split]...)
	} else {
		n.Parts = append(make([]Part, 0, len(p.parts)), p.parts...)
	}
	classify(n.Parts)
	return n
}

// parsers keeps parsers for their room for words.
var parsers = sync.Pool{New: func() any { return new(parser) }}

func (p *parser) release() {
	p.raw, p.toks, p.parts = "", nil, nil
	p.latin, p.arabic, p.alias, p.over = false, false, false, false
	parsers.Put(p)
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

// What a character does in a name.
type mark uint8

const (
	breaks  mark = iota // ends a word
	letter              // or digit
	silent              // belongs to a word when inside one
	hyphens             // ends a word and binds it to the next
	commas
	quotes
	opens
	closes
	ends // another name follows
)

// marks holds markOf of the characters that names are mostly written with.
var marks = func() (t [0x700]mark) {
	for r := range t {
		t[r] = markOf(rune(r))
	}
	return t
}()

func markOf(r rune) mark {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9', r >= 'ء' && r <= 'غ', r >= 'ف' && r <= 'ي':
		return letter
	case r == ' ':
		return breaks
	case r == 'ـ' || isApostrophe(r):
		return silent
	}
	switch r {
	case '-', '‐', '‑', '–', '—', '_':
		return hyphens
	case ',', '،':
		return commas
	case '"', '”', '“', '«', '»', '„':
		return quotes
	case ';', '؛':
		return ends
	case '(', '[':
		return opens
	case ')', ']':
		return closes
	}
	switch {
	case r < 0x80:
		return breaks
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return letter
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return silent
	}
	return breaks
}

// tokenize cuts the name into words and returns the number of commas.
func (p *parser) tokenize() int {
	var (
		next        token // what stands before the next word
		quote, pos  int32
		inside      bool
		commaCount  int
		silentTail  int32 // apostrophes that end the word so far
		silentBytes int32
	)
	finish := func(end, endByte int32) {
		next.end, next.to = end-silentTail, endByte-silentBytes
		next.quoted = quote > 0
		p.put(next)
		next = token{}
		inside = false
	}
	raw := p.raw
	for i, size := 0, 0; i < len(raw); i += size {
		var r rune
		switch c := raw[i]; {
		case c < 0x80:
			r, size = rune(c), 1
		case c < 0xe0 && c >= 0xc2 && i+1 < len(raw) && raw[i+1]&0xc0 == 0x80: // most Arabic letters
			r, size = rune(c&0x1f)<<6|rune(raw[i+1]&0x3f), 2
		default:
			r, size = utf8.DecodeRuneInString(raw[i:])
		}
		var m mark
		if r < rune(len(marks)) {
			m = marks[r]
		} else {
			m = markOf(r)
		}
		switch m {
		case letter:
			if !inside {
				inside = true
				next.start, next.from = pos, int32(i)
			}
			silentTail, silentBytes = 0, 0
		case silent:
			if isApostrophe(r) {
				silentTail++
				silentBytes += int32(utf8.RuneLen(r))
			} else {
				silentTail, silentBytes = 0, 0
			}
		default:
			if inside {
				finish(pos, int32(i))
			}
			switch m {
			case hyphens:
				next.hyphen = true
			case commas:
				next.comma = true
				commaCount++
			case quotes:
				quote = 1 - min(quote, 1)
			case opens:
				quote = 2
			case closes:
				quote = 0
			case ends:
				if len(p.toks) > 0 {
					return commaCount
				}
			}
			if p.over {
				return commaCount
			}
		}
		pos++
	}
	if inside {
		finish(pos, int32(len(p.raw)))
	}
	return commaCount
}

// put adds a word; one with an article attached by an apostrophe or a capital becomes two.
func (p *parser) put(t token) {
	t.word = p.words.get(p.raw[t.from:t.to])
	p.latin, p.arabic = p.latin || t.latin, p.arabic || t.word.arabic
	if t.is(bornWord) && len(p.toks) > 0 { // "born in 1963"
		p.over = true
	}
	if p.over || t.folded == "" || len(p.toks) >= maxTokens {
		return
	}
	cut := t.word.cut
	if cut == 0 {
		p.toks = append(p.toks, t)
		return
	}
	a, b := t, t
	a.word, b.word = p.words.get(t.folded[:2]), p.words.get(t.folded[2:])
	a.to, a.end = t.from+2, t.start+2
	b.from, b.start = t.from+int32(t.word.cutBytes), t.start+int32(cut)
	b.hyphen, b.comma = true, false
	p.toks = append(p.toks, a, b)
}

type parser struct {
	buf           [maxTokens + 1]token
	raw           string
	words         *wordTable
	toks          []token
	parts         []Part
	latin, arabic bool // letters seen
	alias         bool // what follows is a nickname
	over          bool // what follows is no name
	spare         Part
	room          [maxParts]Part
}

// next reads one part beginning at token i and returns the token after it.
func (p *parser) next(i int) int {
	t := &p.toks[i]
	if i > 0 && t.is(aliasWord) || t.is(knownWord) && i+1 < len(p.toks) && p.toks[i+1].folded == "as" ||
		i > 0 && t.folded == "k" && i+1 < len(p.toks) && p.toks[i-1].folded == "a" && p.toks[i+1].folded == "a" {
		if t.folded == "known" || t.folded == "k" {
			i++
			if t.folded == "k" && len(p.parts) > 0 && p.parts[len(p.parts)-1].code == codeInitial {
				p.parts = p.parts[:len(p.parts)-1]
			}
		}
		p.alias = true
		if i+1 < len(p.toks) && t.isArabic {
			u := &p.toks[i+1]
			if w, ok := strings.CutPrefix(u.folded, "ب"); ok && utf8.RuneCountInString(w) >= 2 {
				u.word = p.words.get(w)
				u.start++
				u.from += int32(len("ب"))
			}
		}
		return i + 1
	}
	n := len(p.parts)
	if n == cap(p.parts) { // full
		return p.part(i, 0, &p.spare)
	}
	p.parts = p.parts[:n+1]
	part := &p.parts[n]
	j := p.part(i, 0, part)
	if part.Folded == "" {
		p.parts = p.parts[:n]
	} else if (t.quoted || p.alias) && part.code != codeKunya {
		part.code = codeNickname
	}
	return j
}

// part reads a part at token i into q and returns the token after it. depth bounds nesting ("Abu Abu Abu …").
func (p *parser) part(i, depth int, q *Part) int {
	t := &p.toks[i]
	if t.role&(article|assimilated|nasabWord|abuWord|abdWord) == 0 || i+1 >= len(p.toks) || depth >= 4 || p.toks[i+1].comma {
		return p.single(i, q)
	}
	u := &p.toks[i+1]
	switch {
	case t.is(article) || t.is(assimilated) && u.hyphen && u.folded[0] == t.folded[len(t.folded)-1]:
		j := p.part(i+1, depth+1, q)
		q.article, q.led = true, true
		if q.code == codeUnknown && p.words.get(q.Folded).is(titleWord) {
			q.code = codeTitle
		}
		p.widen(q, t)
		return j
	case t.is(nasabWord) && !(t.folded == "ولد" && i == 0):
		j := p.part(i+1, depth+1, q)
		q.led = true
		switch q.code {
		case codeUnknown, codeTitle, codeKunya: // "bin Abi Talib": a father known by his kunya
			q.code = codeFather
		}
		return j
	case t.is(abuWord):
		if t.folded == "abul" {
			u.hyphen = true
		}
		j := p.part(i+1, depth+1, q)
		q.code = codeKunya
		p.widen(q, t)
		return j
	case t.is(abdWord) && !u.is(nasabWord) && !u.is(abuWord):
		k := i + 1
		for k+1 < len(p.toks) && (p.toks[k].is(article) || p.toks[k].is(assimilated)) {
			k++
		}
		rest := &p.toks[k]
		w := rest.folded
		if r, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(r) >= 3 {
			w = r
		}
		if rest.is(allahWord) {
			p.make(q, either(rest.isArabic, "عبدالله", "abdallah"), "", t, rest)
			return k + 1
		}
		p.make(q, either(rest.isArabic, "عبد", "abd"), w, t, rest)
		return k + 1
	}
	return p.single(i, q)
}

// single reads a part that begins with an ordinary word: it may carry a glued particle, or be the first half of a
// compound (X al-Din, X Allah, X ur-Rahman).
func (p *parser) single(i int, q *Part) int {
	t := &p.toks[i]
	j := i + 1
	if t.kind != codeUnknown {
		if t.kind == codeTitle && j < len(p.toks) && p.toks[j].is(zadaWord) { // "Akhund Zada" is a title as Akhund is
			p.make(q, t.plain, p.toks[j].folded, t, &p.toks[j])
			q.code = codeTitle
			return j + 1
		}
		p.whole(q, t)
		q.code = t.kind
		return j
	}
	word, last := t.plain, t
	if !t.al && j < len(p.toks) && !p.toks[j].comma {
		u := &p.toks[j]
		tail := u
		if j+1 < len(p.toks) && p.toks[j+1].is(dinWord|tailWord) && (u.is(article) || u.is(assimilated) || u.folded == "u") {
			tail = &p.toks[j+1]
		}
		if tail.is(dinJoined|zadaWord) || tail.is(allahWord) && t.letters > 2 || tail.is(dinWord|tailWord) && (tail != u || u.al || u.hyphen && u.is(dinWord)) {
			last = tail
			j++
			if tail != u {
				j++
			}
		}
	}
	if last == t {
		p.whole(q, t)
		q.article, q.led = t.al, t.al
		return j
	}
	end := last.plain
	if last.role&(dinWord|dinJoined) != 0 {
		end = either(last.isArabic, "دين", "din")
	}
	p.make(q, word, end, t, last)
	return j
}

func either(arabic bool, a, l string) string {
	if arabic {
		return a
	}
	return l
}

// widen lets a part begin at a token before it.
func (p *parser) widen(q *Part, first *token) {
	q.Span.Start = int(first.start)
	q.Text = p.raw[first.from:q.to]
}

// whole puts into q the part of a single token.
func (p *parser) whole(q *Part, t *token) {
	*q = t.part
	q.to = t.to
	q.Span = sanad.Span{Start: int(t.start), End: int(t.end)}
	q.Text = p.raw[t.from:t.to]
}

// make puts into q a part of two folded words written together, that stands from one token to another.
func (p *parser) make(q *Part, word, more string, first, last *token) {
	var buf [96]byte
	b := append(append(buf[:0], word...), more...)
	w := p.words.folded(b)
	*q = w.part
	q.Folded = w.folded
	q.to = last.to
	q.Span = sanad.Span{Start: int(first.start), End: int(last.end)}
	q.Text = p.raw[first.from:last.to]
}

// classify names the parts that the words themselves did not: the chain, epithets, nisbas.
func classify(parts []Part) {
	open := 0 // parts that could be an ism
	for _, q := range parts {
		if q.code == codeUnknown || q.code == codeFather {
			open++
		}
	}
	if open == 0 { // only titles, kunyas and the like: a lone title word is a name after all
		for i := range parts {
			if parts[i].code == codeTitle && i == len(parts)-1 && i == 0 {
				parts[i].code = codeIsm
			}
		}
	}
	chain := 0
	for i := range parts {
		q := &parts[i]
		switch q.code {
		case codeFather:
			chain++
			if chain == 1 { // "bin Laden" alone: what comes first in a name is not known to be the ism
				chain = 2
			} else if chain > 2 {
				q.code = codeGrandfather
			}
			continue
		case codeUnknown:
		default:
			continue
		}
		end := i == len(parts)-1 || parts[i+1].code == codeTitle || parts[i+1].code == codeNickname || parts[i+1].article
		yod := (q.letters >= 4 || q.letters >= 3 && q.article) && q.yod
		switch {
		case (q.article || q.gluedSure) && yod && (end || chain > 0):
			q.code = codeNisba
		case q.article && (chain > 0 || open > 1 && i == len(parts)-1):
			q.code = codeLaqab
		case q.article && open == 1 && len(parts) > 1:
			q.code = codeLaqab
		default:
			chain++
			q.code = [...]kindCode{codeIsm, codeFather, codeGrandfather}[min(chain, 3)-1]
		}
	}
	for i := range parts {
		parts[i].Kind = kinds[parts[i].code]
	}
}
