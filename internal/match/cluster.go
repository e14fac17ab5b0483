package match

import (
	"cmp"
	"container/heap"
)

// joinFrom is the average from which two clusters are one. It is below one half since pairs of one thing that share no key are not
// given, and weigh as if they were known to be of two.
const joinFrom = 0.3

// likely is a pair of records, by number, with the probability that they are one.
type likely struct {
	a, b int32
	p    float64
}

// cluster groups n records by average linkage, so that a chain of likely pairs does not draw a crowd together: the two clusters
// whose pairs are likeliest to be one on average are joined first, and none whose average pair is less likely than joinFrom. It calls joined
// for every pair that a join brings together, with that average. Pairs that are not given are of two things; of two files
// (one gives the file of a record) only pairs across them count.
//
// Average linkage of a sparse graph; see Murtagh and Contreras (2012), "Algorithms for hierarchical clustering: an overview".
func cluster(n int, pairs []likely, second func(int32) bool, joined func(a, b int32, average float64)) {
	c := clusters{near: make([]map[int32]float64, n), left: make([][]int32, n), right: make([][]int32, n), age: make([]int32, n)}
	for i := range int32(n) {
		if second != nil && second(i) {
			c.right[i] = []int32{i}
		} else {
			c.left[i] = []int32{i}
		}
	}
	c.one = second == nil
	for _, q := range pairs {
		c.share(q.a, q.b, q.p)
		c.share(q.b, q.a, q.p)
	}
	for _, q := range pairs {
		c.offer(q.a, q.b)
	}
	heap.Init(&c.queue)
	for len(c.queue) > 0 {
		j := heap.Pop(&c.queue).(join)
		if c.age[j.a] != j.ageA || c.age[j.b] != j.ageB {
			continue // one of the two has grown or gone
		}
		c.each(j.a, j.b, func(a, b int32) { joined(a, b, j.average) })
		c.join(j.a, j.b)
	}
}

// clusters is the state of one clustering. A cluster goes by one of its records.
type clusters struct {
	one         bool                // file
	near        []map[int32]float64 // sum of the probabilities of the pairs with another cluster
	left, right [][]int32           // records by file
	age         []int32             // grows with the cluster; -1 when it is part of another
	queue       joins
}

// join is two clusters that may be one, at the average of their pairs and as old as they then were.
type join struct {
	average    float64
	a, b       int32
	ageA, ageB int32
}

func (c *clusters) share(a, b int32, p float64) {
	if c.near[a] == nil {
		c.near[a] = map[int32]float64{}
	}
	c.near[a][b] += p
}

// each calls f for every pair of records of two clusters that can be one.
func (c *clusters) each(a, b int32, f func(a, b int32)) {
	if c.one {
		for _, x := range c.left[a] {
			for _, y := range c.left[b] {
				f(min(x, y), max(x, y))
			}
		}
		return
	}
	for _, k := range [][2]int32{{a, b}, {b, a}} {
		for _, x := range c.left[k[0]] {
			for _, y := range c.right[k[1]] {
				f(x, y)
			}
		}
	}
}

func (c *clusters) average(a, b int32) float64 {
	n := len(c.left[a]) * len(c.left[b])
	if !c.one {
		n = len(c.left[a])*len(c.right[b]) + len(c.left[b])*len(c.right[a])
	}
	return c.near[a][b] / float64(max(n, 1))
}

// offer puts a join into the queue if the average pair is likely enough.
func (c *clusters) offer(a, b int32) {
	if avg := c.average(a, b); avg >= joinFrom {
		a, b := min(a, b), max(a, b)
		heap.Push(&c.queue, join{avg, a, b, c.age[a], c.age[b]})
	}
}

// join makes b part of a, or a of b if that has more neighbours.
func (c *clusters) join(a, b int32) {
	if len(c.near[a]) < len(c.near[b]) {
		a, b = b, a
	}
	c.left[a], c.right[a] = append(c.left[a], c.left[b]...), append(c.right[a], c.right[b]...)
	delete(c.near[a], b)
	for o, p := range c.near[b] {
		if o != a {
			c.near[a][o] += p
			c.near[o][a] += p
			delete(c.near[o], b)
		}
	}
	c.near[b], c.left[b], c.right[b] = nil, nil, nil
	c.age[a]++
	c.age[b] = -1
	for o := range c.near[a] {
		c.offer(a, o)
	}
}

// joins is a heap, likeliest first.
type joins []join

func (q joins) Len() int { return len(q) }
func (q joins) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].average, q[i].average), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q joins) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push is for container/heap.
func (q *joins) Push(v any) { *q = append(*q, v.(join)) }

// Pop is for container/heap.
func (q *joins) Pop() any {
	j := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return j
}
