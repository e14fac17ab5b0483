package names

import "strings"

// Names are compared as short strings of symbols, one alphabet a script. Latin digraphs that stand for one Arabic letter
// (sh, kh, th …) are one symbol; spellings that never tell names apart (ou and u, doubled letters) are one.

const (
	maxSymbols = 24 // a longer part is cut; no name part of the data is that long
	alphabet   = 40 // size of either alphabet; 0 is "nothing"
)

const (
	symSH = 27 + iota
	symKH
	symTH
	symDH
	symGH
	symCH
	symOther // a letter outside the alphabet
)

const arabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگ"

var arabicSymbol = func() map[rune]uint8 {
	m := map[rune]uint8{}
	i := uint8(1)
	for _, r := range arabicLetters {
		m[r] = i
		i++
	}
	for _, pair := range []string{"ٹت", "ڈد", "ڑر", "ںن", "ھه", "ہه", "ۃه", "ےي", "ڤف", "ۆو", "ێي", "ەه", "ګگ", "ڼن", "ېي", "ځز", "څچ", "ډد", "ړر", "ښش", "ږژ"} {
		r := []rune(pair)
		m[r[0]] = m[r[1]]
	}
	return m
}()

// latinSymbols appends the symbols of a folded Latin word.
func latinSymbols(dst []uint8, w string) []uint8 {
	at := func(i int) byte {
		if i < len(w) {
			return w[i]
		}
		return 0
	}
	put := func(s uint8) {
		if n := len(dst); n > 0 && dst[n-1] == s {
			return
		}
		if len(dst) < maxSymbols {
			dst = append(dst, s)
		}
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c == '\'' {
			continue
		}
		if c >= 0x80 {
			if c >= 0xc0 {
				put(symOther)
			}
			continue
		}
		if c < 'a' || c > 'z' {
			continue
		}
		next := at(i + 1)
		switch {
		case c == 's' && next == 'c' && at(i+2) == 'h':
			put(symSH)
			i += 2
		case c == 't' && next == 'c' && at(i+2) == 'h':
			put(symCH)
			i += 2
		case c == 's' && next == 'h':
			put(symSH)
			i++
		case c == 'k' && next == 'h':
			put(symKH)
			i++
		case c == 't' && next == 'h':
			put(symTH)
			i++
		case c == 'd' && next == 'h':
			put(symDH)
			i++
		case c == 'g' && next == 'h':
			put(symGH)
			i++
		case c == 'c' && next == 'h':
			put(symCH)
			i++
		case c == 'p' && next == 'h':
			put('f' - 'a' + 1)
			i++
		case c == 'c' && next == 'k':
			put('k' - 'a' + 1)
			i++
		case c == 'c' && (next == 'e' || next == 'i' || next == 'y'):
			put('s' - 'a' + 1)
		case c == 'd' && next == 'j':
			put('j' - 'a' + 1)
			i++
		case c == 'o' && (next == 'u' || next == 'o'):
			put('u' - 'a' + 1)
			i++
		case c == 'e' && next == 'e':
			put('i' - 'a' + 1)
			i++
		default:
			put(c - 'a' + 1)
		}
	}
	return dst
}

func arabicSymbols(dst []uint8, w string) []uint8 {
	for _, r := range w {
		s, ok := arabicSymbol[r]
		if !ok {
			if r == '\'' || r < 0x80 {
				continue
			}
			s = symOther + 6 // past the letters
		}
		if len(dst) < maxSymbols {
			dst = append(dst, s)
		}
	}
	return dst
}

// The consonant classes of the skeleton, one letter each. Letters that spellings confuse share one: د ذ ض, ت ط, ق ك g,
// س ص ث, ز ظ. Vowels, و, ي, ع, ء and the final ه have none; a word that begins with one of them begins with A.
var latinClass, arabicClass [alphabet + 8]byte

func init() {
	for _, p := range []string{"bb", "pb", "tt", "dd", "ss", "jj", "rr", "zz", "ff", "vf", "kk", "qk", "ck", "gg", "ll", "mm", "nn", "hh", "xk"} {
		latinClass[p[0]-'a'+1] = p[1]
	}
	latinClass[symSH], latinClass[symCH] = 'S', 'S'
	latinClass[symKH] = 'x'
	latinClass[symTH], latinClass[symDH] = 't', 'd'
	latinClass[symGH] = 'g'
	for _, p := range []string{"بb", "پb", "تt", "طt", "ثt", "جj", "ژj", "چS", "حh", "خx", "دd", "ذd", "ضd", "ظd", "رr", "زz", "سs", "صs", "شS", "غg", "گg", "فf", "قk", "كk", "لl", "مm", "نn", "هh"} {
		r := []rune(p)
		arabicClass[arabicSymbol[r[0]]] = byte(r[1])
	}
}

