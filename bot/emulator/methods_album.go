package emulator

import (
	"encoding/json"
	"strings"
)

// An album of a bot has two to ten items: https://core.telegram.org/bots/api#sendmediagroup.
const (
	minAlbum = 2
	maxAlbum = 10
)

// inputMedia is a file as sendMediaGroup and editMessageMedia name it.
type inputMedia struct {
	Type            string          `json:"type"`
	Media           string          `json:"media"` // attach://part or a file_id
	Caption         string          `json:"caption"`
	ParseMode       string          `json:"parse_mode"`
	CaptionEntities json.RawMessage `json:"caption_entities"`
	Width           int             `json:"width"`
	Height          int             `json:"height"`
	Duration        int             `json:"duration"`
	Performer       string          `json:"performer"`
	Title           string          `json:"title"`
}

func (s *Server) sendMediaGroup(req *request) (any, error) {
	raw := req.params["media"]
	if raw == "" {
		return nil, badRequest(`parameter "media" is required`)
	}
	if !json.Valid([]byte(raw)) {
		return nil, badRequest("can't parse media JSON object")
	}
	var items []inputMedia
	if json.Unmarshal([]byte(raw), &items) != nil {
		return nil, badRequest("expected an Array of InputMedia")
	}
	if err := checkAlbum(items); err != nil {
		return nil, err
	}
	var album []apiMessage
	for _, item := range items {
		m, err := s.inputMedia(req, item)
		if err != nil {
			return nil, err
		}
		album = append(album, m)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.writableChat(req)
	if err != nil {
		return nil, err
	}
	group := s.newAlbum()
	var sent []*apiMessage
	for _, m := range album {
		m.MediaGroupID = group
		if err := c.replyOf(req, &m); err != nil {
			return nil, err
		}
		sent = append(sent, s.postFromBot(c, m))
	}
	return sent, nil
}

// checkAlbum refuses what makes no album: photos and videos may stand together, documents and audio among
// their own kind alone.
func checkAlbum(items []inputMedia) error {
	switch {
	case len(items) == 0:
		return badRequest("there are no messages to send")
	case len(items) > maxAlbum:
		return badRequest("too many messages to send as an album")
	case len(items) < minAlbum: // the documentation's rule, and stricter than the servers, which send it alone
		return badRequest("too few messages to send as an album")
	}
	for _, item := range items {
		switch item.Type {
		case "photo", "video":
		case "audio", "document":
			for _, other := range items {
				if other.Type != item.Type {
					return badRequest("%s can't be mixed with other media types", item.Type)
				}
			}
		case "animation":
			return badRequest(`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`)
		}
	}
	return nil
}

// inputMedia is the content of a message with that file.
func (s *Server) inputMedia(req *request, media inputMedia) (apiMessage, error) {
	switch media.Type {
	case "photo", "video", "audio", "document":
	default:
		return apiMessage{}, badRequest("can't parse InputMedia: type %q is unsupported", media.Type)
	}
	f, err := s.inputFile(req, file{
		kind: media.Type, width: media.Width, height: media.Height, duration: media.Duration,
		performer: media.Performer, title: media.Title,
	}, "", media.Media)
	if err != nil {
		return apiMessage{}, err
	}
	if f == nil {
		return apiMessage{}, badRequest("can't parse InputMedia: media not found")
	}
	var m apiMessage
	f.put(&m)
	m.Caption, m.CaptionEntities, err = formatted(media.Caption, media.ParseMode, string(media.CaptionEntities))
	if err != nil {
		words := strings.TrimPrefix(err.Error(), "Bad Request: ")
		return apiMessage{}, badRequest("can't parse InputMedia: %s%s", strings.ToUpper(words[:1]), words[1:])
	}
	if utf16Length(m.Caption) > maxCaption {
		return apiMessage{}, badRequest("message caption is too long")
	}
	return m, nil
}
