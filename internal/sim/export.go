package sim

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Claim is one line of `export --format claims`. Start and End are nil when the claim points at no passage.
type Claim struct {
	ID          string `json:"id"`
	EntityID    string `json:"entity_id"`
	CanonicalID string `json:"canonical_id"`
	Schema      string `json:"schema"`
	Prop        string `json:"prop"`
	Value       string `json:"value"`
	Report      string `json:"report"`
	Start       *int   `json:"start"`
	End         *int   `json:"end"`
	Polarity    string `json:"polarity"`
}

// Question is one line of `export --format questions`.
type Question struct {
	Left  string  `json:"left"`
	Right string  `json:"right"`
	Score float64 `json:"score"`
}

// Descent is one line of `export --format lineage`: which reports a report comes from.
type Descent struct {
	Report      string
	DerivedFrom []string
}

// Export is what a program made of the reports, as its exports say it.
type Export struct {
	Claims    []Claim
	Questions []Question
	Lineage   []Descent
	BadLines  int // lines of claims that are not JSON objects
}

// ReadClaims reads the lines of a claims export and counts those that are no JSON objects. The first line, which describes the export,
// has no entity and is passed over.
func ReadClaims(r io.Reader) (claims []Claim, bad int, err error) {
	bad, err = lines(r, func(o map[string]any) {
		c := Claim{ID: str(o["id"]), EntityID: str(o["entity_id"]), CanonicalID: str(o["canonical_id"]), Schema: str(o["schema"]), Prop: str(o["prop"]),
			Value: str(o["value"]), Report: str(o["report"]), Polarity: str(o["polarity"]), Start: position(o["start"]), End: position(o["end"])}
		if c.EntityID == "" {
			c.EntityID = c.CanonicalID
		}
		if c.EntityID != "" {
			claims = append(claims, c)
		}
	})
	return claims, bad, err
}

// ReadQuestions reads the lines of a questions export. A question without a readable score comes last.
func ReadQuestions(r io.Reader) ([]Question, error) {
	var out []Question
	_, err := lines(r, func(o map[string]any) {
		q := Question{Left: str(o["left"]), Right: str(o["right"]), Score: math.Inf(-1)}
		if s, err := strconv.ParseFloat(str(o["score"]), 64); err == nil {
			q.Score = s
		}
		if q.Left != "" && q.Right != "" {
			out = append(out, q)
		}
	})
	return out, err
}

// ReadLineage reads the lines of a lineage export; derived_from is one report or several.
func ReadLineage(r io.Reader) ([]Descent, error) {
	var out []Descent
	_, err := lines(r, func(o map[string]any) {
		d := Descent{Report: str(o["report"])}
		if from, ok := o["derived_from"].([]any); ok {
			for _, f := range from {
				d.DerivedFrom = append(d.DerivedFrom, str(f))
			}
		} else {
			d.DerivedFrom = []string{str(o["derived_from"])}
		}
		out = append(out, d)
	})
	return out, err
}

func lines(r io.Reader, each func(map[string]any)) (bad int, err error) {
	b := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := b.ReadBytes('\n')
		if line = bytes.TrimPrefix(bytes.TrimSpace(line), []byte("\ufeff")); len(line) > 0 {
			d := json.NewDecoder(bytes.NewReader(line))
			d.UseNumber()
			var o map[string]any
			if d.Decode(&o) != nil || o == nil || d.More() {
				bad++
			} else {
				each(o)
			}
		}
		if err == io.EOF {
			return bad, nil
		}
		if err != nil {
			return bad, fmt.Errorf("read export: %w", err)
		}
	}
}

// str is a JSON value as text: a string itself, a number as written.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func position(v any) *int {
	n, ok := v.(json.Number)
	if !ok {
		return nil
	}
	i, err := strconv.Atoi(n.String())
	if err != nil {
		i = -1 // a position that is no whole number makes the span a bad one
	}
	return &i
}

