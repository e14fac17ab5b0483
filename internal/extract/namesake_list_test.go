package extract

import (
	"fmt"
	"strings"
	"testing"
)

// TestNamesakesInLists holds lists, tables, ledgers and forms that have one full name in two rows or records, however these tell
// the two apart: two rows are two persons, and a mention elsewhere in the report is neither's.
func TestNamesakesInLists(t *testing.T) {
	for name, in := range map[string]string{
		"numbered, father":          "1. Nizar Hamdan Abbas, father: Abbas Latif\n2. Qais Latif Omar, father: Omar Salih\n3. Nizar Hamdan Abbas, father: Abbas Khalil\n",
		"numbered, mother":          "1) Nizar Hamdan Abbas; mother Suad Khalil\n2) Nizar Hamdan Abbas; mother Najat Abbud\n",
		"numbered, birth":           "1- Nizar Hamdan Abbas b. 1971 Hit\n2- Nizar Hamdan Abbas b. 1990 Rawa\n",
		"numbered, place":           "1. Nizar Hamdan Abbas - Hit\n2. Nizar Hamdan Abbas - Rawa\n",
		"numbered, nothing else":    "1. Nizar Hamdan Abbas\n2. Qais Latif Omar\n3. Nizar Hamdan Abbas\n",
		"numbered, document":        "1. Nizar Hamdan Abbas, ID 199012345678\n2. Nizar Hamdan Abbas, ID 197112345678\n",
		"numbered, words after":     "1. Nizar Hamdan Abbas arrested in Hit on 3 May 2015\n2. Nizar Hamdan Abbas arrested in Rawa on 4 May 2015\n",
		"numbered, one shorter":     "1. Nizar Hamdan Abbas\n2. Nizar Hamdan\n",
		"numbered, titles":          "1. Mr Nizar Hamdan Abbas, teacher\n2. Sheikh Nizar Hamdan Abbas\n",
		"numbered, arabic digits":   "١. Nizar Hamdan Abbas\n٢. Nizar Hamdan Abbas\n",
		"numbered in brackets":      "(1) Nizar Hamdan Abbas\n(2) Nizar Hamdan Abbas\n",
		"numbered with #":           "#1 Nizar Hamdan Abbas, Hit\n#2 Nizar Hamdan Abbas, Rawa\n",
		"lettered":                  "a) Nizar Hamdan Abbas, Hit\nb) Nizar Hamdan Abbas, Rawa\n",
		"case numbers":              "114/2015 Nizar Hamdan Abbas, Hit\n115/2015 Nizar Hamdan Abbas, Rawa\n",
		"dated rows":                "12/03/2015 Nizar Hamdan Abbas - arrested - Hit\n14/03/2015 Nizar Hamdan Abbas - arrested - Rawa\n",
		"bullets":                   "- Nizar Hamdan Abbas, Hit\n- Qais Latif Omar, Ana\n- Nizar Hamdan Abbas, Rawa\n",
		"round bullets":             "• Nizar Hamdan Abbas (Hit)\n• Nizar Hamdan Abbas (Rawa)\n",
		"stars":                     "* Nizar Hamdan Abbas\n* Nizar Hamdan Abbas\n",
		"plain lines":               "Arrested:\nNizar Hamdan Abbas\nQais Latif Omar\nNizar Hamdan Abbas\n",
		"plain lines, commas":       "Arrested this week:\nNizar Hamdan Abbas, 1971, Hit\nQais Latif Omar, 1980, Ana\nNizar Hamdan Abbas, 1990, Rawa\n",
		"table":                     "No | Name | Born | From\n1 | Nizar Hamdan Abbas | 1971 | Hit\n2 | Nizar Hamdan Abbas | 1990 | Rawa\n",
		"table, name first":         "Name | Arrested | Place\nNizar Hamdan Abbas | 03/05/2015 | Hit\nNizar Hamdan Abbas | 04/05/2015 | Rawa\n",
		"table, bars outside":       "| Name | Mother |\n| Nizar Hamdan Abbas | Suad |\n| Qais Latif Omar | Huda |\n| Nizar Hamdan Abbas | Najat |\n",
		"table, date first":         "Date | Name | Place\n03/05/2015 | Nizar Hamdan Abbas | Hit\n04/05/2015 | Nizar Hamdan Abbas | Rawa\n",
		"semicolons":                "1; Nizar Hamdan Abbas; 1971; Hit\n2; Nizar Hamdan Abbas; 1990; Rawa\n",
		"tabs":                      "1\tNizar Hamdan Abbas\t1971\tHit\n2\tNizar Hamdan Abbas\t1990\tRawa\n",
		"family name first":         "1. HAMDAN, Nizar b. 1971\n2. HAMDAN, Nizar b. 1990\n",
		"one line":                  "Arrested: 1) Nizar Hamdan Abbas 2) Qais Latif Omar 3) Nizar Hamdan Abbas.\n",
		"one line, semicolons":      "Arrested were Nizar Hamdan Abbas of Hit; Qais Latif Omar of Ana; Nizar Hamdan Abbas of Rawa.\n",
		"records":                   "Name: Nizar Hamdan Abbas\nBorn: 1971\n\nName: Nizar Hamdan Abbas\nBorn: 1990\n",
		"records, nothing else":     "Name: Nizar Hamdan Abbas\nArrested: 03/05/2015\n\nName: Nizar Hamdan Abbas\nArrested: 04/05/2015\n",
		"a line between":            "1. Nizar Hamdan Abbas, b. 1971, Hit\n   Held in Ramadi.\n2. Nizar Hamdan Abbas, b. 1990, Rawa\n   Held in Baghdad.\n",
		"long lines between":        "1. Nizar Hamdan Abbas. Arrested in Hit by the police of the district at his home in the early morning.\n2. Qais Latif Omar. Arrested in Ana.\n3. Nizar Hamdan Abbas. Arrested in Rawa at the bridge by the army.\n",
		"empty lines between":       "1. Nizar Hamdan Abbas, Hit\n\n2. Nizar Hamdan Abbas, Rawa\n",
		"and then told":             "1. Nizar Hamdan Abbas, Hit\n2. Nizar Hamdan Abbas, Rawa\n\nNizar Hamdan Abbas confessed.\n",
		"numbered, colon after":     "1. Nizar Hamdan Abbas: arrested in Hit\n2. Nizar Hamdan Abbas: taken from his shop in Rawa\n",
		"colon after":               "Nizar Hamdan Abbas: Hit\nNizar Hamdan Abbas: Rawa\n",
		"numbered, and a note":      "1. Nizar Hamdan Abbas - Hit - emir\n2. Nizar Hamdan Abbas - Rawa - baker\nNote: Nizar Hamdan Abbas was held by mistake and is free.\n",
		"date and place first":      "Hit 3.5.2015 - Nizar Hamdan Abbas, b. 1971\nRawa 4.5.2015 - Nizar Hamdan Abbas, teacher\n",
		"place first":               "Hit: Nizar Hamdan Abbas, farmer\nRawa: Nizar Hamdan Abbas\n",
		"words first":               "Arrest of Nizar Hamdan Abbas in Hit\nArrest of Nizar Hamdan Abbas in Rawa\n",
		"numbered, words first":     "1. Arrested Nizar Hamdan Abbas in Hit\n2. Arrested Nizar Hamdan Abbas in Rawa\n",
		"numbered, label":           "1. Name: Nizar Hamdan Abbas; Hit\n2. Name: Nizar Hamdan Abbas; Rawa\n",
		"own label":                 "Prisoner 1: Nizar Hamdan Abbas\nPrisoner 2: Nizar Hamdan Abbas\n",
		"money found on them":       "1. Nizar Hamdan Abbas, Hit, had $500 on him\n2. Nizar Hamdan Abbas, Rawa, had $200 on him\n",
		"one sentence, from":        "Arrested were Nizar Hamdan Abbas from Hit, Qais Latif Omar from Ana and Nizar Hamdan Abbas from Rawa.\n",
		"one sentence, in brackets": "They arrested Nizar Hamdan Abbas (Hit), Qais Latif Omar (Ana) and Nizar Hamdan Abbas (Rawa).\n",
		"one sentence, the other":   "They arrested Nizar Hamdan Abbas of Hit on Monday and Nizar Hamdan Abbas of Rawa on Tuesday.\n",
		"two cells":                 "Cell 1: Nizar Hamdan Abbas, Qais Latif Omar, Nuri Salih. Cell 2: Ali Sabah Karim, Nizar Hamdan Abbas, Hamid Jasim.",
		"two lists of lines":        "Held in Hit:\nNizar Hamdan Abbas\nQais Latif Omar\nHeld in Rawa:\nNuri Salih Khalil\nNizar Hamdan Abbas\n",
		"two labels":                "Wanted: Nizar Hamdan Abbas, fighter.\nWanted: Qais Latif Omar, courier.\nHeld: Nizar Hamdan Abbas, for checking.\n",
		"numbered labels":           "Row 4: Nizar Hamdan Abbas - three children, a house in Hit. Row 9: Nizar Hamdan Abbas - lives with his parents in Rawa.",
		"columns of spaces":         "03/03/2018   Hit    Nizar Hamdan Abbas   1971\n04/03/2018   Ana    Qais Latif Omar      1980\n09/03/2018   Rawa   Nizar Hamdan Abbas   1990\n",
		"heads of paragraphs":       "Nizar Hamdan Abbas. Arrested in Hit. Driver of the group.\n\nQais Latif Omar. Arrested in Ana.\n\nNizar Hamdan Abbas. Arrested in Rawa. At school.\n",
		"numbers behind":            "Nizar Hamdan Abbas (1) was arrested in May. Nizar Hamdan Abbas (2) was let go.",
		"elder and younger":         "Nizar Hamdan Abbas senior drives for the group. Nizar Hamdan Abbas junior was let go.",
		"his neighbour":             "Nizar Hamdan Abbas drives for the group. Nizar Hamdan Abbas, his neighbour, was let go.",
		"homes":                     "Nizar Hamdan Abbas of Hit was arrested. They then held Nizar Hamdan Abbas (Rawa).",
		"ages":                      "The 34-year-old Nizar Hamdan Abbas was arrested. Nizar Hamdan Abbas (27 years) was let go.",
		"married and single":        "Nizar Hamdan Abbas, father of five, was arrested. Nizar Hamdan Abbas, unmarried, was let go.",
		"days of arrest":            "Nizar Hamdan Abbas was arrested on 3 March 2015. Nizar Hamdan Abbas was arrested on 9 March 2015.",
		"a name on a list":          "My brother Nizar Hamdan Abbas is a mechanic. The soldiers had a list with the name Nizar Hamdan Abbas on it.",
		"an emir and a mechanic":    "The emir of the sector was Nizar Hamdan Abbas. The army took a mechanic from our street, Nizar Hamdan Abbas, who had no weapon.",
		"arabic, two cells":         "القاعة الأولى: نزار حمدان عباس، قيس لطيف عمر، نوري صالح. القاعة الثانية: علي صباح كريم، نزار حمدان عباس، حامد جاسم.",
		"arabic, two labels":        "المطلوب: نزار حمدان عباس، مقاتل.\nالمطلوب: قيس لطيف عمر، ناقل بريد.\nالموقوف: نزار حمدان عباس، للتدقيق.\n",
		"arabic, ages":              "أوقف نزار حمدان عباس (٣٤ عاماً). وأوقف نزار حمدان عباس (٢٧ عاماً).",
		"arabic, his neighbour":     "نزار حمدان عباس سائق التنظيم. نزار حمدان عباس جاره في السوق أفرج عنه.",
		"arabic, a name on a list":  "أخي نزار حمدان عباس ميكانيكي. كان عند الجنود قائمة فيها اسم نزار حمدان عباس.",
		"arabic, label and slash":   "الاسم/ نزار حمدان عباس\nالاسم/ نزار حمدان عباس\n",
		"arabic, words first":       "توقيف نزار حمدان عباس في هيت\nتوقيف نزار حمدان عباس في راوة\n",
		"arabic, the caught":        "المقبوض عليه ١: نزار حمدان عباس\nالمقبوض عليه ٢: نزار حمدان عباس\n",
		"arabic, one sentence":      "ألقي القبض على نزار حمدان عباس من هيت وقيس لطيف عمر من عنه ونزار حمدان عباس من راوة.\n",
		"arabic numbered, mother":   "١- نزار حمدان عباس والدته سعاد خليل\n٢- نزار حمدان عباس والدته نجاة عبود\n",
		"arabic numbered, birth":    "1- نزار حمدان عباس مواليد 1971 هيت\n2- نزار حمدان عباس مواليد 1990 راوة\n",
		"arabic numbered, slash":    "١/ نزار حمدان عباس\n٢/ قيس لطيف عمر\n٣/ نزار حمدان عباس\n",
		"arabic numbered, father":   "1. نزار حمدان عباس (والده عباس لطيف)\n2. نزار حمدان عباس (والده عباس خليل)\n",
		"arabic, place":             "1- نزار حمدان عباس - هيت\n2- نزار حمدان عباس - راوة\n",
		"arabic, words after":       "1- نزار حمدان عباس ألقي القبض عليه في هيت\n2- نزار حمدان عباس ألقي القبض عليه في راوة\n",
		"arabic bullets":            "- نزار حمدان عباس، هيت\n- نزار حمدان عباس، راوة\n",
		"arabic, ordinals":          "أولا: نزار حمدان عباس، هيت\nثانيا: نزار حمدان عباس، راوة\n",
		"arabic, letters":           "أ- نزار حمدان عباس، هيت\nب- نزار حمدان عباس، راوة\n",
		"arabic, the accused":       "المتهم الأول: نزار حمدان عباس\nالمتهم الثاني: نزار حمدان عباس\n",
		"arabic table":              "ت | الاسم | المواليد\n١ | نزار حمدان عباس | ١٩٧١ هيت\n٢ | نزار حمدان عباس | ١٩٩٠ راوة\n",
		"arabic table, name first":  "الاسم | التولد | الأم\nنزار حمدان عباس | 1971 | سعاد\nنزار حمدان عباس | 1990 | نجاة\n",
		"arabic plain lines":        "أسماء الموقوفين:\nنزار حمدان عباس\nقيس لطيف عمر\nنزار حمدان عباس\n",
		"arabic records":            "الاسم: نزار حمدان عباس\nالتولد: 1971\n\nالاسم: نزار حمدان عباس\nالتولد: 1990\n",
		"arabic, semicolons":        "١؛ نزار حمدان عباس؛ ١٩٧١؛ هيت\n٢؛ نزار حمدان عباس؛ ١٩٩٠؛ راوة\n",
		"arabic, one line":          "الموقوفون: ١- نزار حمدان عباس ٢- قيس لطيف عمر ٣- نزار حمدان عباس.\n",
		"arabic, and":               "ألقي القبض على كل من نزار حمدان عباس وقيس لطيف عمر ونزار حمدان عباس.\n",
		"arabic, case numbers":      "١١٤/٢٠١٥ نزار حمدان عباس هيت\n١١٥/٢٠١٥ نزار حمدان عباس راوة\n",
		"arabic, and then told":     "١- نزار حمدان عباس هيت\n٢- نزار حمدان عباس راوة\nواعترف نزار حمدان عباس بذلك.\n",
	} {
		t.Run(name, func(t *testing.T) {
			n := 0
			for _, p := range persons(t, in) {
				if strings.Contains(p, "Nizar") || strings.Contains(p, "نزار") {
					n++
					if strings.Contains(p, " = Nizar") || strings.Contains(p, " = نزار") {
						t.Errorf("%s\n joined: %s", in, p)
					}
				}
			}
			if n < 2 {
				t.Errorf("%s\n %d persons of the name: %q", in, n, persons(t, in))
			}
		})
	}
}

