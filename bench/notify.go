package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// notifyKey is the delivery of notifications among the operations.
const notifyKey = "x"

// The burst of changes, and the limit at which it drains: five times Telegram's, so that a minute
// shows what five would.
const (
	burstChanges   = 10_000
	burstCustomers = 3_000
	burstLimit     = 150 // messages a second
)

// measureNotifications makes tasks of customers with a chat as fast as it can, and prints how their
// notifications leave: at what rate, and what each costs while the queue is long and while it is short.
func (b *bench) measureNotifications(ctx context.Context, url string) error {
	telegram, err := newBotAPI()
	if err != nil {
		return err
	}
	defer func() { _ = telegram.listener.Close() }()
	s, err := startService(ctx, b.binary, b.folder, url, telegram,
		"ZAYAVKA_TELEGRAM_MESSAGES_PER_SECOND="+strconv.Itoa(burstLimit), "ZAYAVKA_NOTIFY_HOLD=0")
	if err != nil {
		return err
	}
	defer s.stop()
	token, err := s.login(ctx)
	if err != nil {
		return err
	}
	began := time.Now()
	if err := b.burst(ctx, s, token); err != nil {
		return err
	}
	changed := time.Since(began)

	fmt.Printf("\nNotifications: %d changes over %d customers within %.0f s; at most %d messages a second\n\n",
		burstChanges, burstCustomers, changed.Seconds(), burstLimit)
	fmt.Println("| waiting | messages/s | CPU µs each |")
	fmt.Println("| --- | --- | --- |")
	for left := burstChanges - telegram.sentCount(); left > 0; {
		part := min(left, 2_000)
		since, computed := time.Now(), -s.cpu()
		if err := telegram.awaitSent(ctx, burstChanges-left+part); err != nil {
			return err
		}
		computed += s.cpu()
		fmt.Printf("| %d to %d | %.1f | %.0f |\n", left, left-part, float64(part)/time.Since(since).Seconds(), float64(computed.Microseconds())/float64(part))
		left -= part
	}
	return nil
}

// burst makes the tasks, a customer's turn coming after all others'.
func (b *bench) burst(ctx context.Context, s *service, token string) error {
	var made atomic.Int64
	var mu sync.Mutex
	var failures []error
	var running sync.WaitGroup
	for range b.connections {
		running.Go(func() {
			err := sendAll(ctx, s.address, token, func() []byte {
				n := int(made.Add(1)) - 1
				if n >= burstChanges {
					return nil
				}
				return newTaskBody(crowdCustomer(n % burstCustomers))
			})
			mu.Lock()
			defer mu.Unlock()
			failures = append(failures, err)
		})
	}
	running.Wait()
	return errors.Join(failures...)
}
