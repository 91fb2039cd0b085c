package files

import (
	"mime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func FuzzName(f *testing.F) {
	f.Add("photo\u202egpj.exe")
	f.Fuzz(func(t *testing.T, name string) {
		clean := store.CleanFileName(name)
		if len(clean) > 200 || !utf8.ValidString(clean) || strings.ContainsAny(clean, "/\\\r\n\x00\"") {
			t.Fatalf("%q", clean)
		}
		header := mime.FormatMediaType("attachment", map[string]string{"filename": nameFor(name, "12", "")})
		_, read, err := mime.ParseMediaType(header)
		if err != nil || read["filename"] == "" {
			t.Fatalf("%q: %q: %v", name, header, err)
		}
	})
}

func TestAContentIsWhatItIsWhateverItIsCalled(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]struct {
		mime string
		kind store.FileKind
	}{
		string(jpegOf(t, 1, 1)):                                          {"image/jpeg", store.FilePhoto},
		string(pngOf(1, 1)):                                              {"image/png", store.FilePhoto},
		"GIF89a\x01\x00\x01\x00\x00\x00\x00;":                            {"image/gif", store.FileDocument},
		"RIFF\x1a\x00\x00\x00WEBPVP8L":                                   {"image/webp", store.FilePhoto},
		"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42":               {"video/mp4", store.FileVideo},
		"\x00\x00\x00\x18ftypM4A \x00\x00\x02\x00isommp42":               {"audio/x-m4a", store.FileAudio},
		"\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00qt  ":                   {"video/quicktime", store.FileVideo},
		"OggS\x00\x02" + strings.Repeat("\x00", 22) + "OpusHead\x01\x01": {"audio/ogg", store.FileVoice},
		"\xff\xfb\x90\x64\x00\x00":                                       {"audio/mpeg", store.FileAudio},
		"<!DOCTYPE html><script>alert(1)</script>":                       {"text/html", store.FileDocument},
		"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>":      {"image/svg+xml", store.FileDocument},
		"<?xml version=\"1.0\"?><a/>":                                    {"text/xml", store.FileDocument},
		"%PDF-1.7\n":                                                     {"application/pdf", store.FileDocument},
		"PK\x05\x06" + strings.Repeat("\x00", 18):                        {"application/zip", store.FileDocument},
		"MZ\x90\x00": {"application/vnd.microsoft.portable-executable", store.FileDocument},
		"":           {"text/plain", store.FileDocument},
	} {
		mime := recognise([]byte(content))
		require.Equal(t, want.mime, mime, "%.40q", content)
		require.Equal(t, want.kind, Kind(mime), "%.40q", content)
	}
	require.Equal(t, "file-12.pdf", nameFor("", "12", "application/pdf"))
	require.Equal(t, "file-12", nameFor("", "12", ""))
}
