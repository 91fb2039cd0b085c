package store

import (
	"cmp"
	"context"
	"slices"
)

// RatingStats are how customers rated the work in some days.
type RatingStats struct {
	Count      int
	Average    float64 // 0 where Count is
	ByEmployee []EmployeeRating
}

// EmployeeRating is how the work of one member was rated.
type EmployeeRating struct {
	EmployeeID *int64 // nil for tasks for which nobody was responsible
	Count      int
	Average    float64
}

// RatingStats counts the ratings given in the days from first to last, both of them included; the members with the most ratings
// come first.
func (s *Store) RatingStats(ctx context.Context, first, last Day) (stats RatingStats, err error) {
	days := s.DayInterval(&first, &last)
	rows, err := s.query(ctx, "SELECT employee_id, count(*), sum(rating) FROM ratings WHERE rated_at >= $1 AND rated_at < $2 GROUP BY employee_id",
		s.sqlTime(days.From), s.sqlTime(days.To))
	if err != nil {
		return stats, wrap(err, "count ratings")
	}
	defer rows.Close()
	sum := 0
	for rows.Next() {
		var employee EmployeeRating
		var ofEmployee int
		if err := rows.Scan(&employee.EmployeeID, &employee.Count, &ofEmployee); err != nil {
			return stats, wrap(err, "count ratings")
		}
		employee.Average = float64(ofEmployee) / float64(employee.Count)
		stats.Count, sum = stats.Count+employee.Count, sum+ofEmployee
		stats.ByEmployee = append(stats.ByEmployee, employee)
	}
	if stats.Count > 0 {
		stats.Average = float64(sum) / float64(stats.Count)
	}
	slices.SortFunc(stats.ByEmployee, func(a, b EmployeeRating) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(valueOf(a.EmployeeID), valueOf(b.EmployeeID)))
	})
	return stats, wrap(rows.Err(), "count ratings")
}

// mostPoor is how many of the tasks that were rated poorly are read at most.
const mostPoor = 20

const poorlyRated = " JOIN ratings AS ra ON ra.task_id = t.id WHERE ra.rated_at >= $1 AND ra.rated_at < $2 AND ra.rating <= $3 ORDER BY ra.rated_at DESC, t.id DESC LIMIT $4"

// PoorlyRated are the tasks that were rated up to PoorRating in the days from first to last, both of them included: the latest
// twenty, the latest first.
func (s *Store) PoorlyRated(ctx context.Context, first, last Day) ([]Task, error) {
	days := s.DayInterval(&first, &last)
	rows, err := s.query(ctx, taskColumns.from("t")+poorlyRated, s.sqlTime(days.From), s.sqlTime(days.To), PoorRating, mostPoor)
	if err != nil {
		return nil, wrap(err, "read poor ratings")
	}
	tasks, err := taskColumns.all(rows, 0)
	return tasks, wrap(err, "read poor ratings")
}
