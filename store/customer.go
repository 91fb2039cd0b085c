package store

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/uptrace/bun"

	"zayavka/store/phone"
)

// Customer is a person whom the business serves, known by a phone.
type Customer struct {
	bun.BaseModel   `bun:"table:customers,alias:c"`
	ID              int64      `bun:",pk,autoincrement"`
	TelegramID      *int64     // the private chat with the bot; nil before the person wrote to it
	Phone           string     // as it was written
	PhoneKey        string     // Phone.Key, unique
	PhoneExtension  string     // Phone.Extension
	Name            string     // may be empty
	Language        string     // of what the bot writes, "ru" or "en"; "" before anybody chose one
	PhoneVerifiedAt *time.Time // when Telegram vouched that the phone is the chat's own, or staff that the chat is the customer's; nil for a phone that was only typed, or written by staff
	UnreachableAt   *time.Time // when Telegram last said that this person cannot be written to
	ReachableAt     *time.Time // when they last came back to the chat; nil for who was never away
	MutedAt         *time.Time // since when nothing that they write is kept; nil for nearly everybody
	Note            string     // staff's own words, never shown to the customer
	ExternalID      string     // what another system calls the card, unique; may be empty
	EraseAt         *time.Time // when all of this is erased; nil unless somebody has asked for that
	DataSentAt      *time.Time // when the customer was last sent what is kept about them
	Search          string     // what is searched for the card; see customerSearchText
	CreatedAt       time.Time
	UpdatedAt       time.Time
}

// NewCustomer is a card as staff fill it in.
type NewCustomer struct {
	Phone      string
	Name       string
	TelegramID *int64
	Language   string // "ru", "en" or ""
	Note       string
	ExternalID string
}

// CustomerUpdate changes what is not nil.
type CustomerUpdate struct {
	Phone      *string // another number is no longer one that Telegram vouched for
	Name       *string
	TelegramID *int64  // another chat has not proven the phone
	Language   *string // "ru" or "en"
	Note       *string
	ExternalID *string
}

// DisplayName is how a customer is called where staff read it: by name, or else by phone.
func (c Customer) DisplayName() string { return cmp.Or(c.Name, c.Phone) }

// CreateCustomer makes a card. A phone or Telegram id that somebody has is a Conflict.
func (s *Store) CreateCustomer(ctx context.Context, in NewCustomer) (Customer, error) {
	var customer Customer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		customer, err = tx.insertCustomer(ctx, in)
		tx.emitCustomer(Customer{}, customer)
		return err
	})
	return customer, err
}

func (t *tx) insertCustomer(ctx context.Context, in NewCustomer) (Customer, error) {
	number, err := t.store.typedPhone(in.Phone)
	if err != nil {
		return Customer{}, err
	}
	return t.insertCustomerWithPhone(ctx, number, in)
}

// insertCustomerWithPhone takes the phone instead of in's.
func (t *tx) insertCustomerWithPhone(ctx context.Context, number phone.Number, in NewCustomer) (Customer, error) {
	customer := Customer{TelegramID: in.TelegramID, Language: in.Language}
	var err error
	if customer.Name, err = cleanText("name", in.Name, MaxName); err != nil {
		return Customer{}, err
	}
	if customer.Note, err = cleanText("note", in.Note, MaxDescription); err != nil {
		return Customer{}, err
	}
	if customer.ExternalID, err = cleanText("externalId", in.ExternalID, MaxExternalID); err != nil {
		return Customer{}, err
	}
	customer.setPhone(number)
	return customer, t.insertCards(ctx, &customer)
}

// insertCards writes new cards.
func (t *tx) insertCards(ctx context.Context, customers ...*Customer) error {
	for _, customer := range customers {
		customer.CreatedAt, customer.UpdatedAt = cmp.Or(customer.CreatedAt, t.now), t.now
		customer.Search = t.store.customerSearchText(*customer)
	}
	if err := customerColumns.insert(ctx, t, customers...); err != nil {
		return customerConflict(err, "insert customers")
	}
	for _, customer := range customers {
		t.changed(SubjectCustomer, Created, customer.ID)
	}
	return nil
}

