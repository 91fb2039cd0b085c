package api

import (
	"log/slog"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"

	"zayavka/store/storetest"
)

// A field that is new in the schema has to be decided in sights.
func TestForEveryFieldItIsDecidedWhetherATokenThatOnlyWritesSeesIt(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	a, err := New(Options{
		Store: s.Store, Secret: []byte("secret"), AccessTTL: time.Hour, RefreshTTL: time.Hour, Clock: s.Clock.Now,
		Logger: slog.New(slog.DiscardHandler),
	})
	require.NoError(t, err)
	reached := map[string]*graphql.Object{}
	var walk func(of graphql.Type, payload bool)
	walk = func(of graphql.Type, payload bool) {
		object, isObject := graphql.GetNamed(of).(*graphql.Object)
		if !isObject || reached[object.Name()] != nil {
			return
		}
		if !payload {
			reached[object.Name()] = object
		}
		for name, field := range object.Fields() {
			sight, decided := sights[object.Name()][name]
			require.True(t, payload || decided, "%s.%s is not decided", object.Name(), name)
			if payload || sight != never {
				walk(field.Type, false)
			}
		}
	}
	schema, err := a.newSchema()
	require.NoError(t, err)
	mutations := schema.MutationType().Fields()
	for name := range writtenBy {
		require.Contains(t, mutations, name)
		walk(mutations[name].Type, true)
	}
	for name, fields := range sights {
		require.Contains(t, reached, name)
		for field := range fields {
			require.Contains(t, reached[name].Fields(), field)
		}
	}
}
