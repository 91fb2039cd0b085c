package locale

import (
	"fmt"
	"strings"

	"zayavka/store"
)

// StaffTexts are what members of staff see in their chats and in their group. Names are of people, escaped already.
type StaffTexts struct {
	// News.
	NewRequest  func(number int64, who string) string
	Writes      func(number int64, who string) string
	WritesAny   func(who string) string // about no request
	Assigned    func(number int64, who string) string
	Undelivered func(number int64, who string) string // number is 0 where it is about no request
	HandledBy   func(name string) string
	More        func(n int) string // messages that are not shown
	NoWords     string
	files       map[store.FileKind]func(n int) string

	// The button under news, and what it answers.
	Take        string
	Taken       func(number int64) string
	TakenBefore string
}

// Files counts files by kind, such as "2 фото, 1 голосовое".
func (t *StaffTexts) Files(files []store.File) string {
	counts := map[store.FileKind]int{}
	var order []store.FileKind
	for _, file := range files {
		if counts[file.Kind]++; counts[file.Kind] == 1 {
			order = append(order, file.Kind)
		}
	}
	words := make([]string, 0, len(order))
	for _, kind := range order {
		words = append(words, t.files[kind](counts[kind]))
	}
	return strings.Join(words, ", ")
}

var russianStaff = StaffTexts{
	NewRequest: func(number int64, who string) string {
		return fmt.Sprintf("🆕 <b>Новая заявка № %d</b> · %s", number, who)
	},
	Writes: func(number int64, who string) string {
		return fmt.Sprintf("💬 <b>%s</b> пишет о № %d", who, number)
	},
	WritesAny: func(who string) string { return fmt.Sprintf("💬 <b>%s</b> пишет, без заявки", who) },
	Assigned: func(number int64, who string) string {
		return fmt.Sprintf("👉 <b>Заявка № %d теперь ваша</b> · %s", number, who)
	},
	Undelivered: func(number int64, who string) string {
		if number == 0 {
			return fmt.Sprintf("⚠️ <b>Не доставлено</b> · %s", who)
		}
		return fmt.Sprintf("⚠️ <b>Не доставлено, № %d</b> · %s", number, who)
	},
	HandledBy: func(name string) string { return "Занимается " + name },
	More: func(n int) string {
		return fmt.Sprintf("… и ещё %d %s", n, plural(n, "сообщение", "сообщения", "сообщений"))
	},
	NoWords: "Без слов",
	files: map[store.FileKind]func(int) string{
		store.FilePhoto:     counted("фото", "фото", "фото"),
		store.FileVideo:     counted("видео", "видео", "видео"),
		store.FileVoice:     counted("голосовое", "голосовых", "голосовых"),
		store.FileVideoNote: counted("видеосообщение", "видеосообщения", "видеосообщений"),
		store.FileAudio:     counted("аудиозапись", "аудиозаписи", "аудиозаписей"),
		store.FileDocument:  counted("файл", "файла", "файлов"),
		store.FileSticker:   counted("стикер", "стикера", "стикеров"),
	},
	Take:        "Взять",
	Taken:       func(number int64) string { return fmt.Sprintf("Заявка № %d ваша", number) },
	TakenBefore: "Эту заявку уже взяли",
}

var englishStaff = StaffTexts{
	NewRequest: func(number int64, who string) string {
		return fmt.Sprintf("🆕 <b>New request № %d</b> · %s", number, who)
	},
	Writes: func(number int64, who string) string {
		return fmt.Sprintf("💬 <b>%s</b> writes about № %d", who, number)
	},
	WritesAny: func(who string) string { return fmt.Sprintf("💬 <b>%s</b> writes, about no request", who) },
	Assigned: func(number int64, who string) string {
		return fmt.Sprintf("👉 <b>Request № %d is yours now</b> · %s", number, who)
	},
	Undelivered: func(number int64, who string) string {
		if number == 0 {
			return fmt.Sprintf("⚠️ <b>Not delivered</b> · %s", who)
		}
		return fmt.Sprintf("⚠️ <b>Not delivered, № %d</b> · %s", number, who)
	},
	HandledBy: func(name string) string { return "Handled by " + name },
	More:      func(n int) string { return "… and " + countedInEnglish("more message")(n) },
	NoWords:   "No words",
	files: map[store.FileKind]func(int) string{
		store.FilePhoto:     countedInEnglish("photo"),
		store.FileVideo:     countedInEnglish("video"),
		store.FileVoice:     countedInEnglish("voice message"),
		store.FileVideoNote: countedInEnglish("video message"),
		store.FileAudio:     countedInEnglish("audio file"),
		store.FileDocument:  countedInEnglish("file"),
		store.FileSticker:   countedInEnglish("sticker"),
	},
	Take:        "Take",
	Taken:       func(number int64) string { return fmt.Sprintf("Request № %d is yours", number) },
	TakenBefore: "Somebody has taken this request already",
}

func counted(one, few, many string) func(int) string {
	return func(n int) string { return fmt.Sprintf("%d %s", n, plural(n, one, few, many)) }
}

func countedInEnglish(one string) func(int) string {
	return func(n int) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %ss", n, one)
	}
}
