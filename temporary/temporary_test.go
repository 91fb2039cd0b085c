package temporary_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/temporary"
)

func TestAFolderThatAKilledProcessLeftGoesADayLater(t *testing.T) {
	t.Parallel()
	in := t.TempDir()
	for name, age := range map[string]time.Duration{"copy-old": 25 * time.Hour, "copy-young": 23 * time.Hour, "else-old": 25 * time.Hour} {
		require.NoError(t, os.Mkdir(filepath.Join(in, name), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(in, name, "rows"), []byte("1;89162041837"), 0o600))
		changed := time.Now().Add(-age)
		require.NoError(t, os.Chtimes(filepath.Join(in, name), changed, changed))
	}
	folder, err := temporary.Folder(in, "copy-")
	require.NoError(t, err)
	require.DirExists(t, folder)
	require.NoDirExists(t, filepath.Join(in, "copy-old"))
	require.DirExists(t, filepath.Join(in, "copy-young"), "an import or a backup may still be at work in it")
	require.DirExists(t, filepath.Join(in, "else-old"))
}
