package main

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
)

// proxies are those in front of the service that are believed whose requests they pass on.
type proxies struct {
	trusted  []*net.IPNet
	address  echo.IPExtractor
	log      *slog.Logger
	https    bool // people reach the service through something that speaks HTTPS for it
	warnOnce sync.Once
}

// newProxies reads http.trusted_proxies, which Validate has checked.
func newProxies(config HTTPConfig, log *slog.Logger) (*proxies, error) {
	p := &proxies{log: log, https: strings.HasPrefix(config.PublicURL, "https://")}
	options := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, text := range config.TrustedProxies {
		prefix, err := parseNetwork(text)
		if err != nil {
			return nil, fmt.Errorf("http.trusted_proxies: %w", err)
		}
		_, network, err := net.ParseCIDR(prefix.String())
		if err != nil {
			return nil, fmt.Errorf("http.trusted_proxies: %w", err)
		}
		p.trusted = append(p.trusted, network)
		options = append(options, echo.TrustIPRange(network))
	}
	// The rightmost address that is not trusted is the one that a trusted proxy saw. What is left of it
	// the client may have made up.
	p.address = echo.ExtractIPFromXFFHeader(options...)
	return p, nil
}

// parseNetwork reads 192.0.2.1 or 192.0.2.0/24.
func parseNetwork(text string) (netip.Prefix, error) {
	if ip, err := netip.ParseAddr(text); err == nil {
		return netip.PrefixFrom(ip.Unmap(), ip.Unmap().BitLen()), nil
	}
	prefix, err := netip.ParsePrefix(text)
	return prefix.Masked(), err
}

// trusts tells whether the other end of a connection is a trusted proxy.
func (p *proxies) trusts(peer string) bool {
	ip := net.ParseIP(peer)
	for _, network := range p.trusted {
		if network.Contains(ip) {
			return true
		}
	}
	return false
}

// watch warns once when all people look alike: limits are kept for each address, so a stranger could use
// up what is meant for everybody.
func (p *proxies) watch(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		peer, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			return next(c)
		}
		forwarded, trusted := r.Header.Get(echo.HeaderXForwardedFor) != "", p.trusts(peer)
		switch {
		case !trusted && (forwarded || passedOn(r.Header)):
			p.warn("Requests come through a proxy that is not trusted, so everybody behind it counts as one address. If it is yours, "+
				"add it to http.trusted_proxies", "proxy", peer)
		case trusted && !forwarded && (p.https || passedOn(r.Header)):
			p.warn("Requests come without the header X-Forwarded-For, so everybody counts as one address. Let the proxy in front set it; "+
				"docs/operation.md shows how", "proxy", peer)
		}
		return next(c)
	}
}

// passedOn tells whether a request has a header that proxies add.
func passedOn(header http.Header) bool {
	for _, name := range []string{"Forwarded", "Via", echo.HeaderXRealIP, echo.HeaderXForwardedProto, "X-Forwarded-Host"} {
		if header.Get(name) != "" {
			return true
		}
	}
	return false
}

func (p *proxies) warn(message string, args ...any) {
	p.warnOnce.Do(func() { p.log.Warn(message, args...) })
}
