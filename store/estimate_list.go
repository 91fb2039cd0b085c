package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// readEstimates reads the estimates that a query chooses, with their lines. One whose time is over is EstimateExpired,
// though ExpireEstimates may not have come to it yet.
func readEstimates(ctx context.Context, db bun.IDB, now time.Time, choose func(*bun.SelectQuery)) ([]Estimate, error) {
	var found []Estimate
	query := db.NewSelect().Model(&found)
	choose(query)
	if err := query.Scan(ctx); err != nil || len(found) == 0 {
		return nil, wrap(err, "read estimates")
	}
	byID, ids := map[int64]*Estimate{}, make([]int64, len(found))
	for i := range found {
		estimate := &found[i]
		byID[estimate.ID], ids[i] = estimate, estimate.ID
		if estimate.State == EstimateSent && estimate.ValidUntil != nil && !estimate.ValidUntil.After(now) {
			estimate.State = EstimateExpired
		}
	}
	var lines []EstimateLine
	if err := db.NewSelect().Model(&lines).Where("estimate_id IN (?)", bun.List(ids)).Order("id").Scan(ctx); err != nil {
		return nil, wrap(err, "read the lines of estimates")
	}
	for _, line := range lines {
		byID[line.EstimateID].Lines = append(byID[line.EstimateID].Lines, line)
	}
	return found, nil
}

// EstimatesOfTasks gives all estimates of many tasks, each task's newest first; if there are more than most, tooMany is
// true and none is given.
func (s *Store) EstimatesOfTasks(ctx context.Context, taskIDs []int64, most int) (byTask map[int64][]Estimate, tooMany bool, err error) {
	estimates, err := readEstimates(ctx, s.read, s.now(), func(q *bun.SelectQuery) {
		q.Where("task_id IN (?)", bun.List(taskIDs)).Order("task_id", "version DESC").Limit(int64(most) + 1)
	})
	if err != nil || len(estimates) > most {
		return nil, err == nil, err
	}
	byTask = map[int64][]Estimate{}
	for _, estimate := range estimates {
		byTask[estimate.TaskID] = append(byTask[estimate.TaskID], estimate)
	}
	return byTask, false, nil
}

// NewestEstimates gives the newest estimate of each of many tasks, by task; those without one are left out.
func (s *Store) NewestEstimates(ctx context.Context, taskIDs []int64) (map[int64]*Estimate, error) {
	estimates, err := readEstimates(ctx, s.read, s.now(), func(q *bun.SelectQuery) {
		q.Where("task_id IN (?)", bun.List(taskIDs)).
			Where("NOT EXISTS (SELECT 1 FROM estimates AS newer WHERE newer.task_id = est.task_id AND newer.version > est.version)")
	})
	return byID(estimates, func(e *Estimate) int64 { return e.TaskID }), err
}

// EstimateAsked is the newest estimate about which a customer was asked, of the task that one of its estimates names: what
// a button under any of them is about now. It is NotFound for somebody else's task, and Forbidden for a chat of which
// Telegram has not confirmed the phone.
func (s *Store) EstimateAsked(ctx context.Context, customer Customer, id int64) (Estimate, error) {
	found, err := readEstimates(ctx, s.read, s.now(), func(q *bun.SelectQuery) {
		q.Where("task_id = (SELECT t.id FROM tasks AS t JOIN estimates AS named ON named.task_id = t.id WHERE named.id = ? AND t.customer_id = ?)",
			id, customer.ID).Where("sent_at IS NOT NULL").Order("version DESC").Limit(1)
	})
	switch {
	case err != nil:
		return Estimate{}, err
	case len(found) == 0:
		return Estimate{}, errNotFound()
	case customer.PhoneVerifiedAt == nil:
		return Estimate{}, errChatNotProven
	}
	return found[0], nil
}

// recentLines is how many of the last lines EstimateLinesUsed looks at.
const recentLines = 500

// EstimateLinesUsed gives lines that were written lately, the newest first, each text once with its last price.
func (s *Store) EstimateLinesUsed(ctx context.Context, most int) ([]EstimateLine, error) {
	var lines []EstimateLine
	if err := s.read.NewSelect().Model(&lines).Order("id DESC").Limit(recentLines).Scan(ctx); err != nil {
		return nil, wrap(err, "read the last lines of estimates")
	}
	seen, used := map[string]bool{}, lines[:0]
	for _, line := range lines {
		if !seen[line.Text] && len(used) < most {
			seen[line.Text] = true
			used = append(used, line)
		}
	}
	return used, nil
}
