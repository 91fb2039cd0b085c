package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"strconv"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/lease"
)

// UploadTimeout bounds a request that carries files.
const UploadTimeout = 100 * time.Second

// Post is a message to be sent: a text, a file with a caption, or an album.
type Post struct {
	ChatID   int64
	Text     string            // HTML; with files it is the caption
	Files    []File            // none, one, or the two to ten of an album
	Keyboard *tele.ReplyMarkup // not under an album
	CopyOf   Original          // instead of a text and files
	Silent   bool              // without a sound
	ReplyTo  int               // the message in the chat that it answers, if that is still there; 0 for none
}

// Original is a message of which a Post is a copy; the zero value is none.
type Original struct {
	ChatID    int64
	MessageID int
}

// File is one that Telegram knows, or one that is uploaded.
type File struct {
	Kind          string // as the Bot API calls it: photo, video, voice, video_note, audio, document or sticker
	ID            string // its file_id; without one it is uploaded
	Open          func() (io.ReadCloser, error)
	Size          int64 // of what Open gives
	Name          string
	Width, Height int // pixels; 0 where not known
	Duration      int // seconds; 0 where not known
}

// Sent is what Telegram made of a Post, or of one file of it.
type Sent struct {
	MessageID int
	FileID    string // by which the file can be sent again as what it was sent as; empty for a text
}

// Send sends a text and returns the message's id; see Post.
func (c *Client) Send(ctx context.Context, chatID int64, text string, keyboard *tele.ReplyMarkup) (messageID int, err error) {
	sent, err := c.Post(ctx, Post{ChatID: chatID, Text: text, Keyboard: keyboard})
	if err != nil {
		return 0, err
	}
	return sent[0].MessageID, nil
}

// Post sends a message as soon as the limits allow. It is not cut off when ctx ends once it has begun, because
// nobody would know whether it arrived. If ctx is that of a lease, the send ends before the lease or does not
// begin, which is lease.ErrOver. Without an error it gives one Sent, or one for each file.
func (c *Client) Post(ctx context.Context, post Post) ([]Sent, error) {
	count := max(1, len(post.Files))
	done, err := c.limits.wait(ctx, post.ChatID, count)
	if err != nil {
		return nil, err
	}
	sent, err := c.post(context.WithoutCancel(ctx), post)
	over := errors.Is(err, lease.ErrOver)
	done(!over)
	if over {
		return nil, err
	}
	result := "sent"
	if e, failed := AsError(err); failed {
		result = e.Kind.String()
	}
	c.sends.WithLabelValues(result).Inc()
	if err == nil && len(sent) != count {
		err = &Error{Kind: Unanswered, Description: "the answer is not one of the Bot API"}
	}
	return sent, c.obeyed(post.ChatID, err)
}

func (c *Client) post(ctx context.Context, post Post) ([]Sent, error) {
	method, params := post.request()
	var one postedMessage
	var result any = &one
	var album []postedMessage
	if len(post.Files) > 1 {
		result = &album
	}
	var err error
	if uploads := post.uploads(); len(uploads) > 0 {
		err = c.upload(ctx, method, params, uploads, result)
	} else {
		err = c.call(ctx, method, params, result, requestTimeout)
	}
	if err != nil {
		return nil, err
	}
	if len(post.Files) < 2 {
		album = []postedMessage{one}
	}
	sent := make([]Sent, len(album))
	for i, message := range album {
		sent[i].MessageID = message.ID
		if i < len(post.Files) {
			sent[i].FileID = message.fileID(post.Files[i].Kind)
		}
	}
	return sent, nil
}

// request is the method that sends it, and its parameters.
func (p Post) request() (method string, params map[string]any) {
	params = map[string]any{"chat_id": p.ChatID}
	if p.Silent {
		params["disable_notification"] = true
	}
	if p.ReplyTo != 0 {
		params["reply_parameters"] = map[string]any{"message_id": p.ReplyTo, "allow_sending_without_reply": true}
	}
	if p.CopyOf != (Original{}) {
		params["from_chat_id"], params["message_id"] = p.CopyOf.ChatID, p.CopyOf.MessageID
		return "copyMessage", params
	}
	if len(p.Files) > 1 {
		params["media"] = p.album()
		return "sendMediaGroup", params
	}
	if keyboard := markup(p.Keyboard); keyboard != nil {
		params["reply_markup"] = keyboard
	}
	if len(p.Files) == 0 {
		params["text"], params["parse_mode"], params["link_preview_options"] = p.Text, tele.ModeHTML, linkPreview{Disabled: true}
		return "sendMessage", params
	}
	file := p.Files[0]
	params[file.Kind] = file.reference(0)
	if p.Text != "" {
		params["caption"], params["parse_mode"] = p.Text, tele.ModeHTML
	}
	file.measure(params)
	return methods[file.Kind], params
}

