package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// Role is what a staff member may do.
type Role string

const (
	RoleAdmin Role = "admin"
	RoleStaff Role = "staff"
)

// Staff is a person who works at the business.
type Staff struct {
	bun.BaseModel `bun:"table:staff,alias:s"`
	ID            int64  `bun:",pk,autoincrement"`
	Email         string // as it was written
	EmailKey      string // lower case, unique
	PasswordHash  string // argon2id, PHC format; one of another system's until the first login; empty for none
	Role          Role
	Name          string
	TelegramID    *int64 // linked by logging in inside Telegram
	Active        bool
	Notify        NotifyScope
	TokenVersion  int        // tokens with another version are void
	DeletedAt     *time.Time // of what is left of a deleted account; see DeleteStaff
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// NotifyScope is of which news a member of staff is told in Telegram.
type NotifyScope string

const (
	NotifyEverything NotifyScope = "everything"
	NotifyMine       NotifyScope = "mine" // of the tasks whose employee they are
	NotifyNothing    NotifyScope = "nothing"
)

// NewStaff is an account to be made.
type NewStaff struct {
	Email    string
	Password string
	Role     Role
	Name     string // may be empty
}

// CreateStaff makes an account. An email that somebody has is a Conflict.
func (s *Store) CreateStaff(ctx context.Context, in NewStaff) (Staff, error) {
	hash, err := s.hashPassword(ctx, in.Password, in.Email)
	if err != nil {
		return Staff{}, err
	}
	var staff Staff
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		staff, err = tx.insertStaff(ctx, in, hash)
		return err
	})
	return staff, err
}

func (t *tx) insertStaff(ctx context.Context, in NewStaff, passwordHash string) (Staff, error) {
	email, key, err := cleanEmail(in.Email)
	if err != nil {
		return Staff{}, err
	}
	name, err := cleanText("name", in.Name, MaxName)
	if err != nil {
		return Staff{}, err
	}
	staff := Staff{
		Name: name, Email: email, EmailKey: key, PasswordHash: passwordHash, Role: in.Role, Active: true, Notify: NotifyEverything,
		TokenVersion: 1, CreatedAt: t.now, UpdatedAt: t.now,
	}
	if _, err = t.NewInsert().Model(&staff).Exec(ctx); err != nil {
		return staff, staffConflict(err, "insert staff")
	}
	t.changed(SubjectStaff, Created, staff.ID)
	return staff, nil
}

// RegisterStaff makes an account for whoever holds an unused invite, with the invite's role, and
// uses the invite up. With invite nil it makes an ordinary account for anyone: registration that
// is open by configuration.
func (s *Store) RegisterStaff(ctx context.Context, in NewStaff, invite *string) (Staff, error) {
	if invite != nil {
		// Before the costly hash, so that a stranger cannot make the service compute.
		if _, err := s.validInvite(ctx, s.read, *invite); err != nil {
			return Staff{}, err
		}
	}
	hash, err := s.hashPassword(ctx, in.Password, in.Email)
	if err != nil {
		return Staff{}, err
	}
	in.Role = RoleStaff
	var staff Staff
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if invite == nil {
			staff, err = tx.insertStaff(ctx, in, hash)
			return err
		}
		valid, err := s.validInvite(ctx, tx, *invite)
		if err != nil {
			return err
		}
		in.Role = valid.Role
		if staff, err = tx.insertStaff(ctx, in, hash); err != nil {
			return err
		}
		return tx.useInvite(ctx, valid, staff.ID)
	})
	return staff, err
}

// Authenticate returns the account with this email and password. Every failure is the same
// Unauthenticated error after the same work, so that nobody learns which emails exist.
func (s *Store) Authenticate(ctx context.Context, email, password string) (Staff, error) {
	var staff Staff
	err := notFoundOr(s.read.NewSelect().Model(&staff).Where("email_key = ?", emailKey(email)).Scan(ctx), "read staff by email")
	if err != nil && CodeOf(err) != NotFound {
		return Staff{}, err
	}
	matches, err := s.passwordMatches(ctx, password, staff.PasswordHash)
	if err != nil {
		return Staff{}, err
	}
	if !matches || !staff.Active {
		return Staff{}, &Error{Code: Unauthenticated, Message: "Please, enter valid credentials."}
	}
	return staff, s.renewImportedHash(ctx, staff, password)
}

// Staff finds an account by its id.
func (s *Store) Staff(ctx context.Context, id int64) (Staff, error) {
	found, err := s.StaffByID(ctx, []int64{id})
	if err != nil {
		return Staff{}, err
	}
	staff, known := found[id]
	if !known {
		return Staff{}, errNotFound()
	}
	return *staff, nil
}

// StaffByEmail finds an account by its email in any case.
func (s *Store) StaffByEmail(ctx context.Context, email string) (Staff, error) {
	var staff Staff
	err := s.read.NewSelect().Model(&staff).Where("email_key = ?", emailKey(email)).Scan(ctx)
	return staff, notFoundOr(err, "read staff by email")
}

// StaffByChat finds the active account to which a Telegram account is linked.
func (s *Store) StaffByChat(ctx context.Context, telegramID int64) (Staff, error) {
	var staff Staff
	err := s.read.NewSelect().Model(&staff).Where("telegram_id = ?", telegramID).Where("active").Scan(ctx)
	return staff, notFoundOr(err, "read staff of chat")
}

