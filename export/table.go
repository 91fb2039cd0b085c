package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// table takes rows whose cells are texts, phones, whole numbers, money, times in the shop's zone, or nil.
type table interface {
	head(columns []column) error
	row(cells []any) error
	finish() error
	discard() // frees what is held; also after finish
}

func newTable(w io.Writer, format Format, words words) (table, error) {
	if format == XLSX {
		return newXLSX(w, words)
	}
	return newCSV(w, words)
}

// csvTable is text in UTF-8. Excel knows that by the byte order mark, and finds the fields by the
// separator of the system's language: a first line "sep=;" would tell it the separator in any
// language, but then it takes no notice of the mark and shows Russian letters as gibberish.
type csvTable struct {
	to    *csv.Writer
	words words
	texts []string
}

func newCSV(w io.Writer, words words) (*csvTable, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, fmt.Errorf("begin a CSV file: %w", err)
	}
	to := csv.NewWriter(w)
	to.Comma, to.UseCRLF = words.separator, true
	return &csvTable{to: to, words: words}, nil
}

func (t *csvTable) head(columns []column) error {
	titles := make([]any, len(columns))
	for i, column := range columns {
		titles[i] = column.title
	}
	return t.row(titles)
}

func (t *csvTable) row(cells []any) error {
	t.texts = t.texts[:0]
	for _, cell := range cells {
		switch value := cell.(type) {
		case nil:
			t.texts = append(t.texts, "")
		case time.Time:
			t.texts = append(t.texts, value.Format(t.words.moment))
		case string:
			t.texts = append(t.texts, Harmless(value))
		case phone:
			t.texts = append(t.texts, asText(string(value)))
		case money:
			t.texts = append(t.texts, value.text(t.words.decimal))
		default:
			t.texts = append(t.texts, fmt.Sprint(value))
		}
	}
	return t.to.Write(t.texts)
}

func (t *csvTable) finish() error {
	t.to.Flush()
	return t.to.Error()
}

func (t *csvTable) discard() {}

// Harmless puts an apostrophe before what a spreadsheet would take for a formula, so that what a customer
// wrote cannot compute or send anything. That is at the text's beginning and, because a spreadsheet may be
// set to another separator than the file's, which then quotes nothing, after every separator and line's end.
// See https://owasp.org/www-community/attacks/CSV_Injection
func Harmless(text string) string {
	// Go's csv.Writer leaves a lone \r out, and with it where a line ends.
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return formula.ReplaceAllString(text, "$1'$2")
}

// formula is what begins a formula, also in full-width characters, which Excel takes for the others, and
// behind spaces and marks that are not seen.
var formula = regexp.MustCompile(`((?:^|[;,\t\n|])"?)([\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠−])`)

// Original takes off again what Harmless has put into a text.
func Original(text string) string { return madeHarmless.ReplaceAllString(text, "$1$2") }

var madeHarmless = regexp.MustCompile(strings.Replace(formula.String(), "([\\s", "'([\\s", 1))

// phone is a text of digits: Excel makes numbers of those in CSV, and 8.9E+10 of 89161234567.
type phone string

// money is in hundredths of the currency.
type money int64

// text writes it as Excel of a language reads a number.
func (m money) text(decimal string) string {
	sign, hundredths := "", int64(m)
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	return fmt.Sprintf("%s%d%s%02d", sign, hundredths/100, decimal, hundredths%100)
}

// asText is a phone with an apostrophe before it, with which Excel takes it for a text. The API takes it so,
// too. An empty one stays empty.
func asText(number string) string {
	if number == "" {
		return ""
	}
	return "'" + strings.TrimPrefix(Harmless(number), "'")
}

// xlsxTable keeps its rows in a temporary file beyond 16 MB, and writes when it is finished. Its cells
// have types, so that no text can be a formula and a phone stays as it was written.
type xlsxTable struct {
	to     io.Writer
	file   *excelize.File
	sheet  *excelize.StreamWriter
	bold   int
	moment int
	money  int
	rows   int
}

// thousandsAndHundredths is Excel's own number format #,##0.00, written as in its user's language.
const thousandsAndHundredths = 4

func newXLSX(w io.Writer, words words) (*xlsxTable, error) {
	t := &xlsxTable{to: w, file: excelize.NewFile()}
	var err error
	if t.bold, err = t.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return nil, fmt.Errorf("begin an XLSX file: %w", err)
	}
	if t.moment, err = t.file.NewStyle(&excelize.Style{CustomNumFmt: &words.momentFormat}); err != nil {
		return nil, fmt.Errorf("begin an XLSX file: %w", err)
	}
	if t.money, err = t.file.NewStyle(&excelize.Style{NumFmt: thousandsAndHundredths}); err != nil {
		return nil, fmt.Errorf("begin an XLSX file: %w", err)
	}
	if t.sheet, err = t.file.NewStreamWriter(t.file.GetSheetName(0)); err != nil {
		return nil, fmt.Errorf("begin an XLSX file: %w", err)
	}
	return t, nil
}

func (t *xlsxTable) head(columns []column) error {
	titles := make([]any, len(columns))
	for i, column := range columns {
		if err := t.sheet.SetColWidth(i+1, i+1, column.width); err != nil {
			return err
		}
		titles[i] = excelize.Cell{StyleID: t.bold, Value: column.title}
	}
	if err := t.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return t.set(titles)
}

func (t *xlsxTable) row(cells []any) error {
	for i, cell := range cells {
		switch value := cell.(type) {
		case time.Time:
			// A time in a sheet has no zone: it is what the clock on the wall showed.
			_, offset := value.Zone()
			wall := value.UTC().Add(time.Duration(offset) * time.Second)
			cells[i] = excelize.Cell{StyleID: t.moment, Value: wall}
		case phone:
			cells[i] = string(value)
		case money:
			// All numbers of a sheet are floats; up to 2,000,000,000 hundredths are exact to the last of them.
			cells[i] = excelize.Cell{StyleID: t.money, Value: float64(value) / 100}
		}
	}
	return t.set(cells)
}

func (t *xlsxTable) set(cells []any) error {
	t.rows++
	first, err := excelize.CoordinatesToCellName(1, t.rows)
	if err != nil {
		return err
	}
	return t.sheet.SetRow(first, cells)
}

func (t *xlsxTable) finish() error {
	if err := t.sheet.Flush(); err != nil {
		return fmt.Errorf("finish an XLSX file: %w", err)
	}
	_, err := t.file.WriteTo(t.to)
	return err
}

func (t *xlsxTable) discard() { _ = t.file.Close() }
