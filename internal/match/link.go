package match

import (
	"cmp"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/text"
)

// ColumnType says how the values of a column compare.
type ColumnType string

// The column types.
const (
	ColumnName   ColumnType = "name"   // personal names
	ColumnDate   ColumnType = "date"   // any writing of digits; 19151111 and 1915-11-11 are one
	ColumnPlace  ColumnType = "place"  //
	ColumnText   ColumnType = "text"   //
	ColumnID     ColumnType = "id"     // document and registration numbers
	ColumnPhone  ColumnType = "phone"  //
	ColumnNumber ColumnType = "number" // house numbers, postcodes
)

// Valid reports whether t is a column type.
func (t ColumnType) Valid() bool {
	switch t {
	case ColumnName, ColumnDate, ColumnPlace, ColumnText, ColumnID, ColumnPhone, ColumnNumber:
		return true
	}
	return false
}

// Column is one column of the records to link.
type Column struct {
	Name string
	Type ColumnType
}

// Record is one row: its id and a value for each column, empty when missing.
type Record struct {
	ID     string
	Values []string
}

// Pair is two records that may be one, with a probability.
type Pair struct {
	Left, Right string
	Score       float64
}

// The levels at which two values may agree.
const (
	differs = iota
	resembles
	alike
	equal
	levels
	missing = levels
)

const (
	linkPostingCap = 120    // records under one key of one file; beyond that the key says nothing
	linkParts      = 6      // parts of a name of which every two are a key
	linkSample     = 20_000 // random pairs from which chance agreement is measured
	linkRounds     = 20     // of EM
)

// Link returns the pairs of a left and a right record with at least the given probability, likeliest first; 0.5 is the
// engine's own threshold. With right nil it looks for pairs within left.
//
// Weights are those of Fellegi and Sunter (1969): for every column how often each level of agreement occurs in pairs of one
// thing, estimated by EM without any labels, over how often it occurs by chance, measured on random pairs; agreement on a
// rare value counts for more than on a common one.
func Link(left, right []Record, cols []Column, threshold float64) []Pair {
	l := &linker{cols: cols}
	l.left = l.prepare(left)
	l.right, l.dedupe = l.left, right == nil
	if !l.dedupe {
		l.right = l.prepare(right)
	}
	if len(l.left) == 0 || len(l.right) == 0 {
		return nil
	}
	pairs := l.candidates()
	if len(pairs) == 0 {
		return nil
	}
	n := len(cols)
	patterns := l.patterns(pairs)
	m, u, prior := l.estimate(patterns, l.chance())
	scores := make([]float64, len(pairs))
	for i, p := range pairs {
		z := prior
		for c, g := range patterns[i*n : (i+1)*n] {
			if g == missing {
				continue
			}
			by := u[c][g]
			if g == equal {
				by = l.commonness(c, p, by)
			}
			z += math.Log(m[c][g] / by)
		}
		scores[i] = sigmoid(z)
	}
	out := l.coherent(pairs, scores, threshold)
	slices.SortStableFunc(out, func(a, b Pair) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// unlikely is a probability too small to count in a cluster.
const unlikely = 0.001

// coherent makes of pairs, each weighed alone, the pairs of clusters that hang together: a pair of one cluster is as likely as the
// clusters it was joined by, one between two clusters less likely than not.
func (l *linker) coherent(pairs [][2]int32, scores []float64, threshold float64) []Pair {
	records, shift := len(l.left), int32(0) // of two files those of the second are numbered behind those of the first
	var second func(int32) bool
	if !l.dedupe {
		records, shift = records+len(l.right), int32(len(l.left))
		second = func(i int32) bool { return i >= shift }
	}
	own := make(map[[2]int32]float64, len(pairs))
	var list []likely
	for i, p := range pairs {
		if s := scores[i]; s >= unlikely {
			list = append(list, likely{p[0], p[1] + shift, s})
			own[p] = s
		}
	}
	var out []Pair
	cluster(records, list, second, func(a, b int32, average float64) {
		p := [2]int32{a, b - shift}
		s := max(own[p], 0.5+(average-joinFrom)/(1-joinFrom)/2)
		delete(own, p)
		if s >= threshold {
			out = append(out, Pair{l.left[p[0]].id, l.right[p[1]].id, s})
		}
	})
	for i, p := range pairs {
		s, ok := own[p]
		if !ok {
			if scores[i] >= unlikely {
				continue // in a cluster
			}
			s = scores[i]
		}
		if s /= 2; s >= threshold {
			out = append(out, Pair{l.left[p[0]].id, l.right[p[1]].id, s})
		}
	}
	return out
}

// prepared is a record made ready: its values by column, 0 where one is missing.
type prepared struct {
	id     string
	values []uint32
}

// value is what a column has in one or more records.
type value struct {
	text   string // folded
	sorted string // its words in order, when there are several
	name   names.Name
	count  int // records that have it
}

// recall remembers the levels of comparisons of two values, which recur from pair to pair; one for each column and worker.
type recall []struct {
	pair  uint64
	level uint8
}

const recallSize = 1 << 15

func (l *linker) recalls() []recall {
	rs := make([]recall, len(l.cols))
	for c := range rs {
		rs[c] = make(recall, recallSize)
	}
	return rs
}

type linker struct {
	cols        []Column
	left, right []prepared
	dedupe      bool
	values      [][]value // by column; the first is that of none
	number      []map[string]uint32
	total       int
}

func (l *linker) prepare(rs []Record) []prepared {
	if l.values == nil {
		for range l.cols {
			l.values = append(l.values, make([]value, 1))
			l.number = append(l.number, map[string]uint32{})
		}
	}
	out := make([]prepared, len(rs))
	buf := make([]uint32, len(rs)*len(l.cols))
	for i, r := range rs {
		p := prepared{r.ID, buf[i*len(l.cols) : (i+1)*len(l.cols)]}
		for c, col := range l.cols[:min(len(l.cols), len(r.Values))] {
			v := normalValue(col.Type, r.Values[c])
			if v == "" {
				continue
			}
			n, ok := l.number[c][v]
			if !ok {
				n = uint32(len(l.values[c]))
				l.number[c][v] = n
				l.values[c] = append(l.values[c], value{text: v, sorted: sortedWords(v)})
				if col.Type == ColumnName {
					l.values[c][n].name = names.Parse(r.Values[c])
				}
			}
			l.values[c][n].count++
			p.values[c] = n
		}
		out[i] = p
		l.total++
	}
	return out
}

func normalValue(t ColumnType, s string) string {
	f := text.Fold(strings.TrimSpace(s))
	switch t {
	case ColumnDate, ColumnID, ColumnNumber:
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' && t != ColumnDate {
				return r
			}
			return -1
		}, f)
	case ColumnPhone:
		return phone(f)
	}
	return strings.Join(strings.Fields(f), " ")
}

