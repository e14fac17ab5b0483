//go:build train

package tagger

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// Sentence is an annotated sentence. Labels are IOB2: O, B-PER, I-PER and so on; kinds but PER, ORG, LOC are other names.
type Sentence struct {
	Tokens []string
	Labels []string
}

// gold turns IOB2 into labels.
func (s Sentence) gold(otherNames bool) []Label {
	kinds := map[string]Kind{"PER": PER, "ORG": ORG, "LOC": LOC}
	out := make([]Label, len(s.Labels))
	for i := 0; i < len(s.Labels); {
		l := s.Labels[i]
		if l == "O" {
			i++
			continue
		}
		j := i + 1
		for j < len(s.Labels) && s.Labels[j] == "I-"+l[2:] {
			j++
		}
		k, ok := kinds[l[2:]]
		for m := i; m < j; m++ {
			switch {
			case !ok && otherNames:
				out[m] = other
			case !ok:
				out[m] = outside
			case j-i == 1:
				out[m] = labelOf(k, unit)
			case m == i:
				out[m] = labelOf(k, begin)
			case m == j-1:
				out[m] = labelOf(k, last)
			default:
				out[m] = labelOf(k, inside)
			}
		}
		i = j
	}
	return out
}

// Gold returns the annotated names.
func (s Sentence) Gold() []Span { return spansOf(s.gold(false)) }

// Options says how to learn.
type Options struct {
	Arabic     bool
	OtherNames bool    // learn names of other kinds as a label of their own
	Epochs     int     // passes over the data
	MinCount   int     // features seen less often are left out
	Drop       float64 // part of the features left out at each step, so that none is relied on alone
	Tie        float32 // how much a weight learnt for one position of a kind counts for the others
	Seed       uint64  // of the order of sentences and of what is left out
	Models     int     // runs of other order and other features left out, averaged
	Sureness   float64 // what a score of one is worth in the exponent of a probability, found by trying on held-out sentences
	Log        func(string, ...any)
}

type example struct {
	feats [][]int32
	gold  []Label
}

// Train learns a model: an averaged structured perceptron (Collins, EMNLP 2002). The same data give the same model.
func Train(lex *Lexicon, data []Sentence, o Options) *Model {
	f := &featurizer{lexicon: lex.lexicon, arabic: o.Arabic}
	ids := map[uint32]int32{}
	var counts []int32
	var hashes []uint32
	raw := make([]example, len(data))
	for si, s := range data {
		f.prepare(s.Tokens)
		how := style(s.Tokens)
		ex := example{gold: s.gold(o.OtherNames)}
		for i := range s.Tokens {
			hs := f.features(i, how)
			row := make([]int32, len(hs))
			for k, h := range hs {
				id, ok := ids[h]
				if !ok {
					id = int32(len(counts))
					ids[h] = id
					counts = append(counts, 0)
					hashes = append(hashes, h)
				}
				counts[id]++
				row[k] = id
			}
			ex.feats = append(ex.feats, row)
		}
		raw[si] = ex
	}
	keep := make([]int32, len(counts))
	var kept []uint32
	for id, c := range counts {
		keep[id] = -1
		if int(c) >= o.MinCount && hashes[id] != 0 {
			keep[id] = int32(len(kept))
			kept = append(kept, hashes[id])
		}
	}
	for _, ex := range raw {
		for i, row := range ex.feats {
			n := 0
			for _, id := range row {
				if keep[id] >= 0 {
					row[n] = keep[id]
					n++
				}
			}
			ex.feats[i] = row[:n]
		}
	}
	if o.Log != nil {
		o.Log("%d features of %d kept", len(kept), len(counts))
	}
	runs := make([]*learner, max(1, o.Models))
	var wait sync.WaitGroup
	for r := range runs {
		wait.Go(func() {
			l := &learner{Options: o, w: make([]scores, len(kept)), u: make([]scores, len(kept)), examples: raw, rng: rand.New(rand.NewPCG(o.Seed, uint64(r)))}
			l.trans.forbid()
			for range o.Epochs {
				l.epoch()
			}
			l.average()
			runs[r] = l
		})
	}
	wait.Wait()
	sum := runs[0]
	for _, l := range runs[1:] {
		for i := range sum.w {
			for k := range labels {
				sum.w[i][k] += l.w[i][k] // quantizing makes a mean of the sum
			}
		}
		for a := range labels {
			for b := range labels {
				sum.trans[a][b] += l.trans[a][b]
			}
		}
	}
	m := quantize(lex.lexicon, o.Arabic, kept, sum.w, sum.trans)
	m.scale *= o.Sureness / float64(len(runs))
	return m
}

type learner struct {
	Options
	w, u          []scores // weights; sum of updates times step
	trans, transU transitions
	step          float32
	examples      []example
	rng           *rand.Rand
	emit          []scores
	back          [][labels]Label
	tags          []Label
	dropped       [][]int32
}

// sample returns the features of ex, some left out.
func (l *learner) sample(ex example) [][]int32 {
	if l.Drop == 0 {
		return ex.feats
	}
	l.dropped = grow(l.dropped, len(ex.feats))
	limit := uint32(l.Drop * math.MaxUint32)
	for i, row := range ex.feats {
		out := l.dropped[i][:0]
		for _, id := range row {
			if l.rng.Uint32() >= limit {
				out = append(out, id)
			}
		}
		l.dropped[i] = out
	}
	return l.dropped[:len(ex.feats)]
}

