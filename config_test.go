package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/api/graphql"
)

const testToken = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"

func TestTheExampleIsTheDefaults(t *testing.T) {
	text, err := os.ReadFile("config.example.yaml")
	require.NoError(t, err)
	var example Config
	require.NoError(t, decodeConfig(text, &example))
	expected := DefaultConfig()
	expected.HTTP.AllowOrigins = []string{}
	require.Equal(t, expected, example)
}

func TestTheEnvironmentWinsOverTheFileAndTheFileOverTheDefaults(t *testing.T) {
	file := writeConfig(t, "telegram:\n  mode: webhook\nhttp:\n  public_url: https://example.com\n  listen: 0.0.0.0:80\nnotify:\n  hold: 5s\n")
	config, err := LoadConfig(file, []string{
		"ZAYAVKA_HTTP_LISTEN=127.0.0.1:9000", "ZAYAVKA_TELEGRAM_TOKEN=" + testToken, "ZAYAVKA_NOTIFY_HOLD=0",
		"ZAYAVKA_HTTP_ALLOW_ORIGINS=https://a.example,https://b.example", "ZAYAVKA_DATABASE_URL=", "ZAYAVKA_DATABASE_MIGRATE=false",
		"ZAYAVKA_GRAPHQL_INTROSPECTION=false", "ZAYAVKA_GRAPHQL_MAX_COST=70", "ZAYAVKA_GRAPHQL_RATE_LIMIT=0", "ZAYAVKA_GRAPHQL_TIMEOUT=1m",
		"ZAYAVKA_WEBHOOKS_ALLOW_PRIVATE=true", "ZAYAVKA_HTTP_TRUSTED_PROXIES=10.0.0.1,2001:db8::/32",
		"ZAYAVKA_FILES_URL=s3://shop/copies?endpoint=s3.example.com",
	})
	require.NoError(t, err)
	require.Equal(t, "webhook", config.Telegram.Mode)
	require.Equal(t, "127.0.0.1:9000", config.HTTP.Listen)
	require.Equal(t, Secret(testToken), config.Telegram.Token)
	require.Equal(t, time.Duration(0), config.Notify.Hold)
	require.Equal(t, []string{"https://a.example", "https://b.example"}, config.HTTP.AllowOrigins)
	require.Equal(t, []string{"10.0.0.1", "2001:db8::/32"}, config.HTTP.TrustedProxies)
	require.Equal(t, DefaultConfig().Database.URL, config.Database.URL, "an empty variable counts as absent")
	require.False(t, config.Database.Migrate)
	require.Equal(t, FilesURL("s3://shop/copies?endpoint=s3.example.com"), config.Files.URL)
	require.True(t, config.Webhooks.AllowPrivate)
	require.Equal(t, "Europe/Moscow", config.Business.Timezone)
	require.False(t, config.GraphQL.Introspection)
	require.Equal(t, api.Limits{Limits: graphql.Limits{
		MaxBody: 1 << 20, MaxTokens: 5_000, MaxDepth: 15, MaxFields: 1_000, MaxAliases: 100, MaxCost: 70,
		MaxRows: 250_000, MaxResponse: 64 << 20, MaxBatch: 10, Timeout: time.Minute,
	}}, config.GraphQL.limits())
}

func TestAnUnknownKeyIsNamedWithItsLine(t *testing.T) {
	_, err := LoadConfig(writeConfig(t, "telegram:\n  token: "+testToken+"\n  tokn: x\n"), nil)
	require.ErrorContains(t, err, "line 3")
	require.ErrorContains(t, err, "tokn")
	require.NotContains(t, err.Error(), testToken)
}

func TestAFileWithCommentsAloneLeavesTheDefaults(t *testing.T) {
	config, err := LoadConfig(writeConfig(t, "# nothing\n\n# set\n"), nil)
	require.NoError(t, err)
	require.Equal(t, DefaultConfig(), config)
}

func TestTheHoldCanBeZero(t *testing.T) {
	for _, written := range []string{"0", "0s", `"0"`} {
		config, err := LoadConfig(writeConfig(t, "notify:\n  hold: "+written+" # at once\n"), nil)
		require.NoError(t, err, written)
		require.Zero(t, config.Notify.Hold)
	}
	_, err := LoadConfig(writeConfig(t, "notify:\n  hold: 3\n"), nil)
	require.ErrorContains(t, err, "missing unit")
}

