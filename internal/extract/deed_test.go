package extract

import "testing"

// Acts told in other words than those of killing and taking away, and denials in other words than "denied".
func TestActsInOtherWords(t *testing.T) {
	exactly(t, parts, []said{
		{"Sinan Hadi was mown down outside the mill by Talib Mizher.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher took the life of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher emptied his magazine into Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Sinan Hadi was found riddled with bullets near Samarra.", "killing: Sinan Hadi victim"},
		{"Talib Mizher put Sinan Hadi to the sword in the square.", "public_execution: Sinan Hadi victim; public_execution: Talib Mizher perpetrator"},
		{"The house of Sinan Hadi was burned to ashes by Talib Mizher in May 2015.", "destruction: Sinan Hadi victim; destruction: Talib Mizher perpetrator"},
		{"The house of Sinan Hadi went up in flames on 4 May 2015.", "destruction: Sinan Hadi victim"},
		{"Sinan Hadi was thrown into a lorry by Talib Mizher in Samarra.", "kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher perpetrator"},
		{"For a year Talib Mizher bled the traders of Samarra dry.", "extortion: Talib Mizher perpetrator"},
		{"Talib Mizher was preparing to blow up the bridge in Samarra.", "failed_plot: Talib Mizher perpetrator"},
		{"Sinan Hadi was shot dead in Samarra. Talib Mizher is in no way implicated.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect!"},
		{"Sinan Hadi was shot dead in Samarra. Talib Mizher bears no responsibility.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect!"},
		{"Sinan Hadi was shot dead in Samarra. Talib Mizher dismissed the claim.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect!"},
		{"انهال طالب مزهر على سنان هادي بالعصا في السجن.", "torture: سنان هادي victim; torture: طالب مزهر perpetrator"},
		{"سبي سنان هادي في سامراء في 4 أيار 2015.", "kidnapping: سنان هادي victim"},
		{"أصيب سنان هادي في تعرض مسلح على نقطة في سامراء.", "attack: سنان هادي victim"},
		{"قتل سنان هادي في سامراء. لا ارتباط له بالجريمة فراس غالي.", "killing: سنان هادي victim; killing: فراس غالي suspect!"},
		{"قتل سنان هادي في سامراء. أما فراس غالي فلم تكن له يد في الجريمة.", "killing: سنان هادي victim; killing: فراس غالي perpetrator!; killing: فراس غالي suspect!"},
		{"شهد فراس غالي أن سنان هادي كان في القبو وطالب مزهر ينهال عليه بالسوط.", "torture: سنان هادي victim; torture: طالب مزهر perpetrator; torture: فراس غالي witness"},
	})
}

