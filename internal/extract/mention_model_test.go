package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	sanad "github.com/sanad-workbench/sanad"
)

// TestModelAndRules holds what the union of rules and model finds that neither would alone, and what it must not take for a name.
// P is a person, O an organization.
func TestModelAndRules(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		// persons no list has
		{"He met Tarkhan Batirashvili and Gulmurod Khalimov, of Tajikistan.", []string{"P Tarkhan Batirashvili", "P Gulmurod Khalimov"}},
		{"Russian opposition leader Alexei Navalny was flown to Berlin, the Department of Defense said.", []string{"P Alexei Navalny", "O Department of Defense"}},
		{"The judge, Emerita Quillfeather, read the sentence.", []string{"P Emerita Quillfeather"}},
		// titles, offices, places and acronyms are no part of a name
		{"Former National Security Adviser Susan Rice spoke.", []string{"P Susan Rice"}},
		{"CPL MUSTAFA HADI ZGHAYER was wounded.", []string{"P MUSTAFA HADI ZGHAYER"}},
		{"President of Argentina Alberto Fernández announced it.", []string{"P Alberto Fernández"}},
		{"Supreme Court Justice Ruth Bader Ginsburg died on Friday.", []string{"O Supreme Court", "P Ruth Bader Ginsburg"}},
		// what looks like a name and is none
		{"The United Nations General Assembly met in September.", []string{"O United Nations General Assembly"}},
		{"They called it \"a retrograde step\" and the Korean War \"a mistake\".", nil},
		{"He was known for what the paper called \"fury\" at the Hindi language.", nil},
		{"Perhaps Allegedly Apparently it rained in March and April.", nil},
		{"The flight landed at Bradley International Airport.", nil},
		{"Fighters of Ahrar al-Sham and Jund al-Aqsa left.", []string{"O Ahrar al-Sham", "O Jund al-Aqsa"}},
		{"He lives at Darb al-Furat near Wadi al-Thawr.", nil},
		// Arabic: the model lengthens a name, and takes up what two ambiguous words name
		{"التقى الوزير بنيكولاي باتروشيف ثم غادر عادل تركي المكان.", []string{"P عادل تركي"}},
		{"ألقي القبض على علاء سامي ونجم عبد الله في هيت.", []string{"P علاء سامي", "P نجم عبد الله"}},
		{"المخطوفون حاتم كريم صاحب وعادل تركي ومهند سعيد.", []string{"P حاتم كريم صاحب", "P عادل تركي", "P مهند سعيد"}},
		{"أخلي سبيل سنان هادي في 4 أيار 2015.", []string{"P سنان هادي"}},
		{"دفعوا للشيخ حمزة عشرين مليونا.", []string{"P حمزة"}},
		{"أخذوا أخوي لمدرسة البنات.", nil},
	} {
		r := read(t, c.in, "2015-02-10")
		check(t, c.in, r)
		var got []string
		for _, cl := range r.Claims {
			switch {
			case cl.Schema == sanad.SchemaPerson && sanad.IsNameProp(cl.Prop):
				got = append(got, "P "+cl.Value)
			case (cl.Schema == sanad.SchemaOrganization || cl.Schema == sanad.SchemaNetwork || cl.Schema == sanad.SchemaUnit) && cl.Prop == "name":
				got = append(got, "O "+cl.Value)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s\n%s", c.in, d)
		}
	}
}

