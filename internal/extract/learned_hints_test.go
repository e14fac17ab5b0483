package extract

import (
	"testing"
)

func TestHintAt(t *testing.T) {
	list, err := readHints([]string{
		"@vehicle = car, van, boot",
		"kidnapping | shove/push _ into _ @vehicle",
		"torture | wire | ankles, to his chair",
		"attack | came under fire",
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, want string }{
		{"They shoved him into the van.", "kidnapping: shoved him into the van"},
		{"They pushed Ahmed Khalid Hassan into a waiting car.", "kidnapping: pushed Ahmed Khalid Hassan into a waiting car"},
		{"They pushed him for a long time into the car.", ""},
		{"They pushed him, into the car.", ""},
		{"The patrol came under fire.", "attack: came under fire"},
		{"The patrol came under the fire.", ""},
		{"They tied wires to his ankles.", "torture: wires"},
		{"They tied wires to his chair.", "torture: wires"},
		{"They tied wires to the chair.", ""},
		{"They sold wires to him. His ankles hurt.", ""},
	} {
		p := newPage(Document{Text: x.text, Language: "en"}, lex(), rulebook())
		got := ""
		for _, s := range p.sentences {
			p.mentions = append(p.mentions, ruleTagger{lex()}.tag(p, s)...)
			for i := s.Start; i < s.End; i++ {
				p.hintIn(list, i, s, func(h *hint, n int) {
					span := p.spanOf(i, i+n)
					got += h.kind + ": " + x.text[span.Start:span.End]
				})
			}
		}
		if got != x.want {
			t.Errorf("%q: got %q, want %q", x.text, got, x.want)
		}
	}
}

func TestReadHintsRefuses(t *testing.T) {
	for _, line := range []string{
		"killing", "| shot", "gossip | said", "role king | crowned", "killing |", "killing | shot,", "killing | _ shot", "killing | shot _", "killing | shot//down", "killing | @nobody",
		"killing | shot | ", "killing | shot | dead,", "@guns = ", "@ = gun", "@guns = gun, @nobody",
	} {
		if _, err := readHints([]string{line}); err == nil {
			t.Errorf("%q was taken", line)
		}
	}
	if _, err := readHints([]string{"@guns = gun", "@guns = rifle"}); err == nil {
		t.Error("a name was taken twice")
	}
}

func TestHintsRead(t *testing.T) {
	if len(hints()) == 0 {
		t.Error("there are no hints")
	}
}
