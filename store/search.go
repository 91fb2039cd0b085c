package store

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"
	"github.com/uptrace/bun"

	"zayavka/store/fold"
	"zayavka/store/phone"
)

// taskSearch is a task's row among the texts that are searched: its number, here and in another system, its customer's
// phone in the usual writings, the customer's name, the description and what was brought, all folded.
type taskSearch struct {
	taskID int64
	text   string
}

func (s *Store) taskSearchText(task Task, item Item, customer *Customer) string {
	text := strconv.FormatInt(task.ID, 10)
	if task.ExternalID != "" && !strings.HasPrefix(task.ExternalID, contentKey) {
		text += " " + fold.Text(task.ExternalID)
	}
	if customer != nil && customer.Search != "" {
		text += " " + customer.Search
	} else if customer != nil {
		text += " " + s.customerSearchText(*customer)
	}
	text += " " + fold.Text(task.Description)
	if !item.IsEmpty() {
		text += " " + item.searchText()
	}
	return text
}

// customerSearchText holds the phone's digits with the country's code and as they are dialled within
// the country: 79170009900 and 89170009900.
func (s *Store) customerSearchText(customer Customer) string {
	text := customer.PhoneKey
	if number, err := phonenumbers.Parse("+"+customer.PhoneKey, s.region); err == nil {
		text += " " + fold.Digits(phonenumbers.Format(number, phonenumbers.NATIONAL))
	}
	return text + " " + fold.Text(customer.Name)
}

// minTerm is the shortest part of a word that is searched for, in characters: indexes hold three
// characters at a time.
const minTerm = 3

// What is searched for at most. Each term costs a look through everything that the other terms left.
const (
	MaxSearch      = 200 // characters
	MaxSearchTerms = 10
)

// CheckSearch refuses a search that is longer than a person's, as every list does that gets it.
func CheckSearch(search string) error {
	_, err := searchTerms(search)
	return err
}

// searchTerms are what a text must hold, each of them, to be found. A phone in any writing is one
// term. Terms that are too short are left out.
func searchTerms(search string) ([]string, error) {
	if len(search) > MaxSearch*utf8.UTFMax || utf8.RuneCountInString(search) > MaxSearch {
		return nil, errInvalid("search", "The search is too long: at most %d characters.", MaxSearch)
	}
	search = strings.ToValidUTF8(strings.ReplaceAll(search, "\x00", " "), " ") // which the databases cannot hold
	if number, _ := phone.CutExtension(fold.Characters(search)); phone.Only(number) {
		if number = fold.Digits(number); len(number) >= minTerm {
			return []string{number}, nil
		}
		return nil, nil
	}
	var terms []string
	for _, word := range strings.Fields(fold.Text(search)) {
		word = strings.TrimFunc(word, unicode.IsPunct)
		if phone.Only(word) {
			word = fold.Digits(word)
		}
		if utf8.RuneCountInString(word) >= minTerm {
			terms = append(terms, word)
		}
	}
	if len(terms) > MaxSearchTerms {
		return nil, errInvalid("search", "The search has too many words: at most %d.", MaxSearchTerms)
	}
	return terms, nil
}

// searchTasks adds what a search finds to a list's conditions. What is too short for an index can
// only be a task's number.
func (w *conditions) searchTasks(search string) {
	terms, err := searchTerms(search)
	switch {
	case err != nil:
		w.refused = err
	case strings.TrimSpace(search) == "":
	case len(terms) == 0:
		id, err := strconv.ParseInt(fold.Digits(fold.Characters(search)), 10, 64)
		w.nothing = w.nothing || err != nil
		w.add("t.id = ?", id)
	case w.store.isPostgres():
		// Values in the text let PostgreSQL see how common a word is: it looks up a rare one in the index of
		// words, and for a common one goes through the list until the page is full.
		w.literal = true
		for _, term := range terms {
			w.add("EXISTS (SELECT 1 FROM task_search AS x WHERE x.task_id = t.id AND x.text LIKE ?)", likePattern(term))
		}
	default:
		w.add("t.id IN (SELECT rowid FROM task_search WHERE task_search MATCH ?)", matchPattern(terms))
	}
}

