package telemetry

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"
)

const scope = "zayavka"

// Tracer begins spans, also where there is no trace yet. It does nothing where the provider is nil.
func Tracer(provider trace.TracerProvider) trace.Tracer {
	if provider == nil {
		provider = noop.NewTracerProvider()
	}
	return provider.Tracer(scope)
}

// Start begins a span beneath that of the context; without one, or where that trace is not sampled, it does nothing.
func Start(ctx context.Context, name string, kind trace.SpanKind) (context.Context, trace.Span) {
	parent := trace.SpanFromContext(ctx)
	if !parent.SpanContext().IsSampled() {
		return ctx, noop.Span{}
	}
	return Tracer(parent.TracerProvider()).Start(ctx, name, trace.WithSpanKind(kind))
}

// End ends a span with what became of the work, in a word. An error's text can hold what people wrote, and is left out.
func End(span trace.Span, result string, failed bool) {
	if span.IsRecording() {
		span.SetAttributes(attribute.String("zayavka.result", result))
		if failed {
			span.SetStatus(codes.Error, "")
		}
	}
	span.End()
}

// Traceparent is the context's trace as it is kept beside work that is done later; "" for none. See
// https://www.w3.org/TR/trace-context/.
func Traceparent(ctx context.Context) string {
	if !trace.SpanContextFromContext(ctx).IsValid() {
		return ""
	}
	carrier := propagation.MapCarrier{}
	propagation.TraceContext{}.Inject(ctx, carrier)
	return carrier["traceparent"]
}

// Continue is a context in the trace that Traceparent gave, if it gave one.
func Continue(ctx context.Context, traceparent string) context.Context {
	if traceparent == "" {
		return ctx
	}
	return propagation.TraceContext{}.Extract(ctx, propagation.MapCarrier{"traceparent": traceparent})
}
