// Package places is the gazetteer: countries, the governorates, districts and towns of Iraq, the towns of Syria and the
// cities around, in both scripts and with coordinates.
//
// The data is made by `make places` from registry packages that carry GeoNames (CC BY 4.0, see ATTRIBUTION.md) and from
// curated.tsv.
package places

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/sanad-workbench/sanad/internal/text"
)

// The kinds of place.
const (
	Country     = "country"
	Governorate = "governorate"
	District    = "district"
	City        = "city"
)

// Place is one entry of the gazetteer.
type Place struct {
	ID          string // ISO 3166-1 or 3166-2 code, "g" and a GeoNames id, or "x" and a number of our own
	NameEN      string
	NameAR      string // empty where no source gives one
	Aliases     []string
	Kind        string // Country, Governorate, District or City
	Lat, Lon    float64
	Country     string // ISO 3166-1 alpha-2
	Governorate string // ISO 3166-2, places of Iraq only
	District    string // English name of the district, where known
	Population  int    // 0 where unknown
}

//go:embed places.tsv
var data string

type gazetteer struct {
	all   []Place
	byID  map[string]int
	exact map[string][]int32 // key of a name → places, best first
	loose map[string][]int32 // loose key → places, best first
	first map[string][]entry // first word of a key → the keys that begin with it, longest first
}

// load reads the embedded gazetteer once; a malformed line is a mistake of the generator and its test finds it.
var load = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{byID: map[string]int{}, exact: map[string][]int32{}, loose: map[string][]int32{}, first: map[string][]entry{}}
	for _, line := range strings.Split(strings.TrimSuffix(data, "\n"), "\n") {
		c := strings.Split(line, "\t")
		if len(c) != 11 {
			continue
		}
		p := Place{ID: c[0], Kind: c[1], Country: c[4], Governorate: c[5], District: c[6], NameEN: c[8], NameAR: c[9]}
		p.Lat, _ = strconv.ParseFloat(c[2], 64)
		p.Lon, _ = strconv.ParseFloat(c[3], 64)
		p.Population, _ = strconv.Atoi(c[7])
		if c[10] != "" {
			p.Aliases = strings.Split(c[10], "|")
		}
		g.byID[p.ID] = len(g.all)
		g.all = append(g.all, p)
	}
	for i := range g.all {
		p := &g.all[i]
		g.index(int32(i), p.NameEN)
		g.index(int32(i), p.NameAR)
		for _, a := range p.Aliases {
			g.index(int32(i), a)
		}
	}
	for _, m := range []map[string][]int32{g.exact, g.loose} {
		for _, list := range m {
			sort.SliceStable(list, func(a, b int) bool { return better(&g.all[list[a]], &g.all[list[b]]) })
		}
	}
	g.buildMatcher()
	return g
})

func (g *gazetteer) index(i int32, name string) {
	k := Key(name)
	if k == "" {
		return
	}
	add := func(m map[string][]int32, k string) {
		for _, have := range m[k] {
			if have == i {
				return
			}
		}
		m[k] = append(m[k], i)
	}
	add(g.exact, k)
	add(g.loose, looseKey(k))
}

// better orders places of one name: Iraq first, then countries, then a town before the district and the province that
// bear its name, then Syria, then by population, then by id.
func better(a, b *Place) bool {
	if x, y := nearness(a), nearness(b); x != y {
		return x < y
	}
	if x, y := kindRank(a.Kind), kindRank(b.Kind); x != y {
		return x < y
	}
	if a.Population != b.Population {
		return a.Population > b.Population
	}
	return a.ID < b.ID
}

func nearness(p *Place) int {
	switch {
	case p.Kind == Country:
		return 0
	case p.Country == "IQ":
		return 1
	case p.Country == "SY":
		return 2
	}
	return 3
}

func kindRank(kind string) int {
	switch kind {
	case Country:
		return 0
	case City:
		return 1
	case District:
		return 3
	}
	return 2
}

// All returns every place: countries, then governorates, districts and cities, Iraq's first. The slice is the caller's.
func All() []Place { return append([]Place(nil), load().all...) }

// ByID returns the place with this id.
func ByID(id string) (Place, bool) {
	g := load()
	i, ok := g.byID[id]
	if !ok {
		return Place{}, false
	}
	return g.all[i], true
}

// Find returns the places a name may mean, in any spelling of either script, best first: those the name fits as it is
// (case, marks, hyphens and the article aside), and only if there are none those it fits loosely (Haditheh, Heet).
func Find(name string) []Place {
	g := load()
	k := Key(name)
	if k == "" {
		return nil
	}
	list := g.exact[k]
	if len(list) == 0 {
		list = g.loose[looseKey(k)]
	}
	out := make([]Place, len(list))
	for i, n := range list {
		out[i] = g.all[n]
	}
	return out
}

// Governorates returns the 19 governorates of Iraq by their code.
func Governorates() []Place {
	var out []Place
	for _, p := range load().all {
		if p.Kind == Governorate {
			out = append(out, p)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// Key returns the form under which names are compared: folded, without articles, hyphens, apostrophes and ʿ, in words
// separated by one space.
func Key(name string) string {
	var b strings.Builder
	for _, w := range keyWords(text.Fold(name)) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// keyWords cuts a folded name into the words of its key.
func keyWords(folded string) []string {
	plain := strings.Map(func(r rune) rune {
		switch r {
		case '-', '‑', '.', ',', '/':
			return ' '
		case '\'', '"', '&':
			return -1
		}
		return r
	}, folded)
	words := strings.Fields(plain)
	out := words[:0]
	for _, w := range words {
		if isArticle(w) && len(words) > 1 {
			continue
		}
		if w = trimArabicArticle(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// trimArabicArticle drops ال from a folded word that has at least three letters without it.
func trimArabicArticle(w string) string {
	if strings.HasPrefix(w, "ال") && len(w) >= 8 {
		return w[len("ال"):]
	}
	return w
}

func isArticle(w string) bool {
	switch w {
	case "al", "el", "ul", "ar", "as", "ash", "an", "at", "ad", "az", "ath", "er", "ez", "es", "the":
		return true
	}
	return false
}

// looseKey folds the spellings in which romanisations of one Arabic name differ most: long vowels, doubled consonants,
// a final h, ay and ai.
func looseKey(key string) string {
	if key[0] >= 0x80 {
		return strings.NewReplacer("ء", "", "ه ", "ا ").Replace(key)
	}
	s := strings.NewReplacer("ee", "i", "oo", "u", "ou", "u", "ei", "ai", "ey", "ai", "ay", "ai", "iy", "i", "q", "k", "dh", "d", "th", "t", "kh", "h", "gh", "g", "o", "u", "e", "a").Replace(key)
	var b strings.Builder
	var last byte
	for i := 0; i < len(s); i++ {
		if s[i] == last && s[i] != ' ' {
			continue
		}
		last = s[i]
		b.WriteByte(s[i])
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		words[i] = strings.TrimSuffix(strings.TrimSuffix(w, "h"), "a")
	}
	return strings.Join(words, " ")
}
