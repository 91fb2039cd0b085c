package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// with gives the program another variable of the environment.
func (s *served) with(name, value string) { s.environment = append(s.environment, name+"="+value) }

// stop ends the process as its owner does.
func (s *served) stop(t *testing.T) {
	t.Helper()
	require.NoError(t, s.process.Process.Signal(os.Interrupt))
	require.NoError(t, s.process.Wait(), s.log.String())
}

// run runs a command of the program that has to succeed.
func (s *served) run(t *testing.T, words ...string) string {
	t.Helper()
	printed, err := s.command(words...).CombinedOutput()
	require.NoError(t, err, "%s", printed)
	return string(printed)
}

// keyed makes a task with an idempotency key, and tells its number.
func (s *served) keyed(t *testing.T, key string) string {
	t.Helper()
	body := `{"query": "mutation { createTask(taskData: {customerPhone: \"+7 917 000-99-00\"}) { task { id } } }"}`
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+s.address+"/graphql", strings.NewReader(body))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+s.token)
	request.Header.Set("Idempotency-Key", key)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	var answer struct {
		Data struct {
			CreateTask struct{ Task struct{ ID string } }
		}
	}
	require.NoError(t, json.NewDecoder(bytes.NewReader(text)).Decode(&answer))
	require.NotEmpty(t, answer.Data.CreateTask.Task.ID, "%s", text)
	return answer.Data.CreateTask.Task.ID
}

func TestAServiceMovesToAnotherDatabaseAndBackAndEverybodyStaysLoggedIn(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	postgres, back := storetest.Postgres(t), filepath.Join(t.TempDir(), "back.db")
	token := s.run(t, "token", "add", "--name", "site", "--scope", "read", "--scope", "write")
	token = "zk_" + strings.Fields(strings.SplitN(token, "zk_", 2)[1])[0]
	var login struct{ Login struct{ RefreshToken string } }
	require.NoError(t, s.graphQL(`mutation { login(email: "anna@example.com", password: "correct horse") { refreshToken } }`, &login))
	require.Equal(t, "1", s.keyed(t, "the first"))
	session := s.token

	refused, err := s.command("copy", "--to", postgres).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "stop that first")

	next := 2
	move := func(from, to string) {
		t.Helper()
		s.stop(t)
		printed := s.run(t, "copy", "--from", from, "--to", to)
		require.Contains(t, printed, "with the same checksums there")
		require.Contains(t, printed, "The files stay where they are")
		s.with("ZAYAVKA_DATABASE_URL", to)
		s.start(t)
		s.token = session
		require.Equal(t, next-1, s.tasks(t), "the session's token works")
		require.Equal(t, "1", s.keyed(t, "the first"), "what was done once is not done again")
		var refreshed struct {
			RefreshToken struct{ Token, RefreshToken string }
		}
		require.NoError(t, s.graphQL(fmt.Sprintf(`mutation { refreshToken(refreshToken: %q) { token refreshToken } }`, login.Login.RefreshToken), &refreshed))
		require.NotEmpty(t, refreshed.RefreshToken.Token)
		login.Login.RefreshToken = refreshed.RefreshToken.RefreshToken
		s.token = token
		require.Equal(t, fmt.Sprint(next), s.keyed(t, "task "+fmt.Sprint(next)), "ids go on")
		next++
		s.token = session
	}
	s.with("ZAYAVKA_FILES_URL", "file://"+t.TempDir())
	move("sqlite://"+s.file, postgres)
	refused, err = s.command("copy", "--from", postgres, "--to", "sqlite://"+back).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "a service runs on the database")
	move(postgres, "sqlite://"+back)
}

func TestACopyIsOfTheDatabaseThatIsNamedAlsoBehindAPooler(t *testing.T) {
	t.Parallel()
	folder, configured, other := t.TempDir(), storetest.Postgres(t), storetest.Postgres(t)
	s := &served{binary: builtBinary(t), file: filepath.Join(folder, "zayavka.db")}
	s.environment = append(os.Environ(), "ZAYAVKA_DATABASE_URL="+configured, "ZAYAVKA_DATABASE_LISTEN_URL="+configured)
	for _, url := range []string{configured, other} {
		database, err := store.Open(store.Options{URL: url})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, database.Close()) })
		require.NoError(t, database.MigrateUp(t.Context()))
		if url == other { // as a service does that runs on it
			resume, err := database.ExcludeServices(context.WithoutCancel(t.Context()))
			require.NoError(t, err)
			t.Cleanup(func() { require.NoError(t, resume()) })
		}
	}
	s.run(t, "copy", "--to", "sqlite://"+filepath.Join(folder, "copy.db"))
	refused, err := s.command("copy", "--from", other, "--to", "sqlite://"+filepath.Join(folder, "other.db")).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "a service runs on the database")
	s.with("ZAYAVKA_DATABASE_URL", other)
	refused, err = s.command("copy", "--to", "sqlite://"+filepath.Join(folder, "other.db")).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "database.listen_url leads to another database than database.url")
}

func TestACopyThatIsKilledLeavesNothingThatCouldBeServed(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	for n := range 30 {
		require.NoError(t, s.createTask(n))
	}
	s.stop(t)
	to := filepath.Join(t.TempDir(), "copy.db")
	killed := s.command("copy", "--to", "sqlite://"+to)
	require.NoError(t, killed.Start())
	require.Eventually(t, func() bool {
		_, err := os.Stat(to + ".part")
		return err == nil
	}, 20*time.Second, time.Millisecond)
	require.NoError(t, killed.Process.Kill())
	require.Error(t, killed.Wait())
	require.NoFileExists(t, to)
	s.run(t, "copy", "--to", "sqlite://"+to)
	left, err := filepath.Glob(to + "*")
	require.NoError(t, err)
	require.Equal(t, []string{to}, left)
	all, _, err := storetest.Open(t, "sqlite://"+to).TasksUpTo(t.Context(), store.TaskFilter{}, 100)
	require.NoError(t, err)
	require.Len(t, all, 30)
}

func TestTheServiceBacksItselfUpAndIsBroughtBack(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	require.NoError(t, s.createTask(1))
	s.stop(t)
	backups := t.TempDir()
	s.with("ZAYAVKA_BACKUP_URL", "file://"+backups)
	s.start(t)
	require.Eventually(t, func() bool {
		_, text := s.ready()
		return strings.Contains(text, `"backup":{"ok":true,"age_seconds":`)
	}, 20*time.Second, 20*time.Millisecond)
	require.NoError(t, s.createTask(2))
	name := regexp.MustCompile(`zayavka-\S+Z`).FindString(s.run(t, "restore"))
	require.NotEmpty(t, name)
	refused, err := s.command("restore", "--yes", name).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "stop that first")
	refused, err = s.command("restore", "--yes", "zayavka-of-nobody").CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "lists them")
	s.stop(t)
	refused, err = s.command("restore", name).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "--yes")
	require.Contains(t, s.run(t, "restore", "--yes", name), "kept in "+s.file+"-before-restore-")
	s.start(t)
	require.Equal(t, 1, s.tasks(t))

	s.stop(t)
	by := filepath.Join(t.TempDir(), "by-hand.db")
	s.run(t, "backup", by)
	postgres := storetest.Postgres(t)
	s.with("ZAYAVKA_DATABASE_URL", postgres)
	s.with("ZAYAVKA_FILES_URL", "file://"+t.TempDir())
	require.Contains(t, s.run(t, "restore", by), "Restored")
	s.start(t)
	require.Equal(t, 1, s.tasks(t), "the session goes on in the other database")
}
