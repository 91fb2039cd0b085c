package store

import (
	"cmp"
	"context"
	"slices"
)

// CustomerFilter chooses customers; all that is set must hold.
type CustomerFilter struct {
	ExternalID *string // exactly
	Search     string  // phone in any writing or a part of it, and words of the name
	Registered *bool   // whether they have a chat with the bot
	Reachable  *bool   // whether the bot may write to them
}

// CustomerOrder is an order of customers.
type CustomerOrder string

const (
	CustomersNewestFirst CustomerOrder = "newest"
	CustomersOldestFirst CustomerOrder = "oldest"
)

// Cursor is the customer's place in a list of this order.
func (o CustomerOrder) Cursor(customer Customer) Cursor {
	return Cursor{customer.CreatedAt, customer.ID}
}

// CustomersUpTo gives all cards in ascending id order, unless there are more than most: then tooMany
// is true and no card is given.
func (s *Store) CustomersUpTo(ctx context.Context, most int) (customers []Customer, tooMany bool, err error) {
	customers, tooMany, err = readUpTo(ctx, s.customerConditions(CustomerFilter{}), "c", customerColumns, most)
	slices.SortFunc(customers, func(a, b Customer) int { return cmp.Compare(a.ID, b.ID) })
	return customers, tooMany, wrap(err, "list customers")
}

// CustomerIDsUpTo gives the ids of all cards, ascending, unless there are more than most.
func (s *Store) CustomerIDsUpTo(ctx context.Context, most int) (ids []int64, tooMany bool, err error) {
	ids, tooMany, err = readIDsUpTo(ctx, s.customerConditions(CustomerFilter{}), "customers", "c", most)
	return ids, tooMany, wrap(err, "list ids of customers")
}

// CustomerPage reads a page of the list of customers that the filter chooses.
func (s *Store) CustomerPage(ctx context.Context, filter CustomerFilter, order CustomerOrder, r PageRequest) (Page[Customer], error) {
	by := ordering{column: "created_at", descending: order != CustomersOldestFirst}
	w, err := s.customerPageConditions(ctx, filter)
	if err != nil {
		return Page[Customer]{}, wrap(err, "search customers")
	}
	page, err := readPage(ctx, w, "c", customerColumns, by, r)
	return page, wrap(err, "read a part of the customers")
}

// CountCustomers counts the customers that the filter chooses.
func (s *Store) CountCustomers(ctx context.Context, filter CustomerFilter) (int, error) {
	w := s.customerConditions(filter)
	count, err := w.count(ctx, "customers AS c")
	return count, wrap(err, "count customers")
}

func (s *Store) customerConditions(filter CustomerFilter) conditions {
	w := conditions{store: s}
	if filter.Registered != nil {
		w.add(map[bool]string{true: "c.telegram_id IS NOT NULL", false: "c.telegram_id IS NULL"}[*filter.Registered])
	}
	if filter.Reachable != nil {
		const reachable = "(c.telegram_id IS NOT NULL AND c.unreachable_at IS NULL)"
		w.add(map[bool]string{true: reachable, false: "NOT " + reachable}[*filter.Reachable])
	}
	if filter.ExternalID != nil {
		w.addExternalID("c", *filter.ExternalID)
	}
	w.searchCustomers(filter.Search)
	return w
}
