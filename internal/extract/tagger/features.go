package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sanad-workbench/sanad/internal/text"
)

// longest bounds how many bytes of a token are looked at, and window how many tokens are tagged at a time.
const (
	longest = 64
	window  = 400
)

// hash is FNV-1a over s, mixed with seed, so that the same string in another template is another feature.
func hash(seed uint32, s string) uint32 {
	h := seed ^ 2166136261
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix(h, 0x9e3779b9)
}

// mix joins two hashes, order counting (the finalizer of MurmurHash3).
func mix(a, b uint32) uint32 {
	h := a*0x85ebca6b ^ b
	h ^= h >> 15
	h *= 0xc2b2ae35
	h ^= h >> 13
	h *= 0x27d4eb2f
	h ^= h >> 16
	return h
}

// wordHash is the lexicon's key of a folded word.
func wordHash(folded string) uint32 { return hash(77, folded) | 1 }

// phraseHash extends the hash of a name by one more folded word.
func phraseHash(h uint64, word uint32) uint64 {
	h = (h ^ uint64(word)) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

const (
	brownCuts   = 5 // prefixes of a cluster path: 4, 6, 8, 12 bits, all of it
	twitterCuts = 3
	affixes     = 4
)

// token is what the templates need to know of one token, strings already hashed; 0 is none.
type token struct {
	word, cased, shape uint32
	stem, stem2        uint32 // Arabic: without its proclitics; without the article too
	clitic             uint32
	prefix, suffix     [affixes]uint32
	brown              [brownCuts]uint32
	twitter, web       [twitterCuts]uint32
	near               [3]uint32
	lists              uint32
	key                uint32
	grams              [8]uint32 // runs of three letters of the bare stem
	gramN              int
	capital            bool
	lean               uint32    // the kind of list the word is most on, see leanOf
	list               [3]uint32 // place in a listed name of each kind: 0 none, else position
	listLen            [3]int
}

// featurizer turns a sentence into hashed features. It is not safe for concurrent use; its buffers are kept.
type featurizer struct {
	*lexicon
	arabic bool
	tokens []token
	out    []uint32
}

// cut returns s with at most longest bytes, at the end of a character.
func cut(s string) string {
	if len(s) <= longest {
		return s
	}
	n := longest
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// digitless writes every digit as 0, so that years and amounts are one word.
func digitless(s string) string {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s)
}

// shapeOf writes a word as its kinds of character, at most two alike in a row: "al-Dulaimi" is "aa-Aaa".
func shapeOf(s string) string {
	var b [longest]byte
	n, run := 0, 0
	for _, r := range s {
		c := byte('x')
		switch {
		case unicode.IsUpper(r):
			c = 'A'
		case unicode.IsLower(r):
			c = 'a'
		case unicode.IsDigit(r):
			c = '0'
		case unicode.IsLetter(r) || unicode.IsMark(r):
			c = 'l'
		case r < 0x80:
			c = byte(r)
		}
		if n > 0 && b[n-1] == c {
			if run++; run >= 2 {
				continue
			}
		} else {
			run = 0
		}
		b[n] = c
		if n++; n == 10 {
			break
		}
	}
	return string(b[:n])
}

// read fills t from the token s.
func (f *featurizer) read(t *token, s string) {
	*t = token{}
	s = cut(s)
	folded := digitless(text.Fold(s))
	t.word = hash(1, folded)
	t.key = wordHash(folded)
	t.cased = hash(2, s)
	r, _ := utf8.DecodeRuneInString(s)
	t.capital = unicode.IsUpper(r)
	if !f.arabic {
		t.shape = hash(3, shapeOf(s))
	} else if shape := shapeOf(s); strings.Trim(shape, "l") != "" {
		t.shape = hash(3, shape)
	}
	affix(t, folded)
	w, known := f.find(t.key)
	if f.arabic {
		f.readStem(t, folded, &w, &known)
	}
	if !known && strings.HasPrefix(folded, "#") {
		w, _ = f.find(wordHash(folded[1:]))
	}
	t.lists = w.lists
	if known || w.lists != 0 {
		t.lean = leanOf(w.lists)
	}
	if p := f.paths[w.brown]; p != "" {
		for i, n := range [brownCuts]int{4, 6, 8, 12, 99} {
			t.brown[i] = hash(uint32(10+i), p[:min(n, len(p))])
		}
	}
	if p := f.paths[w.twitter]; p != "" {
		for i, n := range [twitterCuts]int{4, 8, 99} {
			t.twitter[i] = hash(uint32(20+i), p[:min(n, len(p))])
		}
	}
	if p := f.paths[w.web]; p != "" {
		for i, n := range [twitterCuts]int{4, 7, 99} {
			t.web[i] = hash(uint32(25+i), p[:min(n, len(p))])
		}
	}
	for i, c := range w.near {
		if c != 0 {
			t.near[i] = mix(uint32(30+i), uint32(c))
		}
	}
}

// leanOf says which lists have the word most: 1 given names, 2 family names, 3 places, 4 organizations, 5 works, twice as
// often as any other; 6 several, 7 none.
func leanOf(lists uint32) uint32 {
	best, first, second := uint32(7), uint32(0), uint32(0)
	for k := range uint32(listsAlone / 3) {
		switch n := lists >> (3 * k) & 7; {
		case n > first:
			best, first, second = k+1, n, first
		case n > second:
			second = n
		}
	}
	if first > 0 && first == second {
		return 6
	}
	return best
}

// readStem finds the reading of an Arabic word without its proclitics: the longest the lexicon knows, else the shortest
// that loses only a conjunction.
func (f *featurizer) readStem(t *token, folded string, w *word, known *bool) {
	stem := folded
	for i, split := range text.Proclitics(folded) {
		if i == 0 {
			if *known {
				break
			}
			continue
		}
		if found, ok := f.find(wordHash(split.Stem)); ok && found.lists != 0 {
			*w, *known, stem = found, true, split.Stem
			t.key = wordHash(stem)
			break
		}
	}
	if stem == folded && !*known {
		for _, split := range text.Proclitics(folded)[1:] {
			if split.Skip == 1 && (strings.HasPrefix(folded, "و") || strings.HasPrefix(folded, "ف")) {
				stem = split.Stem
			}
		}
	}
	t.stem = hash(4, stem)
	t.clitic = hash(5, folded[:len(folded)-min(len(stem), len(folded))])
	bare := strings.TrimPrefix(stem, "ال")
	bare = strings.TrimSuffix(strings.TrimSuffix(bare, "يه"), "ي")
	t.stem2 = hash(6, bare)
	if text.ScriptOf(bare) != text.Arabic {
		return
	}
	for i := 0; i+6 <= len(bare) && t.gramN < len(t.grams); i += 2 {
		t.grams[t.gramN] = hash(7, bare[i:i+6])
		t.gramN++
	}
}

// affix hashes the first and last one to four characters.
func affix(t *token, s string) {
	i := 0
	for k := 0; k < affixes && i < len(s); k++ {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
		t.prefix[k] = hash(uint32(40+k), s[:i])
	}
	j := len(s)
	for k := 0; k < affixes && j > 0; k++ {
		_, n := utf8.DecodeLastRuneInString(s[:j])
		j -= n
		t.suffix[k] = hash(uint32(50+k), s[j:])
	}
}

// lookUp marks the longest listed names of two to six tokens.
func (f *featurizer) lookUp() {
	for i := range f.tokens {
		if f.tokens[i].lists == 0 {
			continue
		}
		h := phraseHash(0, f.tokens[i].key)
		for j := i + 1; j < len(f.tokens) && j < i+6; j++ {
			h = phraseHash(h, f.tokens[j].key)
			for k := range f.names {
				if j-i+1 > f.tokens[i].listLen[k] && f.names[k].has(h) {
					f.mark(k, i, j)
				}
			}
		}
	}
}

func (f *featurizer) mark(kind, first, end int) {
	for m := first; m <= end; m++ {
		t := &f.tokens[m]
		if t.listLen[kind] > end-first+1 {
			continue
		}
		t.listLen[kind] = end - first + 1
		switch m {
		case first:
			t.list[kind] = 1
		case end:
			t.list[kind] = 3
		default:
			t.list[kind] = 2
		}
	}
}

// style says how a sentence uses capitals: 0 as usual, 1 nowhere, 2 everywhere, 3 most words.
func style(tokens []string) uint32 {
	var upper, lower, first int
	for _, s := range tokens {
		for i, r := range cut(s) {
			if unicode.IsUpper(r) {
				upper++
				if i == 0 {
					first++
				}
			} else if unicode.IsLower(r) {
				lower++
			}
		}
	}
	switch {
	case upper == 0 || upper == 1 && len(tokens) > 8:
		return 1
	case upper > lower:
		return 2
	case first*3 > len(tokens)*2 && len(tokens) > 5:
		return 3
	}
	return 0
}

// prepare reads the tokens of a sentence.
func (f *featurizer) prepare(tokens []string) {
	f.tokens = f.tokens[:0]
	for _, s := range tokens {
		f.tokens = append(f.tokens, token{})
		f.read(&f.tokens[len(f.tokens)-1], s)
	}
	f.lookUp()
}

var edge = token{word: 901, cased: 902, shape: 903, stem: 904, stem2: 905}

func (f *featurizer) at(i int) *token {
	if i < 0 || i >= len(f.tokens) {
		return &edge
	}
	return &f.tokens[i]
}

// features returns the hashed features of token i. The slice is valid until the next call.
func (f *featurizer) features(i int, style uint32) []uint32 {
	out := f.out[:0]
	template := uint32(0)
	put := func(h uint32) {
		template++
		if h != 0 {
			out = append(out, mix(template*2654435761, h))
		}
	}
	t, p, n := f.at(i), f.at(i-1), f.at(i+1)
	pp, nn := f.at(i-2), f.at(i+2)

	put(1) // bias
	put(t.cased)
	put(t.word)
	put(p.word)
	put(n.word)
	put(pp.word)
	put(nn.word)
	put(mix(p.word, t.word))
	put(mix(t.word, n.word))
	put(mix(p.word, n.word))
	for k := range affixes {
		put(t.prefix[k])
		put(t.suffix[k])
	}
	put(p.suffix[2])
	put(n.suffix[2])
	put(t.shape)
	put(mix(t.shape, style+1))
	put(p.shape)
	put(n.shape)
	put(mix(p.shape, t.shape))
	put(mix(t.shape, n.shape))
	put(mix(mix(p.shape, t.shape), n.shape))
	if i == 0 {
		put(mix(t.shape, 991))
	} else {
		template++
	}
	if f.arabic {
		out = f.arabicFeatures(out, i)
	} else {
		for k := range brownCuts {
			put(t.brown[k])
			put(p.brown[k])
			put(n.brown[k])
		}
		put(pp.brown[2])
		put(nn.brown[2])
		put(pair(p.brown[1], t.brown[1]))
		put(pair(t.brown[1], n.brown[1]))
		put(pair(p.brown[2], n.brown[2]))
		for k := range twitterCuts {
			put(t.twitter[k])
			put(p.twitter[k])
			put(n.twitter[k])
			put(t.web[k])
			put(p.web[k])
			put(n.web[k])
		}
		for k := range t.near {
			put(t.near[k])
			put(p.near[k])
			put(n.near[k])
		}
		put(pp.near[1])
		put(nn.near[1])
		put(pair(t.near[1], t.shape))
		put(pair(p.near[0], t.near[0]))
		put(pair(t.near[0], n.near[0]))
	}
	template = 130
	for _, o := range [3]*token{t, p, n} {
		capital := uint32(1)
		if o.capital {
			capital = 2
		}
		if style != 0 {
			capital += 2
		}
		for shift := uint32(listsGiven); shift < listsAlone; shift += 3 {
			put(mix(capital, 1+o.lists>>shift&7))
		}
		put(mix(capital, 1+o.lists>>listsAlone&63))
		put(mix(capital, 1+o.lists>>listsCase))
		for k := range o.list {
			if o.list[k] != 0 {
				put(mix(capital, 1+o.list[k]|uint32(min(o.listLen[k], 4))<<4))
			} else {
				template++
			}
		}
	}
	template = 200
	how := uint32(1)
	if t.capital {
		how = 2
	}
	lists := mix(mix(t.list[0]+1, t.list[1]+1), t.list[2]+1)
	put(mix(mix(lists, how), 1+t.lists>>listsAlone&63))
	put(mix(t.lean+1, mix(how, t.shape)))
	put(mix(t.lean+1, mix(p.lean+9, how)))
	put(mix(t.lean+1, mix(n.lean+9, how)))
	put(mix(mix(p.lean+1, t.lean+9), mix(n.lean+1, how)))
	put(mix(t.lists&63, n.lists&63))
	put(mix(p.lists&63, t.lists&63))
	put(pair(t.brown[1], mix(t.lean+1, how)))
	put(mix(t.lists>>listsCase+1, t.shape))
	put(mix(t.lists>>listsCase+1, mix(t.lean+1, mix(how, style))))
	f.out = out
	return out
}

// pair is mix, but nothing when either is nothing.
func pair(a, b uint32) uint32 {
	if a == 0 || b == 0 {
		return 0
	}
	return mix(a, b)
}

// arabicFeatures adds what only Arabic has: stems in context.
func (f *featurizer) arabicFeatures(out []uint32, i int) []uint32 {
	template := uint32(300)
	put := func(h uint32) {
		template++
		if h != 0 {
			out = append(out, mix(template*2654435761, h))
		}
	}
	t, p, n := f.at(i), f.at(i-1), f.at(i+1)
	pp, nn := f.at(i-2), f.at(i+2)
	put(t.stem)
	put(t.stem2)
	put(t.clitic)
	put(p.stem)
	put(p.stem2)
	put(n.stem)
	put(n.stem2)
	put(pp.stem2)
	put(nn.stem2)
	put(mix(p.stem2, t.stem2))
	put(mix(t.stem2, n.stem2))
	put(mix(pp.stem2, p.stem2))
	put(p.prefix[1])
	put(n.prefix[1])
	put(p.clitic)
	put(n.clitic)
	put(pair(p.prefix[1], t.prefix[1]))
	put(pair(t.suffix[1], n.prefix[1]))
	for _, h := range t.grams[:t.gramN] {
		out = append(out, mix(0x51ed270b, h))
	}
	return out
}
