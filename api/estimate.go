package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addEstimates adds to tasks what their work is to cost.
func (a *API) addEstimates(t *types) {
	t.decisionWay = graphql.NewEnum(graphql.EnumConfig{
		Name: "DecisionWay", Description: "How a customer has decided.",
		Values: graphql.EnumValueConfigMap{
			"TELEGRAM": {Value: store.ViaTelegram, Description: "By a button in their own chat with the bot."},
			"PHONE":    {Value: store.ViaPhone, Description: "By phone, to staff."},
			"COUNTER":  {Value: store.ViaCounter, Description: "At the counter, to staff."},
		},
	})
	t.estimateLine = graphql.NewObject(graphql.ObjectConfig{
		Name: "EstimateLine", Description: "A piece of work, or a part, in an estimate.",
		Fields: graphql.Fields{
			"text": {
				Type: nonNull(graphql.String), Description: "What it is.",
				Resolve: property(func(l store.EstimateLine) any { return l.Text }),
			},
			"quantity": {
				Type: nonNull(graphql.Int), Description: "How many of it.",
				Resolve: property(func(l store.EstimateLine) any { return l.Quantity }),
			},
			"price": {
				Type: nonNull(graphql.Int), Description: "Of one, in hundredths of the currency; below zero for a discount.",
				Resolve: property(func(l store.EstimateLine) any { return int(l.Price) }),
			},
		},
	})
	t.estimate = newEstimateType(t)
	t.task.AddFieldConfig("estimate", &graphql.Field{
		Type: t.estimate, Description: "The task's newest estimate, be it a draft; null when there is none. The query estimates has those before.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			return referred(ctx, r.newestEstimates, &task.ID)
		}).field(),
	})
}

func newEstimateType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "EstimateType", Description: "What staff say that the work of a task costs. Money is in hundredths of the currency.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The estimate's number.",
				Resolve: property(func(e store.Estimate) any { return e.ID }),
			},
			"version": {
				Type: nonNull(graphql.Int), Description: "Of the task's estimates: grows whenever one is written, so a draft that is written again has another. Who sends or decides names it.",
				Resolve: property(func(e store.Estimate) any { return e.Version }),
			},
			"state": {
				Type: nonNull(newEstimateStateEnum()), Description: "How far it has come.",
				Resolve: property(func(e store.Estimate) any { return e.State }),
			},
			"lines": {
				Type: nonNull(graphql.NewList(nonNull(t.estimateLine))), Description: "What it is made of, in its order.",
				Resolve: property(func(e store.Estimate) any { return e.Lines }),
			},
			"total": {
				Type: nonNull(graphql.Int), Description: "The sum of all lines, in hundredths of the currency.",
				Resolve: property(func(e store.Estimate) any { return int(e.Total) }),
			},
			"currency": {
				Type: nonNull(graphql.String), Description: "ISO 4217, such as RUB.",
				Resolve: property(func(e store.Estimate) any { return e.Currency }),
			},
			"validUntil": {
				Type: t.dateTime, Description: "Until when it can be accepted, RFC 3339; null for no end.",
				Resolve: property(func(e store.Estimate) any { return rfc3339OrNull(e.ValidUntil) }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When it was first written, RFC 3339.",
				Resolve: property(func(e store.Estimate) any { return rfc3339(e.CreatedAt) }),
			},
			"sentTime": {
				Type: t.dateTime, Description: "When it was sent, RFC 3339; null for a draft.",
				Resolve: property(func(e store.Estimate) any { return rfc3339OrNull(e.SentAt) }),
			},
			"decidedTime": {
				Type: t.dateTime, Description: "When the customer accepted or declined it, RFC 3339; null before.",
				Resolve: property(func(e store.Estimate) any { return rfc3339OrNull(e.DecidedAt) }),
			},
			"via": {
				Type: t.decisionWay, Description: "How they did; null before.",
				Resolve: property(func(e store.Estimate) any {
					if e.Via == "" {
						return nil
					}
					return e.Via
				}),
			},
			"comment": {
				Type: graphql.String, Description: "Staff's own words with a decision that they have noted; null for none.",
				Resolve: property(func(e store.Estimate) any { return orNull(e.Comment) }),
			},
			"decidedByName": {
				Type: graphql.String, Description: "Who decided, or noted the decision, as they are called now; null before, and for who is gone.",
				Resolve: relation[store.Estimate](func(ctx context.Context, r *request, e store.Estimate) (any, error) {
					if e.DecidedByID == nil {
						return nil, nil
					}
					return nameOfActor(ctx, r, e.DecidedByKind, *e.DecidedByID)
				}).field(),
			},
			"notification": {
				Type: t.notification, Description: "The message that asks the customer, with its true state; null where they have no chat, and for a draft.",
				Resolve: relation[store.Estimate](messageAboutEstimate).field(),
			},
		},
	})
}

func newEstimateStateEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "EstimateState", Description: "How far an estimate has come.",
		Values: graphql.EnumValueConfigMap{
			"DRAFT":     {Value: store.EstimateDraft, Description: "Staff write it."},
			"SENT":      {Value: store.EstimateSent, Description: "It waits for the customer's answer."},
			"ACCEPTED":  {Value: store.EstimateAccepted, Description: "The customer agrees."},
			"DECLINED":  {Value: store.EstimateDeclined, Description: "The customer does not agree."},
			"EXPIRED":   {Value: store.EstimateExpired, Description: "There was no answer until validUntil."},
			"WITHDRAWN": {Value: store.EstimateWithdrawn, Description: "It was taken back, or a newer one was sent, before there was an answer."},
		},
	})
}

// messageAboutEstimate is the newest message about an estimate: a chat that is connected later gets one of its own.
func messageAboutEstimate(ctx context.Context, r *request, estimate store.Estimate) (any, error) {
	messages, _, err := r.estimateMessagesByTask.get(ctx, estimate.TaskID)
	if err != nil {
		return nil, err
	}
	for i := len(messages) - 1; i >= 0; i-- {
		if messages[i].Payload.EstimateID == estimate.ID {
			return messages[i], nil
		}
	}
	return nil, nil
}

func (a *API) estimateQueries(t *types) graphql.Fields {
	return graphql.Fields{
		"estimates": {
			Type: nonNull(graphql.NewList(nonNull(t.estimate))), Description: "All estimates of a task, the newest first.",
			Args:    graphql.FieldConfigArgument{"taskId": {Type: nonNull(graphql.ID), Description: "The task's number."}},
			Resolve: a.reads(a.estimates),
		},
		"estimateLines": {
			Type:        nonNull(graphql.NewList(nonNull(t.estimateLine))),
			Description: "Lines of estimates that were written lately, the newest first, each text once with its last price: to be offered for the next estimate.",
			Args: graphql.FieldConfigArgument{
				"first": {Type: graphql.Int, DefaultValue: 20, Description: "How many at most, up to 100."},
			},
			Resolve: a.reads(a.estimateLines),
		},
	}
}

func (a *API) estimates(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("taskId"))
	if err != nil {
		return nil, err
	}
	if _, err := a.store.Task(ctx, id); err != nil {
		return nil, err
	}
	estimates, _, err := r.estimatesByTask.get(ctx, id)
	return estimates, err
}

func (a *API) estimateLines(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	first, _ := args["first"].(int)
	if first < 1 || first > maxPage {
		return nil, errInvalid("first", "first must be from 1 to %d.", maxPage)
	}
	lines, err := a.store.EstimateLinesUsed(ctx, first)
	return lines, err
}

