// Package lineage finds which report repeats which. Copies of one report are one origin, however many hands they came
// through: repetition is not corroboration.
package lineage

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Doc is one report's text.
type Doc struct {
	ID       sanad.ID // of the report
	Text     string
	Language string
	Dated    string // EDTF, empty when unknown
	Order    int    // in which the reports were received
}

// The ways in which a report repeats another.
const (
	Exact   = "exact"   // the same words
	Near    = "near"    // mostly the same words
	Excerpt = "excerpt" // a part of the other's words, little else
)

// Link says that a report repeats another; Similarity is the share of three-word sequences: Jaccard, for an excerpt of its own.
type Link = sanad.Link

const (
	shingleWords = 3
	bands        = 24 // of two hashes each: a pair with Jaccard 0.3 meets with probability 0.9, one with 0.05 in 6 of 100
	rows         = 2
	bucketCap    = 64 // reports remembered under one band value: beyond that it is boilerplate
	rareShingle  = 12 // a shingle in more reports than this finds no excerpts
	nearAt       = 0.3
	excerptAt    = 0.7
	minShingles  = 8 // a shorter text repeats another only exactly
	minExact     = 4 // words
)

// Find returns one link for every report that repeats an earlier one, in the order of the documents. The origin is the
// report dated first; where dates do not tell, the one received first, and of those received together the longer one. An
// origin may itself be derived: see Origins.
//
// Near copies are found by MinHash over three-word shingles with locality-sensitive hashing (Broder, 1997) and excerpts by
// shingles that few reports have; both are then verified on the shingles themselves.
func Find(docs []Doc) []Link {
	n := len(docs)
	sets := make([][]uint64, n)
	words := make([]int, n)
	whole := make([]uint64, n)
	for i, d := range docs {
		sets[i], words[i], whole[i] = shingles(d.Text)
	}
	order := make([]int, n) // origins before what may repeat them
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return before(docs, words, i, j) })

	best := make([]Link, n)
	have := make([]bool, n)
	exact := map[uint64]int{}
	buckets := map[uint64][]int32{}
	rare := map[uint64][]int32{}
	seen := make([]int32, n)
	for i := range seen {
		seen[i] = -1
	}
	var sig [bands * rows]uint64
	for _, i := range order {
		if words[i] < minExact {
			continue
		}
		if j, ok := exact[whole[i]]; ok {
			best[i], have[i] = Link{Report: docs[i].ID, DerivedFrom: docs[j].ID, Similarity: 1, How: Exact}, true
			continue // its own copies are copies of the first
		}
		exact[whole[i]] = i
		if len(sets[i]) < minShingles {
			continue
		}
		sign(&sig, sets[i])
		score := 0.0
		try := func(j int32) {
			if seen[j] == int32(i) {
				return
			}
			seen[j] = int32(i)
			l, ok := verify(sets[i], sets[j])
			if !ok || l.Similarity <= score {
				return
			}
			score = l.Similarity
			l.Report, l.DerivedFrom = docs[i].ID, docs[j].ID
			best[i], have[i] = l, true
		}
		for b := range bands {
			k := mix(sig[b*rows]+uint64(b)<<56, sig[b*rows+1])
			l := buckets[k]
			for _, j := range l {
				try(j)
			}
			if len(l) < bucketCap {
				buckets[k] = append(l, int32(i))
			}
		}
		// Every third shingle is enough to meet an excerpt of any length that counts.
		for _, s := range sets[i] {
			if s%3 != 0 {
				continue
			}
			l := rare[s]
			if len(l) <= rareShingle {
				for _, j := range l {
					try(j)
				}
				rare[s] = append(l, int32(i))
			}
		}
	}
	var out []Link
	for i := range docs {
		if have[i] {
			out = append(out, best[i])
		}
	}
	return out
}

// before orders by date where both are known and differ, then by receipt, then the longer first, then by id.
func before(docs []Doc, words []int, i, j int) int {
	a, b := docs[i], docs[j]
	x, y := firstDay(a.Dated), firstDay(b.Dated)
	if x == "" { // without a date: as if dated when received, after those that are dated
		x = "9999"
	}
	if y == "" {
		y = "9999"
	}
	return cmp.Or(strings.Compare(x, y), cmp.Compare(a.Order, b.Order), cmp.Compare(words[j], words[i]), strings.Compare(string(a.ID), string(b.ID)))
}

// firstDay returns the start of an EDTF date in a form that sorts; a year sorts before its days.
func firstDay(s string) string {
	s, _, _ = strings.Cut(s, "/")
	return strings.TrimRight(s, "~?%")
}

// shingles returns the sorted hashes of all three-word sequences of a folded text, its number of words and a hash of all.
func shingles(s string) (set []uint64, words int, whole uint64) {
	fields := strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var prev [shingleWords - 1]uint64
	all := fnv.New64a()
	set = make([]uint64, 0, len(fields))
	for i, w := range fields {
		h := fnv.New64a()
		h.Write([]byte(w))
		all.Write([]byte(w))
		all.Write([]byte{0})
		x := h.Sum64()
		if i >= 2 {
			set = append(set, mix(mix(prev[0], prev[1]), x))
		}
		prev[0], prev[1] = prev[1], x
	}
	slices.Sort(set)
	return slices.Compact(set), len(fields), all.Sum64()
}

// mix is the finalizer of MurmurHash3 over two words.
func mix(a, b uint64) uint64 {
	x := a*0x9e3779b97f4a7c15 ^ b
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// sign computes the MinHash signature by one permutation: the shingles fall into as many bins as there are hashes and
// each bin keeps its least; an empty bin borrows from the next (Shrivastava, 2017, optimal densification made simple).
func sign(sig *[bands * rows]uint64, set []uint64) {
	const bins = uint64(bands * rows)
	for i := range sig {
		sig[i] = math.MaxUint64
	}
	for _, s := range set {
		h := mix(s, 0x5bd1e995)
		b := h % bins
		sig[b] = min(sig[b], h)
	}
	filled := *sig
	for i := range sig {
		for step := uint64(1); filled[i] == math.MaxUint64 && step < 4*bins; step++ {
			j := mix(uint64(i), step) % bins
			if sig[j] != math.MaxUint64 {
				filled[i] = mix(sig[j], step)
			}
		}
	}
	*sig = filled
}

// verify compares two shingle sets; a may be derived from b.
func verify(a, b []uint64) (Link, bool) {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	jaccard := float64(common) / float64(len(a)+len(b)-common)
	own := float64(common) / float64(len(a))
	other := float64(common) / float64(len(b))
	switch {
	case own >= excerptAt && 10*len(a) < 6*len(b):
		return Link{Similarity: round(own), How: Excerpt}, true
	case jaccard >= nearAt:
		return Link{Similarity: round(jaccard), How: Near}, true
	case other >= excerptAt && len(b) >= 2*minShingles: // holds the earlier one and adds much to it
		return Link{Similarity: round(other), How: Near}, true
	}
	return Link{}, false
}

func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// Origins returns for every derived report the report at the root of its chain. Reports that repeat nothing are not in
// the map: they are their own origin.
func Origins(links []Link) map[sanad.ID]sanad.ID {
	from := make(map[sanad.ID]sanad.ID, len(links))
	for _, l := range links {
		from[l.Report] = l.DerivedFrom
	}
	roots := make(map[sanad.ID]sanad.ID, len(links))
	for _, l := range links {
		root := l.DerivedFrom
		for range links { // at most as many steps as there are links, should they be circular
			next, ok := from[root]
			if !ok {
				break
			}
			root = next
		}
		roots[l.Report] = root
	}
	return roots
}
