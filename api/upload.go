package api

import (
	"context"

	"zayavka/store"
)

// Writer is who may write by a header Authorization, for what is served beside GraphQL, or the error that says why not.
func (a *API) Writer(ctx context.Context, authorization string) (store.Actor, error) {
	caller, err := a.auth.CallerOf(ctx, authorization)
	if err == nil {
		err = caller.MayWrite()
	}
	return caller.Actor(), err
}
