//go:build train

package names

import (
	"math"
	"math/rand/v2"
	"slices"
)

const (
	maxBins  = 48  // bounds tried a feature, at most
	treeL2   = 3.0 // penalty on leaves
	treeRows = 0.7 // share of rows a tree is made from
	treeCols = 0.2 // share of features a level may ask about
)

// boost fits trees to the log-odds (Friedman, 2001) that margin leaves to explain. x is in grains. Its random numbers are
// always the same.
func boost(x [][]float64, y, weight, margin []float64, count int, shrink float64, depth, bounds int) []tree {
	n, nf := len(x), len(x[0])
	edges := make([][]float64, nf)
	bins := make([][]uint8, nf)
	for f := range nf {
		v := make([]float64, n)
		for i := range x {
			v[i] = x[i][f] // whole grains
		}
		s := slices.Clone(v)
		slices.Sort(s)
		s = slices.Compact(s)
		if len(s) > bounds {
			all := slices.Clone(v)
			slices.Sort(all)
			var e []float64
			for k := 1; k < bounds; k++ {
				q := all[k*n/bounds]
				if len(e) == 0 || q > e[len(e)-1] {
					e = append(e, q)
				}
			}
			edges[f] = e
		} else if len(s) > 1 {
			for k := 0; k+1 < len(s); k++ {
				edges[f] = append(edges[f], (s[k]+s[k+1])/2)
			}
		}
		bins[f] = make([]uint8, n)
		for i := range v {
			b, _ := slices.BinarySearch(edges[f], v[i])
			bins[f][i] = uint8(b) // v > edges[b-1]
		}
	}
	rng := rand.New(rand.NewPCG(8, 11))
	z := slices.Clone(margin)
	g, h := make([]float64, n), make([]float64, n)
	leaf := make([]uint8, n)
	use := make([]bool, n)
	var out []tree
	type gh struct{ g, h float64 }
	hist := make([][maxBins + 1]gh, 1<<treeDepth)
	for range count {
		for i := range z {
			p := 1 / (1 + math.Exp(-z[i]))
			g[i], h[i] = weight[i]*(y[i]-p), weight[i]*p*(1-p)
			leaf[i] = 0
			use[i] = rng.Float64() < treeRows
		}
		var t tree
		for d := depth; d < treeDepth; d++ {
			t.above[d] = math.MaxInt32 / 2 // never exceeded
		}
		for d := range depth {
			bestGain, bf, bb := -1.0, 0, 0
			for f := range nf {
				if len(edges[f]) == 0 || rng.Float64() >= treeCols {
					continue
				}
				nl := 1 << d
				for l := range nl {
					hist[l] = [maxBins + 1]gh{}
				}
				bin := bins[f]
				for i := range n {
					if use[i] {
						c := &hist[leaf[i]][bin[i]]
						c.g += g[i]
						c.h += h[i]
					}
				}
				gains := make([]float64, len(edges[f]))
				for l := range nl {
					var tot gh
					for b := range hist[l] {
						tot.g += hist[l][b].g
						tot.h += hist[l][b].h
					}
					var left gh
					for b := range gains {
						left.g += hist[l][b].g
						left.h += hist[l][b].h
						rg, rh := tot.g-left.g, tot.h-left.h
						gains[b] += left.g*left.g/(left.h+treeL2) + rg*rg/(rh+treeL2)
					}
				}
				for b, gain := range gains {
					if gain > bestGain {
						bestGain, bf, bb = gain, f, b
					}
				}
			}
			t.feature[d] = uint8(bf)
			if len(edges[bf]) > 0 {
				t.above[d] = int32(math.Floor(edges[bf][bb]))
			}
			for i := range n {
				if int32(x[i][bf]) > t.above[d] {
					leaf[i] |= 1 << d
				}
			}
		}
		var sum [1 << treeDepth]gh
		for i := range n {
			if use[i] {
				sum[leaf[i]].g += g[i]
				sum[leaf[i]].h += h[i]
			}
		}
		for l := range sum {
			t.leaf[l] = int32(math.Round(leafUnits * shrink * sum[l].g / (sum[l].h + treeL2)))
		}
		for i := range n {
			z[i] += float64(t.leaf[leaf[i]]) / leafUnits
		}
		out = append(out, t)
	}
	return out
}
