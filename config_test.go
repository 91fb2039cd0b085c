package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/api/graphql"
)

const testToken = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"

func TestTheExampleIsTheDefaults(t *testing.T) {
	example, err := LoadConfig("config.example.yaml", nil)
	require.NoError(t, err)
	expected := DefaultConfig()
	expected.HTTP.AllowOrigins = []string{}
	require.Equal(t, expected, example)
	text, err := os.ReadFile("config.example.yaml")
	require.NoError(t, err)
	for _, key := range keysOf(&example) {
		_, name, _ := strings.Cut(key.name, ".")
		require.Regexp(t, `(?m)^  `+name+`:`, string(text), "%s is in the example", key.name)
	}
}

func TestTheDocumentOfTheConfigurationHasEveryKeyAndNoOther(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("docs/configuration.md")
	require.NoError(t, err)
	var documented, there []string
	for _, row := range regexp.MustCompile("(?m)^[|] (`[^|]+) [|]").FindAllSubmatch(text, -1) {
		for _, name := range regexp.MustCompile("`([a-z_.]+)`").FindAllSubmatch(row[1], -1) {
			documented = append(documented, string(name[1]))
		}
	}
	var config Config
	for _, key := range keysOf(&config) {
		there = append(there, key.name)
	}
	require.ElementsMatch(t, there, documented, "the first are the keys, the second those of the table")
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

func TestWhatDoesNotExistIsNamedWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"telegram:\n  token: " + testToken + "\n  tokn: x\n":       "config.yaml, line 3: there is no key telegram.tokn: is it telegram.token?",
		"telegram:\n  token: " + testToken + "\n  weather: fine\n": "config.yaml, line 3: there is no key telegram.weather; config.example.yaml has all there are",
		"# a shop\nhtp:\n  listen: 127.0.0.1:80\n":                 `config.yaml, line 2: there is no section "htp": is it http?`,
		"\nhttp: 127.0.0.1:80\n":                                   "config.yaml, line 2: http is a section: write its keys below it",
		"- telegram\n":                                             "config.yaml, line 1: write sections with keys",
		"telegram:\n  mode: polling\n  mode: webhook\n":            "config.yaml, line 3: ",
		"telegram:\n  mode: polling\n token: " + testToken + "\n":  "config.yaml, line ",
	} {
		_, err := LoadConfig(writeConfig(t, text), nil)
		require.ErrorContains(t, err, want)
		require.NotContains(t, err.Error(), testToken)
	}
}

func TestAValueOfAnotherKindIsNamedWithKeyLineAndVariable(t *testing.T) {
	for text, want := range map[string]string{
		"notify:\n  hold: 3\n":                   "line 2: notify.hold: write a number with its unit, such as 8s, 15m or 12h (variable ZAYAVKA_NOTIFY_HOLD)",
		"notify:\n  hold: [hunter2]\n":           "line 2: notify.hold: write a number with its unit",
		"graphql:\n\n  introspection: yes\n":     "line 3: graphql.introspection: write true or false (variable ZAYAVKA_GRAPHQL_INTROSPECTION)",
		"graphql:\n  max_depth: hunter2\n":       "line 2: graphql.max_depth: write a whole number (variable ZAYAVKA_GRAPHQL_MAX_DEPTH)",
		"graphql:\n  max_depth: 1.5\n":           "line 2: graphql.max_depth: write a whole number (variable ZAYAVKA_GRAPHQL_MAX_DEPTH)",
		"graphql:\n  max_rows: 9e20\n":           "line 2: graphql.max_rows: write a whole number",
		"graphql: {max_depth: 0}\n":              "line 1: graphql.max_depth: must be between 1 and 100 (variable ZAYAVKA_GRAPHQL_MAX_DEPTH)",
		"http:\n  allow_origins: {hunter2: 1}\n": "line 2: http.allow_origins: write a list, such as [a, b] (variable ZAYAVKA_HTTP_ALLOW_ORIGINS)",
		"telegram:\n  token: [hunter2]\n":        "line 2: telegram.token: write a text",
		"telegram:\n  token: hunter2\n":          "line 2: telegram.token: this is not a bot's token; it looks like 123456789:AbC… and comes from @BotFather (variable ZAYAVKA_TELEGRAM_TOKEN)",
	} {
		_, err := LoadConfig(writeConfig(t, text), nil)
		require.ErrorContains(t, err, want)
		require.NotContains(t, err.Error(), "hunter2")
	}
	for variable, want := range map[string]string{
		"ZAYAVKA_GRAPHQL_MAX_DEPTH=x":    "ZAYAVKA_GRAPHQL_MAX_DEPTH: graphql.max_depth: write a whole number",
		"ZAYAVKA_GRAPHQL_MAX_DEPTH=0":    "ZAYAVKA_GRAPHQL_MAX_DEPTH: graphql.max_depth: must be between 1 and 100",
		"ZAYAVKA_GRAPHQL_GRAPHIQL=maybe": "ZAYAVKA_GRAPHQL_GRAPHIQL: graphql.graphiql: write true or false",
		"ZAYAVKA_NOTIFY_HOLD=soon":       "ZAYAVKA_NOTIFY_HOLD: notify.hold: write a number with its unit",
		"ZAYAVKA_TELEGRAM_TOKEN=hunter2": "ZAYAVKA_TELEGRAM_TOKEN: telegram.token: this is not a bot's token",
	} {
		_, err := LoadConfig(writeConfig(t, "graphql: {max_depth: 5}"), []string{variable})
		require.EqualError(t, err, strings.TrimSpace(err.Error()))
		require.ErrorContains(t, err, want)
		require.NotContains(t, err.Error(), "line", "the variable has won over the file")
		require.NotContains(t, err.Error(), "hunter2")
	}
}

