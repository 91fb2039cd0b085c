package feed_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store/feed"
)

// event is what becomes of a row; of an update that waits, a later event of the row makes nothing left.
type event struct {
	row  int
	kind string
}

func newFeed() *feed.Feed[event] {
	return feed.New(func(waiting, later event) bool { return waiting == event{later.row, "updated"} })
}

func reads(t *testing.T, w *feed.Watcher[event], want ...event) {
	t.Helper()
	for _, one := range want {
		got, err := w.Next(t.Context())
		require.NoError(t, err)
		require.Equal(t, one, got)
	}
}

// nothingWaits tells that the next event is the one that is published now.
func nothingWaits(t *testing.T, f *feed.Feed[event], w *feed.Watcher[event]) {
	t.Helper()
	last := event{-1, "last"}
	f.Publish([]event{last})
	reads(t, w, last)
}

func TestEachWatcherGetsAllThatIsPublishedWhileItWatches(t *testing.T) {
	t.Parallel()
	f := newFeed()
	f.Publish([]event{{1, "created"}})
	first := f.Watch()
	f.Publish([]event{{2, "created"}})
	second := f.Watch()
	f.Publish([]event{{3, "created"}, {4, "created"}})
	reads(t, first, event{2, "created"}, event{3, "created"}, event{4, "created"})
	reads(t, second, event{3, "created"}, event{4, "created"})
	nothingWaits(t, f, first)
}

func TestWhatALaterEventMakesSuperfluousIsNotRead(t *testing.T) {
	t.Parallel()
	f := newFeed()
	w := f.Watch()
	f.Publish([]event{{1, "created"}, {1, "updated"}, {2, "updated"}, {1, "updated"}})
	f.Publish([]event{{1, "updated"}, {2, "deleted"}})
	reads(t, w, event{1, "created"}, event{1, "updated"}, event{2, "deleted"})
	nothingWaits(t, f, w)
}

func TestASlowReaderIsToldThatItMissedSomethingAndHoldsUpNobody(t *testing.T) {
	t.Parallel()
	f := newFeed()
	slow, quick := f.Watch(), f.Watch()
	for row := range feed.MaxWaiting {
		f.Publish([]event{{row, "created"}})
		reads(t, quick, event{row, "created"})
	}
	f.Publish([]event{{feed.MaxWaiting, "created"}})
	reads(t, quick, event{feed.MaxWaiting, "created"})
	for range 2 {
		_, err := slow.Next(t.Context())
		require.ErrorIs(t, err, feed.ErrMissed, "for good")
	}
}

func TestAsManyAsMayWaitAreRead(t *testing.T) {
	t.Parallel()
	f := newFeed()
	w := f.Watch()
	for row := range feed.MaxWaiting {
		f.Publish([]event{{row, "created"}})
	}
	for row := range feed.MaxWaiting {
		reads(t, w, event{row, "created"})
	}
}

func TestWhoeverWatchesWhenAFeedBreaksIsTold(t *testing.T) {
	t.Parallel()
	f := newFeed()
	before := f.Watch()
	f.Miss()
	after := f.Watch()
	_, err := before.Next(t.Context())
	require.ErrorIs(t, err, feed.ErrMissed)
	f.Publish([]event{{1, "created"}})
	reads(t, after, event{1, "created"})
}

func TestAReaderWaits(t *testing.T) {
	t.Parallel()
	f := newFeed()
	w := f.Watch()
	read := make(chan event)
	go func() {
		got, _ := w.Next(context.Background())
		read <- got
	}()
	f.Publish([]event{{1, "created"}})
	require.Equal(t, event{1, "created"}, <-read)

	ended, end := context.WithCancel(t.Context())
	end()
	_, err := w.Next(ended)
	require.ErrorIs(t, err, context.Canceled)
}

func TestAWatcherThatIsClosedGetsNothingMore(t *testing.T) {
	t.Parallel()
	f := newFeed()
	w := f.Watch()
	w.Close()
	f.Publish([]event{{1, "created"}})
	ended, end := context.WithCancel(t.Context())
	end()
	_, err := w.Next(ended)
	require.ErrorIs(t, err, context.Canceled)
}
