package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// forgottenChat is a chat that no other row has.
const forgottenChat int64 = 7_123_454_321

// Words of a person that nothing else in the database has, each in a place of its own.
const (
	cardName, cardFormerName, cardNote   = "Аполлинария", "Пульхерия", "придирчива"
	wroteWord, wroteBefore, unfiledWord  = "балалайка", "домбра", "мандолина"
	staffWord, staffNoteWord             = "ксилофон", "маракасы"
	taskWord, freeWord, itemWord         = "виолончель", "контрабас", "Stradivarius"
	serialWord, conditionWord            = "SN-QWXZ-77", "трещина-на-деке"
	lineWord, decisionWord, commentWord  = "перетяжка", "согласна-по-телефону", "грубиян"
	updateWord, fileWord, contentWord    = "литавры", "ноты-этюда.pdf", "скерцо"
	claimWord, draftWord, otherCardClaim = "Самозванец", "клавесин", "Клавдия"
)

// wordsOf are all of them, with the phone and the chat.
var forgottenWords = []string{
	cardName, cardFormerName, cardNote, wroteWord, wroteBefore, unfiledWord, staffWord, staffNoteWord, taskWord, freeWord, itemWord,
	serialWord, conditionWord, lineWord, decisionWord, commentWord, updateWord, fileWord, contentWord, claimWord, draftWord, otherCardClaim,
	phoneWord, strconv.FormatInt(forgottenChat, 10),
}

// contents is a folder in which files lie under the sums of what they hold.
type contents string

func (c contents) put(t *testing.T, sha256, content string) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(string(c), sha256), []byte(content), 0o600))
}

