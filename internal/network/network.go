// Package network draws who stands where: persons in networks by rank, who paid whom, and the ways between two of them.
// Only what a report says makes a line; kinship alone makes none, and nothing here is a score of a person.
package network

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
	"github.com/sanad-workbench/sanad/internal/vocabulary"
)

// Lens is how a viewer sees found things.
type Lens interface {
	Ref(id sanad.ID) sanad.Ref
	Cites(things []sanad.Found, props ...string) []*sanad.Cite
	Lines(reports []sanad.ID) (reportCount int, independent int)
}

// Node is a person or a group in the picture.
type Node struct {
	sanad.Ref
	Rank   int      `json:"rank"`            // 1 is the top; 0 when no report gives a role
	Roles  []Role   `json:"roles,omitempty"` // most reported first
	Groups []string `json:"groups,omitempty"`
	Degree int      `json:"degree"`
	// Reports that affirm a part in a group or a payment, the independent lines of information among them, and how many of them do so by
	// nothing but what a model inferred.
	Reports  int `json:"reports"`
	Lines    int `json:"lines"`
	Inferred int `json:"inferred,omitempty"`
}

// Role is a role with the words by which reports give it.
type Role struct {
	Code     string   `json:"code,omitempty"`     // of internal/vocabulary; empty when the words are of none it knows
	Words    []string `json:"words"`              // most reported first
	Inferred bool     `json:"inferred,omitempty"` // no rule read it of anybody's words
}

// RolesOf gathers words of roles, with how often each is told, by what they mean: "amir" and «أميرا» are one role. The most told comes first,
// but what is inferred only, every time of the count, after what was read.
func RolesOf(counts, inferred map[string]int) []Role {
	at, told, read := map[string]int{}, map[string]int{}, map[string]int{}
	var out []Role
	for _, said := range ByCount(counts) {
		code, key := vocabulary.RoleOf(said).Code, RoleKey(said)
		if _, ok := at[key]; !ok {
			at[key] = len(out)
			out = append(out, Role{Code: code})
		}
		r := &out[at[key]]
		r.Words = append(r.Words, said)
		told[key] += counts[said]
		read[key] += counts[said] - inferred[said]
	}
	for i := range out {
		out[i].Inferred = read[RoleKey(out[i].Words[0])] == 0
	}
	slices.SortStableFunc(out, func(a, b Role) int {
		if a.Inferred != b.Inferred {
			if a.Inferred {
				return 1
			}
			return -1
		}
		return cmp.Compare(told[RoleKey(b.Words[0])], told[RoleKey(a.Words[0])])
	})
	return out
}

// RoleKey is the same for words that mean one role.
func RoleKey(said string) string {
	if code := vocabulary.RoleOf(said).Code; code != "" {
		return code
	}
	return "said " + text.Fold(said)
}

// Edge is a line of the picture with what it rests on.
type Edge struct {
	From sanad.ID `json:"from"`
	To   sanad.ID `json:"to"`
	Kind string   `json:"kind"` // member, payment, superior, open (a proposed identity, never decided)
	Role string   `json:"role,omitempty"`
	sanad.Support
	Amounts []string `json:"amounts,omitempty"`
}

// Graph is the picture.
type Graph struct {
	Nodes []Node `json:"nodes"`
	Edges []Edge `json:"edges"`
}

// Rank returns the level of a role: 1 leads, 5 is a member.
func Rank(role string) int { return vocabulary.RoleOf(role).Level }

// Build makes the picture of memberships and payments. Lines that every report denies are left out of it, since they are
// not part of the network anybody asserts; they stand in the dossier.
func Build(l Lens, memberships, payments []sanad.Found, cites bool) Graph {
	b := builder{l: l, nodes: map[sanad.ID]*Node{}, edges: map[edgeKey]*gathered{}, roles: map[sanad.ID]map[string]int{}, inferred: map[sanad.ID]map[string]int{}, groups: map[sanad.ID]map[string]bool{}, told: map[sanad.ID][]sanad.ID{}, read: map[sanad.ID][]sanad.ID{}}
	for _, m := range memberships {
		member, org, role := sanad.ID(m.Value("member")), sanad.ID(m.Value("organization")), m.Value("role")
		if member == "" {
			continue
		}
		who := b.node(member)
		if role != "" && m.Polarity() == sanad.Affirmed {
			count(b.roles, who, role)
			if m.Inferred {
				count(b.inferred, who, role)
			}
		}
		if org != "" {
			of := b.node(org)
			b.edge(who, of, "member", role, m)
			if b.groups[who] == nil {
				b.groups[who] = map[string]bool{}
			}
			if m.Polarity() != sanad.Denied {
				b.groups[who][b.nodes[of].Name] = true
			}
		}
		if s := sanad.ID(m.Value("superior")); s != "" {
			b.edge(who, b.node(s), "superior", role, m)
		}
	}
	for _, p := range payments {
		from, to := sanad.ID(p.Value("payer")), sanad.ID(p.Value("beneficiary"))
		if from == "" || to == "" {
			continue
		}
		b.edge(b.node(from), b.node(to), "payment", "", p)
	}
	return b.graph(cites)
}

type edgeKey struct {
	from, to sanad.ID
	kind     string
}

type gathered struct {
	edge  Edge
	found []sanad.Found
	roles map[string]int
	read  map[string]int // of them, those that are not inferred
}

type builder struct {
	l        Lens
	nodes    map[sanad.ID]*Node
	edges    map[edgeKey]*gathered
	roles    map[sanad.ID]map[string]int
	inferred map[sanad.ID]map[string]int // of roles, those that are inferred
	groups   map[sanad.ID]map[string]bool
	told     map[sanad.ID][]sanad.ID // who → the reports that affirm a line of his
	read     map[sanad.ID][]sanad.ID // of them, those in which it is not inferred
}

