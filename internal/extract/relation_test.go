package extract

import (
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// told is a text with what its reading must hold and must not hold.
type told struct {
	in   string
	want []string
	not  []string
}

func expect(t *testing.T, cases []told) {
	t.Helper()
	for _, c := range cases {
		r := read(t, c.in, "2016-03-20")
		check(t, c.in, r)
		all := strings.Join(describe(c.in, r), "\n")
		for _, w := range c.want {
			if !strings.Contains(all, w) {
				t.Errorf("%s\nlacks  %s\nhas    %s", c.in, w, strings.ReplaceAll(all, "\n", "\n       "))
			}
		}
		for _, w := range c.not {
			if strings.Contains(all, w) {
				t.Errorf("%s\nhas %q:\n       %s", c.in, w, strings.ReplaceAll(all, "\n", "\n       "))
			}
		}
	}
}

func TestTradesAreNoMemberships(t *testing.T) {
	expect(t, []told{
		{"Burhan Latif, a taxi driver, saw the emir of the Red Dawn network.", []string{"occupation=taxi driver"}, []string{"Membership member=Burhan"}},
		{"The network is feared here. Burhan Latif is a teacher in Rawa.", []string{"occupation=teacher"}, []string{"Membership"}},
		{"Burhan Latif, a merchant, was kidnapped by the Red Dawn network.", []string{"occupation=merchant", "participant=Burhan Latif event=kidnapping role=victim"}, []string{"Membership"}},
		{"Burhan Latif, a driver of the Tigris Trading Company, was questioned about the network.", []string{"occupation=driver"}, []string{"Membership"}},
		{"Sheikh Burhan Latif is the head of the tribal council and spoke about the cell.", nil, []string{"Membership"}},
		{"Burhan Latif, a member of the Albu Fahd tribe, fled from ISIS.", nil, []string{"Membership"}},
		{"The attack was led by Burhan Latif. It struck the network's rivals.", nil, []string{"Membership"}},
		{"برهان لطيف سائق أجرة شاهد أمير التنظيم.", []string{"occupation=سائق أجرة"}, []string{"Membership"}},
		{"الشبكة معروفة. وكان برهان لطيف معلما في راوة.", []string{"occupation=معلما"}, []string{"Membership"}},
		{"برهان لطيف، رئيس مجلس العشيرة، تحدث عن التنظيم.", nil, []string{"Membership"}},
		{"برهان لطيف من عناصر الشرطة وقد هددته الشبكة.", nil, []string{"Membership"}},
		{"اختطف التنظيم التاجر برهان لطيف.", []string{"participant=برهان لطيف event=kidnapping role=victim"}, []string{"Membership"}},
	})
}

func TestMembershipsNeedTheirNetwork(t *testing.T) {
	expect(t, []told{
		{"Burhan Latif, a driver for the Red Dawn network, fled.", []string{"Membership member=Burhan Latif role=driver organization=Red Dawn network"}, nil},
		{"Burhan Latif works for the Red Dawn network as an accountant.", []string{"Membership member=Burhan Latif role=accountant organization=Red Dawn network"}, []string{"role=member"}},
		{"The Red Dawn network is small. Burhan Latif is its driver.", []string{"Membership member=Burhan Latif role=driver organization=Red Dawn network"}, nil},
		{"Burhan Latif is the owner of the Silver Bridge Exchange Company.", []string{"Membership member=Burhan Latif role=owner organization=Silver Bridge Exchange Company"}, nil},
		{"Burhan Latif was the emir of Rawa.", []string{"Membership member=Burhan Latif role=emir"}, nil},
		{"Burhan Latif is a courier of the Red Dawn network. The courier Burhan Latif was seen in Hit.", []string{"Membership member=Burhan Latif role=courier organization=Red Dawn network role=courier"}, []string{"\nMembership member=Burhan Latif role=courier\n"}},
		{"Burhan Latif is a member of the Red Dawn network and its financier.", []string{"role=financier"}, nil},
		{"برهان لطيف محاسب لدى شبكة الفجر الأحمر.", []string{"Membership member=برهان لطيف role=محاسب organization=شبكة الفجر الأحمر"}, nil},
		{"برهان لطيف أمير الحسبة في راوة.", []string{"Membership member=برهان لطيف role=أمير الحسبة"}, nil},
		// a network named far off makes nobody its courier; one in the sentence before does
		{"The Red Dawn network was broken up. It rained. The roads were shut. The courier Burhan Latif was ill.", nil, []string{"Membership"}},
		{"The Red Dawn network held the town. The courier Burhan Latif was ill.", []string{"Membership member=Burhan Latif role=courier"}, nil},
		{"تفككت شبكة الفجر الأحمر. نزل المطر. أغلقت الطرق. الممول برهان لطيف كان مريضا.", nil, []string{"Membership"}},
		{"برهان لطيف سائق التنظيم في القائم.", []string{"Membership member=برهان لطيف role=سائق"}, nil},
		{"انضم برهان لطيف إلى شبكة الفجر الأحمر عام 2014.", []string{"Membership member=برهان لطيف role=عضو organization=شبكة الفجر الأحمر"}, nil},
	})
}

func TestOneTransferIsOnePayment(t *testing.T) {
	one := func(in, want string) {
		t.Helper()
		r := read(t, in, "2016-03-20")
		check(t, in, r)
		var got []string
		for _, l := range describe(in, r) {
			if strings.HasPrefix(l, "Payment") {
				got = append(got, l)
			}
		}
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || !strings.Contains(got[0], want)) {
			t.Errorf("%s\nwant one %q\ngot  %s", in, want, strings.Join(got, "\n     "))
		}
	}
	one("Qutayba Adnan sent $7,500 to Luay Sattar, and Luay Sattar received $7,500 in Hit.", "payer=Qutayba Adnan beneficiary=Luay Sattar amount=7500")
	one("Qutayba Adnan sent $7,500 to Luay Sattar. The $7,500 was received by Luay Sattar on 4 May 2015.", "payer=Qutayba Adnan beneficiary=Luay Sattar amount=7500")
	one("Qutayba Adnan paid 9 million dinars (about $7,500) to Luay Sattar.", "payer=Qutayba Adnan beneficiary=Luay Sattar amount=9000000 currency=IQD")
	one("Luay Sattar was fined $7,500 by the group.", "")
	one("They demanded a ransom of $7,500 from the family of Luay Sattar.", "")
	one("Luay Sattar drew a monthly salary of $300.", "")
	one("Police found $7,500 in the house of Luay Sattar.", "")
	one("Luay Sattar bought the car at a price of $7,500.", "")
	one("The court heard that Qutayba Adnan transferred $7,500 to Luay Sattar.", "payer=Qutayba Adnan beneficiary=Luay Sattar")
	one("أرسل قتيبة عدنان 7500 دولار إلى لؤي ستار. واستلم لؤي ستار 7500 دولار في هيت.", "payer=قتيبة عدنان beneficiary=لؤي ستار amount=7500")
	one("دفع قتيبة عدنان 9 ملايين دينار أي ما يعادل 7500 دولار إلى لؤي ستار.", "payer=قتيبة عدنان beneficiary=لؤي ستار amount=9000000")
	one("طالبوا عائلة لؤي ستار بفدية قدرها 7500 دولار.", "")
	one("ضبطت القوة 7500 دولار في منزل لؤي ستار.", "")
	one("راتب لؤي ستار 300 دولار شهريا.", "")
	// one named side is no payment between two
	one("Qutayba Adnan received $7,500.", "")
	one("استلم قتيبة عدنان 7500 دولار.", "")
	// of several amounts each needs its own sides
	one("Qutayba Adnan gave Luay Sattar not $500 but $900.", "amount=500")
	one("Qutayba Adnan gave Luay Sattar $500; the shop was worth $900.", "amount=500")
	one("أعطى قتيبة عدنان إلى لؤي ستار 500 دولار؛ وكان في الصندوق 900 دولار.", "amount=500")
	expect(t, []told{
		{"Ledger\n2015-05-04 | Qutayba Adnan | paid | 5,500 USD | to Luay Sattar\nQutayba Adnan | paid | 6,500 USD | to Harith Naji\nend", []string{"payer=Qutayba Adnan beneficiary=Luay Sattar amount=5500", "payer=Qutayba Adnan beneficiary=Harith Naji amount=6500"}, nil},
		{"Perhaps Qutayba Adnan was killed. Reportedly Luay Sattar was killed. Eventually Harith Naji fled.", []string{"Person name=Qutayba Adnan", "Person name=Luay Sattar", "Person name=Harith Naji"}, []string{"Perhaps", "name=Reportedly", "Eventually"}},
		{"ربما قتيبة عدنان قتل في راوة. يقال إن لؤي ستار قتل.", []string{"Person name=قتيبة عدنان", "Person name=لؤي ستار"}, []string{"name=ربما", "name=يقال"}},
		{"12 men attacked the checkpoint in Rawa on 2 May 2015.", []string{"Event subtype=attack"}, []string{"dead="}},
		{"هاجم 12 رجلا السيطرة في راوة يوم 2 أيار 2015.", []string{"Event subtype=attack"}, []string{"dead="}},
		{"12 gunmen killed Luay Sattar in Rawa on 2 May 2015.", []string{"role=victim"}, []string{"dead="}},
		{"12 مسلحا قتلوا لؤي ستار في راوة.", []string{"role=victim"}, []string{"dead="}},
		{"12 men were killed in Rawa on 2 May 2015.", []string{"dead=12"}, nil},
		{"Qutayba Adnan paid $500 to Luay Sattar and $900 to Harith Naji.", []string{"payer=Qutayba Adnan beneficiary=Luay Sattar amount=500", "payer=Qutayba Adnan beneficiary=Harith Naji amount=900"}, nil},
		{"Qutayba Adnan paid $500 to Luay Sattar. Luay Sattar paid $500 to Harith Naji.", []string{"payer=Qutayba Adnan beneficiary=Luay Sattar", "payer=Luay Sattar beneficiary=Harith Naji"}, nil},
	})
}