// StaffByID finds many accounts with one statement; ids that nobody has are left out. Others may be
// given the same rows: they must not be changed.
func (s *Store) StaffByID(ctx context.Context, ids []int64) (map[int64]*Staff, error) {
	known, filling := s.kept.get(ids)
	if known != nil {
		return known, nil
	}
	var staff []Staff
	if err := s.read.NewSelect().Model(&staff).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, wrap(err, "read staff")
	}
	read := byID(staff, func(s *Staff) int64 { return s.ID })
	s.kept.put(read, filling)
	return read, nil
}

// AllStaff lists every account that is not deleted in the order of their ids.
func (s *Store) AllStaff(ctx context.Context) ([]Staff, error) {
	var staff []Staff
	err := s.read.NewSelect().Model(&staff).Where("deleted_at IS NULL").Order("id").Scan(ctx)
	return staff, wrap(err, "list staff")
}

// HasStaff tells whether anybody can log in.
func (s *Store) HasStaff(ctx context.Context) (bool, error) {
	exists, err := s.read.NewSelect().Model((*Staff)(nil)).Where("active").Exists(ctx)
	return exists, wrap(err, "look for staff")
}

// StaffUpdate changes what is not nil.
type StaffUpdate struct {
	Email *string // by which the member logs in; one that somebody has is a Conflict
	Name  *string
}

// SetNotify sets of which news a member is told in Telegram.
func (s *Store) SetNotify(ctx context.Context, staffID int64, scope NotifyScope) (Staff, error) {
	return s.updateStaff(ctx, staffID, func(staff *Staff) error { staff.Notify = scope; return nil })
}

// UpdateStaff changes how a member is called and logs in.
func (s *Store) UpdateStaff(ctx context.Context, id int64, in StaffUpdate) (Staff, error) {
	return s.updateStaff(ctx, id, func(staff *Staff) (err error) {
		if in.Email != nil {
			if staff.Email, staff.EmailKey, err = cleanEmail(*in.Email); err != nil {
				return err
			}
		}
		if in.Name != nil {
			staff.Name, err = cleanText("name", *in.Name, MaxName)
		}
		return err
	})
}

// SetPassword changes a member's password and ends every other way in that may be a thief's: all
// sessions, the linked Telegram account, the open invites that they made and a login link of theirs. API
// tokens go on, which programs have.
func (s *Store) SetPassword(ctx context.Context, id int64, password string) (Staff, error) {
	staff, err := s.Staff(ctx, id)
	if err != nil {
		return Staff{}, err
	}
	hash, err := s.hashPassword(ctx, password, staff.Email)
	if err != nil {
		return Staff{}, err
	}
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		if staff, err = tx.lockStaff(ctx, id); err != nil {
			return err
		}
		staff.PasswordHash = hash
		return tx.shutOut(ctx, &staff)
	})
	return staff, err
}

// shutOut ends what a locked member got in with, and saves them.
func (t *tx) shutOut(ctx context.Context, staff *Staff) error {
	staff.TokenVersion++
	staff.TelegramID = nil
	if _, err := t.NewDelete().Model((*Invite)(nil)).Where("created_by = ? OR staff_id = ?", staff.ID, staff.ID).Where("used_at IS NULL").Exec(ctx); err != nil {
		return wrap(err, "void the invites of a member")
	}
	return t.saveStaff(ctx, staff)
}

// ChangePassword is SetPassword for who knows the present one; a wrong one is Invalid.
func (s *Store) ChangePassword(ctx context.Context, id int64, current, next string) (Staff, error) {
	if err := s.checkPassword(ctx, id, current); err != nil {
		return Staff{}, err
	}
	return s.SetPassword(ctx, id, next)
}

// LinkStaff remembers which Telegram account is a member's, so that it can log them in and the bot
// can offer them the Mini App. An account that is linked to another member is a Conflict.
func (s *Store) LinkStaff(ctx context.Context, id, telegramID int64) (Staff, error) {
	return s.updateStaff(ctx, id, func(staff *Staff) error {
		staff.TelegramID = &telegramID
		return nil
	})
}

// UnlinkStaff forgets which Telegram account is a member's.
func (s *Store) UnlinkStaff(ctx context.Context, id int64) (Staff, error) {
	return s.updateStaff(ctx, id, func(staff *Staff) error {
		staff.TelegramID = nil
		return nil
	})
}

func (s *Store) updateStaff(ctx context.Context, id int64, change func(*Staff) error) (Staff, error) {
	var staff Staff
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var err error
		if staff, err = tx.lockStaff(ctx, id); err != nil {
			return err
		}
		if err := change(&staff); err != nil {
			return err
		}
		return tx.saveStaff(ctx, &staff)
	})
	return staff, err
}

func (t *tx) lockStaff(ctx context.Context, id int64) (Staff, error) {
	var staff Staff
	err := t.forUpdate(t.NewSelect().Model(&staff).Where("id = ?", id).Where("deleted_at IS NULL")).Scan(ctx)
	return staff, notFoundOr(err, "lock staff")
}

func (t *tx) saveStaff(ctx context.Context, staff *Staff) error {
	staff.UpdatedAt = t.now
	t.changed(SubjectStaff, Updated, staff.ID)
	_, err := t.NewUpdate().Model(staff).WherePK().Exec(ctx)
	return staffConflict(err, "save staff")
}

func staffConflict(err error, attempted string) error {
	if !isUniqueViolation(err) {
		return wrap(err, attempted)
	}
	if violatesUnique(err, "telegram_id") {
		return errConflict("telegramId", "Another member of staff has this Telegram account.")
	}
	return errConflict("email", "A user with that email already exists.")
}
