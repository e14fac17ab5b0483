// Package sim invents a world whose truth is known, has it told in thousands of reports, and scores what a program made of them.
//
// Persons, tribes, agencies, companies, courts and incidents are invented; places are real. The package shares no table and no
// template with the code that reads names and texts: otherwise its scores would prove nothing. See DESIGN.md.
package sim

import (
	"fmt"
	"math/rand/v2"
)

// Options say which world to invent. The same options give the same files, byte for byte.
type Options struct {
	Seed    uint64
	Members int // of the covert network; 0 means 200
	Reports int // 0 means 5000
}

// World is an invented world and the plan of what is told of it. It is not changed by writing it.
type World struct {
	opts       Options
	persons    []*Person
	incidents  []*Incident
	payments   []*Payment
	outcomes   []*Outcome
	operations []*Operation

	residents, officers, agency, outlet, court, house, papers, lists []*voice

	plans []plan
}

// The streams of random numbers: one for each part, so that a change in one leaves the others as they were.
const (
	streamPeople = iota + 1
	streamIncidents
	streamMoney
	streamCourts
	streamOperations
	streamVoices
	streamPlan
	streamReviewer
	streamFacts = 1 << 32 // plus the number of the report
	streamWords = 2 << 32
	streamCopy  = 3 << 32
)

// Generate invents a world. It refuses fewer than 10 members or 10 reports, which cannot hold the story.
func Generate(o Options) (*World, error) {
	if o.Members == 0 {
		o.Members = 200
	}
	if o.Reports == 0 {
		o.Reports = 5000
	}
	if o.Members < 10 || o.Reports < 10 {
		return nil, fmt.Errorf("invent a world of %d members and %d reports: each must be at least 10", o.Members, o.Reports)
	}
	if o.Members > 20000 || o.Reports > 2000000 {
		return nil, fmt.Errorf("invent a world of %d members and %d reports: at most 20000 members and 2000000 reports", o.Members, o.Reports)
	}
	w := &World{opts: o}
	w.people(w.stream(streamPeople))
	w.happen(w.stream(streamIncidents))
	w.pay(w.stream(streamMoney))
	w.proceed(w.stream(streamCourts))
	w.operate(w.stream(streamOperations))
	w.voices(w.stream(streamVoices))
	w.plan(w.stream(streamPlan))
	return w, nil
}

func (w *World) stream(n uint64) *rand.Rand { return rand.New(rand.NewPCG(w.opts.Seed, n)) }
