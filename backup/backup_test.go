package backup

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"github.com/stretchr/testify/require"

	"zayavka/files"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func folderOfFiles(t *testing.T) *files.Storage {
	t.Helper()
	return opened(t, "file://"+t.TempDir())
}

func opened(t *testing.T, address string) *files.Storage {
	t.Helper()
	s, err := files.Open(address, "", files.Keys{})
	require.NoError(t, err)
	t.Cleanup(s.Close)
	return s
}

func bucketOfFiles(t *testing.T) *files.Storage {
	t.Helper()
	backend := s3mem.New()
	require.NoError(t, backend.CreateBucket("shop"))
	server := httptest.NewServer(gofakes3.New(backend).Server())
	t.Cleanup(server.Close)
	return opened(t, "s3://shop/backups?endpoint="+server.URL+"&region=eu-1")
}

// shop is a store with a file store, and what keeps its backups.
type shop struct {
	*storetest.Store
	keeper *Keeper
}

func newShop(t *testing.T, s *storetest.Store, target *files.Storage) *shop {
	t.Helper()
	return &shop{s, &Keeper{Store: s.Store, Files: folderOfFiles(t), Target: target, Keep: 2, Folder: t.TempDir(), Clock: s.Clock.Now}}
}

// upload has a file with this content named by a row, and tells its SHA-256.
func (s *shop) upload(t *testing.T, text string) string {
	t.Helper()
	content, err := s.keeper.Files.Put(t.Context(), strings.NewReader(text), files.MaxSize, func(context.Context, string) error { return nil })
	require.NoError(t, err)
	upload := s.NewUpload(t, s.NewStaff(t), store.FilePhoto)
	s.Exec(t, "UPDATE files SET sha256 = $1 WHERE id = $2", content.SHA256, upload.ID)
	return content.SHA256
}

func (s *shop) make(t *testing.T) Backup {
	t.Helper()
	s.Clock.Advance(time.Hour)
	made, err := s.keeper.Make(t.Context())
	require.NoError(t, err)
	require.NoError(t, s.keeper.prune(t.Context()))
	left, err := os.ReadDir(s.keeper.Folder)
	require.NoError(t, err)
	require.Empty(t, left)
	return made
}

// damage changes what is kept of a file in a folder.
func (s *shop) damage(t *testing.T, in *files.Storage, sha string) {
	t.Helper()
	path := filepath.Join(in.Place(), sha[:2], sha)
	require.NoError(t, os.Remove(path)) // it may be a second name of the other folder's file
	require.NoError(t, os.WriteFile(path, []byte("broken"), 0o600))
}

func (s *shop) restore(t *testing.T, name, url string, replace bool) (*files.Storage, Restored, error) {
	t.Helper()
	archive, err := Open(t.Context(), s.keeper.Target, name)
	require.NoError(t, err)
	defer func() { require.NoError(t, archive.Close()) }()
	to := folderOfFiles(t)
	restored, err := Restore(t.Context(), archive, s.keeper.Target, to, store.Options{URL: url}, replace)
	return to, restored, err
}

func TestABackupOfEitherDatabaseIsBroughtBackIntoEither(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "key")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	for _, from := range []func(testing.TB) string{storetest.SQLite, storetest.Postgres} {
		for _, target := range []func(*testing.T) *files.Storage{folderOfFiles, bucketOfFiles} {
			s := newShop(t, storetest.Open(t, from(t)), target(t))
			photo := s.upload(t, "a photo")
			task := s.NewTask(t, s.NewRegistered(t))
			made := s.make(t)
			require.Equal(t, []string{photo}, made.Contents)
			require.Empty(t, made.Missing)
			require.Greater(t, made.Size, int64(len("a photo")))
			all, err := List(t.Context(), s.keeper.Target)
			require.NoError(t, err)
			require.Len(t, all, 1)
			require.Equal(t, made.Name, all[0].Name)
			s.NewTask(t, s.NewCustomer(t))
			for _, to := range []string{storetest.SQLite(t), storetest.Postgres(t)} {
				kept, restored, err := s.restore(t, made.Name, to, false)
				require.NoError(t, err)
				require.Equal(t, 1, restored.Files.New)
				require.NoError(t, kept.Check(t.Context(), photo))
				found, err := storetest.Open(t, to).Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
				require.NoError(t, err)
				require.Len(t, found, 1)
				require.Equal(t, task.ID, found[0].ID)
			}
		}
	}
}

