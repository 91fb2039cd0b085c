package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addStages adds to tasks the shop's own steps and kinds of work, and the warranty.
func addStages(t *types) {
	t.stage = newStageType(t)
	t.shopCategory = newShopCategoryType(t)
	for name, field := range map[string]*graphql.Field{
		"stage": {
			Type: t.stage, Description: "The shop's own step inside the status; null for none.",
			Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
				return referred(ctx, r.stages, task.StageID)
			}).field(),
		},
		"shopCategory": {
			Type: t.shopCategory, Description: "The shop's own kind of work, which is one of its category; null for none.",
			Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
				return referred(ctx, r.shopCategories, task.ShopCategoryID)
			}).field(),
		},
		"warrantyOf": {
			Type: t.task, Description: "The earlier task under whose warranty this one is done; null for none.",
			Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
				return referred(ctx, r.tasks, task.WarrantyOfID)
			}).field(),
		},
		"warrantyUntil": {
			Type: t.dateTime, Description: "The last day of the warranty on it: its first moment in the business's time zone, RFC 3339. Null for none, and before the task is closed.",
			Resolve: property(func(t store.Task) any { return rfc3339OrNull(t.WarrantyUntil) }),
		},
	} {
		t.task.AddFieldConfig(name, field)
	}
}

func newStageType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "StageType", Description: "The shop's own step inside a status, such as «Ждём запчасть» inside IN_PROGRESS.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The stage's number.",
				Resolve: property(func(s store.Stage) any { return s.ID }),
			},
			"status": {
				Type: nonNull(t.status), Description: "The status that it is a step of.",
				Resolve: property(func(s store.Stage) any { return s.Status }),
			},
			"nameRu": {
				Type: nonNull(graphql.String), Description: "What it is called in Russian.",
				Resolve: property(func(s store.Stage) any { return s.NameRu }),
			},
			"nameEn": {
				Type: nonNull(graphql.String), Description: "What it is called in English.",
				Resolve: property(func(s store.Stage) any { return s.NameEn }),
			},
			"told": {
				Type: nonNull(graphql.Boolean), Description: "Whether a customer in Telegram is told when a task comes to it.",
				Resolve: property(func(s store.Stage) any { return s.Told }),
			},
			"textRu": {
				Type: graphql.String, Description: "What is told in Russian; null where it is the name.",
				Resolve: property(func(s store.Stage) any { return orNull(s.TextRu) }),
			},
			"textEn": {
				Type: graphql.String, Description: "What is told in English; null where it is the name.",
				Resolve: property(func(s store.Stage) any { return orNull(s.TextEn) }),
			},
			"place": {
				Type: nonNull(graphql.Int), Description: "Where it stands among the stages of its status, the least first.",
				Resolve: property(func(s store.Stage) any { return s.Place }),
			},
			"removed": {
				Type: nonNull(graphql.Boolean), Description: "Whether it is given to no task any more.",
				Resolve: property(func(s store.Stage) any { return s.RemovedAt != nil }),
			},
		},
	})
}

func newShopCategoryType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ShopCategoryType", Description: "The shop's own kind of work, such as «Пайка».",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The category's number.",
				Resolve: property(func(c store.ShopCategory) any { return c.ID }),
			},
			"category": {
				Type: nonNull(t.category), Description: "Which of the four categories it is.",
				Resolve: property(func(c store.ShopCategory) any { return c.Category }),
			},
			"nameRu": {
				Type: nonNull(graphql.String), Description: "What it is called in Russian.",
				Resolve: property(func(c store.ShopCategory) any { return c.NameRu }),
			},
			"nameEn": {
				Type: nonNull(graphql.String), Description: "What it is called in English.",
				Resolve: property(func(c store.ShopCategory) any { return c.NameEn }),
			},
			"place": {
				Type: nonNull(graphql.Int), Description: "Where it stands among all, the least first.",
				Resolve: property(func(c store.ShopCategory) any { return c.Place }),
			},
			"removed": {
				Type: nonNull(graphql.Boolean), Description: "Whether it is given to no task any more.",
				Resolve: property(func(c store.ShopCategory) any { return c.RemovedAt != nil }),
			},
		},
	})
}

func (a *API) stageQueries(t *types) graphql.Fields {
	withRemoved := graphql.FieldConfigArgument{
		"withRemoved": {Type: graphql.Boolean, DefaultValue: false, Description: "Also those that are given to no task any more."},
	}
	return graphql.Fields{
		"stages": {
			Type: nonNull(graphql.NewList(nonNull(t.stage))), Description: "The shop's own steps, in the order of the statuses and of their places.",
			Args: withRemoved,
			Resolve: a.reads(func(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
				stages, err := a.store.Stages(ctx, args["withRemoved"] == true)
				return stages, err
			}),
		},
		"categories": {
			Type: nonNull(graphql.NewList(nonNull(t.shopCategory))), Description: "The shop's own kinds of work, in the order of their places.",
			Args: withRemoved,
			Resolve: a.reads(func(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
				categories, err := a.store.ShopCategories(ctx, args["withRemoved"] == true)
				return categories, err
			}),
		},
	}
}
