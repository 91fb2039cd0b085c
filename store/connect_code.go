package store

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"math/big"
	"time"

	"github.com/uptrace/bun"

	"zayavka/store/phone"
)

// connectCodeTTL is how long a connect code works.
const connectCodeTTL = 14 * 24 * time.Hour

// What is allowed of digits that are no code, so that nobody finds one by trying. Links are too long to be guessed and have
// no such bounds.
const (
	GuessesPerChat = 5   // within guessPeriod; then its digits are not looked at
	GuessesOverall = 100 // within guessPeriod; then digits work only for as long as their customer is likely at the counter
	guessPeriod    = time.Hour
	atTheCounter   = 15 * time.Minute
)

// digitsKey is the name of the secret with which digits are hashed: there are too few of them for a hash without one.
const digitsKey = "connect_digits"

// ConnectCode is shown to a customer, on a screen or on paper, so that their chat is offered their card. It proves nothing:
// the customer's own contact does, or a member of staff.
type ConnectCode struct {
	Link      string // 22 characters for the link to the bot; shown this once
	Digits    string // six, for who cannot scan; shown this once
	ExpiresAt time.Time
}

// connectCode is what is kept of the code of a card, which has at most one.
type connectCode struct {
	bun.BaseModel `bun:"table:connect_codes,alias:cc"`
	CustomerID    int64 `bun:",pk"`
	LinkHash      string
	DigitsHash    string
	ExpiresAt     time.Time
	CreatedAt     time.Time
}

// connectOffer is the card that a chat was offered last.
type connectOffer struct {
	bun.BaseModel `bun:"table:connect_offers,alias:co"`
	ChatID        int64 `bun:",pk"`
	CustomerID    int64
	CreatedAt     time.Time
}

// connectGuess is a chat's try of digits that are no code.
type connectGuess struct {
	bun.BaseModel `bun:"table:connect_guesses,alias:cg"`
	ID            int64 `bun:",pk,autoincrement"`
	ChatID        int64
	CreatedAt     time.Time
}

// CreateConnectCode makes the code of a card, in place of the one before.
func (s *Store) CreateConnectCode(ctx context.Context, customerID int64) (code ConnectCode, err error) {
	key, err := s.Secret(ctx, digitsKey)
	if err != nil {
		return ConnectCode{}, err
	}
	// Digits that another card has are a Conflict; others are drawn then.
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, err := tx.findCustomer(ctx, "id = $1", customerID)
			if err != nil {
				return err
			}
			if customer == nil {
				return fieldError(errNotFound(), "customerId")
			}
			// With the codes go the offers that were made of them.
			_, err = tx.NewDelete().Model((*connectCode)(nil)).Where("customer_id = ? OR expires_at <= ?", customerID, tx.now).Exec(ctx)
			if err != nil {
				return wrap(err, "remove old connect codes")
			}
			code = ConnectCode{Link: newConnectLink(), Digits: newConnectDigits(), ExpiresAt: tx.now.Add(connectCodeTTL)}
			row := connectCode{
				CustomerID: customerID, LinkHash: tokenHash(code.Link), DigitsHash: digitsHash(key, code.Digits),
				ExpiresAt: code.ExpiresAt, CreatedAt: tx.now,
			}
			_, err = tx.NewInsert().Model(&row).Exec(ctx)
			if isUniqueViolation(err) {
				return errConflict("", "Another code has just been made. Try again.")
			}
			return wrap(err, "insert connect code")
		})
	})
	return code, err
}

// ConnectCodeEnds are until when the codes of cards work, by customer; cards without one are left out.
func (s *Store) ConnectCodeEnds(ctx context.Context, customerIDs []int64) (map[int64]time.Time, error) {
	var codes []connectCode
	err := s.read.NewSelect().Model(&codes).Where("customer_id IN (?)", bun.List(customerIDs)).Where("expires_at > ?", s.now()).Scan(ctx)
	ends := make(map[int64]time.Time, len(codes))
	for _, code := range codes {
		ends[code.CustomerID] = code.ExpiresAt
	}
	return ends, wrap(err, "read until when connect codes work")
}

func newConnectLink() string {
	bits := make([]byte, 16)
	_, _ = rand.Read(bits) // never fails, see crypto/rand
	return base64.RawURLEncoding.EncodeToString(bits)
}

func newConnectDigits() string {
	n, _ := rand.Int(rand.Reader, big.NewInt(1_000_000)) // never fails either
	return fmt.Sprintf("%06d", n)
}

func digitsHash(key, digits string) string {
	mac := hmac.New(sha256.New, []byte(key))
	_, _ = mac.Write([]byte(digits)) // never fails, see hash.Hash
	return hex.EncodeToString(mac.Sum(nil))
}

// OfferOutcome says what OfferCard did.
type OfferOutcome string

const (
	// OfferMade: the person's own contact connects the card now.
	OfferMade OfferOutcome = "made"
	// OfferConnected: the chat has the card already.
	OfferConnected OfferOutcome = "connected"
	// OfferAsked: the chat has proven another phone than the card's. Staff are asked whether the card is theirs.
	OfferAsked OfferOutcome = "asked"
	// OfferRefused: staff were asked that a short while ago, and said no.
	OfferRefused OfferOutcome = "refused"
	// OfferNone: no card has this code, or not any more.
	OfferNone OfferOutcome = "none"
	// OfferTooMany: too many digits were tried lately; this code was not looked at.
	OfferTooMany OfferOutcome = "too_many"
)

// Offer is what is said of a card to a chat that has its code.
type Offer struct {
	Outcome  OfferOutcome
	PhoneKey string // of the card, unless there is none; to be shown masked
}

