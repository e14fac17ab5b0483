package sanad

import "time"

// Verdict is the answer to "are these two the same?".
type Verdict string

// The verdicts.
const (
	Same      Verdict = "same"
	Different Verdict = "different"
	Unsure    Verdict = "unsure"
)

// Valid reports whether v is a verdict.
func (v Verdict) Valid() bool { return v == Same || v == Different || v == Unsure }

// Judgement is a person's decision on two found entities, joining or parting exactly what its author saw.
type Judgement struct {
	ID          ID         `json:"id"`
	Left        ID         `json:"left"`
	Right       ID         `json:"right"`
	Verdict     Verdict    `json:"verdict"`
	Reason      string     `json:"reason"`
	Author      string     `json:"author"`
	RecordedAt  time.Time  `json:"recorded_at"`
	LeftGroup   []ID       `json:"left_group,omitempty"`  // members of both groups as the author saw them
	RightGroup  []ID       `json:"right_group,omitempty"` //
	Evidence    string     `json:"evidence,omitempty"`    // digest of what was shown; an unsure asks again when it changes
	Second      string     `json:"second,omitempty"`      // who confirmed a "same" made on names alone
	Pending     bool       `json:"pending,omitempty"`     // a "same" on names alone that still waits for a second person: joins nothing
	WithdrawnAt *time.Time `json:"withdrawn_at,omitempty"`
	WithdrawnBy string     `json:"withdrawn_by,omitempty"`
	// Among makes an "unsure" one of several: the left one is the right one or one of these. When all but one of them are
	// ruled out, that one is asked about again.
	Among []Candidate `json:"among,omitempty"`
	// Corrects is an earlier judgement of the same author on the two, whose place this one takes for as long as it holds.
	Corrects ID `json:"corrects,omitempty"`
	// CorrectedBy is the judgement that takes this one's place: computed by Correct, never stored.
	CorrectedBy ID `json:"corrected_by,omitempty"`
}

// Holds reports whether a judgement was neither withdrawn nor corrected. A pending one holds, and joins nothing.
func (j Judgement) Holds() bool { return j.WithdrawnAt == nil && j.CorrectedBy == "" }

// Correct notes in judgements which of them others take the place of. A correction that was withdrawn, was corrected itself or waits for
// a second person takes nobody's.
func Correct(js []Judgement) {
	by := map[ID][]int{}
	at := make(map[ID]int, len(js))
	for i := range js {
		js[i].CorrectedBy = ""
		at[js[i].ID] = i
		if js[i].Corrects != "" {
			by[js[i].Corrects] = append(by[js[i].Corrects], i)
		}
	}
	done := map[ID]bool{}
	var settle func(id ID)
	settle = func(id ID) {
		k, ok := at[id]
		if !ok || done[id] {
			return
		}
		done[id] = true
		for _, i := range by[id] {
			settle(js[i].ID)
			if js[i].Holds() && !js[i].Pending {
				js[k].CorrectedBy = js[i].ID
			}
		}
	}
	for id := range by {
		settle(id)
	}
}

// Candidate is one more whom somebody may be.
type Candidate struct {
	ID       ID     `json:"id"`
	Evidence string `json:"evidence,omitempty"` // digest of what was known of the two
}

// Reason is one piece of evidence for or against two entities being the same, in a form that can be shown in any
// language: Code is a key of the words files, Left and Right the values compared, in the sources' own spelling.
type Reason struct {
	Code   string  `json:"code"`
	Left   string  `json:"left,omitempty"`
	Right  string  `json:"right,omitempty"`
	Count  int     `json:"count,omitempty"`  // how many persons here share it, where that matters
	Weight float64 `json:"weight,omitempty"` // log-odds; positive speaks for
	Hard   bool    `json:"hard,omitempty"`   // a clash no living person can have: two birth years, two fathers
}

// Question is a proposed identity, never an answer.
type Question struct {
	Left     ID       `json:"left"`
	Right    ID       `json:"right"`
	Score    float64  `json:"score"` // the order to ask in: higher settles more
	P        float64  `json:"p"`     // probability of same, calibrated
	For      []Reason `json:"for"`
	Against  []Reason `json:"against"`
	Second   bool     `json:"second"`   // a second identifier agrees: names are not alone
	Evidence string   `json:"evidence"` // digest of For and Against
}

// Conflict is a set of judgements or values that cannot all hold. While it is open the contested join is suspended:
// the safe state is apart.
type Conflict struct {
	Kind       string `json:"kind"`       // different, clash, weak_bridge, unseen
	Left       ID     `json:"left"`       // the two found entities that must not be joined
	Right      ID     `json:"right"`      //
	Suspended  ID     `json:"suspended"`  // the judgement that is held back
	Judgements []ID   `json:"judgements"` // all that take part
	Reason     Reason `json:"reason"`
}

// Touched returns everything a judgement speaks of or its author saw.
func (j Judgement) Touched() []ID {
	out := append([]ID{j.Left, j.Right}, j.LeftGroup...)
	out = append(out, j.RightGroup...)
	for _, c := range j.Among {
		out = append(out, c.ID)
	}
	return out
}