func (c contents) remove(_ context.Context, sha256 string) error {
	err := os.Remove(filepath.Join(string(c), sha256))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (c contents) holds(t *testing.T, word string) bool {
	t.Helper()
	files, err := os.ReadDir(string(c))
	require.NoError(t, err)
	return slices.ContainsFunc(files, func(file os.DirEntry) bool {
		content, err := os.ReadFile(filepath.Join(string(c), file.Name()))
		require.NoError(t, err)
		return strings.Contains(string(content), word)
	})
}

// known is a customer of whom there is something in every table that can hold something of a customer.
type known struct {
	store.Customer
	paid, free store.Task // both closed; for one of them there is money
}

func newKnown(t *testing.T, s *storetest.Store, folder contents) known {
	t.Helper()
	ctx := t.Context()
	admin := s.NewAdmin(t)
	_, err := s.LinkStaff(ctx, admin.ID, 501)
	require.NoError(t, err)
	staff := store.Actor{Kind: store.ActorStaff, ID: admin.ID}
	s.NewWebhook(t, store.WebhookTypes()...)
	everything := strings.Join(forgottenWords, " ")
	answered := func(key string, do func(request context.Context)) {
		s.Keyed(t, key, fmt.Sprintf(`{"data": %q}`, everything), do)
	}
	var k known
	answered("card", func(r context.Context) {
		k.Customer, err = s.CreateCustomer(r, store.NewCustomer{Phone: "+7" + phoneWord, Name: cardFormerName, Note: cardNote})
		require.NoError(t, err)
	})
	_, err = s.CreateConnectCode(ctx, k.ID)
	require.NoError(t, err)
	_, _, err = s.Register(ctx, store.Registration{TelegramID: forgottenChat, Phone: "+7" + phoneWord, Verified: true, Language: "ru"})
	require.NoError(t, err)
	k.Customer, err = s.UpdateCustomer(ctx, k.Phone, store.CustomerUpdate{Name: ptr(cardName)})
	require.NoError(t, err)
	answered("task", func(r context.Context) {
		k.paid, err = s.CreateTask(r, staff, store.NewTask{
			CustomerPhone: k.Phone, Description: taskWord,
			Item: store.ItemUpdate{Maker: ptr(itemWord), Serial: ptr(serialWord), Condition: ptr(conditionWord)},
		})
		require.NoError(t, err)
	})
	k.free, err = s.CreateTask(ctx, staff, store.NewTask{CustomerPhone: k.Phone, Description: "прежде"})
	require.NoError(t, err)
	k.free, err = s.UpdateTask(ctx, staff, k.free.ID, store.TaskUpdate{Description: ptr(freeWord)})
	require.NoError(t, err)

	write := func(number int64, text string, reply int64) {
		_, err := s.ReceiveMessages(ctx, []store.IncomingMessage{{
			ChatID: forgottenChat, TelegramMessageID: number, Text: text, AuthorName: cardName, ReplyTask: reply,
			Files: []store.File{{Kind: store.FileDocument, Name: fileWord, TelegramFileID: fmt.Sprint("file", number)}},
		}})
		require.NoError(t, err)
	}
	write(901, wroteBefore, k.paid.ID)
	require.NoError(t, s.EditMessage(ctx, store.IncomingMessage{ChatID: forgottenChat, TelegramMessageID: 901, Text: wroteWord}))
	write(902, unfiledWord, 0)
	sha256 := fmt.Sprintf("%064x", 1<<40+k.ID)
	folder.put(t, sha256, contentWord)
	s.Exec(t, "UPDATE files SET state = 'KEPT', sha256 = $1", sha256)
	sent(t, s, admin, store.NewMessage{TaskID: &k.paid.ID, Text: staffWord})
	_, err = s.AddNote(ctx, staff, store.NewMessage{TaskID: &k.free.ID, Text: staffNoteWord})
	require.NoError(t, err)
	_, err = s.StartDraft(ctx, k.Customer)
	require.NoError(t, err)
	write(903, draftWord, 0)

	estimate, err := s.SaveEstimate(ctx, staff, store.NewEstimate{TaskID: k.paid.ID, Lines: []store.EstimateLine{{Text: lineWord, Quantity: 1, Price: 740_000}}})
	require.NoError(t, err)
	estimate, err = s.SendEstimate(ctx, staff, estimate.ID, estimate.Version)
	require.NoError(t, err)
	_, err = s.DecideEstimate(ctx, staff, store.EstimateDecision{ID: estimate.ID, Version: estimate.Version, Accepted: true, Via: store.ViaPhone, Comment: decisionWord})
	require.NoError(t, err)
	_, err = s.AddPayment(ctx, staff, k.paid.ID, 740_000, store.PaidByCash)
	require.NoError(t, err)
	for _, task := range []store.Task{k.paid, k.free} {
		_, _, err = s.CreatePhotoLink(ctx, staff, task.ID, store.LabelBefore)
		require.NoError(t, err)
		_, err = s.UpdateTask(ctx, staff, task.ID, store.TaskUpdate{Status: ptr(store.StatusReady)})
		require.NoError(t, err)
		_, err = s.UpdateTask(ctx, staff, task.ID, store.TaskUpdate{Status: ptr(store.StatusClosed)})
		require.NoError(t, err)
	}
	s.Exec(t, "INSERT INTO ratings (task_id, asked_at) VALUES ($1, $2)", k.paid.ID, "2026-03-02 09:00:00+00:00")
	require.NoError(t, s.RateTask(ctx, k.Customer, k.paid.ID, 1))
	require.NoError(t, s.DropDraft(ctx, k.Customer))
	write(904, commentWord, 0)
	_, err = s.StartDraft(ctx, k.Customer)
	require.NoError(t, err)

	// Somebody else claims the card, and this chat another one.
	other, _, err := s.Register(ctx, store.Registration{TelegramID: 777, Phone: s.NewPhone(), Verified: true, Name: "Другой"})
	require.NoError(t, err)
	_, outcome, err := s.Register(ctx, store.Registration{TelegramID: 778, Phone: k.Phone, Verified: true, Name: claimWord})
	require.NoError(t, err)
	require.Equal(t, store.RegistrationClaimed, outcome)
	s.Exec(t, "INSERT INTO phone_claims (customer_id, phone_key, telegram_id, name, decided_at, created_at) VALUES ($1, $2, $3, $4, $5, $5)",
		other.ID, other.PhoneKey, forgottenChat, otherCardClaim, "2026-03-02 09:00:00+00:00")
	claims, err := s.OpenPhoneClaims(ctx)
	require.NoError(t, err)
	for _, claim := range claims {
		_, err := s.DecidePhoneClaim(ctx, staff, claim.ID, false)
		require.NoError(t, err)
	}
	s.Exec(t, "INSERT INTO connect_guesses (chat_id, created_at) VALUES ($1, $2)", forgottenChat, "2026-03-02 09:00:00+00:00")
	for i, state := range []string{"dead", "done"} {
		require.NoError(t, s.SaveUpdates(ctx, []store.Update{{UpdateID: 50 + i, ChatID: forgottenChat, Body: []byte(`{"text": "` + updateWord + `"}`)}}))
		if state == "done" {
			require.NoError(t, s.FinishUpdates(ctx, []int{50 + i}))
		} else {
			s.Exec(t, "UPDATE telegram_updates SET state = 'dead'")
		}
	}
	require.NoError(t, s.SetChatLists(ctx, map[int64]store.StandingList{forgottenChat: {TelegramMessageID: 905, At: s.Clock.Now()}}))
	s.Exec(t, "INSERT INTO imported_tasks (task_id, content, version) VALUES ($1, $2, 1)", k.paid.ID, taskWord)
	file := s.NewUpload(t, admin, store.FileDocument)
	s.Exec(t, "INSERT INTO imports (staff_id, file_id, state, attempt, choices, report, row_count, done_count, created_at, updated_at) SELECT staff_id, id, 'DONE', 1, '{}', $1, 1, 1, created_at, created_at FROM files WHERE id = $2",
		fmt.Sprintf(`{"sheets": [{"columns": [{"example": %q}]}]}`, cardName), file.ID)
	s.Exec(t, "INSERT INTO consents (customer_id, version, link, given_at) VALUES ($1, '1', 'https://example.com', $2)", k.ID, "2026-03-02 09:00:00+00:00")
	for range 30 { // which notes what each message in a chat is about
		s.Clock.Advance(time.Minute)
		for _, delivery := range claim(t, s) {
			require.NoError(t, s.NotificationSent(ctx, delivery.Notification.Claim(), int(delivery.Notification.ID)))
		}
	}
	return k
}

// placesOfPerson are the places in which something of the forgotten person is.
func placesOfPerson(t *testing.T, s *storetest.Store, folder contents) (places []string) {
	t.Helper()
	for _, word := range forgottenWords {
		places = append(places, placesOf(t, s, word)...)
		if folder.holds(t, word) {
			places = append(places, "the file store")
		}
	}
	return places
}

func TestOfWhoIsForgottenNothingIsLeftInAnyTableIndexOrFile(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		folder := contents(t.TempDir())
		other := s.NewRegistered(t)
		kept := s.NewTask(t, other)
		k := newKnown(t, s, folder)
		before := strings.Join(placesOfPerson(t, s, folder), "\n")
		for _, table := range []string{
			"customers.name", "customers.note", "imported_tasks.content", "imports.report", "customers.search", "task_search", "tasks.description", "task_items.serial", "messages.text",
			"messages.previous_texts", "files.name", "notifications.chat_id", "notifications.payload", "webhook_deliveries.payload",
			"idempotency_keys.response", "telegram_updates.body", "telegram_updates.chat_id", "task_events.to_value", "drafts.chat_id",
			"chat_lists.chat_id", "posts.chat_id", "phone_claims.name", "connect_guesses.chat_id", "estimate_lines.text", "estimates.comment",
			"the file store",
		} {
			require.Contains(t, before, table, "the test has put something there")
		}

		_, err := s.RequestErasure(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: k.ID}, k.ID)
		require.NoError(t, err)
		s.Clock.Advance(store.ErasureWait - time.Hour)
		erased, err := s.EraseDue(t.Context())
		require.NoError(t, err)
		require.Zero(t, erased, "before its day")
		s.Clock.Advance(2 * time.Hour)
		erased, err = s.EraseDue(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, erased)
		require.NoError(t, s.RemoveLooseFiles(t.Context(), folder.remove))
		require.Empty(t, placesOfPerson(t, s, folder))

		tasks, err := s.TasksByID(t.Context(), []int64{k.paid.ID, k.free.ID, kept.ID})
		require.NoError(t, err)
		require.Nil(t, tasks[k.free.ID], "without money it is gone")
		require.Nil(t, tasks[k.paid.ID].CustomerID)
		require.NotNil(t, tasks[k.paid.ID].ClosedAt)
		balances, err := s.Balances(t.Context(), []int64{k.paid.ID})
		require.NoError(t, err)
		require.EqualValues(t, 740_000, *balances[k.paid.ID].Agreed, "the books stay")
		require.EqualValues(t, 740_000, balances[k.paid.ID].Paid)
		require.Equal(t, kept.Description, tasks[kept.ID].Description, "others are not touched")
		require.Equal(t, other.ID, *tasks[kept.ID].CustomerID)
	})
}