// OfferByLink offers a chat the card with this link's code, OfferByDigits the one with these six digits. Nothing is
// connected before the person shares their own contact; see Register. Of who, Phone and Verified are not used.
func (s *Store) OfferByLink(ctx context.Context, who Registration, link string) (Offer, error) {
	var offer Offer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		offer, err = tx.offerCard(ctx, who, "link_hash = ?", tokenHash(link))
		return err
	})
	return offer, err
}

// OfferByDigits: see OfferByLink.
func (s *Store) OfferByDigits(ctx context.Context, who Registration, digits string) (Offer, error) {
	key, err := s.Secret(ctx, digitsKey)
	if err != nil {
		return Offer{}, err
	}
	var offer Offer
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if _, err := tx.NewDelete().Model((*connectGuess)(nil)).Where("created_at <= ?", tx.now.Add(-guessPeriod)).Exec(ctx); err != nil {
			return wrap(err, "forget old guesses")
		}
		own, err := tx.NewSelect().Model((*connectGuess)(nil)).Where("chat_id = ?", who.TelegramID).Count(ctx)
		if err != nil {
			return wrap(err, "count the guesses of a chat")
		}
		if own >= GuessesPerChat {
			offer = Offer{Outcome: OfferTooMany}
			return nil
		}
		all, err := tx.NewSelect().Model((*connectGuess)(nil)).Count(ctx)
		if err != nil {
			return wrap(err, "count guesses")
		}
		since := time.Time{}
		if all >= GuessesOverall {
			since = tx.now.Add(-atTheCounter)
		}
		offer, err = tx.offerCard(ctx, who, "digits_hash = ? AND created_at > ?", digitsHash(key, digits), since)
		if err != nil || offer.Outcome != OfferNone {
			return err
		}
		if all >= GuessesOverall {
			offer.Outcome = OfferTooMany
		}
		_, err = tx.NewInsert().Model(&connectGuess{ChatID: who.TelegramID, CreatedAt: tx.now}).Exec(ctx)
		return wrap(err, "note a guess")
	})
	return offer, err
}

func (t *tx) offerCard(ctx context.Context, who Registration, where string, args ...any) (Offer, error) {
	var codes []connectCode
	err := t.NewSelect().Model(&codes).Where(where, args...).Where("expires_at > ?", t.now).Scan(ctx)
	if err != nil {
		return Offer{}, wrap(err, "look for a connect code")
	}
	if len(codes) == 0 {
		return Offer{Outcome: OfferNone}, nil
	}
	known, err := t.findCustomer(ctx, "telegram_id = $1", who.TelegramID)
	if err != nil {
		return Offer{}, err
	}
	card, err := t.lockCardWithCode(ctx, codes[0].CustomerID)
	if err != nil {
		return Offer{}, err
	}
	switch {
	case card == nil:
		return Offer{Outcome: OfferNone}, nil
	case known == nil || known.PhoneVerifiedAt == nil:
		row := connectOffer{ChatID: who.TelegramID, CustomerID: card.ID, CreatedAt: t.now}
		_, err := t.NewInsert().Model(&row).On("CONFLICT (chat_id) DO UPDATE").Set("customer_id = EXCLUDED.customer_id").
			Set("created_at = EXCLUDED.created_at").Returning("NULL").Exec(ctx)
		return Offer{OfferMade, card.PhoneKey}, wrap(err, "offer a card")
	case known.ID == card.ID:
		return Offer{OfferConnected, card.PhoneKey}, t.useConnectCode(ctx, card.ID)
	}
	outcome, err := t.claimByCode(ctx, who, known.PhoneKey, *card)
	if outcome == RegistrationRefused {
		return Offer{OfferRefused, card.PhoneKey}, err
	}
	return Offer{OfferAsked, card.PhoneKey}, err
}

// offered is the card that a chat was offered by a code that still works, and locks it; nil for none.
func (t *tx) offered(ctx context.Context, chatID int64) (*Customer, error) {
	ids, err := readColumn[int64](t.query(ctx, `SELECT o.customer_id FROM connect_offers AS o JOIN connect_codes AS c ON c.customer_id = o.customer_id
		WHERE o.chat_id = $1 AND c.expires_at > $2`, chatID, t.now))
	if err != nil || len(ids) == 0 {
		return nil, wrap(err, "look for the card that a chat was offered")
	}
	return t.lockCardWithCode(ctx, ids[0])
}

// lockCardWithCode locks a card, unless its code has been used up meanwhile: then it is nil.
func (t *tx) lockCardWithCode(ctx context.Context, customerID int64) (*Customer, error) {
	card, err := t.findCustomer(ctx, "id = $1", customerID)
	if err != nil || card == nil {
		return nil, err
	}
	has, err := t.NewSelect().Model((*connectCode)(nil)).Where("customer_id = ?", customerID).Exists(ctx)
	if err != nil || !has {
		return nil, wrap(err, "look whether a code still works")
	}
	return card, nil
}

// asksForOffered asks staff, if a chat proves another phone than that of the card that it was offered. Whom they
// have refused it lets register with that phone.
func (t *tx) asksForOffered(ctx context.Context, in Registration, number phone.Number) (bool, error) {
	card, err := t.offered(ctx, in.TelegramID)
	if err != nil || card == nil || card.PhoneKey == number.Key {
		return false, err
	}
	outcome, err := t.claimByCode(ctx, in, number.Key, *card)
	return outcome == RegistrationClaimed, err
}

// useConnectCode ends the code of a card that is connected, and what others have asked by it.
func (t *tx) useConnectCode(ctx context.Context, customerID int64) error {
	if _, err := t.NewDelete().Model((*connectCode)(nil)).Where("customer_id = ?", customerID).Exec(ctx); err != nil {
		return wrap(err, "use up a connect code")
	}
	return t.refuseCodeClaims(ctx, customerID)
}
