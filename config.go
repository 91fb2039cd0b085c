package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/goccy/go-yaml"

	"zayavka/api"
	"zayavka/api/graphql"
	"zayavka/bot/telegram"
	"zayavka/files"
)

// Config is everything an owner can set: config.example.yaml describes each key. A variable of
// the environment, ZAYAVKA_ and the key in capitals, wins over the file.
type Config struct {
	Telegram TelegramConfig `yaml:"telegram" envPrefix:"TELEGRAM_"`
	Database DatabaseConfig `yaml:"database" envPrefix:"DATABASE_"`
	Files    FilesConfig    `yaml:"files" envPrefix:"FILES_"`
	HTTP     HTTPConfig     `yaml:"http" envPrefix:"HTTP_"`
	GraphQL  GraphQLConfig  `yaml:"graphql" envPrefix:"GRAPHQL_"`
	Auth     AuthConfig     `yaml:"auth" envPrefix:"AUTH_"`
	Notify   NotifyConfig   `yaml:"notify" envPrefix:"NOTIFY_"`
	Webhooks WebhooksConfig `yaml:"webhooks" envPrefix:"WEBHOOKS_"`
	Business BusinessConfig `yaml:"business" envPrefix:"BUSINESS_"`
	Log      LogConfig      `yaml:"log" envPrefix:"LOG_"`
}

type TelegramConfig struct {
	Token         Secret `yaml:"token" env:"TOKEN"`
	APIURL        string `yaml:"api_url" env:"API_URL"`
	Mode          string `yaml:"mode" env:"MODE"`
	WebhookSecret Secret `yaml:"webhook_secret" env:"WEBHOOK_SECRET"`
	// MessagesPerSecond is 30 unless Telegram was paid for more; 0 is for a Bot API server without limits.
	MessagesPerSecond int `yaml:"messages_per_second" env:"MESSAGES_PER_SECOND"`
}

type DatabaseConfig struct {
	URL     DatabaseURL `yaml:"url" env:"URL"`
	Migrate bool        `yaml:"migrate" env:"MIGRATE"`
}

type FilesConfig struct {
	URL FilesURL `yaml:"url" env:"URL"`
}

type HTTPConfig struct {
	Listen       string   `yaml:"listen" env:"LISTEN"`
	PublicURL    string   `yaml:"public_url" env:"PUBLIC_URL"`
	AllowOrigins []string `yaml:"allow_origins" env:"ALLOW_ORIGINS"`
	// TrustedProxies are addresses and networks whose word is taken for whom they pass requests on.
	TrustedProxies []string `yaml:"trusted_proxies" env:"TRUSTED_PROXIES"`
}

// GraphQLConfig has api.Limits as its last keys.
type GraphQLConfig struct {
	Introspection bool          `yaml:"introspection" env:"INTROSPECTION"`
	GraphiQL      bool          `yaml:"graphiql" env:"GRAPHIQL"`
	MaxBody       int           `yaml:"max_body" env:"MAX_BODY"`
	MaxTokens     int           `yaml:"max_tokens" env:"MAX_TOKENS"`
	MaxDepth      int           `yaml:"max_depth" env:"MAX_DEPTH"`
	MaxFields     int           `yaml:"max_fields" env:"MAX_FIELDS"`
	MaxAliases    int           `yaml:"max_aliases" env:"MAX_ALIASES"`
	MaxCost       int           `yaml:"max_cost" env:"MAX_COST"`
	MaxRows       int           `yaml:"max_rows" env:"MAX_ROWS"`
	MaxResponse   int           `yaml:"max_response" env:"MAX_RESPONSE"`
	MaxBatch      int           `yaml:"max_batch" env:"MAX_BATCH"`
	Timeout       time.Duration `yaml:"timeout" env:"TIMEOUT"`
	RateLimit     int           `yaml:"rate_limit" env:"RATE_LIMIT"`
}

func (c GraphQLConfig) limits() api.Limits {
	return api.Limits{RateLimit: c.RateLimit, Limits: graphql.Limits{
		MaxBody: c.MaxBody, MaxTokens: c.MaxTokens, MaxDepth: c.MaxDepth, MaxFields: c.MaxFields, MaxAliases: c.MaxAliases,
		MaxCost: c.MaxCost, MaxRows: c.MaxRows, MaxResponse: c.MaxResponse, MaxBatch: c.MaxBatch, Timeout: c.Timeout,
	}}
}

