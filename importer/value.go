package importer

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"zayavka/importer/table"
	"zayavka/store"
	"zayavka/store/phone"
)

// phones gives the first number of a cell, and what else stands there.
func (o Options) phones(text string) (number, rest string) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "'")
	if whole, isNumber := wholeNumber(text); isNumber {
		return whole, ""
	}
	if _, fault := phone.Read(text, o.Region); fault == "" {
		return text, ""
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n/|", r) })
	for i, part := range parts {
		part = strings.TrimSpace(part)
		if _, fault := phone.Read(part, o.Region); fault == "" {
			others := slices.Delete(slices.Clone(parts), i, i+1)
			return part, strings.TrimSpace(strings.Join(others, ", "))
		}
	}
	if found, isOne := phone.Find(text); isOne {
		if _, fault := phone.Read(found, o.Region); fault == "" {
			return found, text
		}
	}
	return text, ""
}

// floatNumber is how spreadsheets write a phone that they took for a number: 7.9161234567E+10, 79161234567.0.
var floatNumber = regexp.MustCompile(`^[0-9]+(?:[.,][0-9]+)?(?:[eEеЕ]\+?[0-9]{1,2})?$`)

// wholeNumber undoes that. What has lost digits is no whole number any more.
func wholeNumber(text string) (string, bool) {
	if !floatNumber.MatchString(text) || !strings.ContainsAny(text, ".,eEеЕ") {
		return "", false
	}
	normal := strings.NewReplacer(",", ".", "е", "e", "Е", "e", "E", "e").Replace(text)
	value, _, err := big.ParseFloat(normal, 10, 200, big.ToNearestEven)
	if err != nil || !value.IsInt() {
		return "", false
	}
	mantissa, _, _ := strings.Cut(normal, "e")
	whole := value.Text('f', 0)
	digits := len(strings.TrimLeft(strings.Replace(mantissa, ".", "", 1), "0"))
	const fewestDigits = 10 // of a phone's eleven, the last of which can be a zero that is not written
	return whole, !strings.Contains(normal, "e") || digits >= min(fewestDigits-1, len(whole))
}

// hasLostDigits tells a phone of which a spreadsheet has kept the first digits alone: 7.916E+10.
func hasLostDigits(text string) bool {
	_, isWhole := wholeNumber(text)
	return !isWhole && floatNumber.MatchString(text) && strings.ContainsAny(text, "eEеЕ")
}

var dayLayouts = []string{
	"2.1.2006", "2.1.2006 15:04", "2.1.2006 15:04:05", "2.1.06", "2.1.06 15:04", "2.1.2006, 15:04", "2.1.2006, 15:04:05",
	"2006-1-2", "2006-1-2 15:04", "2006-1-2 15:04:05", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006/1/2", "2006/1/2 15:04", "2006.01.02", "20060102",
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Jan 2 2006", "2-Jan-2006", "2-Jan-06", "2 January 2006 15:04",
	"2-1-2006", "2-1-2006 15:04", "15:04 2.1.2006",
}

var (
	slashDayFirst   = []string{"2/1/2006", "2/1/2006 15:04", "2/1/2006 15:04:05", "2/1/06", "2/1/06 15:04", "2/1/2006 3:04 PM", "2/1/2006, 15:04"}
	slashMonthFirst = []string{"1/2/2006", "1/2/2006 15:04", "1/2/2006 15:04:05", "1/2/06", "1/2/06 15:04", "1/2/2006 3:04 PM", "1/2/2006, 3:04 PM"}
)

var months = strings.NewReplacer(
	"января", "January", "февраля", "February", "марта", "March", "апреля", "April", "мая", "May", "июня", "June", "июля", "July",
	"августа", "August", "сентября", "September", "октября", "October", "ноября", "November", "декабря", "December",
	"янв", "Jan", "фев", "Feb", "мар", "Mar", "апр", "Apr", "май", "May", "июн", "Jun", "июл", "Jul", "авг", "Aug", "сен", "Sep", "окт", "Oct", "ноя", "Nov", "дек", "Dec",
)

// moment reads a day, with an hour or without, in the shop's zone. ok is false for what is none.
func (p *Plan) moment(text string, dayFirst bool) (at time.Time, ok bool) {
	if serial, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil && isSerial(serial) {
		return p.serial(serial), true
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at, true
	}
	text = strings.Trim(strings.TrimSuffix(strings.TrimSuffix(strings.Join(strings.Fields(text), " "), " г."), "г."), " '")
	layouts := append(slashMonthFirst[:len(slashMonthFirst):len(slashMonthFirst)], dayLayouts...)
	if dayFirst {
		layouts = append(slashDayFirst[:len(slashDayFirst):len(slashDayFirst)], dayLayouts...)
	}
	for _, candidate := range []string{text, months.Replace(strings.ToLower(strings.Replace(text, " г ", " ", 1)))} {
		for _, layout := range layouts {
			if at, err := time.ParseInLocation(layout, candidate, p.options.Location); err == nil {
				return at, true
			}
		}
	}
	return time.Time{}, false
}

