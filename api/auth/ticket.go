package auth

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"zayavka/store"
)

// ticket is what an address says that works without a header: on whose behalf, and what is asked for. Its
// audience keeps it and access tokens apart, which one secret signs.
type ticket struct {
	jwt.RegisteredClaims
	StaffID int64           `json:"staff,omitempty"`
	Version int             `json:"ver,omitempty"` // the account's TokenVersion
	Session string          `json:"sid,omitempty"`
	TokenID int64           `json:"token,omitempty"` // of a program, instead of the three
	Request json.RawMessage `json:"request"`
}

// IssueTicket signs what somebody asks for, to be read once or more within ttl and while the session lasts, or
// the API token is in force.
func (s *Service) IssueTicket(by Caller, audience string, ttl time.Duration, request json.RawMessage) (string, error) {
	claims := ticket{
		RegisteredClaims: jwt.RegisteredClaims{
			Audience: jwt.ClaimStrings{audience}, ExpiresAt: jwt.NewNumericDate(s.clock().Add(ttl)),
		},
		StaffID: by.Staff.ID, Version: by.Staff.TokenVersion, Session: by.Session, Request: request,
	}
	if by.Token != nil {
		claims.TokenID = by.Token.ID
	}
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.tokens.secret)
	if err != nil {
		return "", fmt.Errorf("sign a ticket: %w", err)
	}
	return signed, nil
}

// ReadTicket gives what a ticket asks for; ok is false for a ticket that is not ours or not for the
// audience, has expired, or whose session or API token is over.
func (s *Service) ReadTicket(ctx context.Context, audience, text string) (request json.RawMessage, ok bool, err error) {
	var read ticket
	_, err = jwt.ParseWithClaims(text, &read, func(*jwt.Token) (any, error) { return s.tokens.secret, nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}), jwt.WithAudience(audience),
		jwt.WithExpirationRequired(), jwt.WithTimeFunc(s.clock))
	if err != nil {
		return nil, false, nil
	}
	if read.TokenID != 0 {
		err = s.accounts.CheckAPIToken(ctx, read.TokenID)
	} else {
		_, err = s.accounts.StaffOfSession(ctx, read.StaffID, read.Version, read.Session)
	}
	if store.CodeOf(err) == store.NotFound {
		return nil, false, nil
	}
	return read.Request, err == nil, err
}
