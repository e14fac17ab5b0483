package extract

import (
	"testing"

	"github.com/sanad-workbench/sanad/internal/text"
)

func TestAmountsAsPeopleSayThem(t *testing.T) {
	for in, want := range map[string]string{
		"مليون ونص دينار": "1500000 IQD", "4 ملايين ونصف المليون دينار": "4500000 IQD", "مئتا ألف دينار": "200000 IQD", "بألف دولار": "1000 USD", "دفترين ونص": "25000 USD",
		"ورقتين": "200 USD", "ربع مليون دينار": "250000 IQD", "مليون و250 ألف دينار": "1250000 IQD", "بمليون ومئتي ألف دينار": "1200000 IQD", "750,000 د.ع": "750000 IQD",
		"2,000 and 3,500 dollars": "2000 USD", "خمسة وعشرين ألف دولار": "25000 USD", "1.5m dinars": "1500000 IQD",
	} {
		p := &page{tokens: text.Tokens(in)}
		m, ok := p.moneyAt(0)
		if got := m.Amount + " " + m.Currency; !ok || got != want || m.Last > len(p.tokens) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if _, ok := (&page{tokens: text.Tokens("عشرات من الرجال")}).moneyAt(0); ok {
		t.Error("a count is no amount")
	}
}

func TestMonthsOfAYearToldBefore(t *testing.T) {
	const in = "Qutayba Adnan sent $900 to Luay Sattar in May 2012. Luay Sattar paid $400 to Harith Naji in August of that year."
	if got := lines(read(t, in, "2016-03-20"), "Payment", func(v map[string]string) string { return v["amount"] + " " + v["date"] }); len(got) != 2 || got[0] != "400 2012-08" || got[1] != "900 2012-05" {
		t.Errorf("%q", got)
	}
}
