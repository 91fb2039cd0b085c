package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// withConsent gives the shop a text on personal data.
func withConsent(t *testing.T, s *storetest.Store, admin store.Staff, version string) store.Shop {
	t.Helper()
	shop, err := s.Shop(t.Context())
	require.NoError(t, err)
	shop, err = s.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, store.ShopUpdate{
		Version: shop.Version, ConsentVersion: &version, ConsentURL: ptr("https://example.com/" + version),
	})
	require.NoError(t, err)
	return shop
}

func consentsOf(t *testing.T, s *storetest.Store, customer store.Customer) (versions []string) {
	t.Helper()
	byCustomer, err := s.ConsentsByCustomer(t.Context(), []int64{customer.ID})
	require.NoError(t, err)
	for _, consent := range byCustomer[customer.ID] {
		require.Equal(t, "https://example.com/"+consent.Version, consent.Link)
		versions = append(versions, consent.Version)
	}
	return versions
}

func TestWhoRegistersBelowTheShopsTextAgreesToTheVersionThatTheyWereShown(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := s.NewAdmin(t)
		before := s.NewRegistered(t)
		withConsent(t, s, admin, "1")
		require.NoError(t, s.ConsentShown(t.Context(), chat, "1"))
		shown, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: s.NewPhone(), Verified: true})
		require.NoError(t, err)
		require.Equal(t, []string{"1"}, consentsOf(t, s, shown))
		require.NoError(t, s.ConsentShown(t.Context(), otherChat, "1"))
		shop := withConsent(t, s, admin, "2")
		outdated, _, err := s.Register(t.Context(), store.Registration{TelegramID: otherChat, Phone: s.NewPhone(), Verified: true})
		require.NoError(t, err)
		require.Empty(t, consentsOf(t, s, outdated), "they have not seen this one")

		for _, customer := range []store.Customer{before, shown, outdated} {
			ask, err := s.MustAskConsent(t.Context(), shop, customer)
			require.NoError(t, err)
			require.True(t, ask)
			require.NoError(t, s.ConsentShown(t.Context(), *customer.TelegramID, "2"))
			ask, err = s.MustAskConsent(t.Context(), shop, customer)
			require.NoError(t, err)
			require.False(t, ask, "once")
		}
		_, err = s.GiveConsent(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: shown.ID}, shown.ID, "1")
		requireError(t, err, store.Conflict, "version")
		for range 2 {
			_, err = s.GiveConsent(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: shown.ID}, shown.ID, "2")
			require.NoError(t, err)
		}
		require.Equal(t, []string{"1", "2"}, consentsOf(t, s, shown))

		merged, err := s.MergeCustomers(t.Context(), system, shown.ID, before.ID)
		require.NoError(t, err)
		require.Equal(t, []string{"1", "2"}, consentsOf(t, s, merged), "a merged card keeps what was agreed to")
	})
}

func TestWhoClaimsACardBelowTheShopsTextHasAgreedToItWhenStaffDecide(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		withConsent(t, s, s.NewAdmin(t), "1")
		customer, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
		require.NoError(t, s.ConsentShown(t.Context(), otherChat, "1"))
		share(t, s, store.RegistrationClaimed)
		require.Empty(t, consentsOf(t, s, customer))
		_, err := s.DecidePhoneClaim(t.Context(), system, onlyClaim(t, s, customer).ID, true)
		require.NoError(t, err)
		require.Equal(t, []string{"1"}, consentsOf(t, s, customer))
	})
}

func TestStaffNoteAConsentThatTheyHaveAtTheCounter(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin, customer := s.NewAdmin(t), s.NewCustomer(t)
		actor := store.Actor{Kind: store.ActorStaff, ID: admin.ID}
		_, err := s.GiveConsent(t.Context(), actor, customer.ID, "")
		requireError(t, err, store.Conflict, "version")
		withConsent(t, s, admin, "1")
		_, err = s.GiveConsent(t.Context(), actor, customer.ID, "1")
		require.NoError(t, err)
		byCustomer, err := s.ConsentsByCustomer(t.Context(), []int64{customer.ID})
		require.NoError(t, err)
		require.Equal(t, admin.ID, *byCustomer[customer.ID][0].StaffID)
	})
}

func TestATaskIsTakenInTogetherWithTheConsentThatTheCustomerGivesAtTheCounter(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin, phone := s.NewAdmin(t), s.NewPhone()
		actor := store.Actor{Kind: store.ActorStaff, ID: admin.ID}
		create := func(version string) (store.Task, error) {
			return s.CreateTask(t.Context(), actor, store.NewTask{CustomerPhone: phone, ConsentVersion: version})
		}
		_, err := create("1")
		requireError(t, err, store.Conflict, "consentVersion")
		withConsent(t, s, admin, "1")
		_, err = create("of before")
		requireError(t, err, store.Conflict, "consentVersion")
		_, err = s.CustomerByPhone(t.Context(), phone)
		require.Equal(t, store.NotFound, store.CodeOf(err), "what is refused makes no card")

		taken := "CRM-1"
		_, err = s.CreateTask(t.Context(), actor, store.NewTask{CustomerPhone: s.NewPhone(), ExternalID: taken})
		require.NoError(t, err)
		_, err = s.CreateTask(t.Context(), actor, store.NewTask{CustomerPhone: phone, ConsentVersion: "1", ExternalID: taken})
		requireError(t, err, store.Conflict, "externalId")
		_, err = s.CustomerByPhone(t.Context(), phone)
		require.Equal(t, store.NotFound, store.CodeOf(err), "nor does what fails after the consent")
		var consents int
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM consents").Scan(&consents))
		require.Zero(t, consents)

		for range 2 {
			task, err := create("1")
			require.NoError(t, err)
			byCustomer, err := s.ConsentsByCustomer(t.Context(), []int64{*task.CustomerID})
			require.NoError(t, err)
			require.Len(t, byCustomer[*task.CustomerID], 1, "a second time changes nothing")
			require.Equal(t, admin.ID, *byCustomer[*task.CustomerID][0].StaffID)
		}
	})
}

func TestATextOnPersonalDataHasAVersionAndALink(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		actor := store.Actor{Kind: store.ActorStaff, ID: s.NewAdmin(t).ID}
		for field, update := range map[string]store.ShopUpdate{
			"consentUrl": {ConsentVersion: ptr("1")}, "consentVersion": {ConsentURL: ptr("https://example.com")},
		} {
			_, err := s.UpdateShop(t.Context(), actor, update)
			requireError(t, err, store.Invalid, field)
		}
		_, err := s.UpdateShop(t.Context(), actor, store.ShopUpdate{ConsentVersion: ptr("1"), ConsentURL: ptr("ftp://example.com")})
		requireError(t, err, store.Invalid, "consentUrl")
	})
}
