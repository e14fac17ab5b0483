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

// Weights of the evidence in log-odds. They are set by hand from what each kind of agreement is worth among a few
// thousand people of one province, and rounded; DESIGN.md gives the reasoning and what they reach.
const (
	prior = -1.2 // of a candidate pair, before anything is compared

	nameOdds      = 0.6  // per log-odds of the names
	nameSurprise  = 0.35 // per nat of surprise above surpriseLevel
	surpriseLevel = 8.0  // nats of surprise that make a name say neither yes nor no

	fatherAgrees, fatherDiffers     = 1.5, -3.0
	motherAgrees, motherDiffers     = 3.5, -5.0
	motherAgreesPart, motherPart    = 1.2, -1.5
	bornSameDay, bornSameYear       = 4.5, 2.0
	bornNear, bornVague             = 0.2, 0.3
	bornApart, bornVaguelyApart     = -6.0, -1.5
	documentSame, documentDiffers   = 7.0, -5.0
	phoneSame                       = 4.5
	birthplaceSame, birthplaceOther = 0.9, -0.6
	residenceSame, residenceOther   = 0.7, -0.15
	occupationSame                  = 0.5
	roleSame, groupSame             = 0.5, 0.4
	kinSame                         = 1.8
	kunyaSame, kunyaOther           = 1.2, -0.6
	nisbaSame, nisbaOther           = 0.6, -0.7
	sexOther                        = -5.0
	diedApart                       = -2.5
	detainedTogether                = 0.8
)

// evidence collects reasons. When quiet it only adds up.
type evidence struct {
	z       float64
	second  bool
	hard    bool
	quiet   bool
	reasons []sanad.Reason
}

func (e *evidence) add(code, left, right string, w float64) {
	e.z += w
	if !e.quiet {
		e.reasons = append(e.reasons, sanad.Reason{Code: code, Left: left, Right: right, Weight: math.Round(w*100) / 100})
	}
}

func (e *evidence) clash(code, left, right string, w float64) {
	e.hard = true
	e.add(code, left, right, w)
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

// Digest names a set of reasons. Values, not weights or counts, go into it, so that it changes when there is new evidence
// and not when the investigation merely grows.
func Digest(pro, contra []sanad.Reason) string {
	var lines []string
	for _, r := range pro {
		lines = append(lines, fmt.Sprintf("+%s|%s|%s", r.Code, r.Left, r.Right))
	}
	for _, r := range contra {
		lines = append(lines, fmt.Sprintf("-%s|%s|%s", r.Code, r.Left, r.Right))
	}
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
		x.anyAgree(e, a.Kunyas, b.Kunyas, "kunya_agrees", "kunya_differs", kunyaSame, kunyaOther)
		x.anyAgree(e, a.Nisbas, b.Nisbas, "nisba_agrees", "nisba_differs", nisbaSame, nisbaOther)
	}
	return bestA, bestB
}

// nameOdds is what two names say for their bearers being one.
func (x *Index) nameOdds(n, m *name) float64 {
	p, surprise := x.measure(n, m)
	p = min(max(p, 0.002), 0.998)
	return nameOdds*math.Log(p/(1-p)) + nameSurprise*min(surprise-surpriseLevel, 8)
}

// nameReasons adds what the names say, z in all, and why. The weights of the parts say which counts for more; only together, and
// with how common they are, do they make the log-odds of the names.
func (x *Index) nameReasons(e *evidence, z float64, n, m *name) {
	e.z += z
	if e.quiet {
		return
	}
	c := names.Compare(n.Name, m.Name, x)
	e.reasons = append(e.reasons, c.For...)
	e.reasons = append(e.reasons, c.Against...)
	if k := x.Sharing(n.Raw); k > 1 {
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
func (x *Index) anyAgree(e *evidence, a, b []string, agrees, differs string, plus, minus float64) float64 {
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
		e.add(agrees, l, r, plus*best)
	case best < 0.3:
		e.add(differs, l, r, minus)
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
				e.clash("father_contradicts", ca[1].Text, cb[1].Text, -1.5) // the names have weighed it already
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
			e.add("father_agrees", l, r, fatherAgrees*best)
		case best < 0.1 && len(a.Father) > 0 && len(b.Father) > 0:
			e.add("father_contradicts", l, r, fatherDiffers)
		case best < 0.1:
			e.add("father_contradicts", l, r, fatherDiffers/2)
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
			e.add("mother_agrees", l, r, motherAgrees)
			e.second = true
		case best >= 0.5:
			e.add("mother_agrees", l, r, motherAgreesPart)
		case best < 0.1 && full:
			e.clash("mother_contradicts", l, r, motherDiffers)
		case best < 0.2:
			e.add("mother_contradicts", l, r, motherPart)
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
	// The pair of dates that fits best speaks; only when none fits do they clash.
	best, l, r := math.Inf(-1), "", ""
	second, hard, code := false, false, ""
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
			w, c, sec, h := compareBirth(x, y)
			if w > best {
				best, l, r, second, hard, code = w, s, t, sec, h, c
			}
		}
	}
	switch {
	case code == "":
	case hard:
		e.clash(code, l, r, best)
	default:
		e.add(code, l, r, best)
		e.second = e.second || second
	}
}

