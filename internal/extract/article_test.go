package extract

import "testing"

// News tells of many people in few sentences. These are mistakes that would have harmed somebody.

func TestWhoSpeaksIsNotTaken(t *testing.T) {
	exactly(t, outcomes, []said{
		{"وقال الناطق باسم الوزارة العميد برهان لطيف إن مفرزة من الاستخبارات ألقت القبض على تسعة من عناصر التنظيم في الرمادي.", ""},
		{"وأوضح مدير شرطة هيت العقيد برهان لطيف أن القوات اعتقلت ستة من المطلوبين.", ""},
		{"ألقت مفرزة من الاستخبارات القبض على تسعة بينهم سنان هادي في الرمادي.", "arrest سنان هادي"},
	})
}

func TestAnothersBrotherIsNotCleared(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Burhan Latif Hadi, Sinan's brother, was cleared of all charges.", "verdict Burhan Latif Hadi acquitted"},
		{"The court sentenced a former emir to death by hanging and jailed three others.", ""},
	})
	exactly(t, parts, []said{{"The court sentenced a former emir to death by hanging and jailed three others.", ""}})
}

func TestDatesOfRelativeClauses(t *testing.T) {
	exactly(t, outcomes, []said{
		{"Police arrested Sinan Hadi, who was emir of Hit in 2014.", "arrest Sinan Hadi"},
		{"Police arrested Sinan Hadi, who lives in Hit, on 4 May 2015.", "arrest Sinan Hadi 2015-05-04"},
		{"اعتقلت الشرطة سنان هادي الذي كان أمير هيت في عام 2014.", "arrest سنان هادي"},
	})
}

// TestAccusedByNumber: "the second accused" is nobody as long as nobody says who he is, and above all not the man named last.
func TestAccusedByNumber(t *testing.T) {
	exactly(t, parts, []said{
		{"اعترف المتهم الأول بتسلمه 50 ألف دولار من التاجر برهان لطيف. واعترف المتهم الثاني باشتراكه في تفجير سيارة مفخخة في الكاظمية عام 2015.", ""},
		{"The first accused took money from the trader Burhan Latif. The second accused admitted taking part in a car bombing in Kadhimiya in 2015.", ""},
	})
}

// TestChargesOfAnotherMatter: who denies "the charge" does not speak of the incident told last, nor does who has no tie to the network.
func TestChargesOfAnotherMatter(t *testing.T) {
	exactly(t, parts, []said{
		{"Luay Sattar was shot dead in Hit on 3 May 2015. Burhan Latif is accused of transferring $20,000 to Sinan Hadi. Latif denies the charge.", "killing: Luay Sattar victim"},
		{"قتل مسلحون لؤي ستار في هيت. ونفى المحامي برهان لطيف أن يكون لموكله سنان هادي أي صلة بالتنظيم.", "killing: لؤي ستار victim"},
		{"The lawyer said that Luay Sattar was beaten in custody. The court jailed Sinan Hadi; a third man, Burhan Latif, was acquitted.", "torture: Luay Sattar victim"},
		{"The lawyer said that Luay Sattar was beaten in custody. A fourth suspect, Burhan Latif, was released for lack of evidence.", "torture: Luay Sattar victim"},
	})
}

func TestNetworksHaveNoOwner(t *testing.T) {
	exactly(t, roles, []said{
		{"The Red Dawn network was paid through an exchange office in Karrada. Its owner, Burhan Latif, was arrested.", ""},
	})
}

func TestWordsThatAreNoNames(t *testing.T) {
	expect(t, []told{
		{"وأكد المحامي أن اسمه يشبه اسم مطلوب آخر.", nil, []string{"Person"}},
		{"وأضاف أن المتهمين اعترفوا بقتل لؤي ستار في تشرين الأول 2014، وأن برهان لطيف أمر بذلك.", nil, []string{"place=وأن"}},
		{"Co-defendants Burhan Latif and Sinan Hadi were jailed.", []string{"name=Burhan Latif"}, []string{"name=Co-"}},
	})
}

// TestWhoAnnounces: "he" after a spokesman's words is whom he spoke of.
func TestWhoAnnounces(t *testing.T) {
	exactly(t, parts, []said{
		{"Burhan Latif was captured in Zab, the council said. \"This man is dangerous,\" council spokesman Sinan Hadi told reporters. \"He executed three policemen in Hawija in July 2015.\"", "public_execution: Burhan Latif perpetrator"},
		{"Burhan Latif was captured in Zab with Luay Sattar. Council spokesman Sinan Hadi told reporters: \"He executed three policemen in Hawija in July 2015.\"", ""},
		{"Burhan Latif was captured in Zab with Luay Sattar. Council spokesman Sinan Hadi thanked the residents and told reporters of the raid. He executed three policemen in Hawija in July 2015.", ""},
		{"Burhan Latif prepared the car that exploded in Hit on 2 May 2015, killing Luay Sattar. The ministry thanks Colonel Sinan Hadi, who commanded the operation.", "bombing: Burhan Latif perpetrator; bombing: Luay Sattar victim"},
		{"أطلق طالب مزهر رصاصة أودت بحياة سنان هادي.", "killing: سنان هادي victim; killing: طالب مزهر perpetrator"},
		{"قتل لؤي ستار في هيت. وقال شقيق برهان لطيف إن برهان أجبر على نقل المسلحين تحت تهديد السلاح.", "killing: لؤي ستار victim"},
	})
	exactly(t, outcomes, []said{
		{"Police said that a brother of Burhan Latif, Sinan, had been detained by mistake last year.", "arrest Sinan 2015"},
	})
}
