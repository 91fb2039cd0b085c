package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

func TestALinkedMemberOpensTheMiniAppWithoutAPassword(t *testing.T) {
	w := startWorld(t, nil)
	w.login(t)
	anna := w.telegram.NewUser(emulator.Profile{FirstName: "Анна"})
	w.graphQL(t, `mutation { linkTelegram(initData: "`+anna.InitData("task_1")+`") { user { telegramLinked } } }`)
	w.token = ""
	data := w.graphQL(t, `mutation { loginTelegram(initData: "`+anna.InitData("")+`") { success token errors } }`)
	w.token, _ = data["loginTelegram"].(map[string]any)["token"].(string)
	require.NotEmpty(t, w.token, data)
	require.Equal(t, map[string]any{"me": map[string]any{"email": "anna@example.com"}}, w.graphQL(t, `{ me { email } }`))
}

func TestARunningServiceKnowsWhenATokenWasUsedAndWhereInvitesLead(t *testing.T) {
	w := startWorld(t, func(config *Config) { config.HTTP.PublicURL = "https://crm.example.com/" })
	w.login(t)
	staff, err := w.app.store.AllStaff(t.Context())
	require.NoError(t, err)
	_, err = w.app.store.SetStaffRole(t.Context(), staff[0].ID, store.RoleAdmin)
	require.NoError(t, err)
	made := w.graphQL(t, `mutation { createApiToken(name: "1C", scopes: [READ]) { token } createInvite(role: STAFF) { link } }`)
	require.Contains(t, made["createInvite"].(map[string]any)["link"], "https://crm.example.com/app/?invite=")

	session := w.token
	w.token = made["createApiToken"].(map[string]any)["token"].(string)
	w.graphQL(t, `{ allTasks { id } }`)
	w.token = session
	require.Eventually(t, func() bool {
		tokens := w.graphQL(t, `{ apiTokens { lastUsedAt } }`)["apiTokens"].([]any)
		return tokens[0].(map[string]any)["lastUsedAt"] != nil
	}, 10*time.Second, 10*time.Millisecond)
}
