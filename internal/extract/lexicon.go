package extract

import (
	"embed"
	"strings"
	"sync"

	"github.com/sanad-workbench/sanad/internal/text"
)

//go:embed lexicon/*.txt rules/*.rules
var dataFiles embed.FS

// words is a set of folded words.
type words map[string]bool

// lexicon is what the rules know of words: which are given names, titles, heads of organizations, and which are none.
type lexicon struct {
	given     words           // safe given names of both scripts, folded
	common    words           // given names that are also common Arabic words
	western   words           // English given names
	chain     words           // words that continue a name but do not begin one: fathers' and family names of both scripts
	skeletons map[string]bool // consonants of the Arabic given names, for Latin spellings
	set       map[string]words
	phrases   map[string][][]string // org_name entries of several words, by first word
}

var lex = sync.OnceValue(func() *lexicon {
	l := &lexicon{given: words{}, common: words{}, western: words{}, chain: words{}, skeletons: map[string]bool{}, set: map[string]words{}, phrases: map[string][][]string{}}
	for _, line := range dataLines("lexicon/given_ar.txt") {
		for _, w := range strings.Fields(line) {
			latin := ""
			w, latin, _ = strings.Cut(w, "=")
			name, ambiguous := strings.CutPrefix(w, "?")
			name = text.Fold(name)
			if ambiguous {
				l.common[name] = true
				continue
			}
			l.given[name] = true
			if k := arabicSkeleton(name); len(k) >= 3 {
				l.skeletons[k] = true
			}
			for _, x := range strings.Split(latin, ",") {
				if x != "" {
					l.given[x] = true
				}
			}
		}
	}
	for _, line := range dataLines("lexicon/given_latin.txt") {
		for _, w := range strings.Fields(line) {
			l.given[w] = true
		}
	}
	for _, line := range dataLines("lexicon/given_en.txt") {
		for _, w := range strings.Fields(line) {
			l.western[w] = true
		}
	}
	for _, file := range []string{"lexicon/chain_ar.txt", "lexicon/chain_latin.txt"} {
		for _, line := range dataLines(file) {
			for _, w := range strings.Fields(line) {
				l.chain[text.Fold(w)] = true
			}
		}
	}
	section := ""
	for _, line := range dataLines("lexicon/words.txt") {
		if name, ok := strings.CutPrefix(line, "= "); ok {
			section = name
			l.set[section] = words{}
			continue
		}
		for _, w := range strings.Fields(line) {
			w = text.Fold(w)
			if strings.Contains(w, "_") {
				p := strings.Split(w, "_")
				l.phrases[p[0]] = append(l.phrases[p[0]], p)
				continue
			}
			l.set[section][w] = true
		}
	}
	return l
})

// dataLines returns the lines of an embedded file without comments and empty lines.
func dataLines(name string) []string {
	data, err := dataFiles.ReadFile(name)
	if err != nil {
		panic("extract: embedded file " + name + " is missing") // a build without it cannot exist
	}
	var out []string
	for _, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func (l *lexicon) is(section, folded string) bool { return l.set[section][folded] }

// arabicSkeleton returns the consonants of a folded Arabic name in the letters latinSkeleton uses, so that one list of
// names serves every romanisation.
func arabicSkeleton(s string) string {
	s = strings.TrimPrefix(s, "ال")
	var b []byte
	for i, r := range []rune(s) {
		var c byte
		switch r {
		case 'ا', 'ع', 'ء':
			if i == 0 {
				c = 'a'
			}
		case 'ي':
			if i == 0 {
				c = 'y'
			}
		case 'و':
			if i == 0 {
				c = 'w'
			}
		case 'ب':
			c = 'b'
		case 'ت', 'ط', 'ث':
			c = 't'
		case 'ج':
			c = 'j'
		case 'ح', 'خ':
			c = 'h'
		case 'ه':
			if i != len([]rune(s))-1 {
				c = 'h'
			}
		case 'د', 'ذ', 'ض', 'ظ':
			c = 'd'
		case 'ر':
			c = 'r'
		case 'ز':
			c = 'z'
		case 'س', 'ص':
			c = 's'
		case 'ش':
			c = 'S'
		case 'غ':
			c = 'g'
		case 'ف':
			c = 'f'
		case 'ق', 'ك':
			c = 'k'
		case 'ل':
			c = 'l'
		case 'م':
			c = 'm'
		case 'ن':
			c = 'n'
		}
		if c != 0 && (len(b) == 0 || b[len(b)-1] != c) {
			b = append(b, c)
		}
	}
	return string(b)
}

// latinSkeleton returns the consonants of a folded Latin name, digraphs as one letter.
func latinSkeleton(s string) string {
	s = strings.ReplaceAll(s, "'", "")
	s = strings.ReplaceAll(s, "-", "")
	var b []byte
	for i := 0; i < len(s); i++ {
		var c byte
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch ch := s[i]; ch {
		case 'a', 'e', 'i', 'o', 'u':
			if i == 0 {
				c = 'a'
			}
		case 'y', 'w':
			if i == 0 {
				c = ch
			}
		case 'k', 't', 'd', 'g', 's', 'c', 'p':
			switch {
			case next == 'h' && ch == 'k':
				c = 'h'
				i++
			case next == 'h' && (ch == 's' || ch == 'c'):
				c = 'S'
				i++
			case next == 'h' && ch == 'p':
				c = 'f'
				i++
			case next == 'h':
				c = ch
				i++
			case ch == 'c':
				c = 'k'
			default:
				c = ch
			}
		case 'q':
			c = 'k'
		case 'h':
			if i != len(s)-1 {
				c = 'h'
			}
		default:
			if ch >= 'a' && ch <= 'z' {
				c = ch
			}
		}
		if c != 0 && (len(b) == 0 || b[len(b)-1] != c) {
			b = append(b, c)
		}
	}
	return string(b)
}
