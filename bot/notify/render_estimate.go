package notify

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// EstimateButton is the name in the callback data of the buttons under an estimate: the task, the estimate, its version,
// and one of the answers.
const EstimateButton = "estimate"

// The answers to an estimate.
const (
	EstimateAgree   = "agree"
	EstimateDecline = "decline"
	EstimateAsk     = "ask"
)

// renderEstimate asks a customer about a price, or, where the chat may not see it, has them prove their phone.
func renderEstimate(texts *locale.Texts, delivery store.Delivery, zone *time.Location) (string, *tele.ReplyMarkup) {
	if delivery.Estimate == nil {
		return texts.Estimates.Unproven(texts.Number(delivery.Task.ID)), TaskKeyboard(texts, delivery.Customer, delivery.Task.ID)
	}
	return Estimate(texts, shown(delivery), *delivery.Estimate, delivery.Shop.PaymentURL, zone)
}

// renderNudge asks again, and once there is an answer says what became of the estimate.
func renderNudge(texts *locale.Texts, delivery store.Delivery, zone *time.Location) (string, *tele.ReplyMarkup) {
	text, keyboard := renderEstimate(texts, delivery, zone)
	if delivery.Estimate != nil && delivery.Estimate.State == store.EstimateSent {
		text = texts.Estimates.Nudge + "\n\n" + text
	}
	return text, keyboard
}

// Estimate is the message about an estimate as it is now: the question, or what became of it.
func Estimate(texts *locale.Texts, shown store.ShownTask, estimate store.Estimate, paymentURL string, zone *time.Location) (string, *tele.ReplyMarkup) {
	total := texts.Money(estimate.Total, estimate.Currency)
	title := title(texts, shown)
	keyboard := &tele.ReplyMarkup{}
	var blocks []string
	if over := estimateOver(texts, estimate, total, zone); over != "" {
		blocks = append(blocks, over, title)
		if estimate.State == store.EstimateAccepted && paymentURL != "" {
			keyboard.Inline(keyboard.Row(keyboard.URL(texts.Estimates.Pay, paymentURL)))
		}
	} else {
		blocks = append(blocks, texts.Estimates.Asks(total, title))
		keyboard.Inline(
			keyboard.Row(estimateButton(keyboard, texts.Estimates.Agree(total), estimate, EstimateAgree)),
			keyboard.Row(estimateButton(keyboard, texts.Estimates.Decline, estimate, EstimateDecline),
				estimateButton(keyboard, texts.Estimates.Ask, estimate, EstimateAsk)),
		)
	}
	var lines []string
	for _, line := range estimate.Lines {
		lines = append(lines, "• "+estimateLine(texts, line, estimate.Currency))
	}
	blocks = append(blocks, strings.Join(lines, "\n"), texts.Estimates.Total(total))
	if estimate.State == store.EstimateSent && estimate.ValidUntil != nil {
		blocks = append(blocks, texts.Estimates.ValidUntil(texts.Date(lastMoment(*estimate.ValidUntil).In(zone))))
	}
	return strings.Join(blocks, "\n\n"), keyboard
}

// lastMoment is one at which an estimate is valid that ends at the given one: what ends at midnight is valid on the day before.
func lastMoment(end time.Time) time.Time { return end.Add(-time.Nanosecond) }

// longestLine keeps thirty of them within a message.
const longestLine = 80

func estimateLine(texts *locale.Texts, line store.EstimateLine, currency string) string {
	text := locale.Escape(locale.Truncate(line.Text, longestLine))
	if line.Quantity != 1 {
		text += fmt.Sprintf(" × %d", line.Quantity)
	}
	return text + " – " + texts.Money(line.Price*int64(line.Quantity), currency)
}

// estimateOver says what became of an estimate that does not wait for an answer any more; "" while it does.
func estimateOver(texts *locale.Texts, estimate store.Estimate, total string, zone *time.Location) string {
	at := ""
	if estimate.DecidedAt != nil {
		at = texts.DateTime(estimate.DecidedAt.In(zone))
	}
	inChat := estimate.Via == store.ViaTelegram
	switch {
	case estimate.State == store.EstimateSent:
		return ""
	case estimate.State == store.EstimateAccepted && inChat:
		return texts.Estimates.Agreed(total, at)
	case estimate.State == store.EstimateAccepted:
		return texts.Estimates.AgreedNoted(total, at)
	case estimate.State == store.EstimateDeclined && inChat:
		return texts.Estimates.Declined(at)
	case estimate.State == store.EstimateDeclined:
		return texts.Estimates.DeclinedNote(at)
	case estimate.State == store.EstimateExpired:
		return texts.Estimates.Expired
	}
	return texts.Estimates.Withdrawn
}

func estimateButton(keyboard *tele.ReplyMarkup, text string, estimate store.Estimate, answer string) tele.Btn {
	return keyboard.Data(text, EstimateButton, strconv.FormatInt(estimate.TaskID, 10), strconv.FormatInt(estimate.ID, 10),
		strconv.Itoa(estimate.Version), answer)
}
