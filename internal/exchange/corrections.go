package exchange

// Correction is what a person said of a claim, as one line of training data: the passage, what was read there, and what is
// right.
type Correction struct {
	Report     string     `json:"report"`      // the external reference
	TextSHA256 string     `json:"text_sha256"` // of the text the offsets count in
	Language   string     `json:"language"`
	Sentence   *Passage   `json:"sentence"` // around the claim; null for a person's own claim without a passage
	Start      *int       `json:"start"`    // code points of the text; null as above
	End        *int       `json:"end"`
	Quote      string     `json:"quote"`
	Claim      Assertion  `json:"claim"`   // as it was read, or made
	Verdict    string     `json:"verdict"` // accepted, rejected, corrected; added: no reader found it
	Correct    *Assertion `json:"correct"` // of a corrected claim
	Reason     string     `json:"reason"`
	Reviewer   string     `json:"reviewer"`
	ReviewedAt string     `json:"reviewed_at"`
}

// Assertion is what a claim says, with what its entity and an entity-typed value are called in the same text.
type Assertion struct {
	ID       string    `json:"id"`
	EntityID string    `json:"entity_id"`
	Subject  []Passage `json:"subject"` // the names of the entity
	Schema   string    `json:"schema"`
	Prop     string    `json:"prop"`
	Value    string    `json:"value"`
	Object   []Passage `json:"object"` // the names of an entity-typed value
	Normal   string    `json:"normal"`
	Polarity string    `json:"polarity"`
	Kind     string    `json:"kind"`
	Origin   string    `json:"origin"` // rule:ID, model:ID or user:NAME
}

// Passage is a stretch of a text in code points, end exclusive, with its words.
type Passage struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Correction writes one correction.
func (e *Encoder) Correction(c Correction) error { return e.enc.Encode(c) }
