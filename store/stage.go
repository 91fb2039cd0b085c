package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// Stage is the shop's own step inside a status, such as «Ждём запчасть» inside IN_PROGRESS. One that was removed is given to no task
// any more; closed tasks keep it.
type Stage struct {
	bun.BaseModel  `bun:"table:stages,alias:st"`
	ID             int64 `bun:",pk,autoincrement"`
	Status         Status
	NameRu, NameEn string
	Told           bool   // whether customers are told when a task comes to it
	TextRu, TextEn string // what they are told, as package wording has it; empty is its name
	Place          int    // among the stages of its status, ascending
	RemovedAt      *time.Time
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// Name is what the stage is called in a language, "ru" or "en".
func (s Stage) Name(language string) string { return inLanguage(language, s.NameRu, s.NameEn) }

// Text is what customers are told of the stage.
func (s Stage) Text(language string) string { return inLanguage(language, s.TextRu, s.TextEn) }

func inLanguage(language, ru, en string) string {
	if language == "en" {
		return en
	}
	return ru
}

// StageUpdate changes what is not nil. A new stage needs a Status and a name.
type StageUpdate struct {
	Status         *Status // of a new one; a stage stays in its status
	NameRu, NameEn *string // of two names that are empty, or left out of a new stage, the other stands for it
	Told           *bool
	TextRu, TextEn *string
	Place          *int
}

// maxStageName is the longest name of a stage or a category, in characters.
const maxStageName = 60

const onlyAdminsChange = "Only an admin can change stages and categories."

// cleanNames gives both names of something of the shop's own.
func cleanNames(ru, en string) (cleanRu, cleanEn string, err error) {
	if ru, err = cleanText("nameRu", ru, maxStageName); err != nil {
		return "", "", err
	}
	if en, err = cleanText("nameEn", en, maxStageName); err != nil {
		return "", "", err
	}
	switch {
	case ru == "" && en == "":
		return "", "", errInvalid("nameRu", "Give it a name.")
	case ru == "":
		ru = en
	case en == "":
		en = ru
	}
	return ru, en, nil
}

func assign[T any](to, from *T) {
	if from != nil {
		*to = *from
	}
}

// Stages are the shop's stages in the order of the statuses and of their places; those that were removed come with withRemoved alone.
func (s *Store) Stages(ctx context.Context, withRemoved bool) ([]Stage, error) {
	stages := []Stage{}
	query := s.read.NewSelect().Model(&stages).
		OrderExpr("CASE status WHEN 'ACCEPTED' THEN 1 WHEN 'IN_PROGRESS' THEN 2 WHEN 'READY' THEN 3 ELSE 4 END, place, id")
	if !withRemoved {
		query.Where("removed_at IS NULL")
	}
	return stages, wrap(query.Scan(ctx), "list stages")
}

// StagesByID finds stages, also removed ones.
func (s *Store) StagesByID(ctx context.Context, ids []int64) (map[int64]*Stage, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var stages []Stage
	err := s.read.NewSelect().Model(&stages).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return byID(stages, func(s *Stage) int64 { return s.ID }), wrap(err, "read stages")
}

// CreateStage makes a stage, the last of its status unless it has a place. For admins.
func (s *Store) CreateStage(ctx context.Context, actor Actor, in StageUpdate) (Stage, error) {
	var stage Stage
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mustBeAdmin(ctx, actor, onlyAdminsChange); err != nil {
			return err
		}
		if in.Status == nil {
			return errInvalid("status", "Say in which status the stage is.")
		}
		stage = Stage{Status: *in.Status, CreatedAt: tx.now, UpdatedAt: tx.now}
		err := tx.NewSelect().Model((*Stage)(nil)).ColumnExpr("coalesce(max(place), 0) + 1").Where("status = ?", stage.Status).Scan(ctx, &stage.Place)
		if err != nil {
			return wrap(err, "find the last stage")
		}
		if err := stage.update(in); err != nil {
			return err
		}
		_, err = tx.NewInsert().Model(&stage).Exec(ctx)
		return wrap(err, "insert stage")
	})
	return stage, err
}

