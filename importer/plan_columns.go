package importer

import (
	"cmp"
	"slices"
	"strings"

	"zayavka/importer/table"
	"zayavka/store"
	"zayavka/store/phone"
)

// Column is one column of a sheet.
type Column struct {
	Place    int // from 0 on
	Heading  string
	Field    Field // empty for one that is not taken
	Example  string
	Amount   *int64 // the example of a column of amounts as it is read, in hundredths; nil for what is none
	dayFirst bool
}

// Letter is what a spreadsheet calls the column.
func (c Column) Letter() string { return letter(c.Place) }

func letter(place int) string {
	text := ""
	for place++; place > 0; place = (place - 1) / 26 {
		text = string(rune('A'+(place-1)%26)) + text
	}
	return text
}

func columnsOf(headings []string, rows []table.Row) []Column {
	count := len(headings)
	for _, row := range rows {
		count = max(count, len(row.Cells))
	}
	columns := make([]Column, count)
	for i := range columns {
		columns[i] = Column{Place: i, Heading: cell(headings, i)}
		for _, row := range rows {
			if columns[i].Example = cell(row.Cells, i); columns[i].Example != "" {
				break
			}
		}
	}
	return columns
}

// choose gives fields to the columns that a person has chosen.
func (p *Plan) choose(sheet *Sheet, used map[Field]bool) {
	for field, wanted := range p.options.Columns {
		for i := range sheet.Columns {
			column := &sheet.Columns[i]
			if wanted != "" && (strings.EqualFold(wanted, column.Letter()) || column.Heading != "" && folded(wanted) == folded(column.Heading)) {
				column.Field = field
				used[field] = true
				break
			}
		}
	}
}

// chooseByPlace is choose for the columns of one sheet.
func (p *Plan) chooseByPlace(sheet *Sheet) {
	for _, chosen := range p.options.Chosen {
		for i := range sheet.Columns {
			column := &sheet.Columns[i]
			if chosen.Sheet == sheet.Name && chosen.Column == column.Letter() {
				column.Field = cmp.Or(Field(chosen.Field), Unused)
			}
		}
	}
}

// isChosen tells that a person has said which column of a sheet says what.
func (p *Plan) isChosen(sheet *Sheet, name Field) bool {
	_, chosen := p.options.Columns[name]
	return chosen || slices.ContainsFunc(p.options.Chosen, func(c store.ChosenColumn) bool { return c.Sheet == sheet.Name && Field(c.Field) == name })
}

// byHeadings knows the headings. Of several columns that say the same the first does; a further one is taken where that
// loses nothing.
func (p *Plan) byHeadings(sheet *Sheet) {
	for i := range sheet.Columns {
		column := &sheet.Columns[i]
		if column.Field != "" {
			continue
		}
		name := fieldOf(column.Heading)
		if name == Phone && sheet.has(Phone) {
			name = OtherPhones
		}
		if _, chosen := p.options.Columns[name]; chosen {
			continue
		}
		if known, _ := knownField(name); known.severalOK || !sheet.has(name) {
			column.Field = name
		}
	}
	if sheet.has(LastName) { // «Имя» beside «Фамилия» is the given name
		for i := range sheet.Columns {
			if sheet.Columns[i].Field == Name && folded(sheet.Columns[i].Heading) == "имя" {
				sheet.Columns[i].Field = FirstName
			}
		}
	}
}

// byContent finds what headings do not tell: phones, a status under «Состояние», and names in a list without headings.
func (p *Plan) byContent(sheet *Sheet, rows []table.Row) {
	if !p.isChosen(sheet, Phone) && !holds(sheet.place(Phone), rows, p.isPhone) {
		for i, column := range sheet.Columns {
			if (column.Field == "" || column.Field == Name) && looksLike(i, rows, p.isPhone) {
				if at := sheet.place(Phone); at >= 0 {
					sheet.Columns[at].Field = ""
				}
				sheet.Columns[i].Field = Phone
				break
			}
		}
	}
	isStatus := func(text string) bool { _, _, known := p.options.status(text); return known }
	if at := sheet.place(Condition); at >= 0 && !sheet.has(Status) && looksLike(at, rows, isStatus) {
		sheet.Columns[at].Field = Status
	}
	if _, chosen := p.options.Columns[Name]; chosen || sheet.has(Name) || sheet.has(FirstName) || sheet.has(LastName) {
		return
	}
	for i, column := range sheet.Columns {
		if column.Field == "" && column.Heading == "" && looksLike(i, rows, isName) {
			sheet.Columns[i].Field = Name
			return
		}
	}
}

// holds tells that a column has at least one cell of a kind.
func holds(place int, rows []table.Row, is func(string) bool) bool {
	return place >= 0 && slices.ContainsFunc(rows, func(row table.Row) bool { return is(cell(row.Cells, place)) })
}

// looksLike tells that most cells of a column are of a kind.
func looksLike(place int, rows []table.Row, is func(string) bool) bool {
	if place < 0 {
		return false
	}
	filled, matching := 0, 0
	for _, row := range rows {
		if text := cell(row.Cells, place); text != "" {
			filled++
			if is(text) {
				matching++
			}
		}
	}
	return filled > 0 && matching*2 > filled
}

func (p *Plan) isPhone(text string) bool {
	const fewestDigits = 10
	number, _ := p.options.phones(text)
	if number == "" {
		return false
	}
	read, fault := phone.Read(number, p.options.Region)
	return fault == "" && len(read.Key) >= fewestDigits
}

func isName(text string) bool {
	letters := 0
	for _, char := range text {
		if char >= '0' && char <= '9' {
			return false
		}
		if char >= 'A' {
			letters++
		}
	}
	return letters > 1 && len(text) < 200
}