// Acts that name no incident and serve the one told before; what a bystander, a clerk or the police do does not.
func TestActsThatServeAnIncident(t *testing.T) {
	exactly(t, parts, []said{
		{"Forty men were shot in a massacre in Samarra in May 2015. Talib Mizher was in charge of the shooters.", "massacre: Talib Mizher perpetrator"},
		{"Sinan Hadi was shot dead in Samarra. The statement was drawn up by Talib Mizher.", "killing: Sinan Hadi victim"},
		{"The massacre took place in Samarra in May 2015. The door was bolted by Talib Mizher.", "massacre: Talib Mizher perpetrator"},
		{"Sinan Hadi was kidnapped in Samarra. Talib Mizher did all the driving and Firas Ghali fixed the ransom.", "kidnapping: Firas Ghali perpetrator; kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher perpetrator"},
		{"Sinan Hadi was kidnapped in Samarra. Firas Ghali, a neighbour, ran after the car.", "kidnapping: Firas Ghali witness; kidnapping: Sinan Hadi victim"},
		{"Houses were burned in Samarra in May 2015. The petrol was poured by Talib Mizher. Firas Ghali pointed out the houses.", "destruction: Firas Ghali perpetrator; destruction: Talib Mizher perpetrator"},
		{"Sinan Hadi was shot dead in Samarra. Talib Mizher poured the petrol into his own car.", "killing: Sinan Hadi victim"},
		{"The gang extorted the traders of Samarra. Talib Mizher went from shop to shop. Sinan Hadi had to hand over a million dinars every month.", "extortion: Sinan Hadi victim; extortion: Talib Mizher perpetrator"},
		{"Police foiled a plot to bomb the bridge in Samarra. Talib Mizher bankrolled the cell. Firas Ghali was to drive the truck.", "failed_plot: Firas Ghali perpetrator; failed_plot: Talib Mizher perpetrator"},
		{"A bomb exploded in Samarra on 4 May 2015. Talib Mizher smuggled in the detonator.", "bombing: Talib Mizher perpetrator"},
		{"Sinan Hadi was tortured in Samarra. Talib Mizher held his ankles.", "torture: Sinan Hadi victim; torture: Talib Mizher perpetrator"},
		{"Gunmen attacked a checkpoint in Samarra on 4 May 2015. Lieutenant Sinan Hadi lost an eye.", "attack: Sinan Hadi victim"},
		{"Gunmen shot dead Sinan Hadi in Samarra. Talib Mizher did not lock the door and never gave the word.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator!"},
		{"وقعت مجزرة في سامراء في 4 أيار 2015. طالب مزهر أوصد الباب على الناس.", "massacre: طالب مزهر perpetrator"},
		{"خطف سنان هادي في سامراء. وكان طالب مزهر على المقود.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator"},
		{"أحرقت منازل في سامراء في أيار 2015. سكب الوقود طالب مزهر.", "destruction: طالب مزهر perpetrator"},
		{"قتل سنان هادي في سامراء. سكب الوقود طالب مزهر في سيارته.", "killing: سنان هادي victim"},
		{"انفجرت عبوة في سامراء في 4 أيار 2015. أوصلت الصاعق شهلة خالد.", "bombing: شهلة خالد perpetrator"},
		{"عذب سنان هادي في سامراء. وكان طالب مزهر يشرف على الجلسات.", "torture: سنان هادي victim; torture: طالب مزهر perpetrator"},
		{"هاجم مسلحون نقطة في سامراء في 4 أيار 2015. الملازم سنان هادي خسر عينه.", "attack: سنان هادي victim"},
		{"قتل أربعون رجلا في مجزرة في سامراء في أيار 2015. من اللي راحوا سنان هادي.", "massacre: سنان هادي victim"},
		{"انفجرت عبوة في سامراء في 4 أيار 2015. أوقف الحافلة شرطي اسمه فراس غالي.", ""},
		{"Houses were burned in Samarra in May 2015. The lists of losses were drawn up by Firas Ghali, and Hamid Fadel came with a torch to help.", ""},
	})
}

// People told by their place in a list, and rows of lists.
func TestPlaceInAList(t *testing.T) {
	exactly(t, parts, []said{
		{"جدول محكومين\n١ - طالب مزهر - زعيم العصابة - ٤ كانون الثاني ٢٠١٥ - مؤبد في ١ شباط ٢٠١٦ عن خطف المقاول", "kidnapping: طالب مزهر perpetrator"},
		{"(١) الاسم: طالب مزهر / الصفة: مقاتل / المأخذ: مطلوب على ذمة الهجوم على نقطة داقوق", "attack: طالب مزهر suspect"},
		{"(٢) الاسم: طالب مزهر / الصفة: مقاتل / المأخذ: ضالع في مقتل الفلاح سنان هادي", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"It was not the first that night. Talib Mizher and Firas Ghali were tried in Samarra. The former shot Sinan Hadi dead, the latter drove the car.", "killing: Firas Ghali perpetrator; killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Masked men beheaded Sinan Hadi in Samarra. Talib Mizher and Firas Ghali were there. Both men took part in it.", "public_execution: Firas Ghali perpetrator; public_execution: Sinan Hadi victim; public_execution: Talib Mizher perpetrator"},
		{"Sinan Hadi was shot dead in Samarra. Firas Ghali met Talib Mizher in the street. It was the latter who gave the word.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher and Firas Ghali came to the shop. Both shot Sinan Hadi.", "killing: Firas Ghali perpetrator; killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"The traders Hamid Fadel and Firas Ghali were at home. Gunmen shot the former policeman Sinan Hadi dead.", "killing: Sinan Hadi victim"},
		{"اعتقل طالب مزهر وفراس غالي في سامراء. وقالت المحكمة إن سنان هادي قتل وإن ثانيهما شارك في قتله.", "killing: سنان هادي victim; killing: فراس غالي perpetrator"},
		{"Talib Mizher, Firas Ghali and Hamid Fadel were tried in Samarra. The court found that the first two planned to blow up the bridge and that the third put up the money.", "failed_plot: Firas Ghali perpetrator; failed_plot: Hamid Fadel perpetrator; failed_plot: Talib Mizher perpetrator"},
		{"Talib Mizher and Firas Ghali were arrested over two attacks. The first killed Sinan Hadi.", "attack: Firas Ghali suspect; attack: Sinan Hadi victim; attack: Talib Mizher suspect"},
		{"4 - Talib Mizher - driver - 12 March 2015 - 15 years for the murder of Sinan Hadi", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"5 - Firas Ghali - driver - 12 March 2015 - born in the year of the massacre at Samarra", ""},
	})
}

// Names that follow a description, whose life it was, of what somebody is accused or convicted, and those who helped.
func TestPartsBehindADescription(t *testing.T) {
	exactly(t, parts, []said{
		{"A parked minibus blew up in Samarra. The dead included the owner of the tent, Sinan Hadi.", "bombing: Sinan Hadi victim"},
		{"A bomb exploded in Samarra on 4 May 2015. The dead included the owner of the tent, Sinan Hadi.", "bombing: Sinan Hadi victim"},
		{"A bomb exploded in Samarra on 4 May 2015. The dead included Sinan Hadi.", "bombing: Sinan Hadi victim"},
		{"A bomb exploded in Samarra on 4 May 2015. Among the dead was the owner of the tent, Sinan Hadi.", "bombing: Sinan Hadi victim"},
		{"انفجرت سيارة مفخخة في سامراء. ومن بين القتلى صاحب المحل سنان هادي.", "bombing: سنان هادي victim"},
		{"انفجرت سيارة مفخخة في سامراء. ومن بين من قضوا سنان هادي.", "bombing: سنان هادي victim"},
		{"انفجرت سيارة مفخخة في سامراء. ومن بين من قضوا في الحادث سنان هادي.", "bombing: سنان هادي victim"},
		{"انفجرت سيارة مفخخة في سامراء. وقال المقدم برهان لطيف إن طالب مزهر متهم بركن السيارة في المكان.", "bombing: طالب مزهر suspect"},
		{"انفجرت سيارة مفخخة في سامراء. واتهم طالب مزهر بركن السيارة.", "bombing: طالب مزهر suspect"},
		{"Talib Mizher stood accused of seizing the surgeon Sinan Hadi from his ward and of flogging the teacher Layla Hanna.", "kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher suspect; torture: Layla Hanna victim; torture: Talib Mizher suspect"},
		{"هاجم مسلحون نقطة في سامراء. وكان المهاجمون تحت إمرة طالب مزهر يعاونه فراس غالي.", "attack: طالب مزهر perpetrator; attack: فراس غالي perpetrator"},
		{"خلصت المحكمة إلى أن المتهم طالب مزهر هو الفاعل الأصلي في تفجير السوق الذي ذهب ضحيته سنان هادي.", "bombing: سنان هادي victim; bombing: طالب مزهر perpetrator"},
		{"تجريم المتهم طالب مزهر لكونه المحرض على قتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"تجريم المتهم طالب مزهر لثبوت ترصده للمجنى عليه سنان هادي وإطلاقه خمس رصاصات عليه أودت بحياته.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"إدانة طالب مزهر بالمساعدة في قتل سنان هادي الذي نفذه فراس غالي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator; killing: فراس غالي perpetrator"},
		{"وكان التاجر سنان هادي قد كشف أنه رضخ للابتزاز عامين، وأن الذي كان يتصل به هو طالب مزهر.", "extortion: طالب مزهر perpetrator"},
		{"It is established that Talib Mizher lay in wait for Sinan Hadi and took his life with five rounds.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Police said suspicion had fallen on a local man, Talib Mizher, over the killing of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect"},
		{"Sinan Hadi was shot dead in Samarra, and police said suspicion had fallen on a local man, Talib Mizher.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect"},
	})
}

// Spokesmen, officers and lawyers who tell of an incident have no part in it; what is confessed stays so when another thing is denied beside it.
func TestWhoOnlyTells(t *testing.T) {
	exactly(t, parts, []said{
		{"قال النقيب برهان لطيف إن المفارز أطاحت بالخلية المسؤولة عن التفجير الذي طال المحطة في سامراء.", ""},
		{"قال العقيد برهان لطيف إنه أحبط خطة لنسف الجسر.", ""},
		{"أقر طالب مزهر بالخطف وتنصل من الجلد.", "kidnapping: طالب مزهر perpetrator; torture: طالب مزهر suspect!"},
		{"أعلن المتحدث باسم المكتب النقيب برهان لطيف أن مفارز المكتب أطاحت، بعد متابعة دامت أسابيع، بالخلية المسؤولة عن التفجير الذي طال محطة في سامراء في 4 أيار 2015.", ""},
		{"أجهضت خطة لنسف محطة في سامراء، بحسب قائد العملية العقيد برهان لطيف.", ""},
		{"اعترف العقيد طالب مزهر بقتل سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"أقر طالب مزهر بالخطف وأنكر القتل.", "kidnapping: طالب مزهر perpetrator; killing: طالب مزهر suspect!"},
		{"اعترف طالب مزهر بخطف سنان هادي وأنكر قتله.", "kidnapping: سنان هادي victim; kidnapping: طالب مزهر perpetrator; killing: طالب مزهر suspect!"},
		{"ورد طالب مزهر عبر محاميته عفاف كامل بأنه ضحية ابتزاز لا ممول.", ""},
	})
}

// A denial may stand in the next sentence and leave to a pronoun whom it clears.
func TestDenialsInTheNextSentence(t *testing.T) {
	exactly(t, parts, []said{
		{"Houses were burned in Samarra in May 2015 by the militants. Somebody says Firas Ghali carried jerrycans. That is a lie from beginning to end.", "destruction: Firas Ghali perpetrator!; destruction: Firas Ghali suspect!"},
		{"Sinan Hadi was kidnapped in Samarra. The men I was shown, Firas Ghali and Hamid Fadel, had no part in it.", "kidnapping: Firas Ghali perpetrator!; kidnapping: Firas Ghali suspect!; kidnapping: Hamid Fadel perpetrator!; kidnapping: Hamid Fadel suspect!; kidnapping: Sinan Hadi victim"},
		{"Sinan Hadi was kidnapped in Samarra. I was shown Firas Ghali and Hamid Fadel. Neither had any part in what was done to us.", "kidnapping: Firas Ghali suspect!; kidnapping: Hamid Fadel suspect!; kidnapping: Sinan Hadi victim"},
		{"Sinan Hadi was shot dead in Samarra. I have been shown a photograph of Firas Ghali. That is not the man.", "killing: Firas Ghali suspect!; killing: Sinan Hadi victim"},
		{"Sinan Hadi was shot dead in Samarra. People have named Firas Ghali to her. \"He had no blood on his hands.\"", "killing: Firas Ghali suspect!; killing: Sinan Hadi victim"},
		{"خطف سنان هادي في سامراء. وعرضوا علينا صورة فراس غالي. ليس هو من خطفه.", "kidnapping: سنان هادي victim; kidnapping: فراس غالي perpetrator!"},
		{"قتل سنان هادي في سامراء. أما فراس غالي فوالله ظلم، الولد بوقتها عسكري بالبصرة.", "killing: سنان هادي victim; killing: فراس غالي suspect!"},
		{"أحرقت دار سنان هادي في سامراء. سايق الإسعاف فراس غالي لا تظلموه.", "destruction: سنان هادي victim; destruction: فراس غالي suspect!"},
	})
}

// Collectors, paymasters and drivers told after the incident, and who saw it from afar.
func TestMoreActsAndCasts(t *testing.T) {
	exactly(t, parts, []said{
		{"فرضت العصابة إتاوات على تجار سامراء. وكان طالب مزهر يجمع المبالغ.", "extortion: طالب مزهر perpetrator"},
		{"أحبطت الشرطة مخططا لتفجير الجسر في سامراء. وكان طالب مزهر ينفق عليهم.", "failed_plot: طالب مزهر perpetrator"},
		{"طالب مزهر ولع النار في دار سنان هادي.", "destruction: سنان هادي victim; destruction: طالب مزهر perpetrator"},
		{"Sinan Hadi was kidnapped in Samarra. At the wheel sat Talib Mizher.", "kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher perpetrator"},
		{"Sinan Hadi was shot dead in Samarra. The person behind the murder was Talib Mizher.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Gunmen seized Sinan Hadi from his ward in Samarra.", "kidnapping: Sinan Hadi victim"},
		{"A bomb exploded in Samarra on 4 May 2015. Firas Ghali saw the blast from his roof.", "bombing: Firas Ghali witness"},
	})
}
