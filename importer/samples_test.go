package importer_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"zayavka/importer"
	"zayavka/store"
	"zayavka/store/storetest"
)

var update = flag.Bool("update", false, "write what is recognised in the samples anew")

// TestSamples reads files as real programs and people write them. Beside each lies what is recognised in it.
func TestSamples(t *testing.T) {
	workbooks(t)
	paths, err := filepath.Glob("testdata/*")
	require.NoError(t, err)
	samples := 0
	for _, path := range paths {
		if strings.HasSuffix(path, ".want") {
			continue
		}
		samples++
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			described := describe(t, path)
			if *update {
				require.NoError(t, os.WriteFile(path+".want", []byte(described), 0o600))
			}
			want, err := os.ReadFile(path + ".want")
			require.NoError(t, err)
			require.Equal(t, string(want), described)
		})
	}
	require.GreaterOrEqual(t, samples, 15)
}

// describe tells what is recognised in a file, and what becomes of its rows in an empty database.
func describe(t *testing.T, path string) string {
	s := storetest.Open(t, storetest.SQLite(t))
	var out strings.Builder
	plan, err := importer.Recognise(path, options())
	require.NoError(t, err)
	fmt.Fprintf(&out, "%s %s %q\n", plan.File.Format, plan.File.Encoding, plan.File.Separator)
	for _, sheet := range plan.Sheets {
		fmt.Fprintf(&out, "sheet %q: tasks %v, skipped %v\n", sheet.Name, sheet.Tasks, sheet.Skipped)
		for _, column := range sheet.Columns {
			fmt.Fprintf(&out, "  %s %s: %s\n", column.Letter(), strings.ReplaceAll(column.Heading, "\n", " "), column.Field)
		}
	}
	err = plan.Run(t.Context(), s.NewImport(store.Actor{Kind: store.ActorSystem}, false), func(results []importer.Result) error {
		for _, result := range results {
			fmt.Fprintf(&out, "%d %s", result.Row.Line, result.Verdict.Kind)
			if refusal := result.Verdict.Refusal; refusal != nil {
				fmt.Fprintf(&out, " %s: %s", refusal.Field, importer.Why("ru", refusal))
			}
			out.WriteString("\n")
		}
		return nil
	})
	require.NoError(t, err)
	describeDatabase(t, s, &out)
	return out.String()
}

func describeDatabase(t *testing.T, s *storetest.Store, out *strings.Builder) {
	customers, err := s.Customers(t.Context())
	require.NoError(t, err)
	for _, customer := range customers {
		fmt.Fprintf(out, "customer %d %s «%s» %s note %q\n", customer.ID, customer.PhoneKey, customer.Name, customer.ExternalID, customer.Note)
	}
	tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	var ids []int64
	for _, task := range tasks {
		ids = append(ids, task.ID)
	}
	items, err := s.ItemsByTask(t.Context(), ids)
	require.NoError(t, err)
	balances, err := s.Balances(t.Context(), ids)
	require.NoError(t, err)
	for _, task := range tasks {
		item := store.Item{}
		if items[task.ID] != nil {
			item = *items[task.ID]
		}
		number := task.ExternalID
		if strings.HasPrefix(number, "import:") {
			number = "import:…"
		}
		fmt.Fprintf(out, "task %d of %d: %s %s %s %q; %s|%s|%s|%s|%s|%s; created %s ready %s closed %s promised %s", task.ID, *task.CustomerID, number, task.Status, task.Category,
			task.Description, item.Kind, item.Maker, item.Model, item.Serial, item.Condition, item.Includes,
			moment(&task.CreatedAt, s), moment(task.ReadyAt, s), moment(task.ClosedAt, s), moment(task.PromisedAt, s))
		if agreed := balances[task.ID].Agreed; agreed != nil {
			fmt.Fprintf(out, "; agreed %d", *agreed)
		}
		fmt.Fprintf(out, "; paid %d\n", balances[task.ID].Paid)
		page, err := s.MessagePage(t.Context(), store.MessageFilter{TaskID: &task.ID}, store.PageRequest{Limit: 10})
		require.NoError(t, err)
		for _, note := range page.Rows {
			fmt.Fprintf(out, "  note %q\n", note.Text)
		}
	}
}

