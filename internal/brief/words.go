package brief

// vocabulary holds the words of the frame of a paper in one language.
type vocabulary struct {
	sources, draft, number, author, released, alone, demo, against, copy, inferred string
	inferredNote                                                                   string // what the mark beside a number means
	kinds                                                                          map[string]string
}

var words = map[string]vocabulary{
	"en": {sources: "Sources", draft: "DRAFT, not released", number: "No. %d", author: "written by %s", released: "released by %s", alone: "written and released by one person",
		demo: "This paper is about an invented world: its persons, groups and events do not exist.", against: "Against:", copy: "repeats another report", inferred: "inferred",
		inferredNote: "A number marked “inferred” leads to a passage from whose wording a model inferred the line: no rule of the program read it there, and nobody has confirmed it. Read the passage before you rely on it.",
		kinds:        map[string]string{"resident": "resident", "officer": "officer", "agency": "agency", "outlet": "news outlet", "court": "court", "organization": "organization", "document": "document", "list": "list"}},
	"ar": {sources: "المصادر", draft: "مسوّدة لم تصدر", number: "رقم %d", author: "كتبها %s", released: "أصدرها %s", alone: "كتبها وأصدرها شخص واحد",
		demo: "هذه الورقة عن عالم متخيّل: أشخاصه وجماعاته وأحداثه لا وجود لها.", against: "في المقابل:", copy: "تكرار لتقرير آخر", inferred: "مستنتج",
		inferredNote: "الرقم الموسوم بكلمة «مستنتج» يحيل إلى مقطع استنتج نموذجٌ السطرَ من صياغته: لم تقرأه فيه قاعدة من قواعد البرنامج ولم يؤكده أحد. اقرأ المقطع قبل أن تعتمد عليه.",
		kinds:        map[string]string{"resident": "من السكان", "officer": "ضابط", "agency": "جهاز", "outlet": "وسيلة إعلام", "court": "محكمة", "organization": "منظمة", "document": "وثيقة", "list": "قائمة"}},
}

// terms are the words for types, roles and stages.
var terms = map[string]map[string]string{
	"en": {"killing": "killing", "massacre": "massacre", "public_execution": "public execution", "kidnapping": "kidnapping", "extortion": "extortion", "bombing": "bombing", "attack": "attack",
		"torture": "torture", "displacement": "displacement", "destruction": "destruction of property", "failed_plot": "foiled plot",
		"perpetrator": "perpetrator", "suspect": "suspect", "victim": "victim", "witness": "witness",
		"arrest": "arrested", "charge": "charged", "conviction": "convicted", "acquittal": "acquitted", "dismissal": "case dismissed", "sentence": "sentenced", "release": "released", "appeal": "appeal", "death": "died", "life": "life imprisonment"},
	"ar": {"killing": "قتل", "massacre": "مجزرة", "public_execution": "إعدام علني", "kidnapping": "خطف", "extortion": "ابتزاز", "bombing": "تفجير", "attack": "هجوم",
		"torture": "تعذيب", "displacement": "تهجير", "destruction": "تدمير ممتلكات", "failed_plot": "مخطط أُحبط",
		"perpetrator": "فاعلاً", "suspect": "مشتبهاً به", "victim": "ضحية", "witness": "شاهداً",
		"arrest": "اعتُقل", "charge": "وُجّهت إليه تهمة", "conviction": "أُدين", "acquittal": "بُرّئ", "dismissal": "أُغلقت الدعوى", "sentence": "حُكم عليه", "release": "أُفرج عنه", "appeal": "استئناف", "death": "توفي", "life": "السجن المؤبد"},
}

func term(lang, key string) string {
	if t := terms[lang][key]; t != "" {
		return t
	}
	return key
}
