package names

import "math"

// Frequencies says how many persons of an investigation bear a name with a given skeleton, so that a rare part can weigh
// more than "Muhammad".
type Frequencies interface {
	Count(key string) int // persons having a part with this Key
	Total() int           // persons
}

// Counts is a plain Frequencies.
type Counts struct {
	Keys    map[string]int
	Persons int
}

// Count returns how many persons have a part with this key.
func (c *Counts) Count(key string) int { return c.Keys[key] }

// Total returns the number of persons.
func (c *Counts) Total() int { return c.Persons }

// Add counts one person's name.
func (c *Counts) Add(n Name) {
	if c.Keys == nil {
		c.Keys = map[string]int{}
	}
	c.Persons++
	for i, p := range n.Parts {
		seen := false
		for _, q := range n.Parts[:i] {
			seen = seen || q.Key == p.Key
		}
		if !seen {
			c.Keys[p.Key]++
		}
	}
}

// rarityAmong returns how much a part says, 0.25 for the commonest to 1 for one that is hardly ever seen.
func (p *Part) rarityAmong(f Frequencies) float32 {
	if f == nil {
		return p.rarity
	}
	n := float64(f.Total())
	if n <= 0 {
		return p.rarity
	}
	// The investigation's own counts replace the shipped ones as they grow; 2,000 names of ours weigh as much as they.
	own := n / (n + 2000)
	return rarityOf((1-own)*float64(p.share) + own*(float64(f.Count(p.Key))+0.5)/(n+10))
}

func rarityOf(share float64) float32 { return float32(min(max(-math.Log(share)/8, 0.25), 1)) }

// shareOf returns the share of names having a skeleton, by the shipped counts.
func (m *model) shareOf(key string) float64 {
	return (float64(m.count[key]) + 0.5) / (float64(m.total) + 10)
}
