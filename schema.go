package sanad

// Schemata as they are stored and exported; Properties lists what can be said of each.
const (
	SchemaPerson        = "Person"
	SchemaGroup         = "Group"        // unnamed or counted people: "forty men of the tribe"
	SchemaOrganization  = "Organization" // agency, company, court
	SchemaNetwork       = "Network"      // exported as Organization
	SchemaUnit          = "Unit"         // exported as Organization
	SchemaMembership    = "Membership"
	SchemaKinship       = "Kinship"
	SchemaEvent         = "Event" // an incident
	SchemaParticipation = "Participation"
	SchemaOperation     = "Operation"
	SchemaDeployment    = "Deployment"
	SchemaDetention     = "Detention"
	SchemaCharge        = "Charge"
	SchemaVerdict       = "Verdict"
	SchemaSentence      = "Sentence"
	SchemaRelease       = "Release"
	SchemaPayment       = "Payment"
)

// Roles of a participant in an incident.
const (
	Perpetrator = "perpetrator"
	Suspect     = "suspect"
	Victim      = "victim"
	Witness     = "witness"
)

// IsOrganization reports whether the schema is exported as Organization.
func IsOrganization(schema string) bool {
	return schema == SchemaOrganization || schema == SchemaNetwork || schema == SchemaUnit
}

// PropType says how the values of a property are written and compared.
type PropType string

// Types of properties.
const (
	TextProp   PropType = "text"
	EntityProp PropType = "entity" // the id of an entity of the same report
	DateProp   PropType = "date"   // EDTF
	CountProp  PropType = "count"  // a number or low..best..high
	NumberProp PropType = "number" // digits
	CodeProp   PropType = "code"   // a word of a vocabulary, such as the type of an incident
)

// Property is what can be said of things of a schema.
type Property struct {
	Name string   `json:"name"`
	Type PropType `json:"type"`
}

// SchemaProps is a schema with its properties.
type SchemaProps struct {
	Schema string     `json:"schema"`
	Props  []Property `json:"props"`
}

// Properties lists the schemata with their properties, those a reader meets first leading. Schemata and names follow
// FollowTheMoney where it has them.
func Properties() []SchemaProps { return properties }

var properties = []SchemaProps{
	{SchemaPerson, []Property{{"name", TextProp}, {"alias", TextProp}, {"kunya", TextProp}, {"nisba", TextProp}, {"fatherName", TextProp}, {"motherName", TextProp},
		{"birthDate", DateProp}, {"birthPlace", TextProp}, {"residence", TextProp}, {"occupation", TextProp}, {"tribe", TextProp}, {"nationality", TextProp},
		{"document", TextProp}, {"phone", TextProp}, {"deathDate", DateProp}}},
	{SchemaOrganization, []Property{{"name", TextProp}}},
	{SchemaNetwork, []Property{{"name", TextProp}}},
	{SchemaUnit, []Property{{"name", TextProp}}},
	{SchemaGroup, []Property{{"name", TextProp}, {"count", CountProp}}},
	{SchemaMembership, []Property{{"member", EntityProp}, {"organization", EntityProp}, {"role", TextProp}, {"date", DateProp}, {"superior", EntityProp}}},
	{SchemaKinship, []Property{{"person", EntityProp}, {"relative", EntityProp}, {"relation", CodeProp}}},
	{SchemaEvent, []Property{{"subtype", CodeProp}, {"date", DateProp}, {"place", TextProp}, {"dead", CountProp}, {"wounded", CountProp}, {"abducted", CountProp},
		{"displaced", CountProp}, {"count", CountProp}}},
	{SchemaParticipation, []Property{{"participant", EntityProp}, {"event", EntityProp}, {"role", CodeProp}}},
	{SchemaDetention, []Property{{"subject", EntityProp}, {"date", DateProp}, {"place", TextProp}, {"authority", EntityProp}}},
	{SchemaCharge, []Property{{"subject", EntityProp}, {"value", TextProp}, {"date", DateProp}, {"authority", EntityProp}, {"event", EntityProp}}},
	{SchemaVerdict, []Property{{"subject", EntityProp}, {"value", CodeProp}, {"date", DateProp}, {"authority", EntityProp}}},
	{SchemaSentence, []Property{{"subject", EntityProp}, {"value", TextProp}, {"date", DateProp}, {"authority", EntityProp}}},
	{SchemaRelease, []Property{{"subject", EntityProp}, {"value", TextProp}, {"date", DateProp}, {"authority", EntityProp}}},
	{SchemaPayment, []Property{{"payer", EntityProp}, {"beneficiary", EntityProp}, {"amount", NumberProp}, {"currency", TextProp}, {"date", DateProp}, {"via", EntityProp}}},
	{SchemaOperation, []Property{{"name", TextProp}, {"date", DateProp}, {"place", TextProp}, {"killed", CountProp}, {"captured", CountProp}, {"seized", TextProp},
		{"authority", EntityProp}}},
	{SchemaDeployment, []Property{{"unit", EntityProp}, {"place", TextProp}, {"date", DateProp}, {"personnel", CountProp}, {"equipment", TextProp}, {"need", TextProp}}},
}

var propTypes = func() map[[2]string]PropType {
	out := map[[2]string]PropType{}
	for _, s := range properties {
		for _, p := range s.Props {
			out[[2]string{s.Schema, p.Name}] = p.Type
		}
	}
	return out
}()

// TypeOf returns the type of a property of a schema; ok is false when things of that schema have no such property.
func TypeOf(schema, prop string) (t PropType, ok bool) {
	t, ok = propTypes[[2]string{schema, prop}]
	return t, ok
}

// IsEntityProp reports whether values of the property are entity ids.
func IsEntityProp(schema, prop string) bool {
	return propTypes[[2]string{schema, prop}] == EntityProp
}

// NameProps are the properties that name a person; each mention gives one claim, with its span.
var NameProps = []string{"name", "alias", "kunya", "nisba"}

// IsNameProp reports whether prop is one of NameProps.
func IsNameProp(prop string) bool {
	return prop == "name" || prop == "alias" || prop == "kunya" || prop == "nisba"
}