// blocks calls f with the keys of a record: every value, every two parts of a name, and every two columns' beginnings.
func (l *linker) blocks(p *prepared, f func(uint64)) {
	short := make([]string, len(l.cols))
	for c, col := range l.cols {
		v := l.values[c][p.values[c]].text
		if v == "" {
			continue
		}
		col1 := strconv.Itoa(c)
		switch col.Type {
		case ColumnName:
			var parts []string // the coarsest key of each
			for _, q := range l.values[c][p.values[c]].name.Parts {
				if ks := names.Keys(q); q.Kind != names.Title && len(ks) > 0 && len(parts) < linkParts {
					k := ks[len(ks)-1]
					for _, o := range parts {
						f(hash("2", col1, min(k, o), max(k, o)))
					}
					parts = append(parts, k)
				}
			}
			if len(parts) > 0 {
				short[c] = parts[0]
			}
			f(hash("v", col1, v))
		case ColumnDate:
			f(hash("v", col1, v))
			short[c] = v[:min(4, len(v))]
		case ColumnID, ColumnPhone:
			f(hash("v", col1, v))
			short[c] = v[:min(4, len(v))]
		default:
			f(hash("v", col1, v))
			r := []rune(v)
			short[c] = string(r[:min(3, len(r))])
		}
	}
	for c, a := range short {
		for d, b := range short[:c] {
			if a != "" && b != "" {
				f(hash("p", strconv.Itoa(c), a, strconv.Itoa(d), b))
			}
		}
	}
}

// candidates returns the pairs that share a key which few records have.
func (l *linker) candidates() [][2]int32 {
	postings := map[uint64][]int32{}
	for i := range l.right {
		l.blocks(&l.right[i], func(k uint64) {
			if p := postings[k]; len(p) <= linkPostingCap && (len(p) == 0 || p[len(p)-1] != int32(i)) {
				postings[k] = append(p, int32(i))
			}
		})
	}
	seen := make([]int32, len(l.right))
	var out [][2]int32
	for i := range l.left {
		l.blocks(&l.left[i], func(k uint64) {
			p := postings[k]
			if len(p) > linkPostingCap {
				return
			}
			for _, j := range p {
				if seen[j] == int32(i)+1 || l.dedupe && int(j) <= i {
					continue
				}
				seen[j] = int32(i) + 1
				out = append(out, [2]int32{int32(i), j})
			}
		})
	}
	return out
}

