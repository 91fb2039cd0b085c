package notify

import (
	"context"
	"log/slog"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"zayavka/lease"
	"zayavka/store"
	"zayavka/telemetry"
)

// traced is deliver in the trace of the operation that queued the notification, with how that is recorded.
func (s *Sender) traced(ctx context.Context, log *slog.Logger, delivery store.Delivery) lease.End {
	n := delivery.Notification
	ctx, span := s.tracer.Start(telemetry.Continue(ctx, n.Traceparent), "send notification", trace.WithSpanKind(trace.SpanKindConsumer))
	defer span.End()
	if span.IsRecording() {
		span.SetAttributes(attribute.Int64("zayavka.notification_id", n.ID), attribute.String("zayavka.notification_kind", string(n.Kind)),
			attribute.Int("zayavka.attempt", n.Attempts+1))
	}
	end := s.deliver(ctx, log, delivery)
	return func(ctx context.Context) error { return end(trace.ContextWithSpan(ctx, span)) }
}
