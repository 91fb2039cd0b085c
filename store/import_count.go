package store

import "context"

// StatusesByExternalID tells how far the tasks with these external ids are, as far as there are any.
func (s *Store) StatusesByExternalID(ctx context.Context, ids []string) (map[string]Status, error) {
	condition, argument := s.anyOfTexts("external_id", "$1", ids)
	found, err := s.query(ctx, "SELECT external_id, status FROM tasks WHERE external_id <> '' AND "+condition, argument)
	if err != nil {
		return nil, wrap(err, "look for tasks by their external ids")
	}
	defer found.Close()
	statuses := map[string]Status{}
	for found.Next() {
		var id string
		var status Status
		if err := found.Scan(&id, &status); err != nil {
			return nil, wrap(err, "look for tasks by their external ids")
		}
		statuses[id] = status
	}
	return statuses, wrap(found.Err(), "look for tasks by their external ids")
}

// CountPhones counts the customers who have one of these phones, each given as Phone.Key.
func (s *Store) CountPhones(ctx context.Context, keys []string) (int, error) {
	condition, argument := s.anyOfTexts("phone_key", "$1", keys)
	counts, err := readColumn[int](s.query(ctx, "SELECT count(*) FROM customers WHERE "+condition, argument))
	if err != nil {
		return 0, wrap(err, "count customers by their phones")
	}
	return counts[0], nil
}
