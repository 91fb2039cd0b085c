package importer_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/export"
	"zayavka/importer"
	"zayavka/store"
	"zayavka/store/storetest"
)

// shop is a database with members, a stage and a category of its own, which tables name.
func shop(t *testing.T, s *storetest.Store) (admin store.Actor, anna store.Staff, stage store.Stage, category store.ShopCategory) {
	admin = store.Actor{Kind: store.ActorStaff, ID: s.NewAdmin(t).ID}
	anna = s.NewStaff(t)
	status, kind, name, own := store.StatusInProgress, store.CategoryRepair, "Ждём запчасть", "Пайка"
	stage, err := s.CreateStage(t.Context(), admin, store.StageUpdate{Status: &status, NameRu: &name})
	require.NoError(t, err)
	category, err = s.CreateShopCategory(t.Context(), admin, store.ShopCategoryUpdate{Category: &kind, NameRu: &own})
	require.NoError(t, err)
	return admin, anna, stage, category
}

func ptr[T any](value T) *T { return &value }

// TestWhatThisProductExportsComesBackWhole compares tables of a database with those of another one into which they were
// imported: all but a task's own number, when it was last changed, and what only a chat can say of a customer.
func TestWhatThisProductExportsComesBackWhole(t *testing.T) {
	storetest.Each(t, func(t *testing.T, from *storetest.Store) {
		admin, anna, stage, category := shop(t, from)
		_, err := from.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 495 123-45-67 доб. 12", Name: "=1+1", Note: "Звонить;=после 18\n+ утром", Language: "en"})
		require.NoError(t, err)
		for n, phone := range []string{"8 916 204-18-37", "+7 (927) 310-55-02", "89035551234"} {
			from.Clock.Advance(26 * time.Hour)
			task, err := from.CreateTask(t.Context(), admin, store.NewTask{
				CustomerPhone: phone, CustomerName: "Ольга", EmployeeID: &anna.ID, Description: "-Экран; \"стекло\"\nи чехол, =1",
				Item:       store.ItemUpdate{Kind: ptr("Телефон"), Maker: ptr("Sony"), Model: ptr("X; \"1\""), Serial: ptr("00123"), Condition: ptr("царапины"), Includes: ptr("чехол")},
				PromisedAt: ptr(from.Clock.Now().Add(72 * time.Hour)), Agreed: []store.EstimateLine{{Text: "Экран", Quantity: 1, Price: 740_050}},
				ShopCategoryID: &category.ID,
			})
			require.NoError(t, err)
			_, err = from.AddPayment(t.Context(), admin, task.ID, 240_000, store.PaidByCash)
			require.NoError(t, err)
			for _, status := range store.Statuses()[1 : n+2] {
				from.Clock.Advance(3 * time.Hour)
				change := store.TaskUpdate{Status: &status}
				if status == store.StatusInProgress {
					change.StageID = &stage.ID
				}
				if status == store.StatusClosed {
					change.WarrantyUntil = ptr(store.Day("2026-12-31"))
				}
				_, err = from.UpdateTask(t.Context(), admin, task.ID, change)
				require.NoError(t, err)
			}
		}
		for _, language := range []string{"ru", "en"} {
			for _, format := range []export.Format{export.CSV, export.XLSX} {
				into := storetest.Open(t, storetest.SQLite(t))
				shop(t, into)
				into.Clock.Advance(500 * time.Hour)
				for _, kind := range []export.Kind{export.Customers, export.Tasks} {
					path := filepath.Join(t.TempDir(), "table."+string(format))
					require.NoError(t, os.WriteFile(path, exported(t, from, kind, format, language), 0o600))
					counts := importAll(t, into, path)
					require.Zero(t, counts[store.ImportRefused])
				}
				for kind, left := range map[export.Kind][]int{export.Customers: {0, 3, 4}, export.Tasks: {0, 8}} {
					require.Equal(t, compared(t, from, kind, left), compared(t, into, kind, left), "%s as %s in %s", kind, format, language)
				}
			}
		}
	})
}

func exported(t *testing.T, s *storetest.Store, kind export.Kind, format export.Format, language string) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, export.Write(t.Context(), &out, s.Store, export.Request{Kind: kind, Format: format, Language: language}))
	return out.Bytes()
}

// compared is a table without some columns, in an order of its own.
func compared(t *testing.T, s *storetest.Store, kind export.Kind, left []int) (lines []string) {
	t.Helper()
	reader := csv.NewReader(bytes.NewReader(exported(t, s, kind, export.CSV, "ru")))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		for _, column := range left {
			row[column] = ""
		}
		lines = append(lines, strings.Join(row, "|"))
	}
	slices.Sort(lines)
	return lines
}

// importAll takes a file in, for which every column must be known.
func importAll(t *testing.T, s *storetest.Store, path string) importer.Counts {
	t.Helper()
	o := options()
	var err error
	o.Region, o.Location = "RU", s.Location()
	o.Names, err = importer.ReadNames(t.Context(), s)
	require.NoError(t, err)
	plan, err := importer.Recognise(path, o)
	require.NoError(t, err)
	for _, column := range plan.Sheets[0].Columns {
		require.NotEmpty(t, column.Field, column.Heading)
	}
	counts := importer.Counts{}
	err = plan.Run(t.Context(), s.NewImport(store.Actor{Kind: store.ActorSystem}, false), func(results []importer.Result) error {
		for _, result := range results {
			counts[result.Verdict.Kind]++
			if refusal := result.Verdict.Refusal; refusal != nil {
				t.Log(result.Row.Line, refusal.Field, refusal.Message)
			}
		}
		return nil
	})
	require.NoError(t, err)
	return counts
}
