package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func (a *API) stageMutations(t *types) graphql.Fields {
	stageData := graphql.FieldConfigArgument{"stageData": {Type: nonNull(newStageInput(t)), Description: "The stage's data."}}
	categoryData := graphql.FieldConfigArgument{"categoryData": {Type: nonNull(newShopCategoryInput(t)), Description: "The category's data."}}
	removed := func(what, successor string) graphql.FieldConfigArgument {
		return graphql.FieldConfigArgument{
			"id":          {Type: nonNull(graphql.ID), Description: "The " + what + "'s number."},
			"successorId": {Type: graphql.ID, Description: "What open tasks have from then on, needed while there are some: " + successor + ", or an empty text for none."},
		}
	}
	return graphql.Fields{
		"createStage": {
			Type:        newPayload("CreateStage", "The result of createStage.", "stage", t.stage, "The new stage."),
			Description: "Makes a stage. For admins.", Args: stageData, Resolve: a.administers(a.createStage),
		},
		"updateStage": {
			Type:        newPayload("UpdateStage", "The result of updateStage.", "stage", t.stage, "The stage as it is now."),
			Description: "Changes a stage. What is null or left out stays. For admins.", Args: stageData, Resolve: a.administers(a.updateStage),
		},
		"deleteStage": {
			Type:        newPayload("DeleteStage", "The result of deleteStage.", "id", graphql.ID, "The stage's number."),
			Description: "Removes a stage: it is given to no task any more, and nobody is told of it. Closed tasks keep it. CONFLICT while open tasks are in it and no successor is named. For admins.",
			Args:        removed("stage", "another stage of the same status"), Resolve: a.administers(a.deleteStage),
		},
		"createCategory": {
			Type:        newPayload("CreateCategory", "The result of createCategory.", "category", t.shopCategory, "The new category."),
			Description: "Makes a category of the shop's own. For admins.", Args: categoryData, Resolve: a.administers(a.createCategory),
		},
		"updateCategory": {
			Type:        newPayload("UpdateCategory", "The result of updateCategory.", "category", t.shopCategory, "The category as it is now."),
			Description: "Changes a category of the shop's own. What is null or left out stays. For admins.", Args: categoryData, Resolve: a.administers(a.updateCategory),
		},
		"deleteCategory": {
			Type:        newPayload("DeleteCategory", "The result of deleteCategory.", "id", graphql.ID, "The category's number."),
			Description: "Removes a category of the shop's own: it is given to no task any more. Closed tasks keep it. CONFLICT while open tasks have it and no successor is named. For admins.",
			Args:        removed("category", "another one of the same category of programs"), Resolve: a.administers(a.deleteCategory),
		},
	}
}

func newStageInput(t *types) *graphql.InputObject {
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "StageInput", Description: "A stage to create or to change.",
		Fields: graphql.InputObjectConfigFieldMap{
			"id":     {Type: graphql.ID, Description: "updateStage: which stage, required. createStage ignores it."},
			"status": {Type: t.status, Description: "createStage: in which status, required. A stage stays in its status."},
			"nameRu": {Type: graphql.String, Description: "What it is called in Russian, at most 60 characters. Where one name is empty, the other stands for it."},
			"nameEn": {Type: graphql.String, Description: "What it is called in English."},
			"told":   {Type: graphql.Boolean, Description: "Whether a customer in Telegram is told when a task comes to it; createStage: false when left out."},
			"textRu": {Type: graphql.String, Description: "What is told in Russian, at most 1,000 characters; empty is the name."},
			"textEn": {Type: graphql.String, Description: "What is told in English."},
			"place":  {Type: graphql.Int, Description: "Where it stands among the stages of its status, the least first; createStage: the last when left out."},
		},
	})
}

func newShopCategoryInput(t *types) *graphql.InputObject {
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "ShopCategoryInput", Description: "A category of the shop's own to create or to change.",
		Fields: graphql.InputObjectConfigFieldMap{
			"id":       {Type: graphql.ID, Description: "updateCategory: which category, required. createCategory ignores it."},
			"category": {Type: t.category, Description: "createCategory: which of the four categories it is to programs, required. It stays that."},
			"nameRu":   {Type: graphql.String, Description: "What it is called in Russian, at most 60 characters. Where one name is empty, the other stands for it."},
			"nameEn":   {Type: graphql.String, Description: "What it is called in English."},
			"place":    {Type: graphql.Int, Description: "Where it stands among all, the least first; createCategory: the last when left out."},
		},
	})
}

func stageUpdate(data arguments) store.StageUpdate {
	return store.StageUpdate{
		Status: argument[store.Status](data, "status"), NameRu: argument[string](data, "nameRu"), NameEn: argument[string](data, "nameEn"),
		Told: argument[bool](data, "told"), TextRu: argument[string](data, "textRu"), TextEn: argument[string](data, "textEn"), Place: argument[int](data, "place"),
	}
}

func (a *API) createStage(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	stage, err := a.store.CreateStage(ctx, by.Actor(), stageUpdate(args.input("stageData")))
	return stage, err
}

func (a *API) updateStage(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	data := args.input("stageData")
	id, err := parseID(data.text("id"))
	if err != nil {
		return nil, err
	}
	stage, err := a.store.UpdateStage(ctx, by.Actor(), id, stageUpdate(data))
	return stage, err
}

func (a *API) deleteStage(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, successorID, err := removalOf(args)
	if err != nil {
		return nil, err
	}
	return id, a.store.DeleteStage(ctx, by.Actor(), id, successorID)
}

func shopCategoryUpdate(data arguments) store.ShopCategoryUpdate {
	return store.ShopCategoryUpdate{
		Category: argument[store.Category](data, "category"), NameRu: argument[string](data, "nameRu"), NameEn: argument[string](data, "nameEn"),
		Place: argument[int](data, "place"),
	}
}

func (a *API) createCategory(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	category, err := a.store.CreateShopCategory(ctx, by.Actor(), shopCategoryUpdate(args.input("categoryData")))
	return category, err
}

func (a *API) updateCategory(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	data := args.input("categoryData")
	id, err := parseID(data.text("id"))
	if err != nil {
		return nil, err
	}
	category, err := a.store.UpdateShopCategory(ctx, by.Actor(), id, shopCategoryUpdate(data))
	return category, err
}

func (a *API) deleteCategory(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, successorID, err := removalOf(args)
	if err != nil {
		return nil, err
	}
	return id, a.store.DeleteShopCategory(ctx, by.Actor(), id, successorID)
}

func removalOf(args arguments) (id int64, successorID *int64, err error) {
	if id, err = parseID(args.text("id")); err != nil || args["successorId"] == nil {
		return id, nil, err
	}
	successorID, err = parseReference(args, "successorId")
	return id, successorID, err
}

// parseReference reads the id of something that a task has: nil when it is left out, 0 for an empty text or null: none. What is no id is
// one that nothing has.
func parseReference(data arguments, name string) (*int64, error) {
	if _, isGiven := data[name]; !isGiven {
		return nil, nil
	}
	text := data.text(name)
	if text == "" {
		return new(int64), nil
	}
	id, err := parseID(text)
	if err != nil {
		return nil, errInvalid(name, "Give a number, or an empty text for none.")
	}
	return &id, nil
}
