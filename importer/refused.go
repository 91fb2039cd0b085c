package importer

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"zayavka/export"
	"zayavka/store"
)

// Refused writes the rows that were refused into a table of their own, as they were and with the reason. They can be mended
// there, and that table imported. It has a file for each sheet that has any; none exists before its first row.
type Refused struct {
	Language string   // of the reasons, "ru" or "en"
	Paths    []string // of the files that were written

	name   string // of the files, without their ending
	sheets map[*Sheet]*refusedSheet
	alone  bool
}

type refusedSheet struct {
	file *os.File
	to   *csv.Writer
}

// Refused begins a table beside a file, which no other file is replaced by.
func (p *Plan) Refused(name, language string) *Refused {
	usable := 0
	for _, sheet := range p.Sheets {
		if !sheet.Skipped {
			usable++
		}
	}
	return &Refused{Language: language, name: name, sheets: map[*Sheet]*refusedSheet{}, alone: usable == 1}
}

// Add writes a row, if it was refused.
func (r *Refused) Add(result Result) error {
	if result.Verdict.Kind != store.ImportRefused {
		return nil
	}
	sheet, begun := r.sheets[result.Sheet]
	if !begun {
		var err error
		if sheet, err = r.begin(result.Sheet); err != nil {
			return fmt.Errorf("write refused rows: %w", err)
		}
		r.sheets[result.Sheet] = sheet
	}
	cells := slices.Clone(result.Row.Cells)
	if at := result.Sheet.place(Number); result.Sheet.anew && at < len(cells) {
		cells[at] = result.Sheet.number(cells[at]) // the row comes back alone, without its sheet
	}
	return sheet.write(result.Sheet, cells, Why(r.Language, result.Verdict.Refusal))
}

func (r *Refused) begin(sheet *Sheet) (*refusedSheet, error) {
	name := r.name
	if !r.alone {
		name += "." + strings.Map(func(char rune) rune {
			if strings.ContainsRune(`/\:*?"<>|`, char) {
				return '_'
			}
			return char
		}, sheet.Name)
	}
	path := name + ".refused.csv"
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	for n := 2; errors.Is(err, fs.ErrExist); n++ { // an earlier one may be being mended
		path = fmt.Sprintf("%s.refused-%d.csv", name, n)
		file, err = os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	}
	if err != nil {
		return nil, err
	}
	r.Paths = append(r.Paths, path)
	to := csv.NewWriter(file)
	to.Comma, to.UseCRLF = export.Separator(r.Language), true
	begun := &refusedSheet{file: file, to: to}
	if _, err := file.WriteString("\ufeff"); err != nil {
		return nil, err
	}
	var headings []string
	for _, column := range sheet.Columns {
		headings = append(headings, column.Heading)
	}
	return begun, begun.write(sheet, headings, reasonColumn(r.Language))
}

func (s *refusedSheet) write(sheet *Sheet, cells []string, reason string) error {
	row := make([]string, 0, len(sheet.Columns)+1)
	for i := range sheet.Columns {
		row = append(row, export.Harmless(cell(cells, i)))
	}
	return s.to.Write(append(row, reason))
}

// Close ends the files.
func (r *Refused) Close() (err error) {
	for _, sheet := range r.sheets {
		sheet.to.Flush()
		err = errors.Join(err, sheet.to.Error(), sheet.file.Close())
	}
	return err
}
