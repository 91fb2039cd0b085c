package store_test

import (
	"testing"

	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func ptr[T any](value T) *T { return &value }
