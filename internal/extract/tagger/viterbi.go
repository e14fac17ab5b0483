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

// lattice holds the sums of forward and backward products, each token's divided by its sum so that they neither vanish nor
// overflow (Rabiner, Proc. IEEE 77, 1989, section V A).
type lattice struct {
	forward, backward, weight [][labels]float64 // weight is that of a label at a token, at most 1
	norm                      []float64         // what a token's forward sums were divided by
	step                      [labels][labels]float64
	total                     float64 // of the last token's forward and backward, over the legal ends
}

// unlikely is the least logarithm of a label's weight beside the best at a token: little enough for never, and no zero to divide by.
const unlikely = -200

// sum runs forward and backward over scores multiplied by scale.
func (l *lattice) sum(emit []scores, trans *transitions, scale float64) {
	n := len(emit)
	l.forward, l.backward, l.weight, l.norm = grow(l.forward, n), grow(l.backward, n), grow(l.weight, n), grow(l.norm, n)
	for b := range Label(labels) {
		for _, a := range before[b] {
			l.step[a][b] = math.Exp(scale * float64(trans[a][b]))
		}
	}
	for i := range n {
		top := emit[i][0]
		for b := range labels {
			top = max(top, emit[i][b])
		}
		var sum float64
		for b := range Label(labels) {
			w := math.Exp(max(scale*float64(emit[i][b]-top), unlikely))
			l.weight[i][b] = w
			s := 0.0
			switch {
			case i > 0:
				for _, a := range before[b] {
					s += l.forward[i-1][a] * l.step[a][b]
				}
			case mayFollow(outside, b):
				s = l.step[outside][b]
			}
			l.forward[i][b] = s * w
			sum += s * w
		}
		l.norm[i] = sum
		for b := range labels {
			l.forward[i][b] /= sum
		}
	}
	for b := range Label(labels) {
		l.backward[n-1][b] = 0
		if !b.open() {
			l.backward[n-1][b] = 1
		}
	}
	for i := n - 2; i >= 0; i-- {
		l.backward[i] = [labels]float64{}
		for b := range Label(labels) {
			s := l.backward[i+1][b] * l.weight[i+1][b] / l.norm[i+1]
			for _, a := range before[b] {
				l.backward[i][a] += s * l.step[a][b]
			}
		}
	}
	l.total = 0
	for b := range Label(labels) {
		l.total += l.forward[n-1][b] * l.backward[n-1][b]
	}
}

// probability returns that of the span, among all ways to label the sentence; it may vanish, and is then the least that is
// more than nothing.
func (l *lattice) probability(s Span, tags []Label) float32 {
	p := l.forward[s.First][tags[s.First]]
	for i := s.First + 1; i < s.Last; i++ {
		p *= l.step[tags[i-1]][tags[i]] * l.weight[i][tags[i]] / l.norm[i]
	}
	p *= l.backward[s.Last-1][tags[s.Last-1]] / l.total
	if !(p > math.SmallestNonzeroFloat32) {
		return math.SmallestNonzeroFloat32
	}
	return float32(min(1, p))
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
