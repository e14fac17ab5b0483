package extract

import (
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// paid lists the payments of a reading: "payer > beneficiary amount currency", with " via X" when one is named.
func paid(r sanad.Reading) []string {
	return lines(r, sanad.SchemaPayment, func(v map[string]string) string {
		l := v["payer"] + " > " + v["beneficiary"] + " " + v["amount"] + " " + v["currency"]
		if v["via"] != "" {
			l += " via " + v["via"]
		}
		return l
	})
}

func TestPaymentsInEnglish(t *testing.T) {
	const sent = "Qutayba Adnan > Luay Sattar 7500 USD"
	exactly(t, paid, []said{
		{"Qutayba Adnan sent Luay Sattar $7,500.", sent},
		{"Qutayba Adnan handed $7,500 to Luay Sattar in a cafe in Hit.", sent},
		{"Qutayba Adnan handed over $7,500 to Luay Sattar.", sent},
		{"Qutayba Adnan gave Luay Sattar $7,500 for the fighters.", sent},
		{"Qutayba Adnan wired the money, $7,500, to Luay Sattar.", sent},
		{"Qutayba Adnan paid a ransom of $7,500 to Luay Sattar.", sent},
		{"Qutayba Adnan brought $7,500 from Mosul to Luay Sattar.", sent},
		{"Qutayba Adnan deposited $7,500 in the account of Luay Sattar.", sent},
		{"Qutayba Adnan slipped Luay Sattar $7,500.", sent},
		{"Qutayba Adnan made three payments of $7,500 to Luay Sattar.", sent},
		{"Qutayba Adnan used to pay Luay Sattar $7,500 a month.", sent},
		{"Luay Sattar got $7,500 from Qutayba Adnan every month.", sent},
		{"Luay Sattar was paid $7,500 a month by Qutayba Adnan.", sent},
		{"Luay Sattar drew a monthly stipend of $7,500 from Qutayba Adnan.", sent},
		{"Luay Sattar collected $7,500 from Qutayba Adnan.", sent},
		{"Luay Sattar admitted receiving $7,500 from Qutayba Adnan.", sent},
		{"Luay Sattar told the police that he had received $7,500 from Qutayba Adnan.", sent},
		{"Luay Sattar was given $7,500 by Qutayba Adnan.", sent},
		{"Luay Sattar took delivery of $7,500 that Qutayba Adnan had sent.", sent},
		{"Luay Sattar's account was credited with $7,500 by Qutayba Adnan.", sent},
		{"From Qutayba Adnan, Luay Sattar received $7,500.", sent},
		{"A transfer of $7,500 from Qutayba Adnan to Luay Sattar was found in the book.", sent},
		{"The payment of $7,500 by Qutayba Adnan to Luay Sattar is in the book.", sent},
		{"$7,500 went from Qutayba Adnan to Luay Sattar on 4 May 2015.", sent},
		{"$7,500 reached Luay Sattar from Qutayba Adnan.", sent},
		{"The $7,500 that Qutayba Adnan sent to Luay Sattar never arrived.", sent},
		{"The $7,500 was sent to Luay Sattar by Qutayba Adnan.", sent},
		{"Qutayba Adnan sold his house. He gave $7,500 to a man called Luay Sattar.", sent},
		{"A neighbour said that Qutayba Adnan gave $7,500 to Luay Sattar.", sent},
		{"Received from Qutayba Adnan the sum of $7,500. Signed: Luay Sattar", sent},
		{"I, Luay Sattar, have received from Qutayba Adnan the sum of $7,500.", sent},
		{"My name is Qutayba Adnan. I paid $7,500 to Luay Sattar.", sent},
		{"Qutayba Adnan transferred $7,500 to Luay Sattar via Harith Naji.", sent + " via Harith Naji"},
		{"Qutayba Adnan sent $7,500 with Harith Naji to Luay Sattar.", sent + " via Harith Naji"},
		{"Qutayba Adnan sent $7,500 to Luay Sattar through the Noor Exchange Company.", sent + " via Noor Exchange Company"},
		{"The Red Dawn network paid Luay Sattar $7,500.", "Red Dawn network > Luay Sattar 7500 USD"},
		{"Luay Sattar received a salary of $7,500 from the Red Dawn network.", "Red Dawn network > Luay Sattar 7500 USD"},
		{"Qutayba Adnan paid Luay Sattar $7,500 and Harith Naji $900.", sent + "; Qutayba Adnan > Harith Naji 900 USD"},
		{"Qutayba Adnan denies having paid Luay Sattar $7,500.", sent + "!"},
		{"Qutayba Adnan reportedly gave $7,500 to Luay Sattar.", sent + "?"},
		{"Sender | Receiver | Amount (USD)\nQutayba Adnan | Luay Sattar | 7,500\n", sent},
		{"Date | Paid by | Paid to | USD\n4/5/2015 | Qutayba Adnan | Luay Sattar | 7,500\n", sent},
		{"4 May 2015 - Qutayba Adnan to Luay Sattar - $7,500\n6 May 2015 - Luay Sattar to Harith Naji - $900\n", sent + "; Luay Sattar > Harith Naji 900 USD"},
		{"From: Qutayba Adnan\nDate: 3 October 2015\n\nSir, I have sent $7,500 to a certain Luay Sattar for the medicines.", sent},
		{"To the brother Luay Sattar, peace upon you. I sent you $7,500 with the driver. Your brother Qutayba Adnan", sent},
		{"To the brother Qutayba Adnan, peace upon you. From your hand I received $7,500. Your brother Luay Sattar", sent},
		{"Her uncle, Qutayba Adnan, gave $7,500 to a smuggler, Luay Sattar.", sent},
		// no payment between two
		{"Qutayba Adnan told Luay Sattar to pay $7,500.", ""},
		{"Qutayba Adnan promised Luay Sattar $7,500.", ""},
		{"Qutayba Adnan owed Luay Sattar $7,500.", ""},
		{"Qutayba Adnan demanded $7,500 from Luay Sattar.", ""},
		{"Qutayba Adnan offered Luay Sattar $7,500.", ""},
		{"Qutayba Adnan asked Luay Sattar for $7,500.", ""},
		{"Qutayba Adnan and Luay Sattar were found with $7,500.", ""},
		{"Qutayba Adnan gave Luay Sattar a car worth $7,500.", ""},
		{"The court fined Qutayba Adnan $7,500, said Luay Sattar.", ""},
	})
}

func TestPaymentsInArabic(t *testing.T) {
	const sent = "قتيبة عدنان > لؤي ستار 7500 USD"
	exactly(t, paid, []said{
		{"أرسل قتيبة عدنان 7500 دولار إلى لؤي ستار.", sent},
		{"حوّل قتيبة عدنان مبلغ 7500 دولار إلى حساب لؤي ستار عن طريق مكتب الواحة للصرافة.", sent + " via مكتب الواحة للصرافة"},
		{"سلّم قتيبة عدنان المدعو لؤي ستار مبلغ 7500 دولار.", sent},
		{"سلم قتيبة عدنان بيد لؤي ستار 7500 دولار.", sent},
		{"أعطى قتيبة عدنان المدعو لؤي ستار 7500 دولار.", sent},
		{"دفع قتيبة عدنان إلى لؤي ستار 7500 دولار شهريا.", sent},
		{"كان قتيبة عدنان يدفع راتبا شهريا قدره 7500 دولار إلى لؤي ستار.", sent},
		{"كان لؤي ستار يتقاضى 7500 دولار شهريا من قتيبة عدنان.", sent},
		{"قام قتيبة عدنان بتحويل 7500 دولار إلى لؤي ستار.", sent},
		{"قام قتيبة عدنان بتسليم لؤي ستار مبلغ 7500 دولار.", sent},
		{"أودع قتيبة عدنان 7500 دولار في حساب لؤي ستار.", sent},
		{"بعث قتيبة عدنان مع حارث ناجي 7500 دولار إلى لؤي ستار.", sent + " via حارث ناجي"},
		{"أرسل قتيبة عدنان 7500 دولار إلى لؤي ستار بواسطة حارث ناجي.", sent + " via حارث ناجي"},
		{"استلم لؤي ستار من قتيبة عدنان مبلغا قدره 7500 دولار.", sent},
		{"استلم لؤي ستار حوالة بمبلغ 7500 دولار من قتيبة عدنان.", sent},
		{"تسلم لؤي ستار 7500 دولار أرسلها قتيبة عدنان.", sent},
		{"أخذ لؤي ستار 7500 دولار من قتيبة عدنان.", sent},
		{"قبض لؤي ستار مبلغ 7500 دولار من قتيبة عدنان.", sent},
		{"تلقى لؤي ستار 7500 دولار من قتيبة عدنان.", sent},
		{"حوالة مالية بقيمة 7500 دولار من قتيبة عدنان إلى لؤي ستار.", sent},
		{"وصلت إلى لؤي ستار حوالة من قتيبة عدنان بمبلغ 7500 دولار.", sent},
		{"وصل من قتيبة عدنان إلى لؤي ستار مبلغ 7500 دولار.", sent},
		{"تم تسليم مبلغ 7500 دولار من قبل قتيبة عدنان إلى لؤي ستار.", sent},
		{"سُلّم مبلغ 7500 دولار إلى لؤي ستار من قتيبة عدنان.", sent},
		{"عثر على وصل تسليم مبلغ 7500 دولار من قتيبة عدنان إلى لؤي ستار.", sent},
		{"اعترف لؤي ستار بأنه تسلم من قتيبة عدنان 7500 دولار.", sent},
		{"اعترف قتيبة عدنان بدفع 7500 دولار إلى لؤي ستار.", sent},
		{"أقر لؤي ستار باستلام 7500 دولار من قتيبة عدنان.", sent},
		{"ذكر شاهد أن قتيبة عدنان دفع 7500 دولار إلى لؤي ستار.", sent},
		{"إني لؤي ستار استلمت من قتيبة عدنان مبلغ 7500 دولار.", sent},
		{"أنا قتيبة عدنان. دفعت 7500 دولار إلى لؤي ستار.", sent},
		{"باع قتيبة عدنان بيته. وسلم 7500 دولار إلى رجل يدعى لؤي ستار.", sent},
		{"انطى قتيبة عدنان 7500 دولار إلى لؤي ستار.", sent},
		{"دز قتيبة عدنان 7500 دولار إلى لؤي ستار.", sent},
		{"دفعت شبكة الفجر الأحمر إلى لؤي ستار 7500 دولار.", "شبكة الفجر الأحمر > لؤي ستار 7500 USD"},
		{"المرسل | المستلم | المبلغ بالدولار\nقتيبة عدنان | لؤي ستار | 7500\n", sent},
		{"المرسل: قتيبة عدنان\nالمرسل إليه: لؤي ستار\nالمبلغ: 7500 دولار\n", sent},
		{"4 أيار 2015 - قتيبة عدنان إلى لؤي ستار - 7500 دولار\n", sent},
		{"لم يدفع قتيبة عدنان 7500 دولار إلى لؤي ستار.", sent + "!"},
		{"يقال إن قتيبة عدنان دفع 7500 دولار إلى لؤي ستار.", sent + "?"},
		{"س/ ما اسمك الكامل؟\nج/ لؤي ستار.\nس/ من كان يسلمك الراتب؟\nج/ قتيبة عدنان. استلمت منه 7500 دولار في أيار 2015.", sent},
		{"إلى الأخ لؤي ستار، السلام عليكم. أرسلت لكم 7500 دولار مع السائق. أخوكم قتيبة عدنان", sent},
		{"التاريخ ؛ من ؛ الى ؛ المبلغ\n٤/٣/٢٠١٥ ؛ قتيبة عدنان ؛ لؤي ستار ؛ ٧٥٠٠ د.ع\n", "قتيبة عدنان > لؤي ستار 7500 IQD"},
		// no payment between two
		{"طلب قتيبة عدنان من لؤي ستار 7500 دولار.", ""},
		{"وعد قتيبة عدنان لؤي ستار بمبلغ 7500 دولار.", ""},
		{"ضبطت القوة 7500 دولار بحوزة قتيبة عدنان ولؤي ستار.", ""},
		{"باع قتيبة عدنان سيارة إلى لؤي ستار قيمتها 7500 دولار.", ""},
		{"هدد قتيبة عدنان لؤي ستار بدفع 7500 دولار.", ""},
	})
}
