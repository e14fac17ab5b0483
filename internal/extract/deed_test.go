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