type AuthConfig struct {
	Secret       Secret        `yaml:"secret" env:"SECRET"`
	AccessTTL    time.Duration `yaml:"access_ttl" env:"ACCESS_TTL"`
	RefreshTTL   time.Duration `yaml:"refresh_ttl" env:"REFRESH_TTL"`
	Registration string        `yaml:"registration" env:"REGISTRATION"`
}

type NotifyConfig struct {
	Hold time.Duration `yaml:"hold" env:"HOLD"`
}

type WebhooksConfig struct {
	AllowPrivate bool `yaml:"allow_private" env:"ALLOW_PRIVATE"`
}

type BusinessConfig struct {
	Name     string `yaml:"name" env:"NAME"`
	Timezone string `yaml:"timezone" env:"TIMEZONE"`
	Region   string `yaml:"region" env:"REGION"`
	Language string `yaml:"language" env:"LANGUAGE"`
	// SignReplies puts the first name of who wrote above a message of staff.
	SignReplies bool `yaml:"sign_replies" env:"SIGN_REPLIES"`
}

type LogConfig struct {
	Level  string `yaml:"level" env:"LEVEL"`
	Format string `yaml:"format" env:"FORMAT"`
}

// Secret is a text that never prints.
type Secret string

func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "(hidden)"
}

// GoString hides the secret from %#v too.
func (s Secret) GoString() string { return s.String() }

// MarshalText hides the secret in YAML and JSON.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// DatabaseURL is a URL whose password never prints.
type DatabaseURL string

func (u DatabaseURL) String() string {
	parsed, err := url.Parse(string(u))
	if err != nil {
		return "(not a URL)"
	}
	if query := parsed.Query(); query.Has("password") {
		query.Set("password", "xxxxx")
		parsed.RawQuery = query.Encode()
	}
	return parsed.Redacted()
}

// GoString hides the password from %#v too.
func (u DatabaseURL) GoString() string { return u.String() }

// MarshalText hides the password in YAML and JSON.
func (u DatabaseURL) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// FilesURL is where files are kept. Keys that somebody has put into it by mistake never print.
type FilesURL string

func (u FilesURL) String() string {
	parsed, err := url.Parse(string(u))
	if err != nil {
		return "(not a URL)"
	}
	if parsed.User != nil {
		parsed.User = url.User("xxxxx")
	}
	query := parsed.Query()
	for name := range query {
		if !oneOf(name, "endpoint", "region", "insecure") {
			query.Set(name, "xxxxx")
		}
	}
	parsed.RawQuery = query.Encode()
	return parsed.String()
}

// GoString hides keys from %#v too.
func (u FilesURL) GoString() string { return u.String() }

// MarshalText hides keys in YAML and JSON.
func (u FilesURL) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// String is the configuration as YAML, without its secrets.
func (c Config) String() string {
	text, err := yaml.Marshal(c)
	if err != nil {
		return "configuration that cannot be shown"
	}
	return string(text)
}

// DefaultConfig is the configuration of a service that nobody configured.
func DefaultConfig() Config {
	limits := api.DefaultLimits()
	return Config{
		Telegram: TelegramConfig{APIURL: "https://api.telegram.org", Mode: "polling", MessagesPerSecond: telegram.MessagesPerSecond},
		Database: DatabaseConfig{URL: "sqlite://zayavka.db", Migrate: true},
		Files:    FilesConfig{URL: "file://./files"},
		HTTP:     HTTPConfig{Listen: "127.0.0.1:8080", TrustedProxies: []string{"127.0.0.0/8", "::1"}},
		GraphQL: GraphQLConfig{
			Introspection: true, GraphiQL: true,
			MaxBody: limits.MaxBody, MaxTokens: limits.MaxTokens, MaxDepth: limits.MaxDepth, MaxFields: limits.MaxFields,
			MaxAliases: limits.MaxAliases, MaxCost: limits.MaxCost,
			MaxRows: limits.MaxRows, MaxResponse: limits.MaxResponse, MaxBatch: limits.MaxBatch, Timeout: limits.Timeout, RateLimit: limits.RateLimit,
		},
		Auth:     AuthConfig{AccessTTL: 12 * time.Hour, RefreshTTL: 720 * time.Hour, Registration: "invite"},
		Notify:   NotifyConfig{Hold: 3 * time.Second},
		Business: BusinessConfig{Name: "Zayavka", Timezone: "Europe/Moscow", Region: "RU", Language: "ru"},
		Log:      LogConfig{Level: "info"},
	}
}

const defaultConfigFile = "config.yaml"

