package names

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// shape writes a parsed name as "kind:folded …".
func shape(n Name) string {
	var out []string
	for _, p := range n.Parts {
		out = append(out, string(p.Kind)+":"+p.Folded)
	}
	return strings.Join(out, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Muhammad Ali Hasan", "ism:muhammad father:ali grandfather:hasan"},
		{"محمد علي حسن الراوي", "ism:محمد father:علي grandfather:حسن nisba:راوي"},
		{"Abu Bakr al-Baghdadi", "kunya:bakr nisba:baghdadi"},
		{"أبو عمر الشيشاني", "kunya:عمر nisba:شيشاني"},
		{"ام محمد", "kunya:محمد"},
		{"Abu Abd al-Rahman al-Iraqi", "kunya:abdrahman nisba:iraqi"},
		{"Abd al-Rahman", "ism:abdrahman"},
		{"Abdelrahman", "ism:abdrahman"},
		{"Abdurrahman bin Khalid", "ism:abdrahman father:khalid"},
		{"عبد الرحمن بن خالد", "ism:عبدرحمن father:خالد"},
		{"عبدالرحمن خالد", "ism:عبدرحمن father:خالد"},
		{"عبد الله احمد", "ism:عبدالله father:احمد"},
		{"Nur al-Din Mahmud", "ism:nurdin father:mahmud"},
		{"صلاح الدين يوسف", "ism:صلاحدين father:يوسف"},
		{"Saladdin", "ism:saladdin"},
		{"Hajji Mullah Omar", "title:hajji title:mullah ism:omar"},
		{"العقيد أحمد جاسم", "title:العقيد ism:احمد father:جاسم"},
		{"الشيخ حازم العلي", "title:الشيخ ism:حازم nisba:علي"},
		{"Col. Ahmad Jasim", "title:col ism:ahmad father:jasim"},
		{"AL-RAWI, Fawaz Muhammad", "ism:fawaz father:muhammad nisba:rawi"},
		{"Alhusseini", "nisba:alhusseini"},
		{"Karim Alhusseini", "ism:karim nisba:alhusseini"},
		{`Khalid Jasim "Abu Hudhayfa"`, "ism:khalid father:jasim kunya:hudhayfa"},
		{`Khalid Jasim "the Doctor"`, "ism:khalid father:jasim nickname:the nickname:doctor"},
		{"خالد جاسم الملقب بالذئب", "ism:خالد father:جاسم nickname:ذيب"},
		{"خالد جاسم المعروف بأبي حذيفة", "ism:خالد father:جاسم kunya:حذيفه"},
		{"Khalid J. Hamad", "ism:khalid initial:j father:hamad"},
		{"Fatima bint Ali", "ism:fatima father:ali"},
		{"al'Issawi", "nisba:issawi"},
		{"إلهام علي", "ism:الهام father:علي"},
		{"", ""},
		{"😀 12", "ism:12"},
		{"Sheikh", "ism:sheikh"},
		{"Umm Khalid al-Dulaymi", "kunya:khalid nisba:dulaymi"},
		{"Abi Bakr", "kunya:bakr"},
		{"أبي حذيفة", "kunya:حذيفه"},
		{"Abu-Bakr al Siddiq", "kunya:bakr laqab:siddiq"},
		{"Abubakr", "kunya:bakr"},
		{"Ali bin Abi Talib", "ism:ali father:talib"},
		{"Ahmad ibn Khalid ibn Jasim", "ism:ahmad father:khalid grandfather:jasim"},
		{"خالد بن جاسم بن حمد الدليمي", "ism:خالد father:جاسم grandfather:حمد nisba:دليمي"},
		{"Abdul Rahman Khalid", "ism:abdrahman father:khalid"},
		{"Abd-al-Rahman Khalid", "ism:abdrahman father:khalid"},
		{"AbdulRahman Khalid", "ism:abdrahman father:khalid"},
		{"ثناء الله غفاري", "ism:ثناءالله father:غفاري"},
		{"ثناء اللہ غفاری", "ism:ثناءالله father:غفاري"},
		{"Sana Ullah Ghafari", "ism:sanaullah father:ghafari"},
		{"Zia ur-Rahman Madani", "ism:ziarahman father:madani"},
		{"Zia u Rahman Madani", "ism:ziarahman father:madani"},
		{"ضياء الرحمن مدني", "ism:ضياءرحمن father:مدني"},
		{"Salah ad-Din", "ism:salahdin"},
		{"صلاح\u200cالدین", "ism:صلاحالدين"},
		{"M. Khalid", "initial:m ism:khalid"},
		{"م. خالد", "initial:م ism:خالد"},
		{"Mohd Khalid", "ism:mohammad father:khalid"},
		{"ﻣﺤﻤﺪ ﻋﻠﻲ", "ism:محمد father:علي"},
		{"مُحَمَّد عَلِيّ", "ism:محمد father:علي"},
		{"\u202bمحمد علي\u202c", "ism:محمد father:علي"},
		{"Muhammad (Abu Hamza) Jasim", "ism:muhammad kunya:hamza father:jasim"},
		{"Khalid Jasim a.k.a. Abu Hudhayfa", "ism:khalid father:jasim kunya:hudhayfa"},
		{"Khalid Jasim alias Sayf", "ism:khalid father:jasim nickname:sayf"},
		{"اللواء الركن خالد", "title:اللواء title:الركن ism:خالد"},
		{"Brigadier General Khalid Jasim", "title:brigadier title:general ism:khalid father:jasim"},
		{"A", "initial:a"},
		{"Khalid Jasim; Khaled Jassim", "ism:khalid father:jasim"},
		{"; Khalid Jasim", "ism:khalid father:jasim"},
		{"Muhammad Ishaq Akhund born in 1963", "ism:muhammad father:ishaq title:akhund"},
		{"Salih Wali, born in Kandahar", "ism:salih father:wali"},
		{"Born", "ism:born"},
		{"محمد آخوند زاده", "ism:محمد title:اخوندزاده"},
		{"Qasim Taqi Zada", "ism:qasim father:taqizada"},
		{"Xasan Cabdulle", "ism:hasan father:abdulle"},
		{"Muh\u0430mmad \u0410li", "ism:muhammad father:ali"},
		{"Сергей Петров", "ism:sergei father:petrov"},
	} {
		if got := shape(Parse(c.in)); got != c.want {
			t.Errorf("Parse(%q)\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestParseSpans(t *testing.T) {
	n := Parse("  \u200fالحاج عبد الرحمن بن خالد الراوي")
	var got []string
	r := []rune(n.Raw)
	for _, p := range n.Parts {
		if s := string(r[p.Span.Start:p.Span.End]); s != p.Text {
			t.Errorf("span of %q holds %q", p.Text, s)
		}
		got = append(got, p.Text)
	}
	if d := cmp.Diff([]string{"الحاج", "عبد الرحمن", "خالد", "الراوي"}, got); d != "" {
		t.Error(d)
	}
}

func TestKeysMeet(t *testing.T) {
	for _, group := range []string{
		"محمد Muhammad Mohamed Mohammad Mohammed Muhammed",
		"حسين Hussein Husayn Hussain Hocine",
		"يوسف Yusuf Youssef Yousif Yusif",
		"عمر Omar Umar",
		"خالد Khalid Khaled",
		"فاطمة Fatima Fatimah Fatemeh",
		"عيسى Isa Eisa Issa",
		"قاسم Qasim Kasim Kassem Gasim",
		"جمال Jamal Djamel Gamal",
		"ذوالفقار Dhulfiqar Zulfikar",
		"عبدالرحمن Abdurrahman Abdelrahmane Abdulrahman",
	} {
		words := strings.Fields(group)
		first := Keys(Parse(words[0]).Parts[0])
		for _, w := range words[1:] {
			if !meet(first, Keys(Parse(w).Parts[0])) {
				t.Errorf("%s and %s share no key: %v, %v", words[0], w, first, Keys(Parse(w).Parts[0]))
			}
		}
	}
}

func meet(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"Abu Abu Abu", "al al al", "بن بن بن", "\"", "a.k.a.", "\u200f", "ﷺ ﷲ", "Abd", "عبد", "x, y, z", "O’", "al-", "\xff\xfe", strings.Repeat("محمد ", 2000), strings.Repeat("a", 10000), "ابو", "المعروف ب"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := Parse(s)
		if len(n.Parts) > maxParts {
			t.Fatalf("%d parts", len(n.Parts))
		}
		runes := utf8.RuneCountInString(s)
		r := []rune(s)
		for _, p := range n.Parts {
			if p.Span.Start < 0 || p.Span.End > runes || p.Span.Start >= p.Span.End {
				t.Fatalf("Parse(%q): span %v of %d code points", s, p.Span, runes)
			}
			if got := string(r[p.Span.Start:p.Span.End]); got != string([]rune(p.Text)) { // invalid bytes become U+FFFD on both sides
				t.Fatalf("Parse(%q): span %v holds %q, part says %q", s, p.Span, got, p.Text)
			}
			if p.Kind == "" || p.Folded == "" {
				t.Fatalf("Parse(%q): empty part %+v", s, p)
			}
		}
	})
}
