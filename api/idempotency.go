package api

import (
	"cmp"
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	engine "zayavka/api/graphql"
	"zayavka/store"
)

// A client that gets no answer to a mutation sends it again with the same Idempotency-Key: it is
// carried out once, and within 24 hours the second answer is the first one. See
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
//
// Keys belong to an account or an API token; those of strangers are ignored. So are keys of
// operations whose answer may hold a secret, because answers are stored, and of those that give a
// password, because a fast hash of what was asked is stored too.
const (
	headerIdempotencyKey = "Idempotency-Key"
	headerReplayed       = "Idempotent-Replayed" // "true" on an answer from memory
)

// maxStored is how long an answer is stored at most, in bytes. Of a longer one only its existence
// is remembered.
const maxStored = 256 << 10

// storeTimeout is the time beyond an operation's own that it takes to store its answer.
const storeTimeout = 10 * time.Second

// keyPattern is 1 to 255 printable characters, in quotes as the standard wants it, or without as
// most clients send it.
var keyPattern = regexp.MustCompile(`^(?:"([ !#-~]{1,255})"|([ !#-~]{1,255}))$`)

// isKeyed tells whether a request has an Idempotency-Key, valid or not.
func isKeyed(header http.Header) bool { return len(header.Values(headerIdempotencyKey)) > 0 }

// mayBeKeyed tells whether an operation is a mutation whose answer may be stored.
func mayBeKeyed(asked *engine.Request) bool {
	return asked.Kind == ast.Mutation && !slices.ContainsFunc(asked.Fields, givesSecret)
}

// givesSecret tells whether the answer of a field of Mutation may hold a token or another secret,
// which is shown once and stored nowhere, or whether its arguments hold a password or an access code.
func givesSecret(field *ast.Field) bool {
	if field.Arguments.ForName("currentPassword") != nil {
		return true
	}
	switch field.Name {
	case "setAccessCode", "showAccessCode", "register", "login", "loginTelegram", "refreshToken", "changePassword",
		"createInvite", "createLoginLink", "photoLink", "connectCode", "useLoginLink", "createApiToken", "createWebhook", "rotateWebhookSecret":
		return true
	}
	return false
}

// answerOnce carries out a mutation of a known caller that has an Idempotency-Key. It goes on when
// the client goes away, so that the second try finds an answer.
func (a application) answerOnce(request context.Context, asked *engine.Request, root *request) engine.Response {
	key := keyPattern.FindStringSubmatch(strings.Join(root.header.Values(headerIdempotencyKey), ","))
	if key == nil {
		return a.server.Refusal(request, errInvalid(headerIdempotencyKey,
			"An Idempotency-Key has 1 to 255 printable ASCII characters, none of them a quote."))
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(request), a.server.Limits.Timeout)
	defer cancel()
	keyed, err := a.store.BeginKeyedRequest(ctx, root.caller.Owner(), cmp.Or(key[1], key[2]), asked.Hash(), a.server.Limits.Timeout+storeTimeout)
	if err != nil {
		return a.server.Refusal(ctx, err)
	}
	if keyed.Response != nil {
		root.answer.Set(headerReplayed, "true")
		return engine.Response{Stored: []byte(*keyed.Response)}
	}
	root.Stream = nil
	answer := a.respond(store.WithKeyedRequest(ctx, keyed.ID), asked, root)
	if err := a.storeResponse(ctx, keyed.ID, answer); err != nil {
		a.logFailure(ctx, nil, err)
	}
	return answer
}

// storeResponse keeps the answer for whoever asks again, or releases the key if an error left everything
// as it was.
func (a *API) storeResponse(operation context.Context, id int64, answer engine.Response) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(operation), storeTimeout)
	defer cancel()
	if len(answer.Errors) > 0 {
		if released, err := a.store.ReleaseKeyedRequest(ctx, id); released || err != nil {
			return err
		}
	}
	if operation.Err() != nil {
		return a.store.FinishKeyedRequest(ctx, id, nil) // what was stopped may have changed more than it says
	}
	encoded, err := answer.Encode()
	if err != nil || len(encoded) > maxStored {
		return a.store.FinishKeyedRequest(ctx, id, nil)
	}
	text := string(encoded)
	return a.store.FinishKeyedRequest(ctx, id, &text)
}
