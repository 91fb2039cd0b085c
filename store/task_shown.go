package store

import "context"

// ShownTask is a task as its customer's chat may see it, with what is kept apart from its row.
type ShownTask struct {
	Task         Task
	Item         Item          // empty when nobody said what was brought
	ShopCategory *ShopCategory // nil for none
	Stage        *Stage        // nil for none, and for one of which customers are not told
}

// Surroundings are what of many tasks is kept apart from their rows.
type Surroundings struct {
	items      map[int64]*Item // by task
	categories map[int64]*ShopCategory
	stages     map[int64]*Stage
}

// Surroundings reads what of these tasks is kept apart.
func (s *Store) Surroundings(ctx context.Context, tasks []Task) (Surroundings, error) {
	return s.surroundings(ctx, tasks, nil)
}

// surroundings also reads further stages.
func (s *Store) surroundings(ctx context.Context, tasks []Task, stageIDs []int64) (around Surroundings, err error) {
	taskIDs := make([]int64, len(tasks))
	var categoryIDs []int64
	for i, task := range tasks {
		taskIDs[i] = task.ID
		if task.ShopCategoryID != nil {
			categoryIDs = append(categoryIDs, *task.ShopCategoryID)
		}
		if task.StageID != nil {
			stageIDs = append(stageIDs, *task.StageID)
		}
	}
	if around.items, err = s.ItemsByTask(ctx, taskIDs); err != nil {
		return around, err
	}
	if around.categories, err = s.ShopCategoriesByID(ctx, categoryIDs); err != nil {
		return around, err
	}
	around.stages, err = s.StagesByID(ctx, stageIDs)
	return around, err
}

// Show gives one of the tasks as a customer's chat may see it; see Task.ShownTo.
func (a Surroundings) Show(task Task, customer Customer) ShownTask {
	shown := ShownTask{Task: task.ShownTo(customer)}
	if customer.PhoneVerifiedAt == nil {
		return shown
	}
	if item := a.items[task.ID]; item != nil {
		shown.Item = *item
	}
	if id := task.ShopCategoryID; id != nil {
		shown.ShopCategory = a.categories[*id]
	}
	if id := task.StageID; id != nil {
		shown.Stage = a.toldStage(*id)
	}
	return shown
}

// toldStage is a stage of which customers are told, and that the shop still has.
func (a Surroundings) toldStage(id int64) *Stage {
	if stage := a.stages[id]; stage != nil && stage.Told && stage.RemovedAt == nil {
		return stage
	}
	return nil
}
