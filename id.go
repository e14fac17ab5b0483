package sanad

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
)

// ID names one thing for ever; ids are never reused. The first letter says what it is: i investigation, s source,
// r report, t text, e entity, c claim, q statement, j judgement, p passage of a briefing.
type ID string

var idText = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// idBytes gives 80 bits, 16 characters: with ten million things of one kind in one investigation a collision has a
// probability below one in ten thousand million.
const idBytes = 10

// NewID returns a fresh random id of the given kind.
func NewID(kind string) ID {
	var b [idBytes]byte
	rand.Read(b[:])
	return ID(kind + idText.EncodeToString(b[:]))
}

// DeriveID returns the id of the given kind that belongs to these parts, always the same for the same parts. What is
// found in a report gets its id this way, so that doing a job twice, or reading again with a better model, finds the
// same thing under the same id. Report ids are themselves keyed by a secret of the investigation (see ReportID), so a
// derived id tells an outsider nothing about the content.
func DeriveID(kind string, parts ...string) ID {
	h := sha256.New()
	var n [4]byte
	for _, p := range parts {
		binary.BigEndian.PutUint32(n[:], uint32(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	var sum [sha256.Size]byte
	return ID(kind + idText.EncodeToString(h.Sum(sum[:0])[:idBytes]))
}
