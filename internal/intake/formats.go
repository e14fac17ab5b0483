package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	uni "golang.org/x/text/encoding/unicode"

	sanad "github.com/sanad-workbench/sanad"
)

type format struct{ kind, media string }

// byExtension holds what content alone does not tell.
var byExtension = map[string]format{
	".txt": {"text", "text/plain"}, ".text": {"text", "text/plain"}, ".log": {"text", "text/plain"},
	".md": {"text", "text/markdown"}, ".markdown": {"text", "text/markdown"},
	".html": {"html", "text/html"}, ".htm": {"html", "text/html"}, ".xhtml": {"html", "application/xhtml+xml"},
	".eml": {"eml", "message/rfc822"}, ".csv": {"csv", "text/csv"}, ".tsv": {"csv", "text/tab-separated-values"},
	".jsonl": {"jsonl", "application/jsonl"}, ".ndjson": {"jsonl", "application/jsonl"},
}

// sniff says what a file is: by its first bytes where they are telling, else by its extension, else by whether it reads
// like text.
func sniff(name string, data []byte) format {
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return format{"pdf", "application/pdf"}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		switch ext {
		case ".docx":
			return format{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
		case ".xlsx", ".xlsm":
			return format{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
		}
		switch inside(data) {
		case "docx":
			return format{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
		case "xlsx":
			return format{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
		}
		return format{"zip", "application/zip"}
	case bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}):
		// An Office file of before 2007, or one under a password: both wear this coat.
		if ext == ".docx" {
			return format{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
		}
		if ext == ".xlsx" {
			return format{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
		}
		return format{"", "an old Office file"}
	}
	if ext == ".docx" || ext == ".xlsx" || ext == ".zip" || ext == ".pdf" {
		kind := ext[1:]
		return format{kind, http.DetectContentType(data)}
	}
	media := http.DetectContentType(data)
	// "BMW seen at the bridge" begins like a picture: a file of a text kind is one only when it also holds what no text does.
	_, textKind := byExtension[ext]
	for _, p := range []string{"image/", "audio/", "video/"} {
		if strings.HasPrefix(media, p) && (!textKind || bytes.IndexByte(data, 0) >= 0) {
			return format{"exhibit", media}
		}
	}
	switch ext {
	case ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic":
		return format{"exhibit", "image/" + ext[1:]}
	case ".mp3", ".wav", ".ogg", ".m4a", ".opus", ".amr", ".aac", ".flac":
		return format{"exhibit", "audio/" + ext[1:]}
	case ".mp4", ".mov", ".avi", ".mkv", ".3gp", ".webm":
		return format{"exhibit", "video/" + ext[1:]}
	}
	if f, ok := byExtension[ext]; ok {
		return f
	}
	if strings.HasPrefix(media, "text/html") {
		return format{"html", "text/html"}
	}
	if strings.HasPrefix(media, "text/") && ext == "" {
		return format{"text", "text/plain"}
	}
	return format{"", strings.TrimSuffix(media, "; charset=utf-8")}
}

func inside(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ""
	}
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return "docx"
		case "xl/workbook.xml":
			return "xlsx"
		}
	}
	return ""
}

// decode makes code points of bytes: UTF-8, UTF-16 and UTF-32 by their marks, else the Windows code page of Arabic or
// of Western Europe, whichever gives letters. Line ends are folded; nothing else is changed.
func decode(data []byte) (string, error) {
	binary := sanad.Errorf(sanad.Invalid, "is binary, not text").WithRemedy("save it as text, PDF, DOCX or HTML")
	cutOff := sanad.Errorf(sanad.Invalid, "the text ends in the middle of a letter: the file was cut off").WithRemedy("copy it again from where it came from")
	var enc encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}):
		if len(data)%4 != 0 {
			return "", cutOff
		}
		enc = utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		if len(data)%2 != 0 {
			return "", cutOff
		}
		enc = uni.UTF16(uni.LittleEndian, uni.UseBOM)
	}
	if enc == nil && !utf8.Valid(data) {
		if bytes.IndexByte(data, 0) >= 0 {
			return "", binary
		}
		// A file that reads as UTF-8 but for a few bytes is damaged UTF-8: as another encoding all of it would be nonsense.
		letters, bad, at := utf8Damage(data)
		if letters > 4*bad {
			if bad == len(data)-at && !utf8.FullRune(data[at:]) {
				return "", cutOff
			}
			return "", sanad.Errorf(sanad.Invalid, "line %d holds bytes that are no letters: the text is damaged", 1+bytes.Count(data[:at], []byte("\n"))).
				WithRemedy("open it in a text editor, correct this line and save it as UTF-8")
		}
		enc = charmap.Windows1252
		if looksArabic(data) {
			enc = charmap.Windows1256
		}
	}
	if enc != nil {
		out, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return "", fmt.Errorf("decode text: %w", err)
		}
		data = out
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", binary
	}
	return foldLines(string(data)), nil
}

