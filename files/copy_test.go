package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestContentsAreCopiedBetweenStoragesOfAnyKindAndNoneTwice(t *testing.T) {
	t.Parallel()
	for _, make := range [][2]func(testing.TB) opened{
		{openFolder, openFolder}, {openFolder, openBucket}, {openBucket, openFolder}, {openBucket, openBucket},
	} {
		s, to := make[0](t), make[1](t)
		t.Run(s.Place()+" to "+to.Place(), func(t *testing.T) {
			picture := s.put(t, jpegOf(t, 400, 300))
			s.thumbnail(t, picture.SHA256, Small)
			require.Equal(t, hello, s.put(t, []byte("hello")).SHA256)
			gone := strings.Repeat("0", 64)
			copied, err := s.CopyTo(t.Context(), to.Storage, []string{hello, picture.SHA256, gone})
			require.NoError(t, err)
			require.Equal(t, Copied{New: 2, Size: 5 + picture.Size, Missing: 1}, copied)
			later := s.put(t, []byte("later"))
			copied, err = s.CopyTo(t.Context(), to.Storage, []string{hello, picture.SHA256, later.SHA256})
			require.NoError(t, err)
			require.Equal(t, Copied{New: 1, Size: 5}, copied)
			require.NoError(t, s.Delete(t.Context(), hello))

			require.Equal(t, "hello", string(to.get(t, hello)))
			require.NoError(t, to.Check(t.Context(), hello))
			require.NotEmpty(t, to.thumbnail(t, picture.SHA256, Small), "thumbnails are made again")
			contents, err := to.Contents(t.Context())
			require.NoError(t, err)
			require.Equal(t, map[string]int64{hello: 5, later.SHA256: 5, picture.SHA256: picture.Size}, contents)
			require.NoError(t, to.Delete(t.Context(), hello))
			require.NoError(t, s.Delete(t.Context(), picture.SHA256))
		})
	}
}

func TestADamagedContentIsNotCopied(t *testing.T) {
	t.Parallel()
	s, to := openFolder(t), openBucket(t)
	s.put(t, []byte("hello"))
	require.NoError(t, os.WriteFile(filepath.Join(strings.TrimPrefix(s.address, "file://"), hello[:2], hello), []byte("other"), 0o600))
	require.ErrorContains(t, s.Check(t.Context(), hello), "damaged")
	_, err := s.CopyTo(t.Context(), to.Storage, []string{hello})
	require.ErrorContains(t, err, "damaged")
	require.Empty(t, to.keys())
}
