package store

import (
	"context"
	"math"

	"zayavka/store/phone"
)

// SQLite always asks its index of words for all matches first. A page of the tasks with a word that
// six of ten have takes 3 s in that way with 1,000,000 tasks, and 0.2 ms when tasks are looked through
// in the list's order until the page is full; with a rare word it is the other way round. PostgreSQL
// knows which to do.

// fewMatches is how many matches are taken from the index of a list with so many rows: then both ways take
// as long. To find, read and sort a match takes 4 µs; to look through a row takes 1.3 µs, and a page of
// 50 needs 50 times all rows over matches.
func fewMatches(rows int64) int { return int(math.Sqrt(50 * 1.3 / 4 * float64(rows))) }

// taskPageConditions are the conditions for reading a page.
func (s *Store) taskPageConditions(ctx context.Context, filter TaskFilter) (conditions, error) {
	filter, err := s.searchedPhone(ctx, filter)
	if err != nil {
		return conditions{}, err
	}
	terms, err := searchTerms(filter.Search)
	if err != nil {
		return conditions{}, err
	}
	if s.isPostgres() || len(terms) == 0 {
		return s.taskConditions(filter), nil
	}
	filter.Search = ""
	w := s.taskConditions(filter)
	return w, w.searchPage(ctx, terms, "tasks", "task_search", "t.id", "(SELECT x.text FROM task_search AS x WHERE x.rowid = t.id)")
}

// searchedPhone makes of a search for the whole phone of a customer a filter by that phone. Phones are
// what the indexes of words are worst at, because all have the same parts: with 100,000 tasks two cores
// answered 180 such searches a second on PostgreSQL and 110 on SQLite, fewer the more tasks there are.
// This way it is ten times as many, however many tasks there are.
func (s *Store) searchedPhone(ctx context.Context, filter TaskFilter) (TaskFilter, error) {
	if filter.Search == "" || filter.Phone != nil {
		return filter, nil
	}
	number, _ := phone.Read(filter.Search, s.region)
	if number.Key == "" { // other searches go on as they are
		return filter, nil
	}
	found, err := readColumn[int64](s.query(ctx, "SELECT id FROM customers WHERE phone_key = $1", number.Key))
	if err == nil && len(found) > 0 {
		filter.Phone, filter.Search = &number.Written, ""
	}
	return filter, err
}

func (s *Store) customerPageConditions(ctx context.Context, filter CustomerFilter) (conditions, error) {
	terms, err := searchTerms(filter.Search)
	if err != nil {
		return conditions{}, err
	}
	if s.isPostgres() || len(terms) == 0 {
		return s.customerConditions(filter), nil
	}
	filter.Search = ""
	w := s.customerConditions(filter)
	return w, w.searchPage(ctx, terms, "customers", "customer_search", "c.id", "c.search")
}

// searchPage adds the matches in the index of words, or the search itself when there are too many.
func (w *conditions) searchPage(ctx context.Context, terms []string, table, index, id, text string) error {
	newest, err := readColumn[int64](w.store.query(ctx, "SELECT id FROM "+table+" ORDER BY id DESC LIMIT 1"))
	if err != nil || len(newest) == 0 {
		return err
	}
	few := fewMatches(newest[0])
	ids, err := readColumn[int64](w.store.query(ctx,
		"SELECT rowid FROM "+index+" WHERE "+index+" MATCH $1 LIMIT $2", matchPattern(terms), few+1))
	if err != nil {
		return err
	}
	if len(ids) <= few {
		condition, list := w.store.anyOf(id, "?", ids)
		w.add(condition, list)
		return nil
	}
	for _, term := range terms {
		w.add("instr("+text+", ?) > 0", term)
	}
	return nil
}
