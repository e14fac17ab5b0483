package casework

import (
	"github.com/sanad-workbench/sanad/internal/text"
)

// similarMost is how many other incidents a screen offers at most.
const similarMost = 30

// Similar returns the incidents that may be the same as x: of its type, at its place or in its province where one of the
// two has no more, with dates that touch. It is a proposal: only a person can join them. Tribe and province alone never
// make one, since the same people may suffer twice.
func Similar(x Incident, all []Incident) []Incident {
	out := []Incident{}
	from, to, ok := text.Interval(x.Date)
	if !ok {
		return out
	}
	for _, y := range all {
		if y.ID == x.ID || y.Type != x.Type {
			continue
		}
		f, t, ok := text.Interval(y.Date)
		if !ok || f > to || from > t {
			continue
		}
		samePlace := x.PlaceID != "" && x.PlaceID == y.PlaceID || x.PlaceID == "" && y.PlaceID == "" && x.Place != "" && text.Fold(x.Place) == text.Fold(y.Place)
		sameProvince := x.Province != "" && x.Province == y.Province && (x.PlaceID == "" || y.PlaceID == "")
		if !samePlace && !sameProvince {
			continue
		}
		if out = append(out, y); len(out) == similarMost {
			break
		}
	}
	return out
}
