package store

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func updated(ids ...int64) (all []RowChange) {
	for _, id := range ids {
		all = append(all, RowChange{SubjectTask, Updated, id})
	}
	return all
}

func TestWhatIsCommittedDuringAnAnnouncementIsToldTogetherAfterIt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var told []notices
		a := newAnnouncer(func(_ context.Context, n notices) error {
			time.Sleep(time.Second)
			told = append(told, n)
			return nil
		})
		a.announce(announcement{changes: updated(1)})
		synctest.Wait()
		a.announce(announcement{outbox: true, changes: updated(2)})
		a.announce(announcement{changes: updated(3)})
		a.close()
		require.Equal(t, []notices{
			{[]string{changesChannel}, []string{`[{"s":"task","k":"updated","i":1}]`}},
			{[]string{outboxChannel, changesChannel}, []string{"", `[{"s":"task","k":"updated","i":2},{"s":"task","k":"updated","i":3}]`}},
		}, told)
	})
}

func TestWhatCouldNotBeAnnouncedIsToldBeforeWhatCameLater(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var told []notices
		tries := 0
		a := newAnnouncer(func(_ context.Context, n notices) error {
			if tries++; tries <= 3 {
				return errors.New("no database")
			}
			told = append(told, n)
			return nil
		})
		a.announce(announcement{webhooks: true, changes: updated(1)})
		synctest.Wait()
		a.announce(announcement{changes: updated(2)})
		time.Sleep(time.Minute)
		a.close()
		require.Equal(t, []notices{
			{[]string{webhookChannel, changesChannel}, []string{"", `[{"s":"task","k":"updated","i":1},{"s":"task","k":"updated","i":2}]`}},
		}, told)
	})
}

func TestAClosedStoreWaitsForNoDatabaseThatIsAway(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		a := newAnnouncer(func(ctx context.Context, _ notices) error {
			<-ctx.Done() // it does not answer
			return ctx.Err()
		})
		a.announce(announcement{updates: true})
		began := time.Now()
		a.close()
		require.LessOrEqual(t, time.Since(began), announceLastTimeout)
	})
}

func TestNobodyAnnouncesNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		a := newAnnouncer(func(context.Context, notices) error {
			t.Error("told")
			return nil
		})
		a.announce(announcement{})
		a.close()
	})
}
