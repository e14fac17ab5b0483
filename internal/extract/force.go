package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

// account is an operation as a report tells it over several sentences: where and when first, then what came of it.
type account struct {
	opened    bool
	statement sanad.ID
	voice     voice
	name      text.Span
	words     string
	rule      string
	polarity  sanad.Polarity
	date      *text.Date
	aside     bool   // the last sentence told of another time
	later     bool   // a sentence of it was read: a month named only now is that of something else
	chain     [2]int // tokens of the place, with its district and province
	placeID   string
	authority int // mention of the force, -1
	seized    [2]int
	results   map[string][]result // "killed", "captured"
}

// result is how many foes one phrase gives.
type result struct {
	kind            string // leader, rank
	low, best, high int64
	vague           bool // "several": a figure given later stands for it
	more            bool // "two more": added to what was told before
	also            bool // "also detained two"
	other           bool // "and other suspects"
	inside          bool // "four insurgents, including a leader": leaders told of elsewhere are among them
	span            text.Span
	statement       sanad.ID
	voice           voice
}

// actOfForce gathers what a sentence tells of a force that meets foes. A sentence that tells of no force and no result
// leaves the account as it is; one at another place begins a new account.
func (c *clause) actOfForce() bool {
	if c.account.opened {
		if c.elsewhen() {
			c.account.aside = true
			return true
		}
		if c.account.aside = c.account.aside && c.dayOf(c.s.Start) == nil && c.tokens[c.s.Start].Folded != "the"; c.account.aside {
			return true
		}
	}
	acts, told := false, map[string][]result{}
	first := -1
	for _, t := range c.triggers {
		switch {
		case t.class == "force":
			acts = true
			if first < 0 {
				first = t.first
			}
		case t.class == "operation" && !c.withinName(t):
			acts = true
			if first < 0 {
				first = t.first
			}
		}
	}
	agency, byAgency := c.takenByAgency()
	byAgency = byAgency && !acts && !c.account.opened
	acts = acts || byAgency
	if !acts && !c.account.opened {
		return false
	}
	results := 0
	for i, t := range c.triggers {
		what := ""
		switch {
		case t.class == "event" && t.attrs["type"] == "killing":
			what = "killed"
		case t.class == "arrest":
			what = "captured"
		default:
			continue
		}
		if c.polarityAt(t.first, t.last) == sanad.Denied || c.noResult(t) {
			continue
		}
		also := c.token(t.first-1).Folded == "also"
		for _, r := range c.foes(i, t, acts || c.account.opened) {
			r.also = also && r.kind == "rank" && !r.more
			if byAgency && (what != "captured" || r.best < 2) {
				continue
			}
			told[what] = append(told[what], r)
			results++
		}
	}
	if results == 0 && c.hasOperation() { // "34 accused were arrested"
		for what, r := range c.counted() {
			told[what] = append(told[what], r)
			results++
		}
	}
	if byAgency && results == 0 {
		return false
	}
	chain, id := c.whole(first)
	if results == 0 && (!acts || chain[1] == 0 && !c.hasOperation()) {
		return c.account.opened && acts
	}
	if c.account.opened && chain[1] > 0 && c.account.chain[1] > 0 && !c.samePlace(chain) && results > 0 && (c.dateIn(c.s.Start, c.s.End, c.s.Start) != nil || c.anotherOperation()) {
		c.tellAccount()
	}
	a := &c.account
	c.spoken = true // the account's claims are made later and belong to this sentence
	if !a.opened {
		*a = account{opened: true, statement: c.statement, voice: c.voice, authority: -1, polarity: sanad.Affirmed, results: map[string][]result{}, rule: "operation.force"}
		a.name, a.words = c.spanOf(c.s.Start, c.s.Start+1), ""
		for _, t := range c.triggers {
			if t.class == "operation" && !c.withinName(t) {
				a.name, a.words, a.rule = c.triggerSpan(t), c.words(t), t.rule.id
				a.authority = c.authority(t)
				break
			}
			if t.class == "force" && a.words == "" {
				a.name, a.words = c.triggerSpan(t), c.words(t)
			}
		}
		if byAgency && a.words == "" {
			a.name, a.words = c.triggerSpan(agency), c.words(agency)
		}
	}
	if a.date == nil || !isDay(a.date) {
		if d := c.dayOf(max(first, c.s.Start)); d != nil && (a.date == nil && !a.later || isDay(d)) {
			a.date = d
		}
	}
	a.later = true
	if a.chain[1] == 0 || c.broader(chain, a.chain) {
		if chain[1] > 0 {
			a.chain, a.placeID = chain, id
		}
	}
	if from, to := c.seized(); to > from && a.seized[1] == 0 {
		a.seized = [2]int{from, to}
	}
	for what, list := range told {
		a.results[what] = append(a.results[what], list...)
	}
	return true
}