// skeleton returns the consonant classes of a word's symbols: the key under which its spellings meet.
func skeleton(syms []uint8, arabic bool) string {
	class := &latinClass
	if arabic {
		class = &arabicClass
	}
	var b [maxSymbols + 1]byte
	n := 0
	for i, s := range syms {
		c := class[s]
		if c == 0 {
			if i == 0 {
				b[n] = 'A'
				if w := firstGlide(s, arabic); w != 0 {
					b[n] = w
				}
				n++
			}
			continue
		}
		if c == 'h' && i == len(syms)-1 && i > 0 {
			continue
		}
		if n > 0 && b[n-1] == c && i > 0 && class[syms[i-1]] != 0 {
			continue
		}
		b[n] = c
		n++
	}
	return string(b[:n])
}

// firstGlide returns the class of a word-initial و or ي, which unlike an inner one is written in every spelling.
func firstGlide(s uint8, arabic bool) byte {
	if arabic {
		switch s {
		case arabicSymbol['و']:
			return 'w'
		case arabicSymbol['ي']:
			return 'y'
		}
		return 0
	}
	switch s {
	case 'w' - 'a' + 1:
		return 'w'
	case 'y' - 'a' + 1:
		return 'y'
	}
	return 0
}

// consonants are classes that no habit of spelling confuses, a bit each. A letter needs some of them to be met in the other
// spelling (need) and may itself meet some (may); one that different habits write differently (sh, th, ظ …) needs none. Parts
// that lack too much of each other are not compared further.
type consonants struct{ need, may uint16 }

var latinConsonants, arabicConsonants [alphabet + 8]consonants

const (
	consB uint16 = 1 << iota
	consF
	consT
	consS
	consK
	consL
	consM
	consN
	consR
)

// digraphs are symbols of two letters of which the second is h, by the first.
var digraphs [alphabet + 8]uint8

func init() {
	both := func(latin, arabic string, need, may uint16) {
		for _, r := range latin {
			latinConsonants[r-'a'+1] = consonants{need, need | may}
		}
		for _, r := range arabic {
			arabicConsonants[arabicSymbol[r]] = consonants{need, need | may}
		}
	}
	both("b", "ب", consB, 0)
	both("p", "پ", consB, consF)
	both("f", "ف", consF, consB)
	both("td", "تطد", consT, 0)
	both("sz", "سصز", consS, 0)
	both("gkqj", "جقكگژ", consK, 0)
	both("l", "ل", consL, 0)
	both("m", "م", consM, 0)
	both("n", "ن", consN, 0)
	both("r", "ر", consR, 0)
	both("", "ذضظث", 0, consT|consS)
	both("cx", "شچ", 0, consS|consK)
	both("", "خغ", 0, consK)
	both("vw", "و", 0, consF|consB)
	for s, may := range map[uint8]uint16{symTH: consT | consS, symDH: consT | consS, symSH: consS | consK, symCH: consS | consK, symKH: consK, symGH: consK} {
		latinConsonants[s].may = may
	}
	for s, first := range map[uint8]byte{symSH: 's', symKH: 'k', symTH: 't', symDH: 'd', symGH: 'g'} {
		digraphs[s] = first - 'a' + 1
	}
}

// setNeed lets a part need nothing of what may not belong to it: a glued article, "abd", "ullah".
func (p *Part) setNeed() {
	table := &latinConsonants
	if p.arabic {
		table = &arabicConsonants
	}
	p.need, p.may = 0, 0
	for i, s := range p.syms[:p.n] {
		c := table[s]
		p.may |= c.may
		if int8(i) >= max(p.abd, p.glued) && int8(i) < p.n-p.tail {
			p.need |= c.need
		}
	}
}

// setSymbols fills in all that follows from a part's symbols.
func (p *Part) setSymbols(m *model, s []uint8) {
	p.n = int8(copy(p.syms[:], s))
	p.Key = skeleton(s, p.arabic)
	p.info = m.information(s, p.arabic)
	p.digraph = false
	for _, x := range s {
		p.digraph = p.digraph || !p.arabic && digraphs[x] != 0
	}
	p.isms = m.isms[ismKey(s, p.arabic)]
	p.share = float32(m.shareOf(p.Key))
	p.rarity = rarityOf(float64(p.share))
	p.hash = hashBytes(uint64(p.n)<<1|uint64(bit(p.arabic)), string(s))
}

// Keys returns the skeletons under which a part may be filed: its own first, then those of other readings of letters
// that spellings confuse (g for ق or ج, th for س, dh for ز, ch for ك, a lost h, a glued article). For blocking: two
// spellings of one name usually share one, and so do some other names.
func Keys(p Part) []string {
	if p.Key == "" {
		if p.Folded == "" {
			return nil
		}
		return []string{"=" + p.Folded}
	}
	out := []string{p.Key}
	add := func(k string) {
		if len(k) < 2 {
			return
		}
		for _, o := range out {
			if o == k {
				return
			}
		}
		out = append(out, k)
	}
	k := p.Key
	if p.glued > 0 {
		k = skeleton(p.syms[p.glued:p.n], p.arabic)
		add(k)
	}
	add("~" + coarse.Replace(k))
	return out
}

// coarse makes one class of letters that different habits of transliteration write differently.
var coarse = strings.NewReplacer("j", "g", "k", "g", "x", "g", "z", "d", "h", "")
