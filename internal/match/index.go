package match

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

const (
	postingCap = 200 // profiles listed under one key; a commoner key leads to the first ones only
	keyParts   = 6   // parts of a name that make keys
	rareSingle = 40  // a single part leads on its own only while it has fewer profiles than this

	// Candidates scored for one profile: as many as a small investigation can afford, never fewer than a large one needs.
	candidatesLeast, candidatesMost = 14, 60
	candidatesAll                   = 150_000 // candidates scored in all, before there are candidatesLeast for each
)

// Index holds the persons of one investigation and finds who resembles whom. Adding a person costs the same however many
// there are. It keeps caches even when it is only asked, so it may be used by one goroutine at a time.
//
// Persons of whom the same is said in the same words, whatever the report, share a profile: they weigh the same against
// everybody, so a man told of a thousand times costs as much as the ways in which he is told of.
type Index struct {
	persons  []entry
	byID     map[sanad.ID]uint32
	profiles []profile
	alike    map[uint64]uint32 // hash of what is said to the profile; a collision takes the next hash

	known    map[string]*name  // names of the persons here, parsed
	parts    map[string]int    // distinct full names having a skeleton
	whole    map[uint64]uint32 // persons having a full name, by its skeletons
	distinct int               // distinct full names
	common   map[string]int    // profiles having a place, occupation, role or group, folded

	keys     map[uint64]uint32 // hash of a key to its posting
	postings [][]uint32
	filed    int // profiles under their keys

	weights Weights
	meant   map[saying]string        // what trades, roles and groups mean
	placed  map[string]*places.Place // what the gazetteer has for a place that was said, nil for nothing

	edges  []edge // likeliest first
	done   int    // profiles whose edges are known
	ready  preparing
	around adjacency
	likely forest // persons in the likely clusters of the newest ranking; nil before there is one

	circles map[uint32]*told   // what groups say, by their first person
	numbers uint32             // groups numbered
	between map[uint64]float32 // how likely two groups are one, by their numbers
	halves  map[uint64]float32 // how likely two sets are one, by a hash of them

	votes   []uint16 // scratch of nearest, one a profile
	touched []uint32
	parsed  [1 << 10]*name
	pairs   []measured
}

// entry is a person of the index.
type entry struct {
	id, report sanad.ID
	profile    uint32
}

// profile is what is said of one or more persons.
type profile struct {
	Person           // the first of them
	members []uint32 // persons, in order
	called  []*name  // its labels
}

// edge is a scored candidate pair of profiles, a <= b. Two persons of one profile make a pair of it with itself.
type edge struct {
	a, b uint32
	p    float32
}

// name is a parsed name. Those of persons here have a number, 0 is none.
type name struct {
	names.Name
	number uint32
	whole  uint64 // hash of its skeletons
	chain  []names.Part
	main   []string // the coarsest key of each part, of the first keyParts
	hashes []uint64 // of main
	glued  []uint64 // hashes of the keys of two neighbouring parts as if written as one
}

// measured is one comparison of two names of persons here.
type measured struct {
	pair        uint64
	at          int // distinct names when it was measured: what is rare changes with them
	p, surprise float64
}

// NewIndex returns an empty index.
func NewIndex() *Index {
	return &Index{byID: map[sanad.ID]uint32{}, alike: map[uint64]uint32{}, known: map[string]*name{}, keys: map[uint64]uint32{}, parts: map[string]int{},
		whole: map[uint64]uint32{}, common: map[string]int{}, placed: map[string]*places.Place{}, meant: map[saying]string{}, pairs: make([]measured, 1<<12),
		circles: map[uint32]*told{}, between: map[uint64]float32{}, halves: map[uint64]float32{}}
}

// Len returns the number of persons.
func (x *Index) Len() int { return len(x.persons) }

// Person returns a person by id.
func (x *Index) Person(id sanad.ID) (Person, bool) {
	i, ok := x.byID[id]
	if !ok {
		return Person{}, false
	}
	return x.person(i), true
}

// Has reports whether a person is here.
func (x *Index) Has(id sanad.ID) bool {
	_, ok := x.byID[id]
	return ok
}

// said returns what is said of a person here; nil when there is no such person.
func (x *Index) said(id sanad.ID) *profile {
	i, ok := x.byID[id]
	if !ok {
		return nil
	}
	return &x.profiles[x.persons[i].profile]
}

func (x *Index) person(i uint32) Person {
	e := x.persons[i]
	p := x.profiles[e.profile].Person
	p.ID, p.Report = e.id, e.report
	return p
}

// Count returns how many different names here have a part with this skeleton (names.Frequencies).
func (x *Index) Count(key string) int { return x.parts[key] }

// Total returns how many different names are here (names.Frequencies).
func (x *Index) Total() int { return x.distinct }