// TestOnePersonInListsStaysOne holds what is no list: a person told of twice in lines that carry one story on.
func TestOnePersonInListsStaysOne(t *testing.T) {
	for name, in := range map[string]string{
		"paragraphs":     "Nizar Hamdan Abbas was arrested in Hit on 3 May 2015 by the local police after a long search.\n\nNizar Hamdan Abbas was tried in Ramadi in June 2015 and sentenced to ten years in prison.\n",
		"a speaker":      "Nizar Hamdan Abbas: We went to the market.\nThe judge: And then?\nNizar Hamdan Abbas: We came home.\n",
		"title and text": "Nizar Hamdan Abbas\n\nNizar Hamdan Abbas was arrested in Hit on 3 May 2015.\n",
		"timeline":       "3 May 2015: Nizar Hamdan Abbas was seen in Hit with four armed men at the bridge.\n4 May 2015: the police arrested Nizar Hamdan Abbas in Rawa.\n",
		"list and text":  "1. Nizar Hamdan Abbas, b. 1971 Hit\n2. Qais Latif Omar, b. 1980 Ana\n\nNizar Hamdan Abbas confessed to the killing.\n",
		"arrested again": "Nizar Hamdan Abbas was arrested on 3 May 2015. Nizar Hamdan Abbas was arrested again on 4 June 2015.\n",
		"same people":    "They held Nizar Hamdan Abbas, Qais Latif Omar and Nuri Salih Khalil. The judge heard Nizar Hamdan Abbas, Qais Latif Omar and Nuri Salih Khalil.\n",
		"town, province": "Nizar Hamdan Abbas of Hit was arrested. Nizar Hamdan Abbas of Anbar was tried.\n",
		"mechanic, emir": "Nizar Hamdan Abbas, a mechanic, was the emir of the sector. The army took the emir Nizar Hamdan Abbas.\n",
		"arabic":         "اعتقل نزار حمدان عباس في هيت يوم 3 أيار 2015.\n\nوحوكم نزار حمدان عباس في الرمادي وحكم عليه بالسجن عشر سنوات.\n",
	} {
		t.Run(name, func(t *testing.T) {
			var of []string
			for _, p := range persons(t, in) {
				if strings.Contains(p, "Nizar") || strings.Contains(p, "نزار") {
					of = append(of, p)
				}
			}
			if len(of) != 1 {
				t.Errorf("%s\n %d persons: %q", in, len(of), of)
			}
		})
	}
}

// TestNamesakesInALongList holds that a name is found twice in a list of hundreds who share the given name, and that the bound on
// those compared joins nobody.
func TestNamesakesInALongList(t *testing.T) {
	fathers := strings.Fields("Hamdan Latif Salih Khalil Abbud Nayef Qadir Sabri Jasim Omar Faris Hadi Taha Karim Rashid Shakir Walid Younis Zaki Majid")
	var b strings.Builder
	row := 0
	for _, x := range fathers {
		for _, y := range fathers[:15] {
			row++
			fmt.Fprintf(&b, "%d. Nizar %s %s, b. %d\n", row, x, y, 1950+row%40)
		}
	}
	fmt.Fprintf(&b, "%d. Nizar Majid Karim, b. 1999\n", row+1) // in row 299 as well
	b.WriteString("Nizar Majid Karim confessed.\n")
	n := 0
	for _, p := range persons(t, b.String()) {
		if strings.Contains(p, " = ") {
			t.Fatalf("joined: %s", p)
		}
		if p == "Nizar Majid Karim" {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d persons of the name, want two and one open", n)
	}
}