func TestAnErasureWaitsUntilTheShopHasGivenEverythingBackAndCanBeTakenBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		themselves := store.Actor{Kind: store.ActorCustomer, ID: customer.ID}
		task := s.NewTask(t, customer)
		asked, err := s.RequestErasure(t.Context(), themselves, customer.ID)
		require.NoError(t, err)
		require.WithinDuration(t, s.Clock.Now().Add(store.ErasureWait), *asked.EraseAt, 0)
		s.Clock.Advance(24 * time.Hour)
		again, err := s.RequestErasure(t.Context(), themselves, customer.ID)
		require.NoError(t, err)
		require.Equal(t, asked.EraseAt.UTC(), again.EraseAt.UTC(), "asked twice, the first day stands")

		s.Clock.Advance(store.ErasureWait)
		erased, err := s.EraseDue(t.Context())
		require.NoError(t, err)
		require.Zero(t, erased, "a request is open")
		back, err := s.CancelErasure(t.Context(), themselves, customer.ID)
		require.NoError(t, err)
		require.Nil(t, back.EraseAt)

		_, err = s.RequestErasure(t.Context(), themselves, customer.ID)
		require.NoError(t, err)
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: ptr(store.StatusClosed)})
		require.NoError(t, err)
		s.Clock.Advance(store.ErasureWait + time.Second)
		erased, err = s.EraseDue(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, erased)
		_, err = s.Customer(t.Context(), customer.ID)
		requireError(t, err, store.NotFound, "")
	})
}

