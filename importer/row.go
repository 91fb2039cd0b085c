package importer

import (
	"cmp"
	"strings"
	"time"

	"zayavka/export"
	"zayavka/importer/table"
	"zayavka/store"
)

// Why values are not understood, as store.Error.Reason has it.
const (
	ReasonNoPhone    = "no_phone"
	ReasonLostDigits = "lost_digits" // a spreadsheet has kept the first digits of the phone alone
	ReasonNoDay      = "no_day"
	ReasonNoMoney    = "no_money"
	ReasonNoStatus   = "no_status"
)

func refuse(field Field, reason, message string) *store.Error {
	return &store.Error{Code: store.Invalid, Field: string(field), Reason: reason, Message: message}
}

// values are a row's cells by what they say.
type values struct {
	plan  *Plan
	sheet *Sheet
	cells []string
	err   *store.Error // the first that was found
}

func (v *values) columns(name Field) func(yield func(Column, string) bool) {
	return func(yield func(Column, string) bool) {
		for _, column := range v.sheet.Columns {
			if column.Field != name {
				continue
			}
			text := cell(v.cells, column.Place)
			if v.sheet.exported {
				text = export.Original(text)
			} else if rest, found := strings.CutPrefix(text, "'"); found {
				text = rest
			}
			if text != "" && strings.Trim(text, "-–—") != "" && !yield(column, text) {
				return
			}
		}
	}
}

// text is what the first filled column of a field says.
func (v *values) text(name Field) string {
	for _, text := range v.columns(name) {
		return text
	}
	return ""
}

// texts are what all columns of a field say; those behind the first under their headings.
func (v *values) texts(name Field) string {
	var texts []string
	isFirst := true
	for _, column := range v.sheet.Columns {
		if column.Field != name {
			continue
		}
		for found, text := range v.columns(name) {
			if found.Place != column.Place {
				continue
			}
			if !isFirst && found.Heading != "" {
				text = found.Heading + ": " + text
			}
			texts = append(texts, text)
		}
		isFirst = false
	}
	return strings.Join(texts, "\n")
}

// labelled are the texts of a field under their headings.
func (v *values) labelled(name Field, otherwise string) (texts []string) {
	for column, text := range v.columns(name) {
		texts = append(texts, cmp.Or(column.Heading, otherwise)+": "+text)
	}
	return texts
}

func (v *values) fail(err *store.Error) {
	if v.err == nil {
		v.err = err
	}
}

func (v *values) moment(name Field) *time.Time {
	for column, text := range v.columns(name) {
		at, ok := v.plan.moment(text, column.dayFirst)
		if !ok {
			v.fail(refuse(name, ReasonNoDay, "This is no day: "+quoted(text)+". Write it as 25.07.2021 or 2021-07-25."))
			return nil
		}
		return &at
	}
	return nil
}

func (v *values) money(name Field) *int64 {
	for _, text := range v.columns(name) {
		amount, ok := money(text, v.plan.File.Format == table.XLSX)
		if !ok {
			v.fail(refuse(name, ReasonNoMoney, "This is no amount: "+quoted(text)+". Write a number such as 1500 or 1500,50."))
			return nil
		}
		return &amount
	}
	return nil
}

func quoted(text string) string {
	const longest = 40
	if characters := []rune(text); len(characters) > longest {
		text = string(characters[:longest]) + "…"
	}
	return "«" + text + "»"
}

// row reads the values of a row.
func (p *Plan) row(sheet *Sheet, row table.Row) (store.ImportRow, *store.Error) {
	v := &values{plan: p, sheet: sheet, cells: row.Cells}
	written, besides := p.options.phones(v.text(Phone))
	others := v.texts(OtherPhones)
	switch {
	case written == "" && others != "": // such as a contact with a number for work alone
		written, others = p.options.phones(others)
	case hasLostDigits(written):
		v.fail(refuse(Phone, ReasonLostDigits, "A spreadsheet has kept only the first digits of this phone: "+quoted(written)+". Take it from where it was kept before, and format the column as text."))
	}
	if strings.TrimSpace(written) == "" {
		v.fail(refuse(Phone, ReasonNoPhone, "There is no phone. Customers are known by theirs."))
	}
	in := store.ImportRow{Phone: written, Name: v.name(), Language: language(v.text(Language))}
	var notes []string
	if besides != "" {
		notes = append(notes, besides)
	}
	if others != "" {
		notes = append(notes, strings.Split(others, "\n")...)
	}
	for _, field := range []Field{Company, Email, Address} {
		for _, text := range v.columns(field) {
			notes = append(notes, text)
		}
	}
	if note := v.texts(CustomerNote); note != "" {
		notes = append(notes, note)
	}
	in.Note = strings.Join(notes, "\n")
	if since := v.moment(KnownSince); since != nil {
		in.KnownSince = *since
	}
	if sheet.Tasks {
		in.Task = v.task()
	} else {
		in.ExternalID = v.text(Number)
	}
	return in, v.err
}

func (v *values) name() string {
	name := v.text(Name)
	parts := []string{v.text(LastName), v.text(FirstName), v.text(MiddleName)}
	if full := strings.Join(strings.Fields(strings.Join(parts, " ")), " "); full != "" && name == "" {
		name = full
	}
	return name
}

func language(word string) string {
	switch folded(word) {
	case "русский", "russian", "ru":
		return "ru"
	case "английский", "english", "en":
		return "en"
	}
	return ""
}

