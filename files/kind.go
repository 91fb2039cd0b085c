package files

import (
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"zayavka/store"
)

// recognisedIn is in how many bytes from the beginning a content is recognised.
const recognisedIn = 4096

// unknown is the media type of what a browser shall save and do nothing else with.
const unknown = "application/octet-stream"

// recognise tells the media type by the content, without parameters.
func recognise(head []byte) string {
	kind, _, _ := strings.Cut(mimetype.Detect(head).String(), ";")
	return kind
}

// inline are the media types that a browser shows or plays and runs nothing of, with what it is told they are.
// SVG, HTML and XML are none of them.
var inline = map[string]string{
	"image/jpeg": "image/jpeg", "image/png": "image/png", "image/apng": "image/apng", "image/webp": "image/webp", "image/gif": "image/gif",
	"video/mp4": "video/mp4", "video/x-m4v": "video/mp4", "video/webm": "video/webm", "video/quicktime": "video/quicktime",
	"audio/ogg": "audio/ogg", "application/ogg": "audio/ogg", "audio/mpeg": "audio/mpeg", "audio/mp4": "audio/mp4", "audio/x-m4a": "audio/mp4",
	"audio/aac": "audio/aac", "audio/wav": "audio/wav", "audio/flac": "audio/flac",
}

// pictures are the media types that thumbnails are made of.
var pictures = map[string]bool{"image/jpeg": true, "image/png": true, "image/apng": true, "image/webp": true, "image/gif": true}

// HasThumbnails tells whether there are thumbnails of contents of this media type.
func HasThumbnails(mime string) bool { return pictures[mime] }

// Kind is as what Telegram would send a content of this media type.
func Kind(mime string) store.FileKind {
	played := inline[mime]
	family, _, _ := strings.Cut(played, "/")
	switch {
	case played == "image/gif", family == "":
		return store.FileDocument
	case family == "image":
		return store.FilePhoto
	case family == "video":
		return store.FileVideo
	case played == "audio/ogg":
		return store.FileVoice
	}
	return store.FileAudio
}
