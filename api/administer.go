package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// administers answers a field for admins alone.
func (a *API) administers(resolve callerResolver) graphql.FieldResolveFn {
	return a.writes(func(ctx context.Context, r *request, by caller, args arguments) (any, error) {
		if by.staff.Role != store.RoleAdmin {
			return nil, &store.Error{Code: store.Forbidden, Message: "Only an admin may do this."}
		}
		return resolve(ctx, r, by, args)
	})
}
