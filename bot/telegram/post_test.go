package telegram

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// fileOf is a file of a kind, as Telegram knows it and as it is uploaded.
func fileOf(t *testing.T, user *emulator.User, kind string) (known, uploaded File) {
	t.Helper()
	name := map[string]string{
		"photo": "a.png", "video": "a.mp4", "voice": "a.ogg", "video_note": "a.mp4", "audio": "a.mp3", "document": "Смета \"№ 12\".pdf",
	}[kind]
	content := []byte("the content of " + name)
	if kind == "photo" {
		var picture bytes.Buffer
		require.NoError(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 30))))
		content = picture.Bytes()
	}
	sent := user.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: kind}})
	return File{Kind: kind, ID: sent.File.ID}, File{
		Kind: kind, Name: name, Size: int64(len(content)), Width: 640, Height: 480, Duration: 3,
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil },
	}
}

func TestFilesGoOutByTheirIDOrAsUploadsAndComeBackWithAnID(t *testing.T) {
	t.Parallel()
	server, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	client := newClient(t, server.URL(), server.Token())
	client.limits.overall = 0
	user := server.NewUser(emulator.Profile{})
	for _, kind := range []string{"photo", "video", "voice", "video_note", "audio", "document"} {
		known, uploaded := fileOf(t, user, kind)
		caption := "Смотрите <b>№ 12</b>"
		if kind == "video_note" {
			caption = ""
		}
		for _, file := range []File{known, uploaded} {
			sent, err := client.Post(t.Context(), Post{ChatID: user.ID, Text: caption, Files: []File{file}, Silent: true})
			require.NoError(t, err, kind)
			require.Len(t, sent, 1)
			require.NotEmpty(t, sent[0].FileID, kind)
			arrived := user.Answer(t)
			require.Equal(t, kind, arrived.Kind)
			if caption != "" {
				require.Equal(t, "Смотрите № 12", arrived.Text, kind)
			}
			_, err = client.Post(t.Context(), Post{ChatID: user.ID, Files: []File{{Kind: kind, ID: sent[0].FileID}}})
			require.NoError(t, err, kind)
			require.Equal(t, kind, user.Answer(t).Kind)
		}
	}
	photo, uploadedPhoto := fileOf(t, user, "photo")
	_, uploadedVideo := fileOf(t, user, "video")
	sent, err := client.Post(t.Context(), Post{ChatID: user.ID, Text: "Альбом", Files: []File{uploadedPhoto, photo, uploadedVideo}, ReplyTo: 1})
	require.NoError(t, err)
	require.Len(t, sent, 3)
	for i, kind := range []string{"photo", "photo", "video"} {
		arrived := user.Answer(t)
		require.Equal(t, kind, arrived.Kind)
		require.Equal(t, sent[i].MessageID, arrived.ID)
		require.NotEmpty(t, sent[i].FileID)
	}
	checkRequests(t, server)
}

func TestAFileThatBecomesAnotherKindHasNoIDToBeSentAgainBy(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	user := server.NewUser(emulator.Profile{})
	user.Says("/start")
	text := []byte("no video at all")
	sent, err := client.Post(t.Context(), Post{ChatID: user.ID, Files: []File{{
		Kind: "video", Name: "film.txt", Size: int64(len(text)), Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil },
	}}})
	require.NoError(t, err)
	require.Equal(t, "document", user.Answer(t).Kind)
	require.Empty(t, sent[0].FileID)
}

func TestAFileThatCannotBeOpenedIsNotSentAndSaysNoToken(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	user := server.NewUser(emulator.Profile{})
	user.Says("/start")
	_, err := client.Post(t.Context(), Post{ChatID: user.ID, Files: []File{{
		Kind: "photo", Name: "a.jpg", Size: 10, Open: func() (io.ReadCloser, error) { return nil, os.ErrNotExist },
	}}})
	e, ok := AsError(err)
	require.True(t, ok)
	require.Equal(t, Temporary, e.Kind)
	require.NotContains(t, e.Error(), server.Token())
	require.Empty(t, server.Calls("sendPhoto"))
}

