package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func (f *File) openText(file io.ReadSeeker, sample []byte) error {
	if err := f.findEncoding(file, sample); err != nil {
		return err
	}
	text := string(sample)
	if f.decoder != nil {
		decoded, _ := f.decoder.Bytes(sample) // the last character may be cut
		text = string(decoded)
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.ContainsRune(text, 0) {
		return &Error{Fault: Unknown}
	}
	if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(text)), "BEGIN:VCARD") {
		f.Format = VCard
		return nil
	}
	f.Format, f.Separator = CSV, separatorOf(text)
	return nil
}

// findEncoding reads all of a file without a mark: whether it is UTF-8 may show on its last line alone.
func (f *File) findEncoding(file io.ReadSeeker, sample []byte) error {
	switch {
	case bytes.HasPrefix(sample, []byte("\xff\xfe")) || zeros(sample, 1):
		f.Encoding, f.decoder = "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return nil
	case bytes.HasPrefix(sample, []byte("\xfe\xff")) || zeros(sample, 0):
		f.Encoding, f.decoder = "UTF-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()
		return nil
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	valid, err := isUTF8(file)
	if err != nil || valid {
		f.Encoding = "UTF-8"
		return err
	}
	best := -1
	for _, known := range []struct {
		name    string
		charmap *charmap.Charmap
	}{{"windows-1251", charmap.Windows1251}, {"CP866", charmap.CodePage866}, {"KOI8-R", charmap.KOI8R}} {
		decoded, _ := known.charmap.NewDecoder().Bytes(sample)
		if common := commonLetters(string(decoded)); common > best {
			best, f.Encoding, f.decoder = common, known.name, known.charmap.NewDecoder()
		}
	}
	return nil
}

// zeros tells that half of the bytes, those at odd or at even places, are mostly the zeros of Latin letters and
// separators in UTF-16.
func zeros(sample []byte, first int) bool {
	count := 0
	for i := first; i < len(sample); i += 2 {
		if sample[i] == 0 {
			count++
		}
	}
	return count > len(sample)/10
}

func isUTF8(r io.Reader) (bool, error) {
	buffered := bufio.NewReaderSize(r, sampleSize)
	for {
		char, size, err := buffered.ReadRune()
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return false, fmt.Errorf("read the file: %w", err)
		case char == utf8.RuneError && size == 1:
			return false, nil
		}
	}
}

// commonLetters counts the small letters that Russian has most of: read in a wrong encoding, a text has few.
func commonLetters(text string) (count int) {
	for _, char := range text {
		if strings.ContainsRune("оеаинтсрвлкмдпу", char) {
			count++
		}
	}
	return count
}

// separatorOf finds the separator that cuts the most lines into equally many fields.
func separatorOf(text string) rune {
	if hint, found := strings.CutPrefix(text, "sep="); found && hint != "" {
		return rune(hint[0])
	}
	best, bestScore := ',', 0
	for _, separator := range []rune{';', '\t', ',', '|'} {
		reader := newCSV(strings.NewReader(text), separator)
		counts := map[int]int{}
		for range 100 {
			fields, err := reader.Read()
			if err != nil {
				break
			}
			counts[len(fields)]++
		}
		for fields, lines := range counts {
			if score := lines * (fields - 1); fields > 1 && score > bestScore {
				best, bestScore = separator, score
			}
		}
	}
	return best
}

func newCSV(r io.Reader, separator rune) *csv.Reader {
	reader := csv.NewReader(r)
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = separator, true, -1
	return reader
}

// text opens the file as UTF-8 without a mark.
func (f *File) text() (io.Reader, io.Closer, error) {
	file, err := os.Open(f.path)
	if err != nil {
		return nil, nil, err
	}
	decoder := f.decoder
	if decoder == nil {
		decoder = encoding.Nop.NewDecoder()
	}
	decoder.Reset()
	buffered := bufio.NewReaderSize(decoder.Reader(file), sampleSize)
	if mark, _, err := buffered.ReadRune(); err == nil && mark != '\ufeff' {
		_ = buffered.UnreadRune()
	}
	return buffered, file, nil
}

func (f *File) csvRows(yield func(Row, error) bool) {
	text, file, err := f.text()
	if err != nil {
		yield(Row{}, err)
		return
	}
	defer func() { _ = file.Close() }()
	reader := newCSV(text, f.Separator)
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			yield(Row{}, &Error{Fault: Damaged, cause: err})
			return
		}
		line, _ := reader.FieldPos(0)
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if isBlank(cells) || line == 1 && strings.HasPrefix(cells[0], "sep=") {
			continue
		}
		if !yield(Row{Line: line, Cells: cells}, nil) {
			return
		}
	}
}
