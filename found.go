package sanad

// Found is an entity as one report tells it, with the claims about it that nobody rejected.
type Found struct {
	ID     ID
	Report ID
	Schema string
	Claims []Claim
	// Inferred says that no rule read what the record says and nobody accepted it (InferredBy).
	Inferred bool
}

// InferredBy reports whether all that a record says is inferred, by what inferred says of its claims. Whom it is about, when and where
// counts only where it says nothing else: whoever accepts that this man is meant has not accepted that he is a suspect.
func (f Found) InferredBy(inferred func(Claim) bool) bool {
	says, read := false, false // read: something beside what it says
	for _, c := range f.Claims {
		beside := IsEntityProp(c.Schema, c.Prop) || c.Prop == "date" || c.Prop == "place"
		switch only := inferred(c); {
		case beside:
			read = read || !only
		case !only:
			return false
		default:
			says = true
		}
	}
	return len(f.Claims) > 0 && (says || !read)
}

// Value returns the value of Claim, "" when there is none.
func (f Found) Value(prop string) string {
	if c := f.Claim(prop); c != nil {
		return c.Value
	}
	return ""
}

// Claim returns the claim that speaks for a property: the first affirmed one, else the first left open, else the first
// denied, nil when there is none. "Not twelve but eight died" is a report of eight.
func (f Found) Claim(prop string) *Claim {
	var best *Claim
	for i := range f.Claims {
		c := &f.Claims[i]
		if c.Prop != prop {
			continue
		}
		if c.Polarity != Denied && c.Polarity != Uncertain {
			return c
		}
		if best == nil || best.Polarity == Denied && c.Polarity == Uncertain {
			best = c
		}
	}
	return best
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
