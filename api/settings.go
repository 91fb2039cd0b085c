package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func settingsField[T any](kind graphql.Output, description string, get func(store.Shop) T) *graphql.Field {
	return &graphql.Field{Type: kind, Description: description, Resolve: property(func(s store.Shop) any { return get(s) })}
}

func (a *API) newSettingsType(t *types) *graphql.Object {
	text := func(description string, get func(store.Shop) string) *graphql.Field {
		return settingsField(graphql.String, description, func(s store.Shop) any { return orNull(get(s)) })
	}
	statusText := newStatusTextType(t)
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "SettingsType", Description: "What the owner has settled about the shop.",
		Fields: graphql.Fields{
			"version":    settingsField(nonNull(graphql.Int), "Grows by one with every change; updateSettings names it.", func(s store.Shop) int { return s.Version }),
			"name":       settingsField(nonNull(graphql.String), "What the shop is called.", func(s store.Shop) string { return s.Name }),
			"address":    text("Where it is, as messages to customers say it; null while nobody has said.", func(s store.Shop) string { return s.Address }),
			"phone":      text("The shop's phone, as it was written; null while nobody has said.", func(s store.Shop) string { return s.Phone }),
			"mapUrl":     text("A link to the place on a map; null for none.", func(s store.Shop) string { return s.MapURL }),
			"reviewUrl":  text("Where customers are asked to leave a review; null for none.", func(s store.Shop) string { return s.ReviewURL }),
			"paymentUrl": text("Where customers pay what they agreed to; null for none.", func(s store.Shop) string { return s.PaymentURL }),
			"hours": settingsField(nonNull(graphql.NewList(nonNull(newHoursType()))), "When it is open, by its own clock, from Monday on. Days that are left out are closed.",
				openHours),
			"warrantyDays":   settingsField(nonNull(graphql.Int), "The usual warranty, in days; 0 is none.", func(s store.Shop) int { return s.WarrantyDays }),
			"staleDays":      settingsField(nonNull(graphql.Int), "For how many days a task may stay unchanged before the digest names it.", func(s store.Shop) int { return s.StaleDays }),
			"wakingFrom":     settingsField(nonNull(graphql.String), "From when on messages go out by themselves, as 09:00.", func(s store.Shop) string { return s.Waking.From.String() }),
			"wakingTo":       settingsField(nonNull(graphql.String), "Until when, as 21:00.", func(s store.Shop) string { return s.Waking.To.String() }),
			"reminders":      settingsField(nonNull(graphql.Boolean), "Whether customers are reminded of what is ready, and asked again about a price that they have not answered.", func(s store.Shop) bool { return s.Reminders }),
			"rating":         settingsField(nonNull(graphql.Boolean), "Whether customers are asked to rate the work.", func(s store.Shop) bool { return s.Rating }),
			"digest":         settingsField(nonNull(graphql.Boolean), "Whether staff get a digest in the morning.", func(s store.Shop) bool { return s.Digest }),
			"keepClosedDays": settingsField(nonNull(graphql.Int), "For how many days messages and files are kept after their task was closed.", func(s store.Shop) int { return s.KeepClosedDays }),
			"keepSentDays":   settingsField(nonNull(graphql.Int), "For how many days it is kept what was sent.", func(s store.Shop) int { return s.KeepSentDays }),
			"consentVersion": text("The version of the shop's text on personal data, which customers are shown when they register; null for no text.", func(s store.Shop) string { return s.ConsentVersion }),
			"consentUrl":     text("Where that text is to be read.", func(s store.Shop) string { return s.ConsentURL }),
			"texts": settingsField(nonNull(graphql.NewList(nonNull(statusText))), "The shop's own texts of messages about a status, where it has some.",
				ownTexts),
			"usualTexts": settingsField(nonNull(graphql.NewList(nonNull(statusText))), "The texts that come with the program, of every status.",
				a.usualTexts),
		},
	})
}

// dayHours are the hours of a day of the week, 1 is Monday and 7 Sunday: ISO 8601.
type dayHours struct {
	day   int
	hours store.Hours
}

