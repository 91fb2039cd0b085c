package store

import (
	"context"
)

// Registration is what a person gives the bot to become known.
type Registration struct {
	TelegramID int64
	Phone      string
	Vouched    bool   // Telegram itself says that the phone is the sender's own
	Name       string // from Telegram; used where the card has none
	Language   string // "ru" or "en"; used where the card has none
}

// RegistrationOutcome says what Register did.
type RegistrationOutcome string

const (
	// RegistrationDone: the chat is linked to the returned card.
	RegistrationDone RegistrationOutcome = "done"
	// RegistrationNeedsContact: the phone has a card already, and typing a number proves
	// nothing. Nothing was changed; the person has to share the contact.
	RegistrationNeedsContact RegistrationOutcome = "needs_contact"
)

// Register links a chat to the card with the phone.
//
// A phone that Telegram vouches for links to its card, whoever made it, or makes a card. A phone
// that was only typed makes a card if nobody has it; it never gives access to a card that exists.
// A person who is known already and shares a new phone takes their requests along. Registering
// twice alike changes nothing.
func (s *Store) Register(ctx context.Context, in Registration) (Customer, RegistrationOutcome, error) {
	phone, err := s.ParsePhone(in.Phone)
	if err != nil {
		return Customer{}, "", err
	}
	var customer Customer
	var outcome RegistrationOutcome
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			customer, outcome, err = tx.register(ctx, in, phone)
			return err
		})
	})
	return customer, outcome, err
}

func (t *tx) register(ctx context.Context, in Registration, phone Phone) (Customer, RegistrationOutcome, error) {
	known, err := t.findCustomer(ctx, "telegram_id = $1", in.TelegramID)
	if err != nil {
		return Customer{}, "", err
	}
	holder, err := t.findCustomer(ctx, "phone_key = $1", phone.Key)
	if err != nil {
		return Customer{}, "", err
	}
	var previous, customer Customer
	switch {
	case known != nil && (!in.Vouched || holder != nil && holder.ID == known.ID):
		previous, customer = *known, *known
	case holder != nil && !in.Vouched:
		return Customer{}, RegistrationNeedsContact, nil
	case holder != nil:
		if known != nil {
			if err := t.leaveCard(ctx, known, holder); err != nil {
				return Customer{}, "", err
			}
		}
		previous, customer = *holder, *holder
		if err := t.linkChat(ctx, &customer, in.TelegramID); err != nil {
			return Customer{}, "", err
		}
	case known != nil: // a new number of the same Telegram account
		previous, customer = *known, *known
		customer.Phone, customer.PhoneKey = phone.Written, phone.Key
	default:
		customer, err = t.insertCustomer(ctx, NewCustomer{Phone: phone.Written, TelegramID: &in.TelegramID})
		if err != nil {
			return Customer{}, "", err
		}
	}
	if in.Vouched && customer.PhoneVerifiedAt == nil {
		customer.PhoneVerifiedAt = &t.now
	}
	if customer.Name == "" {
		if customer.Name, err = cleanText("name", truncate(in.Name, MaxName), MaxName); err != nil {
			return Customer{}, "", err
		}
	}
	if customer.Language == "" {
		customer.Language = in.Language
	}
	err = t.saveCustomer(ctx, &customer)
	t.emitCustomer(previous, customer)
	return customer, RegistrationDone, err
}

// findCustomer finds a card and locks it; nil when there is none. Whatever writes notifications
// holds this lock, so that one customer's notifications commit in the order of their ids.
func (t *tx) findCustomer(ctx context.Context, where string, arg any) (*Customer, error) {
	rows, err := t.query(ctx, customerColumns.from("c")+" WHERE "+where+t.lock(), arg)
	if err != nil {
		return nil, wrap(err, "find customer")
	}
	customer, err := customerColumns.one(rows)
	if CodeOf(err) == NotFound {
		return nil, nil
	}
	return &customer, wrap(err, "find customer")
}

// leaveCard takes the chat off the card it was linked to. If Telegram vouched for that card's
// phone too, both cards are one person's, and the tasks and what is told of them move on with the
// person; a card whose phone was only typed may be somebody else's and keeps its tasks.
func (t *tx) leaveCard(ctx context.Context, from, to *Customer) error {
	if from.PhoneVerifiedAt != nil {
		if err := t.moveTasks(ctx, Actor{Kind: ActorCustomer, ID: to.ID}, from, to); err != nil {
			return err
		}
	} else {
		var dropped []int64
		err := t.NewDelete().Model((*Notification)(nil)).Where("customer_id = ?", from.ID).Where(pendingStates).
			Returning("id").Scan(ctx, &dropped)
		if err != nil {
			return wrap(err, "drop notifications of the card left")
		}
		t.changed(SubjectNotification, Deleted, dropped...)
	}
	previous := *from
	from.TelegramID = nil
	err := t.saveCustomer(ctx, from)
	t.emitCustomer(previous, *from)
	return err
}
