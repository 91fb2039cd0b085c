package importer

import (
	"slices"
	"strings"
	"unicode"
)

// Field is what a column says.
type Field string

const (
	Phone        Field = "phone"
	OtherPhones  Field = "otherPhones"
	Name         Field = "name"
	FirstName    Field = "firstName"
	MiddleName   Field = "middleName"
	LastName     Field = "lastName"
	Email        Field = "email"
	Company      Field = "company"
	Address      Field = "address"
	CustomerNote Field = "customerNote"
	KnownSince   Field = "knownSince"
	Language     Field = "language"

	Number       Field = "number"
	Created      Field = "created"
	Ready        Field = "ready"
	Closed       Field = "closed"
	Promised     Field = "promised"
	Warranty     Field = "warranty"
	Status       Field = "status"
	Stage        Field = "stage"
	Category     Field = "category"
	ShopCategory Field = "shopCategory"
	Description  Field = "description"
	Kind         Field = "item"
	Maker        Field = "maker"
	Model        Field = "model"
	Serial       Field = "serial"
	Condition    Field = "condition"
	Includes     Field = "includes"
	Price        Field = "price"
	Paid         Field = "paid"
	Employee     Field = "employee"
	Note         Field = "note"

	// Unused is a column that is known and says nothing that is kept, such as when a task was last changed.
	Unused Field = "-"
)

// field is how the columns of a Field are known.
type field struct {
	name Field
	// exact headings, and words with which a heading begins or that stand in it, all as folded by heading.
	exact, words []string
	severalOK    bool // several columns can say it, each under its own heading
	ofTask       bool // that a column has it tells that the rows are tasks
}

