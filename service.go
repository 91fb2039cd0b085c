package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"zayavka/api"
	"zayavka/bot"
	"zayavka/bot/locale"
	"zayavka/files"
	"zayavka/static"
	"zayavka/store"
	"zayavka/webapp"
	"zayavka/webhook"
)

// service is what needs secrets from the database, and so exists once that has answered.
type service struct {
	web      http.Handler
	bot      *bot.Bot
	webhooks *webhook.Sender
	graphQL  *api.API
}

func (a *App) buildService(ctx context.Context) (*service, error) {
	if err := a.store.CheckSessions(ctx); err != nil {
		return nil, err
	}
	if a.config.Database.Migrate {
		if err := a.store.MigrateUp(ctx); err != nil {
			return nil, err
		}
	}
	if err := a.store.Ready(ctx); err != nil {
		return nil, err
	}
	authSecret, err := a.secret(ctx, a.config.Auth.Secret, "auth")
	if err != nil {
		return nil, err
	}
	if err := a.store.UseAccessCodeSecret([]byte(authSecret)); err != nil {
		return nil, err
	}
	telegramSecret, err := a.secret(ctx, a.config.Telegram.WebhookSecret, "telegram_webhook")
	if err != nil {
		return nil, err
	}
	fileSecret, err := a.store.Secret(ctx, "files")
	if err != nil {
		return nil, err
	}
	signer := files.NewSigner([]byte(fileSecret), time.Now)
	s := &service{}
	s.bot, err = bot.New(bot.Options{
		Store: a.store, Logger: a.log, Token: string(a.config.Telegram.Token), APIURL: a.config.Telegram.APIURL, Proxy: string(a.config.Telegram.Proxy),
		Mode: a.config.Telegram.Mode, MessagesPerSecond: a.config.Telegram.MessagesPerSecond, PublicURL: a.config.HTTP.PublicURL, WebhookSecret: telegramSecret,
		Language: a.config.Business.Language, SignReplies: a.config.Business.SignReplies, Files: a.files, Metrics: a.metrics, Traces: a.tracerProvider(),
	})
	if err != nil {
		return nil, err
	}
	var backupEvery time.Duration
	if a.backups != nil {
		backupEvery = a.config.Backup.Every
	}
	graphiQL := static.GraphiQL
	if !a.config.GraphQL.GraphiQL {
		graphiQL = nil
	}
	s.webhooks, err = webhook.New(webhook.Options{Store: a.store, Logger: a.log, Version: version(), Metrics: a.metrics, Traces: a.tracerProvider()})
	if err != nil {
		return nil, err
	}
	s.graphQL, err = api.New(api.Options{
		Store: a.store, Logger: a.log, Secret: []byte(authSecret),
		AccessTTL: a.config.Auth.AccessTTL, RefreshTTL: a.config.Auth.RefreshTTL,
		OpenRegistration: a.config.Auth.Registration == "open", AllowOrigins: a.config.HTTP.AllowOrigins,
		GraphiQL: graphiQL, NoIntrospection: !a.config.GraphQL.Introspection, Limits: a.config.GraphQL.limits(),
		StatusTexts: api.StatusTexts{Usual: locale.StatusDefault, Preview: locale.PreviewStatusText},
		BotToken:    string(a.config.Telegram.Token), PublicURL: a.publicURL(), FileURL: fileURL(signer), OpenContent: a.files.Open, BackupEvery: backupEvery, Metrics: a.metrics,
		Traces: a.tracerProvider(),
	})
	if err != nil {
		return nil, err
	}
	web := echo.New()
	web.HideBanner, web.HidePort = true, true
	web.IPExtractor = a.proxies.address
	web.Use(requestID(), a.traceRequests, a.access.watch, a.logPanics, a.proxies.watch)
	s.graphQL.Register(web)
	webapp.Register(web, webapp.Options{
		Business: a.shopName, Language: a.config.Business.Language, Timezone: a.config.Business.Timezone,
		Region: a.config.Business.Region, Currency: a.config.Business.Currency, FrameAncestors: a.frameAncestors,
	})
	web.Match([]string{http.MethodGet, http.MethodHead}, files.Path+"*", echo.WrapHandler(files.NewHandler(a.store, a.files, signer, a.log)))
	uploader := echo.WrapHandler(files.NewUploader(files.UploadOptions{
		Store: a.store, Storage: a.files, Authorize: s.graphQL.Writer, Logger: a.log,
	}))
	web.POST(strings.TrimSuffix(files.Path, "/"), uploader)
	web.DELETE(files.Path+":id", uploader)
	if a.config.Telegram.Mode == "webhook" {
		web.POST(bot.WebhookPath, s.bot.Webhook)
	}
	web.GET("/", func(c echo.Context) error { return c.Redirect(http.StatusFound, "/app/") })
	s.web = web
	return s, nil
}

// nameTimeout is how long the page waits for what the shop is called.
const nameTimeout = time.Second

// shopName is what the page calls the shop.
func (a *App) shopName(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, nameTimeout)
	defer cancel()
	shop, err := a.store.Shop(ctx)
	if err != nil {
		a.log.Warn("Could not read what the shop is called", "error", err)
	}
	return shop.Name, err
}

// fileURL gives the addresses of files that the API tells.
func fileURL(signer *files.Signer) api.FileURL {
	return func(file store.File, side int) string {
		if side != int(files.Original) && !files.HasThumbnails(file.Mime) {
			return ""
		}
		return signer.URL(file.ID, files.Variant(side))
	}
}

func (a *App) secret(ctx context.Context, configured Secret, name string) (string, error) {
	if configured != "" {
		return string(configured), nil
	}
	return a.store.Secret(ctx, name)
}

func (a *App) logPanics(next echo.HandlerFunc) echo.HandlerFunc {
	recoverer := middleware.RecoverWithConfig(middleware.RecoverConfig{
		LogErrorFunc: func(c echo.Context, err error, stack []byte) error {
			a.log.Error("a request panicked", "error", err, "path", c.Path(),
				"request_id", c.Response().Header().Get(echo.HeaderXRequestID), "stack", string(stack))
			return err
		},
	})
	return recoverer(next)
}
