package api

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// Relay reads any object again by an id that is unique among all types. The ids of this schema are numbers of
// their own type, so this one has another name, which Relay's compiler is told as nodeInterfaceIdField:
// https://relay.dev/docs/guides/graphql-server-specification/

func newNodeInterface(t *types) *graphql.Interface {
	return graphql.NewInterface(graphql.InterfaceConfig{
		Name: "Node", Description: "What can be read again by its nodeId.",
		Fields: graphql.Fields{"nodeId": {Type: nonNull(graphql.ID), Description: aboutNodeID}},
		ResolveType: func(p graphql.ResolveTypeParams) *graphql.Object {
			switch p.Value.(type) {
			case store.Task:
				return t.task
			case store.Customer:
				return t.customer
			case store.Staff:
				return t.user
			}
			return nil
		},
	})
}

const aboutNodeID = "Unique among all types, for the query node. It has no meaning of its own."

func nodeIDField[Row any](typeName string, id func(Row) int64) *graphql.Field {
	return &graphql.Field{
		Type: nonNull(graphql.ID), Description: aboutNodeID,
		Resolve: property(func(row Row) any {
			return base64.RawURLEncoding.EncodeToString([]byte(typeName + ":" + strconv.FormatInt(id(row), 10)))
		}),
	}
}

func (a *API) nodeQuery(t *types) graphql.Fields {
	return graphql.Fields{
		"node": {
			Type: t.node, Description: "The task, customer or member of staff with the nodeId; null when nobody has it.",
			Args:    graphql.FieldConfigArgument{"nodeId": {Type: nonNull(graphql.ID), Description: "As a nodeId field gave it."}},
			Resolve: a.reads(a.nodeByID),
		},
	}
}

func (a *API) nodeByID(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
	text, _ := base64.RawURLEncoding.DecodeString(args.text("nodeId"))
	typeName, id, _ := strings.Cut(string(text), ":")
	read := map[string]callerResolver{"TaskType": a.taskByID, "CustomerType": a.customerByID, "UserType": a.staffByID}[typeName]
	if read == nil {
		return nil, nil
	}
	found, err := read(ctx, r, by, arguments{"id": id})
	if store.CodeOf(err) == store.NotFound {
		return nil, nil
	}
	return found, err
}

func (a *API) staffByID(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	staff, err := a.store.Staff(ctx, id)
	return staff, err
}
