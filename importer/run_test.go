package importer_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"zayavka/importer"
	"zayavka/importer/table"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAnImportThatIsStoppedEndsAfterItsLotAndGoesOn(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	const rows = 3*importer.BatchSize + 7
	plan, err := importer.Recognise(writeOrders(t, rows), options())
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	counts := importer.Counts{}
	take := func(results []importer.Result) error {
		for _, result := range results {
			counts[result.Verdict.Kind]++
		}
		stop()
		return nil
	}
	err = plan.Run(ctx, s.NewImport(store.Actor{Kind: store.ActorSystem}, false), take)
	require.ErrorIs(t, err, importer.ErrStopped)
	require.Equal(t, importer.Counts{store.ImportNew: importer.BatchSize}, counts)

	counts = importer.Counts{}
	require.NoError(t, plan.Run(t.Context(), s.NewImport(store.Actor{Kind: store.ActorSystem}, false), take))
	require.Equal(t, importer.Counts{store.ImportSame: importer.BatchSize, store.ImportNew: rows - importer.BatchSize}, counts)
}

// TestOthersWriteWhileAFileIsImported has two processes at one file of SQLite, as the service and the command are.
func TestOthersWriteWhileAFileIsImported(t *testing.T) {
	url := storetest.SQLite(t)
	s, service := storetest.Open(t, url), storetest.Open(t, url)
	plan, err := importer.Recognise(writeOrders(t, 5*importer.BatchSize), options())
	require.NoError(t, err)
	done := make(chan error)
	go func() {
		done <- plan.Run(context.WithoutCancel(t.Context()), s.NewImport(store.Actor{Kind: store.ActorSystem}, false), func([]importer.Result) error { return nil })
	}()
	written := 0
	for running := true; running; written++ {
		service.NewTask(t, service.NewCustomer(t))
		select {
		case err := <-done:
			require.NoError(t, err)
			running = false
		default:
		}
	}
	tasks, err := service.CountTasks(t.Context(), store.TaskFilter{})
	require.NoError(t, err)
	require.Equal(t, 5*importer.BatchSize+written, tasks)
}

func TestALargeWorkbookIsReadRowByRow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "orders.xlsx")
	book := excelize.NewFile()
	sheet, err := book.NewStreamWriter("Sheet1")
	require.NoError(t, err)
	require.NoError(t, sheet.SetRow("A1", []any{"№ заказа", "Телефон", "Неисправность"}))
	const rows = 10_000
	for n := range rows {
		require.NoError(t, sheet.SetRow(fmt.Sprintf("A%d", n+2), []any{n + 1, 89160000000 + n, "Не включается после падения в воду, разбит экран, не заряжается"}))
	}
	require.NoError(t, sheet.Flush())
	require.NoError(t, book.SaveAs(path))
	require.NoError(t, book.Close())
	plan, err := importer.Recognise(path, options())
	require.NoError(t, err)
	counts := importer.Counts{}
	s := storetest.Open(t, storetest.SQLite(t))
	require.NoError(t, plan.Run(t.Context(), s.NewImport(store.Actor{Kind: store.ActorSystem}, true), func(results []importer.Result) error {
		for _, result := range results {
			counts[result.Verdict.Kind]++
		}
		return nil
	}))
	require.Equal(t, importer.Counts{store.ImportNew: rows}, counts)
}

func TestEveryWorkbookThatIsNoneIsAnError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "broken.xlsx")
	whole, err := os.ReadFile("testdata/by-hand.xlsx")
	require.NoError(t, err)
	for _, size := range []int{10, len(whole) / 2, len(whole) - 30} {
		require.NoError(t, os.WriteFile(path, whole[:size], 0o600))
		_, err := importer.Recognise(path, options())
		var fault *table.Error
		require.ErrorAs(t, err, &fault)
		require.Equal(t, table.Damaged, fault.Fault)
	}
}
