package extract

import (
	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// penaltyRows reads the rows of a list of convicts: a line that begins with a name, after its number at most, and has a punishment alone in a
// cell, under a heading that speaks of sentences: "3 / Omar Salih / Khanaqin court / life, 4 March 2020 / gunman".
func (c *clause) penaltyRows() {
	from := c.s.Start
	for i := c.s.Start; i <= c.s.End; i++ {
		if i == c.s.End || c.tokens[i].Kind == text.Break {
			c.penaltyRow(text.Span{Start: from, End: i})
			from = i + 1
		}
	}
}

func (c *clause) penaltyRow(line text.Span) {
	first := line.Start
	for first < line.End && first < line.Start+3 && c.tokens[first].Kind != text.Word {
		first++
	}
	bare := first
	first = c.pastLabel(first)
	k := c.at(first)
	if k < 0 || c.mentions[k].kind != person || c.mentions[k].first != first {
		return
	}
	from := -1
	for i := c.mentions[k].last; i <= line.End; i++ {
		if i < line.End {
			if o := c.at(i); o >= 0 && c.mentions[o].kind == person && c.mentions[o].entity != c.mentions[k].entity {
				return
			}
			switch c.tokens[i].Text {
			case "/", "|", ";", "؛", "–", "—", ":":
				if c.dated[i] {
					continue
				}
			default:
				continue
			}
		}
		if from >= 0 {
			if v, at, ok := c.onlyPenalty(from, i); ok && (first > bare || c.listsSentences(line.Start)) {
				c.rowSentence(k, v, at, text.Span{Start: from, End: i})
				return
			}
		}
		from = i + 1
	}
}

// rowSentence claims a punishment of a row with the date of its cell.
func (c *clause) rowSentence(k int, v string, at int, cell text.Span) {
	key := sanad.SchemaSentence + string(c.entityOf(k)) + v + string(sanad.Affirmed) + itoa(c.s.Start)
	if c.seen[key] {
		return
	}
	c.seen[key] = true
	const rule = "sentence.row"
	id := c.newEntity(sanad.SchemaSentence, c.mentions[k].span)
	c.claim(id, sanad.SchemaSentence, "subject", string(c.entityOf(k)), "", c.mentions[k].span, sanad.Affirmed, rule)
	c.claim(id, sanad.SchemaSentence, "value", v, "", c.spanOf(at, at+1), sanad.Affirmed, rule)
	d := c.dateIn(cell.Start, cell.End, cell.Start)
	if d == nil {
		d = c.courtDate()
	}
	if d != nil {
		c.claim(id, sanad.SchemaSentence, "date", d.EDTF, "", d.Span, sanad.Affirmed, rule)
	}
}

// rowsReach is how many tokens before a row the heading of its list is sought.
const rowsReach = 400

// listsSentences reports whether a heading before a row says that sentences are listed.
func (c *clause) listsSentences(row int) bool {
	for i := row - 1; i >= 0 && i > row-rowsReach; i-- {
		switch c.tokens[i].Folded {
		case "sentence", "sentences", "sentenced", "convicted", "convicts", "penalty", "penalties", "punishment", "verdict", "judgment", "العقوبه", "الحكم", "الاحكام", "المحكومين", "المحكومون", "المدانين", "المدانون", "العقوبات", "مده", "المتهمون", "المتهمين", "defendants", "accused":
			return true
		}
	}
	return false
}
