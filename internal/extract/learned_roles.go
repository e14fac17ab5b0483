package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/vocabulary"
)

// originRoles is the origin of a membership that no rule read but the model of roles sees.
const originRoles = "model:roles"

// How sure the model must be that somebody holds a role, where rules read nothing of the kind in the report and where they read all.
const sureRoleLow, sureRoleHigh = 0.60, 0.95

// rolePair is a person and a role of which the report speaks.
type rolePair struct {
	pair
	words []trigger // that say the role
}

// roleReach is how far from the word of a role a person may be named who is asked about.
const roleReach = 90

// rolePairs returns the persons and the words of roles near enough to each other, a role of several words once.
func (p *page) rolePairs(k *known) []rolePair {
	byCode := map[string][]trigger{}
	var codes []string
	add := func(code string, t trigger) {
		if byCode[code] == nil {
			codes = append(codes, code)
		}
		if len(byCode[code]) < mostWords && !slices.ContainsFunc(byCode[code], func(o trigger) bool { return o.first == t.first }) {
			byCode[code] = append(byCode[code], t)
		}
	}
	for no := range p.heard {
		c := &clause{page: p, s: p.sentences[no], triggers: p.heard[no].triggers}
		for _, t := range p.heard[no].triggers {
			if t.class != "role" && t.class != "does" && t.class != "member" || t.class == "role" && c.insideMention(t) {
				continue
			}
			code := c.roleCode(t)
			if code == "" {
				continue
			}
			add(code, t)
		}
		for _, h := range p.heard[no].hints {
			if code, is := strings.CutPrefix(h.kind, hintRole); is {
				add(code, trigger{rule: &rule{id: "hint.role", class: "role", attrs: map[string]string{"value": code}}, first: h.at.Start, last: h.at.End})
			}
		}
	}
	var out []rolePair
	for _, code := range codes {
		x := rolePair{pair: pair{kind: code, own: "role "}, words: byCode[code]}
		for _, t := range x.words {
			x.heads = append(x.heads, t.first)
		}
		for e, named := range k.named {
			x.entity = e
			if p.near(&x.pair, named, roleReach) {
				out = append(out, x)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b rolePair) int {
		if d := slices.Index(codes, a.kind) - slices.Index(codes, b.kind); d != 0 {
			return d
		}
		return a.anchor - b.anchor
	})
	return out
}

// roleCode returns the code of the role a word says, "member" of a word of belonging.
func (c *clause) roleCode(t trigger) string {
	if t.class == "member" {
		return "member"
	}
	v := c.roleWord(t)
	if t.class == "does" {
		v = t.attrs["value"]
	}
	return vocabulary.RoleOf(v).Code
}

// holds returns the codes of the roles each person is told to hold by a rule.
func (p *page) holds() map[sanad.ID][]string {
	member, roles := map[sanad.ID]sanad.ID{}, map[sanad.ID][]string{}
	for i := range p.reading.Claims {
		c := &p.reading.Claims[i]
		if c.Schema != sanad.SchemaMembership {
			continue
		}
		switch c.Prop {
		case "member":
			member[c.Entity] = sanad.ID(c.Value)
		case "role":
			who := member[c.Entity]
			code := vocabulary.RoleOf(c.Value).Code
			if code == "" {
				code = "member"
			}
			if !slices.Contains(roles[who], code) {
				roles[who] = append(roles[who], code)
			}
		}
	}
	return roles
}

func (p *page) describeRole(f *features, x rolePair, k *known, held []string) {
	p.describe(f, x.pair, k)
	for _, h := range held {
		if h != x.kind {
			f.add("holds", h, x.kind)
			f.add("holds another")
		}
	}
	for _, t := range x.words {
		if t.first == x.head {
			f.add("rule", t.rule.id)
			c := &clause{page: p, s: p.sentences[p.sentenceOf(t.first)]}
			f.add("word", c.words(t))
			f.add("org", bucket(len(p.within(max(c.s.Start, t.first-6), min(c.s.End, t.last+8), organization)), 0, 1))
			for d := -2; d <= 3; d++ {
				f.add("at", [...]string{"-2", "-1", "0", "1", "2", "3"}[d+2], k.stem(p, t.first+d))
			}
		}
	}
	if p.onNetwork {
		f.add("network")
	}
}

// learnedRoles lets the model say who holds a role that no rule gave him. A bare member is said only of whom nothing narrower is.
func (p *page) learnedRoles(k *known) {
	held := p.holds()
	model := p.models.roles
	pairs := p.rolePairs(k)
	of := readOf(pairs, func(x rolePair) (string, bool) {
		return x.kind, slices.Contains(held[p.entities[x.entity].id], x.kind)
	})
	for _, x := range pairs {
		who := p.entities[x.entity].id
		if slices.Contains(held[who], x.kind) || x.kind == "member" && len(held[who]) > 0 || p.holdsOffice(x.entity, k) {
			continue
		}
		f := k.blank()
		p.describeRole(f, x, k, held[who])
		a := ask(model, f)
		if a.p < sure(sureRoleLow, sureRoleHigh, of(x.kind)) {
			continue
		}
		p.takeRole(x, sanad.Polarity(a.name))
	}
}

// takeRole claims a membership of the model's, in the network spoken of.
func (p *page) takeRole(x rolePair, polarity sanad.Polarity) {
	at := slices.IndexFunc(x.words, func(t trigger) bool { return t.first == x.head })
	t := x.words[at]
	no := p.sentenceOf(t.first)
	p.resume(no)
	c := &clause{page: p, s: p.sentences[no], triggers: p.heard[no].triggers}
	org := -1
	if o := c.linkedOrganization(t); o >= 0 {
		org = o
	} else if len(p.onlyNetworks()) == 1 {
		org = p.onlyNetworks()[0]
	}
	word := "member"
	if t.class == "role" {
		word = c.roleWord(t)
	} else if v := t.attrs["value"]; t.class == "does" && v != "" {
		word = v
	}
	c.membership(x.anchor, org, word, c.triggerSpan(t), polarity, originRoles)
	p.conclude()
}

// onlyNetworks returns the networks the report names.
func (p *page) onlyNetworks() []int {
	var out []int
	for i := range p.mentions {
		if m := &p.mentions[i]; m.kind == organization && m.schema == sanad.SchemaNetwork && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
	}
	return out
}
