//go:build train

package tagger

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// Lexicon is clusters and lists of names, built by BuildLexicon.
type Lexicon struct{ *lexicon }

// entry gathers what the sources say of a word.
type entry struct {
	word
	counts  [listsAlone / 3]int
	alone   uint32
	cased   uint32
	sources int
	rank    int // in the word vectors' vocabulary, most frequent first; 0 unknown
}

// BuildLexicon reads dir/brown.LANG.tsv and dir/twitter.LANG.tsv (word, path), dir/glove.LANG.tsv (word, three clusters,
// most frequent word first) and dir/names.LANG.tsv (kind, name); a file may be missing.
func BuildLexicon(dir, lang string) (*Lexicon, error) {
	words := map[string]*entry{}
	get := func(w string) *entry {
		w = digitless(text.Fold(w))
		e := words[w]
		if e == nil {
			e = &entry{}
			words[w] = e
		}
		return e
	}
	paths := map[string]uint16{"": 0}
	list := []string{""}
	pathID := func(p string) uint16 {
		id, ok := paths[p]
		if !ok {
			id = uint16(len(list))
			paths[p] = id
			list = append(list, p)
		}
		return id
	}
	err := eachRow(filepath.Join(dir, "glove."+lang+".tsv"), func(row []string) error {
		e := get(row[0])
		if e.near[0] != 0 {
			return nil
		}
		e.sources++
		e.rank = len(words)
		for i := range e.near {
			c, err := strconv.Atoi(row[i+1])
			if err != nil {
				return fmt.Errorf("read cluster: %w", err)
			}
			e.near[i] = uint16(c + 1)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := eachRow(filepath.Join(dir, "brown."+lang+".tsv"), func(row []string) error {
		if e := get(row[0]); e.brown == 0 {
			e.brown = pathID(row[1])
			e.sources++
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if err := eachRow(filepath.Join(dir, "twitter."+lang+".tsv"), func(row []string) error {
		if e := get(row[0]); e.twitter == 0 {
			e.twitter = pathID(row[1])
			e.sources++
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if err := eachRow(filepath.Join(dir, "web."+lang+".tsv"), func(row []string) error {
		e := get(row[0])
		e.web = pathID(row[1])
		e.sources++
		c, err := strconv.Atoi(row[2])
		e.cased = uint32(c)
		return err
	}); err != nil {
		return nil, err
	}
	var names [3][]uint64
	if err := eachRow(filepath.Join(dir, "names."+lang+".tsv"), func(row []string) error {
		kind, fields := row[0], strings.Fields(row[1])
		if len(fields) == 0 || len(fields) > 6 {
			return nil
		}
		h := uint64(0)
		for _, w := range fields {
			h = phraseHash(h, wordHash(digitless(text.Fold(w))))
		}
		column := -1
		switch kind {
		case "PER":
			get(fields[0]).counts[listsGiven/3]++
			column = 0
			if len(fields) > 1 {
				get(fields[len(fields)-1]).counts[listsFamily/3]++
			}
		case "GIVEN":
			get(fields[0]).counts[listsGiven/3] += 4
		case "FAMILY":
			get(fields[0]).counts[listsFamily/3] += 4
		case "LOC":
			column = 2
			for _, w := range fields {
				get(w).counts[listsPlace/3]++
			}
		case "ORG":
			column = 1
			for _, w := range fields {
				get(w).counts[listsCompany/3]++
			}
		case "WORK", "FOREIGN":
			for _, w := range fields {
				get(w).counts[listsWork/3]++
			}
		}
		if len(fields) == 1 {
			bit, ok := map[string]uint32{"PER": 1, "ORG": 2, "LOC": 4, "GIVEN": 8, "NAT": 16, "TITLE": 32}[kind]
			if ok {
				get(fields[0]).alone |= bit
			}
		} else if column >= 0 {
			names[column] = append(names[column], h)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var keep []string
	for w, e := range words {
		listed := e.alone != 0
		n := 0
		for _, c := range e.counts {
			n += c
		}
		if e.sources >= 2 || e.rank > 0 && e.rank < 60000 || listed && (e.sources > 0 || lang == "ar") || n >= 6 && e.sources > 0 || n >= 20 || lang == "ar" {
			keep = append(keep, w)
		}
	}
	slices.Sort(keep)
	x := newLexicon(len(keep))
	x.paths = list
	for _, w := range keep {
		e := words[w]
		for i, c := range e.counts {
			e.lists |= uint32(min(7, bits.Len(uint(c)))) << (3 * i)
		}
		e.lists |= e.alone<<listsAlone | e.cased<<listsCase
		x.add(wordHash(w), e.word)
	}
	for i, hs := range names {
		slices.Sort(hs)
		hs = slices.Compact(hs)
		x.names[i] = make(bloom, len(hs)*9/64+1)
		for _, h := range hs {
			x.names[i].add(h)
		}
	}
	return &Lexicon{x}, nil
}

func eachRow(path string, do func(row []string) error) error {
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("open list: %w", err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if row := strings.Split(s.Text(), "\t"); len(row) > 1 {
			if err := do(row); err != nil {
				return fmt.Errorf("read %s: %w", path, err)
			}
		}
	}
	return s.Err()
}

func (b bloom) add(h uint64) {
	n := uint64(len(b) * 64)
	step := h>>33 | 1
	for range bloomProbes {
		bit := h % n
		b[bit/64] |= 1 << (bit % 64)
		h += step
	}
}

// write appends the lexicon to b, columns one after another so that it compresses.
func (x *lexicon) write(b *bytes.Buffer) {
	var keys []uint32
	for _, h := range x.slots {
		if h != 0 {
			keys = append(keys, h)
		}
	}
	slices.Sort(keys)
	put := func(v any) { _ = binary.Write(b, binary.LittleEndian, v) } // a buffer takes all
	put(uint32(len(x.paths)))
	for _, p := range x.paths {
		put(uint8(len(p)))
		b.WriteString(p)
	}
	put(uint32(len(keys)))
	put(keys)
	column := func(of func(word) uint16) {
		for _, k := range keys {
			w, _ := x.find(k)
			put(of(w))
		}
	}
	column(func(w word) uint16 { return w.brown })
	column(func(w word) uint16 { return w.twitter })
	column(func(w word) uint16 { return w.web })
	for i := range 3 {
		column(func(w word) uint16 { return w.near[i] })
	}
	column(func(w word) uint16 { return uint16(w.lists) })
	column(func(w word) uint16 { return uint16(w.lists >> 16) })
	for _, n := range x.names {
		put(uint32(len(n)))
		put([]uint64(n))
	}
}
