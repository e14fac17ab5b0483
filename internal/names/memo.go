package names

import (
	"math/bits"
	"sync/atomic"
)

// Two tables remember work done, so that the same words need not be folded and compared again and again: names repeat.
// Both have a fixed size, newer entries push older ones out, and what they answer never depends on what is in them.

const (
	wordSlots = 1 << 15
	pairSlots = 1 << 16
)

// wordTable remembers what is known of words.
type wordTable struct {
	m    *model
	slot [wordSlots]atomic.Pointer[word]
	made [wordSlots / 4]atomic.Pointer[word] // of letters put together by the parser
}

// get returns what is known of a word as written.
func (t *wordTable) get(raw string) *word {
	h := hashBytes(1, raw) >> 32 % wordSlots
	s := &t.slot[h]
	old := s.Load()
	if old != nil && old.raw == raw {
		return old
	}
	if w := t.slot[h^1].Load(); w != nil && w.raw == raw {
		return w
	}
	w := t.m.newWord(raw)
	if len(raw) <= 64 {
		if old != nil {
			t.slot[h^1].Store(old)
		}
		s.Store(w)
	}
	return w
}

// folded returns the word of folded letters.
func (t *wordTable) folded(b []byte) *word {
	s := &t.made[hashBytes(2, string(b))>>32%(wordSlots/4)]
	if w := s.Load(); w != nil && w.raw == string(b) {
		return w
	}
	w := t.m.newFolded(string(b))
	if len(b) <= 64 {
		s.Store(w)
	}
	return w
}

// pairTable remembers probabilities of two parts: 48 bits of the pair's hash and 16 of the probability. Each may lie in
// one of two neighbouring slots.
type pairTable [pairSlots]atomic.Uint64

const steps16 = 1<<16 - 1

// look returns what lies in the first slot of a pair.
func (t *pairTable) look(h uint64) uint64 { return t[h%pairSlots].Load() }

// answer reads a slot; not ok when it is another pair's.
func answer(v, h uint64) (p float32, ok bool) {
	return float32(v&steps16) / steps16, v>>16 == h>>16
}

func (t *pairTable) get(h uint64) (float32, bool) {
	if p, ok := answer(t.look(h), h); ok {
		return p, true
	}
	return answer(t[h%pairSlots^1].Load(), h)
}

func (t *pairTable) put(h uint64, p float32) {
	s := &t[h%pairSlots]
	if old := s.Load(); old != 0 {
		t[h%pairSlots^1].Store(old)
	}
	s.Store(h&^steps16 | uint64(p*steps16+0.5))
}

// quantised is what a probability is after it was remembered.
func quantised(p float32) float32 { return float32(uint64(p*steps16+0.5)) / steps16 }

// hashBytes mixes a string into 64 bits, eight bytes a step, in the manner of wyhash. Its values are stored nowhere.
func hashBytes(seed uint64, s string) uint64 {
	h := seed ^ 0x9e3779b97f4a7c15 ^ uint64(len(s))<<56
	for len(s) > 8 {
		h = mix(h, load8(s[:8]))
		s = s[8:]
	}
	n := len(s)
	switch {
	case n == 8:
		return mix(h, load8(s))
	case n >= 4:
		return mix(h, uint64(load4(s[:4]))|uint64(load4(s[n-4:]))<<32)
	case n > 0:
		return mix(h, uint64(s[0])|uint64(s[n/2])<<8|uint64(s[n-1])<<16)
	}
	return mix(h, 0)
}

func load8(s string) uint64 { return uint64(load4(s[:4])) | uint64(load4(s[4:8]))<<32 }

func load4(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func mix(h, x uint64) uint64 {
	hi, lo := bits.Mul64(h^0xa0761d6478bd642f, x^0xe7037ed1a0b428db)
	h = (hi ^ lo) * 0x9e3779b97f4a7c15
	return h ^ h>>32
}
