package store

import "context"

// DueNotifications is what ClaimNotifications looks for in the queue, with two arguments.
const DueNotifications = dueNotifications

// TaskPartStatement is what TaskPart sends to the database. Values tells whether PostgreSQL plans for
// the arguments' values; else one plan serves for all of them.
func (s *Store) TaskPartStatement(ctx context.Context, filter TaskFilter, order TaskOrder, r Range) (text string, args []any, values bool, err error) {
	w, err := s.taskPageConditions(ctx, filter)
	if err != nil {
		return "", nil, false, err
	}
	text = partStatement(&w, "t", taskColumns, order.ordering(), r)
	return text, w.args, w.literal, nil
}

// KeptDays is how many days' figures are kept.
func (s *Store) KeptDays() int { return len(s.figures.byDay) }
