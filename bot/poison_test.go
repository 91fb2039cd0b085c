package bot

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"
)

func TestAnUpdateThatTelegramDeliversAgainAndAgainIsLetGoAtLast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, log := dispatch(t, func(context.Context, tele.Update) error { return errors.New("poison") })
		deliver := func() (result error) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond) // shorter than any back-off
			defer cancel()
			d.add(ctx, message(1, 7), func(err error) { result = err })
			d.wait()
			return result
		}
		for range updateTries - 1 {
			require.Error(t, deliver())
		}
		require.NoError(t, deliver())
		require.Contains(t, log.String(), "An update is let go")
	})
}
