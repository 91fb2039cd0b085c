// Package api serves the domain as GraphQL over HTTP.
//
// Package graphql receives and understands a request, and package graphqlws a WebSocket. Then operation.go
// answers: package auth finds out who asks, idempotency.go sees that a mutation is carried out once, the
// engine executes, schema.go and what it refers to answer the fields, errors.go puts failures into words.
package api

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"

	"zayavka/api/auth"
	engine "zayavka/api/graphql"
	"zayavka/api/graphqlws"
	"zayavka/importer"
	"zayavka/store"
	"zayavka/telemetry"
)

// Options are what an API needs from outside. Store, Secret, AccessTTL, RefreshTTL and StatusTexts are required.
type Options struct {
	Store            *store.Store
	Secret           []byte               // signs access tokens (HMAC-SHA256); the same on every replica
	AccessTTL        time.Duration        // how long an access token is valid
	RefreshTTL       time.Duration        // how long a session may rest before it has to log in again
	OpenRegistration bool                 // register needs no invite
	BotToken         string               // checks what Telegram signs; "" turns logins by Telegram off
	PublicURL        string               // where people reach the service, for links; its pages may open WebSockets. No slash at the end
	AllowOrigins     []string             // for CORS: origins or "*"; none turns CORS off
	GraphiQL         fs.FS                // index.html and its files under /graphiql/; nil turns GraphiQL off
	NoIntrospection  bool                 // clients may not read the schema, and so have no use for GraphiQL
	FileURL          FileURL              // nil gives files no addresses
	OpenContent      importer.OpenContent // gives what was uploaded; nil fails imports
	StatusTexts      StatusTexts
	BackupEvery      time.Duration // how often the service backs itself up; 0 is never
	Limits           Limits
	Clock            func() time.Time
	Logger           *slog.Logger
	Metrics          prometheus.Registerer // nil for none
	Traces           trace.TracerProvider  // nil for none
}

// FileURL gives the path from which a file can be got for some minutes: itself or, with a side, its thumbnail whose longest
// side has so many pixels, 320 or 1280. It is empty where there is none.
type FileURL func(file store.File, side int) string

// API answers GraphQL requests. It is safe for concurrent use.
type API struct {
	store            *store.Store
	auth             *auth.Service
	openRegistration bool
	allowOrigins     []string
	publicURL        string
	fileURL          FileURL
	statusTexts      StatusTexts
	backupEvery      time.Duration
	imports          *importer.Runner
	graphiQL         *graphiQL // nil when it is off
	clock            func() time.Time
	log              *slog.Logger
	server           *engine.Server
	customerField    *graphql.FieldDefinition // TaskType.customer
	rates            *rateLimiter
	largeLists       largeLists
	seconds          *prometheus.HistogramVec
	failures         *prometheus.CounterVec
	tracer           trace.Tracer
	webSockets       *graphqlws.Handler
}

