package extract

import "testing"

// TestWhomStepsAreToldOf holds passages that tell whom an arrest, a charge or a judgment was of by group, number, pronoun or in the next
// sentence, and when by the step before or the head of the report.
func TestWhomStepsAreToldOf(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Accused: (1) Sinan Hadi; (2) Firas Ghali; (3) Luay Sattar. The three were charged on 15 February 2015 under Article 4.\nThe court sentences the first accused to death, the second to life imprisonment and the third to ten years. The third accused is acquitted of the killing.", "charge Firas Ghali 2015-02-15; charge Luay Sattar 2015-02-15; charge Sinan Hadi 2015-02-15; sentence Firas Ghali life; sentence Luay Sattar 10 years; sentence Sinan Hadi death; verdict Luay Sattar acquitted"},
		{"Accused: Sinan Hadi, born 1976, building contractor, in custody since 13 September 2015.", "arrest Sinan Hadi 2015-09-13"},
		{"Sinan Hadi manned the gun. Firas Ghali carried messages between them and their leader, Burhan Latif. Both were caught in Hit on 25 August 2015.", "arrest Firas Ghali 2015-08-25; arrest Sinan Hadi 2015-08-25"},
		{"Sinan Hadi keeps the books. He and the group's commander, Burhan Latif, were seized in the garage on 4 May 2015.", "arrest Burhan Latif 2015-05-04; arrest Sinan Hadi 2015-05-04"},
		{"It was the house of Zaynab Salman. She and the driver of the car, Sinan Hadi, were arrested on 4 May 2015.", "arrest Sinan Hadi 2015-05-04; arrest Zaynab Salman 2015-05-04"},
		{"Their words led us to Sinan Hadi, head of the gang, and to Firas Ghali, who kept its books. The two were picked up on 4 May 2015.", "arrest Firas Ghali 2015-05-04; arrest Sinan Hadi 2015-05-04"},
		{"Five members of a gang were convicted on 4 May 2015 over two abductions. Sinan Hadi was given the death penalty. Firas Ghali, who drove, was handed life, Luay Sattar 15 years and Burhan Latif, the accountant, five.", "sentence Burhan Latif 5 years 2015-05-04; sentence Firas Ghali life 2015-05-04; sentence Luay Sattar 15 years 2015-05-04; sentence Sinan Hadi death 2015-05-04"},
		{"On 4 May 2015 a court condemned to death a man who ran Hit for the gang. Sinan Hadi, 46, was found guilty of ordering the killing.", "sentence Sinan Hadi death 2015-05-04; verdict Sinan Hadi convicted 2015-05-04"},
		{"Convict: Sinan Hadi, known as Abu Usama. Arrested 2 March 2015, referred for trial 11 June 2015.\nHe held the victim, Firas Ghali, during the killing carried out by the fugitive Burhan Latif. For this crime the court sentences him to death.", "arrest Sinan Hadi 2015-03-02; charge Sinan Hadi 2015-06-11; sentence Sinan Hadi death"},
		{"Transferred prisoners\n\nNo. / name / convicted by / sentence / remarks\n1 / Sinan Hadi / Hit Criminal Court / death, 16 Dec 2015 / commander of the gang\n2 / Firas Ghali / same / 15 years, 16 Dec 2015 / bookkeeper\n3 / Luay Sattar / same / life, 4 March 2015 / gunman\n", "sentence Firas Ghali 15 years 2015-12-16; sentence Luay Sattar life 2015-03-04; sentence Sinan Hadi death 2015-12-16"},
		{"Sinan Hadi must spend fifteen years behind bars.", "sentence Sinan Hadi 15 years"},
		{"Sinan Hadi will hang for the murder of Firas Ghali.", "sentence Sinan Hadi death"},
		{"Sinan Hadi and Firas Ghali were convicted on 4 December 2015. The two convicts had been indicted on 3 June 2015.", "charge Firas Ghali 2015-06-03; charge Sinan Hadi 2015-06-03; verdict Firas Ghali convicted 2015-12-04; verdict Sinan Hadi convicted 2015-12-04"},
		{"A shopkeeper of Hit, Sinan Hadi, told the agency he had spent eleven days in custody in 2015 because of his name.", "arrest Sinan Hadi 2015"},
		{"1. Sinan Hadi, clerk, arrested 22 January 2015 and now serving three years.", "arrest Sinan Hadi 2015-01-22; sentence Sinan Hadi 3 years"},
		{"Second Criminal Court of Hit\nJudge Burhan Latif, session of 4 May 2015, case 3/2015\n\nThe men fired on the post.\n\nSentences: Sinan Hadi, life; Firas Ghali, eight years.", "sentence Firas Ghali 8 years 2015-05-04; sentence Sinan Hadi life 2015-05-04"},
		{"Eighth Criminal Court of Anbar, 2 November 2015\nSummary\n\nLieutenant Sinan Hadi was charged on 8 June 2015 with torture.\n\nThe court sentences Sinan Hadi to three years.", "charge Sinan Hadi 2015-06-08; sentence Sinan Hadi 3 years 2015-11-02"},
		{"Arrested and released on 20 February 2016: Sinan Hadi, 61, pensioner of Hit.", "arrest Sinan Hadi 2016-02-20; release Sinan Hadi 2016-02-20"},
		{"The court of cassation on 4 May 2015 reduced the sentence of Sinan Hadi from twelve years to seven.", "sentence Sinan Hadi 12 years; sentence Sinan Hadi 7 years 2015-05-04"},
		{"Sinan Hadi, a student, had been detained in error on 4 May 2015 and set free after three days.", "arrest Sinan Hadi 2015-05-04; release Sinan Hadi 2015-05-07"},
	})
}

