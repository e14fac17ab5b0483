package sanad

import "time"

// Check is a pair whose answer is known, put before a reviewer among his questions to show him how often he errs. It
// decides nothing.
type Check struct {
	Left       ID        `json:"left"`
	Right      ID        `json:"right"`
	Known      Verdict   `json:"known"`
	Given      Verdict   `json:"given"`
	Author     string    `json:"author"`
	RecordedAt time.Time `json:"recorded_at"`
}

// Wrong reports whether the reviewer said the opposite of what is known. Not knowing is no error.
func (c Check) Wrong() bool { return c.Given != Unsure && c.Given != c.Known }
