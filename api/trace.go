package api

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	engine "zayavka/api/graphql"
	"zayavka/telemetry"
)

// startOperation begins the span of an operation, named by its field of the root: the name that a client gives could be any. What
// a subscription is executed for is no operation.
func (a *API) startOperation(ctx context.Context, asked *engine.Request) (context.Context, trace.Span) {
	if asked.Event != nil {
		return ctx, noop.Span{}
	}
	ctx, span := a.tracer.Start(ctx, string(asked.Kind)+" "+operationOf(asked))
	if span.IsRecording() {
		span.SetAttributes(attribute.String("graphql.operation.type", string(asked.Kind)), attribute.String("graphql.operation.name", asked.Name))
	}
	return ctx, span
}

func endOperation(span trace.Span, failures []*engine.Error) {
	telemetry.End(span, resultOf(failures), len(failures) > 0)
}
