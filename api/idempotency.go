package api

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/vektah/gqlparser/v2/ast"

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

// settling is the time beyond an operation's own that it takes to store its answer.
const settling = 10 * time.Second

// keyPattern is 1 to 255 printable characters, in quotes as the standard wants it, or without as
// most clients send it.
var keyPattern = regexp.MustCompile(`^(?:"([ !#-~]{1,255})"|([ !#-~]{1,255}))$`)

// isKeyed tells whether a request has an Idempotency-Key, valid or not.
func isKeyed(header http.Header) bool { return len(header.Values(headerIdempotencyKey)) > 0 }

// givesSecret tells whether the answer of a field of Mutation may hold a token or another secret,
// which is shown once and stored nowhere, or whether its arguments hold a password.
func givesSecret(field *ast.Field) bool {
	if field.Arguments.ForName("currentPassword") != nil {
		return true
	}
	switch field.Name {
	case "register", "login", "loginTelegram", "refreshToken", "changePassword",
		"createInvite", "createLoginLink", "useLoginLink", "createApiToken", "createWebhook", "rotateWebhookSecret":
		return true
	}
	return false
}

// answerOnce carries out a mutation of a known caller that has an Idempotency-Key. It goes on when
// the client goes away, so that the second try finds an answer.
func (a *API) answerOnce(c echo.Context, operation operation, in parameters, root *request) reply {
	key := keyPattern.FindStringSubmatch(strings.Join(c.Request().Header.Values(headerIdempotencyKey), ","))
	if key == nil {
		return a.refusalFor(c.Request().Context(), root.id, errInvalid(headerIdempotencyKey,
			"An Idempotency-Key has 1 to 255 printable ASCII characters, none of them a quote.")).reply()
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Request().Context()), a.engine.Limits.Timeout)
	defer cancel()
	keyed, err := a.store.BeginKeyedRequest(ctx, root.caller.Owner(), cmp.Or(key[1], key[2]), in.hash(), a.engine.Limits.Timeout+settling)
	if err != nil {
		return a.refusalFor(ctx, root.id, err).reply()
	}
	if keyed.Response != nil {
		c.Response().Header().Set(headerReplayed, "true")
		return reply{status: http.StatusOK, body: json.RawMessage(*keyed.Response)}
	}
	answer := a.respond(store.WithKeyedRequest(ctx, keyed.ID), operation, in.Variables, root)
	if err := a.settle(ctx, keyed.ID, answer); err != nil {
		a.logFailure(ctx, root.id, nil, err)
	}
	return answer.reply()
}

// settle keeps the answer for whoever asks again, or releases the key if an error left everything
// as it was.
func (a *API) settle(operation context.Context, id int64, answer response) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(operation), settling)
	defer cancel()
	if len(answer.Errors) > 0 {
		if released, err := a.store.ReleaseKeyedRequest(ctx, id); released || err != nil {
			return err
		}
	}
	if operation.Err() != nil {
		return a.store.FinishKeyedRequest(ctx, id, nil) // what was stopped may have changed more than it says
	}
	encoded, err := encode(answer)
	if err != nil || len(encoded) > maxStored {
		return a.store.FinishKeyedRequest(ctx, id, nil)
	}
	text := string(encoded)
	return a.store.FinishKeyedRequest(ctx, id, &text)
}

// hash tells operations apart.
func (in parameters) hash() string {
	var document string
	if in.Extensions.PersistedQuery != nil {
		document = strings.ToLower(in.Extensions.PersistedQuery.Hash)
	} else {
		sum := sha256.Sum256([]byte(in.Query))
		document = hex.EncodeToString(sum[:])
	}
	text, _ := json.Marshal([]any{document, in.OperationName, in.Variables}) // which came as JSON
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
