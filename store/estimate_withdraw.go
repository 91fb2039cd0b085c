package store

import "context"

// WithdrawEstimate takes back an estimate that nobody has answered, or a draft. A customer who was asked sees that it is not
// offered any more.
func (s *Store) WithdrawEstimate(ctx context.Context, actor Actor, id int64, version int) (Estimate, error) {
	var estimate Estimate
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			var task Task
			var customer *Customer
			customer, task, estimate, err = tx.lockEstimate(ctx, id)
			if err != nil {
				return err
			}
			asked := estimate.State == EstimateSent
			if estimate.Version != version || !asked && estimate.State != EstimateDraft {
				return tx.isOver(estimate, version)
			}
			estimate.State, estimate.UpdatedAt = EstimateWithdrawn, tx.now
			if _, err := tx.NewUpdate().Model(&estimate).Column("state", "updated_at").WherePK().Exec(ctx); err != nil {
				return wrap(err, "withdraw estimate")
			}
			if !asked {
				return tx.touchTask(ctx, &task)
			}
			if err := tx.estimateChanged(ctx, actor, &task, EventEstimateWithdrawn, "", estimate); err != nil {
				return err
			}
			return tx.retellEstimate(ctx, customer, estimate)
		})
	})
	return estimate, err
}
