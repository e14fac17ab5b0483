package rules

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/sanad-workbench/sanad"

// may lists what each package of ours may import of ours, with the reason a violation is told.
var may = map[string]struct {
	ours []string
	why  string
}{
	"":                                {nil, "the root package holds nouns; it knows nobody"},
	"internal/text":                   {nil, "text knows writing, not Sanad: anything may build on it"},
	"internal/places":                 {[]string{"internal/text"}, "the gazetteer is a reference, not a stage"},
	"internal/vocabulary":             {[]string{"internal/text"}, "a vocabulary is a reference, not a stage"},
	"internal/names":                  {[]string{"", "internal/text"}, "names knows names, whatever they are used for"},
	"internal/extract/assist":         {[]string{"", "internal/extract"}, "a model's answer becomes a Reading, like the rules'"},
	"internal/extract/tagger":         {[]string{"internal/text"}, "a trained model knows tokens, not Sanad"},
	"internal/extract/relation":       {nil, "a trained model knows numbers, not Sanad"},
	"internal/extract/relation/train": {[]string{"", "internal/extract", "internal/extract/relation"}, "the trainer makes the model files and nothing else"},
	"internal/extract/tagger/train":   {[]string{"internal/text", "internal/extract/tagger"}, "the trainer makes the model files and nothing else"},
	"internal/blob":                   {[]string{"", "internal/text"}, "storage does not know stages"},
	"internal/audit":                  {[]string{"", "internal/text"}, "the log does not know what it logs"},
	"internal/vault":                  {[]string{"", "internal/text"}, "the vault does not know stages"},
	"internal/store":                  {[]string{"", "internal/text"}, "storage does not know stages"},
	"internal/sim":                    {[]string{"", "internal/places"}, "sim shares no table or template with names, text or extract, or its scores would prove nothing"},
	"internal/api":                    {[]string{"", "internal/app", "internal/brief", "internal/casework", "internal/network", "internal/store", "web"}, "HTTP handlers call use cases and nothing below them but their answers' types"},
	"web":                             {nil, "the web interface is files"},
	"test/gold":                       {nil, "its test reads the corpus; only its test imports sim, for the types of the format"},
	"test/gold/make":                  {[]string{"", "internal/sim"}, "the maker of the gold corpus shares the types of the format with sim, and nothing else"},
	"internal/rules":                  {nil, "rules only reads"},
	"cmd/sanad":                       {[]string{"internal/cli"}, "the command is one call into internal/cli"},
	"internal/extract":                {append([]string{"internal/extract/relation", "internal/extract/tagger"}, stage...), stageWhy + "; the trained models are parts of extract"},
	"internal/intake":                 {stage, stageWhy}, "internal/lineage": {stage, stageWhy}, "internal/match": {stage, stageWhy},
	"internal/resolve": {stage, stageWhy}, "internal/reread": {stage, stageWhy}, "internal/network": {stage, stageWhy}, "internal/casework": {stage, stageWhy}, "internal/brief": {stage, stageWhy}, "internal/exchange": {stage, stageWhy},
}

var stage = []string{"", "internal/text", "internal/names", "internal/places", "internal/vocabulary"}

const stageWhy = "stages never import each other nor the store: each declares the small interface it needs, and app brings them together"

// only names the packages that may import a library.
var only = []struct {
	prefix string
	ours   []string
	why    string
}{
	{"database/sql", []string{"internal/store"}, "only store speaks SQL"},
	{"modernc.org/sqlite", []string{"internal/store"}, "only store speaks SQL"},
	{"github.com/riverqueue/", []string{"internal/store"}, "the job queue shares store's transactions"},
	{"filippo.io/age", []string{"internal/vault"}, "only the vault seals and opens"},
	{"github.com/danielgtaylor/huma", []string{"internal/api"}, "only api knows the HTTP framework"},
	{"github.com/alecthomas/kong", []string{"internal/cli"}, "only cli knows the command line library"},
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	d := json.NewDecoder(strings.NewReader(string(out)))
	seen := 0
	for {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		seen++
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		for _, bad := range []string{"util", "utils", "common", "helpers", "types"} {
			if path.Base(name) == bad {
				t.Errorf("%s: a package is named for what it holds, not %q", name, bad)
			}
		}
		rule, ruled := may[name]
		if !ruled && name != "internal/app" && name != "internal/cli" && !tool(name) {
			t.Errorf("%s has no rule in this test: say what it may import, and why", name)
		}
		for _, imp := range p.Imports {
			if own, ok := strings.CutPrefix(imp, module); ok {
				own = strings.TrimPrefix(own, "/")
				if ruled && !slices.Contains(rule.ours, own) {
					t.Errorf("%s imports %q: %s", name, own, rule.why)
				}
				if own == "internal/cli" && name != "cmd/sanad" {
					t.Errorf("%s imports cli: nothing builds on the command line", name)
				}
				continue
			}
			for _, o := range only {
				if (imp == o.prefix || strings.HasPrefix(imp, strings.TrimSuffix(o.prefix, "/")+"/")) && !slices.Contains(o.ours, name) {
					t.Errorf("%s imports %s: %s", name, imp, o.why)
				}
			}
		}
	}
	if seen < 15 {
		t.Fatalf("go list showed %d packages; the test must see the whole tree", seen)
	}
}

// tool reports whether a package is a generator beside the package it serves.
func tool(name string) bool {
	b := path.Base(name)
	return b == "train" || b == "generate" || b == "storetest"
}
