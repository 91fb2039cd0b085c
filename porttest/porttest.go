// Package porttest finds ports for tests that start a server.
package porttest

import (
	"fmt"
	"math/rand/v2"
	"net"
	"testing"

	"github.com/stretchr/testify/require"
)

// The ports from which FreeAddress chooses lie below those that the kernel gives to outgoing
// connections and to listeners on port 0 (32768 and up, net.ipv4.ip_local_port_range), so that nobody
// gets one between the choice and the server's start, or while the server is down.
const (
	firstPort = 10_000
	ports     = 22_768
)

// FreeAddress is a loopback address on which nobody listens.
func FreeAddress(t testing.TB) string {
	t.Helper()
	for range 100 {
		address := fmt.Sprintf("127.0.0.1:%d", firstPort+rand.IntN(ports))
		listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", address)
		if err == nil {
			require.NoError(t, listener.Close())
			return address
		}
	}
	t.Fatal("a hundred ports, and none is free")
	return ""
}
