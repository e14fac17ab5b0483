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
		// nobody's outcome
		{"زار سنان هادي سجن الناصرية في 4 أيار 2015.", ""},
		{"حكم القاضي سنان هادي على المتهم بالإعدام.", ""},
		{"قال سنان هادي إن القوات اعتقلت ثلاثة رجال.", ""},
		{"اعتقل شقيق سنان هادي في 4 أيار 2015.", ""},
		{"لم يعتقل سنان هادي.", "arrest سنان هادي!"},
	})
}
