package store

import (
	"context"
	"errors"
	"time"
)

// ImportStaff is an account as another system kept it.
type ImportStaff struct {
	Email        string
	Name         string // may be empty
	Role         Role
	PasswordHash string // see UsablePasswordHash; empty for one without, who cannot log in before they have set one
	Disabled     bool
	JoinedAt     time.Time // the zero time is now
}

// StaffVerdict is what becomes of such an account.
type StaffVerdict struct {
	Kind    ImportKind // ImportNew, ImportSame for an email that somebody has already, or ImportRefused
	Refusal *Error     // why, of ImportRefused
	StaffID int64      // 0 in a dry run for a new one
}

// TakeStaff makes the accounts whose emails nobody has, all in one transaction. An account that is there stays as it is, with its
// password and role.
func (i *Import) TakeStaff(ctx context.Context, accounts []ImportStaff) (verdicts []StaffVerdict, err error) {
	if i.dry {
		members, err := i.store.AllStaff(ctx)
		if err != nil {
			return nil, err
		}
		return judgeStaff(accounts, members, func(ImportStaff) (int64, error) { return 0, nil })
	}
	err = retryConflict(func() error {
		return i.store.inTx(ctx, func(ctx context.Context, tx *tx) error {
			var members []Staff
			if err := tx.NewSelect().Model(&members).Where("deleted_at IS NULL").Scan(ctx); err != nil {
				return wrap(err, "read staff")
			}
			verdicts, err = judgeStaff(accounts, members, func(account ImportStaff) (int64, error) { return tx.importStaff(ctx, account) })
			return err
		})
	})
	return verdicts, wrap(err, "import staff")
}

func judgeStaff(accounts []ImportStaff, members []Staff, make func(ImportStaff) (id int64, err error)) ([]StaffVerdict, error) {
	ids := map[string]int64{}
	for _, member := range members {
		ids[member.EmailKey] = member.ID
	}
	var verdicts []StaffVerdict
	for _, account := range accounts {
		if refusal := checkImportStaff(account); refusal != nil {
			verdicts = append(verdicts, StaffVerdict{Kind: ImportRefused, Refusal: refusal})
			continue
		}
		key := emailKey(account.Email)
		id, known := ids[key]
		if known {
			verdicts = append(verdicts, StaffVerdict{Kind: ImportSame, StaffID: id})
			continue
		}
		id, err := make(account)
		if err != nil {
			return nil, err
		}
		ids[key] = id
		verdicts = append(verdicts, StaffVerdict{Kind: ImportNew, StaffID: id})
	}
	return verdicts, nil
}

func checkImportStaff(account ImportStaff) *Error {
	_, _, err := cleanEmail(account.Email)
	if err == nil {
		_, err = cleanText("name", account.Name, MaxName)
	}
	var refusal *Error
	if errors.As(err, &refusal) {
		return refusal
	}
	if account.PasswordHash != "" && !UsablePasswordHash(account.PasswordHash) {
		return &Error{Code: Invalid, Field: "password", Message: "The password's hash is of a kind that is not known here."}
	}
	return nil
}

func (t *tx) importStaff(ctx context.Context, account ImportStaff) (int64, error) {
	staff, err := t.insertStaff(ctx, NewStaff{Email: account.Email, Role: account.Role, Name: account.Name}, account.PasswordHash)
	if err != nil {
		return 0, err
	}
	staff.Active = !account.Disabled
	if !account.JoinedAt.IsZero() && account.JoinedAt.Before(t.now) {
		staff.CreatedAt = account.JoinedAt.UTC().Truncate(time.Microsecond)
	}
	return staff.ID, t.saveStaff(ctx, &staff)
}
