package cli

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/exchange"
	"github.com/sanad-workbench/sanad/internal/names"
)

type namesCmd struct {
	Parse   namesParse   `cmd:"" help:"Take a name apart."`
	Compare namesCompare `cmd:"" help:"Compare two names."`
	Score   namesScore   `cmd:"" help:"Score the pairs of a table."`
}

type namesParse struct {
	Name []string `arg:"" help:"A name in Arabic or Latin letters."`
	JSON bool     `name:"json" help:"Print JSON."`
}

// Run prints the parts of a name.
func (c *namesParse) Run(e *env) error {
	n := names.Parse(strings.Join(c.Name, " "))
	if c.JSON {
		return e.json(n)
	}
	for _, p := range n.Parts {
		fmt.Fprintf(e.out, "%-12s %s\n", p.Kind, p.Text)
	}
	return nil
}

type namesCompare struct {
	A    string `arg:"" help:"One name."`
	B    string `arg:"" help:"The other."`
	JSON bool   `name:"json" help:"Print JSON."`
}

// Run prints what speaks for and against two names being one person's. A name never identifies.
func (c *namesCompare) Run(e *env) error {
	r := names.Compare(names.Parse(c.A), names.Parse(c.B), nil)
	if c.JSON {
		return e.json(r)
	}
	fmt.Fprintf(e.out, "%.4f\n", r.P)
	for _, x := range r.For {
		fmt.Fprintf(e.out, "+ %s\n", exchange.Words(x))
	}
	for _, x := range r.Against {
		fmt.Fprintf(e.out, "- %s\n", exchange.Words(x))
	}
	return nil
}

type namesScore struct {
	File string `arg:"" help:"Table with the columns id, name_a, name_b." placeholder:"FILE.csv"`
}

// Run prints a score a pair; 0.5 is the scorer's own threshold.
func (c *namesScore) Run(e *env) error {
	f, err := os.Open(e.path(c.File))
	if err != nil {
		return sanad.Errorf(sanad.Invalid, "%s cannot be opened: %v", c.File, err).WithRemedy("check the path")
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	header, err := r.Read()
	if err != nil {
		return sanad.Errorf(sanad.Invalid, "%s:1: the header cannot be read: %v", c.File, err).WithRemedy("the first line must name the columns id, name_a, name_b")
	}
	col := map[string]int{}
	for i, h := range header {
		col[strings.TrimPrefix(strings.TrimSpace(h), "\ufeff")] = i
	}
	var at [3]int
	for i, name := range []string{"id", "name_a", "name_b"} {
		n, ok := col[name]
		if !ok {
			return sanad.Errorf(sanad.Invalid, "%s:1: there is no column %q", c.File, name).WithRemedy("the first line must name the columns id, name_a, name_b")
		}
		at[i] = n
	}
	w := bufio.NewWriter(e.out)
	defer w.Flush()
	fmt.Fprintln(w, "id,score")
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			w.Flush()
			return sanad.Errorf(sanad.Invalid, "%s: %v", c.File, err).WithRemedy("check the quotes in that line")
		}
		if len(row) <= max(at[0], at[1], at[2]) {
			line, _ := r.FieldPos(0)
			w.Flush()
			return sanad.Errorf(sanad.Invalid, "%s:%d: the row has %d cells", c.File, line, len(row)).WithRemedy("each row needs id, name_a and name_b")
		}
		p := names.Similarity(names.Parse(row[at[1]]), names.Parse(row[at[2]]), nil)
		fmt.Fprintf(w, "%s,%s\n", row[at[0]], strconv.FormatFloat(p, 'f', 6, 64))
	}
}

// moment reads a moment; empty is now.
func moment(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return t, sanad.Errorf(sanad.Invalid, "%q is no moment", s).WithRemedy("write it like 2019-02-01T00:00:00Z")
	}
	return t, nil
}
