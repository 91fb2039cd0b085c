// Package peers bounds what one party on the internet may take up at once.
package peers

import (
	"net/netip"
	"sync"
)

// Networks are what one party gets: at least, which for IPv6 is a /64, and at most, a /48; "" for IPv4.
func Networks(address string) (least, most string) {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address, ""
	}
	if ip.Unmap().Is4() {
		return ip.Unmap().String(), ""
	}
	ip = ip.WithZone("")
	return netip.PrefixFrom(ip, 64).Masked().String(), netip.PrefixFrom(ip, 48).Masked().String()
}

// siteShare is how many times the bound of a /64 a /48 has.
const siteShare = 4

// Count counts what the networks have open. It is safe for concurrent use.
type Count struct {
	most int // of an IPv4 address or an IPv6 /64
	mu   sync.Mutex
	open map[string]int
}

// NewCount allows each network so many at once.
func NewCount(most int) *Count { return &Count{most: most, open: map[string]int{}} }

// Enter counts one more of an address, unless it has too many; Leave follows.
func (c *Count) Enter(address string) bool {
	network, site := Networks(address)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.open[network] >= c.most || site != "" && c.open[site] >= siteShare*c.most {
		return false
	}
	c.open[network]++
	if site != "" {
		c.open[site]++
	}
	return true
}

// Leave ends what Enter has counted.
func (c *Count) Leave(address string) {
	network, site := Networks(address)
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, one := range []string{network, site} {
		if c.open[one]--; c.open[one] <= 0 {
			delete(c.open, one)
		}
	}
}