// LoadConfig reads the file, then the environment, over the defaults. With file "" it reads
// config.yaml if there is one.
func LoadConfig(file string, environment []string) (Config, error) {
	config := DefaultConfig()
	optional := file == ""
	if optional {
		file = defaultConfigFile
	}
	text, err := os.ReadFile(file)
	switch {
	case err == nil:
		if err := decodeConfig(text, &config); err != nil {
			return Config{}, fmt.Errorf("%s: %w", file, err)
		}
	case !optional || !errors.Is(err, fs.ErrNotExist):
		return Config{}, fmt.Errorf("read configuration: %w", err)
	}
	// An empty variable counts as absent, as container tools pass those that nobody set.
	variables := env.ToMap(environment)
	for name, value := range variables {
		if value == "" {
			delete(variables, name)
		}
	}
	if err := env.ParseWithOptions(&config, env.Options{Prefix: envPrefix, Environment: variables}); err != nil {
		return Config{}, environmentError(err)
	}
	return config, config.Validate()
}

const envPrefix = "ZAYAVKA_"

// environmentError names the variables at fault without quoting their values, which can be secrets.
func environmentError(err error) error {
	var all env.AggregateError
	if !errors.As(err, &all) {
		return errors.New("the environment holds a ZAYAVKA_ variable that cannot be read")
	}
	var problems []error
	for _, one := range all.Errors {
		var parse env.ParseError
		if errors.As(one, &parse) {
			problems = append(problems, fmt.Errorf("the variable for %s cannot be read as %s", parse.Name, parse.Type))
		}
	}
	return errors.Join(problems...)
}

// decodeConfig refuses keys it does not know, with their line, and never quotes the file.
func decodeConfig(text []byte, config *Config) error {
	decoded := *config // of a file with comments alone the decoder makes an empty configuration
	err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict(), durations).Decode(&decoded)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		position, message, found := strings.Cut(strings.TrimPrefix(yaml.FormatError(err, false, false), "["), "] ")
		if !found {
			return errors.New(position)
		}
		line, _, _ := strings.Cut(position, ":")
		return fmt.Errorf("line %s: %s", line, message)
	}
	*config = decoded
	return nil
}

// durations are written as in 12h or 3s, and 0 needs no unit.
var durations = yaml.CustomUnmarshaler(func(d *time.Duration, text []byte) (err error) {
	*d, err = time.ParseDuration(strings.Trim(strings.TrimSpace(string(text)), `"'`))
	return err
})

