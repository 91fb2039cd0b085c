package store

import (
	"context"
	"errors"
	"strings"
	"time"
)

// querier is the Store, for a dry run, or a transaction.
type querier interface {
	query(ctx context.Context, statement string, args ...any) (resultRows, error)
}

// importBatch is the work on one batch of rows.
type importBatch struct {
	*Import
	querier
	tx *tx // nil in a dry run

	customers map[string]*Customer     // by the phone's key; in a dry run also those that would be made
	tasks     map[string]*importedTask // by the external id
	cardIDs   map[string]bool          // external ids of cards
	chats     map[int64]bool           // those that cards have
	members   map[int64]string         // by how they are called; read when the first is needed
	verdicts  []ImportVerdict
	newPhones map[uint64]bool
	newTasks  map[uint64]seenTask

	// What is to be written once all rows are judged, which takes a few statements for the batch.
	newCards      []*Customer
	newcomers     []newcomer
	newcomersRows []*cleanRow
}

// importedTask is what was there of a task before the import.
type importedTask struct {
	id              int64
	version         int
	phoneKey        string // of its customer
	content         string // of the row that it was imported from; empty when it came otherwise
	versionImported int
}

func (b *importBatch) judge(ctx context.Context, rows []cleanRow) error {
	if err := b.find(ctx, rows); err != nil {
		return err
	}
	b.newPhones, b.newTasks = map[uint64]bool{}, map[uint64]seenTask{}
	for n := range rows {
		verdict, err := b.take(ctx, &rows[n])
		var refusal *Error
		if errors.As(err, &refusal) && refusal.Code == Invalid {
			verdict, err = ImportVerdict{Kind: ImportRefused, Refusal: refusal}, nil
		}
		if err != nil {
			return err
		}
		b.verdicts = append(b.verdicts, verdict)
	}
	if b.tx == nil {
		return nil
	}
	return b.write(ctx, rows)
}

// find reads what is there of the rows' customers and tasks.
func (b *importBatch) find(ctx context.Context, rows []cleanRow) error {
	var phones, tasks, cards []string
	var chats []int64
	for _, row := range rows {
		if row.refusal != nil {
			continue
		}
		phones = append(phones, row.number.Key)
		if row.Task != nil {
			tasks = append(tasks, row.key)
		}
		if row.ExternalID != "" {
			cards = append(cards, row.ExternalID)
		}
		if row.TelegramID != nil {
			chats = append(chats, *row.TelegramID)
		}
	}
	b.customers, b.tasks, b.cardIDs, b.chats = map[string]*Customer{}, map[string]*importedTask{}, map[string]bool{}, map[int64]bool{}
	lock := ""
	if b.tx != nil {
		lock = b.tx.lock()
	}
	condition, argument := b.store.anyOfTexts("c.phone_key", "$1", phones)
	found, err := b.query(ctx, customerColumns.from("c")+" WHERE "+condition+" ORDER BY c.id"+lock, argument)
	if err != nil {
		return wrap(err, "find customers of rows")
	}
	customers, err := customerColumns.all(found, len(phones))
	if err != nil {
		return wrap(err, "find customers of rows")
	}
	for n := range customers {
		b.customers[customers[n].PhoneKey] = &customers[n]
	}
	if err := b.findTasks(ctx, tasks); err != nil {
		return err
	}
	condition, argument = b.store.anyOfTexts("external_id", "$1", cards)
	taken, err := readColumn[string](b.query(ctx, "SELECT external_id FROM customers WHERE external_id <> '' AND "+condition, argument))
	for _, id := range taken {
		b.cardIDs[id] = true
	}
	if err != nil || len(chats) == 0 {
		return wrap(err, "find customers of rows by their numbers")
	}
	condition, argument = b.store.anyOf("telegram_id", "$1", chats)
	linked, err := readColumn[int64](b.query(ctx, "SELECT telegram_id FROM customers WHERE "+condition, argument))
	for _, id := range linked {
		b.chats[id] = true
	}
	return wrap(err, "find customers of rows by their chats")
}

