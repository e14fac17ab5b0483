package extract

import (
	"slices"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// outcomes lists what happened to whom before the law: "arrest X 2015-05-04", "sentence X death", …
func outcomes(r sanad.Reading) []string {
	var out []string
	for schema, word := range map[string]string{sanad.SchemaDetention: "arrest", sanad.SchemaCharge: "charge", sanad.SchemaVerdict: "verdict", sanad.SchemaSentence: "sentence", sanad.SchemaRelease: "release"} {
		out = append(out, lines(r, schema, func(v map[string]string) string {
			l := word + " " + v["subject"]
			if schema == sanad.SchemaVerdict || schema == sanad.SchemaSentence {
				l += " " + v["value"]
			}
			if v["date"] != "" {
				l += " " + v["date"]
			}
			return l
		})...)
	}
	slices.Sort(out)
	return out
}

// TestListsOfPunishments holds judgments that tell who gets what in a list, by name or by number among the accused.
func TestListsOfPunishments(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Penalties: Sinan Hadi and Firas Ghali, death; Luay Sattar, life; Burhan Latif, twelve years.", "sentence Burhan Latif 12 years; sentence Firas Ghali death; sentence Luay Sattar life; sentence Sinan Hadi death"},
		{"Sinan Hadi received 15 years; Firas Ghali, in view of his age, seven.", "sentence Firas Ghali 7 years; sentence Sinan Hadi 15 years"},
		{"The court imposed a life term on Sinan Hadi and ten years on Firas Ghali.", "sentence Firas Ghali 10 years; sentence Sinan Hadi life"},
		{"Sinan Hadi (first accused), Firas Ghali (second accused). The court rules: the first, twenty years; the second, three years.", "sentence Firas Ghali 3 years; sentence Sinan Hadi 20 years"},
		{"Sinan Hadi worked there twelve years; Firas Ghali, seven.", ""},
		{"The first, twenty years; the second, three years. Sinan Hadi was there.", ""},
		{"حضر المتهمان سنان هادي وفراس غالي. وعليه تقرر: الإعدام شنقا للأول، والسجن عشر سنوات للثاني.", "sentence سنان هادي death; sentence فراس غالي 10 years"},
		{"حكم على سنان هادي بالسجن خمسة عشر عاما، وعلى فراس غالي بسبعة أعوام.", "sentence سنان هادي 15 years; sentence فراس غالي 7 years"},
		{"حكمت المحكمة على سنان هادي بالسجن عشر سنوات. أما فراس غالي فقررت المحكمة الإفراج عنه لأن الأدلة لا تكفي عن جريمة الإعدام.", "release فراس غالي; sentence سنان هادي 10 years"},
		{"قررت المحكمة براءة سنان هادي من القتل، وحبسه عشر سنوات عن الخطف.", "sentence سنان هادي 10 years; verdict سنان هادي acquitted"},
		{"ت | الاسم | تاريخ الحجز | ما آل إليه\n١ | سنان هادي | ٤/١/٢٠٢١ | صرف إلى أهله\n٢ | قزدغلي | ٥/١/٢٠٢١ | وجهت له تهمة التفجير\n", "arrest سنان هادي 2021-01-04; release سنان هادي"},
		{"أمسكت سنان هادي من رقبته.", "arrest سنان هادي"},
		{"أمسكت قدمي سنان هادي.", ""},
	})
}

// TestParticipleFirst holds sentences that begin with what happened and name the people after it.
func TestParticipleFirst(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Detained on 4 May 2015 in an orchard were Sinan Hadi, a driver, and Firas Ghali.", "arrest Firas Ghali 2015-05-04; arrest Sinan Hadi 2015-05-04"},
		{"Rounded up on 4 May 2015 were: the emir, Sinan Hadi; and a courier, Firas Ghali, who had met Luay Sattar.", "arrest Firas Ghali 2015-05-04; arrest Sinan Hadi 2015-05-04"},
		{"Handed the ultimate penalty were Sinan Hadi and Firas Ghali; Luay Sattar was there.", "sentence Firas Ghali death; sentence Sinan Hadi death"},
	})
}