// UpdateStage changes a stage. For admins.
func (s *Store) UpdateStage(ctx context.Context, actor Actor, id int64, in StageUpdate) (Stage, error) {
	var stage Stage
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mustBeAdmin(ctx, actor, onlyAdminsChange); err != nil {
			return err
		}
		var err error
		if stage, err = tx.stage(ctx, id, tx.forUpdate); err != nil {
			return err
		}
		if in.Status != nil && *in.Status != stage.Status {
			return errInvalid("status", "A stage stays in its status. Make a new one in the other status.")
		}
		if err := stage.update(in); err != nil {
			return err
		}
		stage.UpdatedAt = tx.now
		_, err = tx.NewUpdate().Model(&stage).WherePK().Exec(ctx)
		return wrap(err, "save stage")
	})
	return stage, err
}

func (s *Stage) update(in StageUpdate) (err error) {
	assign(&s.NameRu, in.NameRu)
	assign(&s.NameEn, in.NameEn)
	assign(&s.TextRu, in.TextRu)
	assign(&s.TextEn, in.TextEn)
	assign(&s.Told, in.Told)
	assign(&s.Place, in.Place)
	if s.NameRu, s.NameEn, err = cleanNames(s.NameRu, s.NameEn); err != nil {
		return err
	}
	if s.TextRu, err = CleanWording("textRu", s.TextRu); err != nil {
		return err
	}
	s.TextEn, err = CleanWording("textEn", s.TextEn)
	return err
}

// stage locks a stage that is in use: to change it, or for a task to come to it, which others may do at the same time.
func (t *tx) stage(ctx context.Context, id int64, lock func(*bun.SelectQuery) *bun.SelectQuery) (Stage, error) {
	var stage Stage
	err := lock(t.NewSelect().Model(&stage).Where("id = ?", id).Where("removed_at IS NULL")).Scan(ctx)
	return stage, notFoundOr(err, "read stage")
}

// DeleteStage removes a stage. While open tasks are in it, it needs a successor of the same status, to which they come without a word
// to their customers; 0 is no stage. For admins.
func (s *Store) DeleteStage(ctx context.Context, actor Actor, id int64, successorID *int64) error {
	return retryConflict(func() error { // who puts a task into it locks the two the other way around
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			if err := tx.mustBeAdmin(ctx, actor, onlyAdminsChange); err != nil {
				return err
			}
			stage, err := tx.stage(ctx, id, tx.forUpdate)
			if err != nil {
				return err
			}
			if successorID != nil && *successorID != 0 {
				successor, err := tx.stage(ctx, *successorID, tx.forShare)
				if CodeOf(err) == NotFound || err == nil && (successor.Status != stage.Status || successor.ID == id) {
					return errInvalid("successorId", "Choose another stage of the same status, or none.")
				}
				if err != nil {
					return err
				}
			}
			if err := tx.succeed(ctx, actor, EventStage, "stage_id", id, successorID); err != nil {
				return err
			}
			stage.RemovedAt, stage.UpdatedAt = &tx.now, tx.now
			_, err = tx.NewUpdate().Model(&stage).WherePK().Exec(ctx)
			return wrap(err, "remove stage")
		})
	})
}

// changeStage puts a locked task, whose status is the new one, into a stage; 0 is none. A stage of another status is left.
func (t *tx) changeStage(ctx context.Context, task *Task, statusBefore Status, stageID *int64) error {
	if stageID == nil {
		if task.Status != statusBefore {
			task.StageID = nil
		}
		return nil
	}
	if *stageID == 0 {
		task.StageID = nil
		return nil
	}
	if sameID(task.StageID, stageID) && task.Status == statusBefore {
		return nil
	}
	stage, err := t.stage(ctx, *stageID, t.forShare)
	if CodeOf(err) == NotFound || err == nil && stage.Status != task.Status {
		return errInvalid("stageId", "The status has no such stage. The field stages lists them; give the status of the stage as well.")
	}
	task.StageID = stageID
	return err
}
