package sanad

import "time"

// Side is a person's answer to a conflict of reading again.
type Side string

// The sides. Until somebody chooses, the old one stands.
const (
	NewReading Side = "new"
	OldReading Side = "old"
)

// Choice is a person's decision on a conflict that reading a report again raised: which reading of the contested things
// stands. The newest one not withdrawn holds.
type Choice struct {
	ID          ID         `json:"id"`
	Report      ID         `json:"report"`
	Conflict    ID         `json:"conflict"`
	Side        Side       `json:"side"`
	Reason      string     `json:"reason"`
	Author      string     `json:"author"`
	RecordedAt  time.Time  `json:"recorded_at"`
	WithdrawnAt *time.Time `json:"withdrawn_at,omitempty"`
	WithdrawnBy string     `json:"withdrawn_by,omitempty"`
}

// Rereading is what taking a newer reading changed in one report: everything that goes without asking, or one conflict
// somebody decided for the new reading. It can be taken back.
type Rereading struct {
	ID         ID         `json:"id"`
	Report     ID         `json:"report"`
	Run        ID         `json:"run"`
	Conflict   ID         `json:"conflict,omitempty"` // empty: what goes without asking
	Extractor  string     `json:"extractor"`          // of the new reading, such as "rules/2"
	Author     string     `json:"author"`
	Added      []ID       `json:"added"` // claims that stand since
	Out        []ID       `json:"out"`   // claims that stand no more
	Moved      []Moved    `json:"moved,omitempty"`
	RecordedAt time.Time  `json:"recorded_at"`
	UndoneAt   *time.Time `json:"undone_at,omitempty"`
	UndoneBy   string     `json:"undone_by,omitempty"`
}

// Moved is a claim a person had accepted or made, that went with its words to another entity.
type Moved struct {
	From ID `json:"from"`
	To   ID `json:"to"`
}
