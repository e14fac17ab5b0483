package extract

import (
	"regexp"
	"sort"
	"strings"
	"time"
	"unicode"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// page is one report while it is read.
type page struct {
	order       []int // those called accused, in order
	orderKnown  bool
	maqsura     maqsura // whether the writer tells على from علي
	doc         Document
	lex         *lexicon
	rules       *ruleBook
	models      models
	base        time.Time // the report's date; zero when unknown
	tokens      []text.Token
	sentences   []text.Span // ranges of tokens
	dates       []text.Date
	dated       []bool // tokens that belong to a date
	money       []text.Money
	paid        []bool // tokens that belong to an amount of money
	inThousands bool   // the report says that its sums are in thousands
	sumsIn      bool   // the report says what all its sums are in
	inSpeech    bool   // the report is spelled as people in Iraq speak
	mentions    []mention
	entities    []entity
	nisbas      map[string]bool // family names of the report
	fathers     map[string]bool // "given father": words no list has that the report often puts behind a given name
	words       []string        // of the sentence being tagged, and where they stand
	wordAt      []int

	offset int // code points of the text before this piece

	reading    sanad.Reading
	nth        map[string]int
	statement  sanad.ID  // of the sentence being read
	voice      voice     // of the sentence being read
	sentence   text.Span // tokens of the sentence being read
	spoken     bool      // a claim was made in this sentence
	events     []event
	untold     []untold
	heard      []heard           // by sentence
	stems      []string          // of the tokens, where they have been asked for
	stated     map[sanad.ID]bool // statements made
	transfers  []transfer
	half       halfPayment // told of in the sentence before
	selfNamed  int         // who says in the text who he is, -1 for nobody
	selfKnown  bool        // he has been sought
	section    bookWay     // of the cash book being read
	sectionAt  int         // the sentence that opens it
	recent     int         // index of the event told last
	lastPlace  int         // mention, -1
	lastOrg    int         // entity of the network spoken of last, -1
	lastOrgAt  int         // sentence in which it was
	lastWho    int         // entity of the person spoken of last, -1
	recorded   int         // whose words the heading says are taken down, -1 for nobody
	speaker    int         // mention of who speaks in the first person, -1
	seen       map[string]bool
	held       map[string][]held // memberships told, by person and kind of role
	roles      map[sanad.ID]bool // persons with a membership
	orgWords   map[int][]string  // words of the name of an organization, by entity
	onNetwork  bool
	record     record         // of the form being read
	table      table          // whose rows are being read
	trades     map[int]string // what a mention's bearer is said to work as
	standing   text.Span      // tokens at the head of the sentence that stand for a person: "The baker"
	standsFor  int            // the mention they stand for
	tried      []int          // whom the last step of the law told happened to
	triedAt    int            // the sentence in which it was
	judgedOn   *text.Date     // of the judgment told last
	judgedAt   int
	cast       []int // the people of the case or list told last
	sentenceNo int

	listRole     string       // part of those listed below the last heading, "" when it says none
	convicts     map[int]bool // entities a conviction or punishment is told of; nil until sought
	accusedList  []int        // mentions of those a court's report lists as accused
	accusedKnown bool         // they have been sought
	account      account      // of the operation being told

	introducedList  []int // mentions of those called accused where they are first named
	introducedKnown bool  // they have been sought

	steps   map[sanad.ID]stepDate // when the last dated step of the law happened to a person
	waiting []awaited             // steps of the law told of somebody whose name is still to come
	guilty  []int                 // those a conviction was told of, in order

	steplist stepList // of the names being read under a heading that says a step
}

// entity is a person or organization found in the report.
type entity struct {
	id     sanad.ID
	schema string
}

func newPage(doc Document, l *lexicon, rules *ruleBook) *page {
	p := &page{doc: doc, lex: l, rules: rules, base: baseDate(doc.Dated), lastPlace: -1, lastOrg: -1, lastWho: -1, speaker: -1, nth: map[string]int{}, nisbas: map[string]bool{}, seen: map[string]bool{}, held: map[string][]held{}, roles: map[sanad.ID]bool{}, orgWords: map[int][]string{}, record: newRecord(), trades: map[int]string{}, steps: map[sanad.ID]stepDate{}, stated: map[sanad.ID]bool{}}
	p.tokens = withStrokes(doc.Text, text.Tokens(doc.Text))
	p.sentences = text.Sentences(p.tokens)
	p.dates = text.Dates(p.tokens, p.base)
	if p.base.IsZero() {
		p.ownDate("day")
		if p.base.IsZero() && p.numbered() && !p.ownDate("day") {
			p.base, p.dates = time.Time{}, text.Dates(p.tokens, time.Time{}) // a month does not say which day "yesterday" was
		}
	}
	p.sameYear()
	p.dated = make([]bool, len(p.tokens))
	for _, d := range p.dates {
		for k := d.First; k < d.Last; k++ {
			p.dated[k] = true
		}
	}
	for _, t := range p.tokens {
		if networkTopic[t.Folded] {
			p.onNetwork = true
			break
		}
	}
	p.paid = make([]bool, len(p.tokens))
	for i := 0; i < len(p.tokens); i++ {
		if p.dated[i] || !text.MayCount(p.tokens[i]) {
			continue
		}
		if m, ok := p.moneyAt(i); ok {
			p.money = append(p.money, m)
			for k := m.First; k < m.Last; k++ {
				p.paid[k] = true
			}
			i = m.Last - 1
		}
	}
	p.bareMoney()
	return p
}

// heading is how many tokens the head of a report has at most.
const heading = 60

// ownDate takes the date an undated report gives of itself in its first lines; relative dates count from it.
func (p *page) ownDate(precision string) bool {
	for _, d := range p.dates {
		if d.Precision == precision && d.Last < heading && strings.ContainsFunc(p.textOf(d.First, d.Last), unicode.IsDigit) { // "yesterday" is no date of its own
			p.base = baseDate(d.EDTF)
			p.dates = text.Dates(p.tokens, p.base)
			return true
		}
	}
	return false
}

// serial is the number of a release or memo that begins with its year and month: "2010-09-CA-005".
var serial = regexp.MustCompile(`\b((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])-`)

// numbered takes year and month from the serial number in the head of a report, so that its "(Sept. 1)" has a year.
func (p *page) numbered() bool {
	head := p.doc.Text
	if len(p.tokens) > heading {
		head = string([]rune(head)[:p.tokens[heading].Span.Start])
	}
	m := serial.FindStringSubmatch(head)
	if m == nil {
		return false
	}
	p.base = baseDate(m[1] + "-" + m[2])
	p.dates = text.Dates(p.tokens, p.base)
	return true
}

// networkTopic lists words that make a report one about an armed or criminal network, in which a driver or trader named
// has that role in it.
var networkTopic = map[string]bool{"network": true, "cell": true, "isis": true, "isil": true, "daesh": true, "emir": true, "terrorist": true, "terrorism": true, "hisba": true,
	"battalion": true, "fighter": true, "fighters": true, "caliphate": true, "militants": true, "ied": true, "مقاتل": true, "الارهابي": true, "ولايه": true,
	"داعش": true, "الشبكه": true, "شبكه": true, "التنظيم": true, "تنظيم": true, "الخليه": true, "خليه": true, "الارهاب": true, "ارهاب": true, "ارهابي": true, "الحسبه": true}

// baseDate turns the EDTF date of a report into the day relative dates count from: of a month or year its last day.
func baseDate(edtf string) time.Time {
	edtf = strings.Trim(edtf, "~?")
	if _, to, ok := strings.Cut(edtf, "/"); ok {
		edtf = to
	}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, edtf); err == nil {
			switch layout {
			case "2006-01":
				return t.AddDate(0, 1, -1)
			case "2006":
				return t.AddDate(1, 0, -1)
			}
			return t
		}
	}
	if len(edtf) > 10 {
		return baseDate(edtf[:10])
	}
	return time.Time{}
}

