package sim

import (
	"cmp"
	"slices"
	"strings"
)

// item is a found entity under the label of the person it stands for: two of the same label in one report are one.
type item struct{ report, label string }

// tallier counts the pairs of items from different reports that some cluster holds together, as clusters grow, without listing the pairs:
// a person told of in thousands of reports has millions. An item may be in several clusters; a pair is counted once.
type tallier struct {
	language  map[string]string
	clusters  map[string]*cluster
	in        map[item]map[string]bool // clusters of an item
	predicted int                      // pairs held together
	right     int                      // of these, pairs of one person
	crossing  int                      // of these, pairs of reports in two languages
}

// cluster is a set of items with its counts.
type cluster struct {
	items    map[item]bool
	byReport map[string]int
	byLabel  map[string]map[string]int // label → language → items; spurious ones are left out
}

func (t *tallier) spurious(i item) bool { return strings.HasPrefix(i.label, "spurious:") }

// add puts an item into a cluster and counts the pairs it brings.
func (t *tallier) add(id string, i item) {
	c := t.clusters[id]
	if c == nil {
		c = &cluster{items: map[item]bool{}, byReport: map[string]int{}, byLabel: map[string]map[string]int{}}
		t.clusters[id] = c
	}
	if c.items[i] {
		return
	}
	t.predicted += len(c.items) - c.byReport[i.report]
	if !t.spurious(i) {
		for language, n := range c.byLabel[i.label] {
			t.right += n
			if language != t.language[i.report] {
				t.crossing += n
			}
		}
	}
	// What another cluster already holds together with i was counted before.
	if len(t.in[i]) > 0 {
		counted := map[item]bool{}
		for other := range t.in[i] {
			small, large := t.clusters[other].items, c.items
			if len(small) > len(large) {
				small, large = large, small
			}
			for j := range small {
				if large[j] && j != i && !counted[j] {
					counted[j] = true
					t.uncount(i, j)
				}
			}
		}
	}
	c.items[i] = true
	c.byReport[i.report]++
	if !t.spurious(i) {
		if c.byLabel[i.label] == nil {
			c.byLabel[i.label] = map[string]int{}
		}
		c.byLabel[i.label][t.language[i.report]]++
	}
	if t.in[i] == nil {
		t.in[i] = map[string]bool{}
	}
	t.in[i][id] = true
}

func (t *tallier) uncount(i, j item) {
	if i.report == j.report {
		return
	}
	t.predicted--
	if i.label == j.label && !t.spurious(i) {
		t.right--
		if t.language[i.report] != t.language[j.report] {
			t.crossing--
		}
	}
}

// join moves one cluster into another, whichever is smaller, and returns the name of what remains.
func (t *tallier) join(a, b string) string {
	ca, cb := t.clusters[a], t.clusters[b]
	if cb == nil {
		return a
	}
	if ca == nil {
		return b
	}
	if len(ca.items) < len(cb.items) {
		a, b, ca, cb = b, a, cb, ca
	}
	// The clusters hold pairs inside b already: as b's items leave it one by one, those pairs stay counted.
	moving := make([]item, 0, len(cb.items))
	for i := range cb.items {
		moving = append(moving, i)
	}
	for _, i := range moving {
		t.add(a, i)
	}
	for _, i := range moving {
		delete(t.in[i], b)
	}
	delete(t.clusters, b)
	return a
}

// totals is how many true links there are between reports, and how many of them between languages.
func (s *scoring) totals(persons map[string]map[string]bool) (links, crossing int) {
	for _, reports := range persons {
		n := map[string]int{}
		for r := range reports {
			n[s.language[r]]++
		}
		links += pairs(len(reports))
		crossing += pairs(len(reports))
		for _, k := range n {
			crossing -= pairs(k)
		}
	}
	return links, crossing
}

// clustering is the state of identity before and while questions are answered.
type clustering struct {
	*tallier
	links, linksCrossing, reachable int
}