// New builds the schema. It fails when a required option is missing.
func New(o Options) (*API, error) {
	if o.Store == nil {
		return nil, errors.New("api: a store is needed")
	}
	a := &API{
		store:            o.Store,
		openRegistration: o.OpenRegistration,
		allowOrigins:     o.AllowOrigins,
		publicURL:        o.PublicURL,
		fileURL:          o.FileURL,
		statusTexts:      o.StatusTexts,
		backupEvery:      o.BackupEvery,
		clock:            o.Clock,
		log:              o.Logger,
		seconds:          newOperationSeconds(),
		failures:         newFailures(),
		tracer:           telemetry.Tracer(o.Traces),
		largeLists:       make(largeLists, maxLargeLists),
	}
	if a.clock == nil {
		a.clock = time.Now
	}
	if a.log == nil {
		a.log = slog.Default()
	}
	a.imports = importer.NewRunner(o.Store, o.OpenContent, a.clock, a.log)
	a.rates = newRateLimiter(o.Limits, a.clock)
	var err error
	a.auth, err = auth.New(auth.Options{
		Accounts: o.Store, Secret: o.Secret, AccessTTL: o.AccessTTL, RefreshTTL: o.RefreshTTL, BotToken: o.BotToken, Clock: a.clock,
		Logger: a.log,
	})
	if err != nil {
		return nil, fmt.Errorf("api: %w", err)
	}
	if o.GraphiQL != nil && !o.NoIntrospection {
		if a.graphiQL, err = newGraphiQL(o.GraphiQL); err != nil {
			return nil, err
		}
	}
	schema, err := a.newSchema()
	if err != nil {
		return nil, err
	}
	a.customerField = schema.Type("TaskType").(*graphql.Object).Fields()["customer"]
	var page http.Handler
	if a.graphiQL != nil {
		page = a.graphiQL.page
	}
	executes := engine.New(schema, engine.Options{Limits: o.Limits.Limits, NoIntrospection: o.NoIntrospection, ListLength: assumedLength})
	a.server = engine.NewServer(executes, application{a}, page)
	a.webSockets = a.newWebSockets(o.AllowOrigins, o.PublicURL)
	if o.Metrics != nil {
		for _, metric := range []prometheus.Collector{a.seconds, a.failures, a.auth.FailedLogins, a.webSockets.Connections, a.webSockets.Subscriptions} {
			if err := o.Metrics.Register(metric); err != nil {
				return nil, fmt.Errorf("api: register metrics: %w", err)
			}
		}
	}
	return a, nil
}

// worthCompressing is how long an answer is, in bytes, that takes a phone longer to load than to unpack:
// shorter ones fit in one packet.
const worthCompressing = 1400

// Register adds /graphql, /graphql/ and GraphiQL's files to e. Echo's IPExtractor decides whose
// word is taken for a client's address, and its RequestID middleware, if used, names the requests.
func (a *API) Register(e *echo.Echo) {
	var middlewares []echo.MiddlewareFunc
	if len(a.allowOrigins) > 0 {
		middlewares = append(middlewares, middleware.CORSWithConfig(middleware.CORSConfig{
			AllowOrigins:  a.allowOrigins,
			AllowMethods:  []string{http.MethodGet, http.MethodPost},
			AllowHeaders:  []string{echo.HeaderAuthorization, echo.HeaderContentType, headerIdempotencyKey, headerDevice},
			ExposeHeaders: []string{echo.HeaderXRequestID, echo.HeaderRetryAfter, headerReplayed},
			MaxAge:        int((10 * time.Minute).Seconds()),
		}))
	}
	// Tokens travel in headers that no page of others can send, so what is compressed beside others' words
	// cannot be guessed by its length.
	middlewares = append(middlewares, middleware.GzipWithConfig(middleware.GzipConfig{
		Level: gzip.BestSpeed, MinLength: worthCompressing,
		Skipper: func(c echo.Context) bool { return c.Request().Method != http.MethodPost },
	}))
	e.Any("/graphql", a.serve, middlewares...)
	e.Any("/graphql/", a.serve, middlewares...)
	e.Match([]string{http.MethodGet, http.MethodHead}, exportPath+"*", a.serveExport)
	e.Match([]string{http.MethodGet, http.MethodHead}, refusedPath+"*", a.serveRefused)
	if a.graphiQL != nil {
		e.GET("/graphiql/*", echo.WrapHandler(a.graphiQL.files))
	}
}

func (a *API) serve(c echo.Context) error {
	if c.IsWebSocket() {
		a.webSockets.ServeHTTP(c.Response(), arrive(c))
	} else {
		a.server.ServeHTTP(c.Response(), arrive(c))
	}
	return nil
}

// Stop ends all WebSockets, so that their clients connect again, elsewhere or later, and imports, and waits until
// they have ended. http.Server.Shutdown does not know of them.
func (a *API) Stop() {
	a.webSockets.Stop()
	a.imports.Stop()
}
