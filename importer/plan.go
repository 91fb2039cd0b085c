// Package importer takes files of other systems in: it recognises their columns, reads their values, and gives the rows
// to the store. Files are read twice, once to recognise and count, and once to take in, row by row.
package importer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"zayavka/export"
	"zayavka/importer/table"
	"zayavka/store"
)

// Options are what a person has chosen, and how the shop reads numbers and days.
type Options struct {
	Region   string // of phones, ISO 3166-1
	Location *time.Location
	Now      time.Time // a day of readiness that is still to come is a promise
	// Columns tells which column says what: a letter, as in a spreadsheet, or a heading. An empty one is none.
	Columns  map[Field]string
	Chosen   []store.ChosenColumn    // the same of one column of one sheet
	Statuses map[string]store.Status // of words; the empty word is a row without one
	Names    Names
}

// Names are what the shop's own words mean.
type Names struct {
	Staff      []store.Staff
	Stages     []store.Stage
	Categories []store.ShopCategory
}

// ReadNames reads what the shop's own words mean now.
func ReadNames(ctx context.Context, s shop) (names Names, err error) {
	if names.Staff, err = s.AllStaff(ctx); err != nil {
		return names, err
	}
	if names.Stages, err = s.Stages(ctx, false); err != nil {
		return names, err
	}
	names.Categories, err = s.ShopCategories(ctx, false)
	return names, err
}

type shop interface {
	AllStaff(ctx context.Context) ([]store.Staff, error)
	Stages(ctx context.Context, withRemoved bool) ([]store.Stage, error)
	ShopCategories(ctx context.Context, withRemoved bool) ([]store.ShopCategory, error)
}

// Sheet is a sheet whose columns are recognised.
type Sheet struct {
	Name    string
	Tasks   bool // the rows are tasks; else customers
	Columns []Column
	Skipped bool // there is no column of phones

	firstLine int  // of the rows below the headings
	exported  bool // by this product
	anew      bool // numbers begin anew on each sheet
}

// Plan is what will be taken from a file.
type Plan struct {
	File   *table.File
	Sheets []Sheet

	path    string
	options Options
}

// sampleRows is how many rows of a sheet are looked at to recognise its columns.
const sampleRows = 300

// mostColumns is how many columns of a sheet are looked at.
const mostColumns = 300

// Recognise reads the beginning of a file.
func Recognise(path string, o Options) (*Plan, error) {
	file, err := table.Open(path)
	if err != nil {
		return nil, err
	}
	plan := &Plan{File: file, path: path, options: o}
	used := map[Field]bool{}
	for _, name := range file.Sheets {
		sheet, err := plan.recognise(name, used)
		if err != nil {
			return nil, err
		}
		if len(sheet.Columns) > 0 {
			plan.Sheets = append(plan.Sheets, sheet)
		}
	}
	plan.findNumbersAnew()
	for name, column := range o.Columns {
		if _, known := knownField(name); !known {
			return nil, fmt.Errorf("there is no field %q; choose one of %s", name, joinFields())
		}
		if column != "" && !used[name] {
			return nil, fmt.Errorf("no sheet has a column %q for %s: give its letter or its heading", column, name)
		}
	}
	if len(plan.Sheets) == 0 {
		return nil, &table.Error{Fault: table.Empty}
	}
	return plan, nil
}

func joinFields() string {
	var names []string
	for _, name := range Fields() {
		names = append(names, string(name))
	}
	return strings.Join(names, ", ")
}

func (p *Plan) recognise(name string, used map[Field]bool) (Sheet, error) {
	sheet := Sheet{Name: name}
	var sample []table.Row
	for row, err := range p.File.Rows(name) {
		if err != nil {
			return sheet, err
		}
		row.Cells = row.Cells[:min(len(row.Cells), mostColumns)]
		if sample = append(sample, row); len(sample) == sampleRows {
			break
		}
	}
	if len(sample) == 0 {
		return sheet, nil
	}
	headings, below := p.findHeadings(sample)
	sheet.firstLine = sample[len(sample)-1].Line + 1
	if below < len(sample) {
		sheet.firstLine = sample[below].Line
	}
	sheet.Columns = columnsOf(headings, sample[below:])
	sheet.exported = export.IsHead(headings)
	p.choose(&sheet, used)
	p.chooseByPlace(&sheet)
	p.byHeadings(&sheet)
	p.byContent(&sheet, sample[below:])
	sheet.decideKind()
	for i := range sheet.Columns {
		column := &sheet.Columns[i]
		column.dayFirst = daysFirst(sample[below:], i)
		if slices.Contains([]Field{Created, Ready, Closed, Promised, Warranty, KnownSince}, column.Field) {
			if at, isDay := p.moment(column.Example, column.dayFirst); isDay {
				column.Example = at.Format("02.01.2006 15:04") // of a spreadsheet it would be a number
			}
		}
	}
	for i := range sheet.Columns {
		column := &sheet.Columns[i]
		if column.Field != Price && column.Field != Paid {
			continue
		}
		if amount, ok := money(column.Example, p.File.Format == table.XLSX); ok {
			column.Amount = &amount
		}
	}
	sheet.Skipped = !sheet.has(Phone)
	return sheet, nil
}

