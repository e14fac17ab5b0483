package api

import (
	"fmt"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// download sends bytes as a file to keep. A browser never runs or shows what a report holds, but for pictures and sound.
func download(name, media string, data []byte) *huma.StreamResponse {
	for _, p := range []string{"image/png", "image/jpeg", "image/gif", "image/webp", "audio/", "video/"} {
		if strings.HasPrefix(media, p) {
			return send("inline", name, media, data)
		}
	}
	return send("attachment", name, "application/octet-stream", data)
}

func send(disposition, name, media string, data []byte) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(c huma.Context) {
		c.SetHeader("Content-Type", media)
		c.SetHeader("Content-Disposition", disposition+"; filename*=UTF-8''"+escape(name))
		c.SetHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
		c.BodyWriter().Write(data)
	}}
}

func escape(name string) string {
	var b strings.Builder
	for _, c := range []byte(name) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
