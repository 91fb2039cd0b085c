package api

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// How many rows a page of a list has at most, and when nobody says how many.
const (
	maxPage     = 100
	defaultPage = 50
)

// connection is a page of a list as Relay has it: https://relay.dev/graphql/connections.htm
type connection[Row any] struct {
	rows   []Row
	cursor func(Row) string
	info   pageInfo
	count  func() (int, error) // only called when it is asked for
}

type edge[Row any] struct {
	cursor string
	node   Row
}

type pageInfo struct {
	hasNext, hasPrevious bool
	start, end           string // cursors; empty for an empty page
}

func newConnection[Row any](page store.Page[Row], r store.PageRequest, cursor func(Row) string) connection[Row] {
	c := connection[Row]{rows: page.Rows, cursor: cursor}
	// What is on the other side than the one read to is known from the cursor: the row it was made for.
	c.info.hasNext, c.info.hasPrevious = page.HasMore, r.After != nil
	if r.FromEnd {
		c.info.hasNext, c.info.hasPrevious = r.Before != nil, page.HasMore
	}
	if len(page.Rows) > 0 {
		c.info.start, c.info.end = cursor(page.Rows[0]), cursor(page.Rows[len(page.Rows)-1])
	}
	return c
}

func newPageInfoType() *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "PageInfo", Description: "Where a page stands in its list.",
		Fields: graphql.Fields{
			"hasNextPage": {
				Type: nonNull(graphql.Boolean), Description: "Whether rows follow the page.",
				Resolve: property(func(i pageInfo) any { return i.hasNext }),
			},
			"hasPreviousPage": {
				Type: nonNull(graphql.Boolean), Description: "Whether rows come before the page.",
				Resolve: property(func(i pageInfo) any { return i.hasPrevious }),
			},
			"startCursor": {
				Type: graphql.String, Description: "The first row's cursor, for before; null for an empty page.",
				Resolve: property(func(i pageInfo) any { return orNull(i.start) }),
			},
			"endCursor": {
				Type: graphql.String, Description: "The last row's cursor, for after; null for an empty page.",
				Resolve: property(func(i pageInfo) any { return orNull(i.end) }),
			},
		},
	})
}

// newConnectionType makes NameConnection and NameEdge for rows of the node's type.
func newConnectionType[Row any](name string, node, info *graphql.Object) *graphql.Object {
	edgeType := graphql.NewObject(graphql.ObjectConfig{
		Name: name + "Edge", Description: "A row of a page, with its place in the list.",
		Fields: graphql.Fields{
			"cursor": {
				Type: nonNull(graphql.String), Description: "The row's place, for after and before. It has no meaning of its own.",
				Resolve: property(func(e edge[Row]) any { return e.cursor }),
			},
			"node": {Type: nonNull(node), Description: "The row.", Resolve: property(func(e edge[Row]) any { return e.node })},
		},
	})
	return graphql.NewObject(graphql.ObjectConfig{
		Name: name + "Connection", Description: "A page of a list.",
		Fields: graphql.Fields{
			"edges": {
				Type: nonNull(graphql.NewList(nonNull(edgeType))), Description: "The page's rows with their cursors.",
				Resolve: property(func(c connection[Row]) any {
					edges := make([]edge[Row], len(c.rows))
					for i, row := range c.rows {
						edges[i] = edge[Row]{c.cursor(row), row}
					}
					return edges
				}),
			},
			"nodes": {
				Type: nonNull(graphql.NewList(nonNull(node))), Description: "The page's rows.",
				Resolve: property(func(c connection[Row]) any { return c.rows }),
			},
			"pageInfo": {
				Type: nonNull(info), Description: "Where the page stands in the list.",
				Resolve: property(func(c connection[Row]) any { return c.info }),
			},
			"totalCount": {
				Type:        nonNull(graphql.Int),
				Description: "How many rows the filter chooses in all. Counting a long list costs more than reading a page of it.",
				Resolve: guarded(func(p graphql.ResolveParams) (any, error) {
					return sourceOf[connection[Row]](p).count()
				}),
			},
		},
	})
}

// pageArguments are the arguments of a list that is read by pages.
func pageArguments(filter, order graphql.Input) graphql.FieldConfigArgument {
	return graphql.FieldConfigArgument{
		"first":   {Type: graphql.Int, Description: "How many rows from the beginning, or after a cursor: 1 to 100, 50 when neither first nor last is given."},
		"after":   {Type: graphql.String, Description: "The cursor of the row that comes before the page. With first."},
		"last":    {Type: graphql.Int, Description: "How many rows from the end, or before a cursor: 1 to 100."},
		"before":  {Type: graphql.String, Description: "The cursor of the row that follows the page. With last."},
		"filter":  {Type: filter, Description: "Which rows; all when left out."},
		"orderBy": {Type: order, Description: "In which order; NEWEST_FIRST when left out, unless the filter says otherwise. Cursors are of one order."},
	}
}

// parsePageRequest reads first, after, last and before.
func parsePageRequest(args arguments, order string) (store.PageRequest, error) {
	r := store.PageRequest{Limit: defaultPage}
	first, last := argument[int](args, "first"), argument[int](args, "last")
	after, before := argument[string](args, "after"), argument[string](args, "before")
	switch {
	case first != nil && last != nil:
		return r, errInvalid("last", "Give either first or last, not both.")
	case last != nil && after != nil:
		return r, errInvalid("after", "after goes with first. To read backwards, give last and before.")
	case last == nil && before != nil:
		return r, errInvalid("before", "before goes with last. To read forwards, give first and after.")
	}
	name, size := "first", first
	if last != nil {
		name, size, r.FromEnd = "last", last, true
	}
	if size != nil {
		if r.Limit = *size; r.Limit < 1 || r.Limit > maxPage {
			return r, errInvalid(name, "%s must be between 1 and %d, and is %d.", name, maxPage, r.Limit)
		}
	}
	var err error
	if r.After, err = parseCursor("after", after, order); err != nil {
		return r, err
	}
	r.Before, err = parseCursor("before", before, order)
	return r, err
}

// cursorText is opaque to clients: the order, the moment in microseconds, and the id.
func cursorText(order string, c store.Cursor) string {
	text := order + ":" + strconv.FormatInt(c.At.UnixMicro(), 10) + ":" + strconv.FormatInt(c.ID, 10)
	return base64.RawURLEncoding.EncodeToString([]byte(text))
}

// parseCursor reads what cursorText made; nil stays nil.
func parseCursor(field string, text *string, order string) (*store.Cursor, error) {
	if text == nil {
		return nil, nil
	}
	refused := errInvalid(field, "This is not a cursor of this list in this order. Take endCursor or startCursor of a page of it.")
	decoded, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil {
		return nil, refused
	}
	parts := strings.Split(string(decoded), ":")
	if len(parts) != 3 || parts[0] != order {
		return nil, refused
	}
	at, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return nil, refused
	}
	id, err := strconv.ParseInt(parts[2], 10, 64)
	if err != nil {
		return nil, refused
	}
	cursor := store.Cursor{At: time.UnixMicro(at).UTC(), ID: id}
	if year := cursor.At.Year(); year < 1 || year > 9999 {
		return nil, refused // beyond what the databases can compare
	}
	return &cursor, nil
}
