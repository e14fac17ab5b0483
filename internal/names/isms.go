package names

import (
	_ "embed"
	"slices"
	"strings"
)

// ismsText holds common names with their usual spellings, one name a line, written down for this project. Two spellings of
// one line are one name; of two lines that share no spelling they are two.
//
//go:embed isms.txt
var ismsText string

// Isms returns the known names, each with its spellings.
func Isms() [][]string {
	var out [][]string
	for line := range strings.Lines(ismsText) {
		if f := strings.Fields(line); len(f) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// knownIsms maps the symbols of known spellings to the rows they stand in, counted from one.
var knownIsms = func() map[string][3]uint16 {
	m := &model{}
	known := map[string][3]uint16{}
	for i, row := range Isms() {
		for _, s := range row {
			p := m.newWord(s).part
			k := ismKey(p.syms[:p.n], p.arabic)
			at := known[k]
			if n := slices.Index(at[:], 0); n >= 0 && !slices.Contains(at[:], uint16(i+1)) {
				at[n] = uint16(i + 1)
				known[k] = at
			}
		}
	}
	return known
}()

// ismKey is where a word stands in the list of known names.
func ismKey(syms []uint8, arabic bool) string {
	if arabic {
		return "\x00" + string(syms)
	}
	return string(syms)
}

// known reports, as 1 or 0, whether two parts are known for spellings of one name, and whether for those of two.
func (p *Part) known(q *Part) (same, other float32) {
	if p.isms[0] == 0 || q.isms[0] == 0 {
		return 0, 0
	}
	for _, x := range p.isms {
		if x != 0 && slices.Contains(q.isms[:], x) {
			return 1, 0
		}
	}
	return 0, 1
}
