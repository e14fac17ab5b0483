package sim

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// organizations learns which gold body each found one stands for.
func (s *scoring) organizations() {
	cast := func(m map[string]tally, k, id string, n int) {
		if m[k] == nil {
			m[k] = tally{}
		}
		m[k][id] += n
	}
	for _, o := range s.g.Orgs {
		cast(s.orgNames, fold(o.NameEn), o.ID, 5)
		cast(s.orgNames, fold(o.NameAr), o.ID, 5)
	}
	inReport := map[string][]int{}
	for i, m := range s.g.OrgMentions {
		cast(s.orgNames, fold(m.Surface), m.Org, 1)
		inReport[m.Report] = append(inReport[m.Report], i)
	}
	hit := map[int]bool{}
	for _, e := range s.p.of("Organization", "Organisation", "Company", "PublicBody", "LegalEntity") {
		for _, c := range s.p.about(e) {
			if !slices.Contains(nameProps, c.prop) {
				continue
			}
			if c.hasSpan {
				for _, i := range inReport[c.report] {
					if m := s.g.OrgMentions[i]; likeness(c.span, place{m.Start, m.End}) >= .5 {
						cast(s.orgVotes, e, m.Org, 3)
						cast(s.orgVotes, s.p.can[e], m.Org, 3)
						hit[i] = true
					}
				}
			}
			for o := range s.orgNames[fold(c.value)] {
				cast(s.orgVotes, e, o, 1)
				cast(s.orgVotes, s.p.can[e], o, 1)
			}
		}
	}
	s.share("org_mention_recall", ratio(len(hit), len(s.g.OrgMentions)))
}

func (s *scoring) org(x string) string {
	for _, t := range []tally{s.orgVotes[x], s.orgVotes[s.p.can[x]], s.orgNames[fold(x)]} {
		if len(t) > 0 {
			return t.top()
		}
	}
	return ""
}

// orNone makes one empty report of no reports, so that claims that name none are still read once.
func orNone(reports []string) []string {
	if len(reports) == 0 {
		return []string{""}
	}
	return reports
}

// asserted folds affirmed and uncertain into one.
func asserted(p polarity) bool { return p != denied }

func (s *scoring) memberships() {
	type inReport struct {
		report, person, role string
		pol                  polarity
	}
	type inWorld struct {
		person, role string
		asserted     bool
	}
	goldReport, goldWorld, goldLenient, goldNetwork := map[inReport]bool{}, map[inWorld]bool{}, map[inWorld]bool{}, map[[2]string]bool{}
	wide := func(role string) string { return cmp.Or(lenient[role], role) }
	for _, m := range s.g.Memberships {
		for pol, reports := range [][]string{m.Reports, m.UncertainIn, m.DeniedIn} {
			for _, r := range reports {
				p := polarity(pol)
				goldReport[inReport{r, m.Person, m.Role, p}] = true
				goldWorld[inWorld{m.Person, m.Role, asserted(p)}] = true
				goldLenient[inWorld{m.Person, wide(m.Role), asserted(p)}] = true
				if asserted(p) {
					goldNetwork[[2]string{m.Person, m.Network}] = true
				}
			}
		}
	}
	predReport, predWorld, predLenient, predNetwork := map[inReport]bool{}, map[inWorld]bool{}, map[inWorld]bool{}, map[[2]string]bool{}
	for _, e := range s.p.of("Membership", "Employment", "Directorship", "UnknownLink") {
		cs := s.p.about(e)
		for _, r := range orNone(reportsOf(cs)) {
			h := here(cs, r)
			pol := polarityOf(h)
			var roles []string
			for _, c := range with(h, "role", "position", "rank") {
				roles = append(roles, cmp.Or(class(roleRules, c.value), "other:"+fold(c.value)))
			}
			if len(roles) == 0 {
				roles = []string{"member"}
			}
			for _, m := range s.behind(orElse(with(h, "member", "person", "subject"), with(cs, "member", "person", "subject")), r) {
				for _, x := range roles {
					predReport[inReport{r, m, x, pol}] = true
					predWorld[inWorld{m, x, asserted(pol)}] = true
					predLenient[inWorld{m, wide(x), asserted(pol)}] = true
				}
				for _, c := range orElse(with(h, "organization", "organisation", "network"), with(cs, "organization", "organisation", "network")) {
					if asserted(pol) {
						predNetwork[[2]string{m, cmp.Or(s.org(c.value), "unknown")}] = true
					}
				}
			}
		}
	}
	// A bare member where the truth has a precise role is neither right nor wrong.
	precise, preciseIn := map[inWorld]bool{}, map[inReport]bool{}
	for k := range goldWorld {
		if k.role != "member" {
			precise[inWorld{k.person, "", k.asserted}] = true
		}
	}
	for k := range goldReport {
		if k.role != "member" {
			preciseIn[inReport{k.report, k.person, "", k.pol}] = true
		}
	}
	bare := func(pred, gold map[inWorld]bool) {
		for k := range pred {
			if !gold[k] && k.role == "member" && precise[inWorld{k.person, "", k.asserted}] {
				delete(pred, k)
			}
		}
	}
	bare(predWorld, goldWorld)
	bare(predLenient, goldLenient)
	for k := range predReport {
		if !goldReport[k] && k.role == "member" && preciseIn[inReport{k.report, k.person, "", k.pol}] {
			delete(predReport, k)
		}
	}
	s.three("membership_role", sets(predWorld, goldWorld))
	s.share("membership_role_lenient_f1", sets(predLenient, goldLenient).f)
	s.share("membership_report_f1", sets(predReport, goldReport).f)
	s.share("membership_network_f1", sets(predNetwork, goldNetwork).f)
}

