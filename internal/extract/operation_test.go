package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOperations holds what is read of operations told over several sentences: each its own place and results, deeds meant and
// not done left out, details of a total not added to it.
func TestOperations(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Security forces carried out a raid in Hit on 3 May 2015 and arrested two insurgents. During the raid one fighter was killed.", []string{"date=2015-05-03 place=Hit killed=1 captured=2"}},
		{"Security forces carried out a raid in Hit on 3 May 2015 and arrested two insurgents. Security forces carried out a raid in Rawa on 4 May 2015 and killed three insurgents.",
			[]string{"date=2015-05-03 place=Hit captured=2", "date=2015-05-04 place=Rawa killed=3"}},
		{"Security forces detained four suspected insurgents in a raid in Hit yesterday, including a commander. The commander and three additional insurgents were detained.", []string{"date=2015-02-09 place=Hit captured=4"}},
		{"Security forces detained several insurgents in a raid in Hit yesterday. Three additional insurgents were detained later.", []string{"date=2015-02-09 place=Hit captured=3"}},
		{"Security forces detained two insurgents during an operation to arrest a leader in Hit yesterday.", []string{"date=2015-02-09 place=Hit captured=2"}},
		{"Security forces killed a leader blamed for Sunday's attack in a raid in Hit today.", []string{"date=2015-02-10 place=Hit killed=1"}},
		{"Security forces captured a leader in a raid in Hit overnight.", []string{"date=2015-02-09/2015-02-10 place=Hit captured=1"}},
		{"Security forces carried out a raid in Hit yesterday. An armed man attacked the force, which returned fire, killing him.", []string{"date=2015-02-09 place=Hit killed=1"}},
		{"The Anbar Security Bureau said it had arrested six members of the network in Hit on 4 January 2015.", []string{"date=2015-01-04 place=Hit captured=6"}},
		{"The Anbar Security Bureau said it had arrested Talib Mizher in Hit on 4 January 2015.", nil},
		{"Security forces carried out a raid in Hit yesterday. Several fighters fled to Rawa in June 2014, killing nobody.", []string{"date=2015-02-09 place=Hit"}},
		// sums and earlier months, another's deeds, those named and those only called others
		{"Security forces arrested a leader in a raid in Hit yesterday. Since the first of the year they have detained more than 175 insurgents.", []string{"date=2015-02-09 place=Hit captured=1"}},
		{"Security forces arrested a leader in a raid in Hit yesterday. In the last month they have captured five commanders.", []string{"date=2015-02-09 place=Hit captured=1"}},
		{"Security forces detained two insurgents in a raid in Hit yesterday. In December, insurgents attacked the force. It responded, killing more than 30 insurgents.", []string{"date=2015-02-09 place=Hit captured=2"}},
		{"Security forces killed a leader in a raid in Hit yesterday. The group was responsible for the attack on a hotel which killed 12 people.", []string{"date=2015-02-09 place=Hit killed=1"}},
		{"Security forces killed one insurgent and detained numerous others in a raid in Hit yesterday.", []string{"date=2015-02-09 place=Hit killed=1 captured=4..6..20"}},
		{"Security forces arrested an insurgent in a raid in Hit yesterday. The security force also detained two suspected insurgents.", []string{"date=2015-02-09 place=Hit captured=3"}},
		{"Security forces detained two insurgents, one of whom was the leader, in a raid in Hit yesterday. The leader was detained in his house.", []string{"date=2015-02-09 place=Hit captured=2"}},
		{"Security forces carried out a raid in Hit yesterday and killed Talib Mizher and Nizar Hamdan.", []string{"date=2015-02-09 place=Hit killed=2"}},
		{"نفذت القوات الأمنية عملية في هيت أمس واعتقلت ٣ إرهابيين. ومنذ بداية العام اعتقلت القوات ٤٠ إرهابيا.", []string{"date=2015-02-09 place=هيت captured=3"}},
	} {
		var got []string
		for _, l := range describe(c.in, read(t, c.in, "2015-02-10")) {
			if !strings.HasPrefix(l, "Operation ") {
				continue
			}
			var parts []string
			for _, f := range strings.Fields(l) {
				if k, _, _ := strings.Cut(f, "="); k == "date" || k == "place" || k == "killed" || k == "captured" {
					f, _, _ = strings.Cut(f, "{")
					parts = append(parts, f)
				}
			}
			got = append(got, strings.Join(parts, " "))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s\n%s", c.in, d)
		}
	}
}
