package store

import (
	"context"

	"zayavka/store/phone"
)

// Registration is what a person gives the bot to become known.
type Registration struct {
	TelegramID int64
	Phone      string
	Verified   bool   // Telegram itself says that the phone is the sender's own
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
	// RegistrationClaimed: another chat has proven the phone before. Nothing was moved; staff are asked
	// whose the card is now.
	RegistrationClaimed RegistrationOutcome = "claimed"
	// RegistrationRefused: staff were asked that a short while ago, and left the card where it is.
	RegistrationRefused RegistrationOutcome = "refused"
	// RegistrationOtherPhone: the chat was offered a card by its code, and has proven another phone than
	// the card's. Nothing was changed; staff are asked whether the card is theirs.
	RegistrationOtherPhone RegistrationOutcome = "other_phone"
)

// Register links a chat to the card with the phone.
//
// A phone that Telegram vouches for links to its card, whoever made it, or makes a card; but a card that
// another chat has proven to be its own is only claimed. A phone that was only typed makes a card if
// nobody has it; it never gives access to a card that exists, and is replaced by typing another. A person
// whose phone is proven and who shares a new one takes their requests along; those of a phone that was
// only typed stay with that phone. Registering twice alike changes nothing.
//
// Who was offered a card by its code (OfferByLink) and shares another phone than the card's is only asked about, too.
func (s *Store) Register(ctx context.Context, in Registration) (Customer, RegistrationOutcome, error) {
	parse := s.typedPhone
	if in.Verified {
		parse = s.contactPhone
	}
	number, err := parse(in.Phone)
	if err != nil {
		return Customer{}, "", err
	}
	if in.Name, err = cleanText("name", truncate(in.Name, MaxName), MaxName); err != nil {
		return Customer{}, "", err
	}
	shop, err := s.Shop(ctx)
	if err != nil {
		return Customer{}, "", err
	}
	var customer Customer
	var outcome RegistrationOutcome
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			if customer, outcome, err = tx.register(ctx, in, number); err != nil || outcome != RegistrationDone {
				return err
			}
			return tx.consentByRegistering(ctx, shop, customer)
		})
	})
	return customer, outcome, err
}

func (t *tx) register(ctx context.Context, in Registration, number phone.Number) (Customer, RegistrationOutcome, error) {
	if in.Verified {
		asked, err := t.asksForOffered(ctx, in, number)
		if err != nil || asked {
			return Customer{}, RegistrationOtherPhone, err
		}
	}
	known, err := t.findCustomer(ctx, "telegram_id = $1", in.TelegramID)
	if err != nil {
		return Customer{}, "", err
	}
	holder, err := t.findCustomer(ctx, "phone_key = $1", number.Key)
	if err != nil {
		return Customer{}, "", err
	}
	var previous, customer Customer
	switch {
	case known != nil && (holder != nil && holder.ID == known.ID || !in.Verified && known.PhoneVerifiedAt != nil):
		previous, customer = *known, *known
	case holder != nil && !in.Verified:
		return Customer{}, RegistrationNeedsContact, nil
	case holder != nil && holder.PhoneVerifiedAt != nil && holder.TelegramID != nil:
		outcome, err := t.claimPhone(ctx, in, *holder)
		return Customer{}, outcome, err
	default:
		if previous, customer, err = t.relinkChat(ctx, in, number, known, holder); err != nil {
			return Customer{}, "", err
		}
	}
	if in.Verified && customer.PhoneVerifiedAt == nil {
		customer.PhoneVerifiedAt = &t.now
	}
	if in.Verified {
		if err := t.withdrawClaims(ctx, in.TelegramID); err != nil {
			return Customer{}, "", err
		}
	}
	if customer.Name == "" {
		customer.Name = in.Name
	}
	if customer.Language == "" {
		customer.Language = in.Language
	}
	if err := t.saveCustomer(ctx, &customer); err != nil {
		return Customer{}, "", err
	}
	t.emitCustomer(previous, customer)
	if in.Verified {
		if err := t.useConnectCode(ctx, customer.ID); err != nil {
			return Customer{}, "", err
		}
	}
	if customer.PhoneVerifiedAt != nil && (previous.PhoneVerifiedAt == nil || !sameID(previous.TelegramID, customer.TelegramID)) {
		if err := t.askAgain(ctx, &customer, true); err != nil {
			return Customer{}, "", err
		}
	}
	return customer, RegistrationDone, t.adoptMessages(ctx, &customer)
}

// relinkChat gives the chat the card with the phone, made if nobody has it, in place of the one it was
// linked to; both of those may be nil. What it gives is not saved yet.
func (t *tx) relinkChat(ctx context.Context, in Registration, number phone.Number, known, holder *Customer) (previous, customer Customer, err error) {
	if known != nil {
		moves := known.PhoneVerifiedAt != nil // a new number of the same Telegram account
		if !moves {
			if moves, err = t.isBare(ctx, *known, in.Name); err != nil {
				return Customer{}, Customer{}, err
			}
		}
		if moves && holder == nil {
			previous, customer = *known, *known
			customer.setPhone(number)
			customer.PhoneVerifiedAt = nil
			return previous, customer, t.voidClaims(ctx, customer.ID)
		}
		if err := t.unlinkChat(ctx, known, holder, in.Name); err != nil {
			return Customer{}, Customer{}, err
		}
	}
	if holder == nil {
		customer, err = t.insertCustomerWithPhone(ctx, number, NewCustomer{TelegramID: &in.TelegramID})
		return Customer{}, customer, err
	}
	previous, customer = *holder, *holder
	return previous, customer, t.linkChat(ctx, &customer, in.TelegramID)
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

// unlinkChat takes the chat off the card it was linked to. If Telegram vouched for that card's
// phone too, both cards are one person's, and the tasks and what is told of them move on with the
// person; a card whose phone was only typed may be somebody else's and keeps its tasks, and is removed if
// there is nothing on it.
func (t *tx) unlinkChat(ctx context.Context, from, to *Customer, telegramName string) error {
	if from.PhoneVerifiedAt != nil {
		if err := t.moveTasks(ctx, Actor{Kind: ActorCustomer, ID: to.ID}, from, to); err != nil {
			return err
		}
	} else {
		// What was written in the chat stays with it: the new card takes it over.
		if err := t.moveMessages(ctx, from, nil); err != nil {
			return err
		}
		bare, err := t.isBare(ctx, *from, telegramName)
		if err != nil {
			return err
		}
		if bare {
			return t.deleteCustomer(ctx, *from)
		}
		var dropped []int64
		err = t.NewDelete().Model((*Notification)(nil)).Where("customer_id = ?", from.ID).Where(pendingStates).
			Returning("id").Scan(ctx, &dropped)
		if err != nil {
			return wrap(err, "drop notifications of the card left")
		}
		t.changed(SubjectNotification, Deleted, dropped...)
	}
	previous := *from
	from.TelegramID, from.PhoneVerifiedAt, from.UnreachableAt, from.ReachableAt = nil, nil, nil, nil
	err := t.saveCustomer(ctx, from)
	t.emitCustomer(previous, *from)
	return err
}

// isBare tells that a card has nothing but what the bot itself wrote when its phone was typed.
func (t *tx) isBare(ctx context.Context, customer Customer, telegramName string) (bool, error) {
	if customer.PhoneVerifiedAt != nil || customer.Note != "" || customer.Name != "" && customer.Name != telegramName {
		return false, nil
	}
	hasTasks, err := t.NewSelect().Model((*Task)(nil)).Where("customer_id = ?", customer.ID).Exists(ctx)
	return !hasTasks, wrap(err, "look for tasks of a card")
}
