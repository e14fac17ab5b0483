package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestNER(t *testing.T) {
	file := os.Getenv("SANAD_NER")
	if file == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(file)
	type g struct {
		s, e int
		w    string
	}
	tp, np, ng := 0, 0, 0
	fps, fns := map[string]int{}, map[string]int{}
	for _, sent := range strings.Split(string(data), "\n\n") {
		var text []rune
		var gold []g
		for _, line := range strings.Split(sent, "\n") {
			f := strings.Split(line, "\t")
			if len(f) < 2 {
				continue
			}
			s := len(text)
			text = append(text, []rune(f[0])...)
			e := len(text)
			text = append(text, ' ')
			switch f[len(f)-1] {
			case "B-PER", "B-PERS":
				gold = append(gold, g{s, e, f[0]})
			case "I-PER", "I-PERS":
				if len(gold) > 0 {
					gold[len(gold)-1].e = e
					gold[len(gold)-1].w += " " + f[0]
				}
			}
		}
		r := read(t, string(text), "2015-01-01")
		used := map[int]bool{}
		ng += len(gold)
		for _, c := range r.Claims {
			if c.Schema != "Person" || (c.Prop != "name" && c.Prop != "kunya" && c.Prop != "alias") {
				continue
			}
			np++
			hit := false
			for i, x := range gold {
				ov := min(x.e, c.Span.End) - max(x.s, c.Span.Start)
				if !used[i] && ov > 0 && float64(ov)/float64(max(x.e-x.s, c.Span.Len())) >= .5 {
					used[i] = true
					hit = true
					break
				}
			}
			if hit {
				tp++
			} else {
				fps[c.Value]++
			}
		}
		for i, x := range gold {
			if !used[i] {
				fns[x.w]++
			}
		}
	}
	p, r := float64(tp)/float64(np), float64(tp)/float64(ng)
	fmt.Printf("P %.3f R %.3f F %.3f gold %d\n", p, r, 2*p*r/(p+r), ng)
	show := func(n string, m map[string]int) {
		fmt.Print(n, ": ")
		k := 0
		for w, c := range m {
			if k++; k > 90 {
				break
			}
			fmt.Print(w, "×", c, " | ")
		}
		fmt.Println()
	}
	show("FP", fps)
	show("FN", fns)
}
