package sanad

import "time"

// Actor is who does or reads something. All sees every label; otherwise only reports without a label and those whose
// label is listed are there for this actor.
type Actor struct {
	Name   string   `json:"name"`
	All    bool     `json:"-"`
	Labels []string `json:"-"`
}

// May reports whether the actor may see a report with this handling label.
func (a Actor) May(label string) bool {
	if a.All || label == "" {
		return true
	}
	for _, l := range a.Labels {
		if l == label {
			return true
		}
	}
	return false
}

// RunState is how far a Run is.
type RunState string

// The states of a run.
const (
	Running   RunState = "running"
	Done      RunState = "done"
	Cancelled RunState = "cancelled"
	Failed    RunState = "failed"
)

// Run is one piece of work a user started: files added, a demo made. It moves through stages, each counted.
type Run struct {
	ID            ID        `json:"id"`
	Investigation ID        `json:"investigation"`
	Kind          string    `json:"kind"`  // add, demo, match
	State         RunState  `json:"state"` //
	Stage         string    `json:"stage"` // intake, extract, lineage, match, judge
	Total         int       `json:"total"` // of this stage; 0 while unknown
	Done          int       `json:"done"`
	Closed        bool      `json:"-"` // no more batches will come
	Message       string    `json:"message,omitempty"`
	Problems      []Problem `json:"problems,omitempty"`
	Actor         string    `json:"actor"`
	Started       time.Time `json:"started"`
	Ended         time.Time `json:"ended,omitzero"`
}

// Problem is one file or row that could not be taken in; the rest went on.
type Problem struct {
	File    string `json:"file"`
	Place   string `json:"place,omitempty"` // line, row, page or archive member
	Message string `json:"message"`
	Remedy  string `json:"remedy,omitempty"`
}

// Link says that a report repeats another one.
type Link struct {
	Report      ID      `json:"report"`
	DerivedFrom ID      `json:"derived_from"`
	Similarity  float64 `json:"similarity"` // 0 to 1
	How         string  `json:"how"`        // exact, near, excerpt, translation
}

// Brief is a released briefing: numbered and frozen.
type Brief struct {
	Number     int       `json:"number"`
	Title      string    `json:"title"`
	Language   string    `json:"language"`
	Author     string    `json:"author"`
	ReleasedBy string    `json:"released_by"`
	Body       string    `json:"body"` // the frozen content, as JSON of brief.Briefing
	Reports    []ID      `json:"-"`    // everything it rests on: who may not see one of them does not see the brief
	RecordedAt time.Time `json:"recorded_at"`
}
