package notify

import (
	"time"

	"zayavka/bot/locale"
	"zayavka/bot/telegram"
	"zayavka/store"
)

// Render puts another function in the place of the one that makes messages.
func (s *Sender) Render(f func(*locale.Texts, store.Delivery) telegram.Post) {
	s.render = f
}

// SetLease makes leases short enough for a test to wait until they are over.
func (s *Sender) SetLease(d time.Duration) { s.leaseTime = d }

// SetLongestRetry bounds the pauses between tries.
func (s *Sender) SetLongestRetry(d time.Duration) { s.longestRetry = d }

// SetStatementTimeout bounds what is asked of the database at a time.
func (s *Sender) SetStatementTimeout(d time.Duration) { s.statementTimeout = d }

// LongestRetry is the longest pause between the tries of a message.
const LongestRetry = longestRetry