func TestAMisspeltVariableIsAnError(t *testing.T) {
	for variable, want := range map[string]string{
		"ZAYAVKA_HTTP_PUBLIC_ULR=https://crm.example.com": "there is no variable ZAYAVKA_HTTP_PUBLIC_ULR: is it ZAYAVKA_HTTP_PUBLIC_URL?",
		"ZAYAVKA_COLOUR=red":                              "there is no variable ZAYAVKA_COLOUR; config.example.yaml has all there are",
		"ZAYAVKA_HTTP_LISTEN_FILE=/etc":                   "there is no variable ZAYAVKA_HTTP_LISTEN_FILE",
	} {
		_, err := LoadConfig(writeConfig(t, ""), []string{variable})
		require.ErrorContains(t, err, want)
	}
	_, err := LoadConfig(writeConfig(t, ""), []string{
		"ZAYAVKA_COLOUR=", "ZAYAVKA=1", "PATH=/bin",
		"ZAYAVKA_SERVICE_HOST=10.0.0.1", "ZAYAVKA_SERVICE_PORT=80", "ZAYAVKA_SERVICE_PORT_HTTP=80", "ZAYAVKA_PORT=tcp://10.0.0.1:80",
		"ZAYAVKA_PORT_80_TCP=tcp://10.0.0.1:80", "ZAYAVKA_PORT_80_TCP_ADDR=10.0.0.1",
	})
	require.NoError(t, err, "empty ones, and those that Kubernetes sets for a service of this name")
}

