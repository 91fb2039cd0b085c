package api_test

import (
	"fmt"
	"testing"
)

func TestRatingsAreCountedByMemberAndThePoorOnesLeadToTheirTasks(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		boris := s.NewStaff(t)
		anna := s.login(s.NewStaff(t))
		customer := s.NewCustomer(t)
		var poor int64
		for _, stars := range []int{5, 2} {
			poor = s.NewTask(t, customer).ID
			s.Exec(t, "UPDATE tasks SET employee_id = $1 WHERE id = $2", boris.ID, poor)
			s.Exec(t, "INSERT INTO ratings (task_id, employee_id, rating, asked_at, rated_at) SELECT id, employee_id, $1, created_at, created_at FROM tasks WHERE id = $2",
				stars, poor)
		}
		anna.gives(fmt.Sprintf(`{"data": {"stats": {"ratings": {"average": 3.5, "count": 2,
			"byEmployee": [{"employee": {"id": "%d"}, "average": 3.5, "count": 2}],
			"poor": [{"id": "%d", "rating": 2, "ratingComment": null, "employee": {"id": "%d"}}]}}}}`, boris.ID, poor, boris.ID),
			`{ stats(dateStart: "2026-03-01", dateEnd: "2026-03-02") { ratings { average count
				byEmployee { employee { id } average count } poor { id rating ratingComment employee { id } } } } }`)
		anna.gives(`{"data": {"stats": {"ratings": {"average": null, "count": 0, "byEmployee": [], "poor": []}}}}`,
			`{ stats(dateStart: "2026-01-01", dateEnd: "2026-01-02") { ratings { average count byEmployee { count } poor { id } } } }`)
	})
}
