package names

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/sanad-workbench/sanad/internal/text"
)

// otherLanguages are invented: a name, another spelling of it, and a like name of somebody else.
var otherLanguages = []struct{ name, same, other string }{
	// Kurdish
	{"Şêrko Bêkes", "Sherko Bekas", "Sherzad Bekas"},
	{"Hêmin Mukriyanî", "Hemin Mukriyani", "Herish Mukriyani"},
	{"Azad Kerîm Zengene", "Azad Karim Zangana", "Aram Karim Zangana"},
	{"شێرکۆ حەسەن", "Sherko Hasan", "Shwan Hasan"},
	{"ئازاد کەریم", "Azad Karim", "Ari Karim"},
	{"Rojîn Çeto", "Rojin Cheto", "Rojda Cheto"},
	// Turkish
	{"Mehmet Yılmaz", "Mehmed Yilmaz", "Ahmet Yilmaz"},
	{"Ayşe Öztürk", "Ayse Ozturk", "Ayla Ozturk"},
	{"Hüseyin Çelik", "Huseyin Celik", "Hasan Celik"},
	{"Çağlar Doğan", "Caglar Dogan", "Cenk Dogan"},
	{"ÖZDEMİR, Gökhan", "Gokhan Ozdemir", "Gokce Ozkan"},
	// Persian
	{"Hosein Rezayi", "Hossein Rezaei", "Hassan Rezaei"},
	{"محسن رضایی", "Mohsen Rezaei", "Mehdi Rezaei"},
	{"Gholamreza Ahmadi", "Gholam Reza Ahmadi", "Gholam Hossein Ahmadi"},
	{"داود کریمی", "Davood Karimi", "Danial Karimi"},
	{"Seyyed Mojtaba Hashemi", "Sayed Mojtaba Hashimi", "Sayed Morteza Hashimi"},
	// European
	{"Hans Müller", "Mueller, Hans", "Heinz Mueller"},
	{"Jean-Pierre Dupont", "Jean Pierre Dupond", "Jean Paul Dupont"},
	{"José García López", "Jose Garcia Lopez", "Juan Garcia Lopez"},
	{"Aleksandr Ivanov", "Alexander Ivanov", "Aleksei Ivanov"},
	{"Catherine O'Connor", "Katherine OConnor", "Caroline OConnor"},
	{"Stephen Brown", "Steven Brown", "Stuart Brown"},
	{"Johann Schmidt", "Johan Schmitt", "Jonas Schmitt"},
	{"Wojciech Kowalski", "Wojceich Kowalski", "Witold Kowalski"},
	{"Elisabeth van den Berg", "Elizabeth van den Berg", "Ellen van den Berg"},
	{"Giuseppe Bianchi", "Guiseppe Bianchi", "Giovanni Bianchi"},
}

// TestOtherLanguages holds the comparison of names that are not Arabic to a peer that knows no language: Jaro-Winkler
// over the sorted words.
func TestOtherLanguages(t *testing.T) {
	peer := func(a, b string) float64 {
		letters := func(s string) []uint8 {
			w := strings.FieldsFunc(text.Fold(s), func(r rune) bool { return r == ' ' || r == '-' || r == ',' || r == '\'' })
			slices.Sort(w)
			l := []uint8(strings.Join(w, " "))
			return l[:min(len(l), 32)]
		}
		return float64(jaroWinkler(letters(a), letters(b)))
	}
	ours := func(a, b string) float64 { return Similarity(Parse(a), Parse(b), nil) }
	precision := func(score func(a, b string) float64) float64 {
		var all []scored
		for _, l := range otherLanguages {
			all = append(all, scored{score(l.name, l.same), true}, scored{score(l.name, l.other), false})
		}
		_, ap := bestF1AndPrecision(all)
		return ap
	}
	o, p := precision(ours), precision(peer)
	t.Logf("average precision %.3f, Jaro-Winkler %.3f", o, p)
	if o < p || o < 0.85 {
		t.Errorf("average precision %.3f, Jaro-Winkler %.3f", o, p)
	}
}

type scored struct {
	score float64
	same  bool
}

// bestF1AndPrecision returns the best F1 of any threshold, and the average precision.
func bestF1AndPrecision(all []scored) (f1, ap float64) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(x, y scored) int { return cmp.Compare(y.score, x.score) })
	total := 0
	for _, p := range all {
		if p.same {
			total++
		}
	}
	hits, before := 0, 0
	for i, p := range all {
		if p.same {
			hits++
		}
		if i+1 < len(all) && all[i+1].score == p.score {
			continue
		}
		f1 = max(f1, 2*float64(hits)/float64(i+1+total))
		ap += float64(hits-before) / float64(total) * float64(hits) / float64(i+1)
		before = hits
	}
	return f1, ap
}

// TestPairsFile scores any file of labelled pairs, a kind at a time: SANAD_NAME_PAIRS=pairs.csv go test -v -run PairsFile
// ./internal/names, in the form id,name_a,name_b,label,kind. With SANAD_NAME_SCORES it writes id,score there.
func TestPairsFile(t *testing.T) {
	name := os.Getenv("SANAD_NAME_PAIRS")
	if name == "" {
		t.Skip("SKIPPED: SANAD_NAME_PAIRS names no file")
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string][]scored{}
	var out strings.Builder
	for _, r := range rows[1:] {
		p := Similarity(Parse(r[1]), Parse(r[2]), nil)
		fmt.Fprintf(&out, "%s,%.6f\n", r[0], p)
		s := scored{p, r[3] == "1"}
		kinds["all"] = append(kinds["all"], s)
		kinds[r[4]] = append(kinds[r[4]], s)
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		f1, ap := bestF1AndPrecision(kinds[k])
		t.Logf("%-20s %6d pairs, F1 %.3f, average precision %.3f", k, len(kinds[k]), f1, ap)
		if f1 < 0 || f1 > 1 || ap < 0 || ap > 1.0000001 {
			t.Errorf("%s: F1 %v, average precision %v", k, f1, ap)
		}
	}
	if to := os.Getenv("SANAD_NAME_SCORES"); to != "" {
		if err := os.WriteFile(to, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
