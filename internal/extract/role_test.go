package extract

import (
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// roles lists the memberships of a reading: "member: role @ organization".
func roles(r sanad.Reading) []string {
	return lines(r, sanad.SchemaMembership, func(v map[string]string) string {
		l := v["member"] + ": " + v["role"]
		if v["organization"] != "" {
			l += " @ " + v["organization"]
		}
		return l
	})
}

func TestRolesInEnglish(t *testing.T) {
	const net = " @ Red Dawn network"
	exactly(t, roles, []said{
		{"Burhan Latif commanded the Red Dawn network in Rawa.", "Burhan Latif: commander" + net},
		{"Burhan Latif was in charge of the money of the Red Dawn network.", "Burhan Latif: in charge of the money" + net},
		{"Burhan Latif kept the accounts of the Red Dawn network.", "Burhan Latif: bookkeeper" + net},
		{"Burhan Latif drove for the Red Dawn network.", "Burhan Latif: driver" + net},
		{"Burhan Latif ran messages for the Red Dawn network.", "Burhan Latif: courier" + net},
		{"Burhan Latif, who carried letters for the Red Dawn network, fled.", "Burhan Latif: courier" + net},
		{"Burhan Latif recruited boys for the Red Dawn network.", "Burhan Latif: recruiter" + net},
		{"Burhan Latif hid fighters of the Red Dawn network in his house.", "Burhan Latif: host" + net},
		{"Burhan Latif fought in the ranks of the Red Dawn network.", "Burhan Latif: fighter" + net},
		{"Burhan Latif fought for the Red Dawn network.", "Burhan Latif: fighter" + net},
		{"Burhan Latif headed the Red Dawn network.", "Burhan Latif: leader" + net},
		{"The Red Dawn network was led by Burhan Latif.", "Burhan Latif: leader" + net},
		{"The Red Dawn network made Burhan Latif its emir in Rawa.", "Burhan Latif: emir" + net},
		{"In 2015 Burhan Latif was appointed emir of Rawa by the Red Dawn network.", "Burhan Latif: emir" + net},
		{"Burhan Latif, deputy to the emir of Rawa, was seen in Hit.", "Burhan Latif: deputy to the emir"},
		{"Burhan Latif belonged to the hisba of the Red Dawn network.", "Burhan Latif: hisba" + net},
		{"Burhan Latif worked in the media office of the Red Dawn network.", "Burhan Latif: media office" + net},
		{"Burhan Latif admitted that he was a courier of the Red Dawn network.", "Burhan Latif: courier" + net},
		{"The Red Dawn network's financier is Burhan Latif.", "Burhan Latif: financier" + net},
		{"The emir of Rawa was a man called Burhan Latif.", "Burhan Latif: emir"},
		{"Burhan Latif first drove for the Red Dawn network and later became a fighter.", "Burhan Latif: driver" + net + "; Burhan Latif: fighter" + net},
		{"Burhan Latif owns the Silver Bridge Exchange.", "Burhan Latif: owner @ Silver Bridge Exchange"},
		{"Burhan Latif, proprietor of the Silver Bridge Exchange, was questioned.", "Burhan Latif: owner @ Silver Bridge Exchange"},
		{"The Silver Bridge Exchange belongs to Burhan Latif.", "Burhan Latif: owner @ Silver Bridge Exchange"},
		{"Burhan Latif is an accountant at the Silver Bridge Exchange.", "Burhan Latif: accountant @ Silver Bridge Exchange"},
		{"Burhan Latif keeps the books of the Silver Bridge Exchange.", "Burhan Latif: bookkeeper @ Silver Bridge Exchange"},
		{"Brigadier Burhan Latif, head of the Falcon Intelligence Directorate, signed.", "Burhan Latif: head @ Falcon Intelligence Directorate"},
		{"Colonel Burhan Latif, commander of the Third Emergency Regiment, signed.", "Burhan Latif: commander @ Third Emergency Regiment"},
		{"Wanted persons: 1. Burhan Latif, b. 1980 Rawa, emir, Daesh\n2. Luay Sattar, b. 1985 Hit, courier, Daesh\n", "Burhan Latif: emir @ Daesh; Luay Sattar: courier @ Daesh"},
		{"Burhan Latif is not a member of the Red Dawn network.", "Burhan Latif: member" + net + "!"},
		{"Burhan Latif denies that he belonged to the Red Dawn network.", "Burhan Latif: member" + net + "!"},
		{"Burhan Latif has no link with the Red Dawn network.", "Burhan Latif: member" + net + "!"},
		{"Burhan Latif may have been a courier of the Red Dawn network.", "Burhan Latif: courier" + net + "?"},
		{"Burhan Latif is suspected of being a courier for the Red Dawn network.", "Burhan Latif: courier" + net + "?"},
		{"BURHAN LATIF: They said I sold petrol. I was never with Daesh, not for one hour.", "BURHAN LATIF: member @ Daesh!"},
		{"1) Burhan Latif, b. 1980 Hit. Has no link with Daesh.\n", "Burhan Latif: member @ Daesh!"},
		{"Burhan Latif rose to become the deputy emir of the Red Dawn network.", "Burhan Latif: deputy emir" + net},
		{"Burhan Latif was an operative of the Red Dawn network.", "Burhan Latif: member" + net},
		{"Burhan Latif was responsible for the mail of the Red Dawn network.", "Burhan Latif: courier" + net},
		{"Burhan Latif and Luay Sattar, both fighters of the Red Dawn network, were seen.", "Burhan Latif: fighters" + net + "; Luay Sattar: fighters" + net},
		{"Burhan Latif and Luay Sattar worked as couriers for the Red Dawn network.", "Burhan Latif: couriers" + net + "; Luay Sattar: couriers" + net},
		{"Members of the Red Dawn network:\n1. Burhan Latif - emir\n2. Luay Sattar - courier\n3. Harith Naji - driver\n", "Burhan Latif: emir" + net + "; Harith Naji: driver" + net + "; Luay Sattar: courier" + net},
		{"The structure of the Red Dawn network is as follows:\n- Emir: Burhan Latif\n- Driver: Luay Sattar\n- Treasurer: Harith Naji\n", "Burhan Latif: Emir" + net + "; Harith Naji: Treasurer" + net + "; Luay Sattar: Driver" + net},
		{"The Red Dawn network is headed by Burhan Latif. His deputy, Luay Sattar, lives in Rawa.", "Burhan Latif: leader" + net + "; Luay Sattar: deputy" + net},
		{"Burhan Latif was the emir's driver in the Red Dawn network.", "Burhan Latif: driver" + net},
		{"Burhan Latif provided shelter to members of the Red Dawn network.", "Burhan Latif: host" + net},
		{"Burhan Latif sold oil for the Red Dawn network.", "Burhan Latif: trader" + net},
		{"Burhan Latif is said to be a fighter of the Red Dawn network.", "Burhan Latif: fighter" + net + "?"},
		{"Burhan Latif (born 1980, mother Huda Jasim), a driver of the Banner of Light, fled.", "Burhan Latif: driver @ Banner of Light"},
		{"He is not Burhan Latif, the emir of Rawa.", "Burhan Latif: emir"},
		{"A report calls Burhan Latif the owner of the Silver Bridge Exchange. This is an error.", "Burhan Latif: owner @ Silver Bridge Exchange!"},
		// not told of them
		{"The brother of Burhan Latif is a member of the Red Dawn network.", ""},
		{"Burhan Latif fought against the Red Dawn network.", ""},
		{"Burhan Latif drove the wounded to the hospital, said a fighter of the Red Dawn network.", ""},
		{"Burhan Latif was threatened by the emir of the Red Dawn network.", ""},
		{"The Red Dawn network took the money of the shopkeeper Burhan Latif.", ""},
		{"Burhan Latif, a professor of law, wrote a book on the Red Dawn network.", ""},
		{"The driver of the bus, Burhan Latif, was stopped by the Red Dawn network.", ""},
	})
}

func TestRolesInArabic(t *testing.T) {
	const net = " @ شبكة الفجر الأحمر"
	exactly(t, roles, []said{
		{"كان برهان لطيف يقود شبكة الفجر الأحمر في راوة.", "برهان لطيف: رئيس" + net},
		{"برهان لطيف هو المسؤول المالي في شبكة الفجر الأحمر.", "برهان لطيف: المسؤول المالي" + net},
		{"برهان لطيف مسؤول المال في شبكة الفجر الأحمر.", "برهان لطيف: ممول" + net},
		{"كان برهان لطيف يمسك حسابات شبكة الفجر الأحمر.", "برهان لطيف: محاسب" + net},
		{"عمل برهان لطيف سائقا لدى شبكة الفجر الأحمر.", "برهان لطيف: سائقا" + net},
		{"كان برهان لطيف ينقل رسائل شبكة الفجر الأحمر.", "برهان لطيف: ناقل" + net},
		{"كان برهان لطيف يجند الشباب لصالح شبكة الفجر الأحمر.", "برهان لطيف: مجند" + net},
		{"كان برهان لطيف يؤوي عناصر شبكة الفجر الأحمر في داره.", "برهان لطيف: مضيف" + net},
		{"قاتل برهان لطيف في صفوف شبكة الفجر الأحمر.", "برهان لطيف: مقاتل" + net},
		{"عيّن برهان لطيف أميرا على راوة.", "برهان لطيف: أميرا"},
		{"صار برهان لطيف أمير راوة.", "برهان لطيف: أمير"},
		{"بايع برهان لطيف شبكة الفجر الأحمر عام 2014.", "برهان لطيف: عضو" + net},
		{"برهان لطيف كان وية الدواعش.", "برهان لطيف: عضو"},
		{"برهان لطيف چان سايق عند الدواعش.", "برهان لطيف: سايق"},
		{"برهان لطيف مال الحسبة.", "برهان لطيف: مال الحسبة"},
		{"اعترف برهان لطيف بأنه كان ناقل بريد لشبكة الفجر الأحمر.", "برهان لطيف: ناقل بريد" + net},
		{"أقر برهان لطيف بانتمائه إلى شبكة الفجر الأحمر.", "برهان لطيف: عضو" + net},
		{"برهان لطيف، صاحب مكتب الواحة للصرافة.", "برهان لطيف: مدير @ مكتب الواحة للصرافة"},
		{"مكتب الواحة للصرافة لصاحبه برهان لطيف.", "برهان لطيف: مدير @ مكتب الواحة للصرافة"},
		{"يعمل برهان لطيف محاسبا في مكتب الواحة للصرافة.", "برهان لطيف: محاسبا @ مكتب الواحة للصرافة"},
		{"العميد برهان لطيف مدير مديرية استخبارات البادية وقع الكتاب.", "برهان لطيف: مدير @ مديرية استخبارات البادية"},
		{"ليس برهان لطيف عضوا في شبكة الفجر الأحمر.", "برهان لطيف: عضوا" + net + "!"},
		{"نفى برهان لطيف انتماءه إلى شبكة الفجر الأحمر.", "برهان لطيف: عضو" + net + "!"},
		{"لا علاقة لبرهان لطيف بشبكة الفجر الأحمر.", "برهان لطيف: عضو" + net + "!"},
		{"يقال إن برهان لطيف كان سائقا لدى شبكة الفجر الأحمر.", "برهان لطيف: سائقا" + net + "?"},
		{"شغل برهان لطيف منصب نائب الأمير في شبكة الفجر الأحمر.", "برهان لطيف: نائب الأمير" + net},
		{"كان برهان لطيف مسؤولا عن التجنيد في شبكة الفجر الأحمر.", "برهان لطيف: مسؤولا عن التجنيد" + net},
		{"برهان لطيف ولؤي ستار عضوان في شبكة الفجر الأحمر.", "برهان لطيف: عضوان" + net + "; لؤي ستار: عضوان" + net},
		{"يتزعم شبكة الفجر الأحمر برهان لطيف ونائبه لؤي ستار.", "برهان لطيف: رئيس" + net + "; لؤي ستار: نائبه" + net},
		{"يعد برهان لطيف أحد قادة شبكة الفجر الأحمر.", "برهان لطيف: قائد" + net},
		{"ولا صحة لما ورد من أن برهان لطيف وسيط لشبكة الفجر الأحمر، فهو محاسب.", "برهان لطيف: وسيط" + net + "!"},
		{"برهان لطيف ما يسمى أمير الحسبة في راوة.", "برهان لطيف: أمير الحسبة"},
		{"نفى برهان لطيف أن يكون أمير راوة.", "برهان لطيف: أمير!"},
		{"هيكل شبكة الفجر الأحمر:\n- الأمير: برهان لطيف\n- المحاسب: لؤي ستار\n", "برهان لطيف: الأمير" + net + "; لؤي ستار: المحاسب" + net},
		{"برهان لطيف مقاتل في فرسان البادية.", "برهان لطيف: مقاتل @ فرسان البادية"},
		{"مكتب الواحة للصرافة يعود إلى برهان لطيف.", "برهان لطيف: مدير @ مكتب الواحة للصرافة"},
		// not told of them
		{"قاتل برهان لطيف ضد شبكة الفجر الأحمر.", ""},
		{"هدد أمير شبكة الفجر الأحمر المعلم برهان لطيف.", ""},
		{"برهان لطيف مدير مدرسة في راوة.", ""},
		{"أخذت شبكة الفجر الأحمر سيارة السائق برهان لطيف.", ""},
	})
}

// Whom a member is under is said of his membership.
func TestSuperiors(t *testing.T) {
	expect(t, []told{
		{"Burhan Latif was a courier of the Red Dawn network and reported to Luay Sattar.", []string{"Membership member=Burhan Latif role=courier organization=Red Dawn network superior=Luay Sattar"}, nil},
		{"Burhan Latif fought for the Red Dawn network under the command of Luay Sattar.", []string{"role=fighter organization=Red Dawn network superior=Luay Sattar"}, nil},
		{"Burhan Latif was a driver of the Red Dawn network and he knew Luay Sattar.", []string{"role=driver"}, []string{"superior="}},
		{"برهان لطيف سائق لدى شبكة الفجر الأحمر ومسؤوله المباشر لؤي ستار.", []string{"role=سائق", "superior=لؤي ستار"}, []string{"superior=برهان"}},
	})
}

// Roles that change with time are memberships of their own, each with its date.
func TestRolesThatChange(t *testing.T) {
	expect(t, []told{
		{"Burhan Latif was a driver of the Red Dawn network in 2014. In 2016 he became emir of Rawa.", []string{"role=driver organization=Red Dawn network date=2014", "role=emir organization=Red Dawn network date=2016"}, nil},
		{"كان برهان لطيف سائقا لدى شبكة الفجر الأحمر عام 2014. وفي عام 2016 أصبح أميرا على راوة.", []string{"role=سائقا organization=شبكة الفجر الأحمر date=2014", "role=أميرا organization=شبكة الفجر الأحمر date=2016"}, nil},
	})
}

// TestWhoHoldsItAfterTheDeed holds the ways in which news and judgments put the holder elsewhere than beside the role.
func TestWhoHoldsItAfterTheDeed(t *testing.T) {
	const net = " @ شبكة الفجر الأحمر"
	exactly(t, roles, []said{
		{"قال الناطق سنان هادي إن الشخص الذي كان يدير أموال شبكة الفجر الأحمر هو برهان لطيف.", "برهان لطيف: ممول" + net},
		{"هرب سنان هادي من شبكة الفجر الأحمر التي كان يقودها برهان لطيف.", "برهان لطيف: رئيس" + net},
		{"حضر المتهمان سنان هادي وبرهان لطيف. وثبت أن ثانيهما كان يحرر نشرات شبكة الفجر الأحمر.", "برهان لطيف: كاتب" + net},
		{"قال الناطق سنان هادي إن الثاني كان يحرر نشرات شبكة الفجر الأحمر.", ""},
		{"كان بيت برهان لطيف مأوى لمقاتلي شبكة الفجر الأحمر.", ""},
		{"Burhan Latif cooked for all their fighters in the Red Dawn network.", ""},
		{"نقلوا المال إلى سنان هادي وإلى برهان لطيف من شبكة الفجر الأحمر.", ""},
	})
}
