package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestWhatAMemberHasTakenBackIsNotSentAnewByAnEditOrALaterPartOfIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := linked(t, s, annasChat, store.NotifyNothing)
		customer := s.NewRegistered(t)
		require.NoError(t, s.NotePost(t.Context(), annasChat, 5, nil, &customer.ID))
		in := store.StaffReply{ChatID: annasChat, TelegramMessageID: 6, From: annasChat, ReplyTo: 5, MediaGroupID: "g", Text: "Не то", Files: photo("a")}
		require.Equal(t, store.StaffReplySent, replied(t, s, in))
		thread, err := s.MessagePage(t.Context(), store.MessageFilter{CustomerID: &customer.ID}, store.PageRequest{Limit: 1})
		require.NoError(t, err)
		_, err = s.DeleteMessage(t.Context(), store.Actor{Kind: store.ActorStaff, ID: anna.ID}, thread.Rows[0].ID)
		require.NoError(t, err)

		edited := in
		edited.Text = "Не то, но без ошибок"
		outcome, err := s.EditStaffReply(t.Context(), edited)
		require.NoError(t, err)
		require.Equal(t, store.StaffReplyTakenBack, outcome)
		require.Equal(t, store.StaffReplyTakenBack, replied(t, s, in), "the update came again")
		later := in
		later.TelegramMessageID, later.Text, later.Files = 7, "", photo("b")
		require.Equal(t, store.StaffReplyTakenBack, replied(t, s, later))
		texts, files := textsTo(t, s)
		require.Empty(t, texts)
		require.Zero(t, files)
	})
}