// patterns returns the levels of all pairs, one pair after the other; every processor takes its share.
func (l *linker) patterns(pairs [][2]int32) []uint8 {
	n := len(l.cols)
	out := make([]uint8, n*len(pairs))
	share := (len(pairs) + runtime.GOMAXPROCS(0) - 1) / runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for from := 0; from < len(pairs); from += share {
		wg.Go(func() {
			known := l.recalls()
			for i := from; i < min(from+share, len(pairs)); i++ {
				l.compare(out[i*n:(i+1)*n], pairs[i], known)
			}
		})
	}
	wg.Wait()
	return out
}

// compare fills g with the level at which the pair agrees in each column.
func (l *linker) compare(g []uint8, p [2]int32, known []recall) {
	a, b := &l.left[p[0]], &l.right[p[1]]
	for c, col := range l.cols {
		x, y := a.values[c], b.values[c]
		switch {
		case x == 0 || y == 0:
			g[c] = missing
		case x == y:
			g[c] = equal
		default:
			pair := uint64(min(x, y))<<32 | uint64(max(x, y))
			r := &known[c][pair*0x9E3779B97F4A7C15>>32%recallSize]
			if r.pair != pair {
				r.pair, r.level = pair, compareValues(col.Type, &l.values[c][min(x, y)], &l.values[c][max(x, y)])
			}
			g[c] = r.level
		}
	}
}

// compareValues returns the level at which two different values agree.
func compareValues(t ColumnType, a, b *value) uint8 {
	x, y := a.text, b.text
	switch t {
	case ColumnName:
		return level(nameLikeness(a, b), 0.85, 0.4)
	case ColumnDate, ColumnID, ColumnPhone, ColumnNumber:
		switch d := distance(x, y, 2); {
		case d <= 1:
			return alike
		case d == 2 && len(x) >= 6 || t == ColumnDate && len(x) >= 8 && len(y) >= 8 && swapped(x, y):
			return resembles
		}
		return differs
	}
	return level(textLikeness(a, b), 0.92, 0.8)
}

func level(s, near, some float64) uint8 {
	switch {
	case s >= near:
		return alike
	case s >= some:
		return resembles
	}
	return differs
}

// nameLikeness is that of the names; a single part may also be a misspelling that no habit of transliteration explains.
func nameLikeness(a, b *value) float64 {
	if len(a.name.Parts) == 1 && len(b.name.Parts) == 1 {
		p := names.PartSimilarity(a.name.Parts[0], b.name.Parts[0])
		if t := textLikeness(a, b) - 0.05; t > 0.75 {
			return max(p, t)
		}
		return p
	}
	return names.Similarity(a.name, b.name, nil)
}

// textLikeness is one minus half the edit distance over the longer length, of the words as they stand or sorted: one letter in
// eight is still close. Below 0.8 it is not exact.
func textLikeness(a, b *value) float64 {
	like := func(x, y string) float64 {
		n := max(len(x), len(y))
		return 1 - float64(distance(x, y, n*2/5+1))/float64(2*n)
	}
	s := like(a.text, b.text)
	if s < 0.95 && a.sorted != "" && b.sorted != "" {
		s = max(s, like(a.sorted, b.sorted))
	}
	return s
}

