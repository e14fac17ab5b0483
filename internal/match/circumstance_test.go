package match

import (
	"slices"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
	"pgregory.net/rapid"
)

// codes are the reasons of a question.
func codes(q sanad.Question) (out []string) {
	for _, r := range slices.Concat(q.For, q.Against) {
		out = append(out, r.Code)
	}
	return out
}

func TestPlacesByDistance(t *testing.T) {
	id := func(name string) string {
		found := places.Find(name)
		if len(found) == 0 {
			t.Fatalf("no %s in the gazetteer", name)
		}
		return found[0].ID
	}
	for _, c := range []struct{ what, a, b, code string }{
		{"one place, as it is written", "Nowhere Known", "nowhere known", "birthplace_agrees"},
		{"one place in two scripts", "Ramadi", "الرمادي", "birthplace_agrees"},
		{"a place and its id", "Ramadi", id("Ramadi"), "birthplace_agrees"},
		{"a place in its province", "Ramadi", "Anbar", "birthplace_fits"},
		{"a place in its country", "Ramadi", "Iraq", "birthplace_fits"},
		{"a place with what it lies in", "Hit, Anbar, Iraq", "هيت", "birthplace_agrees"},
		{"two towns of one province", "Ramadi", "Fallujah", "birthplace_differs"},
		{"two ends of the country", "Mosul", "Basra", "birthplace_far"},
		{"a town and another country", "Ramadi", "Syria", "birthplace_far"},
		{"unknown to the gazetteer", "Nowhere Known", "Nowhere Else", "birthplace_differs"},
	} {
		x := NewIndex()
		name := []string{"Fawaz Idris al-Rawi"}
		q := x.Score(&Person{Names: name, BirthPlace: []string{c.a}}, &Person{Names: name, BirthPlace: []string{c.b}})
		if !slices.Contains(codes(q), c.code) {
			t.Errorf("%s: %v, want %s", c.what, codes(q), c.code)
		}
		if q.Second {
			t.Errorf("%s: a place is no second identifier", c.what)
		}
	}
}

// TestNearerSaysMore: of the findings about places, the nearer one never says less.
func TestNearerSaysMore(t *testing.T) {
	for _, same := range []finding{birthplaceSame, residenceSame} {
		order := []finding{placeSame, placeDistrict, placeNear, placeOther, placeFar}
		for i := range order[1:] {
			if findings[same+order[i]].byHand <= findings[same+order[i+1]].byHand {
				t.Errorf("%s is worth no more than %s", findings[same+order[i]].code, findings[same+order[i+1]].code)
			}
		}
	}
	all := places.All()
	rapid.Check(t, func(t *rapid.T) {
		x := NewIndex()
		p, q := rapid.SampledFrom(all).Draw(t, "p"), rapid.SampledFrom(all).Draw(t, "q")
		l, v := x.comparePlaces(p.ID, q.ID, residenceSame)
		m, w := x.comparePlaces(q.ID, p.ID, residenceSame)
		if l != m || v != w || (l == residenceSame) != (p.ID == q.ID) {
			t.Fatalf("%s and %s: %s, the other way %s", p.NameEN, q.NameEN, findings[l].code, findings[m].code)
		}
	})
}

