package main

import (
	"os"
	"runtime/debug"
)

// The rows in use are few, so Go's own setting has the collector run whenever 10 MB were allocated,
// dozens of times a second under load. Letting five times as much lie takes a fifth to a third off the
// CPU time of a request; as soon as all of it would come to more than collectedAt, the collector runs as
// often as it needs to. `make bench` measures both.
const (
	garbagePercent = 400
	collectedAt    = 64 << 20 // bytes
)

// tuneMemory leaves alone what the environment sets: https://pkg.go.dev/runtime#hdr-Environment_Variables
func tuneMemory() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbagePercent)
		debug.SetMemoryLimit(collectedAt)
	}
}
