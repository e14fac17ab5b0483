package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/sim"
	"github.com/sanad-workbench/sanad/internal/store"
)

// DemoName is the name of the demo investigation.
const DemoName = "demo"

// DemoOptions say how large the invented world is.
type DemoOptions struct {
	Seed    uint64
	Members int
	Reports int
}

// Demo makes the demo investigation: an invented world, told in reports, with the invented reviewer's judgements, so
// that there is a picture. Started again after it was killed, it goes on where it was. A finished demo is left alone.
func (a *App) Demo(ctx context.Context, actor sanad.Actor, o DemoOptions, progress func(stage string, done, total int)) (sanad.Investigation, error) {
	inv, err := a.Investigation(ctx, actor, DemoName)
	if sanad.CodeOf(err) == sanad.NotFound {
		inv, err = a.CreateInvestigation(ctx, actor, DemoName, "The Wadi network · شبكة الوادي", true)
	}
	if err != nil {
		return inv, err
	}
	runs, err := a.Runs(ctx, actor, inv.ID)
	if err != nil {
		return inv, err
	}
	var again *sanad.Run
	for i := range runs {
		if runs[i].Kind != "demo" {
			continue
		}
		if runs[i].State == sanad.Done {
			return inv, nil
		}
		again = &runs[i]
	}
	run := again
	if again == nil || !again.Closed {
		dir := a.demoDir()
		if progress != nil {
			progress("simulate", 0, o.Reports)
		}
		if _, err := os.Stat(filepath.Join(dir, "complete")); errors.Is(err, os.ErrNotExist) {
			if err := os.RemoveAll(dir); err != nil {
				return inv, fmt.Errorf("clear %s: %w", dir, err)
			}
			w, err := sim.Generate(sim.Options{Seed: o.Seed, Members: o.Members, Reports: o.Reports})
			if err != nil {
				return inv, fmt.Errorf("invent a world: %w", err)
			}
			if err := w.Write(dir, func(done, total int) {
				if progress != nil {
					progress("simulate", done, total)
				}
			}); err != nil {
				return inv, err
			}
			if err := os.WriteFile(filepath.Join(dir, "complete"), nil, 0o600); err != nil {
				return inv, fmt.Errorf("write %s: %w", dir, err)
			}
		}
		if again == nil {
			fresh := sanad.Run{ID: sanad.NewID("w"), Investigation: inv.ID, Kind: "demo", State: sanad.Running, Stage: stageRead, Actor: actor.Name, Started: a.store.Clock()}
			again = &fresh
		}
		r, err := a.AddFiles(ctx, actor, inv.ID, []string{filepath.Join(dir, "reports")}, filepath.Join(dir, "sources.csv"), Given{}, again, func(done, total int) {
			if progress != nil {
				progress("intake", done, total)
			}
		})
		if err != nil {
			return inv, err
		}
		run = &r
	}
	_, err = a.Wait(ctx, actor, run.ID, func(r sanad.Run) {
		if progress != nil {
			progress(r.Stage, r.Done, r.Total)
		}
	})
	if err == nil {
		// The truth about the invented world has no place in the data directory: eval makes its own.
		err = os.RemoveAll(a.demoDir())
	}
	return inv, err
}

func (a *App) demoDir() string { return filepath.Join(a.Dir, "demo-world") }

