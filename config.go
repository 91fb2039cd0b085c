package main

import (
	"net/url"
	"time"

	"github.com/goccy/go-yaml"

	"zayavka/api"
	"zayavka/api/graphql"
	"zayavka/bot/telegram"
	"zayavka/files"
)

// Config is everything an owner can set: config.example.yaml describes each key. A variable of
// the environment, ZAYAVKA_ and the key in capitals, wins over the file. A key is a field here with
// its name, and nothing else: config_key.go knows how each type is written.
type Config struct {
	Telegram TelegramConfig `yaml:"telegram"`
	Database DatabaseConfig `yaml:"database"`
	Files    FilesConfig    `yaml:"files"`
	Backup   BackupConfig   `yaml:"backup"`
	HTTP     HTTPConfig     `yaml:"http"`
	GraphQL  GraphQLConfig  `yaml:"graphql"`
	Auth     AuthConfig     `yaml:"auth"`
	Notify   NotifyConfig   `yaml:"notify"`
	Webhooks WebhooksConfig `yaml:"webhooks"`
	Business BusinessConfig `yaml:"business"`
	Log      LogConfig      `yaml:"log"`

	Telemetry TelemetryConfig `yaml:"telemetry"`
}

type TelegramConfig struct {
	Token  Secret `yaml:"token"`
	APIURL string `yaml:"api_url"`
	// Proxy is an http, https or socks5 address through which Telegram is reached, perhaps with a login.
	Proxy         ProxyURL `yaml:"proxy"`
	Mode          string   `yaml:"mode"`
	WebhookSecret Secret   `yaml:"webhook_secret"`
	// MessagesPerSecond is 30 unless Telegram was paid for more; 0 is for a Bot API server without limits.
	MessagesPerSecond int `yaml:"messages_per_second"`
}

type DatabaseConfig struct {
	URL DatabaseURL `yaml:"url"`
	// ListenURL leads to PostgreSQL itself where URL leads through a pooler such as PgBouncer.
	ListenURL DatabaseURL `yaml:"listen_url"`
	Migrate   bool        `yaml:"migrate"`
}

type FilesConfig struct {
	URL       FilesURL `yaml:"url"`
	AccessKey Secret   `yaml:"access_key"`
	SecretKey Secret   `yaml:"secret_key"`
}

func (c FilesConfig) open(base string) (*files.Storage, error) {
	return files.Open(string(c.URL), base, c.keys())
}

func (c FilesConfig) keys() files.Keys {
	return files.Keys{Access: string(c.AccessKey), Secret: string(c.SecretKey)}
}

// BackupConfig is of the backups that the service makes by itself, where URL is not empty.
type BackupConfig struct {
	URL   FilesURL      `yaml:"url"`
	Every time.Duration `yaml:"every"`
	Keep  int           `yaml:"keep"`
}

type HTTPConfig struct {
	Listen       string   `yaml:"listen"`
	PublicURL    string   `yaml:"public_url"`
	AllowOrigins []string `yaml:"allow_origins"`
	// TrustedProxies are addresses and networks whose word is taken for whom they pass requests on.
	TrustedProxies []string `yaml:"trusted_proxies"`
	// Profiles is a private address at which net/http/pprof is served; empty: nowhere.
	Profiles string `yaml:"profiles"`
}

// GraphQLConfig has api.Limits as its last keys.
type GraphQLConfig struct {
	Introspection bool          `yaml:"introspection"`
	GraphiQL      bool          `yaml:"graphiql"`
	MaxBody       int           `yaml:"max_body"`
	MaxTokens     int           `yaml:"max_tokens"`
	MaxDepth      int           `yaml:"max_depth"`
	MaxFields     int           `yaml:"max_fields"`
	MaxAliases    int           `yaml:"max_aliases"`
	MaxCost       int           `yaml:"max_cost"`
	MaxRows       int           `yaml:"max_rows"`
	MaxResponse   int           `yaml:"max_response"`
	MaxBatch      int           `yaml:"max_batch"`
	Timeout       time.Duration `yaml:"timeout"`
	RateLimit     int           `yaml:"rate_limit"`
}

