package sim

import "unicode"

// introductions are the forms in which writers of a genre first give a name; a form twice is twice as likely.
var introductions = map[genre][]nameForm{
	genreStatement: {formTwo, formTwo, formNisba, formNisba, formFather, formFather, formThree, formFull},
	genreMemo:      {formFather, formThree, formFull, formTwo, formNisba},
	genreAgency:    {formFull, formFull, formFather, formFather, formThree, formNisba},
	genreNews:      {formFather, formFather, formNisba, formNisba, formFull, formTwo},
	genreCourt:     {formFull, formFull, formChain},
	genreList:      {formFull, formFull, formChain, formThree},
	genreTransfer:  {formFather, formThree, formFull, formFather},
	genreLetter:    {formKunyaNisba, formFather, formTwo, formNisba},
	genreNote:      {formFather, formFull, formThree, formTwo},
}

// person names somebody: in full at first, shortly afterwards.
func (t *teller) person(p *Person) {
	a := t.known[p]
	if a == nil {
		t.introduce(p)
		return
	}
	t.name(p, t.short(p, a))
}

// full names somebody with as much of the chain as the genre ever gives.
func (t *teller) full(p *Person) {
	if t.known[p] == nil {
		t.known[p] = &acquaintance{form: formFull}
	}
	t.name(p, formFull)
}

func (t *teller) introduce(p *Person) {
	forms := introductions[t.genre]
	form := forms[t.r.IntN(len(forms))]
	a := &acquaintance{}
	secret := t.genre == genreStatement || t.genre == genreAgency || t.genre == genreLetter
	if secret && p.group == groupMember && p.Kunya >= 0 && t.chance(.09) {
		a.onlyKunya = true
		form = []nameForm{formKunya, formKunyaNisba, formKunyaNisba}[t.r.IntN(3)]
	}
	if form == formKunyaNisba && p.Kunya < 0 {
		form = formFather
	}
	// A short form that somebody else in this report also answers to would name nobody.
	if !a.onlyKunya && t.clash(p, form) {
		form = formFull
	}
	a.form = form
	t.known[p] = a
	t.name(p, form)
	share := .08
	if p.group == groupMember {
		share = .32
	}
	if a.onlyKunya || form == formKunyaNisba || p.Kunya < 0 || t.tabular() || !t.chance(share) {
		return
	}
	a.kunya = true
	if t.arabic {
		switch t.r.IntN(4) {
		case 0:
			t.emit(" (")
			t.name(p, formKunya)
			t.emit(")")
		case 1:
			t.emit(" المكنى ")
			t.name(p, formKunya)
		case 2:
			t.emit(" الملقب بـ")
			t.name(p, formKunya)
		default:
			t.emit(" المعروف باسم ")
			t.name(p, formKunya)
		}
		return
	}
	if n := t.r.IntN(5); n == 0 {
		t.emit(" (")
		t.name(p, formKunya)
		t.emit(")")
	} else {
		t.emit([...]string{"", ", known as ", ", also called ", ", alias ", ", who goes by "}[n])
		t.name(p, formKunya)
		t.comma = true
	}
}

// clash says whether another person already named in this report would answer to p's name in this form.
func (t *teller) clash(p *Person, f nameForm) bool {
	for q := range t.known { // any match decides: the order does not matter
		if q == p {
			continue
		}
		switch f {
		case formOwn:
			if q.Own == p.Own {
				return true
			}
		case formNisbaOnly:
			if q.nisbaEn == p.nisbaEn {
				return true
			}
		case formKunya, formKunyaNisba:
			if q.Kunya == p.Kunya {
				return true
			}
		default:
			if q.Own == p.Own && (q.Father == p.Father || q.nisbaEn == p.nisbaEn) {
				return true
			}
		}
	}
	return false
}

// short is the form for somebody already introduced.
func (t *teller) short(p *Person, a *acquaintance) nameForm {
	if a.onlyKunya {
		return formKunya
	}
	var forms []nameForm
	switch a.form {
	case formChain, formFull, formFather, formNisba:
		forms = []nameForm{formNisba, formNisbaOnly, formOwn}
	case formKunyaNisba:
		forms = []nameForm{formKunya, formKunya, formKunyaNisba}
	default:
		forms = []nameForm{formOwn, formTwo}
	}
	if a.kunya {
		forms = append(forms, formKunya, formKunya)
	}
	f := forms[t.r.IntN(len(forms))]
	// After an attached preposition an article would change its spelling.
	if f == formNisbaOnly && t.arabic && t.attached() {
		f = formOwn
	}
	if t.clash(p, f) {
		if t.clash(p, a.form) {
			return formFull
		}
		return a.form
	}
	return f
}

// attached says whether the text so far ends in an Arabic letter that the next word joins.
func (t *teller) attached() bool {
	n := len(t.cur.text)
	return n > 0 && unicode.Is(unicode.Arabic, t.cur.text[n-1]) && t.cur.text[n-1] != '،'
}

// name writes a name in one form and marks it.
func (t *teller) name(p *Person, f nameForm) {
	if (f == formKunya || f == formKunyaNisba) && p.Kunya < 0 {
		f = formFather
	}
	s := t.spell(p, f)
	if q := t.used[s]; q != nil && q != p { // two persons, one spelling: give more of the chain
		f = formChain
		s = t.spell(p, f)
	}
	t.used[s] = p
	if f.kind() == "name" && f != formOwn && !t.arabic && t.chance(t.habit.typo) {
		s = slip(t.r, s)
	}
	t.flush(s)
	start := len(t.cur.text)
	t.emit(s)
	t.mark(span{kind: spanPerson, start: start, end: len(t.cur.text), id: p.index, name: f})
	t.emitted[p] = true
}

func (t *teller) spell(p *Person, f nameForm) string {
	if t.arabic {
		var last rune
		if n := len(t.cur.text); n > 0 {
			last = t.cur.text[n-1]
		}
		return t.habit.arabic(p, f, last == 'ل' || last == 'ب')
	}
	return t.habit.latin(p, f)
}
