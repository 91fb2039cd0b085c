package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// addItem adds to tasks what was brought and until when they are promised.
func (a *API) addItem(t *types) {
	t.task.AddFieldConfig("item", &graphql.Field{
		Type: newItemType(), Description: "What was brought; null when nobody said.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			item, found, err := r.items.get(ctx, task.ID)
			if err != nil || !found || item.IsEmpty() {
				return nil, err
			}
			return item, nil
		}).field(),
	})
	t.task.AddFieldConfig("hasAccessCode", &graphql.Field{
		Type: nonNull(graphql.Boolean), Description: "Whether staff have noted what unlocks the item; see showAccessCode.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			item, found, err := r.items.get(ctx, task.ID)
			return found && item.HasAccessCode(), err
		}).field(),
	})
	t.task.AddFieldConfig("promisedTime", &graphql.Field{
		Type:        t.dateTime,
		Description: "Until when it is to be ready, RFC 3339; midnight in the business's time zone is the whole of the day that begins then. Null for no promise.",
		Resolve:     property(func(t store.Task) any { return rfc3339OrNull(t.PromisedAt) }),
	})
	t.task.AddFieldConfig("overdueTime", &graphql.Field{
		Type:        t.dateTime,
		Description: "From when the promise is broken, RFC 3339: promisedTime, or the end of its day. Null for no promise, and once the task is READY.",
		Resolve:     property(func(t store.Task) any { return rfc3339OrNull(t.OverdueAt) }),
	})
}

// itemTexts are the fields of an item, as ItemType and ItemInput have them.
var itemTexts = []struct {
	name, description string
	of                func(store.Item) string
	target            func(*store.ItemUpdate) **string
}{
	{"kind", "What it is, such as «наушники».", func(i store.Item) string { return i.Kind }, func(u *store.ItemUpdate) **string { return &u.Kind }},
	{"maker", "Who made it.", func(i store.Item) string { return i.Maker }, func(u *store.ItemUpdate) **string { return &u.Maker }},
	{"model", "Its model.", func(i store.Item) string { return i.Model }, func(u *store.ItemUpdate) **string { return &u.Model }},
	{"serial", "Its serial number, as it was written.", func(i store.Item) string { return i.Serial }, func(u *store.ItemUpdate) **string { return &u.Serial }},
	{"condition", "In what condition it came.", func(i store.Item) string { return i.Condition }, func(u *store.ItemUpdate) **string { return &u.Condition }},
	{"includes", "What came with it.", func(i store.Item) string { return i.Includes }, func(u *store.ItemUpdate) **string { return &u.Includes }},
}

func newItemType() *graphql.Object {
	fields := graphql.Fields{}
	for _, text := range itemTexts {
		fields[text.name] = &graphql.Field{
			Type: graphql.String, Description: text.description + " Null for none.",
			Resolve: property(func(i store.Item) any { return orNull(text.of(i)) }),
		}
	}
	return graphql.NewObject(graphql.ObjectConfig{Name: "ItemType", Description: "What was brought for a task.", Fields: fields})
}

func newItemInput() *graphql.InputObject {
	fields := graphql.InputObjectConfigFieldMap{}
	for _, text := range itemTexts {
		longest := "200"
		if text.name == "condition" || text.name == "includes" {
			longest = "1,000"
		}
		fields[text.name] = &graphql.InputObjectFieldConfig{Type: graphql.String, Description: text.description + " At most " + longest + " characters."}
	}
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "ItemInput", Description: "What was brought for a task. What is left out stays; null or an empty text removes.", Fields: fields,
	})
}

// parseItem reads an ItemInput: nil when it is left out, and null removes all of it.
func parseItem(data arguments) *store.ItemUpdate {
	given, isGiven := data["item"]
	if !isGiven {
		return nil
	}
	in := data.input("item")
	update := &store.ItemUpdate{}
	for _, text := range itemTexts {
		if _, changes := in[text.name]; changes || given == nil {
			value := in.text(text.name)
			*text.target(update) = &value
		}
	}
	return update
}

// dayAndHour is a moment in the business's time zone, as a form has it.
const dayAndHour = "2006-01-02T15:04"

// parsePromise reads a promise: nil when it is left out, and the zero time for null or an empty text, which take it back.
func (a *API) parsePromise(data arguments) (*time.Time, error) {
	if _, isGiven := data["promisedTime"]; !isGiven {
		return nil, nil
	}
	text := data.text("promisedTime")
	if text == "" {
		return &time.Time{}, nil
	}
	at, _, err := a.parseDayOrMoment("promisedTime", text)
	return &at, err
}

// parseDayOrMoment reads a moment, or the beginning of a day in the business's time zone.
func (a *API) parseDayOrMoment(field, text string) (at time.Time, isDay bool, err error) {
	for _, layout := range []string{time.RFC3339, dayAndHour} {
		if at, err := time.ParseInLocation(layout, text, a.store.Location()); err == nil {
			return at, false, nil
		}
	}
	day, err := store.ParseDay(field, text)
	if err != nil {
		return at, false, errInvalid(field,
			"%q is neither a day, as in 2021-07-25, nor a moment, as in 2021-07-25T18:00 or 2021-07-25T18:00:00+03:00.", text)
	}
	return a.store.DayInterval(&day, nil).From, true, nil
}
