package api

import (
	"context"

	"zayavka/store"
)

// estimateLoaders are those of what tasks cost and of what was paid for them, all of them by task.
type estimateLoaders struct {
	estimatesByTask        *loader[[]store.Estimate]
	newestEstimates        *loader[*store.Estimate]
	estimateMessagesByTask *loader[[]store.Notification]
	balances               *loader[store.Balance]
	paymentsByTask         *loader[[]store.Payment]
}

// loadEstimates makes these loaders.
func (l *loaders) loadEstimates() {
	l.estimatesByTask = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.Estimate, error) {
		byTask, tooMany, err := l.store.EstimatesOfTasks(ctx, ids, l.budget.MayLoad())
		byTask, err = grouped(l.budget, byTask, tooMany, err)
		for _, estimates := range byTask {
			for i := range estimates {
				l.foundEstimate(&estimates[i])
			}
		}
		return byTask, err
	})
	l.newestEstimates = newLoader(func(ctx context.Context, ids []int64) (map[int64]*store.Estimate, error) {
		byTask, err := l.store.NewestEstimates(ctx, ids)
		for _, estimate := range byTask {
			l.foundEstimate(estimate)
		}
		return byTask, err
	})
	l.estimateMessagesByTask = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.Notification, error) {
		byTask, tooMany, err := l.store.EstimateNotifications(ctx, ids, l.budget.MayLoad())
		byTask, err = grouped(l.budget, byTask, tooMany, err)
		for _, notifications := range byTask {
			l.foundNotifications(notifications)
		}
		return byTask, err
	})
	l.balances = newLoader(l.store.Balances)
	l.paymentsByTask = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.Payment, error) {
		byTask, tooMany, err := l.store.PaymentsOfTasks(ctx, ids, l.budget.MayLoad())
		return grouped(l.budget, byTask, tooMany, err)
	})
}

// announceEstimates announces a task for all of these.
func (l *loaders) announceEstimates(taskID int64) {
	l.estimatesByTask.announce(taskID)
	l.newestEstimates.announce(taskID)
	l.balances.announce(taskID)
	l.paymentsByTask.announce(taskID)
}

// foundEstimate announces what the estimate refers to.
func (l *loaders) foundEstimate(estimate *store.Estimate) {
	l.estimateMessagesByTask.announce(estimate.TaskID)
	l.foundActor(estimate.DecidedByKind, estimate.DecidedByID)
}
