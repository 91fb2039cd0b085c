package main

import (
	"context"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"zayavka/telemetry"
)

// openTraces begins to send traces, if telemetry.traces says where to.
func (a *App) openTraces(ctx context.Context) (err error) {
	if a.config.Telemetry.Traces != "" && a.traces == nil {
		a.traces, err = telemetry.Open(ctx, a.config.Telemetry.Traces, a.config.Telemetry.Sample, version(), a.log)
	}
	return err
}

// stopTraces sends what is left.
func (a *App) stopTraces(ctx context.Context) {
	if a.traces == nil {
		return
	}
	if err := a.traces.Stop(ctx); err != nil {
		a.log.Warn("The last traces could not be sent", "error", err)
	}
}

// tracerProvider is nil where nothing is traced.
func (a *App) tracerProvider() trace.TracerProvider {
	if a.traces == nil {
		return nil
	}
	return a.traces
}

// knownMethods are those that spans name: a client can send any word.
var knownMethods = []string{
	http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions,
}

// traceRequests makes a span of each request, in the trace of its header traceparent if it has one. It is named by the route:
// the rest of an address can be a ticket that opens something. A WebSocket lasts for hours, and its operations are traces of their own.
func (a *App) traceRequests(next echo.HandlerFunc) echo.HandlerFunc {
	if a.traces == nil {
		return next
	}
	tracer := telemetry.Tracer(a.traces)
	return func(c echo.Context) error {
		if c.IsWebSocket() {
			return next(c)
		}
		request, method := c.Request(), c.Request().Method
		if !slices.Contains(knownMethods, method) {
			method = "_OTHER"
		}
		ctx := propagation.TraceContext{}.Extract(request.Context(), propagation.HeaderCarrier(request.Header))
		ctx, span := tracer.Start(ctx, method+" "+c.Path(), trace.WithSpanKind(trace.SpanKindServer))
		defer span.End()
		c.SetRequest(request.WithContext(ctx))
		err := next(c) // which has answered errors too
		span.SetAttributes(attribute.String("http.request.method", method), attribute.String("http.route", c.Path()),
			attribute.Int("http.response.status_code", c.Response().Status),
			attribute.String("zayavka.request_id", c.Response().Header().Get(echo.HeaderXRequestID)))
		if c.Response().Status >= http.StatusInternalServerError {
			span.SetStatus(codes.Error, "")
		}
		return err
	}
}