// task reads what a row says of a task; nil when it says nothing of one.
func (v *values) task() *store.ImportTask {
	task := &store.ImportTask{
		ExternalID: v.number(), Description: v.texts(Description),
		Item: store.Item{
			Kind: v.text(Kind), Maker: v.text(Maker), Model: v.text(Model), Serial: whole(v.text(Serial)),
			Condition: v.text(Condition), Includes: v.text(Includes),
		},
		CreatedAt: v.moment(Created), ReadyAt: v.moment(Ready), ClosedAt: v.moment(Closed), PromisedAt: v.moment(Promised),
	}
	if task.ExternalID == "" && task.Description == "" && task.Item.IsEmpty() && v.text(Status) == "" {
		return nil
	}
	if until := v.moment(Warranty); until != nil {
		day := store.Day(until.In(v.plan.options.Location).Format(time.DateOnly))
		task.WarrantyUntil = &day
	}
	var notes []string
	if note := v.texts(Note); note != "" {
		notes = append(notes, note)
	}
	notes = append(notes, v.refer(task)...)
	notes = append(notes, v.prices(task)...)
	task.Note = strings.Join(notes, "\n")
	// A day of readiness that is still to come is a promise.
	if task.ReadyAt != nil && task.PromisedAt == nil && (task.ReadyAt.After(v.plan.options.Now) || task.Status == store.StatusAccepted || task.Status == store.StatusInProgress) {
		if !v.sheet.exported {
			task.PromisedAt, task.ReadyAt = task.ReadyAt, nil
		}
	}
	return task
}

func (v *values) number() string { return v.sheet.number(v.text(Number)) }

// whole takes off what a spreadsheet adds to a whole number.
func whole(text string) string {
	if number, isNumber := wholeNumber(text); isNumber && (strings.HasSuffix(text, ".0") || strings.ContainsAny(text, "eE") && strings.ContainsRune(text, '+')) {
		return number
	}
	return text
}

// refer finds what the words for the status, its stage, the category and the employee mean to the shop. What means
// nothing here is given to be noted.
func (v *values) refer(task *store.ImportTask) (notes []string) {
	names := v.plan.options.Names
	stageWord := v.text(Stage)
	word := v.text(Status)
	status, exact, known := v.plan.options.status(word)
	if stage := stageNamed(names.Stages, word, ""); stage != nil && word != "" && !exact {
		status, exact, known, stageWord = stage.Status, true, true, cmp.Or(stageWord, word)
	}
	switch {
	case known:
		task.Status = status
	case word != "":
		v.fail(refuse(Status, ReasonNoStatus, "This status is not known: "+quoted(word)+". Say which of the four it means."))
	}
	if known && !exact {
		notes = append(notes, v.labelled(Status, "Status")...)
	}
	if stageWord != "" {
		if stage := stageNamed(names.Stages, stageWord, task.Status); stage != nil {
			task.StageID = &stage.ID
		} else {
			notes = append(notes, v.labelled(Stage, "Stage")...)
		}
	}
	for _, field := range []Field{Category, ShopCategory} {
		word := v.text(field)
		if word == "" {
			continue
		}
		if own := categoryNamed(names.Categories, word); own != nil {
			task.Category, task.ShopCategoryID = own.Category, &own.ID
		} else if category, known := category(word); known {
			task.Category = category
		} else {
			notes = append(notes, v.labelled(field, "Category")...)
		}
	}
	if word := v.text(Employee); word != "" {
		if task.EmployeeID = staffNamed(names.Staff, word); task.EmployeeID == nil {
			notes = append(notes, v.labelled(Employee, "Employee")...)
		}
	}
	return notes
}

func stageNamed(stages []store.Stage, word string, status store.Status) *store.Stage {
	for i, stage := range stages {
		if (folded(stage.NameRu) == folded(word) || folded(stage.NameEn) == folded(word)) && (status == "" || stage.Status == status) {
			return &stages[i]
		}
	}
	return nil
}

func categoryNamed(categories []store.ShopCategory, word string) *store.ShopCategory {
	for i, category := range categories {
		if folded(category.NameRu) == folded(word) || folded(category.NameEn) == folded(word) {
			return &categories[i]
		}
	}
	return nil
}

// staffNamed finds the one active member who is called so.
func staffNamed(staff []store.Staff, word string) *int64 {
	var found *int64
	for i, member := range staff {
		if member.Active && (strings.EqualFold(member.Email, word) || member.Name != "" && folded(member.Name) == folded(word)) {
			if found != nil {
				return nil
			}
			found = &staff[i].ID
		}
	}
	return found
}

// prices reads what is agreed and paid. What has no digits, such as «бесплатно», is noted.
func (v *values) prices(task *store.ImportTask) (notes []string) {
	for _, field := range []Field{Price, Paid} {
		if text := v.text(field); text != "" && !strings.ContainsAny(text, "0123456789") {
			notes = append(notes, v.labelled(field, "Price")...)
			continue
		}
		amount := v.money(field)
		switch {
		case amount == nil:
		case field == Paid:
			task.Paid = *amount
		case *amount != 0 || v.sheet.exported: // elsewhere 0 is none
			task.Agreed = []store.EstimateLine{{Text: v.priceText(task), Quantity: 1, Price: *amount}}
		}
	}
	return notes
}

// priceText says what a price is for.
func (v *values) priceText(task *store.ImportTask) string {
	text, _, _ := strings.Cut(task.Description, "\n")
	if text == "" {
		for column := range v.columns(Price) {
			text = column.Heading
		}
	}
	const longest = 200
	characters := []rune(cmp.Or(text, "—"))
	return string(characters[:min(len(characters), longest)])
}
