package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/bits"
	"strings"
	"time"
)

// copyRows reads a table in the form that both databases share, and adds the rows up. It is a pgx.CopyFromSource.
type copyRows struct {
	rows     *sql.Rows
	table    copyTable
	raw      []any
	pointers []any
	count    int64
	sum      [4]uint64
}

func newCopyRows(rows *sql.Rows, table copyTable) *copyRows {
	r := &copyRows{rows: rows, table: table, raw: make([]any, len(table.columns)), pointers: make([]any, len(table.columns))}
	for i := range r.raw {
		r.pointers[i] = &r.raw[i]
	}
	return r
}

// Next implements pgx.CopyFromSource.
func (r *copyRows) Next() bool { return r.rows.Next() }

// Err implements pgx.CopyFromSource.
func (r *copyRows) Err() error { return r.rows.Err() }

// Values implements pgx.CopyFromSource: each value is nil, an int64, a bool, a time.Time, a string or a []byte.
func (r *copyRows) Values() ([]any, error) {
	if err := r.rows.Scan(r.pointers...); err != nil {
		return nil, wrap(err, "read a row of "+r.table.name)
	}
	values, hash := make([]any, len(r.raw)), sha256.New()
	for i, raw := range r.raw {
		column := r.table.columns[i]
		value, err := column.kind.value(raw)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", r.table.name, column.name, err)
		}
		values[i] = value
		encoded := canonical(value)
		_ = binary.Write(hash, binary.BigEndian, int64(len(encoded))) // a hash takes everything
		hash.Write(encoded)
	}
	r.count++
	digest, carry := hash.Sum(nil), uint64(0)
	for i := range r.sum {
		r.sum[i], carry = bits.Add64(r.sum[i], binary.LittleEndian.Uint64(digest[8*i:]), carry)
	}
	return values, nil
}

func (r *copyRows) checksum() string {
	var sum []byte
	for _, part := range r.sum {
		sum = binary.LittleEndian.AppendUint64(sum, part)
	}
	return hex.EncodeToString(sum)
}

func (r *copyRows) close() { _ = r.rows.Close() }

// copyKind is what a column holds, in whatever way its database calls that.
type copyKind string

const (
	copyInteger copyKind = "integer"
	copyBoolean copyKind = "boolean"
	copyTime    copyKind = "time"
	copyText    copyKind = "text"
	copyJSON    copyKind = "json"
	copyBytes   copyKind = "bytes"
)

// copyKinds are the kinds by the words of both databases.
var copyKinds = map[string]copyKind{
	"integer": copyInteger, "bigint": copyInteger, "smallint": copyInteger,
	"boolean": copyBoolean, "text": copyText, "varchar": copyText, "character varying": copyText,
	"timestamp": copyTime, "timestamptz": copyTime, "timestamp with time zone": copyTime,
	"json": copyJSON, "jsonb": copyJSON, "blob": copyBytes, "bytea": copyBytes,
}

// value is what a driver has read, as the kind has it.
func (k copyKind) value(raw any) (any, error) {
	switch value := raw.(type) {
	case nil:
		return nil, nil //nolint:nilnil // a null is a value here
	case int64:
		switch k {
		case copyInteger:
			return value, nil
		case copyBoolean:
			return value != 0, nil
		}
	case bool:
		if k == copyBoolean {
			return value, nil
		}
	case time.Time:
		if k == copyTime {
			return value.UTC().Truncate(time.Microsecond), nil
		}
	case string:
		return k.fromText(value)
	case []byte:
		if k == copyBytes {
			return bytes.Clone(value), nil
		}
		return k.fromText(string(value))
	}
	return nil, fmt.Errorf("a value of Go's type %T is no %s", raw, k)
}

func (k copyKind) fromText(text string) (any, error) {
	switch k {
	case copyText:
		return text, nil
	case copyJSON:
		// PostgreSQL orders the keys, and writes spaces, in its own way.
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		var value any
		if err := decoder.Decode(&value); err != nil {
			return nil, fmt.Errorf("a value is no JSON: %w", err)
		}
		var compact bytes.Buffer
		encoder := json.NewEncoder(&compact)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(value); err != nil {
			return nil, err
		}
		return strings.TrimSpace(compact.String()), nil
	}
	return nil, fmt.Errorf("a text is no %s", k)
}

// canonical is a value as it is hashed: what it is, and then itself.
func canonical(value any) []byte {
	switch value := value.(type) {
	case int64:
		return fmt.Appendf(nil, "i%d", value)
	case bool:
		return fmt.Appendf(nil, "b%t", value)
	case time.Time:
		return fmt.Appendf(nil, "t%d", value.UnixMicro())
	case string:
		return append([]byte("s"), value...)
	case []byte:
		return append([]byte("x"), value...)
	}
	return nil
}

// forSQLite writes times as they are compared there: as texts.
func forSQLite(values []any) []any {
	for i, value := range values {
		if at, isTime := value.(time.Time); isTime {
			values[i] = sqliteTime(at)
		}
	}
	return values
}
