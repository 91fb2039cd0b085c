package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// botKey is the bot's among the operations.
const botKey = "y"

// measureBot has a crowd write to the bot and prints how quickly it is answered.
func (b *bench) measureBot(ctx context.Context, url string) error {
	telegram, err := newBotAPI()
	if err != nil {
		return err
	}
	defer func() { _ = telegram.listener.Close() }()
	s, err := startService(ctx, b.binary, b.folder, url, telegram, "ZAYAVKA_TELEGRAM_MESSAGES_PER_SECOND=0")
	if err != nil {
		return err
	}
	defer s.stop()
	fmt.Printf("\nThe bot: %d messages from %d chats by long polling, each answered with the list\n\n", botUpdates, botChats)
	fmt.Println("| latency of Telegram | answers/s | CPU µs each | out of order | MB | goal |")
	fmt.Println("| --- | --- | --- | --- | --- | --- |")
	for _, of := range []struct {
		name    string
		latency time.Duration
		pollToo bool
		goal    int
	}{{"0 ms", 0, false, 4000}, {"30 ms to send", 30 * time.Millisecond, false, 3000}, {"30 ms, also to poll", 30 * time.Millisecond, true, 3000}} {
		var rates, costs []float64
		disorder := 0
		for range b.runs + 1 {
			rate, cost, wrong, err := b.crowd(ctx, s, telegram, of.latency, of.pollToo)
			if err != nil {
				return err
			}
			rates, costs, disorder = append(rates, rate), append(costs, cost), disorder+wrong
		}
		rates, costs = rates[1:], costs[1:] // the first one warms up
		slices.Sort(rates)
		slices.Sort(costs)
		now, _ := s.memory()
		fmt.Printf("| %s | %.0f | %.0f | %d | %.0f | %d |\n", of.name, rates[len(rates)/2], costs[len(costs)/2], disorder, now, of.goal)
	}
	return nil
}

// crowd gives the answers a second, the product's CPU time for each in microseconds, and how many came
// out of order.
func (b *bench) crowd(ctx context.Context, s *service, telegram *botAPI, latency time.Duration, pollToo bool) (rate, cost float64, disorder int, err error) {
	computed := -s.cpu()
	select {
	case <-telegram.crowd(latency, pollToo):
	case <-time.After(time.Minute):
		return 0, 0, 0, errors.New("the bot does not answer all of the crowd")
	case <-ctx.Done():
		return 0, 0, 0, ctx.Err()
	}
	took, disorder, err := telegram.result()
	if err != nil {
		return 0, 0, 0, err
	}
	computed += s.cpu()
	return botUpdates / took.Seconds(), float64(computed.Microseconds()) / botUpdates, disorder, nil
}
