package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/stretchr/testify/require"

	"zayavka/files"
	"zayavka/store"
	"zayavka/store/storetest"
)

type command interface {
	Run(ctx context.Context, console console) error
}

// run runs a command against a database and returns what it printed.
func run(t *testing.T, databaseURL string, command command) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := command.Run(t.Context(), console{
		in: strings.NewReader(""), out: &out,
		environment: []string{"ZAYAVKA_DATABASE_URL=" + databaseURL},
	})
	return out.String(), err
}

func TestStaffAreManagedFromTheShell(t *testing.T) {
	url := storetest.SQLite(t)
	printed, err := run(t, url, staffAddCommand{Email: "anna@example.com", Name: "Анна", Password: "correct horse", Admin: true})
	require.NoError(t, err)
	file := strings.TrimPrefix(url, "sqlite://")
	require.Equal(t, "There was no database here: made "+file+", which is empty.\n"+
		"Made the account anna@example.com (admin) in "+file+".\n", printed)
	require.NotContains(t, printed, "correct horse")

	printed, err = run(t, url, staffAddCommand{Email: "igor@example.com"})
	require.NoError(t, err)
	generated := regexp.MustCompile(`Password: (\S{20})`).FindStringSubmatch(printed)
	require.NotNil(t, generated, printed)

	s := storetest.Open(t, url)
	_, err = s.Authenticate(t.Context(), "igor@example.com", generated[1])
	require.NoError(t, err)

	_, err = run(t, url, staffPasswdCommand{Email: "IGOR@example.com", Password: "another password"})
	require.NoError(t, err)
	_, err = s.Authenticate(t.Context(), "igor@example.com", "another password")
	require.NoError(t, err)

	_, err = run(t, url, staffDisableCommand{Email: "igor@example.com"})
	require.NoError(t, err)
	_, err = s.Authenticate(t.Context(), "igor@example.com", "another password")
	require.Equal(t, store.Unauthenticated, store.CodeOf(err))

	_, err = run(t, url, staffDisableCommand{Email: "anna@example.com"})
	require.ErrorContains(t, err, "last active admin")
	printed, err = run(t, url, staffListCommand{})
	require.NoError(t, err)
	require.Regexp(t, `(?m)^1 +anna@example.com +admin +active +Анна$`, printed)
	require.Regexp(t, `(?m)^2 +igor@example.com +staff +disabled`, printed)

	_, err = run(t, url, staffAddCommand{Email: "anna@example.com", Password: "correct horse"})
	require.ErrorContains(t, err, "already exists")
	_, err = run(t, url, staffDisableCommand{Email: "nobody@example.com"})
	require.ErrorContains(t, err, "zayavka staff list")
}

func TestADisabledMemberIsLetInAgainFromTheShell(t *testing.T) {
	url := storetest.SQLite(t)
	s := storetest.Open(t, url)
	igor := s.NewStaff(t)
	_, err := run(t, url, staffDisableCommand{Email: igor.Email})
	require.NoError(t, err)
	printed, err := run(t, url, staffEnableCommand{Email: igor.Email})
	require.NoError(t, err)
	require.Equal(t, "Enabled "+igor.Email+" in "+strings.TrimPrefix(url, "sqlite://")+".\n", printed)
	_, err = s.Authenticate(t.Context(), igor.Email, storetest.Password)
	require.NoError(t, err)
}

// parsed is a command as the shell's words make it.
func parsed(t *testing.T, words ...string) (commands, error) {
	t.Helper()
	var args commands
	parser, err := kong.New(&args)
	require.NoError(t, err)
	_, err = parser.Parse(words)
	return args, err
}

func TestAPITokensAreManagedFromTheShell(t *testing.T) {
	url := storetest.SQLite(t)
	args, err := parsed(t, "token", "add", "--name", "1C", "--scope", "write", "--scope", "read", "--expires", "90d")
	require.NoError(t, err)
	printed, err := run(t, url, args.Token.Add)
	require.NoError(t, err)
	text := regexp.MustCompile(`(?m)^zk_[A-Za-z0-9_-]{43}$`).FindString(printed)
	require.NotEmpty(t, text, printed)

	s, err := store.Open(store.Options{URL: url})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	token, err := s.UseAPIToken(t.Context(), text)
	require.NoError(t, err)
	require.Equal(t, []store.Scope{store.ScopeRead, store.ScopeWrite}, token.Scopes)
	require.WithinDuration(t, time.Now().AddDate(0, 0, 90), *token.ExpiresAt, time.Minute)

	_, err = run(t, url, tokenAddCommand{Name: "site", Scope: []store.Scope{store.ScopeRead}})
	require.NoError(t, err)
	_, err = run(t, url, tokenRevokeCommand{ID: 1})
	require.NoError(t, err)
	_, err = s.UseAPIToken(t.Context(), text)
	require.Equal(t, store.NotFound, store.CodeOf(err))
	printed, err = run(t, url, tokenListCommand{})
	require.NoError(t, err)
	require.Regexp(t, `(?m)^1 +1C +read,write +revoked \d{4}-.* +not used yet$`, printed)
	require.Regexp(t, `(?m)^2 +site +read +never expires +not used yet$`, printed)
	require.NotContains(t, printed, text)

	_, err = run(t, url, tokenRevokeCommand{ID: 7})
	require.ErrorContains(t, err, "zayavka token list")
}

