package store

import (
	"context"
	"math"
	"time"

	"github.com/uptrace/bun"
)

// Consent is a customer's agreement to a version of the shop's text on personal data; see Shop.ConsentVersion.
type Consent struct {
	bun.BaseModel `bun:"table:consents,alias:co"`
	ID            int64 `bun:",pk,autoincrement"`
	CustomerID    int64
	Version       string // as the shop called it
	Link          string // where it was to be read
	StaffID       *int64 // who noted it at the counter; nil for one given in the chat
	GivenAt       time.Time
}

// ConsentsByCustomer gives what many customers have agreed to with one statement, each customer's oldest first.
func (s *Store) ConsentsByCustomer(ctx context.Context, customerIDs []int64) (map[int64][]Consent, error) {
	byCustomer, _, err := s.ConsentsByCustomerUpTo(ctx, customerIDs, math.MaxInt32)
	return byCustomer, err
}

// ConsentsByCustomerUpTo is ConsentsByCustomer, unless there are more than most: then tooMany is true and none is given.
func (s *Store) ConsentsByCustomerUpTo(ctx context.Context, customerIDs []int64, most int) (byCustomer map[int64][]Consent, tooMany bool, err error) {
	var consents []Consent
	err = s.read.NewSelect().Model(&consents).Where("customer_id IN (?)", bun.List(customerIDs)).Order("id").Limit(int64(most) + 1).Scan(ctx)
	if err != nil || len(consents) > most {
		return nil, err == nil, wrap(err, "read consents")
	}
	byCustomer = map[int64][]Consent{}
	for _, consent := range consents {
		byCustomer[consent.CustomerID] = append(byCustomer[consent.CustomerID], consent)
	}
	return byCustomer, false, nil
}

// ConsentShown notes that a chat was shown a version of the text. Who registers from there agrees to it, and who is
// registered is not asked again.
func (s *Store) ConsentShown(ctx context.Context, chatID int64, version string) error {
	list := ChatList{ChatID: chatID, ConsentShown: version, UpdatedAt: s.now()}
	_, err := s.write.NewInsert().Model(&list).On("CONFLICT (chat_id) DO UPDATE").Set("consent_shown = EXCLUDED.consent_shown").
		Set("updated_at = EXCLUDED.updated_at").Returning("NULL").Exec(ctx)
	return wrap(err, "note that a chat was shown a text")
}

// MustAskConsent tells whether a customer's chat is to be asked for its consent to the shop's text: they have not given it,
// and have not been shown this version.
func (s *Store) MustAskConsent(ctx context.Context, shop Shop, customer Customer) (bool, error) {
	if shop.ConsentVersion == "" || customer.TelegramID == nil {
		return false, nil
	}
	known, err := s.read.NewSelect().Model((*Consent)(nil)).Where("customer_id = ?", customer.ID).Where("version = ?", shop.ConsentVersion).Exists(ctx)
	if err != nil || known {
		return false, wrap(err, "look for a consent")
	}
	shown, err := s.read.NewSelect().Model((*ChatList)(nil)).Where("chat_id = ?", *customer.TelegramID).
		Where("consent_shown = ?", shop.ConsentVersion).Exists(ctx)
	return !shown, wrap(err, "look which text a chat was shown")
}

// GiveConsent keeps that a customer agrees to the shop's text; of staff, that they have it at the counter. Another version
// than the present one is a Conflict, and so is any where there is none. A second time changes nothing.
func (s *Store) GiveConsent(ctx context.Context, actor Actor, customerID int64, version string) (Customer, error) {
	shop, err := s.shopWithText(ctx, version)
	if err != nil {
		return Customer{}, err
	}
	var customer Customer
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		if customer, err = tx.lockCustomer(ctx, customerID); err != nil {
			return err
		}
		return tx.insertConsent(ctx, shop, customerID, actor.staffID())
	})
	return customer, err
}

// shopWithText is the shop, unless its text on personal data is another than the version, or it has none.
func (s *Store) shopWithText(ctx context.Context, version string) (Shop, error) {
	shop, err := s.Shop(ctx)
	switch {
	case err != nil:
	case shop.ConsentVersion == "":
		err = &Error{Code: Conflict, Field: "version", Reason: ReasonNoText, Message: "The shop has no text on personal data now, so there is nothing to agree to."}
	case version != shop.ConsentVersion:
		err = errConflict("version", "The shop has another text now. Load the settings again.")
	}
	return shop, err
}

// ReasonNoText is, as Error.Reason has it, why no consent is kept at all.
const ReasonNoText = "no_text"

func (t *tx) insertConsent(ctx context.Context, shop Shop, customerID int64, staffID *int64) error {
	consent := Consent{CustomerID: customerID, Version: shop.ConsentVersion, Link: shop.ConsentURL, StaffID: staffID, GivenAt: t.now}
	_, err := t.NewInsert().Model(&consent).On("CONFLICT (customer_id, version) DO NOTHING").Returning("NULL").Exec(ctx)
	t.changed(SubjectCustomer, Updated, customerID)
	return wrap(err, "insert a consent")
}

// consentByRegistering keeps the consent of who gives their phone below the shop's text.
func (t *tx) consentByRegistering(ctx context.Context, shop Shop, customer Customer) error {
	if shop.ConsentVersion == "" {
		return nil
	}
	shown, err := t.NewSelect().Model((*ChatList)(nil)).Where("chat_id = ?", *customer.TelegramID).
		Where("consent_shown = ?", shop.ConsentVersion).Exists(ctx)
	if err != nil || !shown {
		return wrap(err, "look which text a chat was shown")
	}
	return t.insertConsent(ctx, shop, customer.ID, nil)
}