// Sharing returns how many found persons bear a name of the same skeletons.
func (x *Index) Sharing(name string) int { return int(x.whole[x.name(name).whole]) }

// name parses a name; those of persons here are parsed already.
func (x *Index) name(s string) *name {
	if n, ok := x.known[s]; ok {
		return n
	}
	c := &x.parsed[hash("n", s)%uint64(len(x.parsed))]
	if *c == nil || (*c).Raw != s {
		*c = parse(s)
	}
	return *c
}

// keep parses a name of a person here, for good.
func (x *Index) keep(s string) *name {
	n, ok := x.known[s]
	if !ok {
		n = parse(s)
		n.number = uint32(len(x.known) + 1)
		x.known[s] = n
	}
	return n
}

func parse(s string) *name {
	n := &name{Name: names.Parse(s)}
	n.chain = n.Chain()
	var keys []string
	for _, p := range n.Parts {
		if p.Kind != names.Title {
			keys = append(keys, string(p.Kind[0])+p.Key)
		}
	}
	n.whole = hash("w", keys...)
	for _, q := range n.Parts {
		ks := names.Keys(q)
		if q.Kind == names.Title || q.Kind == names.Initial || len(ks) == 0 || len(n.main) == keyParts {
			continue
		}
		k := ks[len(ks)-1]
		if q.Kind == names.Kunya {
			k = "abu " + k
		}
		n.main = append(n.main, k)
		n.hashes = append(n.hashes, hash("1", k))
	}
	for i := range n.main[:max(len(n.main)-1, 0)] {
		a, b := n.main[i], n.main[i+1]
		if strings.HasPrefix(a, "~") && strings.HasPrefix(b, "~") && len(a)+len(b) > 5 {
			n.glued = append(n.glued, hash("1", a+b[1:]))
		}
	}
	return n
}

// measure compares two names; of those of persons here the newest comparisons are kept.
func (x *Index) measure(s, t *name) (p, surprise float64) {
	if s.Raw > t.Raw {
		s, t = t, s
	}
	if s.number == 0 || t.number == 0 {
		return names.Measure(s.Name, t.Name, x)
	}
	pair := uint64(s.number)<<32 | uint64(t.number)
	c := &x.pairs[pair*0x9E3779B97F4A7C15>>32%uint64(len(x.pairs))]
	if c.pair != pair || c.at != x.distinct {
		p, surprise := names.Measure(s.Name, t.Name, x)
		*c = measured{pair, x.distinct, p, surprise}
	}
	return c.p, c.surprise
}

// roomy gives the kept comparisons room for the names that are here now.
func (x *Index) roomy() {
	if n := min(1<<18, 16*len(x.known)); n > 2*len(x.pairs) {
		x.pairs = make([]measured, n)
	}
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

// Add files a person. A person already there is replaced by nothing: found persons never change, ids are never reused.
func (x *Index) Add(p Person) {
	if _, ok := x.byID[p.ID]; ok {
		return
	}
	i := uint32(len(x.persons))
	k := x.profile(&p)
	x.persons = append(x.persons, entry{p.ID, p.Report, k})
	x.profiles[k].members = append(x.profiles[k].members, i)
	x.byID[p.ID] = i
	for j, s := range p.labels() {
		if slices.Contains(p.labels()[:j], s) {
			continue
		}
		n := x.name(s)
		x.whole[n.whole]++
		if x.whole[n.whole] == 1 {
			x.distinct++
			for j, q := range n.Parts {
				if !slices.ContainsFunc(n.Parts[:j], func(o names.Part) bool { return o.Key == q.Key }) {
					x.parts[q.Key]++
				}
			}
		}
	}
}

// profile returns the profile of what is said of a person, a new one if nothing like it was said before.
func (x *Index) profile(p *Person) uint32 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, list := range p.said() {
		for _, s := range list {
			h.WriteString(s)
			h.WriteByte(1)
		}
		h.WriteByte(2)
	}
	for _, a := range p.Acts {
		h.WriteString(a.key())
	}
	for _, o := range p.Posts {
		h.WriteString(o.key())
	}
	sum := h.Sum64()
	for {
		k, ok := x.alike[sum]
		if !ok {
			break
		}
		if x.profiles[k].alike(p) {
			return k
		}
		sum++
	}
	k := uint32(len(x.profiles))
	x.alike[sum] = k
	f := profile{Person: *p}
	for _, list := range [][]string{p.Names, p.Kunyas, p.Nisbas, p.Father, p.Mother, p.Kin} {
		for _, s := range list {
			x.keep(s)
		}
	}
	for _, s := range p.labels() {
		f.called = append(f.called, x.name(s))
	}
	for _, list := range [][]string{p.BirthPlace, p.Residence} {
		for _, s := range list {
			x.common[text.Fold(s)]++
		}
	}
	for as, list := range [][]string{aTrade: p.Occupation, aRole: p.Roles, aGroup: p.Groups} {
		for _, s := range list {
			x.common[x.meaning(topic(as), s)]++
		}
	}
	for i := range p.Acts {
		if k := p.Acts[i].key(); !slices.ContainsFunc(p.Acts[:i], func(a Act) bool { return a.key() == k }) {
			x.common[k]++
		}
	}
	x.profiles = append(x.profiles, f)
	x.votes = append(x.votes, 0)
	return k
}

