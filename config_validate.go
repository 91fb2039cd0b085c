package main

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/nyaruka/phonenumbers"

	"zayavka/files"
)

// problem is what is wrong with a key.
type problem struct{ key, says string }

func (p problem) Error() string { return p.key + ": " + p.says }

// Validate says everything that is wrong at once, each with its key.
func (c Config) Validate() error {
	var all []error
	for _, one := range c.problems() {
		all = append(all, one)
	}
	return errors.Join(all...)
}

func (c Config) problems() (found []problem) {
	check := func(ok bool, key, format string, args ...any) {
		if !ok {
			found = append(found, problem{key, fmt.Sprintf(format, args...)})
		}
	}
	check(c.Telegram.Token == "" || botToken.MatchString(string(c.Telegram.Token)), "telegram.token",
		"this is not a bot's token; it looks like 123456789:AbC… and comes from @BotFather")
	check(isHTTP(c.Telegram.APIURL), "telegram.api_url", "%q is not an http or https address", c.Telegram.APIURL)
	check(c.Telegram.Proxy == "" || isProxy(string(c.Telegram.Proxy)), "telegram.proxy",
		"use http://host:port, https:// or socks5://, before the host user:password@ with / ? # @ escaped as %%2F %%3F %%23 %%40")
	check(oneOf(c.Telegram.Mode, "polling", "webhook"), "telegram.mode", "%q is neither polling nor webhook", c.Telegram.Mode)
	check(c.Telegram.MessagesPerSecond >= 0 && c.Telegram.MessagesPerSecond <= 1000, "telegram.messages_per_second",
		"must be 0 to 1000; Telegram lets a bot send 30 unless it is paid for more")
	check(c.Telegram.WebhookSecret == "" || webhookSecret.MatchString(string(c.Telegram.WebhookSecret)), "telegram.webhook_secret",
		"use 1 to 256 of the characters A-Z a-z 0-9 _ -")
	check(c.Telegram.Mode != "webhook" || c.HTTP.PublicURL != "", "http.public_url", "telegram.mode webhook needs the address at which Telegram reaches this service")
	check(strings.HasPrefix(string(c.Database.URL), "sqlite://") || isPostgres(c.Database.URL), "database.url", "must begin with sqlite:// or postgres://")
	check(c.Database.ListenURL == "" || isPostgres(c.Database.ListenURL) && isPostgres(c.Database.URL), "database.listen_url",
		"must begin with postgres://, and so must database.url")
	check(!strings.Contains(postgresPath(c.Database.URL), "@"), "database.url", "escape the characters / ? # @ in the password, as %%2F %%3F %%23 %%40")
	_, err := c.Files.open("")
	check(err == nil, "files.url", "%v", err)
	if c.Backup.URL != "" {
		_, err := files.Open(string(c.Backup.URL), "", c.Files.keys())
		check(err == nil, "backup.url", "%v", err)
		check(c.Backup.URL != c.Files.URL, "backup.url", "must be another place than files.url")
	}
	check(c.Backup.Every >= time.Minute && c.Backup.Every <= 31*24*time.Hour, "backup.every", "must be between 1m and 744h")
	check(c.Backup.Keep >= 1 && c.Backup.Keep <= 1000, "backup.keep", "must be between 1 and 1000")
	check((c.Files.AccessKey == "") == (c.Files.SecretKey == ""), "files.secret_key", "files.access_key and files.secret_key are a pair: set both or none")
	_, _, err = net.SplitHostPort(c.HTTP.Listen)
	check(err == nil, "http.listen", "%q is not an address and port, such as 127.0.0.1:8080", c.HTTP.Listen)
	check(c.HTTP.PublicURL == "" || isHTTP(c.HTTP.PublicURL), "http.public_url", "%q is not an http or https address", c.HTTP.PublicURL)
	check(!isHTTP(c.HTTP.PublicURL) || isOrigin(c.HTTP.PublicURL), "http.public_url",
		"%q has more than a name and a port: the service needs a name of its own, such as https://crm.example.com, and works below no path", c.HTTP.PublicURL)
	for _, origin := range c.HTTP.AllowOrigins {
		check(origin == "*" || isHTTP(origin), "http.allow_origins", "%q is neither * nor an origin such as https://example.com", origin)
		check(!isHTTP(origin) || origin == originOf(origin), "http.allow_origins", "%q is more than an origin, and no browser sends it: write %s", origin, originOf(origin))
	}
	for _, proxy := range c.HTTP.TrustedProxies {
		_, err := parseNetwork(proxy)
		check(err == nil, "http.trusted_proxies", "%q is neither an address such as 192.0.2.1 nor a network such as 192.0.2.0/24", proxy)
	}
	check(c.HTTP.Profiles == "" || isPrivate(c.HTTP.Profiles), "http.profiles", "%q is not a private address and port, such as 127.0.0.1:6060", c.HTTP.Profiles)
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
		{"max_cost", c.GraphQL.MaxCost, 1, 999_999_999},
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
	check(phonenumbers.GetSupportedRegions()[c.Business.Region], "business.region", "%q is not a country's two letters, such as RU or GB", c.Business.Region)
	check(oneOf(c.Business.Language, "ru", "en"), "business.language", "%q is neither ru nor en", c.Business.Language)
	check(currency.MatchString(c.Business.Currency), "business.currency", "%q is not a currency's three letters, such as RUB", c.Business.Currency)
	check(!oneOf(c.Business.Currency, withoutHundredths...), "business.currency", "money is kept in hundredths, which %s does not have", c.Business.Currency)
	check(oneOf(c.Log.Level, "debug", "info", "warn", "error"), "log.level", "%q is none of debug, info, warn, error", c.Log.Level)
	check(oneOf(c.Log.Format, "", "text", "json"), "log.format", "%q is neither text nor json", c.Log.Format)
	check(c.Telemetry.Traces == "" || isCollector(c.Telemetry.Traces), "telemetry.traces",
		"use the http or https address of an OTLP endpoint, such as http://127.0.0.1:4318, without a login and without what follows a question mark")
	check(c.Telemetry.Sample >= 0 && c.Telemetry.Sample <= 1, "telemetry.sample", "must be between 0 and 1")
	return found
}

