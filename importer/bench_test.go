package importer_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/importer"
	"zayavka/store"
	"zayavka/store/storetest"
)

// writeOrders makes a file of so many orders as a shop's program exports them.
func writeOrders(t testing.TB, count int) string {
	path := filepath.Join(t.TempDir(), "orders.csv")
	file, err := os.Create(path)
	require.NoError(t, err)
	to := bufio.NewWriter(file)
	fmt.Fprintln(to, "№ заказа;Дата приёма;Клиент;Телефон;Устройство;Модель;Серийный номер;Неисправность;Статус;Дата выдачи;Сумма;Предоплата;Мастер;Комментарий")
	for n := range count {
		fmt.Fprintf(to, "%d;%02d.%02d.20%d;Иванов Пётр %d;8916%07d;Телефон;Samsung A%d;R58N%07d;Не включается после падения в воду;Выдан;28.12.2025;%d,00;500;Сергей;Ждали деталь\n",
			n+1, n%28+1, n%12+1, 18+n%7, n%40_000, n%40_000, n%90, n, n%90*100+100)
	}
	require.NoError(t, to.Flush())
	require.NoError(t, file.Close())
	return path
}

// BenchmarkAFileOf100000Orders is in seconds, and the most memory that the heap had, in megabytes.
func BenchmarkAFileOf100000Orders(b *testing.B) { benchmarkOrders(b, 100_000) }

// BenchmarkAFileOf5000Orders shows by its heap that memory does not grow with the file.
func BenchmarkAFileOf5000Orders(b *testing.B) { benchmarkOrders(b, 5_000) }

func benchmarkOrders(b *testing.B, count int) {
	path := writeOrders(b, count)
	for b.Loop() {
		s := storetest.Open(b, storetest.SQLite(b))
		plan, err := importer.Recognise(path, options())
		require.NoError(b, err)
		var most uint64
		counts, began := importer.Counts{}, time.Now()
		err = plan.Run(b.Context(), s.NewImport(store.Actor{Kind: store.ActorSystem}, false), func(results []importer.Result) error {
			for _, result := range results {
				counts[result.Verdict.Kind]++
			}
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			most = max(most, memory.HeapAlloc)
			return nil
		})
		require.NoError(b, err)
		require.Equal(b, count, counts[store.ImportNew]+counts[store.ImportKnown])
		b.ReportMetric(time.Since(began).Seconds(), "s/file")
		b.ReportMetric(float64(most>>20), "MB-heap")
	}
}

func options() importer.Options {
	return importer.Options{Region: "RU", Location: moscow, Now: time.Date(2026, 3, 2, 0, 0, 0, 0, moscow)}
}

var moscow = func() *time.Location {
	location, err := time.LoadLocation("Europe/Moscow")
	if err != nil {
		panic(err)
	}
	return location
}()
