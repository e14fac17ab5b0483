package intake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	sanad "github.com/sanad-workbench/sanad"
)

var testLimits = Limits{File: 8 << 20, Member: 4 << 20, Archive: 8 << 20, Members: 1000, Rows: 10_000}

// take reads data as the file called name.
func take(t testing.TB, name string, data []byte) (items []Item, problems []sanad.Problem) {
	t.Helper()
	r := Reader{Limits: testLimits,
		Yield:   func(it Item) error { items = append(items, it); return nil },
		Problem: func(p sanad.Problem) { problems = append(problems, p) }}
	if err := r.Bytes(context.Background(), "in/"+name, data); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return items, problems
}

// texts are the items' names with their texts.
func texts(items []Item) map[string]string {
	out := map[string]string{}
	for _, it := range items {
		out[it.Name] = it.Text
	}
	return out
}

func encoded(t *testing.T, enc interface {
	String(string) (string, error)
}, s string) []byte {
	t.Helper()
	out, err := enc.String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

const arabic = "قال الشاهد إن الرجل قُتل قرب هيت.\nلا يعرف اسمه."

func TestText(t *testing.T) {
	utf16le := uni.UTF16(uni.LittleEndian, uni.UseBOM).NewEncoder()
	utf16be := uni.UTF16(uni.BigEndian, uni.UseBOM).NewEncoder()
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"plain.txt", []byte("Abu Omar was seen.\n"), "Abu Omar was seen.\n"},
		{"utf8.txt", []byte(arabic), arabic},
		{"bom.txt", []byte("\ufeff" + arabic), arabic},
		{"dos.txt", []byte("one\r\ntwo\rthree"), "one\ntwo\nthree"},
		{"le.txt", encoded(t, utf16le, arabic), arabic},
		{"be.txt", encoded(t, utf16be, arabic), arabic},
		{"windows-arabic.txt", encoded(t, charmap.Windows1256.NewEncoder(), arabic), arabic},
		{"windows-west.txt", encoded(t, charmap.Windows1252.NewEncoder(), "a café"), "a café"},
		{"note.md", []byte("# Title\n\n- *one*\n"), "# Title\n\n- *one*\n"},
		{"no-extension", []byte("seen at the bridge"), "seen at the bridge"},
		{"car.txt", []byte("BMW seen at the bridge"), "BMW seen at the bridge"},
		{"tag.txt", []byte("ID3 is his number"), "ID3 is his number"},
		{"nul.txt", []byte("ا\u200fب"), "ا\u200fب"},
	} {
		items, problems := take(t, c.name, c.data)
		if len(problems) > 0 || len(items) != 1 {
			t.Errorf("%s: %d items, problems %v", c.name, len(items), problems)
			continue
		}
		it := items[0]
		if d := cmp.Diff(c.want, it.Text); d != "" || it.Tool != "plain/1" || it.Exhibit {
			t.Errorf("%s: tool %s, exhibit %v, text (-want +got)\n%s", c.name, it.Tool, it.Exhibit, d)
		}
		if string(it.Data) != string(c.data) {
			t.Errorf("%s: the original bytes changed", c.name)
		}
	}
}

