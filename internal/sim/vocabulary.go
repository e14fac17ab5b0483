package sim

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is how the scores compare words: compatibility decomposition, lower case, no marks, one letter for the forms of alif, yaa and
// haa, everything but letters and digits a space.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch r {
		case 'ـ':
			continue
		case 'أ', 'إ', 'آ', 'ٱ':
			r = 'ا'
		case 'ى', 'ئ':
			r = 'ي'
		case 'ة':
			r = 'ه'
		case 'ؤ':
			r = 'و'
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		case norm.NFKD.PropertiesString(string(r)).CCC() == 0:
			gap = true
		}
	}
	return b.String()
}

// rule is one class of words; the first whose pattern is found wins. Patterns run on folded text, where only spaces part words.
type rule struct {
	name    string
	pattern *regexp.Regexp
}

func rules(pairs ...string) []rule {
	out := make([]rule, 0, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, rule{pairs[i], regexp.MustCompile(strings.ReplaceAll(pairs[i+1], "~", "(?:^| |$)"))})
	}
	return out
}

func class(rs []rule, s string) string {
	s = fold(s)
	for _, r := range rs {
		if r.pattern.MatchString(s) {
			return r.name
		}
	}
	return ""
}

// ~ stands for the edge of a word.
var (
	roleRules = rules(
		"deputy_emir", "deputy|~vice~|second in command|number two|~naib|نايب",
		"bookkeeper", "bookkeep|accountant|~clerk|ledger|محاسب|كاتب حسابات",
		"emir", "emir|~amir|~ameer|امير|top level",
		"head", "~head~|leader|~boss|chief|owner|مدير|رييس|~راس~",
		"broker", "broker|hawala|exchang|intermediar|وسيط|صيرف|صراف",
		"trader", "trader|merchant|تاجر",
		"hisba", "hisb|morality|religious police|حسبه",
		"writer", "writer|media|publicat|propagand|author|كاتب|اعلام|منشور",
		"recruiter", "recruit|تجنيد|مجند",
		"host", "~host|shelter|safe ?house|lodg|مضيف|ايواء|ياوي|ماوي",
		"courier", "courier|messenger|transporter|مراسل|ناقل|بريد",
		"driver", "driver|ساي?ق",
		"financier", "financ|treasur|collector|money|fund|ممول|تمويل|جباي|جابي|مالي|اموال",
		"fighter", "fighter|soldier|militant|gunman|مقاتل|جندي|مسلح",
		"commander", "command|قايد|امر ",
		"member", "member|عضو|عنصر|affiliat|منتم",
	)
	partRules = rules(
		"suspect", "suspect|accus|alleged|مشتبه|متهم",
		"perpetrator", "perpetrat|attacker|killer|bomber|commander|order|execut(?:[^e]|e[^d]|e?$)|planner|accomplice|offender|kidnapper|collector|منفذ|فاعل|جاني|مرتكب|شريك|مدبر",
		"victim", "victim|killed|injured|wounded|abducted|hostage|target|ضحيه|ضحايا|قتيل|مخطوف|جريح|شهيد",
		"witness", "witness|survivor|observer|شاهد|شهود|ناجي",
	)
	eventRules = rules(
		"public_execution", "execut|behead|اعدام",
		"massacre", "massacre|mass kill|quarry|مجزره|مذبحه|مقلع",
		"failed_plot", "plot|foil|plan|مخطط|احباط",
		"kidnapping", "kidnap|abduct|hostage|خطف|اختطاف",
		"extortion", "extort|levy|levies|protection|racket|ابتزاز|اتاوه|جبايه",
		"bombing", "bomb|explo|blast|ied|تفجير|انفجار|عبوه",
		"attack", "attack|assault|raid|هجوم|سيطره",
		"torture", "tortur|تعذيب", "displacement", "displac|evict|نزوح|تهجير", "destruction", "destr|demolish|تدمير|هدم",
		"killing", "kill|murder|assassin|shot|قتل|اغتيال",
	)
	lenient = map[string]string{"head": "finance", "broker": "finance", "trader": "finance", "bookkeeper": "finance", "financier": "finance", "driver": "fighter"}

	deathWords   = regexp.MustCompile(`death|execut|hang|capital|اعدام|شنق`)
	lifeWords    = regexp.MustCompile(`life|موبد|مدي الحياه`)
	yearWords    = regexp.MustCompile(`(\p{Nd}+)\s*(?:year|سنه|سنوات|عام)`)
	fifteen      = regexp.MustCompile(`fifteen|خمس عشره|خمسه عشر`)
	termOnly     = regexp.MustCompile(`^(?:death|life|\p{Nd}+y)$`)
	acquitWords  = regexp.MustCompile(`acquit|not guilty|cleared|براءه|تبريه`)
	releaseWords = regexp.MustCompile(`(?:^| )releas|mistaken|wrong man|اخلاء سبيل|اخلي سبيل|افراج|افرج|اطلاق سراح`)
	amountDigits = regexp.MustCompile(`\p{Nd}[\p{Nd},\s\x{a0}]*(?:\.\p{Nd}+)?`)
	dottedGroups = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+$`)
	millionWords = regexp.MustCompile(`million|مليون`)
	thousands    = regexp.MustCompile(`thousand|الف|ألف`)
	plainDigits  = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9", "٬", ",", "٫", ".")
)

func classRole(r string) string {
	if r == "perpetrator" || r == "suspect" {
		return "accused"
	}
	return r
}

// term reads the length of a sentence: death, life, 15y, or the folded words.
func term(v string) string {
	v = fold(v)
	switch {
	case deathWords.MatchString(v):
		return "death"
	case lifeWords.MatchString(v):
		return "life"
	}
	if m := yearWords.FindStringSubmatch(plainDigits.Replace(v)); m != nil {
		return m[1] + "y"
	}
	if fifteen.MatchString(v) {
		return "15y"
	}
	return v
}

// outcomeKind reads what stage of a case a claim is: verdict stands for one that counts neither way.
func outcomeKind(schema, value string) string {
	v := fold(value)
	switch {
	case strings.Contains(schema, "acquit") || acquitWords.MatchString(v):
		return "acquittal"
	case strings.Contains(schema, "release") || releaseWords.MatchString(v):
		return "release"
	case strings.Contains(schema, "verdict") && !termOnly.MatchString(term(value)):
		return "verdict"
	case strings.Contains(schema, "sentence") || strings.Contains(schema, "convict") || strings.Contains(schema, "verdict"):
		return "sentence"
	case strings.Contains(schema, "charge"):
		return "charge"
	}
	return "arrest"
}

// amountOf reads the first number of a value.
func amountOf(v string) (float64, bool) {
	v = plainDigits.Replace(v)
	m := amountDigits.FindString(v)
	if m == "" {
		return 0, false
	}
	t := strings.Map(func(r rune) rune {
		if r == ',' || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, m)
	if dottedGroups.MatchString(t) {
		t = strings.ReplaceAll(t, ".", "")
	}
	x, err := strconv.ParseFloat(t, 64)
	if err != nil {
		return 0, false
	}
	if low := strings.ToLower(v); millionWords.MatchString(low) && x < 1e5 {
		x *= 1e6
	} else if thousands.MatchString(low) && x < 1e4 {
		x *= 1e3
	}
	return x, true
}

var uncertainty = strings.NewReplacer("~", "", "?", "")

// dateFits says whether a date is compatible with that of the gold at the latter's precision: by prefix, at least the month; intervals
// by overlap.
func dateFits(pred, gold string) bool {
	p, g := uncertainty.Replace(pred), uncertainty.Replace(gold)
	if p == "" || g == "" {
		return false
	}
	if strings.Contains(p, "/") || strings.Contains(g, "/") {
		pa, pb, _ := strings.Cut(p, "/")
		ga, gb, _ := strings.Cut(g, "/")
		if pb == "" {
			pb = pa
		}
		if gb == "" {
			gb = ga
		}
		return pa != "" && ga != "" && head(pa, gb) <= gb && head(ga, pb) <= pb
	}
	pr, gr := []rune(p), []rune(g)
	pr = pr[:min(10, len(pr))]
	n := min(len(pr), len(gr))
	return (n >= 7 || len(gr) == 4) && string(pr[:n]) == string(gr[:n])
}

// head is a, cut to the length of b.
func head(a, b string) string {
	r := []rune(a)
	return string(r[:min(len(r), len([]rune(b)))])
}
