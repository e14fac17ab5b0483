package intake

import (
	"bytes"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pdfOf writes a PDF of numbered objects; the first is the catalogue.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

func streamOf(dict, body string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(body), body)
}

// onePage is a PDF of one page with this content: F1 is plain Helvetica, F2 a font of two-byte codes that are the
// letters' own numbers, each half as wide as it is high.
func onePage(content string) []byte {
	return pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> /XObject << /X 9 0 R >> >> >>",
		streamOf("", content),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /W [32 [250] 1611 1618 0 65275 65276 600] >>",
		streamOf("", "begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfrange\n<0000> <FBFF> <0000>\n<FC00> <FFFF> <FC00>\nendbfrange\nendcmap"),
		streamOf("/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Matrix [1 0 0 1 0 -50]", "BT /F1 10 Tf 100 700 Td (inside a form) Tj ET"))
}

// codes writes a string as codes of F2.
func codes(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", r)
	}
	b.WriteByte('>')
	return b.String()
}

func reversed(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func TestPDF(t *testing.T) {
	visual := func(s string) string { return "BT /F2 10 Tf 100 700 Td " + codes(s) + " Tj ET" }
	for _, c := range []struct{ name, content, want string }{
		{"latin", "BT /F1 12 Tf 72 700 Td (Two men ) Tj (were seen.) Tj 0 -14 Td (Next line) Tj ET", "Two men were seen.\nNext line\n"},
		{"kerning is no space, a gap is one", "BT /F1 10 Tf 72 700 Td [(Al) -20 (i) -600 (Omar)] TJ ET", "Ali Omar\n"},
		{"paragraphs", "BT /F1 10 Tf 72 700 Td (a) Tj 0 -40 Td (b) Tj ET", "a\n\nb\n"},
		{"lines painted from below", "BT /F1 10 Tf 72 100 Td (second) Tj 0 14 Td (first) Tj ET", "first\nsecond\n"},
		{"arabic seen from the left", visual(reversed("قتل رجل في هيت")), "قتل رجل في هيت\n"},
		{"figures in arabic", visual("." + reversed("هيت") + " 2014/10/29 " + reversed("في") + " 47 " + reversed("قتل")), "قتل 47 في 2014/10/29 هيت.\n"},
		{"figures of the east", visual("١٢٣ " + reversed("رقم")), "رقم ١٢٣\n"},
		{"two numbers", visual("20 10 " + reversed("من")), "من 10 20\n"},
		{"latin in arabic", visual(reversed("في العراق") + " Al Noor Exchange " + reversed("شركة")), "شركة Al Noor Exchange في العراق\n"},
		{"arabic in latin", visual("The man " + reversed("محمد علي") + " was seen."), "The man محمد علي was seen.\n"},
		{"shapes and ligatures", visual(reversed("ﻻ ﺇﻟﻪ ﺍﻹﺳﻼﻡ")), "لا إله الإسلام\n"},
		{"brackets as drawn", visual(reversed("شركة (الصيرفة) هنا")), "شركة (الصيرفة) هنا\n"},
		{"brackets as meant", visual(reversed("شركة )الصيرفة( هنا")), "شركة (الصيرفة) هنا\n"},
		{"vowels", visual(reversed("قتل")) + " BT /F2 10 Tf 112.5 703 Td " + codes("ُ") + " Tj ET", "قُتل\n"},
		{"glyph by glyph from the right", "BT /F2 10 Tf 120 700 Td " + codes("ق") + " Tj -5 0 Td " + codes("ت") + " Tj -5 0 Td " + codes("ل") + " Tj ET", "قتل\n"},
		{"what glyphs mean", "BT /F2 10 Tf 100 700 Td /Span << /ActualText <FEFF06440627> >> BDC " + codes("xy") + " Tj EMC " + codes("ع") + " Tj ET", "علا\n"},
		{"form", "BT /F1 10 Tf 100 700 Td (outside) Tj ET /X Do", "outside\n\ninside a form\n"},
		{"form without end", "/X Do /Y Do Q Q EMC BT /F9 10 Tf 1 Tj ET", "inside a form\n"},
		{"upside down", "q 1 0 0 -1 0 800 cm BT /F1 10 Tf 1 0 0 -1 72 100 Tm (flipped) Tj ET Q", "flipped\n"},
	} {
		items, problems := take(t, "a.pdf", onePage(c.content))
		if len(items) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d items, problems %v", c.name, len(items), problems)
			continue
		}
		if d := cmp.Diff(c.want, items[0].Text); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
}

// A page printed by a browser: two fonts, letters drawn as one, vowel signs, both scripts in one line, a table.
func TestPDFOfBrowser(t *testing.T) {
	data, err := os.ReadFile("testdata/arabic-web-browser.pdf")
	if err != nil {
		t.Fatal(err)
	}
	want := `قال الشاهد إن الأمير أبو بكر العراقي قتل 47 رجلاً في 29/10/2014 قرب هيت.

دُفِعَ مبلغ 15,000 USD إلى شركة Al Noor Exchange (الصيرفة) في الأنبار.

The witness named محمد جاسم العلي as a guard on 3 May 2014.

الإسلام لا إله، الأنبار: سلاح ثقيل والآلاف من الناس ١٢٣

Plain English line, nothing else.

الاسم العمر المدينة
علي حسين 34 الرمادي
`
	items, problems := take(t, "a.pdf", data)
	if len(items) != 1 || len(problems) > 0 {
		t.Fatalf("%d items, problems %v", len(items), problems)
	}
	if d := cmp.Diff(want, items[0].Text); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestPDFDamage(t *testing.T) {
	font := "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
	page := func(contents int) string {
		return fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", contents)
	}
	two := func(second string) []byte {
		return pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /Resources << /Font << /F1 7 0 R >> >> >>", page(5), page(6),
			streamOf("", "BT /F1 10 Tf 72 700 Td (whole) Tj ET"), second, font)
	}
	items, problems := take(t, "a.pdf", two(streamOf("/Filter /FlateDecode", "this is not deflated")))
	if len(items) != 1 || items[0].Text != "whole\n" || len(problems) != 1 || problems[0].Place != "page 2" {
		t.Errorf("one bad page: items %v, problems %v", texts(items), problems)
	}
	// Scanned pages have no text: a person types what they say.
	items, problems = take(t, "scan.pdf", onePage("q 100 0 0 100 0 0 cm /Image Do Q"))
	if len(items) != 1 || !items[0].Exhibit || len(problems) > 0 {
		t.Errorf("scan: items %+v, problems %v", items, problems)
	}
	loop := pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>")
	start := time.Now()
	if items, problems = take(t, "loop.pdf", loop); len(items) != 0 || len(problems) != 1 {
		t.Errorf("loop: items %v, problems %v", texts(items), problems)
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("loop took %v", d)
	}
	locked := bytes.Replace(two(streamOf("", "")), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 >> /ID [(a) (b)]"), 1)
	if items, problems = take(t, "locked.pdf", locked); len(items) != 0 || len(problems) != 1 || !strings.Contains(problems[0].Message, "password") {
		t.Errorf("locked: items %v, problems %v", texts(items), problems)
	}
}

// Whatever is drawn comes out, each glyph once.
func TestLineKeepsEveryGlyph(t *testing.T) {
	count := func(s string) string {
		r := []rune(strings.Join(strings.Fields(s), ""))
		sort.Slice(r, func(i, j int) bool { return r[i] < r[j] })
		return string(r)
	}
	rapid.Check(t, func(t *rapid.T) {
		var gs []glyph
		var all strings.Builder
		for i, r := range rapid.SliceOfN(rapid.SampledFrom([]rune("ابتعد abc 123.-/:")), 1, 30).Draw(t, "glyphs") {
			gs = append(gs, glyph{s: string(r), x: float64(i) * 5, y: 700, w: 5, size: 10})
			all.WriteRune(r)
		}
		if got := pageText(gs); count(got) != count(all.String()) {
			t.Fatalf("drew %q, read %q", all.String(), got)
		}
	})
}
