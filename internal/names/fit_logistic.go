//go:build train

package names

import "math"

// logistic fits a regression by Newton steps with an L2 penalty on all but the first weight.
func logistic(x [][]float64, y, weight []float64, l2 float64) []float64 {
	n := len(x[0])
	w := make([]float64, n)
	for range 25 {
		h := make([][]float64, n)
		for i := range h {
			h[i] = make([]float64, n+1)
			h[i][i] = l2
			h[i][n] = -l2 * w[i]
		}
		h[0][0] = 1e-6
		h[0][n] = 0
		for r, row := range x {
			z := 0.0
			for i := range row {
				z += row[i] * w[i]
			}
			p := 1 / (1 + math.Exp(-z))
			g, c := weight[r]*(y[r]-p), weight[r]*p*(1-p)
			for i, xi := range row {
				if xi == 0 {
					continue
				}
				h[i][n] += g * xi
				for j := i; j < n; j++ {
					h[i][j] += c * xi * row[j]
				}
			}
		}
		for i := range h {
			for j := range i {
				h[i][j] = h[j][i]
			}
			h[i][i] += 1e-9
		}
		step := solve(h)
		size := 0.0
		for i := range w {
			w[i] += step[i]
			size += step[i] * step[i]
		}
		if size < 1e-10 {
			break
		}
	}
	return w
}

// solve does Gaussian elimination on an augmented matrix.
func solve(h [][]float64) []float64 {
	n := len(h)
	for i := range n {
		p := i
		for r := i + 1; r < n; r++ {
			if math.Abs(h[r][i]) > math.Abs(h[p][i]) {
				p = r
			}
		}
		h[i], h[p] = h[p], h[i]
		for r := i + 1; r < n; r++ {
			f := h[r][i] / h[i][i]
			if f == 0 {
				continue
			}
			for c := i; c <= n; c++ {
				h[r][c] -= f * h[i][c]
			}
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		s := h[i][n]
		for c := i + 1; c < n; c++ {
			s -= h[i][c] * x[c]
		}
		x[i] = s / h[i][i]
	}
	return x
}
