package names

import "strings"

// Words are kept folded (see text.Fold) and without apostrophes. They were written down for this package from general
// knowledge of Arabic naming customs.

// role is what a word does in a name besides being a part of it; a word may have several.
type role uint16

const (
	article     role = 1 << iota // al, el, ال
	assimilated                  // ad-, as- …: an article before a hyphen and the same letter
	abdWord                      // opens Abd al-X
	abuWord                      // opens a kunya
	nasabWord                    // stands between a person and the father
	dinWord                      // closes X al-Din
	dinJoined                    // the same, written with its article
	titleWord
	titleSuffix // a title also at the end of a name
	aliasWord   // introduces a nickname; Arabic ones take a ب before what follows
	notArticle  // begins with the letters of an article which is none
)

var roles = func() map[string]role {
	m := map[string]role{}
	for _, g := range []struct {
		role  role
		words string
	}{
		{article, "al el ul il ال"},
		{assimilated, "ad ar as ash an at az ed er es esh en et ez ud ur us ush un uz adh ath dh"},
		{abdWord, "abd abdul abdel abdal abdol abdoul abdil abdur abdus abdud abdun abder abdes abdar abdas abdush abdet abdol abdal abdelal عبد"},
		{abuWord, "abu abou abo abi abul abou ابو ابي ابا"},
		{abuWord, "umm oum um ummu ام"},
		{nasabWord, "bin ibn ben bn ibnu ibni bint bent binti binte bte ould wuld walad weld uld بن ابن بنت ولد"},
		{dinWord, "din deen dine dien الدين"},
		{dinJoined, "aldin eldin uldin uddin eddin eddine addin aldeen eldeen uldeen uddine addine addeen uddeen eddeen"},
		{titleWord, `hajji haji hajj haj hadji alhaj alhaji alhajj elhadj hajjah mullah mulla molla mullo mulavi mawlawi maulvi maulawi mawlavi
		molvi mawlana maulana moulana sheikh shaykh shaikh sheik shekh sheykh cheikh sheikha sayyid sayed sayyed syed sayid seyed seyyed seyid
		dr doctor prof professor eng engineer mr mrs ms sir qari ustad ustaz ustadh imam colonel col general gen brigadier brig major maj
		captain capt lieutenant lt sergeant sgt corporal cpl admiral mufti ayatollah hojjatoleslam judge commander warden
		حاج الحاج حجي الحجي الحاجه حاجه ملا الملا شيخ الشيخ سيد السيد دكتور الدكتور مهندس المهندس استاذ الاستاذ عقيد العقيد عميد العميد
		لواء اللواء الفريق الرائد النقيب ملازم الملازم مقدم المقدم العريف الجندي مولوي المولوي مولانا قاري القاري القاضي المرحوم
		الشهيد الضابط المفوض اخوند`},
		{titleSuffix, "akhund akhond akhundzada effendi bey bek pasha jr sr اخوند افندي بيك باشا"},
		{aliasWord, "aka alias nicknamed called المعروف المعروفه الملقب الملقبه الشهير المدعو المكني المكنيه يكني يلقب"},
		{notArticle, "الله الياس الهام البير الكسندر البرت الينا الان الله اليسا اللهداد الياف الهه"},
	} {
		for _, w := range strings.Fields(g.words) {
			m[w] |= g.role
		}
	}
	return m
}()

// is reports whether a word has a role.
func (t *token) is(r role) bool { return t.role&r != 0 }

// gluedArticle returns how many letters of a Latin word may be an article glued to it: "alhusseini" 2, "alia" 0.
func gluedArticle(w string) int {
	if len(w) < 6 || !(strings.HasPrefix(w, "al") || strings.HasPrefix(w, "el")) {
		return 0
	}
	switch w[2] {
	case 'a', 'e', 'i', 'o', 'u', 'l':
		if len(w) < 7 {
			return 0
		}
	}
	return 2
}

// gluedAbd returns what follows a glued "abd" with its vowel and article ("abdelrahman", "abdurrahman", عبدالرحمن),
// or "" when the word is none. Abdallah is left whole.
func gluedAbd(w string) string {
	if rest, ok := strings.CutPrefix(w, "عبد"); ok {
		if r, ok := strings.CutPrefix(rest, "ال"); ok && len([]rune(r)) >= 3 {
			return r
		}
		if len([]rune(rest)) >= 3 && !strings.HasPrefix(rest, "ال") {
			return rest
		}
		return ""
	}
	rest, ok := strings.CutPrefix(w, "abd")
	if !ok || len(rest) < 5 {
		return ""
	}
	if isAbdallah(w) {
		return ""
	}
	if rest[0] == 'o' && rest[1] == 'u' {
		rest = rest[1:]
	}
	switch rest[0] {
	case 'a', 'e', 'i', 'o', 'u':
		rest = rest[1:]
	}
	if rest[0] == 'l' {
		rest = rest[1:]
	} else if len(rest) > 2 && rest[0] == rest[1] {
		rest = rest[1:]
	}
	if len(rest) < 3 {
		return ""
	}
	return rest
}

func isAbdallah(w string) bool {
	switch w {
	case "عبدالله", "عبداله", "abdallah", "abdullah", "abdalla", "abdulla", "abdellah", "abdollah", "abdilah", "abdolah", "abdulah", "abdillah", "abdoullah", "abdelah":
		return true
	}
	return false
}

// gluedAbu returns what follows a glued "abu" ("abubakr", ابوبكر), or "".
func gluedAbu(w string) string {
	for _, p := range []string{"abou", "abu", "ابو"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len([]rune(rest)) >= 3 {
			return rest
		}
	}
	return ""
}
