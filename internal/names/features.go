package names

import "math"

// pairFeatures is the length of the vector that the pair model weighs.
const pairFeatures = 72

// maxFeatures is how many a tree can tell apart: any uint8 is one, so that looking one up needs no check.
const maxFeatures = 1 << 8

// vector holds the features of a pair in the order pairVector puts them.
type vector [pairFeatures]float32

// hinge puts a value and how far it is above some bends, which lets a linear model follow a curve.
func hinge(x []float32, v, b1, b2, b3 float32) {
	_ = x[3]
	x[0], x[1], x[2], x[3] = v, max(0, v-b1), max(0, v-b2), max(0, v-b3)
}

// side sums up one name's part in an alignment.
type side struct {
	weight, met float32    // total weight, weight met
	alone       float32    // weight unmet of parts that are no title, kunya, nickname or initial
	first, last int8       // first and last part that is no title, kunya or initial; -1 when none
	chain       [4]int8    // ism, father, grandfather …
	nchain      int        //
	parts       int        // parts that are no title
	unmet       int        // of those, how many are met by nothing
	kunya       int8       // first kunya, -1 when none
	nisba       int8       // last nisba, -1 when none
	worst       [2]float32 // the lowest probabilities with which its parts are met
	info, said  float32    // letters' surprise of all its parts and of those met
	head, tail  float32    // rarity of the first and the last part as far as they are unmet
}

func sum(parts []Part, kinds *[maxParts]kindCode, w, p, rare *[maxParts]float32, n int) side {
	s := side{first: -1, last: -1, kunya: -1, nisba: -1, worst: [2]float32{1, 1}}
	for i := range n {
		k := kinds[i]
		s.weight += w[i]
		s.met += w[i] * p[i]
		if k == codeTitle {
			continue
		}
		s.parts++
		s.info += parts[i].info
		s.said += parts[i].info * p[i]
		if p[i] < metAt {
			s.unmet++
			if k != codeKunya && k != codeNickname && k != codeInitial {
				s.alone += w[i] * (1 - p[i])
			}
		}
		if p[i] < s.worst[0] {
			s.worst[0], s.worst[1] = p[i], s.worst[0]
		} else if p[i] < s.worst[1] {
			s.worst[1] = p[i]
		}
		switch k {
		case codeKunya:
			if s.kunya < 0 {
				s.kunya = int8(i)
			}
			continue
		case codeNisba:
			s.nisba = int8(i)
		case codeIsm, codeFather, codeGrandfather:
			if s.nchain < len(s.chain) {
				s.chain[s.nchain] = int8(i)
				s.nchain++
			}
		case codeInitial:
			continue
		}
		if s.first < 0 {
			s.first = int8(i)
		}
		s.last = int8(i)
	}
	if s.first >= 0 {
		s.head = rare[s.first] * (1 - p[s.first])
		s.tail = rare[s.last] * (1 - p[s.last])
	}
	return s
}

// before says which of two names is the shorter, so that the order in which they are given does not matter.
func (s *side) before(t *side) bool {
	switch {
	case s.weight != t.weight:
		return s.weight < t.weight
	case s.met != t.met:
		return s.met < t.met
	case s.parts != t.parts:
		return s.parts < t.parts
	case s.worst != t.worst:
		return s.worst[0] < t.worst[0] || s.worst[0] == t.worst[0] && s.worst[1] < t.worst[1]
	}
	return s.head < t.head || s.head == t.head && s.tail < t.tail
}

