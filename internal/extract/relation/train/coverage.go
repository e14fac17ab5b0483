package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

// covered counts of how many annotated relations there is a pair that a model could answer, by relation, and lists what of the rest is missed
// oftenest: a model is never asked about a person the reader does not see, or an act in words that neither rule nor hint knows.
type covered struct {
	name      string
	all, pair int
	missed    map[string]int
}

func (c *covered) count(is bool, kind string) {
	c.all++
	if is {
		c.pair++
	} else {
		c.missed[kind]++
	}
}

func (c *covered) String() string {
	keys := make([]string, 0, len(c.missed))
	for k := range c.missed {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := c.missed[b] - c.missed[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	out := fmt.Sprintf("%-18s %d of %d", c.name, c.pair, c.all)
	for _, k := range keys {
		out += fmt.Sprintf(" %s:%d", k, c.missed[k])
	}
	return out
}

// coverage says which of the relations annotated in a folder the models are asked about.
func coverage(folder string, list []example) ([]*covered, error) {
	g, err := annotations(folder)
	if err != nil {
		return nil, err
	}
	of := map[string][]example{} // by relation and report
	for _, x := range list {
		k := x.Relation + x.report
		of[k] = append(of[k], x)
	}
	asked := func(r, report string, is func(x *example) bool) bool {
		return slices.ContainsFunc(of[r+report], func(x example) bool { return is(&x) })
	}
	parts, roles, steps := &covered{name: "parts", missed: map[string]int{}}, &covered{name: "roles", missed: map[string]int{}}, &covered{name: "steps", missed: map[string]int{}}
	amounts, payments := &covered{name: "amounts", missed: map[string]int{}}, &covered{name: "payments", missed: map[string]int{}}
	for _, i := range g.incidents {
		for _, r := range i.Reports {
			for _, p := range i.Participants {
				if p.in(r) != "" {
					parts.count(asked("parts", r, func(x *example) bool { return x.label != relation.None && x.who == p.Person }), i.Type)
				}
			}
		}
	}
	for _, m := range g.memberships {
		for _, r := range slices.Concat(m.Reports, m.UncertainIn, m.DeniedIn) {
			roles.count(asked("roles", r, func(x *example) bool { return roleCode(x.Kind) == m.Role && x.who == m.Person }), m.Role)
		}
	}
	for _, o := range g.outcomes {
		for _, r := range o.Reports {
			steps.count(asked("steps", r, func(x *example) bool { return x.Kind == o.Kind && x.label != relation.None && x.who == o.Person }), o.Kind)
		}
	}
	for _, p := range g.payments {
		for _, r := range p.Reports {
			side := func(who string) bool {
				return asked("payments", r, func(x *example) bool {
					v, err := strconv.ParseFloat(x.Value, 64)
					return err == nil && v == p.Amount && (who == "" || x.who == who)
				})
			}
			amounts.count(side(""), r)
			payments.count(side(p.Payer) && side(p.Beneficiary), r)
		}
	}
	return []*covered{parts, roles, steps, amounts, payments}, nil
}
