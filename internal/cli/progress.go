package cli

import (
	"fmt"
	"time"
)

// progress draws how far work is: over itself on a terminal, else a line a stage and one every few seconds.
type progress struct {
	e     *env
	stage string
	at    time.Time
	drawn bool
}

var stageWords = map[string]string{"simulate": "inventing a world", "intake": "taking in", "read": "reading", "reread": "reading again", "undo": "taking back", "lineage": "finding copies", "judge": "applying the invented reviewer's judgements", "match": "raising questions"}

func (p *progress) show(stage string, done, total int) {
	now := time.Now()
	same := stage == p.stage
	if same && now.Sub(p.at) < 100*time.Millisecond || same && !p.e.tty && now.Sub(p.at) < 5*time.Second {
		return
	}
	words := stageWords[stage]
	if words == "" {
		words = stage
	}
	line := words
	if total > 0 {
		line = fmt.Sprintf("%s %d/%d", words, done, total)
	}
	if p.e.tty {
		if p.drawn && !same {
			fmt.Fprintln(p.e.err)
		}
		fmt.Fprintf(p.e.err, "\r\x1b[K%s", line)
		p.drawn = true
	} else {
		fmt.Fprintln(p.e.err, line)
	}
	p.stage, p.at = stage, now
}

func (p *progress) end() {
	if p.drawn {
		fmt.Fprintln(p.e.err)
	}
	p.drawn = false
}
