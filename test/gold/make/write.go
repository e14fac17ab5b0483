package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/sanad-workbench/sanad/internal/sim"
)

// write writes one part: reports/*.txt, gold/*.json and sources.csv. What stood in the two folders before is removed.
func write(dir string, c *corpus, g *sim.Gold) error {
	for _, sub := range []string{"reports", "gold"} {
		if err := os.RemoveAll(filepath.Join(dir, sub)); err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return err
		}
	}
	for _, r := range c.reports {
		if err := os.WriteFile(filepath.Join(dir, "reports", r.Report+".txt"), []byte(r.text), 0o644); err != nil {
			return err
		}
	}
	if err := errors.Join(
		list(dir, "persons", g.Persons), list(dir, "mentions", g.Mentions), list(dir, "orgs", g.Orgs), list(dir, "org_mentions", g.OrgMentions),
		list(dir, "memberships", g.Memberships), list(dir, "incidents", g.Incidents), list(dir, "incident_mentions", g.IncidentMentions),
		list(dir, "outcomes", g.Outcomes), list(dir, "payments", g.Payments), list(dir, "sources", g.Sources), list(dir, "lineage", g.Lineage),
		list(dir, "ignore", g.Ignore)); err != nil {
		return err
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"report", "source", "kind", "reliability", "controller", "received", "dated", "language"}}
	for _, r := range c.reports {
		rows = append(rows, []string{r.Report, r.Source, r.Kind, r.Reliability, r.controller, "", r.ReportDate, r.Language})
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "sources.csv"), b.Bytes(), 0o644)
}

// list writes a JSON list, one record a line, so that a change shows as a changed line.
func list[T any](dir, name string, records []T) error {
	var b bytes.Buffer
	b.WriteString("[")
	for i, r := range records {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n")
		var line bytes.Buffer
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		if err := e.Encode(r); err != nil {
			return fmt.Errorf("encode %s: %w", name, err)
		}
		b.Write(bytes.TrimSpace(line.Bytes()))
	}
	b.WriteString("\n]\n")
	return os.WriteFile(filepath.Join(dir, "gold", name+".json"), b.Bytes(), 0o644)
}