// takenByAgency returns the word of arrest of which an agency named before it is the subject: "The Bureau said it had arrested six
// members".
func (c *clause) takenByAgency() (trigger, bool) {
	for _, t := range c.triggers {
		if t.class != "arrest" || !c.tokens[t.first].IsArabic() && c.passive(t) {
			continue
		}
		for _, k := range c.within(max(c.s.Start, t.first-9), t.last+6, organization) {
			m := &c.mentions[k]
			before := m.last <= t.first && len(c.persons(m.last, t.first)) == 0
			if m.schema != sanad.SchemaNetwork && (before || c.tokens[t.first].IsArabic() && m.first == t.last) {
				return t, true
			}
		}
	}
	return trigger{}, false
}

// counted reads the results of an operation that tells of no foes: the people counted beside a word of killing or capture.
func (c *clause) counted() map[string]result {
	out := map[string]result{}
	for i := c.s.Start; i < c.s.End; i++ {
		if c.dated[i] || c.paid[i] {
			continue
		}
		n, ok := text.CountAt(c.tokens, i)
		if !ok || n.Last > c.s.End {
			continue
		}
		switch f := c.token(n.Last).Folded; {
		case countsPeople(f, c.token(n.Last+1).Folded), f == "suspects", f == "مشتبها", f == "متهما", f == "مطلوبا":
			if what := c.resultAt(n); what != "" {
				out[what] = result{kind: "rank", low: n.Low, best: n.Best, high: n.High, span: n.Span, statement: c.statement, voice: c.voice}
			}
		}
		i = n.Last - 1
	}
	return out
}

// anotherOperation reports whether a sentence brings up an operation of its own: "a raid in Rawa", «نفذت عملية», not "the raid".
func (c *clause) anotherOperation() bool {
	for _, t := range c.triggers {
		if t.class != "operation" || c.withinName(t) {
			continue
		}
		for k := t.first - 1; k >= c.s.Start && k >= t.first-4; k-- {
			switch c.tokens[k].Folded {
			case "a", "an", "another", "نفذت", "نفذ", "عمليه", "ونفذت":
				return true
			case "the", "this", "that", "these":
				return false
			}
		}
	}
	return false
}

// hasOperation reports whether a sentence tells of an operation by that name.
func (c *clause) hasOperation() bool {
	for _, t := range c.triggers {
		if t.class == "operation" && !c.withinName(t) {
			return true
		}
	}
	return false
}

// dayOf returns when a sentence says that something happened: of its dates the most precise, one that counts from the report
// before one written out, then the nearest to a token. The dates of the paper itself, of a birth, of another deed ("Tuesday's
// attack") and of the telling ("confirmed today") are none.
func (c *clause) dayOf(near int) *text.Date {
	var best *text.Date
	rank := func(d *text.Date) (r int) {
		if !isDay(d) {
			r += 4
		}
		if c.ofTelling(d) {
			r += 2
		}
		if d.How != "relative" || d.Precision != "day" {
			r++
		}
		return r
	}
	for i := c.dateFrom(c.s.Start); i < len(c.dates) && c.dates[i].First < c.s.End; i++ {
		d := &c.dates[i]
		if d.Last > c.s.End || c.ofRelease(d) || c.ofBirth(d) || c.ofAnother(d) {
			continue
		}
		if best == nil || rank(d) < rank(best) || rank(d) == rank(best) && distance(d.First, near) < distance(best.First, near) {
			best = d
		}
	}
	return best
}

// isDay reports whether a date is one day or one night.
func isDay(d *text.Date) bool {
	return d.Precision == "day" || d.How == "relative" && d.First+1 == d.Last
}

// ofAnother reports whether a date belongs to a deed of its own: "Tuesday's attack".
func (c *clause) ofAnother(d *text.Date) bool {
	return c.token(d.Last).Kind == text.Punctuation && c.token(d.Last+1).Folded == "s" && c.token(d.Last+1).Span.Start == c.token(d.Last).Span.End
}

