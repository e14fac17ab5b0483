package tagger

// Kind says what a span names.
type Kind uint8

// The kinds of span. None is no span.
const (
	None Kind = iota
	PER
	ORG
	LOC
)

func (k Kind) String() string { return [...]string{"O", "PER", "ORG", "LOC"}[k] }

// Label is the tag of one token: outside, or Begin, Inside, Last of a span or its only (Unit) token. The zero Label is
// outside.
type Label uint8

const (
	outside Label = 0
	other   Label = 13 // inside a name of a fourth kind (a film, a prize): learnt, then read as outside
	labels        = 14
	width         = 16 // labels of a row of weights, rounded up
)

type position uint8

const (
	begin position = iota
	inside
	last
	unit
)

func labelOf(k Kind, p position) Label { return Label(1 + (int(k)-1)*4 + int(p)) }

// Kind returns what the token's span names, None when the token is outside every span.
func (l Label) Kind() Kind {
	if l == outside || l >= other {
		return None
	}
	return Kind((l-1)/4 + 1)
}

func (l Label) position() position { return position((l - 1) % 4) }

// String returns the label as BILOU: O, B-PER, I-PER, L-PER, U-PER and so on.
func (l Label) String() string {
	if l.Kind() == None {
		return "O"
	}
	return string("BILU"[l.position()]) + "-" + l.Kind().String()
}

// open reports whether a span goes on after l.
func (l Label) open() bool {
	return l.Kind() != None && (l.position() == begin || l.position() == inside)
}

// mayFollow reports whether b may stand after a.
func mayFollow(a, b Label) bool {
	goesOn := b.Kind() != None && (b.position() == inside || b.position() == last)
	if a.open() {
		return goesOn && a.Kind() == b.Kind()
	}
	return !goesOn
}

// Span is a name in a sentence: tokens First to Last, Last exclusive. Confidence is the model's probability, 0 to 1,
// that exactly these tokens are a name of this kind.
type Span struct {
	First, Last int
	Kind        Kind
	Confidence  float32
}

// spansOf returns the spans of a legal sequence of labels, in order, without confidence.
func spansOf(tags []Label) []Span {
	var out []Span
	first := 0
	for i, l := range tags {
		if l.Kind() == None {
			continue
		}
		switch l.position() {
		case unit:
			out = append(out, Span{First: i, Last: i + 1, Kind: l.Kind()})
		case begin:
			first = i
		case last:
			out = append(out, Span{First: first, Last: i + 1, Kind: l.Kind()})
		}
	}
	return out
}
