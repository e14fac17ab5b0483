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

// TestOutcomesAsWritersTellThem holds one passage for each way that clerks, officers, news desks, monitors and relatives were heard to tell an outcome.
func TestOutcomesAsWritersTellThem(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Naseer Wadi Talib walked into the Rawa station at dawn on 3 May 2015 and surrendered his rifle and himself.", "arrest Naseer Wadi Talib 2015-05-03"},
		{"Charge sheet 14/2015. Accused no. 1: Haydar Saad Mahmud. Accused no. 2: Jasim Aziz Farhan. Both accused were charged on 2 March 2015 under Art. 4/1.", "charge Haydar Saad Mahmud 2015-03-02; charge Jasim Aziz Farhan 2015-03-02"},
		{"On 9 June 2015 soldiers manning the checkpoint recognised Wisam Karim Lafta from a photograph and took him into custody. Eight months later he was brought before the court, which gave him seven years.", "arrest Wisam Karim Lafta 2015-06-09; sentence Wisam Karim Lafta 7 years 2016-02"},
		{"The investigating judge ordered that Faris Munir Dawud be remanded for fifteen days.", "arrest Faris Munir Dawud"},
		{"The driver, Salam Kadhim Ubayd, got off with two years; his employer, the trader Amjad Rauf Hilmi, will spend the rest of his life in prison.", "sentence Amjad Rauf Hilmi life; sentence Salam Kadhim Ubayd 2 years"},
		{"The appeals court cut Tahsin Adil Sabri's sentence from life to 15 years on 11 November 2015.", "sentence Tahsin Adil Sabri 15 years 2015-11-11; sentence Tahsin Adil Sabri life"},
		{"Prosecutors dropped the case against Nabil Sami Yusuf for want of evidence and he left the prison on 20 August 2015.", "release Nabil Sami Yusuf 2015-08-20; verdict Nabil Sami Yusuf dismissed"},
		{"We trial monitors attended four hearings in the case of Mahmud Ghanim Rashid. On 6 October 2015 the bench found him guilty of membership and handed him a ten-year term. His brother Ghanim, tried with him, was found not guilty.", "sentence Mahmud Ghanim Rashid 10 years 2015-10-06; verdict Ghanim acquitted 2015-10-06; verdict Mahmud Ghanim Rashid convicted 2015-10-06"},
		{"My son Bashar Ali Husayn was taken by the intelligence from his college on 12 April 2015. They let him go after forty days, thin as a stick.", "arrest Bashar Ali Husayn 2015-04-12; release Bashar Ali Husayn 2015-05-22"},
		{"Judgments of the week: Laith Hamid Odeh - death; Raad Shakir Jabr - 20 years; Munaf Taha Idris - acquitted.", "sentence Laith Hamid Odeh death; sentence Raad Shakir Jabr 20 years; verdict Munaf Taha Idris acquitted"},
		{"Of the four defendants only Khalil Ayub Matar walked out a free man; Dhia Nouri Hasan, Samir Latif Aziz and Yahya Omran Salih were each sentenced to six years.", "sentence Dhia Nouri Hasan 6 years; sentence Samir Latif Aziz 6 years; sentence Yahya Omran Salih 6 years; verdict Khalil Ayub Matar acquitted"},
		{"The peshmerga handed over Mithaq Jawad Nasir to the federal police at the Kalak bridge on 1 July 2015.", "arrest Mithaq Jawad Nasir 2015-07-01"},
		{"The shopkeeper Aqil Jabbar Muhsin paid bail of ten million dinars and went home on 8 January 2016.", "release Aqil Jabbar Muhsin 2016-01-08"},
		{"أُحيل الموظف نصير وادي طالب إلى محكمة الجنايات في ٣ أيار ٢٠١٥ بتهمة الرشوة.", "charge نصير وادي طالب 2015-05-03"},
		{"صدر بحق حيدر سعد محمود حكم غيابي بالإعدام شنقاً في ٢ آذار ٢٠١٥.", "sentence حيدر سعد محمود death 2015-03-02"},
		{"كمشوا وسام كريم لفتة عند السيطرة يوم ٩ حزيران ٢٠١٥ وحبسوه شهرين وبعدين طلع بكفالة.", "arrest وسام كريم لفتة 2015-06-09; release وسام كريم لفتة"},
		{"قضت المحكمة حضورياً بالسجن المؤبد على فارس منير داود وبالسجن عشر سنوات على شريكه سلام كاظم عبيد.", "sentence سلام كاظم عبيد 10 years; sentence فارس منير داود life"},
		{"برّأت المحكمة ساحة أمجد رؤوف حلمي في ١١ تشرين الثاني ٢٠١٥.", "verdict أمجد رؤوف حلمي acquitted 2015-11-11"},
		{"أوقفت قوات الأمن تحسين عادل صبري في ٥ آب ٢٠١٥ وأخلت سبيله بعد أسبوع لعدم كفاية الأدلة.", "arrest تحسين عادل صبري 2015-08-05; release تحسين عادل صبري 2015-08-12~"},
		{"ابني بشار علي حسين لزموه الاستخبارات يوم ١٢ نيسان ٢٠١٥ وما طلع إلا بعد أربعين يوم.", "arrest بشار علي حسين 2015-04-12; release بشار علي حسين 2015-05-22"},
		{"تم ضبط المتهم ليث حامد عودة متلبساً بالجرم المشهود في ٧ تموز ٢٠١٥.", "arrest ليث حامد عودة 2015-07-07"},
		{"خُفّض الحكم الصادر بحق رعد شاكر جبر من الإعدام إلى السجن المؤبد.", "sentence رعد شاكر جبر death; sentence رعد شاكر جبر life"},
		{"سلّم مناف طه إدريس نفسه إلى مركز شرطة هيت في ٨ كانون الثاني ٢٠١٦.", "arrest مناف طه إدريس 2016-01-08"},
		{"عقوبات الأسبوع: خليل أيوب مطر، الإعدام؛ ضياء نوري حسن، ٢٠ سنة؛ سمير لطيف عزيز، البراءة.", "sentence خليل أيوب مطر death; sentence ضياء نوري حسن 20 years; verdict سمير لطيف عزيز acquitted"},
		{"أودعت القوة يحيى عمران صالح التوقيف في ١ تموز ٢٠١٥ ووجّه إليه القاضي تهمة الانتماء بعد عشرة أيام.", "arrest يحيى عمران صالح 2015-07-01; charge يحيى عمران صالح 2015-07-11"},
		{"عقيل جبار محسن انحكم سبع سنين وهسه گاعد بسجن الناصرية.", "sentence عقيل جبار محسن 7 years"},
	})
}
