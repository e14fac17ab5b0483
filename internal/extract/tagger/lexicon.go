package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// word is what the lexicon knows of one folded word.
type word struct {
	brown   uint16    // index into lexicon.paths, 0 unknown
	twitter uint16    // the same, induced from tweets
	web     uint16    // the same, induced from forums
	near    [3]uint16 // clusters of word vectors, coarse to fine, 1-based; 0 unknown
	lists   uint32    // how often the word stands in lists of names, see lists*
}

// The fields of word.lists: three-bit logarithms of how many names of a list have the word, then bits that say that the
// word alone is on a list.
const (
	listsGiven   = 3 * iota       // first word of a person's name
	listsFamily                   // last word of a person's name
	listsPlace                    // in a place's name
	listsCompany                  // in an organization's name
	listsWork                     // in the title of a book, film, song, product
	listsAlone                    // bits: person, organization, place, given name, nationality, title
	listsCase    = listsAlone + 6 // how often it is written with a capital: 0 unknown, 1 never to 5 always, 6 all capitals
)

// lexicon is word lists and clusters, found by 32-bit hash: of a quarter of a million words none meets another often
// enough to matter, and no string is kept.
type lexicon struct {
	paths  []string
	slots  []uint32 // open addressing: hash of the word, 0 empty
	values []word
	names  [3]bloom // names of two to six words: persons, organizations, places
}

// find returns what is known of the word with this hash.
func (x *lexicon) find(h uint32) (word, bool) {
	if len(x.slots) == 0 {
		return word{}, false
	}
	mask := uint32(len(x.slots) - 1)
	for i := h & mask; x.slots[i] != 0; i = (i + 1) & mask {
		if x.slots[i] == h {
			return x.values[i], true
		}
	}
	return word{}, false
}

// Ordinary reports whether a folded word is known and seldom written with a capital: in less than one place of seven.
func (m *Model) Ordinary(folded string) bool {
	w, _ := m.lexicon.find(wordHash(folded))
	c := w.lists >> listsCase & 7
	return c == 1 || c == 2
}

// Name reports whether lists of names have a folded word often as a person's given or family name, and no less often than as a place's
// or an organization's.
func (m *Model) Name(folded string) bool {
	w, _ := m.lexicon.find(wordHash(folded))
	person := max(w.lists>>listsGiven&7, w.lists>>listsFamily&7)
	return person >= 3 && person >= max(w.lists>>listsPlace&7, w.lists>>listsCompany&7)
}

// Known reports whether running text knows a folded word.
func (m *Model) Known(folded string) bool {
	w, _ := m.lexicon.find(wordHash(folded))
	return w.brown != 0
}

func newLexicon(n int) *lexicon {
	size := 1 << bits.Len(uint(n*3/2+1))
	return &lexicon{paths: []string{""}, slots: make([]uint32, size), values: make([]word, size)}
}

func (x *lexicon) add(h uint32, w word) {
	if h == 0 {
		return
	}
	mask := uint32(len(x.slots) - 1)
	i := h & mask
	for x.slots[i] != 0 && x.slots[i] != h {
		i = (i + 1) & mask
	}
	x.slots[i], x.values[i] = h, w
}

// bloom is a set of hashes that errs, for one stranger in a hundred, on the side of having it (Bloom, CACM 13, 1970).
type bloom []uint64

const bloomProbes = 6

func (b bloom) has(h uint64) bool {
	if len(b) == 0 {
		return false
	}
	n := uint64(len(b) * 64)
	step := h>>33 | 1
	for range bloomProbes {
		bit := h % n
		if b[bit/64]&(1<<(bit%64)) == 0 {
			return false
		}
		h += step
	}
	return true
}

var errModel = errors.New("the model is damaged")

// reader takes little-endian values off a byte slice; err is set once it is too short.
type reader struct {
	b   []byte
	err error
}

func (r *reader) take(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.b) {
		r.err = errModel
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) u8() int {
	if b := r.take(1); b != nil {
		return int(b[0])
	}
	return 0
}

func (r *reader) u32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func readLexicon(r *reader) (*lexicon, error) {
	var paths []string
	for range r.u32() {
		paths = append(paths, string(r.take(r.u8())))
		if r.err != nil {
			return nil, fmt.Errorf("read cluster paths: %w", r.err)
		}
	}
	n := int(r.u32())
	keys := r.take(4 * n)
	var columns [8][]byte
	for i := range columns {
		columns[i] = r.take(2 * n)
	}
	if r.err != nil {
		return nil, fmt.Errorf("read lexicon: %w", r.err)
	}
	x := newLexicon(n)
	x.paths = paths
	for i := range n {
		at := func(c int) uint16 { return binary.LittleEndian.Uint16(columns[c][2*i:]) }
		w := word{brown: at(0), twitter: at(1), web: at(2), near: [3]uint16{at(3), at(4), at(5)}, lists: uint32(at(6)) | uint32(at(7))<<16}
		if int(max(w.brown, w.twitter, w.web)) >= len(paths) {
			return nil, fmt.Errorf("read lexicon: %w", errModel)
		}
		x.add(binary.LittleEndian.Uint32(keys[4*i:]), w)
	}
	for i := range x.names {
		raw := r.take(8 * int(r.u32()))
		if r.err != nil {
			return nil, fmt.Errorf("read lists of names: %w", r.err)
		}
		x.names[i] = make(bloom, len(raw)/8)
		for j := range x.names[i] {
			x.names[i][j] = binary.LittleEndian.Uint64(raw[8*j:])
		}
	}
	return x, nil
}
