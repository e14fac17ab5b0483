package match

import (
	"math"
	"strings"
	"unicode"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// weighCircumstances compares what many share and what changes in a life: places, work, role, relatives, and where somebody was
// when.
func (x *Index) weighCircumstances(e *evidence, a, b *Person) {
	if a.Sex != "" && b.Sex != "" && a.Sex != b.Sex {
		e.add(sexOther, a.Sex, b.Sex, 1)
	}
	x.weighPlaces(e, a.BirthPlace, b.BirthPlace, birthplaceSame)
	x.weighPlaces(e, a.Residence, b.Residence, residenceSame)
	x.shared(e, aTrade, a.Occupation, b.Occupation, occupationSame, occupationOther)
	x.shared(e, aRole, a.Roles, b.Roles, roleSame, roleOther)
	x.shared(e, aGroup, a.Groups, b.Groups, groupSame, groupOther)
	x.weighKin(e, a.Kin, b.Kin)
	x.weighPosts(e, a.Posts, b.Posts)
	x.weighIncidents(e, a.Acts, b.Acts)
	weighLife(e, a, b)
	weighLife(e, b, a)
	for _, s := range a.Detained {
		for _, t := range b.Detained {
			u, ok := parseSpan(s)
			v, ok2 := parseSpan(t)
			if ok && ok2 && u.within(month) && v.within(month) && u.gap(v) == 0 {
				e.add(detainedTogether, s, t, 1)
				return
			}
		}
	}
}

// shared adds a finding when two lists have a value in common by its meaning, else the other. To agree on what one in twenty has
// is worth its weight; on what is rarer, up to three times as much.
func (x *Index) shared(e *evidence, as topic, a, b []string, agrees, differs finding) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	best, l, r := 0.0, "", ""
	for _, s := range a {
		f := x.meaning(as, s)
		for _, t := range b {
			if s == t || f == x.meaning(as, t) {
				if w := x.telling(f); w > best {
					best, l, r = w, s, t
				}
			}
		}
	}
	if best > 0 {
		e.add(agrees, l, r, best)
		return
	}
	e.add(differs, a[0], b[0], 1)
}

// weighKin adds the relatives named in common, two at most.
func (x *Index) weighKin(e *evidence, a, b []string) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	n := 0
	for _, s := range a {
		for _, t := range b {
			if n == 2 {
				return
			}
			if p, surprise := x.measure(x.name(s), x.name(t)); p >= 0.7 {
				e.add(kinSame, s, t, min(1, surprise/surpriseLevel))
				n++
				break
			}
		}
	}
	if n == 0 {
		e.add(kinOther, a[0], b[0], 1)
	}
}

// Distances between places, in kilometres.
const (
	nearby  = 30  // a town and the villages around it
	farAway = 120 // not of one countryside
)

// weighPlaces adds how near two lists of places come to each other: the nearest two speak. same is the first of six findings: the same
// place, the one inside the other, in one district, near, neither near nor far, far. Places that the gazetteer does not know are compared as they are
// written.
func (x *Index) weighPlaces(e *evidence, a, b []string, same finding) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	found, best, l, r := finding(0), math.Inf(-1), "", ""
	for _, s := range a {
		for _, t := range b {
			n, strength := x.comparePlaces(s, t, same)
			if w := findings[n].byHand * strength; w > best {
				found, best, l, r = n, w, s, t
			}
		}
	}
	strength := best / findings[found].byHand
	e.add(found, x.placeName(l), x.placeName(r), strength)
}

func (x *Index) comparePlaces(s, t string, same finding) (finding, float64) {
	p, q := x.place(s), x.place(t)
	if f := text.Fold(s); f == text.Fold(t) {
		return same, x.telling(f)
	}
	if p == nil || q == nil {
		return same + placeOther, 1
	}
	if p.ID == q.ID {
		return same, max(x.telling(text.Fold(s)), x.telling(text.Fold(t)))
	}
	switch km := kilometres(p, q); {
	case contains(p, q): // the less, the more are told to be of the whole
		return same + placeInside, min(x.telling(text.Fold(s)), 1)
	case contains(q, p):
		return same + placeInside, min(x.telling(text.Fold(t)), 1)
	case p.District != "" && p.District == q.District && p.Governorate == q.Governorate:
		return same + placeDistrict, 1
	case p.Kind == places.Country || q.Kind == places.Country: // of two different ones
		return same + placeFar, 1
	case km <= nearby:
		return same + placeNear, 1
	case km > farAway:
		return same + placeFar, 1
	}
	return same + placeOther, 1
}

