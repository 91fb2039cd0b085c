package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func writeFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "orders.csv")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

const orders = "№ заказа;Клиент;Номер для связи;Неисправность;Статус\n" +
	"1;Ольга;8 916 204-18-37;Экран;Выдан\n" +
	"2;Тимур;8 927 310;Экран;В работе\n" +
	"3;Ольга;89162041837;Звук;Непонятно\n"

func TestAnImportShowsWhatItWouldDoBeforeItDoesIt(t *testing.T) {
	url := "sqlite://" + filepath.Join(t.TempDir(), "new.db")
	file := writeFile(t, orders)
	out, err := run(t, url, importCommand{Files: []string{file}})
	require.NoError(t, err)
	require.Contains(t, out, "CSV, UTF-8, separator ';'")
	require.Regexp(t, `C +Номер для связи +phone +8 916 204-18-37`, out)
	require.Regexp(t, `1 +new, with a new customer\n +2 +refused`, out)
	require.Contains(t, out, file+":3: phone: ")
	require.Contains(t, out, file+":4: status: ")
	require.Contains(t, out, "say the same with --yes")
	refused, err := filepath.Glob(file + ".refused*")
	require.NoError(t, err)
	require.Empty(t, refused)

	out, err = run(t, url, importCommand{Files: []string{file}, Yes: true, Status: map[string]string{"непонятно": "in_progress"}})
	require.NoError(t, err)
	require.Regexp(t, `1 +new, with a new customer\n +1 +new, of a customer known by the phone\n +1 +refused`, out)
	require.Contains(t, out, file+".refused.csv")

	text, err := os.ReadFile(file + ".refused.csv")
	require.NoError(t, err)
	require.Equal(t, "\ufeff№ заказа;Клиент;Номер для связи;Неисправность;Статус;Почему не взято\r\n"+
		"2;Тимур;8 927 310;Экран;В работе;В телефоне не хватает цифр. Напишите его с кодом, например +7 917 000-99-00.\r\n", string(text))
	mended := bytes.Replace(text, []byte("8 927 310"), []byte("8 927 310-55-02"), 1)
	require.NoError(t, os.WriteFile(file+".refused.csv", mended, 0o600))
	out, err = run(t, url, importCommand{Files: []string{file + ".refused.csv"}, Yes: true})
	require.NoError(t, err)
	require.Regexp(t, `1 +new, with a new customer`, out)
	require.NotContains(t, out, "refused rows")
}

func TestAnImportShowsHowItReadsMoney(t *testing.T) {
	file := writeFile(t, "№ заказа;Телефон;Неисправность;Сумма;Оплачено\n1;8 916 204-18-37;Экран;1 500 р.;500\n"+
		"2;8 927 310-55-02;Экран;15 002;\n3;8 927 310-55-03;Экран;от 1500 до 2000;2000\n4;8 927 310-55-04;Экран;2500,50;бесплатно\n")
	url := storetest.SQLite(t)
	out, err := run(t, url, importCommand{Files: []string{file}})
	require.NoError(t, err)
	require.Regexp(t, `D +Сумма +price +1 500 р\. \(1,500\.00\)\n`, out)
	require.Contains(t, out, "agreed, as the rows say: 19,002.50, rows: 3, the highest: 15,002.00 in "+file+":3\n")
	require.Contains(t, out, "paid, as the rows say: 500.00, rows: 1, the highest: 500.00 in "+file+":2\n", "what a refused row says is not taken")
	require.Contains(t, out, file+":4: price: This is no amount: «от 1500 до 2000»")

	for range 2 {
		out, err = run(t, url, importCommand{Files: []string{file}, Yes: true})
		require.NoError(t, err)
	}
	require.Regexp(t, `3 +there already`, out)
	require.Contains(t, out, "  paid, as the rows say: 500.00", "nothing is paid again")
}

func TestColumnsOfAnImportCanBeChosen(t *testing.T) {
	url := storetest.SQLite(t)
	file := writeFile(t, "кто,как найти,что,ещё\nОльга,8 916 204-18-37,Экран,чехол\n")
	args, err := parsed(t, "import", "--column", "name=кто", "--column", "description=C", "--column", "phone=как найти", file)
	require.NoError(t, err)
	out, err := run(t, url, args.Import)
	require.NoError(t, err)
	require.Regexp(t, `A +кто +name`, out)
	require.Regexp(t, `C +что +description`, out)
	require.Regexp(t, `D +ещё +not taken`, out)

	for flags, says := range map[string]string{
		"--column=colour=A": `no field "colour"`, "--column=name=Z": `no sheet has a column "Z"`, "--status=x=LOST": `no status "LOST"`,
	} {
		args, err := parsed(t, "import", flags, file)
		require.NoError(t, err)
		_, err = run(t, url, args.Import)
		require.ErrorContains(t, err, says)
	}
}