// sortedWords is a text of several words with these in alphabetical order, else empty.
func sortedWords(s string) string {
	words := strings.Fields(s)
	if len(words) < 2 {
		return ""
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// distance is the edit distance of bytes in which exchanging two neighbours counts one; limit+1 stands for any above limit. Only the
// first 64 bytes count, a column of the table of distances being the bits of a word (Hyyrö 2003, "A Bit-Vector Algorithm for
// Computing Levenshtein and Damerau Edit Distances").
func distance(a, b string, limit int) int {
	a, b = a[:min(len(a), 64)], b[:min(len(b), 64)]
	if max(len(a), len(b))-min(len(a), len(b)) > limit {
		return limit + 1
	}
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	var has [256]uint64 // where in a a byte stands
	for i := range len(a) {
		has[a[i]] |= 1 << i
	}
	d, last := len(a), uint64(1)<<(len(a)-1)
	var same, before, down uint64 // diagonal steps that cost nothing, the last byte's places, vertical steps down
	up := ^uint64(0)              // vertical steps up
	for j := range len(b) {
		at := has[b[j]]
		exchanged := ((^same & at) << 1) & before
		same = ((at&up + up) ^ up) | at | down | exchanged
		right := down | ^(same | up)
		left := same & up
		if right&last != 0 {
			d++
		} else if left&last != 0 {
			d--
		}
		right = right<<1 | 1
		left <<= 1
		up = left | ^(same | right)
		down = right & same
		before = at
	}
	return min(d, limit+1)
}

// swapped reports whether two dates of eight digits differ in the order of day and month only, whichever end the year is.
func swapped(x, y string) bool {
	return x[:4] == y[:4] && x[4:6] == y[6:8] && x[6:8] == y[4:6] || x[4:8] == y[4:8] && x[:2] == y[2:4] && x[2:4] == y[:2]
}

// chance measures how often each level occurs in random pairs.
func (l *linker) chance() [][levels]float64 {
	u := make([][levels]float64, len(l.cols))
	n := make([]float64, len(l.cols))
	g, known := make([]uint8, len(l.cols)), l.recalls()
	r := rand.New(rand.NewPCG(1, 2)) // any fixed sample will do
	for range linkSample {
		i, j := int32(r.IntN(len(l.left))), int32(r.IntN(len(l.right)))
		if l.dedupe && i == j {
			continue
		}
		l.compare(g, [2]int32{i, j}, known)
		for c, k := range g {
			if k != missing {
				u[c][k]++
				n[c]++
			}
		}
	}
	// Of few records the same pairs are drawn again and again: they count once, beside what is usual.
	once := min(1, float64(len(l.left))*float64(len(l.right))/linkSample)
	for c := range u {
		for k := range u[c] {
			u[c][k] = (u[c][k]*once + usual*usualChance[k]) / (n[c]*once + usual)
		}
	}
	return u
}

// How often the levels usually occur in pairs of two things and of one, where the data say too little; and how many pairs of
// the data this weighs.
var (
	usualChance = [levels]float64{0.94, 0.03, 0.02, 0.01}
	usualMatch  = [levels]float64{0.05, 0.05, 0.1, 0.8}
)

const usual = 2

// commonness is the chance of agreeing on the very value, half way to that of any value.
func (l *linker) commonness(c int, p [2]int32, average float64) float64 {
	share := float64(l.values[c][l.left[p[0]].values[c]].count-1) / float64(l.total) // of the others
	return math.Sqrt(average * max(share, 1e-6))
}

// estimate finds by EM how often each level occurs in pairs of one thing, and the log-odds of two records being one.
//
// The prior is that of any pair of records, not of a candidate: candidates share a key, and those that are not of one thing agree
// far more often than random pairs do, which a share of the candidates would take for a sign. Pairs that are no candidates
// are taken to be of two things. Random pairs are of one thing as often as the prior says, which among few records is often: what
// they owe to that is taken off the chance.
func (l *linker) estimate(patterns []uint8, random [][levels]float64) (m, u [][levels]float64, prior float64) {
	u = slices.Clone(random)
	counts := map[string]float64{}
	for g := range slices.Chunk(patterns, len(l.cols)) {
		counts[string(g)]++
	}
	all := float64(len(l.left)) * float64(len(l.right))
	if l.dedupe {
		all = all * (1 - 1/float64(len(l.left))) / 2
	}
	kinds := make([]string, 0, len(counts))
	for g := range counts {
		kinds = append(kinds, g)
	}
	slices.Sort(kinds)
	m = make([][levels]float64, len(l.cols))
	for c := range m {
		m[c] = usualMatch
	}
	share := min(float64(min(len(l.left), len(l.right)))/all/2, 0.5)
	for range linkRounds {
		next := make([][levels]float64, len(l.cols))
		sum := 0.0
		prior = math.Log(share / (1 - share))
		for _, k := range kinds {
			z := prior
			for c := range len(k) {
				if k[c] != missing {
					z += math.Log(m[c][k[c]] / u[c][k[c]])
				}
			}
			w := sigmoid(z) * counts[k]
			sum += w
			for c := range len(k) {
				if k[c] != missing {
					next[c][k[c]] += w
				}
			}
		}
		for c := range m {
			t := 0.0
			for k := range m[c] {
				next[c][k] += usual * usualMatch[k]
				t += next[c][k]
			}
			for k := range m[c] {
				m[c][k] = next[c][k] / t
			}
		}
		share = min(max(sum/all, 0.01/all), 0.5)
		for c := range u {
			for k := range u[c] {
				u[c][k] = max((random[c][k]-share*m[c][k])/(1-share), random[c][k]/4, 1e-6)
			}
		}
	}
	return m, u, math.Log(share / (1 - share))
}
