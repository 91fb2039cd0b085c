package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func newStage(t *testing.T, s *storetest.Store, admin store.Actor, status store.Status, name string, told bool) store.Stage {
	t.Helper()
	stage, err := s.CreateStage(t.Context(), admin, store.StageUpdate{Status: &status, NameRu: &name, Told: &told, TextRu: ptr("Заказали деталь")})
	require.NoError(t, err)
	return stage
}

func anAdmin(t *testing.T, s *storetest.Store) store.Actor {
	t.Helper()
	return store.Actor{Kind: store.ActorStaff, ID: s.NewAdmin(t).ID}
}

func toStage(t *testing.T, s *storetest.Store, id int64, status store.Status, stageID int64) store.Task {
	t.Helper()
	task, err := s.UpdateTask(t.Context(), system, id, store.TaskUpdate{Status: &status, StageID: &stageID})
	require.NoError(t, err)
	return task
}

func TestStagesAreAdminsToChangeAndStandInTheirOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin, member := anAdmin(t, s), store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		_, err := s.CreateStage(t.Context(), member, store.StageUpdate{Status: ptr(store.StatusReady), NameRu: ptr("На полке")})
		requireError(t, err, store.Forbidden, "")
		_, err = s.CreateStage(t.Context(), admin, store.StageUpdate{Status: ptr(store.StatusReady)})
		requireError(t, err, store.Invalid, "nameRu")
		shelf := newStage(t, s, admin, store.StatusReady, "На полке", false)
		require.Equal(t, "На полке", shelf.NameEn, "one name stands for the other")
		parts := newStage(t, s, admin, store.StatusInProgress, "Ждём запчасть", true)
		queue := newStage(t, s, admin, store.StatusInProgress, "В очереди", false)
		names := func(withRemoved bool) (names []string) {
			stages, err := s.Stages(t.Context(), withRemoved)
			require.NoError(t, err)
			for _, stage := range stages {
				names = append(names, stage.NameRu)
			}
			return names
		}
		require.Equal(t, []string{"Ждём запчасть", "В очереди", "На полке"}, names(false))
		_, err = s.UpdateStage(t.Context(), admin, queue.ID, store.StageUpdate{NameEn: ptr("In the queue"), Place: ptr(0)})
		require.NoError(t, err)
		require.Equal(t, []string{"В очереди", "Ждём запчасть", "На полке"}, names(false))
		_, err = s.UpdateStage(t.Context(), admin, queue.ID, store.StageUpdate{Status: ptr(store.StatusReady)})
		requireError(t, err, store.Invalid, "status")
		require.NoError(t, s.DeleteStage(t.Context(), admin, parts.ID, nil))
		require.Equal(t, []string{"В очереди", "На полке"}, names(false))
		require.Equal(t, []string{"В очереди", "Ждём запчасть", "На полке"}, names(true))
		requireError(t, s.DeleteStage(t.Context(), admin, parts.ID, nil), store.NotFound, "")
	})
}

func TestAStageIsOneOfTheStatusAndIsLeftWithIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := anAdmin(t, s)
		parts, shelf := newStage(t, s, admin, store.StatusInProgress, "Ждём запчасть", false), newStage(t, s, admin, store.StatusReady, "На полке", false)
		task := s.NewTask(t, s.NewCustomer(t))
		_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{StageID: &parts.ID})
		requireError(t, err, store.Invalid, "stageId")
		require.Equal(t, parts.ID, *toStage(t, s, task.ID, store.StatusInProgress, parts.ID).StageID)
		require.Equal(t, []int64{task.ID}, idsOfPage(t, s, store.TaskFilter{StageID: &parts.ID}, store.TasksNewestFirst, store.PageRequest{Limit: 5}))
		require.Nil(t, moveTo(t, s, task.ID, store.StatusReady).StageID)
		back, err := s.UndoStatus(t.Context(), system, task.ID)
		require.NoError(t, err)
		require.Equal(t, parts.ID, *back.StageID, "an undo puts it back")
		toStage(t, s, task.ID, store.StatusReady, shelf.ID)
		require.Nil(t, toStage(t, s, task.ID, store.StatusReady, 0).StageID)
		require.Equal(t, []string{
			"system created:  > ACCEPTED", "system status: ACCEPTED > IN_PROGRESS", "system stage:  > 1", "system status: IN_PROGRESS > READY",
			"system status: READY > IN_PROGRESS", "system status: IN_PROGRESS > READY", "system stage: 1 > 2", "system stage: 2 > ",
		}, history(t, s, task.ID))
		made, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), Status: store.StatusReady, StageID: &shelf.ID})
		require.NoError(t, err)
		require.Equal(t, shelf.ID, *made.StageID)
	})
}

