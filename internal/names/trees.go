package names

const (
	treeDepth = 6
	leafUnits = 1 << 16
	grains    = 4096 // steps of a feature's unit in the trees, which compare whole numbers
)

// tree is an oblivious regression tree: all nodes of a level ask the same question, so that it is read without a branch.
type tree struct {
	feature [treeDepth]uint8
	above   [treeDepth]int32      // in grains: the question is whether the feature is more
	leaf    [1 << treeDepth]int32 // log-odds in leafUnits
}

// climb returns the sum of all trees.
func climb(trees []tree, x *[maxFeatures]int32) float32 {
	var sum int32
	for i := range trees {
		t := &trees[i]
		k := uint32(t.above[5]-x[t.feature[5]]) >> 31
		k = k<<1 | uint32(t.above[4]-x[t.feature[4]])>>31
		k = k<<1 | uint32(t.above[3]-x[t.feature[3]])>>31
		k = k<<1 | uint32(t.above[2]-x[t.feature[2]])>>31
		k = k<<1 | uint32(t.above[1]-x[t.feature[1]])>>31
		k = k<<1 | uint32(t.above[0]-x[t.feature[0]])>>31
		sum += t.leaf[k%(1<<treeDepth)]
	}
	return float32(sum) / leafUnits
}

// inGrains returns a feature as the trees see it.
func inGrains(x float32) int32 { return int32(x * grains) }
