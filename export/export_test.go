package export_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"zayavka/export"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func ptr[T any](value T) *T { return &value }

func write(t *testing.T, s *storetest.Store, wanted export.Request) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, export.Write(t.Context(), &out, s.Store, wanted))
	return out.Bytes()
}

func readCSV(t *testing.T, content []byte, separator rune) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(content), "\ufeff")
	require.True(t, marked, "Excel knows UTF-8 by its mark")
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = separator
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	return rows
}

func readXLSX(t *testing.T, content []byte) [][]string {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(content))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	rows, err := file.GetRows(file.GetSheetName(0))
	require.NoError(t, err)
	return rows
}

func TestTasksAreATableInTheLanguageAndTheZoneOfTheShop(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		olga := s.NewStaff(t)
		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: olga.ID}, store.NewTask{
			CustomerPhone: "+7 916 204-18-37", Category: store.CategoryRepair, Description: "Экран; \"стекло\"\nи чехол",
			Item: store.ItemUpdate{Maker: ptr("Sony"), Serial: ptr("S01")}, PromisedAt: ptr(time.Date(2026, 3, 5, 15, 0, 0, 0, time.UTC)),
		})
		require.NoError(t, err)
		actor := store.Actor{Kind: store.ActorStaff, ID: olga.ID}
		draft, err := s.SaveEstimate(t.Context(), actor, store.NewEstimate{TaskID: task.ID, Lines: []store.EstimateLine{{Text: "Экран", Quantity: 1, Price: 740_050}}})
		require.NoError(t, err)
		_, err = s.SendEstimate(t.Context(), actor, draft.ID, draft.Version)
		require.NoError(t, err)
		_, err = s.DecideEstimate(t.Context(), actor, store.EstimateDecision{ID: draft.ID, Version: draft.Version, Accepted: true, Via: store.ViaPhone})
		require.NoError(t, err)
		_, err = s.AddPayment(t.Context(), actor, task.ID, 240_000, store.PaidByCash)
		require.NoError(t, err)
		created := task.CreatedAt.In(s.Location())

		rows := readCSV(t, write(t, s, export.Request{Kind: export.Tasks, Format: export.CSV, Language: "ru"}), ';')
		require.Len(t, rows, 2)
		require.Equal(t, []string{
			"Номер", "Создана", "Статус", "Категория", "Клиент", "Телефон", "Описание", "Ответственный", "Изменена", "Готова", "Закрыта",
			"Вещь", "Производитель", "Модель", "Серийный номер", "Состояние", "В комплекте", "Срок", "Этап", "Своя категория", "Гарантия до", "Согласовано", "Оплачено",
		}, rows[0])
		require.Equal(t, []string{
			"1", created.Format("02.01.2006 15:04"), "Принято", "Ремонт", "", "'+7 916 204-18-37", "Экран; \"стекло\"\nи чехол",
			olga.Email, created.Format("02.01.2006 15:04"), "", "", "", "Sony", "", "S01", "", "", "05.03.2026 18:00", "", "", "", "7400,50", "2400,00",
		}, rows[1])

		rows = readCSV(t, write(t, s, export.Request{Kind: export.Tasks, Format: export.CSV, Language: "en"}), ',')
		require.Equal(t, "Repair", rows[1][3])
		require.Equal(t, created.Format("2006-01-02 15:04"), rows[1][1])
		require.Equal(t, []string{"7400.50", "2400.00"}, rows[1][21:])

		rows = readXLSX(t, write(t, s, export.Request{Kind: export.Tasks, Format: export.XLSX, Language: "ru"}))
		require.Equal(t, []string{
			"1", created.Format("02.01.2006 15:04"), "Принято", "Ремонт", "", "+7 916 204-18-37", "Экран; \"стекло\"\nи чехол",
			olga.Email, created.Format("02.01.2006 15:04"), "", "", "", "Sony", "", "S01", "", "", "05.03.2026 18:00", "", "", "", "7,400.50", "2,400.00",
		}, rows[1])
	})
}

func TestCustomersAreATableWithTheirReach(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		chat := int64(77)
		_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 916 204-18-37", Name: "Ольга", Note: "Звонить после 18", TelegramID: &chat, Language: "ru"})
		require.NoError(t, err)
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 927 310-55-02", Name: "Тимур"})
		require.NoError(t, err)

		rows := readXLSX(t, write(t, s, export.Request{Kind: export.Customers, Format: export.XLSX, Language: "ru"}))
		require.Equal(t, []string{"2", "Тимур", "8 927 310-55-02", "нет", "нет в Telegram"}, rows[1][:5])
		require.Equal(t, []string{"1", "Ольга", "8 916 204-18-37", "нет", "приходят", "Русский", "Звонить после 18"}, rows[2][:7])

		registered := true
		rows = readCSV(t, write(t, s, export.Request{
			Kind: export.Customers, Format: export.CSV, Language: "en", Customers: store.CustomerFilter{Registered: &registered},
		}), ',')
		require.Len(t, rows, 2)
		require.Equal(t, "arrive", rows[1][4])
	})
}

