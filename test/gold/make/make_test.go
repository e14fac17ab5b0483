package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestUnmark(t *testing.T) {
	text, marks, err := unmark("رأيت [I1:مقتل [P1:كريم جبار]] و[P2/kunya:أبا علي].")
	if err != nil {
		t.Fatal(err)
	}
	if want := "رأيت مقتل كريم جبار وأبا علي."; text != want {
		t.Errorf("text is %q, want %q", text, want)
	}
	want := []mark{{"I1", "", 5, 19, "مقتل كريم جبار"}, {"P1", "", 10, 19, "كريم جبار"}, {"P2", "kunya", 21, 28, "أبا علي"}}
	if len(marks) != len(want) {
		t.Fatalf("%d marks, want %d: %v", len(marks), len(want), marks)
	}
	for i := range want {
		if marks[i] != want[i] {
			t.Errorf("mark %d is %+v, want %+v", i, marks[i], want[i])
		}
	}
	for _, bad := range []string{"[P1 Karim]", "[P1:Karim", "Karim]"} {
		if _, _, err := unmark(bad); err == nil {
			t.Errorf("unmark(%q) finds no fault", bad)
		}
	}
}

// TestFaults writes a small corpus with one fault at a time and wants to be told of it.
func TestFaults(t *testing.T) {
	const cast = "P1 | Karim Jabbar | كريم جبار\nP2 | Zayd Amin | زيد أمين\nO1 | network | Red Hand | اليد الحمراء\nI1 | killing | 2018-03 | Hit | هيت\n"
	const report = "=== R1 | en | court | Court of Hit | A | 2019-01-02 |\n[P1:Karim Jabbar] of the [O1:Red Hand] [I1:killed] [P2:Zayd Amin].\n---\nmember P1 O1 fighter\nin I1 P1 perpetrator\nin I1 P2 victim\n"
	for _, c := range []struct{ name, old, new, fault string }{
		{"none", "", "", ""},
		{"unknown person", "[P2:Zayd", "[P7:Zayd", "nobody is called P7"},
		{"unmarked person", "[P2:Zayd Amin]", "Zayd Amin", "P2, who is not marked"},
		{"unmarked again", "[P2:Zayd Amin].", "[P2:Zayd Amin]. Zayd Amin was forty.", "stands unmarked"},
		{"role", "fighter", "soldier", `no role "soldier"`},
		{"part", "victim", "dead", `no part "dead"`},
		{"incident type", "killing", "murder", `no incident type "murder"`},
		{"incident date", "2018-03", "2018-13", "no EDTF date"},
		{"source kind", "| court |", "| tribunal |", "tribunal"},
		{"blank in span", "Karim Jabbar]", "Karim Jabbar ]", "has blanks"},
		{"wrong verb", "in I1 P2", "on I1 P2", "cannot read"},
		{"untrue", "I1 |", "untrue in I1 P2 suspect\nI1 |", "no report says so"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range map[string]string{"cast.txt": cast, "english.txt": report, "arabic.txt": ""} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.Replace(text, c.old, c.new, 1)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			corpus, err := readPart(dir)
			if err != nil {
				t.Fatal(err)
			}
			_, err = corpus.gold()
			switch {
			case c.fault == "" && err != nil:
				t.Errorf("a sound corpus is refused: %v", err)
			case c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)):
				t.Errorf("want to be told %q, got %v", c.fault, err)
			}
		})
	}
}
