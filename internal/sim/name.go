package sim

import (
	"math/rand/v2"
	"strings"
)

// given is one given name: its Arabic spelling and the Latin ones, by habit of the writer.
type given struct {
	ar    string
	latin []string
}

// men holds given names of men; a bar separates the Latin spellings.
var men = givens(
	"محمد", "Muhammad|Mohammed|Mohamed|Mohammad", "أحمد", "Ahmad|Ahmed", "علي", "Ali|Ali|Aly",
	"حسين", "Husayn|Hussein|Hussain", "حسن", "Hasan|Hassan", "عمر", "Umar|Omar", "عثمان", "Uthman|Othman|Osman",
	"خالد", "Khalid|Khaled", "جاسم", "Jasim|Jassim|Jassem", "كاظم", "Kazim|Kadhim|Kadhem", "ياسين", "Yasin|Yassin|Yaseen",
	"إبراهيم", "Ibrahim|Ebrahim|Ibraheem", "إسماعيل", "Ismail|Ismael|Esmail", "يوسف", "Yusuf|Yousef|Youssef",
	"مصطفى", "Mustafa|Mustapha|Moustafa", "محمود", "Mahmud|Mahmoud|Mahmood", "عبد الله", "Abd Allah|Abdullah|Abdallah",
	"عبد الرحمن", "Abd al-Rahman|Abdulrahman|Abdul Rahman", "عبد الكريم", "Abd al-Karim|Abdulkarim|Abdul Kareem",
	"عبد القادر", "Abd al-Qadir|Abdulqader|Abdul Qadir", "عبد الستار", "Abd al-Sattar|Abdulsattar|Abdul Sattar",
	"عبد الجبار", "Abd al-Jabbar|Abduljabbar|Abdul Jabbar", "عبد الواحد", "Abd al-Wahid|Abdulwahid|Abdul Wahed",
	"عبد العزيز", "Abd al-Aziz|Abdulaziz|Abdul Aziz", "عبد اللطيف", "Abd al-Latif|Abdullatif|Abdul Lateef",
	"عبد الحميد", "Abd al-Hamid|Abdulhamid|Abdul Hameed", "عبد السلام", "Abd al-Salam|Abdulsalam|Abdul Salam",
	"سعد", "Sad|Saad|Sa'd", "سعيد", "Said|Saeed|Sa'id", "صالح", "Salih|Saleh", "صلاح", "Salah|Salah|Salaah",
	"طه", "Taha|Taha|Tahah", "طارق", "Tariq|Tareq|Tarik", "فارس", "Faris|Fares", "فيصل", "Faysal|Faisal|Feisal",
	"قاسم", "Qasim|Qassim|Kassem", "قيس", "Qays|Qais|Kais", "كريم", "Karim|Kareem", "ليث", "Layth|Laith",
	"ماجد", "Majid|Majed", "مهند", "Muhannad|Mohanad|Muhanad", "منذر", "Mundhir|Munther|Monther", "ناصر", "Nasir|Nasser",
	"نبيل", "Nabil|Nabeel", "هاشم", "Hashim|Hashem", "وليد", "Walid|Waleed", "ياسر", "Yasir|Yasser", "زيد", "Zayd|Zaid",
	"زياد", "Ziyad|Ziad", "رعد", "Rad|Raad|Ra'ad", "رياض", "Riyad|Riyadh|Riad", "رشيد", "Rashid|Rasheed", "حميد", "Humayd|Hameed|Hamid",
	"حمزة", "Hamza|Hamzah", "حامد", "Hamid|Hamed", "حاتم", "Hatim|Hatem", "جمال", "Jamal|Jamal|Gamal", "ثامر", "Thamir|Thamer",
	"بلال", "Bilal|Belal", "باسم", "Basim|Bassem|Bassim", "أيمن", "Ayman|Aiman", "أسامة", "Usama|Osama|Usamah",
	"أنس", "Anas|Anes", "أكرم", "Akram|Akrem", "أنور", "Anwar|Anwer", "عادل", "Adil|Adel", "عامر", "Amir|Amer", "عماد", "Imad|Emad",
	"عصام", "Isam|Essam|Issam", "غسان", "Ghassan|Gassan", "غازي", "Ghazi|Gazi", "فاضل", "Fadil|Fadhil|Fadel", "فؤاد", "Fuad|Fouad|Fu'ad",
	"فرحان", "Farhan|Ferhan", "لؤي", "Luay|Loay|Louay", "مثنى", "Muthanna|Mothanna", "مروان", "Marwan|Merwan", "مازن", "Mazin|Mazen",
	"نزار", "Nizar|Nezar", "نوري", "Nuri|Noori|Nouri", "هيثم", "Haytham|Haitham", "وسام", "Wisam|Wissam|Wesam", "يحيى", "Yahya|Yehia|Yahia",
	"يعقوب", "Yaqub|Yacoub|Yaqoub", "دحام", "Daham|Dahham", "شلال", "Shallal|Shalal", "خلف", "Khalaf|Khalef", "خميس", "Khamis|Khamees",
	"عواد", "Awwad|Awad", "مخلف", "Mukhlif|Mukhlef", "فرج", "Faraj|Farag", "حماد", "Hammad|Hamad", "عطية", "Atiya|Atiyah|Atiyya",
	"صبار", "Sabbar|Sabar", "مطر", "Matar|Mattar", "نايف", "Nayif|Nayef|Naif", "حردان", "Hardan|Herdan", "مشعل", "Mishal|Mishaal|Meshal",
)

