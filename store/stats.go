package store

import (
	"context"
	"database/sql"
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
	in := s.DayInterval(&first, &last)
	if err := s.countCreated(ctx, in, &stats); err != nil {
		return Stats{}, wrap(err, "count created tasks")
	}
	if err := s.countClosed(ctx, in, &stats); err != nil {
		return Stats{}, wrap(err, "count closed tasks")
	}
	return stats, wrap(s.timesToReady(ctx, in, &stats), "read times to ready")
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

// quarter is the quarter of an hour, counted from 1970, of a moment. The database counts by quarters,
// so that few rows are read; which day a quarter belongs to is decided here, where the history of time
// zones is known.
func (s *Store) quarter(column string) string {
	if s.isPostgres() {
		return "(extract(epoch FROM " + column + ")::bigint / 900)"
	}
	return "(CAST(strftime('%s', " + column + ") AS integer) / 900)"
}

func (s *Store) countCreated(ctx context.Context, in Interval, stats *Stats) error {
	return s.each(ctx, "SELECT "+s.quarter("t.created_at")+", t.status, t.category, count(*) FROM tasks AS t", "t.created_at", in,
		" GROUP BY 1, 2, 3", func(rows *sql.Rows) error {
			var quarter int64
			var status Status
			var category Category
			var count int
			if err := rows.Scan(&quarter, &status, &category, &count); err != nil {
				return err
			}
			stats.Total += count
			stats.ByStatus[status] += count
			stats.ByCategory[category] += count
			stats.day(s, quarter).Created += count
			return nil
		})
}

func (s *Store) countClosed(ctx context.Context, in Interval, stats *Stats) error {
	return s.each(ctx, "SELECT "+s.quarter("t.closed_at")+", count(*) FROM tasks AS t", "t.closed_at", in,
		" GROUP BY 1", func(rows *sql.Rows) error {
			var quarter int64
			var count int
			if err := rows.Scan(&quarter, &count); err != nil {
				return err
			}
			stats.day(s, quarter).Closed += count
			return nil
		})
}

func (s *Store) timesToReady(ctx context.Context, in Interval, stats *Stats) error {
	var all []time.Duration
	byDay := map[*DayStats][]time.Duration{}
	err := s.each(ctx, "SELECT t.created_at, t.ready_at FROM tasks AS t", "t.ready_at", in, "", func(rows *sql.Rows) error {
		var created, ready time.Time
		if err := rows.Scan(&created, &ready); err != nil {
			return err
		}
		day := stats.day(s, ready.Unix()/900)
		all = append(all, ready.Sub(created))
		byDay[day] = append(byDay[day], ready.Sub(created))
		return nil
	})
	stats.MedianToReady = median(all)
	for day, times := range byDay {
		day.MedianToReady = median(times)
	}
	return err
}

// each reads the rows whose column lies in the interval.
func (s *Store) each(ctx context.Context, statement, column string, in Interval, rest string, read func(*sql.Rows) error) error {
	w := conditions{store: s}
	w.addInterval(column, in)
	rows, err := w.query(ctx, statement, rest)
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

// day finds the day to which a quarter of an hour, counted from 1970, belongs.
func (stats *Stats) day(s *Store, quarter int64) *DayStats {
	day := s.DayOf(time.Unix(quarter*900, 0))
	at, _ := time.Parse(time.DateOnly, string(day))
	first, _ := time.Parse(time.DateOnly, string(stats.Days[0].Day))
	return &stats.Days[int(at.Sub(first)/(24*time.Hour))]
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
