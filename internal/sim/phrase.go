package sim

// phrasebook holds, under each kind of thing said, the sentences that say it. See teller.expand for their notation.
type phrasebook map[string][]string

// incidentNames are the nouns for each type of incident.
var incidentNames = map[string]struct{ en, ar []string }{
	"killing":          {[]string{"the killing", "the murder", "the assassination"}, []string{"عملية القتل", "جريمة القتل", "عملية الاغتيال"}},
	"massacre":         {[]string{"the massacre", "the mass killing"}, []string{"المجزرة", "المذبحة"}},
	"public_execution": {[]string{"the public execution", "the execution"}, []string{"الإعدام العلني", "عملية الإعدام"}},
	"kidnapping":       {[]string{"the kidnapping", "the abduction"}, []string{"عملية الخطف", "حادثة الاختطاف"}},
	"extortion":        {[]string{"the extortion", "the extortion of the traders", "the protection racket"}, []string{"ابتزاز التجار", "جباية الإتاوات"}},
	"bombing":          {[]string{"the bombing", "the explosion", "the bomb attack"}, []string{"التفجير", "تفجير العبوة", "الانفجار"}},
	"attack":           {[]string{"the attack", "the assault", "the raid"}, []string{"الهجوم", "الهجوم المسلح"}},
	"torture":          {[]string{"the torture", "the torture of the detainees"}, []string{"تعذيب المحتجزين", "التعذيب"}},
	"displacement":     {[]string{"the displacement", "the eviction of the families"}, []string{"تهجير العوائل", "التهجير"}},
	"destruction":      {[]string{"the destruction of the houses", "the destruction of homes"}, []string{"تدمير البيوت", "هدم الدور"}},
	"failed_plot":      {[]string{"the failed plot", "the foiled plot"}, []string{"المخطط الفاشل", "المخطط الذي أحبط"}},
}

// roleWords are the words for each role of the gold format.
var roleWords = map[string]struct{ en, ar []string }{
	"emir":        {[]string{"emir", "amir"}, []string{"أمير", "أميرا"}},
	"deputy_emir": {[]string{"deputy emir", "deputy to the emir"}, []string{"نائب أمير", "نائب الأمير"}},
	"commander":   {[]string{"commander", "field commander"}, []string{"قائد ميداني", "قائد مجموعة", "آمر مفرزة"}},
	"hisba":       {[]string{"hisba official", "hisba patrolman", "member of the hisba"}, []string{"عنصر في الحسبة", "رجل حسبة", "مسؤول الحسبة"}},
	"writer":      {[]string{"writer of its leaflets", "media writer", "writer"}, []string{"كاتب منشورات", "مسؤول إعلام", "كاتب"}},
	"recruiter":   {[]string{"recruiter", "recruiter of young men"}, []string{"مسؤول تجنيد", "مسؤول التجنيد"}},
	"host":        {[]string{"host", "keeper of a safe house"}, []string{"مضيف", "مضيف في بيت إيواء"}},
	"courier":     {[]string{"courier", "messenger"}, []string{"ناقل بريد", "مراسل"}},
	"driver":      {[]string{"driver"}, []string{"سائق", "سائق عجلة"}},
	"financier":   {[]string{"financier", "treasurer", "collector of money"}, []string{"مسؤول مالي", "ممول", "جابي أموال"}},
	"fighter":     {[]string{"fighter", "gunman", "armed fighter"}, []string{"مقاتل", "مسلح", "جندي"}},
	"member":      {[]string{"member"}, []string{"عضو", "عنصر"}},
	"head":        {[]string{"head", "boss"}, []string{"رئيس", "مدير"}},
	"broker":      {[]string{"broker", "hawala broker", "intermediary"}, []string{"وسيط", "صيرفي", "صراف"}},
	"trader":      {[]string{"trader", "merchant"}, []string{"تاجر"}},
	"bookkeeper":  {[]string{"bookkeeper", "accountant"}, []string{"محاسب", "كاتب حسابات"}},
}
