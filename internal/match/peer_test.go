package match

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// TestPeerOrder asks about the records of er_dev in the order of a peer's scores, with the reviewer of TestListedPersons. SANAD_PEER_ORDERS
// lists the files that testdata/peer_order.py writes (a file or a pattern); SANAD_PEER_PAIRS names a file to write our candidates to,
// for a peer to score: the same candidates, another order.
func TestPeerOrder(t *testing.T) {
	if name := os.Getenv("SANAD_PEER_PAIRS"); name != "" {
		writeCandidates(t, name)
	}
	files, err := filepath.Glob(os.Getenv("SANAD_PEER_ORDERS"))
	if err != nil || len(files) == 0 {
		t.Skip("SKIPPED: SANAD_PEER_ORDERS names no file that testdata/peer_order.py wrote")
	}
	x, truth := listedRecords(t)
	ask := func(name string, qs []sanad.Question) {
		reached, recall, asked := oracle(x, qs, func(i int) string { return truth[i] })
		if recall == 0 {
			t.Errorf("%s leads to no link", name)
		}
		t.Logf("%s: %d pairs; reached 80/90/95%% after %v of %d asked, in the end %.4f", name, len(qs), reached, asked, recall)
	}
	ask("ours", x.Questions(nil, 0))
	var likeliest []sanad.Question
	for _, e := range x.edges {
		for _, a := range x.profiles[e.a].members {
			for _, b := range x.profiles[e.b].members {
				if a < b || e.a != e.b {
					likeliest = append(likeliest, sanad.Question{Left: x.persons[a].id, Right: x.persons[b].id})
				}
			}
		}
	}
	ask("our P alone", likeliest)
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		var qs []sanad.Question
		for _, r := range rows[1:] {
			if !x.Has(sanad.ID(r[0])) || !x.Has(sanad.ID(r[1])) {
				t.Fatalf("%s: no records %s and %s", name, r[0], r[1])
			}
			qs = append(qs, sanad.Question{Left: sanad.ID(r[0]), Right: sanad.ID(r[1])})
		}
		ask(filepath.Base(name), qs)
	}
}

func writeCandidates(t *testing.T, name string) {
	x, _ := listedRecords(t)
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(f, "left,right")
	seen := map[[2]uint32]bool{}
	for k := range uint32(len(x.profiles)) {
		for _, j := range append(x.nearest(k), k) {
			p := [2]uint32{min(j, k), max(j, k)}
			if seen[p] {
				continue
			}
			seen[p] = true
			for _, a := range x.profiles[p[0]].members {
				for _, b := range x.profiles[p[1]].members {
					if a < b || p[0] != p[1] {
						fmt.Fprintf(f, "%s,%s\n", x.persons[a].id, x.persons[b].id)
					}
				}
			}
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
