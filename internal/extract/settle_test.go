package extract

import "testing"

// TestWhoIsClearedIsNoSuspect: who is accused and cleared, or denies it unjudged, has the denied part alone; a convict keeps his.
func TestWhoIsClearedIsNoSuspect(t *testing.T) {
	exactly(t, parts, []said{
		{"اتهمت الشرطة برهان لطيف بقتل لؤي ستار في هيت. وبعد شهرين برأت المحكمة برهان لطيف من جريمة القتل.", "killing: برهان لطيف perpetrator!; killing: لؤي ستار victim"},
		{"Burhan Latif was charged with the murder of Luay Sattar in Hit. The court acquitted Burhan Latif of the murder.", "killing: Burhan Latif perpetrator!; killing: Luay Sattar victim"},
		{"أحيل المتهم برهان لطيف بتهمة قتل لؤي ستار في هيت. وأنكر برهان لطيف قتل لؤي ستار. وحكمت المحكمة على برهان لطيف بالسجن عشر سنوات.", "killing: برهان لطيف suspect; killing: لؤي ستار victim"},
	})
}