func TestWhomStepsAreToldOfInArabic(t *testing.T) {
	exactly(t, outcomes, []said{
		{"محكمة جنايات هيت\nالمتهم: سنان هادي، تولد ١٩٩١، موقوف منذ ٢٢/١/٢٠١٥.\nوإن من قام بالتفجير هما المتهمان الهاربان فراس غالي ولؤي ستار.\nلذا قررت المحكمة الحكم عليه بالحبس ثلاث سنوات عن التهمة الأولى، وبراءته من الثانية.", "arrest سنان هادي 2015-01-22; sentence سنان هادي 3 years; verdict سنان هادي acquitted"},
		{"محضر استجواب\nالمتهم: سنان هادي، تولد ١٩٧٦، مقاول بناء، موقوف منذ ١٣ أيلول ٢٠١٥\nس: ما عملك؟", "arrest سنان هادي 2015-09-13"},
		{"قضت المحكمة بإعدام سنان هادي. ونال نائبه فراس غالي السجن المؤبد، وسائقه لؤي ستار عشر سنوات.", "sentence سنان هادي death; sentence فراس غالي life; sentence لؤي ستار 10 years"},
		{"حكمت المحكمة على المدان سنان هادي بالسجن اثنتي عشرة سنة وفق المادة الرابعة. وكان ينقل الرسائل إلى فراس غالي.\nقُبض عليه في هيت ليلة ٥ كانون الأول ٢٠١٥.", "arrest سنان هادي 2015-12-05; sentence سنان هادي 12 years; verdict سنان هادي convicted"},
		{"خففت محكمة التمييز في ٢٠ كانون الأول ٢٠١٥ عقوبة سنان هادي من اثنتي عشرة سنة إلى سبع سنوات.", "sentence سنان هادي 12 years; sentence سنان هادي 7 years 2015-12-20"},
		{"محكمة جنايات هيت\nباسم الشعب / ٩ نيسان ٢٠١٥\n\nوحكمت على سنان هادي بالسجن خمس عشرة سنة.", "sentence سنان هادي 15 years 2015-04-09"},
		{"أُحضر المتهمان سنان هادي وفراس غالي، الموقوفان منذ ١٨ أيلول ٢٠١٥ والمحالان بتاريخ ١ كانون الأول ٢٠١٥ وفق المادة ٤/١.", "arrest سنان هادي 2015-09-18; arrest فراس غالي 2015-09-18; charge سنان هادي 2015-12-01; charge فراس غالي 2015-12-01"},
		{"قررت المحكمة: السجن المؤبد لسنان هادي، والحبس ست سنوات لفراس غالي.", "sentence سنان هادي life; sentence فراس غالي 6 years"},
		{"وأسفرت العملية عن اعتقال أربعة عناصر في مقدمتهم المدعو سنان هادي (أبو ميسرة) وهو العقل المدبر، وفراس غالي الذي اشترى المواد.", "arrest سنان هادي; arrest فراس غالي"},
		{"تمكنت قواتنا فجر يوم ١٨ أيلول ٢٠١٥ من إحباط عملية إرهابية. وأسفرت العملية عن اعتقال سنان هادي.", "arrest سنان هادي 2015-09-18"},
		{"ضُبط خلالها المطلوبان سنان هادي وفراس غالي.", "arrest سنان هادي; arrest فراس غالي"},
		{"وكان قائد المجموعة سنان هادي وأمين حساباتها فراس غالي قد سقطا في قبضة الأمن يوم ١١ شباط ٢٠١٥ داخل مرآب.", "arrest سنان هادي 2015-02-11; arrest فراس غالي 2015-02-11"},
		{"وأعلنت الشرطة توقيف سنان هادي للتحقيق معه في الحادث، ثم أخلت سبيله في ٤ أيار ٢٠١٥ لعدم ثبوت صلته به.", "arrest سنان هادي; release سنان هادي 2015-05-04"},
		{"وعثر عليه في دار تعود إلى زينب سلمان، وأوقفت هي وسائق السيارة سنان هادي في ٢٥ أيار ٢٠١٥.", "arrest زينب سلمان 2015-05-25; arrest سنان هادي 2015-05-25"},
		{"وأفضت أقوالهما إلى الإيقاع برئيس العصابة سنان هادي ومحاسبها فراس غالي في ١ أيار ٢٠١٥.", "arrest سنان هادي 2015-05-01; arrest فراس غالي 2015-05-01"},
		{"تجرّم المحكمة:\nأ. سنان هادي، رئيس العصابة، عن خطف الطبيب بتاريخ ٦/٣/٢٠١٥، وتحكم عليه بالإعدام؛\nب. فراس غالي، الملقى القبض عليه في ١٧ شباط ٢٠١٥، عن الجريمتين، وتحكم عليه بالسجن خمس عشرة سنة؛\nج. لؤي ستار لمسكه حسابات العصابة، خمس سنوات؛\nد. زينب سلمان لإيوائها المخطوفين، الحبس عشرة أشهر.", "arrest فراس غالي 2015-02-17; sentence زينب سلمان 10 months; sentence سنان هادي death; sentence فراس غالي 15 years; sentence لؤي ستار 5 years"},
		{"أما سنان هادي وفراس غالي فقد أوقفا في ١ أيار ٢٠١٥.", "arrest سنان هادي 2015-05-01; arrest فراس غالي 2015-05-01"},
		{"سلّم قيادي بارز في التنظيم نفسه يوم ٢٨ شباط ٢٠١٥ قرب هيت.\nوالقيادي هو سنان هادي المكنى أبا ثابت.", "arrest سنان هادي 2015-02-28"},
		{"سلّم سنان هادي نفسه في ٢٨ شباط ٢٠١٥، ووقع فراس غالي في يد الشرطة في ١٤ أيار ٢٠١٥.", "arrest سنان هادي 2015-02-28; arrest فراس غالي 2015-05-14"},
		{"وراها فراس غالي لزمه من شعره، وسنان هادي واقف.", ""},
		{"لا صحة لتورط السائق سنان هادي عبد الذي أوقف ليلة ٤ أيار ٢٠١٥ وأطلق سراحه صباح ٥ أيار ٢٠١٥.", "arrest سنان هادي عبد 2015-05-04; release سنان هادي عبد 2015-05-05"},
	})
}

