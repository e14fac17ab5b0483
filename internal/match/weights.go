package match

import "math"

// finding is what a comparison can come to. Of each comparison of two persons one finding at most is made.
type finding uint8

// The findings. An "other" finding of weight nought is only counted, to learn what its comparison is worth.
const (
	nameOdds finding = iota
	nameSurprise

	fatherAgrees
	fatherUnclear
	fatherDiffers
	fatherLinkDiffers
	fatherLinkClashes
	motherAgrees
	motherAgreesPart
	motherUnclear
	motherDiffersPart
	motherDiffers
	bornSameDay
	bornSameYear
	bornVague
	bornNear
	bornVaguelyNear
	bornOther
	bornVaguelyApart
	bornVaguelyFar
	bornApart
	documentSame
	documentDiffers
	phoneSame
	birthplaceSame
	birthplaceInside
	birthplaceDistrict
	birthplaceNear
	birthplaceOther
	birthplaceFar
	residenceSame
	residenceInside
	residenceDistrict
	residenceNear
	residenceOther
	residenceFar
	occupationSame
	occupationOther
	roleSame
	roleOther
	groupSame
	groupOther
	kinSame
	kinOther
	kunyaSame
	kunyaOther
	nisbaSame
	nisbaOther
	postSame
	postOther
	incidentSame
	incidentOther
	sexOther
	diedApart
	detainedAfterDeath
	actAfterDeath
	actInCustody
	actInSentence
	detainedTogether
	findingCount
)

// The findings of weighPlaces, from the first on.
const (
	placeSame finding = iota
	placeInside
	placeDistrict
	placeNear
	placeOther
	placeFar
)

// comparison is what findings exclude each other in.
type comparison uint8

const (
	fixed comparison = iota // never learned: a clash stays a clash, an identifier an identifier
	ofNames
	ofFather
	ofMother
	ofBirth
	ofBirthplace
	ofResidence
	ofOccupation
	ofRole
	ofGroup
	ofKin
	ofKunya
	ofNisba
	ofDetention
	ofIncident
	comparisons
)