func TestOfWhoClaimedACardNothingIsLeftInWhatAdminsWereTold(t *testing.T) {
	for name, end := range map[string]func(t *testing.T, s *storetest.Store, claim store.PhoneClaim){
		"open": func(*testing.T, *storetest.Store, store.PhoneClaim) {},
		"decided": func(t *testing.T, s *storetest.Store, claim store.PhoneClaim) {
			_, err := s.DecidePhoneClaim(t.Context(), system, claim.ID, false)
			require.NoError(t, err)
		},
		"withdrawn": func(t *testing.T, s *storetest.Store, _ store.PhoneClaim) {
			register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009977", Verified: true})
		},
		"void": func(t *testing.T, s *storetest.Store, claim store.PhoneClaim) {
			_, err := s.DeleteCustomer(t.Context(), system, claim.PhoneKey)
			require.NoError(t, err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				admin := s.NewAdmin(t)
				_, err := s.LinkStaff(t.Context(), admin.ID, 501)
				require.NoError(t, err)
				holder := s.NewRegistered(t)
				claimant, _ := register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009966", Verified: true, Name: claimWord})
				for by, name := range map[int64]string{otherChat: claimWord, otherChat + 1: "Другой"} {
					_, outcome := register(t, s, store.Registration{TelegramID: by, Phone: holder.Phone, Verified: true, Name: name})
					require.Equal(t, store.RegistrationClaimed, outcome)
				}
				toldChats(t, s)
				told := func(name string) int {
					return counted(t, s, "notifications WHERE CAST(payload AS text) LIKE '%"+name+"%'")
				}
				require.Equal(t, 1, told(claimWord))
				claims, err := s.OpenPhoneClaims(t.Context())
				require.NoError(t, err)
				end(t, s, claims[slices.IndexFunc(claims, func(c store.PhoneClaim) bool { return c.Name == claimWord })])
				s.Clock.Advance(time.Minute)
				toldChats(t, s)
				_, err = s.EraseCustomer(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, claimant.ID)
				require.NoError(t, err)
				require.Empty(t, placesOf(t, s, claimWord))
				if name != "void" {
					require.Equal(t, 1, told("Другой"), "others are not touched")
				}
			})
		})
	}
}

