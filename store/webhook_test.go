package store_test

import (
	"encoding/base64"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAWebhookIsMadeChangedAndDeleted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made, err := s.CreateWebhook(t.Context(), store.NewWebhook{
			URL:    " https://example.com:8443/webhook?shop=1 ",
			Events: []store.WebhookType{"task.status_changed", "task.created", "task.created"},
		})
		require.NoError(t, err)
		require.Equal(t, "https://example.com:8443/webhook?shop=1", made.URL)
		require.Equal(t, []store.WebhookType{"task.created", "task.status_changed"}, made.Events)
		require.True(t, made.Active)
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(made.Secret, "whsec_"))
		require.NoError(t, err)
		require.Len(t, key, 32)

		changed, err := s.UpdateWebhook(t.Context(), made.ID, store.WebhookUpdate{
			URL: ptr("https://example.org/"), Events: []store.WebhookType{store.WebhookCustomerCreated}, Active: ptr(false),
		})
		require.NoError(t, err)
		all, err := s.Webhooks(t.Context(), store.Actor{})
		require.NoError(t, err)
		requireSame(t, []store.Webhook{changed}, all)
		require.Equal(t, "https://example.org/", changed.URL)
		require.Equal(t, []store.WebhookType{"customer.created"}, changed.Events)
		require.False(t, changed.Active)
		require.Equal(t, made.Secret, changed.Secret)

		require.NoError(t, s.DeleteWebhook(t.Context(), made.ID))
		requireError(t, s.DeleteWebhook(t.Context(), made.ID), store.NotFound, "")
		_, err = s.UpdateWebhook(t.Context(), made.ID, store.WebhookUpdate{})
		requireError(t, err, store.NotFound, "")
	})
}

func TestTheEventsOfAWebhookAreKnownOnes(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for _, events := range [][]store.WebhookType{nil, {}, {"task.created", "task.eaten"}, {"webhook.test"}, {`task.created"`}} {
		_, err := s.CreateWebhook(t.Context(), store.NewWebhook{URL: "https://example.com", Events: events})
		requireError(t, err, store.Invalid, "events")
		require.ErrorContains(t, err, "task.created, task.updated, task.status_changed, task.deleted, task.rated, task.overdue, customer.created")
	}
}

func TestWebhooksAreBoundedInNumber(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for range store.MaxWebhooks {
		s.NewWebhook(t)
	}
	_, err := s.CreateWebhook(t.Context(), store.NewWebhook{URL: "https://example.com", Events: store.WebhookTypes()})
	requireError(t, err, store.Conflict, "")
}

func TestTheSecretBeforeSignsForADayAfterARotation(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made := s.NewWebhook(t)
		require.Equal(t, []string{made.Secret}, made.SigningSecrets(s.Clock.Now()))
		rotated, err := s.RotateWebhookSecret(t.Context(), made.ID)
		require.NoError(t, err)
		require.NotEqual(t, made.Secret, rotated.Secret)
		day := s.Clock.Now().Add(24 * time.Hour)
		require.Equal(t, []string{rotated.Secret, made.Secret}, rotated.SigningSecrets(day.Add(-time.Second)))
		require.Equal(t, []string{rotated.Secret}, rotated.SigningSecrets(day))
	})
}

func TestAnAddressThatIsNotPublicIsRefusedWhenAWebhookIsMade(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for _, url := range []string{
		"", "example.com", "ftp://example.com", "https://", "https:///path", "javascript:alert(1)", "https://user:password@example.com",
		"https://user@example.com", "https://example.com#a", "https://example.com:99999", "https://example.com/" + strings.Repeat("a", 2048),
		"http://localhost", "http://LOCALHOST.:80", "http://a.localhost/", "http://127.0.0.1:8080/", "http://[::1]/", "http://10.1.2.3",
		"http://169.254.169.254/latest/meta-data/", "http://[fe80::1%25eth0]/", "http://[::ffff:192.168.0.1]/", "http://0.0.0.0",
		"http://127.1", "http://2130706433", "http://0x7f.1:80/", "http://0x7f000001", "http://017700000001", "http://127.0.0.01", "http://8.8.8", "http://1.2.3.256.",
		"http://１２７.0.0.1", "http://127。0。0。1", "http://loc\u00adalhost", "http://ⓛocalhost", "http://д_.рф",
	} {
		_, err := s.CreateWebhook(t.Context(), store.NewWebhook{URL: url, Events: store.WebhookTypes()})
		requireError(t, err, store.Invalid, "url")
		require.NotContains(t, err.Error(), "password@")
	}
	for _, url := range []string{"https://пример.рф/webhook", "https://xn--e1afmkfd.xn--p1ai", "https://a_b.example.com", "https://8.8.8.8:8443/", "https://[2606:2800:220:1::1]/", "https://4you.example", "https://example.0xide"} {
		_, err := s.CreateWebhook(t.Context(), store.NewWebhook{URL: url, Events: store.WebhookTypes()})
		require.NoError(t, err, url)
	}
	webhook := s.NewWebhook(t)
	_, err := s.UpdateWebhook(t.Context(), webhook.ID, store.WebhookUpdate{URL: ptr("http://127.0.0.1/")})
	requireError(t, err, store.Invalid, "url")
	require.ErrorContains(t, err, "webhooks.allow_private")
}

func TestOnlyPublicAddressesMayBeConnectedTo(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	require.True(t, s.WebhookAddressAllowed(netip.MustParseAddr("8.8.8.8")))
	require.False(t, s.WebhookAddressAllowed(netip.MustParseAddr("192.168.1.1")))
}
