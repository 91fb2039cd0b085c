package main

import (
	"context"
	"fmt"
	"time"

	"zayavka/store"
)

// settleDemoShop says where the demo's shop is and when it is open, and adds the stage at which its work waits most.
func settleDemoShop(ctx context.Context, s *store.Store, owner store.Actor) error {
	name, address, phone, warranty := demoBusiness, "ул. Ленина, 5", "+7 495 120-45-67", 30
	weekday, saturday := store.Hours{From: 10 * 60, To: 20 * 60}, store.Hours{From: 11 * 60, To: 18 * 60}
	_, err := s.UpdateShop(ctx, owner, store.ShopUpdate{
		Name: &name, Address: &address, Phone: &phone, WarrantyDays: &warranty,
		Hours: &[7]store.Hours{{}, weekday, weekday, weekday, weekday, weekday, saturday}, // from Sunday on
	})
	if err != nil {
		return fmt.Errorf("settle the demo's shop: %w", err)
	}
	status, told := store.StatusInProgress, true
	ru, en := "Ждём запчасть", "Waiting for a part"
	textRu, textEn := "Заказали деталь для № {number}, {item}. Напишем, когда придёт.", "We have ordered a part for #{number}, {item}. We will write when it is here."
	_, err = s.CreateStage(ctx, owner, store.StageUpdate{Status: &status, NameRu: &ru, NameEn: &en, TextRu: &textRu, TextEn: &textEn, Told: &told})
	if err != nil {
		return fmt.Errorf("make the demo's stage: %w", err)
	}
	return nil
}

// promiseDemoWork leaves the demo's day with something that is promised for its evening and something that was for yesterday's.
func promiseDemoWork(ctx context.Context, s *store.Store, actor store.Actor, now time.Time) error {
	page, err := s.TaskPage(ctx, store.TaskFilter{Statuses: []store.Status{store.StatusInProgress}}, store.TasksNewestFirst, store.PageRequest{Limit: 2})
	if err != nil {
		return err
	}
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location()) // all day: the demo is begun at any hour
	for i, task := range page.Rows {
		promised := []time.Time{today, today.AddDate(0, 0, -1).Add(18 * time.Hour)}[i]
		if _, err := s.UpdateTask(ctx, actor, task.ID, store.TaskUpdate{PromisedAt: &promised}); err != nil {
			return fmt.Errorf("promise the demo's work: %w", err)
		}
	}
	return nil
}
