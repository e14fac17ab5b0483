package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sanad-workbench/sanad/internal/text"
)

// A list has everybody once: two rows of one list with one name are two persons, whatever else the rows say. What a list looks
// like, rowOf tells.

// rowKind is what stands before the name a line begins with.
type rowKind byte

const (
	rowPlain  rowKind = iota + 1 // nothing
	rowNumber                    // a number, a case number
	rowDate                      // a date
	rowLetter                    // a letter, an ordinal: «ثانيا»
	rowBullet                    // a mark
	rowLabel                     // a label: "Name:", «المتهم الثاني:»
	rowCell                      // other cells of a table
	rowInline                    // a number within a line: "1) … 2) …", or a numbered label: "Row 4:"
	rowItem                      // the semicolon after another item of a sentence
	rowWords                     // words that other rows begin with as well: "Arrest of"
	rowNone   rowKind = 0
)

// row is a line, or a part of one, that begins with a person's name.
type row struct {
	mention int
	kind    rowKind
	line    int    // number of its line
	block   int    // the same for plain rows that follow each other line by line
	label   bool   // a colon stands before the name
	heads   bool   // the name stands alone before a full stop: what follows is told of it
	ends    bool   // nothing but what tells persons apart follows the name: a mark, a number, a place, a birth
	next    string // the folded word after the name
	words   string // the words before it, places and dates left out
}

// contestLists keeps apart the same name in two rows of one list.
func (r *identities) contestLists(c contest) {
	rows := r.rows()
	blocks := map[int][]int{} // mentions of plain rows
	for _, b := range rows {
		if b.kind == rowPlain && len(blocks[b.block]) < longestBlock {
			blocks[b.block] = append(blocks[b.block], b.mention)
		}
	}
	var known namesakes
	for n, b := range rows {
		m := &r.mentions[b.mention]
		known.each(m.words, func(k int) {
			a := &rows[k]
			o := &r.mentions[a.mention]
			if a.kind != b.kind && !(a.label && b.label) || !r.compatible("name", o.words, m.words) || !r.sameList(rows, blocks, k, n) {
				return
			}
			r.apart[b.mention] = append(r.apart[b.mention], a.mention)
			c.add(r.page, "name", o.words)
			c.add(r.page, "name", m.words)
		})
		known.add(m.words, n)
	}
}

// namesakes finds what was said of names before: of the very name, and of names with the same first word. A list of a thousand has
// a hundred Muhammads: the one is bounded apart from the other.
type namesakes struct{ same, first map[string][]int }

func (x *namesakes) each(words []string, visit func(int)) {
	key := strings.Join(words, " ")
	for _, n := range x.same[key] {
		visit(n)
	}
	for _, n := range x.first[words[0]] {
		if !slices.Contains(x.same[key], n) {
			visit(n)
		}
	}
}

func (x *namesakes) add(words []string, n int) {
	if x.same == nil {
		x.same, x.first = map[string][]int{}, map[string][]int{}
	}
	if key := strings.Join(words, " "); len(x.same[key]) < mostNamesakes {
		x.same[key] = append(x.same[key], n)
	}
	if len(x.first[words[0]]) < mostNamesakes {
		x.first[words[0]] = append(x.first[words[0]], n)
	}
}

// nearRows is within how many lines two lines that begin alike are rows of one list.
const nearRows = 12

// sameList reports whether rows i and k, of one name, are entries of one list and not paragraphs about one man.
func (r *identities) sameList(rows []row, blocks map[int][]int, i, k int) bool {
	a, b := &rows[i], &rows[k]
	if a.kind != b.kind {
		return b.line-a.line <= nearRows && r.labelled(rows, i, k)
	}
	switch a.kind {
	case rowInline, rowLabel, rowCell:
		return true
	case rowItem, rowDate:
		return a.ends && b.ends
	case rowWords:
		return b.line-a.line <= nearRows && (a.words == b.words || a.label && b.label && r.labelled(rows, i, k))
	case rowPlain:
		return a.ends && b.ends && (a.heads && b.heads && b.line-a.line <= nearRows || a.block == b.block || r.listsDiffer(blocks[a.block], blocks[b.block]))
	}
	if a.ends && b.ends || a.next == b.next {
		return true
	}
	for n := max(0, i-1); n <= min(k+1, len(rows)-1); n++ { // a row of somebody else: the list is one of persons
		if rows[n].kind == a.kind && !r.compatible("name", r.mentions[rows[n].mention].words, r.mentions[a.mention].words) {
			return true
		}
	}
	return false
}