// findHeadings finds the row of headings, before which titles may stand, and how many rows of the sample that takes. A
// second row of headings can stand below merged ones. Without any, below is 0.
func (p *Plan) findHeadings(sample []table.Row) (headings []string, below int) {
	const lookedAt = 30
	best := 1 // one known word is no row of headings, unless it is all that the first row has
	for i, row := range sample[:min(len(sample), lookedAt)] {
		if known := p.countKnown(row.Cells); known > best || known == 1 && i == 0 && len(row.Cells) == 1 {
			best, below, headings = known, i+1, row.Cells
		}
	}
	if below == 0 || below == len(sample) {
		return headings, below
	}
	next := sample[below]
	if joined := underMerged(headings, next.Cells); next.Line == sample[below-1].Line+1 && joined != nil && p.countKnown(joined) > best {
		return joined, below + 1
	}
	if below > 1 && sample[below-2].Line+1 == sample[below-1].Line {
		if joined := underMerged(sample[below-2].Cells, headings); joined != nil && p.countKnown(joined) > best {
			return joined, below
		}
	}
	return headings, below
}

// countKnown counts the cells that are known as headings. A row with a phone in it is none of headings: «Телефон» and
// «Готов» are also what was brought and how far it is.
func (p *Plan) countKnown(cells []string) (known int) {
	const longest = 100
	for _, cell := range cells {
		if p.isPhone(cell) {
			return 0
		}
		if len(cell) < longest && fieldOf(cell) != "" {
			known++
		}
		for _, wanted := range p.options.Columns {
			if len(wanted) > 1 && folded(wanted) == folded(cell) {
				known += 2 // who names a heading has seen it
			}
		}
	}
	return known
}

// underMerged joins a row of merged headings with the narrower ones below them; nil if that is no such row.
func underMerged(above, below []string) []string {
	joined := make([]string, max(len(above), len(below)))
	merged, narrower := "", 0
	for i := range joined {
		top, bottom := cell(above, i), cell(below, i)
		if top != "" {
			merged = top
		}
		switch {
		case bottom == "":
			joined[i] = top
			merged = ""
		case merged == "":
			joined[i] = bottom
		default:
			narrower++
			joined[i] = merged + " " + bottom
			if fieldOf(joined[i]) == fieldOf(merged) && fieldOf(bottom) != "" {
				joined[i] = bottom
			}
		}
	}
	if narrower < 2 {
		return nil
	}
	return joined
}

func cell(cells []string, place int) string {
	if place >= len(cells) {
		return ""
	}
	return cells[place]
}

func (s *Sheet) has(name Field) bool { return s.place(name) >= 0 }

func (s *Sheet) place(name Field) int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return name != "" && c.Field == name })
}

// decideKind tells tasks from customers by what only tasks have.
func (s *Sheet) decideKind() {
	for _, column := range s.Columns {
		if known, _ := knownField(column.Field); known.ofTask {
			s.Tasks = true
		}
		if column.Field == Number {
			for _, word := range orderNumbers {
				s.Tasks = s.Tasks || strings.Contains(folded(column.Heading), word)
			}
		}
	}
	if s.Tasks {
		return
	}
	for i := range s.Columns {
		column := &s.Columns[i]
		switch column.Field {
		case Note:
			column.Field = CustomerNote
		case Created:
			column.Field = KnownSince
		case Ready, Closed, Promised, Warranty, Price, Paid, Employee, Category, ShopCategory, Stage, Condition, Includes:
			column.Field = ""
		}
	}
}

// findNumbersAnew marks sheets such as one for each month, whose numbers under a bare «№» need the sheets' names beside
// them.
func (p *Plan) findNumbersAnew() {
	var sheets []*Sheet
	for i := range p.Sheets {
		if sheet := &p.Sheets[i]; sheet.Tasks && !sheet.Skipped && sheet.has(Number) {
			sheets = append(sheets, sheet)
		}
	}
	for _, sheet := range sheets {
		heading := folded(sheet.Columns[sheet.place(Number)].Heading)
		sheet.anew = len(sheets) > 1 && len([]rune(heading)) <= len("no")
	}
}

// number is the number of a task there, as it is kept.
func (s *Sheet) number(text string) string {
	text = whole(text)
	if s.anew && text != "" {
		return s.Name + " " + text
	}
	return text
}

// errNoPhones is for a file none of whose sheets has phones.
var errNoPhones = errors.New("no column has phones: say which one has, for example --column phone=D")

// Usable tells why nothing can be taken from a file.
func (p *Plan) Usable() error {
	if slices.ContainsFunc(p.Sheets, func(s Sheet) bool { return !s.Skipped }) {
		return nil
	}
	return errNoPhones
}