func TestARemovedStageNamesItsSuccessorWhileOpenTasksAreInIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := anAdmin(t, s)
		parts, queue := newStage(t, s, admin, store.StatusInProgress, "Ждём запчасть", true), newStage(t, s, admin, store.StatusInProgress, "В очереди", true)
		done := newStage(t, s, admin, store.StatusClosed, "Отдали", false)
		customer := s.NewRegistered(t)
		open, closed := s.NewTask(t, customer), s.NewTask(t, customer)
		toStage(t, s, open.ID, store.StatusInProgress, parts.ID)
		toStage(t, s, closed.ID, store.StatusClosed, done.ID)
		s.Clock.Advance(storeHold)
		deliverAll(t, s)
		requireError(t, s.DeleteStage(t.Context(), admin, parts.ID, nil), store.Conflict, "successorId")
		for _, successor := range []int64{parts.ID, done.ID, 77} {
			requireError(t, s.DeleteStage(t.Context(), admin, parts.ID, &successor), store.Invalid, "successorId")
		}
		require.NoError(t, s.DeleteStage(t.Context(), admin, parts.ID, &queue.ID))
		task, err := s.Task(t.Context(), open.ID)
		require.NoError(t, err)
		require.Equal(t, queue.ID, *task.StageID)
		require.Equal(t, "staff stage: 1 > 2", history(t, s, open.ID)[3])
		require.NoError(t, s.DeleteStage(t.Context(), admin, queue.ID, new(int64)))
		require.NoError(t, s.DeleteStage(t.Context(), admin, done.ID, nil))
		task, err = s.Task(t.Context(), closed.ID)
		require.NoError(t, err)
		require.Equal(t, done.ID, *task.StageID, "what is closed keeps it")
		require.Empty(t, deliverAll(t, s), "customers are told nothing of it")
	})
}

func TestAStageOfWhichCustomersAreToldIsToldAsAStatusIs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := anAdmin(t, s)
		told, quiet := newStage(t, s, admin, store.StatusInProgress, "Ждём запчасть", true), newStage(t, s, admin, store.StatusInProgress, "В очереди", false)
		task := s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(storeHold)
		deliverAll(t, s)

		moveTo(t, s, task.ID, store.StatusInProgress)
		toStage(t, s, task.ID, store.StatusInProgress, told.ID)
		s.Clock.Advance(storeHold)
		deliveries := claim(t, s)
		require.Len(t, deliveries, 1, "one message tells both")
		require.Equal(t, store.NotificationPayload{From: store.StatusAccepted, To: store.StatusInProgress, Stage: told.ID}, deliveries[0].Notification.Payload)
		require.Equal(t, "Заказали деталь", deliveries[0].Stage.Text("ru"))
		require.NoError(t, s.NotificationSent(t.Context(), deliveries[0].Notification.Claim(), 1))

		toStage(t, s, task.ID, store.StatusInProgress, quiet.ID)
		toStage(t, s, task.ID, store.StatusInProgress, told.ID)
		toStage(t, s, task.ID, store.StatusInProgress, 0)
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s), "what is taken back within the hold is not told")

		toStage(t, s, task.ID, store.StatusInProgress, told.ID)
		require.NoError(t, s.DeleteStage(t.Context(), admin, told.ID, &quiet.ID))
		s.Clock.Advance(storeHold)
		deliveries = claim(t, s)
		require.Len(t, deliveries, 1)
		require.Nil(t, deliveries[0].Stage, "the text of a stage that was removed is not sent")
	})
}

func TestAChatThatHasNotProvenItsPhoneHearsOfNoStages(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		told := newStage(t, s, anAdmin(t, s), store.StatusInProgress, "Ждём запчасть", true)
		customer, _, err := s.Register(t.Context(), store.Registration{TelegramID: 5, Phone: s.NewPhone()})
		require.NoError(t, err)
		task := s.NewTask(t, customer)
		moveTo(t, s, task.ID, store.StatusInProgress)
		s.Clock.Advance(storeHold)
		deliverAll(t, s)
		toStage(t, s, task.ID, store.StatusInProgress, told.ID)
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s))
		moveTo(t, s, task.ID, store.StatusReady)
		toStage(t, s, task.ID, store.StatusInProgress, told.ID)
		s.Clock.Advance(storeHold)
		for _, delivery := range claim(t, s) {
			require.Nil(t, delivery.Stage)
			require.Nil(t, delivery.ShopCategory)
		}
	})
}

