package store

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"zayavka/store/publicnet"
)

// maxWebhookURL is the longest address taken, in bytes.
const maxWebhookURL = 2048

// cleanWebhookURL checks the address of a webhook as far as it can be told without asking the name
// service, which can give another answer at the next question: WebhookAddressAllowed is asked again
// for each connection.
func (s *Store) cleanWebhookURL(text string) (string, error) {
	text = strings.TrimSpace(text)
	address, err := url.Parse(text)
	switch {
	case err != nil || address.Hostname() == "" || address.Scheme != "http" && address.Scheme != "https":
		return "", errInvalid("url", "Enter a whole http or https address, for example https://example.com/webhook.")
	case address.User != nil:
		return "", errInvalid("url", "Leave user name and password out of the address: the signature says who is calling.")
	case address.Fragment != "":
		return "", errInvalid("url", "Leave out # and what follows it: it is never sent.")
	case len(text) > maxWebhookURL:
		return "", errInvalid("url", "The address is too long: at most %d bytes.", maxWebhookURL)
	}
	if port := address.Port(); port != "" {
		if number, err := strconv.Atoi(port); err != nil || number < 1 || number > 65535 {
			return "", errInvalid("url", "The port must be between 1 and 65535.")
		}
	}
	if s.allowPrivateWebhooks {
		return text, nil
	}
	host, err := asciiHost(address.Hostname())
	if err != nil {
		return "", errInvalid("url", "%s is not the name of a host.", address.Hostname())
	}
	literal, err := netip.ParseAddr(host)
	if err != nil && endsInNumber(host) {
		return "", errInvalid("url", "Write an IP address as four numbers from 0 to 255 without zeros in front, or use a name.")
	}
	if err == nil && !publicnet.Contains(literal) || host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return "", errInvalid("url", "%s is not on the public internet. Webhooks go to private addresses only "+
			"when webhooks.allow_private is set in the configuration.", host)
	}
	return text, nil
}

// asciiHost is the host as net/http connects to it, which takes fullwidth digits for digits, and drops
// what does not show.
func asciiHost(host string) (_ string, err error) {
	if strings.ContainsFunc(host, func(r rune) bool { return r > unicode.MaxASCII }) {
		host, err = idna.Lookup.ToASCII(host)
	}
	return strings.TrimSuffix(strings.ToLower(host), "."), err
}

// endsInNumber tells whether resolvers may take a host for an IPv4 address in an old writing, such as 127.1,
// 0x7f.1 or 2130706433: no name ends in a number. See https://url.spec.whatwg.org/#ends-in-a-number-checker.
func endsInNumber(host string) bool {
	last := host[strings.LastIndex(host, ".")+1:]
	hex, isHex := strings.CutPrefix(last, "0x")
	return last != "" && strings.Trim(last, "0123456789") == "" || isHex && strings.Trim(hex, "0123456789abcdef") == ""
}

// WebhookAddressAllowed tells whether a webhook may connect to this address.
func (s *Store) WebhookAddressAllowed(address netip.Addr) bool {
	return s.allowPrivateWebhooks || publicnet.Contains(address)
}
