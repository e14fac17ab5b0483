package extract

import (
	"strings"
	"testing"

	"github.com/sanad-workbench/sanad/internal/text"
)

func TestAmountsAsPeopleSayThem(t *testing.T) {
	for in, want := range map[string]string{
		"مليون ونص دينار": "1500000 IQD", "4 ملايين ونصف المليون دينار": "4500000 IQD", "مئتا ألف دينار": "200000 IQD", "بألف دولار": "1000 USD", "دفترين ونص": "25000 USD",
		"ورقتين": "200 USD", "ربع مليون دينار": "250000 IQD", "مليون و250 ألف دينار": "1250000 IQD", "بمليون ومئتي ألف دينار": "1200000 IQD", "750,000 د.ع": "750000 IQD",
		"2,000 and 3,500 dollars": "2000 USD", "خمسة وعشرين ألف دولار": "25000 USD", "1.5m dinars": "1500000 IQD",
		"نص مليون دينار": "500000 IQD", "نص دفتر": "5000 USD", "دفتر ونص": "15000 USD", "بخمسمية دولار": "500 USD", "بخمس تالاف دولار": "5000 USD", "مليون إلا ربع دينار": "750000 IQD",
		"ثلاثة أرباع المليون دينار": "750000 IQD", "مليون ومية دينار": "1100000 IQD", "مليون و٢٥٠ دينار": "1250000 IQD", "3 ملايين وخمسمية ألف دينار": "3500000 IQD", "ألفين ونص دولار": "2500 USD",
		"بالف وميتين دولار": "1200 USD", "وخمس ورقات": "500 USD", "شدتين": "20000 USD", "بدفترين": "20000 USD", "مليون و نص دينار": "1500000 IQD", "ب ٥٠٠ دولار": "",
		"two thousand (2,000) dollars": "2000 USD", "ألفي (2000) دولار": "2000 USD", "$2,000 (two thousand dollars)": "2000 USD", "five thousand (5,000) US dollars": "5000 USD",
		"300, 500 and 700 dollars": "300 USD", "٣٠٠ و٥٠٠ دولار": "300 USD", "ten and fifteen thousand dollars": "10000 USD", "three-thousand-dollar": "3000 USD", "twenty-five-thousand-dinar": "25000 IQD",
		"دفتر دولار": "10000 USD", "ورقة وحدة": "100 USD", "دفتر حسابات": "", "ورقة من الملف": "", "ليرة": "", "500 ألف ل.س": "500000 SYP",
		"300, 500 and 700 men": "", "two thousand (see above) dollars": "",
	} {
		p := &page{tokens: text.Tokens(in)}
		m, ok := p.moneyAt(0)
		got := ""
		if ok {
			got = m.Amount + " " + m.Currency
		}
		if got != want || m.Last > len(p.tokens) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if ok && strings.Contains(in, "(") && m.Last != len(p.tokens) {
			t.Errorf("%q: ends at token %d of %d", in, m.Last, len(p.tokens))
		}
	}
	if _, ok := (&page{tokens: text.Tokens("عشرات من الرجال")}).moneyAt(0); ok {
		t.Error("a count is no amount")
	}
}

// amounts returns the amounts of a text, in order.
func amounts(s string) string {
	p := newPage(Document{Report: "r", Text: s}, lex(), rulebook())
	var out []string
	for _, m := range p.money {
		out = append(out, m.Amount+" "+m.Currency)
	}
	return strings.Join(out, ", ")
}