// methods are those that send one file, by its kind.
var methods = map[string]string{
	"photo": "sendPhoto", "video": "sendVideo", "voice": "sendVoice", "video_note": "sendVideoNote", "audio": "sendAudio",
	"document": "sendDocument", "sticker": "sendSticker",
}

func (p Post) album() []map[string]any {
	media := make([]map[string]any, len(p.Files))
	for i, file := range p.Files {
		media[i] = map[string]any{"type": file.Kind, "media": file.reference(i)}
		file.measure(media[i])
	}
	if p.Text != "" {
		media[0]["caption"], media[0]["parse_mode"] = p.Text, tele.ModeHTML
	}
	return media
}

// reference names the file in a request in which it stands at a place.
func (f File) reference(place int) string {
	if f.ID != "" {
		return f.ID
	}
	return "attach://" + partName(place)
}

func partName(place int) string { return "file" + strconv.Itoa(place) }

// measure adds what a player shows of an uploaded file before it is loaded.
func (f File) measure(params map[string]any) {
	if f.ID != "" {
		return
	}
	for name, value := range map[string]int{"width": f.Width, "height": f.Height, "duration": f.Duration} {
		takes := map[string]bool{"video": true, "voice": name == "duration", "audio": name == "duration", "video_note": name == "duration"}
		if value > 0 && takes[f.Kind] {
			params[name] = value
		}
	}
}

// uploads are the files that travel with the request, by the names of their parts.
func (p Post) uploads() map[string]File {
	uploads := map[string]File{}
	for i, file := range p.Files {
		if file.ID == "" {
			uploads[partName(i)] = file
		}
	}
	return uploads
}

// upload has a method carried out with files. They are read as they are written, so that large ones take no memory.
func (c *Client) upload(ctx context.Context, method string, params map[string]any, files map[string]File, result any) error {
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	for name, value := range params {
		text, isText := value.(string)
		if !isText {
			encoded, err := json.Marshal(value)
			if err != nil {
				return fmt.Errorf("encode %s: %w", method, err)
			}
			text = string(encoded)
		}
		if err := writer.WriteField(name, text); err != nil {
			return fmt.Errorf("encode %s: %w", method, err)
		}
	}
	var parts []part
	length := int64(0)
	for name, file := range files {
		if _, err := writer.CreatePart(partHeader(name, file)); err != nil {
			return fmt.Errorf("encode %s: %w", method, err)
		}
		parts = append(parts, part{bytes.Clone(form.Bytes()), file})
		length += int64(form.Len()) + file.Size
		form.Reset()
	}
	if err := writer.Close(); err != nil {
		return fmt.Errorf("encode %s: %w", method, err)
	}
	end := form.Bytes()
	return c.request(ctx, method, writer.FormDataContentType(), length+int64(len(end)), func() (io.ReadCloser, error) {
		return openParts(parts, end)
	}, result, UploadTimeout)
}

// part is a file in a form, with all that stands before it.
type part struct {
	before []byte
	file   File
}

func partHeader(name string, file File) textproto.MIMEHeader {
	header := textproto.MIMEHeader{}
	header.Set("Content-Disposition", multipart.FileContentDisposition(name, file.Name))
	header.Set("Content-Type", "application/octet-stream")
	return header
}

// openParts is the whole form.
func openParts(parts []part, end []byte) (io.ReadCloser, error) {
	form := &openForm{}
	readers := make([]io.Reader, 0, 2*len(parts)+1)
	for _, p := range parts {
		content, err := p.file.Open()
		if err != nil {
			return nil, errors.Join(err, form.Close())
		}
		form.files = append(form.files, content)
		readers = append(readers, bytes.NewReader(p.before), content)
	}
	form.Reader = io.MultiReader(append(readers, bytes.NewReader(end))...)
	return form, nil
}

type openForm struct {
	io.Reader
	files []io.Closer
}

func (f *openForm) Close() error {
	var failed error
	for _, file := range f.files {
		failed = errors.Join(failed, file.Close())
	}
	return failed
}

// postedMessage is what is of use in a message that was sent: https://core.telegram.org/bots/api#message
type postedMessage struct {
	ID        int          `json:"message_id"`
	Photo     []postedFile `json:"photo"` // in several sizes, the largest last
	Video     *postedFile  `json:"video"`
	Voice     *postedFile  `json:"voice"`
	VideoNote *postedFile  `json:"video_note"`
	Audio     *postedFile  `json:"audio"`
	Document  *postedFile  `json:"document"`
	Sticker   *postedFile  `json:"sticker"`
}

type postedFile struct {
	ID string `json:"file_id"`
}

// fileID is that of the message's file, if it has become what it was sent as.
func (m postedMessage) fileID(kind string) string {
	file := map[string]*postedFile{
		"video": m.Video, "voice": m.Voice, "video_note": m.VideoNote, "audio": m.Audio, "document": m.Document, "sticker": m.Sticker,
	}[kind]
	if kind == "photo" && len(m.Photo) > 0 {
		file = &m.Photo[len(m.Photo)-1]
	}
	if file == nil {
		return ""
	}
	return file.ID
}
