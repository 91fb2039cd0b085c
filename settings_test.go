package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

func TestTheCustomerReadsWhatThePreviewShowed(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	w.loginOwner(t)
	w.graphQL(t, `mutation { createTask(taskData: {customerPhone: "8 917 000-99-00", category: REPAIR}) { task { id } } }`)
	olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.AnswerContaining(t, "Zayavka")
	olga.SharesContact()
	olga.AnswerContaining(t, "Принято")

	w.graphQL(t, `mutation { updateSettings(settingsData: {version: 0, address: "Мира 7", texts: [{status: READY, textRu: "Ждём вас: {item}, {address}"}]}) { settings { version } } }`)
	data := w.graphQL(t, `{ previewStatusText(language: RU, status: READY, text: "Ждём вас: {item}, {address}") { full least } }`)
	require.Equal(t, map[string]any{"full": "Ждём вас: наушники Sony, Мира 7\n\n№ 120, наушники Sony.", "least": "Ждём вас: Мира 7\n\n№ 120."}, data["previewStatusText"])
	w.graphQL(t, `mutation { updateTask(taskData: {id: 1, status: READY}) { task { status } } }`)
	require.Contains(t, olga.AnswerContaining(t, "Ждём вас").Text, "Ждём вас: Мира 7\n\n№ 1.")

	data = w.graphQL(t, `{ settings { usualTexts { textEn } } }`)
	require.Equal(t, "Ready for pickup: #{number}, {item}, {price}. {address}, {hours}",
		data["settings"].(map[string]any)["usualTexts"].([]any)[2].(map[string]any)["textEn"])
}

func TestAnAdminLearnsThatTheBotTakesNoMessages(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	w.loginOwner(t)
	problem := func() any { return w.graphQL(t, `{ botState { problem } }`)["botState"].(map[string]any)["problem"] }
	require.Eventually(t, func() bool { return problem() == nil }, 10*time.Second, 10*time.Millisecond)
	release := w.telegram.Fail(emulator.Fault{Method: "getUpdates", Kind: emulator.Unauthorized})
	w.telegram.NewUser(emulator.Profile{FirstName: "Ольга"}).Says("/start") // ends the poll under way
	require.Eventually(t, func() bool { return problem() == "TOKEN_REFUSED" }, 10*time.Second, 10*time.Millisecond)
	release()
	require.Eventually(t, func() bool { return problem() == nil }, 40*time.Second, 10*time.Millisecond)
}
