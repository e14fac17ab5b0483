package match

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/text"
)

// evidence collects reasons. When quiet it only adds up.
type evidence struct {
	z       float64
	second  bool
	hard    bool
	quiet   bool
	reasons []sanad.Reason
	by      *Weights // nil: those set by hand
	steps   *[]step  // when set, what was found, for learning
}

// add adds a finding that was reached, as strongly as it was: 1 for what its weight is set for.
func (e *evidence) add(l finding, left, right string, strength float64) {
	w := findings[l].byHand * strength
	if e.steps != nil {
		*e.steps = append(*e.steps, step{l, w})
	}
	if w == 0 {
		return
	}
	if e.by != nil {
		w *= e.by.factor(l)
	}
	e.say(findings[l].code, left, right, w)
}

func (e *evidence) say(code, left, right string, w float64) {
	e.z += w
	if !e.quiet {
		e.reasons = append(e.reasons, sanad.Reason{Code: code, Left: left, Right: right, Weight: math.Round(w*100) / 100})
	}
}

// refute adds a finding that no one person can have.
func (e *evidence) refute(l finding, left, right string) {
	e.hard = true
	e.add(l, left, right, 1)
	if !e.quiet {
		e.reasons[len(e.reasons)-1].Hard = true
	}
}

// clash adds a hard clash that was found elsewhere.
func (e *evidence) clash(code, left, right string, w float64) {
	e.hard = true
	e.say(code, left, right, w)
	if !e.quiet {
		e.reasons[len(e.reasons)-1].Hard = true
	}
}

// Score weighs two persons: a Question without its place in the order.
func (x *Index) Score(a, b *Person) sanad.Question {
	var e evidence
	x.weigh(&e, a, b)
	q := e.question()
	q.Left, q.Right = a.ID, b.ID
	return q
}

// question returns what was weighed.
func (e *evidence) question() sanad.Question {
	q := sanad.Question{P: sigmoid(e.z), Second: e.second && !e.hard}
	for _, r := range e.reasons {
		if r.Weight > 0 {
			q.For = append(q.For, r)
		} else {
			q.Against = append(q.Against, r)
		}
	}
	strongest := func(r, s sanad.Reason) int { return cmp.Compare(math.Abs(s.Weight), math.Abs(r.Weight)) }
	slices.SortStableFunc(q.For, strongest)
	slices.SortStableFunc(q.Against, strongest)
	q.Evidence = Digest(q.For, q.Against)
	return q
}

// Digest names a set of reasons. Values, not weights, counts or how common a name is, go into it, so that it changes when there is new evidence
// and not when the investigation merely grows; nor does it matter which of the two is left.
func Digest(pro, contra []sanad.Reason) string {
	var lines []string
	add := func(sign string, list []sanad.Reason) {
		for _, r := range list {
			switch r.Code {
			case "name_shared", "name_rare", "name_common":
			default:
				lines = append(lines, fmt.Sprintf("%s%s|%s|%s", sign, r.Code, min(r.Left, r.Right), max(r.Left, r.Right)))
			}
		}
	}
	add("+", pro)
	add("-", contra)
	slices.Sort(lines)
	h := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return hex.EncodeToString(h[:8])
}

// Clash returns a reason why two persons cannot be one, if there is one: birth years more than two years apart, different
// mothers' full names, different documents of one kind, different fathers in two full chains.
func (x *Index) Clash(a, b *Person) (sanad.Reason, bool) {
	// Groups are held against each other pair by pair, and most pairs have nothing that could clash: names, the dear part,
	// are compared only where two full chains could.
	x.roomy()
	var e evidence
	weighBirth(&e, a, b)
	weighIdentifiers(&e, a, b)
	if len(a.Mother) > 0 && len(b.Mother) > 0 {
		x.weighParents(&e, a, b, nil, nil)
	}
	if !e.hard && x.chained(a) && x.chained(b) && len(a.Father) == 0 && len(b.Father) == 0 {
		quiet := evidence{quiet: true}
		na, nb := x.weighNames(&quiet, a, b)
		x.weighParents(&e, a, b, na, nb)
	}
	for _, r := range e.reasons {
		if r.Hard {
			return r, true
		}
	}
	return sanad.Reason{}, false
}

