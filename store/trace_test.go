package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestASpanNamesOperationAndTableAndNoValue(t *testing.T) {
	for statement, want := range map[string][2]string{
		`SELECT "t"."id" FROM "tasks" AS "t" WHERE name = 'FROM ivan'`: {"SELECT", "tasks"},
		`INSERT INTO notifications (id) VALUES ($1)`:                   {"INSERT", "notifications"},
		`UPDATE notifications SET state = 'sending'`:                   {"UPDATE", "notifications"},
		`SELECT 'UPDATE ivan' FROM tasks`:                              {"SELECT", ""},
		"\n\tDELETE FROM \"tasks\" AS \"t\"":                           {"DELETE", "tasks"},
		`COMMIT`:                                                       {"COMMIT", ""},
		`'ivan'`:                                                       {"", ""},
	} {
		operation, table := store.StatementNames(statement)
		require.Equal(t, want, [2]string{operation, table}, statement)
	}
}
