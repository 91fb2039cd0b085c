package graphql

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
)

// similarFields suggests types that have the field, or else fields that are alike.
func (v *validator) similarFields(name string, of graphql.Type) string {
	if !v.suggests {
		return ""
	}
	switch of.(type) {
	case *graphql.Interface, *graphql.Union:
		var types []string
		for _, possible := range v.schema.possible[of] {
			if possible.Fields()[name] != nil {
				types = append(types, possible.Name())
			}
		}
		if len(types) > 0 {
			return " Did you mean to use an inline fragment on " + orList(types) + "?"
		}
	}
	return v.similar(name, sortedKeys(fieldsOf(of)))
}

// maxSuggestions is how many names that are alike are told.
const maxSuggestions = 5

// similar suggests names that are alike.
func (v *validator) similar(name string, names []string) string {
	if !v.suggests || v.full() {
		return ""
	}
	type candidate struct {
		name     string
		distance int
	}
	var found []candidate
	for _, other := range names {
		if len(other)-len(name) > len(name)*2/5+1 || len(name)-len(other) > len(name)*2/5+1 {
			continue
		}
		if distance := editDistance(strings.ToLower(name), strings.ToLower(other)); distance <= len(name)*2/5+1 {
			found = append(found, candidate{other, distance})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.distance - b.distance })
	if len(found) == 0 {
		return ""
	}
	var told []string
	for _, one := range found[:min(len(found), maxSuggestions)] {
		told = append(told, one.name)
	}
	return " Did you mean " + orList(told) + "?"
}

func orList(names []string) string {
	var list strings.Builder
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1 && i == 1:
			list.WriteString(" or ")
		case i == len(names)-1:
			list.WriteString(", or ")
		default:
			list.WriteString(", ")
		}
		list.WriteString(quoted(name))
	}
	return list.String()
}

// editDistance is Levenshtein's. Names are at most maxName long.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
