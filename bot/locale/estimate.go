package locale

import (
	"fmt"
	"strconv"
	"strings"
)

// EstimateTexts are what customers are asked about a price, and what became of it. Amounts are written by Texts.Money.
type EstimateTexts struct {
	Asks       func(total, subject string) string
	Nudge      string // before that, of a question that was asked before
	Total      func(total string) string
	ValidUntil func(day string) string
	Agree      func(total string) string // a button
	Decline    string                    // a button
	Ask        string                    // a button
	HowToAsk   string                    // over the chat, at most 200 characters
	Pay        string                    // a button

	Agreed       func(total, at string) string // by a button in the chat
	Declined     func(at string) string
	AgreedNoted  func(total, at string) string // as staff have noted it
	DeclinedNote func(at string) string
	Withdrawn    string
	Expired      string
	Changed      string // over the chat: a button was of another age
	Unproven     func(number string) string
}

var russianEstimates = EstimateTexts{
	Nudge: "Ждём вашего ответа по цене.",
	Asks: func(total, subject string) string {
		return fmt.Sprintf("<b>Согласуйте цену: %s</b>\n%s", total, subject)
	},
	Total: func(total string) string { return fmt.Sprintf("Итого: <b>%s</b>", total) },
	ValidUntil: func(day string) string {
		return "Цена действует до " + day + " включительно."
	},
	Agree:    func(total string) string { return "Согласен · " + total },
	Decline:  "Отказаться",
	Ask:      "Задать вопрос",
	HowToAsk: "Ответьте на это сообщение (смахните его влево): вопрос попадёт к мастеру.",
	Pay:      "Оплатить",

	Agreed: func(total, at string) string {
		return fmt.Sprintf("✅ <b>Вы согласились: %s.</b> %s", total, at)
	},
	Declined: func(at string) string { return "❌ <b>Вы отказались.</b> " + at },
	AgreedNoted: func(total, at string) string {
		return fmt.Sprintf("✅ <b>Записали ваше согласие: %s.</b> %s", total, at)
	},
	DeclinedNote: func(at string) string { return "❌ <b>Записали ваш отказ.</b> " + at },
	Withdrawn:    "Эта цена больше не предлагается.",
	Expired:      "Срок действия этой цены истёк. Напишите нам, и мы посчитаем заново.",
	Changed:      "Это уже не последняя цена. Вот как сейчас.",
	Unproven: func(number string) string {
		return "<b>Мы посчитали стоимость: " + number + ".</b> Чтобы увидеть её, подтвердите номер."
	},
}

var englishEstimates = EstimateTexts{
	Nudge: "We are waiting for your answer about the price.",
	Asks: func(total, subject string) string {
		return fmt.Sprintf("<b>Please confirm the price: %s</b>\n%s", total, subject)
	},
	Total:      func(total string) string { return fmt.Sprintf("Total: <b>%s</b>", total) },
	ValidUntil: func(day string) string { return "The price is valid until " + day + ", that day included." },
	Agree:      func(total string) string { return "I agree · " + total },
	Decline:    "Decline",
	Ask:        "Ask a question",
	HowToAsk:   "Reply to this message (swipe it to the left): your question goes to whoever does the work.",
	Pay:        "Pay",

	Agreed:   func(total, at string) string { return fmt.Sprintf("✅ <b>You agreed: %s.</b> %s", total, at) },
	Declined: func(at string) string { return "❌ <b>You declined.</b> " + at },
	AgreedNoted: func(total, at string) string {
		return fmt.Sprintf("✅ <b>We noted that you agree: %s.</b> %s", total, at)
	},
	DeclinedNote: func(at string) string { return "❌ <b>We noted that you decline.</b> " + at },
	Withdrawn:    "This price is not offered any more.",
	Expired:      "This price is no longer valid. Write to us, and we will work out a new one.",
	Changed:      "This is not the latest price any more. This is how it is now.",
	Unproven: func(number string) string {
		return "<b>We have a price for you: " + number + ".</b> To see it, confirm your number."
	},
}

// moneyFormat is how a language writes amounts.
type moneyFormat struct {
	thousands, decimal string // between the digits
	signFirst          bool   // the currency's
}

// currencySigns are written in place of a currency's code.
var currencySigns = map[string]string{"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "KZT": "₸", "UAH": "₴", "GEL": "₾", "AMD": "֏", "TRY": "₺"}

// Money writes an amount, in hundredths of the currency (ISO 4217), as people do: «7 400 ₽», ₽7,400.50. Hundredths are written
// only if there are any, and the spaces do not break.
func (t *Texts) Money(amount int64, currency string) string {
	sign, known := currencySigns[currency]
	if !known {
		sign = currency
	}
	minus, whole, part := "", amount/100, amount%100
	if amount < 0 {
		minus, whole, part = "−", -whole, -part
	}
	digits := strconv.FormatInt(whole, 10)
	var groups []string
	for len(digits) > 3 {
		groups, digits = append([]string{digits[len(digits)-3:]}, groups...), digits[:len(digits)-3]
	}
	written := strings.Join(append([]string{digits}, groups...), t.money.thousands)
	if part != 0 {
		written += fmt.Sprintf("%s%02d", t.money.decimal, part)
	}
	switch {
	case !t.money.signFirst:
		return minus + written + noBreakSpace + sign
	case known:
		return minus + sign + written
	}
	return minus + sign + noBreakSpace + written
}

const noBreakSpace = "\u00a0"
