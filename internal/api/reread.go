package api

import (
	"context"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
)

func (s *Server) rereadRoutes() {
	get(s, "reread-plan", "/i/{inv}/reread", "What reading everything again would change, as far as it is known", func(ctx context.Context, i *struct {
		In
		Open   bool `query:"open" doc:"only reports in which something waits for a person"`
		Offset int  `query:"offset" minimum:"0"`
		Limit  int  `query:"limit" minimum:"0" maximum:"500" default:"50"`
	}) (app.RereadPlan, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return app.RereadPlan{}, err
		}
		return s.app.RereadPlan(ctx, s.actor, inv, i.Open, i.Offset, i.Limit)
	})
	post(s, "start-reread-plan", "/i/{inv}/reread/plan", "Find out what reading everything again would change", func(ctx context.Context, i *In) (app.RereadPlan, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return app.RereadPlan{}, err
		}
		return s.app.StartReread(ctx, s.actor, inv)
	})
	post(s, "cancel-reread-plan", "/i/{inv}/reread/cancel", "Stop finding out", func(ctx context.Context, i *In) (struct{}, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err == nil {
			s.app.CancelRereadPlan(s.actor, inv)
		}
		return struct{}{}, err
	})
	get(s, "reread-history", "/i/{inv}/reread/history", "What was taken and decided, newest first", func(ctx context.Context, i *In) (app.RereadHistory, error) {
		w, id, err := s.read(ctx, *i, "history of reading again")
		if err != nil {
			return app.RereadHistory{}, err
		}
		return s.app.RereadHistory(ctx, w, id)
	})
	get(s, "reread-report", "/i/{inv}/reread/reports/{id}", "What reading one report again would change", func(ctx context.Context, i *One) (app.RereadReport, error) {
		w, id, err := s.read(ctx, In{Inv: i.Inv}, "plan reading again") // what would change now, whatever the day of the view
		if err != nil {
			return app.RereadReport{}, err
		}
		return s.app.RereadReport(ctx, w, id, i.ID)
	})
	post(s, "take-reread", "/i/{inv}/reread/take", "Take the present extractor's reading", func(ctx context.Context, i *struct {
		In
		Body struct {
			Reports []string `json:"reports,omitempty" doc:"only these, by id or reference; all when left out"`
		}
	}) (sanad.Run, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Run{}, err
		}
		return s.app.TakeReread(ctx, s.actor, inv, i.Body.Reports)
	})
	post(s, "undo-reread", "/i/{inv}/reread/runs/{id}/undo", "Take back what was taken", func(ctx context.Context, i *One) (struct {
		Changes int `json:"changes" doc:"how many changes were taken back"`
	}, error) {
		var out struct {
			Changes int `json:"changes" doc:"how many changes were taken back"`
		}
		inv, err := s.inv(ctx, i.Inv)
		if err == nil {
			out.Changes, err = s.app.UndoReread(ctx, s.actor, inv, sanad.ID(i.ID), nil)
		}
		return out, err
	})
	post(s, "decide-reread", "/i/{inv}/reread/reports/{id}/conflicts/{conflict}", "Decide which reading of contested things stands", func(ctx context.Context, i *struct {
		One
		Conflict string `path:"conflict"`
		Body     struct {
			Side   string `json:"side" enum:"new,old"`
			Reason string `json:"reason" minLength:"1"`
		}
	}) (sanad.Choice, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Choice{}, err
		}
		return s.app.DecideReread(ctx, s.actor, inv, app.Contested{Report: i.ID, Conflict: sanad.ID(i.Conflict)}, sanad.Side(i.Body.Side), i.Body.Reason)
	})
	post(s, "withdraw-reread", "/i/{inv}/reread/reports/{id}/choices/{choice}/withdraw", "Take a decision back, with what was taken on its strength", func(ctx context.Context, i *struct {
		One
		Choice string `path:"choice"`
	}) (struct{}, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.app.WithdrawReread(ctx, s.actor, inv, i.ID, sanad.ID(i.Choice))
	})
}
