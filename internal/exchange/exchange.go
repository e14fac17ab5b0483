// Package exchange writes what leaves the workbench: claims as JSON lines, FollowTheMoney, tables that do nothing when a
// spreadsheet opens them.
package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	sanad "github.com/sanad-workbench/sanad"
)

// Head goes before the claims of an export.
type Head struct {
	Reason     string   `json:"reason"`
	Expiry     string   `json:"expiry"` // date
	Conditions []string `json:"conditions"`
}

// Claim is one line of an export.
type Claim struct {
	ID          string `json:"id"`
	EntityID    string `json:"entity_id"`    // as found in one report
	CanonicalID string `json:"canonical_id"` // what judgements made of it
	Schema      string `json:"schema"`
	Prop        string `json:"prop"`
	Value       string `json:"value"`
	Report      string `json:"report"` // the external reference
	Start       *int   `json:"start"`  // code points; null for a person's own claim
	End         *int   `json:"end"`
	Quote       string `json:"quote"`
	Polarity    string `json:"polarity"`
	Origin      string `json:"origin"`
	Kind        string `json:"kind"`
	Status      string `json:"status"`
	RecordedAt  string `json:"recorded_at"`
}

// Inferred reports whether a model alone says what the claim says and nobody accepted it. JSON lines leave that to origin and status.
func (c Claim) Inferred() bool { return sanad.OnlyInferred(c.Origin, sanad.ReviewStatus(c.Status)) }

// InferredNote says, in an export that people read, what is meant by inferred.
const InferredNote = "inferred: a model took this from the wording of the report, no rule read it and nobody has confirmed it"

// Question is one line of exported questions.
type Question struct {
	Left    string   `json:"left"`
	Right   string   `json:"right"`
	Score   float64  `json:"score"`
	P       float64  `json:"p"`
	For     []string `json:"for"`
	Against []string `json:"against"`
}

// Lineage is one line of exported lineage.
type Lineage struct {
	Report      string  `json:"report"`
	DerivedFrom string  `json:"derived_from"`
	Similarity  float64 `json:"similarity"`
	How         string  `json:"how"`
}

// Encoder writes claims as JSON lines.
type Encoder struct{ enc *json.Encoder }

// NewEncoder returns an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return &Encoder{e}
}

// Head writes the first line.
func (e *Encoder) Head(h Head) error {
	return e.enc.Encode(struct {
		Export Head `json:"export"`
	}{h})
}

// Claim writes one claim.
func (e *Encoder) Claim(c Claim) error { return e.enc.Encode(c) }

// Harmless makes a cell that a spreadsheet will not run: one that begins like a formula, in narrow or wide signs, after
// white space or signs nobody sees, gets an apostrophe before it.
func Harmless(s string) string {
	if strings.ContainsAny(s[:min(1, len(s))], "\t\r\n") {
		return "'" + s
	}
	seen := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) })
	if r, _ := utf8.DecodeRuneInString(seen); seen != "" && strings.ContainsRune("=+-@＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// Words says a reason in English.
func Words(r sanad.Reason) string {
	f, ok := english[r.Code]
	if !ok {
		return strings.ReplaceAll(r.Code, "_", " ")
	}
	return fmt.Sprintf(f+"%[4]s", r.Left, r.Right, r.Count, "") // the last verb uses up what f does not name
}
