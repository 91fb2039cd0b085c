package graphql

import (
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

const (
	mediaJSON     = "application/json"
	mediaResponse = "application/graphql-response+json"
	mediaHTML     = "text/html"
)

// maxRanges is how many media ranges of an Accept header are looked at; browsers send eight.
const maxRanges = 50

// mediaRange is a member of an Accept header, such as application/*;q=0.5.
type mediaRange struct {
	name    string
	quality float64 // 0 to 1; 0 means: anything but this
}

// preferredMedia chooses which of our media types the Accept header likes best, "" when it takes
// none. A client that takes anything gets application/json, as older clients expect; of those that
// are liked equally, the one that the header names first.
// See https://httpwg.org/specs/rfc9110.html#field.accept
func preferredMedia(header http.Header, offers ...string) string {
	accept := strings.Join(header.Values("Accept"), ",")
	if strings.TrimSpace(accept) == "" {
		return offers[0]
	}
	ranges := parseAccept(accept)
	best, bestPlace, bestQuality := "", 0, 0.0
	for _, offer := range offers {
		place := rangeOf(ranges, offer)
		if place < 0 {
			continue
		}
		quality := ranges[place].quality
		if quality > bestQuality || quality == bestQuality && quality > 0 && place < bestPlace {
			best, bestPlace, bestQuality = offer, place, quality
		}
	}
	return best
}

func parseAccept(accept string) []mediaRange {
	var ranges []mediaRange
	members := strings.SplitN(accept, ",", maxRanges+1)
	for _, member := range members[:min(len(members), maxRanges)] {
		name, parameters, err := mime.ParseMediaType(member)
		if err != nil || !isUTF8(parameters) {
			continue
		}
		quality, err := strconv.ParseFloat(parameters["q"], 64)
		if err != nil {
			quality = 1
		}
		ranges = append(ranges, mediaRange{name, quality})
	}
	return ranges
}

// rangeOf finds the range that speaks about a media type, the most specific one if there are
// several; -1 for none.
func rangeOf(ranges []mediaRange, media string) int {
	kind, _, _ := strings.Cut(media, "/")
	for _, name := range []string{media, kind + "/*", "*/*"} {
		if place := slices.IndexFunc(ranges, func(r mediaRange) bool { return r.name == name }); place >= 0 {
			return place
		}
	}
	return -1
}

// isUTF8 tells whether a media type's parameters mean UTF-8, which they do if they say nothing.
func isUTF8(parameters map[string]string) bool {
	charset := parameters["charset"]
	return charset == "" || strings.EqualFold(charset, "utf-8")
}
