package importer_test

import (
	"testing"

	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }
