package files

import (
	"mime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestANameIsMadeFitToBeSavedUnder(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"photo.jpg":                         "photo.jpg",
		"Счёт № 12.pdf":                     "Счёт № 12.pdf",
		"../../etc/passwd":                  "passwd",
		`C:\Windows\system32\cmd.exe`:       "cmd.exe",
		"/":                                 "",
		"..":                                "",
		" . ":                               "",
		"a\x00b\r\nSet-Cookie: x\t.jpg":     "abSet-Cookie_ x.jpg",
		"photo\u202egpj.exe":                "photogpj.exe",
		"\u2066\u200f\ufeffphoto\u2028.jpg": "photo.jpg",
		`a"b<c>d|e?f*g:h.txt`:               "a_b_c_d_e_f_g_h.txt",
		"\xff\xfe.txt":                      "\ufffd.txt",
	} {
		require.Equal(t, want, CleanName(name), "%q", name)
	}
	long := CleanName(strings.Repeat("я", 5000) + ".jpeg")
	require.LessOrEqual(t, len(long), longestName)
	require.True(t, strings.HasSuffix(long, "я.jpeg"), long)
	long = CleanName(strings.Repeat("я", 5000))
	require.LessOrEqual(t, len(long), longestName)
	require.True(t, utf8.ValidString(long))
	require.LessOrEqual(t, len(CleanName("."+strings.Repeat("x.", 5000))), longestName)
}

func FuzzName(f *testing.F) {
	f.Add("photo\u202egpj.exe")
	f.Fuzz(func(t *testing.T, name string) {
		clean := CleanName(name)
		if len(clean) > longestName || !utf8.ValidString(clean) || strings.ContainsAny(clean, "/\\\r\n\x00\"") {
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
