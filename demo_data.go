package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"zayavka/bot/emulator"
	"zayavka/store"
)

const (
	demoPassword  = "zayavka-demo"
	demoTasks     = 120
	demoDays      = 60
	demoBusiness  = "Мастерская «Винтик»"
	demoTelegrams = 6 // of the customers: these have a chat with the bot
)

var demoStaff = []store.NewStaff{
	{Email: "anna@example.com", Name: "Анна Лебедева", Role: store.RoleAdmin, Password: demoPassword},
	{Email: "igor@example.com", Name: "Игорь Соколов", Role: store.RoleStaff, Password: demoPassword},
	{Email: "marina@example.com", Name: "Марина Ким", Role: store.RoleStaff, Password: demoPassword},
}

var demoCustomers = []store.NewCustomer{
	{Name: "Ольга Смирнова", Phone: "+7 916 204-18-37"}, {Name: "Тимур Ахметов", Phone: "8 (927) 310-55-02"},
	{Name: "Екатерина Волкова", Phone: "+79035521874"}, {Name: "James Miller", Phone: "+44 20 7946 0958"},
	{Name: "Наталья Орлова", Phone: "8 905 771-40-26"}, {Name: "Артём Крылов", Phone: "+7(999)812-63-90"},
	{Name: "Пётр Сидоренко", Phone: "89161182233"}, {Name: "Гульнара Сафина", Phone: "+7 987 604-11-90"},
	{Name: "Иван Кузнецов", Phone: "8 903 556-70-12"}, {Name: "Мария Лапина", Phone: "+7 926 433-09-81"},
	{Name: "Сергей Павлов", Phone: "8-915-220-34-56"}, {Name: "Алёна Морозова", Phone: "+7 977 145-66-20"},
	{Name: "Дмитрий Чернов", Phone: "+7 964 790-02-13"}, {Name: "ООО «Ромашка», бухгалтерия", Phone: "8 495 123-45-67"},
	{Name: "Юлия Фёдорова", Phone: "+7 910 402-77-35"}, {Name: "Рустам Каримов", Phone: "8 937 266-81-40"},
	{Name: "Вера Николаевна", Phone: "89057710099"}, {Name: "Константин Белый", Phone: "+7 985 330-12-48"},
	{Name: "Жанна Грищенко", Phone: "+7 952 618-20-74"}, {Name: "Олег Тарасов", Phone: "8 (921) 555-01-43"},
	{Name: "Светлана Попова", Phone: "+7 913 874-56-09"}, {Name: "Арсен Григорян", Phone: "+374 91 234-567"},
	{Name: "Полина Жукова", Phone: "8 996 741-22-58"}, {Name: "Михаил Зайцев", Phone: "+7 925 018-93-47"},
	{Name: "Лидия Петровна", Phone: "8 499 765-43-21"}, {Name: "Кирилл Соболев", Phone: "+7 968 507-64-31"},
	{Name: "Айгуль Нурланова", Phone: "+7 701 555-20-18"}, {Name: "Роман Ефимов", Phone: "8 919 603-18-72"},
	{Name: "Даша (сестра Тимура)", Phone: "+7 927 310-55-09"}, {Name: "Владимир Гусев", Phone: "8 961 240-37-85"},
}

