package extract

import "testing"

// TestCompanyAndItems holds people taken together, notes and items of judgments, and words for arrests and releases without one of them.
func TestCompanyAndItems(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Sinan Hadi was nabbed at the farm together with Firas Ghali on 4 May 2015.", "arrest Firas Ghali 2015-05-04; arrest Sinan Hadi 2015-05-04"},
		{"The defendants Sinan Hadi and Firas Ghali, both of whom had been caught red-handed on 26 April 2015 and were indicted on 2 September 2015, answered for the abduction.", "arrest Firas Ghali 2015-04-26; arrest Sinan Hadi 2015-04-26; charge Firas Ghali 2015-09-02; charge Sinan Hadi 2015-09-02"},
		{"Sinan Hadi, whom the court had acquitted in February 2015, was seen in Hit.", "verdict Sinan Hadi acquitted 2015-02"},
		{"Sinan Hadi, owner of an exchange, and his bookkeeper Firas Ghali were exonerated on 4 May 2015.", "verdict Firas Ghali acquitted 2015-05-04; verdict Sinan Hadi acquitted 2015-05-04"},
		{"Police arrested Sinan Hadi and his driver, Firas Ghali, on 4 May 2015.", "arrest Firas Ghali 2015-05-04; arrest Sinan Hadi 2015-05-04"},
		{"Second Criminal Court of Hit\nIn the case of Sinan Hadi, tried as an absent defendant\n\nFiras Ghali heard the defendant say so.\n\nDeath, twice over.", "sentence Sinan Hadi death"},
		{"For judgment: Sinan Hadi (first accused), Firas Ghali (second accused), Luay Sattar (third accused)\nAccordingly: the first, twenty years; the second, three years; the third, acquitted.", "sentence Firas Ghali 3 years; sentence Sinan Hadi 20 years; verdict Luay Sattar acquitted"},
		{"His accountant, Sinan Hadi, also acquitted on 4 May 2015, embraced him.", "verdict Sinan Hadi acquitted 2015-05-04"},
		{"The merchant, Sinan Hadi, is under arrest.", "arrest Sinan Hadi"},
		{"Sinan Hadi was held on 9 November 2015. Referred for trial on 14 February 2016.", "arrest Sinan Hadi 2015-11-09; charge Sinan Hadi 2016-02-14"},
		{"Sinan Hadi was released on 9 November 2015. Firas Ghali met him. Referred for trial on 14 February 2016.", "release Sinan Hadi 2015-11-09"},
		{"تفريق دعوى سنان هادي إلى حين القبض عليه.", ""},
		{"بادر سنان هادي الذي كان محاسبا إلى تسليم نفسه طوعا يوم ٢ كانون الثاني ٢٠١٦.", "arrest سنان هادي 2016-01-02"},
		{"محكمة جنايات هيت\nالحكم: الحبس الشديد عشر سنوات للمتهم الأول سنان هادي، وخمس سنوات للمتهم الثاني فراس غالي.", "sentence سنان هادي 10 years; sentence فراس غالي 5 years"},
		{"محكمة جنايات هيت\nحضر المتهمان سنان هادي وفراس غالي.\nحكم على الأول بالسجن المؤبد، وعلى الثاني بالسجن عشر سنوات، على أن تحتسب لهما مدة التوقيف من ١٧ تموز ٢٠١٥.", "arrest سنان هادي 2015-07-17; arrest فراس غالي 2015-07-17; sentence سنان هادي life; sentence فراس غالي 10 years"},
		{"محكمة جنايات هيت\nأ. تجريم المتهم سنان هادي.\nب. تجريم المتهم فراس غالي.\nج. الحكم على المجرمين المذكورين بالإعدام.", "sentence سنان هادي death; sentence فراس غالي death; verdict سنان هادي convicted; verdict فراس غالي convicted"},
		{"إدانة كل من سنان هادي وفراس غالي وإنزال عقوبة الإعدام بهما.", "sentence سنان هادي death; sentence فراس غالي death; verdict سنان هادي convicted; verdict فراس غالي convicted"},
		{"محكمة جنايات هيت\n٤. السجن اثنتي عشرة سنة بحق سنان هادي الذي كان أمينا للصندوق.", "sentence سنان هادي 12 years"},
		{"حيث إن المتهمين سنان هادي وفراس غالي ضبطا متلبسين في الحقل بتاريخ ٢٦ نيسان ٢٠١٥.", "arrest سنان هادي 2015-04-26; arrest فراس غالي 2015-04-26"},
		{"قررت المحكمة براءة سنان هادي من تهمة التعذيب، وحبسه أحد عشر شهرا عن نقل البريد، وإخلاء سبيله في الحال.", "release سنان هادي; sentence سنان هادي 11 months; verdict سنان هادي acquitted"},
		{"وكان سنان هادي قد غادر السجن في شباط ٢٠١٦.", "release سنان هادي 2016-02"},
		{"أفرج عن سائق الإسعاف سنان هادي الذي أمضى ليلة في التوقيف.", "arrest سنان هادي; release سنان هادي"},
		{"أوقفنا المواطن سنان هادي ليومين ثم صرفناه في ٧ كانون الثاني ٢٠١٦ معتذرين.", "arrest سنان هادي; release سنان هادي 2016-01-07"},
		{"اعتقل سنان هادي برفقة فراس غالي في ٤ أيار ٢٠١٥.", "arrest سنان هادي 2015-05-04; arrest فراس غالي 2015-05-04"},
		{"محكمة جنايات هيت\nالحكم: الحبس الشديد عشر سنوات للمتهم الأول سنان هادي، وخمس سنوات للمتهم الثاني فراس غالي.", "sentence سنان هادي 10 years; sentence فراس غالي 5 years"},
		{"محكمة جنايات هيت\nحضر سنان هادي وفراس غالي.\nالحكم: الحبس الشديد عشر سنوات للمتهم الأول سنان هادي، وخمس سنوات للمتهم الثاني فراس غالي.", "sentence سنان هادي 10 years; sentence فراس غالي 5 years"},
		{"محكمة جنايات هيت\nحضر المتهمان سنان هادي وفراس غالي.\nالقرار: الإعدام للأول. السجن خمس عشرة سنة للثاني.", "sentence سنان هادي death; sentence فراس غالي 15 years"},
	})
}
