package match

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func readRecords(t *testing.T, file string, want []string) []Record {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "bench", "records", file))
	if err != nil {
		t.Skipf("SKIPPED: no benchmark data beside the repository: %v", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.TrimLeadingSpace = true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, h := range rows[0] {
		at[h] = i
	}
	var out []Record
	for _, row := range rows[1:] {
		rec := Record{ID: row[0]}
		for _, w := range want {
			rec.Values = append(rec.Values, row[at[w]])
		}
		out = append(out, rec)
	}
	return out
}

// TestFEBRL4 links the two halves of FEBRL data set 4: record rec-N-org of one is rec-N-dup-0 of the other.
func TestFEBRL4(t *testing.T) {
	cols := []Column{{"given_name", ColumnName}, {"surname", ColumnName}, {"street_number", ColumnNumber}, {"address_1", ColumnText}, {"suburb", ColumnPlace},
		{"postcode", ColumnNumber}, {"date_of_birth", ColumnDate}, {"soc_sec_id", ColumnID}}
	var want []string
	for _, c := range cols {
		want = append(want, c.Name)
	}
	a, b := readRecords(t, "dataset4a.csv", want), readRecords(t, "dataset4b.csv", want)
	start := time.Now()
	pairs := Link(a, b, cols, 0.5)
	took := time.Since(start)
	tp := 0
	for _, p := range pairs {
		if strings.TrimSuffix(p.Left, "-org") == strings.TrimSuffix(p.Right, "-dup-0") {
			tp++
		}
	}
	f1 := 2 * float64(tp) / float64(len(pairs)+len(a))
	t.Logf("FEBRL4: precision %.4f, recall %.4f, F1 %.4f in %v", float64(tp)/float64(len(pairs)), float64(tp)/float64(len(a)), f1, took)
	if f1 < 0.99 {
		t.Errorf("F1 %.4f", f1)
	}
}

func TestLinkOneFile(t *testing.T) {
	cols := []Column{{"name", ColumnName}, {"born", ColumnDate}, {"place", ColumnPlace}}
	var rows []Record
	people := strings.Split("Ahmad Jasim Salih;Yusuf Karim Hamid;Tariq Nasir Omar;Fawaz Idris Majid;Ziyad Walid Ghazi;Mustafa Qasim Ali;Hasan Khalid Dhiab;Ibrahim Mahmud Yunus", ";")
	for i, p := range people {
		id := string(rune('a' + i))
		born := "19" + string(rune('5'+i%4)) + string(rune('0'+i)) + "-05-1" + string(rune('0'+i))
		rows = append(rows, Record{id + "1", []string{p, born, "Hit"}}, Record{id + "2", []string{strings.ToUpper(p), born, "Rawa"}})
	}
	pairs := Link(rows, nil, cols, 0.5)
	if len(pairs) != len(people) {
		t.Errorf("%d pairs: %v", len(pairs), pairs)
	}
	for _, p := range pairs {
		if p.Left[0] != p.Right[0] || p.Left == p.Right {
			t.Errorf("pair %v", p)
		}
	}
}

func TestLinkNothing(t *testing.T) {
	cols := []Column{{"name", ColumnName}}
	if got := Link(nil, nil, cols, 0); len(got) != 0 {
		t.Error(got)
	}
	if got := Link([]Record{{ID: "a"}}, []Record{{ID: "b", Values: []string{""}}}, cols, 0); len(got) != 0 {
		t.Errorf("two empty records pair: %v", got)
	}
}

func TestDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.StringMatching(`[abc]{0,8}`).Draw(t, "a"), rapid.StringMatching(`[abc]{0,8}`).Draw(t, "b")
		d := distance(a, b)
		if d != distance(b, a) || (d == 0) != (a == b) || d > max(len(a), len(b)) {
			t.Fatalf("distance(%q, %q) = %d", a, b, d)
		}
	})
}
