package app

import (
	"context"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/lineage"
	"github.com/sanad-workbench/sanad/internal/match"
	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/resolve"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

// base is what one audience may see of the reports of an investigation at one version, kept in memory: loaded schema by
// schema when first asked for. It holds nothing the audience may not see, so that whatever is computed from it cannot
// tell of it either. It is safe for concurrent use.
type base struct {
	inv     sanad.ID
	written int64

	mu      sync.Mutex
	reports map[sanad.ID]*store.ReportRow
	roots   map[sanad.ID]sanad.ID // a report that repeats another one → the origin
	links   []sanad.Link
	reviews map[sanad.ID]sanad.Review
	found   map[string][]sanad.Found
	at      map[sanad.ID]place // where a found entity stands in found
	index   *matcher

	questions   []store.RankedQuestion // as stored, before any judgement
	questionGen int
	orgs        map[sanad.ID]sanad.ID   // an organization found → the first one of that name
	named       map[sanad.ID][]sanad.ID // the first one of a name → all of them
}

type place struct {
	schema string
	n      int
}

// picture is a base with the identities that follow from the judgements the audience may see.
type picture struct {
	*base
	v        *store.View
	judged   int64
	actor    sanad.Actor
	identity *resolve.Identity
	history  []sanad.Judgement // those the audience may see, oldest first
	captions map[sanad.ID]string
	weak     map[sanad.ID]bool
	mu2      *sync.Mutex
	open     *openList // shared by every view of this picture, as are
	doubted  *doubtList
}

// newPicture is a picture in which nothing is resolved yet.
func newPicture(b *base, v *store.View) *picture {
	return &picture{base: b, v: v, actor: v.Actor(), mu2: new(sync.Mutex), captions: map[sanad.ID]string{}, weak: map[sanad.ID]bool{}, open: &openList{}, doubted: &doubtList{}}
}

// questions is ranked questions, the one to ask first leading.
type questions struct {
	list   []store.RankedQuestion
	ranked []match.Ranked // where they are not the stored ones; their place is the N of the list
}

// openList is the open questions, computed once.
type openList struct {
	mu sync.Mutex
	questions
	ready  bool
	judged []sanad.ID // while not ready: whom judgements touched since ranked was
	moved  bool       // there are judgements which the stored order does not know
}

// after is the list as it is once more judgements are there, of which ids are touched: nothing is computed before it is asked for.
func (l *openList) after(ids []sanad.ID) *openList {
	l.mu.Lock()
	defer l.mu.Unlock()
	return &openList{questions: questions{ranked: l.ranked}, judged: append(slices.Clone(l.judged), ids...), moved: l.moved || len(ids) > 0}
}

// pictures keeps the newest pictures in memory, a few audiences deep.
type pictures struct {
	mu   sync.Mutex
	list []*kept
}

type kept struct {
	inv      sanad.ID
	audience string
	base     *base
	judged   int64
	picture  *picture
}

const keptPictures = 4

func audience(actor sanad.Actor, asOf time.Time) string {
	s := "*"
	if !actor.All {
		l := slices.Clone(actor.Labels)
		sort.Strings(l)
		s = strings.Join(l, "\x00")
	}
	if !asOf.IsZero() {
		s += "@" + asOf.UTC().Format(time.RFC3339Nano)
	}
	return s
}

// see opens a view and gives fn the picture of it. People and sealed things that fn shows must be noted on the view.
func (a *App) see(ctx context.Context, who store.Who, inv sanad.ID, fn func(p *picture) error) error {
	return a.store.View(ctx, inv, who, func(v *store.View) error {
		p, err := a.picture(v)
		if err != nil {
			return err
		}
		return fn(p)
	})
}

func (a *App) picture(v *store.View) (*picture, error) {
	ver, err := v.Version()
	if err != nil {
		return nil, err
	}
	key := audience(v.Actor(), v.AsOf())
	a.pictures.mu.Lock()
	defer a.pictures.mu.Unlock()
	var k *kept
	for i, x := range a.pictures.list {
		if x.inv == v.Investigation() && x.audience == key {
			k = x
			a.pictures.list = append(append([]*kept{x}, a.pictures.list[:i]...), a.pictures.list[i+1:]...)
			break
		}
	}
	if k == nil {
		k = &kept{inv: v.Investigation(), audience: key}
		a.pictures.list = append([]*kept{k}, a.pictures.list...)
		if len(a.pictures.list) > keptPictures {
			a.pictures.list = a.pictures.list[:keptPictures]
		}
	}
	if k.base == nil || k.base.written != ver.Written {
		if k.base, err = loadBase(v, ver.Written); err != nil {
			return nil, err
		}
		k.picture = nil
	}
	if k.picture == nil || k.judged != ver.Judged {
		p := newPicture(k.base, v)
		p.judged = ver.Judged
		if err := p.resolve(k.picture); err != nil {
			return nil, err
		}
		if err := p.relearn(); err != nil {
			return nil, err
		}
		k.picture, k.judged = p, ver.Judged
	}
	p := *k.picture
	p.v = v
	return &p, nil
}

// relearn weighs with what the investigation taught when questions were last raised, which may be since the matcher was made.
func (p *picture) relearn() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.index == nil || !p.storedQuestions() {
		return nil
	}
	w, err := readWeights(p.v, p.inv)
	if err == nil {
		p.index.use(w)
	}
	return err
}

