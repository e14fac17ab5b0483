package intake

import (
	"bytes"
	"sort"
	"strings"

	"github.com/ledongthuc/pdf"
	nethtml "golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// visibleText returns the text a reader would see on a page, block elements on lines of their own.
func visibleText(page []byte) string {
	z := nethtml.NewTokenizer(bytes.NewReader(page))
	var b strings.Builder
	skip := 0
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return strings.TrimSpace(b.String())
		case nethtml.StartTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "noscript", "template", "head":
				skip++
			case "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6":
				b.WriteByte('\n')
			}
		case nethtml.EndTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "noscript", "template", "head":
				skip = max(0, skip-1)
			}
		case nethtml.TextToken:
			if skip == 0 {
				if t := strings.TrimSpace(string(z.Text())); t != "" {
					b.WriteString(t)
					b.WriteByte(' ')
				}
			}
		}
	}
}

// pageText puts the glyphs of a page into lines by where they stand, top to bottom.
func pageText(p pdf.Page) string {
	type line struct {
		y     float64
		texts []pdf.Text
	}
	var lines []*line
	for _, t := range p.Content().Text {
		if t.S == "" {
			continue
		}
		var at *line
		for i := len(lines) - 1; i >= 0 && i >= len(lines)-4; i-- {
			if d := lines[i].y - t.Y; d < t.FontSize*0.4 && d > -t.FontSize*0.4 {
				at = lines[i]
				break
			}
		}
		if at == nil {
			at = &line{y: t.Y}
			lines = append(lines, at)
		}
		at.texts = append(at.texts, t)
	}
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].y > lines[j].y })
	var b strings.Builder
	last := 0.0
	for i, l := range lines {
		if i > 0 && last-l.y > 1.8*l.texts[0].FontSize {
			b.WriteByte('\n')
		}
		last = l.y
		b.WriteString(lineText(l.texts))
		b.WriteByte('\n')
	}
	return b.String()
}

// lineText joins the glyphs of one line. A PDF places Arabic glyph by glyph from the right or, stored visually, from the
// left; ordering by place and reading Arabic runs from right to left gives logical order either way.
func lineText(texts []pdf.Text) string {
	sort.SliceStable(texts, func(i, j int) bool { return texts[i].X < texts[j].X })
	type piece struct {
		s      string
		arabic bool
		space  bool // a gap stands before it
	}
	var ps []piece
	arabic, latin := 0, 0
	end := 0.0
	for i, t := range texts {
		s := norm.NFKC.String(t.S)
		p := piece{s: s, space: i > 0 && t.X-end > t.FontSize*0.18}
		for _, r := range s {
			if isArabicLetter(r) {
				p.arabic = true
				arabic++
			} else if r > ' ' {
				latin++
			}
		}
		if strings.TrimSpace(s) == "" {
			p.s, p.space = " ", false
		}
		end = t.X + t.W
		ps = append(ps, p)
	}
	if arabic == 0 {
		var b strings.Builder
		for _, p := range ps {
			if p.space {
				b.WriteByte(' ')
			}
			b.WriteString(p.s)
		}
		return strings.TrimRight(b.String(), " ")
	}
	// Read from the right; keep runs that are not Arabic in their own order.
	var b strings.Builder
	for i := len(ps) - 1; i >= 0; {
		if ps[i].arabic || ps[i].s == " " {
			b.WriteString(ps[i].s)
			if ps[i].space {
				b.WriteByte(' ')
			}
			i--
			continue
		}
		j := i
		for j > 0 && !ps[j-1].arabic && ps[j-1].s != " " && !ps[j].space {
			j--
		}
		for k := j; k <= i; k++ {
			b.WriteString(ps[k].s)
		}
		if ps[j].space {
			b.WriteByte(' ')
		}
		i = j - 1
	}
	return strings.TrimRight(b.String(), " ")
}

func isArabicLetter(r rune) bool { return r >= 0x0600 && r <= 0x06ff && !(r >= 0x0660 && r <= 0x0669) }
