package sanad

// Polarity says whether a voice affirms, denies or doubts what it says.
type Polarity string

// The polarities.
const (
	Affirmed  Polarity = "affirmed"
	Denied    Polarity = "denied"
	Uncertain Polarity = "uncertain"
)

// Access says how a voice knows: the "known directly" axis that the Admiralty code leaves out.
type Access string

// The kinds of access.
const (
	SawIt     Access = "saw_it"
	ToldBy    Access = "told_by_witness"
	Rumour    Access = "rumour"
	FromPaper Access = "document"
	Inferred  Access = "inference"
	NotSaid   Access = ""
)

// StatementKind says what a statement is.
type StatementKind string

// The kinds of statement. An assessment is what no source says: an analyst's own conclusion, with its author.
const (
	Reported     StatementKind = "reported"
	Confessed    StatementKind = "confession"
	Documentary  StatementKind = "document"
	Assessment   StatementKind = "assessment"
	Announcement StatementKind = "announcement"
)

// Statement is what one voice says in one passage of a report.
type Statement struct {
	ID         ID            `json:"id"`
	Report     ID            `json:"report"`
	Span       Span          `json:"span"`               // the passage, usually a sentence
	Asserter   string        `json:"asserter,omitempty"` // who says so inside the report ("the spokesman"); empty: the report itself
	Access     Access        `json:"access,omitempty"`
	Polarity   Polarity      `json:"polarity"`
	Kind       StatementKind `json:"kind"`
	RespondsTo ID            `json:"responds_to,omitempty"`
	Author     string        `json:"author,omitempty"` // of an assessment
	Body       string        `json:"body,omitempty"`   // of an assessment: its own words; otherwise the passage speaks
	Duress     bool          `json:"duress,omitempty"` // a confession said to be forced
	Recanted   bool          `json:"recanted,omitempty"`
}
