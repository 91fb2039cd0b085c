package auth

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"zayavka/store"
)

// Client is where somebody asks from.
type Client struct {
	Address string
	Devices []string // the device tokens that it has, valid or not
}

// Session is what logging in gives.
type Session struct {
	Staff                     store.Staff
	AccessToken, RefreshToken string
}

// Login logs in by a password. It is UNAUTHENTICATED when that or the email is wrong, and RATE_LIMITED
// after too many failures.
func (s *Service) Login(ctx context.Context, from Client, email, password string) (Session, error) {
	device, err := s.deviceOf(ctx, from, email)
	if err != nil {
		return Session{}, err
	}
	attempt, err := s.beginLogin(ctx, from, email, device)
	if err != nil {
		return Session{}, err
	}
	staff, err := s.accounts.Authenticate(ctx, email, password)
	if err != nil {
		if store.CodeOf(err) == store.Unauthenticated {
			s.failed(ctx, from, wrongPassword)
		} else {
			attempt.undone()
		}
		return Session{}, err
	}
	attempt.succeeded()
	return s.Start(ctx, staff, store.ByPassword)
}

// beginLogin begins what a password decides, or is RATE_LIMITED. device names a device that the account
// knows, "" for none.
func (s *Service) beginLogin(ctx context.Context, from Client, email, device string) (*loginAttempt, error) {
	attempt, wait := s.limiter.begin(email, from.Address, device)
	if wait > 0 {
		s.failed(ctx, from, tooMany)
	}
	return attempt, errFailedLogins(wait)
}

// errFailedLogins is nil when there is nothing to wait for.
func errFailedLogins(wait time.Duration) error {
	if wait == 0 {
		return nil
	}
	return &store.Error{
		Code: store.RateLimited, RetryAfter: wait,
		Message: fmt.Sprintf("Too many failed logins. Try again in %.0f seconds.", math.Ceil(wait.Seconds())),
	}
}

// LoginTelegram logs in whose Telegram account has opened the Mini App. It fails as TelegramID does, is
// NOT_FOUND when the account is linked to nobody, and RATE_LIMITED after too many forgeries.
//
// Forgeries are counted by the address, because data that is not signed proves no account. What Telegram
// has signed is not counted: no number of tries finds another's signature.
func (s *Service) LoginTelegram(ctx context.Context, from Client, initData string) (Session, error) {
	telegramID, err := s.TelegramID(initData)
	if errors.Is(err, ErrInitDataInvalid) {
		s.failed(ctx, from, forgedData)
		err = cmp.Or(errFailedLogins(s.limiter.forged(from.Address)), err)
	}
	if err != nil {
		return Session{}, err
	}
	staff, err := s.accounts.StaffByChat(ctx, telegramID)
	if err != nil {
		return Session{}, err
	}
	return s.Start(ctx, staff, store.ByTelegram)
}

// Start begins a session for who has proved who they are.
func (s *Service) Start(ctx context.Context, staff store.Staff, login store.Login) (Session, error) {
	begun, err := s.accounts.StartSession(ctx, staff, login, s.refreshTTL)
	if err != nil {
		return Session{}, err
	}
	return s.issue(staff, begun)
}

func (s *Service) issue(staff store.Staff, kept store.Session) (Session, error) {
	token, err := s.tokens.issue(staff, kept.ID)
	return Session{staff, token, kept.RefreshToken}, err
}

// Refresh exchanges a refresh token for an access token and the next refresh token. It is UNAUTHENTICATED
// for one that is not in force.
func (s *Service) Refresh(ctx context.Context, refreshToken string) (Session, error) {
	staff, next, err := s.accounts.RefreshSession(ctx, refreshToken, s.refreshTTL)
	if err != nil {
		return Session{}, err
	}
	return s.issue(staff, next)
}

// Logout ends the session whose access token the Authorization header carries, also one that is over.
func (s *Service) Logout(ctx context.Context, authorization string) error {
	token, ok := s.tokens.read(bearer(authorization))
	if !ok {
		by, err := s.CallerOf(ctx, authorization)
		return cmp.Or(err, by.IsMember())
	}
	return s.accounts.EndSessionByID(ctx, token.session)
}

// LogoutByRefreshToken ends the session whose refresh token it is.
func (s *Service) LogoutByRefreshToken(ctx context.Context, token string) error {
	return s.accounts.EndSession(ctx, token)
}

// ChangePassword changes the caller's password, which ends all their sessions, and begins a new one. A wrong
// password is INVALID with the field currentPassword, and counted like a failed login.
func (s *Service) ChangePassword(ctx context.Context, from Client, by Caller, current, next string) (Session, error) {
	attempt, err := s.beginLogin(ctx, from, by.Staff.Email, s.deviceOfMember(from, by.Staff.ID))
	if err != nil {
		return Session{}, err
	}
	staff, err := s.accounts.ChangePassword(ctx, by.Staff.ID, current, next)
	if err != nil {
		var reason *store.Error
		if errors.As(err, &reason) && reason.Code == store.Invalid && reason.Field == "currentPassword" {
			s.failed(ctx, from, wrongPassword)
		} else {
			attempt.undone()
		}
		return Session{}, err
	}
	attempt.succeeded()
	return s.Start(ctx, staff, store.ByPassword)
}

// Reauthenticate takes the caller's password; nil stands for one that the session gave within
// store.ReauthenticationTTL, without which it is FORBIDDEN. A wrong one is INVALID, and counted like a
// failed login.
func (s *Service) Reauthenticate(ctx context.Context, from Client, by Caller, password *string) error {
	if by.Token != nil {
		return nil // a program has no password; its scopes say what it may do
	}
	if password == nil {
		gave, err := s.accounts.HasReauthenticated(ctx, by.Session)
		if err != nil || gave {
			return err
		}
		return &store.Error{
			Code: store.Forbidden, Field: "currentPassword",
			Message: "This needs your password, because it was not given lately: send it as currentPassword.",
		}
	}
	attempt, err := s.beginLogin(ctx, from, by.Staff.Email, s.deviceOfMember(from, by.Staff.ID))
	if err != nil {
		return err
	}
	switch err := s.accounts.Reauthenticate(ctx, by.Staff.ID, by.Session, *password); {
	case err == nil:
		attempt.succeeded()
	case store.CodeOf(err) == store.Invalid:
		s.failed(ctx, from, wrongPassword)
		return err
	default:
		attempt.undone()
		return err
	}
	return nil
}
