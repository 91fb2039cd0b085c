package api

import (
	"fmt"
	"strconv"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"

	"zayavka/store"
)

// newSchema builds the schema: the base contract and what is added to it.
func (a *API) newSchema() (graphql.Schema, error) {
	t := newTypes(a)
	schema, err := graphql.NewSchema(graphql.SchemaConfig{
		Query: graphql.NewObject(graphql.ObjectConfig{
			Name: "Query", Description: "What can be read.",
			Fields: merged(
				a.queries(t), a.nodeQuery(t), a.taskListQuery(t), a.customerListQuery(t), a.statsQuery(t), a.teamQueries(t), a.linkQueries(), a.apiTokenQueries(t),
				a.webhookQueries(t), a.deadLetterQueries(t), a.phoneClaimQuery(t), a.messageQueries(t), a.staffGroupQueries(t), a.botQueries(), a.stageQueries(t),
				a.estimateQueries(t), a.settingsQuery(t), a.statusTextQuery(t), a.firstStepQueries(), a.backupQueries(t), a.importQueries(t),
			),
		}),
		Mutation: graphql.NewObject(graphql.ObjectConfig{
			Name: "Mutation", Description: "What can be changed. Fields are executed one after another.",
			Fields: merged(
				a.sessionMutations(t), a.accountMutations(t), a.teamMutations(t), a.loginLinkMutations(t), a.apiTokenMutations(t),
				a.customerMutations(t), a.taskMutations(t), a.notificationMutations(t), a.webhookMutations(t), a.exportMutations(t),
				a.deadLetterMutations(), a.messageMutations(t), a.staffGroupMutations(t), a.photoLinkMutations(t), a.connectCodeMutations(t), a.personalDataMutations(t),
				a.reminderMutations(t), a.stageMutations(t), a.accessCodeMutations(t),
				a.estimateMutations(t), a.paymentMutations(t), a.settingsMutation(t), a.importMutations(t),
			),
		}),
		Subscription: graphql.NewObject(graphql.ObjectConfig{
			Name: "Subscription", Description: "What can be followed, over a WebSocket by graphql-transport-ws. A subscription asks for " +
				"one field. After a connection broke, read anew what is shown: what happened meanwhile is not told.",
			Fields: a.subscriptions(t),
		}),
	})
	if err != nil {
		return graphql.Schema{}, fmt.Errorf("build GraphQL schema: %w", err)
	}
	return schema, nil
}

// merged makes one map of several.
func merged[Map ~map[string]Value, Value any](parts ...Map) Map {
	all := Map{}
	for _, part := range parts {
		for name, field := range part {
			all[name] = field
		}
	}
	return all
}

// newPayload makes the result type of a mutation that gives one thing.
func newPayload(name, description, field string, of graphql.Output, about string) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: name, Description: description,
		Fields: graphql.Fields{field: {Type: of, Description: about, Resolve: itself}},
	})
}

// newLong makes a scalar for whole numbers beyond Int's 32 bits. It is only ever given out.
func newLong() *graphql.Scalar {
	return graphql.NewScalar(graphql.ScalarConfig{
		Name:        "Long",
		Description: "A whole number of up to 53 bits, as a JSON number.",
		Serialize:   func(value any) any { return value },
	})
}

func newDateTime() *graphql.Scalar {
	return graphql.NewScalar(graphql.ScalarConfig{
		Name: "DateTime", Description: "A moment in UTC as RFC 3339 writes it, such as 2026-03-02T09:00:00Z. Where one is asked for, a day such as 2026-03-02 is taken as well.",
		Serialize: func(value any) any { return value },
		ParseValue: func(value any) any { // who takes it says what is wrong with it
			if text, ok := value.(string); ok {
				return text
			}
			return nil
		},
		ParseLiteral: func(literal ast.Value) any {
			if text, ok := literal.(*ast.StringValue); ok {
				return text.Value
			}
			return nil
		},
	})
}

func newExpectedErrors() *graphql.Scalar {
	return graphql.NewScalar(graphql.ScalarConfig{
		Name: "ExpectedErrorType",
		Description: "Why a form was refused, as JSON: the name of a field, or nonFieldErrors, with a list of " +
			`{"message": "…", "code": "…"}. Null on success.`,
		Serialize: func(value any) any { return value },
	})
}

func newStatusEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "StatusEnum", Description: "How far a task has come.",
		Values: graphql.EnumValueConfigMap{
			"ACCEPTED":    {Value: store.StatusAccepted, Description: "Taken in. «Принято»"},
			"IN_PROGRESS": {Value: store.StatusInProgress, Description: "Being worked on. «В работе»"},
			"READY":       {Value: store.StatusReady, Description: "Done; the customer may come. «Готово»"},
			"CLOSED":      {Value: store.StatusClosed, Description: "Over. «Закрыто»"},
		},
	})
}

func newCategoryEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "CategoryEnum", Description: "What kind of work a task is.",
		Values: graphql.EnumValueConfigMap{
			"CONSULTING": {Value: store.CategoryConsulting, Description: "«Консультация»"},
			"DIAGNOSIS":  {Value: store.CategoryDiagnosis, Description: "«Диагностика»"},
			"REPAIR":     {Value: store.CategoryRepair, Description: "«Ремонт»"},
			"OTHER":      {Value: store.CategoryOther, Description: "«Прочее»"},
		},
	})
}

// parseID reads an id; what is no id is an id that nobody has.
func parseID(text string) (int64, error) {
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || id <= 0 {
		return 0, errNotFound()
	}
	return id, nil
}
