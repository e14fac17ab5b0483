package names

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
)

// model is everything learned: edit costs, the token model, the pair model, how common each skeleton is. MODEL.md says
// from what; `make names-model` makes it again.
type model struct {
	uni        [2][alphabet]float32 // nats of surprise of a symbol, Latin and Arabic
	edit       [3]edits
	token      [3][tokenFeatures]float32
	pair       [pairFeatures]float32
	count      map[string]int
	total      int
	trees      []tree
	tokenTrees [3][]tree

	isms map[string][3]uint16 // rows of known names by their symbols; see isms.go

	words *wordTable
	pairs *pairTable // nil while the model is being made
}

// modelFile is the JSON form of a model.
type modelFile struct {
	Version    int            `json:"version"`
	Uni        [2][]float32   `json:"uni"`
	Sub        [3][][]int16   `json:"sub"`   // [scripts][symbol][symbol], hundredths of a nat
	Two        [][4]int16     `json:"two"`   // Arabic letter, two Latin symbols, score
	Token      [3][]float32   `json:"token"` // weights of tokenVector
	Pair       []float32      `json:"pair"`  // weights of pairVector
	TokenTrees [3][]treeFile  `json:"tokenTrees"`
	Trees      []treeFile     `json:"trees"`
	Count      map[string]int `json:"count"` // names having the skeleton
	Total      int            `json:"total"`
}

// treeFile is the JSON form of a tree: features, bounds in grains, leaves.
type treeFile struct {
	Feature []int   `json:"f"`
	Above   []int32 `json:"above"`
	Leaf    []int32 `json:"leaf"` // in leafUnits
}

//go:embed model.json
var modelJSON []byte

var shipped = mustLoad(modelJSON)

func mustLoad(b []byte) *model {
	m, err := load(b)
	if err != nil {
		panic(fmt.Sprintf("embedded names model: %v", err))
	}
	return m
}

func load(b []byte) (*model, error) {
	var f modelFile
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, fmt.Errorf("read names model: %w", err)
	}
	m := &model{isms: knownIsms, count: f.Count, total: f.Total}
	for i := range f.Uni {
		copy(m.uni[i][:], f.Uni[i])
	}
	for sc := range f.Sub {
		for a, row := range f.Sub[sc] {
			copy(m.edit[sc].sub[a][:], row)
		}
		copy(m.token[sc][:], f.Token[sc])
	}
	dub := new([alphabet][alphabet][alphabet]int16)
	for a := range dub {
		for b := range dub[a] {
			for c := range dub[a][b] {
				dub[a][b][c] = noStep
			}
		}
	}
	for _, t := range f.Two {
		dub[t[0]][t[1]][t[2]] = t[3]
	}
	m.edit[arabicLatin].dub = dub
	copy(m.pair[:], f.Pair)
	var err error
	if m.trees, err = readTrees(f.Trees); err != nil {
		return nil, err
	}
	for sc := range f.TokenTrees {
		if m.tokenTrees[sc], err = readTrees(f.TokenTrees[sc]); err != nil {
			return nil, err
		}
	}
	m.words, m.pairs = &wordTable{m: m}, new(pairTable)
	return m, nil
}

func readTrees(file []treeFile) ([]tree, error) {
	var out []tree
	for _, t := range file {
		var q tree
		if len(t.Feature) != treeDepth || copy(q.above[:], t.Above) != treeDepth || copy(q.leaf[:], t.Leaf) != len(q.leaf) {
			return nil, fmt.Errorf("read names model: a tree is not of depth %d", treeDepth)
		}
		for i, f := range t.Feature {
			q.feature[i] = uint8(f)
		}
		out = append(out, q)
	}
	return out, nil
}

func sigmoid(z float32) float32 { return float32(1 / (1 + math.Exp(-float64(z)))) }

func clip(x, lo, hi float32) float32 { return min(max(x, lo), hi) }

func bit(b bool) float32 {
	if b {
		return 1
	}
	return 0
}