// TestListedNames holds how lists and chats write a name.
func TestListedNames(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"1. AL-KUBAYSI, Nazim Farhan b. 1974\n2. Mathieu DELORME, French\n", []string{"AL-KUBAYSI, Nazim Farhan", "Mathieu DELORME"}},
		{"14/01/2015 21:52 - منتظر: لا تخافين\n14/01/2015 21:53 - منتظر: خذوه\n", []string{"منتظر = منتظر"}},
		{"2. OWN LOSSES. None.\n", nil},
		{"الاسم: ربيع احمد هزاع\nالكنية: ابو يعقوب\n", []string{"ربيع احمد هزاع"}},
		// a father's name no list has, between two given names; a verb there is none
		{"وتسلم حمدان شغيث فارس المبلغ.", []string{"حمدان شغيث فارس"}},
		{"رأيت حمدان يصافح فارس.", []string{"حمدان", "فارس"}},
		{"رأيت حمدان ضرب فارس.", []string{"حمدان", "فارس"}},
		// a last name no list has, alone
		{"هرب نزار حمدان زغيبر من هيت. وبقي قيس لطيف في داره. ثم شوهد زغيبر في راوة.", []string{"نزار حمدان زغيبر = زغيبر", "قيس لطيف"}},
		{"هرب نزار حمدان زغيبر من هيت. وبقي قيس لطيف. ثم قبضوا على زغيبر.", []string{"نزار حمدان زغيبر = زغيبر", "قيس لطيف"}},
		{"هرب نزار حمدان زغيبر من هيت. ثم قال قيس لطيف إن المال لزغيبر.", []string{"نزار حمدان زغيبر = زغيبر", "قيس لطيف"}},
		{"No | Name | Kunya\n1 | Nizar Hamdan | Abu Layth\n2 | Qais Latif | Abu Omar\n", []string{"Nizar Hamdan", "Qais Latif"}},
		{"No | Name | Reports to\n1 | Nizar Hamdan | Abu Layth\n", []string{"Nizar Hamdan", "kunya=Abu Layth"}},
	} {
		if d := cmp.Diff(c.want, persons(t, c.in)); d != "" {
			t.Errorf("%s\n%s", c.in, d)
		}
	}
}

// TestOtherNames holds whose a kunya or nickname is: the person's it is plainly given to, and nobody's else.
func TestOtherNames(t *testing.T) {
	for _, c := range []struct{ in, with, other string }{
		{"Nizar Hamdan, whom the traders called Abu Layth, fled.", "Nizar Hamdan", "Abu Layth"},
		{"Abu Layth is Nizar Hamdan, from Ana.", "Nizar Hamdan", "Abu Layth"},
		{"Analyst: Abu Layth is believed to be Nizar Hamdan.", "Nizar Hamdan", "Abu Layth"},
		{"يعتقد أن أبا ليث هو نزار حمدان.", "نزار حمدان", "أبا ليث"},
		{"نزار حمدان المكنى أبو ليث هرب. وشوهد أبا ليث في هيت.", "نزار حمدان", "أبا ليث"},
		{"كان نزار حمدان وياه، هذا اللي يسموه أبو ليث.", "نزار حمدان", "أبو ليث"},
		{"أبو ليث هذا هو نزار حمدان.", "نزار حمدان", "أبو ليث"},
		{"أوقفوا سعاد حمدان الملقبة أم ليث.", "سعاد حمدان", "أم ليث"},
		{"(١) الاسم: نزار حمدان زغيبر / الشهرة: أبو ليث / الصفة: مقاتل", "نزار حمدان زغيبر", "أبو ليث"},
		{"Nizar Hamdan, who also answers to Abu Layth, fled.", "Nizar Hamdan", "Abu Layth"},
		{"1) Nizar Hamdan, a.k.a. Abu Layth; b. 1977.", "Nizar Hamdan", "Abu Layth"},
		{"The wanted Nizar Hamdan, born 1971, Abu Layth, owner of a shop, fled.", "Nizar Hamdan", "Abu Layth"},
		{"The town knew Yasin Hamdan, known as al-Araj, well.", "Yasin Hamdan", "al-Araj"},
	} {
		if !sameEntity(t, c.in, c.with, c.other) {
			t.Errorf("%s\n%q is not %q", c.in, c.other, c.with)
		}
	}
	for _, c := range []struct{ in, with, other string }{
		{"Nizar Hamdan, who answers to Abu Layth, fled.", "Nizar Hamdan", "Abu Layth"},
		{"Abu Layth is not Nizar Hamdan.", "Nizar Hamdan", "Abu Layth"},
		{"It is rumoured that Abu Layth is Nizar Hamdan.", "Nizar Hamdan", "Abu Layth"},
		{"He denied that Abu Layth is Nizar Hamdan.", "Nizar Hamdan", "Abu Layth"},
		{"Is Abu Layth really, as they say, Nizar Hamdan? Abu Layth is Nizar Hamdan?", "Nizar Hamdan", "Abu Layth"},
		{"Abu Layth is Nizar Hamdan's brother.", "Nizar Hamdan", "Abu Layth"},
		{"Beside Nizar Hamdan was Abu Layth.", "Nizar Hamdan", "Abu Layth"},
		{"I saw Nizar Hamdan. Then a short man they called Abu Layth came.", "Nizar Hamdan", "Abu Layth"},
		{"رأيت نزار حمدان. ورأيت رجلا قصيرا ينادونه أبا ليث.", "نزار حمدان", "أبا ليث"},
		{"سلمت المال إلى نزار حمدان. قالت إن آمرهم كانوا يسمونه أبا ليث.", "نزار حمدان", "أبا ليث"},
		{"Nizar Hamdan, who was with a man called Abu Layth, fled.", "Nizar Hamdan", "Abu Layth"},
		{"1. Nizar Hamdan, Abu Layth and Qais Latif fled.", "Nizar Hamdan", "Abu Layth"},
	} {
		if sameEntity(t, c.in, c.with, c.other) {
			t.Errorf("%s\n%q was joined to %q", c.in, c.other, c.with)
		}
	}
}