// stem is a report's reference without folder and text extension.
func stem(r string) string {
	if r == "" {
		return ""
	}
	if strings.Contains(r, "/") {
		r = path.Base(r)
	}
	for _, ext := range []string{".txt", ".md", ".text"} {
		if s, ok := strings.CutSuffix(r, ext); ok {
			return s
		}
	}
	return r
}

// place is a span in a text.
type place struct{ start, end int }

func overlap(a, b place) int { return max(0, min(a.end, b.end)-max(a.start, b.start)) }

// likeness is the overlap of two spans as a share of the longer one.
func likeness(a, b place) float64 {
	return float64(overlap(a, b)) / float64(max(a.end-a.start, b.end-b.start))
}

// said is a claim as the scores see it.
type said struct {
	entity, canonical string
	schema, prop      string // lower case
	value, report     string
	span              place
	hasSpan           bool
	pol               polarity
}

// prediction is an export in the shape the scores ask of it.
type prediction struct {
	claims   []said
	badSpans int
	can      map[string]string // entity → canonical id
	entities map[string][]int  // entity → its claims
	order    []string          // entities as they first come
}

func newPrediction(claims []Claim) *prediction {
	p := &prediction{can: map[string]string{}, entities: map[string][]int{}}
	for _, c := range claims {
		s := said{entity: c.EntityID, canonical: c.CanonicalID, schema: strings.ToLower(c.Schema), prop: strings.ToLower(c.Prop), value: c.Value,
			report: stem(c.Report)}
		if s.canonical == "" {
			s.canonical = s.entity
		}
		switch {
		case c.Start != nil && c.End != nil && 0 <= *c.Start && *c.Start < *c.End:
			s.span, s.hasSpan = place{*c.Start, *c.End}, true
		case c.Start != nil || c.End != nil:
			p.badSpans++
		}
		if i := slices.Index(polarityNames[:], strings.ToLower(c.Polarity)); i >= 0 {
			s.pol = polarity(i)
		}
		p.claims = append(p.claims, s)
		if _, ok := p.can[s.entity]; !ok {
			p.can[s.entity] = s.canonical
			p.order = append(p.order, s.entity)
		}
		p.entities[s.entity] = append(p.entities[s.entity], len(p.claims)-1)
	}
	return p
}

// of lists the entities that have a claim of one of the schemata, in the order of the export.
func (p *prediction) of(schemata ...string) []string {
	want := map[string]bool{}
	for _, s := range schemata {
		want[strings.ToLower(s)] = true
	}
	var out []string
	for _, e := range p.order {
		if slices.ContainsFunc(p.entities[e], func(c int) bool { return want[p.claims[c].schema] }) {
			out = append(out, e)
		}
	}
	return out
}

// about is the claims of an entity.
func (p *prediction) about(e string) []*said {
	out := make([]*said, len(p.entities[e]))
	for i, c := range p.entities[e] {
		out[i] = &p.claims[c]
	}
	return out
}

func with(cs []*said, props ...string) []*said {
	var out []*said
	for _, c := range cs {
		if slices.Contains(props, c.prop) {
			out = append(out, c)
		}
	}
	return out
}

func orElse(a, b []*said) []*said {
	if len(a) > 0 {
		return a
	}
	return b
}

// reportsOf lists the reports claims are from; one empty when they name none.
func reportsOf(cs []*said) []string {
	var out []string
	for _, c := range cs {
		if c.report != "" && !slices.Contains(out, c.report) {
			out = append(out, c.report)
		}
	}
	slices.Sort(out)
	return out
}

// here is the claims from one report, and those from none.
func here(cs []*said, report string) []*said {
	var out []*said
	for _, c := range cs {
		if c.report == report || c.report == "" {
			out = append(out, c)
		}
	}
	return out
}

func polarityOf(cs []*said) polarity {
	p := affirmed
	for _, c := range cs {
		p = max(p, c.pol)
	}
	return p
}
