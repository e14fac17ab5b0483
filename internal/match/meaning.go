package match

import (
	"slices"
	"strings"

	"github.com/sanad-workbench/sanad/internal/names"
	"github.com/sanad-workbench/sanad/internal/text"
	"github.com/sanad-workbench/sanad/internal/vocabulary"
)

// What reports say in two languages is compared by what it means: "emir" and «أميرا», "farmer" and «فلاح», "Rayat al-Wadi" and
// «رايات الوادي».

// topic is what words are about that are compared by their meaning.
type topic byte

const (
	aTrade topic = iota
	aRole
	aGroup
)

type saying struct {
	as   topic
	said string
}

// meaning returns the key under which words on a topic are the same; those no list knows stand for themselves.
func (x *Index) meaning(as topic, said string) string {
	k := saying{as, said}
	m, ok := x.meant[k]
	if !ok {
		m = meaningOf(as, said)
		x.meant[k] = m
	}
	return m
}

func meaningOf(as topic, said string) string {
	code := ""
	switch as {
	case aTrade:
		code = vocabulary.TradeOf(said)
	case aRole:
		code = vocabulary.RoleOf(said).Code
	case aGroup:
		return groupMeaning(said)
	}
	if code == "" {
		return text.Fold(said)
	}
	return "=" + code
}

// groupMeaning is a well-known group's own key, else the consonants of the words of its name, which one script shares with the other, without
// the word that says what sort of body it is.
func groupMeaning(said string) string {
	words := text.FoldedWords(said)
	for _, w := range words {
		switch strings.TrimPrefix(w, "ال") {
		case "isis", "isil", "daesh", "داعش":
			return "=isis"
		case "qaeda", "qaida", "قاعده":
			return "=qaeda"
		}
	}
	if f := " " + strings.Join(words, " ") + " "; strings.Contains(f, " islamic state ") || strings.Contains(f, " الدوله الاسلاميه ") || strings.Contains(f, " تنظيم الدوله ") {
		return "=isis"
	}
	var keys []string
	for _, w := range strings.Fields(said) {
		if groupWord(text.Fold(w)) {
			continue
		}
		for _, p := range names.Parse(w).Parts {
			if ks := names.Keys(p); len(ks) > 0 {
				keys = append(keys, ks[len(ks)-1])
			}
		}
	}
	if len(keys) == 0 {
		return text.Fold(said)
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// groupWord reports a word that says what sort of body a name is of, and no part of the name.
func groupWord(folded string) bool {
	switch strings.TrimPrefix(folded, "ال") {
	case "the", "of", "network", "group", "organization", "organisation", "cell", "gang", "brigade", "battalion", "movement", "شبكه", "تنظيم", "مجموعه", "خليه", "عصابه", "كتيبه", "سريه", "حركه", "جماعه":
		return true
	}
	return false
}