// pairVector fills v with what the pair model weighs. It is symmetric: exchanging the names changes nothing.
func (al *alignment) pairVector(v *vector, a, b []Part) {
	sa, sb := sum(a, &al.ka, &al.wa, &al.pa, &al.ra, al.na), sum(b, &al.kb, &al.wb, &al.pb, &al.rb, al.nb)
	covA, covB := sa.met/(sa.weight+1e-3), sb.met/(sb.weight+1e-3)
	short, long := covA, covB
	ss, sl := &sa, &sb
	if sb.before(&sa) {
		short, long = covB, covA
		ss, sl = &sb, &sa
	}
	v[0] = 1
	hinge(v[1:5], short, 0.5, 0.75, 0.9)
	hinge(v[5:9], long, 0.5, 0.75, 0.9)
	both := float32(math.Sqrt(float64(covA * covB)))
	v[9] = both
	v[10] = max(0, both-0.6)
	v[11] = max(0, both-0.8)

	var evidence, odds, own float32
	met, sure, inversions, moved := 0, 0, 0, 0
	rare, mixed := float32(0), float32(0)
	for k := range al.n {
		q := &al.pairs[k]
		ka, kb := al.ka[q.a], al.kb[q.b]
		r := (al.ra[q.a] + al.rb[q.b]) / 2 * min(worth[ka], worth[kb])
		evidence += q.p * r
		if ka <= codeGrandfather && kb <= codeGrandfather {
			own += q.p * r
		}
		odds += logOdds(q.p) * min(al.wa[q.a], al.wb[q.b])
		if (ka == codeKunya) != (kb == codeKunya) { // Abu X against X
			mixed = max(mixed, q.p)
		}
		if q.p < metAt {
			continue
		}
		met++
		if q.p >= 0.9 {
			sure++
		}
		if ka != kb {
			moved++
		}
		rare = max(rare, r*q.p)
		for l := range k {
			o := &al.pairs[l]
			if o.p >= metAt && (o.a < q.a) != (o.b < q.b) {
				inversions++
			}
		}
	}
	v[12] = evidence / 2
	v[13] = max(0, evidence/2-0.5)
	v[14] = max(0, evidence/2-1)
	v[15] = odds / 8
	v[16] = rare
	v[17] = float32(min(inversions, 3)) / 3

	// Parts met by nothing: on both sides they contradict, on one side they are only left out.
	lo, hi := min(sa.alone, sb.alone), max(sa.alone, sb.alone)
	v[18] = lo
	v[19] = max(0, lo-0.5)
	v[20] = hi - lo
	v[21] = max(0, hi-lo-0.8)
	un := float32(min(sa.unmet, sb.unmet))
	v[22] = bit(un >= 1)
	v[23] = bit(un >= 2)
	v[24] = bit(hi == 0)
	v[25] = ss.worst[0]
	v[26] = ss.worst[1]
	v[27] = sl.worst[0]
	v[28] = bit(ss.parts <= 1)
	v[29] = bit(ss.parts == 2)
	v[30] = bit(ss.parts <= 1) * short * evidence
	v[31] = bit(ss.parts == 2) * short
	v[32] = float32(min(sl.parts-ss.parts, 4)) / 4

	// The first and the last part, which name the person and the family.
	v[33] = al.at(sa.first, sb.first)
	v[34] = al.at(sa.last, sb.last)
	v[35] = al.cross(&sa, &sb)
	fa, fb := al.firstMet(sa.first, &al.pa), al.firstMet(sb.first, &al.pb)
	v[36] = min(fa, fb)
	v[37] = max(fa, fb)
	la, lb := al.firstMet(sa.last, &al.pa), al.firstMet(sb.last, &al.pb)
	v[38] = min(la, lb)
	v[39] = max(la, lb)

	// The chain: brothers differ in the ism and agree in the father, a son stands one link before his father, cousins
	// share the grandfather.
	second, third, shift, brothers := float32(0), float32(0), float32(0), float32(0)
	if sa.nchain >= 2 && sb.nchain >= 2 {
		second = al.p[sa.chain[1]][sb.chain[1]] - 0.5
		own := al.p[sa.chain[0]][sb.chain[0]]
		brothers = (1 - own) * al.p[sa.chain[1]][sb.chain[1]]
		shift = (1 - own) * max(al.p[sa.chain[0]][sb.chain[1]], al.p[sa.chain[1]][sb.chain[0]])
	}
	if sa.nchain >= 3 && sb.nchain >= 3 {
		third = al.p[sa.chain[2]][sb.chain[2]] - 0.5
	}
	v[40] = second
	v[41] = max(0, second)
	v[42] = third
	v[43] = shift
	v[44] = brothers
	v[45] = brothers * both
	v[46] = max(0, -second) * fa * fb

	// Kunya and nisba.
	kk := float32(0)
	if sa.kunya >= 0 && sb.kunya >= 0 {
		kk = al.p[sa.kunya][sb.kunya] - 0.5
	}
	v[47] = kk
	v[48] = max(0, kk)
	nn := float32(0)
	if sa.nisba >= 0 && sb.nisba >= 0 {
		nn = al.p[sa.nisba][sb.nisba] - 0.5
	}
	v[49] = nn
	v[50] = max(0, nn)
	v[51] = bit(sa.first < 0 || sb.first < 0) // one of them is nothing but a kunya
	v[52] = mixed

	cross, arabic := float32(0), float32(0)
	if len(a) > 0 && len(b) > 0 {
		cross = bit(a[0].arabic != b[0].arabic)
		arabic = bit(a[0].arabic && b[0].arabic)
	}
	v[53] = cross
	v[54] = arabic

	v[55] = ss.head
	v[56] = sl.head
	v[57] = ss.tail
	v[58] = sl.tail
	v[59] = float32(met)
	v[60] = float32(sure)
	v[61] = float32(moved)
	v[62] = own
	v[63] = float32(ss.parts)
	v[64] = float32(sl.parts)
	v[65] = float32(ss.nchain)
	v[66] = float32(sl.nchain)
	v[67] = al.nearMiss()
	v[68] = ss.said / 16
	v[69] = sl.said / 16
	v[70] = (ss.info - ss.said) / 16
	v[71] = (sl.info - sl.said) / 16
}

// nearMiss is the best probability of two parts that are both unmet.
func (al *alignment) nearMiss() float32 {
	best := float32(0)
	for i := range al.na {
		if al.pa[i] >= metAt || al.ka[i] == codeTitle {
			continue
		}
		for j := range al.nb {
			if al.pb[j] < metAt && al.kb[j] != codeTitle {
				best = max(best, al.p[i][j])
			}
		}
	}
	return best
}

// at is the probability of two parts, 0.5 when one is missing.
func (al *alignment) at(i, j int8) float32 {
	if i < 0 || j < 0 {
		return 0.5
	}
	return al.p[i][j]
}

// cross is high when the first part of one name is the last of the other: swapped order.
func (al *alignment) cross(a, b *side) float32 {
	if a.first < 0 || b.first < 0 || a.parts < 2 || b.parts < 2 {
		return 0
	}
	return max(min(al.p[a.first][b.last], al.p[a.last][b.first]), 0)
}

func (al *alignment) firstMet(i int8, p *[maxParts]float32) float32 {
	if i < 0 {
		return 0.5
	}
	return p[i]
}

// logOdds returns the log-odds of a probability, within -3 and 5.
func logOdds(p float32) float32 { return oddsTable[int(p*1024+0.5)] }

var oddsTable = func() (t [1025]float32) {
	for i := range t {
		p := clip(float32(i)/1024, 1e-4, 1-1e-4)
		t[i] = clip(float32(math.Log(float64(p/(1-p)))), -3, 5)
	}
	return t
}()