// Bad input gives one clear problem each, with a remedy, and no item.
func TestRefused(t *testing.T) {
	ole := append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 600)...)
	for _, c := range []struct {
		name string
		data []byte
		says string
	}{
		{"empty.txt", nil, "empty"},
		{"blank.txt", []byte(" \n\t\n"), "no text"},
		{"cut.txt", []byte(arabic)[:len(arabic)-2], "cut off"},
		{"cut16.txt", []byte{0xff, 0xfe, 'a', 0, 'b'}, "cut off"},
		{"damaged.txt", []byte(strings.Replace(arabic, "اسمه", "اس\xffمه", 1)), "line 2"},
		{"binary.txt", []byte("abc\x00\x01\x02def"), "binary"},
		{"data.bin", []byte{0, 1, 2, 3, 4, 5, 6, 7, 0x80, 0x90}, "cannot be read"},
		{"old.doc", ole, "cannot be read"},
		{"locked.docx", ole, "password"},
		{"locked.xlsx", ole, "password"},
		{"cut.pdf", []byte("%PDF-1.7\n1 0 obj\n<< /Type /Catalog"), "damaged or cut off"},
		{"not.pdf", []byte("hello"), "damaged or cut off"},
		{"cut.docx", []byte("PK\x03\x04\x14\x00"), "damaged or cut off"},
		{"cut.xlsx", []byte("PK\x03\x04\x14\x00"), "damaged"},
		{"cut.zip", []byte("PK\x03\x04\x14\x00"), "damaged or cut off"},
		{"empty.csv", []byte("name,date\n"), "no rows"},
		{"cut.csv", []byte("name\n" + arabic)[:len("name\n"+arabic)-2], "cut off"},
		{"bad.jsonl", []byte("[1,2]\n"), "not a JSON object"},
		{"blank.jsonl", []byte("\n\n"), "no line"},
		{"notext.eml", []byte("Subject: x\r\n\r\n"), "no text"},
		{"empty.html", []byte("<html><body><script>var x</script></body></html>"), "no text"},
	} {
		items, problems := take(t, c.name, c.data)
		if len(items) != 0 || len(problems) == 0 {
			t.Errorf("%s: %d items, problems %v", c.name, len(items), problems)
			continue
		}
		p := problems[0]
		if said := p.Place + " " + p.Message; !strings.Contains(said, c.says) || p.Remedy == "" || p.File != "in/"+c.name {
			t.Errorf("%s: problem %+v; want one that says %q, with a remedy", c.name, p, c.says)
		}
		if strings.Contains(p.Message, "goroutine") || strings.Contains(p.Message, "(open") {
			t.Errorf("%s: problem %q", c.name, p.Message)
		}
	}
}

func TestExhibits(t *testing.T) {
	for name, data := range map[string]string{
		"photo.png": "\x89PNG\r\n\x1a\n\x00\x00", "photo.jpg": "\xff\xd8\xff\xe0\x00\x10JFIF", "call.mp3": "ID3\x03\x00\x00\x00",
		"note.opus": "OggS\x00\x02", "call.amr": "#!AMR\n\x00\x01", "film.mp4": "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "renamed.txt": "\x89PNG\r\n\x1a\n\x00\x00",
	} {
		items, problems := take(t, name, []byte(data))
		if len(items) != 1 || len(problems) > 0 || !items[0].Exhibit || items[0].Text != "" {
			t.Errorf("%s: items %+v, problems %v; want one exhibit", name, items, problems)
		}
	}
}

func TestHTML(t *testing.T) {
	long := strings.Repeat("<p>قال شهود إن مسلحين هاجموا القرية في الصباح وقتلوا أربعة رجال وأحرقوا عدداً من البيوت قبل أن ينسحبوا باتجاه الصحراء.</p>", 8)
	page := `<html><head><title>هجوم</title></head><body><nav><a href=/>Home</a> <a href=/x>Sport</a></nav><article><h1>هجوم على القرية</h1>` + long + `</article><footer>Copyright</footer></body></html>`
	ascii := strings.Repeat("<!-- nothing here -->", 80) // pushes the text behind what a guess looks at
	win, err := charmap.Windows1256.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"a.html": page, "undeclared.html": ascii + page, "windows.html": win, "hostile.html": page + `<script>alert("قال")</script><img src=x onerror=alert(1)>`} {
		items, problems := take(t, name, []byte(data))
		if len(items) != 1 || len(problems) > 0 {
			t.Fatalf("%s: %d items, %v", name, len(items), problems)
		}
		got := items[0].Text
		if !strings.Contains(got, "قال شهود إن مسلحين هاجموا القرية") {
			t.Errorf("%s: main text is missing:\n%.200s", name, got)
		}
		for _, no := range []string{"<", "alert", "onerror", "Sport", "Copyright"} {
			if strings.Contains(got, no) {
				t.Errorf("%s: text holds %q", name, no)
			}
		}
	}
}

