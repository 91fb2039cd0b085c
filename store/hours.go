package store

import (
	"fmt"
	"time"
)

// TimeOfDay is a time by the shop's clock, in minutes after midnight, from 0 to 1440; as a text "09:00", and "24:00" for
// the end of the day.
type TimeOfDay int

const endOfDay TimeOfDay = 24 * 60

// ParseTimeOfDay reads "9:00" or "09:00". ok is false for anything else.
func ParseTimeOfDay(text string) (t TimeOfDay, ok bool) {
	if text == "24:00" {
		return endOfDay, true
	}
	at, err := time.Parse("15:04", text)
	return TimeOfDay(at.Hour()*60 + at.Minute()), err == nil
}

func (t TimeOfDay) String() string { return fmt.Sprintf("%02d:%02d", int(t)/60, int(t)%60) }

// MarshalText writes "09:00".
func (t TimeOfDay) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "09:00".
func (t *TimeOfDay) UnmarshalText(text []byte) error {
	read, ok := ParseTimeOfDay(string(text))
	if !ok {
		return fmt.Errorf("%q is not a time of day", text)
	}
	*t = read
	return nil
}

// On is this time on the day of the moment day, in that moment's zone.
func (t TimeOfDay) On(day time.Time) time.Time {
	year, month, date := day.Date()
	return time.Date(year, month, date, int(t)/60, int(t)%60, 0, 0, day.Location())
}

// Hours are a part of a day, from a time to a later one. The zero value is none of it: closed.
type Hours struct {
	From TimeOfDay `json:"from"`
	To   TimeOfDay `json:"to"`
}

// Closed tells that there are no hours.
func (h Hours) Closed() bool { return h == Hours{} }

// Contain tells whether a moment is within these hours of its own day, in its own zone.
func (h Hours) Contain(at time.Time) bool {
	return !at.Before(h.From.On(at)) && at.Before(h.To.On(at))
}

func (h Hours) check(field string) error {
	if h.From < 0 || h.To > endOfDay || h.From >= h.To && !h.Closed() {
		return errInvalid(field, "The hours must end after they begin, on the same day: for example 10:00 to 20:00.")
	}
	return nil
}