// fields are in the order in which words are looked for: the narrower before the wider.
var fields = []field{
	{name: Unused, severalOK: true, exact: list("изменена|changed|подтвержден|verified|сообщения бота|bot s messages|обновлен|обновлено|updated|п п|№ п п|пп|labels|group membership"), words: list("label|phone 1 type|phone 2 type|phone 3 type|e mail 1 type|e mail 2 type|address 1 type")},
	{name: Serial, exact: list("s n|sn|imei|зав №|заводской №"), words: list("серийн|serial|imei|заводской номер|зав номер|sn imei"), ofTask: true},
	{name: Warranty, exact: list("гарантия|гарантия до|warranty until"), words: list("гарантия до|окончание гарантии|гарантийный срок|warranty until|warranty end")},
	{name: Closed, exact: list("закрыта|закрыт|закрыто|выдан|выдана|выдано|closed|выдача"), words: list("дата выдачи|дата закрытия|выдан|дата завершения|date closed|closed at|closed on|completed|date out|picked up|дата выполнения")},
	{name: Promised, exact: list("срок|срок до|дедлайн|promised|due|due date|deadline"), words: list("крайний срок|срок |плановая|планируем|ожидаемая дата|дата готовности план|обещан|обещали|план готовности|due |promised|deadline|estimated date|желаемая дата|предполагаемая дата")},
	{name: Ready, exact: list("готова|готов|готово|ready|готовность"), words: list("дата готовности|дата ремонта|ready |готов |date ready|отремонтирован|дата окончания")},
	{name: KnownSince, exact: list("в базе с|known since|клиент с|дата регистрации|дата добавления|registered|customer since"), words: list("дата регистрации клиента|дата создания клиента|дата занесения")},
	{name: Created, exact: list("создана|создан|создано|принят|принята|принято|дата|created|дата и время|date|received|дата заказа|дата документа|дата заявки|поступил|когда принят"), words: list("дата прием|дата создан|дата поступ|дата оформ|дата обращ|дата принят|дата заезда|дата начала|created|date in|received|order date|прием |intake|opened|check in")},
	{name: OtherPhones, exact: list("еще телефоны|other phones|доп телефон|доп телефоны|дополнительный телефон|рабочий телефон|домашний телефон|home phone|business phone|business phone 2|home phone 2|other phone|телефон 2|телефон2|тел 2|второй телефон"), words: list("еще телефон|доп тел|доп номер|дополнительный телефон|второй телефон|phone 2 value|phone 3 value|phone 4 value|other phone"), severalOK: true},
	{name: Phone, exact: list("телефон|тел|моб|мобильный|сотовый|phone|phone number|mobile|mobile phone|primary phone|cell|контактный номер|контактный телефон|номер телефона|тел клиента|phone 1 value|cell phone|телефон клиента|whatsapp|номер тел|№ телефона|№ тел|номер для связи"), words: list("телефон|тел |моб тел|мобильн|сотов|phone|контактный номер|mobile|номер телефон|конт тел|моб ")},
	{name: Employee, exact: list("мастер|исполнитель|ответственный|инженер|приемщик|менеджер|employee|technician|engineer|assigned to|assignee|сотрудник|принял|кто делал"), words: list("мастер|исполнител|инженер|ответственн|technician|engineer|assigned")},
	{name: LastName, exact: list("фамилия|last name|surname|family name|фамилия клиента")},
	{name: FirstName, exact: list("first name|given name|имя клиента имя")},
	{name: MiddleName, exact: list("отчество|middle name|additional name|отчество клиента")},
	{name: Email, exact: list("e mail|email|почта|эл почта|электронная почта|e mail address|e mail 1 value|email address|мейл"), words: list("e mail|email|эл почта|электронная почта"), severalOK: true},
	{name: Company, exact: list("организация|компания|company|organization|organization name|organization 1 name|юр лицо|название организации|фирма"), words: list("organization name|название компании")},
	{name: Address, exact: list("адрес|address|home address|home street|address 1 formatted|адрес клиента|адрес доставки|город|city|улица|street"), words: list("адрес|address"), severalOK: true},
	{name: CustomerNote, exact: list("заметка о клиенте|комментарий к клиенту|комментарий клиента|customer note|о клиенте|заметки о клиенте|откуда узнал|скидка клиента"), words: list("заметка о клиенте|комментарий о клиенте|customer note"), severalOK: true},
	{name: Language, exact: list("язык|language")},
	{name: Name, exact: list("имя|фио|клиент|заказчик|контакт|контактное лицо|name|full name|customer|customer name|client|client name|фио клиента|фио заказчика|имя клиента|клиент фио|клиент имя|владелец|покупатель|наименование контрагента|контрагент|наименование|display name|имя заказчика|контактное имя|file as|имя и фамилия|фамилия имя|фамилия имя отчество"), words: list("фио|клиент|заказчик|контрагент|customer|client|владелец")},
	{name: Paid, exact: list("оплачено|предоплата|аванс|paid|внесено|оплата|prepaid|deposit|prepayment|внесенная предоплата"), words: list("оплачен|предоплат|аванс|paid|deposit|внесен")},
	{name: Price, exact: list("сумма|цена|стоимость|согласовано|итого|agreed|price|total|amount|сумма заказа|стоимость ремонта|к оплате|cost|стоимость работ|итог|цена ремонта|ориентировочная цена|сумма руб"), words: list("сумма|стоимость|цена|итого|price|total|amount")},
	{name: ShopCategory, exact: list("своя категория|own category")},
	{name: Category, exact: list("категория|category|вид работ|вид заказа|тип заказа|вид ремонта|тип ремонта|услуга|service|order type|job type"), words: list("категория|вид работ|вид ремонта|тип заказа|тип обращения")},
	{name: Stage, exact: list("этап|stage")},
	{name: Status, exact: list("статус|состояние заказа|статус заказа|state|status|статус заявки|состояние ремонта|статус ремонта"), words: list("статус|status"), ofTask: true},
	{name: Condition, exact: list("состояние|внешний вид|внешнее состояние|condition|appearance"), words: list("внешний вид|внешнее состояние|состояние |appearance|condition")},
	{name: Includes, exact: list("в комплекте|комплектация|комплект|came with|accessories|includes"), words: list("комплект|accessories")},
	{name: Maker, exact: list("производитель|бренд|марка|фирма изготовитель|maker|brand|manufacturer|вендор"), words: list("производител|бренд|марка|brand|manufacturer"), ofTask: true},
	{name: Model, exact: list("модель|model|модель устройства"), words: list("модель|model"), ofTask: true},
	{name: Kind, exact: list("вещь|устройство|изделие|аппарат|техника|тип|тип устройства|вид устройства|вид техники|item|device|product|оборудование|что сдал|что принесли|группа|предмет|наименование устройства|наименование изделия|тип техники|вид изделия|товар"), words: list("устройств|издели|аппарат|техник|оборудован|device|equipment|item"), ofTask: true},
	{name: Description, exact: list("описание|неисправность|дефект|заявленная неисправность|поломка|проблема|причина обращения|description|problem|issue|defect|fault|жалоба|что сделать|что делать|суть|работа|работы|задача|malfunction|complaint|со слов клиента"), words: list("неисправност|дефект|поломк|проблем|причина обращ|описание|description|problem|issue|fault|жалоб|malfunction|выполненные работы|что сделано|работ"), severalOK: true, ofTask: true},
	{name: Number, exact: list("номер|№|n|no|номер заказа|№ заказа|номер квитанции|№ квитанции|квитанция|заказ|заказ №|заказ номер|number|order|order no|order number|order id|id|ид|код|ticket|ticket number|номер заявки|№ заявки|заявка|номер документа|акт|№ акта|номер ремонта|id заказа|external id|externalid|job no|job number|наряд|наряд заказ|заказ наряд|номер договора|#"), words: list("номер заказ|№ заказ|номер квитанц|№ квитанц|номер заявк|№ заявк|номер наряд|№ наряд|номер акт|№ акт|order id|order no|ticket")},
	{name: Note, exact: list("комментарий|примечание|примечания|заметка|заметки|note|notes|comment|comments|коммент|комментарии|прим|вердикт|заключение|рекомендации|резолюция"), words: list("комментар|примечан|заметк|заключени|вердикт|рекомендаци|note|comment"), severalOK: true},
}

func list(words string) []string { return strings.Split(words, "|") }

// orderNumbers are headings that call a number one of a task, so that its rows are tasks whatever else they say.
var orderNumbers = []string{"заказ", "квитанц", "заявк", "наряд", "акт", "ремонт", "order", "ticket", "job"}

// folded is a heading in small letters, without the marks in it.
func folded(heading string) string {
	text := strings.Map(func(r rune) rune {
		switch {
		case r == 'ё' || r == 'Ё':
			return 'е'
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '№' || r == '#':
			return unicode.ToLower(r)
		}
		return ' '
	}, heading)
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "№", " № ")), " ")
}

// fieldOf knows a heading.
func fieldOf(heading string) Field {
	text := folded(heading)
	if text == "" {
		return ""
	}
	for _, field := range fields {
		if slices.Contains(field.exact, text) {
			return field.name
		}
	}
	for _, field := range fields {
		for _, words := range field.words {
			if strings.Contains(" "+text+" ", " "+words) {
				return field.name
			}
		}
	}
	return ""
}

func knownField(name Field) (field, bool) {
	at := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
	if at < 0 {
		return field{}, false
	}
	return fields[at], true
}

// Fields are the names of all fields.
func Fields() []Field {
	var names []Field
	for _, field := range fields {
		if field.name != Unused {
			names = append(names, field.name)
		}
	}
	slices.Sort(names)
	return names
}
