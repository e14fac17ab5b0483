package extract

import (
	"context"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// describe writes a reading one line an entity, with names in place of ids, in the order of the text.
func describe(doc string, r sanad.Reading) []string {
	name := map[sanad.ID]string{}
	for _, c := range r.Claims {
		if _, ok := name[c.Entity]; !ok && (c.Prop == "name" || c.Prop == "kunya" || c.Prop == "alias") && (c.Schema == "Person" || sanad.IsOrganization(c.Schema)) {
			name[c.Entity] = c.Value
		}
		if _, ok := name[c.Entity]; !ok && c.Schema == "Event" {
			name[c.Entity] = c.Value
		}
	}
	var out []string
	line := map[sanad.ID]int{}
	for _, c := range r.Claims {
		v := c.Value
		if n, ok := name[sanad.ID(v)]; ok && sanad.IsEntityProp(c.Schema, c.Prop) {
			v = n
		}
		if c.Polarity != sanad.Affirmed {
			v += "/" + string(c.Polarity)
		}
		if c.Normal != "" {
			v += "{" + c.Normal + "}"
		}
		at, ok := line[c.Entity]
		if !ok {
			at = len(out)
			line[c.Entity] = at
			out = append(out, c.Schema)
		}
		out[at] += " " + c.Prop + "=" + v
	}
	return out
}

func read(t testing.TB, s, dated string) sanad.Reading {
	t.Helper()
	r, err := byRules().Read(context.Background(), Document{Report: "r1", Text: s, Dated: dated})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return r
}
