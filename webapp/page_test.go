package webapp

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestThePageIsMadeAnewWhenTheShopsClocksChange(t *testing.T) {
	page := &page{options: Options{Timezone: "Europe/Berlin"}}
	winter := page.at(time.Date(2024, 3, 31, 0, 59, 0, 0, time.UTC), "")
	require.Same(t, winter, page.at(time.Date(2024, 3, 31, 0, 59, 59, 0, time.UTC), ""))
	require.NotSame(t, winter, page.at(time.Date(2024, 3, 31, 1, 0, 0, 0, time.UTC), ""))

	until := time.Date(2024, 10, 27, 1, 0, 0, 0, time.UTC)
	since := time.Date(2024, 3, 31, 1, 0, 0, 0, time.UTC)
	require.Equal(t, &clock{Offset: 120, Since: &since, Until: &until}, clockOf("Europe/Berlin", since))
	require.Nil(t, clockOf("Nowhere/Atall", since))
}
