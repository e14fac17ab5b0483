package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/app"
)

// longestLine bounds a line of a file of tokens, in bytes.
const longestLine = 1 << 20

// tagFile prints the tokens of an IOB2 file with the labels the built-in models give them. The labels in the file are not
// looked at.
func (e *env) tagFile(name string) error {
	f, err := os.Open(e.path(name))
	if err != nil {
		return sanad.Errorf(sanad.NotFound, "cannot open %s", name).WithRemedy("see whether the file is there and may be read")
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, 1<<16)
	out := bufio.NewWriter(e.out)
	var sentence []string
	flush := func() error {
		for i, label := range app.Tag(sentence) {
			fmt.Fprintf(out, "%s\t%s\n", sentence[i], label)
		}
		sentence = sentence[:0]
		return e.ctx.Err()
	}
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if len(line) > longestLine {
			return sanad.Errorf(sanad.Invalid, "%s, line %d, is longer than %d bytes", name, n, longestLine).WithRemedy("the file should hold one token a line")
		}
		token, _, labelled := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !labelled && strings.HasPrefix(token, "# ") && err == nil {
			continue // tells where the sentence comes from
		}
		if token == "" {
			if len(sentence) > 0 || line != "" {
				if ferr := flush(); ferr != nil {
					return ferr
				}
				if line != "" {
					fmt.Fprintln(out)
				}
			}
		} else {
			sentence = append(sentence, token)
		}
		if err != nil {
			if ferr := flush(); ferr != nil {
				return ferr
			}
			return out.Flush()
		}
	}
}
