package files

import (
	"github.com/gabriel-vasile/mimetype"

	"zayavka/store"
)

// nameFor is the name to save a file under: its own, or one after its number.
func nameFor(name, number, mime string) string {
	if name = store.CleanFileName(name); name != "" {
		return name
	}
	name = "file-" + number
	if known := mimetype.Lookup(mime); known != nil {
		name += known.Extension()
	}
	return name
}