func TestTheHistoryOfANamesakeStaysWhenACustomerIsErased(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := store.Actor{Kind: store.ActorStaff, ID: s.NewAdmin(t).ID}
		named := func(name string) store.Customer {
			return createCustomer(t, s, store.NewCustomer{Phone: s.NewPhone(), Name: name})
		}
		erased, namesake, second, other := named("Анна"), named("Анна"), named("Борис"), named("Борис")
		theirs := s.NewTask(t, second)
		_, err := s.MergeCustomers(t.Context(), admin, second.ID, namesake.ID)
		require.NoError(t, err)
		// Her requests have gone on to the card of another phone.
		alone, _ := register(t, s, store.Registration{TelegramID: chat, Phone: s.NewPhone(), Verified: true, Name: "Виктория"})
		left := s.NewTask(t, alone)
		register(t, s, store.Registration{TelegramID: chat, Phone: other.Phone, Verified: true})
		for _, gone := range []store.Customer{erased, alone} {
			_, err := s.EraseCustomer(t.Context(), admin, gone.ID)
			require.NoError(t, err)
		}
		require.Equal(t, "staff customer: Борис > Анна", last(history(t, s, theirs.ID)))
		require.Equal(t, "customer customer:  > Борис", last(history(t, s, left.ID)), "of whom nobody else has the name")
	})
}

func TestAClosingThatIsASlipErasesNobody(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		_, err := s.RequestErasure(t.Context(), system, customer.ID)
		require.NoError(t, err)
		s.Clock.Advance(store.ErasureWait + time.Hour)
		erased := func() int {
			count, err := s.EraseDue(t.Context())
			require.NoError(t, err)
			return count
		}
		moveTo(t, s, task.ID, store.StatusClosed)
		require.Zero(t, erased())
		_, err = s.UndoStatus(t.Context(), system, task.ID)
		require.NoError(t, err)
		moveTo(t, s, task.ID, store.StatusClosed)
		s.Clock.Advance(23 * time.Hour)
		require.Zero(t, erased())
		s.Clock.Advance(2 * time.Hour)
		require.Equal(t, 1, erased())
	})
}

func TestOnlyWhatIsProvenToBeTheirsIsErasedOrShownToACustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		proven, other, unproven := s.NewRegistered(t), s.NewRegistered(t), typed(t, s, 501)
		for asked, by := range map[int64]int64{other.ID: proven.ID, unproven.ID: unproven.ID} {
			themselves := store.Actor{Kind: store.ActorCustomer, ID: by}
			_, err := s.RequestErasure(t.Context(), themselves, asked)
			requireError(t, err, store.Forbidden, "")
			_, err = s.CancelErasure(t.Context(), themselves, asked)
			requireError(t, err, store.Forbidden, "")
			_, err = s.PersonalData(t.Context(), themselves, asked)
			requireError(t, err, store.Forbidden, "")
		}
	})
}

func TestAnAdminErasesAtOnceWhereNoRequestIsOpen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := store.Actor{Kind: store.ActorStaff, ID: s.NewAdmin(t).ID}
		customer := s.NewCustomer(t)
		task := s.NewTask(t, customer)
		_, err := s.EraseCustomer(t.Context(), store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}, customer.ID)
		requireError(t, err, store.Forbidden, "")
		_, err = s.EraseCustomer(t.Context(), admin, customer.ID)
		requireError(t, err, store.Conflict, "customerId")
		_, err = s.UpdateTask(t.Context(), admin, task.ID, store.TaskUpdate{Status: ptr(store.StatusClosed)})
		require.NoError(t, err)
		_, err = s.EraseCustomer(t.Context(), admin, customer.ID)
		require.NoError(t, err)
		_, err = s.Task(t.Context(), task.ID)
		requireError(t, err, store.NotFound, "")
	})
}

