package api

import (
	"context"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
	"github.com/sanad-workbench/sanad/internal/casework"
	"github.com/sanad-workbench/sanad/internal/network"
)

func (s *Server) caseRoutes() {
	get(s, "incidents", "/i/{inv}/incidents", "Incidents, newest first", func(ctx context.Context, i *In) ([]casework.Incident, error) {
		w, id, err := s.read(ctx, *i, "incidents")
		if err != nil {
			return nil, err
		}
		return s.app.Incidents(ctx, w, id)
	})
	get(s, "incident", "/i/{inv}/incidents/{id}", "One incident with its acts and participants", func(ctx context.Context, i *Whole) (app.IncidentView, error) {
		w, id, err := s.read(ctx, i.In, "incident")
		if err != nil {
			return app.IncidentView{}, err
		}
		return s.app.Incident(ctx, w, id, sanad.ID(i.ID), i.Full)
	})
	get(s, "proceedings", "/i/{inv}/proceedings", "Proceedings, newest first", func(ctx context.Context, i *In) ([]casework.Proceeding, error) {
		w, id, err := s.read(ctx, *i, "proceedings")
		if err != nil {
			return nil, err
		}
		return s.app.Proceedings(ctx, w, id)
	})
	get(s, "proceeding", "/i/{inv}/proceedings/{id}", "The proceeding of one person", func(ctx context.Context, i *One) (casework.Proceeding, error) {
		w, id, err := s.read(ctx, i.In, "proceeding")
		if err != nil {
			return casework.Proceeding{}, err
		}
		return s.app.Proceeding(ctx, w, id, sanad.ID(i.ID))
	})
	get(s, "network", "/i/{inv}/network", "Who stands where, and who paid whom", func(ctx context.Context, i *struct {
		In
		Open bool `query:"open" doc:"with the open proposals, which nobody decided"`
	}) (network.Graph, error) {
		w, id, err := s.read(ctx, i.In, "network")
		if err != nil {
			return network.Graph{}, err
		}
		return s.app.Network(ctx, w, id, i.Open)
	})
	get(s, "edge", "/i/{inv}/network/edge", "What one line of the network rests on", func(ctx context.Context, i *struct {
		In
		From string `query:"from" required:"true"`
		To   string `query:"to" required:"true"`
	}) (network.Graph, error) {
		w, id, err := s.read(ctx, i.In, "network")
		if err != nil {
			return network.Graph{}, err
		}
		return s.app.EdgeCites(ctx, w, id, sanad.ID(i.From), sanad.ID(i.To))
	})
	get(s, "payments", "/i/{inv}/payments", "Payments, newest first", func(ctx context.Context, i *In) ([]app.PaymentView, error) {
		w, id, err := s.read(ctx, *i, "payments")
		if err != nil {
			return nil, err
		}
		return s.app.Payments(ctx, w, id)
	})
	get(s, "timeline", "/i/{inv}/timeline", "Everything dated, oldest first", func(ctx context.Context, i *struct {
		In
		Person string `query:"person"`
	}) ([]app.Moment, error) {
		w, id, err := s.read(ctx, i.In, "timeline")
		if err != nil {
			return nil, err
		}
		return s.app.Timeline(ctx, w, id, sanad.ID(i.Person))
	})
	get(s, "provinces", "/i/{inv}/provinces", "The board of provinces", func(ctx context.Context, i *In) ([]casework.ProvinceBoard, error) {
		w, id, err := s.read(ctx, *i, "provinces")
		if err != nil {
			return nil, err
		}
		return s.app.Provinces(ctx, w, id)
	})
}
