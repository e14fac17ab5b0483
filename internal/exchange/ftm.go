package exchange

import (
	"encoding/json"
	"io"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// FTM writes FollowTheMoney entities (model 4.11), one JSON object a line. FollowTheMoney knows no denial and no
// uncertainty: only affirmed claims leave this way, and of a link or an event that a report denies or doubts nothing
// does. Nor does it know what is only inferred: an entity's summary says so. A kunya becomes weakAlias, which matches nothing.
type FTM struct {
	w         io.Writer
	claims    []Claim
	doubted   map[string]bool   // found entities with a claim that is not affirmed
	canonical map[string]string // of found entities
}

type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
	Datasets   []string            `json:"datasets"`
	Referents  []string            `json:"referents"`
}

// NewFTM returns a writer; nothing is written before Close.
func NewFTM(w io.Writer) *FTM {
	return &FTM{w: w, doubted: map[string]bool{}, canonical: map[string]string{}}
}

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

// ftmEnds are the properties without which an edge is none.
var ftmEnds = map[string][2]string{
	"Membership": {"member", "organization"}, "Family": {"person", "relative"}, "UnknownLink": {"subject", "object"}, "Payment": {"payer", "beneficiary"},
}

// Claim adds a claim.
func (f *FTM) Claim(c Claim) error {
	f.canonical[c.EntityID] = c.CanonicalID
	if c.Polarity != string(sanad.Affirmed) {
		f.doubted[c.EntityID] = true
		return nil
	}
	if ftmSchema[c.Schema] != "" && ftmProp[c.Schema+"."+c.Prop] != "" {
		f.claims = append(f.claims, c)
	}
	return nil
}

// thing reports whether doubt of one claim leaves the rest standing: a person is there whatever is denied of him, a link
// that is denied is not.
func thing(schema string) bool {
	return schema == sanad.SchemaPerson || schema == sanad.SchemaOrganization
}

func (f *FTM) entities() map[string]*ftmEntity {
	out := map[string]*ftmEntity{}
	read, inferred := map[ftmValue]bool{}, []ftmInferred{}
	for _, c := range f.claims {
		if f.doubted[c.EntityID] && !thing(c.Schema) {
			continue
		}
		prop, value := ftmProp[c.Schema+"."+c.Prop], c.Value
		switch {
		case sanad.IsEntityProp(c.Schema, c.Prop):
			if id := f.canonical[value]; id != "" {
				value = id
			}
		case prop == "date" || prop == "birthDate":
			value = prefixDate(value)
		case prop == "phone" && !e164.MatchString(value):
			value = "" // numbers without their country would be another's
		}
		if value == "" {
			continue
		}
		id := c.CanonicalID
		e := out[id]
		if e == nil {
			e = &ftmEntity{ID: id, Schema: ftmSchema[c.Schema], Properties: map[string][]string{}, Datasets: []string{"sanad"}, Referents: []string{}}
			out[id] = e
		}
		if c.EntityID != id {
			e.Referents = appendNew(e.Referents, c.EntityID)
		}
		e.Properties[prop] = appendNew(e.Properties[prop], value)
		if v := (ftmValue{id, prop, value}); c.Inferred() {
			inferred = append(inferred, ftmInferred{v, c.Report})
		} else {
			read[v] = true
		}
	}
	summarize(out, inferred, read)
	for id, e := range out {
		for _, end := range ftmEnds[e.Schema] {
			if !slices.ContainsFunc(e.Properties[end], func(x string) bool { return out[x] != nil }) && end != "" {
				delete(out, id)
			}
		}
	}
	return out
}

// ftmValue is a value of a property of an entity.
type ftmValue struct{ id, prop, value string }

// ftmInferred is a value that a report's wording was taken to say, though no rule read it and nobody confirmed it.
type ftmInferred struct {
	ftmValue
	report string
}

// summarize says in the summary of entities what is inferred and nowhere read: all of it, or which properties.
func summarize(entities map[string]*ftmEntity, inferred []ftmInferred, read map[ftmValue]bool) {
	whole := map[string]bool{} // entities of which nothing is read
	for id := range entities {
		whole[id] = true
	}
	for v := range read {
		whole[v.id] = false
	}
	props := map[[2]string][]string{} // by entity and report
	var order [][2]string
	for _, x := range inferred {
		if read[x.ftmValue] {
			continue
		}
		k := [2]string{x.id, x.report}
		if props[k] == nil {
			order = append(order, k)
		}
		what := x.prop
		if len(entities[x.id].Properties[x.prop]) > 1 {
			what += " " + x.value
		}
		props[k] = appendNew(props[k], what)
	}
	for _, k := range order {
		s := "inferred from the wording of " + k[1] + ", not confirmed by anybody"
		if !whole[k[0]] {
			s = strings.Join(props[k], ", ") + ": " + s
		}
		e := entities[k[0]]
		e.Properties["summary"] = append(e.Properties["summary"], s)
	}
}

var e164 = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)

// Close writes everything, ordered by id. The head of the export is a Note of its own, since the format has no place
// for it.
func (f *FTM) Close(h Head) error {
	enc := json.NewEncoder(f.w)
	enc.SetEscapeHTML(false)
	note := ftmEntity{ID: "sanad-export", Schema: "Note", Properties: map[string][]string{"description": append([]string{"reason: " + h.Reason, "expires: " + h.Expiry, InferredNote}, h.Conditions...)}, Datasets: []string{"sanad"}, Referents: []string{}}
	if err := enc.Encode(note); err != nil {
		return err
	}
	all := f.entities()
	for _, id := range slices.Sorted(maps.Keys(all)) {
		sort.Strings(all[id].Referents)
		if err := enc.Encode(all[id]); err != nil {
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

// prefixDate returns the widest true date prefix of an EDTF date, "" when there is none: FollowTheMoney has no ranges
// and no "about".
func prefixDate(edtf string) string {
	from, to, ok := text.Interval(edtf)
	switch {
	case !ok, strings.Contains(edtf, ".."): // an open end may be any day
		return ""
	case from == to:
		return from
	case from[:7] == to[:7]:
		return from[:7]
	case from[:4] == to[:4]:
		return from[:4]
	}
	return ""
}
