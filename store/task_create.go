package store

import (
	"cmp"
	"context"
	"time"

	"zayavka/store/phone"
)

// CreateTask makes a task for the customer with the phone, and the customer if need be. The
// member of staff who makes it becomes its employee, unless another is named. A customer with a
// chat is told.
func (s *Store) CreateTask(ctx context.Context, actor Actor, in NewTask) (Task, error) {
	description, err := cleanText("description", in.Description, MaxDescription)
	if err != nil {
		return Task{}, err
	}
	name, err := cleanText("customerName", in.CustomerName, MaxName)
	if err != nil {
		return Task{}, err
	}
	externalID, err := cleanText("externalId", in.ExternalID, MaxExternalID)
	if err != nil {
		return Task{}, err
	}
	createdAt, err := s.takenIn(in.CreatedAt)
	if err != nil {
		return Task{}, err
	}
	promisedAt, err := checkPromise(in.PromisedAt)
	if err != nil {
		return Task{}, err
	}
	item, err := Item{}.updated(in.Item)
	if err != nil {
		return Task{}, err
	}
	note := NewMessage{Text: in.Note, FileIDs: in.NoteFileIDs}
	hasNote := in.Note != "" || len(in.NoteFileIDs) > 0
	if hasNote {
		if note.Text, err = cleanMessage(note); err != nil {
			return Task{}, fieldError(err, "note")
		}
	}
	var total int64
	if len(in.Agreed) > 0 {
		if in.Agreed, total, err = cleanLines(in.Agreed); err != nil {
			return Task{}, fieldError(err, "agreed")
		}
	}
	number, fault := phone.Read(in.CustomerPhone, s.region)
	if number.Key == "" {
		return Task{}, fieldError(errPhone(fault), "customerPhone")
	}
	var consentTo Shop
	if in.ConsentVersion != "" {
		if consentTo, err = s.shopWithText(ctx, in.ConsentVersion); err != nil {
			return Task{}, fieldError(err, "consentVersion")
		}
	}
	var task Task
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			customer, err := tx.findCustomer(ctx, "phone_key = $1", number.Key)
			if err != nil {
				return err
			}
			if customer == nil {
				if fault != "" {
					return fieldError(errPhone(fault), "customerPhone")
				}
				inserted, err := tx.insertCustomerWithPhone(ctx, number, NewCustomer{Name: name})
				if err != nil {
					return err
				}
				tx.emitCustomer(Customer{}, inserted)
				customer = &inserted
			} else if err := tx.nameCustomer(ctx, customer, name); err != nil {
				return err
			}
			if in.ConsentVersion != "" {
				if err := tx.insertConsent(ctx, consentTo, customer.ID, actor.staffID()); err != nil {
					return err
				}
			}
			employeeID, assigned, err := tx.firstEmployee(ctx, actor, in.EmployeeID)
			if err != nil {
				return err
			}
			task = Task{
				CustomerID: &customer.ID, EmployeeID: employeeID, Description: description, Version: 1,
				Category:   orDefault(in.Category, CategoryOther),
				Status:     orDefault(in.Status, StatusAccepted),
				ExternalID: externalID, Source: sourceOf(actor, in), CreatedAt: cmp.Or(createdAt, tx.now), UpdatedAt: tx.now,
				PromisedAt: promisedAt,
			}
			if err := tx.changeStage(ctx, &task, task.Status, in.StageID); err != nil {
				return err
			}
			if err := tx.changeCategory(ctx, &task, chosen(in.Category), in.ShopCategoryID); err != nil {
				return err
			}
			if err := tx.changeWarranty(ctx, &task, in.WarrantyOfID); err != nil {
				return err
			}
			task.reached(task.Status, task.CreatedAt)
			if err := tx.insertTasks(ctx, actor, newcomer{&task, customer, item, assigned}); err != nil {
				return err
			}
			if err := tx.remindOfPromise(ctx, Task{}, task); err != nil {
				return err
			}
			if hasNote {
				if err := tx.noteNewTask(ctx, actor, task, note); err != nil {
					return err
				}
			}
			if len(in.Agreed) > 0 {
				if err := tx.agreeTasks(ctx, actor, agreement{task.ID, customer, 1, in.Agreed, total, tx.now}); err != nil {
					return err
				}
			}
			if in.Silent {
				return nil
			}
			if err := tx.newsAssigned(ctx, actor, Task{}, task); err != nil {
				return err
			}
			if err := tx.remindOf(ctx, Task{}, task, false); err != nil {
				return err
			}
			return tx.tell(ctx, customer, task, NotificationTaskCreated, NotificationPayload{To: task.Status})
		})
	})
	return task, err
}

// newcomer is a task to be inserted. Of what it says of its history it is whose it becomes.
type newcomer struct {
	task     *Task
	customer *Customer
	item     Item
	assigned []HistoryEntry
}

// insertTasks writes new tasks, and tells of them.
func (t *tx) insertTasks(ctx context.Context, actor Actor, newcomers ...newcomer) error {
	tasks := make([]*Task, len(newcomers))
	for i, new := range newcomers {
		t.store.setOverdue(new.task)
		tasks[i] = new.task
	}
	if err := taskColumns.insert(ctx, t, tasks...); err != nil {
		return taskConflict(err, "insert tasks")
	}
	var items []taskItem
	var texts []taskSearch
	var events []HistoryEntry
	for _, new := range newcomers {
		task := new.task
		t.knowItem(task.ID, new.item)
		if new.item != (Item{}) {
			items = append(items, taskItem{task.ID, new.item})
		}
		t.changed(SubjectTask, Created, task.ID)
		t.emitTask(WebhookTaskCreated, *task, new.customer)
		texts = append(texts, taskSearch{task.ID, t.store.taskSearchText(*task, new.item, new.customer)})
		for _, event := range append([]HistoryEntry{{Kind: EventCreated, To: string(task.Status)}}, new.assigned...) {
			event.TaskID = task.ID
			events = append(events, event)
		}
	}
	if err := t.saveItems(ctx, items...); err != nil {
		return err
	}
	if err := t.writeSearch(ctx, texts); err != nil {
		return err
	}
	return t.recordAll(ctx, actor, events)
}

// takenIn is when a task from another system was taken in there; zero is now.
func (s *Store) takenIn(at *time.Time) (time.Time, error) {
	switch {
	case at == nil:
		return time.Time{}, nil
	case at.Year() < 1970 || at.After(s.now()):
		return time.Time{}, errInvalid("createdTime", "A task was taken in at a moment that is over, after 1970.")
	}
	return at.UTC().Truncate(time.Microsecond), nil
}
