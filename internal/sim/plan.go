package sim

import (
	"math/rand/v2"
	"time"
)

// genre is the kind of paper a report is.
type genre int

const (
	genreStatement genre = iota // a resident's statement
	genreMemo                   // an officer's note
	genreAgency                 // an agency's report
	genreNews                   // an outlet's article
	genreCourt                  // a court's summary
	genreList                   // an arrest list
	genreTransfer               // an exchange house's payment notes
	genreLetter                 // a paper of the network itself
	genreNote                   // a documentation group's note
)

// descent is how a report comes from another.
type descent int

const (
	original descent = iota
	copied
	nearly
	trimmed
	translated
	hearsay
	corrected // answers an earlier report; no copy of it
)

var descentNames = [...]string{"", "copy", "near_copy", "trimmed", "translation", "hearsay", ""}

// plan is what one report is to be; its text is made from it on demand, so that a world of any size fits in memory.
type plan struct {
	index    int
	genre    genre
	arabic   bool
	voice    *voice
	topics   []topic
	descent  descent
	origin   *plan // of a derived report: always an original
	dated    time.Time
	received time.Time
}

// topic is one thing a report is about: exactly one field is set.
type topic struct {
	inc      *Incident
	person   *Person // his membership, identity and doings
	innocent *Person // who he is and that he is not the other
	pay      *Payment
	out      *Outcome
	op       *Operation
	need     *Town
	oath     []*Person // a list of names in a paper of the network
}

// plan decides what every report is, and which report comes from which.
func (w *World) plan(r *rand.Rand) {
	t := &topics{w: w, r: r, members: w.byGroup(groupMember), money: w.byGroup(groupFinance), innocents: w.byGroup(groupNamesake)}
	shares := []struct {
		genre  genre
		share  int
		voices []*voice
	}{
		{genreStatement, 42, w.residents}, {genreMemo, 7, w.officers}, {genreAgency, 17, w.agency}, {genreNews, 12, w.outlet}, {genreCourt, 7, w.court},
		{genreList, 2, w.lists}, {genreTransfer, 4, w.papers[:1]}, {genreLetter, 3, w.papers[1:]}, {genreNote, 6, w.house},
	}
	w.plans = make([]plan, w.opts.Reports)
	for i := range w.plans {
		p := &w.plans[i]
		p.index = i
		if i > 8 && r.IntN(100) < 17 {
			if o := &w.plans[max(0, i-1-r.IntN(400))]; o.descent == original {
				w.derive(r, p, o)
				continue
			}
		}
		n := r.IntN(100)
		k := 0
		for ; n >= shares[k].share; k++ {
			n -= shares[k].share
		}
		p.genre = shares[k].genre
		p.voice = shares[k].voices[r.IntN(len(shares[k].voices))]
		p.arabic = r.Float64() < p.voice.arabic
		p.topics = t.choose(p.genre)
		p.dates(r, latest(p.topics))
	}
}

func (w *World) derive(r *rand.Rand, p, o *plan) {
	p.genre, p.topics, p.origin, p.arabic, p.voice = o.genre, o.topics, o, o.arabic, o.voice
	switch n := r.IntN(17); {
	case n < 3:
		p.descent = copied
		p.voice = w.agency[r.IntN(2)]
	case n < 6:
		p.descent = nearly
		p.voice = w.anyVoice(r, o)
	case n < 9:
		p.descent = trimmed
		p.voice = w.anyVoice(r, o)
	case n < 12 && o.genre != genreList:
		p.descent = translated
		p.arabic = !o.arabic
		p.voice = w.agency[r.IntN(2)]
	case n < 15 && o.genre != genreList && o.genre != genreTransfer:
		p.descent = hearsay
		p.genre = genreStatement
		p.voice = w.residents[r.IntN(len(w.residents))]
		p.arabic = r.Float64() < p.voice.arabic
	default:
		p.descent = corrected
		p.genre = genreStatement
		p.voice = o.voice
		if o.voice.kind != "resident" && o.voice.kind != "officer" {
			p.genre, p.voice = genreAgency, w.agency[r.IntN(2)]
		}
	}
	p.dated = o.dated.AddDate(0, 0, 1+r.IntN(12))
	p.received = o.received.AddDate(0, 0, 1+r.IntN(20))
}

// anyVoice is somebody who passes on what another wrote.
func (w *World) anyVoice(r *rand.Rand, o *plan) *voice {
	if o.genre == genreNews {
		return w.outlet[r.IntN(len(w.outlet))]
	}
	return []*voice{w.agency[0], w.agency[1], w.house[0], w.officers[r.IntN(len(w.officers))]}[r.IntN(4)]
}

// dates sets when a report was written and received: after all it tells.
func (p *plan) dates(r *rand.Rand, after time.Time) {
	switch p.genre {
	case genreNews, genreCourt, genreTransfer, genreLetter:
		p.dated = after.AddDate(0, 0, 1+r.IntN(6))
	default:
		p.dated = randomDay(r, day(2018, time.September, 1), day(2019, time.February, 20))
		if p.dated.Before(after) {
			p.dated = after.AddDate(0, 0, 2+r.IntN(20))
		}
	}
	p.received = p.dated.AddDate(0, 0, r.IntN(15))
	if first := day(2018, time.September, 1); p.received.Before(first) {
		p.received = randomDay(r, first, day(2019, time.February, 25))
	}
}

