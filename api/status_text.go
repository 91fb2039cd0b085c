package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// StatusTexts are the words in which the bot tells customers of a status.
type StatusTexts struct {
	// Usual is the text that comes with the program, with its places.
	Usual func(language string, status store.Status) string
	// Preview is what customers read of a status, or of a stage in it that is not nil, in a shop: with all that can be
	// known of a task, and with as little.
	Preview func(language string, shop store.Shop, status store.Status, stage *store.Stage, at time.Time) (full, least string)
}

// statusText is a text about a status.
type statusText struct {
	status store.Status
	text   store.Wording
}

func ownTexts(shop store.Shop) []statusText {
	texts := []statusText{}
	for _, status := range store.Statuses() {
		if text, own := shop.Texts[status]; own {
			texts = append(texts, statusText{status, text})
		}
	}
	return texts
}

func (a *API) usualTexts(store.Shop) []statusText {
	texts := []statusText{}
	for _, status := range store.Statuses() {
		texts = append(texts, statusText{status, store.Wording{Ru: a.statusTexts.Usual("ru", status), En: a.statusTexts.Usual("en", status)}})
	}
	return texts
}

func newStatusTextType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "StatusTextType", Description: "What customers are told when a task comes to a status, with named places.",
		Fields: graphql.Fields{
			"status": {Type: nonNull(t.status), Description: "The status.", Resolve: property(func(s statusText) any { return s.status })},
			"textRu": {Type: graphql.String, Description: "In Russian; null where the usual text is told.", Resolve: property(func(s statusText) any { return orNull(s.text.Ru) })},
			"textEn": {Type: graphql.String, Description: "In English; null where the usual text is told.", Resolve: property(func(s statusText) any { return orNull(s.text.En) })},
		},
	})
}

// preview is what customers would read.
type preview struct{ full, least string }

func (a *API) statusTextQuery(t *types) graphql.Fields {
	previewType := graphql.NewObject(graphql.ObjectConfig{
		Name: "StatusTextPreviewType", Description: "What customers would read, as the bot writes it.",
		Fields: graphql.Fields{
			"full":  {Type: nonNull(graphql.String), Description: "With all that can be known of a task.", Resolve: property(func(p preview) any { return p.full })},
			"least": {Type: nonNull(graphql.String), Description: "With as little as can be known: its number.", Resolve: property(func(p preview) any { return p.least })},
		},
	})
	return graphql.Fields{"previewStatusText": {
		Type: nonNull(previewType),
		Description: "What customers would read of a text about a status, or about a stage in it, with the shop's settings as they are saved. " +
			"INVALID with the field text where a place in it does not exist. For admins.",
		Args: graphql.FieldConfigArgument{
			"language":  {Type: nonNull(t.language), Description: "The customer's language."},
			"status":    {Type: nonNull(t.status), Description: "The status."},
			"text":      {Type: nonNull(graphql.String), Description: "The text; empty for the usual one, and with stageName for that."},
			"stageName": {Type: graphql.String, Description: "What the stage is called, where the text is about one."},
		},
		Resolve: a.administers(a.previewStatusText),
	}}
}

func (a *API) previewStatusText(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	text, err := store.CleanWording("text", args.text("text"))
	if err != nil {
		return nil, err
	}
	shop, err := a.store.Shop(ctx)
	if err != nil {
		return nil, err
	}
	language, status := args.text("language"), *argument[store.Status](args, "status")
	words := store.Wording{Ru: text, En: text}
	shop.Texts = map[store.Status]store.Wording{status: words}
	var stage *store.Stage
	if name := argument[string](args, "stageName"); name != nil {
		stage = &store.Stage{Status: status, NameRu: *name, NameEn: *name, TextRu: text, TextEn: text}
	}
	full, least := a.statusTexts.Preview(language, shop, status, stage, a.clock().In(a.store.Location()))
	return preview{full, least}, nil
}
