package cli

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/match"
)

type linkCmd struct {
	Left      string   `arg:"" help:"Table." placeholder:"LEFT.csv"`
	Right     string   `arg:"" optional:"" help:"Another table; without it the first is linked with itself." placeholder:"RIGHT.csv"`
	ID        string   `name:"id" required:"" help:"Column with the id of a record." placeholder:"COLUMN"`
	Name      []string `help:"Column with a name, or a part of it; may be repeated." placeholder:"COLUMN"`
	Dob       []string `help:"Column with a date of birth." placeholder:"COLUMN"`
	Place     []string `help:"Column with a place." placeholder:"COLUMN"`
	Father    []string `help:"Column with the father's name." placeholder:"COLUMN"`
	Col       []string `help:"Another column with its type: name, date, place, text, id, phone or number." placeholder:"COLUMN:TYPE"`
	Threshold float64  `help:"Score from which a pair is printed; 0.5 is the engine's own." default:"0.5"`
}

// Run links files with files. It never touches an investigation: matching a list against one fills its questions.
func (c *linkCmd) Run(e *env) error {
	var cols []match.Column
	for _, g := range []struct {
		names []string
		typ   match.ColumnType
	}{{c.Name, match.ColumnName}, {c.Father, match.ColumnName}, {c.Dob, match.ColumnDate}, {c.Place, match.ColumnPlace}} {
		for _, n := range g.names {
			cols = append(cols, match.Column{Name: n, Type: g.typ})
		}
	}
	known := map[string]match.ColumnType{}
	for _, t := range []match.ColumnType{match.ColumnName, match.ColumnDate, match.ColumnPlace, match.ColumnText, match.ColumnID, match.ColumnPhone, match.ColumnNumber} {
		known[string(t)] = t
	}
	for _, s := range c.Col {
		i := strings.LastIndexByte(s, ':')
		if i < 0 || known[s[i+1:]] == "" {
			return sanad.Errorf(sanad.Invalid, "--col %q names no type", s).WithRemedy("write COLUMN:TYPE with a type of name, date, place, text, id, phone, number")
		}
		cols = append(cols, match.Column{Name: s[:i], Type: known[s[i+1:]]})
	}
	if len(cols) == 0 {
		return sanad.Errorf(sanad.Invalid, "there is no column to compare").WithRemedy("name at least one with --name or --col")
	}
	left, err := c.read(e, c.Left, cols)
	if err != nil {
		return err
	}
	var right []match.Record
	if c.Right != "" {
		if right, err = c.read(e, c.Right, cols); err != nil {
			return err
		}
		if right == nil {
			right = []match.Record{}
		}
	}
	w := bufio.NewWriter(e.out)
	out := csv.NewWriter(w)
	out.Write([]string{"left", "right", "score"})
	for _, p := range match.Link(left, right, cols, c.Threshold) {
		out.Write([]string{p.Left, p.Right, strconv.FormatFloat(p.Score, 'f', 6, 64)})
	}
	out.Flush()
	return errors.Join(out.Error(), w.Flush())
}

// read takes the chosen columns of a table.
func (c *linkCmd) read(e *env, path string, cols []match.Column) ([]match.Record, error) {
	f, err := os.Open(e.path(path))
	if err != nil {
		return nil, sanad.Errorf(sanad.Invalid, "%s cannot be opened: %v", path, err).WithRemedy("check the path")
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	header, err := r.Read()
	if err != nil {
		return nil, sanad.Errorf(sanad.Invalid, "%s:1: the header cannot be read: %v", path, err).WithRemedy("the first line must name the columns")
	}
	at := map[string]int{}
	for i, h := range header {
		at[strings.TrimPrefix(strings.TrimSpace(h), "\ufeff")] = i
	}
	find := func(name string) (int, error) {
		i, ok := at[name]
		if !ok {
			return 0, sanad.Errorf(sanad.Invalid, "%s:1: there is no column %q", path, name).WithRemedy("the columns are %s", strings.Join(header, ", "))
		}
		return i, nil
	}
	id, err := find(c.ID)
	if err != nil {
		return nil, err
	}
	index := make([]int, len(cols))
	for i, col := range cols {
		if index[i], err = find(col.Name); err != nil {
			return nil, err
		}
	}
	var out []match.Record
	seen := map[string]int{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, sanad.Errorf(sanad.Invalid, "%s: %v", path, err).WithRemedy("check the quotes in that line")
		}
		line, _ := r.FieldPos(0)
		if id >= len(row) || strings.TrimSpace(row[id]) == "" {
			return nil, sanad.Errorf(sanad.Invalid, "%s:%d: the record has no id", path, line).WithRemedy("give every record an id in column %s", c.ID)
		}
		rec := match.Record{ID: strings.TrimSpace(row[id]), Values: make([]string, len(cols))}
		if first, dup := seen[rec.ID]; dup {
			return nil, sanad.Errorf(sanad.Invalid, "%s:%d: the id %s stands in line %d already", path, line, rec.ID, first).WithRemedy("give every record an id of its own")
		}
		seen[rec.ID] = line
		for i, k := range index {
			if k < len(row) {
				rec.Values[i] = strings.TrimSpace(row[k])
			}
		}
		out = append(out, rec)
	}
}