// latest is the last day anything a topic may tell of happened.
func latest(topics []topic) time.Time {
	last := day(2014, time.January, 1)
	see := func(t time.Time) {
		if t.After(last) {
			last = t
		}
	}
	person := func(p *Person) {
		for _, o := range p.outcomes {
			see(o.Date)
		}
		for _, i := range p.incidents {
			see(i.Date.To)
		}
		for _, y := range p.payments {
			see(y.Date)
		}
	}
	for _, t := range topics {
		switch {
		case t.inc != nil:
			see(t.inc.Date.To)
		case t.person != nil:
			person(t.person)
		case t.innocent != nil:
			person(t.innocent)
		case t.pay != nil:
			see(t.pay.Date)
		case t.out != nil:
			see(t.out.Date)
		case t.op != nil:
			see(t.op.Date)
		case t.need != nil:
			see(day(2018, time.October, 1))
		}
	}
	return last
}

// topics chooses what reports are about, and sees to it that everybody the story needs is told of.
type topics struct {
	w                         *World
	r                         *rand.Rand
	members, money, innocents []*Person
	inc, inn, mem, pay, out   int // how many of each were already given their first telling
}

func (t *topics) incident() topic {
	all := t.w.incidents
	if t.inc < len(all) && t.r.IntN(3) == 0 {
		t.inc++
		return topic{inc: all[t.inc-1]}
	}
	best, score := all[0], -1.0
	for range 3 {
		i := all[t.r.IntN(len(all))]
		if s := t.r.Float64() * i.weight; s > score {
			best, score = i, s
		}
	}
	if t.r.IntN(12) == 0 { // the one everybody talks about
		best = all[t.r.IntN(2)]
	}
	return topic{inc: best}
}

func (t *topics) member() topic {
	if t.mem < len(t.members) && t.r.IntN(2) == 0 {
		t.mem++
		return topic{person: t.members[len(t.members)-t.mem]}
	}
	if t.r.IntN(5) == 0 {
		return topic{person: t.w.pick(t.r, t.money)}
	}
	return topic{person: t.w.pick(t.r, t.members)}
}

func (t *topics) namesake() topic {
	t.inn++
	return topic{innocent: t.innocents[t.inn%len(t.innocents)]}
}

func (t *topics) payment() topic {
	all := t.w.payments
	if t.pay < len(all) && t.r.IntN(3) > 0 {
		t.pay++
		return topic{pay: all[t.pay-1]}
	}
	return topic{pay: all[t.r.IntN(len(all))]}
}

func (t *topics) outcome() topic {
	all := t.w.outcomes
	if t.out < len(all) && t.r.IntN(3) > 0 {
		t.out++
		return topic{out: all[t.out-1]}
	}
	return topic{out: all[t.r.IntN(len(all))]}
}

func (t *topics) choose(g genre) []topic {
	if t.inn < len(t.innocents) && g == genreStatement && t.r.IntN(3) == 0 { // each namesake is told of early
		return []topic{t.namesake()}
	}
	n, draw := 1, t.r.IntN(100)
	var out []topic
	add := func(ts ...topic) { out = append(out, ts...) }
	one := func(incident, member, namesake, payment, outcome, operation int) {
		draw = t.r.IntN(100)
		for _, c := range []struct {
			share int
			make  func() topic
		}{{incident, t.incident}, {member, t.member}, {namesake, t.namesake}, {payment, t.payment}, {outcome, t.outcome},
			{operation, func() topic { return topic{op: t.w.operations[t.r.IntN(len(t.w.operations))]} }},
			{100, func() topic { return topic{need: pickTown(t.r)} }}} {
			if draw < c.share {
				add(c.make())
				return
			}
			draw -= c.share
		}
	}
	switch g {
	case genreStatement:
		n = []int{1, 1, 2, 2, 3}[t.r.IntN(5)]
		for range n {
			one(60, 26, 9, 5, 0, 0)
		}
	case genreMemo:
		for range 1 + t.r.IntN(3) {
			one(20, 35, 6, 20, 9, 5)
		}
	case genreAgency:
		for range 2 + t.r.IntN(3) {
			one(34, 26, 3, 12, 7, 13)
		}
	case genreNews:
		for range 1 + t.r.IntN(2) {
			one(45, 6, 2, 4, 22, 16)
		}
	case genreCourt:
		for range 1 + t.r.IntN(3) {
			add(t.outcome())
		}
	case genreList:
		for range 6 + t.r.IntN(9) {
			add(t.arrest())
		}
	case genreTransfer:
		for range 1 + t.r.IntN(4) {
			add(t.payment())
		}
	case genreLetter:
		var names []*Person
		for range 3 + t.r.IntN(4) {
			names = append(names, t.w.pick(t.r, t.members))
		}
		add(topic{oath: names})
	default:
		for range 1 + t.r.IntN(3) {
			one(62, 3, 22, 0, 5, 0)
		}
	}
	return out
}

func (t *topics) arrest() topic {
	for {
		if o := t.outcome().out; o.Kind == "arrest" {
			return topic{out: o}
		}
	}
}
