package store

import (
	"cmp"
	"context"
	"time"

	"github.com/uptrace/bun"
)

// PhoneClaim is somebody who has proven a phone that another chat had proven before: the number was given
// to somebody else, or its owner has another Telegram account. Or it is somebody who has a card's ConnectCode and has
// proven another phone than the card's. Staff decide whose the card is; until then nothing moves.
type PhoneClaim struct {
	bun.BaseModel `bun:"table:phone_claims,alias:pc"`
	ID            int64 `bun:",pk,autoincrement"`
	CustomerID    int64
	PhoneKey      string // the phone that was proven
	TelegramID    int64  // the chat that asks for the card
	Name          string // in Telegram; may be empty
	Language      string // "ru" or "en"
	ByCode        bool   // the phone is not the card's: the chat has its ConnectCode
	Accepted      bool
	DecidedAt     *time.Time // nil while it is open
	DecidedBy     *int64     // a member of staff
	CreatedAt     time.Time
}

// claimPause is for how long a refused claim is not put before staff again.
const claimPause = 7 * 24 * time.Hour

// maxOpenClaims is how many open claims are listed.
const maxOpenClaims = 100

// claimPhone asks staff and tells the card's present chat, once for as long as the claim is open.
func (t *tx) claimPhone(ctx context.Context, in Registration, holder Customer) (RegistrationOutcome, error) {
	claim := PhoneClaim{
		CustomerID: holder.ID, PhoneKey: holder.PhoneKey, TelegramID: in.TelegramID, Name: in.Name, Language: in.Language, CreatedAt: t.now,
	}
	outcome, isNew, err := t.claim(ctx, claim)
	if err != nil || !isNew {
		return outcome, err
	}
	payload := NotificationPayload{Phone: holder.PhoneKey, Name: holder.Name, Claimant: in.Name}
	if err := t.notifyAdmins(ctx, NotificationPhoneClaimed, payload); err != nil {
		return "", err
	}
	return outcome, t.tellHolder(ctx, holder, *holder.TelegramID, NotificationPhoneClaimed)
}

// claimByCode asks staff whether a card is of somebody who has its code and has proven another phone. They see the question
// where the code is shown; nobody else is told.
func (t *tx) claimByCode(ctx context.Context, in Registration, phoneKey string, card Customer) (RegistrationOutcome, error) {
	claim := PhoneClaim{
		CustomerID: card.ID, PhoneKey: phoneKey, TelegramID: in.TelegramID, Name: in.Name, Language: in.Language, ByCode: true, CreatedAt: t.now,
	}
	outcome, _, err := t.claim(ctx, claim)
	return outcome, err
}

// claim puts a claim before staff, unless it is there already, or was refused a short while ago.
func (t *tx) claim(ctx context.Context, claim PhoneClaim) (outcome RegistrationOutcome, isNew bool, err error) {
	var before []PhoneClaim
	err = t.NewSelect().Model(&before).Where("customer_id = ?", claim.CustomerID).Where("telegram_id = ?", claim.TelegramID).
		Where("by_code = ?", claim.ByCode).Order("id DESC").Limit(1).Scan(ctx)
	if err != nil {
		return "", false, wrap(err, "look for a claim")
	}
	for _, earlier := range before {
		switch {
		case earlier.DecidedAt == nil:
			return RegistrationClaimed, false, nil
		case !earlier.Accepted && t.now.Sub(*earlier.DecidedAt) < claimPause:
			return RegistrationRefused, false, nil
		}
	}
	if err := t.withdrawClaims(ctx, claim.TelegramID); err != nil { // of a number from before
		return "", false, err
	}
	if _, err := t.NewInsert().Model(&claim).Exec(ctx); err != nil {
		return "", false, wrap(err, "insert claim")
	}
	t.changed(SubjectCustomer, Updated, claim.CustomerID)
	return RegistrationClaimed, true, nil
}

