package table

import (
	"fmt"
	"iter"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A workbook is a zip of XML: what is larger than inMemory once it is unpacked lies in a temporary file while it is
// read, and what would be larger than unpacked is no workbook of a shop.
const (
	inMemory = 8 << 20
	unpacked = 2 << 30
)

func (f *File) workbook() (*excelize.File, error) {
	book, err := excelize.OpenFile(f.path, excelize.Options{RawCellValue: true, UnzipSizeLimit: unpacked, UnzipXMLSizeLimit: inMemory})
	if err != nil {
		return nil, &Error{Fault: Damaged, cause: err}
	}
	return book, nil
}

func (f *File) openXLSX() error {
	f.Format = XLSX
	book, err := f.workbook()
	if err != nil {
		return err
	}
	defer func() { _ = book.Close() }()
	f.Sheets = nil
	for _, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); err == nil && visible {
			f.Sheets = append(f.Sheets, name)
		}
	}
	if len(f.Sheets) == 0 {
		return &Error{Fault: Unknown} // another kind of zip, such as a document
	}
	if properties, err := book.GetWorkbookProps(); err == nil && properties.Date1904 != nil {
		f.Date1904 = *properties.Date1904
	}
	return nil
}

// sheetRows gives values as they are stored: what a formula gave, and numbers without the format in which they are
// shown, which would cut the digits of a phone and the year of a day.
func (f *File) sheetRows(sheet string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		book, err := f.workbook()
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer func() { _ = book.Close() }()
		rows, err := book.Rows(sheet)
		if err != nil {
			yield(Row{}, fmt.Errorf("read the sheet %s: %w", sheet, err))
			return
		}
		defer func() { _ = rows.Close() }()
		for line := 1; rows.Next(); line++ {
			cells, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				yield(Row{}, &Error{Fault: Damaged, cause: err})
				return
			}
			for i, cell := range cells {
				if cells[i] = strings.TrimSpace(cell); isFault(cells[i]) {
					cells[i] = ""
				}
			}
			if !isBlank(cells) && !yield(Row{Line: line, Cells: cells}, nil) {
				return
			}
		}
		if err := rows.Error(); err != nil {
			yield(Row{}, &Error{Fault: Damaged, cause: err})
		}
	}
}

// isFault tells that a formula gave no value: #N/A, #DIV/0!.
func isFault(cell string) bool {
	return strings.HasPrefix(cell, "#") && (cell == "#N/A" || strings.HasSuffix(cell, "!") || strings.HasSuffix(cell, "?"))
}
