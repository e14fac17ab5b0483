// Command make writes the gold corpus from its sources: reports with marks in the text, and what each of them says.
//
//	go run ./test/gold/make [-out DIR]
//
// It reads the folder source of every part and writes beside it (or under -out) reports/*.txt, gold/*.json and sources.csv. The same
// sources give the same bytes. Nothing is written while a source has a fault.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// folders are the parts of the corpus, each with a folder source of its own.
var folders = []string{"dev", "test", "dev2", "test2", "dev3", "test3", "dev4", "dev5", "test4", "dev6", "dev7", "test5", "dev8", "dev9", "dev10", "dev11", "dev12", "dev13", "dev14", "dev15", "dev16", "dev17", "dev18"}

func main() {
	in := flag.String("in", "test/gold", "folder of the corpus")
	out := flag.String("out", "", "folder to write to; the corpus itself when empty")
	flag.Parse()
	if *out == "" {
		*out = *in
	}
	if err := run(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	for _, part := range folders {
		c, err := readPart(filepath.Join(in, part, "source"))
		if err != nil {
			return fmt.Errorf("read part %s: %w", part, err)
		}
		g, err := c.gold()
		if err != nil {
			return fmt.Errorf("part %s has faults:\n%w", part, err)
		}
		if err := write(filepath.Join(out, part), c, g); err != nil {
			return fmt.Errorf("write part %s: %w", part, err)
		}
	}
	return nil
}
