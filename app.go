package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/backup"
	"zayavka/bot"
	"zayavka/files"
	"zayavka/peers"
	"zayavka/retry"
	"zayavka/store"
	"zayavka/telemetry"
)

// App is the whole service. Building and starting it needs neither the database nor Telegram: it
// waits for them, and says so in /readyz and the log.
type App struct {
	config         Config
	log            *slog.Logger
	frameAncestors []string
	terminal       io.Writer // where the owner's link is shown; nil writes it into a file
	store          *store.Store
	files          *files.Storage
	backups        *backup.Keeper // nil: none are made
	listener       net.Listener
	proxies        *proxies
	access         *access
	server         *http.Server
	metrics        *prometheus.Registry
	traces         *telemetry.Traces // nil: none are made
	reminders      *prometheus.CounterVec
	service        atomic.Pointer[service]
	leading        atomic.Bool
	health         health
	waitingFor     atomic.Pointer[string]
	stop           context.CancelFunc
	running        sync.WaitGroup
}

// NewApp prepares a service. frameAncestors are origins, beside Telegram's, that may show the Mini
// App in a frame.
func NewApp(config Config, log *slog.Logger, frameAncestors ...string) (*App, error) {
	if err := config.hasToken(); err != nil {
		return nil, err
	}
	trusted, err := newProxies(config.HTTP, log)
	if err != nil {
		return nil, err
	}
	database, err := openStore(config)
	if err != nil {
		return nil, err
	}
	storage, err := config.Files.open(database.Folder())
	if err != nil {
		return nil, errors.Join(fmt.Errorf("files.url: %w", err), database.Close())
	}
	backups, err := newBackups(config, database, storage)
	if err != nil {
		return nil, errors.Join(err, database.Close())
	}
	a := &App{config: config, log: log, frameAncestors: frameAncestors, store: database, files: storage, backups: backups, proxies: trusted}
	a.metrics = newMetrics(a)
	a.access = newAccess(config.Log, log, a.metrics)
	a.server = newServer(a.routes(), trusted, log)
	return a, nil
}

func openStore(config Config) (*store.Store, error) {
	options, err := storeOptions(config)
	if err != nil {
		return nil, err
	}
	return store.Open(options)
}

func storeOptions(config Config) (store.Options, error) {
	location, err := time.LoadLocation(config.Business.Timezone)
	if err != nil {
		return store.Options{}, fmt.Errorf("business.timezone: %w", err)
	}
	return store.Options{
		URL: string(config.Database.URL), ListenURL: string(config.Database.ListenURL), Region: config.Business.Region, Location: location, Currency: config.Business.Currency,
		Business: config.Business.Name, Hold: config.Notify.Hold,
		AllowPrivateWebhooks: config.Webhooks.AllowPrivate, Traced: config.Telemetry.Traces != "",
	}, nil
}

// Start listens and begins to work in the background. Only an address that cannot be listened on, and a
// file of SQLite that another process serves, is an error.
func (a *App) Start(ctx context.Context) error {
	err := a.store.Serve()
	if err != nil {
		return errors.Join(err, a.store.Close())
	}
	if a.listener == nil {
		a.listener, err = (&net.ListenConfig{}).Listen(ctx, "tcp", a.config.HTTP.Listen)
		if err != nil {
			return errors.Join(fmt.Errorf("http.listen: %w", err), a.store.Close())
		}
	}
	ctx, a.stop = context.WithCancel(context.WithoutCancel(ctx))
	if err := errors.Join(a.serveProfiles(ctx), a.openTraces(ctx)); err != nil {
		a.stop()
		return errors.Join(err, a.listener.Close(), a.store.Close())
	}
	a.introduce()
	a.running.Go(func() {
		listener := &boundedListener{a.listener, a.proxies, peers.NewCount(connectionsOfAddress)}
		if err := a.server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			a.log.Error("the HTTP server ended", "error", err)
		}
	})
	a.running.Go(func() { a.run(ctx) })
	return nil
}

// Stop takes no more requests and updates, waits for what is in hand until ctx ends, and closes
// the database.
func (a *App) Stop(ctx context.Context) error {
	a.stop()
	err := a.server.Shutdown(ctx)
	if err != nil {
		a.log.Warn("Requests that took too long were cut off", "error", err)
		_ = a.server.Close()
	}
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		a.running.Wait()
	}()
	select {
	case <-finished:
		a.files.Close()
		if a.backups != nil {
			a.backups.Target.Close()
		}
		a.stopTraces(ctx)
		return a.store.Close()
	case <-ctx.Done():
		// What is cut off is in the database and comes again: updates, and claims when their lease ends.
		a.log.Warn("Work in hand took too long and was cut off")
		return nil
	}
}

// URL is the address at which this process listens, without a slash at the end.
func (a *App) URL() string { return "http://" + a.listener.Addr().String() }

