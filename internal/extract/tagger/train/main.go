//go:build train

// Command train makes the tagger's models. DIR holds ner/*.iob (annotated sentences) and lexicon/*.tsv (clusters and
// lists of names, made by prepare.py):
//
//	go run -tags train ./internal/extract/tagger/train -data DIR
package main

import (
	"bufio"
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sanad-workbench/sanad/internal/extract/tagger"
	"github.com/sanad-workbench/sanad/internal/text"
)

var (
	dir  = flag.String("data", ".", "directory of the annotated sets and lexica")
	out  = flag.String("out", "internal/extract/tagger", "where the models go")
	lang = flag.String("lang", "en,ar", "which languages")
	mode = flag.String("mode", "ship", "ship: train on everything and write; dev: hold out parts and score; cv: five-fold; loco: leave one corpus out")
)

func main() {
	log.SetFlags(log.Ltime)
	flag.Parse()
	for _, l := range strings.Split(*lang, ",") {
		if err := run(l); err != nil {
			log.Fatal(err)
		}
	}
}

var corpora = map[string][]string{
	"en": {"uner_dev", "wnut_train", "wnut_dev", "btc", "wikigold"},
	"ar": {"aner_train"},
}
var testOnly = map[string][]string{"en": {"re3d"}, "ar": {"wojood_train", "wojood_val"}}

// options are what did best on held-out parts.
func options(lang string) tagger.Options {
	if lang == "ar" {
		return tagger.Options{Arabic: true, Epochs: 12, MinCount: 2, Drop: 0.2, Tie: 0.3, Models: 3, Seed: 1, Sureness: 0.0404, Log: log.Printf}
	}
	return tagger.Options{Epochs: 14, MinCount: 2, Drop: 0.4, Tie: 0.3, Models: 3, Seed: 1, Sureness: 0.0138, Log: log.Printf}
}

func run(l string) error {
	lex, err := tagger.BuildLexicon(filepath.Join(*dir, "lexicon"), l)
	if err != nil {
		return err
	}
	sets := map[string][]tagger.Sentence{}
	for _, name := range slices.Concat(corpora[l], testOnly[l]) {
		s, err := readIOB(filepath.Join(*dir, "ner", name+".iob"))
		if err != nil {
			log.Print(err)
			continue
		}
		if name == "btc" {
			dropMentions(s)
		}
		sets[name] = s
	}
	o := options(l)
	switch *mode {
	case "dev":
		var train []tagger.Sentence
		test := map[string][]tagger.Sentence{}
		for _, name := range corpora[l] {
			s := sets[name]
			switch name {
			case "uner_dev", "wnut_dev":
				test[name] = s
			default:
				n := len(s) / 6
				test[name] = s[:n]
				train = append(train, s[n:]...)
			}
		}
		for _, name := range testOnly[l] {
			test[name] = sets[name]
		}
		m := tagger.Train(lex, augment(train), o)
		fmt.Printf("rows %d bytes %d\n", m.Rows(), len(m.Bytes()))
		report(m, test)
		own := map[string][]tagger.Sentence{}
		for name, s := range test {
			own[name+", own tokens"] = cutAgain(s)
		}
		report(m, own)
		calibrate(m, test)
	case "loco":
		for _, left := range corpora[l] {
			var train []tagger.Sentence
			for _, name := range corpora[l] {
				if strings.Split(name, "_")[0] != strings.Split(left, "_")[0] {
					train = append(train, sets[name]...)
				}
			}
			o.Log = nil
			if len(train) == 0 {
				continue
			}
			m := tagger.Train(lex, augment(train), o)
			report(m, map[string][]tagger.Sentence{left: sets[left]})
		}
	case "cv":
		total := map[string]*counts{}
		for k := range 5 {
			var train []tagger.Sentence
			test := map[string][]tagger.Sentence{}
			for _, name := range corpora[l] {
				s := sets[name]
				a, b := len(s)*k/5, len(s)*(k+1)/5
				test[name] = s[a:b]
				train = append(append(train, s[:a]...), s[b:]...)
			}
			o.Log = nil
			m := tagger.Train(lex, augment(train), o)
			for name, s := range test {
				if total[name] == nil {
					total[name] = &counts{}
				}
				total[name].add(m, s)
			}
		}
		for _, name := range corpora[l] {
			fmt.Printf("cv %s %s\n", name, total[name])
		}
	case "ship":
		var train []tagger.Sentence
		for _, name := range corpora[l] {
			train = append(train, sets[name]...)
		}
		m := tagger.Train(lex, augment(train), o)
		b := m.Bytes()
		path := filepath.Join(*out, map[string]string{"en": "english.model", "ar": "arabic.model"}[l])
		if err := os.WriteFile(path, b, 0o644); err != nil {
			return fmt.Errorf("write model: %w", err)
		}
		fmt.Printf("%s %d bytes, %d features, sha256 %x\n", path, len(b), m.Rows(), sha256.Sum256(b))
		for _, name := range testOnly[l] {
			report(m, map[string][]tagger.Sentence{name: sets[name]})
		}
	}
	return nil
}

