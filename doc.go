// Package sanad holds the nouns of the workbench and the rules that belong to them: what came in (Source, Report, Text),
// what is said (Statement, Claim, Review), what it is about (Entity), what people decide (Judgement) and what is asked of
// them (Question, Conflict).
//
// The package imports nothing of the project but the embedded vocabulary in schema. Values here are plain data: they know
// how to validate themselves, not how to store or show themselves. A few error codes cross every layer; only the HTTP
// package turns them into statuses and only the command turns them into exit codes.
package sanad
