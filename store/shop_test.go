package store_test

import (
	"encoding/json"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestTheConfigurationNamesTheShopUntilItsSettingsAreSaved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := actorOf(s.NewAdmin(t))
		other, err := store.Open(store.Options{URL: s.URL, Business: "Винтик"})
		require.NoError(t, err)
		defer func() { require.NoError(t, other.Close()) }()
		shop, err := other.Shop(t.Context())
		require.NoError(t, err)
		require.Equal(t, store.Shop{
			Name: "Винтик", StaleDays: 7, Waking: store.Hours{From: 9 * 60, To: 21 * 60}, Reminders: true, Rating: true, Digest: true, KeepClosedDays: 1_095, KeepSentDays: 365,
			Texts: map[store.Status]store.Wording{},
		}, shop)

		saved, err := s.UpdateShop(t.Context(), admin, store.ShopUpdate{Name: new("Мастерская на Ленина")})
		require.NoError(t, err)
		require.Equal(t, 1, saved.Version)
		shop, err = other.Shop(t.Context())
		require.NoError(t, err)
		require.Equal(t, saved, shop, "the configuration has no say any more")
	})
}

func TestAnAdminSettlesWhatIsNamedAndTheRestStays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := actorOf(s.NewAdmin(t))
		weekdays := store.Hours{From: 10 * 60, To: 20 * 60}
		first, err := s.UpdateShop(t.Context(), admin, store.ShopUpdate{
			Name: new(" Винтик "), Address: new("Ленина 5"), Phone: new("8 (917) 000-99-00"), MapURL: new("https://yandex.ru/maps/-/CD1"),
			Hours: &[7]store.Hours{time.Monday: weekdays, time.Friday: weekdays}, WarrantyDays: new(30),
			Texts: map[store.Status]store.WordingUpdate{store.StatusReady: {Ru: new("Можно забирать № {number}"), En: new("Come and get it")}},
		})
		require.NoError(t, err)
		second, err := s.UpdateShop(t.Context(), admin, store.ShopUpdate{
			Version: first.Version, Reminders: new(false), StaleDays: new(3), Waking: &store.Hours{From: 8 * 60, To: 24 * 60},
			Texts: map[store.Status]store.WordingUpdate{store.StatusReady: {En: new("")}, store.StatusClosed: {Ru: new("Спасибо")}},
		})
		require.NoError(t, err)
		want := store.Shop{
			Version: 2, Name: "Винтик", Address: "Ленина 5", Phone: "8 (917) 000-99-00", MapURL: "https://yandex.ru/maps/-/CD1",
			Hours: [7]store.Hours{time.Monday: weekdays, time.Friday: weekdays}, WarrantyDays: 30, StaleDays: 3,
			Waking: store.Hours{From: 8 * 60, To: 24 * 60}, Rating: true, Digest: true, KeepClosedDays: 1_095, KeepSentDays: 365,
			Texts: map[store.Status]store.Wording{
				store.StatusReady: {Ru: "Можно забирать № {number}"}, store.StatusClosed: {Ru: "Спасибо"},
			},
		}
		require.Equal(t, want, second)
		read, err := s.Shop(t.Context())
		require.NoError(t, err)
		require.Equal(t, want, read)

		third, err := s.UpdateShop(t.Context(), admin, store.ShopUpdate{
			Version: 2, MapURL: new(""), Phone: new(" "), Texts: map[store.Status]store.WordingUpdate{store.StatusReady: {Ru: new(" ")}},
		})
		require.NoError(t, err)
		require.Equal(t, map[store.Status]store.Wording{store.StatusClosed: {Ru: "Спасибо"}}, third.Texts)
		require.Empty(t, third.MapURL+third.Phone)
	})
}

func TestSettingsThatSomebodyElseHasChangedAreAConflict(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := actorOf(s.NewAdmin(t))
		var saving sync.WaitGroup
		errs := make([]error, 5)
		for i := range errs {
			saving.Go(func() {
				_, errs[i] = s.UpdateShop(t.Context(), admin, store.ShopUpdate{Address: new("Ленина 5")})
			})
		}
		saving.Wait()
		saved := 0
		for _, err := range errs {
			if err == nil {
				saved++
				continue
			}
			requireError(t, err, store.Conflict, "version")
		}
		require.Equal(t, 1, saved, "of those who began with the same settings, one")
	})
}

