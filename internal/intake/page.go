package intake

import (
	"bytes"
	"strings"

	nethtml "golang.org/x/net/html"
)

// visibleText returns the text a reader would see on a page, block elements on lines of their own.
func visibleText(page []byte) string {
	z := nethtml.NewTokenizer(bytes.NewReader(page))
	var b strings.Builder
	skip := 0
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return tidy(b.String())
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "noscript", "template", "title":
				skip++
			case "body":
				skip = 0
			case "p", "div", "br", "li", "tr", "table", "ul", "ol", "section", "article", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6":
				b.WriteByte('\n')
			case "td", "th":
				b.WriteByte(' ')
			}
		case nethtml.EndTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "noscript", "template", "title":
				skip = max(0, skip-1)
			case "p", "div", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6":
				b.WriteByte('\n')
			}
		case nethtml.TextToken:
			if skip == 0 { // line ends of the source are spaces
				b.WriteString(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(string(z.Text())))
			}
		}
	}
}

// tidy folds white space: one space between words, at most one empty line between paragraphs.
func tidy(s string) string {
	var b strings.Builder
	empty := 0
	for _, line := range strings.Split(s, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			empty++
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n"[:min(2, 1+empty/2)])
		}
		empty = 0
		b.WriteString(line)
	}
	return b.String()
}
