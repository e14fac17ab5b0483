package app

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/intake"
)

// SourceRow is a line of a sources file: whose report a file is. Its writer vouches that text and reference give nobody
// away.
type SourceRow struct {
	Line      int
	Reference string
	Source    sanad.Source
	Received  string
	Dated     string
	Language  string
}

var sourceColumns = []string{"report", "source", "kind", "reliability", "controller", "received", "dated", "language"}

// ReadSources reads a sources file. Every fault in it is reported, with its line, before anything is taken in.
func ReadSources(path string) ([]SourceRow, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, sanad.Errorf(sanad.Invalid, "the sources file cannot be opened: %v", err).WithRemedy("check the path after --sources")
	}
	defer f.Close()
	c := csv.NewReader(skipBOM(f))
	c.FieldsPerRecord = -1
	c.TrimLeadingSpace = true
	header, err := c.Read()
	if err != nil {
		return nil, sanad.Errorf(sanad.Invalid, "%s:1: the header cannot be read: %v", path, err).WithRemedy("the first line must be %s", strings.Join(sourceColumns, ","))
	}
	col := map[string]int{}
	for i, h := range header {
		col[strings.ToLower(strings.TrimSpace(h))] = i
	}
	for _, need := range sourceColumns[:3] {
		if _, ok := col[need]; !ok {
			return nil, sanad.Errorf(sanad.Invalid, "%s:1: there is no column %q", path, need).WithRemedy("the first line must be %s (the last five may be left out)", strings.Join(sourceColumns, ","))
		}
	}
	var rows []SourceRow
	var faults []error
	seen := map[string]int{}
	for {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", path, err)) // csv names the line
			continue
		}
		line, _ := c.FieldPos(0)
		get := func(name string) string {
			if i, ok := col[name]; ok && i < len(cells) {
				return strings.TrimSpace(cells[i])
			}
			return ""
		}
		row := SourceRow{Line: line, Reference: get("report"), Received: get("received"), Dated: get("dated"), Language: get("language"),
			Source: sanad.Source{Code: get("source"), Kind: sanad.SourceKind(get("kind")), Reliability: strings.ToUpper(get("reliability")), Controller: get("controller")}}
		if row.Reference == "" {
			faults = append(faults, fmt.Errorf("%s:%d: the report column is empty", path, line))
			continue
		}
		row.Reference = stem(row.Reference)
		if first, ok := seen[row.Reference]; ok {
			faults = append(faults, fmt.Errorf("%s:%d: report %s stands in line %d already", path, line, row.Reference, first))
			continue
		}
		seen[row.Reference] = line
		if err := row.Source.Validate(); err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", path, line, err))
			continue
		}
		rows = append(rows, row)
	}
	if len(faults) > 0 {
		return nil, listed("the sources file has faults", faults)
	}
	return rows, nil
}

// listed makes one error of many, naming the first twenty.
func listed(what string, faults []error) error {
	var b strings.Builder
	for i, f := range faults {
		if i == 20 {
			fmt.Fprintf(&b, "\n  and %d more", len(faults)-i)
			break
		}
		fmt.Fprintf(&b, "\n  %v", f)
	}
	return sanad.Errorf(sanad.Invalid, "%s:%s", what, b.String()).WithRemedy("nothing was taken in; correct the file and add again")
}

// attribute gives each row its file: by base name, with or without extension. None or two such files is an error.
func attribute(path string, rows []SourceRow, files []intake.File) (map[string]SourceRow, error) {
	byName := map[string][]string{}
	for _, f := range files {
		byName[stem(f.Path)] = append(byName[stem(f.Path)], f.Path)
	}
	out := make(map[string]SourceRow, len(rows))
	var faults []error
	for _, r := range rows {
		switch found := byName[r.Reference]; len(found) {
		case 1:
			out[found[0]] = r
		case 0:
			faults = append(faults, fmt.Errorf("%s:%d: no file is called %s", path, r.Line, r.Reference))
		default:
			faults = append(faults, fmt.Errorf("%s:%d: %d files are called %s: %s", path, r.Line, len(found), r.Reference, strings.Join(found[:min(3, len(found))], ", ")))
		}
	}
	if len(faults) > 0 {
		return nil, listed("the sources file does not fit the files", faults)
	}
	return out, nil
}

// stem is the base name of a file without a document extension.
func stem(path string) string {
	base := filepath.Base(path)
	switch strings.ToLower(filepath.Ext(base)) {
	case ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".eml", ".csv", ".tsv", ".xlsx", ".jsonl", ".ndjson", ".zip",
		".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".mp3", ".wav", ".ogg", ".m4a", ".opus", ".mp4", ".mov":
		return strings.TrimSuffix(base, filepath.Ext(base))
	}
	return base
}

func skipBOM(r io.Reader) io.Reader {
	b := make([]byte, 3)
	n, _ := io.ReadFull(r, b)
	if n == 3 && string(b) == "\xef\xbb\xbf" {
		return r
	}
	return io.MultiReader(strings.NewReader(string(b[:n])), r)
}