func TestParticipants(t *testing.T) {
	expect(t, []told{
		{"Muthanna Odeh, Harith Naji and Luay Sattar were killed in Rawa.", []string{"participant=Muthanna Odeh event=killing role=victim", "participant=Harith Naji event=killing role=victim", "participant=Luay Sattar event=killing role=victim"}, nil},
		{"Muthanna Odeh was murdered by Harith Naji and Luay Sattar.", []string{"participant=Harith Naji event=killing role=perpetrator", "participant=Luay Sattar event=killing role=perpetrator", "participant=Muthanna Odeh event=killing role=victim"}, nil},
		{"The killing of Muthanna Odeh by Harith Naji shook the town.", []string{"participant=Harith Naji event=killing role=perpetrator", "participant=Muthanna Odeh event=killing role=victim"}, nil},
		{"A bomb exploded in Rawa on 2 May 2015. Among the dead were Muthanna Odeh and Harith Naji.", []string{"participant=Muthanna Odeh event=bombing role=victim", "participant=Harith Naji event=bombing role=victim"}, nil},
		{"The massacre in Rawa took place in May 2015. The perpetrators were Muthanna Odeh and Harith Naji.", []string{"participant=Muthanna Odeh event=massacre role=perpetrator", "participant=Harith Naji event=massacre role=perpetrator"}, nil},
		{"The kidnapping of Luay Sattar happened in Rawa. Witness Muthanna Odeh said the men wore masks.", []string{"participant=Luay Sattar event=kidnapping role=victim", "participant=Muthanna Odeh event=kidnapping role=witness"}, nil},
		{"Muthanna Odeh is accused of the murder of Luay Sattar.", []string{"participant=Muthanna Odeh event=killing role=suspect", "participant=Luay Sattar event=killing role=victim"}, nil},
		{"Muthanna Odeh ordered the kidnapping of Luay Sattar, and Harith Naji carried it out.", []string{"participant=Muthanna Odeh event=kidnapping role=perpetrator", "participant=Harith Naji event=kidnapping role=perpetrator"}, nil},
		{"The attack on the checkpoint was carried out by Muthanna Odeh and Harith Naji in May 2015.", []string{"participant=Muthanna Odeh event=attack role=perpetrator", "participant=Harith Naji event=attack role=perpetrator"}, nil},
		{"Muthanna Odeh witnessed the public execution in Rawa.", []string{"participant=Muthanna Odeh event=public_execution role=witness"}, nil},
		{"It is not confirmed that Muthanna Odeh took part in the massacre in Rawa.", []string{"participant=Muthanna Odeh/uncertain event=massacre/uncertain role=perpetrator/uncertain"}, nil},
		{"Muthanna Odeh did not take part in the massacre in Rawa.", []string{"participant=Muthanna Odeh/denied"}, nil},
		{"Luay Sattar was abducted from his shop in May 2015. Muthanna Odeh was named as the kidnapper.", []string{"participant=Luay Sattar event=kidnapping role=victim", "participant=Muthanna Odeh event=kidnapping role=perpetrator"}, nil},
		{"The victims, Luay Sattar and Harith Naji, were shot in Rawa in May 2015.", []string{"participant=Luay Sattar event=killing role=victim", "participant=Harith Naji event=killing role=victim"}, nil},
		{"A massacre took place in Rawa in May 2015. Investigators believe Muthanna Odeh was behind it.", []string{"participant=Muthanna Odeh/uncertain"}, nil},
		{"Luay Sattar was tortured in the prison at Rawa. His torturer was Muthanna Odeh.", []string{"participant=Luay Sattar event=torture role=victim", "participant=Muthanna Odeh event=torture role=perpetrator"}, nil},
		{"قتل كل من مثنى عودة وحارث ناجي ولؤي ستار في راوة.", []string{"participant=مثنى عودة event=killing role=victim", "participant=حارث ناجي event=killing role=victim", "participant=لؤي ستار event=killing role=victim"}, nil},
		{"مقتل لؤي ستار على يد مثنى عودة في راوة.", []string{"participant=مثنى عودة event=killing role=perpetrator", "participant=لؤي ستار event=killing role=victim"}, nil},
		{"وقع انفجار في راوة يوم 2 أيار 2015. ومن بين القتلى حارث ناجي ولؤي ستار.", []string{"participant=حارث ناجي event=bombing role=victim", "participant=لؤي ستار event=bombing role=victim"}, nil},
		{"وقعت المجزرة في راوة في أيار 2015. وكان المنفذون هم مثنى عودة وحارث ناجي.", []string{"participant=مثنى عودة event=massacre role=perpetrator", "participant=حارث ناجي event=massacre role=perpetrator"}, nil},
		{"اختطاف لؤي ستار حصل في راوة. وقال الشاهد مثنى عودة إن الرجال كانوا ملثمين.", []string{"participant=لؤي ستار event=kidnapping role=victim", "participant=مثنى عودة event=kidnapping role=witness"}, nil},
		{"اتهم مثنى عودة بقتل لؤي ستار.", []string{"participant=مثنى عودة event=killing role=suspect", "participant=لؤي ستار event=killing role=victim"}, nil},
		{"أمر مثنى عودة باختطاف لؤي ستار.", []string{"participant=مثنى عودة event=kidnapping role=perpetrator", "participant=لؤي ستار event=kidnapping role=victim"}, nil},
		{"نفذ الهجوم على السيطرة مثنى عودة وحارث ناجي في أيار 2015.", []string{"participant=مثنى عودة event=attack role=perpetrator", "participant=حارث ناجي event=attack role=perpetrator"}, nil},
		{"شهد مثنى عودة إعدام لؤي ستار.", []string{"participant=مثنى عودة event=public_execution role=witness", "participant=لؤي ستار event=public_execution role=victim"}, nil},
		{"يقال إن مثنى عودة شارك في المجزرة في راوة.", []string{"participant=مثنى عودة/uncertain"}, nil},
		{"لم يشارك مثنى عودة في مجزرة راوة.", []string{"participant=مثنى عودة/denied"}, nil},
		{"خطف مسلحون لؤي ستار من محله في أيار 2015، وكان الخاطف مثنى عودة.", []string{"participant=لؤي ستار event=kidnapping role=victim", "participant=مثنى عودة event=kidnapping role=perpetrator"}, nil},
		{"راح ضحية التفجير في راوة حارث ناجي ولؤي ستار.", []string{"participant=حارث ناجي event=bombing role=victim", "participant=لؤي ستار event=bombing role=victim"}, nil},
		{"أصيب لؤي ستار في هجوم على راوة في أيار 2015.", []string{"participant=لؤي ستار event=attack role=victim"}, nil},
	})
}

