package exchange

import (
	"encoding/json"
	"io"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
)

// FTM writes FollowTheMoney entities (model 4.11), one JSON object a line. FollowTheMoney knows no denial and no
// uncertainty, so only affirmed claims leave this way; a kunya becomes weakAlias, which matches nothing.
type FTM struct {
	w        io.Writer
	entities map[string]*ftmEntity
}

type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
	Datasets   []string            `json:"datasets"`
	Referents  []string            `json:"referents"`
}

// NewFTM returns a writer; nothing is written before Close.
func NewFTM(w io.Writer) *FTM { return &FTM{w: w, entities: map[string]*ftmEntity{}} }

// ftmSchema maps our schemata to those of FollowTheMoney. What is not here has no place there.
var ftmSchema = map[string]string{
	sanad.SchemaPerson: "Person", sanad.SchemaOrganization: "Organization", sanad.SchemaMembership: "Membership", sanad.SchemaKinship: "Family",
	sanad.SchemaEvent: "Event", sanad.SchemaOperation: "Event", sanad.SchemaParticipation: "UnknownLink", sanad.SchemaPayment: "Payment",
}

// ftmProp maps properties, by "Schema.prop".
var ftmProp = map[string]string{
	"Person.name": "name", "Person.alias": "alias", "Person.kunya": "weakAlias", "Person.nisba": "weakAlias", "Person.fatherName": "fatherName", "Person.motherName": "motherName",
	"Person.birthDate": "birthDate", "Person.birthPlace": "birthPlace", "Person.occupation": "position", "Person.phone": "phone",
	"Organization.name": "name", "Membership.member": "member", "Membership.organization": "organization", "Membership.role": "role", "Membership.date": "date",
	"Kinship.person": "person", "Kinship.relative": "relative", "Kinship.relation": "relationship",
	"Event.subtype": "name", "Event.date": "date", "Event.place": "location", "Operation.name": "name", "Operation.date": "date", "Operation.place": "location",
	"Participation.participant": "subject", "Participation.event": "object", "Participation.role": "role",
	"Payment.payer": "payer", "Payment.beneficiary": "beneficiary", "Payment.amount": "amount", "Payment.currency": "currency", "Payment.date": "date",
}

// Claim adds a claim.
func (f *FTM) Claim(c Claim) error {
	schema, prop := ftmSchema[c.Schema], ftmProp[c.Schema+"."+c.Prop]
	if schema == "" || prop == "" || c.Polarity != string(sanad.Affirmed) {
		return nil
	}
	id := c.CanonicalID
	e := f.entities[id]
	if e == nil {
		e = &ftmEntity{ID: id, Schema: schema, Properties: map[string][]string{}, Datasets: []string{"sanad"}}
		f.entities[id] = e
	}
	if c.EntityID != id {
		e.Referents = appendNew(e.Referents, c.EntityID)
	}
	value := c.Value
	if prop == "date" || prop == "birthDate" {
		if value = prefixDate(value); value == "" {
			return nil
		}
	}
	e.Properties[prop] = appendNew(e.Properties[prop], value)
	return nil
}

// Close writes everything, ordered by id. The head of the export is a Note of its own, since the format has no place
// for it.
func (f *FTM) Close(h Head) error {
	enc := json.NewEncoder(f.w)
	enc.SetEscapeHTML(false)
	note := ftmEntity{ID: "sanad-export", Schema: "Note", Properties: map[string][]string{"description": append([]string{"reason: " + h.Reason, "expires: " + h.Expiry}, h.Conditions...)}, Datasets: []string{"sanad"}, Referents: []string{}}
	if err := enc.Encode(note); err != nil {
		return err
	}
	ids := make([]string, 0, len(f.entities))
	for id := range f.entities {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		e := f.entities[id]
		if e.Referents == nil {
			e.Referents = []string{}
		}
		sort.Strings(e.Referents)
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// prefixDate returns the widest true date prefix of an EDTF date: FollowTheMoney has no ranges.
func prefixDate(edtf string) string {
	a, b, isRange := cut(edtf)
	if !isRange {
		return trimMarks(a)
	}
	a, b = trimMarks(a), trimMarks(b)
	for _, n := range []int{10, 7, 4} {
		if len(a) >= n && len(b) >= n && a[:n] == b[:n] {
			return a[:n]
		}
	}
	return ""
}

func cut(s string) (string, string, bool) {
	for i := range s {
		if s[i] == '/' {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

func trimMarks(s string) string {
	for len(s) > 0 && (s[len(s)-1] == '~' || s[len(s)-1] == '?' || s[len(s)-1] == '%') {
		s = s[:len(s)-1]
	}
	return s
}