// publicURL is the address at which people reach the service. Nobody can open that of all networks, 0.0.0.0:
// where no other is configured, this machine's own stands for it.
func (a *App) publicURL() string {
	if a.config.HTTP.PublicURL != "" {
		return strings.TrimRight(a.config.HTTP.PublicURL, "/")
	}
	host, port, err := net.SplitHostPort(a.listener.Addr().String())
	if err == nil && isUnspecified(host) {
		return "http://" + net.JoinHostPort("localhost", port)
	}
	return a.URL()
}

// introduce says in words what runs where and what is missing.
func (a *App) introduce() {
	a.log.Info("Zayavka "+version()+" is starting", "business", a.config.Business.Name, "timezone", a.config.Business.Timezone)
	a.log.Info("Staff log in here", "mini_app", a.publicURL()+"/app/")
	a.log.Info("Programs connect here", "graphql", a.publicURL()+"/graphql")
	a.log.Info("Data is kept here", "database", a.store.Place(), "files", a.files.Place())
	mode := "the service asks Telegram for messages"
	if a.config.Telegram.Mode == "webhook" {
		mode = "Telegram sends messages to " + a.publicURL() + bot.WebhookPath
	}
	a.log.Info("Customers write to the bot: "+mode, "mode", a.config.Telegram.Mode, "telegram", a.config.Telegram.APIURL)
	if host, _, err := net.SplitHostPort(a.config.HTTP.Listen); err == nil && isUnspecified(host) && a.config.HTTP.PublicURL == "" {
		a.log.Warn("http.public_url is empty, so links lead to this machine alone: set it to the address at which others reach it",
			"listens_on", a.listener.Addr().String())
	}
	if !strings.HasPrefix(a.config.HTTP.PublicURL, "https://") {
		a.log.Warn("http.public_url is not an https address, so Telegram shows no button that opens the Mini App; staff can use a browser")
	}
}

func (a *App) run(ctx context.Context) {
	s := a.prepare(ctx)
	if s == nil {
		return
	}
	a.service.Store(s)
	a.log.Info("The database is ready")
	a.running.Go(func() { a.keepOn(ctx, "listen to other replicas", a.store.Listen) })
	a.running.Go(func() { a.prune(ctx) })
	a.running.Go(func() { a.probeWrites(ctx) })
	a.running.Go(func() { a.probeFiles(ctx) })
	a.running.Go(func() { a.store.WatchFile(ctx, a.tellOfFile) })
	a.running.Go(func() {
		if err := a.store.CountPastYear(ctx, manyTasks); err != nil && ctx.Err() == nil {
			a.log.Warn("Could not count the past year; the first statistics will take longer", "error", err)
		}
		debug.FreeOSMemory() // what the start and counting took
	})
	a.running.Go(func() { a.keepOn(ctx, "write when API tokens were used", a.store.RecordTokenUse) })
	a.running.Go(func() {
		<-ctx.Done()
		s.graphQL.Stop()
	})
	a.keepOn(ctx, "lead", func(ctx context.Context) error {
		return a.store.Lead(ctx, func(ctx context.Context) error {
			a.leading.Store(true)
			defer a.leading.Store(false)
			if err := a.inviteOwner(ctx); err != nil {
				return err
			}
			var sending sync.WaitGroup
			defer sending.Wait()
			sending.Go(func() { s.webhooks.Run(ctx) })
			sending.Go(func() { a.followClock(ctx) })
			sending.Go(func() { a.removeLooseFiles(ctx) })
			sending.Go(func() { a.remind(ctx) })
			if a.backups != nil {
				sending.Go(func() { a.backups.Run(ctx, a.config.Backup.Every, a.log) })
			}
			return s.bot.Run(ctx)
		})
	})
}

// manyTasks is from how many tasks on the past year is counted at the start: fewer are counted in a moment
// when somebody asks, and a small shop's service need not take the memory.
const manyTasks = 200_000

// longestBackoff caps the pauses between tries of what the service needs to run.
const longestBackoff = 30 * time.Second

// prepare does what needs the database, again and again until it succeeds; nil means that ctx ended.
func (a *App) prepare(ctx context.Context) *service {
	for try := 0; ; try++ {
		s, err := a.buildService(ctx)
		if err == nil {
			return s
		}
		reason := "waiting for the database: " + err.Error()
		a.waitingFor.Store(&reason)
		wait := retry.Backoff(try, longestBackoff)
		a.log.Error("The database cannot be used; trying again", "error", err, "wait", wait.String())
		if !retry.Sleep(ctx, wait) {
			return nil
		}
	}
}

// keepOn does work that should never end, again after a pause whenever it does.
func (a *App) keepOn(ctx context.Context, attempted string, work func(context.Context) error) {
	for try := 0; ; try++ {
		began := time.Now()
		err := work(ctx)
		if ctx.Err() != nil {
			return
		}
		if time.Since(began) > time.Minute {
			try = 0
		}
		wait := retry.Backoff(try, longestBackoff)
		a.log.Error("Could not "+attempted+"; trying again", "error", err, "wait", wait.String())
		if !retry.Sleep(ctx, wait) {
			return
		}
	}
}
