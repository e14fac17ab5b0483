package app

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/reread"
	"github.com/sanad-workbench/sanad/internal/store"
)

// RereadCounts is what reading again would change, or changed, in numbers.
type RereadCounts struct {
	Gained         int `json:"gained"`          // claims not found before
	Lost           int `json:"lost"`            // claims no longer found
	Changed        int `json:"changed"`         // claims that say the same in another voice, kind or resolved place
	EntitiesGained int `json:"entities_gained"` // things not found before
	EntitiesLost   int `json:"entities_lost"`   // things no longer found
	Realigned      int `json:"realigned"`       // things that keep their id though their first mention moved
	Kept           int `json:"kept"`            // claims no longer found that stand, because a person decided or a decision rests on them
	Settled        int `json:"settled"`         // claims newly found and not taken, because a person decided otherwise
	Open           int `json:"open"`            // conflicts that wait for a person
	Touched        int `json:"touched"`         // those of them where somebody reviewed or judged
	Decided        int `json:"decided"`         // conflicts a person decided
}

func (c *RereadCounts) add(d RereadCounts) {
	c.Gained += d.Gained
	c.Lost += d.Lost
	c.Changed += d.Changed
	c.EntitiesGained += d.EntitiesGained
	c.EntitiesLost += d.EntitiesLost
	c.Realigned += d.Realigned
	c.Kept += d.Kept
	c.Settled += d.Settled
	c.Open += d.Open
	c.Touched += d.Touched
	c.Decided += d.Decided
}

// RereadSummary is what reading an investigation again would change.
type RereadSummary struct {
	Extractor string `json:"extractor"` // that reads now, such as "rules/2"
	Reports   int    `json:"reports"`   // that have a text
	Unchanged int    `json:"unchanged"` // of them: it finds what stands
	RereadCounts
}

// RereadClaim is a claim as a difference between two readings shows it.
type RereadClaim struct {
	sanad.Claim
	EntityName string             `json:"entity_name"`
	ValueName  string             `json:"value_name,omitempty"` // of an entity-typed value
	Status     sanad.ReviewStatus `json:"status"`
	Quote      string             `json:"quote,omitempty"` // the sentence it stands in
	Mark       *sanad.Span        `json:"mark,omitempty"`  // the claim's own words inside Quote
	Before     *sanad.Claim       `json:"before,omitempty"`
}

// RereadEntity is a thing as a difference between two readings shows it.
type RereadEntity struct {
	ID       sanad.ID     `json:"id"`
	Schema   string       `json:"schema"`
	Name     string       `json:"name"`
	Was      sanad.ID     `json:"was,omitempty"`      // the id the new reading alone would have given it
	Mentions []sanad.Span `json:"mentions,omitempty"` // where it is named, of a conflict
	Judged   bool         `json:"judged,omitempty"`   // a judgement names it
	Keeps    bool         `json:"keeps,omitempty"`    // of a conflict: it would keep the id of one that stands, and with it the judgements
}

// RereadConflict is a conflict between two readings, as a person decides it.
type RereadConflict struct {
	ID       sanad.ID       `json:"id"`
	Kind     string         `json:"kind"` // split, join, mixed, parted, retyped
	Old      []RereadEntity `json:"old"`
	New      []RereadEntity `json:"new"`
	Reviewed int            `json:"reviewed"` // claims of theirs a person reviewed or made
	Blocked  bool           `json:"blocked"`  // the new reading cannot be taken before a judgement is withdrawn or two decisions agree
	Choice   *sanad.Choice  `json:"choice,omitempty"`
	Gained   []RereadClaim  `json:"gained"`
	Lost     []RereadClaim  `json:"lost"`
	Moved    []RereadClaim  `json:"moved"` // claims of persons that go along; Before is what they were
}

