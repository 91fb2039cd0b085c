package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAnExternalIDIsOneTasksAndIsFoundExactly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		phone := s.NewPhone()
		first, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: phone, ExternalID: "1C-7"})
		require.NoError(t, err)
		second, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: phone})
		require.NoError(t, err)
		_, err = s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: phone})
		require.NoError(t, err, "any number of tasks have none")

		_, err = s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: phone, ExternalID: " 1C-7 "})
		requireError(t, err, store.Conflict, "externalId")
		_, err = s.UpdateTask(t.Context(), system, second.ID, store.TaskUpdate{ExternalID: ptr("1C-7")})
		requireError(t, err, store.Conflict, "externalId")
		changed, err := s.UpdateTask(t.Context(), system, second.ID, store.TaskUpdate{ExternalID: ptr("1C-8")})
		require.NoError(t, err)
		require.Equal(t, second.Version+1, changed.Version)

		for id, want := range map[string][]int64{"1C-7": {first.ID}, "1C-8": {second.ID}, "1c-7": nil, "1C": nil, "": nil} {
			found, _, err := s.TaskIDsUpTo(t.Context(), store.TaskFilter{ExternalID: &id}, 10)
			require.NoError(t, err)
			require.ElementsMatch(t, want, found, "%q", id)
		}
	})
}

func TestAnExternalIDIsOneCustomersAndGoesWithAMerge(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), ExternalID: "A"})
		require.NoError(t, err)
		boris := s.NewCustomer(t)
		_, err = s.UpdateCustomer(t.Context(), boris.Phone, store.CustomerUpdate{ExternalID: ptr("A")})
		requireError(t, err, store.Conflict, "externalId")
		merged, err := s.MergeCustomers(t.Context(), system, anna.ID, boris.ID)
		require.NoError(t, err)
		require.Equal(t, "A", merged.ExternalID)
	})
}

func TestATaskOfBeforeKeepsItsDayAndTellsNobodyIfItIsSilent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		then := s.Clock.Now().AddDate(-1, 0, 0)
		task, err := s.CreateTask(t.Context(), system, store.NewTask{
			CustomerPhone: customer.Phone, Status: store.StatusClosed, CreatedAt: &then, Silent: true,
		})
		require.NoError(t, err)
		read, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.True(t, read.CreatedAt.Equal(then))
		require.True(t, read.ClosedAt.Equal(then))
		require.True(t, read.UpdatedAt.Equal(s.Clock.Now()))
		messages, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Empty(t, messages[task.ID])

		for _, at := range []time.Time{s.Clock.Now().Add(time.Second), {}, time.Unix(-1, 0)} {
			_, err = s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone, CreatedAt: &at})
			require.Equal(t, store.Invalid, store.CodeOf(err), at)
		}
	})
}

func TestATaskNamesACustomerWhoHasNoName(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		phone := s.NewPhone()
		create := func(name string) string {
			task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: phone, CustomerName: name})
			require.NoError(t, err)
			customer, err := s.Customer(t.Context(), *task.CustomerID)
			require.NoError(t, err)
			return customer.Name
		}
		require.Empty(t, create(""))
		require.Equal(t, "Анна", create("Анна"))
		require.Equal(t, "Анна", create("Борис"), "a name that is known stays")
		found, err := s.CountTasks(t.Context(), store.TaskFilter{Search: "анна"})
		require.NoError(t, err)
		require.Equal(t, 3, found, "earlier tasks are found by the name")
	})
}

func TestAProgramsWebhookIsToldOfNothingOnceItsTokenIsOver(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := s.NewAdmin(t)
		s.NewAdmin(t)
		token, _, err := s.CreateAPIToken(t.Context(), store.NewAPIToken{Name: "shop", Scopes: []store.Scope{store.ScopeWebhooks}, CreatedBy: &admin.ID})
		require.NoError(t, err)
		webhook, err := s.CreateWebhook(t.Context(), store.NewWebhook{
			URL: "https://example.com/", Events: []store.WebhookType{store.WebhookCustomerCreated}, TokenID: &token.ID,
		})
		require.NoError(t, err)
		s.NewCustomer(t)
		require.Len(t, deliveriesOf(t, s, webhook), 1)
		_, err = s.SetStaffRole(t.Context(), admin.ID, store.RoleStaff)
		require.NoError(t, err)
		s.NewCustomer(t)
		require.Len(t, deliveriesOf(t, s, webhook), 1, "who made the token is no admin now")
		_, err = s.SetStaffRole(t.Context(), admin.ID, store.RoleAdmin)
		require.NoError(t, err)
		s.NewCustomer(t)
		require.Len(t, deliveriesOf(t, s, webhook), 2)
		_, err = s.RevokeAPIToken(t.Context(), token.ID)
		require.NoError(t, err)
		s.NewCustomer(t)
		require.Len(t, deliveriesOf(t, s, webhook), 2)
	})
}
