// Package vocabulary knows that words of reports mean one thing in both languages: the roles of a network and what people work as.
package vocabulary

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/sanad-workbench/sanad/internal/text"
)

// Role is what a role comes to.
type Role struct {
	Code  string // emir, courier; empty when the words are of no role that is known
	Level int    // 1 leads, 5 is a member or unknown
}

//go:embed roles.tsv
var roleLines string

//go:embed trades.tsv
var tradeLines string

// RoleOf returns what a role in the words of a source comes to: "Emir of Hit" and «أميرا» are one.
func RoleOf(said string) Role { return roles().find(said) }

// TradeOf returns the code of a trade in the words of a source, or "" when it is none that is known.
func TradeOf(said string) string { return trades().find(said).Code }

// entry is a phrase with what it means.
type entry struct {
	phrase string // folded words, each between spaces
	means  Role
}

type list []entry

var (
	roles  = sync.OnceValue(func() list { return parse(roleLines, true) })
	trades = sync.OnceValue(func() list { return parse(tradeLines, false) })
)

// parse reads lines of code, level when there is one, and phrases.
func parse(lines string, levels bool) list {
	var out list
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		code, rest, _ := strings.Cut(line, "\t")
		means := Role{Code: code, Level: 5}
		if levels {
			level, words, _ := strings.Cut(rest, "\t")
			n, err := strconv.Atoi(level)
			if err != nil {
				panic("vocabulary: level of " + code + ": " + err.Error())
			}
			means.Level, rest = n, words
		}
		for _, phrase := range strings.Split(rest, ", ") {
			begin, open := strings.CutSuffix(phrase, "*")
			p := " " + strings.TrimSpace(spaced(begin))
			if !open {
				p += " "
			}
			out = append(out, entry{p, means})
		}
	}
	return out
}

func (l list) find(said string) Role {
	words := spaced(said)
	for _, e := range l {
		if strings.Contains(words, e.phrase) {
			return e.means
		}
	}
	return Role{Level: 5}
}

// spaced returns the folded words, each between spaces, Arabic ones without the article and the alef of the accusative.
func spaced(said string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range text.FoldedWords(said) {
		if bare := strings.TrimPrefix(w, "ال"); len([]rune(bare)) >= 3 {
			w = bare
		}
		if bare, ends := strings.CutSuffix(w, "ا"); ends && len([]rune(bare)) >= 3 {
			w = bare
		}
		b.WriteString(w + " ")
	}
	return b.String()
}