// Validate says everything that is wrong at once, each with its key.
func (c Config) Validate() error {
	var problems []error
	check := func(ok bool, key, format string, args ...any) {
		if !ok {
			problems = append(problems, fmt.Errorf(key+": "+format, args...))
		}
	}
	check(c.Telegram.Token == "" || botToken.MatchString(string(c.Telegram.Token)), "telegram.token",
		"this is not a bot's token; it looks like 123456789:AbC… and comes from @BotFather")
	check(isHTTP(c.Telegram.APIURL), "telegram.api_url", "%q is not an http or https address", c.Telegram.APIURL)
	check(oneOf(c.Telegram.Mode, "polling", "webhook"), "telegram.mode", "%q is neither polling nor webhook", c.Telegram.Mode)
	check(c.Telegram.MessagesPerSecond >= 0 && c.Telegram.MessagesPerSecond <= 1000, "telegram.messages_per_second",
		"must be 0 to 1000; Telegram lets a bot send 30 unless it is paid for more")
	check(c.Telegram.WebhookSecret == "" || webhookSecret.MatchString(string(c.Telegram.WebhookSecret)), "telegram.webhook_secret",
		"use 1 to 256 of the characters A-Z a-z 0-9 _ -")
	check(c.Telegram.Mode != "webhook" || c.HTTP.PublicURL != "", "http.public_url", "telegram.mode webhook needs the address at which Telegram reaches this service")
	check(strings.HasPrefix(string(c.Database.URL), "sqlite://") || strings.HasPrefix(string(c.Database.URL), "postgres://") ||
		strings.HasPrefix(string(c.Database.URL), "postgresql://"), "database.url", "must begin with sqlite:// or postgres://")
	check(!strings.Contains(postgresPath(c.Database.URL), "@"), "database.url", "escape the characters / ? # @ in the password, as %%2F %%3F %%23 %%40")
	_, err := files.Open(string(c.Files.URL), "")
	check(err == nil, "files.url", "%v", err)
	_, _, err = net.SplitHostPort(c.HTTP.Listen)
	check(err == nil, "http.listen", "%q is not an address and port, such as 127.0.0.1:8080", c.HTTP.Listen)
	check(c.HTTP.PublicURL == "" || isHTTP(c.HTTP.PublicURL), "http.public_url", "%q is not an http or https address", c.HTTP.PublicURL)
	for _, origin := range c.HTTP.AllowOrigins {
		check(origin == "*" || isHTTP(origin), "http.allow_origins", "%q is neither * nor an origin such as https://example.com", origin)
	}
	for _, proxy := range c.HTTP.TrustedProxies {
		_, err := parseNetwork(proxy)
		check(err == nil, "http.trusted_proxies", "%q is neither an address such as 192.0.2.1 nor a network such as 192.0.2.0/24", proxy)
	}
	for _, limit := range []struct {
		key         string
		value       int
		least, most int
	}{
		{"max_body", c.GraphQL.MaxBody, 1_000, 64 << 20},
		{"max_tokens", c.GraphQL.MaxTokens, 1, 100_000},
		{"max_depth", c.GraphQL.MaxDepth, 1, 100},
		{"max_fields", c.GraphQL.MaxFields, 1, 10_000}, // validation takes time by the square of it
		{"max_aliases", c.GraphQL.MaxAliases, 1, 10_000},
		{"max_cost", c.GraphQL.MaxCost, 1, 1_000_000_000},
		{"max_rows", c.GraphQL.MaxRows, 100, 100_000_000},
		{"max_response", c.GraphQL.MaxResponse, 10_000, 1 << 30},
		{"max_batch", c.GraphQL.MaxBatch, 1, 100},
		{"rate_limit", c.GraphQL.RateLimit, 0, 1_000_000},
	} {
		check(limit.value >= limit.least && limit.value <= limit.most, "graphql."+limit.key, "must be between %d and %d", limit.least, limit.most)
	}
	check(c.GraphQL.Timeout >= 100*time.Millisecond && c.GraphQL.Timeout <= 5*time.Minute, "graphql.timeout", "must be between 100ms and 5m")
	check(c.Auth.Secret == "" || len(c.Auth.Secret) >= 32, "auth.secret", "use at least 32 characters, or leave it out: one is generated")
	check(c.Auth.AccessTTL > 0, "auth.access_ttl", "must be above zero")
	check(c.Auth.RefreshTTL >= c.Auth.AccessTTL, "auth.refresh_ttl", "must be at least auth.access_ttl")
	check(oneOf(c.Auth.Registration, "invite", "open"), "auth.registration", "%q is neither invite nor open", c.Auth.Registration)
	check(c.Notify.Hold >= 0 && c.Notify.Hold <= time.Hour, "notify.hold", "must be between 0 and 1h")
	check(strings.TrimSpace(c.Business.Name) != "", "business.name", "must not be empty")
	_, err = time.LoadLocation(c.Business.Timezone)
	check(err == nil && c.Business.Timezone != "Local", "business.timezone", "%q is not a time zone such as Europe/Moscow", c.Business.Timezone)
	check(region.MatchString(c.Business.Region), "business.region", "%q is not a country's two letters, such as RU", c.Business.Region)
	check(oneOf(c.Business.Language, "ru", "en"), "business.language", "%q is neither ru nor en", c.Business.Language)
	check(oneOf(c.Log.Level, "debug", "info", "warn", "error"), "log.level", "%q is none of debug, info, warn, error", c.Log.Level)
	check(oneOf(c.Log.Format, "", "text", "json"), "log.format", "%q is neither text nor json", c.Log.Format)
	return errors.Join(problems...)
}

var (
	botToken      = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]{20,}$`)
	webhookSecret = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
	region        = regexp.MustCompile(`^[A-Z]{2}$`)
)

// postgresPath is what follows the host: an @ in it means that the password was cut in two.
func postgresPath(u DatabaseURL) string {
	rest, isPostgres := strings.CutPrefix(string(u), "postgres")
	_, rest, _ = strings.Cut(rest, "://")
	if _, path, found := strings.Cut(rest, "/"); isPostgres && found {
		return path
	}
	return ""
}

func isHTTP(address string) bool {
	parsed, err := url.Parse(address)
	return err == nil && (parsed.Scheme == "http" || parsed.Scheme == "https") && parsed.Host != ""
}

func oneOf(value string, allowed ...string) bool {
	for _, candidate := range allowed {
		if value == candidate {
			return true
		}
	}
	return false
}
