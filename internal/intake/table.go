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
	"time"

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
		key := name
		for k := 2; obj[key] != ""; k++ { // two columns of one name
			key = fmt.Sprintf("%s~%d", name, k)
		}
		obj[key] = c
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

// badRows is how many broken rows of one table are reported; a table with more is no table.
const badRows = 500

func (r *Reader) csv(it Item) error {
	problem := func(place, message, remedy string) {
		r.Problem(sanad.Problem{File: it.Path, Place: place, Message: message, Remedy: remedy})
	}
	text, err := decode(it.Data)
	if err != nil {
		r.Problem(problemOf(it.Path, err))
		return nil
	}
	comma := separator(text)
	first := 1 // line of the file at which rest begins
	rest := text
	open := func() *csv.Reader {
		c := csv.NewReader(strings.NewReader(rest))
		c.FieldsPerRecord, c.Comma = -1, comma
		return c
	}
	c := open()
	header, err := c.Read()
	if err != nil {
		problem("line 1", "the header cannot be read: "+err.Error(), "check the quotes in the first line")
		return nil
	}
	rows, broken := 0, 0
	for n := 1; ; n++ {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			line := first + bad.StartLine - 1
			if broken++; broken > badRows {
				problem(fmt.Sprintf("line %d", line), fmt.Sprintf("more than %d rows are broken; the rest was left out", badRows), "check how the table was saved")
				break
			}
			problem(fmt.Sprintf("line %d", line), "the row is broken: "+bad.Err.Error(), "check the quotes in this line; the other rows were taken in")
			// A quote that is never closed swallows what follows: go on with the next line.
			for range bad.StartLine {
				_, rest, _ = strings.Cut(rest, "\n")
			}
			first = line + 1
			c = open()
			continue
		}
		if err != nil {
			return fmt.Errorf("read table %s: %w", it.Path, err)
		}
		at, _ := c.FieldPos(0)
		line := fmt.Sprintf("line %d", first+at-1)
		if len(cells) > len(header) {
			if broken++; broken <= badRows {
				problem(line, fmt.Sprintf("the row has %d cells, the header %d", len(cells), len(header)), "put quotes around cells that hold a comma; the other rows were taken in")
			}
			continue
		}
		if rows++; rows > r.Limits.Rows {
			problem(line, fmt.Sprintf("the table has more than %d rows; the rest was left out", r.Limits.Rows), "split the table")
			break
		}
		if err := r.row(it, n, header, cells); err != nil {
			return err
		}
	}
	if rows == 0 && broken == 0 {
		problem("", "the table has a header and no rows", "check the file")
	}
	return nil
}

// problemOf tells an error with its remedy apart.
func problemOf(path string, err error) sanad.Problem {
	var e *sanad.Error
	if errors.As(err, &e) {
		return sanad.Problem{File: path, Message: e.Message, Remedy: e.Remedy}
	}
	return sanad.Problem{File: path, Message: "cannot be read: " + err.Error(), Remedy: "open it in the program that made it, check that it is whole, and save it again"}
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
	// Both limits are one: over the second the library would unpack to a temporary file, in clear.
	f, err := excelize.OpenReader(bytes.NewReader(it.Data), excelize.Options{UnzipSizeLimit: r.Limits.Member, UnzipXMLSizeLimit: r.Limits.Member})
	if err != nil {
		r.Problem(sanad.Problem{File: it.Path, Message: "the workbook is damaged: " + err.Error(), Remedy: "open it in a spreadsheet program and save it again"})
		return nil
	}
	defer f.Close()
	sheets := f.GetSheetList()
	taken := 0
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
			if header == nil { // the first row with something in it
				if strings.TrimSpace(strings.Join(cells, "")) != "" {
					header = cells
				}
				continue
			}
			if n > r.Limits.Rows {
				r.Problem(sanad.Problem{File: it.Path, Place: "sheet " + sheet, Message: fmt.Sprintf("has more than %d rows; the rest was left out", r.Limits.Rows), Remedy: "split the table"})
				break
			}
			taken++
			if err := r.row(one, n, header, cells); err != nil {
				rows.Close()
				return err
			}
		}
		if err := rows.Close(); err != nil {
			r.Problem(sanad.Problem{File: it.Path, Place: "sheet " + sheet, Message: "is damaged from some row on: " + err.Error(), Remedy: "open it in a spreadsheet program and save it again; the rows before were taken in"})
		}
	}
	if taken == 0 {
		r.Problem(sanad.Problem{File: it.Path, Message: "the workbook holds no rows under a header", Remedy: "check the file"})
	}
	return nil
}

