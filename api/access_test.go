package api_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"zayavka/api"
	"zayavka/store"
)

// Who may use what, field by field. A field that is in none of these lists is for members of staff
// and for API tokens with its scope.
var (
	openToStrangers = []string{"register", "login", "loginTelegram", "refreshToken", "useLoginLink", "accessLink"}
	forAdmins       = []string{
		"invites", "staffGroups", "confirmStaffGroup", "removeStaffGroup", "apiTokens", "deadLetters", "replayDeadLetter", "dismissDeadLetter", "createLoginLink",
		"createInvite", "revokeInvite", "disableStaff", "enableStaff", "setStaffRole", "deleteStaff", "eraseCustomer", "createApiToken", "revokeApiToken",
		"createStage", "updateStage", "deleteStage", "createCategory", "updateCategory", "deleteCategory", "updateSettings",
		"previewStatusText", "botState", "firstSteps", "backupState",
		"dataImport", "checkImport", "runImport", "stopImport", "exportRefusedRows",
	}
	// For admins, and for API tokens with the scope WEBHOOKS.
	forWebhooks = []string{
		"webhooks", "createWebhook", "updateWebhook", "deleteWebhook", "rotateWebhookSecret", "testWebhook", "resendWebhookDelivery",
	}
	forMembers = []string{
		"updateUser", "changePassword", "linkTelegram", "unlinkTelegram", "logout", "decidePhoneClaim", "takeTask", "forwardFile", "setNotify", "photoLink",
		"setAccessCode", "showAccessCode", "requestErasure", "cancelErasure", "noteConsent", "exportPersonalData",
	}
	forReadAndWrite = []string{"saveEstimate", "sendEstimate", "withdrawEstimate", "decideEstimate", "addPayment"} // for API tokens with both scopes
	forNotes        = []string{"addNote"}                                                                          // for API tokens with the scopes NOTES and WRITE
	readByMutation  = []string{"exportTasks", "exportCustomers", "exportMessages"}                                 // nothing is changed
)

// rootField is a field of Query or Mutation, and an operation that asks for it.
type rootField struct {
	name      string
	mutation  bool
	operation string
}

// rootFields are all fields of the running schema's roots, with values made up for what they require.
func rootFields(t *testing.T, s *server) []rootField {
	t.Helper()
	types := runningSchema(s).Definitions
	var value func(of *ast.Type) string
	value = func(of *ast.Type) string {
		if of.Elem != nil {
			return "[" + value(of.Elem) + "]"
		}
		switch definition := types.ForName(of.NamedType); {
		case definition == nil:
			return map[string]string{"ID": `"1"`, "String": `"2026-03-02"`, "Int": "1", "Boolean": "true"}[of.NamedType]
		case definition.Kind == ast.Enum:
			return definition.EnumValues[0].Name
		default:
			var required []string
			for _, field := range definition.Fields {
				if field.Type.NonNull {
					required = append(required, field.Name+": "+value(field.Type))
				}
			}
			return "{" + strings.Join(required, ", ") + "}"
		}
	}
	var fields []rootField
	for _, root := range []string{"Query", "Mutation"} {
		for _, field := range types.ForName(root).Fields {
			operation := field.Name
			var arguments []string
			for _, argument := range field.Arguments {
				if argument.Type.NonNull {
					arguments = append(arguments, argument.Name+": "+value(argument.Type))
				}
			}
			if len(arguments) > 0 {
				operation += "(" + strings.Join(arguments, ", ") + ")"
			}
			fields = append(fields, rootField{field.Name, root == "Mutation", strings.ToLower(root) + " { " + operation + " { __typename } }"})
		}
	}
	require.Greater(t, len(fields), 25)
	return fields
}

// refusal is the code with which the field was refused, and the data that came all the same; the code
// is "" when the caller was let through, whatever became of it then.
func (m member) refusal(field rootField) string {
	m.t.Helper()
	got := m.call(field.operation, nil)
	var answer struct {
		Data   map[string]any
		Errors []struct {
			Message    string
			Extensions struct{ Code store.Code }
		}
	}
	require.NoError(m.t, json.Unmarshal([]byte(got.body), &answer), got.body)
	require.Contains(m.t, got.body, `"data":`, "%s is not a valid operation", field.operation)
	for _, failure := range answer.Errors {
		if code := failure.Extensions.Code; code == store.Unauthenticated || code == store.Forbidden {
			require.Nil(m.t, answer.Data[field.name], "nothing comes with a refusal")
			return string(code)
		}
	}
	return ""
}

