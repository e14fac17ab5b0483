package extract

import (
	"strings"
	"testing"
)

// TestClaims holds sentences made up for these tests, each with lines its reading must have and words it must not have.
func TestClaims(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
		not      []string
	}{
		{"kunya beside a name", "Khalid Jasim al-Dulaimi, known as Abu Omar, came. Abu Omar left.",
			[]string{"Person name=Khalid Jasim al-Dulaimi kunya=Abu Omar kunya=Abu Omar"}, nil},
		{"kunya beside a name, Arabic", "جاء خالد جاسم الدليمي المكنى أبو عمر. غادر أبو عمر.",
			[]string{"Person name=خالد جاسم الدليمي kunya=أبو عمر kunya=أبو عمر"}, nil},
		{"nickname", "Marwan Sabah (alias \"the Engineer\") came. The Engineer paid $3,000 to Laith Mahdi.",
			[]string{"Person name=Marwan Sabah alias=the Engineer alias=Engineer", "Payment payer=Marwan Sabah beneficiary=Laith Mahdi amount=3000 currency=USD"}, nil},
		{"nickname, Arabic", "كان خالد جاسم الملقب بالمهندس يقود الخلية.",
			[]string{"Person name=خالد جاسم alias=المهندس", "Membership member=خالد جاسم role=رئيس"}, nil},
		{"surname alone", "Police arrested Omar Faruq al-Ani. Al-Ani was released.",
			[]string{"Person name=Omar Faruq al-Ani name=Al-Ani", "Release subject=Omar Faruq al-Ani value=released"}, nil},
		{"two full names stay two", "Ali Hasan Mahdi met Ali Husain Mahdi.", []string{"Person name=Ali Hasan Mahdi", "Person name=Ali Husain Mahdi"}, nil},
		{"proclitic before a name", "سلم المبلغ لخالد جاسم وعمر فاروق.", []string{"Person name=خالد جاسم", "Person name=عمر فاروق"}, nil},
		{"a town is no person", "The convoy left Ramadi for Haditha and Abu Ghraib.", nil, []string{"Person"}},
		{"a preposition is no Ali", "سلموا على أحمد كاظم في البيت", []string{"Person name=أحمد كاظم"}, []string{"على"}},
		{"two words one name", "اعتقل صلاح الدين خضير ونور الدين نصر الله العاني.", []string{"Person name=صلاح الدين خضير", "Person name=نور الدين نصر الله العاني"}, nil},
		{"in the name of", "وقال الناطق باسم القوات إن العملية مستمرة.", nil, []string{"Person"}},
		{"the preposition written as the name", "وضع المال علي الطاولة قرب خالد جاسم.", []string{"Person name=خالد جاسم"}, []string{"name=علي"}},
		{"another name in the same order is another person", "Munther Sabri was named. Munther Salim Sabri is a baker.", []string{"Person name=Munther Sabri", "Person name=Munther Salim Sabri"}, nil},
		{"called introduces no alias of another", "The trader Salar Nuri and a money changer called Hikmat Aziz work for the Desert Eagles network.",
			[]string{"Person name=Salar Nuri", "Person name=Hikmat Aziz", "Membership member=Hikmat Aziz role=broker organization=Desert Eagles network"}, nil},
		{"role in apposition", "Omar al-Ani, the financier of the Black Falcons network, fled.",
			[]string{"Membership member=Omar al-Ani role=financier organization=Black Falcons network"}, nil},
		{"role before the name", "The courier Luqman Hadi and the deputy emir Abu Yusuf worked for the Night Crows network.",
			[]string{"Membership member=Luqman Hadi role=courier organization=Night Crows network", "Membership member=Abu Yusuf role=deputy emir organization=Night Crows network"}, nil},
		{"role told by a deed", "The network is led by Marwan Sabah al-Ani; Naji Salman kept the ledger.",
			[]string{"Membership member=Marwan Sabah al-Ani role=leader", "Membership member=Naji Salman role=bookkeeper"}, nil},
		{"role denied", "Laith Mahdi is not a member of the Black Falcons network.",
			[]string{"Membership member=Laith Mahdi/denied role=member/denied organization=Black Falcons network/denied"}, nil},
		{"role doubted", "It is not confirmed that Faisal Ghanim was a courier for the network.", []string{"Membership member=Faisal Ghanim/uncertain role=courier/uncertain"}, nil},
		{"role, Arabic", "كان محمود جاسم سائقا لدى شبكة النسور السود، وشقيقه عادل جاسم محاسب الشبكة.",
			[]string{"Membership member=محمود جاسم role=سائقا organization=شبكة النسور السود", "Membership member=عادل جاسم role=محاسب organization=شبكة النسور السود", "Kinship person=محمود جاسم relative=عادل جاسم relation=شقيقه"}, nil},
		{"role doubted, Arabic", "يقال ان حسن عبد الله كان عضوا في تنظيم داعش.", []string{"Membership member=حسن عبد الله/uncertain role=عضوا/uncertain organization=تنظيم داعش/uncertain"}, nil},
		{"passive killing", "Ahmed Salih was killed in Hit on 5 May 2014 by Khalid Jasim.",
			[]string{"Event subtype=killing date=2014-05-05 place=Hit{g95788}", "participant=Khalid Jasim event=killing role=perpetrator", "participant=Ahmed Salih event=killing role=victim"}, nil},
		{"seen killing", "I saw Khalid Jasim shoot my neighbour Ahmed Salih.",
			[]string{"participant=Khalid Jasim event=killing role=perpetrator", "participant=Ahmed Salih event=killing role=victim"}, []string{"role=witness"}},
		{"counted dead are not the suspects", "Marwan Sabah is suspected of the bombing in Haditha, in which 11 people were killed.",
			[]string{"dead=11", "participant=Marwan Sabah event=bombing role=suspect"}, []string{"role=victim"}},
		{"part in a massacre", "Abu Omar took part in the massacre. The victims of the massacre include Nasir Hammadi and Yunus Khalil.",
			[]string{"participant=Abu Omar event=massacre role=perpetrator", "participant=Nasir Hammadi event=massacre role=victim", "participant=Yunus Khalil event=massacre role=victim"}, nil},
		{"denial", "On 3 May 2014 Ahmed Salih was killed. Khalid Jasim denied the killing. Mazin Adnan had nothing to do with it.",
			[]string{"participant=Khalid Jasim/denied", "participant=Mazin Adnan/denied", "participant=Ahmed Salih event=killing role=victim"}, nil},
		{"abduction from a house", "In June 2015 they took Salam Nouri from his house.", []string{"Event subtype=kidnapping date=2015-06", "participant=Salam Nouri event=kidnapping role=victim"}, nil},
		{"confession under torture is no torture by him", "Ziyad Tariq had told the court that his confession was taken under torture.",
			[]string{"participant=Ziyad Tariq event=torture role=victim"}, []string{"role=perpetrator"}},
		{"killing, Arabic", "قتل المواطن أحمد صالح على يد خالد الدليمي في هيت يوم 3 آب 2014.",
			[]string{"participant=خالد الدليمي event=killing role=perpetrator", "participant=أحمد صالح event=killing role=victim", "date=2014-08-03"}, nil},
		{"part, Arabic", "وفي 29 تشرين الأول 2014 شارك أبو عمر في مجزرة راح ضحيتها نحو أربعين رجلا.",
			[]string{"Event subtype=massacre date=2014-10-29 dead=36..40..44", "participant=أبو عمر event=massacre role=perpetrator"}, nil},
		{"suspect, Arabic", "مخلف جاسم متهم بإعدام الجندي مصطفى ناصر العزاوي في الفلوجة.",
			[]string{"participant=مخلف جاسم event=public_execution role=suspect", "participant=مصطفى ناصر العزاوي event=public_execution role=victim"}, nil},
		{"denial, Arabic", "ونفى خالد جاسم أي علاقة بقتل أحمد صالح.", []string{"participant=خالد جاسم/denied", "participant=أحمد صالح event=killing role=victim"}, nil},
		{"arrest and list", "Security forces arrested Omar Faruq and Laith Mahdi in Ramadi on 12 January 2015.",
			[]string{"Detention subject=Omar Faruq date=2015-01-12 place=Ramadi{g98717}", "Detention subject=Laith Mahdi date=2015-01-12"}, nil},
		{"sentence", "The court sentenced Riyadh Hamid to 15 years in prison and cleared Jamal Khudair of all charges.",
			[]string{"Sentence subject=Riyadh Hamid value=15 years", "Verdict subject=Jamal Khudair value=acquitted"}, nil},
		{"life and conviction", "The Court of Appeal convicted Nabil Aziz and sentenced him to life imprisonment.",
			[]string{"Verdict subject=Nabil Aziz value=convicted", "Sentence subject=Nabil Aziz value=life"}, nil},
		{"charges dropped", "The charges against Munir Adnan were dropped.", []string{"Verdict subject=Munir Adnan value=dismissed"}, []string{"Charge"}},
		{"arrest, Arabic", "ألقت القوات الأمنية القبض على عمر فاروق العاني في الرمادي يوم 12/1/2015.", []string{"Detention subject=عمر فاروق العاني date=2015-01-12 place=الرمادي{g98717}"}, nil},
		{"sentence, Arabic", "وحكمت محكمة جنايات الأنبار على عمر العاني بالإعدام شنقا بتاريخ 3 شباط 2015.", []string{"Sentence subject=عمر العاني value=death date=2015-02-03"}, nil},
		{"years, Arabic", "قررت المحكمة الحكم على المتهم علي حسين مهدي بالسجن لمدة خمس عشرة سنة.", []string{"Sentence subject=علي حسين مهدي value=15 years"}, nil},
		{"acquittal and release, Arabic", "برأت المحكمة سعد كريم علوان وأفرجت عن ليث مهدي صالح.",
			[]string{"Verdict subject=سعد كريم علوان value=acquitted", "Release subject=ليث مهدي صالح value=released"}, nil},
		{"the spokesman is not arrested", "وقال الناطق العميد سعد معن إن القوات اعتقلت 12 إرهابيا.", nil, []string{"Detention"}},
		{"payment", "On 5 May 2014 Abu Hamza paid 25 million dinars to Yasin al-Rawi through the al-Noor Exchange Company.",
			[]string{"Payment payer=Abu Hamza beneficiary=Yasin al-Rawi via=al-Noor Exchange Company amount=25000000 currency=IQD date=2014-05-05"}, nil},
		{"payment received", "Yasin Taha received $12,000 from Qusay Dawood.", []string{"Payment payer=Qusay Dawood beneficiary=Yasin Taha amount=12000 currency=USD"}, nil},
		{"payment in the passive", "$2,000 was paid to Rida Salman by Abu Sayf.", []string{"Payment payer=Abu Sayf beneficiary=Rida Salman amount=2000 currency=USD"}, nil},
		{"payment, Arabic", "سلم أبو حمزة مبلغ ٢٥ مليون دينار إلى ياسين طه الراوي عن طريق مكتب النور للصرافة.",
			[]string{"Payment payer=أبو حمزة beneficiary=ياسين طه الراوي via=مكتب النور للصرافة amount=25000000 currency=IQD"}, nil},
		{"payment received, Arabic", "استلم ابو سيف من الصراف ادريس وهاب 40 الف دولار في آذار 2016.",
			[]string{"Payment payer=ادريس وهاب beneficiary=ابو سيف amount=40000 currency=USD date=2016-03"}, nil},
		{"form", "الاسم: محمد عبد الستار جبار الدليمي\nالتولد: 1985 / الرمادي\nاسم الأم: حليمة عبود\nتاريخ القبض: 14/2/2016\nالقرار: السجن المؤبد",
			[]string{"birthDate=1985", "motherName=حليمة عبود", "Detention subject=محمد عبد الستار جبار الدليمي date=2016-02-14", "Sentence subject=محمد عبد الستار جبار الدليمي value=life"}, nil},
		{"note", "Date: 3 June 2014\nFrom: Yasin Taha al-Rawi\nTo: Abu Hamza al-Ansari\nAmount: IQD 12,500,000\nVia: al-Safa Exchange",
			[]string{"Payment payer=Yasin Taha al-Rawi beneficiary=Abu Hamza al-Ansari amount=12500000 currency=IQD date=2014-06-03 via=al-Safa Exchange"}, nil},
		{"operation", "In a joint operation in Rutba on 4 March 2016 the army killed 7 militants and arrested 12 suspects.",
			[]string{"Operation name=joint operation date=2016-03-04 place=Rutba{g98677} killed=7 captured=12"}, nil},
		{"dateline is no place of arrest", "BAGHDAD (Agency) - Police announced Tuesday the arrest of Samir Hamid al-Rawi.", []string{"Detention subject=Samir Hamid al-Rawi date=2015-02-10"}, []string{"place="}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, c.in, "2015-02-10")
			check(t, c.in, r)
			lines := describe(c.in, r)
			all := strings.Join(lines, "\n")
			for _, w := range c.want {
				found := false
				for _, l := range lines {
					found = found || strings.Contains(l, w)
				}
				if !found {
					t.Errorf("%s\nlacks  %s\nhas    %s", c.in, w, strings.ReplaceAll(all, "\n", "\n       "))
				}
			}
			for _, w := range c.not {
				if strings.Contains(all, w) {
					t.Errorf("%s\nshould not have %s\nhas    %s", c.in, w, strings.ReplaceAll(all, "\n", "\n       "))
				}
			}
		})
	}
}