func TestOldBackupsGoWithTheFilesThatOnlyTheyHaveAndTheLastOneStays(t *testing.T) {
	t.Parallel()
	s := newShop(t, storetest.Open(t, storetest.SQLite(t)), folderOfFiles(t))
	photo, forgotten := s.upload(t, "a photo"), s.upload(t, "a photo of who was forgotten")
	first := s.make(t)
	s.Exec(t, "DELETE FROM files WHERE sha256 = $1", forgotten)
	second := s.make(t)
	require.NoError(t, s.keeper.Target.Check(t.Context(), forgotten), "a backup names it")
	third := s.make(t)
	names, err := s.keeper.Target.Named(t.Context())
	require.NoError(t, err)
	require.ElementsMatch(t, []string{
		second.Name + listSuffix, second.Name + databaseSuffix, third.Name + listSuffix, third.Name + databaseSuffix,
	}, names)
	require.NotContains(t, names, first.Name)
	contents, err := s.keeper.Target.Contents(t.Context())
	require.NoError(t, err)
	require.Len(t, contents, 1)
	require.Contains(t, contents, photo)

	require.NoError(t, s.keeper.Files.Delete(t.Context(), photo))
	require.NoError(t, s.keeper.Target.Delete(t.Context(), photo))
	require.Equal(t, []string{photo}, s.make(t).Missing, "what the file store does not have is said")
}

func TestABackupThatFailsIsToldTriedAgainAndLeavesTheLastOne(t *testing.T) {
	t.Parallel()
	s := newShop(t, storetest.Open(t, storetest.SQLite(t)), folderOfFiles(t))
	photo := s.upload(t, "a photo")
	good := s.make(t)
	s.damage(t, s.keeper.Target, photo)
	s.damage(t, s.keeper.Files, photo)

	log, logged := newLog()
	require.NoError(t, s.SetBackupState(t.Context(), store.BackupState{MadeAt: good.MadeAt}))
	s.Clock.Advance(25 * time.Hour)
	require.ErrorContains(t, s.keeper.makeIfDue(t.Context(), time.Hour, log), "damaged")
	state, err := s.BackupState(t.Context())
	require.NoError(t, err)
	require.Contains(t, state.Failure, "damaged")
	require.Equal(t, good.MadeAt, state.MadeAt)
	all, err := List(t.Context(), s.keeper.Target)
	require.NoError(t, err)
	require.Len(t, all, 1, "what failed its check is no backup")
	names, err := s.keeper.Target.Named(t.Context())
	require.NoError(t, err)
	require.Len(t, names, 2, "and leaves nothing behind")

	require.NoError(t, s.keeper.Files.Delete(t.Context(), photo))
	s.upload(t, "a photo")
	require.NoError(t, s.keeper.makeIfDue(t.Context(), time.Hour, log), "not yet")
	s.Clock.Advance(retryAfter)
	require.NoError(t, s.keeper.makeIfDue(t.Context(), time.Hour, log))
	state, err = s.BackupState(t.Context())
	require.NoError(t, err)
	require.Empty(t, state.Failure)
	require.Equal(t, s.Clock.Now(), state.MadeAt)
	require.Contains(t, logged(), "A backup was made")
	require.Empty(t, state.PruneFailure)
}

func TestAFileThatIsDamagedAmongTheBackupsIsCopiedAnew(t *testing.T) {
	t.Parallel()
	s := newShop(t, storetest.Open(t, storetest.SQLite(t)), folderOfFiles(t))
	photo, gone := s.upload(t, "a photo"), s.upload(t, "another photo")
	s.make(t)
	s.damage(t, s.keeper.Target, photo)
	require.Empty(t, s.make(t).Missing)
	require.NoError(t, s.keeper.Target.Check(t.Context(), photo))

	s.damage(t, s.keeper.Target, gone)
	require.NoError(t, s.keeper.Files.Delete(t.Context(), gone))
	made := s.make(t)
	require.Equal(t, []string{gone}, made.Missing, "there is no good one any more")
}

