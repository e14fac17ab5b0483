// Package intake turns what people bring — files, folders, archives, tables, mail, pages — into items with a text, and
// says plainly which ones it could not take. It stores nothing.
package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	sanad "github.com/sanad-workbench/sanad"
)

// Limits guard against files that would eat the machine.
type Limits struct {
	File    int64 // bytes of one file
	Member  int64 // bytes of one archive member, unpacked
	Archive int64 // bytes of all members of one archive, unpacked
	Members int   // members of one archive
	Rows    int   // rows of one table
}

// DefaultLimits are what a desk needs; larger things are split first.
var DefaultLimits = Limits{File: 512 << 20, Member: 256 << 20, Archive: 2 << 30, Members: 100_000, Rows: 1_000_000}

// Item is one thing received: a file, a row of a table, a member of an archive, an attachment.
type Item struct {
	Name      string // base name of the file; of a table row FILE#ROW; of a member its own base name
	Path      string // where it was found, for messages
	Data      []byte // the original bytes
	MediaType string
	Text      string // empty for an exhibit
	Tool      string // what made the text, with its version
	Title     string // subject, title or first line
	Dated     string // EDTF, where the file itself says (a mail's date)
	Exhibit   bool   // picture, scan or audio: a person must type what it says
}

// File is a file found on disk.
type File struct {
	Path string
	Size int64
}

// Collect lists the files under the given paths, folders walked in order, hidden files and Office lock files left out. A path that
// does not exist is a problem, not an end.
func Collect(paths []string) ([]File, []sanad.Problem) {
	var files []File
	var problems []sanad.Problem
	bad := func(path string, err error) {
		p := sanad.Problem{File: path, Message: "cannot be read: " + err.Error(), Remedy: "check the permission of the file"}
		if errors.Is(err, fs.ErrNotExist) {
			p.Message, p.Remedy = "no such file or folder", "check the path"
		}
		problems = append(problems, p)
	}
	for _, root := range paths {
		st, err := os.Stat(root)
		if err != nil {
			bad(root, err)
			continue
		}
		if !st.IsDir() {
			if !st.Mode().IsRegular() {
				problems = append(problems, notRegular(root))
				continue
			}
			files = append(files, File{root, st.Size()})
			continue
		}
		n := len(files)
		err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				bad(path, err)
				return nil
			}
			name := e.Name()
			if path != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")) {
				if e.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if e.Type().IsRegular() {
				info, err := e.Info()
				if err != nil {
					bad(path, err)
					return nil
				}
				files = append(files, File{path, info.Size()})
			} else if !e.IsDir() {
				problems = append(problems, notRegular(path))
			}
			return nil
		})
		if err != nil {
			bad(root, err)
		}
		if len(files) == n {
			problems = append(problems, sanad.Problem{File: root, Message: "the folder holds no files", Remedy: "give a folder with reports in it"})
		}
	}
	return files, problems
}

func notRegular(path string) sanad.Problem {
	return sanad.Problem{File: path, Message: "is a link or a device, not a file: it was left out", Remedy: "give the file itself"}
}

// Reader reads files within limits and reports what it cannot take.
type Reader struct {
	Limits  Limits
	Yield   func(Item) error // an error from here ends the reading
	Problem func(sanad.Problem)

	yielding bool
	left     int64 // bytes that archives may still unpack, over all that are nested in one file
}

// yield hands an item on, and remembers that what happens now is not the reader's doing.
func (r *Reader) yield(it Item) error {
	r.yielding = true
	err := r.Yield(it)
	r.yielding = false
	return err
}

// Open reads one file from disk and yields its items.
func (r *Reader) Open(ctx context.Context, f File) error {
	data, n, err := readFile(f, r.Limits.File)
	if err != nil {
		r.Problem(sanad.Problem{File: f.Path, Message: "cannot be read: " + err.Error(), Remedy: "check the permission of the file"})
		return nil
	}
	if n > r.Limits.File {
		r.Problem(sanad.Problem{File: f.Path, Message: fmt.Sprintf("is %s large; one file may have %s", size(n), size(r.Limits.File)), Remedy: "split it into smaller files"})
		return nil
	}
	return r.Bytes(ctx, f.Path, data)
}