// UpdateCustomer changes the card with this phone, however the phone is written. A new phone that
// somebody has is a Conflict of "newPhone".
func (s *Store) UpdateCustomer(ctx context.Context, phone string, in CustomerUpdate) (Customer, error) {
	var customer Customer
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		if customer, err = tx.lockCustomerByPhone(ctx, phone); err != nil {
			return err
		}
		previous := customer
		if in.Phone != nil {
			if err = s.changePhone(&customer, *in.Phone); err != nil {
				return fieldError(err, "newPhone")
			}
		}
		if in.Language != nil {
			customer.Language = *in.Language
		}
		if in.Name != nil {
			if customer.Name, err = cleanText("name", *in.Name, MaxName); err != nil {
				return err
			}
		}
		if in.Note != nil {
			if customer.Note, err = cleanText("note", *in.Note, MaxDescription); err != nil {
				return err
			}
		}
		if in.ExternalID != nil {
			if customer.ExternalID, err = cleanText("externalId", *in.ExternalID, MaxExternalID); err != nil {
				return err
			}
		}
		if in.TelegramID != nil && !sameID(customer.TelegramID, in.TelegramID) {
			if err = tx.linkChat(ctx, &customer, *in.TelegramID); err != nil {
				return err
			}
			customer.PhoneVerifiedAt = nil
		}
		err = newPhoneConflict(tx.saveCustomer(ctx, &customer))
		tx.emitCustomer(previous, customer)
		return err
	})
	return customer, err
}

func (s *Store) changePhone(customer *Customer, written string) error {
	number, fault := phone.Read(written, s.region)
	if number.Key != customer.PhoneKey { // another writing of what is on the card already is no new number
		if fault != "" {
			return errPhone(fault)
		}
		customer.PhoneVerifiedAt = nil
	}
	customer.setPhone(number)
	return nil
}

// newPhoneConflict names the input by which an update changes the phone.
func newPhoneConflict(err error) error {
	var e *Error
	if errors.As(err, &e) && e.Field == "phone" {
		return fieldError(err, "newPhone")
	}
	return err
}

// Customer finds a card by its id.
func (s *Store) Customer(ctx context.Context, id int64) (Customer, error) {
	var customer Customer
	err := s.read.NewSelect().Model(&customer).Where("id = ?", id).Scan(ctx)
	return customer, notFoundOr(err, "read customer")
}

// CustomerByPhone finds the card with a phone in any writing; what is no phone is NotFound.
func (s *Store) CustomerByPhone(ctx context.Context, written string) (Customer, error) {
	number, _ := phone.Read(written, s.region)
	if number.Key == "" {
		return Customer{}, errNotFound()
	}
	var customer Customer
	err := s.read.NewSelect().Model(&customer).Where("phone_key = ?", number.Key).Scan(ctx)
	return customer, notFoundOr(err, "read customer by phone")
}

// CustomersByID finds many cards with one statement; ids that nobody has are left out.
func (s *Store) CustomersByID(ctx context.Context, ids []int64) (map[int64]*Customer, error) {
	customers, err := customerColumns.byID(ctx, s, "id", ids, func(c *Customer) int64 { return c.ID })
	return customers, wrap(err, "read customers")
}

// CustomersByChat finds the cards to which Telegram chats are linked with one statement; chats without one
// are left out.
func (s *Store) CustomersByChat(ctx context.Context, chats []int64) (map[int64]*Customer, error) {
	customers, err := customerColumns.byID(ctx, s, "telegram_id", chats, func(c *Customer) int64 { return *c.TelegramID })
	return customers, wrap(err, "read customers of chats")
}