// OpenPhoneClaims lists the claims that staff have not decided, oldest first, at most 100.
func (s *Store) OpenPhoneClaims(ctx context.Context) ([]PhoneClaim, error) {
	var claims []PhoneClaim
	err := s.read.NewSelect().Model(&claims).Where("decided_at IS NULL").Order("id").Limit(maxOpenClaims).Scan(ctx)
	return claims, wrap(err, "list claims")
}

// OpenPhoneClaimsByCustomer finds the claims to many cards that staff have not decided with one
// statement, each card's oldest first, unless there are more than most: then tooMany is true and none is given.
func (s *Store) OpenPhoneClaimsByCustomer(ctx context.Context, customerIDs []int64, most int) (byCustomer map[int64][]PhoneClaim, tooMany bool, err error) {
	var claims []PhoneClaim
	err = s.read.NewSelect().Model(&claims).Where("customer_id IN (?)", bun.List(customerIDs)).Where("decided_at IS NULL").
		Order("id").Limit(int64(most) + 1).Scan(ctx)
	if err != nil || len(claims) > most {
		return nil, err == nil, wrap(err, "read claims of customers")
	}
	byCustomer = map[int64][]PhoneClaim{}
	for _, claim := range claims {
		byCustomer[claim.CustomerID] = append(byCustomer[claim.CustomerID], claim)
	}
	return byCustomer, false, nil
}

// DecidePhoneClaim gives the card to the chat that claims it, or leaves it where it is, and tells both
// chats. A claim is decided once: the second time is a Conflict. It returns the card as it is then.
func (s *Store) DecidePhoneClaim(ctx context.Context, actor Actor, id int64, accept bool) (Customer, error) {
	shop, err := s.Shop(ctx)
	if err != nil {
		return Customer{}, err
	}
	var customer Customer
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		holder, err := tx.findCustomer(ctx, "id = (SELECT customer_id FROM phone_claims WHERE id = $1)", id)
		if err != nil {
			return err
		}
		var claim PhoneClaim
		if err := tx.forUpdate(tx.NewSelect().Model(&claim).Where("id = ?", id)).Scan(ctx); err != nil {
			return notFoundOr(err, "lock claim")
		}
		if claim.DecidedAt != nil {
			return errConflict("", "This was decided already.")
		}
		claim.DecidedAt, claim.DecidedBy, claim.Accepted = &tx.now, actor.staffID(), accept
		if _, err := tx.NewUpdate().Model(&claim).WherePK().Exec(ctx); err != nil {
			return wrap(err, "decide claim")
		}
		customer = *holder // a claim goes with its card
		tx.changed(SubjectCustomer, Updated, customer.ID)
		kind := NotificationPhoneKept
		if accept {
			kind = NotificationPhoneMoved
			if err := tx.transferCustomer(ctx, shop, claim, &customer); err != nil {
				return err
			}
		}
		if holder.TelegramID != nil && (accept || !claim.ByCode) {
			if err := tx.tellHolder(ctx, *holder, *holder.TelegramID, kind); err != nil {
				return err
			}
		}
		if claim.ByCode && accept {
			claim.PhoneKey = customer.PhoneKey // which they are told of
		}
		return tx.tellClaimant(ctx, claim, kind)
	})
	return customer, err
}

// transferCustomer links the card to the chat that claims it. Who has given the phone below the shop's text has agreed to it then.
func (t *tx) transferCustomer(ctx context.Context, shop Shop, claim PhoneClaim, customer *Customer) error {
	known, err := t.findCustomer(ctx, "telegram_id = $1", claim.TelegramID)
	if err != nil {
		return err
	}
	if known != nil && known.ID != customer.ID {
		if err := t.unlinkChat(ctx, known, customer, claim.Name); err != nil {
			return err
		}
	}
	previous := *customer
	if err := t.linkChat(ctx, customer, claim.TelegramID); err != nil {
		return err
	}
	customer.PhoneVerifiedAt = &t.now // of a claim by code, staff say that the chat is the customer's
	customer.Name = cmp.Or(customer.Name, claim.Name)
	customer.Language = cmp.Or(claim.Language, customer.Language)
	if err := t.saveCustomer(ctx, customer); err != nil {
		return err
	}
	t.emitCustomer(previous, *customer)
	if err := t.consentByRegistering(ctx, shop, *customer); err != nil {
		return err
	}
	if err := t.askAgain(ctx, customer, true); err != nil {
		return err
	}
	return t.useConnectCode(ctx, customer.ID)
}

