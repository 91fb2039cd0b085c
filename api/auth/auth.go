// Package auth finds out who asks: it makes and reads the tokens of members of staff and of their devices,
// reads those of programs, checks what Telegram signs, and slows down who guesses.
//
// What accounts there are, and which of their sessions are in force, is for the store to say.
package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/store"
)

// accounts are what is asked of the store.
type accounts interface {
	UseAPIToken(ctx context.Context, token string) (store.APIToken, error)
	Authenticate(ctx context.Context, email, password string) (store.Staff, error)
	StaffByEmail(ctx context.Context, email string) (store.Staff, error)
	StaffByChat(ctx context.Context, telegramID int64) (store.Staff, error)
	ChangePassword(ctx context.Context, staffID int64, current, next string) (store.Staff, error)
	StartSession(ctx context.Context, staff store.Staff, login store.Login, ttl time.Duration) (store.Session, error)
	CheckAPIToken(ctx context.Context, id int64) error
	StaffOfSession(ctx context.Context, staffID int64, version int, session string) (store.Staff, error)
	RefreshSession(ctx context.Context, token string, ttl time.Duration) (store.Staff, store.Session, error)
	EndSession(ctx context.Context, token string) error
	EndSessionByID(ctx context.Context, session string) error
	HasReauthenticated(ctx context.Context, session string) (bool, error)
	Reauthenticate(ctx context.Context, staffID int64, session, password string) error
}

// Options are what a Service needs. All but BotToken are required.
type Options struct {
	Accounts   accounts
	Secret     []byte        // signs tokens (HMAC-SHA256); the same on every replica
	AccessTTL  time.Duration // how long an access token is valid
	RefreshTTL time.Duration // how long a session may rest before it has to log in again
	BotToken   string        // checks what Telegram signs; "" turns logins by Telegram off
	Clock      func() time.Time
	Logger     *slog.Logger
}

// Service knows who asks. It is safe for concurrent use.
type Service struct {
	accounts   accounts
	tokens     accessTokens
	devices    deviceTokens
	limiter    *loginLimiter
	refreshTTL time.Duration
	botToken   string
	clock      func() time.Time
	log        *slog.Logger

	// FailedLogins counts what did not log in, by why: password, forged or too_many.
	FailedLogins *prometheus.CounterVec
}

// New fails when a secret or a lifetime is missing.
func New(o Options) (*Service, error) {
	switch {
	case len(o.Secret) == 0:
		return nil, errors.New("a secret to sign tokens with is needed")
	case o.AccessTTL <= 0 || o.RefreshTTL <= 0:
		return nil, errors.New("the lifetimes of tokens must be positive")
	}
	return &Service{
		accounts: o.Accounts, tokens: newAccessTokens(o.Secret, o.AccessTTL, o.Clock), devices: newDeviceTokens(o.Secret),
		limiter: newLoginLimiter(o.Clock), refreshTTL: o.RefreshTTL, botToken: o.BotToken, clock: o.Clock,
		log: o.Logger, FailedLogins: newFailedLogins(),
	}, nil
}

func errUnauthenticated() error {
	return &store.Error{Code: store.Unauthenticated, Message: "You need to be logged in."}
}

func errForbidden(format string, args ...any) error {
	return &store.Error{Code: store.Forbidden, Message: fmt.Sprintf(format, args...)}
}