// textOf returns the words of the report at a span.
func (p *page) textOf(first, last int) string { return text.Join(p.tokens[first:last]) }

// newEntity records an entity whose first mention is at span.
func (p *page) newEntity(schema string, span text.Span) sanad.ID {
	key := schema + " " + itoa(span.Start) + " " + itoa(span.End)
	n := p.nth[key]
	p.nth[key] = n + 1
	id := sanad.EntityID(p.doc.Report, schema, sanad.Span{Start: span.Start + p.offset, End: span.End + p.offset}, n)
	p.reading.Entities = append(p.reading.Entities, sanad.Entity{ID: id, Report: p.doc.Report, Schema: schema})
	return id
}

// claim records one assertion of the sentence being read. rule names the rule that made it, or, as "model:…", the model.
func (p *page) claim(entity sanad.ID, schema, prop, value, normal string, span text.Span, polarity sanad.Polarity, rule string) {
	if value == "" || span.Len() <= 0 {
		return
	}
	if !strings.HasPrefix(rule, "model:") {
		rule = "rule:" + rule
	}
	c := sanad.Claim{Report: p.doc.Report, Statement: p.statement, Entity: entity, Schema: schema, Prop: prop, Value: value, Normal: normal,
		Span: &sanad.Span{Start: span.Start + p.offset, End: span.End + p.offset}, Polarity: polarity, Origin: rule, Kind: p.voice.kind}
	c.ID = sanad.ClaimID(c)
	if p.seen[string(c.ID)] {
		return
	}
	p.seen[string(c.ID)] = true
	p.spoken = true
	p.reading.Claims = append(p.reading.Claims, c)
}

// within returns the mentions of a kind within a range of tokens, in order.
func (p *page) within(first, last int, kind mentionKind) []int {
	var out []int
	for i := p.mentionFrom(first); i < len(p.mentions) && p.mentions[i].first < last; i++ {
		if p.mentions[i].kind == kind && p.mentions[i].last <= last {
			out = append(out, i)
		}
	}
	return out
}

// mentionFrom returns the index of the first mention that starts at token i or later.
func (p *page) mentionFrom(i int) int {
	return sort.Search(len(p.mentions), func(k int) bool { return p.mentions[k].first >= i })
}

// at returns the mention that covers token i, or -1.
func (p *page) at(i int) int {
	k := p.mentionFrom(i + 1)
	if k > 0 && p.mentions[k-1].last > i {
		return k - 1
	}
	return -1
}

// dateIn returns the date within a range of tokens that is nearest to a token, or nil.
func (p *page) dateIn(first, last, near int) *text.Date {
	var best *text.Date
	for i := p.dateFrom(first); i < len(p.dates) && p.dates[i].First < last; i++ {
		d := &p.dates[i]
		if d.Last > last {
			continue
		}
		if best == nil || distance(d.First, near) < distance(best.First, near) {
			best = d
		}
	}
	return best
}

// dateFrom returns the index of the first date that starts at token i or later.
func (p *page) dateFrom(i int) int {
	return sort.Search(len(p.dates), func(k int) bool { return p.dates[k].First >= i })
}

// moneyFrom returns the index of the first amount that starts at token i or later.
func (p *page) moneyFrom(i int) int {
	return sort.Search(len(p.money), func(k int) bool { return p.money[k].First >= i })
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}
