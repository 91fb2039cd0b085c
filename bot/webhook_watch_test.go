package bot

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/telegram"
)

func TestWhyTelegramDoesNotDeliverIsSaidForAnOwner(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	problem := func(message string, pending int, ago time.Duration) string {
		return webhookProblem(telegram.WebhookInfo{LastErrorMessage: message, Pending: pending, LastErrorDate: now.Add(-ago).Unix()}, "https://crm.example.com/x", now)
	}
	for message, words := range map[string]string{
		"SSL error {error:0A000086:SSL routines::certificate verify failed}": "does not trust the certificate",
		"Wrong response from the webhook: 502 Bad Gateway":                   "answers Telegram at https://crm.example.com/x with an error",
		"Failed to resolve host: Name or service not known":                  "does not find the name",
		"Connection timed out": "cannot connect",
	} {
		require.Contains(t, problem(message, 1, time.Minute), words)
		require.Contains(t, problem(message, 1, time.Minute), message)
		require.Empty(t, problem(message, 0, time.Minute), "all is delivered")
		require.Empty(t, problem(message, 1, time.Hour), "it was long ago")
	}
	require.Empty(t, problem("", 1, time.Minute))
}
