package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	sanad "github.com/sanad-workbench/sanad"
)

type member struct{ name, data string }

func zipped(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m.data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestZip(t *testing.T) {
	inner := zipped(t, member{"deep.txt", "deep"})
	data := zipped(t, member{"b.txt", "two"}, member{"dir/a.txt", "one"}, member{"../../etc/passwd.txt", "root"}, member{`..\..\win.txt`, "win"},
		member{"/abs.txt", "abs"}, member{"__MACOSX/x.txt", "no"}, member{".hidden", "no"}, member{"in.zip", string(inner)}, member{"bad\xff.txt", "name"}, member{"odd.bin", "\x00\x01\x02\x03"})
	items, problems := take(t, "all.zip", data)
	want := map[string]string{"a.txt": "one", "b.txt": "two", "passwd.txt": "root", "win.txt": "win", "abs.txt": "abs", "deep.txt": "deep", "bad_.txt": "name"}
	if d := cmp.Diff(want, texts(items)); d != "" {
		t.Errorf("items (-want +got)\n%s", d)
	}
	if len(problems) != 1 || problems[0].File != "in/all.zip!odd.bin" {
		t.Errorf("problems %+v; want one, of odd.bin", problems)
	}
}

func TestZipEmpty(t *testing.T) {
	items, problems := take(t, "none.zip", zipped(t))
	if len(items) != 0 || len(problems) != 1 || !strings.Contains(problems[0].Message, "no files") {
		t.Errorf("items %v, problems %v", items, problems)
	}
}

// Nothing that unpacks to more than the limits is held, however the archive is built.
func TestZipBomb(t *testing.T) {
	zeros := strings.Repeat("a", 5<<20)
	bomb := zipped(t, member{"1.txt", zeros}, member{"2.txt", "small"})
	items, problems := take(t, "bomb.zip", bomb)
	if d := cmp.Diff(map[string]string{"2.txt": "small"}, texts(items)); d != "" {
		t.Errorf("items (-want +got)\n%s", d)
	}
	if len(problems) != 1 || problems[0].Place != "1.txt" || !strings.Contains(problems[0].Message, "unpacks to more") {
		t.Errorf("problems %+v", problems)
	}

	// Archives in archives share one allowance.
	level := zipped(t, member{"x.txt", strings.Repeat("b", 3<<20)})
	for range 2 {
		var ms []member
		for i := range 10 {
			ms = append(ms, member{fmt.Sprintf("%d.zip", i), string(level)})
		}
		level = zipped(t, ms...)
	}
	total := 0
	r := Reader{Limits: testLimits, Yield: func(it Item) error { total += len(it.Data); return nil }, Problem: func(sanad.Problem) {}}
	if err := r.Bytes(context.Background(), "nested.zip", level); err != nil {
		t.Fatal(err)
	}
	if int64(total) > testLimits.Archive {
		t.Errorf("%d bytes came out of nested archives, %d are allowed", total, testLimits.Archive)
	}

	deep := zipped(t, member{"x.txt", "x"})
	for range 8 {
		deep = zipped(t, member{"in.zip", string(deep)})
	}
	if items, problems := take(t, "deep.zip", deep); len(items) != 0 || len(problems) != 1 || !strings.Contains(problems[0].Message, "too deeply") {
		t.Errorf("deep: items %v, problems %v", items, problems)
	}
}

func TestZipDamage(t *testing.T) {
	data := zipped(t, member{"a.txt", "one one one one"}, member{"b.txt", "two"})
	central := bytes.Index(data, []byte("PK\x01\x02"))

	locked := bytes.Clone(data)
	locked[central+8] |= 1 // the flag that says: encrypted
	items, problems := take(t, "locked.zip", locked)
	if d := cmp.Diff(map[string]string{"b.txt": "two"}, texts(items)); d != "" || len(problems) != 1 || !strings.Contains(problems[0].Message, "password") {
		t.Errorf("locked: items %v, problems %v", texts(items), problems)
	}

	lying := bytes.Clone(data)
	binary.LittleEndian.PutUint32(lying[central+24:], 3) // unpacked size, as the directory has it
	items, problems = take(t, "lying.zip", lying)
	if d := cmp.Diff(map[string]string{"b.txt": "two"}, texts(items)); d != "" || len(problems) != 1 || problems[0].Place != "a.txt" {
		t.Errorf("lying: items %v, problems %v", texts(items), problems)
	}

	flipped := bytes.Clone(data)
	flipped[45] ^= 0x55 // inside the packed bytes of a.txt
	items, problems = take(t, "flipped.zip", flipped)
	if d := cmp.Diff(map[string]string{"b.txt": "two"}, texts(items)); d != "" || len(problems) != 1 {
		t.Errorf("flipped: items %v, problems %v", texts(items), problems)
	}

	for n := 1; n < len(data); n += 7 {
		items, problems := take(t, "cut.zip", data[:n])
		if len(items) != 0 || len(problems) == 0 {
			t.Errorf("cut at %d: items %v, problems %v", n, items, problems)
		}
	}
}

func docxOf(t testing.TB, body string) []byte {
	return zipped(t, member{"[Content_Types].xml", "<Types/>"}, member{"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc"><w:body>` + body + `</w:body></w:document>`})
}

func TestDOCX(t *testing.T) {
	p := func(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }
	tc := func(s string) string { return "<w:tc>" + s + "</w:tc>" }
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", p("One") + p("Two &amp; three"), "One\nTwo & three\n"},
		{"arabic", p("قال الشاهد") + p("لا إله"), "قال الشاهد\nلا إله\n"},
		{"runs", "<w:p><w:r><w:t>ab</w:t></w:r><w:r><w:t>cd</w:t></w:r><w:r><w:tab/><w:t>e</w:t><w:br/><w:t>f</w:t></w:r></w:p>", "abcd\te\nf\n"},
		{"tab stops are no tabs", "<w:p><w:pPr><w:tabs><w:tab w:val='left'/><w:tab/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>", "x\n"},
		{"table", p("before") + "<w:tbl><w:tr>" + tc(p("a")) + tc(p("")) + tc(p("c")) + "</w:tr><w:tr>" + tc(p("")) + tc(p("e")) + tc(p("f")) + "</w:tr></w:tbl>" + p("after"),
			"before\na\t\tc\n\te\tf\nafter\n"},
		{"cell of two paragraphs", "<w:tbl><w:tr>" + tc(p("a")+p("b")) + tc(p("c")) + "</w:tr></w:tbl>", "a\nb\tc\n"},
		{"said twice", "<mc:AlternateContent><mc:Choice>" + p("box") + "</mc:Choice><mc:Fallback>" + p("box") + "</mc:Fallback></mc:AlternateContent>", "box\n"},
		{"deleted and instructions", "<w:p><w:r><w:delText>gone</w:delText><w:instrText>PAGE</w:instrText><w:t>kept</w:t></w:r></w:p>", "kept\n"},
	} {
		items, problems := take(t, "a.docx", docxOf(t, c.body))
		if len(items) != 1 || len(problems) > 0 {
			t.Errorf("%s: items %v, problems %v", c.name, items, problems)
			continue
		}
		if d := cmp.Diff(c.want, items[0].Text); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
	for name, data := range map[string][]byte{"broken xml": docxOf(t, "<w:p><w:r>"), "no document": zipped(t, member{"x.xml", "x"}), "bomb": docxOf(t, "<w:p><w:r><w:t>"+strings.Repeat("a", 5<<20)+"</w:t></w:r></w:p>")} {
		if items, problems := take(t, "a.docx", data); len(items) != 0 || len(problems) != 1 || problems[0].Remedy == "" {
			t.Errorf("%s: %d items, problems %v", name, len(items), problems)
		}
	}
	if items, _ := take(t, "renamed.bin", docxOf(t, p("found"))); len(items) != 1 || items[0].Text != "found\n" {
		t.Errorf("a DOCX under another name: %v", items)
	}
}

func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestXLSX(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		f.SetSheetRow("Sheet1", "A3", &[]any{"الاسم", "phone", "n"})
		f.SetSheetRow("Sheet1", "A4", &[]any{"علي حسين", "07701234567", 3})
		f.SetSheetRow("Sheet1", "A6", &[]any{"", "", 7.5})
		f.NewSheet("other")
		f.SetSheetRow("other", "A1", &[]any{"a"})
		f.SetSheetRow("other", "A2", &[]any{"=1+1"})
		f.NewSheet("blank")
	})
	items, problems := take(t, "book.xlsx", data)
	want := map[string]string{"book#Sheet1#3": "الاسم: علي حسين\nphone: 07701234567\nn: 3\n", "book#Sheet1#5": "n: 7.5\n", "book#other#1": "a: =1+1\n"}
	if d := cmp.Diff(want, texts(items)); d != "" || len(problems) > 0 {
		t.Errorf("problems %v, items (-want +got)\n%s", problems, d)
	}
	if _, problems := take(t, "none.xlsx", workbook(t, func(*excelize.File) {})); len(problems) != 1 {
		t.Errorf("empty workbook: problems %v", problems)
	}

	// One broken sheet, and the others are read.
	var broken bytes.Buffer
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(&broken)
	for _, f := range in.File {
		rc, _ := f.Open()
		var b bytes.Buffer
		b.ReadFrom(rc)
		rc.Close()
		if f.Name == "xl/worksheets/sheet1.xml" {
			b.Truncate(b.Len() / 2)
		}
		o, _ := w.Create(f.Name)
		o.Write(b.Bytes())
	}
	w.Close()
	items, _ = take(t, "broken.xlsx", broken.Bytes())
	if got := texts(items)["broken#other#1"]; got != "a: =1+1\n" {
		t.Errorf("the whole sheet of a broken workbook: %q of %v", got, texts(items))
	}
}