// Clashing returns what of a person Clash looks at, as a key: persons with one key clash with the same others, those
// with the empty key with nobody.
func (x *Index) Clashing(p *Person) string {
	chain := x.chained(p) && len(p.Father) == 0
	if !chain && len(p.Birth)+len(p.Mother)+len(p.Documents) == 0 {
		return ""
	}
	parts := []string{strings.Join(p.Birth, "|"), strings.Join(p.Mother, "|"), strings.Join(p.Documents, "|")}
	if chain {
		parts = append(parts, strings.Join(p.labels(), "|"))
	}
	return strings.Join(parts, "\n")
}

// ClashBetween is Clash of two persons here.
func (x *Index) ClashBetween(a, b sanad.ID) (sanad.Reason, bool) {
	p, q := x.said(a), x.said(b)
	if p == nil || q == nil {
		return sanad.Reason{}, false
	}
	return x.Clash(&p.Person, &q.Person)
}

// ClashingOf is Clashing of a person here.
func (x *Index) ClashingOf(id sanad.ID) string {
	p := x.said(id)
	if p == nil {
		return ""
	}
	return x.Clashing(&p.Person)
}

// SecondBetween reports whether a second identifier agrees between any two persons of two groups, and none of them clash.
func (x *Index) SecondBetween(left, right []sanad.ID) bool {
	second := false
	others := x.identifying(right)
	for _, p := range x.identifying(left) {
		for _, q := range others {
			if _, hard := x.Clash(p, q); hard {
				return false
			}
			e := evidence{quiet: true}
			weighBirth(&e, p, q)
			weighIdentifiers(&e, p, q)
			x.weighParents(&e, p, q, nil, nil)
			second = second || e.second
		}
	}
	return second
}

// identifying returns what is said of persons, once each, where it can clash or hold a second identifier.
func (x *Index) identifying(ids []sanad.ID) []*Person {
	seen := map[*profile]bool{}
	var out []*Person
	for _, id := range ids {
		p := x.said(id)
		if p != nil && !seen[p] && (len(p.Birth)+len(p.Mother)+len(p.Documents)+len(p.Phones) > 0 || x.chained(&p.Person)) {
			seen[p] = true
			out = append(out, &p.Person)
		}
	}
	return out
}

