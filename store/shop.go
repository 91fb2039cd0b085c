package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/uptrace/bun"
)

// Shop is what the owner settles in the Mini App. The configuration gives the name until it is saved for the first time.
type Shop struct {
	Version    int      `json:"version"` // 0 until it is saved for the first time
	Name       string   `json:"name"`
	Address    string   `json:"address"`
	Hours      [7]Hours `json:"hours"` // by time.Weekday, by the shop's clock; all closed when nobody has said
	Phone      string   `json:"phone"` // as it was written
	MapURL     string   `json:"map_url"`
	ReviewURL  string   `json:"review_url"`
	PaymentURL string   `json:"payment_url"`

	WarrantyDays int `json:"warranty_days"` // the usual warranty; 0 is none
	StaleDays    int `json:"stale_days"`    // how long a task may stay unchanged

	Waking    Hours `json:"waking"`    // outside of which nothing goes out by itself
	Reminders bool  `json:"reminders"` // whether customers are reminded
	Rating    bool  `json:"rating"`    // whether customers are asked for a rating
	Digest    bool  `json:"digest"`    // whether staff get the morning's digest

	KeepClosedDays int `json:"keep_closed_days"` // how long messages and files are kept after their task was closed
	KeepSentDays   int `json:"keep_sent_days"`   // how long it is known what was sent

	ConsentVersion string `json:"consent_version"` // of the text on personal data, as the shop calls it; "" while there is none
	ConsentURL     string `json:"consent_url"`     // where it is to be read

	Texts map[Status]Wording `json:"texts"` // of messages about a status, where they are the shop's own
}

// Wording is a text in both languages, each may be empty: then the customer is told in the words that come with the
// program. Package wording says what places it may have.
type Wording struct {
	Ru string `json:"ru"`
	En string `json:"en"`
}

// In is the text in a language, "ru" or "en".
func (w Wording) In(language string) string {
	if language == "en" {
		return w.En
	}
	return w.Ru
}

// ShopUpdate changes what is not nil.
type ShopUpdate struct {
	Version    int // of the settings that are changed; another than their own is a Conflict
	Name       *string
	Address    *string
	Hours      *[7]Hours
	Phone      *string
	MapURL     *string
	ReviewURL  *string
	PaymentURL *string

	WarrantyDays *int
	StaleDays    *int

	Waking    *Hours
	Reminders *bool
	Rating    *bool
	Digest    *bool

	KeepClosedDays *int
	KeepSentDays   *int

	ConsentVersion *string // with ConsentURL; both are "" for no text
	ConsentURL     *string

	Texts map[Status]WordingUpdate // of the statuses that it names
}

// WordingUpdate changes what is not nil; "" goes back to the words that come with the program.
type WordingUpdate struct{ Ru, En *string }

const (
	shopKey = "shop" // in the table settings
	shopID  = 1      // in the feed of changes: there is one
)

// firstShop is the shop whose settings nobody has saved.
func (s *Store) firstShop() Shop {
	return Shop{
		Name: s.business, StaleDays: 7, Waking: Hours{From: 9 * 60, To: 21 * 60}, Reminders: true, Rating: true, Digest: true,
		KeepClosedDays: keepClosed, KeepSentDays: keepSent,
		Texts: map[Status]Wording{},
	}
}

// Shop gives the settings as they are. Others may be given the same Texts: they must not be changed.
func (s *Store) Shop(ctx context.Context) (Shop, error) {
	kept, filling := s.kept.keptShop()
	if kept != nil {
		return *kept, nil
	}
	shop, err := s.readShop(ctx, s.read.NewSelect())
	if err == nil {
		s.kept.putShop(&shop, filling)
	}
	return shop, err
}

// readShop completes query, which may lock the row.
func (s *Store) readShop(ctx context.Context, query *bun.SelectQuery) (Shop, error) {
	shop := s.firstShop()
	var row setting
	err := query.Model(&row).Where("key = ?", shopKey).Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return shop, nil
	}
	if err != nil {
		return Shop{}, wrap(err, "read the shop's settings")
	}
	return shop, wrap(json.Unmarshal([]byte(row.Value), &shop), "decode the shop's settings")
}

// UpdateShop changes the settings, for an admin.
func (s *Store) UpdateShop(ctx context.Context, actor Actor, in ShopUpdate) (Shop, error) {
	var shop Shop
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mustBeAdmin(ctx, actor, "Only an admin can change the settings."); err != nil {
			return err
		}
		var err error
		if shop, err = tx.lockShop(ctx); err != nil {
			return err
		}
		if in.Version != shop.Version {
			return errConflict("version", "Somebody else has changed the settings since you loaded them. Load them again, then repeat your change.")
		}
		if err := s.applyShop(&shop, in); err != nil {
			return err
		}
		return tx.saveShop(ctx, &shop)
	})
	return shop, err
}

// lockShop gives the settings and keeps others from changing them, also where there is no row yet.
func (t *tx) lockShop(ctx context.Context) (Shop, error) {
	value, err := json.Marshal(t.store.firstShop())
	if err != nil {
		return Shop{}, wrap(err, "encode the shop's settings")
	}
	row := setting{Key: shopKey, Value: string(value), CreatedAt: t.now, UpdatedAt: t.now}
	if _, err := t.NewInsert().Model(&row).On("CONFLICT (key) DO NOTHING").Exec(ctx); err != nil {
		return Shop{}, wrap(err, "insert the shop's settings")
	}
	return t.store.readShop(ctx, t.forUpdate(t.NewSelect()))
}

func (t *tx) saveShop(ctx context.Context, shop *Shop) error {
	shop.Version++
	value, err := json.Marshal(shop)
	if err != nil {
		return wrap(err, "encode the shop's settings")
	}
	row := setting{Key: shopKey, Value: string(value), UpdatedAt: t.now}
	_, err = t.NewUpdate().Model(&row).Column("value", "updated_at").WherePK().Exec(ctx)
	t.changed(SubjectShop, Updated, shopID)
	return wrap(err, "save the shop's settings")
}
