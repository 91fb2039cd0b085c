package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// linked is a member of staff with a chat who is told of what the scope says.
func linked(t *testing.T, s *storetest.Store, chat int64, scope store.NotifyScope) store.Staff {
	t.Helper()
	member, err := s.LinkStaff(t.Context(), s.NewStaff(t).ID, chat)
	require.NoError(t, err)
	_, err = s.SetNotify(t.Context(), member.ID, scope)
	require.NoError(t, err)
	return member
}

// claimNews claims what is due, and gives the news among it by chat.
func claimNews(t *testing.T, s *storetest.Store) map[int64]store.Delivery {
	t.Helper()
	claimed, err := s.ClaimNotifications(t.Context(), 100, time.Minute)
	require.NoError(t, err)
	news := map[int64]store.Delivery{}
	for _, delivery := range claimed {
		if delivery.Notification.Kind == store.NotificationNews {
			news[delivery.Notification.ChatID] = delivery
		}
	}
	return news
}

func chatsOf(news map[int64]store.Delivery) []int64 {
	chats := []int64{}
	for chat := range news {
		chats = append(chats, chat)
	}
	return chats
}

const (
	annasChat  = 71
	borisChat  = 72
	veraChat   = 73
	groupsChat = -74
)

func TestNewsGoToTheEmployeeElseToAllWhoWantEverythingAndToTheGroup(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := linked(t, s, annasChat, store.NotifyMine)
		linked(t, s, borisChat, store.NotifyEverything)
		linked(t, s, veraChat, store.NotifyNothing)
		s.Exec(t, "INSERT INTO staff_groups (chat_id, title, confirmed_at, created_at, updated_at) VALUES (-74, 'Ours', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
		s.Exec(t, "INSERT INTO staff_groups (chat_id, title, created_at, updated_at) VALUES (-75, 'Not confirmed', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
		olga := s.NewRegistered(t)
		task := s.NewTask(t, olga)
		_, err := s.Tell(t.Context(), olga.ID, task.ID, "Когда будет готово?")
		require.NoError(t, err)
		require.ElementsMatch(t, []int64{borisChat, groupsChat}, chatsOf(claimNews(t, s)))

		other := s.NewTask(t, olga)
		_, err = s.UpdateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, other.ID, store.TaskUpdate{EmployeeID: &anna.ID})
		require.NoError(t, err)
		_, err = s.Tell(t.Context(), olga.ID, other.ID, "А это?")
		require.NoError(t, err)
		s.Exec(t, "DELETE FROM notifications WHERE task_id = $1", task.ID)
		require.ElementsMatch(t, []int64{annasChat, groupsChat}, chatsOf(claimNews(t, s)))
		_, err = s.SetNotify(t.Context(), anna.ID, store.NotifyNothing)
		require.NoError(t, err)
		s.Exec(t, "DELETE FROM notifications")
		_, err = s.Tell(t.Context(), olga.ID, other.ID, "А это?")
		require.NoError(t, err)
		require.ElementsMatch(t, []int64{borisChat, groupsChat}, chatsOf(claimNews(t, s)), "Anna does not want it, so the others are told")
	})
}

func TestACustomerWhoWorksHereIsNotToldOfThemselves(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		olga := s.NewRegistered(t)
		linked(t, s, *olga.TelegramID, store.NotifyEverything)
		linked(t, s, borisChat, store.NotifyEverything)
		_, err := s.Tell(t.Context(), olga.ID, 0, "Здравствуйте")
		require.NoError(t, err)
		require.Equal(t, []int64{borisChat}, chatsOf(claimNews(t, s)))
	})
}

func TestAMemberIsToldOfATaskThatSomebodyElseMakesTheirs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris := linked(t, s, annasChat, store.NotifyMine), linked(t, s, borisChat, store.NotifyNothing)
		task := s.NewTask(t, s.NewCustomer(t))
		give := func(by, to store.Staff) {
			_, err := s.UpdateTask(t.Context(), actorOf(by), task.ID, store.TaskUpdate{EmployeeID: &to.ID})
			require.NoError(t, err)
		}
		give(anna, anna)
		require.Empty(t, claimNews(t, s), "who takes a task knows it")
		give(anna, boris)
		require.Empty(t, claimNews(t, s), "Boris wants no news")
		give(boris, anna)
		told := claimNews(t, s)[annasChat]
		require.Equal(t, store.NewsAssigned, told.Notification.Payload.News)
		require.Equal(t, task.ID, told.News.Task.ID)
		give(boris, anna)
		require.Empty(t, claimNews(t, s), "it is theirs already")
	})
}

func TestAMemberIsToldOnceOfTheirMessageThatACustomerDidNotGet(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := linked(t, s, annasChat, store.NotifyMine)
		linked(t, s, borisChat, store.NotifyEverything)
		customer := s.NewRegistered(t)
		files := []int64{s.NewUpload(t, anna, store.FilePhoto).ID, s.NewUpload(t, anna, store.FileDocument).ID}
		message := sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Готово", FileIDs: files})
		s.Clock.Advance(storeHold)
		require.NoError(t, s.NotificationUnreachable(t.Context(), claim(t, s)[0].Notification.Claim(), *customer.TelegramID, "Forbidden"))
		news := claimNews(t, s)
		require.Equal(t, []int64{annasChat}, chatsOf(news))
		require.Equal(t, store.NewsUndelivered, news[annasChat].Notification.Payload.News)
		require.Equal(t, message.ID, news[annasChat].News.Messages[0].ID)
		require.Equal(t, customer.ID, news[annasChat].News.Customer.ID)
	})
}
