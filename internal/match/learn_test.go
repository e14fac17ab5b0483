package match

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"pgregory.net/rapid"
)

// taught makes invented people of whom more is told than names, and judgements on candidate pairs of them, some wrong.
func taught(n int, seed uint64, wrong float64) ([]Person, []Judged) {
	people, truth := invented(n, n/6, seed)
	r := rand.New(rand.NewPCG(seed, 9))
	towns := []string{"Ramadi", "Hit", "Fallujah", "Mosul", "Basra"}
	for i := range people {
		k := truth[i]
		if r.IntN(2) == 0 {
			people[i].Residence = []string{towns[k%len(towns)]}
		}
		if r.IntN(3) == 0 {
			people[i].Father = []string{[]string{"Khalid", "Salim", "Majid", "Dhiab"}[k/2%4]}
		}
		if r.IntN(4) == 0 {
			people[i].Acts = []Act{{Type: "killing", Role: sanad.Perpetrator, Date: fmt.Sprintf("2014-10-%02d", k%28+1), Place: towns[k%len(towns)]}}
			people[i].Detained, people[i].Released = []string{"2013-01"}, []string{fmt.Sprint(2014 + k%2*2)}
		}
	}
	var judged []Judged
	x := NewIndex()
	for _, p := range people {
		x.Add(p)
	}
	for i := range people {
		for _, j := range x.Candidates(i)[:min(2, len(x.Candidates(i)))] {
			same := truth[i] == truth[j]
			judged = append(judged, Judged{people[i].ID, people[j].ID, same != (r.Float64() < wrong)})
		}
	}
	return people, judged
}

func holding(people []Person) *Index {
	x := NewIndex()
	for _, p := range people {
		x.Add(p)
	}
	return x
}

// TestLearnIsPure: the same persons and judgements in any order, judgements repeated, sides exchanged, give the same weights.
func TestLearnIsPure(t *testing.T) {
	people, judged := taught(120, 3, 0.05)
	want := holding(people).Learn(judged)
	if len(want.Changed()) == 0 {
		t.Fatal("nothing was learned")
	}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Permutation(people).Draw(t, "people")
		j := rapid.Permutation(judged).Draw(t, "judged")
		for i := range j {
			if rapid.Bool().Draw(t, "exchange") {
				j[i].Left, j[i].Right = j[i].Right, j[i].Left
			}
		}
		x := NewIndex()
		for i := range p {
			x.Add(p[i])
			if i == len(p)/2 {
				x.Rank(nil, 0) // what was asked in between leaves no trace
				x.Use(x.Learn(j[:len(j)/2]))
			}
		}
		if got := x.Learn(append(j, j...)); got != want {
			t.Fatalf("another order: %v, want %v", got.Changed(), want.Changed())
		}
	})
}

// TestLearnLittleFromLittle: without judgements few persons move no weight far, and a few judgements move none far from there.
func TestLearnLittleFromLittle(t *testing.T) {
	if w := NewIndex().Learn(nil); w != (Weights{}) {
		t.Errorf("from nothing: %v", w.Changed())
	}
	people, judged := taught(40, 4, 0)
	none, some := holding(people).Learn(nil), holding(people).Learn(judged[:3])
	for l := range findings {
		f, g := none.factor(finding(l)), some.factor(finding(l))
		if f < 0.75 || f > 1.33 || g < 0.9*f || g > 1.1*f {
			t.Errorf("%s: times %.2f without judgements, %.2f with three", findings[l].code, f, g)
		}
	}
}

// TestLearnKeepsItsBounds: whatever people answer, signs stay, weights stay near, and identifiers and clashes are left alone.
func TestLearnKeepsItsBounds(t *testing.T) {
	people, judged := taught(300, 5, 0)
	rapid.Check(t, func(t *rapid.T) {
		var js []Judged
		for range rapid.IntRange(0, 400).Draw(t, "n") {
			j := rapid.SampledFrom(judged).Draw(t, "pair")
			j.Same = rapid.Bool().Draw(t, "same")
			js = append(js, j)
		}
		w := holding(people).Learn(js)
		if math.Abs(w.shift) > mostShift {
			t.Fatalf("shift %v", w.shift)
		}
		for l := range findings {
			f := w.factor(finding(l))
			if !(f >= 1/mostFactor-1e-9 && f <= mostFactor+1e-9) || f != 1 && !finding(l).learned() {
				t.Fatalf("%s times %v", findings[l].code, f)
			}
		}
	})
}

