package names

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
)

// Compare weighs whether two names may be of one person, and says why: parts agree, contradict (each name has one the other
// lacks) or stand on one side only. freq says how common parts are; nil takes the shipped counts.
//
// The weight of a reason is its Shapley value (Shapley, 1953): by how much the model's log-odds move when its parts are put
// into the two names, averaged over the orders in which all may be put in. Even odds are the start, for of names that say nothing
// nothing can be said; so the weights add up to the log-odds of P, whatever the model has in it. Titles stay in place throughout.
func Compare(a, b Name, freq Frequencies) Comparison {
	var al alignment
	z, ok := shipped.logOdds(&al, a.Parts, b.Parts, freq)
	if !ok {
		return Comparison{}
	}
	c := Comparison{P: float64(sigmoid(z))}
	e := explanation{m: shipped, a: a.Parts[:al.na], b: b.Parts[:al.nb], freq: freq}
	e.find(&al)
	for i, w := range e.shares() {
		r := e.units[i].Reason
		r.Weight = w
		if w > 0 {
			c.For = append(c.For, r)
		} else {
			c.Against = append(c.Against, r)
		}
	}
	if a.Weak() || b.Weak() {
		c.Against = append(c.Against, sanad.Reason{Code: "kunya_only", Left: a.Raw, Right: b.Raw})
	}
	if rare, n, l, r := e.rarest(&al); rare >= 0.9 {
		c.For = append(c.For, sanad.Reason{Code: "name_rare", Left: l, Right: r, Count: n})
	} else if rare > 0 && rare < 0.5 {
		c.Against = append(c.Against, sanad.Reason{Code: "name_common", Left: l, Right: r, Count: n})
	}
	byWeight := func(x, y sanad.Reason) int { return cmp.Compare(math.Abs(y.Weight), math.Abs(x.Weight)) }
	slices.SortStableFunc(c.For, byWeight)
	slices.SortStableFunc(c.Against, byWeight)
	return c
}

// unit is what one reason speaks about: the parts put in or left out together.
type unit struct {
	sanad.Reason
	left, right uint16 // parts of either name, a bit each
}

// explanation takes a comparison apart.
type explanation struct {
	m     *model
	a, b  []Part
	freq  Frequencies
	units []unit
}

func (e *explanation) count(p *Part) int {
	if e.freq == nil {
		return 0
	}
	return e.freq.Count(p.Key)
}

// find makes the units: every part that is no title is in one.
func (e *explanation) find(al *alignment) {
	a, b := e.a, e.b
	var doneA, doneB uint16
	add := func(code, left, right string, count int, l, r uint16) {
		e.units = append(e.units, unit{sanad.Reason{Code: code, Left: left, Right: right, Count: count}, l, r})
		doneA, doneB = doneA|l, doneB|r
	}
	for _, q := range al.pairs[:al.n] {
		if q.p < metAt {
			continue
		}
		l, r := uint16(1)<<q.a, uint16(1)<<q.b
		if q.a2 >= 0 {
			l |= 1 << q.a2
		}
		if q.b2 >= 0 {
			r |= 1 << q.b2
		}
		if al.ka[q.a] == codeTitle && al.kb[q.b] == codeTitle {
			doneA, doneB = doneA|l, doneB|r
			continue
		}
		code := "name_part_agrees"
		if al.ka[q.a] == codeKunya && al.kb[q.b] == codeKunya {
			code = "kunya_agrees"
		}
		add(code, joinedText(a, q.a, q.a2), joinedText(b, q.b, q.b2), e.count(&a[q.a]), l, r)
	}
	alone := func(parts []Part, done uint16) (out []int) {
		for i := range parts {
			if done&(1<<i) == 0 && parts[i].code != codeTitle {
				out = append(out, i)
			}
		}
		return out
	}
	right := alone(b, doneB)
	for _, i := range alone(a, doneA) {
		p := &a[i]
		j := slices.IndexFunc(right, func(j int) bool { return b[j].code == p.code })
		if j < 0 && p.code != codeKunya {
			j = slices.IndexFunc(right, func(j int) bool {
				return b[j].code != codeKunya && b[j].code != codeInitial && b[j].code != codeNickname
			})
		}
		if j < 0 || p.code == codeInitial || p.code == codeNickname {
			add("name_part_missing", p.Text, "", e.count(p), 1<<i, 0)
			continue
		}
		q := &b[right[j]]
		code := "name_part_contradicts"
		switch {
		case p.code == codeKunya:
			code = "kunya_differs"
		case p.code == codeFather && q.code == codeFather:
			code = "father_contradicts"
		}
		add(code, p.Text, q.Text, 0, 1<<i, 1<<right[j])
		right = slices.Delete(right, j, j+1)
	}
	for _, j := range right {
		add("name_part_missing", "", b[j].Text, e.count(&b[j]), 0, 1<<j)
	}
}

// exactUnits is up to how many units all orders are averaged over; of more, as many rotations of the order there are.
const exactUnits = 8

// shares returns the weight of each unit.
func (e *explanation) shares() []float64 {
	n := len(e.units)
	out := make([]float64, n)
	if n > exactUnits {
		for k := range n {
			put, before := uint32(0), 0.0
			for i := range n {
				u := (k + i) % n
				if k%2 == 1 {
					u = n - 1 - u
				}
				put |= 1 << u
				after := e.value(put)
				out[u] += (after - before) / float64(n)
				before = after
			}
		}
		return out
	}
	values := make([]float64, 1<<n)
	for set := range values {
		values[set] = e.value(uint32(set))
	}
	var weight [exactUnits]float64 // of a set of so many others: its share of the orders
	for k := range n {
		weight[k] = 1 / float64(n)
		for i := range k {
			weight[k] *= float64(i+1) / float64(n-1-i)
		}
	}
	for u := range n {
		for set := range values {
			if set&(1<<u) == 0 {
				out[u] += weight[bits.OnesCount(uint(set))] * (values[set|1<<u] - values[set])
			}
		}
	}
	return out
}

// value returns the log-odds of the names that have only the parts of a set of units, and the titles.
func (e *explanation) value(set uint32) float64 {
	var outA, outB uint16
	for i := range e.units {
		if set&(1<<i) == 0 {
			outA |= e.units[i].left
			outB |= e.units[i].right
		}
	}
	var roomA, roomB [maxParts]Part
	al := alignments.Get().(*alignment)
	defer alignments.Put(al)
	z, _ := e.m.logOdds(al, keep(&roomA, e.a, outA), keep(&roomB, e.b, outB), e.freq)
	return float64(z)
}

// keep returns the parts that are not out.
func keep(room *[maxParts]Part, parts []Part, out uint16) []Part {
	n := 0
	for i := range parts {
		if out&(1<<i) == 0 {
			room[n] = parts[i]
			n++
		}
	}
	return room[:n]
}

func joinedText(parts []Part, i, j int8) string {
	if j < 0 {
		return parts[i].Text
	}
	return parts[i].Text + " " + parts[j].Text
}

// rarest returns the rarity of the rarest agreeing part, 0 when none agrees.
func (e *explanation) rarest(al *alignment) (rare float32, n int, left, right string) {
	for _, q := range al.pairs[:al.n] {
		if q.p < metAt || al.ka[q.a] == codeTitle {
			continue
		}
		if r := al.ra[q.a]; r > rare {
			rare, n, left, right = r, e.count(&e.a[q.a]), e.a[q.a].Text, e.b[q.b].Text
		}
	}
	return rare, n, left, right
}
