package relation

import (
	"bytes"
	"math"
	"slices"
	"testing"
)

func small() *Model {
	return New([]string{"accused", None, "victim"}, []float64{-1, 0.5, -1}, map[uint32][]float64{7: {2, -1, -1}, 9: {-1, -1, 2}, 11: {0, 0, 0}})
}

func TestScore(t *testing.T) {
	m := small()
	p := make([]float64, 3)
	for _, c := range []struct {
		features []uint32
		want     string
	}{{nil, None}, {[]uint32{7}, "accused"}, {[]uint32{9}, "victim"}, {[]uint32{11, 12345}, None}} {
		m.Score(c.features, p)
		sum, best := 0.0, 0
		for i := range p {
			sum += p[i]
			if p[i] > p[best] {
				best = i
			}
		}
		if got := m.Classes()[best]; got != c.want {
			t.Errorf("%v: %s at %.2f, want %s", c.features, got, p[best], c.want)
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("%v: probabilities add up to %v", c.features, sum)
		}
	}
	if m.Len() != 2 {
		t.Errorf("the model keeps %d features, want the 2 that weigh something", m.Len())
	}
	if w := m.Weight(7, 0, 1); w <= 0 || m.Weight(7, 2, 1) >= 0 || m.Weight(5, 0, 1) != 0 {
		t.Errorf("feature 7 weighs %.2f for its class, %.2f for another, an unknown one %.2f", w, m.Weight(7, 2, 1), m.Weight(5, 0, 1))
	}
}

// TestManyFeatures holds that a pair of which more is known that says nothing is judged less surely, never more.
func TestManyFeatures(t *testing.T) {
	m := small()
	p, q := make([]float64, 3), make([]float64, 3)
	m.Score([]uint32{7}, p)
	m.Score([]uint32{7, 100, 101, 102}, q)
	if q[0] > p[0] {
		t.Errorf("three features that say nothing raise %.3f to %.3f", p[0], q[0])
	}
}

func TestWriteRead(t *testing.T) {
	m := small()
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := small().Write(&again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same model, written twice, differs")
	}
	o, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(o.Classes(), m.Classes()) || o.Len() != m.Len() {
		t.Fatalf("read back %v with %d features, want %v with %d", o.Classes(), o.Len(), m.Classes(), m.Len())
	}
	p, q := make([]float64, 3), make([]float64, 3)
	for _, f := range [][]uint32{nil, {7}, {7, 9}, {9, 11}} {
		m.Score(f, p)
		o.Score(f, q)
		if !slices.Equal(p, q) {
			t.Errorf("%v: %v, read back %v", f, p, q)
		}
	}
}

func TestBuiltIn(t *testing.T) {
	for name, m := range map[string]*Model{"parts": Parts(), "roles": Roles(), "steps": Steps(), "payments": Payments()} {
		if !slices.Contains(m.Classes(), None) || len(m.Classes()) < 2 || m.Len() < 1000 {
			t.Errorf("%s: %d features, classes %v", name, m.Len(), m.Classes())
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := small().Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:len(b.Bytes())/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := Read(bytes.NewReader(raw))
		if err != nil {
			return
		}
		p := make([]float64, len(m.Classes()))
		m.Score([]uint32{7, 9}, p)
	})
}
