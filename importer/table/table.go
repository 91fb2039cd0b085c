// Package table reads files of rows as people have them: CSV in any encoding and with any separator, XLSX, and contacts
// as vCard. Rows come one by one, so that memory does not grow with their number.
package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"golang.org/x/text/encoding"
)

// Format is what kind of file it is.
type Format string

const (
	CSV   Format = "CSV"
	XLSX  Format = "XLSX"
	VCard Format = "vCard"
)

// File is a file that was recognised.
type File struct {
	Format    Format
	Sheets    []string // their names; one without a name for a file that has no sheets
	Encoding  string   // of a text, such as "UTF-8"
	Separator rune     // between the fields of CSV
	Date1904  bool     // the numbers that are days in XLSX count from 1904, as those of old Macs did

	path    string
	decoder *encoding.Decoder // nil for UTF-8
}

// Row is one row as it is written.
type Row struct {
	Line  int // in the file or in the sheet, from 1 on
	Cells []string
}

// Fault is what is wrong with a file as a whole.
type Fault string

const (
	Empty    Fault = "empty"
	OldExcel Fault = "old_excel" // a workbook of Excel before 2007
	Unknown  Fault = "unknown"   // none of the formats
	Damaged  Fault = "damaged"
)

// Error tells which Fault a file has.
type Error struct {
	Fault Fault
	cause error
}

func (e *Error) Error() string {
	text := map[Fault]string{
		Empty:    "the file is empty",
		OldExcel: "this is a workbook of an old Excel: open it and save it as .xlsx or CSV",
		Unknown:  "this is neither CSV nor XLSX nor vCard: open it in a spreadsheet and save it as .xlsx or CSV",
		Damaged:  "the file is damaged: open it in a spreadsheet and save it anew",
	}[e.Fault]
	if e.cause != nil {
		text += " (" + e.cause.Error() + ")"
	}
	return text
}

func (e *Error) Unwrap() error { return e.cause }

// sampleSize is how much of a file is looked at to recognise it.
const sampleSize = 64 << 10

// Open recognises a file. It is open only while its rows are read.
func Open(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	sample := make([]byte, sampleSize)
	read, err := io.ReadFull(file, sample)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	sample = sample[:read]
	f := &File{path: path, Sheets: []string{""}}
	switch trimmed := bytes.TrimSpace(sample); {
	case len(trimmed) == 0:
		return nil, &Error{Fault: Empty}
	case bytes.HasPrefix(sample, []byte("PK\x03\x04")):
		return f, f.openXLSX()
	case bytes.HasPrefix(sample, []byte("\xD0\xCF\x11\xE0")):
		return nil, &Error{Fault: OldExcel}
	case bytes.HasPrefix(trimmed, []byte("<")) || bytes.HasPrefix(sample, []byte("%PDF")):
		return nil, &Error{Fault: Unknown}
	}
	return f, f.openText(file, sample)
}

// Rows gives the rows of a sheet, those that say nothing left out. An error is the last that comes.
func (f *File) Rows(sheet string) iter.Seq2[Row, error] {
	switch f.Format {
	case XLSX:
		return f.sheetRows(sheet)
	case VCard:
		return f.contacts
	}
	return f.csvRows
}

func isBlank(cells []string) bool {
	for _, cell := range cells {
		if cell != "" {
			return false
		}
	}
	return true
}