// TestStepsOfNobodyNamed holds steps of people whom nobody names plainly: an outcome must never fall on whoever stands near.
func TestStepsOfNobodyNamed(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Police arrested a man over the killing. Sinan Hadi was shot on Tuesday.", ""},
		{"A court sentenced a man to death. Burhan Latif, a spokesman, said the sentence was just.", ""},
		{"He was beaten before an officer noticed the mistake, and was freed. Sinan Hadi was charged on 4 May 2015.", "charge Sinan Hadi 2015-05-04"},
		{"Judge Burhan Latif heard Sinan Hadi. Both men left.", ""},
		{"Sinan Hadi and Firas Ghali met Luay Sattar, Burhan Latif and Omar Salih. The two were arrested.", ""},
		{"The complainant Sinan Hadi spoke. وجهت إليهم التهمة.", ""},
		{"وأفاد المشتكي سنان هادي والشاهد فراس غالي بذلك. وقد وجهت إليهم التهمة.", ""},
		{"The prosecutor asked for the death penalty for Sinan Hadi.", ""},
		{"Sinan Hadi, who faces the death penalty if caught, fled.", ""},
		{"طالب الادعاء العام بإعدام سنان هادي.", ""},
		{"اعتقل الملازم برهان لطيف المهرب سنان هادي.", "arrest سنان هادي"},
		{"اعتقل الملازم برهان لطيف في ٤ أيار ٢٠١٥.", "arrest برهان لطيف 2015-05-04"},
		{"Captain Burhan Latif, who commanded the post, said his men had stopped a taxi and taken its passenger, Sinan Hadi, into custody.", "arrest Sinan Hadi"},
		{"عنهم: سنان هادي", ""},
		{"Arrested: Sinan Hadi, Firas Ghali (still at large).", "arrest Sinan Hadi"},
		{"The court released Sinan Hadi from his oath.", ""},
		{"The accused Sinan Hadi and the accused Firas Ghali were heard. The first of May passed. The trial was adjourned.", ""},
	})
}
