package extract

import (
	"slices"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// people lists the persons of a reading with every name they are called by: "Omar Salih = Abu Anas".
func people(r sanad.Reading) []string {
	var out []string
	at := map[sanad.ID]int{}
	for _, c := range r.Claims {
		if c.Schema != sanad.SchemaPerson || c.Prop != "name" && c.Prop != "kunya" && c.Prop != "alias" {
			continue
		}
		if i, told := at[c.Entity]; told {
			out[i] += " = " + c.Value
			continue
		}
		at[c.Entity] = len(out)
		out = append(out, c.Value)
	}
	slices.Sort(out)
	return out
}

func TestPeople(t *testing.T) {
	exactly(t, people, []said{
		// names the lists of the rules do not have
		{"وصلت دورية إلى دار حردان مخيف صباحا.", "حردان مخيف"},
		{"شارك في التنفيذ كل من مشعل فرهود دخيل ومنيف جبر.", "مشعل فرهود دخيل; منيف جبر"},
		{"دفع قتيبة عدنان للؤي ستار المبلغ.", "قتيبة عدنان; لؤي ستار"},
		{"اتصل حارث ناجي بطالب مزهر.", "حارث ناجي; طالب مزهر"},
		{"قال إن الذي أشرف على العمل هو سنان هادي.", "سنان هادي"},
		{"رجع إلى أبي حفص التونسي.", "أبي حفص التونسي"},
		{"The house belonged to Tuwayhir Shilakh.", "Tuwayhir Shilakh"},
		// months and feasts that are names
		{"They saw Bahjat Ramadan Doski in Hit.", "Bahjat Ramadan Doski"},
		{"They saw Bahjat in Ramadan.", "Bahjat"},
		// a name whose last word no list has is not cut short
		{"سيق الطالب مشعان حمد عبد إلى المركز. أما المتهم فهو الهارب مشعان حمد فروان.", "مشعان حمد عبد; مشعان حمد فروان"},
		{"حضر حردان مخيف قلايلي، وغاب غيره.", "حردان مخيف قلايلي"},
		// words no list has that the report puts behind the same name again
		{"القاتل هو طلال يافخ شهاب. ونقل المبلغ طلال يافخ، ثم هرب.", "طلال يافخ شهاب = طلال يافخ"},
		{"أوقف سنان هادي داخل، ابن السائق.", "سنان هادي داخل"},
		// no persons
		{"كتبت إليها: سلمي على الأهل.", ""},
		{"احترقت عيادة الطبيب.", ""},
		{"حضر أبو عيالي مساء.", ""},
		{"صدر الحكم عن محكمة جنايات صلاح الدين.", ""},
		// one man
		{"Sinan Hadi Ghayyad was arrested. Firas Nuri fled. Ghayyad denied it.", "Sinan Hadi Ghayyad = Ghayyad; Firas Nuri"},
		{"سنان هادي، أمير هيت، المكنى أبا براء.", "سنان هادي = أبا براء"},
		{"Sinan Hadi, emir of Hit, known as Abu Bara, fled.", "Sinan Hadi = Abu Bara"},
		// two men
		{"Sinan Hadi called him out and Firas Ghali shot him.", "Sinan Hadi; Firas Ghali"},
		{"خطفه أكرم فتحي وأبو سياف.", "أكرم فتحي; أبو سياف"},
		{"Sinan Hadi Ghayyad was arrested. Ghayyad Nuri fled. Ghayyad denied it.", "Sinan Hadi Ghayyad; Ghayyad Nuri; Ghayyad"},
		{"قتل صهيب ديلم عقاب. أما صهيب ديلم نهار فممرض.", "صهيب ديلم عقاب; صهيب ديلم نهار"},
	})
}

// TestPeopleOfAllCommunities holds names of Kurds, Yazidis, Armenians, Assyrians, Turkmen and Syrians, families by their article, and what
// is no part of a name.
func TestPeopleOfAllCommunities(t *testing.T) {
	exactly(t, people, []said{
		{"شهدت زينة حجي قاسو بذلك.", "زينة حجي قاسو"},
		{"سلمها كيفورك هرانت إلى ردينة بكري.", "ردينة بكري; كيفورك هرانت"},
		{"الفتاة هي بيريفان خدر.", "بيريفان خدر"},
		{"دفع كليانا ساليم المبلغ إلى مشكو رشكو.", "كليانا ساليم; مشكو رشكو"},
		{"أوقف اورهان كمالتين. وشهدت گەلاويژ نيچيرفان.", "اورهان كمالتين; گەلاويژ نيچيرفان"},
		{"وصل المتهم مفلح جويعد والمتهمة نوفة صيهود.", "مفلح جويعد; نوفة صيهود"},
		{"The money went to Shasho, then to Gelawezh.", "Shasho; Gelawezh"},
		{"عبر المقاتلون وادي حوران.", ""},
		{"Judge Berivan Haji Qasim of the Third Criminal Court heard Zakwan Hatim.", "Berivan Haji Qasim; Zakwan Hatim"},
		{"قال إن الرامي هو نزار الجبر، من هيت.", "نزار الجبر"},
		{"تعرفت على سنان الخطيب في السوق.", "سنان الخطيب"},
		{"الخاطف هو نزار القرموط، من هيت.", "نزار القرموط"},
		{"فتح نزار القرموط، ثم خرج.", "نزار"},
		{"أطلق طالب مزهر النار على الباب.", "طالب مزهر"},
		{"أنا أسكن هنا وأخي نزار الطابق الرابع.", "نزار"},
		{"أعطيتها لضيف الله منير.", "ضيف الله منير"},
		{"تلقى نزار مني مبلغا.", "نزار"},
		{"قيل إن سنان هادي دلّكم على البيت.", "سنان هادي"},
		{"أوقف نزار خلف القضبان.", "نزار"},
		{"هو صاحب مكتب للحوالات.", ""},
		{"للاشتباه بأنه من أرشد الخاطفين إلى الدار.", ""},
		{"تقع مزرعته عند نهر عيسى.", ""},
		{"عمي، أبو مرتي، باع الجرار.", ""},
		{"أربيل، ٥ أيار ٢٠١٩ (كاروان) - عاد الهدوء.", ""},
		{"هو من مسلحي لواء سيف البادية.", ""},
		{"In Jasim's barn they slept.", "Jasim"},
		{"A grenade hit the office of the Warda Women's Association.", ""},
	})
}

// TestOneManOfManyNames holds how a report takes up somebody by his last name alone, and tells who a kunya or nickname is.
func TestOneManOfManyNames(t *testing.T) {
	exactly(t, people, []said{
		{"Sinan Hadi al-Qarmut fled. Firas Ghali stayed. It rained. Al-Qarmut was freed.", "Firas Ghali; Sinan Hadi al-Qarmut = Al-Qarmut"},
		{"Sinan Hadi Ghayyad al-Jumaili fled. Firas Ghali stayed. It rained. Al-Jumaili was freed.", "Firas Ghali; Sinan Hadi Ghayyad al-Jumaili = Al-Jumaili"},
		{"Sinan Abd al-Ilah Ghayyad fled. Firas Ghali stayed. It rained. Ghayyad was freed.", "Firas Ghali; Sinan Abd al-Ilah Ghayyad = Ghayyad"},
		{"هرب سنان هادي جار الله. وبقي فراس غالي. وقال جار الله إنه بريء.", "سنان هادي جار الله = جار الله; فراس غالي"},
		{"He said: greet Abu Anas. That is Sinan Hadi, their commander.", "Abu Anas = Sinan Hadi"},
		{"She lived with Umm Anas. Her true name is Zainab Hadi.", "Umm Anas = Zainab Hadi"},
		{"كلفني أبو أنس. اسمه الصريح سنان هادي.", "أبو أنس = سنان هادي"},
		{"أبو أنس نعرفه، هذا سنان هادي.", "أبو أنس = سنان هادي"},
		{"It was Sinan Hadi, whom the waterfront calls the Captain. The Captain fled.", "Sinan Hadi = Captain = Captain"},
		{"Sinan Hadi, known on the road as al-Zarzur, fled.", "Sinan Hadi = al-Zarzur"},
		{"I saw Sinan. Which Sinan? Sinan Hadi. He fled.", "Sinan = Sinan = Sinan Hadi"},
		{"Sinan Hadi, who calls himself Abu Anas, fled.", "Sinan Hadi = Abu Anas"},
		{"It was Sinan Hadi, and everyone calls him the Locust.", "Sinan Hadi = Locust"},
		{"سنان هادي (٣٥ عاماً)، المعروف بأبي أنس، فر.", "سنان هادي = أبي أنس"},
		{"The gaoler was called Sinan. She later learnt that this was Sinan Hadi.", "Sinan = Sinan Hadi"},
		// two, or not plainly one
		{"It was Sinan Hadi, and he called Abu Anas.", "Abu Anas; Sinan Hadi"},
		{"According to Nizar, Abu Anas chose the target.", "Abu Anas; Nizar"},
		{"Sinan Hadi al-Qarmut fled. Firas Ghali stayed. The al-Qarmut brothers were freed.", "Firas Ghali; Sinan Hadi al-Qarmut; al-Qarmut"},
		{"Sinan Hadi al-Qarmut fled. Firas Ghali stayed. Later al-Qarmut the baker was freed.", "Firas Ghali; Sinan Hadi al-Qarmut; al-Qarmut"},
		{"Sinan Hadi al-Qarmut fled. Firas Ghali al-Qarmut stayed. It rained. Al-Qarmut was freed.", "Al-Qarmut; Firas Ghali al-Qarmut; Sinan Hadi al-Qarmut"},
		{"Sinan Hadi al-Qarmut fled. Firas Ghali stayed. It rained. Mrs. al-Qarmut was freed.", "Firas Ghali; Sinan Hadi al-Qarmut; al-Qarmut"},
		{"Sinan Hadi al-Qarmut fled. Firas Ghali stayed. It rained. His brother, al-Qarmut, was freed.", "Firas Ghali; Sinan Hadi al-Qarmut; al-Qarmut"},
		{"هرب سنان هادي الدندل. وبقي فراس غالي. ثم أفرج عن شقيقه الدندل.", "الدندل; سنان هادي الدندل; فراس غالي"},
		{"هرب سنان هادي الدندل. وبقي فراس غالي. ثم أفرج عن الدندل.", "سنان هادي الدندل = الدندل; فراس غالي"},
		{"قيل إن نزار كان يعرف بيت سنان.", "سنان; نزار"},
	})
}

func TestTheSpeakerOfAStatement(t *testing.T) {
	exactly(t, paid, []said{
		{"Record of questioning - Luay Sattar - 5 May 2015\nQ: Who paid?\nA: Qutayba Adnan brought me $7,500.\n", "Qutayba Adnan > Luay Sattar 7500 USD"},
		{"إفادة المشتكي لؤي ستار، تاجر\nأنا تاجر. دفعت إلى قتيبة عدنان 7500 دولار.\n", "لؤي ستار > قتيبة عدنان 7500 USD"},
		{"إلى الأخ أبي رقية\nمن أبي داود\nنعلمكم أن قتيبة عدنان سلّمنا 7500 دولار.\n", "قتيبة عدنان > أبي داود 7500 USD"},
		{"الدافع: قتيبة عدنان\n\n١) لؤي ستار / الحسبة / ٧٥٠٠ دولار\n٢) حارث ناجي / مقاتل / ٩٠٠ دولار\n", "قتيبة عدنان > لؤي ستار 7500 USD; قتيبة عدنان > حارث ناجي 900 USD"},
		{"The father said he had sent $7,500 to Luay Sattar. Qutayba Adnan was there.", ""},
		{"قتيبة عدنان، صاحب مكتب الواحة للصرافة، سلّم 7500 دولار إلى لؤي ستار.", "قتيبة عدنان > لؤي ستار 7500 USD"},
		{"Qutayba Adnan paid Luay Sattar $7,500 and Luay Sattar gave Harith Naji five thousand of it.", "Qutayba Adnan > Luay Sattar 7500 USD; Luay Sattar > Harith Naji 5000 USD"},
	})
}

func TestThePeopleOfACase(t *testing.T) {
	exactly(t, outcomes, []said{
		{"The defendants Sinan Hadi, Firas Ghali and Talib Muzhir were tried for theft. They had been charged on 4 May 2015.", "charge Firas Ghali 2015-05-04; charge Sinan Hadi 2015-05-04; charge Talib Muzhir 2015-05-04"},
		{"Judgment of 3 January 2016 in the case against Sinan Hadi and Firas Ghali\nPresiding judge: Talib Muzhir\n\nThe first defendant was charged on 4 May 2015. He is sentenced to life in prison.\nThe second defendant is acquitted.\n", "charge Sinan Hadi 2015-05-04; sentence Sinan Hadi life 2016-01-03; verdict Firas Ghali acquitted 2016-01-03"},
		{"Accused: 1. Sinan Hadi Nuri; 2. Firas Ghali Salih\n\nThe two accused were charged on 4 May 2015.\n", "charge Firas Ghali Salih 2015-05-04; charge Sinan Hadi Nuri 2015-05-04"},
		{"The court gave Sinan Hadi a life sentence and acquitted Firas Ghali.", "sentence Sinan Hadi life; verdict Firas Ghali acquitted"},
		{"3 | Sinan Hadi Nuri | name of No. 2 | released 17 July 2015\n", "release Sinan Hadi Nuri 2015-07-17"},
		{"On 3 January 2016 the court convicted Sinan Hadi. Sinan Hadi was sentenced to ten years.", "sentence Sinan Hadi 10 years 2016-01-03; verdict Sinan Hadi convicted 2016-01-03"},
		{"5 July 2015. Sinan Hadi gave himself up at the station.", "arrest Sinan Hadi 2015-07-05"},
		{"Sinan Hadi was charged with theft. Six months, suspended.", "charge Sinan Hadi; sentence Sinan Hadi 6 months"},
		{"Gunmen kidnapped Sinan Hadi on 4 May 2015. They let Sinan Hadi go on 9 June 2015.", ""},
		{"The funeral of Sinan Hadi, the doctor, was held in Baghdad.", ""},
		{"اتُّهم الرائد سنان هادي بتعذيب الموقوف فراس غالي، ووجهت إليه التهمة في 4 أيار 2015.", "charge سنان هادي 2015-05-04"},
		{"الحالة الثالثة: سنان هادي، محاسب. أوقف في 4 أيار 2015.", "arrest سنان هادي 2015-05-04"},
	})
}