// utf8Damage counts the letters of more than one byte, and the bytes that belong to none, the first of them at at.
func utf8Damage(data []byte) (letters, bad, at int) {
	at = -1
	for n := 0; n < len(data); {
		r, w := utf8.DecodeRune(data[n:])
		if r == utf8.RuneError && w == 1 {
			if bad++; at < 0 {
				at = n
			}
		} else if w > 1 {
			letters++
		}
		n += w
	}
	return letters, bad, at
}

// looksArabic reports whether bytes read as Windows-1256 give mostly Arabic letters among the high ones.
func looksArabic(data []byte) bool {
	high, arabic := 0, 0
	for _, b := range data[:min(len(data), 1<<16)] {
		if b < 0x80 {
			continue
		}
		high++
		if r := charmap.Windows1256.DecodeByte(b); r >= 0x0621 && r <= 0x064a {
			arabic++
		}
	}
	return high > 0 && arabic*10 >= high*8
}

func foldLines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// html takes the main text out of a page; when there is none to be found, all its text.
func html(data []byte) (text, title, dated string, err error) {
	page := data
	if enc, _, sure := charset.DetermineEncoding(data, "text/html"); sure {
		if page, err = enc.NewDecoder().Bytes(data); err != nil {
			return "", "", "", fmt.Errorf("decode page: %w", err)
		}
	} else {
		s, err := decode(data)
		if err != nil {
			return "", "", "", err
		}
		page = []byte(s)
	}
	res, err := trafilatura.Extract(bytes.NewReader(page), trafilatura.Options{EnableFallback: true, ExcludeComments: true})
	if err == nil && res != nil && strings.TrimSpace(res.ContentText) != "" {
		if !res.Metadata.Date.IsZero() {
			dated = res.Metadata.Date.Format("2006-01-02")
		}
		return foldLines(res.ContentText), res.Metadata.Title, dated, nil
	}
	return visibleText(page), "", "", nil
}

// docx reads the paragraphs and tables of a Word file.
func docx(data []byte, limit int64) (text, title string, err error) {
	if bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
		return "", "", sanad.Errorf(sanad.Invalid, "the Word file is protected by a password, or of an old kind").WithRemedy("save it as DOCX without a password")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", "", sanad.Errorf(sanad.Invalid, "the Word file is damaged or cut off").WithRemedy("copy it again from where it came from")
	}
	for _, f := range z.File {
		if f.Name != "word/document.xml" {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			return "", "", fmt.Errorf("open Word file: %w", err)
		}
		defer rc.Close()
		text, err := wordText(io.LimitReader(rc, limit))
		return text, "", err
	}
	return "", "", sanad.Errorf(sanad.Invalid, "the Word file holds no document").WithRemedy("open it in a word processor and save it again")
}

func wordText(r io.Reader) (string, error) {
	d := xml.NewDecoder(r)
	var b bytes.Buffer
	var cells []int // where each open table cell begins in b
	inText, layout := false, 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", sanad.Errorf(sanad.Invalid, "the Word file is damaged: %v", err).WithRemedy("open it in a word processor and save it again")
		}
		switch t := t.(type) {
		case xml.StartElement:
			if layout > 0 || wordLayout[t.Name.Local] {
				layout++
				continue
			}
			switch t.Name.Local {
			case "t":
				inText = true
			case "tab":
				b.WriteByte('\t')
			case "br", "cr":
				b.WriteByte('\n')
			case "noBreakHyphen":
				b.WriteByte('-')
			case "tc":
				cells = append(cells, b.Len())
			}
		case xml.EndElement:
			if layout > 0 {
				layout--
				continue
			}
			switch t.Name.Local {
			case "t":
				inText = false
			case "p":
				b.WriteByte('\n')
			case "tc":
				// A cell's last paragraph must not break its row.
				from := cells[len(cells)-1]
				cells = cells[:len(cells)-1]
				b.Truncate(from + len(bytes.TrimRightFunc(b.Bytes()[from:], unicode.IsSpace)))
				b.WriteByte('\t')
			case "tr":
				if n := b.Len(); n > 0 && b.Bytes()[n-1] == '\t' {
					b.Truncate(n - 1)
				}
				b.WriteByte('\n')
			}
		case xml.CharData:
			if inText && layout == 0 {
				b.Write(t)
			}
		}
	}
}

// wordLayout names the elements that say how things look (a tab stop is no tab) or say again, for older programs, what
// was said.
var wordLayout = map[string]bool{"pPr": true, "rPr": true, "tblPr": true, "trPr": true, "tcPr": true, "sectPr": true, "Fallback": true}
