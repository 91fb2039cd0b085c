package api_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store"
)

func TestAnAdminIsToldWhatBecameOfTheBackup(t *testing.T) {
	const ask = `{ backupState { madeTime size missingFiles overdue failure } }`
	off := onSQLite(t)
	off.login(off.NewAdmin(t)).gives(`{"data": {"backupState": null}}`, ask)

	s := onSQLite(t, func(o *api.Options) { o.BackupEvery = 24 * time.Hour })
	admin := s.login(s.NewAdmin(t))
	admin.gives(`{"data": {"backupState": {"madeTime": null, "size": 0, "missingFiles": 0, "overdue": false, "failure": null}}}`, ask)
	state := store.BackupState{MadeAt: s.Clock.Now().Add(-time.Hour), Size: 5_000_000_000, Missing: 1}
	require.NoError(t, s.SetBackupState(t.Context(), state))
	admin.gives(`{"data": {"backupState": {"madeTime": "2026-03-02T08:00:00Z", "size": 5000000000, "missingFiles": 1, "overdue": false, "failure": null}}}`, ask)
	state.MadeAt, state.FailedAt, state.Failure = state.MadeAt.Add(-40*time.Hour), s.Clock.Now(), "no space left on device"
	require.NoError(t, s.SetBackupState(t.Context(), state))
	admin.gives(`{"data": {"backupState": {"overdue": true, "failure": "no space left on device"}}}`, `{ backupState { overdue failure } }`)
}
