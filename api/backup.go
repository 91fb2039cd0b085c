package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// backupState is what became of the last backup.
type backupState struct {
	store.BackupState
	overdue bool
}

func (a *API) backupState(ctx context.Context, _ *request, _ auth.Caller, _ arguments) (any, error) {
	if a.backupEvery == 0 {
		return nil, nil //nolint:nilnil // GraphQL's null
	}
	state, err := a.store.BackupState(ctx)
	return backupState{state, state.Overdue(a.backupEvery, a.clock())}, err
}

func (a *API) backupQueries(t *types) graphql.Fields {
	return graphql.Fields{
		"backupState": {
			Type: newBackupStateType(t), Description: "What became of the backups that the service makes by itself; null where it makes none. For admins.",
			Resolve: a.administers(a.backupState),
		},
	}
}

func newBackupStateType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "BackupStateType", Description: "What became of the backups that the service makes by itself.",
		Fields: graphql.Fields{
			"madeTime": {
				Type: t.dateTime, Description: "When the last good one was made, RFC 3339; null before the first one.",
				Resolve: property(func(s backupState) any {
					if s.MadeAt.IsZero() {
						return nil
					}
					return s.MadeAt
				}),
			},
			"size": {
				Type: nonNull(t.long), Description: "How large that is, with its files, in bytes.",
				Resolve: property(func(s backupState) any { return s.Size }),
			},
			"missingFiles": {
				Type: nonNull(graphql.Int), Description: "How many files it names that were not to be found.",
				Resolve: property(func(s backupState) any { return s.Missing }),
			},
			"overdue": {
				Type: nonNull(graphql.Boolean), Description: "Whether there is none that is recent enough.",
				Resolve: property(func(s backupState) any { return s.overdue }),
			},
			"failure": {
				Type: graphql.String, Description: "Why the last try failed, in English words for who runs the service; null where it succeeded.",
				Resolve: property(func(s backupState) any { return orNull(s.Failure) }),
			},
		},
	})
}
