// Package relation is a linear model of how two things a report names stand to each other: which part somebody has in an incident, which
// side of a payment he is on. It turns what is known of the pair, as hashed features, into a probability for each answer.
//
// Parts, Roles and so on return the models that are built in. MODEL.md says what they were learnt from and how well they do.
package relation

import (
	"bytes"
	"compress/flate"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"
)

//go:embed *.model
var files embed.FS

var (
	parts    = built("parts")
	roles    = built("roles")
	steps    = built("steps")
	payments = built("payments")
)

// Parts returns the model of who has which part in an incident. It is read on first use and kept.
func Parts() *Model { return parts() }

// Roles returns the model of who holds a role. It is read on first use and kept.
func Roles() *Model { return roles() }

// Steps returns the model of who was arrested, charged, sentenced, acquitted or let go. It is read on first use and kept.
func Steps() *Model { return steps() }

// Payments returns the model of who paid an amount and who got it. It is read on first use and kept.
func Payments() *Model { return payments() }

// None is the answer that a pair has nothing to do with each other.
const None = "none"

// Model is multinomial logistic regression over hashed features of equal weight, scaled to unit length. It is safe for concurrent use.
type Model struct {
	classes []string
	bias    []float32
	rows    table
	unit    float32 // what one unit of a row is worth
}

// table finds the weights of a feature, a byte for each class. Features are hashes already, so that their lowest bits say where to look.
type table struct {
	slots   []slot // a power of two of them, at most half of them taken
	weights []int8
}

type slot struct {
	feature uint32
	row     int32 // from 1; 0 is no feature
}

func newTable(n int) table {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return table{slots: make([]slot, size)}
}

// at returns the slot of a feature, or the free one where it belongs.
func (t *table) at(feature uint32) *slot {
	mask := uint32(len(t.slots) - 1)
	for i := feature & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.row == 0 || s.feature == feature {
			return s
		}
	}
}

// of returns the weights of a feature, nil when it is not known.
func (t *table) of(feature uint32, classes int) []int8 {
	row := int(t.at(feature).row)
	if row == 0 {
		return nil
	}
	return t.weights[(row-1)*classes : row*classes]
}

// add adds the weights of a feature; those of one that is there already stay.
func (t *table) add(feature uint32, weights []int8) {
	if s := t.at(feature); s.row == 0 {
		t.weights = append(t.weights, weights...)
		*s = slot{feature, int32(len(t.weights) / len(weights))}
	}
}

// features returns the features in order.
func (t *table) features() []uint32 {
	var out []uint32
	for _, s := range t.slots {
		if s.row != 0 {
			out = append(out, s.feature)
		}
	}
	slices.Sort(out)
	return out
}

// Classes returns the answers the model gives probabilities for. The caller does not change them.
func (m *Model) Classes() []string { return m.classes }

// Len returns how many features the model knows.
func (m *Model) Len() int { return len(m.rows.weights) / max(1, len(m.classes)) }

// Score fills out with the probability of each class; features are those of one pair, none twice. out has a place for each class.
func (m *Model) Score(features []uint32, out []float64) {
	for c := range out {
		out[c] = float64(m.bias[c])
	}
	scale := float64(m.unit) * Length(len(features))
	for _, h := range features {
		for c, w := range m.rows.of(h, len(out)) {
			out[c] += float64(w) * scale
		}
	}
	best, sum := out[0], 0.0
	for _, s := range out {
		best = max(best, s)
	}
	for c, s := range out {
		out[c] = math.Exp(s - best)
		sum += out[c]
	}
	for c := range out {
		out[c] /= sum
	}
}

// Weight returns how much a feature speaks for a class against the others' mean, in units of the exponent, for a pair with n features.
func (m *Model) Weight(feature uint32, class, n int) float64 {
	row := m.rows.of(feature, len(m.classes))
	if row == nil {
		return 0
	}
	mean := 0.0
	for _, w := range row {
		mean += float64(w) / float64(len(row))
	}
	return (float64(row[class]) - mean) * float64(m.unit) * Length(n)
}