func TestOrganizationsAndTheirShortForms(t *testing.T) {
	expect(t, []told{
		{"He used the al-Waha Exchange in Rawa. Al-Waha closed in May.", []string{"Organization name=al-Waha Exchange name=Al-Waha"}, nil},
		{"The Long Night network grew. The Long Night paid for it.", []string{"Network name=Long Night network name=Long Night"}, nil},
		{"The National Security Service (NSS) arrested two men. The NSS said so.", []string{"Organization name=National Security Service name=NSS name=NSS"}, nil},
		{"Officers of the Falcon Intelligence Cell met judges of the Central Criminal Court.", []string{"Organization name=Falcon Intelligence Cell", "Organization name=Central Criminal Court"}, []string{"name=Officers"}},
		{"The Federal Police and Anbar Police Command helped.", []string{"Organization name=Federal Police\n", "Organization name=Anbar Police Command"}, nil},
		{"UNITAD helped INIS.", []string{"Organization name=UNITAD", "Organization name=INIS"}, []string{"Network"}},
		{"It went through Dijla Money Transfer.", []string{"Organization name=Dijla Money Transfer"}, nil},
		{"استخدم شركة دار السلام للتجارة والمقاولات وشبكة الليل الطويل. وتوسعت شبكة الليل الطويل.", []string{"Organization name=شركة دار السلام للتجارة والمقاولات", "Network name=شبكة الليل الطويل name=شبكة الليل الطويل"}, nil},
		{"داهمت القوة مكتب الواحة للصرافة. وأغلق مكتب الواحة.", []string{"Organization name=مكتب الواحة للصرافة name=مكتب الواحة"}, nil},
		{"حوالة عبر محل الأمين للصيرفة ومعرض النخيل للسيارات.", []string{"Organization name=محل الأمين للصيرفة", "Organization name=معرض النخيل للسيارات"}, nil},
		{"قال مصدر في خلية الصقور الاستخبارية إن تنظيم أبناء الوادي انتهى.", []string{"Organization name=خلية الصقور الاستخبارية", "Network name=تنظيم أبناء الوادي"}, nil},
	})
}

