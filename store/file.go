package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// FileKind is what Telegram calls a file.
type FileKind string

const (
	FilePhoto     FileKind = "PHOTO"
	FileVideo     FileKind = "VIDEO"
	FileVoice     FileKind = "VOICE"
	FileVideoNote FileKind = "VIDEO_NOTE"
	FileAudio     FileKind = "AUDIO"
	FileDocument  FileKind = "DOCUMENT"
	FileSticker   FileKind = "STICKER"
)

// FileState is whether our own copy of a file is there.
type FileState string

const (
	FileWaiting  FileState = "WAITING"   // to be fetched from Telegram
	FileKept     FileState = "KEPT"      // the file store has it, under SHA256
	FileTooLarge FileState = "TOO_LARGE" // Telegram gives out 20 MB at most; it can be forwarded
	FileGone     FileState = "GONE"      // Telegram does not have it any more
)

// FileLabel is when a picture of a task's item was taken.
type FileLabel string

const (
	LabelNone   FileLabel = ""
	LabelBefore FileLabel = "BEFORE"
	LabelAfter  FileLabel = "AFTER"
)

// File is a photo, a recording or a document of a message, or one that staff have uploaded and not sent yet.
type File struct {
	bun.BaseModel     `bun:"table:files,alias:f"`
	ID                int64  `bun:",pk,autoincrement"`
	MessageID         *int64 // nil while it is only uploaded
	Place             int    // among the files of a message of staff; a customer's come in the order of their ids
	TaskID            *int64 // of its message
	StaffID           *int64 // who uploaded it; nil for a customer's and a program's
	TokenID           *int64 // which program uploaded it
	Label             FileLabel
	Kind              FileKind
	TelegramMessageID *int64 // which of an album's messages it came with
	TelegramFileID    string // by which this bot can send it again; may be empty
	TelegramUniqueID  string
	Name              string // as its owner calls it; may be empty
	Mime              string // as recognised by content once it is kept; before, as it was claimed
	Size              int64  // bytes
	Width, Height     int    // pixels
	Duration          int    // seconds
	State             FileState
	SHA256            string `bun:"sha256"` // in hex, of what is kept; else empty
	Attempts          int    // to fetch it
	NotBefore         time.Time
	Fence             int64 // of the last claim
	LeaseUntil        *time.Time
	LastError         string
	CreatedAt         time.Time
	UpdatedAt         time.Time
}

// What Telegram takes as a photo: https://core.telegram.org/bots/api#sendphoto
const (
	largestPhoto    = 10 << 20 // bytes
	longestSides    = 10_000   // pixels, width and height together
	flattestPicture = 20       // how much longer one side may be than the other
)

// SentAs is the kind as which Telegram takes the file: a photo that is too large or too flat for it goes as a document.
func (f File) SentAs() FileKind {
	shortest, longest := min(f.Width, f.Height), max(f.Width, f.Height)
	if f.Kind == FilePhoto && (f.Size > largestPhoto || f.Width+f.Height > longestSides || longest > flattestPicture*shortest) {
		return FileDocument
	}
	return f.Kind
}

// Content is what a file store keeps.
type Content struct {
	SHA256 string // in hex
	MIME   string // recognised by the content, without parameters; application/octet-stream for what is not known
	Size   int64  // in bytes
}

// Claim names the row as it was claimed.
func (f File) Claim() Claim { return Claim{f.ID, f.Fence} }

// File gives a file, or an error with the code NotFound.
func (s *Store) File(ctx context.Context, id int64) (File, error) {
	var file File
	err := s.read.NewSelect().Model(&file).Where("id = ?", id).Scan(ctx)
	return file, notFoundOr(err, "read file")
}

// Fetches signals that there may be a file to fetch. One signal can stand for many. Updates are processed where files
// are fetched, by the replica that leads.
func (s *Store) Fetches() <-chan struct{} { return s.fetches }