func TestAPasswordThatCutsTheURLIsRefused(t *testing.T) {
	config := DefaultConfig()
	config.Database.URL = "postgres://user:12/34hunter2@host/db"
	err := config.Validate()
	require.ErrorContains(t, err, "database.url: escape the characters / ? # @ in the password, as %2F")
	require.NotContains(t, err.Error(), "hunter2")
}

func TestAFileThatWasNamedMustExist(t *testing.T) {
	_, err := LoadConfig(filepath.Join(t.TempDir(), "none.yaml"), nil)
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestEverythingWrongIsSaidAtOnceWithItsKey(t *testing.T) {
	_, err := LoadConfig(writeConfig(t, `
telegram: {token: "not a token", api_url: nowhere, mode: pigeon, webhook_secret: "ш"}
database: {url: "mysql://x"}
files: {url: /var/lib/zayavka}
http: {listen: "8080", public_url: "example.com", allow_origins: ["example.com"], trusted_proxies: ["nginx"]}
graphql: {max_body: 10, max_tokens: 0, max_depth: 101, max_fields: -1, max_aliases: 1000000, max_cost: 0, max_rows: 0, max_response: 10, max_batch: 0, timeout: 1ms, rate_limit: -1}
auth: {secret: short, access_ttl: 0s, refresh_ttl: -1s, registration: nobody}
notify: {hold: 2h}
business: {name: " ", timezone: Mars/Olympus, region: Russia, language: fr}
log: {level: loud, format: xml}
`), nil)
	for _, key := range []string{
		"telegram.token", "telegram.api_url", "telegram.mode", "telegram.webhook_secret", "database.url", "files.url", "http.listen",
		"http.public_url", "http.allow_origins", "http.trusted_proxies", "graphql.max_body", "graphql.max_tokens", "graphql.max_depth", "graphql.max_fields",
		"graphql.max_aliases", "graphql.max_cost", "graphql.max_rows", "graphql.max_response", "graphql.max_batch", "graphql.timeout", "graphql.rate_limit", "auth.secret", "auth.access_ttl", "auth.refresh_ttl", "auth.registration",
		"notify.hold", "business.name", "business.timezone", "business.region", "business.language", "log.level", "log.format",
	} {
		require.ErrorContains(t, err, key+": ")
	}
	require.NotContains(t, err.Error(), "not a token")
	_, err = LoadConfig(writeConfig(t, "telegram: {mode: webhook}"), nil)
	require.ErrorContains(t, err, "http.public_url: ")
}

func TestAVariableThatCannotBeReadIsAnErrorWithoutItsValue(t *testing.T) {
	_, err := LoadConfig(writeConfig(t, ""), []string{"ZAYAVKA_NOTIFY_HOLD=soon"})
	require.ErrorContains(t, err, "Hold")
	require.NotContains(t, err.Error(), "soon")
}

func TestSecretsNeverPrint(t *testing.T) {
	config := DefaultConfig()
	config.Telegram.Token = testToken
	config.Telegram.WebhookSecret = "webhook-hunter2"
	config.Auth.Secret = "auth-hunter2"
	for _, url := range []DatabaseURL{"postgres://user:hunter2@host/db", "postgres://host/db?user=u&password=hunter2", "postgres://user:hunter2@[/db"} {
		config.Database.URL = url
		asJSON, err := json.Marshal(config)
		require.NoError(t, err)
		for _, shown := range []string{config.String(), string(asJSON), fmt.Sprintf("%v %+v %#v %s", config, config, config, config)} {
			require.NotContains(t, shown, "hunter2")
			require.NotContains(t, shown, testToken)
		}
	}
}

func TestKeysInTheAddressOfFilesNeverPrint(t *testing.T) {
	config := DefaultConfig()
	for _, url := range []FilesURL{"s3://key:hunter2@shop/copies", "s3://shop?secret=hunter2&region=eu-1", "s3://key:hunter2%zz@shop"} {
		config.Files.URL = url
		asJSON, err := json.Marshal(config)
		require.NoError(t, err)
		err = config.Validate()
		require.ErrorContains(t, err, "files.url: ")
		for _, shown := range []string{err.Error(), config.String(), string(asJSON), fmt.Sprintf("%v %+v %#v %s", config, config, config, config)} {
			require.NotContains(t, shown, "hunter2")
		}
	}
	config.Files.URL = "s3://shop/copies?endpoint=s3.example.com&region=eu-1"
	require.Contains(t, config.String(), string(config.Files.URL))
}

func writeConfig(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}