func compareBirth(x, y span) (w float64, code string, second, hard bool) {
	gap := x.gap(y)
	both := x.precise() && y.precise()
	switch {
	case both && gap == 0 && x.hi == x.lo && y.hi == y.lo:
		return bornSameDay, "birth_agrees", true, false
	case both && gap == 0:
		return bornSameYear, "birth_agrees", true, false
	case both && gap > 2*year:
		return bornApart, "birth_contradicts", false, true
	case gap == 0:
		return bornVague, "birth_fits", false, false
	case both && gap < year:
		return bornNear, "birth_near", false, false
	case both:
		return -0.8, "birth_differs", false, false
	case gap > 5*year:
		return 2 * bornVaguelyApart, "birth_differs", false, false
	case gap > 2*year:
		return bornVaguelyApart, "birth_differs", false, false
	}
	return -0.1, "birth_near", false, false
}

func weighIdentifiers(e *evidence, a, b *Person) {
	for _, s := range a.Documents {
		for _, t := range b.Documents {
			ks, ns := document(s)
			kt, nt := document(t)
			if ns != "" && ns == nt && (ks == kt || ks == "" || kt == "") {
				e.add("document_agrees", s, t, documentSame)
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
				e.clash("document_contradicts", s, t, documentDiffers)
				return
			}
		}
	}
	for _, s := range a.Phones {
		for _, t := range b.Phones {
			if p := phone(s); p != "" && p == phone(t) {
				e.add("phone_agrees", s, t, phoneSame)
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

func (x *Index) weighCircumstances(e *evidence, a, b *Person) {
	if a.Sex != "" && b.Sex != "" && a.Sex != b.Sex {
		e.add("sex_contradicts", a.Sex, b.Sex, sexOther)
	}
	x.sharedText(e, a.BirthPlace, b.BirthPlace, "birthplace_agrees", "birthplace_differs", birthplaceSame, birthplaceOther)
	x.sharedText(e, a.Residence, b.Residence, "residence_agrees", "residence_differs", residenceSame, residenceOther)
	x.sharedText(e, a.Occupation, b.Occupation, "occupation_agrees", "", occupationSame, 0)
	x.sharedText(e, a.Roles, b.Roles, "role_agrees", "", roleSame, 0)
	x.sharedText(e, a.Groups, b.Groups, "group_agrees", "", groupSame, 0)
	n := 0
	for _, s := range a.Kin {
		for _, t := range b.Kin {
			if n == 2 {
				break
			}
			if p, surprise := x.measure(x.name(s), x.name(t)); p >= 0.7 {
				e.add("kin_agrees", s, t, kinSame*min(1, surprise/surpriseLevel))
				n++
				break
			}
		}
	}
	weighLife(e, a, b)
	weighLife(e, b, a)
	for _, s := range a.Detained {
		for _, t := range b.Detained {
			u, ok := parseSpan(s)
			v, ok2 := parseSpan(t)
			if ok && ok2 && !u.vague && !v.vague && u.hi-u.lo <= month && v.hi-v.lo <= month && u.gap(v) == 0 {
				e.add("detention_agrees", s, t, detainedTogether)
				return
			}
		}
	}
}

// weighLife compares the deaths of a with the deaths and arrests of b. A death reported wrongly is common enough that
// neither is a hard clash.
func weighLife(e *evidence, a, b *Person) {
	for _, s := range a.Died {
		u, ok := parseSpan(s)
		if !ok {
			continue
		}
		for _, t := range b.Died {
			if v, ok := parseSpan(t); ok && u.hi+year < v.lo {
				e.add("death_contradicts", s, t, diedApart)
				return
			}
		}
		for _, t := range b.Detained {
			if v, ok := parseSpan(t); ok && u.hi < v.lo {
				e.add("detained_after_death", s, t, diedApart)
				return
			}
		}
	}
}

// sharedText adds a reason when two lists have a value in common after folding, or, if differs is given, when not. To agree
// on what one in twenty has is worth plus; on what is rarer, up to three times as much.
func (x *Index) sharedText(e *evidence, a, b []string, agrees, differs string, plus, minus float64) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	best, l, r := 0.0, "", ""
	for _, s := range a {
		f := text.Fold(s)
		for _, t := range b {
			if s == t || f == text.Fold(t) {
				if w := plus * x.telling(f); w > best {
					best, l, r = w, s, t
				}
			}
		}
	}
	if best > 0 {
		e.add(agrees, l, r, best)
		return
	}
	if differs != "" {
		e.add(differs, a[0], b[0], minus)
	}
}
