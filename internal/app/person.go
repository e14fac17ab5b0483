package app

import (
	"context"
	"slices"
	"sort"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/network"
	"github.com/sanad-workbench/sanad/internal/store"
)

// PersonRow is a person in a list. It always says what became of him, so that nobody sees a role without the outcome.
type PersonRow struct {
	sanad.Ref
	Spellings         []string       `json:"spellings,omitempty"`
	Reports           int            `json:"reports"`
	Lines             int            `json:"lines"`
	Roles             []network.Role `json:"roles,omitempty"`
	casework.Standing                // "mentioned" when there is no stage
}

// PersonList is a page of persons.
type PersonList struct {
	Total int         `json:"total"`
	Rows  []PersonRow `json:"rows"`
}

// Persons lists persons, the most reported first. query narrows to those one of whose names is like it, in either script.
func (a *App) Persons(ctx context.Context, who store.Who, inv sanad.ID, query string, offset, limit int) (PersonList, error) {
	out := PersonList{Rows: []PersonRow{}}
	err := a.see(ctx, who, inv, func(p *picture) error {
		var ids []sanad.ID
		if strings.TrimSpace(query) != "" {
			ix, err := p.matcher()
			if err != nil {
				return err
			}
			seen := map[sanad.ID]bool{}
			for _, hit := range ix.Search(query, 200) {
				if c := p.canonical(hit.ID); !seen[c] {
					seen[c] = true
					ids = append(ids, c)
				}
			}
		} else {
			list, err := p.things(sanad.SchemaPerson)
			if err != nil {
				return err
			}
			var groups [][]sanad.Found
			ids, groups = lens{p}.Group(list)
			size := map[sanad.ID]int{}
			for i, id := range ids {
				size[id] = len(groups[i])
			}
			sort.SliceStable(ids, func(i, j int) bool {
				if size[ids[i]] != size[ids[j]] {
					return size[ids[i]] > size[ids[j]]
				}
				return ids[i] < ids[j]
			})
		}
		out.Total = len(ids)
		lo := min(offset, len(ids))
		hi := len(ids)
		if limit > 0 {
			hi = min(lo+limit, hi)
		}
		ids = ids[lo:hi]
		var err error
		out.Rows, err = p.personRows(ids)
		p.v.Note(ids...)
		return err
	})
	return out, err
}

func (p *picture) personRows(ids []sanad.ID) ([]PersonRow, error) {
	members, err := p.things(sanad.SchemaMembership)
	if err != nil {
		return nil, err
	}
	records, err := p.all(casework.ProceedingSchemata...)
	if err != nil {
		return nil, err
	}
	want := map[sanad.ID]int{}
	for i, id := range ids {
		want[id] = i
	}
	roles, inferred := make([]map[string]int, len(ids)), make([]map[string]int, len(ids))
	for _, m := range members {
		if i, ok := want[p.canonical(sanad.ID(m.Value("member")))]; ok && m.Value("role") != "" && m.Polarity() == sanad.Affirmed {
			if roles[i] == nil {
				roles[i], inferred[i] = map[string]int{}, map[string]int{}
			}
			roles[i][m.Value("role")]++
			if m.Inferred {
				inferred[i][m.Value("role")]++
			}
		}
	}
	own := make([][]sanad.Found, len(ids))
	for _, r := range records {
		if i, ok := want[p.canonical(sanad.ID(r.Value("subject")))]; ok {
			own[i] = append(own[i], r)
		}
	}
	l := lens{p}
	rows := make([]PersonRow, len(ids))
	for i, id := range ids {
		row := PersonRow{Ref: l.Ref(id), Standing: casework.Standing{Latest: "mentioned"}}
		var reports []sanad.ID
		for _, f := range p.memberThings(id) {
			reports = append(reports, f.Report)
			for _, c := range f.Claims {
				if sanad.IsNameProp(c.Prop) && c.Value != row.Name && !slices.Contains(row.Spellings, c.Value) {
					row.Spellings = append(row.Spellings, c.Value)
				}
			}
		}
		sort.SliceStable(row.Spellings, func(a, b int) bool { return len(row.Spellings[a]) > len(row.Spellings[b]) })
		row.Spellings = row.Spellings[:min(8, len(row.Spellings))]
		row.Reports, row.Lines = l.Lines(reports)
		said := network.RolesOf(roles[i], inferred[i])
		row.Roles = said[:min(3, len(said))]
		if len(own[i]) > 0 {
			if ps := casework.Proceedings(l, own[i], false); len(ps) > 0 && ps[0].Latest != "" {
				row.Standing = ps[0].Standing
			}
		}
		rows[i] = row
	}
	return rows, nil
}