// labelled reports whether the label of row i or k begins the row of somebody else too: "Wanted:", "Held:" label persons, and not what
// is told of one.
func (r *identities) labelled(rows []row, i, k int) bool {
	for n := max(0, i-nearRows); n < min(len(rows), k+nearRows); n++ {
		if o := &rows[n]; o.label && (o.words == rows[i].words || o.words == rows[k].words) && !r.compatible("name", r.mentions[o.mention].words, r.mentions[rows[i].mention].words) {
			return true
		}
	}
	return false
}

// longestBlock is how many of a list's rows are compared with another's.
const longestBlock = 2 * mostNamesakes

// listsDiffer reports whether two lists are of other people, at most half of the shorter being in both: who is held in two cells is not
// one man. Lists that share more tell of the same people again.
func (r *identities) listsDiffer(a, b []int) bool {
	if min(len(a), len(b)) < 2 || len(a)+len(b) >= 2*longestBlock {
		return false
	}
	both := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y int) bool { return r.compatible("name", r.mentions[x].words, r.mentions[y].words) }) {
			both++
		}
	}
	return 2*both <= min(len(a), len(b))
}

// contestListed keeps apart a full name that two lists within sentences have, when the lists are of other people.
func (r *identities) contestListed(c contest) {
	var lists [][]int
	for _, s := range r.sentences {
		cl := &clause{page: r.page, s: s}
		var list []int
		for _, i := range r.within(s.Start, s.End, person) {
			if n := len(list); n > 0 && !cl.joined(list[n-1], i) {
				if n > 2 {
					lists = append(lists, list)
				}
				list = nil
			}
			list = append(list, i)
		}
		if len(list) > 2 {
			lists = append(lists, list)
		}
	}
	if len(lists) > mostNamesakes {
		return
	}
	for n, b := range lists {
		for _, a := range lists[:n] {
			if !r.listsDiffer(a, b) {
				continue
			}
			for _, x := range a {
				for _, y := range b {
					if m, o := &r.mentions[x], &r.mentions[y]; len(m.words) > 1 && len(o.words) > 1 && m.prop == "name" && o.prop == "name" && r.compatible("name", m.words, o.words) {
						r.apart[y] = append(r.apart[y], x)
						c.add(r.page, "name", m.words)
						c.add(r.page, "name", o.words)
					}
				}
			}
		}
	}
}

// rows returns the rows of the report that begin with a name of two words or more.
func (r *identities) rows() []row {
	var out []row
	line, at := 0, 0
	paid := r.paidLines()
	for i := range r.mentions {
		m := &r.mentions[i]
		for ; at < m.first; at++ {
			if r.tokens[at].Kind == text.Break {
				line++
			}
		}
		if m.kind != person || m.prop != "name" || len(m.words) < 2 || paid[line] && r.twoParties(i) {
			continue
		}
		if kind, words := r.rowOf(m); kind != rowNone {
			next := r.token(m.last)
			b := row{mention: i, kind: kind, line: line, label: r.token(m.first-1).Text == ":", heads: next.Text == "." && r.token(m.last+1).Kind != text.Break, ends: r.endsName(m.last), next: next.Folded, words: words}
			if n := len(out); n > 0 {
				b.block = out[n-1].block
				if before := &out[n-1]; before.kind != rowPlain || !before.ends || line-before.line > 1 {
					b.block++
				}
			}
			out = append(out, b)
		}
	}
	return out
}

// twoParties reports whether the line of mention i names somebody else as well.
func (p *page) twoParties(i int) bool {
	party := func(k int) bool {
		if k < 0 || k >= len(p.mentions) || p.mentions[k].kind != person && p.mentions[k].kind != organization {
			return false
		}
		for t := min(p.mentions[k].first, p.mentions[i].first); t < max(p.mentions[k].first, p.mentions[i].first); t++ {
			if p.tokens[t].Kind == text.Break {
				return false
			}
		}
		return true
	}
	return party(i-1) || party(i+1)
}

// paidLines returns the lines with an amount of money: in a ledger the same man pays twice.
func (p *page) paidLines() map[int]bool {
	out := map[int]bool{}
	line := 0
	for i, t := range p.tokens {
		if t.Kind == text.Break {
			line++
		} else if p.paid[i] {
			out[line] = true
		}
	}
	return out
}

// longestHead is how many tokens may stand before the name in its row.
const longestHead = 16

