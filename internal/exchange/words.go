package exchange

// english says each code of a reason; %[1]s and %[2]s are the two values, %[3]d a count. The same codes have their words
// for the screen in web/src/i18n.
var english = map[string]string{
	"name_part_agrees":      "name part agrees: %[1]s / %[2]s",
	"name_part_contradicts": "name part differs: %[1]s / %[2]s",
	"name_part_missing":     "only on one side: %[1]s%[2]s",
	"kunya_agrees":          "kunya agrees: %[1]s / %[2]s (weak: many share it)",
	"kunya_differs":         "kunya differs: %[1]s / %[2]s",
	"father_contradicts":    "father's name differs: %[1]s / %[2]s",
	"name_rare":             "the name is rare here: %[1]s",
	"name_common":           "the name is common here: %[1]s (%[3]d share it)",
	"kunya_only":            "one side is known by kunya only",
}