func (a *API) estimateMutations(t *types) graphql.Fields {
	payload := func(name, mutation string) *graphql.Object {
		return newPayload(name, "The result of "+mutation+".", "estimate", nonNull(t.estimate), "The estimate as it is now.")
	}
	named := func(more graphql.FieldConfigArgument) graphql.FieldConfigArgument {
		return merged(graphql.FieldConfigArgument{
			"id":      {Type: nonNull(graphql.ID), Description: "The estimate's number."},
			"version": {Type: nonNull(graphql.Int), Description: "Which version of it. CONFLICT when it has another by now."},
		}, more)
	}
	return graphql.Fields{
		"saveEstimate": {
			Type: payload("SaveEstimate", "saveEstimate"),
			Description: "Writes what the work of a task costs, over its draft or, where there is none, as a new version; what was sent stays as it is. " +
				"Nobody is told: sendEstimate does that.",
			Args: graphql.FieldConfigArgument{
				"taskId": {Type: nonNull(graphql.ID), Description: "The task's number."},
				"lines":  {Type: nonNull(graphql.NewList(nonNull(t.lineInput))), Description: "What it is made of, at most 30 lines; their sum is from 0 to 2,000,000,000."},
				"validUntil": {
					Type: t.dateTime, Description: "Until when the customer can accept it: a day, which is until its end in the business's time zone, or a moment; null for no end.",
				},
				"version": {
					Type: graphql.Int, Description: "That of the task's newest estimate, on which this one is based; 0 for none. CONFLICT when there is another by now.",
				},
			},
			Resolve: a.writes(a.saveEstimate),
		},
		"sendEstimate": {
			Type: payload("SendEstimate", "sendEstimate"),
			Description: "Asks the customer in their chat whether they agree to a draft; the one before, if it waits for an answer, is WITHDRAWN. Of a " +
				"customer without a chat it is for staff to ask, and decideEstimate notes the answer. CONFLICT for what is no draft.",
			Args: named(nil), Resolve: a.writes(a.sendEstimate),
		},
		"withdrawEstimate": {
			Type: payload("WithdrawEstimate", "withdrawEstimate"),
			Description: "Takes back an estimate that is SENT, or a DRAFT. A customer who was asked sees in their chat that it is not offered any more. " +
				"CONFLICT for what was answered.",
			Args: named(nil), Resolve: a.writes(a.withdrawEstimate),
		},
		"decideEstimate": {
			Type: payload("DecideEstimate", "decideEstimate"),
			Description: "Notes what a customer has said, by phone or at the counter, to an estimate that is SENT. The first decision counts: later ones, " +
				"also the customer's own in the chat, are a CONFLICT that says what became of it.",
			Args: named(graphql.FieldConfigArgument{
				"accepted": {Type: nonNull(graphql.Boolean), Description: "Whether they agree."},
				"via":      {Type: nonNull(t.decisionWay), Description: "PHONE or COUNTER; TELEGRAM is for the customer's own chat, and INVALID here."},
				"comment":  {Type: graphql.String, Description: "Staff's own words, which the customer never sees, at most 10,000 characters."},
			}),
			Resolve: a.writes(a.decideEstimate),
		},
	}
}

func newLineInput() *graphql.InputObject {
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "EstimateLineInput", Description: "A piece of work, or a part, in an estimate.",
		Fields: graphql.InputObjectConfigFieldMap{
			"text":     {Type: nonNull(graphql.String), Description: "What it is, at most 200 characters."},
			"quantity": {Type: graphql.Int, DefaultValue: 1, Description: "How many of it, from 1 to 10,000."},
			"price":    {Type: nonNull(graphql.Int), Description: "Of one, in hundredths of the currency: 740000 is 7,400 roubles. Below zero for a discount."},
		},
	})
}

func (a *API) saveEstimate(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseTaskID(args)
	if err != nil {
		return nil, err
	}
	in := store.NewEstimate{TaskID: id, Version: argument[int](args, "version")}
	in.Lines = parseLines(args, "lines")
	if text := args.text("validUntil"); text != "" {
		end, isDay, err := a.parseDayOrMoment("validUntil", text)
		if err != nil {
			return nil, err
		}
		if isDay {
			end = end.AddDate(0, 0, 1)
		}
		in.ValidUntil = &end
	}
	estimate, err := a.store.SaveEstimate(ctx, by.Actor(), in)
	return estimate, err
}

func parseLines(args arguments, name string) (lines []store.EstimateLine) {
	for _, line := range listArgument[map[string]any](args, name) {
		line := arguments(line)
		quantity, _ := line["quantity"].(int)
		price, _ := line["price"].(int)
		lines = append(lines, store.EstimateLine{Text: line.text("text"), Quantity: quantity, Price: int64(price)})
	}
	return lines
}

func (a *API) sendEstimate(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	version, _ := args["version"].(int)
	estimate, err := a.store.SendEstimate(ctx, by.Actor(), id, version)
	return estimate, err
}

func (a *API) withdrawEstimate(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	version, _ := args["version"].(int)
	estimate, err := a.store.WithdrawEstimate(ctx, by.Actor(), id, version)
	return estimate, err
}

func (a *API) decideEstimate(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	version, _ := args["version"].(int)
	accepted, _ := args["accepted"].(bool)
	via, _ := args["via"].(store.DecisionWay)
	estimate, err := a.store.DecideEstimate(ctx, by.Actor(), store.EstimateDecision{
		ID: id, Version: version, Accepted: accepted, Via: via, Comment: args.text("comment"),
	})
	return estimate, err
}

// parseTaskID reads a taskId that has to be given.
func parseTaskID(args arguments) (int64, error) {
	id, err := optionalID(args, "taskId")
	if err != nil {
		return 0, err
	}
	return *id, nil
}
