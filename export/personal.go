package export

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"
	"time"

	"zayavka/store"
)

// PersonalFiles are what is kept about a customer as files: for programs and for people.
type PersonalFiles struct{ JSON, HTML []byte }

// Personal writes the data in a language, "ru" or "en"; business is what the shop is called.
func Personal(data store.PersonalData, language, business string) (files PersonalFiles, err error) {
	if files.JSON, err = json.MarshalIndent(data, "", "  "); err != nil {
		return PersonalFiles{}, fmt.Errorf("write personal data as JSON: %w", err)
	}
	words := personalWordsIn(language)
	page, err := template.New("personal").Funcs(template.FuncMap{
		"day": words.day, "moment": words.moment, "event": words.event, "notification": words.notification, "file": words.file,
		"status": words.status, "category": words.category, "estimate": words.estimate,
	}).Parse(personalPage)
	if err != nil {
		return PersonalFiles{}, fmt.Errorf("read the page of personal data: %w", err)
	}
	var html bytes.Buffer
	err = page.Execute(&html, struct {
		store.PersonalData
		Words              personalWords
		Language, Business string
	}{data, words, words.table.code, business})
	if err != nil {
		return PersonalFiles{}, fmt.Errorf("write personal data as a page: %w", err)
	}
	files.HTML = html.Bytes()
	return files, nil
}

// writePersonal writes one of the files for staff, who give it to the customer.
func writePersonal(ctx context.Context, w io.Writer, s tables, r Request) error {
	data, err := s.PersonalData(ctx, store.Actor{Kind: store.ActorSystem}, r.CustomerID)
	if err != nil {
		return err
	}
	shop, err := s.Shop(ctx)
	if err != nil {
		return err
	}
	files, err := Personal(data, r.Language, shop.Name)
	if err != nil {
		return err
	}
	content := files.JSON
	if r.Format == HTML {
		content = files.HTML
	}
	if _, err := w.Write(content); err != nil {
		return fmt.Errorf("export %s: %w", r.Kind, err)
	}
	return nil
}

//go:embed personal.html
var personalPage string

func (w personalWords) day(at *time.Time) string {
	if at == nil {
		return ""
	}
	return at.Format(w.dayLayout)
}

func (w personalWords) moment(at time.Time) string { return at.Format(w.table.moment) }

func (w personalWords) status(status store.Status) string       { return w.table.statuses[status] }
func (w personalWords) category(category store.Category) string { return w.table.categories[category] }
func (w personalWords) estimate(state store.EstimateState) string {
	return w.estimates[state]
}

func (w personalWords) file(file store.PersonalFile) string {
	text := w.table.files[file.Kind]
	if file.Name != "" {
		text += " «" + file.Name + "»"
	}
	if !file.Kept {
		text += ", " + w.InTelegram
	}
	return text
}

func (w personalWords) notification(kind store.NotificationKind) string {
	if text := w.notifications[kind]; text != "" {
		return text
	}
	return w.otherNotification
}

// event is a line of a request's history in words.
func (w personalWords) event(event store.PersonalEvent) string {
	text := w.events[event.Kind]
	switch event.Kind {
	case store.EventCreated, store.EventStatus:
		return text + ": " + w.status(store.Status(event.To))
	case store.EventPromise:
		if at, err := time.Parse(time.RFC3339, event.To); err == nil {
			return text + ": " + at.Format(w.dayLayout)
		}
		return text
	case store.EventRated:
		return text + ": " + event.To
	}
	amount, currency, found := strings.Cut(event.To, " ")
	if hundredths, err := strconv.ParseInt(amount, 10, 64); found && err == nil {
		return fmt.Sprintf("%s: %.2f %s", text, float64(hundredths)/100, currency)
	}
	return text
}
