package api

import (
	"testing"

	"zayavka/store"
)

func FuzzCursor(f *testing.F) {
	f.Add("bmV3ZXN0OjE3NzI0NDIwMDAwMDAwMDA6MQ")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		cursor, err := parseCursor("after", &text, "newest")
		if err != nil {
			if store.CodeOf(err) != store.Invalid {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		again := cursorText("newest", *cursor)
		same, err := parseCursor("after", &again, "newest")
		if err != nil || *same != *cursor {
			t.Fatalf("%q is read as %v, which is read back as %v, %v", text, cursor, same, err)
		}
	})
}