// readFile reads a file of at most limit bytes; of a larger one it returns the size alone. A file may grow while it is read.
func readFile(f File, limit int64) ([]byte, int64, error) {
	if f.Size > limit {
		return nil, f.Size, nil
	}
	in, err := os.Open(f.Path)
	if err != nil {
		return nil, 0, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	return data, int64(len(data)), err
}

// Bytes yields the items in data, which was found at path.
func (r *Reader) Bytes(ctx context.Context, path string, data []byte) error {
	r.left = r.Limits.Archive
	return r.bytes(ctx, path, baseName(path), data, 0)
}

// baseName is the last part of a path, whichever way its slashes lean, as valid text.
func baseName(path string) string {
	path = strings.ToValidUTF8(strings.ReplaceAll(path, "\\", "/"), "_")
	return filepath.Base(path)
}

// maxDepth is how deep archives and mails may nest.
const maxDepth = 4

func (r *Reader) bytes(ctx context.Context, path, name string, data []byte, depth int) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	defer func() {
		// The libraries that read foreign formats panic on some damaged files: that is a fault of the file.
		if p := recover(); p != nil {
			if r.yielding {
				panic(p)
			}
			r.Problem(sanad.Problem{File: path, Message: "cannot be read: it is damaged", Remedy: "open it in the program that made it and save it again"})
			err = nil
		}
	}()
	problem := func(message, remedy string) error {
		r.Problem(sanad.Problem{File: path, Message: message, Remedy: remedy})
		return nil
	}
	if len(data) == 0 {
		return problem("the file is empty", "check whether it was copied completely")
	}
	format := sniff(name, data)
	it := Item{Name: name, Path: path, Data: data, MediaType: format.media}
	switch format.kind {
	case "zip":
		if depth >= maxDepth {
			return problem("archives are nested too deeply", "unpack the archive and add the folder")
		}
		return r.zip(ctx, path, data, depth)
	case "text":
		it.Text, err = decode(data)
		it.Tool = "plain/1"
	case "html":
		it.Text, it.Title, it.Dated, err = html(data)
		it.Tool = "html/1"
	case "pdf":
		var bad []int
		it.Text, bad, err = pdfText(data)
		for _, n := range bad {
			r.Problem(sanad.Problem{File: path, Place: fmt.Sprintf("page %d", n), Message: "the page is damaged; the other pages were taken in", Remedy: "open it in a PDF program and save it again"})
		}
		it.Tool = "pdf/1"
		if err == nil && strings.TrimSpace(it.Text) == "" {
			it.Exhibit, it.Text, it.Tool = true, "", ""
		}
	case "docx":
		it.Text, it.Title, err = docx(data, r.Limits.Member)
		it.Tool = "docx/1"
	case "eml":
		return r.mail(ctx, it, depth)
	case "csv":
		return r.csv(it)
	case "xlsx":
		return r.xlsx(it)
	case "jsonl":
		return r.jsonLines(it)
	case "exhibit":
		it.Exhibit = true
	default:
		return problem("is of a kind that cannot be read ("+format.media+")", "save it as text, PDF, DOCX, HTML, EML, CSV, XLSX or JSON lines")
	}
	if err != nil {
		r.Problem(problemOf(path, err))
		return nil
	}
	if !it.Exhibit && strings.TrimSpace(it.Text) == "" {
		return problem("holds no text", "check the file, or add it as a picture and type what it says")
	}
	if it.Title == "" {
		it.Title = firstLine(it.Text)
	}
	return r.yield(it)
}

func (r *Reader) zip(ctx context.Context, path string, data []byte, depth int) error {
	problem := func(file, message, remedy string) {
		r.Problem(sanad.Problem{File: path, Place: file, Message: message, Remedy: remedy})
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		problem("", "the archive is damaged or cut off: "+err.Error(), "copy it again from where it came from")
		return nil
	}
	if len(z.File) > r.Limits.Members {
		problem("", fmt.Sprintf("the archive has %d members; %d are allowed", len(z.File), r.Limits.Members), "unpack it and add the folder")
		return nil
	}
	sort.SliceStable(z.File, func(i, j int) bool { return z.File[i].Name < z.File[j].Name })
	members := 0
	for _, f := range z.File {
		f.Name = strings.ToValidUTF8(f.Name, "_")
		base := baseName(f.Name)
		if !f.Mode().IsRegular() || strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		members++
		if f.Flags&1 != 0 {
			problem(f.Name, "is protected by a password", "unpack the archive with its password and add the files")
			continue
		}
		rc, err := f.Open()
		if err != nil {
			problem(f.Name, "cannot be unpacked: "+err.Error(), "unpack the archive with another program and add the files")
			continue
		}
		// The size in the directory of a hostile archive lies: what counts is what comes out.
		limit := min(r.Limits.Member, r.left)
		member, err := io.ReadAll(io.LimitReader(rc, limit+1))
		rc.Close()
		switch {
		case int64(len(member)) > limit:
			problem(f.Name, "unpacks to more than "+size(limit), "unpack the archive by hand and look at what it holds: this may be a trap")
			if r.left -= limit; r.left <= 0 {
				problem("", "the archive unpacks to more than "+size(r.Limits.Archive)+"; the rest of it was left out", "unpack it by hand and add the folder")
				return nil
			}
			continue
		case err != nil:
			problem(f.Name, "is damaged: "+err.Error(), "copy the archive again from where it came from")
			continue
		}
		r.left -= int64(len(member))
		if err := r.bytes(ctx, path+"!"+f.Name, base, member, depth+1); err != nil {
			return err
		}
	}
	if members == 0 {
		problem("", "the archive holds no files", "check whether it was packed and copied completely")
	}
	return nil
}

func firstLine(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimSpace(strings.TrimLeft(s, "#*- \t"))
	const most = 120
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)[:most]
	cut := strings.TrimRight(string(r), " ")
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

func size(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.0f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.0f kB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}
