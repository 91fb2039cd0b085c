package store_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestTheNameOfAFileIsMadeFitToBeSavedUnder(t *testing.T) {
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
		require.Equal(t, want, store.CleanFileName(name), "%q", name)
	}
	long := store.CleanFileName(strings.Repeat("я", 5000) + ".jpeg")
	require.LessOrEqual(t, len(long), 200)
	require.True(t, strings.HasSuffix(long, "я.jpeg"), long)
	long = store.CleanFileName(strings.Repeat("я", 5000))
	require.LessOrEqual(t, len(long), 200)
	require.True(t, utf8.ValidString(long))
	require.LessOrEqual(t, len(store.CleanFileName("."+strings.Repeat("x.", 5000))), 200)
}