// withdrawClaims removes what a chat claims, because it has proven another phone or needs none any more.
func (t *tx) withdrawClaims(ctx context.Context, telegramID int64) error {
	var withdrawn []PhoneClaim
	err := t.NewDelete().Model(&withdrawn).Where("telegram_id = ?", telegramID).Where("decided_at IS NULL").Returning("*").Scan(ctx, &withdrawn)
	if err != nil {
		return wrap(err, "withdraw claims")
	}
	for _, claim := range withdrawn {
		t.changed(SubjectCustomer, Updated, claim.CustomerID)
	}
	return t.forgetClaimants(ctx, withdrawn)
}

// forgetClaimants removes what admins were, or are to be, told of claims that are gone. Nothing else than a claim tells whom such a
// message names.
func (t *tx) forgetClaimants(ctx context.Context, claims []PhoneClaim) error {
	if len(claims) == 0 {
		return nil
	}
	var notices []Notification
	err := t.NewSelect().Model(&notices).Where("kind = ?", NotificationPhoneClaimed).Where("staff_id IS NOT NULL").Scan(ctx)
	if err != nil {
		return wrap(err, "read what admins were told of claims")
	}
	var told []int64
	for _, claim := range claims {
		for _, notice := range notices {
			if notice.Payload.Phone == claim.PhoneKey && notice.Payload.Claimant == claim.Name {
				told = append(told, notice.ID)
			}
		}
	}
	return t.deleteNotifications(ctx, "id IN (?)", bun.List(told))
}

// voidClaims ends the claims to the phone of a card that no chat has proven to be its own any more. Who claimed it is
// told that sharing the contact is enough now.
func (t *tx) voidClaims(ctx context.Context, customerID int64) error {
	return t.endClaims(ctx, customerID, false, NotificationPhoneFree)
}

// refuseCodeClaims ends the claims to a card by its code.
func (t *tx) refuseCodeClaims(ctx context.Context, customerID int64) error {
	return t.endClaims(ctx, customerID, true, NotificationPhoneKept)
}

func (t *tx) endClaims(ctx context.Context, customerID int64, byCode bool, told NotificationKind) error {
	var void []PhoneClaim
	err := t.NewDelete().Model(&void).Where("customer_id = ?", customerID).Where("decided_at IS NULL").Where("by_code = ?", byCode).
		Returning("*").Scan(ctx, &void)
	if err != nil {
		return wrap(err, "end claims")
	}
	if err := t.forgetClaimants(ctx, void); err != nil {
		return err
	}
	for _, claim := range void {
		if err := t.tellClaimant(ctx, claim, told); err != nil {
			return err
		}
	}
	return nil
}

// tellHolder writes to the chat that had the card before a decision, tellClaimant to the chat that claims it.
func (t *tx) tellHolder(ctx context.Context, holder Customer, chatID int64, kind NotificationKind) error {
	return t.insertNotice(ctx, Notification{
		ChatID: chatID, Kind: kind, Payload: NotificationPayload{Phone: holder.PhoneKey, Language: holder.Language},
	})
}

func (t *tx) tellClaimant(ctx context.Context, claim PhoneClaim, kind NotificationKind) error {
	return t.insertNotice(ctx, Notification{
		ChatID: claim.TelegramID, Kind: kind, Payload: NotificationPayload{Phone: claim.PhoneKey, Language: claim.Language, Claims: true, ByCode: claim.ByCode},
	})
}
