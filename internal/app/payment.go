package app

import (
	"context"
	"sort"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// PaymentView is a payment as one or more reports tell it: those that give the same payer, beneficiary, amount and date.
type PaymentView struct {
	ID          sanad.ID   `json:"id"`
	Payer       *sanad.Ref `json:"payer,omitempty"`
	Beneficiary *sanad.Ref `json:"beneficiary,omitempty"`
	Via         string     `json:"via,omitempty"`
	Amount      string     `json:"amount"`
	Currency    string     `json:"currency"`
	Date        string     `json:"date,omitempty"`
	sanad.Support
}

// Payments lists every payment, newest first.
func (a *App) Payments(ctx context.Context, who store.Who, inv sanad.ID) ([]PaymentView, error) {
	out := []PaymentView{}
	err := a.see(ctx, who, inv, func(p *picture) error {
		list, err := p.things(sanad.SchemaPayment)
		if err != nil {
			return err
		}
		out = p.payments(list)
		p.v.Note("payments")
		return p.show(supports(out, func(x *PaymentView) *sanad.Support { return &x.Support }), false)
	})
	return out, err
}

func (p *picture) payments(list []sanad.Found) []PaymentView {
	l := lens{p}
	type key struct {
		payer, beneficiary     sanad.ID
		amount, currency, date string
	}
	at := map[key]int{}
	var groups [][]sanad.Found
	for _, f := range list {
		k := key{amount: f.Value("amount"), currency: f.Value("currency"), date: f.Value("date")}
		if v := f.Value("payer"); v != "" {
			k.payer = p.canonical(sanad.ID(v))
		}
		if v := f.Value("beneficiary"); v != "" {
			k.beneficiary = p.canonical(sanad.ID(v))
		}
		i, ok := at[k]
		if !ok || k.payer == "" || k.beneficiary == "" || k.amount == "" { // what leaves something open is not said to be the same
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	out := []PaymentView{}
	for _, g := range groups {
		f := g[0]
		x := PaymentView{ID: f.ID, Amount: f.Value("amount"), Currency: f.Value("currency"), Date: f.Value("date"), Support: l.support(g, "amount")}
		ref := func(prop string) *sanad.Ref {
			if v := f.Value(prop); v != "" {
				r := l.Ref(sanad.ID(v))
				return &r
			}
			return nil
		}
		x.Payer, x.Beneficiary = ref("payer"), ref("beneficiary")
		if v := f.Value("via"); v != "" {
			if x.Via = v; ref("via") != nil && ref("via").Name != "" {
				x.Via = ref("via").Name
			}
		}
		out = append(out, x)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Date != out[j].Date {
			return out[i].Date > out[j].Date
		}
		return out[i].ID < out[j].ID
	})
	return out
}