func TestSecretsAreReadFromFiles(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		return file
	}
	token := write("token", testToken+"\n")
	config, err := LoadConfig(writeConfig(t, "telegram: {token: '1:"+strings.Repeat("x", 30)+"'}"), []string{
		"ZAYAVKA_TELEGRAM_TOKEN_FILE=" + token, "ZAYAVKA_DATABASE_URL_FILE=" + write("url", "postgres://zayavka:hunter2@db/zayavka\r\n"),
		"ZAYAVKA_AUTH_SECRET_FILE=" + write("secret", " "+strings.Repeat("s", 32)+" \n\n"), "ZAYAVKA_TELEGRAM_WEBHOOK_SECRET_FILE=" + write("webhook", "hook"),
		"ZAYAVKA_FILES_ACCESS_KEY_FILE=" + write("access", "key"), "ZAYAVKA_FILES_SECRET_KEY_FILE=" + write("key", "hunter2\n"),
		"ZAYAVKA_TELEGRAM_TOKEN=",
	})
	require.NoError(t, err)
	require.Equal(t, Secret(testToken), config.Telegram.Token)
	require.Equal(t, DatabaseURL("postgres://zayavka:hunter2@db/zayavka"), config.Database.URL)
	require.Equal(t, Secret(" "+strings.Repeat("s", 32)+" "), config.Auth.Secret, "the line's end alone is no part of it")
	require.Equal(t, FilesConfig{URL: "file://./files", AccessKey: "key", SecretKey: "hunter2"}, config.Files)
	require.Equal(t, Secret("hook"), config.Telegram.WebhookSecret)

	missing := filepath.Join(folder, "none")
	for _, c := range []struct {
		variables []string
		want      string
	}{
		{[]string{"ZAYAVKA_TELEGRAM_TOKEN_FILE=" + missing}, "ZAYAVKA_TELEGRAM_TOKEN_FILE: telegram.token: the file " + missing + " cannot be read: no such file or directory"},
		{[]string{"ZAYAVKA_TELEGRAM_TOKEN_FILE=" + folder}, "the file " + folder + " cannot be read: is a directory"},
		{[]string{"ZAYAVKA_AUTH_SECRET_FILE=" + write("empty", "\n")}, "ZAYAVKA_AUTH_SECRET_FILE: auth.secret: the file " + filepath.Join(folder, "empty") + " is empty"},
		{[]string{"ZAYAVKA_AUTH_SECRET_FILE=" + write("short", "hunter2")}, "ZAYAVKA_AUTH_SECRET_FILE: auth.secret: use at least 32 characters"},
		{
			[]string{"ZAYAVKA_TELEGRAM_TOKEN=" + testToken, "ZAYAVKA_TELEGRAM_TOKEN_FILE=" + token},
			"ZAYAVKA_TELEGRAM_TOKEN: telegram.token: set ZAYAVKA_TELEGRAM_TOKEN or ZAYAVKA_TELEGRAM_TOKEN_FILE, not both",
		},
		{[]string{"ZAYAVKA_FILES_ACCESS_KEY=hunter2"}, "files.secret_key: files.access_key and files.secret_key are a pair: set both or none (variable ZAYAVKA_FILES_SECRET_KEY)"},
	} {
		_, err := LoadConfig(writeConfig(t, ""), c.variables)
		require.ErrorContains(t, err, c.want)
		require.NotContains(t, err.Error(), testToken)
		require.NotContains(t, err.Error(), "hunter2")
	}
}

func TestAPublicAddressWithAPathIsRefused(t *testing.T) {
	for _, address := range []string{"https://example.com/crm/", "https://example.com/crm", "https://example.com?shop=1", "https://example.com/#app", "https://me:you@example.com"} {
		_, err := LoadConfig(writeConfig(t, "http: {public_url: '"+address+"'}"), nil)
		require.ErrorContains(t, err, "http.public_url: ", address)
		require.ErrorContains(t, err, "works below no path", address)
	}
	for _, address := range []string{"https://example.com", "https://example.com/", "http://192.168.1.5:8080", "https://[2001:db8::1]:8443/"} {
		_, err := LoadConfig(writeConfig(t, "http: {public_url: '"+address+"'}"), nil)
		require.NoError(t, err, address)
	}
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
	require.ErrorContains(t, err, "line 2: notify.hold: write a number with its unit")
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
	require.Error(t, err)
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

func TestAnOriginThatNoBrowserSendsIsRefusedWithTheOneItSends(t *testing.T) {
	for written, origin := range map[string]string{
		"https://shop.example/": "https://shop.example", "https://Shop.example:443": "https://shop.example",
		"http://shop.example:8080/crm?x=1": "http://shop.example:8080",
	} {
		config := DefaultConfig()
		config.HTTP.AllowOrigins = []string{"https://one.example", written}
		require.ErrorContains(t, config.Validate(), "http.allow_origins: ")
		require.ErrorContains(t, config.Validate(), "write "+origin)
		config.HTTP.AllowOrigins = []string{origin, "https://*.example.com", "*"}
		require.NoError(t, config.Validate())
	}
}

func TestARegionIsACountryWhosePhonesAreKnown(t *testing.T) {
	config := DefaultConfig()
	for region, ok := range map[string]bool{"RU": true, "GB": true, "KZ": true, "UK": false, "ru": false, "001": false} {
		config.Business.Region = region
		if ok {
			require.NoError(t, config.Validate(), region)
			continue
		}
		require.ErrorContains(t, config.Validate(), "business.region: ")
	}
}

func TestSecretsNeverPrint(t *testing.T) {
	config := DefaultConfig()
	config.Telegram.Token = testToken
	config.Telegram.WebhookSecret = "webhook-hunter2"
	config.Auth.Secret = "auth-hunter2"
	config.Files.AccessKey, config.Files.SecretKey = "access-hunter2", "key-hunter2"
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
