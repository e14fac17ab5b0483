package match

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/text"
)

const (
	postingCap     = 200 // persons listed under one key; a commoner key leads to the first ones only
	rareSingle     = 40  // a single part leads on its own only while it has fewer persons than this
	candidateLimit = 14  // candidates scored for one person
)

// Index holds the persons of one investigation and finds who resembles whom. Adding a person costs the same however many
// there are. It keeps caches even when it is only asked, so it may be used by one goroutine at a time.
type Index struct {
	persons  []Person
	byID     map[sanad.ID]uint32
	keys     map[uint64]uint32 // hash of a key to its posting
	postings [][]uint32

	parts    map[string]int    // distinct full names having a skeleton
	whole    map[uint64]uint32 // persons having a full name, by its skeletons
	distinct int               // distinct full names

	edges []edge
	done  int // persons whose edges are known

	votes   []uint16 // scratch of Candidates, one a person
	touched []uint32
	parsed  [1 << 14]parsedName
	pairs   [1 << 16]measured
}

// edge is a scored candidate pair, a < b.
type edge struct {
	a, b uint32
	p    float32
}

type parsedName struct {
	s string
	n *names.Name
}

type measured struct {
	s, t        string
	at          int // persons when it was measured: counts of names change with them
	p, surprise float64
}

// NewIndex returns an empty index.
func NewIndex() *Index {
	return &Index{byID: map[sanad.ID]uint32{}, keys: map[uint64]uint32{}, parts: map[string]int{}, whole: map[uint64]uint32{}}
}

// Len returns the number of persons.
func (x *Index) Len() int { return len(x.persons) }

// Person returns a person by id.
func (x *Index) Person(id sanad.ID) (*Person, bool) {
	i, ok := x.byID[id]
	if !ok {
		return nil, false
	}
	return &x.persons[i], true
}

// Count returns how many different names here have a part with this skeleton (names.Frequencies).
func (x *Index) Count(key string) int { return x.parts[key] }

// Total returns how many different names are here (names.Frequencies).
func (x *Index) Total() int { return x.distinct }

// Sharing returns how many found persons bear a name of the same skeletons.
func (x *Index) Sharing(name string) int { return int(x.whole[wholeKey(x.name(name))]) }

// name parses through a small cache.
func (x *Index) name(s string) *names.Name {
	c := &x.parsed[hash("n", s)%uint64(len(x.parsed))]
	if c.n == nil || c.s != s {
		n := names.Parse(s)
		*c = parsedName{s, &n}
	}
	return c.n
}

// measure compares two names through a small cache.
func (x *Index) measure(s, t string) (p, surprise float64) {
	if s > t {
		s, t = t, s
	}
	c := &x.pairs[hash("m", s, t)%uint64(len(x.pairs))]
	if c.s != s || c.t != t || c.at != len(x.persons) {
		p, surprise := names.Measure(*x.name(s), *x.name(t), x)
		*c = measured{s, t, len(x.persons), p, surprise}
	}
	return c.p, c.surprise
}

// Hashes stay inside one process; what is asked never depends on them.
var seed = maphash.MakeSeed()

func hash(kind string, parts ...string) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString(kind)
	for _, p := range parts {
		h.WriteByte(0)
		h.WriteString(p)
	}
	return h.Sum64()
}

func wholeKey(n *names.Name) uint64 {
	var keys []string
	for _, p := range n.Parts {
		if p.Kind != names.Title {
			keys = append(keys, string(p.Kind[0])+p.Key)
		}
	}
	return hash("w", keys...)
}

// Add files a person. A person already there is replaced by nothing: found persons never change, ids are never reused.
func (x *Index) Add(p Person) {
	if _, ok := x.byID[p.ID]; ok {
		return
	}
	i := uint32(len(x.persons))
	p.chain = x.chained(&p)
	p.filed = true
	x.persons = append(x.persons, p)
	x.votes = append(x.votes, 0)
	x.byID[p.ID] = i
	for k, s := range p.labels() {
		n := x.name(s)
		w := wholeKey(n)
		if slices.Contains(p.labels()[:k], s) {
			continue
		}
		x.whole[w]++
		if x.whole[w] == 1 {
			x.distinct++
			for j, q := range n.Parts {
				if !slices.ContainsFunc(n.Parts[:j], func(o names.Part) bool { return o.Key == q.Key }) {
					x.parts[q.Key]++
				}
			}
		}
	}
	x.eachKey(&x.persons[i], func(k key) {
		id, ok := x.keys[k.hash]
		if !ok {
			id = uint32(len(x.postings))
			x.keys[k.hash] = id
			x.postings = append(x.postings, nil)
		}
		if l := x.postings[id]; len(l) < postingCap && (len(l) == 0 || l[len(l)-1] != i) {
			x.postings[id] = append(l, i)
		}
	})
}