// happening finds which gold incident a found event is.
type happening struct {
	*scoring
	events    map[string][]*said     // event → its claims
	canonical map[string][]*said     // canonical id → claims of its events
	inReport  map[string][]int       // report → gold incidents told there
	spans     map[spotKey][]place    // where a report names an incident
	parts     map[[2]string][]string // event, report → persons in it
	goldParts map[[2]string]map[string]bool
	cache     map[[2]string]int
}

type spotKey struct {
	report, incident string
}

func (s *scoring) happening() *happening {
	h := &happening{scoring: s, events: map[string][]*said{}, canonical: map[string][]*said{}, inReport: map[string][]int{}, spans: map[spotKey][]place{},
		parts: map[[2]string][]string{}, goldParts: map[[2]string]map[string]bool{}, cache: map[[2]string]int{}}
	for _, e := range s.p.of("Event", "Incident") {
		cs := s.p.about(e)
		h.events[e] = cs
		h.canonical[s.p.can[e]] = append(h.canonical[s.p.can[e]], cs...)
	}
	for i, inc := range s.g.Incidents {
		for _, r := range inc.Reports {
			h.inReport[r] = append(h.inReport[r], i)
		}
		for _, p := range inc.Participants {
			for _, reports := range [][]string{p.Reports, p.UncertainIn, p.DeniedIn} {
				for _, r := range reports {
					k := [2]string{inc.ID, r}
					if h.goldParts[k] == nil {
						h.goldParts[k] = map[string]bool{}
					}
					h.goldParts[k][p.Person] = true
				}
			}
		}
	}
	for _, m := range s.g.IncidentMentions {
		k := spotKey{m.Report, m.Incident}
		h.spans[k] = append(h.spans[k], place{m.Start, m.End})
	}
	for _, e := range s.participations() {
		cs := s.p.about(e)
		for _, c := range with(cs, "event", "incident") {
			for _, p := range with(cs, "participant", "involved", "person") {
				k := [2]string{c.value, c.report}
				h.parts[k] = append(h.parts[k], s.person(p.value, c.report))
			}
		}
	}
	return h
}

func (s *scoring) participations() []string {
	return s.p.of("Participation", "Involvement", "EventParticipation")
}

