package match

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
)

// oracle plays a reviewer who knows the truth down a fixed list of questions and returns how many answers reached 80, 90
// and 95 per cent of the true links, -1 where it was not reached, and the share reached in the end.
func oracle(x *Index, qs []sanad.Question, truth func(int) string) (reached [3]int, recall float64, asked int) {
	n := x.Len()
	f := newForest(n)
	count := make([]map[string]int, n)
	size := map[string]int{}
	for i := range n {
		count[i] = map[string]int{truth(i): 1}
		size[truth(i)]++
	}
	total := 0
	for _, s := range size {
		total += s * (s - 1) / 2
	}
	links := 0
	reached = [3]int{-1, -1, -1}
	for _, q := range qs {
		a, b := f.find(x.byID[q.Left]), f.find(x.byID[q.Right])
		if a == b {
			continue
		}
		asked++
		if truth(int(x.byID[q.Left])) != truth(int(x.byID[q.Right])) {
			continue
		}
		for k, v := range count[b] {
			links += v * count[a][k]
		}
		for k, v := range count[a] {
			if w := count[b][k]; w > 0 || v > 0 {
				count[a][k] = v + w
			}
		}
		for k, w := range count[b] {
			if _, ok := count[a][k]; !ok {
				count[a][k] = w
			}
		}
		f.join(a, b)
		if r := f.find(a); r == b {
			count[b] = count[a]
		}
		for i, t := range []float64{0.8, 0.9, 0.95} {
			if reached[i] < 0 && float64(links) >= t*float64(total) {
				reached[i] = asked
			}
		}
	}
	return reached, float64(links) / float64(total), asked
}

