package graphql

import (
	"encoding/json"
	"strconv"
)

// PlainNumbers makes numbers what scalars know: int where that is exact, else
// float64. Were all of them float64, the id 12345678 would be read as "1.2345678e+07".
func PlainNumbers(value any) any {
	switch value := value.(type) {
	case json.Number:
		if whole, err := strconv.Atoi(value.String()); err == nil {
			return whole
		}
		fraction, err := value.Float64()
		if err != nil {
			return value.String() // beyond any number
		}
		return fraction
	case map[string]any:
		for key := range value {
			value[key] = PlainNumbers(value[key])
		}
	case []any:
		for i := range value {
			value[i] = PlainNumbers(value[i])
		}
	}
	return value
}
