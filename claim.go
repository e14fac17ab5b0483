package sanad

import (
	"strconv"
	"strings"
	"time"
)

// Claim is a Statement's single assertion: an entity has a property with a value, and this passage says so.
type Claim struct {
	ID          ID            `json:"id"`
	Report      ID            `json:"report"`
	Statement   ID            `json:"statement,omitempty"`
	Entity      ID            `json:"entity"`
	Schema      string        `json:"schema"`
	Prop        string        `json:"prop"`
	Value       string        `json:"value"`                 // text, EDTF, digits, or an entity id where the property is entity-typed
	Normal      string        `json:"normal,omitempty"`      // a resolved form where there is one: a gazetteer id for a place
	Span        *Span         `json:"span,omitempty"`        // where it stands; nil for a person's own claim without a passage
	Polarity    Polarity      `json:"polarity"`              //
	Credibility int           `json:"credibility,omitempty"` // Admiralty 1–6; 0 when nobody graded it
	Origin      string        `json:"origin"`                // rule:ID, model:ID, list:ID or user:NAME
	Kind        StatementKind `json:"kind"`
	RecordedAt  time.Time     `json:"recorded_at"`
}

// ClaimID returns the id a claim has by its passage and content, whichever reading found it, so that a person's review
// stays with it when a newer extractor reads the text again.
func ClaimID(c Claim) ID {
	start, end := "", ""
	if c.Span != nil {
		start, end = strconv.Itoa(c.Span.Start), strconv.Itoa(c.Span.End)
	}
	return DeriveID("c", string(c.Report), string(c.Entity), c.Schema, c.Prop, c.Value, start, end, string(c.Polarity))
}

// ReviewStatus is what a person said of a claim.
type ReviewStatus string

// The statuses of a claim. A claim nobody reviewed is Proposed.
const (
	Proposed  ReviewStatus = "proposed"
	Accepted  ReviewStatus = "accepted"
	Rejected  ReviewStatus = "rejected"
	Corrected ReviewStatus = "corrected" // replaced by the claim named in Review.Replacement
)

// OnlyInferred reports whether a claim of an origin and a status is only inferred: no rule read it, a model took it from the wording, and
// nobody has said that it is so. That somebody is named is not meant, whoever saw it.
func OnlyInferred(origin string, status ReviewStatus) bool {
	return strings.HasPrefix(origin, "model:") && origin != "model:names" && (status == Proposed || status == "")
}

// Review is a person's decision on a claim. The latest one not withdrawn holds; none is ever deleted.
type Review struct {
	ID          ID           `json:"id"`
	Claim       ID           `json:"claim"`
	Status      ReviewStatus `json:"status"`
	Replacement ID           `json:"replacement,omitempty"`
	Reason      string       `json:"reason,omitempty"`
	Author      string       `json:"author"`
	RecordedAt  time.Time    `json:"recorded_at"`
}

// Entity is something found in one report: an id and a schema. All it has are claims.
type Entity struct {
	ID     ID     `json:"id"`
	Report ID     `json:"report"`
	Schema string `json:"schema"`
}

// EntityID returns the id of the n-th entity of a schema whose first mention in a report is at span. n is 0 but for
// entities that share a first mention (two payments told in one sentence).
func EntityID(report ID, schema string, first Span, n int) ID {
	return DeriveID("e", string(report), schema, strconv.Itoa(first.Start), strconv.Itoa(first.End), strconv.Itoa(n))
}

// Reading is what one extractor found in one Text. Everything in it refers to that text's report.
type Reading struct {
	Extractor  string // id and version, such as "rules/1"
	Statements []Statement
	Entities   []Entity
	Claims     []Claim
}