// incident is the index of the gold incident an event in a report stands for, or -1: by passage, type, date, place and those in it.
func (h *happening) incident(event, report string) int {
	k := [2]string{event, report}
	if i, ok := h.cache[k]; ok {
		return i
	}
	cs, ok := h.events[event]
	if !ok {
		cs = h.canonical[event]
	}
	candidates := h.inReport[report]
	if report == "" {
		candidates = candidates[:0]
		for i := range h.g.Incidents {
			candidates = append(candidates, i)
		}
	}
	best, score := -1, 0.0
	for _, i := range candidates {
		inc := &h.g.Incidents[i]
		x := 0.0
		touches := func(c *said) bool {
			return c.hasSpan && c.report == report && slices.ContainsFunc(h.spans[spotKey{report, inc.ID}], func(p place) bool { return overlap(c.span, p) > 0 })
		}
		if slices.ContainsFunc(cs, touches) {
			x += 4
		}
		if slices.ContainsFunc(with(cs, "subtype", "type", "name", "topics", "summary"), func(c *said) bool { return class(eventRules, c.value) == inc.Type }) {
			x += 2
		}
		if slices.ContainsFunc(with(cs, "date", "startdate"), func(c *said) bool { return dateFits(c.value, inc.Date) }) {
			x += 2
		}
		words := append(strings.Fields(fold(inc.Place)), strings.Fields(fold(inc.PlaceAr))...)
		if slices.ContainsFunc(with(cs, "place", "location", "name"), func(c *said) bool {
			for _, w := range strings.Fields(fold(c.value)) {
				if w != "al" && w != "the" && w != "of" && w != "road" && slices.Contains(words, w) {
					return true
				}
			}
			return false
		}) {
			x++
		}
		shared := map[string]bool{}
		for _, p := range h.parts[k] {
			if h.goldParts[[2]string{inc.ID, report}][p] {
				shared[p] = true
			}
		}
		x += min(2, .5*float64(len(shared)))
		if x > score {
			best, score = i, x
		}
	}
	if score < 1 {
		best = -1
	}
	h.cache[k] = best
	return best
}

func (h *happening) name(i int, event string) string {
	if i < 0 {
		return "unknown:" + event
	}
	return h.g.Incidents[i].ID
}

