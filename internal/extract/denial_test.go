package extract

import (
	"testing"

	sanad "github.com/sanad-workbench/sanad"
)

// TestDenialEnds: what comes after a denial is not denied with it, and what is denied stays denied.
func TestDenialEnds(t *testing.T) {
	for _, c := range []struct {
		text, role string
		want       sanad.Polarity
	}{
		{"Laith al-Obaidi, who denied the charge, was tortured in custody.", "victim", sanad.Affirmed},
		{"ليث العبيدي، الذي نفى التهمة، تعرض للتعذيب في التوقيف.", "victim", sanad.Affirmed},
		{"Laith al-Obaidi denied that he was at the gate and was involved in the killing of Omar Sabri.", "perpetrator", sanad.Denied},
		{"Laith al-Obaidi denied killing Omar Sabri.", "perpetrator", sanad.Denied},
		{"Laith al-Obaidi denied taking part in the attack and the killing of Omar Sabri.", "perpetrator", sanad.Denied},
	} {
		found := false
		for _, cl := range read(t, c.text, "2021-06-03").Claims {
			if cl.Schema == sanad.SchemaParticipation && cl.Prop == "role" && cl.Value == c.role {
				found = true
				if cl.Polarity != c.want {
					t.Errorf("%s: %s is %s", c.text, c.role, cl.Polarity)
				}
			}
		}
		if !found {
			t.Errorf("%s: nobody is %s", c.text, c.role)
		}
	}
}