// RereadReport is what reading one report again would change.
type RereadReport struct {
	Report    sanad.ID `json:"report"`
	Reference string   `json:"reference"`
	Title     string   `json:"title"`
	Dated     string   `json:"dated,omitempty"`
	ReadBy    []string `json:"read_by"` // extractors that read it, oldest first
	Extractor string   `json:"extractor"`
	RereadCounts
	GainedClaims      []RereadClaim    `json:"gained_claims"`
	LostClaims        []RereadClaim    `json:"lost_claims"`
	ChangedClaims     []RereadClaim    `json:"changed_claims"`
	KeptClaims        []RereadClaim    `json:"kept_claims"`
	SettledClaims     []RereadClaim    `json:"settled_claims"`
	GainedEntities    []RereadEntity   `json:"gained_entities"`
	LostEntities      []RereadEntity   `json:"lost_entities"`
	RealignedEntities []RereadEntity   `json:"realigned_entities"`
	Conflicts         []RereadConflict `json:"conflicts"`
}

// rereading is one report on its way: what stands, what is read, what comes of it.
type rereading struct {
	row      store.ReportRow
	text     sanad.Text
	readBy   []string
	standing reread.Standing
	choices  map[sanad.ID]sanad.Choice // of conflicts: the one that holds
	reading  sanad.Reading
	result   reread.Result
}

// judgedEntities returns the found entities that judgements the viewer may see name.
func (a *App) judgedEntities(v *store.View) (map[sanad.ID]bool, error) {
	var list []sanad.Judgement
	if v.Actor().All {
		var err error
		if list, err = v.Judgements(); err != nil {
			return nil, err
		}
	} else {
		p, err := a.picture(v)
		if err != nil {
			return nil, err
		}
		list = p.history
	}
	judged := map[sanad.ID]bool{}
	for _, j := range list {
		if j.Holds() {
			judged[j.Left], judged[j.Right] = true, true
		}
	}
	return judged, nil
}

// gather collects what stands in reports before they are read again, in the order given. Reports without a text are left out.
func gather(v *store.View, ids []sanad.ID, judged map[sanad.ID]bool) ([]*rereading, error) {
	rows, err := v.Reports(store.ReportFilter{IDs: ids})
	if err != nil {
		return nil, err
	}
	of := map[sanad.ID]*rereading{}
	for _, r := range rows {
		of[r.ID] = &rereading{row: r, choices: map[sanad.ID]sanad.Choice{}, standing: reread.Standing{Report: r.ID, Reviews: map[sanad.ID]sanad.Review{}, Judged: judged, Choices: map[sanad.ID]sanad.Side{}}}
	}
	if err := v.Texts(ids, func(t sanad.Text) error {
		of[t.Report].text = t
		return nil
	}); err != nil {
		return nil, err
	}
	stands := map[sanad.ID]bool{}
	reviews, err := v.Reviews(ids)
	if err != nil {
		return nil, err
	}
	for _, aside := range []bool{false, true} {
		if err := v.Claims(store.ClaimFilter{Reports: ids, Aside: aside}, func(c sanad.Claim) error {
			s := &of[c.Report].standing
			switch {
			case !aside:
				stands[c.ID] = true
				s.Claims = append(s.Claims, c)
				if r, ok := reviews[c.ID]; ok {
					s.Reviews[c.ID] = r
				}
			case !stands[c.ID]:
				s.Aside = append(s.Aside, c)
			}
			return nil
		}); err != nil {
			return nil, err
		}
	}
	if err := v.AllStatements(ids, func(q sanad.Statement) error {
		s := &of[q.Report].standing
		s.Statements = append(s.Statements, q)
		return nil
	}); err != nil {
		return nil, err
	}
	reads, err := v.Readings(ids)
	if err != nil {
		return nil, err
	}
	for _, r := range reads {
		of[r.Report].readBy = append(of[r.Report].readBy, r.Extractor)
	}
	choices, err := v.Choices(ids)
	if err != nil {
		return nil, err
	}
	for _, c := range choices {
		if c.WithdrawnAt == nil {
			of[c.Report].choices[c.Conflict] = c
			of[c.Report].standing.Choices[c.Conflict] = c.Side
		}
	}
	var out []*rereading
	for _, id := range ids {
		x := of[id]
		if x == nil || x.text.ID == "" {
			continue
		}
		x.standing.Machine = func(c sanad.Claim) bool {
			// A language model's claims name their extractor as their origin; it is asked apart, and its claims stay.
			return !strings.HasPrefix(c.Origin, "user:") && !slices.Contains(x.readBy, c.Origin)
		}
		out = append(out, x)
	}
	return out, nil
}

