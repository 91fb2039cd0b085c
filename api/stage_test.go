package api_test

import "testing"

func TestStagesAndCategoriesAreMadeByAdminsGivenToTasksAndRemovedForASuccessor(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		admin, anna := s.login(s.NewAdmin(t)), s.login(s.NewStaff(t))
		const createStage = `mutation($data: StageInput!) { createStage(stageData: $data) { stage { id status nameRu nameEn told textRu textEn place removed } } }`
		anna.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, createStage, vars{"data": vars{"status": "READY", "nameRu": "На полке"}})
		admin.gives(`{"data": {"createStage": {"stage": {
			"id": "1", "status": "IN_PROGRESS", "nameRu": "Ждём запчасть", "nameEn": "Waiting for a part", "told": true, "textRu": "Заказали деталь.", "textEn": null,
			"place": 1, "removed": false
		}}}}`, createStage, vars{"data": vars{
			"status": "IN_PROGRESS", "nameRu": "Ждём запчасть", "nameEn": "Waiting for a part", "told": true, "textRu": "Заказали деталь.",
		}})
		admin.gives(`{"data": {"createCategory": {"category": {"id": "1", "category": "REPAIR", "nameRu": "Пайка", "nameEn": "Пайка", "place": 1, "removed": false}}}}`,
			`mutation { createCategory(categoryData: {category: REPAIR, nameRu: "Пайка"}) { category { id category nameRu nameEn place removed } } }`)
		admin.gives(`{"data": {"updateCategory": {"category": {"nameEn": "Soldering"}}}}`,
			`mutation { updateCategory(categoryData: {id: 1, nameEn: "Soldering"}) { category { nameEn } } }`)

		anna.gives(`{"data": {"createTask": {"task": {
			"category": "REPAIR", "status": "IN_PROGRESS", "stage": {"nameRu": "Ждём запчасть"}, "shopCategory": {"nameEn": "Soldering"},
			"warrantyOf": null, "warrantyUntil": null
		}}}}`, `mutation { createTask(taskData: {customerPhone: "+79170000001", status: IN_PROGRESS, stageId: 1, shopCategoryId: 1}) {
			task { category status stage { nameRu } shopCategory { nameEn } warrantyOf { id } warrantyUntil }
		} }`)
		anna.gives(`{"data": {"stages": [{"id": "1"}], "categories": [{"id": "1"}], "tasks": {"nodes": [{"id": "1"}]}}}`,
			`{ stages { id } categories { id } tasks(filter: {stageId: 1, shopCategoryId: 1}) { nodes { id } } }`)

		const remove = `mutation($to: ID) { deleteStage(id: 1, successorId: $to) { id } }`
		admin.fails("Open tasks have it: 1. Say with successorId what they have from now on; an empty text is nothing.",
			`{"code": "CONFLICT", "field": "successorId"}`, remove, vars{"to": nil})
		admin.gives(`{"data": {"deleteStage": {"id": "1"}}}`, remove, vars{"to": ""})
		anna.gives(`{"data": {"stages": [], "all": [{"id": "1", "removed": true}], "taskById": {"stage": null, "history": [
			{"kind": "CREATED", "from": null, "to": "IN_PROGRESS"}, {"kind": "STAGE", "from": "1", "to": null}
		]}}}`, `{ stages { id } all: stages(withRemoved: true) { id removed } taskById(id: 1) { stage { id } history { kind from to } } }`)

		const update = `mutation($data: TaskInput!) { updateTask(taskData: $data) { task { shopCategory { id } category warrantyUntil warrantyOf { id } } } }`
		anna.gives(`{"data": {"createTask": {"task": {"warrantyOf": {"id": "1"}}}}}`,
			`mutation { createTask(taskData: {customerPhone: "+79170000001", warrantyOfId: 1}) { task { warrantyOf { id } } } }`)
		anna.gives(`{"data": {"updateTask": {"task": {"shopCategory": null, "category": "REPAIR", "warrantyUntil": "2026-06-04T21:00:00Z", "warrantyOf": null}}}}`,
			update, vars{"data": vars{"id": 1, "shopCategoryId": nil, "warrantyUntil": "2026-06-05"}})
		anna.gives(`{"data": {"updateTask": {"task": {"shopCategory": null, "category": "OTHER", "warrantyUntil": null, "warrantyOf": null}}}}`,
			update, vars{"data": vars{"id": 2, "warrantyOfId": ""}})
	})
}
