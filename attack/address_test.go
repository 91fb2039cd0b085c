package attack

import (
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestNoWebhookLeadsIntoThePrivateNetwork tries addresses that are refused when the webhook is made; and one that is
// a name of this machine, which only the name service's answer gives away.
func TestNoWebhookLeadsIntoThePrivateNetwork(t *testing.T) {
	t.Parallel()
	s := serve(t)
	owner := s.login(t, adminEmail)
	listener, err := net.Listen("tcp", ":0")
	require.NoError(t, err)
	defer func() { _ = listener.Close() }()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	require.NoError(t, err)
	const create = `mutation($url: String!) { createWebhook(url: $url, events: ["task.created"]) { webhook { id url } secret } }`
	for _, host := range []string{
		"127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.0.0.01", "0127.0.0.1",
		"127.0.0.1.", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
		"[fe80::1]", "[fe80::1%25eth0]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2001:db8::1]", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "2852039166", "0xa9fea9fe",
		"100.100.100.200", "192.0.0.192", "224.0.0.1", "255.255.255.255", "localhost", "LOCALHOST", "localhost.", "a.localhost", "sub.LocalHost.", "１２７.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "loc\u00adalhost", "ⓛocalhost",
		"4294967297", "1.1", "1.2.3.4.5", "1.2.3.256", "08.8.8.8", "8.8.8", "0x8.0x8.0x8.0x8", "134744072",
	} {
		for _, url := range []string{"http://" + host + ":" + port + "/", "https://" + host + "/latest/meta-data/"} {
			a := s.ask(t, owner.token, create, vars{"url": url})
			require.Equal(t, "INVALID", a.code(), "%s: %s", url, a.text)
			require.Equal(t, "url", a.Errors[0].Extensions.Field, url)
		}
	}
	for _, url := range []string{
		"http://example.com@127.0.0.1/", "http://127.0.0.1@example.com/", `http://example.com\@127.0.0.1/`, "http://127.0.0.1#@example.com/", "http://127.0.0.1?@example.com/", "file:///etc/passwd", "gopher://127.0.0.1:25/", "//127.0.0.1/",
		"ftp://127.0.0.1/", "unix:///run/docker.sock", "http:127.0.0.1", "http:///127.0.0.1/", "http://127.0.0.1:0/", "http://[::1", "http://example.com:x/", "http://exa mple.com/", "http://example.com\r\nHost: x/", "http://example.com/\x00", "HTTP://", "",
	} {
		a := s.ask(t, owner.token, create, vars{"url": url})
		require.Equal(t, "INVALID", a.code(), "%q: %s", url, a.text)
	}
	require.Empty(t, s.ask(t, owner.token, `{ webhooks { id } }`).at("webhooks"))

	name := privateName(t)
	made := s.ask(t, owner.token, create, vars{"url": "http://" + name + ":" + port + "/"})
	require.Empty(t, made.Errors, made.text)
	require.Empty(t, s.ask(t, owner.token, `mutation { testWebhook(id: 1) { delivery { id } } }`).Errors)
	eventually(t, func() bool {
		return strings.Contains(s.ask(t, owner.token, `{ webhooks { deliveries { nodes { attempts lastError } } } }`).text, "is not on the public internet")
	})
	require.NoError(t, listener.(*net.TCPListener).SetDeadline(time.Now().Add(-time.Second)))
	_, err = listener.Accept()
	require.Error(t, err, "nobody has connected")
}

// privateName is a name of this machine that its table of hosts leads to a private address.
func privateName(t *testing.T) string {
	t.Helper()
	table, err := os.ReadFile("/etc/hosts")
	require.NoError(t, err)
	for line := range strings.Lines(string(table)) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		address := net.ParseIP(fields[0])
		for _, name := range fields[1:] {
			if address != nil && (address.IsLoopback() || address.IsPrivate()) && !strings.HasPrefix(name, "localhost") {
				return name
			}
		}
	}
	t.Skip("/etc/hosts has no name for a private address but localhost, and a name service is not asked")
	return ""
}