// SetLanguage keeps the language that the customer chose for the bot, "ru" or "en".
func (s *Store) SetLanguage(ctx context.Context, customerID int64, language string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var customer Customer
		if err := tx.forUpdate(tx.NewSelect().Model(&customer).Where("id = ?", customerID)).Scan(ctx); err != nil {
			return unlessNotFound(notFoundOr(err, "lock customer"))
		}
		previous := customer
		customer.Language = language
		err := tx.saveCustomer(ctx, &customer)
		tx.emitCustomer(previous, customer)
		return err
	})
}

func (t *tx) lockCustomerByPhone(ctx context.Context, written string) (Customer, error) {
	number, _ := phone.Read(written, t.store.region)
	if number.Key == "" {
		return Customer{}, errNotFound() // what is no phone is a phone that nobody has
	}
	var customer Customer
	err := t.forUpdate(t.NewSelect().Model(&customer).Where("phone_key = ?", number.Key)).Scan(ctx)
	return customer, notFoundOr(err, "lock customer by phone")
}

// nameCustomer gives a name to a locked card that has none.
func (t *tx) nameCustomer(ctx context.Context, customer *Customer, name string) error {
	if name == "" || customer.Name != "" {
		return nil
	}
	previous := *customer
	customer.Name = name
	err := t.saveCustomer(ctx, customer)
	t.emitCustomer(previous, *customer)
	return err
}

func (t *tx) saveCustomer(ctx context.Context, customer *Customer) error {
	customer.UpdatedAt = t.now
	t.changed(SubjectCustomer, Updated, customer.ID)
	searched := customer.Search
	customer.Search = t.store.customerSearchText(*customer)
	if _, err := t.NewUpdate().Model(customer).WherePK().Exec(ctx); err != nil {
		return customerConflict(err, "save customer")
	}
	if customer.PhoneVerifiedAt == nil {
		if err := t.voidClaims(ctx, customer.ID); err != nil {
			return err
		}
	}
	if customer.Search == searched {
		return nil
	}
	return t.indexTasksOf(ctx, customer.ID)
}

// linkChat gives the card a chat, to which everything still unsent now goes: a message about
// somebody's requests must not reach a chat that the card no longer belongs to.
func (t *tx) linkChat(ctx context.Context, customer *Customer, telegramID int64) error {
	if customer.TelegramID != nil && *customer.TelegramID != telegramID && customer.PhoneVerifiedAt == nil {
		if err := t.releaseUnproven(ctx, customer); err != nil {
			return err
		}
	}
	missed := customer.UnreachableAt != nil
	customer.TelegramID = &telegramID
	customer.UnreachableAt, customer.ReachableAt = nil, &t.now
	var moved []int64
	err := t.NewUpdate().Model((*Notification)(nil)).Set("chat_id = ?", telegramID).
		Set("telegram_message_id = CASE WHEN chat_id = ? THEN telegram_message_id ELSE 0 END", telegramID). // what stands in the other chat is not edited
		Where("customer_id = ?", customer.ID).Where(pendingStates).Returning("id").Scan(ctx, &moved)
	t.changed(SubjectNotification, Updated, moved...)
	if err != nil || !missed {
		return wrap(err, "move notifications to the new chat")
	}
	return t.tellMissed(ctx, customer)
}

// releaseUnproven leaves to a chat what it said for itself. Its phone was only typed, so who wrote there may be a stranger
// to the card's owner.
func (t *tx) releaseUnproven(ctx context.Context, customer *Customer) error {
	if err := t.moveMessages(ctx, customer, nil); err != nil {
		return err
	}
	_, err := t.NewDelete().Model((*Consent)(nil)).Where("customer_id = ?", customer.ID).Where("staff_id IS NULL").Exec(ctx)
	return wrap(err, "take back what a chat has agreed to")
}

func customerConflict(err error, attempted string) error {
	if !isUniqueViolation(err) {
		return wrap(err, attempted)
	}
	if violatesUnique(err, "telegram_id") {
		return errConflict("telegramId", "Another customer has this Telegram id.")
	}
	if violatesUnique(err, "external_id") {
		return errConflict("externalId", "Another customer has this externalId.")
	}
	return errConflict("phone", "A customer with this phone already exists.")
}

func sameID(a, b *int64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
