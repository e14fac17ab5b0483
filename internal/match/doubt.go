package match

import (
	"encoding/binary"
	"hash/fnv"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
)

// A judgement deserves a second look when all that is known makes it unlikely: a join of two less likely to be one than DoubtJoin, a
// difference of two likelier than DoubtApart. On invented persons and a reviewer who errs in every twentieth answer, nine in ten of his
// wrong joins are below the one and nine in ten of his right ones above it (DESIGN.md).
const (
	DoubtJoin  = 0.3
	DoubtApart = 0.9
)

// Together returns how likely two sets of persons are one man by all that each says as a whole; 0 when one of them has nobody here.
func (x *Index) Together(left, right []sanad.ID) float64 {
	a, b := x.numbered(left), x.numbered(right)
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	k := keyOf(a, b)
	if p, ok := x.halves[k]; ok {
		return float64(p)
	}
	if len(x.halves) >= pairsKept {
		clear(x.halves)
	}
	e := evidence{quiet: true}
	x.weighSets(&e, a, b)
	p := sigmoid(e.z)
	x.halves[k] = float32(p)
	return float64(float32(p))
}

// Likely returns how likely the groups identity has two persons in are one; 0 when one of them is not here.
func (x *Index) Likely(identity Identity, left, right sanad.ID) float64 {
	a, ok := x.byID[left]
	b, okb := x.byID[right]
	if !ok || !okb {
		return 0
	}
	l, r := x.groupOf(identity, a), x.groupOf(identity, b)
	if len(l)+len(r) > 2 {
		return float64(x.together(x.circle(l), x.circle(r)))
	}
	e := evidence{quiet: true}
	x.weighSets(&e, l, r)
	return sigmoid(e.z)
}

// Between weighs two persons by all that two sets they are in say as a whole.
func (x *Index) Between(left, right sanad.ID, leftGroup, rightGroup []sanad.ID) sanad.Question {
	var e evidence
	if a, b := x.numbered(leftGroup), x.numbered(rightGroup); len(a) > 0 && len(b) > 0 {
		x.weighSets(&e, a, b)
	}
	q := e.question()
	q.Left, q.Right = left, right
	return q
}

// weighSets weighs persons as Question and QuestionIn do.
func (x *Index) weighSets(e *evidence, a, b []uint32) {
	if len(a) == 1 && len(b) == 1 {
		x.weigh(e, &x.profiles[x.persons[a[0]].profile].Person, &x.profiles[x.persons[b[0]].profile].Person)
		return
	}
	x.weighTold(e, x.tell(a), x.tell(b))
}

// numbered returns the numbers of those who are here, in order.
func (x *Index) numbered(ids []sanad.ID) []uint32 {
	out := make([]uint32, 0, len(ids))
	for _, id := range ids {
		if i, ok := x.byID[id]; ok {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// keyOf is a hash of two sets.
func keyOf(a, b []uint32) uint64 {
	h := fnv.New64a()
	var word [4]byte
	for _, set := range [2][]uint32{a, b} {
		for _, i := range set {
			binary.LittleEndian.PutUint32(word[:], i)
			h.Write(word[:])
		}
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	return h.Sum64()
}
