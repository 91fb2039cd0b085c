package webhook

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// attemptTimeout is how long one attempt may take in all; Standard Webhooks recommends 15 to 30 s.
const attemptTimeout = 15 * time.Second

// maxAnswer is how much of an answer's header, and of its body, is read, in bytes.
const maxAnswer = 64 << 10

// refusedAddress is an address to which webhooks may not connect.
type refusedAddress struct{ address netip.Addr }

func (e *refusedAddress) Error() string {
	return e.address.String() + " is not on the public internet, and webhooks.allow_private is not set."
}

// newClient makes the HTTP client of the webhooks, whose addresses strangers to this network may
// choose. Each address is checked when it is connected to, after the name service has answered: a
// name cannot lead elsewhere than what was checked. It follows no redirects and uses no proxy, which
// would connect in its stead.
func newClient(allowed func(netip.Addr) bool) *http.Client {
	dialer := &net.Dialer{Timeout: attemptTimeout, Control: func(_, address string, _ syscall.RawConn) error {
		target, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("parse address to connect to: %w", err)
		}
		if !allowed(target.Addr()) {
			return &refusedAddress{target.Addr()}
		}
		return nil
	}}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			DisableCompression:     true,
			MaxIdleConnsPerHost:    parallel,
			IdleConnTimeout:        time.Minute,
			TLSHandshakeTimeout:    attemptTimeout,
			MaxResponseHeaderBytes: maxAnswer,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// explain says in words for an admin why there was no answer. The library's own words can quote what
// the other side sent, and that may be any service that the address leads to.
func explain(err error) string {
	var refused *refusedAddress
	var unknown *net.DNSError
	var certificate *tls.CertificateVerificationError
	var request *url.Error // which Do always returns
	switch {
	case errors.As(err, &refused):
		return refused.Error()
	case errors.As(err, &unknown):
		return "The host's name could not be resolved."
	case errors.As(err, &certificate):
		return "The endpoint's TLS certificate is not valid for this host."
	case errors.As(err, &request) && request.Timeout():
		return "There was no answer in time."
	case errors.Is(err, syscall.ECONNREFUSED):
		return "The connection was refused."
	case errors.Is(err, syscall.ECONNRESET):
		return "The endpoint broke off the connection."
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return "There is no way to this address."
	}
	return "The connection failed, or what came back was no HTTP answer."
}