func TestACategoryOfTheShopsOwnIsOneOfTheFourToPrograms(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := anAdmin(t, s)
		solder, err := s.CreateShopCategory(t.Context(), admin, store.ShopCategoryUpdate{Category: ptr(store.CategoryRepair), NameRu: ptr("Пайка"), NameEn: ptr("Soldering")})
		require.NoError(t, err)
		screens, err := s.CreateShopCategory(t.Context(), admin, store.ShopCategoryUpdate{Category: ptr(store.CategoryRepair), NameRu: ptr("Экраны")})
		require.NoError(t, err)
		task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), ShopCategoryID: &solder.ID})
		require.NoError(t, err)
		require.Equal(t, store.CategoryRepair, task.Category)
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Category: ptr(store.CategoryOther), ShopCategoryID: &screens.ID})
		requireError(t, err, store.Invalid, "shopCategoryId")

		requireError(t, s.DeleteShopCategory(t.Context(), admin, solder.ID, nil), store.Conflict, "successorId")
		require.NoError(t, s.DeleteShopCategory(t.Context(), admin, solder.ID, &screens.ID))
		require.Equal(t, []int64{task.ID}, idsOfPage(t, s, store.TaskFilter{ShopCategoryID: &screens.ID}, store.TasksNewestFirst, store.PageRequest{Limit: 5}))
		changed, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Category: ptr(store.CategoryDiagnosis)})
		require.NoError(t, err)
		require.Nil(t, changed.ShopCategoryID, "a program that knows the four only chose another one")
		categories, err := s.ShopCategories(t.Context(), false)
		require.NoError(t, err)
		require.Len(t, categories, 1)
		require.Equal(t, "Экраны", categories[0].Name("en"))
		require.Equal(t, []string{
			"system created:  > OTHER", "staff shop_category: 1 > 2", "system category: REPAIR > DIAGNOSIS", "system shop_category: 2 > ",
		}[1:], history(t, s, task.ID)[1:])
	})
}

func TestAWarrantyBeginsWhenATaskIsClosedAndGoesOnForARepeat(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		shop, err := s.Shop(t.Context())
		require.NoError(t, err)
		days := 30
		_, err = s.UpdateShop(t.Context(), anAdmin(t, s), store.ShopUpdate{Version: shop.Version, WarrantyDays: &days})
		require.NoError(t, err)
		day := func(task store.Task) store.Day {
			if task.WarrantyUntil == nil {
				return ""
			}
			return s.DayOf(*task.WarrantyUntil)
		}
		first := s.NewTask(t, s.NewCustomer(t))
		require.Empty(t, day(first))
		require.Equal(t, store.Day("2026-04-01"), day(moveTo(t, s, first.ID, store.StatusClosed)))
		undone, err := s.UndoStatus(t.Context(), system, first.ID)
		require.NoError(t, err)
		require.Empty(t, day(undone))
		closed := moveTo(t, s, first.ID, store.StatusClosed)
		require.Empty(t, day(moveTo(t, s, first.ID, store.StatusReady)), "what is opened again has no warranty")
		long, err := s.UpdateTask(t.Context(), system, first.ID, store.TaskUpdate{WarrantyUntil: ptr(store.Day("2026-12-31"))})
		require.NoError(t, err)
		require.Equal(t, store.Day("2026-12-31"), day(long))
		require.Equal(t, store.Day("2026-12-31"), day(moveTo(t, s, first.ID, store.StatusClosed)), "a day that was given stays")
		require.NotNil(t, closed.ClosedAt)

		s.Clock.Advance(24 * time.Hour)
		repeat, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), WarrantyOfID: &first.ID})
		require.NoError(t, err)
		require.Equal(t, store.Day("2026-12-31"), day(moveTo(t, s, repeat.ID, store.StatusClosed)), "the longer one counts")
		require.Equal(t, []int64{repeat.ID}, idsOfPage(t, s, store.TaskFilter{WarrantyOfID: &first.ID}, store.TasksNewestFirst, store.PageRequest{Limit: 5}))
		for _, id := range []int64{repeat.ID, 77} {
			_, err = s.UpdateTask(t.Context(), system, repeat.ID, store.TaskUpdate{WarrantyOfID: &id})
			requireError(t, err, store.Invalid, "warrantyOfId")
		}
		_, err = s.UpdateTask(t.Context(), system, first.ID, store.TaskUpdate{WarrantyOfID: &repeat.ID})
		requireError(t, err, store.Invalid, "warrantyOfId")
		require.NoError(t, s.DeleteTask(t.Context(), system, first.ID))
		kept, err := s.Task(t.Context(), repeat.ID)
		require.NoError(t, err)
		require.Nil(t, kept.WarrantyOfID)
	})
}