func TestAReactionAButtonWithAnAddressAndATitleAreThoseOfTheBotAPI(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	anna := server.NewUser(emulator.Profile{FirstName: "Анна"})
	group := server.NewGroup("Мастера", anna)
	anna.AddsBotTo(group)
	keyboard := &tele.ReplyMarkup{}
	keyboard.Inline(keyboard.Row(keyboard.URL("Открыть", "https://t.me/bot")))
	_, err := client.Send(t.Context(), group.ID(), "text", keyboard)
	require.NoError(t, err)
	said := anna.SaysIn(group, "/ask")
	require.NoError(t, client.React(t.Context(), group.ID(), said.ID, "👍"))
	require.Equal(t, "👍", group.Reaction(t, said.ID))
	title, err := client.ChatTitle(t.Context(), group.ID())
	require.NoError(t, err)
	require.Equal(t, "Мастера", title)
	checkRequests(t, server)
}

func TestAGroupThatHasBecomeASupergroupIsNamed(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	anna := server.NewUser(emulator.Profile{FirstName: "Анна"})
	group := server.NewGroup("Мастера", anna)
	anna.AddsBotTo(group)
	old := group.ID()
	anna.MakesSupergroup(group)
	_, err := client.Send(t.Context(), old, "text", nil)
	e, ok := AsError(err)
	require.True(t, ok)
	require.Equal(t, Migrated, e.Kind)
	require.Equal(t, group.ID(), e.MigratedTo)
	anna.RemovesBotFrom(group)
	_, err = client.Send(t.Context(), group.ID(), "text", nil)
	e, _ = AsError(err)
	require.Equal(t, Unreachable, e.Kind)
}

func TestAGroupGetsTwentyMessagesAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		const group = -5
		for range 10 {
			done, err := l.wait(t.Context(), group, 1)
			require.NoError(t, err)
			done(true)
		}
		done, err := l.wait(t.Context(), group, 10) // an album
		require.NoError(t, err)
		done(true)
		time.Sleep(2 * time.Second) // the clock of this test
		_, err = l.wait(t.Context(), group, 1)
		e, ok := AsError(err)
		require.True(t, ok)
		require.Equal(t, Flood, e.Kind)
		require.InDelta(t, 48*time.Second, e.RetryAfter, float64(2*time.Second))
		done, err = l.wait(t.Context(), 5, 1)
		require.NoError(t, err, "others go on")
		done(true)
		time.Sleep(e.RetryAfter)
		done, err = l.wait(t.Context(), group, 1)
		require.NoError(t, err)
		done(true)
	})
}

func TestOfAnAlbumEachMessageCountsForTheLimitOfAllChats(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		var went []time.Time
		for chat := range int64(90) {
			messages := 1
			if chat%30 == 15 {
				messages = 10
			}
			done, err := l.wait(t.Context(), chat+1, messages)
			require.NoError(t, err)
			done(true)
			for range messages {
				went = append(went, time.Now())
			}
		}
		for i := range len(went) - MessagesPerSecond {
			require.GreaterOrEqual(t, went[i+MessagesPerSecond].Sub(went[i]), 950*time.Millisecond)
		}
		require.Less(t, went[len(went)-1].Sub(went[0]), 5*time.Second, "and no more than that is waited")
	})
}

// checkRequests compares all that was asked with the Bot API, where its description lies beside the checkout.
func checkRequests(t *testing.T, server *emulator.Server) {
	t.Helper()
	file := filepath.Join("..", "..", "..", "shared", "telegram", "bot-api-10.1.json")
	if _, err := os.Stat(file); err != nil {
		return
	}
	spec, err := emulator.LoadSpec(file)
	require.NoError(t, err)
	for _, call := range server.Calls("") {
		require.NoError(t, spec.Check(call), call.Method)
	}
}