// clusters groups what was found by canonical id and counts the links that gives.
func (s *scoring) clustering() *clustering {
	c := &clustering{tallier: &tallier{language: s.language, clusters: map[string]*cluster{}, in: map[item]map[string]bool{}}}
	told, detected := map[string]map[string]bool{}, map[string]map[string]bool{}
	see := func(m map[string]map[string]bool, person, report string) {
		if m[person] == nil {
			m[person] = map[string]bool{}
		}
		m[person][report] = true
	}
	for _, m := range s.g.Mentions {
		see(told, m.Person, m.Report)
	}
	nodes := make([]found, 0, len(s.nodes))
	for n := range s.nodes {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.entity, b.entity))
	})
	for _, n := range nodes {
		label := "spurious:" + n.entity
		if t := s.votes[n]; len(t) > 0 {
			label = t.top()
			see(detected, label, n.report)
		}
		c.add(s.p.can[n.entity], item{n.report, label})
	}
	c.links, c.linksCrossing = s.totals(told)
	c.reachable, _ = s.totals(detected)
	return c
}

func (c *clustering) three() threesome { return prf(c.right, c.predicted, c.links) }

// identity lets an oracle answer the questions by falling score and measures how soon the true links are known.
func (s *scoring) identity(questions []Question) {
	c := s.clustering()
	s.count("identity_true_links", c.links)
	s.three("identity_auto", c.three())
	autoCrossing := c.crossing
	ranked := slices.Clone(questions)
	slices.SortStableFunc(ranked, func(a, b Question) int { return cmp.Compare(b.Score, a.Score) })
	asked, yes, lost := 0, 0, 0
	reached := map[int]int{}
	note := func() {
		for _, t := range []int{80, 90, 95} {
			if _, ok := reached[t]; !ok && c.links > 0 && float64(c.right) >= float64(t)/100*float64(c.links)-1e-9 {
				reached[t] = asked
			}
		}
	}
	note()
	groups := forest{}
	content := map[string]string{} // root → name of its cluster
	clusterOf := func(root string) string {
		if name, ok := content[root]; ok {
			return name
		}
		return root
	}
	// Whether an id names anything is asked of the clusters as they were when the question comes up.
	gone := map[string]bool{}
	resolvable := func(id, can string) bool {
		_, isEntity := s.p.can[id]
		_, has := c.clusters[can]
		return isEntity || (has && !gone[can]) || len(s.votesCan[can]) > 0
	}
	canonical := func(id string) string {
		if can, ok := s.p.can[id]; ok {
			return can
		}
		return id
	}
	for _, q := range ranked {
		if s.all[q.Left] && !s.known[q.Left] || s.all[q.Right] && !s.known[q.Right] {
			continue // not a question about persons
		}
		left, right := canonical(q.Left), canonical(q.Right)
		if !resolvable(q.Left, left) || !resolvable(q.Right, right) {
			lost++
			continue
		}
		x, y := groups.root(left), groups.root(right)
		if x == y {
			continue
		}
		asked++
		if p := s.person(q.Left, ""); p != "" && p == s.person(q.Right, "") {
			yes++
			groups.join(x, y)
			content[x] = c.join(clusterOf(x), clusterOf(y))
			gone[y] = true
		}
		note()
	}
	s.count("questions_total", len(questions))
	s.count("questions_asked", asked)
	s.count("questions_yes", yes)
	s.count("questions_unresolvable", lost)
	s.three("identity_final", c.three())
	s.share("identity_auto_recall_crosslingual", ratio(autoCrossing, c.linksCrossing))
	s.share("identity_final_recall_crosslingual", ratio(c.crossing, c.linksCrossing))
	s.share("identity_reachable_recall", ratio(c.reachable, c.links))
	for _, t := range []int{80, 90, 95} {
		name := map[int]string{80: "80", 90: "90", 95: "95"}[t]
		if n, ok := reached[t]; ok {
			s.count("questions_to_"+name, n)
			s.share("identity_reached_"+name, 1)
		} else {
			s.count("questions_to_"+name, -1)
			s.share("identity_reached_"+name, 0)
		}
	}
}