// readAgain has the extractor read a report's text.
func (a *App) readAgain(ctx context.Context, x *rereading) error {
	var err error
	x.reading, err = a.extractor.Read(ctx, extract.Document{Report: x.row.ID, Text: x.text.Content, Language: x.text.Language, Dated: x.row.Dated})
	return err
}

// rereadable returns the reports a viewer may see, or those of them that references name, in the order of the references.
func rereadable(v *store.View, references []string) ([]sanad.ID, error) {
	var ids []sanad.ID
	if len(references) == 0 {
		return ids, v.ReportIDs(func(id sanad.ID, _ string) error {
			ids = append(ids, id)
			return nil
		})
	}
	for _, ref := range references {
		r, err := v.Report(ref)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return ids, nil
}

// PlanReread reads texts again and says what would change; it writes nothing but who looked. references empty means every
// report. each is called with every report in which something would change or waits for a person, in the order of the
// references; progress, which may be nil, with how many are read.
func (a *App) PlanReread(ctx context.Context, who store.Who, inv sanad.ID, references []string, progress func(done, total int), each func(RereadReport) error) (RereadSummary, error) {
	var out RereadSummary
	var ids []sanad.ID
	var judged map[sanad.ID]bool
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		var err error
		if ids, err = rereadable(v, references); err != nil {
			return err
		}
		judged, err = a.judgedEntities(v)
		return err
	})
	if err != nil {
		return out, err
	}
	done := 0
	for part := range slices.Chunk(ids, batchSize) {
		var list []*rereading
		if err := a.store.View(ctx, inv, who, func(v *store.View) error {
			v.Note(part...)
			var err error
			list, err = gather(v, part, judged)
			return err
		}); err != nil {
			return out, err
		}
		if err := a.compareAll(ctx, list); err != nil {
			return out, err
		}
		for _, x := range list {
			out.Reports++
			out.Extractor = x.reading.Extractor
			if x.result.Same() {
				out.Unchanged++
			}
			r := x.view()
			out.RereadCounts.add(r.RereadCounts)
			if x.result.Same() && len(r.Conflicts)+len(r.SettledClaims) == 0 {
				continue
			}
			if err := each(r); err != nil {
				return out, err
			}
		}
		if done += len(part); progress != nil {
			progress(done, len(ids))
		}
	}
	return out, nil
}

// compareAll reads reports again, two at a time, and compares.
func (a *App) compareAll(ctx context.Context, list []*rereading) error {
	errs := make([]error, len(list))
	slots := make(chan struct{}, workers)
	var wg sync.WaitGroup
	for i, x := range list {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wg.Done() }()
			if errs[i] = a.readAgain(ctx, x); errs[i] == nil {
				x.result = reread.Compare(x.standing, x.reading)
			}
		}()
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// RereadReport says what reading one report again would change.
func (a *App) RereadReport(ctx context.Context, who store.Who, inv sanad.ID, idOrRef string) (RereadReport, error) {
	x, err := a.rereadOne(ctx, who, inv, idOrRef)
	if err != nil {
		return RereadReport{}, err
	}
	r := x.view()
	a.plans.note(who.Actor, inv, r)
	return r, nil
}

