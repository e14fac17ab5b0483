package extract

import "testing"

func TestTablesAndLedgers(t *testing.T) {
	expect(t, []told{
		{"In custody:\nName | Arrested | Role\nBurhan Latif | 4/5/2015 | driver\nLuay Sattar | 6/5/2015 | clerk\n",
			[]string{"Detention subject=Burhan Latif date=2015-05-04", "Detention subject=Luay Sattar date=2015-05-06"}, nil},
		{"Date | From | To | Amount\n4/5/2015 | Burhan Latif | Luay Sattar | 500 USD\n5/5/2015 | Luay Sattar | Harith Naji | 700 USD\n",
			[]string{"payer=Burhan Latif beneficiary=Luay Sattar amount=500 currency=USD date=2015-05-04", "payer=Luay Sattar beneficiary=Harith Naji amount=700"}, nil},
		{"التاريخ | من | إلى | المبلغ\n4/5/2015 | برهان لطيف | لؤي ستار | 500 دولار\n", []string{"payer=برهان لطيف beneficiary=لؤي ستار amount=500 currency=USD date=2015-05-04"}, nil},
		{"04/05/2015 from Burhan Latif to Luay Sattar USD 1,500 (food)\n05/05/2015 from Luay Sattar to Harith Naji USD 700\n",
			[]string{"payer=Burhan Latif beneficiary=Luay Sattar amount=1500", "payer=Luay Sattar beneficiary=Harith Naji amount=700"}, []string{"name=Luay Sattar USD"}},
		{"4 أيار 2015: من برهان لطيف إلى لؤي ستار مليوني دينار", []string{"payer=برهان لطيف beneficiary=لؤي ستار amount=2000000 currency=IQD date=2015-05-04"}, nil},
		{"He walked from Burhan Latif to Luay Sattar with USD 1,500.", nil, []string{"Payment"}},
	})
}

// A list has everybody once, and a family name that is somebody else's trade is somebody else.
func TestRowsAndTradesAreDifferentPeople(t *testing.T) {
	for _, c := range []struct {
		in      string
		persons int
	}{
		{"Name | Born | Mother\nBurhan Latif Salih | 1980 | Wafa\nBurhan Latif Salih | 1985 | Huda\n", 2},
		{"الاسم | المواليد | الصفة\nبرهان لطيف صالح | 1980 | سائق\nبرهان لطيف صالح | 1985 | خباز\n", 2},
		{"1. Burhan Latif Salih, b. 1980, Rawa\n2. Burhan Latif Salih, b. 1985, Rawa\n", 2},
		{"The financier Burhan Latif al-Rawi fled. Al-Rawi may be in Hit. \"I sell bread,\" says al-Rawi the baker.", 2},
	} {
		n := 0
		for _, e := range read(t, c.in, "2016-03-20").Entities {
			if e.Schema == "Person" {
				n++
			}
		}
		if n < c.persons {
			t.Errorf("%s\nhas %d persons, want at least %d", c.in, n, c.persons)
		}
	}
	expect(t, []told{
		{"The financier Burhan Latif Salih is wanted. Burhan Latif Jasim, a baker of Rawa, is not meant. The baker was arrested on 4 May 2015 and was released on 9 May 2015.",
			[]string{"Detention subject=Burhan Latif Jasim date=2015-05-04", "Release subject=Burhan Latif Jasim"}, []string{"subject=Burhan Latif Salih"}},
		{"Burhan Latif is wanted. The baker was arrested on 4 May 2015. He was released on 9 May 2015.", nil, []string{"subject=Burhan Latif"}},
	})
}
