package emulator

// What a message may consist of beside a text: https://core.telegram.org/bots/api#message.

// apiFile is the part that all files have in common.
type apiFile struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	FileSize     int    `json:"file_size,omitempty"`
}

type apiPhotoSize struct {
	apiFile
	Width  int `json:"width"`
	Height int `json:"height"`
}

type apiDocument struct {
	apiFile
	FileName string `json:"file_name,omitempty"`
	MIMEType string `json:"mime_type,omitempty"`
}

type apiSticker struct {
	apiFile
	Type       string `json:"type"`
	Width      int    `json:"width"`
	Height     int    `json:"height"`
	IsAnimated bool   `json:"is_animated"`
	IsVideo    bool   `json:"is_video"`
	Emoji      string `json:"emoji,omitempty"`
}

type apiVoice struct {
	apiFile
	Duration int    `json:"duration"`
	MIMEType string `json:"mime_type,omitempty"`
}

type apiVideo struct {
	apiFile
	Width    int    `json:"width"`
	Height   int    `json:"height"`
	Duration int    `json:"duration"`
	FileName string `json:"file_name,omitempty"`
	MIMEType string `json:"mime_type,omitempty"`
}

// apiVideoNote is a round video message.
type apiVideoNote struct {
	apiFile
	Length   int `json:"length"` // width and height
	Duration int `json:"duration"`
}

type apiAudio struct {
	apiFile
	Duration  int    `json:"duration"`
	Performer string `json:"performer,omitempty"`
	Title     string `json:"title,omitempty"`
	FileName  string `json:"file_name,omitempty"`
	MIMEType  string `json:"mime_type,omitempty"`
}

type apiDice struct {
	Emoji string `json:"emoji"`
	Value int    `json:"value"`
}

type apiPoll struct {
	ID                    string          `json:"id"`
	Question              string          `json:"question"`
	Options               []apiPollOption `json:"options"`
	TotalVoterCount       int             `json:"total_voter_count"`
	IsClosed              bool            `json:"is_closed"`
	IsAnonymous           bool            `json:"is_anonymous"`
	Type                  string          `json:"type"` // regular
	AllowsMultipleAnswers bool            `json:"allows_multiple_answers"`
	AllowsRevoting        bool            `json:"allows_revoting"`
	MembersOnly           bool            `json:"members_only"`
}

type apiPollOption struct {
	PersistentID string `json:"persistent_id"`
	Text         string `json:"text"`
	VoterCount   int    `json:"voter_count"`
}

type apiVenue struct {
	Location apiLocation `json:"location"`
	Title    string      `json:"title"`
	Address  string      `json:"address"`
}

type apiLocation struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}