func (a *App) rereadOne(ctx context.Context, who store.Who, inv sanad.ID, idOrRef string) (*rereading, error) {
	var list []*rereading
	err := a.store.View(ctx, inv, who, func(v *store.View) error {
		r, err := v.Report(idOrRef)
		if err != nil {
			return err
		}
		v.Note(r.ID)
		judged, err := a.judgedEntities(v)
		if err != nil {
			return err
		}
		list, err = gather(v, []sanad.ID{r.ID}, judged)
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, sanad.Errorf(sanad.NotFound, "report %s has no text yet", idOrRef).WithRemedy("type what it says into the report")
	}
	return list[0], a.compareAll(ctx, list)
}

// view makes what people see of a rereading.
func (x *rereading) view() RereadReport {
	res := x.result
	own := map[sanad.ID][]sanad.Claim{}
	schema := map[sanad.ID]string{}
	learn := func(list []sanad.Claim) {
		for _, c := range list {
			own[c.Entity] = append(own[c.Entity], c)
			if schema[c.Entity] == "" {
				schema[c.Entity] = c.Schema
			}
		}
	}
	learn(x.standing.Claims)
	learn(res.Plain.Add)
	learn(res.Settled)
	name := func(id sanad.ID) string { return caption([]sanad.Found{{Claims: own[id]}}) }
	runes := []rune(x.text.Content)
	line := func(c sanad.Claim) RereadClaim {
		r := RereadClaim{Claim: c, EntityName: name(c.Entity), Status: cmp.Or(x.standing.Reviews[c.ID].Status, sanad.Proposed)}
		if sanad.IsEntityProp(c.Schema, c.Prop) {
			r.ValueName = name(sanad.ID(c.Value))
		}
		if c.Span != nil {
			r.Quote, r.Mark = passage(runes, *c.Span)
		}
		return r
	}
	lines := func(list []sanad.Claim) []RereadClaim {
		list = slices.Clone(list)
		byPassage(list)
		out := make([]RereadClaim, len(list))
		for i, c := range list {
			out[i] = line(c)
		}
		return out
	}
	entity := func(id sanad.ID) RereadEntity { return RereadEntity{ID: id, Schema: schema[id], Name: name(id)} }
	entities := func(list []sanad.Entity) []RereadEntity {
		out := make([]RereadEntity, len(list))
		for i, e := range list {
			out[i] = entity(e.ID)
		}
		return out
	}
	changed, gained, lost := res.Plain.Changed()
	r := RereadReport{Report: x.row.ID, Reference: x.row.Reference, Title: x.row.Title, Dated: x.row.Dated, ReadBy: x.readBy, Extractor: x.reading.Extractor,
		GainedClaims: lines(gained), LostClaims: lines(lost), KeptClaims: lines(res.Kept), SettledClaims: lines(res.Settled), ChangedClaims: []RereadClaim{},
		GainedEntities: entities(res.Gained), LostEntities: entities(res.Lost), RealignedEntities: []RereadEntity{}, Conflicts: []RereadConflict{}}
	if r.ReadBy == nil {
		r.ReadBy = []string{}
	}
	for _, c := range changed {
		l := line(c[1])
		l.Before = &c[0]
		r.ChangedClaims = append(r.ChangedClaims, l)
	}
	for _, e := range res.Realigned {
		if res.Same() {
			break // so it was read before
		}
		n := entity(e.Old)
		n.Was = e.New
		r.RealignedEntities = append(r.RealignedEntities, n)
	}
	for _, c := range res.Conflicts {
		r.Conflicts = append(r.Conflicts, x.conflictView(c, own, schema, line, entity))
		switch {
		case c.Open():
			r.Open++
			if c.Touched() {
				r.Touched++
			}
		default:
			r.Decided++
		}
	}
	r.RereadCounts.add(RereadCounts{Gained: len(r.GainedClaims), Lost: len(r.LostClaims), Changed: len(r.ChangedClaims), EntitiesGained: len(r.GainedEntities), EntitiesLost: len(r.LostEntities),
		Realigned: len(r.RealignedEntities), Kept: len(r.KeptClaims), Settled: len(r.SettledClaims)})
	return r
}

// conflictView names what is contested: the old ones by what stands, the new ones by what the reading says of them.
func (x *rereading) conflictView(c reread.Conflict, own map[sanad.ID][]sanad.Claim, schema map[sanad.ID]string, line func(sanad.Claim) RereadClaim, entity func(sanad.ID) RereadEntity) RereadConflict {
	v := RereadConflict{ID: c.ID, Kind: string(c.Kind), Reviewed: c.Reviewed, Blocked: c.Blocked, Old: []RereadEntity{}, New: []RereadEntity{}, Gained: []RereadClaim{}, Lost: []RereadClaim{}, Moved: []RereadClaim{}}
	if ch, ok := x.choices[c.ID]; ok {
		v.Choice = &ch
	}
	for _, id := range c.Old {
		e := entity(id)
		e.Judged = slices.Contains(c.Judged, id)
		for _, cl := range own[id] {
			if cl.Span != nil && sanad.IsNameProp(cl.Prop) && !slices.Contains(e.Mentions, *cl.Span) {
				e.Mentions = append(e.Mentions, *cl.Span)
			}
		}
		slices.SortFunc(e.Mentions, func(a, b sanad.Span) int { return a.Start - b.Start })
		v.Old = append(v.Old, e)
	}
	byWords := map[sanad.ID][]sanad.Claim{} // under the ids here
	for _, cl := range slices.Concat(x.standing.Claims, c.Change.Add) {
		byWords[cl.Entity] = append(byWords[cl.Entity], cl)
		if schema[cl.Entity] == "" {
			schema[cl.Entity] = cl.Schema
		}
	}
	called := map[sanad.ID]string{} // the parts, as the new reading names them
	for _, p := range c.New {
		e := RereadEntity{ID: p.ID, Schema: schema[p.ID], Mentions: p.Mentions, Keeps: slices.Contains(c.Old, p.ID)}
		var said []sanad.Claim
		for _, cl := range byWords[p.ID] {
			if cl.Span != nil && sanad.IsNameProp(cl.Prop) && slices.Contains(p.Mentions, *cl.Span) {
				said = append(said, cl)
			}
		}
		e.Name = caption([]sanad.Found{{Claims: said}})
		called[p.ID] = e.Name
		v.New = append(v.New, e)
	}
	show := func(cl sanad.Claim, new bool) RereadClaim {
		l := line(cl)
		if n := called[cl.Entity]; new && n != "" {
			l.EntityName = n
		}
		if n := called[sanad.ID(cl.Value)]; new && n != "" && sanad.IsEntityProp(cl.Schema, cl.Prop) {
			l.ValueName = n
		}
		if l.EntityName == "" {
			l.EntityName = caption([]sanad.Found{{Claims: byWords[cl.Entity]}})
		}
		if sanad.IsEntityProp(cl.Schema, cl.Prop) && l.ValueName == "" {
			l.ValueName = caption([]sanad.Found{{Claims: byWords[sanad.ID(cl.Value)]}})
		}
		return l
	}
	moved := map[sanad.ID]bool{}
	for _, m := range c.Change.Moved {
		l := show(m.To, true)
		l.Before = &m.From
		v.Moved = append(v.Moved, l)
		moved[m.To.ID] = true
	}
	add, out := slices.Clone(c.Change.Add), slices.Clone(c.Change.Out)
	byPassage(add)
	byPassage(out)
	for _, cl := range add {
		if !moved[cl.ID] {
			v.Gained = append(v.Gained, show(cl, true))
		}
	}
	for _, cl := range out {
		v.Lost = append(v.Lost, show(cl, false))
	}
	return v
}