// mentionAt names a person by where a report mentions him.
type mentionAt struct {
	Report string `json:"report"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

type scripted struct {
	Left    mentionAt     `json:"left"`
	Right   mentionAt     `json:"right"`
	Verdict sanad.Verdict `json:"verdict"`
	Reason  string        `json:"reason"`
}

// judgeDemo lets the invented reviewer judge: his answers are given by mention, and hold for the found entities that
// overlap them.
func (a *App) judgeDemo(ctx context.Context, job store.Job) (func(*store.Tx) error, error) {
	f, err := os.Open(filepath.Join(a.demoDir(), "judgements.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("open the invented reviewer's judgements: %w", err)
	}
	defer f.Close()
	var list []scripted
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var j scripted
		if err := json.Unmarshal(s.Bytes(), &j); err != nil {
			return nil, sanad.Errorf(sanad.Invalid, "%s:%d: %v", f.Name(), len(list)+1, err)
		}
		list = append(list, j)
	}
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("read the invented reviewer's judgements: %w", err)
	}
	var judgements []sanad.Judgement
	err = a.store.View(ctx, job.Investigation, store.Who{Actor: system(job.Actor)}, func(v *store.View) error {
		read, err := readFound(v)
		if err != nil {
			return err
		}
		references, err := references(v)
		if err != nil {
			return err
		}
		type mention struct {
			span   sanad.Span
			entity sanad.ID
		}
		at := map[string][]mention{}
		strong, weak := map[sanad.ID]bool{}, map[string]bool{}
		err = read(sanad.SchemaPerson, func(x sanad.Found) {
			ref := references[x.Report]
			if named(x, weak) {
				strong[x.ID] = true
			}
			for _, c := range x.Claims {
				if sanad.IsNameProp(c.Prop) && c.Span != nil {
					at[ref] = append(at[ref], mention{*c.Span, x.ID})
				}
			}
		})
		if err != nil {
			return err
		}
		find := func(m mentionAt) sanad.ID {
			var best sanad.ID
			most := 0
			for _, n := range at[m.Report] {
				if o := min(n.span.End, m.End) - max(n.span.Start, m.Start); o > most && 2*o >= m.End-m.Start {
					best, most = n.entity, o
				}
			}
			return best
		}
		group := newGroups()
		for n, j := range list {
			left, right := find(j.Left), find(j.Right)
			if left == "" || right == "" || left == right {
				continue // the reader did not find one of the two
			}
			if j.Verdict == sanad.Same && (!strong[left] || !strong[right] || group.one(left, right)) {
				continue // he would not say this of a kunya, nor twice
			}
			judgements = append(judgements, sanad.Judgement{ID: demoJudgement(n), Left: left, Right: right, Verdict: j.Verdict, Reason: j.Reason,
				Author: "reviewer (invented)", Second: "second reviewer (invented)", LeftGroup: group.of(left), RightGroup: group.of(right)})
			if j.Verdict == sanad.Same {
				group.join(left, right)
			}
		}
		incidents, err := a.joinIncidents(read, references, len(list))
		judgements = append(judgements, incidents...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return func(t *store.Tx) error {
		t.Log("judgements", len(judgements))
		for _, j := range judgements {
			if err := t.PutJudgement(j); err != nil {
				return err
			}
		}
		return step(t, job, 0)
	}, nil
}

// references returns the external reference of every report.
func references(v *store.View) (map[sanad.ID]string, error) {
	rows, err := v.Reports(store.ReportFilter{})
	out := make(map[sanad.ID]string, len(rows))
	for _, r := range rows {
		out[r.ID] = r.Reference
	}
	return out, err
}

// demoJudgement is the id of the n-th judgement of the invented reviewer: all are recorded in one moment, and their ids
// keep the order in which he saw the groups grow.
func demoJudgement(n int) sanad.ID { return sanad.ID(fmt.Sprintf("jdemo%08d", n)) }

// joinIncidents lets the invented reviewer say which accounts tell of one incident, for four reports in five: from the
// truth of the invented world, by where each report tells of it.
func (a *App) joinIncidents(read foundReader, references map[sanad.ID]string, from int) ([]sanad.Judgement, error) {
	gold, err := sim.LoadGold(filepath.Join(a.demoDir(), "gold"))
	if err != nil {
		return nil, fmt.Errorf("read the truth of the invented world: %w", err)
	}
	type account struct {
		id    sanad.ID
		spans []sanad.Span
	}
	told := map[string][]account{}
	err = read(sanad.SchemaEvent, func(e sanad.Found) {
		acc := account{id: e.ID}
		for _, c := range e.Claims {
			if c.Span != nil {
				acc.spans = append(acc.spans, *c.Span)
			}
		}
		ref := references[e.Report]
		told[ref] = append(told[ref], acc)
	})
	if err != nil {
		return nil, err
	}
	var order []string
	accounts := map[string][]sanad.ID{}
	seen := map[sanad.ID]bool{}
	for n, m := range gold.IncidentMentions {
		if n%5 == 4 {
			continue // left as a question for the user
		}
		span := sanad.Span{Start: m.Start, End: m.End}
		for _, e := range told[m.Report] {
			if seen[e.id] || !slices.ContainsFunc(e.spans, span.Overlaps) {
				continue
			}
			seen[e.id] = true
			if accounts[m.Incident] == nil {
				order = append(order, m.Incident)
			}
			accounts[m.Incident] = append(accounts[m.Incident], e.id)
			break
		}
	}
	var out []sanad.Judgement
	group := newGroups()
	for _, id := range order {
		// Two by two, then four by four: the members stored with each judgement stay few.
		for list := accounts[id]; len(list) > 1; {
			var next []sanad.ID
			for i := 0; i < len(list); i += 2 {
				next = append(next, list[i])
				if i+1 == len(list) {
					continue
				}
				l, r := list[i], list[i+1]
				out = append(out, sanad.Judgement{ID: demoJudgement(from + len(out)), Left: l, Right: r, Verdict: sanad.Same,
					Reason: "same place, same day, same people", Author: "reviewer (invented)", Second: "second reviewer (invented)", LeftGroup: group.of(l), RightGroup: group.of(r)})
				group.join(l, r)
			}
			list = next
		}
	}
	return out, nil
}

// groups are the identities as the invented reviewer sees them grow.
type groups struct {
	at      map[sanad.ID]int
	members [][]sanad.ID
}

func newGroups() *groups { return &groups{at: map[sanad.ID]int{}} }

func (g *groups) index(id sanad.ID) int {
	i, ok := g.at[id]
	if !ok {
		i = len(g.members)
		g.at[id] = i
		g.members = append(g.members, []sanad.ID{id})
	}
	return i
}

func (g *groups) of(id sanad.ID) []sanad.ID {
	return append([]sanad.ID(nil), g.members[g.index(id)]...)
}

// one reports whether two are in one group already.
func (g *groups) one(a, b sanad.ID) bool { return g.index(a) == g.index(b) }

func (g *groups) join(a, b sanad.ID) {
	i, j := g.index(a), g.index(b)
	if i == j {
		return
	}
	for _, m := range g.members[j] {
		g.at[m] = i
	}
	g.members[i] = append(g.members[i], g.members[j]...)
	g.members[j] = nil
}
