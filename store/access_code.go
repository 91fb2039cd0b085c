package store

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
)

// The code that unlocks an item, such as a PIN, is kept only sealed by AES-GCM, under a key that is derived from the secret of the
// configuration. It is wiped when the task is closed.

// MaxAccessCode is the longest access code, in characters.
const MaxAccessCode = 200

// UseAccessCodeSecret sets the secret from which the key of access codes is derived; the same on every replica. It is called before
// access codes are asked for.
func (s *Store) UseAccessCodeSecret(secret []byte) error {
	key, err := hkdf.Key(sha256.New, secret, nil, "zayavka access codes", 32)
	if err != nil {
		return wrap(err, "derive the key of access codes")
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return wrap(err, "make the cipher of access codes")
	}
	s.accessCodes, err = cipher.NewGCMWithRandomNonce(block)
	return wrap(err, "make the cipher of access codes")
}

// HasAccessCode tells whether staff have noted what unlocks the item.
func (i Item) HasAccessCode() bool { return i.accessCode != "" }

// SetAccessCode keeps what unlocks a task's item; an empty text removes it. A closed task has none.
func (s *Store) SetAccessCode(ctx context.Context, actor Actor, taskID int64, code string) (Task, error) {
	code, err := cleanText("code", code, MaxAccessCode)
	if err != nil {
		return Task{}, err
	}
	return s.changeAccessCode(ctx, actor, taskID, func(task Task, item *Item) (EventKind, error) {
		switch {
		case code == "" && item.accessCode == "":
			return "", nil
		case code == "":
			item.accessCode = ""
			return EventAccessCodeRemoved, nil
		case task.Status == StatusClosed:
			return "", errConflict("code", "A closed task keeps no access code.")
		}
		item.accessCode = base64.RawStdEncoding.EncodeToString(s.accessCodes.Seal(nil, nil, []byte(code), nil))
		return EventAccessCodeSet, nil
	})
}

// ShowAccessCode gives what unlocks a task's item, and records that it was shown. Where there is none it is NotFound.
func (s *Store) ShowAccessCode(ctx context.Context, actor Actor, taskID int64) (code string, err error) {
	_, err = s.changeAccessCode(ctx, actor, taskID, func(_ Task, item *Item) (EventKind, error) {
		if item.accessCode == "" {
			return "", errNotFound()
		}
		sealed, err := base64.RawStdEncoding.DecodeString(item.accessCode)
		if err != nil {
			return "", wrap(err, "decode an access code")
		}
		opened, err := s.accessCodes.Open(nil, nil, sealed, nil)
		if err != nil { // the secret is another one than it was sealed with
			return "", errConflict("", "The access code cannot be read any more, because auth.secret has changed. Ask the customer for it.")
		}
		code = string(opened)
		return EventAccessCodeShown, nil
	})
	return code, err
}

// changeAccessCode changes a locked task's code, or looks at it, and records what was done; "" is nothing. The task counts as changed, so
// that everybody sees the line of its history.
func (s *Store) changeAccessCode(ctx context.Context, actor Actor, taskID int64, change func(Task, *Item) (EventKind, error)) (Task, error) {
	var task Task
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			var err error
			if _, task, err = tx.lockTask(ctx, taskID); err != nil {
				return err
			}
			item, err := tx.item(ctx, taskID)
			if err != nil {
				return err
			}
			before := item
			kind, err := change(task, &item)
			if err != nil || kind == "" {
				return err
			}
			if item != before {
				if err := tx.saveItems(ctx, taskItem{taskID, item}); err != nil {
					return err
				}
			}
			tx.changed(SubjectTask, Updated, taskID)
			return tx.record(ctx, actor, taskID, kind, "", "")
		})
	})
	return task, err
}

// wipeAccessCode removes the code of a locked task that is closed, and gives the line of its history; none where there was none.
func (t *tx) wipeAccessCode(ctx context.Context, taskID int64) ([]HistoryEntry, error) {
	item, err := t.item(ctx, taskID)
	if err != nil || item.accessCode == "" {
		return nil, err
	}
	item.accessCode = ""
	return []HistoryEntry{{TaskID: taskID, Kind: EventAccessCodeRemoved}}, t.saveItems(ctx, taskItem{taskID, item})
}
