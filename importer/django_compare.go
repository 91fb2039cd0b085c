package importer

import (
	"context"
	"strings"

	"zayavka/store"
	"zayavka/store/phone"
)

// Compared is how many of something there are in Django's database, and how many of those are here.
type Compared struct {
	What        string
	There, Here int
	Shared      int  // of those there, have the email or the phone of another
	Part        bool // is among what the line before counts, and may differ as the work here goes on
}

// Missing is how many are there and not here.
func (c Compared) Missing() int { return c.There - c.Shared - c.Here }

type counted interface {
	AllStaff(ctx context.Context) ([]store.Staff, error)
	CountPhones(ctx context.Context, keys []string) (int, error)
	StatusesByExternalID(ctx context.Context, ids []string) (map[string]store.Status, error)
}

// Compare reads Django's database once more, and looks for each of its rows here.
func (d *Django) Compare(ctx context.Context, s counted) ([]Compared, error) {
	users, err := d.compareUsers(ctx, s)
	if err != nil {
		return nil, err
	}
	customers, err := d.compareCustomers(ctx, s)
	if err != nil {
		return nil, err
	}
	tasks, err := d.compareTasks(ctx, s)
	return append([]Compared{users, customers}, tasks...), err
}

func (d *Django) compareUsers(ctx context.Context, s counted) (Compared, error) {
	users := Compared{What: "users"}
	members, err := s.AllStaff(ctx)
	if err != nil {
		return users, err
	}
	here, seen := map[string]bool{}, map[string]bool{}
	for _, member := range members {
		here[member.EmailKey] = true
	}
	for user, err := range d.Source.Users(ctx) {
		if err != nil {
			return users, err
		}
		key := strings.ToLower(user.Email)
		users.There++
		switch {
		case seen[key]:
			users.Shared++
		case here[key]:
			users.Here++
		}
		seen[key] = true
	}
	return users, nil
}

func (d *Django) compareCustomers(ctx context.Context, s counted) (Compared, error) {
	customers := Compared{What: "customers"}
	seen := map[string]bool{}
	var keys []string
	count := func() error {
		here, err := s.CountPhones(ctx, keys)
		customers.Here += here
		keys = nil
		return err
	}
	for customer, err := range d.Source.Customers(ctx) {
		if err != nil {
			return customers, err
		}
		customers.There++
		written, _ := d.Options.phones(customer.Phone)
		number, _ := phone.Read(written, d.Options.Region)
		switch {
		case number.Key == "":
			continue
		case seen[number.Key]:
			customers.Shared++
			continue
		}
		seen[number.Key] = true
		if keys = append(keys, number.Key); len(keys) == BatchSize {
			if err := count(); err != nil {
				return customers, err
			}
		}
	}
	return customers, count()
}

func (d *Django) compareTasks(ctx context.Context, s counted) ([]Compared, error) {
	compared := []Compared{{What: "tasks"}}
	places := map[store.Status]int{}
	for i, status := range store.Statuses() {
		compared = append(compared, Compared{What: string(status), Part: true})
		places[status] = i + 1
	}
	var ids []string
	count := func() error {
		here, err := s.StatusesByExternalID(ctx, ids)
		compared[0].Here += len(here)
		for _, status := range here {
			compared[places[status]].Here++
		}
		ids = nil
		return err
	}
	for task, err := range d.Source.Tasks(ctx) {
		if err != nil {
			return nil, err
		}
		compared[0].There++
		if status, _, known := d.Options.status(task.Status); known {
			compared[places[status]].There++
		}
		if ids = append(ids, task.ID); len(ids) == BatchSize {
			if err := count(); err != nil {
				return nil, err
			}
		}
	}
	return compared, count()
}