func loadBase(v *store.View, written int64) (*base, error) {
	b := &base{inv: v.Investigation(), written: written, reports: map[sanad.ID]*store.ReportRow{}, found: map[string][]sanad.Found{}, at: map[sanad.ID]place{}}
	rows, err := v.Reports(store.ReportFilter{})
	if err != nil {
		return nil, err
	}
	for i := range rows {
		b.reports[rows[i].ID] = &rows[i]
	}
	if b.links, err = visibleLineage(v); err != nil {
		return nil, err
	}
	b.roots = lineage.Origins(b.links)
	b.reviews, err = v.Reviews(nil)
	return b, err
}

// visibleLineage returns which report repeats which. The stored lineage was found over every report; through a hidden
// one it would tell that there is something between two visible ones. So whoever may not see everything has it found
// among what he may see.
func visibleLineage(v *store.View) ([]sanad.Link, error) {
	if v.Actor().All {
		return v.Lineage()
	}
	docs, err := documents(v)
	if err != nil {
		return nil, err
	}
	return lineage.Find(docs), nil
}

// things returns every found entity of a schema with the claims nobody rejected, ordered by report and id.
func (p *picture) things(schema string) ([]sanad.Found, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.load(schema)
}

func (p *picture) load(schema string) ([]sanad.Found, error) {
	if list, ok := p.found[schema]; ok {
		return list, nil
	}
	list := []sanad.Found{}
	err := p.v.Claims(store.ClaimFilter{Schemata: []string{schema}}, func(c sanad.Claim) error {
		if s := p.reviews[c.ID].Status; s == sanad.Rejected || s == sanad.Corrected {
			return nil
		}
		if n := len(list); n == 0 || list[n-1].ID != c.Entity {
			list = append(list, sanad.Found{ID: c.Entity, Report: c.Report, Schema: schema})
		}
		f := &list[len(list)-1]
		f.Claims = append(f.Claims, c)
		return nil
	})
	if err != nil {
		return nil, err
	}
	inferred := func(c sanad.Claim) bool { return sanad.OnlyInferred(c.Origin, p.reviews[c.ID].Status) }
	for i := range list {
		byPassage(list[i].Claims)
		readFirst(list[i].Claims, inferred)
		list[i].Inferred = list[i].InferredBy(inferred)
		p.at[list[i].ID] = place{schema, i}
	}
	p.found[schema] = list
	return list, nil
}