// listedRecords files the records of listed persons, each a report of its own, and returns the person each is truly of.
func listedRecords(t *testing.T) (*Index, []string) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "bench", "records", "er_dev.csv"))
	if err != nil {
		t.Skipf("SKIPPED: no benchmark data beside the repository: %v", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	x := NewIndex()
	opt := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	var truth []string
	for _, r := range rows[1:] {
		x.Add(Person{ID: sanad.ID(r[0]), Report: sanad.ID("r" + r[0]), Names: []string{r[2]}, Birth: opt(r[3]), BirthPlace: opt(r[4]), Father: opt(r[5])})
		truth = append(truth, r[7])
	}
	return x, truth
}

// links returns every pair of persons that are truly one, as profiles.
func links(x *Index, truth []string) [][2]uint32 {
	by := map[string][]uint32{}
	var out [][2]uint32
	for i, who := range truth {
		for _, j := range by[who] {
			a, b := x.persons[i].profile, x.persons[j].profile
			out = append(out, [2]uint32{min(a, b), max(a, b)})
		}
		by[who] = append(by[who], uint32(i))
	}
	return out
}

// TestCandidates measures the finding of candidates apart from their scoring: how many true pairs are among them.
func TestCandidates(t *testing.T) {
	x, truth := listedRecords(t)
	found := map[[2]uint32]bool{}
	for k := range uint32(len(x.profiles)) {
		found[[2]uint32{k, k}] = true
		for _, j := range x.nearest(k) {
			found[[2]uint32{min(k, j), max(k, j)}] = true
		}
	}
	hit := 0
	all := links(x, truth)
	for _, l := range all {
		if found[l] {
			hit++
		}
	}
	recall := float64(hit) / float64(len(all))
	t.Logf("%d records: %.4f of %d true pairs are candidates, %.1f candidates a record", x.Len(), recall, len(all), float64(len(found)-len(x.profiles))/float64(x.Len()))
	if recall < 0.8 { // the rest are aliases that have nothing in common with the name
		t.Errorf("recall %.4f", recall)
	}
}

func TestListedPersons(t *testing.T) {
	x, truth := listedRecords(t)
	start := time.Now()
	qs := x.Questions(nil, 0)
	took := time.Since(start)
	reached, recall, asked := oracle(x, qs, func(i int) string { return truth[i] })
	total := len(links(x, truth))
	best, at := 0.0, 0.0
	for th := 0.2; th < 0.99; th += 0.05 {
		cl := newForest(x.Len())
		for _, e := range x.edges {
			if float64(e.p) >= th {
				for _, m := range slices.Concat(x.profiles[e.a].members, x.profiles[e.b].members) {
					cl.join(x.profiles[e.a].members[0], m)
				}
			}
		}
		tp, pred := 0, 0
		cells := map[string]int{}
		all := map[uint32]int{}
		for i, who := range truth {
			r := cl.find(uint32(i))
			cells[fmt.Sprint(r, who)]++
			all[r]++
		}
		for _, c := range cells {
			tp += c * (c - 1) / 2
		}
		for _, c := range all {
			pred += c * (c - 1) / 2
		}
		if f1 := 2 * float64(tp) / float64(pred+total); f1 > best {
			best, at = f1, th
		}
	}
	t.Logf("%d records, %d true links: F1 %.4f at %.2f; %d questions in %v; reached 80/90/95%% after %v of %d asked, in the end %.4f",
		x.Len(), total, best, at, len(qs), took, reached, asked, recall)
	if recall < 0.88 { // the rest are aliases that have nothing in common with the name
		t.Errorf("the questions lead to %.3f of the true links", recall)
	}
}

// TestToldAlike tells of three men in the same words a thousand times: they cost one profile, nobody is asked about with
// more than a few, and still everybody can be joined with somebody.
func TestToldAlike(t *testing.T) {
	x := NewIndex()
	same := map[sanad.ID]sanad.ID{}
	for i := range 1000 {
		id := sanad.ID(fmt.Sprintf("e%04d", i))
		x.Add(Person{ID: id, Report: sanad.ID(fmt.Sprintf("r%d", i/2)), Names: []string{"Fawaz Idris al-Rawi"}, Roles: []string{"emir"}})
		if i < 600 {
			same[id] = sanad.ID(fmt.Sprintf("e%04d", i%2))
		}
	}
	if len(x.profiles) != 1 {
		t.Fatalf("%d profiles", len(x.profiles))
	}
	ranked := x.Rank(judged{same: same}, 0)
	if len(ranked) < 401 || len(ranked) > 1000*facesAsked {
		t.Errorf("%d questions", len(ranked))
	}
	asked := map[sanad.ID]bool{}
	for _, r := range ranked {
		a, b := x.byID[r.Left], x.byID[r.Right]
		if x.persons[a].report == x.persons[b].report {
			t.Fatalf("%s and %s are of one report", r.Left, r.Right)
		}
		asked[r.Left], asked[r.Right] = true, true
	}
	for i := 600; i < 1000; i++ {
		if !asked[x.persons[i].id] {
			t.Fatalf("nobody asks about %s", x.persons[i].id)
		}
	}
}

// invented makes n found persons of m people with chains of three names and a nisba, each told in several reports, the
// name whole, cut short or spelled in the other script, some by kunya only.
func invented(n, m int, seed uint64) ([]Person, []int) {
	r := rand.New(rand.NewPCG(seed, 1))
	isms := strings.Fields("Ahmad/أحمد Muhammad/محمد Ali/علي Hasan/حسن Husayn/حسين Khalid/خالد Omar/عمر Yusuf/يوسف Ibrahim/إبراهيم Ismail/إسماعيل Jasim/جاسم Qasim/قاسم Salih/صالح Salim/سالم Karim/كريم Hamid/حامد Majid/ماجد Fawaz/فواز Tariq/طارق Ziyad/زياد Walid/وليد Mahmud/محمود Mustafa/مصطفى Nasir/ناصر Idris/إدريس Uday/عدي Qutayba/قتيبة Mishal/مشعل Ghazi/غازي Dhiab/ذياب")
	nisbas := strings.Fields("al-Rawi/الراوي al-Dulaymi/الدليمي al-Ani/العاني al-Hiti/الهيتي al-Jumayli/الجميلي al-Ubaydi/العبيدي al-Kubaysi/الكبيسي al-Alwani/العلواني")
	type man struct {
		chain              [3]int
		nisba, kunya, born int
	}
	men := make([]man, m)
	pick := func() int { return min(r.IntN(len(isms)), r.IntN(len(isms))) }
	for i := range men {
		men[i] = man{[3]int{pick(), pick(), pick()}, r.IntN(len(nisbas)), pick(), 1950 + r.IntN(50)}
	}
	word := func(s string, arabic bool) string {
		l, a, _ := strings.Cut(s, "/")
		if arabic {
			return a
		}
		return l
	}
	var people []Person
	var truth []int
	for i := range n {
		k := min(r.IntN(m), r.IntN(m))
		w := men[k]
		arabic := r.IntN(2) == 0
		p := Person{ID: sanad.ID(fmt.Sprintf("e%07d", i)), Report: sanad.ID(fmt.Sprintf("r%d", i/3))}
		var parts []string
		for _, c := range w.chain {
			parts = append(parts, word(isms[c], arabic))
		}
		parts = append(parts, word(nisbas[w.nisba], arabic))
		kunya := word("Abu/أبو", arabic) + " " + word(isms[w.kunya], arabic)
		switch r.IntN(10) {
		case 0:
			p.Kunyas = []string{kunya}
		case 1:
			p.Names, p.Kunyas = []string{parts[0] + " " + parts[3]}, []string{kunya}
		case 2, 3:
			p.Names = []string{parts[0] + " " + parts[1]}
		default:
			p.Names = []string{strings.Join(parts, " ")}
		}
		if r.IntN(4) == 0 {
			p.Birth = []string{fmt.Sprint(w.born)}
		}
		people = append(people, p)
		truth = append(truth, k)
	}
	return people, truth
}

func TestInvented(t *testing.T) {
	people, truth := invented(6000, 900, 7)
	x := NewIndex()
	for _, p := range people {
		x.Add(p)
	}
	start := time.Now()
	qs := x.Questions(nil, 0)
	took := time.Since(start)
	reached, recall, asked := oracle(x, qs, func(i int) string { return fmt.Sprint(truth[i]) })
	t.Logf("%d questions in %v; reached 80/90/95%% after %v of %d asked, in the end %.4f", len(qs), took, reached, asked, recall)
	for _, q := range qs {
		a, _ := x.Person(q.Left)
		b, _ := x.Person(q.Right)
		if a.Report == b.Report {
			t.Fatalf("question within report %s", a.Report)
		}
	}
}

// TestScale is the build and the ranking of many persons; run with -run Scale -timeout 10m and SANAD_SCALE=300000.
func TestScale(t *testing.T) {
	n := 20000
	fmt.Sscan(os.Getenv("SANAD_SCALE"), &n)
	people, _ := invented(n, n/7, 3)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	x := NewIndex()
	start := time.Now()
	for _, p := range people {
		x.Add(p)
	}
	built := time.Since(start)
	qs := x.Questions(nil, 1000)
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	t.Logf("%d persons: built %v, asked %v, %d keys, %d edges, %d MB", n, built, took, len(x.postings), len(x.edges), (after.HeapAlloc-before.HeapAlloc)>>20)
	if len(qs) == 0 {
		t.Error("no questions")
	}
	runtime.KeepAlive(people)
}