// TestWeightsNeverIdentify: a second identifier and a hard clash are what they are, whatever was learned.
func TestWeightsNeverIdentify(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := func(label string, from ...string) []string {
			return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, 2, rapid.ID[string]).Draw(t, label)
		}
		draw := func(label string) *Person {
			return &Person{Names: []string{rapid.SampledFrom([]string{"Ahmad Khalil Ibrahim al-Ani", "Ahmad Dhiab Mustafa al-Ani", "Ahmad al-Ani"}).Draw(t, label)},
				Birth: some(label, "1980", "1980-05-02", "1981", "1990", "1980~", "198X", "1985/1990"), Mother: some(label, "Fatima Khalaf", "Sumaya Dhiab", "Fatima"),
				Father: some(label, "Khalil", "Dhiab"), Documents: some(label, "id:1111111", "id:2222222"), Phones: some(label, "07901234567")}
		}
		a, b := draw("a"), draw("b")
		x, y := NewIndex(), NewIndex()
		y.weights.shift = rapid.Float64Range(-mostShift, mostShift).Draw(t, "shift")
		for l := range findings {
			if finding(l).learned() {
				y.weights.log[l] = rapid.Float64Range(-math.Log(mostFactor), math.Log(mostFactor)).Draw(t, "log")
			}
		}
		p, q := x.Score(a, b), y.Score(a, b)
		if p.Second != q.Second || p.Evidence != q.Evidence {
			t.Fatalf("%v %s, by other weights %v %s", p.Second, p.Evidence, q.Second, q.Evidence)
		}
		r, hard := x.Clash(a, b)
		if s, also := y.Clash(a, b); also != hard || s != r {
			t.Fatalf("clash %v, by other weights %v", r, s)
		}
		if x.SecondBetween(nil, nil) || y.SecondBetween(nil, nil) {
			t.Fatal("nobody has a second identifier")
		}
	})
}

// TestLearnFromJudgements: where people of one town keep turning out to be others, the town comes to say less; where they keep turning out
// to be one, more.
func TestLearnFromJudgements(t *testing.T) {
	people, judged := taught(600, 6, 0)
	at := map[sanad.ID]*Person{}
	for i := range people {
		at[people[i].ID] = &people[i]
	}
	here := func(townsSay bool) float64 {
		js := slices.Clone(judged)
		for i := range js {
			a, b := at[js[i].Left].Residence, at[js[i].Right].Residence
			if len(a) > 0 && len(b) > 0 {
				js[i].Same = (a[0] == b[0]) == townsSay
			}
		}
		w := holding(people).Learn(js)
		return w.factor(residenceSame)
	}
	if more, less := here(true), here(false); more < 1.2 || less > 0.8 {
		t.Errorf("the town counts %.2f times where it tells, %.2f times where it misleads", more, less)
	}
}

// TestLearnBearsWrongAnswers: a few wrong answers among many change no weight much.
func TestLearnBearsWrongAnswers(t *testing.T) {
	people, judged := taught(600, 7, 0)
	_, spoiled := taught(600, 7, 0.04)
	right, wrong := holding(people).Learn(judged), holding(people).Learn(spoiled)
	for l := range findings {
		if r := wrong.factor(finding(l)) / right.factor(finding(l)); r < 0.7 || r > 1.4 {
			t.Errorf("%s: times %.2f, of right answers %.2f", findings[l].code, wrong.factor(finding(l)), right.factor(finding(l)))
		}
	}
}

// calibration is how well probabilities of pairs agree with the truth.
type calibration struct {
	n, logLoss, brier float64
	bins              [5][3]float64 // pairs, their P, how many were one
}

func (c *calibration) see(p float64, same bool) {
	y := 0.0
	if same {
		y = 1
	}
	q := min(max(p, 1e-4), 1-1e-4)
	c.n++
	c.logLoss -= y*math.Log(q) + (1-y)*math.Log(1-q)
	c.brier += (p - y) * (p - y)
	b := &c.bins[min(int(p*5), 4)]
	b[0], b[1], b[2] = b[0]+1, b[1]+p, b[2]+y
}

func (c *calibration) String() string {
	s := fmt.Sprintf("%.0f pairs: log loss %.4f, Brier %.4f, P/truth", c.n, c.logLoss/c.n, c.brier/c.n)
	for _, b := range c.bins {
		s += fmt.Sprintf(" %.2f/%.2f", b[1]/max(b[0], 1), b[2]/max(b[0], 1))
	}
	return s
}