func (s *scoring) incidents() {
	h := s.happening()
	gold, pred := map[[2]string]bool{}, map[[2]string]bool{}
	goldPairs := 0
	for _, inc := range s.g.Incidents {
		reports := slices.Compact(slices.Sorted(slices.Values(inc.Reports)))
		goldPairs += pairs(len(reports))
		for _, r := range reports {
			gold[[2]string{r, inc.ID}] = true
		}
	}
	clusters, dates := map[string]map[[2]string]bool{}, map[string]map[string]bool{}
	for _, e := range s.p.of("Event", "Incident") {
		cs := h.events[e]
		for _, r := range reportsOf(cs) {
			if _, ok := s.language[r]; !ok {
				continue
			}
			i := h.incident(e, r)
			k := [2]string{r, h.name(i, e)}
			pred[k] = true
			if i < 0 {
				continue
			}
			if can := s.p.can[e]; clusters[can] == nil {
				clusters[can] = map[[2]string]bool{k: true}
			} else {
				clusters[can][k] = true
			}
			for _, c := range with(cs, "date", "startdate") {
				if dates[k[1]] == nil {
					dates[k[1]] = map[string]bool{}
				}
				dates[k[1]][c.value] = true
			}
		}
	}
	s.three("incident", sets(pred, gold))
	together := map[[4]string]bool{}
	right := 0
	for _, c := range clusters {
		keys := make([][2]string, 0, len(c))
		for k := range c {
			keys = append(keys, k)
		}
		slices.SortFunc(keys, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
		for i, a := range keys {
			for _, b := range keys[i+1:] {
				k := [4]string{a[0], a[1], b[0], b[1]}
				if !together[k] {
					together[k] = true
					if a[1] == b[1] && gold[a] && gold[b] {
						right++
					}
				}
			}
		}
	}
	s.share("incident_coref_f1", prf(right, len(together), goldPairs).f)
	dated := 0
	for _, inc := range s.g.Incidents {
		for d := range dates[inc.ID] {
			if dateFits(d, inc.Date) {
				dated++
				break
			}
		}
	}
	s.share("incident_date_recall", ratio(dated, max(1, len(s.g.Incidents))))
	s.participation(h)
}

// taking is one person's part in an incident, as a report says it.
type taking struct {
	report, person, incident, role string
	pol                            polarity
}

func (s *scoring) participation(h *happening) {
	goldStrict, goldClass, goldWorld := map[taking]bool{}, map[taking]bool{}, map[taking]bool{}
	world := func(t taking) taking {
		t.report = ""
		if t.pol != denied {
			t.pol = affirmed
		}
		return t
	}
	for _, i := range s.g.Incidents {
		for _, p := range i.Participants {
			for pol, reports := range [][]string{p.Reports, p.UncertainIn, p.DeniedIn} {
				for _, r := range reports {
					t := taking{r, p.Person, i.ID, p.Role, polarity(pol)}
					goldStrict[t] = true
					t.role = classRole(p.Role)
					goldClass[t], goldWorld[world(t)] = true, true
				}
			}
		}
	}
	strict, classes, worlds := map[taking]bool{}, map[taking]bool{}, map[taking]bool{}
	for _, e := range s.participations() {
		cs := s.p.about(e)
		for _, r := range orNone(reportsOf(cs)) {
			hs := here(cs, r)
			pol := polarityOf(hs)
			for _, ev := range orElse(with(hs, "event", "incident"), with(cs, "event", "incident")) {
				inc := h.name(h.incident(ev.value, r), ev.value)
				for _, p := range s.behind(orElse(with(hs, "participant", "involved", "person"), with(cs, "participant", "involved", "person")), r) {
					roles := orElse(with(hs, "role", "status"), with(cs, "role", "status"))
					if len(roles) == 0 {
						roles = []*said{{}}
					}
					for _, c := range roles {
						t := taking{r, p, inc, cmp.Or(class(partRules, c.value), "other"), pol}
						strict[t] = true
						t.role = classRole(t.role)
						classes[t], worlds[world(t)] = true, true
					}
				}
			}
		}
	}
	s.three("participation", sets(classes, goldClass))
	s.share("participation_strict_role_f1", sets(strict, goldStrict).f)
	s.share("participation_world_f1", sets(worlds, goldWorld).f)
	plain := func(m map[taking]bool) map[taking]bool {
		out := map[taking]bool{}
		for t := range m {
			t.pol = affirmed
			out[t] = true
		}
		return out
	}
	goldPlain := plain(goldClass)
	s.share("participation_nopolarity_f1", sets(plain(classes), goldPlain).f)
	both, right := 0, 0
	only := func(m map[taking]bool) map[taking]bool {
		out := map[taking]bool{}
		for t := range m {
			if t.pol == denied {
				out[t] = true
			}
		}
		return out
	}
	for t := range classes {
		bare := t
		bare.pol = affirmed
		if goldPlain[bare] {
			both++
			if goldClass[t] {
				right++
			}
		}
	}
	s.share("participation_polarity_accuracy", ratio(right, both))
	s.share("participation_denied_f1", sets(only(classes), only(goldClass)).f)
}

// stage is one stage of a person's case; term is set for a sentence.
type stage struct{ person, kind, term string }

func (s *scoring) outcomes() {
	type inReport struct {
		report string
		stage
	}
	gold, goldReport, goldDates := map[stage]bool{}, map[inReport]bool{}, map[stage]map[string]bool{}
	tried := map[string]bool{}
	note := func(m map[stage]map[string]bool, k stage, date string) {
		if m[k] == nil {
			m[k] = map[string]bool{}
		}
		m[k][date] = true
	}
	for _, o := range s.g.Outcomes {
		if len(o.Reports) == 0 {
			continue
		}
		k := stage{person: o.Person, kind: o.Kind}
		if o.Kind == "sentence" {
			k.term = term(o.Detail)
		}
		if o.Kind == "sentence" || o.Kind == "acquittal" {
			tried[o.Person] = true
		}
		gold[k] = true
		note(goldDates, k, o.Date)
		for _, r := range o.Reports {
			goldReport[inReport{r, k}] = true
		}
	}
	pred, predReport, predDates := map[stage]bool{}, map[inReport]bool{}, map[stage]map[string]bool{}
	for _, e := range s.p.of("Detention", "Arrest", "Charge", "Sentence", "Conviction", "Acquittal", "Release", "Verdict") {
		cs := s.p.about(e)
		schema := commonest(cs)
		for _, r := range orNone(reportsOf(cs)) {
			h := here(cs, r)
			if polarityOf(h) == denied {
				continue
			}
			var words []string
			for _, c := range with(h, "value", "detail", "status", "outcome", "type", "verdict", "subtype", "description", "sentence") {
				words = append(words, c.value)
			}
			v := strings.Join(words, " ")
			k := stage{kind: outcomeKind(schema, v)}
			if k.kind == "verdict" {
				continue
			}
			if k.kind == "sentence" {
				k.term = term(v)
			}
			for _, k.person = range s.behind(orElse(with(h, "subject", "person", "detainee", "accused"), with(cs, "subject", "person", "detainee", "accused")), r) {
				if k.kind == "charge" && !gold[k] && tried[k.person] {
					continue // a sentence implies a charge
				}
				pred[k], predReport[inReport{r, k}] = true, true
				for _, c := range with(h, "date", "startdate") {
					note(predDates, k, c.value)
				}
			}
		}
	}
	s.three("outcome", sets(pred, gold))
	s.share("outcome_report_f1", sets(predReport, goldReport).f)
	dated := 0
	for k, dates := range goldDates {
		hit := false
		for d := range predDates[k] {
			r := []rune(d)
			hit = hit || dates[string(r[:min(10, len(r))])]
		}
		if hit {
			dated++
		}
	}
	s.share("outcome_date_recall", ratio(dated, len(goldDates)))
}

// commonest is the schema most of the claims have, the first of equals.
func commonest(cs []*said) string {
	n := map[string]int{}
	best := ""
	for _, c := range cs {
		n[c.schema]++
	}
	for _, c := range cs {
		if best == "" || n[c.schema] > n[best] {
			best = c.schema
		}
	}
	return best
}

func (s *scoring) payments() {
	type payment struct {
		payer, beneficiary string
		amount             float64
	}
	gold, dates := map[payment]bool{}, map[payment]string{}
	for _, p := range s.g.Payments {
		k := payment{p.Payer, p.Beneficiary, math.RoundToEven(p.Amount)}
		dates[k] = p.Date
		if len(p.Reports) > 0 {
			gold[k] = true
		}
	}
	pred, predDates := map[payment]bool{}, map[payment]map[string]bool{}
	for _, e := range s.p.of("Payment") {
		cs := s.p.about(e)
		for _, r := range orNone(reportsOf(cs)) {
			h := here(cs, r)
			if polarityOf(h) == denied {
				continue
			}
			ends := func(props ...string) []string {
				var out []string
				for _, c := range with(h, props...) {
					out = append(out, cmp.Or(s.person(c.value, r), s.org(c.value), "unknown:"+e))
				}
				if len(out) == 0 {
					return []string{"unknown:" + e}
				}
				return out
			}
			var amounts []float64
			for _, c := range with(h, "amount", "amountusd", "amountiqd") {
				if x, ok := amountOf(c.value); ok {
					amounts = append(amounts, math.RoundToEven(x))
				}
			}
			if len(amounts) == 0 {
				amounts = []float64{-1}
			}
			for _, x := range ends("payer") {
				for _, y := range ends("beneficiary", "payee", "recipient") {
					for _, n := range amounts {
						k := payment{x, y, n}
						pred[k] = true
						for _, c := range with(h, "date") {
							if predDates[k] == nil {
								predDates[k] = map[string]bool{}
							}
							predDates[k][c.value] = true
						}
					}
				}
			}
		}
	}
	s.three("payments", sets(pred, gold))
	between := func(m map[payment]bool) map[[2]string]bool {
		out := map[[2]string]bool{}
		for k := range m {
			out[[2]string{k.payer, k.beneficiary}] = true
		}
		return out
	}
	s.share("payments_pair_f1", sets(between(pred), between(gold)).f)
	dated := 0
	for k := range gold {
		for d := range predDates[k] {
			if dateFits(d, dates[k]) {
				dated++
				break
			}
		}
	}
	s.share("payments_date_recall", ratio(dated, max(1, len(gold))))
}
