package api

import (
	"context"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
)

func (s *Server) personRoutes() {
	get(s, "persons", "/i/{inv}/persons", "Persons, the most reported first", func(ctx context.Context, i *Page) (app.PersonList, error) {
		w, id, err := s.read(ctx, i.In, "persons")
		if err != nil {
			return app.PersonList{}, err
		}
		return s.app.Persons(ctx, w, id, i.Query, i.Offset, i.Limit)
	})
	get(s, "person", "/i/{inv}/persons/{id}", "Everything the reports say of one person", func(ctx context.Context, i *Whole) (app.Dossier, error) {
		w, id, err := s.read(ctx, i.In, "person")
		if err != nil {
			return app.Dossier{}, err
		}
		return s.app.Person(ctx, w, id, sanad.ID(i.ID), i.Full)
	})
	get(s, "questions", "/i/{inv}/questions", "The questions to ask next", func(ctx context.Context, i *Page) (app.QuestionList, error) {
		w, id, err := s.read(ctx, i.In, "questions")
		if err != nil {
			return app.QuestionList{}, err
		}
		return s.app.Questions(ctx, w, id, i.Offset, i.Limit)
	})
	get(s, "pair", "/i/{inv}/pair", "Two persons side by side", func(ctx context.Context, i *struct {
		In
		Left  string `query:"left" required:"true"`
		Right string `query:"right" required:"true"`
		Alone bool   `query:"alone" doc:"each side as its one report tells it, without anything decided"`
		Again string `query:"again" doc:"as they would be without this judgement, which joined them"`
		Full  bool   `query:"full" doc:"every passage; without it each line keeps the first few and counts the rest"`
	}) (app.Pair, error) {
		w, id, err := s.read(ctx, i.In, "compare")
		if err != nil {
			return app.Pair{}, err
		}
		return s.app.Pair(ctx, w, id, sanad.ID(i.Left), sanad.ID(i.Right), app.PairView{Alone: i.Alone, Again: sanad.ID(i.Again), Full: i.Full})
	})
	post(s, "judge", "/i/{inv}/judgements", "Answer a question", func(ctx context.Context, i *struct {
		In
		Body struct {
			Left    string   `json:"left"`
			Right   string   `json:"right"`
			Verdict string   `json:"verdict" enum:"same,different,unsure"`
			Reason  string   `json:"reason,omitempty"`
			Among   []string `json:"among,omitempty" doc:"with unsure: the left one is the right one or one of these"`
			Again   string   `json:"again,omitempty" doc:"the judgement that joined the two, when this is a second look at it"`
		}
	}) (app.Judged, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return app.Judged{}, err
		}
		v := app.Verdict{Left: sanad.ID(i.Body.Left), Right: sanad.ID(i.Body.Right), Verdict: sanad.Verdict(i.Body.Verdict), Reason: i.Body.Reason, Again: sanad.ID(i.Body.Again)}
		for _, id := range i.Body.Among {
			v.Among = append(v.Among, sanad.ID(id))
		}
		return s.app.Judge(ctx, s.actor, inv, v)
	})
	get(s, "next-check", "/i/{inv}/check", "A pair with a known answer to put among the questions", func(ctx context.Context, i *In) (app.NextCheck, error) {
		w, id, err := s.read(ctx, *i, "check")
		if err != nil {
			return app.NextCheck{}, err
		}
		return s.app.Check(ctx, w, id)
	})
	post(s, "answer-check", "/i/{inv}/checks", "Answer a pair with a known answer", func(ctx context.Context, i *struct {
		In
		Body struct {
			Left    string `json:"left"`
			Right   string `json:"right"`
			Verdict string `json:"verdict" enum:"same,different,unsure"`
		}
	}) (app.CheckAnswer, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return app.CheckAnswer{}, err
		}
		return s.app.AnswerCheck(ctx, s.actor, inv, sanad.ID(i.Body.Left), sanad.ID(i.Body.Right), sanad.Verdict(i.Body.Verdict))
	})
	get(s, "judgements", "/i/{inv}/judgements", "Judgements, newest first", func(ctx context.Context, i *struct {
		Page
		Pending bool `query:"pending" doc:"only proposals that wait for a second person"`
	}) (app.JudgementList, error) {
		w, id, err := s.read(ctx, i.In, "judgements")
		if err != nil {
			return app.JudgementList{}, err
		}
		return s.app.Judgements(ctx, w, id, i.Pending, i.Offset, i.Limit)
	})
	get(s, "doubts", "/i/{inv}/doubts", "Judgements that deserve a second look, the most surprising first", func(ctx context.Context, i *struct {
		Page
		Handy bool `query:"handy" doc:"only if it can be said at once; else the answer is unknown"`
	}) (app.DoubtList, error) {
		w, id, err := s.read(ctx, i.In, "doubts")
		if err != nil {
			return app.DoubtList{}, err
		}
		return s.app.Doubts(ctx, w, id, i.Offset, i.Limit, i.Handy)
	})
	post(s, "undo", "/i/{inv}/judgements/{id}/undo", "Withdraw a judgement", func(ctx context.Context, i *One) (sanad.Judgement, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return sanad.Judgement{}, err
		}
		return s.app.Undo(ctx, s.actor, inv, sanad.ID(i.ID))
	})
	post(s, "confirm", "/i/{inv}/judgements/{id}/confirm", "Confirm a match that rests on names alone", func(ctx context.Context, i *One) (struct{}, error) {
		inv, err := s.inv(ctx, i.Inv)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.app.Confirm(ctx, s.actor, inv, sanad.ID(i.ID))
	})
	get(s, "conflicts", "/i/{inv}/conflicts", "Open conflicts", func(ctx context.Context, i *In) ([]app.ConflictView, error) {
		w, id, err := s.read(ctx, *i, "conflicts")
		if err != nil {
			return nil, err
		}
		return s.app.Conflicts(ctx, w, id)
	})
}