// newToken makes an API token as an admin does.
func (s *server) newToken(name string, scopes ...store.Scope) member {
	s.t.Helper()
	_, text, err := s.CreateAPIToken(s.t.Context(), store.NewAPIToken{Name: name, Scopes: scopes})
	require.NoError(s.t, err)
	return member{server: s, token: text}
}

func TestEveryFieldKnowsWhoMayUseIt(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) { o.OpenRegistration = true })
	plain := s.NewStaff(t)
	s.NewAdmin(t)
	s.NewTask(t, s.NewRegistered(t))
	readToken, writeToken := s.newToken("reader", store.ScopeRead), s.newToken("writer", store.ScopeWrite)
	notesToken := s.newToken("notes", store.ScopeWrite, store.ScopeNotes)
	hooksToken := s.newToken("hooks", store.ScopeWebhooks)
	session := s.login(plain)
	adminFields := 0
	for _, field := range rootFields(t, s) {
		t.Run(field.name, func(t *testing.T) {
			open := slices.Contains(openToStrangers, field.name)
			hooks := slices.Contains(forWebhooks, field.name)
			admin := slices.Contains(forAdmins, field.name) || hooks
			reads := !field.mutation || slices.Contains(readByMutation, field.name)
			isMembers := slices.Contains(forMembers, field.name)
			notes := slices.Contains(forNotes, field.name)
			both := slices.Contains(forReadAndWrite, field.name)
			check := func(who string, m member, want string) {
				t.Helper()
				if open {
					want = ""
				}
				require.Equal(t, want, m.refusal(field), who)
			}
			either := func(condition bool, want string) string {
				if condition {
					return want
				}
				return ""
			}
			check("a stranger", s.stranger(), "UNAUTHENTICATED")
			check("a made up token", member{server: s, token: "zk_made_up"}, "UNAUTHENTICATED")
			check("a token that may read", readToken, either(!reads || admin || isMembers, "FORBIDDEN"))
			check("a token that may write", writeToken, either(reads || admin || isMembers || notes || both, "FORBIDDEN"))
			check("a token that may write notes", notesToken, either(reads || admin || isMembers || both, "FORBIDDEN"))
			check("a token that may manage webhooks", hooksToken, either(!hooks, "FORBIDDEN"))
			if admin {
				adminFields++
				check("a plain member", session, "FORBIDDEN")
			}
		})
	}
	require.Equal(t, len(forAdmins)+len(forWebhooks), adminFields, "each of them exists")
}

// What a member or an admin may use is asked of a new one each time: some of it ends their session.
func TestMembersAndAdminsUseWhatIsForThem(t *testing.T) {
	s := onSQLite(t)
	s.NewAdmin(t)
	s.NewTask(t, s.NewRegistered(t))
	plain, admin := s.NewStaff(t), s.NewAdmin(t)
	for _, field := range rootFields(t, s) {
		if !slices.Contains(forAdmins, field.name) && !slices.Contains(forWebhooks, field.name) {
			require.Empty(t, s.again(plain).refusal(field), field.name)
		}
		require.Empty(t, s.again(admin).refusal(field), field.name)
	}
}

// again gives a new session without the cost of a password.
func (s *server) again(staff store.Staff) member {
	s.t.Helper()
	current, err := s.Staff(s.t.Context(), staff.ID)
	require.NoError(s.t, err)
	return member{server: s, token: s.accessToken(current)}
}

func TestAnAdminWhoLosesTheRoleLosesTheRights(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga, igor := s.NewAdmin(t), s.NewAdmin(t)
		admin := s.login(olga)
		const demote = `mutation($id: ID!) {
			setStaffRole(id: $id, role: STAFF) { user { role } }
			createInvite(role: ADMIN) { token }
		}`
		got := admin.call(demote, vars{"id": olga.ID})
		require.Contains(t, got.body, `"user":{"role":"STAFF"}`)
		require.Contains(t, got.body, `"createInvite":null`, "within the same operation too")
		require.Contains(t, got.body, `"FORBIDDEN"`)
		admin.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, `{ invites { id } }`)
		s.login(igor).gives(`{"data": {"invites": []}}`, `{ invites { id } }`)
	})
}
