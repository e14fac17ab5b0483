package intake

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

func TestCSV(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       map[string]string
		places     []string // of the problems
	}{
		{"comma", "name,date\nAli,2014\n\"Omar, Abu\",\"2015\n\"\n", map[string]string{"a#1": "name: Ali\ndate: 2014\n", "a#2": "name: Omar, Abu\ndate: 2015\n"}, nil},
		{"semicolon", "الاسم;العمر\nعلي;34\n", map[string]string{"a#1": "الاسم: علي\nالعمر: 34\n"}, nil},
		{"tab", "a\tb\n1\t2,3\n", map[string]string{"a#1": "a: 1\nb: 2,3\n"}, nil},
		{"mark", "\ufeffa,b\r\n1,2\r\n", map[string]string{"a#1": "a: 1\nb: 2\n"}, nil},
		{"short row, no name", "a,,c\n1\n,2,3\n", map[string]string{"a#1": "a: 1\n", "a#2": "column 2: 2\nc: 3\n"}, nil},
		{"long row", "a,b\n1,2,3\n4,5\n", map[string]string{"a#2": "a: 4\nb: 5\n"}, []string{"line 2"}},
		{"open quote", "a,b\n1,2\n3,\"4\n5,6\n7,8\n", map[string]string{"a#1": "a: 1\nb: 2\n", "a#3": "a: 5\nb: 6\n", "a#4": "a: 7\nb: 8\n"}, []string{"line 3"}},
		{"two broken rows", "a,b\n\"1\"x,2\n3,4\nx\"y,5\n6,7\n", map[string]string{"a#2": "a: 3\nb: 4\n", "a#4": "a: 6\nb: 7\n"}, []string{"line 2", "line 4"}},
		{"formula", "a\n=cmd|' /C calc'!A0\n", map[string]string{"a#1": "a: =cmd|' /C calc'!A0\n"}, nil},
	} {
		items, problems := take(t, "a.csv", []byte(c.data))
		if d := cmp.Diff(c.want, texts(items)); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
		var places []string
		for _, p := range problems {
			places = append(places, p.Place)
		}
		if d := cmp.Diff(c.places, places); d != "" {
			t.Errorf("%s: places of problems (-want +got)\n%s", c.name, d)
		}
	}
}