func (b *builder) node(found sanad.ID) sanad.ID {
	ref := b.l.Ref(found)
	if b.nodes[ref.ID] == nil {
		b.nodes[ref.ID] = &Node{Ref: ref}
	}
	return ref.ID
}

func count(roles map[sanad.ID]map[string]int, who sanad.ID, role string) {
	if roles[who] == nil {
		roles[who] = map[string]int{}
	}
	roles[who][role]++
}

func (b *builder) edge(from, to sanad.ID, kind, role string, f sanad.Found) {
	if from == to {
		return
	}
	k := edgeKey{from, to, kind}
	g := b.edges[k]
	if g == nil {
		g = &gathered{edge: Edge{From: from, To: to, Kind: kind}, roles: map[string]int{}, read: map[string]int{}}
		b.edges[k] = g
	}
	g.found = append(g.found, f)
	if f.Polarity() == sanad.Denied {
		return // what is denied is counted and cited; it names no role and no sum
	}
	if role != "" {
		g.roles[role]++
		if !f.Inferred {
			g.read[role]++
		}
	}
	if kind == "payment" {
		if a := strings.TrimSpace(f.Value("amount") + " " + f.Value("currency")); a != "" && !slices.Contains(g.edge.Amounts, a) {
			g.edge.Amounts = append(g.edge.Amounts, a)
		}
	}
}

func (b *builder) graph(cites bool) Graph {
	g := Graph{Nodes: []Node{}, Edges: []Edge{}}
	keys := make([]edgeKey, 0, len(b.edges))
	for k := range b.edges {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		x, y := keys[i], keys[j]
		if x.from != y.from {
			return x.from < y.from
		}
		if x.to != y.to {
			return x.to < y.to
		}
		return x.kind < y.kind
	})
	for _, k := range keys {
		x := b.edges[k]
		x.edge.Support = sanad.Weigh(x.found, b.l.Lines)
		if x.edge.Reports == 0 && x.edge.Uncertain == 0 {
			continue
		}
		if x.edge.Role = top(x.read); x.edge.Role == "" {
			x.edge.Role = top(x.roles)
		}
		if cites {
			x.edge.Cites = b.l.Cites(x.found, "role", "amount", "organization", "beneficiary", "superior")
		}
		for _, f := range x.found {
			if f.Polarity() == sanad.Affirmed {
				b.told[k.from] = append(b.told[k.from], f.Report)
				b.told[k.to] = append(b.told[k.to], f.Report)
				if !f.Inferred {
					b.read[k.from] = append(b.read[k.from], f.Report)
					b.read[k.to] = append(b.read[k.to], f.Report)
				}
			}
		}
		b.nodes[k.from].Degree++
		b.nodes[k.to].Degree++
		g.Edges = append(g.Edges, x.edge)
	}
	for id, n := range b.nodes {
		if n.Degree == 0 {
			continue
		}
		n.Reports, n.Lines = b.l.Lines(b.told[id])
		read, _ := b.l.Lines(b.read[id])
		n.Inferred = n.Reports - read
		n.Roles = RolesOf(b.roles[id], b.inferred[id])
		if len(n.Roles) > 0 {
			n.Rank = Rank(n.Roles[0].Words[0])
		} else if n.Schema == sanad.SchemaPerson && len(b.groups[id]) > 0 {
			n.Rank = 5
		}
		for name := range b.groups[id] {
			n.Groups = append(n.Groups, name)
		}
		sort.Strings(n.Groups)
		g.Nodes = append(g.Nodes, *n)
	}
	sort.Slice(g.Nodes, func(i, j int) bool {
		x, y := g.Nodes[i], g.Nodes[j]
		if c := cmp.Or(cmp.Compare(y.Lines, x.Lines), cmp.Compare(y.Reports, x.Reports), cmp.Compare(y.Degree, x.Degree)); c != 0 {
			return c < 0
		}
		return x.ID < y.ID
	})
	return g
}

func top(counts map[string]int) string {
	if l := ByCount(counts); len(l) > 0 {
		return l[0]
	}
	return ""
}

// ByCount returns the keys of counts, the greatest count first; equal ones by the alphabet.
func ByCount(counts map[string]int) []string {
	out := make([]string, 0, len(counts))
	for s := range counts {
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool {
		if counts[out[i]] != counts[out[j]] {
			return counts[out[i]] > counts[out[j]]
		}
		return out[i] < out[j]
	})
	return out
}

// Path returns the shortest way between two nodes as node ids, nil when there is none. Ties go to the smaller id.
func Path(g Graph, from, to sanad.ID) []sanad.ID {
	next := map[sanad.ID][]sanad.ID{}
	for _, e := range g.Edges {
		if e.Kind == "open" {
			continue // nobody decided that these two are one
		}
		next[e.From] = append(next[e.From], e.To)
		next[e.To] = append(next[e.To], e.From)
	}
	for _, l := range next {
		sort.Slice(l, func(i, j int) bool { return l[i] < l[j] })
	}
	before := map[sanad.ID]sanad.ID{from: ""}
	for queue := []sanad.ID{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			var path []sanad.ID
			for at := to; at != ""; at = before[at] {
				path = append([]sanad.ID{at}, path...)
			}
			return path
		}
		for _, n := range next[queue[0]] {
			if _, seen := before[n]; !seen {
				before[n] = queue[0]
				queue = append(queue, n)
			}
		}
	}
	return nil
}