func (l *learner) score(feats [][]int32) {
	l.emit = grow(l.emit, len(feats))
	for i, row := range feats {
		var s scores
		for _, id := range row {
			w := &l.w[id]
			for k := range s {
				s[k] += w[k]
			}
		}
		l.emit[i] = s
	}
}

func (l *learner) epoch() {
	for _, e := range l.rng.Perm(len(l.examples)) {
		l.step++
		ex := l.examples[e]
		feats := l.sample(ex)
		l.score(feats)
		l.back = grow(l.back, len(feats))
		l.tags = grow(l.tags, len(feats))
		decode(l.emit, &l.trans, l.back, l.tags)
		if slices.Equal(l.tags, ex.gold) {
			continue
		}
		prevG, prevT := outside, outside
		for i := range feats {
			g, t := ex.gold[i], l.tags[i]
			if g != t {
				for _, id := range feats[i] {
					l.bump(id, g, 1)
					l.bump(id, t, -1)
				}
			}
			if g != t || prevG != prevT {
				l.trans[prevG][g]++
				l.transU[prevG][g] += l.step
				l.trans[prevT][t]--
				l.transU[prevT][t] -= l.step
			}
			prevG, prevT = g, t
		}
	}
}

// bump adds d to the weight of a label, and a part of it to the other positions of its kind.
func (l *learner) bump(id int32, y Label, d float32) {
	w, u := &l.w[id], &l.u[id]
	w[y] += d
	u[y] += d * l.step
	if k := y.Kind(); k != None && l.Tie != 0 {
		for p := begin; p <= unit; p++ {
			if o := labelOf(k, p); o != y {
				w[o] += d * l.Tie
				u[o] += d * l.Tie * l.step
			}
		}
	}
}

// average replaces the weights by their mean over all steps.
func (l *learner) average() {
	for i := range l.w {
		for k := range labels {
			l.w[i][k] -= l.u[i][k] / (l.step + 1)
		}
	}
	for a := range labels {
		for b := range labels {
			l.trans[a][b] -= l.transU[a][b] / (l.step + 1)
		}
	}
}

// quantize rounds weights to a byte: the largest in ten thousand are cut off, the smallest vanish.
func quantize(lex *lexicon, arabic bool, hashes []uint32, avg []scores, trans transitions) *Model {
	var all []float32
	for i := range avg {
		top := float32(0)
		for k := range labels {
			top = max(top, float32(math.Abs(float64(avg[i][k]))))
		}
		if top > 0 {
			all = append(all, top)
		}
	}
	slices.Sort(all)
	if len(all) == 0 {
		all = []float32{1}
	}
	unit := all[(len(all)-1)-len(all)/2000] / 127
	m := &Model{lexicon: lex, arabic: arabic, scale: float64(unit)}
	for a := range labels {
		for b := range labels {
			m.trans[a][b] = never
			if mayFollow(Label(a), Label(b)) {
				m.trans[a][b] = trans[a][b] / unit
			}
		}
	}
	rows := make([][width]int8, len(avg))
	n := 0
	for i := range avg {
		any := false
		for k := range labels {
			q := math.Round(float64(avg[i][k] / unit))
			rows[i][k] = int8(max(-127, min(127, q)))
			any = any || math.Abs(q) >= 2
		}
		if any {
			n++
		} else {
			rows[i] = [width]int8{}
		}
	}
	m.slots, m.rows = emptyRows(n)
	for i, h := range hashes {
		if rows[i] != ([width]int8{}) {
			var row weights
			for l, v := range rows[i] {
				row.set(l, v)
			}
			m.add(h, row)
		}
	}
	return m
}

// Bytes returns the model as English and Arabic read it.
func (m *Model) Bytes() []byte {
	var raw bytes.Buffer
	put := func(v any) { _ = binary.Write(&raw, binary.LittleEndian, v) }
	language := uint8(0)
	if m.arabic {
		language = 1
	}
	put(language)
	put(float32(m.scale))
	put(m.trans)
	var keys []uint32
	for _, h := range m.slots {
		if h != 0 {
			keys = append(keys, h)
		}
	}
	slices.Sort(keys)
	put(uint32(len(keys)))
	put(keys)
	for l := range labels {
		for _, h := range keys {
			put(m.row(h).get(l))
		}
	}
	m.lexicon.write(&raw)
	var out bytes.Buffer
	out.WriteString(magic)
	w, _ := flate.NewWriter(&out, flate.BestCompression)
	_, _ = w.Write(raw.Bytes())
	_ = w.Close()
	return out.Bytes()
}

// Sure multiplies what a score is worth in the exponent of a probability.
func (m *Model) Sure(by float64) { m.scale *= by }

// Rows returns how many features have weights.
func (m *Model) Rows() int {
	n := 0
	for _, h := range m.slots {
		if h != 0 {
			n++
		}
	}
	return n
}

// ReadModel reads what Bytes returned.
func ReadModel(b []byte) (*Model, error) { return read(b) }

func (w *weights) get(l int) int8 {
	return int8(int(w[l/8]>>(8*(l%8))&0xff) - 128)
}
