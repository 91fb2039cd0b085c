package main

import (
	"context"
	"fmt"

	"zayavka/store"
)

// Prices of the demo: one that is agreed and half paid, and one about which a customer is asked when the demo begins.

var demoLines = []store.EstimateLine{
	{Text: "Работа мастера", Quantity: 1, Price: 250_000}, {Text: "Деталь, оригинал", Quantity: 1, Price: 490_000},
}

// agreeDemoPrice has a customer agree to the price of what is ready, or else of what is in work, and pay half of it.
func agreeDemoPrice(ctx context.Context, s *store.Store, actor store.Actor) error {
	task, err := demoTaskOf(ctx, s, store.StatusReady, store.StatusInProgress)
	if err != nil {
		return err
	}
	estimate, err := sendDemoPrice(ctx, s, actor, task)
	if err != nil {
		return err
	}
	_, err = s.DecideEstimate(ctx, store.Actor{Kind: store.ActorCustomer, ID: *task.CustomerID}, store.EstimateDecision{
		ID: estimate.ID, Version: estimate.Version, Accepted: true, Via: store.ViaTelegram,
	})
	if err != nil {
		return err
	}
	_, err = s.AddPayment(ctx, actor, task.ID, estimate.Total/2, store.PaidByCard)
	return err
}

// askAboutPrice asks a customer about the price of what is in work, so that a visitor can agree to it.
func (d *demo) askAboutPrice(ctx context.Context) error {
	anna, err := d.app.store.StaffByEmail(ctx, demoStaff[0].Email)
	if err != nil {
		return err
	}
	task, err := demoTaskOf(ctx, d.app.store, store.StatusAccepted, store.StatusInProgress)
	if err != nil {
		return err
	}
	_, err = sendDemoPrice(ctx, d.app.store, store.Actor{Kind: store.ActorStaff, ID: anna.ID}, task)
	return err
}

func sendDemoPrice(ctx context.Context, s *store.Store, actor store.Actor, task store.Task) (store.Estimate, error) {
	draft, err := s.SaveEstimate(ctx, actor, store.NewEstimate{TaskID: task.ID, Lines: demoLines})
	if err != nil {
		return store.Estimate{}, fmt.Errorf("write a price of the demo: %w", err)
	}
	estimate, err := s.SendEstimate(ctx, actor, draft.ID, draft.Version)
	if err != nil {
		return store.Estimate{}, fmt.Errorf("send a price of the demo: %w", err)
	}
	return estimate, nil
}

// demoTaskOf is the newest task with one of the statuses, of which nobody has named a price, of the first customer with a chat
// who has one.
func demoTaskOf(ctx context.Context, s *store.Store, statuses ...store.Status) (store.Task, error) {
	for _, customer := range demoCustomers[:demoTelegrams] {
		known, err := s.CustomerByPhone(ctx, customer.Phone)
		if err != nil {
			return store.Task{}, err
		}
		for _, status := range statuses {
			filter := store.TaskFilter{CustomerID: &known.ID, Statuses: []store.Status{status}}
			page, err := s.TaskPage(ctx, filter, store.TasksNewestFirst, store.PageRequest{Limit: 1})
			if err != nil {
				return store.Task{}, err
			}
			for _, task := range page.Rows {
				priced, err := s.NewestEstimates(ctx, []int64{task.ID})
				if err != nil || len(priced) == 0 {
					return task, err
				}
			}
		}
	}
	return store.Task{}, fmt.Errorf("the demo has no task with one of the statuses %v", statuses)
}
