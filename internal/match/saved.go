package match

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
)

// saved is how Weights are written down: by the codes of the findings, so that a later version that knows other findings reads what it can.
type saved struct {
	Shift float64              `json:"shift"`
	Log   map[string][]float64 `json:"log"`   // logarithms of factors, by code; several findings may have one
	Pairs map[string][]int32   `json:"pairs"` // judged pairs, likewise
}

// MarshalJSON writes weights down.
func (w Weights) MarshalJSON() ([]byte, error) {
	s := saved{Shift: w.shift, Log: map[string][]float64{}, Pairs: map[string][]int32{}}
	for l := range findings {
		code := findings[l].code
		s.Log[code] = append(s.Log[code], w.log[l])
		s.Pairs[code] = append(s.Pairs[code], w.pairs[l])
	}
	return json.Marshal(s)
}

// UnmarshalJSON reads weights that MarshalJSON wrote, of this or another version; a finding of which nothing is written keeps the
// weight set by hand. What is out of bounds is an error: a damaged file must not weigh evidence.
func (w *Weights) UnmarshalJSON(data []byte) error {
	var s saved
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("read weights: %w", err)
	}
	out := Weights{shift: s.Shift}
	if math.Abs(s.Shift) > mostShift+1e-9 {
		return fmt.Errorf("read weights: a shift of %s is out of bounds", strconv.FormatFloat(s.Shift, 'g', 3, 64))
	}
	next := map[string]int{}
	for l := range findings {
		code := findings[l].code
		n := next[code]
		next[code]++
		if n < len(s.Log[code]) && finding(l).learned() {
			out.log[l] = s.Log[code][n]
			if math.Abs(out.log[l]) > math.Log(mostFactor)+1e-9 {
				return fmt.Errorf("read weights: the factor of %s is out of bounds", code)
			}
		}
		if n < len(s.Pairs[code]) {
			out.pairs[l] = s.Pairs[code][n]
		}
	}
	*w = out
	return nil
}