func TestWhatWouldBeAFormulaIsText(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		names := []string{`=HYPERLINK("http://example.com")`, "+1+1", "-2", "@SUM(A1)", "Анна = Мария"}
		for i, name := range names {
			_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 900 000-00-0" + string(rune('0'+i)), Name: name})
			require.NoError(t, err)
		}
		content := write(t, s, export.Request{Kind: export.Customers, Format: export.CSV, Language: "ru"})
		rows := readCSV(t, content, ';')
		for i, name := range names {
			written := rows[len(names)-i][1]
			if i < 4 {
				name = "'" + name
			}
			require.Equal(t, name, written)
		}

		file, err := excelize.OpenReader(bytes.NewReader(write(t, s, export.Request{Kind: export.Customers, Format: export.XLSX})))
		require.NoError(t, err)
		defer func() { require.NoError(t, file.Close()) }()
		for i, name := range names {
			cell, err := excelize.CoordinatesToCellName(2, len(names)-i+1)
			require.NoError(t, err)
			value, err := file.GetCellValue(file.GetSheetName(0), cell)
			require.NoError(t, err)
			require.Equal(t, name, value)
			formula, err := file.GetCellFormula(file.GetSheetName(0), cell)
			require.NoError(t, err)
			require.Empty(t, formula)
		}
	})
}

func TestALongTableHasEveryRowOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		const count = 1001 // more than two pages
		customer := s.NewCustomer(t)
		for range count {
			s.NewTask(t, customer)
		}
		rows := readCSV(t, write(t, s, export.Request{Kind: export.Tasks, Format: export.CSV, Language: "ru"}), ';')
		require.Len(t, rows, count+1)
		seen := map[string]bool{}
		for _, row := range rows[1:] {
			require.False(t, seen[row[0]], row[0])
			seen[row[0]] = true
		}
	})
}

func TestAFileIsNamedForWhatItHolds(t *testing.T) {
	day := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	require.Equal(t, "tasks-2026-03-02.csv", export.Request{Kind: export.Tasks, Format: export.CSV}.FileName(day))
	require.Equal(t, "customers-2026-03-02.xlsx", export.Request{Kind: export.Customers, Format: export.XLSX}.FileName(day))
}

func TestAFormulaIsNoFormulaInASheetOfAnotherSeparator(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		described := map[string]string{
			"a;=1+1": "a;'=1+1", "a,=1+1": "a,'=1+1", "a\t@SUM(1)": "a\t'@SUM(1)", "a\r=1+1": "a\n'=1+1", "a\n+1": "a\n'+1",
			";=1+1": ";'=1+1", `;"=1+1";`: `;"'=1+1";`, "＝1+1": "'＝1+1", "＋1": "'＋1", "－1": "'－1", "＠A1": "'＠A1", "a;\u00a0=1": "a;'\u00a0=1",
			"\u200b=1+1": "'\u200b=1+1", "1+1=2": "1+1=2", "Экран - новый, чехол": "Экран - новый, чехол", "a;b,c": "a;b,c",
		}
		for text := range described {
			_, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: customer.Phone, Description: text})
			require.NoError(t, err)
		}
		tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{NewestFirst: true})
		require.NoError(t, err)
		for language, separator := range map[string]rune{"ru": ';', "en": ','} {
			rows := readCSV(t, write(t, s, export.Request{Kind: export.Tasks, Format: export.CSV, Language: language}), separator)
			for i, task := range tasks {
				require.Equal(t, described[task.Description], rows[i+1][6], "%q in %s", task.Description, language)
			}
		}
	})
}

func TestAPhoneIsATextInEveryFormatAndIsReadAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for i, written := range []string{"89162041837", "+7 916 204-18-38", "8 916 204-18-39 доб. 12"} {
			customer, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: written})
			require.NoError(t, err)
			rows := readCSV(t, write(t, s, export.Request{Kind: export.Customers, Format: export.CSV, Language: "en"}), ',')
			at := slices.IndexFunc(rows, func(row []string) bool { return row[0] == strconv.FormatInt(customer.ID, 10) })
			require.Equal(t, "'"+written, rows[at][2])
			again, err := s.CustomerByPhone(t.Context(), rows[at][2])
			require.NoError(t, err)
			require.Equal(t, customer.ID, again.ID)

			file, err := excelize.OpenReader(bytes.NewReader(write(t, s, export.Request{Kind: export.Customers, Format: export.XLSX})))
			require.NoError(t, err)
			kind, err := file.GetCellType(file.GetSheetName(0), "C2")
			require.NoError(t, err)
			require.Contains(t, []excelize.CellType{excelize.CellTypeInlineString, excelize.CellTypeSharedString}, kind, i)
			require.NoError(t, file.Close())
		}
	})
}
