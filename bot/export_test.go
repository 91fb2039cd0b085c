package bot

import "time"

// SetLongestPause bounds the pauses between the tries of an update, which else grow to half a minute.
func (b *Bot) SetLongestPause(d time.Duration) {
	b.dispatcher.longestPause, b.inbox.longestPause = d, d
}
