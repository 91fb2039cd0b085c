package attack

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"
	_ "time/tzdata" // the zones, on machines without their files

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/stretchr/testify/require"

	"zayavka/store/storetest"
)

// zones are those with the odd offsets, both ends of the day, and clocks that change at odd hours or days.
var zones = []string{
	"Europe/Moscow", "Europe/Kaliningrad", "Asia/Kamchatka", "Asia/Yekaterinburg", "Asia/Almaty", "Asia/Tashkent", "Europe/Kyiv", "UTC", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
	"Australia/Eucla", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Apia", "Etc/GMT+12", "America/St_Johns", "America/Sao_Paulo", "America/New_York", "Africa/Cairo", "Asia/Beirut",
}

// TestADayHasTheBoundsOfItsZone has tasks at the first and last moments of days, ordinary ones and those on which
// clocks change, in all writings of a filter.
func TestADayHasTheBoundsOfItsZone(t *testing.T) {
	t.Parallel()
	require.Len(t, zones, 21)
	telegram, url := newTelegram(t), storetest.Postgres(t)
	database, err := sql.Open("pgx", url)
	require.NoError(t, err)
	defer func() { _ = database.Close() }()
	prepare(t, telegram, "DATABASE_URL="+url).addAdmin()
	var owner session // of all the processes, which share the accounts and the secret
	for _, zone := range zones {
		t.Run(zone, func(t *testing.T) {
			location, err := time.LoadLocation(zone)
			require.NoError(t, err)
			s := prepare(t, telegram, "DATABASE_URL="+url, "BUSINESS_TIMEZONE="+zone)
			s.start()
			if owner.token == "" {
				owner = s.login(t, adminEmail)
			}
			days := append(transitions(location), "2024-02-29", "2025-12-31")
			for _, text := range days {
				day, err := time.ParseInLocation(time.DateOnly, text, time.UTC)
				require.NoError(t, err)
				first, after := beginning(location, day), beginning(location, day.AddDate(0, 0, 1))
				want := map[string]string{} // of each task, the day that it must have
				for moment, belongs := range map[time.Time]string{
					first: text, first.Add(-time.Microsecond): dayBefore(location, first), after.Add(-time.Microsecond): text, after: after.In(location).Format(time.DateOnly),
					first.Add(after.Sub(first) / 2): text,
				} {
					id := s.ask(t, owner.token, `mutation { createTask(taskData: {customerPhone: "+79170000001"}) { task { id } } }`).word(t, "createTask", "task", "id")
					number, _ := strconv.ParseInt(id, 10, 64)
					_, err := database.ExecContext(t.Context(), "UPDATE tasks SET created_at = $1 WHERE id = $2", moment, number)
					require.NoError(t, err)
					want[id] = belongs
				}
				var those []string
				for id, belongs := range want {
					a := s.ask(t, owner.token, `query($id: ID!) { taskById(id: $id) { createdAt } }`, vars{"id": id})
					require.Equal(t, belongs, a.at("taskById", "createdAt"), "%s in %s", text, zone)
					if belongs == text {
						those = append(those, id)
					}
				}
				slices.Sort(those)
				for _, filter := range []string{
					fmt.Sprintf(`tasks(first: 100, filter: {createdFrom: %[1]q, createdTo: %[1]q}) { nodes { id } }`, text),
					fmt.Sprintf(`tasks(first: 100, filter: {createdFrom: %q, createdTo: %q}) { nodes { id } }`, first.Format(time.RFC3339), after.Format(time.RFC3339)),
					fmt.Sprintf(`allTasks(createdAt: %q) { id }`, text), fmt.Sprintf(`allTasks(dateStart: %[1]q, dateEnd: %[1]q) { id }`, text),
				} {
					require.Equal(t, those, numbersIn(t, s.ask(t, owner.token, "{ list: "+filter+" }")), "%s in %s: %s", text, zone, filter)
				}
				counted := s.ask(t, owner.token, fmt.Sprintf(`{ stats(dateStart: %[1]q, dateEnd: %[1]q) { total days { day created } } }`, text))
				require.Equal(t, []any{map[string]any{"day": text, "created": float64(len(those))}}, counted.at("stats", "days"), "%s in %s: %s", text, zone, counted.text)
				_, err = database.ExecContext(t.Context(), "DELETE FROM tasks")
				require.NoError(t, err)
			}
		})
	}
}

// numbersIn are the sorted ids of a list.
func numbersIn(t *testing.T, a answer) (numbers []string) {
	t.Helper()
	list := a.at("list")
	if page, ok := list.(map[string]any); ok {
		list = page["nodes"]
	}
	encoded, err := json.Marshal(list)
	require.NoError(t, err)
	var nodes []struct{ ID string }
	require.NoError(t, json.Unmarshal(encoded, &nodes), a.text)
	for _, node := range nodes {
		numbers = append(numbers, node.ID)
	}
	slices.Sort(numbers)
	return numbers
}

// transitions are the days of 2024 to 2025 on which a zone's clocks change.
func transitions(location *time.Location) (days []string) {
	at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for end := at.AddDate(2, 0, 0); at.Before(end); at = at.Add(time.Hour) {
		_, now := at.In(location).Zone()
		_, next := at.Add(time.Hour).In(location).Zone()
		if day := at.Add(time.Hour).In(location).Format(time.DateOnly); now != next && !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	return days[:min(len(days), 2)]
}

// beginning is the first moment at which a zone's calendar shows the day of a date, or a later one: a change of
// clocks can leave out midnight.
func beginning(location *time.Location, day time.Time) time.Time {
	text := day.Format(time.DateOnly)
	from, to := day.Add(-26*time.Hour), day.Add(26*time.Hour)
	for to.Sub(from) > time.Microsecond {
		middle := from.Add(to.Sub(from) / 2).Truncate(time.Microsecond)
		if middle.In(location).Format(time.DateOnly) < text {
			from = middle
		} else {
			to = middle
		}
	}
	return to
}

func dayBefore(location *time.Location, first time.Time) string {
	return first.Add(-time.Microsecond).In(location).Format(time.DateOnly)
}
