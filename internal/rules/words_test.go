package rules

import (
	"encoding/json"
	"os"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// TestWords keeps a label in both languages for every schema and property of the domain.
func TestWords(t *testing.T) {
	for _, language := range []string{"en", "ar"} {
		data, err := os.ReadFile("../../web/src/i18n/" + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]json.RawMessage
		if err := json.Unmarshal(data, &words); err != nil {
			t.Fatal(err)
		}
		labels := func(group string) map[string]string {
			var out map[string]string
			if err := json.Unmarshal(words[group], &out); err != nil {
				t.Fatalf("%s of %s.json: %v", group, language, err)
			}
			return out
		}
		schemata, props := labels("schema"), labels("prop")
		for _, s := range sanad.Properties() {
			if schemata[s.Schema] == "" {
				t.Errorf("%s.json has no label schema.%s", language, s.Schema)
			}
			for _, p := range s.Props {
				if props[p.Name] == "" {
					t.Errorf("%s.json has no label prop.%s", language, p.Name)
				}
			}
		}
	}
}
