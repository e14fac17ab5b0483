package extract

import (
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// TestNoNameOfACell: words that say what a cell is like, or whose it is, are not its name.
func TestNoNameOfACell(t *testing.T) {
	for _, s := range []string{
		"أعلنت الوكالة تفكيك خلية تابعة لتنظيم داعش في كركوك.",
		"ضبطت القوات خلية إرهابية في أطراف سامراء.",
		"قتل الرجل على يد جماعة مسلحة في بلد.",
		"كشفت الاستخبارات شبكة مرتبطة بالتنظيم.",
		"اعتقلت خلية نائمة في الشرقاط.",
	} {
		for _, c := range read(t, s, "2021-06-03").Claims {
			if sanad.IsOrganization(c.Schema) && c.Prop == "name" && c.Value != "تنظيم داعش" && c.Value != "الوكالة" && c.Value != "الاستخبارات" && c.Value != "القوات" {
				t.Errorf("%s: an organization called %q", s, c.Value)
			}
		}
	}
}

// TestTradeBesideANameIsNotDenied: who a lawyer is stays true when his client denies something.
func TestTradeBesideANameIsNotDenied(t *testing.T) {
	for _, s := range []string{
		"Lawyer Nibras Kadhim, who represents Laith Jabbar al-Obaidi, said his client denied taking part in the attack.",
		"The baker Yusuf Adnan denied that he had sheltered them.",
		"نفى المحامي نبراس كاظم التهمة عن موكله.",
	} {
		for _, c := range read(t, s, "2021-06-03").Claims {
			if c.Prop == "occupation" && c.Polarity != sanad.Affirmed {
				t.Errorf("%s: %s is %s", s, c.Value, c.Polarity)
			}
		}
	}
}

// TestRaidOfTheLaw: a raid in which a suspect is taken is an operation; gunmen's raid is an attack.
func TestRaidOfTheLaw(t *testing.T) {
	attacks := func(s string) (n int) {
		for _, c := range read(t, s, "2021-06-03").Claims {
			if c.Schema == sanad.SchemaEvent && c.Prop == "subtype" && c.Value == "attack" {
				n++
			}
		}
		return n
	}
	if n := attacks("Hussein Ali Khalaf al-Mashhadani was captured in a raid on a farm near Taji."); n != 0 {
		t.Errorf("a raid that captures a suspect is told as %d attacks", n)
	}
	if n := attacks("Gunmen led by Hussein Ali Khalaf al-Mashhadani staged a raid on the village of Taji and killed two men."); n == 0 {
		t.Error("the raid of gunmen is no attack any more")
	}
}
