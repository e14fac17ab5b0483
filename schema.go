package sanad

// Schemata as they are stored and exported. The full list with properties and labels is schema/schemata.yaml.
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

// entityProps are the properties whose value is an entity id, by "Schema.prop".
var entityProps = map[string]bool{
	"Membership.member": true, "Membership.organization": true, "Membership.superior": true,
	"Kinship.person": true, "Kinship.relative": true,
	"Participation.participant": true, "Participation.event": true,
	"Detention.subject": true, "Detention.authority": true, "Charge.subject": true, "Charge.authority": true,
	"Verdict.subject": true, "Verdict.authority": true, "Sentence.subject": true, "Sentence.authority": true,
	"Release.subject": true, "Release.authority": true,
	"Payment.payer": true, "Payment.beneficiary": true, "Payment.via": true,
	"Operation.authority": true, "Deployment.unit": true, "Charge.event": true,
}

// IsEntityProp reports whether values of the property are entity ids.
func IsEntityProp(schema, prop string) bool { return entityProps[schema+"."+prop] }

// NameProps are the properties that name a person; each mention gives one claim, with its span.
var NameProps = []string{"name", "alias", "kunya", "nisba"}

// IsNameProp reports whether prop is one of NameProps.
func IsNameProp(prop string) bool {
	return prop == "name" || prop == "alias" || prop == "kunya" || prop == "nisba"
}
