package main

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/jackc/pgx/v5"
	_ "modernc.org/sqlite" // registers the database/sql driver "sqlite"
)

// dataset is what the databases are filled with, the same on each: tasks spread evenly from begin to
// end, in the order of their ids.
type dataset struct {
	staff, customers, tasks int
	begin, end              time.Time
}

func newDataset(tasks int) dataset {
	end := time.Now().UTC().Truncate(24 * time.Hour)
	return dataset{staff: 50, customers: 20_000, tasks: tasks, begin: end.AddDate(-1, 0, 0), end: end}
}

// password is that of every member of staff.
const password = "correct horse battery"

// argonParams are the store's.
var argonParams = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

func staffEmail(n int) string { return fmt.Sprintf("staff%d@example.com", n) }

func phoneKey(customer int) string { return fmt.Sprintf("7916%07d", customer) }

// table is rows to be inserted, made one at a time.
type table struct {
	name    string
	columns []string
	count   int
	row     func(n int) []any
}

var names = []string{"Ольга Смирнова", "Тимур Ахметов", "Екатерина Волкова", "James Miller", "Наталья Орлова", "Артём Крылов"}

var works = []string{
	"Разбит экран, замена дисплея", "Не включается после падения", "Залит водой, чистка платы", "Замена аккумулятора",
	"Наушники: не работает левый", "Диагностика: греется и выключается", "Заменить разъём зарядки", "Перенос данных на новый телефон",
}

// messagesPerTask are written between a customer and staff.
const messagesPerTask = 10

var questions = []string{
	"Добрый день! Подскажите, когда можно забрать?", "Здравствуйте. Завтра после обеда, напишем.", "А сколько будет стоить вместе с плёнкой?",
	"Экран 6 900, плёнка 500, итого 7 400 рублей.", "Хорошо, делайте, спасибо", "Готово, ждём вас до восьми вечера.",
}

func (d dataset) tables() ([]table, error) {
	hash, err := argon2id.CreateHash(password, argonParams)
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(1, 2))
	customerOf := make([]int, d.tasks)
	step := d.end.Sub(d.begin) / time.Duration(d.tasks)
	at := func(task int) time.Time { return d.begin.Add(time.Duration(task) * step).Truncate(time.Microsecond) }
	return []table{
		{"staff", []string{"id", "email", "email_key", "password_hash", "role", "name", "created_at", "updated_at"}, d.staff, func(n int) []any {
			role := "staff"
			if n == 0 {
				role = "admin"
			}
			return []any{n + 1, staffEmail(n), staffEmail(n), hash, role, names[n%len(names)], d.begin, d.begin}
		}},
		{"customers", []string{"id", "telegram_id", "phone", "phone_key", "name", "created_at", "updated_at"}, d.customers, func(n int) []any {
			var chat any
			if n%3 > 0 {
				chat = 5_000_000_000 + int64(n)
			}
			return []any{n + 1, chat, "+" + phoneKey(n), phoneKey(n), names[n%len(names)], d.begin, d.begin}
		}},
		{"tasks", []string{"id", "customer_id", "employee_id", "category", "status", "description", "created_at", "updated_at", "ready_at", "closed_at",
			"promised_at", "overdue_at", "ready_since", "awaiting_reply_since"}, d.tasks, func(n int) []any {
			status := "CLOSED" // all but a few hundred of the last are over
			if n > d.tasks-500 {
				status = statuses[random.IntN(3)]
			}
			categories := []string{"CONSULTING", "DIAGNOSIS", "REPAIR", "OTHER"}
			var ready, closed, overdue, since, awaiting any
			promised := at(n).AddDate(0, 0, 3)
			if status == "CLOSED" {
				ready, closed = at(n).Add(time.Duration(1+random.IntN(50))*time.Hour), at(n).Add(time.Duration(51+random.IntN(50))*time.Hour)
			}
			switch {
			case status == "READY":
				ready, since = at(n), at(n)
			case status != "CLOSED":
				overdue = promised
			}
			if status != "CLOSED" && n%2 > 0 {
				awaiting = at(n)
			}
			customerOf[n] = 1 + random.IntN(d.customers)
			return []any{
				n + 1, customerOf[n], 1 + random.IntN(d.staff), categories[random.IntN(4)], status,
				fmt.Sprintf("%s, №%d", works[random.IntN(len(works))], random.IntN(100_000)), at(n), at(n), ready, closed,
				promised, overdue, since, awaiting,
			}
		}},
		{"task_events", []string{"task_id", "actor_kind", "actor_id", "kind", "from_value", "to_value", "at"}, d.tasks, func(n int) []any {
			return []any{n + 1, "staff", 1, "created", "", "ACCEPTED", at(n)}
		}},
		{"messages", []string{"id", "customer_id", "task_id", "direction", "author_kind", "author_id", "text", "previous_texts", "answered_at", "created_at", "updated_at"},
			messagesPerTask * d.tasks, func(n int) []any {
				task, direction, author, id := n/messagesPerTask, "IN", "customer", customerOf[n/messagesPerTask]
				if n%2 > 0 {
					direction, author, id = "OUT", "staff", 1+n%d.staff
				}
				return []any{n + 1, customerOf[task], task + 1, direction, author, id, questions[n%len(questions)], "[]", at(task), at(task), at(task)}
			}},
		// An empty table is gone through whole for as long as PostgreSQL believes it to be empty.
		{"notifications", []string{"id", "customer_id", "chat_id", "task_id", "kind", "payload", "state", "not_before", "first_due", "created_at", "updated_at", "sent_at"},
			d.tasks, func(n int) []any {
				return []any{n + 1, customerOf[n], 5_000_000_000 + int64(customerOf[n]), n + 1, "status_changed", `{"from": "IN_PROGRESS", "to": "CLOSED"}`, "sent",
					at(n), at(n), at(n), at(n), at(n)}
			}},
		{"reminders", []string{"kind", "task_id", "step", "created_at", "updated_at"}, d.tasks, func(n int) []any {
			return []any{"rating", n + 1, 1, at(n), at(n)}
		}},
	}, nil
}