func TestOutcomesInEnglish(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Sinan Hadi was picked up at a checkpoint on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"Soldiers took Sinan Hadi into custody on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"Soldiers dragged Sinan Hadi from his house on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"Men dressed as soldiers dragged Sinan Hadi from his house on 4 May 2015.", ""},
		{"Sinan Hadi turned himself in on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"Sinan Hadi has been in detention since 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"The arrest of Sinan Hadi on 4 May 2015 surprised nobody.", "arrest Sinan Hadi 2015-05-04"},
		{"It is Sinan Hadi, of Mahawil, who has been charged.", "charge Sinan Hadi"},
		{"Sinan Hadi faces charges of murder.", "charge Sinan Hadi"},
		{"Prosecutors filed charges against Sinan Hadi on 4 May 2015.", "charge Sinan Hadi 2015-05-04"},
		{"The court found Sinan Hadi guilty and sentenced him to 15 years in prison on 4 May 2015.", "verdict Sinan Hadi convicted 2015-05-04; sentence Sinan Hadi 15 years 2015-05-04"},
		{"Sinan Hadi was found guilty. His penalty is fixed at ten years' imprisonment.", "verdict Sinan Hadi convicted; sentence Sinan Hadi 10 years"},
		{"On 4 May 2015 the trial court convicted Sinan Hadi and imposed death.", "verdict Sinan Hadi convicted 2015-05-04; sentence Sinan Hadi death 2015-05-04"},
		{"Sinan Hadi was jailed for life.", "sentence Sinan Hadi life"},
		{"Sinan Hadi got seven years.", "sentence Sinan Hadi 7 years"},
		{"A court in Baghdad handed Sinan Hadi a life sentence on 4 May 2015.", "sentence Sinan Hadi life 2015-05-04"},
		{"Sinan Hadi is serving ten years in the prison of Badush.", "sentence Sinan Hadi 10 years"},
		{"Sinan Hadi, sentenced to death in absentia on 4 May 2015, was captured on 6 May 2016.", "arrest Sinan Hadi 2016-05-06; sentence Sinan Hadi death 2015-05-04"},
		{"Sinan Hadi was let go the same evening.", "release Sinan Hadi"},
		{"The judge ordered the release of Sinan Hadi on 4 May 2015.", "release Sinan Hadi 2015-05-04"},
		{"Sinan Hadi walked free on 4 May 2015.", "release Sinan Hadi 2015-05-04"},
		{"The accused Sinan Hadi is to be released and the charge against him cancelled.", "release Sinan Hadi; verdict Sinan Hadi dismissed"},
		{"The court quashed the conviction of Sinan Hadi on 4 May 2015 and acquitted him.", "verdict Sinan Hadi acquitted 2015-05-04; verdict Sinan Hadi overturned 2015-05-04"},
		{"The court of appeal upheld the death sentence of Sinan Hadi on 4 May 2015.", "sentence Sinan Hadi death 2015-05-04; verdict Sinan Hadi upheld 2015-05-04"},
		{"The Court of Cassation ordered a retrial of Sinan Hadi on 4 May 2015.", "verdict Sinan Hadi retrial 2015-05-04"},
		{"1) Sinan Hadi, b. 1990 Hit. Driver of Daesh. ARRESTED 19-11-2015 at Rabia.\n2) Firas Ghali. Sentenced in absentia 07-03-2015 (death).\n", "arrest Sinan Hadi 2015-11-19; sentence Firas Ghali death 2015-03-07"},
		{"Sinan Hadi was arrested on 4 May 2015, charged under Article 4 on 9 June 2015 and sentenced to fifteen years on 3 January 2016.", "arrest Sinan Hadi 2015-05-04; charge Sinan Hadi 2015-06-09; sentence Sinan Hadi 15 years 2016-01-03"},
		{"1. Sinan Hadi - arrested 4 May 2015 - charged 9 June 2015 - death, 3 January 2016.", "arrest Sinan Hadi 2015-05-04; charge Sinan Hadi 2015-06-09; sentence Sinan Hadi death 2016-01-03"},
		{"Sinan Hadi (arrested 4 May 2015; sentenced to death 3 January 2016)", "arrest Sinan Hadi 2015-05-04; sentence Sinan Hadi death 2016-01-03"},
		{"Sinan Hadi. Arrested: 4 May 2015. Sentence: 15 years (3 January 2016).", "arrest Sinan Hadi 2015-05-04; sentence Sinan Hadi 15 years 2016-01-03"},
		{"The court sentenced Sinan Hadi to death by hanging on 3 January 2016 for the killing of Firas Ghali on 4 May 2014.", "sentence Sinan Hadi death 2016-01-03"},
		{"On 3 January 2016 the court found Sinan Hadi guilty of the murder of Firas Ghali in May 2014 and sentenced him to life imprisonment.", "sentence Sinan Hadi life 2016-01-03; verdict Sinan Hadi convicted 2016-01-03"},
		{"Sinan Hadi was acquitted of the bombing of 4 May 2014.", "verdict Sinan Hadi acquitted"},
		{"Sinan Hadi was convicted of the murder of Firas Ghali on 4 May 2014.", "verdict Sinan Hadi convicted"},
		{"In 2014 Sinan Hadi was arrested in Ana, and in 2015 a court sentenced him to life.", "arrest Sinan Hadi 2014; sentence Sinan Hadi life 2015"},
		{"Sinan Hadi, who was arrested in March 2015, was sentenced to death in absentia in 2014.", "arrest Sinan Hadi 2015-03; sentence Sinan Hadi death 2014"},
		{"Judgment of 3 January 2016. The court finds Sinan Hadi guilty and sentences him to death.", "sentence Sinan Hadi death 2016-01-03; verdict Sinan Hadi convicted 2016-01-03"},
		{"HIT CRIMINAL COURT\n3 January 2016. Before: Judge Qais Latif\n\nSinan Hadi was sentenced to death.", "sentence Sinan Hadi death 2016-01-03"},
		{"Ruling no. 12 of 3 January 2016. The court sentences Sinan Hadi to death.", "sentence Sinan Hadi death 2016-01-03"},
		{"The court acquitted Sinan Hadi and ordered that he be released.", "verdict Sinan Hadi acquitted"},
		{"Sinan Hadi surrendered to the army on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"Sinan Hadi was handed over to the federal police on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"Sinan Hadi was remanded in custody on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"Those arrested on 4 May 2015 were Sinan Hadi and Firas Ghali.", "arrest Firas Ghali 2015-05-04; arrest Sinan Hadi 2015-05-04"},
		{"Sinan Hadi's arrest on 4 May 2015 was announced by the ministry.", "arrest Sinan Hadi 2015-05-04"},
		{"Sinan Hadi's release was ordered on 4 May 2015.", "release Sinan Hadi 2015-05-04"},
		{"A death sentence was passed on Sinan Hadi on 3 January 2016.", "sentence Sinan Hadi death 2016-01-03"},
		{"The court sentenced Sinan Hadi to life and Firas Ghali to ten years.", "sentence Firas Ghali 10 years; sentence Sinan Hadi life"},
		{"Sinan Hadi and Firas Ghali were sentenced to death and ten years respectively.", "sentence Firas Ghali 10 years; sentence Sinan Hadi death"},
		{"The sentence: life imprisonment for Sinan Hadi, six years for Firas Ghali.", "sentence Firas Ghali 6 years; sentence Sinan Hadi life"},
		{"The authorities let Sinan Hadi go on 4 May 2015.", "release Sinan Hadi 2015-05-04"},
		// nobody's outcome
		{"Sinan Hadi gave his life for the town.", ""},
		{"Sinan Hadi was serving in the army for ten years.", ""},
		{"Sinan Hadi condemned the killing of ten men and the death of a child.", ""},
		{"Judge Sinan Hadi sentenced the man to death.", ""},
		{"Sinan Hadi, a lawyer, said the court sentenced his client to death.", ""},
		{"Sinan Hadi said that gunmen were arrested on 4 May 2015.", ""},
		{"The brother of Sinan Hadi was arrested on 4 May 2015.", ""},
		{"Sinan Hadi arrested three men on 4 May 2015.", ""},
		{"We reported that Sinan Hadi had been charged. This was wrong.", "charge Sinan Hadi!"},
		{"Sinan Hadi was not arrested.", "arrest Sinan Hadi!"},
	})
}

