package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/porttest"
	"zayavka/store"
	"zayavka/store/storetest"
)

// builtBinary builds the program once, as it is shipped.
func builtBinary(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "zayavka")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	output, err := build.CombinedOutput()
	require.NoError(t, err, "%s", output)
	return binary
}

// served is a database and the program, in processes of its own, that serves it.
type served struct {
	binary, file, address string
	environment           []string
	process               *exec.Cmd
	token                 string

	log logBuffer
}

func newServed(t *testing.T) *served {
	t.Helper()
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	s := &served{binary: builtBinary(t), file: strings.TrimPrefix(storetest.SQLite(t), "sqlite://"), address: porttest.FreeAddress(t)}
	s.environment = append(os.Environ(), "ZAYAVKA_DATABASE_URL=sqlite://"+s.file, "ZAYAVKA_HTTP_LISTEN="+s.address,
		"ZAYAVKA_TELEGRAM_TOKEN="+telegram.Token(), "ZAYAVKA_TELEGRAM_API_URL="+telegram.URL(), "ZAYAVKA_AUTH_REGISTRATION=open")
	s.start(t)
	t.Cleanup(s.kill)
	var answer struct{ Register struct{ Token string } }
	require.NoError(t, s.graphQL(`mutation { register(email: "anna@example.com", password1: "correct horse", password2: "correct horse") { token } }`, &answer))
	s.token = answer.Register.Token
	return s
}

func (s *served) command(words ...string) *exec.Cmd {
	command := exec.Command(s.binary, words...)
	command.Env, command.Dir = s.environment, filepath.Dir(s.file)
	return command
}

func (s *served) start(t *testing.T) {
	t.Helper()
	s.process = s.command("serve")
	s.process.Stderr = &s.log
	s.process.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	require.NoError(t, s.process.Start())
	require.Eventually(t, func() bool { status, _ := s.ready(); return status == http.StatusOK }, 20*time.Second, 20*time.Millisecond)
}

// kill ends the process without a chance to finish.
func (s *served) kill() {
	_ = s.process.Process.Kill()
	_ = s.process.Wait()
}

func (s *served) ready() (status int, text string) {
	response, err := http.Get("http://" + s.address + "/readyz")
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = response.Body.Close() }()
	body, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(body)
}

func (s *served) graphQL(query string, data any) error {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return err
	}
	request, err := http.NewRequest(http.MethodPost, "http://"+s.address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	if s.token != "" {
		request.Header.Set("Authorization", "Bearer "+s.token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return fmt.Errorf("answered with an error: %s", answer.Errors[0].Message)
	}
	return json.Unmarshal(answer.Data, data)
}

func (s *served) createTask(n int) error {
	var created struct{}
	return s.graphQL(fmt.Sprintf(`mutation { createTask(taskData: {customerPhone: "+7 917 000-%02d-00", category: REPAIR}) { task { id } } }`, n), &created)
}

func (s *served) tasks(t *testing.T) int {
	t.Helper()
	var answer struct{ Tasks struct{ TotalCount int } }
	require.NoError(t, s.graphQL(`{ tasks(first: 1) { totalCount } }`, &answer))
	return answer.Tasks.TotalCount
}

// readByAnotherProgram opens and closes the database with another SQLite.
func (s *served) readByAnotherProgram(t *testing.T) {
	t.Helper()
	read := exec.Command("python3", "-c",
		"import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('SELECT count(*) FROM tasks').fetchall(); d.close()", s.file)
	output, err := read.CombinedOutput()
	require.NoError(t, err, "%s", output)
}

func TestWhatWasAnsweredWithSuccessOutlivesAnotherProgramAndAKill(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	for n := range 20 {
		require.NoError(t, s.createTask(n))
		s.readByAnotherProgram(t)
	}
	added, err := s.command("staff", "add", "--email", "igor@example.com", "--password", "correct horse").CombinedOutput()
	require.NoError(t, err, "%s", added)
	require.Contains(t, string(added), s.file)
	require.NoError(t, s.createTask(20))
	backup := s.file + ".copy"
	copied, err := s.command("backup", backup).CombinedOutput()
	require.NoError(t, err, "%s", copied)
	s.kill()
	s.start(t)
	require.Equal(t, 21, s.tasks(t))
	var login struct{ Login struct{ Token string } }
	require.NoError(t, s.graphQL(`mutation { login(email: "igor@example.com", password: "correct horse") { token } }`, &login))

	all, _, err := storetest.Open(t, "sqlite://"+backup).TasksUpTo(t.Context(), store.TaskFilter{}, 1000)
	require.NoError(t, err)
	require.Len(t, all, 21, "the copy has them too")
}

func TestASecondServiceOnTheSameFileIsRefused(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	for _, words := range [][]string{{"serve"}, {"migrate", "down", "--yes"}} {
		second := s.command(words...)
		second.Env = append(second.Env, "ZAYAVKA_HTTP_LISTEN="+porttest.FreeAddress(t))
		printed, err := second.CombinedOutput()
		require.Error(t, err)
		require.Contains(t, string(printed), fmt.Sprintf("process %d on ", s.process.Process.Pid))
		require.Contains(t, string(printed), s.file)
	}
	require.NoError(t, s.createTask(1))
	s.kill()
	s.start(t)
	require.Equal(t, 1, s.tasks(t), "what a killed one leaves keeps nobody out")
}

func TestAServiceWhoseFileIsGoneSaysSoAndRefusesChanges(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	require.NoError(t, s.createTask(1))
	require.NoError(t, os.Rename(s.file, s.file+".away"))
	status, said := s.ready()
	require.Equal(t, http.StatusServiceUnavailable, status)
	require.Contains(t, said, s.file+" was removed or renamed")
	require.Error(t, s.createTask(2))
	require.Eventually(t, func() bool { return strings.Contains(s.log.String(), "was removed or renamed") }, 20*time.Second, 20*time.Millisecond)
	require.NoFileExists(t, s.file, "nobody makes another one in its place")

	require.NoError(t, os.Rename(s.file+".away", s.file))
	require.Eventually(t, func() bool { status, _ := s.ready(); return status == http.StatusOK }, 20*time.Second, 20*time.Millisecond)
	require.NoError(t, s.createTask(2))
	s.kill()
	s.start(t)
	require.Equal(t, 2, s.tasks(t))
}

func TestAnOldWALBesideARestoredCopyIsSaidAndWaitedFor(t *testing.T) {
	t.Parallel()
	s := newServed(t)
	require.NoError(t, s.createTask(1))
	copied, err := s.command("backup", s.file+".copy").CombinedOutput()
	require.NoError(t, err, "%s", copied)
	require.NoError(t, s.createTask(2))
	s.kill()
	require.NoError(t, os.Rename(s.file+".copy", s.file))
	s.process = s.command("serve")
	s.process.Stderr = &s.log
	require.NoError(t, s.process.Start())
	require.Eventually(t, func() bool {
		_, said := s.ready()
		return strings.Contains(said, "remove "+s.file+"-wal")
	}, 20*time.Second, 20*time.Millisecond)
	require.NoError(t, os.Remove(s.file+"-wal"))
	require.NoError(t, os.Remove(s.file+"-shm"))
	require.Eventually(t, func() bool { status, _ := s.ready(); return status == http.StatusOK }, 40*time.Second, 20*time.Millisecond)
	require.Equal(t, 1, s.tasks(t))
}
