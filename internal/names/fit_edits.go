//go:build train

package names

import "math"

type spelling struct{ a, b []uint8 }

func spellings(lexicon []Spelling) []spelling {
	var out []spelling
	for _, s := range lexicon {
		a, b := arabicSymbols(nil, foldWord(s.Arabic)), latinSymbols(nil, foldWord(s.Latin))
		if len(a) > 0 && len(b) > 0 {
			out = append(out, spelling{a, b})
		}
	}
	return out
}

// steps are the joint probabilities of an edit model.
type steps struct {
	one [alphabet][alphabet]float64
	two [alphabet][alphabet][alphabet]float64
}

// priorSteps holds what everybody knows of transliteration: a consonant stands for one of its class, a vowel for a vowel
// or for nothing. It starts EM and is worth as many observations as its entries say.
func priorSteps() *steps {
	s := &steps{}
	vowel := func(r byte) uint8 { return r - 'a' + 1 }
	for a := uint8(1); a < alphabet; a++ {
		for l := uint8(1); l < alphabet; l++ {
			s.one[a][l] = 0.02
			if c := arabicClass[a]; c != 0 && c == latinClass[l] {
				s.one[a][l] = 8
			}
		}
		s.one[a][0] = 0.3
	}
	for _, e := range []struct {
		arabic rune
		latin  string
		w      float64
	}{{'ا', "aeoiu", 10}, {'و', "uowv", 10}, {'ي', "iyej", 10}, {'ع', "aieou", 8}, {'ه', "a", 5}, {'ظ', "z", 8}, {'ذ', "z", 5}, {'ج', "g", 4}, {'ق', "g", 4},
		{'ك', "c", 4}, {'ش', "c", 1}, {'ث', "s", 3}, {'ط', "t", 4}, {'ح', "x", 2}, {'ع', "c", 2}, {'غ', "r", 1}} {
		for i := range e.latin {
			s.one[arabicSymbol[e.arabic]][vowel(e.latin[i])] += e.w
		}
	}
	for _, r := range "اعءه" {
		s.one[arabicSymbol[r]][0] += 8
	}
	for _, v := range "aeiou" {
		s.one[0][vowel(byte(v))] = 40
	}
	for l := uint8(1); l < alphabet; l++ {
		s.one[0][l] += 0.3
	}
	for _, e := range []struct {
		arabic rune
		x, y   byte
	}{{'و', 'a', 'w'}, {'و', 'a', 'u'}, {'و', 'o', 'w'}, {'و', 'u', 'w'}, {'ي', 'a', 'y'}, {'ي', 'a', 'i'}, {'ي', 'i', 'y'}, {'ي', 'e', 'y'}, {'ي', 'e', 'i'},
		{'ا', 'a', 'h'}, {'ه', 'a', 'h'}, {'ه', 'e', 'h'}, {'ش', 's', 'c'}, {'ق', 'q', 'u'}, {'ك', 'q', 'u'}, {'و', 'o', 'e'}, {'ي', 'i', 'e'}} {
		s.two[arabicSymbol[e.arabic]][vowel(e.x)][vowel(e.y)] = 4
	}
	return s
}

// reestimate runs EM over spellings. prior counts are added at every round.
func reestimate(prior *steps, data []spelling, weight float64, rounds int) *steps {
	cur := normalise(prior)
	for range rounds {
		next := *prior
		for _, d := range data {
			expect(cur, &next, d.a, d.b, weight)
		}
		cur = normalise(&next)
	}
	return cur
}

func normalise(s *steps) *steps {
	t := *s
	total := 0.0
	for a := range t.one {
		for b := range t.one[a] {
			total += t.one[a][b]
			for c := range t.two[a][b] {
				total += t.two[a][b][c]
			}
		}
	}
	for a := range t.one {
		for b := range t.one[a] {
			t.one[a][b] /= total
			for c := range t.two[a][b] {
				t.two[a][b][c] /= total
			}
		}
	}
	return &t
}

// expect adds the expected number of every step in aligning a with b (forward-backward).
func expect(p, count *steps, a, b []uint8, weight float64) {
	var f, g [maxSymbols + 1][maxSymbols + 1]float64
	n, m := len(a), len(b)
	f[0][0] = 1
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			if i > 0 {
				f[i][j] += f[i-1][j] * p.one[a[i-1]][0]
			}
			if j > 0 {
				f[i][j] += f[i][j-1] * p.one[0][b[j-1]]
			}
			if i > 0 && j > 0 {
				f[i][j] += f[i-1][j-1] * p.one[a[i-1]][b[j-1]]
			}
			if i > 0 && j > 1 {
				f[i][j] += f[i-1][j-2] * p.two[a[i-1]][b[j-2]][b[j-1]]
			}
		}
	}
	g[n][m] = 1
	z := f[n][m]
	if z <= 0 {
		return
	}
	for i := n; i >= 0; i-- {
		for j := m; j >= 0; j-- {
			if i < n {
				q := p.one[a[i]][0] * g[i+1][j]
				g[i][j] += q
				count.one[a[i]][0] += weight * f[i][j] * q / z
			}
			if j < m {
				q := p.one[0][b[j]] * g[i][j+1]
				g[i][j] += q
				count.one[0][b[j]] += weight * f[i][j] * q / z
			}
			if i < n && j < m {
				q := p.one[a[i]][b[j]] * g[i+1][j+1]
				g[i][j] += q
				count.one[a[i]][b[j]] += weight * f[i][j] * q / z
			}
			if i < n && j+1 < m {
				q := p.two[a[i]][b[j]][b[j+1]] * g[i+1][j+2]
				g[i][j] += q
				count.two[a[i]][b[j]][b[j+1]] += weight * f[i][j] * q / z
			}
		}
	}
}

// baseSteps learns the three edit models without any labelled pair: Arabic to Latin from the lexicon; two spellings in
// one script through the letters of the other that both may stand for.
func baseSteps(m *model, spell []spelling) [3]*steps {
	al := reestimate(priorSteps(), spell, 1, 6)
	ll, aa := &steps{}, &steps{}
	var rowA, colL [alphabet]float64
	for a := range al.one {
		for l := range al.one[a] {
			rowA[a] += al.one[a][l]
			colL[l] += al.one[a][l]
		}
	}
	for a := 1; a < alphabet; a++ {
		for x := range alphabet {
			for y := range alphabet {
				ll.one[x][y] += al.one[a][x] * al.one[a][y] / (rowA[a] + 1e-12)
			}
		}
	}
	for l := 1; l < alphabet; l++ {
		for x := range alphabet {
			for y := range alphabet {
				aa.one[x][y] += al.one[x][l] * al.one[y][l] / (colL[l] + 1e-12)
			}
		}
	}
	// Short vowels are written or not at every writer's pleasure; most letters are simply the same.
	for x := range alphabet {
		for y := range alphabet {
			ll.one[x][y] += 0.3 * al.one[0][x] * al.one[0][y] / (rowA[0] + 1e-12)
		}
	}
	for x := 1; x < alphabet; x++ {
		ll.one[x][x] += 2 * math.Exp(-float64(m.uni[0][x]))
		aa.one[x][x] += 6 * math.Exp(-float64(m.uni[1][x]))
	}
	for _, s := range []*steps{ll, aa} {
		s.one[0][0] = 0
		for x := 1; x < alphabet; x++ {
			s.one[x][0] += 2e-4
			s.one[0][x] += 2e-4
			for y := 1; y < alphabet; y++ {
				s.one[x][y] += 2e-5
			}
		}
	}
	return [3]*steps{normalise(ll), normalise(aa), al}
}