// Every cell of a row is in its original, two columns of one name too.
func TestRowOriginal(t *testing.T) {
	items, _ := take(t, "a.csv", []byte("name,name,name\nx,y,z\n"))
	if len(items) != 1 {
		t.Fatalf("items %v", items)
	}
	var got map[string]string
	if err := json.Unmarshal(items[0].Data, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(map[string]string{"name": "x", "name~2": "y", "name~3": "z"}, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// A table of open quotes is refused after some rows, not read anew for each of them for ever.
func TestManyBrokenRows(t *testing.T) {
	_, problems := take(t, "a.csv", []byte("a,b\n"+strings.Repeat("1,\"2\"x\n", 5000)))
	if len(problems) != badRows+1 {
		t.Errorf("%d problems, want %d", len(problems), badRows+1)
	}
}

func TestTooManyRows(t *testing.T) {
	items, problems := take(t, "a.csv", []byte("a\n"+strings.Repeat("1\n", testLimits.Rows+5)))
	if len(items) != testLimits.Rows || len(problems) != 1 || !strings.Contains(problems[0].Message, "more than") {
		t.Errorf("%d items, problems %v", len(items), problems)
	}
}

func TestJSONLines(t *testing.T) {
	data := `{"text":"قتل رجل","title":"T","date":"2014-10-29T10:00:00Z"}` + "\n\nnot json\n" + `{"name":"Ali","phone":9647701234567,"tags":["a",1],"none":null,"ok":true}` + "\n" +
		`{"title":"only"}` + "\n" + `{"text":"y","date":"yesterday evening"}` + "\n{}\n"
	items, problems := take(t, "a.jsonl", []byte(data))
	want := map[string]string{"a#1": "قتل رجل", "a#4": "name: Ali\nok: true\nphone: 9647701234567\ntags: [\"a\",1]\n", "a#5": "title: only\n", "a#6": "y"}
	if d := cmp.Diff(want, texts(items)); d != "" {
		t.Errorf("items (-want +got)\n%s", d)
	}
	for _, it := range items {
		if w := map[string]string{"a#1": "2014-10-29"}[it.Name]; it.Dated != w {
			t.Errorf("%s is dated %q, want %q", it.Name, it.Dated, w)
		}
	}
	if len(problems) != 2 || problems[0].Place != "line 3" || problems[1].Place != "line 7" {
		t.Errorf("problems %+v", problems)
	}
	win, err := charmap.Windows1256.NewEncoder().String(`{"text":"` + arabic[:40] + `"}`)
	if err != nil {
		t.Fatal(err)
	}
	if items, _ := take(t, "w.jsonl", []byte(win)); len(items) != 1 || items[0].Text != arabic[:40] {
		t.Errorf("Windows-1256 lines: %v", texts(items))
	}
}

func mailOf(headers, body string) []byte {
	return []byte(strings.ReplaceAll("From: a@b.c\n"+headers+"\n"+body, "\n", "\r\n"))
}

func TestMail(t *testing.T) {
	part := func(head, body string) string { return "--B\n" + head + "\n\n" + body + "\n" }
	mixed := "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n"
	inner := "Subject: inner\nContent-Type: text/plain; charset=utf-8\n\nالرسالة الداخلية\n"
	for _, c := range []struct {
		name string
		mail []byte
		want map[string]string
	}{
		{"plain", mailOf("Subject: s\nContent-Type: text/plain; charset=utf-8\n", arabic), map[string]string{"m.eml": arabic}},
		{"windows", mailOf("Content-Type: text/plain; charset=windows-1256\n", "\xc7\xe1\xe3\xcf\xed\xe4\xc9"), map[string]string{"m.eml": "المدينة"}},
		{"page only", mailOf("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n", "<style>no</style><p>قال <b>ال</b>شاهد</p><script>no</script>"), map[string]string{"m.eml": "قال الشاهد"}},
		{"attached", mailOf(mixed, part("Content-Type: text/plain", "body")+part("Content-Type: text/csv\nContent-Disposition: attachment; filename=\"../../x.csv\"", "a,b\n1,2")+"--B--\n"),
			map[string]string{"m.eml": "body", "x#1": "a: 1\nb: 2\n"}},
		{"inline file", mailOf(mixed, part("Content-Type: text/plain", "body")+part("Content-Type: application/octet-stream\nContent-Disposition: inline; filename=n.txt", "inline note")+"--B--\n"),
			map[string]string{"m.eml": "body", "n.txt": "inline note"}},
		{"mail in mail", mailOf(mixed, part("Content-Type: text/plain", "body")+part("Content-Type: message/rfc822\nContent-Disposition: attachment; filename=in.eml", inner)+"--B--\n"),
			map[string]string{"m.eml": "body", "in.eml": "الرسالة الداخلية"}},
	} {
		items, problems := take(t, "m.eml", c.mail)
		got := texts(items)
		for k, v := range got {
			if strings.HasSuffix(k, ".eml") {
				got[k] = strings.TrimSpace(v)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" || len(problems) > 0 {
			t.Errorf("%s: problems %v, items (-want +got)\n%s", c.name, problems, d)
		}
	}
}

// The day of a mail is the sender's, not that of Greenwich.
func TestMailDate(t *testing.T) {
	items, _ := take(t, "m.eml", mailOf("Subject: =?utf-8?B?2KrZgtix2YrYsQ==?=\nDate: Thu, 30 Oct 2014 00:30:00 +0300\n", "x"))
	if len(items) != 1 || items[0].Dated != "2014-10-30" || items[0].Title != "تقرير" {
		t.Errorf("items %+v", items)
	}
}

func TestMailNestedTooDeeply(t *testing.T) {
	mail := string(mailOf("", "core"))
	for i := range 8 {
		mail = string(mailOf("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B"+fmt.Sprint(i)+"\n",
			fmt.Sprintf("--B%d\nContent-Type: text/plain\n\nlevel %d\n--B%d\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=in.eml\n\n%s\n--B%d--\n", i, i, i, mail, i)))
	}
	items, problems := take(t, "m.eml", []byte(mail))
	if len(items) > maxDepth+1 || len(problems) == 0 {
		t.Errorf("%d items, problems %v", len(items), problems)
	}
}
