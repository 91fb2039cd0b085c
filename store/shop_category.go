package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/uptrace/bun"
)

// ShopCategory is the shop's own kind of work, such as «Пайка», which to programs is one of the four categories. One that was removed is
// given to no task any more; closed tasks keep it.
type ShopCategory struct {
	bun.BaseModel  `bun:"table:shop_categories,alias:sc"`
	ID             int64 `bun:",pk,autoincrement"`
	Category       Category
	NameRu, NameEn string
	Place          int // among all, ascending
	RemovedAt      *time.Time
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// Name is what the category is called in a language, "ru" or "en".
func (c ShopCategory) Name(language string) string { return inLanguage(language, c.NameRu, c.NameEn) }

// ShopCategoryUpdate changes what is not nil. A new category needs a Category and a name.
type ShopCategoryUpdate struct {
	Category       *Category // of a new one; it stays what it is
	NameRu, NameEn *string   // of two names that are empty, or left out of a new one, the other stands for it
	Place          *int
}

// ShopCategories are the shop's categories in the order of their places; those that were removed come with withRemoved alone.
func (s *Store) ShopCategories(ctx context.Context, withRemoved bool) ([]ShopCategory, error) {
	categories := []ShopCategory{}
	query := s.read.NewSelect().Model(&categories).Order("place", "id")
	if !withRemoved {
		query.Where("removed_at IS NULL")
	}
	return categories, wrap(query.Scan(ctx), "list categories")
}

// ShopCategoriesByID finds categories, also removed ones.
func (s *Store) ShopCategoriesByID(ctx context.Context, ids []int64) (map[int64]*ShopCategory, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var categories []ShopCategory
	err := s.read.NewSelect().Model(&categories).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return byID(categories, func(c *ShopCategory) int64 { return c.ID }), wrap(err, "read categories")
}

// CreateShopCategory makes a category, the last one unless it has a place. For admins.
func (s *Store) CreateShopCategory(ctx context.Context, actor Actor, in ShopCategoryUpdate) (ShopCategory, error) {
	var category ShopCategory
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mustBeAdmin(ctx, actor, onlyAdminsChange); err != nil {
			return err
		}
		if in.Category == nil {
			return errInvalid("category", "Say which of the four categories it is to programs.")
		}
		category = ShopCategory{Category: *in.Category, CreatedAt: tx.now, UpdatedAt: tx.now}
		err := tx.NewSelect().Model((*ShopCategory)(nil)).ColumnExpr("coalesce(max(place), 0) + 1").Scan(ctx, &category.Place)
		if err != nil {
			return wrap(err, "find the last category")
		}
		if err := category.update(in); err != nil {
			return err
		}
		_, err = tx.NewInsert().Model(&category).Exec(ctx)
		return wrap(err, "insert category")
	})
	return category, err
}

// UpdateShopCategory changes a category. For admins.
func (s *Store) UpdateShopCategory(ctx context.Context, actor Actor, id int64, in ShopCategoryUpdate) (ShopCategory, error) {
	var category ShopCategory
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mustBeAdmin(ctx, actor, onlyAdminsChange); err != nil {
			return err
		}
		var err error
		if category, err = tx.shopCategory(ctx, id, tx.forUpdate); err != nil {
			return err
		}
		if in.Category != nil && *in.Category != category.Category {
			return errInvalid("category", "A category stays what it is to programs. Make a new one.")
		}
		if err := category.update(in); err != nil {
			return err
		}
		category.UpdatedAt = tx.now
		_, err = tx.NewUpdate().Model(&category).WherePK().Exec(ctx)
		return wrap(err, "save category")
	})
	return category, err
}

func (c *ShopCategory) update(in ShopCategoryUpdate) (err error) {
	assign(&c.NameRu, in.NameRu)
	assign(&c.NameEn, in.NameEn)
	assign(&c.Place, in.Place)
	c.NameRu, c.NameEn, err = cleanNames(c.NameRu, c.NameEn)
	return err
}

// shopCategory locks a category that is in use: to change it, or for a task to come to it, which others may do at the same time.
func (t *tx) shopCategory(ctx context.Context, id int64, lock func(*bun.SelectQuery) *bun.SelectQuery) (ShopCategory, error) {
	var category ShopCategory
	err := lock(t.NewSelect().Model(&category).Where("id = ?", id).Where("removed_at IS NULL")).Scan(ctx)
	return category, notFoundOr(err, "read category")
}

