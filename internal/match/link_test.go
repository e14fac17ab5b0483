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
		a, b := rapid.StringMatching(`[abc]{0,70}`).Draw(t, "a"), rapid.StringMatching(`[abc]{0,70}`).Draw(t, "b")
		limit := rapid.IntRange(0, 64).Draw(t, "limit")
		want := min(tableDistance(a[:min(64, len(a))], b[:min(64, len(b))]), limit+1)
		if got := distance(a, b, limit); got != want {
			t.Fatalf("distance(%q, %q) = %d within %d, but %d", a, b, got, limit, want)
		}
	})
}

// tableDistance is distance by the whole table of prefixes.
func tableDistance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
		for j := range d[i] {
			switch {
			case i == 0:
				d[i][j] = j
			case j > 0:
				d[i][j] = min(d[i-1][j], d[i][j-1], d[i-1][j-1]) + 1
				if a[i-1] == b[j-1] {
					d[i][j] = d[i-1][j-1]
				}
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
	}
	return d[len(a)][len(b)]
}

// linkedF1 is the pairwise F1 of the connected components that pairs from a score on make, against the true clusters.
func linkedF1(rs []Record, pairs []Pair, cluster map[string]string, from float64) (precision, recall, f1 float64) {
	at := make(map[string]uint32, len(rs))
	for i, r := range rs {
		at[r.ID] = uint32(i)
	}
	found := newForest(len(rs))
	for _, p := range pairs {
		if p.Score >= from {
			found.join(at[p.Left], at[p.Right])
		}
	}
	type cell struct {
		root  uint32
		truth string
	}
	both, one, other := map[cell]int{}, map[uint32]int{}, map[string]int{}
	for i, r := range rs {
		root := found.find(uint32(i))
		both[cell{root, cluster[r.ID]}]++
		one[root]++
		other[cluster[r.ID]]++
	}
	tp, said, truth := 0, 0, 0
	for _, n := range both {
		tp += n * (n - 1) / 2
	}
	for _, n := range one {
		said += n * (n - 1) / 2
	}
	for _, n := range other {
		truth += n * (n - 1) / 2
	}
	return float64(tp) / float64(max(said, 1)), float64(tp) / float64(truth), 2 * float64(tp) / float64(said+truth)
}

// TestHistorical50k links 50,578 records of historical figures with themselves. The benchmark is a Parquet file; SANAD_HISTORICAL names a
// CSV made of it.
func TestHistorical50k(t *testing.T) {
	f, err := os.Open(os.Getenv("SANAD_HISTORICAL"))
	if err != nil {
		t.Skipf("SKIPPED: no historical_figures_with_errors_50k as CSV: %v", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, h := range rows[0] {
		at[h] = i
	}
	cols := []Column{{"first_name", ColumnName}, {"surname", ColumnName}, {"dob", ColumnDate}, {"birth_place", ColumnPlace}, {"postcode_fake", ColumnText}, {"occupation", ColumnText}}
	var rs []Record
	cluster := map[string]string{}
	for _, row := range rows[1:] {
		r := Record{ID: row[at["unique_id"]]}
		for _, c := range cols {
			r.Values = append(r.Values, row[at[c.Name]])
		}
		rs = append(rs, r)
		cluster[r.ID] = row[at["cluster"]]
	}
	start := time.Now()
	pairs := Link(rs, nil, cols, 0.01)
	took := time.Since(start)
	right, half, truth := 0, 0, 0
	count := map[string]int{}
	for _, c := range cluster {
		truth += count[c] // every earlier one of the cluster
		count[c]++
	}
	for _, p := range pairs {
		if p.Score >= 0.5 {
			half++
			if cluster[p.Left] == cluster[p.Right] {
				right++
			}
		}
	}
	for _, from := range []float64{0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999} {
		p, r, f1 := linkedF1(rs, pairs, cluster, from)
		t.Logf("components from %.4f: precision %.4f, recall %.4f, F1 %.4f", from, p, r, f1)
	}
	t.Logf("pairs from 0.5: precision %.4f, recall %.4f, F1 %.4f; in %v", float64(right)/float64(half), float64(right)/float64(truth), 2*float64(right)/float64(half+truth), took)
	for _, from := range []float64{0.5, 0.9} {
		if _, _, f1 := linkedF1(rs, pairs, cluster, from); f1 < 0.86 {
			t.Errorf("F1 %.4f of components from %.1f", f1, from)
		}
	}
}

// TestCluster: whatever the pairs, clusters are apart or whole (every pair of one is called once), as likely as their average at the
// least, and of two files no pair is of one.
func TestCluster(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "records")
		first := rapid.IntRange(1, n).Draw(t, "of the first file")
		var second func(int32) bool
		if first < n {
			second = func(i int32) bool { return int(i) >= first }
		}
		p := map[[2]int32]float64{}
		var pairs []likely
		for a := range int32(n) {
			for b := a + 1; b < int32(n); b++ {
				if s := rapid.Float64Range(0, 1).Draw(t, "p"); s > 0.3 && (second == nil || !second(a) && second(b)) {
					p[[2]int32{a, b}] = s
					pairs = append(pairs, likely{a, b, s})
				}
			}
		}
		whole, last := newForest(n), 1.0
		called := map[[2]int32]bool{}
		cluster(n, pairs, second, func(a, b int32, average float64) {
			k := [2]int32{a, b}
			if a >= b || called[k] || average < joinFrom || average > last+1e-9 || second != nil && second(a) == second(b) {
				t.Fatalf("pair %v at %.3f after %.3f", k, average, last)
			}
			called[k], last = true, average
			whole.join(uint32(a), uint32(b))
		})
		for a := range int32(n) {
			for b := a + 1; b < int32(n); b++ {
				if k := [2]int32{a, b}; (second == nil || !second(a) && second(b)) && called[k] != (whole.find(uint32(a)) == whole.find(uint32(b))) {
					t.Fatalf("%v of one cluster: called %v", k, called[k])
				}
			}
		}
		for k, s := range p {
			if s >= joinFrom && !called[k] && n == 2 {
				t.Fatalf("two records at %.3f are apart", s)
			}
		}
	})
}

// TestNoChain: a chain of likely pairs is no cluster.
func TestNoChain(t *testing.T) {
	const n = 40
	var pairs []likely
	for i := range int32(n - 1) {
		pairs = append(pairs, likely{i, i + 1, 0.7})
	}
	most := map[int32]int{}
	cluster(n, pairs, nil, func(a, b int32, _ float64) { most[a]++; most[b]++ })
	for i, k := range most {
		if k > 5 {
			t.Errorf("record %d is one with %d others", i, k)
		}
	}
}
