//go:build train

package names

import (
	"cmp"
	"encoding/json"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// A Pair is one labelled pair of names to train on.
type Pair struct {
	ID         string
	A, B       string
	Same       bool
	EntA, EntB string // whose names they are: folds are made by person
	Check      bool   // only to be scored, never trained on
	parsedA    Name
	parsedB    Name
}

// A Spelling is one name in Arabic and in Latin letters.
type Spelling struct{ Arabic, Latin string }

// Fit makes a model from a transliteration lexicon and labelled pairs and returns its file, with the score of every pair
// by a model that saw none of the pairs of its first person (out of fold).
//
// isms are names with all their spellings, one name a row: spellings of a row are one name, of two rows never.
func Fit(lexicon []Spelling, isms [][]string, pairs []Pair, folds int) (file []byte, outOfFold []float64, err error) {
	base := &model{count: map[string]int{}, isms: knownIsms}
	base.words = &wordTable{m: base}
	shipped = base
	learnLetters(base, lexicon, pairs)
	base.words = &wordTable{m: base}
	parseAll(pairs)
	recount := func(in []Pair) { // how common parts are, among the persons of some pairs
		countKeys(base, in)
		base.words = &wordTable{m: base}
		parseAll(pairs)
	}
	recount(pairs)
	spell := spellings(lexicon)
	steps := baseSteps(base, spell)
	var known [][]Part
	for _, row := range isms[:coreIsms] {
		var parts []Part
		for _, w := range row {
			if n := Parse(w); len(n.Parts) == 1 {
				parts = append(parts, n.Parts[0])
			}
		}
		known = append(known, parts)
	}

	outOfFold = make([]float64, len(pairs))
	for k := range folds {
		var in []Pair
		for _, p := range pairs {
			if !p.Check && fold(p.EntA, folds) != k && fold(p.EntB, folds) != k {
				in = append(in, p)
			}
		}
		recount(in)
		m := fit(base, steps, spell, known, reparsed(in))
		for i, p := range pairs {
			if fold(p.EntA, folds) == k {
				var al alignment
				m.asShipped(p.parsedA.Parts)
				m.asShipped(p.parsedB.Parts)
				outOfFold[i] = m.score(&al, p.parsedA.Parts, p.parsedB.Parts, nil)
			}
		}
	}
	var real []Pair
	for _, p := range pairs {
		if !p.Check {
			real = append(real, p)
		}
	}
	recount(real)
	real = reparsed(real)
	final := fit(base, steps, spell, known, real)
	// The threshold that serves best out of fold becomes one half.
	shift := float32(bestLogit(outOfFold[:len(real)], real))
	final.pair[0] -= shift
	for i := range outOfFold {
		outOfFold[i] = float64(sigmoid(logit64(outOfFold[i]) - shift))
	}
	file, err = json.Marshal(final.file())
	return file, outOfFold, err
}

// coreIsms is how many names the list begins with that are common in Iraq and around it: of these brothers are invented, and
// the letters in which names differ are learned. The others are only known.
const coreIsms = 246

// as makes a part one of a kind.
func (p *Part) as(k kindCode) { p.code, p.Kind = k, kinds[k] }

func logit64(p float64) float32 {
	p = min(max(p, 1e-9), 1-1e-9)
	return float32(math.Log(p / (1 - p)))
}

// slack is how much F1 is given up for fewer wrong links.
const slack = 0.0015

// bestLogit returns the highest log-odds at which F1 is hardly below its best.
func bestLogit(scores []float64, pairs []Pair) float64 {
	order := make([]int, len(scores))
	pos := 0
	for i := range order {
		order[i] = i
		if pairs[i].Same {
			pos++
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(scores[j], scores[i]) })
	f1 := make([]float64, len(order)-1) // when everything up to here is called a match
	tp := 0
	for n := range f1 {
		if pairs[order[n]].Same {
			tp++
		}
		f1[n] = 2 * float64(tp) / float64(n+1+pos)
	}
	enough := slices.Max(f1) - slack
	n := slices.IndexFunc(f1, func(f float64) bool { return f >= enough })
	return float64(logit64(scores[order[n]])+logit64(scores[order[n+1]])) / 2
}

func fold(entity string, folds int) int {
	h := fnv.New32a()
	h.Write([]byte("fold:" + entity))
	return int(h.Sum32() % uint32(folds))
}

func parseAll(pairs []Pair) {
	for i := range pairs {
		pairs[i].parsedA, pairs[i].parsedB = Parse(pairs[i].A), Parse(pairs[i].B)
	}
}

// learnLetters counts symbols, so that a word has a probability by chance.
func learnLetters(m *model, lexicon []Spelling, pairs []Pair) {
	var n [2][alphabet]float64
	var total [2]float64
	count := func(parts []Part) {
		for i := range parts {
			k := 0
			if parts[i].arabic {
				k = 1
			}
			for _, s := range parts[i].syms[:parts[i].n] {
				n[k][s]++
				total[k]++
			}
		}
	}
	for _, p := range pairs {
		if p.Check {
			continue
		}
		count(Parse(p.A).Parts)
		count(Parse(p.B).Parts)
	}
	for _, s := range lexicon {
		count(Parse(s.Arabic).Parts)
		count(Parse(s.Latin).Parts)
	}
	for k := range n {
		for s := range n[k] {
			m.uni[k][s] = float32(-math.Log((n[k][s] + 5) / (total[k] + 5*alphabet)))
		}
		m.uni[k][0] = 0
	}
}

// reparsed returns pairs parsed by the model of the moment.
func reparsed(pairs []Pair) []Pair {
	pairs = slices.Clone(pairs)
	parseAll(pairs)
	return pairs
}

func countKeys(m *model, pairs []Pair) {
	m.count = map[string]int{}
	seen := map[string]bool{}
	people := map[string]bool{}
	add := func(ent string, n Name) {
		people[ent] = true
		for _, p := range n.Parts {
			if id := ent + "\x00" + p.Key; !seen[id] {
				seen[id] = true
				m.count[p.Key]++
			}
		}
	}
	for _, p := range pairs {
		if p.Check {
			continue
		}
		add(p.EntA, p.parsedA)
		add(p.EntB, p.parsedB)
	}
	m.total = len(people)
}

// asShipped makes parts as common as a model says whose file leaves out what few bear.
func (m *model) asShipped(parts []Part) {
	for i := range parts {
		n := m.count[parts[i].Key]
		if n < leastCount {
			n = 0
		}
		parts[i].rarity = rarityOf((float64(n) + 0.5) / (float64(m.total) + 10))
	}
}

// leastCount is how many must bear a skeleton for it to be counted: fewer would say who is on a list, not how common a name is.
const leastCount = 5

// setEdits turns joint probabilities into scores.
func (m *model) setEdits(sc scripts, s *steps) {
	ua, ub := &m.uni[0], &m.uni[0]
	if sc != latinLatin {
		ua = &m.uni[1]
	}
	if sc == arabicArabic {
		ub = &m.uni[1]
	}
	e := edits{}
	score := func(p float64, chance float32) int16 {
		if p <= 0 {
			return noStep
		}
		return int16(min(max(100*(math.Log(p)+float64(chance)), noStep), 2000))
	}
	for a := range alphabet {
		for b := range alphabet {
			e.sub[a][b] = score(s.one[a][b], ua[a]+ub[b])
		}
	}
	if sc == arabicLatin {
		e.dub = new([alphabet][alphabet][alphabet]int16)
		for a := range alphabet {
			for b := range alphabet {
				for c := range alphabet {
					e.dub[a][b][c] = noStep
					if s.two[a][b][c] > 1e-6 {
						e.dub[a][b][c] = score(s.two[a][b][c], ua[a]+ub[b]+ub[c])
					}
				}
			}
		}
	}
	m.edit[sc] = e
}

// fit learns all that needs labelled pairs.
func fit(base *model, st [3]*steps, spell []spelling, isms [][]Part, pairs []Pair) *model {
	m := &model{uni: base.uni, count: base.count, total: base.total, isms: base.isms}
	for sc := range st {
		m.setEdits(scripts(sc), st[sc])
		// A first guess: the share of the letters' surprise that the pair explains.
		m.token[sc] = [tokenFeatures]float32{0: -4, 3: 7, 7: 3}
	}
	first := *m
	for range 2 {
		m.learnEdits(st, spell, pairs)
		m.learnTokens(spell, isms, pairs)
	}
	// The parts of a pair must be as new to what weighs them here as those of names never seen before: the pairs of
	// each slice are weighed by a token model made from the others.
	const slices = 4
	var blind []*model
	for k := range slices {
		var in []Pair
		for _, p := range pairs {
			if slice(p.EntA, slices) != k && slice(p.EntB, slices) != k {
				in = append(in, p)
			}
		}
		b := first
		for range 2 {
			b.learnEdits(st, spell, in)
			b.learnTokens(spell, isms, in)
		}
		blind = append(blind, &b)
	}
	m.learnPairs(isms, pairs, func(ent string) *model {
		return blind[slice(ent, slices)]
	})
	return m
}

func slice(entity string, n int) int {
	h := fnv.New32a()
	h.Write([]byte("slice:" + entity))
	return int(h.Sum32() % uint32(n))
}

// learnEdits adds to the edit models the parts that meet in names of one person.
func (m *model) learnEdits(st [3]*steps, spell []spelling, pairs []Pair) {
	var data [3][]spelling
	for _, p := range pairs {
		if !p.Same {
			continue
		}
		var al alignment
		m.align(&al, p.parsedA.Parts, p.parsedB.Parts, nil)
		for _, q := range al.pairs[:al.n] {
			x, y := &p.parsedA.Parts[q.a], &p.parsedB.Parts[q.b]
			if q.p < 0.4 || q.a2 >= 0 || q.b2 >= 0 || x.n == 0 || y.n == 0 || q.p > m.plain(x, y)+0.02 {
				continue
			}
			sc := latinLatin
			switch {
			case x.arabic && y.arabic:
				sc = arabicArabic
			case x.arabic:
				sc = arabicLatin
			case y.arabic:
				sc = arabicLatin
				x, y = y, x
			}
			data[sc] = append(data[sc], spelling{x.syms[:x.n], y.syms[:y.n]})
			if sc != arabicLatin {
				data[sc] = append(data[sc], spelling{y.syms[:y.n], x.syms[:x.n]})
			}
		}
	}
	for sc, d := range data {
		letters := 0.0
		prior := *st[sc]
		if scripts(sc) == arabicLatin {
			prior = *priorSteps()
			d = append(d, spell...)
			m.setEdits(arabicLatin, reestimate(&prior, d, 1, 3))
			continue
		}
		letters = 3000
		for a := range prior.one {
			for b := range prior.one[a] {
				prior.one[a][b] *= letters
			}
		}
		m.setEdits(scripts(sc), reestimate(&prior, d, 1, 3))
	}
}

// learnTokens fits the token model: parts that meet in names of one person are spellings of one name; parts of such names
// that do not meet, parts of other persons' names that resemble each other, and shuffled lexicon entries are not.
func (m *model) learnTokens(spell []spelling, isms [][]Part, pairs []Pair) {
	var xs [3][][]float64
	var ys [3][]float64
	var ws [3][]float64
	add := func(x, y *Part, same bool, w float64, listed ...bool) {
		if x.n == 0 || y.n == 0 || x.Kind == Initial || y.Kind == Initial {
			return
		}
		sc := latinLatin
		switch {
		case x.arabic && y.arabic:
			sc = arabicArabic
		case x.arabic:
			sc = arabicLatin
		case y.arabic:
			sc = arabicLatin
			x, y = y, x
		}
		var v [tokenFeatures]float32
		m.tokenVector(&v, x, y, sc, keyLikeness(x.Key, y.Key))
		if len(listed) > 0 && len(xs[sc])%2 == 0 { // every other time as if the list were not known, so that letters are learned too
			v[16], v[17] = 0, 0
		}
		row := make([]float64, tokenFeatures)
		for i := range v {
			row[i] = float64(v[i])
		}
		xs[sc] = append(xs[sc], row)
		ys[sc] = append(ys[sc], float64(bit(same)))
		ws[sc] = append(ws[sc], w)
	}
	for _, p := range pairs {
		var al alignment
		a, b := p.parsedA.Parts, p.parsedB.Parts
		m.align(&al, a, b, nil)
		unmet := 0
		for k := range al.n {
			if al.pairs[k].p < metAt {
				unmet++
			}
		}
		for _, q := range al.pairs[:al.n] {
			if q.a2 >= 0 || q.b2 >= 0 {
				continue
			}
			x, y := &a[q.a], &b[q.b]
			switch {
			case q.p > m.plain(x, y)+0.02: // met without its article
			case p.Same && q.p >= 0.3:
				add(x, y, true, 1)
			case p.Same && unmet == 1 && al.na == al.nb && al.n == al.na && q.p > 0.05:
				add(x, y, true, 0.7)
			case !p.Same && x.Key != y.Key:
				add(x, y, false, 1)
			}
		}
		for i := range al.na {
			for j := range al.nb {
				if al.to[i] == int8(j) || a[i].Folded == b[j].Folded || al.p[i][j] < 0.003 {
					continue
				}
				if p.Same && a[i].Key == b[j].Key && a[i].arabic == b[j].arabic && al.p[i][j] > 0.9 {
					continue // Muhammad bin Mohamed: the same name twice
				}
				add(&a[i], &b[j], false, 0.5)
			}
		}
	}
	for i, row := range isms {
		for x := range row {
			for y := range x {
				add(&row[x], &row[y], true, 0.25, true)
			}
			for _, other := range isms[:i] {
				if share(row, other) {
					continue
				}
				for y := range other {
					if m.same(&row[x], &other[y]) > 0.02 && row[x].Folded != other[y].Folded {
						add(&row[x], &other[y], false, 0.4, true)
					}
				}
			}
		}
	}
	part := func(s []uint8, arabic bool) *Part {
		q := &Part{arabic: arabic}
		q.setSymbols(m, s)
		return q
	}
	for i := 0; i < len(spell); i += 2 {
		x, y := part(spell[i].a, true), part(spell[i].b, false)
		add(x, y, true, 0.4)
		z := part(spell[(i*7919+13)%len(spell)].b, false)
		add(x, z, false, 0.3)
		// the next entries of the lexicon, which is in Arabic order, begin alike
		if i+3 < len(spell) {
			add(x, part(spell[i+3].b, false), false, 0.4)
		}
	}
	for sc := range xs {
		if len(xs[sc]) < 50 {
			continue
		}
		w := logistic(xs[sc], ys[sc], ws[sc], 1)
		for i := range w {
			m.token[sc][i] = float32(w[i])
		}
		margin := half(xs[sc], m.token[sc][:], 0.5)
		m.tokenTrees[sc] = boost(xs[sc], ys[sc], ws[sc], margin, 60, 0.12, 4, maxBins)
	}
}

// share reports whether two names have a spelling in common (Rashid for راشد and رشيد).
func share(a, b []Part) bool {
	return slices.ContainsFunc(a, func(x Part) bool {
		return slices.ContainsFunc(b, func(y Part) bool { return x.Folded == y.Folded })
	})
}

// What other pairs count against a real pair of one.
const (
	relativeWeight = 0.1  // an invented brother
	childWeight    = 0.06 // an invented child
	namesakeWeight = 1.5  // a real pair of two persons that share a part
	freeWeight     = 0.15 // two names of one person, however unlike
	blockWeight    = 0.3  // two persons' names that share a part
	blocks         = 2    // such pairs a name
)

// learnPairs fits the pair model.
func (m *model) learnPairs(isms [][]Part, pairs []Pair, blind func(ent string) *model) {
	var xs [][]float64
	var ys, ws []float64
	bears := map[string]bool{}
	for _, p := range pairs {
		for _, q := range p.parsedA.Parts {
			bears[p.EntA+"\x00"+q.Key] = true
		}
		for _, q := range p.parsedB.Parts {
			bears[p.EntB+"\x00"+q.Key] = true
		}
	}
	var who, other string
	// A part is as common as it is among other persons, as it will be with names never seen before.
	without := func(parts []Part) []Part {
		parts = slices.Clone(parts)
		for i := range parts {
			p := &parts[i]
			n := m.count[p.Key]
			for k, ent := range []string{who, other} {
				if (k == 0 || ent != who) && bears[ent+"\x00"+p.Key] {
					n--
				}
			}
			if n < leastCount {
				n = 0
			}
			p.rarity = rarityOf((float64(n) + 0.5) / (float64(m.total) + 10))
		}
		return parts
	}
	add := func(a, b []Part, same bool, weight float64) {
		a, b = without(a), without(b)
		var al alignment
		blind(who).align(&al, a, b, nil)
		var v vector
		al.pairVector(&v, a, b)
		row := make([]float64, pairFeatures)
		for i := range v {
			row[i] = float64(v[i])
		}
		xs = append(xs, row)
		ys = append(ys, float64(bit(same)))
		ws = append(ws, weight)
	}
	seen := map[string]bool{}
	for i, p := range pairs {
		who, other = p.EntA, p.EntB
		real := 1.0
		if !p.Same && m.sharing(p.parsedA.Parts, p.parsedB.Parts) {
			real = namesakeWeight
		}
		add(p.parsedA.Parts, p.parsedB.Parts, p.Same, real)
		if a := p.parsedA; p.Same && !seen[a.Raw] && len(a.Parts) >= 3 && a.Parts[0].Kind == Ism {
			seen[a.Raw] = true
			// A brother: the likest of some other names in place of his own, also in the other spelling of the family.
			best, like := Part{}, float32(-1)
			for k := range 15 {
				row := isms[(i*31+k*17)%len(isms)]
				q := row[min((i+k)%len(row), len(row)-1)]
				if l := m.same(&a.Parts[0], &q); q.arabic == a.Parts[0].arabic && l > like && q.Key != a.Parts[0].Key {
					best, like = q, l
				}
			}
			best.as(codeIsm)
			brother := append([]Part{best}, a.Parts[1:]...)
			add(brother, p.parsedB.Parts, false, relativeWeight)
			add(brother, a.Parts, false, relativeWeight)
			// A child: another name before the whole of his.
			first := isms[(i*7919)%len(isms)][0]
			for k := 1; first.arabic != a.Parts[0].arabic || first.Key == a.Parts[0].Key || first.rarity < 0.6; k++ {
				row := isms[(i*7919+k)%len(isms)]
				first = row[k%len(row)]
			}
			first.as(codeIsm)
			child := append([]Part{first}, a.Parts...)
			child[1].as(codeFather)
			if len(child) > 2 && child[2].Kind == Father {
				child[2].as(codeGrandfather)
			}
			add(child, p.parsedB.Parts, false, childWeight)
			add(child, a.Parts, false, childWeight)
			// The same man with his grandfather left out.
			for k := 2; k < len(a.Parts); k++ {
				if a.Parts[k].Kind == Grandfather {
					add(append(slices.Clone(a.Parts[:k]), a.Parts[k+1:]...), p.parsedB.Parts, true, 2*relativeWeight)
					break
				}
			}
		}
	}
	m.addFree(pairs, func(ent, ent2 string, a, b []Part, same bool, weight float64) {
		who, other = ent, ent2
		add(a, b, same, weight)
	})
	w := logistic(xs, ys, ws, 0.5)
	for i := range w {
		m.pair[i] = float32(w[i])
	}
	margin := half(xs, m.pair[:], 0.3)
	m.trees = boost(xs, ys, ws, margin, 50, 0.17, treeDepth, maxBins/2)
}

// half leaves a linear model only a share of its weights, so that the trees have the rest to explain, and returns what it
// then says of each row; the rows are turned into grains.
func half(xs [][]float64, w []float32, share float64) []float64 {
	margin := make([]float64, len(xs))
	for r, x := range xs {
		for i := range x {
			margin[r] += share * float64(w[i]) * x[i]
			x[i] = float64(inGrains(float32(x[i])))
		}
	}
	for i := range w {
		w[i] *= float32(share)
	}
	return margin
}

// sharing reports whether a part past the first of either name agrees, as with relatives.
func (m *model) sharing(a, b []Part) bool {
	var al alignment
	m.align(&al, a, b, nil)
	for _, q := range al.pairs[:al.n] {
		if q.p > 0.8 && q.a > 0 && q.b > 0 && al.ka[q.a] != codeTitle {
			return true
		}
	}
	return false
}

// addFree adds pairs chosen without looking at how alike they are: other names of one person, and names of two persons
// that share a part.
func (m *model) addFree(pairs []Pair, add func(ent, ent2 string, a, b []Part, same bool, weight float64)) {
	type bearer struct {
		name Name
		ent  string
	}
	var all []bearer
	have := map[string]bool{}
	place := map[string][]int{}
	holders := map[string][]int{}
	note := func(n Name, ent string) {
		if have[ent+"\x00"+n.Raw] || strings.HasPrefix(ent, "g:") {
			return
		}
		have[ent+"\x00"+n.Raw] = true
		holders[ent] = append(holders[ent], len(all))
		for i := range n.Parts {
			if p := &n.Parts[i]; p.Kind != Title && p.Kind != Initial && p.n >= 3 {
				place[p.Key] = append(place[p.Key], len(all))
			}
		}
		all = append(all, bearer{n, ent})
	}
	for _, p := range pairs {
		have[p.A+"\x00"+p.B], have[p.B+"\x00"+p.A] = true, true
		note(p.parsedA, p.EntA)
		note(p.parsedB, p.EntB)
	}
	rng := rand.New(rand.NewPCG(3, 5))
	for i, x := range all {
		mine := holders[x.ent]
		j := mine[rng.IntN(len(mine))]
		if y := all[j]; j > i && !have[x.name.Raw+"\x00"+y.name.Raw] {
			add(x.ent, x.ent, x.name.Parts, y.name.Parts, true, freeWeight)
		}
		var keys []string
		for _, p := range x.name.Parts {
			if len(place[p.Key]) > 1 && p.Kind != Title {
				keys = append(keys, p.Key)
			}
		}
		if len(keys) == 0 {
			continue
		}
		for range blocks {
			k := place[keys[rng.IntN(len(keys))]]
			y := all[k[rng.IntN(len(k))]]
			if y.ent != x.ent && source(y.ent) == source(x.ent) {
				add(x.ent, y.ent, x.name.Parts, y.name.Parts, false, blockWeight)
			}
		}
	}
}

// source is the list a person stands on; two lists may hold the same person.
func source(ent string) string {
	s, _, _ := strings.Cut(ent, ":")
	return s
}

func (m *model) file() modelFile {
	for k, n := range m.count {
		if n < leastCount {
			delete(m.count, k)
		}
	}
	f := modelFile{Version: 1, Total: m.total, Count: map[string]int{}}
	for k, n := range m.count {
		f.Count[k] = n
	}
	for k := range m.uni {
		f.Uni[k] = round(m.uni[k][:])
	}
	for sc := range m.edit {
		for a := range m.edit[sc].sub {
			f.Sub[sc] = append(f.Sub[sc], slices.Clone(m.edit[sc].sub[a][:]))
		}
		f.Token[sc] = round(m.token[sc][:])
	}
	for a := range alphabet {
		for b := range alphabet {
			for c := range alphabet {
				if s := m.edit[arabicLatin].dub[a][b][c]; s > noStep {
					f.Two = append(f.Two, [4]int16{int16(a), int16(b), int16(c), s})
				}
			}
		}
	}
	f.Pair = round(m.pair[:])
	f.Trees = treeFiles(m.trees)
	for sc := range m.tokenTrees {
		f.TokenTrees[sc] = treeFiles(m.tokenTrees[sc])
	}
	return f
}

func treeFiles(trees []tree) []treeFile {
	out := []treeFile{}
	for i := range trees {
		t := &trees[i]
		var f []int
		for _, x := range t.feature {
			f = append(f, int(x))
		}
		out = append(out, treeFile{f, slices.Clone(t.above[:]), slices.Clone(t.leaf[:])})
	}
	return out
}

func round(x []float32) []float32 {
	out := make([]float32, len(x))
	for i := range x {
		out[i] = float32(math.Round(float64(x[i])*1e4) / 1e4)
	}
	return out
}
