// Package rules keeps the rules of the house: which package may import which. Its test reads the whole tree and fails
// with the reason.
package rules
