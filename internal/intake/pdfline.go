package intake

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters returns the letters that shapes stand for: a PDF may name the form a letter takes inside a word, or two
// letters drawn as one. Control signs are left out, those of direction too: the place on the page says what they say.
func letters(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 0xfb00 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc:
			b.WriteString(norm.NFKC.String(string(r)))
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == unicode.ReplacementChar:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// textLine is one line of a page: its glyphs, and how high it stands.
type textLine struct {
	y, size float64
	glyphs  []glyph
}

// pageText puts the glyphs of a page into lines by where they stand, top to bottom.
func pageText(glyphs []glyph) string {
	lines := linesOf(glyphs)
	arabic, latin := 0, 0
	for _, l := range lines {
		a, b := l.scripts()
		arabic, latin = arabic+a, latin+b
	}
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && lines[i-1].y-l.y > 1.9*l.size {
			b.WriteByte('\n')
		}
		b.WriteString(l.text(arabic > latin))
		b.WriteByte('\n')
	}
	return b.String()
}

func linesOf(glyphs []glyph) []*textLine {
	var lines []*textLine
	var marks []glyph
	for _, g := range glyphs {
		if g.mark() {
			marks = append(marks, g)
			continue
		}
		var at *textLine
		for i := len(lines) - 1; i >= 0; i-- {
			if abs(lines[i].y-g.y) < 0.4*max(g.size, lines[i].size) {
				at = lines[i]
				break
			}
		}
		if at == nil {
			at = &textLine{y: g.y, size: g.size}
			lines = append(lines, at)
		}
		at.glyphs = append(at.glyphs, g)
	}
	// A vowel sign stands above or below its letter, often as a glyph of its own off the line.
	for _, m := range marks {
		var best *glyph
		far := 0.0
		for _, l := range lines {
			if abs(l.y-m.y) > 1.2*l.size {
				continue
			}
			for i := range l.glyphs {
				g := &l.glyphs[i]
				if strings.TrimSpace(g.s) == "" {
					continue
				}
				if d := abs(g.x+g.w/2-m.x-m.w/2) + abs(l.y-m.y)/4; best == nil || d < far {
					best, far = g, d
				}
			}
		}
		if best != nil {
			best.s += m.s
		}
	}
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].y > lines[j].y })
	return lines
}

// scripts counts the Arabic letters of the line, and the others.
func (l *textLine) scripts() (arabic, latin int) {
	for _, g := range l.glyphs {
		for _, r := range g.s {
			switch {
			case isArabicLetter(r):
				arabic++
			case unicode.IsLetter(r):
				latin++
			}
		}
	}
	return arabic, latin
}

// piece is what stands at one place of a line, seen from the left.
type piece struct {
	s  string
	as rune // R: read from the right, L: from the left, N: digits, 0: takes the side of what is around it
}

// text reads the line. A PDF keeps what is seen, from left to right; what is read goes the way of each script: in a line
// that goes from the right, Latin words and numbers keep their own order, and the other way round.
func (l *textLine) text(pageArabic bool) string {
	gs := append([]glyph(nil), l.glyphs...)
	sort.SliceStable(gs, func(i, j int) bool { return gs[i].x < gs[j].x })
	var ps []piece
	space := func() {
		if n := len(ps); n > 0 && ps[n-1].s != " " {
			ps = append(ps, piece{s: " "})
		}
	}
	end := 0.0
	for i, g := range gs {
		if i > 0 && g.x-end > 0.17*g.size {
			space()
		}
		end = max(end, g.x+g.w)
		if strings.TrimSpace(g.s) == "" {
			space()
			continue
		}
		ps = append(ps, piece{g.s, side(g.s)})
	}
	if l.goesLeft(ps, pageArabic) {
		return strings.TrimSpace(fromRight(ps))
	}
	return strings.TrimSpace(fromLeft(ps))
}

// goesLeft reports whether the line is read from the right: by where it begins and ends, then by its page and by which
// script has more letters.
func (l *textLine) goesLeft(ps []piece, pageArabic bool) bool {
	var first, last rune
	for _, p := range ps {
		if p.as == 'L' || p.as == 'R' {
			if first == 0 {
				first = p.as
			}
			last = p.as
		}
	}
	if first == last && (first == 'R' || !pageArabic) {
		return first == 'R'
	}
	if pageArabic {
		return last == 'R'
	}
	arabic, latin := l.scripts()
	return arabic > latin
}

// side says which way a glyph is read, by its first telling letter.
func side(s string) rune {
	digit := false
	for _, r := range s {
		switch {
		case isArabicLetter(r):
			return 'R'
		case unicode.IsLetter(r):
			return 'L'
		case unicode.IsDigit(r):
			digit = true
		}
	}
	if digit {
		return 'N'
	}
	return 0
}

// fromLeft reads pieces from the left, and each run from one Arabic letter to the last before a Latin one from the right.
func fromLeft(ps []piece) string {
	var b strings.Builder
	for i := 0; i < len(ps); i++ {
		if ps[i].as != 'R' {
			b.WriteString(ps[i].s)
			continue
		}
		last := i
		for k := i; k < len(ps) && ps[k].as != 'L'; k++ {
			if ps[k].as == 'R' {
				last = k
			}
		}
		b.WriteString(fromRight(ps[i : last+1]))
		i = last
	}
	return b.String()
}

// fromRight reads pieces from the right; Latin words with what stands between them, and numbers, keep their order.
func fromRight(ps []piece) string {
	var out []string
	var turned []int // places in out whose brackets were seen from the other side
	for i := len(ps) - 1; i >= 0; i-- {
		if ps[i].as != 'L' && ps[i].as != 'N' {
			if strings.ContainsAny(ps[i].s, brackets) {
				turned = append(turned, len(out))
			}
			out = append(out, ps[i].s)
			continue
		}
		first, latin := i, ps[i].as == 'L'
		for k := i; k >= 0 && ps[k].as != 'R'; k-- {
			if ps[k].as != 0 {
				first, latin = k, latin || ps[k].as == 'L'
			}
		}
		if !latin { // figures with a space between them are two numbers
			first = i
			for k := i - 1; k >= 0 && ps[k].as != 'R' && ps[k].s != " "; k-- {
				if ps[k].as == 'N' {
					first = k
				}
			}
		}
		for k := first; k <= i; k++ {
			out = append(out, ps[k].s)
		}
		i = first
	}
	if plain, swapped := strings.Join(out, ""), ""; len(turned) > 0 {
		for _, k := range turned {
			out[k] = mirror.Replace(out[k])
		}
		if swapped = strings.Join(out, ""); paired(swapped) > paired(plain) {
			return swapped
		}
		return plain
	}
	return strings.Join(out, "")
}

const brackets = "()[]{}«»<>"

var mirror = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "«", "»", "»", "«", "<", ">", ">", "<")

// paired counts the brackets that close what was opened before. Some programs name the bracket that is drawn, some the
// one that is meant: the reading in which more of them pair is the right one.
func paired(s string) int {
	open, n := map[rune]int{}, 0
	for _, r := range s {
		switch r {
		case '(', '[', '{', '«', '<':
			open[r]++
		case ')', ']', '}', '»', '>':
			if o := []rune(mirror.Replace(string(r)))[0]; open[o] > 0 {
				open[o]--
				n++
			}
		}
	}
	return n
}

// isArabicLetter reports whether r is a letter of the Arabic script, in whatever shape, and no digit or comma.
func isArabicLetter(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }
