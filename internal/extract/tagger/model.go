// Package tagger finds the names of persons, organizations and places in a sentence, English or Arabic, by a linear
// model over hashed features: weights learnt from annotated news, tweets and encyclopedia, word clusters, lists of names.
//
// English and Arabic return the models that are built in; Tag gives a label for each token, Spans the names with how sure
// the model is. MODEL.md says what they were learnt from, under which licences, and how well they do.
package tagger

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"
)

//go:embed english.model
var englishModel []byte

//go:embed arabic.model
var arabicModel []byte

var (
	english = sync.OnceValue(func() *Model { return mustRead(englishModel) })
	arabic  = sync.OnceValue(func() *Model { return mustRead(arabicModel) })
)

// English returns the model for English. It is read on first use and kept.
func English() *Model { return english() }

// Arabic returns the model for Arabic. It is read on first use and kept.
func Arabic() *Model { return arabic() }

// Model is a trained tagger of one language. It is safe for concurrent use.
type Model struct {
	lexicon *lexicon
	arabic  bool
	slots   []uint32 // open addressing: hash of the feature, 0 empty
	rows    []weights
	trans   transitions // in units of a row's weights
	scale   float64     // what one unit is worth in the exponent of a probability
	buffers sync.Pool
}

// weights are those of a feature for every label, a byte each, raised by 128.
type weights [width / 8]uint64

func (w *weights) set(l int, v int8) {
	shift := 8 * (l % 8)
	w[l/8] = w[l/8]&^(0xff<<shift) | uint64(int(v)+128)<<shift
}

// buffers is what tagging a sentence needs; pooled, so that tagging allocates next to nothing.
type buffers struct {
	featurizer
	emit []scores
	back [][labels]Label
	tags []Label
	lattice
}

// Tag returns a label for every token of a sentence. Tokens are words and punctuation marks in the order of the text;
// a sentence of more than 400 is read in pieces.
func (m *Model) Tag(tokens []string) []Label {
	out := make([]Label, 0, len(tokens))
	m.each(tokens, func(b *buffers, _ int) { out = append(out, b.tags...) })
	return out
}

// Spans returns the names in a sentence, in order, none overlapping another.
func (m *Model) Spans(tokens []string) []Span {
	var out []Span
	m.each(tokens, func(b *buffers, at int) {
		spans := spansOf(b.tags)
		if len(spans) == 0 {
			return
		}
		b.sum(b.emit, &m.trans, m.scale)
		for _, s := range spans {
			s.Confidence = b.probability(s, b.tags)
			s.First += at
			s.Last += at
			out = append(out, s)
		}
	})
	return out
}

// each tags tokens in pieces and calls visit with what was found and where the piece starts.
func (m *Model) each(tokens []string, visit func(b *buffers, at int)) {
	b, _ := m.buffers.Get().(*buffers)
	if b == nil {
		b = &buffers{featurizer: featurizer{lexicon: m.lexicon, arabic: m.arabic}}
	}
	defer m.buffers.Put(b)
	for at := 0; at < len(tokens); at += window {
		piece := tokens[at:min(at+window, len(tokens))]
		m.score(b, piece)
		b.back = grow(b.back, len(piece))
		b.tags = grow(b.tags, len(piece))
		decode(b.emit, &m.trans, b.back, b.tags)
		visit(b, at)
	}
}

// score fills b.emit with what each label scores at each token.
func (m *Model) score(b *buffers, tokens []string) {
	b.prepare(tokens)
	b.emit = grow(b.emit, len(tokens))
	how := style(tokens)
	for i := range tokens {
		var sum [width]int32
		m.add16(&sum, b.features(i, how))
		for l, w := range sum {
			b.emit[i][l] = float32(w)
		}
	}
}

// add16 adds up the rows of the features. Eight weights are read as one word and added as four 16-bit lanes twice, which
// is several times faster than one by one; a lane holds 250 weights, each raised by 128 to be positive.
func (m *Model) add16(sum *[width]int32, features []uint32) {
	const mask = 0x00ff00ff00ff00ff
	for len(features) > 0 {
		part := features[:min(250, len(features))]
		features = features[len(part):]
		var lanes [4]uint64
		n := int32(0)
		for _, h := range part {
			if row := m.row(h); row != nil {
				lanes[0] += row[0] & mask
				lanes[1] += row[0] >> 8 & mask
				lanes[2] += row[1] & mask
				lanes[3] += row[1] >> 8 & mask
				n++
			}
		}
		for l := range sum {
			lane := lanes[l/8*2+l%2]
			sum[l] += int32(lane>>(16*(l%8/2))&0xffff) - 128*n
		}
	}
}

func (m *Model) row(h uint32) *weights {
	mask := uint32(len(m.slots) - 1)
	for i := h & mask; m.slots[i] != 0; i = (i + 1) & mask {
		if m.slots[i] == h {
			return &m.rows[i]
		}
	}
	return nil
}

const magic = "sanad tagger 1\n"

func mustRead(b []byte) *Model {
	m, err := read(b)
	if err != nil {
		panic(fmt.Sprintf("read the built-in model: %v", err)) // a broken build: nothing at run time changes these bytes
	}
	return m
}

// read reads a model: magic, then deflated: language, scale, transitions, hashes, weights label by label, lexicon.
func read(b []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, errModel
	}
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(rest)))
	if err != nil {
		return nil, fmt.Errorf("inflate model: %w", err)
	}
	r := &reader{b: raw}
	m := &Model{arabic: r.u8() == 1}
	m.scale = float64(math.Float32frombits(r.u32()))
	for a := range labels {
		for c := range labels {
			m.trans[a][c] = math.Float32frombits(r.u32())
		}
	}
	n := int(r.u32())
	keys := r.take(4 * n)
	table := r.take(labels * n)
	if r.err != nil {
		return nil, fmt.Errorf("read weights: %w", r.err)
	}
	m.slots, m.rows = emptyRows(n)
	for i := range n {
		var row weights
		for l := range labels {
			row.set(l, int8(table[l*n+i]))
		}
		m.add(binary.LittleEndian.Uint32(keys[4*i:]), row)
	}
	m.lexicon, err = readLexicon(r)
	return m, err
}

func emptyRows(n int) ([]uint32, []weights) {
	size := 16
	for size < n*3/2 {
		size *= 2
	}
	return make([]uint32, size), make([]weights, size)
}

func (m *Model) add(h uint32, row weights) {
	mask := uint32(len(m.slots) - 1)
	i := h & mask
	for m.slots[i] != 0 {
		i = (i + 1) & mask
	}
	m.slots[i], m.rows[i] = h, row
}