// isoDay is 1 for Monday to 7 for Sunday.
func isoDay(day time.Weekday) int { return (int(day)+6)%7 + 1 }

func openHours(shop store.Shop) []dayHours {
	open := []dayHours{}
	for i := range shop.Hours {
		day := time.Weekday((i + 1) % 7)
		if hours := shop.Hours[day]; !hours.Closed() {
			open = append(open, dayHours{isoDay(day), hours})
		}
	}
	return open
}

func newHoursType() *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "HoursType", Description: "When the shop is open on a day of the week.",
		Fields: graphql.Fields{
			"day":  {Type: nonNull(graphql.Int), Description: "From 1, Monday, to 7, Sunday.", Resolve: property(func(h dayHours) any { return h.day })},
			"from": {Type: nonNull(graphql.String), Description: "As 10:00.", Resolve: property(func(h dayHours) any { return h.hours.From.String() })},
			"to":   {Type: nonNull(graphql.String), Description: "As 20:00; 24:00 is the end of the day.", Resolve: property(func(h dayHours) any { return h.hours.To.String() })},
		},
	})
}

func newSettingsInput(t *types) *graphql.InputObject {
	hours := graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "HoursInput", Description: "When the shop is open on a day of the week.",
		Fields: graphql.InputObjectConfigFieldMap{
			"day":  {Type: nonNull(graphql.Int), Description: "From 1, Monday, to 7, Sunday."},
			"from": {Type: nonNull(graphql.String), Description: "As 10:00."},
			"to":   {Type: nonNull(graphql.String), Description: "As 20:00; 24:00 is the end of the day."},
		},
	})
	text := graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "StatusTextInput", Description: "The shop's own text about a status. Places in it are {number}, {item}, {price}, {promised}, {address}, {hours} and {phone}.",
		Fields: graphql.InputObjectConfigFieldMap{
			"status": {Type: nonNull(t.status), Description: "The status."},
			"textRu": {Type: graphql.String, Description: "In Russian, at most 1,000 characters; empty is the usual text."},
			"textEn": {Type: graphql.String, Description: "In English."},
		},
	})
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "SettingsInput", Description: "What changes of the settings. What is null or left out stays; an empty text takes away.",
		Fields: graphql.InputObjectConfigFieldMap{
			"version":        {Type: nonNull(graphql.Int), Description: "Of the settings that are changed; another than their own is a CONFLICT."},
			"name":           {Type: graphql.String, Description: "What the shop is called."},
			"address":        {Type: graphql.String, Description: "Where it is."},
			"phone":          {Type: graphql.String, Description: "The shop's phone."},
			"mapUrl":         {Type: graphql.String, Description: "A link to the place on a map."},
			"reviewUrl":      {Type: graphql.String, Description: "Where customers are asked to leave a review."},
			"paymentUrl":     {Type: graphql.String, Description: "Where customers pay what they agreed to."},
			"hours":          {Type: graphql.NewList(nonNull(hours)), Description: "When it is open, all of it: days that are left out are closed."},
			"warrantyDays":   {Type: graphql.Int, Description: "The usual warranty, in days."},
			"staleDays":      {Type: graphql.Int, Description: "For how many days a task may stay unchanged."},
			"wakingFrom":     {Type: graphql.String, Description: "From when on messages go out by themselves, as 09:00; together with wakingTo."},
			"wakingTo":       {Type: graphql.String, Description: "Until when, as 21:00."},
			"reminders":      {Type: graphql.Boolean, Description: "Whether customers are reminded of what is ready, and asked again about a price that they have not answered."},
			"rating":         {Type: graphql.Boolean, Description: "Whether customers are asked to rate the work."},
			"digest":         {Type: graphql.Boolean, Description: "Whether staff get a digest in the morning."},
			"keepClosedDays": {Type: graphql.Int, Description: "For how many days messages and files are kept after their task was closed, from 30 on."},
			"keepSentDays":   {Type: graphql.Int, Description: "For how many days it is kept what was sent, from 30 on."},
			"consentVersion": {Type: graphql.String, Description: "The version of the shop's text on personal data, at most 50 characters, such as its date; together with consentUrl, both empty for no text. Customers are asked once for a new one."},
			"consentUrl":     {Type: graphql.String, Description: "The link to that text."},
			"texts":          {Type: graphql.NewList(nonNull(text)), Description: "The shop's own texts, of the statuses that are named."},
		},
	})
}

