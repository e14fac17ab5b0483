// Command sanad is the workbench: its command line and its server.
package main

import (
	"context"
	"os"

	"github.com/sanad-workbench/sanad/internal/cli"
)

func main() { os.Exit(cli.Main(context.Background(), os.Args[1:])) }
