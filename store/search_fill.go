package store

import (
	"context"
	"slices"
)

// searchSetting tells which version of the texts that are searched is filled in.
const searchSetting = "search"

// searchVersion is the version of what taskSearchText, customerSearchText and package fold give. With another one, the
// next start fills all of them in anew.
const searchVersion = "3"

// fillBatch is how many rows are filled in with one transaction.
const fillBatch = 1_000

// fillSearch writes what is searched for rows from before there was a search, or before it was folded as
// it is now. It is no SQL migration because SQLite cannot fold Cyrillic; broken off, it begins anew.
func (s *Store) fillSearch(ctx context.Context) error {
	filled, err := s.write.NewSelect().Model((*setting)(nil)).Where("key = ?", searchSetting).
		Where("value = ?", searchVersion).Exists(ctx)
	if err != nil || filled {
		return wrap(err, "look whether the search is filled")
	}
	if err := s.inBatches(ctx, s.fillCustomers); err != nil {
		return err
	}
	if err := s.inBatches(ctx, s.fillTasks); err != nil {
		return err
	}
	if s.isPostgres() {
		// Which plan a search gets depends on how common its words are.
		if _, err := s.write.ExecContext(ctx, "ANALYZE task_search, customers"); err != nil {
			return wrap(err, "analyze what is searched")
		}
	}
	now := s.now()
	_, err = s.write.NewInsert().Model(&setting{Key: searchSetting, Value: searchVersion, CreatedAt: now, UpdatedAt: now}).
		On("CONFLICT (key) DO UPDATE").Set("value = EXCLUDED.value").Set("updated_at = EXCLUDED.updated_at").Exec(ctx)
	return wrap(err, "note that the search is filled")
}

// inBatches calls fill with the last id of the batch before, until one is empty.
func (s *Store) inBatches(ctx context.Context, fill func(ctx context.Context, tx *tx, after int64) (last int64, err error)) error {
	for after := int64(0); ; {
		var last int64
		err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			last, err = fill(ctx, tx, after)
			return err
		})
		if err != nil || last == 0 {
			return err
		}
		after = last
	}
}

func (s *Store) fillCustomers(ctx context.Context, tx *tx, after int64) (last int64, err error) {
	var customers []Customer
	if err := tx.NewSelect().Model(&customers).Where("id > ?", after).Order("id").Limit(fillBatch).Scan(ctx); err != nil {
		return 0, wrap(err, "read customers to be searched")
	}
	for _, customer := range customers {
		last = customer.ID
		text := s.customerSearchText(customer)
		if text == customer.Search {
			continue
		}
		_, err := tx.ExecContext(ctx, "UPDATE customers SET search = ? WHERE id = ?", text, customer.ID)
		if err != nil {
			return 0, wrap(err, "index customer")
		}
	}
	return last, nil
}

func (s *Store) fillTasks(ctx context.Context, tx *tx, after int64) (last int64, err error) {
	var tasks []Task
	if err := tx.NewSelect().Model(&tasks).Where("id > ?", after).Order("id").Limit(fillBatch).Scan(ctx); err != nil {
		return 0, wrap(err, "read tasks to be searched")
	}
	if len(tasks) == 0 {
		return 0, nil
	}
	last = tasks[len(tasks)-1].ID
	rows, err := tx.searchRows(ctx, tasks)
	if err != nil {
		return 0, err
	}
	written, err := tx.writtenSearch(ctx, after, last)
	if err != nil {
		return 0, err
	}
	rows = slices.DeleteFunc(rows, func(row taskSearch) bool { return written[row.taskID] == row.text })
	return last, tx.writeSearch(ctx, rows)
}

// writtenSearch reads what is searched for the tasks with ids after one and up to another.
func (t *tx) writtenSearch(ctx context.Context, after, last int64) (map[int64]string, error) {
	id := "rowid"
	if t.store.isPostgres() {
		id = "task_id"
	}
	rows, err := t.query(ctx, "SELECT "+id+", text FROM task_search WHERE "+id+" > $1 AND "+id+" <= $2", after, last)
	if err != nil {
		return nil, wrap(err, "read what is searched")
	}
	defer rows.Close()
	written := map[int64]string{}
	for rows.Next() {
		var row taskSearch
		if err := rows.Scan(&row.taskID, &row.text); err != nil {
			return nil, wrap(err, "read what is searched")
		}
		written[row.taskID] = row.text
	}
	return written, wrap(rows.Err(), "read what is searched")
}