func TestTimesThatFitOrExclude(t *testing.T) {
	name := []string{"Fawaz Idris al-Rawi"}
	act := func(role, date, place string) []Act {
		return []Act{{Type: "killing", Role: role, Date: date, Place: place}}
	}
	for _, c := range []struct {
		what string
		a, b Person
		code string // wanted; "" for that none of those below is there
	}{
		{"one incident", Person{Acts: act(sanad.Perpetrator, "2014-10-29", "Hit")}, Person{Acts: act(sanad.Perpetrator, "2014-10-29", "هيت")}, "incident_agrees"},
		{"one day, no place", Person{Acts: act(sanad.Victim, "2014-10-29", "")}, Person{Acts: act(sanad.Victim, "2014-10-29", "Hit")}, "incident_agrees"},
		{"one month, no place", Person{Acts: act(sanad.Victim, "2014-10", "")}, Person{Acts: act(sanad.Victim, "2014-10-29", "Hit")}, ""},
		{"one month and place", Person{Acts: act(sanad.Victim, "2014-10", "Hit")}, Person{Acts: act(sanad.Victim, "2014-10-29", "Hit")}, "incident_agrees"},
		{"another part in it", Person{Acts: act(sanad.Victim, "2014-10-29", "Hit")}, Person{Acts: act(sanad.Perpetrator, "2014-10-29", "Hit")}, ""},
		{"another place", Person{Acts: act(sanad.Victim, "2014-10-29", "Hit")}, Person{Acts: act(sanad.Victim, "2014-10-29", "Basra")}, ""},
		{"a year only", Person{Acts: act(sanad.Victim, "2014", "Hit")}, Person{Acts: act(sanad.Victim, "2014", "Hit")}, ""},
		{"in prison then", Person{Detained: []string{"2014-03-01"}, Released: []string{"2015-02"}}, Person{Acts: act(sanad.Perpetrator, "2014-10-29", "")}, "act_in_custody"},
		{"in prison then, the other way round", Person{Acts: act(sanad.Suspect, "2014-10", "")}, Person{Detained: []string{"2014-03-01"}, Released: []string{"2015-02"}}, "act_in_custody"},
		{"a victim in prison", Person{Detained: []string{"2014-03-01"}, Released: []string{"2015-02"}}, Person{Acts: act(sanad.Victim, "2014-10-29", "")}, ""},
		{"perhaps after the release", Person{Detained: []string{"2014-03-01"}, Released: []string{"2015-02"}}, Person{Acts: act(sanad.Perpetrator, "2015-02", "")}, ""},
		{"perhaps before the arrest", Person{Detained: []string{"2014-03-01"}, Released: []string{"2015-02"}}, Person{Acts: act(sanad.Perpetrator, "2014", "")}, ""},
		{"the day of the arrest", Person{Detained: []string{"2014-03-01"}, Released: []string{"2015-02"}}, Person{Acts: act(sanad.Perpetrator, "2014-03-01", "")}, ""},
		{"free and arrested again in between", Person{Detained: []string{"2014-03-01", "2016"}, Released: []string{"2017"}}, Person{Acts: act(sanad.Perpetrator, "2014-10-29", "")}, ""},
		{"serving a sentence", Person{Serving: []string{"2012-05-02/2022-06"}}, Person{Acts: act(sanad.Perpetrator, "2014-10-29", "")}, "act_in_sentence"},
		{"dead before", Person{Died: []string{"2013"}}, Person{Acts: act(sanad.Perpetrator, "2014-10-29", "")}, "act_after_death"},
		{"dead after", Person{Died: []string{"2014"}}, Person{Acts: act(sanad.Perpetrator, "2014-10-29", "")}, ""},
		{"one post at one time", Person{Posts: []Post{{"emir", "Hisba", "2015", false}}}, Person{Posts: []Post{{"Emir", "hisba", "2015-03", false}}}, "post_agrees"},
		{"one post at two times", Person{Posts: []Post{{"emir", "Hisba", "2015", false}}}, Person{Posts: []Post{{"emir", "Hisba", "2017", false}}}, ""},
		{"two units at one time", Person{Posts: []Post{{"soldier", "Tariq battalion", "2015-03", true}}}, Person{Posts: []Post{{"soldier", "Anbar battalion", "2015-03", true}}}, "post_differs"},
		{"two units in one year", Person{Posts: []Post{{"soldier", "Tariq battalion", "2015", true}}}, Person{Posts: []Post{{"soldier", "Anbar battalion", "2015", true}}}, ""},
		{"a unit and a network", Person{Posts: []Post{{"soldier", "Tariq battalion", "2015-03", true}}}, Person{Posts: []Post{{"soldier", "the State", "2015-03", false}}}, ""},
		{"units in two scripts", Person{Posts: []Post{{"soldier", "Tariq battalion", "2015-03", true}}}, Person{Posts: []Post{{"soldier", "كتيبة طارق", "2015-03", true}}}, "post_agrees"},
		{"two units in two scripts", Person{Posts: []Post{{"soldier", "Tariq battalion", "2015-03", true}}}, Person{Posts: []Post{{"soldier", "كتيبة الرمال", "2015-03", true}}}, ""},
	} {
		x := NewIndex()
		c.a.Names, c.b.Names = name, name
		q := x.Score(&c.a, &c.b)
		found := slices.DeleteFunc(codes(q), func(s string) bool {
			return !slices.Contains([]string{"incident_agrees", "act_in_custody", "act_in_sentence", "act_after_death", "post_agrees", "post_differs"}, s)
		})
		if c.code == "" && len(found) > 0 || c.code != "" && !slices.Equal(found, []string{c.code}) {
			t.Errorf("%s: %v, want %q", c.what, found, c.code)
		}
		if _, hard := x.Clash(&c.a, &c.b); hard || q.Second {
			t.Errorf("%s: hard %v, second %v", c.what, hard, q.Second)
		}
	}
}