func TestVisibleText(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<p>one<p>two`, "one\ntwo"},
		{`a<br/>b<br>c`, "a\nb\nc"},
		{`<b>ab</b>cd`, "abcd"},
		{"a\nb", "a b"},
		{`<head><title>no</title><body><p>yes`, "yes"},
		{`<script>no<\/script></script>yes<style>no</style>`, "yes"},
		{`&lt;script&gt;`, "<script>"},
		{`<table><tr><td>a<td>b<tr><td>c</table>`, "a b\nc"},
	} {
		if got := visibleText([]byte(c.page)); got != c.want {
			t.Errorf("visibleText(%q) = %q, want %q", c.page, got, c.want)
		}
	}
}

// A page nested beyond reason must not take the machine with it.
func TestDeepHTML(t *testing.T) {
	start := time.Now()
	take(t, "deep.html", []byte(strings.Repeat("<div><span>", 60_000)+"text"))
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
}

// What is larger than allowed is refused without being read: the file here is 2 GB of nothing.
func TestLargeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(2 << 30); err != nil {
		t.Skipf("no sparse files here: %v", err)
	}
	f.Close()
	files, problems := Collect([]string{path})
	if len(files) != 1 || len(problems) > 0 {
		t.Fatalf("Collect: %v, %v", files, problems)
	}
	var said []sanad.Problem
	r := Reader{Limits: DefaultLimits, Yield: func(Item) error { t.Error("yielded"); return nil }, Problem: func(p sanad.Problem) { said = append(said, p) }}
	start := time.Now()
	if err := r.Open(context.Background(), files[0]); err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); d > time.Second {
		t.Errorf("took %v: it was read", d)
	}
	if len(said) != 1 || !strings.Contains(said[0].Message, "2.0 GB") || said[0].Remedy == "" {
		t.Errorf("problems %+v", said)
	}

	// A file that grew since it was listed.
	said = nil
	r.Limits.File = 1000
	if err := r.Open(context.Background(), File{Path: path, Size: 10}); err != nil {
		t.Fatal(err)
	}
	if len(said) != 1 || !strings.Contains(said[0].Message, "large") {
		t.Errorf("problems %+v", said)
	}
}

func TestCollect(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/d.txt", "~$lock.docx"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/dev/zero", filepath.Join(dir, "zero.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	files, problems := Collect([]string{dir, filepath.Join(dir, "missing"), filepath.Join(dir, "empty"), filepath.Join(dir, "zero.txt")})
	var got []string
	for _, f := range files {
		name, _ := filepath.Rel(dir, f.Path)
		got = append(got, fmt.Sprintf("%s %d", name, f.Size))
	}
	if d := cmp.Diff([]string{"a.txt 5", "b.txt 5", "sub/c.txt 9"}, got); d != "" {
		t.Errorf("files (-want +got)\n%s", d)
	}
	var said []string
	for _, p := range problems {
		name, _ := filepath.Rel(dir, p.File)
		said = append(said, name+": "+strings.SplitN(p.Message, ":", 2)[0])
	}
	want := []string{"zero.txt: is a link or a device, not a file", "missing: no such file or folder", "empty: the folder holds no files", "zero.txt: is a link or a device, not a file"}
	if d := cmp.Diff(want, said); d != "" {
		t.Errorf("problems (-want +got)\n%s", d)
	}
}

// An error from Yield ends the reading and comes back as it is; so does a panic, which is no fault of the file.
func TestYieldFails(t *testing.T) {
	stop := fmt.Errorf("disk full")
	r := Reader{Limits: testLimits, Yield: func(Item) error { return stop }, Problem: func(p sanad.Problem) { t.Errorf("problem %v", p) }}
	if err := r.Bytes(context.Background(), "a.csv", []byte("a\n1\n2\n")); err != stop {
		t.Errorf("error %v, want %v", err, stop)
	}
	r.Yield = func(Item) error { panic("ours") }
	defer func() {
		if p := recover(); p != "ours" {
			t.Errorf("recovered %v", p)
		}
	}()
	r.Bytes(context.Background(), "a.txt", []byte("x"))
}