// all returns the found things of several schemata.
func (p *picture) all(schemata ...string) ([]sanad.Found, error) {
	var out []sanad.Found
	for _, s := range schemata {
		list, err := p.things(s)
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}

// byPassage puts claims in the order of the text; a person's own claims, which have no passage, come first.
func byPassage(claims []sanad.Claim) {
	start := func(c sanad.Claim) int {
		if c.Span == nil {
			return -1
		}
		return c.Span.Start
	}
	sort.SliceStable(claims, func(i, j int) bool { return start(claims[i]) < start(claims[j]) })
}

// readFirst puts what is only inferred behind the rest, which so speaks for the record.
func readFirst(claims []sanad.Claim, inferred func(sanad.Claim) bool) {
	var guessed []sanad.Claim
	n := 0
	for _, c := range claims {
		if inferred(c) {
			guessed = append(guessed, c)
		} else {
			claims[n] = c
			n++
		}
	}
	copy(claims[n:], guessed)
}

var actorSchemata = []string{sanad.SchemaPerson, sanad.SchemaOrganization, sanad.SchemaNetwork, sanad.SchemaUnit, sanad.SchemaGroup}

// thing finds a found entity among the actors and events; ok is false when the audience has no such thing.
func (p *picture) thing(id sanad.ID) (sanad.Found, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range append(actorSchemata, sanad.SchemaEvent, sanad.SchemaOperation) {
		if _, err := p.load(s); err != nil {
			return sanad.Found{}, false
		}
	}
	at, ok := p.at[id]
	if !ok {
		return sanad.Found{}, false
	}
	return p.found[at.schema][at.n], true
}

// resolve computes the identities that follow from the judgements this audience may see: anew what changed since an
// earlier picture of the same base, everything when there is none.
func (p *picture) resolve(earlier *picture) error {
	all, err := p.v.Judgements()
	if err != nil {
		return err
	}
	for _, j := range all {
		if p.maySee(j) {
			p.history = append(p.history, j)
		}
	}
	sanad.Correct(p.history)
	if len(p.history) > 0 {
		if _, err := p.things(sanad.SchemaPerson); err != nil {
			return err
		}
	}
	if earlier == nil {
		p.identity = resolve.Resolve(p.history, lens{p})
		return nil
	}
	before := make(map[sanad.ID]sanad.Judgement, len(earlier.history))
	for _, j := range earlier.history {
		before[j.ID] = j
	}
	var changed []sanad.Judgement
	for _, j := range p.history {
		old, ok := before[j.ID]
		if !ok || (old.WithdrawnAt == nil) != (j.WithdrawnAt == nil) || old.Pending != j.Pending {
			changed = append(changed, j)
		}
	}
	p.weak = earlier.weak // of found entities, which no judgement changes
	if 2*len(changed) > len(p.history) {
		p.identity = resolve.Resolve(p.history, lens{p})
	} else {
		p.identity = resolve.Update(earlier.identity, p.history, changed, lens{p})
	}
	var moved []sanad.ID
	for _, j := range changed {
		moved = append(moved, j.Touched()...)
	}
	for _, j := range p.history { // a judgement may release or hold back another one
		if earlier.identity.Canonical(j.Left) != p.identity.Canonical(j.Left) || earlier.identity.Canonical(j.Right) != p.identity.Canonical(j.Right) {
			moved = append(moved, j.Touched()...)
		}
	}
	p.open = earlier.open.after(moved)
	return nil
}

// maySee reports whether the audience sees everything a judgement was made on: a judgement is as restricted as the most
// restricted thing its author saw.
func (p *picture) maySee(j sanad.Judgement) bool {
	if p.actor.All && p.v.AsOf().IsZero() {
		return true
	}
	return !slices.ContainsFunc(j.Touched(), func(id sanad.ID) bool { _, ok := p.thing(id); return !ok })
}

// canonical returns the id of what a found entity belongs to: by judgement, and for a known organization by its name first.
func (p *picture) canonical(id sanad.ID) sanad.ID {
	return p.identity.Canonical(p.byName(id))
}

// byName returns the organization that stands for all of its name; anything else stands for itself.
func (p *picture) byName(id sanad.ID) sanad.ID {
	p.mu.Lock()
	defer p.mu.Unlock()
	if o, ok := p.organizations()[id]; ok {
		return o
	}
	return id
}

// organizations joins organizations, networks and units of one name, whatever the report: known organizations resolve
// by themselves, visibly (each screen lists the reports) and correctably (a claim's name can be corrected).
func (p *picture) organizations() map[sanad.ID]sanad.ID {
	if p.orgs != nil {
		return p.orgs
	}
	p.orgs = map[sanad.ID]sanad.ID{}
	first := map[string]sanad.ID{}
	for _, schema := range []string{sanad.SchemaOrganization, sanad.SchemaNetwork, sanad.SchemaUnit} {
		list, err := p.load(schema)
		if err != nil {
			continue
		}
		for _, f := range list {
			key := orgKey(f.Value("name"))
			if key == "" {
				continue
			}
			if o, ok := first[key]; !ok || f.ID < o {
				first[key] = f.ID
			}
		}
	}
	for _, schema := range []string{sanad.SchemaOrganization, sanad.SchemaNetwork, sanad.SchemaUnit} {
		for _, f := range p.found[schema] {
			if key := orgKey(f.Value("name")); key != "" {
				p.orgs[f.ID] = first[key]
			}
		}
	}
	return p.orgs
}

// orgKey is the name of an organization without articles and case, so that spellings of one name meet.
func orgKey(name string) string {
	var words []string
	for _, w := range text.FoldedWords(name) {
		switch w {
		case "the", "al", "of", "el", "co", "company", "شركه", "group", "organization", "organisation", "movement", "جماعه", "تنظيم", "حركه":
			continue
		}
		words = append(words, strings.TrimPrefix(w, "ال"))
	}
	return strings.Join(words, " ")
}

// members returns the found entities that belong to the same thing as id.
func (p *picture) members(id sanad.ID) []sanad.ID {
	group := p.identity.Group(p.byName(id))
	if f, ok := p.thing(id); !ok || !sanad.IsOrganization(f.Schema) {
		return group
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.named == nil {
		p.named = map[sanad.ID][]sanad.ID{}
		for m, first := range p.organizations() {
			p.named[first] = append(p.named[first], m)
		}
	}
	var out []sanad.ID
	for _, g := range group {
		if list := p.named[g]; len(list) > 0 {
			out = append(out, list...)
		} else {
			out = append(out, g)
		}
	}
	slices.Sort(out)
	return out
}

// memberThings returns the found entities behind a canonical id.
func (p *picture) memberThings(id sanad.ID) []sanad.Found {
	var out []sanad.Found
	for _, m := range p.members(id) {
		if f, ok := p.thing(m); ok {
			out = append(out, f)
		}
	}
	return out
}

// caption is what to call a thing: of a person the fullest name most reports give, computed for this audience alone.
func (p *picture) caption(canonical sanad.ID) string {
	p.mu2.Lock()
	c, ok := p.captions[canonical]
	p.mu2.Unlock()
	if ok {
		return c
	}
	c = caption(p.memberThings(canonical))
	p.mu2.Lock()
	p.captions[canonical] = c
	p.mu2.Unlock()
	return c
}

func caption(things []sanad.Found) string {
	type tally struct{ words, n int }
	count := map[string]*tally{}
	var keys []string
	for _, f := range things {
		for _, c := range f.Claims {
			weight := 0
			switch c.Prop {
			case "name":
				weight = 100
			case "alias", "kunya", "nisba", "subtype":
				weight = 1
			default:
				continue
			}
			t := count[c.Value]
			if t == nil {
				t = &tally{words: min(4, len(strings.Fields(c.Value))) * weight}
				count[c.Value] = t
				keys = append(keys, c.Value)
			}
			t.n++
		}
	}
	best := ""
	for _, k := range keys {
		if best == "" {
			best = k
			continue
		}
		a, b := count[k], count[best]
		if a.words != b.words {
			if a.words > b.words {
				best = k
			}
		} else if a.n > b.n || a.n == b.n && k < best {
			best = k
		}
	}
	return best
}

// lens shows found things as the picture's audience sees them.
type lens struct{ p *picture }

// Visible reports whether the audience has this entity.
func (l lens) Visible(id sanad.ID) bool {
	_, ok := l.p.thing(id)
	return ok
}

// Weak reports whether a person is known in this report by no more than a kunya, a nisba or a single name.
func (l lens) Weak(id sanad.ID) bool {
	l.p.mu2.Lock()
	w, ok := l.p.weak[id]
	l.p.mu2.Unlock()
	if ok {
		return w
	}
	w = true
	if f, ok := l.p.thing(id); ok {
		if f.Schema != sanad.SchemaPerson {
			w = false
		}
		for _, c := range f.Claims {
			if c.Prop == "name" && !names.Parse(c.Value).Weak() {
				w = false
			}
		}
	}
	l.p.mu2.Lock()
	l.p.weak[id] = w
	l.p.mu2.Unlock()
	return w
}

// Clash returns why two persons cannot be one.
func (l lens) Clash(a, b sanad.ID) (sanad.Reason, bool) {
	ix, err := l.p.matcher()
	if err != nil {
		return sanad.Reason{}, false
	}
	return ix.Clash(a, b)
}

// Clashing returns what of an entity can clash.
func (l lens) Clashing(id sanad.ID) string {
	ix, err := l.p.matcher()
	if err != nil {
		return string(id)
	}
	return ix.Clashing(id)
}

// Ref returns the thing a found entity belongs to.
func (l lens) Ref(id sanad.ID) sanad.Ref {
	c := l.p.canonical(id)
	f, ok := l.p.thing(id)
	if !ok {
		return sanad.Ref{ID: id}
	}
	r := sanad.Ref{ID: c, Name: l.p.caption(c), Schema: f.Schema}
	if f.Schema == sanad.SchemaPerson {
		r.Weak = true
		for _, m := range l.p.members(c) {
			if !l.Weak(m) {
				r.Weak = false
				break
			}
		}
	}
	return r
}

// Group gathers found things by canonical id, in the order the first of each comes.
func (l lens) Group(things []sanad.Found) ([]sanad.ID, [][]sanad.Found) {
	at := map[sanad.ID]int{}
	var ids []sanad.ID
	var groups [][]sanad.Found
	for _, f := range things {
		c := l.p.canonical(f.ID)
		i, ok := at[c]
		if !ok {
			i = len(ids)
			at[c] = i
			ids, groups = append(ids, c), append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return ids, groups
}

// line is the independent line of information a report belongs to: who controls the source of the report it goes back
// to. Two agencies under one head are one line; a copy is its origin's.
func (l lens) line(report sanad.ID) string {
	if root, ok := l.p.roots[report]; ok {
		report = root
	}
	r := l.p.reports[report]
	if r == nil {
		return ""
	}
	if r.Controller != "" {
		return r.Controller
	}
	return r.SourceCode
}

// Lines counts reports and the independent lines among them.
func (l lens) Lines(reports []sanad.ID) (int, int) {
	seen, lines := map[sanad.ID]bool{}, map[string]bool{}
	for _, r := range reports {
		seen[r] = true
		lines[l.line(r)] = true
	}
	return len(seen), len(lines)
}

// cite makes the citation of a claim; its quote is filled in by quote.
func (l lens) cite(c sanad.Claim) *sanad.Cite {
	r := l.p.reports[c.Report]
	if r == nil {
		return nil
	}
	status := l.p.reviews[c.ID].Status
	if status == "" {
		status = sanad.Proposed
	}
	_, derived := l.p.roots[c.Report]
	return &sanad.Cite{Claim: c.ID, Report: c.Report, Reference: r.Reference, Source: r.SourceCode, SourceKind: r.SourceKind, Reliability: r.Reliability,
		Credibility: c.Credibility, Dated: r.Dated, Span: c.Span, Polarity: c.Polarity, Origin: c.Origin, Line: l.line(c.Report), Status: string(status), Derived: derived, Kind: string(c.Kind)}
}

// Cites returns one citation a report and passage for the given properties.
func (l lens) Cites(things []sanad.Found, props ...string) []*sanad.Cite {
	out := []*sanad.Cite{}
	type key struct {
		report sanad.ID
		span   sanad.Span
	}
	seen := map[key]bool{}
	for _, f := range things {
		for _, c := range f.Claims {
			if !slices.Contains(props, c.Prop) {
				continue
			}
			k := key{report: c.Report}
			if c.Span != nil {
				k.span = *c.Span
			}
			if seen[k] {
				continue
			}
			seen[k] = true
			if x := l.cite(c); x != nil {
				out = append(out, x)
			}
		}
	}
	return out
}

// quoteLimit is how long a quoted passage may be, in code points.
const quoteLimit = 320

// quote fills in the words of citations, from the texts of their reports.
func (p *picture) quote(cites []*sanad.Cite) error {
	byReport := map[sanad.ID][]*sanad.Cite{}
	for _, c := range cites {
		if c != nil && c.Span != nil && c.Quote == "" {
			byReport[c.Report] = append(byReport[c.Report], c)
		}
	}
	ids := make([]sanad.ID, 0, len(byReport))
	for id := range byReport {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for chunk := range slices.Chunk(ids, 200) {
		err := p.v.Texts(chunk, func(t sanad.Text) error {
			r := []rune(t.Content)
			for _, c := range byReport[t.Report] {
				c.Quote, c.Mark = passage(r, *c.Span)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// passage returns the sentence around a span and where in it the span lies.
func passage(r []rune, s sanad.Span) (string, *sanad.Span) {
	if s.End > len(r) || s.Start < 0 || s.Start >= s.End {
		return "", nil
	}
	stop := func(x rune) bool { return x == '.' || x == '\n' || x == '!' || x == '?' || x == '؟' || x == '۔' }
	from, to := s.Start, s.End
	for from > 0 && s.Start-from < quoteLimit/2 && !(stop(r[from-1]) && (from == len(r) || r[from-1] == '\n' || r[from] == ' ' || r[from] == '\n')) {
		from--
	}
	for to < len(r) && to-s.End < quoteLimit/2 && !stop(r[to]) {
		to++
	}
	if to < len(r) && r[to] != '\n' {
		to++
	}
	for from < s.Start && (r[from] == ' ' || r[from] == '\n') {
		from++
	}
	return string(r[from:to]), &sanad.Span{Start: s.Start - from, End: s.End - from}
}