func TestAGoodBackupIsOneAlsoWhenOldOnesCannotBeRemoved(t *testing.T) {
	t.Parallel()
	s := newShop(t, storetest.Open(t, storetest.SQLite(t)), folderOfFiles(t))
	first := s.make(t)
	_, err := s.keeper.Target.PutNamed(t.Context(), "zayavka-2020-01-01T000000Z"+listSuffix, strings.NewReader("broken"))
	require.NoError(t, err)
	log, logged := newLog()
	s.Clock.Advance(25 * time.Hour)
	require.NoError(t, s.keeper.makeIfDue(t.Context(), time.Hour, log))
	state, err := s.BackupState(t.Context())
	require.NoError(t, err)
	require.Equal(t, s.Clock.Now(), state.MadeAt)
	require.NotZero(t, state.Size)
	require.Zero(t, state.FailedAt)
	require.Empty(t, state.Failure)
	require.Contains(t, state.PruneFailure, "zayavka-2020-01-01T000000Z")
	require.Contains(t, logged(), "could not be removed")
	all, err := List(t.Context(), s.keeper.Target)
	require.ErrorContains(t, err, "zayavka-2020-01-01T000000Z")
	require.Len(t, all, 2, "the others are there")
	require.Equal(t, first.Name, all[1].Name)
	require.NoError(t, s.keeper.makeIfDue(t.Context(), time.Hour, log), "the next one is not due")
	again, err := s.BackupState(t.Context())
	require.NoError(t, err)
	require.Equal(t, state, again)
}

func TestRestoringKeepsTheDatabaseThatIsThere(t *testing.T) {
	t.Parallel()
	s := newShop(t, storetest.Open(t, storetest.SQLite(t)), folderOfFiles(t))
	s.NewTask(t, s.NewCustomer(t))
	made := s.make(t)
	url := storetest.SQLite(t)
	there := storetest.Open(t, url)
	customer := there.NewCustomer(t)
	require.NoError(t, there.Close())

	_, _, err := s.restore(t, made.Name, url, false)
	require.ErrorContains(t, err, "--yes")
	_, restored, err := s.restore(t, made.Name, url, true)
	require.NoError(t, err)
	before, err := storetest.Open(t, "sqlite://"+restored.Aside).Customer(t.Context(), customer.ID)
	require.NoError(t, err)
	require.Equal(t, customer.Phone, before.Phone)
	now, err := storetest.Open(t, url).Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	require.Len(t, now, 1)

	served, err := store.Open(store.Options{URL: url})
	require.NoError(t, err)
	defer func() { require.NoError(t, served.Close()) }()
	require.NoError(t, served.Serve())
	_, _, err = s.restore(t, made.Name, url, true)
	require.ErrorContains(t, err, "stop that first")
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "backup.db")
	require.NoError(t, os.WriteFile(file, []byte("this is no database, and never was one"), 0o600))
	archive, err := os.Open(file)
	require.NoError(t, err)
	defer func() { require.NoError(t, archive.Close()) }()
	url := storetest.SQLite(t)
	_, err = Restore(t.Context(), archive, folderOfFiles(t), folderOfFiles(t), store.Options{URL: url}, true)
	require.ErrorContains(t, err, "damaged")
	require.NoFileExists(t, strings.TrimPrefix(url, "sqlite://"))
}

func TestBackupsByDaysAreMadeAtNight(t *testing.T) {
	t.Parallel()
	moscow, err := time.LoadLocation("Europe/Moscow")
	require.NoError(t, err)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 11, day, hour, minute, 0, 0, moscow) }
	after := func(made time.Time, every time.Duration) time.Time {
		return due(store.BackupState{MadeAt: made}, every, moscow)
	}
	const day = 24 * time.Hour
	require.True(t, due(store.BackupState{}, day, moscow).IsZero(), "the first one at once")
	require.Equal(t, at(11, 3, 0), after(at(10, 3, 1), day))
	require.Equal(t, at(12, 3, 0), after(at(10, 16, 0), day))
	require.Equal(t, at(11, 3, 0), after(at(10, 14, 0), day))
	require.Equal(t, at(17, 3, 0), after(at(10, 3, 0), 7*day))
	require.Equal(t, at(10, 20, 30), after(at(10, 14, 30), 6*time.Hour))
}
