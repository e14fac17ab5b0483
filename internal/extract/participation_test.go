package extract

import (
	"slices"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// said is a text and all that a kind of claim says in it, one line each; nothing else may be said.
type said struct {
	in   string
	want string // lines parted by "; "
}

// parts lists who has which part in what: "killing: Luay Sattar victim", with ! for denied and ? for uncertain.
func parts(r sanad.Reading) []string {
	return lines(r, sanad.SchemaParticipation, func(v map[string]string) string {
		return v["event"] + ": " + v["participant"] + " " + v["role"]
	})
}

// lines writes one line for each entity of a schema, its properties' values with names in place of ids, sorted and once.
func lines(r sanad.Reading, schema string, write func(map[string]string) string) []string {
	name := map[sanad.ID]string{}
	for _, c := range r.Claims {
		switch {
		case c.Schema == sanad.SchemaPerson || sanad.IsOrganization(c.Schema):
			if (c.Prop == "name" || c.Prop == "kunya" || c.Prop == "alias") && len(c.Value) > len(name[c.Entity]) {
				name[c.Entity] = c.Value
			}
		case c.Schema == sanad.SchemaEvent && c.Prop == "subtype":
			name[c.Entity] = c.Value
		}
	}
	values := map[sanad.ID]map[string]string{}
	polarity := map[sanad.ID]sanad.Polarity{}
	for _, c := range r.Claims {
		if c.Schema != schema {
			continue
		}
		v := c.Value
		if n, ok := name[sanad.ID(v)]; ok {
			v = n
		}
		if values[c.Entity] == nil {
			values[c.Entity] = map[string]string{}
		}
		if _, told := values[c.Entity][c.Prop]; !told {
			values[c.Entity][c.Prop] = v
		}
		polarity[c.Entity] = c.Polarity
	}
	var out []string
	for e, v := range values {
		l := write(v)
		switch polarity[e] {
		case sanad.Denied:
			l += "!"
		case sanad.Uncertain:
			l += "?"
		}
		out = append(out, l)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// exactly compares what a list of texts says with what it should say.
func exactly(t *testing.T, list func(sanad.Reading) []string, cases []said) {
	t.Helper()
	for _, c := range cases {
		r := read(t, c.in, "2016-03-20")
		check(t, c.in, r)
		var want []string
		if c.want != "" {
			want = strings.Split(c.want, "; ")
		}
		slices.Sort(want)
		if got := list(r); !slices.Equal(got, want) {
			t.Errorf("%s\nwant %s\ngot  %s\nall  %s", c.in, strings.Join(want, "; "), strings.Join(got, "; "), strings.Join(describe(c.in, r), "\n     "))
		}
	}
}

// The ways in which English tells who did what to whom.
func TestPartsInEnglish(t *testing.T) {
	exactly(t, parts, []said{
		// active
		{"Gunmen shot Sinan Hadi dead outside his shop in Samarra.", "killing: Sinan Hadi victim"},
		{"Talib Mizher shot and killed Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"On 4 May 2015 Talib Mizher opened fire on Sinan Hadi in Samarra.", "attack: Sinan Hadi victim; attack: Talib Mizher perpetrator"},
		{"Talib Mizher and Firas Ghali beat Sinan Hadi with a cable.", "torture: Firas Ghali perpetrator; torture: Sinan Hadi victim; torture: Talib Mizher perpetrator"},
		{"Talib Mizher had Sinan Hadi killed.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher set fire to the house of Sinan Hadi.", "destruction: Sinan Hadi victim; destruction: Talib Mizher perpetrator"},
		{"Men of the group burned Sinan Hadi's house to the ground.", "destruction: Sinan Hadi victim"},
		{"A sticky bomb under his car killed Sinan Hadi and wounded Firas Ghali.", "bombing: Firas Ghali victim; bombing: Sinan Hadi victim"},
		{"Masked men dragged Sinan Hadi from his home at night.", "kidnapping: Sinan Hadi victim"},
		{"Armed men burst into the house of Sinan Hadi and took him away.", "kidnapping: Sinan Hadi victim"},
		{"They took my brother Sinan Hadi from our house in May 2015.", "kidnapping: Sinan Hadi victim"},
		{"Two men grabbed Sinan Hadi in the street and pushed him into a car.", "kidnapping: Sinan Hadi victim"},
		{"Talib Mizher expelled forty families from the village of Tal Hamad.", "displacement: Talib Mizher perpetrator"},
		// passive
		{"Sinan Hadi was gunned down by Talib Mizher.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Sinan Hadi had been strangled.", "killing: Sinan Hadi victim"},
		{"The house of Sinan Hadi was blown up by Talib Mizher.", "destruction: Sinan Hadi victim; destruction: Talib Mizher perpetrator"},
		{"Sinan Hadi was taken from his shop by Talib Mizher and two others.", "kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher perpetrator"},
		{"Sinan Hadi was stopped at a checkpoint and led away; he has not been seen since.", "kidnapping: Sinan Hadi victim"},
		{"Sinan Hadi lost his life when a mortar hit his house in the attack on Samarra.", "attack: Sinan Hadi victim"},
		{"Sinan Hadi died of his wounds after the bombing in Samarra.", "bombing: Sinan Hadi victim"},
		{"Sinan Hadi was wounded in the leg during the attack on the police post in Samarra.", "attack: Sinan Hadi victim"},
		{"Sinan Hadi was found dead near the canal. His family blames Talib Mizher.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect"},
		{"The body of Sinan Hadi was found in the river with two bullets in the head.", "killing: Sinan Hadi victim"},
		// nominal
		{"The killing of Sinan Hadi by Talib Mizher was never investigated.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher was behind the abduction of Sinan Hadi.", "kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher perpetrator"},
		{"The murder of the teacher Sinan Hadi is laid at the door of Talib Mizher.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect"},
		{"Talib Mizher is blamed for the assassination of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect"},
		{"Talib Mizher carried out the execution of Sinan Hadi.", "public_execution: Sinan Hadi victim; public_execution: Talib Mizher perpetrator"},
		{"Talib Mizher's role in the massacre at Tal Hamad is known to all.", "massacre: Talib Mizher perpetrator"},
		// relative clauses and apposition
		{"Talib Mizher, who shot Sinan Hadi, fled to Mosul.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Sinan Hadi, who was shot by Talib Mizher, left four children.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"The man who killed Sinan Hadi is Talib Mizher.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"It was Talib Mizher who ordered the killing of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher, one of the men who stormed the police station in Samarra, was seen in Tikrit.", "attack: Talib Mizher perpetrator"},
		{"Police are looking for Talib Mizher, the killer of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		// reported speech
		{"A neighbour said that Talib Mizher had killed Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Colonel Hamid Fadel said Sinan Hadi was killed by gunmen.", "killing: Sinan Hadi victim"},
		{"Talib Mizher confessed to killing Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher admitted that he shot Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher told investigators he had taken part in the abduction of Sinan Hadi.", "kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher perpetrator"},
		// headlines
		{"Teacher Sinan Hadi shot dead in Samarra", "killing: Sinan Hadi victim"},
		{"Talib Mizher held over murder of Sinan Hadi", "killing: Sinan Hadi victim; killing: Talib Mizher suspect"},
		// courts
		{"Talib Mizher was found guilty of the murder of Sinan Hadi and sentenced to death.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher was charged with the murder of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect"},
		{"The court acquitted Talib Mizher of the murder of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator!"},
		{"Prosecutors accuse Talib Mizher of having planned the bombing in Samarra on 4 May 2015.", "bombing: Talib Mizher suspect"},
		// over sentences
		{"A car bomb exploded in Samarra on 4 May 2015. The dead are Sinan Hadi, Firas Ghali and Talib Mizher.", "bombing: Firas Ghali victim; bombing: Sinan Hadi victim; bombing: Talib Mizher victim"},
		{"Gunmen attacked the police post in Samarra on 4 May 2015. Talib Mizher led them.", "attack: Talib Mizher perpetrator"},
		{"Gunmen attacked the police post in Samarra on 4 May 2015 under the command of Talib Mizher.", "attack: Talib Mizher perpetrator"},
		{"The pharmacy of Sinan Hadi was attacked on 4 May 2015. He identified Talib Mizher as one of the attackers.", "attack: Sinan Hadi victim; attack: Talib Mizher perpetrator"},
		{"A bomb went off in the market of Samarra on 4 May 2015. It had been planted by Talib Mizher.", "bombing: Talib Mizher perpetrator"},
		{"Forty men were shot at Tal Hamad in the massacre of June 2014. Sinan Hadi survived because he lay under the dead.", "massacre: Sinan Hadi witness"},
		{"Sinan Hadi was shot dead on 4 May 2015. Two witnesses recognised Talib Mizher and Firas Ghali.", "killing: Firas Ghali perpetrator; killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		// not told of anybody
		{"Judge Hamid Fadel heard that Sinan Hadi was killed in Samarra.", "killing: Sinan Hadi victim"},
		{"The brother of Sinan Hadi, Firas Ghali, said the men who shot him wore masks.", "killing: Sinan Hadi victim"},
		{"Firas Ghali, a spokesman for the police, announced that the bombing in Samarra killed nine.", ""},
		{"Talib Mizher denies any role in the killing of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator!"},
		{"Talib Mizher did not kill Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator!"},
		{"Talib Mizher may have been involved in the bombing in Samarra.", "bombing: Talib Mizher perpetrator?"},
		{"Hamid Fadel investigated the murder of Sinan Hadi.", "killing: Sinan Hadi victim"},
		{"Firas Ghali was arrested a week after the murder of Sinan Hadi.", "killing: Sinan Hadi victim"},
		{"Firas Ghali mourned his cousin Sinan Hadi, who was killed in Samarra.", "killing: Sinan Hadi victim"},
		{"Firas Ghali claimed that the bombing in Samarra was the work of strangers.", ""},
		{"Firas Ghali described the massacre at Tal Hamad to the judge.", ""},
		{"Firas Ghali found the body of Sinan Hadi.", "killing: Sinan Hadi victim"},
		{"Firas Ghali asked about the kidnapping of Sinan Hadi.", "kidnapping: Sinan Hadi victim"},
		{"Firas Ghali has been threatened since he spoke of the killing of Sinan Hadi.", "killing: Sinan Hadi victim"},
	})
}

// The ways in which Arabic tells it, standard and colloquial.
func TestPartsInArabic(t *testing.T) {
	exactly(t, parts, []said{
		// verb first
		{"قتل طالب مزهر المواطن سنان هادي في سامراء.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"أطلق مسلحون النار على سنان هادي أمام محله في سامراء.", "attack: سنان هادي victim"},
		{"أطلق طالب مزهر النار على سنان هادي فأرداه قتيلا.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"أقدم طالب مزهر على قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"قام طالب مزهر باختطاف سنان هادي من داره.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		{"قام كل من طالب مزهر وفراس غالي بتعذيب سنان هادي.", "torture: سنان هادي victim; torture: طالب مزهر perpetrator; torture: فراس غالي perpetrator"},
		{"اختطف مسلحون مجهولون الطبيب سنان هادي من عيادته.", "kidnapping: سنان هادي victim"},
		{"أحرق طالب مزهر منزل سنان هادي.", "destruction: سنان هادي victim; destruction: طالب مزهر perpetrator"},
		{"نسف طالب مزهر دار سنان هادي في سامراء.", "destruction: سنان هادي victim; destruction: طالب مزهر perpetrator"},
		{"اغتالت مجموعة مسلحة الشيخ سنان هادي.", "killing: سنان هادي victim"},
		{"هجّر طالب مزهر أربعين عائلة من قرية تل حمد.", "displacement: طالب مزهر perpetrator"},
		// passive and unaccusative
		{"قُتل سنان هادي على يد طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"تعرض سنان هادي للخطف من قبل طالب مزهر.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		{"تعرض سنان هادي إلى التعذيب في السجن.", "torture: سنان هادي victim"},
		{"تم اغتيال سنان هادي في سامراء.", "killing: سنان هادي victim"},
		{"استشهد سنان هادي في الهجوم على مركز الشرطة في سامراء.", "attack: سنان هادي victim"},
		{"لقي سنان هادي مصرعه في انفجار سيارة مفخخة في سامراء.", "bombing: سنان هادي victim"},
		{"عثر على جثة سنان هادي في النهر وعليها آثار إطلاقات نارية.", "killing: سنان هادي victim"},
		{"عثر الأهالي على سنان هادي مقتولا قرب القناة. واتهمت عائلته طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر suspect"},
		{"أصيب سنان هادي بجروح في انفجار عبوة ناسفة في سامراء.", "bombing: سنان هادي victim"},
		{"خُطف سنان هادي من محله يوم 4 أيار 2015.", "kidnapping: سنان هادي victim"},
		{"اقتيد سنان هادي من داره إلى جهة مجهولة.", "kidnapping: سنان هادي victim"},
		// nominal
		{"مقتل سنان هادي برصاص مسلحين في سامراء", "killing: سنان هادي victim"},
		{"اغتيال المعلم سنان هادي في سامراء", "killing: سنان هادي victim"},
		{"يقف طالب مزهر وراء اختطاف سنان هادي.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		{"طالب مزهر هو المسؤول عن مقتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"طالب مزهر مطلوب عن قضية مقتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر suspect"},
		{"نفذ طالب مزهر عملية اغتيال سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		// relative clauses
		{"طالب مزهر الذي قتل سنان هادي هرب إلى الموصل.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"سنان هادي الذي قتله طالب مزهر كان معلما.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"الشخص الذي قتل سنان هادي هو طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"إن الذي أمر بقتل سنان هادي هو طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		// reported speech, confession
		{"ذكر أحد الجيران أن طالب مزهر قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"قال العقيد حامد فاضل إن سنان هادي قتل برصاص مسلحين.", "killing: سنان هادي victim"},
		{"اعترف طالب مزهر بقتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"اعترف طالب مزهر بأنه قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"أقر طالب مزهر باشتراكه في خطف سنان هادي.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		// courts
		{"أدانت المحكمة طالب مزهر بجريمة قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"وجهت المحكمة إلى طالب مزهر تهمة قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر suspect"},
		{"برأت المحكمة طالب مزهر من جريمة قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator!"},
		{"ألقي القبض على طالب مزهر بتهمة قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر suspect"},
		// colloquial
		{"إجوا لبيتنا بالليل وأخذوا أخوي سنان هادي.", "kidnapping: سنان هادي victim"},
		{"گتلوا ابن عمي سنان هادي گدام بيته.", "killing: سنان هادي victim"},
		{"طالب مزهر هو اللي گتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"اللي كتل سنان هادي واحد اسمه طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"سنان هادي انكتل بسامراء.", "killing: سنان هادي victim"},
		{"حرگوا بيت سنان هادي.", "destruction: سنان هادي victim"},
		{"خطفوا سنان هادي وبعد شهر لگينا جثته.", "kidnapping: سنان هادي victim"},
		// over sentences
		{"انفجرت سيارة مفخخة في سامراء يوم 4 أيار 2015. والضحايا هم سنان هادي وفراس غالي.", "bombing: سنان هادي victim; bombing: فراس غالي victim"},
		{"هاجم مسلحون مركز الشرطة في سامراء يوم 4 أيار 2015. وكان يقودهم طالب مزهر.", "attack: طالب مزهر perpetrator"},
		{"هاجم مسلحون بقيادة طالب مزهر مركز الشرطة في سامراء يوم 4 أيار 2015.", "attack: طالب مزهر perpetrator"},
		{"قتل سنان هادي يوم 4 أيار 2015. وقد تعرف الشهود على طالب مزهر وفراس غالي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator; killing: فراس غالي perpetrator"},
		{"انفجرت عبوة في سوق سامراء يوم 4 أيار 2015. وقد زرعها طالب مزهر.", "bombing: طالب مزهر perpetrator"},
		// not told of anybody
		{"قال القاضي حامد فاضل إن سنان هادي قتل في سامراء.", "killing: سنان هادي victim"},
		{"روى فراس غالي شقيق سنان هادي كيف قتل شقيقه.", "killing: سنان هادي victim"},
		{"نفى طالب مزهر قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator!"},
		{"لم يقتل طالب مزهر المواطن سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator!"},
		{"ربما اشترك طالب مزهر في تفجير سامراء.", "bombing: طالب مزهر perpetrator?"},
		{"حقق حامد فاضل في مقتل سنان هادي.", "killing: سنان هادي victim"},
		{"اعتقل فراس غالي بعد أسبوع من مقتل سنان هادي.", "killing: سنان هادي victim"},
		{"سأل فراس غالي عن خطف سنان هادي.", "kidnapping: سنان هادي victim"},
		{"قال فراس غالي إن الانفجار في سامراء خلف تسعة جرحى.", ""},
		{"وجد فراس غالي جثة سنان هادي.", "killing: سنان هادي victim"},
	})
}

// What is told around an incident: companions, levies paid, remarks that doubt, pronouns within a word of taking part.
func TestPartsToldAround(t *testing.T) {
	exactly(t, parts, []said{
		{"Gunmen attacked the police post in Samarra on 4 May 2015. Talib Mizher led them. With him was Firas Ghali.", "attack: Firas Ghali perpetrator; attack: Talib Mizher perpetrator"},
		{"Sinan Hadi was kidnapped on 4 May 2015. With him was his neighbour Firas Ghali.", "kidnapping: Firas Ghali victim; kidnapping: Sinan Hadi victim"},
		{"Sinan Hadi came to the market. With him was Firas Ghali.", ""},
		{"Levies were collected from every shop in Hit. Sinan Hadi paid each month. Talib Mizher came for the money.", "extortion: Sinan Hadi victim; extortion: Talib Mizher perpetrator"},
		{"Talib Mizher took part in the massacre at Tal Hamad.\nComment of the officer: treat with caution.", "massacre: Talib Mizher perpetrator?"},
		{"Talib Mizher took part in the massacre at Tal Hamad.\nHe made no comment on the verified list.", "massacre: Talib Mizher perpetrator"},
		{"We reported that Talib Mizher had taken part in the massacre at Tal Hamad. This was wrong.", "massacre: Talib Mizher perpetrator!"},
		{"We reported that Talib Mizher killed Sinan Hadi. This is untrue.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator!"},
		{"Talib Mizher killed Sinan Hadi. This was a crime.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"ذكرنا أن طالب مزهر شارك في مجزرة راوة. وهذا خطأ.", "massacre: طالب مزهر perpetrator!"},
		{"Sinan Hadi died of a fever in 2015.", ""},
		{"Sinan Hadi died of his wounds.", "killing: Sinan Hadi victim"},
		{"Sinan Hadi opened the door and he shot him.", "killing: Sinan Hadi victim"},
		{"قتل مثنى عودة في راوة. ومعه قتل حارث ناجي.", "killing: حارث ناجي victim; killing: مثنى عودة victim"},
		{"خطف مثنى عودة من داره. ومعه جاره حارث ناجي.", "kidnapping: حارث ناجي victim; kidnapping: مثنى عودة victim"},
		{"كانت الإتاوات تفرض على كل المحلات. وأحمد صالح دفع كل شهر.", "extortion: أحمد صالح victim"},
		{"توفي مثنى عودة في العام الماضي.", ""},
		{"توفي مثنى عودة متأثرا بجراحه.", "killing: مثنى عودة victim"},
		{"مثنى عودة الذي اغتالته يد الغدر كان معلما.", "killing: مثنى عودة victim"},
		{"المسؤول عن مجزرة راوة أمام الله هو طالب مزهر.", "massacre: طالب مزهر perpetrator"},
	})
}

// Groups are counted on their incident: the dead, the wounded, those taken.
func TestCountedGroups(t *testing.T) {
	expect(t, []told{
		{"At least seven people were killed and 19 wounded when a bomb exploded in Samarra on 4 May 2015.", []string{"wounded=19", "dead=7"}, []string{"wounded=7", "dead=19"}},
		{"A bomb exploded in Samarra on 4 May 2015, wounding nine people.", []string{"wounded=9"}, []string{"dead="}},
		{"Eleven men were kidnapped in Samarra on 4 May 2015.", []string{"abducted=11"}, []string{"dead="}},
		{"انفجرت سيارة مفخخة في سامراء يوم 4 أيار 2015 وأصيب 11 شخصا.", []string{"wounded=11"}, []string{"dead="}},
		{"خطف مسلحون 12 رجلا في سامراء يوم 4 أيار 2015.", []string{"abducted=12"}, []string{"dead="}},
	})
}

// TestWordsOfNewsForDeeds holds what news and judgments say instead of "killed", "planned" and "took part".
func TestWordsOfNewsForDeeds(t *testing.T) {
	exactly(t, parts, []said{
		{"Burhan Latif mowed down Luay Sattar in Hit.", "killing: Burhan Latif perpetrator; killing: Luay Sattar victim"},
		{"Burhan Latif conspired to destroy the bridge of Hit.", "failed_plot: Burhan Latif perpetrator"},
		{"Luay Sattar was shot dead in Hit. At the wheel sat Burhan Latif.", "killing: Burhan Latif perpetrator; killing: Luay Sattar victim"},
		{"Luay Sattar was shot dead in Hit. Suspicion had fallen on Burhan Latif.", "killing: Burhan Latif suspect; killing: Luay Sattar victim"},
		{"Luay Sattar was shot dead in Hit. Burhan Latif did the shooting.", "killing: Burhan Latif perpetrator; killing: Luay Sattar victim"},
		{"قتل لؤي ستار في هيت. برهان لطيف هو الذي ضغط على الزناد.", "killing: برهان لطيف perpetrator; killing: لؤي ستار victim"},
	})
}