func TestRefusedRowsOfSheetsThatCountAnewComeBackUnderTheirNumbers(t *testing.T) {
	url := storetest.SQLite(t)
	workbook, err := os.ReadFile("importer/testdata/by-hand.xlsx")
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "by-hand.xlsx")
	require.NoError(t, os.WriteFile(file, workbook, 0o600))
	_, err = run(t, url, importCommand{Files: []string{file}, Yes: true})
	require.NoError(t, err)
	for _, month := range []string{"Январь", "Февраль"} {
		refused := file + "." + month + ".refused.csv"
		text, err := os.ReadFile(refused)
		require.NoError(t, err)
		require.Contains(t, string(text), month+" 3;")
		require.NoError(t, os.WriteFile(refused, bytes.Replace(text, []byte("916"), []byte("89160000916"), 1), 0o600))
		out, err := run(t, url, importCommand{Files: []string{refused}, Yes: true})
		require.NoError(t, err)
		require.NotContains(t, out, "refused rows")
	}
	s := storetest.Open(t, url)
	found, err := s.Tasks(t.Context(), store.TaskFilter{Search: "89160000916"}, store.OffsetPage{})
	require.NoError(t, err)
	require.Len(t, found, 2)
}

func TestAFileThatIsNoTableIsSaidToBeNone(t *testing.T) {
	url := storetest.SQLite(t)
	for text, says := range map[string]string{
		"": "empty", "\xD0\xCF\x11\xE0\xA1": "old Excel", "<html><table></table></html>": "neither CSV nor XLSX nor vCard", "PK\x03\x04rubbish": "damaged",
		"Имя;Город\nОльга;Казань\n": "--column phone=D",
	} {
		_, err := run(t, url, importCommand{Files: []string{writeFile(t, text)}})
		require.ErrorContains(t, err, says, text)
	}
}

// TestAnImportThatIsKilledGoesOn kills the program in the middle, and runs it again.
func TestAnImportThatIsKilledGoesOn(t *testing.T) {
	const rows = 4_000
	var text strings.Builder
	text.WriteString("№ заказа;Дата приёма;Клиент;Телефон;Неисправность;Статус;Сумма;Оплачено;Комментарий\n")
	for n := range rows {
		fmt.Fprintf(&text, "%d;01.02.2024;Ольга;8916%07d;Экран;Выдан;1500;500;Ждали\n", n+1, n%(rows/2))
	}
	file := writeFile(t, text.String())
	binary := filepath.Join(t.TempDir(), "zayavka")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	output, err := build.CombinedOutput()
	require.NoError(t, err, "%s", output)
	s := storetest.Open(t, storetest.SQLite(t))
	command := func() *exec.Cmd {
		process := exec.CommandContext(t.Context(), binary, "import", "--yes", file)
		process.Dir, process.Env = t.TempDir(), append(os.Environ(), "ZAYAVKA_DATABASE_URL="+s.URL)
		return process
	}
	count := func(table string) (n int) {
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM "+table).Scan(&n))
		return n
	}
	killed := command()
	require.NoError(t, killed.Start())
	require.Eventually(t, func() bool { return count("tasks") >= rows/10 }, time.Minute, time.Millisecond)
	require.NoError(t, killed.Process.Kill())
	require.Error(t, killed.Wait())
	done := count("tasks")
	require.Less(t, done, rows)

	output, err = command().CombinedOutput()
	require.NoError(t, err, "%s", output)
	require.Regexp(t, fmt.Sprintf(`%s +there already`, number(done)), string(output))
	for table, want := range map[string]int{
		"tasks": rows, "customers": rows / 2, "messages": rows, "payments": rows, "estimates": rows, "imported_tasks": rows, "task_events": 3 * rows, "notifications": 0,
	} {
		require.Equal(t, want, count(table), table)
	}
	found, err := s.Tasks(t.Context(), store.TaskFilter{Search: "89160000001"}, store.OffsetPage{})
	require.NoError(t, err)
	require.Len(t, found, 2)
}
