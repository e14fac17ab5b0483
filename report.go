package sanad

import "time"

// Report is one thing received. Its original bytes never change.
type Report struct {
	ID         ID        `json:"id"`
	Reference  string    `json:"reference"`          // what people and exports call it; random for a protected source
	Title      string    `json:"title"`              // first line or subject, for lists
	Source     ID        `json:"source"`             //
	Original   string    `json:"original,omitempty"` // SHA-256 of the original in hex; empty for a sealed one seen without the vault
	MediaType  string    `json:"media_type"`
	Size       int64     `json:"size"`
	FileName   string    `json:"file_name,omitempty"` // never kept for a protected source
	Received   string    `json:"received,omitempty"`  // EDTF
	Dated      string    `json:"dated,omitempty"`     // EDTF; relative dates in the text count from it
	Language   string    `json:"language,omitempty"`  // ar, en, or what the sources file said
	Label      string    `json:"label,omitempty"`     // handling label; empty is open to everybody in the investigation
	Conditions string    `json:"conditions,omitempty"`
	Consent    string    `json:"consent,omitempty"`
	TakenBy    string    `json:"taken_by,omitempty"` // who took a statement
	Access     Access    `json:"access,omitempty"`   // how the speaker of a statement knows
	Protected  bool      `json:"protected,omitempty"`
	Sealed     bool      `json:"sealed,omitempty"`  // original and file name are in the vault, under the report's own key
	Exhibit    bool      `json:"exhibit,omitempty"` // picture, scan or audio: its text is typed by a person
	RecordedAt time.Time `json:"recorded_at"`
}

// TextKind says how a Text came to be.
type TextKind string

// The kinds of text a report can have.
const (
	Extracted     TextKind = "extracted"     // decoded from the original by a tool
	Transcription TextKind = "transcription" // typed by a person
	Translation   TextKind = "translation"
	Derivative    TextKind = "derivative" // reviewed working text of a protected source
)

// Text is what a report says, as code points, made from the original by a named tool and version: decoded, line ends
// folded, nothing else.
type Text struct {
	ID         ID        `json:"id"`
	Report     ID        `json:"report"`
	Kind       TextKind  `json:"kind"`
	Tool       string    `json:"tool"` // name and version, such as "plain/1"
	Language   string    `json:"language"`
	Content    string    `json:"content"`
	RecordedAt time.Time `json:"recorded_at"`
}

// Span is a stretch of a Text in Unicode code points, end exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share a code point.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }
