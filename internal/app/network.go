package app

import (
	"context"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/network"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Network returns the picture by rank and group. With open it also holds the best open proposals between its persons,
// which nobody decided.
func (a *App) Network(ctx context.Context, who store.Who, inv sanad.ID, open bool) (network.Graph, error) {
	var out network.Graph
	err := a.see(ctx, who, inv, func(p *picture) error {
		members, err := p.things(sanad.SchemaMembership)
		if err != nil {
			return err
		}
		payments, err := p.things(sanad.SchemaPayment)
		if err != nil {
			return err
		}
		out = network.Build(lens{p}, members, payments, false)
		p.v.Note("network")
		if !open {
			return nil
		}
		in := map[sanad.ID]bool{}
		for _, n := range out.Nodes {
			in[n.ID] = true
		}
		qs, err := a.openQuestions(p)
		if err != nil {
			return err
		}
		const most = 200
		for _, q := range qs.list {
			l, r := p.canonical(q.Left), p.canonical(q.Right)
			if in[l] && in[r] && l != r && len(out.Edges) < most+len(members) {
				out.Edges = append(out.Edges, network.Edge{From: l, To: r, Kind: "open"})
			}
		}
		return nil
	})
	return out, err
}

// EdgeCites returns what one line of the network rests on.
func (a *App) EdgeCites(ctx context.Context, who store.Who, inv, from, to sanad.ID) (network.Graph, error) {
	var out network.Graph
	err := a.see(ctx, who, inv, func(p *picture) error {
		l := lens{p}
		var pick [2][]sanad.Found
		for i, s := range []string{sanad.SchemaMembership, sanad.SchemaPayment} {
			list, err := p.things(s)
			if err != nil {
				return err
			}
			props := [][2]string{{"member", "organization"}, {"payer", "beneficiary"}}[i]
			for _, f := range list {
				if l.Ref(sanad.ID(f.Value(props[0]))).ID == from && l.Ref(sanad.ID(f.Value(props[1]))).ID == to {
					pick[i] = append(pick[i], f)
				}
			}
		}
		p.v.Note(from, to)
		out = network.Build(l, pick[0], pick[1], true)
		var cites []*sanad.Cite
		for _, e := range out.Edges {
			cites = append(cites, e.Cites...)
		}
		return p.quote(cites)
	})
	return out, err
}
