package store

import (
	"context"
)

// searchSetting tells that the texts that are searched are filled in.
const searchSetting = "search"

// fillBatch is how many rows are filled in with one transaction.
const fillBatch = 1_000

// fillSearch writes what is searched for rows from before there was a search. It is no SQL migration
// because SQLite cannot fold Cyrillic; broken off, it begins anew.
func (s *Store) fillSearch(ctx context.Context) error {
	filled, err := s.write.NewSelect().Model((*setting)(nil)).Where("key = ?", searchSetting).Exists(ctx)
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
	_, err = s.write.NewInsert().Model(&setting{Key: searchSetting, Value: "filled", CreatedAt: now, UpdatedAt: now}).Exec(ctx)
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
		_, err := tx.ExecContext(ctx, "UPDATE customers SET search = ? WHERE id = ?", s.customerSearchText(customer), customer.ID)
		if err != nil {
			return 0, wrap(err, "index customer")
		}
		last = customer.ID
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
	return tasks[len(tasks)-1].ID, tx.indexTasks(ctx, tasks)
}
