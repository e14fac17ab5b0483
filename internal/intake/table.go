package intake

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sort"
	"strings"

	"github.com/jhillyerd/enmime/v2"
	"github.com/xuri/excelize/v2"

	sanad "github.com/sanad-workbench/sanad"
)

// row yields one row of a table as an item: its text is one "column: value" line a cell.
func (r *Reader) row(it Item, n int, header, cells []string) error {
	var text strings.Builder
	obj := map[string]string{}
	for i, c := range cells {
		c = strings.TrimSpace(foldLines(c))
		if c == "" {
			continue
		}
		name := fmt.Sprintf("column %d", i+1)
		if i < len(header) && strings.TrimSpace(header[i]) != "" {
			name = strings.TrimSpace(header[i])
		}
		fmt.Fprintf(&text, "%s: %s\n", name, c)
		obj[name] = c
	}
	if text.Len() == 0 {
		return nil
	}
	data, err := json.Marshal(obj)
	if err != nil {
		return fmt.Errorf("keep row %d: %w", n, err)
	}
	stem := strings.TrimSuffix(it.Name, filepath.Ext(it.Name))
	return r.yield(Item{Name: fmt.Sprintf("%s#%d", stem, n), Path: fmt.Sprintf("%s:%d", it.Path, n), Data: data, MediaType: "application/json",
		Text: text.String(), Tool: "table/1", Title: firstLine(text.String())})
}

func (r *Reader) csv(it Item) error {
	text, err := decode(it.Data)
	if err != nil {
		r.Problem(sanad.Problem{File: it.Path, Message: err.Error()})
		return nil
	}
	c := csv.NewReader(strings.NewReader(text))
	c.FieldsPerRecord = -1
	c.Comma = separator(text)
	header, err := c.Read()
	if err != nil {
		r.Problem(sanad.Problem{File: it.Path, Place: "line 1", Message: "the header cannot be read: " + err.Error(), Remedy: "check the quotes in the first line"})
		return nil
	}
	rows := 0
	for n := 1; ; n++ {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line := lineOf(c, err)
		if err != nil {
			r.Problem(sanad.Problem{File: it.Path, Place: fmt.Sprintf("line %d", line), Message: "the row is broken: " + err.Error(), Remedy: "check the quotes in this line; the other rows were taken in"})
			continue
		}
		if len(cells) > len(header) {
			r.Problem(sanad.Problem{File: it.Path, Place: fmt.Sprintf("line %d", line), Message: fmt.Sprintf("the row has %d cells, the header %d", len(cells), len(header)),
				Remedy: "put quotes around cells that hold a comma; the other rows were taken in"})
			continue
		}
		if rows++; rows > r.Limits.Rows {
			r.Problem(sanad.Problem{File: it.Path, Place: fmt.Sprintf("line %d", line), Message: fmt.Sprintf("the table has more than %d rows; the rest was left out", r.Limits.Rows), Remedy: "split the table"})
			break
		}
		if err := r.row(it, n, header, cells); err != nil {
			return err
		}
	}
	if rows == 0 {
		r.Problem(sanad.Problem{File: it.Path, Message: "the table has a header and no rows", Remedy: "check the file"})
	}
	return nil
}

// lineOf returns the line of the row just read, or of the fault in it.
func lineOf(c *csv.Reader, err error) int {
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		return pe.StartLine
	}
	if err != nil {
		return 0
	}
	line, _ := c.FieldPos(0)
	return line
}

// separator is the likeliest one: the sign that stands most often in the first line.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best, n := ',', strings.Count(line, ",")
	for _, s := range []rune{';', '\t'} {
		if k := strings.Count(line, string(s)); k > n {
			best, n = s, k
		}
	}
	return best
}

func (r *Reader) xlsx(it Item) error {
	if bytes.HasPrefix(it.Data, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
		r.Problem(sanad.Problem{File: it.Path, Message: "the workbook is protected by a password, or of an old kind", Remedy: "save it as XLSX without a password"})
		return nil
	}
	f, err := excelize.OpenReader(bytes.NewReader(it.Data), excelize.Options{UnzipSizeLimit: r.Limits.Archive, UnzipXMLSizeLimit: 64 << 20})
	if err != nil {
		r.Problem(sanad.Problem{File: it.Path, Message: "the workbook is damaged: " + err.Error(), Remedy: "open it in a spreadsheet program and save it again"})
		return nil
	}
	defer f.Close()
	sheets := f.GetSheetList()
	for _, sheet := range sheets {
		rows, err := f.Rows(sheet)
		if err != nil {
			r.Problem(sanad.Problem{File: it.Path, Place: "sheet " + sheet, Message: "cannot be read: " + err.Error(), Remedy: "open it in a spreadsheet program and save it again"})
			continue
		}
		one := it
		if len(sheets) > 1 {
			stem := strings.TrimSuffix(it.Name, filepath.Ext(it.Name))
			one.Name = stem + "#" + sheet + filepath.Ext(it.Name)
		}
		var header []string
		for n := 0; rows.Next(); n++ {
			cells, err := rows.Columns()
			if err != nil {
				r.Problem(sanad.Problem{File: it.Path, Place: fmt.Sprintf("sheet %s, row %d", sheet, n+1), Message: "the row is broken: " + err.Error(), Remedy: "the other rows were taken in"})
				continue
			}
			if n == 0 {
				header = cells
				continue
			}
			if n > r.Limits.Rows {
				r.Problem(sanad.Problem{File: it.Path, Place: "sheet " + sheet, Message: fmt.Sprintf("has more than %d rows; the rest was left out", r.Limits.Rows), Remedy: "split the table"})
				break
			}
			if err := r.row(one, n, header, cells); err != nil {
				rows.Close()
				return err
			}
		}
		rows.Close()
	}
	return nil
}