// rowOf says what kind of row a mention begins and with which words, none when a story stands before it in its line.
func (p *page) rowOf(m *mention) (rowKind, string) {
	speaks := p.token(m.last).Text == ":" && !p.endsName(m.last+1)
	end := m.first
	for end > 0 && (p.lex.is("title_en", p.tokens[end-1].Folded) || p.lex.is("title_ar", p.tokens[end-1].Folded)) {
		end--
	}
	first := end
	for first > 0 && p.tokens[first-1].Kind != text.Break && end-first < longestHead {
		first--
	}
	if p.token(first-1).Kind != text.Break { // a long line: only what stands right before counts
		return p.insideLine(end), ""
	}
	if first == end {
		if speaks {
			return rowNone, ""
		}
		return rowPlain, ""
	}
	var words []string
	numbers, marks := 0, 0
	for k := first; k < end; k++ {
		t := p.tokens[k]
		switch {
		case t.Kind == text.Number:
			numbers++
		case t.Kind == text.Punctuation:
			marks++
		case p.dated[k], p.inPlace(k), adminWord(t.Folded):
		default:
			words = append(words, t.Folded)
		}
	}
	head := strings.Join(words, " ")
	mark := p.tokens[end-1]
	if kind := p.insideLine(end); mark.Text == ":" && kind == rowInline && len(words) > 0 { // "Row 4:"
		return kind, ""
	}
	switch {
	case mark.Text == "|" && len(words) == 0 && numbers <= 1:
		return rowNumber, ""
	case mark.Text == "|":
		if head := fieldLabels[p.columnHead(end)]; head == "name" || head == "" && !p.before(first, end) {
			return rowCell, ""
		}
		return rowNone, ""
	case len(words) == 0 && (p.dated[end-1] || p.dated[first] || numbers == 0 && marks == 0):
		if speaks { // the line of a chat
			return rowNone, ""
		}
		return rowDate, ""
	case len(words) == 0 && numbers > 0:
		return rowNumber, ""
	case len(words) == 0:
		return rowBullet, ""
	case len(words) == 1 && mark.Kind == text.Punctuation && (utf8.RuneCountInString(head) == 1 || ordinalWord(head)):
		return rowLetter, ""
	case mark.Kind == text.Punctuation && len(words) <= 4:
		if n := len(words); n > 1 && ordinalWord(words[n-1]) {
			head = strings.Join(words[:n-1], " ")
		}
		switch fieldLabels[head] {
		case "name":
			return rowLabel, ""
		case "":
			return rowWords, head
		}
		return rowNone, ""
	}
	if kind := p.insideLine(end); kind != rowNone {
		return kind, ""
	}
	if p.before(first, end) { // a name before: no row of this one
		return rowNone, ""
	}
	return rowWords, head
}

// inPlace reports whether token i belongs to the name of a place.
func (p *page) inPlace(i int) bool {
	k := p.at(i)
	return k >= 0 && p.mentions[k].kind == place || k < 0 && p.tokens[i].Kind == text.Word && isPlaceName(p, i)
}

// before reports whether somebody is named between two tokens.
func (p *page) before(first, end int) bool {
	return len(p.within(first, end, person)) > 0 || len(p.within(first, end, organization)) > 0
}

// insideLine reads the rows within a line: "1) … 2) …", items after semicolons.
func (p *page) insideLine(end int) rowKind {
	mark, before := p.token(end-1), p.token(end-2)
	switch mark.Text {
	case ":", ")", "-", ".", "–":
		if before.Kind == text.Number && len(before.Folded) <= 3 && !p.dated[end-2] {
			return rowInline
		}
	case ";", "؛":
		return rowItem
	}
	if mark.Folded == "were" || mark.Folded == "are" || mark.Text == ":" { // the first item
		return rowItem
	}
	return rowNone
}

func ordinalWord(f string) bool {
	switch f {
	case "first", "second", "third", "fourth", "fifth", "firstly", "secondly", "thirdly", "اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا",
		"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر":
		return true
	}
	return false
}

// endsName reports whether token i, after a name, tells no story: the end of the line, a mark, a number, a place, a birth or a parent.
func (p *page) endsName(i int) bool {
	t := p.token(i)
	switch t.Kind {
	case text.Break, text.Number:
		return true
	case text.Punctuation:
		return !(p.token(i+1).Folded == "s" && p.token(i+1).Span.Start == t.Span.End)
	}
	switch t.Folded {
	case "of", "from", "من", "father", "mother", "والده", "والدته", "امه", "الاب", "الام", "ابوه":
		return true
	}
	return birthWord(t.Folded) || isPlaceName(p, i)
}