// isSerial tells a number that can be a day of a spreadsheet, of the years from 1980 to 2100.
func isSerial(number float64) bool { return number >= 29_221 && number < 73_415 }

// serial is a day as spreadsheets keep it: days since 1899, with the time of day as a fraction, without a zone.
func (p *Plan) serial(number float64) time.Time {
	if p.File.Date1904 {
		number += 1462
	}
	whole := int(number)
	seconds := int((number-float64(whole))*86_400 + 0.5)
	return time.Date(1899, time.December, 30+whole, 0, 0, seconds, 0, p.options.Location)
}

var slashes = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/\d{2}`)

// daysFirst tells whether the days of a column that are written with slashes begin with the day.
func daysFirst(rows []table.Row, place int) bool {
	for _, row := range rows {
		parts := slashes.FindStringSubmatch(cell(row.Cells, place))
		if parts == nil {
			continue
		}
		if first, _ := strconv.Atoi(parts[1]); first > 12 {
			return true
		}
		if second, _ := strconv.Atoi(parts[2]); second > 12 {
			return false
		}
	}
	return true
}

// plain are the words that say a status and nothing else; what only begins so is noted beside the task as it is written.
var plain = map[store.Status][]string{
	store.StatusAccepted:   {"принято", "принят", "принята", "новый", "новая", "новое", "accepted", "new", "received", "открыт", "open", "в очереди", "ожидает"},
	store.StatusInProgress: {"в работе", "в ремонте", "ремонт", "in progress", "in work", "в процессе", "выполняется", "работаем"},
	store.StatusReady:      {"готово", "готов", "готова", "ready", "готов к выдаче", "готово к выдаче", "готова к выдаче", "к выдаче", "done", "отремонтирован"},
	store.StatusClosed:     {"закрыто", "закрыт", "закрыта", "выдан", "выдано", "выдана", "closed", "completed", "завершен", "завершено", "завершена", "выдан клиенту", "picked up", "выполнено", "выполнен"},
}

// stems are how other words begin that say a status.
var stems = []struct {
	status store.Status
	words  []string
}{
	{store.StatusClosed, []string{"выда", "закры", "заверш", "отказ", "отмен", "возвра", "списан", "утилиз", "архив", "closed", "cancel", "returned", "delivered", "picked", "collected", "declined", "refus", "не выкуп", "выкуплен", "оплачен"}},
	{store.StatusReady, []string{"готов", "ожидает клиент", "ждет клиент", "ожидает выдач", "ready", "repaired", "отремонт", "awaiting pick", "выполнен", "сделан"}},
	{store.StatusInProgress, []string{"в работ", "в ремонт", "ремонт", "диагност", "ждет", "ожида", "заказ", "согласов", "in progress", "in work", "waiting", "awaiting", "diagnos", "repair", "parts", "тест", "у мастер", "в сервис", "отложен", "on hold", "требует"}},
	{store.StatusAccepted, []string{"принят", "нов", "new", "accept", "receiv", "зарегистр", "оформлен", "создан", "поступ", "open", "pending"}},
}

// status knows a word; exact is false for one that says more than the status.
func (o Options) status(word string) (status store.Status, exact, known bool) {
	text := folded(word)
	for given, status := range o.Statuses {
		if folded(given) == text {
			return status, true, true
		}
	}
	for status, words := range plain {
		if slices.Contains(words, text) {
			return status, true, true
		}
	}
	for _, stem := range stems {
		for _, begins := range stem.words {
			if strings.HasPrefix(text, begins) {
				return stem.status, false, true
			}
		}
	}
	return "", false, false
}

var categories = map[store.Category][]string{
	store.CategoryConsulting: {"консультация", "consulting", "consultation"},
	store.CategoryDiagnosis:  {"диагностика", "diagnosis", "diagnostics"},
	store.CategoryRepair:     {"ремонт", "repair", "платный", "платный ремонт", "paid repair"},
	store.CategoryOther:      {"прочее", "другое", "other"},
}

func category(word string) (store.Category, bool) {
	text := folded(word)
	for category, words := range categories {
		if slices.Contains(words, text) {
			return category, true
		}
	}
	return "", false
}