// textFields are the names under which JSON lines carry the text of a report, first hit wins.
var textFields = []string{"text", "content", "body", "message", "statement", "نص"}

func (r *Reader) jsonLines(it Item) error {
	decoded, err := decode(it.Data)
	if err != nil {
		r.Problem(problemOf(it.Path, err))
		return nil
	}
	s := bufio.NewScanner(strings.NewReader(decoded))
	s.Buffer(nil, int(min(r.Limits.Member, 64<<20)))
	stem := strings.TrimSuffix(it.Name, filepath.Ext(it.Name))
	n := 0
	for line := 1; s.Scan(); line++ {
		raw := bytes.TrimSpace(s.Bytes())
		if len(raw) == 0 {
			continue
		}
		var obj map[string]any
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber() // a telephone number is no float
		if err := d.Decode(&obj); err != nil {
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
			if _, err := time.Parse(time.DateOnly, d[:10]); err == nil {
				out.Dated = d[:10]
			}
		}
		if strings.TrimSpace(out.Text) == "" {
			r.Problem(sanad.Problem{File: it.Path, Place: fmt.Sprintf("line %d", line), Message: "holds no text", Remedy: "put the text in a field called text"})
			continue
		}
		if err := r.yield(out); err != nil {
			return err
		}
	}
	if n == 0 && s.Err() == nil {
		r.Problem(sanad.Problem{File: it.Path, Message: "holds no line that is a JSON object", Remedy: "one object a line"})
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
		case nil:
		case []any, map[string]any:
			j, err := json.Marshal(v)
			if err == nil {
				fmt.Fprintf(&b, "%s: %s\n", k, j)
			}
		default:
			fmt.Fprintf(&b, "%s: %v\n", k, v)
		}
	}
	return b.String()
}

// mailParser leaves a page in a mail as it is: its text is taken as that of any page.
var mailParser = enmime.NewParser(enmime.DisableTextConversion(true))

// mail yields the body of a message, then each attachment as an item of its own.
func (r *Reader) mail(ctx context.Context, it Item, depth int) error {
	env, err := mailParser.ReadEnvelope(bytes.NewReader(it.Data))
	if err != nil {
		r.Problem(sanad.Problem{File: it.Path, Message: "the mail is damaged: " + err.Error(), Remedy: "export it again from the mail program"})
		return nil
	}
	it.Tool, it.Title = "eml/1", env.GetHeader("Subject")
	if t, err := env.Date(); err == nil {
		it.Dated = t.Format(time.DateOnly) // the sender's day
	}
	it.Text = foldLines(env.Text)
	if strings.TrimSpace(it.Text) == "" && env.HTML != "" {
		it.Text = visibleText([]byte(env.HTML))
	}
	var parts []*enmime.Part
	for _, list := range [][]*enmime.Part{env.Attachments, env.Inlines, env.OtherParts} {
		for _, p := range list {
			if len(p.Content) > 0 {
				parts = append(parts, p)
			}
		}
	}
	if strings.TrimSpace(it.Text) != "" {
		if it.Title == "" {
			it.Title = firstLine(it.Text)
		}
		if err := r.yield(it); err != nil {
			return err
		}
	} else if len(parts) == 0 {
		r.Problem(sanad.Problem{File: it.Path, Message: "the mail holds no text", Remedy: "check the file"})
	}
	if depth >= maxDepth && len(parts) > 0 {
		r.Problem(sanad.Problem{File: it.Path, Message: "mails and archives are nested too deeply; what is attached here was left out", Remedy: "save the attachments and add them"})
		return nil
	}
	for i, a := range parts {
		name := baseName(a.FileName)
		if a.FileName == "" || name == "." || name == "/" {
			name = fmt.Sprintf("attachment-%d", i+1)
			if a.ContentType == "message/rfc822" {
				name += ".eml"
			}
		}
		if err := r.bytes(ctx, it.Path+"!"+name, name, a.Content, depth+1); err != nil {
			return err
		}
	}
	return nil
}
