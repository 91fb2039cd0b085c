// Package telemetry traces what the service does, with OpenTelemetry: see https://opentelemetry.io/docs/concepts/signals/traces/.
// A trace begins where work comes in, and everything beneath finds it in its context: where nothing is traced, nothing
// is done. Spans hold names, kinds, states and ids; never what people wrote, a phone, a token, an address or an error's text.
package telemetry

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

const (
	// longestValue bounds attributes, in characters: clients choose the names of their operations.
	longestValue = 200
	// flushTimeout is how long what has ended may take to be sent when the service stops.
	flushTimeout = 3 * time.Second
	// sayEvery is how often the log says that traces cannot be sent.
	sayEvery = 10 * time.Minute
)

// Traces is where traces go.
type Traces struct {
	trace.TracerProvider
	provider *sdk.TracerProvider
}

// Open sends traces to an OTLP endpoint such as http://127.0.0.1:4318, a share of those that begin here, from 0 to 1. It does
// not connect: a collector that is away costs its spans, and a line in the log now and then.
func Open(ctx context.Context, endpoint string, sample float64, version string, log *slog.Logger) (*Traces, error) {
	address, err := url.JoinPath(endpoint, "v1", "traces")
	if err != nil {
		return nil, fmt.Errorf("read the address of the collector: %w", err)
	}
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(address))
	if err != nil {
		return nil, fmt.Errorf("prepare to send traces: %w", err)
	}
	return New(&patient{SpanExporter: exporter, log: log}, sample, version), nil
}

// New gives traces to an exporter, from a queue that drops what does not fit: it holds up nobody.
func New(exporter sdk.SpanExporter, sample float64, version string) *Traces {
	limits := sdk.NewSpanLimits()
	limits.AttributeValueLengthLimit = longestValue
	provider := sdk.NewTracerProvider(
		sdk.WithBatcher(exporter),
		sdk.WithSampler(sdk.ParentBased(sdk.TraceIDRatioBased(sample))),
		sdk.WithRawSpanLimits(limits),
		sdk.WithResource(resource.NewSchemaless(attribute.String("service.name", "zayavka"), attribute.String("service.version", version))),
	)
	return &Traces{provider, provider}
}

// Stop sends what has ended, as long as ctx and flushTimeout allow.
func (t *Traces) Stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, flushTimeout)
	defer cancel()
	return t.provider.Shutdown(ctx)
}

// patient is an exporter whose failures are said now and then. The provider exports one batch at a time.
type patient struct {
	sdk.SpanExporter
	log  *slog.Logger
	said time.Time
}

// ExportSpans implements sdk.SpanExporter.
func (p *patient) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	err := p.SpanExporter.ExportSpans(ctx, spans)
	if err != nil && time.Since(p.said) > sayEvery {
		p.said = time.Now()
		p.log.Warn("Traces cannot be sent, and are dropped; see telemetry.traces", "error", err)
	}
	return nil // the provider would tell a global handler
}
