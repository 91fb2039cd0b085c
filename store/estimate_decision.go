package store

import (
	"context"
	"errors"
)

// EstimateDecision is what a customer says to an estimate.
type EstimateDecision struct {
	ID       int64
	Version  int // that they have seen
	Accepted bool
	Via      DecisionWay
	Comment  string // of staff who note it
}

var errChatNotProven = &Error{Code: Forbidden, Message: "Telegram has not confirmed that this chat belongs to the customer's phone."}

// DecideEstimate keeps what a customer says to an estimate that waits for an answer. It is for the task's customer, in a
// chat of which Telegram has confirmed the phone, and by phone or at the counter for staff. Of several decisions the first
// counts; to all others the Conflict tells what became of the estimate.
func (s *Store) DecideEstimate(ctx context.Context, actor Actor, in EstimateDecision) (Estimate, error) {
	comment, err := cleanText("comment", in.Comment, MaxDescription)
	if err != nil {
		return Estimate{}, err
	}
	if (actor.Kind == ActorCustomer) != (in.Via == ViaTelegram) {
		return Estimate{}, errInvalid("via", "In Telegram the customer decides, by a button in their own chat. What they say to staff is PHONE or COUNTER.")
	}
	state, kind := EstimateDeclined, EventEstimateDeclined
	if in.Accepted {
		state, kind = EstimateAccepted, EventEstimateAccepted
	}
	var decided Estimate
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, task, estimate, err := tx.lockEstimate(ctx, in.ID)
			if err != nil {
				return err
			}
			if actor.Kind == ActorCustomer {
				switch {
				case customer == nil || customer.ID != actor.ID:
					return errNotFound()
				case customer.PhoneVerifiedAt == nil:
					return errChatNotProven
				}
			}
			decided = estimate
			decided.State, decided.DecidedAt, decided.Via, decided.Comment, decided.UpdatedAt = state, &tx.now, in.Via, comment, tx.now
			decided.DecidedByKind, decided.DecidedByID = actor.Kind, nil
			if actor.ID != 0 {
				decided.DecidedByID = &actor.ID
			}
			done, err := tx.endSent(ctx, decided, in.Version)
			if err != nil {
				return err
			}
			if !done {
				return tx.isOver(estimate, in.Version)
			}
			if err := tx.estimateChanged(ctx, actor, &task, kind, string(in.Via), decided); err != nil {
				return err
			}
			tx.emitDecision(decided, customer)
			if err := tx.newsDecided(ctx, actor, task, customer, decided); err != nil {
				return err
			}
			return tx.retellEstimate(ctx, customer, decided)
		})
	})
	return decided, err
}

// endSent gives an estimate its last state, if this version of it waits for an answer and its time is not over; else done is
// false and nothing is changed.
func (t *tx) endSent(ctx context.Context, ended Estimate, version int) (done bool, err error) {
	query := t.NewUpdate().Model(&ended).Column("state", "decided_at", "decided_by_kind", "decided_by_id", "via", "comment", "updated_at").
		WherePK().Where("version = ?", version).Where("state = ?", EstimateSent)
	if ended.State != EstimateExpired {
		query.Where("(valid_until IS NULL OR valid_until > ?)", t.now)
	}
	result, err := query.Exec(ctx)
	if err != nil {
		return false, wrap(err, "decide estimate")
	}
	changed, err := result.RowsAffected()
	return changed > 0, wrap(err, "decide estimate")
}

// ExpireEstimates ends the estimates that nobody has answered in time.
func (s *Store) ExpireEstimates(ctx context.Context) error {
	ids, err := readColumn[int64](s.query(ctx, `SELECT id FROM estimates WHERE state = 'SENT' AND valid_until <= $1
		ORDER BY valid_until LIMIT 100`, s.sqlTime(s.now())))
	if err != nil {
		return wrap(err, "look for estimates that are over")
	}
	var failed []error // one is no reason for the others to wait
	for _, id := range ids {
		err := retryConflict(func() error {
			return s.inTx(ctx, func(ctx context.Context, tx *tx) error { return tx.expireEstimate(ctx, id) })
		})
		failed = append(failed, unlessNotFound(err))
	}
	return errors.Join(failed...)
}

func (t *tx) expireEstimate(ctx context.Context, id int64) error {
	customer, task, estimate, err := t.lockEstimate(ctx, id)
	if err != nil || estimate.State != EstimateExpired { // as it is read; see readEstimates
		return err
	}
	estimate.UpdatedAt = t.now
	done, err := t.endSent(ctx, estimate, estimate.Version)
	if err != nil || !done {
		return err
	}
	if err := t.estimateChanged(ctx, Actor{Kind: ActorSystem}, &task, EventEstimateExpired, "", estimate); err != nil {
		return err
	}
	return t.retellEstimate(ctx, customer, estimate)
}
