package sanad

// Found is an entity as one report tells it, with the claims about it that nobody rejected.
type Found struct {
	ID     ID
	Report ID
	Schema string
	Claims []Claim
}

// Value returns the first value of a property, "" when there is none.
func (f Found) Value(prop string) string {
	for _, c := range f.Claims {
		if c.Prop == prop {
			return c.Value
		}
	}
	return ""
}

// Claim returns the first claim of a property, nil when there is none.
func (f Found) Claim(prop string) *Claim {
	for i := range f.Claims {
		if f.Claims[i].Prop == prop {
			return &f.Claims[i]
		}
	}
	return nil
}

// Values returns every value of a property, in the order of the claims.
func (f Found) Values(props ...string) []string {
	var out []string
	for _, c := range f.Claims {
		for _, p := range props {
			if c.Prop == p {
				out = append(out, c.Value)
			}
		}
	}
	return out
}

// Polarity is denied when any claim is denied, else uncertain when any is, else affirmed.
func (f Found) Polarity() Polarity {
	p := Affirmed
	for _, c := range f.Claims {
		switch c.Polarity {
		case Denied:
			return Denied
		case Uncertain:
			p = Uncertain
		}
	}
	return p
}