func (a *API) settingsQuery(t *types) graphql.Fields {
	t.settings = a.newSettingsType(t)
	return graphql.Fields{"settings": {
		Type: nonNull(t.settings), Description: "What the owner has settled about the shop.",
		Resolve: a.reads(func(ctx context.Context, _ *request, _ auth.Caller, _ arguments) (any, error) {
			shop, err := a.store.Shop(ctx)
			return shop, err
		}),
	}}
}

func (a *API) settingsMutation(t *types) graphql.Fields {
	return graphql.Fields{"updateSettings": {
		Type:        newPayload("UpdateSettings", "The result of updateSettings.", "settings", t.settings, "The settings as they are now."),
		Description: "Changes the shop's settings. For admins.",
		Args:        graphql.FieldConfigArgument{"settingsData": {Type: nonNull(newSettingsInput(t)), Description: "What changes."}},
		Resolve:     a.administers(a.updateSettings),
	}}
}

func (a *API) updateSettings(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	update, err := settingsUpdate(args.input("settingsData"))
	if err != nil {
		return nil, err
	}
	shop, err := a.store.UpdateShop(ctx, by.Actor(), update)
	return shop, err
}

func settingsUpdate(data arguments) (store.ShopUpdate, error) {
	update := store.ShopUpdate{
		Name: argument[string](data, "name"), Address: argument[string](data, "address"), Phone: argument[string](data, "phone"),
		MapURL: argument[string](data, "mapUrl"), ReviewURL: argument[string](data, "reviewUrl"), PaymentURL: argument[string](data, "paymentUrl"),
		WarrantyDays: argument[int](data, "warrantyDays"), StaleDays: argument[int](data, "staleDays"),
		Reminders: argument[bool](data, "reminders"), Rating: argument[bool](data, "rating"), Digest: argument[bool](data, "digest"),
		KeepClosedDays: argument[int](data, "keepClosedDays"), KeepSentDays: argument[int](data, "keepSentDays"),
		ConsentVersion: argument[string](data, "consentVersion"), ConsentURL: argument[string](data, "consentUrl"),
	}
	if version := argument[int](data, "version"); version != nil {
		update.Version = *version
	}
	from, to := argument[string](data, "wakingFrom"), argument[string](data, "wakingTo")
	if from != nil || to != nil {
		if from == nil || to == nil {
			return update, errInvalid("wakingFrom", "Give wakingFrom and wakingTo together.")
		}
		waking, err := hoursOf("wakingFrom", *from, *to)
		if err != nil {
			return update, err
		}
		update.Waking = &waking
	}
	if days, given := data["hours"].([]any); given {
		update.Hours = &[7]store.Hours{}
		for _, each := range days {
			day := arguments(each.(map[string]any))
			number := *argument[int](day, "day")
			if number < 1 || number > 7 {
				return update, errInvalid("hours", "Days are counted from 1, Monday, to 7, Sunday.")
			}
			hours, err := hoursOf("hours", day.text("from"), day.text("to"))
			if err != nil {
				return update, err
			}
			update.Hours[number%7] = hours
		}
	}
	if texts, given := data["texts"].([]any); given {
		update.Texts = map[store.Status]store.WordingUpdate{}
		for _, each := range texts {
			text := arguments(each.(map[string]any))
			update.Texts[*argument[store.Status](text, "status")] = store.WordingUpdate{Ru: argument[string](text, "textRu"), En: argument[string](text, "textEn")}
		}
	}
	return update, nil
}

func hoursOf(field, from, to string) (store.Hours, error) {
	begins, ok := store.ParseTimeOfDay(from)
	ends, okToo := store.ParseTimeOfDay(to)
	if !ok || !okToo {
		return store.Hours{}, errInvalid(field, "Write times as 10:00; the end of the day is 24:00.")
	}
	return store.Hours{From: begins, To: ends}, nil
}
