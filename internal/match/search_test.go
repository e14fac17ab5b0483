package match

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
)

// listed is persons of public lists with one name each, and other names of them to search by: from the pairs of names
// beside the repository.
func listed(t testing.TB) (people []Person, latin, arabic [][2]string) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "bench", "names", "pairs_dev.csv"))
	if err != nil {
		t.Skipf("SKIPPED: no benchmark data beside the repository: %v", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(bufio.NewReader(f)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string][]string{}
	var order []string
	for _, r := range rows[1:] {
		for _, x := range [][2]string{{r[6], r[1]}, {r[7], r[2]}} {
			if names[x[0]] == nil {
				order = append(order, x[0])
			}
			if !slices.Contains(names[x[0]], x[1]) {
				names[x[0]] = append(names[x[0]], x[1])
			}
		}
	}
	for _, id := range order {
		people = append(people, Person{ID: sanad.ID(id), Report: sanad.ID("r" + id), Names: names[id]})
		for _, n := range names[id] {
			if isArabic(n) {
				arabic = append(arabic, [2]string{id, n})
			} else {
				latin = append(latin, [2]string{id, n})
			}
		}
	}
	return people, latin, arabic
}

func isArabic(s string) bool {
	for _, r := range s {
		if r >= 0x600 && r <= 0x6ff {
			return true
		}
	}
	return false
}

// processed is the processor time this process has taken, garbage collection and all.
func processed() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestSearchListed searches some 10,000 persons, listed ones among invented ones, by names of the listed.
// SANAD_SEARCH names a greater number.
func TestSearchListed(t *testing.T) {
	people, latin, arabic := listed(t)
	n := 10_000
	fmt.Sscan(os.Getenv("SANAD_SEARCH"), &n)
	more, _ := invented(max(n-len(people), 0), max(n/3, 1), 5)
	for i := range more {
		more[i].ID = "x" + more[i].ID
	}
	x := NewIndex()
	start := time.Now()
	for _, p := range append(people, more...) {
		x.Add(p)
	}
	x.Search("Ahmad", 1)
	built := time.Since(start)
	more = nil
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	for _, q := range []struct {
		script string
		asked  [][2]string
		want   float64
	}{{"Latin", latin, 0.99}, {"Arabic", arabic, 0.99}} {
		found, first := 0, 0
		var took, worked []time.Duration
		for _, a := range q.asked[:min(len(q.asked), 1500)] {
			time.Sleep(200 * time.Microsecond) // as people ask: one after another, not all at once
			start, before := time.Now(), processed()
			hits := x.Search(a[1], 10)
			took, worked = append(took, time.Since(start)), append(worked, processed()-before)
			at := slices.IndexFunc(hits, func(h Hit) bool { return string(h.ID) == a[0] })
			if at >= 0 {
				found++
			}
			if at == 0 {
				first++
			}
		}
		slices.Sort(took)
		slices.Sort(worked)
		recall := float64(found) / float64(len(took))
		t.Logf("%s: %d searches of %d persons: recall@1 %.4f, @10 %.4f; p50 %v, p99 %v; processor time p50 %v, p99 %v, most %v; built in %v, heap %d MB",
			q.script, len(took), x.Len(), float64(first)/float64(len(took)), recall, took[len(took)/2], took[len(took)*99/100],
			worked[len(worked)/2], worked[len(worked)*99/100], worked[len(worked)-1], built, m.HeapAlloc>>20)
		if n <= 10_000 && recall < q.want {
			t.Errorf("%s: recall@10 %.4f", q.script, recall)
		}
	}
}
