package extract

import "testing"

// TestArabicConstructions holds one sentence or more for each construction of construct_arabic.go.
func TestArabicConstructions(t *testing.T) {
	exactly(t, parts, []said{
		// the place in a list
		{"اتفق طالب مزهر وفراس غالي على خطف سنان هادي، فراقبه الأول ونفذ الثاني عملية الخطف.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator; kidnapping: فراس غالي perpetrator"},
		// the shot that killed, the fire somebody opened
		{"سدد طالب مزهر رصاصة من مسدسه أودت بحياة سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"لقي سنان هادي مصرعه بنيران أطلقها عليه فراس غالي.", "killing: سنان هادي victim; killing: فراس غالي perpetrator"},
		// what an attack led to
		{"شن مسلحون يتقدمهم طالب مزهر هجوما على نقطة تفتيش، ما أدى إلى استشهاد سنان هادي وإصابة فراس غالي.", "attack: سنان هادي victim; attack: طالب مزهر perpetrator; attack: فراس غالي victim"},
		{"تسبب انفجار عبوة لاصقة بمقتل سنان هادي.", "bombing: سنان هادي victim"},
		// a frame two verbs share
		{"استدرج طالب مزهر صديقه سنان هادي إلى بستان وقتله طعنا بالسكين.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		// "who" that is no "from"
		{"قال إن من ذبح سنان هادي هو طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"طردوا عائلة سنان هادي من القرية، واللي طردهم هو طالب مزهر.", "displacement: سنان هادي victim; displacement: طالب مزهر perpetrator"},
		// a description that names
		{"كشفت الشرطة عن تورط ضابط سابق يدعى طالب مزهر في عملية اغتيال سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		// companions of many
		{"أخذوا أخوي مثنى من البيت، وكان وياهم واحد اسمه طالب مزهر.", "kidnapping: طالب مزهر perpetrator; kidnapping: مثنى victim"},
		{"أحرق طالب مزهر ورفاقه دار سنان هادي.", "destruction: سنان هادي victim; destruction: طالب مزهر perpetrator"},
		{"قال المختار سنان هادي إن عناصر بإمرة طالب مزهر هجروا عائلته.", "displacement: طالب مزهر perpetrator"},
		// whom a pronoun means
		{"لا يزال مصير سنان هادي مجهولا منذ اختطافه من قبل طالب مزهر.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		{"قام طالب مزهر باستدراج المواطن سنان هادي واختطافه.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		{"شوهد سنان هادي برفقة المتهم طالب مزهر، الذي اعترف لاحقا بخنقه.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		// several acts, counts and who is picked out of them
		{"أدين طالب مزهر بخطف وقتل سنان هادي.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator; killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"دخل عناصر من داعش إلى القرية وقاموا بإعدام ثلاثة من أبنائها وهم: سنان هادي وفراس غالي ولؤي ستار.", "public_execution: سنان هادي victim; public_execution: فراس غالي victim; public_execution: لؤي ستار victim"},
		{"قتل طالب مزهر بيده أسيرين هما سنان هادي وفراس غالي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator; killing: فراس غالي victim"},
		// a subject far behind its verb
		{"شهد أمام المحكمة كل من سنان هادي وفراس غالي على قتل لؤي ستار.", "killing: سنان هادي witness; killing: فراس غالي witness; killing: لؤي ستار victim"},
		{"إن الشخص الذي ظهر في الإصدار وهو ينحر الجندي سنان هادي هو المدعو طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		// the accused in their order
		{"ثبت أن المتهم طالب مزهر يتزعم الخلية وأن المتهم فراس غالي محاسبها.\nثانيا: ثبت أن الأول قتل المجنى عليه سنان هادي رميا بالرصاص، بشهادة زوجته سميرة قاسم.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator; killing: سميرة قاسم witness"},
		// participles of victims, whom a pronoun accuses, whom the speaker's kin is
		{"وقالت كريمة الصائغ المخطوف سنان هادي إنها لا تعرف الخاطفين.", "kidnapping: سنان هادي victim"},
		{"سلم طالب مزهر نفسه. ويتهمه ذوو سنان هادي بقتله.", "killing: سنان هادي victim; killing: طالب مزهر suspect"},
		{"إفادة فراس غالي: أخذت العشاء لوالدي سنان هادي في السيطرة. بدأ الهجوم على السيطرة في هيت وقتل والدي.", "attack: سنان هادي victim"},
		// nouns with an article govern nobody
		{"خطف مسلحون سنان هادي في هيت. وأوقفت الشرطة سائق سيارة الخطف طالب مزهر.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		{"أمر الوالي طالب مزهر بجلد سنان هادي، ونفذ الجلد عنصر الحسبة فراس غالي.", "torture: سنان هادي victim; torture: طالب مزهر perpetrator; torture: فراس غالي perpetrator"},
		{"المسؤول عن إعدام الأسرى هو آمر الفصيل طالب مزهر.", "public_execution: طالب مزهر perpetrator"},
		// shots that killed; many whose names stand in an earlier clause
		{"حضر إلى دارنا كل من طالب مزهر وفراس غالي وطلبوا زوجي سنان هادي، ولما خرج أطلقوا عليه النار فمات في الحال.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator; killing: فراس غالي perpetrator"},
		{"تلقى سنان هادي رصاصة في صدره أطلقها عليه منتسب يدعى طالب مزهر.", "attack: سنان هادي victim; attack: طالب مزهر perpetrator"},
		// people whose part their noun says
		{"تعرض سنان هادي للضرب المبرح على يد منتسبين بينهم طالب مزهر.", "torture: سنان هادي victim; torture: طالب مزهر perpetrator"},
		{"واصلت المحكمة محاكمة المتهمين بحرق مقر الحزب في هيت، وهم طالب مزهر وفراس غالي.", "destruction: طالب مزهر suspect; destruction: فراس غالي suspect"},
		// who confesses is not who is named on the way to the act
		{"اعترف طالب مزهر للمحقق برهان لطيف بالاشتراك في تفجير السوق في هيت.", "bombing: طالب مزهر perpetrator"},
		// a question answered by no
		{"قتل لؤي ستار في هيت.\nس: هل اشترك طالب مزهر في الجريمة؟\nج: كلا.", "killing: لؤي ستار victim; killing: طالب مزهر perpetrator!"},
		// him, the sheikh; a description that names; an imperfect with its object
		{"ذبحوه للشيخ سنان هادي بباب داره.", "killing: سنان هادي victim"},
		{"استشهد سنان هادي برصاص قناص من داعش يدعى طالب مزهر.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"رأى فراس غالي المتهم طالب مزهر وهو يطعن المجني عليه سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator; killing: فراس غالي witness"},
		{"حكمت المحكمة على طالب مزهر بالسجن عشرين سنة لاشتراكه مع المتهم الهارب فراس غالي في خطف سنان هادي.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator; kidnapping: فراس غالي perpetrator"},
		{"أطلق طالب مزهر النار على سنان هادي. ونجت الطفلة سندس علي وروت ما جرى.", "attack: سنان هادي victim; attack: طالب مزهر perpetrator; attack: سندس علي witness"},
		// an item of a judgment's list
		{"تجرم المحكمة:\nأ. طالب مزهر، رئيس العصابة، عن خطف الطبيب سنان هادي في هيت؛", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
	})
}

// TestArabicConstructionsThatNameNobody: what looks like one of them and is none.
func TestArabicConstructionsThatNameNobody(t *testing.T) {
	exactly(t, parts, []said{
		{"هدد طالب مزهر بأن يقتل سنان هادي.", ""},
		{"وقد ضبط بحوزة طالب مزهر حزام ناسف.", ""},
		{"لم يكن طالب مزهر حاضرا حين قتل سنان هادي.", "killing: سنان هادي victim"},
		{"طالب مزهر الذي قتل الحارس فر من هيت.", "killing: طالب مزهر perpetrator"},
		{"قضى سنان هادي تحت التعذيب في سجن سري يديره طالب مزهر.", "killing: سنان هادي victim"},
		{"وذكرت زوجة المغدور سنان هادي أن جارهم طالب مزهر دل المسلحين الذين قتلوه.", "killing: سنان هادي victim"},
	})
	exactly(t, parts, []said{
		{"ثبت أن طالب مزهر قتل سنان هادي بشهادة زوجته سميرة قاسم. وثبت أن الأول أحرق مخزنا في هيت.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator; killing: سميرة قاسم witness"},
		{"حملت العشيرة آمر الفوج طالب مزهر مسؤولية مقتل سنان هادي في هيت.", "killing: سنان هادي victim; killing: طالب مزهر suspect"},
	})
	expect(t, []told{
		{"هاجم مسلحون السيطرة فجر الأحد.", nil, []string{"name=الأحد"}},
		{"اعتقلت الشرطة أمير قاطع هيت سنان هادي في الرمادي.", []string{"Detention subject=سنان هادي place=الرمادي"}, nil},
	})
}