func TestSettingsThatCannotBeAreRefusedAtTheirField(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := actorOf(s.NewAdmin(t))
		long := string(make([]rune, 2_000))
		for field, updates := range map[string][]store.ShopUpdate{
			"name":         {{Name: new(" ")}, {Name: new(long)}},
			"address":      {{Address: new(long)}},
			"phone":        {{Phone: new("позвоните нам")}, {Phone: new("8 917 000")}},
			"mapUrl":       {{MapURL: new("Ленина 5")}, {MapURL: new("javascript:alert(1)")}, {MapURL: new("https://")}, {MapURL: new("https://yandex/maps")}},
			"reviewUrl":    {{ReviewURL: new("https://me:secret@example.com")}},
			"paymentUrl":   {{PaymentURL: new("example.com/pay")}},
			"hours":        {{Hours: &[7]store.Hours{{From: 10 * 60, To: 9 * 60}}}, {Hours: &[7]store.Hours{{From: 10 * 60, To: 25 * 60}}}},
			"waking":       {{Waking: &store.Hours{From: 21 * 60, To: 9 * 60}}, {Waking: &store.Hours{}}},
			"warrantyDays": {{WarrantyDays: new(-1)}, {WarrantyDays: new(10_000)}},
			"staleDays":    {{StaleDays: new(0)}},
			"textRu":       {ready(long)},
		} {
			for _, update := range updates {
				_, err := s.UpdateShop(t.Context(), admin, update)
				requireError(t, err, store.Invalid, field)
			}
		}
		shop, err := s.Shop(t.Context())
		require.NoError(t, err)
		require.Zero(t, shop.Version, "nothing was saved")
	})
}

func TestATextWithAPlaceThatDoesNotExistIsRefusedWithItsPosition(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := actorOf(s.NewAdmin(t))
		for text, want := range map[string]store.Error{
			"Готово: № {nomer}": {Reason: "unknown_place", Message: "There is no place {nomer}, at character 11. " +
				"The places are {number}, {item}, {price}, {promised}, {address}, {hours} and {phone}."},
			"Готово: {number": {Reason: "unbalanced_brace", Message: "The brace { at character 9 has no partner. A place is written as {number}."},
		} {
			_, err := s.UpdateShop(t.Context(), admin, ready(text))
			want.Code, want.Field = store.Invalid, "textRu"
			require.Equal(t, &want, err)
		}
	})
}

// ready gives the message that a task is ready a text.
func ready(text string) store.ShopUpdate {
	return store.ShopUpdate{Texts: map[store.Status]store.WordingUpdate{store.StatusReady: {Ru: &text}}}
}

func TestOnlyAdminsChangeTheSettings(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, actor := range []store.Actor{actorOf(s.NewStaff(t)), {Kind: store.ActorSystem}, {Kind: store.ActorToken, ID: 1}} {
			_, err := s.UpdateShop(t.Context(), actor, store.ShopUpdate{Name: new("Моё")})
			requireError(t, err, store.Forbidden, "")
		}
	})
}

func TestEveryReplicaHasTheNewSettings(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.Postgres(t))
	admin := actorOf(s.NewAdmin(t))
	other := storetest.Open(t, s.URL)
	listen(t, s)
	listen(t, other)
	for version := range 3 {
		_, err := other.Shop(t.Context()) // which it keeps
		require.NoError(t, err)
		saved, err := s.UpdateShop(t.Context(), admin, store.ShopUpdate{Version: version, Address: new("Ленина " + string(rune('1'+version)))})
		require.NoError(t, err)
		own, err := s.Shop(t.Context())
		require.NoError(t, err)
		require.Equal(t, saved, own, "at once where it was changed")
		require.Eventually(t, func() bool {
			shop, err := other.Shop(t.Context())
			return err == nil && shop.Address == saved.Address
		}, 5*time.Second, time.Millisecond)
	}
}

func TestTimesOfDayAreWrittenAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]store.TimeOfDay{"09:00": 540, "9:05": 545, "00:00": 0, "23:59": 1439, "24:00": 1440} {
		at, ok := store.ParseTimeOfDay(text)
		require.True(t, ok, text)
		require.Equal(t, want, at)
		written, err := json.Marshal(at)
		require.NoError(t, err)
		var read store.TimeOfDay
		require.NoError(t, json.Unmarshal(written, &read))
		require.Equal(t, at, read)
	}
	for _, text := range []string{"", "9", "24:01", "12:60", "noon", "-1:00"} {
		_, ok := store.ParseTimeOfDay(text)
		require.False(t, ok, text)
	}
}

func TestHoursFollowTheClockOnTheDayItIsPutForward(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	hours := store.Hours{From: 9 * 60, To: 21 * 60}
	for at, want := range map[string]bool{
		"2026-03-29T08:59:59+02:00": false, "2026-03-29T09:00:00+02:00": true, "2026-03-29T20:59:59+02:00": true, "2026-03-29T21:00:00+02:00": false,
	} {
		moment, err := time.Parse(time.RFC3339, at)
		require.NoError(t, err)
		require.Equal(t, want, hours.Contain(moment.In(berlin)), at)
	}
}