// ofTelling reports whether a date is when something was said: "confirmed today".
func (c *clause) ofTelling(d *text.Date) bool { return c.lex.is("say_en", c.token(d.First-1).Folded) }

// ofRelease reports whether a date is that of the paper itself: in brackets, in a heading.
func (c *clause) ofRelease(d *text.Date) bool {
	return c.token(d.First-1).Text == "(" || c.token(d.Last).Text == ")"
}

// foes counts the foes a word of killing or capture is said of: after it, or before it in the passive.
func (c *clause) foes(i int, t trigger, acts bool) []result {
	if !c.tokens[t.first].IsArabic() && c.passive(t) {
		if out := c.foesIn(i, t, c.s.Start, t.first, acts); len(out) > 0 {
			return out
		}
	}
	return c.foesIn(i, t, t.last, c.s.End, acts)
}

// foesIn counts the foes a word of killing or capture is said of between two tokens.
func (c *clause) foesIn(i int, t trigger, from, to int, acts bool) []result {
	for k, o := range c.triggers {
		if k == i || o.class != "arrest" && !(o.class == "event" && o.attrs["form"] != "noun") {
			continue
		}
		if o.first >= t.last && o.first < to {
			to = o.first
		}
		if o.last <= t.first && o.last > from {
			from = o.last
		}
	}
	if from >= t.last {
		for k := from; k < to; k++ {
			switch c.tokens[k].Folded {
			case "who", "whom", "which", "that", "during", "after", "while", "as", "when", "where", "including", "responsible", "in", "near", ";", "because", "for", "الذي", "الذين", "خلال", "اثناء", "بعد", "في", "بينهم":
				to = k
			}
		}
	}
	var out []result
	inside := false // what follows "including" is part of what was counted
	for k := to; from >= t.last && k < c.s.End && !inside; k++ {
		inside = c.tokens[k].Folded == "including" || c.tokens[k].Folded == "whom" && c.token(k-2).Folded == "one"
	}
	for _, h := range c.triggers {
		if h.class != "foe" || h.first < from || h.last > to || h.attrs["vague"] != "" && !acts {
			continue
		}
		if c.nextIsFoe(h) {
			continue
		}
		if r, ok := c.many(h, from); ok {
			r.inside = inside
			out = append(out, r)
		}
	}
	if r, ok := c.namedFoes(t, from); ok {
		out = append(out, r)
	}
	if r, ok := c.others(t, from, to); ok && len(out) == 0 {
		out = append(out, r)
	}
	if len(out) == 0 && c.account.opened {
		if r, ok := c.pronounFoes(t); ok {
			out = append(out, r)
		}
	}
	if len(out) == 0 && from >= t.last && !c.tokens[t.first].IsArabic() { // "14 insurgents killed"
		for _, h := range c.triggers {
			if h.class == "foe" && h.last == t.first && h.attrs["many"] != "" {
				if r, ok := c.many(h, max(c.s.Start, h.first-4)); ok && !r.vague {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// noResult reports whether a word of killing or capture tells of no deed of the force: "an operation to arrest a leader", "assassination
// cell members", "an attack which killed 12".
func (c *clause) noResult(t trigger) bool {
	if f := c.token(t.first - 1).Folded; f == "which" || f == "that" {
		for _, o := range c.triggers {
			if o.class == "event" && o.attrs["form"] == "noun" && o.last <= t.first && o.last > t.first-8 {
				return true
			}
		}
	}
	if c.token(t.first-1).Folded == "to" && c.token(t.first-2).Folded != "able" && !strings.HasSuffix(c.token(t.first).Folded, "ing") {
		return true
	}
	switch c.token(t.last).Folded {
	case "cell", "cells", "squad", "squads", "team", "plot", "plots", "plan", "plans", "network", "operation", "operations", "warrant", "attempt", "attempts":
		return t.attrs["form"] == "noun" || t.class == "arrest"
	}
	return false
}

// pronounFoes counts the foes named before that a word of killing or capture takes up: "killing several of them", "he was killed",
// "killing him".
func (c *clause) pronounFoes(t trigger) (result, bool) {
	r := result{kind: "rank", low: 1, best: 1, high: 1, span: c.triggerSpan(t), statement: c.statement, voice: c.voice}
	if c.token(t.last-1).Folded == "him" {
		return r, true
	}
	for k := t.last; k < t.last+5 && k < c.s.End; k++ {
		switch c.tokens[k].Folded {
		case "him":
			return r, k == t.last
		case "them", "the":
			if c.token(k-1).Folded != "of" {
				return r, false
			}
			if n, ok := text.CountAt(c.tokens, k-2); ok && n.Last == k-1 && n.Best > 0 {
				r.low, r.best, r.high = max(n.Low, 1), n.Best, max(n.High, n.Best)
				r.vague = n.Low != n.High
				return r, true
			}
			return r, false
		}
	}
	if k := t.first - 1; c.passive(t) {
		for ; k > c.s.Start && k > t.first-6; k-- {
			if f := c.tokens[k].Folded; f == "he" || f == "she" {
				return r, true
			}
		}
		return r, c.tokens[c.s.Start].Folded == "he" && t.first-c.s.Start < 6
	}
	return r, false
}

// namedFoes counts those whom an English word of killing or capture has for its object by name: a leader told before, for all one knows.
func (c *clause) namedFoes(t trigger, from int) (result, bool) {
	list := c.persons(from, min(from+2, c.s.End))
	if from < t.last || c.tokens[t.first].IsArabic() || len(list) == 0 || t.attrs["form"] == "noun" {
		return result{}, false
	}
	n := int64(len(c.group(list[0])))
	return result{kind: "leader", low: n, best: n, high: n, span: c.mentions[list[0]].span, statement: c.statement, voice: c.voice}, true
}

// others counts those of whom only that they were more is said: "detained numerous others", "several others detained".
func (c *clause) others(t trigger, from, to int) (result, bool) {
	if c.token(t.first-1).Folded == "others" {
		from, to = max(c.s.Start, t.first-3), t.first
	}
	for k := from; k < min(to, from+3); k++ {
		if c.tokens[k].Folded == "others" {
			return c.many(trigger{rule: &rule{attrs: map[string]string{"kind": "rank", "many": "1"}}, first: k, last: k + 1}, max(from, k-2))
		}
	}
	return result{}, false
}

// nextIsFoe reports whether a word is only the first half of another: "insurgent leader".
func (c *clause) nextIsFoe(h trigger) bool {
	for _, o := range c.triggers {
		if o.class == "foe" && o.first == h.last {
			return true
		}
	}
	return false
}

// many reads how many a phrase that ends in a word for foes gives, by the words before it.
func (c *clause) many(h trigger, from int) (result, bool) {
	r := result{kind: h.attrs["kind"], low: 1, best: 1, high: 1, span: c.triggerSpan(h), statement: c.statement, voice: c.voice}
	plural := h.attrs["many"] != ""
	definite, counted := false, false
	for k := h.first - 1; k >= from && k >= h.first-8; k-- {
		f := c.tokens[k].Folded
		stop := false
		switch f {
		case "and", ",", "or", "of", "with", "by", "to", "على", "،":
			if f == "of" && k > 0 && c.tokens[k-1].Folded == "number" {
				r.low, r.best, r.high, r.vague, counted = 3, 5, 9, true, true
			} else if f == "of" && k > from { // "three of his associates"
				if n, ok := text.CountAt(c.tokens, k-1); ok && n.Last == k && n.Best > 0 {
					r.low, r.best, r.high, r.vague, counted = max(n.Low, 1), n.Best, max(n.High, n.Best), n.Low != n.High, true
				}
			}
			stop = true
		case "more", "additional", "another", "other", "further", "اخر", "اخرين":
			r.more, r.other = true, f == "other"
			if f == "another" {
				counted = true
			}
		case "a", "an":
			counted, stop = true, true
		case "the", "this", "that", "these", "those", "both", "all", "any":
			if !plural && k > from && c.tokens[k-1].Folded == "of" { // "two associates of the dealer"
				return r, false
			}
			definite, stop = true, true
		case "no":
			return r, false
		case "multiple", "various":
			r.low, r.best, r.high, r.vague, counted, stop = 3, 4, 9, true, true, true
		case "numerous", "many":
			r.low, r.best, r.high, r.vague, counted, stop = 4, 6, 20, true, true, true
		}
		if stop {
			break
		}
		if o := c.at(k); o >= 0 && c.mentions[o].kind == organization {
			k = c.mentions[o].first
			continue
		}
		if counted || c.dated[k] {
			continue
		}
		if n, ok := text.CountAt(c.tokens, k); ok && n.Last <= h.first && n.Best > 0 && n.Best < 10_000 {
			if k > from {
				if m, ok := text.CountAt(c.tokens, k-1); ok && m.Last == n.Last && m.Last > m.First+1 {
					n = m
				}
			}
			r.low, r.best, r.high, counted = n.Low, n.Best, n.High, true
			if r.low < 0 {
				r.low = n.Best
			}
			if r.high < 0 {
				r.high = n.Best
			}
			r.vague = n.Low != n.High
			r.span = text.Span{Start: n.Span.Start, End: r.span.End}
		}
	}
	switch {
	case counted:
	case definite && plural:
		return r, false // told before
	case plural:
		r.low, r.best, r.high, r.vague = 2, 2, 9, true
	}
	return r, true
}

// sum is what the results of one sort come to: of each kind the figures that repeat each other once, what is said to be
// more added. A vague word gives way to a figure.
func sum(list []result) (total result, ok bool) {
	inside := false
	for _, r := range list {
		inside = inside || r.inside && r.kind == "rank" && !r.vague
	}
	for _, kind := range []string{"leader", "rank"} {
		var base, more result
		exact := false
		for _, r := range list {
			if r.kind != kind {
				continue
			}
			if r.also && exact && base.best > 0 {
				r.more = true
			}
			if r.more {
				more.other = (more.best == 0 || more.other) && r.other
				if more.best == 0 {
					more.span, more.statement, more.voice = r.span, r.statement, r.voice
				}
				more.low, more.best, more.high, more.vague = more.low+r.low, more.best+r.best, more.high+r.high, more.vague || r.vague
				continue
			}
			switch {
			case !r.vague && (!exact || r.best > base.best) && (exact || r.best > 1 || !base.vague):
				base, exact = r, true
			case r.vague && !exact && r.low > base.low:
				base = r
			}
		}
		switch {
		case more.best == 0:
		case base.best == 0, base.vague && !more.vague: // "several suspects", then "three additional suspects": the figure
			base = more
		case base.vague && more.vague && more.other: // "suspects", then "and other suspects"
			if more.low > base.low {
				base = more
			}
		case inside && exact && more.best < base.best: // the details of a total
		default:
			base.low, base.best, base.high = base.low+more.low, base.best+more.best, base.high+more.high
		}
		if kind == "leader" && inside {
			continue
		}
		if base.best > 0 {
			if !ok {
				total.span, total.statement, total.voice = base.span, base.statement, base.voice
			}
			total.low, total.best, total.high, ok = total.low+base.low, total.best+base.best, total.high+base.high, true
		}
	}
	return total, ok
}

// tellAccount makes the claims of the operation gathered so far.
func (p *page) tellAccount() {
	a := p.account
	p.account = account{}
	if !a.opened || a.words == "" || len(a.results) == 0 && (a.chain[1] == 0 || a.date == nil) {
		return
	}
	statement, v := p.statement, p.voice
	p.statement, p.voice = a.statement, a.voice
	id := p.newEntity(sanad.SchemaOperation, a.name)
	p.claim(id, sanad.SchemaOperation, "name", a.words, "", a.name, a.polarity, a.rule)
	switch {
	case a.date != nil:
		p.claim(id, sanad.SchemaOperation, "date", a.date.EDTF, "", a.date.Span, a.polarity, a.rule)
	case !p.base.IsZero() && p.doc.Dated == "":
		for i := range p.dates { // a release that gives no date of the operation tells of its own day
			if d := &p.dates[i]; d.EDTF == p.base.Format("2006-01-02") {
				p.claim(id, sanad.SchemaOperation, "date", d.EDTF+"~", "", d.Span, a.polarity, a.rule)
				break
			}
		}
	}
	if a.chain[1] > 0 {
		p.claim(id, sanad.SchemaOperation, "place", p.textOf(a.chain[0], a.chain[1]), a.placeID, p.spanOf(a.chain[0], a.chain[1]), a.polarity, a.rule)
	}
	for _, what := range []string{"killed", "captured"} {
		if r, ok := sum(a.results[what]); ok {
			p.statement, p.voice = r.statement, r.voice
			n := text.Count{Low: r.low, Best: r.best, High: r.high}
			p.claim(id, sanad.SchemaOperation, what, n.String(), "", r.span, a.polarity, a.rule)
		}
	}
	p.statement, p.voice = a.statement, a.voice
	if a.authority >= 0 {
		m := &p.mentions[a.authority]
		p.claim(id, sanad.SchemaOperation, "authority", string(p.entities[m.entity].id), "", m.span, a.polarity, a.rule)
	}
	if a.seized[1] > 0 {
		p.claim(id, sanad.SchemaOperation, "seized", p.textOf(a.seized[0], a.seized[1]), "", p.spanOf(a.seized[0], a.seized[1]), a.polarity, a.rule)
	}
	p.statement, p.voice = statement, v
}

// whole returns the place of a sentence with the district and province it is said to lie in, as tokens, and the id of the
// narrowest place the gazetteer knows.
func (c *clause) whole(near int) (chain [2]int, id string) {
	var list []int
	for _, k := range c.within(c.s.Start, c.s.End, place) {
		if !c.dateline(k) && c.mentions[k].place.Kind != places.Country {
			list = append(list, k)
		}
	}
	if len(list) == 0 {
		return chain, ""
	}
	at := 0
	for i, k := range list {
		province := func(k int) bool {
			return adminWord(c.token(c.mentions[k].last).Folded) && c.mentions[k].place.Kind == places.Governorate
		}
		if a, b := province(k), province(list[at]); a && !b || a == b && distance(c.mentions[k].first, near) < distance(c.mentions[list[at]].first, near) {
			at = i
		}
	}
	lo, hi := at, at
	for lo > 0 && c.lies(list[lo-1], list[lo]) {
		lo--
	}
	for hi+1 < len(list) && c.lies(list[hi], list[hi+1]) {
		hi++
	}
	for i := lo; i <= hi && id == ""; i++ {
		id = c.mentions[list[i]].place.ID
	}
	end := c.mentions[list[hi]].last
	if adminWord(c.token(end).Folded) {
		end++
	}
	return [2]int{c.mentions[list[lo]].first, end}, id
}

// lies reports whether the second place mention says where the first one lies: "Gomal district, Paktika province".
func (c *clause) lies(a, b int) bool {
	x, y := &c.mentions[a], &c.mentions[b]
	if y.first-x.last > 4 {
		return false
	}
	for i := x.last; i < y.first; i++ {
		if f := c.tokens[i].Folded; f != "," && f != "،" && f != "of" && f != "in" && f != "the" && f != "/" && f != "في" && !adminWord(f) {
			return false
		}
	}
	return true
}

// broader reports whether a place is told more fully than before: with its province.
func (c *clause) broader(now, before [2]int) bool {
	province := func(x [2]int) bool {
		s := strings.ToLower(c.textOf(x[0], x[1]))
		return strings.Contains(s, "province") || strings.Contains(s, "governorate") || strings.Contains(s, "محافظة")
	}
	return now[1] > 0 && province(now) && !province(before)
}

func (c *clause) samePlace(chain [2]int) bool {
	a, b := c.textOf(chain[0], chain[1]), c.textOf(c.account.chain[0], c.account.chain[1])
	return strings.Contains(a, b) || strings.Contains(b, a) || strings.Fields(a)[0] == strings.Fields(b)[0]
}

// adminWord reports whether a word says of the name before it that it is an administrative place.
func adminWord(f string) bool {
	switch f {
	case "district", "districts", "province", "provinces", "governorate", "subdistrict", "sub-district":
		return true
	}
	return false
}

// adminPlace reads a place the gazetteer does not know but the text names as one: "Baraki Barak district".
func (g ruleTagger) adminPlace(p *page, s text.Span, i int) (last int, kind string, ok bool) {
	for last = i; last < s.End && last < i+3; last++ {
		if t := p.tokens[last]; t.Kind != text.Word || !t.Capitalized() || g.is("stop_en", t.Folded) && last == i || g.is("title_en", t.Folded) {
			break
		}
		if adminWord(p.tokens[last].Folded) {
			break
		}
	}
	if last == i {
		return 0, "", false
	}
	switch p.token(last).Folded {
	case "district", "subdistrict", "sub-district":
		return last, places.District, true
	case "province", "governorate":
		return last, places.Governorate, true
	}
	return 0, "", false
}