// usual is how many features a pair has, more or less; it only sets the scale of the weights.
const usual = 150

// Length is the value of each of n features, so that pairs of which much is known do not speak louder.
func Length(n int) float64 { return math.Sqrt(usual / float64(max(n, 1))) }

var errModel = errors.New("the model is damaged")

// version begins a model file.
const version = "sanad relation 1\n"

// New returns the model with these weights: for each feature one for each class. Weights are kept as bytes.
func New(classes []string, bias []float64, weights map[uint32][]float64) *Model {
	m := &Model{classes: classes, rows: newTable(len(weights))}
	most := 0.0
	for _, row := range weights {
		for _, w := range row {
			most = max(most, math.Abs(w))
		}
	}
	if most == 0 {
		most = 1
	}
	m.unit = float32(most / 127)
	for _, b := range bias {
		m.bias = append(m.bias, float32(b))
	}
	for h, row := range weights {
		bytes, zero := make([]int8, len(row)), true
		for c, w := range row {
			bytes[c] = int8(math.Round(w / float64(m.unit)))
			zero = zero && bytes[c] == 0
		}
		if !zero {
			m.rows.add(h, bytes)
		}
	}
	return m
}

// Write writes the model as Read takes it; the same model always gives the same bytes.
func (m *Model) Write(w io.Writer) error {
	z, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString(version)
	b.WriteByte(byte(len(m.classes)))
	for c, name := range m.classes {
		b.WriteByte(byte(len(name)))
		b.WriteString(name)
		b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(m.bias[c])))
	}
	b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(m.unit)))
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(m.Len())))
	keys := m.rows.features()
	for _, h := range keys {
		b.Write(binary.LittleEndian.AppendUint32(nil, h))
	}
	for c := range m.classes {
		for _, h := range keys {
			b.WriteByte(byte(m.rows.of(h, len(m.classes))[c]))
		}
	}
	if _, err := z.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write the model: %w", err)
	}
	return z.Close()
}

// mostBytes bounds what a model file may hold.
const mostBytes = 64 << 20

// Read reads a model that Write wrote.
func Read(r io.Reader) (*Model, error) {
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(r), mostBytes))
	if err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	rest, ok := bytes.CutPrefix(raw, []byte(version))
	if !ok {
		return nil, errModel
	}
	take := func(n int) []byte {
		if n < 0 || n > len(rest) {
			ok = false
			return make([]byte, max(0, min(n, 8)))
		}
		out := rest[:n]
		rest = rest[n:]
		return out
	}
	u32 := func() uint32 { return binary.LittleEndian.Uint32(take(4)) }
	m := &Model{}
	for range int(take(1)[0]) {
		m.classes = append(m.classes, string(take(int(take(1)[0]))))
		m.bias = append(m.bias, math.Float32frombits(u32()))
		if !ok {
			return nil, errModel
		}
	}
	m.unit = math.Float32frombits(u32())
	n := int(u32())
	if !ok || len(m.classes) == 0 || n > len(rest)/(4+len(m.classes)) || len(rest) != n*(4+len(m.classes)) {
		return nil, errModel
	}
	keys := take(4 * n)
	m.rows = newTable(n)
	row := make([]int8, len(m.classes))
	for i := range n {
		for c := range row {
			row[c] = int8(rest[c*n+i])
		}
		m.rows.add(binary.LittleEndian.Uint32(keys[4*i:]), row)
	}
	return m, nil
}

func built(name string) func() *Model {
	return sync.OnceValue(func() *Model {
		b, err := files.ReadFile(name + ".model")
		if err != nil {
			panic(fmt.Sprintf("relation: %v", err))
		}
		m, err := Read(bytes.NewReader(b))
		if err != nil {
			panic(fmt.Sprintf("relation: %s: %v", name, err))
		}
		return m
	})
}