func (w *conditions) searchCustomers(search string) {
	if strings.TrimSpace(search) == "" {
		return
	}
	terms, err := searchTerms(search)
	w.nothing, w.refused = w.nothing || len(terms) == 0 && err == nil, err
	if !w.store.isPostgres() {
		w.add("c.id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?)", matchPattern(terms))
		return
	}
	w.literal = true
	for _, term := range terms {
		w.add("c.search LIKE ?", likePattern(term))
	}
}

// likePattern finds a text anywhere in another.
func likePattern(term string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(term) + "%"
}

// matchPattern is a query of SQLite's FTS5: every term as a string of its own.
func matchPattern(terms []string) string {
	var quoted []string
	for _, term := range terms {
		quoted = append(quoted, `"`+strings.ReplaceAll(term, `"`, `""`)+`"`)
	}
	return strings.Join(quoted, " AND ")
}

// indexTask writes what is searched for a task, anew if need be.
func (t *tx) indexTask(ctx context.Context, task Task, customer *Customer) error {
	item, err := t.item(ctx, task.ID)
	if err != nil {
		return err
	}
	return t.writeSearch(ctx, []taskSearch{{task.ID, t.store.taskSearchText(task, item, customer)}})
}

// indexTasksOf does so for all tasks of a customer.
func (t *tx) indexTasksOf(ctx context.Context, customerID int64) error {
	var tasks []Task
	if err := t.NewSelect().Model(&tasks).Where("customer_id = ?", customerID).Scan(ctx); err != nil {
		return wrap(err, "read tasks to be searched")
	}
	rows, err := t.searchRows(ctx, tasks)
	if err != nil {
		return err
	}
	return t.writeSearch(ctx, rows)
}

func (t *tx) searchRows(ctx context.Context, tasks []Task) (rows []taskSearch, err error) {
	var customerIDs []int64
	for _, task := range tasks {
		if task.CustomerID != nil {
			customerIDs = append(customerIDs, *task.CustomerID)
		}
	}
	var customers []Customer
	if err := t.NewSelect().Model(&customers).Where("id IN (?)", bun.List(customerIDs)).Scan(ctx); err != nil {
		return nil, wrap(err, "read customers to be searched")
	}
	byID := map[int64]*Customer{}
	for i := range customers {
		byID[customers[i].ID] = &customers[i]
	}
	ids := make([]int64, len(tasks))
	for i, task := range tasks {
		ids[i] = task.ID
	}
	if err := t.readItems(ctx, ids); err != nil {
		return nil, err
	}
	for _, task := range tasks {
		var customer *Customer
		if task.CustomerID != nil {
			customer = byID[*task.CustomerID]
		}
		rows = append(rows, taskSearch{task.ID, t.store.taskSearchText(task, t.items[task.ID], customer)})
	}
	return rows, nil
}

func (t *tx) writeSearch(ctx context.Context, rows []taskSearch) error {
	for some := range slices.Chunk(rows, rowsInStatement) {
		var values []any
		for _, row := range some {
			values = append(values, row.taskID, row.text)
		}
		statement := "INSERT OR REPLACE INTO task_search (rowid, text) VALUES " + dollars(1, len(some), 2)
		if t.store.isPostgres() {
			statement = "INSERT INTO task_search (task_id, text) VALUES " + dollars(1, len(some), 2) +
				" ON CONFLICT (task_id) DO UPDATE SET text = excluded.text"
		}
		if _, err := t.exec(ctx, statement, values...); err != nil {
			return wrap(err, "index tasks")
		}
	}
	return nil
}

// forgetTask removes a deleted task's text, where no foreign key does.
func (t *tx) forgetTask(ctx context.Context, id int64) error {
	if t.store.isPostgres() {
		return nil
	}
	_, err := t.ExecContext(ctx, "DELETE FROM task_search WHERE rowid = ?", id)
	return wrap(err, "remove task from the index")
}
