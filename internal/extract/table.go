package extract

import (
	"strconv"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// table is the head of the table being read: what each of its columns holds, as fieldLabels name it, "" for others.
type table struct {
	columns   []string
	currency  string // of its amounts, when the head says it
	separator string // of its cells
	last      int    // sentence of its last row
	head      int    // first token of its head
}

// separators are the marks that part the cells of a row; the first that a head of columns uses is that of its rows.
var separators = []string{"|", "؛", ";", "/", "-"}

// cells returns the token ranges between the separators of a line, or nil when it is no row of two cells or more.
func (c *clause) cells(separator string) []text.Span {
	var out []text.Span
	from := c.s.Start
	for i := c.s.Start; i <= c.s.End; i++ {
		if i == c.s.End || c.tokens[i].Text == separator && !c.dated[i] {
			out = append(out, text.Span{Start: from, End: i})
			from = i + 1
		}
	}
	if len(out) > 1 && out[0].Start == out[0].End { // a stroke before the first cell
		out = out[1:]
	}
	if n := len(out); n > 1 && out[n-1].Start >= out[n-1].End {
		out = out[:n-1]
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// label returns what a column is for by the first words of its head: "Role according to file" holds a role.
func (c *clause) label(cell text.Span) string {
	if cell.End-cell.Start == 1 && headCurrency(c.tokens[cell.Start].Folded) != "" {
		return "amount"
	}
	for end := min(cell.End, cell.Start+3); end > cell.Start; end-- {
		if l := fieldLabels[text.Fold(c.textOf(cell.Start, end))]; l != "" {
			return l
		}
	}
	return ""
}

// tableRow reads a line of a table: its head says what the cells of the rows below are. What a cell says in words (a role, a
// suspicion) the other rules read from the line itself.
func (c *clause) tableRow() {
	for _, sep := range separators {
		cells := c.cells(sep)
		if cells == nil {
			continue
		}
		if c.tableHead(cells, sep) || sep == c.table.separator || c.table.separator == "" && sep == "|" {
			c.rowOf(cells)
			return
		}
	}
}

// tableHead takes a line for the head of a table when it names two columns or more and nobody.
func (c *clause) tableHead(cells []text.Span, separator string) bool {
	columns, known := make([]string, len(cells)), 0
	for i, cell := range cells {
		if columns[i] = c.label(cell); columns[i] != "" {
			known++
		}
	}
	if known < 2 || len(c.persons(c.s.Start, c.s.End)) > 0 || separator != "|" && known < 3 && !stepColumns(columns) {
		return false
	}
	c.table = table{columns: columns, separator: separator, last: c.sentenceNo, head: c.s.Start}
	return true
}

// stepColumns reports whether one column holds names and another a step of the law.
func stepColumns(columns []string) bool {
	name, step := false, false
	for _, l := range columns {
		name = name || l == "name"
		step = step || l == "arrest" || l == "sentence" || l == "release" || l == "verdict"
	}
	return name && step
}

// rowOf reads the cells of a line by the head above it.
func (c *clause) rowOf(cells []text.Span) {
	if c.table.head == c.s.Start && c.table.separator != "" {
		for i := c.s.Start; i < c.s.End; i++ {
			if cur := headCurrency(c.tokens[i].Folded); cur != "" {
				c.table.currency = cur
			}
		}
		return
	}
	if len(c.table.columns) != len(cells) || c.sentenceNo-c.table.last > 2 {
		c.table = table{}
		return
	}
	c.table.last = c.sentenceNo
	at := map[string]text.Span{}
	for i, l := range c.table.columns {
		if _, taken := at[l]; l != "" && !taken {
			at[l] = cells[i]
		}
	}
	c.tablePayment(at)
	name, ok := at["name"]
	if !ok {
		return
	}
	who := c.persons(name.Start, name.End)
	if len(who) == 0 { // a row about somebody whose name was not read: not about the man of the row above
		c.lastWho, c.tried = -1, nil
		return
	}
	for _, x := range []struct{ label, schema, value string }{{"arrest", sanad.SchemaDetention, ""}, {"release", sanad.SchemaRelease, "released"}, {"sentence", sanad.SchemaSentence, ""}} {
		cell, ok := at[x.label]
		if !ok {
			continue
		}
		d := c.dateIn(cell.Start, cell.End, cell.Start)
		if x.schema == sanad.SchemaSentence {
			v, pos, found := c.penalty(cell.Start)
			if !found || pos >= cell.End {
				continue
			}
			x.value = v
		} else if d == nil {
			continue
		}
		evidence, rule := c.spanOf(cell.Start, cell.End), "table."+x.label
		id := c.newEntity(x.schema, evidence)
		c.claim(id, x.schema, "subject", string(c.entityOf(who[0])), "", c.mentions[who[0]].span, sanad.Affirmed, rule)
		c.claim(id, x.schema, "value", x.value, "", evidence, sanad.Affirmed, rule)
		if d != nil {
			c.claim(id, x.schema, "date", d.EDTF, "", d.Span, sanad.Affirmed, rule)
		}
	}
}

// tablePayment reads the row of a ledger with columns for who paid, who received and how much. The date is the row's own.
func (c *clause) tablePayment(at map[string]text.Span) {
	side := func(label string) int {
		for _, k := range c.parties() {
			if m := &c.mentions[k]; m.first >= at[label].Start && m.last <= at[label].End {
				return k
			}
		}
		return -1
	}
	payer, payee, cell := side("payer"), side("payee"), at["amount"]
	if payer < 0 || payee < 0 || c.mentions[payer].entity == c.mentions[payee].entity {
		return
	}
	for i := c.moneyFrom(cell.Start); i < len(c.money) && c.money[i].Last <= cell.End; i++ {
		t := trigger{rule: &rule{id: "table.payment"}, first: c.money[i].First, last: c.money[i].Last}
		c.transfer(&c.money[i], text.Span{Start: c.s.Start, End: c.s.End}, payer, payee, side("via"), t, sanad.Affirmed)
		return
	}
	currency := c.table.currency
	for i := cell.Start; i+2 < cell.End; i++ {
		if c.tokens[i].Folded == "د" && c.tokens[i+2].Folded == "ع" { // د.ع
			currency = "IQD"
		}
	}
	first := cell.Start
	for first < cell.End && c.tokens[first].Kind != text.Number && c.tokens[first].Kind != text.Word {
		first++
	}
	if n, ok := text.CountAt(c.tokens, first); ok && n.Last <= cell.End && currency != "" { // the head, or a short form, says what is counted
		m := &text.Money{Span: n.Span, First: n.First, Last: n.Last, Amount: strconv.FormatInt(n.Best, 10), Currency: currency}
		c.transfer(m, text.Span{Start: c.s.Start, End: c.s.End}, payer, payee, side("via"), trigger{rule: &rule{id: "table.payment"}, first: n.First, last: n.Last}, sanad.Affirmed)
	}
}

// headCurrency returns the currency a word in the head of a column says its figures are in, or "".
func headCurrency(f string) string {
	switch f {
	case "usd", "$", "dollars", "دولار", "بالدولار", "الدولار":
		return "USD"
	case "iqd", "dinars", "id", "دينار", "بالدينار", "الدينار":
		return "IQD"
	}
	return ""
}

// definite finds the person a sentence begins with by what he does: "The baker was released", «الخباز أفرج عنه», when exactly
// one person of the report was said to be one. It is no other man, whoever was spoken of last.
func (c *clause) definite() {
	c.standing, c.standsFor = text.Span{}, -1
	i := c.s.Start
	for i < c.s.End && i < c.s.Start+4 && c.tokens[i].Kind != text.Word { // the number of an item
		i++
	}
	head := i
	if c.token(i).Folded == "the" {
		i++
	} else if !c.token(i).IsArabic() {
		return
	}
	if which, last := c.placeInList(head); which >= 0 && which < len(c.cast) && !c.named(last) {
		c.standing, c.standsFor, c.lastWho = text.Span{Start: c.s.Start, End: last}, c.cast[which], c.cast[which]
		return
	}
	if accused(c.token(i).Folded) && !c.named(i+1) && len(c.tried) == 1 && c.sentenceNo-c.triedAt <= accusedReach {
		c.standing, c.standsFor, c.lastWho = text.Span{Start: c.s.Start, End: i + 1}, c.tried[0], c.tried[0]
		return
	}
	if t, n := c.rules.match(c.page, i, "role"); n > 0 && !c.named(t.last) {
		if who := c.holder(t); who >= 0 && (!c.tokens[i].IsArabic() || strings.HasPrefix(strings.TrimLeft(c.tokens[i].Folded, "وف"), "ال")) {
			c.standing, c.standsFor, c.lastWho = text.Span{Start: c.s.Start, End: t.last}, who, who
			return
		}
	}
	t, n := c.rules.match(c.page, i, "trade")
	if n == 0 || c.tokens[i].IsArabic() && !strings.HasPrefix(strings.TrimLeft(c.tokens[i].Folded, "وف"), "ال") {
		return
	}
	if c.named(t.last) { // "The baker Omar Salih": the name says who
		return
	}
	key, who := c.tradeKey(t), -1
	for k := range c.mentions {
		m := &c.mentions[k]
		if m.kind != person || m.first >= c.s.Start || c.trades[k] != key {
			continue
		}
		if who >= 0 && c.mentions[who].entity != m.entity {
			return
		}
		who = k
	}
	if who >= 0 {
		c.standing, c.standsFor, c.lastWho = text.Span{Start: c.s.Start, End: t.last}, who, who
	} else {
		c.lastWho = -1 // somebody not yet named; certainly not who was spoken of last
	}
}

// accusedReach is over how many sentences "the accused" takes up whom the last step of the law happened to.
const accusedReach = 5

// accused reports a word for the one on trial.
func accused(f string) bool {
	switch f {
	case "defendant", "accused", "convict", "appellant", "detainee", "suspect", "المتهم", "المدان", "الموقوف", "المعتقل", "المذكور":
		return true
	}
	return false
}

// named reports whether the name of a person stands right at or after token i, over a place or "of".
func (c *clause) named(i int) bool {
	for n := 0; n < 3; n++ {
		if k := c.at(i + n); k >= 0 && c.mentions[k].kind == person {
			return true
		}
	}
	return false
}

// holder returns a mention of the one person of the report said to hold a role, -1 when there is none or are several.
func (c *clause) holder(t trigger) int {
	family := roleFamily(t.rule.id, c.words(t))
	who := -1
	for key, all := range c.held {
		id, f, _ := strings.Cut(key, "|")
		if f != family || len(all) == 0 {
			continue
		}
		for k := c.mentionFrom(c.s.Start) - 1; k >= 0; k-- {
			if m := &c.mentions[k]; m.kind == person && m.entity >= 0 && string(c.entities[m.entity].id) == id {
				if who >= 0 {
					return -1
				}
				who = k
				break
			}
		}
	}
	return who
}

// standIn returns the person "the emir" or «الأمير» at token i stands for when the report has one such person and no name follows,
// -1 otherwise.
func (c *clause) standIn(i int) int {
	if c.token(i).Folded == "the" {
		i++
	} else if f := c.token(i).Folded; !c.token(i).IsArabic() || !strings.HasPrefix(strings.TrimLeft(f, "ول"), "ا") {
		return -1
	}
	if t, n := c.rules.match(c.page, i, "role"); n > 0 && !c.named(t.last) {
		return c.holder(t)
	}
	return -1
}