// Dossier is everything the reports say of one person, for and against.
type Dossier struct {
	sanad.Ref
	Members     []sanad.ID          `json:"members"` // found entities judged to be this person
	Reports     int                 `json:"reports"`
	Lines       int                 `json:"lines"`
	Namesakes   Namesakes           `json:"namesakes"`
	Names       []sanad.Fact        `json:"names"`
	Facts       []sanad.Fact        `json:"facts"`
	Roles       []RoleView          `json:"roles"`
	Kin         []KinView           `json:"kin"`
	Incidents   []PartView          `json:"incidents"`
	Proceeding  casework.Proceeding `json:"proceeding"`
	Payments    []PaymentView       `json:"payments"`
	Questions   []QuestionView      `json:"questions"`
	Conflicts   []ConflictView      `json:"conflicts"`
	History     []JudgementView     `json:"history"`
	Assessments []sanad.Statement   `json:"assessments"`
	Now         *NowBanner          `json:"now,omitempty"` // in a view as of a past date: what is known today
}

// NowBanner says, on a view of the past, what is known today about somebody's liberty and guilt.
type NowBanner struct{ casework.Standing }

// RoleView is a role somebody is said to have.
type RoleView struct {
	Organization *sanad.Ref `json:"organization,omitempty"`
	Role         string     `json:"role"`           // the words told most
	Code         string     `json:"code,omitempty"` // what they mean, of internal/vocabulary
	Words        []string   `json:"words"`          // all that mean it
	Rank         int        `json:"rank"`
	Date         string     `json:"date,omitempty"`
	sanad.Support
}

// KinView is a relative. Kinship serves identity and is no sign of anything else.
type KinView struct {
	Who      sanad.Ref `json:"who"`
	Relation string    `json:"relation"`
	Inverse  bool      `json:"inverse"` // the relation is that of this person to Who, not of Who to this person
	sanad.Support
}

// PartView is somebody's part in an incident.
type PartView struct {
	Incident sanad.ID `json:"incident"`
	Type     string   `json:"type"`
	Date     string   `json:"date,omitempty"`
	Place    string   `json:"place,omitempty"`
	Role     string   `json:"role"`
	sanad.Support
}

// Person returns the dossier of a person, by the id of the person or of any found entity that belongs to him.
// Unless full is set, each line of it is shortened to a few passages.
func (a *App) Person(ctx context.Context, who store.Who, inv, id sanad.ID, full bool) (Dossier, error) {
	var out Dossier
	err := a.see(ctx, who, inv, func(p *picture) error {
		f, ok := p.thing(id)
		if !ok || f.Schema != sanad.SchemaPerson {
			return sanad.Errorf(sanad.NotFound, "no person %q", id).WithRemedy("search for the name; ids come from the lists")
		}
		var err error
		if out, err = a.dossier(p, p.canonical(id)); err != nil {
			return err
		}
		return p.show(out.supports(), full)
	})
	if err != nil || who.AsOf.IsZero() {
		return out, err
	}
	today, err := a.Proceeding(ctx, store.Who{Actor: who.Actor, Purpose: who.Purpose}, inv, out.ID)
	if err == nil {
		out.Now = &NowBanner{today.Standing}
		if out.Now.Latest == "" {
			out.Now.Latest = "mentioned"
		}
	}
	return out, err
}