func (b *importBatch) findTasks(ctx context.Context, keys []string) error {
	condition, argument := b.store.anyOfTexts("t.external_id", "$1", keys)
	found, err := b.query(ctx, `SELECT t.external_id, t.id, t.version, coalesce(c.phone_key, ''), coalesce(i.content, ''), coalesce(i.version, 0)
		FROM tasks AS t LEFT JOIN customers AS c ON c.id = t.customer_id LEFT JOIN imported_tasks AS i ON i.task_id = t.id
		WHERE t.external_id <> '' AND `+condition, argument)
	if err != nil {
		return wrap(err, "find tasks of rows")
	}
	defer found.Close()
	for found.Next() {
		var key string
		var task importedTask
		if err := found.Scan(&key, &task.id, &task.version, &task.phoneKey, &task.content, &task.versionImported); err != nil {
			return wrap(err, "find tasks of rows")
		}
		b.tasks[key] = &task
	}
	return wrap(found.Err(), "find tasks of rows")
}

func (b *importBatch) take(ctx context.Context, row *cleanRow) (ImportVerdict, error) {
	if row.refusal != nil {
		return ImportVerdict{}, row.refusal
	}
	customer := b.customers[row.number.Key]
	if customer == nil && b.dry && b.phones[b.hash(row.number.Key)] {
		customer = &Customer{Name: row.Name, Language: row.Language, Note: row.Note, ExternalID: row.ExternalID, TelegramID: row.TelegramID}
		customer.setPhone(row.number)
	}
	if customer == nil && row.fault != "" {
		return ImportVerdict{}, errPhone(row.fault)
	}
	if row.Task == nil {
		return b.takeCustomer(ctx, row, customer)
	}
	if verdict, decided, err := b.known(ctx, row, customer); decided || err != nil {
		return verdict, err
	}
	verdict := ImportVerdict{Kind: ImportKnown}
	if customer == nil {
		verdict.Kind = ImportNew
	}
	task, assigned, err := b.prepare(ctx, row)
	if err != nil {
		return verdict, err
	}
	if !row.NoCustomer {
		customer, _, err = b.card(ctx, row, customer)
	}
	if err != nil {
		return verdict, err
	}
	b.newcomers = append(b.newcomers, newcomer{&task, customer, row.Task.Item, assigned})
	b.newcomersRows = append(b.newcomersRows, row)
	return verdict, nil
}

func (b *importBatch) takeCustomer(ctx context.Context, row *cleanRow, customer *Customer) (ImportVerdict, error) {
	isNew := customer == nil
	_, changed, err := b.card(ctx, row, customer)
	switch {
	case isNew:
		return ImportVerdict{Kind: ImportNew}, err
	case changed:
		return ImportVerdict{Kind: ImportChanged}, err
	}
	return ImportVerdict{Kind: ImportSame}, err
}