// place returns what the gazetteer has for a value that is one of its ids or the name of a place, nil when it is neither or the
// name may mean several.
func (x *Index) place(v string) *places.Place {
	p, ok := x.placed[v]
	if !ok {
		p = resolve(v)
		x.placed[v] = p
	}
	return p
}

// placeName is how a place is shown: as it was said, unless it was said as an id.
func (x *Index) placeName(v string) string {
	if p := x.place(v); p != nil && p.ID == v {
		return p.NameEN
	}
	return v
}

func resolve(v string) *places.Place {
	if p, ok := places.ByID(v); ok {
		return &p
	}
	said := strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == '،' })
	if len(said) == 0 {
		return nil
	}
	found := places.Find(said[0])
	// "Hit, Anbar, Iraq": what is said after it tells which one is meant.
	for _, s := range said[1:] {
		var narrower []places.Place
		for _, p := range found {
			for _, around := range places.Find(s) {
				if contains(&around, &p) {
					narrower = append(narrower, p)
					break
				}
			}
		}
		if len(narrower) > 0 {
			found = narrower
		}
	}
	for i := range found {
		if kilometres(&found[0], &found[i]) > nearby && !contains(&found[i], &found[0]) {
			return nil
		}
	}
	if len(found) == 0 {
		return nil
	}
	return &found[0]
}

// contains reports whether q lies in p, a country, governorate or district.
func contains(p, q *places.Place) bool {
	switch p.Kind {
	case places.Country:
		return q.Country == p.ID && q.Kind != places.Country
	case places.Governorate:
		return q.Governorate != "" && (q.Governorate == p.ID || q.Governorate == p.Governorate) && q.Kind != places.Governorate
	case places.District:
		return q.Kind == places.City && q.Governorate == p.Governorate && q.District != "" && (q.District == p.NameEN || q.District == p.District)
	}
	return false
}

// kilometres is the great-circle distance in kilometres.
func kilometres(p, q *places.Place) float64 {
	const radius, degree = 6371, math.Pi / 180
	a, b := p.Lat*degree, q.Lat*degree
	h := math.Pow(math.Sin((a-b)/2), 2) + math.Cos(a)*math.Cos(b)*math.Pow(math.Sin((p.Lon-q.Lon)*degree/2), 2)
	return 2 * radius * math.Asin(math.Sqrt(min(h, 1)))
}

// weighPosts compares who held which post when: the same role in the same group at one time says more than both alone, two units
// at one time speak a little against.
func (x *Index) weighPosts(e *evidence, a, b []Post) {
	same, other := -1, -1
	var apart *Post
	for i := range a {
		p := &a[i]
		u, ok := parseSpan(p.Date)
		if !ok || !u.within(year) || p.Group == "" {
			continue
		}
		g := x.meaning(aGroup, p.Group)
		for j := range b {
			q := &b[j]
			v, ok := parseSpan(q.Date)
			if !ok || !v.within(year) || q.Group == "" {
				continue
			}
			h := x.meaning(aGroup, q.Group)
			switch {
			case g == h && u.gap(v) == 0 && p.Role != "" && x.meaning(aRole, p.Role) == x.meaning(aRole, q.Role):
				e.add(postSame, p.Role+", "+p.Group, q.Role+", "+q.Group, 1)
				return
			case g == h:
				same = i
			case p.Unit && q.Unit && u.within(month) && v.within(month) && u.gap(v) == 0 && script(p.Group) == script(q.Group) && !strings.Contains(g, h) && !strings.Contains(h, g):
				other, apart = i, q
			}
		}
	}
	if same < 0 && other >= 0 {
		e.add(postOther, a[other].Group, apart.Group, 1)
	}
}