// TestAmountsOfAReport finds the amounts of whole sentences, those without a currency among them.
func TestAmountsOfAReport(t *testing.T) {
	for in, want := range map[string]string{
		// the currency is the report's
		"He paid Karrar 300 dollars. In May he gave him 500.":                                                                     "300 USD, 500 USD",
		"He got 250 a month. All sums are in dollars.":                                                                            "250 USD",
		"All amounts are in dinars. Omar Salih gave him 300,000.":                                                                 "300000 IQD",
		"He gave Omar Salih $700, then another 300 for the road.":                                                                 "700 USD, 300 USD",
		"He received $900 and 600,000 dinars. In May he was given 250,000.":                                                       "900 USD, 600000 IQD, 250000 IQD",
		"He was paid 50,000 dinars, a day's wage of 25,000 and a fee of 10,000.":                                                  "50000 IQD, 25000 IQD, 10000 IQD",
		"He gave them $2,000: a thousand each.":                                                                                   "2000 USD, 1000 USD",
		"He gave the driver two thousand dollars and the guard a thousand.":                                                       "2000 USD, 1000 USD",
		"He gave Karrar 300, 500 and 700 dollars.":                                                                                "300 USD, 500 USD, 700 USD",
		"Omar Salih sent him two notebooks and got five thousand dollars back.":                                                   "20000 USD, 5000 USD",
		"He kept 300 dollars and handed over the other thousand dollars.":                                                         "300 USD, 1000 USD",
		"سلّمه عمر ٣٠٠ دولار ثم سلّمه ٥٠٠.":                                                                                       "300 USD, 500 USD",
		"استلم خمسمية دولار وبعدها استلم سبعمية وخمسين.":                                                                          "500 USD, 750 USD",
		"دفع له مليون ونص.":                                                                                                       "1500000 IQD",
		"المبالغ بالدولار. أعطاه ٤٠٠ شهرياً.":                                                                                     "400 USD",
		"كان راتبه ٢٠٠ ألف دينار وأجرته اليومية ٢٥ ألفاً.":                                                                        "200000 IQD, 25000 IQD",
		"انطاه دفتر دولار ورجعله ورقتين.":                                                                                         "10000 USD, 200 USD",
		"دفع ٣٠٠ و٥٠٠ و٧٠٠ دولار.":                                                                                                "300 USD, 500 USD, 700 USD",
		"He sent 12,000 dollars to Daylam and had another 3,000 paid out to Ubada.":                                               "12000 USD, 3000 USD",
		"He took 60,000 dollars to Fawwaz. Of this sum, 52,000 reached Sattuf; the remaining 8,000 he kept.":                      "60000 USD, 52000 USD, 8000 USD",
		"Abu Hudhayfa rewarded the gunner with 150 dollars and his helper with 400.":                                              "150 USD, 400 USD",
		"He drew 150 dollars a month; the postman got 100 per journey. She put 500 in my hand.":                                   "150 USD, 100 USD, 500 USD",
		"A notebook is ten thousand dollars. I gave him fifteen notebooks in a bread bag.":                                        "10000 USD, 150000 USD",
		"المبالغ بالدولار.\nالوارد: ٧٠٠ من مؤيد بلال.\nالصادر: ٥٠٠ لمنيف زعل.":                                                    "700 USD, 500 USD",
		"سلّم ستين ألف دولار فأوصل هذا إلى الأمير اثنين وخمسين، واحتفظ بالباقي.":                                                  "60000 USD, 52000 USD",
		"أعطاه ٣٠٠ دولار. قبضت الأربعة آلاف دولار والأحد عشر ألفاً التي بعثتها.":                                                  "300 USD, 4000 USD, 11000 USD",
		"چان ينطيها ربع مليون بالشهر ونطاني مية ألف.":                                                                             "250000 IQD, 100000 IQD",
		"دفع مليون دينار ثم ودفع للحاج مليونين صلحاً.":                                                                            "1000000 IQD, 2000000 IQD",
		"He got three thousand. Dollars. He paid 300,000 dinars, but his share of 3,000 he kept.":                                 "3000 USD, 300000 IQD, 3000 IQD",
		"He paid 50,000 pounds in Raqqa.":                                                                                         "50000 SYP",
		"He paid £500 in London and 50,000 pounds.":                                                                               "500 GBP, 50000 GBP",
		"أخذت منهم ٢٥٠ ألف دولار. سلّمت غالب المئتين.":                                                                            "250000 USD, 200000 USD",
		"He paid $300. He brought 2,000,000 to the emir.":                                                                         "300 USD, 2000000 IQD",
		"All sums in thousands of dinars.\nWaddah Tuma, hisba: 180.\nPaid in: from Abd al-Hadi, hardware, 200, by way of Waddah.": "180000 IQD, 200000 IQD",
		"المبالغ بآلاف الدنانير.\nراتب وضاح: ١٨٠.":                                                                                "180000 IQD",
		"Marwan had 300 dollars as his due, and 100 on top as a gift.":                                                            "300 USD, 100 USD",
		"Answer: Salaries. To Wahab 400 dollars a month. To Haydar, because he only drove, 250.":                                  "400 USD, 250 USD",
		"I have sent you 40,000 dollars. The rest went as follows. 15,000 to Abu Hudhayfa in Raqqa for the families.":             "40000 USD, 15000 USD",
		"He paid her 30 dollars a head. One Friday it came to 270.":                                                               "30 USD, 270 USD",
		// no money
		"He paid $300 in 2014. He was given 25 years.":                                                      "300 USD",
		"He paid $300. In 2015 he gave his brother a car.":                                                  "300 USD",
		"He paid $300 to Omar Salih, 55, of Mosul.":                                                         "300 USD",
		"He paid $300. He called 07701234567 and gave room 120 as his address.":                             "300 USD",
		"He paid $300. He took 120 men and 300 rifles to Mosul.":                                            "300 USD",
		"He paid $300. He received 300 barrels and moved 250 km.":                                           "300 USD",
		"He paid $300. He was given document number 4521.":                                                  "300 USD",
		"He paid $300. They took 120 to 140 fighters and got 300 more rifles.":                              "300 USD",
		"He paid $300. He received 120 of the men.":                                                         "300 USD",
		"He paid $300. He got 57 mm rounds and 120 mm mortars.":                                             "300 USD",
		"He paid $300. They moved the 120 and the 240 to cell 300.":                                         "300 USD",
		"He paid $300. He was in the group from 2014 - 2016 and fled with tens of thousands.":               "300 USD",
		"He paid $300. About 5,000 fled the town and 3,000 were killed.":                                    "300 USD",
		"دفع ٣٠٠ دولار. كان مع التنظيم ٢٠١٤ - ٢٠١٦ وهرب مع عشرات الآلاف.":                                   "300 USD",
		"دفع ٣٠٠ دولار وأخذ يعدّها ورقة ورقة، وعنده دفتر أخضر ودفتر أحمر.":                                  "300 USD",
		"He paid $300. The camp holds 12,000. The crowd was 3,000.":                                         "300 USD",
		"He paid $300. He got 90 days and 500 lashes and was sent to cell 500.":                             "300 USD",
		"He paid $300. From Mosul to Tal Afar, 63.":                                                         "300 USD",
		"He paid $300 and on 12 May 2014 he gave evidence. Born 1985, he gave 0770 123 4567 as his number.": "300 USD",
		"He paid $300. He received 10,000 litres and brought 2,000 sheep, handing over 400 blankets.":       "300 USD",
		"دفع ٣٠٠ دولار. حكم عليه بالسجن ١٥ سنة و٥٠٠ جلدة، وسلّم نفسه إلى الفوج ٤٠٢ في الكيلو ١٦٠.":          "300 USD",
		"دفع ٣٠٠ دولار. قتل ١٢٠٠ ونزح خمسة آلاف من المدينة.":                                                "300 USD",
		"He paid $300. Then he came to 270 Street and 500 came to his house.":                               "300 USD",
		"He took 500 to the front.": "",
		"دفع ٣٠٠ دولار. استلم ١٢٠ برميلاً ونقل ٥٠٠ مقاتل.":         "300 USD",
		"دفع ٣٠٠ دولار سنة ٢٠١٤. سلّمه وفق المادة ٤٠٦ من القانون.": "300 USD",
		"دفع ٣٠٠ دولار. سلّمه الغرفة رقم ١٢٠ في الطابق الثاني.":    "300 USD",
		"أخذ دفتر الحسابات وسلّم ورقة من الملف.":                   "",
		"He took two notebooks and a laptop.":                      "",
		"Two notebooks were found in the grand mosque.":            "",
	} {
		if got := amounts(in); got != want {
			t.Errorf("%q:\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestMonthsOfAYearToldBefore(t *testing.T) {
	const in = "Qutayba Adnan sent $900 to Luay Sattar in May 2012. Luay Sattar paid $400 to Harith Naji in August of that year."
	if got := lines(read(t, in, "2016-03-20"), "Payment", func(v map[string]string) string { return v["amount"] + " " + v["date"] }); len(got) != 2 || got[0] != "400 2012-08" || got[1] != "900 2012-05" {
		t.Errorf("%q", got)
	}
}