// chained reports whether some name of a person gives the own, the father's and the grandfather's.
func (x *Index) chained(p *Person) bool {
	return slices.ContainsFunc(p.labels(), func(s string) bool { return len(x.name(s).chain) >= 3 })
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

func (x *Index) weigh(e *evidence, a, b *Person) {
	e.z = prior
	na, nb := x.weighNames(e, a, b)
	x.weighRest(e, a, b, na, nb)
}

// weighRest weighs all but the names; na and nb are those that speak for the two.
func (x *Index) weighRest(e *evidence, a, b *Person, na, nb *name) {
	e.by = &x.weights
	e.z += x.weights.shift
	x.weighParents(e, a, b, na, nb)
	weighBirth(e, a, b)
	weighIdentifiers(e, a, b)
	x.weighCircumstances(e, a, b)
}

// weighNames compares the best-matching names of the two and returns them.
func (x *Index) weighNames(e *evidence, a, b *Person) (*name, *name) {
	var bestA, bestB *name
	best := math.Inf(-1)
	la, lb := facing(a, b)
	for _, s := range la {
		n := x.name(s)
		for _, t := range lb {
			m := x.name(t)
			if z := x.nameOdds(n, m); z > best {
				best, bestA, bestB = z, n, m
			}
		}
	}
	if bestA == nil {
		return nil, nil
	}
	x.nameReasons(e, best, bestA, bestB)
	if len(a.Names) > 0 && len(b.Names) > 0 {
		x.anyAgree(e, a.Kunyas, b.Kunyas, kunyaSame, kunyaOther)
		x.anyAgree(e, a.Nisbas, b.Nisbas, nisbaSame, nisbaOther)
	}
	return bestA, bestB
}

// nameOdds is what two names say for their bearers being one.
func (x *Index) nameOdds(n, m *name) float64 {
	odds, surprise := x.nameSteps(n, m)
	return odds*x.weights.factor(nameOdds) + surprise*x.weights.factor(nameSurprise)
}

// nameSteps is what two names say by the name model, and what by how rare the parts are that agree, as set by hand.
func (x *Index) nameSteps(n, m *name) (odds, surprise float64) {
	p, s := x.measure(n, m)
	p = min(max(p, 0.002), 0.998)
	return findings[nameOdds].byHand * math.Log(p/(1-p)), findings[nameSurprise].byHand * min(s-surpriseLevel, 8)
}

// nameReasons adds what the names say, z in all, and why. The weights of the parts add up to the log-odds the name model gives the two
// names; how much that counts beside other evidence, and how rare the parts that agree are, z says for all of them.
func (x *Index) nameReasons(e *evidence, z float64, n, m *name) {
	e.by = &x.weights
	e.z += z
	if e.steps != nil {
		odds, surprise := x.nameSteps(n, m)
		*e.steps = append(*e.steps, step{nameOdds, odds}, step{nameSurprise, surprise})
	}
	if e.quiet {
		return
	}
	c := names.Compare(n.Name, m.Name, x)
	e.reasons = append(e.reasons, c.For...)
	e.reasons = append(e.reasons, c.Against...)
	if k := max(x.Sharing(n.Raw), x.Sharing(m.Raw)); k > 1 {
		e.reasons = append(e.reasons, sanad.Reason{Code: "name_shared", Left: n.Raw, Right: m.Raw, Count: k, Weight: -0.1 * math.Log(float64(k))})
	}
}

// telling is how much agreement on a place, role or the like says: 1 where one profile in twenty has it.
func (x *Index) telling(folded string) float64 {
	n := x.common[folded]
	if n == 0 || len(x.profiles) < 100 {
		return 1
	}
	return min(max(math.Log(float64(len(x.profiles))/float64(n))/3, 0.5), 3)
}

// anyAgree adds one reason for two lists of names: that some agree, or that none does.
func (x *Index) anyAgree(e *evidence, a, b []string, agrees, differs finding) float64 {
	if len(a) == 0 || len(b) == 0 {
		return -1
	}
	best, l, r := -1.0, "", ""
	for _, s := range a {
		for _, t := range b {
			if p, _ := x.measure(x.name(s), x.name(t)); p > best {
				best, l, r = p, s, t
			}
		}
	}
	switch {
	case best >= 0.5:
		e.add(agrees, l, r, best)
	case best < 0.3:
		e.add(differs, l, r, 1)
	}
	return best
}

// weighParents compares fathers, given apart or as a link of the chain, and mothers.
func (x *Index) weighParents(e *evidence, a, b *Person, na, nb *name) {
	fa, fb := a.Father, b.Father
	fromChain := func(n *name) []string {
		if n == nil || len(n.chain) < 3 {
			return nil
		}
		return []string{n.chain[1].Text}
	}
	switch {
	case len(fa) > 0 && len(fb) > 0:
	case len(fa) > 0:
		fb = fromChain(nb)
	case len(fb) > 0:
		fa = fromChain(na)
	default:
		fa, fb = nil, nil
		if na != nil && nb != nil {
			ca, cb := na.chain, nb.chain
			if len(ca) >= 3 && len(cb) >= 3 && names.PartSimilarity(ca[0], cb[0]) > 0.6 && names.PartSimilarity(ca[1], cb[1]) < 0.05 &&
				names.PartSimilarity(ca[1], cb[2]) < 0.3 && names.PartSimilarity(ca[2], cb[1]) < 0.3 {
				e.refute(fatherLinkClashes, ca[1].Text, cb[1].Text)
			}
		}
	}
	if len(fa) > 0 && len(fb) > 0 {
		best, l, r := -1.0, "", ""
		for _, s := range fa {
			for _, t := range fb {
				if p := x.firstAgree(s, t); p > best {
					best, l, r = p, s, t
				}
			}
		}
		switch {
		case best >= 0.5:
			e.add(fatherAgrees, l, r, best)
		case best < 0.1 && len(a.Father) > 0 && len(b.Father) > 0:
			e.add(fatherDiffers, l, r, 1)
		case best < 0.1:
			e.add(fatherLinkDiffers, l, r, 1)
		default:
			e.add(fatherUnclear, l, r, 1)
		}
	}
	if len(a.Mother) > 0 && len(b.Mother) > 0 {
		best, l, r := -1.0, "", ""
		for _, s := range a.Mother {
			for _, t := range b.Mother {
				if p, _ := x.measure(x.name(s), x.name(t)); p > best {
					best, l, r = p, s, t
				}
			}
		}
		full := len(x.name(l).Parts) >= 2 && len(x.name(r).Parts) >= 2
		switch {
		case best >= 0.6 && full:
			e.add(motherAgrees, l, r, 1)
			e.second = true
		case best >= 0.5:
			e.add(motherAgreesPart, l, r, 1)
		case best < 0.1 && full:
			e.refute(motherDiffers, l, r)
		case best < 0.2:
			e.add(motherDiffersPart, l, r, 1)
		default:
			e.add(motherUnclear, l, r, 1)
		}
	}
}

// firstAgree compares the first parts of two names: a father may be given with or without his own father.
func (x *Index) firstAgree(s, t string) float64 {
	a, b := x.name(s), x.name(t)
	if len(a.Parts) == 0 || len(b.Parts) == 0 {
		return 0
	}
	first := func(n *name) names.Part {
		for _, p := range n.Parts {
			if p.Kind != names.Title {
				return p
			}
		}
		return n.Parts[0]
	}
	return names.PartSimilarity(first(a), first(b))
}

func weighBirth(e *evidence, a, b *Person) {
	// The pair of dates that fits best speaks; only when none fits do they clash. Which one that is never depends on what was learned.
	found, l, r := finding(0), "", ""
	for _, s := range a.Birth {
		x, ok := parseSpan(s)
		if !ok {
			continue
		}
		for _, t := range b.Birth {
			y, ok := parseSpan(t)
			if !ok {
				continue
			}
			if n := compareBirth(x, y); l == "" || findings[n].byHand > findings[found].byHand {
				found, l, r = n, s, t
			}
		}
	}
	switch {
	case l == "":
	case found == bornApart:
		e.refute(found, l, r)
	default:
		e.add(found, l, r, 1)
		e.second = e.second || found == bornSameDay || found == bornSameYear
	}
}

func compareBirth(x, y span) finding {
	gap := x.gap(y)
	both := x.precise() && y.precise()
	switch {
	case both && gap == 0 && x.hi == x.lo && y.hi == y.lo:
		return bornSameDay
	case both && gap == 0:
		return bornSameYear
	case both && gap > 2*year:
		return bornApart
	case gap == 0:
		return bornVague
	case both && gap < year:
		return bornNear
	case both:
		return bornOther
	case gap > 5*year:
		return bornVaguelyFar
	case gap > 2*year:
		return bornVaguelyApart
	}
	return bornVaguelyNear
}

func weighIdentifiers(e *evidence, a, b *Person) {
	for _, s := range a.Documents {
		for _, t := range b.Documents {
			ks, ns := document(s)
			kt, nt := document(t)
			if ns != "" && ns == nt && (ks == kt || ks == "" || kt == "") {
				e.add(documentSame, s, t, 1)
				e.second = true
				return
			}
		}
	}
	for _, s := range a.Documents {
		for _, t := range b.Documents {
			ks, ns := document(s)
			kt, nt := document(t)
			if ks != "" && ks == kt && ns != nt {
				e.refute(documentDiffers, s, t)
				return
			}
		}
	}
	for _, s := range a.Phones {
		for _, t := range b.Phones {
			if p := phone(s); p != "" && p == phone(t) {
				e.add(phoneSame, s, t, 1)
				e.second = true
				return
			}
		}
	}
}

// document splits "kind:number"; the number is upper case without anything but letters and digits.
func document(s string) (kind, number string) {
	kind, number, ok := strings.Cut(s, ":")
	if !ok {
		kind, number = "", s
	}
	number = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, text.Fold(number))
	if len(number) < 4 {
		return "", ""
	}
	return text.Fold(strings.TrimSpace(kind)), number
}

// phone returns the last nine digits of a number, which trunk and country prefixes do not touch.
func phone(s string) string {
	d := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text.Fold(s))
	if len(d) < 7 {
		return ""
	}
	return d[max(0, len(d)-9):]
}
