package files

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestABackupHasEachContentAndCopiesWhatIsNew(t *testing.T) {
	t.Parallel()
	s := openFolder(t)
	to := filepath.Join(t.TempDir(), "copies")
	backup := func(count int) {
		t.Helper()
		copied, err := s.Backup(t.Context(), to)
		require.NoError(t, err)
		require.Equal(t, count, copied)
	}
	backup(0)
	s.put(t, []byte("hello"))
	picture := s.put(t, jpegOf(t, 400, 300))
	s.thumbnail(t, picture.SHA256, Small)
	backup(2)
	later := s.put(t, []byte("later"))
	backup(1)
	backup(0)
	require.NoError(t, s.Delete(t.Context(), hello))

	restored := opened{Storage: open(t, "file://"+to)}
	require.Equal(t, "hello", string(restored.get(t, hello)))
	require.Equal(t, "later", string(restored.get(t, later.SHA256)))
	require.NotEmpty(t, restored.thumbnail(t, picture.SHA256, Small), "thumbnails are made again")

	_, err := openBucket(t).Backup(t.Context(), to)
	require.ErrorIs(t, err, ErrNotFolder)
}

func TestAContentIsCopiedWholeToAnotherDisk(t *testing.T) {
	t.Parallel()
	from, to := filepath.Join(t.TempDir(), hello), filepath.Join(t.TempDir(), hello)
	require.NoError(t, os.WriteFile(from, []byte("hello"), 0o600))
	isNew, err := copyContent(from, to)
	require.NoError(t, err)
	require.True(t, isNew)
	content, err := os.ReadFile(to)
	require.NoError(t, err)
	require.Equal(t, "hello", string(content))
	left, err := os.ReadDir(filepath.Dir(to))
	require.NoError(t, err)
	require.Len(t, left, 1)
	isNew, err = copyContent(from+"gone", to)
	require.NoError(t, err)
	require.False(t, isNew)
}