// dropMentions makes @users no persons: of all the sets only one annotates them.
func dropMentions(sentences []tagger.Sentence) {
	for _, s := range sentences {
		for i, t := range s.Tokens {
			if strings.HasPrefix(t, "@") || i > 0 && s.Tokens[i-1] == "@" {
				s.Labels[i] = "O"
				if i+1 < len(s.Labels) && strings.HasPrefix(s.Labels[i+1], "I-") {
					s.Labels[i+1] = "B" + s.Labels[i+1][1:]
				}
			}
		}
	}
}

// augment adds every sentence with a name or @user that our own tokenizer cuts otherwise once more, cut so: "U.S." is
// U . S . there.
func augment(in []tagger.Sentence) []tagger.Sentence {
	out := slices.Clone(in)
	for i, s := range cutAgain(in) {
		names := func(l []string) (n int) {
			for _, x := range l {
				if x != "O" {
					n++
				}
			}
			return n
		}
		user := slices.ContainsFunc(in[i].Tokens, func(t string) bool { return strings.HasPrefix(t, "@") && len(t) > 1 })
		if user || names(s.Labels) != names(in[i].Labels) {
			out = append(out, s)
		}
	}
	return out
}

// cutAgain returns the sentences as our own tokenizer cuts them.
func cutAgain(in []tagger.Sentence) []tagger.Sentence {
	out := make([]tagger.Sentence, len(in))
	for i, s := range in {
		for j, t := range s.Tokens {
			label := s.Labels[j]
			for _, x := range text.Tokens(t) {
				out[i].Tokens = append(out[i].Tokens, x.Text)
				out[i].Labels = append(out[i].Labels, label)
				if strings.HasPrefix(label, "B-") {
					label = "I" + label[1:]
				}
			}
		}
	}
	return out
}

// calibrate prints which factor makes confidences fit how often names were right.
func calibrate(m *tagger.Model, test map[string][]tagger.Sentence) {
	best, at, factor := math.Inf(1), 1.0, 1.0
	for range 14 {
		loss, n := 0.0, 0
		for name, sentences := range test {
			if slices.Contains(slices.Concat(testOnly["en"], testOnly["ar"]), name) {
				continue
			}
			for _, s := range sentences {
				gold := s.Gold()
				for _, f := range m.Spans(s.Tokens) {
					p := min(0.999, max(0.001, float64(f.Confidence)))
					f.Confidence = 0
					if slices.Contains(gold, f) {
						loss -= math.Log(p)
					} else {
						loss -= math.Log(1 - p)
					}
					n++
				}
			}
		}
		if loss < best {
			best, at = loss, factor
		}
		factor *= 0.7
		m.Sure(0.7)
	}
	fmt.Printf("sureness %.4f\n", at)
}

func report(m *tagger.Model, test map[string][]tagger.Sentence) {
	var names []string
	for n := range test {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		var c counts
		c.add(m, test[n])
		fmt.Printf("%s %s\n", n, &c)
	}
}

// counts are of exact spans, by kind; kind None holds all.
type counts struct{ right, found, gold [4]int }

func (c *counts) add(m *tagger.Model, sentences []tagger.Sentence) {
	for _, s := range sentences {
		gold := s.Gold()
		for _, g := range gold {
			c.gold[0]++
			c.gold[g.Kind]++
		}
		for _, f := range m.Spans(s.Tokens) {
			c.found[0]++
			c.found[f.Kind]++
			f.Confidence = 0
			if slices.Contains(gold, f) {
				c.right[0]++
				c.right[f.Kind]++
			}
		}
	}
}

func (c *counts) String() string {
	var b strings.Builder
	for k := range 4 {
		p, r := float64(c.right[k])/max(1, float64(c.found[k])), float64(c.right[k])/max(1, float64(c.gold[k]))
		name := "all"
		if k > 0 {
			name = tagger.Kind(k).String()
		}
		if k == 0 {
			fmt.Fprintf(&b, "%s F %.1f (P %.1f R %.1f, %d) ", name, 200*p*r/max(1e-9, p+r), 100*p, 100*r, c.gold[k])
		} else {
			fmt.Fprintf(&b, "%s %.1f ", name, 200*p*r/max(1e-9, p+r))
		}
	}
	return b.String()
}

func readIOB(path string) ([]tagger.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open set: %w", err)
	}
	defer f.Close()
	var out []tagger.Sentence
	var s tagger.Sentence
	in := bufio.NewScanner(f)
	for in.Scan() {
		token, label, ok := strings.Cut(in.Text(), "\t")
		if !ok {
			if len(s.Tokens) > 0 {
				out = append(out, s)
			}
			s = tagger.Sentence{}
			continue
		}
		s.Tokens = append(s.Tokens, token)
		s.Labels = append(s.Labels, label)
	}
	if len(s.Tokens) > 0 {
		out = append(out, s)
	}
	return out, in.Err()
}
