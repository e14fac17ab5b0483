package sim

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Metric is one figure: a share between 0 and 1, or a count.
type Metric struct {
	Name  string
	Value float64
	Count bool
}

// String writes the figure as one line: shares with four decimals, counts as whole numbers.
func (m Metric) String() string {
	if m.Count {
		return fmt.Sprintf("%s %d", m.Name, int(m.Value))
	}
	return fmt.Sprintf("%s %.4f", m.Name, m.Value)
}

// Score measures an export against the truth: mentions, coreference inside reports, identity across reports with an oracle answering the
// questions by falling score, roles, incidents, participation, outcomes, payments and copies. The figures are those of the project's
// published scoring program, by the same names.
func Score(g *Gold, e Export) []Metric {
	s := newScoring(g, newPrediction(e.Claims))
	s.count("claims_total", len(s.p.claims))
	s.count("claims_bad_lines", e.BadLines)
	s.count("claims_bad_spans", s.p.badSpans)
	s.mentions()
	s.coreference()
	s.innocents()
	s.identity(e.Questions)
	s.organizations()
	s.memberships()
	s.incidents()
	s.outcomes()
	s.payments()
	s.lineage(e.Lineage)
	return s.out
}

// nameProps are the properties whose value names a person or body.
var nameProps = []string{"name", "alias", "weakalias", "kunya", "nisba", "laqab", "nickname", "previousname"}

// spot is a span of a report.
type spot struct {
	report string
	span   place
}

// found is an entity as it stands in one report.
type found struct{ report, entity string }

// tally counts votes for gold ids.
type tally map[string]int

// top is the id with most votes, the least one of equals; "" without votes.
func (t tally) top() string {
	best := ""
	for id, n := range t { // a total order decides: the order of the map does not matter
		if best == "" || n > t[best] || n == t[best] && id < best {
			best = id
		}
	}
	return best
}

// scoring holds the truth, the prediction, and what the one knows of the other.
type scoring struct {
	g   *Gold
	p   *prediction
	out []Metric

	persons    map[string]*GoldPerson
	language   map[string]string // report → language; the reports of the truth
	byReport   map[string][]int  // report → gold mentions
	people     []string          // entities that are persons, in order
	spans      map[string]*reportSpans
	reports    []string // keys of spans, in order of first appearance
	matched    map[int]spot
	predicted  int
	used       map[spot]int // predicted span → gold mention
	nodes      map[found]bool
	votes      map[found]tally
	votesEnt   map[string]tally
	votesCan   map[string]tally
	mentionCan map[int]map[string]bool // gold mention → canonical ids
	named      map[string]bool
	known      map[string]bool
	all        map[string]bool
	innocent   map[[2]string]bool
	orgVotes   map[string]tally
	orgNames   map[string]tally
}

// reportSpans is what the prediction marks as persons in one report.
type reportSpans struct {
	order    []place
	clusters map[place]map[string]bool
	entities map[place][]string
}

func newScoring(g *Gold, p *prediction) *scoring {
	s := &scoring{g: g, p: p, persons: map[string]*GoldPerson{}, language: map[string]string{}, byReport: map[string][]int{}, spans: map[string]*reportSpans{},
		matched: map[int]spot{}, used: map[spot]int{}, nodes: map[found]bool{}, votes: map[found]tally{}, votesEnt: map[string]tally{},
		votesCan: map[string]tally{}, mentionCan: map[int]map[string]bool{}, named: map[string]bool{}, known: map[string]bool{}, all: map[string]bool{},
		innocent: map[[2]string]bool{}, orgVotes: map[string]tally{}, orgNames: map[string]tally{}}
	for i := range g.Persons {
		s.persons[g.Persons[i].ID] = &g.Persons[i]
	}
	for _, x := range g.Sources {
		s.language[x.Report] = x.Language
	}
	for i, m := range g.Mentions {
		s.byReport[m.Report] = append(s.byReport[m.Report], i)
	}
	s.collect()
	s.align()
	s.vote()
	return s
}