// card makes the row's card, or adds to it what it does not say yet.
func (b *importBatch) card(ctx context.Context, row *cleanRow, customer *Customer) (*Customer, bool, error) {
	externalID := row.ExternalID
	if b.cardIDs[externalID] {
		externalID = ""
	}
	chat := row.TelegramID
	if chat != nil && b.chats[*chat] {
		chat = nil
	}
	if customer == nil {
		since := row.KnownSince
		if since.IsZero() && row.Task != nil && row.Task.CreatedAt != nil {
			since = *row.Task.CreatedAt
		}
		made := Customer{Name: row.Name, Language: row.Language, Note: row.Note, ExternalID: externalID, TelegramID: chat}
		if b.tx != nil && since.Before(b.tx.now) {
			made.CreatedAt = since.UTC().Truncate(time.Microsecond)
		}
		made.setPhone(row.number)
		b.newPhones[b.hash(row.number.Key)] = true
		b.customers[row.number.Key] = &made
		b.cardIDs[externalID] = externalID != ""
		b.link(chat)
		b.newCards = append(b.newCards, &made)
		return &made, true, nil
	}
	added := *customer
	if added.Name == "" {
		added.Name = row.Name
	}
	if added.Language == "" {
		added.Language = row.Language
	}
	if added.ExternalID == "" {
		added.ExternalID = externalID
	}
	if added.TelegramID == nil {
		added.TelegramID = chat
	}
	if !strings.Contains(added.Note, row.Note) {
		note, err := cleanText("note", added.Note+"\n"+row.Note, MaxDescription)
		if err != nil {
			return nil, false, err
		}
		added.Note = note
	}
	if added.Name == customer.Name && added.Language == customer.Language && added.ExternalID == customer.ExternalID && added.Note == customer.Note &&
		sameID(added.TelegramID, customer.TelegramID) {
		return customer, false, nil
	}
	*customer = added
	b.cardIDs[externalID] = externalID != ""
	b.link(added.TelegramID)
	if b.tx == nil || customer.ID == 0 { // which is still to be written
		return customer, true, nil
	}
	return customer, true, b.tx.saveCustomer(ctx, customer)
}

// link notes that a card has a chat, which no other can have then.
func (b *importBatch) link(chat *int64) {
	if chat != nil {
		b.chats[*chat] = true
	}
}

// prepare is the new task of a row, with what it refers to checked.
func (b *importBatch) prepare(ctx context.Context, row *cleanRow) (task Task, assigned []HistoryEntry, err error) {
	in := row.Task
	task = Task{
		Description: in.Description, Version: 1, Category: orDefault(in.Category, CategoryOther), ExternalID: row.key, Source: SourceImport,
		PromisedAt: in.PromisedAt,
	}
	if b.tx == nil {
		return task, nil, nil
	}
	task.CreatedAt, task.UpdatedAt = b.tx.now, b.tx.now
	for _, at := range []*time.Time{in.ClosedAt, in.ReadyAt, in.CreatedAt} {
		if at != nil {
			task.CreatedAt = *at
		}
	}
	b.reach(&task, in, task.CreatedAt)
	if err := b.tx.changeStage(ctx, &task, task.Status, in.StageID); err != nil {
		return task, nil, err
	}
	if err := b.tx.changeCategory(ctx, &task, chosen(in.Category), in.ShopCategoryID); err != nil {
		return task, nil, err
	}
	if in.EmployeeID == nil {
		return task, nil, nil
	}
	called, err := b.member(ctx, *in.EmployeeID)
	task.EmployeeID = in.EmployeeID
	return task, []HistoryEntry{{Kind: EventEmployee, To: called}}, err
}

// member is how a member of staff is called. One who is disabled stays responsible for what they did there.
func (b *importBatch) member(ctx context.Context, id int64) (string, error) {
	if b.members == nil {
		var members []Staff
		if err := b.tx.NewSelect().Model(&members).Where("deleted_at IS NULL").Scan(ctx); err != nil {
			return "", wrap(err, "read employees")
		}
		b.members = map[int64]string{}
		for _, member := range members {
			b.members[member.ID] = member.DisplayName()
		}
	}
	called, found := b.members[id]
	if !found {
		return "", errInvalid("employeeId", "Nobody has this id.")
	}
	return called, nil
}

// reach gives a task the row's status and moments; at is when it came to that status, if the row does not say.
func (b *importBatch) reach(task *Task, in *ImportTask, at time.Time) {
	if task.Status != in.Status {
		task.Status = in.Status
		task.reached(task.Status, at)
	}
	if in.ReadyAt != nil {
		task.ReadyAt = in.ReadyAt
		if task.Status == StatusReady {
			task.ReadySince = in.ReadyAt
		}
	}
	if in.ClosedAt != nil && task.Status == StatusClosed {
		task.ClosedAt = in.ClosedAt
	}
	if in.WarrantyUntil != nil {
		start, _ := in.WarrantyUntil.bounds(b.store.location)
		task.WarrantyUntil = &start
	}
}