func (a *App) dossier(p *picture, id sanad.ID) (Dossier, error) {
	l := lens{p}
	things := p.memberThings(id)
	d := Dossier{Ref: l.Ref(id), Members: p.members(id), Roles: []RoleView{}, Kin: []KinView{}, Incidents: []PartView{}, Payments: []PaymentView{}, Assessments: []sanad.Statement{}}
	p.v.Note(id)
	in, reports := idsAndReports(things)
	d.Reports, d.Lines = l.Lines(reports)
	d.Names = p.facts(things, sanad.NameProps...)
	d.Facts = p.facts(things, "fatherName", "motherName", "birthDate", "birthPlace", "residence", "tribe", "occupation", "document", "phone", "deathDate", "nationality")
	ix, err := p.matcher()
	if err != nil {
		return d, err
	}
	d.Namesakes = p.namesakes(ix, id)
	if d.Roles, err = p.roles(in); err != nil {
		return d, err
	}
	if d.Kin, err = p.kin(in); err != nil {
		return d, err
	}
	if d.Incidents, err = p.parts(id); err != nil {
		return d, err
	}
	if d.Proceeding, err = p.proceeding(id, true); err != nil {
		return d, err
	}
	pays, err := p.things(sanad.SchemaPayment)
	if err != nil {
		return d, err
	}
	var own []sanad.Found
	for _, f := range pays {
		if in[sanad.ID(f.Value("payer"))] || in[sanad.ID(f.Value("beneficiary"))] {
			own = append(own, f)
		}
	}
	d.Payments = p.payments(own)
	qs, err := a.openQuestions(p)
	if err != nil {
		return d, err
	}
	var about []store.RankedQuestion
	for _, q := range qs.list {
		if in[q.Left] || in[q.Right] {
			if about = append(about, q); len(about) == 25 {
				break
			}
		}
	}
	full, err := p.fill(qs, about)
	if err != nil {
		return d, err
	}
	d.Questions = []QuestionView{}
	for _, q := range full {
		d.Questions = append(d.Questions, p.questionRow(q))
	}
	d.Conflicts = p.conflictsOf(in)
	d.History = p.historyOf(id)
	slices.Sort(reports)
	for chunk := range slices.Chunk(slices.Compact(reports), 300) {
		if err := p.v.Statements(chunk, func(s sanad.Statement) error {
			if s.Kind == sanad.Assessment {
				d.Assessments = append(d.Assessments, s)
			}
			return nil
		}); err != nil {
			return d, err
		}
	}
	return d, nil
}

// supports returns what every line of the dossier rests on. The proceeding is not among it: its stages stay whole.
func (d *Dossier) supports() []*sanad.Support {
	return slices.Concat(factSupports(d.Names), factSupports(d.Facts), supports(d.Roles, func(r *RoleView) *sanad.Support { return &r.Support }),
		supports(d.Kin, func(k *KinView) *sanad.Support { return &k.Support }), supports(d.Incidents, func(x *PartView) *sanad.Support { return &x.Support }),
		supports(d.Payments, func(x *PaymentView) *sanad.Support { return &x.Support }))
}

// Namesakes says how common a person's name is here.
type Namesakes struct {
	Apart int `json:"apart"` // persons of nearly the same name who are somebody else: judged so, or with a hard clash
	Open  int `json:"open"`  // persons and mentions of nearly the same name of whom nobody has decided
}

// namesakeNames is by how many of a person's names, the most told first, namesakes are looked for.
const namesakeNames = 4

// namesakes counts the others here whose name is nearly the same as one of this person's full names.
func (p *picture) namesakes(m *matcher, id sanad.ID) Namesakes {
	count := map[string]int{}
	members := p.members(id)
	for _, f := range p.memberThings(id) {
		for _, v := range f.Values("name") {
			count[v]++
		}
	}
	full := slices.DeleteFunc(network.ByCount(count), func(name string) bool { return names.Parse(name).Weak() })
	var out Namesakes
	seen := map[sanad.ID]bool{id: true}
	for _, name := range full[:min(namesakeNames, len(full))] {
		for _, n := range m.Namesakes(name) {
			c := p.canonical(n)
			if seen[c] {
				continue
			}
			seen[c] = true
			if p.identity.Different(id, c) || slices.ContainsFunc(members, func(x sanad.ID) bool { _, clash := m.Clash(x, n); return clash }) {
				out.Apart++
			} else {
				out.Open++
			}
		}
	}
	return out
}