func moment(at *time.Time, s *storetest.Store) string {
	switch {
	case at == nil:
		return "-"
	case at.Equal(s.Clock.Now()):
		return "now"
	}
	return at.In(moscow).Format("2006-01-02T15:04")
}

// workbooks makes the samples that are workbooks, which are zips and would not be read in a review.
func workbooks(t *testing.T) {
	t.Helper()
	for name, fill := range map[string]func(*excelize.File){
		"by-hand.xlsx": func(book *excelize.File) {
			// A sheet for each month, titles above, headings in two rows, phones and days as numbers, formulas.
			for n, month := range []string{"Январь", "Февраль"} {
				if n == 0 {
					require.NoError(t, book.SetSheetName("Sheet1", month))
				} else {
					_, err := book.NewSheet(month)
					require.NoError(t, err)
				}
				set(t, book, month, "A1", "Заказы мастерской, "+month)
				require.NoError(t, book.MergeCell(month, "A1", "H1"))
				for cell, text := range map[string]any{
					"A3": "№", "B3": "Дата приёма", "C3": "Клиент", "E3": "Техника", "G3": "Статус", "H3": "Деньги",
					"C4": "ФИО", "D4": "Телефон", "E4": "Вид", "F4": "Неисправность", "H4": "Сумма", "I4": "Предоплата",
				} {
					set(t, book, month, cell, text)
				}
				for _, merged := range [][2]string{{"C3", "D3"}, {"E3", "F3"}, {"H3", "I3"}, {"A3", "A4"}, {"B3", "B4"}, {"G3", "G4"}} {
					require.NoError(t, book.MergeCell(month, merged[0], merged[1]))
				}
				row := func(line int, values ...any) {
					require.NoError(t, book.SetSheetRow(month, fmt.Sprintf("A%d", line), &values))
				}
				row(5, 1, time.Date(2024, time.Month(n+1), 9, 14, 30, 0, 0, time.UTC), "Ольга", int64(89162041837), "Телефон", "Экран", "выдан", 3500.5, 500)
				row(6, 2, 45301.5+float64(n*31), "Тимур", 9273105502, "Ноутбук", "Не включается", "в работе", nil, nil)
				set(t, book, month, "H6", 7001)
				require.NoError(t, book.SetCellFormula(month, "H6", "=H5*2"))
				row(7, 3, "10.01.2024", "Мария", "916", "Утюг", "Не греет", "готов", "бесплатно", nil)
			}
			_, err := book.NewSheet("Справочник")
			require.NoError(t, err)
			set(t, book, "Справочник", "A1", "Цены")
		},
		"customers.xlsx": func(book *excelize.File) {
			require.NoError(t, book.SetSheetRow("Sheet1", "A1", &[]any{"Фамилия", "Имя", "Отчество", "Моб. телефон", "E-mail", "Скидка", "Дата добавления"}))
			require.NoError(t, book.SetSheetRow("Sheet1", "A2", &[]any{"Смирнова", "Ольга", "Петровна", 79162041837.0, "olga@example.com", 5, time.Date(2021, 3, 5, 0, 0, 0, 0, time.UTC)}))
			require.NoError(t, book.SetSheetRow("Sheet1", "A3", &[]any{"Иванов", "Тимур", "", "7.9273105502E+10", "", 0, "05.03.2021"}))
			require.NoError(t, book.SetSheetRow("Sheet1", "A4", &[]any{"Без", "Номера", "", "", "", 0, ""}))
		},
	} {
		path := filepath.Join("testdata", name)
		if _, err := os.Stat(path); err == nil && !*update {
			continue
		}
		book := excelize.NewFile()
		fill(book)
		require.NoError(t, book.SaveAs(path))
		require.NoError(t, book.Close())
	}
}

func set(t *testing.T, book *excelize.File, sheet, cell string, value any) {
	t.Helper()
	require.NoError(t, book.SetCellValue(sheet, cell, value))
}