// TestLearnListed teaches an index of listed persons with the answers about one half of them, in the order in which they are asked,
// and measures P on candidate pairs of the other half.
func TestLearnListed(t *testing.T) {
	x, truth := listedRecords(t)
	half := func(who string) uint32 {
		h := fnv.New32a()
		h.Write([]byte(who))
		return h.Sum32() >> 3 & 1
	}
	ranked := x.Rank(nil, 0)
	for taughtHalf := range uint32(2) {
		var judged []Judged
		joined := newForest(x.Len())
		for _, q := range ranked {
			a, b := x.byID[q.Left], x.byID[q.Right]
			if half(truth[a]) != taughtHalf || half(truth[b]) != taughtHalf || joined.find(a) == joined.find(b) {
				continue
			}
			if truth[a] == truth[b] {
				joined.join(a, b)
			}
			judged = append(judged, Judged{q.Left, q.Right, truth[a] == truth[b]})
		}
		measure := func(w Weights) *calibration {
			x.Use(w)
			c := &calibration{}
			for k := range uint32(len(x.profiles)) {
				p := &x.profiles[k]
				if half(truth[p.members[0]]) == taughtHalf {
					continue
				}
				for _, j := range x.nearest(k) {
					q := &x.profiles[j]
					if half(truth[q.members[0]]) != taughtHalf {
						e := evidence{quiet: true}
						x.weigh(&e, &p.Person, &q.Person)
						c.see(sigmoid(e.z), truth[p.members[0]] == truth[q.members[0]])
					}
				}
			}
			return c
		}
		byHand := measure(Weights{})
		t.Logf("by hand: %v", byHand)
		for _, n := range []int{0, 50, 200, 600, 1500} {
			start := time.Now()
			w := x.Learn(judged[:n])
			took := time.Since(start)
			c := measure(w)
			t.Logf("%d judged: %v; learned in %v", n, c, took)
			if c.logLoss > 1.02*byHand.logLoss || n >= 600 && c.logLoss > 0.97*byHand.logLoss {
				t.Errorf("%d judged: log loss %.4f, by hand %.4f", n, c.logLoss/c.n, byHand.logLoss/byHand.n)
			}
		}
		x.Use(Weights{})
	}
}

// TestLearningAsAsked plays a reviewer of the listed persons who is asked again after every hundred answers, by weights set by hand
// and by weights learned of his own answers as he goes along. It takes minutes: SANAD_PLAY=1 runs it; SANAD_PLAY=FILE plays other people, from a
// JSON object of "persons" and of "truth", who each of them is.
func TestLearningAsAsked(t *testing.T) {
	var people func() (*Index, []string)
	switch name := os.Getenv("SANAD_PLAY"); name {
	case "":
		t.Skip("SKIPPED: takes minutes; SANAD_PLAY=1 runs it")
	case "1":
		people = func() (*Index, []string) { return listedRecords(t) }
	default:
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var told struct {
			Persons []Person
			Truth   []string
		}
		if err := json.Unmarshal(data, &told); err != nil {
			t.Fatal(err)
		}
		people = func() (*Index, []string) {
			x := NewIndex()
			var truth []string
			for i, p := range told.Persons {
				if told.Truth[i] != "" { // nobody knows who
					x.Add(p)
					truth = append(truth, told.Truth[i])
				}
			}
			return x, truth
		}
	}
	play := func(learn bool) (to80, to90, asked int) {
		x, truth := people()
		total, links := len(links(x, truth)), 0
		is := &answered{joined{}, map[[2]sanad.ID]bool{}}
		var judged []Judged
		for learnAt := 200; asked < 9000; {
			if learn && asked >= learnAt {
				x.Use(x.Learn(judged))
				learnAt += max(200, asked/2)
			}
			before := asked
			for _, q := range x.Rank(is, 100) {
				if is.Canonical(q.Left) == is.Canonical(q.Right) || is.Different(q.Left, q.Right) {
					continue
				}
				asked++
				same := truth[x.byID[q.Left]] == truth[x.byID[q.Right]]
				if same {
					links += len(is.Group(q.Left)) * len(is.Group(q.Right))
				}
				is.answer(q.Left, q.Right, same)
				judged = append(judged, Judged{q.Left, q.Right, same})
				if to80 == 0 && 10*links >= 8*total {
					to80 = asked
				}
				if 10*links >= 9*total {
					return to80, asked, asked
				}
			}
			if asked == before {
				break
			}
		}
		return to80, -1, asked
	}
	hand80, hand90, _ := play(false)
	own80, own90, _ := play(true)
	t.Logf("to 80/90 %% of the links: by hand %d/%d, learning %d/%d", hand80, hand90, own80, own90)
	if own80 > hand80*105/100 || hand90 > 0 && (own90 < 0 || own90 > hand90*110/100) {
		t.Error("what is learned costs questions")
	}
}

// BenchmarkLearn is what 100,000 persons and 2,000 judgements cost.
func BenchmarkLearn(b *testing.B) {
	people, _ := invented(100_000, 15_000, 3)
	x := holding(people)
	var judged []Judged
	for i := range 1000 {
		for _, j := range x.Candidates(i * 97)[:2] {
			judged = append(judged, Judged{people[i*97].ID, people[j].ID, i%2 == 0})
		}
	}
	before := processed()
	for b.Loop() {
		x.Learn(judged)
	}
	b.ReportMetric(float64(processed()-before)/float64(time.Millisecond)/float64(b.N), "cpu-ms/op")
}
