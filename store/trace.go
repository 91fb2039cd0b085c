package store

import (
	"context"
	"database/sql"
	"errors"
	"regexp"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"zayavka/telemetry"
)

// traceStatements makes spans of Bun's statements too.
func (s *Store) traceStatements() {
	s.write = s.write.WithQueryHook(statementSpans{s})
	if s.isPostgres() {
		s.read = s.write
	} else {
		s.read = s.read.WithQueryHook(statementSpans{s})
	}
}

// startStatement begins the span of a statement, if its context is traced.
func (s *Store) startStatement(ctx context.Context, text string) trace.Span {
	_, span := telemetry.Start(ctx, "statement", trace.SpanKindClient)
	if !span.IsRecording() {
		return span
	}
	system := "sqlite"
	if s.isPostgres() {
		system = "postgresql"
	}
	span.SetAttributes(attribute.String("db.system.name", system))
	operation, table := statementNames(text)
	if operation == "" {
		return span
	}
	span.SetName(strings.TrimSpace(operation + " " + table))
	span.SetAttributes(attribute.String("db.operation.name", operation))
	if table != "" {
		span.SetAttributes(attribute.String("db.collection.name", table))
	}
	return span
}

func endStatement(span trace.Span, err error) {
	switch {
	case err == nil || errors.Is(err, sql.ErrNoRows):
		telemetry.End(span, "ok", false)
	case errors.Is(err, context.Canceled):
		telemetry.End(span, "canceled", false)
	default:
		telemetry.End(span, "failed", true)
	}
}

var (
	operationOfStatement = regexp.MustCompile(`^\s*([A-Z]+)\b`)
	tableOfStatement     = regexp.MustCompile(`\b(?:FROM|INTO|UPDATE)\s+"?([a-z_]+)\b`)
)

// statementNames are a statement's operation and the first table that it names. Bun writes values into the text, each text in
// quotes: nothing behind the first of these is looked at.
func statementNames(text string) (operation, table string) {
	text, _, _ = strings.Cut(text, "'")
	if found := operationOfStatement.FindStringSubmatch(text); found != nil {
		operation = found[1]
	}
	if found := tableOfStatement.FindStringSubmatch(text); found != nil {
		table = found[1]
	}
	return operation, table
}

// statementSpans is Bun's hook. The statement's own context stays as it is: a transaction keeps that of its BEGIN.
type statementSpans struct{ store *Store }

type statementSpanKey struct{}

// BeforeQuery implements bun.QueryHook.
func (h statementSpans) BeforeQuery(ctx context.Context, event *bun.QueryEvent) context.Context {
	if span := h.store.startStatement(ctx, event.Query); span.IsRecording() {
		event.Stash = map[any]any{statementSpanKey{}: span}
	}
	return ctx
}

// AfterQuery implements bun.QueryHook.
func (statementSpans) AfterQuery(_ context.Context, event *bun.QueryEvent) {
	if span, traced := event.Stash[statementSpanKey{}].(trace.Span); traced {
		endStatement(span, event.Err)
	}
}

// BeforeAppendModel keeps the trace of the operation that queues the message, or queues it again, for its send. Bun calls it.
func (n *Notification) BeforeAppendModel(ctx context.Context, query schema.Query) error {
	switch query.(type) {
	case *bun.InsertQuery, *bun.UpdateQuery:
		if traceparent := telemetry.Traceparent(ctx); traceparent != "" {
			n.Traceparent = traceparent
		}
	}
	return nil
}
