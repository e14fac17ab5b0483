package cli

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"sanad": func() { os.Exit(Main(context.Background(), os.Args[1:])) },
		"older": older,
	})
}

// TestScripts runs the readable scripts in testdata/script: what each command prints, writes and refuses.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Setup: func(e *testscript.Env) error {
		e.Setenv("USER", "tester")
		return nil
	}})
}
