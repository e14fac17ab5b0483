package app

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// What only a model says of somebody is told apart on every screen, paper and table until a person has accepted what it says; that he
// accepts who is meant is not enough.
func TestInferredUntilAccepted(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	who := store.Who{Actor: high}
	inv, _, _ := twoReports(t, a, "inferred", "Gunmen killed Saad Nasir Khalaf in Hit on 12 October 2014. Yusuf Karim al-Alwani lives in Hit.", "Saad Nasir Khalaf is dead.", "Khalaf")
	r, err := a.Report(ctx, who, inv, "A1")
	if err != nil {
		t.Fatal(err)
	}
	var yusuf, killing sanad.ID
	for _, e := range r.Entities {
		switch {
		case e.Schema == sanad.SchemaPerson && strings.Contains(e.Name, "Alwani"):
			yusuf = e.Found
		case e.Schema == sanad.SchemaEvent:
			killing = e.Found
		}
	}
	at := strings.Index(r.Text.Content, "Yusuf")
	span := &sanad.Span{Start: at, End: at + len("Yusuf Karim al-Alwani")}
	put := func(schema, origin string, n int, values ...string) map[string]sanad.ID {
		t.Helper()
		ids := map[string]sanad.ID{}
		err := a.store.Update(ctx, inv, high, "test", func(x *store.Tx) error {
			id := sanad.EntityID(r.Report.ID, schema, *span, n)
			if err := x.PutEntity(sanad.Entity{ID: id, Report: r.Report.ID, Schema: schema}); err != nil {
				return err
			}
			for i := 0; i < len(values); i += 2 {
				c := sanad.Claim{Report: r.Report.ID, Entity: id, Schema: schema, Prop: values[i], Value: values[i+1], Span: span, Polarity: sanad.Affirmed, Origin: origin, Kind: sanad.Reported}
				c.ID = sanad.ClaimID(c)
				ids[values[i]] = c.ID
				if err := x.PutClaim(c); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return ids
	}
	part := put(sanad.SchemaParticipation, "model:parts", 70, "participant", string(yusuf), "event", string(killing), "role", sanad.Suspect)
	role := put(sanad.SchemaMembership, "model:roles", 71, "member", string(yusuf), "role", "emir")
	step := put(sanad.SchemaRelease, "model:steps", 72, "subject", string(yusuf), "value", "released", "date", "2016")

	check := func(when string, want bool) {
		t.Helper()
		d, err := a.Person(ctx, who, inv, yusuf, false)
		if err != nil {
			t.Fatal(err)
		}
		if x := d.Incidents[0]; x.OnlyInferred() != want {
			t.Errorf("%s: the part rests on %+v", when, x.Support)
		}
		if x := d.Roles[0]; x.OnlyInferred() != want {
			t.Errorf("%s: the role rests on %+v", when, x.Support)
		}
		if p := d.Proceeding; !p.Cleared || p.ClearedInferred != want || p.LatestInferred != want || p.Stages[0].OnlyInferred() != want {
			t.Errorf("%s: the proceeding is %+v", when, p)
		}
		list, err := a.Persons(ctx, who, inv, "Yusuf Karim al-Alwani", 0, 1)
		if err != nil {
			t.Fatal(err)
		}
		if x := list.Rows[0]; x.Roles[0].Inferred != want || x.LatestInferred != want {
			t.Errorf("%s: in the list he is %+v", when, x)
		}
		moments, err := a.Timeline(ctx, who, inv, yusuf)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range moments {
			if m.Inferred != want {
				t.Errorf("%s: the timeline has %+v", when, m)
			}
		}
		if all, err := a.Timeline(ctx, who, inv, ""); err != nil || all[0].Kind != "incident" || all[0].Inferred {
			t.Errorf("%s: the killing itself was read; the timeline has %+v, %v", when, all, err)
		}
		b, _, err := a.DraftBrief(ctx, who, inv, BriefOrder{Persons: []sanad.ID{yusuf}})
		if err != nil {
			t.Fatal(err)
		}
		paper := b.Markdown()
		for said, may := range map[string]string{"Alwani is named as suspect.": "Alwani may be a suspect.", "Alwani: released": "Alwani: perhaps released", "Proceeding so far: released": "Proceeding so far, inferred"} {
			if strings.Contains(paper, may) != want || strings.Contains(paper, said) == want {
				t.Errorf("%s: %q and %q in\n%s", when, said, may, paper)
			}
		}
		if strings.Contains(paper, "Inferred from the wording of A1, not confirmed by anybody") != want {
			t.Errorf("%s: the paper says or does not say where it is from:\n%s", when, paper)
		}
		var out bytes.Buffer
		if err := a.Export(ctx, who, inv, FormatCSV, "", false, &out); err != nil {
			t.Fatal(err)
		}
		table := csv.NewReader(&out)
		table.FieldsPerRecord = -1
		rows, err := table.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		head, seen := rows[1], 0
		for _, row := range rows[2:] {
			inferred := map[string]string{}
			for i, h := range head {
				inferred[h] = row[i]
			}
			for _, ids := range []map[string]sanad.ID{part, role, step} {
				for _, prop := range []string{"role", "value"} {
					if inferred["id"] == string(ids[prop]) {
						seen++
						if (inferred["inferred"] == "true") != want {
							t.Errorf("%s: row %v", when, row)
						}
					}
				}
			}
			if strings.HasPrefix(inferred["origin"], "rule:") && inferred["inferred"] != "false" {
				t.Errorf("%s: a rule read %v", when, row)
			}
		}
		if seen != 3 {
			t.Errorf("%s: %d rows of three", when, seen)
		}
		out.Reset()
		if err := a.Export(ctx, who, inv, FormatFTM, "", false, &out); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), `"inferred from the wording of A1, not confirmed by anybody"`) != want {
			t.Errorf("%s: FollowTheMoney\n%s", when, out.String())
		}
	}
	accept := func(ids ...sanad.ID) {
		t.Helper()
		for _, id := range ids {
			if err := a.ReviewClaim(ctx, high, inv, r.Report.ID, id, sanad.Accepted, "", ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	check("nobody looked", true)
	accept(part["participant"], role["member"], step["subject"], step["date"])
	d, err := a.Person(ctx, who, inv, yusuf, false)
	if err != nil {
		t.Fatal(err)
	}
	if !d.Incidents[0].OnlyInferred() || !d.Roles[0].OnlyInferred() || !d.Proceeding.ClearedInferred {
		t.Errorf("who is meant was accepted, not what is said of him: %+v %+v %+v", d.Incidents[0].Support, d.Roles[0].Support, d.Proceeding)
	}
	accept(part["role"], part["event"], role["role"], step["value"])
	check("accepted", false)
}
