package sanad

import (
	"errors"
	"fmt"
)

// Code says what kind of mistake an error is. Codes cross every layer: HTTP maps them to a status, the command to an
// exit code.
type Code string

// The codes an Error may carry.
const (
	Invalid      Code = "invalid"      // the input is wrong; the message says where and what to do
	NotFound     Code = "not_found"    // no such thing, or it may not be seen: the two look the same on purpose
	Conflicting  Code = "conflict"     // the input contradicts what is there
	Forbidden    Code = "forbidden"    // the actor may not do this
	Unauthorized Code = "unauthorized" // nobody is signed in
	Busy         Code = "busy"         // another process owns the data directory
	Internal     Code = "internal"     // our mistake
)

// Error is a mistake a user can understand: what is wrong, where, and what to do about it.
type Error struct {
	Code    Code
	Message string // what is wrong, in plain words, with file and line where there is one
	Remedy  string // what to do; may be empty
	Err     error  // the cause, for the log; may be nil
}

func (e *Error) Error() string {
	s := e.Message
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	if e.Remedy != "" {
		s += " (" + e.Remedy + ")"
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error with a code and a message.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// WithRemedy returns the error with advice added.
func (e *Error) WithRemedy(format string, args ...any) *Error {
	c := *e
	c.Remedy = fmt.Sprintf(format, args...)
	return &c
}

// CodeOf returns the code of the first Error in the chain; an error without one is Internal, no error has none.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
