package api

import (
	"context"
	"math"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// The longest sides of thumbnails, in pixels.
const (
	smallThumbnail = 320
	largeThumbnail = 1280
)

// newFileType makes the type of files, which are given out elsewhere, at addresses that are signed.
func (a *API) newFileType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "FileType", Description: "A photo, a recording or a document of a message.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The file's number.",
				Resolve: property(func(f store.File) any { return f.ID }),
			},
			"kind": {
				Type: nonNull(newFileKindEnum()), Description: "What Telegram calls it.",
				Resolve: property(func(f store.File) any { return f.Kind }),
			},
			"state": {
				Type: nonNull(newFileStateEnum()), Description: "Whether the service has its own copy.",
				Resolve: property(func(f store.File) any { return f.State }),
			},
			"label": {
				Type: t.fileLabel, Description: "When a picture of a task's item was taken; null when nobody said.",
				Resolve: property(func(f store.File) any {
					if f.Label == store.LabelNone {
						return nil
					}
					return f.Label
				}),
			},
			"name": {
				Type: graphql.String, Description: "What its owner calls it; null for none.",
				Resolve: property(func(f store.File) any { return orNull(f.Name) }),
			},
			"mime": {
				Type: graphql.String, Description: "Its media type: as recognised by its content once it is KEPT, before as it was claimed; null when it is not known.",
				Resolve: property(func(f store.File) any { return orNull(f.Mime) }),
			},
			"size": {
				Type: graphql.Int, Description: "In bytes; null when it is not known, and of a file of more than 2 GB.",
				Resolve: property(func(f store.File) any {
					if f.Size > math.MaxInt32 {
						return nil
					}
					return unlessZero(f.Size)
				}),
			},
			"width": {
				Type: graphql.Int, Description: "Of a picture or a video, in pixels; null when it is not known.",
				Resolve: property(func(f store.File) any { return unlessZero(f.Width) }),
			},
			"height": {
				Type: graphql.Int, Description: "Of a picture or a video, in pixels; null when it is not known.",
				Resolve: property(func(f store.File) any { return unlessZero(f.Height) }),
			},
			"duration": {
				Type: graphql.Int, Description: "Of a recording or a video, in seconds; null when it is not known.",
				Resolve: property(func(f store.File) any { return unlessZero(f.Duration) }),
			},
			"url": {
				Type: graphql.String, Description: "The path to get it from, without a header, for five minutes; null unless it is KEPT.",
				Resolve: property(func(f store.File) any { return a.addressOf(f, 0) }),
			},
			"thumbnailUrl": {
				Type: graphql.String, Description: "The path of a small picture of it, for as long; null where there is none.",
				Args: graphql.FieldConfigArgument{
					"large": {Type: graphql.Boolean, Description: "True: its longest side has 1280 pixels instead of 320."},
				},
				Resolve: func(p graphql.ResolveParams) (any, error) {
					side := smallThumbnail
					if large, _ := p.Args["large"].(bool); large {
						side = largeThumbnail
					}
					return a.addressOf(sourceOf[store.File](p), side), nil
				},
			},
		},
	})
}

// addressOf gives null where there is nothing to get.
func (a *API) addressOf(file store.File, side int) any {
	if a.fileURL == nil || file.State != store.FileKept {
		return nil
	}
	return orNull(a.fileURL(file, side))
}

func newFileKindEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "FileKind", Description: "What Telegram calls a file.",
		Values: graphql.EnumValueConfigMap{
			"PHOTO":      {Value: store.FilePhoto, Description: "A picture."},
			"VIDEO":      {Value: store.FileVideo, Description: "A video."},
			"VOICE":      {Value: store.FileVoice, Description: "A voice message."},
			"VIDEO_NOTE": {Value: store.FileVideoNote, Description: "A round video message."},
			"AUDIO":      {Value: store.FileAudio, Description: "Music or another recording."},
			"DOCUMENT":   {Value: store.FileDocument, Description: "Any other file."},
			"STICKER":    {Value: store.FileSticker, Description: "A sticker."},
		},
	})
}

func newFileStateEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "FileState", Description: "Whether the service has its own copy of a file.",
		Values: graphql.EnumValueConfigMap{
			"WAITING":   {Value: store.FileWaiting, Description: "It is still to be fetched from Telegram."},
			"KEPT":      {Value: store.FileKept, Description: "It has."},
			"TOO_LARGE": {Value: store.FileTooLarge, Description: "Telegram gives out 20 MB at most; the file is in the customer's chat."},
			"GONE":      {Value: store.FileGone, Description: "Telegram does not have it any more."},
		},
	})
}

func newFileLabelEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "FileLabel", Description: "When a picture of a task's item was taken.",
		Values: graphql.EnumValueConfigMap{
			"BEFORE": {Value: store.LabelBefore, Description: "Before the work."},
			"AFTER":  {Value: store.LabelAfter, Description: "After it."},
		},
	})
}

func filesOfTask(ctx context.Context, r *request, task store.Task) (any, error) {
	files := r.filesByTask
	if !r.mayReadNotes() {
		files = r.filesByTaskWithoutNotes
	}
	found, _, err := files.get(ctx, task.ID)
	return found, err
}

// unlessZero gives null for a number that is not known.
func unlessZero[Number int | int64](number Number) any {
	if number == 0 {
		return nil
	}
	return number
}
