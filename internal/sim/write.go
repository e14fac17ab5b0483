package sim

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Write puts the world into dir: reports/, sources.csv, gold/ and judgements.jsonl. Reports are made and written one by one. progress,
// when not nil, is called now and then with the number of reports written. dir is created; files of the same names are replaced, and
// nothing else in it is touched.
func (w *World) Write(dir string, progress func(done, total int)) error {
	for _, d := range []string{"reports", "gold"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			return fmt.Errorf("make folder for the world: %w", err)
		}
	}
	l := newLedger(w)
	lists := map[string]*listFile{}
	open := func(name string) (*listFile, error) {
		f, err := createList(filepath.Join(dir, "gold", name+".json"))
		lists[name] = f
		return f, err
	}
	defer func() {
		for _, f := range lists {
			if f != nil {
				f.file.Close()
			}
		}
	}()
	for _, name := range []string{"mentions", "org_mentions", "incident_mentions", "ignore", "sources"} {
		if _, err := open(name); err != nil {
			return err
		}
	}
	sources, err := os.Create(filepath.Join(dir, "sources.csv"))
	if err != nil {
		return fmt.Errorf("create sources.csv: %w", err)
	}
	defer sources.Close()
	rows := csv.NewWriter(sources)
	if err := rows.Write([]string{"report", "source", "kind", "reliability", "controller", "received", "dated", "language"}); err != nil {
		return fmt.Errorf("write sources.csv: %w", err)
	}
	for i := range w.plans {
		p := &w.plans[i]
		t := w.tell(p)
		text, err := w.writeSpans(p, t, l, lists)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "reports", reference(i)+".txt"), []byte(text), 0o644); err != nil {
			return fmt.Errorf("write report %s: %w", reference(i), err)
		}
		v := p.voice
		language := "en"
		if p.arabic {
			language = "ar"
		}
		if err := rows.Write([]string{reference(i), v.code, v.kind, v.reliability, v.controller, iso(p.received), iso(p.dated), language}); err != nil {
			return fmt.Errorf("write sources.csv: %w", err)
		}
		if err := lists["sources"].add(GoldSource{reference(i), v.code, v.kind, v.reliability, language, iso(p.dated)}); err != nil {
			return err
		}
		if progress != nil && ((i+1)%250 == 0 || i+1 == len(w.plans)) {
			progress(i+1, len(w.plans))
		}
	}
	rows.Flush()
	if err := rows.Error(); err != nil {
		return fmt.Errorf("write sources.csv: %w", err)
	}
	if err := sources.Close(); err != nil {
		return fmt.Errorf("write sources.csv: %w", err)
	}
	for _, name := range []string{"mentions", "org_mentions", "incident_mentions", "ignore", "sources"} {
		if err := lists[name].close(); err != nil {
			return err
		}
	}
	gold := filepath.Join(dir, "gold")
	for _, write := range []func() error{
		func() error { return writeList(gold, "persons", l.goldPersons()) },
		func() error { return writeList(gold, "orgs", l.goldOrgs()) },
		func() error { return writeList(gold, "memberships", l.goldMemberships()) },
		func() error { return writeList(gold, "incidents", l.goldIncidents()) },
		func() error { return writeList(gold, "outcomes", l.goldOutcomes()) },
		func() error { return writeList(gold, "payments", l.goldPayments()) },
		func() error { return writeList(gold, "operations", l.goldOperations()) },
		func() error { return writeList(gold, "lineage", l.goldLineage()) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return writeJudgements(filepath.Join(dir, "judgements.jsonl"), w.judgements(l))
}

// writeSpans lays out a telling as text, writes its spans to the lists and enters what it says in the ledger.
func (w *World) writeSpans(p *plan, t telling, l *ledger, lists map[string]*listFile) (string, error) {
	l.report(p, t)
	ref := reference(p.index)
	var text strings.Builder
	at := 0
	for i, s := range t.sentences {
		for _, sp := range s.spans {
			start, end, surface := at+sp.start, at+sp.end, string(s.text[sp.start:sp.end])
			var err error
			switch sp.kind {
			case spanPerson:
				l.see(sp.id, p.index, start, end, sp.name)
				err = lists["mentions"].add(GoldMention{ref, start, end, surface, w.persons[sp.id].ID, sp.name.kind()})
			case spanOrg:
				l.orgs[sp.org] = true
				err = lists["org_mentions"].add(GoldOrgMention{ref, start, end, surface, sp.org})
			case spanIncident:
				err = lists["incident_mentions"].add(GoldIncidentMention{ref, start, end, surface, w.incidents[sp.id].ID})
			default:
				err = lists["ignore"].add(GoldSpan{ref, start, end})
			}
			if err != nil {
				return "", err
			}
		}
		text.WriteString(string(s.text))
		at += len(s.text)
		after := s.after
		if i == len(t.sentences)-1 {
			after = "\n"
		}
		text.WriteString(after)
		at += len(after) // separators are spaces and line ends: a byte each
	}
	return text.String(), nil
}

// listFile is a JSON list written one record a line.
type listFile struct {
	file *os.File
	w    *bufio.Writer
	n    int
}

func createList(path string) (*listFile, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("create gold list: %w", err)
	}
	return &listFile{file: f, w: bufio.NewWriterSize(f, 1<<16)}, nil
}

func (f *listFile) add(record any) error {
	data, err := json.Marshal(record)
	if err != nil {
		return fmt.Errorf("write %s: %w", f.file.Name(), err)
	}
	before := ",\n"
	if f.n == 0 {
		before = "[\n"
	}
	f.n++
	f.w.WriteString(before) // a bufio.Writer keeps its first error for Flush
	f.w.Write(data)
	return nil
}

func (f *listFile) close() error {
	end := "\n]\n"
	if f.n == 0 {
		end = "[]\n"
	}
	f.w.WriteString(end)
	if err := f.w.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", f.file.Name(), err)
	}
	if err := f.file.Close(); err != nil {
		return fmt.Errorf("write %s: %w", f.file.Name(), err)
	}
	return nil
}

func writeList[T any](dir, name string, records []T) error {
	f, err := createList(filepath.Join(dir, name+".json"))
	if err != nil {
		return err
	}
	for _, r := range records {
		if err := f.add(r); err != nil {
			f.file.Close()
			return err
		}
	}
	return f.close()
}
