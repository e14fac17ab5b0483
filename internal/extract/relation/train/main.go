// Command train learns the models of relation from annotated reports.
//
//	go run ./internal/extract/relation/train -o internal/extract/relation test/gold/dev test/gold/dev2 …
//
// With -out-by-part it learns, for each folder, from all the others, and prints how well the answers fit; with -coverage it prints which of
// the annotated relations the models are asked about at all.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "", "folder to write the model files to")
	byPart := flag.Bool("out-by-part", false, "learn from all folders but one, and score on that one, for each")
	only := flag.String("only", "", "one relation: parts, roles, steps or payments")
	covers := flag.Bool("coverage", false, "print how much of what is annotated the models are asked about, and what they miss")
	flag.Parse()
	if *covers {
		if err := runCoverage(flag.Args()); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run(*out, *byPart, *only, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func run(out string, byPart bool, only string, names []string) error {
	if len(names) == 0 {
		return fmt.Errorf("name the folders of annotated reports: test/gold/dev …")
	}
	folders := make([][]example, len(names))
	for i, name := range names {
		var err error
		if folders[i], err = read(name); err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
	}
	short, err := readSentences()
	if err != nil {
		return err
	}
	for _, r := range []string{"parts", "roles", "steps", "payments"} {
		if only != "" && only != r {
			continue
		}
		of := make([][]example, len(folders))
		for i, f := range folders {
			for _, x := range f {
				if x.Relation == r {
					of[i] = append(of[i], x)
				}
			}
		}
		if byPart {
			if err := scoreByPart(r, of, short[r], names); err != nil {
				return err
			}
		}
		if out != "" {
			if err := write(filepath.Join(out, r+".model"), r, slices.Concat(append(of, short[r])...)); err != nil {
				return err
			}
		}
	}
	return nil
}

func runCoverage(names []string) error {
	for _, name := range names {
		list, err := read(name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		counts, err := coverage(name, list)
		if err != nil {
			return err
		}
		for _, c := range counts {
			fmt.Printf("%-8s %s\n", filepath.Base(name), c)
		}
	}
	return nil
}

// strength is how little the weights of a relation's model are held back: the inverse of its L2 penalty. Settled on parts held out.
func strength(relation string) float64 {
	switch relation {
	case "payments", "steps":
		return 0.1
	}
	return 0.03
}

func scoreByPart(relation string, folders [][]example, short []example, names []string) error {
	var all tally
	for i, name := range names {
		m, err := learn(slices.Concat(append(slices.Delete(slices.Clone(folders), i, i+1), short)...), strength(relation))
		if err != nil {
			return err
		}
		t := score(m, folders[i])
		fmt.Printf("%-10s %-8s %s\n", relation, filepath.Base(name), t)
		all.add(t)
	}
	fmt.Printf("%-10s %-8s %s\n", relation, "all", all)
	return nil
}

func write(file, relation string, list []example) error {
	m, err := learn(list, strength(relation))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d examples, %d features, %d bytes, SHA-256 %x\n", file, len(list), m.Len(), b.Len(), sha256.Sum256(b.Bytes()))
	return nil
}

// tally counts the answers other than "none": how many there should be, how many were given, how many of these are right; the same for
// those that no rule reads.
type tally struct{ examples, want, got, right, untold, untoldGot, untoldRight int }

func (t *tally) add(o tally) {
	t.examples += o.examples
	t.want += o.want
	t.got += o.got
	t.right += o.right
	t.untold += o.untold
	t.untoldGot += o.untoldGot
	t.untoldRight += o.untoldRight
}

func (t tally) String() string {
	p, r := float64(t.right)/float64(max(t.got, 1)), float64(t.right)/float64(max(t.want, 1))
	return fmt.Sprintf("%5d pairs, P %.3f R %.3f F1 %.3f of %d; of %d that no rule reads %d right, %d wrong", t.examples, p, r, 2*p*r/max(p+r, 1e-9), t.want, t.untold, t.untoldRight, t.untoldGot-t.untoldRight)
}

// sure is the probability from which an answer counts.
const sure = 0.5

func score(m *relation.Model, list []example) tally {
	t := tally{examples: len(list)}
	p := make([]float64, len(m.Classes()))
	for _, x := range list {
		m.Score(x.Features, p)
		best := 0
		for c := range p {
			if p[c] > p[best] {
				best = c
			}
		}
		got := m.Classes()[best]
		if p[best] < sure {
			got = relation.None
		}
		t.want += count(x.label != relation.None)
		t.got += count(got != relation.None)
		t.right += count(got != relation.None && got == x.label)
		if !x.Told {
			t.untold += count(x.label != relation.None)
			t.untoldGot += count(got != relation.None)
			t.untoldRight += count(got != relation.None && got == x.label)
		}
	}
	return t
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