func (d dataset) fillPostgres(ctx context.Context, url string) error {
	tables, err := d.tables()
	if err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(ctx) }()
	for _, t := range tables {
		rows := pgx.CopyFromSlice(t.count, func(n int) ([]any, error) { return t.row(n), nil })
		if _, err := conn.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, rows); err != nil {
			return fmt.Errorf("fill %s: %w", t.name, err)
		}
		if t.columns[0] == "id" {
			statement := fmt.Sprintf("SELECT setval(pg_get_serial_sequence('%s', 'id'), %d)", t.name, t.count)
			if _, err := conn.Exec(ctx, statement); err != nil {
				return err
			}
		}
	}
	// A filled table is written to the disk for minutes, which would be measured with what comes first.
	for _, statement := range []string{"VACUUM ANALYZE", "CHECKPOINT"} {
		if _, err := conn.Exec(ctx, statement); err != nil {
			return err
		}
	}
	_, err = conn.Exec(ctx, "DELETE FROM settings WHERE key = 'search'")
	return err
}

func (d dataset) fillSQLite(ctx context.Context, file string) error {
	tables, err := d.tables()
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", "file:"+file+"?_pragma=journal_mode(WAL)")
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, t := range tables {
		if err := t.insert(ctx, tx); err != nil {
			return fmt.Errorf("fill %s: %w", t.name, err)
		}
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM settings WHERE key = 'search'"); err != nil {
		return err
	}
	return tx.Commit()
}

func (t table) insert(ctx context.Context, tx *sql.Tx) error {
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(t.columns)), ", ")
	insert, err := tx.PrepareContext(ctx, fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", t.name, strings.Join(t.columns, ", "), marks))
	if err != nil {
		return err
	}
	defer func() { _ = insert.Close() }()
	for n := range t.count {
		row := t.row(n)
		for i, value := range row {
			if moment, ok := value.(time.Time); ok {
				row[i] = moment.Format("2006-01-02 15:04:05.999999-07:00") // as Bun writes it
			}
		}
		if _, err := insert.ExecContext(ctx, row...); err != nil {
			return err
		}
	}
	return nil
}