// textFields are the names under which JSON lines carry the text of a report, first hit wins.
var textFields = []string{"text", "content", "body", "message", "statement", "نص"}

func (r *Reader) jsonLines(it Item) error {
	s := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(it.Data, []byte{0xef, 0xbb, 0xbf})))
	s.Buffer(nil, int(min(r.Limits.Member, 64<<20)))
	stem := strings.TrimSuffix(it.Name, filepath.Ext(it.Name))
	n := 0
	for line := 1; s.Scan(); line++ {
		raw := bytes.TrimSpace(s.Bytes())
		if len(raw) == 0 {
			continue
		}
		var obj map[string]any
		if err := json.Unmarshal(raw, &obj); err != nil {
			r.Problem(sanad.Problem{File: it.Path, Place: fmt.Sprintf("line %d", line), Message: "is not a JSON object: " + err.Error(), Remedy: "one object a line; the other lines were taken in"})
			continue
		}
		n++
		out := Item{Name: fmt.Sprintf("%s#%d", stem, line), Path: fmt.Sprintf("%s:%d", it.Path, line), Data: append([]byte(nil), raw...), MediaType: "application/json", Tool: "jsonl/1"}
		for _, f := range textFields {
			if t, ok := obj[f].(string); ok && strings.TrimSpace(t) != "" {
				out.Text = foldLines(t)
				break
			}
		}
		if out.Text == "" {
			out.Text = fieldLines(obj)
		}
		if t, ok := obj["title"].(string); ok {
			out.Title = t
		} else {
			out.Title = firstLine(out.Text)
		}
		if d, ok := obj["date"].(string); ok && len(d) >= 10 {
			out.Dated = d[:10]
		}
		if strings.TrimSpace(out.Text) == "" {
			r.Problem(sanad.Problem{File: it.Path, Place: fmt.Sprintf("line %d", line), Message: "holds no text", Remedy: "put the text in a field called text"})
			continue
		}
		if err := r.yield(out); err != nil {
			return err
		}
	}
	if err := s.Err(); err != nil {
		r.Problem(sanad.Problem{File: it.Path, Message: "a line is too long: " + err.Error(), Remedy: "one object a line"})
	}
	return nil
}

func fieldLines(obj map[string]any) string {
	keys := make([]string, 0, len(obj))
	for k := range obj {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	for _, k := range keys {
		switch v := obj[k].(type) {
		case string:
			fmt.Fprintf(&b, "%s: %s\n", k, foldLines(v))
		case float64, bool:
			fmt.Fprintf(&b, "%s: %v\n", k, v)
		}
	}
	return b.String()
}

// mail yields the body of a message, then each attachment as an item of its own.
func (r *Reader) mail(ctx context.Context, it Item, depth int) error {
	env, err := enmime.ReadEnvelope(bytes.NewReader(it.Data))
	if err != nil {
		r.Problem(sanad.Problem{File: it.Path, Message: "the mail is damaged: " + err.Error(), Remedy: "export it again from the mail program"})
		return nil
	}
	it.Tool, it.Title = "eml/1", env.GetHeader("Subject")
	if t, err := env.Date(); err == nil {
		it.Dated = t.UTC().Format("2006-01-02")
	}
	it.Text = foldLines(env.Text)
	if strings.TrimSpace(it.Text) == "" && env.HTML != "" {
		it.Text = visibleText([]byte(env.HTML))
	}
	if strings.TrimSpace(it.Text) != "" {
		if err := r.yield(it); err != nil {
			return err
		}
	} else if len(env.Attachments) == 0 {
		r.Problem(sanad.Problem{File: it.Path, Message: "the mail holds no text", Remedy: "check the file"})
	}
	if depth >= maxDepth {
		return nil
	}
	for _, a := range env.Attachments {
		name := filepath.Base(a.FileName)
		if name == "" || name == "." {
			name = "attachment"
		}
		if err := r.bytes(ctx, it.Path+"!"+name, name, a.Content, depth+1); err != nil {
			return err
		}
	}
	return nil
}
