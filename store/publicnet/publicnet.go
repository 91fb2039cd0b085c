// Package publicnet knows which addresses are on the public internet, and so are nobody's private network.
package publicnet

import "net/netip"

// notPublic are the networks that are no part of the public internet, from IANA's registries of
// special-purpose addresses:
// https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry.
var notPublic = prefixes(
	"0.0.0.0/8",       // this host
	"10.0.0.0/8",      // private
	"100.64.0.0/10",   // shared, behind a carrier's NAT
	"127.0.0.0/8",     // loopback
	"169.254.0.0/16",  // link-local, with the clouds' metadata
	"172.16.0.0/12",   // private
	"192.0.0.0/24",    // protocol assignments
	"192.0.2.0/24",    // documentation
	"192.88.99.0/24",  // relays of 6to4
	"192.168.0.0/16",  // private
	"198.18.0.0/15",   // benchmarks
	"198.51.100.0/24", // documentation
	"203.0.113.0/24",  // documentation
	"224.0.0.0/4",     // multicast
	"240.0.0.0/4",     // reserved, and broadcast
	"2001::/23",       // protocol assignments, with Teredo, which wraps IPv4
	"2001:db8::/32",   // documentation
	"3fff::/20",       // documentation
)

var (
	globalUnicast = netip.MustParsePrefix("2000::/3") // all of IPv6 that is handed out
	sixToFour     = netip.MustParsePrefix("2002::/16")
	nat64         = netip.MustParsePrefix("64:ff9b::/96")
)

// Contains tells whether an address is on the public internet. Of an IPv6 address that stands
// for an IPv4 address, the latter decides.
func Contains(address netip.Addr) bool {
	address = address.Unmap()
	if address.Is6() {
		bytes := address.As16()
		switch {
		case sixToFour.Contains(address):
			return Contains(netip.AddrFrom4([4]byte(bytes[2:6])))
		case nat64.Contains(address):
			return Contains(netip.AddrFrom4([4]byte(bytes[12:16])))
		case !globalUnicast.Contains(address.WithZone("")):
			return false
		}
	}
	for _, network := range notPublic {
		if network.Contains(address) {
			return false
		}
	}
	return address.IsValid()
}

func prefixes(networks ...string) []netip.Prefix {
	parsed := make([]netip.Prefix, len(networks))
	for i, network := range networks {
		parsed[i] = netip.MustParsePrefix(network)
	}
	return parsed
}