// script returns the first letter's: names are told apart by their letters only within one script.
func script(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Arabic, r)
		}
	}
	return false
}

// weighIncidents adds that two are told to have had the same part in the same incident: its type, its day or month, and its place where both say it.
func (x *Index) weighIncidents(e *evidence, a, b []Act) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	best, l, r := 0.0, (*Act)(nil), (*Act)(nil)
	for i := range a {
		p := &a[i]
		u, ok := parseSpan(p.Date)
		if !ok || !u.within(month) {
			continue
		}
		for j := range b {
			q := &b[j]
			if p.Type != q.Type || p.Role != q.Role {
				continue
			}
			v, ok := parseSpan(q.Date)
			if !ok || !v.within(month) || u.gap(v) > 0 {
				continue
			}
			w := max(x.telling(p.key()), x.telling(q.key()))
			switch {
			case p.Place != "" && q.Place != "":
				if n, _ := x.comparePlaces(p.Place, q.Place, birthplaceSame); n > birthplaceSame+placeNear {
					continue
				}
			case u.lo != u.hi || v.lo != v.hi:
				continue // a month without a place has many
			}
			if u.lo != u.hi || v.lo != v.hi {
				w /= 2
			}
			if w > best {
				best, l, r = w, p, q
			}
		}
	}
	if best > 0 {
		e.add(incidentSame, l.told(x), r.told(x), best)
	} else {
		e.add(incidentOther, "", "", 1)
	}
}

// key is what an incident is counted under.
func (p *Act) key() string {
	return strings.Join([]string{"act", p.Type, p.Role, p.Date, text.Fold(p.Place)}, "\x00")
}

// key tells a post from others.
func (p *Post) key() string { return strings.Join([]string{"post", p.Role, p.Group, p.Date}, "\x00") }

// told is an act as a reason shows it.
func (p *Act) told(x *Index) string {
	s := p.Type + " " + p.Date
	if p.Place != "" {
		s += ", " + x.placeName(p.Place)
	}
	return s
}

// weighLife compares the deaths and the custody of a with what is told of b. A death or a release reported wrongly is common
// enough that none of it is a hard clash.
func weighLife(e *evidence, a, b *Person) {
	weighDeath(e, a, b)
	if weighCustody(e, custody(a.Detained, a.Released), b.Acts, actInCustody) {
		return
	}
	weighCustody(e, a.Serving, b.Acts, actInSentence)
}

func weighDeath(e *evidence, a, b *Person) {
	for _, s := range a.Died {
		u, ok := parseSpan(s)
		if !ok {
			continue
		}
		for _, t := range b.Died {
			if v, ok := parseSpan(t); ok && u.hi+year < v.lo {
				e.add(diedApart, s, t, 1)
				return
			}
		}
		for _, t := range b.Detained {
			if v, ok := parseSpan(t); ok && u.hi < v.lo {
				e.add(detainedAfterDeath, s, t, 1)
				return
			}
		}
		for _, t := range b.Acts {
			if v, ok := parseSpan(t.Date); ok && t.done() && !v.vague && u.hi < v.lo {
				e.add(actAfterDeath, s, t.Type+" "+t.Date, 1)
				return
			}
		}
	}
}

// weighCustody adds that an act falls wholly inside a time behind bars.
func weighCustody(e *evidence, held []string, acts []Act, l finding) bool {
	for _, s := range held {
		u, ok := parseSpan(s)
		if !ok || u.vague {
			continue
		}
		for _, t := range acts {
			if v, ok := parseSpan(t.Date); ok && t.done() && !v.vague && u.lo < v.lo && v.hi < u.hi {
				e.add(l, s, t.Type+" "+t.Date, 1)
				return true
			}
		}
	}
	return false
}

// done reports whether the act is one that its doer must have been at large for.
func (p *Act) done() bool { return p.Role == sanad.Perpetrator || p.Role == sanad.Suspect }
