//go:build train

// Command train makes internal/names/model.json from labelled pairs of names and a transliteration lexicon. It prints
// the scores of the pairs by models that did not see them. See MODEL.md.
package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/sanad-workbench/sanad/internal/names"
)

func main() {
	log.SetFlags(0)
	pairsFile := flag.String("pairs", "", "CSV of labelled pairs: id,name_a,name_b,label,kind,source,ent_a,ent_b")
	lexiconFile := flag.String("lexicon", "", "TSV of Arabic and Latin spellings")
	checkFile := flag.String("check", "", "CSV of more pairs that are scored only")
	out := flag.String("out", "internal/names/model.json", "model to write")
	scores := flag.String("scores", "", "CSV of out-of-fold scores to write: id,score")
	folds := flag.Int("folds", 5, "number of folds")
	flag.Parse()

	pairs, err := readPairs(*pairsFile)
	if err != nil {
		log.Fatal(err)
	}
	if *checkFile != "" {
		more, err := readPairs(*checkFile)
		if err != nil {
			log.Fatal(err)
		}
		for i := range more {
			more[i].Check = true
		}
		pairs = append(pairs, more...)
	}
	raw, err := os.ReadFile(*lexiconFile)
	if err != nil {
		log.Fatal(err)
	}
	var lexicon []names.Spelling
	for line := range strings.Lines(string(raw)) {
		a, l, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if ok {
			lexicon = append(lexicon, names.Spelling{Arabic: a, Latin: l})
		}
	}
	model, oof, err := names.Fit(lexicon, names.Isms(), pairs, *folds)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, append(model, '\n'), 0o644); err != nil {
		log.Fatal(err)
	}
	if *scores != "" {
		var b strings.Builder
		for i, p := range pairs {
			fmt.Fprintf(&b, "%s,%.6f\n", p.ID, oof[i])
		}
		if err := os.WriteFile(*scores, []byte(b.String()), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

func readPairs(name string) ([]names.Pair, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read pairs %s: %w", name, err)
	}
	var out []names.Pair
	for _, r := range rows[1:] {
		out = append(out, names.Pair{ID: r[0], A: r[1], B: r[2], Same: r[3] == "1", EntA: r[6], EntB: r[7]})
	}
	return out, nil
}
