// Package web embeds the built web interface. A checkout holds only a placeholder; `make build` fills static/dist.
package web

import "embed"

// Static holds dist, the built interface, when it was built.
//
//go:embed all:static
var Static embed.FS
