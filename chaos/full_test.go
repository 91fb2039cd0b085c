//go:build chaos

package chaos

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// smallDisk is a folder on a file system of its own, which can be filled.
func smallDisk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=24m"); err != nil {
		t.Skipf("a file system cannot be mounted here, which a full disk is tried on: %v", err)
	}
	t.Cleanup(func() { require.NoError(t, syscall.Unmount(folder, syscall.MNT_DETACH)) })
	return folder
}

// fill takes what room is left, and gives it back when free is called.
func fill(t *testing.T, folder string) (free func()) {
	t.Helper()
	ballast, err := os.Create(filepath.Join(folder, "ballast"))
	require.NoError(t, err)
	for written := 0; err == nil && written < 64<<20; written += 4096 { // never a disk other than the small one
		_, err = ballast.Write(make([]byte, 4096))
	}
	require.ErrorIs(t, err, syscall.ENOSPC)
	require.NoError(t, ballast.Close())
	return func() { require.NoError(t, os.Remove(ballast.Name())) }
}

func TestWhoRegistersWhileTheDiskIsFullIsRegisteredWhenThereIsRoom(t *testing.T) {
	t.Parallel()
	folder := smallDisk(t)
	telegram, err := emulator.Start(emulator.Options{Seed: *seed})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	url := "sqlite://" + filepath.Join(folder, "zayavka.db")
	r := newReplica(t, buildBinary(t), url, t.TempDir(), telegram, 0)
	require.NoError(t, r.start())
	t.Cleanup(r.kill)
	require.NoError(t, r.waitReady(t.Context()))
	token := r.register(t)
	create := func() error {
		var created struct{}
		return r.graphQL(t.Context(), token, `mutation { createTask(taskData: {customerPhone: "+79170009900", category: REPAIR}) { task { id } } }`, &created)
	}
	answered := 0
	free := fill(t, folder)
	require.Eventually(t, func() bool { // what SQLite has room for in its files is used up
		if err := create(); err != nil {
			return true
		}
		answered++
		return false
	}, time.Minute, time.Millisecond)

	var people []*emulator.User
	for range 20 {
		user := telegram.NewUser(emulator.Profile{Language: "ru"})
		user.SharesContact()
		people = append(people, user)
	}
	pause(t.Context(), outage())
	require.Error(t, create(), "still full")
	free()
	for _, user := range people {
		require.Eventually(t, func() bool {
			return saidSince(user, 0, "Теперь сообщения будут приходить сюда")
		}, answerLimit+outage(), 20*time.Millisecond)
	}
	require.Eventually(t, func() bool { return telegram.PendingUpdates() == 0 }, answerLimit, 20*time.Millisecond)
	require.Eventually(t, func() bool { return create() == nil }, answerLimit, 20*time.Millisecond)
	r.kill()

	database, err := store.Open(store.Options{URL: url})
	require.NoError(t, err)
	defer func() { require.NoError(t, database.Close()) }()
	for _, user := range people {
		customers, err := database.CustomersByChat(t.Context(), []int64{user.ID})
		require.NoError(t, err)
		require.NotNil(t, customers[user.ID])
	}
	letters, err := database.DeadLetters(t.Context(), 100)
	require.NoError(t, err)
	require.Empty(t, letters)
	tasks, _, err := database.TasksUpTo(t.Context(), store.TaskFilter{}, 100_000)
	require.NoError(t, err)
	require.Len(t, tasks, answered+1, "what was answered with an error was not done, what was answered with success was")
}
