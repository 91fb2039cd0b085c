package importer

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// An amount is one number with words and signs of currency around it. Between two numbers words would say what each of
// them is, as in "предоплата 500, остаток 1500", so that is no amount; but for roubles and kopecks.
var (
	amountForm = regexp.MustCompile(`^(-?)` + wordsForm + `(-?)(` + numberForm + `)(` + wordsForm + `)$`)
	kopecks    = regexp.MustCompile(`(?i)^(\D*` + numberForm + `)\s*(?:р|руб\p{L}*|₽|rub)\.?,?\s*(\d{1,2})\s*(?:к|коп\p{L}*|kop)\.?$`)
)

const (
	wordsForm  = `[\p{L}\p{Sc}\s.,']*?`
	numberForm = `\d(?:[\d ,.'’\x{a0}\x{2009}\x{202f}]*\d)?`
)

// How people and programs group thousands and write what is less than a whole. A single mark before three digits is one of
// thousands: prices have two digits behind the comma.
var (
	commas  = regexp.MustCompile(`^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$`)
	dots    = regexp.MustCompile(`^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$`)
	plainly = regexp.MustCompile(`^(?:\d+|\d{1,3}(?:[ '’]\d{3})+)(?:[.,]\d+)?$`)
)

// otherUnits begin what follows a number that counts no whole units of the currency.
var otherUnits = regexp.MustCompile(`(?i)^\s*(?:k|к|т|т\.?\s?р|тыс\p{L}*|thousands?|m|mln|млн\p{L}*|millions?|коп\p{L}*)(?:[^\p{L}]|$)`)

// stored is how a workbook keeps a number that is not whole.
var stored = regexp.MustCompile(`^-?\d+\.\d*[1-9]$`)

// money reads an amount, in hundredths. A workbook keeps numbers with a dot and without zeros at the end, so that there
// 987.525 is no thousands.
func money(text string, ofWorkbook bool) (hundredths int64, ok bool) {
	text = strings.TrimSpace(text)
	if parts := kopecks.FindStringSubmatch(text); parts != nil {
		whole, ok := money(parts[1], false)
		part, _ := strconv.ParseInt(parts[2], 10, 64)
		return whole + part, ok && whole >= 0 && whole%100 == 0
	}
	parts := amountForm.FindStringSubmatch(text)
	if parts == nil || parts[1] != "" && parts[2] != "" || otherUnits.MatchString(parts[4]) {
		return 0, false
	}
	number := strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u202f", " ").Replace(parts[3])
	switch {
	case ofWorkbook && stored.MatchString(text):
	case commas.MatchString(number):
		number = strings.ReplaceAll(number, ",", "")
	case dots.MatchString(number):
		number = strings.ReplaceAll(number, ".", "")
	case !plainly.MatchString(number):
		return 0, false
	}
	number = strings.NewReplacer(" ", "", "'", "", "’", "", ",", ".").Replace(number)
	value, err := strconv.ParseFloat(number, 64)
	const most = 1e12
	if err != nil || value > most {
		return 0, false
	}
	hundredths = int64(math.Round(value * 100))
	if parts[1] != "" || parts[2] != "" {
		hundredths = -hundredths
	}
	return hundredths, true
}
