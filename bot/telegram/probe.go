package telegram

import (
	"context"
	"sync"
	"time"
)

// probe keeps when Telegram last answered, and when it last did not, so that many who want to know ask once.
type probe struct {
	asking sync.Mutex // held by the one who asks

	mu       sync.Mutex
	answered time.Time
	failed   time.Time
	err      error // why it did not answer
}

const (
	// answeredNow is for how long an answer tells that Telegram answers. It is less than the shortest pause
	// before a next try, so that an answer is always younger than the failure that is tried again.
	answeredNow = 300 * time.Millisecond
	// failedNow is for how long a failure tells that it does not.
	failedNow = time.Second
)

// Answering is nil when Telegram answers: it did so a moment ago, to whichever call, or does so now to getMe.
func (c *Client) Answering(ctx context.Context) error {
	c.probe.asking.Lock()
	defer c.probe.asking.Unlock()
	if answered, err := c.probe.recent(); answered || err != nil {
		return err
	}
	_, err := c.GetMe(ctx)
	if _, failed := AsError(err); failed && ctx.Err() == nil {
		c.probe.record(err)
	}
	return err
}

func (p *probe) recent() (answered bool, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if time.Since(p.answered) < answeredNow {
		return true, nil
	}
	if time.Since(p.failed) < failedNow {
		return false, p.err
	}
	return false, nil
}

// record notes how a call ended.
func (p *probe) record(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err == nil {
		p.answered = time.Now()
		return
	}
	p.failed, p.err = time.Now(), err
}