func (c GraphQLConfig) limits() api.Limits {
	return api.Limits{RateLimit: c.RateLimit, Limits: graphql.Limits{
		MaxBody: c.MaxBody, MaxTokens: c.MaxTokens, MaxDepth: c.MaxDepth, MaxFields: c.MaxFields, MaxAliases: c.MaxAliases,
		MaxCost: c.MaxCost, MaxRows: c.MaxRows, MaxResponse: c.MaxResponse, MaxBatch: c.MaxBatch, Timeout: c.Timeout,
	}}
}

type AuthConfig struct {
	Secret       Secret        `yaml:"secret"`
	AccessTTL    time.Duration `yaml:"access_ttl"`
	RefreshTTL   time.Duration `yaml:"refresh_ttl"`
	Registration string        `yaml:"registration"`
}

type NotifyConfig struct {
	Hold time.Duration `yaml:"hold"`
}

type WebhooksConfig struct {
	AllowPrivate bool `yaml:"allow_private"`
}

type BusinessConfig struct {
	Name     string `yaml:"name"`
	Timezone string `yaml:"timezone"`
	Region   string `yaml:"region"`
	Language string `yaml:"language"`
	// Currency is that of estimates and payments, which are kept in its hundredths.
	Currency string `yaml:"currency"`
	// SignReplies puts the first name of who wrote above a message of staff.
	SignReplies bool `yaml:"sign_replies"`
}

type LogConfig struct {
	Level  string `yaml:"level"`
	Format string `yaml:"format"`
	// Access logs each HTTP request.
	Access bool `yaml:"access"`
}

// TelemetryConfig is of the traces that are sent where Traces, an OTLP endpoint, is not empty.
type TelemetryConfig struct {
	Traces string  `yaml:"traces"`
	Sample float64 `yaml:"sample"`
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

// ProxyURL is a URL whose password never prints.
type ProxyURL string

func (u ProxyURL) String() string { return DatabaseURL(u).String() }

// GoString hides the password from %#v too.
func (u ProxyURL) GoString() string { return u.String() }

// MarshalText hides the password in YAML and JSON.
func (u ProxyURL) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

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
		Telegram: TelegramConfig{APIURL: telegram.Official, Mode: "polling", MessagesPerSecond: telegram.MessagesPerSecond},
		Database: DatabaseConfig{URL: "sqlite://zayavka.db", Migrate: true},
		Files:    FilesConfig{URL: "file://./files"},
		Backup:   BackupConfig{Every: 24 * time.Hour, Keep: 14},
		HTTP:     HTTPConfig{Listen: "127.0.0.1:8080", TrustedProxies: []string{"127.0.0.0/8", "::1"}},
		GraphQL: GraphQLConfig{
			Introspection: true, GraphiQL: true,
			MaxBody: limits.MaxBody, MaxTokens: limits.MaxTokens, MaxDepth: limits.MaxDepth, MaxFields: limits.MaxFields,
			MaxAliases: limits.MaxAliases, MaxCost: limits.MaxCost,
			MaxRows: limits.MaxRows, MaxResponse: limits.MaxResponse, MaxBatch: limits.MaxBatch, Timeout: limits.Timeout, RateLimit: limits.RateLimit,
		},
		Auth:     AuthConfig{AccessTTL: 12 * time.Hour, RefreshTTL: 720 * time.Hour, Registration: "invite"},
		Notify:   NotifyConfig{Hold: 8 * time.Second},
		Business: BusinessConfig{Name: "Zayavka", Timezone: "Europe/Moscow", Region: "RU", Language: "ru", Currency: "RUB"},
		Log:      LogConfig{Level: "info"},

		Telemetry: TelemetryConfig{Sample: 1},
	}
}