func (s *scoring) count(name string, n int) {
	s.out = append(s.out, Metric{name, float64(n), true})
}
func (s *scoring) share(name string, x float64) { s.out = append(s.out, Metric{name, x, false}) }

// threesome is precision, recall and their harmonic mean.
type threesome struct{ p, r, f float64 }

func prf(tp, predicted, gold int) (t threesome) {
	t.p, t.r = ratio(tp, predicted), ratio(tp, gold)
	if t.p+t.r > 0 {
		t.f = 2 * t.p * t.r / (t.p + t.r)
	}
	return t
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func sets[K comparable](pred, gold map[K]bool) threesome {
	tp := 0
	for k := range pred {
		if gold[k] {
			tp++
		}
	}
	return prf(tp, len(pred), len(gold))
}

func (s *scoring) three(name string, t threesome) {
	s.share(name+"_precision", t.p)
	s.share(name+"_recall", t.r)
	s.share(name+"_f1", t.f)
}

// collect gathers the spans by which the prediction names persons.
func (s *scoring) collect() {
	s.people = s.p.of("Person", "LegalEntity")
	for _, e := range s.people {
		s.known[e], s.known[s.p.can[e]] = true, true
		for _, c := range s.p.about(e) {
			if !c.hasSpan || !slices.Contains(nameProps, c.prop) {
				continue
			}
			s.named[e], s.named[s.p.can[e]] = true, true
			if _, ok := s.language[c.report]; !ok || c.report == "" {
				continue
			}
			r := s.spans[c.report]
			if r == nil {
				r = &reportSpans{clusters: map[place]map[string]bool{}, entities: map[place][]string{}}
				s.spans[c.report] = r
				s.reports = append(s.reports, c.report)
			}
			if r.clusters[c.span] == nil {
				r.clusters[c.span] = map[string]bool{}
				r.order = append(r.order, c.span)
			}
			r.clusters[c.span][s.p.can[e]] = true
			r.entities[c.span] = append(r.entities[c.span], e)
		}
	}
	for e, c := range s.p.can {
		s.all[e], s.all[c] = true, true
	}
}

// align pairs predicted spans with mentions of the gold, best overlap first.
func (s *scoring) align() {
	ignore := map[string][]place{}
	for _, x := range s.g.Ignore {
		ignore[x.Report] = append(ignore[x.Report], place{x.Start, x.End})
	}
	type pairing struct {
		q    float64
		span place
		gold int
	}
	for _, rep := range s.reports {
		r := s.spans[rep]
		var cand []pairing
		for _, sp := range r.order {
			for _, i := range s.byReport[rep] {
				if q := likeness(sp, place{s.g.Mentions[i].Start, s.g.Mentions[i].End}); q >= .5 {
					cand = append(cand, pairing{q, sp, i})
				}
			}
		}
		sorted := slices.Clone(cand)
		slices.SortFunc(sorted, func(a, b pairing) int {
			return cmp.Or(cmp.Compare(b.q, a.q), cmp.Compare(a.span.start, b.span.start), cmp.Compare(a.span.end, b.span.end), cmp.Compare(a.gold, b.gold))
		})
		got := map[place]int{}
		for _, c := range sorted {
			_, taken := got[c.span]
			if _, done := s.matched[c.gold]; taken || done {
				continue
			}
			got[c.span], s.matched[c.gold] = c.gold, spot{rep, c.span}
		}
		for _, sp := range r.order {
			if i, ok := got[sp]; ok {
				s.predicted++
				s.used[spot{rep, sp}] = i
				continue
			}
			// A second span over a mention already found, by the same cluster, counts neither way.
			same, first := false, true
			for _, c := range cand {
				at, done := s.matched[c.gold]
				if c.span != sp || !done {
					continue
				}
				if first {
					s.used[spot{rep, sp}] = c.gold
					first = false
				}
				for cluster := range r.clusters[sp] {
					same = same || r.clusters[at.span][cluster]
				}
			}
			if same || slices.ContainsFunc(ignore[rep], func(x place) bool { return likeness(sp, x) >= .5 }) {
				continue
			}
			s.predicted++
		}
	}
}

// vote lets each found entity stand for the person most of its spans name.
func (s *scoring) vote() {
	cast := func(m map[string]tally, k, person string) {
		if m[k] == nil {
			m[k] = tally{}
		}
		m[k][person]++
	}
	for _, rep := range s.reports {
		r := s.spans[rep]
		for _, sp := range r.order {
			for _, e := range r.entities[sp] {
				n := found{rep, e}
				s.nodes[n] = true
				i, ok := s.used[spot{rep, sp}]
				if !ok {
					continue
				}
				person := s.g.Mentions[i].Person
				if s.votes[n] == nil {
					s.votes[n] = tally{}
				}
				s.votes[n][person]++
				cast(s.votesEnt, e, person)
				cast(s.votesCan, s.p.can[e], person)
				if s.mentionCan[i] == nil {
					s.mentionCan[i] = map[string]bool{}
				}
				s.mentionCan[i][s.p.can[e]] = true
			}
		}
	}
}

// person is the gold person behind an entity named in a report; "" when none is.
func (s *scoring) person(x, report string) string {
	for _, t := range []tally{s.votes[found{report, x}], s.votesEnt[x], s.votesCan[x], s.votesCan[s.p.can[x]]} {
		if len(t) > 0 {
			return t.top()
		}
	}
	return ""
}

// behind lists the persons that entity-typed values stand for. A person no span names, a group and a body count neither way.
func (s *scoring) behind(cs []*said, report string) []string {
	out := map[string]bool{}
	for _, c := range cs {
		if p := s.person(c.value, report); p != "" {
			out[p] = true
		} else if s.named[c.value] || !s.all[c.value] {
			out["unknown:"+c.value] = true
		}
	}
	keys := make([]string, 0, len(out))
	for k := range out {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (s *scoring) mentions() {
	s.three("mention", prf(len(s.matched), s.predicted, len(s.g.Mentions)))
	recall := func(name string, of func(GoldMention) bool) {
		hit, n := 0, 0
		for i, m := range s.g.Mentions {
			if of(m) {
				n++
				if _, ok := s.matched[i]; ok {
					hit++
				}
			}
		}
		s.share("mention_recall_"+name, ratio(hit, n))
	}
	for _, l := range []string{"en", "ar"} {
		recall(l, func(m GoldMention) bool { return s.language[m.Report] == l })
	}
	recall("kunya", func(m GoldMention) bool { return m.Kind == "kunya" })
}

// coreference measures who is who inside each report.
func (s *scoring) coreference() {
	meet := func(a, b int) bool {
		for c := range s.mentionCan[a] {
			if s.mentionCan[b][c] {
				return true
			}
		}
		return false
	}
	tp, pp, gp, n := 0, 0, 0, 0
	var bp, br float64
	for _, src := range s.g.Sources {
		idx := s.byReport[src.Report]
		for x, a := range idx {
			for _, b := range idx[x+1:] {
				g, q := s.g.Mentions[a].Person == s.g.Mentions[b].Person, meet(a, b)
				if g {
					gp++
				}
				if q {
					pp++
				}
				if g && q {
					tp++
				}
			}
			if s.mentionCan[a] == nil {
				continue
			}
			same, cluster, both := 0, 0, 0
			for _, b := range idx {
				g, q := s.g.Mentions[a].Person == s.g.Mentions[b].Person, s.mentionCan[b] != nil && meet(a, b)
				if g {
					same++
				}
				if q {
					cluster++
				}
				if g && q {
					both++
				}
			}
			bp += float64(both) / float64(cluster)
			br += float64(both) / float64(same)
			n++
		}
	}
	t := prf(tp, pp, gp)
	if pp == 0 {
		t = threesome{}
	}
	s.three("coref_pair", t)
	var p float64
	if n > 0 {
		p = bp / float64(n)
	}
	r := br / float64(max(1, len(s.g.Mentions)))
	if p+r > 0 {
		s.share("coref_b3_f1", 2*p*r/(p+r))
	} else {
		s.share("coref_b3_f1", 0)
	}
}

// innocents counts the persons the program joined by itself.
func (s *scoring) innocents() {
	clusters := map[string]tally{} // canonical id → gold person → mentions
	for i, cs := range s.mentionCan {
		for c := range cs {
			if clusters[c] == nil {
				clusters[c] = tally{}
			}
			clusters[c][s.g.Mentions[i].Person]++
		}
	}
	mentions, others := 0, map[[2]string]bool{}
	for _, counts := range clusters {
		ps := make([]string, 0, len(counts))
		for p := range counts {
			ps = append(ps, p)
		}
		slices.Sort(ps)
		for i, x := range ps {
			for _, y := range ps[i+1:] {
				if s.persons[x].Innocent || s.persons[y].Innocent {
					s.innocent[[2]string{x, y}] = true
					mentions += counts[x] * counts[y]
				} else {
					others[[2]string{x, y}] = true
				}
			}
		}
	}
	s.count("innocent_merged_pairs", len(s.innocent))
	s.count("innocent_merged_mention_pairs", mentions)
	s.count("other_merged_person_pairs", len(others))
	seen, joined := map[string]bool{}, map[string]bool{}
	for i := range s.mentionCan {
		seen[s.g.Mentions[i].Person] = true
	}
	for pair := range s.innocent {
		joined[pair[0]], joined[pair[1]] = true, true
	}
	clean, all := 0, 0
	for _, p := range s.g.Persons {
		if !p.Innocent {
			continue
		}
		all++
		if seen[p.ID] && p.NamesakeOf != nil && seen[*p.NamesakeOf] && !joined[p.ID] {
			clean++
		}
	}
	s.share("innocent_kept_apart", ratio(clean, all))
}

// lineage measures which copies were found.
func (s *scoring) lineage(lines []Descent) {
	gold, goldPairs := map[[2]string]bool{}, map[[2]string]bool{}
	var groups [][]string
	for _, l := range s.g.Lineage {
		for _, d := range l.Derived {
			gold[[2]string{d, l.Origin}] = true
		}
		group := append([]string{l.Origin}, l.Derived...)
		slices.Sort(group)
		groups = append(groups, slices.Compact(group))
	}
	between := func(groups [][]string, into map[[2]string]bool) {
		for _, g := range groups {
			for i, a := range g {
				for _, b := range g[i+1:] {
					into[[2]string{a, b}] = true
				}
			}
		}
	}
	between(groups, goldPairs)
	pred, predPairs, forest := map[[2]string]bool{}, map[[2]string]bool{}, forest{}
	for _, l := range lines {
		a := stem(l.Report)
		for _, from := range l.DerivedFrom {
			b := stem(from)
			_, okA := s.language[a]
			_, okB := s.language[b]
			if okA && okB && a != b {
				pred[[2]string{a, b}] = true
				forest.join(a, b)
			}
		}
	}
	clusters := map[string][]string{}
	for x := range forest {
		clusters[forest.root(x)] = append(clusters[forest.root(x)], x)
	}
	exact := map[string]bool{}
	for _, c := range clusters {
		slices.Sort(c)
		exact[strings.Join(c, " ")] = true
		between([][]string{c}, predPairs)
	}
	s.three("lineage_directed", sets(pred, gold))
	s.three("lineage_pair", sets(predPairs, goldPairs))
	hit := 0
	for _, g := range groups {
		if exact[strings.Join(g, " ")] {
			hit++
		}
	}
	s.share("lineage_groups_found", ratio(hit, max(1, len(groups))))
}

// forest is a union-find over names.
type forest map[string]string

func (f forest) root(x string) string {
	if _, ok := f[x]; !ok {
		f[x] = x
	}
	for f[x] != x {
		f[x] = f[f[x]]
		x = f[x]
	}
	return x
}

// join puts b's tree under a's and says whether they were apart.
func (f forest) join(a, b string) bool {
	a, b = f.root(a), f.root(b)
	if a == b {
		return false
	}
	f[b] = a
	return true
}
