package sim

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// Date is a day, or a run of days from From to To; both in UTC.
type Date struct{ From, To time.Time }

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func randomDay(r *rand.Rand, from, to time.Time) time.Time {
	return from.AddDate(0, 0, r.IntN(int(to.Sub(from).Hours()/24)+1))
}

func iso(t time.Time) string { return t.Format("2006-01-02") }

// EDTF writes the date as a day or an interval.
func (d Date) EDTF() string {
	if d.From.Equal(d.To) {
		return iso(d.From)
	}
	return iso(d.From) + "/" + iso(d.To)
}

// Precision is "day" or "range", as the gold format says it.
func (d Date) Precision() string {
	if d.From.Equal(d.To) {
		return "day"
	}
	return "range"
}

var levantine = [...]string{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"}
var gregorianArabic = [...]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}
var hijriMonths = [...]string{"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة"}

var easternDigits = strings.NewReplacer("0", "٠", "1", "١", "2", "٢", "3", "٣", "4", "٤", "5", "٥", "6", "٦", "7", "٧", "8", "٨", "9", "٩")

// hijri is the date of the tabular Islamic calendar (civil epoch, leap years 2 5 7 10 13 16 18 21 24 26 29 of thirty). The calendar by
// sighting may differ by a day.
func hijri(t time.Time) (year, month, dayOfMonth int) {
	const epoch = 1948440 // Julian day number of 1 Muharram 1
	jd := int(t.Unix()/86400) + 2440588
	n := jd - epoch
	year = (30*n + 10646) / 10631
	first := func(y, m int) int { return epoch + (y-1)*354 + (3+11*y)/30 + (59*(m-1)+1)/2 }
	month = 1
	for month < 12 && jd >= first(year, month+1) {
		month++
	}
	return year, month, jd - first(year, month) + 1
}

// vague says which third of the month a day lies in.
func vague(d int) int { return min((d-1)/10, 2) }

// dateEnglish words a date with its preposition. exact asks for the day.
func dateEnglish(r *rand.Rand, d Date, exact bool) string {
	t := d.From
	if !d.From.Equal(d.To) {
		if d.From.Month() == d.To.Month() {
			return fmt.Sprintf([]string{"between %d and %d %s %d", "from %d to %d %s %d"}[r.IntN(2)], t.Day(), d.To.Day(), t.Month(), t.Year())
		}
		return fmt.Sprintf([]string{"between %d %s and %d %s %d", "from %d %s to %d %s %d"}[r.IntN(2)], t.Day(), t.Month(), d.To.Day(), d.To.Month(), d.To.Year())
	}
	n := r.IntN(10)
	if exact && n > 7 {
		n -= 4
	}
	switch n {
	case 0, 1, 2, 3:
		return t.Format("on 2 January 2006")
	case 4:
		return t.Format("on January 2, 2006")
	case 5:
		return t.Format("on 2006-01-02")
	case 6:
		return t.Format("on 02/01/2006")
	case 7:
		return t.Format("on 2 Jan 2006")
	case 8:
		return [...]string{"in early ", "in mid-", "in late "}[vague(t.Day())] + t.Format("January 2006")
	}
	return t.Format("in January 2006")
}

// dateArabic words a date with its preposition in Arabic.
func dateArabic(r *rand.Rand, d Date, exact bool) string {
	months := &levantine
	if r.IntN(4) == 0 {
		months = &gregorianArabic
	}
	digits := func(s string) string { return s }
	if r.IntN(2) == 0 {
		digits = func(s string) string { return easternDigits.Replace(s) }
	}
	t := d.From
	if !d.From.Equal(d.To) {
		if t.Month() == d.To.Month() {
			return digits(fmt.Sprintf("بين %d و%d %s %d", t.Day(), d.To.Day(), months[t.Month()-1], t.Year()))
		}
		return digits(fmt.Sprintf("بين %d %s و%d %s %d", t.Day(), months[t.Month()-1], d.To.Day(), months[d.To.Month()-1], d.To.Year()))
	}
	n := r.IntN(11)
	if exact && n > 7 {
		n -= 4
	}
	switch n {
	case 0, 1, 2, 3:
		return digits(fmt.Sprintf("في %d %s %d", t.Day(), months[t.Month()-1], t.Year()))
	case 4:
		return digits(fmt.Sprintf("يوم %d %s %d", t.Day(), months[t.Month()-1], t.Year()))
	case 5:
		return digits(t.Format("بتاريخ 2006-01-02"))
	case 6:
		return digits(t.Format("بتاريخ 2/1/2006"))
	case 7:
		return digits(fmt.Sprintf("بتاريخ %d/%s/%d", t.Day(), months[t.Month()-1], t.Year()))
	case 8:
		return digits([...]string{"أوائل ", "منتصف ", "أواخر "}[vague(t.Day())] + months[t.Month()-1] + " " + strconv.Itoa(t.Year()))
	case 9:
		// A day at the edge of a hijri month may fall into the next by sighting; the month is then left out.
		if y, m, hd := hijri(t); hd > 3 && hd < 27 {
			return digits(fmt.Sprintf("في شهر %s %d هـ", hijriMonths[m-1], y))
		}
	}
	return digits(fmt.Sprintf("في %s %d", months[t.Month()-1], t.Year()))
}
