package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sanad-workbench/sanad/internal/text"
)

// Words are kept folded (see text.Fold) and without apostrophes. They were written down for this package from general
// knowledge of Arabic naming customs.

// role is what a word does in a name besides being a part of it; a word may have several.
type role uint32

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
	knownWord   // opens "known as"
	allahWord   // closes Abd Allah, X Allah
	tailWord    // closes X ur-Rahman
	bornWord    // a birth follows
	zadaWord    // closes X-zada, the son of X
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
		qazi qasi qadi captain capt lieutenant lt sergeant sgt corporal cpl admiral mufti ayatollah hojjatoleslam judge commander warden
		حاج الحاج حجي الحجي الحاجه حاجه ملا الملا شيخ الشيخ سيد السيد دكتور الدكتور مهندس المهندس استاذ الاستاذ عقيد العقيد عميد العميد
		لواء اللواء الفريق الرائد النقيب ملازم الملازم مقدم المقدم العريف الجندي مولوي المولوي مولانا قاري القاري القاضي المرحوم
		الركن ركن الشهيد الضابط المفوض اخوند`},
		{titleSuffix, "akhund akhond akhundzada akhundzadah akhundzadeh akhunzada effendi bey bek pasha jr sr اخوند افندي بيك باشا"},
		{knownWord, "known"},
		{allahWord, "allah ullah lah llah الله لله اله"},
		{tailWord, "rahman rehman haq haqq الرحمن الرحمان الحق"},
		{bornWord, "born"},
		{zadaWord, "zada zadah zadeh zade زاده"},
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
func (w *word) is(r role) bool { return w.role&r != 0 }

// gluedArticle reports whether a Latin word very likely has an article glued to it: "alhusseini", not "alia".
func gluedArticle(w string) bool {
	if len(w) < 6 || !(strings.HasPrefix(w, "al") || strings.HasPrefix(w, "el")) {
		return false
	}
	switch w[2] {
	case 'a', 'e', 'i', 'o', 'u', 'l':
		return len(w) >= 7
	}
	return true
}

// gluedLead returns how many letters at the head of a Latin word may be an article or a bin glued to it.
func gluedLead(w string) int8 {
	switch {
	case len(w) >= 6 && (strings.HasPrefix(w, "al") || strings.HasPrefix(w, "el")):
		return 2
	case len(w) >= 7 && (strings.HasPrefix(w, "ben") || strings.HasPrefix(w, "bin")):
		return 3
	}
	return 0
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

// others are spellings far from the usual: abbreviations, and what Somalis write (x for ح, c for ع).
var others = map[string]string{"mohd": "mohammad", "mhd": "mohammad", "muh": "muhammad",
	"xasan": "hasan", "xassan": "hasan", "xuseen": "husayn", "xusseen": "husayn", "maxamed": "muhammad", "maxamuud": "mahmud", "maxamud": "mahmud", "axmed": "ahmad",
	"axmad": "ahmad", "cali": "ali", "cabdi": "abdi", "cabdulle": "abdulle", "cabdullahi": "abdullahi", "cabdillahi": "abdillahi", "cabdirahman": "abdirahman",
	"cabdiraxmaan": "abdirahman", "cabdiqadir": "abdiqadir", "cabdikadir": "abdiqadir", "cabdinasir": "abdinasir", "cumar": "umar", "cismaan": "uthman", "cisman": "uthman", "ciise": "isa",
	"xirsi": "hirsi", "xersi": "hirsi", "xaaji": "hajji", "xamza": "hamza", "xamse": "hamza", "saciid": "said", "sacid": "said", "jaamac": "jama", "jamac": "jama",
	"faarax": "farah", "farax": "farah", "nuux": "nuh", "yacquub": "yaqub", "yacqub": "yaqub", "ismaaciil": "ismail", "ismaciil": "ismail", "muxumed": "muhammad", "salaax": "salah", "caydiid": "aydid"}

// word is what is known of a word wherever it stands.
type word struct {
	raw           string
	folded        string // without apostrophes
	plain         string // folded, without article, abd and abu in their usual form
	role          role
	kind          kindCode // Initial, Title, Kunya when the word alone says so, else Unknown
	isArabic      bool
	latin, arabic bool // letters of these scripts in it
	al            bool // had ال
	letters       int
	cut           int8 // code points of an article attached by an apostrophe or a capital; 0 when none
	cutBytes      int8
	part          Part // without place
}

// newWord works out all that a word alone tells.
func (m *model) newWord(raw string) *word {
	w := &word{raw: strings.Clone(raw), kind: codeUnknown}
	w.folded = foldWord(w.raw)
	if full, ok := others[w.folded]; ok {
		w.folded = full
	}
	for _, c := range raw {
		w.latin = w.latin || unicode.IsLetter(c) && (c < 0x250 || c >= 0x1e00 && c <= 0x1eff)
		w.arabic = w.arabic || text.IsArabic(c)
	}
	hamza := false
	for _, c := range raw {
		if text.IsArabic(c) {
			w.isArabic = true
			hamza = c == 'أ' || c == 'إ' || c == 'آ' // "al" is no article here
			break
		}
		if unicode.IsLetter(c) {
			break
		}
	}
	w.role = roles[w.folded]
	w.letters = utf8.RuneCountInString(w.folded)
	w.cut, w.cutBytes = attachedArticle(w)
	w.plain = w.folded
	switch {
	case w.letters == 1 && (w.isArabic || w.folded[0] >= 'a' && w.folded[0] <= 'z'):
		w.kind = codeInitial
	case w.is(titleWord | titleSuffix):
		w.kind = codeTitle
	case gluedAbu(w.folded) != "":
		w.kind, w.plain = codeKunya, gluedAbu(w.folded)
	default:
		if r, ok := strings.CutPrefix(w.folded, "ال"); ok && w.isArabic && !hamza && utf8.RuneCountInString(r) >= 3 && !w.is(notArticle) {
			w.plain, w.al = r, true
		}
		if isAbdallah(w.plain) {
			w.plain = either(w.isArabic, "عبدالله", "abdallah")
		} else if r := gluedAbd(w.plain); r != "" {
			w.plain = either(w.isArabic, "عبد", "abd") + r
		}
	}
	w.part = m.newPart(w.plain, w.isArabic)
	return w
}

// newFolded makes the word of letters that are folded already and mean nothing but themselves.
func (m *model) newFolded(folded string) *word {
	w := &word{raw: folded, folded: folded, plain: folded, kind: codeUnknown}
	for _, c := range folded {
		w.isArabic = text.IsArabic(c)
		break
	}
	w.part = m.newPart(folded, w.isArabic)
	return w
}

// newPart makes a part of a folded word.
func (m *model) newPart(w string, arabic bool) Part {
	q := Part{Kind: Unknown, Folded: w, arabic: arabic}
	if arabic {
		q.setSymbols(m, arabicSymbols(q.syms[:0], w))
		if strings.HasPrefix(w, "عبد") {
			q.abd = 3
		}
	} else {
		q.setSymbols(m, latinSymbols(q.syms[:0], w))
		if strings.HasPrefix(w, "abd") {
			q.abd = 3
		}
		if q.abd == 0 {
			q.glued, q.gluedSure = gluedLead(w), gluedArticle(w)
		}
	}
	if q.n < q.abd+3 {
		q.abd = 0
	}
	for _, t := range []string{"din", "deen", "ddine", "ullah", "allah", "دين", "الله"} {
		if strings.HasSuffix(w, t) && q.abd == 0 {
			n := len(arabicSymbols(nil, t)) + len(latinSymbols(nil, t))
			if int(q.n) >= n+3 {
				q.tail = int8(n)
			}
			break
		}
	}
	r := []rune(w)
	q.setNeed()
	q.letters = uint8(min(len(r), 255))
	q.yod = endsAsNisba(r)
	if q.abd|q.tail|q.glued != 0 {
		q.hash = mix(q.hash, uint64(q.abd)<<16|uint64(q.tail)<<8|uint64(q.glued))
	}
	if q.n == 0 {
		q.hash = hashBytes(uint64(len(w)), w)
	} else {
		q.self = quantised(m.work(&q, &q))
	}
	return q
}

// endsAsNisba reports whether a word has one of the endings of a nisba: -i, -ee, -y, -iyya.
func endsAsNisba(r []rune) bool {
	n := len(r)
	if n < 3 {
		return false
	}
	switch r[n-1] {
	case 'i', 'y', 'ي':
		return true
	case 'e':
		return r[n-2] == 'e'
	case 'h', 'ه':
		return n > 4 && (r[n-2] == 'ي' || strings.HasSuffix(string(r), "iyah") || strings.HasSuffix(string(r), "iyyah"))
	}
	return false
}

// attachedArticle returns how many code points and bytes of a Latin word are an article and its apostrophe or capital
// ("al'Issawi", "AlHussein"), 0 when there is none.
func attachedArticle(w *word) (runes, bytes int8) {
	if w.isArabic || len(w.folded) < 5 || !(strings.HasPrefix(w.folded, "al") || strings.HasPrefix(w.folded, "el")) {
		return 0, 0
	}
	r := []rune(w.raw)
	if len(r) < 4 || r[0] >= 0x80 || r[1] >= 0x80 {
		return 0, 0
	}
	if isApostrophe(r[2]) {
		return 3, int8(len(string(r[:3])))
	}
	if unicode.IsUpper(r[2]) && unicode.IsLower(r[1]) && unicode.IsLower(r[3]) {
		return 2, int8(len(string(r[:2])))
	}
	return 0, 0
}

// foldWord folds a word and drops apostrophes, which stand for letters that most spellings leave out.
func foldWord(raw string) string {
	var plain [64]byte
	n, ascii := 0, len(raw) <= len(plain)
	for i := 0; i < len(raw) && ascii; i++ {
		c := raw[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		case c < 0x80:
			continue
		default:
			ascii = false
		}
		plain[n] = c
		n++
	}
	if ascii {
		if string(plain[:n]) == raw {
			return raw
		}
		return string(plain[:n])
	}
	w := text.Fold(raw)
	if strings.IndexFunc(w, odd) < 0 {
		return w
	}
	var b strings.Builder
	last := rune(0)
	latin := strings.IndexFunc(w, func(r rune) bool { return r >= 'a' && r <= 'z' }) >= 0
	for _, r := range w {
		if l, ok := lookalikes[r]; ok && latin {
			r = l
		}
		if u, ok := urdu[r]; ok {
			r = u
		}
		switch l, ok := romanised[r]; {
		case r == 'υ' && last == 'ο':
			b.WriteByte('u')
		case ok:
			b.WriteString(l)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// lookalikes are the Latin letters that letters of Cyrillic and Greek pass for in a Latin word.
var lookalikes = map[rune]rune{'а': 'a', 'в': 'b', 'е': 'e', 'і': 'i', 'ј': 'j', 'к': 'k', 'м': 'm', 'н': 'h', 'о': 'o', 'р': 'p', 'с': 'c', 'т': 't', 'у': 'y',
	'х': 'x', 'ѕ': 's', 'һ': 'h', 'α': 'a', 'ε': 'e', 'ι': 'i', 'κ': 'k', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'τ': 't', 'υ': 'u', 'χ': 'x'}

// romanised are the letters of Cyrillic and Greek,, in which names of foreigners are written.
var romanised = func() map[rune]string {
	m := map[rune]string{}
	for _, p := range strings.Fields(`а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e
		ю:yu я:ya і:i є:ye ґ:g ј:j љ:l њ:n џ:dj ђ:dj ћ:c қ:k ғ:g ң:ng ө:o ү:u ұ:u һ:h ә:a
		α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o`) {
		r, l, _ := strings.Cut(p, ":")
		m[[]rune(r)[0]] = l
	}
	return m
}()

// urdu maps letters of Urdu and Kurdish that text.Fold keeps to those that other spellings of a name have.
var urdu = map[rune]rune{'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ۀ': 'ه', 'ے': 'ي', 'ێ': 'ي', 'ۆ': 'و', 'ں': 'ن'}

// odd reports whether foldWord has anything to do about a letter.
func odd(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r >= 'ء' && r <= 'ي' && r != 'ـ':
		return false
	}
	return true
}