var women = givens(
	"فاطمة", "Fatima|Fatimah", "زينب", "Zaynab|Zainab", "خديجة", "Khadija|Khadeeja", "مريم", "Maryam|Mariam", "نورة", "Nura|Noura",
	"سعاد", "Suad|Souad", "هدى", "Huda|Hoda", "سلمى", "Salma|Selma", "ليلى", "Layla|Laila", "نجاة", "Najat|Nejat", "صبيحة", "Sabiha|Sabeeha",
	"فوزية", "Fawziya|Fouzia", "جميلة", "Jamila|Jameela", "بدرية", "Badriya|Badria", "حليمة", "Halima|Haleema", "رجاء", "Raja|Rajaa",
	"أميرة", "Amira|Ameera", "وفاء", "Wafa|Wafaa", "كوثر", "Kawthar|Kauthar", "شكرية", "Shukriya|Shukria",
)

func givens(pairs ...string) []given {
	out := make([]given, 0, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, given{pairs[i], strings.Split(pairs[i+1], "|")})
	}
	return out
}

// nameForm is how much of a name a writer gives.
type nameForm int

const (
	formChain      nameForm = iota // own, father, grandfather, great-grandfather, nisba
	formFull                       // own, father, grandfather, nisba
	formThree                      // own, father, grandfather
	formFather                     // own, father, nisba
	formTwo                        // own, father
	formNisba                      // own, nisba
	formKunyaNisba                 // kunya, nisba
	formKunya                      // kunya
	formNisbaOnly                  // nisba
	formOwn                        // own name
)

// kind is the mention kind of the gold format.
func (f nameForm) kind() string {
	switch f {
	case formKunya, formKunyaNisba:
		return "kunya"
	case formNisbaOnly:
		return "nisba"
	}
	return "name"
}

// habit is how one writer spells names; an agency keeps one for all its reports.
type habit struct {
	variant  int     // which Latin spelling of a given name
	article  int     // al-X, Al-X, Al X, el-X
	bin      bool    // writes bin between father and son
	noHamza  bool    // ا for أ and إ
	haa      bool    // ه for ة at the end of a word
	yaa      bool    // ي for ى
	joined   bool    // عبدالله in one word
	apostrof bool    // keeps apostrophes in Latin
	typo     float64 // chance that a name has a slip of the pen
	kunyaGen bool    // writes أبي after a preposition
}

func newHabit(r *rand.Rand, typo float64) habit {
	return habit{
		variant: r.IntN(4), article: r.IntN(4), bin: r.IntN(8) == 0, noHamza: r.IntN(3) == 0, haa: r.IntN(6) == 0,
		yaa: r.IntN(8) == 0, joined: r.IntN(3) == 0, apostrof: r.IntN(3) > 0, typo: typo, kunyaGen: r.IntN(2) == 0,
	}
}

