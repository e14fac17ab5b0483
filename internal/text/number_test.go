package text

import "testing"

// TestNumbersInWords reads numbers as they are said, in the standard languages and in speech.
func TestNumbersInWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		want float64
		n    int // tokens
	}{
		{"twelve thousand five hundred", 12_500, 4},
		{"fifteen hundred", 1_500, 2},
		{"four and a half million", 4_500_000, 5},
		{"a million and a half", 1_500_000, 5},
		{"half a million", 500_000, 3},
		{"a quarter of a million", 250_000, 5},
		{"three quarters of a million", 750_000, 5},
		{"quarter million", 250_000, 2},
		{"two and a quarter million", 2_250_000, 5},
		{"one million two hundred thousand", 1_200_000, 5},
		{"one million and two hundred thousand", 1_200_000, 6},
		{"1 million 200 thousand", 1_200_000, 4},
		{"two hundred and fifty thousand", 250_000, 5},
		{"twenty-five thousand", 25_000, 2},
		{"twenty-five-thousand", 25_000, 1},
		{"five-hundred", 500, 1},
		{"two millions", 2_000_000, 2},
		{"a couple of thousand", 2_000, 4},
		{"5k", 5_000, 2},
		{"one thousand and two thousand", 1_000, 2}, // two numbers
		{"forty and fifty", 40, 1},
		{"خمس تالاف", 5_000, 2},
		{"خمس تلاف", 5_000, 2},
		{"ثلث تالاف", 3_000, 2},
		{"ثمن تالاف", 8_000, 2},
		{"عشرتالاف", 10_000, 1},
		{"خمستالاف", 5_000, 1},
		{"ستالاف", 6_000, 1},
		{"مية وخمسين ألف", 150_000, 3},
		{"مئة وخمسون ألفا", 150_000, 3},
		{"ميت ألف", 100_000, 2},
		{"خمسمية", 500, 1},
		{"خمسميت ألف", 500_000, 2},
		{"خمس مية", 500, 2},
		{"خمس ميت ألف", 500_000, 3},
		{"سبعمية وخمسين", 750, 2},
		{"تلتمية", 300, 1},
		{"ثلثمية", 300, 1},
		{"تمنميت ألف", 800_000, 2},
		{"ثمانمئة ألف", 800_000, 2},
		{"خمسة و عشرين ألف", 25_000, 4},
		{"ألف وميتين", 1_200, 2},
		{"ألفين وخمسمية", 2_500, 2},
		{"ثلاث ملاين", 3_000_000, 2},
		{"٣ تالاف", 3_000, 2},
		{"اطنعش ألف", 12_000, 2},
		{"خمسطعشر ألف", 15_000, 2},
		{"خمسة عشر ألفا", 15_000, 3},
		{"أربعتعش ألف", 14_000, 2},
		{"تلاتة وتلاتين ألف", 33_000, 3},
		{"تنين مليون", 2_000_000, 2},
		{"ميت شخص", 0, 0},     // a dead man
		{"ثمن السيارة", 0, 0}, // a price
		{"ثلث المبلغ", 0, 0},  // a third
		{"ثلاثين وأربعين", 30, 1},
	} {
		v, n := numberAt(Tokens(c.in), 0)
		if v != c.want || n != c.n {
			t.Errorf("%q: %v in %d tokens, want %v in %d", c.in, v, n, c.want, c.n)
		}
	}
}

// TestMoneyAsWritten reads amounts with their currency, and nothing that only looks like one.
func TestMoneyAsWritten(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"5,000 dollars", "5000 USD"}, {"$5k", "5000 USD"}, {"$1.5 million", "1500000 USD"}, {"500$", "500 USD"}, {"500-dollar", "500 USD"}, {"USD5,000", "5000 USD"},
		{"five hundred thousand Iraqi dinars", "500000 IQD"}, {"three grand", "3000 USD"}, {"a grand", "1000 USD"}, {"500 bucks", "500 USD"}, {"ten grand", "10000 USD"},
		{"200,000 Syrian pounds", "200000 SYP"}, {"50,000 SYP", "50000 SYP"}, {"500 Turkish lira", "500 TRY"}, {"1,200 TRY", "1200 TRY"}, {"ID 500,000", "500000 IQD"}, {"750,000 ID", "750000 IQD"},
		{"25 000 dinars", "25000 IQD"}, {"1 500 000 دينار", "1500000 IQD"},
		{"٣ آلاف أخضر", "3000 USD"}, {"خمسمية دولار", "500 USD"}, {"ألفين دولار", "2000 USD"}, {"مليونين دينار", "2000000 IQD"}, {"خمس تالاف دولار", "5000 USD"}, {"١٥ الف دينار", "15000 IQD"},
		{"خمس ورقات", "500 USD"}, {"عشر شدات", "100000 USD"}, {"three daftars", "30000 USD"}, {"٥٠٠ بالدولار", "500 USD"}, {"خمسين ألف ليرة سورية", "50000 SYP"}, {"مئة ألف ليرة تركية", "100000 TRY"},
		{"ألفي دولار أمريكي", "2000 USD"}, {"خمسين ألف ليره", "50000 SYP"}, {"عشرة آلاف دولاراً أمريكياً", "10000 USD"},
		// what is no amount
		{"try 5 times", ""}, {"ID 4521", ""}, {"1 ID", ""}, {"50 pounds of explosives", ""}, {"thousands of dollars", ""}, {"hundreds of dollars", ""}, {"several thousand dollars", ""},
		{"ملايين الدنانير", ""}, {"آلاف الدولارات", ""}, {"مئات الدولارات", ""}, {"grand mosque", ""}, {"a grand mosque", ""}, {"two grand ayatollahs", ""}, {"خمسة رجال", ""}, {"2014", ""}, {"١٥ كيلومتر", ""}, {"500 metres", ""},
		{"3 notebooks", ""}, {"40 barrels", ""}, {"7.62 mm", ""}, {"المادة ٤", ""}, {"25 years", ""},
	} {
		got := ""
		if m, ok := MoneyAt(Tokens(c.in), 0); ok {
			got = m.Amount + " " + m.Currency
		}
		if got != c.want {
			t.Errorf("MoneyAt(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