// key is one way to a person.
type key struct {
	hash   uint64
	weight uint16 // votes it gives
	single bool   // one part of a name alone
}

// eachKey calls f with every key of a person: pairs of parts, the whole name, each part alone, parts with place or group,
// identifiers, parents.
func (x *Index) eachKey(p *Person, f func(key)) {
	for _, list := range [][]string{p.Names, p.Kunyas, p.Nisbas} {
		for _, s := range list {
			n := x.name(s)
			var main []string // the coarsest key of each part
			for _, q := range n.Parts {
				if q.Kind == names.Title || q.Kind == names.Initial {
					continue
				}
				ks := names.Keys(q)
				if len(ks) == 0 {
					continue
				}
				k := ks[len(ks)-1]
				if q.Kind == names.Kunya {
					k = "abu " + k
				}
				if len(main) < 6 {
					main = append(main, k)
				}
			}
			for i, k := range main {
				f(key{hash("1", k), 1, true})
				for _, l := range main[:i] {
					f(key{hash("2", min(k, l), max(k, l)), 4, false})
				}
			}
			if len(main) > 1 {
				f(key{hash("w", strings.Join(main, " ")), 4, false})
			}
			if len(main) > 0 && len(main) <= 2 {
				for _, o := range [][]string{p.Residence, p.BirthPlace, p.Groups, p.Roles} {
					for _, v := range o[:min(len(o), 3)] {
						f(key{hash("c", main[0], text.Fold(v)), 2, false})
					}
				}
			}
			if len(main) > 0 {
				for _, parent := range p.Father {
					if m := x.name(parent); len(m.Parts) > 0 {
						ks := names.Keys(m.Parts[0])
						k := ks[len(ks)-1]
						f(key{hash("2", min(k, main[0]), max(k, main[0])), 4, false})
					}
				}
				for _, parent := range p.Mother {
					if m := x.name(parent); len(m.Parts) > 1 {
						f(key{hash("mo", main[0], m.Parts[0].Key, m.Parts[1].Key), 6, false})
					}
				}
				for _, b := range p.Birth {
					if s, ok := parseSpan(b); ok && s.precise() {
						f(key{hash("b", main[0], b[:4]), 3, false})
						if s.lo == s.hi {
							f(key{hash("bd", b), 3, false})
						}
					}
				}
			}
		}
	}
	for _, d := range p.Documents {
		if _, n := document(d); n != "" {
			f(key{hash("d", n), 20, false})
		}
	}
	for _, t := range p.Phones {
		if n := phone(t); n != "" {
			f(key{hash("t", n), 20, false})
		}
	}
}

// Candidates returns the persons who share most with person i, most first, at most 14. Nobody of the same report is among
// them: the extractor took them for different people.
func (x *Index) Candidates(i int) []int {
	p := &x.persons[i]
	x.touched = x.touched[:0]
	var singles []uint32
	x.eachKey(p, func(k key) {
		id, ok := x.keys[k.hash]
		if !ok {
			return
		}
		l := x.postings[id]
		if k.single && len(l) >= rareSingle {
			singles = append(singles, id)
			return
		}
		x.vote(l, k.weight)
	})
	if len(x.touched) < candidateLimit { // somebody known by a common part alone
		for _, id := range singles {
			x.vote(x.postings[id], 1)
		}
	}
	out := make([]int, 0, candidateLimit)
	slices.SortFunc(x.touched, func(a, b uint32) int {
		if c := cmp.Compare(x.votes[b], x.votes[a]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	for _, j := range x.touched {
		if q := &x.persons[j]; len(out) < candidateLimit && int(j) != i && (q.Report != p.Report || p.Report == "") {
			out = append(out, int(j))
		}
	}
	for _, j := range x.touched {
		x.votes[j] = 0
	}
	return out
}

func (x *Index) vote(list []uint32, weight uint16) {
	for _, j := range list {
		if x.votes[j] == 0 {
			x.touched = append(x.touched, j)
		}
		x.votes[j] += weight
	}
}