func TestVoice(t *testing.T) {
	for _, c := range []struct{ in, asserter, access, kind string }{
		{"The spokesman said Omar Faruq was arrested.", "The spokesman", "", "reported"},
		{"According to a resident, Omar Faruq was arrested.", "a resident", "", "reported"},
		{"I saw Khalid Jasim shoot Ahmed Salih.", "", "saw_it", "reported"},
		{"My neighbour told me that Khalid Jasim was killed.", "My neighbour", "told_by_witness", "reported"},
		{"Thamir Mahmoud confessed to the abduction of Adil Shakir.", "Thamir Mahmoud", "", "confession"},
		{"شفت بعيني خالد جاسم وهو يقتل عمار ياسر.", "", "saw_it", "reported"},
		{"واعترف المتهم ثامر عبد الرزاق بقتل وليد سامي.", "المتهم ثامر عبد الرزاق", "", "confession"},
	} {
		r := read(t, c.in, "")
		if len(r.Statements) != 1 {
			t.Errorf("%q: %d statements", c.in, len(r.Statements))
			continue
		}
		s := r.Statements[0]
		if s.Asserter != c.asserter || string(s.Access) != c.access || string(s.Kind) != c.kind {
			t.Errorf("%q: asserter %q access %q kind %q", c.in, s.Asserter, s.Access, s.Kind)
		}
	}
}

func TestEveryRuleIsNamedOnceAndKnown(t *testing.T) {
	known := map[string]bool{"event": true, "part": true, "again": true, "arrest": true, "charge": true, "verdict": true, "sentence": true, "release": true, "pay": true, "member": true,
		"alias": true, "kin": true, "neg": true, "deny": true, "hedge": true, "confess": true, "saw": true, "told": true, "rumour": true, "duress": true, "recant": true,
		"operation": true, "deploy": true, "need": true, "role": true, "does": true, "namesake": true, "trade": true, "under": true, "force": true, "foe": true, "cast": true, "link": true, "cause": true, "raise": true, "accuse": true, "handle": true, "seek": true}
	seen := map[string]bool{}
	for _, r := range rulebook().rules {
		if seen[r.id] || !known[r.class] {
			t.Errorf("rule %s of class %s: twice or of an unknown class", r.id, r.class)
		}
		seen[r.id] = true
		if r.class == "event" && (r.attrs["type"] == "" || r.attrs["form"] == "") || r.class == "part" && r.attrs["role"] == "" || r.class == "pay" && r.attrs["dir"] == "" {
			t.Errorf("rule %s lacks an attribute", r.id)
		}
	}
}
