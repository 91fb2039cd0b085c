package store

import (
	"time"
)

// Day is a calendar day in the business's time zone, in the form 2021-07-25.
type Day string

// ParseDay reads a day in the form YYYY-MM-DD; field is named in the error.
func ParseDay(field, text string) (Day, error) {
	const firstYear = 1900 // older days are slips, and PostgreSQL has no year 0
	if day, err := time.Parse(time.DateOnly, text); err != nil || day.Year() < firstYear {
		return "", errInvalid(field, "%q is not a date. Write it as YYYY-MM-DD, for example 2021-07-25.", text)
	}
	return Day(text), nil
}

// DayOf is the business's day at the moment at.
func (s *Store) DayOf(at time.Time) Day { return Day(at.In(s.location).Format(time.DateOnly)) }

// bounds gives the half-open interval of moments in the day. Days are not always 24 hours long.
func (d Day) bounds(location *time.Location) (start, end time.Time) {
	day, _ := time.Parse(time.DateOnly, string(d))
	return beginning(day, location), beginning(day.AddDate(0, 0, 1), location)
}

// beginning is the first moment of a day. Where the clocks go forward at midnight there is no
// midnight, and time.Date gives a moment of the day before.
func beginning(day time.Time, location *time.Location) time.Time {
	at := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, location)
	if at.Day() != day.Day() {
		at = at.Add(time.Hour)
	}
	return at.UTC()
}