// TestCustodyOfGroups: an arrest told in one report and a release told in another make one time behind bars.
func TestCustodyOfGroups(t *testing.T) {
	x := NewIndex()
	name := []string{"Fawaz Idris al-Rawi"}
	x.Add(Person{ID: "a", Report: "r1", Names: name, Detained: []string{"2014-03-01"}})
	x.Add(Person{ID: "b", Report: "r2", Names: name, Released: []string{"2015-02"}})
	x.Add(Person{ID: "c", Report: "r3", Names: name, Acts: []Act{{Type: "killing", Role: sanad.Perpetrator, Date: "2014-10-29"}}})
	q, _ := x.QuestionIn(judged{same: map[sanad.ID]sanad.ID{"b": "a"}}, Ranked{Left: "a", Right: "c"})
	if !slices.Contains(codes(q), "act_in_custody") {
		t.Errorf("%v", codes(q))
	}
}

func TestCustodyAndTerm(t *testing.T) {
	for _, c := range []struct {
		arrests, releases, want []string
	}{
		{[]string{"2014-03-01"}, []string{"2015-02", "2014-06-01"}, []string{"2014-03-01/2014-06-01"}},
		{[]string{"2014-03-01", "2016"}, []string{"2015-02"}, []string{"2014-03-01/2015-02"}},
		{[]string{"2014-03-01", "2016"}, []string{"2017-02"}, []string{"2016/2017-02"}}, // set free before 2016, nobody says when
		{[]string{"2014-03-01", "2014-03-01"}, []string{"2015-02"}, []string{"2014-03-01/2015-02"}},
		{[]string{"2014-03", "2014-03-09"}, []string{"2015-02"}, []string{"2014-03/2015-02", "2014-03-09/2015-02"}}, // one arrest, told twice
		{[]string{"2014-03-01"}, nil, nil},
		{[]string{"2014"}, []string{"2014-05"}, nil}, // which came first is not known
		{[]string{"long ago"}, []string{"2014-05"}, nil},
		{[]string{"2013/2014"}, []string{"2015"}, nil},
	} {
		if got := custody(c.arrests, c.releases); !slices.Equal(got, c.want) {
			t.Errorf("custody(%q, %q) = %q, want %q", c.arrests, c.releases, got, c.want)
		}
	}
	for _, c := range [][3]string{
		{"2012-05-02", "10 years", "2012-05-02/2022-05"}, {"2012-05", "1 years", "2012-05/2013-05"}, {"2012-12-01", "1 month", "2012-12-01/2013-01"}, {"2012", "6 months", "2012/2013-06"},
		{"2012-05-02", "life", ""}, {"2012-05-02", "death", ""}, {"", "10 years", ""}, {"2012~", "10 years", ""}, {"2012", "-3 years", ""}, {"2012", "3 lashes", ""},
	} {
		if got := Term(c[0], c[1]); got != c[2] {
			t.Errorf("Term(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
		if c[2] != "" {
			if _, ok := parseSpan(c[2]); !ok {
				t.Errorf("%q is no span", c[2])
			}
		}
	}
}
