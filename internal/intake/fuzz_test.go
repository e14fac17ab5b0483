package intake

import (
	"context"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	sanad "github.com/sanad-workbench/sanad"
)

// FuzzReader reads anything as any format: no panic, no text that is not Unicode, nothing larger than allowed, and
// always either an item or a problem.
func FuzzReader(f *testing.F) {
	names := []string{"a.txt", "a.html", "a.pdf", "a.docx", "a.eml", "a.csv", "a.xlsx", "a.jsonl", "a.zip", "a"}
	browser, err := os.ReadFile("testdata/arabic-web-browser.pdf")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{
		[]byte(arabic), []byte("<p>one<script>two"), browser, onePage("BT /F2 10 Tf 1 2 Td " + codes(arabic) + " Tj ET /X Do"),
		docxOf(f, "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
		mailOf("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n", "--B\n\nx\n--B\nContent-Disposition: attachment; filename=a.csv\n\na,b\n1,2\n--B--"),
		[]byte("a,b\n\"1,2\n3,4\n"), []byte(`{"text":"x","n":1}`), zipped(f, member{"a.txt", "x"}, member{"b.csv", "a\n1"}),
		workbook(f, func(b *excelize.File) {
			b.SetSheetRow("Sheet1", "A1", &[]any{"a"})
			b.SetSheetRow("Sheet1", "A2", &[]any{1})
		}),
	} {
		for i := range names {
			f.Add(uint8(i), seed)
		}
	}
	limits := Limits{File: 1 << 20, Member: 1 << 20, Archive: 2 << 20, Members: 50, Rows: 200}
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		total, told := 0, 0
		r := Reader{Limits: limits,
			Yield: func(it Item) error {
				told++
				total += len(it.Data)
				if !utf8.ValidString(it.Text) || !utf8.ValidString(it.Name) || !utf8.ValidString(it.Title) {
					t.Errorf("%q: text, name or title is not Unicode", it.Name)
				}
				return nil
			},
			Problem: func(p sanad.Problem) {
				told++
				if p.Message == "" || p.File == "" {
					t.Errorf("problem %+v", p)
				}
			}}
		if err := r.Bytes(context.Background(), names[int(n)%len(names)], data); err != nil {
			t.Fatal(err)
		}
		if told == 0 && len(data) > 0 {
			t.Error("neither an item nor a problem")
		}
		if limit := int(limits.Archive) + 10*len(data) + 4096; total > limit {
			t.Errorf("%d bytes came out of %d", total, len(data))
		}
	})
}