// file puts profiles added since the last time under their keys.
func (x *Index) file() {
	for ; x.filed < len(x.profiles); x.filed++ {
		i := uint32(x.filed)
		x.eachKey(&x.profiles[i].Person, func(k key) {
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
}

// key is one way to a person.
type key struct {
	hash   uint64
	weight uint16 // votes it gives
	single bool   // says little alone: it leads to somebody only while it is rare
}

// eachKey calls f with every key of a person: pairs of parts, the whole name, each part alone, parts with place or group,
// identifiers, parents.
func (x *Index) eachKey(p *Person, f func(key)) {
	for _, list := range [][]string{p.Names, p.Kunyas, p.Nisbas} {
		for _, s := range list {
			n := x.name(s)
			main := n.main
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
				for _, o := range [][]string{p.Residence, p.BirthPlace} {
					for _, v := range o[:min(len(o), 3)] {
						f(key{hash("c", main[0], text.Fold(v)), 2, false})
					}
				}
				for as, o := range [][]string{aRole: p.Roles, aGroup: p.Groups} {
					for _, v := range o[:min(len(o), 3)] {
						f(key{hash("c", main[0], x.meaning(topic(as), v)), 2, false})
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
	// Without a name in common: a rare place, more so with the year of birth or the father.
	for _, list := range [][]string{p.BirthPlace, p.Residence} {
		for _, v := range list[:min(len(list), 3)] {
			place := text.Fold(v)
			f(key{hash("pl", place), 1, true})
			for _, b := range p.Birth {
				if len(b) >= 4 {
					f(key{hash("pb", place, b[:4]), 3, true})
				}
			}
			for _, parent := range p.Father {
				if m := x.name(parent); len(m.Parts) > 0 {
					f(key{hash("pf", place, m.Parts[0].Key), 3, true})
				}
			}
		}
	}
}

// Candidates returns the persons who share most with person i, one for each way of telling of somebody.
func (x *Index) Candidates(i int) []int {
	var out []int
	for _, k := range x.nearest(x.persons[i].profile) {
		out = append(out, int(x.profiles[k].members[0]))
	}
	return out
}

// nearest returns the profiles that share most with profile k, most first. One known from a single report is
// not proposed to another of the same report: the extractor took them for different people.
func (x *Index) nearest(k uint32) []uint32 {
	x.file()
	enough := x.enough()
	p := &x.profiles[k]
	x.touched = x.touched[:0]
	var singles []uint32
	x.eachKey(&p.Person, func(k key) {
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
	if len(x.touched) < enough { // somebody whose "Hayat Ullah" is written "Hayatullah", or known by a common part alone
		for _, s := range p.labels() {
			for _, k := range x.name(s).glued {
				if id, ok := x.keys[k]; ok && len(x.postings[id]) < rareSingle {
					x.vote(x.postings[id], 1)
				}
			}
		}
		for _, id := range singles {
			x.vote(x.postings[id], 1)
		}
	}
	out := x.most(enough, func(j uint32) bool {
		q := &x.profiles[j]
		return j != k && (len(p.members) > 1 || len(q.members) > 1 || q.Report != p.Report || p.Report == "")
	})
	x.forget()
	return out
}

// enough is how many candidates are scored for one profile.
func (x *Index) enough() int {
	return min(max(candidatesAll/max(len(x.profiles), 1), candidatesLeast), candidatesMost)
}

// most returns the n touched profiles with most votes that ok lets through, most first, equals in order of filing.
func (x *Index) most(n int, ok func(uint32) bool) []uint32 {
	better := func(a, b uint32) int { return cmp.Or(cmp.Compare(x.votes[b], x.votes[a]), cmp.Compare(a, b)) }
	out := make([]uint32, 0, n)
	for _, j := range x.touched {
		if len(out) == n && better(out[n-1], j) < 0 || !ok(j) {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, j, better)
		if len(out) == n {
			out = out[:n-1]
		}
		out = slices.Insert(out, at, j)
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

func (x *Index) forget() {
	for _, j := range x.touched {
		x.votes[j] = 0
	}
	x.touched = x.touched[:0]
}
