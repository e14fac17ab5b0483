package main

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"

	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

// leastSeen is in how many examples a feature must stand.
const leastSeen = 2

// learn fits multinomial logistic regression with an L2 penalty by L-BFGS. The same examples in the same order give the same model.
func learn(list []example, strength float64) (*relation.Model, error) {
	var classes []string
	seen := map[uint32]int{}
	for _, x := range list {
		if !slices.Contains(classes, x.label) {
			classes = append(classes, x.label)
		}
		for _, h := range x.Features {
			seen[h]++
		}
	}
	slices.Sort(classes)
	var features []uint32
	for h, n := range seen {
		if n >= leastSeen {
			features = append(features, h)
		}
	}
	slices.Sort(features)
	index := make(map[uint32]int, len(features))
	for i, h := range features {
		index[h] = i
	}
	n := len(classes)
	rows := make([][]int, len(list))
	length := make([]float64, len(list))
	label := make([]int, len(list))
	for i, x := range list {
		for _, h := range x.Features {
			if f, ok := index[h]; ok {
				rows[i] = append(rows[i], f)
			}
		}
		length[i], label[i] = relation.Length(len(x.Features)), slices.Index(classes, x.label)
	}
	p := make([]float64, n)
	// Weights lie feature by feature, the biases last; both the loss and its gradient are kept from the last point asked for.
	last, loss := []float64(nil), 0.0
	gradient := make([]float64, (len(features)+1)*n)
	at := func(w []float64) {
		if slices.Equal(last, w) {
			return
		}
		last = append(last[:0], w...)
		loss = 0
		bias := w[len(features)*n:]
		for i, x := range w {
			gradient[i] = 0
			if i < len(features)*n {
				gradient[i] = x / strength
				loss += x * x / (2 * strength)
			}
		}
		for i, row := range rows {
			copy(p, bias)
			for _, f := range row {
				for c := range p {
					p[c] += w[f*n+c] * length[i]
				}
			}
			best, sum := slices.Max(p), 0.0
			for c := range p {
				p[c] = math.Exp(p[c] - best)
				sum += p[c]
			}
			for c := range p {
				p[c] /= sum
			}
			loss -= math.Log(max(p[label[i]], 1e-300))
			p[label[i]]--
			for c, d := range p {
				gradient[len(features)*n+c] += d
			}
			for _, f := range row {
				for c, d := range p {
					gradient[f*n+c] += d * length[i]
				}
			}
		}
	}
	problem := optimize.Problem{
		Func: func(w []float64) float64 { at(w); return loss },
		Grad: func(g, w []float64) { at(w); copy(g, gradient) },
	}
	result, err := optimize.Minimize(problem, make([]float64, len(gradient)), &optimize.Settings{GradientThreshold: 1e-3, MajorIterations: 400, Concurrent: 0}, &optimize.LBFGS{})
	if err != nil && result == nil {
		return nil, fmt.Errorf("fit the model: %w", err)
	}
	weights := make(map[uint32][]float64, len(features))
	for i, h := range features {
		weights[h] = result.X[i*n : (i+1)*n]
	}
	return relation.New(classes, result.X[len(features)*n:], weights), nil
}
