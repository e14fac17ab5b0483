package tagger

import "math"

// scores is what each label scores at one token.
type scores [width]float32

const never = float32(-1e9)

// transitions is what it scores that one label follows another; illegal pairs score never.
type transitions [labels][labels]float32

func (t *transitions) forbid() {
	for a := range Label(labels) {
		for b := range Label(labels) {
			if !mayFollow(a, b) {
				t[a][b] = never
			}
		}
	}
}

// before[b] lists the labels that may stand before b.
var before = func() (out [labels][]Label) {
	for b := range Label(labels) {
		for a := range Label(labels) {
			if mayFollow(a, b) {
				out[b] = append(out[b], a)
			}
		}
	}
	return out
}()

// decode returns the legal labels of highest score (Viterbi, IEEE Trans. Inf. Theory 13, 1967). back is a buffer.
func decode(emit []scores, trans *transitions, back [][labels]Label, tags []Label) {
	n := len(emit)
	if n == 0 {
		return
	}
	var best, next [labels]float32
	for b := range Label(labels) {
		best[b] = never
		if mayFollow(outside, b) {
			best[b] = emit[0][b] + trans[outside][b]
		}
	}
	for i := 1; i < n; i++ {
		for b := range Label(labels) {
			top, from := 2*never, outside
			for _, a := range before[b] {
				if s := best[a] + trans[a][b]; s > top {
					top, from = s, a
				}
			}
			next[b] = max(top+emit[i][b], 2*never)
			back[i][b] = from
		}
		best = next
	}
	end := outside
	for b := range Label(labels) {
		if !b.open() && best[b] > best[end] {
			end = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		tags[i] = end
		if i > 0 {
			end = back[i][end]
		}
	}
}

// lattice holds the sums of forward and backward scores, as logarithms.
type lattice struct {
	forward, backward [][labels]float64
	total             float64
}

// sum runs forward and backward (Rabiner, Proc. IEEE 77, 1989) over scores multiplied by scale.
func (l *lattice) sum(emit []scores, trans *transitions, scale float64) {
	n := len(emit)
	l.forward = grow(l.forward, n)
	l.backward = grow(l.backward, n)
	for i := range n {
		for b := range Label(labels) {
			e := scale * float64(emit[i][b])
			if i == 0 {
				l.forward[0][b] = math.Inf(-1)
				if mayFollow(outside, b) {
					l.forward[0][b] = e + scale*float64(trans[outside][b])
				}
				continue
			}
			s := math.Inf(-1)
			for _, a := range before[b] {
				s = logAdd(s, l.forward[i-1][a]+scale*float64(trans[a][b]))
			}
			l.forward[i][b] = s + e
		}
	}
	for b := range Label(labels) {
		l.backward[n-1][b] = math.Inf(-1)
		if !b.open() {
			l.backward[n-1][b] = 0
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range Label(labels) {
			l.backward[i][a] = math.Inf(-1)
		}
		for b := range Label(labels) {
			s := l.backward[i+1][b] + scale*float64(emit[i+1][b])
			for _, a := range before[b] {
				l.backward[i][a] = logAdd(l.backward[i][a], s+scale*float64(trans[a][b]))
			}
		}
	}
	l.total = math.Inf(-1)
	for b := range Label(labels) {
		l.total = logAdd(l.total, l.forward[n-1][b]+l.backward[n-1][b])
	}
}

// probability returns that of the span, among all ways to label the sentence.
func (l *lattice) probability(s Span, tags []Label, emit []scores, trans *transitions, scale float64) float32 {
	log := l.forward[s.First][tags[s.First]]
	for i := s.First + 1; i < s.Last; i++ {
		log += scale * float64(trans[tags[i-1]][tags[i]]+emit[i][tags[i]])
	}
	log += l.backward[s.Last-1][tags[s.Last-1]] - l.total
	return float32(min(1, math.Exp(log)))
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) || b < a-30 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