func TestOperationsOfAForce(t *testing.T) {
	expect(t, []told{
		{"A combined security force killed two insurgents and detained a network leader during an operation in Gharma district, Anbar province, on 2 May 2015.",
			[]string{"Operation name=operation date=2015-05-02 place=Gharma district, Anbar province{IQ-AN} killed=2 captured=1"}, nil},
		{"Security forces searched a compound in Zanbar district, Anbar province, on 2 May 2015. They detained several suspected insurgents. One militant was killed.",
			[]string{"place=Zanbar district, Anbar province", "captured=3..5..9", "killed=1"}, nil},
		{"A security force detained a network leader in Gharma district, Anbar province, on 2 May 2015. The force also detained two additional suspected insurgents.",
			[]string{"captured=3"}, nil},
		// what is only meant to be done, and what foes do to others, is no result
		{"A security force searched Zanbar district, Anbar province, on 2 May 2015 to detain a network leader. No shots were fired.", nil, []string{"captured="}},
		{"Insurgents killed two policemen in Zanbar district, Anbar province, on 2 May 2015.", nil, []string{"killed="}},
	})
}

func TestASerialNumberGivesTheYear(t *testing.T) {
	dates := func(in string) (out []string) {
		for _, c := range read(t, in, "").Claims {
			if c.Schema == sanad.SchemaOperation && c.Prop == "date" {
				out = append(out, c.Value)
			}
		}
		return out
	}
	const told = "Security forces detained two insurgents in Zanbar district, Anbar province, yesterday."
	if got := dates("Memo 2015-05-CA-044\nRAMADI (May 12) " + told); len(got) != 1 || got[0] != "2015-05-11" {
		t.Errorf("the number gives the year, the bracket the day: got %v", got)
	}
	if got := dates("Memo 2015-05-CA-044\n" + told); len(got) != 0 {
		t.Errorf("a month does not say which day yesterday was: got %v", got)
	}
}