// sameEntity reports whether two names of a text are one person's.
func sameEntity(t *testing.T, s, a, b string) bool {
	t.Helper()
	of := map[string]map[sanad.ID]bool{}
	for _, c := range read(t, s, "2015-02-10").Claims {
		if c.Schema == sanad.SchemaPerson && sanad.IsNameProp(c.Prop) {
			if of[c.Value] == nil {
				of[c.Value] = map[sanad.ID]bool{}
			}
			of[c.Value][c.Entity] = true
		}
	}
	if len(of[a]) == 0 || len(of[b]) == 0 {
		t.Errorf("%s\nlacks %q or %q: %v", s, a, b, strings.Join(persons(t, s), "; "))
		return false
	}
	for e := range of[b] {
		if of[a][e] {
			return true
		}
	}
	return false
}

// TestNamesOfStrangeWords holds Arabic names with a word no list has, and words that look like names and are none.
func TestNamesOfStrangeWords(t *testing.T) {
	for in, want := range map[string]string{
		"اعترف نزار صحن حمدان بذلك. ثم أوقف نزار صحن حمدان.": "نزار صحن حمدان = نزار صحن حمدان",
		"١- نزار صحن حمدان، هيت":                             "نزار صحن حمدان",
		"قال نزار استقبل حمدان.":                             "نزار | حمدان",
		"- صفاء مناتي جبار - بريد المجموعة":                  "صفاء مناتي جبار",
		"حُرر الصائغ يوسف متي كوركيس أمس.":                   "يوسف متي كوركيس",
		"جاب نزار بالسيارة ليلا.":                            "نزار",
		"دزوا عليّ نزار.":                                    "نزار",
		"لم يتسن لنا لقاء نزار.":                             "نزار",
		"افتتح معرض للزهور في هيت.":                          "",
		"لزمه نزار، أبو الحسبة.":                             "نزار",
		"٢٢/١١ من سجاد إلى منتظر ٥٠٠٠ دولار حصته":            "سجاد | منتظر",
		"عمل نزار في كتيبة رعد الموصل.":                      "نزار",
	} {
		if got := strings.Join(persons(t, in), " | "); got != want {
			t.Errorf("%s\n got %q, want %q", in, got, want)
		}
	}
}