func TestAnErasureThatIsCutOffInTheMiddleHasDoneNothingAndTheNextDoesAll(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		folder := contents(t.TempDir())
		k := newKnown(t, s, folder)
		_, err := s.RequestErasure(t.Context(), system, k.ID)
		require.NoError(t, err)
		s.Clock.Advance(store.ErasureWait + time.Hour)
		before := placesOfPerson(t, s, folder)
		// Each of these is refused by the database itself in the middle of the work, as if the process had ended there.
		for _, table := range []string{"messages", "estimates", "customers", "chat_lists", "phone_claims"} {
			refuse, allow := refusal(s, table)
			s.Exec(t, refuse)
			_, err := s.EraseDue(t.Context())
			require.Error(t, err, table)
			for _, statement := range allow {
				s.Exec(t, statement)
			}
			require.ElementsMatch(t, before, placesOfPerson(t, s, folder), table)
		}
		erased, err := s.EraseDue(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, erased)
		require.NotEmpty(t, placesOfPerson(t, s, folder), "the content of the file is still there")
		failed := func(context.Context, string) error { return context.Canceled }
		require.Error(t, s.RemoveLooseFiles(t.Context(), failed), "the process ends before it is removed")
		s.Clock.Advance(time.Hour)
		require.NoError(t, s.RemoveLooseFiles(t.Context(), folder.remove))
		require.Empty(t, placesOfPerson(t, s, folder))
	})
}

// refusal is a statement that has the database refuse changes of a table's rows, and those that end that.
func refusal(s *storetest.Store, table string) (refuse string, allow []string) {
	if strings.HasPrefix(s.URL, "postgres") {
		return "CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$ LANGUAGE plpgsql; " +
				"CREATE TRIGGER refuse BEFORE UPDATE OR DELETE ON " + table + " FOR EACH ROW EXECUTE FUNCTION refuse()",
			[]string{"DROP TRIGGER refuse ON " + table, "DROP FUNCTION refuse()"}
	}
	return "CREATE TRIGGER refuse BEFORE DELETE ON " + table + " BEGIN SELECT RAISE(ABORT, 'refused'); END; " +
			"CREATE TRIGGER refuse_update BEFORE UPDATE ON " + table + " BEGIN SELECT RAISE(ABORT, 'refused'); END",
		[]string{"DROP TRIGGER refuse", "DROP TRIGGER refuse_update"}
}

func TestACustomerGetsWhatIsKeptAboutThemAndNothingElse(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		k := newKnown(t, s, contents(t.TempDir()))
		data, err := s.PersonalData(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: k.ID}, k.ID)
		require.NoError(t, err)
		encoded, err := json.Marshal(data)
		require.NoError(t, err)
		text := string(encoded)
		for _, word := range []string{
			cardName, phoneWord, wroteWord, wroteBefore, unfiledWord, draftWord, staffWord, taskWord, freeWord, itemWord, serialWord, conditionWord,
			lineWord, commentWord, fileWord, "7400.00 RUB", "https://example.com", `"task_created"`,
		} {
			require.Contains(t, text, word)
		}
		for _, word := range []string{cardNote, staffNoteWord, decisionWord, claimWord, otherCardClaim, "Другой"} {
			require.NotContains(t, text, word)
		}
		require.NoError(t, s.PersonalDataSent(t.Context(), k.ID))
		_, err = s.PersonalData(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: k.ID}, k.ID)
		requireError(t, err, store.RateLimited, "")
		s.Clock.Advance(store.PersonalDataPause)
		_, err = s.PersonalData(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: k.ID}, k.ID)
		require.NoError(t, err)
	})
}
