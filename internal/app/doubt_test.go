package app

import (
	"context"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// TestSecondLook: a join that everything known makes unlikely is offered again until somebody has looked; who made it may change his
// mind, and take that back; anybody else's "different" is a conflict.
func TestSecondLook(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	other := sanad.Actor{Name: "other", All: true}
	who := store.Who{Actor: high}
	inv, l, r := twoReports(t, a, "look", "Police arrested Yusuf Karim al-Alwani in Hit.", "Salim Yusuf Hadi al-Dulaimi was seen in Ramadi.", "Yusuf")
	doubts := func() []Doubt {
		t.Helper()
		list, err := a.Doubts(ctx, who, inv, 0, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		return list.Rows
	}
	judge := func(actor sanad.Actor, v sanad.Verdict, again sanad.ID) Judged {
		t.Helper()
		j, err := a.Judge(ctx, actor, inv, Verdict{Left: l, Right: r, Verdict: v, Reason: "a slip", Second: "second", Again: again})
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	first := judge(high, sanad.Same, "").Judgement.ID
	if !one(t, a, inv, l, r) {
		t.Fatal("the two were not joined")
	}
	d := doubts()
	if len(d) != 1 || d[0].Judgement.ID != first || d[0].P > 0.3 || d[0].Left.Members != 1 || d[0].Right.Name == d[0].Left.Name {
		t.Fatalf("to look at again: %+v", d)
	}
	p, err := a.Pair(ctx, who, inv, l, r, PairView{Again: first})
	if err != nil || p.Left.ID == p.Right.ID || p.Again == nil || p.Again.ID != first || p.JoinsTotal != 1 {
		t.Errorf("the pair as it would be without the join: %v, %+v", err, p.Again)
	}

	// He changes his mind, and then again.
	second := judge(high, sanad.Different, first)
	if one(t, a, inv, l, r) || len(second.Conflicts) != 0 || len(doubts()) != 0 {
		t.Errorf("one %v, conflicts %v, doubts %v", one(t, a, inv, l, r), second.Conflicts, doubts())
	}
	if _, err := a.Undo(ctx, high, inv, second.Judgement.ID); err != nil {
		t.Fatal(err)
	}
	if !one(t, a, inv, l, r) || len(doubts()) != 1 {
		t.Error("taking the correction back does not bring back what it corrected")
	}

	// Somebody else sees two men.
	third := judge(other, sanad.Different, first)
	if one(t, a, inv, l, r) || len(third.Conflicts) != 1 || third.Conflicts[0].Suspended != first {
		t.Errorf("another one's difference: %+v", third.Conflicts)
	}
	if _, err := a.Undo(ctx, other, inv, third.Judgement.ID); err != nil {
		t.Fatal(err)
	}

	// Somebody else looks and agrees: nobody is asked again, and his word alone holds the two together.
	fourth := judge(other, sanad.Same, first)
	if len(fourth.Joined) != 0 || len(doubts()) != 0 {
		t.Errorf("joined %v, doubts %v", fourth.Joined, doubts())
	}
	if _, err := a.Undo(ctx, high, inv, first); err != nil {
		t.Fatal(err)
	}
	if !one(t, a, inv, l, r) {
		t.Error("the second look does not uphold the join")
	}
	if _, err := a.Pair(ctx, who, inv, l, r, PairView{Again: "j0"}); sanad.CodeOf(err) != sanad.NotFound {
		t.Errorf("a judgement that is not there: %v", err)
	}
}

// TestParted: two whom everything shows to be one, judged different, are looked at again.
func TestParted(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	who := store.Who{Actor: high}
	said := "Yusuf Karim Hamad al-Alwani, born on 3 May 1980, identity document 44120987, "
	inv, l, r := twoReports(t, a, "parted", said+"was arrested in Hit.", said+"was seen in Ramadi.", "Yusuf")
	j, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Different})
	if err != nil {
		t.Fatal(err)
	}
	list, err := a.Doubts(ctx, who, inv, 0, 10, false)
	if err != nil || list.Total != 1 || list.Rows[0].Judgement.ID != j.Judgement.ID || list.Rows[0].P < 0.9 {
		t.Fatalf("%v, %+v", err, list)
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Same, Reason: "one document", Again: j.Judgement.ID}); err != nil {
		t.Fatal(err)
	}
	if !one(t, a, inv, l, r) {
		t.Error("who corrects his own difference joins nothing")
	}
	if low, err := a.Doubts(ctx, store.Who{Actor: sanad.Actor{Name: "low"}}, inv, 0, 0, false); err != nil || low.Total != 0 {
		t.Errorf("%v, %+v", err, low)
	}
}
