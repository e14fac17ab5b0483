package extract

import (
	"fmt"
	"strings"
	"testing"
)

func TestProbe(t *testing.T) {
	for _, s := range []string{
		"The National Security Service arrested two men. The Service handed them to the Anbar Criminal Court. The court tried them.",
		"Officers of the Falcon Intelligence Cell and the Counter-Terrorism Service raided the Ramadi office of Dijla Money Transfer.",
		"The Karkh Investigative Court heard him. Judges of the Central Criminal Court agreed.",
		"He used al-Waha Exchange in Rawa and the Green Palm Exchange. Al-Waha closed.",
		"Money went through Dar al-Salam Trading and Contracting Company and Barakat Bros. Trading.",
		"The Long Night network grew. The network of Long Night had two cells. The Long Night paid.",
		"The Directorate of Military Intelligence said so. Military Intelligence found a ledger. The Federal Police and Anbar Police Command helped.",
		"The Sons of the Valley group, also called the Valley group, works in Hit.",
		"اعتقل جهاز الأمن الوطني رجلين. وأحالهما الجهاز إلى محكمة جنايات الأنبار. وقضت المحكمة بالسجن.",
		"داهمت مديرية الاستخبارات العسكرية وجهاز مكافحة الإرهاب مكتب الواحة للصرافة في راوة. أغلق مكتب الواحة.",
		"استخدم صيرفة الرافدين وشركة دار السلام للتجارة والمقاولات وشبكة الليل الطويل. وتوسعت شبكة الليل الطويل.",
		"قررت محكمة تحقيق الكرخ ومحكمة الجنايات المركزية توقيفه. وقال مجلس القضاء الأعلى إن القرار صحيح.",
		"قال مصدر في قيادة شرطة الأنبار وقيادة عمليات الجزيرة وخلية الصقور الاستخبارية إن تنظيم أبناء الوادي انتهى.",
		"حوالة عبر محل الأمين للصيرفة ومعرض النخيل للسيارات.",
		"Muthanna Odeh, who ran the Palm Showroom for cars, sent money through the hawala office al-Amin.",
		"UNITAD and the Iraqi National Intelligence Service shared files with INIS and the NSS.",
	} {
		fmt.Println(s)
		for _, l := range describe(s, read(t, s, "2016-03-20")) {
			if strings.HasPrefix(l, "Org") || strings.HasPrefix(l, "Net") || strings.HasPrefix(l, "Unit") || strings.HasPrefix(l, "Person") {
				fmt.Println("     ", l)
			}
		}
	}
}
