package table_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/importer/table"
)

// FuzzAnyFile reads what is no table too: each ends with rows or with an error.
func FuzzAnyFile(f *testing.F) {
	samples, err := filepath.Glob("../testdata/*")
	require.NoError(f, err)
	for _, sample := range samples {
		content, err := os.ReadFile(sample)
		require.NoError(f, err)
		f.Add(content)
		f.Add(content[:len(content)/2])
	}
	for _, text := range []string{"", "\xff\xfe", "\xfe\xff\x00", "sep=", "\"", "a;\"b", "BEGIN:VCARD", "BEGIN:VCARD\nTEL", "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=\n", "PK\x03\x04"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "file")
		require.NoError(t, os.WriteFile(path, content, 0o600))
		file, err := table.Open(path)
		if err != nil {
			return
		}
		for _, sheet := range file.Sheets {
			last := -1
			for row, err := range file.Rows(sheet) {
				if err != nil {
					break
				}
				require.Greater(t, row.Line, last)
				last = row.Line
			}
		}
	})
}
