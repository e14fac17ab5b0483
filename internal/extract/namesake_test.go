package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// persons returns the persons of a reading, each with the names it is given, in the order of the text.
func persons(t *testing.T, s string) []string {
	t.Helper()
	r := read(t, s, "2015-02-10")
	check(t, s, r)
	var out []string
	for _, l := range describe(s, r) {
		if !strings.HasPrefix(l, "Person ") {
			continue
		}
		var names []string
		for _, f := range strings.Split(l, " name=")[1:] {
			for _, prop := range []string{" kunya=", " alias=", " occupation=", " birthDate=", " birthPlace=", " motherName=", " fatherName=", " residence="} {
				f, _, _ = strings.Cut(f, prop)
			}
			names = append(names, f)
		}
		if len(names) == 0 {
			names = []string{strings.TrimPrefix(l, "Person ")}
		}
		out = append(out, strings.Join(names, " = "))
	}
	return out
}

// TestNamesakesStayTwo holds texts that speak of two persons of one name: each mention is the person it is for certain, or
// nobody else's.
func TestNamesakesStayTwo(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Nizar Hamdan was arrested in Hit. He is another man of the same name. The wanted Nizar Hamdan is still free.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Police held Nizar Hamdan, a namesake of the emir Nizar Hamdan.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"The man in custody was a different person. Nizar Hamdan was at work. Nizar Hamdan fled to Syria.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan is no relation of Nizar Hamdan al-Jumaili.", []string{"Nizar Hamdan", "Nizar Hamdan al-Jumaili"}},
		{"Nizar Hamdan was mistaken for Nizar Hamdan al-Jumaili. Nizar Hamdan was beaten.", []string{"Nizar Hamdan", "Nizar Hamdan al-Jumaili", "Nizar Hamdan"}},
		{"Nizar Hamdan ordered the killing. The soldiers took Nizar Hamdan from his shop. It was a case of mistaken identity.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan must not be confused with the financier. The financier Nizar Hamdan paid them.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"They came for Nizar Hamdan but took the wrong man. Hamdan was beaten. Nizar Hamdan heard of it.", []string{"Nizar Hamdan", "Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan al-Jumaili shares the name with a wanted man. Nizar Hamdan was wanted for years.", []string{"Nizar Hamdan al-Jumaili", "Nizar Hamdan"}},
		{"The two have similar names: Nizar Hamdan Abbas and Nizar Hamdan Qadir. Nizar Hamdan Qadir was freed. Nizar Hamdan was seen.", []string{"Nizar Hamdan Abbas", "Nizar Hamdan Qadir = Nizar Hamdan Qadir", "Nizar Hamdan"}},
		{"Two men named Nizar Hamdan live here. Nizar Hamdan the elder prays. Nizar Hamdan fought.", []string{"Nizar Hamdan", "Nizar Hamdan", "Nizar Hamdan"}},
		{"أوقفت القوة نزار حمدان، وهو شخص آخر يحمل الاسم نفسه. وما زال نزار حمدان مطلوبا.", []string{"نزار حمدان", "نزار حمدان"}},
		{"نزار حمدان الجميلي ليس هو المطلوب. المطلوب نزار حمدان هرب.", []string{"نزار حمدان الجميلي", "نزار حمدان"}},
		{"اعتقل خطأ نزار حمدان. وكان نزار حمدان يعمل في سوق الرمادي.", []string{"نزار حمدان", "نزار حمدان"}},
		{"بسبب تشابه الأسماء احتجز نزار حمدان. ثم ظهر نزار حمدان في الموصل.", []string{"نزار حمدان", "نزار حمدان"}},
		{"قاد نزار حمدان المجموعة. أخذوا نزار حمدان وكان ذلك تشابها في الاسم، نعم تشابه في الاسم.", []string{"نزار حمدان", "نزار حمدان"}},
		{"احتجز نزار حمدان بدلا من سميه نزار حمدان الجميلي.", []string{"نزار حمدان", "نزار حمدان الجميلي"}},
		{"نزار حمدان غير المتهم نزار حمدان الجميلي. أفرج عن حمدان.", []string{"نزار حمدان", "نزار حمدان الجميلي", "حمدان"}},
		// no word of namesakes: what is said of the bearers differs
		{"Nizar Hamdan, born in 1971, commands the group. Nizar Hamdan, born in 1990, is at home. Nizar Hamdan was seen.", []string{"Nizar Hamdan", "Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan, born in 1971, commands the group. Nizar Hamdan, born in 1990, is at home. Nizar Hamdan, born in 1971, fled.", []string{"Nizar Hamdan = Nizar Hamdan", "Nizar Hamdan"}},
		{"1. Nizar Hamdan (1971) Hit\n2. Nizar Hamdan (1990) Ramadi\n", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan, a baker, went home. Nizar Hamdan, a pharmacist, went to Hit.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan (Abu Layth) came. Nizar Hamdan (Abu Qutayba) left.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan, 24, was arrested. Nizar Hamdan, 51, was killed.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"نزار حمدان، والدته سعاد خليل، مطلوب. نزار حمدان، والدته نجاة عبود، معلم.", []string{"نزار حمدان", "سعاد خليل", "نزار حمدان", "نجاة عبود"}},
		{"نزار حمدان مواليد 1971 قاد المجموعة. نزار حمدان مواليد 1990 في بيته.", []string{"نزار حمدان", "نزار حمدان"}},
		{"The dead are Nizar Hamdan, Qais Latif and Nizar Hamdan.", []string{"Nizar Hamdan", "Qais Latif", "Nizar Hamdan"}},
		{"قتل كل من نزار حمدان وقيس لطيف ونزار حمدان.", []string{"نزار حمدان", "قيس لطيف", "نزار حمدان"}},
		{"Nizar Hamdan told them that Nizar Hamdan al-Jumaili had fled.", []string{"Nizar Hamdan", "Nizar Hamdan al-Jumaili"}},
		// prose that introduces a second man, sets him against the first or says which one it means
		{"شبكة هيت يقودها نزار حمدان. وأوقف في المنفذ رجل اسمه نزار حمدان وأطلق بعد يومين.", []string{"نزار حمدان", "نزار حمدان"}},
		{"نزار حمدان هرب إلى راوة. أما نزار حمدان فصياد لا علاقة له بشيء.", []string{"نزار حمدان", "نزار حمدان"}},
		{"س: هل تعرف نزار حمدان؟\nج: أعرف نزار حمدان، جاري.\nس: نزار حمدان الذي نقصده من هيت.\n", []string{"نزار حمدان", "نزار حمدان", "نزار حمدان"}},
		{"عندنا اثنين نزار حمدان. نزار حمدان مات أبوه.", []string{"نزار حمدان", "نزار حمدان"}},
		{"نزار حمدان مال هيت نعرفه. نزار حمدان هرب.", []string{"نزار حمدان", "نزار حمدان"}},
		{"المطلوب نزار حمدان. الموقوف نزار حمدان معلم في مدرسة هيت.", []string{"نزار حمدان", "نزار حمدان"}},
		{"نزار الجميلي ابن سعاد أطلق سراحه. نزار الجميلي ابن نجاة ما زال هاربا.", []string{"نزار الجميلي", "سعاد", "نزار الجميلي", "نجاة"}},
		{"أفرجت المحكمة عن نزار حمدان لعدم مطابقة الأوصاف. المذكرة صادرة بحق نزار حمدان من هيت.", []string{"نزار حمدان", "نزار حمدان"}},
		{"أفرجت المحكمة عن نزار حمدان. ذلك الرجل، نزار حمدان، مسؤول التفخيخ.", []string{"نزار حمدان", "نزار حمدان"}},
		{"There is a Nizar Hamdan who fishes. The Nizar Hamdan they want smuggles arms.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"The Nizar Hamdan of the verdict is not our Nizar Hamdan.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan leads the group. The patrol held a fisherman named Nizar Hamdan.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"Nizar Hamdan, a teacher, stayed at home. Nizar Hamdan leads the group.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"يقود نزار حمدان شبكة هيت. وأخذت الدورية نزار حمدان من زورقه، وهو صياد له خمسة أولاد.", []string{"نزار حمدان", "نزار حمدان"}},
		{"Nizar Hamdan, alias Abu Layth, leads the network. The teacher Nizar Hamdan came to our office.", []string{"Nizar Hamdan", "Nizar Hamdan"}},
		{"الحاج نزار حمدان إمام الجامع. نزار حمدان أمير المجموعة.", []string{"نزار حمدان", "نزار حمدان"}},
		{"ذهب نزار حمدان عباس إلى هيت، ومعه ثلاثة: قيس، نزار، فارس.", []string{"نزار حمدان عباس", "قيس", "نزار", "فارس"}},
		{"My name is Nizar Hamdan Abbas. Qais Latif drove. Was Nizar Hamdan Mulla with you? No. That one sells tyres.", []string{"Nizar Hamdan Abbas", "Qais Latif", "Nizar Hamdan Mulla"}},
		// a short form that fits two
		{"Nizar Hamdan Abbas met Nizar Qadir Salih. Nizar left. Nizar came back.", []string{"Nizar Hamdan Abbas", "Nizar Qadir Salih", "Nizar", "Nizar"}},
		{"Nizar was seen. Nizar Hamdan spoke. Then Nizar Qadir spoke.", []string{"Nizar", "Nizar Hamdan", "Nizar Qadir"}},
		{"Nizar al-Jumaili and Faris al-Jumaili came. Al-Jumaili left.", []string{"Nizar al-Jumaili", "Faris al-Jumaili", "Al-Jumaili"}},
		{"Nizar Hamdan, known as Abu Layth, and Qais Latif, known as Abu Layth, came. Abu Layth left.", []string{"Nizar Hamdan", "Qais Latif", "kunya=Abu Layth"}},
		// a fuller name after a shorter one is somebody else; so is a short form with a description of its own, farther on
		{"Nizar al-Jumaili was seen in Hit. Nizar Hamdan Abbas al-Jumaili lives in Rawa.", []string{"Nizar al-Jumaili", "Nizar Hamdan Abbas al-Jumaili"}},
		{"شوهد الجميلي في هيت. نزار بن حمدان الجميلي يسكن في راوة.", []string{"الجميلي", "نزار بن حمدان الجميلي"}},
		{"Abu Layth was seen in Hit. Abu Layth al-Jumaili fled.", []string{"kunya=Abu Layth", "kunya=Abu Layth al-Jumaili"}},
		{"Nizar Hamdan al-Jumaili fled. It rained. They waited. The road was shut. Nizar al-Jumaili, 24, sells tea.", []string{"Nizar Hamdan al-Jumaili", "Nizar al-Jumaili"}},
		// a family name alone is the man named last, just before; nobody's when another was named since, in one sentence, or of a wider tribe
		{"Nizar Hamdan al-Jumaili fled. Qais Latif stayed. Al-Jumaili was freed.", []string{"Nizar Hamdan al-Jumaili", "Qais Latif", "Al-Jumaili"}},
		{"فر نزار حمدان الجميلي. وبقي قيس لطيف. ثم أفرج عن الجميلي.", []string{"نزار حمدان الجميلي", "قيس لطيف", "الجميلي"}},
		{"Nizar Hamdan al-Jumaili met al-Jumaili in Hit.", []string{"Nizar Hamdan al-Jumaili", "al-Jumaili"}},
		{"Nizar al-Rawi al-Jumaili fled. Al-Jumaili was freed.", []string{"Nizar al-Rawi al-Jumaili", "Al-Jumaili"}},
		// so is a bare last name that another bears, that is told as somebody else's, or that may be a given name
		{"Nizar Hamdan Zughayr fled. Qais Latif Zughayr stayed. It rained. Zughayr was freed.", []string{"Nizar Hamdan Zughayr", "Qais Latif Zughayr", "Zughayr"}},
		{"Nizar Hamdan Zughayr fled. Qais Zughayr Latif stayed. Zughayr was freed.", []string{"Nizar Hamdan Zughayr", "Qais Zughayr Latif", "Zughayr"}},
		{"Nizar Hamdan Zughayr fled. Qais Latif stayed. Zughayr, a baker, was freed.", []string{"Nizar Hamdan Zughayr", "Qais Latif", "Zughayr"}},
		{"Nizar Hamdan Zughayr fled. Qais Latif stayed. Judge Zughayr was ill.", []string{"Nizar Hamdan Zughayr", "Qais Latif", "Zughayr"}},
		{"Nizar Hamdan Zughayr met Zughayr in Hit.", []string{"Nizar Hamdan Zughayr", "Zughayr"}},
		{"هرب نزار حمدان زغيبر من هيت، ثم قيل إن زغيبر عاد. ولا تربطه به أي قرابة.", []string{"نزار حمدان زغيبر", "زغيبر"}},
		{"١/ نزار جاسم فرحود ١٩٧٩، سائق الباص\n\nوبقي قيس لطيف. الأب، جاسم فرحود، لا يتهم أحدا.", []string{"نزار جاسم فرحود", "قيس لطيف", "جاسم فرحود"}},
		{"Nizar Khalid fled. Qais Latif stayed. Khalid was freed.", []string{"Nizar Khalid", "Qais Latif", "Khalid"}},
		{"Zughayr was seen. Nizar Hamdan Zughayr fled. Qais Latif stayed. Zughayr was freed.", []string{"Zughayr = Zughayr", "Nizar Hamdan Zughayr", "Qais Latif"}},
		{"Nizar Hamdan Zughayr fled. Qais Latif stayed. They took the wrong man. Zughayr was beaten.", []string{"Nizar Hamdan Zughayr", "Qais Latif", "Zughayr"}},
		// a child is no grown man of the name
		{"The emir Nizar Hamdan Abbas fled. The child Nizar Hamdan was killed at home.", []string{"Nizar Hamdan Abbas", "Nizar Hamdan"}},
		{"فر الأمير نزار حمدان عباس. وقتل الطفل نزار حمدان في بيته.", []string{"نزار حمدان عباس", "نزار حمدان"}},
		// a kunya after a verb and its subject may be whom it was done to
		{"قتل نزار الجميلي أبو ليث.", []string{"نزار الجميلي", "kunya=أبو ليث"}},
		{"هرب نزار الجميلي أبو ليث.", []string{"نزار الجميلي"}},
		// and one person stays one
		{"Nizar Hamdan was in Hit. The Nizar Hamdan network paid them. Nizar Hamdan fled.", []string{"Nizar Hamdan = Nizar Hamdan"}},
		{"هرب نزار حمدان الذي قتل الحارس. ثم عاد نزار حمدان.", []string{"نزار حمدان = نزار حمدان"}},
		{"قال نزار حمدان عباس إن نزار كان في هيت.", []string{"نزار حمدان عباس = نزار"}},
		{"Nizar Hamdan Zughayr fled. Qais Latif stayed. It rained. Zughayr was freed.", []string{"Nizar Hamdan Zughayr = Zughayr", "Qais Latif"}},
		{"هرب نزار حمدان زغيبر من هيت، ثم قيل إن زغيبر عاد. ولا تربطه بالتنظيم أي رابطة.", []string{"نزار حمدان زغيبر = زغيبر"}},
		{"أوقفت القوة شخصين في هيت. وفر نزار حمدان. ثم عاد نزار حمدان.", []string{"نزار حمدان = نزار حمدان"}},
		{"فر نزار حمدان، وهو غير متهم. ثم عاد نزار حمدان.", []string{"نزار حمدان = نزار حمدان"}},
		{"نزار حمدان شخصان. فر نزار حمدان.", []string{"نزار حمدان", "نزار حمدان"}},
		{"أوقفت القوة شخصين اسمهما واحد. وفر نزار حمدان. ثم عاد نزار حمدان.", []string{"نزار حمدان", "نزار حمدان"}},
		{"Nizar Hamdan Khalid fled. Qais Latif stayed. Khalid was freed.", []string{"Nizar Hamdan Khalid = Khalid", "Qais Latif"}},
		{"Nizar Hamdan Zughayr fled. Qais Latif stayed. Zughayr paid them. Nizar Hamdan Sabri was held by mistake.", []string{"Nizar Hamdan Zughayr = Zughayr", "Qais Latif", "Nizar Hamdan Sabri"}},
		{"Nizar Hamdan al-Jumaili was arrested. Nizar Hamdan was tried. Al-Jumaili was freed.", []string{"Nizar Hamdan al-Jumaili = Nizar Hamdan = Al-Jumaili"}},
		{"Nizar Hamdan al-Jumaili, born in 1971, was arrested. Nizar Hamdan, born in 1971, was tried.", []string{"Nizar Hamdan al-Jumaili = Nizar Hamdan"}},
		{"نزار حمدان الجميلي اعتقل. حوكم نزار حمدان.", []string{"نزار حمدان الجميلي = نزار حمدان"}},
		{"Abu Layth came. Nizar Hamdan, known as Abu Layth, spoke. Abu Layth left.", []string{"Nizar Hamdan"}},
	} {
		if d := cmp.Diff(c.want, persons(t, c.in)); d != "" {
			t.Errorf("%s\n%s", c.in, d)
		}
	}
}