func TestOutcomesInArabic(t *testing.T) {
	exactly(t, outcomes, []said{
		{"ألقت قوة أمنية القبض على سنان هادي بتاريخ 4/5/2015.", "arrest سنان هادي 2015-05-04"},
		{"اقتادت دورية سنان هادي من داره في 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
		{"أوقف سنان هادي في 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
		{"تم توقيف المتهم سنان هادي في 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
		{"سلّم سنان هادي نفسه إلى مركز الشرطة في 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
		{"سنان هادي (موقوف من 4/5/2015)", "arrest سنان هادي 2015-05-04"},
		{"لزموا سنان هادي بالسيطرة يوم 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
		{"حكمت المحكمة حضوريا على المتهم سنان هادي بالسجن المؤبد في 4 أيار 2015.", "sentence سنان هادي life 2015-05-04"},
		{"قررت المحكمة الحكم على سنان هادي بالإعدام شنقا حتى الموت.", "sentence سنان هادي death"},
		{"أصدرت المحكمة حكما بالسجن سبع سنوات بحق سنان هادي.", "sentence سنان هادي 7 years"},
		{"تجريم المدان سنان هادي وتحديد عقوبته بالسجن عشر سنوات.", "sentence سنان هادي 10 years; verdict سنان هادي convicted"},
		{"لذلك حكمت المحكمة في 4/5/2015:\n- على سنان هادي غيابيا بالسجن المؤبد.\n- على فراس غالي حضوريا بالسجن سبع سنوات.\n- ببراءة طالب مزهر.\n", "sentence سنان هادي life; sentence فراس غالي 7 years; verdict طالب مزهر acquitted"},
		{"قضت محكمة الجنايات بإعدام سنان هادي.", "sentence سنان هادي death"},
		{"حكموا سنان هادي خمسطعش سنة.", "sentence سنان هادي 15 years"},
		{"برأت المحكمة سنان هادي في 4 أيار 2015.", "verdict سنان هادي acquitted 2015-05-04"},
		{"قررت المحكمة الإفراج عن المتهم سنان هادي لعدم كفاية الأدلة.", "release سنان هادي"},
		{"أخلي سبيل سنان هادي في 4 أيار 2015.", "release سنان هادي 2015-05-04"},
		{"قررنا إخلاء سبيل الموقوف سنان هادي.", "release سنان هادي"},
		{"طلع سنان هادي من السجن في 4 أيار 2015.", "release سنان هادي 2015-05-04"},
		{"وجهت التهمة إلى سنان هادي في 4 أيار 2015.", "charge سنان هادي 2015-05-04"},
		{"أحيل سنان هادي إلى المحكمة في 4 أيار 2015.", "charge سنان هادي 2015-05-04"},
		{"صادقت محكمة التمييز على حكم الإعدام بحق سنان هادي في 4 أيار 2015.", "sentence سنان هادي death 2015-05-04; verdict سنان هادي upheld 2015-05-04"},
		{"نقضت محكمة التمييز الحكم الصادر بحق سنان هادي في 4 أيار 2015.", "verdict سنان هادي overturned 2015-05-04"},
		{"ألقي القبض على سنان هادي بتاريخ 4/5/2015 وأحيل إلى محكمة جنايات الأنبار في 9/6/2015 وحكم عليه بالإعدام في 3/1/2016.", "arrest سنان هادي 2015-05-04; charge سنان هادي 2015-06-09; sentence سنان هادي death 2016-01-03"},
		{"1- سنان هادي، قبض عليه بتاريخ 4/5/2015، حكم عليه بالسجن 15 سنة بتاريخ 3/1/2016.", "arrest سنان هادي 2015-05-04; sentence سنان هادي 15 years 2016-01-03"},
		{"أدانت المحكمة سنان هادي بجريمة قتل فراس غالي في هيت عام 2014 وحكمت عليه بالسجن المؤبد.", "sentence سنان هادي life; verdict سنان هادي convicted"},
		{"أدين سنان هادي بتفجير 4 أيار 2014.", "verdict سنان هادي convicted"},
		{"حكمت المحكمة على سنان هادي بالإعدام وعلى فراس غالي بالسجن عشر سنوات.", "sentence سنان هادي death; sentence فراس غالي 10 years"},
		{"كان سنان هادي مطلوبا. واعتقل في 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
		{"المعتقلون بتاريخ 4 أيار 2015 هم: سنان هادي وفراس غالي.", "arrest سنان هادي 2015-05-04; arrest فراس غالي 2015-05-04"},
		{"وقع سنان هادي في قبضة القوات الأمنية في 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
		{"أطلقت القوات الأمنية سراح سنان هادي في 4 أيار 2015.", "release سنان هادي 2015-05-04"},
		{"اعتقل سنان هادي في 4/5/2015 خطأ ثم أطلق سراحه في 9/6/2015.", "arrest سنان هادي 2015-05-04; release سنان هادي 2015-06-09"},
		{"برأت المحكمة سنان هادي وأفرجت عنه.", "verdict سنان هادي acquitted"},
		{"سنان هادي بريء مما نسب إليه، قالت أمه.", ""},
		// nobody's outcome
		{"زار سنان هادي سجن الناصرية في 4 أيار 2015.", ""},
		{"حكم القاضي سنان هادي على المتهم بالإعدام.", ""},
		{"قال سنان هادي إن القوات اعتقلت ثلاثة رجال.", ""},
		{"اعتقل شقيق سنان هادي في 4 أيار 2015.", ""},
		{"لم يعتقل سنان هادي.", "arrest سنان هادي!"},
	})
}
