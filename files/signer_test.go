package files

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestAnAddressWorksForFourToFiveMinutesAndStaysTheSameForOne(t *testing.T) {
	t.Parallel()
	minute := time.Date(2026, 3, 2, 10, 30, 0, 0, time.UTC)
	now := minute
	signer := NewSigner([]byte("key"), func() time.Time { return now })
	address := signer.URL(12, Small)
	now = minute.Add(59 * time.Second)
	require.Equal(t, address, signer.URL(12, Small))
	now = minute.Add(time.Minute)
	require.NotEqual(t, address, signer.URL(12, Small))

	token := strings.TrimPrefix(address, Path)
	now = minute.Add(5*time.Minute - 1)
	id, variant, err := signer.read(token)
	require.NoError(t, err)
	require.EqualValues(t, 12, id)
	require.Equal(t, Small, variant)
	now = minute.Add(5 * time.Minute)
	_, _, err = signer.read(token)
	require.ErrorIs(t, err, errExpired)
}

func TestAnAddressThatIsNotSignedLeadsNowhere(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 10, 30, 0, 0, time.UTC)
	signer := NewSigner([]byte("key"), func() time.Time { return now })
	token := strings.TrimPrefix(signer.URL(12, Original), Path)
	parts := strings.SplitN(token, "-", 4)
	for _, forged := range []string{
		"", "-", "---", "12", strings.Join(parts[:3], "-"), strings.Join(parts[:3], "-") + "-", token + "A", token[1:], strings.ToUpper(token),
		"13-" + strings.Join(parts[1:], "-"), parts[0] + "-320-" + parts[2] + "-" + parts[3], parts[0] + "-0-9999999999-" + parts[3],
		"0" + token, "+" + token, token + "%00", token + "/", "x" + token,
		strings.TrimPrefix(NewSigner([]byte("other"), signer.clock).URL(12, Original), Path),
	} {
		_, _, err := signer.read(forged)
		require.ErrorIs(t, err, errForged, forged)
	}
}
