package importer

import (
	"cmp"

	"zayavka/store"
	"zayavka/store/phone"
)

// Why says in a language, "ru" or "en", why a row is refused and what to do.
func Why(language string, refusal *store.Error) string {
	if language == "en" {
		return refusal.Message
	}
	return cmp.Or(whyInRussian[cmp.Or(refusal.Reason, string(refusal.Phone), refusal.Field)],
		"Текст слишком длинный, или в нём есть знак, который нельзя сохранить.")
}

var whyInRussian = map[string]string{
	store.ReasonRepeated:        "Этот номер уже был в файле выше, а написано другое. Дайте строке свой номер.",
	store.ReasonAnotherCustomer: "Заявка с таким номером уже есть, и она другого клиента. Дайте строке свой номер.",
	store.ReasonAnotherDay:      "Заявка с таким номером уже есть, и приняли её в другой день. Если это другая заявка, дайте строке свой номер.",
	store.ReasonWorkedOn:        "После переноса заявку здесь меняли, поэтому строка не взята. Если нужно, исправьте заявку сами.",
	store.ReasonOrder:           "Заявка не может быть готова или закрыта раньше, чем принята. Проверьте даты.",
	ReasonNoPhone:               "Нет телефона, а клиента узнают по нему.",
	ReasonLostDigits:            "Таблица сохранила только первые цифры телефона. Возьмите номер там, где он был раньше, и сделайте столбец текстовым.",
	ReasonNoDay:                 "Дата не читается. Напишите её как 25.07.2021.",
	ReasonNoMoney:               "Сумма не читается. Напишите число, например 1500 или 1500,50.",
	ReasonNoStatus:              "Такой статус неизвестен. Напишите «принято», «в работе», «готово» или «закрыто».",
	string(phone.Unreadable):    "Это не похоже на телефон. Напишите его с кодом, например +7 917 000-99-00.",
	string(phone.TooLong):       "В телефоне лишние цифры. Напишите его с кодом, например +7 917 000-99-00.",
	string(phone.TooShort):      "В телефоне не хватает цифр. Напишите его с кодом, например +7 917 000-99-00.",
	string(phone.Anonymous):     "Номер на +888 — анонимный номер Telegram: его владелец отправляет сам, кнопкой у бота.",
	"createdTime":               "Заявка принята в день, который уже прошёл, не раньше 1970 года. Проверьте дату.",
	"readyTime":                 "Заявка готова в день, который уже прошёл, не раньше 1970 года. Проверьте дату.",
	"closedTime":                "Заявка закрыта в день, который уже прошёл, не раньше 1970 года. Проверьте дату.",
	"promisedTime":              "Срок должен быть между 2000 и 9998 годом. Проверьте дату.",
	"paid":                      "Сумма слишком велика или меньше нуля.",
	"agreed":                    "Сумма слишком велика.",
}

// reasonColumn is the heading of the column in which the file of refused rows says why.
func reasonColumn(language string) string {
	if language == "en" {
		return "Why not taken"
	}
	return "Почему не взято"
}