func (p *picture) roles(in map[sanad.ID]bool) ([]RoleView, error) {
	list, err := p.things(sanad.SchemaMembership)
	if err != nil {
		return nil, err
	}
	l := lens{p}
	type key struct {
		org  sanad.ID
		role string
	}
	at := map[key]int{}
	var groups [][]sanad.Found
	for _, m := range list {
		if !in[sanad.ID(m.Value("member"))] {
			continue
		}
		k := key{role: network.RoleKey(m.Value("role"))}
		if o := m.Value("organization"); o != "" {
			k.org = l.Ref(sanad.ID(o)).ID
		}
		i, ok := at[k]
		if !ok {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], m)
	}
	out := make([]RoleView, 0, len(groups))
	for _, g := range groups {
		v := RoleView{Date: g[0].Value("date"), Support: l.support(g, "role", "member")}
		told := map[string]int{}
		for _, m := range g {
			told[m.Value("role")]++
		}
		said := network.RolesOf(told, nil)[0]
		v.Role, v.Code, v.Words = said.Words[0], said.Code, said.Words
		v.Rank = network.Rank(v.Role)
		if o := g[0].Value("organization"); o != "" {
			ref := l.Ref(sanad.ID(o))
			v.Organization = &ref
		}
		out = append(out, v)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Reports != out[j].Reports {
			return out[i].Reports > out[j].Reports
		}
		return out[i].Rank < out[j].Rank
	})
	return out, nil
}

// kin lists the relatives of found persons who are one, each once for every relation some report gives.
func (p *picture) kin(in map[sanad.ID]bool) ([]KinView, error) {
	list, err := p.things(sanad.SchemaKinship)
	if err != nil {
		return nil, err
	}
	l := lens{p}
	out := []KinView{}
	type key struct {
		who      sanad.ID
		relation string
		inverse  bool
	}
	at := map[key]int{}
	var groups [][]sanad.Found
	for _, k := range list {
		person, relative := sanad.ID(k.Value("person")), sanad.ID(k.Value("relative"))
		x := KinView{Relation: k.Value("relation")}
		switch {
		case in[person]:
			x.Who = l.Ref(relative)
		case in[relative]:
			x.Who, x.Inverse = l.Ref(person), true
		}
		if x.Who.Name == "" {
			continue
		}
		key := key{x.Who.ID, x.Relation, x.Inverse}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out, groups = append(out, x), append(groups, nil)
		}
		groups[i] = append(groups[i], k)
	}
	for i := range out {
		out[i].Support = l.support(groups[i], "relation", "person", "relative")
	}
	return out, nil
}

func (p *picture) parts(id sanad.ID) ([]PartView, error) {
	all, err := p.incidents(false)
	if err != nil {
		return nil, err
	}
	parts, err := p.things(sanad.SchemaParticipation)
	if err != nil {
		return nil, err
	}
	l := lens{p}
	cites := map[sanad.ID]map[string][]sanad.Found{}
	for _, x := range parts {
		if p.canonical(sanad.ID(x.Value("participant"))) != id {
			continue
		}
		ev := p.canonical(sanad.ID(x.Value("event")))
		if cites[ev] == nil {
			cites[ev] = map[string][]sanad.Found{}
		}
		cites[ev][x.Value("role")] = append(cites[ev][x.Value("role")], x)
	}
	out := []PartView{}
	for _, i := range all {
		for _, x := range i.Participants {
			if x.Who.ID == id {
				out = append(out, PartView{Incident: i.ID, Type: i.Type, Date: i.Date, Place: i.Place, Role: x.Role, Support: l.support(cites[i.ID][x.Role], "role")})
			}
		}
	}
	return out, nil
}

// NameView is a name taken apart, for the command line.
type NameView = names.Name
