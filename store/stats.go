package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"
)

// Stats are figures of the tasks of some days.
type Stats struct {
	Total      int // created in these days
	ByStatus   map[Status]int
	ByCategory map[Category]int
	Days       []DayStats
	// MedianToReady is how long the tasks that first became READY in these days took; nil when none did.
	MedianToReady *time.Duration
}

// DayStats are figures of one day.
type DayStats struct {
	Day             Day
	Created, Closed int
	MedianToReady   *time.Duration
}

// MaxStatsDays is how many days Stats takes at once.
const MaxStatsDays = 400

// Stats counts over the days from first to last, both of them included.
func (s *Store) Stats(ctx context.Context, first, last Day) (Stats, error) {
	days, err := s.daysBetween(first, last)
	if err != nil {
		return Stats{}, err
	}
	stats := Stats{ByStatus: map[Status]int{}, ByCategory: map[Category]int{}, Days: days}
	if err := s.countCreated(ctx, &stats); err != nil {
		return Stats{}, wrap(err, "count created tasks")
	}
	if err := s.countClosed(ctx, &stats); err != nil {
		return Stats{}, wrap(err, "count closed tasks")
	}
	return stats, wrap(s.timesToReady(ctx, &stats), "read times to ready")
}

func (s *Store) daysBetween(first, last Day) ([]DayStats, error) {
	var days []DayStats
	at, _ := time.Parse(time.DateOnly, string(first))
	end, _ := time.Parse(time.DateOnly, string(last))
	switch {
	case end.Before(at):
		return nil, errInvalid("dateEnd", "dateEnd must not be before dateStart.")
	case end.Sub(at) >= MaxStatsDays*24*time.Hour:
		return nil, errInvalid("dateEnd", "Ask for at most %d days at once.", MaxStatsDays)
	}
	for ; !at.After(end); at = at.AddDate(0, 0, 1) {
		days = append(days, DayStats{Day: Day(at.Format(time.DateOnly))})
	}
	return days, nil
}

func (s *Store) countCreated(ctx context.Context, stats *Stats) error {
	return s.eachByDay(ctx, stats, "t.created_at", "t.status, t.category, count(*)", " GROUP BY 1, 2, 3", func(rows *sql.Rows) error {
		var day, count int
		var status Status
		var category Category
		if err := rows.Scan(&day, &status, &category, &count); err != nil {
			return err
		}
		stats.Total += count
		stats.ByStatus[status] += count
		stats.ByCategory[category] += count
		stats.Days[day].Created += count
		return nil
	})
}

func (s *Store) countClosed(ctx context.Context, stats *Stats) error {
	return s.eachByDay(ctx, stats, "t.closed_at", "count(*)", " GROUP BY 1", func(rows *sql.Rows) error {
		var day, count int
		if err := rows.Scan(&day, &count); err != nil {
			return err
		}
		stats.Days[day].Closed = count
		return nil
	})
}

// timesToReady reads how long each task took, in whole seconds, with how many tasks took as long.
func (s *Store) timesToReady(ctx context.Context, stats *Stats) error {
	seconds := "unixepoch(t.ready_at) - unixepoch(t.created_at)"
	if s.isPostgres() {
		seconds = "extract(epoch FROM t.ready_at - t.created_at)::bigint"
	}
	var all []time.Duration
	byDay := make([][]time.Duration, len(stats.Days))
	err := s.eachByDay(ctx, stats, "t.ready_at", seconds, "", func(rows *sql.Rows) error {
		var day int
		var took int64
		if err := rows.Scan(&day, &took); err != nil {
			return err
		}
		all = append(all, time.Duration(took)*time.Second)
		byDay[day] = append(byDay[day], time.Duration(took)*time.Second)
		return nil
	})
	stats.MedianToReady = median(all)
	for day, times := range byDay {
		stats.Days[day].MedianToReady = median(times)
	}
	return err
}

// eachByDay selects from the tasks whose moment in the column lies in one of the days. The first
// column read is the day's index. Days begin when the business's zone says, so the databases get all
// beginnings instead of a date function, which would cost more than counting.
func (s *Store) eachByDay(ctx context.Context, stats *Stats, column, selected, rest string, read func(*sql.Rows) error) error {
	var beginnings []time.Time
	var texts []any
	for _, day := range stats.Days {
		start, end := day.Day.bounds(s.location)
		if len(beginnings) == 0 {
			beginnings, texts = append(beginnings, start), append(texts, s.moment(start))
		}
		beginnings, texts = append(beginnings, end), append(texts, s.moment(end))
	}
	statement := "SELECT d.key, " + selected + ` FROM json_each($1) AS d
		JOIN tasks AS t ON ` + column + " >= d.value AND " + column + ` < json_extract($1, '$[' || (d.key + 1) || ']')`
	list, _ := json.Marshal(texts) // texts always encode
	args := []any{string(list)}
	if s.isPostgres() {
		statement = "SELECT width_bucket(" + column + ", $1::timestamptz[]) - 1, " + selected +
			" FROM tasks AS t WHERE " + column + " >= $2 AND " + column + " < $3"
		args = []any{beginnings, beginnings[0], beginnings[len(beginnings)-1]}
	}
	rows, err := s.query(ctx, statement+rest, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := read(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// median sorts the times.
func median(times []time.Duration) *time.Duration {
	if len(times) == 0 {
		return nil
	}
	slices.Sort(times)
	middle := times[len(times)/2]
	if len(times)%2 == 0 {
		middle = (middle + times[len(times)/2-1]) / 2
	}
	return &middle
}