func (h habit) latinGiven(g given) string {
	s := g.latin[h.variant%len(g.latin)]
	if !h.apostrof {
		s = strings.ReplaceAll(s, "'", "")
	}
	return s
}

func (h habit) latinArticle(nisba string) string {
	return [...]string{"al-", "Al-", "Al ", "el-"}[h.article] + nisba
}

func (h habit) latin(p *Person, f nameForm) string {
	own, father, grand := h.latinGiven(men[p.Own]), h.latinGiven(men[p.Father]), h.latinGiven(men[p.Grand])
	great, nisba := h.latinGiven(men[p.Great]), h.latinArticle(p.nisbaEn)
	bin := " "
	if h.bin {
		bin = " bin "
	}
	abu := "Abu "
	if h.variant == 2 {
		abu = "Abou "
	}
	switch f {
	case formChain:
		return own + bin + father + " " + grand + " " + great + " " + nisba
	case formFull:
		return own + bin + father + " " + grand + " " + nisba
	case formThree:
		return own + bin + father + " " + grand
	case formFather:
		return own + bin + father + " " + nisba
	case formTwo:
		return own + bin + father
	case formNisba:
		return own + " " + nisba
	case formKunyaNisba:
		return abu + h.latinGiven(men[p.Kunya]) + " " + nisba
	case formKunya:
		return abu + h.latinGiven(men[p.Kunya])
	case formNisbaOnly:
		return nisba
	}
	return own
}

// arabic spells a name; genitive asks for the form of the kunya after a preposition.
func (h habit) arabic(p *Person, f nameForm, genitive bool) string {
	own, father, grand, great, nisba := men[p.Own].ar, men[p.Father].ar, men[p.Grand].ar, men[p.Great].ar, p.nisbaAr
	bin := " "
	if h.bin {
		bin = " بن "
	}
	abu := "أبو "
	if genitive && h.kunyaGen {
		abu = "أبي "
	}
	var s string
	switch f {
	case formChain:
		s = own + bin + father + bin + grand + " " + great + " " + nisba
	case formFull:
		s = own + bin + father + " " + grand + " " + nisba
	case formThree:
		s = own + bin + father + " " + grand
	case formFather:
		s = own + bin + father + " " + nisba
	case formTwo:
		s = own + bin + father
	case formNisba:
		s = own + " " + nisba
	case formKunyaNisba:
		s = abu + men[p.Kunya].ar + " " + nisba
	case formKunya:
		s = abu + men[p.Kunya].ar
	case formNisbaOnly:
		s = nisba
	default:
		s = own
	}
	return h.arabicSpelling(s)
}

var (
	noHamza = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا")
	joined  = strings.NewReplacer("عبد ال", "عبدال")
)

func (h habit) arabicSpelling(s string) string {
	if h.noHamza {
		s = noHamza.Replace(s)
	}
	if h.joined {
		s = joined.Replace(s)
	}
	if h.haa || h.yaa {
		words := strings.Split(s, " ")
		for i, w := range words {
			if h.haa && strings.HasSuffix(w, "ة") {
				words[i] = strings.TrimSuffix(w, "ة") + "ه"
			}
			if h.yaa && strings.HasSuffix(w, "ى") {
				words[i] = strings.TrimSuffix(w, "ى") + "ي"
			}
		}
		s = strings.Join(words, " ")
	}
	return s
}

// slip spoils one letter inside a name: doubled, dropped or swapped with its neighbour.
func slip(r *rand.Rand, s string) string {
	rs := []rune(s)
	if len(rs) < 6 {
		return s
	}
	i := 1 + r.IntN(len(rs)-3)
	if rs[i] == ' ' || rs[i+1] == ' ' || rs[i] == '-' || rs[i+1] == '-' || rs[i-1] == ' ' || rs[i-1] == '-' {
		return s
	}
	switch r.IntN(3) {
	case 0:
		rs = append(rs[:i+1], rs[i:]...)
	case 1:
		rs = append(rs[:i], rs[i+1:]...)
	default:
		rs[i], rs[i+1] = rs[i+1], rs[i]
	}
	return string(rs)
}