// fillDemo lives through the shop's last sixty days on a clock of its own: everything is done by
// the same calls that staff make, so histories and numbers fit together.
func fillDemo(ctx context.Context, config Config, now time.Time, people []*emulator.User) error {
	location, err := time.LoadLocation(config.Business.Timezone)
	if err != nil {
		return err
	}
	clock := now.AddDate(0, 0, -demoDays)
	s, err := store.Open(store.Options{
		URL: string(config.Database.URL), Region: config.Business.Region, Location: location, Currency: config.Business.Currency,
		Clock: func() time.Time { return clock },
	})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	if err := s.MigrateUp(ctx); err != nil {
		return err
	}
	var staff []store.Actor
	for _, member := range demoStaff {
		made, err := s.CreateStaff(ctx, member)
		if err != nil {
			return err
		}
		staff = append(staff, store.Actor{Kind: store.ActorStaff, ID: made.ID})
	}
	if err := settleDemoShop(ctx, s, staff[0]); err != nil {
		return err
	}
	for i, customer := range demoCustomers {
		if _, err := s.CreateCustomer(ctx, customer); err != nil {
			return err
		}
		if i >= len(people) {
			continue
		}
		contact := store.Registration{TelegramID: people[i].ID, Phone: customer.Phone, Verified: true, Language: people[i].Language}
		if _, _, err := s.Register(ctx, contact); err != nil {
			return err
		}
	}
	random := rand.New(rand.NewPCG(20, 26)) // the same shop at every start
	for _, step := range demoSteps(random, clock.In(location), now) {
		clock = step.at
		if _, err := s.EndDueReminders(ctx); err != nil {
			return err
		}
		if err := step.do(ctx, s, staff[random.IntN(len(staff))]); err != nil {
			return err
		}
		if err := acknowledgeAll(ctx, s); err != nil {
			return err
		}
	}
	if err := promiseDemoWork(ctx, s, staff[0], now.In(location)); err != nil {
		return err
	}
	if err := agreeDemoPrice(ctx, s, staff[0]); err != nil {
		return err
	}
	return acknowledgeAll(ctx, s)
}

// demoStep is one thing that somebody did at the shop.
type demoStep struct {
	at time.Time
	do func(ctx context.Context, s *store.Store, actor store.Actor) error
}

// demoSteps makes up tasks and their progress: accepted within opening hours, begun and made
// ready within days, picked up some days later; the newest ones are still on their way.
func demoSteps(random *rand.Rand, begin, now time.Time) []demoStep {
	var steps []demoStep
	for i := range demoTasks {
		day := begin.AddDate(0, 0, i*demoDays/demoTasks)
		opened := time.Date(day.Year(), day.Month(), day.Day(), 9, 0, 0, 0, begin.Location()).
			Add(time.Duration(random.IntN(9*60)) * time.Minute)
		work := demoWork[random.IntN(len(demoWork))]
		customer := demoCustomers[random.IntN(len(demoCustomers))]
		if left := demoTasks - 1 - i; left%3 == 0 { // those with a chat have something to look at
			customer = demoCustomers[left/3%demoTelegrams]
		}
		var promised *time.Time
		if work.days > 0 {
			promised = new(time.Date(day.Year(), day.Month(), day.Day()+work.days, 0, 0, 0, 0, begin.Location()))
		}
		var taskID int64
		steps = append(steps, demoStep{opened, func(ctx context.Context, s *store.Store, actor store.Actor) error {
			task, err := s.CreateTask(ctx, actor, store.NewTask{
				CustomerPhone: customer.Phone, Category: work.category, Description: work.description, PromisedAt: promised,
				Item: store.ItemUpdate{Kind: &work.kind, Maker: &work.maker, Model: &work.model},
			})
			taskID = task.ID
			return err
		}})
		at := opened
		for _, status := range store.Statuses()[1:] {
			at = at.Add(time.Duration(2+random.IntN(120)) * time.Hour)
			steps = append(steps, demoStep{at, func(ctx context.Context, s *store.Store, actor store.Actor) error {
				_, err := s.UpdateTask(ctx, actor, taskID, store.TaskUpdate{Status: &status})
				return err
			}})
		}
	}
	steps = slices.DeleteFunc(steps, func(step demoStep) bool { return step.at.After(now) })
	slices.SortStableFunc(steps, func(a, b demoStep) int { return a.at.Compare(b.at) })
	return steps
}

// acknowledgeAll marks what waits to be sent as delivered: in the past, each message in its time.
func acknowledgeAll(ctx context.Context, s *store.Store) error {
	for {
		deliveries, err := s.ClaimNotifications(ctx, 100, time.Minute)
		if err != nil || len(deliveries) == 0 {
			return err
		}
		for _, delivery := range deliveries {
			// Chats of the demo are empty, so the message has no number.
			if err := s.NotificationSent(ctx, delivery.Notification.Claim(), 0); err != nil {
				return fmt.Errorf("acknowledge the demo's messages: %w", err)
			}
			if delivery.Notification.Kind == store.NotificationRating {
				if err := rateDemo(ctx, s, delivery); err != nil {
					return fmt.Errorf("rate the demo's work: %w", err)
				}
			}
		}
	}
}
