package sim

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Gold is the truth of a folder of reports: what each of them says, and who is who. Spans count code points, end exclusive.
type Gold struct {
	Persons          []GoldPerson
	Mentions         []GoldMention
	Orgs             []GoldOrg
	OrgMentions      []GoldOrgMention
	Memberships      []GoldMembership
	Incidents        []GoldIncident
	IncidentMentions []GoldIncidentMention
	Outcomes         []GoldOutcome
	Payments         []GoldPayment
	Sources          []GoldSource
	Lineage          []GoldLineage
	Ignore           []GoldSpan
}

// GoldPerson is one person named in the reports.
type GoldPerson struct {
	ID         string   `json:"id"`
	NameEn     string   `json:"name_en"`
	NameAr     string   `json:"name_ar"`
	KunyaEn    string   `json:"kunya_en"`
	KunyaAr    string   `json:"kunya_ar,omitempty"`
	BirthYear  int      `json:"birth_year"`
	Father     string   `json:"father"`
	Mother     string   `json:"mother,omitempty"`
	Town       string   `json:"town,omitempty"`
	Document   string   `json:"document,omitempty"`
	Network    string   `json:"network"`
	Role       string   `json:"role"`
	Innocent   bool     `json:"innocent"`
	NamesakeOf *string  `json:"namesake_of"`
	Reports    []string `json:"reports"`
}

// GoldMention is one span that names a person; Kind is name, kunya or nisba.
type GoldMention struct {
	Report  string `json:"report"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Surface string `json:"surface"`
	Person  string `json:"person"`
	Kind    string `json:"kind"`
}

// GoldOrg is one body named in the reports.
type GoldOrg struct {
	ID     string `json:"id"`
	Type   string `json:"type"`
	NameEn string `json:"name_en"`
	NameAr string `json:"name_ar"`
}

// GoldOrgMention is one span that names a body.
type GoldOrgMention struct {
	Report  string `json:"report"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Surface string `json:"surface"`
	Org     string `json:"org"`
}

// GoldMembership is a person's role in a network, with the reports that affirm, doubt and deny it.
type GoldMembership struct {
	Person      string   `json:"person"`
	Network     string   `json:"network"`
	Role        string   `json:"role"`
	Reports     []string `json:"reports"`
	UncertainIn []string `json:"uncertain_in"`
	DeniedIn    []string `json:"denied_in"`
	True        bool     `json:"true"`
}

// GoldIncident is one incident with those in it.
type GoldIncident struct {
	ID           string            `json:"id"`
	Type         string            `json:"type"`
	Date         string            `json:"date"`
	Precision    string            `json:"precision"`
	Place        string            `json:"place"`
	PlaceAr      string            `json:"place_ar,omitempty"`
	Toll         *Toll             `json:"toll,omitempty"`
	Reports      []string          `json:"reports"`
	Participants []GoldParticipant `json:"participants"`
}

// GoldParticipant is a person's part in an incident, with the reports that affirm, doubt and deny it.
type GoldParticipant struct {
	Person      string   `json:"person"`
	Role        string   `json:"role"`
	Reports     []string `json:"reports"`
	UncertainIn []string `json:"uncertain_in"`
	DeniedIn    []string `json:"denied_in"`
	True        bool     `json:"true"`
}

// GoldIncidentMention is one span that names an incident or says it happened.
type GoldIncidentMention struct {
	Report   string `json:"report"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Surface  string `json:"surface"`
	Incident string `json:"incident"`
}

// GoldOutcome is a stage of a person's case: arrest, charge, sentence, acquittal, release.
type GoldOutcome struct {
	ID      string   `json:"id"`
	Person  string   `json:"person"`
	Kind    string   `json:"kind"`
	Date    string   `json:"date"`
	Detail  string   `json:"detail"`
	Reports []string `json:"reports"`
}

// GoldPayment is a payment; Payer and Beneficiary are ids of persons or bodies.
type GoldPayment struct {
	ID          string   `json:"id"`
	Payer       string   `json:"payer"`
	Beneficiary string   `json:"beneficiary"`
	Amount      float64  `json:"amount"`
	Currency    string   `json:"currency"`
	Date        string   `json:"date"`
	Reports     []string `json:"reports"`
}

// GoldSource says where a report is from.
type GoldSource struct {
	Report      string `json:"report"`
	Source      string `json:"source"`
	Kind        string `json:"kind"`
	Reliability string `json:"reliability"`
	Language    string `json:"language"`
	ReportDate  string `json:"report_date"`
}

// GoldLineage says which reports come from one.
type GoldLineage struct {
	ID      string   `json:"id"`
	Origin  string   `json:"origin"`
	Derived []string `json:"derived"`
	How     string   `json:"how"`
}

// GoldSpan is a span that counts neither way.
type GoldSpan struct {
	Report string `json:"report"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// LoadGold reads the lists of a gold folder.
func LoadGold(dir string) (*Gold, error) {
	g := &Gold{}
	for _, part := range []struct {
		name string
		into any
	}{
		{"persons", &g.Persons}, {"mentions", &g.Mentions}, {"orgs", &g.Orgs}, {"org_mentions", &g.OrgMentions}, {"memberships", &g.Memberships},
		{"incidents", &g.Incidents}, {"incident_mentions", &g.IncidentMentions}, {"outcomes", &g.Outcomes}, {"payments", &g.Payments},
		{"sources", &g.Sources}, {"lineage", &g.Lineage}, {"ignore", &g.Ignore},
	} {
		data, err := os.ReadFile(filepath.Join(dir, part.name+".json"))
		if err != nil {
			return nil, fmt.Errorf("load gold: %w", err)
		}
		if err := json.Unmarshal(data, part.into); err != nil {
			return nil, fmt.Errorf("load gold %s.json: %w", part.name, err)
		}
	}
	return g, nil
}