func TestATokenOfTheShellNeedsKnownScopesAndDays(t *testing.T) {
	for _, words := range [][]string{
		{"--name", "1C"},
		{"--scope", "read"},
		{"--name", "1C", "--scope", "admin"},
		{"--name", "1C", "--scope", "read", "--expires", "soon"},
		{"--name", "1C", "--scope", "read", "--expires", "0d"},
		{"--name", "1C", "--scope", "read", "--expires", "-5d"},
	} {
		_, err := parsed(t, append([]string{"token", "add"}, words...)...)
		require.Error(t, err, words)
	}
}

func TestMigrationsRunFromTheShell(t *testing.T) {
	url := storetest.SQLite(t)
	file := strings.TrimPrefix(url, "sqlite://")
	for _, command := range []command{staffListCommand{}, migrateStatusCommand{}, migrateDownCommand{Yes: true}} {
		_, err := run(t, url, command)
		require.ErrorContains(t, err, file)
		require.ErrorContains(t, err, "zayavka migrate up")
		require.NoFileExists(t, file)
	}
	printed, err := run(t, url, migrateUpCommand{})
	require.NoError(t, err)
	require.Contains(t, printed, file)
	before, err := run(t, url, migrateStatusCommand{})
	require.NoError(t, err)
	require.Contains(t, before, "0001_base applied")
	require.NotContains(t, before, "not applied")

	_, err = run(t, url, migrateDownCommand{})
	require.ErrorContains(t, err, "--yes")
	same, err := run(t, url, migrateStatusCommand{})
	require.NoError(t, err)
	require.Equal(t, before, same)

	printed, err = run(t, url, migrateDownCommand{Yes: true})
	require.NoError(t, err)
	undone := regexp.MustCompile(`Undid (\S+) in `).FindStringSubmatch(printed)
	require.NotNil(t, undone, printed)
	copied := regexp.MustCompile(`is kept in (\S+)`).FindStringSubmatch(printed)
	require.NotNil(t, copied, printed)
	require.FileExists(t, copied[1])
	after, err := run(t, url, migrateStatusCommand{})
	require.NoError(t, err)
	require.Contains(t, after, undone[1]+" not applied")
	require.Equal(t, 1, strings.Count(after, "not applied"), "one step at a time")
}

func TestABackupNeedsADatabase(t *testing.T) {
	folder := t.TempDir()
	_, err := run(t, "sqlite://"+filepath.Join(folder, "none.db"), backupCommand{File: filepath.Join(folder, "copy.db")})
	require.ErrorContains(t, err, "no database")
	require.NoFileExists(t, filepath.Join(folder, "none.db"))

	url := storetest.SQLite(t)
	s := storetest.Open(t, url)
	s.NewCustomer(t)
	copied := filepath.Join(folder, "copy.db")
	kept, err := files.Open("file://files", filepath.Dir(strings.TrimPrefix(url, "sqlite://")), files.Keys{})
	require.NoError(t, err)
	content, err := kept.Put(t.Context(), strings.NewReader("hello"), files.MaxSize, func(context.Context, string) error { return nil })
	require.NoError(t, err)
	upload := s.NewUpload(t, s.NewStaff(t), store.FilePhoto)
	s.Exec(t, "UPDATE files SET sha256 = $1 WHERE id = $2", content.SHA256, upload.ID)
	printed, err := run(t, url, backupCommand{File: copied})
	require.NoError(t, err)
	require.Contains(t, printed, "to "+copied+".files; new: 1.")
	copies, err := files.Open("file://"+copied+".files", "", files.Keys{})
	require.NoError(t, err)
	hello, _, err := copies.Open(t.Context(), content.SHA256)
	require.NoError(t, err)
	require.NoError(t, hello.Close())
	customers, err := storetest.Open(t, "sqlite://"+copied).Customers(t.Context())
	require.NoError(t, err)
	require.Len(t, customers, 1)
}

func TestTheDemoCleansUpAfterItself(t *testing.T) {
	d, err := startDemo(t.Context(), "127.0.0.1:0", demoHold, storetest.Noon)
	require.NoError(t, err)
	var explained bytes.Buffer
	d.explain(&explained)
	require.Contains(t, explained.String(), d.telegram.URL())
	require.Contains(t, explained.String(), demoPassword)
	folder := d.folder
	require.DirExists(t, folder)
	w := &world{app: d.app, log: &logBuffer{}}
	w.waitReady(t)
	require.NoError(t, d.stop(t.Context()))
	_, err = os.Stat(folder)
	require.ErrorIs(t, err, os.ErrNotExist)
}
