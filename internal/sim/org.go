package sim

import (
	"fmt"
	"math/rand/v2"
)

// Org is an invented body: a network, a company, an agency, a court, an outlet.
type Org struct {
	ID, Type string
	En, Ar   []string // the full name first, then shorter ways to say it
}

const (
	covertID  = "N1" // the covert network
	financeID = "N2" // the network that pays for it
)

var covert = &Org{covertID, "network", []string{"Rayat al-Wadi", "Rayat al Wadi", "the Rayat al-Wadi group"}, []string{"راية الوادي", "تنظيم راية الوادي", "جماعة راية الوادي"}}
var finance = &Org{financeID, "network", []string{"the Mizan exchange network", "the Mizan network"}, []string{"شبكة الميزان للتحويلات", "شبكة الميزان"}}

var companies = []*Org{
	{"O1", "company", []string{"Sindyan Star Exchange", "Sindyan Star"}, []string{"شركة نجمة السنديان للصرافة", "نجمة السنديان"}},
	{"O2", "company", []string{"Qanater Money Exchange", "Qanater Exchange"}, []string{"مكتب القناطر للصيرفة", "صيرفة القناطر"}},
	{"O3", "company", []string{"Wadi Zumurrud General Trading", "Wadi Zumurrud"}, []string{"شركة وادي الزمرد للتجارة العامة", "وادي الزمرد"}},
	{"O4", "company", []string{"Seven Palms Transfers", "Seven Palms"}, []string{"حوالات النخلات السبع", "النخلات السبع"}},
	{"O5", "company", []string{"Blue Lantern Spare Parts", "Blue Lantern"}, []string{"شركة الفانوس الأزرق لقطع الغيار", "الفانوس الأزرق"}},
}

var agencies = []*Org{
	{"O6", "agency", []string{"Provincial Inquiry Directorate", "the Inquiry Directorate"}, []string{"مديرية الاستقصاء الإقليمي", "مديرية الاستقصاء"}},
	{"O7", "agency", []string{"Bashiq Cell", "the Bashiq Cell"}, []string{"خلية الباشق", "خلية الباشق"}},
}

var courts = []*Org{
	{"O8", "court", []string{"Western Circuit Criminal Court", "Western Circuit Criminal Court"}, []string{"محكمة جنايات الدائرة الغربية", "محكمة جنايات الدائرة الغربية"}},
	{"O9", "court", []string{"Upper Euphrates Criminal Court", "Upper Euphrates Criminal Court"}, []string{"محكمة جنايات أعالي الفرات", "محكمة جنايات أعالي الفرات"}},
}

var outlets = []*Org{
	{"O10", "outlet", []string{"Nahrayn Wire"}, []string{"وكالة نهرين"}},
	{"O11", "outlet", []string{"Sidra News"}, []string{"السدرة نيوز"}},
	{"O12", "outlet", []string{"Wadi Post"}, []string{"بريد الوادي"}},
}

var house = &Org{"O13", "organization", []string{"House of Family Documents"}, []string{"بيت وثائق العوائل"}}

func orgs() []*Org {
	out := []*Org{covert, finance}
	out = append(out, companies...)
	out = append(out, agencies...)
	out = append(out, courts...)
	out = append(out, outlets...)
	return append(out, house)
}

// voice is a source of reports: who gives them, how well and how honestly, and how he spells.
type voice struct {
	code, kind, controller, reliability string
	org                                 *Org
	arabic                              float64 // share of his reports in Arabic
	honesty                             float64 // below 1, some of what he says is not so
	habit                               habit
}

// voices makes the sources: residents and officers under code, two agencies of one controller, outlets, courts, a documentation
// house and the papers of the networks themselves.
func (w *World) voices(r *rand.Rand) {
	grades := []string{"A", "B", "B", "C", "C", "C", "D", "E", "F", "F"}
	for i := range max(4, w.opts.Reports/4) {
		v := &voice{code: fmt.Sprintf("SRC-%04d", i+1), kind: "resident", reliability: grades[r.IntN(len(grades))], honesty: 1,
			habit: newHabit(r, .03), controller: "Family Documents Desk"}
		if r.IntN(2) == 0 {
			v.arabic = 1
		}
		if r.IntN(8) == 0 {
			v.honesty = .6
		}
		w.residents = append(w.residents, v)
	}
	for i := range max(2, w.opts.Reports/200) {
		v := &voice{code: fmt.Sprintf("OFF-%04d", i+1), kind: "officer", reliability: grades[r.IntN(5)], honesty: 1, habit: newHabit(r, .01),
			controller: "Office of Provincial Security"}
		if r.IntN(2) == 0 {
			v.arabic = 1
		}
		w.officers = append(w.officers, v)
	}
	for i, o := range agencies {
		h := habit{variant: i, article: i, apostrof: i == 0, joined: i == 1, noHamza: i == 1}
		w.agency = append(w.agency, &voice{code: o.En[0], kind: "agency", reliability: "B", honesty: 1, org: o, arabic: .5, habit: h,
			controller: "Office of Provincial Security"})
	}
	for i, o := range outlets {
		w.outlet = append(w.outlet, &voice{code: o.En[0], kind: "outlet", reliability: "C", honesty: 1, org: o, arabic: []float64{0, 1, .4}[i],
			habit: newHabit(r, .005), controller: o.En[0]})
	}
	for _, o := range courts {
		w.court = append(w.court, &voice{code: o.En[0], kind: "court", reliability: "A", honesty: 1, org: o, arabic: .6, controller: o.En[0]})
	}
	w.house = []*voice{{code: house.En[0], kind: "organization", reliability: "B", honesty: 1, org: house, arabic: .4, habit: newHabit(r, .005),
		controller: "Family Documents Desk"}}
	w.papers = []*voice{
		{code: "Seized ledgers", kind: "document", reliability: "C", honesty: 1, arabic: .6, habit: newHabit(r, .02), controller: "Office of Provincial Security"},
		{code: "Seized letters", kind: "document", reliability: "C", honesty: 1, arabic: .8, habit: newHabit(r, .02), controller: "Office of Provincial Security"},
	}
	w.lists = []*voice{{code: "Detention register", kind: "list", reliability: "B", honesty: 1, arabic: .5, habit: newHabit(r, .02),
		controller: "Office of Provincial Security"}}
}
