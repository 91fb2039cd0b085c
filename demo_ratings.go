package main

import (
	"context"

	"zayavka/store"
)

// demoRatings are what customers of the demo think of the work, in turn, and why where that is asked.
var demoRatings = []struct {
	stars  int
	reason string
}{
	{stars: 5}, {stars: 5}, {stars: 4}, {stars: 5}, {stars: 2, reason: "Обещали за два дня, а ждать пришлось неделю."}, {stars: 5}, {stars: 5},
	{stars: 3, reason: "Сделали хорошо, но никто не предупредил, что можно забирать."}, {stars: 5}, {stars: 4},
}

// rateDemo answers the question for a rating, and why it is a poor one.
func rateDemo(ctx context.Context, s *store.Store, asked store.Delivery) error {
	rating := demoRatings[asked.Task.ID%int64(len(demoRatings))]
	if err := s.RateTask(ctx, asked.Customer, asked.Task.ID, rating.stars); err != nil || rating.reason == "" {
		return err
	}
	_, err := s.ReceiveMessages(ctx, []store.IncomingMessage{{
		ChatID: *asked.Customer.TelegramID, TelegramMessageID: -asked.Task.ID, AuthorName: asked.Customer.Name, Text: rating.reason,
	}})
	if err != nil {
		return err
	}
	return s.NoReplyNeeded(ctx, &asked.Task.ID, nil)
}
