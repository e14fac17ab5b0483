package intake

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	sanad "github.com/sanad-workbench/sanad"
)

// Bounds of one PDF: a hostile one names more than it holds.
const (
	maxPages   = 20_000
	maxContent = 64 << 20 // bytes of one content stream, inflated
	maxNesting = 12       // of page trees and of drawings within drawings
)

// pdfText reads the text of a PDF page by page. bad are the pages that could not be read, counted from 1; the others
// were.
//
// The library reads objects and streams; the page is interpreted here, since Arabic stands in fonts of two-byte codes
// whose widths the library's own interpreter takes for zero.
func pdfText(data []byte) (text string, bad []int, err error) {
	damaged := sanad.Errorf(sanad.Invalid, "the PDF is damaged or cut off").WithRemedy("copy it again from where it came from, or save it anew")
	defer func() {
		if p := recover(); p != nil { // the library panics on some damaged files
			text, bad, err = "", nil, damaged
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if errors.Is(err, pdf.ErrInvalidPassword) || bytes.Contains(data, []byte("/Encrypt")) {
			return "", nil, sanad.Errorf(sanad.Invalid, "the PDF is protected by a password").WithRemedy("save a copy without the password and add that")
		}
		return "", nil, damaged
	}
	pages := pagesOf(r.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0, nil)
	if len(pages) == 0 {
		return "", nil, damaged
	}
	var b strings.Builder
	for i, p := range pages {
		if s, ok := p.text(); ok {
			b.WriteString(s)
			b.WriteByte('\n')
		} else {
			bad = append(bad, i+1)
		}
	}
	if len(bad) == len(pages) {
		return "", nil, damaged
	}
	return strings.TrimRight(b.String(), "\n") + "\n", bad, nil
}

// pdfPage is a page with the resources it has or inherits.
type pdfPage struct{ v, resources pdf.Value }

// pagesOf walks the page tree in order. A tree that loops ends at maxNesting.
func pagesOf(v, resources pdf.Value, depth int, into []pdfPage) []pdfPage {
	if depth > maxNesting || len(into) >= maxPages {
		return into
	}
	if own := v.Key("Resources"); own.Kind() == pdf.Dict {
		resources = own
	}
	kids := v.Key("Kids")
	if kids.Kind() != pdf.Array {
		if v.Kind() == pdf.Dict {
			into = append(into, pdfPage{v, resources})
		}
		return into
	}
	for i := 0; i < kids.Len(); i++ {
		into = pagesOf(kids.Index(i), resources, depth+1, into)
	}
	return into
}

// text interprets the page; ok is false when it is damaged.
func (p pdfPage) text() (s string, ok bool) {
	defer func() {
		if recover() != nil {
			s, ok = "", false
		}
	}()
	t := painter{fonts: map[string]*pdfFont{}}
	t.paint(p.v.Key("Contents"), p.resources, state{ctm: identity, scale: 1}, 0)
	return pageText(t.glyphs), true
}

// glyph is what one shown code stands for, and where it stands on the page.
type glyph struct {
	s    string
	x, y float64 // start of its baseline
	w    float64
	size float64
}

func (g glyph) mark() bool {
	for _, r := range g.s {
		if !unicode.Is(unicode.Mn, r) {
			return false
		}
	}
	return g.s != ""
}

// matrix is [a b 0; c d 0; e f 1].
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// mul returns m followed by n.
func (m matrix) mul(n matrix) matrix {
	return matrix{m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d, m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d, m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f}
}

// state is the part of the graphics state that places text (ISO 32000-1, 9.3).
type state struct {
	ctm                                  matrix
	font                                 *pdfFont
	size, char, word, scale, lead, raise float64
}

// painter gathers the glyphs a page shows.
type painter struct {
	glyphs []glyph
	fonts  map[string]*pdfFont
}

// actual is an open marked-content sequence; where it has ActualText, that stands for all glyphs in it.
type actual struct {
	has  bool
	text string
	used bool
}

// paint runs one content stream, or several in a row.
func (t *painter) paint(contents, resources pdf.Value, g state, depth int) {
	if depth > maxNesting || !bounded(contents) {
		return
	}
	var stack []state
	var marked []actual
	tm, line := identity, identity
	next := func(x, y float64) {
		line = matrix{1, 0, 0, 1, x, y}.mul(line)
		tm = line
	}
	// span is the outermost sequence that says what its glyphs mean.
	span := func() *actual {
		for i := range marked {
			if marked[i].has {
				return &marked[i]
			}
		}
		return nil
	}
	show := func(raw string) {
		if g.font == nil {
			return
		}
		for len(raw) > 0 {
			code := raw[:min(g.font.bytes, len(raw))]
			raw = raw[len(code):]
			w := g.font.width(code) / 1000 * g.size
			at := matrix{g.size * g.scale, 0, 0, g.size, 0, g.raise}.mul(tm).mul(g.ctm)
			size := max(abs(at.d), abs(at.b))
			unit := 0.0
			if g.size != 0 {
				unit = at.a / g.size
			}
			one := glyph{s: g.font.text(code), x: at.e, y: at.f, w: w * unit, size: size}
			if a := span(); a != nil {
				if one.s = ""; !a.used {
					a.used, one.s = true, a.text
				} else if n := len(t.glyphs) - 1; n >= 0 { // widen the glyph that carries the text; a sign beside its letter stands off the line
					last := &t.glyphs[n]
					if one.w > last.w {
						last.y, last.size = one.y, one.size
					}
					lo, hi := min(last.x, one.x), max(last.x+last.w, one.x+one.w)
					last.x, last.w = lo, hi-lo
				}
			}
			if one.s != "" {
				t.glyphs = append(t.glyphs, one)
			}
			move := w + g.char
			if code == " " {
				move += g.word
			}
			tm = matrix{1, 0, 0, 1, move * g.scale, 0}.mul(tm)
		}
	}
	pdf.Interpret(contents, func(stk *pdf.Stack, op string) {
		n := stk.Len()
		args := make([]pdf.Value, n)
		for i := n - 1; i >= 0; i-- {
			args[i] = stk.Pop()
		}
		num := func(i int) float64 {
			if i < n {
				return args[i].Float64()
			}
			return 0
		}
		arg := func(i int) pdf.Value {
			if i < n {
				return args[i]
			}
			return pdf.Value{}
		}
		six := func() matrix { return matrix{num(0), num(1), num(2), num(3), num(4), num(5)} }
		switch op {
		case "q":
			stack = append(stack, g)
		case "Q":
			if k := len(stack) - 1; k >= 0 {
				g, stack = stack[k], stack[:k]
			}
		case "cm":
			g.ctm = six().mul(g.ctm)
		case "BT":
			tm, line = identity, identity
		case "Tc":
			g.char = num(0)
		case "Tw":
			g.word = num(0)
		case "Tz":
			g.scale = num(0) / 100
		case "TL":
			g.lead = num(0)
		case "Ts":
			g.raise = num(0)
		case "Tf":
			g.font, g.size = t.font(resources, arg(0).Name()), num(1)
		case "Tm":
			tm = six()
			line = tm
		case "TD":
			g.lead = -num(1)
			next(num(0), num(1))
		case "Td":
			next(num(0), num(1))
		case "T*":
			next(0, -g.lead)
		case "\"":
			g.word, g.char = num(0), num(1)
			next(0, -g.lead)
			show(arg(2).RawString())
		case "'":
			next(0, -g.lead)
			show(arg(0).RawString())
		case "Tj":
			show(arg(0).RawString())
		case "TJ":
			for i, v := 0, arg(0); i < v.Len(); i++ {
				if x := v.Index(i); x.Kind() == pdf.String {
					show(x.RawString())
				} else {
					tm = matrix{1, 0, 0, 1, -x.Float64() / 1000 * g.size * g.scale, 0}.mul(tm)
				}
			}
		case "BMC":
			marked = append(marked, actual{})
		case "BDC":
			props := arg(1)
			if props.Kind() == pdf.Name {
				props = resources.Key("Properties").Key(props.Name())
			}
			a := actual{}
			if v := props.Key("ActualText"); v.Kind() == pdf.String {
				a.has, a.text = true, textString(v.RawString())
			}
			marked = append(marked, a)
		case "EMC":
			if k := len(marked) - 1; k >= 0 {
				marked = marked[:k]
			}
		case "Do":
			form := resources.Key("XObject").Key(arg(0).Name())
			if form.Key("Subtype").Name() != "Form" {
				return
			}
			inner, own := g, resources
			if m := form.Key("Matrix"); m.Len() == 6 {
				f := func(i int) float64 { return m.Index(i).Float64() }
				inner.ctm = matrix{f(0), f(1), f(2), f(3), f(4), f(5)}.mul(g.ctm)
			}
			if r := form.Key("Resources"); r.Kind() == pdf.Dict {
				own = r
			}
			if len(t.glyphs) < maxContent {
				t.paint(form, own, inner, depth+1)
			}
		}
	})
}

func abs(x float64) float64 { return max(x, -x) }

// bounded reports whether a stream, or every one of several, inflates to something a page may have.
func bounded(v pdf.Value) bool {
	if v.Kind() == pdf.Array {
		for i := 0; i < v.Len(); i++ {
			if !bounded(v.Index(i)) {
				return false
			}
		}
		return true
	}
	if v.Kind() != pdf.Stream {
		return false
	}
	n, _ := io.Copy(io.Discard, io.LimitReader(v.Reader(), maxContent+1))
	return n <= maxContent
}

// pdfFont says what the codes of a font mean and how wide they are, in thousandths of the font size.
type pdfFont struct {
	v        pdf.Value
	bytes    int // of one code
	widths   map[int]float64
	standard float64 // width where widths has none
	unicode  map[string]string
	ranges   []unicodeRange
	encoder  pdf.TextEncoding // of a simple font
	seen     map[string]string
}

type unicodeRange struct {
	low, high int
	to        string
	each      []string // where every code has a text of its own
}

func (t *painter) font(resources pdf.Value, name string) *pdfFont {
	v := resources.Key("Font").Key(name)
	key := v.String() + "/" + name
	if f := t.fonts[key]; f != nil {
		return f
	}
	f := &pdfFont{v: v, bytes: 1, widths: map[int]float64{}, unicode: map[string]string{}, seen: map[string]string{}, standard: 500}
	t.fonts[key] = f
	if m := v.Key("ToUnicode"); m.Kind() == pdf.Stream && bounded(m) {
		f.readUnicode(m)
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.bytes = 2
		f.readWidths(v.Key("DescendantFonts").Index(0))
		return f
	}
	font := pdf.Font{V: v}
	f.encoder = font.Encoder()
	first, w := int(v.Key("FirstChar").Int64()), v.Key("Widths")
	for i := 0; i < w.Len(); i++ {
		f.widths[first+i] = w.Index(i).Float64()
	}
	if v.Key("Subtype").Name() == "Type3" { // its widths are in its own space
		if m := v.Key("FontMatrix"); m.Len() == 6 {
			for c := range f.widths {
				f.widths[c] *= m.Index(0).Float64() * 1000
			}
		}
	}
	return f
}

// readWidths reads W and DW of a font of two-byte codes (ISO 32000-1, 9.7.4.3).
func (f *pdfFont) readWidths(cid pdf.Value) {
	f.standard = 1000
	if d := cid.Key("DW"); !d.IsNull() {
		f.standard = d.Float64()
	}
	w := cid.Key("W")
	for i := 0; i+1 < w.Len(); {
		from := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for k := 0; k < list.Len(); k++ {
				f.widths[from+k] = list.Index(k).Float64()
			}
			i += 2
			continue
		}
		to := min(int(w.Index(i+1).Int64()), 0xffff)
		for c := from; c <= to; c++ {
			f.widths[c] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

func codeOf(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 4; i++ {
		n = n<<8 | int(s[i])
	}
	return n
}

func (f *pdfFont) width(code string) float64 {
	if w, ok := f.widths[codeOf(code)]; ok {
		return w
	}
	return f.standard
}

// text says what a code means: by the font's own table, else by its encoding. A font of two-byte codes without a table
// cannot be read.
func (f *pdfFont) text(code string) string {
	s, ok := f.seen[code]
	if !ok {
		if s = f.lookUp(code); !utf8.ValidString(s) {
			s = ""
		}
		s = letters(s)
		f.seen[code] = s
	}
	return s
}

func (f *pdfFont) lookUp(code string) string {
	if s, ok := f.unicode[code]; ok {
		return s
	}
	n := codeOf(code)
	for _, r := range f.ranges {
		switch {
		case n < r.low || n > r.high:
		case r.each != nil:
			if i := n - r.low; i < len(r.each) {
				return r.each[i]
			}
		case len(r.to) > 0:
			runes := []rune(r.to)
			runes[len(runes)-1] += rune(n - r.low)
			return string(runes)
		}
	}
	if f.encoder == nil {
		return ""
	}
	return f.encoder.Decode(code)
}

// readUnicode reads a ToUnicode table (ISO 32000-1, 9.10.3): of its small program only the two kinds of rows matter.
func (f *pdfFont) readUnicode(m pdf.Value) {
	table, _ := io.ReadAll(m.Reader()) // what can be read of a damaged table stands
	var row []string
	var list []string // of the open bracket
	in := ""
	for _, tok := range tableTokens.FindAllString(string(table), -1) {
		switch {
		case tok == "beginbfchar", tok == "beginbfrange":
			in, row, list = tok, nil, nil
			continue
		case tok == "endbfchar", tok == "endbfrange":
			in = ""
		case in == "":
		case tok == "[":
			list = []string{}
			continue
		case tok == "]":
			row = append(row, "")
		case tok[0] == '<':
			b, err := hex.DecodeString(strings.Join(strings.Fields(tok[1:len(tok)-1]), ""))
			if err != nil {
				continue
			}
			if list != nil {
				list = append(list, big(string(b)))
				continue
			}
			row = append(row, string(b))
		}
		switch {
		case in == "beginbfchar" && len(row) == 2:
			f.unicode[row[0]], row = big(row[1]), nil
		case in == "beginbfrange" && len(row) == 3:
			f.ranges = append(f.ranges, unicodeRange{codeOf(row[0]), codeOf(row[1]), big(row[2]), list})
			row, list = nil, nil
		}
	}
}

var tableTokens = regexp.MustCompile(`<[0-9A-Fa-f\s]*>|\[|\]|(begin|end)bf(char|range)`)

// big decodes UTF-16 of the big end first.
func big(s string) string {
	u := make([]uint16, len(s)/2)
	for i := range u {
		u[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(u))
}

// textString decodes a text string: UTF-16 or UTF-8 by its mark, else one byte a letter.
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return letters(big(s[2:]))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return letters(strings.ToValidUTF8(s[3:], ""))
	}
	r := make([]rune, len(s))
	for i := range len(s) {
		r[i] = rune(s[i])
	}
	return letters(string(r))
}
