package vocabulary

import "testing"

func TestRoleOf(t *testing.T) {
	for said, want := range map[string]Role{
		"emir": {"emir", 1}, "Amir": {"emir", 1}, "أميراً": {"emir", 1}, "أمير هيت": {"emir", 1}, "deputy emir": {"deputy", 2}, "نائب الأمير": {"deputy", 2},
		"driver of the emir": {"driver", 5}, "سائق الأمير": {"driver", 5}, "مسؤول الحسبة": {"hisba", 4}, "hisba official": {"hisba", 4}, "مسؤول تجنيد": {"recruiter", 4},
		"recruiter of young men": {"recruiter", 4}, "field commander": {"commander", 3}, "آمر مفرزة": {"commander", 3}, "مسؤول الحدود": {"official", 3},
		"money courier": {"courier", 5}, "ناقل بريد": {"courier", 5}, "mischief maker": {"", 5}, "headquarters cook": {"", 5}, "موالي للتنظيم": {"", 5}, "": {"", 5},
	} {
		if got := RoleOf(said); got != want {
			t.Errorf("RoleOf(%q) = %v, want %v", said, got, want)
		}
	}
}

func TestTradeOf(t *testing.T) {
	for said, want := range map[string]string{"farmer": "farmer", "فلاح": "farmer", "مزارعاً": "farmer", "الخباز": "baker", "a baker in Hit": "baker", "سائق تاكسي": "driver", "astronomer": "", "": ""} {
		if got := TradeOf(said); got != want {
			t.Errorf("TradeOf(%q) = %q, want %q", said, got, want)
		}
	}
}

// TestEveryPhraseIsReached holds that no line of the lists is hidden behind an earlier one by its own words.
func TestEveryPhraseIsReached(t *testing.T) {
	for name, l := range map[string]list{"roles": roles(), "trades": trades()} {
		for _, e := range l {
			if got := l.find(e.phrase); got != e.means {
				t.Errorf("%s: %q means %v, but %v is found", name, e.phrase, e.means, got)
			}
		}
	}
}