// findings are the weights of the evidence in log-odds, before an investigation has taught anything. They are set by hand from what each kind of
// agreement is worth among a few thousand people of one province, and rounded; DESIGN.md gives the reasoning and what they reach.
var findings = [findingCount]struct {
	of     comparison
	code   string // of the reason
	byHand float64
}{
	nameOdds:     {ofNames, "names", 0.6},         // per log-odds of the names
	nameSurprise: {ofNames, "names_rarity", 0.35}, // per nat of surprise above surpriseLevel

	fatherAgrees:       {ofFather, "father_agrees", 1.5},
	fatherUnclear:      {ofFather, "", 0},
	fatherDiffers:      {ofFather, "father_contradicts", -3},
	fatherLinkDiffers:  {ofFather, "father_contradicts", -1.5}, // one of the two is a link of a chain
	fatherLinkClashes:  {ofFather, "father_contradicts", -1.5}, // both are: the names have weighed it already
	motherAgrees:       {ofMother, "mother_agrees", 3.5},
	motherAgreesPart:   {ofMother, "mother_agrees", 1.2},
	motherUnclear:      {ofMother, "", 0},
	motherDiffersPart:  {ofMother, "mother_contradicts", -1.5},
	motherDiffers:      {ofMother, "mother_contradicts", -5},
	bornSameDay:        {ofBirth, "birth_agrees", 4.5},
	bornSameYear:       {ofBirth, "birth_agrees", 2},
	bornVague:          {ofBirth, "birth_fits", 0.3},
	bornNear:           {ofBirth, "birth_near", 0.2},
	bornVaguelyNear:    {ofBirth, "birth_near", -0.1},
	bornOther:          {ofBirth, "birth_differs", -0.8},
	bornVaguelyApart:   {ofBirth, "birth_differs", -1.5},
	bornVaguelyFar:     {ofBirth, "birth_differs", -3},
	bornApart:          {ofBirth, "birth_contradicts", -6},
	documentSame:       {fixed, "document_agrees", 7},
	documentDiffers:    {fixed, "document_contradicts", -5},
	phoneSame:          {fixed, "phone_agrees", 4.5},
	birthplaceSame:     {ofBirthplace, "birthplace_agrees", 0.9},
	birthplaceInside:   {ofBirthplace, "birthplace_fits", 0.3},
	birthplaceDistrict: {ofBirthplace, "birthplace_district", 0.5},
	birthplaceNear:     {ofBirthplace, "birthplace_near", 0.2},
	birthplaceOther:    {ofBirthplace, "birthplace_differs", -0.6},
	birthplaceFar:      {ofBirthplace, "birthplace_far", -0.8},
	residenceSame:      {ofResidence, "residence_agrees", 0.7},
	residenceInside:    {ofResidence, "residence_fits", 0.2},
	residenceDistrict:  {ofResidence, "residence_district", 0.4},
	residenceNear:      {ofResidence, "residence_near", 0.2},
	residenceOther:     {ofResidence, "residence_differs", -0.15},
	residenceFar:       {ofResidence, "residence_far", -0.25}, // people move, and flee
	occupationSame:     {ofOccupation, "occupation_agrees", 0.5},
	occupationOther:    {ofOccupation, "", 0},
	roleSame:           {ofRole, "role_agrees", 0.5},
	roleOther:          {ofRole, "", 0},
	groupSame:          {ofGroup, "group_agrees", 0.4},
	groupOther:         {ofGroup, "", 0},
	kinSame:            {ofKin, "kin_agrees", 1.8},
	kinOther:           {ofKin, "", 0},
	kunyaSame:          {ofKunya, "kunya_agrees", 1.2},
	kunyaOther:         {ofKunya, "kunya_differs", -0.6},
	nisbaSame:          {ofNisba, "nisba_agrees", 0.6},
	nisbaOther:         {ofNisba, "nisba_differs", -0.7},
	postSame:           {fixed, "post_agrees", 0.5}, // beside the role and the group
	postOther:          {fixed, "post_differs", -0.3},
	incidentSame:       {ofIncident, "incident_agrees", 0.8},
	incidentOther:      {ofIncident, "", 0},
	sexOther:           {fixed, "sex_contradicts", -5},
	diedApart:          {fixed, "death_contradicts", -2.5},
	detainedAfterDeath: {fixed, "detained_after_death", -2.5},
	actAfterDeath:      {fixed, "act_after_death", -2.5},
	actInCustody:       {fixed, "act_in_custody", -2},
	actInSentence:      {fixed, "act_in_sentence", -1}, // sentences are cut short
	detainedTogether:   {ofDetention, "detention_agrees", 0.8},
}

const (
	prior         = -1.2 // of a candidate pair, before anything is compared
	surpriseLevel = 8.0  // nats of surprise that make a name say neither yes nor no
)

// Weights are what the findings are worth in one investigation, as factors of the weights set by hand. The zero value
// leaves these as they are.
type Weights struct {
	shift float64               // added to every pair
	log   [findingCount]float64 // of the factors
	pairs [findingCount]int32   // judged pairs that reached the finding
}

// A learned weight keeps the sign of the one set by hand and stays within this factor of it.
const mostFactor = 2.5

func (w *Weights) factor(l finding) float64 {
	if w.log[l] == 0 {
		return 1
	}
	return math.Exp(w.log[l])
}

// Weight is what agreement or disagreement of one kind is worth, in log-odds.
type Weight struct {
	Code   string  `json:"code"`    // of the reason; "names" and "names_rarity" for the two parts of what names say, "any" for what is added to every pair
	ByHand float64 `json:"by_hand"` // before anything was learned
	Here   float64 `json:"here"`    // in this investigation
	Judged int     `json:"judged"`  // of its judged pairs, how many came to this
}

// Changed returns the weights that were learned to be other than by hand.
func (w Weights) Changed() []Weight {
	var out []Weight
	if w.shift != 0 {
		out = append(out, Weight{Code: "any", ByHand: prior, Here: prior + w.shift})
	}
	for l := range findings {
		if w.log[l] != 0 {
			out = append(out, Weight{findings[l].code, findings[l].byHand, findings[l].byHand * w.factor(finding(l)), int(w.pairs[l])})
		}
	}
	return out
}

// learned reports whether judgements and counts may change what a finding is worth: that of no identifier, of no hard clash and of nothing
// too rare to learn from.
func (l finding) learned() bool {
	return findings[l].of != fixed && findings[l].byHand != 0 && l != fatherLinkClashes && l != motherDiffers && l != bornApart
}