// hasToken is nil when there is what serve needs to run and Validate does not ask for, since other commands do without.
func (c Config) hasToken() error {
	if c.Telegram.Token != "" {
		return nil
	}
	return errors.New(`telegram.token is missing. To get one, write /newbot to @BotFather in Telegram, then put the
token into config.yaml, the variable ZAYAVKA_TELEGRAM_TOKEN, or a file that ZAYAVKA_TELEGRAM_TOKEN_FILE names.
To look around without a token, run: zayavka demo`)
}

var (
	botToken      = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]{20,}$`)
	webhookSecret = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
	currency      = regexp.MustCompile(`^[A-Z]{3}$`)
)

// withoutHundredths are the currencies of ISO 4217 whose smallest unit is another part of them.
var withoutHundredths = []string{
	"BHD", "BIF", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR", "PYG", "RWF", "TND", "UGX", "UYI", "VND",
	"VUV", "XAF", "XOF", "XPF",
}

func isPostgres(u DatabaseURL) bool {
	return strings.HasPrefix(string(u), "postgres://") || strings.HasPrefix(string(u), "postgresql://")
}

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

func isCollector(address string) bool {
	parsed, err := url.Parse(address)
	return err == nil && isHTTP(address) && parsed.User == nil && parsed.RawQuery == "" && parsed.Fragment == ""
}

func isProxy(address string) bool {
	parsed, err := url.Parse(address)
	return err == nil && oneOf(parsed.Scheme, "http", "https", "socks5", "socks5h") && parsed.Hostname() != "" && parsed.Path == ""
}

// isOrigin tells whether an http or https address is a scheme and a host, whatever slash ends it.
func isOrigin(address string) bool {
	parsed, err := url.Parse(address)
	return err == nil && strings.Trim(parsed.Path, "/") == "" && parsed.RawQuery == "" && parsed.Fragment == "" && parsed.User == nil
}

// originOf is the origin of an http or https address, as a browser sends it.
func originOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(parsed.Host)
	host = strings.TrimSuffix(host, map[string]string{"http": ":80", "https": ":443"}[parsed.Scheme])
	return parsed.Scheme + "://" + host
}

func oneOf(value string, allowed ...string) bool {
	for _, candidate := range allowed {
		if value == candidate {
			return true
		}
	}
	return false
}