// DeleteShopCategory removes a category. While open tasks have it, it needs a successor that is the same to programs; 0 is none. For admins.
func (s *Store) DeleteShopCategory(ctx context.Context, actor Actor, id int64, successorID *int64) error {
	return retryConflict(func() error { // who puts a task into it locks the two the other way around
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			if err := tx.mustBeAdmin(ctx, actor, onlyAdminsChange); err != nil {
				return err
			}
			category, err := tx.shopCategory(ctx, id, tx.forUpdate)
			if err != nil {
				return err
			}
			if successorID != nil && *successorID != 0 {
				successor, err := tx.shopCategory(ctx, *successorID, tx.forShare)
				if CodeOf(err) == NotFound || err == nil && (successor.Category != category.Category || successor.ID == id) {
					return errInvalid("successorId", "Choose another category that is the same to programs, or none.")
				}
				if err != nil {
					return err
				}
			}
			if err := tx.succeed(ctx, actor, EventShopCategory, "shop_category_id", id, successorID); err != nil {
				return err
			}
			category.RemovedAt, category.UpdatedAt = &tx.now, tx.now
			_, err = tx.NewUpdate().Model(&category).WherePK().Exec(ctx)
			return wrap(err, "remove category")
		})
	})
}

// succeed gives open tasks what follows a stage or a category that is removed, whose id is in a column.
func (t *tx) succeed(ctx context.Context, actor Actor, kind EventKind, column string, id int64, successorID *int64) error {
	inUse := t.NewSelect().Model((*Task)(nil)).Where("? = ?", bun.Ident(column), id).Where("status <> 'CLOSED'")
	if successorID == nil {
		count, err := inUse.Count(ctx)
		if err == nil && count > 0 {
			return errConflict("successorId", "Open tasks have it: %d. Say with successorId what they have from now on; an empty text is nothing.", count)
		}
		return wrap(err, "count the tasks that a removal concerns")
	}
	var successor any
	if *successorID != 0 {
		successor = *successorID
	}
	var tasks []Task
	err := t.NewUpdate().Model((*Task)(nil)).Set("? = ?", bun.Ident(column), successor).Set("version = version + 1").Set("updated_at = ?", t.now).
		Where("? = ?", bun.Ident(column), id).Where("status <> 'CLOSED'").Returning("*").Scan(ctx, &tasks)
	if err != nil {
		return wrap(err, "give tasks a successor")
	}
	slices.SortFunc(tasks, func(a, b Task) int { return cmp.Compare(a.ID, b.ID) })
	var customerIDs []int64
	for _, task := range tasks {
		customerIDs = append(customerIDs, valueOf(task.CustomerID))
	}
	var customers []Customer
	if err := t.NewSelect().Model(&customers).Where("id IN (?)", bun.List(customerIDs)).Scan(ctx); err != nil {
		return wrap(err, "read the customers of tasks")
	}
	whose := byID(customers, func(c *Customer) int64 { return c.ID })
	var events []HistoryEntry
	for _, task := range tasks {
		t.changed(SubjectTask, Updated, task.ID)
		t.emitTask(WebhookTaskUpdated, task, whose[valueOf(task.CustomerID)])
		events = append(events, HistoryEntry{TaskID: task.ID, Kind: kind, From: strconv.FormatInt(id, 10), To: idText(successorID)})
	}
	return t.recordAll(ctx, actor, events)
}

// idText is an id as a line of the history has it; empty for none.
func idText(id *int64) string {
	if id == nil || *id == 0 {
		return ""
	}
	return strconv.FormatInt(*id, 10)
}

// changeCategory gives a locked task its kind of work: one of the four, or one of the shop's own, which is one of the four; 0 is none
// of the shop's. One of the shop's own that is not of the new kind is left.
func (t *tx) changeCategory(ctx context.Context, task *Task, category *Category, shopCategoryID *int64) error {
	if shopCategoryID != nil && *shopCategoryID != 0 && !sameID(task.ShopCategoryID, shopCategoryID) {
		own, err := t.shopCategory(ctx, *shopCategoryID, t.forShare)
		if CodeOf(err) == NotFound || err == nil && category != nil && *category != own.Category {
			return errInvalid("shopCategoryId", "There is no such category, or it is of another kind. The field categories lists them.")
		}
		task.Category, task.ShopCategoryID = own.Category, shopCategoryID
		return err
	}
	if shopCategoryID != nil && *shopCategoryID == 0 {
		task.ShopCategoryID = nil
	}
	if category != nil && *category != task.Category {
		task.Category, task.ShopCategoryID = *category, nil
	}
	return nil
}
